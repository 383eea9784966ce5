// Reading what the plan names where a token is refused, or a vault gives no answer.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TransportError } from '../../../src/http/transport-error.js';
import type { HttpRequest } from '../../../src/ports.js';
import { SecretText } from '../../../src/secret-text.js';
import { response } from '../../support/make-ports.js';
import { certificate, failures, page, run, secret, targetOf, VAULT_URL } from '../../support/run-fetch-items.js';

function tokenOf({ headers }: HttpRequest): string | undefined {
	const header = headers['authorization'];
	return header instanceof SecretText ? header.reveal() : undefined;
}

describe('fetchItems and a token that is refused', () => {
	const unauthorized = response(
		401,
		{ error: { code: 'Unauthorized', message: 'AKV10032: …' } },
		{
			'www-authenticate':
				'Bearer authorization="https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47"',
		},
	);

	it('tries each once more with a new token, which they share', async () => {
		const { result, requests, renewals } = await run({ secrets: 'a\nb' }, (request) =>
			tokenOf(request) === 'Bearer token-2' ? secret('x') : unauthorized,
		);
		assert.equal(result.fetched.length, 2);
		assert.equal(requests.length, 4);
		assert.equal(renewals, 1);
	});

	it('uses the new token for what comes after', async () => {
		const { requests } = await run({ certificates: 'exo' }, [unauthorized, certificate('exo'), secret('exo')]);
		assert.deepEqual(requests.map(tokenOf), ['Bearer token-1', 'Bearer token-2', 'Bearer token-2']);
	});

	it('gives up after the second, and names the tenant of the challenge', async () => {
		const { result, requests, renewals } = await run({ secrets: 'a' }, [unauthorized, unauthorized]);
		assert.equal(requests.length, 2);
		assert.equal(renewals, 1);
		assert.match(
			result.failed[0]?.errors[0]?.problem ?? '',
			/trusts tenant 72f988bf-86f1-41af-91ab-2d7cd011db47, and the sign-in was in tenant 11111111-1111-4111-8111-111111111111/,
		);
	});

	// Promise: H3
	it('asks for no third token', async () => {
		const { requests, renewals } = await run({ certificates: 'exo' }, [unauthorized, certificate('exo'), unauthorized]);
		assert.equal(requests.length, 3);
		assert.equal(renewals, 1);
	});
});

describe('fetchItems and a vault that gives no answer', () => {
	const gone = new TransportError('the host name does not exist', { failure: 'host-not-found' });

	it('fails the rest of that vault at once, and reads the others', async () => {
		const other = 'https://fabrikam.vault.azure.net';
		const lost = Array.from({ length: 20 }, (_, index) => `s${index}`);
		const { result, urls } = await run({ secrets: [...lost, `${other}/secrets/kept`].join('\n') }, (request) =>
			request.url.startsWith(other) ? secret('kept') : gone,
		);
		assert.equal(urls.filter((url) => url.startsWith(VAULT_URL)).length, 8);
		assert.deepEqual(
			failures(result),
			lost.map((name) => [`secret ${name}`, ['VAULT_UNREACHABLE']]),
		);
		assert.deepEqual(
			result.failed.map(({ errors }) => errors[0]?.subject),
			lost.map((name) => `secret ${name}`),
		);
		assert.equal(result.fetched.length, 1);
	});

	it('fails its patterns too, and those alone', async () => {
		const other = 'https://fabrikam.vault.azure.net';
		const lines = `a\nb-*\n${other}/secrets/kept\n${other}/secrets/none-*`;
		const { result } = await run({ secrets: lines }, (request) => {
			if (!request.url.startsWith(other)) return gone;
			return targetOf(request) === '/secrets' ? page([]) : secret('kept');
		});
		assert.deepEqual(failures(result), [
			['secret a', ['VAULT_UNREACHABLE']],
			['secrets line 2 (b-*)', ['VAULT_UNREACHABLE']],
			['secrets line 4 (none-*)', ['VAULT_NO_MATCH']],
		]);
		assert.equal(result.failed[1]?.errors[0]?.subject, 'secrets line 2 (b-*)');
	});

	it('asks for the others if only one answer was too large', async () => {
		const huge = new TransportError('the answer is over 4 MiB', { failure: 'too-large' });
		const names = Array.from({ length: 9 }, (_, index) => `s${index}`);
		const { result, requests } = await run({ secrets: names.join() }, (_request, _timeoutMs, index) =>
			index === 0 ? huge : secret('x'),
		);
		assert.equal(requests.length, 9);
		assert.deepEqual(failures(result), [['secret s0', ['VAULT_ANSWER_TOO_LARGE']]]);
	});

	it('tries again if the answer says so, before it gives up', async () => {
		const { result, sleeps } = await run({ secrets: 'a' }, [
			response(503),
			response(429, '', { 'retry-after': '3' }),
			secret('a'),
		]);
		assert.equal(result.fetched.length, 1);
		assert.deepEqual(sleeps, [500, 3000]);
	});
});
