// Connections: opened to the authority while the inputs are being checked, to the vaults while the token is on its way.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clientSecretCredential } from '../../src/entra/credentials/client-secret.js';
import { fetchObjects } from '../../src/flow/fetch.js';
import { openSession } from '../../src/flow/open-session.js';
import { readCloudInputs } from '../../src/input/cloud-inputs.js';
import { findCloud } from '../../src/plan/cloud.js';
import type { HttpRequest } from '../../src/ports.js';
import { SecretText } from '../../src/secret-text.js';
import { makeInputs, makePorts, response, scriptTransport } from '../support/make-ports.js';
import type { PortEvent } from '../support/port-event.js';
import { runAction, secretAnswer, tokenAnswer, VAULT_URL } from './scripted-vault.js';

const AUTHORITY = 'https://login.microsoftonline.com × 1';
const OTHER_URL = 'https://other.vault.azure.net';

/** Connections opened ahead and requests, as `ORIGIN × COUNT` and as paths, in their order. */
function trafficOf(events: readonly PortEvent[]): readonly string[] {
	return events.flatMap(({ kind, text, name }) => {
		if (kind === 'connect-ahead') return [`${text} × ${name}`];
		return kind === 'request' ? [new URL(text).pathname.replace(/^.*\/oauth2/, '/oauth2')] : [];
	});
}

/** Those to vaults alone, and the requests. */
function vaultTrafficOf(events: readonly PortEvent[]): readonly string[] {
	return trafficOf(events).filter((one) => one !== AUTHORITY);
}

describe('the connection to the authority', () => {
	it('is opened before anything is asked for, and before the secrets of the sign-in are masked', async () => {
		const { events } = await runAction({ secrets: 'sql' });
		assert.equal(trafficOf(events)[0], AUTHORITY);
		assert.equal(events.find(({ kind }) => kind === 'connect-ahead' || kind === 'mask')?.kind, 'connect-ahead');
	});

	it('goes to the host that was given', async () => {
		const { events } = await runAction({ 'authority-host': 'https://login.example:8443', secrets: 'sql' });
		assert.equal(trafficOf(events)[0], 'https://login.example:8443 × 1');
	});

	it('may be open if another input is wrong, and nothing is asked for', async () => {
		const { events, succeeded } = await runAction({ secrets: 'sql_password' });
		assert.ok(!succeeded);
		assert.deepEqual(trafficOf(events), [AUTHORITY]);
	});

	for (const [why, inputs] of [
		['the host is none', { 'authority-host': 'http://login.example' }],
		['there is no such cloud', { cloud: 'mars' }],
		['the sign-in is wrong', { 'client-id': 'an-app' }],
		['there is a token already', { 'client-secret': '', 'access-token': 'a.b.c' }],
	] as const) {
		it(`is not opened where ${why}`, async () => {
			const { events } = await runAction({ secrets: 'sql', ...inputs });
			assert.ok(!trafficOf(events).includes(AUTHORITY));
			assert.ok(!trafficOf(events).some((one) => one.includes('login')));
		});
	}
});

