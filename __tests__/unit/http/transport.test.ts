// One attempt at one request, in this process: what is sent, what is read, and when it is given up.
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { describe, it } from 'node:test';
import { makeLocalTransport } from '../../../src/http/transport.js';
import type { HttpRequest } from '../../../src/ports.js';
import { SecretText } from '../../../src/secret-text.js';
import { listen, until } from './listen.js';

const MIB = 1024 * 1024;
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A request to a server that answers so. */
async function ask(answer: Answer, request: Partial<HttpRequest> & { path?: string } = {}, timeoutMs = 5_000) {
	const { path = '/', ...rest } = request;
	const { port } = await listen(createServer(answer));
	const url = `http://127.0.0.1:${port}${path}`;
	return makeLocalTransport('probe')({ method: 'GET', url, headers: {}, ...rest }, timeoutMs);
}

describe('an attempt', () => {
	it('sends method, path, headers and body as they are, and says who it is', async () => {
		let seen: IncomingMessage | undefined;
		let body = '';
		await ask(
			(request, response) => {
				seen = request;
				request.on('data', (chunk) => (body += chunk)).on('end', () => response.end());
			},
			{
				method: 'POST',
				path: '/a/b?c=d&e=%20',
				headers: { authorization: new SecretText('Bearer secret'), metadata: 'true' },
				body: new SecretText('x=é'),
			},
		);
		assert.deepEqual([seen?.method, seen?.url, body], ['POST', '/a/b?c=d&e=%20', 'x=é']);
		const { 'user-agent': agent, accept, authorization, metadata, connection } = seen?.headers ?? {};
		assert.deepEqual([agent, accept], ['probe', 'application/json']);
		assert.deepEqual([authorization, metadata], ['Bearer secret', 'true']);
		assert.equal(connection, 'close');
	});

	it('gives status, headers and body, whatever the status, and leaves no timer', async () => {
		const result = await ask(
			(_request, response) => {
				response.writeHead(503, { 'Retry-After': '7', 'Set-Cookie': ['a=1', 'b=2'] });
				response.write('one é');
				response.end(' two');
			},
			{},
			60_000,
		);
		assert.equal(result.status, 503);
		assert.equal(result.headers['retry-after'], '7');
		assert.equal(result.headers['set-cookie'], 'a=1, b=2');
		assert.equal(result.body, 'one é two');
		assert.ok(!process.getActiveResourcesInfo().includes('Timeout'));
	});

	it('follows no redirect', async () => {
		let asked = 0;
		const result = await ask((_request, response) => {
			asked += 1;
			response.writeHead(302, { location: '/elsewhere' }).end();
		});
		assert.deepEqual([result.status, asked], [302, 1]);
	});

	it('takes a body of 4 MiB, and no byte more', async () => {
		const whole = await ask((_request, response) => response.end(Buffer.alloc(4 * MIB, 'x')));
		assert.equal(whole.body.length, 4 * MIB);
		await assert.rejects(
			ask((_request, response) => response.end(Buffer.alloc(4 * MIB + 1))),
			{
				failure: 'too-large',
				message: 'the answer is over 4 MiB',
			},
		);
	});

	for (const [what, answer] of [
		['says nothing', () => undefined],
		['stops in the middle', (_request, response) => response.write('{"value":')],
	] as readonly (readonly [string, Answer])[]) {
		it(`gives up, and hangs up, if the server ${what}`, async () => {
			const { port, sockets } = await listen(createServer(answer));
			const request = { method: 'GET', url: `http://127.0.0.1:${port}/`, headers: {} } as const;
			await assert.rejects(makeLocalTransport('probe')(request, 120), {
				failure: 'time-out',
				message: 'no whole answer came within 0.1 s',
			});
			await until(() => sockets.length === 1 && sockets.every(({ destroyed }) => destroyed));
		});
	}

	it('fails if the answer is cut off', async () => {
		await assert.rejects(
			ask((request, response) => {
				response.writeHead(200, { 'content-length': '100' });
				response.write('{', () => request.socket.destroy());
			}),
			{ failure: 'connection', message: /^the connection was cut off/ },
		);
		await assert.rejects(
			ask((request) => request.socket.destroy()),
			{ failure: 'connection', message: 'the connection was cut off (ECONNRESET)' },
		);
	});

	it('knows an address of IPv6 by its brackets, and takes it for no name', async () => {
		const request = { method: 'GET', url: 'http://[::1]:1/', headers: {} } as const;
		await assert.rejects(makeLocalTransport('probe')(request, 5_000), { failure: 'connection' });
	});
});
