"use strict";
exports.id = 103;
exports.ids = [103];
exports.modules = {

/***/ 4516:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eh: () => (/* binding */ ATTRIBUTE_OID),
/* harmony export */   RY: () => (/* binding */ CIPHER_OID),
/* harmony export */   Rx: () => (/* binding */ describeKey),
/* harmony export */   fo: () => (/* binding */ nameAlgorithm),
/* harmony export */   g: () => (/* binding */ BAG_OID),
/* harmony export */   h8: () => (/* binding */ CONTENT_OID),
/* harmony export */   nN: () => (/* binding */ HMAC_OID),
/* harmony export */   oU: () => (/* binding */ DIGEST_OID),
/* harmony export */   tA: () => (/* binding */ SCHEME_OID)
/* harmony export */ });
// The usual names of algorithms that certificates, keys and PFX files name by object identifiers.
const NAMES = {
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
function nameAlgorithm(oid) {
    return NAMES[oid] ?? (oid.length > 40 ? `${oid.slice(0, 40)}\u2026` : oid);
}
/** The usual names of the kinds of keys that Node names otherwise. */
const KEY_KINDS = {
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
function describeKey(kind) {
    if (kind === undefined)
        return 'a key of an unknown kind';
    const name = KEY_KINDS[kind] ?? kind.toUpperCase();
    // Letters whose own names begin with a vowel.
    return `${/^[AEFHILMNORSX]/.test(name) ? 'an' : 'a'} ${name} key`;
}
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
/** Schemes that protect (RFC 8018 App. A, RFC 7292 App. C; scrypt: RFC 7914 section 7). */
const SCHEME_OID = {
    pbkdf2: '1.2.840.113549.1.5.12',
    pbes2: '1.2.840.113549.1.5.13',
    pbmac1: '1.2.840.113549.1.5.14',
    scrypt: '1.3.6.1.4.1.11591.4.11',
    sha1And3Des: '1.2.840.113549.1.12.1.3',
    sha1And2KeyTripleDes: '1.2.840.113549.1.12.1.4',
    sha1And128BitRc2: '1.2.840.113549.1.12.1.5',
    sha1And40BitRc2: '1.2.840.113549.1.12.1.6',
};
/** Ciphers, all in CBC mode (RFC 3565 section 4.1, RFC 8018 App. B.2; Camellia: RFC 3657; ARIA: RFC 5794; SM4: GM/T 0006). */
const CIPHER_OID = {
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
};
/** Digests (RFC 8017 App. B.1; SHA-3: FIPS 202), by the names that Node gives them. */
const DIGEST_OID = {
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
};
/** HMAC with a digest (RFC 8018 App. B.1). */
const HMAC_OID = {
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
};
//# sourceMappingURL=algorithm-names.js.map

/***/ }),

/***/ 4857:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eL: () => (/* binding */ readBer),
/* harmony export */   m3: () => (/* binding */ readBerInside),
/* harmony export */   pQ: () => (/* binding */ readOctets),
/* harmony export */   wy: () => (/* binding */ readFirstBer)
/* harmony export */ });
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4847);
// A reader of BER (ITU-T X.690 section 8), which PKCS#12 allows beside DER: indefinite lengths, octet strings in pieces.

/** Deeper nesting than any tool writes; without a limit a few kilobytes could exhaust the stack. */
const MAX_DEPTH = 32;
const CONSTRUCTED = 0x20;
const INDEFINITE_LENGTH = 0x80;
/**
 * The elements that follow one another in `bytes`.
 * @throws ActionError if they are cut off, not BER, or nested too deeply
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
 * The first element of `bytes`, whatever follows it.
 * @throws ActionError if it is cut off, not BER, or nested too deeply
 */
function readFirstBer(bytes) {
    return readBerElement(bytes, 0, MAX_DEPTH).element;
}
/**
 * The elements inside a constructed element.
 * @throws ActionError if it has another tag or is not BER
 */
function readBerInside(element, tag) {
    if (element?.tag !== tag)
        throw (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .notDer */ .LB)();
    return readBer(element.contents);
}
/**
 * The bytes of an octet string, whole or in pieces.
 * @param tag the primitive tag: that of an octet string, or of `[0] IMPLICIT OCTET STRING`
 * @throws ActionError if it is none
 */
function readOctets(element, tag = _der_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.octetString) {
    return joinPieces(element, tag, MAX_DEPTH);
}
function joinPieces(element, tag, depth) {
    if (element?.tag === tag)
        return element.contents;
    if (element?.tag !== (tag | CONSTRUCTED) || depth === 0)
        throw (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .notDer */ .LB)();
    // The pieces are plain octet strings for every tag of the whole (X.690 section 8.7.3.2).
    return Buffer.concat(readBer(element.contents).map((piece) => joinPieces(piece, _der_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.octetString, depth - 1)));
}
function readBerElement(bytes, offset, depth) {
    const tag = bytes[offset] ?? 0;
    const isIndefinite = (tag & 0x1f) !== 0x1f && (tag & CONSTRUCTED) !== 0 && bytes[offset + 1] === INDEFINITE_LENGTH;
    if (!isIndefinite)
        return (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .readElement */ .RN)(bytes, offset);
    if (depth === 0)
        throw (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .notDer */ .LB)();
    const start = offset + 2;
    let end = start;
    // Two zero bytes end it; if they are missing, reading an element beyond the end fails.
    while (bytes[end] !== 0 || bytes[end + 1] !== 0)
        end = readBerElement(bytes, end, depth - 1).end;
    const contents = bytes.subarray(start, end);
    end += 2;
    return { element: { tag, contents, raw: bytes.subarray(offset, end) }, end };
}
//# sourceMappingURL=ber.js.map

/***/ }),

/***/ 4847:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ isPfx),
/* harmony export */   Dk: () => (/* binding */ TAG),
/* harmony export */   JI: () => (/* binding */ readInteger),
/* harmony export */   LB: () => (/* binding */ notDer),
/* harmony export */   RN: () => (/* binding */ readElement),
/* harmony export */   UK: () => (/* binding */ missingBytes),
/* harmony export */   cl: () => (/* binding */ readElements),
/* harmony export */   fM: () => (/* binding */ readOid),
/* harmony export */   xO: () => (/* binding */ readInside)
/* harmony export */ });
/* unused harmony export readBits */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5261);
// A reader of DER (ITU-T X.690), as far as certificates need it: definite lengths, tags of one byte.

/** Tags that the readers of this folder look for. */
const TAG = {
    boolean: 0x01,
    integer: 0x02,
    bitString: 0x03,
    octetString: 0x04,
    null: 0x05,
    oid: 0x06,
    utf8String: 0x0c,
    sequence: 0x30,
    set: 0x31,
    numericString: 0x12,
    printableString: 0x13,
    teletexString: 0x14,
    ia5String: 0x16,
    utcTime: 0x17,
    generalizedTime: 0x18,
    visibleString: 0x1a,
    universalString: 0x1c,
    bmpString: 0x1e,
    /** `[0] EXPLICIT`, e.g. a certificate's version. */
    context0: 0xa0,
    /** `[3] EXPLICIT`, e.g. a certificate's extensions. */
    context3: 0xa3,
    /** `[0] IMPLICIT` of a type that is not constructed, e.g. encrypted content. */
    context0Primitive: 0x80,
};
/**
 * The elements that follow one another in `der`.
 * @throws ActionError if it is cut off or not DER
 */
