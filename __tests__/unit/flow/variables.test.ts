// Outputs as variables: their names, and the values that no variable can hold.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionErrors } from '../../../src/errors.js';
import { toVariables } from '../../../src/flow/make-results.js';
import { SecretText } from '../../../src/secret-text.js';

describe('toVariables', () => {
	it('keeps the values, secret ones as such', () => {
		const token = new SecretText('t');
		const outputs = [
			{ name: 'exo-token', value: token },
			{ name: 'exo-token-expires-on', value: 'soon' },
		];
		assert.deepEqual(toVariables(outputs, 'Do.'), [
			{ name: 'EXO_TOKEN', value: token },
			{ name: 'EXO_TOKEN_EXPIRES_ON', value: 'soon' },
		]);
	});

	it('refuses a NUL, and what is over 128 KiB with its name, and says what to do', () => {
		// NAME, "=", the value and a NUL.
		const fitting = 'ä'.repeat((128 * 1024 - 4) / 2);
		assert.equal(toVariables([{ name: 'ab', value: fitting }], 'Do.').length, 1);
		const outputs = [{ name: 'ab', value: new SecretText(`${fitting}x`) }];
		const others = [
			{ name: 'fine', value: 'x' },
			{ name: 'a', value: 'x\0' },
		];
		assert.throws(
			() => toVariables([...outputs, ...others], 'Do.'),
			(error) => {
				assert.ok(error instanceof ActionErrors);
				assert.deepEqual(
					error.errors.map(({ code, message }) => [code, message]),
					[
						[
							'VARIABLE_IMPOSSIBLE',
							'output ab: the value is larger than 128 KiB, which is too large for a variable. Do.',
						],
						['VARIABLE_IMPOSSIBLE', 'output a: the value contains a NUL character, which a variable cannot hold. Do.'],
					],
				);
				return true;
			},
		);
	});
});
