// Which way to sign in: asked for, given, or the job's own.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeMachine } from '../../support/make-ports.js';
import { choose, type Given, makeJwt } from '../../support/sign-in-context.js';

const OIDC = {
	ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.example/?v=1',
	ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
};
const FEDERATED = { AZURE_FEDERATED_TOKEN_FILE: '/token' };
const machine = makeMachine({ '/token': makeJwt({}) });
const CREDS = JSON.stringify({
	tenantId: '11111111-1111-4111-8111-111111111111',
	clientId: '22222222-2222-4222-8222-222222222222',
	clientSecret: 'secret-of-creds',
});

describe('the way to sign in', () => {
	const rows: readonly [string, Given, string, string][] = [
		[
			'the client secret that is given',
			{ inputs: { 'client-secret': 's' } },
			'client-secret',
			'input `client-secret` is set',
		],
		['creds', { inputs: { creds: CREDS, 'client-id': '', 'tenant-id': '' } }, 'client-secret', 'input `creds` is set'],
		['the token that is given', { inputs: { 'access-token': 't' } }, 'access-token', 'input `access-token` is set'],
		[
			'AZURE_CLIENT_SECRET, before github-oidc',
			{ variables: { AZURE_CLIENT_SECRET: 's', ...OIDC } },
			'client-secret',
			'variable AZURE_CLIENT_SECRET is set',
		],
		[
			'an input, before AZURE_CLIENT_SECRET',
			{ inputs: { 'access-token': 't' }, variables: { AZURE_CLIENT_SECRET: 's' } },
			'access-token',
			'input `access-token` is set',
		],
		[
			'what auth-method names, before AZURE_CLIENT_SECRET',
			{ inputs: { 'auth-method': 'github-oidc' }, variables: { AZURE_CLIENT_SECRET: 's', ...OIDC } },
			'github-oidc',
			'input `auth-method` is set',
		],
		[
			'the job, where it has id-token: write',
			{ variables: { ...OIDC, ...FEDERATED } },
			'github-oidc',
			'the job has `id-token: write`',
		],
		[
			'the platform, where it gives a token file',
			{ variables: FEDERATED, machine },
			'workload-identity',
			'variable AZURE_FEDERATED_TOKEN_FILE is set',
		],
		[
			'managed-identity, when asked for',
			{ inputs: { 'auth-method': 'managed-identity' } },
			'managed-identity',
			'input `auth-method` is set',
		],
		[
			'azure-cli, when asked for',
			{ inputs: { 'auth-method': 'azure-cli' } },
			'azure-cli',
			'input `auth-method` is set',
		],
		[
			'device-code, when asked for',
			{ inputs: { 'auth-method': 'device-code' } },
			'device-code',
			'input `auth-method` is set',
		],
	];
	for (const [name, given, kind, reason] of rows) {
		it(`is ${name}`, async () => {
			const credential = await choose(given);
			assert.equal(credential.kind, kind);
			assert.equal(credential.reason, reason);
		});
	}

	const refused: readonly [string, Given, RegExp][] = [
		[
			'nothing is given',
			{},
			/^auth-method: .*"id-token: write".*"contents: read".*client-secret, client-certificate, creds, access-token or/,
		],
		[
			'half of what GitHub gives is there',
			{ variables: { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x' } },
			/^auth-method: /,
		],
		['two are given', { inputs: { 'access-token': 't', 'client-secret': 's' } }, /^access-token and client-secret: /],
		[
			'a secret is given twice',
			{ inputs: { creds: CREDS, 'client-secret': 'secret-of-creds' } },
			/^client-secret and creds: /,
		],
		[
			'three are given',
			{ inputs: { 'access-token': 't', 'client-secret': 's', 'client-certificate': 'c.pem' } },
			/^access-token and client-secret and client-certificate: /,
		],
		[
			'another is asked for',
			{ inputs: { 'auth-method': 'github-oidc', 'client-secret': 's' }, variables: OIDC },
			/^auth-method and client-secret: /,
		],
		[
			'auth-method is misspelt',
			{ inputs: { 'auth-method': 'oidc' } },
			/^auth-method: .*client-secret, client-certificate, .*github-oidc/,
		],
		['the token is missing', { inputs: { 'auth-method': 'access-token' } }, /^access-token: the input is empty\./],
		[
			'the job may not ask for an ID token',
			{ inputs: { 'auth-method': 'github-oidc' } },
			/^github-oidc: .*id-token: write/,
		],
		[
			'there is no token file',
			{ inputs: { 'auth-method': 'workload-identity' } },
			/^AZURE_FEDERATED_TOKEN_FILE: the variable is not set\./,
		],
	];
	for (const [name, given, expected] of refused) {
		it(`is an error where ${name}`, async () => {
			await assert.rejects(choose(given), { message: expected });
		});
	}
});

describe('what an ID came from', () => {
	const AZURE = {
		AZURE_TENANT_ID: '33333333-3333-4333-8333-333333333333',
		AZURE_CLIENT_ID: '44444444-4444-4444-8444-444444444444',
		AZURE_CLIENT_SECRET: 's',
	};
	const none = { 'client-id': '', 'tenant-id': '' };
	const rows: readonly [string, Given, (string | undefined)[]][] = [
		['inputs', { inputs: { 'client-secret': 's' } }, ['tenant-id', 'client-id', 'client-secret']],
		['creds', { inputs: { ...none, creds: CREDS } }, ['creds', 'creds', 'creds']],
		['variables', { inputs: none, variables: AZURE }, Object.keys(AZURE)],
		[
			'an input and a variable',
			{ inputs: { 'client-id': '' }, variables: { ...OIDC, AZURE_CLIENT_ID: AZURE.AZURE_CLIENT_ID } },
			['tenant-id', 'AZURE_CLIENT_ID', undefined],
		],
		[
			'no input, for an ID that the method does not use',
			{ inputs: { ...none, 'auth-method': 'azure-cli' }, variables: AZURE },
			[undefined, undefined, undefined],
		],
		[
			'the token, whatever the inputs say',
			{ inputs: { 'access-token': makeJwt({ tid: 't', appid: 'a' }) }, variables: AZURE },
			[undefined, undefined, undefined],
		],
	];
	for (const [what, given, [tenantId, clientId, clientSecret]] of rows) {
		it(`is known: ${what}`, async () => {
			assert.deepEqual((await choose(given)).sources, { tenantId, clientId, clientSecret });
		});
	}
});
