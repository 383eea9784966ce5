import {
	CERTIFICATE,
	DEVICE,
	type EntraCase,
	having,
	mend,
	ofOtherClient,
	SECRET,
	TOKENS,
	untilMended,
} from './entra-case.js';

const OTHER = '99999999-9999-4999-8999-999999999999';
const GRAPH = 'https://graph.microsoft.com/.default';

export const APPLICATION_CASES: readonly EntraCase[] = [
	{
		codes: [700016, 70001, 700011, 900144],
		step: having(SECRET, { 'client-id': OTHER }),
		refusedWhile: ofOtherClient,
		says: /(?:Compare|Check) client-id/,
		follow: SECRET,
	},
	{
		codes: [7000112],
		step: (world) => {
			world.app.disabled = true;
			return SECRET();
		},
		says: /Turn on "Enabled for users to sign in"/,
		follow: (world) => {
			world.app.disabled = false;
			return undefined;
		},
	},
	{
		codes: [7000229],
		step: SECRET,
		refusedWhile: untilMended,
		says: /client 2222.*Run "az ad sp create --id CLIENT_ID"/,
		follow: mend,
	},
	{
		codes: [50105, 501051],
		step: SECRET,
		refusedWhile: untilMended,
		says: /(?:Assign it|give the application one of its roles)/,
		follow: mend,
	},
	{
		codes: [65001, 650057, 650052],
		step: SECRET,
		refusedWhile: untilMended,
		says: /Grant admin consent|Add the API permission|Run "az ad sp create --id API_ID"/,
		follow: mend,
	},
	{
		codes: [500011],
		step: SECRET,
		refusedWhile: ({ form }) => form.get('scope') === 'https://vault.azure.net/.default',
		says: /set cloud to that of the tenant/,
		follow: having(SECRET, { cloud: 'us-government' }),
	},
	{
		codes: [70011, 1002012, 700022],
		step: having(TOKENS, { scopes: 'T = https://graph.microsoft.com//.default' }),
		refusedWhile: ({ form }) => ![GRAPH, 'https://vault.azure.net/.default'].includes(form.get('scope') ?? ''),
		says: /Set the scope to the application ID URI of one service, followed by \/\.default|Write one line per service/,
		follow: having(TOKENS, { scopes: `T = ${GRAPH}` }),
	},
	{
		codes: [7000218],
		by: 'a secret that is not accepted',
		step: SECRET,
		refusedWhile: ({ form }) => form.has('client_secret'),
		says: /Set client-secret or another sign-in input/,
		follow: CERTIFICATE,
	},
	{
		codes: [7000218],
		by: 'a device code',
		step: (world) => {
			world.app.publicClient = false;
			return DEVICE();
		},
		says: /Turn on "Allow public client flows"/,
		follow: (world) => {
			world.app.publicClient = true;
			return undefined;
		},
	},
	{
		codes: [700025],
		step: SECRET,
		refusedWhile: ({ form }) => form.has('client_secret'),
		says: /Sign in with device-code/,
		follow: DEVICE,
	},
];
