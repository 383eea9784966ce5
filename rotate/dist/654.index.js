"use strict";
exports.id = 654;
exports.ids = [654];
exports.modules = {

/***/ 4654:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rotateAndExport: () => (/* binding */ rotateAndExport)
});

// EXTERNAL MODULE: ./build/programs/src/errors.js + 1 modules
var errors = __webpack_require__(5261);
// EXTERNAL MODULE: ./build/programs/src/http/json.js
var json = __webpack_require__(8567);
// EXTERNAL MODULE: ./build/programs/src/secret-text.js
var secret_text = __webpack_require__(7720);
// EXTERNAL MODULE: ./build/programs/src/keyvault/ask-vault.js
var ask_vault = __webpack_require__(9132);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/programs/src/plan/identifier.js + 1 modules
var identifier = __webpack_require__(1598);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/bundles.js
// Key Vault's answers, decoded: https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
// and .../certificates/get-certificate/get-certificate (api-version 7.4).





/** The body as a secret; undefined if it is none. */
function decodeSecretBundle(body) {
    const bundle = (0,json/* parseJsonObject */.dw)(body);
    const version = versionOf(bundle?.['id']);
    const value = bundle?.['value'];
    const attributes = decodeAttributes(bundle);
    if (typeof value !== 'string' || version === undefined || attributes === undefined)
        return undefined;
    return {
        value: new secret_text/* SecretText */.o(value),
        version,
        contentType: (0,json/* asText */.e1)(bundle?.['contentType'], /^[\x20-\x7e]{0,255}$/) ?? '',
        ...((bundle?.['managed'] === true || typeof bundle?.['kid'] === 'string') && { isManaged: true }),
        attributes,
        tags: decodeTags(bundle),
    };
}
/** The body as a certificate; undefined if it is none. */
function decodeCertificateBundle(body) {
    const bundle = parseJsonObject(body);
    const version = versionOf(bundle?.['id']);
    const cer = asText(bundle?.['cer'], /^[A-Za-z0-9+/]+={0,2}$/);
    const secretId = asText(bundle?.['sid'], /^https:\/\/[\x21-\x7e]+$/);
    const attributes = decodeAttributes(bundle);
    if (version === undefined || cer === undefined || secretId === undefined || attributes === undefined)
        return undefined;
    return { version, der: Buffer.from(cer, 'base64'), secretId, attributes, tags: decodeTags(bundle) };
}
/** The last segment of `https://VAULT/COLLECTION/NAME/VERSION`; undefined if it is no such address. */
function versionOf(id) {
    const [, version] = /^https:\/\/[^/]+\/[a-z]+\/[^/]+\/([0-9a-f]{32})$/i.exec((0,json/* asText */.e1)(id, /^https:/) ?? '') ?? [];
    return version;
}
/** The life that a bundle states; undefined if it has no attributes. */
function decodeAttributes(bundle) {
    const attributes = (0,json/* asObject */.eB)(bundle?.['attributes']);
    if (attributes === undefined)
        return undefined;
    return { notBefore: asInstant(attributes['nbf']), expires: asInstant(attributes['exp']) };
}
/** The tags that a bundle shows; what is no text is none. */
function decodeTags(bundle) {
    const tags = Object.entries((0,json/* asObject */.eB)(bundle?.['tags']) ?? {});
    return new Map(tags.filter((tag) => typeof tag[1] === 'string'));
}
// Beyond 8.64e12 seconds a JavaScript Date has no value.
function asInstant(value) {
    return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 8.64e12 ? value : undefined;
}
/** What the owner of a secret says it is, as it stands; empty if nothing is said. */
function decodeContentType(bundle) {
    const type = bundle?.['contentType'];
    return typeof type === 'string' ? type : '';
}
/** Which of the tags is not there with its value; undefined if all are. */
function findMissingTag(wanted, tags) {
    return wanted.find(({ key, value }) => tags.get(key) !== value);
}
/** The body as a key; undefined if it is none. */
function decodeKeyBundle(body) {
    const bundle = parseJsonObject(body);
    const key = asObject(bundle?.['key']);
    const version = versionOf(key?.['kid']);
    const type = asText(key?.['kty'], /^[A-Za-z0-9-]{1,32}$/);
    const attributes = decodeAttributes(bundle);
    if (key === undefined || version === undefined || type === undefined || attributes === undefined)
        return undefined;
    const common = { version, type, attributes, tags: decodeTags(bundle) };
    if (SYMMETRIC.includes(type))
        return { ...common, publicKey: undefined };
    const publicKey = decodePublicKey(key, type);
    return publicKey === undefined ? undefined : { ...common, publicKey };
}
const SYMMETRIC = (/* unused pure expression or super */ null && (['oct', 'oct-HSM']));
/** The names of RFC 7518 sections 6.1 and 6.2.1.1 and RFC 8812 section 3.1 for the vault's own. */
const STANDARD_NAMES = new Map([
    ['RSA-HSM', 'RSA'],
    ['EC-HSM', 'EC'],
    ['P-256K', 'secp256k1'],
    ['SECP256K1', 'secp256k1'],
]);
// Members of a private key, should there ever be one, are left behind.
function decodePublicKey({ n, e, crv, x, y }, type) {
    const members = { kty: standardName(type), n, e, crv: standardName(crv), x, y };
    const jwk = Object.fromEntries(Object.entries(members).filter(([, value]) => typeof value === 'string'));
    try {
        return createPublicKey({ key: jwk, format: 'jwk' });
    }
    catch {
        return undefined;
    }
}
function standardName(name) {
    return STANDARD_NAMES.get(name) ?? name;
}
/**
 * Decodes a certificate that can be used; undefined if the body is none.
 * @throws ActionError if it is not issued yet, or disabled
 */
function decodeUsableCertificate(body, item) {
    const bundle = parseJsonObject(body);
    checkIssued(bundle, item);
    checkEnabled(bundle, item);
    return decodeCertificateBundle(body);
}
/** @throws ActionError `CERTIFICATE_PENDING` if the certificate's request has not been completed */
function checkIssued(bundle, item) {
    if (['cer', 'sid', 'kid', 'x5t'].some((member) => bundle?.[member] !== undefined))
        return;
    // Asked for by version, the answer does not name the pending request; but until it is issued, the version is disabled.
    const isDisabled = asObject(bundle?.['attributes'])?.['enabled'] === false;
    if (!isDisabled && asObject(bundle?.['pending']) === undefined)
        return;
    const host = vaultHost(item.vaultUrl);
    const [vault = ''] = host.split('.');
    throw new ActionError({
        code: 'CERTIFICATE_PENDING',
        title: `${host}: not issued yet`,
        subject: describeIdentifier(item),
        problem: 'it is not issued yet: its request is pending at a certificate authority, or was cancelled, or failed.',
        hint: `Wait for the authority, or merge the certificate that it issued. "az keyvault certificate pending show --vault-name ${vault} --name ${item.name}" shows the state of the request.`,
    });
}
// The code is that of a secret, whose answer is 403.
function checkEnabled(bundle, item) {
    if (asObject(bundle?.['attributes'])?.['enabled'] !== false)
        return;
    throw new ActionError({
        code: 'VAULT_DISABLED',
        title: `${vaultHost(item.vaultUrl)}: disabled`,
        subject: describeIdentifier(item),
        problem: 'it is disabled.',
        hint: 'Enable this version in the vault, or name another one: NAME/VERSION.',
    });
}
//# sourceMappingURL=bundles.js.map
// EXTERNAL MODULE: ./build/programs/src/keyvault/vault-error.js + 4 modules
var vault_error = __webpack_require__(6682);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/stored-version.js
// Versions of a secret: the current one as a rotation needs it, of its value the first characters alone; and a new one.
// https://learn.microsoft.com/rest/api/keyvault/secrets/set-secret/set-secret (api-version 7.4)






/** As many as Graph gives of a password. */
const HINT_LENGTH = 3;
/**
 * The current version; undefined if the vault has no such secret.
 * @throws ActionError with advice if the vault refuses, gives no answer, or holds a certificate's key there
 */
