// Refusals of a vault: what and where, the vault's code, what to do, the request ID.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TransportError, type TransportFailure } from '../../../src/http/transport-error.js';
import { unknownObjectError, unreachableVaultError, vaultRefusedError } from '../../../src/keyvault/vault-error.js';
import type { Identifier } from '../../../src/plan/identifier.js';
import { response } from '../../support/make-ports.js';

const VERSION = '4387e9f3d6e14c459867679a90fd0f79';
const SQL: Identifier = {
	vaultUrl: 'https://contoso.vault.azure.net',
	collection: 'secrets',
	name: 'sql',
	version: undefined,
};

describe('vaultRefusedError', () => {
	it('is of the documented form', () => {
		const body = { error: { code: 'SecretNotFound', message: 'A secret with (name/id) sql was not found.' } };
		const error = vaultRefusedError(response(404, body, { 'x-ms-request-id': 'abc-1' }), SQL);
		assert.equal(error.code, 'VAULT_NOT_FOUND');
		assert.equal(error.title, 'contoso.vault.azure.net: not found');
		assert.equal(
			error.message,
			'secret sql: there is no such object or version in the vault (HTTP 404, SecretNotFound). Compare the name with the list in the vault. If it was deleted recently, recover it in the portal. (request ID abc-1)',
		);
	});

	// Promises: N7, L2
	it("never repeats the service's message", () => {
		const body = { error: { code: 'Weird', message: 'top secret value hunter2', innererror: { code: 'Weirder' } } };
		const error = vaultRefusedError(response(400, body), SQL);
		assert.doesNotMatch(JSON.stringify({ ...error, message: error.message }), /hunter2/);
		assert.equal(error.problem, 'the vault refused the request (HTTP 400, Weirder).');
		assert.equal(error.requestId, undefined);
	});

	it('shows the AKV code of a 401, and both tenants if they differ', () => {
		const body = { error: { code: 'Unauthorized', message: 'AKV10032: Invalid issuer. Expected one of …' } };
		const tenants = {
			signedIn: '11111111-1111-4111-8111-111111111111',
			challenged: '72f988bf-86f1-41af-91ab-2d7cd011db47',
		};
		const error = vaultRefusedError(response(401, body), SQL, tenants);
		assert.equal(
			error.problem,
			'the vault trusts tenant 72f988bf-86f1-41af-91ab-2d7cd011db47, and the sign-in was in tenant 11111111-1111-4111-8111-111111111111 (HTTP 401, Unauthorized, AKV10032).',
		);
	});
});

describe('unknownObjectError', () => {
	it('says the same as the vault would, and how it is known', () => {
		const error = unknownObjectError({ ...SQL, version: VERSION });
		assert.equal(error.code, 'VAULT_NOT_FOUND');
		assert.equal(error.title, 'contoso.vault.azure.net: not found');
		assert.match(
			error.message,
			/^secret sql\/[0-9a-f]{32}: there is no such object or version in the vault \(the list of its versions has none\)\. Compare the name/,
		);
	});
});

describe('unreachableVaultError', () => {
	const hints: Readonly<Record<TransportFailure, RegExp>> = {
		'not-https': /address/,
		'host-not-found': /another cloud/,
		certificate: /openssl s_client/,
		'proxy-credentials': /HTTPS_PROXY/,
		'proxy-refused': /proxy .* NO_PROXY/,
		'proxy-not-found': /host name in HTTPS_PROXY/,
		'proxy-certificate': /HTTPS_PROXY .* NODE_EXTRA_CA_CERTS/,
		'proxy-failing': /host and port in HTTPS_PROXY/,
		'too-large': /proxy on the way/,
		'time-out': /private endpoint/,
		connection: /private endpoint/,
	};
	for (const [failure, hint] of Object.entries(hints)) {
		it(`advises on ${failure}`, () => {
			const cause = new TransportError('no way', { failure: failure as TransportFailure });
			const error = unreachableVaultError(cause, SQL);
			assert.equal(error.code, failure === 'too-large' ? 'VAULT_ANSWER_TOO_LARGE' : 'VAULT_UNREACHABLE');
			assert.equal(error.title, 'contoso.vault.azure.net: no answer');
			assert.match(error.message, /^secret sql: no way\. /);
			assert.match(error.hint ?? '', hint);
			assert.equal(error.cause, cause);
		});
	}

	it('does not take a bug for a network failure', () => {
		const defect = new TypeError('oops');
		assert.throws(
			() => unreachableVaultError(defect, SQL),
			(error) => error === defect,
		);
	});
});
