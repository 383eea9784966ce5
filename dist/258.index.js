"use strict";
exports.id = 258;
exports.ids = [258,36];
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

/***/ 6258:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openBackingSecret: () => (/* binding */ openBackingSecret),
  renderCertificate: () => (/* binding */ renderCertificate)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/programs/src/certificate/der.js
var certificate_der = __webpack_require__(4847);
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
    const text = readText(value);
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
function readText({ tag, contents }) {
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
// EXTERNAL MODULE: ./build/programs/src/errors.js + 1 modules
var src_errors = __webpack_require__(5261);
// EXTERNAL MODULE: ./build/programs/src/masks/masks-of-values.js
var masks_of_values = __webpack_require__(36);
// EXTERNAL MODULE: ./build/programs/src/time.js
var time = __webpack_require__(3475);
// EXTERNAL MODULE: ./build/programs/src/certificate/algorithm-names.js
var algorithm_names = __webpack_require__(4516);
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
function writePfx(parts) {
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
// EXTERNAL MODULE: ./build/programs/src/masks/masks.js + 1 modules
var masks = __webpack_require__(863);
// EXTERNAL MODULE: ./build/programs/src/plan/identifier.js + 1 modules
var identifier = __webpack_require__(1598);
// EXTERNAL MODULE: ./build/programs/src/secret-text.js
var secret_text = __webpack_require__(7720);
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
        files: [{ output: `${output}-path`, name: (0,rendered/* fileNameOf */.bV)(output, '.pfx'), bytes: new secret_text/* SecretBytes */.y(pfx) }],
        masks: [...(0,masks_of_values.maskBinary)(pfx).masks, ...(0,masks/* maskSecret */.$l)(password.reveal()).masks],
    };
}
function renderPemFile(options) {
    const { output } = options;
    const text = privateKeyPem(options) + allCertificates(options).map(certificatePem).join('');
    return {
        ...NOTHING,
        files: [{ output: `${output}-path`, name: (0,rendered/* fileNameOf */.bV)(output, '.pem'), bytes: new secret_text/* SecretBytes */.y(Buffer.from(text)) }],
        masks: (0,masks_of_values.maskPem)(text).masks,
    };
}
function renderPem(options) {
    const { output, keyWithChain } = options;
    const privateKey = privateKeyPem(options);
    return {
        ...NOTHING,
        outputs: [
            { name: `${output}-private-key`, value: new secret_text/* SecretText */.o(privateKey) },
            { name: `${output}-chain`, value: keyWithChain.chain.map(certificatePem).join('') },
        ],
        masks: (0,masks_of_values.maskPem)(privateKey).masks,
    };
}
// .NET on Linux opens the files of its store without a password. Windows would spread the issuers over other stores, where
// nobody looks after them; and its import is sure of a password alone. Both open Triple DES, whatever their version.
function renderStoreEntry(options) {
    const { keyWithChain, context } = options;
    const isWindows = context.platform === 'win32';
    const password = isWindows ? makePassword(context.randomBytes) : new secret_text/* SecretText */.o('');
    const certificates = isWindows ? [keyWithChain.certificate] : allCertificates(options);
    const pfx = makePfx(options, { certificates, password: isWindows ? password : null, protection: '3des' });
    const thumbprint = (0,external_node_crypto_.createHash)('sha1').update(keyWithChain.certificate).digest('hex').toUpperCase();
    return {
        ...NOTHING,
        storeEntries: [{ thumbprint, pfx: new secret_text/* SecretBytes */.y(pfx), password }],
        masks: [...(0,masks_of_values.maskBinary)(pfx).masks, ...(0,masks/* maskSecret */.$l)(password.reveal()).masks],
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
    return (0,pem/* toPem */.sg)('PRIVATE KEY', exportKey(keyWithChain));
}
function certificatePem(der) {
    return (0,pem/* toPem */.sg)('CERTIFICATE', der);
}
function isRsa({ privateKey }) {
    return privateKey.asymmetricKeyType === 'rsa';
}
// Exchange may get it from a PFX file anywhere, or from the store on Windows, if the thumbprint is enough.
function noteKeyKind({ item, keyWithChain, modifiers, context }) {
    const isForExchange = (modifiers.file !== undefined && !modifiers.pem) || (modifiers.store && context.platform === 'win32');
    if (isRsa(keyWithChain) || !isForExchange)
        return [];
    const subject = (0,identifier/* describeIdentifier */.fY)(item);
    const kind = (0,algorithm_names/* describeKey */.Rx)(keyWithChain.privateKey.asymmetricKeyType);
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
;// CONCATENATED MODULE: ./build/programs/src/render/render-certificate.js
// A certificate as outputs, a file, an entry of the user's store, and masks.








/**
 * The PFX or PEM as the vault gives it, what is public of it, and what the modifiers of the line add.
 * @throws ActionErrors if the certificate cannot be read, comes without its private key, or cannot be converted
 */
function renderCertificate({ output, item, modifiers }, { certificate, secret }, context) {
    const facts = describeCertificate(certificate.der);
    const rendered = {
        item,
        version: certificate.version,
        life: certificate.attributes,
        outputs: [
            { name: `${output}-thumbprint`, value: facts.thumbprint },
            { name: `${output}-subject`, value: facts.subject },
            { name: `${output}-expires-on`, value: (0,time/* formatInstant */.r4)(certificate.attributes.expires) },
            { name: `${output}-version`, value: certificate.version },
            { name: `${output}-cer`, value: facts.pem },
        ],
        files: [],
        storeEntries: [],
        masks: [],
        weakness: undefined,
        secrets: [],
        notes: [],
    };
    // Another line may have asked for the private key of the same certificate.
    if (modifiers.public || secret === undefined)
        return rendered;
    const keyWithChain = openPrivateKey({ certificate, secret }, modifiers);
    const whole = { name: output, value: secret.value };
    const { masks, weakness } = maskWhole(secret);
    if (keyWithChain === undefined)
        return { ...rendered, outputs: [whole, ...rendered.outputs], masks, weakness };
    const added = renderModifiers({ output, item, modifiers, keyWithChain, context });
    return {
        ...rendered,
        ...added,
        outputs: [whole, ...rendered.outputs, ...added.outputs],
        masks: [...masks, ...(0,masks_of_values.maskKey)(keyWithChain.privateKey).masks, ...added.masks],
        weakness,
    };
}
function maskWhole({ value }) {
    const text = value.reveal();
    return (0,pem/* isPem */.X3)(text) ? (0,masks_of_values.maskPem)(text) : (0,masks_of_values.maskPfx)(text);
}
/**
 * The private key with its certificate and issuers; undefined if the secret cannot be opened and no modifier needs that.
 * @throws ActionErrors if the secret holds no private key or that of another certificate, and if a modifier needs what
 * cannot be opened
 */
function openPrivateKey({ certificate, secret }, modifiers) {
    try {
        return openBackingSecret(secret.value.reveal(), certificate.der);
    }
    catch (cause) {
        const errors = (0,src_errors/* expectedErrors */.OP)(cause);
        if (errors.some(pfx_error/* isNoKey */.Ln))
            throw notExportable(cause);
        if (errors.some(pfx_error/* isWithoutCertificate */.wy))
            throw otherCertificate(cause);
        if (modifiers.file === undefined && !modifiers.pem && !modifiers.store)
            return undefined;
        throw new src_errors/* ActionErrors */.o9(errors.map(notConvertible));
    }
}
function notExportable(cause) {
    return new src_errors/* ActionError */.lZ({
        code: 'CERTIFICATE_NOT_EXPORTABLE',
        title: 'Private key not exportable',
        problem: 'its private key is not exportable, so the vault returns only the certificate.',
        hint: 'Write "| public" to get the public part, or use the token action: the vault signs there, and no private key leaves it.',
        cause,
    });
}
function otherCertificate(cause) {
    return new src_errors/* ActionError */.lZ({
        code: 'CERTIFICATE_MISMATCH',
        title: 'Private key of another certificate',
        problem: 'the secret of the same version does not hold this certificate with its private key.',
        hint: 'Look at the certificate in the vault, and import or renew it.',
        cause,
    });
}
function notConvertible({ code, problem, cause }) {
    return new src_errors/* ActionError */.lZ({
        code,
        title: 'Certificate not convertible',
        problem: `the vault's value cannot be opened: ${problem}`,
        hint: 'Without "| file", "| pem" and "| store" it is exported as it is.',
        cause,
    });
}
/**
 * The private key of a certificate and its issuers, from the value of the secret of the same version.
 * @param value base64 PFX without a password, or PEM
 * @param certificate the certificate, DER
 * @throws ActionError as `openKeyPair`
 */
function openBackingSecret(value, certificate) {
    return (0,key_pair/* openKeyPair */.En)(value, { wanted: certificate });
}
//# sourceMappingURL=render-certificate.js.map

/***/ })

};
;