async function readStoredVersion(secret, access) {
    let body;
    try {
        body = await (0,ask_vault/* askVault */.yR)({ identifier: secret, makeRequest: (token) => (0,ask_vault/* getObjectRequest */.rr)(secret, token) }, access);
    }
    catch (error) {
        if ((0,errors/* expectedErrors */.OP)(error).every(vault_error.isNotFound))
            return undefined;
        throw error;
    }
    return decodeStoredVersion(body, secret);
}
/** @throws ActionError if the body is not a secret, or one that belongs to a certificate */
function decodeStoredVersion(body, secret) {
    const bundle = decodeSecretBundle(body);
    const members = (0,json/* parseJsonObject */.dw)(body);
    if (bundle === undefined)
        throw (0,vault_error.unusableAnswerError)(secret, 'the answer is not a secret.', body);
    if (members?.['managed'] === true)
        throw managedError();
    const tags = Object.entries((0,json/* asObject */.eB)(members?.['tags']) ?? {});
    return {
        version: bundle.version,
        expires: bundle.attributes.expires,
        contentType: bundle.contentType,
        hint: bundle.value.reveal().slice(0, HINT_LENGTH),
        tags: Object.fromEntries(tags.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
    };
}
function managedError() {
    return new errors/* ActionError */.lZ({
        code: 'ROTATE_MANAGED',
        title: "The secret is a certificate's",
        subject: 'secret',
        problem: 'names a secret that holds the private key of a certificate, and the vault itself renews it.',
        hint: 'Name another secret for the client secret. It need not exist.',
    });
}
/** The request that makes a new version. Sent twice, it makes two of the same content. */
function setSecretRequest(secret, version, token) {
    const { value, expires, contentType, tags } = version;
    const { url, headers } = (0,ask_vault/* getObjectRequest */.rr)({ ...secret, version: undefined }, token);
    const body = {
        value: value.reveal(),
        ...(contentType !== '' && { contentType }),
        attributes: { enabled: true, ...(expires !== undefined && { exp: expires }) },
        tags,
    };
    return {
        method: 'PUT',
        url,
        headers: { ...headers, 'content-type': 'application/json' },
        body: new secret_text/* SecretText */.o(JSON.stringify(body)),
    };
}
//# sourceMappingURL=stored-version.js.map
// EXTERNAL MODULE: ./build/programs/src/input/sign-in-inputs.js + 1 modules
var sign_in_inputs = __webpack_require__(2520);
;// CONCATENATED MODULE: ./build/programs/src/plan/own-password.js
// How the passwords that this action made are told from all others: by a display name that says whose they are.


const MARK = 'azure-key-vault-action';
/** What this action allows itself: Microsoft documents no limit of a display name, but the portal's list is narrow. */
const MAX_NAME_LENGTH = 120;
/** Of the run's own sign, in characters: by it a run knows the password again whose answer it never saw. */
const SIGN_LENGTH = 8;
const MAX_ADDRESS_LENGTH = MAX_NAME_LENGTH - MARK.length - SIGN_LENGTH - 2;
/**
 * The display name of a password for this secret, e.g. `azure-key-vault-action contoso.vault.azure.net/api-secret 0f3a9c1e`.
 * @param sign four random bytes, the same for every password that one run makes
 */
function ownPasswordName(secret, sign) {
    return `${MARK} ${describeAddress(secret)} ${sign.toString('hex')}`;
}
/** Whether a password of this display name was made by this action, in any run, for this secret. */
function isOwnPassword(displayName, secret) {
    const [, address] = /^azure-key-vault-action (\S+) [0-9a-f]{8}$/.exec(displayName ?? '') ?? [];
    return address?.toLowerCase() === describeAddress(secret).toLowerCase();
}
// The vault compares names without regard to case, and so must a digest of them.
function describeAddress({ vaultUrl, name }) {
    const address = `${(0,identifier/* vaultHost */.Df)(vaultUrl)}/${name}`;
    if (address.length <= MAX_ADDRESS_LENGTH)
        return address;
    const digest = (0,external_node_crypto_.createHash)('sha256').update(address.toLowerCase()).digest('hex').slice(0, 16);
    return `${address.slice(0, MAX_ADDRESS_LENGTH - digest.length - 1)}~${digest}`;
}
//# sourceMappingURL=own-password.js.map
;// CONCATENATED MODULE: ./build/programs/src/plan/previous-password.js
// The password that the vault holds before a renewal, and that stays: named by a tag, or the best that can be said without one.
/**
 * Returns the password that counts as the previous one. Where tags got lost, it is the only one that begins like the
 * vault's value, else the newest of this action: that is the one that the vault held last. Those of one age all stay.
 */
function findPrevious(own, { namedId, hint }) {
    if (namedId !== undefined)
        return { keyId: namedId, by: 'tag', stay: [namedId] };
    const [match, ...others] = own.filter((one) => one.hint !== undefined && one.hint === hint);
    if (match !== undefined && others.length === 0)
        return { keyId: match.keyId, by: 'hint', stay: [match.keyId] };
    const newest = Math.max(...own.map(startOf));
    const stay = own.filter((one) => startOf(one) === newest).map(({ keyId }) => keyId);
    return { keyId: stay.at(-1), by: 'age', stay };
}
// What says of no beginning is taken for the oldest.
function startOf({ starts }) {
    return starts ?? Number.NEGATIVE_INFINITY;
}
//# sourceMappingURL=previous-password.js.map
;// CONCATENATED MODULE: ./build/programs/src/plan/rotation-decision.js



/** Tags of a version: the password's key ID, that of the one before, and its life in days. */
const CREDENTIAL_ID = 'CredentialId';
const PREVIOUS_CREDENTIAL_ID = 'PreviousCredentialId';
const VALIDITY_PERIOD_DAYS = 'ValidityPeriodDays';
/** A run lasts 4 minutes at most, so that a password that is older than this has been left behind. */
const AT_WORK_SECONDS = 15 * 60;
const DAY_SECONDS = 24 * 60 * 60;
/** What is to be done about this secret. */
function decideRotation(facts) {
    const { secret, stored, passwords, nowSeconds } = facts;
    const own = passwords.filter(({ displayName }) => isOwnPassword(displayName, secret));
    const currentId = credentialIdOf(stored, CREDENTIAL_ID);
    const named = [currentId, credentialIdOf(stored, PREVIOUS_CREDENTIAL_ID)];
    const unnamed = own.filter(({ keyId }) => !named.includes(keyId));
    const namedId = passwords.some(({ keyId }) => keyId === currentId) ? currentId : undefined;
    const previous = findPrevious(own, { namedId, hint: stored?.hint });
    const atWork = unnamed.find(({ starts }) => rotation_decision_startOf(starts) > nowSeconds - AT_WORK_SECONDS);
    const reason = dueReason(facts);
    if (reason === undefined) {
        const outdated = atWork === undefined ? unnamed.filter(({ keyId }) => !previous.stay.includes(keyId)) : [];
        return { kind: 'keep', atWorkId: atWork?.keyId, outdated };
    }
    if (atWork !== undefined) {
        return { kind: 'busy', keyId: atWork.keyId, freeFrom: rotation_decision_startOf(atWork.starts) + AT_WORK_SECONDS };
    }
    const outdated = own.filter(({ keyId }) => !previous.stay.includes(keyId));
    return { kind: 'rotate', reason, previous, outdated };
}
// What says of no time at which it began cannot have begun just now.
function rotation_decision_startOf(starts) {
    return starts ?? Number.NEGATIVE_INFINITY;
}
/** Why a new secret is due; undefined if none is. */
function dueReason({ stored, nowSeconds, options }) {
    if (stored === undefined)
        return 'missing';
    if (credentialIdOf(stored, CREDENTIAL_ID) === undefined)
        return 'no-credential-id';
    if (stored.expires === undefined)
        return 'no-expiry';
    if (stored.expires <= nowSeconds)
        return 'expired';
    if (stored.expires - nowSeconds <= options.renewBeforeDays * DAY_SECONDS)
        return 'expiring';
    return options.force ? 'forced' : undefined;
}
/** The key ID that a tag of the version holds, lower case; undefined if it holds none. */
function credentialIdOf(stored, tag) {
    const tags = Object.entries(stored?.tags ?? {}).filter(([name]) => isSameTag(name, tag));
    const texts = tags.sort(([name]) => (name === tag ? -1 : 1)).map(([, text]) => text.trim());
    return texts.find((text) => sign_in_inputs/* GUID */.Sm.test(text))?.toLowerCase();
}
/** Whether two names of tags are the same. Tools that manage tags change their case. */
function isSameTag(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}
//# sourceMappingURL=rotation-decision.js.map
;// CONCATENATED MODULE: ./build/programs/src/plan/version-tags.js
// The tags of a new version: those that the secret has, and those that say which password it holds.


/** https://learn.microsoft.com/azure/key-vault/secrets/about-secrets#secret-tags */
const MAX_TAGS = 15;
const OWN_TAGS = [CREDENTIAL_ID, PREVIOUS_CREDENTIAL_ID, VALIDITY_PERIOD_DAYS];
/** The tags of a version that follows `stored`: a new version inherits none, so its own are handed on. */
function makeTags(stored, { keyId, previousId, validDays }) {
    return {
        ...othersOf(stored),
        [CREDENTIAL_ID]: keyId,
        ...(previousId !== undefined && { [PREVIOUS_CREDENTIAL_ID]: previousId }),
        [VALIDITY_PERIOD_DAYS]: `${validDays}`,
    };
}
/** @throws ActionError if the secret has so many tags that those of the rotation find no room */
function checkRoomForTags(stored) {
    const others = Object.keys(othersOf(stored)).length;
    if (others + OWN_TAGS.length <= MAX_TAGS)
        return;
    throw new errors/* ActionError */.lZ({
        code: 'ROTATE_TOO_MANY_TAGS',
        title: 'Too many tags',
        subject: 'secret',
        problem: `has ${others} tags of its own in the vault. A version holds ${MAX_TAGS}, and ${OWN_TAGS.join(', ')} are added.`,
        hint: 'Remove tags of its current version.',
    });
}
function othersOf(stored) {
    return Object.fromEntries(Object.entries(stored?.tags ?? {}).filter(([name]) => !OWN_TAGS.some((own) => isSameTag(own, name))));
}
//# sourceMappingURL=version-tags.js.map
// EXTERNAL MODULE: ./build/programs/src/http/retry-policy.js
var retry_policy = __webpack_require__(4358);
// EXTERNAL MODULE: ./build/programs/src/http/send.js
var send = __webpack_require__(9555);
// EXTERNAL MODULE: ./build/programs/src/http/transport-error.js
var transport_error = __webpack_require__(3675);
;// CONCATENATED MODULE: ./build/programs/src/http/write.js
// The loop around a write. One that got no answer may land later: it is not sent again before a look at what came of it.



/** A write that got no answer may still be on its way: whoever looks too early sees what was there before. */
const FIRST_LOOK_MS = 5_000;
/** The look before giving up comes later, since the write may be slow. */
const LAST_LOOK_MS = 10_000;
/** Sends a write until it is done, refused for good, or its outcome cannot be seen. */
async function write(order, context) {
    const { clock } = context;
    let unanswered = 0;
    let firstMs;
    for (let attempt = 1;; attempt += 1) {
        const one = await attemptOnce(order, context);
        if (one.kind === 'done')
            return { ...one, unanswered };
        firstMs ??= clock.nowMs();
        const { error, outcome } = one;
        if (mayHaveDone(outcome)) {
            unanswered += 1;
            const seen = await lookAfter(FIRST_LOOK_MS, order, clock);
            if (seen.kind === 'done')
                return { ...seen, unanswered };
            if (seen.kind === 'unseen')
                return { kind: 'failed', error, unanswered, unseen: seen.error };
        }
        const delayMs = delayOf(order, context, { outcome, attempt, firstMs });
        if (delayMs === undefined)
            return giveUp(order, clock, { error, unanswered });
        context.log.debug(() => [`Sending it again in ${delayMs} ms.`]);
        await clock.sleep(delayMs);
    }
}
async function attemptOnce({ sendOnce }, context) {
    let outcome;
    const watched = {
        ...context,
        transport: async (request, timeoutMs) => {
            // Until an answer is there, there is none.
            outcome = new transport_error/* TransportError */.wX('no answer came', { failure: 'connection' });
            try {
                outcome = await context.transport(request, timeoutMs);
                return outcome;
            }
            catch (error) {
                if (error instanceof transport_error/* TransportError */.wX)
                    outcome = error;
                throw error;
            }
        },
    };
    try {
        return { kind: 'done', value: await sendOnce(watched) };
    }
    catch (error) {
        (0,errors/* expectedErrors */.OP)(error);
        return { kind: 'failed', error, outcome };
    }
}
function mayHaveDone(outcome) {
    return outcome !== undefined && (outcome instanceof transport_error/* TransportError */.wX || !isRefusal(outcome.status));
}
async function lookAfter(delayMs, { look, lookUntilMs }, clock) {
    // If there is little time, half of it is left for the look.
    const leftMs = Math.max(0, lookUntilMs - clock.nowMs());
    await clock.sleep(Math.min(delayMs, Math.floor(leftMs / 2)));
    try {
        const value = await look();
        return value === undefined ? { kind: 'nothing' } : { kind: 'done', value };
    }
    catch (error) {
        (0,errors/* expectedErrors */.OP)(error);
        return { kind: 'unseen', error };
    }
}
function delayOf({ isPassing = () => false, rules = retry_policy/* RETRY_RULES */.r9 }, { clock, deadlineMs, randomFraction }, { outcome, attempt, firstMs }) {
    if (outcome === undefined)
        return undefined;
    const transient = !(outcome instanceof transport_error/* TransportError */.wX) && isPassing(outcome);
    const nowMs = clock.nowMs();
    return (0,retry_policy/* retryDelayMs */.qO)({
        outcome,
        attempt,
        nowMs,
        firstMs,
        deadlineMs,
        randomFraction: randomFraction(),
        transient,
        rules,
    });
}
async function giveUp(order, clock, { error, unanswered }) {
    if (unanswered === 0)
        return { kind: 'failed', error, unanswered, unseen: undefined };
    const seen = await lookAfter(LAST_LOOK_MS, order, clock);
    if (seen.kind === 'done')
        return { ...seen, unanswered };
    return { kind: 'failed', error, unanswered, unseen: seen.kind === 'unseen' ? seen.error : undefined };
}
/** Whether this status says that nothing was done. A time-out (408) and a failure (5xx) do not. */
function isRefusal(status) {
    return status >= 400 && status < 500 && status !== 408;
}
//# sourceMappingURL=write.js.map
;// CONCATENATED MODULE: ./build/programs/src/graph/application-passwords.js
// The passwords of an application in Microsoft Graph: requests, and judgement of their answers.
// https://learn.microsoft.com/graph/api/application-addpassword and .../application-removepassword



/** The request for an application's passwords. */
function listPasswordsRequest(app, token) {
    const url = `${addressOf(app)}?$select=id,appId,passwordCredentials`;
    return { method: 'GET', url, headers: authorize(token) };
}
/** The request that makes a password; Graph makes up its value, and lets it begin at once. */
function addPasswordRequest(app, { displayName, expires }, token) {
    const endDateTime = new Date(expires * 1000).toISOString().replace('.000Z', 'Z');
    return post(`${addressOf(app)}/addPassword`, { passwordCredential: { displayName, endDateTime } }, token);
}
/** The request that removes a password. */
function removePasswordRequest(app, keyId, token) {
    return post(`${addressOf(app)}/removePassword`, { keyId }, token);
}
/** The passwords that the body lists; undefined if it is no such list. */
function decodePasswordList(body) {
    const list = (0,json/* parseJsonObject */.dw)(body)?.['passwordCredentials'];
    if (!Array.isArray(list))
        return undefined;
    const passwords = list.map(decodePassword);
    return passwords.every((one) => one !== undefined) ? passwords : undefined;
}
function decodePassword(value) {
    const password = (0,json/* asObject */.eB)(value);
    const keyId = keyIdOf(password);
    if (keyId === undefined)
        return undefined;
    const displayName = password?.['displayName'];
    return {
        keyId,
        displayName: typeof displayName === 'string' ? displayName : undefined,
        starts: decodeInstant(password?.['startDateTime']),
        expires: decodeInstant(password?.['endDateTime']),
        hint: (0,json/* asText */.e1)(password?.['hint'], /^[\x21-\x7e]{3}$/),
    };
}
/** The password that was made; undefined if the body is none with its value. */
function decodeAddedPassword(body) {
    const password = (0,json/* parseJsonObject */.dw)(body);
    const keyId = keyIdOf(password);
    const text = (0,json/* asText */.e1)(password?.['secretText'], /^[\x21-\x7e]{8,1024}$/);
    const expires = decodeInstant(password?.['endDateTime']);
    if (keyId === undefined || text === undefined || expires === undefined)
        return undefined;
    return { keyId, secret: new secret_text/* SecretText */.o(text), expires };
}
function keyIdOf(password) {
    return (0,json/* asText */.e1)(password?.['keyId'], sign_in_inputs/* GUID */.Sm)?.toLowerCase();
}
// Edm.DateTimeOffset, always in UTC; parts of a second are of no account.
/** Returns seconds since 1970 for a date as Graph writes it; undefined for anything else. */
function decodeInstant(value) {
    const text = (0,json/* asText */.e1)(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,12})?Z$/);
    const ms = text === undefined ? Number.NaN : Date.parse(`${text.slice(0, 19)}Z`);
    return Number.isNaN(ms) ? undefined : ms / 1000;
}
function addressOf({ graphHost, appId }) {
    return `${graphHost}/v1.0/applications(appId='${appId}')`;
}
function post(url, body, token) {
    const headers = { ...authorize(token), 'content-type': 'application/json' };
    return { method: 'POST', url, headers, body: new secret_text/* SecretText */.o(JSON.stringify(body)) };
}
/** The header that shows a token to Graph. */
function authorize(token) {
    return { authorization: new secret_text/* SecretText */.o(`Bearer ${token.reveal()}`) };
}
//# sourceMappingURL=application-passwords.js.map
// EXTERNAL MODULE: ./build/programs/src/http/failure-hints.js
var failure_hints = __webpack_require__(2400);
;// CONCATENATED MODULE: ./build/programs/src/graph/graph-advice.js
/** Whether Graph knows no such application. */
function isApplicationUnknown({ code }) {
    return code === 'GRAPH_NOT_FOUND';
}
/** Whether an application takes no more passwords. */
function isFullOfPasswords({ code }) {
    return code === 'GRAPH_TOO_MANY_PASSWORDS';
}
const denied = () => ({
    code: 'GRAPH_FORBIDDEN',
    title: 'no permission',
    meaning: 'the identity may not change the passwords of this application',
    hint: 'Give it the application permission Application.ReadWrite.OwnedBy of Microsoft Graph, with admin consent, and make its service principal an owner of this app registration. A new permission can take a few minutes.',
});
const notFound = () => ({
    code: 'GRAPH_NOT_FOUND',
    title: 'no such application',
    meaning: 'the tenant has no such app registration',
    hint: 'Compare app-id with the "Application (client) ID" of the app registration, and tenant-id with its tenant: an enterprise application of another tenant has its passwords there. An application that was made a moment ago can take a few minutes: then run the job again.',
});
const noIdentity = () => ({
    code: 'GRAPH_NO_IDENTITY',
    title: 'the identity is not known in this tenant',
    meaning: 'it does not know the service principal of the identity that signed in',
    hint: 'Have an administrator grant consent to the application of client-id in the tenant of tenant-id: that makes its service principal there. A new one can take a few minutes.',
});
const tooManyPasswords = (_refusal, { appId }) => ({
    code: 'GRAPH_TOO_MANY_PASSWORDS',
    title: 'the application takes no more passwords',
    meaning: 'the application has as many passwords as it takes: two, if it is open to personal Microsoft accounts',
    hint: `Remove a password that nobody uses: "az ad app credential list --id ${appId}" lists them, and "az ad app credential delete --id ${appId} --key-id KEY_ID" removes one. Or open the application to work and school accounts only ("az ad app update --id ${appId} --sign-in-audience AzureADMyOrg"), which lifts the limit.`,
});
const full = (_refusal, { appId }) => ({
    code: 'GRAPH_APPLICATION_FULL',
    title: 'the application object is full',
    meaning: 'the application object has reached its size limit. This is not a missing permission',
    hint: `Remove what it does not need: expired passwords and certificates ("az ad app credential list --id ${appId}"), redirect URIs, app roles or API permissions.`,
});
const quotaExceeded = () => ({
    code: 'GRAPH_QUOTA_EXCEEDED',
    title: 'the directory quota is used up',
    meaning: 'the directory quota of the tenant or of the identity is used up. This is not a missing permission',
    hint: 'Have an administrator delete directory objects that nobody needs, also under "Deleted applications", or have Microsoft raise the quota.',
});
const conflict = () => ({
    code: 'GRAPH_CONFLICT',
    title: 'the application is being changed',
    meaning: 'something else is changing the application, even after several attempts',
    hint: 'Run the job again when nothing else (Terraform, a script, another workflow) changes the application.',
});
const typeForbidden = ({ policyId }) => ({
    code: 'GRAPH_PASSWORDS_FORBIDDEN',
    title: 'client secrets are forbidden',
    meaning: `${describePolicy(policyId)} forbids client secrets`,
    hint: 'Exempt this application from the policy, or do without a client secret: use a federated credential or a certificate.',
});
const lifeForbidden = ({ policyId }) => ({
    code: 'GRAPH_LIFE_FORBIDDEN',
    title: 'valid-days is too long',
    meaning: `${describePolicy(policyId)} does not allow a client secret to be valid for as long as valid-days says`,
    hint: 'Set valid-days to what the policy allows, and renew-before-days to less than that.',
});
const BY_CODE = new Map([
    ['Authorization_RequestDenied', denied],
    ['Authorization_IdentityNotFound', noIdentity],
    ['Request_ResourceNotFound', notFound],
    ['TooManyAppPasswords', tooManyPasswords],
    ['Directory_ResourceSizeExceeded', full],
    ['Directory_QuotaExceeded', quotaExceeded],
    ['Directory_ConcurrencyViolation', conflict],
    ['CredentialTypeNotAllowedAsPerAppPolicy', typeForbidden],
    ['CredentialInvalidLifetimeAsPerAppPolicy', lifeForbidden],
]);
/** The codes that have advice of their own. */
const GRAPH_CODES = [...BY_CODE.keys()];
const BY_TOPIC = {
    'type-forbidden': typeForbidden,
    'life-forbidden': lifeForbidden,
    'too-many-passwords': tooManyPasswords,
};
/** The advice for a refusal about an application. */
function graphAdvice(refusal, app) {
    const byCode = refusal.code === undefined ? undefined : BY_CODE.get(refusal.code);
    const byTopic = refusal.topic === undefined ? undefined : BY_TOPIC[refusal.topic];
    return (byTopic ?? byCode ?? byStatus(refusal))(refusal, app);
}
function byStatus({ status, code }) {
    if (status === 403)
        return denied;
    // A page without a code is not of Graph.
    if (status === 404 && code !== undefined)
        return notFound;
    if (status === 409)
        return conflict;
    if (status === 401)
        return unauthorized;
    if (status === 429)
        return throttled;
    return status === 408 || status >= 500 ? unavailable : refused;
}
const unauthorized = () => ({
    code: 'GRAPH_UNAUTHORIZED',
    title: 'token not accepted',
    meaning: 'it does not accept the token',
    hint: 'Compare "cloud", "graph-host" and "tenant-id" with those of the application.',
});
const throttled = () => ({
    code: 'GRAPH_THROTTLED',
    title: 'too many requests',
    meaning: 'it is busy with too many requests',
    hint: 'Run the job again later, and renew fewer applications at a time (max-parallel).',
});
const unavailable = () => ({
    code: 'GRAPH_UNAVAILABLE',
    title: 'failing',
    meaning: 'it is busy or failing',
    hint: 'Run the job again later.',
});
const refused = ({ status }) => ({
    code: 'GRAPH_REFUSED',
    title: 'request refused',
    meaning: status < 400 ? 'the answer is a redirect, which is never followed' : 'it refused the request',
    hint: 'Check graph-host, and look for a proxy on the way.',
});
function describePolicy(policyId) {
    return policyId === undefined ? "the tenant's policy" : `the tenant's policy ${policyId}`;
}
//# sourceMappingURL=graph-advice.js.map
;// CONCATENATED MODULE: ./build/programs/src/graph/graph-response-error.js
// An error answer of Microsoft Graph, reduced to what may be shown: https://learn.microsoft.com/graph/errors

