// The bench's figures for a pattern in a large vault, from made-up runs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { replaceBetween } from '../../scripts/readme-tables.js';
import { chooseSections } from '../../tools/bench/sections.js';
import { namesOf, WANTED } from '../../tools/bench/service.js';
import { VAULTS } from '../../tools/bench/vault.js';
import { describeCourse } from '../../tools/bench/vault-course.js';
import { makeVaultFigures, type VaultSample } from '../../tools/bench/vault-figures.js';
import { describeVault, describeVaults } from '../../tools/bench/vault-report.js';

const course = { mostAtOnce: 8, pages: 4, reads: 50, pagesBeforeFirstRead: 1, readsBeforeLastPage: 40 };

function sample(tookMs: number, peakKib: number): VaultSample {
	return { tookMs, peakKib, requests: 55, connections: 8, course };
}

function figures(times: readonly number[], peaksKib: readonly number[]) {
	const samples = times.map((tookMs, index) => sample(tookMs, peaksKib[index] ?? Number.NaN));
	return makeVaultFigures({ measured: { secretCount: 100, wantedCount: 50, latencyMs: 40 }, samples });
}

test('the names that are wanted are so many, evenly spread, and matched by the pattern', () => {
	const { all, wanted } = namesOf({ secretCount: 10_000, wantedCount: 500 });
	assert.equal(new Set(all).size, 10_000);
	assert.deepEqual(all, [...all].sort());
	assert.equal(wanted.length, 500);
	const ending = WANTED.replace('*', '');
	assert.deepEqual(
		all.flatMap((name, index) => (name.endsWith(ending) ? [index] : [])),
		Array.from({ length: 500 }, (_, index) => 20 * index + 19),
	);
	assert.equal(namesOf({ secretCount: 7, wantedCount: 3 }).wanted.length, 3);
	assert.deepEqual(namesOf({ secretCount: 7 }).wanted, []);
});

test('vaults of 10,000 and of 1,000 secrets are compared, with the same 500 to fetch', () => {
	assert.deepEqual(
		VAULTS.map(({ secretCount, wantedCount }) => [secretCount, wantedCount]),
		[
			[10_000, 500],
			[1_000, 500],
		],
	);
});

test('the course of a run tells pages from secrets, and which came first', () => {
	const paths = ['/tenant/oauth2/v2.0/token', '/secrets', '/secrets/a', '/secrets/', '/secrets/b', '/secrets/c/'];
	assert.deepEqual(describeCourse(paths), { pages: 2, reads: 3, pagesBeforeFirstRead: 1, readsBeforeLastPage: 1 });
	const inSequence = ['/secrets', '/secrets', '/secrets', '/secrets/a', '/secrets/b'];
	assert.deepEqual(describeCourse(inSequence), { pages: 3, reads: 2, pagesBeforeFirstRead: 3, readsBeforeLastPage: 0 });
	assert.deepEqual(describeCourse([]), { pages: 0, reads: 0, pagesBeforeFirstRead: 0, readsBeforeLastPage: 0 });
});

test('times are compared with the least that the pages take, and the pages with the secrets after them', () => {
	// 4 pages are 160 ms; 50 secrets, 8 at a time, are 7 times 40 ms.
	const { medianMs, ratioToList, ratioToListThenRead, peakKib } = figures([220, 1_000, 100], [3_000, 1_000, 2_000]);
	assert.equal(medianMs, 220);
	assert.equal(ratioToList, 220 / 160);
	assert.equal(ratioToListThenRead, 220 / 440);
	assert.equal(peakKib, 2_000);
	assert.throws(() => figures([], []), /nothing was measured/);
});

test('the console shows the time, how the vault was asked, and the memory', () => {
	const line = describeVault(figures([220], [100_000]));
	assert.match(line, /^50 of 100 secrets: 220 ms; 55 requests over 8 connections, at most 8 at a time; /);
	assert.match(line, /first secret after 1 of 4 pages, 40 of 50 before the last page; 102 MB at the peak$/);
});

test('the document gets counts and ratios and no times, memory compared with the last vault', () => {
	const lines = describeVaults([figures([220], [110_000]), figures([110], [100_000])]);
	assert.equal(lines[0], '|  | 100 secrets | 100 secrets |');
	assert.ok(lines.includes('| Requests: token, pages, secrets | 55: 1, 4, 50 | 55: 1, 4, 50 |'));
	assert.ok(lines.includes('| Most requests at a time | 8 | 8 |'));
	assert.ok(lines.includes('| Pages asked for before the first secret | 1 of 4 | 1 of 4 |'));
	assert.ok(lines.includes('| Secrets asked for before the last page | 40 of 50 | 40 of 50 |'));
	assert.ok(lines.includes('| Time, as a ratio to the pages alone | 1.38 | 0.69 |'));
	assert.ok(lines.includes('| Time, as a ratio to all pages and then the secrets | 0.50 | 0.25 |'));
	assert.ok(lines.includes('| Memory at the peak | 113 MB | 102 MB |'));
	assert.ok(lines.includes('| Memory, as a ratio to the smaller vault | 1.10 | 1.00 |'));
	assert.doesNotMatch(lines.join('\n'), /\d ms\b/);
});

test('sections are chosen by name, all if none is named, and written only if that is asked for', () => {
	const all = chooseSections([]);
	assert.deepEqual(all, { sections: ['start', 'fetch', 'tokens', 'vault', 'expiry'], isToWrite: false });
	assert.deepEqual(chooseSections(['--write']), { ...all, isToWrite: true });
	assert.deepEqual(chooseSections(['vault', '--write', 'start']), { sections: ['start', 'vault'], isToWrite: true });
	assert.throws(
		() => chooseSections(['vaults', '--wriet']),
		/vaults, --wriet: start, fetch, tokens, vault, expiry or --write/,
	);
});

test('the document has a place for each section', () => {
	const page = readFileSync('docs/performance.md', 'utf8').split(/\r?\n/);
	for (const section of chooseSections([]).sections) {
		assert.ok(replaceBetween(page, section, ['what was measured']).includes('what was measured'), section);
	}
});
