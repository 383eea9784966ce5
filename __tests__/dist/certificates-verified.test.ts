// Certificates of servers are verified whatever the environment says: nothing is sent to one of an unknown CA.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createServer } from 'node:tls';
import { certificateAuthority } from '../emulator/certificate-authority.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { startProxy } from '../emulator/proxy.js';
import { findNodes } from '../runner/node24.js';
import type { StepResult } from '../runner/run-step.js';
import { assertNothingExported, errorsOf, runAction } from '../support/run-action.js';

const UNTRUSTED = { NODE_EXTRA_CA_CERTS: '', NODE_TLS_REJECT_UNAUTHORIZED: '0' };

let emulator: Emulator;
beforeEach(async () => {
	emulator = await startEmulator();
	emulator.vault().setSecret('db', 'value-of-the-secret');
});
afterEach(() => emulator.close());

function warningsOf(result: StepResult): readonly string[] {
	return result.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
}

function assertNothingSent(result: StepResult, expected = /TLS certificate/): void {
	assertNothingExported(result);
	assert.match(errorsOf(result)[0] ?? '', expected);
	assert.deepEqual(emulator.requests, []);
	assert.equal(warningsOf(result).length, 1, warningsOf(result).join('\n'));
	assert.match(warningsOf(result)[0] ?? '', /^NODE_TLS_REJECT_UNAUTHORIZED is set, but this action ignores it/);
}

for (const { version, path: node } of findNodes().nodes) {
	describe(`with NODE_TLS_REJECT_UNAUTHORIZED=0, on Node ${version}`, () => {
		// Promise: P4
		it('the client secret is not sent', async () => {
			assertNothingSent(await runAction(emulator, { secrets: 'db' }, { env: UNTRUSTED, node }));
		});

		it('a token that is there already is not sent', async () => {
			const inputs = { 'access-token': 'a.b.c', 'client-secret': '', 'client-id': '', secrets: 'db' };
			assertNothingSent(await runAction(emulator, inputs, { env: UNTRUSTED, node }));
		});

		it('the token of the job is not sent to the issuer of ID tokens', async () => {
			const env = { ...emulator.idTokenVariables, ...UNTRUSTED };
			assertNothingSent(await runAction(emulator, { 'client-secret': '', secrets: 'db' }, { env, node }));
		});

		it('the header of an identity endpoint is not sent, if that is reached by https', async () => {
			const env = { IDENTITY_ENDPOINT: `${emulator.authorityHost}/msi`, IDENTITY_HEADER: 'header-1', ...UNTRUSTED };
			const inputs = { 'auth-method': 'managed-identity', 'client-id': '', 'client-secret': '', secrets: 'db' };
			assertNothingSent(await runAction(emulator, inputs, { env, node }));
		});

		// Promise: P4
		it('nothing is sent through a proxy either', async () => {
			const proxy = await startProxy({ emulator, credentials: 'user:password' });
			const inputs = { 'authority-host': '', 'vault-suffix': '', keyvault: 'contoso', secrets: 'db' };
			const result = await runAction(emulator, inputs, { env: { ...UNTRUSTED, HTTPS_PROXY: proxy.url }, node });
			await proxy.close();
			assertNothingSent(result);
			assert.equal(proxy.connects.length, 1);
		});

		it('a proxy that is itself of an unknown CA gets no credentials', async () => {
			const proxy = await startProxy({ emulator, credentials: 'user:password' });
			const front = createServer(certificateAuthority().vault, (client) => {
				client.on('error', () => client.destroy());
				client.pipe(connect(Number(new URL(proxy.url).port), '127.0.0.1')).pipe(client);
			});
			front.on('tlsClientError', () => undefined).listen(0, '127.0.0.1');
			await once(front, 'listening');
			const url = `https://user:password@localhost:${(front.address() as AddressInfo).port}`;
			const inputs = { 'authority-host': '', 'vault-suffix': '', keyvault: 'contoso', secrets: 'db' };
			const result = await runAction(emulator, inputs, { env: { ...UNTRUSTED, HTTPS_PROXY: url }, node });
			front.close();
			await proxy.close();
			assertNothingSent(result, /the proxy's TLS certificate was not accepted/);
			assert.deepEqual(proxy.connects, []);
		});
	});
}

describe('NODE_TLS_REJECT_UNAUTHORIZED', () => {
	it('is warned of once, and does no harm if the CA is known', async () => {
		for (const value of ['0', 'false']) {
			const result = await runAction(emulator, { secrets: 'db' }, { env: { NODE_TLS_REJECT_UNAUTHORIZED: value } });
			assert.equal(result.exitCode, 0, result.log.join('\n'));
			assert.equal(warningsOf(result).length, 1);
		}
	});

	it('is not warned of if it is not set, or empty', async () => {
		for (const env of [{}, { NODE_TLS_REJECT_UNAUTHORIZED: '' }]) {
			const result = await runAction(emulator, { secrets: 'db' }, { env });
			assert.equal(result.exitCode, 0, result.log.join('\n'));
			assert.deepEqual(warningsOf(result), []);
		}
	});

	it('is not obeyed by the other actions', async () => {
		const scopes = 'A = https://graph.microsoft.com/.default';
		const token = await runAction(
			emulator,
			{ certificate: 'exo', scopes },
			{ action: 'token/action.yml', env: UNTRUSTED },
		);
		assertNothingSent(token);
		const inputs = { secret: 'db', 'app-id': '77777777-7777-4777-8777-777777777777' };
		assertNothingSent(await runAction(emulator, inputs, { action: 'rotate/action.yml', env: UNTRUSTED }));
	});
});
