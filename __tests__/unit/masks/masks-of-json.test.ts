// Masks of JSON, its leaves and decoded bytes, tried on the model of the runner.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { joinMaskings, type Masking, maskSecret } from '../../../src/masks/masks.js';
import { type JsonLeaf, maskJson, maskPicked } from '../../../src/masks/masks-of-values.js';
import { readJson } from '../../../src/render/json-leaves.js';
import { line, pemOf, secret } from '../../support/arbitrary-secrets.js';
import {
	assertHidden,
	formsOfText,
	handedTo,
	handMasks,
	holdsSecretLine,
	isAmbiguous,
	isTrivial,
	linesOf,
	print,
	spellsLiteral,
	trim,
} from '../../support/print-masked.js';

function masksOf(text: string): Masking {
	return maskJson(text, readJson(text).leaves);
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
	// Promise: L9
	test('has each leaf hidden in every form in which it is printed, but what the log would suffer for', () => {
		fc.assert(
			fc.property(json, (text) => {
				const log = handMasks(masksOf(text));
				for (const { text: leaf } of readJson(text).leaves.filter(({ kind }) => kind !== 'word')) {
					const value = Buffer.from(leaf).toString();
					if (trim(value).length < 4 || spellsLiteral(trim(value))) continue;
					if (!/[\r\n]/.test(value)) assertHidden(log, value, 'leaf');
					for (const one of linesOf(value)) if (!isTrivial(one) && !isAmbiguous(one)) assertHidden(log, one, 'line');
					if (!holdsSecretLine(value)) continue;
					for (const [form, lines] of formsOfText(value)) for (const one of lines) assertHidden(log, one, form);
				}
			}),
			{ numRuns: 500 },
		);
	});

	// Promise: P7
	test('has nothing hidden that spells a boolean, null or a short number, whether a leaf, a line or a part of one', () => {
		fc.assert(
			fc.property(json, (text) => {
				fc.pre(!isTrivial(text));
				const handed = handedTo(handMasks(masksOf(text)));
				// A text of one line is hidden whole, however it looks.
				const others = handed.filter((one) => one !== trim(text) && one !== text);
				assert.deepEqual(
					others.filter((one) => trim(one).length < 4 || spellsLiteral(one) || spellsLiteral(one.replace(/,$/, ''))),
					[],
				);
			}),
			{ numRuns: 1000 },
		);
	});

	test('has its words and short numbers left in the log', () => {
		for (const space of [undefined, 2]) {
			const leaves = [true, false, null, 8080, 12345, 'true', 'False', '1.5', '', 'abc', '    '];
			const log = handMasks(masksOf(JSON.stringify({ leaves, password: 'hunter2' }, null, space)));
			for (const text of ['true', 'false', 'null', 'False', '8080', '12345', '1.5', 'abc', 'port 8080,']) {
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

	// Promise: L9
	test('has numbers of six digits hidden, as they are spelled', () => {
		const log = handMasks(masksOf('[123456, -1234.56, 12345678901234567890, 1.00000, "1234567"]'));
		for (const text of ['123456', '-1234.56', '12345678901234567890', '1.00000', '1234567']) {
			assert.equal(print(log, text), '⟦***⟧', text);
		}
	});
});

describe('a picked leaf', () => {
	const pick = (text: string, kind: JsonLeaf['kind'] = 'string'): Masking =>
		maskPicked({ path: ['a', 'b'], kind, text });

	test('is masked as a secret of its own, and warned of by its path', () => {
		for (const [text, kind] of [
			['84215', 'commonplace'],
			['abc', 'short'],
			['true', 'commonplace'],
			['Prod', 'commonplace'],
			['-', 'short'],
			['West Europe', 'commonplace'],
			['1e9', 'short'],
		] as const) {
			const masking = pick(text);
			assert.equal(masking.masks[0]?.reveal(), text);
			assert.deepEqual(masking.weakness, { kind, path: 'a.b' }, text);
		}
		assert.deepEqual(pick('8080', 'number').weakness, { kind: 'commonplace', path: 'a.b' });
		assert.deepEqual(pick('false', 'word').masks[0]?.reveal(), 'false');
	});

	test('has no weakness if it is long and no common word, and none if it is empty', () => {
		assert.equal(pick('hunter22').weakness, undefined);
		assert.equal(pick('123456', 'number').weakness, undefined);
		assert.deepEqual(pick('', 'word'), { masks: [], weakness: undefined });
	});

	test('of which no line can be masked is named by its path', () => {
		assert.deepEqual(pick('{\n}').weakness, { kind: 'none', path: 'a.b' });
	});
});

describe('JSON', () => {
	const leavesOf = ({ weakness }: Masking): readonly string[] =>
		weakness?.kind === 'leaves' ? weakness.leaves.map(({ path }) => path.join('.')) : [];

	test('has its strings of four characters and numbers of six digits masked, whatever they say', () => {
		const text = JSON.stringify({
			a: '!@#$%^&*',
			b: '----',
			c: 'main',
			d: 'users:',
			e: '[default]',
			f: 123456,
			g: '654321',
		});
		const handed = handedTo(handMasks(masksOf(text)));
		for (const one of ['!@#$%^&*', '----', 'main', 'users:', '[default]', '123456', '654321'])
			assert.ok(handed.includes(one), one);
	});

	test('has the leaves named that are common words', () => {
		const text = JSON.stringify({
			env: 'prod',
			db: { driver: 'postgres', region: 'westeurope', host: 'localhost', port: 5432, tls: true, mode: 'on' },
			branch: ['main', 'v1.2.3'],
			password: 'hunter22',
		});
		assert.deepEqual(leavesOf(masksOf(text)), ['env', 'db.driver', 'db.region', 'db.host', 'branch.0']);
		assert.equal(masksOf('{"a":"hunter22","b":true,"c":"no","d":12345}').weakness, undefined);
	});

	test('has its whole text and the private keys in it masked', () => {
		const key = pemOf('PRIVATE KEY', Buffer.alloc(60, 1));
		const text = JSON.stringify({ type: 'service_account', private_key: key }, null, 2);
		const log = handMasks(masksOf(text));
		assertHidden(log, Buffer.alloc(48, 1).toString('base64'), 'a line of the key');
		assertHidden(log, '"type": "service_account",', 'a line');
	});
});

test('joined maskings have all of their masks and the first weakness', () => {
	const one = maskSecret('hunter2');
	const weak = maskSecret('abc');
	assert.deepEqual(joinMaskings(), { masks: [], weakness: undefined });
	assert.deepEqual(joinMaskings(one, weak), { masks: [...one.masks, ...weak.masks], weakness: { kind: 'short' } });
	assert.deepEqual(joinMaskings(maskSecret('{\n}'), weak).weakness, { kind: 'none' });
});
