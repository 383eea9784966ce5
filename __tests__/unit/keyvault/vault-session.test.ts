// The token of a run: renewed once, and the renewal shared.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeVaultSession, type VaultSession, type VaultSessionStart } from '../../../src/keyvault/ask-vault.js';
import { SecretText } from '../../../src/secret-text.js';

const FIRST = new SecretText('first');
const SECOND = new SecretText('second');

function start(tenantId: string, renew: VaultSessionStart['renew']): VaultSession {
	return makeVaultSession({ tenantId, token: FIRST, renew });
}

describe('makeVaultSession', () => {
	it('begins with the first token, and knows its tenant', () => {
		const session = start('contoso.com', async () => SECOND);
		assert.equal(session.token(), FIRST);
		assert.equal(session.tenantId, 'contoso.com');
	});

	it('shares one renewal between requests that are refused at the same time', async () => {
		let renewals = 0;
		const session = start('t', async () => {
			renewals += 1;
			return SECOND;
		});
		assert.deepEqual(await Promise.all([session.renewed(FIRST), session.renewed(FIRST)]), [SECOND, SECOND]);
		assert.equal(await session.renewed(FIRST), SECOND);
		assert.equal(renewals, 1);
		assert.equal(session.token(), SECOND);
	});

	it('gives no third token', async () => {
		const session = start('t', async () => SECOND);
		await session.renewed(FIRST);
		assert.equal(await session.renewed(SECOND), undefined);
	});

	it('fails for everyone who waits if the renewal fails, and keeps the first token', async () => {
		let renewals = 0;
		const session = start('t', async () => {
			renewals += 1;
			throw new Error('refused');
		});
		const results = await Promise.allSettled([session.renewed(FIRST), session.renewed(FIRST)]);
		assert.deepEqual(
			results.map(({ status }) => status),
			['rejected', 'rejected'],
		);
		assert.equal(renewals, 1);
		assert.equal(session.token(), FIRST);
	});

	it('gives no second token if the way to sign in has none', async () => {
		assert.equal(await start('t', undefined).renewed(FIRST), undefined);
	});
});
