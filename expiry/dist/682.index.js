"use strict";
exports.id = 682;
exports.ids = [682];
exports.modules = {

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

/***/ }),

/***/ 6682:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  failedReference: () => (/* binding */ failedReference),
  isDisabled: () => (/* binding */ isDisabled),
  isNotFound: () => (/* binding */ isNotFound),
  isUnreachable: () => (/* binding */ isUnreachable),
  unknownObjectError: () => (/* binding */ unknownObjectError),
  unreachableVaultError: () => (/* binding */ unreachableVaultError),
  unusableAnswerError: () => (/* binding */ unusableAnswerError),
  vaultRefusedError: () => (/* binding */ vaultRefusedError),
  withCertificateRotationRoles: () => (/* binding */ withCertificateRotationRoles),
  withListingRoles: () => (/* binding */ withListingRoles),
  withRotationRoles: () => (/* binding */ withRotationRoles),
  withSetRoles: () => (/* binding */ withSetRoles),
  withSigningRoles: () => (/* binding */ withSigningRoles),
  withoutTagError: () => (/* binding */ withoutTagError)
});

// EXTERNAL MODULE: ./build/programs/src/errors.js + 1 modules
var errors = __webpack_require__(5261);
// EXTERNAL MODULE: ./build/programs/src/http/failure-hints.js
var failure_hints = __webpack_require__(2400);
// EXTERNAL MODULE: ./build/programs/src/http/send.js
var send = __webpack_require__(9555);
// EXTERNAL MODULE: ./build/programs/src/http/transport-error.js
var transport_error = __webpack_require__(3675);
// EXTERNAL MODULE: ./build/programs/src/plan/identifier.js + 1 modules
var plan_identifier = __webpack_require__(1598);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/status-advice.js
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
        meaning: `the token is for ${found}, and vaults of this cloud accept those for ${resource}`,
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
            meaning: 'the vault requires a newer sign-in than that of the token',
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
/** Explanations of the numbers after which a vault gives its reason. */
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
        code: 'VAULT_REFUSED',
        title: 'request refused',
        meaning: 'the vault refused the request',
        hint: 'Check for a proxy on the way, and look at the log of the vault.',
    };
}
/** The advice for an answer of this status. */
const statusAdvice = (refusal, request) => refusal.status === 401 ? unauthorizedAdvice(refusal, request) : byStatus(refusal.status);
//# sourceMappingURL=status-advice.js.map
;// CONCATENATED MODULE: ./build/programs/src/keyvault/write-advice.js

