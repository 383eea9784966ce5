export const id = 766;
export const ids = [766];
export const modules = {

/***/ 3766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderKey: () => (/* binding */ renderKey)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);

/**
 * Three outputs, none of them a secret: the key as PEM (SubjectPublicKeyInfo), the same as JWK, and its version.
 * @throws ActionError where the key has no public part
 */
function renderKey({ output, item }, { version, type, publicKey, attributes }) {
    if (publicKey === undefined)
        throw symmetricKey(type);
    return {
        item,
        version,
        life: attributes,
        outputs: [
            { name: output, value: publicKey.export({ format: 'pem', type: 'spki' }).toString() },
            { name: `${output}-jwk`, value: describeJwk(publicKey) },
            { name: `${output}-version`, value: version },
        ],
        files: [],
        storeEntries: [],
        masks: [],
        weakness: undefined,
        secrets: [],
        notes: [],
    };
}
// In the order of RFC 7638 section 3.3, so that SHA-256 of the text is the key's thumbprint.
function describeJwk(publicKey) {
    const members = Object.entries(publicKey.export({ format: 'jwk' }));
    return JSON.stringify(Object.fromEntries(members.sort(([one], [other]) => (one < other ? -1 : 1))));
}
function symmetricKey(type) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'KEY_SYMMETRIC',
        title: 'Key without a public part',
        problem: `it is of type ${type}: one secret key that never leaves the vault.`,
        hint: 'Only RSA and EC keys have a public part: name one of these, and exclude others from a pattern by a tag.',
    });
}
//# sourceMappingURL=render-key.js.map

/***/ })

};
