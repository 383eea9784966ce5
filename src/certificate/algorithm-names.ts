// The usual names of algorithms that certificates, keys and PFX files name by object identifiers.

const NAMES: Readonly<Record<string, string>> = {
	// Encryption with a password (RFC 8018 App. A, RFC 7292 App. C).
	'1.2.840.113549.1.5.1': 'MD2 and DES (PBE-MD2-DES)',
	'1.2.840.113549.1.5.3': 'MD5 and DES (PBE-MD5-DES)',
	'1.2.840.113549.1.5.4': 'MD2 and RC2 (PBE-MD2-RC2-64)',
	'1.2.840.113549.1.5.6': 'MD5 and RC2 (PBE-MD5-RC2-64)',
	'1.2.840.113549.1.5.10': 'SHA-1 and DES (PBE-SHA1-DES)',
	'1.2.840.113549.1.5.11': 'SHA-1 and RC2 (PBE-SHA1-RC2-64)',
	'1.2.840.113549.1.12.1.1': '128-bit RC4 (PBE-SHA1-RC4-128)',
	'1.2.840.113549.1.12.1.2': '40-bit RC4 (PBE-SHA1-RC4-40)',
	// Ciphers.
	'1.3.14.3.2.7': 'DES (DES-CBC)',
	'1.2.840.113549.3.2': 'RC2 (RC2-CBC)',
	'1.2.840.113549.3.4': 'RC4',
	'1.2.840.113549.3.9': 'RC5 (RC5-CBC)',
	'1.2.840.113533.7.66.10': 'CAST5 (CAST5-CBC)',
	'1.3.6.1.4.1.3029.1.2': 'Blowfish (BF-CBC)',
	'1.2.410.200004.1.4': 'SEED (SEED-CBC)',
	'1.2.643.2.2.21': 'GOST 28147-89',
	'2.16.840.1.101.3.4.1.1': 'AES-128-ECB',
	'2.16.840.1.101.3.4.1.3': 'AES-128-OFB',
	'2.16.840.1.101.3.4.1.4': 'AES-128-CFB',
	'2.16.840.1.101.3.4.1.6': 'AES-128-GCM',
	'2.16.840.1.101.3.4.1.23': 'AES-192-OFB',
	'2.16.840.1.101.3.4.1.24': 'AES-192-CFB',
	'2.16.840.1.101.3.4.1.26': 'AES-192-GCM',
	'2.16.840.1.101.3.4.1.41': 'AES-256-ECB',
	'2.16.840.1.101.3.4.1.43': 'AES-256-OFB',
	'2.16.840.1.101.3.4.1.44': 'AES-256-CFB',
	'2.16.840.1.101.3.4.1.46': 'AES-256-GCM',
	// Digests and HMACs.
	'1.2.840.113549.2.2': 'MD2',
	'1.2.840.113549.2.4': 'MD4',
	'1.0.10118.3.0.55': 'Whirlpool',
	'1.2.643.2.2.9': 'GOST R 34.11-94',
	'1.2.643.7.1.1.2.2': 'Streebog-256',
	'1.2.643.7.1.1.2.3': 'Streebog-512',
	'1.2.643.2.2.10': 'GOST R 34.11-94',
	'1.2.643.7.1.1.4.1': 'Streebog-256',
	'1.2.643.7.1.1.4.2': 'Streebog-512',
	// Keys.
	'1.2.840.10040.4.1': 'DSA',
	'1.2.840.10046.2.1': 'DH',
	'1.2.840.113549.1.1.1': 'RSA',
	'1.2.840.113549.1.1.7': 'RSA-OAEP',
	'1.2.840.113549.1.1.10': 'RSA-PSS',
	'1.2.840.10045.2.1': 'EC',
	'1.3.101.110': 'X25519',
	'1.3.101.111': 'X448',
	'1.3.101.112': 'Ed25519',
	'1.3.101.113': 'Ed448',
	'1.2.643.2.2.19': 'GOST R 34.10-2001',
	'1.2.643.7.1.1.1.1': 'GOST R 34.10-2012',
	'1.2.643.7.1.1.1.2': 'GOST R 34.10-2012',
	'2.16.840.1.101.3.4.3.17': 'ML-DSA-44',
	'2.16.840.1.101.3.4.3.18': 'ML-DSA-65',
	'2.16.840.1.101.3.4.3.19': 'ML-DSA-87',
};

/** Returns the usual name of an algorithm, or its identifier; one that is longer than any real one is cut. */
export function nameAlgorithm(oid: string): string {
	return NAMES[oid] ?? (oid.length > 40 ? `${oid.slice(0, 40)}\u2026` : oid);
}

/** The usual names of the kinds of keys that Node names otherwise. */
const KEY_KINDS: Readonly<Record<string, string>> = {
	rsa: 'RSA',
	'rsa-pss': 'RSA-PSS',
	ec: 'EC',
	dsa: 'DSA',
	dh: 'DH',
	ed25519: 'Ed25519',
	ed448: 'Ed448',
	x25519: 'X25519',
	x448: 'X448',
};

