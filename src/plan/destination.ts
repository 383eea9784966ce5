// Destinations of values: the outputs that a line makes, and their names.
import { type Line, type LinePlace, lineError } from '../input/line-grammar.js';
import { wrongCharacter } from '../input/line-mistakes.js';
import type { Modifiers } from '../input/modifiers.js';
import type { Collection, Identifier } from './identifier.js';

/** An output's name, and what makes it: an object of one collection. */
export interface DestinationOf<C extends Collection> {
	readonly kind: C;
	readonly line: LinePlace;
	readonly output: string;
	readonly item: Identifier<C>;
	readonly modifiers: Extract<Modifiers, { readonly kind: C }>;
	/** Whether a pattern chose the object. */
	readonly isMatch?: true;
}

/** A destination of any collection. */
export type Destination = DestinationOf<'secrets'> | DestinationOf<'certificates'> | DestinationOf<'keys'>;

/** Makes a destination for an object of the collection that the modifiers are for. */
export function makeDestination(
	place: Pick<Destination, 'line' | 'output' | 'isMatch'>,
	address: Omit<Identifier, 'collection'>,
	modifiers: Modifiers,
): Destination {
	switch (modifiers.kind) {
		case 'secrets':
			return { ...place, kind: 'secrets', item: { ...address, collection: 'secrets' }, modifiers };
		case 'certificates':
			return { ...place, kind: 'certificates', item: { ...address, collection: 'certificates' }, modifiers };
		case 'keys':
			return { ...place, kind: 'keys', item: { ...address, collection: 'keys' }, modifiers };
		default:
			throw modifiers satisfies never;
	}
}

/** Outputs that are always there. */
export const RESERVED_OUTPUTS: readonly string[] = ['secrets', 'expiring'];

/** Names of the outputs of a destination; the leaves of JSON come to them once they are known. */
export function outputNames({ output, modifiers }: Pick<Destination, 'output' | 'modifiers'>): readonly string[] {
	return suffixesOf(modifiers).map((suffix) => `${output}${suffix}`);
}

function suffixesOf(modifiers: Modifiers): readonly string[] {
	switch (modifiers.kind) {
		case 'secrets':
			if (modifiers.attributes) return ['-version', '-expires-on', '-enabled'];
			return ['', ...(modifiers.file ? ['-path'] : [])];
		case 'certificates':
			return [
				...(modifiers.public ? [] : ['']),
				...['-thumbprint', '-subject', '-expires-on', '-version', '-cer'],
				...(modifiers.file === undefined ? [] : ['-path']),
				...(modifiers.file === undefined || modifiers.pem ? [] : ['-password']),
				...(modifiers.pem ? ['-private-key', '-chain'] : []),
			];
		case 'keys':
			return ['', '-jwk', '-version'];
		default:
			throw modifiers satisfies never;
	}
}

/**
 * The output's name: the one before `=`, or the object's own.
 * @throws ActionError if the runner or an expression could not use it
 */
export function chooseOutput(line: LinePlace & Pick<Line, 'output'>, { name }: Pick<Identifier, 'name'>): string {
	return checkOutput(line, line.output ?? withoutLeadingDigit(name));
}

/** Whether every run sets this output by itself. */
function isReserved(output: string): boolean {
	return RESERVED_OUTPUTS.includes(output.toLowerCase());
}

const OUTPUT_FORM = 'Begin it with a letter or _, and go on with letters, digits, - and _.';

/** A vault's names may begin with what an output's may not. */
export function withoutLeadingDigit(name: string): string {
	return /^[0-9-]/.test(name) ? `_${name}` : name;
}

/**
 * Returns the name itself.
 * @param advice for a name that is taken
 * @throws ActionError if the runner or an expression could not use it
 */
export function checkOutput(line: LinePlace, output: string, advice = 'Write OTHER_NAME = NAME.'): string {
	// The runner takes a name with "=" or a line break for several outputs, so this is a guard as well as a courtesy.
	if (!/^[a-z_][a-z0-9_-]*$/i.test(output)) {
		const mistake = wrongCharacter(output, {
			what: 'the name of the output',
			wrong: /[^A-Za-z0-9_-]/u,
			hint: OUTPUT_FORM,
		});
		const first = `the name of the output ${output === '' ? 'is empty' : 'begins with a digit or a hyphen'}.`;
		throw lineError(line, mistake?.problem ?? first, OUTPUT_FORM);
	}
	if (isReserved(output)) {
		throw lineError(line, `the output "${output.toLowerCase()}" is always set, so no line can set it.`, advice);
	}
	return output;
}
