// What real vaults answered about certificates and signatures, as the token action reads it.
import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { describe, it } from 'node:test';
import { makeVaultSession } from '../../src/keyvault/ask-vault.js';
import { signWithVaultKey } from '../../src/keyvault/sign.js';
import { readSigningCertificate } from '../../src/keyvault/signing-certificate.js';
import { SecretText } from '../../src/secret-text.js';
import { makePorts } from '../support/make-ports.js';
import { refusal } from '../support/refusal.js';
import { type Exchange, findExchange, readRecording, recordingsFolder, replay } from './recordings.js';

const AUGUST_2024_MS = Date.UTC(2024, 7, 3);

function access(exchanges: readonly Exchange[]) {
	const { transport, requests } = replay(exchanges);
	const { ports } = makePorts({ transport });
	const session = makeVaultSession({ tenantId: undefined, token: new SecretText('token'), renew: undefined });
	return { requests, vault: { session, context: { ...ports, deadlineMs: ports.clock.nowMs() + 60_000 } } };
}

async function readCertificate(file: string, nowMs: number, changes: object = {}) {
	const recorded = findExchange(readRecording(file), 200, 'GET /certificates/');
	const body = { ...recorded.response.body, ...changes };
	const found = { ...recorded, response: { ...recorded.response, body } };
	const { origin, pathname } = new URL(found.request.url);
	const [, , name = '', version] = pathname.replace(/\/$/, '').split('/');
	const item = { vaultUrl: origin, collection: 'certificates', name, version } as const;
	return { answer: found.response.body, certificate: await readSigningCertificate(item, access([found]).vault, nowMs) };
}

describe('recorded answers', { skip: recordingsFolder === undefined && 'KEY_VAULT_RECORDINGS is not set' }, () => {
	for (const file of ['certificate-pkcs12-rsa.json', 'certificate-pem-rsa.json']) {
		it(`${file}: the key is found, and the life is the vault's`, async () => {
			const { attributes } = findExchange(readRecording(file), 200, 'GET /certificates/').response.body;
			// The recorded ones are for encryption; asked by version, a vault says nothing of that.
			const unsaid = { policy: undefined };
			const { answer, certificate } = await readCertificate(file, attributes.nbf * 1000 + 60_000, unsaid);
			const { vaultUrl, collection, name, version } = certificate.key;
			assert.equal(`${vaultUrl}/${collection}/${name}/${version}`, answer.kid);
			assert.deepEqual(certificate.life, { notBefore: attributes.nbf, expires: attributes.exp });
			await assert.rejects(readCertificate(file, attributes.exp * 1000, unsaid), /expired on/);
		});
	}

	it('a certificate for encryption is said not to sign, and one with an EC key, too', async () => {
		const decrypts = readCertificate('certificate-pkcs12-not-exportable.json', AUGUST_2024_MS);
		await assert.rejects(decrypts, refusal('CERTIFICATE_CANNOT_SIGN', /lack "digitalSignature"/));
		const ec = readCertificate('certificate-pkcs12-ec-p256.json', AUGUST_2024_MS);
		await assert.rejects(ec, refusal('CERTIFICATE_CANNOT_SIGN', /not RSA/));
	});

	it('a signature comes from the address that is asked, in the form that is read', async () => {
		const exchanges = readRecording('key-sign-rs256.json');
		const { key } = findExchange(exchanges, 200, 'GET /keys/').response.body;
		const [, , name = '', version] = new URL(key.kid).pathname.split('/');
		const identifier = { vaultUrl: new URL(key.kid).origin, collection: 'keys', name, version } as const;
		const { vault, requests } = access(exchanges);
		const publicKey = createPublicKey({ key, format: 'jwk' });
		// It is a signature by PKCS #1 over another text, so that it must not be taken for one of ours.
		const signing = signWithVaultKey(Buffer.from('text'), { key: identifier, publicKey }, vault);
		await assert.rejects(
			signing,
			refusal('VAULT_ANSWER_UNUSABLE', /^the signature was not made by the certificate's key/),
		);
		const recorded = findExchange(exchanges, 200, 'POST /keys/').request;
		assert.deepEqual(Object.keys(JSON.parse(requests[0]?.body?.reveal() ?? '')), Object.keys(recorded.body));
		assert.equal(JSON.parse(requests[0]?.body?.reveal() ?? '').value.length, recorded.body.value.length);
	});
});
