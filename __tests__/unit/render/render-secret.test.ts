// A secret as outputs, a file and masks.
import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { describe, it } from 'node:test';
import { toPem } from '../../../src/certificate/pem.js';
import { maskSecret } from '../../../src/masks/masks.js';
import { maskPfx } from '../../../src/masks/masks-of-values.js';
import { makeTakenNames } from '../../../src/plan/output-names.js';
import { renderSecret } from '../../../src/render/render-secret.js';
import { issue } from '../../support/certificates.js';
import { makeDestination, makeSecretBundle, VERSION } from '../../support/make-rendered.js';
import { BINARY, ITEM, masksOf, refusal, render, textsOf } from '../../support/secret-rendering.js';
import { certificatePem, pfxValueOf } from '../../support/vault-certificate.js';

describe('a secret', () => {
	it('gives the one output, byte for byte, and its version and life', async () => {
		const attributes = { notBefore: 1, expires: 2 };
		const destination = makeDestination('SQL_PASSWORD', ITEM);
		const secret = makeSecretBundle(' hunter2\r\n', { attributes });
		const rendered = await renderSecret(destination, secret, { takenNames: makeTakenNames({ exportEnv: false }) });
		assert.deepEqual(rendered.item, ITEM);
		assert.equal(rendered.version, VERSION);
		assert.equal(rendered.life, attributes);
		assert.deepEqual(textsOf(rendered.outputs), { SQL_PASSWORD: ' hunter2\r\n' });
		assert.deepEqual(textsOf(rendered.secrets), { SQL_PASSWORD: ' hunter2\r\n' });
		assert.deepEqual([...rendered.files, ...rendered.storeEntries], []);
		assert.doesNotMatch(JSON.stringify(rendered), /hunter/);
	});

	it('is masked, and how weak the mask is is said', async () => {
		const rendered = await render('ab');
		assert.deepEqual(masksOf(rendered), masksOf(maskSecret('ab')));
		assert.deepEqual(rendered.weakness, { kind: 'short' });
	});

	it('that is a certificate has its bytes masked as well', async () => {
		const pfx = Buffer.from('the bytes of a PFX, long enough').toString('base64');
		const rendered = await render(pfx, [], { contentType: 'application/x-pkcs12' });
		assert.deepEqual(masksOf(rendered), masksOf(maskPfx(pfx)));
		assert.ok(masksOf(rendered).includes(Buffer.from(pfx, 'base64').toString('base64url')));
	});

	it('that backs a certificate is told to be more under certificates', async () => {
		const destination = makeDestination('DB', ITEM);
		const remarksOf = async (secret: Parameters<typeof makeSecretBundle>[1]) =>
			(
				await renderSecret(destination, makeSecretBundle('x123', secret), {
					takenNames: makeTakenNames({ exportEnv: false }),
				})
			).remarks;
		assert.match(
			(await remarksOf({ isManaged: true }))?.join() ?? '',
			/^It is a certificate with its private key\. In the input certificates, /,
		);
		assert.equal(await remarksOf({ contentType: 'application/x-pkcs12' }), undefined);
	});

	it('of another content type has no bytes of its own, though it may look like base64', async () => {
		const text = Buffer.from('the bytes of something, long enough').toString('base64');
		for (const contentType of ['', 'text/plain', 'application/x-pem-file'])
			assert.deepEqual(masksOf(await render(text, [], { contentType })), masksOf(maskSecret(text)));
	});

	it('that is PEM is masked without its armor', async () => {
		const pem = `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}\n-----END PRIVATE KEY-----\n`;
		const texts = masksOf(await render(pem, [], { contentType: 'application/x-pem-file' }));
		assert.ok(texts.includes('A'.repeat(64)));
		assert.ok(!texts.some((text) => text.split('\n').includes('-----BEGIN PRIVATE KEY-----')));
	});

	it('that is PEM has its private key masked in other encodings, and its certificates not', async () => {
		const leaf = issue('exo');
		const pem = toPem('PRIVATE KEY', leaf.pkcs8) + certificatePem(leaf);
		const texts = masksOf(await render(pem));
		const sec1 = createPrivateKey(pem).export({ format: 'der', type: 'sec1' });
		for (const der of [leaf.pkcs8, sec1]) {
			const lines = der.toString('base64').match(/.{12,64}/g) ?? [];
			for (const line of lines) assert.ok(texts.includes(line), line);
		}
		assert.ok(
			!certificatePem(leaf)
				.split('\n')
				.some((line) => texts.includes(line)),
		);
	});

	it('that is a PFX without a password has its private key masked, whatever its content type', async () => {
		const chained = { leaf: issue('exo'), issuers: [] };
		const pfx = pfxValueOf(chained);
		const line = chained.leaf.pkcs8.toString('base64').slice(0, 64);
		for (const contentType of ['', 'application/x-pkcs12'])
			assert.ok(masksOf(await render(pfx, [], { contentType })).includes(line));
		assert.ok(masksOf(await render(pfx, ['base64', 'file'])).includes(line));
	});
});

