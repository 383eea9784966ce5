// What an expected refusal must look like.
import assert from 'node:assert/strict';
import { ActionError } from '../../src/errors.js';

/** Checks, for `assert.throws`, that an error is an expected one with this code, and what it says of the problem. */
export function refusal(code: string, problem: RegExp) {
	return (error: unknown): boolean => {
		assert.ok(error instanceof ActionError, String(error));
		assert.equal(error.code, code);
		assert.match(error.problem, problem);
		return true;
	};
}
