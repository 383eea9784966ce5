// Tests that exist show the promises of SECURITY.md and of the page about reliability: each promise has its mark beside one.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
	type MarkedTest,
	readMarks,
	readPromises,
	readTestSources,
	withMarkedTests,
	withPromiseLinks,
} from '../../scripts/promise-tables.js';
import { ROOT, readText } from '../support/source.js';
import { headsOf, readReferences, readShownRows, SHOWN_BY } from './promises.js';

const security = readText('SECURITY.md');
const reliability = readText('docs/reliability.md');
const promises = readPromises(reliability);
// The examples below are no marks.
const marks = readMarks(readTestSources(ROOT).filter(({ file }) => file !== 'house/promises.test.ts'));
const shown = readShownRows(security);

/** Cannot be promised: that others deserve trust. Promised in other rows: what goes to which host. */
const NO_PROMISES = ['| Trusted | Why it must be |', '| Host | Feature | What is sent |'];

/** Numbers of promises that the page about reliability makes itself. */
const OF_RELIABILITY = /^R\d+$/;

describe('promises', () => {
	it('are each shown by a marked test, and each mark is of a promise', () => {
		assert.ok(promises.length >= 50, `only ${promises.length} promises were found`);
		const marked = new Set(marks.flatMap((mark) => mark.promises));
		const numbers = promises.map(({ number }) => number);
		assert.deepEqual([...marked].sort(), [...numbers].sort());
	});

	it('name each test once, as it is titled now', () => {
		for (const mark of marks) assert.equal(new Set(mark.promises).size, mark.promises.length, mark.title);
		assert.equal(new Set(marks.map(({ file, title }) => JSON.stringify([file, title]))).size, marks.length);
		assert.equal(withMarkedTests(reliability, marks), reliability, 'run "npm run docs"');
	});

	it('are numbered within each table, from 1', () => {
		const counts = new Map<string, number>();
		for (const { number, anchor } of promises) {
			const count = (counts.get(anchor) ?? 0) + 1;
			counts.set(anchor, count);
			assert.match(number, new RegExp(`^[A-Z]${count}$`), anchor);
		}
		assert.equal(new Set(promises.map(({ number }) => number)).size, promises.length);
	});
});

describe('SECURITY.md', () => {
	it('says of each row of its tables what shows it', () => {
		assert.ok(shown.length >= 30);
		for (const { row, references } of shown) assert.ok(references.length > 0, row);
		assert.deepEqual(
			headsOf(security).filter((head) => !head.endsWith(` ${SHOWN_BY} |`)),
			NO_PROMISES,
		);
	});

	it('refers to every promise but those that the page about reliability makes, in their order, under their headings', () => {
		const wanted = promises.filter(({ number }) => !OF_RELIABILITY.test(number));
		const refer = (letter: string) => (one: { readonly number: string }) => one.number.startsWith(letter);
		for (const letter of new Set(wanted.map(({ number }) => number.slice(0, 1)))) {
			assert.deepEqual(
				[...readReferences(security).filter(refer(letter))].sort(byNumber),
				wanted.filter(refer(letter)).map(({ number, anchor }) => ({ number, anchor })),
			);
		}
		assert.equal(readReferences(security).length, wanted.length);
	});
});

function byNumber(one: { readonly number: string }, other: { readonly number: string }): number {
	return Number(one.number.slice(1)) - Number(other.number.slice(1));
}

describe('a mark', () => {
	const read = (...lines: readonly string[]): readonly MarkedTest[] =>
		readMarks([{ file: 'a/b.test.ts', text: `${lines.join('\n')}\n` }]);

	it('is read with the title of the test or the group that it stands above', () => {
		const found = read(
			'// Promise: N1',
			"describe('a group', () => {",
			'\t// Promises: N2, L10',
			'\tit("of another\'s", () => {});',
			'\tfor (const name of names)',
			'\t\t// Promise: N3',
			// biome-ignore lint/suspicious/noTemplateCurlyInString: that is how a source has it
			'\t\tit(`for ${name} and ${{ a: 1 }.a}, it\\`s so`, async () => {});',
			'// Promise: N4',
			"test(\n\t'it\\'s on its own', () => {});",
			"it('of no promise', () => {});",
		);
		const all = found.map(({ file, title, promises }) => [file, title, ...promises]);
		assert.deepEqual(all, [
			['a/b.test.ts', 'a group', 'N1'],
			['a/b.test.ts', "of another's", 'N2', 'L10'],
			['a/b.test.ts', 'for … and …, it`s so', 'N3'],
			['a/b.test.ts', "it's on its own", 'N4'],
		]);
	});

	for (const lines of [
		['// Promise: N1', "it.skip('a', f);"],
		['// Promise: N1', "it.todo('a');"],
		['// Promise: N1', '', 'const a = 1;'],
		['// Promise: N1', "// it('a', f);"],
		['// Promise: N1', 'it(title, f);'],
		['// Promise: N1 and N2', "it('a', f);"],
		['// Promises: n1', "it('a', f);"],
		['// Promise: N1', '// Promise: N2', "it('a', f);"],
	])
		it(`is refused if it marks no test: ${JSON.stringify(lines)}`, () => {
			assert.throws(() => read(...lines), /^Error: a\/b\.test\.ts: "\/\/ Promises?: .*" marks no test$/);
		});
});

describe('a page of promises', () => {
	const row = (number: string, tests: string): string => `| ${number} | Of \`\\| json\` | ${tests} |`;
	const page = (first: string, second: string): string =>
		['### A & b', '| No. | Promise | Tests |', '| --- | --- | --- |', row('A1', first), row('A2', second)].join('\n');

	it('gets the tests that are marked, in place of those that it had', () => {
		const marks = [
			{ file: 'a/b.test.ts', title: 'is <so>', promises: ['A1'] },
			{ file: 'c.test.ts', title: 'with | file', promises: ['A2', 'A1'] },
		];
		assert.equal(
			withMarkedTests(page('`x.test.ts`: before', ''), marks),
			page('`a/b.test.ts`: is &lt;so><br>`c.test.ts`: with \\| file', '`c.test.ts`: with \\| file'),
		);
	});

	it('gives each number with the heading above it, to which links lead', () => {
		const promises = readPromises(page('', ''));
		assert.deepEqual(promises, [
			{ number: 'A1', anchor: 'a--b' },
			{ number: 'A2', anchor: 'a--b' },
		]);
		assert.equal(
			withPromiseLinks('[A2](docs/reliability.md#before) [B1](docs/reliability.md#b)', promises),
			'[A2](docs/reliability.md#a--b) [B1](docs/reliability.md#b)',
		);
	});
});

describe('SECURITY.md as it is read', () => {
	it('lacks nothing of a row that says what shows it', () => {
		const rows = ['| a | b | [N1](docs/reliability.md#n) |', '| c | d \\| e | nothing |'];
		assert.deepEqual(readShownRows(['| What | Why | Shown by |', '| --- | --- | --- |', ...rows, ''].join('\n')), [
			{ row: 'a', references: [{ number: 'N1', anchor: 'n' }] },
			{ row: 'c', references: [] },
		]);
	});
});
