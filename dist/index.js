/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 4226:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q1: () => (/* binding */ claimText),
/* harmony export */   Yq: () => (/* binding */ decodeClaims),
/* harmony export */   Zs: () => (/* binding */ describeClaims),
/* harmony export */   m4: () => (/* binding */ describeClaim),
/* harmony export */   p1: () => (/* binding */ expiryOf)
/* harmony export */ });
/* unused harmony export claimRoles */
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8567);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3475);
// Claims of a token. Claims are shown to people and decide nothing: only the service can verify them.


/** The claims of a JSON Web Token (RFC 7519); undefined if the token is none. The signature is not looked at. */
function decodeClaims(token) {
    const [, payload, signature] = token.reveal().split('.');
    if (payload === undefined || signature === undefined)
        return undefined;
    return (0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .dw)(Buffer.from(payload, 'base64url').toString('utf8'));
}
/** A claim as one line of visible text; undefined if it is missing or has another form. */
function claimText(claims, name) {
    const value = claims?.[name];
    // An audience may be a list (RFC 7519 section 4.1.3), as it is in the tokens of Kubernetes.
    const isList = name === 'aud' && Array.isArray(value) && value.every((one) => typeof one === 'string');
    return (0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(isList ? value.join(' ') : value, /^[\x20-\x7e]{1,512}$/);
}
/** More than any subject that a repository, an environment and a template of claims make; an annotation holds 4,096. */
const MAX_SHOWN = 1_500;
/** For people: a claim, whatever is in it. What cannot be seen is escaped, and what is very long is cut. */
function describeClaim(claims, name) {
    const value = claims?.[name];
    const texts = name === 'aud' && Array.isArray(value) ? value : [value];
    if (texts.length === 0 || !texts.every((one) => typeof one === 'string' && one !== ''))
        return '(unreadable)';
    const text = texts.join(' ');
    // Marks and letters of every script are shown as they are: a federated credential must repeat them exactly.
    const escaped = text.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]|\p{Default_Ignorable_Code_Point}/gu, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`);
    const shown = Array.from(escaped);
    if (shown.length <= MAX_SHOWN)
        return escaped;
    return `${shown.slice(0, MAX_SHOWN).join('')}\u2026 (cut, ${text.length} characters in all)`;
}
/** The roles that a token says it has, each as one line of visible text; undefined if it lists none. */
function claimRoles(claims) {
    const roles = claims?.['roles'];
    return Array.isArray(roles) ? roles.map((role) => (0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(role, /^[\x20-\x7e]{1,128}$/) ?? '?') : undefined;
}
/** When a token ends, as it says itself, in seconds since 1970; undefined if it does not say. */
function expiryOf(token) {
    const exp = decodeClaims(token)?.['exp'];
    return typeof exp === 'number' && exp >= 0 && exp <= 8.64e12 ? Math.floor(exp) : undefined;
}
/** Lines for the debug log: who the token is for and of, and whether it is an application's or a person's. */
function describeClaims(token) {
    const claims = decodeClaims(token);
    if (claims === undefined)
        return ['The access token is opaque: it shows no claims.'];
    const shown = ['aud', 'appid', 'azp', 'oid', 'tid', 'scp'].map((name) => [name, claimText(claims, name)]);
    const exp = claims['exp'];
    const end = typeof exp === 'number' && Math.abs(exp) <= 8.64e12 ? (0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(exp) : undefined;
    return [
        ...[...shown, ['roles', claimRoles(claims)?.join(' ')], ['exp', end]]
            .filter(([, text]) => text !== undefined)
            .map(([name, text]) => `Access token: ${name} = ${text}`),
        claims['scp'] === undefined
            ? 'Access token: for an application (it has no scp).'
            : 'Access token: delegated, for a person (it has scp).',
    ];
}
//# sourceMappingURL=claims.js.map

/***/ }),

/***/ 6177:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QM: () => (/* binding */ eachItsOwn),
/* harmony export */   ct: () => (/* binding */ makeClientAssertion),
/* harmony export */   gQ: () => (/* binding */ assertionFields)
/* harmony export */ });
/* unused harmony export shareProof */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _secret_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7720);
// A client's proof: a JWT that it signs with the key of its certificate, or one that somebody else vouches with (RFC 7523
// section 2.2). Several token requests can share one.
// https://learn.microsoft.com/entra/identity-platform/certificate-credentials


/** The documentation advises five to ten minutes. */
const LIFE_SECONDS = 600;
/** A fresh assertion, good for ten minutes. @throws whatever `sign` throws */
async function makeClientAssertion({ clientId, audience, certificate }, { clock, randomBytes }, sign) {
    const nowSeconds = Math.floor(clock.nowMs() / 1000);
    const header = {
        alg: 'PS256',
        typ: 'JWT',
        'x5t#S256': (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(certificate).digest('base64url'),
    };
    const claims = {
        aud: audience,
        iss: clientId,
        sub: clientId,
        jti: formatGuid(randomBytes(16)),
        nbf: nowSeconds,
        iat: nowSeconds,
        exp: nowSeconds + LIFE_SECONDS,
    };
    const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    const signature = await sign(Buffer.from(text));
    return new _secret_text_js__WEBPACK_IMPORTED_MODULE_1__/* .SecretText */ .o(`${text}.${signature.toString('base64url')}`);
}
// The form alone is a GUID's: nothing needs the bits that tell one kind of GUID from another.
function formatGuid(bytes) {
    return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
/** The form of a token request that an assertion speaks for, whether the client's own or another issuer's ID token. */
function assertionFields(assertion) {
    return {
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
    };
}
/** A proof of its own for each request. */
const eachItsOwn = (make) => make();
/**
 * One proof for all requests of one credential. If several are refused with it, they share the next one, too.
 * Entra takes an ID token or an assertion as often as it lives, as Microsoft's own client library (MSAL) relies on.
 */
function shareProof() {
    let current;
    return async (make, refused) => {
        for (;;) {
            current ??= make();
            const taken = current;
            const proof = await taken;
            if (proof !== refused)
                return proof;
            // Only the first that comes back with it does away with it.
            if (current === taken)
                current = undefined;
        }
    };
}
//# sourceMappingURL=client-assertion.js.map

/***/ }),

/***/ 718:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Go: () => (/* binding */ hasIdTokenPermission),
/* harmony export */   Jv: () => (/* binding */ signIn),
/* harmony export */   MA: () => (/* binding */ AUTH_METHODS),
/* harmony export */   aJ: () => (/* binding */ PERMISSION_HINT),
/* harmony export */   bG: () => (/* binding */ TOKEN_VARIABLE),
/* harmony export */   eb: () => (/* binding */ readSignedIn),
/* harmony export */   t8: () => (/* binding */ describeCredential),
/* harmony export */   tF: () => (/* binding */ URL_VARIABLE),
/* harmony export */   x9: () => (/* binding */ describeWay)
/* harmony export */ });
/* harmony import */ var _input_sign_in_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2520);
/* harmony import */ var _claims_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4226);


/** The names of the ways to sign in, as `auth-method` has them. */
const AUTH_METHODS = [
    'client-secret',
    'client-certificate',
    'github-oidc',
    'workload-identity',
    'managed-identity',
    'azure-cli',
    'device-code',
    'access-token',
];
/** A way to sign in, with the sources of its values. */
function describeWay(kind, { reason }, { tenantId, clientId, clientSecret }) {
    const sources = { tenantId: tenantId?.source, clientId: clientId?.source, clientSecret: clientSecret?.source };
    return { kind, reason, sources };
}
/** Variable with the address at which the runner gives ID tokens. */
const URL_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_URL';
/** Variable with the token that the runner wants to see for an ID token. */
const TOKEN_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_TOKEN';
/** Fix for a job that has none. A job with permissions of its own loses those that it does not name. */
const PERMISSION_HINT = 'Give the job the permission "id-token: write", and "contents: read" beside it if the job checks out the repository';
/** Whether the job has `id-token: write`. */
function hasIdTokenPermission(variable) {
    return variable(URL_VARIABLE) !== undefined && variable(TOKEN_VARIABLE) !== undefined;
}
/**
 * A token for the target's scope, masked.
 * @throws ActionError with advice if the sign-in is refused or gets no answer
 */
async function signIn(credential, target, context) {
    const accessToken = await credential.getToken(target, context);
    await context.mask(accessToken.token);
    context.log.debug(() => (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__/* .describeClaims */ .Zs)(accessToken.token));
    return accessToken;
}
/** Returns who signed in. */
function readSignedIn({ token }, credential, target) {
    const claims = (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeClaims */ .Yq)(token);
    return {
        tenantId: (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__/* .claimText */ .Q1)(claims, 'tid') ?? target.tenantId,
        clientId: (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__/* .claimText */ .Q1)(claims, 'appid') ?? (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__/* .claimText */ .Q1)(claims, 'azp') ?? credential.clientId,
        objectId: (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__/* .claimText */ .Q1)(claims, 'oid'),
        audience: (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__/* .claimText */ .Q1)(claims, 'aud'),
        isDelegated: claims?.['scp'] !== undefined,
    };
}
/** For the log: how the step is about to sign in, and where each ID comes from. */
function describeCredential(credential) {
    const { kind, reason, tenantId, clientId, sources, needsTenant } = credential;
    const missing = needsTenant ? ['tenant not set, so the vault names it'] : [];
    const ids = [
        ...(tenantId === undefined ? missing : [`tenant ${tenantId}${describeOrigin(sources?.tenantId)}`]),
        ...(clientId === undefined ? [] : [`client ${clientId}${describeOrigin(sources?.clientId)}`]),
    ];
    return `Signing in with ${kind} (${reason})${ids.length === 0 ? '' : `: ${ids.join(', ')}`}.`;
}
function describeOrigin(source) {
    return source === undefined ? '' : ` (${(0,_input_sign_in_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .describeSource */ .B6)(source)})`;
}
//# sourceMappingURL=credential.js.map

/***/ }),

/***/ 2739:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ exchangeFederatedToken)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5261);
/* harmony import */ var _claims_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4226);
/* harmony import */ var _client_assertion_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6177);
/* harmony import */ var _token_request_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6518);
// An ID token of another issuer as a client's proof (workload identity federation).
// https://learn.microsoft.com/entra/workload-id/workload-identity-federation




/**
 * Refusals that can pass, as of a federated credential that is new or that a node of Entra ID forgets for a moment, and of
 * an issuer whose keys it could not read.
 */
const PASSING = [70021, 700213, 7002138, 50166];
function mayPass({ aadsts }) {
    return aadsts !== undefined && PASSING.includes(aadsts);
}
/** Waits before the second and the third attempt, in milliseconds; there is no fourth. */
const WAITS_MS = [1_000, 3_000];
/**
 * Exchanges an ID token, and another one if the refusal can pass. A refusal shows what the token says of itself, so that it
 * can be compared.
 */
async function exchangeFederatedToken(client, target, context) {
    let idToken = await takeProof(client, context);
    for (const waitMs of WAITS_MS) {
        try {
            return await exchangeOnce(client, idToken, { target, context });
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ) || !mayPass(error))
                throw error;
            if (context.clock.nowMs() + waitMs >= context.deadlineMs)
                throw error;
            await context.clock.sleep(waitMs);
            idToken = await takeProof(client, context, { idToken, error });
        }
    }
    return exchangeOnce(client, idToken, { target, context });
}
// Masked, and logged, by the one request that has it made: others may share it.
function takeProof({ getProof }, { proofs = _client_assertion_js__WEBPACK_IMPORTED_MODULE_2__/* .eachItsOwn */ .QM, mask, log }, refused) {
    return proofs(async () => {
        if (refused !== undefined) {
            log.info(`Microsoft Entra ID refused the ID token (AADSTS${refused.error.aadsts}), which can be temporary: trying again with a new one.`);
        }
        const idToken = await getProof();
        await mask(idToken);
        return idToken;
    }, refused?.idToken);
}
function exchangeOnce({ clientId, way }, idToken, { target, context }) {
    const exchange = { clientId, fields: (0,_client_assertion_js__WEBPACK_IMPORTED_MODULE_2__/* .assertionFields */ .gQ)(idToken), notes: describeMismatch(idToken), way };
    return (0,_token_request_js__WEBPACK_IMPORTED_MODULE_3__/* .exchangeToken */ .r1)(exchange, target, context);
}
function describeMismatch(idToken) {
    const claims = (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeClaims */ .Yq)(idToken);
    const [issuer, subject, audience] = ['iss', 'sub', 'aud'].map((name) => (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__/* .describeClaim */ .m4)(claims, name));
    const shown = `The ID token says: issuer ${issuer}, subject ${subject}, audience ${audience}.`;
    return [
        {
            errorCodes: [70021, 70025, 700211, 700212, 700213, 7002138],
            text: `${shown} Give the application (or the managed identity) a federated credential with exactly these three.`,
        },
        { errorCodes: [50166, 501661, 90061, 7002381, 700222, 700229], text: shown },
    ];
}
//# sourceMappingURL=federated-token.js.map

/***/ }),

/***/ 6518:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ refuseAnswer),
/* harmony export */   MB: () => (/* binding */ formRequest),
/* harmony export */   W1: () => (/* binding */ asToken),
/* harmony export */   _i: () => (/* binding */ processTokenResponse),
/* harmony export */   jE: () => (/* binding */ tokenRequest),
/* harmony export */   lN: () => (/* binding */ tokenEndpoint),
/* harmony export */   pB: () => (/* binding */ askAuthority),
/* harmony export */   r1: () => (/* binding */ exchangeToken),
/* harmony export */   vO: () => (/* binding */ authorityOf)
/* harmony export */ });
/* unused harmony exports TRANSIENT_AADSTS, isTransientRefusal */
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8567);
/* harmony import */ var _http_send_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9555);
/* harmony import */ var _secret_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7720);
/* harmony import */ var _token_response_error_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2779);
// The token endpoint of the Microsoft identity platform, version 2: request and judgement of its answer.
// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow




/** The address of a tenant at its login host, without a slash at its end. */
function authorityOf({ authorityHost, tenantId }) {
    // Every caller that asks an authority needs a tenant, and was given one (`needsTenant`).
    return `${authorityHost}/${encodeURIComponent(String(tenantId))}`;
}
/** The address at which an authority gives tokens; it is the audience of a client assertion, too. */
function tokenEndpoint(authority) {
    return `${authority}/oauth2/v2.0/token`;
}
/** The request for a token. */
function tokenRequest(authority, fields) {
    return formRequest(tokenEndpoint(authority), fields);
}
/** A form, sent to an endpoint of the authority. */
function formRequest(url, fields) {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
        form.set(name, value instanceof _secret_text_js__WEBPACK_IMPORTED_MODULE_1__/* .SecretText */ .o ? value.reveal() : value);
    }
    return {
        method: 'POST',
        url,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new _secret_text_js__WEBPACK_IMPORTED_MODULE_1__/* .SecretText */ .o(form.toString()),
    };
}
/**
 * The token that the endpoint gave.
 * @throws ActionError with advice if it refused, or gave what is not a token
 */
async function processTokenResponse(response, nowMs, attempt) {
    const token = response.status === 200 ? decodeToken((0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJsonObject */ .dw)(response.body), nowMs) : undefined;
    return token ?? refuseAnswer(response, attempt);
}
/** The token of an answer; undefined if it holds none. */
function decodeToken(answer, nowMs) {
    const token = asToken(answer?.['access_token']);
    const lifeSeconds = asSeconds(answer?.['expires_in']);
    if (token === undefined || lifeSeconds === undefined)
        return undefined;
    return { token, expiresOnSeconds: Math.floor(nowMs / 1000) + lifeSeconds };
}
/** A token, which becomes a header's value: anything but visible ASCII is refused. */
function asToken(value) {
    const text = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(value, /^[\x21-\x7e]+$/);
    return text === undefined ? undefined : new _secret_text_js__WEBPACK_IMPORTED_MODULE_1__/* .SecretText */ .o(text);
}
// A number here, a string of digits in the answers of managed identity endpoints.
function asSeconds(value) {
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0)
        return Math.floor(value);
    const digits = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(value, /^\d{1,9}$/);
    return digits === undefined ? undefined : Number(digits);
}
/** @throws ActionError with advice if there is no answer */
async function askAuthority(request, attempt, context) {
    return (0,_http_send_js__WEBPACK_IMPORTED_MODULE_0__/* .send */ .tN)(request, context, { isTransient: isTransientRefusal }).catch(async (error) => {
        const { unreachableAuthorityError } = await loadErrors();
        throw unreachableAuthorityError(error, attempt);
    });
}
/** @throws ActionError with advice, always: the answer is not what was asked for */
async function refuseAnswer(response, attempt) {
    const { refusedSignInError, unusableAnswerError } = await loadErrors();
    if (response.status === 200)
        throw unusableAnswerError(response, attempt);
    throw (0,_http_send_js__WEBPACK_IMPORTED_MODULE_0__/* .advisingWait */ .T8)(refusedSignInError(response, attempt), response);
}
// Long, and most runs never need it.
function loadErrors() {
    return __nccwpck_require__.e(/* import() */ 829).then(__nccwpck_require__.bind(__nccwpck_require__, 829));
}
/** @throws ActionError with advice if the token is refused or there is no answer */
async function exchangeToken({ clientId, fields, notes = [], tokenName, way }, target, context) {
    const attempt = { authority: authorityOf(target), clientId, notes, tokenName, way };
    const request = (own) => tokenRequest(attempt.authority, { client_id: clientId, scope: target.scope, ...own });
    const source = typeof fields === 'function' ? async () => request(await fields()) : request(fields);
    const response = await askAuthority(source, attempt, context);
    return processTokenResponse(response, context.clock.nowMs(), attempt);
}
/** AADSTS codes that pass by themselves (protocol description of the v2 endpoint's error codes). */
const TRANSIENT_AADSTS = [50033, 90024, 90033, 50196];
/** Whether this refusal passes by itself, whatever its status. */
function isTransientRefusal(response) {
    if (response.status < 400)
        return false;
    const { error, errorCode } = (0,_token_response_error_js__WEBPACK_IMPORTED_MODULE_3__/* .readRefusal */ .n)(response);
    return error === 'temporarily_unavailable' || (errorCode !== undefined && TRANSIENT_AADSTS.includes(errorCode));
}
//# sourceMappingURL=token-request.js.map

/***/ }),

/***/ 2779:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ ENTRA),
/* harmony export */   n: () => (/* binding */ readRefusal)
/* harmony export */ });
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8567);
// An error answer of the token endpoint, reduced to what may be shown.

/** Name of the service. */
const ENTRA = 'Microsoft Entra ID';
/** Reads an error answer; what is missing or malformed is undefined. */
function readRefusal(response) {
    const answer = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJsonObject */ .dw)(response.body);
    const codes = answer?.['error_codes'];
    const listed = Array.isArray(codes) ? codes[0] : undefined;
    const written = /^AADSTS(\d{4,8})\b/.exec((0,_http_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(answer?.['error_description'], /^AADSTS/) ?? '');
    return {
        error: (0,_http_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(answer?.['error'], /^[a-z_]{1,40}$/),
        errorCode: typeof listed === 'number' ? listed : written === null ? undefined : Number(written[1]),
        correlationId: (0,_http_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(answer?.['correlation_id'], /^[0-9a-f-]{36}$/i),
    };
}
//# sourceMappingURL=token-response-error.js.map

/***/ }),

/***/ 5261:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  lZ: () => (/* binding */ ActionError),
  o9: () => (/* binding */ ActionErrors),
  CD: () => (/* binding */ attempt),
  K7: () => (/* binding */ checkAll),
  Qi: () => (/* binding */ checkEach),
  OP: () => (/* binding */ expectedErrors),
  dJ: () => (/* binding */ failuresOf),
  nU: () => (/* binding */ isOfService),
  G9: () => (/* binding */ settle)
});

;// CONCATENATED MODULE: ./build/programs/src/error-codes.js
// The stable names of all expected errors: docs/errors.md says what to do about each.
/** Codes for what services (az among them) refuse or do not answer. */
const SERVICE_CODES = [
    'AZURE_CLI_ABSENT',
    'AZURE_CLI_ASSERTION_EXPIRED',
    'AZURE_CLI_FAILED',
    'AZURE_CLI_REFUSED',
    'AZURE_CLI_SIGNED_OUT',
    'AZURE_CLI_TIMEOUT',
    'ENTRA_ANSWER_UNUSABLE',
    'ENTRA_REFUSED',
    'ENTRA_UNREACHABLE',
    'ID_TOKEN_NOT_GIVEN',
    'ID_TOKEN_NOT_PERMITTED',
    'MANAGED_IDENTITY_FAILED',
    'TOKEN_FILE_UNUSABLE',
    'VAULT_ANSWER_TOO_LARGE',
    'VAULT_ANSWER_UNUSABLE',
    'VAULT_BAD_REQUEST',
    'VAULT_BEING_DELETED',
    'VAULT_BEING_RECOVERED',
    'VAULT_CONFLICT',
    'VAULT_DELETED',
    'VAULT_DISABLED',
    'VAULT_FORBIDDEN_BY_CONNECTION',
    'VAULT_FORBIDDEN_BY_FIREWALL',
    'VAULT_FORBIDDEN_BY_POLICY',
    'VAULT_FORBIDDEN_BY_RBAC',
    'VAULT_KEY_OPERATION_FORBIDDEN',
    'VAULT_NOT_FOUND',
    'VAULT_NO_MATCH',
    'VAULT_REDIRECT',
    'VAULT_REFUSED',
    'VAULT_THROTTLED',
    'VAULT_UNAUTHORIZED',
    'VAULT_UNAVAILABLE',
    'VAULT_UNREACHABLE',
    'VAULT_VALUE_UNUSABLE',
    'VAULT_WITHOUT_TAG',
];
//# sourceMappingURL=error-codes.js.map
;// CONCATENATED MODULE: ./build/programs/src/errors.js
// Failures that were expected: each says what failed, what to do about it, and which request it was.

/** An expected failure. Everything else that is thrown is a bug of the action. */
class ActionError extends Error {
    code;
    aadsts;
    title;
    subject;
    problem;
    hint;
    requestId;
    constructor(parts) {
        super(describe(parts), 'cause' in parts ? { cause: parts.cause } : undefined);
        this.name = 'ActionError';
        this.code = parts.code;
        this.aadsts = parts.aadsts;
        this.title = parts.title;
        this.subject = parts.subject;
        this.problem = parts.problem;
        this.hint = parts.hint;
        this.requestId = parts.requestId;
    }
    /** The same failure, said of something else. */
    about(subject) {
        return new ActionError({ ...partsOf(this), subject });
    }
    /** The same failure, with one more sentence of advice. */
    advising(more) {
        return new ActionError({ ...partsOf(this), hint: this.hint === undefined ? more : `${this.hint} ${more}` });
    }
}
/** Several expected failures, found in one go. */
class ActionErrors extends Error {
    errors;
    constructor(errors) {
        super(errors.map((error) => error.message).join('\n'));
        this.name = 'ActionErrors';
        this.errors = errors;
    }
}
/**
 * Runs every check to its end, so that one run reports every problem, and gives their results under the same names.
 * @throws ActionErrors with all that the checks threw
 */
function checkAll(checks) {
    const results = checkEach(Object.entries(checks), ([name, check]) => [name, check()]);
    return Object.fromEntries(results);
}
/**
 * As `items.map(check)`, but each item is checked even where one before it failed.
 * @throws ActionErrors with all that `check` threw
 */
function checkEach(items, check) {
    const results = [];
    const errors = [];
    for (const item of items) {
        try {
            results.push(check(item));
        }
        catch (error) {
            errors.push(...expectedErrors(error));
        }
    }
    if (errors.length > 0)
        throw new ActionErrors(errors);
    return results;
}
/** Runs a check at once and hands over what came of it, for {@link checkAll} or {@link checkEach} to take later. */
function attempt(check) {
    try {
        const result = check();
        return () => result;
    }
    catch (error) {
        return () => {
            throw error;
        };
    }
}
/**
 * Waits for a promise and hands over what came of it as a check, for {@link checkAll} or {@link checkEach}: a result that it
 * gives, or a failure that it throws.
 */
async function settle(promise) {
    return promise.then((result) => () => result, (error) => () => {
        throw error;
    });
}
/** The expected failures that `error` stands for. Throws `error` itself if it was not expected. */
function expectedErrors(error) {
    if (error instanceof ActionError)
        return [error];
    if (error instanceof ActionErrors)
        return error.errors;
    throw error;
}
/**
 * The expected failures that `error` stands for. What they say of `former`, in whatever case, or, if that is left out,
 * of nothing, they say of `subject` instead. Throws `error` itself if it was not expected.
 */
function failuresOf(subject, error, former) {
    const isMeant = (one) => one.subject?.toLowerCase() === former?.toLowerCase();
    return new ActionErrors(expectedErrors(error).map((one) => (isMeant(one) ? one.about(subject) : one)));
}
function describe(parts) {
    const subject = parts.subject === undefined ? '' : `${parts.subject}: `;
    const hint = parts.hint === undefined ? '' : ` ${parts.hint}`;
    const requestId = parts.requestId === undefined ? '' : ` (${parts.requestId})`;
    return `${subject}${parts.problem}${hint}${requestId}`;
}
function partsOf(error) {
    const { code, aadsts, title, subject, problem, hint, requestId, cause } = error;
    return {
        code,
        aadsts,
        title,
        problem,
        ...(subject !== undefined && { subject }),
        ...(hint !== undefined && { hint }),
        ...(requestId !== undefined && { requestId }),
        ...(cause !== undefined && { cause }),
    };
}
/** Whether a service refused or did not answer: then objects or tokens that it refuses for one reason are one matter. */
function isOfService({ code, aadsts }) {
    const codes = SERVICE_CODES;
    return aadsts !== undefined || codes.includes(code);
}
//# sourceMappingURL=errors.js.map

/***/ }),

/***/ 8567:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   dw: () => (/* binding */ parseJsonObject),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   eB: () => (/* binding */ asObject)
/* harmony export */ });
// JSON from a server: nothing is believed about it but what was checked.
/** The text as a JSON object; undefined if it is none (HTML, half a body, a list, ...). */
function parseJsonObject(text) {
    try {
        return asObject(JSON.parse(text));
    }
    catch {
        return undefined;
    }
}
/** The value as an object, not null and not a list. */
function asObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
/** The value as a string that `pattern` matches whole; undefined if it is not. */
function asText(value, pattern) {
    return typeof value === 'string' && pattern.test(value) ? value : undefined;
}
//# sourceMappingURL=json.js.map

/***/ }),

/***/ 4358:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FR: () => (/* binding */ ATTEMPT_TIMEOUT_MS),
/* harmony export */   qO: () => (/* binding */ retryDelayMs),
/* harmony export */   r9: () => (/* binding */ RETRY_RULES),
/* harmony export */   xM: () => (/* binding */ unmetWaitMs),
/* harmony export */   yd: () => (/* binding */ VAULT_RETRY_RULES)
/* harmony export */ });
/* unused harmony exports once, parseRetryAfter */
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3475);
/* harmony import */ var _transport_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3675);


/** The rules for every request but those to a machine's own endpoints. */
const RETRY_RULES = {
    attempts: 5,
    baseMs: 1_000,
    factor: 2,
    capMs: 16_000,
    jitter: true,
    statuses: [408, 429, 500, 502, 503, 504],
    // A host that does not exist, a certificate that is not trusted, a proxy's refusal and an endless body stay so.
    failures: ['connection', 'time-out', 'proxy-failing'],
};
/**
 * The rules for vaults: those count over 10 s, and a vault that has had enough refuses everything until its window moves
 * on. By jitter alone, most requests would be sent for the last time before that.
 * https://learn.microsoft.com/azure/key-vault/general/service-limits
 */
const VAULT_RETRY_RULES = { ...RETRY_RULES, windowMs: 10_000 };
/** The same rules for a single request: whoever sends it again decides that himself. */
function once(rules) {
    return { ...rules, attempts: 1 };
}
/** One connection attempt or response, body included, lasts at most so many milliseconds. */
const ATTEMPT_TIMEOUT_MS = 10_000;
/**
 * Milliseconds to wait before the next attempt, or undefined if there is to be none.
 *
 * Exponential back-off with full jitter; a `Retry-After` is obeyed instead, and where it leads beyond the deadline
 * waiting for it would be in vain. The last wait for a service that counts over a window begins if the window ends in
 * which it refused at first: by then there is room again.
 */
function retryDelayMs(state) {
    const { attempt, nowMs, deadlineMs, rules } = state;
    if (attempt >= rules.attempts || !mayPass(state))
        return undefined;
    const delayMs = askedMs(state) ?? backOffMs(state);
    return nowMs + delayMs < deadlineMs ? delayMs : undefined;
}
/** Milliseconds that the service asked to wait and that end after the deadline; undefined if it asked for no such wait. */
function unmetWaitMs(state) {
    const waitMs = mayPass(state) ? askedMs(state) : undefined;
    return waitMs !== undefined && state.nowMs + waitMs >= state.deadlineMs ? waitMs : undefined;
}
function askedMs({ outcome, nowMs }) {
    return outcome instanceof _transport_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TransportError */ .wX ? undefined : parseRetryAfter(outcome.headers['retry-after'], nowMs);
}
function backOffMs(state) {
    const { attempt, randomFraction, rules } = state;
    const leastMs = restOfWindowMs(state);
    const ceilingMs = Math.min(rules.capMs, leastMs + rules.baseMs * rules.factor ** (attempt - 1));
    return Math.floor(rules.jitter ? leastMs + (ceilingMs - leastMs) * randomFraction : ceilingMs);
}
function restOfWindowMs({ outcome, attempt, nowMs, firstMs = nowMs, rules }) {
    const isRefused = !(outcome instanceof _transport_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TransportError */ .wX) && outcome.status === 429;
    if (!isRefused || attempt < rules.attempts - 1 || rules.windowMs === undefined)
        return 0;
    return Math.max(0, firstMs + rules.windowMs - nowMs);
}
function mayPass({ outcome, transient, rules }) {
    if (outcome instanceof _transport_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TransportError */ .wX)
        return rules.failures.includes(outcome.failure);
    return transient || rules.statuses.includes(outcome.status);
}
/** Milliseconds to wait from `nowMs`, never negative; undefined if there is no usable header. */
function parseRetryAfter(header, nowMs) {
    const text = header?.trim() ?? '';
    if (/^\d+$/.test(text))
        return Number(text) * 1000;
    // IMF-fixdate and the two obsolete forms all begin with the day's name; parsing alone would take "5.5" for a date.
    if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i.test(text))
        return undefined;
    // The C form has no zone and means Greenwich.
    const seconds = (0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInstant */ .nV)(/GMT$/i.test(text) ? text : `${text} GMT`);
    return seconds === undefined ? undefined : Math.max(0, seconds * 1000 - nowMs);
}
//# sourceMappingURL=retry-policy.js.map

/***/ }),

/***/ 9555:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   OU: () => (/* binding */ requestsAtATime),
/* harmony export */   T8: () => (/* binding */ advisingWait),
/* harmony export */   aA: () => (/* binding */ MAX_REQUESTS),
/* harmony export */   mB: () => (/* binding */ makeLimit),
/* harmony export */   tN: () => (/* binding */ send)
/* harmony export */ });
/* unused harmony export inParallel */
/* harmony import */ var _retry_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4358);
/* harmony import */ var _transport_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3675);


/**
 * The last response, whatever its status, after as many attempts as {@link RETRY_RULES} allows.
 * @throws TransportError if the last attempt brought no response
 */
async function send(source, context, { isTransient = () => false, rules = _retry_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .RETRY_RULES */ .r9 } = {}) {
    let firstMs;
    for (let attempt = 1;; attempt += 1) {
        const request = typeof source === 'function' ? await source() : source;
        const outcome = await attemptOnce(request, context);
        const nowMs = context.clock.nowMs();
        firstMs ??= nowMs;
        const state = {
            outcome,
            attempt,
            nowMs,
            firstMs,
            deadlineMs: context.deadlineMs,
            randomFraction: context.randomFraction(),
            rules,
            transient: !(outcome instanceof _transport_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TransportError */ .wX) && isTransient(outcome),
        };
        const delayMs = (0,_retry_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .retryDelayMs */ .qO)(state);
        context.log.debug(() => [describeAttempt(request, outcome, delayMs)]);
        if (delayMs !== undefined)
            await context.clock.sleep(delayMs);
        else if (outcome instanceof _transport_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TransportError */ .wX)
            throw outcome;
        else
            return withUnmetWait(outcome, (0,_retry_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .unmetWaitMs */ .xM)(state));
    }
}
function withUnmetWait(response, waitMs) {
    return waitMs === undefined ? response : { ...response, unmetWaitMs: waitMs };
}
async function attemptOnce(request, { transport, clock, deadlineMs }) {
    const remainingMs = deadlineMs - clock.nowMs();
    if (remainingMs <= 0)
        return new _transport_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TransportError */ .wX("the step's time is used up", { failure: 'time-out' });
    try {
        return await transport(request, Math.min(_retry_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .ATTEMPT_TIMEOUT_MS */ .FR, remainingMs));
    }
    catch (error) {
        if (error instanceof _transport_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TransportError */ .wX)
            return error;
        throw error;
    }
}
// Path, but no query: names may be shown, and nothing else of a request ever is.
function describeAttempt(request, outcome, delayMs) {
    const { host, pathname } = new URL(request.url);
    const result = outcome instanceof _transport_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TransportError */ .wX ? outcome.message : `${outcome.status}`;
    const next = delayMs === undefined ? '' : `, trying again in ${delayMs} ms`;
    return `${request.method} ${host}${pathname}: ${result}${next}`;
}
/** Requests at a time, at most, however many there are to send. */
const MAX_REQUESTS = 32;
/** Requests at a time for so many references: 8 for up to 64 of them, an eighth of their number for more. */
function requestsAtATime(references) {
    return Math.min(MAX_REQUESTS, Math.max(8, Math.floor(references / 8)));
}
/** A limit of so many pieces of work at a time. */
function makeLimit(most) {
    let allowed = most;
    let free = most;
    const waiting = [];
    return {
        run: async (work) => {
            if (free === 0)
                await new Promise((resolve) => waiting.push(resolve));
            else
                free -= 1;
            try {
                return await work();
            }
            finally {
                const next = waiting.shift();
                // The place goes straight to the caller who waits: nobody who comes now can take it before.
                if (next === undefined)
                    free += 1;
                else
                    next();
            }
        },
        grow: (more) => {
            for (; allowed < more; allowed += 1) {
                const next = waiting.shift();
                if (next === undefined)
                    free += 1;
                else
                    next();
            }
        },
    };
}
/**
 * As `Promise.all(items.map(work))`, but at most {@link requestsAtATime} at a time: what waits for a connection would use
 * up its own time limit.
 */
function inParallel(items, work) {
    const limit = makeLimit(requestsAtATime(items.length));
    return Promise.all(items.map((item) => limit.run(() => work(item))));
}
/** The error for this answer, with the wait that the service asked for if the step's time did not allow it. */
function advisingWait(error, { unmetWaitMs }) {
    if (unmetWaitMs === undefined)
        return error;
    return error.advising(`The answer asks to wait ${describeWait(unmetWaitMs)} (Retry-After), longer than this step may take.`);
}
function describeWait(waitMs) {
    const seconds = Math.ceil(waitMs / 1000);
    return seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
//# sourceMappingURL=send.js.map

/***/ }),

/***/ 3675:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   XE: () => (/* binding */ classifyFailure),
/* harmony export */   wX: () => (/* binding */ TransportError)
/* harmony export */ });
/* unused harmony export CODE_MEANINGS */
// Reasons why no whole response came.
/** No whole response came. The message is ours and holds nothing of the request's or the response's content. */
class TransportError extends Error {
    failure;
    /** Node's name of the cause, e.g. `ECONNREFUSED`; undefined if it has no name. */
    code;
    constructor(message, options) {
        super(message, { cause: options.cause });
        this.name = 'TransportError';
        this.failure = options.failure;
        this.code = options.code;
    }
}
// Codes of Node's TLS layer (https://nodejs.org/api/tls.html#x509-certificate-error-codes): trying again changes nothing.
const CERTIFICATE_CODES = /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_|CRL_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|PATH_LENGTH_)/;
/** Says what a socket, TLS or DNS error means, by its code. */
function classifyFailure(error) {
    const code = codeOf(error);
    const [failure, meaning] = classify(code);
    const message = code === undefined ? meaning : `${meaning} (${code})`;
    return new TransportError(message, { failure, ...(code !== undefined && { code }), cause: error });
}
function classify(code) {
    if (code === undefined)
        return ['connection', 'the connection failed'];
    const meaning = CODE_MEANINGS.get(code);
    if (code === 'ENOTFOUND')
        return ['host-not-found', 'the host name does not exist'];
    if (CERTIFICATE_CODES.test(code))
        return ['certificate', meaning ?? 'its TLS certificate was not accepted'];
    return ['connection', meaning ?? 'the connection failed'];
}
const UNKNOWN_AUTHORITY = 'its TLS certificate is from an authority that this machine does not trust';
const OTHER_NAME = 'its TLS certificate is for another host name';
const CUT_OFF = 'the connection was cut off';
/** Meanings of the codes that users meet; {@link hintForFailure} has advice for each. */
const CODE_MEANINGS = new Map([
    ['ENOTFOUND', 'the host name does not exist'],
    ['EAI_AGAIN', 'the host name could not be resolved at the moment'],
    ['ECONNREFUSED', 'the connection was refused'],
    ['ECONNRESET', CUT_OFF],
    ['EPIPE', CUT_OFF],
    ['ETIMEDOUT', 'the connection timed out'],
    ['EHOSTUNREACH', 'the host cannot be reached from here'],
    ['ENETUNREACH', 'the network cannot be reached from here'],
    ['EPROTO', 'the TLS handshake failed'],
    ['UNABLE_TO_GET_ISSUER_CERT', UNKNOWN_AUTHORITY],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', UNKNOWN_AUTHORITY],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', UNKNOWN_AUTHORITY],
    ['SELF_SIGNED_CERT_IN_CHAIN', UNKNOWN_AUTHORITY],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'its TLS certificate is self-signed'],
    ['CERT_HAS_EXPIRED', 'its TLS certificate has expired'],
    ['CERT_NOT_YET_VALID', 'its TLS certificate is not valid yet'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', OTHER_NAME],
    ['HOSTNAME_MISMATCH', OTHER_NAME],
    ['CERT_REVOKED', 'its TLS certificate has been revoked'],
]);
function codeOf(error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : undefined;
}
//# sourceMappingURL=transport-error.js.map

/***/ }),

/***/ 2766:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EC: () => (/* binding */ DNS_NAME),
/* harmony export */   bm: () => (/* binding */ readCloudInputs),
/* harmony export */   dt: () => (/* binding */ parseHttpsOrigin)
/* harmony export */ });
/* unused harmony export readGraphHost */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5261);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7938);
// The inputs that say which cloud, public or private.


/** A DNS name of one or more labels (RFC 1123 section 2.1). */
const DNS_NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;
/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
function readCloudInputs(inputs) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .checkAll */ .K7)({
        cloud: () => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(inputs, 'cloud'),
        authorityHost: () => readAuthorityHost(inputs),
        vaultSuffix: () => readVaultSuffix(inputs),
        oidcAudience: () => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(inputs, 'oidc-audience'),
    });
}
function readAuthorityHost(inputs) {
    const text = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(inputs, 'authority-host');
    if (text === undefined)
        return undefined;
    const origin = parseHttpsOrigin(text);
    if (origin === undefined) {
        throw (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)('authority-host', 'the value is not an https origin.', 'Expected https://HOST, without a path.');
    }
    return origin;
}
function readVaultSuffix(inputs) {
    const text = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(inputs, 'vault-suffix');
    if (text === undefined)
        return undefined;
    const suffix = text.replace(/^\./, '').toLowerCase();
    // A name whose last label is a number would be read as an IPv4 address (WHATWG URL section 3.5).
    if (!DNS_NAME.test(suffix) || !URL.canParse(`https://vault.${suffix}`)) {
        throw (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidInput */ .aY)('vault-suffix', 'the value is not a DNS suffix.', 'Expected a name such as vault.azure.net.');
    }
    return suffix;
}
/** Returns the https origin that is to stand in for Microsoft Graph's; undefined if the cloud's own is meant. @throws ActionError if it is none */
function readGraphHost(inputs) {
    const text = readText(inputs, 'graph-host');
    if (text === undefined)
        return undefined;
    const origin = parseHttpsOrigin(text);
    if (origin !== undefined)
        return origin;
    throw invalidInput('graph-host', 'the value is not an https origin.', 'Expected https://HOST, without a path.');
}
/** The longest name that a host may have (RFC 1035 section 2.3.4). */
const MAX_HOST_LENGTH = 253;
/** Returns `https://HOST[:PORT]` in its normal form; undefined if the text is anything else or holds more. */
function parseHttpsOrigin(text) {
    if (!/^https:\/\/[^/?#@\\\s]+\/?$/i.test(text) || !URL.canParse(text))
        return undefined;
    const { origin, hostname } = new URL(text);
    return hostname.length > MAX_HOST_LENGTH ? undefined : origin;
}
//# sourceMappingURL=cloud-inputs.js.map

/***/ }),

