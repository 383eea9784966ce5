// Which modifiers go together, and in which order: every pair and triple of them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectedErrors } from '../../../src/errors.js';
import { type LinesInput, parseLine } from '../../../src/input/line-grammar.js';
import { type Modifiers, parseModifiers } from '../../../src/input/modifiers.js';

function parse(input: LinesInput, text: string): Modifiers {
	return parseModifiers(parseLine({ input, number: 3, text: `one ${text}` }));
}

function messagesOf(input: LinesInput, text: string): readonly string[] {
	try {
		parse(input, text);
	} catch (error) {
		const errors = expectedErrors(error);
		for (const { code, title } of errors) assert.deepEqual([code, title], ['LINE_INVALID', `Input ${input}`]);
		return errors.map(({ message }) => message);
	}
	return [];
}

// [input, modifiers, what is said of them]
const refused: readonly (readonly [LinesInput, string, string])[] = [
	...['json', 'base64', 'file', 'unmasked', 'attributes'].map(
		(name) => ['secrets', `| ${name} | ${name}`, `the modifier ${name} appears twice. Write it once.`] as const,
	),
	...['file', 'pem', 'store', 'public'].map(
		(name) => ['certificates', `| ${name} | ${name}`, `the modifier ${name} appears twice. Write it once.`] as const,
	),
	['secrets', '| json a | base64 | json b', 'the modifier json appears twice. Write it once.'],
	['certificates', '| file | file 3des', 'the modifier file appears twice. Write it once.'],
	...['json', 'base64', 'file', 'unmasked'].map(
		(name) =>
			[
				'secrets',
				`| ${name} | attributes`,
				`${name} does not go with attributes, which reads no value. Write two lines: only tag goes with attributes.`,
			] as const,
	),
	...['file', 'pem', 'store'].map(
		(name) =>
			[
				'certificates',
				`| public | ${name}`,
				`${name} does not go with public, which reads no private key. Write two lines: only tag goes with public.`,
			] as const,
	),
	...['| file | json', '| json | file', '| base64 | json | file', '| json | base64 | file'].map(
		(text) =>
			[
				'secrets',
				text,
				'file does not go with json without a path, which gives several values. Write | json PATH | file for a file of one leaf, or two lines.',
			] as const,
	),
	[
		'secrets',
		'| json | base64',
		'base64 cannot follow json without a path, which gives several values. Write | base64 | json to decode the whole value first, or | json PATH | base64 to decode one leaf.',
	],
	[
		'certificates',
		'| pem | file 3des',
		'file 3des does not go with pem, because a PEM file is not encrypted. Write | pem | file, or | file 3des.',
	],
];

describe('modifiers that do not go together', () => {
	for (const [input, text, problem] of refused) {
		it(`"${text}" under ${input}: ${problem}`, () => {
			assert.deepEqual(messagesOf(input, text), [`${input} line 3: ${problem}`]);
		});
	}
});

const SECRET_STEPS = ['tag a=b', 'json', 'json p', 'base64', 'file', 'unmasked', 'attributes'];
const CERTIFICATE_STEPS = ['tag a=b', 'file', 'file 3des', 'pem', 'store', 'public'];

/** The rules once more, said otherwise: which modifiers of a list may stand on one line. */
const RULES: Readonly<Record<string, (modifiers: readonly string[]) => boolean>> = {
	secrets: (modifiers) => {
		const named = modifiers
			.filter((modifier) => !modifier.startsWith('tag'))
			.map((modifier) => modifier.replace(' p', ''));
		if (new Set(named).size < named.length) return false;
		if (modifiers.includes('attributes')) return named.length === 1;
		if (!modifiers.includes('json')) return true;
		return !modifiers.includes('file') && !(modifiers.indexOf('base64') > modifiers.indexOf('json'));
	},
	certificates: (modifiers) => {
		const named = modifiers
			.filter((modifier) => !modifier.startsWith('tag'))
			.map((modifier) => modifier.replace(' 3des', ''));
		if (new Set(named).size < named.length) return false;
		if (modifiers.includes('public')) return named.length === 1;
		return !(modifiers.includes('pem') && modifiers.includes('file 3des'));
	},
};

function listsOf(modifiers: readonly string[], length: number): readonly (readonly string[])[] {
	if (length === 0) return [[]];
	return listsOf(modifiers, length - 1).flatMap((list) => modifiers.map((modifier) => [...list, modifier]));
}

describe('every list of up to four modifiers', () => {
	for (const [input, modifiers] of [
		['secrets', SECRET_STEPS],
		['certificates', CERTIFICATE_STEPS],
	] as const) {
		it(`under ${input} is taken or refused as the rules have it, with one error`, () => {
			let taken = 0;
			for (const list of [1, 2, 3, 4].flatMap((length) => listsOf(modifiers, length))) {
				const messages = messagesOf(input, list.map((modifier) => `| ${modifier}`).join(' '));
				const isGood = RULES[input]?.(list) ?? false;
				assert.equal(messages.length, isGood ? 0 : 1, `${list.join(' | ')}: ${messages.join()}`);
				if (isGood) taken += 1;
			}
			assert.ok(taken > 100, `${taken} of the lists are good`);
		});
	}

	it('means the same in any order, except for base64 and json', () => {
		for (const list of [2, 3, 4].flatMap((length) => listsOf(SECRET_STEPS, length))) {
			if (!RULES['secrets']?.(list)) continue;
			const write = (some: readonly string[]) => parse('secrets', some.map((modifier) => `| ${modifier}`).join(' '));
			const isDecoding = (modifier: string) => modifier === 'base64' || modifier.startsWith('json');
			const sorted = [...list.filter(isDecoding), ...list.filter((modifier) => !isDecoding(modifier)).sort()];
			assert.deepEqual(write(list), write(sorted), list.join(' | '));
		}
	});
});
