// Inputs of one value: text, true or false, a whole number.
import { ActionError } from '../errors.js';
import type { StepInputs } from '../ports.js';

/** The input without the white space around it; undefined if nothing else is there. */
export function readText(inputs: StepInputs, name: string): string | undefined {
	const text = inputs.input(name).trim();
	return text === '' ? undefined : text;
}

/** `true` or `false` in any of the three spellings of YAML 1.2's core schema. */
export function readBoolean(inputs: StepInputs, name: string, fallback: boolean): boolean {
	const text = readText(inputs, name);
	if (text === undefined) return fallback;
	if (/^(?:true|True|TRUE)$/.test(text)) return true;
	if (/^(?:false|False|FALSE)$/.test(text)) return false;
	throw invalidInput(name, 'the value is neither true nor false.', 'Write true or false.');
}

/** A whole number that is not negative. */
export function readWholeNumber(inputs: StepInputs, name: string, fallback: number): number {
	const text = readText(inputs, name);
	if (text === undefined) return fallback;
	// Nine digits: more than any use needs, and exact in every arithmetic that follows.
	if (!/^\d{1,9}$/.test(text))
		throw invalidInput(name, 'the value is not a whole number from 0 to 999999999.', 'Write digits only.');
	return Number(text);
}

/** The error for an input that is not what it should be. The input's text is not part of it: it may be a misplaced secret. */
export function invalidInput(name: string, problem: string, hint?: string): ActionError {
	return new ActionError({
		code: 'INPUT_INVALID',
		title: `Input ${name}`,
		subject: name,
		problem,
		...(hint !== undefined && { hint }),
	});
}

/** Whether `export-env` is on. A text that is no boolean counts as off: whoever reads the other inputs reports it. */
export function wantsVariables(inputs: StepInputs): boolean {
	return /^(?:true|True|TRUE)$/.test(inputs.input('export-env').trim());
}
