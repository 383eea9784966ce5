// Lines as people write them who know other files, shells and products: each is told what is wrong with it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectedErrors } from '../../../src/errors.js';
import { readPlanInputs } from '../../../src/input/fetch-inputs.js';
import { makePlan } from '../../../src/plan/plan.js';
import { makeInputs } from '../../support/make-ports.js';
import { BAD_LINES } from './bad-lines.js';
import { FOREIGN_LINES } from './foreign-lines.js';

function messagesOf(secrets: string): readonly string[] {
	try {
		makePlan(readPlanInputs(makeInputs({ keyvault: 'contoso', secrets })));
	} catch (error) {
		return expectedErrors(error).map(({ message }) => message);
	}
	return [];
}

const ALL = [...BAD_LINES, ...FOREIGN_LINES];

describe('a bad line', () => {
	for (const [line, message] of ALL) {
		it(`${JSON.stringify(line)} is told: ${message}`, () => {
			assert.deepEqual(messagesOf(line), [`secrets line 1: ${message}`]);
		});
	}

	it('is told of no cause that would fit any other just as well', () => {
		assert.ok(ALL.length > 100);
		const counts = new Map<string, number>();
		for (const [, message] of ALL) counts.set(message, (counts.get(message) ?? 0) + 1);
		assert.ok(Math.max(...counts.values()) <= 12, 'one text for many different mistakes');
	});

	it('has nothing of it repeated, whatever value was pasted there', () => {
		const value = 'Hunter2Canary';
		for (const [line] of ALL) {
			for (const pasted of [
				`${line}${value}`,
				`${value}${line}`,
				`${line} ${value}`,
				line.replaceAll(/[a-z-]{4,}/g, value),
			])
				for (const message of messagesOf(pasted)) assert.doesNotMatch(message, /Hunter2|Canary/, pasted);
		}
	});

	it('of any length is judged at once, in few words', () => {
		const long = 100_000;
		for (const piece of [
			'a',
			' ',
			'\t',
			'=',
			':',
			';',
			'"',
			'#',
			'$',
			'/',
			'\\',
			'[',
			'.',
			'*',
			'<',
			'a=',
			'a:',
			'a ',
			'\u00a0',
			'https://',
			'%a',
		]) {
			const text = piece.repeat(long / piece.length);
			const start = performance.now();
			for (const line of [`x${text}!`, `${text}!`, `X = ${text}!`, `- ${text}`, `https://${text}!`])
				for (const message of messagesOf(line)) assert.ok(message.length < 400, message.slice(0, 400));
			// Where time grows with the square of the length, one of these takes seconds.
			assert.ok(performance.now() - start < 2_000, JSON.stringify(piece));
		}
	});

	it('cannot speak to the runner or the terminal', () => {
		for (const line of [
			'::add-mask::x',
			'::error::x',
			'\u001b[2Jx',
			'%0A::stop-commands::x',
			'##[error]x',
			'\u202ex',
			'\u0000x',
		])
			for (const message of messagesOf(line))
				assert.doesNotMatch(message, /::(?:add|error|stop)|\u001b|##\[|\u202e|\0|%0A/);
	});
});
