// A secret as outputs and masks.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maskPfx, maskSecret } from '../../../src/render/masks.js';
import { renderSecret } from '../../../src/render/render-secret.js';
import { makeDestination, makeItem, makeSecretBundle, VERSION } from './make-rendered.js';

const DESTINATION = makeDestination('SQL_PASSWORD', makeItem('sql-password'));

describe('renderSecret', () => {
	it('sets the one output to the value, byte for byte, and gives version and life', () => {
		const attributes = { notBefore: 1, expires: 2 };
		const secret = makeSecretBundle(' hunter2\r\n', { attributes });
		const { item, version, life, outputs, secret: own } = renderSecret(DESTINATION, secret);
		assert.equal(item, DESTINATION.item);
		assert.equal(version, VERSION);
		assert.equal(life, attributes);
		assert.deepEqual(outputs, [{ name: 'SQL_PASSWORD', value: secret.value }]);
		assert.equal(own, secret.value);
	});

	it('masks the value, and says how weak the mask is', () => {
		const { masks, weakness } = renderSecret(DESTINATION, makeSecretBundle('ab'));
		assert.deepEqual(
			masks.map((mask) => mask.reveal()),
			maskSecret('ab').masks.map((mask) => mask.reveal()),
		);
		assert.equal(masks[0]?.reveal(), 'ab');
		assert.equal(weakness, 'short');
	});

	it('masks the bytes too of a certificate that is named under secrets', () => {
		const pfx = Buffer.from('the bytes of a PFX, long enough').toString('base64');
		const { masks } = renderSecret(DESTINATION, makeSecretBundle(pfx, { contentType: 'application/x-pkcs12' }));
		assert.deepEqual(
			masks.map((mask) => mask.reveal()),
			maskPfx(pfx).masks.map((mask) => mask.reveal()),
		);
		assert.ok(masks.some((mask) => mask.reveal() === Buffer.from(pfx, 'base64').toString('base64url')));
	});

	it('masks PEM that is named under secrets without its armour', () => {
		const pem = `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}\n-----END PRIVATE KEY-----\n`;
		const { masks } = renderSecret(DESTINATION, makeSecretBundle(pem, { contentType: 'application/x-pem-file' }));
		const texts = masks.map((mask) => mask.reveal());
		assert.ok(texts.includes('A'.repeat(64)));
		assert.ok(!texts.some((text) => text.split('\n').includes('-----BEGIN PRIVATE KEY-----')));
	});
});
