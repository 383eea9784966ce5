// The emulated vault's set operation makes versions, and refuses what the real one refuses.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, askVault, type Reply } from './ask.js';
import { type Emulator, startEmulator } from './emulator.js';

const V = 'api-version=7.4';

let emulator: Emulator;
before(async () => {
	emulator = await startEmulator();
});
after(() => emulator.close());

function put(name: string, body: object | string, contentType = 'application/json'): Promise<Reply> {
	return ask(emulator, {
		url: `${emulator.vaultUrl}/secrets/${name}?${V}`,
		method: 'PUT',
		headers: { authorization: `Bearer ${emulator.entra.issue()}`, 'content-type': contentType },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
}

describe('PUT of a secret', () => {
	it('makes a new version each time, with what it is given and nothing of the one before', async () => {
		const attributes = { enabled: true, nbf: 1_700_000_000, exp: 1_800_000_000 };
		const first = await put('api', { value: 'one', contentType: 'password', tags: { a: 'b' }, attributes });
		assert.equal(first.status, 200);
		const second = await put('api', { value: 'two' });
		assert.notEqual(first.json.id, second.json.id);
		const latest = (await askVault(emulator, `/secrets/api?${V}`)).json;
		assert.deepEqual(
			[latest.value, latest.tags, latest.contentType, latest.attributes.exp],
			['two', undefined, undefined, undefined],
		);
		const [, path] = /^https:\/\/[^/]+(.*)$/.exec(first.json.id) ?? [];
		const before = (await askVault(emulator, `${path}?${V}`)).json;
		assert.deepEqual([before.value, before.tags, before.contentType], ['one', { a: 'b' }, 'password']);
		assert.deepEqual([before.attributes.nbf, before.attributes.exp], [1_700_000_000, 1_800_000_000]);
	});

	it('is refused if the name is that of a deleted secret, until it is recovered', async () => {
		const vault = emulator.vault();
		vault.setSecret('gone', 'x');
		vault.deleteSecret('GONE');
		assert.equal((await askVault(emulator, `/secrets/gone?${V}`)).json.error.code, 'SecretNotFound');
		const { status, json } = await put('gone', { value: 'y' });
		assert.deepEqual(
			[status, json.error.code, json.error.innererror.code],
			[409, 'Conflict', 'ObjectIsDeletedButRecoverable'],
		);
		vault.recoverSecret('gone');
		assert.equal((await askVault(emulator, `/secrets/gone?${V}`)).json.value, 'x');
	});

	it('is refused by whoever may not set', async () => {
		emulator.vault().deny('locked', 'rbac');
		const { json } = await put('locked', { value: 'x' });
		assert.match(json.error.message, /Action: 'Microsoft\.KeyVault\/vaults\/secrets\/setSecret\/action'/);
		emulator.vault().allowAll();
	});

	it('wants JSON of a certain form and size', async () => {
		const tags = Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`t${index}`, '']));
		const bad = [
			{},
			{ value: 7 },
			{ value: 'x', tags },
			{ value: 'x', tags: { a: 1 } },
			{ value: 'x'.repeat(25_601) },
			'x',
		];
		for (const body of [
			...bad,
			{ value: 'x', attributes: { exp: '1' } },
			{ value: 'x', tags: { a: 'b'.repeat(513) } },
		]) {
			assert.equal((await put('bad', body)).json.error.code, 'BadParameter', JSON.stringify(body).slice(0, 60));
		}
		assert.equal((await put('bad', { value: 'x' }, 'text/plain')).status, 415);
		assert.equal((await put('bad/4387e9f3d6e14c459867679a90fd0f79', { value: 'x' })).status, 404);
	});
});
