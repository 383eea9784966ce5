export const id = 78;
export const ids = [78];
export const modules = {

/***/ 3620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ folderState),
/* harmony export */   G_: () => (/* binding */ folderPart),
/* harmony export */   OB: () => (/* binding */ isFolderName),
/* harmony export */   R5: () => (/* binding */ FOLDER_STATE),
/* harmony export */   ak: () => (/* binding */ pathOutputs),
/* harmony export */   h$: () => (/* binding */ placeFiles)
/* harmony export */ });
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

/***/ }),

/***/ 5697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetchAndExport: () => (/* binding */ fetchAndExport)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/export/annotate.js
var annotate = __webpack_require__(7770);
;// CONCATENATED MODULE: ./build/src/export/part.js
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
//# sourceMappingURL=part.js.map
// EXTERNAL MODULE: ./build/src/export/private-folder.js
var private_folder = __webpack_require__(3620);
;// CONCATENATED MODULE: ./build/src/export/export-all.js


/**
 * Masks everything, then writes every file, certificate, output and variable. What the post step has to remove is saved for it before
 * it is there, so that a step that is killed leaves nothing either.
 * @throws ActionError where one could not be written; what was written before it has been taken back
 */
async function exportAll(results, ports) {
    const { masks, placed, outputs, variables } = results;
    const { log, files, privateFolders } = ports;
    await maskAll(masks, log);
    const store = results.store === undefined ? NO_STORE : await prepareStore(results.store, ports);
    await writeParts([
        ...valuesPart('GITHUB_STATE', [...(0,private_folder/* folderState */.EY)(placed), ...store.state], files),
        ...(0,private_folder/* folderPart */.G_)(placed, privateFolders),
        ...store.parts,
        ...valuesPart('GITHUB_OUTPUT', outputs, files),
        ...valuesPart('GITHUB_ENV', variables, files),
    ]);
}
const NO_STORE = { state: [], parts: [] };
// Few lines ask for it.
async function prepareStore(order, ports) {
    const userStore = await Promise.all(/* import() */[__webpack_require__.e(233), __webpack_require__.e(485)]).then(__webpack_require__.bind(__webpack_require__, 8485));
    return userStore.prepareStore(order, ports);
}
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
// EXTERNAL MODULE: ./build/src/keyvault/vault-error.js
var vault_error = __webpack_require__(1996);
// EXTERNAL MODULE: ./build/src/plan/identifier.js + 2 modules
var identifier = __webpack_require__(329);
// EXTERNAL MODULE: ./build/src/render/expiry.js
var render_expiry = __webpack_require__(7567);
;// CONCATENATED MODULE: ./build/src/render/output-names.js
/** Names of the outputs, the paths of files among them. */
function outputNamesOf({ outputs, files }) {
    return [...outputs.map(({ name }) => name), ...files.map(({ output }) => output)];
}
//# sourceMappingURL=output-names.js.map
;// CONCATENATED MODULE: ./build/src/export/fetched-table.js
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
        outputNamesOf(rendered).join(', '),
    ];
}
//# sourceMappingURL=fetched-table.js.map
;// CONCATENATED MODULE: ./build/src/export/summary.js
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
// EXTERNAL MODULE: ./build/src/keyvault/failed-reference.js
var failed_reference = __webpack_require__(9050);
// EXTERNAL MODULE: ./build/src/input/line-grammar.js
var line_grammar = __webpack_require__(8078);
// EXTERNAL MODULE: ./build/src/keyvault/read-destination.js
var read_destination = __webpack_require__(6222);
;// CONCATENATED MODULE: ./build/src/http/limit.js
// At most so many pieces of work at a time: the others wait their turn.
/** A limit that so many pieces of work share. */
function makeLimit(most) {
    let free = most;
    const waiting = [];
    return async (work) => {
        if (free === 0)
            await new Promise((resolve) => waiting.push(resolve));
        else
            free -= 1;
        try {
            return await work();
        }
        finally {
            const next = waiting.shift();
            // Who waits gets the place itself: nobody who comes now can take it before.
            if (next === undefined)
                free += 1;
            else
                next();
        }
    };
}
//# sourceMappingURL=limit.js.map
// EXTERNAL MODULE: ./build/src/http/transport.js + 4 modules
var transport = __webpack_require__(1361);
// EXTERNAL MODULE: ./build/src/http/retry-policy.js + 1 modules
var retry_policy = __webpack_require__(8266);
// EXTERNAL MODULE: ./build/src/http/send.js
var send = __webpack_require__(2658);
// EXTERNAL MODULE: ./build/src/keyvault/challenge.js
var challenge = __webpack_require__(1078);
;// CONCATENATED MODULE: ./build/src/keyvault/ask-vault.js
// One question to a vault: asked with the session's token, and once more with a newer one where that is refused.