/***/ 4461:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseLine),
/* harmony export */   CW: () => (/* binding */ LINES_INPUTS),
/* harmony export */   ES: () => (/* binding */ describeLine),
/* harmony export */   RG: () => (/* binding */ MODIFIERS),
/* harmony export */   VH: () => (/* binding */ lineError),
/* harmony export */   uz: () => (/* binding */ splitLines)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5261);
// The lines of `secrets`, `certificates` and `keys`: [OUTPUT =] REFERENCE [| MODIFIER [ARGUMENT]] ..., one per line or
// separated by commas.

/** Inputs that hold lines. */
const LINES_INPUTS = ['secrets', 'certificates', 'keys'];
/** The entries of an input's text. Empty ones, and lines that begin with `#`, are skipped. */
function splitLines(input, text) {
    return text
        .split(/\r\n|\r|\n/)
        .map((physical, index) => ({ number: index + 1, physical }))
        .filter(({ physical }) => !physical.trim().startsWith('#'))
        .flatMap(({ number, physical }) => splitEntries({ input, number }, physical));
}
function splitEntries(place, physical) {
    const texts = physical
        .split(',')
        .map((text) => text.trim())
        .filter((text) => text !== '');
    return texts.map((text, index) => ({ ...place, ...(texts.length > 1 && { entry: index + 1 }), text }));
}
/**
 * The parts of an entry. A `=` assigns only before the first `|`.
 * @throws ActionError that names the line and says what was expected
 */
function parseLine(raw) {
    const { text, ...place } = raw;
    const [head = '', ...modifiers] = text.split('|').map((part) => part.trim());
    const equals = head.indexOf('=');
    const output = equals === -1 ? undefined : head.slice(0, equals).trim();
    const reference = head.slice(equals + 1).trim();
    if (output === '')
        throw lineError(raw, 'nothing stands before "=".', 'Write OUTPUT = NAME, or NAME alone.');
    if (reference === '' && output !== undefined)
        throw lineError(raw, 'nothing stands after "=".', 'Write OUTPUT = NAME.');
    if (reference === '')
        throw lineError(raw, 'nothing stands before "|".', 'Write NAME | MODIFIER.');
    return { ...place, output, reference, modifiers };
}
/** Returns the place of a line, e.g. `secrets line 3`. */
function describeLine(line) {
    return `${line.input} line ${line.number}`;
}
/** The error for a line that cannot be used. */
function lineError(line, problem, hint) {
    const more = line.entry === undefined ? undefined : `It is entry ${line.entry} of the line.`;
    const advice = [hint, more].filter((one) => one !== undefined).join(' ');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'LINE_INVALID',
        title: `Input ${line.input}`,
        subject: describeLine(line),
        problem,
        ...(advice !== '' && { hint: advice }),
    });
}
/** By the input of the line, in the order in which messages list them. */
const MODIFIERS = {
    secrets: new Map([
        ['tag', 'text'],
        ['json', 'text'],
        ['base64', 'none'],
        ['file', 'none'],
        ['unmasked', 'none'],
        ['attributes', 'none'],
    ]),
    certificates: new Map([
        ['tag', 'text'],
        ['file', ['3des']],
        ['pem', 'none'],
        ['store', 'none'],
        ['public', 'none'],
    ]),
    keys: new Map([['tag', 'text']]),
};
//# sourceMappingURL=line-grammar.js.map

/***/ }),

/***/ 6192:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Xj: () => (/* binding */ checkHead),
  hD: () => (/* binding */ quote),
  hk: () => (/* binding */ wrongCharacter)
});

// EXTERNAL MODULE: ./build/programs/src/input/line-grammar.js
var line_grammar = __nccwpck_require__(4461);
;// CONCATENATED MODULE: ./build/programs/src/input/other-products.js
const NAME = 'Write the NAME of an object of the vault';
const IDENTIFIER = 'Write NAME, or the identifier that the portal shows: https://VAULT.vault.azure.net/secrets/NAME.';
const VARIABLE = {
    problem: 'a variable is not expanded here.',
    hint: `${NAME}.`,
};
/**
 * Tests of the text before the first "|", in this order. A pattern that is a text matches if a reference may
 * begin; a mistake that is a text names the product.
 */
const OTHER_PRODUCTS = [
    [
        /@Microsoft\.KeyVault\s*\(/i,
        { problem: 'App Service reads @Microsoft.KeyVault(\u2026), and this action does not.', hint: IDENTIFIER },
    ],
    [
        /\$\{\{|\}\}/,
        {
            problem: 'an expression was not evaluated.',
            hint: 'GitHub evaluates expressions only in the workflow file, and only once. Write the name itself.',
        },
    ],
    ['\\$env:', VARIABLE],
    [/\$[({A-Za-z_]|%[A-Za-z_]\w*%|\{\{/, VARIABLE],
    [
        'https?://(?:[a-z0-9-]+\\.)*portal\\.azure\\.',
        { problem: 'this is the address of a page of the portal.', hint: IDENTIFIER },
    ],
    [
        '(?:https://management\\.[a-z0-9.-]+)?/?subscriptions/',
        { problem: 'this is the ID of an Azure resource.', hint: IDENTIFIER },
    ],
    ['op://', '1Password'],
    ['vault:', 'HashiCorp Vault'],
    ['(?:secret|[a-z0-9-]+/data)/', 'HashiCorp Vault'],
    ['arn:|/aws/|(?:aws[a-z+-]*|ssm|secretsmanager):', 'Amazon Web Services'],
    ['projects/[^/]*/|(?:gcp[a-z-]*|sm|gsm|google):', 'Google Cloud'],
    ['(?:bws|bw|bitwarden):', 'Bitwarden'],
    ['(?:doppler|infisical|akeyless|conjur|keeper|ksm):', 'another secret store'],
    [
        'ref\\+|(?:akv|azkv|azurekv|azurekeyvault|azure-key-vault|keyvault|azure|kv)://',
        { problem: 'this is a reference of another tool.', hint: IDENTIFIER },
    ],
    ['https://[^?]*\\?', { problem: 'the identifier has a "?".', hint: 'Leave it out, and what follows it.' }],
    ['http://', { problem: 'the identifier begins with http, and vaults are reached by https only.', hint: IDENTIFIER }],
    [
        '(?!https:)[a-z][a-z0-9+.-]*://',
        { problem: 'the line begins with the scheme of another kind of address.', hint: IDENTIFIER },
    ],
    [
        '[a-z0-9-]+\\.(?:vault|managedhsm)\\.[a-z]+\\.[a-z]+',
        { problem: 'the identifier does not begin with https://.', hint: IDENTIFIER },
    ],
    [
        '/?(?:secrets|certificates|keys)/',
        { problem: 'the kind stands before the name.', hint: 'Write NAME alone: the input says which kind it is.' },
    ],
];
/** Says which product, or which other address of a vault's object, a text is a reference of; undefined if of none. */
function findOtherProduct(head) {
    const mistake = OTHER_PRODUCTS.find(([pattern]) => isFoundIn(head, pattern))?.[1];
    if (typeof mistake !== 'string')
        return mistake;
    return { problem: `this is a reference of ${mistake}.`, hint: `${NAME}.` };
}
// A reference may begin with the line, or after "OUTPUT =".
function isFoundIn(head, pattern) {
    return (typeof pattern === 'string' ? new RegExp(`^(?:[^=]*=\\s*)?(?:${pattern})`, 'i') : pattern).test(head);
}
//# sourceMappingURL=other-products.js.map
;// CONCATENATED MODULE: ./build/programs/src/input/line-mistakes.js
// Mistakes before the first "|" of a line: spellings of other files, shells and products.
//
// Nothing of a line is repeated but single characters: somebody may have pasted a value there.


/**
 * Checks what stands before the first "|".
 * @throws ActionError that names the line, if it is written in a way that no good line is
 */
function checkHead(line) {
    const mistake = headMistake(line);
    if (mistake !== undefined)
        throw (0,line_grammar/* lineError */.VH)(line, mistake.problem, mistake.hint);
}
function headMistake({ output, reference }) {
    const head = output === undefined ? reference : `${output}=${reference}`;
    const known = findOtherProduct(head) ?? SPELLINGS.find(([pattern]) => pattern.test(head))?.[1];
    if (known !== undefined)
        return known;
    const strange = /[^\t\x20-\x7e]/u.exec(head)?.[0];
    if (strange !== undefined)
        return strangeCharacter(strange);
    return SEPARATORS.find(([pattern]) => pattern.test(head))?.[1];
}
const FORM = 'Write OUTPUT = NAME.';
const ONE_PER_LINE = 'Write one name per line, or separate names with commas.';
const OWN_LINE = 'Move it to a line of its own, and begin that line with "#".';
const FORM_TOO = 'A new name is written OUTPUT = NAME.';
const BARE = 'Write it without quotes.';
/** Marks of lists, quotes and comments, and of languages in which a line looks like an assignment. */
const SPELLINGS = [
    [/^[-+]\s/, { problem: 'the line begins with the dash of a YAML list.', hint: 'Write NAME without the dash.' }],
    [
        /^(?:[*\u00b7\u2013\u2014\u2022\u25aa\u25cf]|\d+[.)])\s/,
        { problem: 'the line begins with a list mark.', hint: 'Write NAME alone.' },
    ],
    [/^[[{]|[\]}]$/, { problem: 'the line has a bracket around it.', hint: `Leave it out. ${ONE_PER_LINE}` }],
    [/[\x22\x27\x60]/, { problem: 'the line has a quotation mark.', hint: BARE }],
    [
        /[\u2018-\u201f\u00ab\u00bb\u2039\u203a\u300c\u300d]/,
        { problem: 'the line has a typographic quotation mark.', hint: BARE },
    ],
    [/^#/, { problem: 'a comment follows a comma.', hint: OWN_LINE }],
    [
        /^(?:\/\/|\/\*|;|--\s|<!--|<#|rem\s)/i,
        { problem: 'the line looks like a comment of another language.', hint: 'Begin a comment with "#".' },
    ],
    [/\s(?:#|\/\/|\/\*|--\s)/, { problem: 'a comment follows the name.', hint: OWN_LINE }],
    [
        /^(?:export|setx?|let|const|var|declare|env)\s+\S/i,
        {
            problem: 'the line begins with a word of a shell or a language.',
            hint: `${FORM} Set export-env to have variables.`,
        },
    ],
    [/\\$/, { problem: 'the line ends with "\\".', hint: 'Leave it out: each line stands for itself.' }],
    [
        /\\r?\\?n/,
        { problem: 'a line break is written as the characters "\\n".', hint: `Use real line breaks. ${ONE_PER_LINE}` },
    ],
    [/\\/, { problem: 'the line has a "\\".', hint: 'Write NAME alone: the vault is set with keyvault.' }],
];
/** Signs that stand for "=" or a comma elsewhere. */
const SEPARATORS = [
    [
        /^<[^<>]*>$/,
        { problem: 'the line still has a placeholder in "<" and ">".', hint: 'Write the name itself, without them.' },
    ],
    ...['=>', '->', '>', '<-', '<', ':=', '+=', '?=', '=='].map((sign) => [
        new RegExp(sign.replace(/[+?]/, '\\$&')),
        { problem: `"${sign}" stands where "=" belongs.`, hint: `${FORM} The name of the output comes first.` },
    ]),
    [/\sas\s/i, { problem: '"as" stands where "=" belongs.', hint: `${FORM} The name of the output comes first.` }],
    [/;/, { problem: '";" does not separate.', hint: ONE_PER_LINE }],
    [/^[\w.-]+\s*:(?:\s|$)/, { problem: '":" stands where "=" belongs.', hint: 'Write OUTPUT = NAME, or NAME alone.' }],
    [
        /^(?:[\w-]+\s*=\s*)?(?!https?:)[\w.-]+:/i,
        {
            problem: 'a ":" stands inside the name.',
            hint: `${FORM} Set the vault with keyvault, or write the full identifier.`,
        },
    ],
    [/=[^=]*=/, { problem: 'the line has more than one "=".', hint: FORM }],
    [/\t/, { problem: 'the line has a tab inside.', hint: `${ONE_PER_LINE} ${FORM_TOO}` }],
    [/[^\s=]\s+[^\s=]/, { problem: 'the line has a space inside.', hint: `${ONE_PER_LINE} ${FORM_TOO}` }],
];
function strangeCharacter(char) {
    const code = codePointOf(char);
    const plain = char.normalize('NFKC');
    if (/^[\p{C}\u2028\u2029]$/u.test(char)) {
        return { problem: `the line has the character ${code}, which cannot be seen.`, hint: 'Remove it.' };
    }
    if (/^\s$/.test(char)) {
        return {
            problem: `the line has the character ${code}, a special kind of space.`,
            hint: 'Write a plain space, or none.',
        };
    }
    if (/^[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]$/.test(char)) {
        return { problem: `the line has the character ${code}, a special kind of dash.`, hint: 'Write "-" instead.' };
    }
    if (/^[!-~]$/.test(plain)) {
        return {
            problem: `the line has the character ${code}, which only looks like "${plain}".`,
            hint: `Write "${plain}" instead.`,
        };
    }
    return {
        problem: `the line has the character ${code}, which is not ASCII.`,
        hint: 'Names have A-Z, a-z, 0-9 and hyphens. Letters of other alphabets can look the same.',
    };
}
/** Says which character of a name does not belong there; undefined if each does. */
function wrongCharacter(text, { what, wrong, hint }) {
    const char = wrong.exec(text)?.[0];
    if (char === undefined)
        return undefined;
    return { problem: `${what} has ${describeCharacter(char)} in it.`, hint };
}
function describeCharacter(char) {
    if (char === '_')
        return 'an underscore ("_")';
    if (char === ' ')
        return 'a space';
    if (char === '.')
        return 'a dot (".")';
    return /^[!-~]$/.test(char) ? `"${char}"` : codePointOf(char);
}
/** Longer texts are cut off: a message is for the part that is wrong, not for a whole value. */
const MAX_LENGTH = 60;
/**
 * Returns the text between quotation marks, cut off if it is long. Characters that cannot be seen, or that change how the
 * text around them is shown, appear as their code points.
 */
function quote(text) {
    const start = text.slice(0, 2 * MAX_LENGTH);
    const shown = Array.from(start).slice(0, MAX_LENGTH);
    const rest = shown.join('').length < text.length ? '\u2026' : '';
    return `"${shown.map((char) => (isPlain(char) ? char : codePointOf(char))).join('')}${rest}"`;
}
/** Returns the code point of a character as Unicode writes it, e.g. `U+00A0`. */
function codePointOf(char) {
    const [codePoint = 0] = Array.from(char, (one) => one.codePointAt(0));
    return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
// Letters, marks, digits, punctuation and symbols of any script, and the blank.
function isPlain(char) {
    return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(char);
}
//# sourceMappingURL=line-mistakes.js.map

/***/ }),

/***/ 7938:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lt: () => (/* binding */ wantsVariables),
/* harmony export */   Vf: () => (/* binding */ readBoolean),
/* harmony export */   aY: () => (/* binding */ invalidInput),
/* harmony export */   bf: () => (/* binding */ readWholeNumber),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5261);
// Inputs of one value: text, true or false, a whole number.

/** The input without the white space around it; undefined if nothing else is there. */
function readText(inputs, name) {
    const text = inputs.input(name).trim();
    return text === '' ? undefined : text;
}
/** `true` or `false` in any of the three spellings of YAML 1.2's core schema. */
function readBoolean(inputs, name, fallback) {
    const text = readText(inputs, name);
    if (text === undefined)
        return fallback;
    if (/^(?:true|True|TRUE)$/.test(text))
        return true;
    if (/^(?:false|False|FALSE)$/.test(text))
        return false;
    throw invalidInput(name, 'the value is neither true nor false.', 'Write true or false.');
}
/** A whole number that is not negative. */
function readWholeNumber(inputs, name, fallback) {
    const text = readText(inputs, name);
    if (text === undefined)
        return fallback;
    // Nine digits: more than any use needs, and exact in every arithmetic that follows.
    if (!/^\d{1,9}$/.test(text))
        throw invalidInput(name, 'the value is not a whole number from 0 to 999999999.', 'Write digits only.');
    return Number(text);
}
/** The error for an input that is not what it should be. The input's text is not part of it: it may be a misplaced secret. */
function invalidInput(name, problem, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'INPUT_INVALID',
        title: `Input ${name}`,
        subject: name,
        problem,
        ...(hint !== undefined && { hint }),
    });
}
/** Whether `export-env` is on. A text that is no boolean counts as off: whoever reads the other inputs reports it. */
function wantsVariables(inputs) {
    return /^(?:true|True|TRUE)$/.test(inputs.input('export-env').trim());
}
//# sourceMappingURL=scalars.js.map

/***/ }),

/***/ 2520:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  so: () => (/* binding */ CLIENT_CERTIFICATE),
  _r: () => (/* binding */ CLIENT_CERTIFICATE_PASSWORD),
  p$: () => (/* binding */ CLIENT_SECRET),
  Sm: () => (/* binding */ GUID),
  B6: () => (/* binding */ describeSource),
  DZ: () => (/* binding */ isVariable),
  LO: () => (/* binding */ missing),
  Wp: () => (/* binding */ readSignInInputs),
  mw: () => (/* binding */ required),
  I_: () => (/* binding */ requiredClientId)
});

// UNUSED EXPORTS: CLIENT_ID, TENANT_ID, checkClientId, checkTenant, checked

// EXTERNAL MODULE: ./build/programs/src/errors.js + 1 modules
var errors = __nccwpck_require__(5261);
// EXTERNAL MODULE: ./build/programs/src/secret-text.js
var secret_text = __nccwpck_require__(7720);
// EXTERNAL MODULE: ./build/programs/src/input/cloud-inputs.js
var cloud_inputs = __nccwpck_require__(2766);
// EXTERNAL MODULE: ./build/programs/src/http/json.js
var json = __nccwpck_require__(8567);
// EXTERNAL MODULE: ./build/programs/src/input/scalars.js
var scalars = __nccwpck_require__(7938);
;// CONCATENATED MODULE: ./build/programs/src/input/creds.js


/**
 * Returns the members of `creds`.
 * @throws ActionError if it is not such JSON; no text of it is repeated
 */
