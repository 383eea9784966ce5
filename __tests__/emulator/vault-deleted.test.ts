// The emulated vault deletes and recovers as the real one does: it answers at once, and does it some seconds later.
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { askInMemory, MemoryVault } from './ask-in-memory.js';

const SECONDS = 1000;

let vault: MemoryVault;
beforeEach(() => {
	vault = new MemoryVault();
	Object.assign(vault.store.delaysMs, { deletion: 10 * SECONDS, recovery: 5 * SECONDS });
	vault.store.setSecret('exo', 'first');
	vault.store.setSecret('exo', 'second');
});

function ask(method: string, path: string, body?: object): readonly unknown[] {
	const { status, json } = askInMemory(vault, method, path, body);
	return [status, json?.error?.innererror?.code ?? json?.error?.code];
}

describe('a deleted secret', () => {
	it('is gone at once, cannot be set or recovered for a while, and then only be recovered or purged', () => {
		assert.equal(ask('DELETE', '/secrets/exo')[0], 200);
		assert.deepEqual(ask('GET', '/secrets/exo'), [404, 'SecretNotFound']);
		assert.deepEqual(ask('PUT', '/secrets/exo', { value: 'x' }), [409, 'ObjectIsBeingDeleted']);
		assert.deepEqual(ask('GET', '/deletedsecrets/exo'), [404, 'SecretNotFound']);
		assert.deepEqual(ask('POST', '/deletedsecrets/exo/recover'), [409, 'ObjectIsBeingDeleted']);
		vault.advance(10 * SECONDS);
		assert.deepEqual(ask('PUT', '/secrets/exo', { value: 'x' }), [409, 'ObjectIsDeletedButRecoverable']);
		assert.equal(ask('GET', '/deletedsecrets/exo')[0], 200);
		const [item] = askInMemory(vault, 'GET', '/deletedsecrets').json.value;
		assert.equal(item.scheduledPurgeDate - item.deletedDate, 90 * 24 * 60 * 60);
		assert.equal(ask('DELETE', '/deletedsecrets/exo')[0], 204);
		assert.equal(ask('PUT', '/secrets/exo', { value: 'x' })[0], 200);
		assert.equal(askInMemory(vault, 'GET', '/secrets/exo/versions').json.value.length, 1);
	});

	it('that is recovered is back some seconds later, with every version', () => {
		ask('DELETE', '/secrets/exo');
		vault.advance(10 * SECONDS);
		assert.equal(ask('POST', '/deletedsecrets/exo/recover')[0], 200);
		assert.deepEqual(ask('GET', '/secrets/exo'), [404, 'SecretNotFound']);
		assert.deepEqual(ask('PUT', '/secrets/exo', { value: 'x' }), [409, 'ObjectIsBeingRecovered']);
		assert.deepEqual(ask('GET', '/deletedsecrets/exo'), [404, 'SecretNotFound']);
		vault.advance(5 * SECONDS);
		assert.equal(askInMemory(vault, 'GET', '/secrets/exo').json.value, 'second');
		assert.equal(askInMemory(vault, 'GET', '/secrets/exo/versions').json.value.length, 2);
		assert.equal(askInMemory(vault, 'GET', '/secrets').json.value.length, 1);
	});

	it('must be there', () => {
		for (const [method, path] of [
			['DELETE', '/secrets/nowhere'],
			['POST', '/deletedsecrets/nowhere/recover'],
			['DELETE', '/deletedsecrets/nowhere'],
		] as const) {
			assert.deepEqual(ask(method, path), [404, 'SecretNotFound'], path);
		}
	});
});

describe('a certificate', () => {
	it('takes its secret and its key with it, and brings them back', () => {
		vault.store.setCertificate('cert');
		for (const collection of ['secrets', 'keys']) assert.deepEqual(ask('DELETE', `/${collection}/cert`)[0], 403);
		assert.equal(ask('DELETE', '/certificates/cert')[0], 200);
		vault.advance(10 * SECONDS);
		for (const collection of ['secrets', 'keys', 'certificates'])
			assert.equal(ask('GET', `/${collection}/cert`)[0], 404);
		assert.deepEqual(ask('PUT', '/secrets/cert', { value: 'x' }), [409, 'ObjectIsDeletedButRecoverable']);
		assert.equal(ask('GET', '/deletedcertificates/cert')[0], 200);
		ask('POST', '/deletedcertificates/cert/recover');
		vault.advance(5 * SECONDS);
		for (const collection of ['secrets', 'keys', 'certificates'])
			assert.equal(ask('GET', `/${collection}/cert`)[0], 200);
		assert.equal(askInMemory(vault, 'GET', '/certificates/cert').json.policy.issuer.name, 'Self');
		ask('DELETE', '/certificates/cert');
		vault.advance(10 * SECONDS);
		assert.equal(ask('DELETE', '/deletedcertificates/cert')[0], 204);
		assert.equal(ask('PUT', '/secrets/cert', { value: 'x' })[0], 200);
	});

	it('owns its secret, which nobody sets or changes', () => {
		const { version } = vault.store.setCertificate('cert');
		assert.deepEqual(ask('PUT', '/secrets/cert', { value: 'x' }), [403, 'Forbidden']);
		assert.deepEqual(ask('PATCH', `/secrets/cert/${version}`, { tags: {} }), [403, 'Forbidden']);
		const [item] = askInMemory(vault, 'GET', '/secrets/cert/versions').json.value;
		assert.equal(item.managed, true);
	});
});
