// Output names: which a workflow can use, and which each line makes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Modifiers } from '../../../src/input/modifiers.js';
import { chooseOutput, makeDestination, outputNames } from '../../../src/plan/destination.js';
import { certificateModifiers, keyModifiers, secretModifiers } from '../input/make-modifiers.js';

function choose(name: string, output?: string): string {
	return chooseOutput({ input: 'secrets', number: 3, output }, { name });
}

// [the object's name, the output before "=", the output that comes of them]
const names: readonly (readonly [string, string | undefined, string])[] = [
	['sql-password', undefined, 'sql-password'],
	['Sql-Password', undefined, 'Sql-Password'],
	['sql-password', 'SQL_PASSWORD', 'SQL_PASSWORD'],
	['sql-password', '_1-a', '_1-a'],
	['1password', undefined, '_1password'],
	['-db', undefined, '_-db'],
	['secrets', 'OTHER', 'OTHER'],
	['a', '__proto__', '__proto__'],
	['a', 'PATH', 'PATH'],
];

for (const [name, output, chosen] of names) {
	test(`${output === undefined ? '' : `${output} = `}${name} sets the output ${chosen}`, () => {
		assert.equal(choose(name, output), chosen);
	});
}

for (const [output, problem] of [
	['1st', 'begins with a digit or a hyphen'],
	['-a', 'begins with a digit or a hyphen'],
	['two words', 'has a space in it'],
	['a.b', 'has a dot (".") in it'],
	['größe', 'has U+00F6 in it'],
	['a\u212a', 'has U+212A in it'],
	["a'", `has "'" in it`],
	['$a', 'has "$" in it'],
	['a\u2028b', 'has U+2028 in it'],
	['https://x', 'has ":" in it'],
] as const) {
	// Promise: N9
	test(`an output ${JSON.stringify(output).replace('\u2028', '\\u2028')} is one that a workflow cannot use`, () => {
		assert.throws(() => choose('db', output), {
			code: 'LINE_INVALID',
			message: `secrets line 3: the name of the output ${problem}. Begin it with a letter or _, and go on with letters, digits, - and _.`,
		});
	});
}

for (const [name, output] of [['secrets'], ['Expiring'], ['db', 'SECRETS'], ['db', 'expiring']] as const) {
	test(`the output "${output ?? name}" is reserved, in any case and wherever it comes from`, () => {
		assert.throws(() => choose(name, output), {
			message: `secrets line 3: the output "${(output ?? name).toLowerCase()}" is always set, so no line can set it. Write OTHER_NAME = NAME.`,
		});
	});
}

const CERTIFICATE = ['n-thumbprint', 'n-subject', 'n-expires-on', 'n-version', 'n-cer'];

// [what, steps, the outputs of a line whose output is n]
const outputs: readonly (readonly [string, Modifiers, readonly string[]])[] = [
	['a secret', secretModifiers(), ['n']],
	['a secret, all leaves', secretModifiers({ json: { path: undefined } }), ['n']],
	['a secret, one leaf', secretModifiers({ json: { path: 'a' } }), ['n']],
	['a secret, decoded', secretModifiers({ base64: 'value', unmasked: true }), ['n']],
	['a secret in a file', secretModifiers({ file: true }), ['n', 'n-path']],
	['what is known of a secret', secretModifiers({ attributes: true }), ['n-version', 'n-expires-on', 'n-enabled']],
	['a certificate', certificateModifiers(), ['n', ...CERTIFICATE]],
	['a certificate, public', certificateModifiers({ public: true }), CERTIFICATE],
	['a certificate in a file', certificateModifiers({ file: 'default' }), ['n', ...CERTIFICATE, 'n-path', 'n-password']],
	['a certificate, 3des', certificateModifiers({ file: '3des' }), ['n', ...CERTIFICATE, 'n-path', 'n-password']],
	['a certificate as PEM', certificateModifiers({ pem: true }), ['n', ...CERTIFICATE, 'n-private-key', 'n-chain']],
	[
		'a certificate in a PEM file',
		certificateModifiers({ file: 'default', pem: true }),
		['n', ...CERTIFICATE, 'n-path', 'n-private-key', 'n-chain'],
	],
	['a certificate in the store', certificateModifiers({ store: true }), ['n', ...CERTIFICATE]],
	['a key', keyModifiers(), ['n', 'n-jwk', 'n-version']],
];

for (const [what, modifiers, names] of outputs) {
	test(`${what} has the outputs ${names.join(', ')}`, () => {
		assert.deepEqual(outputNames({ output: 'n', modifiers }), names);
	});
}

test('modifiers of a kind that does not exist are a bug', () => {
	const modifiers = { kind: 'unheard of' } as never;
	assert.throws(
		() => outputNames({ output: 'n', modifiers }),
		(error) => error === modifiers,
	);
	const place = { line: { input: 'secrets', number: 1 }, output: 'n' } as const;
	const address = { vaultUrl: 'https://contoso.vault.azure.net', name: 'n', version: undefined };
	assert.throws(
		() => makeDestination(place, address, modifiers),
		(error) => error === modifiers,
	);
});