function readElements(der) {
    const elements = [];
    for (let offset = 0; offset < der.length;) {
        const { element, end } = readElement(der, offset);
        elements.push(element);
        offset = end;
    }
    return elements;
}
/**
 * The elements inside a constructed element.
 * @throws ActionError if it has another tag or is not DER
 */
function readInside(element, tag) {
    if (element?.tag !== tag)
        throw notDer();
    return readElements(element.contents);
}
/**
 * The element at `offset`, and where the next one begins.
 * @throws ActionError if it is cut off or not DER
 */
function readElement(der, offset) {
    const tag = der[offset];
    const first = der[offset + 1];
    if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f)
        throw notDer();
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
    const start = offset + 2 + lengthBytes;
    // 0x80 is BER's indefinite length; four bytes are 4 GiB, more than any answer has.
    if (first === 0x80 || lengthBytes > 4 || start > der.length)
        throw notDer();
    const length = lengthBytes === 0 ? first : der.readUIntBE(offset + 2, lengthBytes);
    const end = start + length;
    if (end > der.length)
        throw notDer();
    return { element: { tag, contents: der.subarray(start, end), raw: der.subarray(offset, end) }, end };
}
/** Returns how many bytes are missing at a SEQUENCE's end by the length that it states; 0 if it states none below 16 MiB. */
function missingBytes(der) {
    const first = der[1] ?? 0;
    const lengthBytes = first & 0x7f;
    if (der[0] !== TAG.sequence || first <= 0x80 || lengthBytes > 3 || der.length < 2 + lengthBytes)
        return 0;
    return Math.max(0, 2 + lengthBytes + der.readUIntBE(2, lengthBytes) - der.length);
}
/**
 * Whether bytes begin as a PFX (RFC 7292 section 4): version 3, then a SEQUENCE. Certificates begin with a SEQUENCE, and
 * private keys with version 0 or 1.
 */
function isPfx(der) {
    const first = der[1] ?? 0;
    const start = 2 + (first > 0x80 ? first & 0x7f : 0);
    return (der[0] === TAG.sequence && der.subarray(start, start + 4).equals(Buffer.from([TAG.integer, 1, 3, TAG.sequence])));
}
/** An integer that is not negative and has at most six bytes, so that a double holds it (X.690 section 8.3). */
function readInteger(element) {
    if (element?.tag !== TAG.integer)
        throw notDer();
    const { contents } = element;
    const [first] = contents;
    if (first === undefined || first >= 0x80 || contents.length > 6)
        throw notDer();
    return contents.readUIntBE(0, contents.length);
}
/** The bytes of a bit string that is of whole bytes (X.690 section 8.6): the first one counts the bits that are not used. */
function readBits(element) {
    if (element?.tag !== TAG.bitString || element.contents[0] !== 0)
        throw notDer();
    return element.contents.subarray(1);
}
/** No identifier in use has half as many bytes; an arc of a megabyte, shifted bit by bit, would take minutes. */
const MAX_OID_LENGTH = 128;
/** An object identifier in dotted form (X.690 section 8.19). */
function readOid(element) {
    // The last byte of an arc, and so of the whole, has no continuation bit.
    if (element?.tag !== TAG.oid || (element.contents.at(-1) ?? 0x80) >= 0x80)
        throw notDer();
    if (element.contents.length > MAX_OID_LENGTH)
        throw notDer();
    const arcs = [];
    let arc = 0n;
    for (const byte of element.contents) {
        arc = (arc << 7n) | BigInt(byte & 0x7f);
        if (byte >= 0x80)
            continue;
        arcs.push(arc);
        arc = 0n;
    }
    const [first = 0n, ...rest] = arcs;
    const root = first < 40n ? 0n : first < 80n ? 1n : 2n;
    return [root, first - root * 40n, ...rest].join('.');
}
/** Thrown by the readers if bytes are not what they should be. */
function notDer() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'CERTIFICATE_UNREADABLE',
        title: 'Unreadable certificate',
        problem: 'the vault returned something that is not an X.509 certificate.',
        hint: 'Look at the certificate in the portal.',
    });
}
//# sourceMappingURL=der.js.map

/***/ }),

/***/ 52:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pk: () => (/* binding */ parsePrivateKeys),
/* harmony export */   QW: () => (/* binding */ parsePrivateKey),
/* harmony export */   cy: () => (/* binding */ findKeyWithChain),
/* harmony export */   wr: () => (/* binding */ openEach)
/* harmony export */ });
/* unused harmony export isKeyPair */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5261);
/* harmony import */ var _algorithm_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4516);
/* harmony import */ var _ber_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4857);
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4847);
/* harmony import */ var _pfx_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9389);
// A private key in DER, which certificate belongs to it, and which ones issued that.






/** Far beyond any chain that is in use; keeps the comparisons of a hostile file few. */
const MAX_CERTIFICATES = 100;
/** Whether this private key belongs to the certificate (DER), that is, their public keys are equal. */
function isKeyPair(privateKey, certificate) {
    const parsed = parseCertificate(certificate);
    return parsed !== undefined && belongsTo(privateKey, parsed);
}
/**
 * Returns the first key with a certificate that is no CA's, else the first that has a certificate, with its issuers.
 * @throws ActionError if there is no key, no certificate that is meant belongs to one, or there are too many
 */
