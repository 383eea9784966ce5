// Where values go: output names, and the clashes between them.
import { ActionError } from '../errors.js';
import { describeLine, type Line, type LinePlace, lineError } from '../input/line-grammar.js';
import { type Collection, type Identifier, identifierKey } from './identifier.js';

/** What follows the output's own name, for each output that a reference of this collection makes. */
export const OUTPUT_SUFFIXES = {
	secrets: [''],
	certificates: ['', '-thumbprint', '-subject', '-expires-on', '-version', '-cer'],
} as const satisfies Readonly<Record<Collection, readonly string[]>>;

/** Outputs that are always there. */
export const RESERVED_OUTPUTS: readonly string[] = ['secrets', 'expiring'];

/**
 * The output's name: the one before `=`, or the object's own.
 * @throws ActionError where the runner or an expression could not use it
 */
export function chooseOutput(line: Line, { name }: Pick<Identifier, 'name'>): string {
	// The runner takes a name with "=" or a line break for several outputs, so this is a guard as well as a courtesy.
	const output = line.output ?? (/^[0-9-]/.test(name) ? `_${name}` : name);
	if (!/^[a-z_][a-z0-9_-]*$/i.test(output)) {
		throw lineError(
			line,
			'has an output name that a workflow cannot use.',
			'Expected a letter or _, then letters, digits, - and _.',
		);
	}
	if (RESERVED_OUTPUTS.includes(output.toLowerCase())) {
		throw lineError(line, `would set the output "${output}", which is reserved.`, 'Write OTHER_NAME = NAME.');
	}
	return output;
}

/** An output's name and what makes it. */
export interface Destination {
	readonly line: Pick<Line, 'input' | 'number'>;
	readonly output: string;
	readonly item: Identifier;
}

/**
 * Claims output names, one destination after the other. A claim is false where an earlier one was for the same output
 * and the same object: nothing is left to do for it.
 *
 * The claim throws an ActionError that names both lines where two would set the same output: expressions compare names
 * without regard to case.
 */
export function makeClaims(): (destination: Destination) => boolean {
	const takenBy = new Map<string, Destination>();
	return (destination) => {
		const { output, item } = destination;
		const names = OUTPUT_SUFFIXES[item.collection].map((suffix) => `${output}${suffix}`);
		for (const name of names) {
			const other = takenBy.get(name.toLowerCase());
			if (other === undefined) continue;
			if (other.output === output && identifierKey(other.item) === identifierKey(item)) return false;
			throw outputClash(`the output "${name}"`, other.line, destination.line);
		}
		for (const name of names) takenBy.set(name.toLowerCase(), destination);
		return true;
	};
}

/** The error for two lines that would set the same output or variable. */
export function outputClash(what: string, first: LinePlace, second: LinePlace): ActionError {
	return new ActionError({
		code: 'OUTPUT_CLASH',
		title: 'Two outputs of one name',
		subject: describeLine(second),
		problem: `would set ${what}, which ${describeLine(first)} sets already (case does not count).`,
		hint: 'Write OTHER_NAME = NAME in one of them.',
	});
}
