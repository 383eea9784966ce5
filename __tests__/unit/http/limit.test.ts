// A limit that many share: as many at a time as there are places, and each in its turn.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeLimit, requestsAtATime } from '../../../src/http/send.js';

/** Work that ends when it is told to. */
function makeWork() {
	const started: string[] = [];
	const ends = new Map<string, (error?: Error) => void>();
	const work = (name: string) => (): Promise<string> => {
		started.push(name);
		return new Promise((resolve, reject) => {
			ends.set(name, (error) => (error === undefined ? resolve(name) : reject(error)));
		});
	};
	const end = async (name: string, error?: Error): Promise<void> => {
		ends.get(name)?.(error);
		await new Promise((resolve) => setImmediate(resolve));
	};
	return { started, work, end };
}

describe('makeLimit', () => {
	it('begins at once as far as there is place, and then in turn', async () => {
		const { started, work, end } = makeWork();
		const limit = makeLimit(2);
		const results = Promise.all(['a', 'b', 'c', 'd'].map((name) => limit.run(work(name))));
		assert.deepEqual(started, ['a', 'b']);
		await end('b');
		assert.deepEqual(started, ['a', 'b', 'c']);
		await end('a');
		assert.deepEqual(started, ['a', 'b', 'c', 'd']);
		await end('d');
		await end('c');
		assert.deepEqual(await results, ['a', 'b', 'c', 'd']);
	});

	it('gives a place back if the work fails, and passes the failure on', async () => {
		const { started, work, end } = makeWork();
		const limit = makeLimit(1);
		const failing = assert.rejects(limit.run(work('a')), /no luck/);
		const next = limit.run(work('b'));
		await end('a', new Error('no luck'));
		await failing;
		assert.deepEqual(started, ['a', 'b']);
		await end('b');
		assert.equal(await next, 'b');
	});

	it('lets nobody in before those who wait, nor more than there are places for once all have gone', async () => {
		const { started, work, end } = makeWork();
		const limit = makeLimit(1);
		const all = [limit.run(work('a')), limit.run(work('b'))];
		await end('a');
		all.push(limit.run(work('c')));
		assert.deepEqual(started, ['a', 'b']);
		await end('b');
		await end('c');
		all.push(limit.run(work('d')), limit.run(work('e')));
		assert.deepEqual(started, ['a', 'b', 'c', 'd']);
		await end('d');
		await end('e');
		assert.deepEqual(await Promise.all(all), ['a', 'b', 'c', 'd', 'e']);
	});

	it('grows at once for those who wait, and for those who come', async () => {
		const { started, work, end } = makeWork();
		const limit = makeLimit(1);
		const all = ['a', 'b', 'c', 'd'].map((name) => limit.run(work(name)));
		limit.grow(3);
		await end('none');
		assert.deepEqual(started, ['a', 'b', 'c']);
		limit.grow(5);
		all.push(limit.run(work('e')), limit.run(work('f')));
		await end('none');
		assert.deepEqual(started, ['a', 'b', 'c', 'e', 'd']);
		for (const name of ['a', 'b', 'c', 'e', 'd', 'f']) await end(name);
		assert.deepEqual(await Promise.all(all), ['a', 'b', 'c', 'd', 'e', 'f']);
	});

	it('never shrinks', async () => {
		const { started, work, end } = makeWork();
		const limit = makeLimit(2);
		limit.grow(1);
		const all = ['a', 'b', 'c'].map((name) => limit.run(work(name)));
		assert.deepEqual(started, ['a', 'b']);
		for (const name of ['a', 'b', 'c']) await end(name);
		await Promise.all(all);
	});
});

describe('requestsAtATime', () => {
	for (const [references, most] of [
		[0, 8],
		[1, 8],
		[64, 8],
		[71, 8],
		[72, 9],
		[200, 25],
		[255, 31],
		[256, 32],
		[10_000, 32],
	] as const) {
		it(`is ${most} for ${references}`, () => {
			assert.equal(requestsAtATime(references), most);
		});
	}
});
