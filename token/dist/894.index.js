"use strict";
exports.id = 894;
exports.ids = [894];
exports.modules = {

/***/ 3894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  maskBinary: () => (maskBinary),
  maskPem: () => (maskPem),
  maskPfx: () => (maskPfx)
});
var _certificate_pem_js_1 = __webpack_require__(471);
var _masks_js_0 = __webpack_require__(4323);
// What the runner must hide for private keys: PFX, PEM, and bytes that are no text.


/** Masks for a base64 PFX: those of the text, and the forms in which its bytes may be printed. */
function maskPfx(base64) {
	const { texts, weakness } = (0,_masks_js_0/* .maskText */ .gC)(base64);
	const bytes = Buffer.from(base64, 'base64');
	const ofBytes = bytes.length < _masks_js_0/* .MIN_MASK_LENGTH */ .nV ? [] : (0,_masks_js_0/* .encodedForms */ .wV)(bytes);
	return (0,_masks_js_0/* .toMasking */ .mO)({ texts: [...texts, ...ofBytes], weakness });
}
/** Masks for bytes that are no text: those of what a program shows in their place, and the forms in which they are printed. */
function maskBinary(bytes) {
	if (bytes.length < _masks_js_0/* .MIN_MASK_LENGTH */ .nV)
		return (0,_masks_js_0/* .toMasking */ .mO)({ texts: [], weakness: undefined });
	const { texts } = (0,_masks_js_0/* .maskLines */ .sD)(bytes.toString());
	return (0,_masks_js_0/* .toMasking */ .mO)({ texts: [...texts, ...(0,_masks_js_0/* .encodedForms */ .wV)(bytes)], weakness: undefined });
}
/** Masks for a PEM text that holds a private key: of its blocks only the private keys, since certificates are public. */
function maskPem(pem) {
	const keys = (0,_certificate_pem_js_1/* .readPem */ .Je)(pem).filter(({ label }) => label.endsWith('PRIVATE KEY'));
	// A block that cannot be told apart, such as one of the old encrypted form or one cut off, is hidden with all around.
	if (keys.length === 0 && pem.includes('PRIVATE KEY-----'))
		return (0,_masks_js_0/* .maskSecret */ .$l)(pem);
	const ofKeys = keys.flatMap(({ text, der }) => [...(0,_masks_js_0/* .maskLines */ .sD)(text).texts, ...(0,_masks_js_0/* .encodedForms */ .wV)(der)]);
	return (0,_masks_js_0/* .toMasking */ .mO)({ texts: [...ofKeys, ...(0,_masks_js_0/* .formsOfWhole */ .gf)(pem)], weakness: keys.length === 0 ? 'none' : undefined });
}

/***/ })

};
