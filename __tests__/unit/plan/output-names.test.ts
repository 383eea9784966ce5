// Which line sets which output and variable: when two clash, when they are one, and which variables are refused.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionErrors } from '../../../src/errors.js';
import { type Claimant, makeClaims } from '../../../src/plan/output-names.js';
import { isRefusedVariable } from '../../../src/plan/refused-variables.js';

function claimant(number: number, outputs: readonly string[], essence = `of line ${number}`): Claimant {
	return { line: { input: 'secrets', number }, essence, outputs };
}

function claimAll(claimants: readonly Claimant[], exportEnv = false): readonly boolean[] {
	const claims = makeClaims({ exportEnv, refuses: isRefusedVariable });
	return claimants.map((one) => claims.claim(one));
}

const ONE_OF_THEM = 'Write OTHER_NAME = NAME in one of them.';

describe('claims of outputs', () => {
	it('succeed if the outputs differ', () => {
		assert.deepEqual(claimAll([claimant(1, ['a', 'a-path']), claimant(2, ['b']), claimant(3, ['a-b', 'a_b'])]), [
			true,
			true,
			true,
		]);
	});

	it('are no clash if an earlier line asks for the very same: then nothing is left to do', () => {
		assert.deepEqual(claimAll([claimant(1, ['a', 'b'], 'same'), claimant(2, ['a', 'b'], 'same')]), [true, false]);
	});

	for (const [first, second, name] of [
		[['a'], ['a'], 'a'],
		[['a'], ['A'], 'A'],
		[['Exo-Cer'], ['exo', 'exo-cer'], 'exo-cer'],
		[['exo', 'exo-cer'], ['EXO-CER'], 'EXO-CER'],
	] as const) {
		it(`clash if one line sets ${first.join(', ')} and another ${second.join(', ')}`, () => {
			assert.throws(() => claimAll([claimant(1, first), claimant(2, second)]), {
				code: 'OUTPUT_CLASH',
				title: 'Two outputs with one name',
				message: `secrets line 2: would set the output "${name}", which secrets line 1 sets already (case does not matter). ${ONE_OF_THEM}`,
			});
		});
	}

	it('name the input of each line', () => {
		const other = { ...claimant(7, ['a']), line: { input: 'certificates', number: 7 } };
		assert.throws(() => claimAll([claimant(1, ['a']), other]), /^ActionError: certificates line 7: .* secrets line 1 /);
	});

	it('clash if one line sets an output twice, as two leaves of one JSON text can', () => {
		assert.throws(() => claimAll([claimant(4, ['db-Host', 'db-host'])]), {
			code: 'OUTPUT_CLASH',
			title: 'Two outputs with one name',
			message:
				'secrets line 4: would set the output "db-host" twice (case does not matter). Pick the leaves that you need, each in a line of its own: OUTPUT = NAME | json PATH.',
		});
	});

	for (const failing of [claimant(2, ['b', 'a']), claimant(2, ['b', 'B'])]) {
		it(`that fail claim nothing: ${failing.outputs.join(', ')}`, () => {
			const claims = makeClaims({ exportEnv: false });
			claims.claim(claimant(1, ['a']));
			assert.throws(() => claims.claim(failing), { code: 'OUTPUT_CLASH' });
			assert.equal(claims.claim(claimant(3, ['b'])), true);
		});
	}
});

describe('claims of variables', () => {
	it('clash if two outputs become one variable', () => {
		assert.throws(() => claimAll([claimant(1, ['a-b']), claimant(2, ['A_b'])], true), {
			code: 'OUTPUT_CLASH',
			message: `secrets line 2: would set the variable A_B, which secrets line 1 sets already (case does not matter there, and - becomes _). ${ONE_OF_THEM}`,
		});
		assert.throws(() => claimAll([claimant(1, ['a-b', 'a_b'])], true), /the variable A_B twice \(case/);
	});

	it('are no clash if the outputs differ or are the very same', () => {
		assert.deepEqual(
			claimAll([claimant(1, ['a-b'], 'same'), claimant(2, ['a-b'], 'same'), claimant(3, ['ab'])], true),
			[true, false, true],
		);
	});

	it('fail if a variable would change how later steps run, and nowhere else', () => {
		for (const outputs of [['path'], ['x', 'node-options'], ['Github_Token']]) {
			assert.throws(() => claimAll([claimant(5, outputs)], true), {
				code: 'LINE_INVALID',
				message: `secrets line 5: would set the variable ${outputs.at(-1)?.toUpperCase().replace('-', '_')}, which changes how later steps run. Write OTHER_NAME = NAME, or leave export-env out.`,
			});
			assert.deepEqual(claimAll([claimant(5, outputs)], false), [true]);
		}
	});

	it('fail with every variable of the line that is refused, and with a clash beside them', () => {
		assert.throws(() => claimAll([claimant(5, ['git-dir', 'fine', 'CURL_HOME', 'git_dir2'])], true), {
			code: 'LINE_INVALID',
			message:
				'secrets line 5: would set the variables GIT_DIR, CURL_HOME, which change how later steps run. Write OTHER_NAME = NAME, or leave export-env out.',
		});
		assert.throws(
			() => claimAll([claimant(1, ['a']), claimant(2, ['A', 'path', 'home'])], true),
			(error) => {
				assert.ok(error instanceof ActionErrors);
				assert.deepEqual(
					error.errors.map(({ code }) => code),
					['OUTPUT_CLASH', 'LINE_INVALID'],
				);
				return true;
			},
		);
	});

	it('are not made without the rule that refuses some', () => {
		assert.throws(() => makeClaims({ exportEnv: true }), /no rule for variables/);
	});

	it('that fail claim nothing', () => {
		const claims = makeClaims({ exportEnv: true, refuses: isRefusedVariable });
		assert.throws(() => claims.claim(claimant(1, ['a', 'path'])), { code: 'LINE_INVALID' });
		assert.equal(claims.claim(claimant(2, ['a'])), true);
	});
});
