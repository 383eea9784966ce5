// The lines of the set action: their parts, where a value comes from, and what is told of a line that cannot be used.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MAX_VALUE_BYTES, parseSource, type SetInput, splitSetLine } from '../../../src/input/set-lines.js';

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

/** A line, and what is wrong with it. None of these errors may hold what stands after "<". */
const BAD: readonly (readonly [string, RegExp, SetInput?])[] = [
	['| type a', /^nothing stands before "\|"/],
	['a', /^the line has no "<"/],
	['Zm9vYmFyYmF6cXV4', /^the line has no "<"/],
	['a env VALUE', /^no "<" stands between/],
	['a = env VALUE', /^"=" stands where "<" belongs/],
	['a: env VALUE', /^":" stands where/],
	['a <- env VALUE', /^"<-" stands where/],
	['a << env VALUE', /^"<<" stands where/],
	['a <= env VALUE', /^"<=" stands where/],
	['a => env VALUE', /^"=>" stands where/],
	['env VALUE > a', /^">" stands where/],
	['OUT = a < env VALUE', /^a "=" stands before "<"/],
	['a = < env VALUE', /^"=" stands before "<"/],
	['a: < env VALUE', /^":" stands before "<"/],
	['< env VALUE', /^no name stands before "<"/],
	['a <', /^nothing stands after "<"/],
	['a < VALUE', /^what follows "<" is none of the sources/],
	['a < "VALUE"', /^what follows "<" is none of the sources/],
	['a < environment VALUE', /^what follows "<" is none of the sources/],
	['a < -----BEGIN PRIVATE KEY-----', /^what follows "<" is none of the sources/],
	['a < $VALUE', /^what follows "<" is a reference/],
	['a < $' + '{{ secrets.VALUE }}', /^an expression was not evaluated/],
	['a < ENV VALUE', /^the source is not in lower case/],
	['a < Generate 32', /^the source is not in lower case/],
	['a < env:VALUE', /^no blank stands between env/],
	['a < env.VALUE', /^no blank stands between env/],
	['a < file=VALUE', /^no blank stands between file/],
	['a < env', /^no variable follows env/],
	['a < env $VALUE', /^the variable after env is written as a reference/],
	['a < env VALUE OTHER', /^what follows env is not the name/],
	['a < file', /^no path follows file/],
	['a < file "VALUE"', /^the path after file is in quotes/],
	['a < generate', /^no length follows generate/],
	['a < generate VALUE', /^what follows generate is not a whole number/],
	['a < generate 15', /^generate makes 16 characters or more/],
	['a < generate 25601', /^a vault holds at most 25600 bytes/],
	['a < generate 32', /^a certificate cannot be generated/, 'certificates'],
];

describe('a line that cannot be used', () => {
	for (const [text, problem, input = 'secrets'] of BAD) {
		// Promise: P12
		it(`is told what is wrong with it, and not repeated: ${text}`, () => {
			assert.throws(
				() => sourceOf(text, input),
				(error: Error & { code: string; problem: string }) => {
					assert.equal(error.code, 'LINE_INVALID');
					assert.match(error.problem, problem);
					assert.ok(error.message.startsWith(`${input} line 3: `));
					assert.ok(!/VALUE(?! )|Zm9v/.test(error.message.replaceAll('KEY=VALUE', '')), error.message);
					return true;
				},
			);
		});
	}

	it('with a value is told where values belong, and to replace it', () => {
		assert.throws(() => sourceOf('a < hunter2'), {
			message: /Set it in the env of this step.*NAME < env DB_PASSWORD.*replace it/,
		});
	});
});
