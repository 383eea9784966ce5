// Error numbers of Entra ID that concern the application: which one it is, what it may do, and whom it asks for a token of.
import type { AadstsRow } from './aadsts-row.js';

export const APPLICATION_ROWS: readonly AadstsRow[] = [
	{
		codes: [700016, 70001, 700011],
		meaning: 'the application is not known in this tenant',
		advice:
			'Compare client-id with the "Application (client) ID" of the app registration, and tenant-id with its "Directory (tenant) ID". An application of another tenant needs admin consent in this one first.',
	},
	{
		codes: [7000112],
		meaning: 'the application is disabled in this tenant',
		advice: 'Turn on "Enabled for users to sign in" in the properties of the enterprise application.',
	},
	{
		codes: [7000229],
		meaning: 'the application has no service principal in this tenant',
		advice:
			'Run "az ad sp create --id CLIENT_ID" in the tenant, with the client ID shown here, or grant the application admin consent there.',
	},
	{
		codes: [50105],
		meaning: 'the application is not assigned',
		advice: 'Assign it under "Users and groups" of the enterprise application, or turn off "Assignment required".',
	},
	{
		codes: [501051],
		meaning: 'the application has no role of this service',
		advice:
			'The service requires an assignment: give the application one of its roles, with admin consent, or turn off "Assignment required" of the service.',
	},
	{
		codes: [65001],
		meaning: 'consent is missing',
		advice: "Grant admin consent for the application's API permissions.",
	},
	{
		codes: [650057],
		meaning: 'the application does not ask for this service',
		advice: 'Add the API permission "Azure Key Vault \u2192 user_impersonation" to the app registration.',
	},
	{
		codes: [500011],
		meaning: 'the tenant knows no such service',
		advice:
			'For a vault, set cloud to that of the tenant. For another service, compare the scope with its application ID URI; the service may not be installed in this tenant.',
	},
	{
		codes: [650052],
		meaning: 'the tenant has no service principal of this service',
		advice: 'Run "az ad sp create --id API_ID" in the tenant, with the application ID of the service.',
	},
	{
		codes: [70011, 1002012],
		meaning: 'the scope is not valid',
		advice: 'Set the scope to the application ID URI of one service, followed by /.default.',
	},
	{
		codes: [700022],
		meaning: 'the scope names more than one service',
		advice: 'Write one line per service: a token is for one service only.',
	},
	{
		codes: [900144],
		meaning: 'a part of the request is empty',
		advice: 'Check client-id and tenant-id: an input may come from a variable or a secret that is not set.',
	},
	{
		codes: [7000218],
		meaning: 'neither a secret nor an assertion was accepted',
		advice: 'Set client-secret or another sign-in input: this application does not sign in without a proof.',
		adviceFor: { 'device-code': 'Turn on "Allow public client flows" under "Authentication" of the app registration.' },
	},
	{
		codes: [700025],
		meaning: 'a public client must not send credentials',
		advice: 'Sign in with device-code, or set client-id to an application that has credentials.',
	},
];
