// The lines of the set action: NAME < SOURCE [| MODIFIER [ARGUMENT]] ..., one per line or separated by commas.
//
// Nothing of a line is repeated beyond its name: somebody may have pasted a value there.
import { type LinePlace, lineError, type RawLine } from './line-grammar.js';
import { literalMistake, missingSource, signMistake } from './set-line-mistakes.js';

/** Inputs of the set action that hold lines, in the order in which they are written. */
export const SET_INPUTS = ['secrets', 'certificates'] as const;

/** The name of such an input. */
export type SetInput = (typeof SET_INPUTS)[number];

/** Source of a value. */
export type ValueSource =
	| { readonly kind: 'env'; readonly variable: string }
	/** As the user wrote it: absolute, or relative to the workspace. */
	| { readonly kind: 'file'; readonly path: string }
	/** Letters and digits, so many. */
	| { readonly kind: 'generate'; readonly length: number };

/** A line of the set action in its parts, trimmed. */
export interface SetLine extends LinePlace {
	readonly input: SetInput;
	readonly name: string;
	/** Text after `<`. */
	readonly source: string;
	/** Texts between and after the `|`. */
	readonly modifiers: readonly string[];
}

/**
 * Returns the parts of an entry. What stands before the first `<` is the name.
 * @throws ActionError that names the line, if it has no source, or a value in place of one
 */
export function splitSetLine(raw: RawLine<SetInput>): SetLine {
	const { text, ...place } = raw;
	const [head = '', ...modifiers] = text.split('|').map((part) => part.trim());
	const at = head.indexOf('<');
	const [name, source] = [head.slice(0, Math.max(0, at)).trim(), head.slice(at + 1).trim()];
	const mistake =
		at === -1
			? missingSource(head)
			: (signMistake({ name, source }) ?? (isSource(source) ? undefined : literalMistake(source)));
	if (mistake !== undefined) throw lineError(raw, mistake.problem, mistake.hint);
	return { ...place, name, source, modifiers };
}

const SOURCE = /^(env|file|generate)(?:\s+(\S.*))?$/s;

function isSource(text: string): boolean {
	return SOURCE.test(text);
}

/** A value that is shorter can be guessed. */
const MIN_LENGTH = 16;

/** Largest value that a vault holds, in bytes: https://learn.microsoft.com/azure/key-vault/secrets/about-secrets */
export const MAX_VALUE_BYTES = 25_600;

/**
 * Returns the source of the line's value.
 * @throws ActionError that names the line, if the source is not written in full
 */
export function parseSource(line: SetLine): ValueSource {
	const [kind, argument = ''] = line.source.split(/\s+(.*)/s);
	switch (kind) {
		case 'env':
			return { kind, variable: checkVariable(line, argument) };
		case 'file':
			return { kind, path: checkPath(line, argument) };
		default:
			return { kind: 'generate', length: checkLength(line, argument) };
	}
}

const ENV_FORM = 'Write NAME < env VARIABLE, with the name of a variable that the env of this step sets.';

function checkVariable(line: SetLine, variable: string): string {
	if (variable === '') throw lineError(line, 'no variable follows env.', ENV_FORM);
	if (/^[$%{]|\}\}?$/.test(variable)) {
		throw lineError(
			line,
			'the variable after env is written as a reference to it.',
			`${ENV_FORM} No "$" belongs there.`,
		);
	}
	if (/[\s\x22\x27\x60=]/.test(variable))
		throw lineError(line, 'what follows env is not the name of a variable.', ENV_FORM);
	return variable;
}

const FILE_FORM = 'Write NAME < file PATH, with a path that starts at the workspace or is absolute.';

function checkPath(line: SetLine, path: string): string {
	if (path === '') throw lineError(line, 'no path follows file.', FILE_FORM);
	if (/^[\x22\x27\x60]|[\x22\x27\x60]$/.test(path))
		throw lineError(line, 'the path after file is in quotes.', 'Remove the quotes.');
	return path;
}

function checkLength(line: SetLine, text: string): number {
	const form = `Write NAME < generate LENGTH, with the number of characters, ${MIN_LENGTH} or more.`;
	if (line.input === 'certificates') {
		throw lineError(line, 'a certificate cannot be generated here.', 'Write NAME < file PATH or NAME < env VARIABLE.');
	}
	if (text === '') throw lineError(line, 'no length follows generate.', form);
	if (!/^\d{1,9}$/.test(text)) throw lineError(line, 'what follows generate is not a whole number.', form);
	const length = Number(text);
	if (length < MIN_LENGTH) throw lineError(line, `generate makes ${MIN_LENGTH} characters or more.`, form);
	if (length > MAX_VALUE_BYTES)
		throw lineError(line, `a vault holds at most ${MAX_VALUE_BYTES} bytes of a secret.`, form);
	return length;
}
