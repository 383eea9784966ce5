// A certificate whose key signs as a vault would, and the vault's answers about it.
import { constants, type KeyObject, sign, X509Certificate } from 'node:crypto';
import type { SigningCertificate } from '../../src/keyvault/signing-certificate.js';
import { type Issued, issue } from './certificates.js';
import { type Answer, response } from './make-ports.js';
import { item, VAULT_URL, VERSION } from './run-fetch-items.js';

/** `CN=exo`, RSA, valid from 2020 to 2049. */
export const SIGNER: Issued = issue('exo', { kind: 'rsa' });

/** The same as the flow knows it. */
export const SIGNING: SigningCertificate = {
	item: item('exo', 'certificates'),
	version: VERSION,
	der: SIGNER.certificate,
	publicKey: new X509Certificate(SIGNER.certificate).publicKey,
	life: { notBefore: Date.UTC(2020, 0, 1) / 1000, expires: Date.UTC(2049, 11, 31, 23, 59, 59) / 1000 },
	key: { vaultUrl: VAULT_URL, collection: 'keys', name: 'exo', version: VERSION },
};

/** What of the vault's answer a test may choose. */
export interface BundleOptions {
	readonly der?: Buffer;
	readonly kid?: unknown;
	readonly attributes?: object;
	readonly keyUsage?: unknown;
	/** As of a certain version: without a policy. */
	readonly versioned?: boolean;
	readonly more?: object;
}

/** The answer to a request for the certificate. */
export function certificateBundle(wanted: BundleOptions = {}): Answer {
	const { der = SIGNER.certificate, kid = `${VAULT_URL}/keys/exo/${VERSION}`, attributes = {} } = wanted;
	const { keyUsage = ['digitalSignature'], versioned = false, more = {} } = wanted;
	return response(200, {
		id: `${VAULT_URL}/certificates/exo/${VERSION}`,
		kid,
		sid: `${VAULT_URL}/secrets/exo/${VERSION}`,
		cer: der.toString('base64'),
		attributes: { enabled: true, ...attributes },
		...(!versioned && { policy: { x509_props: { key_usage: keyUsage } } }),
		...more,
	});
}

/** A signature by PS256; the text is given, since Node signs no digests. */
export function signText(text: Buffer, key: KeyObject = SIGNER.privateKey): Buffer {
	return sign('sha256', text, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 });
}
