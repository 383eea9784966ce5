"use strict";
exports.id = 586;
exports.ids = [586,36];
exports.modules = {

/***/ 79:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  En: () => (/* binding */ openKeyPair),
  Me: () => (/* binding */ parseClientCertificate)
});

// UNUSED EXPORTS: parsePemKey

// EXTERNAL MODULE: ./build/programs/src/certificate/key-with-chain.js
var key_with_chain = __webpack_require__(52);
// EXTERNAL MODULE: ./build/programs/src/certificate/pem.js
var pem = __webpack_require__(2053);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/programs/src/errors.js + 1 modules
var errors = __webpack_require__(5261);
// EXTERNAL MODULE: ./build/programs/src/certificate/ber.js
var ber = __webpack_require__(4857);
// EXTERNAL MODULE: ./build/programs/src/certificate/der.js
var certificate_der = __webpack_require__(4847);
// EXTERNAL MODULE: ./build/programs/src/certificate/pfx-bags.js
var pfx_bags = __webpack_require__(7768);
// EXTERNAL MODULE: ./build/programs/src/certificate/pfx-error.js
var pfx_error = __webpack_require__(9389);
// EXTERNAL MODULE: ./build/programs/src/certificate/pfx-kdf.js
var pfx_kdf = __webpack_require__(8252);
;// CONCATENATED MODULE: ./build/programs/src/certificate/pem-key.js
// Private keys of a PEM text: plain, encrypted as PKCS#8, encrypted in the old way, and blocks that hold no such key.









const ENCRYPTED_LABEL = 'ENCRYPTED PRIVATE KEY';
const KEY_TYPES = new Map([
    ['PRIVATE KEY', 'pkcs8'],
    ['RSA PRIVATE KEY', 'pkcs1'],
    ['EC PRIVATE KEY', 'sec1'],
]);
/** Whether a block of this label holds a private key of a kind that is taken. */
function isKeyLabel(label) {
    return label === ENCRYPTED_LABEL || KEY_TYPES.has(label);
}
/**
 * Opens a block whose label is one of a private key.
 * @throws ActionError that says why the key cannot be used
 */
function openKeyBlock(block, opening) {
    const { label, der, encryption } = block;
    if (block.isCutOff)
        throw (0,pfx_error/* cutOff */.qG)('PEM', `the END line of its ${label} is missing`);
    if (encryption !== undefined)
        return openOldKey(block, encryption, opening.password);
    const type = KEY_TYPES.get(label);
    try {
        return (0,key_with_chain/* parsePrivateKey */.QW)('PEM', type === undefined ? { der: decryptBlock(der, opening), type: 'pkcs8' } : { der, type });
    }
    catch (error) {
        // Without them the rest looks as if its end were missing.
        if ((0,pfx_error/* isCutOff */.o7)(error) && FOREIGN.test(block.text))
            throw (0,pfx_error/* unreadable */.O$)('PEM', `the base64 text of its ${label} has characters that base64 does not have`, error);
        throw error;
    }
}
// Characters that are neither base64 nor left of the armor, or of the quotes and escapes around PEM in other files.
const FOREIGN = /[^A-Za-z0-9+/=\s\\"',-]/;
function decryptBlock(der, { password, work }) {
    if ((0,certificate_der/* missingBytes */.UK)(der) > 0)
        throw (0,pfx_error/* cutOff */.qG)('PEM', `the end of its ${ENCRYPTED_LABEL} is missing`);
    if (password === undefined)
        throw (0,pfx_error/* passwordNeeded */.np)('PEM');
    try {
        const lock = { format: 'PEM', password: (0,pfx_kdf/* encodePassword */.sS)(password.reveal()), work };
        return (0,pfx_bags/* decryptKey */.Vw)((0,ber/* readFirstBer */.wy)(der), lock);
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ && !(0,pfx_error/* isNotDer */.xO)(error))
            throw error;
        throw (0,pfx_error/* unreadable */.O$)('PEM', 'its encrypted private key is broken', error);
    }
}
// Node reads it if the cipher is one of OpenSSL's default provider; its errors do not tell a missing cipher from a wrong
// password, so the cipher and the form of the data are looked at first.
function openOldKey({ label, der }, { cipher, iv }, password) {
    const info = (0,external_node_crypto_.getCipherInfo)(cipher);
    if (info === undefined || !isAvailable(cipher, info))
        throw (0,pfx_error/* unsupported */.qO)('PEM', `the encryption ${describeCipher(cipher)}`);
    const { ivLength = 0, blockSize = 1 } = info;
    if (iv.length !== 2 * ivLength)
        throw (0,pfx_error/* unreadable */.O$)('PEM', 'the DEK-Info line of its private key is broken');
    if (der.length === 0 || der.length % blockSize !== 0)
        throw (0,pfx_error/* cutOff */.qG)('PEM', `the base64 text of its ${label} is incomplete`);
    if (password === undefined)
        throw (0,pfx_error/* passwordNeeded */.np)('PEM');
    const [first = '', ...rest] = (0,pem/* toPem */.sg)(label, der).split('\n');
    const key = [first, 'Proc-Type: 4,ENCRYPTED', `DEK-Info: ${cipher},${iv}`, '', ...rest].join('\n');
    try {
        return (0,external_node_crypto_.createPrivateKey)({ key, format: 'pem', passphrase: password.reveal() });
    }
    catch (cause) {
        throw (0,pfx_error/* wrongPassword */.lr)('PEM', cause);
    }
}
// `getCipherInfo` knows ciphers that only OpenSSL's legacy provider has, too.
function isAvailable(cipher, { keyLength, ivLength = 0 }) {
    try {
        (0,external_node_crypto_.createDecipheriv)(cipher, Buffer.alloc(keyLength), Buffer.alloc(ivLength));
        return true;
    }
    catch {
        return false;
    }
}
// RFC 1421 calls Triple DES so, and people read the first three letters alone.
function describeCipher(cipher) {
    return cipher === 'DES-CBC' ? 'DES (DES-CBC)' : cipher;
}
const REQUEST_HINT = 'Use the certificate that the authority issued for this request, with its private key.';
const PUBLIC_HINT = 'Use the private key with its certificate: a public key cannot sign.';
const OTHER_BLOCKS = [
    {
        label: 'OPENSSH PRIVATE KEY',
        hint: 'Convert a copy of it, "ssh-keygen -p -m PKCS8 -f COPY", and add the certificate of that key.',
    },
    { label: 'DSA PRIVATE KEY', hint: 'Use a certificate with an RSA or EC key: DSA is not supported.' },
    { label: 'PUBLIC KEY', hint: PUBLIC_HINT },
    { label: 'RSA PUBLIC KEY', hint: PUBLIC_HINT },
    { label: 'CERTIFICATE REQUEST', hint: REQUEST_HINT },
    { label: 'NEW CERTIFICATE REQUEST', hint: REQUEST_HINT },
    {
        label: 'PKCS7',
        hint: 'Take its certificates out, "openssl pkcs7 -print_certs -in OLD.p7b", and add the private key.',
    },
    {
        label: 'CMS',
        hint: 'Take its certificates out, "openssl pkcs7 -print_certs -in OLD.p7b", and add the private key.',
    },
    {
        label: 'PGP PRIVATE KEY BLOCK',
        hint: 'Use an X.509 certificate with its private key: PGP keys are of another kind.',
    },
];
/** Returns the first block that people take for a private key or a certificate; undefined if there is none. */
function findOtherBlock(blocks) {
    for (const { label } of blocks) {
        const known = OTHER_BLOCKS.find((other) => other.label === label);
        if (known !== undefined)
            return known;
        const hint = 'Convert it to PKCS #8: "openssl pkcs8 -topk8 -nocrypt -in OLD.pem -out NEW.pem".';
        if (label.endsWith('PRIVATE KEY') && !isKeyLabel(label))
            return { label, hint };
    }
    return undefined;
}
//# sourceMappingURL=pem-key.js.map
// EXTERNAL MODULE: ./build/programs/src/certificate/pfx-read.js
var pfx_read = __webpack_require__(2103);
// EXTERNAL MODULE: ./build/programs/src/certificate/source.js
var certificate_source = __webpack_require__(39);
;// CONCATENATED MODULE: ./build/programs/src/certificate/key-pair.js







/**
 * The private key, its certificate and issuers.
 * @param source text, or a file's content
 * @throws ActionError that says what was found and what is needed: `CLIENT_CERTIFICATE_...`, `PFX_...` or `PEM_...`
 */
function openKeyPair(source, { password, wanted } = {}) {
    const found = (0,certificate_source/* recognizeSource */.yl)(source);
    if (found.kind === 'pem')
        return parsePemKey(found.text, { password, wanted });
    return (0,pfx_read/* selectKeyWithChain */.h)((0,pfx_read/* readPfx */.z)(found.bytes, password?.reveal()), wanted);
}
/** As `openKeyPair`, for the certificate that an application signs in with. */
function parseClientCertificate(source, password) {
    return openKeyPair(source, { password });
}
/** Labels of certificates: RFC 7468 section 5, OpenSSL's form with trust settings, and an old name. */
const CERTIFICATE_LABELS = ['CERTIFICATE', 'TRUSTED CERTIFICATE', 'X509 CERTIFICATE'];
/**
 * The private key of a PEM text with its certificate and issuers, in whatever order they stand.
 * @throws ActionError whose code begins with `PEM_` and says why there is none
 */
function parsePemKey(text, { password, wanted } = {}) {
    const blocks = (0,pem/* readPem */.Je)(text);
    const certificates = blocks.filter((block) => isCertificate(block) && !block.isCutOff).map(({ der }) => der);
    const keyBlocks = blocks.filter(({ label }) => isKeyLabel(label));
    const opening = { password, work: new pfx_kdf/* Work */.Qj('PEM', password !== undefined) };
    const keys = (0,key_with_chain/* openEach */.wr)(keyBlocks, (block) => openKeyBlock(block, opening));
    checkKinds(blocks, {
        keys: keyBlocks.length,
        usableKeys: keys.privateKeys.length,
        certificates: certificates.length,
    });
    return (0,key_with_chain/* findKeyWithChain */.cy)('PEM', { ...keys, certificates, wanted });
}
// Says why there is no key, or no certificate of a key that can be used.
function checkKinds(blocks, { keys, usableKeys, certificates }) {
    const other = findOtherBlock(blocks);
    if (keys === 0 && other !== undefined)
        throw (0,pfx_error/* notTaken */.h4)('PEM', `holds a block of the kind ${other.label}, which is not supported`, other.hint);
    if (certificates > 0 || usableKeys < keys)
        return;
    if (blocks.some((block) => isCertificate(block) && block.isCutOff))
        throw (0,pfx_error/* cutOff */.qG)('PEM', 'the END line of its certificate is missing');
    if (keys === 0)
        throw (0,pfx_error/* unreadable */.O$)('PEM', 'it has neither a whole private key nor a whole certificate');
    if (other !== undefined)
        throw (0,pfx_error/* noCertificate */.X1)('PEM', `a block of the kind ${other.label}, but no certificate`);
}
function isCertificate({ label }) {
    return CERTIFICATE_LABELS.includes(label);
}
//# sourceMappingURL=key-pair.js.map

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

/***/ 39:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g7: () => (/* binding */ decodeText),
/* harmony export */   yl: () => (/* binding */ recognizeSource),
/* harmony export */   z0: () => (/* binding */ looksLikeBase64)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5261);
/* harmony import */ var _ber_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4857);
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4847);
/* harmony import */ var _pem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2053);
// Sources of a private key with its certificate: PEM or PFX, in whatever wrapping people keep and copy it.





/** Base64 of base64 is all that people make by accident. */
const MAX_WRAPPINGS = 2;
/** Far below any key with its certificate. */
const MIN_WRAPPED_LENGTH = 100;
/**
 * Recognizes PEM, a PFX between PEM armor, a PFX, and base64 of each.
 * @param given text, or a file's content
 * @throws ActionError that says what was found instead: `CLIENT_CERTIFICATE_...`
 */
function recognizeSource(given) {
    return recognize(typeof given === 'string' ? given : (decodeText(given) ?? given), MAX_WRAPPINGS);
}
/**
 * Returns a file's text, in UTF-8 or in the UTF-16 that Windows PowerShell writes, with or without its mark; undefined if
 * it is binary, as a PFX is.
 */
function decodeText(bytes) {
    const [first, second] = bytes;
    if (isLongSequence(bytes) || isJks(bytes))
        return undefined;
    if (first === 0xff && second === 0xfe)
        return bytes.subarray(2).toString('utf16le');
    if (first === 0xfe && second === 0xff)
        return decodeBigEndian(bytes.subarray(2));
    if (second === 0)
        return bytes.toString('utf16le');
    return first === 0 ? decodeBigEndian(bytes) : bytes.toString('utf8');
}
// The last of an odd number of bytes is not a character.
function decodeBigEndian(bytes) {
    return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
        .swap16()
        .toString('utf16le');
}
function isJks(bytes) {
    return bytes.subarray(0, JKS.length).equals(JKS);
}
// DER and BER of more than 127 bytes, or of indefinite length: the second byte is never a part of text.
function isLongSequence(bytes) {
    return bytes[0] === _der_js__WEBPACK_IMPORTED_MODULE_3__/* .TAG */ .Dk.sequence && (bytes[1] ?? 0) >= 0x80;
}
function recognize(given, wrappings) {
    if (typeof given !== 'string')
        return recognizeDer(given);
    if ((0,_pem_js__WEBPACK_IMPORTED_MODULE_4__/* .isPem */ .X3)(given))
        return recognizePem(given);
    const base64 = toBase64(given);
    checkBase64(base64, given);
    const bytes = Buffer.from(base64, 'base64');
    const text = decodeText(bytes);
    if (text === undefined)
        return recognizeDer(bytes);
    if ((0,_pem_js__WEBPACK_IMPORTED_MODULE_4__/* .isPem */ .X3)(text))
        return recognizePem(text);
    if (wrappings > 0 && text.length >= MIN_WRAPPED_LENGTH && looksLikeBase64(text))
        return recognize(text, wrappings - 1);
    throw notUsable('UNREADABLE', 'base64 of something that is neither a PFX nor PEM', NEEDED);
}
// certutil -encode writes CERTIFICATE around any file, and other tools PKCS12.
function recognizePem(text) {
    const pfx = (0,_pem_js__WEBPACK_IMPORTED_MODULE_4__/* .readPem */ .Je)(text).find(({ der }) => (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .isPfx */ .By)(der));
    return pfx === undefined ? { kind: 'pem', text } : { kind: 'pfx', bytes: pfx.der };
}
/** The first bytes of a key store of Java's own kind. */
const JKS = Buffer.from('feedfeed', 'hex');
function recognizeDer(bytes) {
    if (!(0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .isPfx */ .By)(bytes))
        throw otherDer(bytes);
    return { kind: 'pfx', bytes };
}
/** Returns the characters that count: no quotes, line breaks, also written as `\n`, or white space. */
function toBase64(text) {
    return (0,_pem_js__WEBPACK_IMPORTED_MODULE_4__/* .unescapeBreaks */ .fH)(text).replace(/[\ufeff"'\\\s]+/g, '');
}
/** Whether a text is base64, in quotes and lines too. */
function looksLikeBase64(text) {
    return /^[A-Za-z0-9+/_-]+={0,2}$/.test(toBase64(text));
}
const NEEDED = 'Set PEM with a private key and its certificate, or a PFX, as base64 or as a file.';
function checkBase64(base64, text) {
    if (base64 === '')
        throw notUsable('EMPTY', 'nothing', NEEDED);
    // Hyphens are base64url, so that armor without its spaces passes for base64 if nothing inside is padded.
    if (hasDamagedArmour(text)) {
        const hint = 'A line such as -----BEGIN PRIVATE KEY----- has five hyphens on each side: copy the text again.';
        throw notUsable('UNREADABLE', 'PEM whose BEGIN line is damaged', hint);
    }
    if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(base64))
        throw otherText(text);
    if (base64.replace(/=+$/, '').length % 4 === 1) {
        const hint = 'Copy it again, from its first to its last character.';
        throw notUsable('CUT_OFF', 'base64 text that is cut off: its last group has one character', hint);
    }
}
// The spaces keep it apart from base64 in lines.
function hasDamagedArmour(text) {
    return /BEGIN [A-Z0-9 ]{0,40}(?:PRIVATE KEY|CERTIFICATE)/.test(text);
}
// Texts of which one look tells what they are.
function otherText(text) {
    if (text.startsWith('PuTTY-User-Key-File-')) {
        const hint = 'Use an X.509 certificate with its private key, as PEM or PFX.';
        return notUsable('NOT_TAKEN', 'a key of PuTTY', hint);
    }
    return notUsable('UNREADABLE', 'text that is neither PEM nor base64', NEEDED);
}
// A file that is no PFX, by what opens it.
function otherDer(der) {
    if (isJks(der)) {
        const hint = 'Convert it: "keytool -importkeystore -srckeystore OLD.jks -destkeystore NEW.p12 -deststoretype PKCS12".';
        return notUsable('NOT_TAKEN', 'a key store of Java (JKS)', hint);
    }
    if ((0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .missingBytes */ .UK)(der) > 0)
        return notUsable('CUT_OFF', `a file that is cut off: its last ${(0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .missingBytes */ .UK)(der)} bytes are missing`, CUT_HINT);
    if (opens(() => new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(der))) {
        const hint = 'Export it as PFX together with its private key. A key that is not exportable cannot leave its store.';
        return notUsable('NO_KEY', 'a certificate without its private key', hint);
    }
    if (isEncryptedKey(der) || opens(() => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: der, format: 'der', type: 'pkcs8' })))
        return notUsable('NO_CERTIFICATE', 'a private key without its certificate', NEEDED);
    if (opens(() => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: der, format: 'der', type: 'spki' })))
        return notUsable('NOT_TAKEN', 'a public key', NEEDED);
    if (firstOidOf(der) === SIGNED_DATA)
        return notUsable('NO_KEY', 'certificates without a private key (PKCS #7)', 'Export a PFX instead of a P7B file.');
    return notUsable('UNREADABLE', 'a file that is not a PFX, or a damaged PFX', NEEDED);
}
const CUT_HINT = 'Copy it again as a whole, and compare its size with the original.';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
// EncryptedPrivateKeyInfo (RFC 5958 section 3): an AlgorithmIdentifier, and an octet string.
function isEncryptedKey(der) {
    return opens(() => {
        const [algorithm, data, ...rest] = (0,_ber_js__WEBPACK_IMPORTED_MODULE_2__/* .readBerInside */ .m3)((0,_ber_js__WEBPACK_IMPORTED_MODULE_2__/* .readFirstBer */ .wy)(der), _der_js__WEBPACK_IMPORTED_MODULE_3__/* .TAG */ .Dk.sequence);
        (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .readOid */ .fM)((0,_ber_js__WEBPACK_IMPORTED_MODULE_2__/* .readBerInside */ .m3)(algorithm, _der_js__WEBPACK_IMPORTED_MODULE_3__/* .TAG */ .Dk.sequence)[0]);
        if (data?.tag !== _der_js__WEBPACK_IMPORTED_MODULE_3__/* .TAG */ .Dk.octetString || rest.length > 0)
            throw new Error();
    });
}
function firstOidOf(der) {
    try {
        return (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .readOid */ .fM)((0,_ber_js__WEBPACK_IMPORTED_MODULE_2__/* .readBerInside */ .m3)((0,_ber_js__WEBPACK_IMPORTED_MODULE_2__/* .readFirstBer */ .wy)(der), _der_js__WEBPACK_IMPORTED_MODULE_3__/* .TAG */ .Dk.sequence)[0]);
    }
    catch {
        return undefined;
    }
}
function opens(act) {
    try {
        act();
        return true;
    }
    catch {
        return false;
    }
}
function notUsable(reason, found, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ({
        code: `CLIENT_CERTIFICATE_${reason}`,
        title: 'Unusable client certificate',
        problem: `found ${found}.`,
        hint,
    });
}
//# sourceMappingURL=source.js.map

