// Masks of secrets, case by case.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Masking, maskSecret } from '../../../src/render/masks.js';
import { maskBinary } from '../../../src/render/masks-of-certificates.js';
import { assertHidden, handedTo, handMasks, MIN_LENGTH, print } from './print-masked.js';

function reveal({ masks }: Masking): readonly string[] {
	return masks.map((mask) => mask.reveal());
}

function base64(text: string): string {
	return Buffer.from(text).toString('base64');
}

describe('a secret of one line', () => {
	test('is masked whole, in base64url, base64 and base64 with a newline', () => {
		assert.deepEqual(maskSecret('hunter22').weakness, undefined);
		assert.deepEqual(reveal(maskSecret('hunter22')), ['hunter22', 'aHVudGVyMjI', 'aHVudGVyMjI=', 'aHVudGVyMjIK']);
	});

	test('is masked as JSON where that is another text', () => {
		assert.equal(reveal(maskSecret('pa"ss\\word'))[1], 'pa\\"ss\\\\word');
	});

	test('is masked whole however it looks', () => {
		for (const value of ['{}[]', '-----BEGIN CERTIFICATE-----', ' padded ', '::error::x', '100%0A']) {
			const masking = maskSecret(value);
			assert.equal(reveal(masking)[0], value);
			assert.equal(masking.weakness, undefined);
		}
	});

	test('of base64 longer than a line is masked as wrapped lines', () => {
		const value = 'a'.repeat(60);
		const form = base64(value);
		const withNewline = base64(`${value}\n`);
		assert.deepEqual(reveal(maskSecret(value)).slice(1), [
			form,
			withNewline,
			form.slice(0, 64),
			form.slice(64),
			form.slice(0, 76),
			form.slice(76),
			withNewline.slice(64),
			withNewline.slice(76),
		]);
	});

	test('of base64 of exactly a line is not wrapped', () => {
		const value = 'b'.repeat(48);
		assert.deepEqual(reveal(maskSecret(value)), [value, base64(value), base64(`${value}\n`), 'Cg==']);
	});

	test('of fewer than four characters is masked, and weak', () => {
		for (const value of ['abc', '{', ' a ', '\u00a0abc\u00a0', '123']) {
			const masking = maskSecret(value);
			assert.equal(reveal(masking)[0], value);
			assert.equal(masking.weakness, 'short');
		}
		assert.equal(maskSecret('abcd').weakness, undefined);
	});

	test('that is empty needs no mask, and one that is blank can have none', () => {
		assert.deepEqual(maskSecret(''), { masks: [], weakness: undefined });
		for (const blank of ['    ', '\u00a0', '\u2028']) {
			assert.deepEqual(maskSecret(blank), { masks: [], weakness: 'none' });
		}
	});

	test('with half a surrogate pair is masked as it is written: U+FFFD', () => {
		assert.equal(reveal(maskSecret('abc\ud800def'))[0], 'abc\ufffddef');
	});
});

describe('bytes that are no text', () => {
	test('are masked as a program shows them, and in base64 of either alphabet', () => {
		const bytes = Buffer.from([0xff, 0xfe, 0x61, 0x62]);
		const masking = maskBinary(bytes);
		assert.equal(masking.weakness, undefined);
		const texts = ['\ufffd\ufffdab', bytes.toString('base64'), bytes.toString('base64url')];
		for (const text of texts) assert.ok(reveal(masking).includes(text), text);
	});

	test('of fewer than four have no mask', () => {
		assert.deepEqual(maskBinary(Buffer.from([0xff, 0xfe, 0x61])), { masks: [], weakness: undefined });
	});
});

