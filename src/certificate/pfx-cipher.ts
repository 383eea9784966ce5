// Decryption with a password: PBES2 (RFC 8018 section 6.2) and the schemes of PKCS#12 (RFC 7292 App. C).
import { createDecipheriv } from 'node:crypto';
import { CIPHER_OID, type Digest, HMAC_OID, nameAlgorithm, SCHEME_OID } from './algorithm-names.js';
import { readBer, readBerInside, readOctets } from './ber.js';
import { type DerElement, readInteger, readOid, TAG } from './der.js';
import { cutOff, type Format, unreadable, unsupported, wrongPassword } from './pfx-error.js';
import { type Derivation, derivePbkdf2, derivePkcs12, deriveScrypt, type Lock, PURPOSE } from './pfx-kdf.js';
import { decryptRc2Cbc } from './rc2.js';

/** A cipher with its key, ready to decrypt. */
interface Cipher {
	/** As OpenSSL names it. */
	readonly name: string;
	readonly key: Buffer;
	readonly iv: Buffer;
}

/** Schemes of PKCS#12: all with SHA-1, and 8 bytes a block. */
const PKCS12_SCHEMES: ReadonlyMap<string, { name: string; keyLength: number }> = new Map([
	[SCHEME_OID.sha1And3Des, { name: 'des-ede3-cbc', keyLength: 24 }],
	[SCHEME_OID.sha1And2KeyTripleDes, { name: 'des-ede3-cbc', keyLength: 16 }],
	[SCHEME_OID.sha1And128BitRc2, { name: 'rc2-cbc', keyLength: 16 }],
	[SCHEME_OID.sha1And40BitRc2, { name: 'rc2-cbc', keyLength: 5 }],
]);

const PBES2_CIPHERS: ReadonlyMap<string, { name: string; keyLength: number; ivLength: number }> = new Map([
	[CIPHER_OID.aes128, { name: 'aes-128-cbc', keyLength: 16, ivLength: 16 }],
	[CIPHER_OID.aes192, { name: 'aes-192-cbc', keyLength: 24, ivLength: 16 }],
	[CIPHER_OID.aes256, { name: 'aes-256-cbc', keyLength: 32, ivLength: 16 }],
	[CIPHER_OID.tripleDes, { name: 'des-ede3-cbc', keyLength: 24, ivLength: 8 }],
	[CIPHER_OID.camellia128, { name: 'camellia-128-cbc', keyLength: 16, ivLength: 16 }],
	[CIPHER_OID.camellia192, { name: 'camellia-192-cbc', keyLength: 24, ivLength: 16 }],
	[CIPHER_OID.camellia256, { name: 'camellia-256-cbc', keyLength: 32, ivLength: 16 }],
	[CIPHER_OID.aria128, { name: 'aria-128-cbc', keyLength: 16, ivLength: 16 }],
	[CIPHER_OID.aria192, { name: 'aria-192-cbc', keyLength: 24, ivLength: 16 }],
	[CIPHER_OID.aria256, { name: 'aria-256-cbc', keyLength: 32, ivLength: 16 }],
	[CIPHER_OID.sm4, { name: 'sm4-cbc', keyLength: 16, ivLength: 16 }],
]);

const HMAC_DIGESTS: ReadonlyMap<string, Digest> = new Map(
	(Object.entries(HMAC_OID) as [Digest, string][]).map(([digest, oid]) => [oid, digest]),
);

/**
 * Decrypts what `algorithm` (an `AlgorithmIdentifier`) protects.
 * @returns the encoding of one SEQUENCE, which all that is encrypted in these formats is
 * @throws ActionError if the password is wrong or the algorithm not known
 */
export function decrypt(algorithm: DerElement | undefined, data: Buffer, lock: Lock): Buffer {
	const cipher = readCipher(algorithm, lock);
	if (data.length === 0 || data.length % cipher.iv.length !== 0)
		throw cutOff(lock.format, 'its encrypted data is not a whole number of blocks');
	const plain = decryptBlocks(cipher, data);
	const padding = plain.readUInt8(plain.length - 1);
	const isPadded =
		padding > 0 && padding <= cipher.iv.length && plain.subarray(-padding).every((byte) => byte === padding);
	const content = plain.subarray(0, plain.length - padding);
	// A wrong key leaves right padding behind once in 256 times, but never a whole SEQUENCE as well.
	if (!isPadded || !isSequence(content)) throw wrongPassword(lock.format);
	return content;
}

function isSequence(bytes: Buffer): boolean {
	try {
		const [first, ...others] = readBer(bytes);
		return first?.tag === TAG.sequence && others.length === 0;
	} catch {
		return false;
	}
}

function decryptBlocks({ name, key, iv }: Cipher, data: Buffer): Buffer {
	if (name === 'rc2-cbc') return decryptRc2Cbc({ key, effectiveBits: key.length * 8 }, iv, data);
	// The padding is looked at by the caller, so that a wrong password is told from what OpenSSL cannot do.
	const decipher = createDecipheriv(name, key, iv).setAutoPadding(false);
	return Buffer.concat([decipher.update(data), decipher.final()]);
}

