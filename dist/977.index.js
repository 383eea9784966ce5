"use strict";
exports.id = 977;
exports.ids = [977];
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

/***/ 9977:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeManagedIdentity: () => (/* binding */ makeManagedIdentity)
});

// EXTERNAL MODULE: ./build/programs/src/errors.js + 1 modules
var errors = __webpack_require__(5261);
// EXTERNAL MODULE: ./build/programs/src/secret-text.js
var secret_text = __webpack_require__(7720);
// EXTERNAL MODULE: ./build/programs/src/entra/credential.js
var credential = __webpack_require__(718);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/programs/src/http/json.js
var json = __webpack_require__(8567);
// EXTERNAL MODULE: ./build/programs/src/entra/claims.js
var claims = __webpack_require__(4226);
// EXTERNAL MODULE: ./build/programs/src/http/failure-hints.js
var failure_hints = __webpack_require__(2400);
// EXTERNAL MODULE: ./build/programs/src/input/sign-in-inputs.js + 1 modules
var sign_in_inputs = __webpack_require__(2520);
// EXTERNAL MODULE: ./build/programs/src/entra/aadsts-advice.js + 1 modules
var aadsts_advice = __webpack_require__(5635);
;// CONCATENATED MODULE: ./build/programs/src/entra/managed-identity/identity-error.js
// Refusals of the identity endpoints of Azure's platforms, and advice about each.
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#error-handling