/**
 * The body of the vault's answer of status 200.
 * @throws ActionError with advice where the vault refuses or gives no answer
 */
async function askVault(question, { session, context }) {
    const { identifier, operation = 'get', makeRequest, rules = retry_policy/* VAULT_RETRY_RULES */.yd } = question;
    const ask = (token) => (0,send/* send */.t)(makeRequest(token), context, { rules }).catch(async (error) => {
        const { unreachableVaultError } = await __webpack_require__.e(/* import() */ 365).then(__webpack_require__.bind(__webpack_require__, 9746));
        throw unreachableVaultError(error, identifier);
    });
    const token = session.token();
    let response = await ask(token);
    if (response.status === 401) {
        const newer = await session.renewed(token);
        if (newer !== undefined)
            response = await ask(newer);
    }
    if (response.status === 200)
        return response.body;
    const tenants = { signedIn: session.tenantId, challenged: (0,challenge/* tenantOfChallenge */.H)(response), caller: session.caller };
    const { vaultRefusedError } = await __webpack_require__.e(/* import() */ 365).then(__webpack_require__.bind(__webpack_require__, 9746));
    throw vaultRefusedError(response, identifier, { operation, ...tenants });
}
//# sourceMappingURL=ask-vault.js.map
// EXTERNAL MODULE: ./build/src/keyvault/bundles.js
var bundles = __webpack_require__(1630);
// EXTERNAL MODULE: ./build/src/http/json.js
var json = __webpack_require__(6102);
;// CONCATENATED MODULE: ./build/src/keyvault/certificate-state.js
// What a certificate's bundle says of its state: issued or still pending, enabled or disabled. A vault answers 200 for all.





/**
 * Decodes a certificate that can be used; undefined if the body is none.
 * @throws ActionError if it is not issued yet, or disabled
 */
