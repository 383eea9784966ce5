// Masks of secrets of several lines, case by case.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Masking, maskSecret } from '../../../src/masks/masks.js';
import { assertHidden, handedTo, handMasks, print } from '../../support/print-masked.js';

function reveal({ masks }: Masking): readonly string[] {
	return masks.map((mask) => mask.reveal());
}

function base64(text: string): string {
	return Buffer.from(text).toString('base64');
}

describe('a secret of several lines', () => {
	test('is masked whole if each line can be', () => {
		for (const value of ['first line\r\nsecond line', 'one two\n\n \nthree four\n']) {
			const masking = maskSecret(value);
			assert.equal(masking.weakness, undefined);
			assert.equal(reveal(masking)[0], value);
			assert.ok(reveal(masking).includes(base64(`${value}\n`)));
		}
	});

	test('is masked line by line if some cannot be, and so is each form of the whole', () => {
		const value = '{\n  "a": "b",\n  "c": 1\n}';
		const masking = maskSecret(value);
		assert.equal(masking.weakness, undefined);
		const texts = reveal(masking);
		assert.deepEqual(texts.slice(0, 2), ['"a": "b",', '"c": 1']);
		for (const form of [
			'{\\n  \\"a\\": \\"b\\",\\n  \\"c\\": 1\\n}',
			base64(value),
			base64(`${value}\n`),
			base64(value.slice(1)),
			base64(value.slice(2)),
			'%7B%0A%20%20%22a%22%3A%20%22b%22%2C%0A%20%20%22c%22%3A%201%0A%7D',
		])
			assert.ok(texts.includes(form), form);
		const log = handMasks(masking);
		assert.deepEqual(
			value.split('\n').map((one) => print(log, one)),
			['⟦{⟧', '⟦  ***⟧', '⟦  ***⟧', '⟦}⟧'],
		);
	});

	test('has its URL form escaped as the runner does it', () => {
		assert.ok(reveal(maskSecret("{\nhunter!'()*~")).includes('%7B%0Ahunter%21%27%28%29%2A~'));
	});

	// Promise: P7
	test('has no line masked that is short, punctuation or armor', () => {
		const handed = handedTo(handMasks(maskSecret('-----BEGIN X-----\nabcd\n  abc  \n()[]{}\n],\n-----END X-----\n')));
		for (const line of ['-----BEGIN X-----', 'abc', '()[]{}', '],', '-----END X-----'])
			assert.ok(!handed.includes(line));
		assert.ok(handed.includes('abcd'));
	});

	test('has a line masked that only looks like armor', () => {
		for (const one of ['-----BEGIN of the end', 'x-----BEGIN X-----', '-----BEGIN X-----x']) {
			assert.ok(reveal(maskSecret(`${one}\n{`)).includes(one), one);
		}
	});

	test('has Unicode white space around its lines trimmed, but not a byte order mark', () => {
		const texts = reveal(maskSecret('\u00a0\u2003abcd\u0085\n\ufeffabc\n{'));
		assert.ok(texts.includes('abcd'));
		assert.ok(texts.includes('\ufeffabc'));
	});

	test('of which no line can be masked is weak; forms of the whole are hidden all the same', () => {
		for (const value of ['ab\ncd\nef\ngh', 'abc\r\n{}[]\r\n']) {
			const masking = maskSecret(value);
			assert.deepEqual(masking.weakness, { kind: 'none' });
			assert.ok(reveal(masking).includes(base64(value)));
		}
	});

	test('that is structure alone has no mask at all', () => {
		for (const value of ['{\n}\n', 'true\nfalse\n8080\nmain\n', 'users:\n- name:\n[default]\nPASSWORD=\n']) {
			assert.deepEqual(maskSecret(value), { masks: [], weakness: { kind: 'none' } });
		}
	});

	test('is hidden in the JSON of .NET, which escapes more than JavaScript', () => {
		assertHidden(handMasks(maskSecret('one\u2028two\n{')), 'one\\u2028two\\n{', 'JSON');
		assertHidden(handMasks(maskSecret('one\u0085two\n{')), 'one\\u0085two\\n{', 'JSON');
	});

	test('has the line of a shell hidden, but never handed over in one piece', () => {
		const texts = reveal(maskSecret("{\nit's a secret\n}"));
		assert.ok(texts.includes("it'\\''s a secret"));
		assert.ok(!texts.some((text) => text.includes('\n')));
	});
});
