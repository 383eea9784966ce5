// Masks of bytes that are no text, and of what base64 is decoded to, tried on the model of the runner.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { maskBinary } from '../../../src/masks/masks-of-values.js';
import { makeTakenNames } from '../../../src/plan/output-names.js';
import { renderSecret } from '../../../src/render/render-secret.js';
import { secret } from '../../support/arbitrary-secrets.js';
import { makeDestination, makeItem, makeSecretBundle } from '../../support/make-rendered.js';
import {
	assertHidden,
	encodings,
	formsOfText,
	handMasks,
	holdsSecretLine,
	isAmbiguous,
	isTrivial,
	linesOf,
	print,
} from '../../support/print-masked.js';

describe('bytes', () => {
	test('are hidden in base64, and so are the lines that a program prints of them', () => {
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 12, maxLength: 300 }), (bytes) => {
				const masking = maskBinary(Buffer.from(bytes));
				const log = handMasks(masking);
				assert.equal(masking.weakness, undefined);
				for (const [form, lines] of encodings(bytes)) for (const one of lines) assertHidden(log, one, form);
				for (const one of linesOf(Buffer.from(bytes).toString()))
					if (!isTrivial(one) && !isAmbiguous(one)) assertHidden(log, one, 'line');
			}),
			{ numRuns: 300 },
		);
	});

	test('of an old encoding are hidden as a terminal shows them', () => {
		const log = handMasks(maskBinary(Buffer.from('user\npasswörd-hunter2\n}\n', 'latin1')));
		assert.equal(print(log, 'passw\ufffdrd-hunter2'), '⟦***⟧');
		assert.equal(print(log, '}'), '⟦}⟧');
	});

	test('of fewer than four are not hidden by what occurs by chance', () => {
		assert.deepEqual(maskBinary(Buffer.from([0xff, 0xfe])), { masks: [], weakness: undefined });
	});
});

test('whatever a line of base64 is decoded to, both are hidden', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.oneof(
				secret.map((text) => Buffer.from(text)),
				fc.uint8Array({ minLength: 4 }),
			),
			async (given) => {
				const bytes = Buffer.from(given);
				const destination = makeDestination('A', makeItem('a'), ['base64', 'file']);
				const context = { takenNames: makeTakenNames({ exportEnv: false }) };
				const stored = bytes.toString('base64');
				const rendered = await renderSecret(destination, makeSecretBundle(stored), context);
				const log = handMasks(rendered);
				fc.pre(holdsSecretLine(bytes.toString()));
				for (const one of linesOf(bytes.toString()))
					if (!isTrivial(one) && !isAmbiguous(one)) assertHidden(log, one, 'line');
				for (const [form, lines] of formsOfText(stored)) for (const one of lines) assertHidden(log, one, form);
				if (bytes.length >= 12) assertHidden(log, bytes.toString('base64url'), 'base64url of what is decoded');
			},
		),
		{ numRuns: 300 },
	);
});
