/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
var __webpack_exports__ = {};

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
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: ./build/programs/src/plan/store-site.js
// Place of a user's certificate store, CurrentUser\My as .NET calls it.

// dotnet/runtime, OpenSslDirectoryBasedStoreProvider.cs and PersistedFiles.Unix.cs
const FOLDERS = ['.dotnet', 'corefx', 'cryptography', 'x509stores', 'my'];
/** The store of the user that the step runs as. */
function findStoreSite(platform, variable) {
    switch (platform) {
        case 'linux': {
            const home = variable('HOME') ?? '';
            if (external_node_path_namespaceObject.posix.isAbsolute(home))
                return { kind: 'files', folder: external_node_path_namespaceObject.posix.join(home, ...FOLDERS) };
            return {
                kind: 'none',
                problem: 'the line has store, and HOME, below which .NET keeps the store, is not set to a folder.',
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
                problem: 'the line has store, which works on Linux and Windows, not on macOS.',
                hint: 'Write | file, and open NAME-path with NAME-password.',
            };
    }
}
/** The folders of a store of files that have to be made for it, from its own upwards. */
function store_site_storeFolders(folder) {
    const home = folder.split('/').slice(0, -FOLDERS.length).join('/');
    return FOLDERS.map((_, index) => [home, ...FOLDERS.slice(0, FOLDERS.length - index)].join('/'));
}
/** Whether it is the path of a store of files. Others must not be touched. */
function isStoreFolder(path) {
    return external_node_path_namespaceObject.posix.isAbsolute(path) && path.endsWith(`/${FOLDERS.join('/')}`) && external_node_path_namespaceObject.posix.normalize(path) === path;
}
//# sourceMappingURL=store-site.js.map
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = require("node:crypto");
;// CONCATENATED MODULE: ./build/programs/src/errors.js
// Failures that were expected: each says what failed, what to do about it, and which request it was.

/** An expected failure. Everything else that is thrown is a bug of the action. */
class errors_ActionError extends Error {
    code;
    aadsts;
    title;
    subject;
    problem;
    hint;
    requestId;
    constructor(parts) {
        super(describe(parts), 'cause' in parts ? { cause: parts.cause } : undefined);
        this.name = 'ActionError';
        this.code = parts.code;
        this.aadsts = parts.aadsts;
        this.title = parts.title;
        this.subject = parts.subject;
        this.problem = parts.problem;
        this.hint = parts.hint;
        this.requestId = parts.requestId;
    }
    /** The same failure, said of something else. */
    about(subject) {
        return new errors_ActionError({ ...partsOf(this), subject });
    }
    /** The same failure, with one more sentence of advice. */
    advising(more) {
        return new errors_ActionError({ ...partsOf(this), hint: this.hint === undefined ? more : `${this.hint} ${more}` });
    }
}
/** Several expected failures, found in one go. */
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
    const results = errors_checkEach(Object.entries(checks), ([name, check]) => [name, check()]);
    return Object.fromEntries(results);
}
/**
 * As `items.map(check)`, but each item is checked even where one before it failed.
 * @throws ActionErrors with all that `check` threw
 */
function errors_checkEach(items, check) {
    const results = [];
    const errors = [];
    for (const item of items) {
        try {
            results.push(check(item));
        }
        catch (error) {
            errors.push(...expectedErrors(error));
        }
    }
    if (errors.length > 0)
        throw new ActionErrors(errors);
    return results;
}
/** Runs a check at once and hands over what came of it, for {@link checkAll} or {@link checkEach} to take later. */
function attempt(check) {
    try {
        const result = check();
        return () => result;
    }
    catch (error) {
        return () => {
            throw error;
        };
    }
}
/**
 * Waits for a promise and hands over what came of it as a check, for {@link checkAll} or {@link checkEach}: a result that it
 * gives, or a failure that it throws.
 */
async function settle(promise) {
    return promise.then((result) => () => result, (error) => () => {
        throw error;
    });
}
/** The expected failures that `error` stands for. Throws `error` itself if it was not expected. */
function expectedErrors(error) {
    if (error instanceof errors_ActionError)
        return [error];
    if (error instanceof ActionErrors)
        return error.errors;
    throw error;
}
/**
 * The expected failures that `error` stands for. What they say of `former`, in whatever case, or, if that is left out,
 * of nothing, they say of `subject` instead. Throws `error` itself if it was not expected.
 */
function failuresOf(subject, error, former) {
    const isMeant = (one) => one.subject?.toLowerCase() === former?.toLowerCase();
    return new ActionErrors(expectedErrors(error).map((one) => (isMeant(one) ? one.about(subject) : one)));
}
function describe(parts) {
    const subject = parts.subject === undefined ? '' : `${parts.subject}: `;
    const hint = parts.hint === undefined ? '' : ` ${parts.hint}`;
    const requestId = parts.requestId === undefined ? '' : ` (${parts.requestId})`;
    return `${subject}${parts.problem}${hint}${requestId}`;
}
function partsOf(error) {
    const { code, aadsts, title, subject, problem, hint, requestId, cause } = error;
    return {
        code,
        aadsts,
        title,
        problem,
        ...(subject !== undefined && { subject }),
        ...(hint !== undefined && { hint }),
        ...(requestId !== undefined && { requestId }),
        ...(cause !== undefined && { cause }),
    };
}
/** Whether a service refused or did not answer: then objects or tokens that it refuses for one reason are one matter. */
function isOfService({ code, aadsts }) {
    const codes = SERVICE_CODES;
    return aadsts !== undefined || codes.includes(code);
}
//# sourceMappingURL=errors.js.map
;// CONCATENATED MODULE: ./build/programs/src/certificate/pfx-error.js

