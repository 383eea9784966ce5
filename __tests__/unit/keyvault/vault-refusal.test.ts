// Facts that are read from a vault's error answer, and that nothing else is.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readVaultRefusal } from '../../../src/keyvault/vault-response-error.js';
import { response } from '../../support/make-ports.js';

const APP_ID = '11111111-1111-4111-8111-111111111111';
const OBJECT_ID = '22222222-2222-4222-8222-222222222222';

function read(error: unknown, headers: Readonly<Record<string, string>> = {}): ReturnType<typeof readVaultRefusal> {
	return readVaultRefusal(response(403, { error }, headers));
}

describe('readVaultRefusal', () => {
	it('prefers the inner code, and reads caller and action of a role that is missing', () => {
		const refusal = read(
			{
				code: 'Forbidden',
				message: `Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role definitions were changed recently, please observe propagation time.\r\nCaller: appid=${APP_ID};oid=${OBJECT_ID};iss=https://sts.windows.net/33333333-3333-4333-8333-333333333333/\r\nAction: 'Microsoft.KeyVault/vaults/secrets/getSecret/action'\r\nResource: '/subscriptions/${APP_ID}/resourcegroups/y/providers/microsoft.keyvault/vaults/contoso/secrets/sql'\r\nAssignment: (not found)\r\nDecisionReason: 'DeniedWithNoValidRBAC' \r\nVault: contoso;location=westeurope\r\n`,
				innererror: { code: 'ForbiddenByRbac' },
			},
			{ 'x-ms-request-id': '6820332f-3f5d-4a06-b045-f3d75ddc7d9b' },
		);
		assert.deepEqual(refusal, {
			status: 403,
			code: 'ForbiddenByRbac',
			akvCode: undefined,
			appId: APP_ID,
			objectId: OBJECT_ID,
			clientAddress: undefined,
			action: 'Microsoft.KeyVault/vaults/secrets/getSecret/action',
			vaultId: `/subscriptions/${APP_ID}/resourcegroups/y/providers/microsoft.keyvault/vaults/contoso`,
			foundAudience: undefined,
			foundTenant: undefined,
			expectedTenant: undefined,
			demandsClaims: false,
			requestId: '6820332f-3f5d-4a06-b045-f3d75ddc7d9b',
		});
	});

	it('reads the AKV code at the beginning of a 401', () => {
		const { code, akvCode } = read({ code: 'Unauthorized', message: 'AKV10032: Invalid issuer. Expected one of …' });
		assert.equal(code, 'Unauthorized');
		assert.equal(akvCode, 'AKV10032');
	});

	it('reads what a token is for, and whose it is, if that is why it was not accepted', () => {
		const audience = (text: string) => read({ code: 'Unauthorized', message: text }).foundAudience;
		const of = 'AKV10022: Invalid audience. Expected https://vault.azure.net, found';
		assert.equal(audience(`${of}: https://management.azure.com/.`), 'https://management.azure.com/');
		assert.equal(audience(`${of}: https://vault.azure.net/`), 'https://vault.azure.net/');
		assert.equal(audience(`${of}: 00000003-0000-0000-c000-000000000000.`), '00000003-0000-0000-c000-000000000000');
		assert.equal(audience(`${of}: \u001b[31m`), undefined);
		const issuers = `AKV10032: Invalid issuer. Expected one of https://sts.windows.net/${APP_ID}/, https://sts.windows.net/${APP_ID.replace(/1/g, '5')}/, found https://sts.windows.net/${OBJECT_ID}/.`;
		const { expectedTenant, foundTenant } = read({ code: 'Unauthorized', message: issuers });
		assert.deepEqual([expectedTenant, foundTenant], [APP_ID, OBJECT_ID]);
		assert.equal(read({ code: 'Unauthorized', message: `Hello: ${issuers}` }).foundTenant, undefined);
	});

	it('reads that a token with further claims is demanded', () => {
		const challenge = { 'www-authenticate': 'Bearer realm="", error="insufficient_claims", claims="eyJhIjoxfQ=="' };
		assert.equal(readVaultRefusal(response(401, '', challenge)).demandsClaims, true);
	});

	for (const address of ['1.2.3.4', '2001:db8::1']) {
		it(`reads ${address} as the address that the firewall saw`, () => {
			const message = 'Client address is not authorized and caller is not a trusted service.\r\nClient address: ';
			assert.equal(read({ code: 'Forbidden', message: `${message}${address}\r\nCaller: …` }).clientAddress, address);
			assert.equal(read({ code: 'Forbidden', message: `${message}${address}.` }).clientAddress, address);
		});
	}

	it('reads nothing but the status from what is not JSON', () => {
		for (const body of ['', '<html>', '[]', '{"error":"x"}', '{"error":{"code":"<b>","message":7,"innererror":[]}}']) {
			const { status, demandsClaims, ...rest } = readVaultRefusal(response(502, body));
			assert.deepEqual([status, demandsClaims], [502, false]);
			assert.deepEqual(new Set(Object.values(rest)), new Set([undefined]));
		}
	});

	// Promises: N7, L2
	it('takes nothing that has not the form it must have', () => {
		const refusal = read(
			{
				code: 'x'.repeat(65),
				message:
					"See AKV10032; appid=me;oid=you Client address: over there Action: 'Microsoft.Storage/x' Action: 'Microsoft.KeyVault/<b>'",
				innererror: { code: 'Not A Code' },
			},
			{ 'x-ms-request-id': 'a b' },
		);
		const { status, demandsClaims, ...rest } = refusal;
		assert.deepEqual([status, demandsClaims], [403, false]);
		assert.deepEqual(new Set(Object.values(rest)), new Set([undefined]));
	});
});
