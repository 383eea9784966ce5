// The lines of the set action: their parts, where a value comes from, and what is told of a line that cannot be used.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MAX_VALUE_BYTES, parseSource, type SetInput, splitSetLine } from '../../../src/input/set-lines.js';
import { assertRefusal, type Mistake, testMistakes } from '../../support/mistakes.js';

function raw(text: string, input: SetInput = 'secrets') {
	return { input, number: 3, text };
}

function sourceOf(text: string, input?: SetInput) {
	return parseSource(splitSetLine(raw(text, input)));
}

describe('a line that writes', () => {
	it('has a name before "<", a source after it, and modifiers', () => {
		assert.deepEqual(splitSetLine(raw('db-password<env  DB_PASSWORD|type a | tag b=c < d')), {
			input: 'secrets',
			number: 3,
			name: 'db-password',
			source: 'env  DB_PASSWORD',
			modifiers: ['type a', 'tag b=c < d'],
		});
	});

	for (const [text, source] of [
		['a < env DB_PASSWORD', { kind: 'env', variable: 'DB_PASSWORD' }],
		['a < env db.password-1', { kind: 'env', variable: 'db.password-1' }],
		['a < file secrets/db password.txt', { kind: 'file', path: 'secrets/db password.txt' }],
		['a < file C:\\a\\b.pfx', { kind: 'file', path: 'C:\\a\\b.pfx' }],
		['a < generate 16', { kind: 'generate', length: 16 }],
		[`a < generate ${MAX_VALUE_BYTES}`, { kind: 'generate', length: MAX_VALUE_BYTES }],
	] as const) {
		it(`takes its value from what "${text.slice(4)}" says`, () => {
			assert.deepEqual(sourceOf(text), source);
		});
	}
});

/** Mistakes in a line. None of these errors may hold what stands after "<". */
const MISTAKES: readonly Mistake[] = [
	{ facts: ['"|"'], texts: ['| type a'] },
	{ facts: ['"<"'], texts: ['a', 'Zm9vYmFyYmF6cXV4'] },
	{ facts: ['"<"'], texts: ['a env VALUE'] },
	{ facts: ['"="', '"<"'], texts: ['a = env VALUE'] },
	{ facts: ['":"'], texts: ['a: env VALUE'] },
	{ facts: ['"<-"'], texts: ['a <- env VALUE'] },
	{ facts: ['"<<"'], texts: ['a << env VALUE'] },
	{ facts: ['"<="'], texts: ['a <= env VALUE'] },
	{ facts: ['"=>"'], texts: ['a => env VALUE'] },
	{ facts: ['">"'], texts: ['env VALUE > a'] },
	{ facts: ['"="', '"<"'], texts: ['OUT = a < env VALUE'] },
	{ facts: ['"="', '"<"'], texts: ['a = < env VALUE'] },
	{ facts: ['":"', '"<"'], texts: ['a: < env VALUE'] },
	{ facts: ['"<"'], texts: ['< env VALUE'] },
	{ facts: ['"<"'], texts: ['a <'] },
	{ facts: ['"<"'], texts: ['a < VALUE', 'a < "VALUE"', 'a < environment VALUE', 'a < -----BEGIN PRIVATE KEY-----'] },
	{ facts: ['"<"', 'not expanded', 'env VARIABLE'], texts: ['a < $VALUE', 'a < $env:VALUE', 'a < %VALUE%'] },
	{ facts: ['"<"', 'reference'], texts: ['a < op://vault/item'] },
	{ facts: [], texts: ['a < $' + '{{ secrets.VALUE }}'] },
	{ facts: ['lower case'], texts: ['a < ENV VALUE', 'a < Generate 32'] },
	{ facts: ['blank', 'env'], texts: ['a < env:VALUE', 'a < env.VALUE'] },
	{ facts: ['blank', 'file'], texts: ['a < file=VALUE'] },
	{ facts: ['env'], texts: ['a < env'] },
	{ facts: ['env'], texts: ['a < env $VALUE'] },
	{ facts: ['env'], texts: ['a < env VALUE OTHER'] },
	{ facts: ['file'], texts: ['a < file'] },
	{ facts: ['file', 'quotes'], texts: ['a < file "VALUE"'] },
	{ facts: ['generate'], texts: ['a < generate'] },
	{ facts: ['generate'], texts: ['a < generate VALUE'] },
	{ facts: ['generate', '16'], texts: ['a < generate 15'] },
	{ facts: ['25600 bytes'], texts: ['a < generate 25601'] },
];

const REFUSAL = { code: 'LINE_INVALID', secret: /(?<!KEY=)VALUE(?! )|Zm9v/ } as const;

// Promise: P12
describe('a line that cannot be used is told what is wrong with it, and not repeated', () => {
	testMistakes(MISTAKES, (text) => sourceOf(text), { ...REFUSAL, subject: 'secrets line 3' });

	it('a certificate that is to be generated', () => {
		assertRefusal(() => sourceOf('a < generate 32', 'certificates'), ['certificate'], {
			...REFUSAL,
			subject: 'certificates line 3',
		});
	});
});

describe('a line with a value', () => {
	it('is told where values belong, and to replace it', () => {
		assert.throws(() => sourceOf('a < hunter2'), {
			message: /Set it in the env of this step.*NAME < env DB_PASSWORD.*replace it/,
		});
	});
});
