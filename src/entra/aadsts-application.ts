// Error numbers of Entra ID that concern the application: which one it is, what it may do, whom it asks for a
// token of, and how it proves itself.

/** A number's meaning in a few words, and advice in a sentence or two. */
export interface AadstsAdvice {
	readonly meaning: string;
	readonly advice: string;
	/** The advice instead if `az` was refused, or the sign-in with a device code. */
	readonly adviceFor?: Readonly<Partial<Record<'azure-cli' | 'device-code', string>>>;
}

/** Numbers, after `AADSTS`, that have the same meaning and the same advice. */
export interface AadstsRow extends AadstsAdvice {
	readonly codes: readonly number[];
}

/** Numbers about the application. */
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
		meaning: 'the tenant has no such service',
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

/** Numbers about the proof: a secret, a certificate's assertion, another issuer's ID token. */
export const PROOF_ROWS: readonly AadstsRow[] = [
	{
		codes: [7000215],
		meaning: 'wrong client secret',
		advice:
			"Use the secret's value, which the portal shows once, not its secret ID. A secret created less than two minutes ago may not be known yet.",
	},
	{
		codes: [7000222],
		meaning: 'the client secret has expired',
		advice:
			'Create a new one under "Certificates & secrets" of the app registration and set client-secret to it, or sign in without a secret (github-oidc).',
	},
	{
		codes: [70021, 700211, 700212, 700213, 7002138],
		meaning: 'no federated credential of the application matches the ID token',
		advice:
			'Issuer, subject and audience must match exactly, including capitals. Repositories created, renamed or transferred since 2026-07-15 carry numeric IDs in the subject. New federated credentials can take a few minutes.',
	},
	{
		codes: [70025],
		meaning: 'the application has no federated credential',
		advice: 'New federated credentials can take a few minutes.',
	},
	{
		codes: [7002381],
		meaning: 'the tenant accepts ID tokens of GitHub only from the enterprises that its policy names',
		advice:
			"Ask an administrator of the tenant to allow this repository's enterprise, or set client-id and tenant-id to an application of another tenant.",
	},
	{
		codes: [501661, 50166, 90061],
		meaning: "Entra ID could not read the issuer's keys",
		advice:
			'The address ISSUER/.well-known/openid-configuration must be reachable from the internet, which a server behind a firewall is not. If it is, run the job again: this is often temporary.',
	},
	{
		codes: [700222, 700229],
		meaning: 'a token of Entra ID itself does not count as proof here',
		advice:
			'Use an ID token of another issuer, such as that of GitHub (auth-method: github-oidc), or a managed identity of the same tenant.',
	},
	{
		codes: [700024],
		meaning: 'the client assertion is outside its time',
		advice: "Set the runner's clock. An ID token of GitHub is valid for about five minutes.",
		adviceFor: {
			'azure-cli':
				'An ID token of GitHub is valid for about five minutes: run this step right after Azure/login, or sign in with github-oidc and without az.',
		},
	},
	{
		codes: [700027],
		meaning: 'the certificate is not one of the application',
		advice: 'Upload its public part under "Certificates & secrets" of the app registration.',
	},
	{
		codes: [50012, 50013, 5000811],
		meaning: 'the key that signed the assertion is not known to Entra ID',
		advice:
			'Upload the public part of the certificate under "Certificates & secrets" of the app registration. If another issuer signed, wait until its new key is published, then run the job again.',
	},
	{
		codes: [700021, 700023, 50027],
		meaning: 'the client assertion is malformed',
		advice: 'Report this as a bug of the action, with the correlation ID.',
	},
	{
		codes: [700030],
		meaning: "the certificate's subject is not authorized",
		advice:
			'Upload the certificate under "Certificates & secrets" of the app registration, or authorize its subject name and issuer there.',
	},
];
