// Steps whose log is not read any more from some point on: what waits for a mask does not happen, what was begun is taken back.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeDueWorld } from './rotation-failure.js';

/** Masked while a rotation runs: the client secret, two tokens, the new client secret, two tokens of the proof. */
const MASKINGS_OF_ROTATION = 6;

describe('a rotation whose log is not read', () => {
	for (let n = 1; n <= MASKINGS_OF_ROTATION; n += 1) {
		it(`from masking ${n} on leaves application and vault as they were`, async () => {
			const { world, assertAsBefore } = makeDueWorld();
			const run = await world.run({}, { unreadFrom: n });
			assert.ok(!run.succeeded);
			assert.equal(run.errors[0]?.title, 'The log is not read');
			assert.deepEqual(run.outputs, {});
			assertAsBefore();
			assert.equal(run.steps.filter((step) => step === 'store').length, 0);
			assert.equal(run.steps.includes('prove'), n > 4, 'the new client secret was used before it was masked');
			assert.ok(run.tookMs < 60_000, `${run.tookMs} ms`);
		});
	}

	it('after that has nothing more to mask, and succeeds', async () => {
		const { world } = makeDueWorld();
		const run = await world.run({}, { unreadFrom: MASKINGS_OF_ROTATION + 1 });
		assert.ok(run.succeeded);
		assert.ok(world.storedWorks);
	});
});
