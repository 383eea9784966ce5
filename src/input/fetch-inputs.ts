// The inputs that choose what is fetched and how it is shown.
import { type ActionError, checkAll, expectedErrors } from '../errors.js';
import type { StepInputs } from '../ports.js';
import { type CloudInputs, readCloudInputs } from './cloud-inputs.js';
import { LINES_INPUTS, type RawLine, splitLines } from './line-grammar.js';
import { invalidInput, readBoolean, readText, readWholeNumber } from './scalars.js';

/** Inputs of the plan. Those that could not be read have their defaults, so that the rest can be checked in the same run. */
export interface PlanInputs {
	/** Undefined if one of these inputs could not be read. */
	readonly cloud: CloudInputs | undefined;
	/** Vault name or URL as the user wrote it. */
	readonly keyvault: string | undefined;
	/** At least one, unless that is among the mistakes. */
	readonly lines: readonly RawLine[];
	/** Whether the outputs are to be variables as well. */
	readonly exportEnv: boolean;
	/** Errors of the inputs: if there are any, no plan can be made. */
	readonly mistakes: readonly ActionError[];
	/** Advice if a vault is missing; left out if nothing is known. */
	readonly keyvaultAdvice?: string | undefined;
}

/** Settings for how results are shown. */
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
			mistakes.push(...expectedErrors(error));
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
			'Name at least one object, one per line. A variable or secret that is not set arrives here as empty text.',
	);
}

/** An input of this action that others are mistaken for. */
type Meant = 'keyvault' | 'secrets' | 'certificates' | 'keys';

/** By the input that is meant. No name here is an input of the action. */
export const MISPLACED: Readonly<Record<Meant, readonly string[]>> = {
	keyvault: [
		...['vault', 'vault-name', 'vault_name', 'vaultname', 'vault-url', 'vault_url', 'vaulturl', 'vaults', 'keyvaults'],
		...['key-vault', 'key_vault', 'keyvault-name', 'keyvault_name', 'keyvaultname', 'key-vault-name', 'key_vault_name'],
		...['keyvault-url', 'keyvault_url', 'keyvaulturl', 'key-vault-url', 'key-vault-uri', 'keyvault-uri', 'akv'],
	],
	secrets: [
		...['secret', 'secret-name', 'secret_name', 'secretname', 'secret-names', 'secret_names', 'secretnames'],
		...['names', 'name', 'secrets-filter', 'secretsfilter', 'secret-list', 'keyvault-secrets'],
	],
	certificates: [
		...['certificate', 'certificate-name', 'certificate_name', 'certificatename', 'certificate-names'],
		...['cert', 'certs', 'cert-name', 'pfx'],
	],
	keys: ['key', 'key-name', 'key_name', 'keyname', 'key-names'],
};

/** Inputs of the other actions of this repository that are easily taken for one of this action. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
	['certificate', 'the token and the rotate action'],
	['secret', 'the rotate action'],
	['keyvaults', 'the expiry action'],
]);

/** Says that an input of another name was given for one of these; undefined if none was. Its text is not repeated. */
export function adviseOnMisplaced(inputs: StepInputs, meant: readonly Meant[]): string | undefined {
	for (const one of meant) {
		const given = MISPLACED[one].find((name) => readText(inputs, name) !== undefined);
		if (given === undefined) continue;
		const owner = ELSEWHERE.get(given);
		const why = owner === undefined ? 'is not an input of this action' : `is an input of ${owner}, not of this one`;
		return `The input ${given} ${why}: write ${one}.`;
	}
	return undefined;
}