/** The bytes are not what the format asks for. */
function pfx_error_unreadable(format, what, cause) {
    return new ActionError({
        code: `${format}_UNREADABLE`,
        title: `Unreadable ${format}`,
        problem: `the ${format} is damaged: ${what}.`,
        hint: 'Export it again, and compare its size with the original.',
        ...(cause !== undefined && { cause }),
    });
}
/** Its end is missing. */
function pfx_error_cutOff(format, what) {
    return new ActionError({
        code: `${format}_CUT_OFF`,
        title: `Incomplete ${format}`,
        problem: `the ${format} is cut off: ${what}.`,
        hint: 'Copy it again, from its first to its last character.',
    });
}
/** The password that was given does not open it. */
function pfx_error_wrongPassword(format, cause) {
    return new ActionError({
        code: `${format}_WRONG_PASSWORD`,
        title: `Wrong password for a ${format}`,
        problem: `the password does not open the ${format}.`,
        hint: 'Check the password, and look for spaces or line breaks around it.',
        ...(cause !== undefined && { cause }),
    });
}
/** None was given, and it needs one. */
function pfx_error_passwordNeeded(format) {
    return new ActionError({
        code: `${format}_PASSWORD_NEEDED`,
        title: `Password for a ${format} missing`,
        problem: `the ${format} is protected with a password, and none was given.`,
    });
}
/** One was given that does not open it, and it opens without one. */
function pfx_error_passwordNotNeeded(format) {
    return new ActionError({
        code: `${format}_PASSWORD_NOT_NEEDED`,
        title: `Password for a ${format} that has none`,
        problem: `the ${format} has no password, and the one that was given does not open it.`,
        hint: 'Leave the password out.',
    });
}
const OPENSSL = {
    PFX: (legacy) => `Export it again: "openssl pkcs12${legacy} -in OLD.pfx -noenc -out all.pem", then "openssl pkcs12 -export -in all.pem -out NEW.pfx", and delete all.pem.`,
    PEM: (legacy) => legacy === ''
        ? 'Encrypt the key again: "openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD.pem -out NEW.pem".'
        : 'Encrypt the key again: "openssl pkcs8 -topk8 -v2 aes-256-cbc -provider legacy -provider default -in OLD.pem -out NEW.pem".',
};
/** It is sound, and protected in a way that is not supported. */
function pfx_error_unsupported(format, what) {
    return new ActionError({
        code: `${format}_UNSUPPORTED`,
        title: `Unsupported protection of a ${format}`,
        problem: `the ${format} is protected with ${what}, which is not supported.`,
        hint: OPENSSL[format](' -legacy'),
    });
}
/** It is sound, and holds or is something that is not taken. */
function pfx_error_notTaken(format, problem, hint) {
    return new ActionError({
        code: `${format}_NOT_TAKEN`,
        title: `Unsupported ${format}`,
        problem: `the ${format} ${problem}.`,
        hint,
    });
}
/** Opening it would take longer than any sensible file does. */
function pfx_error_tooCostly(format, limit) {
    return new ActionError({
        code: `${format}_TOO_COSTLY`,
        title: `Too many iterations in a ${format}`,
        problem: `the ${format} needs more hash iterations than this action allows for one file: the limit is ${limit.toLocaleString('en-US')} iterations of PBKDF2, and each iteration of PKCS #12's own derivation counts as four.`,
        hint: OPENSSL[format](''),
    });
}
/** It has more bytes, or more keys or certificates, than one file may have. */
function pfx_error_tooLarge(format, what) {
    return new ActionError({
        code: `${format}_TOO_LARGE`,
        title: `Too large a ${format}`,
        problem: `the ${format} holds ${what}.`,
        hint: 'Export one private key with its own certificate and its issuers, and nothing else.',
    });
}
/** There are certificates at most. */
function pfx_error_noKey(format, certificates) {
    return new ActionError({
        code: `${format}_NO_KEY`,
        title: `${format} without a private key`,
        problem: `the ${format} holds no private key; it holds ${countCertificates(certificates)}.`,
        hint: 'Export it together with its private key. A key that is not exportable cannot leave its store.',
    });
}
/** There is a private key, and no certificate. */
function pfx_error_noCertificate(format, found = 'no certificate') {
    return new ActionError({
        code: `${format}_NO_CERTIFICATE`,
        title: `${format} without a certificate`,
        problem: `the ${format} holds a private key and ${found}.`,
        hint: "Add the key's own certificate.",
    });
}
/** No certificate belongs to a private key. */
function pfx_error_mismatch(format, certificates) {
    return new ActionError({
        code: `${format}_MISMATCH`,
        title: `${format} without the certificate of its key`,
        problem: `the ${format} holds a private key and ${countCertificates(certificates)}, but none that belongs to the key.`,
        hint: 'Export the key together with its own certificate: a renewed certificate often comes with a new key.',
    });
}
function countCertificates(count) {
    return count === 1 ? '1 certificate' : `${count} certificates`;
}
/** Whether an error says that the password was wrong. */
function pfx_error_isWrongPassword(error) {
    return isOf(error, 'PFX_WRONG_PASSWORD', 'PEM_WRONG_PASSWORD');
}
/** Whether an error says that a password is missing. */
function isPasswordNeeded(error) {
    return isOf(error, 'PFX_PASSWORD_NEEDED', 'PEM_PASSWORD_NEEDED');
}
/** Whether an error is about the password that was given. */
function isAboutPassword(error) {
    return pfx_error_isWrongPassword(error) || isOf(error, 'PFX_PASSWORD_NOT_NEEDED');
}
/** Whether an error says that the end is missing. */
function isCutOff(error) {
    return isOf(error, 'PFX_CUT_OFF', 'PEM_CUT_OFF');
}
/** Whether an error says that there is no private key. */
function isNoKey(error) {
    return isOf(error, 'PFX_NO_KEY', 'PEM_NO_KEY');
}
/** Whether an error says that a file has no password, and one was given. */
function isPasswordSuperfluous(error) {
    return isOf(error, 'PFX_PASSWORD_NOT_NEEDED');
}
/** Whether an error says that there is no private key, or no certificate. */
function pfx_error_isIncomplete(error) {
    return isOf(error, 'PFX_NO_KEY', 'PEM_NO_KEY', 'PFX_NO_CERTIFICATE', 'PEM_NO_CERTIFICATE');
}
/** Whether an error says that no certificate, or none that is meant, belongs to a key. */
function isWithoutCertificate(error) {
    return isOf(error, 'PFX_NO_CERTIFICATE', 'PEM_NO_CERTIFICATE', 'PFX_MISMATCH', 'PEM_MISMATCH');
}
/** Whether an error says no more than that bytes are not DER. */
function pfx_error_isNotDer(error) {
    return isOf(error, 'CERTIFICATE_UNREADABLE');
}
function isOf(error, ...codes) {
    return error instanceof ActionError && codes.includes(error.code);
}
//# sourceMappingURL=pfx-error.js.map
;// CONCATENATED MODULE: ./build/programs/src/certificate/algorithm-names.js
// The usual names of algorithms that certificates, keys and PFX files name by object identifiers.
const NAMES = {
    // Encryption with a password (RFC 8018 App. A, RFC 7292 App. C).
    '1.2.840.113549.1.5.1': 'MD2 and DES (PBE-MD2-DES)',
    '1.2.840.113549.1.5.3': 'MD5 and DES (PBE-MD5-DES)',
    '1.2.840.113549.1.5.4': 'MD2 and RC2 (PBE-MD2-RC2-64)',
    '1.2.840.113549.1.5.6': 'MD5 and RC2 (PBE-MD5-RC2-64)',
    '1.2.840.113549.1.5.10': 'SHA-1 and DES (PBE-SHA1-DES)',
    '1.2.840.113549.1.5.11': 'SHA-1 and RC2 (PBE-SHA1-RC2-64)',
    '1.2.840.113549.1.12.1.1': '128-bit RC4 (PBE-SHA1-RC4-128)',
    '1.2.840.113549.1.12.1.2': '40-bit RC4 (PBE-SHA1-RC4-40)',
    // Ciphers.
    '1.3.14.3.2.7': 'DES (DES-CBC)',
    '1.2.840.113549.3.2': 'RC2 (RC2-CBC)',
    '1.2.840.113549.3.4': 'RC4',
    '1.2.840.113549.3.9': 'RC5 (RC5-CBC)',
    '1.2.840.113533.7.66.10': 'CAST5 (CAST5-CBC)',
    '1.3.6.1.4.1.3029.1.2': 'Blowfish (BF-CBC)',
    '1.2.410.200004.1.4': 'SEED (SEED-CBC)',
    '1.2.643.2.2.21': 'GOST 28147-89',
    '2.16.840.1.101.3.4.1.1': 'AES-128-ECB',
    '2.16.840.1.101.3.4.1.3': 'AES-128-OFB',
    '2.16.840.1.101.3.4.1.4': 'AES-128-CFB',
    '2.16.840.1.101.3.4.1.6': 'AES-128-GCM',
    '2.16.840.1.101.3.4.1.23': 'AES-192-OFB',
    '2.16.840.1.101.3.4.1.24': 'AES-192-CFB',
    '2.16.840.1.101.3.4.1.26': 'AES-192-GCM',
    '2.16.840.1.101.3.4.1.41': 'AES-256-ECB',
    '2.16.840.1.101.3.4.1.43': 'AES-256-OFB',
    '2.16.840.1.101.3.4.1.44': 'AES-256-CFB',
    '2.16.840.1.101.3.4.1.46': 'AES-256-GCM',
    // Digests and HMACs.
    '1.2.840.113549.2.2': 'MD2',
    '1.2.840.113549.2.4': 'MD4',
    '1.0.10118.3.0.55': 'Whirlpool',
    '1.2.643.2.2.9': 'GOST R 34.11-94',
    '1.2.643.7.1.1.2.2': 'Streebog-256',
    '1.2.643.7.1.1.2.3': 'Streebog-512',
    '1.2.643.2.2.10': 'GOST R 34.11-94',
    '1.2.643.7.1.1.4.1': 'Streebog-256',
    '1.2.643.7.1.1.4.2': 'Streebog-512',
    // Keys.
    '1.2.840.10040.4.1': 'DSA',
    '1.2.840.10046.2.1': 'DH',
    '1.2.840.113549.1.1.1': 'RSA',
    '1.2.840.113549.1.1.7': 'RSA-OAEP',
    '1.2.840.113549.1.1.10': 'RSA-PSS',
    '1.2.840.10045.2.1': 'EC',
    '1.3.101.110': 'X25519',
    '1.3.101.111': 'X448',
    '1.3.101.112': 'Ed25519',
    '1.3.101.113': 'Ed448',
    '1.2.643.2.2.19': 'GOST R 34.10-2001',
    '1.2.643.7.1.1.1.1': 'GOST R 34.10-2012',
    '1.2.643.7.1.1.1.2': 'GOST R 34.10-2012',
    '2.16.840.1.101.3.4.3.17': 'ML-DSA-44',
    '2.16.840.1.101.3.4.3.18': 'ML-DSA-65',
    '2.16.840.1.101.3.4.3.19': 'ML-DSA-87',
};
/** Returns the usual name of an algorithm, or its identifier; one that is longer than any real one is cut. */
function algorithm_names_nameAlgorithm(oid) {
    return NAMES[oid] ?? (oid.length > 40 ? `${oid.slice(0, 40)}\u2026` : oid);
}
/** The usual names of the kinds of keys that Node names otherwise. */
const KEY_KINDS = {
    rsa: 'RSA',
    'rsa-pss': 'RSA-PSS',
    ec: 'EC',
    dsa: 'DSA',
    dh: 'DH',
    ed25519: 'Ed25519',
    ed448: 'Ed448',
    x25519: 'X25519',
    x448: 'X448',
};
/** Returns what a key is called, from Node's name of its kind: `an EC key`, `a DSA key`. */
function describeKey(kind) {
    if (kind === undefined)
        return 'a key of an unknown kind';
    const name = KEY_KINDS[kind] ?? kind.toUpperCase();
    // Letters whose own names begin with a vowel.
    return `${/^[AEFHILMNORSX]/.test(name) ? 'an' : 'a'} ${name} key`;
}
/** Content types (RFC 5652 sections 4, 5, 6 and 8). */
const algorithm_names_CONTENT_OID = {
    data: '1.2.840.113549.1.7.1',
    encryptedData: '1.2.840.113549.1.7.6',
};
/** Bags and what they hold (RFC 7292 section 4.2, App. D). */
const algorithm_names_BAG_OID = {
    key: '1.2.840.113549.1.12.10.1.1',
    shroudedKey: '1.2.840.113549.1.12.10.1.2',
    certificate: '1.2.840.113549.1.12.10.1.3',
    safeContents: '1.2.840.113549.1.12.10.1.6',
    x509Certificate: '1.2.840.113549.1.9.22.1',
};
/** Attributes of a bag (RFC 2985 section 5.5; Microsoft's `szOID_PKCS_12_KEY_PROVIDER_NAME_ATTR`). */
const algorithm_names_ATTRIBUTE_OID = {
    friendlyName: '1.2.840.113549.1.9.20',
    localKeyId: '1.2.840.113549.1.9.21',
    cspName: '1.3.6.1.4.1.311.17.1',
};
/** Schemes that protect (RFC 8018 App. A, RFC 7292 App. C; scrypt: RFC 7914 section 7). */
const algorithm_names_SCHEME_OID = {
    pbkdf2: '1.2.840.113549.1.5.12',
    pbes2: '1.2.840.113549.1.5.13',
    pbmac1: '1.2.840.113549.1.5.14',
    scrypt: '1.3.6.1.4.1.11591.4.11',
    sha1And3Des: '1.2.840.113549.1.12.1.3',
    sha1And2KeyTripleDes: '1.2.840.113549.1.12.1.4',
    sha1And128BitRc2: '1.2.840.113549.1.12.1.5',
    sha1And40BitRc2: '1.2.840.113549.1.12.1.6',
};
/** Ciphers, all in CBC mode (RFC 3565 section 4.1, RFC 8018 App. B.2; Camellia: RFC 3657; ARIA: RFC 5794; SM4: GM/T 0006). */
const CIPHER_OID = {
    aes128: '2.16.840.1.101.3.4.1.2',
    aes192: '2.16.840.1.101.3.4.1.22',
    aes256: '2.16.840.1.101.3.4.1.42',
    tripleDes: '1.2.840.113549.3.7',
    camellia128: '1.2.392.200011.61.1.1.1.2',
    camellia192: '1.2.392.200011.61.1.1.1.3',
    camellia256: '1.2.392.200011.61.1.1.1.4',
    aria128: '1.2.410.200046.1.1.2',
    aria192: '1.2.410.200046.1.1.7',
    aria256: '1.2.410.200046.1.1.12',
    sm4: '1.2.156.10197.1.104.2',
};
/** Digests (RFC 8017 App. B.1; SHA-3: FIPS 202), by the names that Node gives them. */
const DIGEST_OID = {
    md5: '1.2.840.113549.2.5',
    sha1: '1.3.14.3.2.26',
    ripemd160: '1.3.36.3.2.1',
    sm3: '1.2.156.10197.1.401',
    sha224: '2.16.840.1.101.3.4.2.4',
    sha256: '2.16.840.1.101.3.4.2.1',
    sha384: '2.16.840.1.101.3.4.2.2',
    sha512: '2.16.840.1.101.3.4.2.3',
    'sha512-224': '2.16.840.1.101.3.4.2.5',
    'sha512-256': '2.16.840.1.101.3.4.2.6',
    'sha3-224': '2.16.840.1.101.3.4.2.7',
    'sha3-256': '2.16.840.1.101.3.4.2.8',
    'sha3-384': '2.16.840.1.101.3.4.2.9',
    'sha3-512': '2.16.840.1.101.3.4.2.10',
};
/** HMAC with a digest (RFC 8018 App. B.1). */
const HMAC_OID = {
    md5: '1.2.840.113549.2.6',
    sha1: '1.2.840.113549.2.7',
    sha224: '1.2.840.113549.2.8',
    sha256: '1.2.840.113549.2.9',
    sha384: '1.2.840.113549.2.10',
    sha512: '1.2.840.113549.2.11',
    'sha512-224': '1.2.840.113549.2.12',
    'sha512-256': '1.2.840.113549.2.13',
    'sha3-224': '2.16.840.1.101.3.4.2.13',
    'sha3-256': '2.16.840.1.101.3.4.2.14',
    'sha3-384': '2.16.840.1.101.3.4.2.15',
    'sha3-512': '2.16.840.1.101.3.4.2.16',
};
//# sourceMappingURL=algorithm-names.js.map
;// CONCATENATED MODULE: ./build/programs/src/certificate/der.js
// A reader of DER (ITU-T X.690), as far as certificates need it: definite lengths, tags of one byte.

