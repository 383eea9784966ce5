"use strict";
exports.id = 168;
exports.ids = [168];
exports.modules = {

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

/***/ }),

/***/ 2168:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  unknownObjectError: () => (/* binding */ unknownObjectError),
  unreachableVaultError: () => (/* binding */ unreachableVaultError),
  vaultRefusedError: () => (/* binding */ vaultRefusedError)
});

// EXTERNAL MODULE: ./build/programs/src/errors.js
var errors = __webpack_require__(5249);
// EXTERNAL MODULE: ./build/programs/src/http/failure-hints.js
var failure_hints = __webpack_require__(2400);
// EXTERNAL MODULE: ./build/programs/src/http/foreign-answer.js
var foreign_answer = __webpack_require__(552);
// EXTERNAL MODULE: ./build/programs/src/http/transport-error.js
var transport_error = __webpack_require__(3675);
// EXTERNAL MODULE: ./build/programs/src/http/unmet-wait.js
var unmet_wait = __webpack_require__(8022);
// EXTERNAL MODULE: ./build/programs/src/plan/identifier.js + 6 modules
var plan_identifier = __webpack_require__(2827);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/permission-advice.js
// Refusals for want of a permission: which identity needs which role, and the command that assigns it.
// https://learn.microsoft.com/azure/key-vault/general/rbac-guide

