// The keys of an application: exact requests, the proof, and what refusals mean.
import assert from 'node:assert/strict';
import { createHash, sign, verify, X509Certificate } from 'node:crypto';
import { describe, it } from 'node:test';
import { addKeyOnce, type KeyAccess, makePossessionProof, removeKey } from '../../../src/graph/application-keys.js';
import { SecretText } from '../../../src/secret-text.js';
import { issue } from '../../support/certificates.js';
import { type Answer, makeClock, makePorts, response, scriptTransport } from '../../support/make-ports.js';
import { refusal } from '../../support/refusal.js';

const APP_ID = '77777777-7777-4777-8777-777777777777';
const OBJECT_ID = '88888888-8888-4888-8888-888888888888';
const KEY_ID = 'f0b0b335-1d71-4883-8f98-567911bfdca6';
const ADDRESS = `https://graph.microsoft.com/v1.0/applications/${OBJECT_ID}`;
const signer = issue('exo', { kind: 'rsa' });

function makeKeys(answers: readonly Answer[]) {
	const { ports, requests, time } = makePorts({ transport: scriptTransport(answers).transport });
	const access: KeyAccess = {
		app: { graphHost: 'https://graph.microsoft.com', appId: APP_ID, objectId: OBJECT_ID },
		token: new SecretText('graph-token'),
		proof: new SecretText('the.proof'),
		context: { ...ports, deadlineMs: time.clock.nowMs() + 120_000 },
	};
	return { access, requests };
}

function graphError(status: number, code: string, message = '') {
	return response(status, { error: { code, message } });
}

describe('addKeyOnce', () => {
	it('sends the certificate with the proof, and gives the key ID', async () => {
		const { access, requests } = makeKeys([response(200, { keyId: KEY_ID.toUpperCase() })]);
		assert.equal(await addKeyOnce(signer.certificate, access), KEY_ID);
		const [{ method, url, headers, body } = assert.fail()] = requests;
		assert.equal(`${method} ${url}`, `POST ${ADDRESS}/addKey`);
		assert.equal((headers['authorization'] as SecretText).reveal(), 'Bearer graph-token');
		assert.deepEqual(JSON.parse(body?.reveal() ?? ''), {
			keyCredential: { type: 'AsymmetricX509Cert', usage: 'Verify', key: signer.certificate.toString('base64') },
			passwordCredential: null,
			proof: 'the.proof',
		});
	});

	it('is sent once, whatever comes', async () => {
		for (const answer of [response(503), response(429), response(200, '<html>'), response(200, {})]) {
			const { access, requests } = makeKeys([answer]);
			await assert.rejects(addKeyOnce(signer.certificate, access));
			assert.equal(requests.length, 1);
		}
	});

	const policy = '538f1913-366a-440a-95a0-e195cb55b282';
	const refusals: readonly (readonly [Answer, string, RegExp])[] = [
		[graphError(401, 'Authentication_MissingOrMalformed'), 'GRAPH_PROOF_REFUSED', /proof/],
		[graphError(401, 'InvalidAuthenticationToken'), 'GRAPH_UNAUTHORIZED', /./],
		[graphError(403, 'Authorization_RequestDenied'), 'GRAPH_FORBIDDEN', /no permission/],
		[graphError(404, 'Request_ResourceNotFound'), 'GRAPH_NOT_FOUND', /object ID/],
		[graphError(400, 'CredentialTypeNotAllowedAsPerAppPolicy'), 'GRAPH_KEYS_FORBIDDEN', /policy forbids/],
		[
			graphError(400, 'Request_BadRequest', `Credential type not allowed as per assigned policy '${policy}'.`),
			'GRAPH_KEYS_FORBIDDEN',
			/policy 538f1913-/,
		],
		[graphError(400, 'CredentialInvalidLifetimeAsPerAppPolicy'), 'GRAPH_LIFE_FORBIDDEN', /valid-days/],
		[
			graphError(400, 'x', `Credential lifetime exceeds the max value allowed as per assigned policy ${policy}`),
			'GRAPH_LIFE_FORBIDDEN',
			/policy 538f1913-/,
		],
		[graphError(400, 'x', 'not from a trustedCertificateAuthority'), 'GRAPH_AUTHORITY_REQUIRED', /authorities/],
		[graphError(409, 'Directory_ConcurrencyViolation'), 'GRAPH_CONFLICT', /./],
	];
	for (const [answer, code, problem] of refusals) {
		it(`is refused with ${code}: ${(answer as { body: string }).body}`, async () => {
			const { access } = makeKeys([answer]);
			await assert.rejects(addKeyOnce(signer.certificate, access), refusal(code, problem));
		});
	}
});

describe('removeKey', () => {
	it('sends the key ID with the proof', async () => {
		const { access, requests } = makeKeys([response(204)]);
		assert.equal(await removeKey(KEY_ID, access), 'removed');
		const [{ method, url, body } = assert.fail()] = requests;
		assert.equal(`${method} ${url}`, `POST ${ADDRESS}/removeKey`);
		assert.deepEqual(JSON.parse(body?.reveal() ?? ''), { keyId: KEY_ID, proof: 'the.proof' });
	});

	it('is sent again after no answer, and takes a key that is gone for one that it does not know', async () => {
		const { access, requests } = makeKeys([response(503), graphError(404, 'Request_ResourceNotFound')]);
		assert.equal(await removeKey(KEY_ID, access), 'unknown');
		assert.equal(requests.length, 2);
		assert.equal(await removeKey(KEY_ID, makeKeys([graphError(400, 'Request_BadRequest')]).access), 'unknown');
	});

	it('takes no page for an answer, and says why it is refused', async () => {
		const page = makeKeys([response(200, '<html>')]).access;
		await assert.rejects(removeKey(KEY_ID, page), refusal('GRAPH_ANSWER_UNUSABLE', /./));
		const missing = makeKeys([response(404, '<html>')]).access;
		await assert.rejects(removeKey(KEY_ID, missing), refusal('GRAPH_REFUSED', /./));
		const denied = makeKeys([graphError(403, 'Authorization_RequestDenied')]).access;
		await assert.rejects(removeKey(KEY_ID, denied), refusal('GRAPH_FORBIDDEN', /./));
	});
});

describe('makePossessionProof', () => {
	it('is a JWT without padding, of the object ID, for ten minutes, signed by RS256', async () => {
		const { clock } = makeClock(Date.UTC(2026, 10, 30));
		const prover = { objectId: OBJECT_ID, certificate: signer.certificate };
		const signed: Buffer[] = [];
		const proof = await makePossessionProof(prover, clock, async (text) => {
			signed.push(text);
			return sign('sha256', text, signer.privateKey);
		});
		const [header = '', payload = '', signature = ''] = proof.reveal().split('.');
		assert.doesNotMatch(proof.reveal(), /[=+/]/);
		const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
		const thumbprint = createHash('sha1').update(signer.certificate).digest();
		assert.deepEqual(read(header), {
			alg: 'RS256',
			typ: 'JWT',
			kid: thumbprint.toString('hex').toUpperCase(),
			x5t: thumbprint.toString('base64url'),
		});
		const nbf = Date.UTC(2026, 10, 30) / 1000;
		const aud = '00000002-0000-0000-c000-000000000000';
		assert.deepEqual(read(payload), { aud, iss: OBJECT_ID, nbf, exp: nbf + 600 });
		assert.equal(signed[0]?.toString(), `${header}.${payload}`);
		const { publicKey } = new X509Certificate(signer.certificate);
		assert.ok(verify('sha256', Buffer.from(`${header}.${payload}`), publicKey, Buffer.from(signature, 'base64url')));
	});
});
