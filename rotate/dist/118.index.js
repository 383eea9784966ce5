"use strict";
exports.id = 118;
exports.ids = [118];
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
/* harmony export */   nT: () => (/* binding */ readBits),
/* harmony export */   xO: () => (/* binding */ readInside)
/* harmony export */ });
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

/***/ 2053:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Je: () => (/* binding */ readPem),
/* harmony export */   X3: () => (/* binding */ isPem),
/* harmony export */   fH: () => (/* binding */ unescapeBreaks),
/* harmony export */   sg: () => (/* binding */ toPem)
/* harmony export */ });
// PEM (RFC 7468), and the encrypted form of keys that came before PKCS#8 (RFC 1421 section 4.6).
/** DER as a PEM block of this label, with a line break at its end. */
function toPem(label, der) {
    const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
    return `${[`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n')}\n`;
}
const DASHES = '-----';
const BEGIN = '-----BEGIN ';
const LABEL = /^[A-Z0-9][A-Z0-9 ]{0,63}$/;
/**
 * Returns the blocks of a PEM text in their order, whatever stands between them, in time that grows with its length.
 * Line breaks may be real, or lost, or written as `\n` and `\r\n`, as JSON and `.env` files do.
 */
function readPem(text) {
    const blocks = [];
    for (let start = text.indexOf(BEGIN); start !== -1;) {
        const { block, end } = readBlock(text, start);
        if (block !== undefined)
            blocks.push(block);
        start = text.indexOf(BEGIN, end);
    }
    return blocks;
}
/** Whether a text holds PEM: base64 has no dashes. */
function isPem(text) {
    return text.includes(BEGIN);
}
function readBlock(text, start) {
    const labelStart = start + BEGIN.length;
    const labelEnd = text.indexOf(DASHES, labelStart);
    const label = text.slice(labelStart, Math.max(labelEnd, labelStart));
    if (!LABEL.test(label))
        return { block: undefined, end: labelStart };
    const bodyStart = labelEnd + DASHES.length;
    const next = text.indexOf(DASHES, bodyStart);
    const bodyEnd = next === -1 ? text.length : next;
    const closing = `-----END ${label}-----`;
    const isCutOff = !text.startsWith(closing, bodyEnd);
    const end = isCutOff ? bodyEnd : bodyEnd + closing.length;
    const body = readBody(text.slice(bodyStart, bodyEnd));
    return { block: { label, text: text.slice(start, end), isCutOff, ...body }, end };
}
function readBody(body) {
    const text = unescapeBreaks(body);
    const header = /Proc-Type:\s*4,\s*ENCRYPTED\s+DEK-Info:\s*([A-Za-z0-9-]{1,40})(?:,\s*([0-9A-Fa-f]*))?/.exec(text);
    const [found = '', cipher = '', iv = ''] = header ?? [];
    const base64 = header === null ? text : text.slice(header.index + found.length);
    return { der: Buffer.from(base64, 'base64'), encryption: header === null ? undefined : { cipher, iv } };
}
/** Turns the escapes that JSON and `.env` files write into what they stand for; other backslashes stay. */
function unescapeBreaks(text) {
    return text.replace(/\\(?:[rnt]|u00([0-9A-Fa-f]{2}))/g, (_, hex) => hex === undefined ? '\n' : String.fromCharCode(Number.parseInt(hex, 16)));
}
//# sourceMappingURL=pem.js.map

/***/ }),

/***/ 5118:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rotateAndExport: () => (/* binding */ rotateAndExport)
});

// EXTERNAL MODULE: ./build/programs/src/errors.js + 1 modules
var errors = __webpack_require__(5261);
// EXTERNAL MODULE: ./build/programs/src/http/json.js
var http_json = __webpack_require__(8567);
// EXTERNAL MODULE: ./build/programs/src/secret-text.js
var secret_text = __webpack_require__(7720);
// EXTERNAL MODULE: ./build/programs/src/keyvault/ask-vault.js
var ask_vault = __webpack_require__(9132);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/programs/src/plan/identifier.js + 1 modules
var identifier = __webpack_require__(1598);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/bundles.js
// Key Vault's answers, decoded: https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
// and .../certificates/get-certificate/get-certificate (api-version 7.4).





/** The body as a secret; undefined if it is none. */
function decodeSecretBundle(body) {
    const bundle = (0,http_json/* parseJsonObject */.dw)(body);
    const version = versionOf(bundle?.['id']);
    const value = bundle?.['value'];
    const attributes = decodeAttributes(bundle);
    if (typeof value !== 'string' || version === undefined || attributes === undefined)
        return undefined;
    return {
        value: new secret_text/* SecretText */.o(value),
        version,
        contentType: (0,http_json/* asText */.e1)(bundle?.['contentType'], /^[\x20-\x7e]{0,255}$/) ?? '',
        ...((bundle?.['managed'] === true || typeof bundle?.['kid'] === 'string') && { isManaged: true }),
        attributes,
        tags: decodeTags(bundle),
    };
}
/** The body as a certificate; undefined if it is none. */
function decodeCertificateBundle(body) {
    const bundle = parseJsonObject(body);
    const version = versionOf(bundle?.['id']);
    const cer = asText(bundle?.['cer'], /^[A-Za-z0-9+/]+={0,2}$/);
    const secretId = asText(bundle?.['sid'], /^https:\/\/[\x21-\x7e]+$/);
    const attributes = decodeAttributes(bundle);
    if (version === undefined || cer === undefined || secretId === undefined || attributes === undefined)
        return undefined;
    return { version, der: Buffer.from(cer, 'base64'), secretId, attributes, tags: decodeTags(bundle) };
}
/** The last segment of `https://VAULT/COLLECTION/NAME/VERSION`; undefined if it is no such address. */
function versionOf(id) {
    const [, version] = /^https:\/\/[^/]+\/[a-z]+\/[^/]+\/([0-9a-f]{32})$/i.exec((0,http_json/* asText */.e1)(id, /^https:/) ?? '') ?? [];
    return version;
}
/** The life that a bundle states; undefined if it has no attributes. */
function decodeAttributes(bundle) {
    const attributes = (0,http_json/* asObject */.eB)(bundle?.['attributes']);
    if (attributes === undefined)
        return undefined;
    return { notBefore: asInstant(attributes['nbf']), expires: asInstant(attributes['exp']) };
}
/** The tags that a bundle shows; what is no text is none. */
function decodeTags(bundle) {
    const tags = Object.entries((0,http_json/* asObject */.eB)(bundle?.['tags']) ?? {});
    return new Map(tags.filter((tag) => typeof tag[1] === 'string'));
}
// Beyond 8.64e12 seconds a JavaScript Date has no value.
function asInstant(value) {
    return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 8.64e12 ? value : undefined;
}
/** Returns the type that a secret's owner gave it, unchanged; empty if none. */
function decodeContentType(bundle) {
    const type = bundle?.['contentType'];
    return typeof type === 'string' ? type : '';
}
/** Returns a tag that is not there with its value; undefined if all are. */
function findMissingTag(wanted, tags) {
    return wanted.find(({ key, value }) => tags.get(key) !== value);
}
/** The body as a key; undefined if it is none. */
function decodeKeyBundle(body) {
    const bundle = parseJsonObject(body);
    const key = asObject(bundle?.['key']);
    const version = versionOf(key?.['kid']);
    const type = asText(key?.['kty'], /^[A-Za-z0-9-]{1,32}$/);
    const attributes = decodeAttributes(bundle);
    if (key === undefined || version === undefined || type === undefined || attributes === undefined)
        return undefined;
    const common = { version, type, attributes, tags: decodeTags(bundle) };
    if (SYMMETRIC.includes(type))
        return { ...common, publicKey: undefined };
    const publicKey = decodePublicKey(key, type);
    return publicKey === undefined ? undefined : { ...common, publicKey };
}
const SYMMETRIC = (/* unused pure expression or super */ null && (['oct', 'oct-HSM']));
/** The names of RFC 7518 sections 6.1 and 6.2.1.1 and RFC 8812 section 3.1 for the vault's own. */
const STANDARD_NAMES = new Map([
    ['RSA-HSM', 'RSA'],
    ['EC-HSM', 'EC'],
    ['P-256K', 'secp256k1'],
    ['SECP256K1', 'secp256k1'],
]);
// Members of a private key, should there ever be one, are left behind.
function decodePublicKey({ n, e, crv, x, y }, type) {
    const members = { kty: standardName(type), n, e, crv: standardName(crv), x, y };
    const jwk = Object.fromEntries(Object.entries(members).filter(([, value]) => typeof value === 'string'));
    try {
        return createPublicKey({ key: jwk, format: 'jwk' });
    }
    catch {
        return undefined;
    }
}
function standardName(name) {
    return STANDARD_NAMES.get(name) ?? name;
}
/**
 * Decodes a certificate that can be used; undefined if the body is none.
 * @throws ActionError if it is not issued yet, or disabled
 */
function decodeUsableCertificate(body, item) {
    const bundle = parseJsonObject(body);
    checkIssued(bundle, item);
    checkEnabled(bundle, item);
    return decodeCertificateBundle(body);
}
/** @throws ActionError `CERTIFICATE_PENDING` if the certificate's request has not been completed */
function checkIssued(bundle, item) {
    if (['cer', 'sid', 'kid', 'x5t'].some((member) => bundle?.[member] !== undefined))
        return;
    // Asked for by version, the answer does not name the pending request; but until it is issued, the version is disabled.
    const isDisabled = (0,http_json/* asObject */.eB)(bundle?.['attributes'])?.['enabled'] === false;
    if (!isDisabled && (0,http_json/* asObject */.eB)(bundle?.['pending']) === undefined)
        return;
    const host = (0,identifier/* vaultHost */.Df)(item.vaultUrl);
    const [vault = ''] = host.split('.');
    throw new errors/* ActionError */.lZ({
        code: 'CERTIFICATE_PENDING',
        title: `${host}: not issued yet`,
        subject: (0,identifier/* describeIdentifier */.fY)(item),
        problem: 'it is not issued yet: its request is pending at a certificate authority, or was cancelled, or failed.',
        hint: `Wait for the authority, or merge the certificate that it issued. "az keyvault certificate pending show --vault-name ${vault} --name ${item.name}" shows the state of the request.`,
    });
}
// The code is that of a secret, whose answer is 403.
function checkEnabled(bundle, item) {
    if (asObject(bundle?.['attributes'])?.['enabled'] !== false)
        return;
    throw new ActionError({
        code: 'VAULT_DISABLED',
        title: `${vaultHost(item.vaultUrl)}: disabled`,
        subject: describeIdentifier(item),
        problem: 'it is disabled.',
        hint: 'Enable this version in the vault, or name another one: NAME/VERSION.',
    });
}
//# sourceMappingURL=bundles.js.map
// EXTERNAL MODULE: ./build/programs/src/keyvault/vault-error.js + 3 modules
var vault_error = __webpack_require__(1790);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/stored-version.js
// Versions of a secret: the current one as a rotation needs it, of its value the first characters alone; and a new one.
// https://learn.microsoft.com/rest/api/keyvault/secrets/set-secret/set-secret (api-version 7.4)






/** As many as Graph gives of a password. */
const HINT_LENGTH = 3;
/**
 * The current version; undefined if the vault has no such secret.
 * @throws ActionError with advice if the vault refuses, gives no answer, or holds a certificate's key there
 */
