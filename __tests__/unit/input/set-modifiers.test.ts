// The modifiers of lines that write, and what is told of those that cannot be used.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type SetInput, splitSetLine } from '../../../src/input/set-lines.js';
import { checkSource, parseSetModifiers } from '../../../src/input/set-modifiers.js';

function parse(modifiers: string, input: SetInput = 'secrets') {
	return parseSetModifiers(splitSetLine({ input, number: 3, text: `a < file b | ${modifiers}` }));
}

const NONE = { kind: 'secrets', expiresDays: undefined, type: undefined, tags: [], base64: false, output: false };

describe('modifiers of a line that writes', () => {
	it('of a secret are its end, type and tags, and what becomes of its value', () => {
		assert.deepEqual(parse('expires 90 | type application/json; v=1 | tag a=b=c | tag d= | base64 | output'), {
			kind: 'secrets',
			expiresDays: 90,
			type: 'application/json; v=1',
			tags: [
				{ key: 'a', value: 'b=c' },
				{ key: 'd', value: '' },
			],
			base64: true,
			output: true,
		});
		assert.deepEqual(parseSetModifiers(splitSetLine({ input: 'secrets', number: 1, text: 'a < file b' })), NONE);
	});

	it('of a certificate are its tags, and whether its key can be had again', () => {
		assert.deepEqual(parse('tag a=b | not-exportable', 'certificates'), {
			kind: 'certificates',
			tags: [{ key: 'a', value: 'b' }],
			notExportable: true,
		});
	});

	it('may be as long as a vault takes them, and no longer', () => {
		const tags = (count: number) => Array.from({ length: count }, (_, at) => `tag t${at}=x`).join(' | ');
		assert.equal(parse(tags(15)).tags.length, 15);
		assert.equal(parse(`tag ${'k'.repeat(512)}=${'v'.repeat(512)}`).tags.length, 1);
		assert.doesNotThrow(() => parse(`type ${'t'.repeat(255)}`));
		assert.doesNotThrow(() => parse('expires 36500'));
		assert.throws(() => parse(tags(16)), { message: /a version holds at most 15 tags/ });
	});
});

/** Modifiers, and what is wrong with them. None of these errors may hold the word SECRET. */
const BAD: readonly (readonly [string, RegExp, SetInput?])[] = [
	['', /^nothing follows a "\|"\. Expected expires, type, tag, base64, output\.$/],
	['SECRET', /^the modifier does not exist\. Expected expires/],
	['output | SECRET', /^modifier 2 does not exist/],
	['# SECRET', /^a comment follows the line/],
	['output // SECRET', /^a comment follows the line/],
	['Expires 90', /^a modifier is not in lower case\. Write \| expires DAYS/],
	['not-exportable', /^not-exportable is a modifier of certificates/],
	['expires 90', /^expires is a modifier of secrets\. Expected tag, not-exportable/, 'certificates'],
	['json SECRET', /^json is a modifier of lines that fetch/],
	['expires=90', /^the modifier expires has no blank after it\. Write \| expires DAYS/],
	['expiry 90', /^the modifier does not exist\. Did you mean \| expires DAYS\?/],
	['expirs 90', /Did you mean \| expires DAYS\?/],
	['content-type SECRET', /Did you mean \| type TEXT\?/],
	['non-exportable', /Did you mean \| not-exportable\?/, 'certificates'],
	['expires', /^expires takes a whole number of days from 1 to 36500/],
	['expires 0', /^expires takes a whole number/],
	['expires 36501', /^expires takes a whole number/],
	['expires 1.5', /^expires takes a whole number/],
	['type', /^no text follows type/],
	[`type ${'t'.repeat(256)}`, /^the text after type has over 255 characters/],
	['tag', /^the modifier tag needs a key and a value/],
	['tag SECRET', /^the modifier tag needs a key and a value/],
	[`tag a=${'v'.repeat(513)}`, /^the key or the value of a tag has over 512 characters/],
	['tag a=1 | tag a=2', /^two tags have one key/],
	['base64 SECRET', /^nothing may follow the modifier base64/],
	['output | output', /^the modifier output appears twice/],
];

describe('modifiers that cannot be used', () => {
	for (const [text, message, input] of BAD) {
		it(`are told what is wrong with them: ${text.slice(0, 40)}`, () => {
			assert.throws(
				() => parse(text, input),
				(error: Error) => {
					assert.match(error.message.replace(/^(?:secrets|certificates) line 3: /, ''), message);
					assert.ok(!error.message.includes('SECRET'));
					return true;
				},
			);
		});
	}

	it('are all reported', () => {
		assert.throws(
			() => parse('expires x | nothing | type'),
			(error: Error) => error.message.split('\n').length === 3,
		);
	});

	it('are those that do not go with the source of the value', () => {
		const check = (source: string, modifier: string, input: SetInput = 'secrets') => {
			const line = splitSetLine({ input, number: 3, text: `a < ${source} x | ${modifier}` });
			return () =>
				checkSource(line, parseSetModifiers(line), { kind: source, path: '', variable: '', length: 16 } as never);
		};
		for (const source of ['env', 'file']) {
			assert.throws(check(source, 'output'), { message: /output goes only with generate/ });
		}
		for (const source of ['env', 'generate']) {
			assert.throws(check(source, 'base64'), { message: /base64 goes only with file/ });
		}
		for (const [source, modifier] of [
			['generate', 'output'],
			['file', 'base64'],
			['env', 'type x'],
		] as const)
			assert.doesNotThrow(check(source, modifier));
		assert.doesNotThrow(check('env', 'tag a=b', 'certificates'));
	});
});
