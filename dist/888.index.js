"use strict";
exports.id = 888;
exports.ids = [888];
exports.modules = {

/***/ 5888:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetchItems: () => (/* binding */ fetchItems),
  readDestination: () => (/* binding */ readDestination)
});

// EXTERNAL MODULE: ./build/programs/src/errors.js + 1 modules
var errors = __webpack_require__(5261);
// EXTERNAL MODULE: ./build/programs/src/input/line-grammar.js
var line_grammar = __webpack_require__(4461);
// EXTERNAL MODULE: ./build/programs/src/plan/identifier.js + 1 modules
var plan_identifier = __webpack_require__(1598);
// EXTERNAL MODULE: ./build/programs/src/keyvault/ask-vault.js
var ask_vault = __webpack_require__(9132);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/programs/src/http/json.js
var json = __webpack_require__(8567);
// EXTERNAL MODULE: ./build/programs/src/secret-text.js
var secret_text = __webpack_require__(7720);
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
    const bundle = (0,json/* parseJsonObject */.dw)(body);
    const version = versionOf(bundle?.['id']);
    const cer = (0,json/* asText */.e1)(bundle?.['cer'], /^[A-Za-z0-9+/]+={0,2}$/);
    const secretId = (0,json/* asText */.e1)(bundle?.['sid'], /^https:\/\/[\x21-\x7e]+$/);
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
/** Returns the type that a secret's owner gave it, unchanged; empty if none. */
function decodeContentType(bundle) {
    const type = bundle?.['contentType'];
    return typeof type === 'string' ? type : '';
}
/** Returns a tag that is not there with its value; undefined if all are. */
function findMissingTag(wanted, tags) {
    return wanted.find(({ key, value }) => tags.get(key) !== value);
}
/** The body as a key; undefined if it is none. */
function decodeKeyBundle(body) {
    const bundle = (0,json/* parseJsonObject */.dw)(body);
    const key = (0,json/* asObject */.eB)(bundle?.['key']);
    const version = versionOf(key?.['kid']);
    const type = (0,json/* asText */.e1)(key?.['kty'], /^[A-Za-z0-9-]{1,32}$/);
    const attributes = decodeAttributes(bundle);
    if (key === undefined || version === undefined || type === undefined || attributes === undefined)
        return undefined;
    const common = { version, type, attributes, tags: decodeTags(bundle) };
    if (SYMMETRIC.includes(type))
        return { ...common, publicKey: undefined };
    const publicKey = decodePublicKey(key, type);
    return publicKey === undefined ? undefined : { ...common, publicKey };
}
const SYMMETRIC = ['oct', 'oct-HSM'];
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
        return (0,external_node_crypto_.createPublicKey)({ key: jwk, format: 'jwk' });
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
    const bundle = (0,json/* parseJsonObject */.dw)(body);
    checkIssued(bundle, item);
    checkEnabled(bundle, item);
    return decodeCertificateBundle(body);
}
/** @throws ActionError `CERTIFICATE_PENDING` if the certificate's request has not been completed */
function checkIssued(bundle, item) {
    if (['cer', 'sid', 'kid', 'x5t'].some((member) => bundle?.[member] !== undefined))
        return;
    // Asked for by version, the answer does not name the pending request; but until it is issued, the version is disabled.
    const isDisabled = (0,json/* asObject */.eB)(bundle?.['attributes'])?.['enabled'] === false;
    if (!isDisabled && (0,json/* asObject */.eB)(bundle?.['pending']) === undefined)
        return;
    const host = (0,plan_identifier/* vaultHost */.Df)(item.vaultUrl);
    const [vault = ''] = host.split('.');
    throw new errors/* ActionError */.lZ({
        code: 'CERTIFICATE_PENDING',
        title: `${host}: not issued yet`,
        subject: (0,plan_identifier/* describeIdentifier */.fY)(item),
        problem: 'it is not issued yet: its request is pending at a certificate authority, or was cancelled, or failed.',
        hint: `Wait for the authority, or merge the certificate that it issued. "az keyvault certificate pending show --vault-name ${vault} --name ${item.name}" shows the state of the request.`,
    });
}
// The code is that of a secret, whose answer is 403.
function checkEnabled(bundle, item) {
    if ((0,json/* asObject */.eB)(bundle?.['attributes'])?.['enabled'] !== false)
        return;
    throw new errors/* ActionError */.lZ({
        code: 'VAULT_DISABLED',
        title: `${(0,plan_identifier/* vaultHost */.Df)(item.vaultUrl)}: disabled`,
        subject: (0,plan_identifier/* describeIdentifier */.fY)(item),
        problem: 'it is disabled.',
        hint: 'Enable this version in the vault, or name another one: NAME/VERSION.',
    });
}
//# sourceMappingURL=bundles.js.map
// EXTERNAL MODULE: ./build/programs/src/plan/pattern.js
var plan_pattern = __webpack_require__(2876);
// EXTERNAL MODULE: ./build/programs/src/plan/plan.js + 2 modules
var plan = __webpack_require__(6690);
// EXTERNAL MODULE: ./build/programs/src/keyvault/vault-error.js + 4 modules
var vault_error = __webpack_require__(6682);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/match-patterns.js
// The lines with patterns: what each matches in its vault's list.






