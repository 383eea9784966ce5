// Addresses of vault objects: what users may write in a line, and what is said of the rest.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LINES_INPUTS, type LinesInput } from '../../../src/input/line-grammar.js';
import type { Cloud } from '../../../src/plan/cloud.js';
import { identifierKey, isObjectName, parseReference, vaultHost } from '../../../src/plan/identifier.js';

const VERSION = '4387e9f3d6e14c459867679a90fd0f79';

const PUBLIC: Cloud = {
	authorityHost: 'https://login.microsoftonline.com',
	vaultSuffix: 'vault.azure.net',
	vaultSuffixIsGiven: false,
	vaultScope: 'https://vault.azure.net/.default',
	oidcAudience: 'api://AzureADTokenExchange',
	graphHost: 'https://graph.microsoft.com',
	graphScope: 'https://graph.microsoft.com/.default',
	portalHost: 'https://portal.azure.com',
};

function parse(reference: string, input: LinesInput = 'secrets') {
	return parseReference({ input, number: 3, reference }, PUBLIC);
}

const references: Readonly<Record<string, readonly [string | undefined, string, string | undefined]>> = {
	'sql-password': [undefined, 'sql-password', undefined],
	'SQL-Password': [undefined, 'SQL-Password', undefined],
	'1': [undefined, '1', undefined],
	['a'.repeat(127)]: [undefined, 'a'.repeat(127), undefined],
	[`db/${VERSION}`]: [undefined, 'db', VERSION],
	[`db/${VERSION.toUpperCase()}`]: [undefined, 'db', VERSION],
	'https://other.vault.azure.net/secrets/api-key': ['https://other.vault.azure.net', 'api-key', undefined],
	'https://other.vault.azure.net/secrets/api-key/': ['https://other.vault.azure.net', 'api-key', undefined],
	'HTTPS://Other.Vault.Azure.Net:443/Secrets/Api-Key': ['https://other.vault.azure.net', 'Api-Key', undefined],
	[`https://other.vault.azure.net/secrets/db/${VERSION}`]: ['https://other.vault.azure.net', 'db', VERSION],
};

for (const [text, [vaultUrl, name, version]] of Object.entries(references)) {
	test(`${text} refers to ${name}, version ${version ?? 'latest'}, in ${vaultUrl ?? 'the vault of the input'}`, () => {
		assert.deepEqual(parse(text), { vaultUrl, collection: 'secrets', name, version, isPattern: false });
	});
}

for (const input of LINES_INPUTS) {
	test(`a line of ${input} refers to ${input}`, () => {
		assert.equal(parse('exo', input).collection, input);
		assert.equal(parse(`https://other.vault.azure.net/${input}/exo`, input).collection, input);
	});
}

const patterns: Readonly<Record<string, readonly [string | undefined, string]>> = {
	'*': [undefined, '*'],
	'team-*': [undefined, 'team-*'],
	'*-Key': [undefined, '*-Key'],
	'a*b*': [undefined, 'a*b*'],
	'**': [undefined, '**'],
	[`*${'a'.repeat(126)}`]: [undefined, `*${'a'.repeat(126)}`],
	'https://other.vault.azure.net/secrets/team-*': ['https://other.vault.azure.net', 'team-*'],
};

for (const [text, [vaultUrl, name]] of Object.entries(patterns)) {
	test(`${text} is a pattern, in ${vaultUrl ?? 'the vault of the input'}`, () => {
		assert.deepEqual(parse(text), { vaultUrl, collection: 'secrets', name, version: undefined, isPattern: true });
	});
}

test('names are the same without regard to case; vaults, collections and versions tell objects apart', () => {
	const base = {
		vaultUrl: 'https://a-b.vault.azure.net',
		collection: 'secrets',
		name: 'Db',
		version: undefined,
	} as const;
	assert.equal(identifierKey(base), identifierKey({ ...base, name: 'dB' }));
	const others = [
		base,
		{ ...base, version: VERSION },
		{ ...base, version: '0'.repeat(32) },
		{ ...base, name: 'db2' },
		{ ...base, collection: 'certificates' as const },
		{ ...base, vaultUrl: 'https://c-d.vault.azure.net' },
	];
	assert.equal(new Set(others.map(identifierKey)).size, others.length);
});

test('a vault’s host has its port only if it is not the usual one', () => {
	assert.equal(vaultHost('https://contoso.vault.azure.net'), 'contoso.vault.azure.net');
	assert.equal(vaultHost('https://localhost:8443'), 'localhost:8443');
});

test('the name of an object is letters, digits and hyphens, up to 127', () => {
	for (const name of ['a', '1', '-', 'Db-1', 'a'.repeat(127)]) assert.ok(isObjectName(name), name);
	for (const name of ['', 'a_b', 'a.b', 'a b', 'a*', 'a\n', 'ä', 'a/b', 'a'.repeat(128)])
		assert.ok(!isObjectName(name), name);
});
