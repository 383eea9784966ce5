"use strict";
exports.id = 233;
exports.ids = [233];
exports.modules = {

/***/ 8920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  eL: () => (readBer),
  m3: () => (readBerInside),
  pQ: () => (readOctets)
});
var _der_js_0 = __webpack_require__(1722);
// A reader of BER (ITU-T X.690 section 8), which PKCS#12 allows beside DER: indefinite lengths, octet strings in pieces.

/** Deeper nesting than any tool writes; without a limit a few kilobytes could exhaust the stack. */
const MAX_DEPTH = 32;
const CONSTRUCTED = 0x20;
const INDEFINITE_LENGTH = 0x80;
/**
 * The elements that follow one another in `bytes`.
 * @throws ActionError where they are cut off, not BER, or nested too deeply
 */
function readBer(bytes) {
	const elements = [];
	for (let offset = 0; offset < bytes.length;) {
		const { element, end } = readBerElement(bytes, offset, MAX_DEPTH);
		elements.push(element);
		offset = end;
	}
	return elements;
}
/**
 * The elements inside a constructed element.
 * @throws ActionError where it has another tag or is not BER
 */
function readBerInside(element, tag) {
	if (element?.tag !== tag)
		throw (0,_der_js_0/* .notDer */ .LB)();
	return readBer(element.contents);
}
/**
 * The bytes of an octet string, whole or in pieces.
 * @param tag the primitive tag: that of an octet string, or of `[0] IMPLICIT OCTET STRING`
 * @throws ActionError where it is none
 */
function readOctets(element, tag = _der_js_0/* .TAG */ .Dk.octetString) {
	return joinPieces(element, tag, MAX_DEPTH);
}
function joinPieces(element, tag, depth) {
	if (element?.tag === tag)
		return element.contents;
	if (element?.tag !== (tag | CONSTRUCTED) || depth === 0)
		throw (0,_der_js_0/* .notDer */ .LB)();
	// Whatever the tag of the whole, the pieces are plain octet strings (X.690 section 8.7.3.2).
	return Buffer.concat(readBer(element.contents).map((piece) => joinPieces(piece, _der_js_0/* .TAG */ .Dk.octetString, depth - 1)));
}
function readBerElement(bytes, offset, depth) {
	const tag = bytes[offset] ?? 0;
	const isIndefinite = (tag & 0x1f) !== 0x1f && (tag & CONSTRUCTED) !== 0 && bytes[offset + 1] === INDEFINITE_LENGTH;
	if (!isIndefinite)
		return (0,_der_js_0/* .readElement */ .RN)(bytes, offset);
	if (depth === 0)
		throw (0,_der_js_0/* .notDer */ .LB)();
	const start = offset + 2;
	let end = start;
	// Two zero bytes end it; where they are missing, reading an element beyond the end fails.
	while (bytes[end] !== 0 || bytes[end + 1] !== 0)
		end = readBerElement(bytes, end, depth - 1).end;
	const contents = bytes.subarray(start, end);
	end += 2;
	return { element: { tag, contents, raw: bytes.subarray(offset, end) }, end };
}

/***/ }),

/***/ 7163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  g: () => (findIdentity)
});
var node_crypto_0 = __webpack_require__(7598);
var _pfx_error_js_1 = __webpack_require__(5248);
// Which certificate belongs to a private key, and which ones issued it.


/** Far beyond any chain that is in use; keeps the comparisons of a hostile file few. */
const MAX_CERTIFICATES = 100;
/**
 * The first key that one of the certificates belongs to, with that certificate and its issuers.
 * @throws ActionError where there is no key, where no certificate that is meant belongs to one, and where there are too many
 */
function findIdentity(format, { privateKeys, certificates, wanted }) {
	if (privateKeys.length === 0)
		throw (0,_pfx_error_js_1/* .noKey */ .Ns)(format, certificates.length);
	if (Math.max(privateKeys.length, certificates.length) > MAX_CERTIFICATES)
		throw (0,_pfx_error_js_1/* .unsupported */ .qO)(format, `more than ${MAX_CERTIFICATES} keys or certificates`);
	const parsed = certificates.flatMap((certificate) => parseCertificate(certificate) ?? []);
	const candidates = wanted === undefined ? parsed : parsed.filter(({ raw }) => raw.equals(wanted));
	for (const privateKey of privateKeys) {
		const leaf = candidates.find((certificate) => belongsTo(privateKey, certificate));
		if (leaf === undefined)
			continue;
		return { privateKey, certificate: leaf.raw, chain: findIssuers(leaf, parsed).map(({ raw }) => raw) };
	}
	throw (0,_pfx_error_js_1/* .noCertificate */ .X1)(format, certificates.length);
}
function findIssuers(leaf, certificates) {
	const issuers = [];
	const left = certificates.filter((certificate) => !certificate.raw.equals(leaf.raw));
	for (let current = leaf; !isIssuedBy(current, current);) {
		const index = left.findIndex((candidate) => isIssuedBy(current, candidate));
		const [issuer] = index === -1 ? [] : left.splice(index, 1);
		if (issuer === undefined)
			break;
		issuers.push(issuer);
		current = issuer;
	}
	return issuers;
}
// Names alone do not tell: a renewed authority keeps its name.
function isIssuedBy(certificate, issuer) {
	return attempt(() => certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)) === true;
}
// Not by comparing public keys with `equals`: where their types differ, it leaves an error behind in OpenSSL's queue, and
// the next key that Node 20 or 24 parses fails with it.
function belongsTo(privateKey, certificate) {
	return certificate.checkPrivateKey(privateKey);
}
function parseCertificate(der) {
	return attempt(() => new node_crypto_0.X509Certificate(der));
}
// What OpenSSL does not know, such as an exotic kind of key, is no match rather than a failure.
function attempt(act) {
	try {
		return act();
	}
	catch {
		return undefined;
	}
}