/** Lists once for all patterns of a vault's secrets, certificates or keys. */
async function matchPatterns(lines, reader, matching) {
    const patterns = lines.map((line) => new PatternMatch(line));
    const lists = new Map();
    for (const pattern of patterns) {
        const key = `${pattern.line.vaultUrl}/${pattern.line.collection}`;
        lists.set(key, [...(lists.get(key) ?? []), pattern]);
    }
    const failed = (await Promise.all([...lists.values()].map((group) => matchList(group, reader, matching)))).flat();
    return { patterns, failed, areNamesKnown: failed.every(({ isMissing }) => isMissing) };
}
async function matchList(patterns, reader, matching) {
    const [{ line: address }] = patterns;
    let errorsOf = (pattern) => pattern.errors();
    try {
        const withValues = patterns.some(({ line }) => wantsValues(line.modifiers));
        for await (const page of reader.list(address, { withValues })) {
            for (const listed of page)
                for (const pattern of patterns)
                    pattern.consider(listed, matching);
        }
    }
    catch (error) {
        const ofList = (subject) => (0,errors/* failuresOf */.dJ)(subject, error, (0,plan_identifier/* describeIdentifier */.fY)(address)).errors;
        errorsOf = ({ line, nameErrors }) => [...nameErrors, ...ofList((0,plan_pattern/* describePattern */.Qs)(line))];
    }
    return patterns
        .map((pattern) => {
        const { line, vaultUrl } = pattern.line;
        return (0,vault_error.failedReference)({ line, vaultUrl, subject: (0,plan_pattern/* describePattern */.Qs)(pattern.line), errors: errorsOf(pattern) });
    })
        .filter(({ errors }) => errors.length > 0);
}
function wantsValues(modifiers) {
    if (modifiers.kind === 'keys')
        return false;
    return modifiers.kind === 'secrets' ? !modifiers.attributes : !modifiers.public;
}
/** One line with a pattern, and what became of the objects that it was shown. */
class PatternMatch {
    line;
    skipped = [];
    left = [];
    /** Names that cannot be used, and clashes with other lines. */
    nameErrors = [];
    count = 0;
    constructor(line) {
        this.line = line;
    }
    /** Looks at one object of the list. */
    consider(listed, { takenNames, isNamed, take, nowMs }) {
        const { pattern, modifiers, vaultUrl, collection } = this.line;
        if (!(0,plan_pattern/* matchesPattern */.MT)(pattern, listed.name) || findMissingTag(modifiers.tags, listed.tags) !== undefined)
            return;
        const item = { vaultUrl, collection, name: listed.name, version: undefined };
        if (isNamed(item)) {
            this.left.push(listed.name);
            return;
        }
        const reason = findSkipReason(listed, modifiers, nowMs);
        if (reason !== undefined) {
            this.skipped.push({ item, life: listed.attributes, reason });
            return;
        }
        this.count += 1;
        try {
            const destination = (0,plan_pattern/* placeMatch */.NS)(this.line, listed.name);
            if ((0,plan/* takeOutputs */.s)(destination, takenNames))
                take(destination);
        }
        catch (error) {
            this.nameErrors.push(...(0,errors/* expectedErrors */.OP)(error));
        }
    }
    /** Returns the errors that are known once the list has come to its end. */
    errors() {
        return this.count + this.left.length === 0 ? [this.#noMatch()] : this.nameErrors;
    }
    #noMatch() {
        const { vaultUrl, collection, modifiers } = this.line;
        const tagged = modifiers.tags.length === 0 ? '' : ` with the tag ${modifiers.tags.map(({ key }) => key).join(' and ')}`;
        const { length } = this.skipped;
        const passed = length === 0 ? '' : `, apart from ${length} that ${length === 1 ? 'was' : 'were'} skipped`;
        return new errors/* ActionError */.lZ({
            code: 'VAULT_NO_MATCH',
            title: `${(0,plan_identifier/* vaultHost */.Df)(vaultUrl)}: no match`,
            subject: (0,plan_pattern/* describePattern */.Qs)(this.line),
            problem: `matches no ${(0,plan_identifier/* kindOf */.I)(collection)}${tagged} in the vault${passed}.`,
            hint: length === 0
                ? 'Compare the pattern with the names in the vault.'
                : 'The log says why: a pattern skips objects that are disabled, expired or not valid yet, or that back certificates.',
        });
    }
}
// With `attributes` these are what the line asks about: only what backs a certificate is none of its own.
function findSkipReason({ managed, enabled, attributes: { notBefore, expires } }, modifiers, nowMs) {
    const nowSeconds = nowMs / 1000;
    if (managed)
        return 'managed';
    if (modifiers.kind === 'secrets' && modifiers.attributes)
        return undefined;
    if (!enabled)
        return 'disabled';
    if (expires !== undefined && expires <= nowSeconds)
        return 'expired';
    if (notBefore !== undefined && notBefore > nowSeconds)
        return 'not valid yet';
    return undefined;
}
//# sourceMappingURL=match-patterns.js.map
// EXTERNAL MODULE: ./build/programs/src/http/send.js
var send = __webpack_require__(9555);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/list-pages.js
// A list of a vault, page by page.




