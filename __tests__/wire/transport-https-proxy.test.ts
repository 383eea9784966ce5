// Certificates on the way through a proxy: that of a proxy which is itself reached by https, and that of the host behind it.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { createServer, type Server } from 'node:tls';
import { certificateAuthority } from '../emulator/certificate-authority.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { startProxy } from '../emulator/proxy.js';
import { Prober } from './run-probe.js';

const url = 'https://contoso.vault.azure.net/secrets/a?api-version=7.4';

let emulator: Emulator;
let prober: Prober;
let proxy: Awaited<ReturnType<typeof startProxy>>;
let front: Server;
let frontUrl: string;
before(async () => {
	emulator = await startEmulator();
	prober = new Prober(emulator);
});
after(() => emulator.close());
beforeEach(async () => {
	proxy = await startProxy({ emulator, credentials: 'user:pass' });
	front = createServer(certificateAuthority().vault, (client) => {
		client.on('error', () => client.destroy());
		client.pipe(connect(Number(new URL(proxy.url).port), '127.0.0.1')).pipe(client);
	});
	front.on('tlsClientError', () => undefined).listen(0, '127.0.0.1');
	await once(front, 'listening');
	frontUrl = `https://user:pass@localhost:${(front.address() as AddressInfo).port}`;
});
afterEach(async () => {
	front.close();
	await proxy.close();
});

describe('a proxy that is reached by https', () => {
	it('leads to the host, inside TLS of its own', async () => {
		const result = await prober.one({ url }, { HTTPS_PROXY: frontUrl });
		assert.ok('status' in result && result.status === 401, JSON.stringify(result));
		assert.equal(proxy.connects.length, 1);
	});

	it('is not asked if its certificate is of an unknown CA', async () => {
		assert.deepEqual(await prober.one({ url }, { HTTPS_PROXY: frontUrl, NODE_EXTRA_CA_CERTS: '' }), {
			failure: 'proxy-certificate',
			message: "the proxy's TLS certificate was not accepted",
		});
		assert.equal(proxy.connects.length, 0);
	});
});

describe('a host behind a proxy', () => {
	it('gets no request if its certificate is of an unknown CA', async () => {
		const seen = emulator.requests.length;
		const result = await prober.one({ url }, { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: '' });
		assert.ok('failure' in result && result.failure === 'certificate', JSON.stringify(result));
		assert.equal(emulator.requests.length, seen);
	});
});