const notFound = (asked) => {
    const { clientId, platform } = asked;
    if (platform === 'Azure Arc' && clientId !== undefined)
        return onlyOne(asked);
    if (clientId === undefined) {
        return {
            problem: `the ${machineOf(asked)} has no identity of its own`,
            hint: `Turn on its system-assigned identity, or assign one and set client-id to it. New identities can take a few minutes.`,
        };
    }
    return {
        problem: `the ${machineOf(asked)} has no identity with ${describeClient(asked)}`,
        hint: `Assign that identity to the ${machineOf(asked)}, or ${withoutClient(asked)} to use the ${machineOf(asked)}'s own identity.`,
    };
};
const several = (asked) => ({
    problem: `the ${machineOf(asked)} has several user-assigned identities`,
    hint: 'Set client-id to the client ID of the identity to use.',
});
const network = () => ({
    problem: 'the endpoint cannot be reached from this network',
    hint: HINTS.IMDS,
});
/** Refusals that Azure tells apart by their descriptions alone. */
const KNOWN_REFUSALS = [
    { pattern: /\bMultiple user[- ]assigned identities exist\b/i, explain: several },
    { pattern: /\bIdentity not found\b/i, explain: notFound },
    { pattern: /\bNo (?:User Assigned or Delegated )?Managed Identity (?:was )?found\b/i, explain: notFound },
    { pattern: /\bunreachable (?:network|host)\b/i, explain: network },
];
/** Azure Arc gave, or would give, the token of its one identity, and another one was asked for. */
function onlyOne(asked) {
    return {
        problem: `the machine has one identity, which is not the one with ${describeClient(asked)}`,
        hint: `Azure Arc gives a machine one identity: ${withoutClient(asked)}.`,
    };
}
/** The error for an answer of another status than 200. */
function refusedIdentityError(response, asked) {
    const answer = (0,json/* parseJsonObject */.dw)(response.body);
    const code = (0,json/* asText */.e1)(answer?.['error'], /^[A-Za-z0-9_]{1,40}$/);
    const codes = code === undefined ? `HTTP ${response.status}` : `HTTP ${response.status}, ${code}`;
    const { problem, hint } = explainRefusal(response, answer, asked);
    return identityError(asked.platform, { problem: `${problem} (${codes})`, hint });
}
function explainRefusal(response, answer, asked) {
    const { status } = response;
    const description = answer === undefined ? response.body : describeAnswer(answer);
    const known = KNOWN_REFUSALS.find(({ pattern }) => pattern.test(description));
    if (known !== undefined)
        return known.explain(asked);
    const [, number] = /\bAADSTS(\d{4,8})\b/.exec(description) ?? [];
    if (number !== undefined) {
        const advice = (0,aadsts_advice/* adviceOf */.wr)(Number(number));
        const problem = advice === undefined ? 'refused' : advice.meaning;
        return { problem: `AADSTS${number}: ${problem}`, hint: advice?.advice ?? (0,aadsts_advice/* lookUpHint */.WT)(Number(number)) };
    }
    if (asked.platform === 'App Service or Container Apps' && status === 401) {
        return {
            problem: 'the header that proves who asks was not accepted',
            hint: 'The platform sets IDENTITY_HEADER when the app starts: restart the runner there, so that it gets the present one.',
        };
    }
    if ([404, 408, 410, 429].includes(status) || status >= 500) {
        return {
            problem: 'the endpoint is starting, busy or failing',
            hint: 'Run the job again in a few minutes. If that does not help, restart the machine or its agent.',
        };
    }
    return (0,failure_hints/* describeForeignRefusal */.S4)(response, 'The endpoint') ?? { problem: 'refused', hint: HINTS[asked.platform] };
}
// App Service has it in `message`.
function describeAnswer(answer) {
    const texts = [answer['error_description'], answer['message']];
    return texts.filter((text) => typeof text === 'string').join(' ');
}
/** The error for an endpoint that gave no answer. */
function unreachableIdentityError(error, { platform }) {
    const hint = (0,failure_hints/* hintForFailure */.VL)(error, { kind: 'machine', hint: HINTS[platform] });
    return identityError(platform, { problem: error.message, hint }, error);
}
const HINTS = {
    IMDS: 'The runner must be a machine in Azure (virtual machine, scale set, AKS node) that reaches 169.254.169.254. With Azure Arc, the runner needs the variables IDENTITY_ENDPOINT and IMDS_ENDPOINT; in App Service or Container Apps, IDENTITY_ENDPOINT and IDENTITY_HEADER. A runner that is a service takes them from its .env file.',
    'App Service or Container Apps': 'Turn on a managed identity for the app, and restart the runner there, so that it gets the present IDENTITY_ENDPOINT and IDENTITY_HEADER.',
    'Azure Arc': 'Check that the agent of Azure Arc runs and is connected ("azcmagent show"), then run the job again.',
};
/** The error for what an identity endpoint did. */
function identityError(platform, { problem, hint }, cause) {
    return new errors/* ActionError */.lZ({
        code: 'MANAGED_IDENTITY_FAILED',
        title: 'No token from the managed identity',
        subject: `Managed identity (${platform})`,
        problem: `${problem}.`,
        hint,
        cause,
    });
}
function machineOf({ platform }) {
    return platform === 'App Service or Container Apps' ? 'app' : 'machine';
}
function describeClient({ clientId, clientIdSource }) {
    return `client ID ${clientId}${clientIdSource === undefined ? '' : ` (${(0,sign_in_inputs/* describeSource */.B6)(clientIdSource)})`}`;
}
// An empty variable of the step counts as left out.
function withoutClient({ clientIdSource }) {
    return clientIdSource === undefined || !(0,sign_in_inputs/* isVariable */.DZ)(clientIdSource)
        ? 'leave client-id out'
        : `set ${clientIdSource} to "" in the env of the step`;
}
//# sourceMappingURL=identity-error.js.map
// EXTERNAL MODULE: ./build/programs/src/http/retry-policy.js
var retry_policy = __webpack_require__(4358);
// EXTERNAL MODULE: ./build/programs/src/http/send.js
var send = __webpack_require__(9555);
// EXTERNAL MODULE: ./build/programs/src/http/transport-error.js
var transport_error = __webpack_require__(3675);
// EXTERNAL MODULE: ./build/programs/src/entra/token-request.js
var token_request = __webpack_require__(6518);
;// CONCATENATED MODULE: ./build/programs/src/entra/managed-identity/local-endpoint.js
// Common parts of the identity endpoints of Azure's platforms.








