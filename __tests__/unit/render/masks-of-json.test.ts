// Masks of JSON, its leaves and decoded bytes, tried on the model of the runner.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { makeClaims } from '../../../src/plan/claims.js';
import { readJson } from '../../../src/render/json-leaves.js';
import { joinMaskings, type Masking } from '../../../src/render/masks.js';
import { maskBinary } from '../../../src/render/masks-of-certificates.js';
import { maskJson, maskLeaf } from '../../../src/render/masks-of-json.js';
import { renderSecret } from '../../../src/render/render-secret.js';
import { line, secret } from './arbitrary-secrets.js';
import { makeDestination, makeItem, makeSecretBundle } from './make-rendered.js';
import {
	assertHidden,
	encodings,
	formsOfText,
	handedTo,
	handMasks,
	isTrivial,
	linesOf,
	print,
	trim,
} from './print-masked.js';

function masksOf(text: string): Masking {
	return maskJson(text, readJson(text).leaves);
}

/** Would the log suffer for a mask of this leaf? The contract's words once more, by other means than the source's. */
function isCommonplace(text: string): boolean {
	const digits = [...text].filter((char) => char >= '0' && char <= '9').length;
	const isNumber = text.trim() === text && text !== '' && !/[xob_]/i.test(text) && Number.isFinite(Number(text));
	return ['true', 'false', 'null', ''].includes(text.toLowerCase()) || (isNumber && digits < 6);
}

const key = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('password', 'host', 'port'));
const scalar = fc.oneof(
	secret,
	line,
	fc.integer(),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.boolean(),
	fc.constantFrom(null, 'true', 'NULL', '8080', '12345', '123456', '1e5', '-0.5', '----', '{}', ' abc ', '    '),
);
const { tree } = fc.letrec<{ tree: unknown; node: unknown }>((tie) => ({
	tree: fc.oneof(fc.array(tie('node'), { maxLength: 5 }), fc.dictionary(key, tie('node'), { maxKeys: 5 })),
	node: fc.oneof({ maxDepth: 3 }, { weight: 4, arbitrary: scalar }, { weight: 1, arbitrary: tie('tree') }),
}));
const json = fc
	.tuple(tree, fc.constantFrom(undefined, 2, '\t'))
	.map(([value, space]) => JSON.stringify(value, null, space));

describe('JSON', () => {
	test('has each leaf hidden in every form in which it is printed, but what the log would suffer for', () => {
		fc.assert(
			fc.property(json, (text) => {
				const log = handMasks(masksOf(text));
				for (const { text: leaf } of readJson(text).leaves.filter(({ kind }) => kind !== 'word')) {
					const value = Buffer.from(leaf).toString();
					const isBare = !/[\r\n]/.test(value) && isTrivial(value);
					if (isCommonplace(value) || isBare || trim(value).length < 4 || /[\u0085\u2028\u2029]/.test(value)) continue;
					for (const one of linesOf(value))
						if (!isTrivial(one) && !isCommonplace(one.replace(/,$/, ''))) assertHidden(log, one, 'line');
					for (const [form, lines] of formsOfText(value)) {
						for (const one of lines) if (trim(one).length >= 4) assertHidden(log, one, form);
					}
				}
			}),
			{ numRuns: 500 },
		);
	});

	test('has nothing hidden that is commonplace, be it a leaf, a line or a part of one', () => {
		fc.assert(
			fc.property(json, (text) => {
				fc.pre(!isTrivial(text));
				const handed = handedTo(handMasks(masksOf(text)));
				// A text of one line is hidden whole, however it looks.
				const others = handed.filter((one) => one !== trim(text) && one !== text);
				assert.deepEqual(others.filter(isTrivial), []);
				assert.deepEqual(others.filter(isCommonplace), []);
				assert.deepEqual(
					others.filter((one) => isCommonplace(one.replace(/,$/, ''))),
					[],
				);
			}),
			{ numRuns: 1000 },
		);
	});

	test('has its words and short numbers left in the log', () => {
		for (const space of [undefined, 2]) {
			const leaves = [true, false, null, 8080, 12345, 'true', 'False', '1.5', '', 'abc', '-----', '    '];
			const log = handMasks(masksOf(JSON.stringify({ leaves, password: 'hunter2' }, null, space)));
			for (const text of ['true', 'false', 'null', 'False', '8080', '12345', '1.5', 'abc', '-----', 'port 8080,']) {
				assert.equal(print(log, text), `⟦${text}⟧`, text);
			}
			assert.equal(print(log, 'hunter2'), '⟦***⟧');
		}
	});

	test('has a line hidden that is more than a short number, and a comma at its end is no more', () => {
		const handed = handedTo(handMasks(masksOf('[\n12.34,\n12,34\n]')));
		assert.ok(handed.includes('12,34'));
		assert.ok(!handed.includes('12.34,'));
	});

	test('has numbers of six digits hidden, as they are spelled', () => {
		const log = handMasks(masksOf('[123456, -1234.56, 12345678901234567890, 1.00000, "1234567"]'));
		for (const text of ['123456', '-1234.56', '12345678901234567890', '1.00000', '1234567']) {
			assert.equal(print(log, text), '⟦***⟧', text);
		}
	});
});

