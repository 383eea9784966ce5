// Applications that are special to Microsoft Graph: one that takes two passwords only, one that was made a moment ago, one
// that something else changes at the same time.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { response } from '../unit/setup.js';
import { assertFailed, at } from './rotation-failure.js';
import { DAY_MS, describeStep, MINUTE_MS, RotationWorld } from './rotation-world.js';

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

	it('keeps the one in use where no tag names it, and gives up the other', async () => {
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

	it('says so where nobody knows whether the outdated one was removed', async () => {
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

describe('an application that was made a moment ago', () => {
	it('is waited for, and the log says so once', async () => {
		const world = new RotationWorld();
		const nowMs = world.time.clock.nowMs();
		world.app.knownFromMs = { graph: nowMs + 30_000, signIn: nowMs + 60_000 };
		const run = await world.run();
		assert.ok(run.succeeded, JSON.stringify(run.errors));
		const said = run.log.lines.filter((line) => line.startsWith('Microsoft Graph does not know application'));
		assert.equal(said.length, 1);
		assert.match(said[0] ?? '', /waiting for up to 90 s/);
	});

	it('that does not come is an error after 90 seconds, with what to compare', async () => {
		const world = new RotationWorld();
		world.app.knownFromMs = { graph: Number.POSITIVE_INFINITY, signIn: 0 };
		const run = await world.run();
		assertFailed(run, /Request_ResourceNotFound.*Compare app-id.*Nothing was changed/);
		assert.ok(run.tookMs > 75_000 && run.tookMs < 95_000, `${run.tookMs} ms`);
	});

	it('that one server of Graph does not know is waited for when a password is added', async () => {
		const world = new RotationWorld();
		const unknown = response(404, { error: { code: 'Request_ResourceNotFound', message: '' } });
		let asked = 0;
		const run = await world.run(undefined, {
			interfere: (request, serve) => (describeStep(request) === 'addPassword' && ++asked < 4 ? unknown : serve()),
		});
		assert.ok(run.succeeded, JSON.stringify(run.errors));
		assert.equal(asked, 4);
	});

	it('that the sign-in does not come to know is an error with the advice for that, and the password is taken back', async () => {
		const world = new RotationWorld();
		world.app.knownFromMs = { graph: 0, signIn: Number.POSITIVE_INFINITY };
		assertFailed(
			await world.run(),
			/no two sign-ins .* within 90 s\. The last failure: refused with .*AADSTS700016.*Compare .*was removed again/,
		);
		assert.equal(world.ownIds.length, 0);
	});

	it('is told from a page that is not of Graph, which is not waited for', async () => {
		const world = new RotationWorld();
		const run = await world.run(undefined, { interfere: at('list', () => response(404, '<html>')) });
		assertFailed(run, /HTTP 404\)\. Check graph-host, and whether a proxy stands in between/);
		assert.ok(run.tookMs < 1_000);
	});
});

describe('an application that something else changes', () => {
	for (const conflicts of [1, 3]) {
		it(`is asked again, ${conflicts} times`, async () => {
			const world = new RotationWorld();
			world.makeHistory(80);
			world.app.graphLimits = { conflicts };
			assert.ok((await world.run()).succeeded);
			assert.equal(world.ownIds.length, 2);
		});
	}
});
