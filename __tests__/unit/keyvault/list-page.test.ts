// Pages of lists, decoded.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeListPage, type ListPage } from '../../../src/keyvault/list-pages.js';
import type { VaultAddress } from '../../../src/plan/identifier.js';
import { item, listed, VAULT_URL, VERSION } from '../../support/run-fetch-items.js';

const SECRETS = { vaultUrl: VAULT_URL, collection: 'secrets' } as const;

function decode(page: unknown, address: VaultAddress = SECRETS): ListPage | undefined {
	return decodeListPage(JSON.stringify(page), address);
}

describe('decodeListPage', () => {
	it('gives what is known of each object', () => {
		const full = { nbf: 1, exp: 2, created: 3, enabled: false, managed: true, tags: { env: 'prod' } };
		const page = decode({ value: [listed('sql', full), listed('API')], nextLink: null });
		assert.deepEqual(page, {
			objects: [
				{
					name: 'sql',
					version: '',
					managed: true,
					enabled: false,
					created: 3,
					contentType: '',
					attributes: { notBefore: 1, expires: 2 },
					tags: new Map([['env', 'prod']]),
				},
				{
					name: 'API',
					version: '',
					managed: false,
					enabled: true,
					created: 0,
					contentType: '',
					attributes: { notBefore: undefined, expires: undefined },
					tags: new Map(),
				},
			],
			nextLink: undefined,
		});
	});

	it('takes an object for enabled and not managed unless it says otherwise', () => {
		const { attributes: _attributes, ...rest } = listed('sql') as { attributes: object };
		const [object] = decode({ value: [{ ...rest, managed: 'yes', attributes: { created: '3' } }] })?.objects ?? [];
		assert.deepEqual([object?.enabled, object?.managed, object?.created], [true, false, 0]);
	});

	it('knows the addresses of keys and certificates, whatever the case of the collection', () => {
		for (const collection of ['keys', 'certificates'] as const) {
			const page = decode({ value: [listed('exo', {}, collection)] }, { vaultUrl: VAULT_URL, collection });
			assert.equal(page?.objects[0]?.name, 'exo');
		}
		const id = `${VAULT_URL}:443/SECRETS/sql`;
		assert.equal(decode({ value: [{ id, attributes: {} }] })?.objects[0]?.name, 'sql');
	});

	it('gives the versions of one object, its name in whatever case', () => {
		const versions = decode({ value: [listed('SQL', { version: VERSION.toUpperCase() })] }, item('sql'));
		assert.deepEqual(
			versions?.objects.map(({ name, version }) => [name, version]),
			[['SQL', VERSION]],
		);
	});

	it('may be empty and still have a next one', () => {
		const nextLink = `${VAULT_URL}:443/secrets?api-version=7.4&$skiptoken=eyJ0`;
		assert.deepEqual(decode({ value: [], nextLink }), { objects: [], nextLink });
		assert.deepEqual(decode({ value: [] }), { objects: [], nextLink: undefined });
	});

	const entry = listed('sql');
	const others: readonly (readonly [string, unknown, VaultAddress?])[] = [
		['null', null],
		['no list', { value: { 0: entry } }],
		['a next link that is no text', { value: [], nextLink: 7 }],
		['a next link over http', { value: [], nextLink: 'http://contoso.vault.azure.net/secrets' }],
		['a next link of another scheme', { value: [], nextLink: `x${VAULT_URL}/secrets` }],
		['an entry with an address of another scheme', { value: [{ ...entry, id: `x${VAULT_URL}/secrets/sql` }] }],
		['a next link that is relative', { value: [], nextLink: '/secrets?$skiptoken=x' }],
		['a next link that is empty', { value: [], nextLink: '' }],
		['a next link with a line break', { value: [], nextLink: `${VAULT_URL}/secrets\n` }],
		['a next link without end', { value: [], nextLink: `${VAULT_URL}/${'x'.repeat(9_000)}` }],
		['an entry that is none', { value: [entry, null] }],
		['an entry without an address', { value: [{ attributes: {} }] }],
		['an entry with an address that is no text', { value: [{ ...entry, id: [`${VAULT_URL}/secrets/sql`] }] }],
		['an entry without attributes', { value: [{ ...entry, attributes: undefined }] }],
		['an entry of another collection', { value: [listed('sql', {}, 'certificates')] }],
		['a name that no vault allows', { value: [listed('s%0aql')] }],
		['a name with a line break', { value: [listed('sql\n')] }],
		['a name that is too long', { value: [listed('x'.repeat(128))] }],
		['a version of another object', { value: [listed('other', { version: VERSION })] }, item('sql')],
		['an object where a version should be', { value: [entry] }, item('sql')],
	];
	for (const [what, body, address] of others) {
		it(`takes ${what} for no page`, () => {
			assert.equal(decode(body, address), undefined);
		});
	}

	it('takes a page of HTML for none', () => {
		assert.equal(decodeListPage('<html>', SECRETS), undefined);
	});
});
