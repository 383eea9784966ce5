export const id = 894;
export const ids = [894];
export const modules = {

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
