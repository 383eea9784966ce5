"use strict";
exports.id = 829;
exports.ids = [829];
exports.modules = {

/***/ 5635:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wr: () => (/* binding */ adviceOf),
  WT: () => (/* binding */ lookUpHint)
});

// UNUSED EXPORTS: AADSTS_ADVICE

;// CONCATENATED MODULE: ./build/programs/src/entra/aadsts-application.js
// Error numbers of Entra ID that concern the application: which one it is, what it may do, whom it asks for a
// token of, and how it proves itself.
/** Numbers about the application. */
const APPLICATION_ROWS = [
    {
        codes: [700016, 70001, 700011],
        meaning: 'the application is not known in this tenant',
        advice: 'Compare client-id with the "Application (client) ID" of the app registration, and tenant-id with its "Directory (tenant) ID". An application of another tenant needs admin consent in this one first.',
    },
    {
        codes: [7000112],
        meaning: 'the application is disabled in this tenant',
        advice: 'Turn on "Enabled for users to sign in" in the properties of the enterprise application.',
    },
    {
        codes: [7000229],
        meaning: 'the application has no service principal in this tenant',
        advice: 'Run "az ad sp create --id CLIENT_ID" in the tenant, with the client ID shown here, or grant the application admin consent there.',
    },
    {
        codes: [50105],
        meaning: 'the application is not assigned',
        advice: 'Assign it under "Users and groups" of the enterprise application, or turn off "Assignment required".',
    },
    {
        codes: [501051],
        meaning: 'the application has no role of this service',
        advice: 'The service requires an assignment: give the application one of its roles, with admin consent, or turn off "Assignment required" of the service.',
    },
    {
        codes: [65001],
        meaning: 'consent is missing',
        advice: "Grant admin consent for the application's API permissions.",
    },
    {
        codes: [650057],
        meaning: 'the application does not ask for this service',
        advice: 'Add the API permission "Azure Key Vault \u2192 user_impersonation" to the app registration.',
    },
    {
        codes: [500011],
        meaning: 'the tenant has no such service',
        advice: 'For a vault, set cloud to that of the tenant. For another service, compare the scope with its application ID URI; the service may not be installed in this tenant.',
    },
    {
        codes: [650052],
        meaning: 'the tenant has no service principal of this service',
        advice: 'Run "az ad sp create --id API_ID" in the tenant, with the application ID of the service.',
    },
    {
        codes: [70011, 1002012],
        meaning: 'the scope is not valid',
        advice: 'Set the scope to the application ID URI of one service, followed by /.default.',
    },
    {
        codes: [700022],
        meaning: 'the scope names more than one service',
        advice: 'Write one line per service: a token is for one service only.',
    },
    {
        codes: [900144],
        meaning: 'a part of the request is empty',
        advice: 'Check client-id and tenant-id: an input may come from a variable or a secret that is not set.',
    },
    {
        codes: [7000218],
        meaning: 'neither a secret nor an assertion was accepted',
        advice: 'Set client-secret or another sign-in input: this application does not sign in without a proof.',
        adviceFor: { 'device-code': 'Turn on "Allow public client flows" under "Authentication" of the app registration.' },
    },
    {
        codes: [700025],
        meaning: 'a public client must not send credentials',
        advice: 'Sign in with device-code, or set client-id to an application that has credentials.',
    },
];
/** Numbers about the proof: a secret, a certificate's assertion, another issuer's ID token. */
const PROOF_ROWS = [
    {
        codes: [7000215],
        meaning: 'wrong client secret',
        advice: "Use the secret's value, which the portal shows once, not its secret ID. A secret created less than two minutes ago may not be known yet.",
    },
    {
        codes: [7000222],
        meaning: 'the client secret has expired',
        advice: 'Create a new one under "Certificates & secrets" of the app registration and set client-secret to it, or sign in without a secret (github-oidc).',
    },
    {
        codes: [70021, 700211, 700212, 700213, 7002138],
        meaning: 'no federated credential of the application matches the ID token',
        advice: 'Issuer, subject and audience must match exactly, including capitals. Repositories created, renamed or transferred since 2026-07-15 carry numeric IDs in the subject. New federated credentials can take a few minutes.',
    },
    {
        codes: [70025],
        meaning: 'the application has no federated credential',
        advice: 'New federated credentials can take a few minutes.',
    },
    {
        codes: [7002381],
        meaning: 'the tenant accepts ID tokens of GitHub only from the enterprises that its policy names',
        advice: "Ask an administrator of the tenant to allow this repository's enterprise, or set client-id and tenant-id to an application of another tenant.",
    },
    {
        codes: [501661, 50166, 90061],
        meaning: "Entra ID could not read the issuer's keys",
        advice: 'The address ISSUER/.well-known/openid-configuration must be reachable from the internet, which a server behind a firewall is not. If it is, run the job again: this is often temporary.',
    },
    {
        codes: [700222, 700229],
        meaning: 'a token of Entra ID itself does not count as proof here',
        advice: 'Use an ID token of another issuer, such as that of GitHub (auth-method: github-oidc), or a managed identity of the same tenant.',
    },
    {
        codes: [700024],
        meaning: 'the client assertion is outside its time',
        advice: "Set the runner's clock. An ID token of GitHub is valid for about five minutes.",
        adviceFor: {
            'azure-cli': 'An ID token of GitHub is valid for about five minutes: run this step right after Azure/login, or sign in with github-oidc and without az.',
        },
    },
    {
        codes: [700027],
        meaning: 'the certificate is not one of the application',
        advice: 'Upload its public part under "Certificates & secrets" of the app registration.',
    },
    {
        codes: [50012, 50013, 5000811],
        meaning: 'the key that signed the assertion is not known to Entra ID',
        advice: 'Upload the public part of the certificate under "Certificates & secrets" of the app registration. If another issuer signed, wait until its new key is published, then run the job again.',
    },
    {
        codes: [700021, 700023, 50027],
        meaning: 'the client assertion is malformed',
        advice: 'Report this as a bug of the action, with the correlation ID.',
    },
    {
        codes: [700030],
        meaning: "the certificate's subject is not authorized",
        advice: 'Upload the certificate under "Certificates & secrets" of the app registration, or authorize its subject name and issuer there.',
    },
];
//# sourceMappingURL=aadsts-application.js.map
;// CONCATENATED MODULE: ./build/programs/src/entra/aadsts-advice.js
// Meaning of the error numbers of Microsoft Entra ID, and advice about each: one table, in two files by what is at fault.
// https://learn.microsoft.com/entra/identity-platform/reference-error-codes and, for single ones, https://login.microsoftonline.com/error?code=NUMBER

