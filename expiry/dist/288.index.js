"use strict";
exports.id = 288;
exports.ids = [288];
exports.modules = {

/***/ 6288:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeClientCertificate: () => (/* binding */ makeClientCertificate)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/programs/src/certificate/algorithm-names.js
var algorithm_names = __webpack_require__(4516);
// EXTERNAL MODULE: ./build/programs/src/certificate/key-with-chain.js
var key_with_chain = __webpack_require__(52);
;// CONCATENATED MODULE: ./build/programs/src/certificate/pem.js
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
// EXTERNAL MODULE: ./build/programs/src/errors.js + 1 modules
var errors = __webpack_require__(5261);
// EXTERNAL MODULE: ./build/programs/src/certificate/ber.js
var ber = __webpack_require__(4857);
// EXTERNAL MODULE: ./build/programs/src/certificate/der.js
var certificate_der = __webpack_require__(4847);
// EXTERNAL MODULE: ./build/programs/src/certificate/pfx-bags.js
var pfx_bags = __webpack_require__(7768);
// EXTERNAL MODULE: ./build/programs/src/certificate/pfx-error.js
var pfx_error = __webpack_require__(9389);
// EXTERNAL MODULE: ./build/programs/src/certificate/pfx-kdf.js
var pfx_kdf = __webpack_require__(8252);
;// CONCATENATED MODULE: ./build/programs/src/certificate/pem-key.js
// Private keys of a PEM text: plain, encrypted as PKCS#8, encrypted in the old way, and blocks that hold no such key.









const ENCRYPTED_LABEL = 'ENCRYPTED PRIVATE KEY';
const KEY_TYPES = new Map([
    ['PRIVATE KEY', 'pkcs8'],
    ['RSA PRIVATE KEY', 'pkcs1'],
    ['EC PRIVATE KEY', 'sec1'],
]);
/** Whether a block of this label holds a private key of a kind that is taken. */
function isKeyLabel(label) {
    return label === ENCRYPTED_LABEL || KEY_TYPES.has(label);
}
/**
 * Opens a block whose label is one of a private key.
 * @throws ActionError that says why the key cannot be used
 */
function openKeyBlock(block, opening) {
    const { label, der, encryption } = block;
    if (block.isCutOff)
        throw (0,pfx_error/* cutOff */.qG)('PEM', `the END line of its ${label} is missing`);
    if (encryption !== undefined)
        return openOldKey(block, encryption, opening.password);
    const type = KEY_TYPES.get(label);
    try {
        return (0,key_with_chain/* parsePrivateKey */.QW)('PEM', type === undefined ? { der: decryptBlock(der, opening), type: 'pkcs8' } : { der, type });
    }
    catch (error) {
        // Without them the rest looks as if its end were missing.
        if ((0,pfx_error/* isCutOff */.o7)(error) && FOREIGN.test(block.text))
            throw (0,pfx_error/* unreadable */.O$)('PEM', `the base64 text of its ${label} has characters that base64 does not have`, error);
        throw error;
    }
}
// Characters that are neither base64 nor left of the armor, or of the quotes and escapes around PEM in other files.
const FOREIGN = /[^A-Za-z0-9+/=\s\\"',-]/;
function decryptBlock(der, { password, work }) {
    if ((0,certificate_der/* missingBytes */.UK)(der) > 0)
        throw (0,pfx_error/* cutOff */.qG)('PEM', `the end of its ${ENCRYPTED_LABEL} is missing`);
    if (password === undefined)
        throw (0,pfx_error/* passwordNeeded */.np)('PEM');
    try {
        const lock = { format: 'PEM', password: (0,pfx_kdf/* encodePassword */.sS)(password.reveal()), work };
        return (0,pfx_bags/* decryptKey */.Vw)((0,ber/* readFirstBer */.wy)(der), lock);
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ && !(0,pfx_error/* isNotDer */.xO)(error))
            throw error;
        throw (0,pfx_error/* unreadable */.O$)('PEM', 'its encrypted private key is broken', error);
    }
}
// Node reads it if the cipher is one of OpenSSL's default provider; its errors do not tell a missing cipher from a wrong
// password, so the cipher and the form of the data are looked at first.
function openOldKey({ label, der }, { cipher, iv }, password) {
    const info = (0,external_node_crypto_.getCipherInfo)(cipher);
    if (info === undefined || !isAvailable(cipher, info))
        throw (0,pfx_error/* unsupported */.qO)('PEM', `the encryption ${describeCipher(cipher)}`);
    const { ivLength = 0, blockSize = 1 } = info;
    if (iv.length !== 2 * ivLength)
        throw (0,pfx_error/* unreadable */.O$)('PEM', 'the DEK-Info line of its private key is broken');
    if (der.length === 0 || der.length % blockSize !== 0)
        throw (0,pfx_error/* cutOff */.qG)('PEM', `the base64 text of its ${label} is incomplete`);
    if (password === undefined)
        throw (0,pfx_error/* passwordNeeded */.np)('PEM');
    const [first = '', ...rest] = toPem(label, der).split('\n');
    const key = [first, 'Proc-Type: 4,ENCRYPTED', `DEK-Info: ${cipher},${iv}`, '', ...rest].join('\n');
    try {
        return (0,external_node_crypto_.createPrivateKey)({ key, format: 'pem', passphrase: password.reveal() });
    }
    catch (cause) {
        throw (0,pfx_error/* wrongPassword */.lr)('PEM', cause);
    }
}
// `getCipherInfo` knows ciphers that only OpenSSL's legacy provider has, too.
function isAvailable(cipher, { keyLength, ivLength = 0 }) {
    try {
        (0,external_node_crypto_.createDecipheriv)(cipher, Buffer.alloc(keyLength), Buffer.alloc(ivLength));
        return true;
    }
    catch {
        return false;
    }
}
// RFC 1421 calls Triple DES so, and people read the first three letters alone.
function describeCipher(cipher) {
    return cipher === 'DES-CBC' ? 'DES (DES-CBC)' : cipher;
}
const REQUEST_HINT = 'Use the certificate that the authority issued for this request, with its private key.';
const PUBLIC_HINT = 'Use the private key with its certificate: a public key cannot sign.';
const OTHER_BLOCKS = [
    {
        label: 'OPENSSH PRIVATE KEY',
        hint: 'Convert a copy of it, "ssh-keygen -p -m PKCS8 -f COPY", and add the certificate of that key.',
    },
    { label: 'DSA PRIVATE KEY', hint: 'Use a certificate with an RSA or EC key: DSA is not supported.' },
    { label: 'PUBLIC KEY', hint: PUBLIC_HINT },
    { label: 'RSA PUBLIC KEY', hint: PUBLIC_HINT },
    { label: 'CERTIFICATE REQUEST', hint: REQUEST_HINT },
    { label: 'NEW CERTIFICATE REQUEST', hint: REQUEST_HINT },
    {
        label: 'PKCS7',
        hint: 'Take its certificates out, "openssl pkcs7 -print_certs -in OLD.p7b", and add the private key.',
    },
    {
        label: 'CMS',
        hint: 'Take its certificates out, "openssl pkcs7 -print_certs -in OLD.p7b", and add the private key.',
    },
    {
        label: 'PGP PRIVATE KEY BLOCK',
        hint: 'Use an X.509 certificate with its private key: PGP keys are of another kind.',
    },
];
/** Returns the first block that people take for a private key or a certificate; undefined if there is none. */
function findOtherBlock(blocks) {
    for (const { label } of blocks) {
        const known = OTHER_BLOCKS.find((other) => other.label === label);
        if (known !== undefined)
            return known;
        const hint = 'Convert it to PKCS #8: "openssl pkcs8 -topk8 -nocrypt -in OLD.pem -out NEW.pem".';
        if (label.endsWith('PRIVATE KEY') && !isKeyLabel(label))
            return { label, hint };
    }
    return undefined;
}
//# sourceMappingURL=pem-key.js.map
// EXTERNAL MODULE: ./build/programs/src/certificate/pfx-read.js
var pfx_read = __webpack_require__(2103);
;// CONCATENATED MODULE: ./build/programs/src/certificate/source.js
// Sources of a private key with its certificate: PEM or PFX, in whatever wrapping people keep and copy it.





/** Base64 of base64 is all that people make by accident. */
const MAX_WRAPPINGS = 2;
/** Far below any key with its certificate. */
const MIN_WRAPPED_LENGTH = 100;
/**
 * Recognizes PEM, a PFX between PEM armor, a PFX, and base64 of each.
 * @param given text, or a file's content
 * @throws ActionError that says what was found instead: `CLIENT_CERTIFICATE_...`
 */
function recognizeSource(given) {
    return recognize(typeof given === 'string' ? given : (decodeText(given) ?? given), MAX_WRAPPINGS);
}
/**
 * Returns a file's text, in UTF-8 or in the UTF-16 that Windows PowerShell writes, with or without its mark; undefined if
 * it is binary, as a PFX is.
 */
function decodeText(bytes) {
    const [first, second] = bytes;
    if (isLongSequence(bytes) || isJks(bytes))
        return undefined;
    if (first === 0xff && second === 0xfe)
        return bytes.subarray(2).toString('utf16le');
    if (first === 0xfe && second === 0xff)
        return decodeBigEndian(bytes.subarray(2));
    if (second === 0)
        return bytes.toString('utf16le');
    return first === 0 ? decodeBigEndian(bytes) : bytes.toString('utf8');
}
// The last of an odd number of bytes is not a character.
function decodeBigEndian(bytes) {
    return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
        .swap16()
        .toString('utf16le');
}
function isJks(bytes) {
    return bytes.subarray(0, JKS.length).equals(JKS);
}
// DER and BER of more than 127 bytes, or of indefinite length: the second byte is never a part of text.
function isLongSequence(bytes) {
    return bytes[0] === certificate_der/* TAG */.Dk.sequence && (bytes[1] ?? 0) >= 0x80;
}
function recognize(given, wrappings) {
    if (typeof given !== 'string')
        return recognizeDer(given);
    if (isPem(given))
        return recognizePem(given);
    const base64 = toBase64(given);
    checkBase64(base64, given);
    const bytes = Buffer.from(base64, 'base64');
    const text = decodeText(bytes);
    if (text === undefined)
        return recognizeDer(bytes);
    if (isPem(text))
        return recognizePem(text);
    if (wrappings > 0 && text.length >= MIN_WRAPPED_LENGTH && looksLikeBase64(text))
        return recognize(text, wrappings - 1);
    throw notUsable('UNREADABLE', 'base64 of something that is neither a PFX nor PEM', NEEDED);
}
// certutil -encode writes CERTIFICATE around any file, and other tools PKCS12.
function recognizePem(text) {
    const pfx = readPem(text).find(({ der }) => (0,certificate_der/* isPfx */.By)(der));
    return pfx === undefined ? { kind: 'pem', text } : { kind: 'pfx', bytes: pfx.der };
}
/** The first bytes of a key store of Java's own kind. */
const JKS = Buffer.from('feedfeed', 'hex');
function recognizeDer(bytes) {
    if (!(0,certificate_der/* isPfx */.By)(bytes))
        throw otherDer(bytes);
    return { kind: 'pfx', bytes };
}
/** Returns the characters that count: no quotes, line breaks, also written as `\n`, or white space. */
function toBase64(text) {
    return unescapeBreaks(text).replace(/[\ufeff"'\\\s]+/g, '');
}
/** Whether a text is base64, in quotes and lines too. */
function looksLikeBase64(text) {
    return /^[A-Za-z0-9+/_-]+={0,2}$/.test(toBase64(text));
}
const NEEDED = 'Set PEM with a private key and its certificate, or a PFX, as base64 or as a file.';
function checkBase64(base64, text) {
    if (base64 === '')
        throw notUsable('EMPTY', 'nothing', NEEDED);
    // Hyphens are base64url, so that armor without its spaces passes for base64 if nothing inside is padded.
    if (hasDamagedArmour(text)) {
        const hint = 'A line such as -----BEGIN PRIVATE KEY----- has five hyphens on each side: copy the text again.';
        throw notUsable('UNREADABLE', 'PEM whose BEGIN line is damaged', hint);
    }
    if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(base64))
        throw otherText(text);
    if (base64.replace(/=+$/, '').length % 4 === 1) {
        const hint = 'Copy it again, from its first to its last character.';
        throw notUsable('CUT_OFF', 'base64 text that is cut off: its last group has one character', hint);
    }
}
// The spaces keep it apart from base64 in lines.
function hasDamagedArmour(text) {
    return /BEGIN [A-Z0-9 ]{0,40}(?:PRIVATE KEY|CERTIFICATE)/.test(text);
}
// Texts of which one look tells what they are.
function otherText(text) {
    if (text.startsWith('PuTTY-User-Key-File-')) {
        const hint = 'Use an X.509 certificate with its private key, as PEM or PFX.';
        return notUsable('NOT_TAKEN', 'a key of PuTTY', hint);
    }
    return notUsable('UNREADABLE', 'text that is neither PEM nor base64', NEEDED);
}
// A file that is no PFX, by what opens it.
function otherDer(der) {
    if (isJks(der)) {
        const hint = 'Convert it: "keytool -importkeystore -srckeystore OLD.jks -destkeystore NEW.p12 -deststoretype PKCS12".';
        return notUsable('NOT_TAKEN', 'a key store of Java (JKS)', hint);
    }
    if ((0,certificate_der/* missingBytes */.UK)(der) > 0)
        return notUsable('CUT_OFF', `a file that is cut off: its last ${(0,certificate_der/* missingBytes */.UK)(der)} bytes are missing`, CUT_HINT);
    if (opens(() => new external_node_crypto_.X509Certificate(der))) {
        const hint = 'Export it as PFX together with its private key. A key that is not exportable cannot leave its store.';
        return notUsable('NO_KEY', 'a certificate without its private key', hint);
    }
    if (isEncryptedKey(der) || opens(() => (0,external_node_crypto_.createPrivateKey)({ key: der, format: 'der', type: 'pkcs8' })))
        return notUsable('NO_CERTIFICATE', 'a private key without its certificate', NEEDED);
    if (opens(() => (0,external_node_crypto_.createPublicKey)({ key: der, format: 'der', type: 'spki' })))
        return notUsable('NOT_TAKEN', 'a public key', NEEDED);
    if (firstOidOf(der) === SIGNED_DATA)
        return notUsable('NO_KEY', 'certificates without a private key (PKCS #7)', 'Export a PFX instead of a P7B file.');
    return notUsable('UNREADABLE', 'a file that is not a PFX, or a damaged PFX', NEEDED);
}
const CUT_HINT = 'Copy it again as a whole, and compare its size with the original.';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
// EncryptedPrivateKeyInfo (RFC 5958 section 3): an AlgorithmIdentifier, and an octet string.
function isEncryptedKey(der) {
    return opens(() => {
        const [algorithm, data, ...rest] = (0,ber/* readBerInside */.m3)((0,ber/* readFirstBer */.wy)(der), certificate_der/* TAG */.Dk.sequence);
        (0,certificate_der/* readOid */.fM)((0,ber/* readBerInside */.m3)(algorithm, certificate_der/* TAG */.Dk.sequence)[0]);
        if (data?.tag !== certificate_der/* TAG */.Dk.octetString || rest.length > 0)
            throw new Error();
    });
}
function firstOidOf(der) {
    try {
        return (0,certificate_der/* readOid */.fM)((0,ber/* readBerInside */.m3)((0,ber/* readFirstBer */.wy)(der), certificate_der/* TAG */.Dk.sequence)[0]);
    }
    catch {
        return undefined;
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
function notUsable(reason, found, hint) {
    return new errors/* ActionError */.lZ({
        code: `CLIENT_CERTIFICATE_${reason}`,
        title: 'Unusable client certificate',
        problem: `found ${found}.`,
        hint,
    });
}
//# sourceMappingURL=source.js.map
;// CONCATENATED MODULE: ./build/programs/src/certificate/key-pair.js







/**
 * The private key, its certificate and issuers.
 * @param source text, or a file's content
 * @throws ActionError that says what was found and what is needed: `CLIENT_CERTIFICATE_...`, `PFX_...` or `PEM_...`
 */
function openKeyPair(source, { password, wanted } = {}) {
    const found = recognizeSource(source);
    if (found.kind === 'pem')
        return parsePemKey(found.text, { password, wanted });
    return (0,pfx_read/* selectKeyWithChain */.h)((0,pfx_read/* readPfx */.z)(found.bytes, password?.reveal()), wanted);
}
/** As `openKeyPair`, for the certificate that an application signs in with. */
function parseClientCertificate(source, password) {
    return openKeyPair(source, { password });
}
/** Labels of certificates: RFC 7468 section 5, OpenSSL's form with trust settings, and an old name. */
const CERTIFICATE_LABELS = ['CERTIFICATE', 'TRUSTED CERTIFICATE', 'X509 CERTIFICATE'];
/**
 * The private key of a PEM text with its certificate and issuers, in whatever order they stand.
 * @throws ActionError whose code begins with `PEM_` and says why there is none
 */
function parsePemKey(text, { password, wanted } = {}) {
    const blocks = readPem(text);
    const certificates = blocks.filter((block) => isCertificate(block) && !block.isCutOff).map(({ der }) => der);
    const keyBlocks = blocks.filter(({ label }) => isKeyLabel(label));
    const opening = { password, work: new pfx_kdf/* Work */.Qj('PEM', password !== undefined) };
    const keys = (0,key_with_chain/* openEach */.wr)(keyBlocks, (block) => openKeyBlock(block, opening));
    checkKinds(blocks, {
        keys: keyBlocks.length,
        usableKeys: keys.privateKeys.length,
        certificates: certificates.length,
    });
    return (0,key_with_chain/* findKeyWithChain */.cy)('PEM', { ...keys, certificates, wanted });
}
// Says why there is no key, or no certificate of a key that can be used.
function checkKinds(blocks, { keys, usableKeys, certificates }) {
    const other = findOtherBlock(blocks);
    if (keys === 0 && other !== undefined)
        throw (0,pfx_error/* notTaken */.h4)('PEM', `holds a block of the kind ${other.label}, which is not supported`, other.hint);
    if (certificates > 0 || usableKeys < keys)
        return;
    if (blocks.some((block) => isCertificate(block) && block.isCutOff))
        throw (0,pfx_error/* cutOff */.qG)('PEM', 'the END line of its certificate is missing');
    if (keys === 0)
        throw (0,pfx_error/* unreadable */.O$)('PEM', 'it has neither a whole private key nor a whole certificate');
    if (other !== undefined)
        throw (0,pfx_error/* noCertificate */.X1)('PEM', `a block of the kind ${other.label}, but no certificate`);
}
function isCertificate({ label }) {
    return CERTIFICATE_LABELS.includes(label);
}
//# sourceMappingURL=key-pair.js.map
// EXTERNAL MODULE: ./build/programs/src/input/scalars.js
var scalars = __webpack_require__(7938);
// EXTERNAL MODULE: ./build/programs/src/input/sign-in-inputs.js + 1 modules
var sign_in_inputs = __webpack_require__(2520);
// EXTERNAL MODULE: ./build/programs/src/secret-text.js
var secret_text = __webpack_require__(7720);
// EXTERNAL MODULE: ./build/programs/src/time.js
var time = __webpack_require__(3475);
// EXTERNAL MODULE: ./build/programs/src/entra/client-assertion.js
var client_assertion = __webpack_require__(6177);
// EXTERNAL MODULE: ./build/programs/src/entra/credential.js
var credential = __webpack_require__(718);
// EXTERNAL MODULE: ./build/programs/src/entra/token-request.js
var token_request = __webpack_require__(6518);
// EXTERNAL MODULE: ./build/programs/src/ports.js
var ports = __webpack_require__(6580);
;// CONCATENATED MODULE: ./build/programs/src/entra/credentials/certificate-file.js
// The file that `client-certificate` names, or why there is none: no such file, no path that a shell has not read before, no path.




/** Shorter than any PFX, longer than a path that consists of letters, digits and slashes and begins as one does. */
const MIN_BASE64_LENGTH = 200;
/**
 * Whether a text is the certificate itself rather than a path, which has one line.
 *
 * Base64 of a PFX begins with MI, that of PEM with LS0t (or QmFn, for "Bag Attributes"), that of base64 with TUl; //4 and
 * 77u are byte order marks. No file of such a name is meant.
 */
function looksLikeContent(text) {
    if (text.includes('-----BEGIN ') || /[\r\n]/.test(text))
        return true;
    const begins = /^["']?(?:MI|LS0t|QmFn|TUl|\/\/4|77u)/.test(text);
    return begins && text.length >= MIN_BASE64_LENGTH && looksLikeBase64(text);
}
/** A vault holds 25 kB, and a chain takes less. */
const MAX_FILE_BYTES = 1024 * 1024;
/**
 * Returns the file's content, or the text itself if it is base64 after all.
 * @throws ActionError that says why there is no such file; never with the path, which may be a misplaced secret
 */
function readCertificateFile(path, machine) {
    try {
        return machine.readFile(path, MAX_FILE_BYTES);
    }
    catch (error) {
        if (path.length >= MIN_BASE64_LENGTH && looksLikeBase64(path))
            return path;
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        const reason = ofSystem(code) ?? ofText(path, machine.platform) ?? NOT_FOUND;
        throw new errors/* ActionError */.lZ({ ...reason, title: 'Unusable client certificate', subject: sign_in_inputs/* CLIENT_CERTIFICATE */.so });
    }
}
const PATH_HINT = 'Write the absolute path, or one that starts at the workspace.';
const NOT_FOUND = {
    code: 'CLIENT_CERTIFICATE_FILE_NOT_FOUND',
    problem: 'it is neither PEM nor base64, and no file has this path.',
    hint: 'A path starts at the workspace. Check that the file exists before this step, and that upper and lower case match.',
};
// The file is there, and cannot be read for a reason of its own.
function ofSystem(code) {
    switch (code) {
        case 'EISDIR':
            return {
                code: 'CLIENT_CERTIFICATE_FILE_IS_FOLDER',
                problem: 'the path leads to a folder.',
                hint: 'Write the path of the file in it.',
            };
        case 'EACCES':
        case 'EPERM':
            return {
                code: 'CLIENT_CERTIFICATE_FILE_FORBIDDEN',
                problem: "the runner's user may not read the file of this path.",
                hint: 'Give that user the right to read it.',
            };
        case ports/* FILE_TOO_LARGE */.U:
            return {
                code: 'CLIENT_CERTIFICATE_FILE_TOO_LARGE',
                problem: 'the file is larger than 1 MiB, which no certificate is.',
                hint: 'Export one private key with its own certificate and its issuers, and nothing else.',
            };
        default:
            return undefined;
    }
}
const VARIABLE = /\$(?:\{|env:|HOME|PWD|GITHUB_WORKSPACE|RUNNER_TEMP)|%(?:USERPROFILE|HOMEPATH|TEMP|GITHUB_WORKSPACE|RUNNER_TEMP)%/i;
function ofText(text, platform) {
    if (text.startsWith('~')) {
        const hint = 'Write the absolute path, such as /home/runner/app.pem, or one that starts at the workspace.';
        return {
            code: 'CLIENT_CERTIFICATE_PATH_NOT_EXPANDED',
            problem: 'the path begins with ~, which only a shell expands.',
            hint,
        };
    }
    if (VARIABLE.test(text)) {
        const problem = 'the path holds a variable, which only a shell expands.';
        return { code: 'CLIENT_CERTIFICATE_PATH_NOT_EXPANDED', problem, hint: PATH_HINT };
    }
    if (/^(["']).*\1$/.test(text)) {
        const problem = 'the path is in quotes, which count as part of it, and there is no such file.';
        return { code: 'CLIENT_CERTIFICATE_PATH_QUOTED', problem, hint: 'Remove the quotes.' };
    }
    if (/^[a-z]{2,10}:\/\//i.test(text)) {
        const hint = 'Fetch it in an earlier step, and write the path of the file. To fetch a certificate from the vault, name it in `certificates`.';
        return { code: 'CLIENT_CERTIFICATE_IS_ADDRESS', problem: 'it is the address of a resource, not a path.', hint };
    }
    return ofShape(text) ?? (platform === 'win32' ? undefined : ofWindows(text));
}
function ofShape(text) {
    if (/^(?:[0-9a-f]{2}[: ]?){20}$/i.test(text)) {
        const hint = 'Set the certificate itself with its private key: PEM, or a PFX as base64 or as a file.';
        return { code: 'CLIENT_CERTIFICATE_IS_THUMBPRINT', problem: 'it is the thumbprint of a certificate.', hint };
    }
    if (text.length >= 24 && /^(?:MI|LS0t|TUl)/.test(text) && looksLikeBase64(text)) {
        const problem = `it begins as base64 of a certificate does, and is cut off after ${text.length} characters.`;
        return {
            code: 'CLIENT_CERTIFICATE_CUT_OFF',
            problem,
            hint: 'Copy it again, from its first to its last character.',
        };
    }
    return undefined;
}
function ofWindows(text) {
    if (!/^[a-z]:[\\/]|^\\\\|^[^\s/]+\\[^\s/]+$/i.test(text))
        return undefined;
    const problem = 'it is a Windows path, and this runner does not run Windows.';
    return { code: 'CLIENT_CERTIFICATE_PATH_OF_WINDOWS', problem, hint: `${PATH_HINT} Separate folders with /.` };
}
//# sourceMappingURL=certificate-file.js.map
;// CONCATENATED MODULE: ./build/programs/src/entra/credentials/client-certificate.js
// Client certificate: the application proves itself with an assertion that its certificate's private key signs.
// https://learn.microsoft.com/entra/identity-platform/certificate-credentials














/**
 * The credential of an application with a certificate, which is opened, and judged, before anything is sent.
 * @throws ActionErrors that name each input that is missing or cannot be used
 */
function makeClientCertificate(source) {
    const { inputs } = source;
    const { clientId, opened } = (0,errors/* checkAll */.K7)({
        clientId: () => (0,sign_in_inputs/* requiredClientId */.I_)(inputs),
        opened: () => openCertificate(source),
    });
    const way = (0,credential/* describeWay */.x9)('client-certificate', source, { tenantId: inputs.tenantId, clientId: inputs.clientId });
    return {
        ...way,
        tenantId: inputs.tenantId?.value,
        clientId,
        secrets: opened.secrets,
        needsTenant: true,
        isRenewable: true,
        waitsForPerson: false,
        getToken: (target, context) => {
            const fields = async () => (0,client_assertion/* assertionFields */.gQ)(await proveByCertificate(clientId, opened, { target, context }));
            return (0,token_request/* exchangeToken */.r1)({ clientId, fields, notes: notesOf(opened), way }, target, context);
        },
    };
}
// An assertion, masked; several token requests may share it.
function proveByCertificate(clientId, { privateKey, certificate }, { target, context }) {
    const { proofs = client_assertion/* eachItsOwn */.QM } = context;
    const client = { clientId, audience: (0,token_request/* tokenEndpoint */.lN)((0,token_request/* authorityOf */.vO)(target)), certificate };
    return proofs(async () => {
        const assertion = await (0,client_assertion/* makeClientAssertion */.ct)(client, context, async (text) => signWith(privateKey, text));
        await context.mask(assertion);
        return assertion;
    });
}
function notesOf({ certificate }) {
    const thumbprint = new external_node_crypto_.X509Certificate(certificate).fingerprint.replaceAll(':', '');
    const text = `The thumbprint of the certificate is ${thumbprint}: compare it with those that the app registration lists.`;
    return [{ errorCodes: [UNKNOWN_KEY], text }];
}
/** Error number for a signature that none of the application's certificates explains. */
const UNKNOWN_KEY = 700027;
function signWith(key, text) {
    return (0,external_node_crypto_.sign)('sha256', text, { key, padding: external_node_crypto_.constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 });
}
function openCertificate({ inputs, machine, nowMs }) {
    const { clientCertificate: given, clientCertificatePassword: password } = inputs;
    if (given === undefined)
        throw (0,sign_in_inputs/* missing */.LO)(sign_in_inputs/* CLIENT_CERTIFICATE */.so, 'Set it to PEM, a base64 PFX or the path of a file.');
    const content = looksLikeContent(given.reveal()) ? given.reveal() : readCertificateFile(given.reveal(), machine);
    const { privateKey, certificate } = parse(content, password);
    checkKey(privateKey);
    checkLife(new external_node_crypto_.X509Certificate(certificate), nowMs);
    const pkcs8 = new secret_text/* SecretText */.o(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
    const secrets = [
        { kind: 'pem', text: pkcs8 },
        ...secretsOfContent(content),
        ...(password === undefined ? [] : [password]),
    ];
    return { privateKey, certificate, secrets };
}
function parse(content, password) {
    try {
        return parseClientCertificate(content, password);
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        if ((0,pfx_error/* isAboutPassword */.lv)(error))
            throw error.about(sign_in_inputs/* CLIENT_CERTIFICATE_PASSWORD */._r);
        const advised = (0,pfx_error/* isPasswordNeeded */.FC)(error) ? error.advising(`Set ${sign_in_inputs/* CLIENT_CERTIFICATE_PASSWORD */._r} to it.`) : error;
        throw advised.about(sign_in_inputs/* CLIENT_CERTIFICATE */.so);
    }
}
// PSS with SHA-256 does not fit into less than 528 bits, and nobody should use what lies between.
function checkKey({ asymmetricKeyType, asymmetricKeyDetails }) {
    const bits = asymmetricKeyType === 'rsa' ? asymmetricKeyDetails?.modulusLength : undefined;
    if (bits === undefined) {
        const hint = 'Use a certificate with an RSA key: Microsoft Entra ID takes no other kind.';
        throw unfit(`the private key is ${(0,algorithm_names/* describeKey */.Rx)(asymmetricKeyType)}`, hint);
    }
    if (bits < 1024)
        throw unfit('the RSA key has fewer than 1024 bits', 'Use a key of 2048 bits or more.');
}
/** The difference between clocks that is put up with if a certificate is fresh. */
const SKEW_SECONDS = 5 * 60;
function checkLife(certificate, nowMs) {
    const { notBefore, expires } = (0,time/* lifeOf */.c_)(certificate);
    const nowSeconds = nowMs / 1000;
    if (expires !== undefined && expires <= nowSeconds) {
        const hint = 'Create a new one, upload its public part to the app registration, and set it here.';
        throw unfit(`the certificate expired on ${(0,time/* formatInstant */.r4)(expires)}`, hint);
    }
    if (notBefore !== undefined && notBefore > nowSeconds + SKEW_SECONDS)
        throw unfit(`the certificate is not valid before ${(0,time/* formatInstant */.r4)(notBefore)}`, "Wait until then, or set the runner's clock.");
}
function unfit(problem, hint) {
    return (0,scalars/* invalidInput */.aY)(sign_in_inputs/* CLIENT_CERTIFICATE */.so, `${problem}.`, hint);
}
// As it was given, since a later step may print that; of a path, what the file holds.
function secretsOfContent(content) {
    const source = recognizeSource(content);
    const text = typeof content === 'string' ? content : decodeText(content);
    if (source.kind === 'pem') {
        const pem = { kind: 'pem', text: new secret_text/* SecretText */.o(source.text) };
        return text === undefined || text === source.text ? [pem] : [pem, new secret_text/* SecretText */.o(text)];
    }
    const pfx = { kind: 'pfx', text: new secret_text/* SecretText */.o(source.bytes.toString('base64')) };
    return text === undefined ? [pfx] : [pfx, new secret_text/* SecretText */.o(text)];
}
//# sourceMappingURL=client-certificate.js.map

/***/ })

};
;