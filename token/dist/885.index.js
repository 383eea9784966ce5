"use strict";
exports.id = 885;
exports.ids = [885];
exports.modules = {

/***/ 4847:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ isPfx),
/* harmony export */   Dk: () => (/* binding */ TAG),
/* harmony export */   JI: () => (/* binding */ readInteger),
/* harmony export */   LB: () => (/* binding */ notDer),
/* harmony export */   RN: () => (/* binding */ readElement),
/* harmony export */   UK: () => (/* binding */ missingBytes),
/* harmony export */   cl: () => (/* binding */ readElements),
/* harmony export */   fM: () => (/* binding */ readOid),
/* harmony export */   xO: () => (/* binding */ readInside)
/* harmony export */ });
/* unused harmony export readBits */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5261);
// A reader of DER (ITU-T X.690), as far as certificates need it: definite lengths, tags of one byte.

/** Tags that the readers of this folder look for. */
const TAG = {
    boolean: 0x01,
    integer: 0x02,
    bitString: 0x03,
    octetString: 0x04,
    null: 0x05,
    oid: 0x06,
    utf8String: 0x0c,
    sequence: 0x30,
    set: 0x31,
    numericString: 0x12,
    printableString: 0x13,
    teletexString: 0x14,
    ia5String: 0x16,
    utcTime: 0x17,
    generalizedTime: 0x18,
    visibleString: 0x1a,
    universalString: 0x1c,
    bmpString: 0x1e,
    /** `[0] EXPLICIT`, e.g. a certificate's version. */
    context0: 0xa0,
    /** `[3] EXPLICIT`, e.g. a certificate's extensions. */
    context3: 0xa3,
    /** `[0] IMPLICIT` of a type that is not constructed, e.g. encrypted content. */
    context0Primitive: 0x80,
};
/**
 * The elements that follow one another in `der`.
 * @throws ActionError if it is cut off or not DER
 */
function readElements(der) {
    const elements = [];
    for (let offset = 0; offset < der.length;) {
        const { element, end } = readElement(der, offset);
        elements.push(element);
        offset = end;
    }
    return elements;
}
/**
 * The elements inside a constructed element.
 * @throws ActionError if it has another tag or is not DER
 */
function readInside(element, tag) {
    if (element?.tag !== tag)
        throw notDer();
    return readElements(element.contents);
}
/**
 * The element at `offset`, and where the next one begins.
 * @throws ActionError if it is cut off or not DER
 */
function readElement(der, offset) {
    const tag = der[offset];
    const first = der[offset + 1];
    if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f)
        throw notDer();
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
    const start = offset + 2 + lengthBytes;
    // 0x80 is BER's indefinite length; four bytes are 4 GiB, more than any answer has.
    if (first === 0x80 || lengthBytes > 4 || start > der.length)
        throw notDer();
    const length = lengthBytes === 0 ? first : der.readUIntBE(offset + 2, lengthBytes);
    const end = start + length;
    if (end > der.length)
        throw notDer();
    return { element: { tag, contents: der.subarray(start, end), raw: der.subarray(offset, end) }, end };
}
/** Returns how many bytes are missing at a SEQUENCE's end by the length that it states; 0 if it states none below 16 MiB. */
function missingBytes(der) {
    const first = der[1] ?? 0;
    const lengthBytes = first & 0x7f;
    if (der[0] !== TAG.sequence || first <= 0x80 || lengthBytes > 3 || der.length < 2 + lengthBytes)
        return 0;
    return Math.max(0, 2 + lengthBytes + der.readUIntBE(2, lengthBytes) - der.length);
}
/**
 * Whether bytes begin as a PFX (RFC 7292 section 4): version 3, then a SEQUENCE. Certificates begin with a SEQUENCE, and
 * private keys with version 0 or 1.
 */
function isPfx(der) {
    const first = der[1] ?? 0;
    const start = 2 + (first > 0x80 ? first & 0x7f : 0);
    return (der[0] === TAG.sequence && der.subarray(start, start + 4).equals(Buffer.from([TAG.integer, 1, 3, TAG.sequence])));
}
/** An integer that is not negative and has at most six bytes, so that a double holds it (X.690 section 8.3). */
function readInteger(element) {
    if (element?.tag !== TAG.integer)
        throw notDer();
    const { contents } = element;
    const [first] = contents;
    if (first === undefined || first >= 0x80 || contents.length > 6)
        throw notDer();
    return contents.readUIntBE(0, contents.length);
}
/** The bytes of a bit string that is of whole bytes (X.690 section 8.6): the first one counts the bits that are not used. */
function readBits(element) {
    if (element?.tag !== TAG.bitString || element.contents[0] !== 0)
        throw notDer();
    return element.contents.subarray(1);
}
/** No identifier in use has half as many bytes; an arc of a megabyte, shifted bit by bit, would take minutes. */
const MAX_OID_LENGTH = 128;
/** An object identifier in dotted form (X.690 section 8.19). */
function readOid(element) {
    // The last byte of an arc, and so of the whole, has no continuation bit.
    if (element?.tag !== TAG.oid || (element.contents.at(-1) ?? 0x80) >= 0x80)
        throw notDer();
    if (element.contents.length > MAX_OID_LENGTH)
        throw notDer();
    const arcs = [];
    let arc = 0n;
    for (const byte of element.contents) {
        arc = (arc << 7n) | BigInt(byte & 0x7f);
        if (byte >= 0x80)
            continue;
        arcs.push(arc);
        arc = 0n;
    }
    const [first = 0n, ...rest] = arcs;
    const root = first < 40n ? 0n : first < 80n ? 1n : 2n;
    return [root, first - root * 40n, ...rest].join('.');
}
/** Thrown by the readers if bytes are not what they should be. */
function notDer() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'CERTIFICATE_UNREADABLE',
        title: 'Unreadable certificate',
        problem: 'the vault returned something that is not an X.509 certificate.',
        hint: 'Look at the certificate in the portal.',
    });
}
//# sourceMappingURL=der.js.map

/***/ }),

