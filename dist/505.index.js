"use strict";
exports.id = 505;
exports.ids = [505,894];
exports.modules = {

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

/***/ 6505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  goThroughSteps: () => (goThroughSteps)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/src/render/value-error.js
var value_error = __webpack_require__(1620);
;// CONCATENATED MODULE: ./build/src/render/decode-base64.js
// Base64 as the step of this name takes it (RFC 4648 section 4): of the standard alphabet and padded; line breaks are passed over.

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
		throw (0,value_error/* valueError */.a)('the value is not base64: it has other characters, or a "=" before its end.', `Expected A-Z, a-z, 0-9, "+" and "/", padded with "=". ${HINT}`);
	}
	if (digits.length % 4 !== 0) {
		throw (0,value_error/* valueError */.a)('the value is not base64: its padding is missing, or it is cut off.', `Expected a multiple of four characters, padded with "=". ${HINT}`);
	}
	return Buffer.from(digits, 'base64');
}
;// CONCATENATED MODULE: ./build/src/render/json-leaves.js
// The leaves of a JSON text, as they are spelled there: `JSON.parse` would make 1 of 1.0, and round long numbers.

/** Outputs are named after paths: what is nested deeper is no configuration. */
const MAX_DEPTH = 64;
/**
 * The tree of an object or a list.
 * @throws ActionError of no subject where the text is neither, or is nested too deep
 */
function readJson(text) {
	if (!isJson(text) || !/^\s*[{[]/.test(text)) {
		throw (0,value_error/* valueError */.a)('the value is not a JSON object or list.', 'Leave | json out to have it as it is.');
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
		if (path.length === MAX_DEPTH) {
			throw (0,value_error/* valueError */.a)('the value is JSON that is nested too deep.', `Expected at most ${MAX_DEPTH} levels.`);
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
// EXTERNAL MODULE: ./build/src/render/masks.js
var masks = __webpack_require__(4323);
// EXTERNAL MODULE: ./build/src/render/masks-of-certificates.js
var masks_of_certificates = __webpack_require__(3894);
;// CONCATENATED MODULE: ./build/src/render/masks-of-json.js

/** Shorter numbers are ports, sizes and years. */
const MIN_MASK_DIGITS = 6;
/** Masks for a JSON text and all of its leaves. */
function maskJson(text, leaves) {
	const ofWhole = (0,masks/* toMasking */.mO)((0,masks/* maskText */.gC)((0,masks/* toWellFormed */.lH)(text), isSecretInJson));
	return { ...(0,masks/* joinMaskings */.yy)(ofWhole, ...leaves.map(maskLeaf)), weakness: ofWhole.weakness };
}
/** Masks for a leaf; none where the log would suffer for it, as for `true` or 8080. */
function maskLeaf({ kind, text }) {
	const nothing = { masks: [], weakness: undefined };
	if (kind === 'word' || text === '' || isCommonplace(text))
		return nothing;
	const whole = (0,masks/* toWellFormed */.lH)(text);
	if (/[\r\n]/.test(whole) && (0,masks/* trim */.Bq)(whole).length >= masks/* MIN_MASK_LENGTH */.nV)
		return (0,masks/* toMasking */.mO)((0,masks/* maskLines */.sD)(whole, isSecretInJson));
	return (0,masks/* isMaskable */.h_)((0,masks/* trim */.Bq)(whole)) ? (0,masks/* toMasking */.mO)((0,masks/* maskLine */.Zj)(whole)) : { ...nothing, weakness: 'none' };
}
// JSON has a line a value where a list is printed.
function isSecretInJson(line) {
	return (0,masks/* isMaskable */.h_)(line) && !isCommonplace(line.replace(/,$/, ''));
}
// What spells a boolean, null or a number of fewer digits than six.
function isCommonplace(text) {
	if (/^(?:true|false|null)$/i.test(text))
		return true;
	const isNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text);
	return isNumber && text.replace(/\D/g, '').length < MIN_MASK_DIGITS;
}
;// CONCATENATED MODULE: ./build/src/render/pick-leaf.js

/**
 * The leaf at a dotted path; keys may have dots themselves.
 * @throws ActionError of no subject where there is none, or more than one
 */
function pickLeaf({ leaves, branches }, path) {
	const [leaf, ...others] = leaves.filter((one) => one.path.join('.') === path);
	const isBranch = branches.some((branch) => branch.join('.') === path);
	if (leaf === undefined && isBranch) {
		throw (0,value_error/* valueError */.a)('the value has an object or a list at the path after json.', 'Write the path on to one leaf, or | json alone for all of them.');
	}
	if (leaf === undefined) {
		throw (0,value_error/* valueError */.a)('the value has nothing at the path after json.', 'Keys are compared to the letter, and positions in lists count from 0.');
	}
	if (isBranch || others.length > 0) {
		throw (0,value_error/* valueError */.a)('the value has more than one thing at the path after json.', 'A key occurs twice, or has dots: change the value.');
	}
	return leaf;
}
;// CONCATENATED MODULE: ./build/src/render/secret-steps.js
// What a secret's value is once the steps of its line have been gone through: base64, then json. Loaded where a line has one.








/**
 * The value after the steps.
 * @param stored as the vault holds it
 * @param masking of that
 * @throws ActionError of no subject where it is not what a step expects
 */
function goThroughSteps(stored, masking, steps) {
	if (!steps.base64)
		return { bytes: Buffer.from(stored), ...readText(stored, masking, steps) };
	const bytes = decodeBase64(stored);
	const decoded = readBytes(bytes, steps);
	return { bytes, ...decoded, masking: (0,masks/* joinMaskings */.yy)(masking, decoded.masking) };
}
function readBytes(bytes, steps) {
	if ((0,external_node_buffer_.isUtf8)(bytes))
		return readText(bytes.toString(), (0,masks/* maskSecret */.$l)(bytes.toString()), steps);
	if (!steps.file) {
		throw (0,value_error/* valueError */.a)('the decoded value is not UTF-8, and no output can be anything else.', 'Write | base64 | file to have its bytes in a file.');
	}
	return { text: undefined, leaves: [], masking: (0,masks_of_certificates.maskBinary)(bytes) };
}
function readText(text, masking, { json }) {
	if (json === undefined)
		return { text, leaves: [], masking };
	const tree = readJson(text);
	const ofAll = maskJson(text, tree.leaves);
	if (json.path === undefined)
		return { text, leaves: tree.leaves, masking: ofAll };
	const leaf = pickLeaf(tree, json.path);
	return { text: leaf.text, leaves: [], masking: (0,masks/* joinMaskings */.yy)(ofAll, maskLeaf(leaf)) };
}

/***/ })

};