function findKeyWithChain(format, { privateKeys, certificates, unusable = [], wanted }) {
    if (Math.max(privateKeys.length, certificates.length) > MAX_CERTIFICATES)
        throw (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_5__/* .tooLarge */ .g$)(format, `more than ${MAX_CERTIFICATES} keys or certificates`);
    const parsed = certificates.flatMap((certificate) => parseCertificate(certificate) ?? []);
    const candidates = wanted === undefined ? parsed : parsed.filter(({ raw }) => raw.equals(wanted));
    const pairs = privateKeys.flatMap((privateKey) => candidates.filter((leaf) => belongsTo(privateKey, leaf)).map((leaf) => ({ privateKey, leaf })));
    const found = pairs.find(({ leaf }) => !leaf.ca) ?? pairs[0];
    if (found === undefined)
        throw whyNoPair(format, { privateKeys, certificates, unusable, parsed });
    const chain = findIssuers(found.leaf, parsed).map(({ raw }) => raw);
    return { privateKey: found.privateKey, certificate: found.leaf.raw, chain };
}
function whyNoPair(format, { privateKeys, certificates, unusable, parsed }) {
    if (unusable[0] !== undefined)
        return unusable[0];
    if (privateKeys.length === 0)
        return (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_5__/* .noKey */ .Ns)(format, certificates.length);
    if (certificates.length === 0)
        return (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_5__/* .noCertificate */ .X1)(format);
    if (parsed.length < certificates.length)
        return (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_5__/* .unreadable */ .O$)(format, 'a certificate in it is broken');
    return (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_5__/* .mismatch */ .J4)(format, certificates.length);
}
function findIssuers(leaf, certificates) {
    const isIssuedBy = rememberingIssuers();
    const issuers = [];
    const left = new Set(withoutCopies(certificates.filter(({ raw }) => !raw.equals(leaf.raw))));
    for (let current = leaf; !isIssuedBy(current, current);) {
        const candidates = [...left].filter((candidate) => isIssuedBy(current, candidate));
        // An authority may be signed by several others: the one whose own issuer is here leads on.
        const issuer = candidates.find((one) => [...left].some((next) => isIssuedBy(one, next))) ?? candidates[0];
        if (issuer === undefined)
            break;
        issuers.push(issuer);
        left.delete(issuer);
        current = issuer;
    }
    return issuers;
}
function withoutCopies(certificates) {
    return [...new Map(certificates.map((one) => [one.fingerprint256, one])).values()];
}
// Names alone do not tell: a renewed authority keeps its name. A signature is verified once for each two certificates.
function rememberingIssuers() {
    const known = new Map();
    return (certificate, issuer) => {
        const ofCertificate = known.get(certificate) ?? new Map();
        known.set(certificate, ofCertificate);
        const isIssuer = ofCertificate.get(issuer) ??
            attempt(() => certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)) === true;
        ofCertificate.set(issuer, isIssuer);
        return isIssuer;
    };
}
// Not by comparing public keys with `equals`: if their types differ, it leaves an error behind in OpenSSL's queue, and
// the next key that Node 20 or 24 parses fails with it.
function belongsTo(privateKey, certificate) {
    return certificate.checkPrivateKey(privateKey);
}
// Bytes after the certificate are not part of it: OpenSSL's trust settings (TRUSTED CERTIFICATE), or filling.
function parseCertificate(der) {
    return attempt(() => new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate((0,_ber_js__WEBPACK_IMPORTED_MODULE_3__/* .readFirstBer */ .wy)(der).raw));
}
// A key that OpenSSL does not know counts as no match rather than as a failure.
function attempt(act) {
    try {
        return act();
    }
    catch {
        return undefined;
    }
}
/**
 * Returns the key.
 * @throws ActionError `..._CUT_OFF`, `..._UNREADABLE` or, for a kind of key that Node does not know, `..._NOT_TAKEN`
 */
function parsePrivateKey(format, { der, type }) {
    try {
        // Bytes after the key are not part of it.
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: (0,_ber_js__WEBPACK_IMPORTED_MODULE_3__/* .readFirstBer */ .wy)(der).raw, format: 'der', type });
    }
    catch (cause) {
        throw whyUnreadable(format, { der, type }, cause);
    }
}
/** Parses each key that `open` gives. */
function openEach(items, open) {
    const privateKeys = [];
    const unusable = [];
    for (const item of items) {
        try {
            privateKeys.push(open(item));
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ))
                throw error;
            unusable.push(error);
        }
    }
    return { privateKeys, unusable };
}
/** Parses keys of which some may be of a kind that Node does not know. */
function parsePrivateKeys(format, keys) {
    return openEach(keys, (key) => parsePrivateKey(format, key));
}
/** Kinds of keys that Node knows: if it cannot read one, the key is damaged. */
const KNOWN_KINDS = ['RSA', 'RSA-PSS', 'EC', 'DSA', 'DH', 'X25519', 'X448', 'Ed25519', 'Ed448'];
function whyUnreadable(format, { der, type }, cause) {
    const missing = (0,_der_js__WEBPACK_IMPORTED_MODULE_4__/* .missingBytes */ .UK)(der);
    if (missing > 0)
        return (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_5__/* .cutOff */ .qG)(format, `the last ${missing} bytes of its private key are missing`);
    const kind = type === 'pkcs8' ? kindOfPkcs8(der) : 'RSA';
    if (kind === undefined || KNOWN_KINDS.includes(kind))
        return (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_5__/* .unreadable */ .O$)(format, 'its private key is broken', cause);
    const hint = 'Use a certificate with an RSA or EC key.';
    return (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_5__/* .notTaken */ .h4)(format, `holds a private key of the kind ${kind}, which Node.js does not support`, hint);
}
// PrivateKeyInfo (RFC 5958 section 2): version, then the AlgorithmIdentifier.
function kindOfPkcs8(der) {
    try {
        const [outer] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_3__/* .readBer */ .eL)(der);
        const [, algorithm] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_3__/* .readBerInside */ .m3)(outer, _der_js__WEBPACK_IMPORTED_MODULE_4__/* .TAG */ .Dk.sequence);
        const [oid] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_3__/* .readBerInside */ .m3)(algorithm, _der_js__WEBPACK_IMPORTED_MODULE_4__/* .TAG */ .Dk.sequence);
        return (0,_algorithm_names_js__WEBPACK_IMPORTED_MODULE_2__/* .nameAlgorithm */ .fo)((0,_der_js__WEBPACK_IMPORTED_MODULE_4__/* .readOid */ .fM)(oid));
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=key-with-chain.js.map

/***/ }),

/***/ 7768:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EN: () => (/* binding */ readSafe),
/* harmony export */   Vw: () => (/* binding */ decryptKey),
/* harmony export */   an: () => (/* binding */ readContentInfo)
/* harmony export */ });
/* harmony import */ var _algorithm_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4516);
/* harmony import */ var _ber_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4857);
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4847);
/* harmony import */ var _pfx_cipher_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5567);
/* harmony import */ var _pfx_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9389);
// The bags of a PFX: private keys and certificates, encrypted or not (RFC 7292 sections 4.1 and 4.2).





/** Bags within bags: more than any tool writes, few enough for the stack. */
const MAX_DEPTH = 8;
/** @throws ActionError if it is none */
function readContentInfo(element) {
    const [type, explicit] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readBerInside */ .m3)(element, _der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.sequence);
    const [content] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readBerInside */ .m3)(explicit, _der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.context0);
    return { type: (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .readOid */ .fM)(type), content };
}
/**
 * The keys and certificates of an `AuthenticatedSafe`.
 * @throws ActionError if the password is wrong, or it cannot be read
 */
