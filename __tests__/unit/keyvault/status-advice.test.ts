// Why a token is not accepted: by the number in the answer, by whose token it is, and by what it shows.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { statusAdvice } from '../../../src/keyvault/status-advice.js';
import { type Caller, type RefusedRequest, readVaultRefusal } from '../../../src/keyvault/vault-response-error.js';
import { response } from '../../support/make-ports.js';

const TENANT = '11111111-1111-4111-8111-111111111111';
const OTHER = '99999999-9999-4999-8999-999999999999';

function caller(method: string, audience?: string): Caller {
	const ids = { clientId: undefined, objectId: undefined, isDelegated: false };
	return { ...ids, method, audience, resource: 'https://vault.azure.cn' };
}

function advise(message: string, request: Partial<RefusedRequest> = {}, headers: Record<string, string> = {}) {
	const refusal = readVaultRefusal(response(401, { error: { code: 'Unauthorized', message } }, headers));
	const identifier = { vaultUrl: 'https://contoso.vault.azure.cn', collection: 'secrets' } as const;
	return statusAdvice(refusal, { identifier, ...request });
}

describe('a token of another audience', () => {
	it('is named by the answer, else by the token, else not at all', () => {
		const of = 'AKV10022: Invalid audience. Expected https://vault.azure.cn, found: api://x.';
		assert.match(
			advise(of, { caller: caller('access-token', 'api://y') }).meaning,
			/is for api:\/\/x, .*https:\/\/vault\.azure\.cn$/,
		);
		assert.match(advise('AKV10022: x', { caller: caller('access-token', 'api://y') }).meaning, /is for api:\/\/y,/);
		assert.match(advise('AKV10022: x').meaning, /is for another audience, .*https:\/\/vault\.azure\.net$/);
	});

	it('has the cure of its method', () => {
		assert.match(
			advise('AKV10022: x', { caller: caller('access-token') }).hint,
			/--resource https:\/\/vault\.azure\.cn"/,
		);
		assert.match(advise('AKV10022: x', { caller: caller('github-oidc') }).hint, /\bcloud\b/);
	});
});

describe('a token of another tenant', () => {
	const hints: Readonly<Record<string, RegExp>> = {
		'access-token': /az account get-access-token --tenant 9999/,
		'azure-cli': /tenant-id .*\(9999.*Azure\/login\.$/,
		'managed-identity': /own tenant/,
		'client-secret': /tenant-id .*\(9999.*client-id/,
	};
	for (const [method, hint] of Object.entries(hints)) {
		it(`has the cure of its method: ${method}`, () => {
			const request = { signedIn: TENANT, challenged: OTHER, caller: caller(method) };
			assert.match(advise('', request).hint, hint);
			assert.match(advise('AKV10032: x', request).hint, hint);
		});
	}

	it('is told as far as the tenants are known', () => {
		assert.match(advise('AKV10032: x').meaning, /another tenant/);
		assert.match(advise('AKV10032: x').hint, /tenant of the vault .*portal/);
	});
});

describe('any other token', () => {
	it('may lack claims that the vault demands', () => {
		const challenge = { 'www-authenticate': 'Bearer error="insufficient_claims", claims="e30="' };
		const { meaning, hint } = advise('', {}, challenge);
		assert.match(meaning, /a newer sign-in/);
		assert.match(hint, /Conditional Access.*sign in again/);
	});

	it('is one of two if a second could be asked for', () => {
		for (const [method, second] of [
			['client-secret', true],
			['azure-cli', false],
			['device-code', false],
			['access-token', false],
		] as const) {
			const { meaning } = advise('AKV10001: x', { caller: caller(method) });
			assert.equal(meaning, `the vault does not accept the token${second ? ', nor a second one' : ''}`);
		}
	});
});