/** A list that goes on after so many pages, 250,000 objects, has no end. */
const MAX_PAGES = 10_000;
/**
 * All objects of a kind, or all versions of one object, each once; the next page is asked for as the caller goes on.
 * @throws ActionError if the vault refuses, or gives what is no list of its own or one that goes round in a circle
 */
async function* listPages(address, ask) {
    const visited = new Set();
    const listed = new Set();
    let url = (0,ask_vault/* listUrl */.MW)(address);
    while (url !== undefined) {
        if (visited.has(url))
            throw (0,vault_error.unusableAnswerError)(address, 'a page of the list leads back to an earlier one.');
        if (visited.size === MAX_PAGES)
            throw (0,vault_error.unusableAnswerError)(address, 'the list does not end.');
        visited.add(url);
        const page = await getPage(url, address, ask);
        const fresh = page.objects.filter((object) => takeNew(listed, object));
        if (fresh.length === 0 && page.objects.length > 0)
            throw (0,vault_error.unusableAnswerError)(address, 'a page of the list repeats what earlier ones have shown.');
        yield fresh;
        url = page.nextLink;
    }
}
function takeNew(listed, { name, version }) {
    const key = `${name.toLowerCase()}/${version}`;
    const isNew = !listed.has(key);
    listed.add(key);
    return isNew;
}
async function getPage(url, address, ask) {
    const makeRequest = (token) => (0,ask_vault/* getRequest */.iq)(url, token);
    const body = await ask({ identifier: address, operation: 'list', makeRequest });
    const page = decodeListPage(body, address);
    if (page === undefined)
        throw (0,vault_error.unusableAnswerError)(address, 'the answer is not a page of a list.', body);
    if (page.nextLink !== undefined && !isAt(page.nextLink, address.vaultUrl)) {
        throw (0,vault_error.unusableAnswerError)(address, 'the link to the next page leads elsewhere, so nothing was sent there.');
    }
    return page;
}
// The token goes to the vault's own host alone; a port that is the usual one may be written there.
function isAt(url, vaultUrl) {
    if (!URL.canParse(url))
        return false;
    const { origin, username, password } = new URL(url);
    return origin === vaultUrl && username === '' && password === '';
}
/** The body as a page of this list; undefined if it is none. */
function decodeListPage(body, address) {
    const page = (0,json/* parseJsonObject */.dw)(body);
    const items = page?.['value'];
    const link = page?.['nextLink'] ?? undefined;
    const nextLink = (0,json/* asText */.e1)(link, /^https:\/\/[\x21-\x7e]{1,8192}$/);
    if (!Array.isArray(items) || nextLink !== link)
        return undefined;
    const objects = items.map((item) => decodeListed(item, address)).filter((object) => object !== undefined);
    return objects.length === items.length ? { objects, nextLink } : undefined;
}
function decodeListed(value, address) {
    const item = (0,json/* asObject */.eB)(value);
    // Secrets and certificates have `id`, keys `kid`.
    const id = (0,json/* asText */.e1)(item?.['id'] ?? item?.['kid'], LISTED_ID) ?? '';
    const [, collection = '', name = '', version = ''] = LISTED_ID.exec(id) ?? [];
    const stated = (0,json/* asObject */.eB)(item?.['attributes']);
    const attributes = decodeAttributes(item);
    if (stated === undefined || attributes === undefined || collection.toLowerCase() !== address.collection)
        return undefined;
    if (address.name !== undefined && (name.toLowerCase() !== address.name.toLowerCase() || version === ''))
        return undefined;
    const { enabled, created } = stated;
    const thumbprint = decodeThumbprint(item?.['x5t']);
    return {
        name,
        version: version.toLowerCase(),
        managed: item?.['managed'] === true,
        enabled: enabled !== false,
        created: typeof created === 'number' ? created : 0,
        contentType: decodeContentType(item),
        attributes,
        tags: decodeTags(item),
        ...(thumbprint !== undefined && { thumbprint }),
    };
}
// SHA-1 has 20 bytes, in base64url; vaults leave the padding out, and some of their emulators do not.
function decodeThumbprint(x5t) {
    const text = (0,json/* asText */.e1)(x5t, /^[\w-]{27}=?$/);
    return text === undefined ? undefined : Buffer.from(text, 'base64url').toString('hex').toUpperCase();
}
/** The host is not looked at: what follows is asked of the vault itself. */
const LISTED_ID = /^https:\/\/[^/]+\/([a-z]+)\/([0-9a-z-]{1,127})(?:\/([0-9a-f]{32}))?$/i;
/**
 * The newest version before `version` that is enabled and in force; undefined if there is none. The list is in no order,
 * so what counts is when each was made.
 * @throws ActionError if the vault refuses the list of versions
 */