/***/ }),

/***/ 36:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formsOfKey: () => (/* binding */ formsOfKey),
/* harmony export */   holdsKey: () => (/* binding */ holdsKey),
/* harmony export */   maskBinary: () => (/* binding */ maskBinary),
/* harmony export */   maskJson: () => (/* binding */ maskJson),
/* harmony export */   maskKey: () => (/* binding */ maskKey),
/* harmony export */   maskOpenPfx: () => (/* binding */ maskOpenPfx),
/* harmony export */   maskPem: () => (/* binding */ maskPem),
/* harmony export */   maskPfx: () => (/* binding */ maskPfx),
/* harmony export */   maskPicked: () => (/* binding */ maskPicked),
/* harmony export */   maskValue: () => (/* binding */ maskValue)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _certificate_der_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4847);
/* harmony import */ var _certificate_pfx_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2103);
/* harmony import */ var _secret_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7720);
/* harmony import */ var _masks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(863);
/* harmony import */ var _structure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4599);
// Masks of a value that is more than a text: certificates with their private keys as PFX or PEM,
// bytes that are no text, and JSON.






/** Masks for a private key, whatever program prints it. */
function maskKey(key) {
    return maskTexts(formsOfKey(key));
}
/** Masks for a secret's value, and for the private keys that it holds. */
function maskValue(value) {
    if (holdsKey(value))
        return (0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .joinMaskings */ .yy)(maskAroundKeys(value), maskTexts(formsOfKeyBlocks(value)));
    return (0,_certificate_der_js__WEBPACK_IMPORTED_MODULE_1__/* .isPfx */ .By)(Buffer.from(value.slice(0, 64), 'base64')) ? maskOpenPfx(value) : (0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(value);
}
// Public parts of the text stay visible.
function maskAroundKeys(text) {
    if (!/[\r\n]/.test(text))
        return (0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(text);
    return maskTexts((0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .maskLines */ .sD)(text, (lines) => (0,_structure_js__WEBPACK_IMPORTED_MODULE_5__/* .secretLines */ ._o)(outsidePublicBlocks(lines))).texts);
}
function outsidePublicBlocks(lines) {
    let isPublic = false;
    return lines.filter((line) => {
        if ((0,_structure_js__WEBPACK_IMPORTED_MODULE_5__/* .isArmor */ .io)(line))
            isPublic = /BEGIN (?:[A-Z0-9 ]+ )?(?:CERTIFICATE|PUBLIC KEY)-/.test(line);
        return !isPublic;
    });
}
/** Masks for a base64 PFX: those of the text, and the forms in which its bytes may be printed. */
function maskPfx(base64) {
    return (0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .joinMaskings */ .yy)((0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(base64), maskTexts((0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .formsOfBytes */ ._O)(Buffer.from(base64, 'base64'))));
}
/** Masks for a base64 PFX, and for its private keys if it opens without a password. */
function maskOpenPfx(base64) {
    return (0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .joinMaskings */ .yy)((0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(base64), maskTexts(formsOfPfx(Buffer.from(base64, 'base64'))));
}
/** Masks for bytes that are no text: those of what a program shows in their place, and the forms in which they are printed. */
function maskBinary(bytes) {
    if ((0,_certificate_der_js__WEBPACK_IMPORTED_MODULE_1__/* .isPfx */ .By)(bytes))
        return maskTexts(formsOfPfx(bytes));
    return maskTexts([...(0,_structure_js__WEBPACK_IMPORTED_MODULE_5__/* .secretLines */ ._o)((0,_structure_js__WEBPACK_IMPORTED_MODULE_5__/* .linesOf */ .Dx)(bytes.toString())), ...(0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .formsOfBytes */ ._O)(bytes)]);
}
/** Masks for a PEM text that holds a private key: of its blocks only the private keys, since certificates are public. */
function maskPem(pem) {
    const whole = /[\r\n]/.test(pem) ? maskTexts((0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .formsOfWhole */ .gf)(pem)) : (0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(pem);
    const keys = formsOfKeyBlocks(pem);
    return (0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .joinMaskings */ .yy)(whole, (0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .toMasking */ .mO)({ texts: keys, weakness: keys.length === 0 ? { kind: 'none' } : undefined }));
}
function maskTexts(texts) {
    return (0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .toMasking */ .mO)({ texts, weakness: undefined });
}
/** Texts that hide a key as PKCS#8 and as PKCS#1 or SEC1: programs turn the one into the other. */
function formsOfKey(key) {
    return encodingsOf(key).flatMap(_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .formsOfBytes */ ._O);
}
function encodingsOf(key) {
    const pkcs8 = key.export({ format: 'der', type: 'pkcs8' });
    switch (key.asymmetricKeyType) {
        case 'rsa':
            return [pkcs8, key.export({ format: 'der', type: 'pkcs1' })];
        case 'ec':
            return [pkcs8, key.export({ format: 'der', type: 'sec1' })];
        default:
            return [pkcs8];
    }
}
/** Texts that hide a PFX as bytes, and its private keys if it opens without a password. */
function formsOfPfx(pfx) {
    const keys = (0,_certificate_der_js__WEBPACK_IMPORTED_MODULE_1__/* .isPfx */ .By)(pfx) ? readKeys(pfx) : [];
    return [...(0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .formsOfBytes */ ._O)(pfx), ...keys.flatMap((pkcs8) => formsOfEncoded(pkcs8, 'PRIVATE KEY'))];
}
// A PFX that another password protects stays closed to later steps as well.
function readKeys(pfx) {
    try {
        return (0,_certificate_pfx_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readPfx */ .z)(pfx).privateKeys.map(({ pkcs8 }) => pkcs8);
    }
    catch {
        return [];
    }
}
/** Whether a text holds a private key, or a PFX, between PEM armor. */
function holdsKey(text) {
    return keyBlocks(text).length > 0;
}
/**
 * Texts that hide the private keys of a PEM text, or of JSON and other text around one. Line breaks may be written as
 * characters (`\n`, `\r\n`).
 */
function formsOfKeyBlocks(text) {
    return keyBlocks(text).flatMap(({ label, lines, der }) => [
        // Lines of base64 are the key's, however they look; others, such as headers, are lines like any.
        ...lines.filter((line) => isBase64(line) && line.length >= _structure_js__WEBPACK_IMPORTED_MODULE_5__/* .MIN_LINE_LENGTH */ .Tm),
        ...(0,_structure_js__WEBPACK_IMPORTED_MODULE_5__/* .secretLines */ ._o)(lines.filter((line) => !isBase64(line))),
        ...((0,_certificate_der_js__WEBPACK_IMPORTED_MODULE_1__/* .isPfx */ .By)(der) ? formsOfPfx(der) : formsOfEncoded(der, label)),
    ]);
}
function keyBlocks(text) {
    const plain = text.replace(/\\{1,2}r\\{1,2}n|\\{1,2}n/g, '\n');
    const blocks = [...plain.matchAll(/-----BEGIN ([^\r\n-]{1,60})-----/g)].map(({ 0: begin, 1: label = '', index }) => {
        const start = index + begin.length;
        const end = plain.indexOf('-----', start);
        const lines = (0,_structure_js__WEBPACK_IMPORTED_MODULE_5__/* .linesOf */ .Dx)(plain.slice(start, end === -1 ? plain.length : end));
        return { label, lines, der: Buffer.from(lines.filter(isBase64).join(''), 'base64') };
    });
    return blocks.filter(({ label, der }) => label.includes('PRIVATE KEY') || (0,_certificate_der_js__WEBPACK_IMPORTED_MODULE_1__/* .isPfx */ .By)(der));
}
function isBase64(line) {
    return /^[A-Za-z0-9+/]+={0,2}$/.test(line);
}
const KEY_TYPES = new Map([
    ['PRIVATE KEY', 'pkcs8'],
    ['RSA PRIVATE KEY', 'pkcs1'],
    ['EC PRIVATE KEY', 'sec1'],
]);
// One that is encrypted or of an unknown kind has no other encodings that can be known.
function formsOfEncoded(der, label) {
    const type = KEY_TYPES.get(label);
    try {
        const key = type === undefined ? undefined : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: der, format: 'der', type });
        return [...(0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .formsOfBytes */ ._O)(der), ...(key === undefined ? [] : formsOfKey(key))];
    }
    catch {
        return (0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .formsOfBytes */ ._O)(der);
    }
}
/** Masks for a JSON text and all of its leaves. */
function maskJson(text, leaves) {
    const whole = maskValue(text);
    const secret = leaves.filter(isSecretLeaf);
    const { masks } = (0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .joinMaskings */ .yy)(whole, ...secret.map((leaf) => maskValue(leaf.text)));
    const commonplace = secret.filter((leaf) => (0,_structure_js__WEBPACK_IMPORTED_MODULE_5__/* .isCommonplace */ .Jx)((0,_structure_js__WEBPACK_IMPORTED_MODULE_5__/* .trim */ .Bq)(leaf.text))).map(toCommonplaceLeaf);
    return { masks, weakness: commonplace.length === 0 ? whole.weakness : { kind: 'leaves', leaves: commonplace } };
}
/** Masks for the one leaf that leaves of a JSON text: as for a secret's value. */
function maskPicked(leaf) {
    const { masks, weakness } = maskValue(leaf.text);
    if (weakness === undefined || weakness.kind === 'leaves')
        return { masks, weakness };
    return { masks, weakness: { ...weakness, path: leaf.path.join('.') } };
}
// Strings of four or more characters and numbers of six or more digits, not what spells a boolean, null or a shorter number.
function isSecretLeaf({ kind, text }) {
    const bare = (0,_structure_js__WEBPACK_IMPORTED_MODULE_5__/* .trim */ .Bq)((0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .toWellFormed */ .lH)(text));
    return kind !== 'word' && bare.length >= _structure_js__WEBPACK_IMPORTED_MODULE_5__/* .MIN_LINE_LENGTH */ .Tm && !(0,_structure_js__WEBPACK_IMPORTED_MODULE_5__/* .isBareLiteral */ .O6)(bare);
}
function toCommonplaceLeaf({ path, text }) {
    return { path, text: new _secret_text_js__WEBPACK_IMPORTED_MODULE_3__/* .SecretText */ .o(text) };
}
//# sourceMappingURL=masks-of-values.js.map

/***/ }),

/***/ 3586:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  setAndExport: () => (/* binding */ setAndExport)
});

// EXTERNAL MODULE: ./build/programs/src/errors.js + 1 modules
var src_errors = __webpack_require__(5261);
// EXTERNAL MODULE: ./build/programs/src/export/step-log.js + 1 modules
var step_log = __webpack_require__(6913);
// EXTERNAL MODULE: ./build/programs/src/flow/open-session.js + 4 modules
var open_session = __webpack_require__(5018);
// EXTERNAL MODULE: ./build/programs/src/flow/step-frame.js
var step_frame = __webpack_require__(7);
// EXTERNAL MODULE: ./build/programs/src/secret-text.js
var secret_text = __webpack_require__(7720);
// EXTERNAL MODULE: ./build/programs/src/input/cloud-inputs.js
var cloud_inputs = __webpack_require__(2766);
// EXTERNAL MODULE: ./build/programs/src/input/line-grammar.js
var line_grammar = __webpack_require__(4461);
// EXTERNAL MODULE: ./build/programs/src/input/scalars.js
var scalars = __webpack_require__(7938);
;// CONCATENATED MODULE: ./build/programs/src/input/fetch-inputs.js
// The inputs that choose what is fetched and how it is shown.




/** Reads each of these inputs once. Never throws an expected error: each is among the mistakes. */
function readPlanInputs(inputs) {
    const mistakes = [];
    const read = (check) => {
        try {
            return check();
        }
        catch (error) {
            mistakes.push(...expectedErrors(error));
            return undefined;
        }
    };
    const keyvault = readText(inputs, 'keyvault');
    return {
        cloud: read(() => readCloudInputs(inputs)),
        keyvault,
        lines: read(() => readLines(inputs)) ?? [],
        exportEnv: read(() => readBoolean(inputs, 'export-env', false)) ?? false,
        mistakes,
        ...(keyvault === undefined && { keyvaultAdvice: adviseOnMisplaced(inputs, ['keyvault']) }),
    };
}
/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
function readFetchOptions(inputs) {
    return checkAll({
        ignoreMissing: () => readBoolean(inputs, 'ignore-missing', false),
        expiryWarningDays: () => readWholeNumber(inputs, 'expiry-warning-days', 30),
        summary: () => readBoolean(inputs, 'summary', true),
    });
}
function readLines(inputs) {
    const lines = LINES_INPUTS.flatMap((name) => splitLines(name, inputs.input(name)));
    if (lines.length > 0)
        return lines;
    throw invalidInput('secrets', 'nothing is named to fetch, here or in certificates and keys.', adviseOnMisplaced(inputs, LINES_INPUTS) ??
        'Name at least one object, one per line. A variable or secret that is not set arrives here as empty text.');
}
/** By the input that is meant. No name here is an input of the action. */
const MISPLACED = {
    keyvault: [
        ...['vault', 'vault-name', 'vault_name', 'vaultname', 'vault-url', 'vault_url', 'vaulturl', 'vaults', 'keyvaults'],
        ...['key-vault', 'key_vault', 'keyvault-name', 'keyvault_name', 'keyvaultname', 'key-vault-name', 'key_vault_name'],
        ...['keyvault-url', 'keyvault_url', 'keyvaulturl', 'key-vault-url', 'key-vault-uri', 'keyvault-uri', 'akv'],
    ],
    secrets: [
        ...['secret', 'secret-name', 'secret_name', 'secretname', 'secret-names', 'secret_names', 'secretnames'],
        ...['names', 'name', 'secrets-filter', 'secretsfilter', 'secret-list', 'keyvault-secrets'],
    ],
    certificates: [
        ...['certificate', 'certificate-name', 'certificate_name', 'certificatename', 'certificate-names'],
        ...['cert', 'certs', 'cert-name', 'pfx'],
    ],
    keys: ['key', 'key-name', 'key_name', 'keyname', 'key-names'],
};
/** Inputs of the other actions of this repository that are easily taken for one of this action. */
const ELSEWHERE = new Map([
    ['certificate', 'the token and the rotate action'],
    ['secret', 'the rotate action'],
    ['keyvaults', 'the expiry action'],
]);
/** Says that an input of another name was given for one of these; undefined if none was. Its text is not repeated. */
function adviseOnMisplaced(inputs, meant) {
    for (const one of meant) {
        const given = MISPLACED[one].find((name) => (0,scalars/* readText */.yR)(inputs, name) !== undefined);
        if (given === undefined)
            continue;
        const owner = ELSEWHERE.get(given);
        const why = owner === undefined ? 'is not an input of this action' : `is an input of ${owner}, not of this one`;
        return `The input ${given} ${why}: write ${one}.`;
    }
    return undefined;
}
//# sourceMappingURL=fetch-inputs.js.map
// EXTERNAL MODULE: ./build/programs/src/input/other-products.js
var other_products = __webpack_require__(9978);
;// CONCATENATED MODULE: ./build/programs/src/input/set-line-mistakes.js
// Mistakes before the first "|" of a line of the set action.
//
// Nothing of it is repeated but signs: what has no "<", or no known source after it, may be a value.

