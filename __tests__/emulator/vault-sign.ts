// Key Vault's sign operation: a signature over a digest, by a key that never leaves; and verify, for who cannot himself.
// https://learn.microsoft.com/rest/api/keyvault/keys/sign/sign
import { constants, createHash, type KeyObject, privateEncrypt, publicDecrypt, randomBytes } from 'node:crypto';
import { type Answer, jsonAnswer } from './exchange.js';
import { openKeyPair } from './key-pair.js';
import type { StoredKey } from './stored-objects.js';
import type { VaultCall } from './vault-call.js';
import { badParameter, disabled, notFound, operationForbidden, outsideLife, VaultRefusal } from './vault-refusals.js';

/** Answers `POST /keys/NAME/VERSION/sign`. */
export function signDigest(call: VaultCall): Answer {
	const { alg, value } = parseBody(call.request.body);
	const { key, digest } = readOrder(call, 'sign', { alg, digest: value });
	const signature = ALGORITHMS[alg]?.(digest, openKeyPair(key.privateKeyPem ?? '').privateKey) ?? Buffer.alloc(0);
	const kid = `${call.origin}/keys/${key.name}/${key.version}`;
	return jsonAnswer(200, { kid, value: signature.toString('base64url') });
}

/** Answers `POST /keys/NAME/VERSION/verify`. */
export function verifyDigest(call: VaultCall): Answer {
	const { alg, digest: text, value } = parseBody(call.request.body);
	const { key, digest } = readOrder(call, 'verify', { alg, digest: text });
	const signature = Buffer.from(value, 'base64url');
	return jsonAnswer(200, {
		value: alg === 'RS256' ? isRs256(digest, signature, key) : isPs256(digest, signature, key),
	});
}

/** The key and the digest of a request. @throws VaultRefusal if the key cannot be used so */
function readOrder(
	{ store, name, version }: VaultCall,
	operation: 'sign' | 'verify',
	asked: { readonly alg: string; readonly digest: string },
): { readonly key: StoredKey; readonly digest: Buffer } {
	const key = store.findKey(name, version);
	if (key === undefined) throw new VaultRefusal(notFound('keys', version === undefined ? name : `${name}/${version}`));
	const refusal = refuseToUse(key, operation, store.nowMs());
	if (refusal !== undefined) throw new VaultRefusal(refusal);
	if (ALGORITHMS[asked.alg] === undefined || key.privateKeyPem === undefined || !key.type.startsWith('RSA'))
		throw new VaultRefusal(badParameter(`Unsupported 'alg' for this key.`));
	const digest = /^[\w-]*$/.test(asked.digest) ? Buffer.from(asked.digest, 'base64url') : Buffer.alloc(0);
	if (digest.length === DIGEST_LENGTH) return { key, digest };
	throw new VaultRefusal(badParameter(`Invalid length of 'value': ${digest.length} bytes.`));
}

// A disabled key does nothing, others what they are made for, within their life.
function refuseToUse(key: StoredKey, operation: 'sign' | 'verify', nowMs: number): Answer | undefined {
	if (!key.enabled) return disabled('keys', operation);
	if (!key.operations.includes(operation)) return operationForbidden(operation);
	// Outside its life a key still verifies.
	if (operation === 'verify') return undefined;
	if (key.expires !== undefined && key.expires * 1000 <= nowMs) return outsideLife('KeyExpired', operation);
	if (key.notBefore !== undefined && key.notBefore * 1000 > nowMs) return outsideLife('KeyNotYetValid', operation);
	return undefined;
}

function parseBody(body: string): { readonly alg: string; readonly value: string; readonly digest: string } {
	try {
		const { alg, value, digest } = JSON.parse(body);
		return { alg: String(alg), value: String(value), digest: String(digest) };
	} catch {
		return { alg: '', value: '', digest: '' };
	}
}

const DIGEST_LENGTH = 32;
const SHA256_PREFIX = Buffer.from('3031300d060960864801650304020105000420', 'hex');

// The two algorithms of Key Vault that Entra takes. RFC 7518 §3.3 and §3.5.
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

function isRs256(digest: Buffer, signature: Buffer, { publicKey: key }: StoredKey): boolean {
	try {
		const signed = publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature);
		return signed.equals(Buffer.concat([SHA256_PREFIX, digest]));
	} catch {
		return false;
	}
}

// EMSA-PSS-VERIFY of RFC 8017 section 9.1.2: the salt is found, and the same made of it once more.
function isPs256(digest: Buffer, signature: Buffer, { publicKey: key }: StoredKey): boolean {
	try {
		const encoded = publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature);
		const hash = encoded.subarray(-DIGEST_LENGTH - 1, -1);
		const masked = encoded.subarray(0, -DIGEST_LENGTH - 1);
		const mask = generateMask(hash, masked.length);
		const salt = Buffer.from(masked.map((byte, index) => byte ^ (mask[index] ?? 0))).subarray(-DIGEST_LENGTH);
		return encodePss(digest, key.asymmetricKeyDetails?.modulusLength ?? 0, salt).equals(encoded);
	} catch {
		return false;
	}
}

// EMSA-PSS-ENCODE of RFC 8017 §9.1.1, since Node signs texts and not digests: SHA-256, a salt of as many bytes.
function encodePss(digest: Buffer, bits: number, salt = randomBytes(DIGEST_LENGTH)): Buffer {
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