function decodeUsableCertificate(body, item) {
    const bundle = (0,json/* parseJsonObject */.dw)(body);
    checkIssued(bundle, item);
    checkEnabled(bundle, item);
    return (0,bundles/* decodeCertificateBundle */.mn)(body);
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
// EXTERNAL MODULE: ./build/src/keyvault/vault-request.js
var vault_request = __webpack_require__(8319);
;// CONCATENATED MODULE: ./build/src/keyvault/vault-reader.js
// Everything that is read from the vaults of one run: each object once, at most so many requests at a time.









/** Asks a vault for each object once, however often it is wanted. All methods reject with an ActionError. */
class VaultReader {
    #access;
    #limit = makeLimit(transport/* MAX_SOCKETS */.IX);
    // A vault that gives no answer to one request will not to the others: they fail at once instead of waiting as long.
    #unreachable = new Map();
    #secrets = new Map();
    #certificates = new Map();
    #keys = new Map();
    #versions = new Map();
    constructor(access) {
        this.#access = access;
    }
    /** A secret with its value. */
    secret(item) {
        return once(this.#secrets, item, () => this.#get(item, bundles/* decodeSecretBundle */.D4));
    }
    /** The public part of a certificate that is issued and enabled. */
    certificate(item) {
        return once(this.#certificates, item, () => this.#get(item, (body) => decodeUsableCertificate(body, item)));
    }
    /** The public part of a key. */
    key(item) {
        return once(this.#keys, item, async () => {
            const { decodeKeyBundle } = await __webpack_require__.e(/* import() */ 229).then(__webpack_require__.bind(__webpack_require__, 2229));
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
        const { unknownObjectError } = await __webpack_require__.e(/* import() */ 365).then(__webpack_require__.bind(__webpack_require__, 9746));
        throw unknownObjectError(item);
    }
    /** All objects of a kind, or all versions of one object, page by page; the next is asked for as the caller goes on. */
    async *list(address) {
        const { listPages } = await __webpack_require__.e(/* import() */ 588).then(__webpack_require__.bind(__webpack_require__, 2588));
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
        return this.#limit(async () => {
            const earlier = this.#unreachable.get(identifier.vaultUrl);
            if (earlier !== undefined)
                throw earlier.about((0,vault_error/* describeIdentifier */.fY)(identifier));
            try {
                return await askVault(question, this.#access);
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
;// CONCATENATED MODULE: ./build/src/keyvault/fetch-items.js
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
    for (const destination of plan.destinations)
        take(destination);
    const named = new Set(plan.destinations.map(({ item }) => objectKey(item)));
    const isNamed = (item) => named.has(objectKey(item));
    const matching = { claims: plan.claims, isNamed, take, nowMs: access.context.clock.nowMs() };
    const { patterns, failed, areNamesKnown } = await matchAll(plan.patterns, reader, matching);
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
    return (0,read_destination/* readDestination */.F)(destination, reader).catch((error) => {
        return { line, vaultUrl: item.vaultUrl, subject: (0,vault_error/* describeIdentifier */.fY)(item), errors: (0,errors/* foreseenErrors */.jq)(error) };
    });
}
const NO_PATTERNS = { patterns: [], failed: [], areNamesKnown: true };
// Few runs have a pattern.
async function matchAll(lines, reader, matching) {
    if (lines.length === 0)
        return NO_PATTERNS;
    const { matchPatterns } = await __webpack_require__.e(/* import() */ 949).then(__webpack_require__.bind(__webpack_require__, 5949));
    return matchPatterns(lines, reader, matching);
}
function compareLines(one, other) {
    const inputs = line_grammar/* LINES_INPUTS */.CW;
    return inputs.indexOf(one.input) - inputs.indexOf(other.input) || one.number - other.number;
}
//# sourceMappingURL=fetch-items.js.map
// EXTERNAL MODULE: ./build/src/plan/pattern.js
var pattern = __webpack_require__(7703);
// EXTERNAL MODULE: ./build/src/secret-text.js
var secret_text = __webpack_require__(3689);
;// CONCATENATED MODULE: ./build/src/render/edge-white-space.js
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
// EXTERNAL MODULE: ./build/src/render/file-name.js
var file_name = __webpack_require__(4536);
// EXTERNAL MODULE: ./build/src/render/masks.js
var masks = __webpack_require__(4323);
;// CONCATENATED MODULE: ./build/src/render/secret-value.js

/**
 * The value after the steps.
 * @throws ActionError of no subject where it is not what a step expects
 */
async function readSecretValue({ value, contentType }, steps) {
    const stored = value.reveal();
    const masking = await maskStored(stored, contentType);
    if (!steps.base64 && steps.json === undefined) {
        return { bytes: Buffer.from(stored), text: stored, leaves: [], masking };
    }
    const { goThroughSteps } = await __webpack_require__.e(/* import() */ 505).then(__webpack_require__.bind(__webpack_require__, 6505));
    return goThroughSteps(stored, masking, steps);
}
// A certificate named under `secrets` comes out as any secret, but its bytes are a private key's.
async function maskStored(stored, contentType) {
    if (contentType !== 'application/x-pkcs12')
        return (0,masks/* maskSecret */.$l)(stored);
    const { maskPfx } = await __webpack_require__.e(/* import() */ 894).then(__webpack_require__.bind(__webpack_require__, 3894));
    return maskPfx(stored);
}
//# sourceMappingURL=secret-value.js.map
// EXTERNAL MODULE: ./build/src/render/value-error.js
var value_error = __webpack_require__(1620);
;// CONCATENATED MODULE: ./build/src/render/render-secret.js





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
        const file = { output: `${output}-path`, name: (0,file_name/* fileNameOf */.b)(output), bytes: new secret_text/* SecretBytes */.y(bytes) };
        return {
            item,
            version: secret.version,
            life: secret.attributes,
            outputs,
            files: steps.file ? [file] : [],
            storeEntries: [],
            ...(steps.unmasked ? { masks: [], weakness: undefined } : masking),
            secrets: outputs,
            // White space around JSON is not part of what it says.
            notes: warnOfEdges(item, isJsonTree(steps) ? ofLeaves : own),
        };
    }
    catch (error) {
        throw (0,value_error/* errorsOfLine */.Z)(destination, error);
    }
}
function isJsonTree({ json }) {
    return json !== undefined && json.path === undefined;
}
// Characters of keys that no output may have become "_", one for one.
function leafOutput(output, { path }) {
    return [output, ...path].join('-').replace(/[^A-Za-z0-9_-]/gu, '_');
}
//# sourceMappingURL=render-secret.js.map
;// CONCATENATED MODULE: ./build/src/render/render-all.js
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
    return (0,errors/* checkEach */.Qi)(rendered, (take) => take());
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
            return (await __webpack_require__.e(/* import() */ 296).then(__webpack_require__.bind(__webpack_require__, 296))).renderAttributes(destination, fetched.version);
        case 'certificate':
            return (await Promise.all(/* import() */[__webpack_require__.e(233), __webpack_require__.e(590)]).then(__webpack_require__.bind(__webpack_require__, 590))).renderCertificate(destination, fetched, context);
        case 'key':
            return (await __webpack_require__.e(/* import() */ 766).then(__webpack_require__.bind(__webpack_require__, 3766))).renderKey(destination, fetched.key);
        default:
            throw fetched;
    }
}
//# sourceMappingURL=render-all.js.map
;// CONCATENATED MODULE: ./build/src/render/warnings.js



/**
 * Warnings: one for each object that expires soon, has expired (also where a pattern passed it over) or is not valid
 * yet, and what else is to be minded of each.
 */
function findWarnings(findings, question) {
    const others = findings.rendered.flatMap((one) => [...describeWeakness(one), ...one.notes]);
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
function describeWeakness({ item, weakness }) {
    const subject = (0,vault_error/* describeIdentifier */.fY)(item);
    switch (weakness) {
        case undefined:
            return [];
        case 'short':
            return [
                {
                    title: `Short: ${subject}`,
                    text: `${subject} has fewer than 4 characters. It is masked, and so is every other place of the log where they occur.`,
                },
            ];
        case 'none':
            return [
                {
                    title: `Not masked: ${subject}`,
                    text: `${subject} has no line that can be masked without damage to the log: each is blank, shorter than 4 characters or punctuation alone. Do not print it.`,
                },
            ];
        default:
            throw weakness;
    }
}
//# sourceMappingURL=warnings.js.map
// EXTERNAL MODULE: ./build/src/plan/store-site.js
var store_site = __webpack_require__(186);
;// CONCATENATED MODULE: ./build/src/render/standing-outputs.js
// The two outputs that are always there: all secret values at once, and what is near its end.

/** `secrets` as a JSON object of the values that secret lines gave, `expiring` as a JSON array of names. */
function standingOutputs(rendered, expiring) {
    const secrets = rendered.flatMap((one) => one.secrets).map(({ name, value }) => [name, textOf(value)]);
    return [
        { name: 'secrets', value: new secret_text/* SecretText */.o(JSON.stringify(Object.fromEntries(secrets))) },
        { name: 'expiring', value: JSON.stringify(expiring) },
    ];
}
function textOf(value) {
    return typeof value === 'string' ? value : value.reveal();
}
//# sourceMappingURL=standing-outputs.js.map
;// CONCATENATED MODULE: ./build/src/flow/make-results.js



/** @throws ActionError that names the output whose value cannot be a variable, where variables are wanted */
async function makeResults(rendered, { expiring, exportEnv }, ports) {
    const files = rendered.flatMap((one) => one.files);
    const entries = uniqueEntries(rendered);
    const placed = (0,private_folder/* placeFiles */.h$)(files, ports.randomBytes, files.length + entries.length > 0);
    const outputs = rendered.flatMap((one) => one.outputs);
    const paths = (0,private_folder/* pathOutputs */.ak)(placed, ports.privateFolders);
    return {
        masks: rendered.flatMap(({ masks }) => masks),
        placed,
        store: orderStore(entries, placed, ports),
        outputs: [...outputs, ...paths, ...standingOutputs(rendered, expiring)],
        variables: exportEnv ? await makeVariables(rendered, paths) : [],
    };
}
async function makeVariables(rendered, paths) {
    const { canBeVariable, toVariables } = await __webpack_require__.e(/* import() */ 307).then(__webpack_require__.bind(__webpack_require__, 7307));
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
function orderStore(entries, placed, { machine, inputs }) {
    const site = (0,store_site/* findStoreSite */.In)(machine.platform, inputs.variable);
    // The plan has refused lines that ask for a store where there is none.
    if (entries.length === 0 || placed === undefined || site.kind === 'none')
        return undefined;
    return { site, entries, folder: placed.folder };
}
//# sourceMappingURL=make-results.js.map
;// CONCATENATED MODULE: ./build/src/flow/fetch-and-export.js
// What the root action does once it has signed in: fetch -> render -> export. Loaded while the sign-in waits for its answer.















/** @throws ActionErrors with everything that could not be fetched, rendered or written; nothing is exported then */
async function fetchAndExport({ plan, options, open }, ports) {
    const result = await fetchItems(plan, open);
    const missing = await checkComplete(ports, result, options);
    const { clock, machine, randomBytes } = ports;
    const context = { claims: plan.claims, platform: machine.platform, randomBytes };
    const rendered = await renderAll(result.fetched, context);
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
async function checkComplete(ports, result, options) {
    const { failed } = result;
    if (failed.length === 0)
        return [];
    const { describeErrors } = await __webpack_require__.e(/* import() */ 547).then(__webpack_require__.bind(__webpack_require__, 5547));
    const ignored = options.ignoreMissing ? failed.filter(failed_reference/* isMissing */.b) : [];
    const missing = describeErrors(ignored.flatMap(({ errors }) => errors));
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
        log.info(`${(0,pattern/* describePattern */.Qs)(line)} in ${(0,identifier/* vaultHost */.Df)(line.vaultUrl)}: ${count} matched.`);
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
        const places = [...outputNamesOf(one), ...one.storeEntries.map(() => 'CurrentUser\\My')].join(', ');
        ports.log.info(`  ${(0,vault_error/* describeIdentifier */.fY)(item)} (version ${version}, ${end}) \u2192 ${places}`);
    }
}
//# sourceMappingURL=fetch-and-export.js.map

/***/ }),

/***/ 1630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C3: () => (/* binding */ decodeTags),
/* harmony export */   D4: () => (/* binding */ decodeSecretBundle),
/* harmony export */   E4: () => (/* binding */ versionOf),
/* harmony export */   mn: () => (/* binding */ decodeCertificateBundle),
/* harmony export */   oS: () => (/* binding */ decodeAttributes)
/* harmony export */ });
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6102);
/* harmony import */ var _secret_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3689);
// Key Vault's answers, decoded: https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
// and .../certificates/get-certificate/get-certificate (api-version 7.4).


