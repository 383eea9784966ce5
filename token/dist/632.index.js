"use strict";
exports.id = 632;
exports.ids = [632];
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
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5249);
// A reader of DER (ITU-T X.690), as far as certificates need it: definite lengths, tags of one byte.

/** Tags that the readers of this folder look for. */
const TAG = {
    integer: 0x02,
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
    visibleString: 0x1a,
    universalString: 0x1c,
    bmpString: 0x1e,
    /** `[0] EXPLICIT`, e.g. a certificate's version. */
    context0: 0xa0,
    /** `[0] IMPLICIT` of a type that is not constructed, e.g. encrypted content. */
    context0Primitive: 0x80,
};
/**
 * The elements that follow one another in `der`.
 * @throws ActionError where it is cut off or not DER
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
 * @throws ActionError where it has another tag or is not DER
 */
function readInside(element, tag) {
    if (element?.tag !== tag)
        throw notDer();
    return readElements(element.contents);
}
/**
 * The element at `offset`, and where the next one begins.
 * @throws ActionError where it is cut off or not DER
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
/** How many bytes of a SEQUENCE are missing at its end, from the length that it states; 0 if it states none below 16 MiB. */
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
/** What the readers throw where bytes are not what they should be. */
function notDer() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
        code: 'CERTIFICATE_UNREADABLE',
        title: 'Unreadable certificate',
        problem: 'the vault gave what is no X.509 certificate.',
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

/***/ 3632:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  exportTokens: () => (/* binding */ exportTokens),
  mintAndExport: () => (/* binding */ mintAndExport)
});

// EXTERNAL MODULE: ./build/programs/src/export/annotate.js
var annotate = __webpack_require__(2843);
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
// EXTERNAL MODULE: ./build/programs/src/errors.js
var errors = __webpack_require__(5249);
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
;// CONCATENATED MODULE: ./build/programs/src/export/token-table.js
const COLUMNS = ['Output', 'Scope', 'Application', 'Expires', 'Proof'];
/** One row per token: scopes, dates and names, no token. */
function makeTokenTable({ tokens, clientId, proof }) {
    const rows = tokens.map(({ line, expiresOn }) => [line.output, line.scope, clientId, expiresOn, proof]);
    return { heading: 'Access tokens', columns: COLUMNS, rows };
}
//# sourceMappingURL=token-table.js.map
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
// EXTERNAL MODULE: ./build/programs/src/input/scalars.js
var scalars = __webpack_require__(7938);
// EXTERNAL MODULE: ./build/programs/src/input/sign-in-inputs.js + 1 modules
var sign_in_inputs = __webpack_require__(2520);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/needed-roles.js
// All the permissions that an action needs: whoever is told of one at a time meets the next refusal.

/** Refusals for want of a permission, with all that signing needs; every other failure as it is. */
function withSigningRoles(error, { name }) {
    return advising(error, `In all, minting tokens needs "Key Vault Reader" at the scope \u2026/certificates/${name} and "Key Vault Crypto User" at \u2026/keys/${name} (with access policies: "get" of certificates, "sign" of keys), and no other role.`);
}
/** Refusals for want of a permission, with all that a rotation needs of the vault; every other failure as it is. */
function withRotationRoles(error, { name }) {
    return advising(error, `In all, a rotation needs "Key Vault Secrets Officer" at the scope \u2026/secrets/${name} (with access policies: "get" and "set" of secrets), and no other role.`);
}
function advising(error, advice) {
    return new errors/* ActionErrors */.o9((0,errors/* foreseenErrors */.jq)(error).map((one) => /^VAULT_FORBIDDEN_BY_(?:RBAC|POLICY)$/.test(one.code) ? one.advising(advice) : one));
}
//# sourceMappingURL=needed-roles.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/programs/src/certificate/der.js
var certificate_der = __webpack_require__(4847);
// EXTERNAL MODULE: ./build/programs/src/http/json.js
var http_json = __webpack_require__(8567);
// EXTERNAL MODULE: ./build/programs/src/keyvault/ask-vault.js
var ask_vault = __webpack_require__(9132);
// EXTERNAL MODULE: ./build/programs/src/secret-text.js
var secret_text = __webpack_require__(7720);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/bundles.js
// Key Vault's answers, decoded: https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
// and .../certificates/get-certificate/get-certificate (api-version 7.4).


