// The transport over real TLS: limits, redirects, proxies and connections.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import type { Fault } from '../emulator/faults.js';
import { startProxy } from '../emulator/proxy.js';
import type { ProbeOrder, ProbeResult } from './transport-probe.js';

const PROBE = fileURLToPath(new URL('transport-probe.js', import.meta.url));
const PATH = '/secrets/a?api-version=7.4';

let emulator: Emulator;
before(async () => {
	emulator = await startEmulator();
	emulator.vault().setSecret('a', 'value of a');
});
after(() => emulator.close());

async function probe(order: ProbeOrder, env: Readonly<Record<string, string>> = {}): Promise<readonly ProbeResult[]> {
	// Without the variables of the machine, whose proxies and CAs are its own; coverage follows into the child.
	const coverage = process.env['NODE_V8_COVERAGE'];
	const child = spawn(process.execPath, [PROBE, JSON.stringify(order)], {
		env: {
			NODE_EXTRA_CA_CERTS: emulator.caFile,
			...(coverage !== undefined && { NODE_V8_COVERAGE: coverage }),
			...env,
		},
	});
	let stdout = '';
	let stderr = '';
	child.stdout.on('data', (chunk) => (stdout += chunk));
	child.stderr.on('data', (chunk) => (stderr += chunk));
	const exitCode = await new Promise((resolve) => child.on('close', resolve));
	assert.equal(exitCode, 0, stderr);
	return JSON.parse(stdout) as ProbeResult[];
}

async function probeOne(
	request: ProbeOrder['requests'][number],
	env?: Readonly<Record<string, string>>,
	timeoutMs = 5_000,
) {
	const [result] = await probe({ requests: [request], timeoutMs }, env);
	assert.ok(result !== undefined);
	return result;
}

describe('the transport', () => {
	const seen = () => emulator.requests.at(-1);

	it('gives status, headers and body of an answer, whatever the status', async () => {
		const result = await probeOne({ url: `${emulator.vaultUrl}${PATH}` });
		assert.ok('status' in result);
		assert.equal(result.status, 401);
		assert.match(result.headers['www-authenticate'] ?? '', /^Bearer authorization=/);
		assert.match(result.body, /AKV10000/);
	});

	it('sends method, headers, secret header and body as they are, and says who it is', async () => {
		await probeOne({
			method: 'POST',
			url: `${emulator.authorityHost}/x/oauth2/v2.0/token`,
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			authorization: 'Bearer secret',
			body: 'a=%2B&b=%C3%A9',
		});
		assert.equal(seen()?.method, 'POST');
		assert.equal(seen()?.body, 'a=%2B&b=%C3%A9');
		assert.equal(seen()?.headers['authorization'], 'Bearer secret');
		assert.equal(seen()?.headers['content-length'], '14');
		assert.equal(seen()?.headers['user-agent'], 'probe');
		assert.equal(seen()?.headers['accept'], 'application/json');
	});

	it('uses https only', async () => {
		const result = await probeOne({ url: emulator.vaultUrl.replace('https:', 'http:') });
		assert.deepEqual(result, { failure: 'connection', message: 'only https is used' });
	});

	it('accepts no certificate of an unknown CA', async () => {
		const result = await probeOne({ url: `${emulator.vaultUrl}${PATH}` }, { NODE_EXTRA_CA_CERTS: '' });
		assert.ok('failure' in result);
		assert.equal(result.failure, 'certificate');
		assert.match(result.message, /its TLS certificate was not accepted \([A-Z_]+\)/);
	});

	it('says that a connection was refused', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		const address = server.address();
		assert.ok(typeof address === 'object' && address !== null);
		await new Promise((resolve) => server.close(resolve));
		const result = await probeOne({ url: `https://127.0.0.1:${address.port}/` });
		assert.deepEqual(result, { failure: 'connection', message: 'the connection was refused (ECONNREFUSED)' });
	});

	it('keeps 30 requests at a time to 8 connections, and uses these again', async () => {
		const before = emulator.journal.connectionCount('vault');
		const request = { url: `${emulator.vaultUrl}${PATH}` };
		const results = await probe({ requests: Array(30).fill(request), together: true });
		assert.equal(results.filter((one) => 'status' in one).length, 30);
		const opened = emulator.journal.connectionCount('vault') - before;
		assert.ok(opened <= 8, `${opened} connections`);
	});

	it('uses one connection for requests one after the other', async () => {
		const before = emulator.journal.connectionCount('vault');
		const request = { url: `${emulator.vaultUrl}${PATH}` };
		await probe({ requests: [request, request, request] });
		assert.equal(emulator.journal.connectionCount('vault') - before, 1);
	});
});

