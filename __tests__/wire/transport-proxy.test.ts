// The transport and proxies: through one if the environment says so, around it on the machine itself.
import assert from 'node:assert/strict';
import { createServer as createHttpServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { startProxy } from '../emulator/proxy.js';
import { startRawProxy } from '../emulator/raw-proxy.js';
import { Prober } from './run-probe.js';

const PATH = '/secrets/a?api-version=7.4';

let emulator: Emulator;
let prober: Prober;
before(async () => {
	emulator = await startEmulator();
	emulator.vault().setSecret('a', 'value of a');
	prober = new Prober(emulator);
});
after(() => emulator.close());

describe('the transport behind a proxy', () => {
	const url = `https://contoso.vault.azure.net${PATH}`;
	const closers: (() => Promise<void>)[] = [];
	const start = async (options: Omit<Parameters<typeof startProxy>[0], 'emulator'> = {}) => {
		const proxy = await startProxy({ emulator, ...options });
		closers.push(() => proxy.close());
		return proxy;
	};
	// One that only has a say about CONNECT.
	const openRawProxy = async (answer: (client: Socket) => void) => {
		const { url, close } = await startRawProxy((client) => client.once('data', () => answer(client)));
		closers.push(async () => close());
		return url;
	};
	afterEach(async () => {
		for (const close of closers.splice(0)) await close();
	});

	it('reaches hosts through HTTPS_PROXY', async () => {
		const proxy = await start();
		const result = await prober.one({ url }, { HTTPS_PROXY: proxy.url });
		assert.ok('status' in result && result.status === 401);
		assert.deepEqual(
			proxy.connects.map(({ host, status }) => [host, status]),
			[['contoso.vault.azure.net:443', 200]],
		);
	});

	it('shows the proxy its credentials', async () => {
		const proxy = await start({ credentials: 'user:pass word' });
		const result = await prober.one({ url }, { https_proxy: proxy.url });
		assert.ok('status' in result && result.status === 401);
	});

	it('says what a proxy refused, and how', async () => {
		const locked = await start({ credentials: 'user:password' });
		assert.deepEqual(await prober.one({ url }, { HTTPS_PROXY: locked.urlWithoutCredentials }), {
			failure: 'proxy-credentials',
			message: 'the proxy answered 407 to CONNECT',
		});
		const strict = await start({ refuse: /vault/ });
		assert.deepEqual(await prober.one({ url }, { HTTPS_PROXY: strict.url }), {
			failure: 'proxy-refused',
			message: 'the proxy answered 403 to CONNECT',
		});
	});

	it('says that a proxy is not there, or has no address', async () => {
		assert.deepEqual(await prober.one({ url }, { HTTPS_PROXY: 'http://127.0.0.1:9' }), {
			failure: 'proxy-failing',
			message: 'the proxy could not be reached (ECONNREFUSED)',
		});
		const missing = await prober.one({ url }, { HTTPS_PROXY: 'http://proxy.invalid:8080' });
		assert.ok('failure' in missing);
		// A machine without a name server cannot tell.
		assert.match(missing.failure, /^proxy-(?:not-found|failing)$/);
		assert.match(
			missing.message,
			/^the proxy's host name does not exist$|^the proxy could not be reached \(EAI_AGAIN\)$/,
		);
		assert.deepEqual(await prober.one({ url }, { HTTPS_PROXY: 'a b' }), {
			failure: 'proxy-refused',
			message: 'the proxy variable holds no valid address',
		});
	});

	// Promise: R2
	it('tells what a proxy refuses for the moment from what it refuses for good', async () => {
		for (const [status, failure] of [
			[429, 'proxy-failing'],
			[503, 'proxy-failing'],
			[404, 'proxy-refused'],
			[201, 'proxy-refused'],
		] as const) {
			const proxy = await openRawProxy((client) => client.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`));
			assert.deepEqual(await prober.one({ url }, { HTTPS_PROXY: proxy }), {
				failure,
				message: `the proxy answered ${status} to CONNECT`,
			});
		}
	});

	it('does not wait for a proxy that says nothing, and leaves no connection to it', async () => {
		const proxy = await openRawProxy(() => undefined);
		assert.deepEqual(await prober.one({ url }, { HTTPS_PROXY: proxy }, 300), {
			failure: 'proxy-failing',
			message: 'the proxy opened no connection within 0.3 s',
		});
	});

	// Promise: R2
	it('tells a proxy that says nothing from a host behind it that says nothing', async () => {
		const proxy = await openRawProxy((client) => client.write('HTTP/1.1 200 OK\r\n\r\n'));
		assert.deepEqual(await prober.one({ url }, { HTTPS_PROXY: proxy }, 300), {
			failure: 'time-out',
			message: 'no whole answer came within 0.3 s',
		});
	});

	it('says that a proxy cuts off, or speaks something else than HTTP', async () => {
		for (const answer of ['', 'SSH-2.0-OpenSSH_9.6\r\n', 'HTTP/1.1 200 OK\r\n\r\nmore']) {
			const proxy = await openRawProxy((client) => client.end(answer));
			assert.deepEqual(await prober.one({ url }, { HTTPS_PROXY: proxy }), {
				failure: 'proxy-failing',
				message: 'the proxy cut the connection off',
			});
		}
	});

	it('uses a tunnel again', async () => {
		const { port } = emulator.listener('vault');
		let connects = 0;
		const proxy = await openRawProxy((client) => {
			connects += 1;
			client.write('HTTP/1.1 200 OK\r\n\r\n');
			const target = connect(port, '127.0.0.1');
			target.pipe(client).pipe(target);
		});
		const results = await prober.all({ requests: [{ url }, { url }] }, { HTTPS_PROXY: proxy });
		assert.deepEqual(
			results.map((result) => 'status' in result && result.status),
			[401, 401],
		);
		assert.equal(connects, 1);
	});

	it('is reached by an IPv6 address too', async () => {
		const result = await prober.one({ url }, { HTTPS_PROXY: 'http://[::1]:9' });
		assert.ok('failure' in result);
		assert.match(result.message, /^the proxy could not be reached \((?:ECONNREFUSED|ENETUNREACH)\)$|^the proxy cut/);
	});

	it('names an IPv6 host to the proxy with its brackets', async () => {
		const proxy = await start();
		await prober.one({ url: 'https://[2001:db8::1]:8443/' }, { HTTPS_PROXY: proxy.url });
		assert.equal(proxy.connects[0]?.host, '[2001:db8::1]:8443');
	});

	it('goes around the proxy where NO_PROXY says so', async () => {
		const proxy = await start();
		const variables = { HTTPS_PROXY: proxy.url, NO_PROXY: '.invalid' };
		const result = await prober.one({ url: 'https://contoso.vault.invalid/' }, variables);
		assert.ok('failure' in result && ['host-not-found', 'connection'].includes(result.failure), JSON.stringify(result));
		assert.deepEqual(proxy.connects, []);
	});
});

describe('the transport for endpoints on the machine itself', () => {
	// Promise: P6
	it('speaks http, and goes through no proxy', async () => {
		const server = createHttpServer((request, response) => response.end(`${request.method} ${request.url}`));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const address = server.address();
		assert.ok(typeof address === 'object' && address !== null);
		// By a name that no NO_PROXY and no rule for loopback addresses excepts.
		const requests = [{ url: `http://0.0.0.0:${address.port}/metadata?x=1` }];
		const proxies = { HTTP_PROXY: 'http://127.0.0.1:9', http_proxy: 'http://127.0.0.1:9' };
		const [result] = await prober.all({ requests, local: true }, proxies);
		await new Promise((resolve) => server.close(resolve));
		assert.ok(result !== undefined && 'body' in result, JSON.stringify(result));
		assert.equal(result.body, 'GET /metadata?x=1');
	});
});
