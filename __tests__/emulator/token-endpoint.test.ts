// The emulated token endpoint refuses what the real one refuses.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ask, askToken, GOOD_FORM } from './ask.js';
import { CLIENT_ID, TENANT_DOMAIN, TENANT_ID } from './directory.js';
import { type Emulator, startEmulator } from './emulator.js';

const OTHER_TENANT = '55555555-5555-4555-8555-555555555555';
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let emulator: Emulator;
before(async () => {
	emulator = await startEmulator();
});
after(() => emulator.close());

describe('the token endpoint', () => {
	beforeEach(() => Object.assign(emulator.entra.app(), { secretExpired: false, disabled: false }));

	it('gives a token for the tenant by its GUID, its domain, and either in capitals', async () => {
		for (const tenant of [TENANT_ID, TENANT_DOMAIN, TENANT_DOMAIN.toUpperCase()]) {
			const { status, json } = await askToken(emulator, {}, tenant);
			assert.equal(status, 200);
			assert.deepEqual(
				{ ...json, access_token: '' },
				{ token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: '' },
			);
			const issued = emulator.entra.findToken(json.access_token);
			assert.equal(issued?.tenantId, TENANT_ID);
			assert.equal(issued?.audience, 'https://vault.azure.net');
			const claims = JSON.parse(Buffer.from(json.access_token.split('.')[1], 'base64url').toString());
			assert.equal(claims.appid, CLIENT_ID);
		}
	});

	it('says where it is to clients that ask', async () => {
		const { status, json } = await ask(emulator, {
			url: `${emulator.authorityHost}/${TENANT_DOMAIN}/v2.0/.well-known/openid-configuration`,
		});
		assert.equal(status, 200);
		assert.equal(json.issuer, `${emulator.authorityHost}/${TENANT_ID}/v2.0`);
		const answer = await ask(emulator, { method: 'POST', url: json.token_endpoint });
		assert.deepEqual(answer.json.error_codes, [900144]);
	});

	const refusals: readonly {
		readonly of: string;
		readonly fields?: Readonly<Record<string, string | undefined>>;
		readonly tenant?: string;
		readonly app?: object;
		readonly is: readonly [number, string, number];
	}[] = [
		{ of: 'an unknown tenant', tenant: 'fabrikam.example', is: [400, 'invalid_request', 90002] },
		{ of: 'a malformed tenant', tenant: 'a%20b', is: [400, 'invalid_request', 900023] },
		{ of: 'a missing client_id', fields: { client_id: undefined }, is: [400, 'invalid_request', 900144] },
		{ of: 'an empty client_id', fields: { client_id: '' }, is: [400, 'invalid_request', 900144] },
		{ of: 'an unknown client', fields: { client_id: OTHER_TENANT }, is: [400, 'unauthorized_client', 700016] },
		{ of: 'a disabled client', app: { disabled: true }, is: [400, 'unauthorized_client', 7000112] },
		{ of: 'a missing secret', fields: { client_secret: undefined }, is: [401, 'invalid_client', 7000218] },
		{ of: 'a wrong secret', fields: { client_secret: 'x' }, is: [401, 'invalid_client', 7000215] },
		{ of: 'a secret that has expired', app: { secretExpired: true }, is: [401, 'invalid_client', 7000222] },
		{ of: 'another grant type', fields: { grant_type: 'password' }, is: [400, 'unsupported_grant_type', 70003] },
		{ of: 'a missing scope', fields: { scope: undefined }, is: [400, 'invalid_request', 900144] },
		{
			of: 'a scope with a slash too many',
			fields: { scope: 'https://vault.azure.net//.default' },
			is: [400, 'invalid_scope', 70011],
		},
		{
			of: 'the scope of a service that is not there',
			fields: { scope: 'https://nobody.example/.default' },
			is: [400, 'invalid_resource', 500011],
		},
		{
			of: 'a single permission',
			fields: { scope: 'https://graph.microsoft.com/User.Read' },
			is: [400, 'invalid_scope', 70011],
		},
		{ of: 'two scopes', fields: { scope: `${GOOD_FORM.scope} openid` }, is: [400, 'invalid_scope', 70011] },
		{
			of: 'the resource of version 1',
			fields: { resource: 'https://vault.azure.net' },
			is: [400, 'invalid_request', 901002],
		},
	];
	for (const { of, fields, tenant, app, is } of refusals) {
		it(`refuses ${of}`, async () => {
			Object.assign(emulator.entra.app(), app);
			const { status, json } = await askToken(emulator, fields, tenant);
			assert.deepEqual([status, json.error, json.error_codes[0]], is);
			assert.match(json.error_description, new RegExp(`^AADSTS${is[2]}: .*\\r\\nCorrelation ID: `));
			assert.match(json.trace_id, GUID);
			assert.match(json.correlation_id, GUID);
		});
	}

	it('refuses a secret that was not escaped for a form', async () => {
		const body = Object.entries(GOOD_FORM)
			.map((field) => field.join('='))
			.join('&');
		const { json } = await ask(emulator, { ...tokenQuestion(), body });
		assert.equal(json.error_codes[0], 7000215);
	});

	it('refuses GET, JSON instead of a form, and a field twice', async () => {
		const form = new URLSearchParams(GOOD_FORM).toString();
		const get = await ask(emulator, { ...tokenQuestion(), method: 'GET' });
		assert.equal(get.json.error_codes[0], 900561);
		const json = { ...tokenQuestion(), headers: { 'content-type': 'application/json' } };
		assert.equal((await ask(emulator, { ...json, body: JSON.stringify(GOOD_FORM) })).json.error_codes[0], 900144);
		const twice = await ask(emulator, { ...tokenQuestion(), body: `${form}&client_id=${CLIENT_ID}` });
		assert.equal(twice.json.error_codes[0], 9000411);
	});

	it('is at no other path', async () => {
		const url = `${emulator.authorityHost}/${TENANT_ID}/oauth2/token`;
		assert.equal((await ask(emulator, { ...tokenQuestion(), url })).status, 404);
	});

	function tokenQuestion() {
		return {
			url: `${emulator.authorityHost}/${TENANT_ID}/oauth2/v2.0/token`,
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
		};
	}
});
