// Ways to sign in through the committed bundle, as an application or a person: what works, what is refused, what is seen.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { CLIENT_ID, CLIENT_SECRET, OBJECT_ID, TENANT_ID } from '../emulator/directory.js';
import type { Emulator } from '../emulator/emulator.js';
import { GITHUB_ISSUER } from '../emulator/id-token-issuer.js';
import { AUDIENCE, assertRefused, assertSignedIn, signInAs, startTrustingEmulator } from '../support/sign-in-as.js';

const folder = mkdtempSync(join(tmpdir(), 'sign-in-'));
after(() => rmSync(folder, { recursive: true }));

let emulator: Emulator;
beforeEach(async () => {
	emulator = await startTrustingEmulator();
});
afterEach(() => emulator.close());

const run = (inputs: Readonly<Record<string, string>>, env?: Readonly<Record<string, string>>) =>
	signInAs(emulator, inputs, env);

describe('client-secret', () => {
	it('comes from creds as well', async () => {
		const creds = JSON.stringify({
			tenantId: TENANT_ID,
			clientId: CLIENT_ID,
			clientSecret: CLIENT_SECRET,
			subscriptionId: 'x',
		});
		assertSignedIn(await run({ creds, 'tenant-id': '', 'client-id': '' }), 'client-secret');
	});

	it('needs no tenant: the vault names it', async () => {
		assertSignedIn(await run({ 'client-secret': CLIENT_SECRET, 'tenant-id': '' }), 'client-secret');
		const [first] = emulator.requests;
		assert.equal(first?.listener, 'vault');
		assert.equal(first?.headers['authorization'], undefined);
	});
});