function parseCreds(text) {
    const members = parseMembers(text);
    const missing = ['tenantId', 'clientId', 'clientSecret'].filter((name) => textOf(members, name) === '');
    if (missing.length > 0)
        throw otherCreds(members, missing);
    return {
        tenantId: textOf(members, 'tenantId'),
        clientId: textOf(members, 'clientId'),
        clientSecret: textOf(members, 'clientSecret'),
    };
}
const EXPECTED = 'Expected the JSON {"clientId": "\u2026", "clientSecret": "\u2026", "tenantId": "\u2026"}.';
function parseMembers(text) {
    const value = parseJson(text);
    // As a text within JSON, from a tool that has written it once more.
    const inner = typeof value === 'string' ? parseJson(value) : value;
    const members = (0,json/* asObject */.eB)(inner);
    if (members !== undefined)
        return members;
    throw (0,scalars/* invalidInput */.aY)('creds', ...whatElse(text, inner));
}
function whatElse(text, value) {
    if (value !== undefined)
        return ['the value is JSON, but not an object.', EXPECTED];
    if (/^<(?:\?xml|publishData)\b/i.test(text)) {
        return [
            'the value is a publish profile, which signs in to one web app only.',
            `Create a client secret instead. ${EXPECTED}`,
        ];
    }
    if (/^-----BEGIN /.test(text))
        return ['the value is PEM.', 'Set client-certificate to it, with client-id and tenant-id.'];
    if (/^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(text))
        return ['the value is a token.', 'Set access-token to it.'];
    if (/^\{/.test(text))
        return ['the value is not whole JSON.', `Look for a missing quotation mark, comma or bracket. ${EXPECTED}`];
    return [
        'the value is not JSON.',
        `A client secret alone belongs in client-secret, with client-id and tenant-id. ${EXPECTED}`,
    ];
}
function textOf(members, name) {
    const value = members[name];
    return typeof value === 'string' ? value.trim() : '';
}
/** Other JSON that people have, by members that it has. Names of members are not secret; nothing else is said of it. */
const OTHERS = [
    [
        ['appId', 'password', 'tenant'],
        [
            'the value is what "az ad sp create-for-rbac" prints, whose members have other names.',
            'Set client-id to appId, client-secret to password and tenant-id to tenant, and leave creds out.',
        ],
    ],
    [
        ['clientId', 'clientCertificate'],
        [
            'the value holds a certificate, not a client secret.',
            'Set client-certificate, client-id and tenant-id, and leave creds out.',
        ],
    ],
    [
        ['AZURE_CREDENTIALS'],
        ['the value has the JSON inside another JSON object.', `Set it to what AZURE_CREDENTIALS holds. ${EXPECTED}`],
    ],
    [
        ['client_email', 'private_key'],
        ['the value is the key of a service account of Google Cloud.', EXPECTED],
    ],
    [
        ['access_token'],
        [
            'the value is the answer of a token request.',
            'Set access-token to its member access_token, and leave creds out.',
        ],
    ],
];
function otherCreds(members, missing) {
    const [, known] = OTHERS.find(([names]) => names.every((name) => name in members)) ?? [];
    if (known !== undefined)
        return (0,scalars/* invalidInput */.aY)('creds', ...known);
    if (missing.length === 1 && missing[0] === 'clientSecret') {
        return (0,scalars/* invalidInput */.aY)('creds', 'the value holds no clientSecret, as for a sign-in without one.', 'Set client-id and tenant-id instead, give the job the permission "id-token: write" or set auth-method to managed-identity, and leave creds out.');
    }
    if (missing.length === 3 && 'subscriptionId' in members) {
        return (0,scalars/* invalidInput */.aY)('creds', 'the value names a subscription, but no identity that signs in.', EXPECTED);
    }
    return (0,scalars/* invalidInput */.aY)('creds', `the value holds no ${missing.join(' and no ')}.`, EXPECTED);
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // Not thrown on: the parser's message quotes the text, and there is a secret in it.
        return undefined;
    }
}
//# sourceMappingURL=creds.js.map
;// CONCATENATED MODULE: ./build/programs/src/input/sign-in-inputs.js
// The inputs that say who signs in, and the AZURE_* variables that stand in for empty ones.





/** Eight, four, four, four and twelve hex digits. */
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
function readSignInInputs(inputs) {
    const readIt = (0,errors/* attempt */.CD)(() => readCreds(inputs));
    const creds = credsOrNone(readIt);
    const { creds: _, ...signIn } = (0,errors/* checkAll */.K7)({
        creds: readIt,
        authMethod: () => (0,scalars/* readText */.yR)(inputs, 'auth-method'),
        tenantId: () => checked(choose(inputs, TENANT_ID, creds?.tenantId), checkTenant),
        clientId: () => checked(choose(inputs, CLIENT_ID, creds?.clientId), checkClientId),
        clientSecret: () => secret(choose(inputs, CLIENT_SECRET, creds?.clientSecret)),
        clientSecretInputs: () => ['client-secret', 'creds'].filter((name) => (0,scalars/* readText */.yR)(inputs, name) !== undefined),
        clientCertificate: () => secretText(inputs, CLIENT_CERTIFICATE),
        clientCertificatePassword: () => certificatePassword(inputs),
        accessToken: () => secretText(inputs, 'access-token'),
    });
    return signIn;
}
function readCreds(inputs) {
    const text = (0,scalars/* readText */.yR)(inputs, 'creds');
    return text === undefined ? undefined : parseCreds(text);
}
// If it is bad, the other inputs are checked without it, so that one run reports everything.
function credsOrNone(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}
const TENANT_ID = { input: 'tenant-id', variable: 'AZURE_TENANT_ID' };
const CLIENT_ID = { input: 'client-id', variable: 'AZURE_CLIENT_ID' };
const CLIENT_SECRET = { input: 'client-secret', variable: 'AZURE_CLIENT_SECRET' };
const CLIENT_CERTIFICATE = 'client-certificate';
const CLIENT_CERTIFICATE_PASSWORD = 'client-certificate-password';
const VARIABLES = [TENANT_ID, CLIENT_ID, CLIENT_SECRET].map(({ variable }) => variable);
/** Whether a source is a variable, which another step or the runner may have set. */
function isVariable(source) {
    return VARIABLES.includes(source);
}
/** For people: an input or a variable. */
function describeSource(source) {
    return isVariable(source) ? `variable ${source}` : `input \`${source}\``;
}
// The input, else what `creds` says, else the variable. Where input and `creds` both speak, they must agree.
function choose(inputs, { input, variable }, inCreds) {
    const given = (0,scalars/* readText */.yR)(inputs, input);
    // The case of IDs and domains does not count; that of a secret does.
    const fold = (text) => (input === CLIENT_SECRET.input ? text : text.toLowerCase());
    if (given !== undefined && inCreds !== undefined && fold(given) !== fold(inCreds)) {
        throw (0,scalars/* invalidInput */.aY)(input, 'the value differs from what creds says.', 'Leave one of the two out.');
    }
    if (inCreds !== undefined)
        return { value: inCreds, source: 'creds' };
    if (given !== undefined)
        return { value: given, source: input };
    const value = inputs.variable(variable)?.trim() ?? '';
    return value === '' ? undefined : { value, source: variable };
}
function secretText(inputs, name) {
    const text = (0,scalars/* readText */.yR)(inputs, name);
    return text === undefined ? undefined : new secret_text/* SecretText */.o(text);
}
// Another way to sign in is not what a step with this password is meant to take.
function certificatePassword(inputs) {
    const password = secretText(inputs, CLIENT_CERTIFICATE_PASSWORD);
    if (password === undefined || (0,scalars/* readText */.yR)(inputs, CLIENT_CERTIFICATE) !== undefined)
        return password;
    throw (0,scalars/* invalidInput */.aY)(CLIENT_CERTIFICATE_PASSWORD, `this input is set without ${CLIENT_CERTIFICATE}.`, 'Set both or none. A secret that does not exist, or that a fork may not see, arrives here as empty text.');
}
/** The value, once `check` has let it pass. */
function checked(given, check) {
    if (given !== undefined)
        check(given);
    return given;
}
function secret(given) {
    return given && { value: new secret_text/* SecretText */.o(given.value), source: given.source };
}
/**
 * The value becomes a path segment of the token request, so this is a guard as well as a courtesy.
 * @throws ActionError that names the source if it is no tenant
 */
function checkTenant({ value, source }) {
    if (GUID.test(value) || (cloud_inputs/* DNS_NAME */.EC.test(value) && value.includes('.')))
        return;
    throw (0,scalars/* invalidInput */.aY)(source, 'the value is neither a directory (tenant) ID nor a domain name.', 'Expected a GUID, or a verified domain such as contoso.onmicrosoft.com.');
}
/** @throws ActionError that names the source if the value is no application ID */
function checkClientId({ value, source }) {
    if (GUID.test(value))
        return;
    throw (0,scalars/* invalidInput */.aY)(source, 'the value is not an application (client) ID.', 'Expected the GUID that the app registration shows as "Application (client) ID", not its name.');
}
/** The value, if it is given. @throws ActionError that names input and variable if it is not */
function required(value, { input, variable }) {
    if (value !== undefined)
        return value;
    throw missing(input, `Set it, or the variable ${variable}.`);
}
/** The client ID. @throws ActionError if it is not given */
function requiredClientId({ clientId }) {
    return required(clientId, CLIENT_ID).value;
}
/** The error for an input that is empty. */
function missing(input, hint) {
    return (0,scalars/* invalidInput */.aY)(input, 'the input is empty.', `${hint} A secret that does not exist, or that a fork may not see, arrives here as empty text.`);
}
//# sourceMappingURL=sign-in-inputs.js.map

/***/ }),

/***/ 9132:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ makeVaultSession),
/* harmony export */   MW: () => (/* binding */ listUrl),
/* harmony export */   Ye: () => (/* binding */ discoverTenant),
/* harmony export */   iq: () => (/* binding */ getRequest),
/* harmony export */   l9: () => (/* binding */ siblingIdentifierOf),
/* harmony export */   mG: () => (/* binding */ API_VERSION),
/* harmony export */   rr: () => (/* binding */ getObjectRequest),
/* harmony export */   yR: () => (/* binding */ askVault)
/* harmony export */ });
/* unused harmony exports askVaultForResponse, tenantOfChallenge */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5261);
/* harmony import */ var _http_retry_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4358);
/* harmony import */ var _http_send_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9555);
/* harmony import */ var _plan_identifier_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1598);
/* harmony import */ var _secret_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7720);
// Requests to a vault, with the token that only its own host may see: asked once, and once more with a newer token if that
// is refused.





/**
 * The body of the vault's answer of the status that is wanted.
 * @throws ActionError with advice if the vault refuses or gives no answer
 */
async function askVault(request, access) {
    return (await askVaultForResponse(request, access)).body;
}
/**
 * As {@link askVault}, with the answer's headers.
 * @throws ActionError with advice if the vault refuses or gives no answer
 */
async function askVaultForResponse(request, { session, context, writes }) {
    const { identifier, operation = 'get', isLine, makeRequest, rules = _http_retry_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .VAULT_RETRY_RULES */ .yd, status = 200 } = request;
    const ask = (token) => (0,_http_send_js__WEBPACK_IMPORTED_MODULE_2__/* .send */ .tN)(makeRequest(token), context, { rules }).catch(async (error) => {
        const { unreachableVaultError } = await loadErrors();
        throw unreachableVaultError(error, identifier);
    });
    const token = session.token();
    let response = await ask(token);
    if (response.status === 401) {
        const newer = await session.renewed(token);
        if (newer !== undefined)
            response = await ask(newer);
    }
    if (response.status === status)
        return response;
    const tenants = { signedIn: session.tenantId, challenged: tenantOfChallenge(response), caller: session.caller };
    const { vaultRefusedError } = await loadErrors();
    throw vaultRefusedError(response, identifier, {
        operation,
        isLine,
        writes,
        isValueWanted: request.isValueWanted?.(),
        ...tenants,
    });
}
// Long, and most runs never need it.
function loadErrors() {
    return __nccwpck_require__.e(/* import() */ 682).then(__nccwpck_require__.bind(__nccwpck_require__, 6682));
}
/** A session that asks for a second token when the first is refused. */
function makeVaultSession({ tenantId, caller, token: first, renew }) {
    let current = first;
    let renewal;
    return {
        tenantId,
        caller,
        token: () => current,
        renewed: async (refused) => {
            if (refused !== first || renew === undefined)
                return undefined;
            renewal ??= renew();
            current = await renewal;
            return current;
        },
    };
}
/** Answered by every cloud and emulator; there is no default. */
const API_VERSION = '7.4';
/** The most that a vault gives at once. */
const PAGE_SIZE = 25;
/** The request that reads one object; without a token, the vault answers with its challenge. */
function getObjectRequest({ vaultUrl, collection, name, version }, token) {
    const path = version === undefined ? `${collection}/${name}` : `${collection}/${name}/${version}`;
    return getRequest(`${vaultUrl}/${path}?api-version=${API_VERSION}`, token);
}
/** Returns the URL at which the list of all objects begins, or the list of one object's versions. */
function listUrl({ vaultUrl, collection, name }) {
    const path = name === undefined ? collection : `${collection}/${name}/versions`;
    return `${vaultUrl}/${path}?api-version=${API_VERSION}&maxresults=${PAGE_SIZE}`;
}
/** The request that reads what is at this address of a vault; without a token, the vault answers with its challenge. */
function getRequest(url, token) {
    const headers = token === undefined ? {} : { authorization: new _secret_text_js__WEBPACK_IMPORTED_MODULE_4__/* .SecretText */ .o(`Bearer ${token.reveal()}`) };
    return { method: 'GET', url, headers };
}
/**
 * The address that a certificate's `sid` or `kid` holds; undefined if it is not an object of that collection and of
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
/** The tenant (GUID or domain) that the vault trusts; undefined if the challenge names none. */
function tenantOfChallenge(response) {
    return AUTHORIZATION.exec(response.headers['www-authenticate'] ?? '')?.[1];
}
/** An https address; the tenant is the first part of its path. */
const AUTHORIZATION = /\bauthorization(?:_uri)?="https:\/\/[^/"]+\/([0-9a-z][0-9a-z.-]{0,99})["/]/i;
/**
 * The tenant of the vault: asked for an object, or for the list of all. Of the challenge only the tenant is believed: authority and scope are the cloud's.
 * @throws ActionError if the vault names none or gives no answer
 */
async function discoverTenant(item, context) {
    const request = item.name === undefined ? getRequest(listUrl(item)) : getObjectRequest(item);
    const response = await (0,_http_send_js__WEBPACK_IMPORTED_MODULE_2__/* .send */ .tN)(request, context).catch(async (error) => {
        const { unreachableVaultError } = await loadErrors();
        throw unreachableVaultError(error, item);
    });
    const tenant = tenantOfChallenge(response);
    if (response.status === 401 && tenant !== undefined)
        return tenant;
    const error = new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'TENANT_NOT_FOUND',
        title: 'The tenant is not known',
        subject: 'tenant-id',
        problem: `the input is empty, and ${(0,_plan_identifier_js__WEBPACK_IMPORTED_MODULE_3__/* .vaultHost */ .Df)(item.vaultUrl)} names no tenant (HTTP ${response.status}).`,
        hint: 'Set tenant-id, or the variable AZURE_TENANT_ID.',
    });
    throw (0,_http_send_js__WEBPACK_IMPORTED_MODULE_2__/* .advisingWait */ .T8)(error, response);
}
//# sourceMappingURL=ask-vault.js.map

/***/ }),

/***/ 863:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  kc: () => (/* binding */ everyForm),
  _O: () => (/* binding */ formsOfBytes),
  gf: () => (/* binding */ formsOfWhole),
  yy: () => (/* binding */ joinMaskings),
  sD: () => (/* binding */ maskLines),
  $l: () => (/* binding */ maskSecret),
  mO: () => (/* binding */ toMasking),
  lH: () => (/* binding */ toWellFormed),
  E_: () => (/* binding */ withoutMark)
});

// EXTERNAL MODULE: ./build/programs/src/secret-text.js
var secret_text = __nccwpck_require__(7720);
// EXTERNAL MODULE: ./build/programs/src/masks/structure.js
var structure = __nccwpck_require__(4599);
;// CONCATENATED MODULE: ./build/programs/src/masks/mask-forms.js
// The forms in which programs print a text or bytes: in base64, in URLs, in JSON and in a shell's trace.

/** Forms of a text, itself among them if a program leaves it as it is. */
function textForms(text) {
    if (/^[\w.-]*$/.test(text))
        return [];
    return [...urlForms(text), ...jsonForms(text), ...shellForms(text)];
}
/**
 * - `encodeURIComponent` of JavaScript and `@uri` of jq; the same in RFC 3986's narrower alphabet, as .NET's `EscapeDataString`
 * - with `/` as it is: `quote` of Python
 * - with `+` for a blank: `urlencode` of Python, `QueryEscape` of Go; `URLSearchParams`; `UrlEncode` of .NET; `urlencode` of PHP
 *
 * Some write hexadecimal digits in lower case: curl before 8.2, `HttpUtility` of .NET.
 */
