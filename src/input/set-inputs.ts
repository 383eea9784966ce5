// The inputs of the set action beside those that sign in.
import { checkAll } from '../errors.js';
import type { StepInputs } from '../ports.js';
import { SecretText } from '../secret-text.js';
import { adviseOnMisplaced } from './fetch-inputs.js';
import { type RawLine, splitLines } from './line-grammar.js';
import { invalidInput, readBoolean, readText } from './scalars.js';
import { SET_INPUTS, type SetInput } from './set-lines.js';

/** Settings for how it is written. */
export interface SetOptions {
	/** Whether the version before is disabled once the new one is stored. */
	readonly disablePrevious: boolean;
	/** Whether what is deleted and can be recovered is recovered first. */
	readonly recover: boolean;
	readonly dryRun: boolean;
	readonly summary: boolean;
}

/** Reads each of these inputs once. @throws ActionErrors that name each input that is neither true nor false */
export function readSetOptions(inputs: StepInputs): SetOptions {
	return checkAll<SetOptions>({
		disablePrevious: () => readBoolean(inputs, 'disable-previous', false),
		recover: () => readBoolean(inputs, 'recover', false),
		dryRun: () => readBoolean(inputs, 'dry-run', false),
		summary: () => readBoolean(inputs, 'summary', true),
	});
}

const EMPTY = 'A variable that is not set arrives here as an empty text.';

/** Returns the vault's name or URL as the user wrote it. @throws ActionError if it is empty */
export function readSetKeyvault(inputs: StepInputs): string {
	const text = readText(inputs, 'keyvault');
	if (text !== undefined) return text;
	const advice = adviseOnMisplaced(inputs, ['keyvault']) ?? `Name the vault to write to. ${EMPTY}`;
	throw invalidInput('keyvault', 'the input is empty.', advice);
}

/** Returns at least one line; secrets stand before certificates. @throws ActionError if nothing is named */
export function readSetLines(inputs: StepInputs): readonly RawLine<SetInput>[] {
	const lines = SET_INPUTS.flatMap((name) => splitLines(name, inputs.input(name)));
	if (lines.length > 0) return lines;
	const advice =
		adviseOnMisplaced(inputs, SET_INPUTS) ?? `Write one line for each, such as NAME < env VARIABLE. ${EMPTY}`;
	throw invalidInput('secrets', 'nothing is named to write, here or in certificates.', advice);
}

/** Returns the password of a PFX, or of an encrypted key in PEM; undefined if none is given. */
export function readCertificatePassword(inputs: StepInputs): SecretText | undefined {
	const text = readText(inputs, 'certificate-password');
	return text === undefined ? undefined : new SecretText(text);
}

/** Returns what a variable that a line names holds; undefined if it is not set, or empty. */
export function readSourceVariable(inputs: StepInputs, variable: string): string | undefined {
	return inputs.variable(variable);
}