/***/ 2053:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Je: () => (/* binding */ readPem),
/* harmony export */   X3: () => (/* binding */ isPem),
/* harmony export */   fH: () => (/* binding */ unescapeBreaks),
/* harmony export */   sg: () => (/* binding */ toPem)
/* harmony export */ });
// PEM (RFC 7468), and the encrypted form of keys that came before PKCS#8 (RFC 1421 section 4.6).
/** DER as a PEM block of this label, with a line break at its end. */
function toPem(label, der) {
    const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
    return `${[`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n')}\n`;
}
const DASHES = '-----';
const BEGIN = '-----BEGIN ';
const LABEL = /^[A-Z0-9][A-Z0-9 ]{0,63}$/;
/**
 * Returns the blocks of a PEM text in their order, whatever stands between them, in time that grows with its length.
 * Line breaks may be real, or lost, or written as `\n` and `\r\n`, as JSON and `.env` files do.
 */
function readPem(text) {
    const blocks = [];
    for (let start = text.indexOf(BEGIN); start !== -1;) {
        const { block, end } = readBlock(text, start);
        if (block !== undefined)
            blocks.push(block);
        start = text.indexOf(BEGIN, end);
    }
    return blocks;
}
/** Whether a text holds PEM: base64 has no dashes. */
function isPem(text) {
    return text.includes(BEGIN);
}
function readBlock(text, start) {
    const labelStart = start + BEGIN.length;
    const labelEnd = text.indexOf(DASHES, labelStart);
    const label = text.slice(labelStart, Math.max(labelEnd, labelStart));
    if (!LABEL.test(label))
        return { block: undefined, end: labelStart };
    const bodyStart = labelEnd + DASHES.length;
    const next = text.indexOf(DASHES, bodyStart);
    const bodyEnd = next === -1 ? text.length : next;
    const closing = `-----END ${label}-----`;
    const isCutOff = !text.startsWith(closing, bodyEnd);
    const end = isCutOff ? bodyEnd : bodyEnd + closing.length;
    const body = readBody(text.slice(bodyStart, bodyEnd));
    return { block: { label, text: text.slice(start, end), isCutOff, ...body }, end };
}
function readBody(body) {
    const text = unescapeBreaks(body);
    const header = /Proc-Type:\s*4,\s*ENCRYPTED\s+DEK-Info:\s*([A-Za-z0-9-]{1,40})(?:,\s*([0-9A-Fa-f]*))?/.exec(text);
    const [found = '', cipher = '', iv = ''] = header ?? [];
    const base64 = header === null ? text : text.slice(header.index + found.length);
    return { der: Buffer.from(base64, 'base64'), encryption: header === null ? undefined : { cipher, iv } };
}
/** Turns the escapes that JSON and `.env` files write into what they stand for; other backslashes stay. */
function unescapeBreaks(text) {
    return text.replace(/\\(?:[rnt]|u00([0-9A-Fa-f]{2}))/g, (_, hex) => hex === undefined ? '\n' : String.fromCharCode(Number.parseInt(hex, 16)));
}
//# sourceMappingURL=pem.js.map

/***/ }),

/***/ 885:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  exportTokens: () => (/* binding */ exportTokens),
  mintAndExport: () => (/* binding */ mintAndExport)
});

