// Emulated Graph: the lists of a tenant, page by page, and who may read them how often.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ask, type Reply } from './ask.js';
import { type Emulator, startEmulator } from './emulator.js';
import { GraphCatalog } from './graph-list.js';

const GRAPH = 'https://graph.microsoft.com';
const SELECT = '$select=id,appId,keyCredentials';

let emulator: Emulator;
before(async () => {
	emulator = await startEmulator();
});
after(() => emulator.close());
beforeEach(() => {
	const { catalog } = emulator.entra;
	Object.assign(catalog, new GraphCatalog());
});

function askList(
	list: string,
	{ roles = ['Application.Read.All'] }: { readonly roles?: readonly string[] } = {},
): Promise<Reply> {
	const token = emulator.entra.issue({ audience: GRAPH, roles });
	const url = list.startsWith('https:') ? list : `${emulator.graphHost}/v1.0/${list}`;
	return ask(emulator, { url, headers: { authorization: `Bearer ${token}` } });
}

describe('the lists of a tenant', () => {
	it('show 100 at a time unless asked for more, and lead to the next page with all that was asked for', async () => {
		for (let index = 0; index < 120; index += 1)
			emulator.entra.catalog.addServicePrincipal({ displayName: `${index}` });
		const first = await askList('servicePrincipals?$select=displayName');
		assert.equal(first.json.value.length, 100);
		assert.deepEqual(Object.keys(first.json.value[0]), ['displayName']);
		const second = await askList(first.json['@odata.nextLink']);
		assert.deepEqual([second.json.value.length, second.json['@odata.nextLink']], [20, undefined]);
		assert.equal(second.json.value[0].displayName, '100');
		assert.equal((await askList('servicePrincipals?$top=999')).json.value.length, 120);
		for (const top of ['0', '1000', 'x']) assert.equal((await askList(`servicePrincipals?$top=${top}`)).status, 400);
		assert.equal((await askList('servicePrincipals?$skiptoken=x')).status, 400);
	});

	it('show the applications that sign in here among the registrations, with the passwords that others add', async () => {
		const added = emulator.entra.app().passwords.add({ displayName: 'by hand' });
		const { json } = await askList('applications');
		const own = json.value.find(({ displayName }: { displayName: string }) => displayName === 'emulated');
		assert.equal(own.passwordCredentials[0].keyId, added.keyId);
		assert.equal(own.passwordCredentials[0].secretText, null);
	});

	it('show a certificate by its thumbprint, and itself only if told to', async () => {
		const der = Buffer.from('not quite a certificate');
		emulator.entra.catalog.addServicePrincipal({ keys: [{ der }, { der, showsKey: true, usage: 'Sign' }] });
		const { json } = await askList('servicePrincipals');
		const [hidden, shown] = json.value[0].keyCredentials;
		assert.equal(hidden.customKeyIdentifier, createHash('sha1').update(der).digest('base64'));
		assert.deepEqual([hidden.key, hidden.usage, hidden.type], [null, 'Verify', 'AsymmetricX509Cert']);
		assert.deepEqual([shown.key, shown.usage, shown.type], [der.toString('base64'), 'Sign', 'X509CertAndPassword']);
	});

	it('are for those who may read applications', async () => {
		assert.equal((await askList('applications', { roles: ['User.Read.All'] })).status, 403);
		for (const role of ['Application.ReadWrite.OwnedBy', 'Directory.Read.All'])
			assert.equal((await askList('applications', { roles: [role] })).status, 200);
	});

	it('with keys are counted by the minute, and refused with the time to wait', async () => {
		const { entra } = emulator;
		let nowMs = Date.now();
		entra.nowMs = () => nowMs;
		entra.catalog.limitPerMinute = 2;
		assert.equal((await askList(`applications?${SELECT}`)).status, 200);
		nowMs += 10_000;
		assert.equal((await askList(`servicePrincipals?${SELECT}`)).status, 200);
		const refused = await askList(`applications?${SELECT}`);
		assert.deepEqual([refused.status, refused.headers['retry-after']], [429, '50']);
		assert.equal((await askList('applications?$select=id')).status, 200);
		entra.catalog.saysRetryAfter = false;
		assert.equal((await askList(`applications?${SELECT}`)).headers['retry-after'], undefined);
		nowMs += 50_000;
		assert.equal((await askList(`applications?${SELECT}`)).status, 200);
		entra.nowMs = Date.now;
	});
});
