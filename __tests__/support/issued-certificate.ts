// A certificate of any key, with issuers, as a vault holds one that was imported.

import { toPem } from '../../src/certificate/pem.js';
import type { MadeCertificate } from '../emulator/made-certificate.js';
import { type Chained, certificatePem, pemValueOf, pfxValueOf } from './vault-certificate.js';

/** For {@link VaultStore.setCertificate}, in place of one that it makes itself. */
export function asMade(chained: Chained): MadeCertificate {
	const { leaf } = chained;
	return {
		der: leaf.certificate,
		pem: certificatePem(leaf),
		privateKeyPem: toPem('PRIVATE KEY', leaf.pkcs8),
		pfxBase64: pfxValueOf(chained),
		pemBundle: pemValueOf(chained),
	};
}