// Policies and limits were seen under codes of their own and under `Request_BadRequest`.
const TOPICS = [
    [/\bcredential type not allowed\b/i, 'type-forbidden'],
    [/\bcredential lifetime exceeds the max value allowed\b/i, 'life-forbidden'],
    [/\bonly add a maximum of \d+ (?:passwords|encrypted credentials)\b/i, 'too-many-passwords'],
];
/** Reads an error answer; what is missing or malformed is undefined. */
function readGraphRefusal(response) {
    const error = (0,json/* asObject */.eB)((0,json/* parseJsonObject */.dw)(response.body)?.['error']);
    const inner = (0,json/* asObject */.eB)(error?.['innerError']);
    const message = messageOf(response);
    const [, policyId] = /\bassigned policy '?([0-9a-f-]{36})\b/i.exec(message) ?? [];
    const [, topic] = TOPICS.find(([pattern]) => pattern.test(message)) ?? [];
    return {
        status: response.status,
        code: (0,json/* asText */.e1)(error?.['code'], /^[A-Za-z_.]{1,80}$/),
        topic,
        policyId,
        requestId: (0,json/* asText */.e1)(inner?.['request-id'] ?? response.headers['request-id'], /^[0-9a-z-]{1,64}$/i),
    };
}
/** Whether the answer says that the application has no such password. */
function saysNoSuchPassword(response) {
    if (response.status === 404)
        return true;
    return response.status === 400 && /\bNo password credential found\b/i.test(messageOf(response));
}
// Long enough for every message that is known; an answer may be of 4 MiB.
const MAX_MESSAGE_LENGTH = 4_096;
function messageOf(response) {
    const message = (0,json/* asObject */.eB)((0,json/* parseJsonObject */.dw)(response.body)?.['error'])?.['message'];
    return typeof message === 'string' ? message.slice(0, MAX_MESSAGE_LENGTH) : '';
}
//# sourceMappingURL=graph-response-error.js.map
;// CONCATENATED MODULE: ./build/programs/src/graph/graph-error.js
// Failures of Microsoft Graph, in words that help.