/***/ }),

/***/ 6095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  EN: () => (readSafe),
  Vw: () => (decryptKey),
  an: () => (readContentInfo)
});
var _ber_js_0 = __webpack_require__(8920);
var _der_js_1 = __webpack_require__(1722);
var _pfx_cipher_js_2 = __webpack_require__(5799);
var _pfx_error_js_3 = __webpack_require__(5248);
var _pfx_oids_js_4 = __webpack_require__(2625);
// The bags of a PFX: private keys and certificates, encrypted or not (RFC 7292 sections 4.1 and 4.2).





/** Bags within bags: more than any tool writes, few enough for the stack. */
const MAX_DEPTH = 8;
/** @throws ActionError where it is none */
function readContentInfo(element) {
	const [type, explicit] = (0,_ber_js_0/* .readBerInside */ .m3)(element, _der_js_1/* .TAG */ .Dk.sequence);
	const [content] = (0,_ber_js_0/* .readBerInside */ .m3)(explicit, _der_js_1/* .TAG */ .Dk.context0);
	return { type: (0,_der_js_1/* .readOid */ .fM)(type), content };
}
/**
 * The keys and certificates of an `AuthenticatedSafe`.
 * @throws ActionError where the password is wrong, or it cannot be read
 */
function readSafe(authenticatedSafe, lock) {
	const privateKeys = [];
	const certificates = [];
	const [sequence] = (0,_ber_js_0/* .readBer */ .eL)(authenticatedSafe);
	for (const element of (0,_ber_js_0/* .readBerInside */ .m3)(sequence, _der_js_1/* .TAG */ .Dk.sequence)) {
		const safeContents = openContents(readContentInfo(element), lock);
		readBags(safeContents, { lock, privateKeys, certificates, depth: 0 });
	}
	return { privateKeys, certificates };
}
function openContents({ type, content }, lock) {
	if (type === _pfx_oids_js_4/* .CONTENT_OID */ .h8.data)
		return (0,_ber_js_0/* .readOctets */ .pQ)(content);
	if (type !== _pfx_oids_js_4/* .CONTENT_OID */ .h8.encryptedData)
		throw (0,_pfx_error_js_3/* .unsupported */ .qO)(lock.format, 'encryption to a public key');
	const [, encryptedContentInfo] = (0,_ber_js_0/* .readBerInside */ .m3)(content, _der_js_1/* .TAG */ .Dk.sequence);
	const [, algorithm, encrypted] = (0,_ber_js_0/* .readBerInside */ .m3)(encryptedContentInfo, _der_js_1/* .TAG */ .Dk.sequence);
	return (0,_pfx_cipher_js_2/* .decrypt */ .Yc)(algorithm, (0,_ber_js_0/* .readOctets */ .pQ)(encrypted, _der_js_1/* .TAG */ .Dk.context0Primitive), lock);
}
function readBags(safeContents, reading) {
	if (reading.depth > MAX_DEPTH)
		throw (0,_der_js_1/* .notDer */ .LB)();
	const [sequence] = (0,_ber_js_0/* .readBer */ .eL)(safeContents);
	for (const bag of (0,_ber_js_0/* .readBerInside */ .m3)(sequence, _der_js_1/* .TAG */ .Dk.sequence))
		readBag((0,_ber_js_0/* .readBerInside */ .m3)(bag, _der_js_1/* .TAG */ .Dk.sequence), reading);
}
function readBag([id, explicit, attributeSet], reading) {
	const [value] = (0,_ber_js_0/* .readBerInside */ .m3)(explicit, _der_js_1/* .TAG */ .Dk.context0);
	if (value === undefined)
		throw (0,_der_js_1/* .notDer */ .LB)();
	const attributes = attributeSet === undefined ? readAttributes([]) : readAttributes((0,_ber_js_0/* .readBerInside */ .m3)(attributeSet, _der_js_1/* .TAG */ .Dk.set));
	switch ((0,_der_js_1/* .readOid */ .fM)(id)) {
		case _pfx_oids_js_4/* .BAG_OID */ .g.key:
			reading.privateKeys.push({ pkcs8: value.raw, ...attributes });
			return;
		case _pfx_oids_js_4/* .BAG_OID */ .g.shroudedKey:
			reading.privateKeys.push({ pkcs8: decryptKey(value, reading.lock), ...attributes });
			return;
		case _pfx_oids_js_4/* .BAG_OID */ .g.certificate: {
			const [type, certificate] = (0,_ber_js_0/* .readBerInside */ .m3)(value, _der_js_1/* .TAG */ .Dk.sequence);
			if ((0,_der_js_1/* .readOid */ .fM)(type) !== _pfx_oids_js_4/* .BAG_OID */ .g.x509Certificate)
				return;
			const [octets] = (0,_ber_js_0/* .readBerInside */ .m3)(certificate, _der_js_1/* .TAG */ .Dk.context0);
			reading.certificates.push({ der: (0,_ber_js_0/* .readOctets */ .pQ)(octets), ...attributes });
			return;
		}
		case _pfx_oids_js_4/* .BAG_OID */ .g.safeContents:
			readBags(value.raw, { ...reading, depth: reading.depth + 1 });
			return;
		default:
		// Revocation lists, secrets and what Java adds: nothing that is looked for here.
	}
}
/**
 * The PKCS#8 key within an `EncryptedPrivateKeyInfo` (RFC 5958 section 3).
 * @throws ActionError where the password is wrong or the algorithm not known
 */
