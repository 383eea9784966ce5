"use strict";
exports.id = 845;
exports.ids = [845];
exports.modules = {

/***/ 3845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  accessTokenMethod: () => (accessTokenMethod)
});
var _errors_js_0 = __webpack_require__(7406);
var _input_scalars_js_1 = __webpack_require__(5995);
var _claims_js_4 = __webpack_require__(481);
var _required_js_2 = __webpack_require__(3181);
var _token_request_js_3 = __webpack_require__(9963);
// Access token: the workflow has one already.





/** The token is used as it is: nothing is asked of Entra, and a refused one cannot be renewed. */
const accessTokenMethod = {
	needsTenant: false,
	isRenewable: false,
	waitsForPerson: false,
	makeCredential: ({ inputs, reason }) => {
		if (inputs.accessToken === undefined)
			throw (0,_required_js_2/* .missing */ .LO)('access-token', 'Set it.');
		const accessToken = (0,_token_request_js_3/* .asToken */ .W1)(inputs.accessToken.reveal());
		if (accessToken === undefined)
			throw (0,_input_scalars_js_1/* .invalidInput */ .aY)('access-token', 'has spaces or line breaks inside, as no token has.');
		const claims = (0,_claims_js_4/* .decodeClaims */ .Yq)(accessToken);
		return {
			kind: 'access-token',
			reason,
			tenantId: (0,_claims_js_4/* .claimText */ .Q1)(claims, 'tid'),
			clientId: (0,_claims_js_4/* .claimText */ .Q1)(claims, 'appid') ?? (0,_claims_js_4/* .claimText */ .Q1)(claims, 'azp'),
			accessToken,
		};
	},
	secretsOf: ({ accessToken }) => [accessToken],
	getToken: async ({ accessToken }, _target, { clock }) => {
		const exp = (0,_claims_js_4/* .decodeClaims */ .Yq)(accessToken)?.['exp'];
		if (typeof exp === 'number' && exp * 1000 <= clock.nowMs())
			throw expired();
		return { token: accessToken, expiresOnSeconds: typeof exp === 'number' ? exp : Number.POSITIVE_INFINITY };
	},
};
function expired() {
	return new _errors_js_0/* .ActionError */ .lZ({
		code: 'ACCESS_TOKEN_EXPIRED',
		title: 'The access token has expired',
		subject: 'access-token',
		problem: 'has expired.',
		hint: 'Get it in the same job, right before this step.',
	});
}

/***/ })

};