/** The error for an answer that is not what was asked for. */
function graphRefusedError(response, app) {
    const refusal = readGraphRefusal(response);
    const advice = graphAdvice(refusal, app);
    const codes = [`HTTP ${refusal.status}`, refusal.code].filter((code) => code !== undefined).join(', ');
    const error = new errors/* ActionError */.lZ({
        code: advice.code,
        title: `Microsoft Graph: ${advice.title}`,
        subject: describeApp(app),
        problem: `${advice.meaning} (${codes}).`,
        hint: advice.hint,
        ...(refusal.requestId !== undefined && { requestId: `request ID ${refusal.requestId}` }),
    });
    return (0,send/* advisingWait */.T8)(error, response);
}
/** The error for an answer of a good status that is not what was asked for; a body that is no JSON says more than `problem`. */
function unusableGraphError(app, problem, body = '{}') {
    const foreign = (0,failure_hints/* describeForeignAnswer */.EW)({ headers: {}, body }, GRAPH);
    return new errors/* ActionError */.lZ({
        code: 'GRAPH_ANSWER_UNUSABLE',
        title: 'Microsoft Graph: unusable answer',
        subject: describeApp(app),
        problem: foreign === undefined ? problem : `${foreign.problem}.`,
        hint: foreign?.hint ?? `${GRAPH} does not answer like this: check graph-host, and any proxy on the way.`,
    });
}
/** The error for a request that got no answer. Anything but a {@link TransportError} is thrown on. */
function unreachableGraphError(error, app) {
    if (!(error instanceof transport_error/* TransportError */.wX))
        throw error;
    return new errors/* ActionError */.lZ({
        code: 'GRAPH_UNREACHABLE',
        title: 'Microsoft Graph: no answer',
        subject: describeApp(app),
        problem: `${error.message}.`,
        hint: (0,failure_hints/* hintForFailure */.VL)(error, PLACE),
        cause: error,
    });
}
const GRAPH = 'Microsoft Graph';
const PLACE = {
    kind: 'network',
    name: GRAPH,
    hostHint: 'Check graph-host and cloud, and the name resolution of the runner.',
};
/** For people: the application, and where it was asked for. */
function describeApp({ graphHost, appId }) {
    return `application ${appId} at ${new URL(graphHost).host}`;
}
//# sourceMappingURL=graph-error.js.map
;// CONCATENATED MODULE: ./build/programs/src/graph/ask-graph.js
// What is asked of Microsoft Graph about an application's passwords.






/** @throws ActionError with advice if Graph refuses or gives no answer */
async function listPasswords({ app, token, context }) {
    const response = await ask(listPasswordsRequest(app, token), { app, context });
    if (response.status !== 200)
        throw graphRefusedError(response, app);
    const passwords = decodePasswordList(response.body);
    if (passwords === undefined)
        throw unusableGraphError(app, 'the answer is not the list of its passwords.', response.body);
    const dateMs = Date.parse(response.headers['date'] ?? '');
    return { passwords, dateSeconds: Number.isNaN(dateMs) ? undefined : Math.floor(dateMs / 1000) };
}
/**
 * Removes a password that Graph has listed before: one that it does not know any more is removed.
 * @throws ActionError with advice if Graph refuses or gives no answer
 */
async function removePassword(keyId, access) {
    const result = await tryToRemovePassword(keyId, access);
    if (result.kind === 'failed')
        throw result.error;
}
/** Removes a password. After a request that got no answer, the list says whether it is still there. */
function tryToRemovePassword(keyId, access) {
    const { app, token, context } = access;
    const order = {
        sendOnce: async (watched) => {
            const request = removePasswordRequest(app, keyId, token);
            const response = await ask(request, { app, context: watched }, (0,retry_policy/* once */.Oo)(retry_policy/* RETRY_RULES */.r9));
            if (saysNoSuchPassword(response))
                return 'unknown';
            if (!isSuccess(response))
                throw graphRefusedError(response, app);
            // Graph answers 204. A page is of somebody in between, and removes nothing.
            if (response.body === '')
                return 'removed';
            throw unusableGraphError(app, 'the answer to a removal is not empty.', response.body);
        },
        look: async () => {
            const { passwords } = await listPasswords(access);
            return passwords.some((one) => one.keyId === keyId) ? undefined : 'unknown';
        },
        lookUntilMs: context.deadlineMs,
        isPassing: isConflict,
    };
    return write(order, context);
}
/**
 * Asks for a password once: whoever asks again must first look what became of this one.
 * @throws ActionError with advice if Graph refuses or gives no usable answer
 */
