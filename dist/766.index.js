"use strict";
exports.id = 766;
exports.ids = [766,956];
exports.modules = {

/***/ 6766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetchAndExport: () => (/* binding */ fetchAndExport)
});

// EXTERNAL MODULE: ./build/programs/src/errors.js
var errors = __webpack_require__(5249);
// EXTERNAL MODULE: ./build/programs/src/export/annotate.js
var annotate = __webpack_require__(2843);
// EXTERNAL MODULE: ./build/programs/src/export/describe-errors.js
var describe_errors = __webpack_require__(2196);
;// CONCATENATED MODULE: ./build/programs/src/export/private-folder.js
/** What its name is saved under for the post step. */
const FOLDER_STATE = 'folder';
const PREFIX = 'key-vault-';
/** So many that nobody can lay something there beforehand. */
const RANDOM_BYTES = 16;
/**
 * Gives files a fresh folder, which is yet to be made; undefined where there are no files.
 * @param isNeeded is there anything for the folder? Certificates for the user's store need one as well
 */
function placeFiles(files, randomBytes, isNeeded = files.length > 0) {
    if (!isNeeded)
        return undefined;
    return { folder: `${PREFIX}${randomBytes(RANDOM_BYTES).toString('hex')}`, files };
}
/** Could {@link placeFiles} have given this name? Others must not be removed. */
function isFolderName(name) {
    return new RegExp(`^${PREFIX}[0-9a-f]{${2 * RANDOM_BYTES}}$`).test(name);
}
/** The path of each file, as an output. */
function pathOutputs(placed, { pathOf }) {
    if (placed === undefined)
        return [];
    return placed.files.map(({ output, name }) => ({ name: output, value: pathOf(placed.folder, name) }));
}
/** What the post step has to know of it. */
function folderState(placed) {
    return placed === undefined ? [] : [{ name: FOLDER_STATE, value: placed.folder }];
}
/** The folder with its files. */
function folderPart(placed, folders) {
    if (placed === undefined)
        return [];
    const { folder, files } = placed;
    // Where it cannot be made there may be something of its name, and that is somebody else's.
    let isMade = false;
    return [
        {
            target: 'RUNNER_TEMP',
            begin: () => () => {
                if (isMade)
                    folders.remove(folder);
            },
            write: () => {
                folders.make(folder);
                isMade = true;
                for (const { name, bytes } of files)
                    folders.write(folder, name, bytes);
            },
        },
    ];
}
//# sourceMappingURL=private-folder.js.map
;// CONCATENATED MODULE: ./build/programs/src/export/transaction.js
// Things that are written one after the other: all of them, or none.

/**
 * Writes the parts in their order.
 * @throws ActionError where one could not be written, its own where it has one; those before it have been taken back
 */
async function writeParts(parts) {
    const takeBacks = [];
    for (const part of parts) {
        try {
            takeBacks.unshift(part.begin());
            await part.write();
        }
        catch (error) {
            const isTakenBack = await takeBackAll(takeBacks);
            throw isTakenBack && isForeseen(error) ? error : notWritten(part.target, error, isTakenBack);
        }
    }
}
function isForeseen(error) {
    return error instanceof errors/* ActionError */.lZ || error instanceof errors/* ActionErrors */.o9;
}
async function takeBackAll(takeBacks) {
    let isTakenBack = true;
    for (const takeBack of takeBacks) {
        try {
            await takeBack(isTakenBack);
        }
        catch {
            isTakenBack = false;
        }
    }
    return isTakenBack;
}
function notWritten(target, cause, isTakenBack) {
    return new errors/* ActionError */.lZ({
        code: 'OUTPUT_NOT_WRITTEN',
        title: 'Results could not be written',
        subject: target,
        problem: isTakenBack
            ? 'writing there failed, and nothing is exported.'
            : 'writing there failed, and so did taking back what was written before: some of it may be left.',
        hint: "Look at the free space and the rights of the runner's work folder.",
        cause,
    });
}
//# sourceMappingURL=transaction.js.map
;// CONCATENATED MODULE: ./build/programs/src/export/export-all.js


/**
 * Masks everything, then writes every file, certificate, output and variable. What the post step has to remove is saved for it before
 * it is there, so that a step that is killed leaves nothing either.
 * @throws ActionError where one could not be written; what was written before it has been taken back
 */