function decryptKey(encrypted, lock) {
	const [algorithm, data] = (0,_ber_js_0/* .readBerInside */ .m3)(encrypted, _der_js_1/* .TAG */ .Dk.sequence);
	return (0,_pfx_cipher_js_2/* .decrypt */ .Yc)(algorithm, (0,_ber_js_0/* .readOctets */ .pQ)(data), lock);
}
// Attributes are hints: one that is not of its usual type counts as left out.
function readAttributes(elements) {
	const values = new Map(elements.map((element) => {
		const [oid, set] = (0,_ber_js_0/* .readBerInside */ .m3)(element, _der_js_1/* .TAG */ .Dk.sequence);
		return [(0,_der_js_1/* .readOid */ .fM)(oid), (0,_ber_js_0/* .readBerInside */ .m3)(set, _der_js_1/* .TAG */ .Dk.set)[0]];
	}));
	const localKeyId = values.get(_pfx_oids_js_4/* .ATTRIBUTE_OID */ .Eh.localKeyId);
	return {
		friendlyName: readBmpString(values.get(_pfx_oids_js_4/* .ATTRIBUTE_OID */ .Eh.friendlyName)),
		localKeyId: localKeyId?.tag === _der_js_1/* .TAG */ .Dk.octetString ? localKeyId.contents : undefined,
		csp: readBmpString(values.get(_pfx_oids_js_4/* .ATTRIBUTE_OID */ .Eh.cspName)),
	};
}
function readBmpString(element) {
	if (element?.tag !== _der_js_1/* .TAG */ .Dk.bmpString || element.contents.length % 2 !== 0)
		return undefined;
	return Buffer.from(element.contents).swap16().toString('utf16le');
}

/***/ }),

/***/ 5799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yc: () => (decrypt),
  ex: () => (readHmac),
  QX: () => (readPbkdf2),
  ml: () => (shorten)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/certificate/ber.js
var ber = __webpack_require__(8920);
// EXTERNAL MODULE: ./build/src/certificate/der.js
var der = __webpack_require__(1722);
// EXTERNAL MODULE: ./build/src/certificate/pfx-error.js
var pfx_error = __webpack_require__(5248);
// EXTERNAL MODULE: ./build/src/certificate/pfx-kdf.js
var pfx_kdf = __webpack_require__(9153);
// EXTERNAL MODULE: ./build/src/certificate/pfx-oids.js
var pfx_oids = __webpack_require__(2625);
;// CONCATENATED MODULE: ./build/src/certificate/rc2.js
// RC2 (RFC 2268), which OpenSSL 3 and so Node no longer have, and which older PFX files hide their certificates with.
/** The first 256 digits of pi, shuffled (RFC 2268 section 2). */
const PI_TABLE = [
	'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32',
	'bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626',
	'6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a',
	'961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731',
	'2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e',
	'c5f3db47e5a59c770aa62068fe7fc1ad',
].join('');
const BLOCK_LENGTH = 8;
/** The four words of a block, last first, and the bits by which a mixing round turns each (RFC 2268 section 4.1). */
const WORDS_BACKWARDS = [
	{ i: 3, bits: 5 },
	{ i: 2, bits: 3 },
	{ i: 1, bits: 2 },
	{ i: 0, bits: 1 },
];
/**
 * Decrypts whole blocks in CBC mode; padding stays.
 * @param iv 8 bytes
 */
function decryptRc2Cbc(rc2Key, iv, data) {
	const schedule = expandKey(rc2Key);
	const plain = Buffer.alloc(data.length);
	for (let start = 0; start < data.length; start += BLOCK_LENGTH) {
		const before = start === 0 ? iv : data.subarray(start - BLOCK_LENGTH, start);
		const block = decryptBlock(schedule, data.subarray(start, start + BLOCK_LENGTH));
		for (let offset = 0; offset < BLOCK_LENGTH; offset++)
			plain.writeUInt8(block.readUInt8(offset) ^ before.readUInt8(offset), start + offset);
	}
	return plain;
}
// RFC 2268 section 2: 64 words of 16 bits, the low byte first.
function expandKey({ key, effectiveBits }) {
	const table = Buffer.from(PI_TABLE, 'hex');
	const bytes = Buffer.alloc(128);
	key.copy(bytes);
	for (let i = key.length; i < 128; i++) {
		bytes[i] = table.readUInt8((bytes.readUInt8(i - 1) + bytes.readUInt8(i - key.length)) & 0xff);
	}
	const effectiveBytes = Math.ceil(effectiveBits / 8);
	const mask = 0xff >> (8 * effectiveBytes - effectiveBits);
	const first = 128 - effectiveBytes;
	bytes[first] = table.readUInt8(bytes.readUInt8(first) & mask);
	for (let i = first - 1; i >= 0; i--) {
		bytes[i] = table.readUInt8(bytes.readUInt8(i + 1) ^ bytes.readUInt8(i + effectiveBytes));
	}
	return bytes;
}
// RFC 2268 section 4: the rounds of the encryption, backwards.
function decryptBlock(schedule, block) {
	const words = Buffer.from(block);
	const word = (i) => words.readUInt16LE(2 * (i & 3));
	const set = (i, value) => words.writeUInt16LE(value & 0xffff, 2 * i);
	const keyWord = (i) => schedule.readUInt16LE(2 * i);
	for (let round = 15; round >= 0; round--) {
		for (const { i, bits } of WORDS_BACKWARDS) {
			const turned = (word(i) >>> bits) | (word(i) << (16 - bits));
			const mixed = (word(i - 1) & word(i - 2)) + (~word(i - 1) & word(i - 3));
			set(i, turned - keyWord(4 * round + i) - mixed);
		}
		// Mashing rounds stand after the fifth and the eleventh mixing round.
		if (round !== 11 && round !== 5)
			continue;
		for (const { i } of WORDS_BACKWARDS)
			set(i, word(i) - keyWord(word(i - 1) & 63));
	}
	return words;
}
;// CONCATENATED MODULE: ./build/src/certificate/pfx-cipher.js
// Decryption with a password: PBES2 (RFC 8018 section 6.2) and the schemes of PKCS#12 (RFC 7292 App. C).







