// Sign-in without a stored secret: the job's own ID token, or one that the platform keeps in a file.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signIn } from '../../../src/entra/sign-in.js';
import { foreseenErrors } from '../../../src/errors.js';
import { TransportError } from '../../../src/http/transport-error.js';
import { makeMachine, response, type Script } from '../setup.js';
import { CLIENT_ID, choose, formOf, makeContext, makeJwt, run, signingIn, TARGET, TOKEN } from './sign-in-context.js';

const REQUEST_URL = 'https://pipelines.example/token?api-version=2.0';
const OIDC = {
	variables: { ACTIONS_ID_TOKEN_REQUEST_URL: REQUEST_URL, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token' },
};
const ID_TOKEN = makeJwt({
	iss: 'https://token.actions.githubusercontent.com',
	sub: 'repo:contoso@1/mail@2:ref:refs/heads/main',
	aud: 'api://AzureADTokenExchange',
});
const GIVEN_ID_TOKEN = response(200, { value: ID_TOKEN, count: 1 });

describe('github-oidc', () => {
	it('asks GitHub for an ID token of the audience, and Entra for a token in exchange', async () => {
		const { requests, masks } = await run(OIDC, [GIVEN_ID_TOKEN, TOKEN]);
		assert.equal(requests[0]?.url, `${REQUEST_URL}&audience=api%3A%2F%2FAzureADTokenExchange`);
		assert.equal(String(requests[0]?.headers['authorization']), '[secret]');
		assert.deepEqual(formOf(requests[1]), {
			grant_type: 'client_credentials',
			client_id: CLIENT_ID,
			client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
			client_assertion: ID_TOKEN,
			scope: 'https://vault.azure.net/.default',
		});
		assert.deepEqual(masks, [ID_TOKEN, 'the-access-token']);
	});

	const incomplete: Readonly<Record<string, Readonly<Record<string, string>>>> = {
		'no address': { ...OIDC.variables, ACTIONS_ID_TOKEN_REQUEST_URL: '' },
		'no token to ask with': { ...OIDC.variables, ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' },
		'an address that is none': { ...OIDC.variables, ACTIONS_ID_TOKEN_REQUEST_URL: 'token' },
		neither: {},
	};
	for (const [what, variables] of Object.entries(incomplete)) {
		it(`names the permission once, before any request, where the runner gives ${what}`, async () => {
			await assert.rejects(choose({ inputs: { 'auth-method': 'github-oidc' }, variables }), (error) => {
				assert.deepEqual(
					foreseenErrors(error).map(({ code }) => code),
					['ID_TOKEN_NOT_PERMITTED'],
				);
				return true;
			});
		});
	}

	it('takes a fresh ID token for each exchange', async () => {
		const { context, requests } = makeContext([GIVEN_ID_TOKEN, TOKEN, GIVEN_ID_TOKEN, TOKEN]);
		const order = await signingIn(OIDC);
		await signIn(order, TARGET, context);
		await signIn(order, TARGET, context);
		assert.equal(requests.filter(({ url }) => url.startsWith(REQUEST_URL)).length, 2);
	});

	it('shows issuer, subject and audience as presented where no federated credential matches', async () => {
		const refused = response(401, { error: 'invalid_client', error_codes: [700213] });
		await assert.rejects(run(OIDC, [GIVEN_ID_TOKEN, refused]), (error: Error) => {
			assert.match(
				error.message,
				/issuer https:\/\/token\.actions\.githubusercontent\.com, subject repo:contoso@1\/mail@2:ref:refs\/heads\/main, audience api:\/\/AzureADTokenExchange\./,
			);
			assert.match(error.message, /numeric IDs in the subject/);
			assert.ok(!error.message.includes(ID_TOKEN));
			return true;
		});
	});

	it('says so where the ID token cannot be read, or the refusal is of another kind', async () => {
		const opaque = response(200, { value: 'opaque' });
		const mismatch = response(401, { error: 'invalid_client', error_codes: [70021] });
		await assert.rejects(run(OIDC, [opaque, mismatch]), /issuer \(unreadable\), subject \(unreadable\)/);
		const other = response(400, { error: 'unauthorized_client', error_codes: [700016] });
		await assert.rejects(run(OIDC, [GIVEN_ID_TOKEN, other]), (error: Error) => !/issuer/.test(error.message));
	});

	const failures: readonly [string, Script, RegExp][] = [
		['refuses', [response(403, 'no')], /^ID token of GitHub: HTTP 403\. /],
		['gives no token', [response(200, { count: 0 })], /^ID token of GitHub: the answer holds no ID token\. /],
		[
			'does not answer',
			[new TransportError('the host name does not exist', { failure: 'host-not-found' })],
			/^ID token of GitHub: the host name does not exist\. /,
		],
	];
	for (const [name, script, expected] of failures) {
		it(`says what GitHub did where it ${name}`, async () => {
			await assert.rejects(run(OIDC, script), { message: expected });
		});
	}

	it('leaves what was not foreseen as it is', async () => {
		const defect = new TypeError('x is undefined');
		await assert.rejects(run(OIDC, [defect]), defect);
	});
});

describe('workload-identity', () => {
	const variables = { AZURE_FEDERATED_TOKEN_FILE: '/var/run/token' };
	const given = (content: string) => ({ variables, machine: makeMachine({ '/var/run/token': content }) });

	it('exchanges what the file holds', async () => {
		const { requests, masks } = await run(given(`${ID_TOKEN}\n`), [TOKEN]);
		assert.equal(formOf(requests[0])['client_assertion'], ID_TOKEN);
		assert.deepEqual(masks, [ID_TOKEN, 'the-access-token']);
	});

	it('reads the file anew for each exchange, since the platform replaces it', async () => {
		const order = await signingIn(given(ID_TOKEN));
		const { context, requests } = makeContext([TOKEN], given('replaced.token.here'));
		await signIn(order, TARGET, context);
		assert.equal(formOf(requests[0])['client_assertion'], 'replaced.token.here');
	});

	it('is an error before any request where the file cannot be read or holds no token', async () => {
		await assert.rejects(choose({ variables, machine: makeMachine() }), {
			message: /^AZURE_FEDERATED_TOKEN_FILE: names a file that cannot be read\. /,
		});
		await assert.rejects(choose(given('two words')), {
			message: /^AZURE_FEDERATED_TOKEN_FILE: names a file that holds no token\. /,
		});
	});
});
