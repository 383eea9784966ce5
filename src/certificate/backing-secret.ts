// The secret that backs a certificate: what a vault keeps the private key in.
import type { CertificateIdentity } from './identity.js';
import { openKeyPair } from './key-pair.js';

/**
 * The private key of a certificate and its issuers, from the value of the secret of the same version.
 * @param value base64 PFX without a password, or PEM
 * @param certificate the certificate, DER
 * @throws ActionError as `openKeyPair`
 */
export function openBackingSecret(value: string, certificate: Buffer): CertificateIdentity {
	return openKeyPair(value, { wanted: certificate });
}