/** Schemes of PKCS#12: all with SHA-1, and 8 bytes a block. */
const PKCS12_SCHEMES = new Map([
	[pfx_oids/* SCHEME_OID */.tA.sha1And3Des, { name: 'des-ede3-cbc', keyLength: 24 }],
	[pfx_oids/* SCHEME_OID */.tA.sha1And2KeyTripleDes, { name: 'des-ede3-cbc', keyLength: 16 }],
	[pfx_oids/* SCHEME_OID */.tA.sha1And128BitRc2, { name: 'rc2-cbc', keyLength: 16 }],
	[pfx_oids/* SCHEME_OID */.tA.sha1And40BitRc2, { name: 'rc2-cbc', keyLength: 5 }],
]);
const PBES2_CIPHERS = new Map([
	[pfx_oids/* CIPHER_OID */.RY.aes128, { name: 'aes-128-cbc', keyLength: 16, ivLength: 16 }],
	[pfx_oids/* CIPHER_OID */.RY.aes192, { name: 'aes-192-cbc', keyLength: 24, ivLength: 16 }],
	[pfx_oids/* CIPHER_OID */.RY.aes256, { name: 'aes-256-cbc', keyLength: 32, ivLength: 16 }],
	[pfx_oids/* CIPHER_OID */.RY.tripleDes, { name: 'des-ede3-cbc', keyLength: 24, ivLength: 8 }],
]);
const HMAC_DIGESTS = new Map(Object.entries(pfx_oids/* HMAC_OID */.nN).map(([digest, oid]) => [oid, digest]));
/**
 * Decrypts what `algorithm` (an `AlgorithmIdentifier`) protects.
 * @returns the encoding of one SEQUENCE, which all that is encrypted in these formats is
 * @throws ActionError where the password is wrong or the algorithm not known
 */
function decrypt(algorithm, data, lock) {
	const cipher = readCipher(algorithm, lock);
	if (data.length === 0 || data.length % cipher.iv.length !== 0)
		throw (0,pfx_error/* unreadable */.O$)(lock.format, 'encrypted data is cut off');
	const plain = decryptBlocks(cipher, data);
	const padding = plain.readUInt8(plain.length - 1);
	const isPadded = padding > 0 && padding <= cipher.iv.length && plain.subarray(-padding).every((byte) => byte === padding);
	const content = plain.subarray(0, plain.length - padding);
	// A wrong key leaves right padding behind once in 256 times, but never a whole SEQUENCE as well.
	if (!isPadded || !isSequence(content))
		throw (0,pfx_error/* wrongPassword */.lr)(lock.format, lock.isGiven);
	return content;
}
function isSequence(bytes) {
	try {
		const [first, ...others] = (0,ber/* readBer */.eL)(bytes);
		return first?.tag === der/* TAG */.Dk.sequence && others.length === 0;
	}
	catch {
		return false;
	}
}
function decryptBlocks({ name, key, iv }, data) {
	if (name === 'rc2-cbc')
		return decryptRc2Cbc({ key, effectiveBits: key.length * 8 }, iv, data);
	// The padding is looked at by the caller, so that a wrong password is told from what OpenSSL cannot do.
	const decipher = (0,external_node_crypto_.createDecipheriv)(name, key, iv).setAutoPadding(false);
	return Buffer.concat([decipher.update(data), decipher.final()]);
}
function readCipher(algorithm, lock) {
	const [oid, parameters] = (0,ber/* readBerInside */.m3)(algorithm, der/* TAG */.Dk.sequence);
	const scheme = (0,der/* readOid */.fM)(oid);
	if (scheme === pfx_oids/* SCHEME_OID */.tA.pbes2)
		return readPbes2(parameters, lock);
	const pkcs12 = PKCS12_SCHEMES.get(scheme);
	if (pkcs12 === undefined)
		throw (0,pfx_error/* unsupported */.qO)(lock.format, `encryption ${shorten(scheme)}`);
	const [salt, iterations] = (0,ber/* readBerInside */.m3)(parameters, der/* TAG */.Dk.sequence);
	const derivation = { digest: 'sha1', salt: (0,ber/* readOctets */.pQ)(salt), iterations: (0,der/* readInteger */.JI)(iterations) };
	const key = (0,pfx_kdf/* derivePkcs12 */.IG)(lock, pfx_kdf/* PURPOSE */.F2.key, { ...derivation, length: pkcs12.keyLength });
	const iv = (0,pfx_kdf/* derivePkcs12 */.IG)(lock, pfx_kdf/* PURPOSE */.F2.iv, { ...derivation, length: 8 });
	// Triple DES with two keys is that with three whose third is the first.
	const isTwoKeys = pkcs12.name === 'des-ede3-cbc' && key.length === 16;
	return { name: pkcs12.name, key: isTwoKeys ? Buffer.concat([key, key.subarray(0, 8)]) : key, iv };
}
function readPbes2(parameters, lock) {
	const [derivation, encryption] = (0,ber/* readBerInside */.m3)(parameters, der/* TAG */.Dk.sequence);
	const [oid, ivElement] = (0,ber/* readBerInside */.m3)(encryption, der/* TAG */.Dk.sequence);
	const cipherOid = (0,der/* readOid */.fM)(oid);
	const cipher = PBES2_CIPHERS.get(cipherOid);
	if (cipher === undefined)
		throw (0,pfx_error/* unsupported */.qO)(lock.format, `encryption ${shorten(cipherOid)}`);
	const iv = (0,ber/* readOctets */.pQ)(ivElement);
	if (iv.length !== cipher.ivLength)
		throw (0,pfx_error/* unreadable */.O$)(lock.format, 'an initialization vector has a wrong length');
	const { name, keyLength } = cipher;
	const pbkdf2 = readPbkdf2(derivation, lock.format);
	if (pbkdf2.length !== undefined && pbkdf2.length !== keyLength)
		throw (0,pfx_error/* unreadable */.O$)(lock.format, 'a key length is wrong');
	return { name, key: (0,pfx_kdf/* derivePbkdf2 */.X4)(lock, { ...pbkdf2, length: keyLength }), iv };
}
/**
 * The parameters of PBKDF2 (RFC 8018 App. A.2), from the `AlgorithmIdentifier` of a key derivation.
 * @throws ActionError where it is another one
 */