function readCipher(algorithm: DerElement | undefined, lock: Lock): Cipher {
	const [oid, parameters] = readBerInside(algorithm, TAG.sequence);
	const scheme = readOid(oid);
	if (scheme === SCHEME_OID.pbes2) return readPbes2(parameters, lock);
	const pkcs12 = PKCS12_SCHEMES.get(scheme);
	if (pkcs12 === undefined) throw unsupported(lock.format, `the encryption ${nameAlgorithm(scheme)}`);
	const [salt, iterations] = readBerInside(parameters, TAG.sequence);
	const derivation = { digest: 'sha1', salt: readOctets(salt), iterations: readInteger(iterations) } as const;
	const key = derivePkcs12(lock, PURPOSE.key, { ...derivation, length: pkcs12.keyLength });
	const iv = derivePkcs12(lock, PURPOSE.iv, { ...derivation, length: 8 });
	// Triple DES with two keys is that with three whose third is the first.
	const isTwoKeys = pkcs12.name === 'des-ede3-cbc' && key.length === 16;
	return { name: pkcs12.name, key: isTwoKeys ? Buffer.concat([key, key.subarray(0, 8)]) : key, iv };
}

function readPbes2(parameters: DerElement | undefined, lock: Lock): Cipher {
	const [derivation, encryption] = readBerInside(parameters, TAG.sequence);
	const [oid, ivElement] = readBerInside(encryption, TAG.sequence);
	const cipherOid = readOid(oid);
	const cipher = PBES2_CIPHERS.get(cipherOid);
	if (cipher === undefined) throw unsupported(lock.format, `the encryption ${nameAlgorithm(cipherOid)}`);
	const iv = readOctets(ivElement);
	if (iv.length !== cipher.ivLength) throw unreadable(lock.format, 'an initialization vector has the wrong length');
	return { name: cipher.name, key: deriveKey(derivation, cipher.keyLength, lock), iv };
}

function deriveKey(derivation: DerElement | undefined, keyLength: number, lock: Lock): Buffer {
	const [oid, parameters] = readBerInside(derivation, TAG.sequence);
	if (readOid(oid) !== SCHEME_OID.scrypt) {
		const { length, ...pbkdf2 } = readPbkdf2(derivation, lock.format);
		checkLength(length, keyLength, lock);
		return derivePbkdf2(lock, { ...pbkdf2, length: keyLength });
	}
	const { length, ...scrypt } = readScrypt(parameters);
	checkLength(length, keyLength, lock);
	const key = deriveScrypt(lock, scrypt, scrypt.salt, keyLength);
	if (key === undefined) throw unsupported(lock.format, 'scrypt with parameters that need more than 32 MiB');
	return key;
}

function checkLength(length: number | undefined, keyLength: number, lock: Lock): void {
	if (length !== undefined && length !== keyLength) throw unreadable(lock.format, 'a key has the wrong length');
}

// RFC 7914 section 7.1.
function readScrypt(parameters: DerElement | undefined) {
	const [salt, n, r, p, length] = readBerInside(parameters, TAG.sequence);
	return {
		salt: readOctets(salt),
		n: readInteger(n),
		r: readInteger(r),
		p: readInteger(p),
		length: length === undefined ? undefined : readInteger(length),
	};
}

/**
 * The parameters of PBKDF2 (RFC 8018 App. A.2), from the `AlgorithmIdentifier` of a key derivation.
 * @throws ActionError if it is another one
 */
export function readPbkdf2(
	algorithm: DerElement | undefined,
	format: Format,
): Omit<Derivation, 'length'> & { readonly length: number | undefined } {
	const [oid, parameters] = readBerInside(algorithm, TAG.sequence);
	const derivation = readOid(oid);
	if (derivation !== SCHEME_OID.pbkdf2) throw unsupported(format, `the key derivation ${nameAlgorithm(derivation)}`);
	const [salt, iterations, ...rest] = readBerInside(parameters, TAG.sequence);
	const length = rest[0]?.tag === TAG.integer ? readInteger(rest.shift()) : undefined;
	const digest = rest[0] === undefined ? 'sha1' : readHmac(rest[0], format);
	return { digest, salt: readOctets(salt), iterations: readInteger(iterations), length };
}

/**
 * The digest of an HMAC, from its `AlgorithmIdentifier`.
 * @throws ActionError if it is not known
 */
export function readHmac(algorithm: DerElement | undefined, format: Format): Digest {
	const [oid] = readBerInside(algorithm, TAG.sequence);
	const hmac = readOid(oid);
	const digest = HMAC_DIGESTS.get(hmac);
	if (digest === undefined) throw unsupported(format, `an HMAC with ${nameAlgorithm(hmac)}`);
	return digest;
}
