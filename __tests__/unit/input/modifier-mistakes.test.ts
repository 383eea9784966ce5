// Modifiers that cannot be used, as people write them, and what is said of each.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectedErrors } from '../../../src/errors.js';
import { LINES_INPUTS, type LinesInput, parseLine } from '../../../src/input/line-grammar.js';
import { type Modifiers, parseModifiers } from '../../../src/input/modifiers.js';
import { secretModifiers } from './make-modifiers.js';

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

const SECRETS = 'tag, json, base64, file, unmasked, attributes.';
const CERTIFICATES = 'tag, file, pem, store, public.';
const KEYS = 'tag.';

// [input, modifiers, what is said of them]
const refused: readonly (readonly [LinesInput, string, string])[] = [
	['secrets', '|', `nothing follows a "|". Expected ${SECRETS}`],
	['secrets', '| | json', `nothing follows a "|". Expected ${SECRETS}`],
	['secrets', '|| json', `nothing follows a "|". Expected ${SECRETS}`],
	['secrets', '| frobnicate', `the modifier does not exist. Expected ${SECRETS}`],
	['secrets', '| file | frobnicate', `modifier 2 does not exist. Expected ${SECRETS}`],
	['secrets', '| __proto__', `the modifier does not exist. Expected ${SECRETS}`],
	['keys', '| nonsense', `the modifier does not exist. Expected ${KEYS}`],
	...[
		['secrets', 'jsn', 'json'],
		['secrets', 'jsno', 'json'],
		['secrets', 'JSONS', 'json'],
		['secrets', 'base46', 'base64'],
		['secrets', 'bas64', 'base64'],
		['secrets', 'fiel', 'file'],
		['secrets', 'files', 'file'],
		['secrets', 'unmaskd', 'unmasked'],
		['secrets', 'attribute', 'attributes'],
		['secrets', 'tags env=prod', 'tag'],
		['certificates', 'sotre', 'store'],
		['certificates', 'publik', 'public'],
		['certificates', 'pme', 'pem'],
		['keys', 'tga a=b', 'tag'],
	].map(
		([input, text, near]) =>
			[input as LinesInput, `| ${text}`, `the modifier does not exist. Did you mean | ${near}?`] as const,
	),
	...(
		[
			['secrets', 'b64', 'Write | base64.'],
			['secrets', 'frombase64', 'Write | base64.'],
			['secrets', 'jq .password', 'Write | json PATH.'],
			['secrets', 'no-mask', 'Write | unmasked.'],
			['secrets', 'metadata', 'Write | attributes.'],
			['secrets', 'save /tmp/x', 'Write | file.'],
			['secrets', 'optional', 'Set the input ignore-missing instead.'],
			['secrets', 'export', 'Set the input export-env instead.'],
			['certificates', 'pfx', 'Leave it out: the output is a PFX already. | file writes one with a password.'],
			['certificates', 'private-key', 'Write | pem.'],
			['certificates', 'install', 'Write | store.'],
			['certificates', '3des', 'Write | file 3des.'],
		] as const
	).map(([input, text, hint]) => [input, `| ${text}`, `the modifier does not exist. ${hint}`] as const),
	[
		'secrets',
		'| DB_PASSWORD',
		'the modifier looks like the name of an output, which stands first. Write OUTPUT = NAME.',
	],
	['secrets', '| JSON', 'modifiers are written in lower case. Write | json.'],
	['secrets', '| Tag a=b', 'modifiers are written in lower case. Write | tag.'],
	['secrets', '| pem', `pem is a modifier for certificates. secrets take ${SECRETS}`],
	['secrets', '| Store', `store is a modifier for certificates. secrets take ${SECRETS}`],
	['certificates', '| json', `json is a modifier for secrets. certificates take ${CERTIFICATES}`],
	['certificates', '| attributes', `attributes is a modifier for secrets. certificates take ${CERTIFICATES}`],
	['keys', '| file', `file is a modifier for secrets and certificates. keys take ${KEYS}`],
	...(
		[
			['json:password', ':', '| json PATH'],
			['json=password', '=', '| json PATH'],
			['json(password)', '(', '| json PATH'],
			['json.password', '.', '| json PATH'],
			['tag:env=prod', ':', '| tag KEY=VALUE'],
			['file;', ';', '| file'],
			['base64()', '(', '| base64'],
			['unmasked=true', '=', '| unmasked'],
		] as const
	).map(
		([text, char, form]) =>
			[
				'secrets',
				`| ${text}`,
				`the modifier ${/^[a-z]+(?:64)?/.exec(text)?.[0]} has "${char}" right after it. Write ${form}.`,
			] as const,
	),
	['secrets', '| file\u200b', 'the modifier file has another character right after it. Write | file.'],
	...['| file # for kubectl', '| json a.b # for kubectl', '| base64 // so', '| # so', '| file | #so'].map(
		(text) =>
			[
				'secrets',
				text,
				'a comment follows the line. Move it to a line of its own: "#" begins a comment only at the start of a line.',
			] as const,
	),
	...['base64', 'unmasked', 'attributes'].map(
		(name) => ['secrets', `| ${name} x`, `the modifier ${name} takes no argument. Write | ${name}.`] as const,
	),
	[
		'secrets',
		'| file /tmp/x',
		'file takes no name or path. Write | file: the output NAME-path says where the file is.',
	],
	...['pem', 'store', 'public'].map(
		(name) => ['certificates', `| ${name} x`, `the modifier ${name} takes no argument. Write | ${name}.`] as const,
	),
	['certificates', '| file aes', 'file takes 3des or nothing. Write | file, or | file 3des.'],
	['certificates', '| file 3DES', 'file takes 3des or nothing. Write | file, or | file 3des.'],
	...LINES_INPUTS.flatMap((input) =>
		['| tag', '| tag env', '| tag =prod', '| tag = '].map(
			(text) => [input, text, 'the modifier tag needs a key and a value. Write | tag KEY=VALUE.'] as const,
		),
	),
	...(
		[
			['.', 'begins with a "."'],
			['.a', 'begins with a "."'],
			['a.', 'has an empty part'],
			['a..b', 'has an empty part'],
			['users[0].name', 'has brackets'],
			['users[*].name', 'has brackets'],
			['users.[0]', 'has brackets'],
			['["password"]', 'has brackets'],
			["a['b c']", 'has brackets'],
			['$.password', 'begins with "$"'],
			['$', 'begins with "$"'],
			['"password"', 'is in quotes'],
			["'a.b'", 'is in quotes'],
		] as const
	).map(
		([path, problem]) =>
			[
				'secrets',
				`| json ${path}`,
				`the path after json ${problem}. Write | json first.second, with a "." between keys and positions, e.g. users.0.name.`,
			] as const,
	),
];

