// A rotation that fails before it has changed anything, and says so.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { response } from '../support/make-ports.js';
import { describeStep, RotationWorld, SECRET } from '../support/rotation-world.js';
import { makeJwt } from '../support/sign-in-context.js';
import { assertFailed, makeDueWorld } from './rotation-failure.js';

describe('before the first request', () => {
	it('every mistake is found at once', async () => {
		const inputs = { keyvault: '', secret: 'a_b', 'app-id': 'x', 'valid-days': '30', 'client-secret': '' };
		const { succeeded, requests, errors } = await new RotationWorld().run(inputs, {
			faults: { problems: { GITHUB_OUTPUT: 'GITHUB_OUTPUT is not set.' } },
		});
		assert.ok(!succeeded);
		assert.deepEqual(requests, []);
		assert.deepEqual(
			errors.map(({ text }) => text.split(' ', 1)[0]),
			['GITHUB_OUTPUT', 'auth-method:', 'keyvault:', 'app-id:', 'valid-days:'],
		);
	});

	for (const [given, named] of [
		[{ 'access-token': makeJwt({}) }, /^access-token: .*two tokens/],
		[{ 'auth-method': 'device-code' }, /^auth-method: .*device-code.*two tokens/],
	] as const) {
		it(`refuses ${Object.keys(given)[0]} ${Object.values(given)[0]?.slice(0, 11)}`, async () => {
			const run = await new RotationWorld().run({ 'client-secret': '', ...given });
			assertFailed(run, named);
			assert.deepEqual(run.requests, []);
		});
	}
});

describe('a failure before anything is changed', () => {
	it('says so: the identity may not read the application', async () => {
		const { world } = makeDueWorld();
		world.directory.app().roles = [];
		assertFailed(
			await world.run(),
			/^application 7{8}-.*Authorization_RequestDenied\)\. .*OwnedBy.* Nothing was changed.*\(request ID/,
		);
	});

	it('says so: the tenant has no such application', async () => {
		const { world } = makeDueWorld();
		const run = await world.run({ 'app-id': '12345678-1234-4234-8234-123456789abc' });
		assertFailed(run, /^application 12345678-.*app registration.*Nothing was changed/);
	});

	it("says so: the vault's current version is disabled", async () => {
		const world = new RotationWorld();
		world.vault.setSecret(SECRET, 'x', { enabled: false });
		assertFailed(await world.run(), /SecretDisabled\).*Nothing was changed/);
		assert.equal(world.ownIds.length, 0);
	});

	it('says so: the secret is the key of a certificate', async () => {
		const world = new RotationWorld();
		world.vault.setCertificate(SECRET);
		assertFailed(await world.run(), /private key of a certificate.*Nothing was changed/);
	});

	it('says so: there is no room for tags', async () => {
		const world = new RotationWorld();
		const tags = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`t${index}`, '']));
		world.vault.setSecret(SECRET, 'x', { tags });
		assertFailed(await world.run(), /\b13 tags.*Nothing was changed/);
	});

	it('says so: the sign-in is refused', async () => {
		const { world } = makeDueWorld();
		assertFailed(await world.run({ 'client-secret': 'wrong' }), /AADSTS7000215.*Nothing was changed/);
	});

	it('says so: the services are so slow that there would be no time left to take anything back', async () => {
		const { world, assertAsBefore } = makeDueWorld();
		const run = await world.run(undefined, {
			interfere: (request, serve) => {
				if (describeStep(request).startsWith('sign in')) world.time.advance(50_000);
				return serve();
			},
		});
		assertFailed(run, /time.*Nothing was changed/);
		assertAsBefore();
	});

	it('says so: nobody knows in which tenant the application is', async () => {
		const world = new RotationWorld();
		const run = await world.run(
			{ 'tenant-id': '', 'client-id': '', 'client-secret': '', 'auth-method': 'managed-identity' },
			{ localTransport: async () => response(200, { access_token: 'opaque', expires_on: '1' }) },
		);
		assertFailed(run, /^tenant-id: the input is empty, and the token .*Set tenant-id.*Nothing was changed/);
	});
});
