// Mistakes before the first "|" of a line: spellings of other files, shells and products.
//
// Nothing of a line is repeated but single characters: somebody may have pasted a value there.
import { type Line, lineError } from './line-grammar.js';
import type { Mistake } from './modifier-mistakes.js';
import { findOtherProduct } from './other-products.js';

/**
 * Checks what stands before the first "|".
 * @throws ActionError that names the line, if it is written in a way that no good line is
 */
export function checkHead(line: Pick<Line, 'input' | 'number' | 'output' | 'reference'>): void {
	const mistake = headMistake(line);
	if (mistake !== undefined) throw lineError(line, mistake.problem, mistake.hint);
}

function headMistake({ output, reference }: Pick<Line, 'output' | 'reference'>): Mistake | undefined {
	const head = output === undefined ? reference : `${output}=${reference}`;
	const known = findOtherProduct(head) ?? SPELLINGS.find(([pattern]) => pattern.test(head))?.[1];
	if (known !== undefined) return known;
	const strange = /[^\t\x20-\x7e]/u.exec(head)?.[0];
	if (strange !== undefined) return strangeCharacter(strange);
	return SEPARATORS.find(([pattern]) => pattern.test(head))?.[1];
}

const FORM = 'Write OUTPUT = NAME.';
const ONE_PER_LINE = 'Write one name per line, or separate names with commas.';
const OWN_LINE = 'Move it to a line of its own, and begin that line with "#".';
const FORM_TOO = 'A new name is written OUTPUT = NAME.';
const BARE = 'Write it without quotes.';

