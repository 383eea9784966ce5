// A writer of PFX files (PKCS#12, RFC 7292): one private key with its certificates, everything encrypted.
import { createCipheriv, createHash, createHmac } from 'node:crypto';
import {
	ATTRIBUTE_OID,
	BAG_OID,
	CIPHER_OID,
	CONTENT_OID,
	DIGEST_OID,
	HMAC_OID,
	SCHEME_OID,
} from './algorithm-names.js';
import { TAG } from './der.js';
import {
	writeBmpString,
	writeElement,
	writeInteger,
	writeNull,
	writeOctets,
	writeOid,
	writeSequence,
	writeSetOf,
} from './der-write.js';
import { derivePbkdf2, derivePkcs12, digestLength, encodePassword, type Lock, PURPOSE, Work } from './pfx-kdf.js';

/**
 * - `aes256`: AES-256 with PBKDF2 and HMAC-SHA-256, SHA-256 in the MAC: Windows 10 1709, OpenSSL 1.1, Java 8u301 and later
 * - `3des`: Triple DES and SHA-1, which the keychain of macOS and older Windows ask for
 */
export type PfxProtection = 'aes256' | '3des';

/** Contents and protection of a new PFX. */
export interface PfxParts {
	/** PKCS#8, DER. */
	readonly privateKey: Buffer;
	/** DER: that of the key first, then its issuers. */
	readonly certificates: readonly Buffer[];
	/** null stands for none, which PKCS#12 tells from the empty one. */
	readonly password: string | null;
	/** Name of the entry in Windows and Java. */
	readonly friendlyName: string;
	readonly protection: PfxProtection;
	/** Name of the Windows provider that is to hold the key. */
	readonly csp?: string;
	/** So many random bytes, fit for cryptography. */
	readonly randomBytes: (length: number) => Buffer;
}

/** As many as OpenSSL and Windows take; what protects is that the password is long and random. */
const PKCS12_ITERATIONS = 2048;
const PBKDF2_ITERATIONS = 10_000;
const SALT_LENGTH = 16;
/** Some readers take only 8 bytes with the schemes of PKCS#12. */
const PKCS12_SALT_LENGTH = 8;

/** A PFX with the key, the certificates and a MAC. */
export function writePfx(parts: PfxParts): Buffer {
	const { randomBytes, protection } = parts;
	const lock = { format: 'PFX', password: encodePassword(parts.password), work: new Work('PFX') } as const;
	const encrypt = (plain: Buffer): Encrypted => ENCRYPTIONS[protection](plain, lock, randomBytes);
	const safe = writeSequence(
		writeEncryptedData(encrypt(writeCertificateBags(parts))),
		writeData(writeSequence(writeKeyBag(parts, encrypt(parts.privateKey)))),
	);
	return writeSequence(writeInteger(3), writeData(safe), writeMacData(safe, lock, parts));
}

function writeData(content: Buffer): Buffer {
	return writeSequence(writeOid(CONTENT_OID.data), writeElement(TAG.context0, writeOctets(content)));
}

function writeEncryptedData({ algorithm, data }: Encrypted): Buffer {
	const info = writeSequence(writeOid(CONTENT_OID.data), algorithm, writeElement(TAG.context0Primitive, data));
	const encryptedData = writeSequence(writeInteger(0), info);
	return writeSequence(writeOid(CONTENT_OID.encryptedData), writeElement(TAG.context0, encryptedData));
}

function writeBag(oid: string, value: Buffer, attributes: readonly Buffer[]): Buffer {
	const set = attributes.length === 0 ? [] : [writeSetOf(...attributes)];
	return writeSequence(writeOid(oid), writeElement(TAG.context0, value), ...set);
}

function writeKeyBag(parts: PfxParts, { algorithm, data }: Encrypted): Buffer {
	const csp = parts.csp === undefined ? [] : [writeAttribute(ATTRIBUTE_OID.cspName, writeBmpString(parts.csp))];
	const encryptedKey = writeSequence(algorithm, writeOctets(data));
	return writeBag(BAG_OID.shroudedKey, encryptedKey, [...writeCommonAttributes(parts), ...csp]);
}