/** The body as a secret; undefined where it is none. */
function decodeSecretBundle(body) {
    const bundle = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .dw)(body);
    const version = versionOf(bundle?.['id']);
    const value = bundle?.['value'];
    const attributes = decodeAttributes(bundle);
    if (typeof value !== 'string' || version === undefined || attributes === undefined)
        return undefined;
    return {
        value: new _secret_text_js__WEBPACK_IMPORTED_MODULE_0__/* .SecretText */ .o(value),
        version,
        contentType: (0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(bundle?.['contentType'], /^[\x20-\x7e]{0,255}$/) ?? '',
        attributes,
        tags: decodeTags(bundle),
    };
}
/** The body as a certificate; undefined where it is none. */
function decodeCertificateBundle(body) {
    const bundle = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .dw)(body);
    const version = versionOf(bundle?.['id']);
    const cer = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(bundle?.['cer'], /^[A-Za-z0-9+/]+={0,2}$/);
    const secretId = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(bundle?.['sid'], /^https:\/\/[\x21-\x7e]+$/);
    const attributes = decodeAttributes(bundle);
    if (version === undefined || cer === undefined || secretId === undefined || attributes === undefined)
        return undefined;
    return { version, der: Buffer.from(cer, 'base64'), secretId, attributes, tags: decodeTags(bundle) };
}
/** The last segment of `https://VAULT/COLLECTION/NAME/VERSION`; undefined where it is no such address. */
function versionOf(id) {
    const [, version] = /^https:\/\/[^/]+\/[a-z]+\/[^/]+\/([0-9a-f]{32})$/i.exec((0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(id, /^https:/) ?? '') ?? [];
    return version;
}
/** The life that a bundle states; undefined where it has no attributes. */
function decodeAttributes(bundle) {
    const attributes = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(bundle?.['attributes']);
    if (attributes === undefined)
        return undefined;
    return { notBefore: asInstant(attributes['nbf']), expires: asInstant(attributes['exp']) };
}
/** The tags that a bundle shows; what is no text is none. */
function decodeTags(bundle) {
    const tags = Object.entries((0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(bundle?.['tags']) ?? {});
    return new Map(tags.filter((tag) => typeof tag[1] === 'string'));
}
// Beyond 8.64e12 seconds a JavaScript Date has no value.
function asInstant(value) {
    return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 8.64e12 ? value : undefined;
}
//# sourceMappingURL=bundles.js.map

/***/ }),

