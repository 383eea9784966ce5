// Work at once: in the order of the items, at most so many at a time.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inParallel } from '../../../src/http/send.js';

describe('inParallel', () => {
	it('gives the results in the order of the items, whichever is done first', async () => {
		const results = await inParallel([3, 1, 2], async (turns) => {
			for (let turn = 0; turn < turns; turn++) await Promise.resolve();
			return turns * 10;
		});
		assert.deepEqual(results, [30, 10, 20]);
		assert.deepEqual(await inParallel([], async () => assert.fail('there is no item')), []);
	});

	it('has as many under way as there may be requests, and no more', async () => {
		for (const [length, atOnce] of [
			[24, 8],
			[200, 25],
		] as const) {
			const items = Array.from({ length }, (_, index) => index);
			let now = 0;
			let most = 0;
			const results = await inParallel(items, async (item) => {
				now += 1;
				most = Math.max(most, now);
				for (let turn = 0; turn < 10; turn++) await Promise.resolve();
				now -= 1;
				return item;
			});
			assert.equal(most, atOnce);
			assert.deepEqual(results, items);
		}
	});
});
