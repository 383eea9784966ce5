// Signing in: one request to the authority, and what becomes of its answer.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Credential, chooseCredential, signIn } from '../../../src/entra/sign-in.js';
import { ActionErrors } from '../../../src/errors.js';
import type { SendContext } from '../../../src/http/send.js';
import { TransportError } from '../../../src/http/transport-error.js';
import { SecretText } from '../../../src/secret-text.js';
import { makePorts, response, type Script, scriptTransport } from '../setup.js';

const TARGET = { authorityHost: 'https://login.microsoftonline.us', scope: 'https://vault.usgovcloudapi.net/.default' };

function credential(clientSecret = 'hunter2'): Credential {
	return {
		kind: 'client-secret',
		tenantId: 'contoso.us',
		clientId: 'the-client',
		clientSecret: new SecretText(clientSecret),
		reason: 'client-secret is set',
	};
}

function scripted(script: Script): { context: SendContext; made: ReturnType<typeof makePorts> } {
	const made = makePorts({ transport: scriptTransport(script).transport });
	return { made, context: { ...made.ports, deadlineMs: made.time.clock.nowMs() + 120_000 } };
}

const TOKEN = response(200, { access_token: 'eyJ0', expires_in: 3599, token_type: 'Bearer' });

describe('chooseCredential', () => {
	it('reports what is missing for the only method there is', () => {
		const nothing = { tenantId: undefined, clientId: undefined, clientSecret: undefined };
		assert.throws(() => chooseCredential(nothing), ActionErrors);
	});
});

describe('signIn', () => {
	it('asks once, at the authority alone, for the scope that it was given', async () => {
		const { context, made } = scripted([TOKEN]);
		const { token, expiresOnSeconds } = await signIn(credential(), TARGET, context);
		assert.equal(token.reveal(), 'eyJ0');
		assert.equal(expiresOnSeconds, Date.UTC(2026, 0, 1) / 1000 + 3599);
		assert.deepEqual(
			made.requests.map(({ url }) => url),
			['https://login.microsoftonline.us/contoso.us/oauth2/v2.0/token'],
		);
		assert.deepEqual(Object.fromEntries(new URLSearchParams(made.requests[0]?.body?.reveal())), {
			grant_type: 'client_credentials',
			client_id: 'the-client',
			client_secret: 'hunter2',
			scope: 'https://vault.usgovcloudapi.net/.default',
		});
	});

	it('tries again where the answer says that it passes by itself', async () => {
		const busy = response(400, { error: 'invalid_request', error_codes: [90033] });
		const { context, made } = scripted([busy, TOKEN]);
		await signIn(credential(), TARGET, context);
		assert.equal(made.requests.length, 2);
	});

	it('counts the life of the token from the answer, not from the first attempt', async () => {
		const { context } = scripted([response(503), TOKEN]);
		const { expiresOnSeconds } = await signIn(credential(), TARGET, context);
		assert.equal(expiresOnSeconds, Math.floor((Date.UTC(2026, 0, 1) + 500) / 1000) + 3599);
	});

	it('does not try again after a refusal', async () => {
		const { context, made } = scripted([response(401, { error: 'invalid_client', error_codes: [7000222] })]);
		await assert.rejects(signIn(credential(), TARGET, context), { code: 'ENTRA_AADSTS7000222' });
		assert.equal(made.requests.length, 1);
	});

	it('suspects a secret ID where the secret is a GUID, without repeating it', async () => {
		const guid = '7d3b6c1e-0000-4000-8000-00000000abcd';
		const { context } = scripted([response(401, { error: 'invalid_client', error_codes: [7000215] })]);
		await assert.rejects(signIn(credential(guid), TARGET, context), (error: Error) => {
			assert.match(error.message, /The client secret that was given is a GUID, as secret IDs are\./);
			assert.doesNotMatch(error.message, new RegExp(guid));
			return true;
		});
	});

	it('suspects nothing of another secret', async () => {
		const { context } = scripted([response(401, { error: 'invalid_client', error_codes: [7000215] })]);
		await assert.rejects(signIn(credential(), TARGET, context), (error: Error) => {
			assert.doesNotMatch(error.message, /GUID/);
			return true;
		});
	});

	it('says where it tried to sign in where no answer came', async () => {
		const { context } = scripted([new TransportError('the host name does not exist', { failure: 'host-not-found' })]);
		await assert.rejects(signIn(credential(), TARGET, context), {
			code: 'ENTRA_UNREACHABLE',
			subject: 'Sign-in of client the-client in tenant contoso.us at login.microsoftonline.us',
		});
	});

	it('shows neither secret nor token in its debug lines', async () => {
		const { context, made } = scripted([response(429), TOKEN]);
		await signIn(credential(), TARGET, context);
		assert.equal(made.log.debugLines.length, 2);
		assert.doesNotMatch(made.log.debugLines.join('\n'), /hunter2|eyJ0/);
	});
});
