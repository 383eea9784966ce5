// The password in use is never removed, whatever has become of the tags that say which one it is.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DAY_MS, OWN_NAME, RotationWorld, SECRET } from '../support/rotation-world.js';

const GONE_ID = '99999999-9999-4999-8999-999999999999';

/** Whether the application has a password of this key ID. */
function has(world: RotationWorld, keyId: string): boolean {
	return world.app.passwords.all.some((one) => one.keyId === keyId);
}

describe('a version that does not say which password it holds', () => {
	it('has no tags, and lives for 80 days: its password stays as the previous one', async () => {
		const world = new RotationWorld();
		const current = world.addOwnPassword(10);
		world.store(current, {});
		const run = await world.run();
		assert.ok(run.succeeded);
		assert.ok(has(world, current));
		assert.equal(world.stored?.tags?.['PreviousCredentialId'], current);
		assert.ok(!run.steps.includes('removePassword'));
		assert.ok(
			run.log.lines.includes(
				`Due, because the tag CredentialId of the current version names no password. Its tags do not say which password of the application the vault holds. Password ${current}, the only one of this action whose value begins as that of the vault does, counts as the previous one and stays.`,
			),
		);
	});

	const STRANGE: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
		['tags of somebody else', { managed_by: 'terraform' }],
		['an empty tag', { CredentialId: '' }],
		['a tag that is no key ID', { CredentialId: 'ask Jane' }],
		['a tag of a password that was removed', { CredentialId: GONE_ID }],
	];
	for (const [name, tags] of STRANGE) {
		it(`has ${name}: its password stays, those before it go`, async () => {
			const world = new RotationWorld();
			const { oldest, previous, current } = world.makeHistory(80);
			world.store(current, tags);
			assert.ok((await world.run()).succeeded);
			assert.deepEqual([has(world, current), has(world, previous), has(world, oldest)], [true, false, false]);
			assert.equal(world.stored?.tags?.['PreviousCredentialId'], current);
		});
	}

	it('has its tags in another case: they count, and are not kept twice', async () => {
		const world = new RotationWorld();
		const { previous, current } = world.makeHistory(10);
		world.store(current, { credentialid: current.toUpperCase(), PREVIOUSCREDENTIALID: previous, Owner: 'a' });
		const kept = await world.run();
		assert.equal(kept.outputs['rotated'], 'false');
		assert.equal(kept.outputs['key-id'], current);
		assert.ok(has(world, previous));
		const renewed = await world.run({ force: 'true' });
		assert.deepEqual(world.stored?.tags, {
			CredentialId: renewed.outputs['key-id'],
			PreviousCredentialId: current,
			ValidityPeriodDays: '90',
			Owner: 'a',
		});
	});

	it('was made by hand with a value of nobody: the newest of this action stays', async () => {
		const world = new RotationWorld();
		const { previous, current } = world.makeHistory(10);
		world.vault.setSecret(SECRET, 'typed in by a person', {});
		const run = await world.run();
		assert.deepEqual([has(world, current), has(world, previous)], [true, false]);
		assert.equal(world.stored?.tags?.['PreviousCredentialId'], current);
		assert.ok(run.log.lines.some((line) => line.includes(`${current}, the newest one of this action, counts as`)));
	});

	it('names a password that a person has made: that one is the previous, and stays for ever', async () => {
		const world = new RotationWorld();
		world.makeHistory(80);
		world.store(world.foreignId, { CredentialId: world.foreignId }, false);
		assert.ok((await world.run()).succeeded);
		assert.equal(world.stored?.tags?.['PreviousCredentialId'], world.foreignId);
		world.time.advance(DAY_MS);
		assert.ok((await world.run({ force: 'true' })).succeeded);
		assert.ok(has(world, world.foreignId));
	});

	it('is an old one, restored from a backup: its password and the newer one are known, and it is not renewed', async () => {
		const world = new RotationWorld();
		const { previous, current } = world.makeHistory(80);
		world.store(previous, { CredentialId: previous }, false);
		assert.ok((await world.run()).succeeded);
		assert.ok(has(world, previous));
		assert.ok(world.storedWorks);
		assert.ok(!has(world, current), 'the vault names another one, so that this one is a leftover');
	});

	it('was deleted: the newest stays while it is gone, and works once it is recovered', async () => {
		const world = new RotationWorld();
		const { current } = world.makeHistory(80);
		world.vault.deleteSecret(SECRET);
		const failed = await world.run();
		assert.match(failed.errors[0]?.text ?? '', /ObjectIsDeletedButRecoverable.*was removed again/);
		world.vault.recoverSecret(SECRET);
		assert.ok(world.storedWorks && has(world, current));
		assert.ok((await world.run()).succeeded);
		assert.equal(world.stored?.tags?.['PreviousCredentialId'], current);
	});

	it('ends soon, and its password with it: nobody is warned of the one that was renewed', async () => {
		const world = new RotationWorld();
		const { current } = world.makeHistory(80);
		world.store(current, {});
		assert.deepEqual((await world.run()).warnings, []);
	});

	it('was purged: the newest stays, for those who have read it', async () => {
		const world = new RotationWorld();
		const older = world.addOwnPassword(100);
		const newest = world.addOwnPassword(40);
		assert.ok((await world.run()).succeeded);
		assert.deepEqual([has(world, newest), has(world, older)], [true, false]);
	});

	it('may hold either of two that are equally new: both stay until the vault names the new one', async () => {
		const world = new RotationWorld();
		const twins = [world.addOwnPassword(40), world.addOwnPassword(40)];
		world.vault.setSecret(SECRET, 'typed in by a person', {});
		assert.ok((await world.run()).succeeded);
		for (const twin of twins) assert.ok(has(world, twin));
		world.time.advance(DAY_MS);
		assert.ok((await world.run()).succeeded);
		assert.equal(world.ownIds.length, 2);
	});

	it('is forced though it is not due: its password stays', async () => {
		const world = new RotationWorld();
		const { current } = world.makeHistory(10);
		world.store(current, { CredentialId: GONE_ID });
		const kept = await world.run();
		assert.equal(kept.outputs['rotated'], 'false');
		assert.ok(has(world, current));
		assert.ok((await world.run({ force: 'true' })).succeeded);
		assert.ok(has(world, current));
	});
});