function readSafe(authenticatedSafe, lock) {
    const privateKeys = [];
    const certificates = [];
    const [sequence] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readBer */ .eL)(authenticatedSafe);
    for (const element of (0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readBerInside */ .m3)(sequence, _der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.sequence)) {
        const safeContents = openContents(readContentInfo(element), lock);
        readBags(safeContents, { lock, privateKeys, certificates, depth: 0 });
    }
    return { privateKeys, certificates };
}
function openContents({ type, content }, lock) {
    if (type === _algorithm_names_js__WEBPACK_IMPORTED_MODULE_0__/* .CONTENT_OID */ .h8.data)
        return (0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readOctets */ .pQ)(content);
    if (type !== _algorithm_names_js__WEBPACK_IMPORTED_MODULE_0__/* .CONTENT_OID */ .h8.encryptedData) {
        const hint = 'Export it again with a password instead.';
        throw (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_4__/* .notTaken */ .h4)(lock.format, "is encrypted to somebody's public key", hint);
    }
    const [, encryptedContentInfo] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readBerInside */ .m3)(content, _der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.sequence);
    const [, algorithm, encrypted] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readBerInside */ .m3)(encryptedContentInfo, _der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.sequence);
    return (0,_pfx_cipher_js__WEBPACK_IMPORTED_MODULE_3__/* .decrypt */ .Yc)(algorithm, (0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readOctets */ .pQ)(encrypted, _der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.context0Primitive), lock);
}
function readBags(safeContents, reading) {
    if (reading.depth > MAX_DEPTH)
        throw (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .notDer */ .LB)();
    const [sequence] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readBer */ .eL)(safeContents);
    for (const bag of (0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readBerInside */ .m3)(sequence, _der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.sequence))
        readBag((0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readBerInside */ .m3)(bag, _der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.sequence), reading);
}
function readBag([id, explicit, attributeSet], reading) {
    const [value] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readBerInside */ .m3)(explicit, _der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.context0);
    if (value === undefined)
        throw (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .notDer */ .LB)();
    const attributes = attributeSet === undefined ? readAttributes([]) : readAttributes((0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readBerInside */ .m3)(attributeSet, _der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.set));
    switch ((0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .readOid */ .fM)(id)) {
        case _algorithm_names_js__WEBPACK_IMPORTED_MODULE_0__/* .BAG_OID */ .g.key:
            reading.privateKeys.push({ pkcs8: value.raw, ...attributes });
            return;
        case _algorithm_names_js__WEBPACK_IMPORTED_MODULE_0__/* .BAG_OID */ .g.shroudedKey:
            reading.privateKeys.push({ pkcs8: decryptKey(value, reading.lock), ...attributes });
            return;
        case _algorithm_names_js__WEBPACK_IMPORTED_MODULE_0__/* .BAG_OID */ .g.certificate: {
            const [type, certificate] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readBerInside */ .m3)(value, _der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.sequence);
            if ((0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .readOid */ .fM)(type) !== _algorithm_names_js__WEBPACK_IMPORTED_MODULE_0__/* .BAG_OID */ .g.x509Certificate)
                return;
            const [octets] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readBerInside */ .m3)(certificate, _der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.context0);
            reading.certificates.push({ der: (0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readOctets */ .pQ)(octets), ...attributes });
            return;
        }
        case _algorithm_names_js__WEBPACK_IMPORTED_MODULE_0__/* .BAG_OID */ .g.safeContents:
            readBags(value.raw, { ...reading, depth: reading.depth + 1 });
            return;
        default:
        // Revocation lists, secrets and what Java adds: nothing that is looked for here.
    }
}
/**
 * The PKCS#8 key within an `EncryptedPrivateKeyInfo` (RFC 5958 section 3).
 * @throws ActionError if the password is wrong or the algorithm not known
 */
function decryptKey(encrypted, lock) {
    const [algorithm, data] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readBerInside */ .m3)(encrypted, _der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.sequence);
    return (0,_pfx_cipher_js__WEBPACK_IMPORTED_MODULE_3__/* .decrypt */ .Yc)(algorithm, (0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readOctets */ .pQ)(data), lock);
}
// Attributes are hints: one that is not of its usual type counts as left out.
function readAttributes(elements) {
    const values = new Map(elements.map((element) => {
        const [oid, set] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readBerInside */ .m3)(element, _der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.sequence);
        return [(0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .readOid */ .fM)(oid), (0,_ber_js__WEBPACK_IMPORTED_MODULE_1__/* .readBerInside */ .m3)(set, _der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.set)[0]];
    }));
    const localKeyId = values.get(_algorithm_names_js__WEBPACK_IMPORTED_MODULE_0__/* .ATTRIBUTE_OID */ .Eh.localKeyId);
    return {
        friendlyName: readBmpString(values.get(_algorithm_names_js__WEBPACK_IMPORTED_MODULE_0__/* .ATTRIBUTE_OID */ .Eh.friendlyName)),
        localKeyId: localKeyId?.tag === _der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.octetString ? localKeyId.contents : undefined,
        csp: readBmpString(values.get(_algorithm_names_js__WEBPACK_IMPORTED_MODULE_0__/* .ATTRIBUTE_OID */ .Eh.cspName)),
    };
}
function readBmpString(element) {
    if (element?.tag !== _der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk.bmpString || element.contents.length % 2 !== 0)
        return undefined;
    return Buffer.from(element.contents).swap16().toString('utf16le');
}
//# sourceMappingURL=pfx-bags.js.map

/***/ }),

/***/ 5567:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yc: () => (/* binding */ decrypt),
  ex: () => (/* binding */ readHmac),
  QX: () => (/* binding */ readPbkdf2)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/programs/src/certificate/algorithm-names.js
var algorithm_names = __webpack_require__(4516);
// EXTERNAL MODULE: ./build/programs/src/certificate/ber.js
var ber = __webpack_require__(4857);
// EXTERNAL MODULE: ./build/programs/src/certificate/der.js
var der = __webpack_require__(4847);
// EXTERNAL MODULE: ./build/programs/src/certificate/pfx-error.js
var pfx_error = __webpack_require__(9389);
// EXTERNAL MODULE: ./build/programs/src/certificate/pfx-kdf.js
var pfx_kdf = __webpack_require__(8252);
;// CONCATENATED MODULE: ./build/programs/src/certificate/rc2.js
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
//# sourceMappingURL=rc2.js.map
;// CONCATENATED MODULE: ./build/programs/src/certificate/pfx-cipher.js
// Decryption with a password: PBES2 (RFC 8018 section 6.2) and the schemes of PKCS#12 (RFC 7292 App. C).







/** Schemes of PKCS#12: all with SHA-1, and 8 bytes a block. */
const PKCS12_SCHEMES = new Map([
    [algorithm_names/* SCHEME_OID */.tA.sha1And3Des, { name: 'des-ede3-cbc', keyLength: 24 }],
    [algorithm_names/* SCHEME_OID */.tA.sha1And2KeyTripleDes, { name: 'des-ede3-cbc', keyLength: 16 }],
    [algorithm_names/* SCHEME_OID */.tA.sha1And128BitRc2, { name: 'rc2-cbc', keyLength: 16 }],
    [algorithm_names/* SCHEME_OID */.tA.sha1And40BitRc2, { name: 'rc2-cbc', keyLength: 5 }],
]);
const PBES2_CIPHERS = new Map([
    [algorithm_names/* CIPHER_OID */.RY.aes128, { name: 'aes-128-cbc', keyLength: 16, ivLength: 16 }],
    [algorithm_names/* CIPHER_OID */.RY.aes192, { name: 'aes-192-cbc', keyLength: 24, ivLength: 16 }],
    [algorithm_names/* CIPHER_OID */.RY.aes256, { name: 'aes-256-cbc', keyLength: 32, ivLength: 16 }],
    [algorithm_names/* CIPHER_OID */.RY.tripleDes, { name: 'des-ede3-cbc', keyLength: 24, ivLength: 8 }],
    [algorithm_names/* CIPHER_OID */.RY.camellia128, { name: 'camellia-128-cbc', keyLength: 16, ivLength: 16 }],
    [algorithm_names/* CIPHER_OID */.RY.camellia192, { name: 'camellia-192-cbc', keyLength: 24, ivLength: 16 }],
    [algorithm_names/* CIPHER_OID */.RY.camellia256, { name: 'camellia-256-cbc', keyLength: 32, ivLength: 16 }],
    [algorithm_names/* CIPHER_OID */.RY.aria128, { name: 'aria-128-cbc', keyLength: 16, ivLength: 16 }],
    [algorithm_names/* CIPHER_OID */.RY.aria192, { name: 'aria-192-cbc', keyLength: 24, ivLength: 16 }],
    [algorithm_names/* CIPHER_OID */.RY.aria256, { name: 'aria-256-cbc', keyLength: 32, ivLength: 16 }],
    [algorithm_names/* CIPHER_OID */.RY.sm4, { name: 'sm4-cbc', keyLength: 16, ivLength: 16 }],
]);
const HMAC_DIGESTS = new Map(Object.entries(algorithm_names/* HMAC_OID */.nN).map(([digest, oid]) => [oid, digest]));
/**
 * Decrypts what `algorithm` (an `AlgorithmIdentifier`) protects.
 * @returns the encoding of one SEQUENCE, which all that is encrypted in these formats is
 * @throws ActionError if the password is wrong or the algorithm not known
 */
