// Values of any make take time in proportion to their length.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeEdges } from '../../../src/render/render-secret.js';
import { render } from '../../support/secret-rendering.js';

/** Milliseconds, the least of some runs: what else the machine does adds to the others. */
async function timeOf(run: () => unknown): Promise<number> {
	const times: number[] = [];
	for (let round = 0; round < 4; round += 1) {
		const start = performance.now();
		await run();
		times.push(performance.now() - start);
	}
	return Math.min(...times);
}

/** Twice as long takes about twice the time; if it grows with the square, eight times the length takes 64 times. */
async function assertLinear(run: (length: number) => unknown): Promise<void> {
	const short = await timeOf(() => run(10_000));
	const long = await timeOf(() => run(80_000));
	assert.ok(long < 400 || long < short * 28, `${short} ms for 10,000 characters, ${long} ms for 80,000`);
}

// [what, the value of about so many characters, its steps]
const VALUES: readonly (readonly [string, (length: number) => string, readonly string[]])[] = [
	['a number of many digits', (length) => `{"a": ${'7'.repeat(length)}}`, ['json']],
	['a number of many digits that is picked', (length) => `{"a": ${'7'.repeat(length)}}`, ['json a']],
	['a fraction of many digits', (length) => `{"a": 0.${'7'.repeat(length)}e1}`, ['json']],
	['a text that begins like a number', (length) => `{"a": "${'7'.repeat(length)}x"}`, ['json']],
	['a text of points', (length) => `{"a": "${'7.'.repeat(length / 2)}"}`, ['json']],
	['a line that begins like a number', (length) => `[\n${'7'.repeat(length)}\n,"x"]`, ['json']],
	['escapes', (length) => `{"a": "${'\\"'.repeat(length / 2)}"}`, ['json']],
	['escaped characters', (length) => `{"a": "${'\\u0041'.repeat(length / 6)}"}`, ['json a']],
	['white space', (length) => `{"a":${' '.repeat(length)}"b"}`, ['json']],
	['a text of white space', (length) => `{"a": "${' '.repeat(length)}x${' '.repeat(length)}"}`, ['json a']],
	['base64 with white space', (length) => `${' '.repeat(length)}YWJj${' '.repeat(length)}`, ['base64']],
	['brackets', (length) => `{"a": "${'[{'.repeat(length / 2)}"}`, ['json']],
];

describe('the time for', () => {
	for (const [what, makeValue, modifiers] of VALUES) {
		it(`${what} grows with its length, and not with the square`, async () => {
			await assertLinear((length) => render(makeValue(length), modifiers));
		});
	}

	it('white space around a value grows with its length, and not with the square', async () => {
		await assertLinear((length) => describeEdges(`x${' '.repeat(length * 4)}x${'\t'.repeat(length * 4)}`));
	});

	it('deep nesting is that of refusing it', async () => {
		for (const depth of [100, 20_000]) {
			const text = `${'{"a":['.repeat(depth)}1${']}'.repeat(depth)}`;
			assert.ok((await timeOf(() => assert.rejects(render(text, ['json'])))) < 5_000);
		}
	});

	it('a key before many leaves is that of one way to the leaf', async () => {
		const text = JSON.stringify({ ['k'.repeat(10_000)]: Array(6_000).fill(1) });
		assert.ok((await timeOf(() => render(text, [`json ${'k'.repeat(10_000)}.5999`]))) < 2_000);
	});
});
