// Tokens of the identity that signs in, if there are none: nothing is exported, and each cause is said once.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { response, scriptTransport } from '../support/make-ports.js';
import {
	CLIENT_ID,
	EXO,
	FIVE,
	fail,
	fiveLines,
	GRAPH,
	NO_SECRET,
	OIDC,
	OWN,
	purposeOf,
	refused,
	runAction,
} from './scripted-signer.js';

describe('nothing is exported', () => {
	it('if one scope is refused, and the error names it', async () => {
		const { texts, purposes } = await fail(
			{ ...OWN, scopes: fiveLines },
			{ answers: { [GRAPH]: refused(400, 'invalid_resource', 500011) } },
		);
		assert.equal(texts.length, 1);
		assert.match(texts[0] ?? '', /^Token T1 \(scopes line 2\): Sign-in of client 1111.*AADSTS500011/);
		assert.deepEqual(purposes, FIVE);
	});

	it('if the sign-in is refused, which is one error for all scopes', async () => {
		const wrong = refused(401, 'invalid_client', 7000215);
		const { texts } = await fail(OWN, { answers: { [EXO]: wrong, [GRAPH]: wrong } });
		assert.equal(texts.length, 1);
		assert.match(
			texts[0] ?? '',
			/^Token EXO \(scopes line 1\): Sign-in of .*, Token GRAPH \(scopes line 2\): Sign-in of .*wrong client secret/,
		);
	});

	it('if there is no ID token, which is asked for once', async () => {
		const { texts, purposes } = await fail(
			{ ...NO_SECRET, scopes: fiveLines },
			{ variables: OIDC, answers: { 'id-token': response(403) } },
		);
		assert.equal(texts.length, 1);
		assert.deepEqual(purposes, ['id-token']);
	});

	it('if az is absent, which is one error', async () => {
		const { texts } = await fail({ ...NO_SECRET, 'auth-method': 'azure-cli' });
		assert.equal(texts.length, 1);
		assert.match(texts[0] ?? '', /: azure-cli.*: az .*runner/);
	});

	it('if the machine has no identity, which is one error', async () => {
		const { transport } = scriptTransport(() =>
			response(400, { error: 'invalid_request', error_description: 'Identity not found' }),
		);
		const inputs = { ...NO_SECRET, 'client-id': '', 'auth-method': 'managed-identity' };
		const { texts } = await fail(inputs, { ports: { localTransport: transport } });
		assert.equal(texts.length, 1);
		assert.match(texts[0] ?? '', /Managed identity \(IMDS\): the machine has no identity of its own/);
	});
});

describe('before the first request', () => {
	const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly RegExp[]])[] = [
		['a missing tenant', { ...OWN, 'tenant-id': '' }, [/^tenant-id: .*AZURE_TENANT_ID/]],
		['device-code', { ...NO_SECRET, 'auth-method': 'device-code' }, [/^auth-method: .*one token/]],
		['an access token', { ...NO_SECRET, 'access-token': 'opaque', 'tenant-id': '' }, [/^access-token: .*one service/]],
		[
			'the method access-token without one',
			{ ...NO_SECRET, 'auth-method': 'access-token' },
			[/^access-token: /, /^auth-method: .*one service/],
		],
		['an application of a certificate', { ...OWN, 'app-id': CLIENT_ID }, [/^app-id: .*certificate/]],
		['a tenant of a certificate', { ...OWN, 'app-tenant-id': 'fabrikam.com' }, [/^app-tenant-id: .*certificate/]],
		['a vault', { certificate: '' }, [/^keyvault: .*certificate/]],
		[
			'all that is missing at once',
			{ ...NO_SECRET, 'client-id': '', 'tenant-id': '', 'auth-method': 'device-code', 'app-id': 'x' },
			[/^client-id: /, /^auth-method: /, /^tenant-id: /, /^app-id: /],
		],
	];
	for (const [what, inputs, expected] of cases) {
		it(`the step fails for ${what}`, async () => {
			const { texts, requests } = await fail(inputs);
			assert.equal(texts.length, expected.length, texts.join('\n'));
			for (const [index, pattern] of expected.entries()) assert.match(texts[index] ?? '', pattern);
			assert.deepEqual(requests, []);
		});
	}

	it('a tenant by variable will do', async () => {
		const run = await runAction({ ...OWN, 'tenant-id': '' }, { variables: { AZURE_TENANT_ID: 'fabrikam.com' } });
		assert.equal(run.succeeded, true);
		assert.ok(run.requests.every(({ url }) => url.includes('/fabrikam.com/')));
		assert.deepEqual(run.requests.map(purposeOf), [EXO, GRAPH]);
	});
});