function decrypt(algorithm, data, lock) {
    const cipher = readCipher(algorithm, lock);
    if (data.length === 0 || data.length % cipher.iv.length !== 0)
        throw (0,pfx_error/* cutOff */.qG)(lock.format, 'its encrypted data is not a whole number of blocks');
    const plain = decryptBlocks(cipher, data);
    const padding = plain.readUInt8(plain.length - 1);
    const isPadded = padding > 0 && padding <= cipher.iv.length && plain.subarray(-padding).every((byte) => byte === padding);
    const content = plain.subarray(0, plain.length - padding);
    // A wrong key leaves right padding behind once in 256 times, but never a whole SEQUENCE as well.
    if (!isPadded || !isSequence(content))
        throw (0,pfx_error/* wrongPassword */.lr)(lock.format);
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
    if (scheme === algorithm_names/* SCHEME_OID */.tA.pbes2)
        return readPbes2(parameters, lock);
    const pkcs12 = PKCS12_SCHEMES.get(scheme);
    if (pkcs12 === undefined)
        throw (0,pfx_error/* unsupported */.qO)(lock.format, `the encryption ${(0,algorithm_names/* nameAlgorithm */.fo)(scheme)}`);
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
        throw (0,pfx_error/* unsupported */.qO)(lock.format, `the encryption ${(0,algorithm_names/* nameAlgorithm */.fo)(cipherOid)}`);
    const iv = (0,ber/* readOctets */.pQ)(ivElement);
    if (iv.length !== cipher.ivLength)
        throw (0,pfx_error/* unreadable */.O$)(lock.format, 'an initialization vector has the wrong length');
    return { name: cipher.name, key: deriveKey(derivation, cipher.keyLength, lock), iv };
}
function deriveKey(derivation, keyLength, lock) {
    const [oid, parameters] = (0,ber/* readBerInside */.m3)(derivation, der/* TAG */.Dk.sequence);
    if ((0,der/* readOid */.fM)(oid) !== algorithm_names/* SCHEME_OID */.tA.scrypt) {
        const { length, ...pbkdf2 } = readPbkdf2(derivation, lock.format);
        checkLength(length, keyLength, lock);
        return (0,pfx_kdf/* derivePbkdf2 */.X4)(lock, { ...pbkdf2, length: keyLength });
    }
    const { length, ...scrypt } = readScrypt(parameters);
    checkLength(length, keyLength, lock);
    const key = (0,pfx_kdf/* deriveScrypt */.tA)(lock, scrypt, scrypt.salt, keyLength);
    if (key === undefined)
        throw (0,pfx_error/* unsupported */.qO)(lock.format, 'scrypt with parameters that need more than 32 MiB');
    return key;
}
function checkLength(length, keyLength, lock) {
    if (length !== undefined && length !== keyLength)
        throw (0,pfx_error/* unreadable */.O$)(lock.format, 'a key has the wrong length');
}
// RFC 7914 section 7.1.
function readScrypt(parameters) {
    const [salt, n, r, p, length] = (0,ber/* readBerInside */.m3)(parameters, der/* TAG */.Dk.sequence);
    return {
        salt: (0,ber/* readOctets */.pQ)(salt),
        n: (0,der/* readInteger */.JI)(n),
        r: (0,der/* readInteger */.JI)(r),
        p: (0,der/* readInteger */.JI)(p),
        length: length === undefined ? undefined : (0,der/* readInteger */.JI)(length),
    };
}
/**
 * The parameters of PBKDF2 (RFC 8018 App. A.2), from the `AlgorithmIdentifier` of a key derivation.
 * @throws ActionError if it is another one
 */
function readPbkdf2(algorithm, format) {
    const [oid, parameters] = (0,ber/* readBerInside */.m3)(algorithm, der/* TAG */.Dk.sequence);
    const derivation = (0,der/* readOid */.fM)(oid);
    if (derivation !== algorithm_names/* SCHEME_OID */.tA.pbkdf2)
        throw (0,pfx_error/* unsupported */.qO)(format, `the key derivation ${(0,algorithm_names/* nameAlgorithm */.fo)(derivation)}`);
    const [salt, iterations, ...rest] = (0,ber/* readBerInside */.m3)(parameters, der/* TAG */.Dk.sequence);
    const length = rest[0]?.tag === der/* TAG */.Dk.integer ? (0,der/* readInteger */.JI)(rest.shift()) : undefined;
    const digest = rest[0] === undefined ? 'sha1' : readHmac(rest[0], format);
    return { digest, salt: (0,ber/* readOctets */.pQ)(salt), iterations: (0,der/* readInteger */.JI)(iterations), length };
}
/**
 * The digest of an HMAC, from its `AlgorithmIdentifier`.
 * @throws ActionError if it is not known
 */
function readHmac(algorithm, format) {
    const [oid] = (0,ber/* readBerInside */.m3)(algorithm, der/* TAG */.Dk.sequence);
    const hmac = (0,der/* readOid */.fM)(oid);
    const digest = HMAC_DIGESTS.get(hmac);
    if (digest === undefined)
        throw (0,pfx_error/* unsupported */.qO)(format, `an HMAC with ${(0,algorithm_names/* nameAlgorithm */.fo)(hmac)}`);
    return digest;
}
//# sourceMappingURL=pfx-cipher.js.map

/***/ }),

