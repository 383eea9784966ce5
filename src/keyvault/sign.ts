// Key Vault's sign operation: a digest goes in, a signature comes out, the private key stays.
// https://learn.microsoft.com/rest/api/keyvault/keys/sign/sign (api-version 7.4)
import { constants, createHash, verify } from 'node:crypto';
import type { ActionError } from '../errors.js';
import { asText, parseJsonObject } from '../http/json.js';
import type { Identifier } from '../plan/identifier.js';
import type { HttpRequest } from '../ports.js';
import { SecretText } from '../secret-text.js';
import { API_VERSION, askVault, getRequest, type VaultAccess } from './ask-vault.js';
import type { SigningCertificate } from './signing-certificate.js';
import { unusableAnswerError } from './vault-error.js';

/** Algorithms by which an RSA key signs a SHA-256 digest (RFC 7518 sections 3.3 and 3.5): the salt of PS256 has 32 bytes. */
export type SigningAlgorithm = 'PS256' | 'RS256';

/** A key of the vault. */
export interface VaultSigner extends Pick<SigningCertificate, 'key' | 'publicKey'> {
	/** PS256 if left out. */
	readonly algorithm?: SigningAlgorithm;
}

/**
 * Has the vault sign the text. The vault sees the 32 bytes of its SHA-256 digest, and nothing else leaves the runner.
 * @throws ActionError if the vault refuses, or gives what is no signature by this certificate's key
 */
export async function signWithVaultKey(
	text: Buffer,
	{ key, publicKey, algorithm = 'PS256' }: VaultSigner,
	access: VaultAccess,
): Promise<Buffer> {
	const digest = createHash('sha256').update(text).digest();
	const body = await askVault(
		{ identifier: key, operation: 'sign', makeRequest: (token) => signRequest(key, { alg: algorithm, digest }, token) },
		access,
	);
	const signature = decodeSignature(body);
	if (signature === undefined) throw unusableAnswerError(key, 'the answer is not a signature.', body);
	if (!verify('sha256', text, { key: publicKey, ...PADDINGS[algorithm] }, signature)) throw wrongSignature(key);
	return signature;
}

// A signature of another length than the modulus does not verify either.
const PADDINGS = {
	PS256: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
	RS256: { padding: constants.RSA_PKCS1_PADDING },
} satisfies Record<SigningAlgorithm, object>;

// The request that has a key of the vault sign a SHA-256 digest.
function signRequest(
	{ vaultUrl, name, version }: Identifier<'keys'>,
	{ alg, digest }: { readonly alg: SigningAlgorithm; readonly digest: Buffer },
	token: SecretText,
): HttpRequest {
	const { url, headers } = getRequest(`${vaultUrl}/keys/${name}/${version}/sign?api-version=${API_VERSION}`, token);
	return {
		method: 'POST',
		url,
		headers: { ...headers, 'content-type': 'application/json' },
		body: new SecretText(JSON.stringify({ alg, value: digest.toString('base64url') })),
	};
}

/** The body as a signature; undefined if it is none. */
function decodeSignature(body: string): Buffer | undefined {
	const value = asText(parseJsonObject(body)?.['value'], /^[A-Za-z0-9_-]+$/);
	return value === undefined ? undefined : Buffer.from(value, 'base64url');
}

function wrongSignature(key: Identifier<'keys'>): ActionError {
	return unusableAnswerError(key, "the signature was not made by the certificate's key, so it was not used.");
}
