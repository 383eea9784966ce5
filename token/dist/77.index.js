"use strict";
exports.id = 77;
exports.ids = [77];
exports.modules = {

/***/ 9077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  discoverTenant: () => (discoverTenant)
});
var _errors_js_0 = __webpack_require__(7406);
var _http_send_js_1 = __webpack_require__(2658);
var _plan_identifier_js_2 = __webpack_require__(7602);
var _challenge_js_4 = __webpack_require__(1078);
var _vault_request_js_3 = __webpack_require__(8319);
// The tenant that a vault trusts, from the challenge to a request without a token.
// https://learn.microsoft.com/azure/key-vault/general/authentication-requests-and-responses





/**
 * The tenant of the vault: asked for an object, or for the list of all. Of the challenge only the tenant is believed: authority and scope are the cloud's.
 * @throws ActionError where the vault names none or gives no answer
 */
async function discoverTenant(item, context) {
	const request = item.name === undefined ? (0,_vault_request_js_3/* .getRequest */ .iq)((0,_vault_request_js_3/* .listUrl */ .MW)(item)) : (0,_vault_request_js_3/* .getObjectRequest */ .rr)(item);
	const response = await (0,_http_send_js_1/* .send */ .t)(request, context).catch(async (error) => {
		const { unreachableVaultError } = await __webpack_require__.e(/* import() */ 780).then(__webpack_require__.bind(__webpack_require__, 1780));
		throw unreachableVaultError(error, item);
	});
	const tenant = (0,_challenge_js_4/* .tenantOfChallenge */ .H)(response);
	if (response.status === 401 && tenant !== undefined)
		return tenant;
	throw new _errors_js_0/* .ActionError */ .lZ({
		code: 'TENANT_NOT_FOUND',
		title: 'The tenant is not known',
		subject: 'tenant-id',
		problem: `is empty, and ${(0,_plan_identifier_js_2/* .vaultHost */ .Df)(item.vaultUrl)} names no tenant (HTTP ${response.status}).`,
		hint: 'Set tenant-id, or the variable AZURE_TENANT_ID.',
	});
}

/***/ })

};