/***/ 9389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Av: () => (/* binding */ passwordNotNeeded),
/* harmony export */   FC: () => (/* binding */ isPasswordNeeded),
/* harmony export */   J4: () => (/* binding */ mismatch),
/* harmony export */   Ln: () => (/* binding */ isNoKey),
/* harmony export */   Ne: () => (/* binding */ isIncomplete),
/* harmony export */   Ns: () => (/* binding */ noKey),
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   X1: () => (/* binding */ noCertificate),
/* harmony export */   by: () => (/* binding */ isWrongPassword),
/* harmony export */   fE: () => (/* binding */ tooCostly),
/* harmony export */   g$: () => (/* binding */ tooLarge),
/* harmony export */   h4: () => (/* binding */ notTaken),
/* harmony export */   lr: () => (/* binding */ wrongPassword),
/* harmony export */   lv: () => (/* binding */ isAboutPassword),
/* harmony export */   np: () => (/* binding */ passwordNeeded),
/* harmony export */   o7: () => (/* binding */ isCutOff),
/* harmony export */   qG: () => (/* binding */ cutOff),
/* harmony export */   qO: () => (/* binding */ unsupported),
/* harmony export */   wy: () => (/* binding */ isWithoutCertificate),
/* harmony export */   xO: () => (/* binding */ isNotDer)
/* harmony export */ });
/* unused harmony export isPasswordSuperfluous */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5261);

/** The bytes are not what the format asks for. */
function unreadable(format, what, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: `${format}_UNREADABLE`,
        title: `Unreadable ${format}`,
        problem: `the ${format} is damaged: ${what}.`,
        hint: 'Export it again, and compare its size with the original.',
        ...(cause !== undefined && { cause }),
    });
}
/** Its end is missing. */
function cutOff(format, what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: `${format}_CUT_OFF`,
        title: `Incomplete ${format}`,
        problem: `the ${format} is cut off: ${what}.`,
        hint: 'Copy it again, from its first to its last character.',
    });
}
/** The password that was given does not open it. */
function wrongPassword(format, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: `${format}_WRONG_PASSWORD`,
        title: `Wrong password for a ${format}`,
        problem: `the password does not open the ${format}.`,
        hint: 'Check the password, and look for spaces or line breaks around it.',
        ...(cause !== undefined && { cause }),
    });
}
/** None was given, and it needs one. */
function passwordNeeded(format) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: `${format}_PASSWORD_NEEDED`,
        title: `Password for a ${format} missing`,
        problem: `the ${format} is protected with a password, and none was given.`,
    });
}
/** One was given that does not open it, and it opens without one. */
function passwordNotNeeded(format) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: `${format}_PASSWORD_NOT_NEEDED`,
        title: `Password for a ${format} that has none`,
        problem: `the ${format} has no password, and the one that was given does not open it.`,
        hint: 'Leave the password out.',
    });
}
const OPENSSL = {
    PFX: (legacy) => `Export it again: "openssl pkcs12${legacy} -in OLD.pfx -noenc -out all.pem", then "openssl pkcs12 -export -in all.pem -out NEW.pfx", and delete all.pem.`,
    PEM: (legacy) => legacy === ''
        ? 'Encrypt the key again: "openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD.pem -out NEW.pem".'
        : 'Encrypt the key again: "openssl pkcs8 -topk8 -v2 aes-256-cbc -provider legacy -provider default -in OLD.pem -out NEW.pem".',
};
/** It is sound, and protected in a way that is not supported. */
function unsupported(format, what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: `${format}_UNSUPPORTED`,
        title: `Unsupported protection of a ${format}`,
        problem: `the ${format} is protected with ${what}, which is not supported.`,
        hint: OPENSSL[format](' -legacy'),
    });
}
/** It is sound, and holds or is something that is not taken. */
function notTaken(format, problem, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: `${format}_NOT_TAKEN`,
        title: `Unsupported ${format}`,
        problem: `the ${format} ${problem}.`,
        hint,
    });
}
/** Opening it would take longer than any sensible file does. */
function tooCostly(format, limit) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: `${format}_TOO_COSTLY`,
        title: `Too many iterations in a ${format}`,
        problem: `the ${format} needs more hash iterations than this action allows for one file: the limit is ${limit.toLocaleString('en-US')} iterations of PBKDF2, and each iteration of PKCS #12's own derivation counts as four.`,
        hint: OPENSSL[format](''),
    });
}
/** It has more bytes, or more keys or certificates, than one file may have. */
function tooLarge(format, what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: `${format}_TOO_LARGE`,
        title: `Too large a ${format}`,
        problem: `the ${format} holds ${what}.`,
        hint: 'Export one private key with its own certificate and its issuers, and nothing else.',
    });
}
/** There are certificates at most. */
function noKey(format, certificates) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: `${format}_NO_KEY`,
        title: `${format} without a private key`,
        problem: `the ${format} holds no private key; it holds ${countCertificates(certificates)}.`,
        hint: 'Export it together with its private key. A key that is not exportable cannot leave its store.',
    });
}
/** There is a private key, and no certificate. */
function noCertificate(format, found = 'no certificate') {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: `${format}_NO_CERTIFICATE`,
        title: `${format} without a certificate`,
        problem: `the ${format} holds a private key and ${found}.`,
        hint: "Add the key's own certificate.",
    });
}
/** No certificate belongs to a private key. */
function mismatch(format, certificates) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: `${format}_MISMATCH`,
        title: `${format} without the certificate of its key`,
        problem: `the ${format} holds a private key and ${countCertificates(certificates)}, but none that belongs to the key.`,
        hint: 'Export the key together with its own certificate: a renewed certificate often comes with a new key.',
    });
}
function countCertificates(count) {
    return count === 1 ? '1 certificate' : `${count} certificates`;
}
/** Whether an error says that the password was wrong. */
function isWrongPassword(error) {
    return isOf(error, 'PFX_WRONG_PASSWORD', 'PEM_WRONG_PASSWORD');
}
/** Whether an error says that a password is missing. */
function isPasswordNeeded(error) {
    return isOf(error, 'PFX_PASSWORD_NEEDED', 'PEM_PASSWORD_NEEDED');
}
/** Whether an error is about the password that was given. */
function isAboutPassword(error) {
    return isWrongPassword(error) || isOf(error, 'PFX_PASSWORD_NOT_NEEDED');
}
/** Whether an error says that the end is missing. */
function isCutOff(error) {
    return isOf(error, 'PFX_CUT_OFF', 'PEM_CUT_OFF');
}
/** Whether an error says that there is no private key. */
function isNoKey(error) {
    return isOf(error, 'PFX_NO_KEY', 'PEM_NO_KEY');
}
/** Whether an error says that a file has no password, and one was given. */
function isPasswordSuperfluous(error) {
    return isOf(error, 'PFX_PASSWORD_NOT_NEEDED');
}
/** Whether an error says that there is no private key, or no certificate. */
function isIncomplete(error) {
    return isOf(error, 'PFX_NO_KEY', 'PEM_NO_KEY', 'PFX_NO_CERTIFICATE', 'PEM_NO_CERTIFICATE');
}
/** Whether an error says that no certificate, or none that is meant, belongs to a key. */
function isWithoutCertificate(error) {
    return isOf(error, 'PFX_NO_CERTIFICATE', 'PEM_NO_CERTIFICATE', 'PFX_MISMATCH', 'PEM_MISMATCH');
}
/** Whether an error says no more than that bytes are not DER. */
function isNotDer(error) {
    return isOf(error, 'CERTIFICATE_UNREADABLE');
}
function isOf(error, ...codes) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ && codes.includes(error.code);
}
//# sourceMappingURL=pfx-error.js.map

