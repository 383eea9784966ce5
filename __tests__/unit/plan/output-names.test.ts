// Which line sets which output and variable: when two clash, when they are one, and which variables are refused.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionErrors } from '../../../src/errors.js';
import { makeTakenNames, type NameTaker } from '../../../src/plan/output-names.js';
import { isRefusedVariable } from '../../../src/plan/refused-variables.js';

function taker(number: number, outputs: readonly string[], essence = `of line ${number}`): NameTaker {
	return { line: { input: 'secrets', number }, essence, outputs };
}

function takeAll(takers: readonly NameTaker[], exportEnv = false): readonly boolean[] {
	const takenNames = makeTakenNames({ exportEnv, refuses: isRefusedVariable });
	return takers.map((one) => takenNames.take(one));
}

const ONE_OF_THEM = 'Write OTHER_NAME = NAME in one of them.';

describe('names that lines take for outputs', () => {
	it('succeed if the outputs differ', () => {
		assert.deepEqual(takeAll([taker(1, ['a', 'a-path']), taker(2, ['b']), taker(3, ['a-b', 'a_b'])]), [
			true,
			true,
			true,
		]);
	});

	it('are no clash if an earlier line asks for the very same: then nothing is left to do', () => {
		assert.deepEqual(takeAll([taker(1, ['a', 'b'], 'same'), taker(2, ['a', 'b'], 'same')]), [true, false]);
	});

	for (const [first, second, name] of [
		[['a'], ['a'], 'a'],
		[['a'], ['A'], 'A'],
		[['Exo-Cer'], ['exo', 'exo-cer'], 'exo-cer'],
		[['exo', 'exo-cer'], ['EXO-CER'], 'EXO-CER'],
	] as const) {
		it(`clash if one line sets ${first.join(', ')} and another ${second.join(', ')}`, () => {
			assert.throws(() => takeAll([taker(1, first), taker(2, second)]), {
				code: 'OUTPUT_CLASH',
				title: 'Two outputs with one name',
				message: `secrets line 2: the line would set the output "${name}", which secrets line 1 sets already (case does not matter). ${ONE_OF_THEM}`,
			});
		});
	}

	it('name the input of each line', () => {
		const other = { ...taker(7, ['a']), line: { input: 'certificates', number: 7 } };
		assert.throws(() => takeAll([taker(1, ['a']), other]), /^ActionError: certificates line 7: .* secrets line 1 /);
	});

	it('clash if one line sets an output twice, as two leaves of one JSON text can', () => {
		assert.throws(() => takeAll([taker(4, ['db-Host', 'db-host'])]), {
			code: 'OUTPUT_CLASH',
			title: 'Two outputs with one name',
			message:
				'secrets line 4: the line would set the output "db-host" twice (case does not matter). Pick the leaves that you need, each in a line of its own: OUTPUT = NAME | json PATH.',
		});
	});

	for (const failing of [taker(2, ['b', 'a']), taker(2, ['b', 'B'])]) {
		it(`that fail claim nothing: ${failing.outputs.join(', ')}`, () => {
			const takenNames = makeTakenNames({ exportEnv: false });
			takenNames.take(taker(1, ['a']));
			assert.throws(() => takenNames.take(failing), { code: 'OUTPUT_CLASH' });
			assert.equal(takenNames.take(taker(3, ['b'])), true);
		});
	}
});

describe('names that lines take for variables', () => {
	it('clash if two outputs become one variable', () => {
		assert.throws(() => takeAll([taker(1, ['a-b']), taker(2, ['A_b'])], true), {
			code: 'OUTPUT_CLASH',
			message: `secrets line 2: the line would set the variable A_B, which secrets line 1 sets already (case does not matter there, and - becomes _). ${ONE_OF_THEM}`,
		});
		assert.throws(() => takeAll([taker(1, ['a-b', 'a_b'])], true), /the variable A_B twice \(case/);
	});

	it('are no clash if the outputs differ or are the very same', () => {
		assert.deepEqual(takeAll([taker(1, ['a-b'], 'same'), taker(2, ['a-b'], 'same'), taker(3, ['ab'])], true), [
			true,
			false,
			true,
		]);
	});

	it('fail if a variable would change how later steps run, and nowhere else', () => {
		for (const outputs of [['path'], ['x', 'node-options'], ['Github_Token']]) {
			assert.throws(() => takeAll([taker(5, outputs)], true), {
				code: 'LINE_INVALID',
				message: `secrets line 5: the line would set the variable ${outputs.at(-1)?.toUpperCase().replace('-', '_')}, which changes how later steps run. Write OTHER_NAME = NAME, or leave export-env out.`,
			});
			assert.deepEqual(takeAll([taker(5, outputs)], false), [true]);
		}
	});

	it('fail with every variable of the line that is refused, and with a clash beside them', () => {
		assert.throws(() => takeAll([taker(5, ['git-dir', 'fine', 'CURL_HOME', 'git_dir2'])], true), {
			code: 'LINE_INVALID',
			message:
				'secrets line 5: the line would set the variables GIT_DIR, CURL_HOME, which change how later steps run. Write OTHER_NAME = NAME, or leave export-env out.',
		});
		assert.throws(
			() => takeAll([taker(1, ['a']), taker(2, ['A', 'path', 'home'])], true),
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
		assert.throws(() => makeTakenNames({ exportEnv: true }), /no rule for variables/);
	});

	it('that fail claim nothing', () => {
		const takenNames = makeTakenNames({ exportEnv: true, refuses: isRefusedVariable });
		assert.throws(() => takenNames.take(taker(1, ['a', 'path'])), { code: 'LINE_INVALID' });
		assert.equal(takenNames.take(taker(2, ['a'])), true);
	});
});
