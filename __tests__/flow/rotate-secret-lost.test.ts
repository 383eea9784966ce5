// A new version whose write got no answer: it is looked for, and its password stays, since it may arrive later.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TransportError } from '../../src/http/transport-error.js';
import { assertCodes } from '../support/error-codes.js';
import { response } from '../support/make-ports.js';
import { describeStep, type Interference, MINUTE_MS, type RotationWorld, SECRET } from '../support/rotation-world.js';
import { assertFailed, makeDueWorld } from './rotation-failure.js';

const CUT = new TransportError('the connection was cut off', { failure: 'connection' });

/** The first write is lost and arrives so much later; the later ones are answered so. */
function lose(
	world: RotationWorld,
	afterMs: number,
	later: () => ReturnType<typeof response> | undefined,
): Interference {
	let writes = 0;
	return (request, serve) => {
		if (describeStep(request) !== 'store') return serve();
		writes += 1;
		if (writes > 1) return later() ?? serve();
		world.arriveLate(request, afterMs);
		throw CUT;
	};
}

const forbidden = () => response(403, { error: { code: 'Forbidden', innererror: { code: 'ForbiddenByRbac' } } });

describe('a new version that arrives 25 seconds late, after the next attempt was refused', () => {
	it('works: its password stays, and the error says so and names what to do', async () => {
		const { world } = makeDueWorld();
		const run = await world.run(undefined, { interfere: lose(world, 25_000, forbidden) });
		assertFailed(
			run,
			/ForbiddenByRbac.*The vault did not confirm that it stored the new client secret, and may still store it\. So nothing was undone: the new password \(key ID [0-9a-f-]{36}\) stays in the application, and the one in use was not touched\. Run the job again in 15 minutes or later/,
		);
		assert.ok(!run.steps.includes('removePassword'));
		const [, keyId] = /the new password \(key ID ([0-9a-f-]{36})\)/.exec(run.errors[0]?.text ?? '') ?? [];
		world.time.advance(MINUTE_MS);
		world.settle();
		assert.equal(world.stored?.tags?.['CredentialId'], keyId);
		assert.ok(world.storedWorks);
		world.time.advance(15 * MINUTE_MS);
		const later = await world.run();
		assert.equal(later.outputs['rotated'], 'false');
		assert.equal(later.outputs['key-id'], keyId);
		assert.equal(world.ownIds.length, 2);
	});

	for (const [name, answer] of [
		['a conflict', () => response(409, { error: { code: 'Conflict' } })],
		['too many requests', () => response(429)],
		['a failure', () => response(500)],
		['a bad request', () => response(400)],
	] as const) {
		it(`works too if that was ${name}`, async () => {
			const { world } = makeDueWorld();
			const run = await world.run(undefined, { interfere: lose(world, 100_000, answer) });
			assertFailed(run, /So nothing was undone/);
			world.time.advance(2 * MINUTE_MS);
			world.settle();
			assert.ok(world.storedWorks);
		});
	}
});

describe('a new version that got no answer', () => {
	it('is not sent again before a look, and is complete if the look shows it', async () => {
		const { world } = makeDueWorld();
		const run = await world.run(undefined, { interfere: lose(world, 3_000, forbidden) });
		assert.ok(run.succeeded, JSON.stringify(run.errors));
		const { steps } = run;
		const first = steps.indexOf('store');
		assert.equal(steps[first + 1], 'read the vault');
		assert.equal(steps.filter((step) => step === 'store').length, 1);
	});

	it('is found by the last look where it is later than the first one', async () => {
		const { world } = makeDueWorld();
		const run = await world.run(undefined, { interfere: lose(world, 9_000, forbidden) });
		assert.ok(run.succeeded, JSON.stringify(run.errors));
		assert.equal(run.outputs['version'], world.stored?.version);
	});

	it('is not sent again if nobody may look', async () => {
		const { world } = makeDueWorld();
		let isLost = false;
		const run = await world.run(undefined, {
			interfere: (request, serve) => {
				const step = describeStep(request);
				if (step === 'store') {
					isLost = true;
					throw CUT;
				}
				return isLost && step === 'read the vault' ? response(403) : serve();
			},
		});
		assertFailed(run, /the connection was cut off.*So nothing was undone/);
		assert.equal(run.steps.filter((step) => step === 'store').length, 1);
		assert.equal(world.ownIds.length, 4);
	});

	it('is not sent over what somebody else has stored meanwhile', async () => {
		const { world } = makeDueWorld();
		const run = await world.run(undefined, {
			interfere: (request, serve) => {
				if (describeStep(request) !== 'store') return serve();
				world.vault.setSecret(SECRET, 'of a person', {});
				throw CUT;
			},
		});
		assertFailed(run, /was changed in the vault while this run was in progress.*So nothing was undone/);
		assert.equal(run.steps.filter((step) => step === 'store').length, 1);
		assert.equal(world.stored?.value, 'of a person');
	});

	it('is not taken back by the next run while it may arrive, and is a leftover after 15 minutes', async () => {
		const { world } = makeDueWorld();
		const lost = await world.run(undefined, { interfere: lose(world, 24 * 60 * MINUTE_MS, forbidden) });
		assert.ok(!lost.succeeded);
		const soon = await world.run();
		assertCodes(soon.errors, ['ROTATE_BUSY']);
		assert.equal(world.ownIds.length, 4);
		world.time.advance(15 * MINUTE_MS);
		assert.ok((await world.run()).succeeded);
		assert.equal(world.ownIds.length, 2);
	});
});
