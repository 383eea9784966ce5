// Error numbers of Entra ID that concern the tenant: which one it is, in which cloud, and whether it answers now.
import type { AadstsRow } from './aadsts-row.js';

export const TENANT_ROWS: readonly AadstsRow[] = [
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
		meaning: 'Entra ID is busy or failing for the moment',
		advice: 'Run the job again later.',
	},
];
