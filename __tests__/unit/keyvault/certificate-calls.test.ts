// What a rotation asks of a vault about a certificate: exact requests, and judgement of the answers.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { VaultAccess } from '../../../src/keyvault/ask-vault.js';
import { createOnce, deletePending, mergeOnce, readPending } from '../../../src/keyvault/pending-certificate.js';
import {
	findTaggedVersions,
	readStoredCertificate,
	readTags,
	setPolicy,
	setTagsOnce,
} from '../../../src/keyvault/stored-certificate.js';
import { SecretText } from '../../../src/secret-text.js';
import { type Answer, response } from '../../support/make-ports.js';
import { refusal } from '../../support/refusal.js';
import { item, VAULT_URL, VERSION } from '../../support/run-fetch-items.js';
import { certificateBundle, SIGNER } from '../../support/signers.js';
import { makeAccess } from './make-access.js';

const EXO = item('exo', 'certificates');
const AT_VERSION = { ...EXO, version: VERSION };
const PATH = `${VAULT_URL}/certificates/exo`;

const PENDING = {
	id: `${PATH}/pending`,
	issuer: { name: 'Unknown' },
	csr: Buffer.from('a request').toString('base64'),
	status: 'inProgress',
	request_id: '02a01a5c9c4844a18e2f99d5bc812489',
};
const DECODED = {
	requestId: PENDING.request_id,
	issuer: 'Unknown',
	isInProgress: true,
	request: Buffer.from('a request'),
};

const NOTHING_PENDING = response(404, { error: { code: 'PendingCertificateNotFound', message: '' } });

/** Asks, and gives what came of it with what was sent. */
async function ask<T>(answers: readonly Answer[], options: (access: VaultAccess) => Promise<T>) {
	const { access, requests } = makeAccess(answers);
	const result = await options(access);
	const sent = requests.map(({ method, url, body }) => ({
		call: `${method} ${url.replace(PATH, '').replace('?api-version=7.4', '')}`,
		body: body === undefined ? undefined : JSON.parse(body.reveal()),
	}));
	for (const { headers } of requests) assert.ok(headers['authorization'] instanceof SecretText);
	return { result, sent };
}

describe('a pending operation', () => {
	it('is read, with its request', async () => {
		const { result, sent } = await ask([response(200, PENDING)], (access) => readPending(EXO, access));
		assert.deepEqual(sent, [{ call: 'GET /pending', body: undefined }]);
		assert.deepEqual(result, DECODED);
	});

	for (const [status, isInProgress] of [
		['InProgress', true],
		['completed', false],
		['cancelled', false],
		['failed', false],
	] as const) {
		it(`with the status ${status} is ${isInProgress ? 'still' : 'no longer'} to be completed`, async () => {
			const answer = response(200, { ...PENDING, status, csr: undefined });
			const { result } = await ask([answer], (access) => readPending(EXO, access));
			assert.equal(result?.isInProgress, isInProgress);
			assert.equal(result?.request, undefined);
		});
	}

	it('may not be there', async () => {
		const { result } = await ask([NOTHING_PENDING], (access) => readPending(EXO, access));
		assert.equal(result, undefined);
	});

	it('need not say which one it is, and nothing but its status once it is over', async () => {
		const read = (body: object) => ask([response(200, body)], (access) => readPending(EXO, access));
		const { result } = await read({ ...PENDING, request_id: undefined });
		assert.deepEqual(result, { ...DECODED, requestId: undefined });
		const over = { requestId: undefined, issuer: '', isInProgress: false, request: undefined };
		assert.deepEqual((await read({ status: 'failed' })).result, over);
	});

	it('is not what is none', async () => {
		for (const change of [{ status: undefined }, { issuer: 'Self' }, { status: 1 }]) {
			const answer = response(200, { ...PENDING, ...change });
			await assert.rejects(
				ask([answer], (access) => readPending(EXO, access)),
				refusal('VAULT_ANSWER_UNUSABLE', /pending operation/),
			);
		}
	});

	it('cannot be read without a permission', async () => {
		const answer = response(403, { error: { code: 'Forbidden', innererror: { code: 'ForbiddenByRbac' } } });
		await assert.rejects(
			ask([answer], (access) => readPending(EXO, access)),
			refusal('VAULT_FORBIDDEN_BY_RBAC', /./),
		);
	});

	it('is begun by a request for a new key under a policy, sent once', async () => {
		const policy = { issuer: { name: 'Unknown' } };
		const { result, sent } = await ask([response(202, PENDING)], (access) => createOnce(EXO, policy, access));
		assert.deepEqual(sent, [{ call: 'POST /create', body: { policy, attributes: { enabled: true } } }]);
		assert.deepEqual(result, DECODED);
		await assert.rejects(
			ask([response(503)], (access) => createOnce(EXO, policy, access)),
			refusal('VAULT_UNAVAILABLE', /./),
		);
	});

	it('is not begun while another one is there, or without the role that begins it', async () => {
		const pending = 'A new key vault certificate can not be created or imported while a pending one is inProgress.';
		const conflict = response(409, { error: { code: 'Forbidden', message: pending } });
		await assert.rejects(
			ask([conflict], (access) => createOnce(EXO, {}, access)),
			refusal('VAULT_CONFLICT', /change/),
		);
		const forbidden = response(403, { error: { code: 'Forbidden', innererror: { code: 'ForbiddenByRbac' } } });
		await assert.rejects(
			ask([forbidden], (access) => createOnce(EXO, {}, access)),
			(error: Error) => error.message.includes('"Key Vault Certificates Officer"'),
		);
	});

	it('is deleted, and may be gone already', async () => {
		for (const answer of [response(200, PENDING), NOTHING_PENDING]) {
			const { sent } = await ask([answer], (access) => deletePending(EXO, access));
			assert.deepEqual(sent, [{ call: 'DELETE /pending', body: undefined }]);
		}
		await assert.rejects(
			ask([response(403)], (access) => deletePending(EXO, access)),
			refusal('VAULT_REFUSED', /./),
		);
	});

	it('is completed by one leaf and tags, sent once', async () => {
		const merge = { certificate: SIGNER.certificate, tags: { owner: 'team-a' } };
		const { result, sent } = await ask([response(201, 'the bundle')], (access) => mergeOnce(EXO, merge, access));
		const body = { x5c: [SIGNER.certificate.toString('base64')], tags: { owner: 'team-a' } };
		assert.deepEqual(sent, [{ call: 'POST /pending/merge', body }]);
		assert.equal(result, 'the bundle');
	});
});

