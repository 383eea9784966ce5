// What SECURITY.md and the page about reliability promise is shown by tests that exist.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT, readText } from '../support/source.js';
import {
	headsOf,
	type NamedTest,
	readPromises,
	readReferences,
	readShownRows,
	SHOWN_BY,
	titlesOf,
} from './promises.js';

const security = readText('SECURITY.md');
const promises = readPromises(readText('docs/reliability.md'));
const shown = readShownRows(security);

/** Cannot be promised: that others deserve trust. Promised in other rows: what goes to which host. */
const NO_PROMISES = ['| Trusted | Why it must be |', '| Host | Feature | What is sent |'];

/** Numbers of promises that the page about reliability makes itself. */
const OF_RELIABILITY = /^R\d+$/;

function exists({ file, title }: NamedTest): boolean {
	const path = join('__tests__', file);
	return existsSync(join(ROOT, path)) && titlesOf(readText(path)).has(title);
}

describe('promises', () => {
	it('are each shown by tests, of the very titles, that exist', () => {
		assert.ok(promises.length >= 50, `only ${promises.length} promises were found`);
		for (const { number, tests } of promises) {
			assert.ok(tests.length > 0, number);
			assert.deepEqual(
				tests.filter((one) => !exists(one)).map(({ file, title }) => `${number}: ${file}: ${title}`),
				[],
			);
			assert.equal(new Set(tests.map((one) => JSON.stringify(one))).size, tests.length, `${number} names one twice`);
		}
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

describe('a test that is named', () => {
	it('is found by its title alone', () => {
		const file = 'house/promises.test.ts';
		assert.ok(exists({ file, title: 'is found by its title alone' }));
		for (const title of ['is found by its title', 'is found by its title alone.', 'assert', ''])
			assert.ok(!exists({ file, title }), title);
		assert.ok(!exists({ file: 'house/promise.test.ts', title: 'is found by its title alone' }));
	});

	it('may have a title that is a template, quoted, or of a group', () => {
		const source = [
			"it('of one', () => {});",
			'it("of another\'s", () => {});',
			"describe('a group', { skip: false }, () => {",
			// biome-ignore lint/suspicious/noTemplateCurlyInString: that is how a source has it
			'it(`for ${name} and ${{ a: 1 }.a}, it\\`s so`, async () => {});',
			"test('it\\'s on its own', () => {});",
		].join('\n');
		assert.deepEqual(
			[...titlesOf(source)],
			['of one', "of another's", 'a group', 'for … and …, it`s so', "it's on its own"],
		);
	});

	it('is none if it is skipped, yet to be written or commented out', () => {
		const source = "it.skip('a', f);\nit.todo('b');\n// it('c', f);\n * it('d', f);\nsubmit('e', f);\nconst it = 'f';";
		assert.deepEqual([...titlesOf(source)], []);
	});
});

describe('a page of promises', () => {
	const page = (tests: string): string =>
		`### A & b\n\n| No. | Promise | Tests |\n| --- | --- | --- |\n| A1 | Of \`\\| json\` | ${tests} |\n\nend\n`;

	it('gives number, heading, promise and tests', () => {
		assert.deepEqual(readPromises(page('`a/b.test.ts`: is so<br>`c.test.ts`: with \\| file')), [
			{
				number: 'A1',
				anchor: 'a--b',
				promise: 'Of `\\| json`',
				tests: [
					{ file: 'a/b.test.ts', title: 'is so' },
					{ file: 'c.test.ts', title: 'with | file' },
				],
			},
		]);
	});

	for (const tests of ['', 'is so', '`a.js`: is so', '`a.test.ts`', '`a.test.ts`: is so<br>'])
		it(`is refused if a row has for tests "${tests}"`, () => {
			assert.throws(() => readPromises(page(tests)), /no test is named by/);
		});

	it('lacks nothing of a row that says what shows it', () => {
		const rows = ['| a | b | [N1](docs/reliability.md#n) |', '| c | d \\| e | nothing |'];
		assert.deepEqual(readShownRows(['| What | Why | Shown by |', '| --- | --- | --- |', ...rows, ''].join('\n')), [
			{ row: 'a', references: [{ number: 'N1', anchor: 'n' }] },
			{ row: 'c', references: [] },
		]);
	});
});
