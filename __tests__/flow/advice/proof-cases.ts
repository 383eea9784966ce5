// Numbers that concern the proof: a secret, a certificate, an ID token.
import { CLIENT_SECRET } from '../../emulator/directory.js';
import { readJwt } from '../../emulator/jwt.js';
import { issued } from '../../support/given-certificate.js';
import type { AdviceWorld, SeenRequest } from './advice-world.js';
import { CERTIFICATE, type EntraCase, FILE, having, mend, OIDC, SECRET, untilMended } from './entra-case.js';

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

export const PROOF_CASES: readonly EntraCase[] = [
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
		says: / set client-secret to it/,
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