/***/ 1078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ tenantOfChallenge)
/* harmony export */ });
/** The tenant (GUID or domain) that the vault trusts; undefined where the challenge names none. */
function tenantOfChallenge(response) {
    return AUTHORIZATION.exec(response.headers['www-authenticate'] ?? '')?.[1];
}
/** An https address; the tenant is the first part of its path. */
const AUTHORIZATION = /\bauthorization(?:_uri)?="https:\/\/[^/"]+\/([0-9a-z][0-9a-z.-]{0,99})["/]/i;
//# sourceMappingURL=challenge.js.map

/***/ }),

/***/ 9050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isMissing)
/* harmony export */ });
/* harmony import */ var _vault_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1996);

/** Is it only that the object, its version or its tags, or any match of the pattern, is not there? */
function isMissing({ subject, errors }) {
    // What is said of something else is said of a certificate's private key.
    return errors.every((error) => _vault_error_js__WEBPACK_IMPORTED_MODULE_0__/* .MISSING */ .lV.includes(error.code) && error.subject === subject);
}
//# sourceMappingURL=failed-reference.js.map

/***/ }),

/***/ 6222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readDestination),
/* harmony export */   I: () => (/* binding */ findMissingTag)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _vault_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1996);
/* harmony import */ var _vault_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8319);
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
        const subject = (0,_vault_error_js__WEBPACK_IMPORTED_MODULE_1__/* .describeIdentifier */ .fY)(item);
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failuresOf */ .dJ)(subject, error, subject);
    });
    const missing = findMissingTag(wanted, object.tags);
    if (missing !== undefined)
        throw (0,_vault_error_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutTagError */ .j5)(item, missing.key);
    return object;
}
async function readPrivateKey({ secretId }, item, reader) {
    const address = (0,_vault_request_js__WEBPACK_IMPORTED_MODULE_2__/* .siblingIdentifierOf */ .l9)(secretId, 'secrets', item);
    if (address === undefined) {
        throw (0,_vault_error_js__WEBPACK_IMPORTED_MODULE_1__/* .unusableAnswerError */ .W3)(item, 'the answer says that the private key is elsewhere, and nothing was sent there.');
    }
    return reader.secret(address).catch((error) => {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failuresOf */ .dJ)(`private key of ${(0,_vault_error_js__WEBPACK_IMPORTED_MODULE_1__/* .describeIdentifier */ .fY)(item)}`, error, (0,_vault_error_js__WEBPACK_IMPORTED_MODULE_1__/* .describeIdentifier */ .fY)(address));
    });
}
//# sourceMappingURL=read-destination.js.map