function urlForms(text) {
    const js = encodeURIComponent(text);
    const rfc = escapeMore(js, /[!'()*]/g);
    const forms = [rfc, escapeMore(js, /[!'()~]/g), escapeMore(js, /['~]/g), escapeMore(js, /[!'()*~]/g)];
    const withPlus = forms.map((form) => form.replace(/%20/g, '+'));
    return [js, rfc, rfc.replace(/%2F/g, '/'), lowerHex(rfc), ...withPlus, ...withPlus.map(lowerHex)];
}
/** As .NET's `Uri.EscapeDataString`, which a runner applies itself. */
function escapeDataString(text) {
    return escapeMore(encodeURIComponent(text), /[!'()*]/g);
}
function escapeMore(url, chars) {
    return url.replace(chars, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
function lowerHex(url) {
    return url.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}
/** The inner part of a JSON string. */
function jsonForms(text) {
    const js = JSON.stringify(text).slice(1, -1);
    const go = escapeUnits(js, /[<>&\u2028\u2029]/g);
    const python = escapeUnits(js, /[\x7f-\uffff]/g);
    return [
        js,
        escapeAsNewtonsoft(js),
        go,
        // Before Go 1.22.
        go.replace(/\\[\\bf]/g, (code) => ({ '\\b': '\\u0008', '\\f': '\\u000c' })[code] ?? code),
        // `ConvertTo-Json` of Windows PowerShell 5.1.
        escapeUnits(js, /[<>&'\x85\u2028\u2029]/g),
        // jq
        escapeUnits(js, /\x7f/g),
        python,
        js.replaceAll('/', '\\/'),
        // PHP
        escapeUnits(js, /[\x80-\uffff]/g).replaceAll('/', '\\/'),
    ];
}
// As .NET's common JSON library, which a runner uses itself.
function escapeAsNewtonsoft(js) {
    return escapeUnits(js, /[\x85\u2028\u2029]/g);
}
function escapeUnits(json, units) {
    return json.replace(units, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
// As `set -x` shows an argument. A runner would split a text of several lines.
function shellForms(text) {
    const lines = text.split(/[\r\n]/).filter((line) => line.includes("'"));
    return [...lines.map((line) => line.replaceAll("'", "'\\''")), ...ansiForm(text)];
}
const ANSI_ESCAPES = {
    '\\': '\\\\',
    "'": "\\'",
    '\x07': '\\a',
    '\b': '\\b',
    '\t': '\\t',
    '\n': '\\n',
    '\v': '\\v',
    '\f': '\\f',
    '\r': '\\r',
    '\x1b': '\\E',
};
// `$'...'`, which Bash takes if there is a control character.
function ansiForm(text) {
    if (!/[\0-\x1f\x7f]/.test(text))
        return [];
    const octal = (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`;
    return [text.replace(/[\0-\x1f\x7f\\']/g, (char) => ANSI_ESCAPES[char] ?? octal(char))];
}
/** Columns at which programs break base64: PEM and OpenSSL at 64, `base64` and MIME at 76. */
const COLUMNS = [64, 76];
/** Line breaks that programs such as `echo` add to a text before they encode it. */
const LINE_BREAKS = ['\n', '\r\n'];
/**
 * Base64 of the bytes:
 *
 * - the groups of three bytes that stay whole whatever stands around the bytes, for each of the three offsets
 * - all of it, and with a line break after it, also in lines of 64 and 76 characters
 * - but for these, in the alphabet of URLs too, with padding and without
 *
 * Base64 that spells a common word is no form, nor is a line of it that spells structure alone.
 * @param isIdle whether a line of the decoded text says nothing
 */
function base64Forms(bytes, isIdle) {
    const groups = [0, 1, 2].map((offset) => wholeGroups(bytes.subarray(offset)));
    const unpadded = [bytes, ...groups].flatMap((one) => encode(one, 'base64url', 'base64'));
    const broken = LINE_BREAKS.map((end) => Buffer.concat([bytes, Buffer.from(end)]));
    return [
        ...unpadded.map((form) => form.replace(/=+$/, '')),
        ...encode(bytes, 'base64').map((form) => form.replace(/\+/g, '-').replace(/\//g, '_')),
        ...[bytes, ...broken].flatMap((one) => encode(one, 'base64')),
        ...COLUMNS.flatMap((columns) => wrap(bytes, columns))
            .filter((line) => !(0,structure/* linesOf */.Dx)(line.toString()).every(isIdle))
            .map((line) => line.toString('base64')),
    ];
}
function encode(bytes, ...encodings) {
    const isWord = bytes.length <= MAX_WORD_BYTES && (0,structure/* isCommonplace */.Jx)((0,structure/* trim */.Bq)(bytes.toString()));
    return isWord ? [] : encodings.map((encoding) => bytes.toString(encoding));
}
/** No common word, with white space around it, has more that is worth a look. */
const MAX_WORD_BYTES = 64;
/** Base64 with padding of what is left of the bytes behind one or two others: a runner derives it of what it is given. */
function shiftedForms(bytes) {
    return [1, 2].map((offset) => bytes.subarray(offset).toString('base64'));
}
function wholeGroups(bytes) {
    return bytes.subarray(0, bytes.length - (bytes.length % 3));
}
// The lines of the bytes alone, and with a line break after them, which changes the last lines.
function wrap(bytes, columns) {
    const lineLength = (columns / 4) * 3;
    const last = bytes.subarray(bytes.length - (bytes.length % lineLength));
    const broken = LINE_BREAKS.map((end) => Buffer.concat([last, Buffer.from(end)]));
    return [bytes, ...broken].flatMap((one) => chunks(one, lineLength));
}
function chunks(bytes, length) {
    const count = Math.ceil(bytes.length / length);
    return Array.from({ length: count }, (_, index) => bytes.subarray(index * length, (index + 1) * length));
}
//# sourceMappingURL=mask-forms.js.map
;// CONCATENATED MODULE: ./build/programs/src/masks/masks.js
// Masks of a value, beyond those that the runner makes by itself.
//
// A runner that is handed a text hides the text, each of its lines trimmed, and of each of these the base64, JSON,
// URL, XML and shell-escaped forms (actions/runner, src/Runner.Common/HostContext.cs). It has no minimum length, so a
// line such as "{" would garble every later log line and must never reach it.



/** A shorter form occurs by chance, or is the end of a line of base64 that many texts share. */
const MIN_FORM_LENGTH = 12;
/** Masks for a secret's value. A runner drops a byte order mark from the beginning of what a step prints. */
function maskSecret(value) {
    const text = toWellFormed(value);
    const { texts, weakness } = maskText(withoutMark(text));
    const isMarked = text.startsWith(MARK) && texts.length > 0;
    return toMasking({
        texts: isMarked ? [...maskText(text).texts, ...texts] : texts,
        weakness: text === MARK ? NOTHING_HIDDEN : weakness,
    });
}
/** All of the masks, and the first weakness. */
function joinMaskings(...maskings) {
    return {
        masks: maskings.flatMap(({ masks }) => masks),
        weakness: maskings.find(({ weakness }) => weakness !== undefined)?.weakness,
    };
}
/** Each text once. */
function toMasking({ texts, weakness }) {
    return { masks: [...new Set(texts)].map((text) => new secret_text/* SecretText */.o(text)), weakness };
}
/** A byte order mark. */
const MARK = '\ufeff';
/** The text without the byte order mark at its start. */
function withoutMark(text) {
    return text.startsWith(MARK) ? text.slice(MARK.length) : text;
}
/** As it is written: half a surrogate pair becomes U+FFFD. */
function toWellFormed(text) {
    return Buffer.from(text).toString();
}
/** A value of one line is masked whole, however it looks; a blank one the runner would refuse with a warning. */
function maskText(text) {
    const lines = (0,structure/* linesOf */.Dx)(text);
    const [line, ...others] = lines;
    if (line === undefined)
        return { texts: [], weakness: text === '' ? undefined : NOTHING_HIDDEN };
    if (others.length > 0)
        return maskLines(text);
    return { texts: [text, ...formsOfGiven(text, lines)], weakness: weaknessOf(line) };
}
function weaknessOf(text) {
    if (text.length < structure/* MIN_LINE_LENGTH */.Tm)
        return { kind: 'short' };
    return (0,structure/* isCommonplace */.Jx)(text) ? { kind: 'commonplace' } : undefined;
}
const NOTHING_HIDDEN = { kind: 'none' };
/**
 * Each line of a longer value that may be masked, and the whole if a runner can be given it.
 * @param choose which of the lines may be masked
 */
function maskLines(text, choose = structure/* secretLines */._o) {
    const lines = (0,structure/* linesOf */.Dx)(text);
    // Lines that are too short for a mask are hidden in the forms of the whole.
    if (lines.every((line) => (0,structure/* isStructure */.ip)(line)))
        return { texts: [], weakness: NOTHING_HIDDEN };
    const chosen = choose(lines);
    const unmarked = (0,structure/* secretLines */._o)(chosen.filter((line) => line.startsWith(MARK)).map(withoutMark));
    if (chosen.length === lines.length)
        return { texts: [text, ...unmarked, ...formsOfGiven(text, lines)], weakness: undefined };
    const weakness = chosen.length === 0 ? NOTHING_HIDDEN : undefined;
    return { texts: [...chosen, ...unmarked, ...formsOfWhole(text)], weakness };
}
/** The forms of a text that the runner is not given, those that it would derive by itself among them. */
function formsOfWhole(text) {
    return [...allForms(text), ...shiftedForms(Buffer.from(text))].filter((form) => isWorthAMask(form, structure/* isPunctuation */.Bx));
}
/** All forms of bytes. */
function formsOfBytes(bytes) {
    return base64Forms(bytes, structure/* isStructure */.ip).filter((form) => isWorthAMask(form, structure/* isPunctuation */.Bx));
}
/** All forms of a text, however short, itself among them. */
function everyForm(text) {
    return [text, (0,structure/* trim */.Bq)(text), ...allForms(text), ...derivedByRunner(text)];
}
// The forms of a text that the runner is given, without those that it derives by itself. If the text begins with anything
// but ASCII, the runner gets its lines alone (export/step-log.ts).
function formsOfGiven(text, lines) {
    const given = [...(/^[\0-\x7f]/.test(text) ? [text] : []), ...(lines.length === 1 ? lines : [])];
    const derived = new Set(given.flatMap((one) => [one, ...derivedByRunner(one)]));
    const forms = [...allForms(text), ...shiftedForms(Buffer.from(text))];
    return forms.filter((form) => !derived.has(form) && isWorthAMask(form, structure/* isCommonplace */.Jx));
}
// A program may be given the text without the white space around it, as a shell does by `$(...)`.
function allForms(text) {
    const isIdle = (0,structure/* linesOf */.Dx)(text).length > 1 ? (line) => (0,structure/* isStructure */.ip)(line) : structure/* isCommonplace */.Jx;
    const forms = [...new Set([text, (0,structure/* trim */.Bq)(text)])].flatMap((one) => [
        ...textForms(one),
        ...base64Forms(Buffer.from(one), isIdle),
    ]);
    return [...new Set(forms)];
}
function derivedByRunner(text) {
    const bytes = Buffer.from(text);
    // A runner derives the form in JSON as well. It is handed over all the same: `act` derives nothing, and prints the output
    // `secrets`, which is JSON.
    return [bytes.toString('base64'), ...shiftedForms(bytes), escapeDataString(text)];
}
// The runner hides the trimmed form of what it is given as well.
function isWorthAMask(form, isIdle) {
    const bare = (0,structure/* trim */.Bq)(form);
    return bare.length >= MIN_FORM_LENGTH && !isIdle(bare);
}
//# sourceMappingURL=masks.js.map

/***/ }),

/***/ 4599:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ trim),
/* harmony export */   Bx: () => (/* binding */ isPunctuation),
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   Jx: () => (/* binding */ isCommonplace),
/* harmony export */   O6: () => (/* binding */ isBareLiteral),
/* harmony export */   Tm: () => (/* binding */ MIN_LINE_LENGTH),
/* harmony export */   _o: () => (/* binding */ secretLines),
/* harmony export */   io: () => (/* binding */ isArmor),
/* harmony export */   ip: () => (/* binding */ isStructure)
/* harmony export */ });
// Parts of a secret that are not secret: structure and common words. No mask for them may reach a runner, which would
// hide them everywhere.
/** A shorter text occurs by chance too often: inside longer values it is not masked. */
const MIN_LINE_LENGTH = 4;
/** Lines of a text as a runner makes them: split at CR and LF, trimmed, without the empty ones. */
function linesOf(text) {
    return text
        .split(/[\r\n]/)
        .map(trim)
        .filter((line) => line !== '');
}
/** The lines of a longer value that may be masked. */
function secretLines(lines) {
    return lines.filter((line, index) => line.length >= MIN_LINE_LENGTH && !isStructure(line, lines[index - 1]));
}
/**
 * Whether a line says nothing by itself: it is blank, punctuation, PEM armor, a tag or heading, a key without a value or
 * commonplace.
 * @param before the line before it
 */
function isStructure(line, before = '') {
    if (line.startsWith('\ufeff'))
        return isStructure(line.slice(1), before);
    if (isPunctuation(line) || isArmor(line) || isTag(line))
        return true;
    const bare = bareItem(line);
    return isCommonplace(bare) || isHeading(bare) || isEmptyKey(bare, before);
}
/** Whether a line begins or ends a block of PEM or the like. */
function isArmor(line) {
    return /^-{4,5} ?(?:BEGIN|END) [^-]+-{4,5}$/.test(line);
}
/** Whether a line has nothing but punctuation and white space. */
function isPunctuation(line) {
    return /^[\p{White_Space}!-/:-@[-\x60{-~]*$/u.test(line);
}
// `<users>`, `</users>`, `<users/>`, `<user></user>`, `<?xml version="1.0"?>`; what has attributes may hold a secret.
function isTag(line) {
    if (/^<(?:\?xml [^<>]*\?>|!\[CDATA\[)$/.test(line))
        return true;
    const [, open, , close = open] = /^<[/!]?([\p{L}_][\w.:-]*)\s*(\/?>|><\/([\w.:-]+)>)$/u.exec(line) ?? [];
    return open !== undefined && open === close && areWords(open);
}
// The rest of an item of a list, of YAML or JSON.
function bareItem(line) {
    const item = line.replace(/^(?:- )+/, '');
    return trim(/[,;]$/.test(item) ? item.slice(0, -1) : item);
}
// `[default]`, `[remote "origin"]`, `[[servers]]`; not `["hunter2"]`.
function isHeading(line) {
    const [, name] = /^\[{1,2}([\p{L}_][^[\]]*)\]{1,2}$/u.exec(line) ?? [];
    return name !== undefined && areWords(name);
}
/** Stand-ins for a value: nothing, an empty text or collection, the beginning of one, or YAML's sign for a block. */
const NO_VALUE = /^(?:[:=]\s*(?:\{\}?|\[\]?|""?|''|~|[|>][+-]?)?|\{\}?|[[(])$/;
// `users:`, `- name:`, `PASSWORD=`, `"auth": {`, `preferences: {}`, `key: |-`, `server {`.
function isEmptyKey(line, before) {
    const assignment = line.replace(/^(?:export |set |declare |local |\$env:|\$)/, '');
    const end = assignment.search(/[:={[(]|$/);
    const [key, rest] = [assignment.slice(0, end), assignment.slice(end)];
    return NO_VALUE.test(rest) && areWords(key) && !(rest === '=' && isBase64(line, before));
}
/** Longer words are no names that people give. */
const MAX_WORD_LENGTH = 40;
// Names: words with at most three digits at their end. `S3cr3t` is none.
function areWords(name) {
    const words = name.split(/[\s._/:"'-]+/);
    const isWord = (word) => word.length <= MAX_WORD_LENGTH && /^(?:\p{L}+\d{0,3}|\d{0,3})$/u.test(word);
    return words.some((word) => word !== '') && words.every(isWord);
}
// `KEY=` may be the end of base64: after a line of it, or where its letters are of both cases or digits.
function isBase64(line, before) {
    if (line.length % 4 !== 0 || !/^[A-Za-z0-9+/]+=$/.test(line))
        return false;
    return /^[A-Za-z0-9+/]{20,}$/.test(before) || !/^(?:[a-z]+|[A-Z]+)=$/.test(line);
}
/**
 * The text as a runner trims it, as .NET does: by Unicode's White_Space, which, unlike JavaScript's trim, leaves U+FEFF alone.
 * An expression that is bound to the end alone would take the square of the time that a long run of blanks takes to read.
 */
function trim(line) {
    let start = 0;
    let end = line.length;
    while (start < end && isBlank(line.charAt(start)))
        start += 1;
    while (end > start && isBlank(line.charAt(end - 1)))
        end -= 1;
    return line.slice(start, end);
}
function isBlank(char) {
    // Most characters need no expression.
    return (char <= ' ' || char > '~') && /\p{White_Space}/u.test(char);
}
/** Shorter numbers are ports, sizes and years. */
const MIN_SECRET_DIGITS = 6;
/** No number of fewer digits than six is spelled longer: a sign, five digits, a point, "e" and the exponent's sign. */
const MAX_SHORT_NUMBER_LENGTH = 9;
/** Words in lower case. */
const WORDS = new Set([
    // Booleans and what stands for no value.
    'true false yes no on off enabled disabled enable disable null nil none undefined nan empty default unset n/a',
    // Environments, stages and branches.
    'dev devel develop development test tests testing tst qa uat int integration stage staging stg sandbox demo preview',
    'preprod pre-prod preproduction pre-production prod prd production live canary local ci release nightly latest stable',
    'main master trunk head origin feature hotfix primary secondary blue green beta alpha',
    // Accounts, roles and names that stand for others.
    'admin administrator root user users guest owner reader contributor operator service system anonymous public private',
    'app api web backend frontend client server worker database db cache queue storage sa',
    'password passwd secret token key changeme example sample name value hello world foo bar baz',
    // Hosts and addresses.
    'localhost localhost.localdomain 127.0.0.1 0.0.0.0 ::1 example.com host.docker.internal',
    // Protocols, drivers and products.
    'http https tcp udp tls ssl ssh sftp ftp ftps smtp imap ldap ldaps amqp amqps grpc file odbc jdbc',
    'sql mysql mariadb postgres postgresql pgsql mssql sqlserver sqlite oracle mongo mongodb redis kafka rabbitmq cosmos',
    'azure aws gcp google github gitlab microsoft kubernetes docker podman helm terraform ansible nginx apache iis',
    'azurecloud azureusgovernment azurechinacloud usgovernment usgov china global',
    // Formats, languages and systems.
    'json yaml yml xml toml csv text html plain utf8 utf-8 ascii base64 hex bearer basic digest oauth oauth2 oidc saml',
    'node nodejs npm python java dotnet .net go rust ruby php bash sh pwsh powershell cmd',
    'linux windows macos darwin ubuntu debian alpine ubuntu-latest windows-latest macos-latest x64 x86 amd64 arm64',
    // Levels, states and sizes.
    'trace debug verbose info information notice warn warning error fatal critical silent quiet',
    'ok success succeeded failure failed active inactive pending running stopped ready done completed cancelled skipped',
    'free standard premium shared small medium large low high normal auto manual always never required optional',
    'get put post patch delete read write list require prefer allow deny',
].flatMap((words) => words.split(' ')));
/** Names of Azure regions, those of the sovereign clouds too (learn.microsoft.com/azure/reliability/regions-list). */
const REGIONS = new Set([
    'eastus eastus2 eastus3 southcentralus westus westus2 westus3 centralus northcentralus westcentralus',
    'canadacentral canadaeast brazilsouth brazilsoutheast mexicocentral chilecentral',
    'northeurope westeurope uksouth ukwest francecentral francesouth germanywestcentral germanynorth norwayeast norwaywest',
    'swedencentral swedensouth switzerlandnorth switzerlandwest polandcentral italynorth spaincentral austriaeast',
    'belgiumcentral denmarkeast finlandcentral greececentral eastasia southeastasia japaneast japanwest koreacentral',
    'koreasouth taiwannorth centralindia southindia westindia jioindiawest jioindiacentral indiasouthcentral',
    'australiaeast australiasoutheast australiacentral australiacentral2 newzealandnorth indonesiacentral malaysiawest',
    'southafricanorth southafricawest uaenorth uaecentral qatarcentral israelcentral saudiarabiaeast',
    'usgovvirginia usgovarizona usgovtexas usgoviowa usdodcentral usdodeast',
    'chinaeast chinaeast2 chinaeast3 chinanorth chinanorth2 chinanorth3',
].flatMap((words) => words.split(' ')));
const LONGEST_WORD = Math.max(...[...WORDS, ...REGIONS].map(({ length }) => length));
/** Whether the text is a common word, or spells a boolean, null or a number of fewer than six digits. Quotes around it do not count. */
function isCommonplace(text) {
    // Two quotes, and the blank in a name such as "West Europe".
    if (text.length > LONGEST_WORD + 6)
        return false;
    const bare = unquote(text);
    const word = bare.toLowerCase();
    return isShortNumber(bare) || isRepeatedSign(bare) || WORDS.has(word) || REGIONS.has(word.replace(/ /g, ''));
}
/** Whether the text spells a boolean, null or a number of fewer than six digits. */
function isBareLiteral(text) {
    return isShortNumber(text) || (text.length <= 5 && /^(?:true|false|null)$/i.test(text));
}
function isShortNumber(text) {
    if (text.length > MAX_SHORT_NUMBER_LENGTH || !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text))
        return false;
    return text.replace(/\D/g, '').length < MIN_SECRET_DIGITS;
}
// Such as a line of hyphens.
function isRepeatedSign(text) {
    return /^([!-/:-@[-\x60{-~])\1*$/.test(text);
}
// A runner hides what stands between the quotes of a quoted text as well.
function unquote(text) {
    const quote = text.charAt(0);
    return text.length > 2 && /["'\x60]/.test(quote) && text.endsWith(quote) ? text.slice(1, -1) : text;
}
//# sourceMappingURL=structure.js.map

/***/ }),

/***/ 3091:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R8: () => (/* binding */ chooseCloud),
/* harmony export */   cb: () => (/* binding */ cloudOfVaultSuffix),
/* harmony export */   nO: () => (/* binding */ findCloud)
/* harmony export */ });
/* harmony import */ var _input_scalars_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7938);
// The clouds: authority, vault suffix and scope belong together, so one table holds them.

// Sources: learn.microsoft.com/entra/identity-platform/authentication-national-cloud,
// learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates and
// learn.microsoft.com/graph/deployments
const CLOUDS = new Map([
    [
        'public',
        {
            authorityHost: 'https://login.microsoftonline.com',
            vaultSuffix: 'vault.azure.net',
            oidcAudience: 'api://AzureADTokenExchange',
            graphHost: 'https://graph.microsoft.com',
            portalHost: 'https://portal.azure.com',
        },
    ],
    [
        'us-government',
        {
            authorityHost: 'https://login.microsoftonline.us',
            vaultSuffix: 'vault.usgovcloudapi.net',
            oidcAudience: 'api://AzureADTokenExchangeUSGov',
            graphHost: 'https://graph.microsoft.us',
            portalHost: 'https://portal.azure.us',
        },
    ],
    [
        'china',
        {
            authorityHost: 'https://login.partner.microsoftonline.cn',
            vaultSuffix: 'vault.azure.cn',
            oidcAudience: 'api://AzureADTokenExchangeChina',
            graphHost: 'https://microsoftgraph.chinacloudapi.cn',
            portalHost: 'https://portal.azure.cn',
        },
    ],
]);
/**
 * The cloud that the inputs name. The scope is always that of the named cloud: a private authority or suffix changes
 * where requests go, not what for.
 * @throws ActionError if there is no such cloud
 */
function chooseCloud(inputs) {
    const cloud = findCloud(inputs);
    if (cloud !== undefined)
        return cloud;
    throw (0,_input_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidInput */ .aY)('cloud', 'the value is not the name of a cloud.', `Expected one of ${[...CLOUDS.keys()].join(', ')}.`);
}
/** The name of the cloud whose vaults have this suffix; undefined if none has. */
function cloudOfVaultSuffix(hostname) {
    return [...CLOUDS].find(([, { vaultSuffix }]) => hostname.endsWith(`.${vaultSuffix}`))?.[0];
}
/** As {@link chooseCloud}; undefined if there is no such cloud. */
function findCloud(inputs) {
    const row = CLOUDS.get(inputs.cloud ?? 'public');
    if (row === undefined)
        return undefined;
    return {
        authorityHost: inputs.authorityHost ?? row.authorityHost,
        vaultSuffix: inputs.vaultSuffix ?? row.vaultSuffix,
        vaultSuffixIsGiven: inputs.vaultSuffix !== undefined,
        vaultScope: `https://${row.vaultSuffix}/.default`,
        oidcAudience: inputs.oidcAudience ?? row.oidcAudience,
        graphHost: row.graphHost,
        graphScope: `${row.graphHost}/.default`,
        portalHost: row.portalHost,
    };
}
//# sourceMappingURL=cloud.js.map

/***/ }),

/***/ 174:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ chooseOutput),
/* harmony export */   gr: () => (/* binding */ outputNames),
/* harmony export */   kp: () => (/* binding */ withoutLeadingDigit),
/* harmony export */   yr: () => (/* binding */ checkOutput),
/* harmony export */   zr: () => (/* binding */ makeDestination)
/* harmony export */ });
/* unused harmony export RESERVED_OUTPUTS */
/* harmony import */ var _input_line_grammar_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4461);
/* harmony import */ var _input_line_mistakes_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6192);
// Destinations of values: the outputs that a line makes, and their names.


/** Makes a destination for an object of the collection that the modifiers are for. */
function makeDestination(place, address, modifiers) {
    switch (modifiers.kind) {
        case 'secrets':
            return { ...place, kind: 'secrets', item: { ...address, collection: 'secrets' }, modifiers };
        case 'certificates':
            return { ...place, kind: 'certificates', item: { ...address, collection: 'certificates' }, modifiers };
        case 'keys':
            return { ...place, kind: 'keys', item: { ...address, collection: 'keys' }, modifiers };
        default:
            throw modifiers;
    }
}
/** Outputs that are always there. */
const RESERVED_OUTPUTS = ['secrets', 'expiring'];
/** Names of the outputs of a destination; the leaves of JSON come to them once they are known. */
function outputNames({ output, modifiers }) {
    return suffixesOf(modifiers).map((suffix) => `${output}${suffix}`);
}
function suffixesOf(modifiers) {
    switch (modifiers.kind) {
        case 'secrets':
            if (modifiers.attributes)
                return ['-version', '-expires-on', '-enabled'];
            return ['', ...(modifiers.file ? ['-path'] : [])];
        case 'certificates':
            return [
                ...(modifiers.public ? [] : ['']),
                ...['-thumbprint', '-subject', '-expires-on', '-version', '-cer'],
                ...(modifiers.file === undefined ? [] : ['-path']),
                ...(modifiers.file === undefined || modifiers.pem ? [] : ['-password']),
                ...(modifiers.pem ? ['-private-key', '-chain'] : []),
            ];
        case 'keys':
            return ['', '-jwk', '-version'];
        default:
            throw modifiers;
    }
}
/**
 * The output's name: the one before `=`, or the object's own.
 * @throws ActionError if the runner or an expression could not use it
 */
function chooseOutput(line, { name }) {
    return checkOutput(line, line.output ?? withoutLeadingDigit(name));
}
/** Whether every run sets this output by itself. */
function isReserved(output) {
    return RESERVED_OUTPUTS.includes(output.toLowerCase());
}
const OUTPUT_FORM = 'Begin it with a letter or _, and go on with letters, digits, - and _.';
/** A vault's names may begin with what an output's may not. */
function withoutLeadingDigit(name) {
    return /^[0-9-]/.test(name) ? `_${name}` : name;
}
/**
 * Returns the name itself.
 * @param advice for a name that is taken
 * @throws ActionError if the runner or an expression could not use it
 */
function checkOutput(line, output, advice = 'Write OTHER_NAME = NAME.') {
    // The runner takes a name with "=" or a line break for several outputs, so this is a guard as well as a courtesy.
    if (!/^[a-z_][a-z0-9_-]*$/i.test(output)) {
        const mistake = (0,_input_line_mistakes_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongCharacter */ .hk)(output, {
            what: 'the name of the output',
            wrong: /[^A-Za-z0-9_-]/u,
            hint: OUTPUT_FORM,
        });
        const first = `the name of the output ${output === '' ? 'is empty' : 'begins with a digit or a hyphen'}.`;
        throw (0,_input_line_grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .lineError */ .VH)(line, mistake?.problem ?? first, OUTPUT_FORM);
    }
    if (isReserved(output)) {
        throw (0,_input_line_grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .lineError */ .VH)(line, `the output "${output.toLowerCase()}" is always set, so no line can set it.`, advice);
    }
    return output;
}
//# sourceMappingURL=destination.js.map

/***/ }),

/***/ 1598:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  fY: () => (/* binding */ describeIdentifier),
  Z6: () => (/* binding */ identifierKey),
  I: () => (/* binding */ kindOf),
  $t: () => (/* binding */ parseKeyvault),
  F2: () => (/* binding */ parseReference),
  Df: () => (/* binding */ vaultHost)
});

// UNUSED EXPORTS: isObjectName

// EXTERNAL MODULE: ./build/programs/src/input/cloud-inputs.js
var cloud_inputs = __nccwpck_require__(2766);
// EXTERNAL MODULE: ./build/programs/src/input/line-grammar.js
var line_grammar = __nccwpck_require__(4461);
// EXTERNAL MODULE: ./build/programs/src/input/scalars.js
var scalars = __nccwpck_require__(7938);
// EXTERNAL MODULE: ./build/programs/src/input/line-mistakes.js + 1 modules
var line_mistakes = __nccwpck_require__(6192);
// EXTERNAL MODULE: ./build/programs/src/plan/cloud.js
var plan_cloud = __nccwpck_require__(3091);
;// CONCATENATED MODULE: ./build/programs/src/plan/identifier-mistakes.js
// Mistakes in the name of a vault or of an object, in a version, or in an address: a private link name, another
// cloud's vault, a page of the portal. Nothing of a text is repeated but single characters, since it may be a misplaced secret.


const MAX_NAME_LENGTH = 127;
const VERSION = /^[0-9a-f]{32}$/i;
/** Says why this is not a name that an object may have; `segments` counts the parts that a "/" separates. */
function findNameMistake(name, segments) {
    if (name === '') {
        return { problem: segments > 1 ? 'no name stands before the "/".' : 'the name is missing.', hint: 'Write NAME.' };
    }
    if (name.startsWith('!')) {
        return { problem: 'a pattern cannot leave names out.', hint: 'Choose with | tag, or give each name its own line.' };
    }
    const mistake = (0,line_mistakes/* wrongCharacter */.hk)(name, { what: 'the name', wrong: /[^0-9A-Za-z*-]/u, hint: hintFor(name) });
    return (mistake ?? {
        problem: `the name has ${name.length} characters.`,
        hint: `Names in a vault have at most ${MAX_NAME_LENGTH}.`,
    });
}
function hintFor(name) {
    const allowed = 'Names in a vault have letters, digits and hyphens.';
    if (/[?^$]/.test(name))
        return `${allowed} "*" stands for any characters.`;
    if (/^[0-9A-Za-z*-]*[_.]/.test(name))
        return `${allowed} Write "-" in place of "_" and ".".`;
    return allowed;
}
/** Says what is wrong with what follows a name; undefined if nothing is. */
function findVersionMistake({ version, rest, isPattern, hasVault }) {
    if (isPattern) {
        return {
            problem: 'a version follows the pattern.',
            hint: 'Leave it out: a pattern takes the latest version of each match.',
        };
    }
    if (!VERSION.test(version))
        return { problem: versionProblem(version), hint: versionHint(version, hasVault) };
    if (rest.length > 0)
        return { problem: 'something follows the version.', hint: 'Write NAME or NAME/VERSION.' };
    return undefined;
}
function versionProblem(version) {
    if (version === '')
        return 'nothing follows the "/".';
    if (/^latest$/i.test(version))
        return '"latest" is not a version.';
    return 'what follows the "/" is not a version, which has 32 hex digits.';
}
function versionHint(version, hasVault) {
    if (version === '' || /^latest$/i.test(version))
        return 'Write NAME alone to get the latest version.';
    if (hasVault || /^(?=.*\d)[0-9a-f-]+$/i.test(version))
        return 'Copy the version from the identifier that the portal shows.';
    return 'Write NAME/VERSION. If the name of a vault stands before the "/", set keyvault instead, or write the full identifier.';
}
/** The zones of private endpoints, which only name servers use: https://learn.microsoft.com/azure/private-link/private-endpoint-dns */
const PRIVATE_LINK = /^([a-z0-9-]+)\.(?:privatelink\.)?(?:vaultcore\.(?:azure\.net|usgovcloudapi\.net|azure\.cn)|privatelink\.vault\.(?:azure\.net|usgovcloudapi\.net|azure\.cn))$/;
const MANAGED_HSM = /^[a-z0-9.-]+\.managedhsm\.(?:azure\.net|usgovcloudapi\.net|azure\.cn)$/;
const NOTHING_SENT = 'Nothing was sent there.';
/** Says what a host is that is not a vault of the cloud. */
function explainForeignHost(hostname, cloud) {
    const [, name] = PRIVATE_LINK.exec(hostname) ?? [];
    if (name !== undefined) {
        return {
            problem: `is the private link name ${hostname}, for which no vault has a certificate.`,
            hint: `${NOTHING_SENT} Write https://${name}.${cloud.vaultSuffix} instead: the public name leads to the private endpoint as well.`,
        };
    }
    if (MANAGED_HSM.test(hostname)) {
        return {
            problem: `is ${hostname}, a managed HSM, which this action does not support.`,
            hint: `${NOTHING_SENT} A managed HSM holds keys only, no secrets and no certificates: name a vault.`,
        };
    }
    if (hostname.endsWith(`.${cloud.vaultSuffix}`)) {
        return {
            problem: `is at ${hostname}, which cannot be the host of a vault.`,
            hint: `${NOTHING_SENT} A vault's name has 3 to 24 letters, digits and hyphens: compare it with the portal.`,
        };
    }
    const owner = (0,plan_cloud/* cloudOfVaultSuffix */.cb)(hostname);
    if (owner !== undefined && !cloud.vaultSuffixIsGiven) {
        return {
            problem: `is at ${hostname}, which is not a vault under ${cloud.vaultSuffix}, but one of another cloud.`,
            hint: `${NOTHING_SENT} Set cloud to ${owner}, if the identity that signs in belongs to that cloud as well.`,
        };
    }
    return {
        problem: `is at ${hostname}, which is not a vault under ${cloud.vaultSuffix}.`,
        hint: `${NOTHING_SENT} For another cloud set "cloud", for a private one "vault-suffix".`,
    };
}
const ARM_VAULT = /\/providers\/Microsoft\.KeyVault\/(vaults|managedHSMs)\/([a-z][a-z0-9-]{1,22}[a-z0-9])(?:[/?#]|$)/i;
/** Says what a text is that is neither a vault's name nor an https origin; undefined if that cannot be told. */
function explainForeignText(text, cloud) {
    const [, kind, name = ''] = ARM_VAULT.exec(decodePercent(text)) ?? [];
    if (kind !== undefined && /^vaults$/i.test(kind)) {
        const what = text.startsWith('/') ? 'resource ID of a vault' : 'address of a page about a vault';
        return { problem: `the value is the ${what}, not its name.`, hint: `Set it to ${name.toLowerCase()}.` };
    }
    if (kind !== undefined) {
        return {
            problem: 'the value is a managed HSM, which this action does not support.',
            hint: 'A managed HSM holds keys only, no secrets and no certificates: name a vault.',
        };
    }
    const [, host = '', path = ''] = /^(?:https?:\/\/)?([a-z0-9][a-z0-9.-]*\.[a-z]{2,})(?::\d+)?(\/.*)?$/i.exec(text) ?? [];
    const hostname = host.toLowerCase();
    if (!hostname.endsWith(`.${cloud.vaultSuffix}`)) {
        if (!isOfAzure(hostname))
            return undefined;
        const foreign = explainForeignHost(hostname, cloud);
        return { ...foreign, problem: `the value ${foreign.problem}` };
    }
    const what = path.length > 1 ? 'the value has more than the address of the vault' : 'the value is not an https address';
    return { problem: `${what}.`, hint: `Set it to https://${hostname}.` };
}
// Anything else may be a misplaced secret, which no message repeats.
function isOfAzure(hostname) {
    return PRIVATE_LINK.test(hostname) || MANAGED_HSM.test(hostname) || (0,plan_cloud/* cloudOfVaultSuffix */.cb)(hostname) !== undefined;
}
function decodePercent(text) {
    return text.replace(/%2f/gi, '/');
}
const ALLOWED = "A vault's name has 3 to 24 letters, digits and hyphens";
const COPY = `${ALLOWED}: copy it from the portal.`;
const MISTAKES = [
    [
        /\$\{\{|\}\}/,
        {
            problem: 'the value is an expression that was not evaluated.',
            hint: 'GitHub evaluates expressions only in the workflow file, and only once. Write the name itself.',
        },
    ],
    [/^[\x22\x27\x60]|[\x22\x27\x60]$/, { problem: 'the value is in quotes.', hint: 'Write it without quotes.' }],
    [
        /[,;\r\n]/,
        {
            problem: 'the value holds more than one vault.',
            hint: 'Name one. For objects of another vault, write full identifiers.',
        },
    ],
    [/\s/, { problem: 'the value has a space inside.', hint: COPY }],
    [
        /^http:/i,
        {
            problem: 'the value begins with http, and vaults are reached by https only.',
            hint: 'Write the name of the vault alone.',
        },
    ],
    [/^(?=[\w-]*_)[\w-]+$/, { problem: 'the value has an underscore ("_") in it.', hint: COPY }],
    [/^[a-z0-9-]{0,2}$/i, { problem: 'the value is too short for the name of a vault.', hint: COPY }],
    [/^[a-z0-9-]{25,64}$/i, { problem: 'the value is too long for the name of a vault.', hint: COPY }],
    [/^[0-9-][a-z0-9-]*$/i, { problem: 'the value does not begin with a letter, as vault names do.', hint: COPY }],
    [/^[a-z0-9-]*-$/i, { problem: 'the value ends with a hyphen, which vault names never do.', hint: COPY }],
    [
        /^[a-z0-9-]*--[a-z0-9-]*$/i,
        { problem: 'the value has two hyphens in a row.', hint: `${ALLOWED}, and no two hyphens in a row.` },
    ],
];
/** Returns what is wrong with a text that is neither a vault's name nor an address; undefined if that cannot be told. */
function findVaultNameMistake(text) {
    return MISTAKES.find(([pattern]) => pattern.test(text))?.[1];
}
//# sourceMappingURL=identifier-mistakes.js.map
;// CONCATENATED MODULE: ./build/programs/src/plan/identifier.js




const OBJECT_NAME = /^[0-9a-z-]{1,127}$/i;
const NAME_PATTERN = /^[0-9a-z*-]{1,127}$/i;
/** Whether this is a name that an object of a vault may have. */
function isObjectName(text) {
    return OBJECT_NAME.test(text);
}
function parseKeyvault(text, cloud) {
    const suffix = cloud?.vaultSuffix;
    if (isVaultName(text))
        return suffix && `https://${text.toLowerCase()}.${suffix}`;
    const origin = (0,cloud_inputs/* parseHttpsOrigin */.dt)(text);
    if (origin === undefined) {
        const { problem, hint } = (cloud && explainForeignText(text, cloud)) ??
            findVaultNameMistake(text) ?? {
            problem: 'the value is neither the name of a vault nor its https address.',
            hint: `Expected a name such as contoso-automation, or https://contoso-automation.${suffix ?? 'vault.azure.net'}.`,
        };
        throw (0,scalars/* invalidInput */.aY)('keyvault', problem, hint);
    }
    if (cloud === undefined)
        return undefined;
    const foreign = explainVaultHost(origin, cloud);
    if (foreign !== undefined)
        throw (0,scalars/* invalidInput */.aY)('keyvault', `the value ${foreign.problem}`, foreign.hint);
    return origin;
}
/** Returns why this https origin may not be sent a token; undefined if it may. */
function explainVaultHost(origin, cloud) {
    const { hostname, port } = new URL(origin);
    if (port !== '' && !cloud.vaultSuffixIsGiven) {
        return {
            problem: 'has a port, which vaults of this cloud do not have.',
            hint: 'Nothing was sent there. Leave the port out; for a private vault set "vault-suffix".',
        };
    }
    if (cloud.vaultSuffixIsGiven && hostname === cloud.vaultSuffix)
        return undefined;
    const isSubdomain = hostname.endsWith(`.${cloud.vaultSuffix}`);
    const name = hostname.slice(0, -cloud.vaultSuffix.length - 1);
    if (isSubdomain && (cloud.vaultSuffixIsGiven || isVaultName(name)))
        return undefined;
    return explainForeignHost(hostname, cloud);
}
function parseReference(line, cloud) {
    if (/^https:/i.test(line.reference))
        return parseFullIdentifier(line, cloud);
    return parsePath(line, { vaultUrl: undefined, segments: line.reference.split('/') });
}
function parseFullIdentifier(line, cloud) {
    const [, originText = line.reference, path = ''] = /^(https:\/\/[^/]*)\/(.*)$/i.exec(line.reference) ?? [];
    const vaultUrl = (0,cloud_inputs/* parseHttpsOrigin */.dt)(originText);
    const expected = `Write https://VAULT.${cloud?.vaultSuffix ?? 'vault.azure.net'}/${line.input}/NAME.`;
    if (vaultUrl === undefined)
        throw (0,line_grammar/* lineError */.VH)(line, 'the identifier has no address of a vault.', expected);
    const foreign = cloud && explainVaultHost(vaultUrl, cloud);
    if (foreign !== undefined)
        throw (0,line_grammar/* lineError */.VH)(line, `the identifier ${foreign.problem}`, foreign.hint);
    const [collection = '', ...segments] = path.replace(/\/$/, '').split('/');
    if (collection === '')
        throw (0,line_grammar/* lineError */.VH)(line, 'the identifier names a vault, and nothing in it.', expected);
    if (collection.toLowerCase() !== line.input)
        throw wrongCollection(line, collection.toLowerCase(), expected);
    const reference = parsePath(line, { vaultUrl, segments });
    return cloud && reference;
}
function wrongCollection(line, collection, expected) {
    switch (collection) {
        case 'secrets':
        case 'certificates':
        case 'keys':
            return (0,line_grammar/* lineError */.VH)(line, `the identifier is one of the vault's ${collection}.`, `Move the line to the input ${collection}.`);
        default:
            return (0,line_grammar/* lineError */.VH)(line, `the identifier has no /${line.input}/ after the vault.`, expected);
    }
}
function parsePath(line, { vaultUrl, segments }) {
    const [name = '', version, ...rest] = segments;
    const isPattern = name.includes('*') && NAME_PATTERN.test(name);
    const refuse = ({ problem, hint }) => (0,line_grammar/* lineError */.VH)(line, problem, hint);
    if (!isPattern && !OBJECT_NAME.test(name))
        throw refuse(findNameMistake(name, segments.length));
    if (version !== undefined) {
        const mistake = findVersionMistake({ version, rest, isPattern, hasVault: vaultUrl !== undefined });
        if (mistake !== undefined)
            throw refuse(mistake);
    }
    return { vaultUrl, collection: line.input, name, version: version?.toLowerCase(), isPattern };
}
/** Equal for two identifiers of the same object: the vault compares names without regard to case. */
function identifierKey({ vaultUrl, collection, name, version }) {
    return `${vaultUrl}/${collection}/${name.toLowerCase()}/${version ?? ''}`;
}
/** The vault's host, with its port if it is not the usual one. */
function vaultHost(vaultUrl) {
    return new URL(vaultUrl).host;
}
/** For people: an object's name, with its version if one was asked for, or which list. */
function describeIdentifier(address) {
    if (address.name === undefined)
        return `list of ${address.collection}`;
    const { name, version } = address;
    const object = `${kindOf(address.collection)} ${name}`;
    return version === undefined ? object : `${object}/${version}`;
}
/** For people: what one object of a collection is called. */
function kindOf(collection) {
    return { secrets: 'secret', certificates: 'certificate', keys: 'key' }[collection];
}
// learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#vault-name-and-object-name
const VAULT_NAME = /^[a-z](?!.*--)[a-z0-9-]{1,22}[a-z0-9]$/i;
/** Whether a vault may have this name. */
function isVaultName(text) {
    return VAULT_NAME.test(text);
}
//# sourceMappingURL=identifier.js.map

/***/ }),

/***/ 3460:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Te: () => (/* binding */ variableNameOf),
/* harmony export */   fT: () => (/* binding */ adviseOwnLine),
/* harmony export */   wO: () => (/* binding */ makeTakenNames)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5261);
/* harmony import */ var _input_line_grammar_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4461);
// Names of the outputs and variables that each line sets: no two lines may set the same.


/** Expressions compare names without regard to case; of variables, `a-b` and `a_b` are one as well. */
function makeTakenNames({ exportEnv, refuses }) {
    if (exportEnv && refuses === undefined)
        throw new Error('no rule for variables');
    const takenBy = new Map();
    return {
        take: (taker) => {
            const names = taker.outputs.flatMap((output) => namesOf(output, exportEnv));
            if (names.some(({ key }) => takenBy.get(key)?.essence === taker.essence))
                return false;
            const refused = names.flatMap(({ variable }) => variable !== undefined && refuses?.(variable) ? [variable] : []);
            const problems = [
                ...findClash(names, taker, takenBy),
                ...(refused.length === 0 ? [] : [refusedVariables(refused, taker)]),
            ];
            if (problems.length > 1)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionErrors */ .o9(problems);
            for (const problem of problems)
                throw problem;
            for (const { key } of names)
                takenBy.set(key, taker);
            return true;
        },
    };
}
// The first is enough: an output that clashes clashes as a variable too.
function findClash(names, taker, takenBy) {
    const own = new Set();
    for (const name of names) {
        const other = takenBy.get(name.key);
        if (other !== undefined)
            return [outputClash(name, other, taker)];
        if (own.has(name.key))
            return [ownClash(name, taker)];
        own.add(name.key);
    }
    return [];
}
function namesOf(output, exportEnv) {
    const asOutput = {
        what: `the output "${output}"`,
        key: `output ${output.toLowerCase()}`,
        sameness: 'case does not matter',
    };
    if (!exportEnv)
        return [asOutput];
    const variable = variableNameOf(output);
    const what = `the variable ${variable}`;
    const sameness = 'case does not matter there, and - becomes _';
    return [asOutput, { what, key: what, sameness, variable }];
}
function refusedVariables(variables, { line, match }) {
    const [first, ...others] = [...new Set(variables)];
    const what = others.length === 0
        ? `the variable ${first}, which changes`
        : `the variables ${[first, ...others].join(', ')}, which change`;
    const advice = match === undefined ? 'Write OTHER_NAME = NAME, or leave export-env out.' : adviseOwnLine(match);
    return (0,_input_line_grammar_js__WEBPACK_IMPORTED_MODULE_1__/* .lineError */ .VH)(line, `the line would set ${what} how later steps run.`, advice);
}
function outputClash({ what, sameness }, first, second) {
    const match = second.match ?? first.match;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'OUTPUT_CLASH',
        title: 'Two outputs with one name',
        subject: (0,_input_line_grammar_js__WEBPACK_IMPORTED_MODULE_1__/* .describeLine */ .ES)(second.line),
        problem: `the line would set ${what}${describeMatch(second)}, which ${(0,_input_line_grammar_js__WEBPACK_IMPORTED_MODULE_1__/* .describeLine */ .ES)(first.line)} sets already${describeMatch(first)} (${sameness}).`,
        hint: match === undefined ? (second.clashHint ?? 'Write OTHER_NAME = NAME in one of them.') : adviseOwnLine(match),
    });
}
function describeMatch({ match }) {
    return match === undefined ? '' : ` for its match ${match}`;
}
/** For what a pattern chose: a line that names an object goes before a pattern that matches it. */
function adviseOwnLine(name) {
    return `Give it a line of its own, which takes precedence over the pattern: OTHER_NAME = ${name}.`;
}
// Only the leaves of a JSON text can be so, since they are named by whoever wrote it.
function ownClash({ what, sameness }, { line }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'OUTPUT_CLASH',
        title: 'Two outputs with one name',
        subject: (0,_input_line_grammar_js__WEBPACK_IMPORTED_MODULE_1__/* .describeLine */ .ES)(line),
        problem: `the line would set ${what} twice (${sameness}).`,
        hint: 'Pick the leaves that you need, each in a line of its own: OUTPUT = NAME | json PATH.',
    });
}
/** The variable of an output: upper case, with `_` for each hyphen. */
function variableNameOf(output) {
    return output.toUpperCase().replaceAll('-', '_');
}
//# sourceMappingURL=output-names.js.map

