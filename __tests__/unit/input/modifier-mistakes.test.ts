// Modifiers that cannot be used, as people write them, and what is said of each.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LINES_INPUTS, type LinesInput, parseLine } from '../../../src/input/line-grammar.js';
import { type Modifiers, parseModifiers } from '../../../src/input/modifiers.js';
import { assertRefusal, errorsOf } from '../../support/mistakes.js';
import { secretModifiers } from './make-modifiers.js';

function parse(input: LinesInput, text: string): Modifiers {
	return parseModifiers(parseLine({ input, number: 3, text: `one ${text}` }));
}

function assertRefused(input: LinesInput, text: string, facts: readonly string[]): void {
	assertRefusal(() => parse(input, text), facts, { code: 'LINE_INVALID', subject: `${input} line 3` });
}

const SECRETS = 'tag, json, base64, file, unmasked, attributes';
const CERTIFICATES = 'tag, file, pem, store, public';
const KEYS = 'tag';

/** [input, modifiers, what must be said of them beside the words] */
const refused: readonly (readonly [LinesInput, string, readonly string[]])[] = [
	...['|', '| | json', '|| json'].map((text) => ['secrets', text, ['"|"', SECRETS]] as const),
	['secrets', '| frobnicate', [SECRETS]],
	['secrets', '| file | frobnicate', ['2', SECRETS]],
	['secrets', '| __proto__', [SECRETS]],
	['keys', '| nonsense', [KEYS]],
	...(
		[
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
			['secrets', 'b64', 'base64'],
			['secrets', 'frombase64', 'base64'],
			['secrets', 'jq .password', 'json PATH'],
			['secrets', 'no-mask', 'unmasked'],
			['secrets', 'metadata', 'attributes'],
			['secrets', 'save /tmp/x', 'file'],
			['certificates', 'pfx', 'file'],
			['certificates', 'private-key', 'pem'],
			['certificates', 'install', 'store'],
			['certificates', '3des', 'file 3des'],
			['secrets', 'JSON', 'json'],
			['secrets', 'Tag a=b', 'tag'],
		] as const
	).map(([input, text, meant]) => [input, `| ${text}`, [`| ${meant}`]] as const),
	['secrets', '| optional', ['ignore-missing']],
	['secrets', '| export', ['export-env']],
	['secrets', '| DB_PASSWORD', ['OUTPUT = NAME']],
	['secrets', '| pem', ['pem', 'certificates', SECRETS]],
	['secrets', '| Store', ['store', 'certificates', SECRETS]],
	['certificates', '| json', ['json', 'secrets', CERTIFICATES]],
	['certificates', '| attributes', ['attributes', 'secrets', CERTIFICATES]],
	['keys', '| file', ['file', 'secrets and certificates', KEYS]],
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
	).map(([text, char, form]) => ['secrets', `| ${text}`, [`"${char}"`, form]] as const),
	['secrets', '| file\u200b', ['| file']],
	...['| file # for kubectl', '| json a.b # for kubectl', '| base64 // so', '| # so', '| file | #so'].map(
		(text) => ['secrets', text, ['comment', '"#"']] as const,
	),
	...['base64', 'unmasked', 'attributes'].map((name) => ['secrets', `| ${name} x`, [name, `| ${name}`]] as const),
	['secrets', '| file /tmp/x', ['| file', 'NAME-path']],
	...['pem', 'store', 'public'].map((name) => ['certificates', `| ${name} x`, [name, `| ${name}`]] as const),
	...['| file aes', '| file 3DES'].map((text) => ['certificates', text, ['| file', '| file 3des']] as const),
	...LINES_INPUTS.flatMap((input) =>
		['| tag', '| tag env', '| tag =prod', '| tag = '].map((text) => [input, text, ['| tag KEY=VALUE']] as const),
	),
	...(
		[
			['.', '"."'],
			['.a', '"."'],
			['a.', 'empty part'],
			['a..b', 'empty part'],
			['users[0].name', 'brackets'],
			['users[*].name', 'brackets'],
			['users.[0]', 'brackets'],
			['["password"]', 'brackets'],
			["a['b c']", 'brackets'],
			['$.password', '"$"'],
			['$', '"$"'],
			['"password"', 'quotes'],
			["'a.b'", 'quotes'],
		] as const
	).map(([path, part]) => ['secrets', `| json ${path}`, [part, '| json first.second', 'users.0.name']] as const),
];

describe('parseModifiers refuses', () => {
	for (const [input, text, facts] of refused)
		it(`"${text}" under ${input}, with ${facts.join(', ')}`, () => assertRefused(input, text, facts));

	it('a key that means something to JSON Path elsewhere, but not one that merely has such a character', () => {
		for (const path of ['a$b', '$ref', 'a[b', 'it"s', 'C#', 'a#b', 'x]'])
			assert.deepEqual(parse('secrets', `| json ${path}`), secretModifiers({ json: { path } }));
	});

	it('a text of any length without repeating it, and in no time', () => {
		const hostile = `\u001b[2J::add-mask::Hunter2-${'x'.repeat(100_000)}`;
		for (const text of [hostile, `json[${hostile}`, `file ${hostile}`, `JSON${hostile}`, `${'j'.repeat(100_000)}`])
			for (const { message } of errorsOf(() => parse('secrets', `| ${text}`))) {
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
		const errors = errorsOf(() => parse('secrets', '| JSON | tag env | file x | base64'));
		const alone = ['| JSON', '| tag env', '| file x'].flatMap((text) => errorsOf(() => parse('secrets', text)));
		assert.equal(alone.length, 3);
		assert.deepEqual(
			errors.map(({ message }) => message),
			alone.map(({ message }) => message),
		);
	});
});