describe('the transport under faults', () => {
	const cases: readonly [Fault, ProbeResult | { readonly status: number }, number?][] = [
		[{ kind: 'reset-before-answer' }, { failure: 'connection', message: 'the connection was cut off (ECONNRESET)' }],
		[{ kind: 'reset-during-answer' }, { failure: 'connection', message: 'the connection was cut off (ECONNRESET)' }],
		[{ kind: 'cut-body' }, { failure: 'connection', message: 'the connection was cut off (ECONNRESET)' }],
		[{ kind: 'hang-up-on-connect' }, { failure: 'connection', message: 'the connection was cut off (ECONNRESET)' }],
		[{ kind: 'silence' }, { failure: 'time-out', message: 'no whole answer came within 0.3 s' }, 300],
		[{ kind: 'slow-body', pauseMs: 200 }, { failure: 'time-out', message: 'no whole answer came within 0.3 s' }, 300],
		[{ kind: 'huge' }, { failure: 'too-large', message: 'the answer is over 4 MiB' }],
		[{ kind: 'gzip-bomb' }, { status: 200 }],
		[{ kind: 'html' }, { status: 200 }],
		[{ kind: 'status', status: 503, headers: { 'retry-after': '7' } }, { status: 503 }],
	];

	for (const [fault, expected, timeoutMs] of cases) {
		it(`survives ${JSON.stringify(fault)}`, async () => {
			emulator.inject({ ...fault, times: 1 });
			const result = await probeOne({ url: `${emulator.vaultUrl}${PATH}` }, {}, timeoutMs);
			if ('status' in result) assert.deepEqual({ status: result.status }, expected);
			else assert.deepEqual(result, expected);
		});
	}

	it('does not unfold what is packed', async () => {
		emulator.inject({ kind: 'gzip-bomb', times: 1 });
		const result = await probeOne({ url: `${emulator.vaultUrl}${PATH}` });
		assert.ok('body' in result && result.body.length < 1024 * 1024);
	});

	it('gives a redirect as it is, and follows none', async () => {
		emulator.inject({ kind: 'redirect', location: `${emulator.foreignUrl}/stolen`, times: 1 });
		const result = await probeOne({ url: `${emulator.vaultUrl}${PATH}`, authorization: 'Bearer secret' });
		assert.ok('status' in result && result.status >= 300 && result.status < 400);
		assert.deepEqual(
			emulator.requests.filter(({ listener }) => listener === 'foreign'),
			[],
		);
	});
});

describe('the transport behind a proxy', () => {
	const url = `https://contoso.vault.azure.net${PATH}`;
	const closers: (() => Promise<void>)[] = [];
	const start = async (options: Omit<Parameters<typeof startProxy>[0], 'emulator'> = {}) => {
		const proxy = await startProxy({ emulator, ...options });
		closers.push(() => proxy.close());
		return proxy;
	};
	afterEach(async () => {
		for (const close of closers.splice(0)) await close();
	});

	it('reaches hosts through HTTPS_PROXY', async () => {
		const proxy = await start();
		const result = await probeOne({ url }, { HTTPS_PROXY: proxy.url });
		assert.ok('status' in result && result.status === 401);
		assert.deepEqual(
			proxy.connects.map(({ host, status }) => [host, status]),
			[['contoso.vault.azure.net:443', 200]],
		);
	});

	it('shows the proxy its credentials', async () => {
		const proxy = await start({ credentials: 'user:pass word' });
		const result = await probeOne({ url }, { https_proxy: proxy.url });
		assert.ok('status' in result && result.status === 401);
	});

	it('says what a proxy refused, and how', async () => {
		const locked = await start({ credentials: 'user:password' });
		assert.deepEqual(await probeOne({ url }, { HTTPS_PROXY: locked.urlWithoutCredentials }), {
			failure: 'proxy',
			message: 'the proxy answered 407 to CONNECT',
		});
		const strict = await start({ refuse: /vault/ });
		assert.deepEqual(await probeOne({ url }, { HTTPS_PROXY: strict.url }), {
			failure: 'proxy',
			message: 'the proxy answered 403 to CONNECT',
		});
	});

	it('says that a proxy is not there, or has no address', async () => {
		assert.deepEqual(await probeOne({ url }, { HTTPS_PROXY: 'http://127.0.0.1:9' }), {
			failure: 'connection',
			message: 'the proxy could not be reached',
		});
		assert.deepEqual(await probeOne({ url }, { HTTPS_PROXY: 'a b' }), {
			failure: 'proxy',
			message: 'the proxy variable holds no valid address',
		});
	});

	it('goes around the proxy where NO_PROXY says so', async () => {
		const proxy = await start();
		await probeOne(
			{ url: 'https://contoso.vault.azure.net:1/' },
			{ HTTPS_PROXY: proxy.url, NO_PROXY: '.azure.net' },
			300,
		);
		assert.deepEqual(proxy.connects, []);
	});
});
