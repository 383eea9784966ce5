// Which way to sign in: asked for, given, or the job's own.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeMachine } from '../setup.js';
import { choose, type Given, makeJwt } from './sign-in-context.js';

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
			'client-secret is given',
		],
		['creds', { inputs: { creds: CREDS, 'client-id': '', 'tenant-id': '' } }, 'client-secret', 'creds is given'],
		['the token that is given', { inputs: { 'access-token': 't' } }, 'access-token', 'access-token is given'],
		[
			'AZURE_CLIENT_SECRET, before github-oidc',
			{ variables: { AZURE_CLIENT_SECRET: 's', ...OIDC } },
			'client-secret',
			'AZURE_CLIENT_SECRET is set',
		],
		[
			'an input, before AZURE_CLIENT_SECRET',
			{ inputs: { 'access-token': 't' }, variables: { AZURE_CLIENT_SECRET: 's' } },
			'access-token',
			'access-token is given',
		],
		[
			'what auth-method names, before AZURE_CLIENT_SECRET',
			{ inputs: { 'auth-method': 'github-oidc' }, variables: { AZURE_CLIENT_SECRET: 's', ...OIDC } },
			'github-oidc',
			'auth-method names it',
		],
		[
			'the job, where it has id-token: write',
			{ variables: { ...OIDC, ...FEDERATED } },
			'github-oidc',
			'the job has id-token: write',
		],
		[
			'the platform, where it gives a token file',
			{ variables: FEDERATED, machine },
			'workload-identity',
			'AZURE_FEDERATED_TOKEN_FILE is set',
		],
		[
			'managed-identity, when asked for',
			{ inputs: { 'auth-method': 'managed-identity' } },
			'managed-identity',
			'auth-method names it',
		],
		['azure-cli, when asked for', { inputs: { 'auth-method': 'azure-cli' } }, 'azure-cli', 'auth-method names it'],
		[
			'device-code, when asked for',
			{ inputs: { 'auth-method': 'device-code' } },
			'device-code',
			'auth-method names it',
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
			/^auth-method: cannot be derived, .*id-token: write.*client-secret, client-certificate, creds, access-token or/,
		],
		[
			'half of what GitHub gives is there',
			{ variables: { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x' } },
			/^auth-method: cannot be derived/,
		],
		[
			'two are given',
			{ inputs: { 'access-token': 't', 'client-secret': 's' } },
			/^access-token and client-secret: say different ways/,
		],
		[
			'a secret is given twice',
			{ inputs: { creds: CREDS, 'client-secret': 'secret-of-creds' } },
			/^client-secret and creds: say different ways/,
		],
		[
			'three are given',
			{ inputs: { 'access-token': 't', 'client-secret': 's', 'client-certificate': 'c.pem' } },
			/^access-token and client-secret and client-certificate: say different ways/,
		],
		[
			'another is asked for',
			{ inputs: { 'auth-method': 'github-oidc', 'client-secret': 's' }, variables: OIDC },
			/^auth-method and client-secret: say different/,
		],
		[
			'auth-method is misspelt',
			{ inputs: { 'auth-method': 'oidc' } },
			/^auth-method: is not the name .*client-secret, client-certificate, .*github-oidc/,
		],
		['the token is missing', { inputs: { 'auth-method': 'access-token' } }, /^access-token: is empty\./],
		[
			'the job may not ask for an ID token',
			{ inputs: { 'auth-method': 'github-oidc' } },
			/^github-oidc: the job may not ask .*id-token: write/,
		],
		[
			'there is no token file',
			{ inputs: { 'auth-method': 'workload-identity' } },
			/^AZURE_FEDERATED_TOKEN_FILE: is not set\./,
		],
	];
	for (const [name, given, expected] of refused) {
		it(`is an error where ${name}`, async () => {
			await assert.rejects(choose(given), { message: expected });
		});
	}
});
