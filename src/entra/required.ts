// Inputs that a way to sign in cannot do without.
import type { ActionError } from '../errors.js';
import { invalidInput } from '../input/scalars.js';
import { CLIENT_ID, type InputWithVariable, type SignInInputs } from '../input/sign-in-inputs.js';

/** The value, where it is given. @throws ActionError that names input and variable where it is not */
export function required<T>(value: T | undefined, { input, variable }: InputWithVariable): T {
	if (value !== undefined) return value;
	throw missing(input, `Set it, or the variable ${variable}.`);
}

/** The client ID. @throws ActionError where it is not given */
export function requiredClientId({ clientId }: SignInInputs): string {
	return required(clientId, CLIENT_ID).value;
}

/** The error for an input that is empty. */
export function missing(input: string, hint: string): ActionError {
	return invalidInput(
		input,
		'is empty.',
		`${hint} A secret that does not exist, or that a fork may not see, arrives here as an empty text.`,
	);
}