async function readStoredVersion(secret, access) {
    let body;
    try {
        body = await (0,ask_vault/* askVault */.yR)({ identifier: secret, makeRequest: (token) => (0,ask_vault/* getObjectRequest */.rr)(secret, token) }, access);
    }
    catch (error) {
        if ((0,errors/* expectedErrors */.OP)(error).every(vault_error.isNotFound))
            return undefined;
        throw error;
    }
    return decodeStoredVersion(body, secret);
}
/** @throws ActionError if the body is not a secret, or one that belongs to a certificate */
function decodeStoredVersion(body, secret) {
    const bundle = decodeSecretBundle(body);
    const members = (0,http_json/* parseJsonObject */.dw)(body);
    if (bundle === undefined)
        throw (0,vault_error.unusableAnswerError)(secret, 'the answer is not a secret.', body);
    if (members?.['managed'] === true)
        throw managedError();
    const tags = Object.entries((0,http_json/* asObject */.eB)(members?.['tags']) ?? {});
    return {
        version: bundle.version,
        expires: bundle.attributes.expires,
        contentType: bundle.contentType,
        hint: bundle.value.reveal().slice(0, HINT_LENGTH),
        tags: Object.fromEntries(tags.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
    };
}
function managedError() {
    return new errors/* ActionError */.lZ({
        code: 'ROTATE_MANAGED',
        title: "The secret is a certificate's",
        subject: 'secret',
        problem: 'the input names a secret that holds the private key of a certificate, and the vault itself renews it.',
        hint: 'Name another secret for the client secret. It need not exist.',
    });
}
/** The request that makes a new version. Sent twice, it makes two of the same content. */
function setSecretRequest(secret, version, token) {
    const { value, expires, contentType, tags } = version;
    const { url, headers } = (0,ask_vault/* getObjectRequest */.rr)({ ...secret, version: undefined }, token);
    const body = {
        value: value.reveal(),
        ...(contentType !== '' && { contentType }),
        attributes: { enabled: true, ...(expires !== undefined && { exp: expires }) },
        tags,
    };
    return {
        method: 'PUT',
        url,
        headers: { ...headers, 'content-type': 'application/json' },
        body: new secret_text/* SecretText */.o(JSON.stringify(body)),
    };
}
//# sourceMappingURL=stored-version.js.map
// EXTERNAL MODULE: ./build/programs/src/plan/rotation-decision.js
var rotation_decision = __webpack_require__(6221);
;// CONCATENATED MODULE: ./build/programs/src/plan/version-tags.js
// The tags of a new version: those that the secret has, and those that say which password it holds.


/** https://learn.microsoft.com/azure/key-vault/secrets/about-secrets#secret-tags */
const MAX_TAGS = 15;
const OWN_TAGS = [rotation_decision/* CREDENTIAL_ID */.wN, rotation_decision/* PREVIOUS_CREDENTIAL_ID */.K6, rotation_decision/* VALIDITY_PERIOD_DAYS */.NU];
/** The tags of a version that follows `stored`: a new version inherits none, so its own are handed on. */
function makeTags(stored, { keyId, previousId, validDays }) {
    return {
        ...othersOf(stored),
        [rotation_decision/* CREDENTIAL_ID */.wN]: keyId,
        ...(previousId !== undefined && { [rotation_decision/* PREVIOUS_CREDENTIAL_ID */.K6]: previousId }),
        [rotation_decision/* VALIDITY_PERIOD_DAYS */.NU]: `${validDays}`,
    };
}
/** @throws ActionError if the secret has so many tags that those of the rotation find no room */
function checkRoomForTags(stored) {
    const others = Object.keys(othersOf(stored)).length;
    if (others + OWN_TAGS.length <= MAX_TAGS)
        return;
    throw new errors/* ActionError */.lZ({
        code: 'ROTATE_TOO_MANY_TAGS',
        title: 'Too many tags',
        subject: 'secret',
        problem: `the secret has ${others} tags of its own in the vault. A version holds ${MAX_TAGS}, and ${OWN_TAGS.join(', ')} are added.`,
        hint: 'Remove tags of its current version.',
    });
}
function othersOf(stored) {
    return Object.fromEntries(Object.entries(stored?.tags ?? {}).filter(([name]) => !OWN_TAGS.some((own) => (0,rotation_decision/* isSameTag */.t0)(own, name))));
}
//# sourceMappingURL=version-tags.js.map
// EXTERNAL MODULE: ./build/programs/src/http/retry-policy.js
var retry_policy = __webpack_require__(4358);
// EXTERNAL MODULE: ./build/programs/src/time.js
var time = __webpack_require__(3475);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/certificate-policy.js
// The policy of a certificate: what the next version is made by. There is one for all versions.
// https://learn.microsoft.com/azure/key-vault/certificates/about-certificates#certificate-policy

/** The members that say how a version is made; the others are the vault's own. */
const SETTINGS = ['key_props', 'secret_props', 'x509_props', 'lifetime_actions', 'issuer'];
/** The policy; undefined if this is none, or does not say when it was changed. */
function decodePolicy(policy) {
    const updated = (0,http_json/* asObject */.eB)(policy?.['attributes'])?.['updated'];
    if (policy === undefined || typeof updated !== 'number')
        return undefined;
    const settings = Object.fromEntries(SETTINGS.flatMap((name) => (policy[name] === undefined ? [] : [[name, policy[name]]])));
    return {
        settings,
        keyType: String((0,http_json/* asObject */.eB)(policy['key_props'])?.['kty'] ?? ''),
        renewsItself: actionsOf(settings).some(isRenewal),
        updated,
    };
}
/** Names of the actions that a certificate's life leads to. */
const RENEW = 'AutoRenew';
const REMIND = 'EmailContacts';
/** When the vault reminds, if the policy does not say: what it sets by itself. */
const REMINDER = { trigger: { lifetime_percentage: 80 } };
/**
 * The policy of a version that somebody else issues: its key is new, and nothing renews it but a rotation. All else stays.
 */
function makeRotationPolicy(settings) {
    const actions = actionsOf(settings);
    const reminders = actions.filter((action) => !isRenewal(action));
    const [renewal = REMINDER] = actions.filter(isRenewal);
    const transparency = (0,http_json/* asObject */.eB)(settings['issuer'])?.['cert_transparency'];
    return {
        ...settings,
        key_props: { ...(0,http_json/* asObject */.eB)(settings['key_props']), reuse_key: false },
        lifetime_actions: reminders.length > 0 ? reminders : [{ ...renewal, action: { action_type: REMIND } }],
        // The other members of an issuer are for a certificate authority.
        issuer: { name: 'Unknown', ...(transparency !== undefined && { cert_transparency: transparency }) },
    };
}
function actionsOf(settings) {
    const actions = settings['lifetime_actions'];
    return Array.isArray(actions) ? actions.map(http_json/* asObject */.eB).filter((action) => action !== undefined) : [];
}
function isRenewal(lifetimeAction) {
    const type = (0,http_json/* asObject */.eB)(lifetimeAction['action'])?.['action_type'];
    return typeof type === 'string' && type.toLowerCase() === RENEW.toLowerCase();
}
//# sourceMappingURL=certificate-policy.js.map
;// CONCATENATED MODULE: ./build/programs/src/keyvault/list-pages.js
// A list of a vault, page by page.




/** A list that goes on after so many pages, 250,000 objects, has no end. */
const MAX_PAGES = 10_000;
/**
 * All objects of a kind, or all versions of one object, each once; the next page is asked for as the caller goes on.
 * @throws ActionError if the vault refuses, or gives what is no list of its own or one that goes round in a circle
 */
async function* listPages(address, ask) {
    const visited = new Set();
    const listed = new Set();
    let url = (0,ask_vault/* listUrl */.MW)(address);
    while (url !== undefined) {
        if (visited.has(url))
            throw (0,vault_error.unusableAnswerError)(address, 'a page of the list leads back to an earlier one.');
        if (visited.size === MAX_PAGES)
            throw (0,vault_error.unusableAnswerError)(address, 'the list does not end.');
        visited.add(url);
        const page = await getPage(url, address, ask);
        const fresh = page.objects.filter((object) => takeNew(listed, object));
        if (fresh.length === 0 && page.objects.length > 0)
            throw (0,vault_error.unusableAnswerError)(address, 'a page of the list repeats what earlier ones have shown.');
        yield fresh;
        url = page.nextLink;
    }
}
function takeNew(listed, { name, version }) {
    const key = `${name.toLowerCase()}/${version}`;
    const isNew = !listed.has(key);
    listed.add(key);
    return isNew;
}
async function getPage(url, address, ask) {
    const makeRequest = (token) => (0,ask_vault/* getRequest */.iq)(url, token);
    const body = await ask({ identifier: address, operation: 'list', makeRequest });
    const page = decodeListPage(body, address);
    if (page === undefined)
        throw (0,vault_error.unusableAnswerError)(address, 'the answer is not a page of a list.', body);
    if (page.nextLink !== undefined && !isAt(page.nextLink, address.vaultUrl)) {
        throw (0,vault_error.unusableAnswerError)(address, 'the link to the next page leads elsewhere, so nothing was sent there.');
    }
    return page;
}
// The token goes to the vault's own host alone; a port that is the usual one may be written there.
function isAt(url, vaultUrl) {
    if (!URL.canParse(url))
        return false;
    const { origin, username, password } = new URL(url);
    return origin === vaultUrl && username === '' && password === '';
}
/** The body as a page of this list; undefined if it is none. */
function decodeListPage(body, address) {
    const page = (0,http_json/* parseJsonObject */.dw)(body);
    const items = page?.['value'];
    const link = page?.['nextLink'] ?? undefined;
    const nextLink = (0,http_json/* asText */.e1)(link, /^https:\/\/[\x21-\x7e]{1,8192}$/);
    if (!Array.isArray(items) || nextLink !== link)
        return undefined;
    const objects = items.map((item) => decodeListed(item, address)).filter((object) => object !== undefined);
    return objects.length === items.length ? { objects, nextLink } : undefined;
}
function decodeListed(value, address) {
    const item = (0,http_json/* asObject */.eB)(value);
    // Secrets and certificates have `id`, keys `kid`.
    const id = (0,http_json/* asText */.e1)(item?.['id'] ?? item?.['kid'], LISTED_ID) ?? '';
    const [, collection = '', name = '', version = ''] = LISTED_ID.exec(id) ?? [];
    const stated = (0,http_json/* asObject */.eB)(item?.['attributes']);
    const attributes = decodeAttributes(item);
    if (stated === undefined || attributes === undefined || collection.toLowerCase() !== address.collection)
        return undefined;
    if (address.name !== undefined && (name.toLowerCase() !== address.name.toLowerCase() || version === ''))
        return undefined;
    const { enabled, created } = stated;
    const thumbprint = decodeThumbprint(item?.['x5t']);
    return {
        name,
        version: version.toLowerCase(),
        managed: item?.['managed'] === true,
        enabled: enabled !== false,
        created: typeof created === 'number' ? created : 0,
        contentType: decodeContentType(item),
        attributes,
        tags: decodeTags(item),
        ...(thumbprint !== undefined && { thumbprint }),
    };
}
// SHA-1 has 20 bytes, in base64url; vaults leave the padding out, and some of their emulators do not.
function decodeThumbprint(x5t) {
    const text = (0,http_json/* asText */.e1)(x5t, /^[\w-]{27}=?$/);
    return text === undefined ? undefined : Buffer.from(text, 'base64url').toString('hex').toUpperCase();
}
/** The host is not looked at: what follows is asked of the vault itself. */
const LISTED_ID = /^https:\/\/[^/]+\/([a-z]+)\/([0-9a-z-]{1,127})(?:\/([0-9a-f]{32}))?$/i;
/**
 * The newest version before `version` that is enabled and in force; undefined if there is none. The list is in no order,
 * so what counts is when each was made.
 * @throws ActionError if the vault refuses the list of versions
 */
async function findEarlierVersion(certificate, version, { access, nowMs }) {
    const versions = [];
    for await (const page of listPages({ ...certificate, version: undefined }, (request) => askVault(request, access)))
        versions.push(...page);
    const refused = versions.find((one) => one.version === version);
    const [earlier] = versions
        .filter((one) => one !== refused && one.created <= (refused?.created ?? Number.POSITIVE_INFINITY))
        .filter((one) => isUsable(one, nowMs / 1000))
        .sort((one, other) => other.created - one.created);
    return earlier && { ...certificate, version: earlier.version };
}
function isUsable({ enabled, attributes: { notBefore, expires } }, nowSeconds) {
    return enabled && (notBefore ?? 0) <= nowSeconds && nowSeconds < (expires ?? Number.POSITIVE_INFINITY);
}
//# sourceMappingURL=list-pages.js.map
// EXTERNAL MODULE: ./build/programs/src/certificate/der.js
var certificate_der = __webpack_require__(4847);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/signing-certificate.js
// A certificate whose key signs in the vault: its public part, decoded and judged before anything is signed.
// https://learn.microsoft.com/rest/api/keyvault/certificates/get-certificate/get-certificate (api-version 7.4)









/**
 * Reads the certificate, and only its public part.
 * @throws ActionError if the vault refuses, and if what it gives cannot sign
 */
async function readSigningCertificate(item, access, nowMs) {
    const body = await askVault({ identifier: item, makeRequest: (token) => getObjectRequest(item, token) }, access);
    const { certificate, enabled, keyUsage } = decodeSigningCertificate(body, item);
    const { life, publicKey } = certificate;
    checkCanSign({ item, enabled, keyUsage, life, keyType: publicKey.asymmetricKeyType }, nowMs);
    return certificate;
}
/** Decodes the answer. @throws ActionError if it is no certificate, or one that is not issued yet */
function decodeSigningCertificate(body, item) {
    const json = (0,http_json/* parseJsonObject */.dw)(body);
    checkIssued(json, item);
    const bundle = decodeSigningBundle(json);
    if (bundle === undefined)
        throw (0,vault_error.unusableAnswerError)(item, 'the answer is not a certificate.', body);
    const key = (0,ask_vault/* siblingIdentifierOf */.l9)(bundle.keyId, 'keys', item);
    if (key === undefined) {
        throw (0,vault_error.unusableAnswerError)(item, 'the answer says that the private key is elsewhere, so nothing was sent there.');
    }
    const x509 = parseCertificate(bundle.der, item);
    const life = narrow(bundle.attributes, x509);
    const { enabled, keyUsage, version, der } = bundle;
    return { certificate: { item, version, der, publicKey: x509.publicKey, life, key }, enabled, keyUsage };
}
/** The body as a certificate with a key; undefined if it is none. */
function decodeSigningBundle(bundle) {
    const version = versionOf(bundle?.['id']);
    const cer = (0,http_json/* asText */.e1)(bundle?.['cer'], /^[A-Za-z0-9+/]+={0,2}$/);
    const keyId = (0,http_json/* asText */.e1)(bundle?.['kid'], /^https:\/\/[\x21-\x7e]+$/);
    const attributes = decodeAttributes(bundle);
    if (version === undefined || cer === undefined || keyId === undefined || attributes === undefined)
        return undefined;
    const keyUsage = (0,http_json/* asObject */.eB)((0,http_json/* asObject */.eB)(bundle?.['policy'])?.['x509_props'])?.['key_usage'];
    return {
        version,
        der: Buffer.from(cer, 'base64'),
        keyId,
        enabled: (0,http_json/* asObject */.eB)(bundle?.['attributes'])?.['enabled'] !== false,
        attributes,
        keyUsage: Array.isArray(keyUsage) ? keyUsage : undefined,
    };
}
function parseCertificate(der, item) {
    try {
        return new external_node_crypto_.X509Certificate(der);
    }
    catch {
        throw (0,certificate_der/* notDer */.LB)().about((0,identifier/* describeIdentifier */.fY)(item));
    }
}
// The vault obeys its own attributes, Entra the certificate: it has to be in force by both.
function narrow({ notBefore, expires }, certificate) {
    const own = (0,time/* lifeOf */.c_)(certificate);
    return {
        notBefore: choose(Math.max, notBefore, own.notBefore),
        expires: choose(Math.min, expires, own.expires),
    };
}
// A time that is none in the certificate leaves the vault's.
function choose(pick, ofVault, own) {
    return own === undefined ? ofVault : pick(ofVault ?? own, own);
}
/** @throws ActionError that says why the key cannot sign now, and what to do about it */
function checkCanSign(facts, nowMs) {
    const reason = findReason(facts, nowMs / 1000);
    if (reason === undefined)
        return;
    const { title, problem, hint } = reason;
    throw new errors/* ActionError */.lZ({
        code: 'CERTIFICATE_CANNOT_SIGN',
        title: `${(0,identifier/* vaultHost */.Df)(facts.item.vaultUrl)}: ${title}`,
        subject: (0,identifier/* describeIdentifier */.fY)(facts.item),
        problem,
        hint,
    });
}
function findReason({ keyType, enabled, keyUsage, life, isNameAlone = false }, nowSeconds) {
    const { notBefore, expires } = life;
    if (keyType !== 'rsa')
        return NOT_RSA;
    if (!enabled)
        return disabled(isNameAlone);
    if (keyUsage !== undefined && !keyUsage.includes('digitalSignature'))
        return NO_SIGNATURE;
    if (expires !== undefined && expires <= nowSeconds)
        return expired(expires);
    return notBefore !== undefined && notBefore > nowSeconds ? notYetValid(notBefore, isNameAlone) : undefined;
}
const NOT_RSA = {
    title: 'not an RSA key',
    problem: 'its key is not RSA, and Microsoft Entra ID accepts no other kind from an application.',
    hint: 'Issue a new version of the certificate with the key type RSA or RSA-HSM.',
};
function disabled(isNameAlone) {
    return {
        title: 'disabled',
        problem: 'it is disabled.',
        hint: `Enable this version in the vault${isNameAlone ? '.' : ', or name another one: NAME/VERSION.'}`,
    };
}
const NO_SIGNATURE = {
    title: 'not a signing key',
    problem: 'its key is not allowed to sign: the key usages of its policy lack "digitalSignature".',
    hint: 'Issue a new version of the certificate with that key usage, which the default policy has.',
};
function expired(expires) {
    return {
        title: 'expired',
        problem: `it expired on ${(0,time/* formatInstant */.r4)(expires)}.`,
        hint: 'Renew it in the vault, and upload the public part of the new version to the application.',
    };
}
function notYetValid(notBefore, isNameAlone) {
    return {
        title: 'not valid yet',
        problem: `it is valid from ${(0,time/* formatInstant */.r4)(notBefore)}, which is in the future.`,
        hint: isNameAlone
            ? 'Run the job again then.'
            : "Name an earlier version, NAME/VERSION, or check the runner's clock.",
    };
}
//# sourceMappingURL=signing-certificate.js.map
;// CONCATENATED MODULE: ./build/programs/src/keyvault/stored-certificate.js
// A certificate's current version as a rotation needs it, with its tags and policy, and the changes of these.
// https://learn.microsoft.com/rest/api/keyvault/certificates/update-certificate/update-certificate and
// .../update-certificate-policy/update-certificate-policy (api-version 7.4)










/** The request about a certificate, once there is a token for it. */
function requestAbout({ vaultUrl, name }, { method, path, body }) {
    return (token) => {
        const { url, headers } = (0,ask_vault/* getRequest */.iq)(`${vaultUrl}/certificates/${name}${path}?api-version=${ask_vault/* API_VERSION */.mG}`, token);
        if (body === undefined)
            return { method, url, headers };
        const typed = { ...headers, 'content-type': 'application/json' };
        return { method, url, headers: typed, body: new secret_text/* SecretText */.o(JSON.stringify(body)) };
    };
}
/** @throws ActionError with advice if the vault refuses, gives no answer, or has no such certificate that is issued */
async function readStoredCertificate(item, access) {
    const makeRequest = (token) => (0,ask_vault/* getObjectRequest */.rr)(item, token);
    const { body, headers } = await (0,ask_vault/* askVaultForResponse */.Gx)({ identifier: item, makeRequest }, access);
    const unjudged = decodeSigningCertificate(body, item);
    const policy = decodePolicy((0,http_json/* asObject */.eB)((0,http_json/* parseJsonObject */.dw)(body)?.['policy'])) ?? (await readPolicy(item, access));
    return {
        ...unjudged,
        policy,
        tags: Object.fromEntries(decodeTags((0,http_json/* parseJsonObject */.dw)(body))),
        dateSeconds: (0,time/* parseInstant */.nV)(headers['date'] ?? ''),
    };
}
// A vault shows it with the current version; whoever does not, shows it by itself.
async function readPolicy(item, access) {
    const makeRequest = requestAbout(item, { method: 'GET', path: '/policy' });
    const body = await (0,ask_vault/* askVault */.yR)({ identifier: item, makeRequest }, access);
    const policy = decodePolicy((0,http_json/* parseJsonObject */.dw)(body));
    if (policy !== undefined)
        return policy;
    throw (0,vault_error.unusableAnswerError)(item, 'the answer does not show the policy of the certificate.', body);
}
/** Returns the tags of a version. @throws ActionError with advice if the vault refuses or gives no answer */
async function readTags(version, access) {
    const body = await (0,ask_vault/* askVault */.yR)({ identifier: version, makeRequest: (token) => (0,ask_vault/* getObjectRequest */.rr)(version, token) }, access);
    return tagsOf(body, version);
}
// A page of somebody in between has no tags: whoever took it for a version would lose those of the owner.
function tagsOf(body, version) {
    const bundle = (0,http_json/* parseJsonObject */.dw)(body);
    if (versionOf(bundle?.['id']) !== undefined)
        return Object.fromEntries(decodeTags(bundle));
    throw (0,vault_error.unusableAnswerError)(version, 'the answer is not a certificate.', body);
}
/**
 * Replaces the tags of a version once, and returns those that it has then.
 * @throws ActionError with advice if the vault refuses or gives no answer
 */
async function setTagsOnce(version, tags, access) {
    const makeRequest = requestAbout(version, { method: 'PATCH', path: `/${version.version}`, body: { tags } });
    const rules = (0,retry_policy/* once */.Oo)(retry_policy/* VAULT_RETRY_RULES */.yd);
    return tagsOf(await (0,ask_vault/* askVault */.yR)({ identifier: version, operation: 'update', makeRequest, rules }, access), version);
}
/** Puts the policy back to these settings. @throws ActionError with advice if the vault refuses or gives no answer */
async function setPolicy(item, settings, access) {
    // Members that are not sent stay as they are: a policy that had no lifetime actions is to have none again.
    const whole = { lifetime_actions: [], ...settings };
    const makeRequest = requestAbout(item, { method: 'PATCH', path: '/policy', body: whole });
    const body = await (0,ask_vault/* askVault */.yR)({ identifier: item, operation: 'update', makeRequest }, access);
    if ((0,http_json/* asObject */.eB)((0,http_json/* parseJsonObject */.dw)(body)?.['issuer']) === undefined)
        throw (0,vault_error.unusableAnswerError)(item, 'the answer is not a policy.', body);
}
/** Lists the versions with such tags. @throws ActionError with advice if the vault refuses or gives no answer */
async function findTaggedVersions(item, isWanted, access) {
    const found = [];
    for await (const page of listPages(item, (request) => (0,ask_vault/* askVault */.yR)(request, access))) {
        found.push(...page.filter(({ tags }) => isWanted([...tags.keys()])).map(({ version }) => version));
    }
    return found;
}
//# sourceMappingURL=stored-certificate.js.map
;// CONCATENATED MODULE: ./build/programs/src/keyvault/pending-certificate.js
// A certificate that is being made: a request for a new key, which answers with a certificate request, and its completion.
// https://learn.microsoft.com/rest/api/keyvault/certificates/create-certificate/create-certificate and
// .../get-certificate-operation, .../delete-certificate-operation, .../merge-certificate (api-version 7.4)






/**
 * The pending operation; undefined if there is none.
 * @throws ActionError with advice if the vault refuses, gives no answer, or one that is no pending operation
 */
async function readPending(item, access) {
    const makeRequest = requestAbout(item, { method: 'GET', path: '/pending' });
    try {
        return decode(await (0,ask_vault/* askVault */.yR)({ identifier: item, makeRequest }, access), item);
    }
    catch (error) {
        if ((0,errors/* expectedErrors */.OP)(error).every(vault_error.isNotFound))
            return undefined;
        throw error;
    }
}
/**
 * Asks for a new key once: whoever asks again must first look what became of this one. The policy of the certificate is
 * then this one.
 * @throws ActionError with advice if the vault refuses or gives no usable answer
 */
async function createOnce(item, policy, access) {
    const body = { policy, attributes: { enabled: true } };
    const makeRequest = requestAbout(item, { method: 'POST', path: '/create', body });
    const operation = { identifier: item, operation: 'create', status: 202, rules: (0,retry_policy/* once */.Oo)(retry_policy/* VAULT_RETRY_RULES */.yd) };
    return decode(await (0,ask_vault/* askVault */.yR)({ ...operation, makeRequest }, access), item);
}
/** Deletes the pending operation; one that is not there is fine. @throws ActionError with advice if the vault refuses */
async function deletePending(item, access) {
    const makeRequest = requestAbout(item, { method: 'DELETE', path: '/pending' });
    try {
        decode(await (0,ask_vault/* askVault */.yR)({ identifier: item, operation: 'update', makeRequest }, access), item);
    }
    catch (error) {
        if (!(0,errors/* expectedErrors */.OP)(error).every(vault_error.isNotFound))
            throw error;
    }
}
/**
 * Completes the pending operation once, and gives the body of the answer: the certificate is then the current version.
 * @throws ActionError with advice if the vault refuses or gives no answer
 */
function mergeOnce(item, { certificate, tags }, access) {
    const body = { x5c: [certificate.toString('base64')], tags };
    const makeRequest = requestAbout(item, { method: 'POST', path: '/pending/merge', body });
    const operation = { identifier: item, operation: 'create', status: 201, rules: (0,retry_policy/* once */.Oo)(retry_policy/* VAULT_RETRY_RULES */.yd) };
    return (0,ask_vault/* askVault */.yR)({ ...operation, makeRequest }, access);
}
function decode(body, item) {
    const operation = (0,http_json/* parseJsonObject */.dw)(body);
    const requestId = (0,http_json/* asText */.e1)(operation?.['request_id'], /^[0-9a-z-]{1,64}$/i);
    const issuer = (0,http_json/* asText */.e1)((0,http_json/* asObject */.eB)(operation?.['issuer'])?.['name'], /^[\x20-\x7e]{1,127}$/);
    const status = (0,http_json/* asText */.e1)(operation?.['status'], /^[A-Za-z]{1,32}$/);
    const isInProgress = status?.toLowerCase() === 'inprogress';
    if (status === undefined || (isInProgress && issuer === undefined)) {
        throw (0,vault_error.unusableAnswerError)(item, 'the answer is not a pending operation.', body);
    }
    const request = (0,http_json/* asText */.e1)(operation?.['csr'], /^[A-Za-z0-9+/]+={0,2}$/);
    return {
        requestId,
        issuer: issuer ?? '',
        isInProgress,
        request: request === undefined ? undefined : Buffer.from(request, 'base64'),
    };
}
//# sourceMappingURL=pending-certificate.js.map
;// CONCATENATED MODULE: ./build/programs/src/plan/certificate-tags.js
// The tags of a certificate's version: those that its owner has set, and those that say which key credential it holds.


/**
 * The journal of a rotation. Before the new version is there, it names the key credential that was added for it; after
 * that, the one that is outdated, or the version's own if there is none. While it is there, something is left to be done.
 */
const PENDING_CREDENTIAL_ID = 'PendingCredentialId';
/** https://learn.microsoft.com/azure/key-vault/certificates/about-certificates#certificate-attributes-and-tags */
const certificate_tags_MAX_TAGS = 15;
const certificate_tags_OWN_TAGS = [rotation_decision/* CREDENTIAL_ID */.wN, rotation_decision/* PREVIOUS_CREDENTIAL_ID */.K6, PENDING_CREDENTIAL_ID];
/** The key ID in the journal of a version; undefined if there is none. */
function journalOf(version) {
    return (0,rotation_decision/* credentialIdOf */.EF)(version, PENDING_CREDENTIAL_ID);
}
/** Whether a version names this key credential as its own, or as that of the version before. */
function isHeld(version, keyId) {
    return [rotation_decision/* CREDENTIAL_ID */.wN, rotation_decision/* PREVIOUS_CREDENTIAL_ID */.K6].some((tag) => (0,rotation_decision/* credentialIdOf */.EF)(version, tag) === keyId);
}
/** Whether one of these names is that of the journal. */
function namesJournal(names) {
    return names.some((name) => (0,rotation_decision/* isSameTag */.t0)(name, PENDING_CREDENTIAL_ID));
}
/** The tags of a version with a key credential in its journal; undefined for none. All others stay. */
function withJournal({ tags }, keyId) {
    const others = Object.entries(tags).filter(([name]) => !namesJournal([name]));
    return { ...Object.fromEntries(others), ...(keyId !== undefined && { [PENDING_CREDENTIAL_ID]: keyId }) };
}
/** The key credentials of the version that follows `before`. */
function nextCredentials(before, keyId) {
    const previousId = (0,rotation_decision/* credentialIdOf */.EF)(before, rotation_decision/* CREDENTIAL_ID */.wN);
    const outdatedId = (0,rotation_decision/* credentialIdOf */.EF)(before, rotation_decision/* PREVIOUS_CREDENTIAL_ID */.K6);
    return { keyId, previousId, outdatedId: [keyId, previousId].includes(outdatedId) ? undefined : outdatedId };
}
/** The tags of the version that follows `before`: a new version inherits none, so its owner's are handed on. */
function nextTags(before, { keyId, previousId, outdatedId }) {
    return {
        ...certificate_tags_othersOf(before),
        [rotation_decision/* CREDENTIAL_ID */.wN]: keyId,
        ...(previousId !== undefined && { [rotation_decision/* PREVIOUS_CREDENTIAL_ID */.K6]: previousId }),
        [PENDING_CREDENTIAL_ID]: outdatedId ?? keyId,
    };
}
/** @throws ActionError if the version has so many tags that those of the rotation find no room */
function checkRoomForCredentials(version) {
    const others = Object.keys(certificate_tags_othersOf(version)).length;
    if (others + certificate_tags_OWN_TAGS.length <= certificate_tags_MAX_TAGS)
        return;
    throw new errors/* ActionError */.lZ({
        code: 'ROTATE_TOO_MANY_TAGS',
        title: 'Too many tags',
        subject: 'certificate',
        problem: `the certificate has ${others} tags of its own in the vault. A version holds ${certificate_tags_MAX_TAGS}, and ${certificate_tags_OWN_TAGS.join(', ')} are added.`,
        hint: 'Remove tags of its current version.',
    });
}
function certificate_tags_othersOf({ tags }) {
    return Object.fromEntries(Object.entries(tags).filter(([name]) => !certificate_tags_OWN_TAGS.some((own) => (0,rotation_decision/* isSameTag */.t0)(own, name))));
}
//# sourceMappingURL=certificate-tags.js.map
// EXTERNAL MODULE: ./build/programs/src/entra/credential.js
var entra_credential = __webpack_require__(718);
// EXTERNAL MODULE: ./build/programs/src/flow/open-session.js + 3 modules
var open_session = __webpack_require__(807);
// EXTERNAL MODULE: ./build/programs/src/http/send.js
var send = __webpack_require__(9555);
// EXTERNAL MODULE: ./build/programs/src/http/transport-error.js
var transport_error = __webpack_require__(3675);
;// CONCATENATED MODULE: ./build/programs/src/http/write.js
// The loop around a write. One that got no answer may land later: it is not sent again before a look at what came of it.



/** A write that got no answer may still be on its way: whoever looks too early sees what was there before. */
const FIRST_LOOK_MS = 5_000;
/** The look before giving up comes later, since the write may be slow. */
const LAST_LOOK_MS = 10_000;
/** Sends a write until it is done, refused for good, or its outcome cannot be seen. */
async function write(oneWrite, context) {
    const { clock } = context;
    let unanswered = 0;
    let firstMs;
    for (let attempt = 1;; attempt += 1) {
        const one = await attemptOnce(oneWrite, context);
        if (one.kind === 'done')
            return { ...one, unanswered };
        firstMs ??= clock.nowMs();
        const { error, outcome } = one;
        if (mayHaveDone(outcome)) {
            unanswered += 1;
            const seen = await lookAfter(FIRST_LOOK_MS, oneWrite, clock);
            if (seen.kind === 'done')
                return { ...seen, unanswered };
            if (seen.kind === 'unseen')
                return { kind: 'failed', error, unanswered, unseen: seen.error };
        }
        const delayMs = delayOf(oneWrite, context, { outcome, attempt, firstMs });
        if (delayMs === undefined)
            return giveUp(oneWrite, clock, { error, unanswered });
        context.log.debug(() => [`Sending it again in ${delayMs} ms.`]);
        await clock.sleep(delayMs);
    }
}
async function attemptOnce({ sendOnce }, context) {
    let outcome;
    const watched = {
        ...context,
        transport: async (request, timeoutMs) => {
            // Until an answer is there, there is none.
            outcome = new transport_error/* TransportError */.wX('no answer came', { failure: 'connection' });
            try {
                outcome = await context.transport(request, timeoutMs);
                return outcome;
            }
            catch (error) {
                if (error instanceof transport_error/* TransportError */.wX)
                    outcome = error;
                throw error;
            }
        },
    };
    try {
        return { kind: 'done', value: await sendOnce(watched) };
    }
    catch (error) {
        (0,errors/* expectedErrors */.OP)(error);
        return { kind: 'failed', error, outcome };
    }
}
function mayHaveDone(outcome) {
    return outcome !== undefined && (outcome instanceof transport_error/* TransportError */.wX || !isRefusal(outcome.status));
}
async function lookAfter(delayMs, { look, lookUntilMs }, clock) {
    // If there is little time, half of it is left for the look.
    const leftMs = Math.max(0, lookUntilMs - clock.nowMs());
    await clock.sleep(Math.min(delayMs, Math.floor(leftMs / 2)));
    try {
        const value = await look();
        return value === undefined ? { kind: 'nothing' } : { kind: 'done', value };
    }
    catch (error) {
        (0,errors/* expectedErrors */.OP)(error);
        return { kind: 'unseen', error };
    }
}
function delayOf({ isPassing = () => false, rules = retry_policy/* RETRY_RULES */.r9 }, { clock, deadlineMs, randomFraction }, { outcome, attempt, firstMs }) {
    if (outcome === undefined)
        return undefined;
    const transient = !(outcome instanceof transport_error/* TransportError */.wX) && isPassing(outcome);
    const nowMs = clock.nowMs();
    return (0,retry_policy/* retryDelayMs */.qO)({
        outcome,
        attempt,
        nowMs,
        firstMs,
        deadlineMs,
        randomFraction: randomFraction(),
        transient,
        rules,
    });
}
async function giveUp(oneWrite, clock, { error, unanswered }) {
    if (unanswered === 0)
        return { kind: 'failed', error, unanswered, unseen: undefined };
    const seen = await lookAfter(LAST_LOOK_MS, oneWrite, clock);
    if (seen.kind === 'done')
        return { ...seen, unanswered };
    return { kind: 'failed', error, unanswered, unseen: seen.kind === 'unseen' ? seen.error : undefined };
}
/** Whether this status says that nothing was done. A time-out (408) and a failure (5xx) do not. */
function isRefusal(status) {
    return status >= 400 && status < 500 && status !== 408;
}
//# sourceMappingURL=write.js.map
// EXTERNAL MODULE: ./build/programs/src/input/sign-in-inputs.js + 1 modules
var sign_in_inputs = __webpack_require__(2520);
;// CONCATENATED MODULE: ./build/programs/src/graph/application-passwords.js
// The passwords of an application in Microsoft Graph: requests, and judgement of their answers.
// https://learn.microsoft.com/graph/api/application-addpassword and .../application-removepassword




/** The request for an application's passwords. */
function listPasswordsRequest(app, token) {
    const url = `${addressOf(app)}?$select=id,appId,passwordCredentials`;
    return { method: 'GET', url, headers: authorize(token) };
}
/** The request that makes a password; Graph makes up its value, and lets it begin at once. */
function addPasswordRequest(app, { displayName, expires }, token) {
    const endDateTime = (0,time/* formatInstant */.r4)(expires);
    return post(`${addressOf(app)}/addPassword`, { passwordCredential: { displayName, endDateTime } }, token);
}
/** The request that removes a password. */
function removePasswordRequest(app, keyId, token) {
    return post(`${addressOf(app)}/removePassword`, { keyId }, token);
}
/** The passwords that the body lists; undefined if it is no such list. */
function decodePasswordList(body) {
    const list = (0,http_json/* parseJsonObject */.dw)(body)?.['passwordCredentials'];
    if (!Array.isArray(list))
        return undefined;
    const passwords = list.map(decodePassword);
    return passwords.every((one) => one !== undefined) ? passwords : undefined;
}
function decodePassword(value) {
    const password = (0,http_json/* asObject */.eB)(value);
    const keyId = keyIdOf(password);
    if (keyId === undefined)
        return undefined;
    const displayName = password?.['displayName'];
    return {
        keyId,
        displayName: typeof displayName === 'string' ? displayName : undefined,
        starts: decodeInstant(password?.['startDateTime']),
        expires: decodeInstant(password?.['endDateTime']),
        hint: (0,http_json/* asText */.e1)(password?.['hint'], /^[\x21-\x7e]{3}$/),
    };
}
/** The password that was made; undefined if the body is none with its value. */
function decodeAddedPassword(body) {
    const password = (0,http_json/* parseJsonObject */.dw)(body);
    const keyId = keyIdOf(password);
    const text = (0,http_json/* asText */.e1)(password?.['secretText'], /^[\x21-\x7e]{8,1024}$/);
    const expires = decodeInstant(password?.['endDateTime']);
    if (keyId === undefined || text === undefined || expires === undefined)
        return undefined;
    return { keyId, secret: new secret_text/* SecretText */.o(text), expires };
}
/** The key ID of a credential, lower case; undefined if it has none. */
function keyIdOf(password) {
    return (0,http_json/* asText */.e1)(password?.['keyId'], sign_in_inputs/* GUID */.Sm)?.toLowerCase();
}
// Edm.DateTimeOffset, always in UTC; parts of a second are of no account.
/** Returns seconds since 1970 for a date as Graph writes it; undefined for anything else. */
function decodeInstant(value) {
    const text = (0,http_json/* asText */.e1)(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,12})?Z$/);
    return text === undefined ? undefined : (0,time/* parseInstant */.nV)(`${text.slice(0, 19)}Z`);
}
function addressOf({ graphHost, appId }) {
    return `${graphHost}/v1.0/applications(appId='${appId}')`;
}
function post(url, body, token) {
    return postToGraph(url, new secret_text/* SecretText */.o(JSON.stringify(body)), token);
}
/** The request that sends JSON to Graph. */
function postToGraph(url, body, token) {
    return { method: 'POST', url, headers: { ...authorize(token), 'content-type': 'application/json' }, body };
}
/** The header that shows a token to Graph. */
function authorize(token) {
    return { authorization: new secret_text/* SecretText */.o(`Bearer ${token.reveal()}`) };
}
//# sourceMappingURL=application-passwords.js.map
// EXTERNAL MODULE: ./build/programs/src/http/failure-hints.js
var failure_hints = __webpack_require__(2400);
;// CONCATENATED MODULE: ./build/programs/src/graph/graph-advice.js
/** Whether Graph knows no such application. */
function isApplicationUnknown({ code }) {
    return code === 'GRAPH_NOT_FOUND';
}
/** Whether the caller lacks a permission. */
function isForbidden({ code }) {
    return code === 'GRAPH_FORBIDDEN';
}
/** Whether an application takes no more passwords. */
function isFullOfPasswords({ code }) {
    return code === 'GRAPH_TOO_MANY_PASSWORDS';
}
const denied = () => ({
    code: 'GRAPH_FORBIDDEN',
    title: 'no permission',
    meaning: 'the identity may not change the passwords of this application',
    hint: 'Give it the application permission Application.ReadWrite.OwnedBy of Microsoft Graph, with admin consent, and make its service principal an owner of this app registration. A new permission can take a few minutes.',
});
const notFound = () => ({
    code: 'GRAPH_NOT_FOUND',
    title: 'no such application',
    meaning: 'the tenant has no such app registration',
    hint: 'Compare app-id with the "Application (client) ID" of the app registration, and tenant-id with its tenant: an enterprise application of another tenant has its passwords there. An application that was made a moment ago can take a few minutes: then run the job again.',
});
const unknownPrincipal = () => ({
    code: 'GRAPH_NO_IDENTITY',
    title: 'the identity is not known in this tenant',
    meaning: 'it does not know the service principal of the identity that signed in',
    hint: 'Have an administrator grant consent to the application of client-id in the tenant of tenant-id: that makes its service principal there. A new one can take a few minutes.',
});
const tooManyPasswords = (_refusal, { appId }) => ({
    code: 'GRAPH_TOO_MANY_PASSWORDS',
    title: 'the application takes no more passwords',
    meaning: 'the application has as many passwords as it takes: two, if it is open to personal Microsoft accounts',
    hint: `Remove a password that nobody uses: "az ad app credential list --id ${appId}" lists them, and "az ad app credential delete --id ${appId} --key-id KEY_ID" removes one. Or open the application to work and school accounts only ("az ad app update --id ${appId} --sign-in-audience AzureADMyOrg"), which lifts the limit.`,
});
const full = (_refusal, { appId }) => ({
    code: 'GRAPH_APPLICATION_FULL',
    title: 'the application object is full',
    meaning: 'the application object has reached its size limit. This is not a missing permission',
    hint: `Remove what it does not need: expired passwords and certificates ("az ad app credential list --id ${appId}"), redirect URIs, app roles or API permissions.`,
});
const quotaExceeded = () => ({
    code: 'GRAPH_QUOTA_EXCEEDED',
    title: 'the directory quota is used up',
    meaning: 'the directory quota of the tenant or of the identity is used up. This is not a missing permission',
    hint: 'Have an administrator delete directory objects that nobody needs, also under "Deleted applications", or have Microsoft raise the quota.',
});
const conflict = () => ({
    code: 'GRAPH_CONFLICT',
    title: 'the application is being changed',
    meaning: 'something else is changing the application, even after several attempts',
    hint: 'Run the job again when nothing else (Terraform, a script, another workflow) changes the application.',
});
const typeForbidden = ({ policyId }) => ({
    code: 'GRAPH_PASSWORDS_FORBIDDEN',
    title: 'client secrets are forbidden',
    meaning: `${describePolicy(policyId)} forbids client secrets`,
    hint: 'Exempt this application from the policy, or do without a client secret: use a federated credential or a certificate.',
});
const lifeForbidden = ({ policyId }) => ({
    code: 'GRAPH_LIFE_FORBIDDEN',
    title: 'valid-days is too long',
    meaning: `${describePolicy(policyId)} does not allow a client secret to be valid for as long as valid-days says`,
    hint: 'Set valid-days to what the policy allows, and renew-before-days to less than that.',
});
const BY_CODE = new Map([
    ['Authorization_RequestDenied', denied],
    ['Authorization_IdentityNotFound', unknownPrincipal],
    ['Request_ResourceNotFound', notFound],
    ['TooManyAppPasswords', tooManyPasswords],
    ['Directory_ResourceSizeExceeded', full],
    ['Directory_QuotaExceeded', quotaExceeded],
    ['Directory_ConcurrencyViolation', conflict],
    ['CredentialTypeNotAllowedAsPerAppPolicy', typeForbidden],
    ['CredentialInvalidLifetimeAsPerAppPolicy', lifeForbidden],
]);
/** The codes that have advice of their own. */
const GRAPH_CODES = [...BY_CODE.keys()];
const BY_TOPIC = {
    'type-forbidden': typeForbidden,
    'life-forbidden': lifeForbidden,
    'too-many-passwords': tooManyPasswords,
};
/** The advice for a refusal about an application. */
function graphAdvice(refusal, app) {
    const byCode = refusal.code === undefined ? undefined : BY_CODE.get(refusal.code);
    const byTopic = refusal.topic === undefined ? undefined : BY_TOPIC[refusal.topic];
    return (byTopic ?? byCode ?? byStatus(refusal))(refusal, app);
}
function byStatus({ status, code }) {
    if (status === 403)
        return denied;
    // A page without a code is not of Graph.
    if (status === 404 && code !== undefined)
        return notFound;
    if (status === 409)
        return conflict;
    if (status === 401)
        return unauthorized;
    if (status === 429)
        return throttled;
    return status === 408 || status >= 500 ? unavailable : refused;
}
const unauthorized = () => ({
    code: 'GRAPH_UNAUTHORIZED',
    title: 'token not accepted',
    meaning: 'it does not accept the token',
    hint: 'Compare "cloud", "graph-host" and "tenant-id" with those of the application.',
});
const throttled = () => ({
    code: 'GRAPH_THROTTLED',
    title: 'too many requests',
    meaning: 'it is busy with too many requests',
    hint: 'Run the job again later, and renew fewer applications at a time (max-parallel).',
});
const unavailable = () => ({
    code: 'GRAPH_UNAVAILABLE',
    title: 'failing',
    meaning: 'it is busy or failing',
    hint: 'Run the job again later.',
});
const refused = ({ status }) => ({
    code: 'GRAPH_REFUSED',
    title: 'request refused',
    meaning: status < 400 ? 'the answer is a redirect, which is never followed' : 'it refused the request',
    hint: 'Check graph-host, and look for a proxy on the way.',
});
function describePolicy(policyId) {
    return policyId === undefined ? "the tenant's policy" : `the tenant's policy ${policyId}`;
}
//# sourceMappingURL=graph-advice.js.map
;// CONCATENATED MODULE: ./build/programs/src/graph/graph-response-error.js
// An error answer of Microsoft Graph, reduced to what may be shown: https://learn.microsoft.com/graph/errors

