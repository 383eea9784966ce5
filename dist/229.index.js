"use strict";
exports.id = 229;
exports.ids = [229];
exports.modules = {

/***/ 2229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  decodeKeyBundle: () => (decodeKeyBundle)
});
var node_crypto_0 = __webpack_require__(7598);
var _http_json_js_2 = __webpack_require__(6102);
var _bundles_js_1 = __webpack_require__(1630);
// A key of Key Vault, its public part decoded: https://learn.microsoft.com/rest/api/keyvault/keys/get-key/get-key (api-version 7.4).



/** The body as a key; undefined where it is none. */
function decodeKeyBundle(body) {
	const bundle = (0,_http_json_js_2/* .parseJsonObject */ .dw)(body);
	const key = (0,_http_json_js_2/* .asObject */ .eB)(bundle?.['key']);
	const version = (0,_bundles_js_1/* .versionOf */ .E4)(key?.['kid']);
	const type = (0,_http_json_js_2/* .asText */ .e1)(key?.['kty'], /^[A-Za-z0-9-]{1,32}$/);
	const attributes = (0,_bundles_js_1/* .decodeAttributes */ .oS)(bundle);
	if (key === undefined || version === undefined || type === undefined || attributes === undefined)
		return undefined;
	const common = { version, type, attributes, tags: (0,_bundles_js_1/* .decodeTags */ .C3)(bundle) };
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
		return (0,node_crypto_0.createPublicKey)({ key: jwk, format: 'jwk' });
	}
	catch {
		return undefined;
	}
}
function standardName(name) {
	return STANDARD_NAMES.get(name) ?? name;
}

/***/ })

};