const FORM = 'Write NAME < env VARIABLE, NAME < file PATH or NAME < generate LENGTH.';
/** Signs that stand in place of "<" elsewhere, longest first. */
const SIGNS = ['=>', '->', ':=', '==', '=', '>', ':'];
/** Says why a line without "<" cannot be used. */
function missingSource(head) {
    if (head === '')
        return { problem: 'nothing stands before "|".', hint: FORM };
    if (/\b(?:env|file|generate)\s/.test(head)) {
        const sign = SIGNS.find((one) => head.includes(one));
        if (sign !== undefined)
            return { problem: `"${sign}" stands where "<" belongs.`, hint: FORM };
        return { problem: 'no "<" stands between the name and the source.', hint: FORM };
    }
    return {
        problem: 'the line has no "<", so nothing says where the value comes from.',
        hint: `${FORM} A value of several lines belongs in a variable of the step, not in the input.`,
    };
}
/** Says what is wrong with the "<" itself, or with what surrounds it; undefined if nothing is. */
function signMistake({ name, source }) {
    if (/^(?:[<=]|-(?!-))/.test(source))
        return { problem: `"<${source.charAt(0)}" stands where "<" belongs.`, hint: FORM };
    if (name === '')
        return { problem: 'no name stands before "<".', hint: FORM };
    if (source === '')
        return { problem: 'nothing stands after "<".', hint: FORM };
    if (name.endsWith('=') || name.endsWith(':')) {
        return { problem: `"${name.slice(-1)}" stands before "<".`, hint: FORM };
    }
    if (/=/.test(name)) {
        return {
            problem: 'a "=" stands before "<".',
            hint: `${FORM} The outputs NAME-version and NAME-changed take the name of the object.`,
        };
    }
    return undefined;
}
/** Says that there is a value, or the like, in place of a source. */
function literalMistake(source) {
    const [word = ''] = /^[A-Za-z]+(?![^\s.:=(])/.exec(source) ?? [];
    const lower = word.toLowerCase();
    if (['env', 'file', 'generate'].includes(lower)) {
        return lower === word
            ? { problem: `no blank stands between ${word} and what follows it.`, hint: FORM }
            : { problem: 'the source is not in lower case.', hint: FORM };
    }
    if (/\$\{\{|\}\}/.test(source)) {
        return {
            problem: 'an expression was not evaluated.',
            hint: `GitHub evaluates expressions only in the workflow file, and only once. ${FORM}`,
        };
    }
    if (REFERENCE.test(source))
        return UNEXPANDED;
    if ((0,other_products/* findOtherProduct */.R)(source) !== undefined) {
        return { problem: 'what follows "<" is a reference that this action does not read.', hint: FORM };
    }
    return LITERAL;
}
// A value can look the same, so the text is not repeated.
const REFERENCE = /^["']?(?:\$\w+|\$\{\w+\}|\$\(\w+\)|\$env:\w+|%\w+%)["']?$/i;
const UNEXPANDED = {
    problem: 'what follows "<" looks like a reference to a variable, which is not expanded here.',
    hint: 'Write NAME < env VARIABLE, with the name of the variable alone. If a value stood here that the log does not hide, replace it.',
};
const LITERAL = {
    problem: 'what follows "<" is none of the sources env, file and generate.',
    hint: `A value never stands in an input, because the runner shows inputs in the log. Set it in the env of this step, for example "DB_PASSWORD: \${{ secrets.DB_PASSWORD }}", and write NAME < env DB_PASSWORD. If a value stood here that the log does not hide, replace it.`,
};
const BARE = 'Write the name without them.';
/** Signs that surround a name in other files. */
const AROUND_NAMES = [
    [/^[-+]\s/, { problem: 'the line begins with the dash of a YAML list.', hint: 'Write the line without the dash.' }],
    [
        /^(?:[*\u00b7\u2013\u2014\u2022\u25aa\u25cf]|\d+[.)])\s/,
        { problem: 'the line begins with a list mark.', hint: 'Write the line without it.' },
    ],
    [/[\x22\x27\x60\u2018-\u201f\u00ab\u00bb]/, { problem: 'the name has quotation marks.', hint: BARE }],
    [/^[[{(]|[\]})]$/, { problem: 'the name has brackets around it.', hint: BARE }],
    [
        /^(?:export|setx?|let|const|var|declare|env)\s+\S/i,
        { problem: 'the line begins with a word of a shell or a language.', hint: FORM },
    ],
    [
        /^https?:\/\//i,
        {
            problem: 'a full identifier stands where the name belongs.',
            hint: 'Write the name alone, and set keyvault to the vault. One step writes to one vault.',
        },
    ],
    [
        /^[0-9A-Za-z-]+\/[0-9A-Fa-f]{32}$/,
        { problem: 'a version follows the name.', hint: 'Write the name alone: what is written becomes a new version.' },
    ],
    [/\*/, { problem: 'the name is a pattern.', hint: 'Write one line for each name.' }],
    [
        /^(?:secrets|certificates|keys)\//i,
        { problem: 'the kind stands before the name.', hint: 'Write NAME alone: the input says which kind it is.' },
    ],
];
/** Says what surrounds a name that is none; undefined if nothing known does. */
function aroundName(name) {
    return AROUND_NAMES.find(([pattern]) => pattern.test(name))?.[1];
}
//# sourceMappingURL=set-line-mistakes.js.map
;// CONCATENATED MODULE: ./build/programs/src/input/set-lines.js
// The lines of the set action: NAME < SOURCE [| MODIFIER [ARGUMENT]] ..., one per line or separated by commas.
//
// Nothing of a line is repeated beyond its name: somebody may have pasted a value there.


/** Inputs of the set action that hold lines, in the order in which they are written. */
const SET_INPUTS = ['secrets', 'certificates'];
/**
 * Returns the parts of an entry. What stands before the first `<` is the name.
 * @throws ActionError that names the line, if it has no source, or a value in place of one
 */
function splitSetLine(raw) {
    const { text, ...place } = raw;
    const [head = '', ...modifiers] = text.split('|').map((part) => part.trim());
    const at = head.indexOf('<');
    const [name, source] = [head.slice(0, Math.max(0, at)).trim(), head.slice(at + 1).trim()];
    const mistake = at === -1
        ? missingSource(head)
        : (signMistake({ name, source }) ?? (isSource(source) ? undefined : literalMistake(source)));
    if (mistake !== undefined)
        throw (0,line_grammar/* lineError */.VH)(raw, mistake.problem, mistake.hint);
    return { ...place, name, source, modifiers };
}
const SOURCE = /^(env|file|generate)(?:\s+(\S.*))?$/s;
function isSource(text) {
    return SOURCE.test(text);
}
/** A value that is shorter can be guessed. */
const MIN_LENGTH = 16;
/** Largest value that a vault holds, in bytes: https://learn.microsoft.com/azure/key-vault/secrets/about-secrets */
const MAX_VALUE_BYTES = 25_600;
/**
 * Returns the source of the line's value.
 * @throws ActionError that names the line, if the source is not written in full
 */
function parseSource(line) {
    const [kind, argument = ''] = line.source.split(/\s+(.*)/s);
    switch (kind) {
        case 'env':
            return { kind, variable: checkVariable(line, argument) };
        case 'file':
            return { kind, path: checkPath(line, argument) };
        default:
            return { kind: 'generate', length: checkLength(line, argument) };
    }
}
const ENV_FORM = 'Write NAME < env VARIABLE, with the name of a variable that the env of this step sets.';
function checkVariable(line, variable) {
    if (variable === '')
        throw (0,line_grammar/* lineError */.VH)(line, 'no variable follows env.', ENV_FORM);
    if (/^[$%{]|\}\}?$/.test(variable)) {
        throw (0,line_grammar/* lineError */.VH)(line, 'the variable after env is written as a reference to it.', `${ENV_FORM} No "$" belongs there.`);
    }
    if (/[\s\x22\x27\x60=]/.test(variable))
        throw (0,line_grammar/* lineError */.VH)(line, 'what follows env is not the name of a variable.', ENV_FORM);
    return variable;
}
const FILE_FORM = 'Write NAME < file PATH, with a path that starts at the workspace or is absolute.';
function checkPath(line, path) {
    if (path === '')
        throw (0,line_grammar/* lineError */.VH)(line, 'no path follows file.', FILE_FORM);
    if (/^[\x22\x27\x60]|[\x22\x27\x60]$/.test(path))
        throw (0,line_grammar/* lineError */.VH)(line, 'the path after file is in quotes.', 'Remove the quotes.');
    return path;
}
function checkLength(line, text) {
    const form = `Write NAME < generate LENGTH, with the number of characters, ${MIN_LENGTH} or more.`;
    if (line.input === 'certificates') {
        throw (0,line_grammar/* lineError */.VH)(line, 'a certificate cannot be generated here.', 'Write NAME < file PATH or NAME < env VARIABLE.');
    }
    if (text === '')
        throw (0,line_grammar/* lineError */.VH)(line, 'no length follows generate.', form);
    if (!/^\d{1,9}$/.test(text))
        throw (0,line_grammar/* lineError */.VH)(line, 'what follows generate is not a whole number.', form);
    const length = Number(text);
    if (length < MIN_LENGTH)
        throw (0,line_grammar/* lineError */.VH)(line, `generate makes ${MIN_LENGTH} characters or more.`, form);
    if (length > MAX_VALUE_BYTES)
        throw (0,line_grammar/* lineError */.VH)(line, `a vault holds at most ${MAX_VALUE_BYTES} bytes of a secret.`, form);
    return length;
}
//# sourceMappingURL=set-lines.js.map
;// CONCATENATED MODULE: ./build/programs/src/input/set-inputs.js
// The inputs of the set action beside those that sign in.






/** Reads each of these inputs once. @throws ActionErrors that name each input that is neither true nor false */
function readSetOptions(inputs) {
    return (0,src_errors/* checkAll */.K7)({
        disablePrevious: () => (0,scalars/* readBoolean */.Vf)(inputs, 'disable-previous', false),
        recover: () => (0,scalars/* readBoolean */.Vf)(inputs, 'recover', false),
        dryRun: () => (0,scalars/* readBoolean */.Vf)(inputs, 'dry-run', false),
        summary: () => (0,scalars/* readBoolean */.Vf)(inputs, 'summary', true),
    });
}
const EMPTY = 'A variable that is not set arrives here as an empty text.';
/** Returns the vault's name or URL as the user wrote it. @throws ActionError if it is empty */
function readSetKeyvault(inputs) {
    const text = (0,scalars/* readText */.yR)(inputs, 'keyvault');
    if (text !== undefined)
        return text;
    const advice = adviseOnMisplaced(inputs, ['keyvault']) ?? `Name the vault to write to. ${EMPTY}`;
    throw (0,scalars/* invalidInput */.aY)('keyvault', 'the input is empty.', advice);
}
/** Returns at least one line; secrets stand before certificates. @throws ActionError if nothing is named */
function readSetLines(inputs) {
    const lines = SET_INPUTS.flatMap((name) => (0,line_grammar/* splitLines */.uz)(name, inputs.input(name)));
    if (lines.length > 0)
        return lines;
    const advice = adviseOnMisplaced(inputs, SET_INPUTS) ?? `Write one line for each, such as NAME < env VARIABLE. ${EMPTY}`;
    throw (0,scalars/* invalidInput */.aY)('secrets', 'nothing is named to write, here or in certificates.', advice);
}
/** Returns the password of a PFX, or of an encrypted key in PEM; undefined if none is given. */
function readCertificatePassword(inputs) {
    const text = (0,scalars/* readText */.yR)(inputs, 'certificate-password');
    return text === undefined ? undefined : new secret_text/* SecretText */.o(text);
}
/** Returns what a variable that a line names holds; undefined if it is not set, or empty. */
function readSourceVariable(inputs, variable) {
    return inputs.variable(variable);
}
//# sourceMappingURL=set-inputs.js.map
// EXTERNAL MODULE: ./build/programs/src/masks/masks.js + 1 modules
var masks = __webpack_require__(863);
;// CONCATENATED MODULE: ./build/programs/src/input/modifier-mistakes.js
// Mistakes in a modifier that cannot be used. Nothing of its text is repeated: a value may have been pasted there.