describe('a leaf', () => {
	const masksOfLeaf = (text: string): Masking => maskLeaf({ path: [], kind: 'string', text });

	test('that cannot be hidden is weak, and one that need not be is not', () => {
		for (const text of ['abc', '    ', '{}{}', '-----BEGIN X-----']) {
			assert.equal(masksOfLeaf(text).weakness, 'none', text);
		}
		for (const text of ['', 'TRUE', '12345', '1e10', '12.5', '-123.4', '.2512', '12.']) {
			assert.deepEqual(masksOfLeaf(text), { masks: [], weakness: undefined });
		}
		assert.deepEqual(maskLeaf({ path: [], kind: 'word', text: 'false' }), { masks: [], weakness: undefined });
	});

	test('of fewer than four characters stays visible in every form, a line break after it or not', () => {
		for (const text of ['abc', 'abc\n', ' ab\r\n'])
			assert.deepEqual(masksOfLeaf(text), { masks: [], weakness: 'none' });
	});

	test('that only looks like a number or word is a secret', () => {
		for (const text of ['12345a', 'trues', '1.2.3', '0x1234', '1e10e', '+-1234', '12345,']) {
			assert.equal(masksOfLeaf(text).masks[0]?.reveal(), text);
		}
	});
});

describe('bytes', () => {
	test('are hidden in base64, and so are the lines that a program prints of them', () => {
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 4, maxLength: 300 }), (bytes) => {
				const masking = maskBinary(Buffer.from(bytes));
				const log = handMasks(masking);
				assert.equal(masking.weakness, undefined);
				for (const [form, lines] of encodings(bytes)) for (const one of lines) assertHidden(log, one, form);
				for (const one of linesOf(Buffer.from(bytes).toString())) if (!isTrivial(one)) assertHidden(log, one, 'line');
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

test('joined maskings have all of their masks and the first weakness', () => {
	const one = maskLeaf({ path: [], kind: 'string', text: 'hunter2' });
	const weak = maskLeaf({ path: [], kind: 'string', text: '{}{}' });
	assert.deepEqual(joinMaskings(), { masks: [], weakness: undefined });
	assert.deepEqual(joinMaskings(one, weak), { masks: [...one.masks, ...weak.masks], weakness: 'none' });
	assert.equal(joinMaskings({ masks: [], weakness: 'short' }, weak).weakness, 'short');
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
				const context = { claims: makeClaims({ exportEnv: false }) };
				const stored = bytes.toString('base64');
				const rendered = await renderSecret(destination, makeSecretBundle(stored), context);
				const log = handMasks(rendered);
				fc.pre(trim(bytes.toString()).length >= 4);
				for (const one of linesOf(bytes.toString())) if (!isTrivial(one)) assertHidden(log, one, 'line');
				for (const [form, lines] of formsOfText(stored)) for (const one of lines) assertHidden(log, one, form);
				assertHidden(log, bytes.toString('base64url'), 'base64url of what is decoded');
			},
		),
		{ numRuns: 300 },
	);
});
