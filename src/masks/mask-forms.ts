// The forms in which programs print a text: in URLs, in JSON and in a shell's trace.

/** Forms of a text, itself among them where a program leaves it as it is. */
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

// `$'...'`, which Bash takes where there is a control character.
function ansiForm(text: string): readonly string[] {
	if (!/[\0-\x1f\x7f]/.test(text)) return [];
	const octal = (char: string): string => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`;
	return [text.replace(/[\0-\x1f\x7f\\']/g, (char) => ANSI_ESCAPES[char] ?? octal(char))];
}
