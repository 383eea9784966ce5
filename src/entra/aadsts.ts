// What the error numbers of Microsoft Entra ID mean, and what to do about each.
// https://learn.microsoft.com/entra/identity-platform/reference-error-codes and, for single ones, https://login.microsoftonline.com/error?code=NUMBER

/** A number's meaning in a few words, and advice in a sentence or two. */
export interface AadstsAdvice {
	readonly meaning: string;
	readonly advice: string;
}

const CHECK_CLIENT: AadstsAdvice = {
	meaning: 'the application is not known in this tenant',
	advice:
		'Compare client-id with the "Application (client) ID" of the app registration and tenant-id with its "Directory (tenant) ID". An application of another tenant needs consent in this one first.',
};

const CHECK_FEDERATION: AadstsAdvice = {
	meaning: 'no federated credential of the application matches the ID token',
	advice:
		'Issuer, subject and audience must match to the letter, capitals included. Repositories created, renamed or transferred since 2026-07-15 carry numeric IDs in the subject. A new federated credential needs a few minutes.',
};

const CHECK_ASSERTION: AadstsAdvice = {
	meaning: 'the client assertion is malformed',
	advice: 'Report this as a defect of the action, with the correlation ID.',
};

const CHECK_CLOUD: AadstsAdvice = {
	meaning: 'the tenant is in another cloud',
	advice: 'Set "cloud" to us-government or china, whichever the tenant belongs to.',
};

const CHECK_SCOPE: AadstsAdvice = {
	meaning: 'the scope is not valid',
	advice: "A scope of an application is one service's application ID URI and /.default.",
};

const NO_TENANT: AadstsAdvice = {
	meaning: 'the request names no tenant',
	advice: 'Set tenant-id.',
};

const NEEDS_PERSON: AadstsAdvice = {
	meaning: 'a second factor is demanded',
	advice: 'A workflow cannot give one: sign in as an application, not as a user.',
};

/** Advice by the number after `AADSTS`. */
export const AADSTS_ADVICE: ReadonlyMap<number, AadstsAdvice> = new Map<number, AadstsAdvice>([
	[
		7000215,
		{
			meaning: 'wrong client secret',
			advice:
				"Use the secret's value, which the portal shows once, not its secret ID. A secret made less than two minutes ago may not be known yet.",
		},
	],
	[
		7000222,
		{
			meaning: 'the client secret has expired',
			advice:
				'Make a new one under "Certificates & secrets" of the app registration, or sign in without any secret (a federated credential).',
		},
	],
	[700016, CHECK_CLIENT],
	[70001, CHECK_CLIENT],
	[700011, CHECK_CLIENT],
	[
		7000112,
		{
			meaning: 'the application is disabled in this tenant',
			advice: 'Turn on "Enabled for users to sign in" in the properties of the enterprise application.',
		},
	],
	[
		90002,
		{
			meaning: 'the tenant does not exist',
			advice:
				'Compare tenant-id with the directory (tenant) ID or a verified domain. A tenant of another cloud needs "cloud".',
		},
	],
	[
		900023,
		{
			meaning: 'the tenant is malformed',
			advice: 'tenant-id must be a GUID or a domain name, without quotes or spaces.',
		},
	],
	[
		900144,
		{
			meaning: 'a part of the request is empty',
			advice: 'An input comes from a variable or secret that is not set: look at client-id and tenant-id.',
		},
	],
	[50059, NO_TENANT],
	[90019, NO_TENANT],
	[700211, CHECK_FEDERATION],
	[700212, CHECK_FEDERATION],
	[700213, CHECK_FEDERATION],
	[7002138, CHECK_FEDERATION],
	[70021, CHECK_FEDERATION],
	[
		700024,
		{
			meaning: 'the client assertion is outside its time',
			advice: "Set the runner's clock. An ID token of GitHub lives about five minutes.",
		},
	],
	[
		700027,
		{
			meaning: 'the certificate is not one of the application',
			advice: 'Upload its public part under "Certificates & secrets" of the app registration.',
		},
	],
	[700021, CHECK_ASSERTION],
	[700023, CHECK_ASSERTION],
	[50027, CHECK_ASSERTION],
	[
		700030,
		{ meaning: "the certificate's subject is not authorised", advice: 'Authorise it for subject-name authentication.' },
	],
	[
		7000218,
		{
			meaning: 'neither a secret nor an assertion was accepted',
			advice: 'For device-code, turn on "Allow public client flows" in the app registration.',
		},
	],
	[
		700025,
		{
			meaning: 'a public client must not send credentials',
			advice: 'Sign in with device-code, or as a confidential client.',
		},
	],
	[
		500011,
		{
			meaning: 'the tenant knows no such service',
			advice:
				'Where the service is a vault, it is in another cloud than the tenant: set "cloud". Of another service, compare the scope with its application ID URI; it may not be installed in this tenant.',
		},
	],
	[
		650057,
		{
			meaning: 'the application does not ask for this service',
			advice: 'Add the API permission "Azure Key Vault \u2192 user_impersonation" to the app registration.',
		},
	],
	[65001, { meaning: 'consent is missing', advice: "Grant admin consent for the application's API permissions." }],
	[70011, CHECK_SCOPE],
	[1002012, CHECK_SCOPE],
	[
		7000229,
		{
			meaning: 'the application is not installed in this tenant',
			advice:
				'Make its enterprise application: "az ad sp create --id CLIENT_ID" in the tenant, or grant it admin consent there.',
		},
	],
	[
		501051,
		{
			meaning: 'the application has no role of this service',
			advice:
				'The service demands an assignment: give the application one of its roles, with admin consent, or turn off "Assignment required" of the service.',
		},
	],
	[50034, { meaning: 'the user is not in this tenant', advice: "Set tenant-id to the user's own tenant." }],
	[50020, { meaning: 'the user is not in this tenant', advice: "Set tenant-id to the user's own tenant." }],
	[50076, NEEDS_PERSON],
	[50079, NEEDS_PERSON],
	[50158, NEEDS_PERSON],
	[
		53003,
		{
			meaning: 'blocked by Conditional Access',
			advice:
				"A policy for workload identities keeps this runner out, most often by its address. Use a runner in the allowed network, or except the application's service principal.",
		},
	],
	[530035, { meaning: 'blocked by security defaults', advice: 'Sign in as an application, not as a user.' }],
	[
		50105,
		{
			meaning: 'the application is not assigned',
			advice: 'Assign it under "Users and groups" of the enterprise application, or turn off "Assignment required".',
		},
	],
	[90038, CHECK_CLOUD],
	[900382, CHECK_CLOUD],
	[900432, CHECK_CLOUD],
]);
