// One leaf of JSON by its path, and what is said of a path that leads to none.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { pickLeaf, readJson } from '../../../src/render/json-leaves.js';

const TEXT =
	'{"a": {"b": ["x", {"c": 1.0}], "Secret-Key": true}, "d.e": "dots", "f": {"g": 1}, "f.g": 2, "h": 1, "h": 2, "i": [], "i": 3, "n": null, "e": {}, "l": [], "": {"": "blank"}}';

function messageOf(text: string, path: string): string {
	try {
		return `found ${pickLeaf(readJson(text), path).text}`;
	} catch (error) {
		assert.ok(error instanceof Error);
		assert.equal(error.cause, undefined);
		return error.message;
	}
}

describe('pickLeaf finds', () => {
	for (const [path, text] of [
		['a.b.0', 'x'],
		['a.b.1.c', '1.0'],
		['d.e', 'dots'],
		['n', ''],
		['.', 'blank'],
		['a.Secret-Key', 'true'],
	] as const) {
		it(`"${path}"`, () => assert.equal(messageOf(TEXT, path), `found ${text}`));
	}
});

describe('pickLeaf says how far a path leads, without a word of the value, for', () => {
	for (const [path, facts] of [
		['x', ['"x"', 'the whole value', 'an object']],
		['no.such', ['"no.such"', 'the whole value', 'an object', '"no"']],
		['a.such.x', ['"a.such.x"', '"a"', 'an object', '"such"']],
		['a.length', ['"a.length"', '"a"', 'an object', '"length"']],
		['toString', ['"toString"', 'the whole value', 'an object']],
		['A.b.0', ['"A.b.0"', 'the whole value', 'an object', '"A"', 'only in case']],
		['a.secret-key', ['"a.secret-key"', '"a"', 'an object', '"secret-key"', 'only in case']],
		['e.x', ['"e.x"', '"e"', 'an empty object', '"x"']],
		['a.b.2', ['"a.b.2"', '"a.b"', 'a list of 2', '"2"', 'from 0']],
		['a.b.00', ['"a.b.00"', '"a.b"', 'a list of 2', '"00"', 'from 0']],
		['l.0', ['"l.0"', '"l"', 'an empty list', '"0"', 'from 0']],
		['a.b.name', ['"a.b.name"', '"a.b"', 'a list of 2', '"name"', 'from 0']],
		['a.b.0.c', ['"a.b.0.c"', '"a.b.0"', 'a string']],
		['a.b.1.c.d', ['"a.b.1.c.d"', '"a.b.1.c"', 'a number']],
		['n.x', ['"n.x"', '"n"', 'null']],
		['a.Secret-Key.x', ['"a.Secret-Key.x"', '"a.Secret-Key"', 'a boolean']],
		['a', ['"a"', 'an object', 'one leaf']],
		['a.b', ['"a.b"', 'a list of 2', 'one leaf']],
		['a.b.1', ['"a.b.1"', 'an object', 'one leaf']],
		['e', ['"e"', 'an empty object', 'one leaf']],
		['l', ['"l"', 'an empty list', 'one leaf']],
		['f.g', ['"f.g"', 'more than one value']],
		['h', ['"h"', 'more than one value']],
		['i', ['"i"', 'more than one value']],
	] as const)
		it(`"${path}"`, () => {
			const message = messageOf(TEXT, path);
			for (const fact of facts) assert.ok(message.includes(fact), `${fact}: ${message}`);
		});

	it('a path that is long or hostile', () => {
		const message = messageOf('{}', `\u001b[2J\n::error::\u202e${'x'.repeat(100_000)}`);
		assert.match(message, /^the path "U\+001B\[2JU\+000A::error::U\+202Ex+\u2026" leads nowhere: /);
		assert.ok(message.length < 400);
	});

	it('any path into any value', () => {
		const secret = fc.stringMatching(/^Hunter[a-z0-9]{8,20}$/);
		const value = fc.dictionary(secret, fc.oneof(secret, fc.array(secret), fc.dictionary(secret, secret)));
		fc.assert(
			fc.property(value, fc.stringMatching(/^[a-z0-9.]{1,12}$/), (given, path) => {
				assert.doesNotMatch(messageOf(JSON.stringify(given), path), /Hunter/);
			}),
		);
	});
});
