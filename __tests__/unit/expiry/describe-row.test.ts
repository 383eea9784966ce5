// How long something still lasts, in words.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeTimeLeft } from '../../../src/expiry/describe-row.js';
import { DAY_MS } from '../../../src/time.js';

const NOW_MS = Date.UTC(2026, 10, 30);

for (const [days, text] of [
	[0.5, 'in less than a day'],
	[1, 'in 1 day'],
	[99, 'in 99 days'],
	[100, 'in 3 months'],
	[730, 'in 23 months'],
	[731, 'in 2 years'],
	[-3, '3 days ago'],
	[-800, '2 years ago'],
] as const) {
	it(`${days} days from now are said as "${text}"`, () => {
		assert.equal(describeTimeLeft(NOW_MS + days * DAY_MS, NOW_MS), text);
	});
}
