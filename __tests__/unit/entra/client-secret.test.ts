// The client secret: what the inputs must hold, and what of it a token request carries.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionErrors } from '../../../src/errors.js';
import { TransportError } from '../../../src/http/transport-error.js';
import { response } from '../../support/make-ports.js';
import { CLIENT_ID, choose, formOf, run, TENANT_ID, TOKEN } from '../../support/sign-in-context.js';

const SECRET = 'Pa55~word+&=';
const GIVEN = { inputs: { 'client-secret': SECRET } };

describe('client-secret', () => {
	it('asks once, at the authority alone, for the scope', async () => {
		const { requests, token, masks } = await run(GIVEN, [TOKEN]);
		assert.equal(token.token.reveal(), 'the-access-token');
		assert.equal(token.expiresOnSeconds, Date.UTC(2026, 0, 1) / 1000 + 3599);
		assert.deepEqual(
			requests.map(({ url }) => url),
			[`https://login.microsoftonline.com/${TENANT_ID}/oauth2/v2.0/token`],
		);
		assert.deepEqual(formOf(requests[0]), {
			grant_type: 'client_credentials',
			client_id: CLIENT_ID,
			client_secret: SECRET,
			scope: 'https://vault.azure.net/.default',
		});
		assert.deepEqual(masks, ['the-access-token']);
	});

	it('names every input that is missing, and the variable that stands in for it', async () => {
		const inputs = { 'auth-method': 'client-secret', 'client-id': '' };
		await assert.rejects(choose({ inputs }), (error) => {
			assert.ok(error instanceof ActionErrors);
			assert.deepEqual(
				error.errors.map(({ subject, hint }) => [subject, hint?.split('.')[0]]),
				[
					['client-id', 'Set it, or the variable AZURE_CLIENT_ID'],
					['client-secret', 'Set it, or the variable AZURE_CLIENT_SECRET'],
				],
			);
			return true;
		});
	});

	it('tries again if the answer says that it passes by itself', async () => {
		const busy = response(400, { error: 'invalid_request', error_codes: [90033] });
		assert.equal((await run(GIVEN, [busy, TOKEN])).requests.length, 2);
	});

	it('does not try again after a refusal', async () => {
		const refused = response(401, { error: 'invalid_client', error_codes: [7000222] });
		await assert.rejects(run(GIVEN, [refused]), { code: 'ENTRA_AADSTS7000222' });
	});

	it('suspects a secret ID if the secret is a GUID, without repeating it, and nothing of another', async () => {
		const refused = [response(401, { error: 'invalid_client', error_codes: [7000215] })];
		const guid = '7d3b6c1e-0000-4000-8000-00000000abcd';
		await assert.rejects(run({ inputs: { 'client-secret': guid } }, refused), (error: Error) => {
			assert.match(error.message, /\bGUID\b/);
			assert.ok(!error.message.includes(guid));
			return true;
		});
		await assert.rejects(run(GIVEN, refused), (error: Error) => !/GUID/.test(error.message));
	});

	const shapes: readonly (readonly [string, string, RegExp])[] = [
		['quotes', '"abc~Def.123"', /in quotes/],
		['single quotes', "'abc~Def.123'", /in quotes/],
		['an expression of GitHub', `$\{{ secrets.AZURE_CLIENT_SECRET }}`, /expression/],
		['an expression of Azure Pipelines', '$(AZURE_CLIENT_SECRET)', /expression/],
	];
	for (const [what, secret, fact] of shapes) {
		it(`says that a refused secret is ${what}, without repeating it`, async () => {
			const refused = [response(401, { error: 'invalid_client', error_codes: [7000215] })];
			await assert.rejects(run({ inputs: { 'client-secret': secret } }, refused), (error: Error) => {
				assert.match(error.message, fact);
				assert.ok(!error.message.includes(secret.slice(1, -1)));
				return true;
			});
		});
	}

	it('says of a secret from a variable that it is, and how to sign in without it if the job can', async () => {
		const refused = [response(401, { error: 'invalid_client', error_codes: [7000222] })];
		const ids = { AZURE_TENANT_ID: TENANT_ID, AZURE_CLIENT_ID: CLIENT_ID, AZURE_CLIENT_SECRET: 'old' };
		const inputs = { 'client-id': '', 'tenant-id': '' };
		await assert.rejects(run({ inputs, variables: ids }, refused), (error: Error) => {
			const from = `client ${CLIENT_ID} (variable AZURE_CLIENT_ID) in tenant ${TENANT_ID} (variable AZURE_TENANT_ID) at`;
			assert.ok(error.message.includes(from), error.message);
			assert.match(error.message, /variable AZURE_CLIENT_SECRET.*client-secret\./);
			assert.doesNotMatch(error.message, /github-oidc to/);
			return true;
		});
		const oidc = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x.example/?a=b', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' };
		await assert.rejects(
			run({ inputs, variables: { ...ids, ...oidc } }, refused),
			/client-secret \(variable AZURE_CLIENT_SECRET .*auth-method: github-oidc\./,
		);
	});

	it('says where it tried to sign in if no answer came', async () => {
		const failure = new TransportError('the host name does not exist', { failure: 'host-not-found' });
		await assert.rejects(run(GIVEN, [failure]), {
			code: 'ENTRA_UNREACHABLE',
			subject: `Sign-in of client ${CLIENT_ID} in tenant ${TENANT_ID} at login.microsoftonline.com with client-secret (input \`client-secret\` is set)`,
		});
	});

	it('shows neither secret nor token in its debug lines', async () => {
		const { log } = await run(GIVEN, [response(429), TOKEN]);
		assert.ok(log.debugLines.length >= 2);
		assert.doesNotMatch(log.debugLines.join('\n'), /Pa55|the-access-token/);
	});
});
