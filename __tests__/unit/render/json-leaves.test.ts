// The leaves of JSON texts.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readJson } from '../../../src/render/json-leaves.js';

function leavesOf(text: string): readonly (readonly [path: string, kind: string, text: string])[] {
	return readJson(text).leaves.map(({ path, kind, text: leaf }) => [path.join('.'), kind, leaf]);
}

// The leaves once more, by JSON.parse.
function walk(value: unknown, path = ''): readonly (readonly [path: string, value: unknown])[] {
	if (typeof value !== 'object' || value === null) return [[path, value]];
	return Object.entries(value).flatMap(([key, inner]) => walk(inner, `${path}/${key}`));
}

describe('readJson', () => {
	it('finds the leaves with their paths, in their order', () => {
		assert.deepEqual(leavesOf('{"b": {"host": "h", "ports": [1, {"x": true}]}, "a": null, "c": false}'), [
			['b.host', 'string', 'h'],
			['b.ports.0', 'number', '1'],
			['b.ports.1.x', 'word', 'true'],
			['a', 'word', ''],
			['c', 'word', 'false'],
		]);
	});

	it('keeps numbers as they are spelled', () => {
		const numbers = ['1.0', '1e5', '12345678901234567890', '-0', '0.1000', '1E+2', '-1.5e-300', '1e999'];
		assert.deepEqual(
			leavesOf(`[${numbers.join(', ')}]`).map(([, , text]) => text),
			numbers,
		);
	});

	it('decodes strings and keys, and is not misled by what they hold', () => {
		assert.deepEqual(leavesOf(String.raw`{"a\u0062\"": "}],:{[ \\\"\n\ud83d\ude00\/", "": ""}`), [
			['ab"', 'string', '}],:{[ \\"\n😀/'],
			['', 'string', ''],
		]);
	});

	it('finds none in what is empty', () => {
		for (const text of ['{}', '[]', ' {"a": {}, "b": [[], {}]} ']) assert.deepEqual(leavesOf(text), []);
		assert.deepEqual(readJson('{"a": [{}]}').root, {
			kind: 'object',
			entries: [{ key: 'a', node: { kind: 'list', entries: [{ key: '0', node: { kind: 'object', entries: [] } }] } }],
		});
	});

	it('finds both of a key that occurs twice, and keys that mean something to JavaScript', () => {
		assert.deepEqual(leavesOf('{"a": 1, "a": "2", "__proto__": {"toString": 3}}'), [
			['a', 'number', '1'],
			['a', 'string', '2'],
			['__proto__.toString', 'number', '3'],
		]);
	});

	it('finds what JSON.parse finds, however the text is laid out', () => {
		const tree = fc.oneof(fc.array(fc.jsonValue({ maxDepth: 4 })), fc.dictionary(fc.string(), fc.jsonValue()));
		fc.assert(
			fc.property(tree, fc.constantFrom(undefined, 2, '\t', '\r\n'), (value, space) => {
				const text = JSON.stringify(value, null, space === '\r\n' ? undefined : space);
				const found = readJson(text).leaves.map(({ path, kind, text: leaf }) => [
					path.map((key) => `/${key}`).join(''),
					kind === 'string' ? leaf : (JSON.parse(leaf === '' ? 'null' : leaf) as unknown),
				]);
				assert.deepEqual(found, walk(JSON.parse(text)));
			}),
			{ numRuns: 500 },
		);
	});

	for (const text of [
		'',
		'hunter2',
		'"hunter2"',
		'12345',
		'null',
		'{"a": 1',
		'{"a": 1}}',
		"{'a': 1}",
		'{"a": 1,}',
		'\ufeff{}',
	]) {
		it(`refuses ${JSON.stringify(text)}`, () => {
			assert.throws(() => readJson(text), {
				code: 'VAULT_VALUE_UNUSABLE',
				subject: undefined,
				problem: 'the value is not a JSON object or list.',
			});
		});
	}

	it('does not say what the value is', () => {
		assert.throws(
			() => readJson('hunter2'),
			(error: Error) => !/hunter/.test(`${error.message}${error.stack}`) && error.cause === undefined,
		);
	});

	it('reads 64 levels and refuses more, be they ever so many', () => {
		assert.equal(readJson(`${'['.repeat(64)}"x"${']'.repeat(64)}`).leaves[0]?.path.length, 64);
		for (const depth of [65, 100_000]) {
			assert.throws(() => readJson('['.repeat(depth) + ']'.repeat(depth)), {
				problem: 'the value is JSON that is nested too deeply.',
				hint: 'Expected at most 64 levels.',
			});
		}
	});

	it('reads a long text in no time', () => {
		const text = JSON.stringify({ key: '\\"'.repeat(100_000), list: Array(20_000).fill(1) });
		assert.equal(readJson(text).leaves.length, 20_001);
	});
});
