// Masks of any secret, tried on the model of the runner: what must be hidden is, and nothing that would garble the log is
// handed over.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { maskSecret } from '../../../src/masks/masks.js';
import { line, secret } from '../../support/arbitrary-secrets.js';
import {
	assertHidden,
	assertHiddenInJson,
	assertHiddenInside,
	formsOfText,
	handedTo,
	handMasks,
	holdsSecretLine,
	isAmbiguous,
	isTrivial,
	linesOf,
	MIN_FORM,
	trim,
} from '../../support/print-masked.js';

describe('every secret', () => {
	// Promise: L7
	test('is hidden in each form in which it is printed whole', () => {
		fc.assert(
			fc.property(secret, (value) => {
				const text = Buffer.from(value).toString();
				const log = handMasks(maskSecret(value));
				if (!holdsSecretLine(text)) return;
				for (const [form, lines] of formsOfText(text)) for (const one of lines) assertHidden(log, one, form);
				if (trim(JSON.stringify(text).slice(1, -1)).length < MIN_FORM) return;
				assertHiddenInJson(log, JSON.stringify(text), 'JSON');
				assertHiddenInJson(log, JSON.stringify({ '⟦⟧': text }, null, 2), 'a JSON object');
			}),
			{ numRuns: 1000 },
		);
	});

	test('is hidden line by line, except for what would garble the log', () => {
		fc.assert(
			fc.property(secret, (value) => {
				const text = Buffer.from(value).toString();
				const log = handMasks(maskSecret(value));
				for (const one of linesOf(text)) if (!isTrivial(one) && !isAmbiguous(one)) assertHidden(log, one, 'line');
			}),
			{ numRuns: 1000 },
		);
	});

	test('of one line is hidden whole, spaces around it too', () => {
		fc.assert(
			fc.property(line, (value) => {
				const text = Buffer.from(value).toString();
				if (trim(text) !== '') assertHidden(handMasks(maskSecret(value)), text, 'whole');
			}),
		);
	});

	// Promise: L7
	test('is hidden inside longer base64, except for at most four characters at both ends', () => {
		fc.assert(
			fc.property(secret, (value) => {
				const text = Buffer.from(value).toString();
				fc.pre(holdsSecretLine(text) && Buffer.byteLength(text) >= 2 + MIN_FORM);
				assertHiddenInside(handMasks(maskSecret(value)), Buffer.from(text));
			}),
			{ numRuns: 300 },
		);
	});

	test('is hidden in each form without the white space around it', () => {
		fc.assert(
			fc.property(line, fc.constantFrom('\n', '\r\n', ' ', '\n\n', '  \n'), (value, end) => {
				const text = trim(Buffer.from(value).toString());
				fc.pre(holdsSecretLine(text));
				const log = handMasks(maskSecret(`${value}${end}`));
				for (const [form, lines] of formsOfText(text)) for (const one of lines) assertHidden(log, one, form);
			}),
			{ numRuns: 300 },
		);
	});

	test('that begins with a byte order mark is hidden without it', () => {
		fc.assert(
			fc.property(secret, (value) => {
				const text = Buffer.from(value).toString();
				fc.pre(holdsSecretLine(text));
				const log = handMasks(maskSecret(`\ufeff${value}`));
				for (const one of linesOf(text)) if (!isTrivial(one) && !isAmbiguous(one)) assertHidden(log, one, 'line');
				for (const [form, lines] of formsOfText(text)) for (const one of lines) assertHidden(log, one, form);
			}),
			{ numRuns: 300 },
		);
	});

	test('hands over no form of fewer than twelve characters', () => {
		fc.assert(
			fc.property(secret, (value) => {
				const text = Buffer.from(value).toString();
				const own = [text, text.replace(/^\ufeff/, '')].flatMap((one) => [one, trim(one), ...linesOf(one)]);
				const handed = handedTo(handMasks(maskSecret(value)));
				assert.deepEqual(
					handed.filter((one) => one.length < MIN_FORM && !own.includes(trim(one))),
					[],
				);
			}),
			{ numRuns: 1000 },
		);
	});

	test('of several lines hands the runner nothing that would garble the log', () => {
		fc.assert(
			fc.property(secret, (value) => {
				const text = Buffer.from(value).toString();
				const handed = handedTo(handMasks(maskSecret(value)));
				if (linesOf(text).filter((one) => one !== '').length > 1) assert.deepEqual(handed.filter(isTrivial), []);
				else
					assert.deepEqual(
						handed.filter((one) => trim(one) === ''),
						[],
					);
			}),
			{ numRuns: 1000 },
		);
	});

	test('hands over each text once', () => {
		fc.assert(
			fc.property(secret, (value) => {
				const texts = maskSecret(value).masks.map((mask) => mask.reveal());
				assert.equal(new Set(texts).size, texts.length);
			}),
		);
	});
});
