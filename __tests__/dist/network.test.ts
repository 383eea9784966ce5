// Faults between the bundle and the services: tried again, or refused in words, and never followed elsewhere.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { CLIENT_SECRET } from '../emulator/directory.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import type { Fault } from '../emulator/faults.js';
import { startProxy } from '../emulator/proxy.js';
import { assertNoLeak, assertNothingExported, errorsOf, runAction } from '../support/run-action.js';

const VALUE = 'value-of-the-secret';
const TOKEN = { path: /oauth2/ };
const SECRET = { path: /^\/secrets\// };

let emulator: Emulator;
beforeEach(async () => {
	emulator = await startEmulator();
	emulator.vault().setSecret('db', VALUE);
});
afterEach(() => emulator.close());

describe('what passes', () => {
	const faults: readonly Fault[] = [
		{ kind: 'status', status: 503, match: TOKEN, times: 1 },
		{ kind: 'status', status: 429, headers: { 'retry-after': '0' }, match: SECRET, times: 2 },
		{ kind: 'reset-before-answer', match: SECRET, times: 1 },
		{ kind: 'cut-body', match: SECRET, times: 1 },
	];
	for (const fault of faults) {
		// Promise: R2
		it(`is tried again: ${JSON.stringify({ ...fault, match: String(fault.match?.path) })}`, async () => {
			emulator.inject(fault);
			const result = await runAction(emulator, { secrets: 'db' }, { debug: true });
			assert.equal(result.exitCode, 0, result.log.join('\n'));
			assert.equal(result.outputs['db'], VALUE);
			assert.equal(emulator.requests.length, 2 + (fault.times ?? 0));
			assert.ok(result.log.some((line) => /trying again in \d+ ms/.test(line)));
			assertNoLeak(result, [VALUE]);
		});
	}

	it('is a token that the vault refuses once: one more is asked for', async () => {
		emulator.inject({ kind: 'status', status: 401, match: SECRET, times: 1 });
		const result = await runAction(emulator, { secrets: 'db' });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.deepEqual(
			emulator.requests.map(({ method }) => method),
			['POST', 'GET', 'POST', 'GET'],
		);
	});
});

describe('what does not pass', () => {
	const elsewhere = () => emulator.requests.filter(({ listener }) => listener === 'foreign');
	const cases: readonly [string, () => Fault, RegExp][] = [
		[
			'a redirect of the login host',
			() => ({ kind: 'redirect', location: `${emulator.foreignUrl}/`, match: TOKEN }),
			/redirects/,
		],
		[
			'a redirect of the vault',
			() => ({ kind: 'redirect', location: `${emulator.foreignUrl}/`, match: SECRET }),
			/a redirect/,
		],
		['a page instead of a token', () => ({ kind: 'html', match: TOKEN }), /web page/],
		['a page instead of a secret', () => ({ kind: 'html', match: SECRET }), /web page/],
		['half an answer', () => ({ kind: 'not-json', match: SECRET }), /not JSON/],
		['an endless answer', () => ({ kind: 'huge', match: SECRET }), /4 MiB/],
		['a packed answer', () => ({ kind: 'gzip-bomb', match: SECRET }), /not JSON/],
		['a refused token', () => ({ kind: 'status', status: 401, match: SECRET }), /token.* second one/],
		[
			'another tenant',
			() => ({
				kind: 'status',
				status: 401,
				headers: {
					'www-authenticate':
						'Bearer authorization="https://login.microsoftonline.com/99999999-9999-4999-8999-999999999999"',
				},
				match: SECRET,
			}),
			/the vault trusts tenant 99999999-9999-4999-8999-999999999999, and the sign-in was in tenant 11111111/,
		],
	];
	for (const [name, fault, expected] of cases) {
		it(`is an error that says so: ${name}`, async () => {
			emulator.inject(fault());
			const result = await runAction(emulator, { secrets: 'db' }, { debug: true });
			assertNothingExported(result);
			assert.equal(errorsOf(result).length, 1);
			assert.match(errorsOf(result)[0] ?? '', expected);
			assert.deepEqual(elsewhere(), []);
			assertNoLeak(result, [VALUE]);
		});
	}

	// Promise: N2
	it('is a private key that is said to be elsewhere: nothing is sent there', async () => {
		const { der } = emulator.vault().setCertificate('exo').certificate;
		const version = '0'.repeat(32);
		const id = `${emulator.vaultUrl}/certificates/exo/${version}`;
		const body = {
			id,
			sid: `${emulator.foreignUrl}/secrets/exo/${version}`,
			cer: der.toString('base64'),
			attributes: {},
		};
		emulator.inject({ kind: 'status', status: 200, body: JSON.stringify(body), match: { path: /^\/certificates\// } });
		const result = await runAction(emulator, { certificates: 'exo' });
		assertNothingExported(result);
		assert.match(errorsOf(result)[0] ?? '', /private key.*nothing was sent/);
		assert.deepEqual(elsewhere(), []);
	});

	it('is a CA that Node does not know: the error names the variable', async () => {
		const result = await runAction(emulator, { secrets: 'db' }, { env: { NODE_EXTRA_CA_CERTS: '' } });
		assertNothingExported(result);
		assert.match(errorsOf(result)[0] ?? '', /TLS certificate .*NODE_EXTRA_CA_CERTS/);
	});
});

describe('behind a proxy', () => {
	const publicInputs = { 'authority-host': '', 'vault-suffix': '', keyvault: 'contoso', secrets: 'db' };

	// Promise: L4
	it('the public cloud is reached by its own names, and the credentials are seen nowhere', async () => {
		const proxy = await startProxy({ emulator, credentials: 'proxy-user:proxy~password' });
		const result = await runAction(emulator, publicInputs, { env: { HTTPS_PROXY: proxy.url } });
		await proxy.close();
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.equal(result.outputs['db'], VALUE);
		assert.deepEqual(
			[...new Set(proxy.connects.map(({ host }) => host))],
			['login.microsoftonline.com:443', 'contoso.vault.azure.net:443'],
		);
		assertNoLeak(result, ['proxy~password']);
	});

	it('another cloud has its own login host and its own vaults', async () => {
		const proxy = await startProxy({ emulator });
		const result = await runAction(
			emulator,
			{ ...publicInputs, cloud: 'us-government' },
			{ env: { HTTPS_PROXY: proxy.url } },
		);
		await proxy.close();
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.deepEqual(
			[...new Set(proxy.connects.map(({ host }) => host))],
			['login.microsoftonline.us:443', 'contoso.vault.usgovcloudapi.net:443'],
		);
	});

	it('a refusal names the variables', async () => {
		const proxy = await startProxy({ emulator, refuse: /vault/ });
		const result = await runAction(emulator, publicInputs, { env: { HTTPS_PROXY: proxy.url } });
		await proxy.close();
		assertNothingExported(result);
		assert.match(errorsOf(result)[0] ?? '', /\b403 to CONNECT\. .*HTTPS_PROXY/);
		assertNoLeak(result, [CLIENT_SECRET]);
	});
});
