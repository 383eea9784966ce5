"use strict";
exports.id = 770;
exports.ids = [770];
exports.modules = {

/***/ 8659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  E7: () => (parsePemIdentity),
  Me: () => (parseClientCertificate),
  mI: () => (decodeCertificateFile)
});
var node_crypto_0 = __webpack_require__(7598);
var _errors_js_1 = __webpack_require__(7406);
var _ber_js_2 = __webpack_require__(8920);
var _identity_js_3 = __webpack_require__(7163);
var _pem_js_8 = __webpack_require__(471);
var _pfx_bags_js_4 = __webpack_require__(6095);
var _pfx_error_js_5 = __webpack_require__(5248);
var _pfx_kdf_js_6 = __webpack_require__(9153);
var _pfx_read_js_7 = __webpack_require__(4233);
// The certificate that an application signs in with, in whatever form it is given: PEM, base64 PFX or binary PFX.









/**
 * The private key, its certificate and issuers.
 * @param source text, or a file's content
 * @param password of the PFX, or of the encrypted key in PEM
 * @throws ActionError that says what was found and what is needed, `CLIENT_CERTIFICATE_UNREADABLE`, `PFX_...` or `PEM_...`
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
		return (0,_pfx_read_js_7/* .selectIdentity */ .R)((0,_pfx_read_js_7/* .readPfx */ .z)(bytes, password?.reveal()));
	}
	catch (error) {
		if (opens(() => new node_crypto_0.X509Certificate(bytes)))
			throw notUsable('a certificate without its private key', error);
		if (opens(() => (0,node_crypto_0.createPrivateKey)({ key: bytes, format: 'der', type: 'pkcs8' })))
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
	const blocks = (0,_pem_js_8/* .readPem */ .Je)(text);
	const work = new _pfx_kdf_js_6/* .Work */ .Qj('PEM');
	const privateKeys = blocks.flatMap((block) => parseKeyBlock(block, { password, work }) ?? []);
	const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE').map(({ der }) => der);
	if (privateKeys.length === 0 && KEY_BEGIN.test(text))
		privateKeys.push(parseOldEncryptedKey(text, password));
	if (privateKeys.length === 0 && certificates.length === 0)
		throw (0,_pfx_error_js_5/* .unreadable */ .O$)('PEM', 'it has neither a whole private key nor a whole certificate');
	return (0,_identity_js_3/* .findIdentity */ .g)('PEM', { privateKeys, certificates, wanted });
}
function parseKeyBlock({ label, der }, opening) {
	if (label === 'ENCRYPTED PRIVATE KEY')
		return toKey(decryptBlock(der, opening), 'pkcs8');
	const type = KEY_TYPES.get(label);
	return type === undefined ? undefined : toKey(der, type);
}
function toKey(der, type) {
	try {
		return (0,node_crypto_0.createPrivateKey)({ key: der, format: 'der', type });
	}
	catch (cause) {
		throw (0,_pfx_error_js_5/* .unreadable */ .O$)('PEM', 'its private key is damaged or of an unknown kind', cause);
	}
}
function decryptBlock(der, { password, work }) {
	if (password === undefined)
		throw (0,_pfx_error_js_5/* .wrongPassword */ .lr)('PEM', false);
	try {
		const lock = { format: 'PEM', password: (0,_pfx_kdf_js_6/* .encodePassword */ .sS)(password.reveal()), isGiven: true, work };
		return (0,_pfx_bags_js_4/* .decryptKey */ .Vw)((0,_ber_js_2/* .readBer */ .eL)(der)[0], lock);
	}
	catch (error) {
		if (error instanceof _errors_js_1/* .ActionError */ .lZ && error.code.startsWith('PEM_'))
			throw error;
		throw (0,_pfx_error_js_5/* .unreadable */ .O$)('PEM', 'its encrypted private key is damaged', error);
	}
}
// The encryption that came before PKCS#8 (RFC 1421 section 4.6) has header lines, which `readPem` passes over.
function parseOldEncryptedKey(text, password) {
	const start = text.search(KEY_BEGIN);
	const end = text.indexOf('-----END ', start);
	const block = text.slice(start, text.indexOf('-----', end + 9) + 5);
	if (end === -1 || !block.includes('Proc-Type: 4,ENCRYPTED'))
		throw (0,_pfx_error_js_5/* .unreadable */ .O$)('PEM', 'the block of its private key is cut off');
	if (password === undefined)
		throw (0,_pfx_error_js_5/* .wrongPassword */ .lr)('PEM', false);
	try {
		return (0,node_crypto_0.createPrivateKey)({ key: block, format: 'pem', passphrase: password.reveal() });
	}
	catch (cause) {
		throw (0,_pfx_error_js_5/* .wrongPassword */ .lr)('PEM', true, cause);
	}
}
function notUsable(found, cause) {
	return new _errors_js_1/* .ActionError */ .lZ({
		code: 'CLIENT_CERTIFICATE_UNREADABLE',
		title: 'Unusable client certificate',
		problem: `found ${found}.`,
		hint: 'Needed is PEM with a private key and its certificate, or a PFX, in base64 or as a file.',
		...(cause !== undefined && { cause }),
	});
}

/***/ }),

/***/ 471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Je: () => (readPem),
  X3: () => (isPem),
  sg: () => (toPem)
});
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

/***/ }),

/***/ 5066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  c: () => (makeClientAssertion),
  g: () => (assertionFields)
});
var node_crypto_0 = __webpack_require__(7598);
var _secret_text_js_1 = __webpack_require__(3689);
// A client's own proof: a JWT that it signs with the key of its certificate (RFC 7523 section 2.2).
// https://learn.microsoft.com/entra/identity-platform/certificate-credentials


