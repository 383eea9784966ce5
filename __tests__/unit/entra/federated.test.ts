// Sign-in without a stored secret: the job's own ID token, or one that the platform keeps in a file.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signIn } from '../../../src/entra/credential.js';
import { expectedErrors } from '../../../src/errors.js';
import { TransportError } from '../../../src/http/transport-error.js';
import { makeMachine, response, type Script } from '../../support/make-ports.js';
import { CLIENT_ID, choose, formOf, makeContext, makeJwt, run, TARGET, TOKEN } from '../../support/sign-in-context.js';

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

const refusal = (code: number) => response(401, { error: 'invalid_client', error_codes: [code] });

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
		it(`names the permission once, before any request, if the runner gives ${what}`, async () => {
			await assert.rejects(choose({ inputs: { 'auth-method': 'github-oidc' }, variables }), (error) => {
				assert.deepEqual(
					expectedErrors(error).map(({ code }) => code),
					['ID_TOKEN_NOT_PERMITTED'],
				);
				return true;
			});
		});
	}

	it('takes a fresh ID token for each exchange', async () => {
		const { context, requests } = makeContext([GIVEN_ID_TOKEN, TOKEN, GIVEN_ID_TOKEN, TOKEN]);
		const order = await choose(OIDC);
		await signIn(order, TARGET, context);
		await signIn(order, TARGET, context);
		assert.equal(requests.filter(({ url }) => url.startsWith(REQUEST_URL)).length, 2);
	});

	it('shows issuer, subject and audience as presented if no federated credential matches', async () => {
		const refused = refusal(700211);
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

	for (const code of [70025, 700212, 501661, 90061, 7002381, 700222, 700229]) {
		it(`shows the three for AADSTS${code} as well`, async () => {
			await assert.rejects(
				run(OIDC, [GIVEN_ID_TOKEN, refusal(code)]),
				/The ID token says: issuer https:\/\/token\.actions\.githubusercontent\.com, subject repo:contoso@1\/mail@2:ref:refs\/heads\/main, audience api:\/\/AzureADTokenExchange\./,
			);
		});
	}

	it('says so if the ID token cannot be read, or the refusal is of another kind', async () => {
		const opaque = response(200, { value: 'opaque' });
		await assert.rejects(run(OIDC, [opaque, refusal(700211)]), /issuer \(unreadable\), subject \(unreadable\)/);
		const other = response(400, { error: 'unauthorized_client', error_codes: [700016] });
		await assert.rejects(run(OIDC, [GIVEN_ID_TOKEN, other]), (error: Error) => !/issuer/.test(error.message));
	});

	const shown: Readonly<Record<string, readonly [string | readonly unknown[], RegExp]>> = {
		'letters of any script': [
			'repo:o/r:environment:pr\u00f6d-\u65e5\u672c',
			/subject repo:o\/r:environment:pr\u00f6d-\u65e5\u672c,/,
		],
		'a mark that combines': ['repo:o/r:environment:e\u0301', /subject repo:o\/r:environment:e\u0301,/],
		'a picture': ['repo:o/r:environment:\u{1f680}', /environment:\u{1f680},/u],
		'a space that does not break': ['repo:o/r:environment:a\u00a0b', /environment:a\\u\{a0\}b,/],
		'what cannot be seen': [
			'repo:o/r:environment:a\u200b\u202e\u3164\ufe0fb',
			/a\\u\{200b\}\\u\{202e\}\\u\{3164\}\\u\{fe0f\}b,/,
		],
		'a line break and a command': ['repo:o/r\n::error::x', /subject repo:o\/r\\u\{a\}::error::x,/],
		'half a character': ['repo:o/r:\ud83d', /subject repo:o\/r:\\u\{(?:d83d|fffd)\},|subject repo:o\/r:\ufffd,/],
		'more than 512 characters': [`repo:o/r:environment:${'x'.repeat(600)}`, /environment:x{600},/],
		'very many characters': ['x'.repeat(5000), /subject x{1500}\u2026 \(cut, 5000 characters in all\),/],
		nothing: ['', /subject \(unreadable\),/],
		'a list': [['a'], /subject \(unreadable\),/],
	};
	for (const [what, [sub, expected]] of Object.entries(shown)) {
		it(`shows a subject with ${what}, in one line that an annotation can hold`, async () => {
			const idToken = response(200, { value: makeJwt({ iss: 'https://i.example', sub, aud: ['api://a', 'api://b'] }) });
			await assert.rejects(run(OIDC, [idToken, refusal(700211)]), (error: Error) => {
				assert.match(error.message, expected);
				assert.match(error.message, /audience api:\/\/a api:\/\/b\./);
				assert.doesNotMatch(error.message, /[\r\n]/);
				assert.ok(error.message.length < 4_096);
				return true;
			});
		});
	}

	const failures: readonly [string, Script, RegExp][] = [
		[
			'takes no request token any more',
			[response(401, { message: 'no' })],
			/^ID token of GitHub \(pipelines\.example\): .*request token.*\(HTTP 401\)\. .*six hours/,
		],
		['refuses', [response(403, { message: 'no' })], / \(HTTP 403\)\. .*proxy/],
		['is behind a portal', [response(200, '<html>')], /web page.*captive portal/],
		['is behind a proxy that refuses', [response(403, '<html>')], /web page \(HTTP 403\)/],
		['is busy', Array(5).fill(response(503, '<html>')), /\(HTTP 503\)\. Run the job again/],
		['gives no token', [response(200, { count: 0 })], /no ID token/],
		[
			'does not exist',
			[new TransportError('the host name does not exist', { failure: 'host-not-found' })],
			/: the host name does not exist\. Check the name resolution/,
		],
		[
			'has a certificate that nobody trusts',
			[new TransportError('not trusted', { failure: 'certificate', code: 'SELF_SIGNED_CERT_IN_CHAIN' })],
			/: not trusted\. .*NODE_EXTRA_CA_CERTS/,
		],
		[
			'listens nowhere',
			Array(5).fill(new TransportError('the connection was refused', { failure: 'connection', code: 'ECONNREFUSED' })),
			/: the connection was refused\. .*allow outgoing HTTPS/,
		],
	];
	for (const [name, script, expected] of failures) {
		it(`says what GitHub did if it ${name}`, async () => {
			await assert.rejects(run(OIDC, script), { message: expected });
		});
	}

	it('leaves what was not expected as it is', async () => {
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
		const order = await choose(given(ID_TOKEN));
		const { context, requests } = makeContext([TOKEN], given('replaced.token.here'));
		await signIn(order, TARGET, context);
		assert.equal(formOf(requests[0])['client_assertion'], 'replaced.token.here');
	});

	it('is an error before any request if the file cannot be read or holds no token', async () => {
		await assert.rejects(choose({ variables, machine: makeMachine() }), {
			message: /^AZURE_FEDERATED_TOKEN_FILE: .*\bread\b/,
		});
		await assert.rejects(choose(given('two words')), {
			message: /^AZURE_FEDERATED_TOKEN_FILE: .*no token/,
		});
	});
});
