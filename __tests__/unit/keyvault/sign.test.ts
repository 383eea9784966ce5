// Signing in the vault: a digest goes out, and nothing but a signature by the certificate's key is taken for one.
import assert from 'node:assert/strict';
import { createHash, sign } from 'node:crypto';
import { describe, it } from 'node:test';
import { signWithVaultKey } from '../../../src/keyvault/sign.js';
import { SecretText } from '../../../src/secret-text.js';
import { issue } from '../../support/certificates.js';
import { type Answer, response } from '../../support/make-ports.js';
import { refusal } from '../../support/refusal.js';
import { VAULT_URL, VERSION } from '../../support/run-fetch-items.js';
import { SIGNER, SIGNING, signText } from '../../support/signers.js';
import { makeAccess, tokensOf } from './make-access.js';

const TEXT = Buffer.from('header.claims');

function signature(bytes: Buffer): Answer {
	return response(200, { kid: `${VAULT_URL}/keys/exo/${VERSION}`, value: bytes.toString('base64url') });
}

async function run(...answers: readonly Answer[]) {
	const { access, requests } = makeAccess(answers);
	return { signed: await signWithVaultKey(TEXT, SIGNING, access), requests };
}

describe('signWithVaultKey', () => {
	it("sends the 32 bytes of the text's digest to the certificate's own key, and gives the signature", async () => {
		const bytes = signText(TEXT);
		const { signed, requests } = await run(signature(bytes));
		assert.deepEqual(signed, bytes);
		assert.equal(requests.length, 1);
		const [request = assert.fail()] = requests;
		assert.equal(request.method, 'POST');
		assert.equal(request.url, `${VAULT_URL}/keys/exo/${VERSION}/sign?api-version=7.4`);
		assert.equal(request.headers['content-type'], 'application/json');
		assert.ok(request.headers['authorization'] instanceof SecretText);
		assert.match(request.headers['authorization'].reveal(), /^Bearer /);
		const value = createHash('sha256').update(TEXT).digest('base64url');
		assert.deepEqual(JSON.parse(request.body?.reveal() ?? ''), { alg: 'PS256', value });
		assert.equal(Buffer.from(value, 'base64url').length, 32);
	});

	it('signs by RS256 where that is asked for, and takes no signature of the other kind', async () => {
		const rs256 = sign('sha256', TEXT, SIGNER.privateKey);
		const { access, requests } = makeAccess([signature(rs256), signature(signText(TEXT))]);
		const signer = { ...SIGNING, algorithm: 'RS256' } as const;
		assert.deepEqual(await signWithVaultKey(TEXT, signer, access), rs256);
		assert.equal(JSON.parse(requests[0]?.body?.reveal() ?? '').alg, 'RS256');
		await assert.rejects(signWithVaultKey(TEXT, signer, access), refusal('VAULT_ANSWER_UNUSABLE', /./));
	});

	it('renews a refused token once', async () => {
		const { requests } = await run(response(401), signature(signText(TEXT)));
		assert.deepEqual(tokensOf(requests), ['token-1', 'token-2']);
	});

	const wrong: readonly (readonly [string, Buffer])[] = [
		['of another text', signText(Buffer.from('another text'))],
		['by another key', signText(TEXT, issue('other', { kind: 'rsa' }).privateKey)],
		['that is cut off', signText(TEXT).subarray(1)],
		['of another length', Buffer.alloc(512)],
	];
	for (const [what, bytes] of wrong) {
		// Promise: N8
		it(`takes no signature ${what}`, async () => {
			await assert.rejects(run(signature(bytes)), refusal('VAULT_ANSWER_UNUSABLE', /certificate's key/));
		});
	}

	for (const body of ['', '<html>', '{}', '{"value":1}', '{"value":""}', '{"value":"a+b="}']) {
		it(`takes no signature that is none: ${body}`, async () => {
			await assert.rejects(
				run(response(200, body)),
				refusal('VAULT_ANSWER_UNUSABLE', /^the answer is (?:not a signature|a web page|empty)\.$/),
			);
		});
	}
});
