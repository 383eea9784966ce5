"use strict";
exports.id = 825;
exports.ids = [825];
exports.modules = {

/***/ 2825:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   makeGitHubOidc: () => (/* binding */ makeGitHubOidc)
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

/***/ }),

/***/ 2400:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EW: () => (/* binding */ describeForeignAnswer),
/* harmony export */   S4: () => (/* binding */ describeForeignRefusal),
/* harmony export */   VL: () => (/* binding */ hintForFailure)
/* harmony export */ });
/** One or more sentences: what to do about it. */
function hintForFailure({ code, failure }, place) {
    if (place.kind === 'machine')
        return place.hint;
    const hint = (code === undefined ? undefined : BY_CODE.get(code)) ?? BY_FAILURE[failure];
    return hint(place);
}
const MISSING_PROXY = 'If this network reaches the internet only through a proxy, set HTTPS_PROXY.';
const notHttps = () => 'Have this address corrected where it is set: over http, tokens and secrets would be sent in the clear.';
const hostNotFound = ({ hostHint }) => `${hostHint} ${MISSING_PROXY}`;
const nameServer = () => `Check the runner's DNS settings: its name server gave no answer. ${MISSING_PROXY} Then run the job again.`;
const refused = ({ reachHint }) => sentences('A firewall on the way or a wrong address refuses connections: allow outgoing HTTPS to this host, or set HTTPS_PROXY if the network needs a proxy.', reachHint);
const cutOff = ({ reachHint }) => sentences('A firewall or proxy on the way most likely cuts connections to this host: allow it there, then run the job again.', reachHint);
const timeOut = ({ reachHint }) => sentences('A firewall on the way may drop the packets: allow outgoing HTTPS to this host, or set HTTPS_PROXY if the network needs a proxy. Then run the job again.', reachHint);
const noRoute = ({ reachHint }) => sentences("Check the runner's network: it has no route to this host (VPN, IPv6, firewall).", reachHint);
const noTls = () => 'What answers there speaks another protocol or an old version of TLS: check the port, and any proxy or firewall on the way.';
const unknownAuthority = () => 'If a proxy or firewall inspects TLS, or the service has a private CA, save the CA as a PEM file and set NODE_EXTRA_CA_CERTS to its path in the env of the step.';
const selfSigned = () => 'If this certificate is to be trusted, save it as a PEM file and set NODE_EXTRA_CA_CERTS to its path in the env of the step.';
const expired = () => "Check the runner's clock first. If it is right, have the certificate renewed: it may be that of a proxy on the way.";
const otherName = ({ otherNameHint }) => otherNameHint ??
    'Another server answers in place of this host: check the address, the name resolution of the runner, and any proxy on the way.';
const certificate = () => 'Check the certificate that the runner sees ("openssl s_client -connect HOST:443"): it may be that of a proxy on the way.';
const proxyCredentials = () => 'Put the user and password of the proxy into HTTPS_PROXY (http://user:password@proxy.contoso.com:8080), with special characters percent-encoded.';
const proxyRefused = () => 'Have this host allowed on the proxy that HTTPS_PROXY names, or add it to NO_PROXY if the runner reaches it without the proxy.';
const proxyNotFound = () => 'Compare the host name in HTTPS_PROXY with that of the proxy, and check the DNS settings of the runner.';
const proxyCertificate = () => 'Compare the host name in HTTPS_PROXY with that in the certificate of the proxy. If its CA is a private one, save the CA as a PEM file and set NODE_EXTRA_CA_CERTS to its path in the env of the step.';
const proxyFailing = () => 'Check host and port in HTTPS_PROXY, and whether the proxy is up and reaches this host. Then run the job again.';
const tooLarge = ({ name }) => `${name} does not send answers of this size: check for a proxy on the way.`;
/** Those of the {@link CODE_MEANINGS} whose cause is known. */
const BY_CODE = new Map([
    ['ENOTFOUND', hostNotFound],
    ['EAI_AGAIN', nameServer],
    ['ECONNREFUSED', refused],
    ['ECONNRESET', cutOff],
    ['EPIPE', cutOff],
    ['ETIMEDOUT', timeOut],
    ['EHOSTUNREACH', noRoute],
    ['ENETUNREACH', noRoute],
    ['EPROTO', noTls],
    ['UNABLE_TO_GET_ISSUER_CERT', unknownAuthority],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', unknownAuthority],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', unknownAuthority],
    ['SELF_SIGNED_CERT_IN_CHAIN', unknownAuthority],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', selfSigned],
    ['CERT_HAS_EXPIRED', expired],
    ['CERT_NOT_YET_VALID', expired],
    ['ERR_TLS_CERT_ALTNAME_INVALID', otherName],
    ['HOSTNAME_MISMATCH', otherName],
]);
const BY_FAILURE = {
    'not-https': notHttps,
    'host-not-found': hostNotFound,
    certificate,
    'proxy-credentials': proxyCredentials,
    'proxy-refused': proxyRefused,
    'proxy-not-found': proxyNotFound,
    'proxy-certificate': proxyCertificate,
    'proxy-failing': proxyFailing,
    'too-large': tooLarge,
    'time-out': timeOut,
    connection: cutOff,
};
function sentences(first, second) {
    return second === undefined ? first : `${first} ${second}`;
}
/** Says why an answer is not one of a service that speaks JSON; undefined if it is JSON. */
function describeForeignAnswer({ headers, body }, service) {
    if (isJson(body))
        return undefined;
    const isPage = /^text\/html\b/i.test(headers['content-type'] ?? '') || /^\s*</.test(body);
    if (isPage) {
        return {
            problem: 'the answer is a web page',
            hint: `${service} sends none. A captive portal, a proxy or a firewall on the way answered instead: let the runner reach this host without it.`,
        };
    }
    return {
        problem: body.trim() === '' ? 'the answer is empty' : 'the answer is not JSON',
        hint: `${service} answers in JSON. Check for a proxy or a firewall on the way, then run the job again.`,
    };
}
/** As {@link describeForeignAnswer}, for an answer whose status is a refusal: that needs no body. */
function describeForeignRefusal(response, service) {
    return response.body.trim() === '' ? undefined : describeForeignAnswer(response, service);
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=failure-hints.js.map

/***/ })

};
;