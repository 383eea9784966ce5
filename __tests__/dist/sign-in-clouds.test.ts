// Signing in to other clouds by their public names, which a CONNECT proxy leads to the emulator.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CLIENT_ID, CLIENT_SECRET } from '../emulator/directory.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { GITHUB_ISSUER, GITHUB_SUBJECT } from '../emulator/id-token-issuer.js';
import { readJwt } from '../emulator/jwt.js';
import { type Proxy as ConnectProxy, startProxy } from '../emulator/proxy.js';
import { errorsOf, runAction } from '../support/run-action.js';

const VALUE = 'value-of-the-secret';
const CLOUDS = [
	{
		cloud: 'public',
		login: 'login.microsoftonline.com',
		vault: 'contoso.vault.azure.net',
		resource: 'https://vault.azure.net',
		audience: 'api://AzureADTokenExchange',
	},
	{
		cloud: 'us-government',
		login: 'login.microsoftonline.us',
		vault: 'contoso.vault.usgovcloudapi.net',
		resource: 'https://vault.usgovcloudapi.net',
		audience: 'api://AzureADTokenExchangeUSGov',
	},
	{
		cloud: 'china',
		login: 'login.partner.microsoftonline.cn',
		vault: 'contoso.vault.azure.cn',
		resource: 'https://vault.azure.cn',
		audience: 'api://AzureADTokenExchangeChina',
	},
] as const;

let emulator: Emulator;
let proxy: ConnectProxy;
before(async () => {
	emulator = await startEmulator();
	proxy = await startProxy({ emulator });
	for (const { vault } of CLOUDS) emulator.vault(`https://${vault}`).setSecret('db', VALUE);
	const trusted = { issuer: GITHUB_ISSUER, subject: GITHUB_SUBJECT };
	emulator.entra.app().federated = CLOUDS.map(({ audience }) => ({ ...trusted, audience }));
});
after(async () => {
	await proxy.close();
	await emulator.close();
});

/** The issuer, too, by its public name. */
function idTokenVariables(): Readonly<Record<string, string>> {
	return {
		ACTIONS_ID_TOKEN_REQUEST_URL: `${GITHUB_ISSUER}/idtoken/1/job?api-version=2.0`,
		ACTIONS_ID_TOKEN_REQUEST_TOKEN: emulator.idTokens.requestToken,
	};
}

function run(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
	const own = { 'authority-host': '', 'vault-suffix': '', 'client-secret': '', keyvault: 'contoso', secrets: 'db' };
	return runAction(emulator, { ...own, ...inputs }, { env: { HTTPS_PROXY: proxy.url, ...env }, debug: true });
}

function hostsSince(mark: number): readonly string[] {
	return proxy.connects.slice(mark).map(({ host }) => host.replace(/:443$/, ''));
}

for (const { cloud, login, vault, resource, audience } of CLOUDS) {
	describe(`cloud: ${cloud}`, () => {
		it('sets host, vault, audience and scope of github-oidc', async () => {
			const mark = proxy.connects.length;
			const result = await run({ cloud }, idTokenVariables());
			assert.equal(result.outputs['db'], VALUE, result.log.join('\n'));
			assert.deepEqual(hostsSince(mark), [new URL(GITHUB_ISSUER).host, login, vault]);
			assert.equal(readJwt(emulator.idTokens.idTokens.at(-1) ?? '')?.claims['aud'], audience);
			assert.equal(emulator.entra.tokens.at(-1)?.audience, resource);
		});

		// Promise: N6
		it('keeps the tenant from the challenge, and nothing else of it', async () => {
			const mark = proxy.connects.length;
			const result = await run({ cloud, 'tenant-id': '', 'client-secret': CLIENT_SECRET });
			assert.equal(result.outputs['db'], VALUE, result.log.join('\n'));
			// The challenge names the login host of the public cloud, whichever the vault is in.
			assert.deepEqual([...new Set(hostsSince(mark))], [vault, login]);
		});
	});
}

// Promise: N4
it('a variable does not choose if the client secret is sent', async () => {
	const mark = emulator.requests.length;
	const env = { AZURE_AUTHORITY_HOST: emulator.foreignUrl, AZURE_CLIENT_SECRET: CLIENT_SECRET };
	const result = await run({ 'client-id': '' }, { ...env, AZURE_CLIENT_ID: CLIENT_ID });
	assert.equal(result.outputs['db'], VALUE, result.log.join('\n'));
	assert.deepEqual(
		emulator.requests.slice(mark).map(({ listener }) => listener),
		['login', 'vault'],
	);
});

it('a vault of another cloud is refused before any request', async () => {
	const mark = emulator.requests.length;
	const result = await run({ cloud: 'china', keyvault: 'https://contoso.vault.azure.net' }, idTokenVariables());
	assert.equal(result.exitCode, 1);
	assert.match(errorsOf(result)[0] ?? '', /vault\.azure\.cn/);
	assert.equal(emulator.requests.length, mark);
});
