// Base64 as the step of this name takes it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeBase64 } from '../../../src/render/apply-modifiers.js';

describe('decodeBase64', () => {
	it('gives any bytes back, however the text is wrapped', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 80 }), (bytes, columns) => {
				const text = Buffer.from(bytes).toString('base64');
				const wrapped = text.replace(new RegExp(`.{${columns}}`, 'g'), '$&\r\n');
				assert.deepEqual(decodeBase64(`\n ${wrapped.replaceAll('\n', '\n\t ')} \t\n`), Buffer.from(bytes));
			}),
		);
	});

	it('takes an empty text for no bytes', () => assert.equal(decodeBase64('').length, 0));

	for (const text of ['aHVu-_8=', 'aHVu!', 'YQ==YQ==', '=YQ=', 'YWI\u00a0=', 'YWJj ZGVm', '{"a":1}', 'YQ===']) {
		it(`refuses ${JSON.stringify(text)}, which has what does not belong there`, () => {
			assert.throws(() => decodeBase64(text), {
				code: 'VAULT_VALUE_UNUSABLE',
				subject: undefined,
				problem: 'the value is not base64: it has other characters, or a "=" before its end.',
				hint: 'Expected A-Z, a-z, 0-9, "+" and "/", padded with "=". Remove | base64 to get the value as it is.',
			});
		});
	}

	for (const text of ['aHVudGVyMg', 'aHVudGVyMg=', 'a', '=', '==']) {
		it(`refuses ${text}, of which something is missing`, () => {
			assert.throws(() => decodeBase64(text), {
				code: 'VAULT_VALUE_UNUSABLE',
				problem: 'the value is not base64: its padding is missing, or it is cut off.',
				hint: 'Expected a multiple of four characters, padded with "=". Remove | base64 to get the value as it is.',
			});
		});
	}

	it('does not say what the value is', () => {
		for (const text of ['hunter2!', 'hunter2hunter2']) {
			assert.throws(
				() => decodeBase64(text),
				(error: Error) => !/hunter/.test(`${error.message}${error.stack}${error.cause}`),
			);
		}
	});
});
