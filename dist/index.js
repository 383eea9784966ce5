import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: ./build/src/errors.js
// Failures that were foreseen: each says what failed, what to do about it, and which request it was.
/** A foreseen failure. Everything else that is thrown is a defect of the action. */
class ActionError extends Error {
    code;
    title;
    subject;
    problem;
    hint;
    requestId;
    constructor(parts) {
        super(describe(parts), 'cause' in parts ? { cause: parts.cause } : undefined);
        this.name = 'ActionError';
        this.code = parts.code;
        this.title = parts.title;
        this.subject = parts.subject;
        this.problem = parts.problem;
        this.hint = parts.hint;
        this.requestId = parts.requestId;
    }
    /** The same failure, said of something else. */
    about(subject) {
        return new ActionError({ ...partsOf(this), subject });
    }
    /** The same failure, with one more sentence of advice. */
    advising(more) {
        return new ActionError({ ...partsOf(this), hint: this.hint === undefined ? more : `${this.hint} ${more}` });
    }
}
/** Several foreseen failures, found in one go. */
class ActionErrors extends Error {
    errors;
    constructor(errors) {
        super(errors.map((error) => error.message).join('\n'));
        this.name = 'ActionErrors';
        this.errors = errors;
    }
}
/**
 * Runs every check to its end, so that one run reports every problem, and gives their results under the same names.
 * @throws ActionErrors with all that the checks threw
 */
function checkAll(checks) {
    const results = checkEach(Object.entries(checks), ([name, check]) => [name, check()]);
    return Object.fromEntries(results);
}
/**
 * As `items.map(check)`, but each item is checked even where one before it failed.
 * @throws ActionErrors with all that `check` threw
 */
function checkEach(items, check) {
    const results = [];
    const errors = [];
    for (const item of items) {
        try {
            results.push(check(item));
        }
        catch (error) {
            errors.push(...foreseenErrors(error));
        }
    }
    if (errors.length > 0)
        throw new ActionErrors(errors);
    return results;
}
/** The foreseen failures that `error` stands for. Throws `error` itself where it was not foreseen. */
function foreseenErrors(error) {
    if (error instanceof ActionError)
        return [error];
    if (error instanceof ActionErrors)
        return error.errors;
    throw error;
}
/**
 * The foreseen failures that `error` stands for. What they say of `former`, in whatever case, or, where that is left out,
 * of nothing, they say of `subject` instead. Throws `error` itself where it was not foreseen.
 */
