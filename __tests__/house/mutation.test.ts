// What is mutated, by which tests: a name that is gone would leave a file without its mutants, and nobody would notice.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRepository, readText } from './source.js';

interface Part {
	readonly name: string;
	readonly mutate: readonly string[];
	readonly tests: readonly string[];
}

const paths = readRepository().map(({ path }) => path);
const parts: readonly Part[] = JSON.parse(readText('tools/mutation/parts.json'));
const survivors: readonly { readonly file: string }[] = JSON.parse(readText('tools/mutation/equivalent.json'));

describe('the parts of mutation testing', () => {
	for (const { name, mutate, tests } of parts) {
		it(`name files and tests that exist, each once: ${name}`, () => {
			assert.deepEqual(
				mutate.filter((file, index) => !paths.includes(`src/${file}.ts`) || mutate.indexOf(file) !== index),
				[],
			);
			const starts = tests.map((start) => `__tests__/${start}`);
			const isTest = (path: string, start: string) => path.startsWith(start) && path.endsWith('.test.ts');
			assert.deepEqual(
				starts.filter((start) => !paths.some((path) => isTest(path, start))),
				[],
			);
		});
	}

	it('have each explained survivor in a file that exists', () => {
		assert.deepEqual(
			survivors.filter(({ file }) => !paths.includes(`src/${file}.ts`)),
			[],
		);
	});
});