describe('github-oidc', () => {
	it('is chosen if the job has id-token: write, and needs no stored secret', async () => {
		assertSignedIn(await run({}, emulator.idTokenVariables), 'github-oidc');
		assert.equal(emulator.idTokens.idTokens.length, 1);
	});

	it('takes a fresh ID token when the vault wants another access token', async () => {
		emulator.inject({ kind: 'status', status: 401, match: { path: /^\/secrets\// }, times: 1 });
		assertSignedIn(await run({}, emulator.idTokenVariables), 'github-oidc');
		assert.equal(emulator.idTokens.idTokens.length, 2);
	});

	it('shows what was presented if no federated credential matches', async () => {
		emulator.entra.app().federated = [
			{ issuer: GITHUB_ISSUER, subject: 'repo:contoso/other:environment:prod', audience: AUDIENCE },
		];
		const result = await run({}, emulator.idTokenVariables);
		assertRefused(
			result,
			/AADSTS700213.*issuer https:\/\/token\.actions\.githubusercontent\.com, subject repo:contoso\/automation:ref:refs\/heads\/main, audience api:\/\/AzureADTokenExchange\./,
		);
	});

	it('shows another audience, too', async () => {
		assertRefused(
			await run({ 'oidc-audience': 'api://other' }, emulator.idTokenVariables),
			/AADSTS700212.*audience api:\/\/other\./,
		);
	});

	// Promise: P10
	it('says what is missing if the job may not ask', async () => {
		const result = await run({ 'auth-method': 'github-oidc' });
		assertRefused(
			result,
			/the job is not allowed to request an ID token\. Give the job the permission "id-token: write", and "contents: read" .*forks/,
		);
	});
});

describe('workload-identity', () => {
	it('exchanges the token of the platform', async () => {
		const file = join(folder, 'token');
		writeFileSync(file, `${emulator.idTokens.issue(AUDIENCE)}\n`);
		assertSignedIn(await run({}, { AZURE_FEDERATED_TOKEN_FILE: file }), 'workload-identity');
	});

	it('says which variable is wrong', async () => {
		assertRefused(
			await run({}, { AZURE_FEDERATED_TOKEN_FILE: join(folder, 'none') }),
			/^AZURE_FEDERATED_TOKEN_FILE: the variable names a file that cannot be read/,
		);
	});
});

describe('device-code', () => {
	const inputs = { 'auth-method': 'device-code' };

	beforeEach(() => {
		emulator.entra.app().publicClient = true;
	});

	it('shows code and address, and goes on once a person has approved', async () => {
		const result = await run(inputs);
		assertSignedIn(result, 'device-code');
		const notice = result.annotations.find(({ level }) => level === 'notice');
		assert.match(notice?.message ?? '', /^Open https:\/\/\S+ and enter the code [A-Z0-9-]+ within 15 minutes\./);
		assert.ok(result.log.some((line) => line.includes('Access token: delegated, for a person (it has scp).')));
	});

	it('needs an application that allows it', async () => {
		emulator.entra.app().publicClient = false;
		assertRefused(await run(inputs), /AADSTS7000218.*Turn on "Allow public client flows"/);
	});

	it('ends if the person declines, or does nothing', async () => {
		Object.assign(emulator.deviceCodes.options, { outcome: 'decline' });
		assertRefused(await run(inputs), /^device-code: the person declined/);
		Object.assign(emulator.deviceCodes.options, { outcome: 'nothing', lifeSeconds: 2 });
		assertRefused(await run(inputs), /^device-code: the code has expired/);
	});
});

describe('device-code, while the job waits,', () => {
	const inputs = { 'auth-method': 'device-code' };
	const polls = () => emulator.requests.filter(({ path }) => path.endsWith('/token')).length;

	beforeEach(() => {
		emulator.entra.app().publicClient = true;
	});

	it('asks five seconds later from then on if Entra tells it to slow down', async () => {
		const body = JSON.stringify({ error: 'slow_down', error_description: 'AADSTS70016: x', error_codes: [70016] });
		emulator.inject({ kind: 'status', status: 400, body, match: { path: /\/token$/ }, times: 1 });
		Object.assign(emulator.deviceCodes.options, { pendingPolls: 0 });
		const startMs = Date.now();
		assertSignedIn(await run(inputs), 'device-code');
		assert.equal(polls(), 2);
		// One second before the first, six before the second.
		assert.ok(Date.now() - startMs >= 6_900);
	});

	// Promise: R6
	it('ends at once with the job, without a trace', async () => {
		Object.assign(emulator.deviceCodes.options, { outcome: 'nothing' });
		const result = await signInAs(emulator, inputs, {}, { cancelOn: 'and enter the code' });
		assert.notEqual(result.exitCode, 0);
		assert.deepEqual([result.rawOutputFile, result.summary, result.outputs], ['', '', {}]);
		assert.ok(polls() <= 1);
	});
});

describe('access-token', () => {
	it('is used as it is', async () => {
		const token = emulator.entra.issue();
		assertSignedIn(await run({ 'access-token': token, 'client-id': '', 'tenant-id': '' }), 'access-token');
		assert.equal(emulator.requests.length, 1);
	});

	it('of another audience is refused by the vault, and not renewed', async () => {
		const token = emulator.entra.issue({ audience: 'https://graph.microsoft.com' });
		assertRefused(
			await run({ 'access-token': token }),
			/the token is for .*AKV10022\).*--resource https:\/\/vault\.azure\.net"/,
		);
		assert.equal(emulator.requests.length, 1);
	});
});

describe('the debug log', () => {
	it('shows what the token says, whether it is of an application, and never its signature', async () => {
		const result = await run({ 'client-secret': CLIENT_SECRET });
		assertSignedIn(result, 'client-secret');
		const [token] = emulator.entra.tokens;
		const shown = result.log
			.filter((line) => line.includes('Access token: '))
			.map((line) => line.replace(/^.*token: /, ''));
		assert.deepEqual(shown, [
			'aud = https://vault.azure.net',
			`appid = ${CLIENT_ID}`,
			`oid = ${OBJECT_ID}`,
			`tid = ${TENANT_ID}`,
			`exp = ${new Date(Math.floor((token?.expiresOnMs ?? 0) / 1000) * 1000).toISOString().replace('.000Z', 'Z')}`,
			'for an application (it has no scp).',
		]);
		const [, claims = '', signature = ''] = token?.token.split('.') ?? [];
		for (const part of [claims, signature]) assert.ok(!result.log.some((line) => line.includes(part)));
	});
});

describe('two ways at once', () => {
	it('are an error that names both, before any request', async () => {
		assertRefused(
			await run({ 'access-token': 'a', 'client-secret': CLIENT_SECRET }),
			/^access-token and client-secret: different sign-in methods are set/,
		);
		assertRefused(
			await run({ 'auth-method': 'device-code', 'client-secret': CLIENT_SECRET }),
			/^auth-method and client-secret: different sign-in methods/,
		);
		assert.deepEqual(emulator.requests, []);
	});
});
