// The inputs of the expiry action beside those that sign in.
import { checkAll } from '../errors.js';
import type { StepInputs } from '../ports.js';
import { type CloudInputs, readCloudInputs, readGraphHost } from './cloud-inputs.js';
import { type RawLine, splitLines } from './line-grammar.js';
import { invalidInput, readBoolean, readText, readWholeNumber } from './scalars.js';

/** Vaults and tenant to list. */
export interface ExpiryInputs {
	readonly cloud: CloudInputs;
	/** An https origin. */
	readonly graphHost: string | undefined;
	/** Vault names or URLs as the user wrote them; none only with `tenantApps`. */
	readonly vaults: readonly RawLine<'keyvaults'>[];
	/** Whether the tenant's applications are listed as well. */
	readonly tenantApps: boolean;
}

/** Limits of what counts as near, and how it is shown. */
export interface ExpiryOptions {
	/** Days; 0 turns the warnings off. */
	readonly warningDays: number;
	/** Days; undefined if nothing that ends makes the step fail. */
	readonly failureDays: number | undefined;
	readonly summary: boolean;
}

/** Names that people give to `keyvaults`. A runner hands on inputs that an action does not declare. */
const MISPLACED = ['keyvault', 'vaults', 'vault', 'key-vaults', 'key-vault', 'vault-names', 'vault-name'];

/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
export function readExpiryInputs(inputs: StepInputs): ExpiryInputs {
	const read = checkAll<ExpiryInputs>({
		cloud: () => readCloudInputs(inputs),
		graphHost: () => readGraphHost(inputs),
		vaults: () => readVaultLines(inputs),
		tenantApps: () => readBoolean(inputs, 'tenant-apps', false),
	});
	if (read.vaults.length === 0) refuseMisplaced(inputs);
	if (read.vaults.length > 0 || read.tenantApps) return read;
	throw invalidInput(
		'keyvaults',
		'the input is empty, and `tenant-apps` is not true, so there is nothing to list.',
		'Name at least one vault, one per line, or set `tenant-apps` to true. A variable that is not set arrives here as an empty text.',
	);
}

/** Reads the lines of `keyvaults` alone; none if it is empty. */
export function readVaultLines(inputs: StepInputs): ExpiryInputs['vaults'] {
	return splitLines('keyvaults', inputs.input('keyvaults'));
}

function refuseMisplaced(inputs: StepInputs): void {
	const given = MISPLACED.find((name) => readText(inputs, name) !== undefined);
	if (given === undefined) return;
	throw invalidInput(
		'keyvaults',
		'the input is empty.',
		`The input ${given} is not an input of this action: write keyvaults.`,
	);
}

/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
export function readExpiryOptions(inputs: StepInputs): ExpiryOptions {
	return checkAll<ExpiryOptions>({
		warningDays: () => readWholeNumber(inputs, 'expiry-warning-days', 30),
		failureDays: () => {
			const isGiven = readText(inputs, 'expiry-failure-days') !== undefined;
			return isGiven ? readWholeNumber(inputs, 'expiry-failure-days', 0) : undefined;
		},
		summary: () => readBoolean(inputs, 'summary', true),
	});
}