const forbiddenByRbac = (refusal, request) => ({
    code: 'VAULT_FORBIDDEN_BY_RBAC',
    title: 'no role',
    meaning: `${describeCaller(refusal, request)} has no role that allows ${refusal.action ?? 'this'}`,
    hint: `Assign it "${leastRole(request)}" ${placeOfRole(request)} For the vault, run \`${assignmentCommand(refusal, request)}\`. New role assignments can take a few minutes. Owner and Contributor don't grant data access.`,
});
const forbiddenByPolicy = (refusal, request) => {
    const { identifier, operation = 'get' } = request;
    return {
        code: 'VAULT_FORBIDDEN_BY_POLICY',
        title: 'no permission',
        meaning: `the vault's access policies do not allow ${describeCaller(refusal, request)} to ${operation} ${identifier.collection}`,
        hint: `Give it "${operation}" of ${identifier.collection} in an access policy of the vault: run \`${policyCommand(refusal, request)}\`. (If the vault uses role-based access instead: "${leastRole(request)}".)`,
    };
};
/** The caller's IDs: as the vault saw them, else as the token has them. */
function idsOf({ appId, objectId }, { caller }) {
    return { appId: appId ?? caller?.clientId, objectId: objectId ?? caller?.objectId };
}
function describeCaller(refusal, request) {
    const { appId, objectId } = idsOf(refusal, request);
    const ids = [appId && `client ID ${appId}`, objectId && `object ID ${objectId}`].filter(Boolean).join(', ');
    const who = request.caller?.isDelegated ? 'the person who signed in' : 'the identity';
    return ids === '' ? who : `${who} (${ids})`;
}
function leastRole({ identifier: { collection }, operation }) {
    if (operation === 'sign')
        return 'Key Vault Crypto User';
    if (operation === 'set')
        return 'Key Vault Secrets Officer';
    return collection === 'secrets' && operation !== 'list' ? 'Key Vault Secrets User' : 'Key Vault Reader';
}
function placeOfRole({ identifier: { collection, name } }) {
    if (name !== undefined)
        return 'on the vault, or on this object alone.';
    if (collection !== 'secrets')
        return 'on the whole vault, since a list is of all objects.';
    return 'on the whole vault, since a list is of all objects; "Key Vault Secrets User", which reading values needs, lists as well.';
}
// Both commands run as they are in Bash and in PowerShell.
function assignmentCommand(refusal, request) {
    const { appId, objectId } = idsOf(refusal, request);
    const type = request.caller?.isDelegated ? 'User' : 'ServicePrincipal';
    const assignee = objectId === undefined && appId !== undefined
        ? `--assignee ${appId}`
        : `--assignee-object-id ${objectId ?? 'OBJECT_ID'} --assignee-principal-type ${type}`;
    const scope = refusal.vaultId ?? `$(az keyvault show --name ${vaultName(request)} --query id --output tsv)`;
    return `az role assignment create --role "${leastRole(request)}" ${assignee} --scope "${scope}"`;
}
const PERMISSIONS = {
    secrets: '--secret-permissions',
    certificates: '--certificate-permissions',
    keys: '--key-permissions',
};
function policyCommand(refusal, request) {
    const { identifier, operation = 'get' } = request;
    const { appId, objectId } = idsOf(refusal, request);
    const who = objectId === undefined && appId !== undefined ? `--spn ${appId}` : `--object-id ${objectId ?? 'OBJECT_ID'}`;
    return `az keyvault set-policy --name ${vaultName(request)} ${who} ${PERMISSIONS[identifier.collection]} ${operation}`;
}
// The first label of the host; an emulator's host has no other.
function vaultName({ identifier: { vaultUrl } }) {
    const [name = ''] = (0,plan_identifier/* vaultHost */.Df)(vaultUrl).split(/[.:]/);
    return name;
}
//# sourceMappingURL=permission-advice.js.map
;// CONCATENATED MODULE: ./build/programs/src/keyvault/unauthorized-advice.js
/** The advice for an answer of status 401. */
const unauthorizedAdvice = (refusal, request) => {
    const known = refusal.akvCode === undefined ? undefined : AKV_CODES.get(refusal.akvCode);
    const { meaning, hint } = (known ?? byFacts)(refusal, request);
    return { code: 'VAULT_UNAUTHORIZED', title: 'token not accepted', meaning, hint };
};
const missing = () => ({
    meaning: 'the request reached the vault without its token',
    hint: 'A proxy on the way removed the Authorization header: let the runner reach the vault without it (NO_PROXY).',
});
const otherAudience = ({ foundAudience }, { caller }) => {
    const found = foundAudience ?? caller?.audience ?? 'another audience';
    const resource = caller?.resource ?? 'https://vault.azure.net';
    const own = `Get the token with "az account get-access-token --resource ${resource}", without a slash at its end, and set access-token to it.`;
    return {
        meaning: `the token is for ${found}, and this cloud's vaults take those for ${resource}`,
        hint: isGiven(caller?.method) ? own : 'Set cloud to that of the vault.',
    };
};
const otherTenant = (refusal, { signedIn, challenged, caller }) => {
    const vaults = refusal.expectedTenant ?? challenged;
    const tokens = refusal.foundTenant ?? signedIn;
    const tenant = vaults ?? 'see its overview in the portal';
    return {
        meaning: `the vault trusts ${vaults === undefined ? 'another tenant' : `tenant ${vaults}`}, and the sign-in was in ${tokens === undefined ? 'another one' : `tenant ${tokens}`}`,
        hint: HINTS_OF_TENANT[caller?.method ?? '']?.(tenant) ?? ofTenant(tenant),
    };
};
const ofTenant = (tenant) => `Set tenant-id to the tenant of the vault (${tenant}), and client-id to an application of that tenant.`;
const HINTS_OF_TENANT = {
    'access-token': (tenant) => `Get the token in the tenant of the vault: az account get-access-token --tenant ${tenant}.`,
    'azure-cli': (tenant) => `Set tenant-id to the tenant of the vault (${tenant}), and sign in to it with Azure/login.`,
    'managed-identity': () => 'The identity of a machine has a token of its own tenant only: use a vault of that tenant, or sign in another way.',
};
const byFacts = (refusal, request) => {
    const { signedIn, challenged, caller } = request;
    if (refusal.demandsClaims) {
        return {
            meaning: 'the vault wants a newer proof of the sign-in than the token is',
            hint: 'A policy (Conditional Access) changed, or the sign-in was revoked: sign in again, and run the job from its start.',
        };
    }
    // Two GUIDs can be compared; a domain name may be of the same tenant.
    if (isGuid(signedIn) && isGuid(challenged) && signedIn.toLowerCase() !== challenged.toLowerCase())
        return otherTenant(refusal, request);
    if (isGiven(caller?.method)) {
        return {
            meaning: 'the vault does not accept the token',
            hint: 'It may have expired, or be for another audience: get it in the same job, right before this step.',
        };
    }
    const isOnly = caller?.method === 'azure-cli' || caller?.method === 'device-code';
    return {
        meaning: `the vault does not accept the token${isOnly ? '' : ', nor a second one'}`,
        hint: "Compare cloud and tenant-id with those of the vault, and check the runner's clock.",
    };
};
/** What is known of the numbers after which a vault gives its reason. */
const AKV_CODES = new Map([
    ['AKV10000', missing],
    ['AKV10001', byFacts],
    ['AKV10022', otherAudience],
    ['AKV10032', otherTenant],
]);
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function isGuid(text) {
    return text !== undefined && GUID.test(text);
}
// A token that the workflow got elsewhere.
function isGiven(method) {
    return method === 'access-token';
}
//# sourceMappingURL=unauthorized-advice.js.map
;// CONCATENATED MODULE: ./build/programs/src/keyvault/vault-advice.js
// What Key Vault's error codes mean, and what to do about each.
// https://learn.microsoft.com/azure/key-vault/general/rest-error-codes