async function addPasswordOnce(wish, { app, token, context }) {
    const response = await ask(addPasswordRequest(app, wish, token), { app, context }, (0,retry_policy/* once */.Oo)(retry_policy/* RETRY_RULES */.r9));
    if (!isSuccess(response))
        throw graphRefusedError(response, app);
    const added = decodeAddedPassword(response.body);
    if (added === undefined)
        throw unusableGraphError(app, 'the answer holds no new password.', response.body);
    return added;
}
/** Whether Graph refuses since something else changes the application at the moment (`Directory_ConcurrencyViolation`). */
function isConflict({ status }) {
    return status === 409;
}
function isSuccess({ status }) {
    return status >= 200 && status < 300;
}
function ask(request, { app, context }, rules = retry_policy/* RETRY_RULES */.r9) {
    return (0,send/* send */.tN)(request, context, { rules, isTransient: isConflict }).catch((error) => {
        throw unreachableGraphError(error, app);
    });
}
//# sourceMappingURL=ask-graph.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/patience.js
/** No level of service is published; 4 to 18 seconds were seen for a new password. */
const NEW_TIMEOUT_MS = 90_000;
/** After a failure: 1 s, 2 s, 4 s, then 8 s. */
const MAX_DELAY_MS = 8_000;
/** The wait before the next attempt, after so many failures. */
function patientDelayMs(failures) {
    return Math.min(MAX_DELAY_MS, 1_000 * 2 ** (failures - 1));
}
/** Patience that begins now and ends at an instant at the latest, in milliseconds since 1970. */
function makePatience(clock, deadlineMs) {
    const endMs = Math.min(clock.nowMs() + NEW_TIMEOUT_MS, deadlineMs);
    let failures = 0;
    return {
        wait: async () => {
            failures += 1;
            const delayMs = patientDelayMs(failures);
            if (clock.nowMs() + delayMs >= endMs)
                return false;
            await clock.sleep(delayMs);
            return true;
        },
    };
}
//# sourceMappingURL=patience.js.map
// EXTERNAL MODULE: ./build/programs/src/entra/credential.js
var entra_credential = __webpack_require__(718);
// EXTERNAL MODULE: ./build/programs/src/flow/open-session.js + 3 modules
var open_session = __webpack_require__(807);
;// CONCATENATED MODULE: ./build/programs/src/rotate/rotation-run.js
// What the steps of a rotation share: the two services, each with a token of the same identity, and until when each step may last.



/**
 * From the beginning of the step, in milliseconds. Reading may wait for a new application, and between adding and storing
 * lies the proof: 90 seconds each. The last part is kept for a look at what was stored, or for taking back what was added.
 */
const LIMITS_MS = { reading: 95_000, adding: 115_000, storing: 215_000, all: 240_000 };
/**
 * Signs in to the vault and to Microsoft Graph.
 * @throws ActionError with advice if the sign-in is refused or gets no answer
 */
async function openRun(ports, { credential, rotation, options }) {
    const startMs = ports.clock.nowMs();
    const deadlineOf = (step) => startMs + LIMITS_MS[step];
    const { cloud, secret: firstItem, appId } = rotation;
    const opened = await (0,open_session/* openSession */.fA)(ports, { credential, cloud, firstItem }, LIMITS_MS.all);
    const { session, context, identity } = opened;
    const tenantId = identity.tenantId;
    if (tenantId === undefined)
        throw tenantUnknown();
    const target = { ...opened.target, scope: cloud.graphScope };
    const { token } = await (0,entra_credential/* signIn */.Jv)(credential, target, { ...context, deadlineMs: deadlineOf('reading') });
    return {
        ports,
        rotation,
        options,
        context,
        vault: { session, context },
        graph: { app: { graphHost: cloud.graphHost, appId }, token, context },
        proofTarget: { ...target, tenantId },
        deadlineOf,
    };
}
/** The same access, until the end of a step. */
function withDeadline(access, run, step) {
    return { ...access, context: { ...access.context, deadlineMs: run.deadlineOf(step) } };
}
// A managed identity needs no tenant to sign in, but the application that is to prove itself does.
function tenantUnknown() {
    return new errors/* ActionError */.lZ({
        code: 'TENANT_NOT_FOUND',
        title: 'The tenant is not known',
        subject: 'tenant-id',
        problem: 'is empty, and the token that the identity got names no tenant.',
        hint: 'Set tenant-id to the tenant of the application.',
    });
}
//# sourceMappingURL=rotation-run.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/find-application.js
// The passwords of an application that may have been made a moment ago.





/**
 * Lists the application's passwords. An application that Graph does not know is waited for.
 * @throws ActionError with advice if Graph refuses, gives no answer, or does not come to know it
 */
function findApplication(run) {
    const { clock, log } = run.ports;
    const patience = makePatience(clock, run.deadlineOf('reading'));
    const list = (isFirst) => listPasswords(withDeadline(run.graph, run, 'reading')).catch(async (error) => {
        if (!isNotFound(error))
            throw error;
        if (isFirst)
            log.info(describeWait(run));
        if (!(await patience.wait()))
            throw error;
        return list(false);
    });
    return list(true);
}
/** Whether Graph says that there is no such application. */
function isNotFound(error) {
    return (0,errors/* expectedErrors */.OP)(error).every(isApplicationUnknown);
}
function describeWait({ rotation }) {
    return `Microsoft Graph does not know application ${rotation.appId}. If it was made a moment ago, this passes: waiting for up to ${NEW_TIMEOUT_MS / 1000} s.`;
}
//# sourceMappingURL=find-application.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/remove-password.js
// Passwords of the application that go: one that was made a moment ago, and those that are outdated.



/** Graph knows a new password after some seconds; until then it says that there is none. */
const FRESH_DELAYS_MS = [1_000, 2_000, 4_000, 8_000];
/**
 * Removes a password that was made a moment ago; `unknown` if Graph has not come to know it in all the time, or has
 * removed it without an answer.
 * @throws ActionError with advice if Graph refuses or gives no answer
 */
