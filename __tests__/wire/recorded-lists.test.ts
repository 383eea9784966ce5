// Lists of real vaults go through our own reader: pages, links, an empty page, versions of what does not exist.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeVaultSession, type VaultAccess } from '../../src/keyvault/ask-vault.js';
import type { ListedObject } from '../../src/keyvault/list-pages.js';
import { VaultReader } from '../../src/keyvault/vault-reader.js';
import { SecretText } from '../../src/secret-text.js';
import { makePorts } from '../support/make-ports.js';
import { type Exchange, readRecording, recordingsFolder, replay } from './recordings.js';

function makeAccess(exchanges: readonly Exchange[]) {
	const { transport, requests } = replay(exchanges);
	const { ports } = makePorts({ transport });
	const session = makeVaultSession({ tenantId: 'contoso.com', token: new SecretText('token-1'), renew: undefined });
	const access: VaultAccess = { session, context: { ...ports, deadlineMs: ports.clock.nowMs() + 60_000 } };
	return { access, requests };
}

/** The pages with links that differ, as a vault gives them: the recordings hide what tells one from another. */
function numberLinks(pages: readonly Exchange[]): readonly Exchange[] {
	return pages.map((page, index) => {
		const { response } = page;
		const { nextLink } = response.body;
		if (typeof nextLink !== 'string') return page;
		const body = { ...response.body, nextLink: nextLink.replace('Sanitized', `page-${index}`) };
		return { ...page, response: { ...response, body } };
	});
}

describe('recorded lists', { skip: recordingsFolder === undefined && 'KEY_VAULT_RECORDINGS is not set' }, () => {
	it('are read to their end, an empty page among them', async () => {
		const pages = numberLinks([
			...readRecording('secrets-list-paged.json').slice(1),
			...readRecording('secrets-list-last-page.json'),
		]);
		const { origin: vaultUrl } = new URL(pages[0]?.request.url ?? assert.fail());
		const { access, requests } = makeAccess(pages);
		const listed: (readonly ListedObject[])[] = [];
		for await (const page of new VaultReader(access).list({ vaultUrl, collection: 'secrets' })) listed.push(page);
		assert.deepEqual(
			listed.map(({ length }) => length),
			[23, 25, 6, 0, 9],
		);
		assert.deepEqual(
			requests.slice(1).map(({ url }) => url),
			pages.slice(0, -1).map(({ response }) => response.body.nextLink),
		);
		const objects = listed.flat();
		const recorded = pages.flatMap(({ response }) => response.body.value);
		assert.deepEqual(
			objects.map(({ name }) => name),
			recorded.map(({ id }) => new URL(id).pathname.split('/')[2]),
		);
		assert.deepEqual(
			objects.map(({ created, attributes }) => [created, attributes.expires]),
			recorded.map(({ attributes }) => [attributes.created, attributes.exp]),
		);
		assert.deepEqual(
			objects.filter(({ managed }) => managed).map(({ name }) => name),
			['1085277952', '1525633043', '1551065223', '1578204258'],
		);
		assert.ok(objects.every(({ enabled, version }) => enabled && version === ''));
	});

	it('show no versions for a secret that does not exist', async () => {
		const exchanges = readRecording('secret-versions-of-unknown.json').slice(1);
		const { origin: vaultUrl, pathname } = new URL(exchanges[0]?.request.url ?? assert.fail());
		const [, , name = ''] = pathname.split('/');
		const { access, requests } = makeAccess(exchanges);
		const item = { vaultUrl, collection: 'secrets', name, version: undefined } as const;
		await assert.rejects(new VaultReader(access).version(item), { code: 'VAULT_NOT_FOUND', subject: `secret ${name}` });
		assert.equal(requests.length, 1);
	});
});
