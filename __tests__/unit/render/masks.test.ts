// Masks of any secret, tried on the model of the runner: what must be hidden is, and nothing that would garble the log is
// handed over.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { maskSecret } from '../../../src/render/masks.js';
import { line, secret } from './arbitrary-secrets.js';
import {
	assertHidden,
	assertHiddenInJson,
	formsOfText,
	handedTo,
	handMasks,
	isTrivial,
	linesOf,
	MIN_LENGTH,
	print,
	trim,
} from './print-masked.js';

describe('every secret', () => {
	test('is hidden in each form in which it is printed whole', () => {
		fc.assert(
			fc.property(secret, (value) => {
				const text = Buffer.from(value).toString();
				const log = handMasks(maskSecret(value));
				if (trim(text) === '') return;
				// What .NET escapes of JSON and JavaScript does not has its own test.
				fc.pre(!/[\u0085\u2028\u2029]/.test(text));
				for (const [form, lines] of formsOfText(text)) {
					const tooShort = /[\r\n]/.test(text) && lines.some((one) => trim(one).length < MIN_LENGTH);
					if (!tooShort) for (const one of lines) assertHidden(log, one, form);
				}
				// The runner hides the trimmed form of whatever it is handed, so that must not be too short either.
				if (trim(JSON.stringify(text).slice(1, -1)).length < MIN_LENGTH) return;
				assertHiddenInJson(log, JSON.stringify(text), 'JSON');
				assertHiddenInJson(log, JSON.stringify({ '⟦⟧': text }, null, 2), 'a JSON object');
			}),
			{ numRuns: 1000 },
		);
	});

	test('is hidden line by line, but for what would garble the log', () => {
		fc.assert(
			fc.property(secret, (value) => {
				const text = Buffer.from(value).toString();
				const log = handMasks(maskSecret(value));
				for (const one of linesOf(text)) if (!isTrivial(one)) assertHidden(log, one, 'line');
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

	test('is hidden behind a user name in base64, but for at most eight characters', () => {
		fc.assert(
			fc.property(secret, fc.constantFrom('u:', 'us:', 'use:', 'user:'), (value, user) => {
				const text = Buffer.from(value).toString();
				fc.pre(trim(text) !== '' && Buffer.byteLength(text) >= 2 + MIN_LENGTH);
				assert.match(
					print(handMasks(maskSecret(value)), Buffer.from(user + text).toString('base64')),
					/^⟦.{0,8}\*\*\*⟧$/,
				);
			}),
			{ numRuns: 500 },
		);
	});

	test('of several lines hands the runner nothing that would garble the log', () => {
		fc.assert(
			fc.property(secret, (value) => {
				const text = Buffer.from(value).toString();
				const handed = handedTo(handMasks(maskSecret(value)));
				if (/[\r\n]/.test(text)) assert.deepEqual(handed.filter(isTrivial), []);
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
