// References with stars: which names they match, and what the matches are called.
import { describeLine, type Line, lineError } from '../input/line-grammar.js';
import type { Modifiers } from '../input/modifiers.js';
import { checkOutput, type Destination, makeDestination, withoutLeadingDigit } from './destination.js';
import type { Collection } from './identifier.js';
import { adviseOwnLine } from './output-names.js';

/** A line whose reference has stars. */
export interface PatternLine {
	readonly kind: 'pattern';
	readonly line: Line;
	readonly vaultUrl: string;
	readonly collection: Collection;
	/** Letters, digits, hyphens and at least one `*`. */
	readonly pattern: string;
	readonly modifiers: Modifiers;
}

/** For people, e.g. `secrets line 2 (team-*)`. */
export function describePattern({ line, pattern }: PatternLine): string {
	return `${describeLine(line)} (${pattern})`;
}

/**
 * Checks what stands before `=` on a line with a pattern.
 * @throws ActionError if it has not one star as the pattern has
 */
export function checkRenaming(line: Line, pattern: string): void {
	if (line.output === undefined) return;
	if (starsOf(line.output) === 1 && starsOf(pattern) === 1) {
		// The rest must do for an output, whatever the star stands for.
		checkOutput(line, line.output.replace('*', 'x'));
		return;
	}
	throw lineError(
		line,
		'one name cannot be the output of several objects.',
		'Write one star on each side, PREFIX_* = prefix-*, or leave "OUTPUT =" out.',
	);
}

/** Shorter beginnings leave it to whoever names the objects which variables the outputs become. */
const FIXED_LENGTH = 3;

/**
 * Checks that outputs which become variables begin with characters of the workflow's own.
 * @throws ActionError if they begin with fewer than three
 */
export function checkFixedBeginning(line: Line, pattern: string): void {
	const [beginning = ''] = (line.output ?? pattern).split('*');
	if (beginning.length >= FIXED_LENGTH) return;
	throw lineError(
		line,
		'with export-env, the outputs of a pattern must begin with at least three fixed characters, so that nobody who creates objects in the vault can choose the variables.',
		'Begin the new name or the pattern with them, such as KV_* = * or app-*, or leave export-env out.',
	);
}

/** Whether the name matches. Case does not matter, as in the vault. */
export function matchesPattern(pattern: string, name: string): boolean {
	const parts = pattern.toLowerCase().split('*');
	const [first = ''] = parts;
	const [last = ''] = parts.slice(-1);
	const text = name.toLowerCase();
	if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
	let offset = first.length;
	const end = text.length - last.length;
	// Each part as early as can be: if that leaves no room for the others, no later place does.
	return parts.slice(1, -1).every((part) => {
		const found = text.indexOf(part, offset);
		offset = found + part.length;
		return found !== -1 && offset <= end;
	});
}

/**
 * Returns the destination of a match.
 * @throws ActionError if a workflow could not use the name that comes of it
 */
export function placeMatch({ line, modifiers, pattern, vaultUrl }: PatternLine, name: string): Destination {
	const address = { vaultUrl, name, version: undefined };
	const [before = '', after = ''] = pattern.split('*');
	const star = name.slice(before.length, name.length - after.length);
	const output =
		line.output === undefined ? withoutLeadingDigit(name) : withoutLeadingDigit(line.output.replace('*', () => star));
	checkOutput(line, output, adviseOwnLine(name));
	// The tags have been judged: what they chose is the same object as if it had been named.
	return makeDestination({ line, output, isMatch: true }, address, { ...modifiers, tags: [] });
}

function starsOf(text: string): number {
	return text.split('*').length - 1;
}
