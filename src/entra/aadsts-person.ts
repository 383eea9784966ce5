// Error numbers of Entra ID that concern a person, a device, or a policy about either: of device codes and of az.
import type { AadstsRow } from './aadsts-row.js';

const AS_APPLICATION = 'Sign in as an application instead, for example with auth-method: github-oidc.';

const LOGIN_AGAIN = 'Put a step with Azure/login before this one, in the same job.';

export const PERSON_ROWS: readonly AadstsRow[] = [
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