/** The body as a secret; undefined where it is none. */
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
/** The body as a certificate; undefined where it is none. */
function bundles_decodeCertificateBundle(body) {
    const bundle = parseJsonObject(body);
    const version = versionOf(bundle?.['id']);
    const cer = asText(bundle?.['cer'], /^[A-Za-z0-9+/]+={0,2}$/);
    const secretId = asText(bundle?.['sid'], /^https:\/\/[\x21-\x7e]+$/);
    const attributes = decodeAttributes(bundle);
    if (version === undefined || cer === undefined || secretId === undefined || attributes === undefined)
        return undefined;
    return { version, der: Buffer.from(cer, 'base64'), secretId, attributes, tags: decodeTags(bundle) };
}
/** The last segment of `https://VAULT/COLLECTION/NAME/VERSION`; undefined where it is no such address. */
function versionOf(id) {
    const [, version] = /^https:\/\/[^/]+\/[a-z]+\/[^/]+\/([0-9a-f]{32})$/i.exec((0,http_json/* asText */.e1)(id, /^https:/) ?? '') ?? [];
    return version;
}
/** The life that a bundle states; undefined where it has no attributes. */
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
//# sourceMappingURL=bundles.js.map
// EXTERNAL MODULE: ./build/programs/src/plan/identifier.js + 6 modules
var identifier = __webpack_require__(2827);
// EXTERNAL MODULE: ./build/programs/src/keyvault/vault-error.js
var vault_error = __webpack_require__(3751);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/cannot-sign.js
// Why the key of a certificate cannot sign an assertion, as far as the certificate shows it.



/** @throws ActionError that says why the key cannot sign now, and what to do about it */
function checkCanSign(facts, nowMs) {
    const reason = findReason(facts, nowMs / 1000);
    if (reason === undefined)
        return;
    const { title, problem, hint } = reason;
    throw new errors/* ActionError */.lZ({
        code: 'CERTIFICATE_CANNOT_SIGN',
        title: `${(0,identifier/* vaultHost */.Df)(facts.item.vaultUrl)}: ${title}`,
        subject: (0,vault_error/* describeIdentifier */.fY)(facts.item),
        problem,
        hint,
    });
}
function findReason({ keyType, enabled, keyUsage, life }, nowSeconds) {
    const { notBefore, expires } = life;
    if (keyType !== 'rsa')
        return NOT_RSA;
    if (!enabled)
        return DISABLED;
    if (keyUsage !== undefined && !keyUsage.includes('digitalSignature'))
        return NO_SIGNATURE;
    if (expires !== undefined && expires <= nowSeconds)
        return expired(expires);
    return notBefore !== undefined && notBefore > nowSeconds ? notYetValid(notBefore) : undefined;
}
const NOT_RSA = {
    title: 'not an RSA key',
    problem: 'has a key that is not RSA, and Microsoft Entra ID takes no other from an application.',
    hint: 'Issue the certificate anew with the key type RSA or RSA-HSM.',
};
const DISABLED = {
    title: 'disabled',
    problem: 'it is disabled.',
    hint: 'Enable this version in the vault, or name another one: NAME/VERSION.',
};
const NO_SIGNATURE = {
    title: 'not a signing key',
    problem: 'has a key that is not allowed to sign: the key usages of its policy lack "digitalSignature".',
    hint: 'Issue the certificate anew with that key usage, which the default policy has.',
};
function expired(expires) {
    return {
        title: 'expired',
        problem: `expired on ${formatSeconds(expires)}.`,
        hint: 'Renew it in the vault, and upload the public part of the new version to the application.',
    };
}
function notYetValid(notBefore) {
    return {
        title: 'not valid yet',
        problem: `is valid from ${formatSeconds(notBefore)}, which is still to come.`,
        hint: "Name an earlier version, NAME/VERSION, or look at the runner's clock.",
    };
}
function formatSeconds(seconds) {
    return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
//# sourceMappingURL=cannot-sign.js.map
;// CONCATENATED MODULE: ./build/programs/src/keyvault/certificate-state.js
// What a certificate's bundle says of its state: issued or still pending, enabled or disabled. A vault answers 200 for all.





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
        subject: (0,vault_error/* describeIdentifier */.fY)(item),
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
//# sourceMappingURL=certificate-state.js.map
// EXTERNAL MODULE: ./build/programs/src/keyvault/vault-request.js
var vault_request = __webpack_require__(1112);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/signing-certificate.js
// A certificate whose key signs in the vault: its public part, decoded and judged before anything is signed.
// https://learn.microsoft.com/rest/api/keyvault/certificates/get-certificate/get-certificate (api-version 7.4)









/**
 * Reads the certificate, and only its public part.
 * @throws ActionError where the vault refuses, and where what it gives cannot sign
 */
async function readSigningCertificate(item, access, nowMs) {
    const body = await (0,ask_vault/* askVault */.y)({ identifier: item, makeRequest: (token) => (0,vault_request/* getObjectRequest */.rr)(item, token) }, access);
    const json = (0,http_json/* parseJsonObject */.dw)(body);
    checkIssued(json, item);
    const bundle = decodeSigningBundle(json);
    if (bundle === undefined)
        throw (0,vault_error/* unusableAnswerError */.W3)(item, 'the answer is not a certificate.', body);
    const key = (0,vault_request/* siblingIdentifierOf */.l9)(bundle.keyId, 'keys', item);
    if (key === undefined) {
        throw (0,vault_error/* unusableAnswerError */.W3)(item, 'the answer says that the private key is elsewhere, and nothing was sent there.');
    }
    const x509 = parseCertificate(bundle.der, item);
    const life = narrow(bundle.attributes, x509);
    const { enabled, keyUsage, version, der } = bundle;
    checkCanSign({ item, enabled, keyUsage, life, keyType: x509.publicKey.asymmetricKeyType }, nowMs);
    return { item, version, der, publicKey: x509.publicKey, life, key };
}
/** The body as a certificate with a key; undefined where it is none. */
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
        throw (0,certificate_der/* notDer */.LB)().about((0,vault_error/* describeIdentifier */.fY)(item));
    }
}
// The vault obeys its own attributes, Entra the certificate: it has to be in force by both.
function narrow({ notBefore, expires }, { validFrom, validTo }) {
    return {
        notBefore: choose(Math.max, notBefore, Date.parse(validFrom) / 1000),
        expires: choose(Math.min, expires, Date.parse(validTo) / 1000),
    };
}
// A time that is none in the certificate leaves the vault's.
function choose(pick, ofVault, own) {
    return Number.isNaN(own) ? ofVault : pick(ofVault ?? own, own);
}
//# sourceMappingURL=signing-certificate.js.map
// EXTERNAL MODULE: ./build/programs/src/render/expiry.js
var render_expiry = __webpack_require__(7734);
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
function mask_warnings_warnOfMasks({ item, weakness }) {
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
        const { kind } = judgeExpiry(life, question.nowMs, question.warningDays);
        return kind === 'expired' || kind === 'expiring';
    });
    const items = [...near, ...findExpired(passedOver, question)].map(({ item }) => item);
    const names = items.filter(({ collection }) => collection !== 'keys').map(({ name }) => name);
    return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
