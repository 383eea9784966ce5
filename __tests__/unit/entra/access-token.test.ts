// A token that the workflow has already: used as it is.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSignedIn } from '../../../src/entra/credential.js';
import { makeMachine } from '../../support/make-ports.js';
import { choose, makeJwt, run, TARGET, textOf } from '../../support/sign-in-context.js';

const EXP = Date.UTC(2026, 0, 1) / 1000 + 600;

describe('access-token', () => {
	it('asks for nothing, and knows from the token who signed in', async () => {
		const jwt = makeJwt({ tid: 'the-tenant', appid: 'the-client', exp: EXP });
		const given = { inputs: { 'access-token': jwt } };
		const { token, requests, masks } = await run(given);
		assert.equal(token.token.reveal(), jwt);
		assert.equal(token.expiresOnSeconds, EXP);
		assert.deepEqual(requests, []);
		assert.deepEqual(masks, [jwt]);
		assert.deepEqual(readSignedIn(token, await choose(given), TARGET), {
			tenantId: 'the-tenant',
			clientId: 'the-client',
			objectId: undefined,
			audience: undefined,
			isDelegated: false,
		});
	});

	it('may be opaque, or of version 2', async () => {
		const { token } = await run({ inputs: { 'access-token': 'opaque' } });
		assert.equal(token.expiresOnSeconds, Number.POSITIVE_INFINITY);
		const azp = await choose({ inputs: { 'access-token': makeJwt({ azp: 'a' }) } });
		assert.equal(azp.clientId, 'a');
	});

	it('is an error if it has expired', async () => {
		const given = { inputs: { 'access-token': makeJwt({ exp: EXP - 600 }) } };
		await assert.rejects(run(given), { code: 'ACCESS_TOKEN_EXPIRED' });
	});

	it('is an error if it has spaces inside, and is not repeated', async () => {
		await assert.rejects(
			choose({ inputs: { 'access-token': 'Bearer abc' } }),
			(error: Error) =>
				!error.message.includes('abc') && /^access-token: the value contains spaces/.test(error.message),
		);
	});

	it('is masked before anything else, and never renewed', async () => {
		const credential = await choose({ inputs: { 'access-token': 'opaque' } });
		assert.deepEqual(credential.secrets.map(textOf), ['opaque']);
		assert.equal(credential.isRenewable, false);
	});
});

describe('the secrets of a credential', () => {
	const machine = makeMachine({ '/token': 'a.b.c' });

	it('are what each way to sign in must have masked at once', async () => {
		const oidc = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x.example', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token' };
		const rows: readonly [Parameters<typeof choose>[0], readonly string[]][] = [
			[{ inputs: { 'client-secret': 's3cret' } }, ['s3cret']],
			[{ variables: oidc }, ['request-token']],
			[{ inputs: { 'auth-method': 'device-code' } }, []],
			[{ inputs: { 'auth-method': 'azure-cli' } }, []],
			[{ variables: { AZURE_FEDERATED_TOKEN_FILE: '/token' }, machine }, []],
			[{ inputs: { 'auth-method': 'managed-identity' } }, []],
			[
				{
					inputs: { 'auth-method': 'managed-identity' },
					variables: { IDENTITY_ENDPOINT: 'http://127.0.0.1:1/', IDENTITY_HEADER: 'header' },
				},
				['header'],
			],
		];
		for (const [given, expected] of rows) {
			const credential = await choose(given);
			assert.deepEqual(credential.secrets.map(textOf), expected);
		}
	});
});
