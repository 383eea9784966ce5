// What the set action decides of its lines before it reads a value: names, and that no two lines write one object.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectedErrors } from '../../../src/errors.js';
import { lineError, splitLines } from '../../../src/input/line-grammar.js';
import { SET_INPUTS } from '../../../src/input/set-lines.js';
import { chooseSetVault, type PlannedLine, planSetLines } from '../../../src/plan/set-plan.js';
import { makeInputs } from '../../support/make-ports.js';

function place(texts: Partial<Record<(typeof SET_INPUTS)[number], string>>, read = (planned: PlannedLine) => planned) {
	return planSetLines(
		SET_INPUTS.flatMap((input) => splitLines(input, texts[input] ?? '')),
		read,
	);
}

function messagesOf(act: () => unknown): readonly string[] {
	try {
		act();
	} catch (error) {
		return expectedErrors(error).map(({ message }) => message);
	}
	return [];
}

describe('the vault that is written to', () => {
	it('is one of the cloud', () => {
		const choose = (inputs: Readonly<Record<string, string>>) => chooseSetVault(makeInputs(inputs));
		assert.equal(choose({ keyvault: 'contoso' }).vaultUrl, 'https://contoso.vault.azure.net');
		assert.equal(choose({ keyvault: 'contoso', cloud: 'china' }).vaultUrl, 'https://contoso.vault.azure.cn');
		assert.throws(() => choose({ keyvault: 'https://example.com' }), { message: /^keyvault: / });
		assert.throws(() => choose({ cloud: 'moon' }), { message: /^cloud: .*\nkeyvault: /s });
		assert.throws(() => choose({ cloud: 'moon', keyvault: 'contoso' }), { message: /^cloud: [^\n]*$/ });
		assert.throws(() => choose({ cloud: 'moon', keyvault: 'a b' }), { message: /^cloud: .*\nkeyvault: /s });
	});
});

describe('lines that write', () => {
	it('are placed in their order, secrets first', () => {
		const planned = place({ certificates: 'c < file c.pem', secrets: '# one\nb < env B, 1a < generate 20' });
		assert.deepEqual(
			planned.map(({ line, output, source }) => [line.input, line.name, output, source.kind]),
			[
				['secrets', 'b', 'b', 'env'],
				['secrets', '1a', '_1a', 'generate'],
				['certificates', 'c', 'c', 'file'],
			],
		);
	});

	it('are all reported if they are bad, with those whose value is', () => {
		const secrets = 'a_b < env A\nc < hunter2\nd < env D | nothing\ne < env E\nf < generate 3 | typo';
		const read = ({ line }: PlannedLine): PlannedLine => {
			throw lineError(line, 'no value.');
		};
		assert.deepEqual(
			messagesOf(() => place({ secrets }, read)).map((message) => message.slice(0, 'secrets line 1'.length)),
			[1, 2, 3, 4, 5, 5].map((number) => `secrets line ${number}`),
		);
	});

	for (const [name, problem] of [
		['a_b', /the name has an underscore/],
		['a.b', /the name has a dot/],
		['- a', /the dash of a YAML list/],
		['1. a', /a list mark/],
		['"a"', /quotation marks/],
		['[a]', /brackets/],
		['export a', /a word of a shell/],
		['https://contoso.vault.azure.net/secrets/a', /a full identifier stands where the name belongs/],
		['a/4387e9f3d6e14c459867679a90fd0f79', /a version follows the name/],
		['a/b', /the name has "\/" in it/],
		['team-*', /the name is a pattern/],
		['secrets/a', /the kind stands before the name/],
		['a b', /the name has a space in it/],
		['x'.repeat(128), /the name has 128 characters/],
	] as const) {
		it(`have names that vaults allow, not ${name.slice(0, 40)}`, () => {
			const [message = '', ...others] = messagesOf(() => place({ secrets: `${name} < env A` }));
			assert.match(message, problem);
			assert.deepEqual(others, []);
		});
	}

	it('do not write one object twice', () => {
		assert.match(
			messagesOf(() => place({ secrets: 'db < env A\nDB < env B' }))[0] ?? '',
			/^secrets line 2: secrets line 1 writes the same object already \(case does not count\)/,
		);
		assert.match(
			messagesOf(() => place({ secrets: 'db < env A', certificates: 'db < env B' }))[0] ?? '',
			/^certificates line 1: secrets line 1 writes a secret of this name, and a certificate keeps its private key/,
		);
	});

	it('do not set one output twice', () => {
		const secrets = 'a < env A\na-version < generate 16 | output';
		assert.match(
			messagesOf(() => place({ secrets }))[0] ?? '',
			/^secrets line 2: the line would set the output "a-version".* Leave \| output out, or choose another name/,
		);
		assert.deepEqual(
			messagesOf(() => place({ secrets: 'a < env A\na-version < generate 16' })),
			[],
		);
	});
});
