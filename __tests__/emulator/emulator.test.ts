// An emulator as a whole: what may go wrong on demand, the record, the proxy, and the end.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { ask, askToken, askVault } from './ask.js';
import { type Emulator, startEmulator } from './emulator.js';
import { startProxy } from './proxy.js';

const V = 'api-version=7.4';

let emulator: Emulator;
before(async () => {
	emulator = await startEmulator();
});
after(() => emulator.close());

describe('faults', () => {
	const PATH = `/secrets/db-password?${V}`;
	before(() => emulator.vault().setSecret('db-password', 's3cr3t'));

	it('befall only what they match, and only so often', async () => {
		emulator.inject({
			kind: 'status',
			status: 503,
			headers: { 'retry-after': '1' },
			times: 1,
			match: { path: /password$/ },
		});
		emulator.inject({ kind: 'status', status: 418, match: { method: 'TRACE' } });
		emulator.inject({ kind: 'status', status: 418, match: { host: 'elsewhere:443' } });
		assert.equal((await askToken(emulator)).status, 200);
		const first = await askVault(emulator, PATH);
		assert.deepEqual([first.status, first.headers['retry-after']], [503, '1']);
		assert.equal((await askVault(emulator, PATH)).status, 200);
	});

	it('reset connections, before the answer, in it, or as they are made', async () => {
		for (const kind of ['reset-before-answer', 'reset-during-answer', 'hang-up-on-connect'] as const) {
			emulator.inject({ kind, times: 1 });
			await assert.rejects(askVault(emulator, PATH), { code: 'ECONNRESET' }, kind);
			assert.equal((await askVault(emulator, PATH)).status, 200);
		}
	});

	it('cut bodies off', async () => {
		emulator.inject({ kind: 'cut-body', times: 1 });
		await assert.rejects(askVault(emulator, PATH), { code: 'ECONNRESET' });
	});

	it('keep silent: the request arrives and is never answered', async () => {
		emulator.inject({ kind: 'silence', times: 1 });
		const leaving = new AbortController();
		const asked = new Promise((resolve, reject) => {
			const { ca } = emulator;
			const options = { ca, agent: false, signal: leaving.signal };
			https.get(`${emulator.vaultUrl}/secrets/silent`, options, resolve).on('error', reject);
		});
		while (emulator.requests.at(-1)?.path !== '/secrets/silent') await sleep(5);
		await sleep(20);
		leaving.abort();
		await assert.rejects(asked, { name: 'AbortError' });
		assert.equal(emulator.requests.at(-1)?.path, '/secrets/silent');
		assert.equal(emulator.requests.at(-1)?.status, undefined);
	});

	it('lose the answer to what was done, at once or later', async () => {
		for (const [name, fault] of [
			['at-once', { kind: 'lost-answer', times: 1 }],
			['later', { kind: 'lost-answer', commitAfterMs: 30, times: 1 }],
		] as const) {
			emulator.inject(fault);
			const headers = { authorization: `Bearer ${emulator.entra.issue()}`, 'content-type': 'application/json' };
			const put = { url: `${emulator.vaultUrl}/secrets/${name}?api-version=7.4`, method: 'PUT', headers };
			await assert.rejects(ask(emulator, { ...put, body: '{"value":"x"}' }), { code: 'ECONNRESET' });
			while (emulator.vault().findSecret(name) === undefined) await sleep(5);
		}
	});

	it('answer what no vault answers', async () => {
		emulator.inject({ kind: 'html', times: 1 });
		assert.match((await askVault(emulator, PATH)).body, /^<html>/);
		emulator.inject({ kind: 'not-json', times: 1 });
		const broken = await askVault(emulator, PATH);
		assert.deepEqual([broken.status, broken.json], [200, undefined]);
		emulator.inject({ kind: 'redirect', location: emulator.foreignUrl, times: 1 });
		const redirect = await askVault(emulator, PATH);
		assert.deepEqual([redirect.status, redirect.headers.location], [302, emulator.foreignUrl]);
		emulator.inject({ kind: 'huge', times: 1 });
		assert.ok((await askVault(emulator, PATH)).body.length > 4 * 1024 * 1024);
		emulator.inject({ kind: 'slow-body', pauseMs: 1, times: 1 });
		assert.equal((await askVault(emulator, PATH)).json.value, 's3cr3t');
	});

	it('send a little that unfolds to much', async () => {
		emulator.inject({ kind: 'gzip-bomb', times: 1 });
		const body = await new Promise<Buffer>((resolve, reject) => {
			https
				.get(`${emulator.vaultUrl}${PATH}`, { ca: emulator.ca, agent: false }, async (response) => {
					resolve(Buffer.concat(await response.toArray()));
				})
				.on('error', reject);
		});
		assert.ok(body.length < 100_000);
		assert.equal(gunzipSync(body).length, 64 * 1024 * 1024);
	});
});

