// Numbers that concern the tenant, a person, or a policy about either.
import { CLIENT_SECRET, TENANT_ID } from '../../emulator/directory.js';
import {
	byDeviceCode,
	DEVICE,
	type EntraCase,
	having,
	inPublicCloud,
	mend,
	OIDC,
	ofOtherTenant,
	SECRET,
	untilMended,
} from './entra-case.js';

const OTHER_TENANT = '88888888-8888-4888-8888-888888888888';
const AS_APPLICATION = /auth-method: github-oidc/;
const asApplication = having(OIDC, { 'auth-method': 'github-oidc' });
const usGovernment = having(SECRET, { cloud: 'us-government' });

export const TENANT_CASES: readonly EntraCase[] = [
	{
		codes: [90002, 900023, 50059, 90019, 50194, 9001023],
		step: having(SECRET, { 'tenant-id': 'fabrikam.example' }),
		refusedWhile: ofOtherTenant,
		says: /(?:Compare|Set) tenant-id/,
		follow: SECRET,
	},
	{
		codes: [90002],
		by: 'the emulator',
		step: having(SECRET, { 'tenant-id': 'fabrikam.example' }),
		says: /tenant fabrikam\.example at login.*Compare tenant-id/,
		follow: SECRET,
	},
	{
		codes: [90038, 900382, 900432],
		step: SECRET,
		refusedWhile: inPublicCloud,
		says: /Set cloud to us-government or china/,
		follow: usGovernment,
	},
	{
		codes: [500021, 500022],
		step: SECRET,
		refusedWhile: untilMended,
		says: /have this tenant allowed there/,
		follow: mend,
	},
	{
		codes: [5000225],
		step: SECRET,
		refusedWhile: untilMended,
		says: /have it unblocked by Microsoft support/,
		follow: mend,
	},
	{
		codes: [5000224],
		step: SECRET,
		refusedWhile: ({ path }) => path.startsWith(`/${TENANT_ID}/`),
		says: /Set tenant-id and client-id to an application of another tenant/,
		follow: ({ directory, vault }) => {
			const clientId = '77777777-7777-4777-8777-777777777777';
			directory.addTenant(OTHER_TENANT);
			directory.addApp(OTHER_TENANT, { clientId, secret: CLIENT_SECRET });
			vault.tenantId = OTHER_TENANT;
			return { inputs: { 'client-secret': CLIENT_SECRET, 'tenant-id': OTHER_TENANT, 'client-id': clientId } };
		},
	},
	{
		codes: [90055, 50196, 50033, 90024, 90033],
		step: SECRET,
		refusedWhile: untilMended,
		says: /Run the job again later/,
		follow: mend,
	},
	{
		codes: [50034, 50020],
		step: having(DEVICE, { 'tenant-id': 'fabrikam.example' }),
		refusedWhile: ofOtherTenant,
		says: /Set tenant-id to the user's own tenant/,
		follow: DEVICE,
	},
	{
		codes: [50076, 50079, 50158, 50072, 50074, 50005, 50097, 53000, 53001, 530035],
		step: DEVICE,
		refusedWhile: byDeviceCode,
		says: AS_APPLICATION,
		follow: asApplication,
	},
	{
		codes: [53003],
		by: 'a device code',
		step: DEVICE,
		refusedWhile: byDeviceCode,
		says: /A policy for people blocks this sign-in.*auth-method: github-oidc/,
		follow: asApplication,
	},
	{
		codes: [53003],
		by: 'an application',
		step: SECRET,
		refusedWhile: untilMended,
		says: /Use a runner in an allowed network/,
		follow: mend,
	},
	{
		codes: [700082, 70043, 50173, 500133, 70008],
		step: DEVICE,
		refusedWhile: untilMended,
		says: /Sign in again/,
		follow: mend,
	},
];