async function removeFreshPassword(run, keyId) {
    const { clock } = run.ports;
    for (const delayMs of FRESH_DELAYS_MS) {
        if ((await removeOnce(run, keyId)) === 'removed')
            return 'removed';
        if (clock.nowMs() + delayMs >= run.deadlineOf('all'))
            return 'unknown';
        await clock.sleep(delayMs);
    }
    return removeOnce(run, keyId);
}
async function removeOnce(run, keyId) {
    const result = await tryToRemovePassword(keyId, withDeadline(run.graph, run, 'all'));
    if (result.kind === 'failed')
        throw result.error;
    return result.value;
}
/** Removes outdated passwords, one after the other; after one that could not be, the others are left as well. */
async function removeOutdated(run, outdated) {
    const { log } = run.ports;
    const ids = outdated.map(({ keyId }) => keyId);
    for (const [index, keyId] of ids.entries()) {
        try {
            // One that is not there any more is as good as removed.
            await removePassword(keyId, withDeadline(run.graph, run, 'all'));
            log.info(`Removed from the application: outdated password ${keyId}.`);
        }
        catch (error) {
            for (const one of (0,errors/* expectedErrors */.OP)(error))
                log.info(`Password ${keyId} could not be removed: ${one.message}`);
            return { removed: ids.slice(0, index), left: ids.slice(index) };
        }
    }
    return { removed: ids, left: [] };
}
//# sourceMappingURL=remove-password.js.map
;// CONCATENATED MODULE: ./build/programs/src/time.js
// Instants in seconds since 1970, and how near an end is.
const time_DAY_SECONDS = 24 * 60 * 60;
/** Judges a life; `warningDays` is how soon an end counts as near. */
function judgeExpiry({ notBefore, expires }, nowMs, warningDays) {
    const nowSeconds = nowMs / 1000;
    if (expires !== undefined) {
        const left = expires - nowSeconds;
        if (left <= 0)
            return { kind: 'expired' };
        if (left <= warningDays * time_DAY_SECONDS)
            return { kind: 'expiring', days: Math.floor(left / time_DAY_SECONDS) };
    }
    return notBefore !== undefined && notBefore > nowSeconds ? { kind: 'not-yet-valid' } : { kind: 'lasting' };
}
/** `YYYY-MM-DDTHH:MM:SSZ` for an instant in seconds since 1970; empty if there is none. */
function time_formatInstant(seconds) {
    return seconds === undefined ? '' : new Date(seconds * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
//# sourceMappingURL=time.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/rotation-state.js
// In which state a failed rotation has left the application and the vault, in exact words, and what is left to do.



/** Nothing was written. */
function describeUnchanged() {
    return 'Nothing was changed in the application and the vault.';
}
/** No password was added that is known. */
function describeNotAdded(run, left) {
    const traces = describeTraces(run, left);
    return traces === '' ? describeUnchanged() : `Nothing was stored in the vault.${traces}${describeEnd(left)}`;
}
/** The password is gone again. */
function describeTakenBack(run, keyId, left) {
    return `The new password (key ID ${keyId}) was removed again, and nothing was stored in the vault.${describeTraces(run, left)}${describeEnd(left)}`;
}
/** The password could not be removed; the vault does not hold it. */
function describeLeft(run, keyId, left) {
    return `Nothing was stored in the vault. The new password (key ID ${keyId}) could not be removed and may still be in the application; nobody has its value. ${describeLater(run, keyId)}${describeTraces(run, left)}`;
}
/** Nobody knows whether the vault holds the password, or will come to hold it: so it stays. */
function describeUnknown(run, keyId, left) {
    const { vaultUrl, name } = run.rotation.secret;
    return `The vault did not confirm that it stored the new client secret, and may still store it. So nothing was undone: the new password (key ID ${keyId}) stays in the application, and the one in use was not touched. Run the job again in 15 minutes or later: it sees what the vault holds then, and cleans up. To look by hand: "az keyvault secret show --id ${vaultUrl}/secrets/${name} --query tags.${CREDENTIAL_ID}". If that shows ${keyId}, the rotation is complete.${describeTraces(run, left)}`;
}
// Each begins with a blank: they follow other sentences.
function describeTraces(run, { displayName, unconfirmed, room }) {
    const removed = room.removedIds.map((id) => ` Outdated password ${id} was removed before, to make room.`);
    const removing = room.unconfirmedIds.map((id) => ` Microsoft Graph did not confirm whether it removed outdated password ${id}, to make room, and may still remove it.`);
    const adding = unconfirmed === 0
        ? ''
        : ` Microsoft Graph did not confirm whether it added a password, and may still add it: it would be named "${displayName}", and nobody has its value. ${describeLater(run)}`;
    return [...removed, ...removing, adding].join('');
}
function describeEnd({ unconfirmed }) {
    return unconfirmed > 0 ? '' : ' There is nothing to clean up.';
}
/** The step failed after the rotation was over. */
function describeComplete({ rotation }, done) {
    if (!done.isRotated)
        return 'Nothing was renewed.';
    return `The rotation itself is complete: version ${done.version} of ${rotation.secret.name} holds the new client secret (key ID ${done.keyId}).`;
}
/** The error for an application that another run is in progress on. */
function busyError({ rotation }, busy) {
    return new errors/* ActionError */.lZ({
        code: 'ROTATE_BUSY',
        title: 'Another run is in progress',
        subject: `application ${rotation.appId}`,
        problem: `another run is in progress on secret ${rotation.secret.name}, or was interrupted. It made a password less than 15 minutes ago (key ID ${busy.keyId}) that the vault does not name.`,
        hint: `${describeUnchanged()} Run the job again at ${time_formatInstant(Math.ceil(busy.freeFrom))} or later: that run removes what an interrupted one has left. To keep runs apart, give their workflow a "concurrency" group.`,
    });
}
/** How to remove passwords by hand. */
function describeByHand({ rotation }, keyId = 'KEY_ID') {
    return `az ad app credential delete --id ${rotation.appId} --key-id ${keyId}`;
}
function describeLater(run, keyId) {
    return `A run in 15 minutes or later removes it. To remove it by hand: "${describeByHand(run, keyId)}".`;
}
/** The errors, each with one more piece of advice. @throws the error itself if it was not expected */
function advisingAll(error, advice) {
    return new errors/* ActionErrors */.o9((0,errors/* expectedErrors */.OP)(error).map((one) => one.advising(advice)));
}
//# sourceMappingURL=rotation-state.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/add-password.js
// A new password of the application: one and no more, though an answer may be lost on its way.









/**
 * Adds a password. What a request without an answer has made is looked for and removed, since nobody has its value.
 * @throws ActionErrors with advice, and with the state in which the application was left
 */
async function addPassword(run, wish, room) {
    const patience = makePatience(run.ports.clock, run.deadlineOf('adding'));
    let unanswered = 0;
    let found = 0;
    const removeFound = async () => {
        found += (await removeStrays(run, wish.displayName)).length;
    };
    for (;;) {
        const foundBefore = found;
        const result = await sendWish(run, wish, removeFound);
        unanswered += result.unanswered;
        if (result.kind === 'done')
            return { added: result.value, unconfirmed: unanswered - found };
        const mayPass = async () => {
            if (result.unseen !== undefined)
                return false;
            if (isNotFound(result.error))
                return patience.wait();
            if (!isTooMany(result.error))
                return false;
            // What was found and removed has made room.
            if (found > foundBefore)
                return true;
            return (await room.make()) || (room.removedIds.length > 0 && patience.wait());
        };
        if (await mayPass())
            continue;
        const left = { displayName: wish.displayName, unconfirmed: unanswered - found, room };
        throw advisingAll(result.error, describeNotAdded(run, left));
    }
}
function sendWish(run, wish, removeFound) {
    const graph = withDeadline(run.graph, run, 'adding');
    const order = {
        sendOnce: (context) => addPasswordOnce(wish, { ...graph, context }),
        // Nobody has the value of what is found, so that it is no result.
        look: async () => {
            await removeFound();
        },
        lookUntilMs: run.deadlineOf('all'),
        isPassing: isConflict,
    };
    return write(order, graph.context);
}
function isTooMany(error) {
    return (0,errors/* expectedErrors */.OP)(error).every(isFullOfPasswords);
}
/**
 * Removes every password that this run has made but the one to be kept, and gives their key IDs. A run signs the names
 * of its passwords, so that they are not taken for those of another.
 * @throws ActionError with advice if Graph refuses or gives no answer
 */
async function removeStrays(run, name, keptId) {
    const { passwords } = await listPasswords(withDeadline(run.graph, run, 'all'));
    const strays = passwords.filter(({ displayName, keyId }) => displayName === name && keyId !== keptId);
    for (const { keyId } of strays) {
        await removeFreshPassword(run, keyId);
        run.ports.log.info(`Removed from the application: password ${keyId}, whose value was lost.`);
    }
    return strays.map(({ keyId }) => keyId);
}
//# sourceMappingURL=add-password.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/make-room.js
// Room for a new password in an application that takes two only: an outdated one of this action goes first.



/** Room that the outdated passwords may give. The one that the vault holds is never among them. */
function makeRoom(run, outdated) {
    const candidates = [...outdated].sort((one, other) => (one.starts ?? 0) - (other.starts ?? 0));
    const removedIds = [];
    const unconfirmedIds = [];
    return {
        removedIds,
        unconfirmedIds,
        make: async () => {
            const keyId = candidates.shift()?.keyId;
            if (keyId === undefined)
                return false;
            const { log } = run.ports;
            const result = await tryToRemovePassword(keyId, withDeadline(run.graph, run, 'adding'));
            if (result.kind === 'failed') {
                for (const { message } of (0,errors/* expectedErrors */.OP)(result.error)) {
                    log.info(`Password ${keyId} could not be removed: ${message}`);
                }
                if (result.unanswered > 0)
                    unconfirmedIds.push(keyId);
                return false;
            }
            removedIds.push(keyId);
            log.info(`Removed from the application: password ${keyId}, to make room. The application takes no more passwords, and the vault does not hold this one.`);
            return true;
        },
    };
}
//# sourceMappingURL=make-room.js.map
// EXTERNAL MODULE: ./build/programs/src/entra/credentials/client-secret.js
var client_secret = __webpack_require__(5180);
// EXTERNAL MODULE: ./build/programs/src/entra/token-request.js
var token_request = __webpack_require__(6518);
// EXTERNAL MODULE: ./build/programs/src/export/step-log.js + 3 modules
var step_log = __webpack_require__(6125);
;// CONCATENATED MODULE: ./build/programs/src/rotate/prove-password.js
// The proof that a new client secret works: two sign-ins in a row, since the nodes of Entra ID hear of it one by one.






const SUCCESSES_IN_A_ROW = 2;
/** Between the successes, so that they do not come from one connection's node by chance alone. */
const AGAIN_DELAY_MS = 1_000;
/** What a node says that has not heard of a new client secret: it is wrong, or it has expired. */
const UNKNOWN_SECRET = [7000215, 7000222];
/** Refusals that may pass: those, what a node says of a new application, and what Entra itself calls transient. */
const PASSING = [...UNKNOWN_SECRET, 700016, ...token_request/* TRANSIENT_AADSTS */.Wc];
/**
 * Returns once the application has signed in twice in a row with the new client secret.
 * @throws ActionError if it is refused for good, or has not come to be known in time
 */
async function provePassword(run, { secret }) {
    const { clock } = run.ports;
    const deadlineMs = clock.nowMs() + NEW_TIMEOUT_MS;
    const client = { tenantId: run.proofTarget.tenantId, clientId: run.rotation.appId, clientSecret: secret };
    const credential = (0,client_secret/* clientSecretCredential */.v)(client, { kind: 'client-secret', reason: 'it is new' });
    let successes = 0;
    let failures = 0;
    let last;
    while (successes < SUCCESSES_IN_A_ROW) {
        if (successes + failures > 0) {
            const delayMs = successes > 0 ? AGAIN_DELAY_MS : patientDelayMs(failures);
            if (clock.nowMs() + delayMs >= deadlineMs)
                throw notProved(run, last);
            await clock.sleep(delayMs);
        }
        try {
            await (0,entra_credential/* signIn */.Jv)(credential, run.proofTarget, { ...run.context, deadlineMs });
            successes += 1;
        }
        catch (error) {
            last = passingError(error);
            successes = 0;
            failures += 1;
        }
    }
}
/** The failure, if it may pass. @throws the error if it will not */
function passingError(error) {
    const [first] = (0,errors/* expectedErrors */.OP)(error);
    const isRefused = first.aadsts !== undefined && !PASSING.includes(first.aadsts);
    if (isRefused || (0,step_log/* areMasksNotTaken */.qT)(first))
        throw error;
    return first;
}
function notProved({ rotation }, last) {
    const reason = last === undefined ? '' : ` The last failure: ${last.problem}`;
    // What Entra says of a secret that it does not know is no advice for one that is new.
    const hint = last === undefined || isUnknownSecret(last) ? undefined : last.hint;
    return new errors/* ActionError */.lZ({
        code: 'ROTATE_NOT_PROVED',
        title: 'The new client secret could not be proved',
        subject: `application ${rotation.appId}`,
        problem: `no two sign-ins in a row succeeded with its new client secret within ${NEW_TIMEOUT_MS / 1000} s.${reason}`,
        hint: hint ?? 'Microsoft Entra ID took too long to learn of the new client secret. Run the job again.',
        ...(last?.requestId !== undefined && { requestId: last.requestId }),
    });
}
function isUnknownSecret({ aadsts }) {
    return aadsts !== undefined && UNKNOWN_SECRET.includes(aadsts);
}
//# sourceMappingURL=prove-password.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/store-password.js
// The new client secret as the vault's new version, and what is known where that fails.








/** Stores the new client secret. After a write that got no answer, the vault is asked what it holds. */
async function storePassword(run, order) {
    const { keyId } = order.added;
    const vault = withDeadline(run.vault, run, 'storing');
    try {
        await readUnchanged(run, order, 'storing');
    }
    catch (error) {
        return { kind: 'failed', error, isHeld: 'no' };
    }
    const result = await write({
        sendOnce: async (context) => {
            const body = await (0,ask_vault/* askVault */.yR)(makeQuestion(run, order), { ...vault, context });
            return decodeStoredVersion(body, run.rotation.secret).version;
        },
        look: async () => {
            const now = await readUnchanged(run, order, 'all');
            return credentialIdOf(now, CREDENTIAL_ID) === keyId ? now?.version : undefined;
        },
        lookUntilMs: run.deadlineOf('all'),
        rules: retry_policy/* VAULT_RETRY_RULES */.yd,
    }, vault.context);
    if (result.kind === 'done')
        return { kind: 'stored', version: result.value };
    const error = isOvertaken(result.unseen) ? result.unseen : result.error;
    return { kind: 'failed', error, isHeld: result.unanswered === 0 ? 'no' : 'unknown' };
}
// The last moment at which another run, or a person, can be noticed. A version that holds the new password is of this run.
async function readUnchanged(run, { before, added }, step) {
    const now = await readStoredVersion(run.rotation.secret, withDeadline(run.vault, run, step));
    if (now?.version === before?.version || credentialIdOf(now, CREDENTIAL_ID) === added.keyId)
        return now;
    throw new errors/* ActionError */.lZ({
        code: 'ROTATE_OVERTAKEN',
        title: 'Changed in the meantime',
        subject: `secret ${run.rotation.secret.name}`,
        problem: 'it was changed in the vault while this run was in progress.',
        hint: 'If two workflow runs can renew one client secret at the same time, give the workflow a "concurrency" group.',
    });
}
function isOvertaken(unseen) {
    return unseen !== undefined && (0,errors/* expectedErrors */.OP)(unseen).every(({ code }) => code === 'ROTATE_OVERTAKEN');
}
function makeQuestion({ rotation, options }, { added, before, previousId }) {
    const { keyId, secret: value, expires } = added;
    const { secret: identifier } = rotation;
    const tags = makeTags(before, { keyId, previousId, validDays: options.validDays });
    const version = { value, expires, contentType: before?.contentType ?? '', tags };
    return {
        identifier,
        operation: 'set',
        makeRequest: (token) => setSecretRequest(identifier, version, token),
        rules: (0,retry_policy/* once */.Oo)(retry_policy/* VAULT_RETRY_RULES */.yd),
    };
}
//# sourceMappingURL=store-password.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/renew-secret.js
// The heart of a rotation: add, prove, store; and take back what was added if one of these fails.









const renew_secret_DAY_SECONDS = 24 * 60 * 60;
/**
 * Renews the client secret.
 * @throws ActionErrors that say in which state the application and the vault are, and what is left to do
 */
async function renewSecret(run, order) {
    const { ports, rotation, options } = run;
    const { outdated } = order.decision;
    const displayName = ownPasswordName(rotation.secret, ports.randomBytes(4));
    const expires = order.nowSeconds + options.validDays * renew_secret_DAY_SECONDS;
    const room = makeRoom(run, outdated);
    const { added, unconfirmed } = await addPassword(run, { displayName, expires }, room);
    const { keyId } = added;
    const result = await proveAndStore(run, added, order);
    if (result.kind === 'failed') {
        const { error, isHeld } = result;
        const left = { displayName, unconfirmed, room };
        throw advisingAll(error, isHeld === 'unknown' ? describeUnknown(run, keyId, left) : await undo(run, keyId, left));
    }
    ports.log.info(`Stored: version ${result.version} of secret ${rotation.secret.name}.`);
    const removals = await removeOutdated(run, outdated.filter((one) => !room.removedIds.includes(one.keyId)));
    const strays = unconfirmed > 0 ? await removeStrays(run, displayName, keyId).catch(expectedNothing) : [];
    const removed = [...room.removedIds, ...removals.removed, ...strays];
    return { keyId, version: result.version, expires: added.expires, removals: { ...removals, removed } };
}
// Whatever it is that did not show up, a later run removes it.
function expectedNothing(error) {
    (0,errors/* expectedErrors */.OP)(error);
    return [];
}
async function proveAndStore(run, added, order) {
    const { keyId, expires } = added;
    const { log, clock } = run.ports;
    let startMs;
    try {
        await run.context.mask(added.secret);
        log.info(`Added to application ${run.rotation.appId}: password ${keyId}, until ${time_formatInstant(expires)}.`);
        startMs = clock.nowMs();
        await provePassword(run, added);
    }
    catch (error) {
        return { kind: 'failed', error, isHeld: 'no' };
    }
    const seconds = Math.round((clock.nowMs() - startMs) / 1000);
    log.info(`Proved: the application signed in with it twice in a row, after ${seconds} s.`);
    const { before, decision } = order;
    return storePassword(run, { added, before, previousId: decision.previous.keyId });
}
/** Takes back what was added, and says how things are then. */
async function undo(run, keyId, left) {
    let { unconfirmed } = left;
    try {
        const removal = await removeFreshPassword(run, keyId);
        if (unconfirmed > 0)
            unconfirmed -= (await removeStrays(run, left.displayName)).length;
        if (removal === 'removed')
            return describeTakenBack(run, keyId, { ...left, unconfirmed });
    }
    catch (error) {
        for (const one of (0,errors/* expectedErrors */.OP)(error))
            run.ports.log.info(`Could not be undone: ${one.message}`);
    }
    return describeLeft(run, keyId, { ...left, unconfirmed });
}
//# sourceMappingURL=renew-secret.js.map
;// CONCATENATED MODULE: ./build/programs/src/export/private-folder.js
/** What its name is saved under for the post step. */
const FOLDER_STATE = 'folder';
const PREFIX = 'key-vault-';
/** So many that nobody can lay something there beforehand. */
const RANDOM_BYTES = 16;
/** Gives files a fresh folder, which is yet to be made. */
function placeFiles(files, randomBytes) {
    return { folder: freshFolder(randomBytes), files };
}
/** A name for a folder that nobody can foresee. */
function freshFolder(randomBytes) {
    return `${PREFIX}${randomBytes(RANDOM_BYTES).toString('hex')}`;
}
/** Could {@link placeFiles} have given this name? Others must not be removed. */
function isFolderName(name) {
    return new RegExp(`^${PREFIX}[0-9a-f]{${2 * RANDOM_BYTES}}$`).test(name);
}
/** The path of each file, as an output. */
function pathOutputs(placed, { pathOf }) {
    return placed.files.map(({ output, name }) => ({ name: output, value: pathOf(placed.folder, name) }));
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
    const { masks, placed, kept, outputs, variables } = results;
    const { log, files, privateFolders } = ports;
    await maskAll(masks, log);
    const store = (await results.prepareStore?.()) ?? NO_STORE;
    await runTransaction([
        ...valuesPart('GITHUB_STATE', [...folderState(placed), ...store.state], files),
        ...folderPart(placed, privateFolders),
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
                    // What is left is the post step's to remove, and it must know of it.
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
    return error instanceof errors/* ActionError */.lZ || error instanceof errors/* ActionErrors */.o9;
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
    return new errors/* ActionError */.lZ({
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
function folderPart(placed, folders) {
    if (placed === undefined)
        return [];
    const { folder, files } = placed;
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
    // Where it cannot be made there may be something of its name, and that is somebody else's.
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
/** What the post step has to know of it. */
function folderState(placed) {
    return placed === undefined ? [] : [{ name: FOLDER_STATE, value: placed.folder }];
}
//# sourceMappingURL=export-all.js.map
// EXTERNAL MODULE: ./build/programs/src/render/rendered.js
var rendered = __webpack_require__(9392);
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
const FETCHED_COLUMNS = (/* unused pure expression or super */ null && (['Name', 'Kind', 'Vault', 'Version', 'Expires', 'Outputs']));
/** One row a reference: names, versions and dates, no values. */
function makeFetchedTable(rendered) {
    return { heading: 'Azure Key Vault', columns: FETCHED_COLUMNS, rows: rendered.map(cells) };
}
function cells(rendered) {
    const { item, version, life } = rendered;
    return [
        item.name,
        kindOf(item.collection),
        vaultHost(item.vaultUrl),
        version,
        formatInstant(life.expires),
        outputNamesOf(rendered).join(', '),
    ];
}
const TOKEN_COLUMNS = (/* unused pure expression or super */ null && (['Output', 'Scope', 'Application', 'Expires', 'Proof']));
/** One row per token: scopes, dates and names, no token. */
function makeTokenTable({ tokens, clientId, proof }) {
    const rows = tokens.map(({ line, expiresOn }) => [line.output, line.scope, clientId, expiresOn, proof]);
    return { heading: 'Access tokens', columns: TOKEN_COLUMNS, rows };
}
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/password-warnings.js
// What a user should mind about the application's other passwords: ends that are near, and one that is missing.


/** One warning that lists the passwords that end soon and are not those of the vault. */
function findPasswordWarnings(question) {
    const { appId, passwords, settled, nowMs, warningDays } = question;
    const ending = passwords.filter(({ keyId, expires }) => {
        const expiry = judgeExpiry({ notBefore: undefined, expires }, nowMs, warningDays);
        return expiry.kind === 'expiring' && !settled.includes(keyId);
    });
    if (ending.length === 0)
        return [];
    const listed = ending.slice(0, MAX_LISTED).map(describePassword);
    const rest = ending.length > listed.length ? ` and ${ending.length - listed.length} more` : '';
    return [
        {
            title: `Expires soon: ${ending.length === 1 ? 'a password' : `${ending.length} passwords`} of the application`,
            text: `Application ${appId} has passwords that expire within ${warningDays} days and that this secret of the vault does not hold: ${listed.join('; ')}${rest}. Renew them, or tell whoever uses them.`,
        },
    ];
}
/** A warning if the vault names a password that the application does not have. */
function findMissingPassword(stored, { passwords, appId }) {
    const keyId = credentialIdOf(stored, CREDENTIAL_ID);
    if (keyId === undefined || passwords.some((one) => one.keyId === keyId))
        return [];
    return [
        {
            title: 'The stored client secret may not work',
            text: `The vault's current version names the password ${keyId}, which application ${appId} does not have. Compare app-id. If it is right, renew the client secret with "force: true".`,
        },
    ];
}
/** Key IDs that a version names. */
function namedIds(stored) {
    const ids = [CREDENTIAL_ID, PREVIOUS_CREDENTIAL_ID].map((tag) => credentialIdOf(stored, tag));
    return ids.filter((id) => id !== undefined);
}
const MAX_LISTED = 20;
const password_warnings_MAX_NAME_LENGTH = 60;
// Whoever made the password chose its name: of it only what can do no harm in a log is shown.
function describePassword({ keyId, displayName = '', expires }) {
    const name = displayName.replace(/[^\w .,:/()-]+/g, '?').slice(0, password_warnings_MAX_NAME_LENGTH);
    return `${name === '' ? '' : `"${name}" `}(key ID ${keyId}) on ${time_formatInstant(expires)}`;
}
//# sourceMappingURL=password-warnings.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/rotation-table.js
const COLUMNS = ['Application', 'Secret', 'Vault', 'Renewed', 'Version', 'Expires', 'Key ID', 'Removed passwords'];
/** One row, no values. */
function makeRotationTable(row) {
    const { appId, secret, vault, renewed, version, expires, keyId, removed } = row;
    return {
        heading: 'Client secret',
        columns: COLUMNS,
        rows: [[appId, secret, vault, renewed, version, expires, keyId, removed.join(', ')]],
    };
}
//# sourceMappingURL=rotation-table.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/rotation-outcome.js
// What a rotation came to, as it leaves the step: outputs, warnings and the table of the summary.









/** Nothing was renewed: what was there is there. */
function keptOutcome({ stored }, removals) {
    return {
        isRotated: false,
        version: stored?.version ?? '',
        expires: time_formatInstant(stored?.expires),
        keyId: credentialIdOf(stored, CREDENTIAL_ID) ?? '',
        removals,
    };
}
/** The client secret was renewed. */
function renewedOutcome({ version, expires, keyId, removals }) {
    return { isRotated: true, version, expires: time_formatInstant(expires), keyId, removals };
}
/**
 * Writes outputs, warnings and summary.
 * @throws ActionErrors if the outputs could not be written, which changes nothing about what was done
 */
async function exportOutcome(run, found, outcome) {
    const { ports, options } = run;
    const { isRotated, version, expires, keyId } = outcome;
    const outputs = [
        { name: 'rotated', value: `${isRotated}` },
        { name: 'version', value: version },
        { name: 'expires-on', value: expires },
        { name: 'key-id', value: keyId },
    ];
    try {
        await exportAll({ masks: [], placed: undefined, outputs, variables: [] }, ports);
    }
    catch (error) {
        throw advisingAll(error, describeComplete(run, outcome));
    }
    (0,step_log/* annotateAll */.u6)(ports.log, 'warning', findWarnings(run, found, outcome));
    if (options.summary)
        await writeSummary(makeRotationTable(makeRow(run, outcome)), ports);
}
function findWarnings(run, { stored, passwords, decision }, outcome) {
    const { rotation, options, ports } = run;
    const { isRotated, keyId, removals } = outcome;
    const outdated = decision.kind === 'busy' ? [] : decision.outdated;
    const previousIds = decision.kind === 'rotate' ? decision.previous.stay : [];
    const question = {
        appId: rotation.appId,
        passwords,
        settled: [...namedIds(stored), keyId, ...outdated.map((one) => one.keyId), ...previousIds],
        nowMs: ports.clock.nowMs(),
        warningDays: options.renewBeforeDays,
    };
    return [
        ...(isRotated || stored === undefined ? [] : findMissingPassword(stored, question)),
        ...findPasswordWarnings(question),
        ...warnOfLeft(run, removals.left),
    ];
}
function warnOfLeft(run, left) {
    if (left.length === 0)
        return [];
    return [
        {
            title: 'Outdated passwords are left',
            text: `Application ${run.rotation.appId} still has outdated passwords of this action, which could not be removed: ${left.join(', ')}. They work until they expire. The next run removes them; by hand: ${describeByHand(run)}`,
        },
    ];
}
function makeRow({ rotation, options }, outcome) {
    const { isRotated, version, expires, keyId, removals } = outcome;
    return {
        appId: rotation.appId,
        secret: rotation.secret.name,
        vault: (0,identifier/* vaultHost */.Df)(rotation.secret.vaultUrl),
        renewed: isRotated ? 'yes' : options.dryRun ? 'no, a dry run' : 'no, nothing is due',
        version,
        expires,
        keyId,
        removed: removals.removed,
    };
}
//# sourceMappingURL=rotation-outcome.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/rotation-text.js




/** Lines for the log: what the vault and the application hold. */
function describeFound({ secret, appId }, { stored, passwords }) {
    const own = passwords.filter(({ displayName }) => isOwnPassword(displayName, secret)).length;
    const where = `secret ${secret.name} in ${(0,identifier/* vaultHost */.Df)(secret.vaultUrl)}`;
    const named = credentialIdOf(stored, CREDENTIAL_ID) ?? 'unknown';
    return [
        stored === undefined
            ? `Found no ${where}.`
            : `Found ${where}: version ${stored.version}, ${rotation_text_describeEnd(stored)}, password ${named}.`,
        `Found application ${appId}: ${count(passwords.length)}, ${own} of them made by this action for this secret.`,
    ];
}
function count(passwords) {
    return passwords === 1 ? '1 password' : `${passwords} passwords`;
}
function rotation_text_describeEnd({ expires }) {
    return expires === undefined ? 'no expiry' : `expires ${time_formatInstant(expires)}`;
}
/** A line for the log: whether the client secret is renewed, and why. */
function describeDecision({ stored, decision }, { renewBeforeDays }) {
    const end = time_formatInstant(stored?.expires);
    switch (decision.kind) {
        case 'keep': {
            const { atWorkId } = decision;
            const restraint = atWorkId === undefined
                ? ''
                : ` Nothing is removed either: another run is in progress, or was interrupted: ${describeYoung(atWorkId)}`;
            return `Nothing is due: it is valid until ${end}, which is more than ${renewBeforeDays} days away.${restraint}`;
        }
        case 'busy':
            return `Another run is in progress, or was interrupted: ${describeYoung(decision.keyId)}`;
        case 'rotate': {
            const { reason, previous } = decision;
            return `Due, because ${describeReason(reason, end, renewBeforeDays)}.${describeGuess(previous)}`;
        }
    }
}
// Nothing if a tag says it, or if there is none.
function describeGuess({ keyId, by }) {
    if (keyId === undefined || by === 'tag')
        return '';
    const sign = by === 'hint'
        ? 'the only one of this action whose value begins as that of the vault does'
        : 'the newest one of this action';
    return ` Its tags do not say which password of the application the vault holds. Password ${keyId}, ${sign}, counts as the previous one and stays.`;
}
function describeYoung(keyId) {
    return `the vault does not name password ${keyId}, which is less than 15 minutes old.`;
}
function describeReason(reason, end, renewBeforeDays) {
    switch (reason) {
        case 'missing':
            return 'the vault has no such secret';
        case 'no-credential-id':
            return `the tag ${CREDENTIAL_ID} of the current version names no password`;
        case 'no-expiry':
            return 'the current version has no expiry';
        case 'expired':
            return `it expired on ${end}`;
        case 'expiring':
            return `it expires on ${end}, within ${renewBeforeDays} days`;
        case 'forced':
            return 'force is true';
    }
}
/** A line for the log: what would be done. */
function describeDryRun({ appId }, { decision }) {
    if (decision.kind === 'busy')
        return 'Dry run: the run would stop here.';
    const ids = decision.outdated.map(({ keyId }) => keyId);
    const removal = ids.length === 0 ? 'no password would be removed' : `these would be removed: ${ids.join(', ')}`;
    if (decision.kind === 'keep')
        return `Dry run: nothing would be renewed, and ${removal}.`;
    return `Dry run: application ${appId} would get a new password, which would be proved and stored as a new version; then ${removal}.`;
}
//# sourceMappingURL=rotation-text.js.map
;// CONCATENATED MODULE: ./build/programs/src/rotate/rotate-and-export.js
// What the rotate action does once everything is decided that can be: what is there -> decision -> renewal -> export. Loaded then.











/**
 * Signs in, looks, decides, renews if that is due, and exports what came of it.
 * @throws ActionErrors that say what the state is now
 */
async function rotateAndExport(order, ports) {
    const { run, found } = await look(ports, order);
    const outcome = order.options.dryRun ? tryOut(run, found) : await rotate(run, found);
    await exportOutcome(run, found, outcome);
}
async function look(ports, order) {
    try {
        const run = await openRun(ports, order);
        const found = await find(run);
        for (const line of describeFound(order.rotation, found))
            ports.log.info(line);
        ports.log.info(describeDecision(found, order.options));
        return { run, found };
    }
    catch (error) {
        throw advisingAll(error, describeUnchanged());
    }
}
async function find(run) {
    const { rotation, options, ports } = run;
    const stored = await readStoredVersion(rotation.secret, withDeadline(run.vault, run, 'reading')).catch((error) => {
        throw (0,vault_error.withRotationRoles)(error, rotation.secret);
    });
    const { passwords, dateSeconds } = await findApplication(run);
    // The age of a password is told by the clock that it was made by.
    const nowSeconds = dateSeconds ?? Math.floor(ports.clock.nowMs() / 1000);
    const decision = decideRotation({ ...rotation, stored, passwords, nowSeconds, options });
    if (decision.kind === 'rotate')
        checkRoomForTags(stored);
    return { stored, passwords, nowSeconds, decision };
}
function tryOut({ rotation, ports }, found) {
    ports.log.info(describeDryRun(rotation, found));
    return keptOutcome(found, { removed: [], left: [] });
}
async function rotate(run, found) {
    const { stored, decision } = found;
    switch (decision.kind) {
        case 'busy':
            throw busyError(run, decision);
        case 'keep':
            return keptOutcome(found, await removeOutdated(run, decision.outdated));
        case 'rotate':
            return renewedOutcome(await renewSecret(run, { before: stored, nowSeconds: found.nowSeconds, decision }));
    }
}
//# sourceMappingURL=rotate-and-export.js.map

/***/ })

};
;