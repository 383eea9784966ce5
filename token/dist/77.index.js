export const id = 77;
export const ids = [77];
export const modules = {

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

/***/ })

};
