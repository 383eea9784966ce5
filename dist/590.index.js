"use strict";
exports.id = 590;
exports.ids = [590,894];
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

/***/ 3894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  maskBinary: () => (maskBinary),
  maskPem: () => (maskPem),
  maskPfx: () => (maskPfx)
});
var _certificate_pem_js_1 = __webpack_require__(471);
var _masks_js_0 = __webpack_require__(4323);
// What the runner must hide for private keys: PFX, PEM, and bytes that are no text.


/** Masks for a base64 PFX: those of the text, and the forms in which its bytes may be printed. */
function maskPfx(base64) {
	const { texts, weakness } = (0,_masks_js_0/* .maskText */ .gC)(base64);
	const bytes = Buffer.from(base64, 'base64');
	const ofBytes = bytes.length < _masks_js_0/* .MIN_MASK_LENGTH */ .nV ? [] : (0,_masks_js_0/* .encodedForms */ .wV)(bytes);
	return (0,_masks_js_0/* .toMasking */ .mO)({ texts: [...texts, ...ofBytes], weakness });
}
/** Masks for bytes that are no text: those of what a program shows in their place, and the forms in which they are printed. */
function maskBinary(bytes) {
	if (bytes.length < _masks_js_0/* .MIN_MASK_LENGTH */ .nV)
		return (0,_masks_js_0/* .toMasking */ .mO)({ texts: [], weakness: undefined });
	const { texts } = (0,_masks_js_0/* .maskLines */ .sD)(bytes.toString());
	return (0,_masks_js_0/* .toMasking */ .mO)({ texts: [...texts, ...(0,_masks_js_0/* .encodedForms */ .wV)(bytes)], weakness: undefined });
}
/** Masks for a PEM text that holds a private key: of its blocks only the private keys, since certificates are public. */
function maskPem(pem) {
	const keys = (0,_certificate_pem_js_1/* .readPem */ .Je)(pem).filter(({ label }) => label.endsWith('PRIVATE KEY'));
	// A block that cannot be told apart, such as one of the old encrypted form or one cut off, is hidden with all around.
	if (keys.length === 0 && pem.includes('PRIVATE KEY-----'))
		return (0,_masks_js_0/* .maskSecret */ .$l)(pem);
	const ofKeys = keys.flatMap(({ text, der }) => [...(0,_masks_js_0/* .maskLines */ .sD)(text).texts, ...(0,_masks_js_0/* .encodedForms */ .wV)(der)]);
	return (0,_masks_js_0/* .toMasking */ .mO)({ texts: [...ofKeys, ...(0,_masks_js_0/* .formsOfWhole */ .gf)(pem)], weakness: keys.length === 0 ? 'none' : undefined });
}

/***/ }),

