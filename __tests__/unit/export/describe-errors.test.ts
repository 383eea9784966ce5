// Failures as annotations: one a cause.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionError, type ActionErrorParts } from '../../../src/errors.js';
import { describeErrors } from '../../../src/export/step-log.js';

function makeError(overrides: Partial<ActionErrorParts> = {}): ActionError {
	return new ActionError({
		code: 'VAULT_NOT_FOUND',
		title: 'Not found',
		subject: 'secret a',
		problem: 'it is not there.',
		...overrides,
	});
}

describe('describeErrors', () => {
	it('joins tokens that Entra refuses for one reason', () => {
		const errors = ['Token A', 'Token B'].map((subject) =>
			makeError({ code: 'ENTRA_AADSTS700027', aadsts: 700027, subject }),
		);
		assert.deepEqual(describeErrors(errors), [{ title: 'Not found', text: 'Token A, Token B: it is not there.' }]);
	});

	it('gives the whole message of a single error, under its title', () => {
		assert.deepEqual(describeErrors([makeError({ hint: 'Look there.', requestId: 'request ID 1' })]), [
			{ title: 'Not found', text: 'secret a: it is not there. Look there. (request ID 1)' },
		]);
	});

	it('lists what shares a cause in one annotation, each with its request ID', () => {
		const errors = [
			makeError({ hint: 'Look there.', requestId: 'request ID 1' }),
			makeError({ hint: 'Look there.', subject: 'secret b' }),
		];
		assert.deepEqual(describeErrors(errors), [
			{ title: 'Not found', text: 'secret a (request ID 1), secret b: it is not there. Look there.' },
		]);
	});

	it('needs no hint', () => {
		const errors = [makeError(), makeError({ subject: 'secret b' })];
		assert.deepEqual(describeErrors(errors), [{ title: 'Not found', text: 'secret a, secret b: it is not there.' }]);
	});

	it('keeps apart what differs in code, title, problem or hint, in the order of the first of each', () => {
		const errors = [
			makeError(),
			makeError({ code: 'LINE_INVALID' }),
			makeError({ title: 'Elsewhere' }),
			makeError({ problem: 'it is gone.' }),
			makeError({ hint: 'Look there.' }),
			makeError({ subject: 'secret z' }),
		];
		assert.deepEqual(
			describeErrors(errors).map(({ text }) => text),
			[
				'secret a, secret z: it is not there.',
				'secret a: it is not there.',
				'secret a: it is not there.',
				'secret a: it is gone.',
				'secret a: it is not there. Look there.',
			],
		);
	});

	it('names as many as fit and counts the rest, since a runner cuts long annotations', () => {
		const errors = Array.from({ length: 33 }, (_, index) => makeError({ subject: `${index}`.padStart(100, 's') }));
		const [only, ...others] = describeErrors(errors);
		assert.deepEqual(others, []);
		assert.match(only?.text ?? '', /^s+0, .*s28 and 4 more: it is not there\.$/);
		assert.doesNotMatch(only?.text ?? '', /s29/);
		assert.doesNotMatch(describeErrors(errors.slice(0, 29))[0]?.text ?? '', /more/);
	});

	it('stays below the length at which a runner cuts, with the longest names and request IDs', () => {
		const errors = Array.from({ length: 200 }, (_, index) =>
			makeError({
				subject: `private key of certificate ${'n'.repeat(124)}${index}/${'0'.repeat(32)}`,
				hint: 'h'.repeat(300),
				requestId: `request ID ${'0'.repeat(36)}`,
			}),
		);
		const [only] = describeErrors(errors);
		assert.ok((only?.text.length ?? Number.POSITIVE_INFINITY) <= 4096, `${only?.text.length} characters`);
	});

	it('says of each bad line by itself what is wrong with it, but not twice', () => {
		const line = (number: number) => makeError({ code: 'LINE_INVALID', subject: `secrets line ${number}` });
		assert.deepEqual(
			describeErrors([line(1), line(2), line(1)]).map(({ text }) => text),
			['secrets line 1: it is not there.', 'secrets line 2: it is not there.'],
		);
	});

	it('names what is the same only once', () => {
		assert.deepEqual(describeErrors([makeError(), makeError()]), [
			{ title: 'Not found', text: 'secret a: it is not there.' },
		]);
	});

	it('describes nothing for nothing', () => {
		assert.deepEqual(describeErrors([]), []);
	});
});
