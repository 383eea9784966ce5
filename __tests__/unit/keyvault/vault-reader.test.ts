// Lists of a vault: page after page, to the vault's own host alone, and never without end.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActionError } from '../../../src/errors.js';
import { VaultReader } from '../../../src/keyvault/vault-reader.js';
import type { Identifier, VaultAddress } from '../../../src/plan/identifier.js';
import { response, type Script } from '../../support/make-ports.js';
import { byTarget, listed, page, VAULT_URL } from '../../support/run-fetch-items.js';
import { makeAccess } from './make-access.js';

const SECRETS: VaultAddress = { vaultUrl: VAULT_URL, collection: 'secrets' };

async function readAll(script: Script, address: VaultAddress = SECRETS) {
	const { access, requests } = makeAccess(script);
	const names: (readonly string[])[] = [];
	const urls = () => requests.map(({ url }) => url);
	try {
		for await (const objects of new VaultReader(access).list(address)) names.push(objects.map(({ name }) => name));
	} catch (error) {
		return { names, urls: urls(), error: error as ActionError };
	}
	return { names, urls: urls(), error: undefined };
}

describe('a list', () => {
	it('is read page by page, the links as they are, an empty page among them', async () => {
		const { names, urls } = await readAll(
			byTarget({
				'/secrets': page([listed('a'), listed('b')], '/secrets?api-version=7.4&$skiptoken=1&maxresults=25'),
				'/secrets?$skiptoken=1': page([], '/secrets?api-version=7.4&$skiptoken=2&maxresults=25'),
				'/secrets?$skiptoken=2': page([listed('c')]),
			}),
		);
		assert.deepEqual(names, [['a', 'b'], [], ['c']]);
		assert.deepEqual(urls, [
			`${VAULT_URL}/secrets?api-version=7.4&maxresults=25`,
			`${VAULT_URL}:443/secrets?api-version=7.4&$skiptoken=1&maxresults=25`,
			`${VAULT_URL}:443/secrets?api-version=7.4&$skiptoken=2&maxresults=25`,
		]);
	});

	it('asks for the next page only as the caller goes on', async () => {
		const { access, requests } = makeAccess(() =>
			page([listed(`a${requests.length}`)], `/secrets?$skiptoken=${requests.length}`),
		);
		for await (const objects of new VaultReader(access).list(SECRETS)) {
			assert.equal(objects.length, 1);
			if (requests.length === 3) break;
		}
		assert.equal(requests.length, 3);
	});

	for (const link of [
		'https://evil.example/secrets?$skiptoken=x',
		'https://fabrikam.vault.azure.net/secrets?$skiptoken=x',
		`${VAULT_URL}.evil.example/secrets`,
		`${VAULT_URL}:8443/secrets`,
		'https://contoso.vault.azure.net@evil.example/secrets',
		'https://user@contoso.vault.azure.net/secrets',
		'https://:pass@contoso.vault.azure.net/secrets',
		'https://[/secrets',
	]) {
		it(`sends nothing to ${link}`, async () => {
			const { names, urls, error } = await readAll([page([listed('a')], link)]);
			assert.equal(urls.length, 1);
			assert.deepEqual(names, []);
			assert.equal(error?.code, 'VAULT_ANSWER_UNUSABLE');
			assert.match(error?.message ?? '', /^list of secrets: .*link.*nothing was sent/);
			assert.doesNotMatch(error?.message ?? '', /evil|fabrikam/);
		});
	}

	it('that leads back to a page before is left there, and shows nothing twice', async () => {
		const { names, urls, error } = await readAll(
			byTarget({
				'/secrets': page([listed('a')], '/secrets?$skiptoken=1'),
				'/secrets?$skiptoken=1': page([listed('b'), listed('A')], '/secrets?$skiptoken=2'),
				'/secrets?$skiptoken=2': page([], '/secrets?$skiptoken=1'),
			}),
		);
		assert.deepEqual(names, [['a'], ['b'], []]);
		assert.equal(urls.length, 3);
		assert.equal(error?.code, 'VAULT_ANSWER_UNUSABLE');
		assert.match(error?.message ?? '', /^list of secrets: .*leads back/);
	});

	it('that shows the same again under another address is left there', async () => {
		const { names, urls, error } = await readAll([
			page([listed('a')], '/secrets?$skiptoken=1'),
			page([listed('A')], '/secrets?$skiptoken=2'),
		]);
		assert.deepEqual(names, [['a']]);
		assert.equal(urls.length, 2);
		assert.match(error?.message ?? '', /^list of secrets: .*repeats/);
	});

	it('that goes on with empty pages is left after 10,000', async () => {
		let count = 0;
		const { urls, error } = await readAll(() => page([], `/secrets?$skiptoken=${count++}`));
		assert.equal(urls.length, 10_000);
		assert.equal(error?.code, 'VAULT_ANSWER_UNUSABLE');
		assert.match(error?.message ?? '', /^list of secrets: .*\bend\b/);
	});

	it('that is none is an error', async () => {
		const { error } = await readAll([response(200, '{"value":7}')], { ...SECRETS, collection: 'keys' });
		assert.match(error?.message ?? '', /^list of keys: .*\bnot a page/);
	});

	it('that is forbidden says which permission it needs', async () => {
		const { error } = await readAll([response(403, { error: { innererror: { code: 'ForbiddenByPolicy' } } })]);
		assert.equal(error?.code, 'VAULT_FORBIDDEN_BY_POLICY');
		assert.match(error?.message ?? '', /^list of secrets: .* to list secrets .*Give it "list" of secrets/);
	});
});

