// Inputs of one value: trimmed, empty as left out, and an error that names the input but never shows it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ActionError } from '../../../src/errors.js';
import { invalidInput, readBoolean, readText, readWholeNumber } from '../../../src/input/scalars.js';
import { makeInputs } from '../../support/make-ports.js';

const given = (text: string) => makeInputs({ it: text });

test('white space around a value is trimmed, and inside it kept', () => {
	assert.equal(readText(given('\t two  words \r\n'), 'it'), 'two  words');
});

for (const text of ['', ' ', '\n\t ', '\u00a0']) {
	test(`an input of ${JSON.stringify(text)} counts as left out, and its default applies`, () => {
		assert.equal(readText(given(text), 'it'), undefined);
		assert.equal(readBoolean(given(text), 'it', true), true);
		assert.equal(readBoolean(given(text), 'it', false), false);
		assert.equal(readWholeNumber(given(text), 'it', 30), 30);
	});
}

for (const [text, value] of Object.entries({
	true: true,
	True: true,
	TRUE: true,
	false: false,
	False: false,
	FALSE: false,
})) {
	test(`${text} is ${value}, whatever the default`, () => {
		assert.equal(readBoolean(given(` ${text} `), 'it', !value), value);
	});
}

for (const text of ['yes', 'no', 'on', 'off', '1', '0', 'tRUE', 'truefalse', 'true false', '"true"', 'y']) {
	test(`${text} is neither true nor false`, () => {
		const message = 'it: the value is neither true nor false. Write true or false.';
		assert.throws(() => readBoolean(given(text), 'it', false), { code: 'INPUT_INVALID', subject: 'it', message });
	});
}

for (const [text, value] of Object.entries({ '0': 0, '30': 30, ' 007 ': 7, '999999999': 999_999_999 })) {
	test(`"${text}" is the whole number ${value}`, () => {
		assert.equal(readWholeNumber(given(text), 'it', 1), value);
	});
}

for (const text of ['-1', '+1', '1.5', '1e3', '0x10', '1_000', '1,000', '1 000', '30 days', '1000000000', '٣', 'NaN']) {
	test(`"${text}" is not a whole number from 0 up`, () => {
		const message = 'it: the value is not a whole number from 0 to 999999999. Write digits only.';
		assert.throws(() => readWholeNumber(given(text), 'it', 1), { code: 'INPUT_INVALID', subject: 'it', message });
	});
}

test('an error names the input and what was expected', () => {
	const { code, title, message } = invalidInput('cloud', 'the value is not a cloud.', 'Expected public.');
	assert.deepEqual(
		[code, title, message],
		['INPUT_INVALID', 'Input cloud', 'cloud: the value is not a cloud. Expected public.'],
	);
});

// Promise: N1
test('for any text a scalar is read or an ActionError is thrown that does not hold the text', () => {
	const texts = fc.string({ minLength: 1 }).map((text) => `<${text}>`);
	fc.assert(
		fc.property(texts, (text) => {
			for (const read of [
				readBoolean.bind(null, given(text), 'it', true),
				readWholeNumber.bind(null, given(text), 'it', 1),
			]) {
				assert.throws(read, (error) => error instanceof ActionError && !error.message.includes(text));
			}
		}),
	);
});