// EXTERNAL MODULE: ./build/programs/src/errors.js + 1 modules
var errors = __webpack_require__(5261);
;// CONCATENATED MODULE: ./build/programs/src/export/private-folder.js
/** Name of the state that keeps the folder's name for the post step. */
const FOLDER_STATE = 'folder';
const PREFIX = 'key-vault-';
/** So many that nobody can lay something there beforehand. */
const RANDOM_BYTES = 16;
/** Gives files a fresh folder, which is yet to be made. */
function private_folder_makePrivateFiles(files, randomBytes) {
    return { folder: freshFolder(randomBytes), files };
}
/** A name for a folder that nobody can foresee. */
function freshFolder(randomBytes) {
    return `${PREFIX}${randomBytes(RANDOM_BYTES).toString('hex')}`;
}
/** Could {@link makePrivateFiles} have given this name? Others must not be removed. */
function isFolderName(name) {
    return new RegExp(`^${PREFIX}[0-9a-f]{${2 * RANDOM_BYTES}}$`).test(name);
}
/** The path of each file, as an output. */
function private_folder_pathOutputs(privateFiles, { pathOf }) {
    return privateFiles.files.map(({ output, name }) => ({ name: output, value: pathOf(privateFiles.folder, name) }));
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
    const { masks, privateFiles, kept, outputs, variables } = results;
    const { log, files, privateFolders } = ports;
    await maskAll(masks, log);
    const store = (await results.prepareStore?.()) ?? NO_STORE;
    await runTransaction([
        ...valuesPart('GITHUB_STATE', [...folderState(privateFiles), ...store.state], files),
        ...folderPart(privateFiles, privateFolders),
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
                    // The post step must know of what is left, because it removes it.
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
function folderPart(privateFiles, folders) {
    if (privateFiles === undefined)
        return [];
    const { folder, files } = privateFiles;
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
    // If it cannot be made, something of its name may be there, and that is somebody else's.
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
/** Returns what the post step has to know of the folder. */
function folderState(privateFiles) {
    return privateFiles === undefined ? [] : [{ name: FOLDER_STATE, value: privateFiles.folder }];
}
//# sourceMappingURL=export-all.js.map
// EXTERNAL MODULE: ./build/programs/src/export/step-log.js + 2 modules
var step_log = __webpack_require__(6344);
// EXTERNAL MODULE: ./build/programs/src/plan/identifier.js + 1 modules
var identifier = __webpack_require__(1598);
// EXTERNAL MODULE: ./build/programs/src/render/rendered.js
var rendered = __webpack_require__(9392);
// EXTERNAL MODULE: ./build/programs/src/time.js
var time = __webpack_require__(3475);
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
const TOKEN_COLUMNS = ['Output', 'Scope', 'Application', 'Expires', 'Proof'];
/** One row per token: scopes, dates and names, no token. */
function makeTokenTable({ tokens, clientId, proof }) {
    const rows = tokens.map(({ line, expiresOn }) => [line.output, line.scope, clientId, expiresOn, proof]);
    return { heading: 'Access tokens', columns: TOKEN_COLUMNS, rows };
}
//# sourceMappingURL=summary.js.map
// EXTERNAL MODULE: ./build/programs/src/plan/output-names.js
var output_names = __webpack_require__(3460);
// EXTERNAL MODULE: ./build/programs/src/plan/store-site.js
var store_site = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/programs/src/secret-text.js
var secret_text = __webpack_require__(7720);
;// CONCATENATED MODULE: ./build/programs/src/flow/make-results.js
// Results of rendering, as everything that leaves the step; outputs also as variables for the later steps of the job.






/** @throws ActionError that names the output whose value cannot be a variable, where variables are wanted */
async function makeResults(rendered, { expiring, exportEnv }, ports) {
    const files = rendered.flatMap((one) => one.files);
    const entries = uniqueEntries(rendered);
    // Certificates for the user's store need the folder, too.
    const privateFiles = files.length + entries.length > 0 ? makePrivateFiles(files, ports.randomBytes) : undefined;
    const outputs = rendered.flatMap((one) => one.outputs);
    const paths = privateFiles === undefined ? [] : pathOutputs(privateFiles, ports.privateFolders);
    return {
        masks: rendered.flatMap(({ masks }) => masks),
        privateFiles,
        prepareStore: storeOf(entries, privateFiles, ports),
        outputs: [...outputs, ...paths, ...standingOutputs(rendered, expiring)],
        variables: exportEnv ? makeVariables(rendered, paths) : [],
    };
}
function makeVariables(rendered, paths) {
    // A value that is in a file need not be a variable if it cannot be one: the variable with the path is the one that was wanted.
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
function storeOf(entries, privateFiles, ports) {
    if (entries.length === 0 || privateFiles === undefined)
        return undefined;
    const site = findStoreSite(ports.machine.platform, ports.inputs.variable);
    // The plan has refused lines that ask for a store if there is none.
    if (site.kind === 'none')
        return undefined;
    return async () => {
        const { prepareStore } = await Promise.all(/* import() */[__webpack_require__.e(103), __webpack_require__.e(757)]).then(__webpack_require__.bind(__webpack_require__, 4757));
        return prepareStore({ site, entries, folder: privateFiles.folder }, ports);
    };
}
/** `secrets` as a JSON object of the values that secret lines gave, `expiring` as a JSON array of names. */
function standingOutputs(rendered, expiring) {
    const secrets = rendered.flatMap((one) => one.secrets).map(({ name, value }) => [name, textOf(value)]);
    return [
        { name: 'secrets', value: new SecretText(JSON.stringify(Object.fromEntries(secrets))) },
        { name: 'expiring', value: JSON.stringify(expiring) },
    ];
}
/** Linux gives a program no variable, name and all, of more bytes (MAX_ARG_STRLEN in execve(2)). */
const MAX_VARIABLE_BYTES = 128 * 1024;
/**
 * The same values under the names of variables.
 * @param hint what to do with a value that cannot be one
 * @throws ActionErrors that name each output whose value cannot be a variable
 */
function toVariables(outputs, hint) {
    return (0,errors/* checkEach */.Qi)(outputs, ({ name: output, value }) => {
        const name = (0,output_names/* variableNameOf */.Te)(output);
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
/** Whether the output can be a variable. */
function canBeVariable({ name, value }) {
    return findProblem(name, value) === undefined;
}
function findProblem(output, value) {
    const entry = `${(0,output_names/* variableNameOf */.Te)(output)}=${typeof value === 'string' ? value : value.reveal()}`;
    if (entry.includes('\0'))
        return 'the value contains a NUL character, which a variable cannot hold.';
    // The NUL at the end counts.
    return Buffer.byteLength(entry) >= MAX_VARIABLE_BYTES
        ? 'the value is larger than 128 KiB, which is too large for a variable.'
        : undefined;
}
//# sourceMappingURL=make-results.js.map
// EXTERNAL MODULE: ./build/programs/src/input/scalars.js
var scalars = __webpack_require__(7938);
// EXTERNAL MODULE: ./build/programs/src/input/sign-in-inputs.js + 1 modules
var sign_in_inputs = __webpack_require__(2520);
// EXTERNAL MODULE: ./build/programs/src/http/json.js
var http_json = __webpack_require__(8567);
// EXTERNAL MODULE: ./build/programs/src/keyvault/ask-vault.js
var ask_vault = __webpack_require__(9132);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/bundles.js
// Key Vault's answers, decoded: https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
// and .../certificates/get-certificate/get-certificate (api-version 7.4).





/** The body as a secret; undefined if it is none. */
function decodeSecretBundle(body) {
    const bundle = parseJsonObject(body);
    const version = versionOf(bundle?.['id']);
    const value = bundle?.['value'];
    const attributes = decodeAttributes(bundle);
    if (typeof value !== 'string' || version === undefined || attributes === undefined)
        return undefined;
    return {
        value: new SecretText(value),
        version,
        contentType: asText(bundle?.['contentType'], /^[\x20-\x7e]{0,255}$/) ?? '',
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
    const [, version] = /^https:\/\/[^/]+\/[a-z]+\/[^/]+\/([0-9a-f]{32})$/i.exec((0,http_json/* asText */.e1)(id, /^https:/) ?? '') ?? [];
    return version;
}
/** The life that a bundle states; undefined if it has no attributes. */
function decodeAttributes(bundle) {
    const attributes = (0,http_json/* asObject */.eB)(bundle?.['attributes']);
    if (attributes === undefined)
        return undefined;
    return { notBefore: asInstant(attributes['nbf']), expires: asInstant(attributes['exp']) };
}
/** The tags that a bundle shows; what is no text is none. */
function decodeTags(bundle) {
    const tags = Object.entries((0,http_json/* asObject */.eB)(bundle?.['tags']) ?? {});
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
    const isDisabled = (0,http_json/* asObject */.eB)(bundle?.['attributes'])?.['enabled'] === false;
    if (!isDisabled && (0,http_json/* asObject */.eB)(bundle?.['pending']) === undefined)
        return;
    const host = (0,identifier/* vaultHost */.Df)(item.vaultUrl);
    const [vault = ''] = host.split('.');
    throw new errors/* ActionError */.lZ({
        code: 'CERTIFICATE_PENDING',
        title: `${host}: not issued yet`,
        subject: (0,identifier/* describeIdentifier */.fY)(item),
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
    const page = (0,http_json/* parseJsonObject */.dw)(body);
    const items = page?.['value'];
    const link = page?.['nextLink'] ?? undefined;
    const nextLink = (0,http_json/* asText */.e1)(link, /^https:\/\/[\x21-\x7e]{1,8192}$/);
    if (!Array.isArray(items) || nextLink !== link)
        return undefined;
    const objects = items.map((item) => decodeListed(item, address)).filter((object) => object !== undefined);
    return objects.length === items.length ? { objects, nextLink } : undefined;
}
function decodeListed(value, address) {
    const item = (0,http_json/* asObject */.eB)(value);
    // Secrets and certificates have `id`, keys `kid`.
    const id = (0,http_json/* asText */.e1)(item?.['id'] ?? item?.['kid'], LISTED_ID) ?? '';
    const [, collection = '', name = '', version = ''] = LISTED_ID.exec(id) ?? [];
    const stated = (0,http_json/* asObject */.eB)(item?.['attributes']);
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
    const text = (0,http_json/* asText */.e1)(x5t, /^[\w-]{27}=?$/);
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
    for await (const page of listPages({ ...certificate, version: undefined }, (request) => (0,ask_vault/* askVault */.yR)(request, access)))
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
// EXTERNAL MODULE: ./build/programs/src/certificate/der.js
var certificate_der = __webpack_require__(4847);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/signing-certificate.js
// A certificate whose key signs in the vault: its public part, decoded and judged before anything is signed.
// https://learn.microsoft.com/rest/api/keyvault/certificates/get-certificate/get-certificate (api-version 7.4)









/**
 * Reads the certificate, and only its public part.
 * @throws ActionError if the vault refuses, and if what it gives cannot sign
 */
async function readSigningCertificate(item, access, nowMs) {
    const body = await (0,ask_vault/* askVault */.yR)({ identifier: item, makeRequest: (token) => (0,ask_vault/* getObjectRequest */.rr)(item, token) }, access);
    const { certificate, enabled, keyUsage } = decodeSigningCertificate(body, item);
    const { life, publicKey } = certificate;
    checkCanSign({ item, enabled, keyUsage, life, keyType: publicKey.asymmetricKeyType }, nowMs);
    return certificate;
}
/** Decodes the answer. @throws ActionError if it is no certificate, or one that is not issued yet */
function decodeSigningCertificate(body, item) {
    const json = (0,http_json/* parseJsonObject */.dw)(body);
    checkIssued(json, item);
    const bundle = decodeSigningBundle(json);
    if (bundle === undefined)
        throw (0,vault_error.unusableAnswerError)(item, 'the answer is not a certificate.', body);
    const key = (0,ask_vault/* siblingIdentifierOf */.l9)(bundle.keyId, 'keys', item);
    if (key === undefined) {
        throw (0,vault_error.unusableAnswerError)(item, 'the answer says that the private key is elsewhere, so nothing was sent there.');
    }
    const x509 = parseCertificate(bundle.der, item);
    const life = narrow(bundle.attributes, x509);
    const { enabled, keyUsage, version, der } = bundle;
    return { certificate: { item, version, der, publicKey: x509.publicKey, life, key }, enabled, keyUsage };
}
/** The body as a certificate with a key; undefined if it is none. */
function decodeSigningBundle(bundle) {
    const version = versionOf(bundle?.['id']);
    const cer = (0,http_json/* asText */.e1)(bundle?.['cer'], /^[A-Za-z0-9+/]+={0,2}$/);
    const keyId = (0,http_json/* asText */.e1)(bundle?.['kid'], /^https:\/\/[\x21-\x7e]+$/);
    const attributes = decodeAttributes(bundle);
    if (version === undefined || cer === undefined || keyId === undefined || attributes === undefined)
        return undefined;
    const keyUsage = (0,http_json/* asObject */.eB)((0,http_json/* asObject */.eB)(bundle?.['policy'])?.['x509_props'])?.['key_usage'];
    return {
        version,
        der: Buffer.from(cer, 'base64'),
        keyId,
        enabled: (0,http_json/* asObject */.eB)(bundle?.['attributes'])?.['enabled'] !== false,
        attributes,
        keyUsage: Array.isArray(keyUsage) ? keyUsage : undefined,
    };
}
function parseCertificate(der, item) {
    try {
        return new external_node_crypto_.X509Certificate(der);
    }
    catch {
        throw (0,certificate_der/* notDer */.LB)().about((0,identifier/* describeIdentifier */.fY)(item));
    }
}
// The vault obeys its own attributes, Entra the certificate: it has to be in force by both.
function narrow({ notBefore, expires }, certificate) {
    const own = (0,time/* lifeOf */.c_)(certificate);
    return {
        notBefore: choose(Math.max, notBefore, own.notBefore),
        expires: choose(Math.min, expires, own.expires),
    };
}
// A time that is none in the certificate leaves the vault's.
function choose(pick, ofVault, own) {
    return own === undefined ? ofVault : pick(ofVault ?? own, own);
}
/** @throws ActionError that says why the key cannot sign now, and what to do about it */
function checkCanSign(facts, nowMs) {
    const reason = findReason(facts, nowMs / 1000);
    if (reason === undefined)
        return;
    const { title, problem, hint } = reason;
    throw new errors/* ActionError */.lZ({
        code: 'CERTIFICATE_CANNOT_SIGN',
        title: `${(0,identifier/* vaultHost */.Df)(facts.item.vaultUrl)}: ${title}`,
        subject: (0,identifier/* describeIdentifier */.fY)(facts.item),
        problem,
        hint,
    });
}
function findReason({ keyType, enabled, keyUsage, life, isNameAlone = false }, nowSeconds) {
    const { notBefore, expires } = life;
    if (keyType !== 'rsa')
        return NOT_RSA;
    if (!enabled)
        return disabled(isNameAlone);
    if (keyUsage !== undefined && !keyUsage.includes('digitalSignature'))
        return NO_SIGNATURE;
    if (expires !== undefined && expires <= nowSeconds)
        return expired(expires);
    return notBefore !== undefined && notBefore > nowSeconds ? notYetValid(notBefore, isNameAlone) : undefined;
}
const NOT_RSA = {
    title: 'not an RSA key',
    problem: 'its key is not RSA, and Microsoft Entra ID accepts no other kind from an application.',
    hint: 'Issue a new version of the certificate with the key type RSA or RSA-HSM.',
};
function disabled(isNameAlone) {
    return {
        title: 'disabled',
        problem: 'it is disabled.',
        hint: `Enable this version in the vault${isNameAlone ? '.' : ', or name another one: NAME/VERSION.'}`,
    };
}
const NO_SIGNATURE = {
    title: 'not a signing key',
    problem: 'its key is not allowed to sign: the key usages of its policy lack "digitalSignature".',
    hint: 'Issue a new version of the certificate with that key usage, which the default policy has.',
};
function expired(expires) {
    return {
        title: 'expired',
        problem: `it expired on ${(0,time/* formatInstant */.r4)(expires)}.`,
        hint: 'Renew it in the vault, and upload the public part of the new version to the application.',
    };
}
function notYetValid(notBefore, isNameAlone) {
    return {
        title: 'not valid yet',
        problem: `it is valid from ${(0,time/* formatInstant */.r4)(notBefore)}, which is in the future.`,
        hint: isNameAlone
            ? 'Run the job again then.'
            : "Name an earlier version, NAME/VERSION, or check the runner's clock.",
    };
}
//# sourceMappingURL=signing-certificate.js.map
;// CONCATENATED MODULE: ./build/programs/src/render/warnings.js


/**
 * Warnings: one for each object that expires soon, has expired (also where a pattern passed it over) or is not valid
 * yet, and what else is to be minded of each.
 */
function findWarnings(findings, options) {
    const others = findings.rendered.flatMap((one) => [...warnOfMasks(one), ...one.notes]);
    const all = options.warningDays === 0 ? others : [...warnOfLives(findings, options), ...others];
    return [...new Map(all.map((warning) => [JSON.stringify(warning), warning])).values()];
}
/** Names of secrets and certificates that have expired (also where a pattern skipped them) or will within the warning days, each once. */
function findExpiring({ rendered, skipped }, options) {
    const near = rendered.filter(({ life }) => {
        const { kind } = judgeExpiry(life, options.nowMs, options.warningDays);
        return kind === 'expired' || kind === 'expiring';
    });
    const items = [...near, ...findExpired(skipped, options)].map(({ item }) => item);
    const names = items.filter(({ collection }) => collection !== 'keys').map(({ name }) => name);
    return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
function warnOfLives({ rendered, skipped }, options) {
    const warnings = new Map(rendered.map(({ item, life }) => [identifierKey(item), warnOfLife(item, life, options)]));
    for (const { item, life } of findExpired(skipped, options)) {
        const subject = describeIdentifier(item);
        const text = `${subject} expired on ${formatInstant(life.expires)}, so a pattern skipped it. Renew it.`;
        const key = identifierKey(item);
        if (!warnings.has(key))
            warnings.set(key, [{ title: `Expired: ${subject}`, text }]);
    }
    return [...warnings.values()].flat();
}
// A secret that backs a certificate is left to the certificate.
function findExpired(skipped, { nowMs }) {
    return skipped.filter(({ reason, life }) => reason !== 'managed' && judgeExpiry(life, nowMs, 0).kind === 'expired');
}
/** A warning if the object expires soon, has expired or is not valid yet. */
function warnOfLife(item, life, { nowMs, warningDays }) {
    const subject = (0,identifier/* describeIdentifier */.fY)(item);
    const expiry = (0,time/* judgeExpiry */.BF)(life, nowMs, warningDays);
    switch (expiry.kind) {
        case 'lasting':
            return [];
        case 'not-yet-valid':
            return [
                { title: `Not valid yet: ${subject}`, text: `${subject} is valid from ${(0,time/* formatInstant */.r4)(life.notBefore)}.` },
            ];
        case 'expired':
            return [
                { title: `Expired: ${subject}`, text: `${subject} expired on ${(0,time/* formatInstant */.r4)(life.expires)}. Renew it.` },
            ];
        case 'expiring':
            return [
                {
                    title: `Expires soon: ${subject}`,
                    text: `${subject} expires ${describeDays(expiry)}, on ${(0,time/* formatInstant */.r4)(life.expires)}. Renew it before then.`,
                },
            ];
    }
}
function describeDays({ days }) {
    if (days === 0)
        return 'in less than a day';
    return days === 1 ? 'in a day' : `in ${days} days`;
}
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
    const object = describeIdentifier(item);
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
//# sourceMappingURL=warnings.js.map
// EXTERNAL MODULE: ./build/programs/src/flow/mint-each.js + 2 modules
var mint_each = __webpack_require__(9395);
// EXTERNAL MODULE: ./build/programs/src/flow/open-session.js + 4 modules
var open_session = __webpack_require__(5018);
// EXTERNAL MODULE: ./build/programs/src/certificate/pem.js
var pem = __webpack_require__(2053);
;// CONCATENATED MODULE: ./build/programs/src/certificate/describe.js
// Facts that a certificate states about itself.



/**
 * The facts of an X.509 certificate in DER (RFC 5280 section 4.1).
 * @throws ActionError if it is none
 */
function describeCertificate(der) {
    const [tbsCertificate] = (0,certificate_der/* readInside */.xO)((0,certificate_der/* readElements */.cl)(der)[0], certificate_der/* TAG */.Dk.sequence);
    const fields = (0,certificate_der/* readInside */.xO)(tbsCertificate, certificate_der/* TAG */.Dk.sequence);
    // version [0], serialNumber, signature, issuer, validity, subject; the version is left out by version 1.
    const subject = fields[0]?.tag === certificate_der/* TAG */.Dk.context0 ? fields[5] : fields[4];
    return {
        thumbprint: (0,external_node_crypto_.createHash)('sha1').update(der).digest('hex').toUpperCase(),
        subject: describeName(subject),
        pem: (0,pem/* toPem */.sg)('CERTIFICATE', der),
    };
}
// The short names of System.Security.Cryptography.Oid, which are those of Windows.
const ATTRIBUTE_NAMES = {
    '0.9.2342.19200300.100.1.25': 'DC',
    '1.2.840.113549.1.9.1': 'E',
    '2.5.4.3': 'CN',
    '2.5.4.4': 'SN',
    '2.5.4.5': 'SERIALNUMBER',
    '2.5.4.6': 'C',
    '2.5.4.7': 'L',
    '2.5.4.8': 'S',
    '2.5.4.9': 'STREET',
    '2.5.4.10': 'O',
    '2.5.4.11': 'OU',
    '2.5.4.12': 'T',
    '2.5.4.13': 'Description',
    '2.5.4.17': 'PostalCode',
    '2.5.4.18': 'POBox',
    '2.5.4.20': 'Phone',
    '2.5.4.24': 'X21Address',
    '2.5.4.42': 'G',
    '2.5.4.43': 'I',
    '2.5.4.46': 'dnQualifier',
};
/**
 * The name in .NET's form (`X509Certificate2.Subject`): the last part first, `, ` between parts, ` + ` within one.
 * @param name the DER element of an X.501 `Name` (RFC 5280 section 4.1.2.4)
 */
function describeName(name) {
    const parts = (0,certificate_der/* readInside */.xO)(name, certificate_der/* TAG */.Dk.sequence).map((part) => (0,certificate_der/* readInside */.xO)(part, certificate_der/* TAG */.Dk.set)
        .map((attribute) => describeAttribute((0,certificate_der/* readInside */.xO)(attribute, certificate_der/* TAG */.Dk.sequence)))
        .join(' + '));
    return parts.reverse().join(', ');
}
function describeAttribute([type, value]) {
    const oid = (0,certificate_der/* readOid */.fM)(type);
    if (value === undefined)
        throw (0,certificate_der/* notDer */.LB)();
    const text = readText(value);
    // A value that has no text form is shown as RFC 4514 section 2.4 does.
    const shown = text === undefined ? `#${value.raw.toString('hex')}` : quote(withoutNulsAtEnd(text));
    return `${ATTRIBUTE_NAMES[oid] ?? `OID.${oid}`}=${shown}`;
}
// As .NET does. A pattern would look at each NUL of a hostile value once for each before it.
function withoutNulsAtEnd(text) {
    let end = text.length;
    while (text.charCodeAt(end - 1) === 0)
        end--;
    return text.slice(0, end);
}
// .NET quotes what would be read otherwise, and doubles quotes within; "\r" alone is not among its reasons.
function quote(text) {
    const needed = text === '' || /^[ \t-\r]|[ \t-\r]$|[,+="\n<>#;]/.test(text);
    return needed ? `"${text.replaceAll('"', '""')}"` : text;
}
function readText({ tag, contents }) {
    switch (tag) {
        case certificate_der/* TAG */.Dk.utf8String:
        case certificate_der/* TAG */.Dk.numericString:
        case certificate_der/* TAG */.Dk.printableString:
        case certificate_der/* TAG */.Dk.ia5String:
        case certificate_der/* TAG */.Dk.visibleString:
            return contents.toString('utf8');
        case certificate_der/* TAG */.Dk.teletexString:
            return decodeTeletex(contents);
        case certificate_der/* TAG */.Dk.bmpString:
            return decodeBigEndian(contents, 2);
        case certificate_der/* TAG */.Dk.universalString:
            return decodeBigEndian(contents, 4);
        default:
            return undefined;
    }
}
// As .NET reads it: UTF-8 if it is that, which the standard does not foresee and software writes, else Latin-1.
function decodeTeletex(contents) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(contents);
    }
    catch {
        return contents.toString('latin1');
    }
}
function decodeBigEndian(contents, width) {
    let text = '';
    for (let offset = 0; offset + width <= contents.length; offset += width) {
        const code = contents.readUIntBE(offset, width);
        text += code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    }
    return text;
}
//# sourceMappingURL=describe.js.map
// EXTERNAL MODULE: ./build/programs/src/entra/client-assertion.js
var client_assertion = __webpack_require__(6177);
// EXTERNAL MODULE: ./build/programs/src/entra/token-request.js
var token_request = __webpack_require__(6518);
// EXTERNAL MODULE: ./build/programs/src/input/token-inputs.js
var token_inputs = __webpack_require__(1298);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/sign.js
// Key Vault's sign operation: a digest goes in, a signature comes out, the private key stays.
// https://learn.microsoft.com/rest/api/keyvault/keys/sign/sign (api-version 7.4)





/**
 * Has the vault sign the text. The vault sees the 32 bytes of its SHA-256 digest, and nothing else leaves the runner.
 * @throws ActionError if the vault refuses, or gives what is no signature by this certificate's key
 */
async function signWithVaultKey(text, { key, publicKey, algorithm = 'PS256' }, access) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(text).digest();
    const body = await (0,ask_vault/* askVault */.yR)({ identifier: key, operation: 'sign', makeRequest: (token) => signRequest(key, { alg: algorithm, digest }, token) }, access);
    const signature = decodeSignature(body);
    if (signature === undefined)
        throw (0,vault_error.unusableAnswerError)(key, 'the answer is not a signature.', body);
    if (!(0,external_node_crypto_.verify)('sha256', text, { key: publicKey, ...PADDINGS[algorithm] }, signature))
        throw wrongSignature(key);
    return signature;
}
// A signature of another length than the modulus does not verify either.
const PADDINGS = {
    PS256: { padding: external_node_crypto_.constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
    RS256: { padding: external_node_crypto_.constants.RSA_PKCS1_PADDING },
};
// The request that has a key of the vault sign a SHA-256 digest.
function signRequest({ vaultUrl, name, version }, { alg, digest }, token) {
    const { url, headers } = (0,ask_vault/* getRequest */.iq)(`${vaultUrl}/keys/${name}/${version}/sign?api-version=${ask_vault/* API_VERSION */.mG}`, token);
    return {
        method: 'POST',
        url,
        headers: { ...headers, 'content-type': 'application/json' },
        body: new secret_text/* SecretText */.o(JSON.stringify({ alg, value: digest.toString('base64url') })),
    };
}
/** The body as a signature; undefined if it is none. */
function decodeSignature(body) {
    const value = (0,http_json/* asText */.e1)((0,http_json/* parseJsonObject */.dw)(body)?.['value'], /^[A-Za-z0-9_-]+$/);
    return value === undefined ? undefined : Buffer.from(value, 'base64url');
}
function wrongSignature(key) {
    return (0,vault_error.unusableAnswerError)(key, "the signature was not made by the certificate's key, so it was not used.");
}
//# sourceMappingURL=sign.js.map
;// CONCATENATED MODULE: ./build/programs/src/flow/vault-signed-client.js
// An application that proves itself with a certificate whose key stays in the vault: one assertion, signed there once.








/** Entra's number for a certificate that it does not know as one of the application. */
const UNKNOWN_CERTIFICATE = 700027;
/** Whether the application was refused for a certificate that is not among its own. */
function isUnknownCertificate({ aadsts }) {
    return aadsts === UNKNOWN_CERTIFICATE;
}
/**
 * Mints a token for each line with one assertion.
 * @throws ActionError if the vault does not sign
 */
async function mintForClient(client, wanted, { ports, open }) {
    const assertion = await assertInVault(client, ports, open).catch((error) => {
        throw (0,vault_error.withSigningRoles)(error, client.certificate.item);
    });
    const notes = describeClient(client);
    return (0,mint_each/* mintEach */.KK)(wanted, (line) => {
        const request = { clientId: client.appId, assertion, tokenName: (0,token_inputs/* describeToken */.dE)(line), notes };
        return (0,mint_each/* mintToken */.W$)(request, { ...open.target, ...client.tenant, scope: line.scope }, open.context);
    });
}
/**
 * An assertion for all token requests of the step, masked. Whether one may be sent twice is for the authority to say
 * (RFC 7523 section 3); Entra takes it as often as it lives, as Microsoft's own client library (MSAL) relies on.
 * @throws ActionError if the vault does not sign
 */
async function assertInVault({ appId: clientId, tenant, certificate }, ports, access) {
    const client = { clientId, audience: (0,token_request/* tokenEndpoint */.lN)((0,token_request/* authorityOf */.vO)(tenant)), certificate: certificate.der };
    const assertion = await (0,client_assertion/* makeClientAssertion */.ct)(client, ports, (text) => signWithVaultKey(text, certificate, access));
    await access.context.mask(assertion);
    return assertion;
}
/** Returns what helps if Entra refuses the application. */
function describeClient({ appId, certificate }) {
    const { item, version, der } = certificate;
    const file = `${item.name}.pem`;
    return [
        {
            errorCodes: [UNKNOWN_CERTIFICATE],
            text: `Certificate ${item.name} (version ${version}, thumbprint ${describeCertificate(der).thumbprint}) must be uploaded to application ${appId}. Its public part is in the log of this step: save it as ${file} and run "az ad app credential reset --id ${appId} --cert @${file} --append", or upload the file in the portal under App registrations \u2192 Certificates & secrets. Each version that the vault makes when it renews the certificate must be uploaded too.`,
            replacesAdvice: true,
        },
        {
            errorCodes: [700016, 70001, 700011, 7000112, 7000229, 90002, 900023],
            text: 'The application is that of app-id (otherwise client-id), and the tenant that of app-tenant-id (otherwise tenant-id).',
        },
    ];
}
/** The certificate's public part, to be saved and uploaded. */
function logCertificate({ log }, { item, version, der }) {
    log.info(`The public part of certificate ${item.name} (version ${version}) in ${(0,identifier/* vaultHost */.Df)(item.vaultUrl)}:`);
    for (const line of describeCertificate(der).pem.trimEnd().split('\n'))
        log.info(line);
}
//# sourceMappingURL=vault-signed-client.js.map
;// CONCATENATED MODULE: ./build/programs/src/flow/mint-by-certificate.js












/** A certificate that ends within so many days draws a warning: a new one must be uploaded before. */
const WARNING_DAYS = 30;
/**
 * Mints a token for each line of the plan.
 * @throws ActionErrors with each token that was refused, or with what went wrong in the vault
 */
async function mintByCertificate(ports, minting) {
    const { credential, owner, plan } = minting;
    const appId = findAppId(ports, minting);
    const open = await (0,open_session/* openSession */.fA)(ports, { credential, cloud: plan.cloud, firstItem: owner.certificate });
    const newest = await findClient(ports, { appId, owner }, open);
    const wanted = { lines: plan.tokens, graphHost: plan.cloud.graphHost };
    const outcome = await mintForClient(newest, wanted, { ports, open });
    if (!isUnknownVersion(outcome))
        return describeMinted(ports, { client: newest, tokens: (0,mint_each/* takeTokens */.Wi)(outcome) });
    logCertificate(ports, newest.certificate);
    // A version that the workflow names is meant.
    if (owner.certificate.version !== undefined)
        throw (0,mint_each/* failureOf */.g5)(outcome);
    const refused = { client: newest, outcome, wanted };
    return describeMinted(ports, await mintByEarlierVersion(refused, { ports, open }));
}
function findAppId({ inputs }, { credential, owner }) {
    const appId = owner.appId ?? (0,sign_in_inputs/* readSignInInputs */.Wp)(inputs).clientId?.value ?? credential.clientId;
    if (appId !== undefined)
        return appId;
    throw (0,scalars/* invalidInput */.aY)('app-id', 'the input is empty, and so is client-id.', 'Set it to the application that the tokens are for.');
}
async function findClient({ inputs, clock }, { owner, appId }, open) {
    const { authorityHost, tenantId: signedIn } = open.target;
    const tenantId = owner.appTenantId ?? (0,sign_in_inputs/* readSignInInputs */.Wp)(inputs).tenantId?.value ?? signedIn ?? open.signedIn.tenantId;
    if (tenantId === undefined) {
        throw (0,scalars/* invalidInput */.aY)('app-tenant-id', 'the input is empty, and the sign-in names no tenant.', 'Set it, or tenant-id.');
    }
    const certificate = await readSigningCertificate(owner.certificate, open, clock.nowMs()).catch((error) => {
        throw (0,vault_error.withSigningRoles)(error, owner.certificate);
    });
    return { appId, tenant: { authorityHost, tenantId }, certificate };
}
function describeMinted({ clock }, { client, tokens, warning }) {
    const { item, version, life, key } = client.certificate;
    const signed = `${(0,identifier/* describeIdentifier */.fY)({ ...item, version: undefined })} (version ${version}, expires ${(0,time/* formatInstant */.r4)(life.expires)})`;
    return {
        tokens,
        clientId: client.appId,
        headline: `Minted for application ${client.appId}, masked and exported; ${signed} signed in ${(0,identifier/* vaultHost */.Df)(item.vaultUrl)}:`,
        proof: `${(0,identifier/* describeIdentifier */.fY)(key)} in ${(0,identifier/* vaultHost */.Df)(key.vaultUrl)}`,
        warnings: [
            ...(warning === undefined ? [] : [warning]),
            ...warnOfLife(item, life, { nowMs: clock.nowMs(), warningDays: WARNING_DAYS }),
        ],
    };
}
/** Whether tokens were refused since Entra does not know the version that signed. */
function isUnknownVersion(outcome) {
    return outcome.kind === 'refused' && outcome.refused.some(({ error }) => isUnknownCertificate(error));
}
/**
 * Mints all tokens with the newest version before the one that was refused. It is tried once.
 * @throws ActionErrors with each token that is refused again; with the first refusals if no earlier version can sign
 */
async function mintByEarlierVersion({ client, outcome, wanted }, access) {
    const given = async (attempt) => attempt.catch((error) => {
        const [{ message }] = (0,errors/* expectedErrors */.OP)(error);
        throw (0,mint_each/* failureOf */.g5)(outcome, `The version before it could not be tried. ${message}`);
    });
    const earlier = await given(findEarlierClient(client, access));
    if (earlier === undefined)
        throw (0,mint_each/* failureOf */.g5)(outcome, 'The vault has no earlier version that is enabled and valid.');
    const warning = warnOfVersion(client, earlier);
    access.ports.log.info(warning.text);
    const second = await given(mintForClient(earlier, wanted, access));
    if (second.kind === 'minted')
        return { client: earlier, tokens: second.tokens, warning };
    if (!isUnknownVersion(second))
        throw (0,mint_each/* failureOf */.g5)(second);
    throw (0,mint_each/* failureOf */.g5)(outcome, `Its earlier version ${earlier.certificate.version} is not known either.`);
}
async function findEarlierClient(client, { ports, open }) {
    const { item, version } = client.certificate;
    const nowMs = ports.clock.nowMs();
    const earlier = await findEarlierVersion(item, version, { access: open, nowMs });
    return earlier && { ...client, certificate: await readSigningCertificate(earlier, open, nowMs) };
}
function warnOfVersion({ appId, certificate: { item, version } }, { certificate: earlier }) {
    const file = `${item.name}.pem`;
    return {
        title: `Certificate ${item.name}: an earlier version signs`,
        text: `Microsoft Entra ID does not know version ${version} of certificate ${item.name} in ${(0,identifier/* vaultHost */.Df)(item.vaultUrl)} (AADSTS700027), so version ${earlier.version}, which expires on ${(0,time/* formatInstant */.r4)(earlier.life.expires)}, signs. Upload version ${version} to application ${appId} before that: its public part is in the log of this step, so save it as ${file} and run "az ad app credential reset --id ${appId} --cert @${file} --append".`,
    };
}
//# sourceMappingURL=mint-by-certificate.js.map
;// CONCATENATED MODULE: ./build/programs/src/flow/mint-and-export.js
// The token action, once everything is decided: minting with a certificate, if one is named, and the export of
// all tokens. Loaded then, and without a certificate while the tokens are being minted.





/** Mints with a certificate, and exports all tokens. @throws ActionErrors if one is refused or cannot be exported */
async function mintAndExport(minting, options, ports) {
    await exportTokens(await mintByCertificate(ports, minting), options, ports);
}
/** Exports all tokens. @throws ActionErrors if one of them cannot be exported; nothing is exported then */
async function exportTokens(minted, { exportEnv, summary }, ports) {
    await exportAll(mint_and_export_makeResults(minted, exportEnv), ports);
    logTokens(ports, minted);
    const findings = findingsOf(minted.tokens);
    const ofLevel = (level) => findings.filter((one) => one.level === level);
    (0,step_log/* annotateAll */.u6)(ports.log, 'warning', [...ofLevel('warning'), ...minted.warnings]);
    (0,step_log/* annotateAll */.u6)(ports.log, 'notice', ofLevel('notice'));
    if (summary)
        await writeSummary(makeTokenTable(minted), ports);
}
// Lines of one scope share their token, and what is to be said of it.
function findingsOf(tokens) {
    const isFirst = ({ line }, index) => tokens.findIndex((other) => other.line.scope === line.scope) === index;
    return tokens.filter(isFirst).flatMap(({ finding }) => (finding === undefined ? [] : [finding]));
}
function mint_and_export_makeResults({ tokens }, exportEnv) {
    const outputs = tokens.flatMap((one) => one.outputs);
    return {
        masks: tokens.flatMap(({ masks }) => masks),
        privateFiles: undefined,
        outputs,
        variables: exportEnv ? toVariables(outputs, 'Leave export-env out, and use the output.') : [],
    };
}
function logTokens({ log }, { headline, tokens }) {
    log.info(headline);
    for (const { line, expiresOn, roles, outputs } of tokens) {
        const allowed = roles.length === 0 ? 'no roles' : `roles ${roles.join(' ')}`;
        log.info(`  ${line.scope} (${allowed}, expires ${expiresOn}) \u2192 ${outputs.map(({ name }) => name).join(', ')}`);
    }
}
//# sourceMappingURL=mint-and-export.js.map

/***/ }),

/***/ 3795:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RN: () => (/* binding */ storeFolders)
/* harmony export */ });
/* unused harmony exports findStoreSite, isStoreFolder */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
// Place of a user's certificate store, CurrentUser\My as .NET calls it.

// dotnet/runtime, OpenSslDirectoryBasedStoreProvider.cs and PersistedFiles.Unix.cs
const FOLDERS = ['.dotnet', 'corefx', 'cryptography', 'x509stores', 'my'];
/** The store of the user that the step runs as. */
function findStoreSite(platform, variable) {
    switch (platform) {
        case 'linux': {
            const home = variable('HOME') ?? '';
            if (posix.isAbsolute(home))
                return { kind: 'files', folder: posix.join(home, ...FOLDERS) };
            return {
                kind: 'none',
                problem: 'the line has store, and HOME, below which .NET keeps the store, is not set to a folder.',
                hint: 'Set HOME to the home folder of the user that later steps run as.',
            };
        }
        case 'win32': {
            const folder = win32.join(variable('SystemRoot') ?? 'C:\\Windows', 'System32', 'WindowsPowerShell', 'v1.0');
            return {
                kind: 'windows',
                powershell: win32.join(folder, 'powershell.exe'),
                modules: win32.join(folder, 'Modules'),
            };
        }
        default:
            return {
                kind: 'none',
                problem: 'the line has store, which works on Linux and Windows, not on macOS.',
                hint: 'Write | file, and open NAME-path with NAME-password.',
            };
    }
}
/** The folders of a store of files that have to be made for it, from its own upwards. */
function storeFolders(folder) {
    const home = folder.split('/').slice(0, -FOLDERS.length).join('/');
    return FOLDERS.map((_, index) => [home, ...FOLDERS.slice(0, FOLDERS.length - index)].join('/'));
}
/** Whether it is the path of a store of files. Others must not be touched. */
function isStoreFolder(path) {
    return posix.isAbsolute(path) && path.endsWith(`/${FOLDERS.join('/')}`) && posix.normalize(path) === path;
}
//# sourceMappingURL=store-site.js.map

/***/ })

};
;