// The table of the battery on the page: a row for each exchange, in their order, and sums that are those of the rows.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { EXCHANGES } from './exchanges.js';
import { makeFaultTable, RELIABILITY_PAGE } from './tally.js';

const page = readFileSync(RELIABILITY_PAGE, 'utf8');

function rowsBetween(name: string): readonly string[] {
	const [, after = ''] = page.split(`<!-- ${name}: begin -->`);
	const [block = ''] = after.split(`<!-- ${name}: end -->`);
	return block.split('\n').filter((line) => line.startsWith('|'));
}

it('the page about reliability has each exchange, and sums that are right', () => {
	const [, , ...rows] = rowsBetween('battery').map((line) => line.split('|').map((cell) => cell.trim()));
	const cells = rows.map(([, name = '', ...rest]) => ({ name, counts: rest.slice(0, -1).map(Number) }));
	const sums = cells.pop();
	assert.deepEqual(
		cells.map(({ name }) => name),
		EXCHANGES.map(({ name }) => name),
	);
	assert.deepEqual(
		sums?.counts,
		[0, 1, 2, 3, 4].map((column) => cells.reduce((sum, { counts }) => sum + (counts[column] ?? 0), 0)),
	);
});

it('the page about reliability has each fault, and what must follow it', () => {
	assert.deepEqual(rowsBetween('faults'), makeFaultTable());
});
