// The inputs of the token action beside those that sign in.
import { checkAll, checkEach } from '../errors.js';
import type { StepInputs } from '../ports.js';
import { type CloudInputs, readCloudInputs } from './cloud-inputs.js';
import { type RawLine, splitLines } from './line-grammar.js';
import { invalidInput, readBoolean, readText } from './scalars.js';
import { checkClientId, checked, checkTenant, type Sourced } from './sign-in-inputs.js';

/** Whose the tokens are: the identity that signs in, or an application that a certificate in a vault speaks for. */
export type TokenOwnerInputs = { readonly kind: 'sign-in' } | CertificateOwnerInputs;

/** An application and its certificate. */
export interface CertificateOwnerInputs {
	readonly kind: 'certificate';
	/** Vault name or URL as the user wrote it. */
	readonly keyvault: string | undefined;
	/** The certificate as the user wrote it. */
	readonly certificate: string;
	/** Undefined for the application that signs in. */
	readonly appId: string | undefined;
	/** GUID or domain; undefined for the tenant of the sign-in. */
	readonly appTenantId: string | undefined;
}

/** What the plan of the token action is made from. */
export interface TokenInputs {
	readonly cloud: CloudInputs;
	readonly owner: TokenOwnerInputs;
	/** At least one. */
	readonly lines: readonly RawLine<'scopes'>[];
	/** Whether the outputs become variables, too. */
	readonly exportEnv: boolean;
	/** Whether a variable must not be set; needed with `exportEnv`. */
	readonly refuses?: ((variable: string) => boolean) | undefined;
}

/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
export function readTokenInputs(inputs: StepInputs): TokenInputs {
	return checkAll<TokenInputs>({
		cloud: () => readCloudInputs(inputs),
		owner: () => readOwner(inputs),
		lines: () => readScopes(inputs),
		exportEnv: () => readBoolean(inputs, 'export-env', false),
	});
}

/** Whether the job summary is written. @throws ActionError if the input is neither true nor false */
export function readTokenSummary(inputs: StepInputs): boolean {
	return readBoolean(inputs, 'summary', true);
}

/** Whether a certificate speaks for the tokens, rather than the sign-in itself. */
export function namesCertificate(inputs: StepInputs): boolean {
	return readText(inputs, 'certificate') !== undefined;
}

function readOwner(inputs: StepInputs): TokenOwnerInputs {
	const certificate = readText(inputs, 'certificate');
	if (certificate === undefined) {
		checkEach(['keyvault', 'app-id', 'app-tenant-id'], (name) => refuseWithoutCertificate(inputs, name));
		return { kind: 'sign-in' };
	}
	const ofCertificate = checkAll<Pick<CertificateOwnerInputs, 'keyvault' | 'appId' | 'appTenantId'>>({
		keyvault: () => readText(inputs, 'keyvault'),
		appId: () => checked(readSourced(inputs, 'app-id'), checkClientId)?.value,
		appTenantId: () => checked(readSourced(inputs, 'app-tenant-id'), checkTenant)?.value,
	});
	return { kind: 'certificate', certificate, ...ofCertificate };
}

function refuseWithoutCertificate(inputs: StepInputs, name: string): void {
	if (readText(inputs, name) === undefined) return;
	throw invalidInput(
		name,
		'it goes with a certificate, and `certificate` is empty.',
		`Set \`certificate\` to the one whose key signs, or leave ${name} out: the tokens are then those of the identity that signs in, and no vault is needed. A variable that does not exist arrives as an empty text.`,
	);
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
		'Write NAME = SCOPE, one per line, e.g. GRAPH = https://graph.microsoft.com/.default.',
	);
}