/** Tags that the readers of this folder look for. */
const der_TAG = {
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
        const { element, end } = der_readElement(der, offset);
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
        throw der_notDer();
    return readElements(element.contents);
}
/**
 * The element at `offset`, and where the next one begins.
 * @throws ActionError if it is cut off or not DER
 */
function der_readElement(der, offset) {
    const tag = der[offset];
    const first = der[offset + 1];
    if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f)
        throw der_notDer();
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
    const start = offset + 2 + lengthBytes;
    // 0x80 is BER's indefinite length; four bytes are 4 GiB, more than any answer has.
    if (first === 0x80 || lengthBytes > 4 || start > der.length)
        throw der_notDer();
    const length = lengthBytes === 0 ? first : der.readUIntBE(offset + 2, lengthBytes);
    const end = start + length;
    if (end > der.length)
        throw der_notDer();
    return { element: { tag, contents: der.subarray(start, end), raw: der.subarray(offset, end) }, end };
}
/** Returns how many bytes are missing at a SEQUENCE's end by the length that it states; 0 if it states none below 16 MiB. */
function der_missingBytes(der) {
    const first = der[1] ?? 0;
    const lengthBytes = first & 0x7f;
    if (der[0] !== der_TAG.sequence || first <= 0x80 || lengthBytes > 3 || der.length < 2 + lengthBytes)
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
    return (der[0] === der_TAG.sequence && der.subarray(start, start + 4).equals(Buffer.from([der_TAG.integer, 1, 3, der_TAG.sequence])));
}
/** An integer that is not negative and has at most six bytes, so that a double holds it (X.690 section 8.3). */
function der_readInteger(element) {
    if (element?.tag !== der_TAG.integer)
        throw der_notDer();
    const { contents } = element;
    const [first] = contents;
    if (first === undefined || first >= 0x80 || contents.length > 6)
        throw der_notDer();
    return contents.readUIntBE(0, contents.length);
}
/** The bytes of a bit string that is of whole bytes (X.690 section 8.6): the first one counts the bits that are not used. */
function readBits(element) {
    if (element?.tag !== der_TAG.bitString || element.contents[0] !== 0)
        throw der_notDer();
    return element.contents.subarray(1);
}
/** No identifier in use has half as many bytes; an arc of a megabyte, shifted bit by bit, would take minutes. */
const MAX_OID_LENGTH = 128;
/** An object identifier in dotted form (X.690 section 8.19). */
function der_readOid(element) {
    // The last byte of an arc, and so of the whole, has no continuation bit.
    if (element?.tag !== der_TAG.oid || (element.contents.at(-1) ?? 0x80) >= 0x80)
        throw der_notDer();
    if (element.contents.length > MAX_OID_LENGTH)
        throw der_notDer();
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
function der_notDer() {
    return new ActionError({
        code: 'CERTIFICATE_UNREADABLE',
        title: 'Unreadable certificate',
        problem: 'the vault returned something that is not an X.509 certificate.',
        hint: 'Look at the certificate in the portal.',
    });
}
//# sourceMappingURL=der.js.map
;// CONCATENATED MODULE: ./build/programs/src/certificate/ber.js
// A reader of BER (ITU-T X.690 section 8), which PKCS#12 allows beside DER: indefinite lengths, octet strings in pieces.

/** Deeper nesting than any tool writes; without a limit a few kilobytes could exhaust the stack. */
const MAX_DEPTH = 32;
const CONSTRUCTED = 0x20;
const INDEFINITE_LENGTH = 0x80;
/**
 * The elements that follow one another in `bytes`.
 * @throws ActionError if they are cut off, not BER, or nested too deeply
 */
function ber_readBer(bytes) {
    const elements = [];
    for (let offset = 0; offset < bytes.length;) {
        const { element, end } = readBerElement(bytes, offset, MAX_DEPTH);
        elements.push(element);
        offset = end;
    }
    return elements;
}
/**
 * The first element of `bytes`, whatever follows it.
 * @throws ActionError if it is cut off, not BER, or nested too deeply
 */
function ber_readFirstBer(bytes) {
    return readBerElement(bytes, 0, MAX_DEPTH).element;
}
/**
 * The elements inside a constructed element.
 * @throws ActionError if it has another tag or is not BER
 */
function ber_readBerInside(element, tag) {
    if (element?.tag !== tag)
        throw notDer();
    return ber_readBer(element.contents);
}
/**
 * The bytes of an octet string, whole or in pieces.
 * @param tag the primitive tag: that of an octet string, or of `[0] IMPLICIT OCTET STRING`
 * @throws ActionError if it is none
 */
function ber_readOctets(element, tag = TAG.octetString) {
    return joinPieces(element, tag, MAX_DEPTH);
}
function joinPieces(element, tag, depth) {
    if (element?.tag === tag)
        return element.contents;
    if (element?.tag !== (tag | CONSTRUCTED) || depth === 0)
        throw notDer();
    // The pieces are plain octet strings for every tag of the whole (X.690 section 8.7.3.2).
    return Buffer.concat(ber_readBer(element.contents).map((piece) => joinPieces(piece, TAG.octetString, depth - 1)));
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
    // Two zero bytes end it; if they are missing, reading an element beyond the end fails.
    while (bytes[end] !== 0 || bytes[end + 1] !== 0)
        end = readBerElement(bytes, end, depth - 1).end;
    const contents = bytes.subarray(start, end);
    end += 2;
    return { element: { tag, contents, raw: bytes.subarray(offset, end) }, end };
}
//# sourceMappingURL=ber.js.map
;// CONCATENATED MODULE: ./build/programs/src/certificate/key-with-chain.js
// A private key in DER, which certificate belongs to it, and which ones issued that.






/** Far beyond any chain that is in use; keeps the comparisons of a hostile file few. */
const MAX_CERTIFICATES = 100;
/** Whether this private key belongs to the certificate (DER), that is, their public keys are equal. */
function isKeyPair(privateKey, certificate) {
    const parsed = parseCertificate(certificate);
    return parsed !== undefined && belongsTo(privateKey, parsed);
}
/**
 * Returns the first key with a certificate that is no CA's, else the first that has a certificate, with its issuers.
 * @throws ActionError if there is no key, no certificate that is meant belongs to one, or there are too many
 */
function key_with_chain_findKeyWithChain(format, { privateKeys, certificates, unusable = [], wanted }) {
    if (Math.max(privateKeys.length, certificates.length) > MAX_CERTIFICATES)
        throw tooLarge(format, `more than ${MAX_CERTIFICATES} keys or certificates`);
    const parsed = certificates.flatMap((certificate) => parseCertificate(certificate) ?? []);
    const candidates = wanted === undefined ? parsed : parsed.filter(({ raw }) => raw.equals(wanted));
    const pairs = privateKeys.flatMap((privateKey) => candidates.filter((leaf) => belongsTo(privateKey, leaf)).map((leaf) => ({ privateKey, leaf })));
    const found = pairs.find(({ leaf }) => !leaf.ca) ?? pairs[0];
    if (found === undefined)
        throw whyNoPair(format, { privateKeys, certificates, unusable, parsed });
    const chain = findIssuers(found.leaf, parsed).map(({ raw }) => raw);
    return { privateKey: found.privateKey, certificate: found.leaf.raw, chain };
}
function whyNoPair(format, { privateKeys, certificates, unusable, parsed }) {
    if (unusable[0] !== undefined)
        return unusable[0];
    if (privateKeys.length === 0)
        return noKey(format, certificates.length);
    if (certificates.length === 0)
        return noCertificate(format);
    if (parsed.length < certificates.length)
        return unreadable(format, 'a certificate in it is broken');
    return mismatch(format, certificates.length);
}
function findIssuers(leaf, certificates) {
    const isIssuedBy = rememberingIssuers();
    const issuers = [];
    const left = new Set(withoutCopies(certificates.filter(({ raw }) => !raw.equals(leaf.raw))));
    for (let current = leaf; !isIssuedBy(current, current);) {
        const candidates = [...left].filter((candidate) => isIssuedBy(current, candidate));
        // An authority may be signed by several others: the one whose own issuer is here leads on.
        const issuer = candidates.find((one) => [...left].some((next) => isIssuedBy(one, next))) ?? candidates[0];
        if (issuer === undefined)
            break;
        issuers.push(issuer);
        left.delete(issuer);
        current = issuer;
    }
    return issuers;
}
function withoutCopies(certificates) {
    return [...new Map(certificates.map((one) => [one.fingerprint256, one])).values()];
}
// Names alone do not tell: a renewed authority keeps its name. A signature is verified once for each two certificates.
function rememberingIssuers() {
    const known = new Map();
    return (certificate, issuer) => {
        const ofCertificate = known.get(certificate) ?? new Map();
        known.set(certificate, ofCertificate);
        const isIssuer = ofCertificate.get(issuer) ??
            key_with_chain_attempt(() => certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)) === true;
        ofCertificate.set(issuer, isIssuer);
        return isIssuer;
    };
}
// Not by comparing public keys with `equals`: if their types differ, it leaves an error behind in OpenSSL's queue, and
// the next key that Node 20 or 24 parses fails with it.
function belongsTo(privateKey, certificate) {
    return certificate.checkPrivateKey(privateKey);
}
// Bytes after the certificate are not part of it: OpenSSL's trust settings (TRUSTED CERTIFICATE), or filling.
function parseCertificate(der) {
    return key_with_chain_attempt(() => new X509Certificate(readFirstBer(der).raw));
}
// A key that OpenSSL does not know counts as no match rather than as a failure.
function key_with_chain_attempt(act) {
    try {
        return act();
    }
    catch {
        return undefined;
    }
}
/**
 * Returns the key.
 * @throws ActionError `..._CUT_OFF`, `..._UNREADABLE` or, for a kind of key that Node does not know, `..._NOT_TAKEN`
 */