/** For a comment that follows a modifier. */
const MODIFIER_COMMENT = {
    problem: 'a comment follows the line.',
    hint: 'Move it to a line of its own: "#" begins a comment only at the start of a line.',
};
/** Returns what is wrong with a modifier whose name is unknown. */
function unknownModifier(unknown) {
    const { input, name, index, count } = unknown;
    const hint = `Expected ${[...MODIFIERS[input].keys()].join(', ')}.`;
    if (name === '')
        return { problem: 'nothing follows a "|".', hint };
    const which = count === 1 ? 'the modifier' : `modifier ${index + 1}`;
    return (misplaced(unknown) ??
        misspelt(unknown, which) ??
        meantOtherwise(unknown, which) ?? { problem: `${which} does not exist.`, hint });
}
// A modifier's own name, in another case, of another kind of line, or with something attached to it.
function misplaced({ input, name }) {
    if (/^(?:#|\/\/)/.test(name))
        return MODIFIER_COMMENT;
    const lower = name.toLowerCase();
    if (MODIFIERS[input].has(lower))
        return { problem: 'modifiers are written in lower case.', hint: `Write | ${lower}.` };
    const owners = Object.entries(MODIFIERS).filter(([, modifiers]) => modifiers.has(lower));
    if (owners.length > 0) {
        return {
            problem: `${lower} is a modifier for ${owners.map(([owner]) => owner).join(' and ')}.`,
            hint: `${input} take ${[...MODIFIERS[input].keys()].join(', ')}.`,
        };
    }
    const [, known = '', attached = ''] = /^([a-z]+(?:64)?)([^a-z0-9])/.exec(lower) ?? [];
    const rule = MODIFIERS[input].get(known);
    if (rule === undefined)
        return undefined;
    return {
        problem: `the modifier ${known} has ${describeChar(attached)} right after it.`,
        hint: `Write ${formOf(known)}.`,
    };
}
function describeChar(char) {
    return /^[!-~]$/.test(char) ? `"${char}"` : 'another character';
}
/** Names that other tools have for it, and what to write here. */
const MEANT = {
    secrets: [
        [['b64', 'decode', 'base64decode', 'frombase64'], 'Write | base64.'],
        [['jq', 'key', 'path', 'jsonpath', 'fromjson', 'field', 'property', 'select', 'get'], 'Write | json PATH.'],
        [['save', 'write', 'output-file', 'to-file', 'tofile'], 'Write | file.'],
        [['plain', 'nomask', 'no-mask', 'mask', 'public', 'plaintext', 'visible', 'unmask'], 'Write | unmasked.'],
        [['metadata', 'meta', 'info', 'expires', 'expiry', 'version'], 'Write | attributes.'],
    ],
    certificates: [
        [['pfx', 'p12', 'pkcs12'], 'Leave it out: the output is a PFX already. | file writes one with a password.'],
        [['cer', 'crt', 'cert'], 'Leave it out: NAME-cer is always there. | public reads nothing else.'],
        [['private-key', 'privatekey', 'key', 'chain'], 'Write | pem.'],
        [['install', 'my', 'keystore'], 'Write | store.'],
        [['save', 'write'], 'Write | file.'],
        [['3des'], 'Write | file 3des.'],
    ],
    keys: [],
};
/** Words for which the action has an input, for all lines at once. */
const INPUTS = (/* unused pure expression or super */ null && ([
    [['env', 'export', 'export-env'], 'export-env'],
    [['optional', 'ignore-missing', 'default'], 'ignore-missing'],
]));
function meaningOf(meanings, name) {
    return meanings.find(([names]) => names.includes(name))?.[1];
}
function meantOtherwise({ input, name, argument }, which) {
    const lower = name.toLowerCase();
    const meant = meaningOf(MEANT[input], lower);
    if (meant !== undefined)
        return { problem: `${which} does not exist.`, hint: meant };
    const ofAll = meaningOf(INPUTS, lower);
    if (ofAll !== undefined)
        return { problem: `${which} does not exist.`, hint: `Set the input ${ofAll} instead.` };
    if (/^[A-Z_][A-Z0-9_]*$/.test(name) && argument === '') {
        return {
            problem: `${which} looks like the name of an output, which stands first.`,
            hint: 'Write OUTPUT = NAME.',
        };
    }
    return undefined;
}
function misspelt({ input, name }, which) {
    const near = [...MODIFIERS[input].keys()].find((known) => isNear(name.toLowerCase(), known));
    if (near === undefined)
        return undefined;
    return { problem: `${which} does not exist.`, hint: `Did you mean | ${near}?` };
}
/** Whether a text is a name with one letter more, less or other, or with two neighbors that have changed places. */
function isNear(text, known) {
    if (Math.abs(text.length - known.length) > 1)
        return false;
    return Array.from({ length: known.length + 1 }, (_, at) => at).some((at) => without(text, at) === known ||
        text === without(known, at) ||
        (text.length === known.length && without(text, at) === without(known, at)) ||
        `${text.slice(0, at)}${text.charAt(at + 1)}${text.charAt(at)}${text.slice(at + 2)}` === known);
}
function without(text, at) {
    return `${text.slice(0, at)}${text.slice(at + 1)}`;
}
/** Returns what is wrong with what follows a modifier; undefined if nothing is. */
function argumentMistake(name, argument, rule) {
    if (rule === 'text' || argument === '')
        return undefined;
    if (/^(?:#|\/\/)/.test(argument))
        return MODIFIER_COMMENT;
    if (rule !== 'none') {
        if (rule.includes(argument))
            return undefined;
        return {
            problem: `${name} takes ${rule.join(', ')} or nothing.`,
            hint: `Write | ${name}, or | ${name} ${rule.join(', ')}.`,
        };
    }
    if (name === 'file') {
        return {
            problem: 'file takes no name or path.',
            hint: 'Write | file: the output NAME-path says where the file is.',
        };
    }
    return { problem: `the modifier ${name} takes no argument.`, hint: `Write | ${name}.` };
}
/** Returns what is wrong with the path of `json`; undefined if nothing is. */
function pathMistake(path) {
    return PATH_MISTAKES.find(([pattern]) => pattern.test(path))?.[1];
}
const PATH_FORM = 'Write | json first.second, with a "." between keys and positions, e.g. users.0.name.';
const PATH_MISTAKES = [
    [/\s#|^#/, MODIFIER_COMMENT],
    [/^[\x22\x27\x60]|[\x22\x27\x60]$/, { problem: 'the path after json is in quotes.', hint: PATH_FORM }],
    [
        /\[(?:\d*|\*|[\x22\x27][^\x22\x27\]]*[\x22\x27])\]/,
        { problem: 'the path after json has brackets.', hint: PATH_FORM },
    ],
    [/^\$(?:\.|$)/, { problem: 'the path after json begins with "$".', hint: PATH_FORM }],
    [/^\./, { problem: 'the path after json begins with a ".".', hint: PATH_FORM }],
    [/\.\.|\.$/, { problem: 'the path after json has an empty part.', hint: PATH_FORM }],
];
// Returns how a modifier is written.
function formOf(name) {
    return { json: '| json PATH', tag: '| tag KEY=VALUE' }[name] ?? `| ${name}`;
}
//# sourceMappingURL=modifier-mistakes.js.map
;// CONCATENATED MODULE: ./build/programs/src/input/set-modifier-mistakes.js
// Mistakes in a modifier of a line of the set action. Nothing of its text is repeated: a value may have been pasted there.

/** By the input of the line: each modifier, and how it is written. */
const set_modifier_mistakes_MODIFIERS = {
    secrets: new Map([
        ['expires', '| expires DAYS'],
        ['type', '| type TEXT'],
        ['tag', '| tag KEY=VALUE'],
        ['base64', '| base64'],
        ['output', '| output'],
    ]),
    certificates: new Map([
        ['tag', '| tag KEY=VALUE'],
        ['not-exportable', '| not-exportable'],
    ]),
};
/** https://learn.microsoft.com/azure/key-vault/secrets/about-secrets */
const MAX_TAG_LENGTH = 512;
const MAX_TYPE_LENGTH = 255;
/** A hundred years: far beyond any use, and still a date that every service can write. */
const MAX_DAYS = 36_500;
/** Says what is wrong with a modifier, whose place in the line is counted from 0; undefined if nothing is. */
function findModifierMistake(line, modifier, index) {
    const isKnown = set_modifier_mistakes_MODIFIERS[line.input].has(modifier.name);
    return isKnown ? set_modifier_mistakes_argumentMistake(modifier.name, modifier.argument) : set_modifier_mistakes_unknownModifier(line, modifier, index);
}
function set_modifier_mistakes_argumentMistake(name, argument) {
    if (/^(?:#|\/\/)/.test(argument) && name !== 'tag')
        return MODIFIER_COMMENT;
    switch (name) {
        case 'expires':
            return daysMistake(argument);
        case 'type':
            if (argument !== '' && argument.length <= MAX_TYPE_LENGTH)
                return undefined;
            return {
                problem: argument === '' ? 'no text follows type.' : `the text after type has over ${MAX_TYPE_LENGTH} characters.`,
                hint: 'Write | type TEXT, for example | type text/plain.',
            };
        case 'tag':
            return tagMistake(argument);
        default:
            return argument === ''
                ? undefined
                : { problem: `nothing may follow the modifier ${name}.`, hint: `Write | ${name}.` };
    }
}
function daysMistake(argument) {
    if (/^\d{1,9}$/.test(argument) && Number(argument) >= 1 && Number(argument) <= MAX_DAYS)
        return undefined;
    return {
        problem: `expires takes a whole number of days from 1 to ${MAX_DAYS}.`,
        hint: 'Write | expires DAYS, for example | expires 90.',
    };
}
function tagMistake(argument) {
    const { key, value } = splitTag(argument);
    const hint = 'Write | tag KEY=VALUE.';
    if (key === '')
        return { problem: 'the modifier tag needs a key and a value.', hint };
    if (key.length <= MAX_TAG_LENGTH && value.length <= MAX_TAG_LENGTH)
        return undefined;
    return { problem: `the key or the value of a tag has over ${MAX_TAG_LENGTH} characters.`, hint };
}
/** Splits a tag. The first "=" separates: a tag's value may hold more. */
function splitTag(argument) {
    const equals = argument.indexOf('=');
    return { key: argument.slice(0, Math.max(0, equals)).trim(), value: argument.slice(equals + 1).trim() };
}
/** Modifiers of lines that fetch, which people try here. */
const OF_FETCHING = ['json', 'file', 'unmasked', 'attributes', 'pem', 'store', 'public'];
/** Names that other tools have for it. */
const set_modifier_mistakes_MEANT = {
    expiry: 'expires',
    'expires-on': 'expires',
    expiration: 'expires',
    expire: 'expires',
    ttl: 'expires',
    days: 'expires',
    'valid-days': 'expires',
    'content-type': 'type',
    contenttype: 'type',
    tags: 'tag',
    label: 'tag',
    b64: 'base64',
    encode: 'base64',
    export: 'output',
    out: 'output',
    nonexportable: 'not-exportable',
    'non-exportable': 'not-exportable',
    notexportable: 'not-exportable',
    'no-export': 'not-exportable',
};
function set_modifier_mistakes_unknownModifier({ input, modifiers }, { name }, index) {
    const known = set_modifier_mistakes_MODIFIERS[input];
    const hint = `Expected ${[...known.keys()].join(', ')}.`;
    if (name === '')
        return { problem: 'nothing follows a "|".', hint };
    if (/^(?:#|\/\/)/.test(name))
        return MODIFIER_COMMENT;
    const lower = name.toLowerCase();
    if (known.has(lower))
        return { problem: 'a modifier is not in lower case.', hint: `Write ${known.get(lower)}.` };
    const owner = Object.entries(set_modifier_mistakes_MODIFIERS).find(([, others]) => others.has(lower))?.[0];
    if (owner !== undefined)
        return { problem: `${lower} is a modifier of ${owner}.`, hint };
    if (OF_FETCHING.includes(lower))
        return { problem: `${lower} is a modifier of lines that fetch.`, hint };
    const attached = [...known].find(([one]) => new RegExp(`^${one}[^a-z0-9-]`).test(lower));
    if (attached !== undefined)
        return { problem: `the modifier ${attached[0]} has no blank after it.`, hint: `Write ${attached[1]}.` };
    const which = modifiers.length === 1 ? 'the modifier' : `modifier ${index + 1}`;
    const meant = set_modifier_mistakes_MEANT[lower] ?? [...known.keys()].find((one) => isNear(lower, one));
    const form = meant === undefined ? undefined : known.get(meant);
    return { problem: `${which} does not exist.`, hint: form === undefined ? hint : `Did you mean ${form}?` };
}
//# sourceMappingURL=set-modifier-mistakes.js.map
;// CONCATENATED MODULE: ./build/programs/src/input/set-modifiers.js
// The modifiers of a line of the set action: what the new version has beside its value.



/** https://learn.microsoft.com/azure/key-vault/secrets/about-secrets */
const MAX_TAGS = 15;
/**
 * Returns the modifiers of a line.
 * @throws ActionErrors with every modifier that cannot be used, or ActionError if they do not go with the source or each
 * other; each names the line
 */
function parseSetModifiers(line) {
    const parsed = (0,src_errors/* checkEach */.Qi)([...line.modifiers.entries()], ([index, text]) => parseModifier(line, text, index));
    const tags = tagsOf(line, parsed);
    const others = parsed.filter(({ name }) => name !== 'tag');
    const repeated = others.find(({ name }, index) => others.findIndex((one) => one.name === name) < index);
    if (repeated !== undefined)
        throw (0,line_grammar/* lineError */.VH)(line, `the modifier ${repeated.name} appears twice.`, 'Write it once.');
    const given = new Map(others.map(({ name, argument }) => [name, argument]));
    switch (line.input) {
        case 'secrets': {
            const expires = given.get('expires');
            return {
                kind: line.input,
                expiresDays: expires === undefined ? undefined : Number(expires),
                type: given.get('type'),
                tags,
                base64: given.has('base64'),
                output: given.has('output'),
            };
        }
        case 'certificates':
            return { kind: line.input, tags, notExportable: given.has('not-exportable') };
        default:
            throw line.input;
    }
}
/** @throws ActionError if a modifier does not go with the source of the value */
function checkSource(line, modifiers, { kind }) {
    if (modifiers.kind !== 'secrets')
        return;
    if (modifiers.output && kind !== 'generate') {
        throw (0,line_grammar/* lineError */.VH)(line, 'output goes only with generate: this value is known to the workflow already.', 'Leave | output out.');
    }
    if (modifiers.base64 && kind !== 'file') {
        throw (0,line_grammar/* lineError */.VH)(line, 'base64 goes only with file, whose bytes it encodes.', 'Leave | base64 out.');
    }
}
function parseModifier(line, text, index) {
    const end = text.search(/\s|$/);
    const [name, argument] = [text.slice(0, end), text.slice(end).trim()];
    const mistake = findModifierMistake(line, { name, argument }, index);
    if (mistake !== undefined)
        throw (0,line_grammar/* lineError */.VH)(line, mistake.problem, mistake.hint);
    return { name, argument };
}
function tagsOf(line, parsed) {
    const tags = parsed.filter(({ name }) => name === 'tag').map(({ argument }) => splitTag(argument));
    if (new Set(tags.map(({ key }) => key)).size < tags.length)
        throw (0,line_grammar/* lineError */.VH)(line, 'two tags have the same key.', 'Write each key once.');
    if (tags.length > MAX_TAGS)
        throw (0,line_grammar/* lineError */.VH)(line, `a version holds at most ${MAX_TAGS} tags.`, 'Leave the others out.');
    return tags;
}
//# sourceMappingURL=set-modifiers.js.map
// EXTERNAL MODULE: ./build/programs/src/plan/cloud.js
var cloud = __webpack_require__(3091);
// EXTERNAL MODULE: ./build/programs/src/plan/destination.js
var destination = __webpack_require__(174);
// EXTERNAL MODULE: ./build/programs/src/plan/identifier.js
var identifier = __webpack_require__(7827);
// EXTERNAL MODULE: ./build/programs/src/plan/identifier-mistakes.js
var identifier_mistakes = __webpack_require__(5389);
// EXTERNAL MODULE: ./build/programs/src/plan/output-names.js
var output_names = __webpack_require__(3460);
;// CONCATENATED MODULE: ./build/programs/src/plan/set-plan.js
// Plan of the set action, decided line by line before the first request.












/** Returns the vault. @throws ActionErrors that name each input that cannot be used */
function chooseSetVault(inputs) {
    let known;
    return (0,src_errors/* checkAll */.K7)({
        cloud: () => {
            known = (0,cloud/* chooseCloud */.R8)((0,cloud_inputs/* readCloudInputs */.bm)(inputs));
            return known;
        },
        // Without a cloud, only the form is checked.
        vaultUrl: () => (0,identifier/* parseKeyvault */.$t)(readSetKeyvault(inputs), known) ?? '',
    });
}
/**
 * Returns what `read` makes of each line, in their order.
 * @param read reads the value of a line; throws ActionErrors that name the line
 * @throws ActionErrors with every bad line, and every two lines that would write the same
 */
function planSetLines(lines, read) {
    const takenBy = new Map();
    const takenNames = (0,output_names/* makeTakenNames */.wO)({ exportEnv: false });
    return (0,src_errors/* checkEach */.Qi)(lines, (raw) => {
        const line = splitSetLine(raw);
        const { source, modifiers } = (0,src_errors/* checkAll */.K7)({
            name: () => checkName(line, takenBy),
            source: () => parseSource(line),
            modifiers: () => parseSetModifiers(line),
        });
        checkSource(line, modifiers, source);
        const planned = { line, source, modifiers, output: (0,destination/* withoutLeadingDigit */.kp)(line.name) };
        return (0,src_errors/* checkAll */.K7)({
            content: () => read(planned),
            outputs: () => takeOutputs(planned, takenNames),
        }).content;
    });
}
function checkName(line, takenBy) {
    const { name } = line;
    if (!(0,identifier/* isObjectName */.V2)(name)) {
        const mistake = aroundName(name) ?? (0,identifier_mistakes/* findNameMistake */.Bt)(name, name.split('/').length);
        throw (0,line_grammar/* lineError */.VH)(line, mistake.problem, mistake.hint);
    }
    const key = name.toLowerCase();
    const other = takenBy.get(key);
    takenBy.set(key, other ?? line);
    if (other !== undefined)
        throw sameName(line, other);
}
// The private key of a certificate is kept in the secret of its name.
function sameName(line, other) {
    const isSecret = line.input === other.input;
    return new src_errors/* ActionError */.lZ({
        code: 'OUTPUT_CLASH',
        title: 'Two lines for one object',
        subject: (0,line_grammar/* describeLine */.ES)(line),
        problem: isSecret
            ? `${(0,line_grammar/* describeLine */.ES)(other)} writes the same object already (case does not count).`
            : `${(0,line_grammar/* describeLine */.ES)(other)} writes a secret of this name, and a certificate keeps its private key in the secret of its own name.`,
        hint: isSecret ? 'Leave one of the two lines out.' : 'Choose another name for one of the two.',
    });
}
/** Only the output of a made value can clash: the other outputs end in -version or -changed, after names that differ. */
const CLASH_HINT = 'Leave | output out, or choose another name for one of the two.';
function takeOutputs({ line, modifiers, output }, takenNames) {
    const isShown = modifiers.kind === 'secrets' && modifiers.output;
    const outputs = [...(isShown ? [output] : []), `${output}-version`, `${output}-changed`];
    takenNames.take({ line, essence: (0,line_grammar/* describeLine */.ES)(line) + line.name, outputs, clashHint: CLASH_HINT });
}
//# sourceMappingURL=set-plan.js.map
// EXTERNAL MODULE: ./build/programs/src/masks/masks-of-values.js
var masks_of_values = __webpack_require__(36);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/programs/src/certificate/algorithm-names.js
var algorithm_names = __webpack_require__(4516);
// EXTERNAL MODULE: ./build/programs/src/certificate/der.js
var certificate_der = __webpack_require__(4847);
// EXTERNAL MODULE: ./build/programs/src/time.js
var time = __webpack_require__(3475);
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
    return writeElement(TAG.integer, Buffer.alloc(digits.readUInt8() >= 0x80 ? 1 : 0), digits);
}
/** `BOOLEAN` that is true. False is the default wherever it is read, and so is left out. */
function writeTrue() {
    return writeElement(TAG.boolean, Buffer.from([0xff]));
}
/** `BIT STRING` of whole bytes, or of fewer bits at its end. */
function writeBits(bytes, unusedBits = 0) {
    return writeElement(TAG.bitString, Buffer.from([unusedBits]), bytes);
}
/** `Time` of a certificate: two digits of the year up to 2049, then four (RFC 5280 section 4.1.2.5). */
function writeTime(seconds) {
    const digits = formatInstant(seconds).replace(/[-:T]/g, '');
    const isShort = /^(?:19[5-9]|20[0-4])/.test(digits);
    return isShort
        ? writeElement(TAG.utcTime, Buffer.from(digits.slice(2)))
        : writeElement(TAG.generalizedTime, Buffer.from(digits));
}
/** `UTF8String` */
function writeUtf8String(text) {
    return writeElement(TAG.utf8String, Buffer.from(text));
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
    return writeElement(certificate_der/* TAG */.Dk.bmpString, Buffer.from(text, 'utf16le').swap16());
}
//# sourceMappingURL=der-write.js.map
// EXTERNAL MODULE: ./build/programs/src/certificate/pfx-kdf.js
var pfx_kdf = __webpack_require__(8252);
;// CONCATENATED MODULE: ./build/programs/src/certificate/pfx-write.js
// A writer of PFX files (PKCS#12, RFC 7292): one private key with its certificates, everything encrypted.





/** As many as OpenSSL and Windows take; what protects is that the password is long and random. */
const PKCS12_ITERATIONS = 2048;
const PBKDF2_ITERATIONS = 10_000;
const SALT_LENGTH = 16;
/** Some readers take only 8 bytes with the schemes of PKCS#12. */
const PKCS12_SALT_LENGTH = 8;
/** A PFX with the key, the certificates and a MAC. */
function pfx_write_writePfx(parts) {
    const { randomBytes, protection } = parts;
    const lock = { format: 'PFX', password: (0,pfx_kdf/* encodePassword */.sS)(parts.password), work: new pfx_kdf/* Work */.Qj('PFX') };
    const encrypt = (plain) => ENCRYPTIONS[protection](plain, lock, randomBytes);
    const safe = writeSequence(writeEncryptedData(encrypt(writeCertificateBags(parts))), writeData(writeSequence(writeKeyBag(parts, encrypt(parts.privateKey)))));
    return writeSequence(writeInteger(3), writeData(safe), writeMacData(safe, lock, parts));
}
function writeData(content) {
    return writeSequence(writeOid(algorithm_names/* CONTENT_OID */.h8.data), writeElement(certificate_der/* TAG */.Dk.context0, writeOctets(content)));
}
function writeEncryptedData({ algorithm, data }) {
    const info = writeSequence(writeOid(algorithm_names/* CONTENT_OID */.h8.data), algorithm, writeElement(certificate_der/* TAG */.Dk.context0Primitive, data));
    const encryptedData = writeSequence(writeInteger(0), info);
    return writeSequence(writeOid(algorithm_names/* CONTENT_OID */.h8.encryptedData), writeElement(certificate_der/* TAG */.Dk.context0, encryptedData));
}
function writeBag(oid, value, attributes) {
    const set = attributes.length === 0 ? [] : [writeSetOf(...attributes)];
    return writeSequence(writeOid(oid), writeElement(certificate_der/* TAG */.Dk.context0, value), ...set);
}
function writeKeyBag(parts, { algorithm, data }) {
    const csp = parts.csp === undefined ? [] : [writeAttribute(algorithm_names/* ATTRIBUTE_OID */.Eh.cspName, writeBmpString(parts.csp))];
    const encryptedKey = writeSequence(algorithm, writeOctets(data));
    return writeBag(algorithm_names/* BAG_OID */.g.shroudedKey, encryptedKey, [...writeCommonAttributes(parts), ...csp]);
}
function writeCertificateBags(parts) {
    const bags = parts.certificates.map((certificate, index) => {
        const value = writeElement(certificate_der/* TAG */.Dk.context0, writeOctets(certificate));
        const bag = writeSequence(writeOid(algorithm_names/* BAG_OID */.g.x509Certificate), value);
        return writeBag(algorithm_names/* BAG_OID */.g.certificate, bag, index === 0 ? writeCommonAttributes(parts) : []);
    });
    return writeSequence(...bags);
}
// They tie the key to its certificate; readers such as Java go by the identifier. Any will do: OpenSSL's is this one.
function writeCommonAttributes({ certificates, friendlyName }) {
    const [leaf = Buffer.alloc(0)] = certificates;
    const localKeyId = (0,external_node_crypto_.createHash)('sha1').update(leaf).digest();
    return [
        writeAttribute(algorithm_names/* ATTRIBUTE_OID */.Eh.friendlyName, writeBmpString(friendlyName)),
        writeAttribute(algorithm_names/* ATTRIBUTE_OID */.Eh.localKeyId, writeOctets(localKeyId)),
    ];
}
function writeAttribute(oid, value) {
    return writeSequence(writeOid(oid), writeSetOf(value));
}
const ENCRYPTIONS = { aes256: encryptAes256, '3des': encrypt3Des };
function encryptAes256(plain, lock, randomBytes) {
    const salt = randomBytes(SALT_LENGTH);
    const iv = randomBytes(16);
    const key = (0,pfx_kdf/* derivePbkdf2 */.X4)(lock, { digest: 'sha256', salt, iterations: PBKDF2_ITERATIONS, length: 32 });
    const hmac = writeSequence(writeOid(algorithm_names/* HMAC_OID */.nN.sha256), writeNull());
    const pbkdf2 = writeSequence(writeOctets(salt), writeInteger(PBKDF2_ITERATIONS), hmac);
    const derivation = writeSequence(writeOid(algorithm_names/* SCHEME_OID */.tA.pbkdf2), pbkdf2);
    const cipher = writeSequence(writeOid(algorithm_names/* CIPHER_OID */.RY.aes256), writeOctets(iv));
    const algorithm = writeSequence(writeOid(algorithm_names/* SCHEME_OID */.tA.pbes2), writeSequence(derivation, cipher));
    return { algorithm, data: encryptBlocks('aes-256-cbc', key, iv, plain) };
}
function encrypt3Des(plain, lock, randomBytes) {
    const salt = randomBytes(PKCS12_SALT_LENGTH);
    const derivation = { digest: 'sha1', salt, iterations: PKCS12_ITERATIONS };
    const key = (0,pfx_kdf/* derivePkcs12 */.IG)(lock, pfx_kdf/* PURPOSE */.F2.key, { ...derivation, length: 24 });
    const iv = (0,pfx_kdf/* derivePkcs12 */.IG)(lock, pfx_kdf/* PURPOSE */.F2.iv, { ...derivation, length: 8 });
    const parameters = writeSequence(writeOctets(salt), writeInteger(PKCS12_ITERATIONS));
    const algorithm = writeSequence(writeOid(algorithm_names/* SCHEME_OID */.tA.sha1And3Des), parameters);
    return { algorithm, data: encryptBlocks('des-ede3-cbc', key, iv, plain) };
}
function encryptBlocks(name, key, iv, plain) {
    const cipher = (0,external_node_crypto_.createCipheriv)(name, key, iv);
    return Buffer.concat([cipher.update(plain), cipher.final()]);
}
function writeMacData(safe, lock, { protection, randomBytes }) {
    const digest = protection === 'aes256' ? 'sha256' : 'sha1';
    const salt = randomBytes(SALT_LENGTH);
    const derivation = { digest, salt, iterations: PKCS12_ITERATIONS, length: (0,pfx_kdf/* digestLength */.F0)(digest) };
    const mac = (0,external_node_crypto_.createHmac)(digest, (0,pfx_kdf/* derivePkcs12 */.IG)(lock, pfx_kdf/* PURPOSE */.F2.mac, derivation))
        .update(safe)
        .digest();
    const algorithm = writeSequence(writeOid(algorithm_names/* DIGEST_OID */.oU[digest]), writeNull());
    const digestInfo = writeSequence(algorithm, writeOctets(mac));
    return writeSequence(digestInfo, writeOctets(salt), writeInteger(PKCS12_ITERATIONS));
}
//# sourceMappingURL=pfx-write.js.map
// EXTERNAL MODULE: ./build/programs/src/render/rendered.js
var rendered = __webpack_require__(9392);
;// CONCATENATED MODULE: ./build/programs/src/render/certificate-outputs.js
// Outputs that the modifiers of a certificate's line add: a PFX or PEM file, PEM texts, an entry of the user's store.









const NOTHING = { outputs: [], files: [], storeEntries: [], masks: [], notes: [] };
/** Exchange on Windows refuses keys of the newer providers, which Windows takes if none is named. */
const CSP = 'Microsoft Enhanced RSA and AES Cryptographic Provider';
/** Everything that the modifiers of a line add. */
function renderModifiers(options) {
    const { file, pem, store } = options.modifiers;
    const all = [
        ...(file === undefined ? [] : [pem ? renderPemFile(options) : renderPfxFile(options)]),
        ...(pem ? [renderPem(options)] : []),
        ...(store ? [renderStoreEntry(options)] : []),
    ];
    return {
        outputs: all.flatMap(({ outputs }) => outputs),
        files: all.flatMap(({ files }) => files),
        storeEntries: all.flatMap(({ storeEntries }) => storeEntries),
        masks: all.flatMap(({ masks }) => masks),
        notes: noteKeyKind(options),
    };
}
// The keychain of macOS opens Triple DES alone.
function renderPfxFile(options) {
    const { output, modifiers, context } = options;
    const password = makePassword(context.randomBytes);
    const protection = modifiers.file === '3des' || context.platform === 'darwin' ? '3des' : 'aes256';
    const pfx = makePfx(options, { certificates: allCertificates(options), password, protection });
    return {
        ...NOTHING,
        outputs: [{ name: `${output}-password`, value: password }],
        files: [{ output: `${output}-path`, name: fileNameOf(output, '.pfx'), bytes: new SecretBytes(pfx) }],
        masks: [...maskBinary(pfx).masks, ...maskSecret(password.reveal()).masks],
    };
}
function renderPemFile(options) {
    const { output } = options;
    const text = privateKeyPem(options) + allCertificates(options).map(certificatePem).join('');
    return {
        ...NOTHING,
        files: [{ output: `${output}-path`, name: fileNameOf(output, '.pem'), bytes: new SecretBytes(Buffer.from(text)) }],
        masks: maskPem(text).masks,
    };
}
function renderPem(options) {
    const { output, keyWithChain } = options;
    const privateKey = privateKeyPem(options);
    return {
        ...NOTHING,
        outputs: [
            { name: `${output}-private-key`, value: new SecretText(privateKey) },
            { name: `${output}-chain`, value: keyWithChain.chain.map(certificatePem).join('') },
        ],
        masks: maskPem(privateKey).masks,
    };
}
// .NET on Linux opens the files of its store without a password. Windows would spread the issuers over other stores, where
// nobody looks after them; and its import is sure of a password alone. Both open Triple DES, whatever their version.
function renderStoreEntry(options) {
    const { keyWithChain, context } = options;
    const isWindows = context.platform === 'win32';
    const password = isWindows ? makePassword(context.randomBytes) : new SecretText('');
    const certificates = isWindows ? [keyWithChain.certificate] : allCertificates(options);
    const pfx = makePfx(options, { certificates, password: isWindows ? password : null, protection: '3des' });
    const thumbprint = createHash('sha1').update(keyWithChain.certificate).digest('hex').toUpperCase();
    return {
        ...NOTHING,
        storeEntries: [{ thumbprint, pfx: new SecretBytes(pfx), password }],
        masks: [...maskBinary(pfx).masks, ...maskSecret(password.reveal()).masks],
    };
}
function makePfx({ keyWithChain, item, context }, { certificates, password, protection }) {
    return writePfx({
        privateKey: exportKey(keyWithChain),
        certificates,
        password: password?.reveal() ?? null,
        friendlyName: item.name,
        protection,
        ...(isRsa(keyWithChain) && { csp: CSP }),
        randomBytes: context.randomBytes,
    });
}
function allCertificates({ keyWithChain }) {
    return [keyWithChain.certificate, ...keyWithChain.chain];
}
function exportKey({ privateKey }) {
    return privateKey.export({ format: 'der', type: 'pkcs8' });
}
function privateKeyPem({ keyWithChain }) {
    return toPem('PRIVATE KEY', exportKey(keyWithChain));
}
function certificatePem(der) {
    return toPem('CERTIFICATE', der);
}
function isRsa({ privateKey }) {
    return privateKey.asymmetricKeyType === 'rsa';
}
// Exchange may get it from a PFX file anywhere, or from the store on Windows, if the thumbprint is enough.
function noteKeyKind({ item, keyWithChain, modifiers, context }) {
    const isForExchange = (modifiers.file !== undefined && !modifiers.pem) || (modifiers.store && context.platform === 'win32');
    if (isRsa(keyWithChain) || !isForExchange)
        return [];
    const subject = describeIdentifier(item);
    const kind = describeKey(keyWithChain.privateKey.asymmetricKeyType);
    return [
        {
            title: `Not an RSA key: ${subject}`,
            text: `${subject} has ${kind}. Exchange Online PowerShell refuses it on Windows, which keeps such keys in a CNG provider; other programs open it.`,
        },
    ];
}
/** More than anybody can guess. */
const BYTES = 32;
/** Letters and digits. */
const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** So many characters hold every number of 32 bytes: 62 to the 43rd is more than 2 to the 256th. */
const LENGTH = 43;
/**
 * Returns a new password of letters and digits: no program takes it for an option, no shell for something of its own. It
 * is the bytes as a number of base 62, so that all of their chance is in it.
 */
function makePassword(randomBytes) {
    let rest = BigInt(`0x${randomBytes(BYTES).toString('hex')}`);
    let text = '';
    while (text.length < LENGTH) {
        text += CHARACTERS.charAt(Number(rest % 62n));
        rest /= 62n;
    }
    return new secret_text/* SecretText */.o(text);
}
//# sourceMappingURL=certificate-outputs.js.map
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/programs/src/input/line-mistakes.js
var line_mistakes = __webpack_require__(2467);
;// CONCATENATED MODULE: ./build/programs/src/render/json-leaves.js


/** Outputs are named after paths: what is nested deeper is no configuration. */
const MAX_DEPTH = 64;
/**
 * Reads an object or a list.
 * @throws ActionError of no subject if the text is neither, or is nested too deep
 */
function json_leaves_readJson(text) {
    if (!isJson(text) || !/^[\t\n\r ]*[{[]/.test(text)) {
        throw valueError('the value is not a JSON object or list.', 'Remove | json to get it as it is.');
    }
    const reader = new TokenReader(text);
    return { root: reader.readBranch([]), leaves: reader.leaves };
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        // The error quotes the text, and so must not be seen.
        return false;
    }
}
// Strings, brackets, and numbers or words. Since the text is JSON, nothing depends on its colons and commas.
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]|[^\s{}[\],:"]+/g;
class TokenReader {
    leaves = [];
    #rest;
    constructor(text) {
        this.#rest = Array.from(text.matchAll(TOKENS), ([token]) => token).reverse();
    }
    readBranch(path) {
        if (path.length === MAX_DEPTH) {
            throw valueError('the value is JSON that is nested too deeply.', `Expected at most ${MAX_DEPTH} levels.`);
        }
        const isList = this.#next() === '[';
        const end = isList ? ']' : '}';
        const entries = [];
        while (this.#rest.at(-1) !== end) {
            const key = isList ? `${entries.length}` : JSON.parse(this.#next());
            entries.push({ key, node: this.#readNode([...path, key]) });
        }
        this.#next();
        return { kind: isList ? 'list' : 'object', entries };
    }
    #readNode(path) {
        const token = this.#rest.at(-1);
        if (token === '{' || token === '[')
            return this.readBranch(path);
        const leaf = { path, ...readLeaf(this.#next()) };
        this.leaves.push(leaf);
        return leaf;
    }
    #next() {
        return this.#rest.pop();
    }
}
function readLeaf(token) {
    if (token.startsWith('"'))
        return { kind: 'string', text: JSON.parse(token) };
    if (/^[-\d]/.test(token))
        return { kind: 'number', text: token };
    return { kind: 'word', text: token === 'null' ? '' : token };
}
/**
 * Returns the leaf at a dotted path. Keys may have dots themselves.
 *
 * An error repeats the path, which stands in the workflow, and says what kind of thing the value has there. It names no
 * key of the value: keys can be as secret as what they hold, e.g. the names of users, and nothing masks them.
 * @throws ActionError of no subject if there is none, or more than one
 */
function json_leaves_pickLeaf({ root }, path) {
    const search = new Search(path);
    search.look(root, 0);
    const [found, ...others] = search.found;
    if (found === undefined)
        throw nothingThere(path, search.furthest);
    if (others.length > 0) {
        throw valueError(`the path ${quote(path)} leads to more than one value.`, 'A key occurs twice, or has dots: change the value.');
    }
    if (isBranch(found)) {
        throw valueError(`the path ${quote(path)} leads to ${describeNode(found)}, not to a leaf.`, 'Add keys or positions to the path, with a "." before each, until it leads to one leaf.');
    }
    return found;
}
// Each node is looked at once at most, since only one way leads to it.
class Search {
    found = [];
    furthest = { node: undefined, offset: -1 };
    #path;
    constructor(path) {
        this.#path = path;
    }
    look(node, offset) {
        if (offset > this.furthest.offset)
            this.furthest = { node, offset };
        if (!isBranch(node))
            return;
        for (const { key, node: below } of node.entries) {
            const end = offset + key.length;
            if (!this.#path.startsWith(key, offset))
                continue;
            if (end === this.#path.length)
                this.found.push(below);
            else if (this.#path.charAt(end) === '.')
                this.look(below, end + 1);
        }
    }
}
function nothingThere(path, { node, offset }) {
    const before = offset === 0 ? 'the whole value' : quote(path.slice(0, offset - 1));
    const [part = ''] = path.slice(offset).split('.');
    const nowhere = `the path ${quote(path)} leads nowhere: ${before} is ${describeNode(node)}`;
    switch (node?.kind) {
        case 'object': {
            const lower = part.toLowerCase();
            const isNear = node.entries.some(({ key }) => key.toLowerCase() === lower);
            const near = isNear ? ', and one key there differs only in case' : '';
            return valueError(`${nowhere} without the key ${quote(part)}.`, `Keys must match exactly${near}.`);
        }
        case 'list':
            return valueError(`${nowhere}, which has no position ${quote(part)}.`, 'Positions in lists count from 0.');
        default:
            return valueError(`${nowhere}, and nothing is below it.`, `End the path there.`);
    }
}
function isBranch(node) {
    return node.kind === 'object' || node.kind === 'list';
}
function describeNode(node) {
    switch (node?.kind) {
        case 'object':
            return node.entries.length === 0 ? 'an empty object' : 'an object';
        case 'list':
            return node.entries.length === 0 ? 'an empty list' : `a list of ${node.entries.length}`;
        case 'string':
            return 'a string';
        case 'number':
            return 'a number';
        default:
            return node?.text === '' ? 'null' : 'a boolean';
    }
}
//# sourceMappingURL=json-leaves.js.map
;// CONCATENATED MODULE: ./build/programs/src/render/apply-modifiers.js
// A secret's value after base64 and json have been applied, in the order of its line.





/**
 * Returns the value after the modifiers.
 * @param stored as the vault holds it
 * @throws ActionError of no subject if it is not what a modifier expects
 */
async function apply_modifiers_applyModifiers(stored, modifiers) {
    let stage = {
        bytes: Buffer.from(stored),
        text: stored,
        leaves: [],
        own: ({ maskValue }) => maskValue(stored),
        earlier: [],
    };
    if (modifiers.base64 === 'value')
        stage = decode(stage, modifiers);
    if (modifiers.json !== undefined)
        stage = readLeaves(stage, { ...modifiers, path: modifiers.json.path });
    if (modifiers.base64 === 'leaf')
        stage = decode(stage, modifiers);
    const { bytes, text, leaves, own, earlier } = stage;
    const room = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 36));
    return { bytes, text, leaves, masking: joinMaskings(...[...earlier, own].map((mask) => mask(room))) };
}
function decode({ text, own, earlier }, { base64, json, file }) {
    const isBeforePath = base64 === 'value' && json?.path !== undefined;
    const bytes = orAdvise(() => decodeBase64(withoutMark(textOf(text))), isBeforePath ? LEAF_FIRST : undefined);
    const decoded = { bytes, leaves: [], earlier: [...earlier, own] };
    if (isUtf8(bytes))
        return { ...decoded, text: bytes.toString(), own: ({ maskValue }) => maskValue(bytes.toString()) };
    if (file)
        return { ...decoded, text: undefined, own: ({ maskBinary }) => maskBinary(bytes) };
    throw valueError('the decoded value is not UTF-8, as every output must be.', 'Write | base64 | file to get its bytes in a file.');
}
const LEAF_FIRST = 'To decode one leaf, write | json PATH | base64.';
const VALUE_FIRST = 'To decode the whole value first, write | base64 | json PATH.';
// The likeliest mistake of a line that has both is their order.
function orAdvise(read, advice) {
    try {
        return read();
    }
    catch (error) {
        throw advice !== undefined && error instanceof ActionError ? error.advising(advice) : error;
    }
}
function readLeaves({ text, earlier, ...rest }, { base64, path }) {
    const whole = textOf(text);
    const tree = orAdvise(() => readJson(withoutMark(whole)), base64 === 'leaf' ? VALUE_FIRST : undefined);
    if (path === undefined)
        return { ...rest, text, earlier, leaves: tree.leaves, own: ({ maskJson }) => maskJson(whole, tree.leaves) };
    // The other leaves stay in the vault.
    const leaf = pickLeaf(tree, path);
    return {
        bytes: Buffer.from(leaf.text),
        text: leaf.text,
        leaves: [],
        earlier: [],
        own: ({ maskPicked }) => maskPicked(leaf),
    };
}
// Only decoding gives bytes that are no text, and only JSON can be expected of them then.
function textOf(text) {
    if (text !== undefined)
        return text;
    throw valueError('the decoded value is not UTF-8, so it is not JSON.', 'Remove | json to get it in a file.');
}
const HINT = 'Remove | base64 to get the value as it is.';
/**
 * The bytes.
 * @throws ActionError of no subject if the text is not base64
 */
function decodeBase64(text) {
    const digits = text
        .split(/[\r\n]/)
        .map((line) => line.trim())
        .join('');
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) {
        throw valueError('the value is not base64: it has other characters, or a "=" before its end.', `Expected A-Z, a-z, 0-9, "+" and "/", padded with "=". ${HINT}`);
    }
    if (digits.length % 4 !== 0) {
        throw valueError('the value is not base64: its padding is missing, or it is cut off.', `Expected a multiple of four characters, padded with "=". ${HINT}`);
    }
    return Buffer.from(digits, 'base64');
}
//# sourceMappingURL=apply-modifiers.js.map
;// CONCATENATED MODULE: ./build/programs/src/render/render-secret.js





/**
 * The value, byte for byte, and what the modifiers of its line make of it.
 * @throws ActionErrors that name the line if the value is not what a modifier expects, or the output of a leaf is taken
 */
async function renderSecret(destination, secret, { takenNames }) {
    const { output, item, modifiers, line } = destination;
    try {
        const { bytes, text, leaves, masking } = await readSecretValue(secret, modifiers);
        const ofLeaves = leaves.map((leaf) => ({ name: leafOutput(output, leaf), text: leaf.text }));
        takenNames.take({
            line,
            essence: `leaves of ${output}`,
            outputs: ofLeaves.map(({ name }) => name),
            match: destination.isMatch && item.name,
        });
        const own = text === undefined ? [] : [{ name: output, text }];
        const outputs = [...own, ...ofLeaves].map((one) => ({ name: one.name, value: new SecretText(one.text) }));
        const file = { output: `${output}-path`, name: fileNameOf(output), bytes: new SecretBytes(bytes) };
        return {
            item,
            version: secret.version,
            life: secret.attributes,
            outputs,
            files: modifiers.file ? [file] : [],
            storeEntries: [],
            ...(modifiers.unmasked ? { masks: [], weakness: undefined } : masking),
            secrets: outputs,
            ...(secret.isManaged && { remarks: [OF_CERTIFICATE] }),
            // White space around JSON is not part of what it says.
            notes: warnOfEdges(item, isJsonTree(modifiers) ? ofLeaves : own),
        };
    }
    catch (error) {
        throw errorsOfLine(destination, error);
    }
}
const OF_CERTIFICATE = 'It is a certificate with its private key. In the input certificates, it also gives a thumbprint, a subject and an expiry, and takes | file, | pem, | store and | public.';
function isJsonTree({ json }) {
    return json !== undefined && json.path === undefined;
}
// Characters of keys that no output may have become "_", one for one.
function leafOutput(output, { path }) {
    return [output, ...path].join('-').replace(/[^A-Za-z0-9_-]/gu, '_');
}
/**
 * Returns the value after the modifiers of its line.
 * @throws ActionError of no subject if it is not what a modifier expects
 */
async function readSecretValue({ value, contentType }, modifiers) {
    const stored = value.reveal();
    if (modifiers.base64 || modifiers.json !== undefined)
        return applyModifiers(stored, modifiers);
    const masking = await maskStored(stored, contentType);
    return { bytes: Buffer.from(stored), text: stored, leaves: [], masking };
}
// Values that may hold a private key: PEM, and base64 of a PFX. A certificate named under `secrets` comes out as any secret.
// Most values hold none, so what opens keys is loaded for these alone.
async function maskStored(stored, contentType) {
    const isPfx = contentType === 'application/x-pkcs12';
    if (!isPfx && !/-----BEGIN |^\s*MI/.test(stored))
        return maskSecret(stored);
    const { maskOpenPfx, maskValue } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 36));
    return isPfx ? maskOpenPfx(stored) : maskValue(stored);
}
/** A JSON text may have hundreds of leaves. */
const MAX_NAMED = 5;
/** Returns a warning that names the outputs with white space around them, and what it is; nothing if there is none. */
function warnOfEdges(item, outputs) {
    const all = outputs.flatMap(({ name, text }) => {
        const edges = describeEdges(text);
        return edges === undefined ? [] : [`the output ${name} ${edges}`];
    });
    if (all.length === 0)
        return [];
    const named = all.slice(0, MAX_NAMED);
    const more = all.length > named.length ? ` and ${all.length - named.length} more` : '';
    const subject = describeIdentifier(item);
    return [
        {
            title: `White space: ${subject}`,
            text: `${subject}: ${named.join(', ')}${more}. Some programs remove that, and others do not. If it is not intended, store the value without it.`,
        },
    ];
}
/**
 * Says which white space is before and after a value of one line, e.g. `ends with a line break`; undefined if there is
 * none, or if the value has several lines. Nothing else of the value is said.
 */
function describeEdges(text) {
    let start = 0;
    let end = text.length;
    // Loops, since an expression that is bound to the end alone takes the square of the time that a long run of blanks takes.
    while (start < end && isInvisible(text.charAt(start)))
        start += 1;
    while (end > start && isInvisible(text.charAt(end - 1)))
        end -= 1;
    if (text === '' || /[\r\n]/.test(text.slice(start, end)))
        return undefined;
    if (start === end)
        return `holds nothing but ${render_secret_kindOf(text)}`;
    const edges = [
        ...(start === 0 ? [] : [`begins with ${render_secret_kindOf(text.slice(0, start))}`]),
        ...(end === text.length ? [] : [`ends with ${render_secret_kindOf(text.slice(end))}`]),
    ];
    return edges.length === 0 ? undefined : edges.join(' and ');
}
// White space, and what is as invisible: control characters, marks of order and of direction, joiners.
function isInvisible(char) {
    return /[\s\p{Cc}\p{Cf}]/u.test(char);
}
const KINDS = [
    [/^(?:\r\n|\r|\n)$/, 'a line break'],
    [/^[\r\n]+$/, 'line breaks'],
    [/^ $/, 'a space'],
    [/^ +$/, 'spaces'],
    [/^\t+$/, 'a tab'],
    [/^\ufeff$/, 'a byte order mark'],
    [/^\u00a0+$/, 'a no-break space'],
    [/^[\p{Cc}\p{Cf}]+$/u, 'characters that cannot be seen'],
];
function render_secret_kindOf(edge) {
    return KINDS.find(([pattern]) => pattern.test(edge))?.[1] ?? 'white space';
}
//# sourceMappingURL=render-secret.js.map
// EXTERNAL MODULE: ./build/programs/src/certificate/pem.js
var pem = __webpack_require__(2053);
;// CONCATENATED MODULE: ./build/programs/src/certificate/describe.js
// Facts that a certificate states about itself.



/**
 * The facts of an X.509 certificate in DER (RFC 5280 section 4.1).
 * @throws ActionError if it is none
 */
function describeCertificate(der) {
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
    const shown = text === undefined ? `#${value.raw.toString('hex')}` : describe_quote(withoutNulsAtEnd(text));
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
function describe_quote(text) {
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
// EXTERNAL MODULE: ./build/programs/src/certificate/key-pair.js + 1 modules
var key_pair = __webpack_require__(79);
// EXTERNAL MODULE: ./build/programs/src/certificate/pfx-error.js
var pfx_error = __webpack_require__(9389);
// EXTERNAL MODULE: ./build/programs/src/certificate/source.js
var certificate_source = __webpack_require__(39);
;// CONCATENATED MODULE: ./build/programs/src/set/open-certificate.js
// A certificate with its private key, opened from whatever holds them, and written again in a form that vaults take.














/** Opens it. @throws ActionError that names the line, and says what was found and what is needed */
function openCertificate(line, given, { ports, certificatePassword }) {
    const pair = open_certificate_open(line, given, certificatePassword);
    const source = (0,certificate_source/* recognizeSource */.yl)(given);
    const { raw, validTo } = new external_node_crypto_.X509Certificate(pair.certificate);
    return {
        thumbprint: describeCertificate(raw).thumbprint,
        expires: (0,time/* parseInstant */.nV)(validTo),
        key: open_certificate_describeKey(line, pair),
        form: source.kind === 'pem' ? 'application/x-pem-file' : 'application/x-pkcs12',
        masking: (0,masks/* joinMaskings */.yy)(source.kind === 'pem' ? (0,masks_of_values.maskPem)(source.text) : (0,masks_of_values.maskPfx)(source.bytes.toString('base64')), (0,masks_of_values.maskKey)(pair.privateKey)),
        write: (form) => WRITERS[form](pair, ports.randomBytes),
    };
}
// One input holds the password of several certificates, of which some may have none.
function open_certificate_open(line, given, password) {
    try {
        return (0,key_pair/* openKeyPair */.En)(given, { password });
    }
    catch (error) {
        const errors = (0,src_errors/* expectedErrors */.OP)(error);
        if (errors.some(pfx_error/* isPasswordSuperfluous */.lk))
            return open_certificate_open(line, given, undefined);
        throw new src_errors/* ActionErrors */.o9(errors.map((one) => ofLine(line, one)));
    }
}
function ofLine(line, error) {
    const { code, problem, hint } = error;
    const advice = (0,pfx_error/* isPasswordNeeded */.FC)(error) ? 'Set certificate-password.' : hint;
    return new src_errors/* ActionError */.lZ({
        code,
        title: 'Unusable certificate',
        subject: (0,line_grammar/* describeLine */.ES)(line),
        problem,
        ...(advice !== undefined && { hint: advice }),
    });
}
/** As Key Vault names the curves that it takes, by OpenSSL's names. */
const CURVES = new Map([
    ['prime256v1', 'P-256'],
    ['secp384r1', 'P-384'],
    ['secp521r1', 'P-521'],
    ['secp256k1', 'P-256K'],
]);
/** Sizes of RSA keys that Key Vault takes, in bits: https://learn.microsoft.com/azure/key-vault/keys/about-keys */
const RSA_SIZES = [2048, 3072, 4096];
function open_certificate_describeKey(line, { privateKey }) {
    const modulusLength = privateKey.asymmetricKeyDetails?.modulusLength;
    const crv = CURVES.get(`${privateKey.asymmetricKeyDetails?.namedCurve}`);
    if (privateKey.asymmetricKeyType === 'rsa' && modulusLength !== undefined && RSA_SIZES.includes(modulusLength))
        return { kty: 'RSA', key_size: modulusLength };
    if (privateKey.asymmetricKeyType === 'ec' && crv !== undefined)
        return { kty: 'EC', crv };
    throw (0,line_grammar/* lineError */.VH)(line, 'Key Vault does not accept a private key of this kind or size.', 'Use an RSA key of 2048, 3072 or 4096 bits, or an EC key on P-256, P-384, P-521 or P-256K.');
}
const WRITERS = {
    'application/x-pkcs12': ({ privateKey, certificate, chain }, randomBytes) => {
        const password = makePassword(randomBytes);
        const pfx = pfx_write_writePfx({
            privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
            certificates: [certificate, ...chain],
            password: password.reveal(),
            friendlyName: '',
            protection: '3des',
            randomBytes,
        });
        return { value: new secret_text/* SecretText */.o(pfx.toString('base64')), password };
    },
    'application/x-pem-file': ({ privateKey, certificate, chain }) => {
        const key = (0,pem/* toPem */.sg)('PRIVATE KEY', privateKey.export({ format: 'der', type: 'pkcs8' }));
        const certificates = [certificate, ...chain].map((der) => (0,pem/* toPem */.sg)('CERTIFICATE', der));
        return { value: new secret_text/* SecretText */.o([key, ...certificates].join('')), password: undefined };
    },
};
//# sourceMappingURL=open-certificate.js.map
// EXTERNAL MODULE: ./build/programs/src/ports.js
var ports = __webpack_require__(6580);
;// CONCATENATED MODULE: ./build/programs/src/set/source-file.js


/** Returns the file's bytes. @throws ActionError that names the line, if there is no such file, or if it is empty */
function readSourceFile(line, { path, maxBytes, limit }, machine) {
    let bytes;
    try {
        bytes = machine.readFile(path, maxBytes);
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        throw code === ports/* FILE_TOO_LARGE */.U ? (0,line_grammar/* lineError */.VH)(line, limit, 'Choose another file.') : unreadable(line, code, path);
    }
    if (bytes.length > 0)
        return bytes;
    throw (0,line_grammar/* lineError */.VH)(line, 'the file is empty.', 'Have an earlier step write it, or remove the line.');
}
const PATH_HINT = 'A path starts at the workspace, or is absolute. Check that an earlier step writes the file, and that upper and lower case match.';
function unreadable(line, code, path) {
    switch (code) {
        case 'EISDIR':
            return (0,line_grammar/* lineError */.VH)(line, 'the path leads to a folder.', 'Write the path of the file in it.');
        case 'EACCES':
        case 'EPERM':
            return (0,line_grammar/* lineError */.VH)(line, "the runner's user may not read the file.", 'Give that user the right to read it.');
        case 'ENAMETOOLONG':
            return (0,line_grammar/* lineError */.VH)(line, 'what follows file is too long for a path.', PATH_HINT);
        default:
            return /^~|\$[A-Za-z_{]|%[A-Za-z_]+%/.test(path)
                ? (0,line_grammar/* lineError */.VH)(line, 'the path holds what only a shell expands ("~" or a variable).', PATH_HINT)
                : (0,line_grammar/* lineError */.VH)(line, 'no file has the path after file.', PATH_HINT);
    }
}
//# sourceMappingURL=source-file.js.map
;// CONCATENATED MODULE: ./build/programs/src/set/read-content.js
// The values of lines, read and checked before the first request, with the masks that hide them in every form.











/** Far below any PFX or PEM with its issuers. */
const MAX_CERTIFICATE_BYTES = 1024 * 1024;
/** Reads what a line names. @throws ActionErrors that name the line, and nothing of the value */
function readContent(planned, reading) {
    const { modifiers, line } = planned;
    switch (modifiers.kind) {
        case 'secrets':
            return { ...planned, modifiers, kind: 'secret', ...readSecret({ ...planned, modifiers }, reading) };
        case 'certificates': {
            const given = readCertificateSource(planned, reading);
            const opened = openCertificate(line, given, reading);
            const warnings = warnOfExpired(line, opened, reading.ports.clock.nowMs());
            return { ...planned, modifiers, kind: 'certificate', certificate: opened, masking: opened.masking, warnings };
        }
        default:
            throw modifiers;
    }
}
function readSecret({ line, source, modifiers }, reading) {
    switch (source.kind) {
        case 'generate': {
            const value = makeCharacters(source.length, reading.ports.randomBytes);
            return { value, isMade: true, masking: (0,masks_of_values.maskValue)(value.reveal()), warnings: [] };
        }
        case 'env':
            return read_content_readText(line, readVariable(line, source, reading));
        case 'file': {
            const limit = `the file has over ${MAX_VALUE_BYTES} bytes, which is more than a secret can hold.`;
            const bytes = readSourceFile(line, { ...source, maxBytes: MAX_VALUE_BYTES, limit }, reading.ports.machine);
            return modifiers.base64 ? encode(line, bytes) : read_content_readText(line, read_content_decode(line, bytes));
        }
        default:
            throw source;
    }
}
/** The greatest multiple of the characters' number that a byte can hold: what is over it would favor the first ones. */
const LIMIT = 256 - (256 % CHARACTERS.length);
// Letters and digits, each as likely as any other.
function makeCharacters(length, randomBytes) {
    let text = '';
    while (text.length < length) {
        const fair = [...randomBytes(length)].filter((byte) => byte < LIMIT);
        text += fair.map((byte) => CHARACTERS.charAt(byte % CHARACTERS.length)).join('');
    }
    return new secret_text/* SecretText */.o(text.slice(0, length));
}
function readVariable(line, { variable }, { ports: { inputs } }) {
    const text = readSourceVariable(inputs, variable);
    if (text !== undefined)
        return text;
    throw (0,line_grammar/* lineError */.VH)(line, 'the variable after env is not set, or is empty.', 'Set it in the env of this step. A secret that does not exist, or that a fork may not see, arrives there as empty text.');
}
function read_content_decode(line, bytes) {
    const text = bytes.toString();
    if (Buffer.from(text).equals(bytes))
        return text;
    throw (0,line_grammar/* lineError */.VH)(line, 'the file is not text in UTF-8.', 'Add | base64 to store its bytes as base64.');
}
function encode(line, bytes) {
    const text = bytes.toString('base64');
    if (text.length > MAX_VALUE_BYTES)
        throw tooLarge(line, 'in base64, the file has');
    const plain = Buffer.from(bytes.toString()).equals(bytes) ? (0,masks_of_values.maskValue)(bytes.toString()) : (0,masks_of_values.maskBinary)(bytes);
    return {
        value: new secret_text/* SecretText */.o(text),
        isMade: false,
        masking: (0,masks/* joinMaskings */.yy)((0,masks_of_values.maskValue)(text), { ...plain, weakness: undefined }),
        warnings: [],
    };
}
function read_content_readText(line, text) {
    if (Buffer.byteLength(text) > MAX_VALUE_BYTES)
        throw tooLarge(line, 'the value has');
    return { value: new secret_text/* SecretText */.o(text), isMade: false, masking: (0,masks_of_values.maskValue)(text), warnings: warnOfEnd(line, text) };
}
function tooLarge(line, what) {
    return (0,line_grammar/* lineError */.VH)(line, `${what} over ${MAX_VALUE_BYTES} bytes, which is more than a secret can hold.`, 'Store a smaller value, or split it into several secrets.');
}
function warnOfEnd(line, text) {
    const edges = describeEdges(text) ?? (/[\r\n]$/.test(text) ? 'ends with a line break' : undefined);
    if (edges === undefined)
        return [];
    const subject = `secret ${line.name}`;
    return [
        {
            title: `White space: ${subject}`,
            text: `${(0,line_grammar/* describeLine */.ES)(line)}: the value ${edges}. It is stored as it is, and some programs do not remove that. If it is not intended, write the value without it.`,
        },
    ];
}
function warnOfExpired(line, { expires }, nowMs) {
    if ((0,time/* judgeExpiry */.BF)({ notBefore: undefined, expires }, nowMs, 0).kind !== 'expired')
        return [];
    return [
        {
            title: `Expired: certificate ${line.name}`,
            text: `${(0,line_grammar/* describeLine */.ES)(line)}: the certificate expired on ${(0,time/* formatInstant */.r4)(expires)}. Key Vault does not import one that has expired. Renew it, and give the new one to this line.`,
        },
    ];
}
function readCertificateSource({ line, source }, reading) {
    switch (source.kind) {
        case 'env':
            return readVariable(line, source, reading);
        case 'file': {
            const limit = 'the file is larger than 1 MiB, which no certificate is.';
            return readSourceFile(line, { ...source, maxBytes: MAX_CERTIFICATE_BYTES, limit }, reading.ports.machine);
        }
        case 'generate':
            throw new Error('no certificate is made');
        default:
            throw source;
    }
}
//# sourceMappingURL=read-content.js.map
// EXTERNAL MODULE: ./build/programs/src/keyvault/ask-vault.js
var ask_vault = __webpack_require__(9132);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/change-requests.js


/** The request that makes a new version of a certificate. Sent twice, it makes two of the same content. */
function importRequest(certificate, parts, token) {
    const { value, password, contentType, exportable, key, tags } = parts;
    return withBody('POST', `${urlOf(certificate)}/import`, token, {
        value: value.reveal(),
        ...(password !== undefined && { pwd: password.reveal() }),
        policy: { key_props: { ...key, exportable, reuse_key: false }, secret_props: { contentType } },
        attributes: { enabled: true },
        tags,
    });
}
/** The request that disables one version. Nothing else of it changes. */
function disableRequest(version, token) {
    const url = `${urlOf(version)}/${version.version}`;
    return withBody('PATCH', url, token, { attributes: { enabled: false } });
}
/** The request that has a deleted object recovered, which takes some seconds. */
function recoverRequest(object, token) {
    return withBody('POST', `${deletedUrlOf(object)}/recover`, token, undefined);
}
/** The request that reads what is known of a deleted object. */
function deletedObjectRequest(object, token) {
    return (0,ask_vault/* getRequest */.iq)(withVersion(deletedUrlOf(object)), token);
}
function urlOf({ vaultUrl, collection, name }) {
    return `${vaultUrl}/${collection}/${name}`;
}
function deletedUrlOf({ vaultUrl, collection, name }) {
    return `${vaultUrl}/deleted${collection}/${name}`;
}
function withVersion(url) {
    return `${url}?api-version=${ask_vault/* API_VERSION */.mG}`;
}
function withBody(method, url, token, body) {
    const { headers } = (0,ask_vault/* getRequest */.iq)(url, token);
    return {
        method,
        url: withVersion(url),
        headers: { ...headers, 'content-type': 'application/json' },
        ...(body !== undefined && { body: new secret_text/* SecretText */.o(JSON.stringify(body)) }),
    };
}
//# sourceMappingURL=change-requests.js.map
// EXTERNAL MODULE: ./build/programs/src/keyvault/vault-error.js + 2 modules
var vault_error = __webpack_require__(1247);
// EXTERNAL MODULE: ./build/programs/src/keyvault/write-advice.js
var write_advice = __webpack_require__(3588);
;// CONCATENATED MODULE: ./build/programs/src/set/set-run.js
/**
 * From the beginning of the step, in milliseconds. The last part is kept for a look at what came of a write that got no
 * answer.
 */
const LIMITS_MS = { write: 100_000, all: 120_000 };
/** The whole step lasts at most this long. */
const SET_TIMEOUT_MS = LIMITS_MS.all;
/** Returns the instant at which a stage must have ended, in milliseconds since 1970. */
function deadlineOf({ startMs }, stage) {
    return startMs + LIMITS_MS[stage];
}
/** For errors: what comparing and writing need, whichever line is refused. */
const WRITES = { secrets: ['list', 'get', 'set'], certificates: ['get', 'import'] };
/** Returns the same access, until the end of a stage. */
function accessUntil(run, stage) {
    const { vault } = run;
    return { ...vault, writes: WRITES, context: { ...vault.context, deadlineMs: deadlineOf(run, stage) } };
}
//# sourceMappingURL=set-run.js.map
;// CONCATENATED MODULE: ./build/programs/src/set/set-state.js

/** Nothing was sent that could change the vault, or all of it was refused. */
const NOTHING_WRITTEN = 'Nothing was written for this line.';
/** Says what the vault holds after a write that failed. */
function describeState(state, { current, isMade }) {
    const before = current === undefined ? 'no version' : `version ${current.version}`;
    const again = isMade
        ? 'Run the job again, which makes another value: nobody has this one.'
        : 'Run the job again: it writes only what differs.';
    switch (state) {
        case 'refused':
            return current === undefined ? NOTHING_WRITTEN : `${NOTHING_WRITTEN} The vault holds ${before} as before.`;
        case 'unconfirmed':
            return `The vault did not confirm the write. When it was asked again, it held ${before} as before, but it may still store the new one. ${again}`;
        case 'unseen':
            return `The vault did not confirm the write, and could not be asked what it holds now: ${before} as before, or the new one. ${again}`;
        case 'overtaken':
            return 'The vault did not confirm the write of this run, whose value may be in a version before the current one.';
        default:
            throw state;
    }
}
/** Says that the new version is stored, and the one before it still works. */
function describeNotDisabled({ vaultUrl, collection, name, version }, stored) {
    const id = `${vaultUrl}/${collection}/${name}/${version}`;
    return `Version ${stored} is stored, and is the current one. The version before it may still be enabled. To disable it by hand: "az keyvault ${(0,identifier/* kindOf */.I)(collection)} set-attributes --id ${id} --enabled false".`;
}
//# sourceMappingURL=set-state.js.map
// EXTERNAL MODULE: ./build/programs/src/http/json.js
var json = __webpack_require__(8567);
// EXTERNAL MODULE: ./build/programs/src/http/retry-policy.js
var retry_policy = __webpack_require__(4358);
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
        (0,src_errors/* expectedErrors */.OP)(error);
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
        (0,src_errors/* expectedErrors */.OP)(error);
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
;// CONCATENATED MODULE: ./build/programs/src/keyvault/bundles.js
// Key Vault's answers, decoded: https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
// and .../certificates/get-certificate/get-certificate (api-version 7.4).





/** The body as a secret; undefined if it is none. */
function bundles_decodeSecretBundle(body) {
    const bundle = parseJsonObject(body);
    const version = versionOf(bundle?.['id']);
    const value = bundle?.['value'];
    const attributes = decodeAttributes(bundle);
    if (typeof value !== 'string' || version === undefined || attributes === undefined)
        return undefined;
    return {
        value: new SecretText(value),
        version,
        contentType: asText(bundle?.['contentType'], /^[\x20-\x7e]{0,255}$/) ?? '',
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
    const [, version] = /^https:\/\/[^/]+\/[a-z]+\/[^/]+\/([0-9a-f]{32})$/i.exec((0,json/* asText */.e1)(id, /^https:/) ?? '') ?? [];
    return version;
}
/** The life that a bundle states; undefined if it has no attributes. */
function decodeAttributes(bundle) {
    const attributes = (0,json/* asObject */.eB)(bundle?.['attributes']);
    if (attributes === undefined)
        return undefined;
    return { notBefore: asInstant(attributes['nbf']), expires: asInstant(attributes['exp']) };
}
/** The tags that a bundle shows; what is no text is none. */
function decodeTags(bundle) {
    const tags = Object.entries((0,json/* asObject */.eB)(bundle?.['tags']) ?? {});
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
    const isDisabled = asObject(bundle?.['attributes'])?.['enabled'] === false;
    if (!isDisabled && asObject(bundle?.['pending']) === undefined)
        return;
    const host = vaultHost(item.vaultUrl);
    const [vault = ''] = host.split('.');
    throw new ActionError({
        code: 'CERTIFICATE_PENDING',
        title: `${host}: not issued yet`,
        subject: describeIdentifier(item),
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
    const page = (0,json/* parseJsonObject */.dw)(body);
    const items = page?.['value'];
    const link = page?.['nextLink'] ?? undefined;
    const nextLink = (0,json/* asText */.e1)(link, /^https:\/\/[\x21-\x7e]{1,8192}$/);
    if (!Array.isArray(items) || nextLink !== link)
        return undefined;
    const objects = items.map((item) => decodeListed(item, address)).filter((object) => object !== undefined);
    return objects.length === items.length ? { objects, nextLink } : undefined;
}
function decodeListed(value, address) {
    const item = (0,json/* asObject */.eB)(value);
    // Secrets and certificates have `id`, keys `kid`.
    const id = (0,json/* asText */.e1)(item?.['id'] ?? item?.['kid'], LISTED_ID) ?? '';
    const [, collection = '', name = '', version = ''] = LISTED_ID.exec(id) ?? [];
    const stated = (0,json/* asObject */.eB)(item?.['attributes']);
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
    const text = (0,json/* asText */.e1)(x5t, /^[\w-]{27}=?$/);
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
// EXTERNAL MODULE: ./build/programs/src/keyvault/vault-response-error.js
var vault_response_error = __webpack_require__(7589);
;// CONCATENATED MODULE: ./build/programs/src/set/write-version.js
// A new version, and what the vault is known to hold where writing it fails.













/** Writes a version after the current one. If no answer comes, the vault is asked what it holds. */
async function writeVersion(run, target, current) {
    const { object, operation } = target;
    const vault = accessUntil(run, 'write');
    const result = await write({
        sendOnce: async (context) => {
            const makeRequest = (token) => target.request(current, token);
            const request = { identifier: object, operation, makeRequest, rules: (0,retry_policy/* once */.Oo)(retry_policy/* VAULT_RETRY_RULES */.yd) };
            return versionIn(await (0,ask_vault/* askVault */.yR)(request, { ...vault, context }), object);
        },
        look: async () => {
            const now = await target.look(accessUntil(run, 'all'));
            if (now === undefined || now.version === current?.version)
                return undefined;
            if (target.holds(now))
                return now.version;
            throw overtakenError(object, now);
        },
        lookUntilMs: deadlineOf(run, 'all'),
        isPassing: (response) => isPassing(response, run),
        rules: retry_policy/* VAULT_RETRY_RULES */.yd,
    }, vault.context);
    if (result.kind === 'done')
        return { kind: 'written', version: result.value };
    const { error, unanswered, unseen } = result;
    if (unanswered === 0)
        return { kind: 'failed', error, state: 'refused' };
    if (unseen === undefined)
        return { kind: 'failed', error, state: 'unconfirmed' };
    const isOvertaken = (0,src_errors/* expectedErrors */.OP)(unseen).some(({ code }) => code === OVERTAKEN);
    return isOvertaken
        ? { kind: 'failed', error: unseen, state: 'overtaken' }
        : { kind: 'failed', error, state: 'unseen' };
}
// A recovery ends by itself; a deletion does so too, but only who asks for recovery wants to go on after it.
function isPassing(response, { options }) {
    const { code } = (0,vault_response_error/* readVaultRefusal */.f)(response);
    return code === 'ObjectIsBeingRecovered' || (options.recover && code === 'ObjectIsBeingDeleted');
}
function versionIn(body, object) {
    const version = versionOf((0,json/* parseJsonObject */.dw)(body)?.['id']);
    if (version === undefined)
        throw (0,vault_error.unusableAnswerError)(object, 'the answer does not name the new version.', body);
    return version.toLowerCase();
}
const OVERTAKEN = 'SET_OVERTAKEN';
function overtakenError(object, { version }) {
    return new src_errors/* ActionError */.lZ({
        code: OVERTAKEN,
        title: 'Changed in the meantime',
        subject: (0,identifier/* describeIdentifier */.fY)(object),
        problem: `it was changed by somebody else while this run was in progress: its current version is ${version}, which this run did not write.`,
        hint: 'If two workflow runs can write one object at the same time, give the workflow a "concurrency" group.',
    });
}
/** Disables one version. @throws ActionErrors if it is not known to be disabled */
async function disableVersion(run, version) {
    const operation = version.collection === 'certificates' ? 'update' : 'set';
    await change(run, {
        object: version,
        operation,
        makeRequest: (token) => disableRequest(version, token),
        confirms: (bundle) => (0,json/* asObject */.eB)(bundle?.['attributes'])?.['enabled'] === false,
        isDone: async (vault) => {
            for await (const page of listPages({ ...version, version: undefined }, (request) => (0,ask_vault/* askVault */.yR)(request, vault))) {
                const found = page.find((one) => one.version === version.version);
                if (found !== undefined)
                    return !found.enabled;
            }
            return false;
        },
    });
}
/** Interval between looks at a recovery, which takes some seconds. */
const POLL_MS = 2_000;
/**
 * Has a deleted object recovered, and returns its current version once it is there.
 * @throws ActionErrors if the vault refuses, or the recovery takes longer than the step may
 */
async function recoverObject(run, target) {
    const { object } = target;
    const { clock } = run.ports;
    const vault = accessUntil(run, 'write');
    try {
        const isDone = async (access) => (await target.read(access)) !== undefined;
        const makeRequest = (token) => recoverRequest(object, token);
        const confirms = (bundle) => versionOf(bundle?.['id']) !== undefined;
        await change(run, { object, operation: 'recover', makeRequest, confirms, isDone });
    }
    catch (error) {
        const errors = (0,src_errors/* expectedErrors */.OP)(error);
        if (errors.every(vault_error.isNotFound))
            return foundAfterAll(object, await target.read(vault));
        // An attempt without an answer has begun it.
        if (!errors.every(({ code }) => code === write_advice/* BEING_RECOVERED */.eF))
            throw error;
    }
    for (;;) {
        const current = await target.read(vault);
        if (current !== undefined)
            return current;
        if (clock.nowMs() + POLL_MS >= deadlineOf(run, 'write'))
            throw stillRecovering(object);
        await clock.sleep(POLL_MS);
    }
}
// Nothing of this kind is deleted: either somebody else has just recovered it, or the name belongs to another kind.
function foundAfterAll(object, current) {
    if (current !== undefined)
        return current;
    // A certificate keeps its private key in the secret and the key of its own name.
    const other = object.collection === 'certificates' ? 'secret or key' : 'certificate';
    throw new src_errors/* ActionError */.lZ({
        code: write_advice/* DELETED */.UW,
        title: `${(0,identifier/* vaultHost */.Df)(object.vaultUrl)}: deleted, but not purged`,
        subject: (0,identifier/* describeIdentifier */.fY)(object),
        problem: `a deleted ${other} holds this name, so there is no ${(0,identifier/* kindOf */.I)(object.collection)} to recover.`,
        hint: `Recover or purge that ${other}, or choose another name.`,
    });
}
function stillRecovering(object) {
    return new src_errors/* ActionError */.lZ({
        code: write_advice/* BEING_RECOVERED */.eF,
        title: `${(0,identifier/* vaultHost */.Df)(object.vaultUrl)}: being recovered`,
        subject: (0,identifier/* describeIdentifier */.fY)(object),
        problem: 'the vault has begun to recover it, which takes longer than this step may.',
        hint: 'Run the job again in a minute.',
    });
}
// Sent again only after a look at what came of it, as every write.
async function change(run, { object: identifier, operation, makeRequest, confirms, isDone }) {
    const vault = accessUntil(run, 'all');
    const result = await write({
        sendOnce: async (context) => {
            const request = { identifier, operation, makeRequest, rules: (0,retry_policy/* once */.Oo)(retry_policy/* VAULT_RETRY_RULES */.yd) };
            const body = await (0,ask_vault/* askVault */.yR)(request, { ...vault, context });
            if (confirms((0,json/* parseJsonObject */.dw)(body)))
                return true;
            throw (0,vault_error.unusableAnswerError)(identifier, 'the answer does not confirm the change.', body);
        },
        look: async () => ((await isDone(vault)) ? true : undefined),
        lookUntilMs: deadlineOf(run, 'all'),
        isPassing: (response) => isPassing(response, run),
        rules: retry_policy/* VAULT_RETRY_RULES */.yd,
    }, vault.context);
    if (result.kind === 'failed')
        throw result.error;
}
//# sourceMappingURL=write-version.js.map
;// CONCATENATED MODULE: ./build/programs/src/set/set-object.js
// One line from the look at the vault to what came of it: compared first, written if it differs, and told truly.










/** Writes what a line asks for, if the vault does not hold it. Never throws an expected error: it is the outcome. */
async function setObject(run, target) {
    try {
        const current = await orNothingWritten(target.read(accessUntil(run, 'write')));
        return await compareAndWrite(run, target, { current, mayRecover: run.options.recover });
    }
    catch (error) {
        return { kind: 'failed', errors: (0,vault_error.withSetRoles)(error, target.object).errors };
    }
}
async function compareAndWrite(run, target, { current, mayRecover }) {
    const differences = target.compare(current);
    if (current !== undefined && differences.length === 0)
        return { kind: 'unchanged', version: current.version };
    checkRoomForTags(target, current);
    if (run.options.dryRun)
        return tryOut(run, target, { current, differences });
    const written = await writeVersion(run, target, current);
    if (written.kind === 'written') {
        const disabled = await disablePrevious(run, target, { current, version: written.version });
        return { kind: 'written', version: written.version, differences, disabled };
    }
    const { error, state } = written;
    const isDeleted = state === 'refused' && (0,src_errors/* expectedErrors */.OP)(error).some(({ code }) => code === write_advice/* DELETED */.UW);
    if (!isDeleted)
        throw advising(error, describeState(state, { current, isMade: target.isMade }));
    if (!mayRecover)
        throw advising(error, `${RECOVER_HINT} ${NOTHING_WRITTEN}`);
    run.ports.log.info(`${(0,identifier/* describeIdentifier */.fY)(target.object)}: a deleted object holds this name, so it is recovered first.`);
    const recovered = await orNothingWritten(recoverObject(run, target));
    return compareAndWrite(run, target, { current: recovered, mayRecover: false });
}
const RECOVER_HINT = 'With the input recover set to true, the action recovers it first.';
/** @throws ActionError if the version would have more tags than a vault takes */
function checkRoomForTags(target, current) {
    const count = Object.keys(target.tags(current)).length;
    if (count <= MAX_TAGS)
        return;
    throw new src_errors/* ActionError */.lZ({
        code: 'SET_TOO_MANY_TAGS',
        title: 'Too many tags',
        subject: (0,identifier/* describeIdentifier */.fY)(target.object),
        problem: `with the tags of its current version, the new one would have ${count}, and a version holds ${MAX_TAGS}.`,
        hint: `Remove tags of the current version, or leave out some of the line's. ${NOTHING_WRITTEN}`,
    });
}
async function tryOut(run, { object }, { current, differences }) {
    const isDeleted = current === undefined && (await isDeletedObject(run, object));
    if (isDeleted && !run.options.recover)
        throw deletedError(object);
    return { kind: 'expected', version: current?.version, differences, isDeleted };
}
// A run that may not see what is deleted learns of it when the line is written.
async function isDeletedObject(run, identifier) {
    try {
        await (0,ask_vault/* askVault */.yR)({ identifier, makeRequest: (token) => deletedObjectRequest(identifier, token) }, accessUntil(run, 'all'));
        return true;
    }
    catch (error) {
        (0,src_errors/* expectedErrors */.OP)(error);
        return false;
    }
}
function deletedError(object) {
    return new src_errors/* ActionError */.lZ({
        code: write_advice/* DELETED */.UW,
        title: `${(0,identifier/* vaultHost */.Df)(object.vaultUrl)}: deleted, but not purged`,
        subject: (0,identifier/* describeIdentifier */.fY)(object),
        problem: 'it has been deleted and can still be recovered, so the name is still taken.',
        hint: `${RECOVER_HINT} ${NOTHING_WRITTEN}`,
    });
}
async function disablePrevious(run, { object }, { current, version }) {
    if (!run.options.disablePrevious || !current?.enabled)
        return undefined;
    const previous = { ...object, version: current.version };
    try {
        await disableVersion(run, previous);
        return current.version;
    }
    catch (error) {
        throw advising(error, describeNotDisabled(previous, version));
    }
}
async function orNothingWritten(promise) {
    return promise.catch((error) => {
        throw advising(error, NOTHING_WRITTEN);
    });
}
function advising(error, advice) {
    return new src_errors/* ActionErrors */.o9((0,src_errors/* expectedErrors */.OP)(error).map((one) => one.advising(advice)));
}
//# sourceMappingURL=set-object.js.map
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
    return error instanceof src_errors/* ActionError */.lZ || error instanceof src_errors/* ActionErrors */.o9;
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
    return new src_errors/* ActionError */.lZ({
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
;// CONCATENATED MODULE: ./build/programs/src/set/set-outcome.js
// Results of all lines: in the log, the outputs and the job summary, and never a value.






const REASONS = {
    new: 'the vault had none',
    made: 'its value is new in each run',
    disabled: 'the version before is disabled',
    value: 'the value differs',
    certificate: 'the certificate differs',
    type: 'the type differs',
    end: 'the expiry date differs',
    tags: 'the tags differ',
    'not-exportable': 'its key was exportable',
};
/** One line for the log. */
function describeResult({ target, outcome }) {
    const object = (0,identifier/* describeIdentifier */.fY)(target.object);
    switch (outcome.kind) {
        case 'written': {
            const disabled = outcome.disabled === undefined ? '' : ` Version ${outcome.disabled} is disabled now.`;
            return `${object}: stored as version ${outcome.version}, because ${listReasons(outcome.differences)}.${disabled}`;
        }
        case 'unchanged':
            return `${object}: unchanged, version ${outcome.version}.`;
        case 'expected':
            return outcome.isDeleted
                ? `${object}: a dry run; it would be recovered first, and a new version stored if it differs.`
                : `${object}: a dry run; a new version would be stored, because ${listReasons(outcome.differences)}.`;
        case 'failed':
            return `${object}: failed. The error says why, and what the vault holds.`;
        default:
            throw outcome;
    }
}
function listReasons(differences) {
    return differences.map((one) => REASONS[one]).join(' and ');
}
/**
 * Writes the outputs of the lines that did not fail, and the summary of all.
 * @throws ActionErrors of the lines that failed, and if the outputs could not be written
 */
async function exportResults(results, { summary }, ports) {
    const failures = results.flatMap(({ outcome }) => (outcome.kind === 'failed' ? outcome.errors : []));
    const outputs = results.flatMap(outputsOf);
    const exported = exportAll({ masks: [], privateFiles: undefined, outputs, variables: [] }, ports);
    const errors = await exported.then(() => [], (error) => (0,src_errors/* expectedErrors */.OP)(error).map((one) => one.advising(KEPT)));
    if (summary)
        await writeSummary(makeTable(results), ports);
    if (failures.length + errors.length > 0)
        throw new src_errors/* ActionErrors */.o9([...failures, ...errors]);
}
const KEPT = 'What was stored in the vault stays there: the log names each version.';
function outputsOf({ content, outcome }) {
    if (outcome.kind === 'failed')
        return [];
    const { output } = content;
    const isShown = content.kind === 'secret' && content.modifiers.output && outcome.kind === 'written';
    return [
        ...(isShown ? [{ name: output, value: content.value }] : []),
        { name: `${output}-version`, value: outcome.version ?? '' },
        { name: `${output}-changed`, value: `${outcome.kind !== 'unchanged'}` },
    ];
}
const COLUMNS = ['Line', 'Object', 'Vault', 'Result', 'Version', 'Expires'];
const RESULTS = {
    written: 'stored',
    unchanged: 'unchanged',
    expected: 'would be stored (dry run)',
    failed: 'failed',
};
/** Returns one row per line. */
function makeTable(results) {
    const rows = results.map(({ content, target, outcome }) => [
        (0,line_grammar/* describeLine */.ES)(content.line),
        (0,identifier/* describeIdentifier */.fY)(target.object),
        (0,identifier/* vaultHost */.Df)(target.object.vaultUrl),
        RESULTS[outcome.kind],
        (outcome.kind === 'failed' ? undefined : outcome.version) ?? '',
        outcome.kind === 'written' ? (0,time/* formatInstant */.r4)(target.expires) : '',
    ]);
    return { heading: 'Written to Azure Key Vault', columns: COLUMNS, rows };
}
//# sourceMappingURL=set-outcome.js.map
;// CONCATENATED MODULE: ./build/programs/src/keyvault/current-version.js
// The current content of a vault under a name, as far as a new version is compared with it.









/**
 * Returns the newest version of a secret; undefined if there is none. Its value is read last, and only if it is wanted.
 * @throws ActionError `SET_MANAGED` if the secret backs a certificate, or with advice if the vault refuses
 */
async function readCurrentSecret(secret, access, { withValue }) {
    const versions = [];
    for await (const page of listPages(secret, (request) => (0,ask_vault/* askVault */.yR)(request, access)))
        versions.push(...page);
    if (versions.some(({ managed }) => managed))
        throw managedError(secret);
    const [newest, ...others] = versions.sort((one, other) => other.created - one.created);
    if (newest === undefined)
        return undefined;
    const isOneOfSeveral = others[0]?.created === newest.created;
    if (!isOneOfSeveral && !(withValue && newest.enabled))
        return describeListed(newest);
    return current_version_readSecret(secret, access, { withValue, newest: versions.find(({ enabled }) => !enabled) ?? newest });
}
function describeListed({ version, enabled, tags, contentType, attributes }) {
    return { version, enabled, tags, contentType, expires: attributes.expires, value: undefined };
}
// A version that was disabled a moment ago answers as one that is, and which of two of one second is newer a list does not say.
async function current_version_readSecret(secret, access, { withValue, newest }) {
    let body;
    try {
        body = await (0,ask_vault/* askVault */.yR)({ identifier: secret, makeRequest: (token) => (0,ask_vault/* getObjectRequest */.rr)(secret, token) }, access);
    }
    catch (error) {
        const errors = (0,src_errors/* expectedErrors */.OP)(error);
        if (errors.some(vault_error.isNotFound))
            return undefined;
        if (errors.some(vault_error.isDisabled))
            return { ...describeListed(newest), enabled: false };
        throw error;
    }
    const bundle = (0,json/* parseJsonObject */.dw)(body);
    const version = versionOf(bundle?.['id'])?.toLowerCase();
    const value = bundle?.['value'];
    const attributes = decodeAttributes(bundle);
    if (version === undefined || typeof value !== 'string' || attributes === undefined)
        throw (0,vault_error.unusableAnswerError)(secret, 'the answer is not a secret.', body);
    if (bundle?.['managed'] === true)
        throw managedError(secret);
    return {
        version,
        enabled: true,
        tags: decodeTags(bundle),
        contentType: decodeContentType(bundle),
        expires: attributes.expires,
        value: withValue ? new secret_text/* SecretText */.o(value) : undefined,
    };
}
function managedError(secret) {
    return new src_errors/* ActionError */.lZ({
        code: 'SET_MANAGED',
        title: "The secret is a certificate's",
        subject: (0,identifier/* describeIdentifier */.fY)(secret),
        problem: `it holds the private key of the certificate of this name in ${(0,identifier/* vaultHost */.Df)(secret.vaultUrl)}, and only the certificate can be written.`,
        hint: 'Name another secret, or import the certificate with a line of certificates.',
    });
}
/**
 * Returns the newest version of a certificate; undefined if there is none.
 * @throws ActionError with advice if the vault refuses
 */
async function readCurrentCertificate(certificate, access) {
    let body;
    try {
        const makeRequest = (token) => (0,ask_vault/* getObjectRequest */.rr)(certificate, token);
        body = await (0,ask_vault/* askVault */.yR)({ identifier: certificate, makeRequest }, access);
    }
    catch (error) {
        if ((0,src_errors/* expectedErrors */.OP)(error).every(vault_error.isNotFound))
            return undefined;
        throw error;
    }
    const bundle = (0,json/* parseJsonObject */.dw)(body);
    const version = versionOf(bundle?.['id'])?.toLowerCase();
    const attributes = (0,json/* asObject */.eB)(bundle?.['attributes']);
    if (version === undefined || attributes === undefined)
        throw (0,vault_error.unusableAnswerError)(certificate, 'the answer is not a certificate.', body);
    const policy = (0,json/* asObject */.eB)(bundle?.['policy']);
    const cer = (0,json/* asText */.e1)(bundle?.['cer'], /^[A-Za-z0-9+/]+={0,2}$/);
    const isPem = (0,json/* asObject */.eB)(policy?.['secret_props'])?.['contentType'] === 'application/x-pem-file';
    return {
        version,
        enabled: attributes['enabled'] !== false,
        tags: decodeTags(bundle),
        thumbprint: cer && (0,external_node_crypto_.createHash)('sha1').update(Buffer.from(cer, 'base64')).digest('hex').toUpperCase(),
        exportable: (0,json/* asObject */.eB)(policy?.['key_props'])?.['exportable'] !== false,
        form: isPem ? 'application/x-pem-file' : 'application/x-pkcs12',
    };
}
//# sourceMappingURL=current-version.js.map
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
        body = await askVault({ identifier: secret, makeRequest: (token) => getObjectRequest(secret, token) }, access);
    }
    catch (error) {
        if (expectedErrors(error).every(isNotFound))
            return undefined;
        throw error;
    }
    return decodeStoredVersion(body, secret);
}
/** @throws ActionError if the body is not a secret, or one that belongs to a certificate */
function decodeStoredVersion(body, secret) {
    const bundle = decodeSecretBundle(body);
    const members = parseJsonObject(body);
    if (bundle === undefined)
        throw unusableAnswerError(secret, 'the answer is not a secret.', body);
    if (members?.['managed'] === true)
        throw stored_version_managedError();
    const tags = Object.entries(asObject(members?.['tags']) ?? {});
    return {
        version: bundle.version,
        expires: bundle.attributes.expires,
        contentType: bundle.contentType,
        hint: bundle.value.reveal().slice(0, HINT_LENGTH),
        tags: Object.fromEntries(tags.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
    };
}
function stored_version_managedError() {
    return new ActionError({
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
;// CONCATENATED MODULE: ./build/programs/src/set/write-target.js




/** Returns what a line of secrets writes. */
function secretTarget({ line, modifiers, value, isMade }, vaultUrl, nowMs) {
    const object = { vaultUrl, collection: 'secrets', name: line.name, version: undefined };
    const { expiresDays, type, tags } = modifiers;
    const expires = expiresDays === undefined ? undefined : Math.floor(nowMs / 1000) + expiresDays * time/* DAY_SECONDS */.fo;
    const isEqual = (current) => current.value?.reveal() === value.reveal();
    return {
        object,
        operation: 'set',
        isMade,
        expires,
        // A value that is made is compared with nothing.
        read: (access) => readCurrentSecret(object, access, { withValue: !isMade }),
        look: (access) => readCurrentSecret(object, access, { withValue: true }),
        compare: (current) => {
            if (current === undefined)
                return ['new'];
            if (isMade)
                return ['made'];
            if (!current.enabled)
                return ['disabled'];
            const isSameEnd = expires === undefined || (current.expires !== undefined && Math.abs(current.expires - expires) <= time/* DAY_SECONDS */.fo);
            return [
                ...(isEqual(current) ? [] : ['value']),
                ...(type === undefined || type === current.contentType ? [] : ['type']),
                ...(isSameEnd ? [] : ['end']),
                ...differingTags(tags, current),
            ];
        },
        holds: isEqual,
        tags: (current) => mergeTags(tags, current),
        request: (current, token) => {
            const contentType = type ?? current?.contentType ?? '';
            return setSecretRequest(object, { value, expires, contentType, tags: mergeTags(tags, current) }, token);
        },
    };
}
/** Returns what a line of certificates writes. */
function certificateTarget({ line, modifiers, certificate }, vaultUrl) {
    const object = { vaultUrl, collection: 'certificates', name: line.name, version: undefined };
    const { tags, notExportable } = modifiers;
    const read = (access) => readCurrentCertificate(object, access);
    const isEqual = (current) => current.thumbprint === certificate.thumbprint;
    return {
        object,
        operation: 'import',
        isMade: false,
        expires: certificate.expires,
        read,
        look: read,
        compare: (current) => {
            if (current === undefined)
                return ['new'];
            if (!current.enabled)
                return ['disabled'];
            return [
                ...(isEqual(current) ? [] : ['certificate']),
                ...(notExportable && current.exportable ? ['not-exportable'] : []),
                ...differingTags(tags, current),
            ];
        },
        holds: isEqual,
        tags: (current) => mergeTags(tags, current),
        request: (current, token) => {
            const contentType = current?.form ?? certificate.form;
            // A key was taken out of reach on purpose: a renewal does not bring it back.
            const exportable = !notExportable && (current?.exportable ?? true);
            const { key } = certificate;
            const parts = { ...certificate.write(contentType), contentType, exportable, key, tags: mergeTags(tags, current) };
            return importRequest(object, parts, token);
        },
    };
}
function differingTags(tags, current) {
    return tags.every(({ key, value }) => current.tags.get(key) === value) ? [] : ['tags'];
}
function mergeTags(tags, current) {
    return Object.fromEntries([...(current?.tags ?? []), ...tags.map(({ key, value }) => [key, value])]);
}
//# sourceMappingURL=write-target.js.map
;// CONCATENATED MODULE: ./build/programs/src/set/set-and-export.js












/**
 * Writes every line that can be written.
 * @param credential what came of choosing it
 * @throws ActionErrors with every mistake before the first request, or with those of the lines that failed
 */
async function setAndExport(ports, credential) {
    const decided = decide(ports, credential);
    await hide(ports, decided.contents);
    const run = await openRun(ports, decided);
    const results = [];
    for (const content of decided.contents) {
        const result = await setLine(run, content, decided.vault);
        ports.log.info(describeResult(result));
        results.push({ ...result, content });
    }
    await exportResults(results, decided.options, ports);
}
// Everything that can be known before the first request, and every mistake in it.
function decide(ports, credential) {
    return (0,src_errors/* checkAll */.K7)({
        files: () => (0,step_frame/* checkRunner */.RI)(ports, ['GITHUB_OUTPUT']),
        credential,
        options: () => readSetOptions(ports.inputs),
        vault: () => chooseSetVault(ports.inputs),
        contents: () => {
            const reading = { ports, certificatePassword: readCertificatePassword(ports.inputs) };
            return planSetLines(readSetLines(ports.inputs), (planned) => readContent(planned, reading));
        },
    });
}
async function hide({ log, inputs }, contents) {
    const password = readCertificatePassword(inputs);
    const ofPassword = password === undefined ? [] : [(0,masks/* maskSecret */.$l)(password.reveal())];
    await log.mask((0,masks/* joinMaskings */.yy)(...ofPassword, ...contents.map(({ masking }) => masking)).masks);
    (0,step_log/* annotateAll */.u6)(log, 'warning', [...contents.flatMap(warnOfMasks), ...contents.flatMap(({ warnings }) => warnings)]);
}
const WEAKNESSES = {
    short: 'has fewer than 4 characters. It is masked, so the log shows *** wherever these characters occur, and job outputs that contain them are dropped.',
    commonplace: 'is a common word or a short number. It is masked, so the log shows *** wherever the same text occurs, and job outputs that contain it are dropped.',
    none: 'has no line that can be masked without damage to the log. Do not print it.',
};
function warnOfMasks({ line, masking: { weakness } }) {
    if (weakness === undefined || weakness.kind === 'leaves')
        return [];
    const text = `The value of ${line.name} ${WEAKNESSES[weakness.kind]}`;
    return [{ title: `${weakness.kind === 'none' ? 'Not masked' : 'Short or common'}: ${line.name}`, text }];
}
async function openRun(ports, { credential, vault, contents, options }) {
    const [first] = contents;
    const firstItem = {
        vaultUrl: vault.vaultUrl,
        collection: first.line.input,
        name: first.line.name,
        version: undefined,
    };
    const signingIn = { ...ports, machine: withoutSources(ports.machine, contents) };
    const opened = await (0,open_session/* openSession */.fA)(signingIn, { credential, cloud: vault.cloud, firstItem }, SET_TIMEOUT_MS).catch((error) => {
        throw new src_errors/* ActionErrors */.o9((0,src_errors/* expectedErrors */.OP)(error).map((one) => one.advising('Nothing was written.')));
    });
    const { session, context } = opened;
    return { ports, options, vault: { session, context }, startMs: context.deadlineMs - SET_TIMEOUT_MS };
}
// A program that signs the step in has no use for the values that lines read.
function withoutSources(machine, contents) {
    const withheld = contents.flatMap(({ source }) => (source.kind === 'env' ? [source.variable] : []));
    return { ...machine, runProgram: (start) => machine.runProgram({ ...start, withheld }) };
}
async function setLine(run, content, { vaultUrl }) {
    if (content.kind === 'certificate') {
        const target = certificateTarget(content, vaultUrl);
        return { target, outcome: await setObject(run, target) };
    }
    const target = secretTarget(content, vaultUrl, run.ports.clock.nowMs());
    return { target, outcome: await setObject(run, target) };
}
//# sourceMappingURL=set-and-export.js.map

/***/ })

};
;