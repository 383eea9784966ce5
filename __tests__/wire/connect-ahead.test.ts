// Connections that are opened before there is a request for them: used, at most so many, and never a failure by themselves.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { startProxy } from '../emulator/proxy.js';
import { Prober } from './run-probe.js';

const PATH = '/secrets/a?api-version=7.4';
/** Enough for a handshake on this machine; what is slower is used while it still connects. */
const WAIT_MS = 300;

let emulator: Emulator;
let prober: Prober;
before(async () => {
	emulator = await startEmulator();
	prober = new Prober(emulator);
});
after(() => emulator.close());

async function connectionsDuring(action: () => Promise<void>): Promise<number> {
	const before = emulator.journal.connectionCount('vault');
	await action();
	return emulator.journal.connectionCount('vault') - before;
}

const ahead = (count: number, waitMs = WAIT_MS) => ({ origin: emulator.vaultUrl, count, waitMs });
const requests = (count: number) => Array(count).fill({ url: `${emulator.vaultUrl}${PATH}` });

describe('connections opened ahead', () => {
	for (const waitMs of [WAIT_MS, 0]) {
		it(`are the ones that requests use, ${waitMs === 0 ? 'still connecting' : 'connected'}`, async () => {
			const opened = await connectionsDuring(async () => {
				const results = await prober.all({ ahead: ahead(3, waitMs), requests: requests(3), together: true });
				assert.ok(results.every((result) => 'status' in result && result.status === 401));
			});
			assert.equal(opened, 3);
		});
	}

	it('are there before the first request', async () => {
		const opened = await connectionsDuring(async () => {
			await prober.all({ ahead: ahead(2), requests: [] });
		});
		assert.equal(opened, 2);
	});

	it('are at most 32, and others are opened only if these are too few', async () => {
		const many = await connectionsDuring(async () => {
			await prober.all({ ahead: ahead(40), requests: requests(40), together: true });
		});
		assert.equal(many, 32);
		const few = await connectionsDuring(async () => {
			await prober.all({ ahead: ahead(2), requests: requests(20), together: true });
		});
		assert.equal(few, 20);
	});

	it('are for their own host and port alone', async () => {
		const opened = await connectionsDuring(async () => {
			const url = `${emulator.otherVaultUrl}${PATH}`;
			const [result] = await prober.all({ ahead: ahead(1), requests: [{ url }] });
			assert.ok(result !== undefined && 'status' in result);
		});
		assert.equal(opened, 1);
		assert.equal(emulator.requests.at(-1)?.listener, 'other-vault');
	});

	it('show in no way that they failed: the request opens another', async () => {
		emulator.inject({ kind: 'hang-up-on-connect', times: 1 });
		const opened = await connectionsDuring(async () => {
			const [result] = await prober.all({ ahead: ahead(1), requests: requests(1) });
			assert.ok(result !== undefined && 'status' in result);
		});
		assert.equal(opened, 2);
	});

	it('leave it to the request to say why there is none', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		const address = server.address();
		assert.ok(typeof address === 'object' && address !== null);
		await new Promise((resolve) => server.close(resolve));
		const origin = `https://127.0.0.1:${address.port}`;
		const order = { ahead: { origin, count: 2, waitMs: WAIT_MS }, requests: [{ url: `${origin}/` }] };
		assert.deepEqual(await prober.all(order), [
			{ failure: 'connection', message: 'the connection was refused (ECONNREFUSED)' },
		]);
		const usual = {
			ahead: { origin: 'https://127.0.0.2', count: 1, waitMs: 0 },
			requests: [{ url: 'https://127.0.0.2/' }],
		};
		const [result] = await prober.all(usual);
		assert.ok(result !== undefined && 'failure' in result && result.failure === 'connection');
	});

	it('leave it to the request to judge a certificate', async () => {
		const untrusted = { ahead: ahead(1), requests: requests(1) };
		const [result] = await prober.all(untrusted, { NODE_EXTRA_CA_CERTS: '' });
		assert.ok(result !== undefined && 'failure' in result && result.failure === 'certificate');
	});

	it('do not keep the process alive', async () => {
		await prober.all({ ahead: ahead(2), requests: [] });
	});

	it('are opened with https alone, and not if the address of the proxy is none', async () => {
		const origin = emulator.vaultUrl.replace('https:', 'http:');
		const plain = { ahead: { origin, count: 1, waitMs: 0 }, requests: [] };
		assert.deepEqual(await prober.all(plain), []);
		const outside = { ahead: { origin: 'https://contoso.vault.azure.net', count: 1, waitMs: 0 }, requests: [] };
		assert.deepEqual(await prober.all(outside, { HTTPS_PROXY: 'a b' }), []);
	});

	it('are none if a proxy leads to the host', async () => {
		const proxy = await startProxy({ emulator });
		const origin = 'https://contoso.vault.azure.net';
		const order = { ahead: { origin, count: 3, waitMs: WAIT_MS }, requests: [{ url: `${origin}${PATH}` }] };
		const [result] = await prober.all(order, { HTTPS_PROXY: proxy.url });
		assert.ok(result !== undefined && 'status' in result && result.status === 401, JSON.stringify(result));
		assert.equal(proxy.connects.length, 1);
		await proxy.close();
	});
});