/***/ }),

/***/ 2876:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MT: () => (/* binding */ matchesPattern),
/* harmony export */   NS: () => (/* binding */ placeMatch),
/* harmony export */   Qm: () => (/* binding */ checkRenaming),
/* harmony export */   Qs: () => (/* binding */ describePattern),
/* harmony export */   Um: () => (/* binding */ checkFixedBeginning)
/* harmony export */ });
/* harmony import */ var _input_line_grammar_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4461);
/* harmony import */ var _destination_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(174);
/* harmony import */ var _output_names_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3460);
// References with stars: which names they match, and what the matches are called.



/** For people, e.g. `secrets line 2 (team-*)`. */
function describePattern({ line, pattern }) {
    return `${(0,_input_line_grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .describeLine */ .ES)(line)} (${pattern})`;
}
/**
 * Checks what stands before `=` on a line with a pattern.
 * @throws ActionError if it has not one star as the pattern has
 */
function checkRenaming(line, pattern) {
    if (line.output === undefined)
        return;
    if (starsOf(line.output) === 1 && starsOf(pattern) === 1) {
        // The rest must do for an output, whatever the star stands for.
        (0,_destination_js__WEBPACK_IMPORTED_MODULE_1__/* .checkOutput */ .yr)(line, line.output.replace('*', 'x'));
        return;
    }
    throw (0,_input_line_grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .lineError */ .VH)(line, 'one name cannot be the output of several objects.', 'Write one star on each side, PREFIX_* = prefix-*, or leave "OUTPUT =" out.');
}
/** Shorter beginnings leave it to whoever names the objects which variables the outputs become. */
const FIXED_LENGTH = 3;
/**
 * Checks that outputs which become variables begin with characters of the workflow's own.
 * @throws ActionError if they begin with fewer than three
 */
function checkFixedBeginning(line, pattern) {
    const [beginning = ''] = (line.output ?? pattern).split('*');
    if (beginning.length >= FIXED_LENGTH)
        return;
    throw (0,_input_line_grammar_js__WEBPACK_IMPORTED_MODULE_0__/* .lineError */ .VH)(line, 'with export-env, the outputs of a pattern must begin with at least three fixed characters, so that nobody who creates objects in the vault can choose the variables.', 'Begin the new name or the pattern with them, such as KV_* = * or app-*, or leave export-env out.');
}
/** Whether the name matches. Case does not matter, as in the vault. */
function matchesPattern(pattern, name) {
    const parts = pattern.toLowerCase().split('*');
    const [first = ''] = parts;
    const [last = ''] = parts.slice(-1);
    const text = name.toLowerCase();
    if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
        return false;
    let offset = first.length;
    const end = text.length - last.length;
    // Each part as early as can be: if that leaves no room for the others, no later place does.
    return parts.slice(1, -1).every((part) => {
        const found = text.indexOf(part, offset);
        offset = found + part.length;
        return found !== -1 && offset <= end;
    });
}
/**
 * Returns the destination of a match.
 * @throws ActionError if a workflow could not use the name that comes of it
 */
function placeMatch({ line, modifiers, pattern, vaultUrl }, name) {
    const address = { vaultUrl, name, version: undefined };
    const [before = '', after = ''] = pattern.split('*');
    const star = name.slice(before.length, name.length - after.length);
    const output = line.output === undefined ? (0,_destination_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutLeadingDigit */ .kp)(name) : (0,_destination_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutLeadingDigit */ .kp)(line.output.replace('*', () => star));
    (0,_destination_js__WEBPACK_IMPORTED_MODULE_1__/* .checkOutput */ .yr)(line, output, (0,_output_names_js__WEBPACK_IMPORTED_MODULE_2__/* .adviseOwnLine */ .fT)(name));
    // The tags have been judged: what they chose is the same object as if it had been named.
    return (0,_destination_js__WEBPACK_IMPORTED_MODULE_1__/* .makeDestination */ .zr)({ line, output, isMatch: true }, address, { ...modifiers, tags: [] });
}
function starsOf(text) {
    return text.split('*').length - 1;
}
//# sourceMappingURL=pattern.js.map

/***/ }),

/***/ 6690:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ makePlan),
  s: () => (/* binding */ takeOutputs)
});

// EXTERNAL MODULE: ./build/programs/src/errors.js + 1 modules
var errors = __nccwpck_require__(5261);
// EXTERNAL MODULE: ./build/programs/src/input/line-grammar.js
var line_grammar = __nccwpck_require__(4461);
// EXTERNAL MODULE: ./build/programs/src/input/line-mistakes.js + 1 modules
var line_mistakes = __nccwpck_require__(6192);
;// CONCATENATED MODULE: ./build/programs/src/input/modifier-mistakes.js
// Mistakes in a modifier that cannot be used. Nothing of its text is repeated: a value may have been pasted there.

/** For a comment that follows a modifier. */
const MODIFIER_COMMENT = {
    problem: 'a comment follows the line.',
    hint: 'Move it to a line of its own: "#" begins a comment only at the start of a line.',
};
/** Returns what is wrong with a modifier whose name is unknown. */
function unknownModifier(unknown) {
    const { input, name, index, count } = unknown;
    const hint = `Expected ${[...line_grammar/* MODIFIERS */.RG[input].keys()].join(', ')}.`;
    if (name === '')
        return { problem: 'nothing follows a "|".', hint };
    const which = count === 1 ? 'the modifier' : `modifier ${index + 1}`;
    return (misplaced(unknown) ??
        misspelt(unknown, which) ??
        meantOtherwise(unknown, which) ?? { problem: `${which} does not exist.`, hint });
}
// A modifier's own name, in another case, of another kind of line, or with something attached to it.
function misplaced({ input, name }) {
    if (/^(?:#|\/\/)/.test(name))
        return MODIFIER_COMMENT;
    const lower = name.toLowerCase();
    if (line_grammar/* MODIFIERS */.RG[input].has(lower))
        return { problem: 'modifiers are written in lower case.', hint: `Write | ${lower}.` };
    const owners = Object.entries(line_grammar/* MODIFIERS */.RG).filter(([, modifiers]) => modifiers.has(lower));
    if (owners.length > 0) {
        return {
            problem: `${lower} is a modifier for ${owners.map(([owner]) => owner).join(' and ')}.`,
            hint: `${input} take ${[...line_grammar/* MODIFIERS */.RG[input].keys()].join(', ')}.`,
        };
    }
    const [, known = '', attached = ''] = /^([a-z]+(?:64)?)([^a-z0-9])/.exec(lower) ?? [];
    const rule = line_grammar/* MODIFIERS */.RG[input].get(known);
    if (rule === undefined)
        return undefined;
    return {
        problem: `the modifier ${known} has ${describeChar(attached)} right after it.`,
        hint: `Write ${formOf(known)}.`,
    };
}
function describeChar(char) {
    return /^[!-~]$/.test(char) ? `"${char}"` : 'another character';
}
/** Names that other tools have for it, and what to write here. */
const MEANT = {
    secrets: [
        [['b64', 'decode', 'base64decode', 'frombase64'], 'Write | base64.'],
        [['jq', 'key', 'path', 'jsonpath', 'fromjson', 'field', 'property', 'select', 'get'], 'Write | json PATH.'],
        [['save', 'write', 'output-file', 'to-file', 'tofile'], 'Write | file.'],
        [['plain', 'nomask', 'no-mask', 'mask', 'public', 'plaintext', 'visible', 'unmask'], 'Write | unmasked.'],
        [['metadata', 'meta', 'info', 'expires', 'expiry', 'version'], 'Write | attributes.'],
    ],
    certificates: [
        [['pfx', 'p12', 'pkcs12'], 'Leave it out: the output is a PFX already. | file writes one with a password.'],
        [['cer', 'crt', 'cert'], 'Leave it out: NAME-cer is always there. | public reads nothing else.'],
        [['private-key', 'privatekey', 'key', 'chain'], 'Write | pem.'],
        [['install', 'my', 'keystore'], 'Write | store.'],
        [['save', 'write'], 'Write | file.'],
        [['3des'], 'Write | file 3des.'],
    ],
    keys: [],
};
/** Words for which the action has an input, for all lines at once. */
const INPUTS = [
    [['env', 'export', 'export-env'], 'export-env'],
    [['optional', 'ignore-missing', 'default'], 'ignore-missing'],
];
function meaningOf(meanings, name) {
    return meanings.find(([names]) => names.includes(name))?.[1];
}
function meantOtherwise({ input, name, argument }, which) {
    const lower = name.toLowerCase();
    const meant = meaningOf(MEANT[input], lower);
    if (meant !== undefined)
        return { problem: `${which} does not exist.`, hint: meant };
    const ofAll = meaningOf(INPUTS, lower);
    if (ofAll !== undefined)
        return { problem: `${which} does not exist.`, hint: `Set the input ${ofAll} instead.` };
    if (/^[A-Z_][A-Z0-9_]*$/.test(name) && argument === '') {
        return {
            problem: `${which} looks like the name of an output, which stands first.`,
            hint: 'Write OUTPUT = NAME.',
        };
    }
    return undefined;
}
function misspelt({ input, name }, which) {
    const near = [...line_grammar/* MODIFIERS */.RG[input].keys()].find((known) => isNear(name.toLowerCase(), known));
    if (near === undefined)
        return undefined;
    return { problem: `${which} does not exist.`, hint: `Did you mean | ${near}?` };
}
/** Whether a text is a name with one letter more, less or other, or with two neighbors that have changed places. */
function isNear(text, known) {
    if (Math.abs(text.length - known.length) > 1)
        return false;
    return Array.from({ length: known.length + 1 }, (_, at) => at).some((at) => without(text, at) === known ||
        text === without(known, at) ||
        (text.length === known.length && without(text, at) === without(known, at)) ||
        `${text.slice(0, at)}${text.charAt(at + 1)}${text.charAt(at)}${text.slice(at + 2)}` === known);
}
function without(text, at) {
    return `${text.slice(0, at)}${text.slice(at + 1)}`;
}
/** Returns what is wrong with what follows a modifier; undefined if nothing is. */
function argumentMistake(name, argument, rule) {
    if (rule === 'text' || argument === '')
        return undefined;
    if (/^(?:#|\/\/)/.test(argument))
        return MODIFIER_COMMENT;
    if (rule !== 'none') {
        if (rule.includes(argument))
            return undefined;
        return {
            problem: `${name} takes ${rule.join(', ')} or nothing.`,
            hint: `Write | ${name}, or | ${name} ${rule.join(', ')}.`,
        };
    }
    if (name === 'file') {
        return {
            problem: 'file takes no name or path.',
            hint: 'Write | file: the output NAME-path says where the file is.',
        };
    }
    return { problem: `the modifier ${name} takes no argument.`, hint: `Write | ${name}.` };
}
/** Returns what is wrong with the path of `json`; undefined if nothing is. */
function pathMistake(path) {
    return PATH_MISTAKES.find(([pattern]) => pattern.test(path))?.[1];
}
const PATH_FORM = 'Write | json first.second, with a "." between keys and positions, e.g. users.0.name.';
const PATH_MISTAKES = [
    [/\s#|^#/, MODIFIER_COMMENT],
    [/^[\x22\x27\x60]|[\x22\x27\x60]$/, { problem: 'the path after json is in quotes.', hint: PATH_FORM }],
    [
        /\[(?:\d*|\*|[\x22\x27][^\x22\x27\]]*[\x22\x27])\]/,
        { problem: 'the path after json has brackets.', hint: PATH_FORM },
    ],
    [/^\$(?:\.|$)/, { problem: 'the path after json begins with "$".', hint: PATH_FORM }],
    [/^\./, { problem: 'the path after json begins with a ".".', hint: PATH_FORM }],
    [/\.\.|\.$/, { problem: 'the path after json has an empty part.', hint: PATH_FORM }],
];
// Returns how a modifier is written.
function formOf(name) {
    return { json: '| json PATH', tag: '| tag KEY=VALUE' }[name] ?? `| ${name}`;
}
//# sourceMappingURL=modifier-mistakes.js.map
;// CONCATENATED MODULE: ./build/programs/src/input/modifiers.js
// The modifiers of a line: what is to become of the object that it names.



/** Modifiers that only `tag` goes with, and why. */
const ALONE = {
    attributes: 'which reads no value',
    public: 'which reads no private key',
};
/**
 * Returns the modifiers of a line.
 * @throws ActionErrors with every modifier that cannot be used, or ActionError if they do not go together; each names the line
 */
function parseModifiers(line) {
    const parsed = (0,errors/* checkEach */.Qi)([...line.modifiers.entries()], ([index, text]) => parseModifier(line, text, index));
    const tags = parsed.flatMap(({ tag }) => tag ?? []);
    const others = parsed.filter(({ tag }) => tag === undefined);
    const given = new Map(others.map(({ name, argument }) => [name, argument]));
    const repeated = others.find(({ name }, index) => others.findIndex((one) => one.name === name) < index);
    if (repeated !== undefined)
        throw (0,line_grammar/* lineError */.VH)(line, `the modifier ${repeated.name} appears twice.`, 'Write it once.');
    checkCombinations(line, given);
    return toModifiers(line.input, tags, given);
}
function parseModifier(line, text, index) {
    const end = text.search(/\s|$/);
    const name = text.slice(0, end);
    const argument = text.slice(end).trim();
    const rule = line_grammar/* MODIFIERS */.RG[line.input].get(name);
    const mistake = rule === undefined
        ? unknownModifier({ input: line.input, name, argument, index, count: line.modifiers.length })
        : (argumentMistake(name, argument, rule) ?? (name === 'json' ? pathMistake(argument) : undefined));
    if (mistake !== undefined)
        throw (0,line_grammar/* lineError */.VH)(line, mistake.problem, mistake.hint);
    return { name, argument, tag: name === 'tag' ? parseTag(line, argument) : undefined };
}
// The first "=" separates: a tag's value may hold more.
function parseTag(line, argument) {
    const equals = argument.indexOf('=');
    const key = argument.slice(0, Math.max(0, equals)).trim();
    if (key === '')
        throw (0,line_grammar/* lineError */.VH)(line, 'the modifier tag needs a key and a value.', 'Write | tag KEY=VALUE.');
    return { key, value: argument.slice(equals + 1).trim() };
}
function checkCombinations(line, given) {
    for (const [name, reason] of Object.entries(ALONE)) {
        const other = [...given.keys()].find((one) => one !== name);
        if (!given.has(name) || other === undefined)
            continue;
        throw (0,line_grammar/* lineError */.VH)(line, `${other} does not go with ${name}, ${reason}.`, `Write two lines: only tag goes with ${name}.`);
    }
    checkDecoding(line, given);
    if (given.has('pem') && given.get('file') === '3des') {
        throw (0,line_grammar/* lineError */.VH)(line, 'file 3des does not go with pem, because a PEM file is not encrypted.', 'Write | pem | file, or | file 3des.');
    }
}
// `json` alone gives many values; a file holds one, and base64 decodes one.
function checkDecoding(line, given) {
    if (given.get('json') !== '')
        return;
    if (given.has('file')) {
        throw (0,line_grammar/* lineError */.VH)(line, 'file does not go with json without a path, which gives several values.', 'Write | json PATH | file for a file of one leaf, or two lines.');
    }
    if (base64Of(given) === 'leaf') {
        throw (0,line_grammar/* lineError */.VH)(line, 'base64 cannot follow json without a path, which gives several values.', 'Write | base64 | json to decode the whole value first, or | json PATH | base64 to decode one leaf.');
    }
}
function base64Of(given) {
    if (!given.has('base64'))
        return undefined;
    const names = [...given.keys()];
    return given.has('json') && names.indexOf('json') < names.indexOf('base64') ? 'leaf' : 'value';
}
function toModifiers(input, tags, given) {
    switch (input) {
        case 'secrets': {
            const path = given.get('json');
            return {
                kind: input,
                tags,
                attributes: given.has('attributes'),
                base64: base64Of(given),
                json: path === undefined ? undefined : { path: path === '' ? undefined : path },
                file: given.has('file'),
                unmasked: given.has('unmasked'),
            };
        }
        case 'certificates': {
            const file = given.get('file');
            return {
                kind: input,
                tags,
                public: given.has('public'),
                file: file === undefined ? undefined : file === '3des' ? '3des' : 'default',
                pem: given.has('pem'),
                store: given.has('store'),
            };
        }
        case 'keys':
            return { kind: input, tags };
        default:
            throw input;
    }
}
//# sourceMappingURL=modifiers.js.map
// EXTERNAL MODULE: ./build/programs/src/input/scalars.js
var scalars = __nccwpck_require__(7938);
// EXTERNAL MODULE: ./build/programs/src/plan/cloud.js
var cloud = __nccwpck_require__(3091);
// EXTERNAL MODULE: ./build/programs/src/plan/destination.js
var plan_destination = __nccwpck_require__(174);
// EXTERNAL MODULE: ./build/programs/src/plan/identifier.js + 1 modules
var identifier = __nccwpck_require__(1598);
// EXTERNAL MODULE: ./build/programs/src/plan/output-names.js
var output_names = __nccwpck_require__(3460);
// EXTERNAL MODULE: ./build/programs/src/plan/pattern.js
var pattern = __nccwpck_require__(2876);
;// CONCATENATED MODULE: ./build/programs/src/plan/plan.js
// Everything that is decided before the first request.










/**
 * Returns the plan of a run.
 * @throws ActionErrors with every bad input, every bad line and every contradiction between lines
 */
function makePlan(inputs) {
    const known = inputs.cloud && (0,cloud/* findCloud */.nO)(inputs.cloud);
    const takenNames = (0,output_names/* makeTakenNames */.wO)(inputs);
    const vault = (0,errors/* attempt */.CD)(() => readVault(inputs, known));
    const withoutVault = [];
    // Lines are checked even if there is no such cloud or vault, so that one run reports everything; no plan is made then.
    const vaultUrl = inputs.keyvault === undefined ? undefined : orUnknown(vault);
    const { findStore, exportEnv } = inputs;
    const placing = { cloud: known, vaultUrl, takenNames, findStore, exportEnv, withoutVault };
    const places = (0,errors/* attempt */.CD)(() => placeLines(inputs.lines, placing));
    const checked = (0,errors/* checkAll */.K7)({
        inputs: () => throwAny(inputs.mistakes),
        // Without the inputs of the cloud, what is wrong with them is among the mistakes.
        cloud: () => (0,cloud/* chooseCloud */.R8)(inputs.cloud ?? NO_CLOUD_INPUTS),
        vault: () => vault() ?? checkVaults(withoutVault, inputs.keyvaultAdvice),
        places,
    });
    return {
        cloud: checked.cloud,
        first: addressOf(checked.places),
        destinations: checked.places.filter((place) => place.kind !== 'pattern'),
        patterns: checked.places.filter((place) => place.kind === 'pattern'),
        takenNames,
        exportEnv: inputs.exportEnv,
    };
}
const NO_CLOUD_INPUTS = { cloud: undefined, authorityHost: undefined, vaultSuffix: undefined, oidcAudience: undefined };
function throwAny(mistakes) {
    if (mistakes.length > 0)
        throw new errors/* ActionErrors */.o9(mistakes);
}
function readVault({ keyvault }, cloud) {
    return keyvault === undefined ? undefined : (0,identifier/* parseKeyvault */.$t)(keyvault, cloud);
}
/** Stands in for a vault that is not known, in lines that are checked all the same. */
const UNKNOWN_VAULT = 'unknown';
// A vault that is wrong or of an unknown cloud is one error, and not one for each line that needs it.
function orUnknown(vault) {
    try {
        return vault() ?? UNKNOWN_VAULT;
    }
    catch {
        return UNKNOWN_VAULT;
    }
}
function checkVaults(lines, advice) {
    const [first, ...others] = lines;
    if (first === undefined)
        return;
    const more = others.length === 0 ? '' : ` and ${others.length} more ${others.length === 1 ? 'line' : 'lines'}`;
    throw (0,scalars/* invalidInput */.aY)('keyvault', `no vault is set for ${(0,line_grammar/* describeLine */.ES)(first)}${more}.`, advice ??
        'Set keyvault, or write full identifiers. A variable or secret that is not set arrives here as empty text.');
}
function placeLines(lines, placing) {
    return (0,errors/* checkEach */.Qi)(lines, (raw) => {
        const place = placeLine((0,line_grammar/* parseLine */.A)(raw), placing);
        if (place === undefined)
            return [];
        return place.kind === 'pattern' || takeOutputs(place, placing.takenNames) ? [place] : [];
    }).flat();
}
function placeLine(line, placing) {
    const { modifiers, parsed } = (0,errors/* checkAll */.K7)({
        modifiers: () => readModifiers(line, placing.findStore),
        parsed: () => readHead(line, placing.cloud),
    });
    if (parsed === undefined)
        return undefined;
    const { isPattern, ...reference } = parsed;
    const vaultUrl = reference.vaultUrl ?? placing.vaultUrl ?? UNKNOWN_VAULT;
    if (reference.vaultUrl === undefined && placing.vaultUrl === undefined)
        placing.withoutVault.push(line);
    if (!isPattern)
        return (0,plan_destination/* makeDestination */.zr)({ line, output: (0,plan_destination/* chooseOutput */.$R)(line, reference) }, { ...reference, vaultUrl }, modifiers);
    (0,pattern/* checkRenaming */.Qm)(line, reference.name);
    if (placing.exportEnv)
        (0,pattern/* checkFixedBeginning */.Um)(line, reference.name);
    return { kind: 'pattern', line, vaultUrl, collection: reference.collection, pattern: reference.name, modifiers };
}
function readModifiers(line, findStore) {
    const modifiers = parseModifiers(line);
    if (modifiers.kind === 'certificates' && modifiers.store) {
        const site = findStore?.();
        if (site?.kind === 'none')
            throw (0,line_grammar/* lineError */.VH)(line, site.problem, site.hint);
    }
    return modifiers;
}
// A spelling that is known from elsewhere says more than the character that gives it away.
function readHead(line, cloud) {
    try {
        if (line.output !== undefined)
            (0,plan_destination/* checkOutput */.yr)(line, line.output.replace('*', 'x'));
        return (0,identifier/* parseReference */.F2)(line, cloud);
    }
    catch (error) {
        (0,line_mistakes/* checkHead */.Xj)(line);
        throw error;
    }
}
// There is one: the inputs name something, and nothing stands before the first line that it could repeat.
function addressOf(places) {
    const [first] = places;
    const isListed = first.kind === 'pattern' || (first.kind === 'secrets' && first.modifiers.attributes);
    if (!isListed)
        return first.item;
    const { vaultUrl, collection } = first.kind === 'pattern' ? first : first.item;
    return { vaultUrl, collection };
}
/**
 * TakenNames the outputs of a destination. False if an earlier line has it already.
 * @throws ActionError if another line sets one of them
 */
function takeOutputs(destination, takenNames) {
    const { line, output, item, modifiers } = destination;
    const essence = JSON.stringify([output, (0,identifier/* identifierKey */.Z6)(item), modifiers]);
    return takenNames.take({
        line,
        essence,
        outputs: (0,plan_destination/* outputNames */.gr)(destination),
        match: destination.isMatch && item.name,
    });
}
//# sourceMappingURL=plan.js.map

/***/ }),

/***/ 3795:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   In: () => (/* binding */ findStoreSite),
/* harmony export */   RN: () => (/* binding */ storeFolders)
/* harmony export */ });
/* unused harmony export isStoreFolder */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
// Place of a user's certificate store, CurrentUser\My as .NET calls it.

// dotnet/runtime, OpenSslDirectoryBasedStoreProvider.cs and PersistedFiles.Unix.cs
const FOLDERS = ['.dotnet', 'corefx', 'cryptography', 'x509stores', 'my'];
/** The store of the user that the step runs as. */
function findStoreSite(platform, variable) {
    switch (platform) {
        case 'linux': {
            const home = variable('HOME') ?? '';
            if (node_path__WEBPACK_IMPORTED_MODULE_0__.posix.isAbsolute(home))
                return { kind: 'files', folder: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(home, ...FOLDERS) };
            return {
                kind: 'none',
                problem: 'the line has store, and HOME, below which .NET keeps the store, is not set to a folder.',
                hint: 'Set HOME to the home folder of the user that later steps run as.',
            };
        }
        case 'win32': {
            const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.win32.join(variable('SystemRoot') ?? 'C:\\Windows', 'System32', 'WindowsPowerShell', 'v1.0');
            return {
                kind: 'windows',
                powershell: node_path__WEBPACK_IMPORTED_MODULE_0__.win32.join(folder, 'powershell.exe'),
                modules: node_path__WEBPACK_IMPORTED_MODULE_0__.win32.join(folder, 'Modules'),
            };
        }
        default:
            return {
                kind: 'none',
                problem: 'the line has store, which works on Linux and Windows, not on macOS.',
                hint: 'Write | file, and open NAME-path with NAME-password.',
            };
    }
}
/** The folders of a store of files that have to be made for it, from its own upwards. */
function storeFolders(folder) {
    const home = folder.split('/').slice(0, -FOLDERS.length).join('/');
    return FOLDERS.map((_, index) => [home, ...FOLDERS.slice(0, FOLDERS.length - index)].join('/'));
}
/** Whether it is the path of a store of files. Others must not be touched. */
function isStoreFolder(path) {
    return posix.isAbsolute(path) && path.endsWith(`/${FOLDERS.join('/')}`) && posix.normalize(path) === path;
}
//# sourceMappingURL=store-site.js.map

