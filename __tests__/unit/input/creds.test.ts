// The JSON that Azure/login takes: read, checked against the other inputs, never repeated in an error.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSignInInputs } from '../../../src/input/sign-in-inputs.js';
import { makeInputs } from '../../support/make-ports.js';

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

const EXPECTED = 'Expected the JSON {"clientId": "…", "clientSecret": "…", "tenantId": "…"}.';
const { clientSecret: _, ...WITHOUT_SECRET } = CREDS;

const wrong: readonly [string, unknown, string][] = [
	[
		'a word',
		'abc',
		`is not JSON. A client secret alone belongs in client-secret, with client-id and tenant-id. ${EXPECTED}`,
	],
	[
		'a secret alone',
		SECRET,
		`is not JSON. A client secret alone belongs in client-secret, with client-id and tenant-id. ${EXPECTED}`,
	],
	[
		'JSON that is cut off',
		`{"clientSecret": "${SECRET}"`,
		`is not whole JSON. Look for a missing quotation mark, comma or bracket. ${EXPECTED}`,
	],
	['a list', [SECRET], `is JSON, but not an object. ${EXPECTED}`],
	[
		'a text within JSON',
		JSON.stringify(SECRET),
		`is not JSON. A client secret alone belongs in client-secret, with client-id and tenant-id. ${EXPECTED}`,
	],
	['a number', '7', `is JSON, but not an object. ${EXPECTED}`],
	['null', 'null', `is JSON, but not an object. ${EXPECTED}`],
	[
		'a publish profile',
		`<publishData><publishProfile userPWD="${SECRET}"/></publishData>`,
		`is a publish profile, which signs in to one web app only. Create a client secret instead. ${EXPECTED}`,
	],
	[
		'PEM',
		`-----BEGIN PRIVATE KEY-----\n${SECRET}\n-----END PRIVATE KEY-----`,
		'is PEM. Set client-certificate to it, with client-id and tenant-id.',
	],
	['a token', 'eyJhbGciOiJub25lIn0.eyJhdWQiOiJ4In0.c2ln', 'is a token. Set access-token to it.'],
	['nothing', {}, `holds no tenantId and no clientId and no clientSecret. ${EXPECTED}`],
	['no client', { ...CREDS, clientId: '' }, `holds no clientId. ${EXPECTED}`],
	[
		'no secret',
		WITHOUT_SECRET,
		'holds no clientSecret, as for a sign-in without one. Set client-id and tenant-id instead, give the job the permission "id-token: write" or set auth-method to managed-identity, and leave creds out.',
	],
	[
		'a secret that is a number',
		{ ...CREDS, clientSecret: 7 },
		'holds no clientSecret, as for a sign-in without one. Set client-id and tenant-id instead, give the job the permission "id-token: write" or set auth-method to managed-identity, and leave creds out.',
	],
	[
		'a subscription alone',
		{ subscriptionId: TENANT_ID },
		`names a subscription, but no identity that signs in. ${EXPECTED}`,
	],
	[
		'the names that az prints',
		{ appId: CLIENT_ID, displayName: 'github', password: SECRET, tenant: TENANT_ID },
		'is what "az ad sp create-for-rbac" prints, whose members have other names. Set client-id to appId, client-secret to password and tenant-id to tenant, and leave creds out.',
	],
	[
		'a certificate',
		{ ...WITHOUT_SECRET, clientCertificate: SECRET },
		'holds a certificate, not a client secret. Set client-certificate, client-id and tenant-id, and leave creds out.',
	],
	[
		'another one around it',
		{ AZURE_CREDENTIALS: CREDS },
		`has the JSON inside another JSON object. Set it to what AZURE_CREDENTIALS holds. ${EXPECTED}`,
	],
	[
		'a key of Google',
		{ client_email: 'a@b.example', private_key: SECRET },
		`is the key of a service account of Google Cloud. ${EXPECTED}`,
	],
	[
		'an answer with a token',
		{ access_token: SECRET },
		'is the answer of a token request. Set access-token to its member access_token, and leave creds out.',
	],
];
for (const [name, creds, expected] of wrong) {
	test(`creds with ${name} are refused, and nothing of them is repeated`, () => {
		assert.throws(
			() => read(creds),
			(error: Error) => {
				assert.equal(error.message, `creds: ${expected}`);
				assert.ok(!`${error.stack}${error.cause}`.includes(SECRET));
				return true;
			},
		);
	});
}

test('creds that a tool has written once more as a text are read', () => {
	assert.equal(read(JSON.stringify(JSON.stringify(CREDS))).clientSecret?.value.reveal(), SECRET);
});

test('creds of another tenant than a tenant is named by are refused', () => {
	assert.throws(() => read({ ...CREDS, tenantId: 'my tenant' }), { message: /^creds: is neither a directory/ });
});

test('bad creds hide no other mistake', () => {
	assert.throws(() => read('abc', { 'tenant-id': 'my tenant', 'client-id': 'x' }), {
		message: /^creds: is not JSON.*\ntenant-id: is neither.*\nclient-id: is not an application/,
	});
});
