// The bench's figures for expiry reports, from made-up runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeExpiry, describeExpiryTimes, expiryRatio } from '../../tools/bench/expiry.js';

const run = (ms: number, mib: number) => ({ ms, mib });
const FIGURES = {
	network: { label: 'no delay' },
	requests: 700,
	taken: { bare: [run(100, 50), run(200, 50), run(100, 50)], action: [run(110, 90), run(180, 100), run(130, 101)] },
};

test('ratios are taken within a round, and the middle one counts', () => {
	assert.equal(expiryRatio(FIGURES, 'ms'), 1.1);
	assert.equal(expiryRatio(FIGURES, 'mib'), 2);
	assert.ok(Number.isNaN(expiryRatio({ taken: { bare: [], action: [run(1, 1)] } }, 'ms')));
});

test('the table has a row for each network, with the peak of the memory; the console has times', () => {
	const [head = '', , row = ''] = describeExpiry([FIGURES]);
	assert.match(head, /^\| Network \| Bare script on node:https \| This action \| Peak of its memory \| Requests \|$/);
	assert.equal(row, '| no delay | 1.00 | 1.10 | 100 MiB | 700 |');
	assert.deepEqual(describeExpiryTimes([FIGURES]), [
		'a report, no delay: bare 100 ms and 50 MiB, action 130 ms and 100 MiB, 700 requests',
	]);
});