function warnOfLives({ rendered, passedOver }, question) {
    const warnings = new Map(rendered.map(({ item, life }) => [identifierKey(item), warnOfLife(item, life, question)]));
    for (const { item, life } of findExpired(passedOver, question)) {
        const subject = describeIdentifier(item);
        const text = `${subject} expired on ${formatInstant(life.expires)}, and a pattern passed it over. Renew it.`;
        const key = identifierKey(item);
        if (!warnings.has(key))
            warnings.set(key, [{ title: `Expired: ${subject}`, text }]);
    }
    return [...warnings.values()].flat();
}
// What backs a certificate is the certificate's own matter.
function findExpired(passedOver, { nowMs }) {
    return passedOver.filter(({ reason, life }) => reason !== 'managed' && judgeExpiry(life, nowMs, 0).kind === 'expired');
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
;// CONCATENATED MODULE: ./build/programs/src/keyvault/earlier-version.js


/**
 * The newest version before `version` that is enabled and in force; undefined if there is none. The list is in no order,
 * so what counts is when each was made.
 * @throws ActionError if the vault refuses the list of versions
 */
async function findEarlierVersion(certificate, version, { access, nowMs }) {
    const versions = [];
    for await (const page of listPages({ ...certificate, version: undefined }, (question) => (0,ask_vault/* askVault */.y)(question, access)))
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
//# sourceMappingURL=earlier-version.js.map
// EXTERNAL MODULE: ./build/programs/src/flow/mint-each.js + 3 modules
var mint_each = __webpack_require__(4312);
// EXTERNAL MODULE: ./build/programs/src/certificate/pem.js
var pem = __webpack_require__(2053);
;// CONCATENATED MODULE: ./build/programs/src/certificate/subject.js
// A distinguished name as .NET prints it, which is how PowerShell users know their certificates.

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
    // What has no text form is shown as RFC 4514 section 2.4 does.
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
// As .NET reads it: UTF-8 where it is that, which the standard does not foresee and software writes, else Latin-1.
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
//# sourceMappingURL=subject.js.map
;// CONCATENATED MODULE: ./build/programs/src/certificate/describe.js
// What a certificate says of itself.




/**
 * The facts of an X.509 certificate in DER (RFC 5280 section 4.1).
 * @throws ActionError where it is none
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
//# sourceMappingURL=describe.js.map
// EXTERNAL MODULE: ./build/programs/src/entra/client-assertion.js
var client_assertion = __webpack_require__(6177);
// EXTERNAL MODULE: ./build/programs/src/entra/claims.js
var claims = __webpack_require__(4226);
// EXTERNAL MODULE: ./build/programs/src/entra/exchange-token.js
var exchange_token = __webpack_require__(138);
;// CONCATENATED MODULE: ./build/programs/src/entra/mint-token.js



/**
 * A token for the target's scope, masked.
 * @throws ActionError with advice where it is refused or there is no answer
 */
async function mintToken({ clientId, assertion, token, notes }, target, context) {
    const fields = (0,client_assertion/* assertionFields */.g)(assertion);
    const accessToken = await (0,exchange_token/* exchangeToken */.r)({ clientId, fields, token, notes }, target, context);
    await context.mask(accessToken.token);
    context.log.debug(() => (0,claims/* describeClaims */.Zs)(accessToken.token));
    return accessToken;
}
//# sourceMappingURL=mint-token.js.map
// EXTERNAL MODULE: ./build/programs/src/entra/token-request.js
var token_request = __webpack_require__(6518);
// EXTERNAL MODULE: ./build/programs/src/input/scope-lines.js
var scope_lines = __webpack_require__(8405);
;// CONCATENATED MODULE: ./build/programs/src/keyvault/sign.js
// Key Vault's sign operation: a digest goes in, a signature comes out, the private key stays.
// https://learn.microsoft.com/rest/api/keyvault/keys/sign/sign (api-version 7.4)






/**
 * Has the vault sign the text by RSASSA-PSS with SHA-256 and a salt of 32 bytes (PS256, RFC 7518 section 3.5). The vault sees
 * the 32 bytes of its digest, and nothing else leaves the runner.
 * @throws ActionError where the vault refuses, or gives what is no signature by this certificate's key
 */
async function signInVault(text, { key, publicKey }, access) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(text).digest();
    const body = await (0,ask_vault/* askVault */.y)({ identifier: key, operation: 'sign', makeRequest: (token) => signRequest(key, digest, token) }, access);
    const signature = decodeSignature(body);
    if (signature === undefined)
        throw (0,vault_error/* unusableAnswerError */.W3)(key, 'the answer is not a signature.', body);
    if (!isSignedBy(publicKey, text, signature))
        throw wrongSignature(key);
    return signature;
}
// The request that has a key of the vault sign a SHA-256 digest by PS256.
function signRequest({ vaultUrl, name, version }, digest, token) {
    const { url, headers } = (0,vault_request/* getRequest */.iq)(`${vaultUrl}/keys/${name}/${version}/sign?api-version=${vault_request/* API_VERSION */.mG}`, token);
    return {
        method: 'POST',
        url,
        headers: { ...headers, 'content-type': 'application/json' },
        body: new secret_text/* SecretText */.o(JSON.stringify({ alg: 'PS256', value: digest.toString('base64url') })),
    };
}
/** The body as a signature; undefined where it is none. */
function decodeSignature(body) {
    const value = (0,http_json/* asText */.e1)((0,http_json/* parseJsonObject */.dw)(body)?.['value'], /^[A-Za-z0-9_-]+$/);
    return value === undefined ? undefined : Buffer.from(value, 'base64url');
}
// A signature of another length than the modulus does not verify either.
function isSignedBy(key, text, signature) {
    return (0,external_node_crypto_.verify)('sha256', text, { key, padding: external_node_crypto_.constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }, signature);
}
function wrongSignature(key) {
    return (0,vault_error/* unusableAnswerError */.W3)(key, "the signature is not one by the certificate's key, and was sent nowhere.");
}
//# sourceMappingURL=sign.js.map
;// CONCATENATED MODULE: ./build/programs/src/flow/vault-signed-client.js
// An application that proves itself with a certificate whose key stays in the vault: one assertion, signed there once.









/** Entra's number for a certificate that it does not know as one of the application. */
const UNKNOWN_CERTIFICATE = 700027;
/** Was the application refused for a certificate that is not among its own? */
function isUnknownCertificate({ code }) {
    return code === `ENTRA_AADSTS${UNKNOWN_CERTIFICATE}`;
}
/**
 * Mints a token for each line with one assertion.
 * @throws ActionError if the vault does not sign
 */
async function mintForClient(client, lines, { ports, open }) {
    const assertion = await proveInVault(client, ports, open);
    const notes = describeClient(client);
    return (0,mint_each/* mintEach */.KK)(lines, (line) => {
        const order = { clientId: client.appId, assertion, token: (0,scope_lines/* describeToken */.d)(line), notes };
        return mintToken(order, { ...open.target, ...client.tenant, scope: line.scope }, open.context);
    });
}
/**
 * An assertion for all token requests of the step, masked. Whether one may be sent twice is for the authority to say
 * (RFC 7523 section 3); Entra takes it as often as it lives, as Microsoft's own client library (MSAL) relies on.
 * @throws ActionError where the vault does not sign
 */
async function proveInVault({ appId: clientId, tenant, certificate }, ports, access) {
    const client = { clientId, audience: (0,token_request/* tokenEndpoint */.lN)((0,token_request/* authorityOf */.vO)(tenant)), certificate: certificate.der };
    const sign = (text) => signInVault(text, certificate, access).catch((error) => {
        throw withSigningRoles(error, certificate.item);
    });
    const assertion = await (0,client_assertion/* makeClientAssertion */.c)(client, ports, sign);
    await access.context.mask(assertion);
    return assertion;
}
/** What helps where Entra refuses the application. */
function describeClient({ appId, certificate }) {
    const { item, version, der } = certificate;
    const file = `${item.name}.pem`;
    return [
        {
            errorCodes: [UNKNOWN_CERTIFICATE],
            text: `Certificate ${item.name} (version ${version}, thumbprint ${describeCertificate(der).thumbprint}) must be uploaded to application ${appId}. Its public part is in the log of this step: save it as ${file} and run "az ad app credential reset --id ${appId} --cert @${file} --append", or upload the file in the portal under App registrations \u2192 Certificates & secrets. Each version that the vault makes when it renews the certificate must be uploaded, too.`,
            replacesAdvice: true,
        },
        {
            errorCodes: [700016, 70001, 700011, 7000112, 7000229, 90002, 900023],
            text: 'Here the application is that of app-id (else client-id), and the tenant that of app-tenant-id (else tenant-id).',
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
;// CONCATENATED MODULE: ./build/programs/src/flow/earlier-certificate.js
// A certificate that the vault has renewed, and whose new version nobody has uploaded yet: the version before it signs.







/** Whether tokens were refused since Entra does not know the version that signed. */
function isUnknownVersion(outcome) {
    return outcome.kind === 'refused' && outcome.refused.some(({ error }) => isUnknownCertificate(error));
}
/**
 * Mints all tokens with the newest version before the one that was refused. It is tried once.
 * @throws ActionErrors with each token that is refused again; with the first refusals if no earlier version can sign
 */
async function mintByEarlierVersion({ client, outcome, lines }, access) {
    const given = async (attempt) => attempt.catch((error) => {
        const [{ message }] = (0,errors/* foreseenErrors */.jq)(error);
        throw (0,mint_each/* failureOf */.g5)(outcome, `The version before it could not be tried. ${message}`);
    });
    const earlier = await given(findEarlierClient(client, access));
    if (earlier === undefined)
        throw (0,mint_each/* failureOf */.g5)(outcome, 'The vault has no earlier version that is enabled and valid.');
    const warning = warnOfVersion(client, earlier);
    access.ports.log.info(warning.text);
    const second = await given(mintForClient(earlier, lines, access));
    if (second.kind === 'minted')
        return { client: earlier, tokens: second.tokens, warning };
    if (!isUnknownVersion(second))
        throw (0,mint_each/* failureOf */.g5)(second);
    throw (0,mint_each/* failureOf */.g5)(outcome, `Its earlier version ${earlier.certificate.version} is not known, either.`);
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
        text: `Microsoft Entra ID does not know version ${version} of certificate ${item.name} in ${(0,identifier/* vaultHost */.Df)(item.vaultUrl)} (AADSTS700027), so version ${earlier.version}, which expires on ${(0,render_expiry/* formatInstant */.r)(earlier.life.expires)}, signs. Upload version ${version} to application ${appId} before that: its public part is in the log of this step, so save it as ${file} and run "az ad app credential reset --id ${appId} --cert @${file} --append".`,
    };
}
//# sourceMappingURL=earlier-certificate.js.map
// EXTERNAL MODULE: ./build/programs/src/flow/open-session.js + 3 modules
var open_session = __webpack_require__(7019);
;// CONCATENATED MODULE: ./build/programs/src/flow/mint-by-certificate.js












/** A certificate that ends within so many days draws a warning: a new one must be uploaded before. */
const WARNING_DAYS = 30;
/**
 * Mints a token for each line of the plan.
 * @throws ActionErrors with each token that was refused, or with what went wrong in the vault
 */
async function mintByCertificate(ports, order) {
    const { credential, owner, plan } = order;
    const appId = findAppId(ports, order);
    const open = await (0,open_session/* openSession */.fA)(ports, { credential, cloud: plan.cloud, firstItem: owner.certificate });
    const newest = await findClient(ports, { appId, owner }, open);
    const outcome = await mintForClient(newest, plan.tokens, { ports, open });
    if (!isUnknownVersion(outcome))
        return describeMinted(ports, { client: newest, tokens: (0,mint_each/* takeTokens */.Wi)(outcome) });
    logCertificate(ports, newest.certificate);
    // A version that the workflow names is meant.
    if (owner.certificate.version !== undefined)
        throw (0,mint_each/* failureOf */.g5)(outcome);
    const refused = { client: newest, outcome, lines: plan.tokens };
    return describeMinted(ports, await mintByEarlierVersion(refused, { ports, open }));
}
function findAppId({ inputs }, { credential, owner }) {
    const appId = owner.appId ?? (0,sign_in_inputs/* readSignInInputs */.Wp)(inputs).clientId?.value ?? credential.clientId;
    if (appId !== undefined)
        return appId;
    throw (0,scalars/* invalidInput */.aY)('app-id', 'is empty, and so is client-id.', 'Set it to the application that the tokens are for.');
}
async function findClient({ inputs, clock }, { owner, appId }, open) {
    const { authorityHost, tenantId: signedIn } = open.target;
    const tenantId = owner.appTenantId ?? (0,sign_in_inputs/* readSignInInputs */.Wp)(inputs).tenantId?.value ?? signedIn ?? open.identity.tenantId;
    if (tenantId === undefined) {
        throw (0,scalars/* invalidInput */.aY)('app-tenant-id', 'is empty, and the sign-in names no tenant.', 'Set it, or tenant-id.');
    }
    const certificate = await readSigningCertificate(owner.certificate, open, clock.nowMs()).catch((error) => {
        throw withSigningRoles(error, owner.certificate);
    });
    return { appId, tenant: { authorityHost, tenantId }, certificate };
}
function describeMinted({ clock }, { client, tokens, warning }) {
    const { item, version, life, key } = client.certificate;
    const signed = `${(0,vault_error/* describeIdentifier */.fY)({ ...item, version: undefined })} (version ${version}, expires ${(0,render_expiry/* formatInstant */.r)(life.expires)})`;
    return {
        tokens,
        clientId: client.appId,
        headline: `Minted for application ${client.appId}, masked and exported; ${signed} signed in ${(0,identifier/* vaultHost */.Df)(item.vaultUrl)}:`,
        proof: `${(0,vault_error/* describeIdentifier */.fY)(key)} in ${(0,identifier/* vaultHost */.Df)(key.vaultUrl)}`,
        warnings: [
            ...(warning === undefined ? [] : [warning]),
            ...warnOfLife(item, life, { nowMs: clock.nowMs(), warningDays: WARNING_DAYS }),
        ],
    };
}
//# sourceMappingURL=mint-by-certificate.js.map
;// CONCATENATED MODULE: ./build/programs/src/flow/mint-and-export.js
// What the token action does once everything is decided: minting with a certificate, if one is named, and the export of
// all tokens. Loaded then, and without a certificate while the tokens are being minted.






/** Mints with a certificate, and exports all tokens. @throws ActionErrors if one is refused or cannot be exported */
async function mintAndExport(order, options, ports) {
    await exportTokens(await mintByCertificate(ports, order), options, ports);
}
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
//# sourceMappingURL=mint-and-export.js.map

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