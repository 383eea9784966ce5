// The token of a run: renewed once, and the renewal shared.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeVaultSession } from '../../../src/keyvault/vault-session.js';
import { SecretText } from '../../../src/secret-text.js';

const FIRST = new SecretText('first');
const SECOND = new SecretText('second');

describe('makeVaultSession', () => {
	it('begins with the first token, and knows its tenant', () => {
		const session = makeVaultSession('contoso.com', FIRST, async () => SECOND);
		assert.equal(session.token(), FIRST);
		assert.equal(session.tenantId, 'contoso.com');
	});

	it('shares one renewal between requests that are refused at the same time', async () => {
		let renewals = 0;
		const session = makeVaultSession('t', FIRST, async () => {
			renewals += 1;
			return SECOND;
		});
		assert.deepEqual(await Promise.all([session.renewed(FIRST), session.renewed(FIRST)]), [SECOND, SECOND]);
		assert.equal(await session.renewed(FIRST), SECOND);
		assert.equal(renewals, 1);
		assert.equal(session.token(), SECOND);
	});

	it('gives no third token', async () => {
		const session = makeVaultSession('t', FIRST, async () => SECOND);
		await session.renewed(FIRST);
		assert.equal(await session.renewed(SECOND), undefined);
	});

	it('fails for everyone who waits where the renewal fails, and keeps the first token', async () => {
		let renewals = 0;
		const session = makeVaultSession('t', FIRST, async () => {
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
});