/***/ }),

/***/ 6580:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ FILE_TOO_LARGE)
/* harmony export */ });
/** Code of the error for a file that is over the limit; Node's own for it. */
const FILE_TOO_LARGE = 'ERR_FS_FILE_TOO_LARGE';
//# sourceMappingURL=ports.js.map

/***/ }),

/***/ 9392:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Zk: () => (/* binding */ errorsOfLine),
/* harmony export */   ao: () => (/* binding */ valueError),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   bV: () => (/* binding */ fileNameOf),
/* harmony export */   jb: () => (/* binding */ outputNamesOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5261);
/* harmony import */ var _input_line_grammar_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4461);
/* harmony import */ var _plan_identifier_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1598);
// Results that rendering gives to exporting.



/** The value as it will be written. */
function textOf(value) {
    return typeof value === 'string' ? value : value.reveal();
}
/** Names of the outputs, the paths of files among them. */
function outputNamesOf({ outputs, files }) {
    return [...outputs.map(({ name }) => name), ...files.map(({ output }) => output)];
}
/** On Windows these are devices, whatever stands after the first dot (learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const DEVICE = /^_*(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;
/**
 * The file of an output, e.g. `NAME.pfx`. What is a device on Windows gets a leading `_`, and so does what would then be
 * the same.
 * @param extension with its dot; empty for none
 */
function fileNameOf(output, extension = '') {
    return `${DEVICE.test(output) ? '_' : ''}${output}${extension}`;
}
/** The error for a value; whose it is said later. Neither sentence may hold a part of the value. */
function valueError(problem, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({ code: 'VAULT_VALUE_UNUSABLE', title: 'Unusable value', problem, hint });
}
/** The expected failures that `error` stands for; those of nothing by name are said of the line and its object. */
function errorsOfLine({ line, item }, error) {
    const subject = `${(0,_input_line_grammar_js__WEBPACK_IMPORTED_MODULE_1__/* .describeLine */ .ES)(line)} (${(0,_plan_identifier_js__WEBPACK_IMPORTED_MODULE_2__/* .describeIdentifier */ .fY)(item)})`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionErrors */ .o9((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .expectedErrors */ .OP)(error).map((one) => (one.subject === undefined ? one.about(subject) : one)));
}
//# sourceMappingURL=rendered.js.map

/***/ }),

/***/ 7720:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ SecretText),
/* harmony export */   y: () => (/* binding */ SecretBytes)
/* harmony export */ });
// A string that must not be seen: it prints, serializes and inspects as a placeholder, and gives its text on request only.
const PLACEHOLDER = '[secret]';
/** Text that no log, error or JSON may show. Only the files that a house test lists may call {@link SecretText.reveal}. */
class SecretText {
    #text;
    constructor(text) {
        this.#text = text;
    }
    /** The text itself, for the one place that has to send, mask or write it. */
    reveal() {
        return this.#text;
    }
    toString() {
        return PLACEHOLDER;
    }
    toJSON() {
        return PLACEHOLDER;
    }
    /** Returns what `util.inspect`, and so `console.log`, shows. */
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return PLACEHOLDER;
    }
}
/** Bytes that no log, error or JSON may show; as {@link SecretText}. */
class SecretBytes {
    #bytes;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    /** The bytes themselves, for the one place that has to write them. */
    reveal() {
        return this.#bytes;
    }
    toString() {
        return PLACEHOLDER;
    }
    toJSON() {
        return PLACEHOLDER;
    }
    /** Returns what `util.inspect`, and so `console.log`, shows. */
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return PLACEHOLDER;
    }
}
//# sourceMappingURL=secret-text.js.map

/***/ }),

/***/ 3475:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BF: () => (/* binding */ judgeExpiry),
/* harmony export */   c_: () => (/* binding */ lifeOf),
/* harmony export */   nV: () => (/* binding */ parseInstant),
/* harmony export */   r4: () => (/* binding */ formatInstant)
/* harmony export */ });
/* unused harmony exports DAY_SECONDS, DAY_MS, daysBetween */
// Instants in seconds since 1970: how they are read and written, and how near an end is.
const DAY_SECONDS = 24 * 60 * 60;
const DAY_MS = DAY_SECONDS * 1000;
/** Judges a life; `warningDays` is how soon an end counts as near. */
function judgeExpiry({ notBefore, expires }, nowMs, warningDays) {
    const nowSeconds = nowMs / 1000;
    if (expires !== undefined) {
        const left = expires - nowSeconds;
        if (left <= 0)
            return { kind: 'expired' };
        if (left <= warningDays * DAY_SECONDS)
            return { kind: 'expiring', days: Math.floor(left / DAY_SECONDS) };
    }
    return notBefore !== undefined && notBefore > nowSeconds ? { kind: 'not-yet-valid' } : { kind: 'lasting' };
}
/** `YYYY-MM-DDTHH:MM:SSZ` for an instant in seconds since 1970; empty if there is none. */
function formatInstant(seconds) {
    return seconds === undefined ? '' : new Date(seconds * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
/**
 * Returns seconds since 1970, rounded down, for a date as HTTP, ISO 8601 or Node's certificates write it; undefined for
 * anything else.
 */
function parseInstant(text) {
    const ms = Date.parse(text);
    return Number.isNaN(ms) ? undefined : Math.floor(ms / 1000);
}
/** Returns how many days there are from one day to another, each as `YYYY-MM-DD`. */
function daysBetween(from, until) {
    return (Date.parse(until) - Date.parse(from)) / DAY_MS;
}
/** Returns the life of a certificate; an end of it that cannot be read is no limit. */
function lifeOf({ validFrom, validTo }) {
    return { notBefore: parseInstant(validFrom), expires: parseInstant(validTo) };
}
//# sourceMappingURL=time.js.map

/***/ }),

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";
var __webpack_unused_export__;


var net = __nccwpck_require__(9278);
var tls = __nccwpck_require__(4756);
var http = __nccwpck_require__(8611);
var https = __nccwpck_require__(5692);
var events = __nccwpck_require__(4434);
var assert = __nccwpck_require__(2613);
var util = __nccwpck_require__(9023);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
__webpack_unused_export__ = debug; // for test


/***/ }),

/***/ 2613:
/***/ ((module) => {

"use strict";
module.exports = require("assert");

/***/ }),

/***/ 4434:
/***/ ((module) => {

"use strict";
module.exports = require("events");

/***/ }),