async function findEarlierVersion(certificate, version, { access, nowMs }) {
    const versions = [];
    for await (const page of listPages({ ...certificate, version: undefined }, (request) => askVault(request, access)))
        versions.push(...page);
    const refused = versions.find((one) => one.version === version);
    const [earlier] = versions
        .filter((one) => one !== refused && one.created <= (refused?.created ?? Number.POSITIVE_INFINITY))
        .filter((one) => isUsable(one, nowMs / 1000))
        .sort((one, other) => other.created - one.created);
    return earlier && { ...certificate, version: earlier.version };
}
function isUsable({ enabled, attributes: { notBefore, expires } }, nowSeconds) {
    return enabled && (notBefore ?? 0) <= nowSeconds && nowSeconds < (expires ?? Number.POSITIVE_INFINITY);
}
//# sourceMappingURL=list-pages.js.map
;// CONCATENATED MODULE: ./build/programs/src/keyvault/vault-reader.js
// Everything that is read from the vaults of one run: each object once, at most so many requests at a time.








/** Asks a vault for each object once, however often it is wanted. All methods reject with an ActionError. */
class VaultReader {
    #access;
    #limit = (0,send/* makeLimit */.mB)((0,send/* requestsAtATime */.OU)(0));
    #expected = 0;
    // A vault that gives no answer to one request will not to the others: they fail at once instead of waiting as long.
    #unreachable = new Map();
    #secrets = new Map();
    #certificates = new Map();
    // One line may want a certificate's public part alone, and another the private key as well.
    #keysWanted = new Set();
    #keys = new Map();
    #versions = new Map();
    constructor(access) {
        this.#access = access;
    }
    /** Learns how many references are known so far, all of which will be asked for: more requests at a time go with many. */
    expect(references) {
        this.#limit.grow((0,send/* requestsAtATime */.OU)(references));
    }
    /** As {@link expect}, for references beside those that {@link expectMore} told of before. */
    expectMore(references) {
        this.#expected += references;
        this.expect(this.#expected);
    }
    /** A secret with its value. */
    secret(item) {
        return once(this.#secrets, item, () => this.#get(item, decodeSecretBundle));
    }
    /** The public part of a certificate that is issued and enabled. `withKey`: its private key is wanted next. */
    certificate(item, { withKey = false } = {}) {
        const key = (0,plan_identifier/* identifierKey */.Z6)(item);
        if (withKey)
            this.#keysWanted.add(key);
        const isValueWanted = () => this.#keysWanted.has(key);
        const read = () => this.#get(item, (body) => decodeUsableCertificate(body, item), { isValueWanted });
        return once(this.#certificates, item, read);
    }
    /** The public part of a key. */
    key(item) {
        return once(this.#keys, item, async () => {
            return this.#get(item, decodeKeyBundle);
        });
    }
    /** Returns the facts about a version, or about the newest one, without its value. */
    async version(item) {
        const versions = await once(this.#versions, { ...item, version: undefined }, () => this.#listVersions(item));
        const found = versions.find(({ version }) => item.version === undefined || version === item.version);
        if (found !== undefined)
            return found;
        // The list of an object that does not exist is empty.
        throw (0,vault_error.unknownObjectError)(item);
    }
    /** The thumbprints of all versions of a certificate, as {@link ListedObject.thumbprint}. */
    async thumbprints(item) {
        const versions = await this.#listVersions(item);
        return versions.flatMap(({ thumbprint }) => (thumbprint === undefined ? [] : [thumbprint]));
    }
    /** Whether the certificate's policy has the vault renew it by itself. */
    renewsItself(item) {
        const url = `${item.vaultUrl}/certificates/${item.name}/policy?api-version=${ask_vault/* API_VERSION */.mG}`;
        return this.#get(item, decodeAutoRenew, { makeRequest: (token) => (0,ask_vault/* getRequest */.iq)(url, token) });
    }
    /**
     * All objects of a kind, or all versions of one object, page by page; the next is asked for as the caller goes on.
     * `withValues`: secret values or private keys of what is listed are wanted next.
     */
    async *list(address, { withValues = false } = {}) {
        yield* listPages(address, (request) => this.#ask({ ...request, isValueWanted: () => withValues }));
    }
    // They come in no order: here the newest is first.
    async #listVersions(item) {
        const versions = [];
        for await (const page of this.list(item))
            versions.push(...page);
        return versions.sort((one, other) => other.created - one.created);
    }
    async #get(item, decode, request = {}) {
        const makeRequest = (token) => (0,ask_vault/* getObjectRequest */.rr)(item, token);
        const body = await this.#ask({ identifier: item, isLine: true, makeRequest, ...request });
        const object = decode(body);
        if (object === undefined)
            throw (0,vault_error.unusableAnswerError)(item, `the answer is not a ${(0,plan_identifier/* kindOf */.I)(item.collection)}.`, body);
        return object;
    }
    #ask(request) {
        const { identifier } = request;
        return this.#limit.run(async () => {
            const earlier = this.#unreachable.get(identifier.vaultUrl);
            if (earlier !== undefined)
                throw earlier.about((0,plan_identifier/* describeIdentifier */.fY)(identifier));
            try {
                return await (0,ask_vault/* askVault */.yR)(request, this.#access);
            }
            catch (error) {
                if (error instanceof errors/* ActionError */.lZ && (0,vault_error.isUnreachable)(error))
                    this.#unreachable.set(identifier.vaultUrl, error);
                throw error;
            }
        });
    }
}
function once(known, item, read) {
    const key = (0,plan_identifier/* identifierKey */.Z6)(item);
    const reading = known.get(key) ?? read();
    known.set(key, reading);
    return reading;
}
// https://learn.microsoft.com/rest/api/keyvault/certificates/get-certificate-policy/get-certificate-policy (api-version 7.4)
function decodeAutoRenew(body) {
    const policy = (0,json/* parseJsonObject */.dw)(body);
    // Without actions it is a policy only if it shows its other parts.
    const actions = policy?.['lifetime_actions'] ?? ((0,json/* asObject */.eB)(policy?.['issuer']) && []);
    if (!Array.isArray(actions))
        return undefined;
    const types = actions.map((one) => (0,json/* asText */.e1)((0,json/* asObject */.eB)((0,json/* asObject */.eB)(one)?.['action'])?.['action_type'], /^\w+$/));
    return types.includes(undefined) ? undefined : types.some((type) => type?.toLowerCase() === 'autorenew');
}
//# sourceMappingURL=vault-reader.js.map
;// CONCATENATED MODULE: ./build/programs/src/keyvault/fetch-items.js
// Everything that the plan names or matches, read from the vaults: each failure kept, results in the order of the lines.








