// Requests to a vault, and to which addresses they may go.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { getObjectRequest, getRequest, listUrl, siblingIdentifierOf } from '../../../src/keyvault/ask-vault.js';
import type { Identifier } from '../../../src/plan/identifier.js';
import { SecretText } from '../../../src/secret-text.js';

const VAULT_URL = 'https://contoso.vault.azure.net';
const VERSION = '4387e9f3d6e14c459867679a90fd0f79';
const TOKEN = new SecretText('eyJ0');

describe('getObjectRequest', () => {
	const latest: Identifier = { vaultUrl: VAULT_URL, collection: 'secrets', name: 'sql', version: undefined };

	it('reads the latest version with api-version 7.4', () => {
		const { method, url, body } = getObjectRequest(latest, TOKEN);
		assert.equal(method, 'GET');
		assert.equal(url, `${VAULT_URL}/secrets/sql?api-version=7.4`);
		assert.equal(body, undefined);
	});

	it('reads the version that is asked for', () => {
		const { url } = getObjectRequest({ ...latest, collection: 'certificates', version: VERSION }, TOKEN);
		assert.equal(url, `${VAULT_URL}/certificates/sql/${VERSION}?api-version=7.4`);
	});

	it('carries no token if the vault is to answer with its challenge', () => {
		assert.deepEqual(getObjectRequest(latest).headers, {});
	});

	it('carries the token covered', () => {
		const request = getObjectRequest(latest, TOKEN);
		assert.deepEqual(Object.keys(request.headers), ['authorization']);
		const authorization = request.headers['authorization'];
		assert.ok(authorization instanceof SecretText);
		assert.equal(authorization.reveal(), 'Bearer eyJ0');
	});
});

describe('listUrl', () => {
	it('is where a list of all objects begins, in pages as large as a vault gives them', () => {
		const address = { vaultUrl: VAULT_URL, collection: 'certificates' } as const;
		assert.equal(listUrl(address), `${VAULT_URL}/certificates?api-version=7.4&maxresults=25`);
	});

	it('is where the list of versions of one object begins', () => {
		const address = { vaultUrl: VAULT_URL, collection: 'secrets', name: 'sql', version: VERSION } as const;
		assert.equal(listUrl(address), `${VAULT_URL}/secrets/sql/versions?api-version=7.4&maxresults=25`);
	});
});

describe('getRequest', () => {
	it('leaves the address as it is, and carries the token covered', () => {
		const url = `${VAULT_URL}:443/secrets?api-version=7.4&$skiptoken=eyJ%3d`;
		const { headers, ...rest } = getRequest(url, TOKEN);
		assert.deepEqual(rest, { method: 'GET', url });
		assert.ok(headers['authorization'] instanceof SecretText);
		assert.deepEqual(getRequest(url).headers, {});
	});
});

describe('siblingIdentifierOf', () => {
	const certificate = { vaultUrl: VAULT_URL, name: 'exo' };

	it('is the secret of that name and version in the same vault', () => {
		assert.deepEqual(siblingIdentifierOf(`${VAULT_URL}/secrets/exo/${VERSION}`, 'secrets', certificate), {
			vaultUrl: VAULT_URL,
			collection: 'secrets',
			name: 'exo',
			version: VERSION,
		});
	});

	it('is the key, if a key is looked for', () => {
		const identifier = siblingIdentifierOf(`${VAULT_URL}/keys/exo/${VERSION}`, 'keys', certificate);
		assert.equal(identifier?.collection, 'keys');
		assert.equal(siblingIdentifierOf(`${VAULT_URL}/secrets/exo/${VERSION}`, 'keys', certificate), undefined);
	});

	it('compares names and hosts without regard to case, and knows the usual port', () => {
		const identifier = siblingIdentifierOf(
			`https://CONTOSO.vault.azure.net:443/Secrets/EXO/${VERSION}`,
			'secrets',
			certificate,
		);
		assert.equal(identifier?.vaultUrl, VAULT_URL);
		assert.equal(identifier?.name, 'EXO');
	});

	const elsewhere: readonly (readonly [string, string])[] = [
		['another host', `https://evil.example/secrets/exo/${VERSION}`],
		['another vault', `https://fabrikam.vault.azure.net/secrets/exo/${VERSION}`],
		['a host that begins alike', `${VAULT_URL}.evil.example/secrets/exo/${VERSION}`],
		['another port', `${VAULT_URL}:8443/secrets/exo/${VERSION}`],
		['http', `http://contoso.vault.azure.net/secrets/exo/${VERSION}`],
		['a user name', `https://user@contoso.vault.azure.net/secrets/exo/${VERSION}`],
		['a password', `https://:pass@contoso.vault.azure.net/secrets/exo/${VERSION}`],
		['a query', `${VAULT_URL}/secrets/exo/${VERSION}?x=y`],
		['another name', `${VAULT_URL}/secrets/other/${VERSION}`],
		['another collection', `${VAULT_URL}/keys/exo/${VERSION}`],
		['a collection below another', `${VAULT_URL}/x/secrets/exo/${VERSION}`],
		['no version', `${VAULT_URL}/secrets/exo`],
		['a malformed version', `${VAULT_URL}/secrets/exo/latest`],
		['more after the version', `${VAULT_URL}/secrets/exo/${VERSION}/backup`],
		['a path that climbs', `${VAULT_URL}/secrets/exo/${VERSION}/../../other/${VERSION}`],
		['no address', 'https://'],
	];
	for (const [what, secretId] of elsewhere) {
		it(`is none for ${what}`, () => {
			assert.equal(siblingIdentifierOf(secretId, 'secrets', certificate), undefined);
		});
	}
});
