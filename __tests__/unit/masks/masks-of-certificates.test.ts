// Masks of certificates with their private keys, tried on the model of the runner.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Masking, maskSecret } from '../../../src/masks/masks.js';
import { maskPem, maskPfx } from '../../../src/masks/masks-of-values.js';
import { deriveForms } from '../../runner/derived-forms.js';
import { makeBytes, pemOf } from '../../support/arbitrary-secrets.js';
import {
	assertHidden,
	assertHiddenInJson,
	encodings,
	formsOfText,
	handedTo,
	handMasks,
	isTrivial,
	linesOf,
	print,
} from '../../support/print-masked.js';

function reveal({ masks }: Masking): readonly string[] {
	return masks.map((mask) => mask.reveal());
}

describe('a PFX', () => {
	// Promise: L8
	test('is hidden as text and as bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 12, maxLength: 400 }), (bytes) => {
				const text = Buffer.from(bytes).toString('base64');
				const masking = maskPfx(text);
				const log = handMasks(masking);
				assert.equal(masking.weakness, undefined);
				for (const [form, lines] of [...encodings(bytes), ...formsOfText(text)]) {
					for (const one of lines) assertHidden(log, one, form);
				}
			}),
			{ numRuns: 300 },
		);
	});

	test('that is wrapped is hidden line by line and as one', () => {
		fc.assert(
			fc.property(makeBytes('PFX'), fc.constantFrom('\n', '\r\n'), (bytes, newline) => {
				const whole = Buffer.from(bytes).toString('base64');
				const log = handMasks(maskPfx(whole.replace(/.{76}/g, `$&${newline}`)));
				for (const [form, lines] of encodings(bytes)) for (const one of lines) assertHidden(log, one, form);
			}),
		);
	});

	test('hands over its text, and the forms of its bytes', () => {
		const bytes = Buffer.from([0xfb, 0xef, 0xbe, 0xff, 1, 2, 3, 4, 5, 6]);
		const text = bytes.toString('base64');
		const handed = reveal(maskPfx(text));
		assert.equal(maskPfx(text).weakness, undefined);
		for (const one of [text, '----_wECAwQFBg', Buffer.concat([bytes, Buffer.from('\n')]).toString('base64')])
			assert.ok(handed.includes(one), one);
		for (const one of reveal(maskSecret(text))) assert.ok(handed.includes(one), one);
	});

	test('of fewer than nine bytes has its text masked alone', () => {
		for (const text of ['AQID', 'AQ==']) assert.deepEqual(reveal(maskPfx(text)), reveal(maskSecret(text)));
	});

	test('has the weakness of its text', () => {
		assert.equal(maskPfx('').weakness, undefined);
		assert.deepEqual(maskPfx('AQ').weakness, { kind: 'short' });
		assert.deepEqual(maskPfx('\n').weakness, { kind: 'none' });
	});
});

describe('a PEM text', () => {
	const labels = fc.constantFrom('PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'ENCRYPTED PRIVATE KEY');
	const parts = fc.record({
		label: labels,
		key: makeBytes('key'),
		certificate: makeBytes('certificate'),
		newline: fc.constantFrom('\n', '\r\n'),
		keyFirst: fc.boolean(),
	});

	// Promise: L8
	test('has its private key hidden, line by line and as bytes', () => {
		fc.assert(
			fc.property(parts, ({ label, key, certificate, newline, keyFirst }) => {
				const blocks = [pemOf(label, key, newline), pemOf('CERTIFICATE', certificate, newline)];
				const log = handMasks(maskPem((keyFirst ? blocks : blocks.reverse()).join('')));
				for (const one of linesOf(pemOf(label, key))) if (!isTrivial(one)) assertHidden(log, one, 'line');
				for (const [form, lines] of encodings(key)) for (const one of lines) assertHidden(log, one, form);
			}),
		);
	});

	// Promise: L8
	test('is hidden in each form in which it is printed whole', () => {
		fc.assert(
			fc.property(parts, ({ label, key, certificate, newline }) => {
				const pem = pemOf(label, key, newline) + pemOf('CERTIFICATE', certificate, newline);
				const log = handMasks(maskPem(pem));
				for (const [form, lines] of formsOfText(pem)) for (const one of lines) assertHidden(log, one, form);
				assertHiddenInJson(log, JSON.stringify({ '⟦⟧': pem }, null, 2), 'a JSON object');
			}),
		);
	});

	// Promise: P7
	test('keeps its certificates and armor visible', () => {
		fc.assert(
			fc.property(parts, ({ label, key, certificate, newline }) => {
				const pem = pemOf(label, key, newline) + pemOf('CERTIFICATE', certificate, newline);
				const log = handMasks(maskPem(pem));
				const short = handedTo(log)
					.filter((mask) => mask.length < 8)
					.flatMap((mask) => [mask, ...deriveForms(mask)])
					.filter((form) => form !== '');
				for (const one of [...linesOf(pemOf('CERTIFICATE', certificate)), `-----BEGIN ${label}-----`]) {
					// The end of a wrapped form may be as short as four characters. They occur by chance, as do their own forms.
					if (!short.some((mask) => one.includes(mask))) assert.equal(print(log, one), `⟦${one}⟧`);
				}
			}),
		);
	});

	test('hands the runner nothing that would garble the log', () => {
		fc.assert(
			fc.property(parts, ({ label, key, certificate, newline }) => {
				const pem = pemOf('CERTIFICATE', certificate, newline) + pemOf(label, key, newline);
				assert.deepEqual(handedTo(handMasks(maskPem(pem))).filter(isTrivial), []);
			}),
		);
	});

	test('has every private key hidden', () => {
		const keys = [Buffer.alloc(60, 1), Buffer.alloc(60, 2)];
		const masking = maskPem(keys.map((key) => pemOf('PRIVATE KEY', key)).join(''));
		assert.equal(masking.weakness, undefined);
		const log = handMasks(masking);
		for (const key of keys) {
			assertHidden(log, key.toString('base64').slice(0, 64), 'line');
			assertHidden(log, key.toString('base64url'), 'base64url');
		}
	});

	test('has the lines hidden of a private key that is encrypted in the old way, or cut off', () => {
		const pem = pemOf('RSA PRIVATE KEY', Buffer.alloc(60, 1));
		const old = pem.replace('\n', '\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00FF\n\n');
		for (const text of [old, pem.slice(0, -10)]) {
			assertHidden(handMasks(maskPem(text)), Buffer.alloc(48, 1).toString('base64'), 'line');
		}
	});

	test('without a private key is weak', () => {
		assert.deepEqual(maskPem(pemOf('CERTIFICATE', Buffer.alloc(60, 1))).weakness, { kind: 'none' });
		assert.deepEqual(maskPem(pemOf('PUBLIC KEY', Buffer.alloc(60, 1))).weakness, { kind: 'none' });
	});
});

describe('a PEM text that is not as it should be', () => {
	const bytes = Buffer.from(Array.from({ length: 90 }, (_, index) => (index * 37 + 11) % 256));
	const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];

	test('has its private key hidden if the END line is missing, or the label is of no known form', () => {
		for (const label of ['PRIVATE KEY', 'my PRIVATE KEY']) {
			const masks = maskPem(`-----BEGIN ${label}-----\n${lines.join('\n')}\n`).masks.map((mask) => mask.reveal());
			assert.ok(
				lines.every((line) => masks.includes(line)),
				label,
			);
		}
	});
});
