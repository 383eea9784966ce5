// The lines of `secrets`, `certificates` and `keys`: [OUTPUT =] REFERENCE [| STEP [ARGUMENT]] ..., one a line or separated by commas.
import { ActionError } from '../errors.js';

/** Inputs that hold lines. */
export const LINES_INPUTS = ['secrets', 'certificates', 'keys'] as const;

/** The name of such an input. */
export type LinesInput = (typeof LINES_INPUTS)[number];

/** Where an entry of an input stands. */
export interface LinePlace {
	readonly input: string;
	/** Counted from 1, as an editor counts. Entries that commas separate share it. */
	readonly number: number;
}

/** One entry of an input that holds lines, as yet unread. */
export interface RawLine<I extends string = LinesInput> extends LinePlace {
	readonly input: I;
	readonly text: string;
}

/** One reference as the user wrote it, its parts trimmed. */
export interface Line {
	readonly input: LinesInput;
	readonly number: number;
	/** What stands before `=`; undefined where there is none. */
	readonly output: string | undefined;
	readonly reference: string;
	/** What stands between and after the `|`. */
	readonly steps: readonly string[];
}

/** The entries of an input's text. Empty ones, and lines that begin with `#`, are passed over. */
export function splitLines<I extends string>(input: I, text: string): readonly RawLine<I>[] {
	return text
		.split(/\r\n|\r|\n/)
		.map((physical, index) => ({ number: index + 1, physical }))
		.filter(({ physical }) => !physical.trim().startsWith('#'))
		.flatMap(({ number, physical }) => physical.split(',').map((entry) => ({ input, number, text: entry.trim() })))
		.filter((line) => line.text !== '');
}

/**
 * The parts of an entry. A `=` assigns only before the first `|`.
 * @throws ActionError that names the line and says what was expected
 */
export function parseLine(raw: RawLine): Line {
	const { input, number, text } = raw;
	const [head = '', ...steps] = text.split('|').map((part) => part.trim());
	const equals = head.indexOf('=');
	const output = equals === -1 ? undefined : head.slice(0, equals).trim();
	const reference = head.slice(equals + 1).trim();
	if (output === '') throw lineError(raw, 'has nothing before "=".', 'Write OUTPUT = NAME, or NAME alone.');
	if (reference === '' && output !== undefined) throw lineError(raw, 'has nothing after "=".', 'Write OUTPUT = NAME.');
	if (reference === '') throw lineError(raw, 'has nothing before "|".', 'Write NAME | STEP.');
	return { input, number, output, reference, steps };
}

/** Where a line stands, e.g. `secrets line 3`. */
export function describeLine(line: LinePlace): string {
	return `${line.input} line ${line.number}`;
}

/** The error for a line that cannot be used. */
export function lineError(line: LinePlace, problem: string, hint?: string): ActionError {
	return new ActionError({
		code: 'LINE_INVALID',
		title: `Input ${line.input}`,
		subject: describeLine(line),
		problem,
		...(hint !== undefined && { hint }),
	});
}