function readPbkdf2(algorithm, format) {
	const [oid, parameters] = (0,ber/* readBerInside */.m3)(algorithm, der/* TAG */.Dk.sequence);
	const derivation = (0,der/* readOid */.fM)(oid);
	if (derivation !== pfx_oids/* SCHEME_OID */.tA.pbkdf2)
		throw (0,pfx_error/* unsupported */.qO)(format, `key derivation ${shorten(derivation)}`);
	const [salt, iterations, ...rest] = (0,ber/* readBerInside */.m3)(parameters, der/* TAG */.Dk.sequence);
	const length = rest[0]?.tag === der/* TAG */.Dk.integer ? (0,der/* readInteger */.JI)(rest.shift()) : undefined;
	const digest = rest[0] === undefined ? 'sha1' : readHmac(rest[0], format);
	return { digest, salt: (0,ber/* readOctets */.pQ)(salt), iterations: (0,der/* readInteger */.JI)(iterations), length };
}
/**
 * The digest of an HMAC, from its `AlgorithmIdentifier`.
 * @throws ActionError where it is not known
 */
function readHmac(algorithm, format) {
	const [oid] = (0,ber/* readBerInside */.m3)(algorithm, der/* TAG */.Dk.sequence);
	const hmac = (0,der/* readOid */.fM)(oid);
	const digest = HMAC_DIGESTS.get(hmac);
	if (digest === undefined)
		throw (0,pfx_error/* unsupported */.qO)(format, `HMAC ${shorten(hmac)}`);
	return digest;
}
/** An identifier for a message; one that is longer than any real one is cut. */
function shorten(oid) {
	return oid.length > 40 ? `${oid.slice(0, 40)}\u2026` : oid;
}

/***/ }),

/***/ 5248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Ns: () => (noKey),
  O$: () => (unreadable),
  X1: () => (noCertificate),
  fE: () => (tooCostly),
  lr: () => (wrongPassword),
  qO: () => (unsupported)
});
var _errors_js_0 = __webpack_require__(7406);
// How the reading of a PFX, or of an encrypted key in PEM, fails: never with a part of what was read.

/** The bytes are not what the format asks for. */
function unreadable(format, what, cause) {
	return new _errors_js_0/* .ActionError */ .lZ({
		code: `${format}_UNREADABLE`,
		title: `Unreadable ${format}`,
		problem: `the ${format} cannot be read: ${what}.`,
		hint: 'It may be cut off or damaged; export it again.',
		...(cause !== undefined && { cause }),
	});
}
/** The password that was given does not open it; or none was given, and it needs one. */
function wrongPassword(format, isGiven, cause) {
	return new _errors_js_0/* .ActionError */ .lZ({
		code: `${format}_WRONG_PASSWORD`,
		title: isGiven ? `Wrong password of a ${format}` : `Password of a ${format} missing`,
		problem: isGiven
			? `the password does not open the ${format}.`
			: `the ${format} is protected with a password, and none was given.`,
		hint: isGiven ? 'Mind white space and line breaks around it.' : 'Give its password.',
		...(cause !== undefined && { cause }),
	});
}
/** It is well formed, and made in a way that is not known here. */
function unsupported(format, what) {
	return new _errors_js_0/* .ActionError */ .lZ({
		code: `${format}_UNSUPPORTED`,
		title: `Unsupported ${format}`,
		problem: `the ${format} uses ${what}, which is not supported.`,
		hint: 'Export it again with AES-256 and SHA-256.',
	});
}
/** Opening it would take longer than any sensible file does. */
function tooCostly(format) {
	return new _errors_js_0/* .ActionError */ .lZ({
		code: `${format}_TOO_COSTLY`,
		title: `Too many iterations in a ${format}`,
		problem: `the ${format} asks for more hash iterations than a file needs.`,
		hint: 'Export it again with fewer iterations, for example 10000.',
	});
}
/** There are certificates at most. */
function noKey(format, certificates) {
	return new _errors_js_0/* .ActionError */ .lZ({
		code: `${format}_NO_KEY`,
		title: `${format} without a private key`,
		problem: `the ${format} holds no private key; it holds ${countCertificates(certificates)}.`,
		hint: 'Export it with its private key; where the key is not exportable, that cannot be done.',
	});
}
/** No certificate belongs to a private key. */
function noCertificate(format, certificates) {
	return new _errors_js_0/* .ActionError */ .lZ({
		code: `${format}_NO_CERTIFICATE`,
		title: `${format} without the certificate of its key`,
		problem: certificates === 0
			? `the ${format} holds a private key and no certificate.`
			: `the ${format} holds a private key and ${countCertificates(certificates)}, but none that belongs to the key.`,
		hint: 'A private key and its own certificate are needed.',
	});
}
function countCertificates(count) {
	return count === 1 ? '1 certificate' : `${count} certificates`;
}

