export const id = 409;
export const ids = [409];
export const modules = {

/***/ 5066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ makeClientAssertion),
/* harmony export */   g: () => (/* binding */ assertionFields)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _secret_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3689);
// A client's own proof: a JWT that it signs with the key of its certificate (RFC 7523 section 2.2).
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
// Of the form alone: nothing needs the bits that tell one kind of GUID from another.
function formatGuid(bytes) {
    return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
/** The form of a token request that an assertion speaks for, be it the client's own or another issuer's ID token. */
function assertionFields(assertion) {
    return {
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
    };
}
//# sourceMappingURL=client-assertion.js.map

/***/ }),

/***/ 3409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   workloadIdentityMethod: () => (/* binding */ workloadIdentityMethod)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _federated_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(834);
/* harmony import */ var _required_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3181);
/* harmony import */ var _token_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9963);
// Workload identity: a token file that the platform keeps fresh, such as on runners in Azure Kubernetes Service.
// https://azure.github.io/azure-workload-identity




const VARIABLE = 'AZURE_FEDERATED_TOKEN_FILE';
/** The file is read anew for each exchange, since the platform replaces it. */
const workloadIdentityMethod = {
    needsTenant: true,
    isRenewable: true,
    waitsForPerson: false,
    makeCredential: ({ inputs, reason, variable, machine }) => ({
        kind: 'workload-identity',
        reason,
        tenantId: inputs.tenantId?.value,
        ...(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .checkAll */ .K7)({
            clientId: () => (0,_required_js__WEBPACK_IMPORTED_MODULE_2__/* .requiredClientId */ .I_)(inputs),
            tokenFile: () => {
                const tokenFile = variable(VARIABLE);
                if (tokenFile === undefined)
                    throw tokenFileError('is not set.');
                readTokenFile(machine, tokenFile);
                return tokenFile;
            },
        }),
    }),
    secretsOf: () => [],
    getToken: (credential, target, context) => {
        const { clientId, tokenFile } = credential;
        const getProof = async () => readTokenFile(context.machine, tokenFile);
        return (0,_federated_token_js__WEBPACK_IMPORTED_MODULE_1__/* .exchangeFederatedToken */ .L)({ clientId, getProof, way: credential }, target, context);
    },
};
function readTokenFile(machine, path) {
    const token = (0,_token_request_js__WEBPACK_IMPORTED_MODULE_3__/* .asToken */ .W1)(readText(machine, path).trim());
    if (token === undefined)
        throw tokenFileError('names a file that holds no token.');
    return token;
}
function readText(machine, path) {
    try {
        return machine.readFile(path, 64 * 1024).toString('utf8');
    }
    catch (error) {
        throw tokenFileError('names a file that cannot be read.', error);
    }
}
function tokenFileError(problem, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'TOKEN_FILE_UNUSABLE',
        title: 'No workload identity here',
        subject: VARIABLE,
        problem,
        hint: 'The webhook of Microsoft Entra Workload ID sets it in pods that carry its label and service account.',
        cause,
    });
}
//# sourceMappingURL=workload-identity.js.map

/***/ }),

/***/ 834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ exchangeFederatedToken)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _claims_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(481);
/* harmony import */ var _client_assertion_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5066);
/* harmony import */ var _exchange_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6489);
/* harmony import */ var _proofs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6587);
// An ID token of another issuer as a client's proof (workload identity federation).
// https://learn.microsoft.com/entra/workload-id/workload-identity-federation





/**
 * Refusals that can pass, as of a federated credential that is new or that a node of Entra ID forgets for a moment, and of
 * an issuer whose keys it could not read.
 */
const PASSING = new Set([
    'ENTRA_AADSTS70021',
    'ENTRA_AADSTS700213',
    'ENTRA_AADSTS7002138',
    'ENTRA_AADSTS50166',
]);
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
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ) || !PASSING.has(error.code))
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
function takeProof({ getProof }, { proofs = _proofs_js__WEBPACK_IMPORTED_MODULE_3__/* .eachItsOwn */ .Q, mask, log }, refused) {
    return proofs(async () => {
        if (refused !== undefined) {
            const [, number = ''] = refused.error.code.split('_');
            log.info(`Microsoft Entra ID refused the ID token (${number}), which can pass: trying again with a new one.`);
        }
        const idToken = await getProof();
        await mask(idToken);
        return idToken;
    }, refused?.idToken);
}
function exchangeOnce({ clientId, way }, idToken, { target, context }) {
    const exchange = { clientId, fields: (0,_client_assertion_js__WEBPACK_IMPORTED_MODULE_1__/* .assertionFields */ .g)(idToken), notes: describeMismatch(idToken), way };
    return (0,_exchange_token_js__WEBPACK_IMPORTED_MODULE_2__/* .exchangeToken */ .r)(exchange, target, context);
}
function describeMismatch(idToken) {
    const claims = (0,_claims_js__WEBPACK_IMPORTED_MODULE_4__/* .decodeClaims */ .Yq)(idToken);
    const [issuer, subject, audience] = ['iss', 'sub', 'aud'].map((name) => (0,_claims_js__WEBPACK_IMPORTED_MODULE_4__/* .describeClaim */ .m4)(claims, name));
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

/***/ 6587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ eachItsOwn)
/* harmony export */ });
/* unused harmony export shareProof */
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
//# sourceMappingURL=proofs.js.map

/***/ })

};
