// Pages of a tenant's applications, decoded.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
	type ApplicationCredential,
	type ApplicationPage,
	decodeApplicationPage,
} from '../../../src/graph/tenant-applications.js';

const ID = '0000000A-0000-4000-8000-000000000001';
const APP_ID = '0000000b-0000-4000-8000-000000000002';
const KEY_ID = '0000000C-0000-4000-8000-000000000003';
const OTHER_ID = '0000000d-0000-4000-8000-000000000004';
const SHA1 = 'A1B2C3D4E5F60718293A4B5C6D7E8F9001122334';
const END = '2026-12-31T23:59:59Z';

function decode(...objects: readonly object[]): ApplicationPage | undefined {
	return decodeApplicationPage(JSON.stringify({ value: objects }), 'app-registration');
}

function decodeOne(members: object): readonly ApplicationCredential[] {
	return decode({ id: ID, appId: APP_ID, displayName: 'Payroll', ...members })?.credentials ?? [];
}

const keyOf = (members: object): ApplicationCredential | undefined =>
	decodeOne({ keyCredentials: [{ keyId: KEY_ID, usage: 'Verify', ...members }] })[0];

describe('a page of applications', () => {
	it('gives each credential with its application, whatever else the objects show', () => {
		const password = {
			keyId: KEY_ID,
			displayName: 'ci',
			startDateTime: '2026-01-01T00:00:00.1234567Z',
			endDateTime: END,
		};
		const key = { keyId: OTHER_ID, displayName: null, usage: 'Verify', customKeyIdentifier: SHA1, endDateTime: null };
		const application = { kind: 'app-registration', appId: APP_ID, objectId: ID.toLowerCase(), displayName: 'Payroll' };
		assert.deepEqual(decodeOne({ passwordCredentials: [password], keyCredentials: [key], web: {} }), [
			{
				application,
				kind: 'password',
				keyId: KEY_ID.toLowerCase(),
				name: 'ci',
				startMs: Date.UTC(2026, 0, 1),
				endMs: Date.UTC(2026, 11, 31, 23, 59, 59),
				thumbprint: '',
				isSamlSigning: false,
			},
			{
				application,
				kind: 'key-credential',
				keyId: OTHER_ID,
				name: '',
				startMs: undefined,
				endMs: undefined,
				thumbprint: SHA1,
				isSamlSigning: false,
			},
		]);
	});

	it('counts applications without credentials, and shows where the next page is', () => {
		const body = {
			value: [{ id: ID, appId: APP_ID }],
			'@odata.nextLink': 'https://graph.microsoft.com/v1.0/x?$skiptoken=1',
		};
		assert.deepEqual(decodeApplicationPage(JSON.stringify(body), 'app-registration'), {
			objectIds: [ID.toLowerCase()],
			credentials: [],
			nextLink: 'https://graph.microsoft.com/v1.0/x?$skiptoken=1',
		});
	});

	it('skips what managed identities sign in with, which Azure renews', () => {
		const members = { servicePrincipalType: 'ManagedIdentity', keyCredentials: [{ keyId: KEY_ID, usage: 'Verify' }] };
		assert.deepEqual(decodeOne(members), []);
		assert.equal(decodeOne({ ...members, servicePrincipalType: 'Application' }).length, 1);
		assert.equal(decode({ id: ID, appId: APP_ID, ...members })?.objectIds.length, 1);
	});

	for (const [what, body] of [
		['no JSON', 'page'],
		['no list', '{"value":{}}'],
		['an object without IDs', '{"value":[{}]}'],
		['an object that is none', '{"value":[7]}'],
		['an application ID that is no GUID', JSON.stringify({ value: [{ id: ID, appId: "x'" }] })],
		['a next link that is no text', '{"value":[],"@odata.nextLink":7}'],
		['a next link over http', '{"value":[],"@odata.nextLink":"http://graph.microsoft.com/"}'],
	] as const) {
		it(`is none with ${what}`, () => assert.equal(decodeApplicationPage(body, 'app-registration'), undefined));
	}

	it('takes a key ID, a name or a date that it cannot read for one that is not there', () => {
		const [one] = decodeOne({ passwordCredentials: [{ keyId: 7, displayName: {}, endDateTime: 'soon' }, 8, null] });
		assert.deepEqual([one?.keyId, one?.name, one?.endMs], ['', '', undefined]);
		assert.deepEqual(decodeOne({ passwordCredentials: 'none', keyCredentials: null }), []);
	});
});