/** Code of the error for a name that is taken by what was deleted and can be recovered. */
const DELETED = 'VAULT_DELETED';
/** Code of the error for what is being recovered. */
const BEING_RECOVERED = 'VAULT_BEING_RECOVERED';
/** Whether something else changes the object at the moment. */
function isVaultConflict({ code }) {
    return code === 'VAULT_CONFLICT';
}
const deleted = (_refusal, { identifier: { collection } }) => ({
    code: DELETED,
    title: 'deleted, but not purged',
    meaning: 'an object of this name has been deleted and can still be recovered, so the name is still taken',
    hint: `Recover it ("az keyvault ${(0,plan_identifier/* kindOf */.I)(collection)} recover"), or purge it, which cannot be undone ("az keyvault ${(0,plan_identifier/* kindOf */.I)(collection)} purge"). Either takes a few seconds.`,
});
const beingDeleted = () => ({
    code: 'VAULT_BEING_DELETED',
    title: 'being deleted',
    meaning: 'an object of this name is being deleted',
    hint: 'Wait until that has ended, recover or purge the deleted object, then run the job again.',
});
const beingRecovered = () => ({
    code: BEING_RECOVERED,
    title: 'being recovered',
    meaning: 'an object of this name is being recovered',
    hint: 'Run the job again in a minute.',
});
/** For a status of 409. */
const conflict = (_refusal, { operation, identifier }) => ({
    code: 'VAULT_CONFLICT',
    title: 'conflict',
    meaning: 'another change of this object is under way',
    hint: `Run the job again once it has ended, and do not let two jobs change the object at the same time (concurrency).${operation === 'import' ? pendingHint(identifier) : ''}`,
});
// Until its request has ended, nothing can be imported under the name.
function pendingHint({ vaultUrl, name }) {
    const [vault = ''] = (0,plan_identifier/* vaultHost */.Df)(vaultUrl).split(/[.:]/);
    const options = `--vault-name ${vault} --name ${name}`;
    return ` A request for this certificate may be pending: "az keyvault certificate pending show ${options}". If nobody needs it: "az keyvault certificate pending delete ${options}". Or a secret or key has this name: choose another.`;
}
const badParameter = (_refusal, { operation = 'get' }) => ({
    code: 'VAULT_BAD_REQUEST',
    title: 'request refused',
    ...BAD_PARAMETER[operation === 'import' || operation === 'set' || operation === 'create' ? operation : 'get'],
});
const BAD_PARAMETER = {
    get: {
        meaning: 'the vault does not accept the name or version',
        hint: 'Compare both with the identifier that the portal shows.',
    },
    set: {
        meaning: 'the vault does not accept the value, its type or its tags',
        hint: 'A vault holds 25,600 bytes of a value, 255 characters of a type, and 15 tags of 512 characters each.',
    },
    create: {
        meaning: 'the vault does not accept the policy, the certificate or the tags of the new version',
        hint: 'Compare the policy of the certificate with what this vault offers: key type and size (RSA-HSM needs a Premium vault), subject, and key usages.',
    },
    import: {
        meaning: 'the vault does not accept the certificate, its key or its tags',
        hint: 'Renew the certificate if it has expired: Key Vault does not import it then. It takes RSA keys of 2048, 3072 and 4096 bits and EC keys on P-256, P-384, P-521 and P-256K, a certificate with its issuers in at most 25,600 bytes, and 15 tags.',
    },
};
const nothingPending = () => ({
    code: 'VAULT_NOT_FOUND',
    title: 'nothing is pending',
    meaning: 'the request for the new version is not pending any more: somebody has deleted or completed it',
    hint: 'Let nobody else make versions of this certificate, and run the job again.',
});
/** By the inner error's code, else the error's. */
const WRITE_CODES = [
    ['ObjectIsDeletedButRecoverable', deleted],
    ['ObjectIsBeingDeleted', beingDeleted],
    ['ObjectIsBeingRecovered', beingRecovered],
    ['Conflict', conflict],
    ['BadParameter', badParameter],
    ['PendingCertificateNotFound', nothingPending],
];
//# sourceMappingURL=write-advice.js.map
;// CONCATENATED MODULE: ./build/programs/src/keyvault/vault-advice.js
// Meaning of each of Key Vault's error codes, and advice about it.
// https://learn.microsoft.com/azure/key-vault/general/rest-error-codes



