// Errors about a vault's object that no refusal caused.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unusableAnswerError, withoutTagError } from '../../../src/keyvault/vault-error.js';
import { describeIdentifier, type Identifier } from '../../../src/plan/identifier.js';

const VERSION = '4387e9f3d6e14c459867679a90fd0f79';
const SQL: Identifier = {
	vaultUrl: 'https://contoso.vault.azure.net',
	collection: 'secrets',
	name: 'sql',
	version: undefined,
};

describe('unusableAnswerError', () => {
	it('says what is wrong with the answer', () => {
		const error = unusableAnswerError({ ...SQL, collection: 'certificates' }, 'the answer is not a certificate.');
		assert.equal(error.code, 'VAULT_ANSWER_UNUSABLE');
		assert.equal(error.title, 'contoso.vault.azure.net: unusable answer');
		assert.match(error.message, /^certificate sql: the answer is not a certificate\. .*proxy/);
	});
});

describe('withoutTagError', () => {
	it("names the tag's key, and not its value", () => {
		const error = withoutTagError(SQL, 'env');
		assert.equal(error.title, 'contoso.vault.azure.net: without the tag');
		assert.match(error.message, /^secret sql: it does not have the tag env with the value that the line asks for\. /);
	});
});

describe('describeIdentifier', () => {
	it('names a key', () => {
		assert.equal(describeIdentifier({ ...SQL, collection: 'keys', name: 'exo' }), 'key exo');
	});

	it('names a list', () => {
		assert.equal(describeIdentifier({ vaultUrl: SQL.vaultUrl, collection: 'keys' }), 'list of keys');
	});

	it('names kind and object, and the version if one was asked for', () => {
		assert.equal(describeIdentifier(SQL), 'secret sql');
		assert.equal(describeIdentifier({ ...SQL, version: VERSION }), `secret sql/${VERSION}`);
		assert.equal(describeIdentifier({ ...SQL, collection: 'certificates', name: 'exo' }), 'certificate exo');
	});
});
