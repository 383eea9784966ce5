// The lines of `secrets` and `certificates`: [OUTPUT =] REFERENCE, one a line or separated by commas.
import { ActionError, checkEach } from '../errors.js';

/** Inputs that hold lines. */
export const LINES_INPUTS = ['secrets', 'certificates'] as const;

/** The name of such an input. */
export type LinesInput = (typeof LINES_INPUTS)[number];

/** One reference as the user wrote it, its parts trimmed. */
export interface Line {
	readonly input: LinesInput;
	/** Counted from 1, as an editor counts. */
	readonly number: number;
	/** What stands before `=`; undefined where there is none. */
	readonly output: string | undefined;
	readonly reference: string;
}

/**
 * The references that an input's text lists. Empty lines, and lines that begin with `#`, are passed over.
 * @throws ActionErrors that name each bad line
 */
export function parseLines(input: LinesInput, text: string): readonly Line[] {
	return checkEach(splitEntries(text), ({ number, entry }) => parseEntry(input, number, entry));
}

function splitEntries(text: string): { number: number; entry: string }[] {
	return text
		.split(/\r\n|\r|\n/)
		.map((physical, index) => ({ number: index + 1, physical }))
		.filter(({ physical }) => !physical.trim().startsWith('#'))
		.flatMap(({ number, physical }) => physical.split(',').map((entry) => ({ number, entry: entry.trim() })))
		.filter(({ entry }) => entry !== '');
}

function parseEntry(input: LinesInput, number: number, entry: string): Line {
	const place = { input, number };
	if (entry.includes('|')) throw lineError(place, 'has a "|", which no name and no identifier can hold.');
	const equals = entry.indexOf('=');
	if (equals === -1) return { ...place, output: undefined, reference: entry };
	const output = entry.slice(0, equals).trim();
	const reference = entry.slice(equals + 1).trim();
	if (output === '') throw lineError(place, 'has nothing before "=".', 'Write OUTPUT = NAME, or NAME alone.');
	if (reference === '') throw lineError(place, 'has nothing after "=".', 'Write OUTPUT = NAME.');
	return { ...place, output, reference };
}

/** Where a line stands, e.g. `secrets line 3`. */
export function describeLine(line: Pick<Line, 'input' | 'number'>): string {
	return `${line.input} line ${line.number}`;
}

/** The error for a line that cannot be used. */
export function lineError(line: Pick<Line, 'input' | 'number'>, problem: string, hint?: string): ActionError {
	return new ActionError({
		code: 'LINE_INVALID',
		title: `Input ${line.input}`,
		subject: describeLine(line),
		problem,
		...(hint !== undefined && { hint }),
	});
}
