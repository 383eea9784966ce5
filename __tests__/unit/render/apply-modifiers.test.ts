// base64 and json in the order of the line, with and without a file, and byte order marks on the way.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BINARY, masksOf, refusal, render, textsOf } from '../../support/secret-rendering.js';

const encode = (text: string | Buffer) => Buffer.from(text).toString('base64');

const MARK = '\ufeff';
const LEAF = 'hunter22-leaf';
const JSON_TEXT = JSON.stringify({ a: LEAF, b: encode(LEAF), c: encode(BINARY), d: `${MARK}${encode(LEAF)}` });

// [the value, its steps, the outputs, what the file holds]
const ROWS: readonly (readonly [string, readonly string[], Readonly<Record<string, string>>, (string | Buffer)?])[] = [
	[JSON_TEXT, ['json a', 'file'], { DB: LEAF }, LEAF],
	[JSON_TEXT, ['file', 'json a'], { DB: LEAF }, LEAF],
	[JSON_TEXT, ['json b', 'base64'], { DB: LEAF }],
	[JSON_TEXT, ['json b', 'base64', 'file'], { DB: LEAF }, LEAF],
	[JSON_TEXT, ['json b', 'file', 'base64'], { DB: LEAF }, LEAF],
	[JSON_TEXT, ['json c', 'base64', 'file'], {}, BINARY],
	[JSON_TEXT, ['json d', 'base64'], { DB: LEAF }],
	[encode(JSON_TEXT), ['base64', 'json a'], { DB: LEAF }],
	[encode(JSON_TEXT), ['base64', 'json a', 'file'], { DB: LEAF }, LEAF],
	[encode(JSON_TEXT), ['file', 'base64', 'json b'], { DB: encode(LEAF) }, encode(LEAF)],
	[encode('{"a": 1}'), ['base64', 'json'], { DB: '{"a": 1}', 'DB-a': '1' }],
	[`${MARK}{"a": "bbbb"}`, ['json a'], { DB: 'bbbb' }],
	[`${MARK}{"a": "bbbb"}`, ['json'], { DB: `${MARK}{"a": "bbbb"}`, 'DB-a': 'bbbb' }],
	[`${MARK} [1]`, ['json 0'], { DB: '1' }],
	[`${MARK}${encode(LEAF)}`, ['base64'], { DB: LEAF }],
	[encode(`${MARK}${LEAF}`), ['base64'], { DB: `${MARK}${LEAF}` }],
	[encode(`${MARK}{"a": 1}`), ['base64', 'json a'], { DB: '1' }],
	[`${MARK}${encode(`${MARK}{"a": 1}`)}`, ['base64', 'json a'], { DB: '1' }],
	[encode(`${MARK}${LEAF}`), ['base64', 'file'], { DB: `${MARK}${LEAF}` }, `${MARK}${LEAF}`],
	[JSON.stringify({ a: `${MARK}x123` }), ['json a'], { DB: `${MARK}x123` }],
];

describe('a value', () => {
	for (const [value, modifiers, outputs, file] of ROWS) {
		it(`${JSON.stringify(value).slice(0, 40)} | ${modifiers.join(' | ')}`, async () => {
			const rendered = await render(value, modifiers);
			assert.deepEqual(textsOf(rendered.outputs), outputs);
			assert.deepEqual(
				rendered.files.map(({ bytes }) => bytes.reveal()),
				file === undefined ? [] : [Buffer.from(file)],
			);
		});
	}

	it('that is a decoded leaf is masked, as it was and as it is', async () => {
		const masks = masksOf(await render(JSON_TEXT, ['json b', 'base64']));
		for (const text of [encode(LEAF), LEAF]) assert.ok(masks.includes(text), text);
	});
});

// [the value, its steps, what is said of it]
const REFUSED = [
	[JSON_TEXT, ['json a', 'base64'], /not base64/],
	[JSON_TEXT, ['json c', 'base64'], /not UTF-8/],
	[encode(JSON_TEXT), ['json b', 'base64'], /JSON.*\| base64 \| json PATH\.$/],
	[JSON_TEXT, ['base64', 'json b'], /not base64.*\| json PATH \| base64\.$/],
	[JSON_TEXT, ['base64'], /Remove \| base64/],
	[JSON_TEXT, ['json a', 'base64'], /Remove \| base64/],
	['no JSON', ['json b'], /Remove \| json/],
	[encode(BINARY), ['base64', 'json a', 'file'], /not UTF-8.*JSON/],
	[encode(BINARY), ['base64', 'json'], /not UTF-8/],
	[`${MARK}${MARK}{}`, ['json'], /JSON object or list/],
	[`x${MARK}{}`, ['json'], /JSON object or list/],
	[JSON_TEXT, ['json no.such', 'file'], /path "no\.such"/],
] as const;

describe('a value is refused by its line', () => {
	for (const [value, modifiers, expected] of REFUSED) {
		it(`${JSON.stringify(value).slice(0, 40)} | ${modifiers.join(' | ')}`, async () => {
			const message = await refusal(value, modifiers);
			assert.match(message, /^secrets line 1 \(secret db-config\): /);
			assert.match(message, expected);
		});
	}
});
