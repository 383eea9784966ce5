// The forms in which programs print a text or bytes: in base64, in URLs, in JSON and in a shell's trace.
import { isCommonplace, linesOf, trim } from './structure.js';

/** Forms of a text, itself among them if a program leaves it as it is. */
export function textForms(text: string): readonly string[] {
	if (/^[\w.-]*$/.test(text)) return [];
	return [...urlForms(text), ...jsonForms(text), ...shellForms(text)];
}

/**
 * - `encodeURIComponent` of JavaScript and `@uri` of jq; the same in RFC 3986's narrower alphabet, as .NET's `EscapeDataString`
 * - with `/` as it is: `quote` of Python
 * - with `+` for a blank: `urlencode` of Python, `QueryEscape` of Go; `URLSearchParams`; `UrlEncode` of .NET; `urlencode` of PHP
 *
 * Some write hexadecimal digits in lower case: curl before 8.2, `HttpUtility` of .NET.
 */
function urlForms(text: string): readonly string[] {
	const js = encodeURIComponent(text);
	const rfc = escapeMore(js, /[!'()*]/g);
	const forms = [rfc, escapeMore(js, /[!'()~]/g), escapeMore(js, /['~]/g), escapeMore(js, /[!'()*~]/g)];
	const withPlus = forms.map((form) => form.replace(/%20/g, '+'));
	return [js, rfc, rfc.replace(/%2F/g, '/'), lowerHex(rfc), ...withPlus, ...withPlus.map(lowerHex)];
}

/** As .NET's `Uri.EscapeDataString`, which a runner applies itself. */
export function escapeDataString(text: string): string {
	return escapeMore(encodeURIComponent(text), /[!'()*]/g);
}

function escapeMore(url: string, chars: RegExp): string {
	return url.replace(chars, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function lowerHex(url: string): string {
	return url.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}

/** The inner part of a JSON string. */
function jsonForms(text: string): readonly string[] {
	const js = JSON.stringify(text).slice(1, -1);
	const go = escapeUnits(js, /[<>&\u2028\u2029]/g);
	const python = escapeUnits(js, /[\x7f-\uffff]/g);
	return [
		js,
		escapeAsNewtonsoft(js),
		go,
		// Before Go 1.22.
		go.replace(/\\[\\bf]/g, (code) => ({ '\\b': '\\u0008', '\\f': '\\u000c' })[code] ?? code),
		// `ConvertTo-Json` of Windows PowerShell 5.1.
		escapeUnits(js, /[<>&'\x85\u2028\u2029]/g),
		// jq
		escapeUnits(js, /\x7f/g),
		python,
		js.replaceAll('/', '\\/'),
		// PHP
		escapeUnits(js, /[\x80-\uffff]/g).replaceAll('/', '\\/'),
	];
}

// As .NET's common JSON library, which a runner uses itself.
function escapeAsNewtonsoft(js: string): string {
	return escapeUnits(js, /[\x85\u2028\u2029]/g);
}

function escapeUnits(json: string, units: RegExp): string {
	return json.replace(units, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// As `set -x` shows an argument. A runner would split a text of several lines.
function shellForms(text: string): readonly string[] {
	const lines = text.split(/[\r\n]/).filter((line) => line.includes("'"));
	return [...lines.map((line) => line.replaceAll("'", "'\\''")), ...ansiForm(text)];
}

const ANSI_ESCAPES: Readonly<Record<string, string>> = {
	'\\': '\\\\',
	"'": "\\'",
	'\x07': '\\a',
	'\b': '\\b',
	'\t': '\\t',
	'\n': '\\n',
	'\v': '\\v',
	'\f': '\\f',
	'\r': '\\r',
	'\x1b': '\\E',
};

// `$'...'`, which Bash takes if there is a control character.
function ansiForm(text: string): readonly string[] {
	if (!/[\0-\x1f\x7f]/.test(text)) return [];
	const octal = (char: string): string => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`;
	return [text.replace(/[\0-\x1f\x7f\\']/g, (char) => ANSI_ESCAPES[char] ?? octal(char))];
}

/** Columns at which programs break base64: PEM and OpenSSL at 64, `base64` and MIME at 76. */
const COLUMNS = [64, 76];

/** Line breaks that programs such as `echo` add to a text before they encode it. */
const LINE_BREAKS = ['\n', '\r\n'];

/**
 * Base64 of the bytes:
 *
 * - the groups of three bytes that stay whole whatever stands around the bytes, for each of the three offsets
 * - all of it, and with a line break after it, also in lines of 64 and 76 characters
 * - but for these, in the alphabet of URLs too, with padding and without
 *
 * Base64 that spells a common word is no form, nor is a line of it that spells structure alone.
 * @param isIdle whether a line of the decoded text says nothing
 */
export function base64Forms(bytes: Buffer, isIdle: IsIdle): readonly string[] {
	const groups = [0, 1, 2].map((offset) => wholeGroups(bytes.subarray(offset)));
	const unpadded = [bytes, ...groups].flatMap((one) => encode(one, 'base64url', 'base64'));
	const broken = LINE_BREAKS.map((end) => Buffer.concat([bytes, Buffer.from(end)]));
	return [
		...unpadded.map((form) => form.replace(/=+$/, '')),
		...encode(bytes, 'base64').map((form) => form.replace(/\+/g, '-').replace(/\//g, '_')),
		...[bytes, ...broken].flatMap((one) => encode(one, 'base64')),
		...COLUMNS.flatMap((columns) => wrap(bytes, columns))
			.filter((line) => !linesOf(line.toString()).every(isIdle))
			.map((line) => line.toString('base64')),
	];
}

type IsIdle = (line: string) => boolean;

function encode(bytes: Buffer, ...encodings: readonly ('base64' | 'base64url')[]): readonly string[] {
	const isWord = bytes.length <= MAX_WORD_BYTES && isCommonplace(trim(bytes.toString()));
	return isWord ? [] : encodings.map((encoding) => bytes.toString(encoding));
}

/** No common word, with white space around it, has more that is worth a look. */
const MAX_WORD_BYTES = 64;

/** Base64 with padding of what is left of the bytes behind one or two others: a runner derives it of what it is given. */
export function shiftedForms(bytes: Buffer): readonly string[] {
	return [1, 2].map((offset) => bytes.subarray(offset).toString('base64'));
}

function wholeGroups(bytes: Buffer): Buffer {
	return bytes.subarray(0, bytes.length - (bytes.length % 3));
}

// The lines of the bytes alone, and with a line break after them, which changes the last lines.
function wrap(bytes: Buffer, columns: number): readonly Buffer[] {
	const lineLength = (columns / 4) * 3;
	const last = bytes.subarray(bytes.length - (bytes.length % lineLength));
	const broken = LINE_BREAKS.map((end) => Buffer.concat([last, Buffer.from(end)]));
	return [bytes, ...broken].flatMap((one) => chunks(one, lineLength));
}

function chunks(bytes: Buffer, length: number): readonly Buffer[] {
	const count = Math.ceil(bytes.length / length);
	return Array.from({ length: count }, (_, index) => bytes.subarray(index * length, (index + 1) * length));
}