it('counts connections, and requests at the same time', async (test) => {
	// Long enough for three requests to come together on a busy machine.
	const other = await startEmulator({ latencyMs: 250 });
	test.after(() => other.close());
	const agent = new https.Agent({ keepAlive: true, maxSockets: 1, ca: other.ca });
	const get = () =>
		new Promise((resolve, reject) => {
			https
				.get(`${other.vaultUrl}/secrets`, { agent }, (response) => response.on('end', resolve).resume())
				.on('error', reject);
		});
	await get();
	await get();
	assert.equal(other.journal.connectionCount('vault'), 1);
	assert.equal(other.journal.mostAtOnce, 1);
	await Promise.all([askToken(other), askToken(other), askToken(other)]);
	assert.equal(other.journal.connectionCount('login'), 3);
	assert.equal(other.journal.connectionCount(), 4);
	assert.equal(other.journal.mostAtOnce, 3);
	agent.destroy();
});

describe('the proxy', () => {
	it('leads public names to the emulator, whose certificates hold them, and asks for credentials', async () => {
		const proxy = await startProxy({ emulator, credentials: 'user:pass word', refuse: /^refused\./ });
		emulator.vault('https://contoso.vault.azure.net').setSecret('public', 'x');
		const good = `Basic ${Buffer.from('user:pass word').toString('base64')}`;
		assert.equal(await connectStatus(proxy.urlWithoutCredentials, 'contoso.vault.azure.net:443'), 407);
		assert.equal(await connectStatus(proxy.urlWithoutCredentials, 'refused.vault.azure.net:443', good), 403);
		assert.equal(await connectStatus(proxy.urlWithoutCredentials, 'example.com:443', good), 502);
		const reply = await getThrough(proxy.url, good, `/secrets/public?${V}`);
		assert.equal(reply.id.startsWith('https://contoso.vault.azure.net/secrets/public/'), true);
		assert.deepEqual(
			proxy.connects.map(({ status }) => status),
			[407, 403, 502, 200],
		);
		assert.equal(proxy.connects.at(-1)?.authorization, good);
		await proxy.close();
	});

	function connect(
		proxyUrl: string,
		host: string,
		authorization?: string,
	): Promise<{ status: number; socket: Socket }> {
		const { hostname, port } = new URL(proxyUrl);
		const headers = authorization === undefined ? {} : { 'proxy-authorization': authorization };
		return new Promise((resolve, reject) => {
			http
				.request({ hostname, port, method: 'CONNECT', path: host, headers, agent: false })
				.on('connect', ({ statusCode = 0 }, socket) => resolve({ status: statusCode, socket: socket as Socket }))
				.on('error', reject)
				.end();
		});
	}

	async function connectStatus(proxyUrl: string, host: string, authorization?: string): Promise<number> {
		const { status, socket } = await connect(proxyUrl, host, authorization);
		socket.destroy();
		return status;
	}

	async function getThrough(proxyUrl: string, authorization: string, path: string): Promise<{ id: string }> {
		const hostname = 'contoso.vault.azure.net';
		const { socket } = await connect(proxyUrl, `${hostname}:443`, authorization);
		const headers = { authorization: `Bearer ${emulator.entra.issue()}` };
		const options = { hostname, servername: hostname, path, headers, ca: emulator.ca, socket, agent: false as const };
		const body = await new Promise<string>((resolve, reject) => {
			https
				.get(options, async (response) => resolve(Buffer.concat(await response.toArray()).toString()))
				.on('error', reject);
		});
		return JSON.parse(body) as { id: string };
	}
});

it('leaves no file and no listener behind', async () => {
	const other = await startEmulator();
	assert.equal(readFileSync(other.caFile, 'utf8'), other.ca);
	await other.close();
	assert.equal(existsSync(other.caFile), false);
	await assert.rejects(ask(other, { url: other.vaultUrl }), { code: 'ECONNREFUSED' });
});