/** Whether this is an http(s) address on this machine, by loopback or link-local address, without credentials. */
function isOnMachine(url) {
    if (!URL.canParse(url))
        return false;
    const { protocol, hostname, username, password } = new URL(url);
    const isLocal = /^(?:localhost|127\.\d+\.\d+\.\d+|169\.254\.\d+\.\d+|\[::1\])$/.test(hostname);
    return isLocal && /^https?:$/.test(protocol) && username === '' && password === '';
}
/** The rules that MSAL has for endpoints other than IMDS: three more attempts, a second apart. */
const LOCAL_RULES = {
    ...retry_policy/* RETRY_RULES */.r9,
    attempts: 4,
    baseMs: 1_000,
    factor: 1,
    jitter: false,
    statuses: [404, 408, 429, 500, 502, 503, 504],
};
/** Sends without a proxy; an answer that does not come is an error that names the platform. */
async function sendLocal(request, context, { asked, rules }) {
    return (0,send/* send */.tN)(request, { ...context, transport: context.localTransport }, { rules }).catch((error) => {
        if (!(error instanceof transport_error/* TransportError */.wX))
            throw error;
        throw unreachableIdentityError(error, asked);
    });
}
/** @throws ActionError if the answer is not a token */
function processIdentityResponse(response, nowMs, asked) {
    if (response.status !== 200)
        throw (0,send/* advisingWait */.T8)(refusedIdentityError(response, asked), response);
    const answer = (0,json/* parseJsonObject */.dw)(response.body);
    const token = (0,token_request/* asToken */.W1)(answer?.['access_token']);
    if (token === undefined) {
        const foreign = (0,failure_hints/* describeForeignAnswer */.EW)(response, 'The endpoint');
        const none = { problem: 'the answer holds no usable token', hint: 'Check that this is an endpoint of Azure.' };
        throw identityError(asked.platform, foreign ?? none);
    }
    return { token, expiresOnSeconds: endOf(answer) ?? (0,claims/* expiryOf */.p1)(token) ?? Math.floor(nowMs / 1000) + 3600 };
}
// Seconds since 1970, as a number or as digits. Older platforms send a date: then the token says it, else an hour is assumed.
function endOf(answer) {
    const digits = (0,json/* asText */.e1)(String(answer?.['expires_on'] ?? ''), /^\d{1,12}$/);
    return digits === undefined ? undefined : Number(digits);
}
/** A token of the app's identity; the header keeps other processes' forged requests out. */
async function getAppServiceToken({ url, header }, request, context) {
    const { clientId, resource } = request;
    const asked = { ...request, platform: 'App Service or Container Apps' };
    const address = new URL(url);
    address.searchParams.set('api-version', '2019-08-01');
    address.searchParams.set('resource', resource);
    if (clientId !== undefined)
        address.searchParams.set('client_id', clientId);
    const message = { method: 'GET', url: address.href, headers: { 'x-identity-header': header } };
    const response = await sendLocal(message, context, { asked, rules: LOCAL_RULES });
    return processIdentityResponse(response, context.clock.nowMs(), asked);
}
/** Waits of 2, 4, 8, 16 s, as documented; 404 means that the service is starting. */
const IMDS_RULES = {
    ...retry_policy/* RETRY_RULES */.r9,
    baseMs: 2_000,
    jitter: false,
    statuses: [404, 408, 429, 500, 501, 502, 503, 504, 505],
};
/** 410 means that the service is being updated, which takes up to 70 s: seven waits, the one after the first 410 included. */
const UPDATING_RULES = {
    ...IMDS_RULES,
    attempts: 7,
    baseMs: 10_000,
    factor: 1,
    statuses: [...IMDS_RULES.statuses, 410],
};
/** A token of the machine's identity. */
async function getImdsToken({ url }, asking, context) {
    const { clientId, resource } = asking;
    const asked = { ...asking, platform: 'IMDS' };
    const query = new URLSearchParams({ 'api-version': '2018-02-01', resource });
    if (clientId !== undefined)
        query.set('client_id', clientId);
    const request = {
        method: 'GET',
        url: `${url}/metadata/identity/oauth2/token?${query}`,
        headers: { metadata: 'true' },
    };
    const first = await sendLocal(request, context, { asked, rules: IMDS_RULES });
    const response = first.status === 410 ? await waitForUpdate({ request, first, asked }, context) : first;
    return processIdentityResponse(response, context.clock.nowMs(), asked);
}
async function waitForUpdate({ request, first, asked }, context) {
    const { clock, deadlineMs } = context;
    const state = {
        outcome: first,
        attempt: 1,
        nowMs: clock.nowMs(),
        deadlineMs,
        randomFraction: 0,
        transient: false,
    };
    const delayMs = (0,retry_policy/* retryDelayMs */.qO)({ ...state, rules: UPDATING_RULES });
    if (delayMs === undefined)
        return first;
    await clock.sleep(delayMs);
    return sendLocal(request, context, { asked, rules: UPDATING_RULES });
}
//# sourceMappingURL=local-endpoint.js.map
;// CONCATENATED MODULE: ./build/programs/src/entra/managed-identity/azure-arc.js
// Azure Arc: machines outside Azure, whose agent proves itself to callers who may read a file.
// https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication






