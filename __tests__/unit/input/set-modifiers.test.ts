// The modifiers of lines that write, and what is told of those that cannot be used.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type SetInput, splitSetLine } from '../../../src/input/set-lines.js';
import { checkSource, parseSetModifiers } from '../../../src/input/set-modifiers.js';
import { type Mistake, testMistakes } from '../../support/mistakes.js';

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

/** Mistakes in modifiers. None of these errors may hold the word SECRET. */
const OF_SECRETS: readonly Mistake[] = [
	{ facts: ['"|"', 'expires, type, tag, base64, output'], texts: [''] },
	{ facts: ['expires'], texts: ['SECRET'] },
	{ facts: ['2'], texts: ['output | SECRET'] },
	{ facts: ['comment'], texts: ['# SECRET', 'output // SECRET'] },
	{ facts: ['lower case', '| expires DAYS'], texts: ['Expires 90'] },
	{ facts: ['not-exportable', 'certificates'], texts: ['not-exportable'] },
	{ facts: ['json', 'fetch'], texts: ['json SECRET'] },
	{ facts: ['expires', 'blank', '| expires DAYS'], texts: ['expires=90'] },
	{ facts: ['| expires DAYS'], texts: ['expiry 90', 'expirs 90'] },
	{ facts: ['| type TEXT'], texts: ['content-type SECRET'] },
	{ facts: ['expires', '1 to 36500'], texts: ['expires', 'expires 0', 'expires 36501', 'expires 1.5'] },
	{ facts: ['type'], texts: ['type'] },
	{ facts: ['type', '255'], texts: [`type ${'t'.repeat(256)}`] },
	{ facts: ['tag', 'key and a value'], texts: ['tag', 'tag SECRET'] },
	{ facts: ['tag', '512'], texts: [`tag a=${'v'.repeat(513)}`] },
	{ facts: ['the same key'], texts: ['tag a=1 | tag a=2'] },
	{ facts: ['base64'], texts: ['base64 SECRET'] },
	{ facts: ['output'], texts: ['output | output'] },
];

const OF_CERTIFICATES: readonly Mistake[] = [
	{ facts: ['expires', 'secrets', 'tag, not-exportable'], texts: ['expires 90'] },
	{ facts: ['| not-exportable'], texts: ['non-exportable'] },
];

const REFUSAL = { code: 'LINE_INVALID', secret: /SECRET/ } as const;

describe('modifiers that cannot be used for a secret', () => {
	testMistakes(OF_SECRETS, (text) => parse(text), { ...REFUSAL, subject: 'secrets line 3' });
});

describe('modifiers that cannot be used for a certificate', () => {
	testMistakes(OF_CERTIFICATES, (text) => parse(text, 'certificates'), { ...REFUSAL, subject: 'certificates line 3' });
});

describe('modifiers that cannot be used', () => {
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