/***/ }),

/***/ 9153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  F0: () => (digestLength),
  F2: () => (PURPOSE),
  IG: () => (derivePkcs12),
  Qj: () => (Work),
  X4: () => (derivePbkdf2),
  sS: () => (encodePassword)
});
var node_crypto_0 = __webpack_require__(7598);
var _pfx_error_js_1 = __webpack_require__(5248);
// Keys from passwords: the derivation of PKCS#12 (RFC 7292 App. B) and PBKDF2 (RFC 8018 section 5.2), within a limit of work.


/** @param password null stands for none, which PKCS#12 tells from the empty one */
function encodePassword(password) {
	return {
		bmp: password === null ? Buffer.alloc(0) : Buffer.from(`${password}\0`, 'utf16le').swap16(),
		utf8: Buffer.from(password ?? ''),
	};
}
/** What a file may cost: four million units of about a quarter of a microsecond, so one second, or two on a slow machine. */
const MAX_WORK = 4_000_000;
/** A hash started from JavaScript takes four times as long as one iteration of OpenSSL's PBKDF2. */
const WORK_PER_HASH = 4;
/**
 * The work that a file asks for, counted before it is done.
 *
 * The limit is for a whole file, since a hostile one may hold many keys: enough for a million iterations of PBKDF2 for
 * each of key, certificates and MAC, and for the 100,000 of PKCS#12's own derivation that Java once wrote by default.
 */
class Work {
	#format;
	#spent = 0;
	constructor(format) {
		this.#format = format;
	}
	/** @throws ActionError where there are no iterations, or all in all too many */
	spend(iterations, workOfOne) {
		if (iterations < 1)
			throw (0,_pfx_error_js_1/* .unreadable */ .O$)(this.#format, 'it asks for no iterations at all');
		this.#spent += iterations * workOfOne;
		if (this.#spent > MAX_WORK)
			throw (0,_pfx_error_js_1/* .tooCostly */ .fE)(this.#format);
	}
}
const SIZES = {
	sha1: { hash: 20, block: 64 },
	sha224: { hash: 28, block: 64 },
	sha256: { hash: 32, block: 64 },
	sha384: { hash: 48, block: 128 },
	sha512: { hash: 64, block: 128 },
};
/** What derived bytes are for (RFC 7292 App. B.3). */
const PURPOSE = { key: 1, iv: 2, mac: 3 };
/** Number of bytes that a digest gives. */
function digestLength(digest) {
	return SIZES[digest].hash;
}
/** PBKDF2 (RFC 8018 section 5.2). */
function derivePbkdf2(lock, { digest, salt, iterations, length }) {
	lock.work.spend(iterations, Math.ceil(length / SIZES[digest].hash));
	return (0,node_crypto_0.pbkdf2Sync)(lock.password.utf8, salt, iterations, length, digest);
}
/** PKCS#12's own derivation (RFC 7292 App. B.2, whose letters these are). */
function derivePkcs12(lock, purpose, { digest, salt, iterations, length }) {
	const { hash: u, block: v } = SIZES[digest];
	const rounds = Math.ceil(length / u);
	lock.work.spend(iterations, rounds * WORK_PER_HASH);
	const diversifier = Buffer.alloc(v, purpose);
	const input = Buffer.concat([fill(salt, v), fill(lock.password.bmp, v)]);
	const derived = [];
	for (let round = 0; round < rounds; round++) {
		let a = (0,node_crypto_0.hash)(digest, Buffer.concat([diversifier, input]), 'buffer');
		for (let iteration = 1; iteration < iterations; iteration++)
			a = (0,node_crypto_0.hash)(digest, a, 'buffer');
		derived.push(a);
		addToBlocks(input, Buffer.alloc(v, a));
	}
	return Buffer.concat(derived).subarray(0, length);
}
// Repeated up to a whole number of blocks; nothing stays nothing.
function fill(bytes, blockLength) {
	return bytes.length === 0 ? bytes : Buffer.alloc(Math.ceil(bytes.length / blockLength) * blockLength, bytes);
}
// Adds `addend` + 1 to each block of `blocks` as to one big number.
function addToBlocks(blocks, addend) {
	for (let start = 0; start < blocks.length; start += addend.length) {
		let carry = 1;
		for (let offset = addend.length - 1; offset >= 0; offset--) {
			const sum = blocks.readUInt8(start + offset) + addend.readUInt8(offset) + carry;
			blocks.writeUInt8(sum & 0xff, start + offset);
			carry = sum >> 8;
		}
	}
}

/***/ }),

/***/ 2625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Eh: () => (ATTRIBUTE_OID),
  RY: () => (CIPHER_OID),
  g: () => (BAG_OID),
  h8: () => (CONTENT_OID),
  nN: () => (HMAC_OID),
  oU: () => (DIGEST_OID),
  tA: () => (SCHEME_OID)
});
// The object identifiers of PKCS#12 files.
/** Content types (RFC 5652 sections 4, 5, 6 and 8). */
const CONTENT_OID = {
	data: '1.2.840.113549.1.7.1',
	encryptedData: '1.2.840.113549.1.7.6',
};
/** Bags and what they hold (RFC 7292 section 4.2, App. D). */
const BAG_OID = {
	key: '1.2.840.113549.1.12.10.1.1',
	shroudedKey: '1.2.840.113549.1.12.10.1.2',
	certificate: '1.2.840.113549.1.12.10.1.3',
	safeContents: '1.2.840.113549.1.12.10.1.6',
	x509Certificate: '1.2.840.113549.1.9.22.1',
};
/** Attributes of a bag (RFC 2985 section 5.5; Microsoft's `szOID_PKCS_12_KEY_PROVIDER_NAME_ATTR`). */
const ATTRIBUTE_OID = {
	friendlyName: '1.2.840.113549.1.9.20',
	localKeyId: '1.2.840.113549.1.9.21',
	cspName: '1.3.6.1.4.1.311.17.1',
};
/** Schemes that protect (RFC 8018 App. A, RFC 7292 App. C). */
const SCHEME_OID = {
	pbkdf2: '1.2.840.113549.1.5.12',
	pbes2: '1.2.840.113549.1.5.13',
	pbmac1: '1.2.840.113549.1.5.14',
	sha1And3Des: '1.2.840.113549.1.12.1.3',
	sha1And2KeyTripleDes: '1.2.840.113549.1.12.1.4',
	sha1And128BitRc2: '1.2.840.113549.1.12.1.5',
	sha1And40BitRc2: '1.2.840.113549.1.12.1.6',
};
/** Ciphers (RFC 3565 section 4.1, RFC 8018 App. B.2). */
const CIPHER_OID = {
	aes128: '2.16.840.1.101.3.4.1.2',
	aes192: '2.16.840.1.101.3.4.1.22',
	aes256: '2.16.840.1.101.3.4.1.42',
	tripleDes: '1.2.840.113549.3.7',
};
/** Digests (RFC 8017 App. B.1). */
const DIGEST_OID = {
	sha1: '1.3.14.3.2.26',
	sha256: '2.16.840.1.101.3.4.2.1',
	sha384: '2.16.840.1.101.3.4.2.2',
	sha512: '2.16.840.1.101.3.4.2.3',
};
/** HMAC with a digest (RFC 8018 App. B.1). */
const HMAC_OID = {
	sha1: '1.2.840.113549.2.7',
	sha224: '1.2.840.113549.2.8',
	sha256: '1.2.840.113549.2.9',
	sha384: '1.2.840.113549.2.10',
	sha512: '1.2.840.113549.2.11',
};

