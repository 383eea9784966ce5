import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setSecretRequest } from '../../../src/keyvault/stored-version.js';
import { SecretText } from '../../../src/secret-text.js';

const SECRET = {
	vaultUrl: 'https://contoso.vault.azure.net',
	collection: 'secrets',
	name: 'api',
	version: '4387e9f3d6e14c459867679a90fd0f79',
} as const;

function make(contentType: string) {
	const version = { value: new SecretText('s3"cr3t'), expires: 1_800_000_000, contentType, tags: { a: 'b' } };
	return setSecretRequest(SECRET, version, new SecretText('token-1'));
}

describe('setSecretRequest', () => {
	it('makes a new version with value, end and tags, whichever version it follows', () => {
		const { method, url, headers, body } = make('');
		assert.deepEqual([method, url], ['PUT', 'https://contoso.vault.azure.net/secrets/api?api-version=7.4']);
		assert.equal((headers['authorization'] as SecretText).reveal(), 'Bearer token-1');
		assert.equal(headers['content-type'], 'application/json');
		assert.deepEqual(JSON.parse(body?.reveal() ?? ''), {
			value: 's3"cr3t',
			attributes: { enabled: true, exp: 1_800_000_000 },
			tags: { a: 'b' },
		});
	});

	it('keeps the content type if there is one', () => {
		assert.equal(JSON.parse(make('password').body?.reveal() ?? '').contentType, 'password');
	});

	it('does not show the value', () => {
		assert.doesNotMatch(JSON.stringify(make('')), /s3/);
	});
});