/***/ }),

/***/ 8252:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F0: () => (/* binding */ digestLength),
/* harmony export */   F2: () => (/* binding */ PURPOSE),
/* harmony export */   IG: () => (/* binding */ derivePkcs12),
/* harmony export */   Qj: () => (/* binding */ Work),
/* harmony export */   X4: () => (/* binding */ derivePbkdf2),
/* harmony export */   sS: () => (/* binding */ encodePassword),
/* harmony export */   tA: () => (/* binding */ deriveScrypt)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _pfx_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9389);
// Keys from passwords: PKCS#12's derivation (RFC 7292 App. B), PBKDF2 (RFC 8018) and scrypt (RFC 7914), within a limit of work.


/** @param password null stands for none, which PKCS#12 tells from the empty one */
function encodePassword(password) {
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
const MAX_WORK = { withoutPassword: 8_000_000, withPassword: 16_000_000 };
/** A hash started from JavaScript takes four times as long as one iteration of OpenSSL's PBKDF2. */
const WORK_PER_HASH = 4;
/**
 * The work that a file asks for, counted before it is done.
 *
 * The limit is for a whole file, since a hostile one may hold many keys. It is enough for what Firefox writes, 600,000
 * iterations for each of MAC, key and certificates, of which those of the MAC are started from JavaScript.
 */
class Work {
    #format;
    #limit;
    #spent = 0;
    constructor(format, isPasswordGiven = false) {
        this.#format = format;
        this.#limit = isPasswordGiven ? MAX_WORK.withPassword : MAX_WORK.withoutPassword;
    }
    /** @throws ActionError if there are no iterations, or all in all too many */
    spend(iterations, workOfOne) {
        if (iterations < 1)
            throw (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O$)(this.#format, 'its number of iterations is zero');
        this.#spent += iterations * workOfOne;
        if (this.#spent > this.#limit)
            throw (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_1__/* .tooCostly */ .fE)(this.#format, this.#limit);
    }
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
};
/** Purposes of derived bytes (RFC 7292 App. B.3). */
const PURPOSE = { key: 1, iv: 2, mac: 3 };
/** Number of bytes that a digest gives. */
function digestLength(digest) {
    return SIZES[digest].hash;
}
/** PBKDF2 (RFC 8018 section 5.2). */
function derivePbkdf2(lock, { digest, salt, iterations, length }) {
    lock.work.spend(iterations, Math.ceil(length / SIZES[digest].hash));
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.pbkdf2Sync)(lock.password.utf8, salt, iterations, length, digest);
}
/** As OpenSSL allows it. */
const MAX_SCRYPT_BYTES = 32 * 1024 * 1024;
/** scrypt (RFC 7914); undefined if it wants more memory than is given to it, or its numbers are not allowed. */
function deriveScrypt(lock, { n, r, p }, salt, length) {
    if (n < 2 || !Number.isInteger(Math.log2(n)) || r < 1 || p < 1 || 128 * r * (n + p) > MAX_SCRYPT_BYTES)
        return undefined;
    // Measured: 16384, 8 and 1 take as long as 260,000 iterations of PBKDF2.
    lock.work.spend(n * r * p, 2);
    const options = { N: n, r, p, maxmem: 2 * MAX_SCRYPT_BYTES };
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.scryptSync)(lock.password.utf8, salt, length, options);
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
        let a = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)(digest, Buffer.concat([diversifier, input]), 'buffer');
        for (let iteration = 1; iteration < iterations; iteration++)
            a = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)(digest, a, 'buffer');
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
//# sourceMappingURL=pfx-kdf.js.map

/***/ }),

/***/ 2103:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ selectKeyWithChain),
/* harmony export */   z: () => (/* binding */ readPfx)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5261);
/* harmony import */ var _algorithm_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4516);
/* harmony import */ var _ber_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4857);
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4847);
/* harmony import */ var _key_with_chain_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52);
/* harmony import */ var _pfx_bags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7768);
/* harmony import */ var _pfx_cipher_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5567);
/* harmony import */ var _pfx_error_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9389);
/* harmony import */ var _pfx_kdf_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8252);
// A reader of PFX files (PKCS#12, RFC 7292), as vaults, Windows, OpenSSL, Java and Firefox write them.










const VERSION = 3;
/** A vault holds 25 kB, and a chain takes less; without a limit, RC2 alone could take seconds. */
const MAX_BYTES = 1024 * 1024;
/**
 * Opens a PFX, which is the first element of the bytes: Windows tools fill what follows it with zeros.
 * @param password left out, the null password is tried, then the empty one: vaults use the first, OpenSSL the second
 * @throws ActionError `PFX_UNREADABLE`, `PFX_CUT_OFF`, `PFX_WRONG_PASSWORD`, `PFX_PASSWORD_NEEDED`,
 * `PFX_PASSWORD_NOT_NEEDED`, `PFX_UNSUPPORTED`, `PFX_NOT_TAKEN`, `PFX_TOO_COSTLY`, `PFX_TOO_LARGE`
 */
