// One options to a vault: its token, its one renewal, and what becomes of other answers.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askVault, getObjectRequest, type VaultRequest } from '../../../src/keyvault/ask-vault.js';
import { response, type Script } from '../../support/make-ports.js';
import { refusal } from '../../support/refusal.js';
import { item, TENANT_ID } from '../../support/run-fetch-items.js';
import { SIGNING } from '../../support/signers.js';
import { makeAccess, tokensOf } from './make-access.js';

const SQL = item('sql');
const OPTIONS: VaultRequest = { identifier: SQL, makeRequest: (token) => getObjectRequest(SQL, token) };
const UNAUTHORIZED = response(401, { error: { code: 'Unauthorized', message: 'AKV10001: expired' } });

async function ask(script: Script, options = OPTIONS) {
	const { access, requests } = makeAccess(script);
	return { body: await askVault(options, access), tokens: tokensOf(requests) };
}

describe('askVault', () => {
	it('gives the body of the answer', async () => {
		assert.deepEqual(await ask([response(200, 'the body')]), { body: 'the body', tokens: ['token-1'] });
	});

	it('asks once more with a newer token', async () => {
		const { body, tokens } = await ask([UNAUTHORIZED, response(200, 'the body')]);
		assert.deepEqual([body, tokens], ['the body', ['token-1', 'token-2']]);
	});

	it('gives up if the newer token is refused as well, and names the tenants', async () => {
		const challenge = {
			'www-authenticate': 'Bearer authorization="https://login.example/99999999-9999-4999-8999-999999999999"',
		};
		const script = [UNAUTHORIZED, response(401, '', challenge)];
		const expected = new RegExp(
			`trusts tenant 99999999-9999-4999-8999-999999999999, and the sign-in was in tenant ${TENANT_ID}`,
		);
		await assert.rejects(ask(script), refusal('VAULT_UNAUTHORIZED', expected));
	});

	it('gives up at once if there is no newer token', async () => {
		const { access, requests } = makeAccess([UNAUTHORIZED], { isRenewable: false });
		await assert.rejects(askVault(OPTIONS, access), refusal('VAULT_UNAUTHORIZED', /./));
		assert.equal(requests.length, 1);
	});

	it('says which permission is missing, for whichever operation', async () => {
		const error = { error: { code: 'Forbidden', innererror: { code: 'ForbiddenByPolicy' } } };
		await assert.rejects(ask([response(403, error)]), refusal('VAULT_FORBIDDEN_BY_POLICY', /to get secrets/));
		const options = { ...OPTIONS, identifier: SIGNING.key, operation: 'sign' as const };
		await assert.rejects(ask([response(403, error)], options), refusal('VAULT_FORBIDDEN_BY_POLICY', /to sign keys/));
	});

	it('lets a bug through', async () => {
		const defect = new TypeError('x is undefined');
		await assert.rejects(ask([defect]), defect);
	});
});
