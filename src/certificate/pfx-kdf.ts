// Keys from passwords: PKCS#12's derivation (RFC 7292 App. B), PBKDF2 (RFC 8018) and scrypt (RFC 7914), within a limit of work.
import { hash, pbkdf2Sync, scryptSync } from 'node:crypto';
import type { Digest } from './algorithm-names.js';
import { type Format, tooCostly, unreadable } from './pfx-error.js';

/** A password in the two forms that the derivations take. */
export interface PasswordBytes {
	/** UTF-16 with two zero bytes at the end (RFC 7292 App. B.1); nothing at all for the null password. */
	readonly bmp: Buffer;
	readonly utf8: Buffer;
}

/** @param password null stands for none, which PKCS#12 tells from the empty one */
export function encodePassword(password: string | null): PasswordBytes {
	return {
		bmp: password === null ? Buffer.alloc(0) : Buffer.from(`${password}\0`, 'utf16le').swap16(),
		utf8: Buffer.from(password ?? ''),
	};
}

/**
 * The limits of a file's cost, in units of about a quarter of a microsecond.
 *
 * Without a password, whoever may write to a vault decides what it costs: two seconds, or four on a slow machine. A file
 * whose password is known is the user's own.
 */
const MAX_WORK = { withoutPassword: 8_000_000, withPassword: 16_000_000 } as const;

/** A hash started from JavaScript takes four times as long as one iteration of OpenSSL's PBKDF2. */
const WORK_PER_HASH = 4;

/**
 * The work that a file asks for, counted before it is done.
 *
 * The limit is for a whole file, since a hostile one may hold many keys. It is enough for what Firefox writes, 600,000
 * iterations for each of MAC, key and certificates, of which those of the MAC are started from JavaScript.
 */
export class Work {
	readonly #format: Format;
	readonly #limit: number;
	#spent = 0;

	constructor(format: Format, isPasswordGiven = false) {
		this.#format = format;
		this.#limit = isPasswordGiven ? MAX_WORK.withPassword : MAX_WORK.withoutPassword;
	}

	/** @throws ActionError if there are no iterations, or all in all too many */
	spend(iterations: number, workOfOne: number): void {
		if (iterations < 1) throw unreadable(this.#format, 'its number of iterations is zero');
		this.#spent += iterations * workOfOne;
		if (this.#spent > this.#limit) throw tooCostly(this.#format, this.#limit);
	}
}

/** One attempt to open a file, with one password. */
export interface Lock {
	readonly format: Format;
	readonly password: PasswordBytes;
	/** Shared by all attempts at a file. */
	readonly work: Work;
}

/** Input of a key's derivation, in addition to the password. */
export interface Derivation {
	readonly digest: Digest;
	readonly salt: Buffer;
	readonly iterations: number;
	/** Bytes wanted. */
	readonly length: number;
}

const SIZES = {
	md5: { hash: 16, block: 64 },
	sha1: { hash: 20, block: 64 },
	ripemd160: { hash: 20, block: 64 },
	sm3: { hash: 32, block: 64 },
	sha224: { hash: 28, block: 64 },
	sha256: { hash: 32, block: 64 },
	sha384: { hash: 48, block: 128 },
	sha512: { hash: 64, block: 128 },
	'sha512-224': { hash: 28, block: 128 },
	'sha512-256': { hash: 32, block: 128 },
	'sha3-224': { hash: 28, block: 144 },
	'sha3-256': { hash: 32, block: 136 },
	'sha3-384': { hash: 48, block: 104 },
	'sha3-512': { hash: 64, block: 72 },
} as const satisfies Record<Digest, { hash: number; block: number }>;

/** Purposes of derived bytes (RFC 7292 App. B.3). */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const;

/** Number of bytes that a digest gives. */
export function digestLength(digest: Digest): number {
	return SIZES[digest].hash;
}

/** PBKDF2 (RFC 8018 section 5.2). */
export function derivePbkdf2(lock: Lock, { digest, salt, iterations, length }: Derivation): Buffer {
	lock.work.spend(iterations, Math.ceil(length / SIZES[digest].hash));
	return pbkdf2Sync(lock.password.utf8, salt, iterations, length, digest);
}

/** Parameters of scrypt in addition to password and salt (RFC 7914 section 2). */
export interface ScryptCost {
	readonly n: number;
	readonly r: number;
	readonly p: number;
}

/** As OpenSSL allows it. */
const MAX_SCRYPT_BYTES = 32 * 1024 * 1024;

/** scrypt (RFC 7914); undefined if it wants more memory than is given to it, or its numbers are not allowed. */
export function deriveScrypt(lock: Lock, { n, r, p }: ScryptCost, salt: Buffer, length: number): Buffer | undefined {
	if (n < 2 || !Number.isInteger(Math.log2(n)) || r < 1 || p < 1 || 128 * r * (n + p) > MAX_SCRYPT_BYTES)
		return undefined;
	// Measured: 16384, 8 and 1 take as long as 260,000 iterations of PBKDF2.
	lock.work.spend(n * r * p, 2);
	const options = { N: n, r, p, maxmem: 2 * MAX_SCRYPT_BYTES };
	return scryptSync(lock.password.utf8, salt, length, options);
}

/** PKCS#12's own derivation (RFC 7292 App. B.2, whose letters these are). */
export function derivePkcs12(lock: Lock, purpose: number, { digest, salt, iterations, length }: Derivation): Buffer {
	const { hash: u, block: v } = SIZES[digest];
	const rounds = Math.ceil(length / u);
	lock.work.spend(iterations, rounds * WORK_PER_HASH);
	const diversifier = Buffer.alloc(v, purpose);
	const input = Buffer.concat([fill(salt, v), fill(lock.password.bmp, v)]);
	const derived: Buffer[] = [];
	for (let round = 0; round < rounds; round++) {
		let a = hash(digest, Buffer.concat([diversifier, input]), 'buffer');
		for (let iteration = 1; iteration < iterations; iteration++) a = hash(digest, a, 'buffer');
		derived.push(a);
		addToBlocks(input, Buffer.alloc(v, a));
	}
	return Buffer.concat(derived).subarray(0, length);
}

// Repeated up to a whole number of blocks; nothing stays nothing.
function fill(bytes: Buffer, blockLength: number): Buffer {
	return bytes.length === 0 ? bytes : Buffer.alloc(Math.ceil(bytes.length / blockLength) * blockLength, bytes);
}

// Adds `addend` + 1 to each block of `blocks` as to one big number.
function addToBlocks(blocks: Buffer, addend: Buffer): void {
	for (let start = 0; start < blocks.length; start += addend.length) {
		let carry = 1;
		for (let offset = addend.length - 1; offset >= 0; offset--) {
			const sum = blocks.readUInt8(start + offset) + addend.readUInt8(offset) + carry;
			blocks.writeUInt8(sum & 0xff, start + offset);
			carry = sum >> 8;
		}
	}
}
