// A client's proof: a JWT that it signs with the key of its certificate, or one that somebody else vouches with (RFC 7523
// section 2.2). Several token requests can share one.
// https://learn.microsoft.com/entra/identity-platform/certificate-credentials
import { createHash } from 'node:crypto';
import type { Ports } from '../ports.js';
import { SecretText } from '../secret-text.js';

/** The documentation advises five to ten minutes. */
const LIFE_SECONDS = 600;

/** The client that proves itself, its audience, and its certificate. */
export interface AssertedClient {
	readonly clientId: string;
	/** The token endpoint that the assertion is sent to. */
	readonly audience: string;
	/** DER; only its thumbprint goes into the assertion. */
	readonly certificate: Buffer;
}

/**
 * Signs with the certificate's private key, wherever it is kept: RSASSA-PSS with SHA-256 and a salt of 32 bytes
 * (PS256, RFC 7518 section 3.5). A signer that takes a digest hashes the text with SHA-256 first.
 */
export type SignAssertion = (text: Buffer) => Promise<Buffer>;

/** A fresh assertion, good for ten minutes. @throws whatever `sign` throws */
export async function makeClientAssertion(
	{ clientId, audience, certificate }: AssertedClient,
	{ clock, randomBytes }: Pick<Ports, 'clock' | 'randomBytes'>,
	sign: SignAssertion,
): Promise<SecretText> {
	const nowSeconds = Math.floor(clock.nowMs() / 1000);
	const header = {
		alg: 'PS256',
		typ: 'JWT',
		'x5t#S256': createHash('sha256').update(certificate).digest('base64url'),
	};
	const claims = {
		aud: audience,
		iss: clientId,
		sub: clientId,
		jti: formatGuid(randomBytes(16)),
		nbf: nowSeconds,
		iat: nowSeconds,
		exp: nowSeconds + LIFE_SECONDS,
	};
	const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
	const signature = await sign(Buffer.from(text));
	return new SecretText(`${text}.${signature.toString('base64url')}`);
}

// The form alone is a GUID's: nothing needs the bits that tell one kind of GUID from another.
function formatGuid(bytes: Buffer): string {
	return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The form of a token request that an assertion speaks for, whether the client's own or another issuer's ID token. */
export function assertionFields(assertion: SecretText): FormFields {
	return {
		grant_type: 'client_credentials',
		client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
		client_assertion: assertion,
	};
}

/** A form; values that must not be seen are {@link SecretText}. */
export type FormFields = Readonly<Record<string, string | SecretText>>;

/**
 * Gives the proof for a token request, which `make` makes if there is none yet. Whoever was refused with a proof hands it
 * over, and gets another one.
 */
export type Proofs = (make: () => Promise<SecretText>, refused?: SecretText) => Promise<SecretText>;

/** A proof of its own for each request. */
export const eachItsOwn: Proofs = (make) => make();

/**
 * One proof for all requests of one credential. If several are refused with it, they share the next one, too.
 * Entra takes an ID token or an assertion as often as it lives, as Microsoft's own client library (MSAL) relies on.
 */
export function shareProof(): Proofs {
	let current: Promise<SecretText> | undefined;
	return async (make, refused) => {
		for (;;) {
			current ??= make();
			const taken = current;
			const proof = await taken;
			if (proof !== refused) return proof;
			// Only the first that comes back with it does away with it.
			if (current === taken) current = undefined;
		}
	};
}
