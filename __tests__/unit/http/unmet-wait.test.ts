// A wait that a service asks for and that a step has no time for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ActionError } from '../../../src/errors.js';
import { advisingWait } from '../../../src/http/send.js';
import { response } from '../../support/make-ports.js';

const ERROR = new ActionError({ code: 'STORE_FULL', title: 'a', problem: 'busy.', hint: 'Wait.' });

for (const [ms, text] of [
	[1, '1 seconds'],
	[90_000, '90 seconds'],
	[119_500, '2 minutes'],
	[3_600_000, '60 minutes'],
] as const) {
	test(`${ms} ms are said as ${text}`, () => {
		const error = advisingWait(ERROR, { ...response(429), unmetWaitMs: ms });
		assert.equal(error.hint, `Wait. The answer asks to wait ${text} (Retry-After), longer than this step may take.`);
	});
}

test('nothing is said of an answer that asks for nothing', () => {
	assert.equal(advisingWait(ERROR, response(429)), ERROR);
});
