// Masks of secrets, case by case.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Masking, maskSecret } from '../../../src/masks/masks.js';
import { maskBinary } from '../../../src/masks/masks-of-values.js';
import { handedTo, handMasks, MIN_FORM } from '../../support/print-masked.js';

function reveal({ masks }: Masking): readonly string[] {
	return masks.map((mask) => mask.reveal());
}

function base64(text: string): string {
	return Buffer.from(text).toString('base64');
}

describe('a secret of one line', () => {
	test('is masked whole, and in base64 with something around it', () => {
		assert.equal(maskSecret('hunter22-hunter22').weakness, undefined);
		assert.deepEqual(reveal(maskSecret('hunter22-hunter22')), [
			'hunter22-hunter22',
			'aHVudGVyMjItaHVudGVyMjI',
			base64('hunter22-hunter'),
			base64('unter22-hunter2'),
			base64('hunter22-hunter22\n'),
			base64('hunter22-hunter22\r\n'),
		]);
	});

	test('is masked in the alphabet of URLs if that is another text', () => {
		const texts = reveal(maskSecret('\u07ff\u07ff\u07ff\u07ff\u07ff\u07ff?>?>'));
		assert.ok(texts.some((text) => text.includes('_')) && texts.some((text) => text.includes('/')));
	});

	test('is masked whole however it looks', () => {
		for (const value of [
			'{}[]',
			'-----BEGIN CERTIFICATE-----',
			' padded ',
			'::error::x',
			'100%0A',
			'users:',
			'[default]',
			'<ab>',
		]) {
			const masking = maskSecret(value);
			assert.equal(reveal(masking)[0], value);
			assert.equal(masking.weakness, undefined);
		}
	});

	test('is hidden in each form, though it is punctuation alone', () => {
		const value = '!@#$%^&*()_+-=';
		assert.ok(reveal(maskSecret(value)).includes(base64(`${value}\n`)));
	});

	test('is one with a line break around it, too', () => {
		for (const value of ['main\n', '\r\n42', 'abc\r\n', '{\n']) {
			const masking = maskSecret(value);
			assert.equal(reveal(masking)[0], value);
			assert.ok(masking.weakness?.kind === 'short' || masking.weakness?.kind === 'commonplace', value);
		}
		assert.equal(maskSecret('AKIA0123456789EXAMPLE\n').weakness, undefined);
	});

	// Promise: L7
	test('of base64 longer than a line is masked as wrapped lines', () => {
		const value = 'a'.repeat(72);
		const [form, lf, crlf] = ['', '\n', '\r\n'].map((end) => base64(`${value}${end}`));
		const texts = reveal(maskSecret(value));
		for (const columns of [64, 76]) {
			assert.ok(texts.includes(form?.slice(0, columns) ?? ''));
			for (const one of [form, lf, crlf]) assert.ok(texts.includes(one?.slice(columns) ?? ''), one?.slice(columns));
		}
	});

	test('has no form masked that is shorter than twelve characters, whether the rest of a line', () => {
		for (let length = 4; length <= 200; length += 1) {
			const value = 'pa"ss'.repeat(40).slice(0, length);
			const short = handedTo(handMasks(maskSecret(value))).filter((text) => text.length < MIN_FORM && text !== value);
			assert.deepEqual(short, [], `of ${length} characters`);
		}
		assert.ok(!reveal(maskSecret('b'.repeat(48))).includes('Cg=='));
	});

	test('has no form masked that spells a common word', () => {
		for (const value of [
			'xlocalhost',
			'xxlocalhost',
			'localhostx',
			'germanywestcentral\n\n\n',
			'"localhost"',
			'/germanywestcentral',
		]) {
			for (const word of ['localhost', 'germanywestcentral']) {
				const texts = reveal(maskSecret(value));
				assert.ok(!texts.includes(word) && !texts.includes(base64(word)), value);
			}
		}
	});

	test('of fewer than four characters is masked, and short', () => {
		for (const value of ['abc', '{', ' a ', '\u00a0abc\u00a0', '123', 'no']) {
			const masking = maskSecret(value);
			assert.equal(reveal(masking)[0], value);
			assert.deepEqual(masking.weakness, { kind: 'short' });
		}
		assert.equal(maskSecret('abcd').weakness, undefined);
	});

	test('that is a common word or a short number is masked, and commonplace', () => {
		for (const value of [
			'8080',
			'true',
			'FALSE',
			'null',
			'test',
			'Prod',
			'main',
			'localhost',
			'admin',
			'"admin"',
			'westeurope',
			'West Europe',
			'-12.5',
			'1e10',
			'----',
		]) {
			const masking = maskSecret(value);
			assert.equal(reveal(masking)[0], value);
			assert.deepEqual(masking.weakness, { kind: 'commonplace' }, value);
		}
		for (const value of ['123456', 'trues', 'main2', '1.2.3', 'testing-12', '0x1234', '!@#$']) {
			assert.equal(maskSecret(value).weakness, undefined, value);
		}
	});

	test('that is empty needs no mask, and one that is blank can have none', () => {
		assert.deepEqual(maskSecret(''), { masks: [], weakness: undefined });
		for (const blank of ['    ', '\u00a0', '\u2028', '\n', ' \r\n\t\n']) {
			assert.deepEqual(maskSecret(blank), { masks: [], weakness: { kind: 'none' } });
		}
	});

	test('with half a surrogate pair is masked as it is written: U+FFFD', () => {
		assert.equal(reveal(maskSecret('abc\ud800def'))[0], 'abc\ufffddef');
	});

	test('that begins with a byte order mark is masked without it, and judged without it', () => {
		const texts = reveal(maskSecret('\ufeffhunter22-hunter22'));
		assert.deepEqual(texts.slice(0, 1), ['\ufeffhunter22-hunter22']);
		for (const text of reveal(maskSecret('hunter22-hunter22'))) assert.ok(texts.includes(text), text);
		assert.deepEqual(maskSecret('\ufefftrue').weakness, { kind: 'commonplace' });
		assert.deepEqual(maskSecret('\ufeffabc').weakness, { kind: 'short' });
	});
});

describe('bytes that are no text', () => {
	test('are masked as a program shows them, and in base64 of either alphabet', () => {
		const bytes = Buffer.from([0xff, 0xfe, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69]);
		const masking = maskBinary(bytes);
		assert.equal(masking.weakness, undefined);
		const texts = ['\ufffd\ufffdabcdefghi', bytes.toString('base64'), bytes.toString('base64url')];
		for (const text of texts) assert.ok(reveal(masking).includes(text), text);
	});

	test('of fewer than four have no mask', () => {
		assert.deepEqual(maskBinary(Buffer.from([0xff, 0xfe, 0x61])), { masks: [], weakness: undefined });
	});
});