function failuresOf(subject, error, former) {
    const isMeant = (one) => one.subject?.toLowerCase() === former?.toLowerCase();
    return new ActionErrors(foreseenErrors(error).map((one) => (isMeant(one) ? one.about(subject) : one)));
}
function describe(parts) {
    const subject = parts.subject === undefined ? '' : `${parts.subject}: `;
    const hint = parts.hint === undefined ? '' : ` ${parts.hint}`;
    const requestId = parts.requestId === undefined ? '' : ` (${parts.requestId})`;
    return `${subject}${parts.problem}${hint}${requestId}`;
}
function partsOf(error) {
    const { code, title, subject, problem, hint, requestId, cause } = error;
    return {
        code,
        title,
        problem,
        ...(subject !== undefined && { subject }),
        ...(hint !== undefined && { hint }),
        ...(requestId !== undefined && { requestId }),
        ...(cause !== undefined && { cause }),
    };
}
//# sourceMappingURL=errors.js.map
;// CONCATENATED MODULE: ./build/src/export/annotate.js
/** A runner shows this many annotations of a level for a step, and drops the rest without a word. */
const MAX_ANNOTATIONS = 10;
/** A runner cuts an annotation at 4,096 characters; what happened and what to do come after the subjects. */
const MAX_SUBJECTS_LENGTH = 3_000;
/** Annotates; where there are more than a runner shows, the last one counts the rest and the log has them all. */
function annotateAll(log, level, annotations) {
    const shown = annotations.length > MAX_ANNOTATIONS ? annotations.slice(0, MAX_ANNOTATIONS - 1) : annotations;
    const rest = annotations.slice(shown.length);
    for (const annotation of shown)
        log.annotate(level, annotation);
    if (rest.length === 0)
        return;
    for (const { title, text } of rest)
        log.info(`${title}: ${text}`);
    log.annotate(level, { title: `${rest.length} more`, text: `${rest.length} more are in the log of this step.` });
}
/** One annotation a cause: errors that differ only in what they are about share one that lists them. */
function describeErrors(errors) {
    const groups = new Map();
    for (const error of errors) {
        // What is wrong with a line is said of that line; objects or tokens that a service refuses for one reason are one matter.
        const subject = /^(?:VAULT|ENTRA)_/.test(error.code) ? '' : error.subject;
        const key = JSON.stringify([error.code, error.title, error.problem, error.hint, subject]);
        groups.set(key, [...(groups.get(key) ?? []), error]);
    }
    return [...groups.values()].map(describeGroup);
}
function describeGroup(errors) {
    const [first] = errors;
    if (errors.length === 1)
        return { title: first.title, text: first.message };
    const hint = first.hint === undefined ? '' : ` ${first.hint}`;
    return { title: first.title, text: `${listSubjects(errors)}: ${first.problem}${hint}` };
}
// Each once, as many as fit; the log of the step has them all.
function listSubjects(errors) {
    const described = errors.map(({ subject, requestId }) => requestId === undefined ? `${subject}` : `${subject} (${requestId})`);
    const subjects = [...new Set(described)];
    let text = '';
    for (const [index, subject] of subjects.entries()) {
        const next = index === 0 ? subject : `${text}, ${subject}`;
        if (next.length > MAX_SUBJECTS_LENGTH)
            return `${text} and ${subjects.length - index} more`;
        text = next;
    }
    return text;
}
//# sourceMappingURL=annotate.js.map
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
    return error instanceof ActionError || error instanceof ActionErrors;
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
    return new ActionError({
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
;// CONCATENATED MODULE: ./build/src/export/private-folder.js
/** What its name is saved under for the post step. */
const private_folder_FOLDER_STATE = 'folder';
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
function private_folder_isFolderName(name) {
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
    return placed === undefined ? [] : [{ name: private_folder_FOLDER_STATE, value: placed.folder }];
}
/** The folder with its files. */
function folderPart(placed, folders) {
    if (placed === undefined)
        return [];
    const { folder, files } = placed;
    return [
        {
            target: 'RUNNER_TEMP',
            begin: () => () => folders.remove(folder),
            write: () => {
                folders.make(folder);
                for (const { name, bytes } of files)
                    folders.write(folder, name, bytes);
            },
        },
    ];
}
//# sourceMappingURL=private-folder.js.map
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./build/src/plan/store-site.js
// Where a user's certificate store is, CurrentUser\My as .NET calls it.

// dotnet/runtime, OpenSslDirectoryBasedStoreProvider.cs and PersistedFiles.Unix.cs
const FOLDERS = ['.dotnet', 'corefx', 'cryptography', 'x509stores', 'my'];
/** The store of the user that the step runs as. */
function store_site_findStoreSite(platform, variable) {
    switch (platform) {
        case 'linux': {
            const home = variable('HOME') ?? '';
            if (external_node_path_namespaceObject.posix.isAbsolute(home))
                return { kind: 'files', folder: external_node_path_namespaceObject.posix.join(home, ...FOLDERS) };
            return {
                kind: 'none',
                problem: 'has store, and HOME, below which .NET keeps the store, is not set to a folder.',
                hint: 'Set HOME to the home folder of the user that later steps run as.',
            };
        }
        case 'win32': {
            const folder = external_node_path_namespaceObject.win32.join(variable('SystemRoot') ?? 'C:\\Windows', 'System32', 'WindowsPowerShell', 'v1.0');
            return {
                kind: 'windows',
                powershell: external_node_path_namespaceObject.win32.join(folder, 'powershell.exe'),
                modules: external_node_path_namespaceObject.win32.join(folder, 'Modules'),
            };
        }
        default:
            return {
                kind: 'none',
                problem: 'has store, which works on Linux and Windows, not on macOS.',
                hint: 'Write | file, and open NAME-path with NAME-password.',
            };
    }
}
/** The folders of a store of files that have to be made for it, from its own upwards. */
function storeFolders(folder) {
    const home = folder.split('/').slice(0, -FOLDERS.length).join('/');
    return FOLDERS.map((_, index) => [home, ...FOLDERS.slice(0, FOLDERS.length - index)].join('/'));
}
/** Is it the path of a store of files? Others must not be touched. */
function store_site_isStoreFolder(path) {
    return posix.isAbsolute(path) && path.endsWith(`/${FOLDERS.join('/')}`) && posix.normalize(path) === path;
}
//# sourceMappingURL=store-site.js.map
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./build/src/certificate/der.js
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
/** An integer that is not negative and has at most six bytes, so that a double holds it (X.690 §8.3). */
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
/** An object identifier in dotted form (X.690 §8.19). */
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
    return new ActionError({
        code: 'CERTIFICATE_UNREADABLE',
        title: 'Unreadable certificate',
        problem: 'the vault gave what is no X.509 certificate.',
        hint: 'Look at the certificate in the portal.',
    });
}
//# sourceMappingURL=der.js.map
;// CONCATENATED MODULE: ./build/src/certificate/ber.js
// A reader of BER (ITU-T X.690 §8), which PKCS#12 allows beside DER: indefinite lengths, octet strings in pieces.

/** Deeper nesting than any tool writes; without a limit a few kilobytes could exhaust the stack. */
const MAX_DEPTH = 32;
const CONSTRUCTED = 0x20;
const INDEFINITE_LENGTH = 0x80;
/**
 * The elements that follow one another in `bytes`.
 * @throws ActionError where they are cut off, not BER, or nested too deeply
 */
function readBer(bytes) {
    const elements = [];
    for (let offset = 0; offset < bytes.length;) {
        const { element, end } = readBerElement(bytes, offset, MAX_DEPTH);
        elements.push(element);
        offset = end;
    }
    return elements;
}
/**
 * The elements inside a constructed element.
 * @throws ActionError where it has another tag or is not BER
 */
function readBerInside(element, tag) {
    if (element?.tag !== tag)
        throw notDer();
    return readBer(element.contents);
}
/**
 * The bytes of an octet string, whole or in pieces.
 * @param tag the primitive tag: that of an octet string, or of `[0] IMPLICIT OCTET STRING`
 * @throws ActionError where it is none
 */
function readOctets(element, tag = TAG.octetString) {
    return joinPieces(element, tag, MAX_DEPTH);
}
function joinPieces(element, tag, depth) {
    if (element?.tag === tag)
        return element.contents;
    if (element?.tag !== (tag | CONSTRUCTED) || depth === 0)
        throw notDer();
    // Whatever the tag of the whole, the pieces are plain octet strings (X.690 §8.7.3.2).
    return Buffer.concat(readBer(element.contents).map((piece) => joinPieces(piece, TAG.octetString, depth - 1)));
}
function readBerElement(bytes, offset, depth) {
    const tag = bytes[offset] ?? 0;
    const isIndefinite = (tag & 0x1f) !== 0x1f && (tag & CONSTRUCTED) !== 0 && bytes[offset + 1] === INDEFINITE_LENGTH;
    if (!isIndefinite)
        return readElement(bytes, offset);
    if (depth === 0)
        throw notDer();
    const start = offset + 2;
    let end = start;
    // Two zero bytes end it; where they are missing, reading an element beyond the end fails.
    while (bytes[end] !== 0 || bytes[end + 1] !== 0)
        end = readBerElement(bytes, end, depth - 1).end;
    const contents = bytes.subarray(start, end);
    end += 2;
    return { element: { tag, contents, raw: bytes.subarray(offset, end) }, end };
}
//# sourceMappingURL=ber.js.map
;// CONCATENATED MODULE: ./build/src/certificate/pfx-error.js
// How the reading of a PFX, or of an encrypted key in PEM, fails: never with a part of what was read.

/** The bytes are not what the format asks for. */
function unreadable(format, what, cause) {
    return new ActionError({
        code: `${format}_UNREADABLE`,
        title: `Unreadable ${format}`,
        problem: `the ${format} cannot be read: ${what}.`,
        hint: 'It may be cut off or damaged; export it again.',
        ...(cause !== undefined && { cause }),
    });
}
/** The password that was given does not open it; or none was given, and it needs one. */
function wrongPassword(format, isGiven, cause) {
    return new ActionError({
        code: `${format}_WRONG_PASSWORD`,
        title: isGiven ? `Wrong password of a ${format}` : `Password of a ${format} missing`,
        problem: isGiven
            ? `the password does not open the ${format}.`
            : `the ${format} is protected with a password, and none was given.`,
        hint: isGiven ? 'Mind white space and line breaks around it.' : 'Give its password.',
        ...(cause !== undefined && { cause }),
    });
}
/** It is well formed, and made in a way that is not known here. */
function unsupported(format, what) {
    return new ActionError({
        code: `${format}_UNSUPPORTED`,
        title: `Unsupported ${format}`,
        problem: `the ${format} uses ${what}, which is not supported.`,
        hint: 'Export it again with AES-256 and SHA-256.',
    });
}
/** Opening it would take longer than any sensible file does. */
function tooCostly(format) {
    return new ActionError({
        code: `${format}_TOO_COSTLY`,
        title: `Too many iterations in a ${format}`,
        problem: `the ${format} asks for more hash iterations than a file needs.`,
        hint: 'Export it again with fewer iterations, for example 10000.',
    });
}
/** There are certificates at most. */
function noKey(format, certificates) {
    return new ActionError({
        code: `${format}_NO_KEY`,
        title: `${format} without a private key`,
        problem: `the ${format} holds no private key; it holds ${countCertificates(certificates)}.`,
        hint: 'Export it with its private key; where the key is not exportable, that cannot be done.',
    });
}
/** No certificate belongs to a private key. */
function noCertificate(format, certificates) {
    return new ActionError({
        code: `${format}_NO_CERTIFICATE`,
        title: `${format} without the certificate of its key`,
        problem: certificates === 0
            ? `the ${format} holds a private key and no certificate.`
            : `the ${format} holds a private key and ${countCertificates(certificates)}, but none that belongs to the key.`,
        hint: 'A private key and its own certificate are needed.',
    });
}
function countCertificates(count) {
    return count === 1 ? '1 certificate' : `${count} certificates`;
}
//# sourceMappingURL=pfx-error.js.map
;// CONCATENATED MODULE: ./build/src/certificate/identity.js
// Which certificate belongs to a private key, and which ones issued it.


/** Far beyond any chain that is in use; keeps the comparisons of a hostile file few. */
const MAX_CERTIFICATES = 100;
/** Does this private key belong to the certificate (DER), that is, are their public keys equal? */
function isKeyPair(privateKey, certificate) {
    const parsed = parseCertificate(certificate);
    return parsed !== undefined && belongsTo(privateKey, parsed);
}
/**
 * The first key that one of the certificates belongs to, with that certificate and its issuers.
 * @throws ActionError where there is no key, where no certificate that is meant belongs to one, and where there are too many
 */
function findIdentity(format, { privateKeys, certificates, wanted }) {
    if (privateKeys.length === 0)
        throw noKey(format, certificates.length);
    if (Math.max(privateKeys.length, certificates.length) > MAX_CERTIFICATES)
        throw unsupported(format, `more than ${MAX_CERTIFICATES} keys or certificates`);
    const parsed = certificates.flatMap((certificate) => parseCertificate(certificate) ?? []);
    const candidates = wanted === undefined ? parsed : parsed.filter(({ raw }) => raw.equals(wanted));
    for (const privateKey of privateKeys) {
        const leaf = candidates.find((certificate) => belongsTo(privateKey, certificate));
        if (leaf === undefined)
            continue;
        return { privateKey, certificate: leaf.raw, chain: findIssuers(leaf, parsed).map(({ raw }) => raw) };
    }
    throw noCertificate(format, certificates.length);
}
function findIssuers(leaf, certificates) {
    const issuers = [];
    const left = certificates.filter((certificate) => !certificate.raw.equals(leaf.raw));
    for (let current = leaf; !isIssuedBy(current, current);) {
        const index = left.findIndex((candidate) => isIssuedBy(current, candidate));
        const [issuer] = index === -1 ? [] : left.splice(index, 1);
        if (issuer === undefined)
            break;
        issuers.push(issuer);
        current = issuer;
    }
    return issuers;
}
// Names alone do not tell: a renewed authority keeps its name.
function isIssuedBy(certificate, issuer) {
    return attempt(() => certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)) === true;
}
// Not by comparing public keys with `equals`: where their types differ, it leaves an error behind in OpenSSL's queue, and
// the next key that Node 20 or 24 parses fails with it.
function belongsTo(privateKey, certificate) {
    return certificate.checkPrivateKey(privateKey);
}
function parseCertificate(der) {
    return attempt(() => new external_node_crypto_namespaceObject.X509Certificate(der));
}
// What OpenSSL does not know, such as an exotic kind of key, is no match rather than a failure.
function attempt(act) {
    try {
        return act();
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=identity.js.map
;// CONCATENATED MODULE: ./build/src/certificate/pfx-kdf.js
// Keys from passwords: the derivation of PKCS#12 (RFC 7292 App. B) and PBKDF2 (RFC 8018 §5.2), within a limit of work.


/** @param password null stands for none, which PKCS#12 tells from the empty one */
function encodePassword(password) {
    return {
        bmp: password === null ? Buffer.alloc(0) : Buffer.from(`${password}\0`, 'utf16le').swap16(),
        utf8: Buffer.from(password ?? ''),
    };
}
/** What a file may cost: four million units of about a quarter of a microsecond, so one second, or two on a slow machine. */
const MAX_WORK = 4_000_000;
/** A hash started from JavaScript takes four times as long as one iteration of OpenSSL's PBKDF2. */
const WORK_PER_HASH = 4;
/**
 * The work that a file asks for, counted before it is done.
 *
 * The limit is for a whole file, since a hostile one may hold many keys: enough for a million iterations of PBKDF2 for
 * each of key, certificates and MAC, and for the 100,000 of PKCS#12's own derivation that Java once wrote by default.
 */
class Work {
    #format;
    #spent = 0;
    constructor(format) {
        this.#format = format;
    }
    /** @throws ActionError where there are no iterations, or all in all too many */
    spend(iterations, workOfOne) {
        if (iterations < 1)
            throw unreadable(this.#format, 'it asks for no iterations at all');
        this.#spent += iterations * workOfOne;
        if (this.#spent > MAX_WORK)
            throw tooCostly(this.#format);
    }
}
const SIZES = {
    sha1: { hash: 20, block: 64 },
    sha224: { hash: 28, block: 64 },
    sha256: { hash: 32, block: 64 },
    sha384: { hash: 48, block: 128 },
    sha512: { hash: 64, block: 128 },
};
/** What derived bytes are for (RFC 7292 App. B.3). */
const PURPOSE = { key: 1, iv: 2, mac: 3 };
/** Number of bytes that a digest gives. */
function digestLength(digest) {
    return SIZES[digest].hash;
}
/** PBKDF2 (RFC 8018 §5.2). */
function derivePbkdf2(lock, { digest, salt, iterations, length }) {
    lock.work.spend(iterations, Math.ceil(length / SIZES[digest].hash));
    return (0,external_node_crypto_namespaceObject.pbkdf2Sync)(lock.password.utf8, salt, iterations, length, digest);
}
/** PKCS#12's own derivation (RFC 7292 App. B.2, whose letters these are). */
function derivePkcs12(lock, purpose, { digest, salt, iterations, length }) {
    const { hash: u, block: v } = SIZES[digest];
    const rounds = Math.ceil(length / u);
    lock.work.spend(iterations, rounds * WORK_PER_HASH);
    const diversifier = Buffer.alloc(v, purpose);
    const input = Buffer.concat([fill(salt, v), fill(lock.password.bmp, v)]);
    const derived = [];
    for (let round = 0; round < rounds; round++) {
        let a = (0,external_node_crypto_namespaceObject.hash)(digest, Buffer.concat([diversifier, input]), 'buffer');
        for (let iteration = 1; iteration < iterations; iteration++)
            a = (0,external_node_crypto_namespaceObject.hash)(digest, a, 'buffer');
        derived.push(a);
        addToBlocks(input, Buffer.alloc(v, a));
    }
    return Buffer.concat(derived).subarray(0, length);
}
// Repeated up to a whole number of blocks; nothing stays nothing.
function fill(bytes, blockLength) {
    return bytes.length === 0 ? bytes : Buffer.alloc(Math.ceil(bytes.length / blockLength) * blockLength, bytes);
}
// Adds `addend` + 1 to each block of `blocks` as to one big number.
function addToBlocks(blocks, addend) {
    for (let start = 0; start < blocks.length; start += addend.length) {
        let carry = 1;
        for (let offset = addend.length - 1; offset >= 0; offset--) {
            const sum = blocks.readUInt8(start + offset) + addend.readUInt8(offset) + carry;
            blocks.writeUInt8(sum & 0xff, start + offset);
            carry = sum >> 8;
        }
    }
}
//# sourceMappingURL=pfx-kdf.js.map
;// CONCATENATED MODULE: ./build/src/certificate/pfx-oids.js
// The object identifiers of PKCS#12 files.
/** Content types (RFC 5652 §4, §5, §6, §8). */
const CONTENT_OID = {
    data: '1.2.840.113549.1.7.1',
    encryptedData: '1.2.840.113549.1.7.6',
};
/** Bags and what they hold (RFC 7292 §4.2, App. D). */
const BAG_OID = {
    key: '1.2.840.113549.1.12.10.1.1',
    shroudedKey: '1.2.840.113549.1.12.10.1.2',
    certificate: '1.2.840.113549.1.12.10.1.3',
    safeContents: '1.2.840.113549.1.12.10.1.6',
    x509Certificate: '1.2.840.113549.1.9.22.1',
};
/** Attributes of a bag (RFC 2985 §5.5; Microsoft's `szOID_PKCS_12_KEY_PROVIDER_NAME_ATTR`). */
const ATTRIBUTE_OID = {
    friendlyName: '1.2.840.113549.1.9.20',
    localKeyId: '1.2.840.113549.1.9.21',
    cspName: '1.3.6.1.4.1.311.17.1',
};
/** Schemes that protect (RFC 8018 App. A, RFC 7292 App. C). */
const SCHEME_OID = {
    pbkdf2: '1.2.840.113549.1.5.12',
    pbes2: '1.2.840.113549.1.5.13',
    pbmac1: '1.2.840.113549.1.5.14',
    sha1And3Des: '1.2.840.113549.1.12.1.3',
    sha1And2KeyTripleDes: '1.2.840.113549.1.12.1.4',
    sha1And128BitRc2: '1.2.840.113549.1.12.1.5',
    sha1And40BitRc2: '1.2.840.113549.1.12.1.6',
};
/** Ciphers (RFC 3565 §4.1, RFC 8018 App. B.2). */
const CIPHER_OID = {
    aes128: '2.16.840.1.101.3.4.1.2',
    aes192: '2.16.840.1.101.3.4.1.22',
    aes256: '2.16.840.1.101.3.4.1.42',
    tripleDes: '1.2.840.113549.3.7',
};
/** Digests (RFC 8017 App. B.1). */
const DIGEST_OID = {
    sha1: '1.3.14.3.2.26',
    sha256: '2.16.840.1.101.3.4.2.1',
    sha384: '2.16.840.1.101.3.4.2.2',
    sha512: '2.16.840.1.101.3.4.2.3',
};
/** HMAC with a digest (RFC 8018 App. B.1). */
const HMAC_OID = {
    sha1: '1.2.840.113549.2.7',
    sha224: '1.2.840.113549.2.8',
    sha256: '1.2.840.113549.2.9',
    sha384: '1.2.840.113549.2.10',
    sha512: '1.2.840.113549.2.11',
};
//# sourceMappingURL=pfx-oids.js.map
;// CONCATENATED MODULE: ./build/src/certificate/rc2.js
// RC2 (RFC 2268), which OpenSSL 3 and so Node no longer have, and which older PFX files hide their certificates with.
/** The first 256 digits of pi, shuffled (RFC 2268 §2). */
const PI_TABLE = [
    'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32',
    'bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626',
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a',
    '961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731',
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e',
    'c5f3db47e5a59c770aa62068fe7fc1ad',
].join('');
const BLOCK_LENGTH = 8;
/** The four words of a block, last first, and the bits by which a mixing round turns each (RFC 2268 §4.1). */
const WORDS_BACKWARDS = [
    { i: 3, bits: 5 },
    { i: 2, bits: 3 },
    { i: 1, bits: 2 },
    { i: 0, bits: 1 },
];
/**
 * Decrypts whole blocks in CBC mode; padding stays.
 * @param iv 8 bytes
 */
function decryptRc2Cbc(rc2Key, iv, data) {
    const schedule = expandKey(rc2Key);
    const plain = Buffer.alloc(data.length);
    for (let start = 0; start < data.length; start += BLOCK_LENGTH) {
        const before = start === 0 ? iv : data.subarray(start - BLOCK_LENGTH, start);
        const block = decryptBlock(schedule, data.subarray(start, start + BLOCK_LENGTH));
        for (let offset = 0; offset < BLOCK_LENGTH; offset++)
            plain.writeUInt8(block.readUInt8(offset) ^ before.readUInt8(offset), start + offset);
    }
    return plain;
}
// RFC 2268 §2: 64 words of 16 bits, the low byte first.
function expandKey({ key, effectiveBits }) {
    const table = Buffer.from(PI_TABLE, 'hex');
    const bytes = Buffer.alloc(128);
    key.copy(bytes);
    for (let i = key.length; i < 128; i++) {
        bytes[i] = table.readUInt8((bytes.readUInt8(i - 1) + bytes.readUInt8(i - key.length)) & 0xff);
    }
    const effectiveBytes = Math.ceil(effectiveBits / 8);
    const mask = 0xff >> (8 * effectiveBytes - effectiveBits);
    const first = 128 - effectiveBytes;
    bytes[first] = table.readUInt8(bytes.readUInt8(first) & mask);
    for (let i = first - 1; i >= 0; i--) {
        bytes[i] = table.readUInt8(bytes.readUInt8(i + 1) ^ bytes.readUInt8(i + effectiveBytes));
    }
    return bytes;
}
// RFC 2268 §4: the rounds of the encryption, backwards.
function decryptBlock(schedule, block) {
    const words = Buffer.from(block);
    const word = (i) => words.readUInt16LE(2 * (i & 3));
    const set = (i, value) => words.writeUInt16LE(value & 0xffff, 2 * i);
    const keyWord = (i) => schedule.readUInt16LE(2 * i);
    for (let round = 15; round >= 0; round--) {
        for (const { i, bits } of WORDS_BACKWARDS) {
            const turned = (word(i) >>> bits) | (word(i) << (16 - bits));
            const mixed = (word(i - 1) & word(i - 2)) + (~word(i - 1) & word(i - 3));
            set(i, turned - keyWord(4 * round + i) - mixed);
        }
        // Mashing rounds stand after the fifth and the eleventh mixing round.
        if (round !== 11 && round !== 5)
            continue;
        for (const { i } of WORDS_BACKWARDS)
            set(i, word(i) - keyWord(word(i - 1) & 63));
    }
    return words;
}
//# sourceMappingURL=rc2.js.map
;// CONCATENATED MODULE: ./build/src/certificate/pfx-cipher.js
// Decryption with a password: PBES2 (RFC 8018 §6.2) and the schemes of PKCS#12 (RFC 7292 App. C).







/** Schemes of PKCS#12: all with SHA-1, and 8 bytes a block. */
const PKCS12_SCHEMES = new Map([
    [SCHEME_OID.sha1And3Des, { name: 'des-ede3-cbc', keyLength: 24 }],
    [SCHEME_OID.sha1And2KeyTripleDes, { name: 'des-ede3-cbc', keyLength: 16 }],
    [SCHEME_OID.sha1And128BitRc2, { name: 'rc2-cbc', keyLength: 16 }],
    [SCHEME_OID.sha1And40BitRc2, { name: 'rc2-cbc', keyLength: 5 }],
]);
const PBES2_CIPHERS = new Map([
    [CIPHER_OID.aes128, { name: 'aes-128-cbc', keyLength: 16, ivLength: 16 }],
    [CIPHER_OID.aes192, { name: 'aes-192-cbc', keyLength: 24, ivLength: 16 }],
    [CIPHER_OID.aes256, { name: 'aes-256-cbc', keyLength: 32, ivLength: 16 }],
    [CIPHER_OID.tripleDes, { name: 'des-ede3-cbc', keyLength: 24, ivLength: 8 }],
]);
const HMAC_DIGESTS = new Map(Object.entries(HMAC_OID).map(([digest, oid]) => [oid, digest]));
/**
 * Decrypts what `algorithm` (an `AlgorithmIdentifier`) protects.
 * @returns the encoding of one SEQUENCE, which all that is encrypted in these formats is
 * @throws ActionError where the password is wrong or the algorithm not known
 */
function decrypt(algorithm, data, lock) {
    const cipher = readCipher(algorithm, lock);
    if (data.length === 0 || data.length % cipher.iv.length !== 0)
        throw unreadable(lock.format, 'encrypted data is cut off');
    const plain = decryptBlocks(cipher, data);
    const padding = plain.readUInt8(plain.length - 1);
    const isPadded = padding > 0 && padding <= cipher.iv.length && plain.subarray(-padding).every((byte) => byte === padding);
    const content = plain.subarray(0, plain.length - padding);
    // A wrong key leaves right padding behind once in 256 times, but never a whole SEQUENCE as well.
    if (!isPadded || !isSequence(content))
        throw wrongPassword(lock.format, lock.isGiven);
    return content;
}
function isSequence(bytes) {
    try {
        const [first, ...others] = readBer(bytes);
        return first?.tag === TAG.sequence && others.length === 0;
    }
    catch {
        return false;
    }
}
function decryptBlocks({ name, key, iv }, data) {
    if (name === 'rc2-cbc')
        return decryptRc2Cbc({ key, effectiveBits: key.length * 8 }, iv, data);
    // The padding is looked at by the caller, so that a wrong password is told from what OpenSSL cannot do.
    const decipher = (0,external_node_crypto_namespaceObject.createDecipheriv)(name, key, iv).setAutoPadding(false);
    return Buffer.concat([decipher.update(data), decipher.final()]);
}
function readCipher(algorithm, lock) {
    const [oid, parameters] = readBerInside(algorithm, TAG.sequence);
    const scheme = readOid(oid);
    if (scheme === SCHEME_OID.pbes2)
        return readPbes2(parameters, lock);
    const pkcs12 = PKCS12_SCHEMES.get(scheme);
    if (pkcs12 === undefined)
        throw unsupported(lock.format, `encryption ${shorten(scheme)}`);
    const [salt, iterations] = readBerInside(parameters, TAG.sequence);
    const derivation = { digest: 'sha1', salt: readOctets(salt), iterations: readInteger(iterations) };
    const key = derivePkcs12(lock, PURPOSE.key, { ...derivation, length: pkcs12.keyLength });
    const iv = derivePkcs12(lock, PURPOSE.iv, { ...derivation, length: 8 });
    // Triple DES with two keys is that with three whose third is the first.
    const isTwoKeys = pkcs12.name === 'des-ede3-cbc' && key.length === 16;
    return { name: pkcs12.name, key: isTwoKeys ? Buffer.concat([key, key.subarray(0, 8)]) : key, iv };
}
function readPbes2(parameters, lock) {
    const [derivation, encryption] = readBerInside(parameters, TAG.sequence);
    const [oid, ivElement] = readBerInside(encryption, TAG.sequence);
    const cipherOid = readOid(oid);
    const cipher = PBES2_CIPHERS.get(cipherOid);
    if (cipher === undefined)
        throw unsupported(lock.format, `encryption ${shorten(cipherOid)}`);
    const iv = readOctets(ivElement);
    if (iv.length !== cipher.ivLength)
        throw unreadable(lock.format, 'an initialization vector has a wrong length');
    const { name, keyLength } = cipher;
    const pbkdf2 = readPbkdf2(derivation, lock.format);
    if (pbkdf2.length !== undefined && pbkdf2.length !== keyLength)
        throw unreadable(lock.format, 'a key length is wrong');
    return { name, key: derivePbkdf2(lock, { ...pbkdf2, length: keyLength }), iv };
}
/**
 * The parameters of PBKDF2 (RFC 8018 App. A.2), from the `AlgorithmIdentifier` of a key derivation.
 * @throws ActionError where it is another one
 */
function readPbkdf2(algorithm, format) {
    const [oid, parameters] = readBerInside(algorithm, TAG.sequence);
    const derivation = readOid(oid);
    if (derivation !== SCHEME_OID.pbkdf2)
        throw unsupported(format, `key derivation ${shorten(derivation)}`);
    const [salt, iterations, ...rest] = readBerInside(parameters, TAG.sequence);
    const length = rest[0]?.tag === TAG.integer ? readInteger(rest.shift()) : undefined;
    const digest = rest[0] === undefined ? 'sha1' : readHmac(rest[0], format);
    return { digest, salt: readOctets(salt), iterations: readInteger(iterations), length };
}
/**
 * The digest of an HMAC, from its `AlgorithmIdentifier`.
 * @throws ActionError where it is not known
 */
function readHmac(algorithm, format) {
    const [oid] = readBerInside(algorithm, TAG.sequence);
    const hmac = readOid(oid);
    const digest = HMAC_DIGESTS.get(hmac);
    if (digest === undefined)
        throw unsupported(format, `HMAC ${shorten(hmac)}`);
    return digest;
}
/** An identifier for a message; one that is longer than any real one is cut. */
function shorten(oid) {
    return oid.length > 40 ? `${oid.slice(0, 40)}…` : oid;
}
//# sourceMappingURL=pfx-cipher.js.map
;// CONCATENATED MODULE: ./build/src/certificate/pfx-bags.js
// The bags of a PFX: private keys and certificates, encrypted or not (RFC 7292 §4.1, §4.2).





/** Bags within bags: more than any tool writes, few enough for the stack. */
const pfx_bags_MAX_DEPTH = 8;
/** @throws ActionError where it is none */
function readContentInfo(element) {
    const [type, explicit] = readBerInside(element, TAG.sequence);
    const [content] = readBerInside(explicit, TAG.context0);
    return { type: readOid(type), content };
}
/**
 * The keys and certificates of an `AuthenticatedSafe`.
 * @throws ActionError where the password is wrong, or it cannot be read
 */
function readSafe(authenticatedSafe, lock) {
    const privateKeys = [];
    const certificates = [];
    const [sequence] = readBer(authenticatedSafe);
    for (const element of readBerInside(sequence, TAG.sequence)) {
        const safeContents = openContents(readContentInfo(element), lock);
        readBags(safeContents, { lock, privateKeys, certificates, depth: 0 });
    }
    return { privateKeys, certificates };
}
function openContents({ type, content }, lock) {
    if (type === CONTENT_OID.data)
        return readOctets(content);
    if (type !== CONTENT_OID.encryptedData)
        throw unsupported(lock.format, 'encryption to a public key');
    const [, encryptedContentInfo] = readBerInside(content, TAG.sequence);
    const [, algorithm, encrypted] = readBerInside(encryptedContentInfo, TAG.sequence);
    return decrypt(algorithm, readOctets(encrypted, TAG.context0Primitive), lock);
}
function readBags(safeContents, reading) {
    if (reading.depth > pfx_bags_MAX_DEPTH)
        throw notDer();
    const [sequence] = readBer(safeContents);
    for (const bag of readBerInside(sequence, TAG.sequence))
        readBag(readBerInside(bag, TAG.sequence), reading);
}
function readBag([id, explicit, attributeSet], reading) {
    const [value] = readBerInside(explicit, TAG.context0);
    if (value === undefined)
        throw notDer();
    const attributes = attributeSet === undefined ? readAttributes([]) : readAttributes(readBerInside(attributeSet, TAG.set));
    switch (readOid(id)) {
        case BAG_OID.key:
            reading.privateKeys.push({ pkcs8: value.raw, ...attributes });
            return;
        case BAG_OID.shroudedKey:
            reading.privateKeys.push({ pkcs8: decryptKey(value, reading.lock), ...attributes });
            return;
        case BAG_OID.certificate: {
            const [type, certificate] = readBerInside(value, TAG.sequence);
            if (readOid(type) !== BAG_OID.x509Certificate)
                return;
            const [octets] = readBerInside(certificate, TAG.context0);
            reading.certificates.push({ der: readOctets(octets), ...attributes });
            return;
        }
        case BAG_OID.safeContents:
            readBags(value.raw, { ...reading, depth: reading.depth + 1 });
            return;
        default:
        // Revocation lists, secrets and what Java adds: nothing that is looked for here.
    }
}
/**
 * The PKCS#8 key within an `EncryptedPrivateKeyInfo` (RFC 5958 §3).
 * @throws ActionError where the password is wrong or the algorithm not known
 */
function decryptKey(encrypted, lock) {
    const [algorithm, data] = readBerInside(encrypted, TAG.sequence);
    return decrypt(algorithm, readOctets(data), lock);
}
// Attributes are hints: one that is not of its usual type counts as left out.
function readAttributes(elements) {
    const values = new Map(elements.map((element) => {
        const [oid, set] = readBerInside(element, TAG.sequence);
        return [readOid(oid), readBerInside(set, TAG.set)[0]];
    }));
    const localKeyId = values.get(ATTRIBUTE_OID.localKeyId);
    return {
        friendlyName: readBmpString(values.get(ATTRIBUTE_OID.friendlyName)),
        localKeyId: localKeyId?.tag === TAG.octetString ? localKeyId.contents : undefined,
        csp: readBmpString(values.get(ATTRIBUTE_OID.cspName)),
    };
}
function readBmpString(element) {
    if (element?.tag !== TAG.bmpString || element.contents.length % 2 !== 0)
        return undefined;
    return Buffer.from(element.contents).swap16().toString('utf16le');
}
//# sourceMappingURL=pfx-bags.js.map
;// CONCATENATED MODULE: ./build/src/certificate/pfx-mac.js
// The MAC of a PFX, which tells whether the password is right (RFC 7292 §4; PBMAC1: RFC 9579).







const DIGESTS = new Map(Object.entries(DIGEST_OID).map(([digest, oid]) => [oid, digest]));
/** A shorter key would let anyone forge the MAC (RFC 9579 §6); a longer one is of no use. */
const PBMAC1_KEY_LENGTHS = { least: 20, most: 64 };
/**
 * Is the MAC that of `content` under the lock's password?
 * @param macData the element `MacData`
 * @throws ActionError where it cannot be read or its algorithm is not known
 */
function hasMac(macData, content, lock) {
    const [digestInfo, salt, iterations] = readBerInside(macData, TAG.sequence);
    const [algorithm, digestElement] = readBerInside(digestInfo, TAG.sequence);
    const expected = readOctets(digestElement);
    const [oid, parameters] = readBerInside(algorithm, TAG.sequence);
    const scheme = readOid(oid);
    const { digest, key } = scheme === SCHEME_OID.pbmac1
        ? readPbmac1Key(parameters, lock)
        : readPkcs12Key(scheme, readOctets(salt), iterations, lock);
    const mac = (0,external_node_crypto_namespaceObject.createHmac)(digest, key).update(content).digest();
    return mac.length === expected.length && (0,external_node_crypto_namespaceObject.timingSafeEqual)(mac, expected);
}
function readPkcs12Key(oid, salt, iterations, lock) {
    const digest = DIGESTS.get(oid);
    if (digest === undefined)
        throw unsupported(lock.format, `digest ${shorten(oid)} in its MAC`);
    const length = digestLength(digest);
    // RFC 7292 §4: left out, it is 1.
    const count = iterations === undefined ? 1 : readInteger(iterations);
    return { digest, key: derivePkcs12(lock, PURPOSE.mac, { digest, salt, iterations: count, length }) };
}
// RFC 9579 §4: salt and iterations of MacData are not used, and the key's length must be given.
function readPbmac1Key(parameters, lock) {
    const [derivation, scheme] = readBerInside(parameters, TAG.sequence);
    const { length = 0, ...pbkdf2 } = readPbkdf2(derivation, lock.format);
    if (length < PBMAC1_KEY_LENGTHS.least || length > PBMAC1_KEY_LENGTHS.most)
        throw unreadable(lock.format, 'the key length of its MAC is missing or wrong');
    return { digest: readHmac(scheme, lock.format), key: derivePbkdf2(lock, { ...pbkdf2, length }) };
}
//# sourceMappingURL=pfx-mac.js.map
;// CONCATENATED MODULE: ./build/src/certificate/pfx-read.js
// A reader of PFX files (PKCS#12, RFC 7292), as vaults, Windows, OpenSSL and Java write them.










const VERSION = 3;
/** A vault holds 25 kB, and a chain takes less; without a limit, RC2 alone could take seconds. */
const MAX_BYTES = 1024 * 1024;
/**
 * Opens a PFX.
 * @param password left out, the null password is tried, then the empty one: vaults use the first, OpenSSL the second
 * @throws ActionError `PFX_UNREADABLE`, `PFX_WRONG_PASSWORD`, `PFX_UNSUPPORTED`, `PFX_TOO_COSTLY`
 */
function readPfx(pfx, password) {
    if (pfx.length > MAX_BYTES)
        throw unsupported('PFX', 'more than 1 MiB');
    const work = new Work('PFX');
    const isGiven = password !== undefined;
    const candidates = isGiven ? [password] : [null, ''];
    const locks = candidates.map((one) => ({ format: 'PFX', password: encodePassword(one), isGiven, work }));
    try {
        const { safe, macData } = readOuter(pfx);
        return macData === undefined ? openWithoutMac(safe, locks) : openWithMac(safe, macData, locks);
    }
    catch (error) {
        // The readers of BER know nothing of PFX; and whatever else a hostile file brings about is no defect of the action.
        throw isPfxError(error) ? error : unreadable('PFX', 'it is damaged, or another kind of file', error);
    }
}
function readOuter(pfx) {
    const [outer, ...others] = readBer(pfx);
    const [version, authSafe, macData] = readBerInside(outer, TAG.sequence);
    if (others.length > 0)
        throw unreadable('PFX', 'something follows its end');
    if (readInteger(version) !== VERSION)
        throw unsupported('PFX', 'another version than 3');
    const { type, content } = readContentInfo(authSafe);
    if (type !== CONTENT_OID.data)
        throw unsupported('PFX', 'a signature in place of a password');
    return { safe: readOctets(content), macData };
}
function openWithMac(safe, macData, locks) {
    const lock = locks.find((one) => hasMac(macData, safe, one));
    if (lock === undefined)
        throw wrongPassword('PFX', locks.length === 1);
    return readSafe(safe, lock);
}
// The decryption decides.
function openWithoutMac(safe, locks) {
    let refusal;
    for (const lock of locks) {
        try {
            return readSafe(safe, lock);
        }
        catch (error) {
            if (!isPfxError(error) || error.code !== 'PFX_WRONG_PASSWORD')
                throw error;
            refusal = error;
        }
    }
    throw refusal;
}
function isPfxError(error) {
    return error instanceof ActionError && error.code.startsWith('PFX_');
}
/**
 * The private key of a PFX with its certificate and issuers.
 * @param wanted the certificate that is meant, DER; left out, the first that belongs to a key
 * @throws ActionError `PFX_NO_KEY`, `PFX_NO_CERTIFICATE`, `PFX_UNSUPPORTED`
 */
function selectIdentity(contents, wanted) {
    const privateKeys = contents.privateKeys.flatMap(({ pkcs8 }) => parseKey(pkcs8) ?? []);
    if (contents.privateKeys.length > 0 && privateKeys.length === 0)
        throw unsupported('PFX', 'a kind of private key that OpenSSL does not know');
    return findIdentity('PFX', { privateKeys, certificates: contents.certificates.map(({ der }) => der), wanted });
}
function parseKey(pkcs8) {
    try {
        return (0,external_node_crypto_namespaceObject.createPrivateKey)({ key: pkcs8, format: 'der', type: 'pkcs8' });
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=pfx-read.js.map
;// CONCATENATED MODULE: ./build/src/secret-text.js
// A string that must not be seen: it prints, serializes and inspects as a placeholder, and gives its text on request only.
const PLACEHOLDER = '[secret]';
/** Text that no log, error or JSON may show. Only the files that a house test lists may call {@link SecretText.reveal}. */
class secret_text_SecretText {
    #text;
    constructor(text) {
        this.#text = text;
    }
    /** The text itself, for the one place that has to send, mask or write it. */
    reveal() {
        return this.#text;
    }
    toString() {
        return PLACEHOLDER;
    }
    toJSON() {
        return PLACEHOLDER;
    }
    /** What `util.inspect`, and so `console.log`, shows. */
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return PLACEHOLDER;
    }
}
/** Bytes that no log, error or JSON may show; as {@link SecretText}. */
class SecretBytes {
    #bytes;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    /** The bytes themselves, for the one place that has to write them. */
    reveal() {
        return this.#bytes;
    }
    toString() {
        return PLACEHOLDER;
    }
    toJSON() {
        return PLACEHOLDER;
    }
    /** What `util.inspect`, and so `console.log`, shows. */
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return PLACEHOLDER;
    }
}
//# sourceMappingURL=secret-text.js.map
;// CONCATENATED MODULE: ./build/src/export/store-entries.js
// The entries of a certificate store that is a folder of PFX files: whose they are, and what they hold.




/** .NET gives a certificate that finds its name taken one of these in its place. */
const SLOTS = ['', '.1', '.2', '.3', '.4', '.5', '.6', '.7', '.8', '.9'];
/** Stands beside an entry that this action has made, and says for whom. .NET reads `*.pfx` alone. */
const MARK = '.azure-key-vault-action';
const ENTRY_NAME = /^[0-9A-F]{40}(?:\.[1-9])?\.pfx$/;
const store_entries_MAX_BYTES = 1024 * 1024;
/** Writes an entry under the first name of the certificate that is free. False where none is. */
function addEntry(folder, { thumbprint, pfx, owner }, { userFiles }) {
    const mark = new SecretBytes(Buffer.from(`${owner}\n${digestOf(pfx.reveal())}\n`));
    return SLOTS.some((slot) => {
        const path = `${folder}/${thumbprint}${slot}.pfx`;
        // The mark goes first, so that a step that is killed leaves no entry without one.
        if (userFiles.exists(path) || !userFiles.create(`${path}${MARK}`, mark))
            return false;
        const isCreated = userFiles.create(path, pfx);
        // Another step may have taken the mark, of which it saw the beginning, for one that a killed step has left.
        if (isCreated && userFiles.exists(`${path}${MARK}`))
            return true;
        if (isCreated)
            userFiles.remove(path);
        userFiles.remove(`${path}${MARK}`);
        return false;
    });
}
/**
 * Removes the entries whose owners are gone, also those that a killed step has begun to write. An entry that was
 * replaced since it was marked is somebody's own, and stays.
 */
function clearEntries(folder, isGone, files) {
    const { userFiles, machine } = files;
    for (const name of userFiles.list(folder)) {
        const entry = name.slice(0, -MARK.length);
        if (!name.endsWith(MARK) || !ENTRY_NAME.test(entry))
            continue;
        const [owner = '', digest] = machine.readFile(`${folder}/${name}`, store_entries_MAX_BYTES).toString().split('\n');
        // No entry is written before its mark has a digest: of one that has none there is nothing else to remove.
        if (digest !== undefined && !isGone(owner))
            continue;
        const path = `${folder}/${entry}`;
        if (digest !== undefined && userFiles.exists(path)) {
            const bytes = machine.readFile(path, store_entries_MAX_BYTES);
            if (isCutOff(bytes) || digestOf(bytes) === digest)
                userFiles.remove(path);
        }
        userFiles.remove(`${folder}/${name}`);
    }
}
// Less than its own length says, as writeFile leaves it where the step is killed (DER, X.690 §8.1.3).
function isCutOff(bytes) {
    const [tag = SEQUENCE, first = LONG_LENGTH + 1] = bytes;
    const count = first - LONG_LENGTH;
    if (tag !== SEQUENCE || count < 1 || count > 4)
        return false;
    return bytes.length < 2 + count || bytes.length < 2 + count + bytes.readUIntBE(2, count);
}
/** Of a PFX: its tag, and what its second byte is, plus the number of bytes that hold its length. */
const SEQUENCE = 0x30;
const LONG_LENGTH = 0x80;
/** Does somebody's own entry hold this certificate: with its private key, without it, or not at all? */
function findOwnEntry(folder, thumbprint, { userFiles, machine }) {
    const names = userFiles.list(folder);
    const own = names.filter((name) => name.startsWith(thumbprint) && name.endsWith('.pfx') && !names.includes(name + MARK));
    const found = own.map((name) => judgeEntry(() => machine.readFile(`${folder}/${name}`, store_entries_MAX_BYTES), thumbprint));
    if (found.includes('whole'))
        return 'whole';
    return found.includes('without key') ? 'without key' : 'none';
}
// What .NET cannot open either, it passes over.
function judgeEntry(read, thumbprint) {
    try {
        const contents = readPfx(read());
        const certificate = contents.certificates.find(({ der }) => thumbprintOf(der) === thumbprint);
        if (certificate === undefined)
            return 'none';
        selectIdentity(contents, certificate.der);
        return 'whole';
    }
    catch (error) {
        return error instanceof ActionError && /_NO_(?:KEY|CERTIFICATE)$/.test(error.code) ? 'without key' : 'none';
    }
}
function thumbprintOf(der) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha1').update(der).digest('hex').toUpperCase();
}
function digestOf(bytes) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(bytes).digest('hex');
}
//# sourceMappingURL=store-entries.js.map
;// CONCATENATED MODULE: ./build/src/export/store-order.js
// What is to be put into the user's certificate store, and what every kind of store says of it.

/** Says that a certificate was in the store before, and so is none of this action's. */
function logKept({ log }, thumbprint) {
    log.info(`The user's certificate store has ${thumbprint} already: that entry stays as it is, now and later.`);
}
/** The error for a certificate that is in the store and of no use there. */
function withoutKeyError(thumbprint) {
    return storeError(thumbprint, {
        code: 'STORE_ENTRY_WITHOUT_KEY',
        problem: "the user's certificate store has this certificate without its private key, and an entry that was there before is not changed.",
        hint: 'Remove it from there, or write | file.',
    });
}
/** The error for a certificate that cannot be put into the store. */
function storeError(thumbprint, parts) {
    return new ActionError({ ...parts, title: 'Certificate not imported', subject: `thumbprint ${thumbprint}` });
}
//# sourceMappingURL=store-order.js.map
;// CONCATENATED MODULE: ./build/src/export/file-store.js
// The certificate store of .NET on Linux: entries put into its folder for the rest of the job.




/** What is saved for the post step: the store's folder, and the topmost of its folders that the step has made. */
const file_store_FILE_STORE_STATE = { folder: 'store-folder', made: 'store-made' };
/** Says what will be written, and what the post step has to know of it. */
function prepareFileStore(folder, { entries, folder: privateFolder }, ports) {
    const owner = ports.privateFolders.pathOf(privateFolder, '');
    const [made] = storeFolders(folder)
        .filter((one) => !ports.userFiles.exists(one))
        .reverse();
    const state = { [file_store_FILE_STORE_STATE.folder]: folder, ...(made !== undefined && { [file_store_FILE_STORE_STATE.made]: made }) };
    let wanted = [];
    const part = {
        target: folder,
        begin: () => {
            wanted = checkEach(entries, (entry) => (isWanted(folder, entry.thumbprint, ports) ? [entry] : [])).flat();
            return () => file_store_emptyFileStore({ folder, made, owner }, ports);
        },
        write: () => {
            // What jobs that were killed left: their folders go before the next job of their runner, at the latest.
            clearEntries(folder, (other) => !ports.userFiles.exists(other), ports);
            for (const { thumbprint, pfx } of wanted) {
                ports.userFiles.makeFolder(folder);
                if (!addEntry(folder, { thumbprint, pfx, owner }, ports))
                    throw noNameError(thumbprint);
            }
        },
    };
    return { state: Object.entries(state).map(([name, value]) => ({ name, value })), parts: [part] };
}
function isWanted(folder, thumbprint, ports) {
    const found = findOwnEntry(folder, thumbprint, ports);
    if (found === 'without key')
        throw withoutKeyError(thumbprint);
    if (found === 'whole')
        logKept(ports, thumbprint);
    return found === 'none';
}
/** Removes what the step has put there, and the folders that it has made, as far as they are empty. */
function file_store_emptyFileStore({ folder, made, owner }, files) {
    clearEntries(folder, (other) => other === owner, files);
    const folders = storeFolders(folder);
    for (const one of folders.slice(0, made === undefined ? 0 : folders.indexOf(made) + 1)) {
        if (files.userFiles.list(one).length > 0)
            return;
        files.userFiles.removeFolder(one);
    }
}
function noNameError(thumbprint) {
    return storeError(thumbprint, {
        code: 'STORE_FULL',
        problem: "the user's certificate store has ten entries of this name, none of which holds the certificate.",
        hint: 'Remove those that nobody needs, or write | file.',
    });
}
//# sourceMappingURL=file-store.js.map
;// CONCATENATED MODULE: ./build/src/export/windows-store.js
// The certificate store of Windows: entries imported by Windows PowerShell for the rest of the job.


/** What is saved for the post step: the thumbprints, with a space between two. */
const windows_store_WINDOWS_STORE_STATE = 'store-thumbprints';
/** Windows PowerShell needs seconds to start where many programs start at once. */
const TIMEOUT_MS = 60_000;
// Values come by variables of the child alone: what is on a command line, every user of the machine can see.
const LOOK = [
    "foreach ($thumbprint in $env:STORE_THUMBPRINTS.Split(' ')) {",
    "$path = 'Cert:\\CurrentUser\\My\\' + $thumbprint;",
    "if (-not (Test-Path -LiteralPath $path)) { $thumbprint + ' none' }",
    "elseif ((Get-Item -LiteralPath $path).HasPrivateKey) { $thumbprint + ' whole' }",
    "else { $thumbprint + ' without key' } }",
].join(' ');
const IMPORT = [
    '$password = ConvertTo-SecureString -String $env:STORE_PFX_PASSWORD -AsPlainText -Force;',
    "$null = Import-PfxCertificate -FilePath $env:STORE_PFX_PATH -Password $password -CertStoreLocation 'Cert:\\CurrentUser\\My'",
].join(' ');
const REMOVE = [
    "foreach ($thumbprint in $env:STORE_THUMBPRINTS.Split(' ')) {",
    "$path = 'Cert:\\CurrentUser\\My\\' + $thumbprint;",
    'if (Test-Path -LiteralPath $path) { Remove-Item -Path $path -DeleteKey } }',
].join(' ');
/**
 * Looks what the store has, and says what will be imported and what the post step has to know of it.
 * @throws ActionErrors where that cannot be seen, and where the store has a certificate without its private key
 */
async function prepareWindowsStore(site, { entries, folder }, ports) {
    const found = await lookForEntries(site, entries, ports.machine);
    const wanted = checkEach(entries, (entry) => (windows_store_isWanted(found, entry.thumbprint, ports) ? [entry] : [])).flat();
    if (wanted.length === 0)
        return { state: [], parts: [] };
    const thumbprints = wanted.map(({ thumbprint }) => thumbprint);
    const write = async () => {
        for (const entry of wanted)
            await importEntry(site, { entry, folder }, ports);
    };
    return {
        state: [{ name: windows_store_WINDOWS_STORE_STATE, value: thumbprints.join(' ') }],
        parts: [{ target: 'CurrentUser\\My', begin: () => () => windows_store_emptyWindowsStore(site, thumbprints, ports), write }],
    };
}
/**
 * Removes these certificates with their private keys, as far as they are there.
 * @throws where one could not be removed
 */
async function windows_store_emptyWindowsStore(site, thumbprints, { machine }) {
    const result = await run(site, REMOVE, { STORE_THUMBPRINTS: thumbprints.join(' ') }, machine);
    if (result?.exitCode !== 0)
        throw new Error('not removed');
}
async function lookForEntries(site, entries, machine) {
    const thumbprints = entries.map(({ thumbprint }) => thumbprint);
    const result = await run(site, LOOK, { STORE_THUMBPRINTS: thumbprints.join(' ') }, machine);
    const lines = (result?.stdout ?? '').matchAll(/^([0-9A-F]{40}) (none|whole|without key)\r?$/gm);
    const found = new Map(Array.from(lines, ([, thumbprint = '', what = '']) => [thumbprint, what]));
    checkEach(thumbprints, (thumbprint) => {
        if (result?.exitCode !== 0 || !found.has(thumbprint))
            throw programError(thumbprint, 'look into', result);
    });
    return found;
}
function windows_store_isWanted(found, thumbprint, ports) {
    const what = found.get(thumbprint);
    if (what === 'without key')
        throw withoutKeyError(thumbprint);
    if (what === 'whole')
        logKept(ports, thumbprint);
    return what === 'none';
}
// The file goes with the folder: nobody else may read it there, and nobody is told its password.
async function importEntry(site, { entry, folder }, { machine, privateFolders }) {
    const { thumbprint, pfx, password } = entry;
    const file = `store.${thumbprint}.pfx`;
    privateFolders.write(folder, file, pfx);
    const variables = { STORE_PFX_PATH: privateFolders.pathOf(folder, file), STORE_PFX_PASSWORD: password.reveal() };
    const result = await run(site, IMPORT, variables, machine);
    if (result?.exitCode !== 0)
        throw programError(thumbprint, 'import it into', result);
}
function run({ powershell, modules }, script, variables, machine) {
    const command = `$ErrorActionPreference = 'Stop'; ${script}`;
    return machine.runProgram({
        file: powershell,
        args: ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'RemoteSigned', '-Command', command],
        // A PowerShell 7 among those that started the runner would hand down its own modules, which this one cannot load.
        variables: { ...variables, PSModulePath: modules },
        timeoutMs: TIMEOUT_MS,
    });
}
function programError(thumbprint, what, result) {
    // What it says may be in any language, and may quote anything: of it, only Windows' own code is shown.
    const [code] = /\b0x[0-9a-f]{8}\b/i.exec(result?.stderr ?? '') ?? [];
    const details = [`exit code ${result?.exitCode ?? 'none'}`, ...(code === undefined ? [] : [code])].join(', ');
    return storeError(thumbprint, {
        code: 'STORE_PROGRAM_FAILED',
        problem: `Windows PowerShell could not ${what} CurrentUser\\My (${details}).`,
        hint: 'The runner must run as a user with a profile, and Windows PowerShell must be allowed; or write | file.',
    });
}
//# sourceMappingURL=windows-store.js.map
;// CONCATENATED MODULE: ./build/src/export/user-store.js
// The user's certificate store: filled for the rest of the job, emptied by the post step.




/**
 * Looks at the store. Nothing is written yet.
 * @param order undefined where nothing goes there
 * @throws ActionErrors where it cannot be filled
 */
async function prepareStore(order, ports) {
    if (order === undefined)
        return { state: [], parts: [] };
    const { site } = order;
    switch (site.kind) {
        case 'files':
            return prepareFileStore(site.folder, order, ports);
        case 'windows':
            return prepareWindowsStore(site, order, ports);
        default:
            throw site;
    }
}
/**
 * Removes what the step has put there, as its state tells. False where that was nothing.
 * @throws where it could not be removed, or the state is not this action's
 */
async function emptyStore(ports) {
    const folder = ports.savedState(FILE_STORE_STATE.folder);
    const thumbprints = ports.savedState(WINDOWS_STORE_STATE);
    if (folder !== undefined)
        emptyFiles(folder, ports);
    if (thumbprints !== undefined)
        await emptyWindows(thumbprints, ports);
    return folder !== undefined || thumbprints !== undefined;
}
function emptyFiles(folder, ports) {
    const privateFolder = ports.savedState(FOLDER_STATE) ?? '';
    if (!isStoreFolder(folder) || !isFolderName(privateFolder))
        throw notOurs();
    const owner = ports.privateFolders.pathOf(privateFolder, '');
    emptyFileStore({ folder, made: ports.savedState(FILE_STORE_STATE.made), owner }, ports);
}
async function emptyWindows(thumbprints, ports) {
    const site = findStoreSite(ports.machine.platform, ports.variable);
    if (site.kind !== 'windows' || !/^[0-9A-F]{40}(?: [0-9A-F]{40})*$/.test(thumbprints))
        throw notOurs();
    await emptyWindowsStore(site, thumbprints.split(' '), ports);
}
function notOurs() {
    return new Error('not the state of this action');
}
//# sourceMappingURL=user-store.js.map
;// CONCATENATED MODULE: ./build/src/export/export-all.js



/**
 * Masks everything, then writes every file, certificate, output and variable. What the post step has to remove is saved for it before
 * it is there, so that a step that is killed leaves nothing either.
 * @throws ActionError where one could not be written; what was written before it has been taken back
 */
async function exportAll(results, ports) {
    const { masks, placed, outputs, variables } = results;
    const { log, files, privateFolders } = ports;
    maskAll(masks, log);
    const store = await prepareStore(results.store, ports);
    await writeParts([
        ...valuesPart('GITHUB_STATE', [...folderState(placed), ...store.state], files),
        ...folderPart(placed, privateFolders),
        ...store.parts,
        ...valuesPart('GITHUB_OUTPUT', outputs, files),
        ...valuesPart('GITHUB_ENV', variables, files),
    ]);
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
    const seen = new Set();
    for (const mask of masks) {
        if (!seen.has(mask.reveal()))
            log.mask(mask);
        seen.add(mask.reveal());
    }
}
function reveal(value) {
    return typeof value === 'string' ? value : value.reveal();
}
//# sourceMappingURL=export-all.js.map
;// CONCATENATED MODULE: ./build/src/http/transport-error.js
// Why no whole response came.
/** No whole response came. The message is ours and holds nothing of the request's or the response's content. */
class TransportError extends Error {
    failure;
    constructor(message, options) {
        super(message, { cause: options.cause });
        this.name = 'TransportError';
        this.failure = options.failure;
    }
}
// Codes of Node's TLS layer (https://nodejs.org/api/tls.html#x509-certificate-error-codes): trying again changes nothing.
const CERTIFICATE_CODES = /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_|CRL_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|PATH_LENGTH_)/;
/** Says what a socket, TLS or DNS error means, by its code. */
function classifyFailure(error) {
    const { failure, message } = classify(codeOf(error));
    return new TransportError(message, { failure, cause: error });
}
function classify(code) {
    if (code === 'ENOTFOUND')
        return { failure: 'host-not-found', message: 'the host name does not exist' };
    if (CERTIFICATE_CODES.test(code)) {
        return { failure: 'certificate', message: `its TLS certificate was not accepted (${code})` };
    }
    return { failure: 'connection', message: describeCode(code) };
}
const CODE_MEANINGS = {
    ECONNREFUSED: 'the connection was refused',
    ECONNRESET: 'the connection was cut off',
    EPIPE: 'the connection was cut off',
    ETIMEDOUT: 'the connection timed out',
    EHOSTUNREACH: 'the host cannot be reached from here',
    ENETUNREACH: 'the network cannot be reached from here',
    EAI_AGAIN: 'the host name could not be resolved for the moment',
};
function describeCode(code) {
    const meaning = CODE_MEANINGS[code];
    if (meaning !== undefined)
        return `${meaning} (${code})`;
    return /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? `the connection failed (${code})` : 'the connection failed';
}
function codeOf(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
//# sourceMappingURL=transport-error.js.map
;// CONCATENATED MODULE: ./build/src/input/scalars.js
// Inputs of one value: text, true or false, a whole number.

/** The input without the white space around it; undefined where nothing else is there. */
function readText(inputs, name) {
    const text = inputs.input(name).trim();
    return text === '' ? undefined : text;
}
/** `true` or `false` in any of the three spellings of YAML 1.2's core schema. */
function readBoolean(inputs, name, fallback) {
    const text = readText(inputs, name);
    if (text === undefined)
        return fallback;
    if (/^(?:true|True|TRUE)$/.test(text))
        return true;
    if (/^(?:false|False|FALSE)$/.test(text))
        return false;
    throw invalidInput(name, 'is neither true nor false.');
}
/** A whole number that is not negative. */
function readWholeNumber(inputs, name, fallback) {
    const text = readText(inputs, name);
    if (text === undefined)
        return fallback;
    // Nine digits: more than any use needs, and exact in every arithmetic that follows.
    if (!/^\d{1,9}$/.test(text))
        throw invalidInput(name, 'is not a whole number from 0 to 999999999.');
    return Number(text);
}
/** The error for an input that is not what it should be. The input's text is not part of it: it may be a misplaced secret. */
function invalidInput(name, problem, hint) {
    return new ActionError({
        code: 'INPUT_INVALID',
        title: `Input ${name}`,
        subject: name,
        problem,
        ...(hint !== undefined && { hint }),
    });
}
//# sourceMappingURL=scalars.js.map
;// CONCATENATED MODULE: ./build/src/input/cloud-inputs.js
// The inputs that say which cloud, public or private.


/** A DNS name of one or more labels (RFC 1123 §2.1). */
const DNS_NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;
/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
function readCloudInputs(inputs) {
    return checkAll({
        cloud: () => readText(inputs, 'cloud'),
        authorityHost: () => readAuthorityHost(inputs),
        vaultSuffix: () => readVaultSuffix(inputs),
        oidcAudience: () => readText(inputs, 'oidc-audience'),
    });
}
function readAuthorityHost(inputs) {
    const text = readText(inputs, 'authority-host');
    if (text === undefined)
        return undefined;
    const origin = parseHttpsOrigin(text);
    if (origin === undefined) {
        throw invalidInput('authority-host', 'is not an https origin.', 'Expected https://HOST, without a path.');
    }
    return origin;
}
function readVaultSuffix(inputs) {
    const text = readText(inputs, 'vault-suffix');
    if (text === undefined)
        return undefined;
    const suffix = text.replace(/^\./, '').toLowerCase();
    // A name whose last label is a number would be read as an IPv4 address (WHATWG URL §3.5).
    if (!DNS_NAME.test(suffix) || !URL.canParse(`https://vault.${suffix}`)) {
        throw invalidInput('vault-suffix', 'is not a DNS suffix.', 'Expected a name such as vault.azure.net.');
    }
    return suffix;
}
/** `https://HOST[:PORT]` in its normal form; undefined where the text is anything else or holds more. */
function parseHttpsOrigin(text) {
    if (!/^https:\/\/[^/?#@\\\s]+\/?$/i.test(text) || !URL.canParse(text))
        return undefined;
    return new URL(text).origin;
}
//# sourceMappingURL=cloud-inputs.js.map
;// CONCATENATED MODULE: ./build/src/input/line-grammar.js
// The lines of `secrets`, `certificates` and `keys`: [OUTPUT =] REFERENCE [| STEP [ARGUMENT]] …, one a line or separated by commas.

/** Inputs that hold lines. */
const LINES_INPUTS = ['secrets', 'certificates', 'keys'];
/** The entries of an input's text. Empty ones, and lines that begin with `#`, are passed over. */
function splitLines(input, text) {
    return text
        .split(/\r\n|\r|\n/)
        .map((physical, index) => ({ number: index + 1, physical }))
        .filter(({ physical }) => !physical.trim().startsWith('#'))
        .flatMap(({ number, physical }) => physical.split(',').map((entry) => ({ input, number, text: entry.trim() })))
        .filter((line) => line.text !== '');
}
/**
 * The parts of an entry. A `=` assigns only before the first `|`.
 * @throws ActionError that names the line and says what was expected
 */
function parseLine(raw) {
    const { input, number, text } = raw;
    const [head = '', ...steps] = text.split('|').map((part) => part.trim());
    const equals = head.indexOf('=');
    const output = equals === -1 ? undefined : head.slice(0, equals).trim();
    const reference = head.slice(equals + 1).trim();
    if (output === '')
        throw lineError(raw, 'has nothing before "=".', 'Write OUTPUT = NAME, or NAME alone.');
    if (reference === '' && output !== undefined)
        throw lineError(raw, 'has nothing after "=".', 'Write OUTPUT = NAME.');
    if (reference === '')
        throw lineError(raw, 'has nothing before "|".', 'Write NAME | STEP.');
    return { input, number, output, reference, steps };
}
/** Where a line stands, e.g. `secrets line 3`. */
function describeLine(line) {
    return `${line.input} line ${line.number}`;
}
/** The error for a line that cannot be used. */
function lineError(line, problem, hint) {
    return new ActionError({
        code: 'LINE_INVALID',
        title: `Input ${line.input}`,
        subject: describeLine(line),
        problem,
        ...(hint !== undefined && { hint }),
    });
}
//# sourceMappingURL=line-grammar.js.map
;// CONCATENATED MODULE: ./build/src/plan/identifier.js
// Where a vault object is: parsed from what users type, checked before anything is sent.



// learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#vault-name-and-object-name
const VAULT_NAME = /^[a-z](?!.*--)[a-z0-9-]{1,22}[a-z0-9]$/i;
const OBJECT_NAME = /^[0-9a-z-]{1,127}$/i;
const NAME_PATTERN = /^[0-9a-z*-]{1,127}$/i;
const identifier_VERSION = /^[0-9a-f]{32}$/i;
/** Is this a name that an object of a vault may have? */
function isObjectName(text) {
    return OBJECT_NAME.test(text);
}
/**
 * The vault's https origin from its name or URL.
 * @throws ActionError where it is neither, or not a vault of the cloud
 */
function parseKeyvault(text, cloud) {
    if (VAULT_NAME.test(text))
        return `https://${text.toLowerCase()}.${cloud.vaultSuffix}`;
    const origin = parseHttpsOrigin(text);
    if (origin === undefined) {
        throw invalidInput('keyvault', 'is neither the name of a vault nor its https address.', `Expected a name such as contoso-automation, or https://contoso-automation.${cloud.vaultSuffix}.`);
    }
    const problem = vaultHostProblem(origin, cloud);
    if (problem !== undefined)
        throw invalidInput('keyvault', problem, NOTHING_SENT);
    return origin;
}
/** Why this https origin may not be sent a token; undefined where it may. */
function vaultHostProblem(origin, cloud) {
    const { hostname, port } = new URL(origin);
    if (port !== '' && !cloud.vaultSuffixIsGiven)
        return 'has a port, which vaults of this cloud do not have.';
    if (cloud.vaultSuffixIsGiven && hostname === cloud.vaultSuffix)
        return undefined;
    const isSubdomain = hostname.endsWith(`.${cloud.vaultSuffix}`);
    const name = hostname.slice(0, -cloud.vaultSuffix.length - 1);
    if (isSubdomain && (cloud.vaultSuffixIsGiven || VAULT_NAME.test(name)))
        return undefined;
    return `is at ${hostname}, which is not a vault under ${cloud.vaultSuffix}.`;
}
const NOTHING_SENT = 'Nothing was sent there. For another cloud set "cloud", for a private one "vault-suffix".';
function parseReference(line, cloud) {
    if (/^[a-z][a-z0-9+.-]*:/i.test(line.reference))
        return cloud && parseFullIdentifier(line, cloud);
    return parsePath(line, { vaultUrl: undefined, segments: line.reference.split('/') });
}
function parseFullIdentifier(line, cloud) {
    const [, originText = '', path = ''] = /^(https:\/\/[^/]+)\/(.*)$/i.exec(line.reference) ?? [];
    const vaultUrl = parseHttpsOrigin(originText);
    if (vaultUrl === undefined) {
        throw lineError(line, 'is not an identifier.', `Expected https://VAULT.${cloud.vaultSuffix}/${line.input}/NAME.`);
    }
    const problem = vaultHostProblem(vaultUrl, cloud);
    if (problem !== undefined)
        throw lineError(line, problem, NOTHING_SENT);
    const [collection = '', ...segments] = path.replace(/\/$/, '').split('/');
    if (collection.toLowerCase() !== line.input)
        throw wrongCollection(line, collection.toLowerCase());
    return parsePath(line, { vaultUrl, segments });
}
function wrongCollection(line, collection) {
    switch (collection) {
        case 'secrets':
        case 'certificates':
        case 'keys':
            return lineError(line, `is the identifier of one of the vault's ${collection}.`, `Move it to "${collection}".`);
        default:
            return lineError(line, 'is not an identifier.', `Expected /${line.input}/NAME or /${line.input}/NAME/VERSION.`);
    }
}
function parsePath(line, { vaultUrl, segments }) {
    const [name = '', version, ...rest] = segments;
    const isPattern = name.includes('*') && NAME_PATTERN.test(name);
    if (isPattern && version !== undefined) {
        throw lineError(line, 'has a version after a pattern.', 'A pattern takes the latest version of each match.');
    }
    if (!isPattern && !OBJECT_NAME.test(name)) {
        const hint = /^[0-9a-z*-]*[_.][0-9a-z_.*-]*$/i.test(name)
            ? ' What has "_" or "." elsewhere has "-" in a vault.'
            : '';
        throw lineError(line, 'is not a name that Key Vault allows.', `Expected letters, digits and hyphens.${hint}`);
    }
    if (version !== undefined && !identifier_VERSION.test(version)) {
        throw lineError(line, 'has a version that Key Vault does not make.', 'Expected 32 hex digits after the "/".');
    }
    if (rest.length > 0)
        throw lineError(line, 'has more after the version.', 'Expected NAME or NAME/VERSION.');
    return { vaultUrl, collection: line.input, name, version: version?.toLowerCase(), isPattern };
}
/** Equal for two identifiers of the same object: the vault compares names without regard to case. */
function identifierKey({ vaultUrl, collection, name, version }) {
    return `${vaultUrl}/${collection}/${name.toLowerCase()}/${version ?? ''}`;
}
/** The vault's host, with its port where it is not the usual one. */
function vaultHost(vaultUrl) {
    return new URL(vaultUrl).host;
}
//# sourceMappingURL=identifier.js.map
;// CONCATENATED MODULE: ./build/src/keyvault/vault-advice.js
/** The advice for a refusal. */
function vaultAdvice(refusal, request) {
    const known = refusal.code === undefined ? undefined : BY_CODE.get(refusal.code);
    if (known !== undefined)
        return known(refusal, request);
    if (refusal.status === 401)
        return unauthorized(refusal, request);
    return byStatus(refusal.status);
}
/** For what is not in the vault. */
const NOT_FOUND_ADVICE = {
    code: 'VAULT_NOT_FOUND',
    title: 'not found',
    meaning: 'there is no such object or version in the vault',
    hint: 'Compare the name with the vault, whose names have hyphens but no underscores or dots. What was deleted lately can be recovered in the portal.',
};
const notFound = () => NOT_FOUND_ADVICE;
const disabled = () => ({
    code: 'VAULT_DISABLED',
    title: 'disabled',
    meaning: 'it is disabled',
    hint: 'Enable this version in the vault, or ask for another one: NAME/VERSION.',
});
const operationForbidden = () => ({
    code: 'VAULT_KEY_OPERATION_FORBIDDEN',
    title: 'not a signing key',
    meaning: 'the key is not allowed to sign',
    hint: 'Issue the certificate anew with "digitalSignature" among the key usages of its policy, which the default policy has.',
});
const deleted = () => ({
    code: 'VAULT_DELETED',
    title: 'deleted, but not purged',
    meaning: 'an object of this name has been deleted and can still be recovered, which keeps the name taken',
    hint: 'Recover it ("az keyvault secret recover"), or purge it, which cannot be undone ("az keyvault secret purge"). Either takes some seconds.',
});
const forbiddenByRbac = (refusal, request) => ({
    code: 'VAULT_FORBIDDEN_BY_RBAC',
    title: 'no role',
    meaning: `${describeCaller(refusal)} has no role that allows ${refusal.action ?? 'this'}`,
    hint: `Assign it "${leastRole(request)}" ${placeOfRole(request)} A new assignment needs some minutes. Owner and Contributor give no access to data.`,
});
const forbiddenByPolicy = (refusal, { identifier, operation = 'get' }) => ({
    code: 'VAULT_FORBIDDEN_BY_POLICY',
    title: 'no permission',
    meaning: `the vault's access policies do not allow ${describeCaller(refusal)} to ${operation} ${identifier.collection}`,
    hint: `Give it "${operation}" of ${identifier.collection} in an access policy of the vault. (With role-based access instead: "${leastRole({ identifier, operation })}".)`,
});
const forbiddenByFirewall = (refusal) => ({
    code: 'VAULT_FORBIDDEN_BY_FIREWALL',
    title: 'kept out by the firewall',
    meaning: `the vault's firewall keeps out this runner${refusal.clientAddress === undefined ? '' : `, whose address is ${refusal.clientAddress}`}`,
    hint: 'Use a self-hosted runner or a larger runner with a network of your own that the vault allows. "Allow trusted Microsoft services" does not include GitHub.',
});
const forbiddenByConnection = () => ({
    code: 'VAULT_FORBIDDEN_BY_CONNECTION',
    title: 'private access only',
    meaning: 'the vault takes no requests from public networks',
    hint: 'Use a runner inside the virtual network of its private endpoint.',
});
const throttled = () => ({
    code: 'VAULT_THROTTLED',
    title: 'too many requests',
    meaning: 'the vault is busy with too many requests',
    hint: 'A vault answers 4,000 reads in 10 seconds: start fewer jobs at a time (max-parallel), or spread them over several vaults.',
});
const badParameter = () => ({
    code: 'VAULT_BAD_REQUEST',
    title: 'request refused',
    meaning: 'the vault does not take the name or version',
    hint: 'Compare both with the identifier that the portal shows.',
});
const BY_CODE = new Map([
    ['SecretNotFound', notFound],
    ['CertificateNotFound', notFound],
    ['KeyNotFound', notFound],
    ['SecretDisabled', disabled],
    ['CertificateDisabled', disabled],
    ['KeyDisabled', disabled],
    ['KeyOperationForbidden', operationForbidden],
    ['ObjectIsDeletedButRecoverable', deleted],
    ['ObjectIsBeingDeleted', deleted],
    ['ForbiddenByRbac', forbiddenByRbac],
    ['ForbiddenByPolicy', forbiddenByPolicy],
    ['AccessDenied', forbiddenByPolicy],
    ['ForbiddenByFirewall', forbiddenByFirewall],
    ['ForbiddenByConnection', forbiddenByConnection],
    ['Throttled', throttled],
    ['BadParameter', badParameter],
]);
function unauthorized(_refusal, { signedIn, challenged }) {
    // Two GUIDs can be compared; a domain name may be of the same tenant.
    const elsewhere = signedIn !== undefined &&
        challenged !== undefined &&
        GUID.test(signedIn) &&
        GUID.test(challenged) &&
        signedIn.toLowerCase() !== challenged.toLowerCase();
    return {
        code: 'VAULT_UNAUTHORIZED',
        title: 'token not accepted',
        meaning: elsewhere
            ? `the vault trusts tenant ${challenged}, and the sign-in was in tenant ${signedIn}`
            : 'the vault does not accept the token, nor a second one',
        hint: elsewhere
            ? 'Set tenant-id to the tenant of the vault, and client-id to an application of that tenant.'
            : 'Compare "cloud" and "tenant-id" with those of the vault.',
    };
}
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function byStatus(status) {
    if (status >= 300 && status < 400) {
        return {
            code: 'VAULT_REDIRECT',
            title: 'redirect',
            meaning: 'the answer is a redirect, which is never followed',
            hint: 'This is not how Key Vault answers: look at a proxy in between.',
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
        hint: 'Look at a proxy in between, and at the log of the vault.',
    };
}
function describeCaller({ appId, objectId }) {
    const ids = [appId && `client ID ${appId}`, objectId && `object ID ${objectId}`].filter(Boolean).join(', ');
    return ids === '' ? 'the identity' : `the identity (${ids})`;
}
function leastRole({ identifier: { collection }, operation }) {
    if (operation === 'sign')
        return 'Key Vault Crypto User';
    if (operation === 'set')
        return 'Key Vault Secrets Officer';
    return collection === 'secrets' && operation !== 'list' ? 'Key Vault Secrets User' : 'Key Vault Reader';
}
function placeOfRole({ identifier: { collection, name } }) {
    if (name !== undefined)
        return 'on the vault, or on this object alone.';
    if (collection !== 'secrets')
        return 'on the whole vault, since a list is of all objects.';
    return 'on the whole vault, since a list is of all objects; "Key Vault Secrets User", which reading values needs, lists as well.';
}
//# sourceMappingURL=vault-advice.js.map
;// CONCATENATED MODULE: ./build/src/http/json.js
// JSON from a server: nothing is believed about it but what was checked.
/** The text as a JSON object; undefined where it is none (HTML, half a body, a list, …). */
function parseJsonObject(text) {
    try {
        return asObject(JSON.parse(text));
    }
    catch {
        return undefined;
    }
}
/** The value as an object, not null and not a list. */
function asObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
/** The value as a string that `pattern` matches whole; undefined where it is not. */
function asText(value, pattern) {
    return typeof value === 'string' && pattern.test(value) ? value : undefined;
}
//# sourceMappingURL=json.js.map
;// CONCATENATED MODULE: ./build/src/keyvault/vault-refusal.js
// An error answer of a vault, reduced to what may be shown.

/** Reads an error answer; what is missing or malformed is undefined. */
function readVaultRefusal(response) {
    const error = asObject(parseJsonObject(response.body)?.['error']);
    const code = asText(error?.['code'], CODE);
    const innerCode = asText(asObject(error?.['innererror'])?.['code'], CODE);
    const message = typeof error?.['message'] === 'string' ? error['message'] : '';
    return {
        status: response.status,
        code: innerCode ?? code,
        akvCode: found(/^(AKV\d{5})\b/, message),
        appId: found(/\bappid=([0-9a-f-]{36})\b/i, message),
        objectId: found(/\boid=([0-9a-f-]{36})\b/i, message),
        clientAddress: found(/\bClient address: ([0-9a-f.:]{3,45}?)\.?(?:\s|$)/i, message),
        action: found(/\bAction: '(Microsoft\.KeyVault\/[A-Za-z/]{1,100})'/, message),
        requestId: asText(response.headers['x-ms-request-id'], /^[0-9a-z-]{1,64}$/i),
    };
}
const CODE = /^[A-Za-z]{1,64}$/;
function found(pattern, text) {
    return pattern.exec(text)?.[1];
}
//# sourceMappingURL=vault-refusal.js.map
;// CONCATENATED MODULE: ./build/src/keyvault/vault-error.js
// Refusals of a vault, in words that help.





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
/** The error for an answer of another status than 200. */
function vaultRefusedError(response, identifier, request = {}) {
    const refusal = readVaultRefusal(response);
    const advice = vaultAdvice(refusal, { ...request, identifier });
    const codes = [`HTTP ${refusal.status}`, refusal.code, refusal.akvCode]
        .filter((code) => code !== undefined)
        .join(', ');
    return new ActionError({
        code: advice.code,
        title: `${vaultHost(identifier.vaultUrl)}: ${advice.title}`,
        subject: describeIdentifier(identifier),
        problem: `${advice.meaning} (${codes}).`,
        hint: advice.hint,
        ...(refusal.requestId !== undefined && { requestId: `request ID ${refusal.requestId}` }),
    });
}
/** The error for an object or version of which a list says that there is none. */
function unknownObjectError(identifier) {
    const { code, title, meaning, hint } = NOT_FOUND_ADVICE;
    return new ActionError({
        code,
        title: `${vaultHost(identifier.vaultUrl)}: ${title}`,
        subject: describeIdentifier(identifier),
        problem: `${meaning} (the list of its versions has none).`,
        hint,
    });
}
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
/** The error for an answer of status 200 that is not what was asked for. */
function unusableAnswerError(identifier, problem) {
    return new ActionError({
        code: 'VAULT_ANSWER_UNUSABLE',
        title: `${vaultHost(identifier.vaultUrl)}: unusable answer`,
        subject: describeIdentifier(identifier),
        problem,
        hint: 'This is not how Key Vault answers: look at a proxy in between.',
    });
}
/** The error for a request that got no answer. Anything but a {@link TransportError} is thrown on. */
function unreachableVaultError(error, identifier) {
    if (!(error instanceof TransportError))
        throw error;
    return new ActionError({
        code: error.failure === 'too-large' ? 'VAULT_ANSWER_TOO_LARGE' : UNREACHABLE,
        title: `${vaultHost(identifier.vaultUrl)}: no answer`,
        subject: describeIdentifier(identifier),
        problem: `${error.message}.`,
        hint: UNREACHABLE_HINTS[error.failure],
        cause: error,
    });
}
const UNREACHABLE_HINTS = {
    'host-not-found': 'The vault\'s name is misspelt, the vault is in another cloud (set "cloud"), or it has a private endpoint whose DNS zone this runner does not use.',
    certificate: 'Where a proxy or a private vault has a CA of its own, set NODE_EXTRA_CA_CERTS in the env of the step.',
    proxy: 'Look at HTTPS_PROXY and NO_PROXY.',
    'too-large': 'This is not how Key Vault answers: look at a proxy in between.',
    'time-out': "Look at the network of the runner, its firewall and HTTPS_PROXY, and at the vault's private endpoint.",
    connection: "Look at the network of the runner, its firewall and HTTPS_PROXY, and at the vault's private endpoint.",
};
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
;// CONCATENATED MODULE: ./build/src/render/expiry.js
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
        kindOf(item.collection),
        vaultHost(item.vaultUrl),
        version,
        formatInstant(life.expires),
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
        log.debug('The job summary could not be written.');
    }
}
function describeRow(cell, texts) {
    return `<tr>${texts.map((text) => `<${cell}>${escapeHtml(text)}</${cell}>`).join('')}</tr>\n`;
}
function escapeHtml(text) {
    return text.replace(/[&<>"'\r\n]/g, (char) => `&#${char.charCodeAt(0)};`);
}
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./build/src/input/fetch-inputs.js
// The inputs that choose what is fetched and how it is shown.




/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
function readPlanInputs(inputs) {
    return checkAll({
        cloud: () => readCloudInputs(inputs),
        keyvault: () => readText(inputs, 'keyvault'),
        lines: () => readLines(inputs),
        exportEnv: () => readBoolean(inputs, 'export-env', false),
    });
}
/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
function readFetchOptions(inputs) {
    return checkAll({
        ignoreMissing: () => readBoolean(inputs, 'ignore-missing', false),
        expiryWarningDays: () => readWholeNumber(inputs, 'expiry-warning-days', 30),
        summary: () => readBoolean(inputs, 'summary', true),
    });
}
function readLines(inputs) {
    const lines = LINES_INPUTS.flatMap((name) => splitLines(name, inputs.input(name)));
    if (lines.length > 0)
        return lines;
    throw invalidInput('secrets', 'names nothing to fetch, and neither do certificates and keys.', 'Name at least one, one a line. A variable or secret that is not set arrives here as an empty text.');
}
//# sourceMappingURL=fetch-inputs.js.map
;// CONCATENATED MODULE: ./build/src/plan/destination.js
// Where values go: which outputs a line makes, and what they are called.

/** Outputs that are always there. */
const RESERVED_OUTPUTS = ['secrets', 'expiring'];
/** Names of the outputs of a destination; the leaves of JSON come to them once they are known. */
function outputNames({ output, steps }) {
    return suffixesOf(steps).map((suffix) => `${output}${suffix}`);
}
function suffixesOf(steps) {
    switch (steps.kind) {
        case 'secrets':
            if (steps.attributes)
                return ['-version', '-expires-on', '-enabled'];
            return ['', ...(steps.file ? ['-path'] : [])];
        case 'certificates':
            return [
                ...(steps.public ? [] : ['']),
                ...['-thumbprint', '-subject', '-expires-on', '-version', '-cer'],
                ...(steps.file === undefined ? [] : ['-path']),
                ...(steps.file === undefined || steps.pem ? [] : ['-password']),
                ...(steps.pem ? ['-private-key', '-chain'] : []),
            ];
        case 'keys':
            return ['', '-jwk', '-version'];
        default:
            throw steps;
    }
}
/**
 * The output's name: the one before `=`, or the object's own.
 * @throws ActionError where the runner or an expression could not use it
 */
function chooseOutput(line, { name }) {
    return checkOutput(line, line.output ?? withoutLeadingDigit(name));
}
/** A vault's names may begin with what an output's may not. */
function withoutLeadingDigit(name) {
    return /^[0-9-]/.test(name) ? `_${name}` : name;
}
/**
 * The name itself.
 * @throws ActionError where the runner or an expression could not use it
 */
function checkOutput(line, output) {
    // The runner takes a name with "=" or a line break for several outputs, so this is a guard as well as a courtesy.
    if (!/^[a-z_][a-z0-9_-]*$/i.test(output)) {
        throw lineError(line, 'has an output name that a workflow cannot use.', 'Expected a letter or _, then letters, digits, - and _.');
    }
    if (RESERVED_OUTPUTS.includes(output.toLowerCase())) {
        throw lineError(line, `would set the output "${output}", which is reserved.`, 'Write OTHER_NAME = NAME.');
    }
    return output;
}
//# sourceMappingURL=destination.js.map
;// CONCATENATED MODULE: ./build/src/plan/pattern.js
// References with stars: which names they match, and what the matches are called.


/** For people, e.g. `secrets line 2 (team-*)`. */
function describePattern({ line, pattern }) {
    return `${describeLine(line)} (${pattern})`;
}
/**
 * Checks what stands before `=` on a line with a pattern.
 * @throws ActionError where it has not one star as the pattern has
 */
function checkRenaming(line, pattern) {
    if (line.output === undefined)
        return;
    if (starsOf(line.output) === 1 && starsOf(pattern) === 1) {
        // Whatever the star stands for, the rest must do for an output.
        checkOutput(line, line.output.replace('*', 'x'));
        return;
    }
    throw lineError(line, 'gives several objects a new name.', 'Write one star on each side, PREFIX_* = prefix-*, or leave "OUTPUT =" out.');
}
/** Does the name match? Case does not count, as the vault does not tell it apart. */
function matchesPattern(pattern, name) {
    const parts = pattern.toLowerCase().split('*');
    const [first = ''] = parts;
    const [last = ''] = parts.slice(-1);
    const text = name.toLowerCase();
    if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
        return false;
    let offset = first.length;
    const end = text.length - last.length;
    // Each part as early as can be: if that leaves no room for the others, no later place does.
    return parts.slice(1, -1).every((part) => {
        const found = text.indexOf(part, offset);
        offset = found + part.length;
        return found !== -1 && offset <= end;
    });
}
/**
 * Where a match goes.
 * @throws ActionError where a workflow could not use the name that comes of it
 */
function placeMatch({ line, steps, pattern, vaultUrl, collection }, name) {
    const item = { vaultUrl, collection, name, version: undefined };
    const [before = '', after = ''] = pattern.split('*');
    const star = name.slice(before.length, name.length - after.length);
    const output = line.output === undefined
        ? chooseOutput(line, item)
        : checkOutput(line, withoutLeadingDigit(line.output.replace('*', () => star)));
    // The tags have been judged: what they chose is the same object as if it had been named.
    return { line, output, item, steps: { ...steps, tags: [] } };
}
function starsOf(text) {
    return text.split('*').length - 1;
}
//# sourceMappingURL=pattern.js.map
;// CONCATENATED MODULE: ./build/src/input/steps.js
// The steps of a line: what is to become of the object that it names.


const STEPS = {
    secrets: new Map([
        ['tag', 'text'],
        ['json', 'text'],
        ['base64', 'none'],
        ['file', 'none'],
        ['unmasked', 'none'],
        ['attributes', 'none'],
    ]),
    certificates: new Map([
        ['tag', 'text'],
        ['file', ['3des']],
        ['pem', 'none'],
        ['store', 'none'],
        ['public', 'none'],
    ]),
    keys: new Map([['tag', 'text']]),
};
/** Steps that no other but `tag` goes with, and why. */
const ALONE = {
    attributes: 'which reads no value',
    public: 'which reads no private key',
};
/**
 * The steps of a line.
 * @throws ActionErrors with every step that is none, or ActionError where they do not go together; each names the line
 */
function parseSteps(line) {
    const parsed = checkEach(line.steps, (text) => parseStep(line, text));
    const tags = parsed.flatMap(({ tag }) => tag ?? []);
    const others = parsed.filter(({ tag }) => tag === undefined);
    const given = new Map(others.map(({ name, argument }) => [name, argument]));
    const repeated = others.find(({ name }, index) => others.findIndex((one) => one.name === name) < index);
    if (repeated !== undefined)
        throw lineError(line, `has the step ${repeated.name} twice.`, 'Write it once.');
    checkCombinations(line, given);
    return toSteps(line.input, tags, given);
}
function parseStep(line, text) {
    const end = text.search(/\s|$/);
    const name = text.slice(0, end);
    const argument = text.slice(end).trim();
    const rule = STEPS[line.input].get(name);
    if (rule === undefined)
        throw unknownStep(line, name);
    if (rule === 'none' && argument !== '')
        throw lineError(line, `has something after the step ${name}.`, `Write | ${name}.`);
    if (typeof rule === 'object' && argument !== '' && !rule.includes(argument)) {
        throw lineError(line, `has something unknown after the step ${name}.`, `Write | ${name}, or | ${name} ${rule.join(', ')}.`);
    }
    checkPath(line, name, argument);
    return { name, argument, tag: name === 'tag' ? parseTag(line, argument) : undefined };
}
function unknownStep(line, name) {
    const names = [...STEPS[line.input].keys()];
    const expected = `Expected ${names.join(', ')}.`;
    if (name === '')
        return lineError(line, 'has no step after a "|".', expected);
    if (names.includes(name.toLowerCase())) {
        return lineError(line, 'has a step that is not in lower case.', `Write | ${name.toLowerCase()}.`);
    }
    const owners = Object.entries(STEPS).filter(([, steps]) => steps.has(name.toLowerCase()));
    if (owners.length === 0)
        return lineError(line, 'has a step that does not exist.', expected);
    return lineError(line, `has the step ${name.toLowerCase()}, which belongs to ${owners.map(([input]) => input).join(' and ')}.`, expected);
}
// The first "=" separates: a tag's value may hold more.
function parseTag(line, argument) {
    const equals = argument.indexOf('=');
    const key = argument.slice(0, Math.max(0, equals)).trim();
    if (key === '')
        throw lineError(line, 'has a tag without its key or without a "=".', 'Write | tag KEY=VALUE.');
    return { key, value: argument.slice(equals + 1).trim() };
}
function checkPath(line, name, argument) {
    if (name === 'json' && /^\.|\.\.|\.$/.test(argument)) {
        throw lineError(line, 'has a path with an empty part after the step json.', 'Write | json first.second.');
    }
}
function checkCombinations(line, given) {
    for (const [name, reason] of Object.entries(ALONE)) {
        const other = [...given.keys()].find((one) => one !== name);
        if (!given.has(name) || other === undefined)
            continue;
        throw lineError(line, `has ${other} beside ${name}, ${reason}.`, `Only tag goes with ${name}: use two lines.`);
    }
    if (given.has('json') && given.has('file')) {
        throw lineError(line, 'has json beside file.', 'A file holds the whole value, json its leaves: use two lines.');
    }
    if (given.has('pem') && given.get('file') === '3des') {
        throw lineError(line, 'has file 3des beside pem.', 'A PEM file is not encrypted: write | file | pem, or | file 3des.');
    }
}
function toSteps(input, tags, given) {
    switch (input) {
        case 'secrets': {
            const path = given.get('json');
            return {
                kind: input,
                tags,
                attributes: given.has('attributes'),
                base64: given.has('base64'),
                json: path === undefined ? undefined : { path: path === '' ? undefined : path },
                file: given.has('file'),
                unmasked: given.has('unmasked'),
            };
        }
        case 'certificates': {
            const file = given.get('file');
            return {
                kind: input,
                tags,
                public: given.has('public'),
                file: file === undefined ? undefined : file === '3des' ? '3des' : 'default',
                pem: given.has('pem'),
                store: given.has('store'),
            };
        }
        case 'keys':
            return { kind: input, tags };
        default:
            throw input;
    }
}
//# sourceMappingURL=steps.js.map
;// CONCATENATED MODULE: ./build/src/plan/variable-name.js
// Outputs as environment variables: their names, and which names a step must not set for those after it.
/** Of a program's search path, start-up files, libraries and preloads, a tool's settings, or the runner's own. */
const REFUSED_NAMES = [
    ...['PATH', 'PATHEXT', 'COMSPEC', 'HOME', 'USERPROFILE', 'SHELL', 'SHELLOPTS', 'BASHOPTS', 'BASH_ENV', 'ENV', 'IFS'],
    ...['PS4', 'PROMPT_COMMAND', 'ZDOTDIR', 'TMP', 'TEMP', 'TMPDIR', 'PSMODULEPATH', 'DOCKER_HOST'],
    ...['JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS', '_JAVA_OPTIONS', 'MAVEN_OPTS', 'AZURE_AUTHORITY_HOST'],
];
const REFUSED_PREFIXES = [
    ...['BASH_FUNC_', 'LD_', 'DYLD_', 'NODE_', 'NPM_CONFIG_', 'PYTHON', 'PIP_', 'PERL5', 'RUBY', 'GO', 'CARGO_'],
    ...['DOTNET_', 'CORECLR_', 'COMPLUS_', 'GIT_', 'SSL_CERT_', 'OPENSSL_', 'IDENTITY_', 'MSI_', 'AZURE_POD_'],
    ...['GITHUB_', 'RUNNER_', 'ACTIONS_', 'INPUT_', 'STATE_'],
];
const REFUSED_SUFFIXES = ['_PROXY'];
/** The variable of an output: upper case, with `_` for each hyphen. */
function variableNameOf(output) {
    return output.toUpperCase().replaceAll('-', '_');
}
/** Would a variable of this name, in upper case, change how later steps run? */
function changesLaterSteps(variable) {
    return (REFUSED_NAMES.includes(variable) ||
        REFUSED_PREFIXES.some((prefix) => variable.startsWith(prefix)) ||
        REFUSED_SUFFIXES.some((suffix) => variable.endsWith(suffix)));
}
//# sourceMappingURL=variable-name.js.map
;// CONCATENATED MODULE: ./build/src/plan/claims.js
// Which line sets which output and variable: no two may set the same.



/** Expressions compare names without regard to case; of variables, `a-b` and `a_b` are one as well. */
function makeClaims({ exportEnv }) {
    const takenBy = new Map();
    return {
        claim: (claimant) => {
            const names = claimant.outputs.flatMap((output) => namesOf(output, exportEnv));
            const own = new Set();
            for (const name of names) {
                const other = takenBy.get(name.key);
                if (other?.essence === claimant.essence)
                    return false;
                if (other !== undefined)
                    throw outputClash(name, other.line, claimant.line);
                if (own.has(name.key))
                    throw ownClash(name, claimant.line);
                if (name.isRefused)
                    throw refusedVariable(name, claimant.line);
                own.add(name.key);
            }
            for (const key of own)
                takenBy.set(key, claimant);
            return true;
        },
    };
}
function namesOf(output, exportEnv) {
    const asOutput = {
        what: `the output "${output}"`,
        key: `output ${output.toLowerCase()}`,
        sameness: 'case does not count',
        isRefused: false,
    };
    if (!exportEnv)
        return [asOutput];
    const variable = variableNameOf(output);
    const what = `the variable ${variable}`;
    const sameness = 'there case does not count, and - is _';
    return [asOutput, { what, key: what, sameness, isRefused: changesLaterSteps(variable) }];
}
function refusedVariable({ what }, line) {
    return lineError(line, `would set ${what}, which changes how later steps run.`, 'Write OTHER_NAME = NAME, or leave export-env out.');
}
function outputClash({ what, sameness }, first, second) {
    return new ActionError({
        code: 'OUTPUT_CLASH',
        title: 'Two outputs of one name',
        subject: describeLine(second),
        problem: `would set ${what}, which ${describeLine(first)} sets already (${sameness}).`,
        hint: 'Write OTHER_NAME = NAME in one of them.',
    });
}
// Only the leaves of a JSON text can be so, since they are named by whoever wrote it.
function ownClash({ what, sameness }, line) {
    return new ActionError({
        code: 'OUTPUT_CLASH',
        title: 'Two outputs of one name',
        subject: describeLine(line),
        problem: `would set ${what} twice (${sameness}).`,
        hint: 'Pick the leaves that you need, each in a line of its own: OUTPUT = NAME | json PATH.',
    });
}
//# sourceMappingURL=claims.js.map
;// CONCATENATED MODULE: ./build/src/plan/cloud.js
// The clouds: authority, vault suffix and scope belong together, so one table holds them.

// Sources: learn.microsoft.com/entra/identity-platform/authentication-national-cloud,
// learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates and
// learn.microsoft.com/graph/deployments
const CLOUDS = new Map([
    [
        'public',
        {
            authorityHost: 'https://login.microsoftonline.com',
            vaultSuffix: 'vault.azure.net',
            oidcAudience: 'api://AzureADTokenExchange',
            graphHost: 'https://graph.microsoft.com',
        },
    ],
    [
        'us-government',
        {
            authorityHost: 'https://login.microsoftonline.us',
            vaultSuffix: 'vault.usgovcloudapi.net',
            oidcAudience: 'api://AzureADTokenExchangeUSGov',
            graphHost: 'https://graph.microsoft.us',
        },
    ],
    [
        'china',
        {
            authorityHost: 'https://login.partner.microsoftonline.cn',
            vaultSuffix: 'vault.azure.cn',
            oidcAudience: 'api://AzureADTokenExchangeChina',
            graphHost: 'https://microsoftgraph.chinacloudapi.cn',
        },
    ],
]);
/**
 * The cloud that the inputs name. The scope is always that of the named cloud: a private authority or suffix changes
 * where requests go, not what for.
 * @throws ActionError where there is no such cloud
 */
function chooseCloud(inputs) {
    const cloud = findCloud(inputs);
    if (cloud !== undefined)
        return cloud;
    throw invalidInput('cloud', 'is not the name of a cloud.', `Expected one of ${[...CLOUDS.keys()].join(', ')}.`);
}
/** As {@link chooseCloud}; undefined where there is no such cloud. */
function findCloud(inputs) {
    const row = CLOUDS.get(inputs.cloud ?? 'public');
    if (row === undefined)
        return undefined;
    return {
        authorityHost: inputs.authorityHost ?? row.authorityHost,
        vaultSuffix: inputs.vaultSuffix ?? row.vaultSuffix,
        vaultSuffixIsGiven: inputs.vaultSuffix !== undefined,
        vaultScope: `https://${row.vaultSuffix}/.default`,
        oidcAudience: inputs.oidcAudience ?? row.oidcAudience,
        graphHost: row.graphHost,
        graphScope: `${row.graphHost}/.default`,
    };
}
//# sourceMappingURL=cloud.js.map
;// CONCATENATED MODULE: ./build/src/plan/plan.js
// Everything that is decided before the first request.








/**
 * The plan of a run.
 * @throws ActionErrors with every bad line and every contradiction between lines
 */
function makePlan(inputs) {
    const known = findCloud(inputs.cloud);
    // Where there is no such cloud, or keyvault is no vault, the lines are still checked, so that one run reports all; the
    // plan is then not made.
    let vaultUrl = inputs.keyvault;
    const claims = makeClaims(inputs);
    const { cloud, places } = checkAll({
        cloud: () => chooseCloud(inputs.cloud),
        vaultUrl: () => {
            if (inputs.keyvault !== undefined && known !== undefined)
                vaultUrl = parseKeyvault(inputs.keyvault, known);
            return undefined;
        },
        places: () => placeLines(inputs.lines, { cloud: known, keyvaultUrl: () => vaultUrl, claims, noStore: inputs.noStore }),
    });
    return {
        cloud,
        first: addressOf(places),
        destinations: places.filter((place) => 'item' in place),
        patterns: places.filter((place) => 'pattern' in place),
        claims,
        exportEnv: inputs.exportEnv,
    };
}
function placeLines(lines, placing) {
    return checkEach(lines, (raw) => {
        const place = placeLine(parseLine(raw), placing);
        if (place === undefined)
            return [];
        return 'pattern' in place || claimOutputs(place, placing.claims) ? [place] : [];
    }).flat();
}
function placeLine(line, { cloud, keyvaultUrl, noStore }) {
    const { steps, parsed } = checkAll({
        steps: () => {
            const given = parseSteps(line);
            if (noStore !== undefined && given.kind === 'certificates' && given.store)
                throw lineError(line, noStore.problem, noStore.hint);
            return given;
        },
        parsed: () => parseReference(line, cloud),
    });
    if (parsed === undefined)
        return undefined;
    const { isPattern, ...reference } = parsed;
    const vaultUrl = reference.vaultUrl ?? keyvaultUrl();
    if (vaultUrl === undefined) {
        throw lineError(line, 'is a name, and no vault is given.', 'Set "keyvault", or write the full identifier.');
    }
    if (!isPattern)
        return { line, output: chooseOutput(line, reference), item: { ...reference, vaultUrl }, steps };
    checkRenaming(line, reference.name);
    return { line, vaultUrl, collection: reference.collection, pattern: reference.name, steps };
}
// There is one: the inputs name something, and nothing stands before the first line that it could repeat.
function addressOf(places) {
    const [first] = places;
    if ('item' in first && !(first.steps.kind === 'secrets' && first.steps.attributes))
        return first.item;
    const { vaultUrl, collection } = 'item' in first ? first.item : first;
    return { vaultUrl, collection };
}
/**
 * Claims the outputs of a destination. False where an earlier line has it already.
 * @throws ActionError where another line sets one of them
 */
function claimOutputs(destination, claims) {
    const { line, output, item, steps } = destination;
    const essence = JSON.stringify([output, identifierKey(item), steps]);
    return claims.claim({ line, essence, outputs: outputNames(destination) });
}
//# sourceMappingURL=plan.js.map
;// CONCATENATED MODULE: ./build/src/keyvault/vault-request.js

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
    const headers = token === undefined ? {} : { authorization: new secret_text_SecretText(`Bearer ${token.reveal()}`) };
    return { method: 'GET', url, headers };
}
/** The request that has a key of the vault sign a SHA-256 digest by PS256. */
function signRequest({ vaultUrl, name, version }, digest, token) {
    return {
        method: 'POST',
        url: `${vaultUrl}/keys/${name}/${version}/sign?api-version=${API_VERSION}`,
        headers: { authorization: new SecretText(`Bearer ${token.reveal()}`), 'content-type': 'application/json' },
        body: new SecretText(JSON.stringify({ alg: 'PS256', value: digest.toString('base64url') })),
    };
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
;// CONCATENATED MODULE: ./build/src/keyvault/read-destination.js
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
        const subject = describeIdentifier(item);
        throw failuresOf(subject, error, subject);
    });
    const missing = findMissingTag(wanted, object.tags);
    if (missing !== undefined)
        throw withoutTagError(item, missing.key);
    return object;
}
async function readPrivateKey({ secretId }, item, reader) {
    const address = siblingIdentifierOf(secretId, 'secrets', item);
    if (address === undefined) {
        throw unusableAnswerError(item, 'the answer says that the private key is elsewhere, and nothing was sent there.');
    }
    return reader.secret(address).catch((error) => {
        throw failuresOf(`private key of ${describeIdentifier(item)}`, error, describeIdentifier(address));
    });
}
//# sourceMappingURL=read-destination.js.map
;// CONCATENATED MODULE: ./build/src/keyvault/match-pattern.js
// What a pattern does with each object of a list: it matches, is passed over for a reason, or is of no concern.






/** One line with a pattern, and what became of the objects that it was shown. */
class PatternMatch {
    line;
    passedOver = [];
    /** Names that cannot be used, and clashes with other lines. */
    nameErrors = [];
    count = 0;
    constructor(line) {
        this.line = line;
    }
    /** Looks at one object of the list. */
    consider(listed, { claims, take, nowMs }) {
        const { pattern, steps, vaultUrl, collection } = this.line;
        if (!matchesPattern(pattern, listed.name) || findMissingTag(steps.tags, listed.tags) !== undefined)
            return;
        const reason = whyPassOver(listed, steps, nowMs);
        if (reason !== undefined) {
            const item = { vaultUrl, collection, name: listed.name, version: undefined };
            this.passedOver.push({ item, life: listed.attributes, reason });
            return;
        }
        this.count += 1;
        try {
            const destination = placeMatch(this.line, listed.name);
            if (claimOutputs(destination, claims))
                take(destination);
        }
        catch (error) {
            this.nameErrors.push(...foreseenErrors(error));
        }
    }
    /** What is wrong once the list has come to its end. */
    errors() {
        return this.count === 0 ? [this.#noMatch()] : this.nameErrors;
    }
    #noMatch() {
        const { vaultUrl, collection, steps } = this.line;
        const tagged = steps.tags.length === 0 ? '' : ` with the tag ${steps.tags.map(({ key }) => key).join(' and ')}`;
        const { length } = this.passedOver;
        const passed = length === 0 ? '' : ` but ${length} that ${length === 1 ? 'was' : 'were'} passed over`;
        return new ActionError({
            code: NO_MATCH,
            title: `${vaultHost(vaultUrl)}: no match`,
            subject: describePattern(this.line),
            problem: `matches no ${kindOf(collection)}${tagged} in the vault${passed}.`,
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
//# sourceMappingURL=match-pattern.js.map
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
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
;// CONCATENATED MODULE: ./build/src/http/ready-agent.js
// Connections that are opened before there is a request for them.


/** An agent that takes connections opened ahead before it opens others. */
class ReadyAgent extends external_node_https_namespaceObject.Agent {
    #ready = new Map();
    /**
     * Opens so many connections to an https origin; the next requests to it use them. One that fails is forgotten: the
     * request that would have used it opens another and meets the failure itself. None keeps the process alive.
     */
    openAhead(origin, count) {
        const { hostname, port } = new URL(origin);
        const host = hostname.replace(/^\[|\]$/g, '');
        const options = {
            ...this.options,
            host,
            port: port === '' ? 443 : Number(port),
            servername: (0,external_node_net_namespaceObject.isIP)(host) === 0 ? host : '',
        };
        const connect = () => {
            const socket = super.createConnection(options);
            return socket.unref().on('error', () => undefined);
        };
        this.#ready.set(ready_agent_addressOf(options), Array.from({ length: count }, connect));
    }
    createConnection(...args) {
        const [options] = args;
        const waiting = this.#ready.get(ready_agent_addressOf(options)) ?? [];
        for (let socket = waiting.shift(); socket !== undefined; socket = waiting.shift()) {
            if (!socket.destroyed)
                return socket.ref();
        }
        return super.createConnection(...args);
    }
    destroy() {
        for (const socket of [...this.#ready.values()].flat())
            socket.destroy();
        super.destroy();
    }
}
function ready_agent_addressOf({ host, port }) {
    return `${host}:${port}`;
}
//# sourceMappingURL=ready-agent.js.map
;// CONCATENATED MODULE: ./build/src/http/retry-after.js
// The Retry-After header (RFC 9110 §10.2.3): seconds, or a date.
/** Milliseconds to wait from `nowMs`, never negative; undefined where there is no usable header. */
function parseRetryAfter(header, nowMs) {
    const text = header?.trim() ?? '';
    if (/^\d+$/.test(text))
        return Number(text) * 1000;
    // IMF-fixdate and the two obsolete forms all begin with the day's name; Date.parse alone would take "5.5" for a date.
    if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i.test(text))
        return undefined;
    // The C form has no zone and means Greenwich.
    const dateMs = Date.parse(/GMT$/i.test(text) ? text : `${text} GMT`);
    return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
}
//# sourceMappingURL=retry-after.js.map
;// CONCATENATED MODULE: ./build/src/http/retry-policy.js


/** The rules for every request but those to a machine's own endpoints. */
const RETRY_RULES = {
    attempts: 5,
    baseMs: 1_000,
    factor: 2,
    capMs: 16_000,
    jitter: true,
    statuses: [408, 429, 500, 502, 503, 504],
    // A host that does not exist, a certificate that is not trusted, a proxy's refusal and an endless body stay so.
    failures: ['connection', 'time-out'],
};
/** One connection attempt or response, body included, lasts at most so many milliseconds. */
const ATTEMPT_TIMEOUT_MS = 10_000;
/**
 * Milliseconds to wait before the next attempt, or undefined where there is to be none.
 *
 * Exponential back-off with full jitter; a `Retry-After` is obeyed instead, and where it leads beyond the deadline
 * waiting for it would be in vain.
 */
function retryDelayMs(question) {
    const { outcome, attempt, nowMs, deadlineMs, randomFraction, rules } = question;
    if (attempt >= rules.attempts || !mayPass(question))
        return undefined;
    const ceilingMs = Math.min(rules.capMs, rules.baseMs * rules.factor ** (attempt - 1));
    const askedMs = outcome instanceof TransportError ? undefined : parseRetryAfter(outcome.headers['retry-after'], nowMs);
    const delayMs = askedMs ?? Math.floor(rules.jitter ? ceilingMs * randomFraction : ceilingMs);
    return nowMs + delayMs < deadlineMs ? delayMs : undefined;
}
function mayPass({ outcome, transient, rules }) {
    if (outcome instanceof TransportError)
        return rules.failures.includes(outcome.failure);
    return transient || rules.statuses.includes(outcome.status);
}
//# sourceMappingURL=retry-policy.js.map
;// CONCATENATED MODULE: ./build/src/http/tunnel-agent.js
// Connections through a proxy: a tunnel that CONNECT opens (RFC 9110 §9.3.6), and TLS with the host itself inside it.
//
// The toolkit decides whether a proxy is used; its own agent is not taken, since it loads and costs a quarter of the bundle
// and keeps a connection attempt waiting for as long as the proxy likes.




/** An agent whose every connection is a tunnel through one proxy. */
class TunnelAgent extends external_node_https_namespaceObject.Agent {
    #proxy;
    #connecting = new Set();
    /** The proxy's user and password are those of the URL, decoded. */
    constructor(proxy, options) {
        super(options);
        this.#proxy = proxy;
    }
    createConnection(options, callback) {
        const connect = this.#connect(authorityOf(options));
        this.#connecting.add(connect);
        connect.once('close', () => this.#connecting.delete(connect));
        connect.once('timeout', () => connect.destroy());
        connect.once('error', (cause) => {
            callback(new TransportError('the proxy could not be reached', { failure: 'connection', cause }));
        });
        connect.once('connect', ({ statusCode }, socket) => {
            if (isSuccess(statusCode)) {
                const inside = { ...options, socket };
                callback(null, super.createConnection(inside));
            }
            else {
                socket.destroy();
                callback(refusalOf(statusCode));
            }
        });
        connect.end();
    }
    destroy() {
        for (const connect of this.#connecting)
            connect.destroy();
        super.destroy();
    }
    #connect(authority) {
        const { protocol, hostname, port, username, password } = this.#proxy;
        const credentials = Buffer.from(`${username}:${password}`).toString('base64');
        return (protocol === 'https:' ? external_node_https_namespaceObject : external_node_http_namespaceObject).request({
            host: hostname.replace(/^\[|\]$/g, ''),
            port,
            method: 'CONNECT',
            path: authority,
            headers: {
                host: authority,
                ...((username !== '' || password !== '') && { 'proxy-authorization': `Basic ${credentials}` }),
            },
            agent: false,
            timeout: ATTEMPT_TIMEOUT_MS,
        });
    }
}
// An IPv6 address, which has lost its brackets on the way, gets them back.
function authorityOf({ host, port }) {
    return `${host}`.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
function isSuccess(status) {
    return status !== undefined && status >= 200 && status < 300;
}
// What a proxy says for the moment is as good as a connection that fails; what it refuses, it will refuse again.
function refusalOf(status) {
    const failure = /^(?:408|429|5..)$/.test(`${status}`) ? 'connection' : 'proxy';
    return new TransportError(`the proxy answered ${status} to CONNECT`, { failure });
}
//# sourceMappingURL=tunnel-agent.js.map
;// CONCATENATED MODULE: ./build/src/http/transport.js
// One attempt at one request: whether there is a proxy is the toolkit's to say, limits and redirects are ours.







/** Connections kept open to one host, and so requests at a time. */
const MAX_SOCKETS = 8;
/** A body over this many bytes is an error. Key Vault's largest answers, pages of 25 items, stay far below. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;
/**
 * Sends over https only, through `HTTPS_PROXY` where `NO_PROXY` does not except the host, and never follows a redirect.
 *
 * Nothing is connected ahead through a proxy: there each connection is one more that somebody else keeps count of.
 */
function makeHttpsTransport(userAgent) {
    const settings = { keepAlive: true, maxSockets: MAX_SOCKETS };
    const direct = new ReadyAgent(settings);
    let tunnel;
    const chooseAgent = (url) => {
        if (url.protocol !== 'https:')
            throw new TransportError('only https is used', { failure: 'connection' });
        const proxy = findProxy(url);
        if (proxy === undefined)
            return direct;
        tunnel ??= new TunnelAgent(proxy, settings);
        return tunnel;
    };
    return {
        send: makeTransport({ userAgent, chooseAgent }),
        connectAhead: (origin, count) => {
            try {
                if (chooseAgent(new URL(origin)) === direct)
                    direct.openAhead(origin, Math.min(count, MAX_SOCKETS));
            }
            catch {
                // What keeps a connection from being opened keeps the request from being sent, which says why.
            }
        },
        close: () => {
            direct.destroy();
            tunnel?.destroy();
        },
    };
}
/** Sends to endpoints on the machine itself: http is allowed, a proxy is never used, no connection is kept. */
function makeLocalTransport(userAgent) {
    return makeTransport({ userAgent, chooseAgent: () => false });
}
function findProxy(url) {
    try {
        const proxy = getProxyUrl(url);
        return proxy?.hostname === '' ? undefined : proxy;
    }
    catch (cause) {
        throw new TransportError('the proxy variable holds no valid address', { failure: 'proxy', cause });
    }
}
function makeTransport(settings) {
    return async (request, timeoutMs) => {
        const exchange = openExchange(request, settings);
        let timer;
        const timeUp = new Promise((resolve) => {
            timer = setTimeout(() => resolve(timeOut(timeoutMs)), timeoutMs);
        });
        const answer = readAnswer(exchange, request.body?.reveal()).catch((error) => error instanceof TransportError ? error : classifyFailure(error));
        const outcome = await Promise.race([answer, timeUp]);
        clearTimeout(timer);
        if (!(outcome instanceof TransportError))
            return outcome;
        // By itself this would not do: an exchange that still waits for its connection does not say that it has ended.
        exchange.destroy();
        throw outcome;
    };
}
function timeOut(timeoutMs) {
    const message = `no whole answer came within ${Math.round(timeoutMs / 100) / 10} s`;
    return new TransportError(message, { failure: 'time-out' });
}
function openExchange(request, { userAgent, chooseAgent }) {
    const url = new URL(request.url);
    const [httpModule, defaultPort] = url.protocol === 'https:' ? [external_node_https_namespaceObject, 443] : [external_node_http_namespaceObject, 80];
    return httpModule.request({
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port === '' ? defaultPort : Number(url.port),
        path: url.pathname + url.search,
        method: request.method,
        headers: { 'user-agent': userAgent, accept: 'application/json', ...revealAll(request.headers) },
        agent: chooseAgent(url),
    });
}
function readAnswer(exchange, body) {
    return new Promise((resolve, reject) => {
        exchange.on('error', reject);
        exchange.on('response', (message) => {
            const chunks = [];
            let size = 0;
            message.on('data', (chunk) => {
                chunks.push(chunk);
                size += chunk.length;
                if (size > MAX_BODY_BYTES)
                    reject(tooLarge());
            });
            message.on('error', reject);
            message.on('end', () => resolve(describeResponse(message, Buffer.concat(chunks))));
        });
        exchange.end(body);
    });
}
function tooLarge() {
    return new TransportError(`the answer is over ${MAX_BODY_BYTES / 1024 / 1024} MiB`, { failure: 'too-large' });
}
function describeResponse(message, body) {
    const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]));
    return { status: Number(message.statusCode), headers, body: body.toString('utf8') };
}
function revealAll(headers) {
    const revealed = Object.entries(headers).map(([name, value]) => [
        name,
        value instanceof secret_text_SecretText ? value.reveal() : value,
    ]);
    return Object.fromEntries(revealed);
}
//# sourceMappingURL=transport.js.map
;// CONCATENATED MODULE: ./build/src/http/send.js


/**
 * The last response, whatever its status, after as many attempts as {@link RETRY_RULES} allows.
 * @throws TransportError where the last attempt brought no response
 */
async function send(source, context, { isTransient = () => false, rules = RETRY_RULES } = {}) {
    let attempt = 0;
    let outcome;
    let delayMs;
    do {
        if (delayMs !== undefined)
            await context.clock.sleep(delayMs);
        attempt += 1;
        const request = typeof source === 'function' ? await source() : source;
        outcome = await attemptOnce(request, context);
        delayMs = retryDelayMs({
            outcome,
            attempt,
            nowMs: context.clock.nowMs(),
            deadlineMs: context.deadlineMs,
            randomFraction: context.randomFraction(),
            rules,
            transient: !(outcome instanceof TransportError) && isTransient(outcome),
        });
        context.log.debug(describeAttempt(request, outcome, delayMs));
    } while (delayMs !== undefined);
    if (outcome instanceof TransportError)
        throw outcome;
    return outcome;
}
async function attemptOnce(request, { transport, clock, deadlineMs }) {
    const remainingMs = deadlineMs - clock.nowMs();
    if (remainingMs <= 0)
        return new TransportError("the step's time is used up", { failure: 'time-out' });
    try {
        return await transport(request, Math.min(ATTEMPT_TIMEOUT_MS, remainingMs));
    }
    catch (error) {
        if (error instanceof TransportError)
            return error;
        throw error;
    }
}
// Path, but no query: names may be shown, and nothing else of a request ever is.
function describeAttempt(request, outcome, delayMs) {
    const { host, pathname } = new URL(request.url);
    const result = outcome instanceof TransportError ? outcome.message : `${outcome.status}`;
    const next = delayMs === undefined ? '' : `, trying again in ${delayMs} ms`;
    return `${request.method} ${host}${pathname}: ${result}${next}`;
}
//# sourceMappingURL=send.js.map
;// CONCATENATED MODULE: ./build/src/keyvault/challenge.js
/** The tenant (GUID or domain) that the vault trusts; undefined where the challenge names none. */
function tenantOfChallenge(response) {
    const header = response.headers['www-authenticate'] ?? '';
    const [, url = ''] = /\bauthorization(?:_uri)?="([^"]*)"/.exec(header) ?? [];
    const [, tenant] = /^https:\/\/[^/]+\/([0-9a-z][0-9a-z.-]{0,99})(?:\/|$)/i.exec(url) ?? [];
    return tenant;
}
//# sourceMappingURL=challenge.js.map
;// CONCATENATED MODULE: ./build/src/keyvault/ask-vault.js
// One question to a vault: asked with the session's token, and once more with a newer one where that is refused.



/**
 * The body of the vault's answer of status 200.
 * @throws ActionError with advice where the vault refuses or gives no answer
 */
async function askVault(question, { session, context }) {
    const { identifier, operation = 'get', makeRequest } = question;
    const ask = (token) => send(makeRequest(token), context).catch((error) => {
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
    const tenants = { signedIn: session.tenantId, challenged: tenantOfChallenge(response) };
    throw vaultRefusedError(response, identifier, { operation, ...tenants });
}
//# sourceMappingURL=ask-vault.js.map
;// CONCATENATED MODULE: ./build/src/keyvault/bundles.js
// Key Vault's answers, decoded: https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
// and …/certificates/get-certificate/get-certificate (api-version 7.4).


/** The body as a secret; undefined where it is none. */
function decodeSecretBundle(body) {
    const bundle = parseJsonObject(body);
    const version = versionOf(bundle?.['id']);
    const value = bundle?.['value'];
    const attributes = decodeAttributes(bundle);
    if (typeof value !== 'string' || version === undefined || attributes === undefined)
        return undefined;
    return {
        value: new secret_text_SecretText(value),
        version,
        contentType: asText(bundle?.['contentType'], /^[\x20-\x7e]{0,255}$/) ?? '',
        attributes,
        tags: decodeTags(bundle),
    };
}
/** The body as a certificate; undefined where it is none. */
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
/** The last segment of `https://VAULT/COLLECTION/NAME/VERSION`; undefined where it is no such address. */
function versionOf(id) {
    const [, version] = /^https:\/\/[^/]+\/[a-z]+\/[^/]+\/([0-9a-f]{32})$/i.exec(asText(id, /^https:/) ?? '') ?? [];
    return version;
}
/** The life that a bundle states; undefined where it has no attributes. */
function decodeAttributes(bundle) {
    const attributes = asObject(bundle?.['attributes']);
    if (attributes === undefined)
        return undefined;
    return { notBefore: asInstant(attributes['nbf']), expires: asInstant(attributes['exp']) };
}
/** The tags that a bundle shows; what is no text is none. */
function decodeTags(bundle) {
    const tags = Object.entries(asObject(bundle?.['tags']) ?? {});
    return new Map(tags.filter((tag) => typeof tag[1] === 'string'));
}
// Beyond 8.64e12 seconds a JavaScript Date has no value.
function asInstant(value) {
    return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 8.64e12 ? value : undefined;
}
//# sourceMappingURL=bundles.js.map
;// CONCATENATED MODULE: ./build/src/keyvault/key-bundle.js
// A key of Key Vault, its public part decoded: https://learn.microsoft.com/rest/api/keyvault/keys/get-key/get-key (api-version 7.4).



/** The body as a key; undefined where it is none. */
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
const SYMMETRIC = ['oct', 'oct-HSM'];
/** The names of RFC 7518 §6.1 and §6.2.1.1 and RFC 8812 §3.1 for the vault's own. */
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
        return (0,external_node_crypto_namespaceObject.createPublicKey)({ key: jwk, format: 'jwk' });
    }
    catch {
        return undefined;
    }
}
function standardName(name) {
    return STANDARD_NAMES.get(name) ?? name;
}
//# sourceMappingURL=key-bundle.js.map
;// CONCATENATED MODULE: ./build/src/keyvault/list-page.js
// A page of a list of Key Vault: of all objects of a kind, or of one object's versions.
// https://learn.microsoft.com/rest/api/keyvault/secrets/get-secrets/get-secrets (api-version 7.4)


/** The body as a page of this list; undefined where it is none. */
function decodeListPage(body, address) {
    const page = parseJsonObject(body);
    const items = page?.['value'];
    const link = page?.['nextLink'] ?? undefined;
    const nextLink = asText(link, /^https:\/\/[\x21-\x7e]{1,8192}$/);
    if (!Array.isArray(items) || nextLink !== link)
        return undefined;
    const objects = items.map((item) => decodeListed(item, address)).filter((object) => object !== undefined);
    return objects.length === items.length ? { objects, nextLink } : undefined;
}
function decodeListed(value, address) {
    const item = asObject(value);
    // Secrets and certificates have `id`, keys `kid`.
    const id = asText(item?.['id'] ?? item?.['kid'], LISTED_ID) ?? '';
    const [, collection = '', name = '', version = ''] = LISTED_ID.exec(id) ?? [];
    const stated = asObject(item?.['attributes']);
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
//# sourceMappingURL=list-page.js.map
;// CONCATENATED MODULE: ./build/src/keyvault/vault-reader.js
// Everything that is read from the vaults of one run: each object once, at most so many requests at a time.










/** A list that goes on after so many pages, 250,000 objects, has no end. */
const MAX_PAGES = 10_000;
/** Asks a vault for each object once, however often it is wanted. All methods reject with an ActionError. */
class VaultReader {
    #access;
    #limit = makeLimit(MAX_SOCKETS);
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
        return once(this.#secrets, item, () => this.#get(item, decodeSecretBundle));
    }
    /** The public part of a certificate. */
    certificate(item) {
        return once(this.#certificates, item, () => this.#get(item, decodeCertificateBundle));
    }
    /** The public part of a key. */
    key(item) {
        return once(this.#keys, item, () => this.#get(item, decodeKeyBundle));
    }
    /** What is known of a version, or of the newest one, beside its value. */
    async version(item) {
        const versions = await once(this.#versions, { ...item, version: undefined }, () => this.#listVersions(item));
        const found = versions.find(({ version }) => item.version === undefined || version === item.version);
        // Of an object that does not exist the list is empty.
        if (found === undefined)
            throw unknownObjectError(item);
        return found;
    }
    /** All objects of a kind, or all versions of one object, page by page; the next is asked for as the caller goes on. */
    async *list(address) {
        let url = listUrl(address);
        for (let pages = 0; url !== undefined; pages++) {
            if (pages === MAX_PAGES)
                throw unusableAnswerError(address, 'the list does not come to its end.');
            const page = await this.#getPage(url, address);
            yield page.objects;
            url = page.nextLink;
        }
    }
    async #getPage(url, address) {
        const makeRequest = (token) => getRequest(url, token);
        const body = await this.#ask({ identifier: address, operation: 'list', makeRequest });
        const page = decodeListPage(body, address);
        if (page === undefined)
            throw unusableAnswerError(address, 'the answer is not a page of a list.');
        if (page.nextLink !== undefined && !isAt(page.nextLink, address.vaultUrl)) {
            throw unusableAnswerError(address, 'the next page is said to be elsewhere, and nothing was sent there.');
        }
        return page;
    }
    // They come in no order: here the newest is first.
    async #listVersions(item) {
        const versions = [];
        for await (const page of this.list(item))
            versions.push(...page);
        return versions.sort((one, other) => other.created - one.created);
    }
    async #get(item, decode) {
        const makeRequest = (token) => getObjectRequest(item, token);
        const object = decode(await this.#ask({ identifier: item, makeRequest }));
        if (object === undefined)
            throw unusableAnswerError(item, `the answer is not a ${kindOf(item.collection)}.`);
        return object;
    }
    #ask(question) {
        const { identifier } = question;
        return this.#limit(async () => {
            const earlier = this.#unreachable.get(identifier.vaultUrl);
            if (earlier !== undefined)
                throw earlier.about(describeIdentifier(identifier));
            try {
                return await askVault(question, this.#access);
            }
            catch (error) {
                if (error instanceof ActionError && error.code === UNREACHABLE)
                    this.#unreachable.set(identifier.vaultUrl, error);
                throw error;
            }
        });
    }
}
function once(known, item, read) {
    const key = identifierKey(item);
    const reading = known.get(key) ?? read();
    known.set(key, reading);
    return reading;
}
// The token goes to the vault's own host alone; a port that is the usual one may be written there.
function isAt(url, vaultUrl) {
    if (!URL.canParse(url))
        return false;
    const { origin, username, password } = new URL(url);
    return origin === vaultUrl && username === '' && password === '';
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
    const { patterns, failed, areNamesKnown } = await matchPatterns(plan.patterns, reader, {
        claims: plan.claims,
        take,
        nowMs: access.context.clock.nowMs(),
    });
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
/** Is it only that the object, its version or its tags, or any match of the pattern, is not there? */
function isMissing({ subject, errors }) {
    // What is said of something else is said of a certificate's private key.
    return errors.every((error) => MISSING.includes(error.code) && error.subject === subject);
}
async function readOrFail(destination, reader) {
    const { line, item } = destination;
    return readDestination(destination, reader).catch((error) => {
        return { line, vaultUrl: item.vaultUrl, subject: describeIdentifier(item), errors: foreseenErrors(error) };
    });
}
// One list for all patterns of a vault's secrets, certificates or keys.
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
        const ofList = (subject) => failuresOf(subject, error, describeIdentifier(address)).errors;
        errorsOf = ({ line, nameErrors }) => [...nameErrors, ...ofList(describePattern(line))];
    }
    return patterns
        .map((pattern) => {
        const { line, vaultUrl } = pattern.line;
        return { line, vaultUrl, subject: describePattern(pattern.line), errors: errorsOf(pattern) };
    })
        .filter(({ errors }) => errors.length > 0);
}
function compareLines(one, other) {
    const inputs = LINES_INPUTS;
    return inputs.indexOf(one.input) - inputs.indexOf(other.input) || one.number - other.number;
}
//# sourceMappingURL=fetch-items.js.map
;// CONCATENATED MODULE: ./build/src/plan/runner-places.js
/** The places that a plan needs. What is made there for the job is removed by the post step, which the state tells of it. */
function runnerPlaces({ exportEnv, destinations, patterns, }) {
    const steps = [...destinations, ...patterns].map((place) => place.steps);
    const writesFiles = steps.some((one) => one.kind !== 'keys' && Boolean(one.file));
    const fillsStore = steps.some((one) => one.kind === 'certificates' && one.store);
    return [
        ...(exportEnv ? ['GITHUB_ENV'] : []),
        ...(writesFiles || fillsStore ? ['GITHUB_STATE', 'RUNNER_TEMP'] : []),
    ];
}
//# sourceMappingURL=runner-places.js.map
;// CONCATENATED MODULE: ./build/src/render/render-attributes.js

/** Three outputs, none of them a secret: version, end (empty where there is none), and whether it is enabled. */
function renderAttributes({ output, item }, { version, enabled, attributes }) {
    return {
        item,
        version,
        life: attributes,
        outputs: [
            { name: `${output}-version`, value: version },
            { name: `${output}-expires-on`, value: formatInstant(attributes.expires) },
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
;// CONCATENATED MODULE: ./build/src/certificate/pem.js
// PEM (RFC 7468).
/** DER as a PEM block of this label, with a line break at its end. */
function toPem(label, der) {
    const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
    return `${[`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n')}\n`;
}
/** The blocks of a PEM text, in their order; what stands between them is passed over. */
function readPem(text) {
    return [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \1-----/g)].map(([block, label = '', body = '']) => ({
        label,
        text: block,
        der: Buffer.from(body, 'base64'),
    }));
}
/** Is this text PEM rather than base64? */
function isPem(text) {
    return text.trimStart().startsWith('-----BEGIN ');
}
//# sourceMappingURL=pem.js.map
;// CONCATENATED MODULE: ./build/src/certificate/subject.js
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
 * @param name the DER element of an X.501 `Name` (RFC 5280 §4.1.2.4)
 */
function describeName(name) {
    const parts = readInside(name, TAG.sequence).map((part) => readInside(part, TAG.set)
        .map((attribute) => describeAttribute(readInside(attribute, TAG.sequence)))
        .join(' + '));
    return parts.reverse().join(', ');
}
function describeAttribute([type, value]) {
    const oid = readOid(type);
    if (value === undefined)
        throw notDer();
    const text = subject_readText(value);
    // What has no text form is shown as RFC 4514 §2.4 does.
    const shown = text === undefined ? `#${value.raw.toString('hex')}` : quote(text.replace(/\0+$/, ''));
    return `${ATTRIBUTE_NAMES[oid] ?? `OID.${oid}`}=${shown}`;
}
// .NET quotes what would be read otherwise, and doubles quotes within; "\r" alone is not among its reasons.
function quote(text) {
    const needed = text === '' || /^[ \t-\r]|[ \t-\r]$|[,+="\n<>#;]/.test(text);
    return needed ? `"${text.replaceAll('"', '""')}"` : text;
}
function subject_readText({ tag, contents }) {
    switch (tag) {
        case TAG.utf8String:
        case TAG.numericString:
        case TAG.printableString:
        case TAG.ia5String:
        case TAG.visibleString:
            return contents.toString('utf8');
        case TAG.teletexString:
            return decodeTeletex(contents);
        case TAG.bmpString:
            return decodeBigEndian(contents, 2);
        case TAG.universalString:
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
;// CONCATENATED MODULE: ./build/src/certificate/describe.js
// What a certificate says of itself.




/**
 * The facts of an X.509 certificate in DER (RFC 5280 §4.1).
 * @throws ActionError where it is none
 */
function describeCertificate(der) {
    const [tbsCertificate] = readInside(readElements(der)[0], TAG.sequence);
    const fields = readInside(tbsCertificate, TAG.sequence);
    // version [0], serialNumber, signature, issuer, validity, subject; the version is left out by version 1.
    const subject = fields[0]?.tag === TAG.context0 ? fields[5] : fields[4];
    return {
        thumbprint: (0,external_node_crypto_namespaceObject.createHash)('sha1').update(der).digest('hex').toUpperCase(),
        subject: describeName(subject),
        pem: toPem('CERTIFICATE', der),
    };
}
//# sourceMappingURL=describe.js.map
;// CONCATENATED MODULE: ./build/src/certificate/der-write.js
// A writer of DER (ITU-T X.690), as far as PKCS#12 files need it.

/** One element: tag, length, and the contents one after another. */
function writeElement(tag, ...contents) {
    const body = Buffer.concat(contents);
    return Buffer.concat([Buffer.from([tag]), writeLength(body.length), body]);
}
function writeLength(length) {
    if (length < 0x80)
        return Buffer.from([length]);
    const bytes = bytesOf(length);
    return Buffer.from([0x80 | bytes.length, ...bytes]);
}
function bytesOf(value) {
    const bytes = [];
    for (let rest = value; rest > 0; rest = Math.floor(rest / 0x100))
        bytes.unshift(rest % 0x100);
    return bytes;
}
/** `SEQUENCE` */
function writeSequence(...elements) {
    return writeElement(TAG.sequence, ...elements);
}
/** `SET OF`: DER wants it sorted by its encodings (X.690 §11.6). */
function writeSetOf(...elements) {
    return writeElement(TAG.set, ...[...elements].sort(Buffer.compare));
}
/** `INTEGER` that is not negative. */
function writeInteger(value) {
    const bytes = bytesOf(value);
    const [first = 0x80] = bytes;
    // A leading bit would be the sign; zero still has one byte.
    return writeElement(TAG.integer, Buffer.from(first >= 0x80 ? [0, ...bytes] : bytes));
}
/** `OCTET STRING` */
function writeOctets(bytes) {
    return writeElement(TAG.octetString, bytes);
}
/** `NULL` */
function writeNull() {
    return writeElement(TAG.null);
}
/** `OBJECT IDENTIFIER`, from its dotted form; arcs below 2^53. */
function writeOid(dotted) {
    const [root = 0, second = 0, ...rest] = dotted.split('.').map(Number);
    return writeElement(TAG.oid, Buffer.from([root * 40 + second, ...rest].flatMap(writeArc)));
}
function writeArc(arc) {
    const bytes = [arc % 0x80];
    for (let rest = Math.floor(arc / 0x80); rest > 0; rest = Math.floor(rest / 0x80))
        bytes.unshift(0x80 | (rest % 0x80));
    return bytes;
}
/** `BMPString`: UTF-16, the high byte first. */
function writeBmpString(text) {
    return writeElement(TAG.bmpString, Buffer.from(text, 'utf16le').swap16());
}
//# sourceMappingURL=der-write.js.map
;// CONCATENATED MODULE: ./build/src/certificate/pfx-write.js
// A writer of PFX files (PKCS#12, RFC 7292): one private key with its certificates, everything encrypted.





/** As many as OpenSSL and Windows take; what protects is that the password is long and random. */
const PKCS12_ITERATIONS = 2048;
const PBKDF2_ITERATIONS = 10_000;
const SALT_LENGTH = 16;
/** Of the schemes of PKCS#12 some readers take 8 bytes only. */
const PKCS12_SALT_LENGTH = 8;
/** A PFX with the key, the certificates and a MAC. */
function writePfx(parts) {
    const { randomBytes, protection } = parts;
    const lock = {
        format: 'PFX',
        password: encodePassword(parts.password),
        isGiven: true,
        work: new Work('PFX'),
    };
    const encrypt = (plain) => ENCRYPTIONS[protection](plain, lock, randomBytes);
    const safe = writeSequence(writeEncryptedData(encrypt(writeCertificateBags(parts))), writeData(writeSequence(writeKeyBag(parts, encrypt(parts.privateKey)))));
    return writeSequence(writeInteger(3), writeData(safe), writeMacData(safe, lock, parts));
}
function writeData(content) {
    return writeSequence(writeOid(CONTENT_OID.data), writeElement(TAG.context0, writeOctets(content)));
}
function writeEncryptedData({ algorithm, data }) {
    const info = writeSequence(writeOid(CONTENT_OID.data), algorithm, writeElement(TAG.context0Primitive, data));
    const encryptedData = writeSequence(writeInteger(0), info);
    return writeSequence(writeOid(CONTENT_OID.encryptedData), writeElement(TAG.context0, encryptedData));
}
function writeBag(oid, value, attributes) {
    const set = attributes.length === 0 ? [] : [writeSetOf(...attributes)];
    return writeSequence(writeOid(oid), writeElement(TAG.context0, value), ...set);
}
function writeKeyBag(parts, { algorithm, data }) {
    const csp = parts.csp === undefined ? [] : [writeAttribute(ATTRIBUTE_OID.cspName, writeBmpString(parts.csp))];
    const encryptedKey = writeSequence(algorithm, writeOctets(data));
    return writeBag(BAG_OID.shroudedKey, encryptedKey, [...writeCommonAttributes(parts), ...csp]);
}
function writeCertificateBags(parts) {
    const bags = parts.certificates.map((certificate, index) => {
        const value = writeElement(TAG.context0, writeOctets(certificate));
        const bag = writeSequence(writeOid(BAG_OID.x509Certificate), value);
        return writeBag(BAG_OID.certificate, bag, index === 0 ? writeCommonAttributes(parts) : []);
    });
    return writeSequence(...bags);
}
// They tie the key to its certificate; readers such as Java go by the identifier. Any will do: OpenSSL's is this one.
function writeCommonAttributes({ certificates, friendlyName }) {
    const [leaf = Buffer.alloc(0)] = certificates;
    const localKeyId = (0,external_node_crypto_namespaceObject.createHash)('sha1').update(leaf).digest();
    return [
        writeAttribute(ATTRIBUTE_OID.friendlyName, writeBmpString(friendlyName)),
        writeAttribute(ATTRIBUTE_OID.localKeyId, writeOctets(localKeyId)),
    ];
}
function writeAttribute(oid, value) {
    return writeSequence(writeOid(oid), writeSetOf(value));
}
const ENCRYPTIONS = { aes256: encryptAes256, '3des': encrypt3Des };
function encryptAes256(plain, lock, randomBytes) {
    const salt = randomBytes(SALT_LENGTH);
    const iv = randomBytes(16);
    const key = derivePbkdf2(lock, { digest: 'sha256', salt, iterations: PBKDF2_ITERATIONS, length: 32 });
    const hmac = writeSequence(writeOid(HMAC_OID.sha256), writeNull());
    const pbkdf2 = writeSequence(writeOctets(salt), writeInteger(PBKDF2_ITERATIONS), hmac);
    const derivation = writeSequence(writeOid(SCHEME_OID.pbkdf2), pbkdf2);
    const cipher = writeSequence(writeOid(CIPHER_OID.aes256), writeOctets(iv));
    const algorithm = writeSequence(writeOid(SCHEME_OID.pbes2), writeSequence(derivation, cipher));
    return { algorithm, data: encryptBlocks('aes-256-cbc', key, iv, plain) };
}
function encrypt3Des(plain, lock, randomBytes) {
    const salt = randomBytes(PKCS12_SALT_LENGTH);
    const derivation = { digest: 'sha1', salt, iterations: PKCS12_ITERATIONS };
    const key = derivePkcs12(lock, PURPOSE.key, { ...derivation, length: 24 });
    const iv = derivePkcs12(lock, PURPOSE.iv, { ...derivation, length: 8 });
    const parameters = writeSequence(writeOctets(salt), writeInteger(PKCS12_ITERATIONS));
    const algorithm = writeSequence(writeOid(SCHEME_OID.sha1And3Des), parameters);
    return { algorithm, data: encryptBlocks('des-ede3-cbc', key, iv, plain) };
}
function encryptBlocks(name, key, iv, plain) {
    const cipher = (0,external_node_crypto_namespaceObject.createCipheriv)(name, key, iv);
    return Buffer.concat([cipher.update(plain), cipher.final()]);
}
function writeMacData(safe, lock, { protection, randomBytes }) {
    const digest = protection === 'aes256' ? 'sha256' : 'sha1';
    const salt = randomBytes(SALT_LENGTH);
    const derivation = { digest, salt, iterations: PKCS12_ITERATIONS, length: digestLength(digest) };
    const mac = (0,external_node_crypto_namespaceObject.createHmac)(digest, derivePkcs12(lock, PURPOSE.mac, derivation))
        .update(safe)
        .digest();
    const algorithm = writeSequence(writeOid(DIGEST_OID[digest]), writeNull());
    const digestInfo = writeSequence(algorithm, writeOctets(mac));
    return writeSequence(digestInfo, writeOctets(salt), writeInteger(PKCS12_ITERATIONS));
}
//# sourceMappingURL=pfx-write.js.map
;// CONCATENATED MODULE: ./build/src/render/file-name.js
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
;// CONCATENATED MODULE: ./build/src/render/masks.js
// What the runner must hide for a value, beyond what it hides by itself.
//
// A runner that is handed a text hides the text, each of its lines trimmed, and of each of these the base64, JSON,
// URL, XML and shell-escaped forms (actions/runner, src/Runner.Common/HostContext.cs). It has no minimum length, so a
// line such as "{" would garble every later log line and must never reach it. What it does not hide by itself are
// base64url, base64 with a newline added by `echo`, and base64 that a tool has wrapped.


/** A shorter text occurs by chance too often: inside longer values it is not masked. */
const MIN_MASK_LENGTH = 4;
/** Shorter numbers are ports, sizes and years. */
const MIN_MASK_DIGITS = 6;
/** Masks for a secret's value. */
function maskSecret(value) {
    return toMasking(maskText(toWellFormed(value)));
}
/** Masks for a base64 PFX: those of the text, and the forms in which its bytes may be printed. */
function maskPfx(base64) {
    const { texts, weakness } = maskText(base64);
    const bytes = Buffer.from(base64, 'base64');
    const ofBytes = bytes.length < MIN_MASK_LENGTH ? [] : encodedForms(bytes);
    return toMasking({ texts: [...texts, ...ofBytes], weakness });
}
/** Masks for bytes that are no text: those of what a program shows in their place, and the forms in which they are printed. */
function maskBinary(bytes) {
    if (bytes.length < MIN_MASK_LENGTH)
        return toMasking({ texts: [], weakness: undefined });
    const { texts } = maskLines(bytes.toString());
    return toMasking({ texts: [...texts, ...encodedForms(bytes)], weakness: undefined });
}
/** Masks for a JSON text and all of its leaves. */
function maskJson(text, leaves) {
    const ofWhole = toMasking(maskText(toWellFormed(text), isSecretInJson));
    return { ...joinMaskings(ofWhole, ...leaves.map(maskLeaf)), weakness: ofWhole.weakness };
}
/** Masks for a leaf; none where the log would suffer for it, as for `true` or 8080. */
function maskLeaf({ kind, text }) {
    const nothing = { masks: [], weakness: undefined };
    if (kind === 'word' || text === '' || isCommonplace(text))
        return nothing;
    const whole = toWellFormed(text);
    if (/[\r\n]/.test(whole) && trim(whole).length >= MIN_MASK_LENGTH)
        return toMasking(maskLines(whole, isSecretInJson));
    return isMaskable(trim(whole)) ? toMasking(maskLine(whole)) : { ...nothing, weakness: 'none' };
}
/** All of the masks, and the first weakness. */
function joinMaskings(...maskings) {
    return {
        masks: maskings.flatMap(({ masks }) => masks),
        weakness: maskings.find(({ weakness }) => weakness !== undefined)?.weakness,
    };
}
/** Masks for a PEM text that holds a private key: of its blocks only the private keys, since certificates are public. */
function maskPem(pem) {
    const keys = readPem(pem).filter(({ label }) => label.endsWith('PRIVATE KEY'));
    // A block that cannot be told apart, such as one of the old encrypted form or one cut off, is hidden with all around.
    if (keys.length === 0 && pem.includes('PRIVATE KEY-----'))
        return maskSecret(pem);
    const ofKeys = keys.flatMap(({ text, der }) => [...maskLines(text).texts, ...encodedForms(der)]);
    return toMasking({ texts: [...ofKeys, ...formsOfWhole(pem)], weakness: keys.length === 0 ? 'none' : undefined });
}
function toMasking({ texts, weakness }) {
    return { masks: [...new Set(texts)].map((text) => new secret_text_SecretText(text)), weakness };
}
// As it is written: half a surrogate pair becomes U+FFFD.
function toWellFormed(text) {
    return Buffer.from(text).toString();
}
function maskText(text, isSecretLine = isMaskable) {
    return /[\r\n]/.test(text) ? maskLines(text, isSecretLine) : maskLine(text);
}
// A value of one line is masked whole, however it looks; a blank one the runner would refuse with a warning.
function maskLine(text) {
    const length = trim(text).length;
    if (length === 0)
        return { texts: [], weakness: text === '' ? undefined : 'none' };
    const weakness = length < MIN_MASK_LENGTH ? 'short' : undefined;
    return { texts: [text, jsonForm(text), ...encodedForms(Buffer.from(text))], weakness };
}
function maskLines(text, isSecretLine = isMaskable) {
    const lines = text
        .split(/[\r\n]/)
        .map(trim)
        .filter((line) => line !== '');
    const maskable = lines.filter(isSecretLine);
    if (maskable.length === 0)
        return { texts: lines.length === 0 ? [] : formsOfWhole(text), weakness: 'none' };
    if (maskable.length < lines.length)
        return { texts: [...maskable, ...formsOfWhole(text)], weakness: undefined };
    return { texts: [text, jsonForm(text), ...encodedForms(Buffer.from(text))], weakness: undefined };
}
function isMaskable(line) {
    const isPunctuation = /^[\p{White_Space}!-/:-@[-`{-~]*$/u.test(line);
    const isArmour = /^-----(?:BEGIN|END) [^-]+-----$/.test(line);
    return line.length >= MIN_MASK_LENGTH && !isPunctuation && !isArmour;
}
// JSON has a line a value where a list is printed.
function isSecretInJson(line) {
    return isMaskable(line) && !isCommonplace(line.replace(/,$/, ''));
}
// What spells a boolean, null or a number of fewer digits than six.
function isCommonplace(text) {
    if (/^(?:true|false|null)$/i.test(text))
        return true;
    const isNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text);
    return isNumber && text.replace(/\D/g, '').length < MIN_MASK_DIGITS;
}
// The runner trims as .NET does: by Unicode's White_Space, which, unlike JavaScript's trim, leaves U+FEFF alone.
// An expression that is bound to the end alone would take the square of the time that a long run of blanks takes to read.
function trim(line) {
    let start = 0;
    let end = line.length;
    while (start < end && isBlank(line.charAt(start)))
        start += 1;
    while (end > start && isBlank(line.charAt(end - 1)))
        end -= 1;
    return line.slice(start, end);
}
function isBlank(char) {
    return /\p{White_Space}/u.test(char);
}
// The forms that the runner would derive by itself, had it been given the whole.
function formsOfWhole(text) {
    const bytes = Buffer.from(text);
    // What is left of base64("user:" + text): the runner's own "shift" forms.
    const shifted = [bytes.subarray(1), bytes.subarray(2)].filter((tail) => tail.length >= MIN_MASK_LENGTH);
    const forms = [
        jsonForm(text),
        escapeAsNewtonsoft(jsonForm(text)),
        ...encodedForms(bytes),
        ...shifted.map((tail) => tail.toString('base64')),
        encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`),
    ];
    // The runner hides the trimmed form as well, and that must not be too short either.
    return forms.filter((form) => trim(form).length >= MIN_MASK_LENGTH);
}
// .NET's common JSON library, which the runner uses itself, escapes these three as well.
function escapeAsNewtonsoft(json) {
    return json.replace(/[\u0085\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
// As JSON.stringify writes it, which differs from the runner's own form in a few characters, such as U+2028.
function jsonForm(text) {
    return JSON.stringify(text).slice(1, -1);
}
function encodedForms(bytes) {
    const base64 = bytes.toString('base64');
    const withNewline = Buffer.concat([bytes, Buffer.from('\n')]).toString('base64');
    const forms = [bytes.toString('base64url'), base64, withNewline];
    return [...forms, ...[base64, withNewline].flatMap((form) => [...wrap(form, 64), ...wrap(form, 76)])];
}
// The lines of a text wrapped at so many columns.
function wrap(text, columns) {
    return Array.from(text.matchAll(new RegExp(`.{1,${columns}}`, 'g')), ([line]) => line);
}
//# sourceMappingURL=masks.js.map
;// CONCATENATED MODULE: ./build/src/render/certificate-steps.js
// What the steps of a certificate's line add: a PFX or PEM file, PEM texts, an entry of the user's store.







const NOTHING = { outputs: [], files: [], storeEntries: [], masks: [], notes: [] };
/** Exchange on Windows refuses keys of the newer providers, which Windows takes where none is named. */
const CSP = 'Microsoft Enhanced RSA and AES Cryptographic Provider';
/** More than anybody can guess; as text it is 43 characters. */
const PASSWORD_BYTES = 32;
/** Everything that the steps of a line add. */
function renderSteps(order) {
    const { file, pem, store } = order.steps;
    const all = [
        ...(file === undefined ? [] : [pem ? renderPemFile(order) : renderPfxFile(order)]),
        ...(pem ? [renderPem(order)] : []),
        ...(store ? [renderStoreEntry(order)] : []),
    ];
    return {
        outputs: all.flatMap(({ outputs }) => outputs),
        files: all.flatMap(({ files }) => files),
        storeEntries: all.flatMap(({ storeEntries }) => storeEntries),
        masks: all.flatMap(({ masks }) => masks),
        notes: noteKeyKind(order),
    };
}
// The keychain of macOS opens Triple DES alone.
function renderPfxFile(order) {
    const { output, steps, context } = order;
    const password = makePassword(context);
    const protection = steps.file === '3des' || context.platform === 'darwin' ? '3des' : 'aes256';
    const pfx = makePfx(order, { certificates: allCertificates(order), password, protection });
    return {
        ...NOTHING,
        outputs: [{ name: `${output}-password`, value: password }],
        files: [{ output: `${output}-path`, name: fileNameOf(output, '.pfx'), bytes: new SecretBytes(pfx) }],
        masks: [...maskBinary(pfx).masks, ...maskSecret(password.reveal()).masks],
    };
}
function renderPemFile(order) {
    const { output } = order;
    const text = privateKeyPem(order) + allCertificates(order).map(certificatePem).join('');
    return {
        ...NOTHING,
        files: [{ output: `${output}-path`, name: fileNameOf(output, '.pem'), bytes: new SecretBytes(Buffer.from(text)) }],
        masks: maskPem(text).masks,
    };
}
function renderPem(order) {
    const { output, identity } = order;
    const privateKey = privateKeyPem(order);
    return {
        ...NOTHING,
        outputs: [
            { name: `${output}-private-key`, value: new secret_text_SecretText(privateKey) },
            { name: `${output}-chain`, value: identity.chain.map(certificatePem).join('') },
        ],
        masks: maskPem(privateKey).masks,
    };
}
// .NET on Linux opens the files of its store without a password. Windows would spread the issuers over other stores, where
// nobody looks after them; and its import is sure of a password alone. Both open Triple DES, whatever their version.
function renderStoreEntry(order) {
    const { identity, context } = order;
    const isWindows = context.platform === 'win32';
    const password = isWindows ? makePassword(context) : new secret_text_SecretText('');
    const certificates = isWindows ? [identity.certificate] : allCertificates(order);
    const pfx = makePfx(order, { certificates, password: isWindows ? password : null, protection: '3des' });
    const thumbprint = (0,external_node_crypto_namespaceObject.createHash)('sha1').update(identity.certificate).digest('hex').toUpperCase();
    return {
        ...NOTHING,
        storeEntries: [{ thumbprint, pfx: new SecretBytes(pfx), password }],
        masks: [...maskBinary(pfx).masks, ...maskSecret(password.reveal()).masks],
    };
}
function makePfx({ identity, item, context }, { certificates, password, protection }) {
    return writePfx({
        privateKey: exportKey(identity),
        certificates,
        password: password?.reveal() ?? null,
        friendlyName: item.name,
        protection,
        ...(isRsa(identity) && { csp: CSP }),
        randomBytes: context.randomBytes,
    });
}
function makePassword({ randomBytes }) {
    return new secret_text_SecretText(randomBytes(PASSWORD_BYTES).toString('base64url'));
}
function allCertificates({ identity }) {
    return [identity.certificate, ...identity.chain];
}
function exportKey({ privateKey }) {
    return privateKey.export({ format: 'der', type: 'pkcs8' });
}
function privateKeyPem({ identity }) {
    return toPem('PRIVATE KEY', exportKey(identity));
}
function certificatePem(der) {
    return toPem('CERTIFICATE', der);
}
function isRsa({ privateKey }) {
    return privateKey.asymmetricKeyType === 'rsa';
}
// Where it may be what Exchange gets: in a PFX file anywhere, in the store on Windows, where the thumbprint is enough.
function noteKeyKind({ item, identity, steps, context }) {
    const isForExchange = (steps.file !== undefined && !steps.pem) || (steps.store && context.platform === 'win32');
    if (isRsa(identity) || !isForExchange)
        return [];
    const subject = describeIdentifier(item);
    return [
        {
            title: `No RSA key: ${subject}`,
            text: `${subject} has an EC key. Exchange Online PowerShell refuses it on Windows, which keeps such keys in a CNG provider; other programs open it.`,
        },
    ];
}
//# sourceMappingURL=certificate-steps.js.map
;// CONCATENATED MODULE: ./build/src/certificate/key-pair.js
// The certificate that an application signs in with, in whatever form it is given: PEM, base64 PFX or binary PFX.









/**
 * The private key, its certificate and issuers.
 * @param source text, or a file's content
 * @param password of the PFX, or of the encrypted key in PEM
 * @throws ActionError that says what was found and what is needed, `CLIENT_CERTIFICATE_UNREADABLE`, `PFX_…` or `PEM_…`
 */
function parseClientCertificate(source, password) {
    const text = typeof source === 'string' ? source : decodeCertificateFile(source);
    if (text === undefined)
        return parsePfx(Buffer.from(source), password);
    if (text.includes('-----BEGIN '))
        return parsePemIdentity(text, { password });
    const base64 = text.replace(/^\ufeff|\s+/g, '');
    if (base64 === '')
        throw notUsable('nothing');
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
        throw notUsable('what is neither PEM nor base64');
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.includes('-----BEGIN '))
        throw notUsable('base64 of PEM; PEM is taken as it is');
    if (!isLongSequence(bytes))
        throw notUsable('base64 of something that is no PFX');
    return parsePfx(bytes, password);
}
// A PFX is one SEQUENCE of more than 127 bytes, whose length byte is never a part of text.
function isLongSequence(bytes) {
    return bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80;
}
/** A file's text, in UTF-8 or in UTF-16, which Windows PowerShell writes; undefined where it is a binary PFX. */
function decodeCertificateFile(bytes) {
    if (isLongSequence(bytes))
        return undefined;
    return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8');
}
function parsePfx(bytes, password) {
    try {
        return selectIdentity(readPfx(bytes, password?.reveal()));
    }
    catch (error) {
        if (opens(() => new external_node_crypto_namespaceObject.X509Certificate(bytes)))
            throw notUsable('a certificate without its private key', error);
        if (opens(() => (0,external_node_crypto_namespaceObject.createPrivateKey)({ key: bytes, format: 'der', type: 'pkcs8' })))
            throw notUsable('a private key without its certificate', error);
        throw error;
    }
}
function opens(act) {
    try {
        act();
        return true;
    }
    catch {
        return false;
    }
}
const KEY_TYPES = new Map([
    ['PRIVATE KEY', 'pkcs8'],
    ['RSA PRIVATE KEY', 'pkcs1'],
    ['EC PRIVATE KEY', 'sec1'],
]);
const KEY_BEGIN = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
/**
 * The private key of a PEM text with its certificate and issuers, in whatever order they stand.
 * @throws ActionError `PEM_UNREADABLE`, `PEM_WRONG_PASSWORD`, `PEM_NO_KEY`, `PEM_NO_CERTIFICATE`, `PEM_UNSUPPORTED`
 */
function parsePemIdentity(text, { password, wanted } = {}) {
    const blocks = readPem(text);
    const work = new Work('PEM');
    const privateKeys = blocks.flatMap((block) => parseKeyBlock(block, { password, work }) ?? []);
    const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE').map(({ der }) => der);
    if (privateKeys.length === 0 && KEY_BEGIN.test(text))
        privateKeys.push(parseOldEncryptedKey(text, password));
    if (privateKeys.length === 0 && certificates.length === 0)
        throw unreadable('PEM', 'it has neither a whole private key nor a whole certificate');
    return findIdentity('PEM', { privateKeys, certificates, wanted });
}
function parseKeyBlock({ label, der }, opening) {
    if (label === 'ENCRYPTED PRIVATE KEY')
        return toKey(key_pair_decryptBlock(der, opening), 'pkcs8');
    const type = KEY_TYPES.get(label);
    return type === undefined ? undefined : toKey(der, type);
}
function toKey(der, type) {
    try {
        return (0,external_node_crypto_namespaceObject.createPrivateKey)({ key: der, format: 'der', type });
    }
    catch (cause) {
        throw unreadable('PEM', 'its private key is damaged or of an unknown kind', cause);
    }
}
function key_pair_decryptBlock(der, { password, work }) {
    if (password === undefined)
        throw wrongPassword('PEM', false);
    try {
        const lock = { format: 'PEM', password: encodePassword(password.reveal()), isGiven: true, work };
        return decryptKey(readBer(der)[0], lock);
    }
    catch (error) {
        if (error instanceof ActionError && error.code.startsWith('PEM_'))
            throw error;
        throw unreadable('PEM', 'its encrypted private key is damaged', error);
    }
}
// The encryption that came before PKCS#8 (RFC 1421 §4.6) has header lines, which `readPem` passes over.
function parseOldEncryptedKey(text, password) {
    const start = text.search(KEY_BEGIN);
    const end = text.indexOf('-----END ', start);
    const block = text.slice(start, text.indexOf('-----', end + 9) + 5);
    if (end === -1 || !block.includes('Proc-Type: 4,ENCRYPTED'))
        throw unreadable('PEM', 'the block of its private key is cut off');
    if (password === undefined)
        throw wrongPassword('PEM', false);
    try {
        return (0,external_node_crypto_namespaceObject.createPrivateKey)({ key: block, format: 'pem', passphrase: password.reveal() });
    }
    catch (cause) {
        throw wrongPassword('PEM', true, cause);
    }
}
function notUsable(found, cause) {
    return new ActionError({
        code: 'CLIENT_CERTIFICATE_UNREADABLE',
        title: 'Unusable client certificate',
        problem: `found ${found}.`,
        hint: 'Needed is PEM with a private key and its certificate, or a PFX, in base64 or as a file.',
        ...(cause !== undefined && { cause }),
    });
}
//# sourceMappingURL=key-pair.js.map
;// CONCATENATED MODULE: ./build/src/certificate/backing-secret.js



/**
 * The private key of a certificate and its issuers, from the value of the secret of the same version.
 * @param value base64 PFX without a password, or PEM
 * @param certificate the certificate, DER
 * @throws ActionError as `readPfx`, `selectIdentity` and `parsePemIdentity`
 */
function openBackingSecret(value, certificate) {
    if (isPem(value))
        return parsePemIdentity(value, { wanted: certificate });
    return selectIdentity(readPfx(Buffer.from(value, 'base64')), certificate);
}
//# sourceMappingURL=backing-secret.js.map
;// CONCATENATED MODULE: ./build/src/render/open-private-key.js
// The private key of a certificate, taken out of the secret that holds it, or why that cannot be done.


/**
 * The private key with its certificate and issuers; undefined where the secret cannot be opened and no step needs that.
 * @throws ActionErrors where the secret holds no private key or that of another certificate, and where a step needs what
 * cannot be opened
 */
function openPrivateKey({ certificate, secret }, steps) {
    try {
        return openBackingSecret(secret.value.reveal(), certificate.der);
    }
    catch (cause) {
        const errors = foreseenErrors(cause);
        const isCausedBy = (reason) => errors.some(({ code }) => code.endsWith(reason));
        if (isCausedBy('_NO_KEY'))
            throw notExportable(cause);
        if (isCausedBy('_NO_CERTIFICATE'))
            throw otherCertificate(cause);
        if (steps.file === undefined && !steps.pem && !steps.store)
            return undefined;
        throw new ActionErrors(errors.map(notConvertible));
    }
}
function notExportable(cause) {
    return new ActionError({
        code: 'CERTIFICATE_NOT_EXPORTABLE',
        title: 'Private key not exportable',
        problem: 'the vault gives the certificate without its private key, which is not exportable.',
        hint: 'Write | public for what is public of it, or use the token action, which has the vault sign and needs no private key.',
        cause,
    });
}
function otherCertificate(cause) {
    return new ActionError({
        code: 'CERTIFICATE_MISMATCH',
        title: 'Private key of another certificate',
        problem: 'the secret of the same version does not hold this certificate with its private key.',
        hint: 'Look at the certificate in the vault, and import or renew it.',
        cause,
    });
}
function notConvertible({ code, problem, cause }) {
    return new ActionError({
        code,
        title: 'Certificate not convertible',
        problem: `what the vault holds cannot be opened: ${problem}`,
        hint: 'Without file, pem and store it is exported as it is.',
        cause,
    });
}
//# sourceMappingURL=open-private-key.js.map
;// CONCATENATED MODULE: ./build/src/render/render-certificate.js
// A certificate as outputs, a file, an entry of the user's store, and masks.






/**
 * The PFX or PEM as the vault gives it, what is public of it, and what the steps of the line add.
 * @throws ActionErrors where the certificate cannot be read, comes without its private key, or cannot be converted
 */
function renderCertificate({ output, item, steps }, { certificate, secret }, context) {
    if (steps.kind !== 'certificates')
        throw new Error(steps.kind);
    const facts = describeCertificate(certificate.der);
    const rendered = {
        item,
        version: certificate.version,
        life: certificate.attributes,
        outputs: [
            { name: `${output}-thumbprint`, value: facts.thumbprint },
            { name: `${output}-subject`, value: facts.subject },
            { name: `${output}-expires-on`, value: formatInstant(certificate.attributes.expires) },
            { name: `${output}-version`, value: certificate.version },
            { name: `${output}-cer`, value: facts.pem },
        ],
        files: [],
        storeEntries: [],
        masks: [],
        weakness: undefined,
        secrets: [],
        notes: [],
    };
    // Another line may have asked for the private key of the same certificate.
    if (steps.public || secret === undefined)
        return rendered;
    const identity = openPrivateKey({ certificate, secret }, steps);
    const whole = { name: output, value: secret.value };
    const { masks, weakness } = maskWhole(secret);
    if (identity === undefined)
        return { ...rendered, outputs: [whole, ...rendered.outputs], masks, weakness };
    const added = renderSteps({ output, item, steps, identity, context });
    return {
        ...rendered,
        ...added,
        outputs: [whole, ...rendered.outputs, ...added.outputs],
        masks: [...masks, ...added.masks],
        weakness,
    };
}
function maskWhole({ value }) {
    const text = value.reveal();
    return isPem(text) ? maskPem(text) : maskPfx(text);
}
//# sourceMappingURL=render-certificate.js.map
;// CONCATENATED MODULE: ./build/src/render/render-key.js

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
// In the order of RFC 7638 §3.3, so that SHA-256 of the text is the key's thumbprint.
function describeJwk(publicKey) {
    const members = Object.entries(publicKey.export({ format: 'jwk' }));
    return JSON.stringify(Object.fromEntries(members.sort(([one], [other]) => (one < other ? -1 : 1))));
}
function symmetricKey(type) {
    return new ActionError({
        code: 'KEY_SYMMETRIC',
        title: 'Key without a public part',
        problem: `it is of type ${type}: one secret key that never leaves the vault.`,
        hint: 'Only RSA and EC keys have a public part: name one of these, and exclude others from a pattern by a tag.',
    });
}
//# sourceMappingURL=render-key.js.map
;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
;// CONCATENATED MODULE: ./build/src/render/value-error.js
// Values that are not what the steps of their line expect.



/** The error for a value; whose it is said later. Neither sentence may hold a part of the value. */
function valueError(problem, hint) {
    return new ActionError({ code: 'VAULT_VALUE_UNUSABLE', title: 'Unusable value', problem, hint });
}
/** The foreseen failures that `error` stands for; those of nothing by name are said of the line and its object. */
function errorsOfLine({ line, item }, error) {
    const subject = `${describeLine(line)} (${describeIdentifier(item)})`;
    return new ActionErrors(foreseenErrors(error).map((one) => (one.subject === undefined ? one.about(subject) : one)));
}
//# sourceMappingURL=value-error.js.map
;// CONCATENATED MODULE: ./build/src/render/decode-base64.js
// Base64 as the step of this name takes it (RFC 4648 §4): of the standard alphabet and padded; line breaks are passed over.

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
//# sourceMappingURL=decode-base64.js.map
;// CONCATENATED MODULE: ./build/src/render/json-leaves.js
// The leaves of a JSON text, as they are spelled there: `JSON.parse` would make 1 of 1.0, and round long numbers.

/** Outputs are named after paths: what is nested deeper is no configuration. */
const json_leaves_MAX_DEPTH = 64;
/**
 * The tree of an object or a list.
 * @throws ActionError of no subject where the text is neither, or is nested too deep
 */
function readJson(text) {
    if (!isJson(text) || !/^\s*[{[]/.test(text)) {
        throw valueError('the value is not a JSON object or list.', 'Leave | json out to have it as it is.');
    }
    const reader = new TokenReader(text);
    reader.readValue([]);
    return reader;
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
    branches = [];
    #rest;
    constructor(text) {
        this.#rest = Array.from(text.matchAll(TOKENS), ([token]) => token).reverse();
    }
    readValue(path) {
        const token = this.#next();
        if (token === '{' || token === '[')
            this.#readBranch(path, token === '[');
        else
            this.leaves.push({ path, ...readLeaf(token) });
    }
    #readBranch(path, isList) {
        if (path.length === json_leaves_MAX_DEPTH) {
            throw valueError('the value is JSON that is nested too deep.', `Expected at most ${json_leaves_MAX_DEPTH} levels.`);
        }
        this.branches.push(path);
        const end = isList ? ']' : '}';
        for (let position = 0; this.#rest.at(-1) !== end; position += 1) {
            const key = isList ? `${position}` : JSON.parse(this.#next());
            this.readValue([...path, key]);
        }
        this.#next();
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
//# sourceMappingURL=json-leaves.js.map
;// CONCATENATED MODULE: ./build/src/render/pick-leaf.js

/**
 * The leaf at a dotted path; keys may have dots themselves.
 * @throws ActionError of no subject where there is none, or more than one
 */
function pickLeaf({ leaves, branches }, path) {
    const [leaf, ...others] = leaves.filter((one) => one.path.join('.') === path);
    const isBranch = branches.some((branch) => branch.join('.') === path);
    if (leaf === undefined && isBranch) {
        throw valueError('the value has an object or a list at the path after json.', 'Write the path on to one leaf, or | json alone for all of them.');
    }
    if (leaf === undefined) {
        throw valueError('the value has nothing at the path after json.', 'Keys are compared to the letter, and positions in lists count from 0.');
    }
    if (isBranch || others.length > 0) {
        throw valueError('the value has more than one thing at the path after json.', 'A key occurs twice, or has dots: change the value.');
    }
    return leaf;
}
//# sourceMappingURL=pick-leaf.js.map
;// CONCATENATED MODULE: ./build/src/render/secret-value.js
// What a secret's value is once the steps of its line have been gone through: base64, then json.






/**
 * The value after the steps.
 * @throws ActionError of no subject where it is not what a step expects
 */
function readSecretValue({ value, contentType }, steps) {
    const stored = value.reveal();
    // A certificate named under `secrets` comes out as any secret, but its bytes are a private key's.
    const masking = contentType === 'application/x-pkcs12' ? maskPfx(stored) : maskSecret(stored);
    if (!steps.base64)
        return { bytes: Buffer.from(stored), ...secret_value_readText(stored, masking, steps) };
    const bytes = decodeBase64(stored);
    const decoded = readBytes(bytes, steps);
    return { bytes, ...decoded, masking: joinMaskings(masking, decoded.masking) };
}
function readBytes(bytes, steps) {
    if ((0,external_node_buffer_namespaceObject.isUtf8)(bytes))
        return secret_value_readText(bytes.toString(), maskSecret(bytes.toString()), steps);
    if (!steps.file) {
        throw valueError('the decoded value is not UTF-8, and no output can be anything else.', 'Write | base64 | file to have its bytes in a file.');
    }
    return { text: undefined, leaves: [], masking: maskBinary(bytes) };
}
function secret_value_readText(text, masking, { json }) {
    if (json === undefined)
        return { text, leaves: [], masking };
    const tree = readJson(text);
    const ofAll = maskJson(text, tree.leaves);
    if (json.path === undefined)
        return { text, leaves: tree.leaves, masking: ofAll };
    const leaf = pickLeaf(tree, json.path);
    return { text: leaf.text, leaves: [], masking: joinMaskings(ofAll, maskLeaf(leaf)) };
}
//# sourceMappingURL=secret-value.js.map
;// CONCATENATED MODULE: ./build/src/render/render-secret.js




/**
 * The value, byte for byte, and what the steps of its line make of it.
 * @throws ActionErrors that name the line where the value is not what a step expects, or the output of a leaf is taken
 */
function renderSecret(destination, secret, { claims }) {
    const { output, item, steps, line } = destination;
    if (steps.kind !== 'secrets')
        throw new Error(steps.kind);
    try {
        const { bytes, text, leaves, masking } = readSecretValue(secret, steps);
        const ofLeaves = leaves.map((leaf) => ({ name: leafOutput(output, leaf), value: new secret_text_SecretText(leaf.text) }));
        claims.claim({ line, essence: `leaves of ${output}`, outputs: ofLeaves.map(({ name }) => name) });
        const outputs = [...(text === undefined ? [] : [{ name: output, value: new secret_text_SecretText(text) }]), ...ofLeaves];
        const file = { output: `${output}-path`, name: fileNameOf(output), bytes: new SecretBytes(bytes) };
        return {
            item,
            version: secret.version,
            life: secret.attributes,
            outputs,
            files: steps.file ? [file] : [],
            storeEntries: [],
            ...(steps.unmasked ? { masks: [], weakness: undefined } : masking),
            secrets: outputs,
            notes: [],
        };
    }
    catch (error) {
        throw errorsOfLine(destination, error);
    }
}
// Characters of keys that no output may have become "_", one for one.
function leafOutput(output, { path }) {
    return [output, ...path].join('-').replace(/[^A-Za-z0-9_-]/gu, '_');
}
//# sourceMappingURL=render-secret.js.map
;// CONCATENATED MODULE: ./build/src/render/render-all.js
// Everything that was fetched, as outputs and masks.






/**
 * What each destination gets, in the order of the fetched.
 * @throws ActionErrors with each item that cannot be rendered
 */
function renderAll(fetched, context) {
    return checkEach(fetched, (one) => {
        try {
            return renderOne(one, context);
        }
        catch (error) {
            // What names a line already says more.
            throw failuresOf(describeIdentifier(one.destination.item), error);
        }
    });
}
function renderOne(fetched, context) {
    const { destination } = fetched;
    switch (fetched.kind) {
        case 'secret':
            return renderSecret(destination, fetched.secret, context);
        case 'attributes':
            return renderAttributes(destination, fetched.version);
        case 'certificate':
            return renderCertificate(destination, fetched, context);
        case 'key':
            return renderKey(destination, fetched.key);
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
    const subject = describeIdentifier(item);
    const expiry = judgeExpiry(life, nowMs, warningDays);
    switch (expiry.kind) {
        case 'lasting':
            return [];
        case 'not-yet-valid':
            return [
                { title: `Not valid yet: ${subject}`, text: `${subject} is valid from ${formatInstant(life.notBefore)}.` },
            ];
        case 'expired':
            return [
                { title: `Expired: ${subject}`, text: `${subject} expired on ${formatInstant(life.expires)}. Renew it.` },
            ];
        case 'expiring':
            return [
                {
                    title: `Expires soon: ${subject}`,
                    text: `${subject} expires ${describeDays(expiry)}, on ${formatInstant(life.expires)}. Renew it before.`,
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
    const subject = describeIdentifier(item);
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
;// CONCATENATED MODULE: ./build/src/render/standing-outputs.js
// The two outputs that are always there: all secret values at once, and what is near its end.

/** `secrets` as a JSON object of the values that secret lines gave, `expiring` as a JSON array of names. */
function standingOutputs(rendered, expiring) {
    const secrets = rendered.flatMap((one) => one.secrets).map(({ name, value }) => [name, textOf(value)]);
    return [
        { name: 'secrets', value: new secret_text_SecretText(JSON.stringify(Object.fromEntries(secrets))) },
        { name: 'expiring', value: JSON.stringify(expiring) },
    ];
}
function textOf(value) {
    return typeof value === 'string' ? value : value.reveal();
}
//# sourceMappingURL=standing-outputs.js.map
;// CONCATENATED MODULE: ./build/src/render/variables.js
// Outputs as variables for the later steps of the job.


/** Linux gives a program no variable, name and all, of more bytes (MAX_ARG_STRLEN in execve(2)). */
const MAX_VARIABLE_BYTES = 128 * 1024;
/**
 * The same values under the names of variables.
 * @param hint what to do with a value that cannot be one
 * @throws ActionError that names the output whose value cannot be a variable
 */
function toVariables(outputs, hint) {
    return outputs.map(({ name: output, value }) => {
        const name = variableNameOf(output);
        const problem = findProblem(output, value);
        if (problem === undefined)
            return { name, value };
        throw new ActionError({
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
    const entry = `${variableNameOf(output)}=${typeof value === 'string' ? value : value.reveal()}`;
    if (entry.includes('\0'))
        return 'holds a NUL, which no variable can.';
    // The NUL at the end counts.
    return Buffer.byteLength(entry) >= MAX_VARIABLE_BYTES ? 'is over 128 KiB, which no variable can be.' : undefined;
}
//# sourceMappingURL=variables.js.map
;// CONCATENATED MODULE: ./build/src/flow/make-results.js




/** @throws ActionError that names the output whose value cannot be a variable, where variables are wanted */
function makeResults(rendered, { expiring, exportEnv }, ports) {
    const files = rendered.flatMap((one) => one.files);
    const entries = uniqueEntries(rendered);
    const placed = placeFiles(files, ports.randomBytes, files.length + entries.length > 0);
    const outputs = rendered.flatMap((one) => one.outputs);
    const paths = pathOutputs(placed, ports.privateFolders);
    const forVariables = [...rendered.flatMap(outputsForVariables), ...paths];
    return {
        masks: rendered.flatMap(({ masks }) => masks),
        placed,
        store: orderStore(entries, placed, ports),
        outputs: [...outputs, ...paths, ...standingOutputs(rendered, expiring)],
        variables: exportEnv
            ? toVariables(forVariables, 'Write | file to have it in a file, or leave export-env out.')
            : [],
    };
}
// What is in a file need not be a variable, where it cannot be one: the variable with the path is what was wanted.
function outputsForVariables({ outputs, files }) {
    const inFiles = files.map(({ output }) => output);
    return outputs.filter((output) => !inFiles.includes(`${output.name}-path`) || canBeVariable(output));
}
// Lines may name one certificate twice.
function uniqueEntries(rendered) {
    const all = rendered.flatMap(({ storeEntries }) => storeEntries);
    return [...new Map(all.map((entry) => [entry.thumbprint, entry])).values()];
}
function orderStore(entries, placed, { machine, inputs }) {
    const site = store_site_findStoreSite(machine.platform, inputs.variable);
    // The plan has refused lines that ask for a store where there is none.
    if (entries.length === 0 || placed === undefined || site.kind === 'none')
        return undefined;
    return { site, entries, folder: placed.folder };
}
//# sourceMappingURL=make-results.js.map
;// CONCATENATED MODULE: ./build/src/input/creds.js
// The `creds` input: the JSON that Azure/login takes, so that a workflow can move over unchanged.


/**
 * The members of `creds`; undefined where it was left out.
 * @throws ActionError where it is not such JSON; the text is no part of it
 */
function readCreds(inputs) {
    const text = readText(inputs, 'creds');
    if (text === undefined)
        return undefined;
    const members = parseJson(text);
    const member = (name) => {
        const value = members?.[name];
        if (typeof value === 'string' && value.trim() !== '')
            return value.trim();
        throw invalidInput('creds', `holds no ${name}.`, 'Expected the JSON {"clientId": "…", "clientSecret": "…", "tenantId": "…"}.');
    };
    return { tenantId: member('tenantId'), clientId: member('clientId'), clientSecret: member('clientSecret') };
}
function parseJson(text) {
    try {
        return asObject(JSON.parse(text));
    }
    catch {
        // Not thrown on: the parser's message quotes the text, and there is a secret in it.
        return undefined;
    }
}
//# sourceMappingURL=creds.js.map
;// CONCATENATED MODULE: ./build/src/input/sign-in-inputs.js
// The inputs that say who signs in, and the AZURE_* variables that stand in for empty ones.





/** Eight, four, four, four and twelve hex digits. */
const sign_in_inputs_GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
function readSignInInputs(inputs) {
    const { creds } = checkAll({ creds: () => readCreds(inputs) });
    return checkAll({
        authMethod: () => readText(inputs, 'auth-method'),
        tenantId: () => checked(choose(inputs, TENANT_ID, creds?.tenantId), checkTenant),
        clientId: () => checked(choose(inputs, CLIENT_ID, creds?.clientId), checkClientId),
        clientSecret: () => secret(choose(inputs, CLIENT_SECRET, creds?.clientSecret)),
        clientSecretInputs: () => ['client-secret', 'creds'].filter((name) => readText(inputs, name) !== undefined),
        clientCertificate: () => secretText(inputs, CLIENT_CERTIFICATE),
        clientCertificatePassword: () => certificatePassword(inputs),
        accessToken: () => secretText(inputs, 'access-token'),
    });
}
const TENANT_ID = { input: 'tenant-id', variable: 'AZURE_TENANT_ID' };
const CLIENT_ID = { input: 'client-id', variable: 'AZURE_CLIENT_ID' };
const CLIENT_SECRET = { input: 'client-secret', variable: 'AZURE_CLIENT_SECRET' };
const CLIENT_CERTIFICATE = 'client-certificate';
const CLIENT_CERTIFICATE_PASSWORD = 'client-certificate-password';
// The input, else what `creds` says, else the variable. Where input and `creds` both speak, they must agree.
function choose(inputs, { input, variable }, inCreds) {
    const given = readText(inputs, input);
    // The case of IDs and domains does not count; that of a secret does.
    const fold = (text) => (input === CLIENT_SECRET.input ? text : text.toLowerCase());
    if (given !== undefined && inCreds !== undefined && fold(given) !== fold(inCreds)) {
        throw invalidInput(input, 'differs from what creds says.', 'Leave one of the two out.');
    }
    if (inCreds !== undefined)
        return { value: inCreds, source: 'creds' };
    if (given !== undefined)
        return { value: given, source: input };
    const value = inputs.variable(variable)?.trim() ?? '';
    return value === '' ? undefined : { value, source: variable };
}
function secretText(inputs, name) {
    const text = readText(inputs, name);
    return text === undefined ? undefined : new secret_text_SecretText(text);
}
// Another way to sign in is not what a step with this password is meant to take.
function certificatePassword(inputs) {
    const password = secretText(inputs, CLIENT_CERTIFICATE_PASSWORD);
    if (password === undefined || readText(inputs, CLIENT_CERTIFICATE) !== undefined)
        return password;
    throw invalidInput(CLIENT_CERTIFICATE_PASSWORD, `is given without ${CLIENT_CERTIFICATE}.`, 'Set both or none. A secret that does not exist, or that a fork may not see, arrives here as an empty text.');
}
/** The value, once `check` has let it pass. */
function checked(given, check) {
    if (given !== undefined)
        check(given);
    return given;
}
function secret(given) {
    return given && { value: new secret_text_SecretText(given.value), source: given.source };
}
/**
 * The value becomes a path segment of the token request, so this is a guard as well as a courtesy.
 * @throws ActionError that names the source where it is no tenant
 */
function checkTenant({ value, source }) {
    if (sign_in_inputs_GUID.test(value) || (DNS_NAME.test(value) && value.includes('.')))
        return;
    throw invalidInput(source, 'is neither a directory (tenant) ID nor a domain name.', 'Expected a GUID, or a verified domain such as contoso.onmicrosoft.com.');
}
/** @throws ActionError that names the source where the value is no application ID */
function checkClientId({ value, source }) {
    if (sign_in_inputs_GUID.test(value))
        return;
    throw invalidInput(source, 'is not an application (client) ID.', 'Expected the GUID that the app registration shows as "Application (client) ID", not its name.');
}
//# sourceMappingURL=sign-in-inputs.js.map
;// CONCATENATED MODULE: ./build/src/entra/claims.js
// What a token says of itself. Claims are shown to people and decide nothing: only the service can verify them.

/** The claims of a JSON Web Token (RFC 7519); undefined where the token is none. The signature is not looked at. */
function decodeClaims(token) {
    const [, payload, signature] = token.reveal().split('.');
    if (payload === undefined || signature === undefined)
        return undefined;
    return parseJsonObject(Buffer.from(payload, 'base64url').toString('utf8'));
}
/** A claim as one line of visible text; undefined where it is missing or has another form. */
function claimText(claims, name) {
    const value = claims?.[name];
    // An audience may be a list (RFC 7519 §4.1.3), as it is in the tokens of Kubernetes.
    const isList = name === 'aud' && Array.isArray(value) && value.every((one) => typeof one === 'string');
    return asText(isList ? value.join(' ') : value, /^[\x20-\x7e]{1,512}$/);
}
/** The roles that a token says it has, each as one line of visible text; undefined where it lists none. */
function claimRoles(claims) {
    const roles = claims?.['roles'];
    return Array.isArray(roles) ? roles.map((role) => asText(role, /^[\x20-\x7e]{1,128}$/) ?? '?') : undefined;
}
/** Lines for the debug log: who the token is for and of, and whether it is an application's or a person's. */
function describeClaims(token) {
    const claims = decodeClaims(token);
    if (claims === undefined)
        return ['The access token is opaque: it shows no claims.'];
    const shown = ['aud', 'appid', 'azp', 'oid', 'tid', 'scp'].map((name) => [name, claimText(claims, name)]);
    const exp = claims['exp'];
    const end = typeof exp === 'number' && Math.abs(exp) <= 8.64e12 ? new Date(exp * 1000).toISOString() : undefined;
    return [
        ...[...shown, ['roles', claimRoles(claims)?.join(' ')], ['exp', end]]
            .filter(([, text]) => text !== undefined)
            .map(([name, text]) => `Access token: ${name} = ${text}`),
        claims['scp'] === undefined
            ? 'Access token: of an application (it has no scp).'
            : 'Access token: delegated, of a person (it has scp).',
    ];
}
//# sourceMappingURL=claims.js.map
;// CONCATENATED MODULE: ./build/src/entra/client-assertion.js
// A client's own proof: a JWT that it signs with the key of its certificate (RFC 7523 §2.2).
// https://learn.microsoft.com/entra/identity-platform/certificate-credentials


/** The documentation advises five to ten minutes. */
const LIFE_SECONDS = 600;
/** A fresh assertion, good for ten minutes. @throws whatever `sign` throws */
async function makeClientAssertion({ clientId, audience, certificate }, { clock, randomBytes }, sign) {
    const nowSeconds = Math.floor(clock.nowMs() / 1000);
    const header = {
        alg: 'PS256',
        typ: 'JWT',
        'x5t#S256': (0,external_node_crypto_namespaceObject.createHash)('sha256').update(certificate).digest('base64url'),
    };
    const claims = {
        aud: audience,
        iss: clientId,
        sub: clientId,
        jti: formatGuid(randomBytes(16)),
        nbf: nowSeconds,
        iat: nowSeconds,
        exp: nowSeconds + LIFE_SECONDS,
    };
    const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    const signature = await sign(Buffer.from(text));
    return new secret_text_SecretText(`${text}.${signature.toString('base64url')}`);
}
// Of the form alone: nothing needs the bits that tell one kind of GUID from another.
function formatGuid(bytes) {
    return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
/** The form of a token request that an assertion speaks for, be it the client's own or another issuer's ID token. */
function assertionFields(assertion) {
    return {
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
    };
}
//# sourceMappingURL=client-assertion.js.map
;// CONCATENATED MODULE: ./build/src/entra/aadsts.js
// What the error numbers of Microsoft Entra ID mean, and what to do about each.
// https://learn.microsoft.com/entra/identity-platform/reference-error-codes and, for single ones, https://login.microsoftonline.com/error?code=NUMBER
const CHECK_CLIENT = {
    meaning: 'the application is not known in this tenant',
    advice: 'Compare client-id with the "Application (client) ID" of the app registration and tenant-id with its "Directory (tenant) ID". An application of another tenant needs consent in this one first.',
};
const CHECK_FEDERATION = {
    meaning: 'no federated credential of the application matches the ID token',
    advice: 'Issuer, subject and audience must match to the letter, capitals included. Repositories created, renamed or transferred since 2026-07-15 carry numeric IDs in the subject. A new federated credential needs a few minutes.',
};
const CHECK_ASSERTION = {
    meaning: 'the client assertion is malformed',
    advice: 'Report this as a defect of the action, with the correlation ID.',
};
const CHECK_CLOUD = {
    meaning: 'the tenant is in another cloud',
    advice: 'Set "cloud" to us-government or china, whichever the tenant belongs to.',
};
const CHECK_SCOPE = {
    meaning: 'the scope is not valid',
    advice: "A scope of an application is one service's application ID URI and /.default.",
};
const NO_TENANT = {
    meaning: 'the request names no tenant',
    advice: 'Set tenant-id.',
};
const NEEDS_PERSON = {
    meaning: 'a second factor is demanded',
    advice: 'A workflow cannot give one: sign in as an application, not as a user.',
};
/** Advice by the number after `AADSTS`. */
const AADSTS_ADVICE = new Map([
    [
        7000215,
        {
            meaning: 'wrong client secret',
            advice: "Use the secret's value, which the portal shows once, not its secret ID. A secret made less than two minutes ago may not be known yet.",
        },
    ],
    [
        7000222,
        {
            meaning: 'the client secret has expired',
            advice: 'Make a new one under "Certificates & secrets" of the app registration, or sign in without any secret (a federated credential).',
        },
    ],
    [700016, CHECK_CLIENT],
    [70001, CHECK_CLIENT],
    [700011, CHECK_CLIENT],
    [
        7000112,
        {
            meaning: 'the application is disabled in this tenant',
            advice: 'Turn on "Enabled for users to sign in" in the properties of the enterprise application.',
        },
    ],
    [
        90002,
        {
            meaning: 'the tenant does not exist',
            advice: 'Compare tenant-id with the directory (tenant) ID or a verified domain. A tenant of another cloud needs "cloud".',
        },
    ],
    [
        900023,
        {
            meaning: 'the tenant is malformed',
            advice: 'tenant-id must be a GUID or a domain name, without quotes or spaces.',
        },
    ],
    [
        900144,
        {
            meaning: 'a part of the request is empty',
            advice: 'An input comes from a variable or secret that is not set: look at client-id and tenant-id.',
        },
    ],
    [50059, NO_TENANT],
    [90019, NO_TENANT],
    [700211, CHECK_FEDERATION],
    [700212, CHECK_FEDERATION],
    [700213, CHECK_FEDERATION],
    [7002138, CHECK_FEDERATION],
    [70021, CHECK_FEDERATION],
    [
        700024,
        {
            meaning: 'the client assertion is outside its time',
            advice: "Set the runner's clock. An ID token of GitHub lives about five minutes.",
        },
    ],
    [
        700027,
        {
            meaning: 'the certificate is not one of the application',
            advice: 'Upload its public part under "Certificates & secrets" of the app registration.',
        },
    ],
    [700021, CHECK_ASSERTION],
    [700023, CHECK_ASSERTION],
    [50027, CHECK_ASSERTION],
    [
        700030,
        { meaning: "the certificate's subject is not authorised", advice: 'Authorise it for subject-name authentication.' },
    ],
    [
        7000218,
        {
            meaning: 'neither a secret nor an assertion was accepted',
            advice: 'For device-code, turn on "Allow public client flows" in the app registration.',
        },
    ],
    [
        700025,
        {
            meaning: 'a public client must not send credentials',
            advice: 'Sign in with device-code, or as a confidential client.',
        },
    ],
    [
        500011,
        {
            meaning: 'the tenant knows no such service',
            advice: 'Where the service is a vault, it is in another cloud than the tenant: set "cloud". Of another service, compare the scope with its application ID URI; it may not be installed in this tenant.',
        },
    ],
    [
        650057,
        {
            meaning: 'the application does not ask for this service',
            advice: 'Add the API permission "Azure Key Vault → user_impersonation" to the app registration.',
        },
    ],
    [65001, { meaning: 'consent is missing', advice: "Grant admin consent for the application's API permissions." }],
    [70011, CHECK_SCOPE],
    [1002012, CHECK_SCOPE],
    [
        7000229,
        {
            meaning: 'the application is not installed in this tenant',
            advice: 'Make its enterprise application: "az ad sp create --id CLIENT_ID" in the tenant, or grant it admin consent there.',
        },
    ],
    [
        501051,
        {
            meaning: 'the application has no role of this service',
            advice: 'The service demands an assignment: give the application one of its roles, with admin consent, or turn off "Assignment required" of the service.',
        },
    ],
    [50034, { meaning: 'the user is not in this tenant', advice: "Set tenant-id to the user's own tenant." }],
    [50020, { meaning: 'the user is not in this tenant', advice: "Set tenant-id to the user's own tenant." }],
    [50076, NEEDS_PERSON],
    [50079, NEEDS_PERSON],
    [50158, NEEDS_PERSON],
    [
        53003,
        {
            meaning: 'blocked by Conditional Access',
            advice: "A policy for workload identities keeps this runner out, most often by its address. Use a runner in the allowed network, or except the application's service principal.",
        },
    ],
    [530035, { meaning: 'blocked by security defaults', advice: 'Sign in as an application, not as a user.' }],
    [
        50105,
        {
            meaning: 'the application is not assigned',
            advice: 'Assign it under "Users and groups" of the enterprise application, or turn off "Assignment required".',
        },
    ],
    [90038, CHECK_CLOUD],
    [900382, CHECK_CLOUD],
    [900432, CHECK_CLOUD],
]);
//# sourceMappingURL=aadsts.js.map
;// CONCATENATED MODULE: ./build/src/entra/token-error.js
// Refusals of the token endpoint, in words that help.



/** The error for an answer that is no token. */
function refusedSignInError(status, refusal, attempt) {
    const { error, errorCode, correlationId } = refusal;
    const known = errorCode === undefined ? undefined : AADSTS_ADVICE.get(errorCode);
    const number = errorCode === undefined ? undefined : `AADSTS${errorCode}`;
    const codes = [`HTTP ${status}`, error, number].filter((code) => code !== undefined).join(', ');
    const meaning = known?.meaning ?? (status >= 300 && status < 400 ? 'it redirects, which is never followed' : undefined);
    return new ActionError({
        code: number === undefined ? 'ENTRA_REFUSED' : `ENTRA_${number}`,
        title: `${token_error_kindOf(attempt)} refused${meaning === undefined ? '' : `: ${meaning}`}`,
        subject: token_error_describeAttempt(attempt),
        problem: `refused with ${codes}${meaning === undefined ? '' : `: ${meaning}`}.`,
        hint: describeHints(notesFor(errorCode, attempt), known?.advice ?? adviceForStatus(status, number)),
        ...(correlationId !== undefined && { requestId: `correlation ID ${correlationId}` }),
    });
}
function notesFor(errorCode, { notes }) {
    return notes.filter(({ errorCodes }) => errorCodes === undefined || (errorCode !== undefined && errorCodes.includes(errorCode)));
}
function describeHints(notes, advice) {
    const texts = notes.map(({ text }) => text);
    return (notes.some(({ replacesAdvice }) => replacesAdvice) ? texts : [...texts, advice]).join(' ');
}
function adviceForStatus(status, number) {
    if (number !== undefined)
        return `See https://login.microsoftonline.com/error?code=${number.slice('AADSTS'.length)}.`;
    if (status === 429 || status >= 500)
        return 'Microsoft Entra ID is busy or failing: run the job again later.';
    return 'This is not how Microsoft Entra ID answers: look at authority-host, and at a proxy in between.';
}
/** The error for an answer of status 200 that holds no token. */
function token_error_unusableAnswerError(attempt) {
    return new ActionError({
        code: 'ENTRA_ANSWER_UNUSABLE',
        title: `${token_error_kindOf(attempt)} failed`,
        subject: token_error_describeAttempt(attempt),
        problem: 'the answer holds no usable token.',
        hint: 'This is not how Microsoft Entra ID answers: look at authority-host, and at a proxy in between.',
    });
}
/** The error for a request that got no answer. Anything but a {@link TransportError} is thrown on. */
function unreachableAuthorityError(error, attempt) {
    if (!(error instanceof TransportError))
        throw error;
    return new ActionError({
        code: 'ENTRA_UNREACHABLE',
        title: `${token_error_kindOf(attempt)} failed: no answer`,
        subject: token_error_describeAttempt(attempt),
        problem: `${error.message}.`,
        hint: token_error_UNREACHABLE_HINTS[error.failure],
        cause: error,
    });
}
const token_error_UNREACHABLE_HINTS = {
    'host-not-found': 'Look at "authority-host" and "cloud", and at the name resolution of the runner.',
    certificate: 'Where a proxy or a private authority has a CA of its own, set NODE_EXTRA_CA_CERTS in the env of the step.',
    proxy: 'Look at HTTPS_PROXY and NO_PROXY.',
    'too-large': 'This is not how Microsoft Entra ID answers: look at "authority-host".',
    'time-out': 'Look at the network of the runner, its firewall and HTTPS_PROXY, then run the job again.',
    connection: 'Look at the network of the runner, its firewall and HTTPS_PROXY, then run the job again.',
};
function token_error_kindOf({ token }) {
    return token === undefined ? 'Sign-in' : 'Token';
}
function token_error_describeAttempt({ token = 'Sign-in', authority, clientId }) {
    const { host, pathname } = new URL(authority);
    return `${token} of client ${clientId} in tenant ${pathname.slice(1)} at ${host}`;
}
//# sourceMappingURL=token-error.js.map
;// CONCATENATED MODULE: ./build/src/entra/refusal.js
// An error answer of the token endpoint, reduced to what may be shown.

/** Reads an error answer; what is missing or malformed is undefined. */
function readRefusal(response) {
    const answer = parseJsonObject(response.body);
    const codes = answer?.['error_codes'];
    const listed = Array.isArray(codes) ? codes[0] : undefined;
    const written = /^AADSTS(\d{4,8})\b/.exec(asText(answer?.['error_description'], /^AADSTS/) ?? '');
    return {
        error: asText(answer?.['error'], /^[a-z_]{1,40}$/),
        errorCode: typeof listed === 'number' ? listed : written === null ? undefined : Number(written[1]),
        correlationId: asText(answer?.['correlation_id'], /^[0-9a-f-]{36}$/i),
    };
}
//# sourceMappingURL=refusal.js.map
;// CONCATENATED MODULE: ./build/src/entra/token-request.js
// The token endpoint of the Microsoft identity platform, version 2: request and judgement of its answer.
// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow




/** The address of a tenant at its login host, without a slash at its end. */
function token_request_authorityOf({ authorityHost, tenantId }) {
    // Whoever asks an authority needs a tenant, and was given one (`needsTenant`).
    return `${authorityHost}/${encodeURIComponent(String(tenantId))}`;
}
/** The address at which an authority gives tokens; it is the audience of a client assertion, too. */
function tokenEndpoint(authority) {
    return `${authority}/oauth2/v2.0/token`;
}
/** The request for a token. */
function tokenRequest(authority, fields) {
    return formRequest(tokenEndpoint(authority), fields);
}
/** A form, sent to an endpoint of the authority. */
function formRequest(url, fields) {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
        form.set(name, value instanceof secret_text_SecretText ? value.reveal() : value);
    }
    return {
        method: 'POST',
        url,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new secret_text_SecretText(form.toString()),
    };
}
/** AADSTS codes that pass by themselves (protocol description of the v2 endpoint's error codes). */
const TRANSIENT_AADSTS = [50033, 90024, 90033, 50196];
/** Does this refusal pass by itself, whatever its status? */
function isTransientTokenAnswer(response) {
    if (response.status < 400)
        return false;
    const { error, errorCode } = readRefusal(response);
    return error === 'temporarily_unavailable' || (errorCode !== undefined && TRANSIENT_AADSTS.includes(errorCode));
}
/**
 * The token that the endpoint gave.
 * @throws ActionError with advice where it refused, or gave what is no token
 */
function processTokenResponse(response, nowMs, attempt) {
    if (response.status !== 200)
        throw refusedSignInError(response.status, readRefusal(response), attempt);
    const token = decodeToken(parseJsonObject(response.body), nowMs);
    if (token === undefined)
        throw token_error_unusableAnswerError(attempt);
    return token;
}
/** The token of an answer; undefined where it holds none. */
function decodeToken(answer, nowMs) {
    const token = asToken(answer?.['access_token']);
    const lifeSeconds = asSeconds(answer?.['expires_in']);
    if (token === undefined || lifeSeconds === undefined)
        return undefined;
    return { token, expiresOnSeconds: Math.floor(nowMs / 1000) + lifeSeconds };
}
/** A token, which becomes a header's value: anything but visible ASCII is refused. */
function asToken(value) {
    const text = asText(value, /^[\x21-\x7e]+$/);
    return text === undefined ? undefined : new secret_text_SecretText(text);
}
// A number here, a string of digits in the answers of managed identity endpoints.
function asSeconds(value) {
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0)
        return Math.floor(value);
    const digits = asText(value, /^\d{1,9}$/);
    return digits === undefined ? undefined : Number(digits);
}
//# sourceMappingURL=token-request.js.map
;// CONCATENATED MODULE: ./build/src/entra/exchange-token.js
// The exchange that most ways to sign in share: a form to the token endpoint, a token back.



/** @throws ActionError with advice where the token is refused or there is no answer */
async function exchangeToken({ clientId, fields, notes = [], token }, target, context) {
    const attempt = { authority: token_request_authorityOf(target), clientId, notes, token };
    const request = (own) => tokenRequest(attempt.authority, { client_id: clientId, scope: target.scope, ...own });
    const source = typeof fields === 'function' ? async () => request(await fields()) : request(fields);
    const response = await send(source, context, {
        isTransient: isTransientTokenAnswer,
    }).catch((error) => {
        throw unreachableAuthorityError(error, attempt);
    });
    return processTokenResponse(response, context.clock.nowMs(), attempt);
}
//# sourceMappingURL=exchange-token.js.map
;// CONCATENATED MODULE: ./build/src/entra/federated-token.js



/** Refusals that mean that issuer, subject or audience are not those of a federated credential. */
const MISMATCHES = [70021, 700211, 700212, 700213, 7002138];
/** Exchanges the ID token; a refusal shows what the token says of itself, so that it can be compared. */
function exchangeFederatedToken({ clientId, idToken }, target, context) {
    const exchange = { clientId, fields: assertionFields(idToken), notes: [describeMismatch(idToken)] };
    return exchangeToken(exchange, target, context);
}
function describeMismatch(idToken) {
    const claims = decodeClaims(idToken);
    const [issuer, subject, audience] = ['iss', 'sub', 'aud'].map((name) => claimText(claims, name) ?? '(unreadable)');
    return {
        errorCodes: MISMATCHES,
        text: `The ID token says: issuer ${issuer}, subject ${subject}, audience ${audience}. Give the application (or the managed identity) a federated credential with exactly these three.`,
    };
}
//# sourceMappingURL=federated-token.js.map
;// CONCATENATED MODULE: ./build/src/entra/required.js


/** The value, where it is given. @throws ActionError that names input and variable where it is not */
function required(value, { input, variable }) {
    if (value !== undefined)
        return value;
    throw missing(input, `Set it, or the variable ${variable}.`);
}
/** The client ID. @throws ActionError where it is not given */
function requiredClientId({ clientId }) {
    return required(clientId, CLIENT_ID).value;
}
/** The error for an input that is empty. */
function missing(input, hint) {
    return invalidInput(input, 'is empty.', `${hint} A secret that does not exist, or that a fork may not see, arrives here as an empty text.`);
}
//# sourceMappingURL=required.js.map
;// CONCATENATED MODULE: ./build/src/entra/credentials/github-oidc.js
// GitHub OIDC: the job's own identity, no stored secret.
// https://docs.github.com/actions/reference/security/oidc








const URL_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_URL';
const TOKEN_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_TOKEN';
/** Each exchange takes a fresh ID token: one lives about five minutes. */
const githubOidcMethod = {
    needsTenant: true,
    isRenewable: true,
    waitsForPerson: false,
    makeCredential: ({ inputs, reason, variable }) => ({
        kind: 'github-oidc',
        reason,
        tenantId: inputs.tenantId?.value,
        ...checkAll({
            clientId: () => requiredClientId(inputs),
            request: () => idTokenRequest(variable),
        }),
    }),
    secretsOf: ({ request }) => [request.token],
    getToken: async (credential, target, context) => {
        const idToken = await getIdToken(credential.request, target.oidcAudience, context);
        context.mask(idToken);
        return exchangeFederatedToken({ clientId: credential.clientId, idToken }, target, context);
    },
};
/** Does the job have `id-token: write`? */
function hasIdTokenPermission(variable) {
    return variable(URL_VARIABLE) !== undefined && variable(TOKEN_VARIABLE) !== undefined;
}
function idTokenRequest(variable) {
    const url = variable(URL_VARIABLE);
    const token = variable(TOKEN_VARIABLE);
    if (url !== undefined && URL.canParse(url) && token !== undefined)
        return { url, token: new secret_text_SecretText(token) };
    throw new ActionError({
        code: 'ID_TOKEN_NOT_PERMITTED',
        title: 'No ID token for this job',
        subject: 'github-oidc',
        problem: 'the job may not ask for an ID token.',
        hint: 'Add "permissions: id-token: write" to the job. Pull requests from forks never get it.',
    });
}
async function getIdToken(request, audience, context) {
    const url = new URL(request.url);
    url.searchParams.set('audience', audience);
    const headers = { authorization: new secret_text_SecretText(`Bearer ${request.token.reveal()}`) };
    const response = await send({ method: 'GET', url: url.href, headers }, context).catch((error) => {
        if (!(error instanceof TransportError))
            throw error;
        throw idTokenError(`${error.message}.`, error);
    });
    if (response.status !== 200)
        throw idTokenError(`HTTP ${response.status}.`);
    const idToken = asToken(parseJsonObject(response.body)?.['value']);
    if (idToken === undefined)
        throw idTokenError('the answer holds no ID token.');
    return idToken;
}
function idTokenError(problem, cause) {
    return new ActionError({
        code: 'ID_TOKEN_NOT_GIVEN',
        title: 'GitHub gave no ID token',
        subject: 'ID token of GitHub',
        problem,
        hint: 'Run the job again later; see https://www.githubstatus.com.',
        cause,
    });
}
//# sourceMappingURL=github-oidc.js.map
;// CONCATENATED MODULE: ./build/src/entra/credentials/access-token.js
// Access token: the workflow has one already.





/** The token is used as it is: nothing is asked of Entra, and a refused one cannot be renewed. */
const accessTokenMethod = {
    needsTenant: false,
    isRenewable: false,
    waitsForPerson: false,
    makeCredential: ({ inputs, reason }) => {
        if (inputs.accessToken === undefined)
            throw missing('access-token', 'Set it.');
        const accessToken = asToken(inputs.accessToken.reveal());
        if (accessToken === undefined)
            throw invalidInput('access-token', 'has spaces or line breaks inside, as no token has.');
        const claims = decodeClaims(accessToken);
        return {
            kind: 'access-token',
            reason,
            tenantId: claimText(claims, 'tid'),
            clientId: claimText(claims, 'appid') ?? claimText(claims, 'azp'),
            accessToken,
        };
    },
    secretsOf: ({ accessToken }) => [accessToken],
    getToken: async ({ accessToken }, _target, { clock }) => {
        const exp = decodeClaims(accessToken)?.['exp'];
        if (typeof exp === 'number' && exp * 1000 <= clock.nowMs())
            throw expired();
        return { token: accessToken, expiresOnSeconds: typeof exp === 'number' ? exp : Number.POSITIVE_INFINITY };
    },
};
function expired() {
    return new ActionError({
        code: 'ACCESS_TOKEN_EXPIRED',
        title: 'The access token has expired',
        subject: 'access-token',
        problem: 'has expired.',
        hint: 'Get it in the same job, right before this step.',
    });
}
//# sourceMappingURL=access-token.js.map
;// CONCATENATED MODULE: ./build/src/entra/credentials/azure-cli.js
// Azure CLI: the sign-in that a step before, such as Azure/login, has made.
// https://learn.microsoft.com/cli/azure/account#az-account-get-access-token




/** az needs a second or several to start. */
const azure_cli_TIMEOUT_MS = 60_000;
/** Asked for by hand only. */
const azureCliMethod = {
    needsTenant: false,
    // az keeps its tokens: a second one would be the first.
    isRenewable: false,
    waitsForPerson: false,
    makeCredential: ({ inputs, reason }) => ({
        kind: 'azure-cli',
        reason,
        tenantId: inputs.tenantId?.source === 'tenant-id' ? inputs.tenantId.value : undefined,
        clientId: undefined,
    }),
    secretsOf: () => [],
    getToken: async ({ tenantId }, { scope }, { machine, clock, deadlineMs }) => {
        const timeoutMs = Math.min(azure_cli_TIMEOUT_MS, deadlineMs - clock.nowMs());
        const result = await machine.runProgram(azStart(machine, { resource: scope.replace(/\/\.default$/, ''), tenantId, timeoutMs }));
        if (result === undefined)
            throw cliError('AZURE_CLI_ABSENT', 'az is not installed on this runner.', 'Install Azure CLI, or sign in another way.');
        if (result.exitCode !== 0)
            throw describeFailure(result);
        return processAzOutput(result.stdout, clock.nowMs());
    },
};
// On Windows az is a batch file, which only a shell can run: its command line is a constant, and what differs from run
// to run reaches it by variables that hold nothing but letters, digits, dots, colons, slashes and hyphens.
function azStart({ platform }, { resource, tenantId, timeoutMs }) {
    const args = ['account', 'get-access-token', '--output', 'json', '--resource'];
    if (platform !== 'win32') {
        return {
            file: 'az',
            args: [...args, resource, ...(tenantId === undefined ? [] : ['--tenant', tenantId])],
            timeoutMs,
        };
    }
    const tenantArg = tenantId === undefined ? '' : ' --tenant %AKV_TENANT%';
    return {
        file: 'cmd.exe',
        args: ['/d', '/s', '/c', `az.cmd ${args.join(' ')} %AKV_RESOURCE%${tenantArg}`],
        variables: { AKV_RESOURCE: resource, ...(tenantId !== undefined && { AKV_TENANT: tenantId }) },
        timeoutMs,
    };
}
function processAzOutput(stdout, nowMs) {
    const answer = parseJsonObject(stdout);
    const token = asToken(answer?.['accessToken']);
    if (token === undefined)
        throw cliError('AZURE_CLI_FAILED', 'az printed no token.', 'Run "az account get-access-token" in a step before to see why.');
    // Since version 2.54; the older expiresOn is local time without a zone, and nothing depends on it.
    const expiresOn = answer?.['expires_on'];
    return { token, expiresOnSeconds: typeof expiresOn === 'number' ? expiresOn : Math.floor(nowMs / 1000) };
}
// What az prints is not shown: known facts are taken out of it.
function describeFailure({ exitCode, stderr }) {
    if (exitCode === undefined)
        return cliError('AZURE_CLI_TIMEOUT', `az gave no token within ${azure_cli_TIMEOUT_MS / 1000} s.`, 'Run the job again.');
    const [, number] = /\bAADSTS(\d{4,8})\b/.exec(stderr) ?? [];
    const known = number === undefined ? undefined : AADSTS_ADVICE.get(Number(number));
    if (number === '700024') {
        return cliError('AZURE_CLI_ASSERTION_EXPIRED', 'az was signed in with an ID token that has expired (AADSTS700024).', 'An ID token of GitHub lives about five minutes: run this step right after Azure/login, or sign in with github-oidc and without az.');
    }
    if (number !== undefined) {
        return cliError('AZURE_CLI_REFUSED', `az was refused (AADSTS${number})${known === undefined ? '' : `: ${known.meaning}`}.`, known?.advice ?? '');
    }
    if (/not recognized as an internal or external command/.test(stderr))
        return cliError('AZURE_CLI_ABSENT', 'az is not installed on this runner.', 'Install Azure CLI, or sign in another way.');
    if (/\baz login\b/.test(stderr))
        return cliError('AZURE_CLI_SIGNED_OUT', 'az is not signed in.', 'Put a step with Azure/login before this one.');
    return cliError('AZURE_CLI_FAILED', `az failed with exit code ${exitCode}.`, 'Run "az account get-access-token" in a step before to see why.');
}
function cliError(code, problem, hint) {
    return new ActionError({ code, title: 'No token from Azure CLI', subject: 'azure-cli', problem, hint });
}
//# sourceMappingURL=azure-cli.js.map
;// CONCATENATED MODULE: ./build/src/entra/credentials/client-certificate.js
// Client certificate: the application proves itself with an assertion that its certificate's private key signs.
// https://learn.microsoft.com/entra/identity-platform/certificate-credentials










/** The certificate is opened, and judged, before anything is sent. */
const clientCertificateMethod = {
    needsTenant: true,
    isRenewable: true,
    waitsForPerson: false,
    makeCredential: (source) => {
        const { clientId, opened } = checkAll({
            clientId: () => requiredClientId(source.inputs),
            opened: () => openCertificate(source),
        });
        return {
            kind: 'client-certificate',
            reason: source.reason,
            tenantId: source.inputs.tenantId?.value,
            clientId,
            ...opened,
        };
    },
    secretsOf: ({ secrets }) => secrets,
    getToken: ({ clientId, privateKey, certificate }, target, context) => {
        const client = { clientId, audience: tokenEndpoint(token_request_authorityOf(target)), certificate };
        const fields = async () => {
            const assertion = await makeClientAssertion(client, context, async (text) => signWith(privateKey, text));
            context.mask(assertion);
            return assertionFields(assertion);
        };
        const thumbprint = new external_node_crypto_namespaceObject.X509Certificate(certificate).fingerprint.replaceAll(':', '');
        const text = `The thumbprint of the certificate is ${thumbprint}: compare it with those that the app registration lists.`;
        return exchangeToken({ clientId, fields, notes: [{ errorCodes: [UNKNOWN_KEY], text }] }, target, context);
    },
};
/** Of a signature that none of the application's certificates explains. */
const UNKNOWN_KEY = 700027;
function signWith(key, text) {
    return (0,external_node_crypto_namespaceObject.sign)('sha256', text, { key, padding: external_node_crypto_namespaceObject.constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 });
}
function openCertificate({ inputs, machine, nowMs }) {
    const { clientCertificate: given, clientCertificatePassword: password } = inputs;
    if (given === undefined)
        throw missing(CLIENT_CERTIFICATE, 'Set it to PEM, a base64 PFX or the path of a file.');
    const content = looksLikeContent(given.reveal()) ? given.reveal() : readCertificateFile(given.reveal(), machine);
    const { privateKey, certificate } = parse(content, password);
    checkKey(privateKey);
    checkLife(new external_node_crypto_namespaceObject.X509Certificate(certificate), nowMs);
    const pkcs8 = new secret_text_SecretText(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
    const secrets = [
        { kind: 'pem', text: pkcs8 },
        ...secretsOfContent(content),
        ...(password === undefined ? [] : [password]),
    ];
    return { privateKey, certificate, secrets };
}
/** Shorter than any PFX, longer than a path that consists of letters, digits and slashes and begins as one does. */
const MIN_BASE64_LENGTH = 200;
// A path has one line. Base64 of a PFX begins with MI, that of PEM with LS0tLS1CRUdJTi; no file of that name is meant.
function looksLikeContent(text) {
    if (text.includes('-----BEGIN ') || /[\r\n]/.test(text))
        return true;
    return text.length >= MIN_BASE64_LENGTH && /^(?:MI|LS0tLS1CRUdJTi)[A-Za-z0-9+/\s]+={0,2}$/.test(text);
}
/** A vault holds 25 kB, and a chain takes less. */
const MAX_FILE_BYTES = 1024 * 1024;
function readCertificateFile(path, machine) {
    const content = tryToRead(path, machine);
    if (content !== undefined)
        return content;
    throw unfit('is neither PEM nor a base64 PFX, and names no file that can be read', 'A path starts at the workspace: check that the file is there before this step, and the capitals of its name.');
}
// What is no path after all may be a secret, and the system's error repeats it.
function tryToRead(path, machine) {
    try {
        return machine.readFile(path, MAX_FILE_BYTES);
    }
    catch {
        return undefined;
    }
}
function parse(content, password) {
    try {
        return parseClientCertificate(content, password);
    }
    catch (error) {
        if (!(error instanceof ActionError))
            throw error;
        const isPassword = password !== undefined && error.code.endsWith('_WRONG_PASSWORD');
        throw error.about(isPassword ? CLIENT_CERTIFICATE_PASSWORD : CLIENT_CERTIFICATE);
    }
}
// PSS with SHA-256 does not fit into less than 528 bits, and nobody should use what lies between.
function checkKey({ asymmetricKeyType, asymmetricKeyDetails }) {
    const bits = asymmetricKeyType === 'rsa' ? asymmetricKeyDetails?.modulusLength : undefined;
    if (bits === undefined)
        throw unfit(`holds a private key of the kind ${asymmetricKeyType}`, 'Microsoft Entra ID takes RSA keys alone.');
    if (bits < 1024)
        throw unfit('holds an RSA key of fewer than 1024 bits', 'Make one of 2048 bits or more.');
}
/** The difference between clocks that is put up with where a certificate is fresh. */
const SKEW_MS = 5 * 60_000;
function checkLife({ validFrom, validTo }, nowMs) {
    const [beginsMs, endsMs] = [Date.parse(validFrom), Date.parse(validTo)];
    if (endsMs <= nowMs) {
        const hint = 'Make a new one, upload its public part to the app registration and set it here.';
        throw unfit(`has expired, on ${client_certificate_formatInstant(endsMs)}`, hint);
    }
    if (beginsMs > nowMs + SKEW_MS)
        throw unfit(`is not valid yet, but from ${client_certificate_formatInstant(beginsMs)}`, "Wait until then, or set the runner's clock.");
}
function client_certificate_formatInstant(ms) {
    return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
function unfit(problem, hint) {
    return invalidInput(CLIENT_CERTIFICATE, `${problem}.`, hint);
}
// As it was given, since a later step may print that; of a path, what the file holds.
function secretsOfContent(content) {
    const text = typeof content === 'string' ? content : decodeCertificateFile(content);
    if (text?.includes('-----BEGIN '))
        return [{ kind: 'pem', text: new secret_text_SecretText(text) }];
    const pfx = text === undefined ? content.toString('base64') : text.replace(/^\ufeff|\s+/g, '');
    return [{ kind: 'pfx', text: new secret_text_SecretText(pfx) }, ...(text === undefined ? [] : [new secret_text_SecretText(text)])];
}
//# sourceMappingURL=client-certificate.js.map
;// CONCATENATED MODULE: ./build/src/entra/credentials/client-secret.js
// Client secret: the application proves itself with a password (RFC 6749 §2.3.1, sent in the body).




/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
const clientSecretMethod = {
    needsTenant: true,
    isRenewable: true,
    waitsForPerson: false,
    makeCredential: ({ inputs, reason }) => ({
        kind: 'client-secret',
        reason,
        tenantId: inputs.tenantId?.value,
        ...checkAll({
            clientId: () => requiredClientId(inputs),
            clientSecret: () => required(inputs.clientSecret, CLIENT_SECRET).value,
        }),
    }),
    secretsOf: ({ clientSecret }) => [clientSecret],
    getToken: ({ clientId, clientSecret }, target, context) => {
        const fields = { grant_type: 'client_credentials', client_secret: clientSecret };
        const looksLikeId = sign_in_inputs_GUID.test(clientSecret.reveal());
        return exchangeToken({ clientId, fields, ...(looksLikeId && { notes: LOOKS_LIKE_ID }) }, target, context);
    },
};
const LOOKS_LIKE_ID = [
    { errorCodes: [7000215], text: 'The client secret that was given is a GUID, as secret IDs are.' },
];
//# sourceMappingURL=client-secret.js.map
;// CONCATENATED MODULE: ./build/src/entra/credentials/device-code.js
// Device code: a person approves in a browser (RFC 8628). The token is delegated: it has scp and no roles.
// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code








const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:device_code';
/** RFC 8628 §3.5: a client that is told to slow down waits so much longer from then on. */
const SLOW_DOWN_SECONDS = 5;
/** Refusals that pass by themselves are as an answer of 503; `authorization_pending` is none of them. */
const PASSING = { isTransient: isTransientTokenAnswer };
/** Asked for by hand only: a job that nobody watches would wait in vain. */
const deviceCodeMethod = {
    needsTenant: true,
    isRenewable: false,
    waitsForPerson: true,
    makeCredential: ({ inputs, reason }) => ({
        kind: 'device-code',
        reason,
        tenantId: inputs.tenantId?.value,
        clientId: requiredClientId(inputs),
    }),
    secretsOf: () => [],
    getToken: async ({ clientId }, target, context) => {
        const attempt = { authority: token_request_authorityOf(target), clientId, notes: [] };
        const scope = target.scope.replace(/\/\.default$/, '/user_impersonation');
        const form = formRequest(`${attempt.authority}/oauth2/v2.0/devicecode`, { client_id: clientId, scope });
        const response = await send(form, context, PASSING).catch((error) => {
            throw unreachableAuthorityError(error, attempt);
        });
        const code = decodeDeviceCode(response, attempt);
        context.mask(code.deviceCode);
        context.log.annotate('notice', {
            title: 'Approve the sign-in',
            text: `Open ${code.verificationUri} and enter the code ${code.userCode} within ${Math.ceil(code.lifeSeconds / 60)} minutes. Do so only if you started this job.`,
        });
        return poll(code, attempt, context);
    },
};
function decodeDeviceCode(response, attempt) {
    if (response.status !== 200)
        throw refusedSignInError(response.status, readRefusal(response), attempt);
    const answer = parseJsonObject(response.body);
    const deviceCode = asText(answer?.['device_code'], /^[\x21-\x7e]+$/);
    const userCode = asText(answer?.['user_code'], /^[A-Z0-9-]{4,20}$/i);
    const verificationUri = asText(answer?.['verification_uri'], /^https:\/\/[\x21-\x7e]{1,200}$/);
    const lifeSeconds = device_code_asSeconds(answer?.['expires_in'], 1800);
    const intervalSeconds = device_code_asSeconds(answer?.['interval'] ?? 5, 60);
    if (deviceCode === undefined || userCode === undefined || verificationUri === undefined)
        throw token_error_unusableAnswerError(attempt);
    if (lifeSeconds === undefined || intervalSeconds === undefined)
        throw token_error_unusableAnswerError(attempt);
    return { deviceCode: new secret_text_SecretText(deviceCode), userCode, verificationUri, lifeSeconds, intervalSeconds };
}
// An hour-long code, or an interval of days, is not to be waited for.
function device_code_asSeconds(value, max) {
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? Math.min(value, max) : undefined;
}
async function poll(code, attempt, context) {
    const deadlineMs = context.clock.nowMs() + code.lifeSeconds * 1000;
    const fields = { grant_type: GRANT_TYPE, client_id: attempt.clientId, device_code: code.deviceCode };
    let intervalSeconds = Math.max(1, code.intervalSeconds);
    for (;;) {
        await context.clock.sleep(intervalSeconds * 1000);
        if (context.clock.nowMs() >= deadlineMs)
            throw notApproved('expired_token');
        const request = tokenRequest(attempt.authority, fields);
        const response = await send(request, { ...context, deadlineMs }, PASSING).catch((error) => {
            throw unreachableAuthorityError(error, attempt);
        });
        const { error } = response.status === 200 ? { error: undefined } : readRefusal(response);
        if (error === 'slow_down')
            intervalSeconds += SLOW_DOWN_SECONDS;
        else if (error === 'authorization_declined' || error === 'access_denied' || error === 'expired_token')
            throw notApproved(error);
        else if (error !== 'authorization_pending')
            return processTokenResponse(response, context.clock.nowMs(), attempt);
    }
}
function notApproved(error) {
    const declined = error !== 'expired_token';
    return new ActionError({
        code: declined ? 'DEVICE_CODE_DECLINED' : 'DEVICE_CODE_EXPIRED',
        title: declined ? 'The sign-in was declined' : 'Nobody approved the sign-in in time',
        subject: 'device-code',
        problem: declined ? `the person declined (${error}).` : 'the code has expired (expired_token).',
        hint: 'Run the job again and approve, or sign in without a person: a federated credential (github-oidc).',
    });
}
//# sourceMappingURL=device-code.js.map
;// CONCATENATED MODULE: ./build/src/entra/managed-identity/local-endpoint.js
// What the identity endpoints of Azure's platforms have in common.






/** Is this an http(s) address on this machine, by loopback or link-local address, without credentials? */
function isOnMachine(url) {
    if (!URL.canParse(url))
        return false;
    const { protocol, hostname, username, password } = new URL(url);
    const isLocal = /^(?:localhost|127\.\d+\.\d+\.\d+|169\.254\.\d+\.\d+|\[::1\])$/.test(hostname);
    return isLocal && /^https?:$/.test(protocol) && username === '' && password === '';
}
/** The rules that MSAL has for endpoints other than IMDS: three more attempts, a second apart. */
const LOCAL_RULES = {
    ...RETRY_RULES,
    attempts: 4,
    baseMs: 1_000,
    factor: 1,
    jitter: false,
    statuses: [404, 408, 429, 500, 502, 503, 504],
};
/** Sends without a proxy; an answer that does not come is an error that names the platform. */
async function sendLocal(request, context, { platform, rules }) {
    return send(request, { ...context, transport: context.localTransport }, { rules }).catch((error) => {
        if (!(error instanceof TransportError))
            throw error;
        throw identityError(platform, `${error.message}.`, 'Is this runner a machine in Azure that has a managed identity?', error);
    });
}
/** @throws ActionError where the answer is no token */
function processIdentityResponse(response, nowMs, platform) {
    const answer = parseJsonObject(response.body);
    if (response.status !== 200)
        throw refused(response.status, answer, platform);
    const token = asToken(answer?.['access_token']);
    if (token === undefined)
        throw identityError(platform, 'the answer holds no usable token.', 'Is this the endpoint of Azure?');
    return { token, expiresOnSeconds: endOf(answer, nowMs) };
}
// Seconds since 1970, as a number or as digits; older platforms send a date, and then an hour is assumed.
function endOf(answer, nowMs) {
    const digits = asText(String(answer?.['expires_on'] ?? ''), /^\d{1,12}$/);
    return digits === undefined ? Math.floor(nowMs / 1000) + 3600 : Number(digits);
}
function refused(status, answer, platform) {
    const code = asText(answer?.['error'], /^[A-Za-z0-9_]{1,40}$/);
    const codes = code === undefined ? `HTTP ${status}` : `HTTP ${status}, ${code}`;
    const hint = status === 400
        ? 'The machine has no such identity: assign one, and set client-id to it where it is user-assigned.'
        : 'Assign a managed identity to the machine, wait some minutes, and run the job again.';
    return identityError(platform, `refused (${codes}).`, hint);
}
/** The error for what an identity endpoint did. */
function identityError(platform, problem, hint, cause) {
    return new ActionError({
        code: 'MANAGED_IDENTITY_FAILED',
        title: 'No token from the managed identity',
        subject: `Managed identity (${platform})`,
        problem,
        hint,
        cause,
    });
}
//# sourceMappingURL=local-endpoint.js.map
;// CONCATENATED MODULE: ./build/src/entra/managed-identity/app-service.js

const PLATFORM = 'App Service or Container Apps';
/** A token of the app's identity; the header keeps other processes' forged requests out. */
async function getAppServiceToken({ url, header }, { clientId, resource }, context) {
    const address = new URL(url);
    address.searchParams.set('api-version', '2019-08-01');
    address.searchParams.set('resource', resource);
    if (clientId !== undefined)
        address.searchParams.set('client_id', clientId);
    const request = { method: 'GET', url: address.href, headers: { 'x-identity-header': header } };
    const response = await sendLocal(request, context, { platform: PLATFORM, rules: LOCAL_RULES });
    return processIdentityResponse(response, context.clock.nowMs(), PLATFORM);
}
//# sourceMappingURL=app-service.js.map
;// CONCATENATED MODULE: ./build/src/entra/managed-identity/azure-arc.js
// Azure Arc: machines outside Azure, whose agent proves itself to callers who may read a file.
// https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication




const azure_arc_PLATFORM = 'Azure Arc';
/** The agent's files are smaller. */
const MAX_KEY_BYTES = 4096;
/** A token of the machine's identity: asked for, challenged, asked for again with the file that the challenge names. */
async function getArcToken({ url }, { clientId, resource }, context) {
    const address = new URL(url);
    address.searchParams.set('api-version', '2020-06-01');
    address.searchParams.set('resource', resource);
    if (clientId !== undefined)
        address.searchParams.set('client_id', clientId);
    const request = { method: 'GET', url: address.href, headers: { metadata: 'true' } };
    const options = { platform: azure_arc_PLATFORM, rules: LOCAL_RULES };
    const challenge = await sendLocal(request, context, options);
    if (challenge.status !== 401)
        return processIdentityResponse(challenge, context.clock.nowMs(), azure_arc_PLATFORM);
    const [, path = ''] = /^Basic realm="?([^"]+)"?$/i.exec(challenge.headers['www-authenticate']?.trim() ?? '') ?? [];
    const authorization = new secret_text_SecretText(`Basic ${readKey(path, context).reveal()}`);
    const response = await sendLocal({ ...request, headers: { ...request.headers, authorization } }, context, options);
    return processIdentityResponse(response, context.clock.nowMs(), azure_arc_PLATFORM);
}
// Whoever answers at that address names a file, which is then read and sent back: only the agent's own are.
function readKey(path, { machine, variable, mask }) {
    const isWindows = machine.platform === 'win32';
    const { normalize, dirname, extname, join } = isWindows ? external_node_path_namespaceObject.win32 : external_node_path_namespaceObject.posix;
    const folder = isWindows
        ? join(variable('ProgramData') ?? 'C:\\ProgramData', 'AzureConnectedMachineAgent', 'Tokens')
        : '/var/opt/azcmagent/tokens';
    // Windows does not tell capitals apart.
    const fold = (text) => (isWindows ? text.toLowerCase() : text);
    if (path !== normalize(path) || fold(dirname(path)) !== fold(folder) || extname(path) !== '.key') {
        throw identityError(azure_arc_PLATFORM, 'the challenge names a file that is not of the agent.', 'Nothing was read or sent.');
    }
    const text = asText(azure_arc_readText(path, machine).trim(), /^[\x20-\x7e]+$/);
    if (text === undefined)
        throw identityError(azure_arc_PLATFORM, "the agent's file holds no key.", 'Nothing was sent.');
    const key = new secret_text_SecretText(text);
    mask(key);
    return key;
}
function azure_arc_readText(path, machine) {
    try {
        return machine.readFile(path, MAX_KEY_BYTES).toString('utf8');
    }
    catch (error) {
        const hint = 'Add the user of the runner to the group himds.';
        throw identityError(azure_arc_PLATFORM, "the agent's file cannot be read.", hint, error);
    }
}
//# sourceMappingURL=azure-arc.js.map
;// CONCATENATED MODULE: ./build/src/entra/managed-identity/imds.js
// The Instance Metadata Service of virtual machines, scale sets and AKS nodes.
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#retry-guidance


const imds_PLATFORM = 'IMDS';
/** Waits of 2, 4, 8, 16 s, as documented; 404 means that the service is starting. */
const IMDS_RULES = {
    ...RETRY_RULES,
    baseMs: 2_000,
    jitter: false,
    statuses: [404, 408, 429, 500, 501, 502, 503, 504, 505],
};
/** 410 means that the service is being updated, which takes up to 70 s: seven waits, the one after the first 410 included. */
const UPDATING_RULES = {
    ...IMDS_RULES,
    attempts: 7,
    baseMs: 10_000,
    factor: 1,
    statuses: [...IMDS_RULES.statuses, 410],
};
/** A token of the machine's identity. */
async function getImdsToken({ url }, { clientId, resource }, context) {
    const query = new URLSearchParams({ 'api-version': '2018-02-01', resource });
    if (clientId !== undefined)
        query.set('client_id', clientId);
    const request = {
        method: 'GET',
        url: `${url}/metadata/identity/oauth2/token?${query}`,
        headers: { metadata: 'true' },
    };
    const first = await sendLocal(request, context, { platform: imds_PLATFORM, rules: IMDS_RULES });
    const response = first.status === 410 ? await waitForUpdate(request, first, context) : first;
    return processIdentityResponse(response, context.clock.nowMs(), imds_PLATFORM);
}
async function waitForUpdate(request, first, context) {
    const { clock, deadlineMs } = context;
    const question = {
        outcome: first,
        attempt: 1,
        nowMs: clock.nowMs(),
        deadlineMs,
        randomFraction: 0,
        transient: false,
    };
    const delayMs = retryDelayMs({ ...question, rules: UPDATING_RULES });
    if (delayMs === undefined)
        return first;
    await clock.sleep(delayMs);
    return sendLocal(request, context, { platform: imds_PLATFORM, rules: UPDATING_RULES });
}
//# sourceMappingURL=imds.js.map
;// CONCATENATED MODULE: ./build/src/entra/credentials/managed-identity.js
// Managed identity: the machine's own identity, for self-hosted runners in Azure.
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token






/** Asked for by hand only: elsewhere the endpoint does not answer, and finding that out takes long. */
const managedIdentityMethod = {
    needsTenant: false,
    isRenewable: true,
    waitsForPerson: false,
    makeCredential: ({ inputs, reason, variable }) => ({
        kind: 'managed-identity',
        reason,
        tenantId: inputs.tenantId?.value,
        clientId: inputs.clientId?.value,
        endpoint: chooseEndpoint(variable),
    }),
    secretsOf: ({ endpoint }) => (endpoint.kind === 'app-service' ? [endpoint.header] : []),
    getToken: ({ clientId, endpoint }, { scope }, context) => {
        // These endpoints speak version 1 of the protocol, which names a resource.
        const request = { clientId, resource: scope.replace(/\/\.default$/, '') };
        switch (endpoint.kind) {
            case 'app-service':
                return getAppServiceToken(endpoint, request, context);
            case 'azure-arc':
                return getArcToken(endpoint, request, context);
            case 'imds':
                return getImdsToken(endpoint, request, context);
        }
    },
};
function chooseEndpoint(variable) {
    const url = variable('IDENTITY_ENDPOINT');
    const header = variable('IDENTITY_HEADER');
    if (url !== undefined && header !== undefined) {
        return { kind: 'app-service', url: managed_identity_checked('IDENTITY_ENDPOINT', url), header: new secret_text_SecretText(header) };
    }
    if (url !== undefined && variable('IMDS_ENDPOINT') !== undefined) {
        return { kind: 'azure-arc', url: managed_identity_checked('IDENTITY_ENDPOINT', url) };
    }
    const base = variable('AZURE_POD_IDENTITY_AUTHORITY_HOST');
    if (base === undefined)
        return { kind: 'imds', url: 'http://169.254.169.254' };
    // The one endpoint that may be anywhere: nothing secret is sent to it.
    if (!/^https?:\/\/[^/?#@\\\s]+\/?$/i.test(base) || !URL.canParse(base))
        throw notAnEndpoint('AZURE_POD_IDENTITY_AUTHORITY_HOST');
    return { kind: 'imds', url: new URL(base).origin };
}
// The header and, for Arc, a key are sent there: a variable must not choose another machine for that.
function managed_identity_checked(name, url) {
    if (isOnMachine(url))
        return url;
    throw notAnEndpoint(name);
}
function notAnEndpoint(name) {
    return new ActionError({
        code: 'IDENTITY_ENDPOINT_INVALID',
        title: 'No managed identity here',
        subject: name,
        problem: 'is not the address of an identity endpoint on this machine.',
        hint: 'The platform sets this variable; nothing was sent.',
    });
}
//# sourceMappingURL=managed-identity.js.map
;// CONCATENATED MODULE: ./build/src/entra/credentials/workload-identity.js
// Workload identity: a token file that the platform keeps fresh, such as on runners in Azure Kubernetes Service.
// https://azure.github.io/azure-workload-identity




const VARIABLE = 'AZURE_FEDERATED_TOKEN_FILE';
/** The file is read anew for each exchange, since the platform replaces it. */
const workloadIdentityMethod = {
    needsTenant: true,
    isRenewable: true,
    waitsForPerson: false,
    makeCredential: ({ inputs, reason, variable, machine }) => ({
        kind: 'workload-identity',
        reason,
        tenantId: inputs.tenantId?.value,
        ...checkAll({
            clientId: () => requiredClientId(inputs),
            tokenFile: () => {
                const tokenFile = variable(VARIABLE);
                if (tokenFile === undefined)
                    throw tokenFileError('is not set.');
                readTokenFile(machine, tokenFile);
                return tokenFile;
            },
        }),
    }),
    secretsOf: () => [],
    getToken: async ({ clientId, tokenFile }, target, context) => {
        const idToken = readTokenFile(context.machine, tokenFile);
        context.mask(idToken);
        return exchangeFederatedToken({ clientId, idToken }, target, context);
    },
};
function readTokenFile(machine, path) {
    const token = asToken(workload_identity_readText(machine, path).trim());
    if (token === undefined)
        throw tokenFileError('names a file that holds no token.');
    return token;
}
function workload_identity_readText(machine, path) {
    try {
        return machine.readFile(path, 64 * 1024).toString('utf8');
    }
    catch (error) {
        throw tokenFileError('names a file that cannot be read.', error);
    }
}
function tokenFileError(problem, cause) {
    return new ActionError({
        code: 'TOKEN_FILE_UNUSABLE',
        title: 'No workload identity here',
        subject: VARIABLE,
        problem,
        hint: 'The webhook of Microsoft Entra Workload ID sets it in pods that carry its label and service account.',
        cause,
    });
}
//# sourceMappingURL=workload-identity.js.map
;// CONCATENATED MODULE: ./build/src/entra/methods.js
// Every way to sign in, by the name that `auth-method` gives it.








/** The table: a way to sign in that is not in it does not exist. */
const METHODS = {
    'client-secret': clientSecretMethod,
    'client-certificate': clientCertificateMethod,
    'github-oidc': githubOidcMethod,
    'workload-identity': workloadIdentityMethod,
    'managed-identity': managedIdentityMethod,
    'azure-cli': azureCliMethod,
    'device-code': deviceCodeMethod,
    'access-token': accessTokenMethod,
};
/** The method of a credential. */
function methodOf(credential) {
    return METHODS[credential.kind];
}
//# sourceMappingURL=methods.js.map
;// CONCATENATED MODULE: ./build/src/entra/choose-credential.js




/**
 * The credential that the inputs hold.
 * @throws ActionErrors that name each input that is missing, wrong or too many
 */
function chooseCredential(source) {
    const { method, reason } = chooseMethod(source);
    return METHODS[method].makeCredential({ ...source, reason });
}
function chooseMethod({ inputs, variable }) {
    const asked = inputs.authMethod === undefined ? undefined : parseMethod(inputs.authMethod);
    const [given, ...others] = givenInputs(inputs);
    if (given !== undefined && others.length > 0)
        throw tooMany([given, ...others].map(({ input }) => input));
    if (asked !== undefined && given !== undefined && given.method !== asked)
        throw tooMany(['auth-method', given.input]);
    if (asked !== undefined)
        return { method: asked, reason: 'auth-method names it' };
    if (given !== undefined)
        return { method: given.method, reason: `${given.input} is given` };
    // A variable that another step has set is no wish of this one's, so it comes after every input.
    if (inputs.clientSecret !== undefined)
        return { method: 'client-secret', reason: `${inputs.clientSecret.source} is set` };
    if (hasIdTokenPermission(variable))
        return { method: 'github-oidc', reason: 'the job has id-token: write' };
    if (variable('AZURE_FEDERATED_TOKEN_FILE') !== undefined) {
        return { method: 'workload-identity', reason: 'AZURE_FEDERATED_TOKEN_FILE is set' };
    }
    throw invalidInput('auth-method', 'cannot be derived, since nothing says how to sign in.', 'Give the job "permissions: id-token: write", or set client-secret, client-certificate, creds, access-token or auth-method. A secret that does not exist, or that a fork may not see, arrives here as an empty text.');
}
function givenInputs(inputs) {
    const given = [
        inputs.accessToken && { input: 'access-token', method: 'access-token' },
        ...inputs.clientSecretInputs.map((input) => ({ input, method: 'client-secret' })),
        inputs.clientCertificate && { input: CLIENT_CERTIFICATE, method: 'client-certificate' },
    ];
    return given.filter((one) => one !== undefined);
}
function parseMethod(text) {
    const names = Object.keys(METHODS);
    const found = names.find((name) => name === text);
    if (found !== undefined)
        return found;
    throw invalidInput('auth-method', 'is not the name of a way to sign in.', `Expected one of ${names.join(', ')}.`);
}
function tooMany(names) {
    return invalidInput(names.join(' and '), 'say different ways to sign in.', 'Leave all but one out.');
}
//# sourceMappingURL=choose-credential.js.map
;// CONCATENATED MODULE: ./build/src/entra/sign-in.js
// From a credential to an access token, whatever the way to sign in.


/**
 * A token for the target's scope, masked.
 * @throws ActionError with advice where the sign-in is refused or gets no answer
 */
async function signIn(credential, target, context) {
    const accessToken = await methodOf(credential).getToken(credential, target, context);
    context.mask(accessToken.token);
    for (const line of describeClaims(accessToken.token))
        context.log.debug(line);
    return accessToken;
}
/** Who signed in. */
function identityOf({ token }, credential, target) {
    const claims = decodeClaims(token);
    return {
        tenantId: claimText(claims, 'tid') ?? target.tenantId,
        clientId: claimText(claims, 'appid') ?? claimText(claims, 'azp') ?? credential.clientId,
    };
}
//# sourceMappingURL=sign-in.js.map
;// CONCATENATED MODULE: ./build/src/keyvault/discover-tenant.js
// The tenant that a vault trusts, from the challenge to a request without a token.
// https://learn.microsoft.com/azure/key-vault/general/authentication-requests-and-responses






/**
 * The tenant of the vault: asked for an object, or for the list of all. Of the challenge only the tenant is believed: authority and scope are the cloud's.
 * @throws ActionError where the vault names none or gives no answer
 */
async function discoverTenant(item, context) {
    const request = item.name === undefined ? getRequest(listUrl(item)) : getObjectRequest(item);
    const response = await send(request, context).catch((error) => {
        throw unreachableVaultError(error, item);
    });
    const tenant = tenantOfChallenge(response);
    if (response.status === 401 && tenant !== undefined)
        return tenant;
    throw new ActionError({
        code: 'TENANT_NOT_FOUND',
        title: 'The tenant is not known',
        subject: 'tenant-id',
        problem: `is empty, and ${vaultHost(item.vaultUrl)} names no tenant (HTTP ${response.status}).`,
        hint: 'Set tenant-id, or the variable AZURE_TENANT_ID.',
    });
}
//# sourceMappingURL=discover-tenant.js.map
;// CONCATENATED MODULE: ./build/src/keyvault/vault-session.js
/** A session that asks for a second token when the first is refused. */
function makeVaultSession({ tenantId, token: first, renew }) {
    let current = first;
    let renewal;
    return {
        tenantId,
        token: () => current,
        renewed: async (refused) => {
            if (refused !== first || renew === undefined)
                return undefined;
            renewal ??= renew();
            current = await renewal;
            return current;
        },
    };
}
//# sourceMappingURL=vault-session.js.map
;// CONCATENATED MODULE: ./build/src/flow/connect-to-vaults.js
// The vaults' connections, opened while the token is being fetched: they need none, and a run takes the longer of the two
// ways instead of both, one after the other.

/** Opens the connections that the first requests will be sent over, as many as there are at a time. */
function connectToVaults({ connectAhead }, items) {
    const counts = new Map();
    for (const { vaultUrl } of items.slice(0, MAX_SOCKETS))
        counts.set(vaultUrl, (counts.get(vaultUrl) ?? 0) + 1);
    for (const [vaultUrl, count] of counts)
        connectAhead(vaultUrl, count);
}
//# sourceMappingURL=connect-to-vaults.js.map
;// CONCATENATED MODULE: ./build/src/flow/open-session.js
// Signing in to a vault: decided before the first request, carried out once, renewed at most once.









/** Of the very short, such as a password of one letter, which hides that letter everywhere. */
const SHORT_SECRET = {
    title: 'Short: a secret of the sign-in',
    text: 'A secret that the step signs in with has fewer than 4 characters. It is masked, and so is every other place of the log where they occur.',
};
/** The whole step lasts at most this long, a person's approval aside. */
const STEP_TIMEOUT_MS = 120_000;
/**
 * How the step will prove who it is; its secrets are masked from here on.
 * @throws ActionErrors that name each input that is missing, wrong or too many
 */
function decideCredential(ports) {
    const { inputs, machine, clock, log } = ports;
    const credential = chooseCredential({
        inputs: readSignInInputs(inputs),
        variable: inputs.variable,
        machine,
        nowMs: clock.nowMs(),
    });
    const maskings = methodOf(credential).secretsOf(credential).map(maskSignInSecret);
    for (const mask of maskings.flatMap(({ masks }) => masks))
        log.mask(mask);
    if (maskings.some(({ weakness }) => weakness === 'short'))
        log.annotate('warning', SHORT_SECRET);
    return credential;
}
/** What signing in needs of the step. */
function makeSignInContext(ports, timeoutMs) {
    return {
        ...ports,
        variable: ports.inputs.variable,
        mask: (text) => open_session_maskText(ports, text),
        deadlineMs: ports.clock.nowMs() + timeoutMs,
    };
}
/** @throws ActionError with advice where the sign-in is refused or gets no answer */
async function openSession(ports, { credential, cloud, firstItem, items = [firstItem] }, timeoutMs = STEP_TIMEOUT_MS) {
    const { clock, log } = ports;
    const method = methodOf(credential);
    const context = makeSignInContext(ports, timeoutMs);
    const target = await findTarget({ credential, cloud, firstItem }, context);
    // Begun first, so that its request goes out first.
    const signingIn = signIn(credential, target, context);
    // A person takes longer than a vault keeps an idle connection; a challenge has left one open.
    if (!method.waitsForPerson)
        connectToVaults(ports, items.slice(isTenantMissing(credential) ? 1 : 0));
    const accessToken = await signingIn;
    const identity = identityOf(accessToken, credential, target);
    log.info(`Signed in by ${credential.kind}, since ${credential.reason}: ${open_session_describe(identity)}.`);
    const renew = async () => (await signIn(credential, target, context)).token;
    return {
        session: makeVaultSession({
            tenantId: identity.tenantId,
            token: accessToken.token,
            renew: method.isRenewable ? renew : undefined,
        }),
        context: method.waitsForPerson ? { ...context, deadlineMs: clock.nowMs() + timeoutMs } : context,
        target,
        identity,
    };
}
async function findTarget({ cloud, credential, firstItem }, context) {
    const { authorityHost, vaultScope: scope, oidcAudience } = cloud;
    const tenantId = isTenantMissing(credential) ? await discoverTenant(firstItem, context) : credential.tenantId;
    return { authorityHost, tenantId, scope, oidcAudience };
}
function isTenantMissing(credential) {
    return methodOf(credential).needsTenant && credential.tenantId === undefined;
}
function open_session_describe({ tenantId, clientId }) {
    return `tenant ${tenantId ?? 'unknown'}, client ${clientId ?? 'unknown'}`;
}
function maskSignInSecret(secret) {
    if (secret instanceof secret_text_SecretText)
        return maskSecret(secret.reveal());
    return secret.kind === 'pem' ? maskPem(secret.text.reveal()) : maskPfx(secret.text.reveal());
}
function open_session_maskText({ log }, text) {
    for (const mask of maskSecret(text.reveal()).masks)
        log.mask(mask);
}
//# sourceMappingURL=open-session.js.map
;// CONCATENATED MODULE: ./build/src/flow/step-frame.js
// What every flow has around its story: the runner's files looked at first, failures told as annotations.


/** Runs a story. True where it came to its end; where it failed, the annotations say why. */
async function runStory(ports, story) {
    try {
        await story();
        return true;
    }
    catch (error) {
        annotateAll(ports.log, 'error', describeErrors(foreseenErrors(error)));
        return false;
    }
}
/**
 * Looks whether the places that the runner gives a step can be written: without its files, the toolkit would print values
 * instead.
 * @throws ActionErrors that name each that cannot
 */
function checkRunner({ files, privateFolders }, needed) {
    checkEach(needed, (place) => {
        const problem = place === 'RUNNER_TEMP' ? privateFolders.problem() : files.problemOf(place);
        if (problem === undefined)
            return;
        throw new ActionError({
            code: 'RUNNER_FILE_UNUSABLE',
            title: 'Results cannot be written',
            problem,
            hint: 'A runner sets this variable for every step: run the action as a step of a job.',
        });
    });
}
//# sourceMappingURL=step-frame.js.map
;// CONCATENATED MODULE: ./build/src/flow/fetch-secrets.js




















/** Runs the root action. True where the step succeeded; where it did not, the annotations say why. */
function fetchSecrets(ports) {
    return runStory(ports, async () => {
        const { credential, plan, options } = decide(ports);
        const items = [...plan.destinations.map(({ item }) => item), ...plan.patterns];
        const open = await openSession(ports, { credential, cloud: plan.cloud, firstItem: plan.first, items });
        const result = await fetchItems(plan, open);
        const missing = checkComplete(ports, result, options);
        const { clock, machine, randomBytes } = ports;
        const rendered = renderAll(result.fetched, { claims: plan.claims, platform: machine.platform, randomBytes });
        const findings = { rendered, passedOver: result.patterns.flatMap(({ passedOver }) => passedOver) };
        const question = { nowMs: clock.nowMs(), warningDays: options.expiryWarningDays };
        const results = { expiring: findExpiring(findings, question), exportEnv: plan.exportEnv };
        await exportAll(makeResults(rendered, results, ports), ports);
        logPatterns(ports, result);
        logRendered(ports, rendered);
        annotateAll(ports.log, 'warning', [...missing, ...findWarnings(findings, question)]);
        if (options.summary)
            await writeSummary(makeFetchedTable(rendered), ports);
    });
}
// Everything that can be known before the first request, and every mistake in it.
function decide(ports) {
    const decisions = checkAll({
        files: () => checkRunner(ports, ['GITHUB_OUTPUT']),
        credential: () => decideCredential(ports),
        plan: () => makePlan({ ...readPlanInputs(ports.inputs), ...findNoStore(ports) }),
        options: () => readFetchOptions(ports.inputs),
    });
    checkRunner(ports, runnerPlaces(decisions.plan));
    return decisions;
}
function findNoStore({ machine, inputs }) {
    const site = store_site_findStoreSite(machine.platform, inputs.variable);
    return site.kind === 'none' ? { noStore: site } : {};
}
/**
 * Warnings about what is missing and may be.
 * @throws ActionErrors with every other failure
 */
function checkComplete(ports, result, options) {
    const { failed } = result;
    const ignored = options.ignoreMissing ? failed.filter(isMissing) : [];
    const missing = describeErrors(ignored.flatMap(({ errors }) => errors));
    const fatal = failed.filter((one) => !ignored.includes(one));
    if (fatal.length === 0)
        return missing;
    annotateAll(ports.log, 'warning', missing);
    logPatterns(ports, result);
    logFailed(ports, fatal);
    throw new ActionErrors(fatal.flatMap(({ errors }) => errors));
}
function logFailed({ log }, failed) {
    const subjects = new Set(failed.map(({ subject, vaultUrl }) => `${subject} in ${vaultHost(vaultUrl)}`));
    log.info(`Nothing is exported, since ${subjects.size} could not be fetched:`);
    for (const subject of subjects)
        log.info(`  ${subject}`);
}
// What backs certificates is no choice of the user's, and there may be many: they are counted.
function logPatterns({ log }, { patterns }) {
    for (const { line, count, passedOver } of patterns) {
        log.info(`${describePattern(line)} in ${vaultHost(line.vaultUrl)}: ${count} matched.`);
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
        const end = life.expires === undefined ? 'no expiry' : `expires ${formatInstant(life.expires)}`;
        const places = [...outputNamesOf(one), ...one.storeEntries.map(() => 'CurrentUser\\My')].join(', ');
        ports.log.info(`  ${describeIdentifier(item)} (version ${version}, ${end}) → ${places}`);
    }
}
//# sourceMappingURL=fetch-secrets.js.map
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return __awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return __awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_namespaceObject.platform();
const arch = external_os_namespaceObject.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return file_command_issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    command_issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    core_error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function core_error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./build/src/export/log-line.js
// A line of the log, which a runner must not take for a command of its own.
/**
 * The text as one line that stays one and means nothing: a runner obeys `::name::` at the start of a line and, in an
 * older form, `##[name]` anywhere in it (actions/runner, src/Runner.Common/ActionCommand.cs). Control characters, and
 * those that hide in a text or turn its direction, become question marks.
 */
function toLogLine(text) {
    return text
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?')
        .replaceAll('##[', '## [')
        .replace(/^(\p{White_Space}*:):/u, '$1 :');
}
//# sourceMappingURL=log-line.js.map
;// CONCATENATED MODULE: ./build/src/entry/private-folders.js
// Folders of the runner's temporary folder that only this user may read.


/** Windows gives no rights by these: there the rights of the folder above hold. */
const OWN_FOLDER = 0o700;
const OWN_FILE = 0o600;
/** The real folders, below `RUNNER_TEMP` as it is when each is called for. */
const privateFolders = {
    problem: () => {
        if (!process.env['RUNNER_TEMP'])
            return 'RUNNER_TEMP is not set.';
        return isWritableFolder(temporaryFolder()) ? undefined : 'RUNNER_TEMP names no folder that can be written.';
    },
    pathOf: (folder, file) => (0,external_node_path_namespaceObject.join)(pathOf(folder), file),
    // Neither call makes do with what is there already, and so neither follows a link that somebody has laid.
    make: (folder) => (0,external_node_fs_namespaceObject.mkdirSync)(pathOf(folder), { mode: OWN_FOLDER }),
    write: (folder, file, bytes) => (0,external_node_fs_namespaceObject.writeFileSync)((0,external_node_path_namespaceObject.join)(pathOf(folder), file), bytes.reveal(), { flag: 'wx', mode: OWN_FILE }),
    // On Windows a scanner may still have a file open.
    remove: (folder) => (0,external_node_fs_namespaceObject.rmSync)(pathOf(folder), { recursive: true, force: true, maxRetries: 3 }),
};
function temporaryFolder() {
    const path = process.env['RUNNER_TEMP'];
    if (!path)
        throw new Error('RUNNER_TEMP is not set');
    return (0,external_node_path_namespaceObject.resolve)(path);
}
function pathOf(folder) {
    return (0,external_node_path_namespaceObject.join)(temporaryFolder(), folder);
}
function isWritableFolder(path) {
    try {
        (0,external_node_fs_namespaceObject.accessSync)(path, external_node_fs_namespaceObject.constants.W_OK | external_node_fs_namespaceObject.constants.X_OK);
        return (0,external_node_fs_namespaceObject.statSync)(path).isDirectory();
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=private-folders.js.map
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: ./build/src/entry/real-machine.js
// The machine that the step runs on: its files and its programs.



/** More than any token; what is over it ends the program. */
const MAX_OUTPUT_BYTES = 1024 * 1024;
/** Where programs are started: Windows looks for them there first, and a workspace may hold anybody's. */
const SAFE_FOLDER = process.platform === 'win32' ? (process.env['SystemRoot'] ?? 'C:\\Windows') : '/';
/** The real machine. */
const realMachine = {
    platform: process.platform,
    readFile: (path, maxBytes) => {
        const file = (0,external_node_fs_namespaceObject.openSync)((0,external_node_path_namespaceObject.resolve)(process.env['GITHUB_WORKSPACE'] ?? '.', path), 'r');
        try {
            // One byte more than allowed tells whether there is more, whatever the file says of its size.
            const buffer = Buffer.alloc(maxBytes + 1);
            let length = 0;
            for (let read = -1; read !== 0 && length < buffer.length; length += read) {
                read = (0,external_node_fs_namespaceObject.readSync)(file, buffer, length, buffer.length - length, null);
            }
            if (length > maxBytes)
                throw new Error('the file is too large');
            return buffer.subarray(0, length);
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(file);
        }
    },
    runProgram: ({ file, args, variables, timeoutMs }) => new Promise((done) => {
        const env = { ...ownVariables(variables), ...variables };
        const options = { env, cwd: SAFE_FOLDER, timeout: timeoutMs, maxBuffer: MAX_OUTPUT_BYTES, windowsHide: true };
        (0,external_node_child_process_namespaceObject.execFile)(file, [...args], options, (error, stdout, stderr) => {
            if (error === null)
                done({ exitCode: 0, stdout, stderr });
            else if (error.code === 'ENOENT')
                done(undefined);
            else
                done({ exitCode: typeof error.code === 'number' ? error.code : undefined, stdout, stderr });
        });
    }),
};
// Windows takes names that differ in case for one, and a child gets the first of them: those that are replaced must go.
function ownVariables(replaced = {}) {
    if (process.platform !== 'win32')
        return process.env;
    const names = new Set(Object.keys(replaced).map((name) => name.toUpperCase()));
    return Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.has(name.toUpperCase())));
}
//# sourceMappingURL=real-machine.js.map
;// CONCATENATED MODULE: ./build/src/entry/user-files.js
// Files of this user beyond the runner's folders.

const user_files_OWN_FOLDER = 0o700;
const user_files_OWN_FILE = 0o600;
/** The real files. */
const userFiles = {
    list: (folder) => unless('ENOENT', () => (0,external_node_fs_namespaceObject.readdirSync)(folder)) ?? [],
    exists: (path) => (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false }) !== undefined,
    makeFolder: (path) => {
        (0,external_node_fs_namespaceObject.mkdirSync)(path, { recursive: true, mode: user_files_OWN_FOLDER });
    },
    create: (path, bytes) => {
        const file = unless('EEXIST', () => (0,external_node_fs_namespaceObject.openSync)(path, 'wx', user_files_OWN_FILE));
        if (file === undefined)
            return false;
        try {
            (0,external_node_fs_namespaceObject.writeFileSync)(file, bytes.reveal());
        }
        catch (error) {
            (0,external_node_fs_namespaceObject.rmSync)(path, { force: true });
            throw error;
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(file);
        }
        return true;
    },
    remove: (path) => (0,external_node_fs_namespaceObject.rmSync)(path, { force: true }),
    removeFolder: (path) => unless('ENOENT', () => (0,external_node_fs_namespaceObject.rmdirSync)(path)),
};
function unless(code, act) {
    try {
        return act();
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === code)
            return undefined;
        throw error;
    }
}
//# sourceMappingURL=user-files.js.map
;// CONCATENATED MODULE: ./build/src/entry/real-ports.js
// The ports as a runner gives them.









const USER_AGENT = 'azure-key-vault-action';
/** The real ports, and the transport's way to let go of its connections. */
function makeRealPorts() {
    const transport = makeHttpsTransport(USER_AGENT);
    return {
        transport,
        ports: {
            inputs: {
                input: (name) => getInput(name, { trimWhitespace: false }),
                variable: (name) => process.env[name] || undefined,
            },
            log,
            files,
            privateFolders: privateFolders,
            userFiles: userFiles,
            transport: transport.send,
            connectAhead: transport.connectAhead,
            localTransport: makeLocalTransport(USER_AGENT),
            machine: realMachine,
            clock: { nowMs: () => Date.now(), sleep: (ms) => (0,promises_namespaceObject.setTimeout)(ms) },
            randomFraction: () => Math.random(),
            randomBytes: (length) => (0,external_node_crypto_namespaceObject.randomBytes)(length),
        },
    };
}
const annotate = { error: core_error, warning: warning, notice: notice };
const log = {
    info: (line) => info(toLogLine(line)),
    debug: (line) => {
        if (isDebug())
            core_debug(line);
    },
    annotate: (level, { title, text }) => annotate[level](text, { title }),
    mask: (text) => core_setSecret(text.reveal()),
};
const files = {
    problemOf: (file) => {
        const path = process.env[file];
        if (path === undefined || path === '')
            return `${file} is not set.`;
        return isWritableFile(path) ? undefined : `${file} names no file that can be written.`;
    },
    setOutput: (name, value) => setOutput(name, value),
    exportVariable: (name, value) => exportVariable(name, value),
    saveState: (name, value) => saveState(name, value),
    mark: (file) => {
        const path = process.env[file] ?? '';
        const { size } = (0,external_node_fs_namespaceObject.statSync)(path);
        return () => (0,external_node_fs_namespaceObject.truncateSync)(path, size);
    },
    writeSummary: async (html) => {
        await summary.addRaw(html).write();
    },
};
function isWritableFile(path) {
    try {
        (0,external_node_fs_namespaceObject.accessSync)(path, external_node_fs_namespaceObject.constants.W_OK);
        return (0,external_node_fs_namespaceObject.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=real-ports.js.map
;// CONCATENATED MODULE: ./build/src/entry/run.js
// Around every flow: failed until proved otherwise, and never a stack trace.


/**
 * Runs a flow to its end. The exit code is 1 from the start and 0 only once the flow has said that it succeeded, so
 * that neither a promise that never settles nor an early exit can pass for success, and a defect stays one.
 */
function runFlow(flow) {
    process.exitCode = 1;
    // Node's own warnings go to stderr, which a runner shows before the masks that stdout has asked for.
    process.removeAllListeners('warning');
    let ended = false;
    let defective = false;
    const fail = (error) => {
        process.exitCode = 1;
        // Where nobody reads stdout any more, saying so fails as well, and that would be the next defect, for ever.
        if (defective)
            process.exit();
        defective = true;
        reportDefect(error);
    };
    const failUnlessEnded = () => {
        if (!ended)
            fail(undefined);
        ended = true;
    };
    process.on('uncaughtException', fail);
    process.on('unhandledRejection', fail);
    process.on('beforeExit', failUnlessEnded);
    // Of process.exit(), which skips the event before; what is printed here may get lost, the exit code does not.
    process.on('exit', failUnlessEnded);
    const { ports, transport } = makeRealPorts();
    flow(ports)
        .then((succeeded) => {
        process.exitCode = succeeded && !defective ? 0 : 1;
    })
        .catch(fail)
        .finally(() => {
        ended = true;
        transport.close();
    });
}
// Neither message nor stack: nobody knows what an unforeseen error holds.
function reportDefect(error) {
    const name = error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'unknown';
    core_error(`The action has a defect (${name}). Please report it, with the version that you use.`, {
        title: 'Defect',
    });
}
//# sourceMappingURL=run.js.map
;// CONCATENATED MODULE: ./build/src/entry/get.js
// The program of the root action.


runFlow(fetchSecrets);
//# sourceMappingURL=get.js.map
