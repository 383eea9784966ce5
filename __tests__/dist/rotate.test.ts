// A rotation through the committed bundle, on every Node that is at hand.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { GITHUB_ISSUER, GITHUB_SUBJECT } from '../emulator/id-token-issuer.js';
import { SYSTEM_IDENTITY } from '../emulator/identity-endpoints.js';
import { findNodes } from '../runner/node24.js';
import type { StepResult } from '../runner/run-step.js';
import { assertNothingExported, errorsOf } from '../support/run-action.js';
import { APP_ID, RotateWorld } from '../support/run-rotate.js';

for (const { version, path } of findNodes().nodes) {
	describe(`a rotation on Node ${version}`, () => {
		let world: RotateWorld;
		let result: StepResult;
		let old: { readonly keyId: string };
		let current: { readonly keyId: string; readonly secret: string };

		before(async () => {
			world = await RotateWorld.start();
			old = world.addOwn(150);
			current = world.addOwn(80);
			world.store(current, 10);
			world.app.passwords.nodeDelaysMs = [0, 1_500];
			result = await world.run({ 'valid-days': '60' }, { node: path, debug: true });
		});
		after(() => world.emulator.close());

		it('stores a new client secret that works, beside the one before', () => {
			assert.equal(result.exitCode, 0, result.log.join('\n'));
			const { passwords } = world.app;
			assert.notEqual(world.stored?.value, current.secret);
			assert.deepEqual(world.stored?.tags, {
				CredentialId: result.outputs['key-id'],
				PreviousCredentialId: current.keyId,
				ValidityPeriodDays: '60',
			});
			assert.ok(world.storedWorks);
			assert.equal(passwords.judge(current.secret), 'valid');
			assert.ok(!passwords.all.some(({ keyId }) => keyId === old.keyId));
		});

		it('says which version holds it, until when, and its key ID, and nothing else', () => {
			const { version: stored, expires } = world.stored ?? { version: '', expires: 0 };
			assert.deepEqual(result.outputs, {
				rotated: 'true',
				version: stored,
				'expires-on': new Date((expires ?? 0) * 1000).toISOString().replace('.000Z', 'Z'),
				'key-id': world.stored?.tags?.['CredentialId'],
			});
			assert.deepEqual(result.environment, {});
			assert.ok(result.summary.includes(APP_ID) && result.summary.includes(stored));
		});

		it('has the new value hidden from then on', () => {
			const value = world.stored?.value ?? '';
			for (const form of [value, Buffer.from(value).toString('base64'), Buffer.from(`${value}\n`).toString('base64')]) {
				assert.equal(result.masker.mask(form), '***');
			}
		});

		// Promise: P5
		it('sends the new value to the sign-in host and to the vault alone', () => {
			const value = world.stored?.value ?? '';
			const seen = world.emulator.requests.filter(
				({ body }) => body.includes(value) || new URLSearchParams(body).get('client_secret') === value,
			);
			assert.deepEqual([...new Set(seen.map(({ listener }) => listener))].sort(), ['login', 'vault']);
		});

		it('is not repeated', async () => {
			const again = await world.run({}, { node: path });
			assert.deepEqual({ ...again.outputs, rotated: 'true' }, result.outputs);
		});
	});
}

