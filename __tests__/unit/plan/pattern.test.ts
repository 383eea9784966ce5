// Patterns: which names they match, what may stand before "=", and where a match goes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Line, LinesInput } from '../../../src/input/line-grammar.js';
import {
	checkRenaming,
	describePattern,
	matchesPattern,
	type PatternLine,
	placeMatch,
} from '../../../src/plan/pattern.js';
import { certificateModifiers, keyModifiers, secretModifiers } from '../input/make-modifiers.js';

const VAULT_URL = 'https://contoso.vault.azure.net';

// [pattern, what it matches, what it does not]
const matches: readonly (readonly [string, readonly string[], readonly string[]])[] = [
	['*', ['a', 'team-a', '-'], []],
	['**', ['a', 'team-a', '-'], []],
	['team-*', ['team-', 'team-a', 'TEAM-A', 'team-a-team-'], ['team', 'a-team-a', 'tea-m']],
	['Team-*', ['team-a'], ['steam-a']],
	['*-key', ['-key', 'a-key', 'a-KEY', 'key-key'], ['key', 'a-keys']],
	['a*a', ['aa', 'aba', 'aaa'], ['a', 'ab', 'ba']],
	['a*b*', ['ab', 'axxb', 'abab', 'aabx'], ['a', 'ba', 'xab']],
	['*a*b*', ['ab', 'xaxbx', 'bab'], ['ba', 'b', 'a']],
	['a*b*c', ['abc', 'axbxc', 'abbc', 'abcbc'], ['ac', 'acb', 'abcx']],
	['*ab*ab*ab', ['ababab', 'xabxabxab'], ['abab', 'aabb', 'abab-ab-x']],
	['a*ba*ab', ['abaab', 'a-ba-ab'], ['abab', 'aab']],
];

describe('matchesPattern', () => {
	for (const [pattern, good, bad] of matches) {
		it(`${pattern} matches ${good.join(', ')} and not ${bad.join(', ') || 'nothing'}`, () => {
			assert.deepEqual(
				[...good, ...bad].filter((name) => matchesPattern(pattern, name)),
				good,
			);
		});
	}

	it('is what a regular expression would say, for any pattern and name', () => {
		const texts = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(texts('aB-**'), texts('aB-**'), texts('Ab-'), (before, after, name) => {
				const pattern = `${before}*${after}`;
				const expression = new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'i');
				assert.equal(matchesPattern(pattern, name), expression.test(name));
			}),
			{ numRuns: 5_000 },
		);
	});

	it('takes no time to speak of for a pattern that would have a regular expression go back and forth', () => {
		assert.equal(matchesPattern('*a'.repeat(63), `${'a'.repeat(126)}b`), false);
	});
});

function line(reference: string, output?: string, input: LinesInput = 'secrets'): Line {
	return { input, number: 3, output, reference, modifiers: [] };
}

const ONE_STAR =
	'one name cannot be the output of several objects. Write one star on each side, PREFIX_* = prefix-*, or leave "OUTPUT =" out.';
const FORM = 'Begin it with a letter or _, and go on with letters, digits, - and _.';
const FIRST = `the name of the output begins with a digit or a hyphen. ${FORM}`;

describe('checkRenaming', () => {
	for (const [output, pattern] of [
		[undefined, 'team-*'],
		[undefined, 'a*b*'],
		['TEAM_*', 'team-*'],
		['*_KEY', '*-key'],
		['*', 'team-*'],
		['_*', '*'],
		['a*b', 'b*a'],
	] as const) {
		it(`accepts ${output === undefined ? '' : `${output} = `}${pattern}`, () => {
			assert.doesNotThrow(() => checkRenaming(line(pattern, output), pattern));
		});
	}

	for (const [output, pattern, problem] of [
		['TEAM', 'team-*', ONE_STAR],
		['A_*', 'a*b*', ONE_STAR],
		['A_*_*', 'a*b*', ONE_STAR],
		['A_**', 'a-*', ONE_STAR],
		['A *', 'a-*', `the name of the output has a space in it. ${FORM}`],
		['1*', 'a-*', FIRST],
		['-*', 'a-*', FIRST],
		['ä*', 'a-*', `the name of the output has U+00E4 in it. ${FORM}`],
	] as const) {
		it(`refuses ${output} = ${pattern}`, () => {
			assert.throws(() => checkRenaming(line(pattern, output), pattern), {
				code: 'LINE_INVALID',
				message: `secrets line 3: ${problem}`,
			});
		});
	}
});

function patternLine(pattern: string, output?: string): PatternLine {
	const modifiers = secretModifiers();
	return {
		kind: 'pattern',
		line: line(pattern, output),
		vaultUrl: VAULT_URL,
		collection: 'secrets',
		pattern,
		modifiers,
	};
}

describe('describePattern', () => {
	it('says where the pattern stands', () => {
		assert.equal(describePattern(patternLine('team-*', 'TEAM_*')), 'secrets line 3 (team-*)');
	});
});

describe('placeMatch', () => {
	for (const [output, pattern, name, chosen] of [
		[undefined, 'team-*', 'Team-A', 'Team-A'],
		[undefined, '*', '1password', '_1password'],
		['DB_*', 'team-db-*', 'team-db-password', 'DB_password'],
		['DB_*', 'Team-DB-*', 'team-db-Password', 'DB_Password'],
		['*_KEY', '*-key', 'api-key', 'api_KEY'],
		['x*y', 'a*b', 'ab', 'xy'],
		['*', 'team-*', 'team-1st', '_1st'],
		['*', 'team-*', 'team--a', '_-a'],
	] as const) {
		it(`${output === undefined ? '' : `${output} = `}${pattern} puts ${name} into ${chosen}`, () => {
			const given = patternLine(pattern, output);
			const item = { vaultUrl: VAULT_URL, collection: 'secrets', name, version: undefined } as const;
			assert.deepEqual(placeMatch(given, name), {
				kind: 'secrets',
				line: given.line,
				output: chosen,
				item,
				modifiers: secretModifiers(),
				isMatch: true,
			});
		});
	}

	for (const [output, pattern, name, reserved] of [
		[undefined, '*', 'Secrets', 'secrets'],
		['*', 'my-*', 'my-expiring', 'expiring'],
	] as const) {
		it(`refuses the reserved output that ${name} would have`, () => {
			assert.throws(() => placeMatch(patternLine(pattern, output), name), {
				message: `secrets line 3: the output "${reserved}" is always set, so no line can set it. Give it a line of its own, which takes precedence over the pattern: OTHER_NAME = ${name}.`,
			});
		});
	}

	it('refuses the empty output of a match of nothing', () => {
		assert.throws(() => placeMatch(patternLine('team-*', '*'), 'team-'), {
			message: `secrets line 3: the name of the output is empty. ${FORM}`,
		});
	});

	it('keeps the steps but for the tags, which have been judged', () => {
		const tags = [{ key: 'env', value: 'prod' }];
		const withTags = { ...patternLine('team-*'), modifiers: secretModifiers({ tags, file: true }) };
		assert.deepEqual(placeMatch(withTags, 'team-a').modifiers, secretModifiers({ file: true }));
	});

	it('keeps the kind', () => {
		for (const modifiers of [certificateModifiers({ pem: true }), keyModifiers()]) {
			const collection = modifiers.kind;
			const given: PatternLine = { ...patternLine('*'), line: line('*', undefined, collection), collection, modifiers };
			const { item, modifiers: kept } = placeMatch(given, 'exo');
			assert.deepEqual([item.collection, kept], [collection, modifiers]);
		}
	});
});
