// Key Vault's sign operation: a signature over a digest, by a key that never leaves.
// https://learn.microsoft.com/rest/api/keyvault/keys/sign/sign
import { constants, createHash, createPrivateKey, type KeyObject, privateEncrypt, randomBytes } from 'node:crypto';
import { type Answer, jsonAnswer } from './exchange.js';
import type { StoredKey } from './stored-objects.js';
import type { VaultCall } from './vault-call.js';
import { badParameter, disabled, notFound, operationForbidden, outsideLife } from './vault-refusals.js';

/** Answers `POST /keys/NAME/VERSION/sign`. */
export function signDigest({ store, origin, name, version, request }: VaultCall): Answer {
	const stored = store.findKey(name, version);
	if (stored === undefined) return notFound('keys', version === undefined ? name : `${name}/${version}`);
	const refusal = refuseToUse(stored, 'sign', store.nowMs());
	if (refusal !== undefined) return refusal;
	const asked = parseBody(request.body);
	const algorithm = ALGORITHMS[asked.alg];
	const digest = /^[\w-]*$/.test(asked.value) ? Buffer.from(asked.value, 'base64url') : Buffer.alloc(0);
	if (algorithm === undefined || stored.privateKeyPem === undefined || !stored.type.startsWith('RSA'))
		return badParameter(`Unsupported 'alg' for this key.`);
	if (digest.length !== DIGEST_LENGTH) return badParameter(`Invalid length of 'value': ${digest.length} bytes.`);
	const signature = algorithm(digest, createPrivateKey(stored.privateKeyPem));
	const kid = `${origin}/keys/${stored.name}/${stored.version}`;
	return jsonAnswer(200, { kid, value: signature.toString('base64url') });
}

// A disabled key does nothing, others what they are made for, within their life.
function refuseToUse(key: StoredKey, operation: 'sign' | 'verify', nowMs: number): Answer | undefined {
	if (!key.enabled) return disabled('keys', operation);
	if (!key.operations.includes(operation)) return operationForbidden(operation);
	if (key.expires !== undefined && key.expires * 1000 <= nowMs) return outsideLife('KeyExpired', operation);
	if (key.notBefore !== undefined && key.notBefore * 1000 > nowMs) return outsideLife('KeyNotYetValid', operation);
	return undefined;
}

function parseBody(body: string): { readonly alg: string; readonly value: string } {
	try {
		const { alg, value } = JSON.parse(body);
		return { alg: String(alg), value: String(value) };
	} catch {
		return { alg: '', value: '' };
	}
}

const DIGEST_LENGTH = 32;
const SHA256_PREFIX = Buffer.from('3031300d060960864801650304020105000420', 'hex');

// Of those that Key Vault knows, the two that Entra takes. RFC 7518 §3.3 and §3.5.
const ALGORITHMS: Readonly<Record<string, (digest: Buffer, key: KeyObject) => Buffer>> = {
	RS256: (digest, key) =>
		privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([SHA256_PREFIX, digest])),
	PS256: signPs256,
};

/** RSASSA-PSS over a SHA-256 digest with a salt of 32 bytes, which Node does for whole texts alone. */
export function signPs256(digest: Buffer, key: KeyObject): Buffer {
	const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
	return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, encodePss(digest, bits));
}

// EMSA-PSS-ENCODE of RFC 8017 §9.1.1, since Node signs texts and not digests: SHA-256, a salt of as many bytes.
function encodePss(digest: Buffer, bits: number): Buffer {
	const salt = randomBytes(DIGEST_LENGTH);
	const hash = sha256(Buffer.concat([Buffer.alloc(8), digest, salt]));
	const length = Math.ceil((bits - 1) / 8);
	const padding = Buffer.alloc(length - salt.length - hash.length - 2);
	const data = Buffer.concat([padding, Buffer.from([1]), salt]);
	const mask = generateMask(hash, data.length);
	const masked = data.map((byte, index) => byte ^ (mask[index] ?? 0));
	masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - (bits - 1)));
	return Buffer.concat([masked, hash, Buffer.from([0xbc])]);
}

// MGF1 of RFC 8017 appendix B.2.1.
function generateMask(seed: Buffer, length: number): Buffer {
	const blocks = Array.from({ length: Math.ceil(length / DIGEST_LENGTH) }, (_, index) => {
		const counter = Buffer.alloc(4);
		counter.writeUInt32BE(index);
		return sha256(Buffer.concat([seed, counter]));
	});
	return Buffer.concat(blocks).subarray(0, length);
}

function sha256(bytes: Buffer): Buffer {
	return createHash('sha256').update(bytes).digest();
}