/**
 * Reads each object, and lists what patterns choose from; reading begins while lists are still coming. If a match's
 * name may be refused as a variable, no value is read before all names are known.
 */
async function fetchItems(plan, access) {
    const reader = new VaultReader(access);
    const held = [];
    const readings = [];
    const start = (destination) => {
        const reading = readOrFail(destination, reader);
        // A bug is thrown below, if all are waited for; until then it must not count as one that nobody handles.
        reading.catch(() => undefined);
        readings.push(reading);
    };
    const hasPatterns = plan.patterns.length > 0;
    const take = plan.exportEnv && hasPatterns ? (destination) => held.push(destination) : start;
    reader.expect(plan.destinations.length);
    for (const destination of plan.destinations)
        take(destination);
    let known = plan.destinations.length;
    const takeMatch = (destination) => {
        known += 1;
        reader.expect(known);
        take(destination);
    };
    const named = new Set(plan.destinations.map(({ item }) => objectKey(item)));
    const isNamed = (item) => named.has(objectKey(item));
    const matching = { takenNames: plan.takenNames, isNamed, take: takeMatch, nowMs: access.context.clock.nowMs() };
    const matched = hasPatterns ? await matchPatterns(plan.patterns, reader, matching) : NONE_MATCHED;
    const { patterns, failed, areNamesKnown } = matched;
    if (areNamesKnown)
        held.forEach(start);
    const read = await Promise.all(readings);
    return {
        fetched: read
            .filter((one) => one.kind !== 'failed')
            .sort((one, other) => compareLines(one.destination.line, other.destination.line)),
        failed: [...read.filter((one) => one.kind === 'failed'), ...failed].sort((one, other) => compareLines(one.line, other.line)),
        patterns,
    };
}
const NONE_MATCHED = { patterns: [], failed: [], areNamesKnown: true };
// Whichever version a line names, the object is that line's.
function objectKey(item) {
    return (0,plan_identifier/* identifierKey */.Z6)({ ...item, version: undefined });
}
async function readOrFail(destination, reader) {
    const { line, item } = destination;
    return readDestination(destination, reader).catch((error) => {
        const subject = (0,plan_identifier/* describeIdentifier */.fY)(item);
        return (0,vault_error.failedReference)({ line, vaultUrl: item.vaultUrl, subject, errors: (0,errors/* expectedErrors */.OP)(error) });
    });
}
function compareLines(one, other) {
    const inputs = line_grammar/* LINES_INPUTS */.CW;
    return inputs.indexOf(one.input) - inputs.indexOf(other.input) || one.number - other.number;
}
/**
 * Reads it.
 * @throws ActionErrors about the object, or about its private key
 */
