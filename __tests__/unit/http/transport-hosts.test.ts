// The transport for other hosts: its connections, and proxies. Over TLS that is trusted, __tests__/wire tries it.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createNetServer } from 'node:net';
import { after, describe, it } from 'node:test';
import { type HttpsTransport, makeHttpsTransport, makeLocalTransport } from '../../../src/http/transport.js';
import type { HttpRequest } from '../../../src/ports.js';
import { certificateAuthority } from '../../emulator/certificate-authority.js';
import { listen, until } from './listen.js';

const VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy', 'NODE_TLS_REJECT_UNAUTHORIZED'];
const before = VARIABLES.map((name) => [name, process.env[name]] as const);

/** The transport for other hosts, with these variables and no others that concern it. */
function open(variables: Readonly<Record<string, string>> = {}): HttpsTransport {
	for (const name of VARIABLES) delete process.env[name];
	Object.assign(process.env, variables);
	return makeHttpsTransport('probe');
}

after(() => {
	for (const [name, value] of before) {
		if (value === undefined) delete process.env[name];
		else process.env[name] = value;
	}
});

const get = (url: string): HttpRequest => ({ method: 'GET', url, headers: {} });

describe('the transport for other hosts', () => {
	it('uses https only', async () => {
		const { port, sockets } = await listen(createServer((_request, response) => response.end()));
		await assert.rejects(open().send(get(`http://127.0.0.1:${port}/`), 5_000), {
			failure: 'not-https',
			message: 'only https is used',
		});
		assert.equal(sockets.length, 0);
	});

	it('verifies certificates, whatever the environment says', async () => {
		const seen: string[] = [];
		const server = createHttpsServer(certificateAuthority().vault, ({ url = '' }, response) => {
			seen.push(url);
			response.end('ok');
		});
		const { port } = await listen(server);
		const { send } = open({ NODE_TLS_REJECT_UNAUTHORIZED: '0' });
		const local = makeLocalTransport('probe');
		for (const ask of [send, local]) {
			await assert.rejects(ask(get(`https://127.0.0.1:${port}/`), 5_000), { failure: 'certificate' });
		}
		assert.deepEqual(seen, []);
	});

	it('opens connections ahead, 32 at most', async () => {
		const { port, sockets } = await listen(createNetServer());
		for (const [wanted, opened] of [
			[2, 2],
			[40, 32],
		] as const) {
			const seen = sockets.length;
			const transport = open();
			transport.connectAhead(`https://127.0.0.1:${port}`, wanted);
			await until(() => sockets.length >= seen + opened);
			await new Promise((resolve) => setTimeout(resolve, 50));
			assert.equal(sockets.length, seen + opened);
		}
	});

	it('opens nothing ahead, and fails for nothing, if that cannot be', async () => {
		const { port, sockets } = await listen(createNetServer());
		open().connectAhead('no address', 1);
		open().connectAhead(`http://127.0.0.1:${port}`, 1);
		open({ HTTPS_PROXY: `http://127.0.0.1:${port}` }).connectAhead('https://one.localhost', 1);
		await new Promise((resolve) => setTimeout(resolve, 50));
		assert.equal(sockets.length, 0);
	});
});

describe('a proxy', () => {
	it('is asked for each connection, and what it refuses is said', async () => {
		const asked: (string | undefined)[] = [];
		const server = createServer();
		server.on('connect', ({ url }, socket) => {
			asked.push(url);
			socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
		});
		const { port } = await listen(server);
		const { send } = open({ HTTPS_PROXY: `http://127.0.0.1:${port}` });
		for (const host of ['one.example', 'two.example:8443']) {
			await assert.rejects(send(get(`https://${host}/`), 5_000), {
				failure: 'proxy-refused',
				message: 'the proxy answered 403 to CONNECT',
			});
		}
		assert.deepEqual(asked, ['one.example:443', 'two.example:8443']);
	});

	it('is an error if its address is none', async () => {
		await assert.rejects(open({ HTTPS_PROXY: 'a b' }).send(get('https://one.example/'), 5_000), {
			failure: 'proxy-refused',
			message: 'the proxy variable holds no valid address',
		});
	});
});