/** Numbers about the tenant: which one it is, in which cloud, and whether it answers now. */
const TENANT_ROWS = [
    {
        codes: [90002],
        meaning: 'the tenant does not exist',
        advice: 'Compare tenant-id with the "Directory (tenant) ID" or a verified domain. For a tenant of another cloud, set cloud.',
    },
    {
        codes: [900023],
        meaning: 'the tenant is malformed',
        advice: 'Set tenant-id to a GUID or a domain name, without quotes or spaces.',
    },
    {
        codes: [50059, 90019],
        meaning: 'the request names no tenant',
        advice: 'Set tenant-id.',
    },
    {
        codes: [50194, 9001023],
        meaning: 'the tenant must be one directory, not "common" or "consumers"',
        advice: 'Set tenant-id to the "Directory (tenant) ID" of the application.',
    },
    {
        codes: [90038, 900382, 900432],
        meaning: 'the tenant is in another cloud',
        advice: 'Set cloud to us-government or china, whichever the tenant belongs to.',
    },
    {
        codes: [500021, 500022],
        meaning: 'tenant restrictions of this network do not allow the tenant',
        advice: 'A proxy of this network adds the restrictions: have this tenant allowed there, or use a runner in another network.',
    },
    {
        codes: [5000225],
        meaning: 'the tenant is blocked because it was not used',
        advice: 'A global administrator can have it unblocked by Microsoft support. Otherwise set tenant-id to another tenant.',
    },
    {
        codes: [5000224],
        meaning: 'the tenant has been decommissioned',
        advice: 'Set tenant-id and client-id to an application of another tenant.',
    },
    {
        codes: [90055],
        meaning: 'the tenant sends too many requests',
        advice: 'Run the job again later, and start fewer jobs at a time (max-parallel).',
    },
    {
        codes: [50196],
        meaning: 'the application asks for tokens too often',
        advice: 'Run the job again later, and start fewer jobs at a time (max-parallel).',
    },
    {
        codes: [50033, 90024, 90033],
        meaning: 'Entra ID is busy or failing at the moment',
        advice: 'Run the job again later.',
    },
];
const AS_APPLICATION = 'Sign in as an application instead, for example with auth-method: github-oidc.';
const LOGIN_AGAIN = 'Put a step with Azure/login before this one, in the same job.';
/** Numbers about a person, a device, or a policy about either: of device codes and of az. */
const PERSON_ROWS = [
    {
        codes: [50034, 50020],
        meaning: 'the user is not in this tenant',
        advice: "Set tenant-id to the user's own tenant, or invite the user as a guest.",
    },
    {
        codes: [50076, 50079, 50158, 50072, 50074],
        meaning: 'a second factor is required',
        advice: `A workflow cannot give one. ${AS_APPLICATION}`,
    },
    {
        codes: [50005, 50097, 53000, 53001],
        meaning: 'a policy requires a managed or registered device',
        advice: `This sign-in cannot show one. ${AS_APPLICATION}`,
    },
    {
        codes: [53003],
        meaning: 'blocked by Conditional Access',
        advice: "A policy for workload identities keeps this runner out, most often because of its address. Use a runner in an allowed network, or exclude the application's service principal from the policy.",
        adviceFor: {
            'device-code': `A policy for people blocks this sign-in, whichever runner it is. ${AS_APPLICATION}`,
            'azure-cli': `A policy blocks whoever az is signed in as. ${AS_APPLICATION}`,
        },
    },
    {
        codes: [530035],
        meaning: 'blocked by security defaults',
        advice: AS_APPLICATION,
    },
    {
        codes: [700082, 70043, 50173, 500133, 70008],
        meaning: 'the session has ended',
        advice: 'Sign in again.',
        adviceFor: { 'azure-cli': LOGIN_AGAIN },
    },
];
const ROWS = [...APPLICATION_ROWS, ...PROOF_ROWS, ...TENANT_ROWS, ...PERSON_ROWS];
/** Advice by the number after `AADSTS`. */
const AADSTS_ADVICE = new Map(ROWS.flatMap((row) => row.codes.map((code) => [code, row])));
/** Returns what is known of an AADSTS number, for one way to sign in; undefined if nothing is. */
function adviceOf(errorCode, method) {
    const known = errorCode === undefined ? undefined : AADSTS_ADVICE.get(errorCode);
    if (known === undefined)
        return undefined;
    const { meaning, advice, adviceFor = {} } = known;
    const own = method === 'azure-cli' || method === 'device-code' ? adviceFor[method] : undefined;
    return { meaning, advice: own ?? advice };
}
/** Advice for a number that is not in the table. */
function lookUpHint(errorCode) {
    return `See https://login.microsoftonline.com/error?code=${errorCode}.`;
}
//# sourceMappingURL=aadsts-advice.js.map

