// Key Vault's sign operation: a signature over a digest, by a key that never leaves.
// https://learn.microsoft.com/rest/api/keyvault/keys/sign/sign
import { constants, createHash, createPrivateKey, type KeyObject, privateEncrypt, randomBytes } from 'node:crypto';
import { type Answer, jsonAnswer, type ReceivedRequest } from './exchange.js';
import type { StoredCertificate } from './stored-objects.js';
import { badParameter, disabled, notFound, operationForbidden } from './vault-refusals.js';
import type { VaultStore } from './vault-store.js';

/** The key that is to sign. */
export interface SignTarget {
	readonly name: string;
	readonly version: string | undefined;
}

/** Answers `POST /keys/NAME/VERSION/sign`; whether the caller may sign was asked before. */
export function signDigest(store: VaultStore, { host, body }: ReceivedRequest, target: SignTarget): Answer {
	const { name, version } = target;
	const stored = store.findCertificate(name, version);
	if (stored === undefined) return notFound('keys', version === undefined ? name : `${name}/${version}`);
	if (!stored.enabled || !stored.keyEnabled) return disabled('keys', 'sign');
	// What a key may do follows from what its certificate is for.
	if (!stored.keyUsage.includes('digitalSignature')) return operationForbidden('sign');
	const asked = parseBody(body);
	const algorithm = ALGORITHMS[asked.alg];
	const digest = /^[\w-]*$/.test(asked.value) ? Buffer.from(asked.value, 'base64url') : Buffer.alloc(0);
	const key = createPrivateKey(stored.certificate.privateKeyPem);
	if (algorithm === undefined || key.asymmetricKeyType !== 'rsa')
		return badParameter(`Unsupported 'alg' for this key.`);
	if (digest.length !== DIGEST_LENGTH) return badParameter(`Invalid length of 'value': ${digest.length} bytes.`);
	return jsonAnswer(200, { kid: keyId(host, stored), value: algorithm(digest, key).toString('base64url') });
}

function keyId(host: string, { name, version }: StoredCertificate): string {
	return `https://${host}/keys/${name}/${version}`;
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
