// The parts of the simulation by themselves: what a matrix comes to is worth no more than they are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeRandom } from './random.js';
import { SimulatedTime } from './simulated-time.js';
import { LIMIT_WINDOW_MS, VAULT_LIMIT, VaultLimit } from './vault-limit.js';

test('time jumps from one instant that is waited for to the next, and wakes in the order of waiting', async () => {
	const time = new SimulatedTime(1_000);
	const woken: string[] = [];
	const wait = async (name: string, ms: number): Promise<string> => {
		await time.sleep(ms);
		woken.push(`${name} at ${time.nowMs()}`);
		return name;
	};
	const nested = async (): Promise<string> => {
		await wait('e', 5);
		return wait('f', 5);
	};
	assert.deepEqual(await time.passUntilDone([wait('a', 20), wait('b', 10), wait('c', 20), wait('d', 0), nested()]), [
		'a',
		'b',
		'c',
		'd',
		'f',
	]);
	assert.deepEqual(woken, ['d at 1000', 'e at 1005', 'b at 1010', 'f at 1010', 'a at 1020', 'c at 1020']);
});

test('work that waits for anything but time is a mistake, and what fails in it is heard of', async () => {
	const time = new SimulatedTime(0);
	await assert.rejects(time.passUntilDone([new Promise(() => {})]), /waits for something else/);
	const failing = time.sleep(10).then(() => Promise.reject(new Error('in the work')));
	await assert.rejects(time.passUntilDone([failing, time.sleep(20)]), /in the work/);
});

test('a vault takes its limit within any 10 s, and refuses the rest without saying when to come back', () => {
	const limit = new VaultLimit();
	// Half at the beginning, half 4 s later.
	for (let index = 0; index < VAULT_LIMIT; index += 1) {
		assert.equal(limit.refusalAt(index < VAULT_LIMIT / 2 ? 0 : 4_000), undefined);
	}
	const refusal = limit.refusalAt(LIMIT_WINDOW_MS - 1);
	assert.equal(refusal?.status, 429);
	assert.ok(!Object.keys(refusal.headers).includes('retry-after'));
	assert.match(String(refusal.body), /"code":"Throttled"/);
	// Only the first half is over, and the refusal has not counted.
	const taken = Array.from({ length: VAULT_LIMIT }, () => limit.refusalAt(LIMIT_WINDOW_MS));
	assert.equal(taken.filter((one) => one === undefined).length, VAULT_LIMIT / 2);
	assert.equal(limit.refused, 1 + VAULT_LIMIT / 2);
});

test('chance is the same for the same seed, another for another, and evenly spread', () => {
	const draw = (seed: number): readonly number[] => Array.from({ length: 10_000 }, makeRandom(seed));
	const drawn = draw(7);
	assert.deepEqual(draw(7), drawn);
	assert.notDeepEqual(draw(8), drawn);
	assert.ok(drawn.every((one) => one >= 0 && one < 1));
	for (let tenth = 0; tenth < 10; tenth += 1) {
		const count = drawn.filter((one) => Math.floor(one * 10) === tenth).length;
		assert.ok(count > 850 && count < 1_150, `${count} in tenth ${tenth}`);
	}
});
