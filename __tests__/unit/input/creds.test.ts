// The JSON that Azure/login takes: read, checked against the other inputs, never repeated in an error.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSignInInputs } from '../../../src/input/sign-in-inputs.js';
import { makeInputs } from '../setup.js';

const TENANT_ID = '11111111-1111-4111-8111-111111111111';
const CLIENT_ID = '22222222-2222-4222-8222-222222222222';
const SECRET = 'secret~of.creds';
const CREDS = { tenantId: TENANT_ID, clientId: CLIENT_ID, clientSecret: ` ${SECRET} `, subscriptionId: 'ignored' };

function read(creds: unknown, inputs: Readonly<Record<string, string>> = {}, variables = {}) {
	const text = typeof creds === 'string' ? creds : JSON.stringify(creds);
	return readSignInInputs(makeInputs({ creds: text, ...inputs }, variables));
}

test('creds give tenant, client and secret, before any variable', () => {
	const variables = { AZURE_TENANT_ID: 'other.example', AZURE_CLIENT_ID: TENANT_ID, AZURE_CLIENT_SECRET: 'other' };
	const { tenantId, clientId, clientSecret, clientSecretInputs } = read(CREDS, {}, variables);
	assert.deepEqual(tenantId, { value: TENANT_ID, source: 'creds' });
	assert.deepEqual(clientId, { value: CLIENT_ID, source: 'creds' });
	assert.equal(clientSecret?.value.reveal(), SECRET);
	assert.deepEqual(clientSecretInputs, ['creds']);
});

test('an input beside creds must say the same', () => {
	assert.equal(read(CREDS, { 'tenant-id': TENANT_ID.toUpperCase() }).tenantId?.value, TENANT_ID);
	assert.throws(() => read(CREDS, { 'client-id': TENANT_ID }), {
		message: /^client-id: differs from what creds says\./,
	});
	// Of a secret the case counts.
	assert.throws(() => read(CREDS, { 'client-secret': SECRET.toUpperCase() }), {
		message: /^client-secret: differs from what creds says\./,
	});
});

const wrong: readonly [string, unknown, RegExp][] = [
	['no JSON', `{"clientSecret": "${SECRET}"`, /^creds: holds no tenantId\./],
	['a list', [SECRET], /^creds: holds no tenantId\./],
	['no client', { ...CREDS, clientId: '' }, /^creds: holds no clientId\./],
	['no secret', { ...CREDS, clientSecret: 7 }, /^creds: holds no clientSecret\./],
	['another tenant', { ...CREDS, tenantId: 'my tenant' }, /^creds: is neither a directory/],
];
for (const [name, creds, expected] of wrong) {
	test(`creds with ${name} are refused, and nothing of them is repeated`, () => {
		assert.throws(
			() => read(creds),
			(error: Error) => {
				assert.match(error.message, expected);
				assert.ok(!error.message.includes(SECRET));
				return true;
			},
		);
	});
}
