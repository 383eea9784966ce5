"use strict";
exports.id = 116;
exports.ids = [116];
exports.modules = {

/***/ 3116:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportAndExport: () => (/* binding */ reportAndExport)
});

// UNUSED EXPORTS: formatEntries

// EXTERNAL MODULE: ./build/programs/src/errors.js + 1 modules
var src_errors = __webpack_require__(5261);
;// CONCATENATED MODULE: ./build/programs/src/export/private-folder.js
/** Name of the state that keeps the folder's name for the post step. */
const FOLDER_STATE = 'folder';
const PREFIX = 'key-vault-';
/** So many that nobody can lay something there beforehand. */
const RANDOM_BYTES = 16;
/** Gives files a fresh folder, which is yet to be made. */
function makePrivateFiles(files, randomBytes) {
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
function pathOutputs(privateFiles, { pathOf }) {
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
    return error instanceof src_errors/* ActionError */.lZ || error instanceof src_errors/* ActionErrors */.o9;
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
    return new src_errors/* ActionError */.lZ({
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
// EXTERNAL MODULE: ./build/programs/src/export/step-log.js + 3 modules
var step_log = __webpack_require__(6125);
// EXTERNAL MODULE: ./build/programs/src/plan/identifier.js + 1 modules
var plan_identifier = __webpack_require__(1598);
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
const TOKEN_COLUMNS = (/* unused pure expression or super */ null && (['Output', 'Scope', 'Application', 'Expires', 'Proof']));
/** One row per token: scopes, dates and names, no token. */
function makeTokenTable({ tokens, clientId, proof }) {
    const rows = tokens.map(({ line, expiresOn }) => [line.output, line.scope, clientId, expiresOn, proof]);
    return { heading: 'Access tokens', columns: TOKEN_COLUMNS, rows };
}
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./build/programs/src/expiry/shown-text.js
// Names that anybody may have chosen, as they can be shown: on one line, not too long, and without a meaning of their own.

/** Names in tables and messages, in code points. A phone shows about forty. */
const MAX_NAME = 60;
/** Names beside a bar of the timeline, of which there may be two. */
const MAX_TASK_NAME = 30;
const MAX_NOTE = 500;
/**
 * Returns a name for the log, an annotation or an error. What has no shape of its own, hides in a text or turns its
 * direction becomes a question mark, and no part of it is a command of the runner.
 */
function toPlainName(name) {
    return (0,step_log/* toLogLine */.gD)(cut(name, MAX_NAME));
}
/** Returns a name as inline code of Markdown, also for a cell of a table: nothing in it is markup, a link or a mention. */
function toCode(name) {
    const text = breakReferences(cut(name, MAX_NAME))
        .replaceAll('`', "'")
        .replaceAll('<', '‹')
        .replaceAll('>', '›')
        // A backslash before the end of a cell would escape it.
        .replace(/\\+(?=\||$)/g, '/')
        .replaceAll('|', '\\|');
    return `\`${text}\``;
}
/** Returns sentences of ours as {@link toPlainName} does a name. */
function toPlainNote(sentences) {
    return sentences === '' ? '' : (0,step_log/* toLogLine */.gD)(cut(sentences, MAX_NOTE));
}
/** Returns sentences of ours as Markdown for a cell of a table, with everything in them as it is written. */
function toProse(sentences) {
    return (breakReferences(cut(sentences, MAX_NOTE))
        .replace(/[\\`*_[\]<>&|~$]/g, '\\$&')
        // GitHub makes a link of a text that looks like an address or a number of an issue.
        .replace(/:(?=\/\/)/g, ': ')
        .replace(/\bwww(?=\.)|\bGH-(?=\d)/gi, '$& '));
}
/** Returns a name for a line of a Mermaid chart, of which only letters, digits and a few marks stay. */
function toTaskName(name) {
    return cut(name, MAX_TASK_NAME).replace(/[^\p{L}\p{M}\p{N} ._()/,+='?…-]/gu, '·');
}
// GitHub makes links of `@name` and `#1`, wherever they stand but in code; other programs do so in code as well.
function breakReferences(text) {
    return text.replace(/[@#](?=[\p{L}\p{N}_-])/gu, '$& ');
}
function cut(text, max) {
    // No service gives names as long as this; the expressions below need not look at more.
    const line = text
        .slice(0, 16 * max)
        .replace(/\p{White_Space}+/gu, ' ')
        .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '?')
        // Marks that pile up cover the lines above.
        .replace(/(\p{M}{3})\p{M}+/gu, '$1')
        .trim();
    const points = [...line];
    if (points.length > max)
        return `${points.slice(0, max - 1).join('')}…`;
    return line === '' ? '(no name)' : line;
}
//# sourceMappingURL=shown-text.js.map
;// CONCATENATED MODULE: ./build/programs/src/expiry/describe-row.js
// One row in words: what it is, how long it still lasts, and where the portal shows it.


/** Name that people use. */
const KIND_NAMES = {
    secret: 'secret',
    certificate: 'certificate',
    key: 'key',
    password: 'client secret',
    'key-credential': 'certificate',
};
const ASSET_TYPES = { secrets: 'Secret', certificates: 'Certificate', keys: 'Key' };
/** Returns what it is and where, as a part of a sentence without Markdown. */
function describeSubject({ entry, owner }) {
    const kind = KIND_NAMES[entry.kind];
    switch (owner.kind) {
        case 'vault':
            return `${kind} ${owner.objectName} in ${owner.host}`;
        case 'app-registration':
            return `${kind} "${toPlainName(credentialName(entry))}" of application "${toPlainName(owner.displayName)}"`;
        case 'enterprise-application':
            return `${kind} "${toPlainName(credentialName(entry))}" of enterprise application "${toPlainName(owner.displayName)}"`;
    }
}
/** Returns the display name of a credential or, if it has none, the beginning of its key ID. Anybody may have chosen it. */
function credentialName({ name, keyId }) {
    if (name !== '')
        return name;
    return keyId.length > 8 ? `${keyId.slice(0, 8)}…` : keyId;
}
/** Returns the vault's name, as people say it, of its host. */
function vaultNameOf(host) {
    const [label = ''] = host.split('.');
    return label;
}
/** Returns how long it still lasts or has ended for, rounded down to days, then months, then years. */
function describeTimeLeft(endMs, nowMs) {
    const left = endMs - nowMs;
    return left > 0 ? `in ${describeSpan(left)}` : `${describeSpan(-left)} ago`;
}
const YEAR_DAYS = 365.25;
function describeSpan(ms) {
    const days = Math.floor(ms / time/* DAY_MS */.sO);
    if (days === 0)
        return 'less than a day';
    if (days === 1)
        return '1 day';
    if (days < 100)
        return `${days} days`;
    // The divisors are the average lengths of the calendar's months and years. Less than two years is said in months.
    return days < 2 * YEAR_DAYS ? `${Math.floor(days / 30.44)} months` : `${Math.floor(days / YEAR_DAYS)} years`;
}
/** Returns the day of its end, `YYYY-MM-DD` in UTC. */
function formatDay(ms) {
    return (0,time/* formatInstant */.r4)(Math.floor(ms / 1000)).slice(0, 10);
}
/**
 * Returns the address at which the portal shows it; undefined if a part of the address is missing. Assets and blades as
 * in the deep links of github.com/Azure/portaldocs.
 */
function portalLink(portal, owner) {
    switch (owner.kind) {
        case 'vault': {
            const type = ASSET_TYPES[owner.collection];
            const identifier = `https://${owner.host}/${owner.collection}/${toPathPart(owner.objectName)}`;
            return `${portal}/#asset/Microsoft_Azure_KeyVault/${type}/${identifier}`;
        }
        case 'app-registration':
            return owner.appId === '' ? undefined : registrationLink(portal, owner.appId);
        case 'enterprise-application':
            return owner.appId === '' || owner.objectId === ''
                ? undefined
                : `${portal}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/${toPathPart(owner.objectId)}/appId/${toPathPart(owner.appId)}`;
    }
}
/** Returns the address at which the portal shows the credentials of an app registration. */
function registrationLink(portal, appId) {
    return `${portal}/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/${toPathPart(appId)}`;
}
// Markdown ends an address at a bracket.
function toPathPart(text) {
    return encodeURIComponent(text).replace(/[!'()*~]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
}
//# sourceMappingURL=describe-row.js.map
;// CONCATENATED MODULE: ./build/programs/src/expiry/row-groups.js
// Rows of the table in groups, so that a long table can be read: what is urgent is open, the rest can be unfolded.

/** As many as a phone shows with one or two scrolls. */
const MAX_UNGROUPED_ROWS = 15;
const YEAR_MS = 365 * time/* DAY_MS */.sO;
/** Returns the rows in their order, in groups if they are many. Disabled ones always stand apart. */
function groupRows(report) {
    const { rows } = report;
    const enabled = rows.filter(({ severity }) => severity !== 'disabled');
    const disabled = rows.filter(({ severity }) => severity === 'disabled');
    const isShort = enabled.length <= MAX_UNGROUPED_ROWS;
    const apart = { title: 'Disabled', rows: disabled, isOpen: isShort && disabled.length <= MAX_UNGROUPED_ROWS };
    const groups = isShort ? [{ title: '', rows: enabled, isOpen: true }] : groupByEnd(enabled, report);
    return [...groups, apart].filter((group) => group.rows.length > 0);
}
function groupByEnd(rows, { nowMs, warningDays }) {
    const inYear = ({ endMs = Number.POSITIVE_INFINITY }) => endMs - nowMs <= YEAR_MS;
    const bySeverity = (wanted) => rows.filter(({ severity }) => severity === wanted);
    const later = bySeverity('later');
    return [
        { title: 'Expired', rows: bySeverity('expired'), isOpen: true },
        { title: `Expires within ${countDays(warningDays)}`, rows: bySeverity('expiring'), isOpen: true },
        { title: 'Expires within a year', rows: later.filter(inYear), isOpen: false },
        { title: 'Expires later', rows: later.filter((row) => !inYear(row)), isOpen: false },
        { title: 'Never expires', rows: bySeverity('never'), isOpen: false },
    ];
}
/** Returns so many days in words. */
function countDays(days) {
    return days === 1 ? '1 day' : `${days} days`;
}
//# sourceMappingURL=row-groups.js.map
;// CONCATENATED MODULE: ./build/programs/src/expiry/expiry-messages.js
// Texts of the log, the annotations and the error about objects that expire.




/** A runner cuts an annotation at 4,096 characters, and what to do comes after the list. */
const MAX_LIST_LENGTH = 3_000;
/** Returns the counts as sentences: for the log, and above the table. */
function describeCounts(report) {
    const counts = countRows(report);
    return report.isIncomplete ? `${counts} ${INCOMPLETE}` : counts;
}
const INCOMPLETE = 'This report is incomplete: the errors of the step say what could not be listed.';
function countRows({ rows, warningDays }) {
    if (rows.length === 0)
        return 'Nothing was found that could expire.';
    const count = (severity) => rows.filter((row) => row.severity === severity).length;
    const near = [`${count('expired')} expired`];
    if (warningDays > 0)
        near.push(`${count('expiring')} will expire within ${countDays(warningDays)}`);
    const rest = [`${count('later')} later`, `${count('never')} never`, `${count('disabled')} disabled`];
    return `${[...near, ...rest].join(', ')}.`;
}
/** Returns the lines for the log: the counts, and what expires next unless a warning says it. */
function describeReport(report) {
    const next = report.rows.find(({ severity }) => severity === 'later');
    const counts = describeCounts(report);
    if (next === undefined)
        return [counts];
    return [counts, `Next after that: ${describeSubject(next)}, ${describeEnd(next, report.nowMs)}.`];
}
/** Returns a warning for each row that has expired or will within the warning days, most urgent first. */
function warnOfRows({ rows, nowMs, warningDays }) {
    if (warningDays === 0)
        return [];
    return rows.flatMap((row) => {
        const { severity } = row;
        return severity === 'expired' || severity === 'expiring' ? [warnOfRow(row, nowMs, severity)] : [];
    });
}
function warnOfRow(row, nowMs, severity) {
    const subject = describeSubject(row);
    const note = toPlainNote(row.entry.note);
    const verb = severity === 'expired' ? 'expired' : 'expires';
    return {
        title: `${severity === 'expired' ? 'Expired' : 'Expires soon'}: ${subject}`,
        text: `${subject} ${verb} ${describeEnd(row, nowMs)}. ${adviseOn(row)}${note === '' ? '' : ` ${note}`}`,
    };
}
function adviseOn({ renewsItself, isReplaced, severity }) {
    if (isReplaced)
        return 'Remove it if nothing uses it any more.';
    // An entry that has expired has not renewed itself, even if its policy says that it does.
    if (severity === 'expired')
        return 'Renew it.';
    return renewsItself ? 'It renews itself.' : 'Renew it before then.';
}
function describeEnd({ endMs, entry }, nowMs) {
    return endMs === undefined ? 'does not expire' : `${describeTimeLeft(endMs, nowMs)}, on ${entry.expiresOn}`;
}
/** The error of a step that fails because of these rows, of which there is at least one; most urgent first. */
function makeExpiryError(rows, { failureDays, nowMs }) {
    const limit = failureDays === 0 ? 'expired' : `expired or will expire within ${countDays(failureDays)}`;
    const have = rows.length === 1 ? '1 has' : `${rows.length} have`;
    return new src_errors/* ActionError */.lZ({
        code: 'EXPIRY_LIMIT_REACHED',
        title: failureDays === 0 ? 'Expired' : `Expired, or expires within ${countDays(failureDays)}`,
        subject: 'expiry-failure-days',
        problem: `${have} ${limit}: ${listRows(rows, nowMs)}.`,
        hint: 'Renew or remove what is listed. The job summary and all outputs were written before.',
    });
}
function listRows(rows, nowMs) {
    let text = '';
    for (const [index, row] of rows.entries()) {
        const one = `${describeSubject(row)} (${describeEnd(row, nowMs)})`;
        const next = index === 0 ? one : `${text}, ${one}`;
        if (next.length > MAX_LIST_LENGTH)
            return `${text} and ${rows.length - index} more`;
        text = next;
    }
    return text;
}
//# sourceMappingURL=expiry-messages.js.map
;// CONCATENATED MODULE: ./build/programs/src/expiry/expiry-timeline.js
// Objects that expire within a year as a chart of Mermaid, which GitHub draws in a job summary.



const MAX_BARS = 30;
const TIMELINE_DAYS = 365;
/** Below this, the axis has a mark per week, so that there are several. */
const SHORT_DAYS = 70;
/** Returns the bars, most urgent first, and how many more there would be. */
function makeTimeline({ rows, nowMs }) {
    const dated = rows.flatMap((row) => {
        const { endMs, severity } = row;
        if (endMs === undefined || severity === 'disabled' || endMs <= nowMs)
            return [];
        return endMs - nowMs > TIMELINE_DAYS * time/* DAY_MS */.sO ? [] : [makeBar(row, { endMs, nowMs })];
    });
    return { bars: dated.slice(0, MAX_BARS), rest: Math.max(0, dated.length - MAX_BARS) };
}
function makeBar(row, { endMs, nowMs }) {
    const from = formatDay(nowMs);
    // A bar of no length is not seen.
    const until = formatDay(endMs) === from ? formatDay(endMs + time/* DAY_MS */.sO) : formatDay(endMs);
    return { label: describeBar(row), from, until, isUrgent: row.severity === 'expiring' };
}
// The kind comes first: the chart takes `click` or `section` at the beginning of a line for an order.
function describeBar({ entry, owner }) {
    const kind = KIND_NAMES[entry.kind];
    if (owner.kind === 'vault')
        return `${kind} ${toTaskName(owner.objectName)} in ${toTaskName(vaultNameOf(owner.host))}`;
    return `${kind} of ${toTaskName(owner.displayName)}, ${toTaskName(credentialName(entry))}`;
}
/** Returns the chart as a block of Markdown; empty if nothing expires within a year. */
function describeTimeline(report) {
    const { bars, rest } = makeTimeline(report);
    if (bars.length === 0)
        return '';
    const chart = ['```mermaid', ...describeChart(bars), '```', ''];
    const more = rest === 0 ? [] : [`${rest} more will expire within a year.`, ''];
    return [...chart, ...more].join('\n');
}
function describeChart(bars) {
    const days = Math.max(...bars.map(({ from, until }) => (0,time/* daysBetween */.YM)(from, until)));
    return [
        'gantt',
        '  title What expires within a year',
        '  accTitle: What expires within a year',
        '  accDescr: A bar per object, from the day of the report to the day on which it expires',
        '  dateFormat YYYY-MM-DD',
        ...(days <= SHORT_DAYS
            ? ['  axisFormat %d %b', '  tickInterval 1week']
            : ['  axisFormat %b', '  tickInterval 1month']),
        ...bars.flatMap((bar, index) => {
            const month = nameMonth(bar);
            const previous = bars[index - 1];
            const isNew = previous === undefined || nameMonth(previous) !== month;
            return [...(isNew ? [`  section ${month}`] : []), describeTask(bar)];
        }),
    ];
}
function describeTask({ label, from, until, isUrgent }) {
    return `  ${label} :${isUrgent ? 'crit, ' : ''}${from}, ${until}`;
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
function nameMonth({ until }) {
    return `${MONTHS[Number(until.slice(5, 7)) - 1]} ${until.slice(0, 4)}`;
}
//# sourceMappingURL=expiry-timeline.js.map
;// CONCATENATED MODULE: ./build/programs/src/expiry/expiry-table.js
// The table of what expires when, as Markdown: for the job summary, an issue or a chat.





const MAX_ROWS = 500;
/** A runner refuses a summary of more than 1 MiB, which counts bytes. The timeline stands in it as well. */
const OF_SUMMARY = { maxLength: 1_000_000, measure: (text) => Buffer.byteLength(text) };
/** An issue takes 65,536 characters, and a workflow adds a few of its own. A variable on Linux takes 128 KiB. */
const OF_OUTPUT = {
    maxLength: 60_000,
    measure: (text) => Math.max(text.length, Buffer.byteLength(text) / 2),
};
/** Room for the heading, the counts and the sentence about the rest. */
const FRAME_LENGTH = 1_000;
/** Returns the job summary: the table, and the timeline below it. */
function describeSummary(report) {
    const timeline = describeTimeline(report);
    return `${expiry_table_describeTable(report, OF_SUMMARY)}${timeline === '' ? '' : `\n${timeline}`}`;
}
/** Returns the table for the output `markdown`: the same, in at most 60,000 characters. */
function describeMarkdown(report) {
    return expiry_table_describeTable(report, OF_OUTPUT);
}
function expiry_table_describeTable(report, limits) {
    const groups = fitGroups(report, limits);
    const shown = groups.reduce((sum, { lines }) => sum + lines.length, 0);
    const parts = groups.filter(({ lines }) => lines.length > 0).map(({ frame, lines }) => frame(lines.join('')));
    return [
        `### What expires when\n\n${describeCounts(report)}\n`,
        ...parts,
        ...describeRest(report.rows.length - shown),
    ].join('\n');
}
// As many rows as fit, from the most urgent one on.
function fitGroups(report, { maxLength, measure }) {
    const links = makeLinks(report);
    let length = FRAME_LENGTH;
    let shown = 0;
    return groupRows(report).map((group) => {
        const frame = makeFrame(group);
        length += measure(frame(''));
        const lines = [];
        for (const row of group.rows) {
            if (shown === MAX_ROWS || length > maxLength)
                break;
            const line = `| ${expiry_table_describeEnd(row, report.nowMs)} | ${describeObject(row, links)} |\n`;
            length += measure(line);
            if (length > maxLength)
                break;
            lines.push(line);
            shown += 1;
        }
        return { frame, lines };
    });
}
function describeRest(rest) {
    if (rest === 0)
        return [];
    const text = rest === 1 ? '1 more is not shown.' : `${rest} more are not shown.`;
    return [`${text} The file that the output \`report-path\` names lists everything.\n`];
}
/** Two columns, since a phone has no room for more. The first one is wide enough for a date. */
const HEAD = '| Expires&nbsp;(UTC) | What |\n| --- | --- |\n';
function makeFrame({ title, rows, isOpen }) {
    const heading = `${title} (${rows.length})`;
    if (title === '')
        return (lines) => `${HEAD}${lines}`;
    if (isOpen)
        return (lines) => `#### ${heading}\n\n${HEAD}${lines}`;
    return (lines) => `<details>\n<summary>${heading}</summary>\n\n${HEAD}${lines}\n</details>\n`;
}
function expiry_table_describeEnd({ endMs, severity }, nowMs) {
    if (endMs === undefined)
        return 'never';
    const left = describeTimeLeft(endMs, nowMs);
    const isUrgent = severity === 'expired' || severity === 'expiring';
    return `${isUrgent ? `**${left}**` : left}, ${formatDay(endMs)}`;
}
function describeObject(row, links) {
    const renewal = row.renewsItself ? ', renews itself' : '';
    const note = row.entry.note === '' ? '' : `. *${toProse(row.entry.note)}*`;
    return `${describeName(row, links)}${renewal}${links.user(row)}${note}`;
}
function describeName({ entry, owner }, links) {
    const kind = KIND_NAMES[entry.kind];
    if (owner.kind === 'vault')
        return `${expiry_table_link(toCode(owner.objectName), links.of(owner))}, ${kind} in ${toCode(vaultNameOf(owner.host))}`;
    const application = expiry_table_link(toCode(owner.displayName), links.of(owner));
    const prefix = owner.kind === 'enterprise-application' ? 'enterprise application, ' : '';
    return `${application}, ${prefix}${kind} ${toCode(credentialName(entry))}`;
}
function makeLinks({ rows, portal }) {
    const applications = new Map(rows.flatMap(({ owner }) => (owner.kind === 'vault' ? [] : [[owner.appId, owner]])));
    return {
        of: (owner) => portalLink(portal, owner),
        user: ({ entry: { appId }, owner }) => {
            if (appId === '' || owner.kind !== 'vault')
                return '';
            const user = applications.get(appId);
            return user === undefined
                ? `, used by [an application](${registrationLink(portal, appId)})`
                : `, used by ${expiry_table_link(toCode(user.displayName), portalLink(portal, user))}`;
        },
    };
}
function expiry_table_link(text, address) {
    return address === undefined ? text : `[${text}](${address})`;
}
//# sourceMappingURL=expiry-table.js.map
// EXTERNAL MODULE: ./build/programs/src/flow/open-session.js + 4 modules
var open_session = __webpack_require__(5018);
// EXTERNAL MODULE: ./build/programs/src/input/scalars.js
var scalars = __webpack_require__(7938);
// EXTERNAL MODULE: ./build/programs/src/input/sign-in-inputs.js + 1 modules
var sign_in_inputs = __webpack_require__(2520);
// EXTERNAL MODULE: ./build/programs/src/plan/cloud.js
var cloud = __webpack_require__(3091);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/programs/src/plan/own-password.js
// Passwords that this action made: the display name that tells them from all others, and which of them is the one before
// the new one.


const MARK = 'azure-key-vault-action';
/** Limit that this action sets itself: Microsoft documents no limit of a display name, but the portal's list is narrow. */
const MAX_NAME_LENGTH = 120;
/** Length of the run's own sign, by which a run recognizes a password whose answer it never saw. */
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
function own_password_isOwnPassword(displayName, secret) {
    const [, address] = /^azure-key-vault-action (\S+) [0-9a-f]{8}$/.exec(displayName ?? '') ?? [];
    return address?.toLowerCase() === describeAddress(secret).toLowerCase();
}
// The vault compares names without regard to case, and so must a digest of them.
function describeAddress({ vaultUrl, name }) {
    const address = `${vaultHost(vaultUrl)}/${name}`;
    if (address.length <= MAX_ADDRESS_LENGTH)
        return address;
    const digest = createHash('sha256').update(address.toLowerCase()).digest('hex').slice(0, 16);
    return `${address.slice(0, MAX_ADDRESS_LENGTH - digest.length - 1)}~${digest}`;
}
/**
 * Returns the password that counts as the previous one. Where tags got lost, it is the only one that begins like the
 * vault's value, else the newest of this action: that is the one that the vault held last. Those of one age all stay.
 */
function own_password_findPrevious(own, { namedId, hint }) {
    if (namedId !== undefined)
        return { keyId: namedId, by: 'tag', stay: [namedId] };
    const [match, ...others] = own.filter((one) => one.hint !== undefined && one.hint === hint);
    if (match !== undefined && others.length === 0)
        return { keyId: match.keyId, by: 'hint', stay: [match.keyId] };
    const newest = Math.max(...own.map(startOf));
    const stay = own.filter((one) => startOf(one) === newest).map(({ keyId }) => keyId);
    return { keyId: stay.at(-1), by: 'age', stay };
}
// A password without a start date counts as the oldest.
function startOf({ starts }) {
    return starts ?? Number.NEGATIVE_INFINITY;
}
//# sourceMappingURL=own-password.js.map
;// CONCATENATED MODULE: ./build/programs/src/plan/rotation-decision.js
// The subject of a rotation, whether a client secret is renewed, and which of the application's passwords are not needed
// any more: pure functions.







/**
 * The rotation that the inputs ask for.
 * @throws ActionErrors that name each input that cannot be used
 */
function makeRotation({ cloud: inputs, graphHost, keyvault, appId, target }) {
    const cloud = attempt(() => {
        const chosen = chooseCloud(inputs);
        return { ...chosen, graphHost: graphHost ?? chosen.graphHost };
    });
    const { vaultUrl, name } = checkAll({
        vaultUrl: () => parseKeyvault(keyvault, cloud()),
        name: () => checkName(target),
    });
    const object = { vaultUrl, name, version: undefined };
    const base = { cloud: cloud(), appId };
    if (target.kind === 'secret')
        return { ...base, kind: 'secret', secret: { ...object, collection: 'secrets' } };
    const { appObjectId } = target;
    return { ...base, kind: 'certificate', appObjectId, certificate: { ...object, collection: 'certificates' } };
}
function checkName({ kind, name }) {
    if (isObjectName(name))
        return name;
    const [, version] = /^[0-9a-z-]{1,127}\/([0-9a-f]{32})$/i.exec(name) ?? [];
    if (version !== undefined) {
        throw invalidInput(kind, 'the value names a version.', 'Write the name alone: a rotation makes the next version.');
    }
    throw invalidInput(kind, 'the value is not a name that Key Vault allows.', 'Expected letters, digits and hyphens: the name alone, without a version or the address of the vault.');
}
/** Tags of a version: the password's key ID, that of the one before, and its life in days. */
const CREDENTIAL_ID = 'CredentialId';
const PREVIOUS_CREDENTIAL_ID = 'PreviousCredentialId';
const VALIDITY_PERIOD_DAYS = 'ValidityPeriodDays';
/** A run lasts 4 minutes at most, so that a password that is older than this has been left behind. */
const AT_WORK_SECONDS = (/* unused pure expression or super */ null && (15 * 60));
/** Decision about this secret. */
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
// A password without a start date cannot have been made just now.
function rotation_decision_startOf(starts) {
    return starts ?? Number.NEGATIVE_INFINITY;
}
/** Returns why a new secret is due; undefined if none is. */
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
// EXTERNAL MODULE: ./build/programs/src/keyvault/vault-error.js + 4 modules
var vault_error = __webpack_require__(6682);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/list-vault.js
// Everything that a vault lists, with what says when it ends and which credential of an application it holds. No value is read.




/** The collections of a vault, in the order in which a person thinks of them. */
const COLLECTIONS = ['secrets', 'certificates', 'keys'];
/** Lists all of a vault. What backs a certificate is left out: it ends with the certificate. */
async function listVault(vaultUrl, reader) {
    const items = [];
    const lists = COLLECTIONS.map(async (collection) => {
        try {
            for await (const page of reader.list({ vaultUrl, collection })) {
                for (const one of page)
                    if (!one.managed)
                        items.push(describeItem(one, { vaultUrl, collection }));
                reader.expectMore(page.length);
            }
            return undefined;
        }
        catch (error) {
            return { collection, errors: (0,src_errors/* expectedErrors */.OP)(error) };
        }
    });
    const failed = (await Promise.all(lists)).filter((one) => one !== undefined);
    return { vaultUrl, items, error: failed.length === 0 ? undefined : describeFailure(vaultUrl, failed) };
}
function describeItem({ name, enabled, attributes: { expires }, tags, thumbprint = '' }, { vaultUrl, collection }) {
    const tagged = tags.size === 0 ? undefined : { tags: Object.fromEntries(tags) };
    return {
        vaultUrl,
        collection,
        name,
        enabled,
        endMs: expires === undefined ? undefined : expires * 1000,
        credentialId: credentialIdOf(tagged, CREDENTIAL_ID) ?? '',
        previousCredentialId: credentialIdOf(tagged, PREVIOUS_CREDENTIAL_ID) ?? '',
        thumbprint,
    };
}
// One vault is one cause: the first refusal speaks for the others.
function describeFailure(vaultUrl, failed) {
    const [{ errors }] = failed;
    return vaultError(vaultUrl, `list of ${failed.map(({ collection }) => collection).join(', ')}`, errors);
}
/** The error for a vault of which something could not be read. */
function vaultError(vaultUrl, what, errors) {
    const [first] = errors;
    const [error] = (0,vault_error.withListingRoles)(first).errors;
    return error.about(`${what} in ${(0,plan_identifier/* vaultHost */.Df)(vaultUrl)}`);
}
//# sourceMappingURL=list-vault.js.map
// EXTERNAL MODULE: ./build/programs/src/http/json.js
var json = __webpack_require__(8567);
// EXTERNAL MODULE: ./build/programs/src/http/send.js
var send = __webpack_require__(9555);
// EXTERNAL MODULE: ./build/programs/src/keyvault/ask-vault.js
var ask_vault = __webpack_require__(9132);
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
    throw new src_errors/* ActionError */.lZ({
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
    throw new src_errors/* ActionError */.lZ({
        code: 'VAULT_DISABLED',
        title: `${(0,plan_identifier/* vaultHost */.Df)(item.vaultUrl)}: disabled`,
        subject: (0,plan_identifier/* describeIdentifier */.fY)(item),
        problem: 'it is disabled.',
        hint: 'Enable this version in the vault, or name another one: NAME/VERSION.',
    });
}
//# sourceMappingURL=bundles.js.map
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
                if (error instanceof src_errors/* ActionError */.lZ && (0,vault_error.isUnreachable)(error))
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
;// CONCATENATED MODULE: ./build/programs/src/expiry/known-credentials.js
/** Credentials by what joins them with a vault. */
class KnownCredentials {
    #byKeyId = new Map();
    #byThumbprint = new Map();
    #held = new Set();
    constructor(credentials) {
        for (const one of credentials) {
            if (one.keyId !== '')
                this.#byKeyId.set(one.keyId, one);
            if (one.thumbprint === '')
                continue;
            const same = this.#byThumbprint.get(one.thumbprint);
            if (same === undefined)
                this.#byThumbprint.set(one.thumbprint, [one]);
            else
                same.push(one);
        }
    }
    /**
     * Finds the application that uses an item, and remembers which credentials a vault holds. Undefined if no application does.
     * @param earlier thumbprints of earlier versions of a certificate
     */
    find(item, earlier = []) {
        if (item.thumbprint === '' && item.credentialId === '' && item.previousCredentialId === '')
            return undefined;
        const same = this.#byThumbprint.get(item.thumbprint) ?? [];
        const tagged = this.#byKeyId.get(item.credentialId);
        const previous = this.#byKeyId.get(item.previousCredentialId);
        const before = earlier.flatMap((thumbprint) => this.#byThumbprint.get(thumbprint) ?? []);
        const found = [...same, ...(tagged ? [tagged] : []), ...before, ...(previous ? [previous] : [])];
        for (const one of found)
            this.#held.add(one);
        const [known] = found;
        if (known === undefined)
            return undefined;
        // A tag says which credential a version was made for; the thumbprint, if both sides have one, which it is.
        const isTaggedCurrent = item.thumbprint === '' || tagged?.thumbprint === '';
        const current = same[0] ?? (isTaggedCurrent ? tagged : undefined);
        const others = new Set(same.map(({ application }) => application.objectId)).size - 1;
        return { item, current, known: current ?? known, others: Math.max(0, others) };
    }
    /** Whether an item of a vault that was looked at holds it, in its newest or in an earlier version. */
    isHeld(credential) {
        return this.#held.has(credential);
    }
    /** Certificates of applications that no item holds as far as was looked, those that sign SAML tokens aside. */
    missingCertificates() {
        return [...this.#byThumbprint.values()].flat().filter((one) => !one.isSamlSigning && !this.#held.has(one));
    }
}
/** Counts of each application's credentials that are valid now: those that sign in, and those that sign SAML tokens. */
class ValidCredentials {
    #counts = new Map();
    constructor(credentials, nowMs) {
        for (const one of credentials) {
            const isValid = (one.startMs ?? 0) <= nowMs && (one.endMs ?? Number.POSITIVE_INFINITY) > nowMs;
            if (isValid)
                this.#counts.set(keyOf(one), (this.#counts.get(keyOf(one)) ?? 0) + 1);
        }
    }
    /** Whether the application of a credential that has ended has a valid one of the same use. */
    hasOther(ended) {
        return this.#counts.has(keyOf(ended));
    }
}
// An app registration and its enterprise application are one application to whoever signs in.
function keyOf({ application, isSamlSigning }) {
    return `${application.appId} ${isSamlSigning}`;
}
//# sourceMappingURL=known-credentials.js.map
// EXTERNAL MODULE: ./build/programs/src/entra/credential.js
var entra_credential = __webpack_require__(718);
// EXTERNAL MODULE: ./build/programs/src/http/retry-policy.js
var retry_policy = __webpack_require__(4358);
// EXTERNAL MODULE: ./build/programs/src/http/transport-error.js
var transport_error = __webpack_require__(3675);
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
    const endDateTime = formatInstant(expires);
    return post(`${addressOf(app)}/addPassword`, { passwordCredential: { displayName, endDateTime } }, token);
}
/** The request that removes a password. */
function removePasswordRequest(app, keyId, token) {
    return post(`${addressOf(app)}/removePassword`, { keyId }, token);
}
/** The passwords that the body lists; undefined if it is no such list. */
function decodePasswordList(body) {
    const list = parseJsonObject(body)?.['passwordCredentials'];
    if (!Array.isArray(list))
        return undefined;
    const passwords = list.map(decodePassword);
    return passwords.every((one) => one !== undefined) ? passwords : undefined;
}
function decodePassword(value) {
    const password = asObject(value);
    const keyId = keyIdOf(password);
    if (keyId === undefined)
        return undefined;
    const displayName = password?.['displayName'];
    return {
        keyId,
        displayName: typeof displayName === 'string' ? displayName : undefined,
        starts: decodeInstant(password?.['startDateTime']),
        expires: decodeInstant(password?.['endDateTime']),
        hint: asText(password?.['hint'], /^[\x21-\x7e]{3}$/),
    };
}
/** The password that was made; undefined if the body is none with its value. */
function decodeAddedPassword(body) {
    const password = parseJsonObject(body);
    const keyId = keyIdOf(password);
    const text = asText(password?.['secretText'], /^[\x21-\x7e]{8,1024}$/);
    const expires = decodeInstant(password?.['endDateTime']);
    if (keyId === undefined || text === undefined || expires === undefined)
        return undefined;
    return { keyId, secret: new SecretText(text), expires };
}
/** The key ID of a credential, lower case; undefined if it has none. */
function keyIdOf(password) {
    return asText(password?.['keyId'], GUID)?.toLowerCase();
}
// Edm.DateTimeOffset, always in UTC; parts of a second are of no account.
/** Returns seconds since 1970 for a date as Graph writes it; undefined for anything else. */
function decodeInstant(value) {
    const text = (0,json/* asText */.e1)(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,12})?Z$/);
    return text === undefined ? undefined : (0,time/* parseInstant */.nV)(`${text.slice(0, 19)}Z`);
}
function addressOf({ graphHost, appId }) {
    return `${graphHost}/v1.0/applications(appId='${appId}')`;
}
function post(url, body, token) {
    return postToGraph(url, new SecretText(JSON.stringify(body)), token);
}
/** The request that sends JSON to Graph. */
function postToGraph(url, body, token) {
    return { method: 'POST', url, headers: { ...authorize(token), 'content-type': 'application/json' }, body };
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
/** Whether the caller lacks a permission. */
function isForbidden({ code }) {
    return code === 'GRAPH_FORBIDDEN';
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
const unknownPrincipal = () => ({
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
    ['Authorization_IdentityNotFound', unknownPrincipal],
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
function graph_advice_graphAdvice(refusal, app) {
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
    [/\btrusted ?certificate ?authorit/i, 'authority-required'],
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






/** An application. */
function aboutApp(app, advise = graphAdvice) {
    const { graphHost, appId } = app;
    return {
        subject: `application ${appId} at ${new URL(graphHost).host}`,
        advise: (refusal) => advise(refusal, app),
    };
}
/** The error for an answer that is not what was asked for. */
function graphRefusedError(response, { subject, advise }) {
    const refusal = readGraphRefusal(response);
    const advice = advise(refusal);
    const codes = [`HTTP ${refusal.status}`, refusal.code].filter((code) => code !== undefined).join(', ');
    const error = new src_errors/* ActionError */.lZ({
        code: advice.code,
        title: `Microsoft Graph: ${advice.title}`,
        subject,
        problem: `${advice.meaning} (${codes}).`,
        hint: advice.hint,
        ...(refusal.requestId !== undefined && { requestId: `request ID ${refusal.requestId}` }),
    });
    return (0,send/* advisingWait */.T8)(error, response);
}
/** The error for an answer of a good status that is not what was asked for; a body that is no JSON says more than `problem`. */
function unusableGraphError({ subject }, problem, body = '{}') {
    const foreign = (0,failure_hints/* describeForeignAnswer */.EW)({ headers: {}, body }, GRAPH);
    return new src_errors/* ActionError */.lZ({
        code: 'GRAPH_ANSWER_UNUSABLE',
        title: `Microsoft Graph: unusable answer`,
        subject,
        problem: foreign === undefined ? problem : `${foreign.problem}.`,
        hint: foreign?.hint ?? `${GRAPH} does not answer like this: check graph-host, and any proxy on the way.`,
    });
}
/** The error for a request that got no answer. Anything but a {@link TransportError} is thrown on. */
function unreachableGraphError(error, { subject }) {
    if (!(error instanceof transport_error/* TransportError */.wX))
        throw error;
    return new src_errors/* ActionError */.lZ({
        code: 'GRAPH_UNREACHABLE',
        title: `Microsoft Graph: no answer`,
        subject,
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
//# sourceMappingURL=graph-error.js.map
;// CONCATENATED MODULE: ./build/programs/src/graph/list-advice.js
// Meaning of Microsoft Graph's refusals for the lists of a tenant.

/** Meanings of refusals here, if they mean something else to somebody who changes an application. */
const OWN_ADVICE = new Map([
    [
        'GRAPH_FORBIDDEN',
        {
            title: 'no permission',
            meaning: "the identity may not list the tenant's applications",
            hint: 'Give it the application permission Application.Read.All of Microsoft Graph, with admin consent. A new permission can take a few minutes.',
        },
    ],
    [
        'GRAPH_NOT_FOUND',
        {
            title: 'no such list',
            meaning: 'it does not know this list',
            hint: 'Compare graph-host with the address of Microsoft Graph in your cloud.',
        },
    ],
    [
        'GRAPH_THROTTLED',
        {
            title: 'too many requests',
            meaning: 'it is busy with too many requests',
            hint: 'A tenant answers 150 of these requests a minute, those of other tools included: run the job again at another time.',
        },
    ],
]);
/** A list of the tenant's applications. */
function aboutList(kind, graphHost) {
    const list = kind === 'app-registration' ? 'list of app registrations' : 'list of enterprise applications';
    return {
        subject: `${list} at ${new URL(graphHost).host}`,
        advise: (refusal) => {
            const general = graph_advice_graphAdvice(refusal, { appId: '' });
            return { ...general, ...OWN_ADVICE.get(general.code) };
        },
    };
}
//# sourceMappingURL=list-advice.js.map
;// CONCATENATED MODULE: ./build/programs/src/graph/tenant-applications.js
// A page of a tenant's app registrations or enterprise applications, decoded: what each signs in with, and until when.
// https://learn.microsoft.com/graph/api/application-list and …/serviceprincipal-list




/** Returns the body as a page of such a list; undefined if it is none. */
function decodeApplicationPage(body, kind) {
    const page = (0,json/* parseJsonObject */.dw)(body);
    const items = page?.['value'];
    const link = page?.['@odata.nextLink'] ?? undefined;
    const nextLink = (0,json/* asText */.e1)(link, /^https:\/\/[\x21-\x7e]{1,16384}$/);
    if (!Array.isArray(items) || nextLink !== link)
        return undefined;
    const objectIds = [];
    const credentials = [];
    for (const item of items) {
        const object = (0,json/* asObject */.eB)(item);
        const application = decodeApplication(object, kind);
        if (application === undefined)
            return undefined;
        objectIds.push(application.objectId);
        // Azure renews what managed identities sign in with.
        if (object?.['servicePrincipalType'] !== 'ManagedIdentity')
            credentials.push(...decodeCredentials(object, application));
    }
    return { objectIds, credentials, nextLink };
}
function decodeApplication(object, kind) {
    const objectId = guidOf(object?.['id']);
    const appId = guidOf(object?.['appId']);
    if (objectId === '' || appId === '')
        return undefined;
    return { kind, appId, objectId, displayName: textOf(object?.['displayName']) };
}
function decodeCredentials(object, application) {
    const keys = objectsOf(object?.['keyCredentials']);
    const samlKeys = keys.filter(({ usage }) => usage === 'Sign');
    const samlKeyIds = samlKeys.map(({ keyId }) => guidOf(keyId));
    const samlIds = samlKeys.map(pairIdOf);
    const passwords = objectsOf(object?.['passwordCredentials'])
        // The password of a SAML signing key.
        .filter(({ keyId }) => !samlKeyIds.includes(guidOf(keyId)));
    // A SAML signing certificate is a pair: the first key that signs stands for the pair and for further copies.
    const single = keys.filter((key) => !samlIds.includes(pairIdOf(key)) || samlKeys[samlIds.indexOf(pairIdOf(key))] === key);
    return [
        ...passwords.map((one) => describeCredential(one, application, 'password')),
        ...single.map((one) => describeCredential(one, application, 'key-credential')),
    ];
}
// Both halves carry the same identifier; without one, the same name and end.
function pairIdOf(key) {
    const thumbprint = thumbprintOf(key);
    return thumbprint === ''
        ? JSON.stringify([key['customKeyIdentifier'], key['displayName'], key['endDateTime']])
        : thumbprint;
}
function describeCredential(object, application, kind) {
    const isKey = kind === 'key-credential';
    return {
        application,
        kind,
        keyId: guidOf(object['keyId']),
        name: textOf(object['displayName']),
        startMs: toMs(decodeInstant(object['startDateTime'])),
        endMs: toMs(decodeInstant(object['endDateTime'])),
        thumbprint: isKey ? thumbprintOf(object) : '',
        isSamlSigning: isKey && object['usage'] === 'Sign',
    };
}
/**
 * The thumbprint of a key credential. The identifier is it unless somebody chose another: 20 bytes in base64, or 40 hex
 * digits, as they are or in base64 once more. The certificate itself, if it is shown, knows it for certain.
 */
function thumbprintOf(key) {
    const der = (0,json/* asText */.e1)(key['key'], /^[A-Za-z0-9+/]{100,}={0,2}$/);
    if (der !== undefined)
        return (0,external_node_crypto_.createHash)('sha1').update(Buffer.from(der, 'base64')).digest('hex').toUpperCase();
    const text = textOf(key['customKeyIdentifier']);
    if (HEX_SHA1.test(text))
        return text.toUpperCase();
    if (!/^[\w+/-]{27,56}={0,2}$/.test(text))
        return '';
    const bytes = Buffer.from(text, 'base64');
    if (bytes.length === 20)
        return bytes.toString('hex').toUpperCase();
    const inner = bytes.toString('latin1');
    return HEX_SHA1.test(inner) ? inner.toUpperCase() : '';
}
const HEX_SHA1 = /^[0-9a-f]{40}$/i;
function objectsOf(value) {
    const items = Array.isArray(value) ? value : [];
    return items.map(json/* asObject */.eB).filter((one) => one !== undefined);
}
function guidOf(value) {
    return (0,json/* asText */.e1)(value, sign_in_inputs/* GUID */.Sm)?.toLowerCase() ?? '';
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}
function toMs(seconds) {
    return seconds === undefined ? undefined : seconds * 1000;
}
//# sourceMappingURL=tenant-applications.js.map
;// CONCATENATED MODULE: ./build/programs/src/graph/list-applications.js







/** Requests for the lists of each kind: they select the properties of an application that are read, and no others. */
const LISTS = {
    'app-registration': 'applications?$select=id,appId,displayName,passwordCredentials,keyCredentials',
    'enterprise-application': 'servicePrincipals?$select=id,appId,displayName,servicePrincipalType,passwordCredentials,keyCredentials',
};
/** A page with keys must stay below the limit for a body; one that does not is asked for again in smaller pieces. */
const PAGE_SIZES = [300, 100];
/** Graph counts requests over a minute. */
const WINDOW_MS = 60_000;
/**
 * A tenant answers 150 requests a minute that select keyCredentials, and this step is not the only one to ask.
 * https://learn.microsoft.com/graph/api/application-list
 */
const MAX_REQUESTS = 140;
/**
 * The rules for these lists: once Graph has had enough, it refuses until its minute moves on. By the usual back-off, a
 * request would be sent for the last time before that.
 */
const RULES = { ...retry_policy/* RETRY_RULES */.r9, windowMs: WINDOW_MS, capMs: WINDOW_MS + retry_policy/* RETRY_RULES */.r9.capMs };
/** Makes what spreads the requests of one run over time. */
function makePace(clock) {
    const sentMs = [];
    return async () => {
        for (;;) {
            const oldest = sentMs.at(-MAX_REQUESTS);
            const waitMs = oldest === undefined ? 0 : oldest + WINDOW_MS - clock.nowMs();
            if (waitMs <= 0)
                break;
            await clock.sleep(waitMs);
        }
        sentMs.push(clock.nowMs());
        if (sentMs.length > 2 * MAX_REQUESTS)
            sentMs.splice(0, MAX_REQUESTS);
    };
}
/**
 * The credentials of all applications of a kind, each application once; the next page is asked for as the caller goes on.
 * @throws ActionError if Graph refuses, gives no answer, or gives what is no list of its own or one that goes round in a circle
 */
async function* listApplications(kind, access) {
    const visited = new Set();
    const listed = new Set();
    let url = `${access.graphHost}/v1.0/${LISTS[kind]}&$top=${PAGE_SIZES[0]}`;
    const unusable = (problem) => unusableGraphError(aboutList(kind, access.graphHost), problem);
    while (url !== undefined) {
        if (visited.has(url))
            throw unusable('a page of the list leads back to an earlier one.');
        visited.add(url);
        const page = await list_applications_getPage(url, kind, access);
        const fresh = new Set(page.objectIds.filter((id) => !listed.has(id)));
        if (fresh.size === 0 && page.objectIds.length > 0)
            throw unusable('a page of the list repeats what earlier ones have shown.');
        for (const id of fresh)
            listed.add(id);
        yield page.credentials.filter(({ application }) => fresh.has(application.objectId));
        url = page.nextLink;
    }
}
async function list_applications_getPage(url, kind, access) {
    const subject = aboutList(kind, access.graphHost);
    const response = await getPieces(url, access).catch((error) => {
        throw unreachableGraphError(error, subject);
    });
    if (response.status !== 200)
        throw graphRefusedError(response, subject);
    const page = decodeApplicationPage(response.body, kind);
    if (page === undefined)
        throw unusableGraphError(subject, 'the answer is not a page of the list.', response.body);
    if (page.nextLink !== undefined && !list_applications_isAt(page.nextLink, access.graphHost)) {
        throw unusableGraphError(subject, 'the link to the next page leads elsewhere, so nothing was sent there.');
    }
    return page;
}
async function getPieces(url, access) {
    const [usual, small] = PAGE_SIZES;
    const smaller = url.replace(`$top=${usual}`, `$top=${small}`).replace(`%24top=${usual}`, `%24top=${small}`);
    return get(url, access).catch((error) => {
        if (error instanceof transport_error/* TransportError */.wX && error.failure === 'too-large' && smaller !== url)
            return get(smaller, access);
        throw error;
    });
}
async function get(url, { token, context, pace }) {
    const request = { method: 'GET', url, headers: authorize(token) };
    return (0,send/* send */.tN)(async () => {
        await pace();
        return request;
    }, context, { rules: RULES });
}
// The token goes to Graph's own host alone; a port that is the usual one may be written there.
function list_applications_isAt(url, graphHost) {
    if (!URL.canParse(url))
        return false;
    const { origin, username, password } = new URL(url);
    return origin === graphHost && username === '' && password === '';
}
//# sourceMappingURL=list-applications.js.map
;// CONCATENATED MODULE: ./build/programs/src/expiry/list-tenant.js
// The tenant's applications: a token for Microsoft Graph, then both lists side by side.




/** Result of a run that does not list the tenant. */
const NO_TENANT = { credentials: [], error: undefined, lines: [] };
/**
 * Signs in to Microsoft Graph.
 * @throws ActionErrors if that is refused or gets no answer
 */
async function openTenant(ports, { credential, plan: { cloud }, open }, timeoutMs) {
    const { graphHost, graphScope: scope, authorityHost, oidcAudience } = cloud;
    const context = open?.context ?? (0,open_session/* makeSignInContext */.aE)(ports, timeoutMs);
    const { tenantId } = open?.target ?? credential;
    const target = { authorityHost, tenantId, scope, oidcAudience };
    if (open === undefined)
        ports.log.info((0,entra_credential/* describeCredential */.t8)(credential));
    const signingIn = (0,entra_credential/* signIn */.Jv)(credential, target, context);
    ports.connectAhead(graphHost, list_tenant_LISTS.length);
    const accessToken = await signingIn;
    if (open === undefined) {
        const { kind, reason } = credential;
        const signedIn = (0,open_session/* describeSignedIn */.Jp)((0,entra_credential/* readSignedIn */.eb)(accessToken, credential, target));
        ports.log.info(`Signed in with ${kind} (${reason}): ${signedIn}.`);
    }
    return { graphHost, token: accessToken.token, context, pace: makePace(context.clock) };
}
const list_tenant_LISTS = ['app-registration', 'enterprise-application'];
/** Lists the credentials of all applications. */
async function listTenant(opening) {
    const credentials = [];
    const applications = new Set();
    try {
        const access = await opening;
        const lists = list_tenant_LISTS.map(async (kind) => {
            for await (const page of listApplications(kind, access)) {
                for (const one of page) {
                    credentials.push(one);
                    applications.add(one.application.objectId);
                }
            }
        });
        // Both come to their end before one that failed is told of.
        const failed = (await Promise.allSettled(lists)).find((one) => one.status === 'rejected');
        if (failed !== undefined)
            throw failed.reason;
    }
    catch (error) {
        const [first] = (0,src_errors/* expectedErrors */.OP)(error);
        return { credentials, error: first, lines: [describeTenant(credentials, applications.size, ' (incomplete)')] };
    }
    return { credentials, error: undefined, lines: [describeTenant(credentials, applications.size, '')] };
}
function describeTenant(credentials, applications, remark) {
    const s = applications === 1 ? '' : 's';
    return `Listed the tenant: client secrets and certificates of ${applications} application${s}, ${credentials.length} in all${remark}.`;
}
//# sourceMappingURL=list-tenant.js.map
;// CONCATENATED MODULE: ./build/programs/src/expiry/read-uses.js
// The vaults' items that an application uses, and what only the certificates among these are asked for: policy and versions.



/**
 * Finds the application that uses each item.
 *
 * An application that was not told of a renewal has the certificate of an earlier version. Which certificates these may be
 * is told by their names, so that the versions of no other certificate are listed.
 * @param reader undefined if there are not vaults, and so no items
 */
async function readUses(items, index, reader) {
    if (reader === undefined)
        return { byItem: new Map(), errors: new Map() };
    const errors = new Map();
    const uses = new Map();
    for (const item of items)
        keep(uses, item, index.find(item));
    const missing = index.missingCertificates();
    const certificates = items.filter(({ collection }) => collection === 'certificates');
    const searched = missing.length === 0 ? [] : certificates.filter(makeFilter(uses, missing));
    const tolerantly = makeTolerant(errors);
    await Promise.all(searched.map(async (item) => {
        const earlier = await tolerantly(item, () => reader.thumbprints(identify(item)));
        keep(uses, item, index.find(item, earlier));
    }));
    const byItem = new Map();
    await Promise.all([...uses].map(async ([item, use]) => {
        const isCertificate = item.collection === 'certificates';
        const renewsItself = isCertificate && (await tolerantly(item, () => reader.renewsItself(identify(item))));
        byItem.set(item, { ...use, renewsItself: renewsItself === true });
    }));
    return { byItem, errors };
}
function keep(uses, item, use) {
    if (use !== undefined)
        uses.set(item, use);
}
// The certificates in question: those in use, and those that a missing one may have been, going by its name.
function makeFilter(uses, missing) {
    const names = new Set(missing.map(({ name }) => name.trim().toLowerCase().replace(/^cn=/, '')));
    return (item) => uses.has(item) || names.has('') || names.has(item.name.toLowerCase());
}
// A certificate that was deleted meanwhile is of no account; of everything else one error a vault is kept.
function makeTolerant(errors) {
    return async ({ vaultUrl, name }, read) => {
        try {
            return await read();
        }
        catch (error) {
            const all = (0,src_errors/* expectedErrors */.OP)(error);
            const isGone = all.every(vault_error.isNotFound);
            if (!isGone && !errors.has(vaultUrl))
                errors.set(vaultUrl, vaultError(vaultUrl, `certificate ${name}`, all));
            return undefined;
        }
    };
}
function identify({ vaultUrl, name }) {
    return { vaultUrl, collection: 'certificates', name, version: undefined };
}
//# sourceMappingURL=read-uses.js.map
;// CONCATENATED MODULE: ./build/programs/src/expiry/list-everything.js







/** The whole step may take 10 minutes; what is left of them is for the report, which is written whatever was listed. */
const LIST_TIMEOUT_MS = 9.5 * 60 * 1000;
/** @throws ActionErrors if the sign-in is refused or gets no answer */
async function listEverything(ports, credential, plan) {
    const { vaultUrls, tenantApps } = plan;
    const open = await openVaults(ports, credential, plan);
    const opening = tenantApps ? openTenant(ports, { credential, plan, open }, LIST_TIMEOUT_MS) : undefined;
    // Without vaults there is nothing to show if this fails.
    if (open === undefined)
        await opening;
    const reader = open && new VaultReader(open);
    reader?.expectMore(vaultUrls.length * COLLECTIONS.length);
    const [tenant, vaults] = await Promise.all([
        opening === undefined ? NO_TENANT : listTenant(opening),
        Promise.all(reader === undefined ? [] : vaultUrls.map((vaultUrl) => listVault(vaultUrl, reader))),
    ]);
    const items = vaults.flatMap((vault) => vault.items);
    const index = new KnownCredentials(tenant.credentials);
    const uses = await readUses(items, index, reader);
    const vaultErrors = vaults.flatMap(({ vaultUrl, error }) => error ?? uses.errors.get(vaultUrl) ?? []);
    for (const line of [...vaults.map(describeVault), ...tenant.lines])
        ports.log.info(line);
    const hasTenant = tenantApps && tenant.error === undefined;
    const hasVaults = vaults.length > 0 && vaultErrors.length === 0;
    const { credentials } = tenant;
    return {
        listed: { items, credentials, index, uses: uses.byItem, scope: { hasTenant, hasVaults } },
        errors: [...vaultErrors, ...(tenant.error === undefined ? [] : [tenant.error])],
    };
}
function openVaults(ports, credential, { cloud, vaultUrls }) {
    const lists = vaultUrls.flatMap((vaultUrl) => COLLECTIONS.map((collection) => ({ vaultUrl, collection })));
    const [firstItem] = lists;
    if (firstItem === undefined)
        return undefined;
    return (0,open_session/* openSession */.fA)(ports, { credential, cloud, firstItem, items: lists }, LIST_TIMEOUT_MS);
}
function describeVault({ vaultUrl, items, error }) {
    const counts = COLLECTIONS.map((collection) => {
        const count = items.filter((item) => item.collection === collection).length;
        return `${count} ${(0,plan_identifier/* kindOf */.I)(collection)}${count === 1 ? '' : 's'}`;
    });
    return `Listed ${(0,plan_identifier/* vaultHost */.Df)(vaultUrl)}: ${counts.join(', ')}${error === undefined ? '' : ' (incomplete)'}.`;
}
//# sourceMappingURL=list-everything.js.map
;// CONCATENATED MODULE: ./build/programs/src/expiry/notes.js

/** The note of a vault's item. */
function noteOfItem(item, { use, isOverdue }, { hasTenant }) {
    return join([
        isOverdue && 'It has expired, but is still enabled.',
        hasTenant && describeUnknown(item, use),
        use !== undefined && describeFit(use),
        use !== undefined && use.others > 0 && `Further applications that use it: ${use.others}.`,
    ]);
}
/** The note of an application's credential. */
function noteOfCredential({ isSamlSigning }, { use, isHeld, hasOther }, { hasVaults, hasTenant }) {
    return join([
        hasOther && 'It has expired, but the application has another credential that is valid.',
        // Entra ID made the certificates that sign SAML tokens, and keeps their keys.
        hasVaults && !isHeld && !isSamlSigning && 'No listed vault holds it.',
        hasTenant &&
            use?.current === undefined &&
            use !== undefined &&
            'The vault holds a version that Entra ID does not know.',
        use !== undefined && describeFit(use),
    ]);
}
function join(sentences) {
    return sentences.filter((one) => typeof one === 'string').join(' ');
}
function describeUnknown({ credentialId }, use) {
    if (use?.current !== undefined)
        return undefined;
    if (use !== undefined && use.item.collection === 'certificates')
        return 'Entra ID does not know this version: the application has an earlier one. Upload this one to it.';
    if (credentialId === '')
        return undefined;
    return 'Entra ID does not know this version: no application has the credential that its tag CredentialId names.';
}
/** Ends within an hour are one: tools that add a certificate cut off seconds. */
const SAME_END_MS = 60 * 60 * 1000;
/** Returns what does not fit between an item and the credential that it holds. */
function describeFit({ item, current, renewsItself }) {
    const text = join([
        current !== undefined && describeEnds(item.endMs, current.endMs),
        renewsItself &&
            'The vault renews the certificate by itself (AutoRenew), but does not tell the application: upload each new version to it.',
    ]);
    return text === '' ? undefined : text;
}
function describeEnds(vaultMs, entraMs) {
    const [one, other] = [vaultMs ?? Number.POSITIVE_INFINITY, entraMs ?? Number.POSITIVE_INFINITY];
    if (one === other || Math.abs(one - other) <= SAME_END_MS)
        return undefined;
    return `The expiry dates differ: ${notes_describeEnd(vaultMs)} in the vault, ${notes_describeEnd(entraMs)} in Entra ID.`;
}
function notes_describeEnd(ms) {
    return ms === undefined ? 'none' : (0,time/* formatInstant */.r4)(ms / 1000);
}
//# sourceMappingURL=notes.js.map
;// CONCATENATED MODULE: ./build/programs/src/expiry/make-rows.js




/** Makes a row of each item and each credential: enabled ones first, each part by its end, those without one last. */
function makeRows(listed, options) {
    const valid = new ValidCredentials(listed.credentials, options.nowMs);
    const usesByCredential = new Map([...listed.uses.values()].map((use) => [use.current ?? use.known, use]));
    const rows = listed.items.map((item) => rowOfItem(item, listed, options));
    for (const credential of listed.credentials) {
        const hasOther = isOver(credential.endMs, options.nowMs) && valid.hasOther(credential);
        const facts = { use: usesByCredential.get(credential), isHeld: listed.index.isHeld(credential), hasOther };
        const note = noteOfCredential(credential, facts, listed.scope);
        rows.push({ ...rowOfCredential(credential, note, options), isReplaced: hasOther });
    }
    rows.sort(compareRows);
    return { rows, failing: rows.filter((row) => !row.isReplaced && isFailing(row, options)) };
}
function rowOfItem(item, { uses, scope }, options) {
    const { vaultUrl, collection, name, enabled, endMs } = item;
    const use = uses.get(item);
    const host = (0,plan_identifier/* vaultHost */.Df)(vaultUrl);
    const isOverdue = enabled && isOver(endMs, options.nowMs);
    const severity = enabled ? judge(endMs, options) : 'disabled';
    return {
        entry: {
            source: 'vault',
            where: host,
            appId: use?.known.application.appId ?? '',
            appObjectId: use?.known.application.objectId ?? '',
            kind: (0,plan_identifier/* kindOf */.I)(collection),
            name,
            keyId: '',
            ...make_rows_describeEnd(endMs, options.nowMs),
            enabled,
            note: noteOfItem(item, { use, isOverdue }, scope),
        },
        owner: { kind: 'vault', host, collection, objectName: name },
        endMs,
        severity,
        renewsItself: use?.renewsItself ?? false,
        isReplaced: false,
    };
}
function rowOfCredential({ application, kind, keyId, name, endMs }, note, options) {
    const { appId, objectId, displayName } = application;
    const owner = { kind: application.kind, appId, objectId, displayName };
    return {
        entry: {
            source: 'application',
            where: displayName,
            appId,
            appObjectId: objectId,
            kind,
            name,
            keyId,
            ...make_rows_describeEnd(endMs, options.nowMs),
            enabled: true,
            note,
        },
        owner,
        endMs,
        severity: judge(endMs, options),
        renewsItself: false,
    };
}
function make_rows_describeEnd(endMs, nowMs) {
    if (endMs === undefined)
        return { expiresOn: '', days: null };
    return { expiresOn: (0,time/* formatInstant */.r4)(endMs / 1000), days: Math.floor((endMs - nowMs) / time/* DAY_MS */.sO) };
}
function judge(endMs, { nowMs, warningDays }) {
    if (endMs === undefined)
        return 'never';
    if (isOver(endMs, nowMs))
        return 'expired';
    return warningDays > 0 && endMs - nowMs <= warningDays * time/* DAY_MS */.sO ? 'expiring' : 'later';
}
function isOver(endMs, nowMs) {
    return endMs !== undefined && endMs <= nowMs;
}
function isFailing({ endMs, entry }, { nowMs, failureDays }) {
    if (failureDays === undefined || endMs === undefined || !entry.enabled)
        return false;
    return endMs - nowMs <= failureDays * time/* DAY_MS */.sO;
}
// If two end at once, their texts decide, so that the same lists give the same report in any order that they came in.
function compareRows(one, other) {
    if (one.entry.enabled !== other.entry.enabled)
        return one.entry.enabled ? -1 : 1;
    const [end, otherEnd] = [one.endMs ?? Number.POSITIVE_INFINITY, other.endMs ?? Number.POSITIVE_INFINITY];
    if (end !== otherEnd)
        return end < otherEnd ? -1 : 1;
    for (const member of ['where', 'kind', 'name', 'appObjectId', 'keyId']) {
        const [text, otherText] = [one.entry[member], other.entry[member]];
        if (text !== otherText)
            return text < otherText ? -1 : 1;
    }
    return 0;
}
//# sourceMappingURL=make-rows.js.map
;// CONCATENATED MODULE: ./build/programs/src/expiry/report-and-export.js









/**
 * Lists everything and writes the report.
 * @throws ActionErrors once the report is written, with what could not be listed, and with what ends too soon
 */
async function reportAndExport({ credential, plan, options }, ports) {
    const { listed, errors } = await listEverything(ports, credential, plan);
    const nowMs = ports.clock.nowMs();
    const { warningDays, failureDays, summary } = options;
    const { rows, failing } = makeRows(listed, { nowMs, warningDays, failureDays });
    const portal = portalOf(plan.cloud.portalHost, credential.tenantId);
    const isIncomplete = errors.length > 0;
    await exportReport({ rows, nowMs, warningDays, isIncomplete, portal }, { summary }, ports);
    const isDue = failureDays !== undefined && failing.length > 0;
    const all = isDue ? [...errors, makeExpiryError(failing, { failureDays, nowMs })] : errors;
    if (all.length > 0)
        throw new src_errors/* ActionErrors */.o9(all);
}
// A person with an account in several directories would see the one that was open last, which has no such object.
function portalOf(host, tenantId) {
    return tenantId === undefined ? host : `${host}/${tenantId}`;
}
/** An output stays small, so that a job can hand it on; the report has the rest. */
const MAX_ENTRIES = 200;
const REPORT_FILE = 'expiry-report.json';
/** Entries that are written at once: the report of a large tenant has tens of megabytes. */
const ENTRIES_A_PART = 500;
/**
 * Writes the report.
 * @throws ActionError if it could not be written; nothing is exported then
 */
async function exportReport(report, { summary }, ports) {
    const { log, privateFolders } = ports;
    const folder = freshFolder(ports.randomBytes);
    const kept = { folder, name: REPORT_FILE, parts: formatEntries(report.rows) };
    const outputs = makeOutputs(report, privateFolders.pathOf(folder, REPORT_FILE));
    await exportAll({ masks: [], privateFiles: undefined, kept, outputs, variables: [] }, ports);
    for (const line of describeReport(report))
        log.info(line);
    (0,step_log/* annotateAll */.u6)(log, 'warning', warnOfRows(report));
    if (summary)
        await appendSummary(describeSummary(report), ports);
}
function makeOutputs(report, path) {
    const ofSeverity = (severity) => report.rows.filter((row) => row.severity === severity);
    const [expired, expiring] = [ofSeverity('expired'), ofSeverity('expiring')];
    return [
        { name: 'expired', value: formatFirst(expired) },
        { name: 'expiring', value: formatFirst(expiring) },
        { name: 'count', value: `${expired.length + expiring.length}` },
        { name: 'report-path', value: path },
        { name: 'markdown', value: describeMarkdown(report) },
    ];
}
function formatFirst(rows) {
    return JSON.stringify(rows.slice(0, MAX_ENTRIES).map(({ entry }) => entry));
}
/** Every entry as JSON, in parts: an array with one entry a line. */
function* formatEntries(rows) {
    yield '[';
    for (let start = 0; start < rows.length; start += ENTRIES_A_PART) {
        const part = rows.slice(start, start + ENTRIES_A_PART).map(({ entry }) => `\n${JSON.stringify(entry)}`);
        yield `${start === 0 ? '' : ','}${part.join(',')}`;
    }
    yield '\n]\n';
}
//# sourceMappingURL=report-and-export.js.map

/***/ })

};
;