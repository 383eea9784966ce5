export const id = 845;
export const ids = [845];
export const modules = {

/***/ 3845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   accessTokenMethod: () => (/* binding */ accessTokenMethod)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _input_scalars_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5995);
/* harmony import */ var _claims_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(481);
/* harmony import */ var _required_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3181);
/* harmony import */ var _token_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9963);
// Access token: the workflow has one already.





/** The token is used as it is: nothing is asked of Entra, and a refused one cannot be renewed. */
const accessTokenMethod = {
    needsTenant: false,
    isRenewable: false,
    waitsForPerson: false,
    makeCredential: ({ inputs, reason }) => {
        if (inputs.accessToken === undefined)
            throw (0,_required_js__WEBPACK_IMPORTED_MODULE_2__/* .missing */ .LO)('access-token', 'Set it.');
        const accessToken = (0,_token_request_js__WEBPACK_IMPORTED_MODULE_3__/* .asToken */ .W1)(inputs.accessToken.reveal());
        if (accessToken === undefined)
            throw (0,_input_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)('access-token', 'has spaces or line breaks inside, as no token has.');
        const claims = (0,_claims_js__WEBPACK_IMPORTED_MODULE_4__/* .decodeClaims */ .Yq)(accessToken);
        return {
            kind: 'access-token',
            reason,
            tenantId: (0,_claims_js__WEBPACK_IMPORTED_MODULE_4__/* .claimText */ .Q1)(claims, 'tid'),
            clientId: (0,_claims_js__WEBPACK_IMPORTED_MODULE_4__/* .claimText */ .Q1)(claims, 'appid') ?? (0,_claims_js__WEBPACK_IMPORTED_MODULE_4__/* .claimText */ .Q1)(claims, 'azp'),
            accessToken,
        };
    },
    secretsOf: ({ accessToken }) => [accessToken],
    getToken: async ({ accessToken }, _target, { clock }) => {
        const exp = (0,_claims_js__WEBPACK_IMPORTED_MODULE_4__/* .decodeClaims */ .Yq)(accessToken)?.['exp'];
        if (typeof exp === 'number' && exp * 1000 <= clock.nowMs())
            throw expired();
        return { token: accessToken, expiresOnSeconds: typeof exp === 'number' ? exp : Number.POSITIVE_INFINITY };
    },
};
function expired() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'ACCESS_TOKEN_EXPIRED',
        title: 'The access token has expired',
        subject: 'access-token',
        problem: 'has expired.',
        hint: 'Get it in the same job, right before this step.',
    });
}
//# sourceMappingURL=access-token.js.map

/***/ })

};