const PLATFORM = 'Azure Arc';
/** The agent's files are smaller. */
const MAX_KEY_BYTES = 4096;
/** A token of the machine's identity: asked for, challenged, asked for again with the file that the challenge names. */
async function getArcToken({ url }, asking, context) {
    const { clientId, resource } = asking;
    const asked = { ...asking, platform: PLATFORM };
    const address = new URL(url);
    address.searchParams.set('api-version', '2020-06-01');
    address.searchParams.set('resource', resource);
    if (clientId !== undefined)
        address.searchParams.set('client_id', clientId);
    const request = { method: 'GET', url: address.href, headers: { metadata: 'true' } };
    const options = { asked, rules: LOCAL_RULES };
    const challenge = await sendLocal(request, context, options);
    if (challenge.status !== 401)
        return processArcResponse(challenge, context, asked);
    const [, path = ''] = /^Basic realm="?([^"]+)"?$/i.exec(challenge.headers['www-authenticate']?.trim() ?? '') ?? [];
    const key = readKey(path, context);
    await context.mask(key);
    const authorization = new secret_text/* SecretText */.o(`Basic ${key.reveal()}`);
    const response = await sendLocal({ ...request, headers: { ...request.headers, authorization } }, context, options);
    return processArcResponse(response, context, asked);
}
// An agent that knows nothing of user-assigned identities skips the ID, and gives the token of the machine.
function processArcResponse(response, { clock }, asked) {
    const token = processIdentityResponse(response, clock.nowMs(), asked);
    const given = (0,claims/* claimText */.Q1)((0,claims/* decodeClaims */.Yq)(token.token), 'appid');
    if (asked.clientId === undefined || given === undefined)
        return token;
    if (given.toLowerCase() === asked.clientId.toLowerCase())
        return token;
    throw identityError(PLATFORM, onlyOne(asked));
}
// The server at that address names a file to read and send back: only the agent's own files are.
function readKey(path, { machine, variable }) {
    const isWindows = machine.platform === 'win32';
    const { normalize, dirname, extname, join } = isWindows ? external_node_path_.win32 : external_node_path_.posix;
    const folder = isWindows
        ? join(variable('ProgramData') ?? 'C:\\ProgramData', 'AzureConnectedMachineAgent', 'Tokens')
        : '/var/opt/azcmagent/tokens';
    // Windows does not tell capitals apart.
    const fold = (text) => (isWindows ? text.toLowerCase() : text);
    if (path !== normalize(path) || fold(dirname(path)) !== fold(folder) || extname(path) !== '.key') {
        throw identityError(PLATFORM, {
            problem: 'the challenge names a file that does not belong to the agent',
            hint: `Nothing was read or sent. ${NOT_ARC}`,
        });
    }
    const text = (0,json/* asText */.e1)(readText(path, machine).trim(), /^[\x20-\x7e]+$/);
    if (text === undefined)
        throw identityError(PLATFORM, { problem: "the agent's file holds no key", hint: `Nothing was sent. ${NOT_ARC}` });
    return new secret_text/* SecretText */.o(text);
}
function readText(path, machine) {
    try {
        return machine.readFile(path, MAX_KEY_BYTES).toString('utf8');
    }
    catch (error) {
        const hint = machine.platform === 'win32' ? WINDOWS_RIGHTS : LINUX_RIGHTS;
        throw identityError(PLATFORM, { problem: "the agent's file cannot be read", hint }, error);
    }
}
const NOT_ARC = 'Check that IDENTITY_ENDPOINT is the address of the agent ("azcmagent show").';
const LINUX_RIGHTS = 'Add the user of the runner to the group himds, and restart the runner.';
// https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication#prerequisites
const WINDOWS_RIGHTS = 'Add the user of the runner to the local group Administrators or "Hybrid Agent Extension Applications", and restart the runner.';
//# sourceMappingURL=azure-arc.js.map
;// CONCATENATED MODULE: ./build/programs/src/entra/credentials/managed-identity.js
// Managed identity: the machine's own identity, for self-hosted runners in Azure.
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token





