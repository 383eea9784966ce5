// Writes a PFX as Key Vault does: 3DES and SHA-1, 2000 iterations, under the null password (RFC 7292).
import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

const ITERATIONS = 2000;

/** What a PFX holds, in DER. */
export interface PfxContents {
	/** PKCS#8; undefined for a key that cannot be exported: the PFX then holds the certificate alone, as the real one does. */
	readonly privateKey: Buffer | undefined;
	readonly certificate: Buffer;
}

/** The PFX in DER. Its password is null: no bytes at all, where OpenSSL's empty password is two zero bytes. */
export function makeKeyVaultPfx({ privateKey, certificate }: PfxContents): Buffer {
	const certificates = encryptedData(safeContents(certificateBag(certificate)));
	const parts = privateKey === undefined ? [certificates] : [data(safeContents(keyBag(privateKey))), certificates];
	const safe = sequence(...parts);
	return sequence(integer(3), data(safe), macData(safe));
}

const OID = {
	data: '2a864886f70d010701',
	encryptedData: '2a864886f70d010706',
	localKeyId: '2a864886f70d010915',
	x509Certificate: '2a864886f70d01091601',
	shroudedKeyBag: '2a864886f70d010c0a0102',
	certificateBag: '2a864886f70d010c0a0103',
	pbeWithSha1And3Des: '2a864886f70d010c0103',
	sha1: '2b0e03021a',
} as const;

function data(content: Buffer): Buffer {
	return sequence(oid(OID.data), explicit0(octets(content)));
}

function encryptedData(content: Buffer): Buffer {
	const { algorithm, encrypted } = encrypt(content);
	// encryptedContent is [0] IMPLICIT OCTET STRING.
	const info = sequence(oid(OID.data), algorithm, der(0x80, encrypted));
	return sequence(oid(OID.encryptedData), explicit0(sequence(integer(0), info)));
}

function safeContents(bag: Buffer): Buffer {
	return sequence(bag);
}

function keyBag(privateKey: Buffer): Buffer {
	const { algorithm, encrypted } = encrypt(privateKey);
	return bag(OID.shroudedKeyBag, sequence(algorithm, octets(encrypted)));
}

function certificateBag(certificate: Buffer): Buffer {
	return bag(OID.certificateBag, sequence(oid(OID.x509Certificate), explicit0(octets(certificate))));
}

// The key and its certificate find one another by this attribute.
function bag(type: string, value: Buffer): Buffer {
	const localKeyId = sequence(oid(OID.localKeyId), der(0x31, octets(Buffer.from('01000000', 'hex'))));
	return sequence(oid(type), explicit0(value), der(0x31, localKeyId));
}

function encrypt(content: Buffer): { algorithm: Buffer; encrypted: Buffer } {
	const salt = randomBytes(8);
	const cipher = createCipheriv('des-ede3-cbc', derive(1, salt, 24), derive(2, salt, 8));
	return {
		algorithm: sequence(oid(OID.pbeWithSha1And3Des), sequence(octets(salt), integer(ITERATIONS))),
		encrypted: Buffer.concat([cipher.update(content), cipher.final()]),
	};
}

function macData(content: Buffer): Buffer {
	const salt = randomBytes(20);
	const mac = createHmac('sha1', derive(3, salt, 20))
		.update(content)
		.digest();
	const digestInfo = sequence(sequence(oid(OID.sha1), der(0x05)), octets(mac));
	return sequence(digestInfo, octets(salt), integer(ITERATIONS));
}

// RFC 7292 appendix B.2 with SHA-1 for the null password: P is empty, so I is the salt alone. One salt is at most one
// block of 64 bytes here, which leaves a single block to add to.
function derive(id: 1 | 2 | 3, salt: Buffer, length: number): Buffer {
	const blockLength = 64;
	const diversifier = Buffer.alloc(blockLength, id);
	let block: Buffer = Buffer.alloc(blockLength);
	for (let index = 0; index < blockLength; index++) block[index] = salt[index % salt.length] ?? 0;
	let derived: Buffer = Buffer.alloc(0);
	while (derived.length < length) {
		let digest = createHash('sha1').update(diversifier).update(block).digest();
		for (let round = 1; round < ITERATIONS; round++) digest = createHash('sha1').update(digest).digest();
		derived = Buffer.concat([derived, digest]);
		block = addPlusOne(block, digest);
	}
	return derived.subarray(0, length);
}

// block + digest, repeated to the block's length, + 1, modulo 2^512.
function addPlusOne(block: Buffer, digest: Buffer): Buffer {
	const sum = Buffer.alloc(block.length);
	let carry = 1;
	for (let index = block.length - 1; index >= 0; index--) {
		carry += (block[index] ?? 0) + (digest[index % digest.length] ?? 0);
		sum[index] = carry & 0xff;
		carry >>= 8;
	}
	return sum;
}

function sequence(...parts: readonly Buffer[]): Buffer {
	return der(0x30, ...parts);
}

function explicit0(content: Buffer): Buffer {
	return der(0xa0, content);
}

function octets(content: Buffer): Buffer {
	return der(0x04, content);
}

function oid(hex: string): Buffer {
	return der(0x06, Buffer.from(hex, 'hex'));
}

// Up to 0x7fff, in as few bytes as DER wants.
function integer(value: number): Buffer {
	return der(0x02, Buffer.from(value < 0x80 ? [value] : [value >> 8, value & 0xff]));
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
	const content = Buffer.concat(parts);
	const { length } = content;
	const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
