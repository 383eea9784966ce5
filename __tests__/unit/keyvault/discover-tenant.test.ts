// A tenant that was left out: the vault names it, and of its challenge nothing else is believed.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TransportError } from '../../../src/http/transport-error.js';
import { discoverTenant } from '../../../src/keyvault/ask-vault.js';
import type { VaultAddress } from '../../../src/plan/identifier.js';
import { makePorts, response, type Script, scriptTransport } from '../../support/make-ports.js';
import { item, VAULT_URL } from '../../support/run-fetch-items.js';

async function discover(script: Script, address: VaultAddress = item('db')) {
	const { ports, requests, time } = makePorts({ transport: scriptTransport(script).transport });
	const tenant = await discoverTenant(address, { ...ports, deadlineMs: time.clock.nowMs() + 120_000 });
	return { tenant, requests };
}

const challenge = (authority: string) =>
	response(401, '', { 'WWW-Authenticate': `Bearer authorization="${authority}", resource="x"` });

describe('discoverTenant', () => {
	it('asks once, without a token, for what the first line names', async () => {
		const { tenant, requests } = await discover([challenge('https://evil.example/the-tenant')]);
		assert.equal(tenant, 'the-tenant');
		assert.deepEqual(
			requests.map(({ method, url, headers }) => [method, url, headers]),
			[['GET', `${VAULT_URL}/secrets/db?api-version=7.4`, {}]],
		);
	});

	it('asks for the list where the first line has a pattern', async () => {
		const address = { vaultUrl: VAULT_URL, collection: 'keys' } as const;
		const { tenant, requests } = await discover([challenge('https://login.example/the-tenant')], address);
		assert.equal(tenant, 'the-tenant');
		assert.deepEqual(
			requests.map(({ url, headers }) => [url, headers]),
			[[`${VAULT_URL}/keys?api-version=7.4&maxresults=25`, {}]],
		);
	});

	for (const [name, answer] of [
		['names none', response(401)],
		['answers without a challenge', response(200, { value: 'x' })],
		['forbids', response(403)],
	] as const) {
		it(`is an error if the vault ${name}`, async () => {
			await assert.rejects(discover([answer]), {
				code: 'TENANT_NOT_FOUND',
				message:
					/^tenant-id: the input is empty, and contoso\.vault\.azure\.net names no tenant \(HTTP \d{3}\)\. Set tenant-id/,
			});
		});
	}

	it('is an error if the vault gives no answer', async () => {
		const failure = new TransportError('the host name does not exist', { failure: 'host-not-found' });
		await assert.rejects(discover([failure]), { code: 'VAULT_UNREACHABLE' });
	});
});
