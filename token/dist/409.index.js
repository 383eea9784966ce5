export const id = 409;
export const ids = [409];
export const modules = {

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
/* harmony import */ var _claims_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(481);
/* harmony import */ var _client_assertion_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5066);
/* harmony import */ var _exchange_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6489);
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
    for (const waitMs of WAITS_MS) {
        try {
            return await exchangeOnce(client, target, context);
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ) || !PASSING.has(error.code))
                throw error;
            if (context.clock.nowMs() + waitMs >= context.deadlineMs)
                throw error;
            const [, number = ''] = error.code.split('_');
            context.log.info(`Microsoft Entra ID refused the ID token (${number}), which can pass: trying again with a new one.`);
            await context.clock.sleep(waitMs);
        }
    }
    return exchangeOnce(client, target, context);
}
async function exchangeOnce({ clientId, getProof, way }, target, context) {
    const idToken = await getProof();
    await context.mask(idToken);
    const exchange = { clientId, fields: (0,_client_assertion_js__WEBPACK_IMPORTED_MODULE_1__/* .assertionFields */ .g)(idToken), notes: describeMismatch(idToken), way };
    return (0,_exchange_token_js__WEBPACK_IMPORTED_MODULE_2__/* .exchangeToken */ .r)(exchange, target, context);
}
function describeMismatch(idToken) {
    const claims = (0,_claims_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeClaims */ .Yq)(idToken);
    const [issuer, subject, audience] = ['iss', 'sub', 'aud'].map((name) => (0,_claims_js__WEBPACK_IMPORTED_MODULE_3__/* .describeClaim */ .m4)(claims, name));
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

/***/ })

};
