// Applications that take two passwords only: the outdated one goes first, and never the one in use.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { response } from '../support/make-ports.js';
import { DAY_MS, describeStep, MINUTE_MS, RotationWorld } from '../support/rotation-world.js';
import { assertFailed, at } from './rotation-failure.js';

/** A world whose application takes two passwords, without the one that a person has made. */
function makeFullWorld(): RotationWorld {
	const world = new RotationWorld();
	world.app.passwords.remove(world.foreignId);
	world.app.graphLimits = { maxPasswords: 2 };
	return world;
}

describe('an application that takes two passwords', () => {
	it('is renewed as often as one likes: the password before the current one goes first', async () => {
		const world = makeFullWorld();
		for (let round = 1; round <= 5; round += 1) {
			const held = world.stored?.tags?.['CredentialId'];
			const run = await world.run({ force: 'true' });
			assert.ok(run.succeeded, `round ${round}: ${JSON.stringify(run.errors)}`);
			assert.ok(world.storedWorks);
			if (held !== undefined) assert.ok(world.ownIds.includes(held), `round ${round}: the one in use is gone`);
			assert.equal(run.steps.filter((step) => step === 'addPassword').length, round > 2 ? 2 : 1);
			assert.equal(world.ownIds.length, round > 1 ? 2 : 1);
			world.time.advance(DAY_MS);
		}
	});

	it('has the log and the summary say which one went to make room', async () => {
		const world = makeFullWorld();
		const previous = world.addOwnPassword(140);
		const current = world.addOwnPassword(80);
		world.store(current, { CredentialId: current, PreviousCredentialId: previous });
		const run = await world.run();
		assert.ok(
			run.log.lines.includes(
				`Removed from the application: password ${previous}, to make room. The application takes no more passwords, and the vault does not hold this one.`,
			),
		);
		assert.ok(run.files.summary().includes(previous));
		assert.equal(run.steps.filter((step) => step === 'removePassword').length, 1);
	});

	it('gives up the oldest leftover before the previous one', async () => {
		const world = makeFullWorld();
		world.app.graphLimits = { maxPasswords: 3 };
		const leftover = world.addOwnPassword(150);
		const previous = world.addOwnPassword(140);
		const current = world.addOwnPassword(80);
		world.store(current, { CredentialId: current, PreviousCredentialId: previous });
		const run = await world.run(undefined, { interfere: at('prove', () => response(400, { error_codes: [53003] })) });
		assertFailed(run, /AADSTS53003.*was removed again/);
		assert.match(
			run.errors[0]?.text ?? '',
			new RegExp(`Outdated password ${leftover} was removed before, to make room`),
		);
		assert.deepEqual([...world.ownIds].sort(), [previous, current].sort());
	});

	it('gives up any that is outdated if Graph does not say how old they are', async () => {
		const world = makeFullWorld();
		world.app.graphLimits = { maxPasswords: 3 };
		const outdated = [world.addOwnPassword(150), world.addOwnPassword(140)];
		const current = world.addOwnPassword(80);
		world.store(current, { CredentialId: current });
		const run = await world.run(undefined, {
			interfere: (_request, serve) => {
				const answer = serve();
				return { ...answer, body: answer.body.replaceAll('"startDateTime"', '"start"') };
			},
		});
		assert.ok(run.succeeded);
		assert.ok(world.ownIds.includes(current));
		assert.ok(!world.ownIds.some((keyId) => outdated.includes(keyId)));
	});

	it('gives up none if nobody can look for a password whose answer was lost', async () => {
		const world = makeFullWorld();
		const previous = world.addOwnPassword(140);
		const current = world.addOwnPassword(80);
		world.store(current, { CredentialId: current, PreviousCredentialId: previous });
		let lists = 0;
		let asked = 0;
		const run = await world.run(undefined, {
			interfere: (request, serve) => {
				const step = describeStep(request);
				if (step === 'addPassword' && ++asked === 1) return response(503);
				// The first two are those of the beginning and after the lost answer.
				return step === 'list' && ++lists > 2 ? response(403) : serve();
			},
		});
		assertFailed(run, /TooManyAppPasswords.*did not confirm whether it added a password/);
		assert.deepEqual([...world.ownIds].sort(), [previous, current].sort());
	});

	it('keeps the one in use and the one of a person, and fails with the ways out', async () => {
		const world = new RotationWorld();
		world.app.graphLimits = { maxPasswords: 2 };
		const current = world.addOwnPassword(80);
		for (const tags of [{ CredentialId: current }, {}]) {
			world.store(current, tags);
			assertFailed(await world.run(), /TooManyAppPasswords.*"az ad app credential delete .*Nothing was changed/);
			assert.equal(world.app.passwords.all.length, 2);
			assert.ok(world.storedWorks);
		}
	});

	it('keeps the one in use if no tag names it, and gives up the other', async () => {
		const world = makeFullWorld();
		const inUse = world.addOwnPassword(80);
		const leftover = world.addOwnPassword(5, '00000001');
		world.store(inUse, {});
		assert.ok((await world.run()).succeeded);
		assert.deepEqual([world.ownIds.includes(inUse), world.ownIds.includes(leftover)], [true, false]);
	});

	it('is left as it was where the outdated one cannot be removed', async () => {
		const world = makeFullWorld();
		const previous = world.addOwnPassword(140);
		const current = world.addOwnPassword(80);
		world.store(current, { CredentialId: current, PreviousCredentialId: previous });
		const run = await world.run(undefined, { interfere: at('removePassword', () => response(403)) });
		assertFailed(run, /TooManyAppPasswords.*Nothing was changed/);
		assert.ok(run.log.lines.some((line) => line.startsWith(`Password ${previous} could not be removed: `)));
	});

	it('says so if nobody knows whether the outdated one was removed', async () => {
		const world = makeFullWorld();
		const previous = world.addOwnPassword(140);
		const current = world.addOwnPassword(80);
		world.store(current, { CredentialId: current, PreviousCredentialId: previous });
		let isLost = false;
		const run = await world.run(undefined, {
			interfere: (request, serve) => {
				if (describeStep(request) === 'removePassword') isLost = true;
				return isLost ? response(503) : serve();
			},
		});
		assertFailed(run, new RegExp(`did not confirm whether it removed outdated password ${previous}, to make room`));
	});

	it('is asked again while Graph has not heard of the removal', async () => {
		const world = makeFullWorld();
		const previous = world.addOwnPassword(140);
		const current = world.addOwnPassword(80);
		world.store(current, { CredentialId: current, PreviousCredentialId: previous });
		let refusals = 0;
		const full = response(400, { error: { code: 'TooManyAppPasswords', message: '' } });
		const run = await world.run(undefined, {
			interfere: (request, serve) => (describeStep(request) === 'addPassword' && ++refusals < 4 ? full : serve()),
		});
		assert.ok(run.succeeded, JSON.stringify(run.errors));
		assert.ok(world.ownIds.includes(current));
	});

	it('is full of a password whose answer was lost: that one goes, not the one before', async () => {
		const world = makeFullWorld();
		world.app.graphLimits = { maxPasswords: 3 };
		const previous = world.addOwnPassword(140);
		const current = world.addOwnPassword(80);
		world.store(current, { CredentialId: current, PreviousCredentialId: previous });
		world.time.advance(60 * MINUTE_MS);
		// Longer than the first look waits.
		world.app.passwords.graphLagMs = 5_300;
		let asked = 0;
		let removedFirst: string | undefined;
		const run = await world.run(undefined, {
			interfere: (request, serve) => {
				const step = describeStep(request);
				const answer = serve();
				if (step === 'removePassword') removedFirst ??= JSON.parse(request.body?.reveal() ?? '{}').keyId;
				return step === 'addPassword' && ++asked === 1 ? response(503) : answer;
			},
		});
		assert.ok(run.succeeded, JSON.stringify(run.errors));
		assert.notEqual(removedFirst, previous);
		assert.ok(world.ownIds.includes(current));
	});
});
