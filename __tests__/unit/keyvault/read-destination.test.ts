// What one destination needs of the vault: the private key of a certificate, tags, and what is known of a secret's versions.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDestination } from '../../../src/keyvault/fetch-items.js';
import { VaultReader } from '../../../src/keyvault/vault-reader.js';
import { response } from '../../support/make-ports.js';
import {
	byTarget,
	certificate,
	failures,
	item,
	key,
	listed,
	page,
	run,
	secret,
	VAULT_URL,
	VERSION,
} from '../../support/run-fetch-items.js';
import { makeAccess } from './make-access.js';

const NOT_FOUND = response(404, { error: { code: 'SecretNotFound', message: '' } });
const OTHER_VERSION = '0'.repeat(32);

describe('readDestination', () => {
	it('does not skip a collection that it does not know', async () => {
		const { access, requests } = makeAccess([]);
		const destination = { kind: 'unheard of', item: item('a'), modifiers: { tags: [] } } as never;
		await assert.rejects(readDestination(destination, new VaultReader(access)), (error) => error === destination);
		assert.deepEqual(requests, []);
	});
});

describe("readDestination and a certificate's private key", () => {
	for (const sid of [
		`https://evil.example/secrets/exo/${VERSION}`,
		`https://fabrikam.vault.azure.net/secrets/exo/${VERSION}`,
		`${VAULT_URL}/secrets/other/${VERSION}`,
	]) {
		// Promise: N2
		it(`sends nothing to ${sid}`, async () => {
			const { result, urls } = await run({ certificates: 'exo' }, [certificate('exo', sid)]);
			assert.deepEqual(urls, [`${VAULT_URL}/certificates/exo?api-version=7.4`]);
			assert.deepEqual(failures(result), [['certificate exo', ['VAULT_ANSWER_UNUSABLE']]]);
			assert.match(result.failed[0]?.errors[0]?.problem ?? '', /nothing was sent/);
		});
	}

	it('says that the key, not the certificate, could not be read', async () => {
		const forbidden = response(403, { error: { innererror: { code: 'ForbiddenByRbac' } } });
		const { result } = await run({ certificates: 'exo' }, [certificate('exo'), forbidden]);
		const [error] = result.failed[0]?.errors ?? [];
		assert.equal(error?.subject, 'private key of certificate exo');
		assert.match(error?.hint ?? '', /"Key Vault Secrets User"/);
	});

	it('does not take a missing key for a missing certificate', async () => {
		const { result } = await run({ certificates: 'exo' }, [certificate('exo'), NOT_FOUND]);
		assert.deepEqual(failures(result), [['certificate exo', ['VAULT_NOT_FOUND']]]);
		assert.deepEqual(
			result.failed.map(({ isMissing }) => isMissing),
			[false],
		);
	});
});

describe('readDestination and tags of what is named', () => {
	it('takes what carries them all exactly', async () => {
		const { result } = await run(
			{
				secrets: 'A = sql | tag env=prod | tag team=x\nB = sql | tag env=Prod\nC = sql | tag env=prod | tag Team=x',
				certificates: 'D = exo | tag env=prod\nE = exo | tag env=test',
				keys: 'F = k | tag env=prod',
			},
			byTarget({
				'/secrets/sql': secret('sql', 'v', { env: 'prod', team: 'x' }),
				'/certificates/exo': certificate('exo'),
				[`/secrets/exo/${VERSION}`]: secret('exo'),
				'/keys/k': key('k'),
			}),
		);
		assert.deepEqual(
			result.fetched.map(({ destination }) => destination.output),
			['A', 'D'],
		);
		assert.deepEqual(
			result.failed.map(({ line, errors }) => [line.input, errors[0]?.code, errors[0]?.problem]),
			[
				['secrets', 'VAULT_WITHOUT_TAG', 'it does not have the tag env with the value that the line asks for.'],
				['secrets', 'VAULT_WITHOUT_TAG', 'it does not have the tag Team with the value that the line asks for.'],
				['certificates', 'VAULT_WITHOUT_TAG', 'it does not have the tag env with the value that the line asks for.'],
				['keys', 'VAULT_WITHOUT_TAG', 'it does not have the tag env with the value that the line asks for.'],
			],
		);
		assert.ok(result.failed.every(({ isMissing }) => isMissing));
	});

	it('asks for no private key of a certificate that does not carry them', async () => {
		const { targets } = await run({ certificates: 'exo | tag env=test' }, [certificate('exo')]);
		assert.deepEqual(targets, ['/certificates/exo']);
	});
});

describe('readDestination and attributes', () => {
	const versions = [
		listed('sql', { version: VERSION, created: 20, exp: 1_800_000_000, enabled: false, tags: { env: 'prod' } }),
		listed('sql', { version: OTHER_VERSION, created: 10, tags: { env: 'test' } }),
	];

	it('asks for the list of versions alone, and takes the newest by creation, in whatever order they come', async () => {
		for (const order of [versions, [...versions].reverse()]) {
			const { result, urls } = await run({ secrets: 'sql | attributes' }, [page(order)]);
			assert.deepEqual(urls, [`${VAULT_URL}/secrets/sql/versions?api-version=7.4&maxresults=25`]);
			const [found] = result.fetched;
			assert.ok(found?.kind === 'attributes');
			const { version, enabled, attributes } = found.version;
			assert.deepEqual([version, enabled, attributes.expires], [VERSION, false, 1_800_000_000]);
		}
	});

	it('follows the pages, once for all versions that are asked for', async () => {
		const [newest = {}, oldest = {}] = versions;
		const script = byTarget({
			'/secrets/sql/versions': page([oldest], '/secrets/sql/versions?$skiptoken=2'),
			'/secrets/sql/versions?$skiptoken=2': page([newest]),
		});
		const lines = `sql | attributes\nA = SQL/${VERSION} | attributes\nB = sql/${OTHER_VERSION} | attributes`;
		const { result, targets } = await run({ secrets: lines }, script);
		const found = result.fetched.map((one) => one.kind === 'attributes' && one.version.version);
		assert.deepEqual(found, [VERSION, VERSION, OTHER_VERSION]);
		assert.equal(targets.length, 2);
	});

	it('takes an empty list, or one without the version, for an object that is not there', async () => {
		const lines = `gone | attributes\nsql/${'1'.repeat(32)} | attributes`;
		const { result } = await run(
			{ secrets: lines },
			byTarget({ '/secrets/gone/versions': page([]), '/secrets/sql/versions': page(versions) }),
		);
		assert.deepEqual(failures(result), [
			['secret gone', ['VAULT_NOT_FOUND']],
			[`secret sql/${'1'.repeat(32)}`, ['VAULT_NOT_FOUND']],
		]);
		assert.ok(result.failed.every(({ isMissing }) => isMissing));
	});

	it('judges the tags of the version', async () => {
		const { result } = await run(
			{ secrets: 'A = sql | attributes | tag env=prod\nB = sql | attributes | tag env=test' },
			[page(versions)],
		);
		assert.deepEqual(
			result.fetched.map(({ destination }) => destination.output),
			['A'],
		);
		assert.deepEqual(failures(result), [['secret sql', ['VAULT_WITHOUT_TAG']]]);
	});

	it('does not take versions of another secret, or none, for its own', async () => {
		for (const one of [listed('other', { version: VERSION }), listed('sql')]) {
			const { result } = await run({ secrets: 'sql | attributes' }, [page([one])]);
			assert.deepEqual(failures(result), [['secret sql', ['VAULT_ANSWER_UNUSABLE']]]);
		}
	});
});