describe('rotations of one application into two vaults', () => {
	const OTHER = OWN_NAME.replace('contoso.', 'fabrikam.');

	it("never remove each other's passwords, under one name of the secret", async () => {
		for (const tags of [{}, undefined]) {
			const world = new RotationWorld();
			const { current } = world.makeHistory(80);
			if (tags !== undefined) world.store(current, tags);
			const startMs = world.time.clock.nowMs() - 100 * DAY_MS;
			const others = ['00000001', '00000002'].map(
				(sign) => world.app.passwords.add({ displayName: `${OTHER} ${sign}`, startMs }).keyId,
			);
			world.app.graphLimits = { maxPasswords: world.app.passwords.all.length };
			assert.ok((await world.run()).succeeded);
			for (const keyId of others) assert.ok(has(world, keyId));
		}
	});
});

describe('a runner whose clock is wrong', () => {
	for (const days of [-400, 400]) {
		it(`by ${days} days gives the new client secret the life that was asked for, by the clock of Graph`, async () => {
			const world = new RotationWorld();
			const { current } = world.makeHistory(80);
			world.store(current, {});
			const { clock } = world.time;
			const run = await world.run(undefined, { clockAheadMs: days * DAY_MS });
			assert.ok(run.succeeded, JSON.stringify(run.errors));
			assert.ok(has(world, current));
			const expires = (world.stored?.expires ?? 0) * 1000;
			assert.ok(Math.abs(expires - clock.nowMs() - 90 * DAY_MS) < 60_000);
		});
	}
});