function writeCertificateBags(parts: PfxParts): Buffer {
	const bags = parts.certificates.map((certificate, index) => {
		const value = writeElement(TAG.context0, writeOctets(certificate));
		const bag = writeSequence(writeOid(BAG_OID.x509Certificate), value);
		return writeBag(BAG_OID.certificate, bag, index === 0 ? writeCommonAttributes(parts) : []);
	});
	return writeSequence(...bags);
}

// They tie the key to its certificate; readers such as Java go by the identifier. Any will do: OpenSSL's is this one.
function writeCommonAttributes({ certificates, friendlyName }: PfxParts): readonly Buffer[] {
	const [leaf = Buffer.alloc(0)] = certificates;
	const localKeyId = createHash('sha1').update(leaf).digest();
	return [
		writeAttribute(ATTRIBUTE_OID.friendlyName, writeBmpString(friendlyName)),
		writeAttribute(ATTRIBUTE_OID.localKeyId, writeOctets(localKeyId)),
	];
}

function writeAttribute(oid: string, value: Buffer): Buffer {
	return writeSequence(writeOid(oid), writeSetOf(value));
}

interface Encrypted {
	/** The `AlgorithmIdentifier`. */
	readonly algorithm: Buffer;
	readonly data: Buffer;
}

type Encryption = (plain: Buffer, lock: Lock, randomBytes: PfxParts['randomBytes']) => Encrypted;

const ENCRYPTIONS: Readonly<Record<PfxProtection, Encryption>> = { aes256: encryptAes256, '3des': encrypt3Des };

function encryptAes256(plain: Buffer, lock: Lock, randomBytes: PfxParts['randomBytes']): Encrypted {
	const salt = randomBytes(SALT_LENGTH);
	const iv = randomBytes(16);
	const key = derivePbkdf2(lock, { digest: 'sha256', salt, iterations: PBKDF2_ITERATIONS, length: 32 });
	const hmac = writeSequence(writeOid(HMAC_OID.sha256), writeNull());
	const pbkdf2 = writeSequence(writeOctets(salt), writeInteger(PBKDF2_ITERATIONS), hmac);
	const derivation = writeSequence(writeOid(SCHEME_OID.pbkdf2), pbkdf2);
	const cipher = writeSequence(writeOid(CIPHER_OID.aes256), writeOctets(iv));
	const algorithm = writeSequence(writeOid(SCHEME_OID.pbes2), writeSequence(derivation, cipher));
	return { algorithm, data: encryptBlocks('aes-256-cbc', key, iv, plain) };
}

function encrypt3Des(plain: Buffer, lock: Lock, randomBytes: PfxParts['randomBytes']): Encrypted {
	const salt = randomBytes(PKCS12_SALT_LENGTH);
	const derivation = { digest: 'sha1', salt, iterations: PKCS12_ITERATIONS } as const;
	const key = derivePkcs12(lock, PURPOSE.key, { ...derivation, length: 24 });
	const iv = derivePkcs12(lock, PURPOSE.iv, { ...derivation, length: 8 });
	const parameters = writeSequence(writeOctets(salt), writeInteger(PKCS12_ITERATIONS));
	const algorithm = writeSequence(writeOid(SCHEME_OID.sha1And3Des), parameters);
	return { algorithm, data: encryptBlocks('des-ede3-cbc', key, iv, plain) };
}

function encryptBlocks(name: string, key: Buffer, iv: Buffer, plain: Buffer): Buffer {
	const cipher = createCipheriv(name, key, iv);
	return Buffer.concat([cipher.update(plain), cipher.final()]);
}

function writeMacData(safe: Buffer, lock: Lock, { protection, randomBytes }: PfxParts): Buffer {
	const digest = protection === 'aes256' ? 'sha256' : 'sha1';
	const salt = randomBytes(SALT_LENGTH);
	const derivation = { digest, salt, iterations: PKCS12_ITERATIONS, length: digestLength(digest) } as const;
	const mac = createHmac(digest, derivePkcs12(lock, PURPOSE.mac, derivation))
		.update(safe)
		.digest();
	const algorithm = writeSequence(writeOid(DIGEST_OID[digest]), writeNull());
	const digestInfo = writeSequence(algorithm, writeOctets(mac));
	return writeSequence(digestInfo, writeOctets(salt), writeInteger(PKCS12_ITERATIONS));
}
