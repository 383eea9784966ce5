// What the page about dependencies says that the bundles consist of.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
	describeMain,
	describeParts,
	describePrograms,
	findMarks,
	readBundleFile,
} from '../../scripts/bundle-parts.js';

const MARKS = findMarks([
	['plan/plan', '// Everything that is decided.\nexport function makePlan(): void {}\n'],
	['render/render-key', "// A key's public part.\nexport async function renderKey() {}\nexport const same = 1;\n"],
	['render/other', '// Another.\nexport const same = 2;\n'],
]);

const TEXT = [
	'var __webpack_modules__ = ({',
	'/***/ 471:',
	'  a: () => (renderKey),',
	'function renderKey() {}',
	'/***/ 472:',
	'\t// Everything that is decided.',
	'/***/ 473:',
	'  a: () => (same)',
	';// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js',
	'x',
	';// CONCATENATED MODULE: external "node:fs"',
	'x',
	';// CONCATENATED MODULE: ./build/src/flow/fetch-secrets.js',
	'ü',
].join('\n');

describe('readBundleFile', () => {
	it('finds the name of each module: its own, or by its opening sentence or by what it exports', () => {
		const { modules } = readBundleFile('index.js', TEXT, MARKS);
		assert.deepEqual(
			modules.map(({ name }) => name),
			['bundler', 'render/render-key', 'plan/plan', 'bundler', '@actions/core', 'bundler', 'flow/fetch-secrets'],
		);
	});

	it('counts every byte', () => {
		const { modules } = readBundleFile('index.js', TEXT, MARKS);
		assert.equal(
			modules.reduce((sum, { bytes }) => sum + bytes, 0),
			Buffer.byteLength(TEXT) + 1,
		);
	});
});

describe('the tables', () => {
	const file = (name: string, ...modules: readonly [string, number][]) => ({
		name,
		modules: modules.map(([module, bytes]) => ({ name: module, bytes })),
	});
	const main = file('index.js', ['plan/plan', 1500], ['@actions/core', 2500], ['plan/claims', 1100], ['errors', 100]);
	const part = file('7.index.js', ['bundler', 50], ['render/masks', 950], ['render/masks', 1000]);

	it('show what every run loads, by folder and package', () => {
		assert.deepEqual(describeMain(main).slice(2), [
			'| `src/plan` | 2.6 |',
			'| `@actions/core` | 2.5 |',
			'| `src`, the ground floor | 0.1 |',
			'| **all** | **5.2** |',
		]);
	});

	it('show what is in each part, once', () => {
		assert.deepEqual(describeParts([part]).slice(2), ['| `7.index.js` | 2.0 | `render/masks` |']);
	});

	it('show how large each program is', () => {
		assert.deepEqual(describePrograms(new Map([['dist', [main, part]]])).slice(2), ['| `dist` | 5.2 | 7.2 | 1 |']);
	});
});