async function exportAll(results, ports) {
    const { masks, placed, outputs, variables } = results;
    const { log, files, privateFolders } = ports;
    await maskAll(masks, log);
    const store = (await results.prepareStore?.()) ?? NO_STORE;
    await writeParts([
        ...valuesPart('GITHUB_STATE', [...folderState(placed), ...store.state], files),
        ...folderPart(placed, privateFolders),
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
                return (isRestTakenBack) => {
                    // What is left is the post step's to remove, and it must know of it.
                    if (file !== 'GITHUB_STATE' || isRestTakenBack)
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
//# sourceMappingURL=export-all.js.map
// EXTERNAL MODULE: ./build/programs/src/keyvault/vault-error.js
var vault_error = __webpack_require__(3751);
// EXTERNAL MODULE: ./build/programs/src/plan/identifier.js + 3 modules
var identifier = __webpack_require__(2085);
// EXTERNAL MODULE: ./build/programs/src/render/expiry.js
var render_expiry = __webpack_require__(7734);
// EXTERNAL MODULE: ./build/programs/src/render/rendered.js
var render_rendered = __webpack_require__(9392);
;// CONCATENATED MODULE: ./build/programs/src/export/fetched-table.js
// What was fetched, as a table for the job summary.




const COLUMNS = ['Name', 'Kind', 'Vault', 'Version', 'Expires', 'Outputs'];
/** One row a reference: names, versions and dates, no values. */
function makeFetchedTable(rendered) {
    return { heading: 'Azure Key Vault', columns: COLUMNS, rows: rendered.map(cells) };
}
function cells(rendered) {
    const { item, version, life } = rendered;
    return [
        item.name,
        (0,vault_error/* kindOf */.I)(item.collection),
        (0,identifier/* vaultHost */.Df)(item.vaultUrl),
        version,
        (0,render_expiry/* formatInstant */.r)(life.expires),
        (0,render_rendered/* outputNamesOf */.jb)(rendered).join(', '),
    ];
}
//# sourceMappingURL=fetched-table.js.map
;// CONCATENATED MODULE: ./build/programs/src/export/summary.js
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
/** Writes the table. A summary is a courtesy: a runner without a usable file for it is no reason to fail. */
async function writeSummary(table, { files, log }) {
    try {
        await files.writeSummary(describeTable(table));
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
//# sourceMappingURL=summary.js.map
// EXTERNAL MODULE: ./build/programs/src/input/line-grammar.js
var line_grammar = __webpack_require__(4461);
// EXTERNAL MODULE: ./build/programs/src/plan/pattern.js
var plan_pattern = __webpack_require__(2876);
// EXTERNAL MODULE: ./build/programs/src/plan/plan.js + 3 modules
var plan = __webpack_require__(5206);
// EXTERNAL MODULE: ./build/programs/src/keyvault/vault-request.js
var vault_request = __webpack_require__(1112);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/read-destination.js
// What one destination needs of the vault, and no more.



/**
 * Reads it.
 * @throws ActionErrors about the object, or about its private key
 */
async function readDestination(destination, reader) {
    return { ...(await readObject(destination, reader)), destination };
}
async function readObject({ item, steps }, reader) {
    switch (steps.kind) {
        case 'secrets': {
            if (steps.attributes)
                return { kind: 'attributes', version: await carrying(steps.tags, item, reader.version(item)) };
            return { kind: 'secret', secret: await carrying(steps.tags, item, reader.secret(item)) };
        }
        case 'certificates': {
            const certificate = await carrying(steps.tags, item, reader.certificate(item));
            const secret = steps.public ? undefined : await readPrivateKey(certificate, item, reader);
            return { kind: 'certificate', certificate, secret };
        }
        case 'keys':
            return { kind: 'key', key: await carrying(steps.tags, item, reader.key(item)) };
        default:
            throw steps;
    }
}
/** Which of the tags is not there with its value; undefined where all are. */
function findMissingTag(wanted, tags) {
    return wanted.find(({ key, value }) => tags.get(key) !== value);
}
// Other lines may name the object in another case: what is said of it is said in this line's.
async function carrying(wanted, item, reading) {
    const object = await reading.catch((error) => {
        const subject = (0,vault_error/* describeIdentifier */.fY)(item);
        throw (0,errors/* failuresOf */.dJ)(subject, error, subject);
    });
    const missing = findMissingTag(wanted, object.tags);
    if (missing !== undefined)
        throw (0,vault_error/* withoutTagError */.j5)(item, missing.key);
    return object;
}
async function readPrivateKey({ secretId }, item, reader) {
    const address = (0,vault_request/* siblingIdentifierOf */.l9)(secretId, 'secrets', item);
    if (address === undefined) {
        throw (0,vault_error/* unusableAnswerError */.W3)(item, 'the answer says that the private key is elsewhere, and nothing was sent there.');
    }
    return reader.secret(address).catch((error) => {
        throw (0,errors/* failuresOf */.dJ)(`private key of ${(0,vault_error/* describeIdentifier */.fY)(item)}`, error, (0,vault_error/* describeIdentifier */.fY)(address));
    });
}
//# sourceMappingURL=read-destination.js.map
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
    return { patterns, failed, areNamesKnown: failed.every(isMissing) };
}
async function matchList(patterns, reader, matching) {
    const [{ line: address }] = patterns;
    let errorsOf = (pattern) => pattern.errors();
    try {
        for await (const page of reader.list(address)) {
            for (const listed of page)
                for (const pattern of patterns)
                    pattern.consider(listed, matching);
        }
    }
    catch (error) {
        const ofList = (subject) => (0,errors/* failuresOf */.dJ)(subject, error, (0,vault_error/* describeIdentifier */.fY)(address)).errors;
        errorsOf = ({ line, nameErrors }) => [...nameErrors, ...ofList((0,plan_pattern/* describePattern */.Qs)(line))];
    }
    return patterns
        .map((pattern) => {
        const { line, vaultUrl } = pattern.line;
        return { line, vaultUrl, subject: (0,plan_pattern/* describePattern */.Qs)(pattern.line), errors: errorsOf(pattern) };
    })
        .filter(({ errors }) => errors.length > 0);
}
/** One line with a pattern, and what became of the objects that it was shown. */
class PatternMatch {
    line;
    passedOver = [];
    left = [];
    /** Names that cannot be used, and clashes with other lines. */
    nameErrors = [];
    count = 0;
    constructor(line) {
        this.line = line;
    }
    /** Looks at one object of the list. */
    consider(listed, { claims, isNamed, take, nowMs }) {
        const { pattern, steps, vaultUrl, collection } = this.line;
        if (!(0,plan_pattern/* matchesPattern */.MT)(pattern, listed.name) || findMissingTag(steps.tags, listed.tags) !== undefined)
            return;
        const item = { vaultUrl, collection, name: listed.name, version: undefined };
        if (isNamed(item)) {
            this.left.push(listed.name);
            return;
        }
        const reason = whyPassOver(listed, steps, nowMs);
        if (reason !== undefined) {
            this.passedOver.push({ item, life: listed.attributes, reason });
            return;
        }
        this.count += 1;
        try {
            const destination = (0,plan_pattern/* placeMatch */.NS)(this.line, listed.name);
            if ((0,plan/* claimOutputs */.b)(destination, claims))
                take(destination);
        }
        catch (error) {
            this.nameErrors.push(...(0,errors/* foreseenErrors */.jq)(error));
        }
    }
    /** What is wrong once the list has come to its end. */
    errors() {
        return this.count + this.left.length === 0 ? [this.#noMatch()] : this.nameErrors;
    }
    #noMatch() {
        const { vaultUrl, collection, steps } = this.line;
        const tagged = steps.tags.length === 0 ? '' : ` with the tag ${steps.tags.map(({ key }) => key).join(' and ')}`;
        const { length } = this.passedOver;
        const passed = length === 0 ? '' : ` but ${length} that ${length === 1 ? 'was' : 'were'} passed over`;
        return new errors/* ActionError */.lZ({
            code: vault_error/* NO_MATCH */.IP,
            title: `${(0,identifier/* vaultHost */.Df)(vaultUrl)}: no match`,
            subject: (0,plan_pattern/* describePattern */.Qs)(this.line),
            problem: `matches no ${(0,vault_error/* kindOf */.I)(collection)}${tagged} in the vault${passed}.`,
            hint: length === 0
                ? 'Compare the pattern with the names in the vault.'
                : 'The log says why: a pattern passes over what is disabled, expired, not valid yet or backs a certificate.',
        });
    }
}
// With `attributes` these are what the line asks about: only what backs a certificate is none of its own.
function whyPassOver({ managed, enabled, attributes: { notBefore, expires } }, steps, nowMs) {
    const nowSeconds = nowMs / 1000;
    if (managed)
        return 'managed';
    if (steps.kind === 'secrets' && steps.attributes)
        return undefined;
    if (!enabled)
        return 'disabled';
    if (expires !== undefined && expires <= nowSeconds)
        return 'expired';
    if (notBefore !== undefined && notBefore > nowSeconds)
        return 'not valid yet';
    return undefined;
}
/** Is it only that the object, its version or its tags, or any match of the pattern, is not there? */
function isMissing({ subject, errors }) {
    // What is said of something else is said of a certificate's private key.
    return errors.every((error) => vault_error/* MISSING */.lV.includes(error.code) && error.subject === subject);
}
//# sourceMappingURL=match-patterns.js.map
// EXTERNAL MODULE: ./build/programs/src/http/limit.js
var limit = __webpack_require__(6142);
// EXTERNAL MODULE: ./build/programs/src/keyvault/ask-vault.js
var ask_vault = __webpack_require__(9132);
// EXTERNAL MODULE: ./build/programs/src/http/json.js
var json = __webpack_require__(8567);
// EXTERNAL MODULE: ./build/programs/src/secret-text.js
var secret_text = __webpack_require__(7720);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/bundles.js
// Key Vault's answers, decoded: https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
// and .../certificates/get-certificate/get-certificate (api-version 7.4).


/** The body as a secret; undefined where it is none. */
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
/** The body as a certificate; undefined where it is none. */
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
/** The last segment of `https://VAULT/COLLECTION/NAME/VERSION`; undefined where it is no such address. */
function versionOf(id) {
    const [, version] = /^https:\/\/[^/]+\/[a-z]+\/[^/]+\/([0-9a-f]{32})$/i.exec((0,json/* asText */.e1)(id, /^https:/) ?? '') ?? [];
    return version;
}
/** The life that a bundle states; undefined where it has no attributes. */
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
//# sourceMappingURL=bundles.js.map
;// CONCATENATED MODULE: ./build/programs/src/keyvault/certificate-state.js
// What a certificate's bundle says of its state: issued or still pending, enabled or disabled. A vault answers 200 for all.





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
    const host = (0,identifier/* vaultHost */.Df)(item.vaultUrl);
    const [vault = ''] = host.split('.');
    throw new errors/* ActionError */.lZ({
        code: 'CERTIFICATE_PENDING',
        title: `${host}: not issued yet`,
        subject: (0,vault_error/* describeIdentifier */.fY)(item),
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
        title: `${(0,identifier/* vaultHost */.Df)(item.vaultUrl)}: disabled`,
        subject: (0,vault_error/* describeIdentifier */.fY)(item),
        problem: 'it is disabled.',
        hint: 'Enable this version in the vault, or name another one: NAME/VERSION.',
    });
}
//# sourceMappingURL=certificate-state.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/key-bundle.js
// A key of Key Vault, its public part decoded: https://learn.microsoft.com/rest/api/keyvault/keys/get-key/get-key (api-version 7.4).



/** The body as a key; undefined where it is none. */
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
//# sourceMappingURL=key-bundle.js.map
;// CONCATENATED MODULE: ./build/programs/src/keyvault/list-pages.js
// A list of a vault, page by page.




/** A list that goes on after so many pages, 250,000 objects, has no end. */
const MAX_PAGES = 10_000;
/**
 * All objects of a kind, or all versions of one object; the next page is asked for as the caller goes on.
 * @throws ActionError where the vault refuses, or gives what is no list of its own
 */
async function* listPages(address, ask) {
    let url = (0,vault_request/* listUrl */.MW)(address);
    for (let pages = 0; url !== undefined; pages++) {
        if (pages === MAX_PAGES)
            throw (0,vault_error/* unusableAnswerError */.W3)(address, 'the list does not come to its end.');
        const page = await getPage(url, address, ask);
        yield page.objects;
        url = page.nextLink;
    }
}
async function getPage(url, address, ask) {
    const makeRequest = (token) => (0,vault_request/* getRequest */.iq)(url, token);
    const body = await ask({ identifier: address, operation: 'list', makeRequest });
    const page = decodeListPage(body, address);
    if (page === undefined)
        throw (0,vault_error/* unusableAnswerError */.W3)(address, 'the answer is not a page of a list.', body);
    if (page.nextLink !== undefined && !isAt(page.nextLink, address.vaultUrl)) {
        throw (0,vault_error/* unusableAnswerError */.W3)(address, 'the next page is said to be elsewhere, and nothing was sent there.');
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
/** The body as a page of this list; undefined where it is none. */
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
    return {
        name,
        version: version.toLowerCase(),
        managed: item?.['managed'] === true,
        enabled: enabled !== false,
        created: typeof created === 'number' ? created : 0,
        attributes,
        tags: decodeTags(item),
    };
}
/** The host is not looked at: what follows is asked of the vault itself. */
const LISTED_ID = /^https:\/\/[^/]+\/([a-z]+)\/([0-9a-z-]{1,127})(?:\/([0-9a-f]{32}))?$/i;
//# sourceMappingURL=list-pages.js.map
;// CONCATENATED MODULE: ./build/programs/src/keyvault/vault-reader.js
// Everything that is read from the vaults of one run: each object once, at most so many requests at a time.










/** Asks a vault for each object once, however often it is wanted. All methods reject with an ActionError. */
class VaultReader {
    #access;
    #limit = (0,limit/* makeLimit */.mB)((0,limit/* requestsAtATime */.OU)(0));
    // A vault that gives no answer to one request will not to the others: they fail at once instead of waiting as long.
    #unreachable = new Map();
    #secrets = new Map();
    #certificates = new Map();
    #keys = new Map();
    #versions = new Map();
    constructor(access) {
        this.#access = access;
    }
    /** Learns how many references are known so far, all of which will be asked for: more requests at a time go with many. */
    expect(references) {
        this.#limit.grow((0,limit/* requestsAtATime */.OU)(references));
    }
    /** A secret with its value. */
    secret(item) {
        return once(this.#secrets, item, () => this.#get(item, decodeSecretBundle));
    }
    /** The public part of a certificate that is issued and enabled. */
    certificate(item) {
        return once(this.#certificates, item, () => this.#get(item, (body) => decodeUsableCertificate(body, item)));
    }
    /** The public part of a key. */
    key(item) {
        return once(this.#keys, item, async () => {
            return this.#get(item, decodeKeyBundle);
        });
    }
    /** What is known of a version, or of the newest one, beside its value. */
    async version(item) {
        const versions = await once(this.#versions, { ...item, version: undefined }, () => this.#listVersions(item));
        const found = versions.find(({ version }) => item.version === undefined || version === item.version);
        if (found !== undefined)
            return found;
        // Of an object that does not exist the list is empty.
        const { unknownObjectError } = await (0,ask_vault/* loadRefusals */.u)();
        throw unknownObjectError(item);
    }
    /** All objects of a kind, or all versions of one object, page by page; the next is asked for as the caller goes on. */
    async *list(address) {
        yield* listPages(address, (question) => this.#ask(question));
    }
    // They come in no order: here the newest is first.
    async #listVersions(item) {
        const versions = [];
        for await (const page of this.list(item))
            versions.push(...page);
        return versions.sort((one, other) => other.created - one.created);
    }
    async #get(item, decode) {
        const makeRequest = (token) => (0,vault_request/* getObjectRequest */.rr)(item, token);
        const body = await this.#ask({ identifier: item, makeRequest });
        const object = decode(body);
        if (object === undefined)
            throw (0,vault_error/* unusableAnswerError */.W3)(item, `the answer is not a ${(0,vault_error/* kindOf */.I)(item.collection)}.`, body);
        return object;
    }
    #ask(question) {
        const { identifier } = question;
        return this.#limit.run(async () => {
            const earlier = this.#unreachable.get(identifier.vaultUrl);
            if (earlier !== undefined)
                throw earlier.about((0,vault_error/* describeIdentifier */.fY)(identifier));
            try {
                return await (0,ask_vault/* askVault */.y)(question, this.#access);
            }
            catch (error) {
                if (error instanceof errors/* ActionError */.lZ && error.code === vault_error/* UNREACHABLE */.Dr)
                    this.#unreachable.set(identifier.vaultUrl, error);
                throw error;
            }
        });
    }
}
function once(known, item, read) {
    const key = (0,identifier/* identifierKey */.Z6)(item);
    const reading = known.get(key) ?? read();
    known.set(key, reading);
    return reading;
}
//# sourceMappingURL=vault-reader.js.map
;// CONCATENATED MODULE: ./build/programs/src/keyvault/fetch-items.js
// Everything that the plan names or matches, read from the vaults: each failure kept, results in the order of the lines.







/**
 * Reads each object, and lists what patterns choose from; reading begins while lists are still coming. Where a match's
 * name may be refused as a variable, no value is read before all names are known.
 */
async function fetchItems(plan, access) {
    const reader = new VaultReader(access);
    const held = [];
    const readings = [];
    const start = (destination) => {
        const reading = readOrFail(destination, reader);
        // A defect is thrown below, where all are waited for; until then it must not count as one that nobody handles.
        reading.catch(() => undefined);
        readings.push(reading);
    };
    const mustHold = plan.exportEnv && plan.patterns.length > 0;
    const take = mustHold ? (destination) => held.push(destination) : start;
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
    const matching = { claims: plan.claims, isNamed, take: takeMatch, nowMs: access.context.clock.nowMs() };
    const { patterns, failed, areNamesKnown } = await matchPatterns(plan.patterns, reader, matching);
    if (areNamesKnown)
        held.forEach(start);
    const read = await Promise.all(readings);
    return {
        fetched: read
            .filter((one) => 'kind' in one)
            .sort((one, other) => compareLines(one.destination.line, other.destination.line)),
        failed: [...read.filter((one) => 'errors' in one), ...failed].sort((one, other) => compareLines(one.line, other.line)),
        patterns,
    };
}
// Whichever version a line names, the object is that line's.
function objectKey(item) {
    return (0,identifier/* identifierKey */.Z6)({ ...item, version: undefined });
}
async function readOrFail(destination, reader) {
    const { line, item } = destination;
    return readDestination(destination, reader).catch((error) => {
        return { line, vaultUrl: item.vaultUrl, subject: (0,vault_error/* describeIdentifier */.fY)(item), errors: (0,errors/* foreseenErrors */.jq)(error) };
    });
}
function compareLines(one, other) {
    const inputs = line_grammar/* LINES_INPUTS */.CW;
    return inputs.indexOf(one.input) - inputs.indexOf(other.input) || one.number - other.number;
}
//# sourceMappingURL=fetch-items.js.map
;// CONCATENATED MODULE: ./build/programs/src/render/render-attributes.js

/** Three outputs, none of them a secret: version, end (empty where there is none), and whether it is enabled. */
function renderAttributes({ output, item }, { version, enabled, attributes }) {
    return {
        item,
        version,
        life: attributes,
        outputs: [
            { name: `${output}-version`, value: version },
            { name: `${output}-expires-on`, value: (0,render_expiry/* formatInstant */.r)(attributes.expires) },
            { name: `${output}-enabled`, value: String(enabled) },
        ],
        files: [],
        storeEntries: [],
        masks: [],
        weakness: undefined,
        secrets: [],
        notes: [],
    };
}
//# sourceMappingURL=render-attributes.js.map
;// CONCATENATED MODULE: ./build/programs/src/render/render-key.js

/**
 * Three outputs, none of them a secret: the key as PEM (SubjectPublicKeyInfo), the same as JWK, and its version.
 * @throws ActionError where the key has no public part
 */
function renderKey({ output, item }, { version, type, publicKey, attributes }) {
    if (publicKey === undefined)
        throw symmetricKey(type);
    return {
        item,
        version,
        life: attributes,
        outputs: [
            { name: output, value: publicKey.export({ format: 'pem', type: 'spki' }).toString() },
            { name: `${output}-jwk`, value: describeJwk(publicKey) },
            { name: `${output}-version`, value: version },
        ],
        files: [],
        storeEntries: [],
        masks: [],
        weakness: undefined,
        secrets: [],
        notes: [],
    };
}
// In the order of RFC 7638 section 3.3, so that SHA-256 of the text is the key's thumbprint.
function describeJwk(publicKey) {
    const members = Object.entries(publicKey.export({ format: 'jwk' }));
    return JSON.stringify(Object.fromEntries(members.sort(([one], [other]) => (one < other ? -1 : 1))));
}
function symmetricKey(type) {
    return new errors/* ActionError */.lZ({
        code: 'KEY_SYMMETRIC',
        title: 'Key without a public part',
        problem: `it is of type ${type}: one secret key that never leaves the vault.`,
        hint: 'Only RSA and EC keys have a public part: name one of these, and exclude others from a pattern by a tag.',
    });
}
//# sourceMappingURL=render-key.js.map
// EXTERNAL MODULE: ./build/programs/src/masks/masks.js + 2 modules
var masks_masks = __webpack_require__(2065);
;// CONCATENATED MODULE: ./build/programs/src/render/edge-white-space.js
// White space around a value of one line: seldom meant, and programs differ in whether they cut it off.

/** A JSON text may have hundreds of leaves. */
const MAX_NAMED = 5;
/** Returns a warning that names the outputs with white space around them, and what it is; nothing if there is none. */
function warnOfEdges(item, outputs) {
    const all = outputs.flatMap(({ name, text }) => {
        const edges = describeEdges(text);
        return edges === undefined ? [] : [`the output ${name} ${edges}`];
    });
    if (all.length === 0)
        return [];
    const named = all.slice(0, MAX_NAMED);
    const more = all.length > named.length ? ` and ${all.length - named.length} more` : '';
    const subject = (0,vault_error/* describeIdentifier */.fY)(item);
    return [
        {
            title: `White space: ${subject}`,
            text: `${subject}: ${named.join(', ')}${more}. Some programs cut that off, and others do not. If it is not meant, store the value without it.`,
        },
    ];
}
/**
 * Says which white space is before and after a value of one line, e.g. `ends with a line break`; undefined if there is
 * none, or if the value has several lines. Nothing else of the value is said.
 */
function describeEdges(text) {
    let start = 0;
    let end = text.length;
    // Loops, since an expression that is bound to the end alone takes the square of the time that a long run of blanks takes.
    while (start < end && isInvisible(text.charAt(start)))
        start += 1;
    while (end > start && isInvisible(text.charAt(end - 1)))
        end -= 1;
    if (text === '' || /[\r\n]/.test(text.slice(start, end)))
        return undefined;
    if (start === end)
        return `holds nothing but ${kindOf(text)}`;
    const edges = [
        ...(start === 0 ? [] : [`begins with ${kindOf(text.slice(0, start))}`]),
        ...(end === text.length ? [] : [`ends with ${kindOf(text.slice(end))}`]),
    ];
    return edges.length === 0 ? undefined : edges.join(' and ');
}
// White space, and what is as invisible: control characters, marks of order and of direction, joiners.
function isInvisible(char) {
    return /[\s\p{Cc}\p{Cf}]/u.test(char);
}
const KINDS = [
    [/^(?:\r\n|\r|\n)$/, 'a line break'],
    [/^[\r\n]+$/, 'line breaks'],
    [/^ $/, 'a space'],
    [/^ +$/, 'spaces'],
    [/^\t+$/, 'a tab'],
    [/^\ufeff$/, 'a byte order mark'],
    [/^\u00a0+$/, 'a no-break space'],
    [/^[\p{Cc}\p{Cf}]+$/u, 'characters that cannot be seen'],
];
function kindOf(edge) {
    return KINDS.find(([pattern]) => pattern.test(edge))?.[1] ?? 'white space';
}
//# sourceMappingURL=edge-white-space.js.map
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/programs/src/masks/masks-of-certificates.js + 1 modules
var masks_of_certificates = __webpack_require__(3956);
// EXTERNAL MODULE: ./build/programs/src/masks/commonplace.js
var masks_commonplace = __webpack_require__(1054);
// EXTERNAL MODULE: ./build/programs/src/masks/structure.js
var structure = __webpack_require__(4599);
;// CONCATENATED MODULE: ./build/programs/src/masks/masks-of-json.js
// What the runner must hide for a JSON text: its leaves, but none for which the log would suffer.





/** Masks for a JSON text and all of its leaves. */
function maskJson(text, leaves) {
    const whole = (0,masks_of_certificates.maskValue)(text);
    const secret = leaves.filter(isSecretLeaf);
    const { masks } = (0,masks_masks/* joinMaskings */.yy)(whole, ...secret.map((leaf) => (0,masks_of_certificates.maskValue)(leaf.text)));
    const commonplace = secret.filter((leaf) => (0,masks_commonplace/* isCommonplace */.J)((0,structure/* trim */.Bq)(leaf.text))).map(toCommonplaceLeaf);
    return { masks, weakness: commonplace.length === 0 ? whole.weakness : { kind: 'leaves', leaves: commonplace } };
}
/** Masks for the one leaf that leaves of a JSON text: as for a secret's value. */
function maskPicked(leaf) {
    const { masks, weakness } = (0,masks_of_certificates.maskValue)(leaf.text);
    if (weakness === undefined || weakness.kind === 'leaves')
        return { masks, weakness };
    return { masks, weakness: { ...weakness, path: leaf.path.join('.') } };
}
// Strings of four or more characters and numbers of six or more digits, not what spells a boolean, null or a shorter number.
function isSecretLeaf({ kind, text }) {
    const bare = (0,structure/* trim */.Bq)((0,masks_masks/* toWellFormed */.lH)(text));
    return kind !== 'word' && bare.length >= structure/* MIN_LINE_LENGTH */.Tm && !(0,masks_commonplace/* isBareLiteral */.O)(bare);
}
function toCommonplaceLeaf({ path, text }) {
    return { path, text: new secret_text/* SecretText */.o(text) };
}
//# sourceMappingURL=masks-of-json.js.map
// EXTERNAL MODULE: ./build/programs/src/input/quote.js
var quote = __webpack_require__(9919);
;// CONCATENATED MODULE: ./build/programs/src/render/value-error.js
// Values that are not what the steps of their line expect.



/** The error for a value; whose it is said later. Neither sentence may hold a part of the value. */
function valueError(problem, hint) {
    return new errors/* ActionError */.lZ({ code: 'VAULT_VALUE_UNUSABLE', title: 'Unusable value', problem, hint });
}
/** The foreseen failures that `error` stands for; those of nothing by name are said of the line and its object. */
function errorsOfLine({ line, item }, error) {
    const subject = `${(0,line_grammar/* describeLine */.ES)(line)} (${(0,vault_error/* describeIdentifier */.fY)(item)})`;
    return new errors/* ActionErrors */.o9((0,errors/* foreseenErrors */.jq)(error).map((one) => (one.subject === undefined ? one.about(subject) : one)));
}
//# sourceMappingURL=value-error.js.map
;// CONCATENATED MODULE: ./build/programs/src/render/json-leaves.js


/** Outputs are named after paths: what is nested deeper is no configuration. */
const MAX_DEPTH = 64;
/**
 * Reads an object or a list.
 * @throws ActionError of no subject if the text is neither, or is nested too deep
 */
function readJson(text) {
    if (!isJson(text) || !/^[\t\n\r ]*[{[]/.test(text)) {
        throw valueError('the value is not a JSON object or list.', 'Leave | json out to have it as it is.');
    }
    const reader = new TokenReader(text);
    return { root: reader.readBranch([]), leaves: reader.leaves };
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        // The error quotes the text, and so must not be seen.
        return false;
    }
}
// Strings, brackets, and numbers or words. Since the text is JSON, nothing depends on its colons and commas.
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]|[^\s{}[\],:"]+/g;
class TokenReader {
    leaves = [];
    #rest;
    constructor(text) {
        this.#rest = Array.from(text.matchAll(TOKENS), ([token]) => token).reverse();
    }
    readBranch(path) {
        if (path.length === MAX_DEPTH) {
            throw valueError('the value is JSON that is nested too deep.', `Expected at most ${MAX_DEPTH} levels.`);
        }
        const isList = this.#next() === '[';
        const end = isList ? ']' : '}';
        const entries = [];
        while (this.#rest.at(-1) !== end) {
            const key = isList ? `${entries.length}` : JSON.parse(this.#next());
            entries.push({ key, node: this.#readNode([...path, key]) });
        }
        this.#next();
        return { kind: isList ? 'list' : 'object', entries };
    }
    #readNode(path) {
        const token = this.#rest.at(-1);
        if (token === '{' || token === '[')
            return this.readBranch(path);
        const leaf = { path, ...readLeaf(this.#next()) };
        this.leaves.push(leaf);
        return leaf;
    }
    #next() {
        return this.#rest.pop();
    }
}
function readLeaf(token) {
    if (token.startsWith('"'))
        return { kind: 'string', text: JSON.parse(token) };
    if (/^[-\d]/.test(token))
        return { kind: 'number', text: token };
    return { kind: 'word', text: token === 'null' ? '' : token };
}
/**
 * Returns the leaf at a dotted path. Keys may have dots themselves.
 *
 * An error repeats the path, which stands in the workflow, and says what kind of thing the value has there. It names no
 * key of the value: keys can be as secret as what they hold, e.g. the names of users, and nothing masks them.
 * @throws ActionError of no subject if there is none, or more than one
 */
function pickLeaf({ root }, path) {
    const search = new Search(path);
    search.look(root, 0);
    const [found, ...others] = search.found;
    if (found === undefined)
        throw nothingThere(path, search.furthest);
    if (others.length > 0) {
        throw valueError(`the path ${(0,quote/* quote */.h)(path)} leads to more than one thing.`, 'A key occurs twice, or has dots: change the value.');
    }
    if (isBranch(found)) {
        throw valueError(`the path ${(0,quote/* quote */.h)(path)} leads to ${describeNode(found)}, not to a leaf.`, 'Add keys or positions to the path, with a "." before each, until it leads to one leaf.');
    }
    return found;
}
// Each node is looked at once at most, since only one way leads to it.
class Search {
    found = [];
    furthest = { node: undefined, offset: -1 };
    #path;
    constructor(path) {
        this.#path = path;
    }
    look(node, offset) {
        if (offset > this.furthest.offset)
            this.furthest = { node, offset };
        if (!isBranch(node))
            return;
        for (const { key, node: below } of node.entries) {
            const end = offset + key.length;
            if (!this.#path.startsWith(key, offset))
                continue;
            if (end === this.#path.length)
                this.found.push(below);
            else if (this.#path.charAt(end) === '.')
                this.look(below, end + 1);
        }
    }
}
function nothingThere(path, { node, offset }) {
    const before = offset === 0 ? 'the whole value' : (0,quote/* quote */.h)(path.slice(0, offset - 1));
    const [part = ''] = path.slice(offset).split('.');
    const nowhere = `the path ${(0,quote/* quote */.h)(path)} leads nowhere: ${before} is ${describeNode(node)}`;
    switch (node?.kind) {
        case 'object': {
            const lower = part.toLowerCase();
            const isNear = node.entries.some(({ key }) => key.toLowerCase() === lower);
            const near = isNear ? ', and one there differs from it in case alone' : '';
            return valueError(`${nowhere} without the key ${(0,quote/* quote */.h)(part)}.`, `Keys are compared to the letter${near}.`);
        }
        case 'list':
            return valueError(`${nowhere}, which has no position ${(0,quote/* quote */.h)(part)}.`, 'Positions in lists count from 0.');
        default:
            return valueError(`${nowhere}, and nothing is below it.`, `End the path there.`);
    }
}
function isBranch(node) {
    return node.kind === 'object' || node.kind === 'list';
}
function describeNode(node) {
    switch (node?.kind) {
        case 'object':
            return node.entries.length === 0 ? 'an empty object' : 'an object';
        case 'list':
            return node.entries.length === 0 ? 'an empty list' : `a list of ${node.entries.length}`;
        case 'string':
            return 'a string';
        case 'number':
            return 'a number';
        default:
            return node?.text === '' ? 'null' : 'a boolean';
    }
}
//# sourceMappingURL=json-leaves.js.map
;// CONCATENATED MODULE: ./build/programs/src/render/secret-steps.js
// What a secret's value is once base64 and json have been applied, in the order of its line.







/**
 * Returns the value after the steps.
 * @param stored as the vault holds it
 * @throws ActionError of no subject if it is not what a step expects
 */
function goThroughSteps(stored, steps) {
    let stage = {
        bytes: Buffer.from(stored),
        text: stored,
        leaves: [],
        own: () => (0,masks_of_certificates.maskValue)(stored),
        earlier: [],
    };
    if (steps.base64 === 'value')
        stage = decode(stage, steps);
    if (steps.json !== undefined)
        stage = readLeaves(stage, { ...steps, path: steps.json.path });
    if (steps.base64 === 'leaf')
        stage = decode(stage, steps);
    const { bytes, text, leaves, own, earlier } = stage;
    return { bytes, text, leaves, masking: (0,masks_masks/* joinMaskings */.yy)(...[...earlier, own].map((mask) => mask())) };
}
function decode({ text, own, earlier }, { base64, json, file }) {
    const isBeforePath = base64 === 'value' && json?.path !== undefined;
    const bytes = orAdvise(() => decodeBase64((0,masks_masks/* withoutMark */.E_)(textOf(text))), isBeforePath ? LEAF_FIRST : undefined);
    const decoded = { bytes, leaves: [], earlier: [...earlier, own] };
    if ((0,external_node_buffer_.isUtf8)(bytes))
        return { ...decoded, text: bytes.toString(), own: () => (0,masks_of_certificates.maskValue)(bytes.toString()) };
    if (file)
        return { ...decoded, text: undefined, own: () => (0,masks_of_certificates.maskBinary)(bytes) };
    throw valueError('the decoded value is not UTF-8, and no output can be anything else.', 'Write | base64 | file to have its bytes in a file.');
}
const LEAF_FIRST = 'To decode one leaf, write | json PATH | base64.';
const VALUE_FIRST = 'To decode the whole value first, write | base64 | json PATH.';
// The likeliest mistake of a line that has both is their order.
function orAdvise(read, advice) {
    try {
        return read();
    }
    catch (error) {
        throw advice !== undefined && error instanceof errors/* ActionError */.lZ ? error.advising(advice) : error;
    }
}
function readLeaves({ text, earlier, ...rest }, { base64, path }) {
    const whole = textOf(text);
    const tree = orAdvise(() => readJson((0,masks_masks/* withoutMark */.E_)(whole)), base64 === 'leaf' ? VALUE_FIRST : undefined);
    if (path === undefined)
        return { ...rest, text, earlier, leaves: tree.leaves, own: () => maskJson(whole, tree.leaves) };
    // The other leaves stay in the vault.
    const leaf = pickLeaf(tree, path);
    return { bytes: Buffer.from(leaf.text), text: leaf.text, leaves: [], earlier: [], own: () => maskPicked(leaf) };
}
// Only decoding gives bytes that are no text, and only JSON can be expected of them then.
function textOf(text) {
    if (text !== undefined)
        return text;
    throw valueError('the decoded value is not UTF-8, and so it is not JSON.', 'Leave | json out to have it in a file.');
}
const HINT = 'Leave | base64 out to have the value as it is.';
/**
 * The bytes.
 * @throws ActionError of no subject where the text is not base64
 */
function decodeBase64(text) {
    const digits = text
        .split(/[\r\n]/)
        .map((line) => line.trim())
        .join('');
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) {
        throw valueError('the value is not base64: it has other characters, or a "=" before its end.', `Expected A-Z, a-z, 0-9, "+" and "/", padded with "=". ${HINT}`);
    }
    if (digits.length % 4 !== 0) {
        throw valueError('the value is not base64: its padding is missing, or it is cut off.', `Expected a multiple of four characters, padded with "=". ${HINT}`);
    }
    return Buffer.from(digits, 'base64');
}
//# sourceMappingURL=secret-steps.js.map
;// CONCATENATED MODULE: ./build/programs/src/render/render-secret.js






/**
 * The value, byte for byte, and what the steps of its line make of it.
 * @throws ActionErrors that name the line where the value is not what a step expects, or the output of a leaf is taken
 */
async function renderSecret(destination, secret, { claims }) {
    const { output, item, steps, line } = destination;
    if (steps.kind !== 'secrets')
        throw new Error(steps.kind);
    try {
        const { bytes, text, leaves, masking } = await readSecretValue(secret, steps);
        const ofLeaves = leaves.map((leaf) => ({ name: leafOutput(output, leaf), text: leaf.text }));
        claims.claim({
            line,
            essence: `leaves of ${output}`,
            outputs: ofLeaves.map(({ name }) => name),
            match: destination.isMatch && item.name,
        });
        const own = text === undefined ? [] : [{ name: output, text }];
        const outputs = [...own, ...ofLeaves].map((one) => ({ name: one.name, value: new secret_text/* SecretText */.o(one.text) }));
        const file = { output: `${output}-path`, name: (0,render_rendered/* fileNameOf */.bV)(output), bytes: new secret_text/* SecretBytes */.y(bytes) };
        return {
            item,
            version: secret.version,
            life: secret.attributes,
            outputs,
            files: steps.file ? [file] : [],
            storeEntries: [],
            ...(steps.unmasked ? { masks: [], weakness: undefined } : masking),
            secrets: outputs,
            ...(secret.isManaged && { remarks: [OF_CERTIFICATE] }),
            // White space around JSON is not part of what it says.
            notes: warnOfEdges(item, isJsonTree(steps) ? ofLeaves : own),
        };
    }
    catch (error) {
        throw errorsOfLine(destination, error);
    }
}
const OF_CERTIFICATE = 'It is a certificate with its private key. In the input certificates, it also gives a thumbprint, a subject and an expiry, and takes | file, | pem, | store and | public.';
function isJsonTree({ json }) {
    return json !== undefined && json.path === undefined;
}
// Characters of keys that no output may have become "_", one for one.
function leafOutput(output, { path }) {
    return [output, ...path].join('-').replace(/[^A-Za-z0-9_-]/gu, '_');
}
/**
 * The value after the steps.
 * @throws ActionError of no subject where it is not what a step expects
 */
async function readSecretValue({ value, contentType }, steps) {
    const stored = value.reveal();
    if (!steps.base64 && steps.json === undefined) {
        const masking = await maskStored(stored, contentType);
        return { bytes: Buffer.from(stored), text: stored, leaves: [], masking };
    }
    return goThroughSteps(stored, steps);
}
// What may hold a private key: PEM, and base64 of a PFX. A certificate named under `secrets` comes out as any secret.
async function maskStored(stored, contentType) {
    const isPfx = contentType === 'application/x-pkcs12';
    if (!isPfx && !/-----BEGIN |^\s*MI/.test(stored))
        return (0,masks_masks/* maskSecret */.$l)(stored);
    const { maskOpenPfx, maskValue } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 3956));
    return isPfx ? maskOpenPfx(stored) : maskValue(stored);
}
//# sourceMappingURL=render-secret.js.map
;// CONCATENATED MODULE: ./build/programs/src/render/unmasked.js
// What a workflow says is no secret stays visible, whichever line a mask for it comes from.




/**
 * The results without the masks that would hide an unmasked value or one of its forms.
 * @param unmasked the values that leave unmasked
 */
function keepVisible(rendered, unmasked) {
    if (unmasked.length === 0)
        return rendered;
    const forms = unmasked.flatMap(withAndWithoutMark).flatMap(masks_masks/* everyForm */.kc);
    return rendered.map((one) => {
        // Another line may name the same secret: then the lines of the value stay visible, too.
        const same = one.secrets.map(({ value }) => (0,render_rendered/* textOf */.b6)(value)).filter((value) => unmasked.includes(value));
        const sameLines = same.flatMap(structure/* linesOf */.Dx).flatMap(withAndWithoutMark);
        const visible = new Set([...forms, ...sameLines]);
        const masks = one.masks.flatMap((mask) => withoutVisible(mask, visible));
        return { ...one, masks, weakness: weaknessOf(one.weakness, { masks, visible }) };
    });
}
function withAndWithoutMark(value) {
    const text = (0,masks_masks/* toWellFormed */.lH)(value);
    return [text, (0,masks_masks/* withoutMark */.E_)(text)];
}
// A runner hides each line of what it is given, and the inner part of one in quotes.
function withoutVisible(mask, visible) {
    const text = mask.reveal();
    const lines = (0,structure/* linesOf */.Dx)(text);
    const isVisible = (line) => visible.has(line) || visible.has(line.replace(/^"(.*)"$/, '$1'));
    if (!visible.has(text) && !lines.some(isVisible))
        return [mask];
    if (lines.length === 1)
        return [];
    const rest = [...lines, ...(0,masks_masks/* formsOfWhole */.gf)(text)].filter((one) => !isVisible(one));
    return rest.map((one) => new secret_text/* SecretText */.o(one));
}
// What is not masked damages no log.
function weaknessOf(weakness, { masks, visible }) {
    switch (weakness?.kind) {
        case undefined:
        case 'none':
            return weakness;
        case 'short':
        case 'commonplace':
            return masks.length === 0 ? undefined : weakness;
        case 'leaves': {
            const leaves = weakness.leaves.filter(({ text }) => !visible.has(text.reveal()));
            return leaves.length === 0 ? undefined : { kind: 'leaves', leaves };
        }
        default:
            throw weakness;
    }
}
//# sourceMappingURL=unmasked.js.map
;// CONCATENATED MODULE: ./build/programs/src/render/render-all.js
// Everything that was fetched, as outputs and masks. What only some lines ask for is loaded where one does.







/**
 * What each destination gets, in the order of the fetched.
 * @throws ActionErrors with each item that cannot be rendered
 */
async function renderAll(fetched, context) {
    const rendered = [];
    // One after the other: the outputs of JSON leaves are claimed in the order of the lines.
    for (const one of fetched)
        rendered.push(await (0,errors/* settle */.G9)(renderOne(one, context)));
    const all = (0,errors/* checkEach */.Qi)(rendered, (take) => take());
    const unmasked = all.filter((_, index) => isUnmasked(fetched[index]));
    return keepVisible(all, unmasked.flatMap(({ secrets }) => secrets.map(({ value }) => (0,render_rendered/* textOf */.b6)(value))));
}
function isUnmasked(one) {
    const steps = one?.destination.steps;
    return steps?.kind === 'secrets' && steps.unmasked;
}
async function renderOne(fetched, context) {
    try {
        return await renderByKind(fetched, context);
    }
    catch (error) {
        // What names a line already says more.
        throw (0,errors/* failuresOf */.dJ)((0,vault_error/* describeIdentifier */.fY)(fetched.destination.item), error);
    }
}
async function renderByKind(fetched, context) {
    const { destination } = fetched;
    switch (fetched.kind) {
        case 'secret':
            return renderSecret(destination, fetched.secret, context);
        case 'attributes':
            return renderAttributes(destination, fetched.version);
        case 'certificate':
            return (await __webpack_require__.e(/* import() */ 104).then(__webpack_require__.bind(__webpack_require__, 4104))).renderCertificate(destination, fetched, context);
        case 'key':
            return renderKey(destination, fetched.key);
        default:
            throw fetched;
    }
}
//# sourceMappingURL=render-all.js.map
;// CONCATENATED MODULE: ./build/programs/src/render/mask-warnings.js
// What a user should mind about the masks of what was fetched.

const TEXTS = {
    short: {
        title: 'Short',
        text: 'has fewer than 4 characters. It is masked, so the log shows *** wherever these characters occur, and job outputs that contain them are dropped. If it is not a secret, add "| unmasked" to its line.',
    },
    commonplace: {
        title: 'Common word',
        text: 'is a common word or a short number. It is masked, so the log shows *** wherever the same text occurs, and job outputs that contain it are dropped. If it is not a secret, add "| unmasked" to its line.',
    },
    none: {
        title: 'Not masked',
        text: 'has no line that can be masked without damage to the log: each is blank, shorter than 4 characters, punctuation, a heading, a key without a value or a common word. Do not print it.',
    },
};
/** A warning if the masks damage the log, or hide nothing. */
function warnOfMasks({ item, weakness }) {
    const object = (0,vault_error/* describeIdentifier */.fY)(item);
    switch (weakness?.kind) {
        case undefined:
            return [];
        case 'leaves':
            return [warnOfLeaves(object, weakness.leaves)];
        case 'short':
        case 'commonplace':
        case 'none': {
            const { title, text } = TEXTS[weakness.kind];
            const subject = weakness.path === undefined ? object : `leaf ${describePath([weakness.path])} of ${object}`;
            return [{ title: `${title}: ${subject}`, text: `${subject} ${text}` }];
        }
        default:
            throw weakness;
    }
}
const MAX_LISTED = 10;
function warnOfLeaves(object, leaves) {
    const listed = leaves.slice(0, MAX_LISTED).map(({ path }) => describePath(path));
    const rest = leaves.length > listed.length ? ` and ${leaves.length - listed.length} more` : '';
    return {
        title: `Common words: ${object}`,
        text: `${object} has leaves that are common words: ${listed.join(', ')}${rest}. They are masked, so the log shows *** wherever these words occur, and job outputs that contain them are dropped. Pick the leaves that you need with "| json PATH", and add "| unmasked" to the lines of those that are not secret.`,
    };
}
const MAX_PATH_LENGTH = 60;
// Keys are chosen by whoever wrote the value.
function describePath(path) {
    return path
        .join('.')
        .replace(/[^\p{L}\p{N} ._/:@-]/gu, '?')
        .slice(0, MAX_PATH_LENGTH);
}
//# sourceMappingURL=mask-warnings.js.map
;// CONCATENATED MODULE: ./build/programs/src/render/warnings.js




/**
 * Warnings: one for each object that expires soon, has expired (also where a pattern passed it over) or is not valid
 * yet, and what else is to be minded of each.
 */
function findWarnings(findings, question) {
    const others = findings.rendered.flatMap((one) => [...warnOfMasks(one), ...one.notes]);
    const all = question.warningDays === 0 ? others : [...warnOfLives(findings, question), ...others];
    return [...new Map(all.map((warning) => [JSON.stringify(warning), warning])).values()];
}
/** Names of secrets and certificates that have expired (also where a pattern passed them over) or will within the warning days, each once. */
function findExpiring({ rendered, passedOver }, question) {
    const near = rendered.filter(({ life }) => {
        const { kind } = (0,render_expiry/* judgeExpiry */.B)(life, question.nowMs, question.warningDays);
        return kind === 'expired' || kind === 'expiring';
    });
    const items = [...near, ...findExpired(passedOver, question)].map(({ item }) => item);
    const names = items.filter(({ collection }) => collection !== 'keys').map(({ name }) => name);
    return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
function warnOfLives({ rendered, passedOver }, question) {
    const warnings = new Map(rendered.map(({ item, life }) => [(0,identifier/* identifierKey */.Z6)(item), warnOfLife(item, life, question)]));
    for (const { item, life } of findExpired(passedOver, question)) {
        const subject = (0,vault_error/* describeIdentifier */.fY)(item);
        const text = `${subject} expired on ${(0,render_expiry/* formatInstant */.r)(life.expires)}, and a pattern passed it over. Renew it.`;
        const key = (0,identifier/* identifierKey */.Z6)(item);
        if (!warnings.has(key))
            warnings.set(key, [{ title: `Expired: ${subject}`, text }]);
    }
    return [...warnings.values()].flat();
}
// What backs a certificate is the certificate's own matter.
function findExpired(passedOver, { nowMs }) {
    return passedOver.filter(({ reason, life }) => reason !== 'managed' && (0,render_expiry/* judgeExpiry */.B)(life, nowMs, 0).kind === 'expired');
}
/** A warning where the object expires soon, has expired or is not valid yet. */
function warnOfLife(item, life, { nowMs, warningDays }) {
    const subject = (0,vault_error/* describeIdentifier */.fY)(item);
    const expiry = (0,render_expiry/* judgeExpiry */.B)(life, nowMs, warningDays);
    switch (expiry.kind) {
        case 'lasting':
            return [];
        case 'not-yet-valid':
            return [
                { title: `Not valid yet: ${subject}`, text: `${subject} is valid from ${(0,render_expiry/* formatInstant */.r)(life.notBefore)}.` },
            ];
        case 'expired':
            return [
                { title: `Expired: ${subject}`, text: `${subject} expired on ${(0,render_expiry/* formatInstant */.r)(life.expires)}. Renew it.` },
            ];
        case 'expiring':
            return [
                {
                    title: `Expires soon: ${subject}`,
                    text: `${subject} expires ${describeDays(expiry)}, on ${(0,render_expiry/* formatInstant */.r)(life.expires)}. Renew it before.`,
                },
            ];
    }
}
function describeDays({ days }) {
    if (days === 0)
        return 'in less than a day';
    return days === 1 ? 'in a day' : `in ${days} days`;
}
//# sourceMappingURL=warnings.js.map
// EXTERNAL MODULE: ./build/programs/src/plan/store-site.js
var store_site = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/programs/src/plan/variable-name.js
var variable_name = __webpack_require__(2914);
;// CONCATENATED MODULE: ./build/programs/src/render/variables.js
// Outputs as variables for the later steps of the job.


/** Linux gives a program no variable, name and all, of more bytes (MAX_ARG_STRLEN in execve(2)). */
const MAX_VARIABLE_BYTES = 128 * 1024;
/**
 * The same values under the names of variables.
 * @param hint what to do with a value that cannot be one
 * @throws ActionErrors that name each output whose value cannot be a variable
 */
function toVariables(outputs, hint) {
    return (0,errors/* checkEach */.Qi)(outputs, ({ name: output, value }) => {
        const name = (0,variable_name/* variableNameOf */.T)(output);
        const problem = findProblem(output, value);
        if (problem === undefined)
            return { name, value };
        throw new errors/* ActionError */.lZ({
            code: 'VARIABLE_IMPOSSIBLE',
            title: 'Not possible as a variable',
            subject: `output ${output}`,
            problem,
            hint,
        });
    });
}
/** Can the output be a variable? */
function canBeVariable({ name, value }) {
    return findProblem(name, value) === undefined;
}
function findProblem(output, value) {
    const entry = `${(0,variable_name/* variableNameOf */.T)(output)}=${typeof value === 'string' ? value : value.reveal()}`;
    if (entry.includes('\0'))
        return 'holds a NUL, which no variable can.';
    // The NUL at the end counts.
    return Buffer.byteLength(entry) >= MAX_VARIABLE_BYTES ? 'is over 128 KiB, which no variable can be.' : undefined;
}
//# sourceMappingURL=variables.js.map
;// CONCATENATED MODULE: ./build/programs/src/flow/make-results.js





/** @throws ActionError that names the output whose value cannot be a variable, where variables are wanted */
async function makeResults(rendered, { expiring, exportEnv }, ports) {
    const files = rendered.flatMap((one) => one.files);
    const entries = uniqueEntries(rendered);
    const placed = placeFiles(files, ports.randomBytes, files.length + entries.length > 0);
    const outputs = rendered.flatMap((one) => one.outputs);
    const paths = pathOutputs(placed, ports.privateFolders);
    return {
        masks: rendered.flatMap(({ masks }) => masks),
        placed,
        prepareStore: storeOf(entries, placed, ports),
        outputs: [...outputs, ...paths, ...standingOutputs(rendered, expiring)],
        variables: exportEnv ? makeVariables(rendered, paths) : [],
    };
}
function makeVariables(rendered, paths) {
    // What is in a file need not be a variable, where it cannot be one: the variable with the path is what was wanted.
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
function storeOf(entries, placed, ports) {
    const site = (0,store_site/* findStoreSite */.In)(ports.machine.platform, ports.inputs.variable);
    // The plan has refused lines that ask for a store if there is none.
    if (entries.length === 0 || placed === undefined || site.kind === 'none')
        return undefined;
    return async () => {
        const { prepareStore } = await __webpack_require__.e(/* import() */ 801).then(__webpack_require__.bind(__webpack_require__, 801));
        return prepareStore({ site, entries, folder: placed.folder }, ports);
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
//# sourceMappingURL=make-results.js.map
;// CONCATENATED MODULE: ./build/programs/src/flow/fetch-and-export.js
// What the root action does once it has signed in: fetch -> render -> export. Loaded while the sign-in waits for its answer.
















/** @throws ActionErrors with everything that could not be fetched, rendered or written; nothing is exported then */
async function fetchAndExport({ plan, options, open }, ports) {
    const result = await fetchItems(plan, open);
    const { clock, machine, randomBytes } = ports;
    const context = { claims: plan.claims, platform: machine.platform, randomBytes };
    // What was fetched is looked at even if the rest was not, so that one run reports every mistake.
    const rendering = await (0,errors/* settle */.G9)(renderAll(result.fetched, context));
    const { missing, rendered } = (0,errors/* checkAll */.K7)({
        missing: () => checkComplete(ports, result, options),
        rendered: rendering,
    });
    const findings = { rendered, passedOver: result.patterns.flatMap(({ passedOver }) => passedOver) };
    const question = { nowMs: clock.nowMs(), warningDays: options.expiryWarningDays };
    const results = { expiring: findExpiring(findings, question), exportEnv: plan.exportEnv };
    await exportAll(await makeResults(rendered, results, ports), ports);
    logPatterns(ports, result);
    logRendered(ports, rendered);
    (0,annotate/* annotateAll */.u)(ports.log, 'warning', [...missing, ...findWarnings(findings, question)]);
    if (options.summary)
        await writeSummary(makeFetchedTable(rendered), ports);
}
/**
 * Warnings about what is missing and may be.
 * @throws ActionErrors with every other failure
 */
function checkComplete(ports, result, options) {
    const { failed } = result;
    if (failed.length === 0)
        return [];
    const ignored = options.ignoreMissing ? failed.filter(isMissing) : [];
    const missing = (0,describe_errors/* describeErrors */.r)(ignored.flatMap(({ errors }) => errors));
    const fatal = failed.filter((one) => !ignored.includes(one));
    if (fatal.length === 0)
        return missing;
    (0,annotate/* annotateAll */.u)(ports.log, 'warning', missing);
    logPatterns(ports, result);
    logFailed(ports, fatal);
    throw new errors/* ActionErrors */.o9(fatal.flatMap(({ errors }) => errors));
}
function logFailed({ log }, failed) {
    const subjects = new Set(failed.map(({ subject, vaultUrl }) => `${subject} in ${(0,identifier/* vaultHost */.Df)(vaultUrl)}`));
    log.info(`Nothing is exported, since ${subjects.size} could not be fetched:`);
    for (const subject of subjects)
        log.info(`  ${subject}`);
}
// What backs certificates is no choice of the user's, and there may be many: they are counted.
function logPatterns({ log }, { patterns }) {
    for (const { line, count, left, passedOver } of patterns) {
        log.info(`${(0,plan_pattern/* describePattern */.Qs)(line)} in ${(0,identifier/* vaultHost */.Df)(line.vaultUrl)}: ${count} matched.`);
        if (left.length > 0)
            log.info(`  left to lines of their own: ${left.join(', ')}`);
        const named = passedOver.filter(({ reason }) => reason !== 'managed');
        if (named.length > 0)
            log.info(`  passed over: ${named.map(({ item, reason }) => `${item.name} (${reason})`).join(', ')}`);
        const managed = passedOver.length - named.length;
        if (managed > 0)
            log.info(`  passed over, since they back certificates: ${managed}`);
    }
}
function logRendered(ports, rendered) {
    ports.log.info(`Fetched, masked and exported:`);
    for (const one of rendered) {
        const { item, version, life } = one;
        const end = life.expires === undefined ? 'no expiry' : `expires ${(0,render_expiry/* formatInstant */.r)(life.expires)}`;
        const places = [...(0,render_rendered/* outputNamesOf */.jb)(one), ...one.storeEntries.map(() => 'CurrentUser\\My')].join(', ');
        ports.log.info(`  ${(0,vault_error/* describeIdentifier */.fY)(item)} (version ${version}, ${end}) \u2192 ${places}`);
        for (const remark of one.remarks ?? [])
            ports.log.info(`    ${remark}`);
    }
}
//# sourceMappingURL=fetch-and-export.js.map

/***/ }),

/***/ 3751:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ UNREACHABLE),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   IP: () => (/* binding */ NO_MATCH),
/* harmony export */   W3: () => (/* binding */ unusableAnswerError),
/* harmony export */   fY: () => (/* binding */ describeIdentifier),
/* harmony export */   j5: () => (/* binding */ withoutTagError),
/* harmony export */   lV: () => (/* binding */ MISSING),
/* harmony export */   tv: () => (/* binding */ KEY_VAULT)
/* harmony export */ });
/* unused harmony exports NOT_FOUND, WITHOUT_TAG */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5249);
/* harmony import */ var _http_foreign_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(552);
/* harmony import */ var _plan_identifier_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2085);
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
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: WITHOUT_TAG,
        title: `${(0,_plan_identifier_js__WEBPACK_IMPORTED_MODULE_1__/* .vaultHost */ .Df)(identifier.vaultUrl)}: without the tag`,
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

/***/ }),

/***/ 3956:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  maskBinary: () => (/* binding */ maskBinary),
  maskKey: () => (/* binding */ maskKey),
  maskOpenPfx: () => (/* binding */ maskOpenPfx),
  maskPem: () => (/* binding */ maskPem),
  maskPfx: () => (/* binding */ maskPfx),
  maskValue: () => (/* binding */ maskValue)
});

// EXTERNAL MODULE: ./build/programs/src/certificate/der.js
var certificate_der = __webpack_require__(4847);
// EXTERNAL MODULE: ./build/programs/src/masks/masks.js + 2 modules
var masks = __webpack_require__(2065);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/programs/src/certificate/pfx-read.js + 1 modules
var pfx_read = __webpack_require__(4876);
// EXTERNAL MODULE: ./build/programs/src/masks/structure.js
var structure = __webpack_require__(4599);
;// CONCATENATED MODULE: ./build/programs/src/masks/masks-of-keys.js
// What the runner must hide for a private key, in whatever form a later step prints it.





/** Texts that hide a key as PKCS#8 and as PKCS#1 or SEC1: programs turn the one into the other. */
function formsOfKey(key) {
    return encodingsOf(key).flatMap(masks/* formsOfBytes */._O);
}
function encodingsOf(key) {
    const pkcs8 = key.export({ format: 'der', type: 'pkcs8' });
    switch (key.asymmetricKeyType) {
        case 'rsa':
            return [pkcs8, key.export({ format: 'der', type: 'pkcs1' })];
        case 'ec':
            return [pkcs8, key.export({ format: 'der', type: 'sec1' })];
        default:
            return [pkcs8];
    }
}
/** Texts that hide a PFX as bytes, and its private keys if it opens without a password. */
function formsOfPfx(pfx) {
    const keys = (0,certificate_der/* isPfx */.By)(pfx) ? readKeys(pfx) : [];
    return [...(0,masks/* formsOfBytes */._O)(pfx), ...keys.flatMap((pkcs8) => formsOfEncoded(pkcs8, 'PRIVATE KEY'))];
}
// What another password protects stays closed to later steps as well.
function readKeys(pfx) {
    try {
        return (0,pfx_read/* readPfx */.z)(pfx).privateKeys.map(({ pkcs8 }) => pkcs8);
    }
    catch {
        return [];
    }
}
/** Whether a text holds a private key, or a PFX, between PEM armor. */
function holdsKey(text) {
    return keyBlocks(text).length > 0;
}
/**
 * Texts that hide the private keys of a PEM text, or of JSON and other text around one. Line breaks may be written as
 * characters (`\n`, `\r\n`).
 */
function formsOfKeyBlocks(text) {
    return keyBlocks(text).flatMap(({ label, lines, der }) => [
        // Lines of base64 are the key's, however they look; others, such as headers, are lines like any.
        ...lines.filter((line) => isBase64(line) && line.length >= structure/* MIN_LINE_LENGTH */.Tm),
        ...(0,structure/* secretLines */._o)(lines.filter((line) => !isBase64(line))),
        ...((0,certificate_der/* isPfx */.By)(der) ? formsOfPfx(der) : formsOfEncoded(der, label)),
    ]);
}
function keyBlocks(text) {
    const plain = text.replace(/\\{1,2}r\\{1,2}n|\\{1,2}n/g, '\n');
    const blocks = [...plain.matchAll(/-----BEGIN ([^\r\n-]{1,60})-----/g)].map(({ 0: begin, 1: label = '', index }) => {
        const start = index + begin.length;
        const end = plain.indexOf('-----', start);
        const lines = (0,structure/* linesOf */.Dx)(plain.slice(start, end === -1 ? plain.length : end));
        return { label, lines, der: Buffer.from(lines.filter(isBase64).join(''), 'base64') };
    });
    return blocks.filter(({ label, der }) => label.includes('PRIVATE KEY') || (0,certificate_der/* isPfx */.By)(der));
}
function isBase64(line) {
    return /^[A-Za-z0-9+/]+={0,2}$/.test(line);
}
const KEY_TYPES = new Map([
    ['PRIVATE KEY', 'pkcs8'],
    ['RSA PRIVATE KEY', 'pkcs1'],
    ['EC PRIVATE KEY', 'sec1'],
]);
// One that is encrypted or of an unknown kind has no other encodings that can be known.
function formsOfEncoded(der, label) {
    const type = KEY_TYPES.get(label);
    try {
        const key = type === undefined ? undefined : (0,external_node_crypto_.createPrivateKey)({ key: der, format: 'der', type });
        return [...(0,masks/* formsOfBytes */._O)(der), ...(key === undefined ? [] : formsOfKey(key))];
    }
    catch {
        return (0,masks/* formsOfBytes */._O)(der);
    }
}
//# sourceMappingURL=masks-of-keys.js.map
;// CONCATENATED MODULE: ./build/programs/src/masks/masks-of-certificates.js




/** Masks for a private key, whatever program prints it. */
function maskKey(key) {
    return maskTexts(formsOfKey(key));
}
/** Masks for a secret's value, and for the private keys that it holds. */
function maskValue(value) {
    if (holdsKey(value))
        return (0,masks/* joinMaskings */.yy)(maskAroundKeys(value), maskTexts(formsOfKeyBlocks(value)));
    return (0,certificate_der/* isPfx */.By)(Buffer.from(value.slice(0, 64), 'base64')) ? maskOpenPfx(value) : (0,masks/* maskSecret */.$l)(value);
}
// What is public of the text stays visible.
function maskAroundKeys(text) {
    if (!/[\r\n]/.test(text))
        return (0,masks/* maskSecret */.$l)(text);
    return maskTexts((0,masks/* maskLines */.sD)(text, (lines) => (0,structure/* secretLines */._o)(outsidePublicBlocks(lines))).texts);
}
function outsidePublicBlocks(lines) {
    let isPublic = false;
    return lines.filter((line) => {
        if ((0,structure/* isArmor */.io)(line))
            isPublic = /BEGIN (?:[A-Z0-9 ]+ )?(?:CERTIFICATE|PUBLIC KEY)-/.test(line);
        return !isPublic;
    });
}
/** Masks for a base64 PFX: those of the text, and the forms in which its bytes may be printed. */
function maskPfx(base64) {
    return (0,masks/* joinMaskings */.yy)((0,masks/* maskSecret */.$l)(base64), maskTexts((0,masks/* formsOfBytes */._O)(Buffer.from(base64, 'base64'))));
}
/** Masks for a base64 PFX, and for its private keys if it opens without a password. */
function maskOpenPfx(base64) {
    return (0,masks/* joinMaskings */.yy)((0,masks/* maskSecret */.$l)(base64), maskTexts(formsOfPfx(Buffer.from(base64, 'base64'))));
}
/** Masks for bytes that are no text: those of what a program shows in their place, and the forms in which they are printed. */
function maskBinary(bytes) {
    if ((0,certificate_der/* isPfx */.By)(bytes))
        return maskTexts(formsOfPfx(bytes));
    return maskTexts([...(0,structure/* secretLines */._o)((0,structure/* linesOf */.Dx)(bytes.toString())), ...(0,masks/* formsOfBytes */._O)(bytes)]);
}
/** Masks for a PEM text that holds a private key: of its blocks only the private keys, since certificates are public. */
function maskPem(pem) {
    const whole = /[\r\n]/.test(pem) ? maskTexts((0,masks/* formsOfWhole */.gf)(pem)) : (0,masks/* maskSecret */.$l)(pem);
    const keys = formsOfKeyBlocks(pem);
    return (0,masks/* joinMaskings */.yy)(whole, (0,masks/* toMasking */.mO)({ texts: keys, weakness: keys.length === 0 ? { kind: 'none' } : undefined }));
}
function maskTexts(texts) {
    return (0,masks/* toMasking */.mO)({ texts, weakness: undefined });
}
//# sourceMappingURL=masks-of-certificates.js.map

/***/ }),

/***/ 7734:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ judgeExpiry),
/* harmony export */   r: () => (/* binding */ formatInstant)
/* harmony export */ });
// How near an object's end is.
const DAY_SECONDS = 24 * 60 * 60;
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
/** `YYYY-MM-DDTHH:MM:SSZ` for an instant in seconds since 1970; empty where there is none. */
function formatInstant(seconds) {
    return seconds === undefined ? '' : new Date(seconds * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
//# sourceMappingURL=expiry.js.map

/***/ }),

/***/ 9392:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   bV: () => (/* binding */ fileNameOf),
/* harmony export */   jb: () => (/* binding */ outputNamesOf)
/* harmony export */ });
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
//# sourceMappingURL=rendered.js.map

/***/ })

};
;