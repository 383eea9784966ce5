// Answers of a vault, decoded.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeCertificateBundle, decodeSecretBundle } from '../../../src/keyvault/bundles.js';

const VERSION = '4387e9f3d6e14c459867679a90fd0f79';
const ID = `https://contoso.vault.azure.net/secrets/sql/${VERSION}`;
const SECRET = { id: ID, value: 'v', attributes: { enabled: true, nbf: 1, exp: 2, created: 3 } };
const CERTIFICATE = {
	id: `https://contoso.vault.azure.net/certificates/exo/${VERSION}`,
	cer: 'MAA=',
	sid: `https://contoso.vault.azure.net/secrets/exo/${VERSION}`,
	attributes: { enabled: true, nbf: 1, exp: 2 },
};

const decodeSecret = (bundle: unknown) => decodeSecretBundle(JSON.stringify(bundle));
const decodeCertificate = (bundle: unknown) => decodeCertificateBundle(JSON.stringify(bundle));

describe('decodeSecretBundle', () => {
	it('gives value, version, content type and life', () => {
		const bundle = decodeSecret({ ...SECRET, contentType: 'application/x-pkcs12' });
		assert.equal(bundle?.value.reveal(), 'v');
		assert.equal(bundle?.version, VERSION);
		assert.equal(bundle?.contentType, 'application/x-pkcs12');
		assert.deepEqual(bundle?.attributes, { notBefore: 1, expires: 2 });
	});

	it('keeps the value byte for byte, an empty one too', () => {
		for (const value of ['', ' a\r\nb\n', '\u0000\ud83d\ude00\ufeff', '"\\']) {
			assert.equal(decodeSecret({ ...SECRET, value })?.value.reveal(), value);
		}
	});

	it('keeps the value covered', () => {
		assert.doesNotMatch(JSON.stringify(decodeSecret({ ...SECRET, value: 'hunter2' })), /hunter2/);
	});

	it('has no limits if the vault gives none', () => {
		assert.deepEqual(decodeSecret({ ...SECRET, attributes: {} })?.attributes, {
			notBefore: undefined,
			expires: undefined,
		});
	});

	it('takes only whole seconds that a date can hold for an instant', () => {
		for (const exp of ['2', 1.5, null, 8.64e12 + 1, -8.64e12 - 1]) {
			assert.equal(decodeSecret({ ...SECRET, attributes: { exp } })?.attributes.expires, undefined);
		}
		assert.equal(decodeSecret({ ...SECRET, attributes: { exp: 8.64e12 } })?.attributes.expires, 8.64e12);
		assert.equal(decodeSecret({ ...SECRET, attributes: { nbf: 0 } })?.attributes.notBefore, 0);
	});

	it('skips a content type that is too long, or no printable text', () => {
		assert.equal(decodeSecret(SECRET)?.contentType, '');
		for (const contentType of ['x'.repeat(256), 'a\nb', 7]) {
			assert.equal(decodeSecret({ ...SECRET, contentType })?.contentType, '');
		}
	});

	it('gives the tags that are texts, whatever they are called', () => {
		const tags = JSON.parse('{"env":"prod","__proto__":"x","n":7,"o":{}}');
		assert.deepEqual(
			[...(decodeSecret({ ...SECRET, tags })?.tags ?? [])],
			[
				['env', 'prod'],
				['__proto__', 'x'],
			],
		);
		for (const none of [null, [], 'env', undefined])
			assert.equal(decodeSecret({ ...SECRET, tags: none })?.tags.size, 0);
	});

	const others: readonly (readonly [string, unknown])[] = [
		['a list', []],
		['no value', { ...SECRET, value: undefined }],
		['a value that is no text', { ...SECRET, value: 7 }],
		['no identifier', { ...SECRET, id: undefined }],
		['an identifier without a version', { ...SECRET, id: 'https://contoso.vault.azure.net/secrets/sql' }],
		['an identifier with a malformed version', { ...SECRET, id: `${ID}0` }],
		['an identifier over http', { ...SECRET, id: ID.replace('https', 'http') }],
		['an identifier with more after it', { ...SECRET, id: `${ID}\n` }],
		['no attributes', { ...SECRET, attributes: undefined }],
		['attributes that are a list', { ...SECRET, attributes: [] }],
	];
	for (const [what, bundle] of others) {
		// Promise: N7
		it(`takes ${what} for no secret`, () => {
			assert.equal(decodeSecret(bundle), undefined);
		});
	}

	it('takes a page of HTML for no secret', () => {
		assert.equal(decodeSecretBundle('<html>'), undefined);
	});
});

describe('decodeCertificateBundle', () => {
	it('gives the DER, the version, the address of the private key and the life', () => {
		assert.deepEqual(decodeCertificate({ ...CERTIFICATE, tags: { env: 'prod' } }), {
			version: VERSION,
			der: Buffer.from('3000', 'hex'),
			secretId: CERTIFICATE.sid,
			attributes: { notBefore: 1, expires: 2 },
			tags: new Map([['env', 'prod']]),
		});
	});

	const others: readonly (readonly [string, unknown])[] = [
		['null', null],
		['no certificate', { ...CERTIFICATE, cer: undefined }],
		['an empty certificate', { ...CERTIFICATE, cer: '' }],
		['a certificate that is not base64', { ...CERTIFICATE, cer: '-----BEGIN' }],
		['no address of the key', { ...CERTIFICATE, sid: undefined }],
		['an address over http', { ...CERTIFICATE, sid: 'http://contoso.vault.azure.net/' }],
		['an address with white space', { ...CERTIFICATE, sid: 'https://contoso.vault.azure.net/ x' }],
		['no identifier', { ...CERTIFICATE, id: undefined }],
		['no attributes', { ...CERTIFICATE, attributes: null }],
	];
	for (const [what, bundle] of others) {
		it(`takes ${what} for no certificate`, () => {
			assert.equal(decodeCertificate(bundle), undefined);
		});
	}
});
