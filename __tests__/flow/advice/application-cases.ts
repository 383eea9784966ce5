// Numbers that concern the application or its proof.
import { CLIENT_SECRET } from '../../emulator/directory.js';
import { readJwt } from '../../emulator/jwt.js';
import { issued } from '../../unit/entra/given-certificate.js';
import type { AdviceWorld, SeenRequest } from './advice-world.js';
import {
	CERTIFICATE,
	DEVICE,
	type EntraCase,
	FILE,
	having,
	mend,
	OIDC,
	ofOtherClient,
	SECRET,
	TOKENS,
	untilMended,
} from './entra-case.js';

const OTHER = '99999999-9999-4999-8999-999999999999';
const GRAPH = 'https://graph.microsoft.com/.default';

// Issuer, subject and audience, read from the annotation as a person would.
const trustAsShown = (world: AdviceWorld, text: string): undefined => {
	const [, issuer = '', subject = '', audience = ''] =
		/issuer (\S+), subject (\S+), audience (\S+)\. Give/.exec(text) ?? [];
	world.app.federated = [{ issuer, subject, audience }];
};

const trustsNone = ({ form }: SeenRequest, { app }: AdviceWorld): boolean => {
	const claims = readJwt(form.get('client_assertion') ?? '')?.claims ?? {};
	return !app.federated.some(
		({ issuer, subject, audience }) =>
			issuer === claims['iss'] && subject === claims['sub'] && audience === claims['aud'],
	);
};

const trusting = (change: Readonly<Record<string, string>>) => (world: AdviceWorld) => {
	world.app.federated = world.app.federated.map((one) => ({ ...one, ...change }));
	return OIDC(world);
};

const unknownCertificate = (_seen: SeenRequest, { app }: AdviceWorld): boolean => app.certificates.length < 1;
const withoutCertificate = (world: AdviceWorld) => {
	world.app.certificates = [];
	return CERTIFICATE();
};
const upload = (world: AdviceWorld): undefined => {
	world.app.certificates = [issued.certificate];
};

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
	{
		codes: [7000215],
		step: having(SECRET, { 'client-secret': '7d3b6c1e-0000-4000-8000-00000000abcd' }),
		says: /Use the secret's value.*not its secret ID/,
		follow: SECRET,
	},
	{
		codes: [7000222],
		step: (world) => {
			world.app.secretExpired = true;
			return SECRET();
		},
		says: /Make a new one .* set client-secret to it/,
		follow: (world) => {
			Object.assign(world.app, { secret: 'a-new-secret', secretExpired: false });
			return { inputs: { 'client-secret': 'a-new-secret' } };
		},
	},
	{
		codes: [7000222, 7000215],
		by: 'a left-over variable',
		step: (world) => {
			world.app.secretExpired = true;
			return { variables: { ...world.oidc, AZURE_CLIENT_SECRET: CLIENT_SECRET } };
		},
		refusedWhile: ({ form }) => form.has('client_secret'),
		says: /client-secret \(variable AZURE_CLIENT_SECRET is set\).*variable AZURE_CLIENT_SECRET, which may be left over: .*set auth-method: github-oidc/,
		follow: (world) => ({
			inputs: { 'auth-method': 'github-oidc' },
			variables: { ...world.oidc, AZURE_CLIENT_SECRET: CLIENT_SECRET },
		}),
	},
	{
		codes: [700211],
		step: trusting({ issuer: 'https://github.example/_services/token' }),
		says: /issuer https:\/\/token\.actions/,
		follow: trustAsShown,
	},
	{
		codes: [700212],
		step: trusting({ audience: 'api://Other' }),
		says: /audience api:\/\/AzureADTokenExchange\./,
		follow: trustAsShown,
	},
	{
		codes: [700213],
		step: trusting({ subject: 'repo:contoso/automation:pull_request' }),
		says: /subject repo:contoso\/automation:ref/,
		follow: trustAsShown,
	},
	{
		codes: [7002138],
		step: trusting({ subject: 'repo:Contoso/automation:ref:refs/heads/main' }),
		says: /subject repo:contoso\/automation:ref/,
		follow: trustAsShown,
	},
	{
		codes: [70021, 70025],
		step: trusting({ subject: 'x' }),
		refusedWhile: trustsNone,
		says: /Give the application .* a federated credential with exactly these three/,
		follow: trustAsShown,
	},
	{
		codes: [7002381],
		step: OIDC,
		refusedWhile: untilMended,
		says: /issuer .*Ask an administrator of the tenant to allow/,
		follow: mend,
	},
	{
		codes: [501661, 50166, 90061],
		step: OIDC,
		refusedWhile: untilMended,
		says: /issuer .*must be reachable from the internet/,
		follow: mend,
	},
	{
		codes: [700222, 700229],
		step: FILE,
		refusedWhile: ({ form }) =>
			(form.get('client_assertion') ?? '').includes(
				Buffer.from('{"iss":"https://sts.windows').toString('base64url').slice(0, 30),
			),
		says: /issuer https:\/\/sts\.windows\.net.*auth-method: github-oidc/,
		follow: having(OIDC, { 'auth-method': 'github-oidc' }),
	},
	{ codes: [700024], step: OIDC, refusedWhile: untilMended, says: /Set the runner's clock/, follow: mend },
	{
		codes: [700027],
		step: withoutCertificate,
		says: /thumbprint of the certificate is [0-9A-F]{40}:.*Upload its public part/,
		follow: upload,
	},
	{
		codes: [50012, 50013, 5000811, 700030],
		step: withoutCertificate,
		refusedWhile: unknownCertificate,
		says: /Upload the (?:public part of the )?certificate/,
		follow: upload,
	},
	{
		codes: [700021, 700023, 50027],
		step: CERTIFICATE,
		refusedWhile: () => true,
		says: /Report this as a bug of the action, with the correlation ID\./,
		follow: 'reported',
	},
];
