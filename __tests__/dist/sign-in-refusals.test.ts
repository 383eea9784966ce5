// How each way to sign in through the committed bundle fails, beyond the commonest: what is said, and what is not sent.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from '../emulator/directory.js';
import type { Emulator } from '../emulator/emulator.js';
import { GITHUB_SUBJECT } from '../emulator/id-token-issuer.js';
import { SYSTEM_IDENTITY, USER_IDENTITY } from '../emulator/identity-endpoints.js';
import { type Proxy as ConnectProxy, startProxy } from '../emulator/proxy.js';
import { errorsOf } from '../support/run-action.js';
import { AUDIENCE, assertRefused, assertSignedIn, signInAs, startTrustingEmulator } from '../support/sign-in-as.js';

const folder = mkdtempSync(join(tmpdir(), 'sign-in-'));
after(() => rmSync(folder, { recursive: true }));

let emulator: Emulator;
beforeEach(async () => {
	emulator = await startTrustingEmulator();
});
afterEach(() => emulator.close());

type Texts = Readonly<Record<string, string>>;
const run = (inputs: Texts, env?: Texts) => signInAs(emulator, inputs, env);
const count = (listener: string) => emulator.requests.filter((request) => request.listener === listener).length;

describe('github-oidc', () => {
	const cases: readonly { readonly of: string; readonly claims: object; readonly expected: RegExp }[] = [
		{
			of: 'another issuer',
			claims: { iss: 'https://github.contoso.example/_services/token' },
			expected: /AADSTS700211.*issuer https:\/\/github\.contoso\.example\/_services\/token,/,
		},
		{
			of: 'numeric IDs in the subject',
			claims: { sub: 'repo:contoso@1/automation@2:ref:refs/heads/main' },
			expected: /AADSTS700213.*subject repo:contoso@1\/automation@2:ref:refs\/heads\/main,.*numeric IDs/,
		},
		{
			of: 'other capitals in the subject',
			claims: { sub: GITHUB_SUBJECT.replace('contoso', 'Contoso') },
			expected: /AADSTS7002138.*subject repo:Contoso\/automation/,
		},
		{ of: 'a token that is too old', claims: { exp: 1 }, expected: /AADSTS700024.*five minutes/ },
	];
	for (const { of, claims, expected } of cases) {
		it(`is refused for ${of}`, async () => {
			emulator.idTokens.claims = { ...emulator.idTokens.claims, ...claims };
			assertRefused(await run({}, emulator.idTokenVariables), expected);
			// The step asks again if a refusal can pass, each time with a new ID token.
			const attempts = /AADSTS700213|AADSTS7002138/.test(expected.source) ? 3 : 1;
			assert.deepEqual([count('id-token'), count('login'), count('vault')], [attempts, attempts, 0]);
			assert.equal(new Set(emulator.idTokens.idTokens).size, attempts);
		});
	}

	it('says so if GitHub gives no token', async () => {
		const env = { ...emulator.idTokenVariables, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'not-the-token-of-this-job' };
		assertRefused(await run({}, env), /HTTP 401/);
		assert.deepEqual([count('id-token'), count('login')], [1, 0]);
	});

	it('asks GitHub again if it is busy', async () => {
		const match = { path: /^\/idtoken\// };
		emulator.inject({ kind: 'status', status: 503, headers: { 'retry-after': '0' }, match, times: 2 });
		assertSignedIn(await run({}, emulator.idTokenVariables), 'github-oidc');
		assert.equal(count('id-token'), 3);
	});
});

describe('workload-identity', () => {
	const CLUSTER = 'https://westeurope.oic.prod-aks.azure.com/tenant/cluster/';
	const SUBJECT = 'system:serviceaccount:runners:deploy';

	function variables(content: string): Texts {
		const file = join(folder, 'token');
		writeFileSync(file, content);
		const ids = { AZURE_TENANT_ID: TENANT_ID, AZURE_CLIENT_ID: CLIENT_ID };
		return { ...ids, AZURE_FEDERATED_TOKEN_FILE: file, AZURE_AUTHORITY_HOST: emulator.foreignUrl };
	}

	it('takes everything from the variables that the platform sets, but not where to send it', async () => {
		emulator.entra.issuers.set(CLUSTER, emulator.idTokens);
		emulator.entra.app().federated = [{ issuer: CLUSTER, subject: SUBJECT, audience: AUDIENCE }];
		const idToken = emulator.idTokens.issue(AUDIENCE, { iss: CLUSTER, sub: SUBJECT });
		const result = await run({ 'tenant-id': '', 'client-id': '' }, variables(idToken));
		assertSignedIn(result, 'workload-identity');
		assert.equal(count('foreign'), 0);
	});

	it('shows what the token says where nothing matches', async () => {
		const idToken = emulator.idTokens.issue(AUDIENCE, { iss: CLUSTER, sub: SUBJECT });
		const expected = new RegExp(`AADSTS700211.*issuer ${CLUSTER}, subject ${SUBJECT},`);
		assertRefused(await run({}, variables(idToken)), expected);
	});

	it('is refused, before any request, for a file that holds no token', async () => {
		for (const content of ['', 'two words'])
			assertRefused(await run({}, variables(content)), /^AZURE_FEDERATED_TOKEN_FILE: .* holds no token/);
		assert.deepEqual(emulator.requests, []);
	});
});

describe('managed-identity', () => {
	const inputs = { 'auth-method': 'managed-identity', 'client-id': '' };
	const imds = () => ({ AZURE_POD_IDENTITY_AUTHORITY_HOST: emulator.listener('imds').origin });
	const busy = (status: number, times: number) =>
		emulator.inject({
			kind: 'status',
			status,
			headers: { 'retry-after': '0' },
			match: { path: /^\/metadata\/identity\// },
			times,
		});

	for (const status of [404, 410, 429, 500]) {
		it(`asks again after ${status}, in which the service may be for a while`, async () => {
			busy(status, 2);
			assertSignedIn(await run(inputs, imds()), 'managed-identity', SYSTEM_IDENTITY.clientId);
			assert.equal(count('imds'), 3);
		});
	}

	it('gives up on a service that stays away', async () => {
		busy(404, 100);
		assertRefused(
			await run(inputs, imds()),
			/^Managed identity \(IMDS\): the endpoint is starting, busy or failing \(HTTP 404\)/,
		);
		assert.equal(count('imds'), 5);
	});

	it('asks a second time if the vault refuses the token', async () => {
		emulator.inject({ kind: 'status', status: 401, match: { path: /^\/secrets\// }, times: 1 });
		assertSignedIn(await run(inputs, imds()), 'managed-identity', SYSTEM_IDENTITY.clientId);
		assert.equal(count('imds'), 2);
	});

	it('is refused by App Service without its header, and if the app has no such identity', async () => {
		const { IDENTITY_ENDPOINT = '' } = emulator.appServiceVariables;
		const wrong = { IDENTITY_ENDPOINT, IDENTITY_HEADER: 'not-the-header-of-this-app' };
		assertRefused(
			await run(inputs, wrong),
			/^Managed identity \(App Service or Container Apps\): the header .* was not accepted \(HTTP 401\)/,
		);
		emulator.identities.assigned = [];
		const result = await run({ ...inputs, 'client-id': USER_IDENTITY.clientId }, emulator.appServiceVariables);
		assertRefused(result, /the app has no identity with client ID .*\(HTTP 400, invalid_request\)/);
	});

	// Promise: N5
	it('sends nothing to an endpoint that is not on this machine', async () => {
		const env = { IDENTITY_ENDPOINT: 'https://identity.example/msi/token', IDENTITY_HEADER: 'x'.repeat(32) };
		assertRefused(await run(inputs, env), /^IDENTITY_ENDPOINT: /);
		assert.deepEqual(emulator.requests, []);
	});

	describe('behind a proxy', { skip: process.platform === 'win32' && 'Windows does not connect to 0.0.0.0' }, () => {
		let proxy: ConnectProxy;
		beforeEach(async () => {
			proxy = await startProxy({ emulator });
		});
		afterEach(() => proxy.close());

		// The toolkit excepts 127.0.0.1 and localhost by itself; this name of the machine it would send to the proxy.
		it('reaches the endpoint without it, and the vault through it', async () => {
			const url = 'https://contoso.vault.azure.net';
			emulator.vault(url).setSecret('db', 'value-of-the-secret');
			const { port } = emulator.listener('imds');
			const proxies = { HTTP_PROXY: proxy.url, http_proxy: proxy.url, HTTPS_PROXY: proxy.url, https_proxy: proxy.url };
			const env = { ...proxies, AZURE_POD_IDENTITY_AUTHORITY_HOST: `http://0.0.0.0:${port}` };
			const result = await run({ ...inputs, 'vault-suffix': '', keyvault: url }, env);
			assertSignedIn(result, 'managed-identity', SYSTEM_IDENTITY.clientId);
			assert.deepEqual(proxy.plainRequests, []);
			assert.deepEqual(
				proxy.connects.map(({ host }) => host),
				['contoso.vault.azure.net:443'],
			);
		});
	});
});

describe('AZURE_* variables', () => {
	const ids = { AZURE_TENANT_ID: TENANT_ID, AZURE_CLIENT_ID: CLIENT_ID };
	const none = { 'tenant-id': '', 'client-id': '' };

	it('stand in for empty inputs', async () => {
		assertSignedIn(await run(none, { ...ids, AZURE_CLIENT_SECRET: CLIENT_SECRET }), 'client-secret');
	});

	it('give way to inputs', async () => {
		const wrong = { AZURE_TENANT_ID: 'fabrikam.example', AZURE_CLIENT_ID: USER_IDENTITY.clientId };
		const result = await run({ 'client-secret': CLIENT_SECRET }, { ...wrong, AZURE_CLIENT_SECRET: 'wrong' });
		assertSignedIn(result, 'client-secret');
	});

	it('name a client secret that goes before the ID token, and not before an input', async () => {
		const env = { ...emulator.idTokenVariables, AZURE_CLIENT_SECRET: CLIENT_SECRET };
		assertSignedIn(await run({}, env), 'client-secret');
		assertSignedIn(await run({ 'auth-method': 'github-oidc' }, env), 'github-oidc');
		assertSignedIn(await run({ 'access-token': emulator.entra.issue() }, env), 'access-token');
	});
});

describe('a vault that refuses every token', () => {
	const refuse = () => emulator.inject({ kind: 'status', status: 401, match: { path: /^\/secrets\// } });

	// Promise: H3
	it('is asked twice, with two tokens', async () => {
		refuse();
		const result = await run({}, emulator.idTokenVariables);
		assert.equal(errorsOf(result).length, 1);
		const tokens = emulator.requests
			.filter(({ listener }) => listener === 'vault')
			.map(({ headers }) => headers['authorization']);
		assert.deepEqual([tokens.length, new Set(tokens).size], [2, 2]);
		assert.equal(count('login'), 2);
	});
});
