// The inputs that say who signs in, and the AZURE_* variables that stand in for empty ones.
import { checkAll } from '../errors.js';
import type { StepInputs } from '../ports.js';
import { SecretText } from '../secret-text.js';
import { DNS_NAME } from './cloud-inputs.js';
import { invalidInput, readText } from './scalars.js';

/** A value and the input or variable that it came from. */
export interface Sourced<T> {
	readonly value: T;
	readonly source: string;
}

/** Who signs in, each value checked by itself. */
export interface SignInInputs {
	readonly tenantId: Sourced<string> | undefined;
	readonly clientId: Sourced<string> | undefined;
	readonly clientSecret: Sourced<SecretText> | undefined;
}

/** Eight, four, four, four and twelve hex digits. */
export const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
export function readSignInInputs(inputs: StepInputs): SignInInputs {
	return checkAll<SignInInputs>({
		tenantId: () => checked(sourced(inputs, 'tenant-id', 'AZURE_TENANT_ID'), checkTenant),
		clientId: () => checked(sourced(inputs, 'client-id', 'AZURE_CLIENT_ID'), checkClientId),
		clientSecret: () => secret(sourced(inputs, 'client-secret', 'AZURE_CLIENT_SECRET')),
	});
}

function sourced(inputs: StepInputs, name: string, variable: string): Sourced<string> | undefined {
	const given = readText(inputs, name);
	if (given !== undefined) return { value: given, source: name };
	const value = inputs.variable(variable)?.trim();
	return value === undefined || value === '' ? undefined : { value, source: variable };
}

function checked(
	given: Sourced<string> | undefined,
	check: (given: Sourced<string>) => void,
): Sourced<string> | undefined {
	if (given !== undefined) check(given);
	return given;
}

function secret(given: Sourced<string> | undefined): Sourced<SecretText> | undefined {
	return given && { value: new SecretText(given.value), source: given.source };
}

// The value becomes a path segment of the token request, so this is a guard as well as a courtesy.
function checkTenant({ value, source }: Sourced<string>): void {
	if (GUID.test(value) || (DNS_NAME.test(value) && value.includes('.'))) return;
	throw invalidInput(
		source,
		'is neither a directory (tenant) ID nor a domain name.',
		'Expected a GUID, or a verified domain such as contoso.onmicrosoft.com.',
	);
}

function checkClientId({ value, source }: Sourced<string>): void {
	if (GUID.test(value)) return;
	throw invalidInput(
		source,
		'is not an application (client) ID.',
		'Expected the GUID that the app registration shows as "Application (client) ID", not its name.',
	);
}
