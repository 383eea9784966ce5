export const id = 229;
export const ids = [229];
export const modules = {

/***/ 2229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   decodeKeyBundle: () => (/* binding */ decodeKeyBundle)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6102);
/* harmony import */ var _bundles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1630);
// A key of Key Vault, its public part decoded: https://learn.microsoft.com/rest/api/keyvault/keys/get-key/get-key (api-version 7.4).



/** The body as a key; undefined where it is none. */
function decodeKeyBundle(body) {
    const bundle = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJsonObject */ .dw)(body);
    const key = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asObject */ .eB)(bundle?.['key']);
    const version = (0,_bundles_js__WEBPACK_IMPORTED_MODULE_1__/* .versionOf */ .E4)(key?.['kid']);
    const type = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(key?.['kty'], /^[A-Za-z0-9-]{1,32}$/);
    const attributes = (0,_bundles_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeAttributes */ .oS)(bundle);
    if (key === undefined || version === undefined || type === undefined || attributes === undefined)
        return undefined;
    const common = { version, type, attributes, tags: (0,_bundles_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeTags */ .C3)(bundle) };
    if (SYMMETRIC.includes(type))
        return { ...common, publicKey: undefined };
    const publicKey = decodePublicKey(key, type);
    return publicKey === undefined ? undefined : { ...common, publicKey };
}
const SYMMETRIC = ['oct', 'oct-HSM'];
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
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: jwk, format: 'jwk' });
    }
    catch {
        return undefined;
    }
}
function standardName(name) {
    return STANDARD_NAMES.get(name) ?? name;
}
//# sourceMappingURL=key-bundle.js.map

/***/ })

};