function readPfx(pfx, password) {
    if (pfx.length > MAX_BYTES)
        throw (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_8__/* .tooLarge */ .g$)('PFX', 'more than 1 MiB');
    const missing = (0,_der_js__WEBPACK_IMPORTED_MODULE_4__/* .missingBytes */ .UK)(pfx);
    if (missing > 0)
        throw (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_8__/* .cutOff */ .qG)('PFX', `its last ${missing === 1 ? 'byte is' : `${missing} bytes are`} missing`);
    const work = new _pfx_kdf_js__WEBPACK_IMPORTED_MODULE_9__/* .Work */ .Qj('PFX', password !== undefined);
    const lockOf = (text) => ({ format: 'PFX', password: (0,_pfx_kdf_js__WEBPACK_IMPORTED_MODULE_9__/* .encodePassword */ .sS)(text), work });
    try {
        const { safe, macData } = readOuter(pfx);
        const open = (lock) => openSafe(safe, macData, lock);
        const none = [null, ''].map(lockOf);
        return password === undefined ? openWithoutPassword(none, open) : openGiven(lockOf(password), none, open);
    }
    catch (error) {
        // The readers of BER know nothing of PFX; and whatever else a hostile file causes is no bug of the action.
        const isOfPfx = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ && !(0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_8__/* .isNotDer */ .xO)(error);
        throw isOfPfx ? error : (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_8__/* .unreadable */ .O$)('PFX', 'its structure is broken, or it is another kind of file', error);
    }
}
function readOuter(pfx) {
    const [version, authSafe, macData] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_3__/* .readBerInside */ .m3)((0,_ber_js__WEBPACK_IMPORTED_MODULE_3__/* .readFirstBer */ .wy)(pfx), _der_js__WEBPACK_IMPORTED_MODULE_4__/* .TAG */ .Dk.sequence);
    const hint = 'Export it again as PKCS #12 with a password, which every current tool does.';
    if ((0,_der_js__WEBPACK_IMPORTED_MODULE_4__/* .readInteger */ .JI)(version) !== VERSION)
        throw (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_8__/* .notTaken */ .h4)('PFX', 'has a version other than 3', hint);
    const { type, content } = (0,_pfx_bags_js__WEBPACK_IMPORTED_MODULE_6__/* .readContentInfo */ .an)(authSafe);
    if (type !== _algorithm_names_js__WEBPACK_IMPORTED_MODULE_2__/* .CONTENT_OID */ .h8.data)
        throw (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_8__/* .notTaken */ .h4)('PFX', 'is protected by a signature instead of a password', hint);
    return { safe: (0,_ber_js__WEBPACK_IMPORTED_MODULE_3__/* .readOctets */ .pQ)(content), macData };
}
// The MAC tells whether the password is right; without one, the decryption does.
function openSafe(safe, macData, lock) {
    if (macData !== undefined && !hasMac(macData, safe, lock))
        throw (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_8__/* .wrongPassword */ .lr)('PFX');
    return (0,_pfx_bags_js__WEBPACK_IMPORTED_MODULE_6__/* .readSafe */ .EN)(safe, lock);
}
function openWithoutPassword(locks, open) {
    const contents = openAny(locks, open);
    if (contents === undefined)
        throw (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_8__/* .passwordNeeded */ .np)('PFX');
    return contents;
}
function openGiven(lock, none, open) {
    try {
        return open(lock);
    }
    catch (error) {
        if ((0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_8__/* .isWrongPassword */ .by)(error) && opensWithout(none, open))
            throw (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_8__/* .passwordNotNeeded */ .Av)('PFX');
        throw error;
    }
}
// A file that is too costly to be tried again is refused for its password all the same.
function opensWithout(none, open) {
    try {
        return openAny(none, open) !== undefined;
    }
    catch {
        return false;
    }
}
function openAny(locks, open) {
    for (const lock of locks) {
        try {
            return open(lock);
        }
        catch (error) {
            if (!(0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_8__/* .isWrongPassword */ .by)(error))
                throw error;
        }
    }
    return undefined;
}
/**
 * The private key of a PFX with its certificate and issuers.
 * @param wanted the certificate that is meant, DER; left out, the leaf is chosen as `findKeyWithChain` does
 * @throws ActionError `PFX_NO_KEY`, `PFX_NO_CERTIFICATE`, `PFX_MISMATCH`, `PFX_NOT_TAKEN`, `PFX_TOO_LARGE`
 */
function selectKeyWithChain(contents, wanted) {
    const keys = contents.privateKeys.map(({ pkcs8 }) => ({ der: pkcs8, type: 'pkcs8' }));
    const certificates = contents.certificates.map(({ der }) => der);
    return (0,_key_with_chain_js__WEBPACK_IMPORTED_MODULE_5__/* .findKeyWithChain */ .cy)('PFX', { ...(0,_key_with_chain_js__WEBPACK_IMPORTED_MODULE_5__/* .parsePrivateKeys */ .Pk)('PFX', keys), certificates, wanted });
}
const DIGESTS = new Map(Object.entries(_algorithm_names_js__WEBPACK_IMPORTED_MODULE_2__/* .DIGEST_OID */ .oU).map(([digest, oid]) => [oid, digest]));
/** A shorter key would let anyone forge the MAC (RFC 9579 section 6); a longer one is of no use. */
const PBMAC1_KEY_LENGTHS = { least: 20, most: 64 };
/**
 * Whether the MAC is that of `content` under the lock's password.
 * @param macData the element `MacData`
 * @throws ActionError if it cannot be read or its algorithm is not known
 */
function hasMac(macData, content, lock) {
    const [digestInfo, salt, iterations] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_3__/* .readBerInside */ .m3)(macData, _der_js__WEBPACK_IMPORTED_MODULE_4__/* .TAG */ .Dk.sequence);
    const [algorithm, digestElement] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_3__/* .readBerInside */ .m3)(digestInfo, _der_js__WEBPACK_IMPORTED_MODULE_4__/* .TAG */ .Dk.sequence);
    const expected = (0,_ber_js__WEBPACK_IMPORTED_MODULE_3__/* .readOctets */ .pQ)(digestElement);
    const [oid, parameters] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_3__/* .readBerInside */ .m3)(algorithm, _der_js__WEBPACK_IMPORTED_MODULE_4__/* .TAG */ .Dk.sequence);
    const scheme = (0,_der_js__WEBPACK_IMPORTED_MODULE_4__/* .readOid */ .fM)(oid);
    const { digest, key } = scheme === _algorithm_names_js__WEBPACK_IMPORTED_MODULE_2__/* .SCHEME_OID */ .tA.pbmac1
        ? readPbmac1Key(parameters, lock)
        : readPkcs12Key(scheme, (0,_ber_js__WEBPACK_IMPORTED_MODULE_3__/* .readOctets */ .pQ)(salt), iterations, lock);
    const mac = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)(digest, key).update(content).digest();
    return mac.length === expected.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(mac, expected);
}
function readPkcs12Key(oid, salt, iterations, lock) {
    const digest = DIGESTS.get(oid);
    if (digest === undefined)
        throw (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_8__/* .unsupported */ .qO)(lock.format, `the digest ${(0,_algorithm_names_js__WEBPACK_IMPORTED_MODULE_2__/* .nameAlgorithm */ .fo)(oid)} in its MAC`);
    const length = (0,_pfx_kdf_js__WEBPACK_IMPORTED_MODULE_9__/* .digestLength */ .F0)(digest);
    // RFC 7292 section 4: left out, it is 1.
    const count = iterations === undefined ? 1 : (0,_der_js__WEBPACK_IMPORTED_MODULE_4__/* .readInteger */ .JI)(iterations);
    return { digest, key: (0,_pfx_kdf_js__WEBPACK_IMPORTED_MODULE_9__/* .derivePkcs12 */ .IG)(lock, _pfx_kdf_js__WEBPACK_IMPORTED_MODULE_9__/* .PURPOSE */ .F2.mac, { digest, salt, iterations: count, length }) };
}
// RFC 9579 section 4: salt and iterations of MacData are not used, and the key's length must be given.
function readPbmac1Key(parameters, lock) {
    const [derivation, scheme] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_3__/* .readBerInside */ .m3)(parameters, _der_js__WEBPACK_IMPORTED_MODULE_4__/* .TAG */ .Dk.sequence);
    const { length = 0, ...pbkdf2 } = (0,_pfx_cipher_js__WEBPACK_IMPORTED_MODULE_7__/* .readPbkdf2 */ .QX)(derivation, lock.format);
    if (length < PBMAC1_KEY_LENGTHS.least || length > PBMAC1_KEY_LENGTHS.most)
        throw (0,_pfx_error_js__WEBPACK_IMPORTED_MODULE_8__/* .unreadable */ .O$)(lock.format, 'the key length of its MAC is missing or wrong');
    return { digest: (0,_pfx_cipher_js__WEBPACK_IMPORTED_MODULE_7__/* .readHmac */ .ex)(scheme, lock.format), key: (0,_pfx_kdf_js__WEBPACK_IMPORTED_MODULE_9__/* .derivePbkdf2 */ .X4)(lock, { ...pbkdf2, length }) };
}
//# sourceMappingURL=pfx-read.js.map

/***/ })

};
;