/** The advice for a refusal. */
function vaultAdvice(refusal, request) {
    const known = refusal.code === undefined ? undefined : VAULT_CODES.get(refusal.code);
    if (known !== undefined)
        return known(refusal, request);
    if (refusal.status === 401)
        return unauthorizedAdvice(refusal, request);
    return byStatus(refusal.status);
}
/** For what is not in the vault. */
const NOT_FOUND_ADVICE = {
    code: 'VAULT_NOT_FOUND',
    title: 'not found',
    meaning: 'there is no such object or version in the vault',
    hint: 'Compare the name with the vault: names there have hyphens but no underscores or dots. If it was deleted lately, recover it in the portal.',
};
// A name under the wrong input is the likeliest cause if the kind has few objects.
const notFound = (_refusal, { identifier: { collection }, operation = 'get' }) => {
    if (collection === 'secrets' || operation !== 'get')
        return NOT_FOUND_ADVICE;
    return { ...NOT_FOUND_ADVICE, hint: `${NOT_FOUND_ADVICE.hint} ${ELSEWHERE[collection]}` };
};
// A certificate is also a secret of its name.
const ELSEWHERE = {
    certificates: 'If the vault has a secret or a key of this name, move the line to secrets or keys.',
    keys: 'If the vault has a secret or a certificate of this name, move the line to secrets or certificates.',
};
const disabled = () => ({
    code: 'VAULT_DISABLED',
    title: 'disabled',
    meaning: 'it is disabled',
    hint: 'Enable this version in the vault, or name another one: NAME/VERSION.',
});
const operationForbidden = () => ({
    code: 'VAULT_KEY_OPERATION_FORBIDDEN',
    title: 'not a signing key',
    meaning: 'the key is not allowed to sign',
    hint: 'Issue the certificate anew with "digitalSignature" among the key usages of its policy; the default policy has it.',
});
const deleted = () => ({
    code: 'VAULT_DELETED',
    title: 'deleted, but not purged',
    meaning: 'an object of this name has been deleted and can still be recovered, which keeps the name taken',
    hint: 'Recover it ("az keyvault secret recover"), or purge it, which cannot be undone ("az keyvault secret purge"). Either takes some seconds.',
});
const beingDeleted = () => ({
    code: 'VAULT_DELETED',
    title: 'being deleted',
    meaning: 'an object of this name is being deleted',
    hint: 'Wait until that has ended, recover or purge the deleted object, then run the job again.',
});
const beingRecovered = () => ({
    code: 'VAULT_DELETED',
    title: 'being recovered',
    meaning: 'an object of this name is being recovered',
    hint: 'Run the job again in a minute.',
});
const conflict = () => ({
    code: 'VAULT_CONFLICT',
    title: 'conflict',
    meaning: 'another change of this object is under way',
    hint: 'Run the job again once it has ended, and let no two jobs change the object at a time (concurrency).',
});
const forbiddenByFirewall = (refusal) => ({
    code: 'VAULT_FORBIDDEN_BY_FIREWALL',
    title: 'kept out by the firewall',
    meaning: `the vault's firewall keeps out this runner${refusal.clientAddress === undefined ? '' : `, whose address is ${refusal.clientAddress}`}`,
    hint: 'Use a self-hosted runner, or a larger runner with a network of your own, that the vault allows. "Allow trusted Microsoft services" does not include GitHub.',
});
const forbiddenByConnection = () => ({
    code: 'VAULT_FORBIDDEN_BY_CONNECTION',
    title: 'private access only',
    meaning: 'the vault takes no requests from public networks',
    hint: 'Use a runner inside the virtual network of its private endpoint.',
});
const throttled = () => ({
    code: 'VAULT_THROTTLED',
    title: 'too many requests',
    meaning: 'the vault is busy with too many requests',
    hint: 'A vault answers 4,000 reads in 10 seconds: start fewer jobs at a time (max-parallel), or spread them over several vaults.',
});
const badParameter = () => ({
    code: 'VAULT_BAD_REQUEST',
    title: 'request refused',
    meaning: 'the vault does not take the name or version',
    hint: 'Compare both with the identifier that the portal shows.',
});
/** Advice by the inner error's code, else the error's. */
const VAULT_CODES = new Map([
    ['SecretNotFound', notFound],
    ['CertificateNotFound', notFound],
    ['KeyNotFound', notFound],
    ['SecretDisabled', disabled],
    ['CertificateDisabled', disabled],
    ['KeyDisabled', disabled],
    ['KeyOperationForbidden', operationForbidden],
    ['ObjectIsDeletedButRecoverable', deleted],
    ['ObjectIsBeingDeleted', beingDeleted],
    ['ObjectIsBeingRecovered', beingRecovered],
    ['Conflict', conflict],
    ['ForbiddenByRbac', forbiddenByRbac],
    ['ForbiddenByPolicy', forbiddenByPolicy],
    ['AccessDenied', forbiddenByPolicy],
    ['ForbiddenByFirewall', forbiddenByFirewall],
    ['ForbiddenByConnection', forbiddenByConnection],
    ['Throttled', throttled],
    ['BadParameter', badParameter],
]);
/** Code of an answer about which nothing else is known. */
const REFUSED = 'VAULT_REFUSED';
function byStatus(status) {
    if (status >= 300 && status < 400) {
        return {
            code: 'VAULT_REDIRECT',
            title: 'redirect',
            meaning: 'the answer is a redirect, which is never followed',
            hint: 'Key Vault does not answer like this: check for a proxy on the way.',
        };
    }
    if (status === 408 || status === 429 || status >= 500) {
        return {
            code: 'VAULT_UNAVAILABLE',
            title: 'failing',
            meaning: 'the vault is busy or failing',
            hint: 'Run the job again later; see https://azure.status.microsoft.',
        };
    }
    return {
        code: REFUSED,
        title: 'request refused',
        meaning: 'the vault refused the request',
        hint: 'Check for a proxy on the way, and look at the log of the vault.',
    };
}
//# sourceMappingURL=vault-advice.js.map
// EXTERNAL MODULE: ./build/programs/src/keyvault/vault-error.js
var vault_error = __webpack_require__(3751);
// EXTERNAL MODULE: ./build/programs/src/http/json.js
var json = __webpack_require__(8567);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/vault-refusal.js
// An error answer of a vault, reduced to what may be shown.

