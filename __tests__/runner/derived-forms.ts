// The forms of a registered value that a runner hides as well (actions/runner, src/Sdk/DTLogging/Logging/ValueEncoders.cs).

import { indexOf, lastIndexOf } from './culture.js';

/** PowerShell prints the parts of a command around its `&` apart; shorter ones a runner leaves alone. */
const MIN_POWERSHELL_PART = 6;

/** Every derived form of a value, in the runner's order; some are equal to the value or empty. */
export function deriveForms(value: string): readonly string[] {
	const bytes = Buffer.from(value);
	return [
		bytes.toString('base64'),
		base64Shifted(bytes, 1),
		base64Shifted(bytes, 2),
		value.replaceAll('"', '\\"'),
		value.replaceAll("'", "''"),
		escapeJson(value),
		escapeUriData(value),
		escapeXml(value),
		trimDoubleQuotes(value),
		beforeAmpersand(value),
		afterAmpersand(value),
	];
}

// Returns what is left of base64("user:" + value), whatever the length of what stands before.
function base64Shifted(bytes: Buffer, shift: number): string {
	return (bytes.length > shift ? bytes.subarray(shift) : bytes).toString('base64');
}

const JSON_SHORT_ESCAPES: Readonly<Record<string, string>> = {
	'\b': '\\b',
	'\t': '\\t',
	'\n': '\\n',
	'\f': '\\f',
	'\r': '\\r',
	'"': '\\"',
	'\\': '\\\\',
};

/** The body of a JSON string as Newtonsoft's `JsonConvert.ToString` writes it: unlike JavaScript, it escapes U+0085, U+2028 and U+2029. */
export function escapeJson(value: string): string {
	return value.replace(
		/[\0-\x1f"\\\u0085\u2028\u2029]/g,
		(char) => JSON_SHORT_ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}

/** As .NET's `Uri.EscapeDataString`: all but the unreserved characters of RFC 3986 §2.3; half a surrogate pair as U+FFFD. */
export function escapeUriData(value: string): string {
	const wellFormed = Buffer.from(value).toString();
	return encodeURIComponent(wellFormed).replace(
		/[!'()*]/g,
		(char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

const XML_ESCAPES: Readonly<Record<string, string>> = {
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;',
	'&': '&amp;',
};

export function escapeXml(value: string): string {
	return value.replace(/[<>"'&]/g, (char) => XML_ESCAPES[char] ?? '');
}

function trimDoubleQuotes(value: string): string {
	return value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : '';
}

function beforeAmpersand(value: string): string {
	const part = value.includes('&+')
		? value.slice(0, indexOf(value, '&+') + 2)
		: value.slice(0, lastIndexOf(value, '&') + 1);
	return part.length >= MIN_POWERSHELL_PART ? part : '';
}

// After `&+` PowerShell colors one letter, which so is no part of what it prints in one piece.
function afterAmpersand(value: string): string {
	if (!value.includes('&')) return '';
	const part = value.includes('&+') ? value.slice(indexOf(value, '&+') + 3) : value.slice(lastIndexOf(value, '&') + 1);
	return part.length >= MIN_POWERSHELL_PART ? part : '';
}
