"use strict";
exports.id = 202;
exports.ids = [202];
exports.modules = {

/***/ 202:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judgeAll: () => (/* binding */ judgeAll),
  keepVisible: () => (/* binding */ keepVisible),
  renderAll: () => (/* binding */ renderAll),
  renderAttributes: () => (/* binding */ renderAttributes),
  renderKey: () => (/* binding */ renderKey)
});

// EXTERNAL MODULE: ./build/programs/src/errors.js + 1 modules
var errors = __webpack_require__(5261);
// EXTERNAL MODULE: ./build/programs/src/masks/masks.js + 1 modules
var masks = __webpack_require__(863);
// EXTERNAL MODULE: ./build/programs/src/masks/structure.js
var structure = __webpack_require__(4599);
// EXTERNAL MODULE: ./build/programs/src/plan/identifier.js + 1 modules
var identifier = __webpack_require__(1598);
// EXTERNAL MODULE: ./build/programs/src/secret-text.js
var secret_text = __webpack_require__(7720);
// EXTERNAL MODULE: ./build/programs/src/time.js
var time = __webpack_require__(3475);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/programs/src/input/line-mistakes.js + 1 modules
var line_mistakes = __webpack_require__(6192);
// EXTERNAL MODULE: ./build/programs/src/render/rendered.js
var render_rendered = __webpack_require__(9392);
;// CONCATENATED MODULE: ./build/programs/src/render/json-leaves.js


/** Outputs are named after paths: what is nested deeper is no configuration. */
const MAX_DEPTH = 64;
/**
 * Reads an object or a list.
 * @throws ActionError of no subject if the text is neither, or is nested too deep
 */