/***/ 590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderCertificate: () => (renderCertificate)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/certificate/der.js
var certificate_der = __webpack_require__(1722);
// EXTERNAL MODULE: ./build/src/certificate/pem.js
var pem = __webpack_require__(471);
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
	const shown = text === undefined ? `#${value.raw.toString('hex')}` : quote(text.replace(/\0+$/, ''));
	return `${ATTRIBUTE_NAMES[oid] ?? `OID.${oid}`}=${shown}`;
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
;// CONCATENATED MODULE: ./build/src/certificate/describe.js
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
	return writeElement(certificate_der/* TAG */.Dk.sequence, ...elements);
}
/** `SET OF`: DER wants it sorted by its encodings (X.690 section 11.6). */
function writeSetOf(...elements) {
	return writeElement(certificate_der/* TAG */.Dk.set, ...[...elements].sort(Buffer.compare));
}
/** `INTEGER` that is not negative. */
function writeInteger(value) {
	const bytes = bytesOf(value);
	const [first = 0x80] = bytes;
	// A leading bit would be the sign; zero still has one byte.
	return writeElement(certificate_der/* TAG */.Dk.integer, Buffer.from(first >= 0x80 ? [0, ...bytes] : bytes));
}
/** `OCTET STRING` */
function writeOctets(bytes) {
	return writeElement(certificate_der/* TAG */.Dk.octetString, bytes);
}
/** `NULL` */
function writeNull() {
	return writeElement(certificate_der/* TAG */.Dk.null);
}
/** `OBJECT IDENTIFIER`, from its dotted form; arcs below 2^53. */
function writeOid(dotted) {
	const [root = 0, second = 0, ...rest] = dotted.split('.').map(Number);
	return writeElement(certificate_der/* TAG */.Dk.oid, Buffer.from([root * 40 + second, ...rest].flatMap(writeArc)));
}
function writeArc(arc) {
	const bytes = [arc % 0x80];
	for (let rest = Math.floor(arc / 0x80); rest > 0; rest = Math.floor(rest / 0x80))
		bytes.unshift(0x80 | (rest % 0x80));
	return bytes;
}
/** `BMPString`: UTF-16, the high byte first. */
function writeBmpString(text) {
	return writeElement(certificate_der/* TAG */.Dk.bmpString, Buffer.from(text, 'utf16le').swap16());
}
// EXTERNAL MODULE: ./build/src/certificate/pfx-kdf.js
var pfx_kdf = __webpack_require__(9153);
// EXTERNAL MODULE: ./build/src/certificate/pfx-oids.js
var pfx_oids = __webpack_require__(2625);
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
		password: (0,pfx_kdf/* encodePassword */.sS)(parts.password),
		isGiven: true,
		work: new pfx_kdf/* Work */.Qj('PFX'),
	};
	const encrypt = (plain) => ENCRYPTIONS[protection](plain, lock, randomBytes);
	const safe = writeSequence(writeEncryptedData(encrypt(writeCertificateBags(parts))), writeData(writeSequence(writeKeyBag(parts, encrypt(parts.privateKey)))));
	return writeSequence(writeInteger(3), writeData(safe), writeMacData(safe, lock, parts));
}
function writeData(content) {
	return writeSequence(writeOid(pfx_oids/* CONTENT_OID */.h8.data), writeElement(certificate_der/* TAG */.Dk.context0, writeOctets(content)));
}
function writeEncryptedData({ algorithm, data }) {
	const info = writeSequence(writeOid(pfx_oids/* CONTENT_OID */.h8.data), algorithm, writeElement(certificate_der/* TAG */.Dk.context0Primitive, data));
	const encryptedData = writeSequence(writeInteger(0), info);
	return writeSequence(writeOid(pfx_oids/* CONTENT_OID */.h8.encryptedData), writeElement(certificate_der/* TAG */.Dk.context0, encryptedData));
}
function writeBag(oid, value, attributes) {
	const set = attributes.length === 0 ? [] : [writeSetOf(...attributes)];
	return writeSequence(writeOid(oid), writeElement(certificate_der/* TAG */.Dk.context0, value), ...set);
}
function writeKeyBag(parts, { algorithm, data }) {
	const csp = parts.csp === undefined ? [] : [writeAttribute(pfx_oids/* ATTRIBUTE_OID */.Eh.cspName, writeBmpString(parts.csp))];
	const encryptedKey = writeSequence(algorithm, writeOctets(data));
	return writeBag(pfx_oids/* BAG_OID */.g.shroudedKey, encryptedKey, [...writeCommonAttributes(parts), ...csp]);
}
function writeCertificateBags(parts) {
	const bags = parts.certificates.map((certificate, index) => {
		const value = writeElement(certificate_der/* TAG */.Dk.context0, writeOctets(certificate));
		const bag = writeSequence(writeOid(pfx_oids/* BAG_OID */.g.x509Certificate), value);
		return writeBag(pfx_oids/* BAG_OID */.g.certificate, bag, index === 0 ? writeCommonAttributes(parts) : []);
	});
	return writeSequence(...bags);
}
// They tie the key to its certificate; readers such as Java go by the identifier. Any will do: OpenSSL's is this one.
function writeCommonAttributes({ certificates, friendlyName }) {
	const [leaf = Buffer.alloc(0)] = certificates;
	const localKeyId = (0,external_node_crypto_.createHash)('sha1').update(leaf).digest();
	return [
		writeAttribute(pfx_oids/* ATTRIBUTE_OID */.Eh.friendlyName, writeBmpString(friendlyName)),
		writeAttribute(pfx_oids/* ATTRIBUTE_OID */.Eh.localKeyId, writeOctets(localKeyId)),
	];
}
function writeAttribute(oid, value) {
	return writeSequence(writeOid(oid), writeSetOf(value));
}
const ENCRYPTIONS = { aes256: encryptAes256, '3des': encrypt3Des };
function encryptAes256(plain, lock, randomBytes) {
	const salt = randomBytes(SALT_LENGTH);
	const iv = randomBytes(16);
	const key = (0,pfx_kdf/* derivePbkdf2 */.X4)(lock, { digest: 'sha256', salt, iterations: PBKDF2_ITERATIONS, length: 32 });
	const hmac = writeSequence(writeOid(pfx_oids/* HMAC_OID */.nN.sha256), writeNull());
	const pbkdf2 = writeSequence(writeOctets(salt), writeInteger(PBKDF2_ITERATIONS), hmac);
	const derivation = writeSequence(writeOid(pfx_oids/* SCHEME_OID */.tA.pbkdf2), pbkdf2);
	const cipher = writeSequence(writeOid(pfx_oids/* CIPHER_OID */.RY.aes256), writeOctets(iv));
	const algorithm = writeSequence(writeOid(pfx_oids/* SCHEME_OID */.tA.pbes2), writeSequence(derivation, cipher));
	return { algorithm, data: encryptBlocks('aes-256-cbc', key, iv, plain) };
}
function encrypt3Des(plain, lock, randomBytes) {
	const salt = randomBytes(PKCS12_SALT_LENGTH);
	const derivation = { digest: 'sha1', salt, iterations: PKCS12_ITERATIONS };
	const key = (0,pfx_kdf/* derivePkcs12 */.IG)(lock, pfx_kdf/* PURPOSE */.F2.key, { ...derivation, length: 24 });
	const iv = (0,pfx_kdf/* derivePkcs12 */.IG)(lock, pfx_kdf/* PURPOSE */.F2.iv, { ...derivation, length: 8 });
	const parameters = writeSequence(writeOctets(salt), writeInteger(PKCS12_ITERATIONS));
	const algorithm = writeSequence(writeOid(pfx_oids/* SCHEME_OID */.tA.sha1And3Des), parameters);
	return { algorithm, data: encryptBlocks('des-ede3-cbc', key, iv, plain) };
}
function encryptBlocks(name, key, iv, plain) {
	const cipher = (0,external_node_crypto_.createCipheriv)(name, key, iv);
	return Buffer.concat([cipher.update(plain), cipher.final()]);
}
function writeMacData(safe, lock, { protection, randomBytes }) {
	const digest = protection === 'aes256' ? 'sha256' : 'sha1';
	const salt = randomBytes(SALT_LENGTH);
	const derivation = { digest, salt, iterations: PKCS12_ITERATIONS, length: (0,pfx_kdf/* digestLength */.F0)(digest) };
	const mac = (0,external_node_crypto_.createHmac)(digest, (0,pfx_kdf/* derivePkcs12 */.IG)(lock, pfx_kdf/* PURPOSE */.F2.mac, derivation))
		.update(safe)
		.digest();
	const algorithm = writeSequence(writeOid(pfx_oids/* DIGEST_OID */.oU[digest]), writeNull());
	const digestInfo = writeSequence(algorithm, writeOctets(mac));
	return writeSequence(digestInfo, writeOctets(salt), writeInteger(PKCS12_ITERATIONS));
}
// EXTERNAL MODULE: ./build/src/keyvault/vault-error.js
var vault_error = __webpack_require__(1996);
// EXTERNAL MODULE: ./build/src/secret-text.js
var secret_text = __webpack_require__(3689);
// EXTERNAL MODULE: ./build/src/render/file-name.js
var file_name = __webpack_require__(4536);
// EXTERNAL MODULE: ./build/src/render/masks.js
var masks = __webpack_require__(4323);
// EXTERNAL MODULE: ./build/src/render/masks-of-certificates.js
var masks_of_certificates = __webpack_require__(3894);
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
		files: [{ output: `${output}-path`, name: (0,file_name/* fileNameOf */.b)(output, '.pfx'), bytes: new secret_text/* SecretBytes */.y(pfx) }],
		masks: [...(0,masks_of_certificates.maskBinary)(pfx).masks, ...(0,masks/* maskSecret */.$l)(password.reveal()).masks],
	};
}
function renderPemFile(order) {
	const { output } = order;
	const text = privateKeyPem(order) + allCertificates(order).map(certificatePem).join('');
	return {
		...NOTHING,
		files: [{ output: `${output}-path`, name: (0,file_name/* fileNameOf */.b)(output, '.pem'), bytes: new secret_text/* SecretBytes */.y(Buffer.from(text)) }],
		masks: (0,masks_of_certificates.maskPem)(text).masks,
	};
}
function renderPem(order) {
	const { output, identity } = order;
	const privateKey = privateKeyPem(order);
	return {
		...NOTHING,
		outputs: [
			{ name: `${output}-private-key`, value: new secret_text/* SecretText */.o(privateKey) },
			{ name: `${output}-chain`, value: identity.chain.map(certificatePem).join('') },
		],
		masks: (0,masks_of_certificates.maskPem)(privateKey).masks,
	};
}
// .NET on Linux opens the files of its store without a password. Windows would spread the issuers over other stores, where
// nobody looks after them; and its import is sure of a password alone. Both open Triple DES, whatever their version.
function renderStoreEntry(order) {
	const { identity, context } = order;
	const isWindows = context.platform === 'win32';
	const password = isWindows ? makePassword(context) : new secret_text/* SecretText */.o('');
	const certificates = isWindows ? [identity.certificate] : allCertificates(order);
	const pfx = makePfx(order, { certificates, password: isWindows ? password : null, protection: '3des' });
	const thumbprint = (0,external_node_crypto_.createHash)('sha1').update(identity.certificate).digest('hex').toUpperCase();
	return {
		...NOTHING,
		storeEntries: [{ thumbprint, pfx: new secret_text/* SecretBytes */.y(pfx), password }],
		masks: [...(0,masks_of_certificates.maskBinary)(pfx).masks, ...(0,masks/* maskSecret */.$l)(password.reveal()).masks],
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
	return new secret_text/* SecretText */.o(randomBytes(PASSWORD_BYTES).toString('base64url'));
}
function allCertificates({ identity }) {
	return [identity.certificate, ...identity.chain];
}
function exportKey({ privateKey }) {
	return privateKey.export({ format: 'der', type: 'pkcs8' });
}
function privateKeyPem({ identity }) {
	return (0,pem/* toPem */.sg)('PRIVATE KEY', exportKey(identity));
}
function certificatePem(der) {
	return (0,pem/* toPem */.sg)('CERTIFICATE', der);
}
function isRsa({ privateKey }) {
	return privateKey.asymmetricKeyType === 'rsa';
}
// Where it may be what Exchange gets: in a PFX file anywhere, in the store on Windows, where the thumbprint is enough.
function noteKeyKind({ item, identity, steps, context }) {
	const isForExchange = (steps.file !== undefined && !steps.pem) || (steps.store && context.platform === 'win32');
	if (isRsa(identity) || !isForExchange)
		return [];
	const subject = (0,vault_error/* describeIdentifier */.fY)(item);
	return [
		{
			title: `No RSA key: ${subject}`,
			text: `${subject} has an EC key. Exchange Online PowerShell refuses it on Windows, which keeps such keys in a CNG provider; other programs open it.`,
		},
	];
}
// EXTERNAL MODULE: ./build/src/render/expiry.js
var expiry = __webpack_require__(7567);
// EXTERNAL MODULE: ./build/src/certificate/key-pair.js
var key_pair = __webpack_require__(8659);
// EXTERNAL MODULE: ./build/src/certificate/pfx-read.js + 1 modules
var pfx_read = __webpack_require__(4233);
;// CONCATENATED MODULE: ./build/src/certificate/backing-secret.js



/**
 * The private key of a certificate and its issuers, from the value of the secret of the same version.
 * @param value base64 PFX without a password, or PEM
 * @param certificate the certificate, DER
 * @throws ActionError as `readPfx`, `selectIdentity` and `parsePemIdentity`
 */
function openBackingSecret(value, certificate) {
	if ((0,pem/* isPem */.X3)(value))
		return (0,key_pair/* parsePemIdentity */.E7)(value, { wanted: certificate });
	return (0,pfx_read/* selectIdentity */.R)((0,pfx_read/* readPfx */.z)(Buffer.from(value, 'base64')), certificate);
}
// EXTERNAL MODULE: ./build/src/errors.js
var src_errors = __webpack_require__(7406);
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
		const errors = (0,src_errors/* foreseenErrors */.jq)(cause);
		const isCausedBy = (reason) => errors.some(({ code }) => code.endsWith(reason));
		if (isCausedBy('_NO_KEY'))
			throw notExportable(cause);
		if (isCausedBy('_NO_CERTIFICATE'))
			throw otherCertificate(cause);
		if (steps.file === undefined && !steps.pem && !steps.store)
			return undefined;
		throw new src_errors/* ActionErrors */.o9(errors.map(notConvertible));
	}
}
function notExportable(cause) {
	return new src_errors/* ActionError */.lZ({
		code: 'CERTIFICATE_NOT_EXPORTABLE',
		title: 'Private key not exportable',
		problem: 'the vault gives the certificate without its private key, which is not exportable.',
		hint: 'Write | public for what is public of it, or use the token action, which has the vault sign and needs no private key.',
		cause,
	});
}
function otherCertificate(cause) {
	return new src_errors/* ActionError */.lZ({
		code: 'CERTIFICATE_MISMATCH',
		title: 'Private key of another certificate',
		problem: 'the secret of the same version does not hold this certificate with its private key.',
		hint: 'Look at the certificate in the vault, and import or renew it.',
		cause,
	});
}
function notConvertible({ code, problem, cause }) {
	return new src_errors/* ActionError */.lZ({
		code,
		title: 'Certificate not convertible',
		problem: `what the vault holds cannot be opened: ${problem}`,
		hint: 'Without file, pem and store it is exported as it is.',
		cause,
	});
}
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
			{ name: `${output}-expires-on`, value: (0,expiry/* formatInstant */.r)(certificate.attributes.expires) },
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
	return (0,pem/* isPem */.X3)(text) ? (0,masks_of_certificates.maskPem)(text) : (0,masks_of_certificates.maskPfx)(text);
}

/***/ })

};