describe('the thumbprint of a key credential', () => {
	const bytes = Buffer.from(SHA1, 'hex');
	for (const [what, text] of [
		['base64', bytes.toString('base64')],
		['base64 without padding', bytes.toString('base64').replace('=', '')],
		['base64url', Buffer.from(SHA1, 'hex').toString('base64url')],
		['hex', SHA1],
		['hex in lower case', SHA1.toLowerCase()],
		['hex that is in base64 once more', Buffer.from(SHA1).toString('base64')],
	] as const) {
		it(`is read from ${what}`, () => assert.equal(keyOf({ customKeyIdentifier: text })?.thumbprint, SHA1));
	}

	it('is that of the certificate if it is shown, whatever the identifier says', () => {
		const der = randomBytes(200);
		const expected = createHash('sha1').update(der).digest('hex').toUpperCase();
		assert.equal(keyOf({ key: der.toString('base64'), customKeyIdentifier: SHA1 })?.thumbprint, expected);
		assert.equal(keyOf({ key: null, customKeyIdentifier: SHA1 })?.thumbprint, SHA1);
	});

	it('is unknown for an identifier of another kind', () => {
		const others = [null, 7, '', 'my key', Buffer.alloc(32, 1).toString('base64'), 'A'.repeat(41), `${'g'.repeat(40)}`];
		for (const other of others) assert.equal(keyOf({ customKeyIdentifier: other })?.thumbprint, '', `${other}`);
	});

	it('is the same for 20 bytes however they are written', () => {
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (array) => {
				const [buffer, expected] = [Buffer.from(array), Buffer.from(array).toString('hex').toUpperCase()];
				for (const text of [
					buffer.toString('base64'),
					buffer.toString('hex'),
					Buffer.from(expected).toString('base64'),
				])
					assert.equal(keyOf({ customKeyIdentifier: text })?.thumbprint, expected);
			}),
		);
	});
});

describe('a SAML signing certificate', () => {
	const sign = { keyId: KEY_ID, usage: 'Sign', type: 'X509CertAndPassword', displayName: 'CN=SSO', endDateTime: END };
	const verify = { ...sign, keyId: OTHER_ID, usage: 'Verify', type: 'AsymmetricX509Cert' };
	const password = { keyId: KEY_ID.toLowerCase(), endDateTime: END };
	const identifier = { customKeyIdentifier: SHA1 };

	for (const [what, extra] of [
		['its identifier', identifier],
		['its name and end, if it has no identifier', {}],
	] as const) {
		it(`counts once with its other half and its password, by ${what}`, () => {
			const keys = [
				{ ...verify, ...extra },
				{ ...sign, ...extra },
			];
			const credentials = decodeOne({ keyCredentials: keys, passwordCredentials: [password] });
			assert.deepEqual(
				credentials.map(({ kind, keyId, isSamlSigning }) => ({ kind, keyId, isSamlSigning })),
				[{ kind: 'key-credential', keyId: KEY_ID.toLowerCase(), isSamlSigning: true }],
			);
		});
	}

	it('leaves other certificates and passwords of the application as they are', () => {
		const credentials = decodeOne({
			keyCredentials: [
				{ ...sign, ...identifier },
				{ ...verify, customKeyIdentifier: SHA1.replace('A', 'B') },
			],
			passwordCredentials: [password, { keyId: OTHER_ID, endDateTime: END }],
		});
		assert.deepEqual(
			credentials.map(({ kind }) => kind),
			['password', 'key-credential', 'key-credential'],
		);
	});

	it('counts once however often it is there', () => {
		const copies = [sign, verify, { ...sign, keyId: APP_ID }].map((one) => ({ ...one, ...identifier }));
		assert.equal(decodeOne({ keyCredentials: copies }).length, 1);
	});
});
