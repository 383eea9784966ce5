// The client certificate: what the input may hold, what is signed with it, and what is masked.
import assert from 'node:assert/strict';
import { constants, createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { describe, it } from 'node:test';
import { describeCertificate } from '../../../src/certificate/describe.js';
import { toPem } from '../../../src/certificate/pem.js';
import type { SignInSecret } from '../../../src/entra/credential.js';
import { given, issued, PASSWORD, PEM, pfx } from '../../support/given-certificate.js';
import { makeMachine, response } from '../../support/make-ports.js';
import {
	CLIENT_ID,
	choose,
	formOf,
	type Given,
	NOW_MS,
	run,
	TENANT_ID,
	TOKEN,
	textOf,
} from '../../support/sign-in-context.js';

const ESCAPED = `"${PEM.replaceAll('\n', '\\n')}"`;
const KEY_PEM = toPem('PRIVATE KEY', issued.pkcs8);

async function certificateOf(one: Given) {
	const credential = await choose(one);
	assert.equal(credential.kind, 'client-certificate');
	return credential;
}

async function secretsOf(one: Given): Promise<readonly (readonly [string, string])[]> {
	const credential = await certificateOf(one);
	const kindOf = (secret: SignInSecret) => ('kind' in secret ? secret.kind : 'text');
	return credential.secrets.map((secret) => [kindOf(secret), textOf(secret)]);
}

describe('client-certificate is', () => {
	const base64 = pfx(null).toString('base64');
	const machine = makeMachine({
		'certs/exo.pem': PEM,
		'/run/secrets/exo': `${base64}\n`,
		'certs/exo.pfx': pfx(PASSWORD),
		'MIDDLE/key': Buffer.from(`\ufeff${PEM}`, 'utf16le'),
	});
	const forms: Readonly<Record<string, readonly [Given, readonly (readonly [string, string])[]]>> = {
		PEM: [given(PEM), [['pem', PEM.trim()]]],
		'PEM on one line': [given(PEM.replaceAll('\n', ' ')), [['pem', PEM.replaceAll('\n', ' ').trim()]]],
		'a base64 PFX under the null password': [
			given(base64),
			[
				['pfx', base64],
				['text', base64],
			],
		],
		'a base64 PFX under the empty password': [
			given(pfx('').toString('base64')),
			[
				['pfx', pfx('').toString('base64')],
				['text', pfx('').toString('base64')],
			],
		],
		'a base64 PFX with a password, in lines': [
			given(pfx(PASSWORD, '3des').toString('base64').replace(/.{64}/g, '$&\r\n'), PASSWORD),
			[
				['pfx', pfx(PASSWORD, '3des').toString('base64')],
				['text', pfx(PASSWORD, '3des').toString('base64').replace(/.{64}/g, '$&\r\n').trim()],
				['text', PASSWORD],
			],
		],
		'the path of a file with PEM': [given('certs/exo.pem', '', { machine }), [['pem', PEM]]],
		'the absolute path of a file with base64': [
			given('/run/secrets/exo', '', { machine }),
			[
				['pfx', base64],
				['text', `${base64}\n`],
			],
		],
		'the path of a binary PFX': [
			given('certs/exo.pfx', PASSWORD, { machine }),
			[
				['pfx', pfx(PASSWORD).toString('base64')],
				['text', PASSWORD],
			],
		],
		'a path that could be base64, of a file in UTF-16': [given('MIDDLE/key', '', { machine }), [['pem', PEM]]],
		'PEM with \\n as characters': [given(ESCAPED), [['pem', ESCAPED]]],
		'PEM in base64': [
			given(Buffer.from(PEM).toString('base64')),
			[
				['pem', PEM],
				['text', Buffer.from(PEM).toString('base64')],
			],
		],
		'a PFX between armour, as certutil -encode writes it': [
			given(toPem('CERTIFICATE', pfx(null))),
			[
				['pfx', base64],
				['text', toPem('CERTIFICATE', pfx(null)).trim()],
			],
		],
		'base64 that begins as no PFX does, and names no file': [
			given(Buffer.from(`key and certificate\n${PEM}`).toString('base64')),
			[
				['pem', `key and certificate\n${PEM}`],
				['text', Buffer.from(`key and certificate\n${PEM}`).toString('base64')],
			],
		],
	};
	for (const [what, [one, secrets]] of Object.entries(forms)) {
		it(`${what}, all of which is hidden, and the key as PKCS#8 in any case`, async () => {
			assert.deepEqual(await secretsOf(one), [['pem', KEY_PEM], ...secrets]);
			const { requests } = await run(one, [TOKEN]);
			const [header = ''] = (formOf(requests[0])['client_assertion'] ?? '').split('.');
			const { 'x5t#S256': thumbprint } = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
			assert.equal(thumbprint, createHash('sha256').update(issued.certificate).digest('base64url'));
		});
	}

	it('chosen if it is given, or asked for', async () => {
		assert.equal((await certificateOf(given(PEM))).reason, 'input `client-certificate` is set');
		const inputs = { 'auth-method': 'client-certificate' };
		assert.equal((await certificateOf(given(PEM, '', { inputs }))).reason, 'input `auth-method` is set');
		const variables = { AZURE_CLIENT_SECRET: 's' };
		assert.equal((await certificateOf(given(PEM, '', { variables }))).reason, 'input `client-certificate` is set');
	});
});

describe('the client assertion', () => {
	// Promise: P4
	it('goes to the token endpoint, for which it is made, signed with the key', async () => {
		const { requests, token, masks } = await run(given(PEM), [TOKEN]);
		assert.equal(token.token.reveal(), 'the-access-token');
		const endpoint = `https://login.microsoftonline.com/${TENANT_ID}/oauth2/v2.0/token`;
		assert.deepEqual(
			requests.map(({ url }) => url),
			[endpoint],
		);
		const { client_assertion: assertion = '', ...rest } = formOf(requests[0]);
		assert.deepEqual(rest, {
			grant_type: 'client_credentials',
			client_id: CLIENT_ID,
			client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
			scope: 'https://vault.azure.net/.default',
		});
		const [header = '', claims = '', signature = ''] = assertion.split('.');
		const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
		const thumbprint = createHash('sha256').update(issued.certificate).digest('base64url');
		assert.deepEqual(decode(header), { alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint });
		const { aud, iss, sub, nbf } = decode(claims);
		assert.deepEqual([aud, iss, sub, nbf], [endpoint, CLIENT_ID, CLIENT_ID, NOW_MS / 1000]);
		const key = createPublicKey(
			new X509Certificate(issued.certificate).publicKey.export({ format: 'pem', type: 'spki' }),
		);
		const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
		assert.ok(verify('sha256', Buffer.from(`${header}.${claims}`), pss, Buffer.from(signature, 'base64url')));
		assert.deepEqual(masks, [assertion, 'the-access-token']);
	});

	it('is another for each attempt, and each is masked', async () => {
		const { requests, masks } = await run(given(PEM), [response(503), TOKEN]);
		const assertions = requests.map((request) => formOf(request)['client_assertion']);
		assert.equal(new Set(assertions).size, 2);
		assert.deepEqual(masks, [...assertions, 'the-access-token']);
	});

	it('that is refused shows the thumbprint of its certificate, as the portal does', async () => {
		const refused = response(401, { error: 'invalid_client', error_codes: [700027] });
		const { thumbprint } = describeCertificate(issued.certificate);
		await assert.rejects(run(given(PEM), [refused]), (error: Error) => {
			assert.match(thumbprint, /^[0-9A-F]{40}$/);
			assert.ok(
				error.message.includes(`The thumbprint of the certificate is ${thumbprint}: compare it`),
				error.message,
			);
			return true;
		});
		const unknown = response(401, { error: 'invalid_client', error_codes: [700016] });
		await assert.rejects(run(given(PEM), [unknown]), (error: Error) => !error.message.includes(thumbprint));
	});
});
