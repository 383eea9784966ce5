// The JSON that Azure/login takes: read, checked against the other inputs, never repeated in an error.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSignInInputs } from '../../../src/input/sign-in-inputs.js';
import { makeInputs } from '../../support/make-ports.js';
import { assertRefusal, errorsOf } from '../../support/mistakes.js';

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
		message: /^client-id: the value differs from what creds says\./,
	});
	// Of a secret the case counts.
	assert.throws(() => read(CREDS, { 'client-secret': SECRET.toUpperCase() }), {
		message: /^client-secret: the value differs from what creds says\./,
	});
});

const EXPECTED = '{"clientId": "…", "clientSecret": "…", "tenantId": "…"}';
const { clientSecret: _, ...WITHOUT_SECRET } = CREDS;

/** What creds are instead, and what is said of them beside the words. */
const wrong: readonly (readonly [string, unknown, readonly string[]])[] = [
	['a word', 'abc', ['JSON', 'client-secret', 'client-id', 'tenant-id', EXPECTED]],
	['a secret alone', SECRET, ['JSON', 'client-secret', 'client-id', 'tenant-id', EXPECTED]],
	['JSON that is cut off', `{"clientSecret": "${SECRET}"`, ['JSON', 'quotation mark', 'bracket', EXPECTED]],
	['a list', [SECRET], ['JSON', 'object', EXPECTED]],
	['a text within JSON', JSON.stringify(SECRET), ['JSON', 'client-secret', 'client-id', 'tenant-id', EXPECTED]],
	['a number', '7', ['JSON', 'object', EXPECTED]],
	['null', 'null', ['JSON', 'object', EXPECTED]],
	[
		'a publish profile',
		`<publishData><publishProfile userPWD="${SECRET}"/></publishData>`,
		['publish profile', 'client secret', EXPECTED],
	],
	[
		'PEM',
		`-----BEGIN PRIVATE KEY-----\n${SECRET}\n-----END PRIVATE KEY-----`,
		['PEM', 'client-certificate', 'client-id', 'tenant-id'],
	],
	['a token', 'eyJhbGciOiJub25lIn0.eyJhdWQiOiJ4In0.c2ln', ['token', 'access-token']],
	['nothing', {}, ['no tenantId', 'no clientId', 'no clientSecret', EXPECTED]],
	['no client', { ...CREDS, clientId: '' }, ['no clientId', EXPECTED]],
	['no secret', WITHOUT_SECRET, ['clientSecret', 'client-id', 'tenant-id', '"id-token: write"', 'managed-identity']],
	[
		'a secret that is a number',
		{ ...CREDS, clientSecret: 7 },
		['clientSecret', 'client-id', 'tenant-id', '"id-token: write"', 'managed-identity'],
	],
	['a subscription alone', { subscriptionId: TENANT_ID }, ['subscription', EXPECTED]],
	[
		'the names that az prints',
		{ appId: CLIENT_ID, displayName: 'github', password: SECRET, tenant: TENANT_ID },
		['"az ad sp create-for-rbac"', 'client-id to appId', 'client-secret to password', 'tenant-id to tenant'],
	],
	[
		'a certificate',
		{ ...WITHOUT_SECRET, clientCertificate: SECRET },
		['certificate', 'client-certificate', 'client-id', 'tenant-id'],
	],
	['another one around it', { AZURE_CREDENTIALS: CREDS }, ['AZURE_CREDENTIALS', EXPECTED]],
	['a key of Google', { client_email: 'a@b.example', private_key: SECRET }, ['Google Cloud', EXPECTED]],
	['an answer with a token', { access_token: SECRET }, ['access-token', 'access_token']],
];
for (const [name, creds, facts] of wrong) {
	test(`creds with ${name} are refused, and nothing of them is repeated`, () => {
		const secret = new RegExp(SECRET.replaceAll('.', '\\.'));
		assertRefusal(() => read(creds), facts, { code: 'INPUT_INVALID', subject: 'creds', secret });
	});
}

test('creds of each kind are told something else', () => {
	const told = new Set(wrong.map(([, creds]) => errorsOf(() => read(creds))[0]?.message));
	// A word, a secret and a text are one kind; so are a list, a number and null, and no secret in either form.
	assert.equal(told.size, wrong.length - 5);
});

test('creds that a tool has written once more as a text are read', () => {
	assert.equal(read(JSON.stringify(JSON.stringify(CREDS))).clientSecret?.value.reveal(), SECRET);
});

test('creds of another tenant than a tenant is named by are refused', () => {
	assert.throws(() => read({ ...CREDS, tenantId: 'my tenant' }), {
		message: /^creds: the value is neither a directory/,
	});
});

test('bad creds hide no other mistake', () => {
	assert.throws(() => read('abc', { 'tenant-id': 'my tenant', 'client-id': 'x' }), {
		message:
			/^creds: the value is not JSON.*\ntenant-id: the value is neither.*\nclient-id: the value is not an application/,
	});
});
