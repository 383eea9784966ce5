// Expected failures: how they read, and that one run reports all of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
	ActionError,
	ActionErrors,
	checkAll,
	checkEach,
	expectedErrors,
	failuresOf,
	settle,
} from '../../src/errors.js';

const WHOLE = {
	code: 'VAULT_THROTTLED',
	title: 'Key Vault',
	subject: 'secrets/db',
	problem: 'asks to wait (Throttled).',
	hint: 'Try again later.',
	requestId: 'request 1234',
	cause: 'the cause',
} as const;

function failing(problem: string): () => never {
	return () => {
		throw new ActionError({ code: 'LINE_INVALID', title: 'X', problem });
	};
}

test('a message says what failed, the code, what to do and which request, in this order', () => {
	const error = new ActionError(WHOLE);
	assert.equal(error.message, 'secrets/db: asks to wait (Throttled). Try again later. (request 1234)');
});

test('a message leaves out what is not known', () => {
	assert.equal(new ActionError({ code: 'LINE_INVALID', title: 'X', problem: 'it failed.' }).message, 'it failed.');
});

test('an error carries its parts, its cause and its own name', () => {
	const { name, code, title, subject, problem, hint, requestId, cause } = new ActionError(WHOLE);
	assert.equal(name, 'ActionError');
	assert.deepEqual({ code, title, subject, problem, hint, requestId, cause }, WHOLE);
});

test('an error without a cause has no property of that name', () => {
	assert.equal('cause' in new ActionError({ code: 'LINE_INVALID', title: 'X', problem: 'it failed.' }), false);
});

test('the same failure said of something else differs in its subject alone', () => {
	const { code, title, problem, hint, requestId, cause, message } = new ActionError(WHOLE).about('keys/k');
	assert.deepEqual({ code, title, problem, hint, requestId, cause, subject: WHOLE.subject }, WHOLE);
	assert.equal(message, 'keys/k: asks to wait (Throttled). Try again later. (request 1234)');
});

test('a failure with few parts gets no others when it is said of something else', () => {
	const { code, problem, ...rest } = new ActionError({ code: 'LINE_INVALID', title: 'T', problem: 'it failed.' }).about(
		'keys/k',
	);
	assert.deepEqual({ code, problem }, { code: 'LINE_INVALID', problem: 'it failed.' });
	assert.deepEqual(rest, {
		name: 'ActionError',
		aadsts: undefined,
		title: 'T',
		subject: 'keys/k',
		hint: undefined,
		requestId: undefined,
	});
});

test('the same failure with more advice differs in its hint alone', () => {
	const { code, title, subject, problem, hint, requestId, cause } = new ActionError(WHOLE).advising('Or call.');
	const expected = { ...WHOLE, hint: 'Try again later. Or call.' };
	assert.deepEqual({ code, title, subject, problem, hint, requestId, cause }, expected);
	const few = new ActionError({ code: 'LINE_INVALID', title: 'T', problem: 'it failed.' }).advising('Call.');
	assert.deepEqual([few.subject, few.hint, few.message], [undefined, 'Call.', 'it failed. Call.']);
});

test('several errors read as one message, a line each', () => {
	const errors = ['one.', 'two.'].map((problem) => new ActionError({ code: 'LINE_INVALID', title: 'X', problem }));
	const error = new ActionErrors(errors);
	assert.equal(error.name, 'ActionErrors');
	assert.equal(error.message, 'one.\ntwo.');
	assert.deepEqual(error.errors, errors);
});

test('checks that pass give their results under their names', () => {
	assert.deepEqual(checkAll<{ a: number; b: undefined }>({ a: () => 1, b: () => undefined }), { a: 1, b: undefined });
});

test('every check is run and every failure reported, nested ones flat and in order', () => {
	const nested = () => checkEach(['b', 'c'], (problem) => failing(problem)());
	assert.throws(
		() =>
			checkAll<{ a: number; n: unknown; ok: number; d: number }>({
				a: failing('a'),
				n: nested,
				ok: () => 1,
				d: failing('d'),
			}),
		(error) => error instanceof ActionErrors && error.errors.map(({ problem }) => problem).join() === 'a,b,c,d',
	);
});

test('an error that was not expected is never collected: it comes through as it was thrown', () => {
	const defect = new TypeError('x is undefined');
	const check = () => {
		throw defect;
	};
	assert.throws(() => checkAll({ a: failing('a'), b: check }), defect);
	assert.throws(() => expectedErrors(defect), defect);
});

test('a failure is said of something else if it was said of that or of nothing, and of nothing but that', () => {
	const parts = { code: 'LINE_INVALID', title: 't', problem: 'p' } as const;
	const failures = new ActionErrors([
		new ActionError(parts),
		new ActionError({ ...parts, subject: 'secret A' }),
		new ActionError({ ...parts, subject: 'tenant-id' }),
	]);
	const subjects = (former?: string) => failuresOf('line 1', failures, former).errors.map(({ subject }) => subject);
	assert.deepEqual(subjects(), ['line 1', 'secret A', 'tenant-id']);
	assert.deepEqual(subjects('secret a'), [undefined, 'line 1', 'tenant-id']);
	const defect = new TypeError('x is undefined');
	assert.throws(() => failuresOf('line 1', defect), defect);
});

test('for any list of items, those that fail are all reported, and without one the results are those of a map', () => {
	fc.assert(
		fc.property(fc.array(fc.integer()), (numbers) => {
			const check = (n: number) => (n < 0 ? failing(`${n}`)() : n * 2);
			const negative = numbers.filter((n) => n < 0);
			try {
				const results = checkEach(numbers, check);
				assert.deepEqual(negative, []);
				assert.deepEqual(
					results,
					numbers.map((n) => n * 2),
				);
			} catch (error) {
				assert.deepEqual(
					expectedErrors(error).map(({ problem }) => Number(problem)),
					negative,
				);
			}
		}),
	);
});

test('the result of a promise is told where it is asked for, so that one failure hides no other', async () => {
	const came = await settle(Promise.resolve(1));
	const failed = await settle(Promise.reject(new ActionError({ code: 'LINE_INVALID', title: 'X', problem: 'late.' })));
	assert.equal(came(), 1);
	assert.throws(failed, { message: 'late.' });
	assert.throws(() => checkAll({ one: failed, two: failing('early.') }), { message: 'late.\nearly.' });
});
