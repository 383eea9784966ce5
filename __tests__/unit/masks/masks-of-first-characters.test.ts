// Secrets that begin with a character that a runner would take for a part of the command before it, or would drop.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Masking, maskSecret } from '../../../src/masks/masks.js';
import { maskJson } from '../../../src/masks/masks-of-values.js';
import { readJson } from '../../../src/render/json-leaves.js';
import { RunnerLog } from '../../runner/log.js';
import { assertHidden, encodings, handMasks } from '../../support/print-masked.js';

const FIRSTS = {
	'a vowel sign': '\u093f',
	'an accent': '\u0301',
	'a mark of Thai': '\u0e31',
	'a vowel of Lao': '\u0eb3',
	'a sound mark of half width': '\uff9e',
	'a tone of skin': '\u{1f3fb}',
	'a joiner and an accent': '\u200d\u0301',
	'a letter beyond ASCII': '\u00e9',
	'a byte order mark': '\ufeff',
	'a byte order mark and an accent': '\ufeff\u0301',
};

describe('a secret that begins with', () => {
	for (const [what, first] of Object.entries(FIRSTS)) {
		const value = `${first}CANARY-0005`;

		// Promise: L17
		it(`${what} is hidden whole and in base64`, () => {
			const log = handMasks(maskSecret(value));
			assertHidden(log, value, 'value');
			for (const [form, lines] of encodings(Buffer.from(value))) for (const one of lines) assertHidden(log, one, form);
		});

		it(`${what} is hidden as a line of a longer one, which is hidden in base64`, () => {
			for (const text of [`first line\n${value}`, `${value}\n{\nlast line`, `${value}\r\nlast line`]) {
				const log = handMasks(maskSecret(text));
				assertHidden(log, value, text);
				for (const one of encodings(Buffer.from(text)).flatMap(([, lines]) => lines)) assertHidden(log, one, text);
			}
		});

		it(`${what} is hidden as a leaf of JSON, and with blanks around it`, () => {
			const json = JSON.stringify({ a: value });
			assertHidden(handMasks(maskJson(json, readJson(json).leaves)), value, 'leaf');
			assertHidden(handMasks(maskSecret(` ${value} `)), value, 'after a blank');
			assertHidden(handMasks(maskSecret(`${value}\t `)), value, 'before blanks');
		});
	}
});

describe('a byte order mark', () => {
	const printed = (masking: Masking, stdout: string) => {
		const log = new RunnerLog({ masker: handMasks(masking).masker });
		log.readProcess({ stdout, stderr: '' });
		return log.lines;
	};

	// Promise: L18
	it('is dropped if a program prints the value first, which is hidden all the same', () => {
		assert.deepEqual(printed(maskSecret('\ufeffCANARY-0006'), '\ufeffCANARY-0006\n'), ['***']);
		assert.deepEqual(printed(maskSecret('\ufeffpin\n'), '\ufeffpin\n'), ['***'], 'fewer than four in a line');
		assert.deepEqual(printed(maskSecret('\ufeffline one\nline two'), '\ufeffline one\nline two\n'), ['***', '***']);
		assert.deepEqual(printed(maskSecret('line one\n\ufeffline two'), '\ufeffline two\n'), ['***']);
	});

	// Promise: L18
	it('is dropped from a leaf of JSON', () => {
		const json = JSON.stringify(['\ufeffCANARY-0007']);
		assert.deepEqual(printed(maskJson(json, readJson(json).leaves), '\ufeffCANARY-0007\n'), ['***']);
	});

	it('makes no short value long, and is none by itself', () => {
		assert.deepEqual(maskSecret('\ufeffabc').weakness, { kind: 'short' });
		assert.equal(maskSecret('\ufeffabcd').weakness, undefined);
		assert.deepEqual(maskSecret('\ufeff'), { masks: [], weakness: { kind: 'none' } });
	});
});
