// The client secret: what the inputs must hold, and what of it a token request carries.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clientSecretCredential, clientSecretFields } from '../../../src/entra/credentials/client-secret.js';
import { ActionErrors } from '../../../src/errors.js';
import type { SignInInputs } from '../../../src/input/sign-in-inputs.js';
import { SecretText } from '../../../src/secret-text.js';

const SECRET = new SecretText('Pa55~word+&=');

const COMPLETE: SignInInputs = {
	tenantId: { value: 'contoso.onmicrosoft.com', source: 'tenant-id' },
	clientId: { value: '11111111-1111-4111-8111-111111111111', source: 'AZURE_CLIENT_ID' },
	clientSecret: { value: SECRET, source: 'AZURE_CLIENT_SECRET' },
};

describe('clientSecretCredential', () => {
	it('takes tenant, client and secret from the inputs, and says which input decided', () => {
		assert.deepEqual(clientSecretCredential(COMPLETE), {
			kind: 'client-secret',
			tenantId: 'contoso.onmicrosoft.com',
			clientId: '11111111-1111-4111-8111-111111111111',
			clientSecret: SECRET,
			reason: 'AZURE_CLIENT_SECRET is set',
		});
	});

	it('names every input that is missing, and the variable that stands in for it', () => {
		const nothing = { ...COMPLETE, tenantId: undefined, clientId: undefined, clientSecret: undefined };
		assert.throws(
			() => clientSecretCredential(nothing),
			(error) => {
				assert.ok(error instanceof ActionErrors);
				assert.deepEqual(
					error.errors.map(({ code, subject, hint }) => [code, subject, hint?.split('.')[0]]),
					[
						['INPUT_INVALID', 'tenant-id', 'Set it, or the variable AZURE_TENANT_ID'],
						['INPUT_INVALID', 'client-id', 'Set it, or the variable AZURE_CLIENT_ID'],
						['INPUT_INVALID', 'client-secret', 'Set it, or the variable AZURE_CLIENT_SECRET'],
					],
				);
				return true;
			},
		);
	});

	it('says that a secret which does not exist arrives as an empty text', () => {
		assert.throws(
			() => clientSecretCredential({ ...COMPLETE, clientSecret: undefined }),
			/arrives here as an empty text/,
		);
	});
});

describe('clientSecretFields', () => {
	it('are those of the client credentials grant, the secret still covered', () => {
		const fields = clientSecretFields(clientSecretCredential(COMPLETE));
		assert.deepEqual(fields, {
			grant_type: 'client_credentials',
			client_id: '11111111-1111-4111-8111-111111111111',
			client_secret: SECRET,
		});
		assert.doesNotMatch(JSON.stringify(fields), /Pa55/);
	});
});
