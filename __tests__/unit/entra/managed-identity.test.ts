// The machine's own identity: IMDS, App Service and Container Apps.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TransportError } from '../../../src/http/transport-error.js';
import { response, type Script } from '../../support/make-ports.js';
import { CLIENT_ID, choose, type Given, run } from '../../support/sign-in-context.js';

const inputs = { 'auth-method': 'managed-identity' };
const SYSTEM = { inputs: { ...inputs, 'client-id': '' } };
const GIVEN = response(200, { access_token: 'mi-token', expires_in: '3599', expires_on: '1767240000', resource: 'x' });
const failing = (status: number, error = 'failing') => response(status, { error });
const identityError = (status: number, error_description: string) =>
	response(status, { error: 'invalid_request', error_description });

function local(given: Given, script: Script) {
	return run(given, [], script);
}

describe('IMDS', () => {
	it('is asked on the machine, never through the transport that knows proxies', async () => {
		const { local: asked, requests, token } = await local(SYSTEM, [GIVEN]);
		assert.deepEqual(requests, []);
		assert.equal(
			asked.requests[0]?.url,
			'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net',
		);
		assert.deepEqual(asked.requests[0]?.headers, { metadata: 'true' });
		assert.equal(token.token.reveal(), 'mi-token');
		assert.equal(token.expiresOnSeconds, 1_767_240_000);
	});

	// Promise: N5
	it('is asked for the user-assigned identity that client-id names, at the base that the variable gives', async () => {
		const variables = { AZURE_POD_IDENTITY_AUTHORITY_HOST: 'http://10.0.0.4:8080/' };
		const { local: asked } = await local({ inputs, variables }, [GIVEN]);
		assert.match(asked.requests[0]?.url ?? '', /^http:\/\/10\.0\.0\.4:8080\/metadata\//);
		assert.equal(new URL(asked.requests[0]?.url ?? '').searchParams.get('client_id'), CLIENT_ID);
		// Whoever has set the variable gets nothing that is secret.
		assert.deepEqual([asked.requests[0]?.headers, asked.requests[0]?.body], [{ metadata: 'true' }, undefined]);
	});

	it('is waited for 2, 4, 8 and 16 s, as documented', async () => {
		const { time } = await local(SYSTEM, [
			failing(404),
			failing(429),
			failing(500),
			new TransportError('x', { failure: 'connection' }),
			GIVEN,
		]);
		assert.deepEqual(time.sleeps, [2000, 4000, 8000, 16000]);
	});

	it('is waited for 70 s while it is being updated', async () => {
		const updating = Array.from({ length: 7 }, () => failing(410));
		const { time } = await local(SYSTEM, [...updating, GIVEN]);
		assert.deepEqual(time.sleeps, Array(7).fill(10_000));
	});

	it('that is still being updated after 70 s is an error', async () => {
		const updating = Array.from({ length: 8 }, () => failing(410));
		await assert.rejects(local(SYSTEM, [...updating, GIVEN]), {
			message: /starting, busy or failing \(HTTP 410, failing\)/,
		});
	});

	it('that starts, is then updated and starts again is waited for as each state asks, within the time of the step', async () => {
		const starting = [failing(404), failing(503), failing(404)];
		const { time } = await local(SYSTEM, [...starting, failing(410), failing(404), failing(410), GIVEN]);
		assert.deepEqual(time.sleeps, [2000, 4000, 8000, 10_000, 10_000, 10_000]);
		const slow = Array.from({ length: 4 }, () => response(429, {}, { 'retry-after': '28' }));
		await assert.rejects(local(SYSTEM, [...slow, failing(410), GIVEN]), {
			message: /starting, busy or failing \(HTTP 410, failing\)/,
		});
	});

	it('says when it will be back from its update', async () => {
		const { time } = await local(SYSTEM, [response(410, {}, { 'retry-after': '30' }), GIVEN]);
		assert.deepEqual(time.sleeps, [30_000]);
	});

	it('that knows no such identity is not asked again', async () => {
		await assert.rejects(local(SYSTEM, [identityError(400, 'Identity not found')]), {
			message: /^Managed identity \(IMDS\): the machine has no identity of its own \(HTTP 400, invalid_request\)\. /,
		});
	});

	it('shows its own code, digits included', async () => {
		await assert.rejects(local(SYSTEM, [failing(400, 'bad_request_102')]), /refused \(HTTP 400, bad_request_102\)/);
	});

	const failures: readonly [string, Script, RegExp][] = [
		['refuses', [response(403, { error: 'no' })], /\(HTTP 403, no\)\. .*machine in Azure/],
		['is behind a proxy', [response(403, '<html>')], /web page \(HTTP 403\)/],
		['gives no token', [response(200, {})], /no usable token/],
		[
			'is not there',
			Array(5).fill(new TransportError('no whole answer came within 10 s', { failure: 'time-out' })),
			/10 s\. .*machine in Azure.*IDENTITY_ENDPOINT and IMDS_ENDPOINT/,
		],
	];
	for (const [name, script, expected] of failures) {
		it(`that ${name} is an error`, async () => {
			await assert.rejects(local(SYSTEM, script), { message: expected });
		});
	}

	it('is not the place of an error that was not expected', async () => {
		const defect = new TypeError('x is undefined');
		await assert.rejects(local(SYSTEM, [defect]), defect);
	});

	it('may leave out the end of the token: then an hour is assumed', async () => {
		const { token } = await local(SYSTEM, [response(200, { access_token: 't' })]);
		assert.equal(token.expiresOnSeconds, Date.UTC(2026, 0, 1) / 1000 + 3600);
	});
});

describe('App Service and Container Apps', () => {
	const variables = { IDENTITY_ENDPOINT: 'http://169.254.131.2:8081/msi/token?x=1', IDENTITY_HEADER: 'header-secret' };

	it('are asked with the header that proves who asks', async () => {
		const { local: asked, time } = await local({ inputs, variables }, [failing(503), GIVEN]);
		const url = new URL(asked.requests[0]?.url ?? '');
		assert.equal(url.origin + url.pathname, 'http://169.254.131.2:8081/msi/token');
		assert.deepEqual(Object.fromEntries(url.searchParams), {
			x: '1',
			'api-version': '2019-08-01',
			resource: 'https://vault.azure.net',
			client_id: CLIENT_ID,
		});
		assert.deepEqual(Object.keys(asked.requests[0]?.headers ?? {}), ['x-identity-header']);
		assert.deepEqual(time.sleeps, [1000]);
	});

	it('are asked for the system-assigned identity if none is named', async () => {
		const { local: asked } = await local({ ...SYSTEM, variables }, [GIVEN]);
		assert.equal(new URL(asked.requests[0]?.url ?? '').searchParams.get('client_id'), null);
	});

	for (const url of [
		'http://identity.example/msi',
		'ftp://127.0.0.1/',
		'http://u:p@127.0.0.1/',
		'http://127.0.0.1.evil.example/',
		'nonsense',
	]) {
		// Promise: N5
		it(`are on this machine: nothing is sent to ${url}`, async () => {
			await assert.rejects(choose({ inputs, variables: { ...variables, IDENTITY_ENDPOINT: url } }), {
				message: /^IDENTITY_ENDPOINT: .*this machine/,
			});
		});
	}

	for (const url of ['ftp://x', 'http://x/path', 'http://[']) {
		it(`do not matter where IMDS is said to be elsewhere: ${url} is refused`, async () => {
			await assert.rejects(choose({ inputs, variables: { AZURE_POD_IDENTITY_AUTHORITY_HOST: url } }), {
				message: /^AZURE_POD_IDENTITY_AUTHORITY_HOST: /,
			});
		});
	}
});