/** Returns what a key is called, from Node's name of its kind: `an EC key`, `a DSA key`. */
export function describeKey(kind: string | undefined): string {
	if (kind === undefined) return 'a key of an unknown kind';
	const name = KEY_KINDS[kind] ?? kind.toUpperCase();
	// Letters whose own names begin with a vowel.
	return `${/^[AEFHILMNORSX]/.test(name) ? 'an' : 'a'} ${name} key`;
}

/** Content types (RFC 5652 sections 4, 5, 6 and 8). */
export const CONTENT_OID = {
	data: '1.2.840.113549.1.7.1',
	encryptedData: '1.2.840.113549.1.7.6',
} as const;

/** Bags and what they hold (RFC 7292 section 4.2, App. D). */
export const BAG_OID = {
	key: '1.2.840.113549.1.12.10.1.1',
	shroudedKey: '1.2.840.113549.1.12.10.1.2',
	certificate: '1.2.840.113549.1.12.10.1.3',
	safeContents: '1.2.840.113549.1.12.10.1.6',
	x509Certificate: '1.2.840.113549.1.9.22.1',
} as const;

/** Attributes of a bag (RFC 2985 section 5.5; Microsoft's `szOID_PKCS_12_KEY_PROVIDER_NAME_ATTR`). */
export const ATTRIBUTE_OID = {
	friendlyName: '1.2.840.113549.1.9.20',
	localKeyId: '1.2.840.113549.1.9.21',
	cspName: '1.3.6.1.4.1.311.17.1',
} as const;

/** Schemes that protect (RFC 8018 App. A, RFC 7292 App. C; scrypt: RFC 7914 section 7). */
export const SCHEME_OID = {
	pbkdf2: '1.2.840.113549.1.5.12',
	pbes2: '1.2.840.113549.1.5.13',
	pbmac1: '1.2.840.113549.1.5.14',
	scrypt: '1.3.6.1.4.1.11591.4.11',
	sha1And3Des: '1.2.840.113549.1.12.1.3',
	sha1And2KeyTripleDes: '1.2.840.113549.1.12.1.4',
	sha1And128BitRc2: '1.2.840.113549.1.12.1.5',
	sha1And40BitRc2: '1.2.840.113549.1.12.1.6',
} as const;

/** Ciphers, all in CBC mode (RFC 3565 section 4.1, RFC 8018 App. B.2; Camellia: RFC 3657; ARIA: RFC 5794; SM4: GM/T 0006). */
export const CIPHER_OID = {
	aes128: '2.16.840.1.101.3.4.1.2',
	aes192: '2.16.840.1.101.3.4.1.22',
	aes256: '2.16.840.1.101.3.4.1.42',
	tripleDes: '1.2.840.113549.3.7',
	camellia128: '1.2.392.200011.61.1.1.1.2',
	camellia192: '1.2.392.200011.61.1.1.1.3',
	camellia256: '1.2.392.200011.61.1.1.1.4',
	aria128: '1.2.410.200046.1.1.2',
	aria192: '1.2.410.200046.1.1.7',
	aria256: '1.2.410.200046.1.1.12',
	sm4: '1.2.156.10197.1.104.2',
} as const;

/** Digests (RFC 8017 App. B.1; SHA-3: FIPS 202), by the names that Node gives them. */
export const DIGEST_OID = {
	md5: '1.2.840.113549.2.5',
	sha1: '1.3.14.3.2.26',
	ripemd160: '1.3.36.3.2.1',
	sm3: '1.2.156.10197.1.401',
	sha224: '2.16.840.1.101.3.4.2.4',
	sha256: '2.16.840.1.101.3.4.2.1',
	sha384: '2.16.840.1.101.3.4.2.2',
	sha512: '2.16.840.1.101.3.4.2.3',
	'sha512-224': '2.16.840.1.101.3.4.2.5',
	'sha512-256': '2.16.840.1.101.3.4.2.6',
	'sha3-224': '2.16.840.1.101.3.4.2.7',
	'sha3-256': '2.16.840.1.101.3.4.2.8',
	'sha3-384': '2.16.840.1.101.3.4.2.9',
	'sha3-512': '2.16.840.1.101.3.4.2.10',
} as const;

/** Digests that MACs are made with. */
export type Digest = keyof typeof DIGEST_OID;

/** HMAC with a digest (RFC 8018 App. B.1). */
export const HMAC_OID = {
	md5: '1.2.840.113549.2.6',
	sha1: '1.2.840.113549.2.7',
	sha224: '1.2.840.113549.2.8',
	sha256: '1.2.840.113549.2.9',
	sha384: '1.2.840.113549.2.10',
	sha512: '1.2.840.113549.2.11',
	'sha512-224': '1.2.840.113549.2.12',
	'sha512-256': '1.2.840.113549.2.13',
	'sha3-224': '2.16.840.1.101.3.4.2.13',
	'sha3-256': '2.16.840.1.101.3.4.2.14',
	'sha3-384': '2.16.840.1.101.3.4.2.15',
	'sha3-512': '2.16.840.1.101.3.4.2.16',
} as const satisfies Partial<Record<Digest, string>>;