describe('parseModifiers refuses', () => {
	for (const [input, text, problem] of refused) {
		it(`"${text}" under ${input}: ${problem}`, () => {
			assert.deepEqual(messagesOf(input, text), [`${input} line 3: ${problem}`]);
		});
	}

	it('a key that means something to JSON Path elsewhere, but not one that merely has such a character', () => {
		for (const path of ['a$b', '$ref', 'a[b', 'it"s', 'C#', 'a#b', 'x]'])
			assert.deepEqual(parse('secrets', `| json ${path}`), secretModifiers({ json: { path } }));
	});

	it('a text of any length without repeating it, and in no time', () => {
		const hostile = `\u001b[2J::add-mask::Hunter2-${'x'.repeat(100_000)}`;
		for (const text of [hostile, `json[${hostile}`, `file ${hostile}`, `JSON${hostile}`, `${'j'.repeat(100_000)}`])
			for (const message of messagesOf('secrets', `| ${text}`)) {
				assert.ok(message.length < 300, message.slice(0, 300));
				assert.doesNotMatch(message, /Hunter2|jjjj|\u001b|::/);
			}
	});

	it('an input that is none', () => {
		const line = { input: 'unheard of' as never, number: 1, output: undefined, reference: 'one', modifiers: [] };
		assert.throws(
			() => parseModifiers(line),
			(error) => error === 'unheard of',
		);
	});

	it('every modifier that is wrong, in one go', () => {
		assert.deepEqual(messagesOf('secrets', '| JSON | tag env | file x | base64'), [
			'secrets line 3: modifiers are written in lower case. Write | json.',
			'secrets line 3: the modifier tag needs a key and a value. Write | tag KEY=VALUE.',
			'secrets line 3: file takes no name or path. Write | file: the output NAME-path says where the file is.',
		]);
	});
});
