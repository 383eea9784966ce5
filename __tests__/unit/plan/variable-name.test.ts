// Outputs as variables: what they are called.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { variableNameOf } from '../../../src/plan/output-names.js';

describe('variableNameOf', () => {
	it('is upper case, with an underscore for each hyphen', () => {
		assert.equal(variableNameOf('exo-token-expires-on'), 'EXO_TOKEN_EXPIRES_ON');
		assert.equal(variableNameOf('_Exo1'), '_EXO1');
	});
});