function readJson(text) {
    if (!isJson(text) || !/^[\t\n\r ]*[{[]/.test(text)) {
        throw (0,render_rendered/* valueError */.ao)('the value is not a JSON object or list.', 'Remove | json to get it as it is.');
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
            throw (0,render_rendered/* valueError */.ao)('the value is JSON that is nested too deeply.', `Expected at most ${MAX_DEPTH} levels.`);
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
        throw (0,render_rendered/* valueError */.ao)(`the path ${(0,line_mistakes/* quote */.hD)(path)} leads to more than one value.`, 'A key occurs twice, or has dots: change the value.');
    }
    if (isBranch(found)) {
        throw (0,render_rendered/* valueError */.ao)(`the path ${(0,line_mistakes/* quote */.hD)(path)} leads to ${describeNode(found)}, not to a leaf.`, 'Add keys or positions to the path, with a "." before each, until it leads to one leaf.');
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
    const before = offset === 0 ? 'the whole value' : (0,line_mistakes/* quote */.hD)(path.slice(0, offset - 1));
    const [part = ''] = path.slice(offset).split('.');
    const nowhere = `the path ${(0,line_mistakes/* quote */.hD)(path)} leads nowhere: ${before} is ${describeNode(node)}`;
    switch (node?.kind) {
        case 'object': {
            const lower = part.toLowerCase();
            const isNear = node.entries.some(({ key }) => key.toLowerCase() === lower);
            const near = isNear ? ', and one key there differs only in case' : '';
            return (0,render_rendered/* valueError */.ao)(`${nowhere} without the key ${(0,line_mistakes/* quote */.hD)(part)}.`, `Keys must match exactly${near}.`);
        }
        case 'list':
            return (0,render_rendered/* valueError */.ao)(`${nowhere}, which has no position ${(0,line_mistakes/* quote */.hD)(part)}.`, 'Positions in lists count from 0.');
        default:
            return (0,render_rendered/* valueError */.ao)(`${nowhere}, and nothing is below it.`, `End the path there.`);
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
;// CONCATENATED MODULE: ./build/programs/src/render/apply-modifiers.js
// A secret's value after base64 and json have been applied, in the order of its line.





/**
 * Returns the value after the modifiers.
 * @param stored as the vault holds it
 * @throws ActionError of no subject if it is not what a modifier expects
 */
async function applyModifiers(stored, modifiers) {
    let stage = {
        bytes: Buffer.from(stored),
        text: stored,
        leaves: [],
        own: ({ maskValue }) => maskValue(stored),
        earlier: [],
    };
    if (modifiers.base64 === 'value')
        stage = decode(stage, modifiers);
    if (modifiers.json !== undefined)
        stage = readLeaves(stage, { ...modifiers, path: modifiers.json.path });
    if (modifiers.base64 === 'leaf')
        stage = decode(stage, modifiers);
    const { bytes, text, leaves, own, earlier } = stage;
    const room = await Promise.all(/* import() */[__webpack_require__.e(103), __webpack_require__.e(36)]).then(__webpack_require__.bind(__webpack_require__, 36));
    return { bytes, text, leaves, masking: (0,masks/* joinMaskings */.yy)(...[...earlier, own].map((mask) => mask(room))) };
}
function decode({ text, own, earlier }, { base64, json, file }) {
    const isBeforePath = base64 === 'value' && json?.path !== undefined;
    const bytes = orAdvise(() => decodeBase64((0,masks/* withoutMark */.E_)(textOf(text))), isBeforePath ? LEAF_FIRST : undefined);
    const decoded = { bytes, leaves: [], earlier: [...earlier, own] };
    if ((0,external_node_buffer_.isUtf8)(bytes))
        return { ...decoded, text: bytes.toString(), own: ({ maskValue }) => maskValue(bytes.toString()) };
    if (file)
        return { ...decoded, text: undefined, own: ({ maskBinary }) => maskBinary(bytes) };
    throw (0,render_rendered/* valueError */.ao)('the decoded value is not UTF-8, as every output must be.', 'Write | base64 | file to get its bytes in a file.');
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
    const tree = orAdvise(() => readJson((0,masks/* withoutMark */.E_)(whole)), base64 === 'leaf' ? VALUE_FIRST : undefined);
    if (path === undefined)
        return { ...rest, text, earlier, leaves: tree.leaves, own: ({ maskJson }) => maskJson(whole, tree.leaves) };
    // The other leaves stay in the vault.
    const leaf = pickLeaf(tree, path);
    return {
        bytes: Buffer.from(leaf.text),
        text: leaf.text,
        leaves: [],
        earlier: [],
        own: ({ maskPicked }) => maskPicked(leaf),
    };
}
// Only decoding gives bytes that are no text, and only JSON can be expected of them then.
function textOf(text) {
    if (text !== undefined)
        return text;
    throw (0,render_rendered/* valueError */.ao)('the decoded value is not UTF-8, so it is not JSON.', 'Remove | json to get it in a file.');
}
const HINT = 'Remove | base64 to get the value as it is.';
/**
 * The bytes.
 * @throws ActionError of no subject if the text is not base64
 */
function decodeBase64(text) {
    const digits = text
        .split(/[\r\n]/)
        .map((line) => line.trim())
        .join('');
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) {
        throw (0,render_rendered/* valueError */.ao)('the value is not base64: it has other characters, or a "=" before its end.', `Expected A-Z, a-z, 0-9, "+" and "/", padded with "=". ${HINT}`);
    }
    if (digits.length % 4 !== 0) {
        throw (0,render_rendered/* valueError */.ao)('the value is not base64: its padding is missing, or it is cut off.', `Expected a multiple of four characters, padded with "=". ${HINT}`);
    }
    return Buffer.from(digits, 'base64');
}
//# sourceMappingURL=apply-modifiers.js.map
;// CONCATENATED MODULE: ./build/programs/src/render/render-secret.js





/**
 * The value, byte for byte, and what the modifiers of its line make of it.
 * @throws ActionErrors that name the line if the value is not what a modifier expects, or the output of a leaf is taken
 */
async function renderSecret(destination, secret, { takenNames }) {
    const { output, item, modifiers, line } = destination;
    try {
        const { bytes, text, leaves, masking } = await readSecretValue(secret, modifiers);
        const ofLeaves = leaves.map((leaf) => ({ name: leafOutput(output, leaf), text: leaf.text }));
        takenNames.take({
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
            files: modifiers.file ? [file] : [],
            storeEntries: [],
            ...(modifiers.unmasked ? { masks: [], weakness: undefined } : masking),
            secrets: outputs,
            ...(secret.isManaged && { remarks: [OF_CERTIFICATE] }),
            // White space around JSON is not part of what it says.
            notes: warnOfEdges(item, isJsonTree(modifiers) ? ofLeaves : own),
        };
    }
    catch (error) {
        throw (0,render_rendered/* errorsOfLine */.Zk)(destination, error);
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
 * Returns the value after the modifiers of its line.
 * @throws ActionError of no subject if it is not what a modifier expects
 */
async function readSecretValue({ value, contentType }, modifiers) {
    const stored = value.reveal();
    if (modifiers.base64 || modifiers.json !== undefined)
        return applyModifiers(stored, modifiers);
    const masking = await maskStored(stored, contentType);
    return { bytes: Buffer.from(stored), text: stored, leaves: [], masking };
}
// Values that may hold a private key: PEM, and base64 of a PFX. A certificate named under `secrets` comes out as any secret.
// Most values hold none, so what opens keys is loaded for these alone.
async function maskStored(stored, contentType) {
    const isPfx = contentType === 'application/x-pkcs12';
    if (!isPfx && !/-----BEGIN |^\s*MI/.test(stored))
        return (0,masks/* maskSecret */.$l)(stored);
    const { maskOpenPfx, maskValue } = await Promise.all(/* import() */[__webpack_require__.e(103), __webpack_require__.e(36)]).then(__webpack_require__.bind(__webpack_require__, 36));
    return isPfx ? maskOpenPfx(stored) : maskValue(stored);
}
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
    const subject = (0,identifier/* describeIdentifier */.fY)(item);
    return [
        {
            title: `White space: ${subject}`,
            text: `${subject}: ${named.join(', ')}${more}. Some programs remove that, and others do not. If it is not intended, store the value without it.`,
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
//# sourceMappingURL=render-secret.js.map
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
        const { kind } = (0,time/* judgeExpiry */.BF)(life, options.nowMs, options.warningDays);
        return kind === 'expired' || kind === 'expiring';
    });
    const items = [...near, ...findExpired(skipped, options)].map(({ item }) => item);
    const names = items.filter(({ collection }) => collection !== 'keys').map(({ name }) => name);
    return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
function warnOfLives({ rendered, skipped }, options) {
    const warnings = new Map(rendered.map(({ item, life }) => [(0,identifier/* identifierKey */.Z6)(item), warnOfLife(item, life, options)]));
    for (const { item, life } of findExpired(skipped, options)) {
        const subject = (0,identifier/* describeIdentifier */.fY)(item);
        const text = `${subject} expired on ${(0,time/* formatInstant */.r4)(life.expires)}, so a pattern skipped it. Renew it.`;
        const key = (0,identifier/* identifierKey */.Z6)(item);
        if (!warnings.has(key))
            warnings.set(key, [{ title: `Expired: ${subject}`, text }]);
    }
    return [...warnings.values()].flat();
}
// A secret that backs a certificate is left to the certificate.
function findExpired(skipped, { nowMs }) {
    return skipped.filter(({ reason, life }) => reason !== 'managed' && (0,time/* judgeExpiry */.BF)(life, nowMs, 0).kind === 'expired');
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
    const object = (0,identifier/* describeIdentifier */.fY)(item);
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
;// CONCATENATED MODULE: ./build/programs/src/render/render-all.js









/**
 * Returns what each destination gets, in the order of the fetched.
 * @throws ActionErrors with each item that cannot be rendered
 */
async function renderAll(fetched, context) {
    const rendered = [];
    // One after the other: the names of JSON leaves are taken in the order of the lines.
    for (const one of fetched)
        rendered.push(await (0,errors/* settle */.G9)(renderOne(one, context)));
    const all = (0,errors/* checkEach */.Qi)(rendered, (take) => take());
    const unmasked = all.filter((_, index) => isUnmasked(fetched[index]));
    return keepVisible(all, unmasked.flatMap(({ secrets }) => secrets.map(({ value }) => (0,render_rendered/* textOf */.b6)(value))));
}
/** Judges what was rendered, and what patterns skipped: ends that are near, and masks that protect little. */
function judgeAll(findings, options) {
    return { expiring: findExpiring(findings, options), warnings: findWarnings(findings, options) };
}
function isUnmasked(one) {
    return one?.kind === 'secret' && one.destination.modifiers.unmasked;
}
async function renderOne(fetched, context) {
    try {
        return await renderByKind(fetched, context);
    }
    catch (error) {
        // An error that names a line already says more.
        throw (0,errors/* failuresOf */.dJ)((0,identifier/* describeIdentifier */.fY)(fetched.destination.item), error);
    }
}
async function renderByKind(fetched, context) {
    switch (fetched.kind) {
        case 'secret':
            return renderSecret(fetched.destination, fetched.secret, context);
        case 'attributes':
            return renderAttributes(fetched.destination, fetched.version);
        case 'certificate':
            return (await Promise.all(/* import() */[__webpack_require__.e(103), __webpack_require__.e(258)]).then(__webpack_require__.bind(__webpack_require__, 6258))).renderCertificate(fetched.destination, fetched, context);
        case 'key':
            return renderKey(fetched.destination, fetched.key);
        default:
            throw fetched;
    }
}
/**
 * The results without the masks that would hide an unmasked value or one of its forms.
 * @param unmasked the values that leave unmasked
 */
function keepVisible(rendered, unmasked) {
    if (unmasked.length === 0)
        return rendered;
    const forms = unmasked.flatMap(withAndWithoutMark).flatMap(masks/* everyForm */.kc);
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
    const text = (0,masks/* toWellFormed */.lH)(value);
    return [text, (0,masks/* withoutMark */.E_)(text)];
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
    const rest = [...lines, ...(0,masks/* formsOfWhole */.gf)(text)].filter((one) => !isVisible(one));
    return rest.map((one) => new secret_text/* SecretText */.o(one));
}
// A value that is not masked does not damage the log.
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
/**
 * Three outputs, none of them a secret: the key as PEM (SubjectPublicKeyInfo), the same as JWK, and its version.
 * @throws ActionError if the key has no public part
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
/** Three outputs, none of them a secret: version, end (empty if there is none), and whether it is enabled. */
function renderAttributes({ output, item }, { version, enabled, attributes }) {
    return {
        item,
        version,
        life: attributes,
        outputs: [
            { name: `${output}-version`, value: version },
            { name: `${output}-expires-on`, value: (0,time/* formatInstant */.r4)(attributes.expires) },
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
//# sourceMappingURL=render-all.js.map

/***/ })

};
;