describe('a current version', () => {
	const policy = {
		key_props: { kty: 'RSA' },
		attributes: { updated: 5 },
		x509_props: { key_usage: ['digitalSignature'] },
	};

	it('is read with its policy, its tags and the clock of the vault', async () => {
		const bundle = certificateBundle({ more: { policy, tags: { owner: 'team-a' } } });
		const answer = { ...(bundle as ReturnType<typeof response>), headers: { date: 'Mon, 30 Nov 2026 23:15:07 GMT' } };
		const { result } = await ask([answer], (access) => readStoredCertificate(EXO, access));
		assert.equal(result.certificate.version, VERSION);
		assert.equal(result.policy.keyType, 'RSA');
		assert.deepEqual(result.tags, { owner: 'team-a' });
		assert.equal(result.dateSeconds, Date.UTC(2026, 10, 30, 23, 15, 7) / 1000);
		const { result: undated } = await ask([bundle], (access) => readStoredCertificate(EXO, access)).catch(() =>
			assert.fail('without a date'),
		);
		assert.equal(undated.dateSeconds, undefined);
	});

	it('is none without its policy, which is asked for by itself if the answer does not hold it', async () => {
		const bundle = certificateBundle({ versioned: true });
		const policy = response(200, { key_props: { kty: 'RSA' }, attributes: { updated: 1_780_000_000 } });
		const { result, sent } = await ask([bundle, policy], (access) => readStoredCertificate(EXO, access));
		assert.equal(sent.map(({ call }) => call).join(), 'GET ,GET /policy');
		assert.deepEqual([result.policy.keyType, result.policy.updated], ['RSA', 1_780_000_000]);
		await assert.rejects(
			ask([bundle, response(200, { key_props: {} })], (access) => readStoredCertificate(EXO, access)),
			refusal('VAULT_ANSWER_UNUSABLE', /policy/),
		);
	});

	it('gets tags, which are read as they are', async () => {
		const version = { id: `${PATH}/${VERSION}`, tags: { a: 'b', c: 1 } };
		const set = await ask([response(200, version)], (access) => setTagsOnce(AT_VERSION, { a: 'b' }, access));
		assert.deepEqual(set.result, { a: 'b' });
		assert.deepEqual(set.sent, [{ call: `PATCH /${VERSION}`, body: { tags: { a: 'b' } } }]);
		const read = await ask([response(200, version)], (access) => readTags(AT_VERSION, access));
		assert.deepEqual(read.sent, [{ call: `GET /${VERSION}`, body: undefined }]);
		assert.deepEqual(read.result, { a: 'b' });
	});

	it('gets its policy back, also one without lifetime actions', async () => {
		const settings = { issuer: { name: 'Self' } };
		const { sent } = await ask([response(200, settings)], (access) => setPolicy(EXO, settings, access));
		assert.deepEqual(sent, [{ call: 'PATCH /policy', body: { ...settings, lifetime_actions: [] } }]);
	});

	it('is not changed by a page of somebody in between', async () => {
		for (const page of [response(200, '<html>'), response(200, { another: 'shape' })]) {
			for (const change of [
				(access: VaultAccess) => setTagsOnce(AT_VERSION, {}, access),
				(access: VaultAccess) => readTags(AT_VERSION, access),
				(access: VaultAccess) => setPolicy(EXO, {}, access),
				(access: VaultAccess) => deletePending(EXO, access),
			]) {
				await assert.rejects(ask<unknown>([page], change), refusal('VAULT_ANSWER_UNUSABLE', /./));
			}
		}
	});

	it('is found beside others by the names of its tags', async () => {
		const listed = (version: string, tags: object) => ({ id: `${PATH}/${version}`, attributes: {}, tags });
		const value = [listed(VERSION, { wanted: 'x' }), listed('0'.repeat(32), { other: 'x' })];
		const { result } = await ask([response(200, { value, nextLink: null })], (access) =>
			findTaggedVersions(EXO, (names) => names.includes('wanted'), access),
		);
		assert.deepEqual(result, [VERSION]);
	});
});
