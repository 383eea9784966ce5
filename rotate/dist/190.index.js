"use strict";
exports.id = 190;
exports.ids = [190];
exports.modules = {

/***/ 8190:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  githubOidcMethod: () => (/* binding */ githubOidcMethod)
});

// EXTERNAL MODULE: ./build/programs/src/errors.js
var errors = __webpack_require__(5249);
// EXTERNAL MODULE: ./build/programs/src/http/json.js
var json = __webpack_require__(8567);
// EXTERNAL MODULE: ./build/programs/src/http/send.js
var send = __webpack_require__(9555);
// EXTERNAL MODULE: ./build/programs/src/http/transport-error.js
var transport_error = __webpack_require__(3675);
// EXTERNAL MODULE: ./build/programs/src/http/unmet-wait.js
var unmet_wait = __webpack_require__(8022);
// EXTERNAL MODULE: ./build/programs/src/secret-text.js
var secret_text = __webpack_require__(7720);
// EXTERNAL MODULE: ./build/programs/src/entra/federated-token.js
var federated_token = __webpack_require__(2739);
// EXTERNAL MODULE: ./build/programs/src/http/failure-hints.js
var failure_hints = __webpack_require__(2400);
// EXTERNAL MODULE: ./build/programs/src/http/foreign-answer.js
var foreign_answer = __webpack_require__(552);
;// CONCATENATED MODULE: ./build/programs/src/entra/id-token-error.js
// Why a job got no ID token of GitHub, by the cause.



const NAME = "GitHub's service for ID tokens";
const PLACE = {
    kind: 'network',
    name: NAME,
    hostHint: "Check the name resolution of the runner: it must reach GitHub's hosts for ID tokens (*.actions.githubusercontent.com).",
};
/** The error for a request that got no answer. */
function unreachableIssuerError(error, host) {
    return idTokenError(host, { problem: error.message, hint: (0,failure_hints/* hintForFailure */.V)(error, PLACE) }, error);
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
            hint: 'It ends after about six hours: run this action earlier in the job, or in a job of its own.',
        };
    }
    if (status === 408 || status === 429 || status >= 500)
        return { problem: 'the service is busy or failing', hint: LATER };
    const foreign = (status === 200 ? foreign_answer/* describeForeignAnswer */.E : foreign_answer/* describeForeignRefusal */.S)(response, NAME);
    if (foreign !== undefined)
        return foreign;
    if (status === 200)
        return { problem: 'the answer holds no ID token', hint: LATER };
    return { problem: 'the request was refused', hint: `Check for a proxy on the way. ${LATER}` };
}
function idTokenError(host, { problem, hint }, cause) {
    return new errors/* ActionError */.lZ({
        code: 'ID_TOKEN_NOT_GIVEN',
        title: 'GitHub gave no ID token',
        subject: `ID token of GitHub (${host})`,
        problem: `${problem}.`,
        hint,
        cause,
    });
}
//# sourceMappingURL=id-token-error.js.map
// EXTERNAL MODULE: ./build/programs/src/entra/id-token-permission.js
var id_token_permission = __webpack_require__(96);
// EXTERNAL MODULE: ./build/programs/src/entra/required.js
var required = __webpack_require__(7990);
// EXTERNAL MODULE: ./build/programs/src/entra/token-request.js
var token_request = __webpack_require__(6518);
;// CONCATENATED MODULE: ./build/programs/src/entra/credentials/github-oidc.js
// GitHub OIDC: the job's own identity, no stored secret.
// https://docs.github.com/actions/reference/security/oidc











/** An ID token is valid for about five minutes: each sign-in takes a fresh one. */
const githubOidcMethod = {
    needsTenant: true,
    isRenewable: true,
    waitsForPerson: false,
    makeCredential: ({ inputs, reason, variable }) => ({
        kind: 'github-oidc',
        reason,
        tenantId: inputs.tenantId?.value,
        ...(0,errors/* checkAll */.K7)({
            clientId: () => (0,required/* requiredClientId */.I_)(inputs),
            request: () => idTokenRequest(variable),
        }),
    }),
    secretsOf: ({ request }) => [request.token],
    getToken: (credential, target, context) => {
        const getProof = () => getIdToken(credential.request, target.oidcAudience, context);
        return (0,federated_token/* exchangeFederatedToken */.L)({ clientId: credential.clientId, getProof, way: credential }, target, context);
    },
};
function idTokenRequest(variable) {
    const url = variable(id_token_permission/* URL_VARIABLE */.tF);
    const token = variable(id_token_permission/* TOKEN_VARIABLE */.bG);
    if (url !== undefined && URL.canParse(url) && token !== undefined)
        return { url, token: new secret_text/* SecretText */.o(token) };
    throw new errors/* ActionError */.lZ({
        code: 'ID_TOKEN_NOT_PERMITTED',
        title: 'No ID token for this job',
        subject: 'github-oidc',
        problem: 'the job may not ask for an ID token.',
        hint: `${id_token_permission/* PERMISSION_HINT */.aJ}. Pull requests from forks never get an ID token.`,
    });
}
async function getIdToken(request, audience, context) {
    const url = new URL(request.url);
    url.searchParams.set('audience', audience);
    const headers = { authorization: new secret_text/* SecretText */.o(`Bearer ${request.token.reveal()}`) };
    const response = await (0,send/* send */.t)({ method: 'GET', url: url.href, headers }, context).catch((error) => {
        if (!(error instanceof transport_error/* TransportError */.wX))
            throw error;
        throw unreachableIssuerError(error, url.host);
    });
    const idToken = response.status === 200 ? (0,token_request/* asToken */.W1)((0,json/* parseJsonObject */.dw)(response.body)?.['value']) : undefined;
    if (idToken === undefined)
        throw (0,unmet_wait/* advisingWait */.T)(idTokenRefusedError(response, url.host), response);
    return idToken;
}
//# sourceMappingURL=github-oidc.js.map

/***/ }),

/***/ 2400:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ hintForFailure)
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
const tooLarge = ({ name }) => `${name} gives no answers of this size: check for a proxy on the way.`;
/** Of these {@link CODE_MEANINGS} the cause is known. */
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
//# sourceMappingURL=failure-hints.js.map

/***/ })

};
;