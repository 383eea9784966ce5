// Proxies as people name them, through the bundle on each Node: used, excepted or refused, and never passed by in silence.
// A name below localhost goes through a proxy, which knows what to make of it; few machines know it themselves.
import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { type ProxyOptions, startProxy } from '../emulator/proxy.js';
import { startRawProxy } from '../emulator/raw-proxy.js';
import { findNodes } from '../runner/node24.js';
import type { StepResult } from '../runner/run-step.js';
import { assertNoLeak, assertNothingExported, errorsOf, runAction } from '../support/run-action.js';

type Variables = Readonly<Record<string, string>>;

let emulator: Emulator;
const closers: (() => Promise<void> | void)[] = [];
beforeEach(async () => {
	emulator = await startEmulator();
	for (let index = 0; index < 20; index += 1) emulator.vault().setSecret(`db-${index}`, `value-of-secret-${index}`);
});
afterEach(async () => {
	for (const close of closers.splice(0)) await close();
	await emulator.close();
});

async function open(options: Omit<ProxyOptions, 'emulator'> = {}) {
	const proxy = await startProxy({ emulator, ...options });
	closers.push(() => proxy.close());
	return proxy;
}

async function openRaw(serve: (client: Socket) => void): Promise<string> {
	const { url, close } = await startRawProxy(serve);
	closers.push(close);
	return url;
}

function vaultHost(): string {
	return `contoso.localhost:${emulator.listener('vault').port}`;
}

function run(
	env: Variables,
	{ secrets = 'db-0', node = process.execPath, timeoutMs = 60_000 } = {},
): Promise<StepResult> {
	return runAction(emulator, { keyvault: `https://${vaultHost()}`, secrets }, { env, node, timeoutMs });
}

function assertFetched(result: StepResult): void {
	assert.equal(result.exitCode, 0, result.log.join('\n'));
	assert.equal(result.outputs['db-0'], 'value-of-secret-0');
}

function assertRefusedBefore(result: StepResult, expected: RegExp): void {
	assertNothingExported(result);
	assert.equal(errorsOf(result).length, 1);
	assert.match(errorsOf(result)[0] ?? '', expected);
	assert.deepEqual(emulator.requests, []);
}

for (const { version, path: node } of findNodes().nodes) {
	describe(`a proxy, on Node ${version}`, () => {
		it('is used without credentials', async () => {
			const proxy = await open();
			assertFetched(await run({ HTTPS_PROXY: proxy.url }, { node }));
			assert.deepEqual(
				proxy.connects.map(({ host }) => host),
				[vaultHost()],
			);
		});

		it('is shown its credentials, which nobody else sees, and stderr stays empty', async () => {
			const proxy = await open({ credentials: 'svc:50%off@home' });
			const result = await run({ HTTPS_PROXY: proxy.url }, { node });
			assertFetched(result);
			assertNoLeak(result, ['50%off@home', '50%25off%40home']);
			for (const mask of ['50%off@home', '50%25off%40home', Buffer.from('svc:50%off@home').toString('base64')])
				assert.equal(result.masker.mask(mask), '***');
			const printed = result.stdout.split('\n').filter((line) => line !== '');
			assert.match(printed[0] ?? '', /^::add-mask::50%25off@home$/);
		});

		it('has its connections used again', async () => {
			const proxy = await open();
			const secrets = Array.from({ length: 20 }, (_, index) => `db-${index}`).join(',');
			assertFetched(await run({ HTTPS_PROXY: proxy.url }, { secrets, node }));
			assert.ok(proxy.connects.length <= 8, `${proxy.connects.length} connections`);
		});

		it('that wants other credentials is named as the cause', async () => {
			const proxy = await open({ credentials: 'svc:right' });
			const result = await run({ HTTPS_PROXY: proxy.url.replace('right', 'wrong') }, { node });
			assertNothingExported(result);
			assert.match(errorsOf(result)[0] ?? '', /the proxy answered 407 to CONNECT\. Put the user and password/);
			assert.equal(proxy.connects.length, 1);
			assertNoLeak(result, ['wrong']);
		});
	});
}

