import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Identifier } from '../../../src/plan/identifier.js';
import { isOwnPassword, ownPasswordName } from '../../../src/plan/own-password.js';

const SIGN = Buffer.from('0f3a9c1e', 'hex');

function secretOf(name: string, vaultUrl = 'https://contoso.vault.azure.net'): Identifier {
	return { vaultUrl, collection: 'secrets', name, version: undefined };
}

describe('the display name of a password', () => {
	it('says who made it, for which vault and secret, and in which run', () => {
		assert.equal(
			ownPasswordName(secretOf('api-secret'), SIGN),
			'azure-key-vault-action contoso.vault.azure.net/api-secret 0f3a9c1e',
		);
		assert.equal(
			ownPasswordName(secretOf('api', 'https://localhost:8443'), SIGN),
			'azure-key-vault-action localhost:8443/api 0f3a9c1e',
		);
	});

	it('is known again whichever run made it, and however the workflow spells the secret', () => {
		const name = ownPasswordName(secretOf('Api-Secret'), SIGN);
		assert.ok(isOwnPassword(name, secretOf('api-secret')));
		assert.ok(isOwnPassword(name.replace('0f3a9c1e', '00000000'), secretOf('API-SECRET')));
	});

	it('is not taken for one of another secret or vault, or for one that a person has made', () => {
		const secret = secretOf('api-secret');
		const name = ownPasswordName(secret, SIGN);
		assert.ok(!isOwnPassword(name, secretOf('api-secret-2')));
		assert.ok(!isOwnPassword(name, secretOf('api')));
		assert.ok(!isOwnPassword(name, secretOf('api-secret', 'https://contoso2.vault.azure.net')));
		for (const other of [
			undefined,
			'',
			'api-secret',
			`${name} `,
			` ${name}`,
			`my ${name}`,
			`${name}0`,
			name.slice(0, -1),
			`${name}\n`,
			name.replace('0f3a9c1e', '0F3A9C1E'),
		]) {
			assert.ok(!isOwnPassword(other, secret), JSON.stringify(other));
		}
	});

	it('is cut if it would be too long, and still says which secret it is of', () => {
		const [one, other] = ['a', 'b'].map((end) => secretOf(`${'x'.repeat(126)}${end}`)) as [Identifier, Identifier];
		const name = ownPasswordName(one, SIGN);
		assert.equal(name.length, 120);
		assert.match(name, /^azure-key-vault-action contoso\.vault\.azure\.net\/x+~[0-9a-f]{16} 0f3a9c1e$/);
		assert.ok(isOwnPassword(name, one));
		assert.ok(isOwnPassword(name, secretOf(one.name.toUpperCase())));
		assert.ok(!isOwnPassword(name, other));
	});

	it('is the same in every version of this action: by it the passwords of earlier ones are known', () => {
		const name = ownPasswordName(secretOf(`Api-${'x'.repeat(123)}`), SIGN);
		// The digest is the beginning of SHA-256 of the address in lower case.
		const cut = `Api-${'x'.repeat(43)}~8a72d968c1e0a665`;
		assert.equal(name, `azure-key-vault-action contoso.vault.azure.net/${cut} 0f3a9c1e`);
	});

	it('is whole up to its limit', () => {
		const longest = secretOf('x'.repeat(120 - 'azure-key-vault-action contoso.vault.azure.net/ 0f3a9c1e'.length));
		assert.equal(ownPasswordName(longest, SIGN).length, 120);
		assert.ok(!ownPasswordName(longest, SIGN).includes('~'));
		assert.ok(ownPasswordName(secretOf(`${longest.name}x`), SIGN).includes('~'));
	});
});
