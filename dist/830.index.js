"use strict";
exports.id = 830;
exports.ids = [830];
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

/***/ 3830:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   makeAzureCli: () => (/* binding */ makeAzureCli)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5261);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8567);
/* harmony import */ var _aadsts_advice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5635);
/* harmony import */ var _claims_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4226);
/* harmony import */ var _credential_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(718);
/* harmony import */ var _token_request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6518);






/** az needs a second or several to start. */
const TIMEOUT_MS = 60_000;
/** The credential of whoever `az` is signed in as; with the input `tenant-id`, in that tenant. Asked for by hand only. */
function makeAzureCli(source) {
    const given = source.inputs.tenantId?.source === 'tenant-id' ? source.inputs.tenantId : undefined;
    return {
        ...(0,_credential_js__WEBPACK_IMPORTED_MODULE_3__/* .describeWay */ .x9)('azure-cli', source, { tenantId: given }),
        tenantId: given?.value,
        clientId: undefined,
        secrets: [],
        needsTenant: false,
        // az keeps its tokens: a second one would be the first.
        isRenewable: false,
        waitsForPerson: false,
        getToken: (target, context) => askAz(given?.value, target, context),
    };
}
async function askAz(tenantId, { scope }, { machine, clock, log, deadlineMs }) {
    const resource = scope.replace(/\/\.default$/, '');
    const run = (inTenant) => {
        const timeoutMs = Math.min(TIMEOUT_MS, deadlineMs - clock.nowMs());
        return machine.runProgram(azStart(machine, { resource, tenantId: inTenant, timeoutMs }));
    };
    let result = await run(tenantId);
    if (result !== undefined && takesNoTenant(result)) {
        log.info('az is signed in with a managed identity, which has one tenant: asking again without tenant-id.');
        result = await run(undefined);
    }
    if (result === undefined)
        throw notInstalled();
    if (result.exitCode !== 0)
        throw describeFailure(result);
    return processAzOutput(result.stdout, clock.nowMs());
}
// On Windows az is a batch file, which only a shell can run: its command line is a constant, and what differs from run
// to run reaches it by variables that hold nothing but letters, digits, dots, colons, slashes, hyphens and underscores.
function azStart({ platform }, { resource, tenantId, timeoutMs }) {
    const args = ['account', 'get-access-token', '--output', 'json', '--resource'];
    if (platform !== 'win32') {
        return {
            file: 'az',
            args: [...args, resource, ...(tenantId === undefined ? [] : ['--tenant', tenantId])],
            timeoutMs,
        };
    }
    if (!/^[\w.:/-]+$/.test(resource)) {
        throw cliError('AZURE_CLI_FAILED', 'the scope has characters that cannot be passed to az on Windows.', 'Sign in without az, for example with auth-method: github-oidc.');
    }
    const tenantArg = tenantId === undefined ? '' : ' --tenant %AKV_TENANT%';
    return {
        file: 'cmd.exe',
        args: ['/d', '/s', '/c', `az.cmd ${args.join(' ')} %AKV_RESOURCE%${tenantArg}`],
        variables: { AKV_RESOURCE: resource, ...(tenantId !== undefined && { AKV_TENANT: tenantId }) },
        timeoutMs,
    };
}
// https://github.com/Azure/azure-cli/pull/31869
function takesNoTenant({ exitCode, stderr }) {
    return exitCode !== 0 && /\bTenant shouldn't be specified\b/i.test(stderr);
}
function processAzOutput(stdout, nowMs) {
    const answer = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJsonObject */ .dw)(stdout);
    const token = (0,_token_request_js__WEBPACK_IMPORTED_MODULE_4__/* .asToken */ .W1)(answer?.['accessToken']);
    if (token === undefined)
        throw cliError('AZURE_CLI_FAILED', 'az printed no token.', 'Run "az account get-access-token" in an earlier step to see why.');
    // Since version 2.54; the older expiresOn is local time without a zone.
    const expiresOn = answer?.['expires_on'];
    const end = typeof expiresOn === 'number' ? expiresOn : (0,_claims_js__WEBPACK_IMPORTED_MODULE_2__/* .expiryOf */ .p1)(token);
    return { token, expiresOnSeconds: end ?? Math.floor(nowMs / 1000) };
}
// The output of az is not shown: known facts are taken out of it.
function describeFailure({ exitCode, stderr }) {
    if (exitCode === undefined)
        return cliError('AZURE_CLI_TIMEOUT', `az gave no token within ${TIMEOUT_MS / 1000} s.`, 'Run the job again.');
    const [, number] = /\bAADSTS(\d{4,8})\b/.exec(stderr) ?? [];
    if (number !== undefined) {
        const known = (0,_aadsts_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .adviceOf */ .wr)(Number(number), 'azure-cli');
        return cliError(number === '700024' ? 'AZURE_CLI_ASSERTION_EXPIRED' : 'AZURE_CLI_REFUSED', `az was refused (AADSTS${number})${known === undefined ? '' : `: ${known.meaning}`}.`, known?.advice ?? (0,_aadsts_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .lookUpHint */ .WT)(Number(number)));
    }
    if (isAbsent(exitCode, stderr))
        return notInstalled();
    if (/\baz login\b/.test(stderr))
        return cliError('AZURE_CLI_SIGNED_OUT', 'az is not signed in.', 'Put a step with Azure/login before this one.');
    return cliError('AZURE_CLI_FAILED', `az failed with exit code ${exitCode}.`, 'Run "az account get-access-token" in an earlier step to see why.');
}
// cmd.exe (9009) and POSIX shells (127) answer so for a program that is not there; cmd.exe says so in its own language.
function isAbsent(exitCode, stderr) {
    return exitCode === 9009 || exitCode === 127 || /["']az\.cmd["']/.test(stderr);
}
function notInstalled() {
    return cliError('AZURE_CLI_ABSENT', 'az is not installed on this runner.', 'Install Azure CLI before this step, or sign in without it, for example with auth-method: github-oidc.');
}
function cliError(code, problem, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({ code, title: 'No token from Azure CLI', subject: 'azure-cli', problem, hint });
}
//# sourceMappingURL=azure-cli.js.map

/***/ })

};
;