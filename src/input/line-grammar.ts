// The lines of `secrets`, `certificates` and `keys`: [OUTPUT =] REFERENCE [| MODIFIER [ARGUMENT]] ..., one per line or
// separated by commas.
import { ActionError } from '../errors.js';

/** Inputs that hold lines. */
export const LINES_INPUTS = ['secrets', 'certificates', 'keys'] as const;

/** The name of such an input. */
export type LinesInput = (typeof LINES_INPUTS)[number];

/** Place of an entry in an input. */
export interface LinePlace {
	readonly input: string;
	/** Counted from 1, as an editor counts. Entries that commas separate share it. */
	readonly number: number;
	/** Number of the entry in its line, counted from 1; left out if the line has one. */
	readonly entry?: number;
}

/** One entry of an input that holds lines, as yet unread. */
export interface RawLine<I extends string = LinesInput> extends LinePlace {
	readonly input: I;
	readonly text: string;
}

/** One reference as the user wrote it, its parts trimmed. */
export interface Line extends LinePlace {
	readonly input: LinesInput;
	/** Text before `=`; undefined if there is none. */
	readonly output: string | undefined;
	readonly reference: string;
	/** Texts between and after the `|`. */
	readonly modifiers: readonly string[];
}

/** The entries of an input's text. Empty ones, and lines that begin with `#`, are skipped. */
export function splitLines<I extends string>(input: I, text: string): readonly RawLine<I>[] {
	return text
		.split(/\r\n|\r|\n/)
		.map((physical, index) => ({ number: index + 1, physical }))
		.filter(({ physical }) => !physical.trim().startsWith('#'))
		.flatMap(({ number, physical }) => splitEntries({ input, number }, physical));
}

function splitEntries<I extends string>(place: Pick<RawLine<I>, 'input' | 'number'>, physical: string): RawLine<I>[] {
	const texts = physical
		.split(',')
		.map((text) => text.trim())
		.filter((text) => text !== '');
	return texts.map((text, index) => ({ ...place, ...(texts.length > 1 && { entry: index + 1 }), text }));
}

/**
 * The parts of an entry. A `=` assigns only before the first `|`.
 * @throws ActionError that names the line and says what was expected
 */
export function parseLine(raw: RawLine): Line {
	const { text, ...place } = raw;
	const [head = '', ...modifiers] = text.split('|').map((part) => part.trim());
	const equals = head.indexOf('=');
	const output = equals === -1 ? undefined : head.slice(0, equals).trim();
	const reference = head.slice(equals + 1).trim();
	if (output === '') throw lineError(raw, 'nothing stands before "=".', 'Write OUTPUT = NAME, or NAME alone.');
	if (reference === '' && output !== undefined)
		throw lineError(raw, 'nothing stands after "=".', 'Write OUTPUT = NAME.');
	if (reference === '') throw lineError(raw, 'nothing stands before "|".', 'Write NAME | MODIFIER.');
	return { ...place, output, reference, modifiers };
}

/** Returns the place of a line, e.g. `secrets line 3`. */
export function describeLine(line: LinePlace): string {
	return `${line.input} line ${line.number}`;
}

/** The error for a line that cannot be used. */
export function lineError(line: LinePlace, problem: string, hint?: string): ActionError {
	const more = line.entry === undefined ? undefined : `It is entry ${line.entry} of the line.`;
	const advice = [hint, more].filter((one) => one !== undefined).join(' ');
	return new ActionError({
		code: 'LINE_INVALID',
		title: `Input ${line.input}`,
		subject: describeLine(line),
		problem,
		...(advice !== '' && { hint: advice }),
	});
}

/** Argument that may follow a modifier's name: nothing, a text of the user's, or one of these words. */
export type ArgumentRule = 'none' | 'text' | readonly string[];

/** By the input of the line, in the order in which messages list them. */
export const MODIFIERS: Readonly<Record<LinesInput, ReadonlyMap<string, ArgumentRule>>> = {
	secrets: new Map<string, ArgumentRule>([
		['tag', 'text'],
		['json', 'text'],
		['base64', 'none'],
		['file', 'none'],
		['unmasked', 'none'],
		['attributes', 'none'],
	]),
	certificates: new Map<string, ArgumentRule>([
		['tag', 'text'],
		['file', ['3des']],
		['pem', 'none'],
		['store', 'none'],
		['public', 'none'],
	]),
	keys: new Map<string, ArgumentRule>([['tag', 'text']]),
};
