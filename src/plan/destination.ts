// Where values go: output names, and the clashes between them.
import { ActionError, checkEach } from '../errors.js';
import { describeLine, type Line, lineError } from '../input/line-grammar.js';
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
	readonly line: Line;
	readonly output: string;
	readonly item: Identifier;
}

/**
 * Throws where two lines would set the same output: expressions compare names without regard to case. The same
 * reference under the same name twice is no clash.
 * @throws ActionErrors that name both lines of each clash
 */
export function checkClashes(destinations: readonly Destination[]): void {
	const takenBy = new Map<string, Destination>();
	checkEach(destinations, (destination) => {
		for (const suffix of OUTPUT_SUFFIXES[destination.item.collection]) {
			const name = `${destination.output}${suffix}`;
			const other = takenBy.get(name.toLowerCase()) ?? destination;
			if (!isSame(other, destination)) throw clash(name, other, destination);
			takenBy.set(name.toLowerCase(), other);
		}
	});
}

/** Would these two set the same outputs to the same values? */
export function isSame(one: Destination, other: Destination): boolean {
	return one.output === other.output && identifierKey(one.item) === identifierKey(other.item);
}

function clash(name: string, first: Destination, second: Destination): ActionError {
	return new ActionError({
		code: 'OUTPUT_CLASH',
		title: 'Two outputs of one name',
		subject: describeLine(second.line),
		problem: `would set the output "${name}", which ${describeLine(first.line)} sets already (case does not count).`,
		hint: 'Write OTHER_NAME = NAME in one of them.',
	});
}
