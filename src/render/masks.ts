// What the runner must hide for a value, beyond what it hides by itself.
//
// A runner that is handed a text hides the text, each of its lines trimmed, and of each of these the base64, JSON,
// URL, XML and shell-escaped forms (actions/runner, src/Runner.Common/HostContext.cs). It has no minimum length, so a
// line such as "{" would garble every later log line and must never reach it. What it does not hide by itself are
// base64url, base64 with a newline added by `echo`, and base64 that a tool has wrapped.
import { SecretText } from '../secret-text.js';

/** Texts to be handed to the runner one by one, and how well they protect the value. */
export interface Masking {
	readonly masks: readonly SecretText[];
	/**
	 * - `short`: the value is hidden, and so is every other occurrence of so few characters
	 * - `none`: no line of the value can be hidden
	 */
	readonly weakness: 'short' | 'none' | undefined;
}

/** A shorter text occurs by chance too often: inside longer values it is not masked. */
export const MIN_MASK_LENGTH = 4;

/** Masks for a secret's value. */
export function maskSecret(value: string): Masking {
	return toMasking(maskText(toWellFormed(value)));
}

/** All of the masks, and the first weakness. */
export function joinMaskings(...maskings: readonly Masking[]): Masking {
	return {
		masks: maskings.flatMap(({ masks }) => masks),
		weakness: maskings.find(({ weakness }) => weakness !== undefined)?.weakness,
	};
}

/** Texts to be masked, before they are covered. */
export interface MaskTexts {
	readonly texts: readonly string[];
	readonly weakness: Masking['weakness'];
}

/** Each text once. */
export function toMasking({ texts, weakness }: MaskTexts): Masking {
	return { masks: [...new Set(texts)].map((text) => new SecretText(text)), weakness };
}

/** As it is written: half a surrogate pair becomes U+FFFD. */
export function toWellFormed(text: string): string {
	return Buffer.from(text).toString();
}

/** A value of one line, or of several. */
export function maskText(text: string, isSecretLine = isMaskable): MaskTexts {
	return /[\r\n]/.test(text) ? maskLines(text, isSecretLine) : maskLine(text);
}

/** A value of one line is masked whole, however it looks; a blank one the runner would refuse with a warning. */
export function maskLine(text: string): MaskTexts {
	const bare = withoutMark(text);
	const length = trim(bare).length;
	if (length === 0) return { texts: [], weakness: text === '' ? undefined : 'none' };
	const weakness = length < MIN_MASK_LENGTH ? 'short' : undefined;
	const forms = isHandedWhole(text) ? encodedForms(Buffer.from(text)) : formsOfWhole(text);
	return { texts: [text, jsonForm(text), ...forms, ...(bare === text ? [] : [bare])], weakness };
}

/** Each line that may be masked, and the whole where a runner can be given it. */
export function maskLines(text: string, isSecretLine = isMaskable): MaskTexts {
	const lines = text
		.split(/[\r\n]/)
		.flatMap((line) => [line, withoutMark(line)])
		.map(trim)
		.filter((line) => line !== '');
	const maskable = lines.filter(isSecretLine);
	if (maskable.length === 0) return { texts: lines.length === 0 ? [] : formsOfWhole(text), weakness: 'none' };
	if (maskable.length < lines.length || !isHandedWhole(text))
		return { texts: [...maskable, ...formsOfWhole(text)], weakness: undefined };
	return { texts: [text, jsonForm(text), ...encodedForms(Buffer.from(text))], weakness: undefined };
}

// A runner drops a byte order mark from the start of what a program prints.
function withoutMark(text: string): string {
	return text.startsWith('\ufeff') ? text.slice(1) : text;
}

// Of a text that begins with anything but ASCII, a runner registers the lines alone, trimmed (export/log-line.ts). Lines with
// a byte order mark are handed over one by one, with and without it.
function isHandedWhole(text: string): boolean {
	return /^[\x00-\x7f]/.test(text) && !/[\r\n]\ufeff/.test(text);
}

/** May the runner be given this line of a longer value? */
export function isMaskable(line: string): boolean {
	const isPunctuation = /^[\p{White_Space}!-/:-@[-\x60{-~]*$/u.test(line);
	const isArmour = /^-----(?:BEGIN|END) [^-]+-----$/.test(line);
	return line.length >= MIN_MASK_LENGTH && !isPunctuation && !isArmour;
}

/**
 * The runner trims as .NET does: by Unicode's White_Space, which, unlike JavaScript's trim, leaves U+FEFF alone.
 * An expression that is bound to the end alone would take the square of the time that a long run of blanks takes to read.
 * Beyond both ends of the line there is no character, and so none that is blank.
 */
export function trim(line: string): string {
	let start = 0;
	let end = line.length;
	while (isBlank(line.charAt(start))) start += 1;
	while (isBlank(line.charAt(end - 1))) end -= 1;
	return line.slice(start, end);
}

function isBlank(char: string): boolean {
	return /\p{White_Space}/u.test(char);
}

/** The forms that the runner would derive by itself, had it been given the whole. */
export function formsOfWhole(text: string): readonly string[] {
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
function escapeAsNewtonsoft(json: string): string {
	return json.replace(/[\u0085\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// As JSON.stringify writes it, which differs from the runner's own form in a few characters, such as U+2028.
function jsonForm(text: string): string {
	return JSON.stringify(text).slice(1, -1);
}

/** The forms of bytes that the runner does not derive by itself, and base64. */
export function encodedForms(bytes: Buffer): readonly string[] {
	const base64 = bytes.toString('base64');
	const withNewline = Buffer.concat([bytes, Buffer.from('\n')]).toString('base64');
	const forms = [bytes.toString('base64url'), base64, withNewline];
	return [...forms, ...[base64, withNewline].flatMap((form) => [...wrap(form, 64), ...wrap(form, 76)])];
}

// The lines of a text wrapped at so many columns.
function wrap(text: string, columns: number): readonly string[] {
	const count = Math.ceil(text.length / columns);
	return Array.from({ length: count }, (_, index) => text.slice(index * columns, (index + 1) * columns));
}
