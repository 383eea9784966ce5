// Output names: which a workflow can use, and when two of them clash.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LinesInput } from '../../../src/input/line-grammar.js';
import { chooseOutput, type Destination, makeClaims } from '../../../src/plan/destination.js';

function choose(name: string, output?: string): string {
	return chooseOutput({ input: 'secrets', number: 3, output, reference: name }, { name });
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

for (const output of ['1st', '-a', 'two words', 'a.b', 'größe', 'a\u212a', 'a"', '$a', 'a\u2028b', 'https://x']) {
	test(`an output ${JSON.stringify(output).replace('\u2028', '\\u2028')} is one that a workflow cannot use`, () => {
		assert.throws(() => choose('db', output), {
			code: 'LINE_INVALID',
			message:
				'secrets line 3: has an output name that a workflow cannot use. Expected a letter or _, then letters, digits, - and _.',
		});
	});
}

for (const [name, output] of [['secrets'], ['Expiring'], ['db', 'SECRETS'], ['db', 'expiring']] as const) {
	test(`the output "${output ?? name}" is reserved, in any case and wherever it comes from`, () => {
		assert.throws(() => choose(name, output), {
			message: `secrets line 3: would set the output "${output ?? name}", which is reserved. Write OTHER_NAME = NAME.`,
		});
	});
}

function destination(
	number: number,
	output: string,
	{ name = 'db', input = 'secrets' as LinesInput, version = undefined as string | undefined } = {},
): Destination {
	const item = { vaultUrl: 'https://contoso.vault.azure.net', collection: input, name, version };
	return { line: { input, number }, output, item };
}

function claimAll(destinations: readonly Destination[]): readonly boolean[] {
	return destinations.map(makeClaims());
}

const certificate = { name: 'exo', input: 'certificates' } as const;

test('different outputs are each claimed, also of one object', () => {
	assert.deepEqual(claimAll([destination(1, 'A'), destination(2, 'B'), destination(3, 'C', certificate)]), [
		true,
		true,
		true,
	]);
});

test('the same object under the same output is claimed once and is no clash, however its name is spelled', () => {
	assert.deepEqual(claimAll([destination(1, 'A'), destination(2, 'A', { name: 'DB' })]), [true, false]);
	assert.deepEqual(claimAll([destination(1, 'A', certificate), destination(2, 'A', certificate)]), [true, false]);
});

const clashes: readonly (readonly [string, Destination, Destination, string])[] = [
	['two objects', destination(1, 'A'), destination(2, 'A', { name: 'other' }), 'A'],
	['outputs that differ only in case, even of one object', destination(1, 'A'), destination(2, 'a'), 'a'],
	['two versions', destination(1, 'A'), destination(2, 'A', { version: '0'.repeat(32) }), 'A'],
	['a secret and a certificate', destination(1, 'exo'), destination(2, 'exo', certificate), 'exo'],
	['a secret and what a certificate adds', destination(1, 'EXO-CER'), destination(2, 'exo', certificate), 'exo-cer'],
	[
		'what a certificate adds and a secret',
		destination(1, 'exo', certificate),
		destination(2, 'exo-version'),
		'exo-version',
	],
	[
		'what two certificates add',
		destination(1, 'exo', certificate),
		destination(2, 'exo-subject', certificate),
		'exo-subject',
	],
];

for (const [what, first, second, name] of clashes) {
	test(`${what} for one output are a clash that names both lines`, () => {
		const claim = makeClaims();
		claim(first);
		assert.throws(() => claim(second), {
			code: 'OUTPUT_CLASH',
			title: 'Two outputs of one name',
			message: `${second.line.input} line 2: would set the output "${name}", which ${first.line.input} line 1 sets already (case does not count). Write OTHER_NAME = NAME in one of them.`,
		});
	});
}

for (const suffix of ['', '-thumbprint', '-subject', '-expires-on', '-version', '-cer']) {
	test(`a certificate claims NAME${suffix}`, () => {
		const claim = makeClaims();
		claim(destination(1, 'exo', certificate));
		assert.throws(() => claim(destination(2, `exo${suffix}`, { name: 'db' })), { code: 'OUTPUT_CLASH' });
	});
}

test('a claim that fails claims nothing', () => {
	const claim = makeClaims();
	claim(destination(1, 'exo-cer'));
	assert.throws(() => claim(destination(2, 'exo', certificate)), { code: 'OUTPUT_CLASH' });
	assert.equal(claim(destination(3, 'exo')), true);
});
