// The transport over real TLS: limits, redirects and connections.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import type { Fault } from '../emulator/faults.js';
import { Prober } from './run-probe.js';
import type { ProbeResult } from './transport-probe.js';

const PATH = '/secrets/a?api-version=7.4';

let emulator: Emulator;
let prober: Prober;
before(async () => {
	emulator = await startEmulator();
	emulator.vault().setSecret('a', 'value of a');
	prober = new Prober(emulator);
});
after(() => emulator.close());

describe('the transport', () => {
	const seen = () => emulator.requests.at(-1);

	it('gives status, headers and body of an answer, whatever the status', async () => {
		const result = await prober.one({ url: `${emulator.vaultUrl}${PATH}` });
		assert.ok('status' in result);
		assert.equal(result.status, 401);
		assert.match(result.headers['www-authenticate'] ?? '', /^Bearer authorization=/);
		assert.match(result.body, /AKV10000/);
	});

	it('sends method, headers, secret header and body as they are, and says who it is', async () => {
		await prober.one({
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

	// Promise: P4
	it('uses https only', async () => {
		const result = await prober.one({ url: emulator.vaultUrl.replace('https:', 'http:') });
		assert.deepEqual(result, { failure: 'not-https', message: 'only https is used' });
	});

	// Promise: P4
	it('accepts no certificate of an unknown CA', async () => {
		const result = await prober.one({ url: `${emulator.vaultUrl}${PATH}` }, { NODE_EXTRA_CA_CERTS: '' });
		assert.ok('failure' in result);
		assert.equal(result.failure, 'certificate');
		assert.match(
			result.message,
			/its TLS certificate is from an authority that this machine does not trust \(UNABLE_[A-Z_]+\)/,
		);
	});

	it('says that a connection was refused', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		const address = server.address();
		assert.ok(typeof address === 'object' && address !== null);
		await new Promise((resolve) => server.close(resolve));
		const result = await prober.one({ url: `https://127.0.0.1:${address.port}/` });
		assert.deepEqual(result, { failure: 'connection', message: 'the connection was refused (ECONNREFUSED)' });
	});

	it('keeps 40 requests at a time to 32 connections, and uses these again', async () => {
		const before = emulator.journal.connectionCount('vault');
		const request = { url: `${emulator.vaultUrl}${PATH}` };
		const results = await prober.all({ requests: Array(40).fill(request), together: true });
		assert.equal(results.filter((one) => 'status' in one).length, 40);
		const opened = emulator.journal.connectionCount('vault') - before;
		assert.ok(opened <= 32, `${opened} connections`);
	});

	it('uses one connection for requests one after the other', async () => {
		const before = emulator.journal.connectionCount('vault');
		const request = { url: `${emulator.vaultUrl}${PATH}` };
		await prober.all({ requests: [request, request, request] });
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
		// Promises: N7, R2
		it(`survives ${JSON.stringify(fault)}`, async () => {
			emulator.inject({ ...fault, times: 1 });
			const result = await prober.one({ url: `${emulator.vaultUrl}${PATH}` }, {}, timeoutMs);
			if ('status' in result) assert.deepEqual({ status: result.status }, expected);
			else assert.deepEqual(result, expected);
		});
	}

	// Promise: R2
	it('does not unfold what is packed', async () => {
		emulator.inject({ kind: 'gzip-bomb', times: 1 });
		const result = await prober.one({ url: `${emulator.vaultUrl}${PATH}` });
		assert.ok('body' in result && result.body.length < 1024 * 1024);
	});

	// Promise: N3
	it('gives a redirect as it is, and follows none', async () => {
		emulator.inject({ kind: 'redirect', location: `${emulator.foreignUrl}/stolen`, times: 1 });
		const result = await prober.one({ url: `${emulator.vaultUrl}${PATH}`, authorization: 'Bearer secret' });
		assert.ok('status' in result && result.status >= 300 && result.status < 400);
		assert.deepEqual(
			emulator.requests.filter(({ listener }) => listener === 'foreign'),
			[],
		);
	});
});
