// Lines as people write them who know other files, shells and products: each is told what is wrong with it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPlanInputs } from '../../../src/input/fetch-inputs.js';
import { makePlan } from '../../../src/plan/plan.js';
import { makeInputs } from '../../support/make-ports.js';
import { errorsOf, testMistakes } from '../../support/mistakes.js';
import { BAD_LINES } from './bad-lines.js';

const read = (secrets: string) => makePlan(readPlanInputs(makeInputs({ keyvault: 'contoso', secrets })));

function messagesOf(secrets: string): readonly string[] {
	return errorsOf(() => read(secrets)).map(({ message }) => message);
}

const ALL = BAD_LINES.flatMap(({ texts }) => texts);

describe('a bad line', () => {
	testMistakes(BAD_LINES, read, { code: 'LINE_INVALID', subject: 'secrets line 1' });

	it('is told of no cause that would fit any other just as well', () => {
		assert.ok(ALL.length > 100);
		assert.ok(Math.max(...BAD_LINES.map(({ texts }) => texts.length)) <= 12, 'one text for many different mistakes');
	});

	it('has nothing of it repeated, whatever value was pasted there', () => {
		const value = 'Hunter2Canary';
		for (const line of ALL) {
			for (const pasted of [
				`${line}${value}`,
				`${value}${line}`,
				`${line} ${value}`,
				line.replaceAll(/[a-z-]{4,}/g, value),
			])
				for (const message of messagesOf(pasted)) assert.doesNotMatch(message, /Hunter2|Canary/, pasted);
		}
	});

	it('is judged at once, in few words, however long it is', () => {
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
