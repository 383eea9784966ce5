// The inputs that choose what is fetched and how it is shown.
import { checkAll } from '../errors.js';
import type { StepInputs } from '../ports.js';
import { type CloudInputs, readCloudInputs } from './cloud-inputs.js';
import { LINES_INPUTS, type RawLine, splitLines } from './line-grammar.js';
import { invalidInput, readBoolean, readText, readWholeNumber } from './scalars.js';

/** What the plan is made from. */
export interface PlanInputs {
	readonly cloud: CloudInputs;
	/** Vault name or URL as the user wrote it. */
	readonly keyvault: string | undefined;
	/** At least one. */
	readonly lines: readonly RawLine[];
	/** Are the outputs to be variables as well? */
	readonly exportEnv: boolean;
	/** Why no certificate can go to the user's store, and what to do; left out where it can. */
	readonly noStore?: { readonly problem: string; readonly hint: string };
}

/** How results are shown. */
export interface FetchOptions {
	readonly ignoreMissing: boolean;
	/** Days; 0 turns the warnings off. */
	readonly expiryWarningDays: number;
	readonly summary: boolean;
}

/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
export function readPlanInputs(inputs: StepInputs): PlanInputs {
	return checkAll<PlanInputs>({
		cloud: () => readCloudInputs(inputs),
		keyvault: () => readText(inputs, 'keyvault'),
		lines: () => readLines(inputs),
		exportEnv: () => readBoolean(inputs, 'export-env', false),
	});
}

/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
export function readFetchOptions(inputs: StepInputs): FetchOptions {
	return checkAll<FetchOptions>({
		ignoreMissing: () => readBoolean(inputs, 'ignore-missing', false),
		expiryWarningDays: () => readWholeNumber(inputs, 'expiry-warning-days', 30),
		summary: () => readBoolean(inputs, 'summary', true),
	});
}

function readLines(inputs: StepInputs): readonly RawLine[] {
	const lines = LINES_INPUTS.flatMap((name) => splitLines(name, inputs.input(name)));
	if (lines.length > 0) return lines;
	throw invalidInput(
		'secrets',
		'names nothing to fetch, and neither do certificates and keys.',
		'Name at least one, one a line. A variable or secret that is not set arrives here as an empty text.',
	);
}