function parsePrivateKey(format, { der, type }) {
    try {
        // Bytes after the key are not part of it.
        return createPrivateKey({ key: readFirstBer(der).raw, format: 'der', type });
    }
    catch (cause) {
        throw whyUnreadable(format, { der, type }, cause);
    }
}
/** Parses each key that `open` gives. */
function openEach(items, open) {
    const privateKeys = [];
    const unusable = [];
    for (const item of items) {
        try {
            privateKeys.push(open(item));
        }
        catch (error) {
            if (!(error instanceof ActionError))
                throw error;
            unusable.push(error);
        }
    }
    return { privateKeys, unusable };
}
/** Parses keys of which some may be of a kind that Node does not know. */
function key_with_chain_parsePrivateKeys(format, keys) {
    return openEach(keys, (key) => parsePrivateKey(format, key));
}
/** Kinds of keys that Node knows: if it cannot read one, the key is damaged. */
const KNOWN_KINDS = (/* unused pure expression or super */ null && (['RSA', 'RSA-PSS', 'EC', 'DSA', 'DH', 'X25519', 'X448', 'Ed25519', 'Ed448']));
function whyUnreadable(format, { der, type }, cause) {
    const missing = missingBytes(der);
    if (missing > 0)
        return cutOff(format, `the last ${missing} bytes of its private key are missing`);
    const kind = type === 'pkcs8' ? kindOfPkcs8(der) : 'RSA';
    if (kind === undefined || KNOWN_KINDS.includes(kind))
        return unreadable(format, 'its private key is broken', cause);
    const hint = 'Use a certificate with an RSA or EC key.';
    return notTaken(format, `holds a private key of the kind ${kind}, which Node.js does not support`, hint);
}
// PrivateKeyInfo (RFC 5958 section 2): version, then the AlgorithmIdentifier.
function kindOfPkcs8(der) {
    try {
        const [outer] = readBer(der);
        const [, algorithm] = readBerInside(outer, TAG.sequence);
        const [oid] = readBerInside(algorithm, TAG.sequence);
        return nameAlgorithm(readOid(oid));
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=key-with-chain.js.map
;// CONCATENATED MODULE: ./build/programs/src/certificate/pfx-kdf.js
// Keys from passwords: PKCS#12's derivation (RFC 7292 App. B), PBKDF2 (RFC 8018) and scrypt (RFC 7914), within a limit of work.


/** @param password null stands for none, which PKCS#12 tells from the empty one */
function pfx_kdf_encodePassword(password) {
    return {
        bmp: password === null ? Buffer.alloc(0) : Buffer.from(`${password}\0`, 'utf16le').swap16(),
        utf8: Buffer.from(password ?? ''),
    };
}
/**
 * The limits of a file's cost, in units of about a quarter of a microsecond.
 *
 * Without a password, whoever may write to a vault decides what it costs: two seconds, or four on a slow machine. A file
 * whose password is known is the user's own.
 */
const MAX_WORK = { withoutPassword: 8_000_000, withPassword: 16_000_000 };
/** A hash started from JavaScript takes four times as long as one iteration of OpenSSL's PBKDF2. */
const WORK_PER_HASH = 4;
/**
 * The work that a file asks for, counted before it is done.
 *
 * The limit is for a whole file, since a hostile one may hold many keys. It is enough for what Firefox writes, 600,000
 * iterations for each of MAC, key and certificates, of which those of the MAC are started from JavaScript.
 */
class pfx_kdf_Work {
    #format;
    #limit;
    #spent = 0;
    constructor(format, isPasswordGiven = false) {
        this.#format = format;
        this.#limit = isPasswordGiven ? MAX_WORK.withPassword : MAX_WORK.withoutPassword;
    }
    /** @throws ActionError if there are no iterations, or all in all too many */
    spend(iterations, workOfOne) {
        if (iterations < 1)
            throw unreadable(this.#format, 'its number of iterations is zero');
        this.#spent += iterations * workOfOne;
        if (this.#spent > this.#limit)
            throw tooCostly(this.#format, this.#limit);
    }
}
const SIZES = {
    md5: { hash: 16, block: 64 },
    sha1: { hash: 20, block: 64 },
    ripemd160: { hash: 20, block: 64 },
    sm3: { hash: 32, block: 64 },
    sha224: { hash: 28, block: 64 },
    sha256: { hash: 32, block: 64 },
    sha384: { hash: 48, block: 128 },
    sha512: { hash: 64, block: 128 },
    'sha512-224': { hash: 28, block: 128 },
    'sha512-256': { hash: 32, block: 128 },
    'sha3-224': { hash: 28, block: 144 },
    'sha3-256': { hash: 32, block: 136 },
    'sha3-384': { hash: 48, block: 104 },
    'sha3-512': { hash: 64, block: 72 },
};
/** Purposes of derived bytes (RFC 7292 App. B.3). */
const pfx_kdf_PURPOSE = { key: 1, iv: 2, mac: 3 };
/** Number of bytes that a digest gives. */
function pfx_kdf_digestLength(digest) {
    return SIZES[digest].hash;
}
/** PBKDF2 (RFC 8018 section 5.2). */
function pfx_kdf_derivePbkdf2(lock, { digest, salt, iterations, length }) {
    lock.work.spend(iterations, Math.ceil(length / SIZES[digest].hash));
    return pbkdf2Sync(lock.password.utf8, salt, iterations, length, digest);
}
/** As OpenSSL allows it. */
const MAX_SCRYPT_BYTES = (/* unused pure expression or super */ null && (32 * 1024 * 1024));
/** scrypt (RFC 7914); undefined if it wants more memory than is given to it, or its numbers are not allowed. */
function pfx_kdf_deriveScrypt(lock, { n, r, p }, salt, length) {
    if (n < 2 || !Number.isInteger(Math.log2(n)) || r < 1 || p < 1 || 128 * r * (n + p) > MAX_SCRYPT_BYTES)
        return undefined;
    // Measured: 16384, 8 and 1 take as long as 260,000 iterations of PBKDF2.
    lock.work.spend(n * r * p, 2);
    const options = { N: n, r, p, maxmem: 2 * MAX_SCRYPT_BYTES };
    return scryptSync(lock.password.utf8, salt, length, options);
}
/** PKCS#12's own derivation (RFC 7292 App. B.2, whose letters these are). */
function pfx_kdf_derivePkcs12(lock, purpose, { digest, salt, iterations, length }) {
    const { hash: u, block: v } = SIZES[digest];
    const rounds = Math.ceil(length / u);
    lock.work.spend(iterations, rounds * WORK_PER_HASH);
    const diversifier = Buffer.alloc(v, purpose);
    const input = Buffer.concat([fill(salt, v), fill(lock.password.bmp, v)]);
    const derived = [];
    for (let round = 0; round < rounds; round++) {
        let a = hash(digest, Buffer.concat([diversifier, input]), 'buffer');
        for (let iteration = 1; iteration < iterations; iteration++)
            a = hash(digest, a, 'buffer');
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
;// CONCATENATED MODULE: ./build/programs/src/certificate/rc2.js
// RC2 (RFC 2268), which OpenSSL 3 and so Node no longer have, and which older PFX files hide their certificates with.
/** The first 256 digits of pi, shuffled (RFC 2268 section 2). */
const PI_TABLE = [
    'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32',
    'bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626',
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a',
    '961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731',
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e',
    'c5f3db47e5a59c770aa62068fe7fc1ad',
].join('');
const BLOCK_LENGTH = 8;
/** The four words of a block, last first, and the bits by which a mixing round turns each (RFC 2268 section 4.1). */
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
function rc2_decryptRc2Cbc(rc2Key, iv, data) {
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
// RFC 2268 section 2: 64 words of 16 bits, the low byte first.
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
// RFC 2268 section 4: the rounds of the encryption, backwards.
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
;// CONCATENATED MODULE: ./build/programs/src/certificate/pfx-cipher.js
// Decryption with a password: PBES2 (RFC 8018 section 6.2) and the schemes of PKCS#12 (RFC 7292 App. C).







/** Schemes of PKCS#12: all with SHA-1, and 8 bytes a block. */
const PKCS12_SCHEMES = new Map([
    [algorithm_names_SCHEME_OID.sha1And3Des, { name: 'des-ede3-cbc', keyLength: 24 }],
    [algorithm_names_SCHEME_OID.sha1And2KeyTripleDes, { name: 'des-ede3-cbc', keyLength: 16 }],
    [algorithm_names_SCHEME_OID.sha1And128BitRc2, { name: 'rc2-cbc', keyLength: 16 }],
    [algorithm_names_SCHEME_OID.sha1And40BitRc2, { name: 'rc2-cbc', keyLength: 5 }],
]);
const PBES2_CIPHERS = new Map([
    [CIPHER_OID.aes128, { name: 'aes-128-cbc', keyLength: 16, ivLength: 16 }],
    [CIPHER_OID.aes192, { name: 'aes-192-cbc', keyLength: 24, ivLength: 16 }],
    [CIPHER_OID.aes256, { name: 'aes-256-cbc', keyLength: 32, ivLength: 16 }],
    [CIPHER_OID.tripleDes, { name: 'des-ede3-cbc', keyLength: 24, ivLength: 8 }],
    [CIPHER_OID.camellia128, { name: 'camellia-128-cbc', keyLength: 16, ivLength: 16 }],
    [CIPHER_OID.camellia192, { name: 'camellia-192-cbc', keyLength: 24, ivLength: 16 }],
    [CIPHER_OID.camellia256, { name: 'camellia-256-cbc', keyLength: 32, ivLength: 16 }],
    [CIPHER_OID.aria128, { name: 'aria-128-cbc', keyLength: 16, ivLength: 16 }],
    [CIPHER_OID.aria192, { name: 'aria-192-cbc', keyLength: 24, ivLength: 16 }],
    [CIPHER_OID.aria256, { name: 'aria-256-cbc', keyLength: 32, ivLength: 16 }],
    [CIPHER_OID.sm4, { name: 'sm4-cbc', keyLength: 16, ivLength: 16 }],
]);
const HMAC_DIGESTS = new Map(Object.entries(HMAC_OID).map(([digest, oid]) => [oid, digest]));
/**
 * Decrypts what `algorithm` (an `AlgorithmIdentifier`) protects.
 * @returns the encoding of one SEQUENCE, which all that is encrypted in these formats is
 * @throws ActionError if the password is wrong or the algorithm not known
 */
function pfx_cipher_decrypt(algorithm, data, lock) {
    const cipher = readCipher(algorithm, lock);
    if (data.length === 0 || data.length % cipher.iv.length !== 0)
        throw cutOff(lock.format, 'its encrypted data is not a whole number of blocks');
    const plain = decryptBlocks(cipher, data);
    const padding = plain.readUInt8(plain.length - 1);
    const isPadded = padding > 0 && padding <= cipher.iv.length && plain.subarray(-padding).every((byte) => byte === padding);
    const content = plain.subarray(0, plain.length - padding);
    // A wrong key leaves right padding behind once in 256 times, but never a whole SEQUENCE as well.
    if (!isPadded || !isSequence(content))
        throw wrongPassword(lock.format);
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
    const decipher = createDecipheriv(name, key, iv).setAutoPadding(false);
    return Buffer.concat([decipher.update(data), decipher.final()]);
}
function readCipher(algorithm, lock) {
    const [oid, parameters] = readBerInside(algorithm, TAG.sequence);
    const scheme = readOid(oid);
    if (scheme === SCHEME_OID.pbes2)
        return readPbes2(parameters, lock);
    const pkcs12 = PKCS12_SCHEMES.get(scheme);
    if (pkcs12 === undefined)
        throw unsupported(lock.format, `the encryption ${nameAlgorithm(scheme)}`);
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
        throw unsupported(lock.format, `the encryption ${nameAlgorithm(cipherOid)}`);
    const iv = readOctets(ivElement);
    if (iv.length !== cipher.ivLength)
        throw unreadable(lock.format, 'an initialization vector has the wrong length');
    return { name: cipher.name, key: deriveKey(derivation, cipher.keyLength, lock), iv };
}
function deriveKey(derivation, keyLength, lock) {
    const [oid, parameters] = readBerInside(derivation, TAG.sequence);
    if (readOid(oid) !== SCHEME_OID.scrypt) {
        const { length, ...pbkdf2 } = pfx_cipher_readPbkdf2(derivation, lock.format);
        checkLength(length, keyLength, lock);
        return derivePbkdf2(lock, { ...pbkdf2, length: keyLength });
    }
    const { length, ...scrypt } = readScrypt(parameters);
    checkLength(length, keyLength, lock);
    const key = deriveScrypt(lock, scrypt, scrypt.salt, keyLength);
    if (key === undefined)
        throw unsupported(lock.format, 'scrypt with parameters that need more than 32 MiB');
    return key;
}
function checkLength(length, keyLength, lock) {
    if (length !== undefined && length !== keyLength)
        throw unreadable(lock.format, 'a key has the wrong length');
}
// RFC 7914 section 7.1.
function readScrypt(parameters) {
    const [salt, n, r, p, length] = readBerInside(parameters, TAG.sequence);
    return {
        salt: readOctets(salt),
        n: readInteger(n),
        r: readInteger(r),
        p: readInteger(p),
        length: length === undefined ? undefined : readInteger(length),
    };
}
/**
 * The parameters of PBKDF2 (RFC 8018 App. A.2), from the `AlgorithmIdentifier` of a key derivation.
 * @throws ActionError if it is another one
 */
function pfx_cipher_readPbkdf2(algorithm, format) {
    const [oid, parameters] = readBerInside(algorithm, TAG.sequence);
    const derivation = readOid(oid);
    if (derivation !== SCHEME_OID.pbkdf2)
        throw unsupported(format, `the key derivation ${nameAlgorithm(derivation)}`);
    const [salt, iterations, ...rest] = readBerInside(parameters, TAG.sequence);
    const length = rest[0]?.tag === TAG.integer ? readInteger(rest.shift()) : undefined;
    const digest = rest[0] === undefined ? 'sha1' : pfx_cipher_readHmac(rest[0], format);
    return { digest, salt: readOctets(salt), iterations: readInteger(iterations), length };
}
/**
 * The digest of an HMAC, from its `AlgorithmIdentifier`.
 * @throws ActionError if it is not known
 */
function pfx_cipher_readHmac(algorithm, format) {
    const [oid] = readBerInside(algorithm, TAG.sequence);
    const hmac = readOid(oid);
    const digest = HMAC_DIGESTS.get(hmac);
    if (digest === undefined)
        throw unsupported(format, `an HMAC with ${nameAlgorithm(hmac)}`);
    return digest;
}
//# sourceMappingURL=pfx-cipher.js.map
;// CONCATENATED MODULE: ./build/programs/src/certificate/pfx-bags.js
// The bags of a PFX: private keys and certificates, encrypted or not (RFC 7292 sections 4.1 and 4.2).





/** Bags within bags: more than any tool writes, few enough for the stack. */
const pfx_bags_MAX_DEPTH = 8;
/** @throws ActionError if it is none */
function pfx_bags_readContentInfo(element) {
    const [type, explicit] = readBerInside(element, TAG.sequence);
    const [content] = readBerInside(explicit, TAG.context0);
    return { type: readOid(type), content };
}
/**
 * The keys and certificates of an `AuthenticatedSafe`.
 * @throws ActionError if the password is wrong, or it cannot be read
 */
function pfx_bags_readSafe(authenticatedSafe, lock) {
    const privateKeys = [];
    const certificates = [];
    const [sequence] = readBer(authenticatedSafe);
    for (const element of readBerInside(sequence, TAG.sequence)) {
        const safeContents = openContents(pfx_bags_readContentInfo(element), lock);
        readBags(safeContents, { lock, privateKeys, certificates, depth: 0 });
    }
    return { privateKeys, certificates };
}
function openContents({ type, content }, lock) {
    if (type === CONTENT_OID.data)
        return readOctets(content);
    if (type !== CONTENT_OID.encryptedData) {
        const hint = 'Export it again with a password instead.';
        throw notTaken(lock.format, "is encrypted to somebody's public key", hint);
    }
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
 * The PKCS#8 key within an `EncryptedPrivateKeyInfo` (RFC 5958 section 3).
 * @throws ActionError if the password is wrong or the algorithm not known
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
;// CONCATENATED MODULE: ./build/programs/src/certificate/pfx-read.js
// A reader of PFX files (PKCS#12, RFC 7292), as vaults, Windows, OpenSSL, Java and Firefox write them.










const VERSION = 3;
/** A vault holds 25 kB, and a chain takes less; without a limit, RC2 alone could take seconds. */
const MAX_BYTES = (/* unused pure expression or super */ null && (1024 * 1024));
/**
 * Opens a PFX, which is the first element of the bytes: Windows tools fill what follows it with zeros.
 * @param password left out, the null password is tried, then the empty one: vaults use the first, OpenSSL the second
 * @throws ActionError `PFX_UNREADABLE`, `PFX_CUT_OFF`, `PFX_WRONG_PASSWORD`, `PFX_PASSWORD_NEEDED`,
 * `PFX_PASSWORD_NOT_NEEDED`, `PFX_UNSUPPORTED`, `PFX_NOT_TAKEN`, `PFX_TOO_COSTLY`, `PFX_TOO_LARGE`
 */
function pfx_read_readPfx(pfx, password) {
    if (pfx.length > MAX_BYTES)
        throw tooLarge('PFX', 'more than 1 MiB');
    const missing = missingBytes(pfx);
    if (missing > 0)
        throw cutOff('PFX', `its last ${missing === 1 ? 'byte is' : `${missing} bytes are`} missing`);
    const work = new Work('PFX', password !== undefined);
    const lockOf = (text) => ({ format: 'PFX', password: encodePassword(text), work });
    try {
        const { safe, macData } = readOuter(pfx);
        const open = (lock) => openSafe(safe, macData, lock);
        const none = [null, ''].map(lockOf);
        return password === undefined ? openWithoutPassword(none, open) : openGiven(lockOf(password), none, open);
    }
    catch (error) {
        // The readers of BER know nothing of PFX; and whatever else a hostile file causes is no bug of the action.
        const isOfPfx = error instanceof ActionError && !isNotDer(error);
        throw isOfPfx ? error : unreadable('PFX', 'its structure is broken, or it is another kind of file', error);
    }
}
function readOuter(pfx) {
    const [version, authSafe, macData] = readBerInside(readFirstBer(pfx), TAG.sequence);
    const hint = 'Export it again as PKCS #12 with a password, which every current tool does.';
    if (readInteger(version) !== VERSION)
        throw notTaken('PFX', 'has a version other than 3', hint);
    const { type, content } = readContentInfo(authSafe);
    if (type !== CONTENT_OID.data)
        throw notTaken('PFX', 'is protected by a signature instead of a password', hint);
    return { safe: readOctets(content), macData };
}
// The MAC tells whether the password is right; without one, the decryption does.
function openSafe(safe, macData, lock) {
    if (macData !== undefined && !hasMac(macData, safe, lock))
        throw wrongPassword('PFX');
    return readSafe(safe, lock);
}
function openWithoutPassword(locks, open) {
    const contents = openAny(locks, open);
    if (contents === undefined)
        throw passwordNeeded('PFX');
    return contents;
}
function openGiven(lock, none, open) {
    try {
        return open(lock);
    }
    catch (error) {
        if (isWrongPassword(error) && opensWithout(none, open))
            throw passwordNotNeeded('PFX');
        throw error;
    }
}
// A file that is too costly to be tried again is refused for its password all the same.
function opensWithout(none, open) {
    try {
        return openAny(none, open) !== undefined;
    }
    catch {
        return false;
    }
}
function openAny(locks, open) {
    for (const lock of locks) {
        try {
            return open(lock);
        }
        catch (error) {
            if (!isWrongPassword(error))
                throw error;
        }
    }
    return undefined;
}
/**
 * The private key of a PFX with its certificate and issuers.
 * @param wanted the certificate that is meant, DER; left out, the leaf is chosen as `findKeyWithChain` does
 * @throws ActionError `PFX_NO_KEY`, `PFX_NO_CERTIFICATE`, `PFX_MISMATCH`, `PFX_NOT_TAKEN`, `PFX_TOO_LARGE`
 */
function pfx_read_selectKeyWithChain(contents, wanted) {
    const keys = contents.privateKeys.map(({ pkcs8 }) => ({ der: pkcs8, type: 'pkcs8' }));
    const certificates = contents.certificates.map(({ der }) => der);
    return findKeyWithChain('PFX', { ...parsePrivateKeys('PFX', keys), certificates, wanted });
}
const DIGESTS = new Map(Object.entries(DIGEST_OID).map(([digest, oid]) => [oid, digest]));
/** A shorter key would let anyone forge the MAC (RFC 9579 section 6); a longer one is of no use. */
const PBMAC1_KEY_LENGTHS = { least: 20, most: 64 };
/**
 * Whether the MAC is that of `content` under the lock's password.
 * @param macData the element `MacData`
 * @throws ActionError if it cannot be read or its algorithm is not known
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
    const mac = createHmac(digest, key).update(content).digest();
    return mac.length === expected.length && timingSafeEqual(mac, expected);
}
function readPkcs12Key(oid, salt, iterations, lock) {
    const digest = DIGESTS.get(oid);
    if (digest === undefined)
        throw unsupported(lock.format, `the digest ${nameAlgorithm(oid)} in its MAC`);
    const length = digestLength(digest);
    // RFC 7292 section 4: left out, it is 1.
    const count = iterations === undefined ? 1 : readInteger(iterations);
    return { digest, key: derivePkcs12(lock, PURPOSE.mac, { digest, salt, iterations: count, length }) };
}
// RFC 9579 section 4: salt and iterations of MacData are not used, and the key's length must be given.
function readPbmac1Key(parameters, lock) {
    const [derivation, scheme] = readBerInside(parameters, TAG.sequence);
    const { length = 0, ...pbkdf2 } = readPbkdf2(derivation, lock.format);
    if (length < PBMAC1_KEY_LENGTHS.least || length > PBMAC1_KEY_LENGTHS.most)
        throw unreadable(lock.format, 'the key length of its MAC is missing or wrong');
    return { digest: readHmac(scheme, lock.format), key: derivePbkdf2(lock, { ...pbkdf2, length }) };
}
//# sourceMappingURL=pfx-read.js.map
;// CONCATENATED MODULE: ./build/programs/src/secret-text.js
// A string that must not be seen: it prints, serializes and inspects as a placeholder, and gives its text on request only.
const PLACEHOLDER = '[secret]';
/** Text that no log, error or JSON may show. Only the files that a house test lists may call {@link SecretText.reveal}. */
class SecretText {
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
    /** Returns what `util.inspect`, and so `console.log`, shows. */
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return PLACEHOLDER;
    }
}
/** Bytes that no log, error or JSON may show; as {@link SecretText}. */
class secret_text_SecretBytes {
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
    /** Returns what `util.inspect`, and so `console.log`, shows. */
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return PLACEHOLDER;
    }
}
//# sourceMappingURL=secret-text.js.map
;// CONCATENATED MODULE: ./build/programs/src/store/store-options.js

/** Says that a certificate was in the store before, and so is none of this action's. */
function store_options_logKept({ log }, thumbprint) {
    log.info(`The user's certificate store has ${thumbprint} already: this action neither changes nor removes that entry.`);
}
/** The error for a certificate that is in the store and of no use there. */
function store_options_withoutKeyError(thumbprint) {
    return store_options_storeError(thumbprint, {
        code: 'STORE_ENTRY_WITHOUT_KEY',
        problem: "the user's certificate store has this certificate without its private key, and this action does not change an entry that was there before.",
        hint: 'Remove it from there, or write | file.',
    });
}
/** The error for a certificate that cannot be put into the store. */
function store_options_storeError(thumbprint, parts) {
    return new ActionError({ ...parts, title: 'Certificate not imported', subject: `thumbprint ${thumbprint}` });
}
//# sourceMappingURL=store-options.js.map
;// CONCATENATED MODULE: ./build/programs/src/store/file-store.js
// The certificate store of .NET on Linux, a folder of PFX files: entries put into it for the rest of the job, whose they
// are, and what they hold.







/** State for the post step: the store's folder, and the topmost of its folders that the step has made. */
const FILE_STORE_STATE = { folder: 'store-folder', made: 'store-made' };
/** Says what will be written, and what the post step has to know of it. */
function file_store_prepareFileStore(folder, { entries, folder: privateFolder }, ports) {
    const owner = ports.privateFolders.pathOf(privateFolder, '');
    const [made] = storeFolders(folder)
        .filter((one) => !ports.userFiles.exists(one))
        .reverse();
    const state = { [FILE_STORE_STATE.folder]: folder, ...(made !== undefined && { [FILE_STORE_STATE.made]: made }) };
    let wanted = [];
    const part = {
        target: folder,
        begin: () => {
            wanted = checkEach(entries, (entry) => (isWanted(folder, entry.thumbprint, ports) ? [entry] : [])).flat();
            return () => emptyFileStore({ folder, made, owner }, ports);
        },
        write: () => {
            // Removes what killed jobs left: their folders go before the next job of their runner, at the latest.
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
function emptyFileStore({ folder, made, owner }, files) {
    clearEntries(folder, (other) => other === owner, files);
    const folders = store_site_storeFolders(folder);
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
/** .NET gives a certificate that finds its name taken one of these in its place. */
const SLOTS = (/* unused pure expression or super */ null && (['', '.1', '.2', '.3', '.4', '.5', '.6', '.7', '.8', '.9']));
/** Stands beside an entry that this action has made, and says for whom. .NET reads `*.pfx` alone. */
const MARK = '.azure-key-vault-action';
const ENTRY_NAME = /^[0-9A-F]{40}(?:\.[1-9])?\.pfx$/;
const file_store_MAX_BYTES = 1024 * 1024;
/** Writes an entry under the first name of the certificate that is free. False if none is. */
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
        const [owner = '', digest] = machine.readFile(`${folder}/${name}`, file_store_MAX_BYTES).toString().split('\n');
        // No entry is written before its mark has a digest: of one that has none there is nothing else to remove.
        if (digest !== undefined && !isGone(owner))
            continue;
        const path = `${folder}/${entry}`;
        if (digest !== undefined && userFiles.exists(path)) {
            const bytes = machine.readFile(path, file_store_MAX_BYTES);
            if (file_store_isCutOff(bytes) || digestOf(bytes) === digest)
                userFiles.remove(path);
        }
        userFiles.remove(`${folder}/${name}`);
    }
}
// Less than its own length says, as writeFile leaves it if the step is killed (DER, X.690 section 8.1.3).
function file_store_isCutOff(bytes) {
    const [tag = SEQUENCE, first = LONG_LENGTH + 1] = bytes;
    const count = first - LONG_LENGTH;
    if (tag !== SEQUENCE || count < 1 || count > 4)
        return false;
    return bytes.length < 2 + count || bytes.length < 2 + count + bytes.readUIntBE(2, count);
}
/** Beginning of a PFX: its tag, and what its second byte is, plus the number of bytes that hold its length. */
const SEQUENCE = 0x30;
const LONG_LENGTH = 0x80;
/** Says how somebody's own entry holds this certificate: with its private key, without it, or not at all. */
function findOwnEntry(folder, thumbprint, { userFiles, machine }) {
    const names = userFiles.list(folder);
    const own = names.filter((name) => name.startsWith(thumbprint) && name.endsWith('.pfx') && !names.includes(name + MARK));
    const found = own.map((name) => judgeEntry(() => machine.readFile(`${folder}/${name}`, file_store_MAX_BYTES), thumbprint));
    if (found.includes('whole'))
        return 'whole';
    return found.includes('without key') ? 'without key' : 'none';
}
// .NET skips an entry that it cannot open.
function judgeEntry(read, thumbprint) {
    try {
        const contents = readPfx(read());
        const certificate = contents.certificates.find(({ der }) => thumbprintOf(der) === thumbprint);
        if (certificate === undefined)
            return 'none';
        selectKeyWithChain(contents, certificate.der);
        return 'whole';
    }
    catch (error) {
        return isIncomplete(error) ? 'without key' : 'none';
    }
}
function thumbprintOf(der) {
    return createHash('sha1').update(der).digest('hex').toUpperCase();
}
function digestOf(bytes) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(bytes).digest('hex');
}
//# sourceMappingURL=file-store.js.map
;// CONCATENATED MODULE: ./build/programs/src/store/windows-store-scripts.js
// Scripts for Windows PowerShell that change the user's store. The scripts are constants: values come by variables of the
// child, since every user of the machine can see a command line.
/*
 * A certificate that jobs share has one entry in the store, and one owner's mark for each of them: a value below
 * HKEY_CURRENT_USER, which is where the store itself is kept, called as the job's private folder. A mark whose folder is
 * gone is of a job that was killed. An entry counts as this action's only with a mark and with the name below: somebody's
 * own entry that took the place of one that was removed has another name.
 */
// One at a time for all jobs of this user, in whatever session they run. A holder that was killed leaves it free.
const ALONE = [
    '$user = [Security.Principal.WindowsIdentity]::GetCurrent().User.Value;',
    "$mutex = New-Object System.Threading.Mutex($false, ('Global\\azure-key-vault-action-' + $user));",
    "try { if (-not $mutex.WaitOne(30000)) { throw 'busy' } } catch [System.Threading.AbandonedMutexException] { }",
    'try {',
];
const END_ALONE = ['} finally { $mutex.ReleaseMutex() }'];
// Gives $path, $key with the marks, $entry, and whether the entry is this action's.
const OPEN = [
    "$path = 'Cert:\\CurrentUser\\My\\' + $thumbprint;",
    "$name = 'Software\\azure-key-vault-action\\' + $thumbprint;",
    '$key = [Microsoft.Win32.Registry]::CurrentUser.CreateSubKey($name);',
    '$entry = $null; if (Test-Path -LiteralPath $path) { $entry = Get-Item -LiteralPath $path }',
    "$ours = $entry -and ($key.ValueCount -gt 0) -and $entry.HasPrivateKey -and ($entry.FriendlyName -eq 'azure-key-vault-action');",
];
// Marks of killed jobs go, and with the last mark the entry goes.
const RELEASE = [
    'foreach ($owner in $key.GetValueNames()) { if (-not (Test-Path -LiteralPath $owner)) { $key.DeleteValue($owner) } }',
    'if ($ours -and ($key.ValueCount -eq 0)) { Remove-Item -Path $path -DeleteKey }',
];
// A key without a mark is of no use.
const CLOSE = [
    '$left = $key.ValueCount; $key.Close();',
    'if ($left -eq 0) { [Microsoft.Win32.Registry]::CurrentUser.DeleteSubKey($name, $false) }',
];
const SAY_OWN = "if ($entry.HasPrivateKey) { $thumbprint + ' whole' } else { $thumbprint + ' without key' }";
/** Says of each of `STORE_THUMBPRINTS`: `none`, `shared`, or, of somebody's own, `whole` or `without key`. */
const windows_store_scripts_LOOK = [
    ...ALONE,
    "foreach ($thumbprint in $env:STORE_THUMBPRINTS.Split(' ')) {",
    ...OPEN,
    "if (-not $entry) { $thumbprint + ' none' }",
    `elseif ($ours) { $thumbprint + ' shared' } else { ${SAY_OWN} }`,
    ...CLOSE,
    '}',
    ...END_ALONE,
].join(' ');
/** Marks the entry of `STORE_THUMBPRINT` for `STORE_OWNER`, after an import if there is none; says what it was. */
const windows_store_scripts_ADD = [
    ...ALONE,
    // Removes what killed jobs left, for every certificate.
    "$all = [Microsoft.Win32.Registry]::CurrentUser.CreateSubKey('Software\\azure-key-vault-action');",
    "foreach ($thumbprint in $all.GetSubKeyNames()) { if ($thumbprint -match '^[0-9A-F]{40}$') {",
    ...OPEN,
    ...RELEASE,
    ...CLOSE,
    '} }',
    '$thumbprint = $env:STORE_THUMBPRINT;',
    ...OPEN,
    `if ($entry -and -not $ours) { ${SAY_OWN} } else {`,
    // The mark goes first: an import that is killed leaves no entry without one.
    "$key.SetValue($env:STORE_OWNER, '');",
    "if ($ours) { $thumbprint + ' shared' } else {",
    '$password = ConvertTo-SecureString -String $env:STORE_PFX_PASSWORD -AsPlainText -Force;',
    "$null = Import-PfxCertificate -FilePath $env:STORE_PFX_PATH -Password $password -CertStoreLocation 'Cert:\\CurrentUser\\My';",
    "(Get-Item -LiteralPath $path).FriendlyName = 'azure-key-vault-action';",
    "$thumbprint + ' none' } }",
    ...CLOSE,
    ...END_ALONE,
].join(' ');
/** Takes the marks of `STORE_OWNER` from `STORE_THUMBPRINTS`, and removes each entry that has lost its last one. */
const REMOVE = [
    ...ALONE,
    "foreach ($thumbprint in $env:STORE_THUMBPRINTS.Split(' ')) {",
    ...OPEN,
    // Without its own mark, this step has put nothing there.
    'if ($key.GetValueNames() -contains $env:STORE_OWNER) { $key.DeleteValue($env:STORE_OWNER);',
    ...RELEASE,
    '}',
    ...CLOSE,
    '}',
    ...END_ALONE,
].join(' ');
//# sourceMappingURL=windows-store-scripts.js.map
;// CONCATENATED MODULE: ./build/programs/src/store/windows-store.js
// The certificate store of Windows: entries imported by Windows PowerShell for the rest of the job.



/** State for the post step: the thumbprints, with a space between two. */
const WINDOWS_STORE_STATE = 'store-thumbprints';
/** Windows PowerShell needs seconds to start where many programs start at once. */
const TIMEOUT_MS = 60_000;
/**
 * Looks what the store has, and says what will be imported and what the post step has to know of it.
 * @throws ActionErrors if that cannot be seen, and if the store has a certificate without its private key
 */
async function windows_store_prepareWindowsStore(site, { entries, folder }, ports) {
    const found = await lookForEntries(site, entries, ports.machine);
    const wanted = checkEach(entries, (entry) => (windows_store_isWanted(found, entry.thumbprint, ports) ? [entry] : [])).flat();
    if (wanted.length === 0)
        return { state: [], parts: [] };
    const thumbprints = wanted.map(({ thumbprint }) => thumbprint);
    const filled = { thumbprints, owner: ports.privateFolders.pathOf(folder, '') };
    const write = async () => {
        for (const entry of wanted)
            await windows_store_addEntry(site, { entry, folder, owner: filled.owner }, ports);
    };
    return {
        state: [{ name: WINDOWS_STORE_STATE, value: thumbprints.join(' ') }],
        parts: [{ target: 'CurrentUser\\My', begin: () => () => emptyWindowsStore(site, filled, ports), write }],
    };
}
/**
 * Takes the owner's marks from these certificates. Those that have lost their last mark are removed with their private
 * keys; those that never had this owner's stay.
 * @throws if that could not be done
 */
async function emptyWindowsStore(site, { thumbprints, owner }, { machine }) {
    const variables = { STORE_THUMBPRINTS: thumbprints.join(' '), STORE_OWNER: owner };
    const result = await run(site, REMOVE, variables, machine);
    if (result?.exitCode !== 0)
        throw new Error('not removed');
}
async function lookForEntries(site, entries, machine) {
    const thumbprints = entries.map(({ thumbprint }) => thumbprint);
    const result = await run(site, LOOK, { STORE_THUMBPRINTS: thumbprints.join(' ') }, machine);
    const found = readFound(result);
    checkEach(thumbprints, (thumbprint) => {
        if (result?.exitCode !== 0 || !found.has(thumbprint))
            throw programError(thumbprint, 'look into', result);
    });
    return found;
}
function readFound(result) {
    const lines = (result?.stdout ?? '').matchAll(/^([0-9A-F]{40}) (none|shared|whole|without key)\r?$/gm);
    return new Map(Array.from(lines, ([, thumbprint = '', what = '']) => [thumbprint, what]));
}
function windows_store_isWanted(found, thumbprint, ports) {
    const what = found.get(thumbprint);
    if (what === 'without key')
        throw withoutKeyError(thumbprint);
    if (what === 'whole')
        logKept(ports, thumbprint);
    return what !== 'whole';
}
// The file goes with the folder: nobody else may read it there, and nobody is told its password.
async function windows_store_addEntry(site, { entry, folder, owner }, ports) {
    const { machine, privateFolders } = ports;
    const { thumbprint, pfx, password } = entry;
    const file = `store.${thumbprint}.pfx`;
    privateFolders.write(folder, file, pfx);
    const variables = {
        STORE_THUMBPRINT: thumbprint,
        STORE_OWNER: owner,
        STORE_PFX_PATH: privateFolders.pathOf(folder, file),
        STORE_PFX_PASSWORD: password.reveal(),
    };
    const result = await run(site, ADD, variables, machine);
    const found = readFound(result);
    if (result?.exitCode !== 0 || !found.has(thumbprint))
        throw programError(thumbprint, 'import it into', result);
    // Somebody may have put it there since it was looked for.
    windows_store_isWanted(found, thumbprint, ports);
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
    // The program's text may be in any language, and may quote anything: only Windows' own code is shown.
    const [code] = /\b0x[0-9a-f]{8}\b/i.exec(result?.stderr ?? '') ?? [];
    const details = [`exit code ${result?.exitCode ?? 'none'}`, ...(code === undefined ? [] : [code])].join(', ');
    return storeError(thumbprint, {
        code: 'STORE_PROGRAM_FAILED',
        problem: `Windows PowerShell could not ${what} CurrentUser\\My (${details}).`,
        hint: 'Run the runner as a user with a profile and allow Windows PowerShell, or write | file.',
    });
}
//# sourceMappingURL=windows-store.js.map
;// CONCATENATED MODULE: ./build/programs/src/store/user-store.js




/**
 * Looks at the store. Nothing is written yet.
 * @throws ActionErrors if it cannot be filled
 */
async function prepareStore(options, ports) {
    const { site } = options;
    switch (site.kind) {
        case 'files':
            return prepareFileStore(site.folder, options, ports);
        case 'windows':
            return prepareWindowsStore(site, options, ports);
        default:
            throw site;
    }
}
/**
 * Removes what the step has put there, as its state tells. False if that was nothing.
 * @throws if it could not be removed, or the state is not this action's
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
    if (!isStoreFolder(folder))
        throw notOurs();
    emptyFileStore({ folder, made: ports.savedState(FILE_STORE_STATE.made), owner: ownerOf(ports) }, ports);
}
// The state may be forged: only what bears the mark of the step's own folder is removed.
function ownerOf({ savedState, privateFolders }) {
    const folder = savedState(FOLDER_STATE) ?? '';
    if (!isFolderName(folder))
        throw notOurs();
    return privateFolders.pathOf(folder, '');
}
async function emptyWindows(thumbprints, ports) {
    const site = findStoreSite(ports.machine.platform, ports.variable);
    if (site.kind !== 'windows' || !/^[0-9A-F]{40}(?: [0-9A-F]{40})*$/.test(thumbprints))
        throw notOurs();
    await emptyWindowsStore(site, { thumbprints: thumbprints.split(' '), owner: ownerOf(ports) }, ports);
}
function notOurs() {
    return new Error('not the state of this action');
}
//# sourceMappingURL=user-store.js.map
;// CONCATENATED MODULE: ./build/programs/src/flow/clean-up.js
// The post step: removes what the step left for the rest of the job. It never fails: the job's own work is done by then.
// By itself, since its program acts as soon as it is imported.


/** Removes files and certificates, if the step has left any. What cannot be removed is a warning. */
async function cleanUp(ports) {
    await removeCertificates(ports);
    removeFolder(ports);
}
async function removeCertificates(ports) {
    try {
        const isDone = await emptyStore(ports);
        if (isDone)
            ports.log.info("Removed the step's certificates from the user's certificate store.");
    }
    catch {
        ports.log.annotate('warning', {
            title: 'Certificates are left',
            text: "The certificates that the step put into the user's certificate store, CurrentUser\\My, could not be removed. The next step with | store on this machine removes them.",
        });
    }
}
function removeFolder({ savedState, privateFolders, log }) {
    const folder = savedState(FOLDER_STATE);
    if (folder === undefined)
        return;
    try {
        if (!isFolderName(folder))
            throw new Error('no folder of this action');
        privateFolders.remove(folder);
        log.info('Removed the files that the step wrote.');
    }
    catch {
        log.annotate('warning', {
            title: 'Files are left',
            text: 'The files that the step wrote below RUNNER_TEMP could not be removed. A runner empties that folder before its next job.',
        });
    }
}
//# sourceMappingURL=clean-up.js.map
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = require("node:child_process");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: ./build/programs/src/ports.js
/** Code of the error for a file that is over the limit; Node's own for it. */
const FILE_TOO_LARGE = 'ERR_FS_FILE_TOO_LARGE';
//# sourceMappingURL=ports.js.map
;// CONCATENATED MODULE: ./build/programs/src/entry/real-machine.js
// The machine that the step runs on: its programs, its files, and files that only this user may read, in the runner's
// temporary folder and beyond the runner's folders.





/** More than any token; what is over it ends the program. */
const MAX_OUTPUT_BYTES = 1024 * 1024;
/** Folder in which programs are started: Windows looks for them there first, and a workspace may hold anybody's. */
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
                throw Object.assign(new Error('the file is too large'), { code: FILE_TOO_LARGE });
            return buffer.subarray(0, length);
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(file);
        }
    },
    exists: (path) => (0,external_node_fs_namespaceObject.existsSync)(path),
    runProgram: async ({ file, args, variables = {}, withheld = [], timeoutMs }) => {
        const env = childEnvironment(process.env, { variables, withheld }, process.platform);
        const options = { env, cwd: SAFE_FOLDER, timeout: timeoutMs, maxBuffer: MAX_OUTPUT_BYTES, windowsHide: true };
        return new Promise((done) => {
            (0,external_node_child_process_namespaceObject.execFile)(file, [...args], options, (error, stdout, stderr) => {
                if (error === null)
                    done({ exitCode: 0, stdout, stderr });
                else if (error.code === 'ENOENT')
                    done(undefined);
                else
                    done({ exitCode: typeof error.code === 'number' ? error.code : undefined, stdout, stderr });
            });
        });
    },
};
/** Variables of the runner and its actions: inputs, tokens, what was saved for a post step. */
const FAMILIES = /^(?:INPUT|ACTIONS|STATE)_/;
/** Other secret variables, which no program that is started reads; and the file to which Python writes the keys of TLS. */
const SECRETS = new Set([
    'AZURE_CLIENT_SECRET',
    'AZURE_CLIENT_CERTIFICATE_PASSWORD',
    'GITHUB_TOKEN',
    'GH_TOKEN',
    'NODE_AUTH_TOKEN',
    'SSLKEYLOGFILE',
]);
/**
 * Returns the step's own variables, less its secrets and what is withheld, in whatever case, and those that are added for
 * the program. Windows takes names that differ in case for one, and a program gets the first of them: there those that are
 * replaced must go.
 */
function childEnvironment(own, { variables: added, withheld }, platform) {
    const replaced = new Set(platform === 'win32' ? Object.keys(added).map((name) => name.toUpperCase()) : []);
    const hidden = new Set([...SECRETS, ...withheld.map((name) => name.toUpperCase())]);
    const kept = Object.entries(own).filter(([name]) => {
        const upper = name.toUpperCase();
        return !FAMILIES.test(upper) && !hidden.has(upper) && !replaced.has(upper);
    });
    return { ...Object.fromEntries(kept), ...added };
}
/** Windows gives no rights by these: there the rights of the folder above hold. */
const OWN_FOLDER = 0o700;
const OWN_FILE = 0o600;
/** The real folders, below `RUNNER_TEMP` as it is when each is called for. */
const privateFolders = {
    problem: () => {
        if (!process.env['RUNNER_TEMP'])
            return 'RUNNER_TEMP is not set.';
        return isWritableFolder(temporaryFolder())
            ? undefined
            : 'RUNNER_TEMP does not name a folder that can be written to.';
    },
    pathOf: (folder, file) => (0,external_node_path_namespaceObject.join)(pathOf(folder), file),
    // Neither call makes do with what is there already, and so neither follows a link that somebody has laid.
    make: (folder) => (0,external_node_fs_namespaceObject.mkdirSync)(pathOf(folder), { mode: OWN_FOLDER }),
    write: (folder, file, content) => {
        const opened = (0,external_node_fs_namespaceObject.openSync)((0,external_node_path_namespaceObject.join)(pathOf(folder), file), 'wx', OWN_FILE);
        try {
            for (const part of content instanceof secret_text_SecretBytes ? [content.reveal()] : content)
                (0,external_node_fs_namespaceObject.writeFileSync)(opened, part);
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(opened);
        }
    },
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
/** The real files. */
const userFiles = {
    list: (folder) => unless('ENOENT', () => (0,external_node_fs_namespaceObject.readdirSync)(folder)) ?? [],
    exists: (path) => (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false }) !== undefined,
    makeFolder: (path) => {
        (0,external_node_fs_namespaceObject.mkdirSync)(path, { recursive: true, mode: OWN_FOLDER });
    },
    create: (path, bytes) => {
        const file = unless('EEXIST', () => (0,external_node_fs_namespaceObject.openSync)(path, 'wx', OWN_FILE));
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
//# sourceMappingURL=real-machine.js.map
;// CONCATENATED MODULE: ./build/programs/src/entry/clean-up.js
// The program of the root action's post step. It does without the toolkit, which would load all of http.


// Nobody may be there to read: what was left is removed all the same.
process.stdout.on('error', () => undefined);
// A job that is cancelled by now wants an end, and gets it in a moment, but no secrets left: what takes too long, a runner
// ends by force.
for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => undefined);
function print(line) {
    process.stdout.write(`${line}\n`);
}
cleanUp({
    savedState: (name) => process.env[`STATE_${name}`] || undefined,
    variable: (name) => process.env[name] || undefined,
    privateFolders: privateFolders,
    userFiles: userFiles,
    machine: realMachine,
    // Nothing of what is printed needs escaping: the texts are the action's own.
    log: { info: print, annotate: (level, { title, text }) => print(`::${level} title=${title}::${text}`) },
}).catch(() => print('::warning::Cleaning up ended early.'));
//# sourceMappingURL=clean-up.js.map
module.exports = __webpack_exports__;
/******/ })()
;