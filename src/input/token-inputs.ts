// The inputs of the token action beside those that sign in.
import { checkAll } from '../errors.js';
import type { StepInputs } from '../ports.js';
import { type CloudInputs, readCloudInputs } from './cloud-inputs.js';
import { type RawLine, splitLines } from './line-grammar.js';
import { invalidInput, readBoolean, readText } from './scalars.js';
import { checkClientId, checked, checkTenant, type Sourced } from './sign-in-inputs.js';

/** What the plan of the token action is made from. */
export interface TokenInputs {
	readonly cloud: CloudInputs;
	/** Vault name or URL as the user wrote it. */
	readonly keyvault: string | undefined;
	/** The certificate as the user wrote it. */
	readonly certificate: string;
	/** Application that the tokens are for; undefined for the one that signs in. */
	readonly appId: string | undefined;
	/** GUID or domain; undefined for the tenant of the sign-in. */
	readonly appTenantId: string | undefined;
	/** At least one. */
	readonly lines: readonly RawLine<'scopes'>[];
	/** Are the outputs to be variables as well? */
	readonly exportEnv: boolean;
	/** Which variables must not be set; needed with `exportEnv`. */
	readonly refuses?: ((variable: string) => boolean) | undefined;
}

/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
export function readTokenInputs(inputs: StepInputs): TokenInputs {
	return checkAll<TokenInputs>({
		cloud: () => readCloudInputs(inputs),
		keyvault: () => readText(inputs, 'keyvault'),
		certificate: () => readCertificate(inputs),
		appId: () => checked(readSourced(inputs, 'app-id'), checkClientId)?.value,
		appTenantId: () => checked(readSourced(inputs, 'app-tenant-id'), checkTenant)?.value,
		lines: () => readScopes(inputs),
		exportEnv: () => readBoolean(inputs, 'export-env', false),
	});
}

/** Is the job summary to be written? @throws ActionError where the input is neither true nor false */
export function readTokenSummary(inputs: StepInputs): boolean {
	return readBoolean(inputs, 'summary', true);
}

function readCertificate(inputs: StepInputs): string {
	const text = readText(inputs, 'certificate');
	if (text !== undefined) return text;
	throw invalidInput('certificate', 'is empty.', 'Name the certificate whose key signs: NAME or NAME/VERSION.');
}

function readSourced(inputs: StepInputs, source: string): Sourced<string> | undefined {
	const value = readText(inputs, source);
	return value === undefined ? undefined : { value, source };
}

function readScopes(inputs: StepInputs): readonly RawLine<'scopes'>[] {
	const lines = splitLines('scopes', inputs.input('scopes'));
	if (lines.length > 0) return lines;
	throw invalidInput(
		'scopes',
		'names no token.',
		'Write NAME = SCOPE, one a line, e.g. GRAPH = https://graph.microsoft.com/.default.',
	);
}