// Policies and limits were seen under codes of their own and under `Request_BadRequest`.
const TOPICS = [
    [/\bcredential type not allowed\b/i, 'type-forbidden'],
    [/\bcredential lifetime exceeds the max value allowed\b/i, 'life-forbidden'],
    [/\btrusted ?certificate ?authorit/i, 'authority-required'],
    [/\bonly add a maximum of \d+ (?:passwords|encrypted credentials)\b/i, 'too-many-passwords'],
];
/** Reads an error answer; what is missing or malformed is undefined. */
function readGraphRefusal(response) {
    const error = (0,http_json/* asObject */.eB)((0,http_json/* parseJsonObject */.dw)(response.body)?.['error']);
    const inner = (0,http_json/* asObject */.eB)(error?.['innerError']);
    const message = messageOf(response);
    const [, policyId] = /\bassigned policy '?([0-9a-f-]{36})\b/i.exec(message) ?? [];
    const [, topic] = TOPICS.find(([pattern]) => pattern.test(message)) ?? [];
    return {
        status: response.status,
        code: (0,http_json/* asText */.e1)(error?.['code'], /^[A-Za-z_.]{1,80}$/),
        topic,
        policyId,
        requestId: (0,http_json/* asText */.e1)(inner?.['request-id'] ?? response.headers['request-id'], /^[0-9a-z-]{1,64}$/i),
    };
}
/** Whether the answer says that the application has no such password. */
function saysNoSuchPassword(response) {
    if (response.status === 404)
        return true;
    return response.status === 400 && /\bNo password credential found\b/i.test(messageOf(response));
}
// Long enough for every message that is known; an answer may be of 4 MiB.
const MAX_MESSAGE_LENGTH = 4_096;
function messageOf(response) {
    const message = (0,http_json/* asObject */.eB)((0,http_json/* parseJsonObject */.dw)(response.body)?.['error'])?.['message'];
    return typeof message === 'string' ? message.slice(0, MAX_MESSAGE_LENGTH) : '';
}
//# sourceMappingURL=graph-response-error.js.map
;// CONCATENATED MODULE: ./build/programs/src/graph/graph-error.js
// Failures of Microsoft Graph, in words that help.






/** An application. */
function aboutApp(app, advise = graphAdvice) {
    const { graphHost, appId } = app;
    return {
        subject: `application ${appId} at ${new URL(graphHost).host}`,
        advise: (refusal) => advise(refusal, app),
    };
}
/** The error for an answer that is not what was asked for. */
function graphRefusedError(response, { subject, advise }) {
    const refusal = readGraphRefusal(response);
    const advice = advise(refusal);
    const codes = [`HTTP ${refusal.status}`, refusal.code].filter((code) => code !== undefined).join(', ');
    const error = new errors/* ActionError */.lZ({
        code: advice.code,
        title: `Microsoft Graph: ${advice.title}`,
        subject,
        problem: `${advice.meaning} (${codes}).`,
        hint: advice.hint,
        ...(refusal.requestId !== undefined && { requestId: `request ID ${refusal.requestId}` }),
    });
    return (0,send/* advisingWait */.T8)(error, response);
}
/** The error for an answer of a good status that is not what was asked for; a body that is no JSON says more than `problem`. */
function unusableGraphError({ subject }, problem, body = '{}') {
    const foreign = (0,failure_hints/* describeForeignAnswer */.EW)({ headers: {}, body }, GRAPH);
    return new errors/* ActionError */.lZ({
        code: 'GRAPH_ANSWER_UNUSABLE',
        title: `Microsoft Graph: unusable answer`,
        subject,
        problem: foreign === undefined ? problem : `${foreign.problem}.`,
        hint: foreign?.hint ?? `${GRAPH} does not answer like this: check graph-host, and any proxy on the way.`,
    });
}
/** The error for a request that got no answer. Anything but a {@link TransportError} is thrown on. */
function unreachableGraphError(error, { subject }) {
    if (!(error instanceof transport_error/* TransportError */.wX))
        throw error;
    return new errors/* ActionError */.lZ({
        code: 'GRAPH_UNREACHABLE',
        title: `Microsoft Graph: no answer`,
        subject,
        problem: `${error.message}.`,
        hint: (0,failure_hints/* hintForFailure */.VL)(error, PLACE),
        cause: error,
    });
}
const GRAPH = 'Microsoft Graph';
const PLACE = {
    kind: 'network',
    name: GRAPH,
    hostHint: 'Check graph-host and cloud, and the name resolution of the runner.',
};
//# sourceMappingURL=graph-error.js.map
;// CONCATENATED MODULE: ./build/programs/src/graph/ask-graph.js
// Requests to Microsoft Graph about an application's passwords.







/** @throws ActionError with advice if Graph refuses or gives no answer */
async function listPasswords({ app, token, context }) {
    const response = await askGraph(listPasswordsRequest(app, token), { app, context });
    if (response.status !== 200)
        throw graphRefusedError(response, aboutApp(app));
    const passwords = decodePasswordList(response.body);
    if (passwords === undefined)
        throw unusableGraphError(aboutApp(app), 'the answer is not the list of its passwords.', response.body);
    return { passwords, dateSeconds: (0,time/* parseInstant */.nV)(response.headers['date'] ?? '') };
}
/**
 * Removes a password that Graph has listed before: one that it does not know any more is removed.
 * @throws ActionError with advice if Graph refuses or gives no answer
 */
async function removePassword(keyId, access) {
    const result = await tryToRemovePassword(keyId, access);
    if (result.kind === 'failed')
        throw result.error;
}
/** Removes a password. After a request that got no answer, the list says whether it is still there. */
function tryToRemovePassword(keyId, access) {
    const { app, token, context } = access;
    const oneWrite = {
        sendOnce: async (watched) => {
            const request = removePasswordRequest(app, keyId, token);
            const response = await askGraph(request, { app, context: watched }, (0,retry_policy/* once */.Oo)(retry_policy/* RETRY_RULES */.r9));
            if (saysNoSuchPassword(response))
                return 'unknown';
            if (!isSuccess(response))
                throw graphRefusedError(response, aboutApp(app));
            // Graph answers 204. A page is of somebody in between, and removes nothing.
            if (response.body === '')
                return 'removed';
            throw unusableGraphError(aboutApp(app), 'the answer to a removal is not empty.', response.body);
        },
        look: async () => {
            const { passwords } = await listPasswords(access);
            return passwords.some((one) => one.keyId === keyId) ? undefined : 'unknown';
        },
        lookUntilMs: context.deadlineMs,
        isPassing: isConflict,
    };
    return write(oneWrite, context);
}
/**
 * Asks for a password once: whoever asks again must first look what became of this one.
 * @throws ActionError with advice if Graph refuses or gives no usable answer
 */
async function addPasswordOnce(wanted, { app, token, context }) {
    const response = await askGraph(addPasswordRequest(app, wanted, token), { app, context }, (0,retry_policy/* once */.Oo)(retry_policy/* RETRY_RULES */.r9));
    if (!isSuccess(response))
        throw graphRefusedError(response, aboutApp(app));
    const added = decodeAddedPassword(response.body);
    if (added === undefined)
        throw unusableGraphError(aboutApp(app), 'the answer holds no new password.', response.body);
    return added;
}
/** Whether Graph refuses since something else changes the application at the moment (`Directory_ConcurrencyViolation`). */
function isConflict({ status }) {
    return status === 409;
}
/** Whether the status is that of a success. */
function isSuccess({ status }) {
    return status >= 200 && status < 300;
}
/** The answer, whatever its status. @throws ActionError with advice if there is none */
function askGraph(request, { app, context }, rules = retry_policy/* RETRY_RULES */.r9) {
    return (0,send/* send */.tN)(request, context, { rules, isTransient: isConflict }).catch((error) => {
        throw unreachableGraphError(error, aboutApp(app));
    });
}
//# sourceMappingURL=ask-graph.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/rotation-run.js
// Parts that the stages of a rotation share: the two services, each with a token of the same credential; until when each stage
// may last; and how long what was made a moment ago is waited for, until all of Microsoft's servers have heard of it.





/**
 * From the beginning of the step, in milliseconds. Reading may wait for a new application, and between adding and storing
 * lies the proof: 90 seconds each. The last part is kept for a look at what was stored, or for taking back what was added.
 */
const LIMITS_MS = { reading: 95_000, adding: 115_000, storing: 215_000, all: 240_000 };
/**
 * Signs in to the vault and to Microsoft Graph.
 * @throws ActionError with advice if the sign-in is refused or gets no answer
 */
async function openRun(ports, { credential, rotation, options }) {
    const startMs = ports.clock.nowMs();
    const deadlineOf = (stage) => startMs + LIMITS_MS[stage];
    const { cloud, secret: firstItem, appId } = rotation;
    const opened = await (0,open_session/* openSession */.fA)(ports, { credential, cloud, firstItem }, LIMITS_MS.all);
    const { session, context, signedIn } = opened;
    const tenantId = signedIn.tenantId;
    if (tenantId === undefined)
        throw tenantUnknown();
    const target = { ...opened.target, scope: cloud.graphScope };
    const { token } = await (0,entra_credential/* signIn */.Jv)(credential, target, { ...context, deadlineMs: deadlineOf('reading') });
    return {
        ports,
        rotation,
        options,
        context,
        vault: { session, context, writes: { secrets: ['get', 'set'] } },
        graph: { app: { graphHost: cloud.graphHost, appId }, token, context },
        proofTarget: { ...target, tenantId },
        deadlineOf,
    };
}
/** The same access, until the end of a stage. */
function withDeadline(access, run, stage) {
    return { ...access, context: { ...access.context, deadlineMs: run.deadlineOf(stage) } };
}
/** The error for a managed signedIn, which needs no tenant to sign in: the application that is to prove itself does. */
function tenantUnknown() {
    return new errors/* ActionError */.lZ({
        code: 'TENANT_NOT_FOUND',
        title: 'The tenant is not known',
        subject: 'tenant-id',
        problem: 'the input is empty, and the token that the identity got names no tenant.',
        hint: 'Set tenant-id to the tenant of the application.',
    });
}
/** No level of service is published; 4 to 18 seconds were seen for a new password. */
const NEW_TIMEOUT_MS = 90_000;
/** After a failure: 1 s, 2 s, 4 s, then 8 s. */
const MAX_DELAY_MS = 8_000;
/** The wait before the next attempt, after so many failures. */
function patientDelayMs(failures) {
    return Math.min(MAX_DELAY_MS, 1_000 * 2 ** (failures - 1));
}
/** Patience that begins now and ends at an instant at the latest, in milliseconds since 1970. */
function makePatience(clock, deadlineMs) {
    const endMs = Math.min(clock.nowMs() + NEW_TIMEOUT_MS, deadlineMs);
    let failures = 0;
    return {
        wait: async () => {
            failures += 1;
            const delayMs = patientDelayMs(failures);
            if (clock.nowMs() + delayMs >= endMs)
                return false;
            await clock.sleep(delayMs);
            return true;
        },
    };
}
/**
 * Lists the application's passwords. An application that Graph does not know is waited for.
 * @throws ActionError with advice if Graph refuses, gives no answer, or does not come to know it
 */
function findApplication(run) {
    const { clock, log } = run.ports;
    const patience = makePatience(clock, run.deadlineOf('reading'));
    const list = (isFirst) => listPasswords(withDeadline(run.graph, run, 'reading')).catch(async (error) => {
        if (!isNotFound(error))
            throw error;
        if (isFirst)
            log.info(describeWait(run));
        if (!(await patience.wait()))
            throw error;
        return list(false);
    });
    return list(true);
}
/** Whether Graph says that there is no such application. */
function isNotFound(error) {
    return (0,errors/* expectedErrors */.OP)(error).every(isApplicationUnknown);
}
function describeWait({ rotation }) {
    return `Microsoft Graph does not know application ${rotation.appId}. If it was made a moment ago, this passes: waiting for up to ${NEW_TIMEOUT_MS / 1000} s.`;
}
//# sourceMappingURL=rotation-run.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/rotation-state.js
// In which state a failed rotation has left the application and the vault, in exact words, and what is left to do.



/** Nothing was written. */
function describeUnchanged() {
    return 'Nothing was changed in the application and the vault.';
}
/** No password was added that is known. */
function describeNotAdded(run, left) {
    const traces = describeTraces(run, left);
    return traces === '' ? describeUnchanged() : `Nothing was stored in the vault.${traces}${describeEnd(left)}`;
}
/** The password is gone again. */
function describeTakenBack(run, keyId, left) {
    return `The new password (key ID ${keyId}) was removed again, and nothing was stored in the vault.${describeTraces(run, left)}${describeEnd(left)}`;
}
/** The password could not be removed; the vault does not hold it. */
function describeLeft(run, keyId, left) {
    return `Nothing was stored in the vault. The new password (key ID ${keyId}) could not be removed and may still be in the application; nobody has its value. ${describeLater(run, keyId)}${describeTraces(run, left)}`;
}
/** Nobody knows whether the vault holds the password, or will come to hold it: so it stays. */
function describeUnknown(run, keyId, left) {
    const { vaultUrl, name } = run.rotation.secret;
    return `The vault did not confirm that it stored the new client secret, and may still store it. So nothing was undone: the new password (key ID ${keyId}) stays in the application, and the one in use was not touched. Run the job again in 15 minutes or later: it sees what the vault holds then, and cleans up. To look by hand: "az keyvault secret show --id ${vaultUrl}/secrets/${name} --query tags.${rotation_decision/* CREDENTIAL_ID */.wN}". If that shows ${keyId}, the rotation is complete.${describeTraces(run, left)}`;
}
// Each begins with a blank: they follow other sentences.
function describeTraces(run, { displayName, unconfirmed, room }) {
    const removed = room.removedIds.map((id) => ` Outdated password ${id} was removed before, to make room.`);
    const removing = room.unconfirmedIds.map((id) => ` Microsoft Graph did not confirm whether it removed outdated password ${id}, to make room, and may still remove it.`);
    const adding = unconfirmed === 0
        ? ''
        : ` Microsoft Graph did not confirm whether it added a password, and may still add it: it would be named "${displayName}", and nobody has its value. ${describeLater(run)}`;
    return [...removed, ...removing, adding].join('');
}
function describeEnd({ unconfirmed }) {
    return unconfirmed > 0 ? '' : ' There is nothing to clean up.';
}
/** The step failed after the rotation was over. */
function describeComplete({ rotation }, done) {
    if (!done.isRotated)
        return 'Nothing was renewed.';
    return `The rotation itself is complete: version ${done.version} of ${rotation.secret.name} holds the new client secret (key ID ${done.keyId}).`;
}
/** The error for an application that another run is in progress on. */
function busyError({ rotation }, busy) {
    return new errors/* ActionError */.lZ({
        code: 'ROTATE_BUSY',
        title: 'Another run is in progress',
        subject: `application ${rotation.appId}`,
        problem: `another run is in progress on secret ${rotation.secret.name}, or was interrupted. It made a password less than 15 minutes ago (key ID ${busy.keyId}) that the vault does not name.`,
        hint: `${describeUnchanged()} Run the job again at ${(0,time/* formatInstant */.r4)(Math.ceil(busy.freeFrom))} or later: that run removes what an interrupted one left. To keep runs apart, give their workflow a "concurrency" group.`,
    });
}
/** Returns the command that removes a password by hand. */
function describeByHand({ rotation }, keyId = 'KEY_ID') {
    return `az ad app credential delete --id ${rotation.appId} --key-id ${keyId}`;
}
function describeLater(run, keyId) {
    return `A run in 15 minutes or later removes it. To remove it by hand: "${describeByHand(run, keyId)}".`;
}
/** The errors, each with one more piece of advice. @throws the error itself if it was not expected */
function advisingAll(error, advice) {
    return new errors/* ActionErrors */.o9((0,errors/* expectedErrors */.OP)(error).map((one) => one.advising(advice)));
}
//# sourceMappingURL=rotation-state.js.map
// EXTERNAL MODULE: ./build/programs/src/certificate/pem.js
var pem = __webpack_require__(2053);
;// CONCATENATED MODULE: ./build/programs/src/certificate/describe.js
// Facts that a certificate states about itself.



