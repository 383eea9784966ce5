"use strict";
exports.id = 825;
exports.ids = [825];
exports.modules = {

/***/ 2825:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   idTokenRefusedError: () => (/* binding */ idTokenRefusedError),
/* harmony export */   makeGitHubOidc: () => (/* binding */ makeGitHubOidc),
/* harmony export */   unreachableIssuerError: () => (/* binding */ unreachableIssuerError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5261);
/* harmony import */ var _http_failure_hints_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2400);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8567);
/* harmony import */ var _http_send_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9555);
/* harmony import */ var _http_transport_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3675);
/* harmony import */ var _input_sign_in_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2520);
/* harmony import */ var _secret_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7720);
/* harmony import */ var _credential_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(718);
/* harmony import */ var _federated_token_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2739);
/* harmony import */ var _token_request_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6518);
// GitHub OIDC: the job's own identity, no stored secret.
// https://docs.github.com/actions/reference/security/oidc










/**
 * The credential of an application that trusts tokens of this repository's jobs. An ID token is valid for about five minutes:
 * each sign-in takes a fresh one.
 * @throws ActionErrors that name each input that is missing, and the permission
 */
function makeGitHubOidc(source) {
    const { inputs, variable } = source;
    const { clientId, request } = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .checkAll */ .K7)({
        clientId: () => (0,_input_sign_in_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .requiredClientId */ .I_)(inputs),
        request: () => idTokenRequest(variable),
    });
    const way = (0,_credential_js__WEBPACK_IMPORTED_MODULE_6__/* .describeWay */ .x9)('github-oidc', source, { tenantId: inputs.tenantId, clientId: inputs.clientId });
    return {
        ...way,
        tenantId: inputs.tenantId?.value,
        clientId,
        secrets: [request.token],
        needsTenant: true,
        isRenewable: true,
        waitsForPerson: false,
        getToken: (target, context) => {
            const getProof = () => getIdToken(request, target.oidcAudience, context);
            return (0,_federated_token_js__WEBPACK_IMPORTED_MODULE_7__/* .exchangeFederatedToken */ .L)({ clientId, getProof, way }, target, context);
        },
    };
}
function idTokenRequest(variable) {
    const url = variable(_credential_js__WEBPACK_IMPORTED_MODULE_6__/* .URL_VARIABLE */ .tF);
    const token = variable(_credential_js__WEBPACK_IMPORTED_MODULE_6__/* .TOKEN_VARIABLE */ .bG);
    if (url !== undefined && URL.canParse(url) && token !== undefined)
        return { url, token: new _secret_text_js__WEBPACK_IMPORTED_MODULE_5__/* .SecretText */ .o(token) };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'ID_TOKEN_NOT_PERMITTED',
        title: 'No ID token for this job',
        subject: 'github-oidc',
        problem: 'the job is not allowed to request an ID token.',
        hint: `${_credential_js__WEBPACK_IMPORTED_MODULE_6__/* .PERMISSION_HINT */ .aJ}. Pull requests from forks never get an ID token.`,
    });
}
async function getIdToken(request, audience, context) {
    const url = new URL(request.url);
    url.searchParams.set('audience', audience);
    const headers = { authorization: new _secret_text_js__WEBPACK_IMPORTED_MODULE_5__/* .SecretText */ .o(`Bearer ${request.token.reveal()}`) };
    const response = await (0,_http_send_js__WEBPACK_IMPORTED_MODULE_2__/* .send */ .tN)({ method: 'GET', url: url.href, headers }, context).catch((error) => {
        if (!(error instanceof _http_transport_error_js__WEBPACK_IMPORTED_MODULE_3__/* .TransportError */ .wX))
            throw error;
        throw unreachableIssuerError(error, url.host);
    });
    const idToken = response.status === 200 ? (0,_token_request_js__WEBPACK_IMPORTED_MODULE_8__/* .asToken */ .W1)((0,_http_json_js__WEBPACK_IMPORTED_MODULE_9__/* .parseJsonObject */ .dw)(response.body)?.['value']) : undefined;
    if (idToken === undefined)
        throw (0,_http_send_js__WEBPACK_IMPORTED_MODULE_2__/* .advisingWait */ .T8)(idTokenRefusedError(response, url.host), response);
    return idToken;
}
const NAME = "GitHub's service for ID tokens";
const PLACE = {
    kind: 'network',
    name: NAME,
    hostHint: "Check the name resolution of the runner: it must reach GitHub's hosts for ID tokens (*.actions.githubusercontent.com).",
};
/** The error for a request that got no answer. */
function unreachableIssuerError(error, host) {
    return idTokenError(host, { problem: error.message, hint: (0,_http_failure_hints_js__WEBPACK_IMPORTED_MODULE_1__/* .hintForFailure */ .VL)(error, PLACE) }, error);
}
/** The error for an answer that holds no ID token. */
function idTokenRefusedError(response, host) {
    const { problem, hint } = explain(response);
    const status = response.status === 200 ? '' : ` (HTTP ${response.status})`;
    return idTokenError(host, { problem: `${problem}${status}`, hint });
}
const LATER = 'Run the job again later; see https://www.githubstatus.com.';
function explain(response) {
    const { status } = response;
    if (status === 401) {
        return {
            problem: 'the request token of the job was not accepted',
            hint: 'It expires after about six hours: run this action earlier in the job, or in a job of its own.',
        };
    }
    if (status === 408 || status === 429 || status >= 500)
        return { problem: 'the service is busy or failing', hint: LATER };
    const foreign = (status === 200 ? _http_failure_hints_js__WEBPACK_IMPORTED_MODULE_1__/* .describeForeignAnswer */ .EW : _http_failure_hints_js__WEBPACK_IMPORTED_MODULE_1__/* .describeForeignRefusal */ .S4)(response, NAME);
    if (foreign !== undefined)
        return foreign;
    if (status === 200)
        return { problem: 'the answer holds no ID token', hint: LATER };
    return { problem: 'the request was refused', hint: `Check for a proxy on the way. ${LATER}` };
}
function idTokenError(host, { problem, hint }, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'ID_TOKEN_NOT_GIVEN',
        title: 'GitHub gave no ID token',
        subject: `ID token of GitHub (${host})`,
        problem: `${problem}.`,
        hint,
        cause,
    });
}
//# sourceMappingURL=github-oidc.js.map

/***/ })

};
;