async function readDestination(destination, reader) {
    const { item } = destination;
    const { tags } = destination.modifiers;
    switch (destination.kind) {
        case 'secrets':
            if (destination.modifiers.attributes)
                return { kind: 'attributes', destination, version: await requireTags(tags, item, reader.version(item)) };
            return { kind: 'secret', destination, secret: await requireTags(tags, item, reader.secret(item)) };
        case 'certificates': {
            const withKey = !destination.modifiers.public;
            const certificate = await requireTags(tags, item, reader.certificate(item, { withKey }));
            const secret = withKey ? await readPrivateKey(certificate, item, reader) : undefined;
            return { kind: 'certificate', destination, certificate, secret };
        }
        case 'keys':
            return { kind: 'key', destination, key: await requireTags(tags, item, reader.key(item)) };
        default:
            throw destination;
    }
}
// Other lines may name the object in another case: what is said of it is said in this line's.
async function requireTags(wanted, item, reading) {
    const object = await reading.catch((error) => {
        const subject = (0,plan_identifier/* describeIdentifier */.fY)(item);
        throw (0,errors/* failuresOf */.dJ)(subject, error, subject);
    });
    const missing = findMissingTag(wanted, object.tags);
    if (missing !== undefined)
        throw (0,vault_error.withoutTagError)(item, missing.key);
    return object;
}
async function readPrivateKey({ secretId }, item, reader) {
    const address = (0,ask_vault/* siblingIdentifierOf */.l9)(secretId, 'secrets', item);
    if (address === undefined) {
        throw (0,vault_error.unusableAnswerError)(item, 'the answer says that the private key is elsewhere, so nothing was sent there.');
    }
    return reader.secret(address).catch((error) => {
        throw (0,errors/* failuresOf */.dJ)(`private key of ${(0,plan_identifier/* describeIdentifier */.fY)(item)}`, error, (0,plan_identifier/* describeIdentifier */.fY)(address));
    });
}
//# sourceMappingURL=fetch-items.js.map

/***/ })

};
;