/**
 * The facts of an X.509 certificate in DER (RFC 5280 section 4.1).
 * @throws ActionError if it is none
 */
function describe_describeCertificate(der) {
    const [tbsCertificate] = (0,certificate_der/* readInside */.xO)((0,certificate_der/* readElements */.cl)(der)[0], certificate_der/* TAG */.Dk.sequence);
    const fields = (0,certificate_der/* readInside */.xO)(tbsCertificate, certificate_der/* TAG */.Dk.sequence);
    // version [0], serialNumber, signature, issuer, validity, subject; the version is left out by version 1.
    const subject = fields[0]?.tag === certificate_der/* TAG */.Dk.context0 ? fields[5] : fields[4];
    return {
        thumbprint: (0,external_node_crypto_.createHash)('sha1').update(der).digest('hex').toUpperCase(),
        subject: describeName(subject),
        pem: (0,pem/* toPem */.sg)('CERTIFICATE', der),
    };
}
// The short names of System.Security.Cryptography.Oid, which are those of Windows.
const ATTRIBUTE_NAMES = {
    '0.9.2342.19200300.100.1.25': 'DC',
    '1.2.840.113549.1.9.1': 'E',
    '2.5.4.3': 'CN',
    '2.5.4.4': 'SN',
    '2.5.4.5': 'SERIALNUMBER',
    '2.5.4.6': 'C',
    '2.5.4.7': 'L',
    '2.5.4.8': 'S',
    '2.5.4.9': 'STREET',
    '2.5.4.10': 'O',
    '2.5.4.11': 'OU',
    '2.5.4.12': 'T',
    '2.5.4.13': 'Description',
    '2.5.4.17': 'PostalCode',
    '2.5.4.18': 'POBox',
    '2.5.4.20': 'Phone',
    '2.5.4.24': 'X21Address',
    '2.5.4.42': 'G',
    '2.5.4.43': 'I',
    '2.5.4.46': 'dnQualifier',
};
/**
 * The name in .NET's form (`X509Certificate2.Subject`): the last part first, `, ` between parts, ` + ` within one.
 * @param name the DER element of an X.501 `Name` (RFC 5280 section 4.1.2.4)
 */
function describeName(name) {
    const parts = (0,certificate_der/* readInside */.xO)(name, certificate_der/* TAG */.Dk.sequence).map((part) => (0,certificate_der/* readInside */.xO)(part, certificate_der/* TAG */.Dk.set)
        .map((attribute) => describeAttribute((0,certificate_der/* readInside */.xO)(attribute, certificate_der/* TAG */.Dk.sequence)))
        .join(' + '));
    return parts.reverse().join(', ');
}
function describeAttribute([type, value]) {
    const oid = (0,certificate_der/* readOid */.fM)(type);
    if (value === undefined)
        throw (0,certificate_der/* notDer */.LB)();
    const text = describe_readText(value);
    // A value that has no text form is shown as RFC 4514 section 2.4 does.
    const shown = text === undefined ? `#${value.raw.toString('hex')}` : quote(withoutNulsAtEnd(text));
    return `${ATTRIBUTE_NAMES[oid] ?? `OID.${oid}`}=${shown}`;
}
// As .NET does. A pattern would look at each NUL of a hostile value once for each before it.
function withoutNulsAtEnd(text) {
    let end = text.length;
    while (text.charCodeAt(end - 1) === 0)
        end--;
    return text.slice(0, end);
}
// .NET quotes what would be read otherwise, and doubles quotes within; "\r" alone is not among its reasons.
function quote(text) {
    const needed = text === '' || /^[ \t-\r]|[ \t-\r]$|[,+="\n<>#;]/.test(text);
    return needed ? `"${text.replaceAll('"', '""')}"` : text;
}
function describe_readText({ tag, contents }) {
    switch (tag) {
        case certificate_der/* TAG */.Dk.utf8String:
        case certificate_der/* TAG */.Dk.numericString:
        case certificate_der/* TAG */.Dk.printableString:
        case certificate_der/* TAG */.Dk.ia5String:
        case certificate_der/* TAG */.Dk.visibleString:
            return contents.toString('utf8');
        case certificate_der/* TAG */.Dk.teletexString:
            return decodeTeletex(contents);
        case certificate_der/* TAG */.Dk.bmpString:
            return decodeBigEndian(contents, 2);
        case certificate_der/* TAG */.Dk.universalString:
            return decodeBigEndian(contents, 4);
        default:
            return undefined;
    }
}
// As .NET reads it: UTF-8 if it is that, which the standard does not foresee and software writes, else Latin-1.
function decodeTeletex(contents) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(contents);
    }
    catch {
        return contents.toString('latin1');
    }
}
function decodeBigEndian(contents, width) {
    let text = '';
    for (let offset = 0; offset + width <= contents.length; offset += width) {
        const code = contents.readUIntBE(offset, width);
        text += code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    }
    return text;
}
//# sourceMappingURL=describe.js.map
;// CONCATENATED MODULE: ./build/programs/src/export/private-folder.js
/** Name of the state that keeps the folder's name for the post step. */
const FOLDER_STATE = 'folder';
const PREFIX = 'key-vault-';
/** So many that nobody can lay something there beforehand. */
const RANDOM_BYTES = 16;
/** Gives files a fresh folder, which is yet to be made. */
function makePrivateFiles(files, randomBytes) {
    return { folder: freshFolder(randomBytes), files };
}
/** A name for a folder that nobody can foresee. */
function freshFolder(randomBytes) {
    return `${PREFIX}${randomBytes(RANDOM_BYTES).toString('hex')}`;
}
/** Could {@link makePrivateFiles} have given this name? Others must not be removed. */
function isFolderName(name) {
    return new RegExp(`^${PREFIX}[0-9a-f]{${2 * RANDOM_BYTES}}$`).test(name);
}
/** The path of each file, as an output. */
function pathOutputs(privateFiles, { pathOf }) {
    return privateFiles.files.map(({ output, name }) => ({ name: output, value: pathOf(privateFiles.folder, name) }));
}
//# sourceMappingURL=private-folder.js.map
;// CONCATENATED MODULE: ./build/programs/src/export/export-all.js
// All or nothing: first every mask, then files, outputs and variables; if one cannot be written, none is left.


/**
 * Masks everything, then writes every file, certificate, output and variable. What the post step has to remove is saved for it before
 * it is there, so that a step that is killed leaves nothing either.
 * @throws ActionError if one could not be written; what was written before it has been taken back
 */
async function exportAll(results, ports) {
    const { masks, privateFiles, kept, outputs, variables } = results;
    const { log, files, privateFolders } = ports;
    await maskAll(masks, log);
    const store = (await results.prepareStore?.()) ?? NO_STORE;
    await runTransaction([
        ...valuesPart('GITHUB_STATE', [...folderState(privateFiles), ...store.state], files),
        ...folderPart(privateFiles, privateFolders),
        ...keptPart(kept, privateFolders),
        ...store.parts,
        ...valuesPart('GITHUB_OUTPUT', outputs, files),
        ...valuesPart('GITHUB_ENV', variables, files),
    ]);
}
const NO_STORE = { state: [], parts: [] };
const SETTERS = { GITHUB_STATE: 'saveState', GITHUB_OUTPUT: 'setOutput', GITHUB_ENV: 'exportVariable' };
function valuesPart(file, values, files) {
    if (values.length === 0)
        return [];
    return [
        {
            target: file,
            begin: () => {
                const cutBack = files.mark(file);
                return (isRestUndone) => {
                    // The post step must know of what is left, because it removes it.
                    if (file !== 'GITHUB_STATE' || isRestUndone)
                        cutBack();
                };
            },
            write: () => {
                for (const { name, value } of values)
                    files[SETTERS[file]](name, reveal(value));
            },
        },
    ];
}
function maskAll(masks, log) {
    return log.mask([...new Map(masks.map((mask) => [mask.reveal(), mask])).values()]);
}
function reveal(value) {
    return typeof value === 'string' ? value : value.reveal();
}
/**
 * Writes the parts in their order.
 * @throws ActionError if one could not be written, its own if it has one; those before it have been taken back
 */
async function runTransaction(parts) {
    const undos = [];
    for (const part of parts) {
        try {
            undos.unshift(part.begin());
            await part.write();
        }
        catch (error) {
            const isUndone = await undoAll(undos);
            throw isUndone && isExpected(error) ? error : notWritten(part.target, error, isUndone);
        }
    }
}
function isExpected(error) {
    return error instanceof errors/* ActionError */.lZ || error instanceof errors/* ActionErrors */.o9;
}
async function undoAll(undos) {
    let isUndone = true;
    for (const undo of undos) {
        try {
            await undo(isUndone);
        }
        catch {
            isUndone = false;
        }
    }
    return isUndone;
}
function notWritten(target, cause, isUndone) {
    return new errors/* ActionError */.lZ({
        code: 'OUTPUT_NOT_WRITTEN',
        title: 'Results could not be written',
        subject: target,
        problem: isUndone
            ? 'writing to it failed, so nothing is exported.'
            : 'writing to it failed, and so did undoing what was written before: some of it may be left.',
        hint: "Check the free space and the permissions of the runner's work folder.",
        cause,
    });
}
/** The folder with its files. */
function folderPart(privateFiles, folders) {
    if (privateFiles === undefined)
        return [];
    const { folder, files } = privateFiles;
    const fill = () => {
        for (const { name, bytes } of files)
            folders.write(folder, name, bytes);
    };
    return [freshFolderPart(folder, fill, folders)];
}
function keptPart(kept, folders) {
    if (kept === undefined)
        return [];
    const { folder, name, parts } = kept;
    return [freshFolderPart(folder, () => folders.write(folder, name, parts), folders)];
}
function freshFolderPart(folder, fill, folders) {
    // If it cannot be made, something of its name may be there, and that is somebody else's.
    let isMade = false;
    return {
        target: 'RUNNER_TEMP',
        begin: () => () => {
            if (isMade)
                folders.remove(folder);
        },
        write: () => {
            folders.make(folder);
            isMade = true;
            fill();
        },
    };
}
/** Returns what the post step has to know of the folder. */
function folderState(privateFiles) {
    return privateFiles === undefined ? [] : [{ name: FOLDER_STATE, value: privateFiles.folder }];
}
//# sourceMappingURL=export-all.js.map
// EXTERNAL MODULE: ./build/programs/src/export/step-log.js + 3 modules
var step_log = __webpack_require__(6125);
// EXTERNAL MODULE: ./build/programs/src/render/rendered.js
var rendered = __webpack_require__(9392);
;// CONCATENATED MODULE: ./build/programs/src/export/summary.js
// The job summary: a table of what was done, never a value.



/** A runner refuses a summary of more than 1 MiB; other steps write into their own. */
const MAX_SUMMARY_LENGTH = 1_000_000;
/** The table as HTML: inside it nothing is read as Markdown, and every text is escaped. */
function describeTable({ heading, columns, rows }) {
    const head = describeRow('th', columns);
    let table = '';
    let shown = 0;
    for (const row of rows) {
        const next = describeRow('td', row);
        if (table.length + next.length > MAX_SUMMARY_LENGTH)
            break;
        table += next;
        shown += 1;
    }
    const rest = rows.length - shown;
    const note = rest === 0 ? '' : `<p>${rest} more are not shown.</p>\n`;
    return `<h3>${escapeHtml(heading)}</h3>\n<table>\n${head}${table}</table>\n${note}`;
}
/** Writes the table, as {@link appendSummary} does. */
async function writeSummary(table, ports) {
    await appendSummary(describeTable(table), ports);
}
/**
 * Writes HTML or Markdown. A summary is a courtesy: a runner without a usable file for it is no reason to fail.
 */
