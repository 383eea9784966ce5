import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
	addPasswordRequest,
	decodeAddedPassword,
	decodePasswordList,
	listPasswordsRequest,
	removePasswordRequest,
} from '../../../src/graph/application-passwords.js';
import { SecretText } from '../../../src/secret-text.js';

const APP = { graphHost: 'https://graph.microsoft.com', appId: '77777777-7777-4777-8777-777777777777' };
const ADDRESS = `https://graph.microsoft.com/v1.0/applications(appId='${APP.appId}')`;
const KEY_ID = 'f0b0b335-1d71-4883-8f98-567911bfdca6';
const TOKEN = new SecretText('token-1');

const PASSWORD = {
	customKeyIdentifier: null,
	displayName: 'gh',
	endDateTime: '2026-04-01T00:00:00Z',
	hint: '[6g',
	keyId: KEY_ID.toUpperCase(),
	secretText: '[6gyXA5S20~a.b-c_d',
	startDateTime: '2026-01-01T00:00:00.1234567Z',
};

describe('requests', () => {
	it('ask for the passwords alone', () => {
		const { method, url, headers, body } = listPasswordsRequest(APP, TOKEN);
		assert.deepEqual(
			{ method, url, body },
			{ method: 'GET', url: `${ADDRESS}?$select=id,appId,passwordCredentials`, body: undefined },
		);
		assert.equal((headers['authorization'] as SecretText).reveal(), 'Bearer token-1');
	});

	it('name the new password and its end, and leave value and beginning to Graph', () => {
		const wanted = { displayName: 'gh', expires: Date.UTC(2026, 3, 1) / 1000 };
		const { method, url, headers, body } = addPasswordRequest(APP, wanted, TOKEN);
		assert.deepEqual([method, url, headers['content-type']], ['POST', `${ADDRESS}/addPassword`, 'application/json']);
		assert.deepEqual(JSON.parse(body?.reveal() ?? ''), {
			passwordCredential: { displayName: 'gh', endDateTime: '2026-04-01T00:00:00Z' },
		});
	});

	it('remove by key ID', () => {
		const { method, url, body } = removePasswordRequest(APP, KEY_ID, TOKEN);
		assert.deepEqual([method, url], ['POST', `${ADDRESS}/removePassword`]);
		assert.deepEqual(JSON.parse(body?.reveal() ?? ''), { keyId: KEY_ID });
	});

	it('show neither token nor body', () => {
		for (const request of [
			addPasswordRequest(APP, { displayName: 'x', expires: 0 }, TOKEN),
			listPasswordsRequest(APP, TOKEN),
		]) {
			assert.doesNotMatch(JSON.stringify(request), /token-1|displayName/);
		}
	});
});

describe('decodePasswordList', () => {
	const listOf = (...passwords: readonly unknown[]) =>
		decodePasswordList(JSON.stringify({ passwordCredentials: passwords }));

	it('reads key ID, name, beginning and end', () => {
		assert.deepEqual(listOf(PASSWORD), [
			{
				keyId: KEY_ID,
				displayName: 'gh',
				starts: Date.UTC(2026, 0, 1) / 1000,
				expires: Date.UTC(2026, 3, 1) / 1000,
				hint: '[6g',
			},
		]);
		assert.deepEqual(listOf(), []);
	});

	it('does without what may be missing', () => {
		const nothing = { displayName: undefined, starts: undefined, expires: undefined, hint: undefined };
		assert.deepEqual(listOf({ keyId: KEY_ID }), [{ keyId: KEY_ID, ...nothing }]);
		const odd = { keyId: KEY_ID, displayName: 7, startDateTime: 'yesterday', endDateTime: '2026-13-01T00:00:00Z' };
		assert.deepEqual(listOf(odd), [{ keyId: KEY_ID, ...nothing }]);
	});

	it('takes no list in which a password cannot be told from others, and nothing that is no list', () => {
		for (const odd of [null, 'x', {}, { keyId: 'x' }, { keyId: null }]) assert.equal(listOf(PASSWORD, odd), undefined);
		for (const body of ['', '<html>', '[]', '{}', '{"passwordCredentials":{}}', 'null']) {
			assert.equal(decodePasswordList(body), undefined, body);
		}
	});
});

describe('decodeAddedPassword', () => {
	const decode = (changes: object = {}) => decodeAddedPassword(JSON.stringify({ ...PASSWORD, ...changes }));

	it('reads the value, which does not show', () => {
		const added = decode();
		assert.equal(added?.keyId, KEY_ID);
		assert.equal(added?.secret.reveal(), PASSWORD.secretText);
		assert.equal(added?.expires, Date.UTC(2026, 3, 1) / 1000);
		assert.doesNotMatch(JSON.stringify(added), /6gy/);
	});

	it('takes nothing without a value, a key ID and an end', () => {
		const changes = [
			...[null, '', 'short', 'has a space', 'has\na line', 7].map((secretText) => ({ secretText })),
			...[null, 'x'].map((keyId) => ({ keyId })),
			...[null, 'x'].map((endDateTime) => ({ endDateTime })),
		];
		for (const change of changes) assert.equal(decode(change), undefined, JSON.stringify(change));
		assert.equal(decodeAddedPassword('<html>'), undefined);
	});
});