/***/ }),

/***/ 1996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _http_foreign_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8205);
/* harmony import */ var _plan_identifier_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(329);
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

/***/ 8319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MW: () => (/* binding */ listUrl),
/* harmony export */   iq: () => (/* binding */ getRequest),
/* harmony export */   l9: () => (/* binding */ siblingIdentifierOf),
/* harmony export */   rr: () => (/* binding */ getObjectRequest)
/* harmony export */ });
/* unused harmony export API_VERSION */
/* harmony import */ var _secret_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3689);

/** Answered by every cloud and emulator; there is no default. */
const API_VERSION = '7.4';
/** The most that a vault gives at once. */
const PAGE_SIZE = 25;
/** The request that reads one object; without a token, the vault answers with its challenge. */
function getObjectRequest({ vaultUrl, collection, name, version }, token) {
    const path = version === undefined ? `${collection}/${name}` : `${collection}/${name}/${version}`;
    return getRequest(`${vaultUrl}/${path}?api-version=${API_VERSION}`, token);
}
/** Where the list of all objects begins or, of one object, that of its versions. */
function listUrl({ vaultUrl, collection, name }) {
    const path = name === undefined ? collection : `${collection}/${name}/versions`;
    return `${vaultUrl}/${path}?api-version=${API_VERSION}&maxresults=${PAGE_SIZE}`;
}
/** The request that reads what is at this address of a vault; without a token, the vault answers with its challenge. */
function getRequest(url, token) {
    const headers = token === undefined ? {} : { authorization: new _secret_text_js__WEBPACK_IMPORTED_MODULE_0__/* .SecretText */ .o(`Bearer ${token.reveal()}`) };
    return { method: 'GET', url, headers };
}
/**
 * The address that a certificate's `sid` or `kid` holds; undefined where it is not an object of that collection and of
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
//# sourceMappingURL=vault-request.js.map

/***/ }),

