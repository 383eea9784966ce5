export const id = 77;
export const ids = [77];
export const modules = {

/***/ 1078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ tenantOfChallenge)
/* harmony export */ });
/** The tenant (GUID or domain) that the vault trusts; undefined where the challenge names none. */
function tenantOfChallenge(response) {
    return AUTHORIZATION.exec(response.headers['www-authenticate'] ?? '')?.[1];
}
/** An https address; the tenant is the first part of its path. */
const AUTHORIZATION = /\bauthorization(?:_uri)?="https:\/\/[^/"]+\/([0-9a-z][0-9a-z.-]{0,99})["/]/i;
//# sourceMappingURL=challenge.js.map

/***/ }),

/***/ 9077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   discoverTenant: () => (/* binding */ discoverTenant)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _http_send_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2658);
/* harmony import */ var _http_unmet_wait_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4059);
/* harmony import */ var _plan_identifier_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1366);
/* harmony import */ var _challenge_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1078);
/* harmony import */ var _vault_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8319);
// The tenant that a vault trusts, from the challenge to a request without a token.
// https://learn.microsoft.com/azure/key-vault/general/authentication-requests-and-responses






/**
 * The tenant of the vault: asked for an object, or for the list of all. Of the challenge only the tenant is believed: authority and scope are the cloud's.
 * @throws ActionError where the vault names none or gives no answer
 */
async function discoverTenant(item, context) {
    const request = item.name === undefined ? (0,_vault_request_js__WEBPACK_IMPORTED_MODULE_3__/* .getRequest */ .iq)((0,_vault_request_js__WEBPACK_IMPORTED_MODULE_3__/* .listUrl */ .MW)(item)) : (0,_vault_request_js__WEBPACK_IMPORTED_MODULE_3__/* .getObjectRequest */ .rr)(item);
    const response = await (0,_http_send_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(request, context).catch(async (error) => {
        const { unreachableVaultError } = await __webpack_require__.e(/* import() */ 746).then(__webpack_require__.bind(__webpack_require__, 9746));
        throw unreachableVaultError(error, item);
    });
    const tenant = (0,_challenge_js__WEBPACK_IMPORTED_MODULE_4__/* .tenantOfChallenge */ .H)(response);
    if (response.status === 401 && tenant !== undefined)
        return tenant;
    const error = new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'TENANT_NOT_FOUND',
        title: 'The tenant is not known',
        subject: 'tenant-id',
        problem: `is empty, and ${(0,_plan_identifier_js__WEBPACK_IMPORTED_MODULE_2__/* .vaultHost */ .Df)(item.vaultUrl)} names no tenant (HTTP ${response.status}).`,
        hint: 'Set tenant-id, or the variable AZURE_TENANT_ID.',
    });
    throw (0,_http_unmet_wait_js__WEBPACK_IMPORTED_MODULE_5__/* .advisingWait */ .T)(error, response);
}
//# sourceMappingURL=discover-tenant.js.map

/***/ }),

/***/ 8319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MW: () => (/* binding */ listUrl),
/* harmony export */   iq: () => (/* binding */ getRequest),
/* harmony export */   l9: () => (/* binding */ siblingIdentifierOf),
/* harmony export */   rr: () => (/* binding */ getObjectRequest)
/* harmony export */ });
/* unused harmony export API_VERSION */
/* harmony import */ var _secret_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3689);

/** Answered by every cloud and emulator; there is no default. */
const API_VERSION = '7.4';
/** The most that a vault gives at once. */
const PAGE_SIZE = 25;
/** The request that reads one object; without a token, the vault answers with its challenge. */
function getObjectRequest({ vaultUrl, collection, name, version }, token) {
    const path = version === undefined ? `${collection}/${name}` : `${collection}/${name}/${version}`;
    return getRequest(`${vaultUrl}/${path}?api-version=${API_VERSION}`, token);
}
/** Where the list of all objects begins or, of one object, that of its versions. */
function listUrl({ vaultUrl, collection, name }) {
    const path = name === undefined ? collection : `${collection}/${name}/versions`;
    return `${vaultUrl}/${path}?api-version=${API_VERSION}&maxresults=${PAGE_SIZE}`;
}
/** The request that reads what is at this address of a vault; without a token, the vault answers with its challenge. */
function getRequest(url, token) {
    const headers = token === undefined ? {} : { authorization: new _secret_text_js__WEBPACK_IMPORTED_MODULE_0__/* .SecretText */ .o(`Bearer ${token.reveal()}`) };
    return { method: 'GET', url, headers };
}
/**
 * The address that a certificate's `sid` or `kid` holds; undefined where it is not an object of that collection and of
 * the certificate's name in the same vault, since the token must not go anywhere else.
 */
function siblingIdentifierOf(id, collection, certificate) {
    if (!URL.canParse(id))
        return undefined;
    const { origin, pathname, search, username, password } = new URL(id);
    const [, kind = '', name = '', version] = /^\/([a-z]+)\/([0-9a-z-]{1,127})\/([0-9a-f]{32})$/i.exec(pathname) ?? [];
    if (kind.toLowerCase() !== collection)
        return undefined;
    if (origin !== certificate.vaultUrl || name.toLowerCase() !== certificate.name.toLowerCase())
        return undefined;
    if (search !== '' || username !== '' || password !== '')
        return undefined;
    return { vaultUrl: certificate.vaultUrl, collection, name, version };
}
//# sourceMappingURL=vault-request.js.map

/***/ })

};
