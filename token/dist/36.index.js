"use strict";
exports.id = 36;
exports.ids = [36];
exports.modules = {

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

/***/ })

};
;