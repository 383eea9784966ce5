export const id = 518;
export const ids = [518];
export const modules = {

/***/ 3518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  exportTokens: () => (/* binding */ exportTokens)
});

// EXTERNAL MODULE: ./build/src/export/annotate.js
var annotate = __webpack_require__(7770);
;// CONCATENATED MODULE: ./build/src/export/private-folder.js
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
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
;// CONCATENATED MODULE: ./build/src/export/transaction.js
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
;// CONCATENATED MODULE: ./build/src/export/token-table.js
const COLUMNS = ['Output', 'Scope', 'Application', 'Expires', 'Proof'];
/** One row per token: scopes, dates and names, no token. */
function makeTokenTable({ tokens, clientId, proof }) {
    const rows = tokens.map(({ line, expiresOn }) => [line.output, line.scope, clientId, expiresOn, proof]);
    return { heading: 'Access tokens', columns: COLUMNS, rows };
}
//# sourceMappingURL=token-table.js.map
// EXTERNAL MODULE: ./build/src/plan/variable-name.js
var variable_name = __webpack_require__(5861);
;// CONCATENATED MODULE: ./build/src/render/variables.js
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
;// CONCATENATED MODULE: ./build/src/flow/export-tokens.js
// What becomes of minted tokens: outputs, variables, log, annotations, summary. Loaded while they are being minted.





/** Exports all tokens. @throws ActionErrors if one of them cannot be exported; nothing is exported then */
async function exportTokens(minted, { exportEnv, summary }, ports) {
    await exportAll(makeResults(minted, exportEnv), ports);
    logTokens(ports, minted);
    const findings = findingsOf(minted.tokens);
    const ofLevel = (level) => findings.filter((one) => one.level === level);
    (0,annotate/* annotateAll */.u)(ports.log, 'warning', [...ofLevel('warning'), ...minted.warnings]);
    (0,annotate/* annotateAll */.u)(ports.log, 'notice', ofLevel('notice'));
    if (summary)
        await writeSummary(makeTokenTable(minted), ports);
}
// Lines of one scope share their token, and what is to be said of it.
function findingsOf(tokens) {
    const isFirst = ({ line }, index) => tokens.findIndex((other) => other.line.scope === line.scope) === index;
    return tokens.filter(isFirst).flatMap(({ finding }) => (finding === undefined ? [] : [finding]));
}
function makeResults({ tokens }, exportEnv) {
    const outputs = tokens.flatMap((one) => one.outputs);
    return {
        masks: tokens.flatMap(({ masks }) => masks),
        placed: undefined,
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
//# sourceMappingURL=export-tokens.js.map

/***/ })

};
