// The client assertion: its header and claims exactly, a signature over both, and an ID of its own each time.
import assert from 'node:assert/strict';
import { constants, createHash, sign, verify } from 'node:crypto';
import { describe, it } from 'node:test';
import { assertionFields, makeClientAssertion } from '../../../src/entra/client-assertion.js';
import { SecretText } from '../../../src/secret-text.js';
import { makeKeyPair } from '../../emulator/key-pair.js';
import { makePorts } from '../../support/make-ports.js';
import { CLIENT_ID, TENANT_ID } from '../../support/sign-in-context.js';
import { EXO } from '../../support/throw-away.js';

const { privateKey, publicKey } = makeKeyPair('rsa');
const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
const AUDIENCE = `https://login.microsoftonline.com/${TENANT_ID}/oauth2/v2.0/token`;
const CERTIFICATE = Buffer.from(EXO.cer, 'base64');
const CLIENT = { clientId: CLIENT_ID, audience: AUDIENCE, certificate: CERTIFICATE };
const NOW_SECONDS = Date.UTC(2026, 0, 1) / 1000;

function decode(part: string | undefined): unknown {
	return JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
}

describe('a client assertion', () => {
	// Promise: H2
	it('says what the documentation asks for, and no more', async () => {
		const assertion = await makeClientAssertion(CLIENT, makePorts().ports, async () => Buffer.from('signature'));
		const [header, claims, signature] = assertion.reveal().split('.');
		assert.deepEqual(decode(header), {
			alg: 'PS256',
			typ: 'JWT',
			'x5t#S256': createHash('sha256').update(CERTIFICATE).digest('base64url'),
		});
		assert.deepEqual(decode(claims), {
			aud: AUDIENCE,
			iss: CLIENT_ID,
			sub: CLIENT_ID,
			jti: '5a5a5a5a-5a5a-5a5a-5a5a-5a5a5a5a5a5a',
			nbf: NOW_SECONDS,
			iat: NOW_SECONDS,
			exp: NOW_SECONDS + 600,
		});
		assert.equal(signature, Buffer.from('signature').toString('base64url'));
	});

	it('counts whole seconds', async () => {
		const { ports, time } = makePorts();
		time.advance(1_999);
		const assertion = await makeClientAssertion(CLIENT, ports, async () => Buffer.alloc(1));
		const claims = decode(assertion.reveal().split('.')[1]) as Record<string, unknown>;
		assert.deepEqual(
			[claims['nbf'], claims['iat'], claims['exp']],
			[1, 1, 601].map((n) => NOW_SECONDS + n),
		);
	});

	it('is signed over header and claims', async () => {
		const assertion = await makeClientAssertion(CLIENT, makePorts().ports, async (text) =>
			sign('sha256', text, { key: privateKey, ...PSS }),
		);
		const [, text = '', signature = ''] = /^(.+)\.(.+)$/.exec(assertion.reveal()) ?? [];
		assert.ok(verify('sha256', Buffer.from(text), { key: publicKey, ...PSS }, Buffer.from(signature, 'base64url')));
	});

	it('takes sixteen fresh random bytes for its ID', async () => {
		const asked: number[] = [];
		const ports = {
			...makePorts().ports,
			randomBytes: (length: number) => Buffer.alloc(length, asked.push(length)),
		};
		const ids: unknown[] = [];
		for (let n = 0; n < 2; n += 1) {
			const assertion = await makeClientAssertion(CLIENT, ports, async () => Buffer.alloc(1));
			ids.push((decode(assertion.reveal().split('.')[1]) as Record<string, unknown>)['jti']);
		}
		assert.deepEqual(asked, [16, 16]);
		assert.deepEqual(ids, ['01010101-0101-0101-0101-010101010101', '02020202-0202-0202-0202-020202020202']);
	});

	it('fails as its signer does', async () => {
		const failure = new Error('the vault refuses');
		await assert.rejects(
			makeClientAssertion(CLIENT, makePorts().ports, () => Promise.reject(failure)),
			failure,
		);
	});

	it('goes into the form of a token request', () => {
		const assertion = new SecretText('a.b.c');
		assert.deepEqual(assertionFields(assertion), {
			grant_type: 'client_credentials',
			client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
			client_assertion: assertion,
		});
	});
});
