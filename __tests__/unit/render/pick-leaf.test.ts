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

const KEYS = 'Keys must match exactly';
const BELOW = 'Add keys or positions to the path, with a "." before each, until it leads to one leaf.';

describe('pickLeaf says how far a path leads, without a word of the value, for', () => {
	for (const [path, message] of [
		['x', `the path "x" leads nowhere: the whole value is an object without the key "x". ${KEYS}.`],
		['no.such', `the path "no.such" leads nowhere: the whole value is an object without the key "no". ${KEYS}.`],
		['a.such.x', `the path "a.such.x" leads nowhere: "a" is an object without the key "such". ${KEYS}.`],
		['a.length', `the path "a.length" leads nowhere: "a" is an object without the key "length". ${KEYS}.`],
		[
			'toString',
			`the path "toString" leads nowhere: the whole value is an object without the key "toString". ${KEYS}.`,
		],
		[
			'A.b.0',
			`the path "A.b.0" leads nowhere: the whole value is an object without the key "A". ${KEYS}, and one key there differs only in case.`,
		],
		[
			'a.secret-key',
			`the path "a.secret-key" leads nowhere: "a" is an object without the key "secret-key". ${KEYS}, and one key there differs only in case.`,
		],
		['e.x', `the path "e.x" leads nowhere: "e" is an empty object without the key "x". ${KEYS}.`],
		[
			'a.b.2',
			'the path "a.b.2" leads nowhere: "a.b" is a list of 2, which has no position "2". Positions in lists count from 0.',
		],
		[
			'a.b.00',
			'the path "a.b.00" leads nowhere: "a.b" is a list of 2, which has no position "00". Positions in lists count from 0.',
		],
		[
			'l.0',
			'the path "l.0" leads nowhere: "l" is an empty list, which has no position "0". Positions in lists count from 0.',
		],
		[
			'a.b.name',
			'the path "a.b.name" leads nowhere: "a.b" is a list of 2, which has no position "name". Positions in lists count from 0.',
		],
		['a.b.0.c', 'the path "a.b.0.c" leads nowhere: "a.b.0" is a string, and nothing is below it. End the path there.'],
		[
			'a.b.1.c.d',
			'the path "a.b.1.c.d" leads nowhere: "a.b.1.c" is a number, and nothing is below it. End the path there.',
		],
		['n.x', 'the path "n.x" leads nowhere: "n" is null, and nothing is below it. End the path there.'],
		[
			'a.Secret-Key.x',
			'the path "a.Secret-Key.x" leads nowhere: "a.Secret-Key" is a boolean, and nothing is below it. End the path there.',
		],
		['a', `the path "a" leads to an object, not to a leaf. ${BELOW}`],
		['a.b', `the path "a.b" leads to a list of 2, not to a leaf. ${BELOW}`],
		['a.b.1', `the path "a.b.1" leads to an object, not to a leaf. ${BELOW}`],
		['e', `the path "e" leads to an empty object, not to a leaf. ${BELOW}`],
		['l', `the path "l" leads to an empty list, not to a leaf. ${BELOW}`],
		['f.g', 'the path "f.g" leads to more than one value. A key occurs twice, or has dots: change the value.'],
		['h', 'the path "h" leads to more than one value. A key occurs twice, or has dots: change the value.'],
		['i', 'the path "i" leads to more than one value. A key occurs twice, or has dots: change the value.'],
	] as const) {
		it(`"${path}"`, () => assert.equal(messageOf(TEXT, path), message));
	}

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
