// The inputs that say who signs in, and the AZURE_* variables that stand in for empty ones.
import { type ActionError, attempt, checkAll } from '../errors.js';
import type { StepInputs } from '../ports.js';
import { SecretText } from '../secret-text.js';
import { DNS_NAME } from './cloud-inputs.js';
import { type Creds, parseCreds } from './creds.js';
import { invalidInput, readText } from './scalars.js';

/** A value and the input or variable that it came from. */
export interface Sourced<T> {
	readonly value: T;
	readonly source: string;
}

/** Inputs that say who signs in; each value is checked by itself. */
export interface SignInInputs {
	readonly authMethod: string | undefined;
	readonly tenantId: Sourced<string> | undefined;
	readonly clientId: Sourced<string> | undefined;
	readonly clientSecret: Sourced<SecretText> | undefined;
	/** Those of `client-secret` and `creds` that are given: a variable is none. */
	readonly clientSecretInputs: readonly string[];
	/** PEM, a base64 PFX, or the path of a file with one of them or a binary PFX. */
	readonly clientCertificate: SecretText | undefined;
	readonly clientCertificatePassword: SecretText | undefined;
	readonly accessToken: SecretText | undefined;
}

/** Eight, four, four, four and twelve hex digits. */
export const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
export function readSignInInputs(inputs: StepInputs): SignInInputs {
	const readIt = attempt(() => readCreds(inputs));
	const creds = credsOrNone(readIt);
	const { creds: _, ...signIn } = checkAll<SignInInputs & { creds: unknown }>({
		creds: readIt,
		authMethod: () => readText(inputs, 'auth-method'),
		tenantId: () => checked(choose(inputs, TENANT_ID, creds?.tenantId), checkTenant),
		clientId: () => checked(choose(inputs, CLIENT_ID, creds?.clientId), checkClientId),
		clientSecret: () => secret(choose(inputs, CLIENT_SECRET, creds?.clientSecret)),
		clientSecretInputs: () => ['client-secret', 'creds'].filter((name) => readText(inputs, name) !== undefined),
		clientCertificate: () => secretText(inputs, CLIENT_CERTIFICATE),
		clientCertificatePassword: () => certificatePassword(inputs),
		accessToken: () => secretText(inputs, 'access-token'),
	});
	return signIn;
}

function readCreds(inputs: StepInputs): Creds | undefined {
	const text = readText(inputs, 'creds');
	return text === undefined ? undefined : parseCreds(text);
}

// If it is bad, the other inputs are checked without it, so that one run reports everything.
function credsOrNone(read: () => Creds | undefined): Creds | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}

/** An input and the variable that stands in for it if it is empty. */
export interface InputWithVariable {
	readonly input: string;
	readonly variable: string;
}

export const TENANT_ID: InputWithVariable = { input: 'tenant-id', variable: 'AZURE_TENANT_ID' };
export const CLIENT_ID: InputWithVariable = { input: 'client-id', variable: 'AZURE_CLIENT_ID' };
export const CLIENT_SECRET: InputWithVariable = { input: 'client-secret', variable: 'AZURE_CLIENT_SECRET' };
export const CLIENT_CERTIFICATE = 'client-certificate';
export const CLIENT_CERTIFICATE_PASSWORD = 'client-certificate-password';

const VARIABLES: readonly string[] = [TENANT_ID, CLIENT_ID, CLIENT_SECRET].map(({ variable }) => variable);

/** Whether a source is a variable, which another step or the runner may have set. */
export function isVariable(source: string): boolean {
	return VARIABLES.includes(source);
}

/** For people: an input or a variable. */
export function describeSource(source: string): string {
	return isVariable(source) ? `variable ${source}` : `input \`${source}\``;
}

// The input, else what `creds` says, else the variable. Where input and `creds` both speak, they must agree.
function choose(
	inputs: StepInputs,
	{ input, variable }: InputWithVariable,
	inCreds: string | undefined,
): Sourced<string> | undefined {
	const given = readText(inputs, input);
	// The case of IDs and domains does not count; that of a secret does.
	const fold = (text: string): string => (input === CLIENT_SECRET.input ? text : text.toLowerCase());
	if (given !== undefined && inCreds !== undefined && fold(given) !== fold(inCreds)) {
		throw invalidInput(input, 'the value differs from what creds says.', 'Leave one of the two out.');
	}
	if (inCreds !== undefined) return { value: inCreds, source: 'creds' };
	if (given !== undefined) return { value: given, source: input };
	const value = inputs.variable(variable)?.trim() ?? '';
	return value === '' ? undefined : { value, source: variable };
}

function secretText(inputs: StepInputs, name: string): SecretText | undefined {
	const text = readText(inputs, name);
	return text === undefined ? undefined : new SecretText(text);
}

// Another way to sign in is not what a step with this password is meant to take.
function certificatePassword(inputs: StepInputs): SecretText | undefined {
	const password = secretText(inputs, CLIENT_CERTIFICATE_PASSWORD);
	if (password === undefined || readText(inputs, CLIENT_CERTIFICATE) !== undefined) return password;
	throw invalidInput(
		CLIENT_CERTIFICATE_PASSWORD,
		`this input is set without ${CLIENT_CERTIFICATE}.`,
		'Set both or none. A secret that does not exist, or that a fork may not see, arrives here as empty text.',
	);
}

/** The value, once `check` has let it pass. */
export function checked(
	given: Sourced<string> | undefined,
	check: (given: Sourced<string>) => void,
): Sourced<string> | undefined {
	if (given !== undefined) check(given);
	return given;
}

function secret(given: Sourced<string> | undefined): Sourced<SecretText> | undefined {
	return given && { value: new SecretText(given.value), source: given.source };
}

/**
 * The value becomes a path segment of the token request, so this is a guard as well as a courtesy.
 * @throws ActionError that names the source if it is no tenant
 */
export function checkTenant({ value, source }: Sourced<string>): void {
	if (GUID.test(value) || (DNS_NAME.test(value) && value.includes('.'))) return;
	throw invalidInput(
		source,
		'the value is neither a directory (tenant) ID nor a domain name.',
		'Expected a GUID, or a verified domain such as contoso.onmicrosoft.com.',
	);
}

/** @throws ActionError that names the source if the value is no application ID */
export function checkClientId({ value, source }: Sourced<string>): void {
	if (GUID.test(value)) return;
	throw invalidInput(
		source,
		'the value is not an application (client) ID.',
		'Expected the GUID that the app registration shows as "Application (client) ID", not its name.',
	);
}

/** The value, if it is given. @throws ActionError that names input and variable if it is not */
export function required<T>(value: T | undefined, { input, variable }: InputWithVariable): T {
	if (value !== undefined) return value;
	throw missing(input, `Set it, or the variable ${variable}.`);
}

/** The client ID. @throws ActionError if it is not given */
export function requiredClientId({ clientId }: SignInInputs): string {
	return required(clientId, CLIENT_ID).value;
}

/** The error for an input that is empty. */
export function missing(input: string, hint: string): ActionError {
	return invalidInput(
		input,
		'the input is empty.',
		`${hint} A secret that does not exist, or that a fork may not see, arrives here as empty text.`,
	);
}
