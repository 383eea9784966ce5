// A certificate as outputs and masks.
import { describeCertificate } from '../certificate/describe.js';
import { isPem } from '../certificate/pem.js';
import type { CertificateBundle, SecretBundle } from '../keyvault/bundles.js';
import type { Destination } from '../plan/destination.js';
import { formatInstant } from './expiry.js';
import { maskPem, maskPfx } from './masks.js';
import type { Rendered } from './rendered.js';

/** A certificate's public part and the secret that holds its private key. */
export interface CertificateWithKey {
	readonly certificate: CertificateBundle;
	readonly secret: SecretBundle;
}

/**
 * Six outputs: the PFX or PEM as the vault gives it, and what is public of it.
 * @throws ActionError where the certificate cannot be read
 */
export function renderCertificate(
	{ output, item }: Destination,
	{ certificate, secret }: CertificateWithKey,
): Rendered {
	const facts = describeCertificate(certificate.der);
	const value = secret.value.reveal();
	return {
		item,
		version: certificate.version,
		life: certificate.attributes,
		outputs: [
			{ name: output, value: secret.value },
			{ name: `${output}-thumbprint`, value: facts.thumbprint },
			{ name: `${output}-subject`, value: facts.subject },
			{ name: `${output}-expires-on`, value: formatInstant(certificate.attributes.expires) },
			{ name: `${output}-version`, value: certificate.version },
			{ name: `${output}-cer`, value: facts.pem },
		],
		...(isPem(value) ? maskPem(value) : maskPfx(value)),
		files: [],
		storeEntries: [],
		secrets: [],
		notes: [],
	};
}
