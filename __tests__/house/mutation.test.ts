// The parts that are mutated, their tests and the explained survivors have names that outlast a file's name. A name that is
// gone would leave a file without its mutants, or a survivor without its reason.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { type CodeFile, findExporting, listDeclarations } from '../../tools/mutated-code.js';
import type { KnownSurvivor } from '../../tools/mutation-report.js';
import { ROOT, readRepository, readText } from '../support/source.js';

interface Part {
	readonly name: string;
	readonly mutate: readonly string[];
	readonly tests: readonly string[];
}

const paths = readRepository().map(({ path }) => path);
const parts: readonly Part[] = JSON.parse(readText('tools/mutation/parts.json'));
const survivors: readonly KnownSurvivor[] = JSON.parse(readText('tools/mutation/equivalent.json'));

// Compiled, as Stryker mutates it: without types, and in the compiler's own layout.
const code: readonly CodeFile[] = readdirSync(join(ROOT, 'build/src'), { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.js'))
	.map((name) => ({ name, source: readFileSync(join(ROOT, 'build/src', name), 'utf8') }));

describe('the parts of mutation testing', () => {
	for (const { name, mutate, tests } of parts) {
		it(`name exports of one file, and tests that exist: ${name}`, () => {
			for (const exported of mutate) {
				const files = findExporting([exported], code).map((file) => file.name);
				assert.equal(files.length, 1, `${exported} is exported by ${files.join(', ') || 'no file'}`);
			}
			const starts = tests.map((start) => `__tests__/${start}`);
			const isTest = (path: string, start: string) => path.startsWith(start) && path.endsWith('.test.ts');
			assert.deepEqual(
				starts.filter((start) => !paths.some((path) => isTest(path, start))),
				[],
			);
		});
	}
});

describe('the explained survivors of mutation testing', () => {
	const mutated = parts.flatMap(({ mutate }) => findExporting(mutate, code));
	const files = [...new Map(mutated.map((file) => [file.name, listDeclarations(file.source)])).values()];

	for (const { in: name, code: text, replacement } of survivors) {
		it(`have each its code in one declaration that is mutated: ${name}: ${text} → ${replacement}`, () => {
			const found = files.flat().filter((one) => one.name === name && one.code.includes(text));
			assert.equal(found.length, 1, `${text} is in ${found.length} declarations of the name ${name}`);
		});
	}
});