/***/ 7567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

/***/ 4536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ fileNameOf)
/* harmony export */ });
// Names of files that leave the step.
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
//# sourceMappingURL=file-name.js.map

/***/ }),

/***/ 1620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ errorsOfLine),
/* harmony export */   a: () => (/* binding */ valueError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _input_line_grammar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8078);
/* harmony import */ var _keyvault_vault_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1996);
// Values that are not what the steps of their line expect.



/** The error for a value; whose it is said later. Neither sentence may hold a part of the value. */
function valueError(problem, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({ code: 'VAULT_VALUE_UNUSABLE', title: 'Unusable value', problem, hint });
}
/** The foreseen failures that `error` stands for; those of nothing by name are said of the line and its object. */
function errorsOfLine({ line, item }, error) {
    const subject = `${(0,_input_line_grammar_js__WEBPACK_IMPORTED_MODULE_1__/* .describeLine */ .ES)(line)} (${(0,_keyvault_vault_error_js__WEBPACK_IMPORTED_MODULE_2__/* .describeIdentifier */ .fY)(item)})`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionErrors */ .o9((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .foreseenErrors */ .jq)(error).map((one) => (one.subject === undefined ? one.about(subject) : one)));
}
//# sourceMappingURL=value-error.js.map

/***/ })

};
