"use strict";
exports.id = 462;
exports.ids = [462];
exports.modules = {

/***/ 6462:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   makeDeviceCode: () => (/* binding */ makeDeviceCode)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5261);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8567);
/* harmony import */ var _input_sign_in_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2520);
/* harmony import */ var _secret_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7720);
/* harmony import */ var _credential_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(718);
/* harmony import */ var _token_request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6518);
/* harmony import */ var _token_response_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2779);
// Device code: a person approves in a browser (RFC 8628). The token is delegated: it has scp and no roles.
// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code







const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:device_code';
/** RFC 8628 section 3.5: a client that is told to slow down waits so much longer from then on. */
const SLOW_DOWN_SECONDS = 5;
/**
 * The credential of a public client; who approves is decided by the person. Asked for by hand only: a job that nobody watches
 * would wait in vain.
 * @throws ActionError if the client ID is missing
 */
function makeDeviceCode(source) {
    const { inputs } = source;
    const clientId = (0,_input_sign_in_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredClientId */ .I_)(inputs);
    const way = (0,_credential_js__WEBPACK_IMPORTED_MODULE_3__/* .describeWay */ .x9)('device-code', source, { tenantId: inputs.tenantId, clientId: inputs.clientId });
    return {
        ...way,
        tenantId: inputs.tenantId?.value,
        clientId,
        secrets: [],
        needsTenant: true,
        isRenewable: false,
        waitsForPerson: true,
        getToken: (target, context) => askPerson({ authority: (0,_token_request_js__WEBPACK_IMPORTED_MODULE_4__/* .authorityOf */ .vO)(target), clientId, notes: [], way }, target, context),
    };
}
async function askPerson(attempt, target, context) {
    const scope = target.scope.replace(/\/\.default$/, '/user_impersonation');
    const form = (0,_token_request_js__WEBPACK_IMPORTED_MODULE_4__/* .formRequest */ .MB)(`${attempt.authority}/oauth2/v2.0/devicecode`, { client_id: attempt.clientId, scope });
    const response = await (0,_token_request_js__WEBPACK_IMPORTED_MODULE_4__/* .askAuthority */ .pB)(form, attempt, context);
    const code = decodeDeviceCode(response);
    if (code === undefined)
        return (0,_token_request_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseAnswer */ .$e)(response, attempt);
    await context.mask(code.deviceCode);
    context.log.annotate('notice', {
        title: 'Approve the sign-in',
        text: `Open ${code.verificationUri} and enter the code ${code.userCode} within ${Math.ceil(code.lifeSeconds / 60)} minutes. Do so only if you started this job.`,
    });
    return poll(code, attempt, context);
}
/** The answer as a device code; undefined if it is none. */
function decodeDeviceCode(response) {
    if (response.status !== 200)
        return undefined;
    const answer = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJsonObject */ .dw)(response.body);
    const deviceCode = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asText */ .e1)(answer?.['device_code'], /^[\x21-\x7e]+$/);
    const userCode = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asText */ .e1)(answer?.['user_code'], /^[A-Z0-9-]{4,20}$/i);
    const verificationUri = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asText */ .e1)(answer?.['verification_uri'], /^https:\/\/[\x21-\x7e]{1,200}$/);
    const lifeSeconds = asSeconds(answer?.['expires_in'], 1800);
    const intervalSeconds = asSeconds(answer?.['interval'] ?? 5, 60);
    if (deviceCode === undefined || userCode === undefined || verificationUri === undefined)
        return undefined;
    if (lifeSeconds === undefined || intervalSeconds === undefined)
        return undefined;
    return { deviceCode: new _secret_text_js__WEBPACK_IMPORTED_MODULE_2__/* .SecretText */ .o(deviceCode), userCode, verificationUri, lifeSeconds, intervalSeconds };
}
// An hour-long code, or an interval of days, is not to be waited for.
function asSeconds(value, max) {
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? Math.min(value, max) : undefined;
}
async function poll(code, attempt, context) {
    const deadlineMs = context.clock.nowMs() + code.lifeSeconds * 1000;
    const fields = { grant_type: GRANT_TYPE, client_id: attempt.clientId, device_code: code.deviceCode };
    let intervalSeconds = Math.max(1, code.intervalSeconds);
    for (;;) {
        await context.clock.sleep(intervalSeconds * 1000);
        if (context.clock.nowMs() >= deadlineMs)
            throw notApproved('expired_token');
        const request = (0,_token_request_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenRequest */ .jE)(attempt.authority, fields);
        // A refusal that passes by itself is as an answer of 503; `authorization_pending` is none of them.
        const response = await (0,_token_request_js__WEBPACK_IMPORTED_MODULE_4__/* .askAuthority */ .pB)(request, attempt, { ...context, deadlineMs });
        const { error } = response.status === 200 ? { error: undefined } : (0,_token_response_error_js__WEBPACK_IMPORTED_MODULE_6__/* .readRefusal */ .n)(response);
        if (error === 'slow_down')
            intervalSeconds += SLOW_DOWN_SECONDS;
        else if (error === 'authorization_declined' || error === 'access_denied' || error === 'expired_token')
            throw notApproved(error);
        else if (error !== 'authorization_pending')
            return (0,_token_request_js__WEBPACK_IMPORTED_MODULE_4__/* .processTokenResponse */ ._i)(response, context.clock.nowMs(), attempt);
    }
}
function notApproved(error) {
    const declined = error !== 'expired_token';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: declined ? 'DEVICE_CODE_DECLINED' : 'DEVICE_CODE_EXPIRED',
        title: declined ? 'The sign-in was declined' : 'Nobody approved the sign-in in time',
        subject: 'device-code',
        problem: declined ? `the person declined (${error}).` : 'the code has expired (expired_token).',
        hint: 'Run the job again and approve, or sign in without a person: a federated credential (github-oidc).',
    });
}
//# sourceMappingURL=device-code.js.map

/***/ })

};
;