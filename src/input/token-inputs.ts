// The inputs of the token action beside those that sign in.
import { checkAll, checkEach } from '../errors.js';
import type { StepInputs } from '../ports.js';
import { type CloudInputs, readCloudInputs } from './cloud-inputs.js';
import { describeLine, type LinePlace, lineError, type RawLine, splitLines } from './line-grammar.js';
import type { Mistake } from './modifier-mistakes.js';
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

/** Inputs of the token action's plan. */
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
		`Set \`certificate\` to the one whose key signs, or leave ${name} out: the tokens are then those of the identity that signs in, and no vault is needed. A variable that does not exist arrives as empty text.`,
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
		'the input names no token.',
		'Write NAME = SCOPE, one per line, e.g. GRAPH = https://graph.microsoft.com/.default.',
	);
}

/** A token that is wanted. */
export interface ScopeLine extends LinePlace {
	/** Name of the output. */
	readonly output: string;
	/** Ends in `/.default`. */
	readonly scope: string;
}

const OUTPUT_NAME = /^[a-z_][a-z0-9_-]*$/i;

/**
 * A service as Entra knows it, by its application ID URI or its application ID.
 * https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-default-scope
 */
const RESOURCE = /^(?:(?:https|api):\/\/(?!\/)[\x21-\x7e]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

const DEFAULT = '/.default';

/**
 * The parts of a line.
 * @throws ActionError that names the line and says what was expected
 */
export function parseScopeLine(line: RawLine<'scopes'>): ScopeLine {
	const { input, number, text } = line;
	const equals = text.indexOf('=');
	const output = text.slice(0, Math.max(equals, 0)).trim();
	const scope = text.slice(equals + 1).trim();
	const mistake = scopeMistake(output, scope);
	if (mistake !== undefined) {
		const { problem, hint } = SPELLINGS.find(([pattern]) => pattern.test(text))?.[1] ?? mistake;
		throw lineError(line, problem, hint);
	}
	return { input, number, output, scope };
}

function scopeMistake(output: string, scope: string): Mistake | undefined {
	if (output === '') return { problem: 'the line has no name for its token.', hint: EXPECTED_LINE };
	if (!OUTPUT_NAME.test(output)) {
		return {
			problem: 'the line has an output name that a workflow cannot use.',
			hint: 'Expected a letter or _, then letters, digits, - and _.',
		};
	}
	if (scope === '') return { problem: 'the line has nothing after "=".', hint: EXPECTED_LINE };
	if (isScope(scope)) return undefined;
	return { problem: 'the text after "=" is not the scope of an application.', hint: EXPECTED_SCOPE };
}

function isScope(text: string): boolean {
	return text.endsWith(DEFAULT) && RESOURCE.test(text.slice(0, -DEFAULT.length));
}

const EXPECTED_LINE = 'Write NAME = SCOPE, e.g. GRAPH = https://graph.microsoft.com/.default.';

/** Marks of lists and quotes, and spellings of other inputs. A line that can be read is never held against them. */
const SPELLINGS: readonly (readonly [RegExp, Mistake])[] = [
	[
		/\$\{\{/,
		{
			problem: 'an expression was not evaluated.',
			hint: `GitHub evaluates expressions only in the workflow file, and only once. ${EXPECTED_LINE}`,
		},
	],
	[/^[-+*]\s/, { problem: 'the line begins with the dash of a YAML list.', hint: EXPECTED_LINE }],
	[/["'`]/, { problem: 'the line has a quotation mark.', hint: 'Write it without quotes.' }],
	[/^[\w-]+\s*:(?!\/\/)/, { problem: '":" stands where "=" belongs.', hint: EXPECTED_LINE }],
	[/\|/, { problem: 'a "|" follows the scope, and tokens take no modifiers.', hint: EXPECTED_LINE }],
];

const EXPECTED_SCOPE =
	'Expected https://SERVICE/.default, api://APPLICATION/.default or the ID of an application before /.default: a token has every permission that was granted to the application, never one alone.';

/** For people: which token, and where it was asked for. */
export function describeToken(line: ScopeLine): string {
	return `Token ${line.output} (${describeLine(line)})`;
}