describe('connections to a vault', () => {
	it('are opened right after the request for a token was sent with a client secret', async () => {
		const { events, succeeded } = await runAction({ secrets: 'sql' });
		assert.ok(succeeded);
		assert.deepEqual(vaultTrafficOf(events), ['/oauth2/v2.0/token', `${VAULT_URL} × 1`, '/secrets/sql']);
	});

	it('are one for each of the requests that are sent at a time', async () => {
		const secrets = Array.from({ length: 20 }, (_, index) => `s-${index}`);
		const { events } = await runAction({ secrets: secrets.join(',') });
		assert.equal(vaultTrafficOf(events)[1], `${VAULT_URL} × 8`);
		const many = Array.from({ length: 200 }, (_, index) => `s-${index}`);
		assert.equal(vaultTrafficOf((await runAction({ secrets: many.join(',') })).events)[1], `${VAULT_URL} × 25`);
	});

	it('are shared out among vaults as the requests will be', async () => {
		const lines = ['a', `${OTHER_URL}/secrets/b`, 'c', `${OTHER_URL}/secrets/d`, 'e', 'f', 'g', 'h', 'i', 'j'];
		const { events } = await runAction({ secrets: lines.join('\n') });
		assert.deepEqual(vaultTrafficOf(events).slice(1, 3), [`${VAULT_URL} × 6`, `${OTHER_URL} × 2`]);
	});

	it('are not opened if the inputs are wrong', async () => {
		const { events, succeeded } = await runAction({ secrets: 'sql_password' });
		assert.ok(!succeeded);
		assert.deepEqual(vaultTrafficOf(events), []);
	});

	it('are one fewer if the question for the tenant has left one open', async () => {
		const challenge = { 'www-authenticate': 'Bearer authorization="https://login.microsoftonline.com/contoso.com"' };
		const answers = {
			'/secrets/a': ({ headers }: HttpRequest) =>
				headers['authorization'] === undefined ? response(401, {}, challenge) : secretAnswer('a'),
		};
		const { events, succeeded } = await runAction({ 'tenant-id': '', secrets: 'a,b,c' }, { answers });
		assert.ok(succeeded);
		assert.deepEqual(trafficOf(events).slice(0, 3), ['/secrets/a', '/oauth2/v2.0/token', `${VAULT_URL} × 2`]);
	});

	it('are none while a person takes part', async () => {
		const answers = [
			response(200, { device_code: 'd', user_code: 'ABCD', verification_uri: 'https://x.example', expires_in: 900 }),
			tokenAnswer('t'),
			secretAnswer('sql'),
		];
		const inputs = { 'auth-method': 'device-code', 'tenant-id': 'contoso.com', 'client-id': crypto.randomUUID() };
		const { ports, events } = makePorts({
			inputs: makeInputs({ ...inputs, keyvault: 'contoso', secrets: 'sql' }),
			transport: scriptTransport(answers).transport,
		});
		assert.ok(await fetchObjects(ports));
		assert.deepEqual(
			trafficOf(events).filter((one) => one.includes('×')),
			[AUTHORITY],
		);
	});

	it('do not wait for a turn of the event loop, nor does the step', async () => {
		let turns = 0;
		const inputs = { 'tenant-id': 'contoso.com', 'client-id': crypto.randomUUID(), 'client-secret': 's' };
		const { ports, events } = makePorts({
			inputs: makeInputs({ ...inputs, keyvault: 'contoso', secrets: 'sql' }),
			transport: scriptTransport([tokenAnswer('t'), secretAnswer('sql')]).transport,
			// Those before the request go by.
			nextTurn: () => (++turns <= 2 ? Promise.resolve() : new Promise(() => undefined)),
		});
		assert.ok(await fetchObjects(ports));
		assert.equal(turns, 3);
		assert.deepEqual(vaultTrafficOf(events), ['/oauth2/v2.0/token', `${VAULT_URL} × 1`, '/secrets/sql']);
	});
});

describe('what comes after the sign-in', () => {
	it('is loaded in the second turn of the event loop, while the answer is waited for', async () => {
		const turns: (() => void)[] = [];
		const { ports, requests } = makePorts({
			transport: () => new Promise(() => undefined),
			nextTurn: () => new Promise((goOn) => turns.push(goOn)),
		});
		const client = {
			tenantId: 'contoso.com',
			clientId: crypto.randomUUID(),
			clientSecret: new SecretText('s3cret'),
		};
		const credential = clientSecretCredential(client, { kind: 'client-secret', reason: 'it was given' });
		const cloud = findCloud(readCloudInputs(makeInputs()));
		assert.ok(cloud);
		let loads = 0;
		void openSession(ports, {
			credential,
			cloud,
			firstItem: { vaultUrl: VAULT_URL, collection: 'secrets' },
			load: () => {
				loads += 1;
			},
		});
		const takeTurn = async (): Promise<void> => {
			turns.shift()?.();
			await new Promise((resolve) => setImmediate(resolve));
		};
		const seen: (readonly number[])[] = [];
		for (let turn = 0; turn < 4; turn += 1) {
			await takeTurn();
			seen.push([requests.length, loads]);
		}
		assert.deepEqual(seen, [
			[1, 0],
			[1, 1],
			[1, 1],
			[1, 1],
		]);
	});
});
