// Where values go: which outputs a line makes, and what they are called.
import { type Line, type LinePlace, lineError } from '../input/line-grammar.js';
import type { Steps } from '../input/steps.js';
import type { Identifier } from './identifier.js';

/** An output's name and what makes it. */
export interface Destination {
	readonly line: LinePlace;
	readonly output: string;
	readonly item: Identifier;
	readonly steps: Steps;
}

/** Outputs that are always there. */
export const RESERVED_OUTPUTS: readonly string[] = ['secrets', 'expiring'];

/** Names of the outputs of a destination; the leaves of JSON come to them once they are known. */
export function outputNames({ output, steps }: Pick<Destination, 'output' | 'steps'>): readonly string[] {
	return suffixesOf(steps).map((suffix) => `${output}${suffix}`);
}

function suffixesOf(steps: Steps): readonly string[] {
	switch (steps.kind) {
		case 'secrets':
			if (steps.attributes) return ['-version', '-expires-on', '-enabled'];
			return ['', ...(steps.file ? ['-path'] : [])];
		case 'certificates':
			return [
				...(steps.public ? [] : ['']),
				...['-thumbprint', '-subject', '-expires-on', '-version', '-cer'],
				...(steps.file === undefined ? [] : ['-path']),
				...(steps.file === undefined || steps.pem ? [] : ['-password']),
				...(steps.pem ? ['-private-key', '-chain'] : []),
			];
		case 'keys':
			return ['', '-jwk', '-version'];
		default:
			throw steps satisfies never;
	}
}

/**
 * The output's name: the one before `=`, or the object's own.
 * @throws ActionError where the runner or an expression could not use it
 */
export function chooseOutput(line: LinePlace & Pick<Line, 'output'>, { name }: Pick<Identifier, 'name'>): string {
	return checkOutput(line, line.output ?? withoutLeadingDigit(name));
}

/** A vault's names may begin with what an output's may not. */
export function withoutLeadingDigit(name: string): string {
	return /^[0-9-]/.test(name) ? `_${name}` : name;
}

/**
 * The name itself.
 * @throws ActionError where the runner or an expression could not use it
 */
export function checkOutput(line: LinePlace, output: string): string {
	// The runner takes a name with "=" or a line break for several outputs, so this is a guard as well as a courtesy.
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