describe('a proxy', () => {
	it('is used without a scheme, with credentials and without', async () => {
		const proxy = await open({ credentials: 'user:password' });
		assertFetched(await run({ HTTPS_PROXY: proxy.url.replace('http://', '') }));
		assert.equal(proxy.connects.length, 1);
		const other = await open();
		assertFetched(await run({ https_proxy: other.url.replace('http://', '') }));
		assert.equal(other.connects.length, 1);
	});

	it('is the one of the lower-case name if both are set', async () => {
		const [lower, upper] = [await open(), await open()];
		assertFetched(await run({ https_proxy: lower.url, HTTPS_PROXY: upper.url }));
		assert.deepEqual([lower.connects.length, upper.connects.length], [1, 0]);
		assertFetched(await run({ https_proxy: ' ', HTTPS_PROXY: upper.url }));
		assert.deepEqual([lower.connects.length, upper.connects.length], [1, 1]);
	});

	for (const [value, expected] of [
		['socks5://svc:hunter22@proxy.contoso.com:1080', /^HTTPS_PROXY: a proxy with the scheme socks5 is not supported/],
		['http://svc:50%hunter22@proxy.contoso.com:8080', /^HTTPS_PROXY: the value is not a readable proxy address/],
		['http://svc:hunter22#1@proxy.contoso.com:8080', /^HTTPS_PROXY: the value is not a readable proxy address/],
		['http://', /^HTTPS_PROXY: the value is not a readable proxy address/],
	] as const) {
		it(`is an error before the first request: ${value}`, async () => {
			const result = await run({ HTTPS_PROXY: value });
			assertRefusedBefore(result, expected);
			assert.doesNotMatch(result.stdout, /hunter22/);
		});
	}

	it('is an error in the other actions as well', async () => {
		for (const [action, inputs] of [
			['token/action.yml', { certificate: 'exo', scopes: 'A = https://graph.microsoft.com/.default' }],
			['rotate/action.yml', { secret: 'db', 'app-id': '77777777-7777-4777-8777-777777777777' }],
		] as const) {
			const result = await runAction(emulator, inputs, { action, env: { https_proxy: 'socks4://proxy:1080' } });
			assertRefusedBefore(result, /^https_proxy: a proxy with the scheme socks4 is not supported/);
		}
	});

	for (const exception of ['*.localhost', '.localhost', 'localhost', '*.LOCALHOST', ' *.localhost. , a.example', '*']) {
		it(`is not asked for a host that NO_PROXY=${exception} excepts`, async () => {
			const proxy = await open();
			const result = await run({ HTTPS_PROXY: proxy.url, NO_PROXY: exception });
			assert.deepEqual(proxy.connects, []);
			// Where the machine does not know the name itself.
			if (result.exitCode !== 0) assert.match(errorsOf(result)[0] ?? '', /only through a proxy, set HTTPS_PROXY/);
		});
	}

	it('is not asked for a host and port that no_proxy excepts, and for another port it is', async () => {
		const proxy = await open();
		await run({ HTTPS_PROXY: proxy.url, no_proxy: `*.localhost:${emulator.listener('vault').port}` });
		assert.deepEqual(proxy.connects, []);
		assertFetched(await run({ HTTPS_PROXY: proxy.url, no_proxy: '*.localhost:1,*.vault.azure.net' }));
		assert.equal(proxy.connects.length, 1);
	});

	it('that refuses the host is named as the cause, and asked once', async () => {
		const proxy = await open({ refuse: /contoso/ });
		const result = await run({ HTTPS_PROXY: proxy.url });
		assertNothingExported(result);
		assert.match(errorsOf(result)[0] ?? '', /the proxy answered 403 to CONNECT\. Have this host allowed on the proxy/);
		assert.equal(proxy.connects.length, 1);
	});

	it('that cuts off is named as the cause, after five attempts', async () => {
		let clients = 0;
		const url = await openRaw((client: Socket) => {
			clients += 1;
			client.destroy();
		});
		const result = await run({ HTTPS_PROXY: url });
		assertNothingExported(result);
		assert.match(errorsOf(result)[0] ?? '', /the proxy cut the connection off\. Check host and port in HTTPS_PROXY/);
		assert.equal(clients, 5);
	});

	it('that does not exist is named as the cause', async () => {
		const result = await run({ HTTPS_PROXY: 'http://proxy.localhost:8080' });
		assertNothingExported(result);
		assert.match(errorsOf(result)[0] ?? '', /the proxy's host name does not exist\. Compare|could not be reached/);
	});

	// Promise: R2
	it('that hangs once is asked again', async () => {
		const proxy = await open();
		const { port } = new URL(proxy.url);
		let clients = 0;
		const url = await openRaw((client: Socket) => {
			clients += 1;
			if (clients === 1) return;
			const behind = connect(Number(port), '127.0.0.1');
			behind.on('error', () => client.destroy());
			client.pipe(behind).pipe(client);
		});
		assertFetched(await run({ HTTPS_PROXY: url }));
		assert.equal(clients, 2);
	});

	// Promise: P6
	it('is never asked for the endpoint of a managed identity', async () => {
		const proxy = await open();
		const env = {
			...emulator.appServiceVariables,
			HTTPS_PROXY: proxy.url,
			HTTP_PROXY: proxy.url,
			http_proxy: proxy.url,
			NODE_USE_ENV_PROXY: '1',
		};
		for (const { path } of findNodes().nodes) {
			const inputs = { 'auth-method': 'managed-identity', 'client-id': '', 'client-secret': '', secrets: 'db-0' };
			assertFetched(await runAction(emulator, inputs, { env, node: path }));
		}
		assert.deepEqual([proxy.connects.length, proxy.plainRequests.length], [0, 0]);
	});
});