/** Reads an error answer; what is missing or malformed is undefined. */
function readVaultRefusal(response) {
    const error = (0,json/* asObject */.eB)((0,json/* parseJsonObject */.dw)(response.body)?.['error']);
    const code = (0,json/* asText */.e1)(error?.['code'], CODE);
    const innerCode = (0,json/* asText */.e1)((0,json/* asObject */.eB)(error?.['innererror'])?.['code'], CODE);
    const message = typeof error?.['message'] === 'string' ? error['message'] : '';
    return {
        status: response.status,
        code: innerCode ?? code,
        akvCode: found(/^(AKV\d{5})\b/, message),
        appId: found(/\bappid=([0-9a-f-]{36})\b/i, message),
        objectId: found(/\boid=([0-9a-f-]{36})\b/i, message),
        clientAddress: found(/\bClient address: ([0-9a-f.:]{3,45}?)\.?(?:\s|$)/i, message),
        action: found(/\bAction: '(Microsoft\.KeyVault\/[A-Za-z/]{1,100})'/, message),
        vaultId: found(VAULT_ID, message),
        foundAudience: found(/^AKV10022\b.*\bfound: ?([\x21-\x7e]{1,200}?)[.,]?(?:\s|$)/, message),
        foundTenant: found(/^AKV10032\b.*\bfound:? https:\/\/[a-z.]+\/([0-9a-f-]{36})\b/, message),
        expectedTenant: found(/^AKV10032\b.*?\bExpected one of https:\/\/[a-z.]+\/([0-9a-f-]{36})\b/, message),
        demandsClaims: /\berror="insufficient_claims"/.test(response.headers['www-authenticate'] ?? ''),
        requestId: (0,json/* asText */.e1)(response.headers['x-ms-request-id'], /^[0-9a-z-]{1,64}$/i),
    };
}
const VAULT_ID = /\bResource: '(\/subscriptions\/[0-9a-f-]{36}\/resourcegroups\/[\w.()-]{1,90}\/providers\/microsoft\.keyvault\/vaults\/[0-9a-z-]{3,24})[/']/i;
const CODE = /^[A-Za-z]{1,64}$/;
function found(pattern, text) {
    return pattern.exec(text)?.[1];
}
//# sourceMappingURL=vault-refusal.js.map
;// CONCATENATED MODULE: ./build/programs/src/keyvault/refused-by-vault.js
// Refusals of a vault, in words that help. Loaded when there is one.