/***/ 8611:
/***/ ((module) => {

"use strict";
module.exports = require("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

"use strict";
module.exports = require("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

"use strict";
module.exports = require("net");

/***/ }),

/***/ 4573:
/***/ ((module) => {

"use strict";
module.exports = require("node:buffer");

/***/ }),

/***/ 7598:
/***/ ((module) => {

"use strict";
module.exports = require("node:crypto");

/***/ }),

/***/ 6760:
/***/ ((module) => {

"use strict";
module.exports = require("node:path");

/***/ }),

/***/ 4756:
/***/ ((module) => {

"use strict";
module.exports = require("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

"use strict";
module.exports = require("util");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};
// This entry need to be wrapped in an IIFE because it need to be in strict mode.
(() => {
"use strict";

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = require("node:net");
// EXTERNAL MODULE: ./build/programs/src/errors.js + 1 modules
var src_errors = __nccwpck_require__(5261);
// EXTERNAL MODULE: ./build/programs/src/secret-text.js
var secret_text = __nccwpck_require__(7720);
;// CONCATENATED MODULE: ./build/programs/src/http/proxy-variables.js
// The proxy variables as people write them, put into the form that the toolkit reads: it goes around a proxy whose address
// it cannot read, and knows no star in NO_PROXY.



/** The spellings of each name, in the order in which the toolkit looks at them. */
const PROXY_NAMES = ['https_proxy', 'HTTPS_PROXY'];
const EXCEPTION_NAMES = ['no_proxy', 'NO_PROXY'];
/** All that have a say. */
const PROXY_VARIABLES = [...PROXY_NAMES, ...EXCEPTION_NAMES];
/** Reads the proxy variables of an environment. `HTTP_PROXY` has no say, as all requests that leave the machine use https. */
function readProxyVariables(variables) {
    const exceptions = readFirst(variables, EXCEPTION_NAMES);
    const withoutProxy = { ...setAll(EXCEPTION_NAMES, normalizeExceptions(exceptions?.text ?? '')) };
    const proxy = readFirst(variables, PROXY_NAMES);
    if (proxy === undefined) {
        return { changes: { ...withoutProxy, ...setAll(PROXY_NAMES, '') }, secrets: [], error: undefined };
    }
    const parsed = parseProxy(proxy.text);
    if (parsed === undefined)
        return { changes: withoutProxy, secrets: [], error: proxyError(proxy) };
    const changes = { ...withoutProxy, ...setAll(PROXY_NAMES, parsed.url.href) };
    return { changes, secrets: findPasswords(parsed, proxy.text), error: undefined };
}
function readFirst(variables, names) {
    return names.map((name) => ({ name, text: (variables[name] ?? '').trim() })).find(({ text }) => text !== '');
}
function setAll(names, text) {
    return Object.fromEntries(names.map((name) => [name, text]));
}
/** RFC 3986 section 3.1; without `://` the text is an address alone. */
const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
// Undefined if the text is no address of an http or https proxy.
function parseProxy(text) {
    const address = SCHEME.test(text) ? text : `http://${text}`;
    if (!URL.canParse(address))
        return undefined;
    const url = new URL(address);
    const { protocol, hostname, pathname, search, hash } = url;
    const isHost = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/.test(hostname);
    // A password with a character that should have been percent-encoded ends the host before the "@" that was meant.
    const isWhole = !`${pathname}${search}${hash}`.includes('@');
    const isHttp = protocol === 'http:' || protocol === 'https:';
    const username = decode(url.username);
    const password = decode(url.password);
    if (!isHttp || !isHost || !isWhole || username === undefined || password === undefined)
        return undefined;
    return { url, username, password };
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}
function findPasswords({ url, username, password }, text) {
    if (password === '')
        return [];
    const written = text.replace(/@[^@]*$/, '').replace(/^(?:https?:\/*)?[^:]*:/i, '');
    // The last is what the Proxy-Authorization header holds, in base64.
    const forms = [password, url.password, written, `${username}:${password}`];
    return [...new Set(forms)].map((form) => new secret_text/* SecretText */.o(form));
}
// The text may hold a password: only the scheme of it is shown.
function proxyError({ name, text }) {
    const [, scheme = 'http'] = SCHEME.exec(text) ?? [];
    if (!/^https?$/i.test(scheme)) {
        return new src_errors/* ActionError */.lZ({
            code: 'PROXY_NOT_SUPPORTED',
            title: 'Proxy not supported',
            subject: name,
            problem: `a proxy with the scheme ${scheme.slice(0, 20)} is not supported, and requests do not go around it.`,
            hint: 'Set it to an http or https proxy, such as http://proxy.contoso.com:8080.',
        });
    }
    return new src_errors/* ActionError */.lZ({
        code: 'PROXY_NOT_READABLE',
        title: 'Proxy address not readable',
        subject: name,
        problem: 'the value is not a readable proxy address, and requests do not go around it.',
        hint: 'Write it as http://user:password@proxy.contoso.com:8080, with special characters in user and password percent-encoded (%25 for %, %40 for @).',
    });
}
function normalizeExceptions(text) {
    return text
        .split(/[\s,;]+/)
        .map(normalizeException)
        .filter((exception) => exception !== '')
        .join(',');
}
// A name stands for all names below it, so that the star before it says nothing more.
function normalizeException(exception) {
    // isIPv6 compiles a long expression when it is first called, which most runs can do without.
    if (exception === '' || exception === '*')
        return exception;
    if ((0,external_node_net_namespaceObject.isIPv6)(exception))
        return `[${exception}]`;
    return exception.replace(/^\*/, '').replace(/\.(:\d+)?$/, '$1');
}
//# sourceMappingURL=proxy-variables.js.map
;// CONCATENATED MODULE: ./build/programs/src/entry/network-settings.js
// Network settings of the environment, put right before anything reads it: programs import this file first.




const STDERR = 2;
/**
 * The warning about a file of NODE_EXTRA_CA_CERTS that Node skips; undefined if there is none. It is looked at here, before
 * Node does: Node loads the file together with its TLS, and complains on stderr alone, of which a user of a step sees neither
 * the place nor the consequence.
 */
const extraCaWarning = lookAtExtraCa(process.env['NODE_EXTRA_CA_CERTS']);
function lookAtExtraCa(path) {
    if (path === undefined || path === '')
        return undefined;
    const problem = findProblem(path);
    if (problem === undefined)
        return undefined;
    silenceStderr();
    return {
        title: 'A private CA is not trusted',
        text: `NODE_EXTRA_CA_CERTS: ${path} ${problem}, so Node ignores it. Set the variable to the path of a PEM file with the CA's certificates on this runner.`,
    };
}
function findProblem(path) {
    try {
        if (!(0,external_node_fs_namespaceObject.statSync)(path).isFile())
            return 'is not a file';
        const blocks = (0,external_node_fs_namespaceObject.readFileSync)(path, 'latin1').split(/(?=-----BEGIN )/);
        const certificates = blocks.filter((block) => /^-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/.test(block));
        for (const certificate of certificates)
            new external_node_crypto_.X509Certificate(certificate);
        return certificates.length === 0 ? 'holds no certificate in PEM' : undefined;
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT')
            return 'does not exist';
        return /^E[A-Z]+$/.test(String(code)) ? `cannot be read (${code})` : 'holds a certificate that is damaged';
    }
}
// Node writes there by other means than its own streams. Nothing else of the step does, so nothing is lost.
function silenceStderr() {
    try {
        (0,external_node_fs_namespaceObject.closeSync)(STDERR);
        (0,external_node_fs_namespaceObject.openSync)(external_node_os_namespaceObject.devNull, 'w');
    }
    catch {
        // It is closed already.
    }
}
const NOT_OBEYED = {
    title: 'TLS certificates are verified',
    text: 'NODE_TLS_REJECT_UNAUTHORIZED is set, but this action ignores it and always verifies certificates. Remove the variable. If the runner must trust a private CA, set NODE_EXTRA_CA_CERTS to a file with its certificate in the env of the step.',
};
const NO_PROXY = { changes: {}, secrets: [], error: undefined };
/** Changes the environment of this process, whose proxies the toolkit reads by itself. */
function settleNetwork() {
    const isVerificationQuestioned = Boolean(process.env['NODE_TLS_REJECT_UNAUTHORIZED']);
    // Node looks at it for each connection.
    delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    const isProxySet = PROXY_VARIABLES.some((name) => process.env[name]);
    const { changes, secrets, error } = isProxySet ? readProxyVariables(process.env) : NO_PROXY;
    for (const [name, text] of Object.entries(changes)) {
        if (text === '')
            delete process.env[name];
        else
            process.env[name] = text;
    }
    const warnings = [...(isVerificationQuestioned ? [NOT_OBEYED] : []), ...(extraCaWarning ? [extraCaWarning] : [])];
    return { secrets, error, warnings };
}
//# sourceMappingURL=network-settings.js.map
;// CONCATENATED MODULE: ./build/programs/src/export/private-folder.js
/** Name of the state that keeps the folder's name for the post step. */
const FOLDER_STATE = 'folder';
const PREFIX = 'key-vault-';
/** So many that nobody can lay something there beforehand. */
const RANDOM_BYTES = 16;
/** Gives files a fresh folder, which is yet to be made. */
function makePrivateFiles(files, randomBytes) {
    return { folder: freshFolder(randomBytes), files };
}
/** A name for a folder that nobody can foresee. */
function freshFolder(randomBytes) {
    return `${PREFIX}${randomBytes(RANDOM_BYTES).toString('hex')}`;
}
/** Could {@link makePrivateFiles} have given this name? Others must not be removed. */
function isFolderName(name) {
    return new RegExp(`^${PREFIX}[0-9a-f]{${2 * RANDOM_BYTES}}$`).test(name);
}
/** The path of each file, as an output. */
function pathOutputs(privateFiles, { pathOf }) {
    return privateFiles.files.map(({ output, name }) => ({ name: output, value: pathOf(privateFiles.folder, name) }));
}
//# sourceMappingURL=private-folder.js.map
;// CONCATENATED MODULE: ./build/programs/src/export/export-all.js
// All or nothing: first every mask, then files, outputs and variables; if one cannot be written, none is left.


/**
 * Masks everything, then writes every file, certificate, output and variable. What the post step has to remove is saved for it before
 * it is there, so that a step that is killed leaves nothing either.
 * @throws ActionError if one could not be written; what was written before it has been taken back
 */
async function exportAll(results, ports) {
    const { masks, privateFiles, kept, outputs, variables } = results;
    const { log, files, privateFolders } = ports;
    await maskAll(masks, log);
    const store = (await results.prepareStore?.()) ?? NO_STORE;
    await runTransaction([
        ...valuesPart('GITHUB_STATE', [...folderState(privateFiles), ...store.state], files),
        ...folderPart(privateFiles, privateFolders),
        ...keptPart(kept, privateFolders),
        ...store.parts,
        ...valuesPart('GITHUB_OUTPUT', outputs, files),
        ...valuesPart('GITHUB_ENV', variables, files),
    ]);
}
const NO_STORE = { state: [], parts: [] };
const SETTERS = { GITHUB_STATE: 'saveState', GITHUB_OUTPUT: 'setOutput', GITHUB_ENV: 'exportVariable' };
function valuesPart(file, values, files) {
    if (values.length === 0)
        return [];
    return [
        {
            target: file,
            begin: () => {
                const cutBack = files.mark(file);
                return (isRestUndone) => {
                    // The post step must know of what is left, because it removes it.
                    if (file !== 'GITHUB_STATE' || isRestUndone)
                        cutBack();
                };
            },
            write: () => {
                for (const { name, value } of values)
                    files[SETTERS[file]](name, reveal(value));
            },
        },
    ];
}
function maskAll(masks, log) {
    return log.mask([...new Map(masks.map((mask) => [mask.reveal(), mask])).values()]);
}
function reveal(value) {
    return typeof value === 'string' ? value : value.reveal();
}
/**
 * Writes the parts in their order.
 * @throws ActionError if one could not be written, its own if it has one; those before it have been taken back
 */
async function runTransaction(parts) {
    const undos = [];
    for (const part of parts) {
        try {
            undos.unshift(part.begin());
            await part.write();
        }
        catch (error) {
            const isUndone = await undoAll(undos);
            throw isUndone && isExpected(error) ? error : notWritten(part.target, error, isUndone);
        }
    }
}
function isExpected(error) {
    return error instanceof src_errors/* ActionError */.lZ || error instanceof src_errors/* ActionErrors */.o9;
}
async function undoAll(undos) {
    let isUndone = true;
    for (const undo of undos) {
        try {
            await undo(isUndone);
        }
        catch {
            isUndone = false;
        }
    }
    return isUndone;
}
function notWritten(target, cause, isUndone) {
    return new src_errors/* ActionError */.lZ({
        code: 'OUTPUT_NOT_WRITTEN',
        title: 'Results could not be written',
        subject: target,
        problem: isUndone
            ? 'writing to it failed, so nothing is exported.'
            : 'writing to it failed, and so did undoing what was written before: some of it may be left.',
        hint: "Check the free space and the permissions of the runner's work folder.",
        cause,
    });
}
/** The folder with its files. */
function folderPart(privateFiles, folders) {
    if (privateFiles === undefined)
        return [];
    const { folder, files } = privateFiles;
    const fill = () => {
        for (const { name, bytes } of files)
            folders.write(folder, name, bytes);
    };
    return [freshFolderPart(folder, fill, folders)];
}
function keptPart(kept, folders) {
    if (kept === undefined)
        return [];
    const { folder, name, parts } = kept;
    return [freshFolderPart(folder, () => folders.write(folder, name, parts), folders)];
}
function freshFolderPart(folder, fill, folders) {
    // If it cannot be made, something of its name may be there, and that is somebody else's.
    let isMade = false;
    return {
        target: 'RUNNER_TEMP',
        begin: () => () => {
            if (isMade)
                folders.remove(folder);
        },
        write: () => {
            folders.make(folder);
            isMade = true;
            fill();
        },
    };
}
/** Returns what the post step has to know of the folder. */
function folderState(privateFiles) {
    return privateFiles === undefined ? [] : [{ name: FOLDER_STATE, value: privateFiles.folder }];
}
//# sourceMappingURL=export-all.js.map
// EXTERNAL MODULE: ./build/programs/src/plan/identifier.js + 1 modules
var identifier = __nccwpck_require__(1598);
// EXTERNAL MODULE: ./build/programs/src/plan/pattern.js
var pattern = __nccwpck_require__(2876);
// EXTERNAL MODULE: ./build/programs/src/render/rendered.js
var render_rendered = __nccwpck_require__(9392);
// EXTERNAL MODULE: ./build/programs/src/time.js
var time = __nccwpck_require__(3475);
;// CONCATENATED MODULE: ./build/programs/src/export/step-log.js
// Output of a step: annotations, failures as annotations, lines that a runner takes for no command, and masks.





/** A runner shows this many annotations of a level for a step, and drops the rest without a word. */
const MAX_ANNOTATIONS = 10;
/** Annotates; if there are more than a runner shows, the last one counts the rest and the log has them all. */
function annotateAll(log, level, annotations) {
    const shown = annotations.length > MAX_ANNOTATIONS ? annotations.slice(0, MAX_ANNOTATIONS - 1) : annotations;
    const rest = annotations.slice(shown.length);
    for (const annotation of shown)
        log.annotate(level, annotation);
    if (rest.length === 0)
        return;
    for (const { title, text } of rest)
        log.info(`${title}: ${text}`);
    log.annotate(level, { title: `${rest.length} more`, text: `${rest.length} more are in the log of this step.` });
}
/** A runner cuts an annotation at 4,096 characters; what happened and what to do come after the subjects. */
const MAX_SUBJECTS_LENGTH = 3_000;
/** One annotation per cause: errors that differ only in what they are about share one that lists them. */
function describeErrors(errors) {
    const groups = new Map();
    for (const error of errors) {
        // A line's mistake is said of that line; objects or tokens that a service refuses for one reason are one matter.
        const subject = (0,src_errors/* isOfService */.nU)(error) ? '' : error.subject;
        const key = JSON.stringify([error.code, error.title, error.problem, error.hint, subject]);
        groups.set(key, [...(groups.get(key) ?? []), error]);
    }
    return [...groups.values()].map(describeGroup);
}
function describeGroup(errors) {
    const [first] = errors;
    if (errors.length === 1)
        return { title: first.title, text: first.message };
    const hint = first.hint === undefined ? '' : ` ${first.hint}`;
    return { title: first.title, text: `${listSubjects(errors)}: ${first.problem}${hint}` };
}
// Each once, as many as fit; the log of the step has them all.
function listSubjects(errors) {
    const described = errors.map(({ subject, requestId }) => requestId === undefined ? `${subject}` : `${subject} (${requestId})`);
    const subjects = [...new Set(described)];
    let text = '';
    for (const [index, subject] of subjects.entries()) {
        const next = index === 0 ? subject : `${text}, ${subject}`;
        if (next.length > MAX_SUBJECTS_LENGTH)
            return `${text} and ${subjects.length - index} more`;
        text = next;
    }
    return text;
}
/**
 * The text as one line that stays one and means nothing: a runner obeys `::name::` at the start of a line and, in an
 * older form, `##[name]` anywhere in it (actions/runner, src/Runner.Common/ActionCommand.cs). Control characters, and
 * those that hide in a text or turn its direction, become question marks.
 */
function toLogLine(text) {
    // As almost every line is: the expressions below take a while to get ready.
    if (/^(?!\s*::)[\x20-\x7e\u2192]*$/.test(text) && !text.includes('##['))
        return text;
    return text
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?')
        .replaceAll('##[', '## [')
        .replace(/^(\p{White_Space}*:):/u, '$1 :');
}
/**
 * Returns the text as a mask that a runner takes for one. It looks for the second `::` of a command as people see text,
 * so a combining mark after the colons is one character with them and there is no command: the line would be printed as
 * it is (ActionCommand.TryParseV2, String.IndexOf). A line break in between parts them, and a runner drops it again.
 */
function toMaskText(text) {
    return /^[\x00-\x7f]/.test(text) ? text : `\n${text}`;
}
/** The error for masks that standard output did not take. */
function masksNotTaken() {
    return new src_errors/* ActionError */.lZ({
        code: 'MASKS_NOT_TAKEN',
        title: 'The log is not read',
        subject: 'standard output',
        problem: 'the runner did not read the masks that hide the secrets, so nothing was exported.',
        hint: 'Run the job again.',
    });
}
/** Whether nobody read the masks: what was waiting for them must not be tried again. */
function areMasksNotTaken({ code }) {
    return code === 'MASKS_NOT_TAKEN';
}
/** Names what could not be fetched. */
function logFailed(log, failed) {
    const subjects = new Set(failed.map(({ subject, vaultUrl }) => `${subject} in ${(0,identifier/* vaultHost */.Df)(vaultUrl)}`));
    log.info(`Nothing is exported, because ${subjects.size} could not be fetched:`);
    for (const subject of subjects)
        log.info(`  ${subject}`);
}
// Secrets that back certificates are not the user's choice, and there may be many: they are counted.
/** Says what each pattern matched. */
function logPatterns(log, patterns) {
    for (const { line, count, left, skipped } of patterns) {
        log.info(`${(0,pattern/* describePattern */.Qs)(line)} in ${(0,identifier/* vaultHost */.Df)(line.vaultUrl)}: ${count} matched.`);
        if (left.length > 0)
            log.info(`  left to their own lines: ${left.join(', ')}`);
        const named = skipped.filter(({ reason }) => reason !== 'managed');
        if (named.length > 0)
            log.info(`  skipped: ${named.map(({ item, reason }) => `${item.name} (${reason})`).join(', ')}`);
        const managed = skipped.length - named.length;
        if (managed > 0)
            log.info(`  skipped because they back certificates: ${managed}`);
    }
}
/** Says what was exported, and where it went. */
function logRendered(log, rendered) {
    log.info(`Fetched, masked and exported:`);
    for (const one of rendered) {
        const { item, version, life } = one;
        const end = life.expires === undefined ? 'no expiry' : `expires ${(0,time/* formatInstant */.r4)(life.expires)}`;
        const places = [...(0,render_rendered/* outputNamesOf */.jb)(one), ...one.storeEntries.map(() => 'CurrentUser\\My')].join(', ');
        log.info(`  ${(0,identifier/* describeIdentifier */.fY)(item)} (version ${version}, ${end}) \u2192 ${places}`);
        for (const remark of one.remarks ?? [])
            log.info(`    ${remark}`);
    }
}
//# sourceMappingURL=step-log.js.map
;// CONCATENATED MODULE: ./build/programs/src/export/summary.js
// The job summary: a table of what was done, never a value.



/** A runner refuses a summary of more than 1 MiB; other steps write into their own. */
const MAX_SUMMARY_LENGTH = 1_000_000;
/** The table as HTML: inside it nothing is read as Markdown, and every text is escaped. */
function describeTable({ heading, columns, rows }) {
    const head = describeRow('th', columns);
    let table = '';
    let shown = 0;
    for (const row of rows) {
        const next = describeRow('td', row);
        if (table.length + next.length > MAX_SUMMARY_LENGTH)
            break;
        table += next;
        shown += 1;
    }
    const rest = rows.length - shown;
    const note = rest === 0 ? '' : `<p>${rest} more are not shown.</p>\n`;
    return `<h3>${escapeHtml(heading)}</h3>\n<table>\n${head}${table}</table>\n${note}`;
}
/** Writes the table, as {@link appendSummary} does. */
async function writeSummary(table, ports) {
    await appendSummary(describeTable(table), ports);
}
/**
 * Writes HTML or Markdown. A summary is a courtesy: a runner without a usable file for it is no reason to fail.
 */
async function appendSummary(text, { files, log }) {
    try {
        await files.writeSummary(text);
    }
    catch {
        log.debug(() => ['The job summary could not be written.']);
    }
}
function describeRow(cell, texts) {
    return `<tr>${texts.map((text) => `<${cell}>${escapeHtml(text)}</${cell}>`).join('')}</tr>\n`;
}
function escapeHtml(text) {
    return text.replace(/[&<>"'\r\n]/g, (char) => `&#${char.charCodeAt(0)};`);
}
const FETCHED_COLUMNS = ['Name', 'Kind', 'Vault', 'Version', 'Expires', 'Outputs'];
/** One row a reference: names, versions and dates, no values. */
function makeFetchedTable(rendered) {
    return { heading: 'Azure Key Vault', columns: FETCHED_COLUMNS, rows: rendered.map(cells) };
}
function cells(rendered) {
    const { item, version, life } = rendered;
    return [
        item.name,
        (0,identifier/* kindOf */.I)(item.collection),
        (0,identifier/* vaultHost */.Df)(item.vaultUrl),
        version,
        (0,time/* formatInstant */.r4)(life.expires),
        (0,render_rendered/* outputNamesOf */.jb)(rendered).join(', '),
    ];
}
const TOKEN_COLUMNS = (/* unused pure expression or super */ null && (['Output', 'Scope', 'Application', 'Expires', 'Proof']));
/** One row per token: scopes, dates and names, no token. */
function makeTokenTable({ tokens, clientId, proof }) {
    const rows = tokens.map(({ line, expiresOn }) => [line.output, line.scope, clientId, expiresOn, proof]);
    return { heading: 'Access tokens', columns: TOKEN_COLUMNS, rows };
}
//# sourceMappingURL=summary.js.map
// EXTERNAL MODULE: ./build/programs/src/input/cloud-inputs.js
var cloud_inputs = __nccwpck_require__(2766);
// EXTERNAL MODULE: ./build/programs/src/input/line-grammar.js
var line_grammar = __nccwpck_require__(4461);
// EXTERNAL MODULE: ./build/programs/src/input/scalars.js
var scalars = __nccwpck_require__(7938);
;// CONCATENATED MODULE: ./build/programs/src/input/fetch-inputs.js
// The inputs that choose what is fetched and how it is shown.




/** Reads each of these inputs once. Never throws an expected error: each is among the mistakes. */
function readPlanInputs(inputs) {
    const mistakes = [];
    const read = (check) => {
        try {
            return check();
        }
        catch (error) {
            mistakes.push(...(0,src_errors/* expectedErrors */.OP)(error));
            return undefined;
        }
    };
    const keyvault = (0,scalars/* readText */.yR)(inputs, 'keyvault');
    return {
        cloud: read(() => (0,cloud_inputs/* readCloudInputs */.bm)(inputs)),
        keyvault,
        lines: read(() => readLines(inputs)) ?? [],
        exportEnv: read(() => (0,scalars/* readBoolean */.Vf)(inputs, 'export-env', false)) ?? false,
        mistakes,
        ...(keyvault === undefined && { keyvaultAdvice: adviseOnMisplaced(inputs, ['keyvault']) }),
    };
}
/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
function readFetchOptions(inputs) {
    return (0,src_errors/* checkAll */.K7)({
        ignoreMissing: () => (0,scalars/* readBoolean */.Vf)(inputs, 'ignore-missing', false),
        expiryWarningDays: () => (0,scalars/* readWholeNumber */.bf)(inputs, 'expiry-warning-days', 30),
        summary: () => (0,scalars/* readBoolean */.Vf)(inputs, 'summary', true),
    });
}
function readLines(inputs) {
    const lines = line_grammar/* LINES_INPUTS */.CW.flatMap((name) => (0,line_grammar/* splitLines */.uz)(name, inputs.input(name)));
    if (lines.length > 0)
        return lines;
    throw (0,scalars/* invalidInput */.aY)('secrets', 'nothing is named to fetch, here or in certificates and keys.', adviseOnMisplaced(inputs, line_grammar/* LINES_INPUTS */.CW) ??
        'Name at least one object, one per line. A variable or secret that is not set arrives here as empty text.');
}
/** By the input that is meant. No name here is an input of the action. */
const MISPLACED = {
    keyvault: [
        ...['vault', 'vault-name', 'vault_name', 'vaultname', 'vault-url', 'vault_url', 'vaulturl', 'vaults', 'keyvaults'],
        ...['key-vault', 'key_vault', 'keyvault-name', 'keyvault_name', 'keyvaultname', 'key-vault-name', 'key_vault_name'],
        ...['keyvault-url', 'keyvault_url', 'keyvaulturl', 'key-vault-url', 'key-vault-uri', 'keyvault-uri', 'akv'],
    ],
    secrets: [
        ...['secret', 'secret-name', 'secret_name', 'secretname', 'secret-names', 'secret_names', 'secretnames'],
        ...['names', 'name', 'secrets-filter', 'secretsfilter', 'secret-list', 'keyvault-secrets'],
    ],
    certificates: [
        ...['certificate', 'certificate-name', 'certificate_name', 'certificatename', 'certificate-names'],
        ...['cert', 'certs', 'cert-name', 'pfx'],
    ],
    keys: ['key', 'key-name', 'key_name', 'keyname', 'key-names'],
};
/** Inputs of the other actions of this repository that are easily taken for one of this action. */
const ELSEWHERE = new Map([
    ['certificate', 'the token and the rotate action'],
    ['secret', 'the rotate action'],
    ['keyvaults', 'the expiry action'],
]);
/** Says that an input of another name was given for one of these; undefined if none was. Its text is not repeated. */
function adviseOnMisplaced(inputs, meant) {
    for (const one of meant) {
        const given = MISPLACED[one].find((name) => (0,scalars/* readText */.yR)(inputs, name) !== undefined);
        if (given === undefined)
            continue;
        const owner = ELSEWHERE.get(given);
        const why = owner === undefined ? 'is not an input of this action' : `is an input of ${owner}, not of this one`;
        return `The input ${given} ${why}: write ${one}.`;
    }
    return undefined;
}
//# sourceMappingURL=fetch-inputs.js.map
// EXTERNAL MODULE: ./build/programs/src/plan/plan.js + 2 modules
var plan = __nccwpck_require__(6690);
// EXTERNAL MODULE: ./build/programs/src/plan/store-site.js
var store_site = __nccwpck_require__(3795);
// EXTERNAL MODULE: ./build/programs/src/plan/output-names.js
var output_names = __nccwpck_require__(3460);
;// CONCATENATED MODULE: ./build/programs/src/flow/make-results.js
// Results of rendering, as everything that leaves the step; outputs also as variables for the later steps of the job.






/** @throws ActionError that names the output whose value cannot be a variable, where variables are wanted */
async function makeResults(rendered, { expiring, exportEnv }, ports) {
    const files = rendered.flatMap((one) => one.files);
    const entries = uniqueEntries(rendered);
    // Certificates for the user's store need the folder, too.
    const privateFiles = files.length + entries.length > 0 ? makePrivateFiles(files, ports.randomBytes) : undefined;
    const outputs = rendered.flatMap((one) => one.outputs);
    const paths = privateFiles === undefined ? [] : pathOutputs(privateFiles, ports.privateFolders);
    return {
        masks: rendered.flatMap(({ masks }) => masks),
        privateFiles,
        prepareStore: storeOf(entries, privateFiles, ports),
        outputs: [...outputs, ...paths, ...standingOutputs(rendered, expiring)],
        variables: exportEnv ? makeVariables(rendered, paths) : [],
    };
}
function makeVariables(rendered, paths) {
    // A value that is in a file need not be a variable if it cannot be one: the variable with the path is the one that was wanted.
    const wanted = rendered.flatMap(({ outputs, files }) => {
        const inFiles = files.map(({ output }) => output);
        return outputs.filter((output) => !inFiles.includes(`${output.name}-path`) || canBeVariable(output));
    });
    return toVariables([...wanted, ...paths], 'Write | file to have it in a file, or leave export-env out.');
}
// Lines may name one certificate twice.
function uniqueEntries(rendered) {
    const all = rendered.flatMap(({ storeEntries }) => storeEntries);
    return [...new Map(all.map((entry) => [entry.thumbprint, entry])).values()];
}
// Few lines ask for it.
function storeOf(entries, privateFiles, ports) {
    if (entries.length === 0 || privateFiles === undefined)
        return undefined;
    const site = (0,store_site/* findStoreSite */.In)(ports.machine.platform, ports.inputs.variable);
    // The plan has refused lines that ask for a store if there is none.
    if (site.kind === 'none')
        return undefined;
    return async () => {
        const { prepareStore } = await Promise.all(/* import() */[__nccwpck_require__.e(103), __nccwpck_require__.e(757)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4757));
        return prepareStore({ site, entries, folder: privateFiles.folder }, ports);
    };
}
/** `secrets` as a JSON object of the values that secret lines gave, `expiring` as a JSON array of names. */
function standingOutputs(rendered, expiring) {
    const secrets = rendered.flatMap((one) => one.secrets).map(({ name, value }) => [name, (0,render_rendered/* textOf */.b6)(value)]);
    return [
        { name: 'secrets', value: new secret_text/* SecretText */.o(JSON.stringify(Object.fromEntries(secrets))) },
        { name: 'expiring', value: JSON.stringify(expiring) },
    ];
}
/** Linux gives a program no variable, name and all, of more bytes (MAX_ARG_STRLEN in execve(2)). */
const MAX_VARIABLE_BYTES = 128 * 1024;
/**
 * The same values under the names of variables.
 * @param hint what to do with a value that cannot be one
 * @throws ActionErrors that name each output whose value cannot be a variable
 */
function toVariables(outputs, hint) {
    return (0,src_errors/* checkEach */.Qi)(outputs, ({ name: output, value }) => {
        const name = (0,output_names/* variableNameOf */.Te)(output);
        const problem = make_results_findProblem(output, value);
        if (problem === undefined)
            return { name, value };
        throw new src_errors/* ActionError */.lZ({
            code: 'VARIABLE_IMPOSSIBLE',
            title: 'Not possible as a variable',
            subject: `output ${output}`,
            problem,
            hint,
        });
    });
}
/** Whether the output can be a variable. */
function canBeVariable({ name, value }) {
    return make_results_findProblem(name, value) === undefined;
}
function make_results_findProblem(output, value) {
    const entry = `${(0,output_names/* variableNameOf */.Te)(output)}=${typeof value === 'string' ? value : value.reveal()}`;
    if (entry.includes('\0'))
        return 'the value contains a NUL character, which a variable cannot hold.';
    // The NUL at the end counts.
    return Buffer.byteLength(entry) >= MAX_VARIABLE_BYTES
        ? 'the value is larger than 128 KiB, which is too large for a variable.'
        : undefined;
}
//# sourceMappingURL=make-results.js.map
// EXTERNAL MODULE: ./build/programs/src/input/sign-in-inputs.js + 1 modules
var sign_in_inputs = __nccwpck_require__(2520);
// EXTERNAL MODULE: ./build/programs/src/entra/credential.js
var entra_credential = __nccwpck_require__(718);
// EXTERNAL MODULE: ./build/programs/src/entra/claims.js
var entra_claims = __nccwpck_require__(4226);
// EXTERNAL MODULE: ./build/programs/src/entra/token-request.js
var token_request = __nccwpck_require__(6518);
;// CONCATENATED MODULE: ./build/programs/src/entra/credentials/access-token.js
// Access token: the workflow has one already.






/**
 * A token for the vault's audience. It is used as it is: nothing is asked of Entra, and a refused one
 * cannot be renewed.
 * @throws ActionError if it is missing or is not a token
 */
function makeAccessToken(source) {
    const { accessToken: given } = source.inputs;
    if (given === undefined)
        throw (0,sign_in_inputs/* missing */.LO)('access-token', 'Set it.');
    const token = (0,token_request/* asToken */.W1)(given.reveal());
    if (token === undefined)
        throw (0,scalars/* invalidInput */.aY)('access-token', 'the value contains spaces or line breaks, which a token never does.', 'Set the token alone, without "Bearer" before it.');
    const claims = (0,entra_claims/* decodeClaims */.Yq)(token);
    return {
        ...(0,entra_credential/* describeWay */.x9)('access-token', source, {}),
        tenantId: (0,entra_claims/* claimText */.Q1)(claims, 'tid'),
        clientId: (0,entra_claims/* claimText */.Q1)(claims, 'appid') ?? (0,entra_claims/* claimText */.Q1)(claims, 'azp'),
        secrets: [token],
        needsTenant: false,
        isRenewable: false,
        waitsForPerson: false,
        getToken: async (_target, { clock }) => {
            const exp = claims?.['exp'];
            if (typeof exp === 'number' && exp * 1000 <= clock.nowMs())
                throw expired();
            return { token, expiresOnSeconds: typeof exp === 'number' ? exp : Number.POSITIVE_INFINITY };
        },
    };
}
function expired() {
    return new src_errors/* ActionError */.lZ({
        code: 'ACCESS_TOKEN_EXPIRED',
        title: 'The access token has expired',
        subject: 'access-token',
        problem: 'the token has expired.',
        hint: 'Get it in the same job, right before this step.',
    });
}
//# sourceMappingURL=access-token.js.map
;// CONCATENATED MODULE: ./build/programs/src/entra/credentials/client-secret.js
// Client secret: the application proves itself with a password (RFC 6749 section 2.3.1, sent in the body).




/**
 * The credential of an application with a password.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 * @throws ActionErrors that name each input that is missing
 */
function makeClientSecret(source) {
    const { inputs } = source;
    const { clientId, clientSecret } = (0,src_errors/* checkAll */.K7)({
        clientId: () => (0,sign_in_inputs/* requiredClientId */.I_)(inputs),
        clientSecret: () => (0,sign_in_inputs/* required */.mw)(inputs.clientSecret, sign_in_inputs/* CLIENT_SECRET */.p$).value,
    });
    const client = { tenantId: inputs.tenantId?.value, clientId, clientSecret };
    return clientSecretCredential(client, (0,entra_credential/* describeWay */.x9)('client-secret', source, inputs));
}
/** The credential of an application whose password is at hand. */
function clientSecretCredential({ tenantId, clientId, clientSecret }, way) {
    return {
        ...way,
        kind: 'client-secret',
        tenantId,
        clientId,
        secrets: [clientSecret],
        needsTenant: true,
        isRenewable: true,
        waitsForPerson: false,
        getToken: (target, context) => {
            const fields = { grant_type: 'client_credentials', client_secret: clientSecret };
            const notes = notesOf(clientSecret, way, context.variable);
            return (0,token_request/* exchangeToken */.r1)({ clientId, fields, notes, way }, target, context);
        },
    };
}
const WRONG = 7000215;
const EXPIRED = 7000222;
/** Shapes of a refused secret that say what happened to it. */
const SHAPES = [
    [sign_in_inputs/* GUID */.Sm, 'The given client secret is a GUID, as secret IDs are.'],
    [/^(["'`]).*\1$/s, 'The given client secret is in quotes: store it without them.'],
    [/^\$[{(]/, 'The given client secret is an expression that was not evaluated: write it in the workflow file itself.'],
];
function notesOf(clientSecret, { sources }, variable) {
    const notes = [];
    const shape = SHAPES.find(([pattern]) => pattern.test(clientSecret.reveal()))?.[1];
    if (shape !== undefined)
        notes.push({ errorCodes: [WRONG], text: shape });
    const source = sources?.clientSecret;
    if (source !== undefined && (0,sign_in_inputs/* isVariable */.DZ)(source)) {
        const text = (0,entra_credential/* hasIdTokenPermission */.Go)(variable)
            ? `The secret comes from the variable ${source}, which may be left over: to sign in with the ID token of the job instead, set auth-method: github-oidc.`
            : `The secret comes from the variable ${source}: set it anew there, or set client-secret.`;
        notes.push({ errorCodes: [WRONG, EXPIRED], text });
    }
    return notes;
}
//# sourceMappingURL=client-secret.js.map
// EXTERNAL MODULE: ./build/programs/src/entra/federated-token.js
var federated_token = __nccwpck_require__(2739);
;// CONCATENATED MODULE: ./build/programs/src/entra/credentials/workload-identity.js
// Workload identity: a token file that the platform keeps fresh, such as on runners in Azure Kubernetes Service.
// https://azure.github.io/azure-workload-identity





const VARIABLE = 'AZURE_FEDERATED_TOKEN_FILE';
/**
 * The credential of an application that trusts the cluster's tokens. The file is read anew for each exchange, since the
 * platform replaces it.
 * @throws ActionErrors that name each input that is missing, and the file if it cannot be read
 */
function makeWorkloadIdentity(source) {
    const { inputs, variable, machine } = source;
    const { clientId, tokenFile } = (0,src_errors/* checkAll */.K7)({
        clientId: () => (0,sign_in_inputs/* requiredClientId */.I_)(inputs),
        tokenFile: () => {
            const path = variable(VARIABLE);
            if (path === undefined)
                throw tokenFileError('the variable is not set.');
            readTokenFile(machine, path);
            return path;
        },
    });
    const way = (0,entra_credential/* describeWay */.x9)('workload-identity', source, { tenantId: inputs.tenantId, clientId: inputs.clientId });
    return {
        ...way,
        tenantId: inputs.tenantId?.value,
        clientId,
        secrets: [],
        needsTenant: true,
        isRenewable: true,
        waitsForPerson: false,
        getToken: (target, context) => {
            const getProof = async () => readTokenFile(context.machine, tokenFile);
            return (0,federated_token/* exchangeFederatedToken */.L)({ clientId, getProof, way }, target, context);
        },
    };
}
function readTokenFile(machine, path) {
    const token = (0,token_request/* asToken */.W1)(fetch_readText(machine, path).trim());
    if (token === undefined)
        throw tokenFileError('the variable names a file that holds no token.');
    return token;
}
function fetch_readText(machine, path) {
    try {
        return machine.readFile(path, 64 * 1024).toString('utf8');
    }
    catch (error) {
        throw tokenFileError('the variable names a file that cannot be read.', error);
    }
}
function tokenFileError(problem, cause) {
    return new src_errors/* ActionError */.lZ({
        code: 'TOKEN_FILE_UNUSABLE',
        title: 'No workload identity here',
        subject: VARIABLE,
        problem,
        hint: 'The webhook of Microsoft Entra Workload ID sets it in pods that carry its label and service account.',
        cause,
    });
}
//# sourceMappingURL=workload-identity.js.map
;// CONCATENATED MODULE: ./build/programs/src/entra/choose-credential.js






/**
 * The credential that the inputs hold.
 * @throws ActionErrors that name each input that is missing, wrong or too many
 */
async function chooseCredential(source) {
    const { method, reason } = chooseMethod(source);
    return MAKERS[method]({ ...source, reason });
}
function chooseMethod({ inputs, variable }) {
    const asked = inputs.authMethod === undefined ? undefined : parseMethod(inputs.authMethod);
    const [given, ...others] = givenInputs(inputs);
    if (given !== undefined && others.length > 0)
        throw tooMany([given, ...others].map(({ input }) => input));
    if (asked !== undefined && given !== undefined && given.method !== asked)
        throw tooMany(['auth-method', given.input]);
    if (asked !== undefined)
        return { method: asked, reason: 'input `auth-method` is set' };
    if (given !== undefined)
        return { method: given.method, reason: `${(0,sign_in_inputs/* describeSource */.B6)(given.input)} is set` };
    // A variable that another step has set is no wish of this one's, so it comes after every input.
    if (inputs.clientSecret !== undefined)
        return { method: 'client-secret', reason: `${(0,sign_in_inputs/* describeSource */.B6)(inputs.clientSecret.source)} is set` };
    if ((0,entra_credential/* hasIdTokenPermission */.Go)(variable))
        return { method: 'github-oidc', reason: 'the job has `id-token: write`' };
    if (variable('AZURE_FEDERATED_TOKEN_FILE') !== undefined) {
        return { method: 'workload-identity', reason: 'variable AZURE_FEDERATED_TOKEN_FILE is set' };
    }
    throw (0,scalars/* invalidInput */.aY)('auth-method', 'no sign-in method was given.', `${entra_credential/* PERMISSION_HINT */.aJ}; or set client-secret, client-certificate, creds, access-token or auth-method. A secret that does not exist, or that a fork may not see, arrives as empty text.`);
}
function givenInputs(inputs) {
    const given = [
        inputs.accessToken && { input: 'access-token', method: 'access-token' },
        ...inputs.clientSecretInputs.map((input) => ({ input, method: 'client-secret' })),
        inputs.clientCertificate && { input: sign_in_inputs/* CLIENT_CERTIFICATE */.so, method: 'client-certificate' },
    ];
    return given.filter((one) => one !== undefined);
}
function parseMethod(text) {
    const found = entra_credential/* AUTH_METHODS */.MA.find((name) => name === text);
    if (found !== undefined)
        return found;
    throw (0,scalars/* invalidInput */.aY)('auth-method', 'this is not a sign-in method.', `Set one of ${entra_credential/* AUTH_METHODS */.MA.join(', ')}.`);
}
function tooMany(names) {
    return (0,scalars/* invalidInput */.aY)(names.join(' and '), 'different sign-in methods are set.', 'Leave all but one out.');
}
/** Every way to sign in: one that is not in the table does not exist. A run loads the one that it takes, if it is long. */
const MAKERS = {
    'client-secret': makeClientSecret,
    'client-certificate': async (source) => (await Promise.all(/* import() */[__nccwpck_require__.e(103), __nccwpck_require__.e(433)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3433))).makeClientCertificate(source),
    'github-oidc': async (source) => (await __nccwpck_require__.e(/* import() */ 825).then(__nccwpck_require__.bind(__nccwpck_require__, 2825))).makeGitHubOidc(source),
    'workload-identity': makeWorkloadIdentity,
    'managed-identity': async (source) => (await __nccwpck_require__.e(/* import() */ 977).then(__nccwpck_require__.bind(__nccwpck_require__, 9977))).makeManagedIdentity(source),
    'azure-cli': async (source) => (await __nccwpck_require__.e(/* import() */ 830).then(__nccwpck_require__.bind(__nccwpck_require__, 3830))).makeAzureCli(source),
    'device-code': async (source) => (await __nccwpck_require__.e(/* import() */ 462).then(__nccwpck_require__.bind(__nccwpck_require__, 6462))).makeDeviceCode(source),
    'access-token': makeAccessToken,
};
//# sourceMappingURL=choose-credential.js.map
// EXTERNAL MODULE: ./build/programs/src/http/send.js
var send = __nccwpck_require__(9555);
// EXTERNAL MODULE: ./build/programs/src/keyvault/ask-vault.js
var ask_vault = __nccwpck_require__(9132);
// EXTERNAL MODULE: ./build/programs/src/masks/masks.js + 1 modules
var masks_masks = __nccwpck_require__(863);
// EXTERNAL MODULE: ./build/programs/src/plan/cloud.js
var cloud = __nccwpck_require__(3091);
;// CONCATENATED MODULE: ./build/programs/src/flow/open-session.js
// Signing in to a vault: decided before the first request, carried out once, renewed at most once.











/** About a password of one letter, for example, which hides that letter everywhere. */
const WEAK_SECRET = {
    title: 'Short or common sign-in secret',
    text: 'A secret that the step signs in with has fewer than 4 characters, or is a common word or a short number. It is masked, so the log shows *** wherever the same text occurs, and job outputs that contain it are dropped. Choose a longer one.',
};
/** The whole step lasts at most this long, a person's approval aside. */
const STEP_TIMEOUT_MS = 120_000;
/**
 * Returns how the step will prove who it is; its secrets are masked from here on.
 * @throws ActionErrors that name each input that is missing, wrong or too many
 */
async function decideCredential(ports) {
    const { inputs, machine, clock, log } = ports;
    const credential = await chooseCredential({
        inputs: (0,sign_in_inputs/* readSignInInputs */.Wp)(inputs),
        variable: inputs.variable,
        machine,
        nowMs: clock.nowMs(),
    });
    if (credential.needsTenant && credential.tenantId !== undefined)
        connectToAuthority(ports);
    await ports.nextTurn();
    const maskings = await Promise.all(credential.secrets.map(maskSignInSecret));
    await log.mask(maskings.flatMap(({ masks }) => masks));
    const isWeak = maskings.some(({ weakness }) => weakness?.kind === 'short' || weakness?.kind === 'commonplace');
    if (isWeak)
        log.annotate('warning', WEAK_SECRET);
    await ports.nextTurn();
    return credential;
}
/** Parts of the step that signing in needs. */
function makeSignInContext(ports, timeoutMs) {
    return {
        ...ports,
        variable: ports.inputs.variable,
        mask: (text) => maskText(ports, text),
        deadlineMs: ports.clock.nowMs() + timeoutMs,
    };
}
/** @throws ActionError with advice if the sign-in is refused or gets no answer */
async function openSession(ports, { credential, cloud, firstItem, items = [firstItem], load }, timeoutMs = STEP_TIMEOUT_MS) {
    const { clock, log } = ports;
    const context = makeSignInContext(ports, timeoutMs);
    const isTenantMissing = credential.needsTenant && credential.tenantId === undefined;
    log.info((0,entra_credential/* describeCredential */.t8)(credential));
    const tenantId = isTenantMissing ? await askForTenant(firstItem, context) : credential.tenantId;
    const { authorityHost, vaultScope: scope, oidcAudience } = cloud;
    const target = { authorityHost, tenantId, scope, oidcAudience };
    // Begun first, so that its request goes out first if no proof has to be fetched or made for it.
    const signingIn = (0,entra_credential/* signIn */.Jv)(credential, target, context);
    // A person takes longer than a vault keeps an idle connection; a challenge has left one open.
    if (!credential.waitsForPerson)
        connectToVaults(ports, items.slice(isTenantMissing ? 1 : 0));
    // In the first turn the handshake ends, if it was waited for, in the second the request is on its way.
    void ports.nextTurn().then(ports.nextTurn).then(load);
    const accessToken = await signingIn;
    const signedIn = (0,entra_credential/* readSignedIn */.eb)(accessToken, credential, target);
    log.info(`Signed in with ${credential.kind} (${credential.reason}): ${describeSignedIn(signedIn)}.`);
    const renew = async () => (await (0,entra_credential/* signIn */.Jv)(credential, target, context)).token;
    return {
        session: (0,ask_vault/* makeVaultSession */.DU)({
            tenantId: signedIn.tenantId,
            caller: { ...signedIn, method: credential.kind, resource: scope.replace(/\/\.default$/, '') },
            token: accessToken.token,
            renew: credential.isRenewable ? renew : undefined,
        }),
        context: credential.waitsForPerson ? { ...context, deadlineMs: clock.nowMs() + timeoutMs } : context,
        target,
        signedIn,
    };
}
async function askForTenant(firstItem, context) {
    const tenantId = await (0,ask_vault/* discoverTenant */.Ye)(firstItem, context);
    context.log.info(`${(0,identifier/* vaultHost */.Df)(firstItem.vaultUrl)} names tenant ${tenantId}.`);
    return tenantId;
}
/** For people: who signed in. */
function describeSignedIn({ tenantId, clientId }) {
    return `tenant ${tenantId ?? 'unknown'}, client ${clientId ?? 'unknown'}`;
}
async function maskSignInSecret(secret) {
    if (secret instanceof secret_text/* SecretText */.o)
        return (0,masks_masks/* maskSecret */.$l)(secret.reveal());
    const certificates = await Promise.all(/* import() */[__nccwpck_require__.e(103), __nccwpck_require__.e(36)]).then(__nccwpck_require__.bind(__nccwpck_require__, 36));
    const text = secret.text.reveal();
    return secret.kind === 'pem' ? certificates.maskPem(text) : certificates.maskPfx(text);
}
function maskText({ log }, text) {
    return log.mask((0,masks_masks/* maskSecret */.$l)(text.reveal()).masks);
}
/** Opens the connection that the token will be asked for over. */
function connectToAuthority({ inputs, connectAhead }) {
    const authorityHost = findAuthorityHost(inputs);
    if (authorityHost !== undefined)
        connectAhead(authorityHost, 1);
}
/** Opens those that the tokens of several scopes are asked for over, beside the one that is open already. */
function connectForTokens({ connectAhead }, authorityHost, lines) {
    const scopes = new Set(lines.map(({ scope }) => scope)).size;
    const others = Math.min(scopes, requestsAtATime(scopes)) - 1;
    if (others > 0)
        connectAhead(authorityHost, others);
}
/** Opens the connections that the first requests will be sent over, as many as there are at a time. */
function connectToVaults({ connectAhead }, items) {
    const counts = new Map();
    const first = items.slice(0, (0,send/* requestsAtATime */.OU)(items.length));
    for (const { vaultUrl } of first)
        counts.set(vaultUrl, (counts.get(vaultUrl) ?? 0) + 1);
    for (const [vaultUrl, count] of counts)
        connectAhead(vaultUrl, count);
}
// If the inputs name none, the plan says why.
function findAuthorityHost(inputs) {
    try {
        return (0,cloud/* findCloud */.nO)((0,cloud_inputs/* readCloudInputs */.bm)(inputs))?.authorityHost;
    }
    catch (error) {
        (0,src_errors/* expectedErrors */.OP)(error);
        return undefined;
    }
}
//# sourceMappingURL=open-session.js.map
;// CONCATENATED MODULE: ./build/programs/src/flow/step-frame.js
// The frame around the story of every flow: the runner's files looked at first, failures told as annotations.




/** Runs a story. True if it came to its end; if it failed, the annotations say why. */
async function runStory(ports, story) {
    try {
        checkDebugSettings(ports.inputs.variable);
        await checkNetwork(ports);
        await story();
        return true;
    }
    catch (error) {
        const errors = (0,src_errors/* expectedErrors */.OP)(error);
        annotateAll(ports.log, 'error', describeErrors(errors));
        return false;
    }
}
async function checkNetwork({ network, log }) {
    // The variable was there before the step: what it holds is masked, however short.
    const masks = network.secrets.flatMap((secret) => (0,masks_masks/* maskSecret */.$l)(secret.reveal()).masks);
    if (masks.length > 0)
        await log.mask(masks);
    annotateAll(log, 'warning', network.warnings);
    if (network.error !== undefined)
        throw network.error;
}
/**
 * Looks whether the places that the runner gives a step can be written: without its files, the toolkit would print values
 * instead.
 * @throws ActionErrors that name each that cannot
 */
function checkRunner({ files, privateFolders }, needed) {
    (0,src_errors/* checkEach */.Qi)(needed, (place) => {
        const problem = place === 'RUNNER_TEMP' ? privateFolders.problem() : files.problemOf(place);
        if (problem === undefined)
            return;
        throw new src_errors/* ActionError */.lZ({
            code: 'RUNNER_FILE_UNUSABLE',
            title: 'Results cannot be written',
            problem,
            hint: 'A runner sets this variable for every step: run the action as a step of a job.',
        });
    });
}
/** Undefined if the outputs do not become variables. */
async function loadVariableRule(inputs) {
    if (!(0,scalars/* wantsVariables */.Lt)(inputs))
        return undefined;
    const { isRefusedVariable } = await __nccwpck_require__.e(/* import() */ 373).then(__nccwpck_require__.bind(__nccwpck_require__, 3373));
    return isRefusedVariable;
}
/** Variables that have Node print what passes through it, whether the answers or the state of its encryption. */
const VARIABLES = ['NODE_DEBUG', 'NODE_DEBUG_NATIVE'];
/**
 * Options that have Node store the keys of its connections (`--tls-keylog`), print their messages (`--trace-tls`), or store
 * the memory or the environment of the step, inputs among it.
 */
const OPTION = /^--(?:tls-keylog|trace-tls|heapsnapshot-[a-z-]+|report-(?:on-fatalerror|on-signal|uncaught-exception))$/;
/**
 * Looks for settings under which secrets would be printed or stored.
 * @throws ActionErrors that name each of them
 */
function checkDebugSettings(variable) {
    const found = [
        ...VARIABLES.filter((name) => variable(name) !== undefined),
        ...optionsOf(variable('NODE_OPTIONS') ?? '')
            .filter((option) => OPTION.test(option))
            .map((option) => `${option} in NODE_OPTIONS`),
    ];
    (0,src_errors/* checkEach */.Qi)(found, (subject) => {
        throw new src_errors/* ActionError */.lZ({
            code: 'NODE_SETTING_REFUSED',
            title: 'Node would disclose secrets',
            subject,
            problem: 'Node prints or stores what the step sends and receives while this is set, so nothing was sent.',
            hint: "Remove it from the env of the step, the job or the runner. To see more of the log, turn on the runner's debug logging (ACTIONS_STEP_DEBUG).",
        });
    });
}
// By name alone; Node takes an underscore for a hyphen there.
function optionsOf(text) {
    return text.split(/[\s"]+/).map((option) => option.replace(/=.*/s, '').replaceAll('_', '-'));
}
/** The places that a plan needs. What is made there for the job is removed by the post step, which the state tells of it. */
function runnerPlaces({ exportEnv, destinations, patterns, }) {
    const modifiers = [...destinations, ...patterns].map((place) => place.modifiers);
    const writesFiles = modifiers.some((one) => one.kind !== 'keys' && Boolean(one.file));
    const fillsStore = modifiers.some((one) => one.kind === 'certificates' && one.store);
    return [
        ...(exportEnv ? ['GITHUB_ENV'] : []),
        ...(writesFiles || fillsStore ? ['GITHUB_STATE', 'RUNNER_TEMP'] : []),
    ];
}
//# sourceMappingURL=step-frame.js.map
;// CONCATENATED MODULE: ./build/programs/src/flow/fetch.js










/** Runs the root action. True if the step succeeded; if it did not, the annotations say why. */
function fetchObjects(ports) {
    return runStory(ports, async () => {
        const { credential, plan, options } = await decide(ports);
        const items = [...plan.destinations.map(({ item }) => item), ...plan.patterns];
        const sessionOptions = { credential, cloud: plan.cloud, firstItem: plan.first, items, load: loadRooms };
        const open = await openSession(ports, sessionOptions);
        const [{ fetchItems }, { judgeAll, renderAll }] = await loadRooms();
        const result = await fetchItems(plan, open);
        const { machine, randomBytes } = ports;
        const context = { takenNames: plan.takenNames, platform: machine.platform, randomBytes };
        // The values that were fetched are looked at even if the rest was not, so that one run reports every mistake.
        const rendering = await (0,src_errors/* settle */.G9)(renderAll(result.fetched, context));
        const { missing, rendered } = (0,src_errors/* checkAll */.K7)({
            missing: () => checkComplete(ports, result, options),
            rendered: rendering,
        });
        const findings = { rendered, skipped: result.patterns.flatMap(({ skipped }) => skipped) };
        const judged = judgeAll(findings, { nowMs: ports.clock.nowMs(), warningDays: options.expiryWarningDays });
        await exportRendered(ports, { plan, options, result, missing, rendered, judged });
    });
}
// Everything that can be known before the first request, and every mistake in it.
async function decide(ports) {
    const { inputs, machine } = ports;
    const credential = await (0,src_errors/* settle */.G9)(decideCredential(ports));
    const refuses = await loadVariableRule(inputs);
    const findStore = () => (0,store_site/* findStoreSite */.In)(machine.platform, inputs.variable);
    const decisions = (0,src_errors/* checkAll */.K7)({
        files: () => checkRunner(ports, ['GITHUB_OUTPUT']),
        credential,
        plan: () => (0,plan/* makePlan */.C)({ ...readPlanInputs(inputs), findStore, refuses }),
        options: () => readFetchOptions(inputs),
    });
    checkRunner(ports, runnerPlaces(decisions.plan));
    return decisions;
}
// Later parts are loaded while the sign-in waits for its answer.
function loadRooms() {
    return Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(682), __nccwpck_require__.e(888)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5888)), __nccwpck_require__.e(/* import() */ 202).then(__nccwpck_require__.bind(__nccwpck_require__, 202))]);
}
/**
 * Warnings about what is missing and may be.
 * @throws ActionErrors with every other failure
 */
function checkComplete({ log }, result, options) {
    const { failed, patterns } = result;
    const ignored = failed.filter(({ isMissing }) => options.ignoreMissing && isMissing);
    const fatal = failed.filter((one) => !ignored.includes(one));
    const missing = describeErrors(ignored.flatMap(({ errors }) => errors));
    if (fatal.length === 0)
        return missing;
    annotateAll(log, 'warning', missing);
    logPatterns(log, patterns);
    logFailed(log, fatal);
    throw new src_errors/* ActionErrors */.o9(fatal.flatMap(({ errors }) => errors));
}
async function exportRendered(ports, outcome) {
    const { plan, options, result, missing, rendered, judged } = outcome;
    const results = { expiring: judged.expiring, exportEnv: plan.exportEnv };
    await exportAll(await makeResults(rendered, results, ports), ports);
    logPatterns(ports.log, result.patterns);
    logRendered(ports.log, rendered);
    annotateAll(ports.log, 'warning', [...missing, ...judged.warnings]);
    if (options.summary)
        await writeSummary(makeFetchedTable(rendered), ports);
}
//# sourceMappingURL=fetch.js.map
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = require("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = require("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = require("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = require("path");
// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(8611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(5692);
var external_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_, 2);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(770);
;// CONCATENATED MODULE: ./stubs/undici.js
// Stands in for undici in the bundle (see "paths" in tsconfig.json): 1 MB that @actions/http-client loads for
// `getAgentDispatcher`, which serves `fetch` and is never called here.
class ProxyAgent {
	constructor() {
		throw new Error('undici is not part of this bundle');
	}
}

;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class lib_HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var auth_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class auth_BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = (/* unused pure expression or super */ null && (_summary));
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = require("string_decoder");
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(4434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = require("child_process");
// EXTERNAL MODULE: external "assert"
var external_assert_ = __nccwpck_require__(2613);
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_namespaceObject.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_namespaceObject.constants.O_RDONLY;
function exists(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return io_util_awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = require("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_namespaceObject.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_namespaceObject.EOL.length);
                n = s.indexOf(external_os_namespaceObject.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_namespaceObject.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec_exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = tr.argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new tr.ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new StringDecoder('utf8');
        const stderrDecoder = new StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec_exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_namespaceObject.platform();
const arch = external_os_namespaceObject.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return file_command_issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    command_issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    core_error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function core_error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = require("node:http");
var external_node_http_default = /*#__PURE__*/__nccwpck_require__.n(external_node_http_namespaceObject);
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = require("node:https");
var external_node_https_default = /*#__PURE__*/__nccwpck_require__.n(external_node_https_namespaceObject);
// EXTERNAL MODULE: ./build/programs/src/http/transport-error.js
var transport_error = __nccwpck_require__(3675);
;// CONCATENATED MODULE: ./build/programs/src/http/agents.js



/**
 * An agent whose every connection is a tunnel through the proxy that the environment names.
 *
 * The toolkit's own agent would open a new tunnel for each request. Its client must not keep tunnels (`keepAlive`), so
 * that each is an object of its own.
 */
class agents_ProxyAgent extends (external_node_https_default()).Agent {
    #client;
    #opening = new Set();
    constructor(client, options) {
        super(options);
        this.#client = client;
    }
    /** Whether the request that this signal ends is still waiting for its tunnel. */
    isOpening(signal) {
        return this.#opening.has(signal);
    }
    createConnection({ host, port, attemptSignal: signal }, callback) {
        const authority = `${host}`.includes(':') ? `[${host}]` : `${host}`;
        const tunnel = this.#client.getAgent(`https://${authority}:${port}`);
        tunnel.proxyOptions.host = tunnel.proxyOptions.host.replace(/^\[|\]$/g, '');
        if (signal !== undefined) {
            // The tunnel itself would wait for as long as the proxy likes.
            tunnel.proxyOptions.signal = signal;
            this.#opening.add(signal);
        }
        const settle = (error, socket) => {
            if (signal !== undefined)
                this.#opening.delete(signal);
            callback(error, socket);
        };
        const request = {
            getHeader: () => undefined,
            emit: (_event, error) => settle(describeTunnelFailure(error)),
        };
        tunnel.createSocket({ host: authority, port: Number(port), request }, (socket) => settle(null, socket));
    }
}
// All that the tunnel tells is in its text: "statusCode=407", or "cause=" with the text of Node's error.
function describeTunnelFailure(error) {
    const [, status] = /\bstatusCode=(\d+)$/.exec(error.message) ?? [];
    if (status !== undefined)
        return describeRefusal(Number(status));
    if (/\bcause=.*\bENOTFOUND\b/.test(error.message)) {
        return new transport_error/* TransportError */.wX("the proxy's host name does not exist", { failure: 'proxy-not-found', cause: error });
    }
    if (/\bcause=.*\b(?:certificate|altnames)\b/.test(error.message)) {
        return new transport_error/* TransportError */.wX("the proxy's TLS certificate was not accepted", {
            failure: 'proxy-certificate',
            cause: error,
        });
    }
    const [, code] = /\bcause=.*\b(ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)\b/.exec(error.message) ?? [];
    const meaning = code === undefined ? 'the proxy cut the connection off' : `the proxy could not be reached (${code})`;
    return new transport_error/* TransportError */.wX(meaning, { failure: 'proxy-failing', cause: error });
}
// A proxy's temporary error counts as a connection that fails; a proxy that refuses will refuse again.
function describeRefusal(status) {
    const message = `the proxy answered ${status} to CONNECT`;
    if (status === 407)
        return new transport_error/* TransportError */.wX(message, { failure: 'proxy-credentials' });
    const isTransient = status === 408 || status === 429 || status >= 500;
    return new transport_error/* TransportError */.wX(message, { failure: isTransient ? 'proxy-failing' : 'proxy-refused' });
}
/** An agent that takes connections opened ahead before it opens others. */
class ReadyAgent extends (external_node_https_default()).Agent {
    #ready = new Map();
    /**
     * Opens so many connections to an https origin; the next requests to it use them. One that fails is forgotten: the
     * request that would have used it opens another and meets the failure itself. None keeps the process alive.
     */
    openAhead(origin, count) {
        const { hostname, port } = new URL(origin);
        const host = hostname.replace(/^\[|\]$/g, '');
        const options = {
            ...this.options,
            host,
            port: port === '' ? 443 : Number(port),
            servername: (0,external_node_net_namespaceObject.isIP)(host) === 0 ? host : '',
        };
        const connect = () => {
            const socket = super.createConnection(options);
            return socket.unref().on('error', () => undefined);
        };
        const waiting = this.#ready.get(addressOf(options)) ?? [];
        this.#ready.set(addressOf(options), [...waiting, ...Array.from({ length: count }, connect)]);
    }
    createConnection(...args) {
        const [options] = args;
        const waiting = this.#ready.get(addressOf(options)) ?? [];
        for (let socket = waiting.shift(); socket !== undefined; socket = waiting.shift()) {
            if (!socket.destroyed)
                return socket.ref();
        }
        return super.createConnection(...args);
    }
}
function addressOf({ host, port }) {
    return `${host}:${port}`;
}
//# sourceMappingURL=agents.js.map
;// CONCATENATED MODULE: ./build/programs/src/http/transport.js
// One attempt at one request: the toolkit's client sends it, limits of time and size are ours, and redirects are not followed.







/** A body over this many bytes is an error. Key Vault's largest answers, pages of 25 items, stay far below. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;
/**
 * Sends over https only, through `HTTPS_PROXY` unless `NO_PROXY` excepts the host, and never follows a redirect.
 *
 * Nothing is connected ahead through a proxy: there each connection is one more that somebody else keeps count of.
 */
function makeHttpsTransport(userAgent) {
    const client = new lib_HttpClient(userAgent);
    const settings = { keepAlive: true, maxSockets: send/* MAX_REQUESTS */.aA, rejectUnauthorized: true };
    const direct = new ReadyAgent(settings);
    const proxied = new agents_ProxyAgent(client, settings);
    const chooseAgent = (url) => {
        if (url.protocol !== 'https:')
            throw new transport_error/* TransportError */.wX('only https is used', { failure: 'not-https' });
        return hasProxy(url) ? proxied : direct;
    };
    return {
        send: makeTransport({ client, userAgent, chooseAgent }),
        connectAhead: (origin, count) => {
            try {
                if (chooseAgent(new URL(origin)) === direct)
                    direct.openAhead(origin, Math.min(count, send/* MAX_REQUESTS */.aA));
            }
            catch {
                // An obstacle to opening a connection also stops the request, which says why.
            }
        },
    };
}
/** Sends to endpoints on the machine itself: http is allowed, a proxy is never used, no connection is kept. */
function makeLocalTransport(userAgent) {
    return makeTransport({ client: new lib_HttpClient(userAgent), userAgent, chooseAgent: () => false });
}
// A proxy that cannot be used is no reason to go around it.
function hasProxy(url) {
    try {
        return lib_getProxyUrl(url.href) !== '';
    }
    catch (cause) {
        throw new transport_error/* TransportError */.wX('the proxy variable holds no valid address', { failure: 'proxy-refused', cause });
    }
}
function makeTransport({ client, userAgent, chooseAgent }) {
    return async (request, timeoutMs) => {
        const url = new URL(request.url);
        const agent = chooseAgent(url);
        const end = new AbortController();
        const info = describeRequest(request, { url, agent, userAgent, signal: end.signal });
        let timer;
        const timeUp = new Promise((resolve) => {
            timer = setTimeout(() => {
                const isProxySilent = agent instanceof agents_ProxyAgent && agent.isOpening(end.signal);
                resolve(timeOut(timeoutMs, isProxySilent));
            }, timeoutMs);
        });
        // The client takes null for no body, as its own methods hand it on, but its type does not say so.
        const body = (request.body?.reveal() ?? null);
        const answer = client
            .requestRaw(info, body)
            .then(({ message }) => readAnswer(message))
            .catch((error) => (error instanceof transport_error/* TransportError */.wX ? error : (0,transport_error/* classifyFailure */.XE)(error)));
        // A request that still waits for its connection does not hear of the signal, and so is not waited for.
        const outcome = await Promise.race([answer, timeUp]);
        clearTimeout(timer);
        if (!(outcome instanceof transport_error/* TransportError */.wX))
            return outcome;
        end.abort();
        throw outcome;
    };
}
function timeOut(timeoutMs, isProxySilent) {
    const seconds = `${Math.round(timeoutMs / 100) / 10} s`;
    return isProxySilent
        ? new transport_error/* TransportError */.wX(`the proxy opened no connection within ${seconds}`, { failure: 'proxy-failing' })
        : new transport_error/* TransportError */.wX(`no whole answer came within ${seconds}`, { failure: 'time-out' });
}
function describeRequest(request, { url, agent, userAgent, signal }) {
    const [httpModule, defaultPort] = url.protocol === 'https:' ? [(external_node_https_default()), 443] : [(external_node_http_default()), 80];
    const options = {
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port === '' ? defaultPort : Number(url.port),
        path: url.pathname + url.search,
        method: request.method,
        headers: { 'user-agent': userAgent, accept: 'application/json', ...revealAll(request.headers) },
        agent,
        signal,
        attemptSignal: signal,
        rejectUnauthorized: true,
    };
    return { parsedUrl: url, httpModule, options };
}
function readAnswer(message) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        let size = 0;
        message.on('data', (chunk) => {
            chunks.push(chunk);
            size += chunk.length;
            if (size > MAX_BODY_BYTES)
                reject(tooLarge());
        });
        message.on('error', reject);
        message.on('end', () => resolve(describeResponse(message, Buffer.concat(chunks))));
    });
}
function tooLarge() {
    return new transport_error/* TransportError */.wX(`the answer is over ${MAX_BODY_BYTES / 1024 / 1024} MiB`, { failure: 'too-large' });
}
function describeResponse(message, body) {
    const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]));
    return { status: Number(message.statusCode), headers, body: body.toString('utf8') };
}
function revealAll(headers) {
    const revealed = Object.entries(headers).map(([name, value]) => [
        name,
        value instanceof secret_text/* SecretText */.o ? value.reveal() : value,
    ]);
    return Object.fromEntries(revealed);
}
//# sourceMappingURL=transport.js.map
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = require("node:child_process");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/programs/src/ports.js
var ports = __nccwpck_require__(6580);
;// CONCATENATED MODULE: ./build/programs/src/entry/real-machine.js
// The machine that the step runs on: its programs, its files, and files that only this user may read, in the runner's
// temporary folder and beyond the runner's folders.





/** More than any token; what is over it ends the program. */
const MAX_OUTPUT_BYTES = 1024 * 1024;
/** Folder in which programs are started: Windows looks for them there first, and a workspace may hold anybody's. */
const SAFE_FOLDER = process.platform === 'win32' ? (process.env['SystemRoot'] ?? 'C:\\Windows') : '/';
/** The real machine. */
const realMachine = {
    platform: process.platform,
    readFile: (path, maxBytes) => {
        const file = (0,external_node_fs_namespaceObject.openSync)((0,external_node_path_.resolve)(process.env['GITHUB_WORKSPACE'] ?? '.', path), 'r');
        try {
            // One byte more than allowed tells whether there is more, whatever the file says of its size.
            const buffer = Buffer.alloc(maxBytes + 1);
            let length = 0;
            for (let read = -1; read !== 0 && length < buffer.length; length += read) {
                read = (0,external_node_fs_namespaceObject.readSync)(file, buffer, length, buffer.length - length, null);
            }
            if (length > maxBytes)
                throw Object.assign(new Error('the file is too large'), { code: ports/* FILE_TOO_LARGE */.U });
            return buffer.subarray(0, length);
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(file);
        }
    },
    exists: (path) => (0,external_node_fs_namespaceObject.existsSync)(path),
    runProgram: async ({ file, args, variables = {}, withheld = [], timeoutMs }) => {
        const env = childEnvironment(process.env, { variables, withheld }, process.platform);
        const options = { env, cwd: SAFE_FOLDER, timeout: timeoutMs, maxBuffer: MAX_OUTPUT_BYTES, windowsHide: true };
        return new Promise((done) => {
            (0,external_node_child_process_namespaceObject.execFile)(file, [...args], options, (error, stdout, stderr) => {
                if (error === null)
                    done({ exitCode: 0, stdout, stderr });
                else if (error.code === 'ENOENT')
                    done(undefined);
                else
                    done({ exitCode: typeof error.code === 'number' ? error.code : undefined, stdout, stderr });
            });
        });
    },
};
/** Variables of the runner and its actions: inputs, tokens, what was saved for a post step. */
const FAMILIES = /^(?:INPUT|ACTIONS|STATE)_/;
/** Other secret variables, which no program that is started reads; and the file to which Python writes the keys of TLS. */
const SECRETS = new Set([
    'AZURE_CLIENT_SECRET',
    'AZURE_CLIENT_CERTIFICATE_PASSWORD',
    'GITHUB_TOKEN',
    'GH_TOKEN',
    'NODE_AUTH_TOKEN',
    'SSLKEYLOGFILE',
]);
/**
 * Returns the step's own variables, less its secrets and what is withheld, in whatever case, and those that are added for
 * the program. Windows takes names that differ in case for one, and a program gets the first of them: there those that are
 * replaced must go.
 */
function childEnvironment(own, { variables: added, withheld }, platform) {
    const replaced = new Set(platform === 'win32' ? Object.keys(added).map((name) => name.toUpperCase()) : []);
    const hidden = new Set([...SECRETS, ...withheld.map((name) => name.toUpperCase())]);
    const kept = Object.entries(own).filter(([name]) => {
        const upper = name.toUpperCase();
        return !FAMILIES.test(upper) && !hidden.has(upper) && !replaced.has(upper);
    });
    return { ...Object.fromEntries(kept), ...added };
}
/** Windows gives no rights by these: there the rights of the folder above hold. */
const OWN_FOLDER = 0o700;
const OWN_FILE = 0o600;
/** The real folders, below `RUNNER_TEMP` as it is when each is called for. */
const privateFolders = {
    problem: () => {
        if (!process.env['RUNNER_TEMP'])
            return 'RUNNER_TEMP is not set.';
        return isWritableFolder(temporaryFolder())
            ? undefined
            : 'RUNNER_TEMP does not name a folder that can be written to.';
    },
    pathOf: (folder, file) => (0,external_node_path_.join)(pathOf(folder), file),
    // Neither call makes do with what is there already, and so neither follows a link that somebody has laid.
    make: (folder) => (0,external_node_fs_namespaceObject.mkdirSync)(pathOf(folder), { mode: OWN_FOLDER }),
    write: (folder, file, content) => {
        const opened = (0,external_node_fs_namespaceObject.openSync)((0,external_node_path_.join)(pathOf(folder), file), 'wx', OWN_FILE);
        try {
            for (const part of content instanceof secret_text/* SecretBytes */.y ? [content.reveal()] : content)
                (0,external_node_fs_namespaceObject.writeFileSync)(opened, part);
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(opened);
        }
    },
    // On Windows a scanner may still have a file open.
    remove: (folder) => (0,external_node_fs_namespaceObject.rmSync)(pathOf(folder), { recursive: true, force: true, maxRetries: 3 }),
};
function temporaryFolder() {
    const path = process.env['RUNNER_TEMP'];
    if (!path)
        throw new Error('RUNNER_TEMP is not set');
    return (0,external_node_path_.resolve)(path);
}
function pathOf(folder) {
    return (0,external_node_path_.join)(temporaryFolder(), folder);
}
function isWritableFolder(path) {
    try {
        (0,external_node_fs_namespaceObject.accessSync)(path, external_node_fs_namespaceObject.constants.W_OK | external_node_fs_namespaceObject.constants.X_OK);
        return (0,external_node_fs_namespaceObject.statSync)(path).isDirectory();
    }
    catch {
        return false;
    }
}
/** The real files. */
const userFiles = {
    list: (folder) => unless('ENOENT', () => (0,external_node_fs_namespaceObject.readdirSync)(folder)) ?? [],
    exists: (path) => (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false }) !== undefined,
    makeFolder: (path) => {
        (0,external_node_fs_namespaceObject.mkdirSync)(path, { recursive: true, mode: OWN_FOLDER });
    },
    create: (path, bytes) => {
        const file = unless('EEXIST', () => (0,external_node_fs_namespaceObject.openSync)(path, 'wx', OWN_FILE));
        if (file === undefined)
            return false;
        try {
            (0,external_node_fs_namespaceObject.writeFileSync)(file, bytes.reveal());
        }
        catch (error) {
            (0,external_node_fs_namespaceObject.rmSync)(path, { force: true });
            throw error;
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(file);
        }
        return true;
    },
    remove: (path) => (0,external_node_fs_namespaceObject.rmSync)(path, { force: true }),
    removeFolder: (path) => unless('ENOENT', () => (0,external_node_fs_namespaceObject.rmdirSync)(path)),
};
function unless(code, act) {
    try {
        return act();
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === code)
            return undefined;
        throw error;
    }
}
//# sourceMappingURL=real-machine.js.map
;// CONCATENATED MODULE: ./build/programs/src/entry/real-ports.js
// The ports as a runner gives them. The log is standard output, which takes what it is given in its own time.







const USER_AGENT = 'azure-key-vault-action';
/** The real ports. */
function makeRealPorts() {
    const network = settleNetwork();
    const { send, connectAhead } = makeHttpsTransport(USER_AGENT);
    return {
        inputs: {
            input: (name) => getInput(name, { trimWhitespace: false }),
            variable: (name) => process.env[name] || undefined,
        },
        log: realLog,
        files,
        privateFolders: privateFolders,
        userFiles: userFiles,
        network,
        transport: send,
        connectAhead,
        nextTurn: () => new Promise((go) => setImmediate(go)),
        localTransport: makeLocalTransport(USER_AGENT),
        machine: realMachine,
        clock: { nowMs: () => Date.now(), sleep: (ms) => new Promise((wake) => setTimeout(wake, ms)) },
        randomFraction: () => Math.random(),
        randomBytes: (length) => (0,external_node_crypto_.randomBytes)(length),
    };
}
// A pipe that nobody reads would hold the whole process, and no signal would end it.
const APPEND_AT_ONCE = external_node_fs_namespaceObject.constants.O_WRONLY | external_node_fs_namespaceObject.constants.O_APPEND | external_node_fs_namespaceObject.constants.O_CREAT | (external_node_fs_namespaceObject.constants.O_NONBLOCK ?? 0) /* Windows has none */;
const files = {
    problemOf: (file) => {
        const path = process.env[file];
        if (path === undefined || path === '')
            return `${file} is not set.`;
        return isWritableFile(path) ? undefined : `${file} does not name a file that can be written to.`;
    },
    setOutput: (name, value) => setOutput(name, value),
    exportVariable: (name, value) => exportVariable(name, value),
    saveState: (name, value) => saveState(name, value),
    mark: (file) => {
        const path = process.env[file] ?? '';
        const { size } = (0,external_node_fs_namespaceObject.statSync)(path);
        return () => (0,external_node_fs_namespaceObject.truncateSync)(path, size);
    },
    writeSummary: async (html) => {
        const file = (0,external_node_fs_namespaceObject.openSync)(process.env['GITHUB_STEP_SUMMARY'] ?? '', APPEND_AT_ONCE);
        try {
            (0,external_node_fs_namespaceObject.appendFileSync)(file, html);
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(file);
        }
    },
};
function isWritableFile(path) {
    try {
        (0,external_node_fs_namespaceObject.accessSync)(path, external_node_fs_namespaceObject.constants.W_OK);
        return (0,external_node_fs_namespaceObject.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
/** A runner reads at once. One that has not read for so long reads no more. */
const READ_TIMEOUT_MS = 60_000;
const annotate = { error: core_error, warning: warning, notice: notice };
/** The real log. */
const realLog = {
    info: (line) => info(toLogLine(line)),
    debug: (lines) => {
        if (isDebug())
            for (const line of lines())
                core_debug(line);
    },
    annotate: (level, { title, text }) => annotate[level](text, { title }),
    mask: async (texts) => {
        if (texts.length === 0)
            return;
        printMasks(texts);
        if (!(await isPrinted()))
            throw masksNotTaken();
    },
};
function printMasks(texts) {
    // A value has dozens of masks: they go out together.
    process.stdout.cork();
    try {
        for (const text of texts)
            core_setSecret(toMaskText(text.reveal()));
    }
    finally {
        process.stdout.uncork();
    }
}
/**
 * Whether standard output has taken all that was printed so far: a pipe may be full, and its reader slow or gone. False
 * after a minute in which it did not.
 */
function isPrinted() {
    return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), READ_TIMEOUT_MS);
        // Writes are taken in their order, so the last one's end is that of all.
        process.stdout.write('', (error) => {
            clearTimeout(timer);
            resolve(error === undefined || error === null);
        });
    });
}
//# sourceMappingURL=real-ports.js.map
;// CONCATENATED MODULE: ./build/programs/src/entry/run.js
// Around every flow: failed until proved otherwise, and never a stack trace.


/**
 * Runs a flow to its end. The exit code is 1 from the start and 0 only once the flow has said that it succeeded, so
 * that neither a promise that never settles nor an early exit can pass for success, and a bug stays one.
 */
function runFlow(flow) {
    process.exitCode = 1;
    // Node's own warnings go to stderr, which a runner shows before the masks that stdout has asked for.
    process.removeAllListeners('warning');
    let ended = false;
    let defective = false;
    const fail = (error) => {
        process.exitCode = 1;
        // A failure while a bug is reported would be the next bug, for ever.
        if (defective)
            process.exit();
        defective = true;
        reportDefect(error);
    };
    const failUnlessEnded = () => {
        if (!ended)
            fail(undefined);
        ended = true;
    };
    // Nobody reads any more. The flow ends at the point that must be read before it goes on; what it has begun it takes back first.
    process.stdout.on('error', () => {
        defective = true;
    });
    process.on('uncaughtException', fail);
    process.on('unhandledRejection', fail);
    process.on('beforeExit', failUnlessEnded);
    // process.exit() skips the event above; what is printed here may get lost, the exit code does not.
    process.on('exit', failUnlessEnded);
    endOnSignal(() => {
        ended = true;
    });
    void flow(makeRealPorts())
        .catch((error) => {
        fail(error);
        return false;
    })
        .then(async (succeeded) => {
        ended = true;
        const isRead = await isPrinted();
        // The system closes what connections are open, and faster.
        process.exit(succeeded && isRead && !defective ? 0 : 1);
    });
}
// A job that is cancelled ends at once, whether or not anybody reads what was printed, but never halfway through a file
// that the runner reads. Where writing blocks, no handler would be called: there the system ends the process.
function endOnSignal(prepare) {
    if (process.platform === 'win32' || process.stdout.isTTY)
        return;
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => {
            prepare();
            process.exit(1);
        });
    }
}
// Neither message nor stack: nobody knows what an unexpected error holds.
function reportDefect(error) {
    const name = error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'unknown';
    core_error(`The action has a bug (${name}). Report it, and name the version that you use.`, {
        title: 'Bug in the action',
    });
}
//# sourceMappingURL=run.js.map
;// CONCATENATED MODULE: ./build/programs/src/entry/fetch.js
// The program of the root action.



runFlow(fetchObjects);
//# sourceMappingURL=fetch.js.map
})();

module.exports = __webpack_exports__;
/******/ })()
;