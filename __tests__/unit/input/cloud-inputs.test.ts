// The inputs that say which cloud, and what an https origin is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ActionErrors } from '../../../src/errors.js';
import { parseHttpsOrigin, readCloudInputs } from '../../../src/input/cloud-inputs.js';
import { makeInputs } from '../../support/make-ports.js';

type Texts = Readonly<Record<string, string>>;

const read = (inputs: Texts) => readCloudInputs(makeInputs(inputs));

function assertRefused(inputs: Texts, message: string): void {
	assert.throws(
		() => read(inputs),
		(error) => error instanceof ActionErrors && error.errors.length === 1 && error.message === message,
	);
}

test('if nothing is given nothing is known, and nothing is wrong', () => {
	assert.deepEqual(read({}), {
		cloud: undefined,
		authorityHost: undefined,
		vaultSuffix: undefined,
		oidcAudience: undefined,
	});
});

test('the name of the cloud is trimmed and left to the plan', () => {
	assert.equal(read({ cloud: ' china ' }).cloud, 'china');
});

test('the audience of the ID token is taken as it is', () => {
	assert.equal(read({ 'oidc-audience': ' api://Contoso ' }).oidcAudience, 'api://Contoso');
});

test('an authority host is an https origin, in its normal form', () => {
	assert.equal(read({ 'authority-host': 'https://Login.Example:8443/' }).authorityHost, 'https://login.example:8443');
	for (const text of [
		'http://login.example',
		'login.example',
		'https://login.example/x',
		'https://login.example:99999',
	]) {
		const message = 'authority-host: the value is not an https origin. Expected https://HOST, without a path.';
		assertRefused({ 'authority-host': text }, message);
	}
});

test('a vault suffix is a DNS name, with or without a leading dot, in any case', () => {
	assert.equal(read({ 'vault-suffix': '.Vault.Azure.NET' }).vaultSuffix, 'vault.azure.net');
	for (const suffix of ['localhost', 'v', 'v.x', 'a-b.c-d'])
		assert.equal(read({ 'vault-suffix': suffix }).vaultSuffix, suffix);
	for (const text of ['.', 'a..b', 'https://vault.azure.net', 'vault.azure.net:443', '*.azure.net', 'vault_x', 'a/b']) {
		const message = 'vault-suffix: the value is not a DNS suffix. Expected a name such as vault.azure.net.';
		assertRefused({ 'vault-suffix': text }, message);
	}
});

test('every bad input is reported, and no error shows what was given', () => {
	assert.throws(
		() => read({ 'authority-host': 'misplaced one', 'vault-suffix': 'misplaced two' }),
		(error) => error instanceof ActionErrors && error.errors.length === 2 && !/misplaced/.test(error.message),
	);
});

const noOrigins = [
	'',
	'https://',
	'https:///',
	'https://a.b/c',
	'https://a.b?c',
	'https://a.b#c',
	'https://u:p@a.b',
	'https://a.b\\c',
	'https://a b',
	'https://a.b//',
	' https://a.b',
	'http://a.b',
	'ftp://a.b',
	'//a.b',
	'https://[::1',
];

for (const text of noOrigins) {
	test(`${JSON.stringify(text)} is not an https origin`, () => {
		assert.equal(parseHttpsOrigin(text), undefined);
	});
}

test('for any host, an https origin is one for the URL parser too, and nothing but scheme and host', () => {
	const hosts = fc.oneof(
		fc.domain(),
		fc.string({ unit: 'binary' }),
		fc.webAuthority({ withPort: true, withUserInfo: true, withIPv6: true }),
	);
	fc.assert(
		fc.property(hosts, (host) => {
			const origin = parseHttpsOrigin(`https://${host}`);
			if (origin === undefined) return;
			const { protocol, username, password, pathname, search, hash } = new URL(origin);
			assert.deepEqual([protocol, username, password, pathname, search, hash], ['https:', '', '', '/', '', '']);
			assert.equal(new URL(`https://${host}`).origin, origin);
		}),
	);
});