describe('a secret of several lines', () => {
	test('is masked whole where each line can be', () => {
		for (const value of ['hunter22\n', 'first line\r\nsecond line', 'one two\n\n \nthree four\n']) {
			const masking = maskSecret(value);
			assert.equal(masking.weakness, undefined);
			assert.deepEqual(reveal(masking).slice(0, 2), [value, JSON.stringify(value).slice(1, -1)]);
			assert.ok(reveal(masking).includes(base64(value)));
		}
	});

	test('is masked line by line where some cannot be, and so is each form of the whole', () => {
		const value = '{\n  "a": "b",\n  "c": 1\n}';
		const masking = maskSecret(value);
		assert.equal(masking.weakness, undefined);
		assert.deepEqual(reveal(masking), [
			'"a": "b",',
			'"c": 1',
			'{\\n  \\"a\\": \\"b\\",\\n  \\"c\\": 1\\n}',
			base64(value),
			base64(`${value}\n`),
			base64(value.slice(1)),
			base64(value.slice(2)),
			'%7B%0A%20%20%22a%22%3A%20%22b%22%2C%0A%20%20%22c%22%3A%201%0A%7D',
		]);
		const log = handMasks(masking);
		assert.deepEqual(
			value.split('\n').map((one) => print(log, one)),
			['⟦{⟧', '⟦  ***⟧', '⟦  ***⟧', '⟦}⟧'],
		);
	});

	test('has its URL form escaped as the runner does it', () => {
		assert.ok(reveal(maskSecret("{\n!'()*~")).includes('%7B%0A%21%27%28%29%2A~'));
	});

	test('has no line masked that is short, punctuation or armour', () => {
		const handed = handedTo(handMasks(maskSecret('-----BEGIN X-----\nabcd\n  abc  \n()[]{}\n],\n-----END X-----\n')));
		for (const line of ['-----BEGIN X-----', 'abc', '()[]{}', '],', '-----END X-----'])
			assert.ok(!handed.includes(line));
		assert.ok(handed.includes('abcd'));
	});

	test('has a line masked that only looks like armour', () => {
		for (const one of ['-----BEGIN of the end', 'x-----BEGIN X-----', '-----BEGIN X-----x']) {
			assert.ok(reveal(maskSecret(`${one}\n{`)).includes(one), one);
		}
	});

	test('has Unicode white space around its lines trimmed, but not a byte order mark', () => {
		const texts = reveal(maskSecret('\u00a0\u2003word\u0085\n\ufeffabc\n{'));
		assert.ok(texts.includes('word'));
		assert.ok(texts.includes('\ufeffabc'));
	});

	test('none of which can be masked is weak; forms of the whole are hidden all the same', () => {
		for (const value of ['{\n}\n', 'ab\ncd', 'abc\r\n{}[]\r\n']) {
			const masking = maskSecret(value);
			assert.equal(masking.weakness, 'none');
			assert.ok(reveal(masking).includes(base64(value)));
		}
	});

	test('all blank can have no mask', () => {
		for (const blank of ['\n', ' \r\n\t\n', '\r']) assert.deepEqual(maskSecret(blank), { masks: [], weakness: 'none' });
	});

	test('is hidden in the JSON of .NET, which escapes more than JavaScript', () => {
		assertHidden(handMasks(maskSecret('one\u2028two\n{')), 'one\\u2028two\\n{', 'JSON');
		assertHidden(handMasks(maskSecret('one\u0085two\n{')), 'one\\u0085two\\n{', 'JSON');
	});

	test('behind a user name in base64 is hidden, but for what is left of fewer than four bytes', () => {
		const texts = reveal(maskSecret('{\n}\n}'));
		assert.ok(texts.includes(base64('\n}\n}')));
		assert.ok(!texts.includes(base64('}\n}')));
	});

	test('of two bytes has no form masked that is shorter than four characters', () => {
		for (const value of ['1\n', '\n1', '{\n']) {
			const handed = handedTo(handMasks(maskSecret(value)));
			assert.deepEqual(
				handed.filter((text) => text.length < MIN_LENGTH),
				[],
				JSON.stringify(value),
			);
		}
	});
});