describe('a rotation', () => {
	let world: RotateWorld;
	before(async () => {
		world = await RotateWorld.start();
	});
	after(() => world.emulator.close());

	it('makes the first client secret with the ID token of the job: one for each service', async () => {
		const audience = 'api://AzureADTokenExchange';
		world.emulator.entra.app().federated = [{ issuer: GITHUB_ISSUER, subject: GITHUB_SUBJECT, audience }];
		const env = world.emulator.idTokenVariables;
		const result = await world.run({ 'client-secret': '' }, { env });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.equal(world.emulator.requests.filter(({ listener }) => listener === 'id-token').length, 2);
		assert.ok(world.storedWorks);
	});

	it('is made by a managed identity, in the tenant that its token names', async () => {
		const { identities, appServiceVariables } = world.emulator;
		identities.system = { ...SYSTEM_IDENTITY, roles: ['Application.ReadWrite.OwnedBy'] };
		world.app.owners = [...world.app.owners, SYSTEM_IDENTITY.clientId];
		const inputs = {
			'tenant-id': '',
			'client-id': '',
			'client-secret': '',
			'auth-method': 'managed-identity',
			force: 'true',
		};
		const before = world.stored?.version;
		const result = await world.run(inputs, { env: appServiceVariables });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.notEqual(world.stored?.version, before);
		assert.ok(world.storedWorks);
	});

	it('that is tried out changes nothing', async () => {
		const before = world.emulator.requests.length;
		const result = await world.run({ force: 'true', 'dry-run': 'true' });
		assert.equal(result.exitCode, 0);
		assert.equal(result.outputs['rotated'], 'false');
		assert.ok(result.log.some((line) => line.startsWith('Dry run: ')));
		const writes = world.emulator.requests
			.slice(before)
			.filter(({ method, listener }) => method !== 'GET' && listener !== 'login');
		assert.deepEqual(writes, []);
	});

	it('that may not be stored is taken back', async () => {
		const before = world.app.passwords.all;
		world.emulator.inject({
			kind: 'status',
			status: 403,
			body: JSON.stringify({ error: { code: 'Forbidden', innererror: { code: 'ForbiddenByRbac' } } }),
			match: { method: 'PUT' },
			times: 1,
		});
		const result = await world.run({ force: 'true' });
		assertNothingExported(result);
		assert.match(errorsOf(result)[0] ?? '', /"Key Vault Secrets Officer".*was removed again, and nothing was stored/);
		assert.deepEqual(world.app.passwords.all, before);
	});

	it('is stored though the answer of the vault is lost', async () => {
		world.emulator.inject({ kind: 'reset-during-answer', match: { method: 'PUT' }, times: 1 });
		const result = await world.run({ force: 'true' });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.equal(result.outputs['version'], world.stored?.version);
		assert.ok(world.storedWorks);
	});

	it('is not taken back if the vault gave no answer, and may still store it', async () => {
		const before = world.app.passwords.all.length;
		const PUT = { match: { method: 'PUT' }, times: 1 } as const;
		world.emulator.inject({ kind: 'status', status: 503, ...PUT });
		world.emulator.inject({ kind: 'status', status: 403, ...PUT });
		const result = await world.run({ force: 'true' });
		assertNothingExported(result);
		const [text = ''] = errorsOf(result);
		const [, keyId] = /nothing was undone: the new password \(key ID ([0-9a-f-]{36})\) stays/.exec(text) ?? [];
		assert.ok(
			world.app.passwords.all.some((one) => one.keyId === keyId),
			text,
		);
		assert.equal(world.app.passwords.all.length, before + 1);
		assert.ok(world.storedWorks);
		world.app.passwords.remove(keyId ?? '');
	});

	it('waits for another run to end', async () => {
		world.addOwn(0);
		const result = await world.run({ force: 'true' });
		assertNothingExported(result);
		assert.match(errorsOf(result)[0] ?? '', /another run is in progress on secret .* or was interrupted/);
	});

	it('goes nowhere without an output file, or with a host that is none of the cloud', async () => {
		const before = world.emulator.requests.length;
		assertNothingExported(await world.run({}, { without: ['GITHUB_OUTPUT'] }));
		assertNothingExported(await world.run({ keyvault: world.emulator.foreignUrl }));
		const wrong = await world.run({
			'graph-host': 'http://localhost',
			secret: 'a_b',
			'access-token': 'opaque-token',
			'client-secret': '',
		});
		assertNothingExported(wrong);
		assert.deepEqual(
			wrong.annotations.map(({ message }) => message.split(':')[0]),
			['access-token', 'graph-host'],
		);
		assert.equal(world.emulator.requests.length, before);
	});
});
