// The token action's story, if it ends badly: nothing is exported, and each cause is said once.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { response } from '../support/make-ports.js';
import { VERSION } from '../support/run-fetch-items.js';
import { certificateBundle } from '../support/signers.js';
import { answers, CLIENT_ID, EXO, fail, GRAPH, runAction, tokenAnswer } from './scripted-signer.js';
import { refusal as vaultRefusal } from './scripted-vault.js';

describe('before the first request', () => {
	it('every mistake is reported, of whatever input', async () => {
		const inputs = { 'tenant-id': 'my tenant', certificate: '', scopes: 'A', 'app-id': 'x', summary: '1' };
		const { texts, requests } = await fail(inputs, {
			faults: { problems: { GITHUB_OUTPUT: 'GITHUB_OUTPUT is not set.' } },
		});
		assert.deepEqual(
			texts.map((text) => text.split(/[: ]/)[0]),
			['GITHUB_OUTPUT', 'tenant-id', 'keyvault', 'app-id', 'summary'],
		);
		assert.deepEqual(requests, []);
	});

	it('lines are checked as well', async () => {
		const { texts, requests } = await fail({ scopes: `A\nB = ${EXO}\nb = ${EXO}`, keyvault: '' });
		assert.deepEqual(
			texts.map((text) => text.split(':')[0]),
			['keyvault', 'scopes line 1', 'scopes line 3'],
		);
		assert.deepEqual(requests, []);
	});

	it('variables need their file, outputs alone do not', async () => {
		const faults = { problems: { GITHUB_ENV: 'GITHUB_ENV is not set.' } };
		const { texts, requests } = await fail({ 'export-env': 'true' }, { faults });
		assert.match(texts[0] ?? '', /^GITHUB_ENV /);
		assert.deepEqual(requests, []);
		assert.equal((await runAction({}, { faults })).succeeded, true);
	});

	it('an application must be named', async () => {
		const inputs = { 'client-id': '', 'client-secret': '', 'access-token': 'opaque', 'tenant-id': '' };
		const { texts, requests } = await fail(inputs);
		assert.deepEqual(texts, [
			'app-id: the input is empty, and so is client-id. Set it to the application that the tokens are for.',
		]);
		assert.deepEqual(requests, []);
		const named = await fail({ ...inputs, 'app-id': CLIENT_ID });
		assert.deepEqual(named.texts, [
			'app-tenant-id: the input is empty, and the sign-in names no tenant. Set it, or tenant-id.',
		]);
		assert.deepEqual(named.requests, []);
	});
});

describe('the certificate', () => {
	it('that cannot sign is said to, and nothing is signed', async () => {
		const wantedOnes = [
			[{ attributes: { exp: 1 } }, /^certificate exo: .*1970-01-01T00:00:01Z/],
			[{ attributes: { nbf: 4e9 } }, /^certificate exo: .*2096-.*earlier version/],
			[{ attributes: { enabled: false } }, /^certificate exo: it is disabled\. Enable this version/],
			[{ keyUsage: ['keyEncipherment'] }, /^certificate exo: .*"digitalSignature".*new version/],
		] as const;
		for (const [wanted, expected] of wantedOnes) {
			const { texts, purposes } = await fail({}, answers('certificate', certificateBundle(wanted)));
			assert.equal(texts.length, 1);
			assert.match(texts[0] ?? '', expected);
			assert.deepEqual(purposes, ['sign-in', 'certificate']);
		}
	});

	it('that may not be read is told with both roles', async () => {
		const { texts } = await fail({}, answers('certificate', vaultRefusal(403, 'ForbiddenByRbac', 'r-1')));
		assert.equal(texts.length, 1);
		assert.match(
			texts[0] ?? '',
			/^certificate exo: .*"Key Vault Reader" on the vault, .*"Key Vault Reader" at the scope …\/certificates\/exo and "Key Vault Crypto User" at …\/keys\/exo .*\(request ID r-1\)$/,
		);
	});

	it('that is not there is said to be missing', async () => {
		const { texts } = await fail({}, answers('certificate', vaultRefusal(404, 'CertificateNotFound', 'r-1')));
		assert.match(texts[0] ?? '', /^certificate exo: .*version .*\(HTTP 404, CertificateNotFound\)/);
		assert.doesNotMatch(texts[0] ?? '', /move the line/);
	});

	it('whose key is elsewhere has nothing sent there', async () => {
		const kid = `https://evil.example/keys/exo/${VERSION}`;
		const { texts, purposes } = await fail({}, answers('certificate', certificateBundle({ kid })));
		assert.match(texts[0] ?? '', /nothing was sent/);
		assert.deepEqual(purposes, ['sign-in', 'certificate']);
	});
});

describe('the signature', () => {
	const cases: readonly (readonly [string, RegExp])[] = [
		['ForbiddenByRbac', /^key exo\/\w{32}: .*"Key Vault Crypto User" on the vault, .*at …\/keys\/exo/],
		[
			'ForbiddenByPolicy',
			/^key exo\/\w{32}: .*to sign keys .*"sign" of keys in an access policy.*"get" of certificates, "sign" of keys/,
		],
		['KeyOperationForbidden', /^key exo\/\w{32}: .*"digitalSignature"/],
		['KeyDisabled', /^key exo\/\w{32}: it is disabled .*Enable this version/],
	];
	for (const [code, expected] of cases) {
		it(`that the vault refuses with ${code} is one error, and no token is asked for`, async () => {
			const { texts, purposes } = await fail({}, answers('sign', vaultRefusal(403, code, 'r-1')));
			assert.equal(texts.length, 1);
			assert.match(texts[0] ?? '', expected);
			assert.deepEqual(purposes, ['sign-in', 'certificate', 'sign']);
		});
	}

	// Promise: N8
	it('that does not fit is sent nowhere', async () => {
		const wrong = response(200, { value: Buffer.alloc(256, 1).toString('base64url') });
		const { texts, purposes } = await fail({}, answers('sign', wrong));
		assert.match(texts[0] ?? '', /^key exo\/\w{32}: .*signature.*certificate/);
		assert.deepEqual(purposes, ['sign-in', 'certificate', 'sign']);
	});
});

describe('the files', () => {
	it('are cut back if an output or a variable cannot be written', async () => {
		for (const failAtWrite of [1, 2, 4]) {
			const { texts } = await fail({ 'export-env': 'true', scopes: `EXO = ${EXO}` }, { failAtWrite });
			const file = failAtWrite > 2 ? 'GITHUB_ENV' : 'GITHUB_OUTPUT';
			assert.match(texts[0] ?? '', new RegExp(`^${file}: .*exported`));
		}
	});

	it('get nothing if a token cannot be a variable', async () => {
		const huge = tokenAnswer('x'.repeat(128 * 1024));
		const { texts } = await fail({ 'export-env': 'true' }, answers(GRAPH, huge));
		assert.deepEqual(texts, [
			'output GRAPH: the value is larger than 128 KiB, which is too large for a variable. Leave export-env out, and use the output.',
		]);
		assert.equal((await runAction({}, answers(GRAPH, huge))).succeeded, true);
	});
});
