// The secret that backs a certificate: what a vault keeps the private key in.
import type { CertificateIdentity } from './identity.js';
import { parsePemIdentity } from './key-pair.js';
import { isPem } from './pem.js';
import { readPfx, selectIdentity } from './pfx-read.js';

/**
 * The private key of a certificate and its issuers, from the value of the secret of the same version.
 * @param value base64 PFX without a password, or PEM
 * @param certificate the certificate, DER
 * @throws ActionError as `readPfx`, `selectIdentity` and `parsePemIdentity`
 */
export function openBackingSecret(value: string, certificate: Buffer): CertificateIdentity {
	if (isPem(value)) return parsePemIdentity(value, { wanted: certificate });
	return selectIdentity(readPfx(Buffer.from(value, 'base64')), certificate);
}
