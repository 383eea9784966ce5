// Meaning of the error numbers of Microsoft Entra ID, and advice about each: one table, in two files by what is at fault.
// https://learn.microsoft.com/entra/identity-platform/reference-error-codes and, for single ones, https://login.microsoftonline.com/error?code=NUMBER
import { type AadstsAdvice, type AadstsRow, APPLICATION_ROWS, PROOF_ROWS } from './aadsts-application.js';

/** Numbers about the tenant: which one it is, in which cloud, and whether it answers now. */
const TENANT_ROWS: readonly AadstsRow[] = [
	{
		codes: [90002],
		meaning: 'the tenant does not exist',
		advice:
			'Compare tenant-id with the "Directory (tenant) ID" or a verified domain. For a tenant of another cloud, set cloud.',
	},
	{
		codes: [900023],
		meaning: 'the tenant is malformed',
		advice: 'Set tenant-id to a GUID or a domain name, without quotes or spaces.',
	},
	{
		codes: [50059, 90019],
		meaning: 'the request names no tenant',
		advice: 'Set tenant-id.',
	},
	{
		codes: [50194, 9001023],
		meaning: 'the tenant must be one directory, not "common" or "consumers"',
		advice: 'Set tenant-id to the "Directory (tenant) ID" of the application.',
	},
	{
		codes: [90038, 900382, 900432],
		meaning: 'the tenant is in another cloud',
		advice: 'Set cloud to us-government or china, whichever the tenant belongs to.',
	},
	{
		codes: [500021, 500022],
		meaning: 'tenant restrictions of this network do not allow the tenant',
		advice:
			'A proxy of this network adds the restrictions: have this tenant allowed there, or use a runner in another network.',
	},
	{
		codes: [5000225],
		meaning: 'the tenant is blocked because it was not used',
		advice:
			'A global administrator can have it unblocked by Microsoft support. Otherwise set tenant-id to another tenant.',
	},
	{
		codes: [5000224],
		meaning: 'the tenant has been decommissioned',
		advice: 'Set tenant-id and client-id to an application of another tenant.',
	},
	{
		codes: [90055],
		meaning: 'the tenant sends too many requests',
		advice: 'Run the job again later, and start fewer jobs at a time (max-parallel).',
	},
	{
		codes: [50196],
		meaning: 'the application asks for tokens too often',
		advice: 'Run the job again later, and start fewer jobs at a time (max-parallel).',
	},
	{
		codes: [50033, 90024, 90033],
		meaning: 'Entra ID is busy or failing at the moment',
		advice: 'Run the job again later.',
	},
];

const AS_APPLICATION = 'Sign in as an application instead, for example with auth-method: github-oidc.';

const LOGIN_AGAIN = 'Put a step with Azure/login before this one, in the same job.';

/** Numbers about a person, a device, or a policy about either: of device codes and of az. */
const PERSON_ROWS: readonly AadstsRow[] = [
	{
		codes: [50034, 50020],
		meaning: 'the user is not in this tenant',
		advice: "Set tenant-id to the user's own tenant, or invite the user as a guest.",
	},
	{
		codes: [50076, 50079, 50158, 50072, 50074],
		meaning: 'a second factor is required',
		advice: `A workflow cannot give one. ${AS_APPLICATION}`,
	},
	{
		codes: [50005, 50097, 53000, 53001],
		meaning: 'a policy requires a managed or registered device',
		advice: `This sign-in cannot show one. ${AS_APPLICATION}`,
	},
	{
		codes: [53003],
		meaning: 'blocked by Conditional Access',
		advice:
			"A policy for workload identities keeps this runner out, most often because of its address. Use a runner in an allowed network, or exclude the application's service principal from the policy.",
		adviceFor: {
			'device-code': `A policy for people blocks this sign-in, whichever runner it is. ${AS_APPLICATION}`,
			'azure-cli': `A policy blocks whoever az is signed in as. ${AS_APPLICATION}`,
		},
	},
	{
		codes: [530035],
		meaning: 'blocked by security defaults',
		advice: AS_APPLICATION,
	},
	{
		codes: [700082, 70043, 50173, 500133, 70008],
		meaning: 'the session has ended',
		advice: 'Sign in again.',
		adviceFor: { 'azure-cli': LOGIN_AGAIN },
	},
];

const ROWS: readonly AadstsRow[] = [...APPLICATION_ROWS, ...PROOF_ROWS, ...TENANT_ROWS, ...PERSON_ROWS];

/** Advice by the number after `AADSTS`. */
export const AADSTS_ADVICE: ReadonlyMap<number, AadstsAdvice> = new Map(
	ROWS.flatMap((row) => row.codes.map((code) => [code, row] as const)),
);

/** Returns what is known of an AADSTS number, for one way to sign in; undefined if nothing is. */
export function adviceOf(errorCode: number | undefined, method?: string): AadstsAdvice | undefined {
	const known = errorCode === undefined ? undefined : AADSTS_ADVICE.get(errorCode);
	if (known === undefined) return undefined;
	const { meaning, advice, adviceFor = {} } = known;
	const own = method === 'azure-cli' || method === 'device-code' ? adviceFor[method] : undefined;
	return { meaning, advice: own ?? advice };
}

/** Advice for a number that is not in the table. */
export function lookUpHint(errorCode: number): string {
	return `See https://login.microsoftonline.com/error?code=${errorCode}.`;
}