/** The advice for a refusal. */
function vaultAdvice(refusal, request) {
    const known = refusal.code === undefined ? undefined : VAULT_CODES.get(refusal.code);
    return (known ?? (refusal.status === 409 ? conflict : statusAdvice))(refusal, request);
}
/** For what is not in the vault. */
const NOT_FOUND_ADVICE = {
    code: 'VAULT_NOT_FOUND',
    title: 'not found',
    meaning: 'there is no such object or version in the vault',
    hint: 'Compare the name with the list in the vault. If it was deleted recently, recover it in the portal.',
};
// A name under the wrong input is the likeliest cause if the kind has few objects.
const notFound = (_refusal, { identifier: { collection }, isLine }) => {
    if (collection === 'secrets' || isLine !== true)
        return NOT_FOUND_ADVICE;
    return { ...NOT_FOUND_ADVICE, hint: `${NOT_FOUND_ADVICE.hint} ${ELSEWHERE[collection]}` };
};
// A certificate is also a secret of its name.
const ELSEWHERE = {
    certificates: 'If the vault has a secret or a key of this name, move the line to secrets or keys.',
    keys: 'If the vault has a secret or a certificate of this name, move the line to secrets or certificates.',
};
const forbiddenByFirewall = (refusal) => ({
    code: 'VAULT_FORBIDDEN_BY_FIREWALL',
    title: 'blocked by the firewall',
    meaning: `the vault's firewall blocks this runner${refusal.clientAddress === undefined ? '' : `, whose address is ${refusal.clientAddress}`}`,
    hint: 'Use a self-hosted runner, or a larger runner with a network of your own, that the vault allows. "Allow trusted Microsoft services" does not include GitHub.',
});
const forbiddenByRbac = (refusal, request) => ({
    code: 'VAULT_FORBIDDEN_BY_RBAC',
    title: 'no role',
    meaning: `${describeCaller(refusal, request)} has no role that allows ${refusal.action ?? 'this'}`,
    hint: `Assign it "${leastRole(request)}" ${placeOfRole(request)} For the vault, run \`${assignmentCommand(refusal, request)}\`. New role assignments can take a few minutes. Owner and Contributor don't grant data access.`,
});
const forbiddenByPolicy = (refusal, request) => {
    const { identifier, operation = 'get' } = request;
    const needed = neededPermissions(request)
        .map(({ collection, operations }) => `${operations.map((one) => `"${one}"`).join(', ')} of ${collection}`)
        .join(' and ');
    return {
        code: 'VAULT_FORBIDDEN_BY_POLICY',
        title: 'no permission',
        meaning: `the vault's access policies do not allow ${describeCaller(refusal, request)} to ${operation} ${identifier.collection}`,
        hint: `Give it ${needed} in an access policy of the vault: run \`${policyCommand(refusal, request)}\`. (If the vault uses role-based access instead: "${leastRole(request)}".)`,
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
/** Operations that change a vault. */
const WRITES = ['set', 'create', 'import', 'update', 'recover'];
function leastRole({ identifier: { collection }, operation, writes, isValueWanted }) {
    if (operation === 'sign')
        return 'Key Vault Crypto User';
    if (writes?.[collection] !== undefined || (operation !== undefined && WRITES.includes(operation))) {
        return collection === 'certificates' ? 'Key Vault Certificates Officer' : 'Key Vault Secrets Officer';
    }
    if (isValueWanted && collection === 'certificates')
        return 'Key Vault Certificate User';
    if (collection === 'secrets' && (isValueWanted || operation !== 'list'))
        return 'Key Vault Secrets User';
    return 'Key Vault Reader';
}
// Returns the scope for a role, and what a role that allows less would not do.
function placeOfRole({ identifier: { collection, name }, isValueWanted }) {
    if (name !== undefined && isValueWanted)
        return `on the vault. For this certificate alone, assign "Key Vault Reader" at the scope \u2026/certificates/${name} and "Key Vault Secrets User", for the private key, at \u2026/secrets/${name}.`;
    if (name !== undefined)
        return 'on the vault, or on this object alone.';
    const place = 'on the whole vault, because a list covers all objects';
    if (!isValueWanted)
        return `${place}.`;
    return `${place}; "Key Vault Reader" lists, but reads no ${collection === 'secrets' ? 'value' : 'private key'}.`;
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
/**
 * All that the step needs, by the kind of object: the command takes away what it does not name, so naming the refused
 * permission alone would cost the others.
 */
function neededPermissions({ identifier: { collection }, operation = 'get', writes, isValueWanted }) {
    const isListed = isValueWanted && operation === 'list';
    const operations = new Set([...(writes?.[collection] ?? []), operation, ...(isListed ? ['get'] : [])]);
    const needed = [
        { collection, operations: [...operations] },
    ];
    if (isValueWanted && collection === 'certificates')
        needed.push({ collection: 'secrets', operations: ['get'] });
    return needed;
}
function policyCommand(refusal, request) {
    const { appId, objectId } = idsOf(refusal, request);
    const who = objectId === undefined && appId !== undefined ? `--spn ${appId}` : `--object-id ${objectId ?? 'OBJECT_ID'}`;
    const needed = neededPermissions(request).map(({ collection, operations }) => `${PERMISSIONS[collection]} ${operations.join(' ')}`);
    return `az keyvault set-policy --name ${vaultName(request)} ${who} ${needed.join(' ')}`;
}
// The first label of the host; an emulator's host has no other.
function vaultName({ identifier: { vaultUrl } }) {
    const [name = ''] = (0,plan_identifier/* vaultHost */.Df)(vaultUrl).split(/[.:]/);
    return name;
}
/** Advice that is the same whoever asked, and for what. */
const FIXED_ADVICE = [
    {
        codes: ['SecretDisabled', 'CertificateDisabled', 'KeyDisabled'],
        code: 'VAULT_DISABLED',
        title: 'disabled',
        meaning: 'it is disabled',
        hint: 'Enable this version in the vault, or name another one: NAME/VERSION.',
    },
    {
        codes: ['KeyOperationForbidden'],
        code: 'VAULT_KEY_OPERATION_FORBIDDEN',
        title: 'not a signing key',
        meaning: 'the key is not allowed to sign',
        hint: 'Issue a new version of the certificate with "digitalSignature" among the key usages of its policy; the default policy has it.',
    },
    {
        codes: ['ForbiddenByConnection'],
        code: 'VAULT_FORBIDDEN_BY_CONNECTION',
        title: 'private access only',
        meaning: 'the vault takes no requests from public networks',
        hint: 'Use a runner inside the virtual network of its private endpoint.',
    },
    {
        codes: ['Throttled'],
        code: 'VAULT_THROTTLED',
        title: 'too many requests',
        meaning: 'the vault is busy with too many requests',
        hint: 'A vault answers 4,000 reads in 10 seconds: start fewer jobs at a time (max-parallel), or spread them over several vaults.',
    },
];
/** Advice by the inner error's code, else the error's. */
const VAULT_CODES = new Map([
    ['SecretNotFound', notFound],
    ['CertificateNotFound', notFound],
    ['KeyNotFound', notFound],
    ['ForbiddenByRbac', forbiddenByRbac],
    ['ForbiddenByPolicy', forbiddenByPolicy],
    ['AccessDenied', forbiddenByPolicy],
    ['ForbiddenByFirewall', forbiddenByFirewall],
    ...WRITE_CODES,
    ...FIXED_ADVICE.flatMap(({ codes, ...advice }) => codes.map((code) => [code, () => advice])),
]);
//# sourceMappingURL=vault-advice.js.map
// EXTERNAL MODULE: ./build/programs/src/http/json.js
var json = __webpack_require__(8567);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/vault-response-error.js

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
//# sourceMappingURL=vault-response-error.js.map
;// CONCATENATED MODULE: ./build/programs/src/keyvault/vault-error.js
// Failures of Key Vault, in words that help.







/** Whether a vault says that an object or a version is not there. */
function isNotFound({ code }) {
    return code === 'VAULT_NOT_FOUND';
}
/** Whether a vault says that an object or a version is disabled. */
function isDisabled({ code }) {
    return code === 'VAULT_DISABLED';
}
/** Whether a vault gave no answer. */
function isUnreachable({ code }) {
    return code === 'VAULT_UNREACHABLE';
}
// Codes that `ignore-missing` covers.
function isAbsent({ code }) {
    return code === 'VAULT_NOT_FOUND' || code === 'VAULT_WITHOUT_TAG' || code === 'VAULT_NO_MATCH';
}
/** The error for an object that does not carry a tag. */
function withoutTagError(identifier, tagKey) {
    return new errors/* ActionError */.lZ({
        code: 'VAULT_WITHOUT_TAG',
        title: `${(0,plan_identifier/* vaultHost */.Df)(identifier.vaultUrl)}: without the tag`,
        subject: (0,plan_identifier/* describeIdentifier */.fY)(identifier),
        problem: `it does not have the tag ${tagKey} with the value that the line asks for.`,
        hint: 'Compare both with the tags in the vault: case matters.',
    });
}
/** Name of the service. */
const KEY_VAULT = 'Key Vault';
/** The error for an answer of status 200 that is not what was asked for; a body that is no JSON says more than `problem`. */
function unusableAnswerError(identifier, problem, body = '{}') {
    const foreign = (0,failure_hints/* describeForeignAnswer */.EW)({ headers: {}, body }, KEY_VAULT);
    return new errors/* ActionError */.lZ({
        code: 'VAULT_ANSWER_UNUSABLE',
        title: `${(0,plan_identifier/* vaultHost */.Df)(identifier.vaultUrl)}: unusable answer`,
        subject: (0,plan_identifier/* describeIdentifier */.fY)(identifier),
        problem: foreign === undefined ? problem : `${foreign.problem}.`,
        hint: foreign?.hint ?? `${KEY_VAULT} does not answer like this: check for a proxy on the way.`,
    });
}
/** A failed reference, judged. */
function failedReference(parts) {
    // An error with another subject is about a certificate's private key.
    const isMissing = parts.errors.every((error) => isAbsent(error) && error.subject === parts.subject);
    return { kind: 'failed', ...parts, isMissing };
}
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
        subject: (0,plan_identifier/* describeIdentifier */.fY)(identifier),
        problem: `${advice.meaning} (${codes}).`,
        hint: advice.hint,
        ...(refusal.requestId !== undefined && { requestId: `request ID ${refusal.requestId}` }),
    });
    return (0,send/* advisingWait */.T8)(error, response);
}
// Nothing else is known about the answer.
function isUnexplained({ code }) {
    return code === 'VAULT_REFUSED';
}
// A page of a captive portal or a proxy says more than its status.
function withForeignAnswer(advice, response) {
    const foreign = isUnexplained(advice) ? (0,failure_hints/* describeForeignRefusal */.S4)(response, KEY_VAULT) : undefined;
    return foreign === undefined ? advice : { ...advice, meaning: foreign.problem, hint: foreign.hint };
}
/** The error for an object or version of which a list says that there is none. */
function unknownObjectError(identifier) {
    const { code, title, meaning, hint } = NOT_FOUND_ADVICE;
    return new errors/* ActionError */.lZ({
        code,
        title: `${(0,plan_identifier/* vaultHost */.Df)(identifier.vaultUrl)}: ${title}`,
        subject: (0,plan_identifier/* describeIdentifier */.fY)(identifier),
        problem: `${meaning} (the list of its versions has none).`,
        hint,
    });
}
/** The error for a request that got no answer. Anything but a {@link TransportError} is thrown on. */
function unreachableVaultError(error, identifier) {
    if (!(error instanceof transport_error/* TransportError */.wX))
        throw error;
    return new errors/* ActionError */.lZ({
        code: error.failure === 'too-large' ? 'VAULT_ANSWER_TOO_LARGE' : 'VAULT_UNREACHABLE',
        title: `${(0,plan_identifier/* vaultHost */.Df)(identifier.vaultUrl)}: no answer`,
        subject: (0,plan_identifier/* describeIdentifier */.fY)(identifier),
        problem: `${error.message}.`,
        hint: (0,failure_hints/* hintForFailure */.VL)(error, PLACE),
        cause: error,
    });
}
const PLACE = {
    kind: 'network',
    name: KEY_VAULT,
    hostHint: 'The name of the vault is misspelled, the vault is in another cloud (set cloud), or it has a private endpoint whose DNS zone this runner does not use.',
    reachHint: 'For a vault with a private endpoint, use a runner inside its network.',
    otherNameHint: "Set keyvault to the vault's public name, NAME.vault.azure.net, and not to a privatelink name or an address: the public name leads to the private endpoint as well.",
};
/** Refusals for lack of a permission, with all that signing needs; every other failure as it is. */
function withSigningRoles(error, { name }) {
    return advising(error, `In all, minting tokens needs "Key Vault Reader" at the scope \u2026/certificates/${name} and "Key Vault Crypto User" at \u2026/keys/${name} (with access policies: "get" of certificates, "sign" of keys), and no other role.`);
}
/** Refusals for lack of a permission, with all that a rotation needs of the vault; every other failure as it is. */
function withRotationRoles(error, { name }) {
    return advising(error, `In all, a rotation needs "Key Vault Secrets Officer" at the scope \u2026/secrets/${name} (with access policies: "get" and "set" of secrets), and no other role.`);
}
/** Refusals for lack of a permission, with all that an expiry report needs of a vault; every other failure as it is. */
function withListingRoles(error) {
    return advising(error, 'In all, the report needs "Key Vault Reader" on the vault (with access policies: "list" of secrets, certificates and keys, and "get" of certificates), and no other role: it reads no value.');
}
/** Adds all that writing needs to refusals because a permission is missing; every other failure stays as it is. */
function withSetRoles(error, { collection, name }) {
    const [role, permissions] = collection === 'certificates'
        ? ['Key Vault Certificates Officer', '"get" and "import", "update" for disable-previous, "recover" for recover']
        : ['Key Vault Secrets Officer', '"list", "get" and "set", "recover" for recover'];
    return advising(error, `In all, writing needs "${role}" at the scope \u2026/${collection}/${name} (with access policies: ${permissions}), and no other role.`);
}
/** As {@link withRotationRoles}, of the vault's side of a certificate's rotation. */
function withCertificateRotationRoles(error, { name }) {
    return advising(error, `In all, the rotation of a certificate needs "Key Vault Certificates Officer" at the scope \u2026/certificates/${name} and "Key Vault Crypto User" at \u2026/keys/${name} (with access policies: "get", "list", "create" and "update" of certificates, "sign" of keys), and no other role.`);
}
function advising(error, advice) {
    return new errors/* ActionErrors */.o9((0,errors/* expectedErrors */.OP)(error).map((one) => (isPermissionMissing(one) ? one.advising(advice) : one)));
}
function isPermissionMissing({ code }) {
    return code === 'VAULT_FORBIDDEN_BY_RBAC' || code === 'VAULT_FORBIDDEN_BY_POLICY';
}
//# sourceMappingURL=vault-error.js.map

/***/ })

};
;