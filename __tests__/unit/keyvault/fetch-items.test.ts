// Reading what the plan names: how many requests, how many at a time, and what becomes of each failure.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { response } from '../setup.js';
import { certificate, failures, item, run, secret, VAULT_URL, VERSION } from './run-fetch-items.js';

const NOT_FOUND = response(404, { error: { code: 'SecretNotFound', message: '' } });

describe('fetchItems', () => {
	it('asks nothing for nothing', async () => {
		const { result, requests } = await run([], []);
		assert.deepEqual(result, { fetched: [], failed: [] });
		assert.deepEqual(requests, []);
	});

	it('sends one request a secret, and gives results in the order of the plan', async () => {
		const names = ['one', 'two', 'three'];
		const { result, urls } = await run(
			names.map((name) => item(name)),
			// The later it was asked for, the sooner it comes.
			async (request, _timeoutMs, index) => {
				for (let turn = 0; turn < 20 - 5 * index; turn++) await Promise.resolve();
				return secret(new URL(request.url).pathname.split('/')[2] ?? '');
			},
		);
		assert.deepEqual(
			urls,
			names.map((name) => `${VAULT_URL}/secrets/${name}?api-version=7.4`),
		);
		assert.deepEqual(
			result.fetched.map((one) => [one.kind, one.item.name, one.secret.value.reveal()]),
			names.map((name) => ['secret', name, `value of ${name}`]),
		);
	});

	it('sends two requests a certificate, the second for the key of the same version', async () => {
		const { result, urls } = await run([item('exo', 'certificates')], [certificate('exo'), secret('exo', 'PFX')]);
		assert.deepEqual(urls, [
			`${VAULT_URL}/certificates/exo?api-version=7.4`,
			`${VAULT_URL}/secrets/exo/${VERSION}?api-version=7.4`,
		]);
		const [found] = result.fetched;
		assert.ok(found?.kind === 'certificate');
		assert.equal(found.secret.value.reveal(), 'PFX');
		assert.deepEqual(found.certificate.der, Buffer.from('3000', 'hex'));
	});

	it('has at most 8 requests on their way, and 8 where there are enough', async () => {
		let now = 0;
		let most = 0;
		const { result } = await run(
			Array.from({ length: 30 }, (_, index) => item(`s${index}`)),
			async (request) => {
				now += 1;
				most = Math.max(most, now);
				for (let turn = 0; turn < 10; turn++) await Promise.resolve();
				now -= 1;
				return secret(new URL(request.url).pathname.split('/')[2] ?? '');
			},
		);
		assert.equal(most, 8);
		assert.equal(result.fetched.length, 30);
	});

	it('keeps each failure beside what was fetched', async () => {
		const answers = [secret('a'), NOT_FOUND, response(403, { error: { innererror: { code: 'SecretDisabled' } } })];
		const { result } = await run([item('a'), item('b'), item('c')], answers);
		assert.deepEqual(
			result.fetched.map((one) => one.item.name),
			['a'],
		);
		assert.deepEqual(failures(result), [
			['b', ['VAULT_NOT_FOUND']],
			['c', ['VAULT_DISABLED']],
		]);
	});

	it('fails where an answer of status 200 is not the object', async () => {
		const { result } = await run(
			[item('a'), item('b', 'certificates')],
			[response(200, '<html>'), response(200, '{}')],
		);
		assert.deepEqual(failures(result), [
			['a', ['VAULT_ANSWER_UNUSABLE']],
			['b', ['VAULT_ANSWER_UNUSABLE']],
		]);
	});

	it('does not pass over a collection that it does not know', async () => {
		await assert.rejects(run([item('a', 'unheard of' as never)], []), (error) => error === 'unheard of');
	});

	it('does not hide a defect of the action among the failures', async () => {
		const defect = new TypeError('oops');
		await assert.rejects(run([item('a')], [defect]), (error) => error === defect);
	});
});

describe("fetchItems and a certificate's private key", () => {
	for (const sid of [
		`https://evil.example/secrets/exo/${VERSION}`,
		`https://fabrikam.vault.azure.net/secrets/exo/${VERSION}`,
		`${VAULT_URL}/secrets/other/${VERSION}`,
	]) {
		it(`sends nothing to ${sid}`, async () => {
			const { result, urls } = await run([item('exo', 'certificates')], [certificate('exo', sid)]);
			assert.deepEqual(urls, [`${VAULT_URL}/certificates/exo?api-version=7.4`]);
			assert.deepEqual(failures(result), [['exo', ['VAULT_ANSWER_UNUSABLE']]]);
			assert.match(result.failed[0]?.errors[0]?.problem ?? '', /nothing was sent there/);
		});
	}

	it('says that the key, not the certificate, could not be read', async () => {
		const forbidden = response(403, { error: { innererror: { code: 'ForbiddenByRbac' } } });
		const { result } = await run([item('exo', 'certificates')], [certificate('exo'), forbidden]);
		const [error] = result.failed[0]?.errors ?? [];
		assert.equal(error?.subject, 'private key of certificate exo');
		assert.match(error?.hint ?? '', /"Key Vault Secrets User"/);
	});
});
