// A private key with its certificate, opened from whatever holds them: PEM or PFX in any usual wrapping.
import type { SecretText } from '../secret-text.js';
import type { CertificateIdentity } from './identity.js';
import { parsePemIdentity } from './pem-identity.js';
import { readPfx, selectIdentity } from './pfx-read.js';
import { recognizeSource } from './source.js';

/** What helps to open it. */
export interface Opening {
	/** Of the PFX, or of the encrypted key in PEM. */
	readonly password?: SecretText | undefined;
	/** The certificate that is meant, DER; left out, the leaf is chosen as `findIdentity` does. */
	readonly wanted?: Buffer | undefined;
}

/**
 * The private key, its certificate and issuers.
 * @param source text, or a file's content
 * @throws ActionError that says what was found and what is needed: `CLIENT_CERTIFICATE_...`, `PFX_...` or `PEM_...`
 */
export function openKeyPair(source: Buffer | string, { password, wanted }: Opening = {}): CertificateIdentity {
	const found = recognizeSource(source);
	if (found.kind === 'pem') return parsePemIdentity(found.text, { password, wanted });
	return selectIdentity(readPfx(found.bytes, password?.reveal()), wanted);
}

/** As `openKeyPair`, for the certificate that an application signs in with. */
export function parseClientCertificate(source: Buffer | string, password?: SecretText): CertificateIdentity {
	return openKeyPair(source, { password });
}