describe('a policy', () => {
	const EXO: Identifier = { vaultUrl: VAULT_URL, collection: 'certificates', name: 'exo', version: undefined };
	const action = (action_type: unknown) => ({ trigger: { lifetime_percentage: 80 }, action: { action_type } });

	async function read(policy: unknown) {
		const { access, requests } = makeAccess([response(200, JSON.stringify(policy))]);
		const renews = await new VaultReader(access).renewsItself(EXO).catch((error: ActionError) => error.code);
		return { renews, urls: requests.map(({ url }) => url) };
	}

	it('is asked for by itself, and says whether the vault renews the certificate', async () => {
		const { renews, urls } = await read({ lifetime_actions: [action('EmailContacts'), action('autoRenew')] });
		assert.equal(renews, true);
		assert.deepEqual(urls, [`${VAULT_URL}/certificates/exo/policy?api-version=7.4`]);
	});

	for (const [policy, expected] of [
		[{ lifetime_actions: [action('EmailContacts')] }, false],
		[{ lifetime_actions: [] }, false],
		[{ issuer: { name: 'Unknown' } }, false],
		[{ issuer: { name: 'Unknown' }, lifetime_actions: null }, false],
		[{}, 'VAULT_ANSWER_UNUSABLE'],
		[[], 'VAULT_ANSWER_UNUSABLE'],
		[{ lifetime_actions: 'AutoRenew' }, 'VAULT_ANSWER_UNUSABLE'],
		[{ lifetime_actions: [action(7)] }, 'VAULT_ANSWER_UNUSABLE'],
		[{ lifetime_actions: [null] }, 'VAULT_ANSWER_UNUSABLE'],
	] as const) {
		it(`of ${JSON.stringify(policy)} is ${expected}`, async () => {
			assert.equal((await read(policy)).renews, expected);
		});
	}
});

describe('the thumbprints of a certificate', () => {
	it('are those that its versions show, newest first', async () => {
		const version = (digit: string, created: number, x5t?: string) => ({
			id: `${VAULT_URL}/certificates/exo/${digit.repeat(32)}`,
			attributes: { enabled: true, created },
			...(x5t !== undefined && { x5t }),
		});
		const value = [
			version('a', 1, 'AAAAAAAAAAAAAAAAAAAAAAAAAAA'),
			version('b', 3),
			version('c', 2, '__________________________8='),
		];
		const { access, requests } = makeAccess([response(200, { value })]);
		const item: Identifier = { vaultUrl: VAULT_URL, collection: 'certificates', name: 'exo', version: undefined };
		assert.deepEqual(await new VaultReader(access).thumbprints(item), ['F'.repeat(40), '0'.repeat(40)]);
		assert.deepEqual(
			requests.map(({ url }) => new URL(url).pathname),
			['/certificates/exo/versions'],
		);
	});
});
