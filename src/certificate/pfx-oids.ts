// The object identifiers of PKCS#12 files.

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
