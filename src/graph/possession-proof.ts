// An application's proof that it has the private key of one of its certificates: whoever shows it may change the
// application's keys, and needs no permission for that.
// https://learn.microsoft.com/graph/application-rollkey-prooftoken
import { createHash } from 'node:crypto';
import type { Clock } from '../ports.js';
import { SecretText } from '../secret-text.js';

/** Microsoft Graph still wants the ID of the API that was there before it. */
const AUDIENCE = '00000002-0000-0000-c000-000000000000';

/** The longest that Graph takes. A rotation is over before. */
const LIFE_SECONDS = 600;

/** Whose proof it is, and by which certificate. */
export interface Prover {
	/** Object ID of the app registration. */
	readonly objectId: string;
	/** DER; of it, only the thumbprint goes into the proof. */
	readonly certificate: Buffer;
}

/** Signs by RSASSA-PKCS1-v1_5 with SHA-256 (RS256), wherever the key is. */
export type SignProof = (text: Buffer) => Promise<Buffer>;

/** Makes a proof, which is valid for ten minutes and serves any number of keys. @throws whatever `sign` throws */
export async function makePossessionProof(
	{ objectId, certificate }: Prover,
	clock: Clock,
	sign: SignProof,
): Promise<SecretText> {
	const thumbprint = createHash('sha1').update(certificate).digest();
	const nowSeconds = Math.floor(clock.nowMs() / 1000);
	const header = {
		alg: 'RS256',
		typ: 'JWT',
		kid: thumbprint.toString('hex').toUpperCase(),
		x5t: thumbprint.toString('base64url'),
	};
	const claims = { aud: AUDIENCE, iss: objectId, nbf: nowSeconds, exp: nowSeconds + LIFE_SECONDS };
	// Graph refuses padding, which this encoding has not.
	const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
	return new SecretText(`${text}.${(await sign(Buffer.from(text))).toString('base64url')}`);
}
