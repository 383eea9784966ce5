// PFX files put together piece by piece, right or wrong, as the writer would never make them.
import { createCipheriv, createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { BAG_OID, CIPHER_OID, CONTENT_OID, HMAC_OID, SCHEME_OID } from '../../src/certificate/algorithm-names.js';
import { readElements, TAG } from '../../src/certificate/der.js';
import {
	writeElement,
	writeInteger,
	writeNull,
	writeOctets,
	writeOid,
	writeSequence,
} from '../../src/certificate/der-write.js';

const explicit = (...contents: readonly Buffer[]): Buffer => writeElement(TAG.context0, ...contents);

/** A `ContentInfo`. */
export function contentInfo(type: string, content: Buffer): Buffer {
	return writeSequence(writeOid(type), explicit(content));
}

/** `ContentInfo` of bags that are not encrypted. */
export function dataOf(...bags: readonly Buffer[]): Buffer {
	return contentInfo(CONTENT_OID.data, writeOctets(writeSequence(...bags)));
}

/** `ContentInfo` of what is encrypted. */
export function encryptedDataOf({ algorithm, data }: Encrypted): Buffer {
	const info = writeSequence(writeOid(CONTENT_OID.data), algorithm, writeElement(TAG.context0Primitive, data));
	return contentInfo(CONTENT_OID.encryptedData, writeSequence(writeInteger(0), info));
}

/** A `PFX` of these `ContentInfo`s. */
export function pfxOf(contents: readonly Buffer[], { version = 3, macData = [] as readonly Buffer[] } = {}): Buffer {
	const safe = writeSequence(...contents);
	return writeSequence(writeInteger(version), contentInfo(CONTENT_OID.data, writeOctets(safe)), ...macData);
}

/** A `SafeBag`. */
export function bag(oid: string, value: Buffer, ...attributes: readonly Buffer[]): Buffer {
	const set = attributes.length === 0 ? [] : [writeElement(TAG.set, ...attributes)];
	return writeSequence(writeOid(oid), explicit(value), ...set);
}

/** An attribute of a bag, with one value. */
export function attribute(oid: string, value: Buffer): Buffer {
	return writeSequence(writeOid(oid), writeElement(TAG.set, value));
}

/** A `SafeBag` of a certificate. */
export function certificateBag(certificate: Buffer, ...attributes: readonly Buffer[]): Buffer {
	const value = writeSequence(writeOid(BAG_OID.x509Certificate), explicit(writeOctets(certificate)));
	return bag(BAG_OID.certificate, value, ...attributes);
}

/** The PFX without its MAC. */
export function withoutMac(pfx: Buffer): Buffer {
	const [version, authSafe] = insideOf(pfx);
	return writeSequence(version, authSafe);
}

/** The PFX with another MAC, made from the bytes that a MAC protects. */
export function withMac(pfx: Buffer, makeMacData: (safe: Buffer) => Buffer): Buffer {
	const [version, authSafe] = insideOf(pfx);
	const [, content] = insideOf(authSafe);
	const [octets] = insideOf(content);
	const [safe] = readElements(octets);
	return writeSequence(version, authSafe, makeMacData(safe?.contents ?? Buffer.alloc(0)));
}

// So many as the tests need; none is missing in what they take apart.
function insideOf(der: Buffer): [Buffer, Buffer] {
	const [outer] = readElements(der);
	const [first, second] = readElements(outer?.contents ?? Buffer.alloc(0));
	return [first?.raw ?? Buffer.alloc(0), second?.raw ?? Buffer.alloc(0)];
}

/** What a test asks of PBKDF2; what is left out is as it should be. */
export interface Pbkdf2Options {
	readonly iterations?: number;
	readonly digest?: keyof typeof HMAC_OID;
	/** `null` leaves it out, so that the default (HMAC-SHA-1) counts. */
	readonly hmacOid?: string | null;
	/** Written as it is; left out, no length is written. */
	readonly length?: number;
	readonly derivationOid?: string;
}

const SALT = Buffer.from('0123456789abcdef', 'hex');

function pbkdf2(wanted: Pbkdf2Options): Buffer {
	const hmacOid = wanted.hmacOid === undefined ? HMAC_OID[wanted.digest ?? 'sha256'] : wanted.hmacOid;
	const length = wanted.length === undefined ? [] : [writeInteger(wanted.length)];
	const hmac = hmacOid === null ? [] : [writeSequence(writeOid(hmacOid), writeNull())];
	const parameters = writeSequence(writeOctets(SALT), writeInteger(wanted.iterations ?? 1), ...length, ...hmac);
	return writeSequence(writeOid(wanted.derivationOid ?? SCHEME_OID.pbkdf2), parameters);
}

/** Data, and the `AlgorithmIdentifier` of what encrypted it. */
export interface Encrypted {
	readonly algorithm: Buffer;
	readonly data: Buffer;
}

/** What a test asks of PBES2. */
export interface Pbes2Options extends Pbkdf2Options {
	readonly cipherOid?: string;
	readonly ivLength?: number;
}

/** Data encrypted with PBES2 and AES-256. */
export function encryptPbes2(plain: Buffer, password: string, wanted: Pbes2Options = {}): Encrypted {
	const iv = Buffer.alloc(wanted.ivLength ?? 16, 0x1f);
	const cipherAlgorithm = writeSequence(writeOid(wanted.cipherOid ?? CIPHER_OID.aes256), writeOctets(iv));
	const algorithm = writeSequence(writeOid(SCHEME_OID.pbes2), writeSequence(pbkdf2(wanted), cipherAlgorithm));
	// A huge count is for the reader to refuse; the writer need not go through it.
	const iterations = Math.min(wanted.iterations || 1, 20_000);
	const key = pbkdf2Sync(password, SALT, iterations, 32, wanted.digest ?? 'sha256');
	const cipher = createCipheriv('aes-256-cbc', key, Buffer.alloc(16, 0x1f));
	return { algorithm, data: Buffer.concat([cipher.update(plain), cipher.final()]) };
}

/** `MacData` with PBMAC1 (RFC 9579). */
export function pbmac1(safe: Buffer, password: string, wanted: Pbkdf2Options = {}): Buffer {
	const { digest = 'sha256', iterations = 1, length = 0 } = wanted;
	// Node 24 refuses to derive no bytes at all.
	const key = pbkdf2Sync(password, SALT, iterations, length || 32, digest);
	const mac = createHmac(digest, key).update(safe).digest();
	const scheme = writeSequence(writeOid(HMAC_OID[digest]), writeNull());
	const algorithm = writeSequence(writeOid(SCHEME_OID.pbmac1), writeSequence(pbkdf2(wanted), scheme));
	const notUsed = [writeOctets(Buffer.from('NOT USED')), writeInteger(1)];
	return writeSequence(writeSequence(algorithm, writeOctets(mac)), ...notUsed);
}

/** `MacData` whose digest and iterations are as given, and whose MAC fits nothing. */
export function macDataOf(digestOid: string, iterations?: number): Buffer {
	const digestInfo = writeSequence(writeSequence(writeOid(digestOid), writeNull()), writeOctets(Buffer.alloc(20)));
	const count = iterations === undefined ? [] : [writeInteger(iterations)];
	return writeSequence(digestInfo, writeOctets(SALT), ...count);
}

/**
 * The same in BER: constructed elements of indefinite length, and octet strings in pieces of 100 bytes.
 * The content of octet strings stays as it is, since a MAC may protect it.
 */
export function toBer(der: Buffer): Buffer {
	const pieces = readElements(der).map(({ tag, contents, raw }) => {
		const isOctets = tag === TAG.octetString || tag === TAG.context0Primitive;
		if (isOctets) return indefinite(tag | 0x20, chunksOf(contents).map(writeOctets));
		return (tag & 0x20) === 0 ? raw : indefinite(tag, [toBer(contents)]);
	});
	return Buffer.concat(pieces);
}

function indefinite(tag: number, contents: readonly Buffer[]): Buffer {
	return Buffer.concat([Buffer.from([tag, 0x80]), ...contents, Buffer.from([0, 0])]);
}

function chunksOf(bytes: Buffer): readonly Buffer[] {
	const count = Math.ceil(bytes.length / 100);
	return Array.from({ length: count }, (_, index) => bytes.subarray(index * 100, (index + 1) * 100));
}

/** Random bytes that are the same in each run. */
export function makeRandomBytes(seed: string): (length: number) => Buffer {
	let count = 0;
	return (length) => {
		count += 1;
		return createHash('shake256', { outputLength: length }).update(`${seed} ${count}`).digest();
	};
}