/***/ }),

/***/ 829:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   refusedSignInError: () => (/* binding */ refusedSignInError),
/* harmony export */   unreachableAuthorityError: () => (/* binding */ unreachableAuthorityError),
/* harmony export */   unusableAnswerError: () => (/* binding */ unusableAnswerError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5261);
/* harmony import */ var _http_failure_hints_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2400);
/* harmony import */ var _http_transport_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3675);
/* harmony import */ var _input_sign_in_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2520);
/* harmony import */ var _aadsts_advice_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5635);
/* harmony import */ var _token_response_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2779);
// Refusals of the token endpoint, in words that help.






/** The error for an answer that is not a token. */
function refusedSignInError(response, attempt) {
    const { status } = response;
    const { error, errorCode, correlationId } = (0,_token_response_error_js__WEBPACK_IMPORTED_MODULE_5__/* .readRefusal */ .n)(response);
    const foreign = (0,_http_failure_hints_js__WEBPACK_IMPORTED_MODULE_1__/* .describeForeignRefusal */ .S4)(response, _token_response_error_js__WEBPACK_IMPORTED_MODULE_5__/* .ENTRA */ .B);
    const known = (0,_aadsts_advice_js__WEBPACK_IMPORTED_MODULE_4__/* .adviceOf */ .wr)(errorCode, attempt.way?.kind);
    const number = errorCode === undefined ? undefined : `AADSTS${errorCode}`;
    const codes = [`HTTP ${status}`, error, number].filter((code) => code !== undefined).join(', ');
    const isRedirect = status >= 300 && status < 400;
    const advice = known?.advice ?? (errorCode === undefined ? adviceWithoutNumber(status, foreign) : (0,_aadsts_advice_js__WEBPACK_IMPORTED_MODULE_4__/* .lookUpHint */ .WT)(errorCode));
    const meaning = known?.meaning ?? (isRedirect ? 'it redirects, which is never followed' : foreign?.problem);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: errorCode === undefined ? 'ENTRA_REFUSED' : `ENTRA_AADSTS${errorCode}`,
        aadsts: errorCode,
        title: `${kindOf(attempt)} refused${meaning === undefined ? '' : `: ${meaning}`}`,
        subject: describeAttempt(attempt),
        problem: `refused with ${codes}${meaning === undefined ? '' : `: ${meaning}`}.`,
        hint: describeHints(notesFor(errorCode, attempt), advice),
        ...(correlationId !== undefined && { requestId: `correlation ID ${correlationId}` }),
    });
}
function notesFor(errorCode, { notes }) {
    return notes.filter(({ errorCodes }) => errorCodes === undefined || (errorCode !== undefined && errorCodes.includes(errorCode)));
}
function describeHints(notes, advice) {
    const texts = notes.map(({ text }) => text);
    return (notes.some(({ replacesAdvice }) => replacesAdvice) ? texts : [...texts, advice]).join(' ');
}
const NOT_ENTRA = `${_token_response_error_js__WEBPACK_IMPORTED_MODULE_5__/* .ENTRA */ .B} does not answer like this: check authority-host, and any proxy on the way.`;
function adviceWithoutNumber(status, foreign) {
    if (status === 429 || status >= 500)
        return `${_token_response_error_js__WEBPACK_IMPORTED_MODULE_5__/* .ENTRA */ .B} is busy or failing: run the job again later.`;
    return foreign?.hint ?? NOT_ENTRA;
}
/** The error for an answer of status 200 that holds no token. */
function unusableAnswerError(response, attempt) {
    const foreign = (0,_http_failure_hints_js__WEBPACK_IMPORTED_MODULE_1__/* .describeForeignAnswer */ .EW)(response, _token_response_error_js__WEBPACK_IMPORTED_MODULE_5__/* .ENTRA */ .B);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'ENTRA_ANSWER_UNUSABLE',
        title: `${kindOf(attempt)} failed`,
        subject: describeAttempt(attempt),
        problem: `${foreign?.problem ?? 'the answer holds no usable token'}.`,
        hint: foreign?.hint ?? NOT_ENTRA,
    });
}
/** The error for a request that got no answer. Anything but a {@link TransportError} is thrown on. */
function unreachableAuthorityError(error, attempt) {
    if (!(error instanceof _http_transport_error_js__WEBPACK_IMPORTED_MODULE_2__/* .TransportError */ .wX))
        throw error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'ENTRA_UNREACHABLE',
        title: `${kindOf(attempt)} failed: no answer`,
        subject: describeAttempt(attempt),
        problem: `${error.message}.`,
        hint: (0,_http_failure_hints_js__WEBPACK_IMPORTED_MODULE_1__/* .hintForFailure */ .VL)(error, PLACE),
        cause: error,
    });
}
const PLACE = {
    kind: 'network',
    name: _token_response_error_js__WEBPACK_IMPORTED_MODULE_5__/* .ENTRA */ .B,
    hostHint: 'Check authority-host and cloud, and the name resolution of the runner.',
};
function kindOf({ tokenName }) {
    return tokenName === undefined ? 'Sign-in' : 'Token';
}
function describeAttempt({ tokenName = 'Sign-in', way, authority, clientId }) {
    const { host, pathname } = new URL(authority);
    const { sources } = way ?? {};
    const client = `client ${clientId}${variableOf(sources?.clientId)}`;
    const tenant = `tenant ${pathname.slice(1)}${variableOf(sources?.tenantId)}`;
    const method = way === undefined ? '' : ` with ${way.kind} (${way.reason})`;
    return `${tokenName} of ${client} in ${tenant} at ${host}${method}`;
}
// An input need not be named, since the workflow wrote it; a variable may be left over from anywhere.
function variableOf(source) {
    return source === undefined || !(0,_input_sign_in_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .isVariable */ .DZ)(source) ? '' : ` (${(0,_input_sign_in_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .describeSource */ .B6)(source)})`;
}
//# sourceMappingURL=token-error.js.map

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