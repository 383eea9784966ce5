// The bench's figures for token steps, from made-up runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeTimes, describeTokens, ratioOf } from '../../tools/bench/tokens.js';

const FIGURES = {
	network: { label: 'no delay' },
	requests: 3,
	tookMs: { bare: [100, 200, 100], action: [110, 180, 130] },
};

test('ratios are taken within a round, and the middle one counts', () => {
	assert.equal(ratioOf(FIGURES), 1.1);
	assert.ok(Number.isNaN(ratioOf({ tookMs: { bare: [], action: [1] } })));
});

test('the table has a row for each network, the console times as well', () => {
	const [head = '', , row = ''] = describeTokens([FIGURES]);
	assert.match(head, /^\| Network \| Bare script on node:https \| This action \| Requests \|$/);
	assert.equal(row, '| no delay | 1.00 | 1.10 | 3 |');
	assert.deepEqual(describeTimes([FIGURES]), ['two tokens, no delay: bare 100 ms, action 130 ms, ratio 1.10']);
});
