"use strict";
exports.id = 198;
exports.ids = [198];
exports.modules = {

/***/ 2198:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formsOfKey: () => (/* binding */ formsOfKey),
/* harmony export */   formsOfKeyBlocks: () => (/* binding */ formsOfKeyBlocks),
/* harmony export */   formsOfPfx: () => (/* binding */ formsOfPfx),
/* harmony export */   holdsKey: () => (/* binding */ holdsKey),
/* harmony export */   maskBinary: () => (/* binding */ maskBinary),
/* harmony export */   maskKey: () => (/* binding */ maskKey),
/* harmony export */   maskOpenPfx: () => (/* binding */ maskOpenPfx),
/* harmony export */   maskPem: () => (/* binding */ maskPem),
/* harmony export */   maskPfx: () => (/* binding */ maskPfx),
/* harmony export */   maskValue: () => (/* binding */ maskValue)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _certificate_der_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4847);
/* harmony import */ var _certificate_pfx_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2103);
/* harmony import */ var _masks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(863);
/* harmony import */ var _structure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4599);
// What the runner must hide for certificates with their private keys: PFX, PEM, and bytes that are no text.





/** Masks for a private key, whatever program prints it. */
function maskKey(key) {
    return maskTexts(formsOfKey(key));
}
/** Masks for a secret's value, and for the private keys that it holds. */
function maskValue(value) {
    if (holdsKey(value))
        return (0,_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .joinMaskings */ .yy)(maskAroundKeys(value), maskTexts(formsOfKeyBlocks(value)));
    return (0,_certificate_der_js__WEBPACK_IMPORTED_MODULE_1__/* .isPfx */ .By)(Buffer.from(value.slice(0, 64), 'base64')) ? maskOpenPfx(value) : (0,_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .maskSecret */ .$l)(value);
}
// What is public of the text stays visible.
function maskAroundKeys(text) {
    if (!/[\r\n]/.test(text))
        return (0,_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .maskSecret */ .$l)(text);
    return maskTexts((0,_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .maskLines */ .sD)(text, (lines) => (0,_structure_js__WEBPACK_IMPORTED_MODULE_4__/* .secretLines */ ._o)(outsidePublicBlocks(lines))).texts);
}
function outsidePublicBlocks(lines) {
    let isPublic = false;
    return lines.filter((line) => {
        if ((0,_structure_js__WEBPACK_IMPORTED_MODULE_4__/* .isArmor */ .io)(line))
            isPublic = /BEGIN (?:[A-Z0-9 ]+ )?(?:CERTIFICATE|PUBLIC KEY)-/.test(line);
        return !isPublic;
    });
}
/** Masks for a base64 PFX: those of the text, and the forms in which its bytes may be printed. */
function maskPfx(base64) {
    return (0,_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .joinMaskings */ .yy)((0,_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .maskSecret */ .$l)(base64), maskTexts((0,_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .formsOfBytes */ ._O)(Buffer.from(base64, 'base64'))));
}
/** Masks for a base64 PFX, and for its private keys if it opens without a password. */
function maskOpenPfx(base64) {
    return (0,_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .joinMaskings */ .yy)((0,_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .maskSecret */ .$l)(base64), maskTexts(formsOfPfx(Buffer.from(base64, 'base64'))));
}
/** Masks for bytes that are no text: those of what a program shows in their place, and the forms in which they are printed. */
function maskBinary(bytes) {
    if ((0,_certificate_der_js__WEBPACK_IMPORTED_MODULE_1__/* .isPfx */ .By)(bytes))
        return maskTexts(formsOfPfx(bytes));
    return maskTexts([...(0,_structure_js__WEBPACK_IMPORTED_MODULE_4__/* .secretLines */ ._o)((0,_structure_js__WEBPACK_IMPORTED_MODULE_4__/* .linesOf */ .Dx)(bytes.toString())), ...(0,_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .formsOfBytes */ ._O)(bytes)]);
}
/** Masks for a PEM text that holds a private key: of its blocks only the private keys, since certificates are public. */
function maskPem(pem) {
    const whole = /[\r\n]/.test(pem) ? maskTexts((0,_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .formsOfWhole */ .gf)(pem)) : (0,_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .maskSecret */ .$l)(pem);
    const keys = formsOfKeyBlocks(pem);
    return (0,_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .joinMaskings */ .yy)(whole, (0,_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .toMasking */ .mO)({ texts: keys, weakness: keys.length === 0 ? { kind: 'none' } : undefined }));
}
function maskTexts(texts) {
    return (0,_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .toMasking */ .mO)({ texts, weakness: undefined });
}
/** Texts that hide a key as PKCS#8 and as PKCS#1 or SEC1: programs turn the one into the other. */
function formsOfKey(key) {
    return encodingsOf(key).flatMap(_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .formsOfBytes */ ._O);
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
    return [...(0,_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .formsOfBytes */ ._O)(pfx), ...keys.flatMap((pkcs8) => formsOfEncoded(pkcs8, 'PRIVATE KEY'))];
}
// What another password protects stays closed to later steps as well.
function readKeys(pfx) {
    try {
        return (0,_certificate_pfx_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readPfx */ .zJ)(pfx).privateKeys.map(({ pkcs8 }) => pkcs8);
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
        ...lines.filter((line) => isBase64(line) && line.length >= _structure_js__WEBPACK_IMPORTED_MODULE_4__/* .MIN_LINE_LENGTH */ .Tm),
        ...(0,_structure_js__WEBPACK_IMPORTED_MODULE_4__/* .secretLines */ ._o)(lines.filter((line) => !isBase64(line))),
        ...((0,_certificate_der_js__WEBPACK_IMPORTED_MODULE_1__/* .isPfx */ .By)(der) ? formsOfPfx(der) : formsOfEncoded(der, label)),
    ]);
}
function keyBlocks(text) {
    const plain = text.replace(/\\{1,2}r\\{1,2}n|\\{1,2}n/g, '\n');
    const blocks = [...plain.matchAll(/-----BEGIN ([^\r\n-]{1,60})-----/g)].map(({ 0: begin, 1: label = '', index }) => {
        const start = index + begin.length;
        const end = plain.indexOf('-----', start);
        const lines = (0,_structure_js__WEBPACK_IMPORTED_MODULE_4__/* .linesOf */ .Dx)(plain.slice(start, end === -1 ? plain.length : end));
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
        return [...(0,_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .formsOfBytes */ ._O)(der), ...(key === undefined ? [] : formsOfKey(key))];
    }
    catch {
        return (0,_masks_js__WEBPACK_IMPORTED_MODULE_3__/* .formsOfBytes */ ._O)(der);
    }
}
//# sourceMappingURL=masks-of-certificates.js.map

/***/ })

};
;