/**
 * The credential of the machine; with a client ID, of that user-assigned identity. Asked for by hand only: elsewhere the
 * endpoint does not answer, and finding that out takes long.
 * @throws ActionError if a variable names no endpoint of this machine
 */
function makeManagedIdentity(source) {
    const { inputs, variable, machine } = source;
    const endpoint = chooseEndpoint(variable, machine);
    return {
        ...(0,credential/* describeWay */.x9)('managed-identity', source, { tenantId: inputs.tenantId, clientId: inputs.clientId }),
        tenantId: inputs.tenantId?.value,
        clientId: inputs.clientId?.value,
        secrets: endpoint.kind === 'app-service' ? [endpoint.header] : [],
        needsTenant: false,
        isRenewable: true,
        waitsForPerson: false,
        getToken: ({ scope }, context) => {
            // These endpoints speak version 1 of the protocol, which names a resource.
            const resource = scope.replace(/\/\.default$/, '');
            return askEndpoint(endpoint, { clientId: inputs.clientId?.value, clientIdSource: inputs.clientId?.source, resource }, context);
        },
    };
}
function askEndpoint(endpoint, request, context) {
    switch (endpoint.kind) {
        case 'app-service':
            return getAppServiceToken(endpoint, request, context);
        case 'azure-arc':
            return getArcToken(endpoint, request, context);
        case 'imds':
            return getImdsToken(endpoint, request, context);
    }
}
function chooseEndpoint(variable, machine) {
    const url = variable('IDENTITY_ENDPOINT');
    const header = variable('IDENTITY_HEADER');
    if (url !== undefined && header !== undefined) {
        return { kind: 'app-service', url: checked('IDENTITY_ENDPOINT', url), header: new secret_text/* SecretText */.o(header) };
    }
    if (url !== undefined && variable('IMDS_ENDPOINT') !== undefined) {
        return { kind: 'azure-arc', url: checked('IDENTITY_ENDPOINT', url) };
    }
    const base = variable('AZURE_POD_IDENTITY_AUTHORITY_HOST');
    if (base === undefined) {
        const hasAgent = machine.exists(arcAgent(variable, machine));
        return hasAgent ? { kind: 'azure-arc', url: ARC_URL } : { kind: 'imds', url: 'http://169.254.169.254' };
    }
    // The one endpoint that may be anywhere: nothing secret is sent to it.
    if (!/^https?:\/\/[^/?#@\\\s]+\/?$/i.test(base) || !URL.canParse(base))
        throw notAnEndpoint('AZURE_POD_IDENTITY_AUTHORITY_HOST');
    return { kind: 'imds', url: new URL(base).origin };
}
// A runner that is a service started before the agent was installed, or without a login shell, has not its variables.
// https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication
const ARC_URL = 'http://localhost:40342/metadata/identity/oauth2/token';
function arcAgent(variable, { platform }) {
    if (platform !== 'win32')
        return '/opt/azcmagent/bin/himds';
    return `${variable('ProgramFiles') ?? 'C:\\Program Files'}\\AzureConnectedMachineAgent\\himds.exe`;
}
// The header and, for Arc, a key are sent there: a variable must not choose another machine for that.
function checked(name, url) {
    if (isOnMachine(url))
        return url;
    throw notAnEndpoint(name);
}
function notAnEndpoint(name) {
    return new errors/* ActionError */.lZ({
        code: 'IDENTITY_ENDPOINT_INVALID',
        title: 'No managed identity here',
        subject: name,
        problem: 'the value is not the address of an identity endpoint on this machine.',
        hint: 'The platform sets this variable; nothing was sent.',
    });
}
//# sourceMappingURL=managed-identity.js.map

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