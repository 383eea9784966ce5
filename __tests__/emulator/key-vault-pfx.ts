// Writes a PFX as Key Vault does: 3DES and SHA-1, 2000 iterations, under the null password (RFC 7292).
import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { der, explicit, integer, nothing, octets, oid, sequence } from './der.js';

const ITERATIONS = 2000;

/** Contents of a PFX, in DER. */
export interface PfxContents {
	/** PKCS#8; undefined for a key that cannot be exported: the PFX then holds the certificate alone, as the real one does. */
	readonly privateKey: Buffer | undefined;
	readonly certificate: Buffer;
	/** Those above it. */
	readonly issuers?: readonly Buffer[];
}

/** The PFX in DER. Its password is null: no bytes at all, where OpenSSL's empty password is two zero bytes. */
export function makeKeyVaultPfx({ privateKey, certificate, issuers = [] }: PfxContents): Buffer {
	const certificates = encryptedData(
		sequence(certificateBag(certificate, LOCAL_KEY_ID), ...issuers.map((one) => certificateBag(one))),
	);
	const parts = privateKey === undefined ? [certificates] : [data(sequence(keyBag(privateKey))), certificates];
	const safe = sequence(...parts);
	return sequence(integer(3), data(safe), macData(safe));
}

const OID = {
	data: '1.2.840.113549.1.7.1',
	encryptedData: '1.2.840.113549.1.7.6',
	localKeyId: '1.2.840.113549.1.9.21',
	x509Certificate: '1.2.840.113549.1.9.22.1',
	shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
	certificateBag: '1.2.840.113549.1.12.10.1.3',
	pbeWithSha1And3Des: '1.2.840.113549.1.12.1.3',
	sha1: '1.3.14.3.2.26',
} as const;

function data(content: Buffer): Buffer {
	return sequence(oid(OID.data), explicit(0, octets(content)));
}

function encryptedData(content: Buffer): Buffer {
	const { algorithm, encrypted } = encrypt(content);
	// encryptedContent is [0] IMPLICIT OCTET STRING.
	const info = sequence(oid(OID.data), algorithm, der(0x80, encrypted));
	return sequence(oid(OID.encryptedData), explicit(0, sequence(integer(0), info)));
}

// The key and its certificate find one another by this attribute.
const LOCAL_KEY_ID = sequence(oid(OID.localKeyId), der(0x31, octets(Buffer.from('01000000', 'hex'))));

function keyBag(privateKey: Buffer): Buffer {
	const { algorithm, encrypted } = encrypt(privateKey);
	return bag(OID.shroudedKeyBag, sequence(algorithm, octets(encrypted)), LOCAL_KEY_ID);
}

function certificateBag(certificate: Buffer, ...attributes: readonly Buffer[]): Buffer {
	const value = sequence(oid(OID.x509Certificate), explicit(0, octets(certificate)));
	return bag(OID.certificateBag, value, ...attributes);
}

function bag(type: string, value: Buffer, ...attributes: readonly Buffer[]): Buffer {
	return sequence(oid(type), explicit(0, value), ...(attributes.length > 0 ? [der(0x31, ...attributes)] : []));
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
	const digestInfo = sequence(sequence(oid(OID.sha1), nothing()), octets(mac));
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