describe('| unmasked', () => {
	// Promise: L12
	it('gives the same without a mask, and without a word of how weak one would be', async () => {
		const rendered = await render('ab', ['unmasked']);
		assert.deepEqual(textsOf(rendered.outputs), { DB: 'ab' });
		assert.deepEqual(textsOf(rendered.secrets), { DB: 'ab' });
		assert.deepEqual([rendered.masks, rendered.weakness], [[], undefined]);
	});

	// Promise: L12
	it('masks neither leaves nor files nor what was decoded', async () => {
		const json = Buffer.from('{"user": "somebody"}').toString('base64');
		assert.deepEqual((await render(json, ['base64', 'json', 'unmasked'])).masks, []);
		assert.deepEqual((await render(json, ['base64', 'file', 'unmasked'])).masks, []);
	});
});

describe('| base64', () => {
	const encoded = Buffer.from('first line\r\nsecond line\n').toString('base64');

	// Promise: L10
	it('gives the decoded text, and masks it and what the vault holds', async () => {
		const rendered = await render(encoded, ['base64']);
		assert.deepEqual(textsOf(rendered.outputs), { DB: 'first line\r\nsecond line\n' });
		for (const text of [encoded, 'first line\r\nsecond line\n']) assert.ok(masksOf(rendered).includes(text));
	});

	it('keeps a byte order mark', async () => {
		assert.equal(textsOf((await render('77u/YWJj', ['base64'])).outputs)['DB'], '\ufeffabc');
	});

	it('says how weak the mask of the decoded text is', async () => {
		assert.deepEqual((await render('YWI=', ['base64'])).weakness, { kind: 'short' });
	});

	it('refuses what is not base64, by its line and name', async () => {
		assert.match(
			await refusal('hunter2!', ['base64']),
			/^secrets line 1 \(secret db-config\): the value is not base64: it has other characters/,
		);
	});

	it('refuses bytes that are not UTF-8, and points to | file', async () => {
		assert.equal(
			await refusal(BINARY.toString('base64'), ['base64']),
			'secrets line 1 (secret db-config): the decoded value is not UTF-8, as every output must be. Write | base64 | file to get its bytes in a file.',
		);
	});
});

describe('| file', () => {
	it('gives a file of the value beside the output', async () => {
		const rendered = await render('apiVersion: v1\r\n\0ü', ['file']);
		const [file, ...others] = rendered.files;
		assert.deepEqual([file?.output, file?.name, others], ['DB-path', 'DB', []]);
		assert.deepEqual(file?.bytes.reveal(), Buffer.from('apiVersion: v1\r\n\0ü'));
		assert.deepEqual(textsOf(rendered.outputs), { DB: 'apiVersion: v1\r\n\0ü' });
	});

	it('gives a file of the decoded bytes, and no output if they are no text', async () => {
		const rendered = await render(BINARY.toString('base64'), ['file', 'base64']);
		assert.deepEqual(rendered.files[0]?.bytes.reveal(), BINARY);
		assert.deepEqual([...rendered.outputs, ...rendered.secrets], []);
		assert.ok(masksOf(rendered).includes(BINARY.toString('base64url')));
	});

	it('gives the output as well if the decoded bytes are text', async () => {
		const rendered = await render('aHVudGVyMjI=', ['base64', 'file']);
		assert.equal(rendered.files[0]?.bytes.reveal().toString(), 'hunter22');
		assert.deepEqual(textsOf(rendered.outputs), { DB: 'hunter22' });
	});
});