async function appendSummary(text, { files, log }) {
    try {
        await files.writeSummary(text);
    }
    catch {
        log.debug(() => ['The job summary could not be written.']);
    }
}
function describeRow(cell, texts) {
    return `<tr>${texts.map((text) => `<${cell}>${escapeHtml(text)}</${cell}>`).join('')}</tr>\n`;
}
function escapeHtml(text) {
    return text.replace(/[&<>"'\r\n]/g, (char) => `&#${char.charCodeAt(0)};`);
}
const FETCHED_COLUMNS = (/* unused pure expression or super */ null && (['Name', 'Kind', 'Vault', 'Version', 'Expires', 'Outputs']));
/** One row a reference: names, versions and dates, no values. */
function makeFetchedTable(rendered) {
    return { heading: 'Azure Key Vault', columns: FETCHED_COLUMNS, rows: rendered.map(cells) };
}
function cells(rendered) {
    const { item, version, life } = rendered;
    return [
        item.name,
        kindOf(item.collection),
        vaultHost(item.vaultUrl),
        version,
        formatInstant(life.expires),
        outputNamesOf(rendered).join(', '),
    ];
}
const TOKEN_COLUMNS = (/* unused pure expression or super */ null && (['Output', 'Scope', 'Application', 'Expires', 'Proof']));
/** One row per token: scopes, dates and names, no token. */
function makeTokenTable({ tokens, clientId, proof }) {
    const rows = tokens.map(({ line, expiresOn }) => [line.output, line.scope, clientId, expiresOn, proof]);
    return { heading: 'Access tokens', columns: TOKEN_COLUMNS, rows };
}
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/certificate/certificate-state.js
// In which state a rotation of a certificate that failed has left the application and the vault, and what is left to do.



const LATER = 'A run in 15 minutes or later cleans up.';
/** The state after what was done has been undone, as far as that went. */
function describeUndone(run, { lost, request, key }) {
    const { certificate } = run.rotation;
    const requestState = {
        dropped: 'The request for a new version was deleted, and the policy is as it was.',
        left: `The request for a new version could not be deleted, or the policy could not be put back. A run in 15 minutes or later deletes the request. Look at the policy in the portal: it may still have the issuer Unknown and the lifetime action EmailContacts, which is what a rotation sets.`,
        kept: 'The request for a new version is left to that run.',
        withdrawn: 'The request for a new version that this run made was deleted. The policy stays as it is now.',
    }[request];
    const keyState = key === undefined ? '' : ` ${describeAddedKey(run, key)}`;
    const lostState = lost === undefined ? '' : ` ${describeLostKey(run, lost)}`;
    return `The current version of certificate ${certificate.name} stays in use. ${requestState}${keyState}${lostState}`;
}
function describeAddedKey({ rotation: { appId } }, { keyId, state }) {
    if (state === 'removed')
        return `The new key credential ${keyId} was removed from application ${appId} again.`;
    const byHand = `by hand: "az ad app credential delete --id ${appId} --cert --key-id ${keyId}".`;
    const left = `The new key credential ${keyId} could not be removed from application ${appId}; nothing uses it.`;
    return state === 'noted' ? `${left} ${LATER} Or remove it ${byHand}` : `${left} Remove it ${byHand}`;
}
// The command lists thumbprints as "customKeyIdentifier".
function describeLostKey({ rotation: { appId } }, { thumbprint, expires }) {
    return `Microsoft Graph did not confirm whether it added the new certificate (thumbprint ${thumbprint}, valid until ${(0,time/* formatInstant */.r4)(expires)}) to application ${appId}, and may still add it. Nothing uses it, and only a person can remove it: "az ad app credential list --id ${appId} --cert" shows the key ID that belongs to the thumbprint, and "az ad app credential delete --id ${appId} --cert --key-id KEY_ID" removes it.`;
}
/** Nobody knows whether the vault has begun a new version. */
function describeMaybeRequested() {
    return 'The vault did not confirm that it began a new version, and may still begin it. The current version stays in use, and nothing was added to the application. Run the job again in 15 minutes or later: it deletes what was begun. The policy of the certificate may have the issuer Unknown until a rotation succeeds.';
}
/** Nobody knows whether the new version is there, or will come to be: so all that it needs stays. */
function describeMaybeMerged(run, { version }, keyId) {
    const { certificate, appId } = run.rotation;
    return `The vault did not confirm that it merged the new version of certificate ${certificate.name}, and may still merge it. So nothing was undone: application ${appId} knows version ${version} as well as the new one (key ID ${keyId}), and whichever is current works. Run the job again in 15 minutes or later: it finishes what was merged, or cleans up.`;
}
/** The new version is current; what comes after is left. */
function describeMerged(run, version) {
    const { certificate, appId } = run.rotation;
    return `Version ${version} of certificate ${certificate.name} is current, and application ${appId} knows it and the version before it. Nothing was undone. Run the job again: it proves the version and cleans up.`;
}
/** An earlier run was to be finished first. */
function describeUnfinished(run, { version }) {
    const { certificate } = run.rotation;
    return `Version ${version} of certificate ${certificate.name} is current, and an earlier run left something to be done. Nothing new was begun. Run the job again: it finishes that.`;
}
/** The step failed after the rotation was over. */
function describeCompleteRotation(run, version, isRotated) {
    if (!isRotated)
        return 'Nothing was renewed.';
    return `The rotation itself is complete: version ${version} of certificate ${run.rotation.certificate.name} is current and proved.`;
}
/** The error for a certificate that another run is in progress on. */
function certificate_state_busyError(run, freeFrom) {
    const { certificate } = run.rotation;
    const when = freeFrom === undefined ? 'in 15 minutes' : `at ${(0,time/* formatInstant */.r4)(Math.ceil(freeFrom))}`;
    return new errors/* ActionError */.lZ({
        code: 'ROTATE_BUSY',
        title: 'Another run is in progress',
        subject: `certificate ${certificate.name}`,
        problem: 'another run is in progress, or was interrupted: a request for a new version is pending.',
        hint: `${describeUnchanged()} Run the job again ${when} or later: that run deletes what an interrupted one left. To keep runs apart, give their workflow a "concurrency" group.`,
    });
}
/** The error for a certificate authority that is making a new version. */
function authorityError({ rotation }, issuer) {
    return new errors/* ActionError */.lZ({
        code: 'ROTATE_ISSUER_AT_WORK',
        title: 'A certificate authority is issuing',
        subject: `certificate ${rotation.certificate.name}`,
        problem: `the issuer "${issuer.replace(/[^\w .-]+/g, '?').slice(0, 60)}" has not completed a new version yet.`,
        hint: 'Wait until it is issued, and upload its public part to the application; or cancel it in the portal. Let nobody but this action renew the certificate: set the lifetime action of its policy to EmailContacts.',
    });
}
/** The error for a certificate that somebody else has changed. */
function overtakenError({ rotation }) {
    return new errors/* ActionError */.lZ({
        code: 'ROTATE_OVERTAKEN',
        title: 'Changed in the meantime',
        subject: `certificate ${rotation.certificate.name}`,
        problem: 'it was changed in the vault while this run was in progress.',
        hint: 'If two workflow runs can rotate one certificate at the same time, give the workflow a "concurrency" group.',
    });
}
/** Whether somebody else has changed the certificate. */
function isOvertaken(error) {
    return (0,errors/* expectedErrors */.OP)(error).every(({ code }) => code === 'ROTATE_OVERTAKEN');
}
//# sourceMappingURL=certificate-state.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/certificate/certificate-outcome.js
// Outcome of a certificate's rotation, as it leaves the step: outputs, warnings and the table of the summary.









/** Nothing was renewed: what was there is there. */
function keptOutcome(current, warnings) {
    const { version, expires, thumbprint } = current;
    const keyId = (0,rotation_decision/* credentialIdOf */.EF)(current, rotation_decision/* CREDENTIAL_ID */.wN) ?? '';
    return { isRotated: false, version, expires: (0,time/* formatInstant */.r4)(expires), keyId, thumbprint, removedId: '', warnings };
}
/** The certificate was renewed. */
function renewedOutcome({ certificate, credentials }) {
    const { version, life, der } = certificate;
    const { thumbprint } = describe_describeCertificate(der);
    const { keyId, outdatedId: removedId = '' } = credentials;
    return { isRotated: true, version, expires: (0,time/* formatInstant */.r4)(life.expires), keyId, thumbprint, removedId, warnings: [] };
}
/**
 * Writes outputs, warnings and summary.
 * @throws ActionErrors if the outputs could not be written, which changes nothing about what was done
 */
async function exportCertificateOutcome(run, outcome) {
    const { ports, options } = run;
    const { isRotated, version, expires, keyId, thumbprint, warnings } = outcome;
    const outputs = [
        { name: 'rotated', value: `${isRotated}` },
        { name: 'version', value: version },
        { name: 'expires-on', value: expires },
        { name: 'key-id', value: keyId },
        { name: 'thumbprint', value: thumbprint },
    ];
    try {
        await exportAll({ masks: [], privateFiles: undefined, outputs, variables: [] }, ports);
    }
    catch (error) {
        throw advisingAll(error, describeCompleteRotation(run, version, isRotated));
    }
    (0,step_log/* annotateAll */.u6)(ports.log, 'warning', warnings);
    if (options.summary)
        await writeSummary(makeTable(run, outcome), ports);
}
const COLUMNS = ['Application', 'Certificate', 'Vault', 'Renewed', 'Version', 'Expires', 'Thumbprint', 'Key ID'];
function makeTable({ rotation, options }, outcome) {
    const { certificate, appId } = rotation;
    const { isRotated, version, expires, keyId, thumbprint, removedId } = outcome;
    const renewed = isRotated ? 'yes' : options.dryRun ? 'no, a dry run' : 'no, nothing is due';
    const row = [appId, certificate.name, (0,identifier/* vaultHost */.Df)(certificate.vaultUrl), renewed, version, expires, thumbprint, keyId];
    return { heading: 'Certificate', columns: [...COLUMNS, 'Removed key credential'], rows: [[...row, removedId]] };
}
//# sourceMappingURL=certificate-outcome.js.map
// EXTERNAL MODULE: ./build/programs/src/entra/claims.js
var claims = __webpack_require__(4226);
// EXTERNAL MODULE: ./build/programs/src/entra/client-assertion.js
var client_assertion = __webpack_require__(6177);
// EXTERNAL MODULE: ./build/programs/src/entra/token-request.js
var token_request = __webpack_require__(6518);
// EXTERNAL MODULE: ./build/programs/src/input/cloud-inputs.js
var cloud_inputs = __webpack_require__(2766);
// EXTERNAL MODULE: ./build/programs/src/input/line-grammar.js
var line_grammar = __webpack_require__(4461);
// EXTERNAL MODULE: ./build/programs/src/input/scalars.js
var scalars = __webpack_require__(7938);
;// CONCATENATED MODULE: ./build/programs/src/input/token-inputs.js
// The inputs of the token action beside those that sign in.





/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
function readTokenInputs(inputs) {
    return checkAll({
        cloud: () => readCloudInputs(inputs),
        owner: () => readOwner(inputs),
        lines: () => readScopes(inputs),
        exportEnv: () => readBoolean(inputs, 'export-env', false),
    });
}
/** Whether the job summary is written. @throws ActionError if the input is neither true nor false */
function readTokenSummary(inputs) {
    return readBoolean(inputs, 'summary', true);
}
/** Whether a certificate speaks for the tokens, rather than the sign-in itself. */
function namesCertificate(inputs) {
    return readText(inputs, 'certificate') !== undefined;
}
function readOwner(inputs) {
    const certificate = readText(inputs, 'certificate');
    if (certificate === undefined) {
        checkEach(['keyvault', 'app-id', 'app-tenant-id'], (name) => refuseWithoutCertificate(inputs, name));
        return { kind: 'sign-in' };
    }
    const ofCertificate = checkAll({
        keyvault: () => readText(inputs, 'keyvault'),
        appId: () => checked(readSourced(inputs, 'app-id'), checkClientId)?.value,
        appTenantId: () => checked(readSourced(inputs, 'app-tenant-id'), checkTenant)?.value,
    });
    return { kind: 'certificate', certificate, ...ofCertificate };
}
function refuseWithoutCertificate(inputs, name) {
    if (readText(inputs, name) === undefined)
        return;
    throw invalidInput(name, 'it goes with a certificate, and `certificate` is empty.', `Set \`certificate\` to the one whose key signs, or leave ${name} out: the tokens are then those of the identity that signs in, and no vault is needed. A variable that does not exist arrives as empty text.`);
}
function readSourced(inputs, source) {
    const value = readText(inputs, source);
    return value === undefined ? undefined : { value, source };
}
function readScopes(inputs) {
    const lines = splitLines('scopes', inputs.input('scopes'));
    if (lines.length > 0)
        return lines;
    throw invalidInput('scopes', 'the input names no token.', 'Write NAME = SCOPE, one per line, e.g. GRAPH = https://graph.microsoft.com/.default.');
}
const OUTPUT_NAME = /^[a-z_][a-z0-9_-]*$/i;
/**
 * A service as Entra knows it, by its application ID URI or its application ID.
 * https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-default-scope
 */
const RESOURCE = /^(?:(?:https|api):\/\/(?!\/)[\x21-\x7e]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const DEFAULT = '/.default';
/**
 * The parts of a line.
 * @throws ActionError that names the line and says what was expected
 */
function parseScopeLine(line) {
    const { input, number, text } = line;
    const equals = text.indexOf('=');
    const output = text.slice(0, Math.max(equals, 0)).trim();
    const scope = text.slice(equals + 1).trim();
    const mistake = scopeMistake(output, scope);
    if (mistake !== undefined) {
        const { problem, hint } = SPELLINGS.find(([pattern]) => pattern.test(text))?.[1] ?? mistake;
        throw lineError(line, problem, hint);
    }
    return { input, number, output, scope };
}
function scopeMistake(output, scope) {
    if (output === '')
        return { problem: 'the line has no name for its token.', hint: EXPECTED_LINE };
    if (!OUTPUT_NAME.test(output)) {
        return {
            problem: 'the line has an output name that a workflow cannot use.',
            hint: 'Expected a letter or _, then letters, digits, - and _.',
        };
    }
    if (scope === '')
        return { problem: 'the line has nothing after "=".', hint: EXPECTED_LINE };
    if (isScope(scope))
        return undefined;
    return { problem: 'the text after "=" is not the scope of an application.', hint: EXPECTED_SCOPE };
}
function isScope(text) {
    return text.endsWith(DEFAULT) && RESOURCE.test(text.slice(0, -DEFAULT.length));
}
const EXPECTED_LINE = 'Write NAME = SCOPE, e.g. GRAPH = https://graph.microsoft.com/.default.';
/** Marks of lists and quotes, and spellings of other inputs. A line that can be read is never held against them. */
const SPELLINGS = [
    [
        /\$\{\{/,
        {
            problem: 'an expression was not evaluated.',
            hint: `GitHub evaluates expressions only in the workflow file, and only once. ${EXPECTED_LINE}`,
        },
    ],
    [/^[-+*]\s/, { problem: 'the line begins with the dash of a YAML list.', hint: EXPECTED_LINE }],
    [/["'`]/, { problem: 'the line has a quotation mark.', hint: 'Write it without quotes.' }],
    [/^[\w-]+\s*:(?!\/\/)/, { problem: '":" stands where "=" belongs.', hint: EXPECTED_LINE }],
    [/\|/, { problem: 'a "|" follows the scope, and tokens take no modifiers.', hint: EXPECTED_LINE }],
];
const EXPECTED_SCOPE = 'Expected https://SERVICE/.default, api://APPLICATION/.default or the ID of an application before /.default: a token has every permission that was granted to the application, never one alone.';
/** For people: which token, and where it was asked for. */
function token_inputs_describeToken(line) {
    return `Token ${line.output} (${describeLine(line)})`;
}
//# sourceMappingURL=token-inputs.js.map
// EXTERNAL MODULE: ./build/programs/src/masks/masks.js + 1 modules
var masks = __webpack_require__(863);
;// CONCATENATED MODULE: ./build/programs/src/render/known-services.js
// Services for which tokens are minted, and the permission that each wants of an application.
// Hosts: https://learn.microsoft.com/powershell/exchange/app-only-auth-powershell-v2 and https://learn.microsoft.com/graph/deployments
const EXCHANGE_API = { name: 'Office 365 Exchange Online', id: '00000002-0000-0ff1-ce00-000000000000' };
const GRAPH_API = { name: 'Microsoft Graph', id: '00000003-0000-0000-c000-000000000000' };
const SHAREPOINT_API = { name: 'Office 365 SharePoint Online', id: '00000003-0000-0ff1-ce00-000000000000' };
const MANAGE_AS_APP = {
    name: 'Exchange.ManageAsApp',
    id: 'dc50a0fb-09a3-484d-be87-e023b12c6440',
    isExample: false,
};
const SERVICES = [
    {
        name: 'Exchange Online',
        api: EXCHANGE_API,
        permission: MANAGE_AS_APP,
        connect: 'Connect-ExchangeOnline',
        hosts: ['outlook.office365.com', 'outlook.office.com', 'outlook.office365.us', 'partner.outlook.cn'],
    },
    {
        name: 'Security & Compliance PowerShell',
        api: EXCHANGE_API,
        permission: MANAGE_AS_APP,
        connect: 'Connect-IPPSSession',
        hosts: [
            'ps.compliance.protection.outlook.com',
            '.ps.compliance.protection.outlook.com',
            'ps.compliance.protection.office365.us',
            'ps.compliance.protection.partner.outlook.cn',
        ],
    },
    {
        name: 'Microsoft Graph',
        api: GRAPH_API,
        permission: { name: 'User.Read.All', id: 'df021288-bdef-4463-88db-98f22de89214', isExample: true },
        hosts: ['graph.microsoft.com', 'graph.microsoft.us', 'dod-graph.microsoft.us', 'microsoftgraph.chinacloudapi.cn'],
    },
    {
        name: 'SharePoint Online',
        api: SHAREPOINT_API,
        permission: { name: 'Sites.Selected', id: '20d37865-089c-4dee-8c41-6967602d4ac8', isExample: true },
        hosts: ['.sharepoint.com', '.sharepoint.us', '.sharepoint.cn'],
    },
];
/** The service that a scope is of; undefined if it is none of these. */
function known_services_serviceOf(scope) {
    const resource = scope.replace(/\/?\/\.default$/, '').toLowerCase();
    const host = URL.canParse(resource) ? new URL(resource).hostname : undefined;
    // The first that has the API: Exchange Online, if two share it.
    return SERVICES.find(({ api, hosts }) => api.id === resource || (host !== undefined && isOneOf(host, hosts)));
}
function isOneOf(host, hosts) {
    return hosts.some((one) => (one.startsWith('.') ? host.endsWith(one) : host === one));
}
//# sourceMappingURL=known-services.js.map
;// CONCATENATED MODULE: ./build/programs/src/render/render-token.js
// Minted tokens as outputs and masks, and what their claims say that the user should know.





/** Returns two outputs: the token, and its end. `graphHost` is the origin of Microsoft Graph in its cloud. */
function render_token_renderToken(line, { token, expiresOnSeconds }, graphHost) {
    const expiresOn = formatInstant(expiresOnSeconds);
    return {
        line,
        expiresOn,
        roles: claimRoles(decodeClaims(token)) ?? [],
        finding: findInToken(line, token, graphHost),
        outputs: [
            { name: line.output, value: token },
            { name: `${line.output}-expires-on`, value: expiresOn },
        ],
        masks: maskSecret(token.reveal()).masks,
    };
}
/**
 * Returns what is to be said of a token; undefined if nothing is, or if it shows no claims.
 * `graphHost` is the https origin of Microsoft Graph in its cloud, for the commands that grant a permission.
 */
function findInToken(line, token, graphHost) {
    const service = serviceOf(line.scope);
    const claims = decodeClaims(token);
    if (service === undefined || claims === undefined)
        return undefined;
    const finding = findInClaims(claims, service, graphHost);
    return (finding && {
        ...finding,
        title: `Token ${line.output}: ${finding.title}`,
        text: `${describeToken(line)}: ${finding.text}`,
    });
}
/** The permission by which the Exchange Online module works; the other one is for a module that is yet to come. */
const render_token_MANAGE_AS_APP = 'Exchange.ManageAsApp';
const MANAGE_AS_APP_V2 = 'Exchange.ManageAsAppV2';
function findInClaims(claims, service, graphHost) {
    const roles = claimRoles(claims) ?? [];
    const { name, connect } = service;
    if (claims['scp'] !== undefined && roles.length === 0) {
        return {
            level: 'notice',
            title: 'a delegated token',
            text: `it is delegated (it has scp and no roles), so at ${name} it may do what the person who signed in may do.`,
        };
    }
    if (roles.length === 0) {
        return {
            level: 'warning',
            title: 'no permission',
            text: `it has no roles, so ${name} will refuse it. ${describeGrant(claims, service, graphHost)}`,
        };
    }
    if (connect === undefined || roles.includes(render_token_MANAGE_AS_APP))
        return undefined;
    if (roles.length === 1 && roles[0] === MANAGE_AS_APP_V2) {
        return {
            level: 'warning',
            title: 'the wrong permission',
            text: `its only role is ${MANAGE_AS_APP_V2}, with which ${connect} does not work. ${describeGrant(claims, service, graphHost)}`,
        };
    }
    return {
        level: 'notice',
        title: `no ${render_token_MANAGE_AS_APP}`,
        text: `it has other roles of ${name} (${roles.join(', ')}). ${connect} needs ${render_token_MANAGE_AS_APP} as well.`,
    };
}
// The identity is the token's own; a managed identity has no app registration, and names the resource that it belongs to.
function describeGrant(claims, { api, permission }, graphHost) {
    const { name, id, isExample } = permission;
    const isManaged = claims['xms_mirid'] !== undefined;
    const objectId = claimText(claims, 'oid') ?? 'OBJECT_ID';
    const appId = claimText(claims, 'appid') ?? claimText(claims, 'azp') ?? 'APP_ID';
    const who = isManaged ? 'the managed identity' : `application ${appId}`;
    const what = isExample ? `a permission, such as ${name},` : `the permission ${name}`;
    const portal = isManaged
        ? 'Portal: not possible for a managed identity.'
        : `Portal: App registrations \u2192 API permissions \u2192 Add a permission \u2192 APIs my organization uses \u2192 ${api.name} \u2192 Application permissions, then Grant admin consent.`;
    const resource = `(Get-MgServicePrincipal -Filter "appId eq '${api.id}'").Id`;
    const ids = {
        principalId: objectId,
        resourceId: `$(az ad sp show --id ${api.id} --query id --output tsv)`,
        appRoleId: id,
    };
    const body = JSON.stringify(ids).replaceAll('"', '\\"');
    const again = isManaged ? ' New permissions can take a while to be in the tokens of a managed identity.' : '';
    return [
        `Grant ${who} ${what} of ${api.name}, then run the job again.${again}`,
        portal,
        `PowerShell: \`New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId ${objectId} -PrincipalId ${objectId} -AppRoleId ${id} -ResourceId ${resource}\`.`,
        `Bash: \`az rest --method POST --url ${graphHost}/v1.0/servicePrincipals/${objectId}/appRoleAssignments --body "${body}"\`.`,
    ].join(' ');
}
//# sourceMappingURL=render-token.js.map
;// CONCATENATED MODULE: ./build/programs/src/flow/mint-each.js
// One token for each scope: all of them, or none.









/** Mints together, once per scope: lines of one scope share their token. */
async function mint_each_mintEach({ lines, graphHost }, mint) {
    const results = await inParallel(eachScopeOnce(lines), async (line) => mint(line).then((token) => ({ kind: 'minted', scope: line.scope, token }), (error) => ({
        kind: 'refused',
        refused: expectedErrors(error).map((one) => ({ line, error: one })),
    })));
    const refused = results.flatMap((result) => (result.kind === 'refused' ? result.refused : []));
    if (refused.length > 0)
        return { kind: 'refused', refused };
    const minted = results.filter((result) => result.kind === 'minted');
    const tokens = lines.flatMap((line) => minted.filter(({ scope }) => scope === line.scope).map(({ token }) => renderToken(line, token, graphHost)));
    return { kind: 'minted', tokens };
}
/** The tokens. @throws ActionErrors with each that was refused */
function takeTokens(outcome) {
    if (outcome.kind === 'minted')
        return outcome.tokens;
    throw failureOf(outcome);
}
/** The failure of a step that got no tokens; with `advice` beside what each refusal says already. */
function failureOf({ refused }, advice) {
    return new ActionErrors(refused.map(({ error }) => (advice === undefined ? error : error.advising(advice))));
}
function eachScopeOnce(lines) {
    return lines.filter((line, index) => lines.findIndex(({ scope }) => scope === line.scope) === index);
}
/**
 * A token for the target's scope, masked.
 * @throws ActionError with advice if it is refused or there is no answer
 */
async function mint_each_mintToken({ clientId, assertion, tokenName, notes }, target, context) {
    const fields = (0,client_assertion/* assertionFields */.gQ)(assertion);
    const accessToken = await (0,token_request/* exchangeToken */.r1)({ clientId, fields, tokenName, notes }, target, context);
    await context.mask(accessToken.token);
    context.log.debug(() => (0,claims/* describeClaims */.Zs)(accessToken.token));
    return accessToken;
}
/**
 * Mints a token for each line of the plan.
 * @throws ActionErrors with each token that was refused
 */
async function mintOwn(ports, credential, { cloud, tokens: lines }) {
    const context = { ...makeSignInContext(ports, STEP_TIMEOUT_MS), proofs: shareProof() };
    const { authorityHost, oidcAudience, graphHost } = cloud;
    const { tenantId, kind, reason } = credential;
    const identities = [];
    ports.log.info(describeCredential(credential));
    const minting = mint_each_mintEach({ lines, graphHost }, async (line) => {
        const target = { authorityHost, tenantId, scope: line.scope, oidcAudience };
        const accessToken = await signIn(credential, target, context);
        identities.push(readSignedIn(accessToken, credential, target));
        return accessToken;
    });
    if (credential.needsTenant)
        connectForTokens(ports, authorityHost, lines);
    const outcome = await minting;
    if (outcome.kind === 'refused')
        throw new ActionErrors(outcome.refused.map(nameToken));
    const [signedIn] = identities;
    ports.log.info(`Signed in with ${kind} (${reason}): ${describeSignedIn(signedIn)}.`);
    const { clientId = 'unknown' } = signedIn;
    const headline = `Minted for client ${clientId}, masked and exported:`;
    return { tokens: outcome.tokens, clientId, headline, proof: kind, warnings: [] };
}
function nameToken({ line, error }) {
    return error.about(`${describeToken(line)}: ${error.subject}`);
}
//# sourceMappingURL=mint-each.js.map
;// CONCATENATED MODULE: ./build/programs/src/keyvault/sign.js
// Key Vault's sign operation: a digest goes in, a signature comes out, the private key stays.
// https://learn.microsoft.com/rest/api/keyvault/keys/sign/sign (api-version 7.4)





/**
 * Has the vault sign the text. The vault sees the 32 bytes of its SHA-256 digest, and nothing else leaves the runner.
 * @throws ActionError if the vault refuses, or gives what is no signature by this certificate's key
 */
async function signWithVaultKey(text, { key, publicKey, algorithm = 'PS256' }, access) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(text).digest();
    const body = await (0,ask_vault/* askVault */.yR)({ identifier: key, operation: 'sign', makeRequest: (token) => signRequest(key, { alg: algorithm, digest }, token) }, access);
    const signature = decodeSignature(body);
    if (signature === undefined)
        throw (0,vault_error.unusableAnswerError)(key, 'the answer is not a signature.', body);
    if (!(0,external_node_crypto_.verify)('sha256', text, { key: publicKey, ...PADDINGS[algorithm] }, signature))
        throw wrongSignature(key);
    return signature;
}
// A signature of another length than the modulus does not verify either.
const PADDINGS = {
    PS256: { padding: external_node_crypto_.constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
    RS256: { padding: external_node_crypto_.constants.RSA_PKCS1_PADDING },
};
// The request that has a key of the vault sign a SHA-256 digest.
function signRequest({ vaultUrl, name, version }, { alg, digest }, token) {
    const { url, headers } = (0,ask_vault/* getRequest */.iq)(`${vaultUrl}/keys/${name}/${version}/sign?api-version=${ask_vault/* API_VERSION */.mG}`, token);
    return {
        method: 'POST',
        url,
        headers: { ...headers, 'content-type': 'application/json' },
        body: new secret_text/* SecretText */.o(JSON.stringify({ alg, value: digest.toString('base64url') })),
    };
}
/** The body as a signature; undefined if it is none. */
function decodeSignature(body) {
    const value = (0,http_json/* asText */.e1)((0,http_json/* parseJsonObject */.dw)(body)?.['value'], /^[A-Za-z0-9_-]+$/);
    return value === undefined ? undefined : Buffer.from(value, 'base64url');
}
function wrongSignature(key) {
    return (0,vault_error.unusableAnswerError)(key, "the signature was not made by the certificate's key, so it was not used.");
}
//# sourceMappingURL=sign.js.map
;// CONCATENATED MODULE: ./build/programs/src/flow/vault-signed-client.js
// An application that proves itself with a certificate whose key stays in the vault: one assertion, signed there once.








/** Entra's number for a certificate that it does not know as one of the application. */
const UNKNOWN_CERTIFICATE = 700027;
/** Whether the application was refused for a certificate that is not among its own. */
function isUnknownCertificate({ aadsts }) {
    return aadsts === UNKNOWN_CERTIFICATE;
}
/**
 * Mints a token for each line with one assertion.
 * @throws ActionError if the vault does not sign
 */
async function mintForClient(client, wanted, { ports, open }) {
    const assertion = await assertInVault(client, ports, open).catch((error) => {
        throw withSigningRoles(error, client.certificate.item);
    });
    const notes = describeClient(client);
    return mintEach(wanted, (line) => {
        const request = { clientId: client.appId, assertion, tokenName: describeToken(line), notes };
        return mintToken(request, { ...open.target, ...client.tenant, scope: line.scope }, open.context);
    });
}
/**
 * An assertion for all token requests of the step, masked. Whether one may be sent twice is for the authority to say
 * (RFC 7523 section 3); Entra takes it as often as it lives, as Microsoft's own client library (MSAL) relies on.
 * @throws ActionError if the vault does not sign
 */
async function assertInVault({ appId: clientId, tenant, certificate }, ports, access) {
    const client = { clientId, audience: (0,token_request/* tokenEndpoint */.lN)((0,token_request/* authorityOf */.vO)(tenant)), certificate: certificate.der };
    const assertion = await (0,client_assertion/* makeClientAssertion */.ct)(client, ports, (text) => signWithVaultKey(text, certificate, access));
    await access.context.mask(assertion);
    return assertion;
}
/** Returns what helps if Entra refuses the application. */
function describeClient({ appId, certificate }) {
    const { item, version, der } = certificate;
    const file = `${item.name}.pem`;
    return [
        {
            errorCodes: [UNKNOWN_CERTIFICATE],
            text: `Certificate ${item.name} (version ${version}, thumbprint ${describeCertificate(der).thumbprint}) must be uploaded to application ${appId}. Its public part is in the log of this step: save it as ${file} and run "az ad app credential reset --id ${appId} --cert @${file} --append", or upload the file in the portal under App registrations \u2192 Certificates & secrets. Each version that the vault makes when it renews the certificate must be uploaded too.`,
            replacesAdvice: true,
        },
        {
            errorCodes: [700016, 70001, 700011, 7000112, 7000229, 90002, 900023],
            text: 'The application is that of app-id (otherwise client-id), and the tenant that of app-tenant-id (otherwise tenant-id).',
        },
    ];
}
/** The certificate's public part, to be saved and uploaded. */
function logCertificate({ log }, { item, version, der }) {
    log.info(`The public part of certificate ${item.name} (version ${version}) in ${(0,identifier/* vaultHost */.Df)(item.vaultUrl)}:`);
    for (const line of describe_describeCertificate(der).pem.trimEnd().split('\n'))
        log.info(line);
}
//# sourceMappingURL=vault-signed-client.js.map
;// CONCATENATED MODULE: ./build/programs/src/graph/key-advice.js

/** Whether Graph does not accept a proof. A server that has not heard of a new key answers the same. */
function isProofRefused({ code }) {
    return code === 'GRAPH_PROOF_REFUSED';
}
const proofRefused = {
    code: 'GRAPH_PROOF_REFUSED',
    title: 'the proof was refused',
    meaning: 'it did not accept the proof that the application has the key of one of its certificates',
    hint: 'Compare app-object-id with the "Object ID" of the app registration (not of the enterprise application), and app-id with its "Application (client) ID": both must be of one app registration.',
};
const key_advice_denied = {
    code: 'GRAPH_FORBIDDEN',
    title: 'another application',
    meaning: 'the application of app-id may not change the keys of this app registration. It needs no permission to change its own',
    hint: 'Compare app-object-id with the "Object ID" of the app registration of app-id, as "App registrations" shows it: that of the enterprise application is another one.',
};
const key_advice_notFound = {
    code: 'GRAPH_NOT_FOUND',
    title: 'no such app registration',
    meaning: 'the tenant has no app registration of this object ID',
    hint: 'Compare app-object-id with the "Object ID" of the app registration (not of the enterprise application): "az ad app show --id APP_ID --query id" shows it.',
};
const key_advice_typeForbidden = ({ policyId }) => ({
    code: 'GRAPH_KEYS_FORBIDDEN',
    title: 'certificates are forbidden',
    meaning: `the tenant's policy${policyId === undefined ? '' : ` ${policyId}`} forbids certificates of applications`,
    hint: 'Exempt this application from the policy, or do without a certificate: use a federated credential.',
});
const key_advice_lifeForbidden = ({ policyId }) => ({
    code: 'GRAPH_LIFE_FORBIDDEN',
    title: 'valid-days is too long',
    meaning: `the tenant's policy${policyId === undefined ? '' : ` ${policyId}`} does not allow a certificate to be valid for as long as valid-days says`,
    hint: 'Set valid-days to what the policy allows, and renew-before-days to less than that.',
});
const authorityRequired = {
    code: 'GRAPH_AUTHORITY_REQUIRED',
    title: 'a certificate authority must issue',
    meaning: "the tenant's policy takes only certificates that its trusted certificate authorities issue",
    hint: 'Exempt this application from the policy, or have the authority issue its certificates: this action cannot rotate those.',
};
/** The advice for a refusal; what is the same for passwords and keys is in {@link graphAdvice}. */
const keyAdvice = (refusal, app) => {
    const { code, topic } = refusal;
    if (topic === 'type-forbidden' || code === 'CredentialTypeNotAllowedAsPerAppPolicy')
        return key_advice_typeForbidden(refusal, app);
    if (topic === 'life-forbidden' || code === 'CredentialInvalidLifetimeAsPerAppPolicy')
        return key_advice_lifeForbidden(refusal, app);
    if (topic === 'authority-required')
        return authorityRequired;
    if (code === 'Authentication_MissingOrMalformed')
        return proofRefused;
    const common = graphAdvice(refusal, app);
    if (isApplicationUnknown(common))
        return key_advice_notFound;
    return isForbidden(common) ? key_advice_denied : common;
};
//# sourceMappingURL=key-advice.js.map
;// CONCATENATED MODULE: ./build/programs/src/graph/application-keys.js
// The keys of an application in Microsoft Graph, changed by the application itself: its proof, requests, and judgement of
// their answers.
// https://learn.microsoft.com/graph/api/application-addkey and .../application-removekey








/**
 * Adds a certificate to the application once, and returns its key ID. Nobody can look what became of an answer that was
 * lost: an application may not read its own keys.
 * @throws ActionError with advice if Graph refuses or gives no usable answer
 */
async function addKeyOnce(certificate, access) {
    const { app } = access;
    const key = certificate.toString('base64');
    const keyCredential = { type: 'AsymmetricX509Cert', usage: 'Verify', key };
    const request = keyRequest('addKey', { keyCredential, passwordCredential: null }, access);
    const response = await askGraph(request, access, (0,retry_policy/* once */.Oo)(retry_policy/* RETRY_RULES */.r9));
    if (!isSuccess(response))
        throw graphRefusedError(response, aboutApp(app, keyAdvice));
    const keyId = keyIdOf((0,http_json/* parseJsonObject */.dw)(response.body));
    if (keyId === undefined)
        throw unusableGraphError(aboutApp(app), 'the answer holds no new key credential.', response.body);
    return keyId;
}
/**
 * Removes a key of the application: `unknown` if Graph knows no such key, which is so as well if it has not come to know a
 * new one yet. The request may be sent again.
 * @throws ActionError with advice if Graph refuses or gives no answer
 */
async function removeKey(keyId, access) {
    const { app } = access;
    const response = await askGraph(keyRequest('removeKey', { keyId }, access), access);
    if (saysNoSuchKey(response))
        return 'unknown';
    if (!isSuccess(response))
        throw graphRefusedError(response, aboutApp(app, keyAdvice));
    // Graph answers 204. A page is of somebody in between, and removes nothing.
    if (response.body === '')
        return 'removed';
    throw unusableGraphError(aboutApp(app), 'the answer to a removal is not empty.', response.body);
}
// Graph's answers are not documented; both were seen for other credentials. A page without a code is not of Graph.
function saysNoSuchKey({ status, body }) {
    return (status === 400 || status === 404) && (0,http_json/* parseJsonObject */.dw)(body)?.['error'] !== undefined;
}
function keyRequest(action, body, { app, token, proof }) {
    const url = `${app.graphHost}/v1.0/applications/${app.objectId}/${action}`;
    return postToGraph(url, new secret_text/* SecretText */.o(JSON.stringify({ ...body, proof: proof.reveal() })), token);
}
/** Microsoft Graph still wants the ID of the API that was there before it. */
const AUDIENCE = '00000002-0000-0000-c000-000000000000';
/** The longest that Graph takes. A rotation is over before. */
const LIFE_SECONDS = 600;
/** Makes a proof, which is valid for ten minutes and serves any number of keys. @throws whatever `sign` throws */
async function makePossessionProof({ objectId, certificate }, clock, sign) {
    const thumbprint = (0,external_node_crypto_.createHash)('sha1').update(certificate).digest();
    const nowSeconds = Math.floor(clock.nowMs() / 1000);
    const header = {
        alg: 'RS256',
        typ: 'JWT',
        kid: thumbprint.toString('hex').toUpperCase(),
        x5t: thumbprint.toString('base64url'),
    };
    const claims = { aud: AUDIENCE, iss: objectId, nbf: nowSeconds, exp: nowSeconds + LIFE_SECONDS };
    // Graph refuses padding, which this encoding has not.
    const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    return new secret_text/* SecretText */.o(`${text}.${(await sign(Buffer.from(text))).toString('base64url')}`);
}
//# sourceMappingURL=application-keys.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/certificate/certificate-run.js
// Parts that the stages of a certificate's rotation share: the vault, the application that proves itself, and until when each stage may last.








/**
 * From the beginning of the step, in milliseconds. Finishing an earlier run may need a proof of 90 seconds, between adding
 * and merging lies the wait of 60 seconds, and after merging another proof. The last part is also kept for undoing.
 */
const certificate_run_LIMITS_MS = { reading: 45_000, finishing: 145_000, adding: 180_000, merging: 260_000, all: 360_000 };
/** Signs in to the vault. @throws ActionError with advice if the sign-in is refused or gets no answer */
async function openCertificateRun({ credential, rotation, options }, ports) {
    const startMs = ports.clock.nowMs();
    const request = { credential, cloud: rotation.cloud, firstItem: rotation.certificate };
    const open = await (0,open_session/* openSession */.fA)(ports, request, certificate_run_LIMITS_MS.all);
    const { tenantId } = open.signedIn;
    if (tenantId === undefined)
        throw tenantUnknown();
    return { ports, rotation, options, open, tenantId, deadlineOf: (stage) => startMs + certificate_run_LIMITS_MS[stage] };
}
/** For errors: what a rotation needs of the certificate, whichever request is refused. */
const WRITES = { certificates: ['get', 'list', 'create', 'update'] };
/** The vault, until the end of a stage. */
function vaultUntil({ open, deadlineOf }, stage) {
    return { session: open.session, writes: WRITES, context: { ...open.context, deadlineMs: deadlineOf(stage) } };
}
/** Has the vault sign by RS256 with the key of a version. @throws ActionErrors that name all the roles, if one is missing */
function signWith(run, { key, publicKey }, stage) {
    return (text) => advisingRoles(run, signWithVaultKey(text, { key, publicKey, algorithm: 'RS256' }, vaultUntil(run, stage)));
}
/** Returns what the vault answers. @throws ActionErrors that name all the roles, if one is missing */
function advisingRoles({ rotation }, asked) {
    return asked.catch((error) => {
        throw (0,vault_error.withCertificateRotationRoles)(error, rotation.certificate);
    });
}
/**
 * A token of the application for Microsoft Graph, masked: a version of the certificate speaks for it, whose key signs in
 * the vault. The application needs no permission to have one.
 * @throws ActionErrors with advice if the vault does not sign, or Entra refuses
 */
async function signInAsApplication(run, certificate, deadlineMs) {
    const { ports, rotation, open, tenantId } = run;
    const { authorityHost } = open.target;
    const context = { ...open.context, deadlineMs };
    const client = { appId: rotation.appId, tenant: { authorityHost, tenantId }, certificate };
    const assertion = await advisingRoles(run, assertInVault(client, ports, { ...open, context }));
    const request = {
        clientId: rotation.appId,
        assertion,
        tokenName: 'Microsoft Graph',
        notes: notesOn(run, certificate),
    };
    const target = { ...open.target, tenantId, scope: rotation.cloud.graphScope };
    return (await mint_each_mintToken(request, target, context)).token;
}
/**
 * Access to the application's own keys: a token, and a proof that serves all changes of a stage, also those that undo.
 * Both are masked.
 */
async function openKeys(run, { certificate, token, stage }) {
    const { ports, rotation, open } = run;
    const { appId, appObjectId: objectId, cloud } = rotation;
    const sign = signWith(run, certificate, stage);
    const proof = await makePossessionProof({ objectId, certificate: certificate.der }, ports.clock, sign);
    await open.context.mask(proof);
    const context = { ...open.context, deadlineMs: run.deadlineOf(stage) };
    return { app: { graphHost: cloud.graphHost, appId, objectId }, token, proof, context };
}
/** Returns what helps if Entra refuses the application. */
function notesOn({ rotation }, { item, version, der }) {
    const { appId } = rotation;
    const file = `${item.name}.pem`;
    return [
        {
            errorCodes: [UNKNOWN_CERTIFICATE],
            text: `Certificate ${item.name} (version ${version}, thumbprint ${describe_describeCertificate(der).thumbprint}) is not one of application ${appId}. A person must upload it the first time: its public part is in the log of this step, so save it as ${file} and run "az ad app credential reset --id ${appId} --cert @${file} --append", or upload the file in the portal under App registrations \u2192 Certificates & secrets. Then run the job again.`,
            replacesAdvice: true,
        },
        {
            errorCodes: [700016, 70001, 700011, 7000112, 7000229, 90002, 900023],
            text: 'Here the application is that of app-id.',
        },
    ];
}
//# sourceMappingURL=certificate-run.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/certificate/certificate-text.js




/** Lines for the log: what the vault holds. */
function describeFound({ certificate }, { current }) {
    const { version, expires, thumbprint, renewsItself } = current;
    const keyId = (0,rotation_decision/* credentialIdOf */.EF)(current, rotation_decision/* CREDENTIAL_ID */.wN) ?? 'not known';
    return [
        `Found certificate ${certificate.name} in ${(0,identifier/* vaultHost */.Df)(certificate.vaultUrl)}: version ${version}, expires ${(0,time/* formatInstant */.r4)(expires)}, thumbprint ${thumbprint}, key credential ${keyId}.`,
        ...(renewsItself
            ? [
                'Its policy renews it by itself (AutoRenew): Entra would not know that version. A rotation sets the policy to EmailContacts.',
            ]
            : []),
    ];
}
/** A line for the log: whether the certificate is rotated, and what is done before. */
function describeDecision({ current, decision }, { renewBeforeDays }) {
    const { pending, journal, due } = decision;
    const end = (0,time/* formatInstant */.r4)(current.expires);
    const reason = {
        expiring: `Due, because it expires on ${end}, within ${renewBeforeDays} days.`,
        forced: 'Due, because force is true.',
        none: `Nothing is due: it is valid until ${end}, which is more than ${renewBeforeDays} days away.`,
    }[due ?? 'none'];
    if (pending.kind === 'at-work')
        return `${reason} Another run is in progress, or was interrupted: a request for a new version is pending.`;
    const isUnfinished = pending.kind === 'leftover' || journal !== undefined;
    return isUnfinished ? `${reason} An earlier run was interrupted: this run cleans up after it first.` : reason;
}
/** A line for the log: what would be done. */
function describeDryRun({ appId }, { current, decision }) {
    const { pending, journal, due } = decision;
    if (pending.kind === 'at-work')
        return 'Dry run: the run would stop here.';
    const first = [
        ...(pending.kind === 'leftover' ? ['the request for a new version that is pending would be deleted'] : []),
        ...(journal === undefined
            ? []
            : [`the version would be proved, and what is noted on it (key credential ${journal}) cleaned up`]),
    ];
    const earlier = first.length === 0 ? '' : ` First, ${first.join('; ')}.`;
    if (due === undefined)
        return `Dry run: nothing would be renewed.${earlier}`;
    const { outdatedId } = nextCredentials(current, '');
    const removal = outdatedId === undefined ? 'no key credential would be removed' : `key credential ${outdatedId} would be removed`;
    return `Dry run:${earlier === '' ? '' : `${earlier} Then`} the vault would make a new key, application ${appId} would get a certificate for it, and a minute later it would become the current version; then ${removal}.`;
}
/** A warning if the vault may renew the certificate before a rotation does. */
function warnOfRenewal({ certificate, renewsItself }) {
    if (!renewsItself)
        return [];
    const { name } = certificate.item;
    return [
        {
            title: `Certificate ${name}: the vault renews it by itself`,
            text: `The policy of certificate ${name} has the lifetime action AutoRenew. The vault may publish a version that Microsoft Entra ID does not know before a rotation is due. Run this action once with "force: true", which sets it to EmailContacts, or set it in the portal.`,
        },
    ];
}
//# sourceMappingURL=certificate-text.js.map
;// CONCATENATED MODULE: ./build/programs/src/plan/certificate-decision.js



/** The name of the issuer, lower case, of a certificate that is completed by whoever asked for it. */
const UNKNOWN_ISSUER = 'unknown';
/**
 * Decides about this certificate.
 * @throws ActionError if it is due and its tags leave no room
 */
function decideCertificate(facts) {
    const due = dueReason(facts);
    if (due !== undefined)
        checkRoomForCredentials(facts.current);
    return { pending: judgePending(facts), journal: journalOf(facts.current), due };
}
function judgePending({ pendingIssuer, policyUpdated, nowSeconds }) {
    if (pendingIssuer === undefined)
        return { kind: 'nothing' };
    if (pendingIssuer.toLowerCase() !== UNKNOWN_ISSUER)
        return { kind: 'authority', issuer: pendingIssuer };
    const freeFrom = policyUpdated + rotation_decision/* AT_WORK_SECONDS */.mx;
    return nowSeconds < freeFrom ? { kind: 'at-work', freeFrom } : { kind: 'leftover' };
}
function dueReason({ current, nowSeconds, options }) {
    const { expires } = current;
    if (expires !== undefined && expires - nowSeconds <= options.renewBeforeDays * time/* DAY_SECONDS */.fo)
        return 'expiring';
    return options.force ? 'forced' : undefined;
}
//# sourceMappingURL=certificate-decision.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/certificate/find-certificate.js
// The state before a rotation: a pending request, the current version and its policy; and whether these allow one.









/**
 * Reads what is pending first: what is completed afterwards shows in the version that is read next.
 * @throws ActionErrors if the vault refuses, or if the current version cannot be rotated
 */
async function findCertificate(run, stage) {
    const { rotation, options, ports } = run;
    const { certificate: item } = rotation;
    const answer = await advisingRoles(run, readPending(item, vaultUntil(run, stage)));
    const stored = await advisingRoles(run, readStoredCertificate(item, vaultUntil(run, stage)));
    // The age of a request is told by the clock that it was made by.
    const nowSeconds = stored.dateSeconds ?? Math.floor(ports.clock.nowMs() / 1000);
    checkRotatable(stored, nowSeconds);
    const current = describeVersion(stored);
    const pendingIssuer = answer?.isInProgress ? answer.issuer : undefined;
    const { updated: policyUpdated } = stored.policy;
    const decision = decideCertificate({ current, pendingIssuer, policyUpdated, nowSeconds, options });
    return { current, nowSeconds, decision };
}
/** Reads the current version alone. @throws ActionErrors if the vault refuses, or gives no answer */
async function readCurrent(run, stage) {
    const stored = await advisingRoles(run, readStoredCertificate(run.rotation.certificate, vaultUntil(run, stage)));
    return describeVersion(stored);
}
function describeVersion({ certificate, tags, policy }) {
    const { version, life, der } = certificate;
    const { thumbprint } = describe_describeCertificate(der);
    const { settings, renewsItself } = policy;
    return { version, expires: life.expires, tags, certificate, policy: settings, renewsItself, thumbprint };
}
function checkRotatable({ certificate, enabled, keyUsage, policy }, nowSeconds) {
    const { item, life, publicKey, version } = certificate;
    const keyType = publicKey.asymmetricKeyType;
    if (life.expires !== undefined && life.expires <= nowSeconds)
        throw endedError(certificate, life.expires);
    checkCanSign({ item, enabled, keyUsage, life, keyType, isNameAlone: true }, nowSeconds * 1000);
    if (/^(?:RSA(?:-HSM)?)?$/i.test(policy.keyType))
        return;
    throw new errors/* ActionError */.lZ({
        code: 'CERTIFICATE_CANNOT_SIGN',
        title: `${(0,identifier/* vaultHost */.Df)(item.vaultUrl)}: not an RSA key`,
        subject: `certificate ${item.name}`,
        problem: `its policy asks for a key that is not RSA for the version after ${version}, and Microsoft Entra ID takes no other from an application.`,
        hint: 'Set the key type of its policy to RSA or RSA-HSM.',
    });
}
function endedError({ item, version }, expires) {
    const [vault = ''] = (0,identifier/* vaultHost */.Df)(item.vaultUrl).split('.');
    return new errors/* ActionError */.lZ({
        code: 'ROTATE_CERTIFICATE_EXPIRED',
        title: 'The certificate has expired',
        subject: `certificate ${item.name}`,
        problem: `version ${version} expired on ${(0,time/* formatInstant */.r4)(expires)}. Its key cannot sign any more, so the application cannot prove that it may add the next one.`,
        hint: `Begin anew by hand: make a new version ("az keyvault certificate create --vault-name ${vault} --name ${item.name} --policy @policy.json"), upload its public part to the app registration (App registrations \u2192 Certificates & secrets), and run the job again when it is due. Schedule the job so that it runs before the certificate expires.`,
    });
}
//# sourceMappingURL=find-certificate.js.map
// EXTERNAL MODULE: ./build/programs/src/entra/credentials/client-secret.js
var client_secret = __webpack_require__(5180);
;// CONCATENATED MODULE: ./build/programs/src/rotate/prove-credential.js
// The proof that a new credential works: two sign-ins in a row, since the servers of Entra ID hear of it one by one.






const SUCCESSES_IN_A_ROW = 2;
/** Between the successes, so that they do not come from one connection's node by chance alone. */
const AGAIN_DELAY_MS = 1_000;
/** Failures that may pass for every credential: a node's of a new application, and those that Entra calls transient. */
const PASSING = [700016, ...token_request/* TRANSIENT_AADSTS */.Wc];
/** Signs in until it succeeds twice in a row. @throws ActionError if the credential is refused for good */
async function proveTwice({ clock, deadlineMs, unknown }, signIn) {
    let successes = 0;
    let failures = 0;
    let last;
    for (;;) {
        if (successes + failures > 0) {
            const delayMs = successes > 0 ? AGAIN_DELAY_MS : patientDelayMs(failures);
            if (clock.nowMs() + delayMs >= deadlineMs)
                return { kind: 'not-proved', last };
            await clock.sleep(delayMs);
        }
        try {
            const value = await signIn();
            successes += 1;
            if (successes === SUCCESSES_IN_A_ROW)
                return { kind: 'proved', value };
        }
        catch (error) {
            last = passingError(error, [...unknown, ...PASSING]);
            successes = 0;
            failures += 1;
        }
    }
}
/** The failure, if it may pass. @throws the error if it will not */
function passingError(error, passing) {
    const [first] = (0,errors/* expectedErrors */.OP)(error);
    const isRefused = first.aadsts !== undefined && !passing.includes(first.aadsts);
    if (isRefused || (0,step_log/* areMasksNotTaken */.qT)(first))
        throw error;
    return first;
}
/** Answers of a node that has not heard of a new client secret: it is wrong, or it has expired. */
const UNKNOWN_SECRET = [7000215, 7000222];
/**
 * Returns once the application has signed in twice in a row with the new client secret.
 * @throws ActionError if it is refused for good, or has not come to be known in time
 */
async function provePassword(run, { secret }) {
    const { clock } = run.ports;
    const deadlineMs = clock.nowMs() + NEW_TIMEOUT_MS;
    const client = { tenantId: run.proofTarget.tenantId, clientId: run.rotation.appId, clientSecret: secret };
    const credential = (0,client_secret/* clientSecretCredential */.v)(client, { kind: 'client-secret', reason: 'it is new' });
    const result = await proveTwice({ clock, deadlineMs, unknown: UNKNOWN_SECRET }, () => (0,entra_credential/* signIn */.Jv)(credential, run.proofTarget, { ...run.context, deadlineMs }));
    if (result.kind === 'not-proved')
        throw notProved(run, result.last);
}
function notProved({ rotation }, last) {
    const reason = last === undefined ? '' : ` The last failure: ${last.problem}`;
    // Entra's advice on a secret that it does not know is no advice for one that is new.
    const hint = last === undefined || isUnknownSecret(last) ? undefined : last.hint;
    return new errors/* ActionError */.lZ({
        code: 'ROTATE_NOT_PROVED',
        title: 'The new client secret could not be proved',
        subject: `application ${rotation.appId}`,
        problem: `no two sign-ins in a row succeeded with its new client secret within ${NEW_TIMEOUT_MS / 1000} s.${reason}`,
        hint: hint ?? 'Microsoft Entra ID took too long to learn of the new client secret. Run the job again.',
        ...(last?.requestId !== undefined && { requestId: last.requestId }),
    });
}
function isUnknownSecret({ aadsts }) {
    return aadsts !== undefined && UNKNOWN_SECRET.includes(aadsts);
}
//# sourceMappingURL=prove-credential.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/certificate/add-key.js
// The new certificate as a key credential of the application, and the journal that says so.











/**
 * Adds the certificate to the application, and gives its key ID. After a request without an answer it is not sent again:
 * nobody can look what came of it.
 */
function addKey(certificate, access) {
    const { context } = access;
    const oneWrite = {
        sendOnce: (watched) => addKeyOnce(certificate, { ...access, context: watched }),
        look: () => Promise.reject(unseenError()),
        lookUntilMs: context.clock.nowMs(),
        isPassing: isConflict,
    };
    return write(oneWrite, context);
}
function unseenError() {
    return new errors/* ActionError */.lZ({
        code: 'ROTATE_KEY_UNSEEN',
        title: 'Key credentials cannot be looked at',
        problem: 'an application may not read its own key credentials.',
    });
}
/**
 * Reads the current version.
 * @throws ActionError if it is another one, or if its journal is of another run
 */
async function readUnchanged(run, { version }, { journal, stage }) {
    const now = await readCurrent(run, stage);
    if (now.version === version && journalOf(now) === journal)
        return now;
    throw overtakenError(run);
}
/** Notes the key credential on the current version, beside its other tags. @throws ActionErrors if that is not confirmed */
function noteKey(run, current, keyId) {
    return setTags(run, { version: current.version, tags: withJournal(current, keyId), stage: 'adding' });
}
/**
 * Sets the tags of a version. After a write without an answer, the version is looked at.
 * @throws ActionErrors with advice if the vault refuses, or does not confirm it
 */
async function setTags(run, { version, tags, stage }) {
    const target = { ...run.rotation.certificate, version };
    const vault = vaultUntil(run, stage);
    const result = await write({
        sendOnce: async (context) => {
            const now = await advisingRoles(run, setTagsOnce(target, tags, { ...vault, context }));
            if (journalOf({ tags: now }) === journalOf({ tags }))
                return true;
            throw (0,vault_error.unusableAnswerError)(target, 'the answer shows other tags than those that were set.');
        },
        look: async () => (journalOf({ tags: await readTags(target, vault) }) === journalOf({ tags }) ? true : undefined),
        lookUntilMs: run.deadlineOf('all'),
        rules: retry_policy/* VAULT_RETRY_RULES */.yd,
    }, vault.context);
    if (result.kind === 'failed')
        throw result.error;
}
//# sourceMappingURL=add-key.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/certificate/finish-certificate.js
// The work that is left once a version is current: the proof that it works, and the end of what is outdated.










/**
 * Proves the version, removes the outdated key credential, and takes the note of it away: that goes last, so that a run
 * that is interrupted is finished by the next one. Doing it twice does no harm.
 * @throws ActionErrors if one of these fails; nothing is taken back
 */
async function finishCertificate(run, unfinished) {
    const { current, outdatedId } = unfinished;
    const { log, clock } = run.ports;
    const { certificate, version } = current;
    const startMs = clock.nowMs();
    const token = await proveCertificate(run, certificate);
    const seconds = Math.round((clock.nowMs() - startMs) / 1000);
    log.info(`Proved: the application signed in with version ${version} twice in a row, after ${seconds} s.`);
    if (outdatedId !== undefined) {
        const keys = await openKeys(run, { certificate, token, stage: 'all' });
        await removeOutdatedKey(run, outdatedId, keys);
        log.info(`Removed from the application: outdated key credential ${outdatedId}.`);
    }
    await clearNotes(run, unfinished);
}
/** Two tokens in a row of the application, by this version; the second one. @throws ActionErrors if there are none in time */
async function proveCertificate(run, certificate) {
    const { clock } = run.ports;
    const deadlineMs = Math.min(clock.nowMs() + NEW_TIMEOUT_MS, run.deadlineOf('all'));
    const options = { clock, deadlineMs, unknown: [UNKNOWN_CERTIFICATE] };
    const result = await proveTwice(options, () => signInAsApplication(run, certificate, deadlineMs));
    if (result.kind === 'proved')
        return result.value;
    throw finish_certificate_notProved(run, certificate, result.last);
}
function finish_certificate_notProved({ rotation }, { item, version }, last) {
    const reason = last === undefined ? '' : ` The last failure: ${last.problem}`;
    // Entra's advice on a certificate that it does not know is no advice for one that is new.
    const hint = last === undefined || isUnknownCertificate(last) ? undefined : last.hint;
    return new errors/* ActionError */.lZ({
        code: 'ROTATE_NOT_PROVED',
        title: 'The new certificate could not be proved',
        subject: `application ${rotation.appId}`,
        problem: `no two sign-ins in a row succeeded with version ${version} of certificate ${item.name} within ${NEW_TIMEOUT_MS / 1000} s.${reason}`,
        hint: hint ?? 'Microsoft Entra ID took too long to learn of the new certificate.',
        ...(last?.requestId !== undefined && { requestId: last.requestId }),
    });
}
// A server that has not heard of a new certificate refuses its proof.
async function removeOutdatedKey(run, keyId, keys) {
    const patience = makePatience(run.ports.clock, run.deadlineOf('all'));
    for (;;) {
        try {
            await removeKey(keyId, keys);
            return;
        }
        catch (error) {
            const mayPass = (0,errors/* expectedErrors */.OP)(error).every(isProofRefused);
            if (!mayPass || !(await patience.wait()))
                throw error;
        }
    }
}
// The version before has a note, too, which means nothing there: so it goes first.
async function clearNotes(run, { current, previousVersion }) {
    const before = previousVersion === undefined ? await findNotedVersions(run) : [previousVersion];
    for (const version of [...before.filter((one) => one !== current.version), current.version]) {
        await clearNote(run, version);
    }
}
/** Takes the note of a version away; its other tags stay as they are now. @throws ActionErrors if the vault refuses */
async function clearNote(run, version) {
    const item = { ...run.rotation.certificate, version };
    const tags = await advisingRoles(run, readTags(item, vaultUntil(run, 'all')));
    await setTags(run, { version, tags: withJournal({ tags }, undefined), stage: 'all' });
}
// A run that may not list versions leaves the note of an old one, which nobody reads.
async function findNotedVersions(run) {
    try {
        return await findTaggedVersions(run.rotation.certificate, namesJournal, vaultUntil(run, 'all'));
    }
    catch (error) {
        for (const { message } of (0,errors/* expectedErrors */.OP)(error))
            run.ports.log.info(`Older versions were not looked at: ${message}`);
        return [];
    }
}
//# sourceMappingURL=finish-certificate.js.map
// EXTERNAL MODULE: ./build/programs/src/certificate/algorithm-names.js
var algorithm_names = __webpack_require__(4516);
;// CONCATENATED MODULE: ./build/programs/src/certificate/certificate-request.js
// A request for a certificate (PKCS#10, RFC 2986): whom it names, and the key that it proves to have.




/** `sha256WithRSAEncryption` and its siblings (RFC 4055 section 5). */
const HASHES = new Map([
    ['1.2.840.113549.1.1.11', 'sha256'],
    ['1.2.840.113549.1.1.12', 'sha384'],
    ['1.2.840.113549.1.1.13', 'sha512'],
]);
/**
 * Reads a request in DER, and verifies that its own key signed it.
 * @throws ActionError if it is none, if its key is not RSA, or if its signature is wrong
 */
function readCertificateRequest(der) {
    const parts = parse(der);
    const publicKey = readPublicKey(parts.publicKeyInfo);
    const kind = publicKey.asymmetricKeyType;
    if (kind !== 'rsa') {
        throw unusable(`it has ${(0,algorithm_names/* describeKey */.Rx)(kind)}, and Microsoft Entra ID takes RSA keys only.`, 'Set the key type of the policy to RSA or RSA-HSM.');
    }
    const { hash, signature, signed } = parts;
    if (hash === undefined)
        throw unusable('its signature algorithm is not supported here.');
    if (!(0,external_node_crypto_.verify)(hash, signed, publicKey, signature))
        throw unusable('its signature was not made with its own key.');
    return { subject: parts.subject, publicKeyInfo: parts.publicKeyInfo, publicKey };
}
function parse(der) {
    try {
        const { element, end } = (0,certificate_der/* readElement */.RN)(der, 0);
        if (end !== der.length)
            throw (0,certificate_der/* notDer */.LB)();
        const [info, algorithm, signature] = (0,certificate_der/* readInside */.xO)(element, certificate_der/* TAG */.Dk.sequence);
        const [version, subject, publicKeyInfo] = (0,certificate_der/* readInside */.xO)(info, certificate_der/* TAG */.Dk.sequence);
        if ((0,certificate_der/* readInteger */.JI)(version) !== 0)
            throw (0,certificate_der/* notDer */.LB)();
        return {
            subject: rawSequence(subject),
            publicKeyInfo: rawSequence(publicKeyInfo),
            signed: rawSequence(info),
            hash: HASHES.get((0,certificate_der/* readOid */.fM)((0,certificate_der/* readInside */.xO)(algorithm, certificate_der/* TAG */.Dk.sequence)[0])),
            signature: (0,certificate_der/* readBits */.nT)(signature),
        };
    }
    catch {
        throw unusable('it is not a certificate request (PKCS#10).');
    }
}
function rawSequence(element) {
    if (element?.tag !== certificate_der/* TAG */.Dk.sequence)
        throw (0,certificate_der/* notDer */.LB)();
    return element.raw;
}
function readPublicKey(publicKeyInfo) {
    try {
        return (0,external_node_crypto_.createPublicKey)({ key: publicKeyInfo, format: 'der', type: 'spki' });
    }
    catch {
        throw unusable('its public key cannot be read.');
    }
}
function unusable(problem, hint = 'Key Vault does not answer like this: check for a proxy on the way.') {
    return new errors/* ActionError */.lZ({
        code: 'CERTIFICATE_REQUEST_UNUSABLE',
        title: 'Unusable certificate request',
        subject: 'certificate request of the vault',
        problem,
        hint,
    });
}
//# sourceMappingURL=certificate-request.js.map
;// CONCATENATED MODULE: ./build/programs/src/certificate/der-write.js
// A writer of DER (ITU-T X.690), as far as PKCS#12 files and certificates need it.


/** One element: tag, length, and the contents one after another. */
function writeElement(tag, ...contents) {
    const body = Buffer.concat(contents);
    return Buffer.concat([Buffer.from([tag]), writeLength(body.length), body]);
}
function writeLength(length) {
    if (length < 0x80)
        return Buffer.from([length]);
    const bytes = bytesOf(length);
    return Buffer.from([0x80 | bytes.length, ...bytes]);
}
function bytesOf(value) {
    const bytes = [];
    for (let rest = value; rest > 0; rest = Math.floor(rest / 0x100))
        bytes.unshift(rest % 0x100);
    return bytes;
}
/** `SEQUENCE` */
function writeSequence(...elements) {
    return writeElement(certificate_der/* TAG */.Dk.sequence, ...elements);
}
/** `SET OF`: DER wants it sorted by its encodings (X.690 section 11.6). */
function writeSetOf(...elements) {
    return writeElement(certificate_der/* TAG */.Dk.set, ...[...elements].sort(Buffer.compare));
}
/** `INTEGER` that is not negative. */
function writeInteger(value) {
    const bytes = bytesOf(value);
    const [first = 0x80] = bytes;
    // A leading bit would be the sign; zero still has one byte.
    return writeElement(certificate_der/* TAG */.Dk.integer, Buffer.from(first >= 0x80 ? [0, ...bytes] : bytes));
}
/** `INTEGER` that is not negative, from its bytes, the highest first. */
function writeUnsigned(bytes) {
    const start = bytes.findIndex((byte) => byte !== 0);
    const digits = start < 0 ? Buffer.alloc(1) : bytes.subarray(start);
    return writeElement(certificate_der/* TAG */.Dk.integer, Buffer.alloc(digits.readUInt8() >= 0x80 ? 1 : 0), digits);
}
/** `BOOLEAN` that is true. False is the default wherever it is read, and so is left out. */
function writeTrue() {
    return writeElement(certificate_der/* TAG */.Dk.boolean, Buffer.from([0xff]));
}
/** `BIT STRING` of whole bytes, or of fewer bits at its end. */
function writeBits(bytes, unusedBits = 0) {
    return writeElement(certificate_der/* TAG */.Dk.bitString, Buffer.from([unusedBits]), bytes);
}
/** `Time` of a certificate: two digits of the year up to 2049, then four (RFC 5280 section 4.1.2.5). */
function writeTime(seconds) {
    const digits = (0,time/* formatInstant */.r4)(seconds).replace(/[-:T]/g, '');
    const isShort = /^(?:19[5-9]|20[0-4])/.test(digits);
    return isShort
        ? writeElement(certificate_der/* TAG */.Dk.utcTime, Buffer.from(digits.slice(2)))
        : writeElement(certificate_der/* TAG */.Dk.generalizedTime, Buffer.from(digits));
}
/** `UTF8String` */
function writeUtf8String(text) {
    return writeElement(certificate_der/* TAG */.Dk.utf8String, Buffer.from(text));
}
/** `OCTET STRING` */
function writeOctets(bytes) {
    return writeElement(certificate_der/* TAG */.Dk.octetString, bytes);
}
/** `NULL` */
function writeNull() {
    return writeElement(certificate_der/* TAG */.Dk.null);
}
/** `OBJECT IDENTIFIER`, from its dotted form; arcs below 2^53. */
function writeOid(dotted) {
    const [root = 0, second = 0, ...rest] = dotted.split('.').map(Number);
    return writeElement(certificate_der/* TAG */.Dk.oid, Buffer.from([root * 40 + second, ...rest].flatMap(writeArc)));
}
function writeArc(arc) {
    const bytes = [arc % 0x80];
    for (let rest = Math.floor(arc / 0x80); rest > 0; rest = Math.floor(rest / 0x80))
        bytes.unshift(0x80 | (rest % 0x80));
    return bytes;
}
/** `BMPString`: UTF-16, the high byte first. */
function writeBmpString(text) {
    return writeElement(TAG.bmpString, Buffer.from(text, 'utf16le').swap16());
}
//# sourceMappingURL=der-write.js.map
;// CONCATENATED MODULE: ./build/programs/src/certificate/make-certificate.js
// A certificate for a request, whose issuer signs elsewhere: X.509 version 3 (RFC 5280), of one purpose, to sign.



const OID = {
    sha256WithRsa: '1.2.840.113549.1.1.11',
    commonName: '2.5.4.3',
    subjectKeyIdentifier: '2.5.29.14',
    keyUsage: '2.5.29.15',
    basicConstraints: '2.5.29.19',
    authorityKeyIdentifier: '2.5.29.35',
};
/** Returns the certificate, DER. @throws whatever `sign` throws */
async function makeCertificate(wanted, sign) {
    const { request, issuer, serial, notBefore, notAfter } = wanted;
    const algorithm = writeSequence(writeOid(OID.sha256WithRsa), writeNull());
    const tbsCertificate = writeSequence(writeElement(certificate_der/* TAG */.Dk.context0, writeInteger(2)), writeUnsigned(serial), algorithm, writeIssuer(issuer), writeSequence(writeTime(notBefore), writeTime(notAfter)), request.subject, request.publicKeyInfo, writeElement(certificate_der/* TAG */.Dk.context3, writeExtensions(request.publicKeyInfo, issuer)));
    return writeSequence(tbsCertificate, algorithm, writeBits(await sign(tbsCertificate)));
}
/**
 * The issuer's name. It must not be the subject: a certificate of which both are the same counts as signed by its own key.
 * The name of the certificate that signs is most often that of the next one, so it is named by its thumbprint.
 */
function writeIssuer(issuer) {
    const thumbprint = (0,external_node_crypto_.createHash)('sha1').update(issuer).digest('hex').toUpperCase();
    const name = writeSequence(writeOid(OID.commonName), writeUtf8String(`azure-key-vault-action ${thumbprint}`));
    return writeSequence(writeSetOf(name));
}
function writeExtensions(publicKeyInfo, issuer) {
    const issuerKeyInfo = new external_node_crypto_.X509Certificate(issuer).publicKey.export({ format: 'der', type: 'spki' });
    return writeSequence(writeExtension(OID.basicConstraints, { isCritical: true }, writeSequence()), 
    // digitalSignature is the first of nine bits (RFC 5280 section 4.2.1.3).
    writeExtension(OID.keyUsage, { isCritical: true }, writeBits(Buffer.from([0x80]), 7)), writeExtension(OID.subjectKeyIdentifier, { isCritical: false }, writeOctets(keyIdentifier(publicKeyInfo))), writeExtension(OID.authorityKeyIdentifier, { isCritical: false }, writeSequence(writeElement(certificate_der/* TAG */.Dk.context0Primitive, keyIdentifier(issuerKeyInfo)))));
}
function writeExtension(oid, { isCritical }, value) {
    return writeSequence(writeOid(oid), ...(isCritical ? [writeTrue()] : []), writeOctets(value));
}
// The SHA-1 of the key's bits (RFC 5280 section 4.2.1.2).
function keyIdentifier(publicKeyInfo) {
    const [, bits] = (0,certificate_der/* readInside */.xO)((0,certificate_der/* readElement */.RN)(publicKeyInfo, 0).element, certificate_der/* TAG */.Dk.sequence);
    return (0,external_node_crypto_.createHash)('sha1').update((0,certificate_der/* readBits */.nT)(bits)).digest();
}
//# sourceMappingURL=make-certificate.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/certificate/merge-certificate.js
// The new certificate as the vault's current version: the moment from which on there is no way back.









/** Merges the certificate. After a write without an answer, the vault is asked which version is current. */
async function mergeCertificate(run, request) {
    const { certificate: item } = run.rotation;
    const { current, made, credentials } = request;
    const vault = vaultUntil(run, 'merging');
    let tags;
    try {
        // The last moment at which another run, or a person, can be noticed.
        const now = await readUnchanged(run, current, { journal: credentials.keyId, stage: 'merging' });
        tags = nextTags(now, credentials);
    }
    catch (error) {
        return { kind: 'failed', error, isHeld: 'no' };
    }
    const result = await write({
        sendOnce: async (context) => {
            const asked = mergeOnce(item, { certificate: made, tags }, { ...vault, context });
            const { certificate } = decodeSigningCertificate(await advisingRoles(run, asked), item);
            if (certificate.der.equals(made))
                return certificate;
            throw (0,vault_error.unusableAnswerError)(item, 'the answer shows another certificate than the one that was merged.');
        },
        look: async () => {
            const { certificate } = await readCurrent(run, 'all');
            return certificate.der.equals(made) ? certificate : undefined;
        },
        lookUntilMs: run.deadlineOf('all'),
        rules: retry_policy/* VAULT_RETRY_RULES */.yd,
    }, vault.context);
    if (result.kind === 'done')
        return { kind: 'merged', certificate: result.value };
    return { kind: 'failed', error: result.error, isHeld: result.unanswered === 0 ? 'no' : 'unknown' };
}
//# sourceMappingURL=merge-certificate.js.map
// EXTERNAL MODULE: ./build/programs/src/keyvault/write-advice.js
var write_advice = __webpack_require__(3588);
;// CONCATENATED MODULE: ./build/programs/src/rotate/certificate/request-key.js
// A request for a new key: the vault makes it, and the current version stays the current one until the request is completed.











/**
 * Asks for the key of the next version. After a request without an answer, what the vault shows as pending is taken for it:
 * nothing was pending before, and of two runs that take the same request for theirs, the journal lets one go on.
 * @throws ActionErrors that say in which state the vault is
 */
async function requestKey(run, { policy }) {
    const { certificate: item } = run.rotation;
    const vault = vaultUntil(run, 'adding');
    const oneWrite = {
        sendOnce: async (context) => {
            const asked = createOnce(item, makeRotationPolicy(policy), { ...vault, context });
            return withRequest(run, await advisingRoles(run, asked));
        },
        look: async () => {
            const pending = await readPending(item, vaultUntil(run, 'all'));
            return isOpen(pending) ? withRequest(run, pending) : undefined;
        },
        lookUntilMs: run.deadlineOf('all'),
        rules: retry_policy/* VAULT_RETRY_RULES */.yd,
    };
    const result = await write(oneWrite, vault.context);
    if (result.kind === 'done')
        return { ...result.value, isOwn: result.unanswered === 0 };
    if (result.unanswered > 0)
        throw advisingAll(result.error, describeMaybeRequested());
    const isConflict = (0,errors/* expectedErrors */.OP)(result.error).every(write_advice/* isVaultConflict */.pC);
    throw isConflict ? certificate_state_busyError(run) : advisingAll(result.error, describeUnchanged());
}
/** Whether a pending operation is one of a rotation, and still to be completed. */
function isOpen(pending) {
    return pending?.isInProgress === true && pending.issuer.toLowerCase() === UNKNOWN_ISSUER;
}
function withRequest({ rotation }, pending) {
    const { request } = pending;
    if (request !== undefined)
        return { ...pending, request };
    throw (0,vault_error.unusableAnswerError)(rotation.certificate, 'the answer holds no certificate request.');
}
//# sourceMappingURL=request-key.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/certificate/undo-certificate.js
// Undoes a rotation that fails before its new version is there, and says what is left.









/**
 * Undoes what was done, in such an order that a run that is interrupted leaves what the next one recognizes; and says how
 * things are then. What belongs to a run that was faster stays as it is.
 */
async function undoRotation(run, current, { requested, key, lost, isMaybeMerged, error }) {
    if (isMaybeMerged && key !== undefined)
        return describeMaybeMerged(run, current, key.keyId);
    const { version } = current;
    const isOthers = isOvertaken(error);
    const request = isOthers
        ? await withdrawRequest(run, current, requested)
        : await undoRequest(run, current, requested);
    const isRemoved = key !== undefined && (await tried(run, () => removeFreshKey(run, key)));
    // The note of another run is not this one's to take away.
    if (isRemoved && !isOthers)
        await tried(run, () => clearNote(run, version));
    const keyState = key && { keyId: key.keyId, state: isRemoved ? 'removed' : key.isNoted ? 'noted' : 'left' };
    return describeUndone(run, { lost, request, key: keyState });
}
/** Graph knows a new key after some seconds; until then it says that there is none. */
const FRESH_DELAYS_MS = [1_000, 2_000, 4_000, 8_000];
async function removeFreshKey(run, { keyId, access }) {
    const { clock } = run.ports;
    const keys = { ...access, context: { ...access.context, deadlineMs: run.deadlineOf('all') } };
    for (const delayMs of FRESH_DELAYS_MS) {
        if ((await removeKey(keyId, keys)) === 'removed')
            return;
        if (clock.nowMs() + delayMs >= run.deadlineOf('all'))
            break;
        await clock.sleep(delayMs);
    }
    if ((await removeKey(keyId, keys)) === 'unknown')
        throw unknownKeyError(run, keyId);
}
function unknownKeyError({ rotation }, keyId) {
    return new errors/* ActionError */.lZ({
        code: 'ROTATE_KEY_UNKNOWN',
        title: 'The new key credential is not known yet',
        subject: `application ${rotation.appId}`,
        problem: `Microsoft Graph does not know key credential ${keyId} yet, which it has just added.`,
    });
}
async function tried(run, action) {
    try {
        await action();
        return true;
    }
    catch (error) {
        for (const one of (0,errors/* expectedErrors */.OP)(error))
            run.ports.log.info(`Could not be undone: ${one.message}`);
        return false;
    }
}
async function undoRequest(run, { policy }, requested) {
    const isUndone = await tried(run, async () => {
        await dropRequest(run, requested);
        await advisingRoles(run, setPolicy(run.rotation.certificate, policy, vaultUntil(run, 'all')));
    });
    return isUndone ? 'dropped' : 'left';
}
// The policy is by now that of whoever was faster. A run that notes its key on the same version may use the same request.
async function withdrawRequest(run, { version }, requested) {
    if (!requested.isOwn)
        return 'kept';
    let isDropped = false;
    const isTried = await tried(run, async () => {
        const now = await readCurrent(run, 'all');
        isDropped = now.version !== version && (await dropRequest(run, requested));
    });
    if (!isTried)
        return 'left';
    return isDropped ? 'withdrawn' : 'kept';
}
/** Deletes the request, if it is still pending and not another one. */
async function dropRequest(run, { requestId }) {
    const { certificate: item } = run.rotation;
    const vault = vaultUntil(run, 'all');
    const pending = await readPending(item, vault);
    if (!isOpen(pending) || pending.requestId !== requestId)
        return false;
    await advisingRoles(run, deletePending(item, vault));
    return true;
}
//# sourceMappingURL=undo-certificate.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/certificate/renew-certificate.js
// The heart of a certificate's rotation: request, make, add, wait, merge; undo if one of these fails; and finish.















/** No level of service is published for how soon all servers of Entra ID know a new key credential. */
const WAIT_MS = 60_000;
/**
 * Rotates the certificate, so that no reader of the vault ever meets one that Entra does not know.
 * @throws ActionErrors that say in which state the application and the vault are, and what is left to do
 */
async function renewCertificate(run, found) {
    const { log } = run.ports;
    const { current } = found;
    const progress = { requested: await requestKey(run, current) };
    log.info(`Requested: a new key in the vault. Version ${current.version} stays current.`);
    const merged = await addAndMerge(run, found, progress).catch(async (error) => {
        throw advisingAll(error, await undoRotation(run, current, { ...progress, error }));
    });
    const { certificate, credentials } = merged;
    const { version } = certificate;
    log.info(`Merged: version ${version} is current.`);
    const tags = nextTags(current, credentials);
    const unfinished = { current: { certificate, version, tags }, previousVersion: current.version };
    await finishCertificate(run, { ...unfinished, outdatedId: credentials.outdatedId }).catch((error) => {
        throw advisingAll(error, describeMerged(run, version));
    });
    return merged;
}
async function addAndMerge(run, { current, nowSeconds }, progress) {
    const { log, clock } = run.ports;
    const made = await makeNext(run, { issuer: current.certificate, requested: progress.requested, nowSeconds });
    const keys = await openAsApplication(run, current.certificate);
    // Its tags are read before, so that nothing comes between the new key credential and the note of it.
    const unchanged = await readUnchanged(run, current, { journal: undefined, stage: 'adding' });
    const keyId = await addMade(made, keys, progress);
    await noteKey(run, unchanged, keyId);
    log.info(`Added to application ${run.rotation.appId}: key credential ${keyId}, until ${(0,time/* formatInstant */.r4)(made.expires)}.`);
    progress.key = { keyId, access: keys, isNoted: true };
    log.info(`Waiting for ${WAIT_MS / 1000} s until the servers of Entra ID know it.`);
    await clock.sleep(WAIT_MS);
    const credentials = nextCredentials(current, keyId);
    const result = await mergeCertificate(run, { current, made: made.der, credentials });
    if (result.kind === 'merged')
        return { certificate: result.certificate, credentials };
    progress.isMaybeMerged = result.isHeld === 'unknown';
    throw result.error;
}
async function makeNext(run, { issuer, requested, nowSeconds }) {
    const { ports, options } = run;
    const expires = nowSeconds + options.validDays * time/* DAY_SECONDS */.fo;
    const wanted = {
        request: readCertificateRequest(requested.request),
        issuer: issuer.der,
        serial: ports.randomBytes(16),
        notBefore: nowSeconds,
        notAfter: expires,
    };
    const der = await makeCertificate(wanted, signWith(run, issuer, 'adding'));
    const { thumbprint, subject } = describe_describeCertificate(der);
    ports.log.info(`Made: a certificate for the new key, ${subject}, thumbprint ${thumbprint}, signed by the current key in the vault.`);
    return { der, thumbprint, expires };
}
async function openAsApplication(run, certificate) {
    const token = await signInAsApplication(run, certificate, run.deadlineOf('adding')).catch((error) => {
        if ((0,errors/* expectedErrors */.OP)(error).some(isUnknownCertificate))
            logCertificate(run.ports, certificate);
        throw error;
    });
    return openKeys(run, { certificate, token, stage: 'adding' });
}
async function addMade(made, keys, progress) {
    const result = await addKey(made.der, keys);
    if (result.kind === 'failed') {
        if (result.unanswered > 0)
            progress.lost = made;
        throw result.error;
    }
    progress.key = { keyId: result.value, access: keys, isNoted: false };
    return result.value;
}
//# sourceMappingURL=renew-certificate.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/certificate/rotate-certificate.js












/**
 * Signs in to the vault, looks, finishes, renews the certificate if that is due, and exports what came of it.
 * @throws ActionErrors that say what the state is now
 */
async function rotateCertificate(request, ports) {
    const { run, found } = await look(request, ports);
    const outcome = request.options.dryRun ? tryOut(run, found) : await rotate(run, found);
    await exportCertificateOutcome(run, outcome);
}
async function look(request, ports) {
    try {
        const run = await openCertificateRun(request, ports);
        const found = await findCertificate(run, 'reading');
        if (found.decision.pending.kind === 'authority')
            throw authorityError(run, found.decision.pending.issuer);
        for (const line of describeFound(request.rotation, found))
            ports.log.info(line);
        ports.log.info(describeDecision(found, request.options));
        return { run, found };
    }
    catch (error) {
        throw advisingAll(error, describeUnchanged());
    }
}
function tryOut(run, found) {
    const { current } = found;
    run.ports.log.info(describeDryRun(run.rotation, found));
    return keptOutcome(current, warnOfRenewal(current));
}
async function rotate(run, found) {
    const { pending, due } = found.decision;
    // A certificate that is not due is left in peace while another run is in progress.
    if (pending.kind === 'at-work' && due === undefined)
        return keptOutcome(found.current, []);
    const { current, ...ready } = await finishEarlier(run, found);
    if (due === undefined || ready.decision.due === undefined)
        return keptOutcome(current, warnOfRenewal(current));
    return renewedOutcome(await renewCertificate(run, { current, ...ready }));
}
/** Finishes what earlier runs have left: nothing is pending then, and the current version has no note. */
async function finishEarlier(run, found) {
    const { current, decision } = await dropLeftover(run, found);
    const { journal } = decision;
    if (journal === undefined)
        return { ...found, current, decision };
    const outdatedId = isHeld(current, journal) ? undefined : journal;
    await finishCertificate(run, { current, outdatedId, previousVersion: undefined }).catch((error) => {
        throw advisingAll(error, describeUnfinished(run, current));
    });
    run.ports.log.info('Cleaned up after an interrupted run.');
    return { ...found, current: { ...current, tags: withJournal(current, undefined) }, decision };
}
// Once nothing is pending, nobody completes it any more: the version that is read then is current for good.
async function dropLeftover(run, found) {
    const patience = makePatience(run.ports.clock, run.deadlineOf('finishing'));
    let now = found;
    while (now.decision.pending.kind !== 'nothing') {
        checkLeftover(run, now);
        // Deleting it once more does no harm, but it is of no use at once.
        if (now !== found && !(await patience.wait()))
            throw stillPendingError(run, now);
        now = await deleteLeftover(run).catch((error) => {
            throw advisingAll(error, describeUnfinished(run, found.current));
        });
    }
    return now;
}
/** @throws ActionErrors if what is pending is not what an interrupted run has left */
function checkLeftover(run, { current, decision: { pending } }) {
    if (pending.kind === 'at-work')
        throw certificate_state_busyError(run, pending.freeFrom);
    if (pending.kind === 'authority')
        throw advisingAll(authorityError(run, pending.issuer), describeUnfinished(run, current));
}
async function deleteLeftover(run) {
    await advisingRoles(run, deletePending(run.rotation.certificate, vaultUntil(run, 'finishing')));
    run.ports.log.info('Deleted: the request for a new version that an interrupted run has left.');
    return findCertificate(run, 'finishing');
}
function stillPendingError(run, { current }) {
    const problem = 'the vault deleted the request for a new version that an interrupted run left, and still shows it.';
    return advisingAll((0,vault_error.unusableAnswerError)(run.rotation.certificate, problem), describeUnfinished(run, current));
}
//# sourceMappingURL=rotate-certificate.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/passwords.js
// The passwords of the application: a new one, and no more though an answer may be lost on its way; those that go; and
// those that make room for it.






/**
 * Adds a password. What a request without an answer has made is looked for and removed, since nobody has its value.
 * @throws ActionErrors with advice, and with the state in which the application was left
 */
async function addPassword(run, wanted, room) {
    const patience = makePatience(run.ports.clock, run.deadlineOf('adding'));
    let unanswered = 0;
    let found = 0;
    const removeFound = async () => {
        found += (await removeStrays(run, wanted.displayName)).length;
    };
    for (;;) {
        const foundBefore = found;
        const result = await addAtMostOnce(run, wanted, removeFound);
        unanswered += result.unanswered;
        if (result.kind === 'done')
            return { added: result.value, unconfirmed: unanswered - found };
        const mayPass = async () => {
            if (result.unseen !== undefined)
                return false;
            if (isNotFound(result.error))
                return patience.wait();
            if (!isTooMany(result.error))
                return false;
            // The passwords that were found and removed have made room.
            if (found > foundBefore)
                return true;
            return (await room.make()) || (room.removedIds.length > 0 && patience.wait());
        };
        if (await mayPass())
            continue;
        const left = { displayName: wanted.displayName, unconfirmed: unanswered - found, room };
        throw advisingAll(result.error, describeNotAdded(run, left));
    }
}
function addAtMostOnce(run, wanted, removeFound) {
    const graph = withDeadline(run.graph, run, 'adding');
    const oneWrite = {
        sendOnce: (context) => addPasswordOnce(wanted, { ...graph, context }),
        // Nobody has the value of what is found, so that it is no result.
        look: async () => {
            await removeFound();
        },
        lookUntilMs: run.deadlineOf('all'),
        isPassing: isConflict,
    };
    return write(oneWrite, graph.context);
}
function isTooMany(error) {
    return (0,errors/* expectedErrors */.OP)(error).every(isFullOfPasswords);
}
/**
 * Removes every password that this run has made but the one to be kept, and gives their key IDs. A run signs the names
 * of its passwords, so that they are not taken for those of another.
 * @throws ActionError with advice if Graph refuses or gives no answer
 */
async function removeStrays(run, name, keptId) {
    const { passwords } = await listPasswords(withDeadline(run.graph, run, 'all'));
    const strays = passwords.filter(({ displayName, keyId }) => displayName === name && keyId !== keptId);
    for (const { keyId } of strays) {
        await removeFreshPassword(run, keyId);
        run.ports.log.info(`Removed from the application: password ${keyId}, whose value was lost.`);
    }
    return strays.map(({ keyId }) => keyId);
}
/** Graph knows a new password after some seconds; until then it says that there is none. */
const passwords_FRESH_DELAYS_MS = [1_000, 2_000, 4_000, 8_000];
/**
 * Removes a password that was made a moment ago; `unknown` if Graph has not come to know it in all the time, or has
 * removed it without an answer.
 * @throws ActionError with advice if Graph refuses or gives no answer
 */
async function removeFreshPassword(run, keyId) {
    const { clock } = run.ports;
    for (const delayMs of passwords_FRESH_DELAYS_MS) {
        if ((await removeOnce(run, keyId)) === 'removed')
            return 'removed';
        if (clock.nowMs() + delayMs >= run.deadlineOf('all'))
            return 'unknown';
        await clock.sleep(delayMs);
    }
    return removeOnce(run, keyId);
}
async function removeOnce(run, keyId) {
    const result = await tryToRemovePassword(keyId, withDeadline(run.graph, run, 'all'));
    if (result.kind === 'failed')
        throw result.error;
    return result.value;
}
/** Removes outdated passwords, one after the other; after one that could not be, the others are left as well. */
async function removeOutdated(run, outdated) {
    const { log } = run.ports;
    const ids = outdated.map(({ keyId }) => keyId);
    for (const [index, keyId] of ids.entries()) {
        try {
            // One that is not there any more is as good as removed.
            await removePassword(keyId, withDeadline(run.graph, run, 'all'));
            log.info(`Removed from the application: outdated password ${keyId}.`);
        }
        catch (error) {
            for (const one of (0,errors/* expectedErrors */.OP)(error))
                log.info(`Password ${keyId} could not be removed: ${one.message}`);
            return { removed: ids.slice(0, index), left: ids.slice(index) };
        }
    }
    return { removed: ids, left: [] };
}
/** Room that the outdated passwords may give. The one that the vault holds is never among them. */
function makeRoom(run, outdated) {
    const candidates = [...outdated].sort((one, other) => (one.starts ?? 0) - (other.starts ?? 0));
    const removedIds = [];
    const unconfirmedIds = [];
    return {
        removedIds,
        unconfirmedIds,
        make: async () => {
            const keyId = candidates.shift()?.keyId;
            if (keyId === undefined)
                return false;
            const { log } = run.ports;
            const result = await tryToRemovePassword(keyId, withDeadline(run.graph, run, 'adding'));
            if (result.kind === 'failed') {
                for (const { message } of (0,errors/* expectedErrors */.OP)(result.error)) {
                    log.info(`Password ${keyId} could not be removed: ${message}`);
                }
                if (result.unanswered > 0)
                    unconfirmedIds.push(keyId);
                return false;
            }
            removedIds.push(keyId);
            log.info(`Removed from the application: password ${keyId}, to make room. The application takes no more passwords, and the vault does not hold this one.`);
            return true;
        },
    };
}
//# sourceMappingURL=passwords.js.map
// EXTERNAL MODULE: ./build/programs/src/plan/own-password.js
var own_password = __webpack_require__(6998);
;// CONCATENATED MODULE: ./build/programs/src/rotate/renew-secret.js
// The heart of a rotation: add, prove, store; and take back what was added if one of these fails.













/**
 * Renews the client secret.
 * @throws ActionErrors that say in which state the application and the vault are, and what is left to do
 */
async function renewSecret(run, request) {
    const { ports, rotation, options } = run;
    const { outdated } = request.decision;
    const displayName = (0,own_password/* ownPasswordName */.Zc)(rotation.secret, ports.randomBytes(4));
    const expires = request.nowSeconds + options.validDays * time/* DAY_SECONDS */.fo;
    const room = makeRoom(run, outdated);
    const { added, unconfirmed } = await addPassword(run, { displayName, expires }, room);
    const { keyId } = added;
    const result = await proveAndStore(run, added, request);
    if (result.kind === 'failed') {
        const { error, isHeld } = result;
        const left = { displayName, unconfirmed, room };
        throw advisingAll(error, isHeld === 'unknown' ? describeUnknown(run, keyId, left) : await undo(run, keyId, left));
    }
    ports.log.info(`Stored: version ${result.version} of secret ${rotation.secret.name}.`);
    const removals = await removeOutdated(run, outdated.filter((one) => !room.removedIds.includes(one.keyId)));
    const strays = unconfirmed > 0 ? await removeStrays(run, displayName, keyId).catch(expectedNothing) : [];
    const removed = [...room.removedIds, ...removals.removed, ...strays];
    return { keyId, version: result.version, expires: added.expires, removals: { ...removals, removed } };
}
// A later run removes what did not show up.
function expectedNothing(error) {
    (0,errors/* expectedErrors */.OP)(error);
    return [];
}
async function proveAndStore(run, added, request) {
    const { keyId, expires } = added;
    const { log, clock } = run.ports;
    let startMs;
    try {
        await run.context.mask(added.secret);
        log.info(`Added to application ${run.rotation.appId}: password ${keyId}, until ${(0,time/* formatInstant */.r4)(expires)}.`);
        startMs = clock.nowMs();
        await provePassword(run, added);
    }
    catch (error) {
        return { kind: 'failed', error, isHeld: 'no' };
    }
    const seconds = Math.round((clock.nowMs() - startMs) / 1000);
    log.info(`Proved: the application signed in with it twice in a row, after ${seconds} s.`);
    const { before, decision } = request;
    return storePassword(run, { added, before, previousId: decision.previous.keyId });
}
/** Takes back what was added, and says how things are then. */
async function undo(run, keyId, left) {
    let { unconfirmed } = left;
    try {
        const removal = await removeFreshPassword(run, keyId);
        if (unconfirmed > 0)
            unconfirmed -= (await removeStrays(run, left.displayName)).length;
        if (removal === 'removed')
            return describeTakenBack(run, keyId, { ...left, unconfirmed });
    }
    catch (error) {
        for (const one of (0,errors/* expectedErrors */.OP)(error))
            run.ports.log.info(`Could not be undone: ${one.message}`);
    }
    return describeLeft(run, keyId, { ...left, unconfirmed });
}
/** Stores the new client secret. After a write that got no answer, the vault is asked what it holds. */
async function storePassword(run, storing) {
    const { keyId } = storing.added;
    const vault = withDeadline(run.vault, run, 'storing');
    try {
        await renew_secret_readUnchanged(run, storing, 'storing');
    }
    catch (error) {
        return { kind: 'failed', error, isHeld: 'no' };
    }
    const result = await write({
        sendOnce: async (context) => {
            const body = await (0,ask_vault/* askVault */.yR)(makeVaultRequest(run, storing), { ...vault, context });
            return decodeStoredVersion(body, run.rotation.secret).version;
        },
        look: async () => {
            const now = await renew_secret_readUnchanged(run, storing, 'all');
            return (0,rotation_decision/* credentialIdOf */.EF)(now, rotation_decision/* CREDENTIAL_ID */.wN) === keyId ? now?.version : undefined;
        },
        lookUntilMs: run.deadlineOf('all'),
        rules: retry_policy/* VAULT_RETRY_RULES */.yd,
    }, vault.context);
    if (result.kind === 'done')
        return { kind: 'stored', version: result.value };
    const error = renew_secret_isOvertaken(result.unseen) ? result.unseen : result.error;
    return { kind: 'failed', error, isHeld: result.unanswered === 0 ? 'no' : 'unknown' };
}
// The last moment at which another run, or a person, can be noticed. A version that holds the new password is of this run.
async function renew_secret_readUnchanged(run, { before, added }, stage) {
    const now = await readStoredVersion(run.rotation.secret, withDeadline(run.vault, run, stage));
    if (now?.version === before?.version || (0,rotation_decision/* credentialIdOf */.EF)(now, rotation_decision/* CREDENTIAL_ID */.wN) === added.keyId)
        return now;
    throw new errors/* ActionError */.lZ({
        code: 'ROTATE_OVERTAKEN',
        title: 'Changed in the meantime',
        subject: `secret ${run.rotation.secret.name}`,
        problem: 'it was changed in the vault while this run was in progress.',
        hint: 'If two workflow runs can renew one client secret at the same time, give the workflow a "concurrency" group.',
    });
}
function renew_secret_isOvertaken(unseen) {
    return unseen !== undefined && (0,errors/* expectedErrors */.OP)(unseen).every(({ code }) => code === 'ROTATE_OVERTAKEN');
}
function makeVaultRequest({ rotation, options }, { added, before, previousId }) {
    const { keyId, secret: value, expires } = added;
    const { secret: identifier } = rotation;
    const tags = makeTags(before, { keyId, previousId, validDays: options.validDays });
    const version = { value, expires, contentType: before?.contentType ?? '', tags };
    return {
        identifier,
        operation: 'set',
        makeRequest: (token) => setSecretRequest(identifier, version, token),
        rules: (0,retry_policy/* once */.Oo)(retry_policy/* VAULT_RETRY_RULES */.yd),
    };
}
//# sourceMappingURL=renew-secret.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/rotation-text.js




/** Lines for the log: what the vault and the application hold. */
function rotation_text_describeFound({ secret, appId }, { stored, passwords }) {
    const own = passwords.filter(({ displayName }) => (0,own_password/* isOwnPassword */.en)(displayName, secret)).length;
    const where = `secret ${secret.name} in ${(0,identifier/* vaultHost */.Df)(secret.vaultUrl)}`;
    const named = (0,rotation_decision/* credentialIdOf */.EF)(stored, rotation_decision/* CREDENTIAL_ID */.wN) ?? 'unknown';
    return [
        stored === undefined
            ? `Found no ${where}.`
            : `Found ${where}: version ${stored.version}, ${rotation_text_describeEnd(stored)}, password ${named}.`,
        `Found application ${appId}: ${count(passwords.length)}, ${own} of them made by this action for this secret.`,
    ];
}
function count(passwords) {
    return passwords === 1 ? '1 password' : `${passwords} passwords`;
}
function rotation_text_describeEnd({ expires }) {
    return expires === undefined ? 'no expiry' : `expires ${(0,time/* formatInstant */.r4)(expires)}`;
}
/** A line for the log: whether the client secret is renewed, and why. */
function rotation_text_describeDecision({ stored, decision }, { renewBeforeDays }) {
    const end = (0,time/* formatInstant */.r4)(stored?.expires);
    switch (decision.kind) {
        case 'keep': {
            const { atWorkId } = decision;
            const restraint = atWorkId === undefined
                ? ''
                : ` Nothing is removed either: another run is in progress, or was interrupted: ${describeYoung(atWorkId)}`;
            return `Nothing is due: it is valid until ${end}, which is more than ${renewBeforeDays} days away.${restraint}`;
        }
        case 'busy':
            return `Another run is in progress, or was interrupted: ${describeYoung(decision.keyId)}`;
        case 'rotate': {
            const { reason, previous } = decision;
            return `Due, because ${describeReason(reason, end, renewBeforeDays)}.${describeGuess(previous)}`;
        }
    }
}
// Nothing if a tag says it, or if there is none.
function describeGuess({ keyId, by }) {
    if (keyId === undefined || by === 'tag')
        return '';
    const sign = by === 'hint'
        ? 'the only one of this action whose value begins as that of the vault does'
        : 'the newest one of this action';
    return ` Its tags do not say which password of the application the vault holds. Password ${keyId}, ${sign}, counts as the previous one and stays.`;
}
function describeYoung(keyId) {
    return `the vault does not name password ${keyId}, which is less than 15 minutes old.`;
}
function describeReason(reason, end, renewBeforeDays) {
    switch (reason) {
        case 'missing':
            return 'the vault has no such secret';
        case 'no-credential-id':
            return `the tag ${rotation_decision/* CREDENTIAL_ID */.wN} of the current version names no password`;
        case 'no-expiry':
            return 'the current version has no expiry';
        case 'expired':
            return `it expired on ${end}`;
        case 'expiring':
            return `it expires on ${end}, within ${renewBeforeDays} days`;
        case 'forced':
            return 'force is true';
    }
}
/** A line for the log: what would be done. */
function rotation_text_describeDryRun({ appId }, { decision }) {
    if (decision.kind === 'busy')
        return 'Dry run: the run would stop here.';
    const ids = decision.outdated.map(({ keyId }) => keyId);
    const removal = ids.length === 0 ? 'no password would be removed' : `these would be removed: ${ids.join(', ')}`;
    if (decision.kind === 'keep')
        return `Dry run: nothing would be renewed, and ${removal}.`;
    return `Dry run: application ${appId} would get a new password, which would be proved and stored as a new version; then ${removal}.`;
}
/** One warning that lists the passwords that end soon and are not those of the vault. */
function findPasswordWarnings(passwordOptions) {
    const { appId, passwords, settled, nowMs, warningDays } = passwordOptions;
    const ending = passwords.filter(({ keyId, expires }) => {
        const expiry = (0,time/* judgeExpiry */.BF)({ notBefore: undefined, expires }, nowMs, warningDays);
        return expiry.kind === 'expiring' && !settled.includes(keyId);
    });
    if (ending.length === 0)
        return [];
    const listed = ending.slice(0, MAX_LISTED).map(describePassword);
    const rest = ending.length > listed.length ? ` and ${ending.length - listed.length} more` : '';
    return [
        {
            title: `Expires soon: ${ending.length === 1 ? 'a password' : `${ending.length} passwords`} of the application`,
            text: `Application ${appId} has passwords that expire within ${warningDays} days and that this secret of the vault does not hold: ${listed.join('; ')}${rest}. Renew them, or tell whoever uses them.`,
        },
    ];
}
/** A warning if the vault names a password that the application does not have. */
function findMissingPassword(stored, { passwords, appId }) {
    const keyId = (0,rotation_decision/* credentialIdOf */.EF)(stored, rotation_decision/* CREDENTIAL_ID */.wN);
    if (keyId === undefined || passwords.some((one) => one.keyId === keyId))
        return [];
    return [
        {
            title: 'The stored client secret may not work',
            text: `The vault's current version names the password ${keyId}, which application ${appId} does not have. Compare app-id. If it is right, renew the client secret with "force: true".`,
        },
    ];
}
/** Key IDs that a version names. */
function namedIds(stored) {
    const ids = [rotation_decision/* CREDENTIAL_ID */.wN, rotation_decision/* PREVIOUS_CREDENTIAL_ID */.K6].map((tag) => (0,rotation_decision/* credentialIdOf */.EF)(stored, tag));
    return ids.filter((id) => id !== undefined);
}
const MAX_LISTED = 20;
const MAX_NAME_LENGTH = 60;
// The password's maker chose its name: only what can do no harm in a log is shown.
function describePassword({ keyId, displayName = '', expires }) {
    const name = displayName.replace(/[^\w .,:/()-]+/g, '?').slice(0, MAX_NAME_LENGTH);
    return `${name === '' ? '' : `"${name}" `}(key ID ${keyId}) on ${(0,time/* formatInstant */.r4)(expires)}`;
}
//# sourceMappingURL=rotation-text.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/rotation-outcome.js
// Outcome of a rotation, as it leaves the step: outputs, warnings and the table of the summary.








/** Nothing was renewed: what was there is there. */
function rotation_outcome_keptOutcome({ stored }, removals) {
    return {
        isRotated: false,
        version: stored?.version ?? '',
        expires: (0,time/* formatInstant */.r4)(stored?.expires),
        keyId: (0,rotation_decision/* credentialIdOf */.EF)(stored, rotation_decision/* CREDENTIAL_ID */.wN) ?? '',
        removals,
    };
}
/** The client secret was renewed. */
function rotation_outcome_renewedOutcome({ version, expires, keyId, removals }) {
    return { isRotated: true, version, expires: (0,time/* formatInstant */.r4)(expires), keyId, removals };
}
/**
 * Writes outputs, warnings and summary.
 * @throws ActionErrors if the outputs could not be written, which changes nothing about what was done
 */
async function exportOutcome(run, found, outcome) {
    const { ports, options } = run;
    const { isRotated, version, expires, keyId } = outcome;
    const outputs = [
        { name: 'rotated', value: `${isRotated}` },
        { name: 'version', value: version },
        { name: 'expires-on', value: expires },
        { name: 'key-id', value: keyId },
    ];
    try {
        await exportAll({ masks: [], privateFiles: undefined, outputs, variables: [] }, ports);
    }
    catch (error) {
        throw advisingAll(error, describeComplete(run, outcome));
    }
    (0,step_log/* annotateAll */.u6)(ports.log, 'warning', findWarnings(run, found, outcome));
    if (options.summary)
        await writeSummary(rotation_outcome_makeTable(run, outcome), ports);
}
function findWarnings(run, { stored, passwords, decision }, outcome) {
    const { rotation, options, ports } = run;
    const { isRotated, keyId, removals } = outcome;
    const outdated = decision.kind === 'busy' ? [] : decision.outdated;
    const previousIds = decision.kind === 'rotate' ? decision.previous.stay : [];
    const passwordOptions = {
        appId: rotation.appId,
        passwords,
        settled: [...namedIds(stored), keyId, ...outdated.map((one) => one.keyId), ...previousIds],
        nowMs: ports.clock.nowMs(),
        warningDays: options.renewBeforeDays,
    };
    return [
        ...(isRotated || stored === undefined ? [] : findMissingPassword(stored, passwordOptions)),
        ...findPasswordWarnings(passwordOptions),
        ...warnOfLeft(run, removals.left),
    ];
}
function warnOfLeft(run, left) {
    if (left.length === 0)
        return [];
    return [
        {
            title: 'Outdated passwords are left',
            text: `Application ${run.rotation.appId} still has outdated passwords of this action, which could not be removed: ${left.join(', ')}. They work until they expire. The next run removes them; by hand: ${describeByHand(run)}`,
        },
    ];
}
// One row, no values.
function rotation_outcome_makeTable({ rotation, options }, outcome) {
    const { isRotated, version, expires, keyId, removals } = outcome;
    const { appId, secret } = rotation;
    const renewed = isRotated ? 'yes' : options.dryRun ? 'no, a dry run' : 'no, nothing is due';
    const removed = removals.removed.join(', ');
    return {
        heading: 'Client secret',
        columns: ['Application', 'Secret', 'Vault', 'Renewed', 'Version', 'Expires', 'Key ID', 'Removed passwords'],
        rows: [[appId, secret.name, (0,identifier/* vaultHost */.Df)(secret.vaultUrl), renewed, version, expires, keyId, removed]],
    };
}
//# sourceMappingURL=rotation-outcome.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/rotate-and-export.js
// The rotate action, once everything is decided that can be: what is there -> decision -> renewal -> export. Loaded then.











/**
 * Signs in, looks, decides, renews if that is due, and exports what came of it.
 * @throws ActionErrors that say what the state is now
 */
function rotateAndExport({ credential, rotation, options }, ports) {
    switch (rotation.kind) {
        case 'secret':
            return rotatePassword({ credential, rotation, options }, ports);
        case 'certificate':
            return rotateCertificate({ credential, rotation, options }, ports);
    }
}
async function rotatePassword(request, ports) {
    const { run, found } = await rotate_and_export_look(ports, request);
    const outcome = request.options.dryRun ? rotate_and_export_tryOut(run, found) : await rotate_and_export_rotate(run, found);
    await exportOutcome(run, found, outcome);
}
async function rotate_and_export_look(ports, request) {
    try {
        const run = await openRun(ports, request);
        const found = await find(run);
        for (const line of rotation_text_describeFound(request.rotation, found))
            ports.log.info(line);
        ports.log.info(rotation_text_describeDecision(found, request.options));
        return { run, found };
    }
    catch (error) {
        throw advisingAll(error, describeUnchanged());
    }
}
async function find(run) {
    const { rotation, options, ports } = run;
    const stored = await readStoredVersion(rotation.secret, withDeadline(run.vault, run, 'reading')).catch((error) => {
        throw (0,vault_error.withRotationRoles)(error, rotation.secret);
    });
    const { passwords, dateSeconds } = await findApplication(run);
    // The age of a password is told by the clock that it was made by.
    const nowSeconds = dateSeconds ?? Math.floor(ports.clock.nowMs() / 1000);
    const decision = (0,rotation_decision/* decideRotation */.$U)({ ...rotation, stored, passwords, nowSeconds, options });
    if (decision.kind === 'rotate')
        checkRoomForTags(stored);
    return { stored, passwords, nowSeconds, decision };
}
function rotate_and_export_tryOut({ rotation, ports }, found) {
    ports.log.info(rotation_text_describeDryRun(rotation, found));
    return rotation_outcome_keptOutcome(found, { removed: [], left: [] });
}
async function rotate_and_export_rotate(run, found) {
    const { stored, decision } = found;
    switch (decision.kind) {
        case 'busy':
            throw busyError(run, decision);
        case 'keep':
            return rotation_outcome_keptOutcome(found, await removeOutdated(run, decision.outdated));
        case 'rotate':
            return rotation_outcome_renewedOutcome(await renewSecret(run, { before: stored, nowSeconds: found.nowSeconds, decision }));
    }
}
//# sourceMappingURL=rotate-and-export.js.map

/***/ })

};
;