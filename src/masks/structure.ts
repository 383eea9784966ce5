// What of a longer value is structure and no secret: it must never reach a runner, which would hide it everywhere.
import { isCommonplace } from './commonplace.js';

/** A shorter text occurs by chance too often: inside longer values it is not masked. */
export const MIN_LINE_LENGTH = 4;

/** Lines of a text as a runner makes them: split at CR and LF, trimmed, without the empty ones. */
export function linesOf(text: string): readonly string[] {
	return text
		.split(/[\r\n]/)
		.map(trim)
		.filter((line) => line !== '');
}

/** The lines of a longer value that may be masked. */
export function secretLines(lines: readonly string[]): readonly string[] {
	return lines.filter((line, index) => line.length >= MIN_LINE_LENGTH && !isStructure(line, lines[index - 1]));
}

/**
 * Whether a line says nothing by itself: it is blank, punctuation, PEM armor, a tag or heading, a key without a value or
 * commonplace.
 * @param before the line before it
 */
export function isStructure(line: string, before = ''): boolean {
	if (line.startsWith('\ufeff')) return isStructure(line.slice(1), before);
	if (isPunctuation(line) || isArmor(line) || isTag(line)) return true;
	const bare = bareItem(line);
	return isCommonplace(bare) || isHeading(bare) || isEmptyKey(bare, before);
}

/** Whether a line begins or ends a block of PEM or the like. */
export function isArmor(line: string): boolean {
	return /^-{4,5} ?(?:BEGIN|END) [^-]+-{4,5}$/.test(line);
}

/** Whether a line has nothing but punctuation and white space. */
export function isPunctuation(line: string): boolean {
	return /^[\p{White_Space}!-/:-@[-\x60{-~]*$/u.test(line);
}

// `<users>`, `</users>`, `<users/>`, `<user></user>`, `<?xml version="1.0"?>`; what has attributes may hold a secret.
function isTag(line: string): boolean {
	if (/^<(?:\?xml [^<>]*\?>|!\[CDATA\[)$/.test(line)) return true;
	const [, open, , close = open] = /^<[/!]?([\p{L}_][\w.:-]*)\s*(\/?>|><\/([\w.:-]+)>)$/u.exec(line) ?? [];
	return open !== undefined && open === close && areWords(open);
}

// What is left of an item of a list, of YAML or JSON.
function bareItem(line: string): string {
	const item = line.replace(/^(?:- )+/, '');
	return trim(/[,;]$/.test(item) ? item.slice(0, -1) : item);
}

// `[default]`, `[remote "origin"]`, `[[servers]]`; not `["hunter2"]`.
function isHeading(line: string): boolean {
	const [, name] = /^\[{1,2}([\p{L}_][^[\]]*)\]{1,2}$/u.exec(line) ?? [];
	return name !== undefined && areWords(name);
}

/** What stands in place of a value: nothing, an empty text or collection, the beginning of one, or YAML's sign for a block. */
const NO_VALUE = /^(?:[:=]\s*(?:\{\}?|\[\]?|""?|''|~|[|>][+-]?)?|\{\}?|[[(])$/;

// `users:`, `- name:`, `PASSWORD=`, `"auth": {`, `preferences: {}`, `key: |-`, `server {`.
function isEmptyKey(line: string, before: string): boolean {
	const assignment = line.replace(/^(?:export |set |declare |local |\$env:|\$)/, '');
	const end = assignment.search(/[:={[(]|$/);
	const [key, rest] = [assignment.slice(0, end), assignment.slice(end)];
	return NO_VALUE.test(rest) && areWords(key) && !(rest === '=' && isBase64(line, before));
}

/** Longer words are no names that people give. */
const MAX_WORD_LENGTH = 40;

// Names: words with at most three digits at their end. `S3cr3t` is none.
function areWords(name: string): boolean {
	const words = name.split(/[\s._/:"'-]+/);
	const isWord = (word: string): boolean => word.length <= MAX_WORD_LENGTH && /^(?:\p{L}+\d{0,3}|\d{0,3})$/u.test(word);
	return words.some((word) => word !== '') && words.every(isWord);
}

// `KEY=` may be the end of base64: after a line of it, or where its letters are of both cases or digits.
function isBase64(line: string, before: string): boolean {
	if (line.length % 4 !== 0 || !/^[A-Za-z0-9+/]+=$/.test(line)) return false;
	return /^[A-Za-z0-9+/]{20,}$/.test(before) || !/^(?:[a-z]+|[A-Z]+)=$/.test(line);
}

/**
 * The text as a runner trims it, as .NET does: by Unicode's White_Space, which, unlike JavaScript's trim, leaves U+FEFF alone.
 * An expression that is bound to the end alone would take the square of the time that a long run of blanks takes to read.
 */
export function trim(line: string): string {
	let start = 0;
	let end = line.length;
	while (start < end && isBlank(line.charAt(start))) start += 1;
	while (end > start && isBlank(line.charAt(end - 1))) end -= 1;
	return line.slice(start, end);
}

function isBlank(char: string): boolean {
	// Most characters need no expression.
	return (char <= ' ' || char > '~') && /\p{White_Space}/u.test(char);
}