/** The error for an answer of another status than 200. */
function vaultRefusedError(response, identifier, request = {}) {
    const refusal = readVaultRefusal(response);
    const advice = withForeignAnswer(vaultAdvice(refusal, { ...request, identifier }), response);
    const codes = [`HTTP ${refusal.status}`, refusal.code, refusal.akvCode]
        .filter((code) => code !== undefined)
        .join(', ');
    const error = new errors/* ActionError */.lZ({
        code: advice.code,
        title: `${(0,plan_identifier/* vaultHost */.Df)(identifier.vaultUrl)}: ${advice.title}`,
        subject: (0,vault_error/* describeIdentifier */.fY)(identifier),
        problem: `${advice.meaning} (${codes}).`,
        hint: advice.hint,
        ...(refusal.requestId !== undefined && { requestId: `request ID ${refusal.requestId}` }),
    });
    return (0,unmet_wait/* advisingWait */.T)(error, response);
}
// A page of a captive portal or a proxy says more than its status.
function withForeignAnswer(advice, response) {
    const foreign = advice.code === REFUSED ? (0,foreign_answer/* describeForeignRefusal */.S)(response, vault_error/* KEY_VAULT */.tv) : undefined;
    return foreign === undefined ? advice : { ...advice, meaning: foreign.problem, hint: foreign.hint };
}
/** The error for an object or version of which a list says that there is none. */
function unknownObjectError(identifier) {
    const { code, title, meaning, hint } = NOT_FOUND_ADVICE;
    return new errors/* ActionError */.lZ({
        code,
        title: `${(0,plan_identifier/* vaultHost */.Df)(identifier.vaultUrl)}: ${title}`,
        subject: (0,vault_error/* describeIdentifier */.fY)(identifier),
        problem: `${meaning} (the list of its versions has none).`,
        hint,
    });
}
/** The error for a request that got no answer. Anything but a {@link TransportError} is thrown on. */
function unreachableVaultError(error, identifier) {
    if (!(error instanceof transport_error/* TransportError */.wX))
        throw error;
    return new errors/* ActionError */.lZ({
        code: error.failure === 'too-large' ? 'VAULT_ANSWER_TOO_LARGE' : vault_error/* UNREACHABLE */.Dr,
        title: `${(0,plan_identifier/* vaultHost */.Df)(identifier.vaultUrl)}: no answer`,
        subject: (0,vault_error/* describeIdentifier */.fY)(identifier),
        problem: `${error.message}.`,
        hint: (0,failure_hints/* hintForFailure */.V)(error, PLACE),
        cause: error,
    });
}
const PLACE = {
    kind: 'network',
    name: vault_error/* KEY_VAULT */.tv,
    hostHint: 'The name of the vault is misspelled, the vault is in another cloud (set cloud), or it has a private endpoint whose DNS zone this runner does not use.',
    reachHint: 'For a vault with a private endpoint, use a runner inside its network.',
    otherNameHint: "Set keyvault to the vault's public name, NAME.vault.azure.net, and not to a privatelink name or an address: the public name leads to the private endpoint as well.",
};
//# sourceMappingURL=refused-by-vault.js.map

