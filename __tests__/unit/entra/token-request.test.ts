// Token requests and their answers, as the v2 endpoint takes and gives them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { authorityOf, processTokenResponse, tokenEndpoint, tokenRequest } from '../../../src/entra/token-request.js';
import { SecretText } from '../../../src/secret-text.js';
import { response } from '../../support/make-ports.js';

const AUTHORITY = 'https://login.microsoftonline.com/contoso.onmicrosoft.com';
const ATTEMPT = { authority: AUTHORITY, clientId: 'the-client', notes: [] };
const NOW_MS = 1_800_000_000_999;

describe('tokenRequest', () => {
	it('posts a form to the v2 endpoint of the tenant', () => {
		const { method, url, headers } = tokenRequest(AUTHORITY, {});
		assert.equal(method, 'POST');
		assert.equal(url, 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token');
		assert.deepEqual(headers, { 'content-type': 'application/x-www-form-urlencoded' });
	});

	it('encodes every field, whatever characters a secret has', () => {
		const secret = 'a+b&c=d%e~f g"ü\n';
		const { body } = tokenRequest(AUTHORITY, { client_id: 'x', client_secret: new SecretText(secret) });
		assert.deepEqual(Object.fromEntries(new URLSearchParams(body?.reveal())), {
			client_id: 'x',
			client_secret: secret,
		});
		assert.doesNotMatch(body?.reveal() ?? '', /[ "\n]|\+b/);
	});

	it('keeps the form covered', () => {
		const request = tokenRequest(AUTHORITY, { client_secret: new SecretText('hunter2') });
		assert.doesNotMatch(JSON.stringify(request), /hunter2/);
	});

	it('does not let a tenant leave its place in the path', () => {
		const authorityHost = 'https://login.microsoftonline.com';
		const authority = authorityOf({ authorityHost, tenantId: '../x?y#z' });
		assert.equal(tokenEndpoint(authority), `${authorityHost}/..%2Fx%3Fy%23z/oauth2/v2.0/token`);
	});
});

describe('processTokenResponse', () => {
	const process = (answer: unknown, status = 200) =>
		processTokenResponse(response(status, JSON.stringify(answer)), NOW_MS, ATTEMPT);

	it('gives the token and the instant of its end in seconds', async () => {
		const { token, expiresOnSeconds } = await process({
			token_type: 'Bearer',
			expires_in: 3599,
			access_token: 'eyJ0.e30.c2ln',
		});
		assert.equal(token.reveal(), 'eyJ0.e30.c2ln');
		assert.equal(expiresOnSeconds, 1_800_003_599);
	});

	it('takes a life in digits, as managed identity endpoints write it, and whole seconds of a fraction', async () => {
		assert.equal((await process({ expires_in: '3599', access_token: 'a' })).expiresOnSeconds, 1_800_003_599);
		assert.equal((await process({ expires_in: 10.9, access_token: 'a' })).expiresOnSeconds, 1_800_000_010);
		assert.equal((await process({ expires_in: 0, access_token: 'a' })).expiresOnSeconds, 1_800_000_000);
	});

	const unusable: readonly (readonly [string, unknown])[] = [
		['no object', []],
		['no token', { expires_in: 3599 }],
		['an empty token', { access_token: '', expires_in: 3599 }],
		['a token that is no text', { access_token: 42, expires_in: 3599 }],
		['a token with a line break, which would split the header', { access_token: 'a\r\nx: y', expires_in: 3599 }],
		['a token with a line break at its end', { access_token: 'a\n', expires_in: 3599 }],
		['a token beyond ASCII', { access_token: 'ä', expires_in: 3599 }],
		['no life', { access_token: 'a' }],
		['a negative life', { access_token: 'a', expires_in: -1 }],
		['a life that is no number', { access_token: 'a', expires_in: 'soon' }],
		['a life in too many digits', { access_token: 'a', expires_in: '1000000000' }],
	];
	for (const [what, answer] of unusable) {
		it(`refuses an answer with ${what}`, async () => {
			await assert.rejects(process(answer), { code: 'ENTRA_ANSWER_UNUSABLE' });
		});
	}

	it('refuses a page of HTML', async () => {
		await assert.rejects(processTokenResponse(response(200, '<html>'), NOW_MS, ATTEMPT), {
			code: 'ENTRA_ANSWER_UNUSABLE',
			message:
				'Sign-in of client the-client in tenant contoso.onmicrosoft.com at login.microsoftonline.com: the answer is a web page. Microsoft Entra ID sends none. A captive portal, a proxy or a firewall on the way answered instead: let the runner reach this host without it.',
		});
	});

	it('does not take a token from an answer of another status', async () => {
		await assert.rejects(process({ access_token: 'a', expires_in: 1 }, 201), { code: 'ENTRA_REFUSED' });
		await assert.rejects(process({ error: 'invalid_client', error_codes: [7000215] }, 401), {
			code: 'ENTRA_AADSTS7000215',
		});
	});
});
