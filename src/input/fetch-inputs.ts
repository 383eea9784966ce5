// The inputs that choose what is fetched and how it is shown.
import { type ActionError, checkAll, foreseenErrors } from '../errors.js';
import type { StepInputs } from '../ports.js';
import { type CloudInputs, readCloudInputs } from './cloud-inputs.js';
import { LINES_INPUTS, type RawLine, splitLines } from './line-grammar.js';
import { adviseOnMisplaced } from './misplaced-inputs.js';
import { invalidInput, readBoolean, readText, readWholeNumber } from './scalars.js';

/** What the plan is made from. What could not be read has its default, so that the rest can be checked in the same run. */
export interface PlanInputs {
	/** Undefined if one of these inputs could not be read. */
	readonly cloud: CloudInputs | undefined;
	/** Vault name or URL as the user wrote it. */
	readonly keyvault: string | undefined;
	/** At least one, unless that is among the mistakes. */
	readonly lines: readonly RawLine[];
	/** Whether the outputs are to be variables as well. */
	readonly exportEnv: boolean;
	/** What was wrong with an input: no plan can be made then. */
	readonly mistakes: readonly ActionError[];
	/** What to say if a vault is missing; left out if nothing is known. */
	readonly keyvaultAdvice?: string | undefined;
	/** Why no certificate can go to the user's store, and what to do; left out if one can. */
	readonly noStore?: { readonly problem: string; readonly hint: string };
	/** Which variables must not be set; needed with `exportEnv`. */
	readonly refuses?: ((variable: string) => boolean) | undefined;
}

/** How results are shown. */
export interface FetchOptions {
	readonly ignoreMissing: boolean;
	/** Days; 0 turns the warnings off. */
	readonly expiryWarningDays: number;
	readonly summary: boolean;
}

/** Reads each of these inputs once. Never throws an expected error: each is among the mistakes. */
export function readPlanInputs(inputs: StepInputs): PlanInputs {
	const mistakes: ActionError[] = [];
	const read = <T>(check: () => T): T | undefined => {
		try {
			return check();
		} catch (error) {
			mistakes.push(...foreseenErrors(error));
			return undefined;
		}
	};
	const keyvault = readText(inputs, 'keyvault');
	return {
		cloud: read(() => readCloudInputs(inputs)),
		keyvault,
		lines: read(() => readLines(inputs)) ?? [],
		exportEnv: read(() => readBoolean(inputs, 'export-env', false)) ?? false,
		mistakes,
		...(keyvault === undefined && { keyvaultAdvice: adviseOnMisplaced(inputs, ['keyvault']) }),
	};
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
		'nothing is named to fetch, here or in certificates and keys.',
		adviseOnMisplaced(inputs, LINES_INPUTS) ??
			'Name at least one object, one per line. A variable or secret that is not set arrives here as an empty text.',
	);
}
