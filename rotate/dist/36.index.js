"use strict";
exports.id = 36;
exports.ids = [36];
exports.modules = {

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