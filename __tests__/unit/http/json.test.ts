// JSON from a server is believed only as far as it was checked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { asObject, asText, parseJsonObject } from '../../../src/http/json.js';

test('a JSON object is read', () => {
	assert.deepEqual(parseJsonObject('{"value":"x","list":[1]}'), { value: 'x', list: [1] });
});

for (const text of ['', '<html></html>', '{"value":"half', '[1]', 'null', '"text"', '1', 'true', '{"a":1}{"b":2}']) {
	test(`no object is read from ${JSON.stringify(text)}`, () => {
		assert.equal(parseJsonObject(text), undefined);
	});
}

test('no text makes reading throw', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
			const object = parseJsonObject(text);
			assert.ok(object === undefined || (typeof object === 'object' && !Array.isArray(object)));
		}),
	);
});

test('an object is neither null nor a list nor a plain value', () => {
	const object = { a: 1 };
	assert.equal(asObject(object), object);
	for (const value of [null, undefined, [], ['a'], 'text', 1, true]) assert.equal(asObject(value), undefined);
});

test('a text is taken if it is a string that the pattern matches', () => {
	assert.equal(asText('abc', /^[a-z]+$/), 'abc');
	for (const value of ['', 'ABC', 'a b', 7, null, undefined, ['abc'], { toString: () => 'abc' }]) {
		assert.equal(asText(value, /^[a-z]+$/), undefined);
	}
});