/***/ }),

/***/ 4233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (readPfx),
  R: () => (selectIdentity)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/certificate/ber.js
var ber = __webpack_require__(8920);
// EXTERNAL MODULE: ./build/src/certificate/der.js
var der = __webpack_require__(1722);
// EXTERNAL MODULE: ./build/src/certificate/identity.js
var identity = __webpack_require__(7163);
// EXTERNAL MODULE: ./build/src/certificate/pfx-bags.js
var pfx_bags = __webpack_require__(6095);
// EXTERNAL MODULE: ./build/src/certificate/pfx-error.js
var pfx_error = __webpack_require__(5248);
// EXTERNAL MODULE: ./build/src/certificate/pfx-kdf.js
var pfx_kdf = __webpack_require__(9153);
// EXTERNAL MODULE: ./build/src/certificate/pfx-cipher.js + 1 modules
var pfx_cipher = __webpack_require__(5799);
// EXTERNAL MODULE: ./build/src/certificate/pfx-oids.js
var pfx_oids = __webpack_require__(2625);
;// CONCATENATED MODULE: ./build/src/certificate/pfx-mac.js
// The MAC of a PFX, which tells whether the password is right (RFC 7292 section 4; PBMAC1: RFC 9579).







const DIGESTS = new Map(Object.entries(pfx_oids/* DIGEST_OID */.oU).map(([digest, oid]) => [oid, digest]));
/** A shorter key would let anyone forge the MAC (RFC 9579 section 6); a longer one is of no use. */
const PBMAC1_KEY_LENGTHS = { least: 20, most: 64 };
/**
 * Is the MAC that of `content` under the lock's password?
 * @param macData the element `MacData`
 * @throws ActionError where it cannot be read or its algorithm is not known
 */
