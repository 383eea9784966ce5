export const id = 894;
export const ids = [894];
export const modules = {

/***/ 1722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
// A reader of DER (ITU-T X.690), as far as certificates need it: definite lengths, tags of one byte.

/** Tags that the readers of this folder look for. */
const TAG = {
    integer: 0x02,
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
    visibleString: 0x1a,
    universalString: 0x1c,
    bmpString: 0x1e,
    /** `[0] EXPLICIT`, e.g. a certificate's version. */
    context0: 0xa0,
    /** `[0] IMPLICIT` of a type that is not constructed, e.g. encrypted content. */
    context0Primitive: 0x80,
};
/**
 * The elements that follow one another in `der`.
 * @throws ActionError where it is cut off or not DER
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
 * @throws ActionError where it has another tag or is not DER
 */
function readInside(element, tag) {
    if (element?.tag !== tag)
        throw notDer();
    return readElements(element.contents);
}
/**
 * The element at `offset`, and where the next one begins.
 * @throws ActionError where it is cut off or not DER
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
/** How many bytes of a SEQUENCE are missing at its end, from the length that it states; 0 if it states none below 16 MiB. */
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
/** What the readers throw where bytes are not what they should be. */
function notDer() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'CERTIFICATE_UNREADABLE',
        title: 'Unreadable certificate',
        problem: 'the vault gave what is no X.509 certificate.',
        hint: 'Look at the certificate in the portal.',
    });
}
//# sourceMappingURL=der.js.map

/***/ }),

/***/ 471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

/***/ 3894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   maskBinary: () => (/* binding */ maskBinary),
/* harmony export */   maskPem: () => (/* binding */ maskPem),
/* harmony export */   maskPfx: () => (/* binding */ maskPfx)
/* harmony export */ });
/* harmony import */ var _certificate_der_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1722);
/* harmony import */ var _certificate_pem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(471);
/* harmony import */ var _masks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4323);
// What the runner must hide for private keys: PFX, PEM, and bytes that are no text.



/** Masks for a base64 PFX: those of the text, and the forms in which its bytes may be printed. */
function maskPfx(base64) {
    const { texts, weakness } = (0,_masks_js__WEBPACK_IMPORTED_MODULE_1__/* .maskText */ .gC)(base64);
    const bytes = Buffer.from(base64, 'base64');
    const ofBytes = bytes.length < _masks_js__WEBPACK_IMPORTED_MODULE_1__/* .MIN_MASK_LENGTH */ .nV ? [] : (0,_masks_js__WEBPACK_IMPORTED_MODULE_1__/* .encodedForms */ .wV)(bytes);
    return (0,_masks_js__WEBPACK_IMPORTED_MODULE_1__/* .toMasking */ .mO)({ texts: [...texts, ...ofBytes], weakness });
}
/** Masks for bytes that are no text: those of what a program shows in their place, and the forms in which they are printed. */
function maskBinary(bytes) {
    if (bytes.length < _masks_js__WEBPACK_IMPORTED_MODULE_1__/* .MIN_MASK_LENGTH */ .nV)
        return (0,_masks_js__WEBPACK_IMPORTED_MODULE_1__/* .toMasking */ .mO)({ texts: [], weakness: undefined });
    const { texts } = (0,_masks_js__WEBPACK_IMPORTED_MODULE_1__/* .maskLines */ .sD)(bytes.toString());
    return (0,_masks_js__WEBPACK_IMPORTED_MODULE_1__/* .toMasking */ .mO)({ texts: [...texts, ...(0,_masks_js__WEBPACK_IMPORTED_MODULE_1__/* .encodedForms */ .wV)(bytes)], weakness: undefined });
}
/** Masks for a PEM text: only the blocks that are a private key or a PFX, since certificates are public. */
function maskPem(pem) {
    const keys = (0,_certificate_pem_js__WEBPACK_IMPORTED_MODULE_2__/* .readPem */ .Je)(pem).filter(({ label, der }) => label.endsWith('PRIVATE KEY') || (0,_certificate_der_js__WEBPACK_IMPORTED_MODULE_0__/* .isPfx */ .By)(der));
    // A block that cannot be told apart, such as one of the old encrypted form or one cut off, is hidden with all around.
    if (keys.length === 0 && pem.includes('PRIVATE KEY-----'))
        return (0,_masks_js__WEBPACK_IMPORTED_MODULE_1__/* .maskSecret */ .$l)(pem);
    const ofKeys = keys.flatMap(({ text, der }) => [...(0,_masks_js__WEBPACK_IMPORTED_MODULE_1__/* .maskLines */ .sD)(text).texts, ...(0,_masks_js__WEBPACK_IMPORTED_MODULE_1__/* .encodedForms */ .wV)(der)]);
    return (0,_masks_js__WEBPACK_IMPORTED_MODULE_1__/* .toMasking */ .mO)({ texts: [...ofKeys, ...(0,_masks_js__WEBPACK_IMPORTED_MODULE_1__/* .formsOfWhole */ .gf)(pem)], weakness: keys.length === 0 ? 'none' : undefined });
}
//# sourceMappingURL=masks-of-certificates.js.map

/***/ })

};
