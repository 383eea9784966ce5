// What the identity endpoints of Azure's platforms have in common: if they may be, and what their answers say.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOnMachine, processIdentityResponse } from '../../../src/entra/managed-identity/local-endpoint.js';
import { response } from '../../support/make-ports.js';
import { makeJwt } from '../../support/sign-in-context.js';

const NOW_MS = Date.UTC(2026, 0, 1);
const NOW_SECONDS = NOW_MS / 1000;

describe('isOnMachine', () => {
	for (const url of [
		'http://localhost:40342/metadata',
		'https://localhost/',
		'http://127.0.0.1/',
		'http://127.10.20.30:8081/msi/token?x=1',
		'http://127.255.255.254/',
		'http://169.254.169.254/metadata',
		'http://169.254.131.2:8081/',
		'http://[::1]:4141/',
		// The URL parser writes addresses in their usual form.
		'http://2130706433/',
	]) {
		it(`${url} is`, () => assert.ok(isOnMachine(url)));
	}

	for (const url of [
		'http://evil.localhost/',
		'http://notlocalhost/',
		'http://localhost.evil.example/',
		'http://x127.0.0.1/',
		'http://127.0.0.1.evil.example/',
		'http://128.0.0.1/',
		'http://169.255.169.254/',
		'http://10.0.0.4/',
		'http://[::2]/',
		'http://user@127.0.0.1/',
		'http://:password@127.0.0.1/',
		'ftp://127.0.0.1/',
		'xhttp://127.0.0.1/',
		'//127.0.0.1/',
		'127.0.0.1',
		'',
	]) {
		it(`${url || 'nothing'} is not`, () => assert.ok(!isOnMachine(url)));
	}
});

const IMDS = {
	platform: 'IMDS',
	clientId: undefined,
	clientIdSource: undefined,
	resource: 'https://vault.azure.net',
} as const;

const process = (body: string | object, status = 200) => processIdentityResponse(response(status, body), NOW_MS, IMDS);

describe('the end of a token', () => {
	const endOf = (expires_on: unknown) => process({ access_token: 'token', expires_on }).expiresOnSeconds;

	it('is seconds since 1970, as digits or as a number', () => {
		assert.equal(endOf('1767240000'), 1_767_240_000);
		assert.equal(endOf(1_767_240_000), 1_767_240_000);
		assert.equal(endOf('7'), 7);
	});

	it('is what the token says, if the answer has no such number', () => {
		const token = makeJwt({ exp: 1_767_240_001 });
		const answer = { access_token: token, expires_on: '12/31/2026 11:59:59 PM +00:00' };
		assert.equal(process(answer).expiresOnSeconds, 1_767_240_001);
	});

	for (const other of [
		undefined,
		null,
		'',
		'12/31/2026 11:59:59 PM +00:00',
		'1767240000.5',
		'x1767240000',
		'1767240000x',
		{},
	]) {
		it(`is taken to be in an hour if it is ${JSON.stringify(other)}`, () => {
			assert.equal(endOf(other), NOW_SECONDS + 3600);
		});
	}
});

describe('an answer without a token', () => {
	it('is an error of the platform', () => {
		assert.throws(() => process('<html>'), /web page.*captive portal/);
		for (const body of ['{}', '{"access_token":7}', '[]']) {
			assert.throws(() => process(body), {
				code: 'MANAGED_IDENTITY_FAILED',
				title: 'No token from the managed identity',
				message: 'Managed identity (IMDS): the answer holds no usable token. Check that this is an endpoint of Azure.',
			});
		}
	});

	it('shows of a refusal the code alone, and only if it looks like one', () => {
		assert.throws(() => process({ error: 'invalid_request' }, 400), /: refused \(HTTP 400, invalid_request\)\. /);
		for (const error of ['!code', 'code!', 'two words', 'x'.repeat(41), '', 7])
			assert.throws(() => process({ error }, 403), / \(HTTP 403\)\. .*machine in Azure/);
	});
});