/** Marks of lists, quotes and comments, and of languages in which a line looks like an assignment. */
const SPELLINGS: readonly (readonly [RegExp, Mistake])[] = [
	[/^[-+]\s/, { problem: 'the line begins with the dash of a YAML list.', hint: 'Write NAME without the dash.' }],
	[
		/^(?:[*\u00b7\u2013\u2014\u2022\u25aa\u25cf]|\d+[.)])\s/,
		{ problem: 'the line begins with a list mark.', hint: 'Write NAME alone.' },
	],
	[/^[[{]|[\]}]$/, { problem: 'the line has a bracket around it.', hint: `Leave it out. ${ONE_PER_LINE}` }],
	[/[\x22\x27\x60]/, { problem: 'the line has a quotation mark.', hint: BARE }],
	[
		/[\u2018-\u201f\u00ab\u00bb\u2039\u203a\u300c\u300d]/,
		{ problem: 'the line has a typographic quotation mark.', hint: BARE },
	],
	[/^#/, { problem: 'a comment follows a comma.', hint: OWN_LINE }],
	[
		/^(?:\/\/|\/\*|;|--\s|<!--|<#|rem\s)/i,
		{ problem: 'the line looks like a comment of another language.', hint: 'Begin a comment with "#".' },
	],
	[/\s(?:#|\/\/|\/\*|--\s)/, { problem: 'a comment follows the name.', hint: OWN_LINE }],
	[
		/^(?:export|setx?|let|const|var|declare|env)\s+\S/i,
		{
			problem: 'the line begins with a word of a shell or a language.',
			hint: `${FORM} Set export-env to have variables.`,
		},
	],
	[/\\$/, { problem: 'the line ends with "\\".', hint: 'Leave it out: each line stands for itself.' }],
	[
		/\\r?\\?n/,
		{ problem: 'a line break is written as the characters "\\n".', hint: `Use real line breaks. ${ONE_PER_LINE}` },
	],
	[/\\/, { problem: 'the line has a "\\".', hint: 'Write NAME alone: the vault is set with keyvault.' }],
];

/** Signs that stand for "=" or a comma elsewhere. */
const SEPARATORS: readonly (readonly [RegExp, Mistake])[] = [
	[
		/^<[^<>]*>$/,
		{ problem: 'the line still has a placeholder in "<" and ">".', hint: 'Write the name itself, without them.' },
	],
	...['=>', '->', '>', '<-', '<', ':=', '+=', '?=', '=='].map(
		(sign) =>
			[
				new RegExp(sign.replace(/[+?]/, '\\$&')),
				{ problem: `"${sign}" stands where "=" belongs.`, hint: `${FORM} The name of the output comes first.` },
			] as const,
	),
	[/\sas\s/i, { problem: '"as" stands where "=" belongs.', hint: `${FORM} The name of the output comes first.` }],
	[/;/, { problem: '";" does not separate.', hint: ONE_PER_LINE }],
	[/^[\w.-]+\s*:(?:\s|$)/, { problem: '":" stands where "=" belongs.', hint: 'Write OUTPUT = NAME, or NAME alone.' }],
	[
		/^(?:[\w-]+\s*=\s*)?(?!https?:)[\w.-]+:/i,
		{
			problem: 'a ":" stands inside the name.',
			hint: `${FORM} Set the vault with keyvault, or write the full identifier.`,
		},
	],
	[/=[^=]*=/, { problem: 'the line has more than one "=".', hint: FORM }],
	[/\t/, { problem: 'the line has a tab inside.', hint: `${ONE_PER_LINE} ${FORM_TOO}` }],
	[/[^\s=]\s+[^\s=]/, { problem: 'the line has a space inside.', hint: `${ONE_PER_LINE} ${FORM_TOO}` }],
];

function strangeCharacter(char: string): Mistake {
	const code = codePointOf(char);
	const plain = char.normalize('NFKC');
	if (/^[\p{C}\u2028\u2029]$/u.test(char)) {
		return { problem: `the line has the character ${code}, which cannot be seen.`, hint: 'Remove it.' };
	}
	if (/^\s$/.test(char)) {
		return {
			problem: `the line has the character ${code}, a special kind of space.`,
			hint: 'Write a plain space, or none.',
		};
	}
	if (/^[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]$/.test(char)) {
		return { problem: `the line has the character ${code}, a special kind of dash.`, hint: 'Write "-" instead.' };
	}
	if (/^[!-~]$/.test(plain)) {
		return {
			problem: `the line has the character ${code}, which only looks like "${plain}".`,
			hint: `Write "${plain}" instead.`,
		};
	}
	return {
		problem: `the line has the character ${code}, which is not ASCII.`,
		hint: 'Names have A-Z, a-z, 0-9 and hyphens. Letters of other alphabets can look the same.',
	};
}

/** A name, and which characters it may have. */
export interface NameRule {
	/** For people, e.g. `the name`. */
	readonly what: string;
	/** Matches a character that does not belong there. */
	readonly wrong: RegExp;
	readonly hint: string;
}

/** Says which character of a name does not belong there; undefined if each does. */
export function wrongCharacter(text: string, { what, wrong, hint }: NameRule): Mistake | undefined {
	const char = wrong.exec(text)?.[0];
	if (char === undefined) return undefined;
	return { problem: `${what} has ${describeCharacter(char)} in it.`, hint };
}

function describeCharacter(char: string): string {
	if (char === '_') return 'an underscore ("_")';
	if (char === ' ') return 'a space';
	if (char === '.') return 'a dot (".")';
	return /^[!-~]$/.test(char) ? `"${char}"` : codePointOf(char);
}

/** Longer texts are cut off: a message is for the part that is wrong, not for a whole value. */
const MAX_LENGTH = 60;

/**
 * Returns the text between quotation marks, cut off if it is long. Characters that cannot be seen, or that change how the
 * text around them is shown, appear as their code points.
 */
export function quote(text: string): string {
	const start = text.slice(0, 2 * MAX_LENGTH);
	const shown = Array.from(start).slice(0, MAX_LENGTH);
	const rest = shown.join('').length < text.length ? '\u2026' : '';
	return `"${shown.map((char) => (isPlain(char) ? char : codePointOf(char))).join('')}${rest}"`;
}

/** Returns the code point of a character as Unicode writes it, e.g. `U+00A0`. */
function codePointOf(char: string): string {
	const [codePoint = 0] = Array.from(char, (one) => one.codePointAt(0));
	return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

// Letters, marks, digits, punctuation and symbols of any script, and the blank.
function isPlain(char: string): boolean {
	return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(char);
}
