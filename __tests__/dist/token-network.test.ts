// Faults between the bundle and the services while tokens are minted: tried again, or refused in words.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { CLIENT_SECRET, TENANT_ID } from '../emulator/directory.js';
import type { Fault, FaultMatch } from '../emulator/faults.js';
import { startProxy } from '../emulator/proxy.js';
import { assertNoLeak, assertNothingExported, errorsOf } from '../support/run-action.js';
import { askedOf, EXO, GRAPH, runToken, startTokenWorld, type TokenWorld } from '../support/run-token.js';

const TOKEN: FaultMatch = { path: /oauth2/ };
const CERTIFICATE: FaultMatch = { path: /^\/certificates\// };
const SIGN: FaultMatch = { path: /\/sign$/ };

let world: TokenWorld;
beforeEach(async () => {
	world = await startTokenWorld();
});
afterEach(() => world.emulator.close());

const count = (pattern: RegExp) => askedOf(world.emulator).filter((line) => pattern.test(line)).length;

describe('what passes', () => {
	const faults: readonly Fault[] = [
		{ kind: 'status', status: 503, match: TOKEN, times: 1 },
		{ kind: 'reset-during-answer', match: TOKEN, times: 1 },
		{ kind: 'status', status: 429, headers: { 'retry-after': '0' }, match: CERTIFICATE, times: 2 },
		{ kind: 'cut-body', match: CERTIFICATE, times: 1 },
		{ kind: 'status', status: 429, headers: { 'retry-after': '0' }, match: SIGN, times: 2 },
		{ kind: 'status', status: 500, match: SIGN, times: 1 },
		{ kind: 'reset-before-answer', match: SIGN, times: 1 },
		{ kind: 'cut-body', match: SIGN, times: 1 },
	];
	for (const fault of faults) {
		it(`is tried again: ${JSON.stringify({ ...fault, match: String(fault.match?.path) })}`, async () => {
			world.emulator.inject(fault);
			const result = await runToken(world.emulator, {}, { debug: true });
			assert.equal(result.exitCode, 0, result.log.join('\n'));
			assert.deepEqual(Object.keys(result.outputs), ['EXO', 'EXO-expires-on', 'GRAPH', 'GRAPH-expires-on']);
			assert.equal(world.emulator.requests.length, 5 + (fault.times ?? 0));
			assert.ok(result.log.some((line) => /trying again in \d+ ms/.test(line)));
		});
	}

	it("is a refusal of Entra's that says of itself that it passes", async () => {
		const body = JSON.stringify({ error: 'temporarily_unavailable', error_codes: [90033] });
		world.emulator.inject({ kind: 'status', status: 400, body, match: TOKEN, times: 2 });
		assert.equal((await runToken(world.emulator)).exitCode, 0);
		assert.equal(count(/POST login/), 5);
	});

	for (const match of [CERTIFICATE, SIGN]) {
		it(`is a token that the vault refuses once, at ${match.path}: one more is asked for`, async () => {
			world.emulator.inject({ kind: 'status', status: 401, match, times: 1 });
			const result = await runToken(world.emulator);
			assert.equal(result.exitCode, 0, result.log.join('\n'));
			assert.deepEqual([count(/POST login/), count(/GET vault/) + count(/POST vault/)], [4, 3]);
		});
	}
});

describe('what does not pass', () => {
	const elsewhere = () => world.emulator.requests.filter(({ listener }) => listener === 'foreign');
	const redirect = (match: FaultMatch) => (): Fault => ({
		kind: 'redirect',
		location: `${world.emulator.foreignUrl}/`,
		status: 307,
		match,
	});
	const cases: readonly (readonly [string, () => Fault, RegExp])[] = [
		['a redirect of the login host', redirect(TOKEN), /redirects/],
		['a redirect of the certificate', redirect(CERTIFICATE), /^certificate exo: .*a redirect/],
		['a redirect of the signature', redirect(SIGN), /^key exo\/\w{32}: .*a redirect/],
		['a page instead of a certificate', () => ({ kind: 'html', match: CERTIFICATE }), /web page/],
		['a page instead of a signature', () => ({ kind: 'html', match: SIGN }), /the answer is (?:not JSON|a web page)/],
		['half a signature', () => ({ kind: 'not-json', match: SIGN }), /the answer is (?:not JSON|a web page)/],
		['an endless signature', () => ({ kind: 'huge', match: SIGN }), /4 MiB/],
		['a packed signature', () => ({ kind: 'gzip-bomb', match: SIGN }), /the answer is (?:not JSON|a web page)/],
		['a token refused for good', () => ({ kind: 'status', status: 401, match: SIGN }), /second one/],
		[
			'a vault that asks for more patience than there is',
			() => ({ kind: 'status', status: 429, headers: { 'retry-after': '3600' }, match: SIGN }),
			/^key exo\/\w{32}: .*\(HTTP 429\)/,
		],
		['a gateway that refuses', () => ({ kind: 'status', status: 403, match: SIGN }), /the vault refused the request/],
	];
	for (const [name, fault, expected] of cases) {
		// Promise: R2
		it(`is an error that says so: ${name}`, async () => {
			world.emulator.inject(fault());
			const result = await runToken(world.emulator, {}, { debug: true });
			assertNothingExported(result);
			assert.equal(errorsOf(result).length, 1, errorsOf(result).join('\n'));
			assert.match(errorsOf(result)[0] ?? '', expected);
			assert.deepEqual(elsewhere(), []);
		});
	}

	// Promise: N8
	it('is a signature by another key, which is sent nowhere', async () => {
		const body = JSON.stringify({ value: Buffer.alloc(256, 7).toString('base64url') });
		world.emulator.inject({ kind: 'status', status: 200, body, match: SIGN });
		const result = await runToken(world.emulator);
		assertNothingExported(result);
		assert.match(errorsOf(result)[0] ?? '', /signature.*certificate's key/);
		assert.equal(count(/POST login/), 1);
	});

	it('is a key that is said to be elsewhere: nothing is sent there', async () => {
		const { emulator, stored } = world;
		const version = '0'.repeat(32);
		const body = {
			id: `${emulator.vaultUrl}/certificates/exo/${version}`,
			kid: `${emulator.foreignUrl}/keys/exo/${version}`,
			cer: stored.certificate.der.toString('base64'),
			attributes: { enabled: true },
		};
		emulator.inject({ kind: 'status', status: 200, body: JSON.stringify(body), match: CERTIFICATE });
		const result = await runToken(emulator);
		assertNothingExported(result);
		assert.match(errorsOf(result)[0] ?? '', /private key.*nothing was sent/);
		assert.deepEqual(elsewhere(), []);
		assert.equal(count(/sign$/), 0);
	});

	it('is one token of several: none is exported', async () => {
		world.emulator.latencyMs = 20;
		const scopes = `EXO = ${EXO}\nGRAPH = ${GRAPH}\nX = api://nobody/.default`;
		const result = await runToken(world.emulator, { scopes });
		assertNothingExported(result);
		assert.equal(world.emulator.entra.tokens.length, 3);
	});

	it('is an authority that goes away after the sign-in', async () => {
		// Signing in is the first request; what follows it finds no listener.
		world.emulator.inject({ kind: 'slow-body', pauseMs: 0, match: TOKEN, times: 1 });
		world.emulator.inject({ kind: 'redirect', location: `/${TENANT_ID}`, match: TOKEN });
		const result = await runToken(world.emulator);
		assertNothingExported(result);
		assert.equal(errorsOf(result).length, 1);
		assert.match(errorsOf(result)[0] ?? '', /^Token EXO .*, Token GRAPH .*: refused with HTTP 302/);
	});

	it('is a CA that Node does not know: the error names the variable', async () => {
		const result = await runToken(world.emulator, {}, { env: { NODE_EXTRA_CA_CERTS: '' } });
		assertNothingExported(result);
		assert.match(errorsOf(result)[0] ?? '', /TLS certificate .*NODE_EXTRA_CA_CERTS/);
	});
});

describe('many tokens', () => {
	it('are asked for at most eight at a time, over connections that are used again', async () => {
		const { emulator } = world;
		const names = Array.from({ length: 24 }, (_, index) => `T${index}`);
		for (const name of names) emulator.entra.services.set(`api://${name}`, { needsRole: false });
		emulator.latencyMs = 50;
		const result = await runToken(emulator, {
			scopes: names.map((name) => `${name} = api://${name}/.default`).join('\n'),
		});
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		for (const name of names) {
			assert.equal(emulator.entra.findToken(result.outputs[name] ?? '')?.audience, `api://${name}`);
		}
		assert.deepEqual([emulator.requests.length, count(/sign$/)], [3 + 24, 1]);
		const { mostAtOnce } = emulator.journal;
		assert.ok(mostAtOnce > 2 && mostAtOnce <= 8, `${mostAtOnce} at a time`);
		assert.ok(emulator.journal.connectionCount('login') <= 8);
	});
});

describe('behind a proxy', () => {
	it('the public cloud is reached by its own names, and the credentials are seen nowhere', async () => {
		const { emulator, stored } = world;
		const proxy = await startProxy({ emulator, credentials: 'proxy-user:proxy~password' });
		const inputs = { 'authority-host': '', 'vault-suffix': '', keyvault: 'contoso' };
		const result = await runToken(emulator, inputs, { env: { HTTPS_PROXY: proxy.url } });
		await proxy.close();
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.deepEqual(
			[...new Set(proxy.connects.map(({ host }) => host))],
			['login.microsoftonline.com:443', 'contoso.vault.azure.net:443'],
		);
		assert.equal(count(new RegExp(`/keys/exo/${stored.version}/sign$`)), 1);
		assertNoLeak(result, ['proxy~password', CLIENT_SECRET]);
	});
});
