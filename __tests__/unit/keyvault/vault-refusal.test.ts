// What is read of a vault's error answer, and that nothing else is.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readVaultRefusal } from '../../../src/keyvault/vault-refusal.js';
import { response } from '../setup.js';

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
				message: `Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role definitions were changed recently, please observe propagation time.\r\nCaller: appid=${APP_ID};oid=${OBJECT_ID};iss=https://sts.windows.net/33333333-3333-4333-8333-333333333333/\r\nAction: 'Microsoft.KeyVault/vaults/secrets/getSecret/action'\r\nResource: '/subscriptions/x/resourcegroups/y/providers/microsoft.keyvault/vaults/contoso/secrets/sql'\r\nAssignment: (not found)\r\nDecisionReason: 'DeniedWithNoValidRBAC' \r\nVault: contoso;location=westeurope\r\n`,
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
			requestId: '6820332f-3f5d-4a06-b045-f3d75ddc7d9b',
		});
	});

	it('reads the AKV code at the beginning of a 401', () => {
		const { code, akvCode } = read({ code: 'Unauthorized', message: 'AKV10032: Invalid issuer. Expected one of …' });
		assert.equal(code, 'Unauthorized');
		assert.equal(akvCode, 'AKV10032');
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
			const { status, ...rest } = readVaultRefusal(response(502, body));
			assert.equal(status, 502);
			assert.deepEqual(new Set(Object.values(rest)), new Set([undefined]));
		}
	});

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
		const { status, ...rest } = refusal;
		assert.equal(status, 403);
		assert.deepEqual(new Set(Object.values(rest)), new Set([undefined]));
	});
});