/** The documentation advises five to ten minutes. */
const LIFE_SECONDS = 600;
/** A fresh assertion, good for ten minutes. @throws whatever `sign` throws */
async function makeClientAssertion({ clientId, audience, certificate }, { clock, randomBytes }, sign) {
	const nowSeconds = Math.floor(clock.nowMs() / 1000);
	const header = {
		alg: 'PS256',
		typ: 'JWT',
		'x5t#S256': (0,node_crypto_0.createHash)('sha256').update(certificate).digest('base64url'),
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
	return new _secret_text_js_1/* .SecretText */ .o(`${text}.${signature.toString('base64url')}`);
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

/***/ }),

/***/ 2770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  clientCertificateMethod: () => (clientCertificateMethod)
});
var node_crypto_0 = __webpack_require__(7598);
var _certificate_key_pair_js_1 = __webpack_require__(8659);
var _errors_js_2 = __webpack_require__(7406);
var _input_scalars_js_3 = __webpack_require__(5995);
var _input_sign_in_inputs_js_4 = __webpack_require__(9499);
var _secret_text_js_5 = __webpack_require__(3689);
var _client_assertion_js_6 = __webpack_require__(5066);
var _exchange_token_js_7 = __webpack_require__(6489);
var _required_js_8 = __webpack_require__(3181);
var _token_request_js_9 = __webpack_require__(9963);
// Client certificate: the application proves itself with an assertion that its certificate's private key signs.
// https://learn.microsoft.com/entra/identity-platform/certificate-credentials










/** The certificate is opened, and judged, before anything is sent. */
const clientCertificateMethod = {
	needsTenant: true,
	isRenewable: true,
	waitsForPerson: false,
	makeCredential: (source) => {
		const { clientId, opened } = (0,_errors_js_2/* .checkAll */ .K7)({
			clientId: () => (0,_required_js_8/* .requiredClientId */ .I_)(source.inputs),
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
		const client = { clientId, audience: (0,_token_request_js_9/* .tokenEndpoint */ .lN)((0,_token_request_js_9/* .authorityOf */ .vO)(target)), certificate };
		const fields = async () => {
			const assertion = await (0,_client_assertion_js_6/* .makeClientAssertion */ .c)(client, context, async (text) => signWith(privateKey, text));
			context.mask(assertion);
			return (0,_client_assertion_js_6/* .assertionFields */ .g)(assertion);
		};
		const thumbprint = new node_crypto_0.X509Certificate(certificate).fingerprint.replaceAll(':', '');
		const text = `The thumbprint of the certificate is ${thumbprint}: compare it with those that the app registration lists.`;
		return (0,_exchange_token_js_7/* .exchangeToken */ .r)({ clientId, fields, notes: [{ errorCodes: [UNKNOWN_KEY], text }] }, target, context);
	},
};
/** Of a signature that none of the application's certificates explains. */
const UNKNOWN_KEY = 700027;
function signWith(key, text) {
	return (0,node_crypto_0.sign)('sha256', text, { key, padding: node_crypto_0.constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 });
}
function openCertificate({ inputs, machine, nowMs }) {
	const { clientCertificate: given, clientCertificatePassword: password } = inputs;
	if (given === undefined)
		throw (0,_required_js_8/* .missing */ .LO)(_input_sign_in_inputs_js_4/* .CLIENT_CERTIFICATE */ .so, 'Set it to PEM, a base64 PFX or the path of a file.');
	const content = looksLikeContent(given.reveal()) ? given.reveal() : readCertificateFile(given.reveal(), machine);
	const { privateKey, certificate } = parse(content, password);
	checkKey(privateKey);
	checkLife(new node_crypto_0.X509Certificate(certificate), nowMs);
	const pkcs8 = new _secret_text_js_5/* .SecretText */ .o(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
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
		return (0,_certificate_key_pair_js_1/* .parseClientCertificate */ .Me)(content, password);
	}
	catch (error) {
		if (!(error instanceof _errors_js_2/* .ActionError */ .lZ))
			throw error;
		const isPassword = password !== undefined && error.code.endsWith('_WRONG_PASSWORD');
		throw error.about(isPassword ? _input_sign_in_inputs_js_4/* .CLIENT_CERTIFICATE_PASSWORD */ ._r : _input_sign_in_inputs_js_4/* .CLIENT_CERTIFICATE */ .so);
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
		throw unfit(`has expired, on ${formatInstant(endsMs)}`, hint);
	}
	if (beginsMs > nowMs + SKEW_MS)
		throw unfit(`is not valid yet, but from ${formatInstant(beginsMs)}`, "Wait until then, or set the runner's clock.");
}
function formatInstant(ms) {
	return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
function unfit(problem, hint) {
	return (0,_input_scalars_js_3/* .invalidInput */ .aY)(_input_sign_in_inputs_js_4/* .CLIENT_CERTIFICATE */ .so, `${problem}.`, hint);
}
// As it was given, since a later step may print that; of a path, what the file holds.
function secretsOfContent(content) {
	const text = typeof content === 'string' ? content : (0,_certificate_key_pair_js_1/* .decodeCertificateFile */ .mI)(content);
	if (text?.includes('-----BEGIN '))
		return [{ kind: 'pem', text: new _secret_text_js_5/* .SecretText */ .o(text) }];
	const pfx = text === undefined ? content.toString('base64') : text.replace(/^\ufeff|\s+/g, '');
	return [{ kind: 'pfx', text: new _secret_text_js_5/* .SecretText */ .o(pfx) }, ...(text === undefined ? [] : [new _secret_text_js_5/* .SecretText */ .o(text)])];
}

/***/ })

};
