// The inputs that choose what is fetched and how it is shown.
import { checkAll, checkEach } from '../errors.js';
import type { StepInputs } from '../ports.js';
import { LINES_INPUTS, type Line, parseLines } from './line-grammar.js';
import { invalidInput, readBoolean, readText, readWholeNumber } from './scalars.js';
import { readSignInInputs, type SignInInputs } from './sign-in-inputs.js';

/** Every input of the root action, each checked by itself. */
export interface FetchInputs {
	readonly signIn: SignInInputs;
	/** Vault name or URL as the user wrote it. */
	readonly keyvault: string | undefined;
	readonly lines: readonly Line[];
	readonly ignoreMissing: boolean;
	/** Days; 0 turns the warnings off. */
	readonly expiryWarningDays: number;
	readonly summary: boolean;
}

/**
 * Reads every input once.
 * @throws ActionErrors that name each input and line that is not what it should be
 */
export function readFetchInputs(inputs: StepInputs): FetchInputs {
	return checkAll<FetchInputs>({
		signIn: () => readSignInInputs(inputs),
		keyvault: () => readText(inputs, 'keyvault'),
		lines: () => readLines(inputs),
		ignoreMissing: () => readBoolean(inputs, 'ignore-missing', false),
		expiryWarningDays: () => readWholeNumber(inputs, 'expiry-warning-days', 30),
		summary: () => readBoolean(inputs, 'summary', true),
	});
}

function readLines(inputs: StepInputs): readonly Line[] {
	const lines = checkEach(LINES_INPUTS, (name) => parseLines(name, inputs.input(name))).flat();
	if (lines.length > 0) return lines;
	throw invalidInput(
		'secrets',
		'names nothing to fetch, and neither does certificates.',
		'Name at least one, one a line. A variable or secret that is not set arrives here as an empty text.',
	);
}