/***/ }),

/***/ 3751:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ UNREACHABLE),
/* harmony export */   W3: () => (/* binding */ unusableAnswerError),
/* harmony export */   fY: () => (/* binding */ describeIdentifier),
/* harmony export */   tv: () => (/* binding */ KEY_VAULT)
/* harmony export */ });
/* unused harmony exports NOT_FOUND, WITHOUT_TAG, NO_MATCH, MISSING, withoutTagError, kindOf */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5249);
/* harmony import */ var _http_foreign_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(552);
/* harmony import */ var _plan_identifier_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2827);
// What can be said of a vault's object without a refusal: its name for people, codes, and errors that come without one.



/** Code of the error for what is not in the vault. */
const NOT_FOUND = 'VAULT_NOT_FOUND';
/** Code of the error for what is in the vault, but does not carry the tags that the line asks for. */
const WITHOUT_TAG = 'VAULT_WITHOUT_TAG';
/** Code of the error for a pattern that matches nothing that can be used. */
const NO_MATCH = 'VAULT_NO_MATCH';
/** Codes of the errors for what is missing, and which `ignore-missing` covers. */
const MISSING = [NOT_FOUND, WITHOUT_TAG, NO_MATCH];
/** Code of the error for a vault that gives no answer. */
const UNREACHABLE = 'VAULT_UNREACHABLE';
/** The error for an object that does not carry a tag. */
function withoutTagError(identifier, tagKey) {
    return new ActionError({
        code: WITHOUT_TAG,
        title: `${vaultHost(identifier.vaultUrl)}: without the tag`,
        subject: describeIdentifier(identifier),
        problem: `it does not carry the tag ${tagKey} with the value that the line asks for.`,
        hint: 'Compare both with the tags in the vault, where case counts.',
    });
}
/** What the service is called. */
const KEY_VAULT = 'Key Vault';
/** The error for an answer of status 200 that is not what was asked for; a body that is no JSON says more than `problem`. */
function unusableAnswerError(identifier, problem, body = '{}') {
    const foreign = (0,_http_foreign_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .describeForeignAnswer */ .E)({ headers: {}, body }, KEY_VAULT);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'VAULT_ANSWER_UNUSABLE',
        title: `${(0,_plan_identifier_js__WEBPACK_IMPORTED_MODULE_1__/* .vaultHost */ .Df)(identifier.vaultUrl)}: unusable answer`,
        subject: describeIdentifier(identifier),
        problem: foreign === undefined ? problem : `${foreign.problem}.`,
        hint: foreign?.hint ?? `${KEY_VAULT} does not answer like this: check for a proxy on the way.`,
    });
}
/** For people: an object's name, with its version where one was asked for, or which list. */
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
//# sourceMappingURL=vault-error.js.map

/***/ })

};
;