function hasMac(macData, content, lock) {
	const [digestInfo, salt, iterations] = (0,ber/* readBerInside */.m3)(macData, der/* TAG */.Dk.sequence);
	const [algorithm, digestElement] = (0,ber/* readBerInside */.m3)(digestInfo, der/* TAG */.Dk.sequence);
	const expected = (0,ber/* readOctets */.pQ)(digestElement);
	const [oid, parameters] = (0,ber/* readBerInside */.m3)(algorithm, der/* TAG */.Dk.sequence);
	const scheme = (0,der/* readOid */.fM)(oid);
	const { digest, key } = scheme === pfx_oids/* SCHEME_OID */.tA.pbmac1
		? readPbmac1Key(parameters, lock)
		: readPkcs12Key(scheme, (0,ber/* readOctets */.pQ)(salt), iterations, lock);
	const mac = (0,external_node_crypto_.createHmac)(digest, key).update(content).digest();
	return mac.length === expected.length && (0,external_node_crypto_.timingSafeEqual)(mac, expected);
}
function readPkcs12Key(oid, salt, iterations, lock) {
	const digest = DIGESTS.get(oid);
	if (digest === undefined)
		throw (0,pfx_error/* unsupported */.qO)(lock.format, `digest ${(0,pfx_cipher/* shorten */.ml)(oid)} in its MAC`);
	const length = (0,pfx_kdf/* digestLength */.F0)(digest);
	// RFC 7292 section 4: left out, it is 1.
	const count = iterations === undefined ? 1 : (0,der/* readInteger */.JI)(iterations);
	return { digest, key: (0,pfx_kdf/* derivePkcs12 */.IG)(lock, pfx_kdf/* PURPOSE */.F2.mac, { digest, salt, iterations: count, length }) };
}
// RFC 9579 section 4: salt and iterations of MacData are not used, and the key's length must be given.
function readPbmac1Key(parameters, lock) {
	const [derivation, scheme] = (0,ber/* readBerInside */.m3)(parameters, der/* TAG */.Dk.sequence);
	const { length = 0, ...pbkdf2 } = (0,pfx_cipher/* readPbkdf2 */.QX)(derivation, lock.format);
	if (length < PBMAC1_KEY_LENGTHS.least || length > PBMAC1_KEY_LENGTHS.most)
		throw (0,pfx_error/* unreadable */.O$)(lock.format, 'the key length of its MAC is missing or wrong');
	return { digest: (0,pfx_cipher/* readHmac */.ex)(scheme, lock.format), key: (0,pfx_kdf/* derivePbkdf2 */.X4)(lock, { ...pbkdf2, length }) };
}
;// CONCATENATED MODULE: ./build/src/certificate/pfx-read.js
// A reader of PFX files (PKCS#12, RFC 7292), as vaults, Windows, OpenSSL and Java write them.










const VERSION = 3;
/** A vault holds 25 kB, and a chain takes less; without a limit, RC2 alone could take seconds. */
const MAX_BYTES = 1024 * 1024;
/**
 * Opens a PFX.
 * @param password left out, the null password is tried, then the empty one: vaults use the first, OpenSSL the second
 * @throws ActionError `PFX_UNREADABLE`, `PFX_WRONG_PASSWORD`, `PFX_UNSUPPORTED`, `PFX_TOO_COSTLY`
 */
function readPfx(pfx, password) {
	if (pfx.length > MAX_BYTES)
		throw (0,pfx_error/* unsupported */.qO)('PFX', 'more than 1 MiB');
	const work = new pfx_kdf/* Work */.Qj('PFX');
	const isGiven = password !== undefined;
	const candidates = isGiven ? [password] : [null, ''];
	const locks = candidates.map((one) => ({ format: 'PFX', password: (0,pfx_kdf/* encodePassword */.sS)(one), isGiven, work }));
	try {
		const { safe, macData } = readOuter(pfx);
		return macData === undefined ? openWithoutMac(safe, locks) : openWithMac(safe, macData, locks);
	}
	catch (error) {
		// The readers of BER know nothing of PFX; and whatever else a hostile file brings about is no defect of the action.
		throw isPfxError(error) ? error : (0,pfx_error/* unreadable */.O$)('PFX', 'it is damaged, or another kind of file', error);
	}
}
function readOuter(pfx) {
	const [outer, ...others] = (0,ber/* readBer */.eL)(pfx);
	const [version, authSafe, macData] = (0,ber/* readBerInside */.m3)(outer, der/* TAG */.Dk.sequence);
	if (others.length > 0)
		throw (0,pfx_error/* unreadable */.O$)('PFX', 'something follows its end');
	if ((0,der/* readInteger */.JI)(version) !== VERSION)
		throw (0,pfx_error/* unsupported */.qO)('PFX', 'another version than 3');
	const { type, content } = (0,pfx_bags/* readContentInfo */.an)(authSafe);
	if (type !== pfx_oids/* CONTENT_OID */.h8.data)
		throw (0,pfx_error/* unsupported */.qO)('PFX', 'a signature in place of a password');
	return { safe: (0,ber/* readOctets */.pQ)(content), macData };
}
function openWithMac(safe, macData, locks) {
	const lock = locks.find((one) => hasMac(macData, safe, one));
	if (lock === undefined)
		throw (0,pfx_error/* wrongPassword */.lr)('PFX', locks.length === 1);
	return (0,pfx_bags/* readSafe */.EN)(safe, lock);
}
// The decryption decides.
function openWithoutMac(safe, locks) {
	let refusal;
	for (const lock of locks) {
		try {
			return (0,pfx_bags/* readSafe */.EN)(safe, lock);
		}
		catch (error) {
			if (!isPfxError(error) || error.code !== 'PFX_WRONG_PASSWORD')
				throw error;
			refusal = error;
		}
	}
	throw refusal;
}
function isPfxError(error) {
	return error instanceof errors/* ActionError */.lZ && error.code.startsWith('PFX_');
}
/**
 * The private key of a PFX with its certificate and issuers.
 * @param wanted the certificate that is meant, DER; left out, the first that belongs to a key
 * @throws ActionError `PFX_NO_KEY`, `PFX_NO_CERTIFICATE`, `PFX_UNSUPPORTED`
 */
function selectIdentity(contents, wanted) {
	const privateKeys = contents.privateKeys.flatMap(({ pkcs8 }) => parseKey(pkcs8) ?? []);
	if (contents.privateKeys.length > 0 && privateKeys.length === 0)
		throw (0,pfx_error/* unsupported */.qO)('PFX', 'a kind of private key that OpenSSL does not know');
	return (0,identity/* findIdentity */.g)('PFX', { privateKeys, certificates: contents.certificates.map(({ der }) => der), wanted });
}
function parseKey(pkcs8) {
	try {
		return (0,external_node_crypto_.createPrivateKey)({ key: pkcs8, format: 'der', type: 'pkcs8' });
	}
	catch {
		return undefined;
	}
}

/***/ })

};
