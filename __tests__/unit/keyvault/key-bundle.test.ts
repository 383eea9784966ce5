// Keys of a vault, decoded: their public part, whatever the vault calls its kind.
import assert from 'node:assert/strict';
import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { describe, it } from 'node:test';
import { decodeKeyBundle, type KeyBundle } from '../../../src/keyvault/bundles.js';
import { type KeyKind, makeKeyPair } from '../../emulator/key-pair.js';
import { VAULT_URL, VERSION } from '../../support/run-fetch-items.js';

const KID = `${VAULT_URL}/keys/sign/${VERSION}`;

function decode(key: object, rest: object = { attributes: {} }): KeyBundle | undefined {
	return decodeKeyBundle(JSON.stringify({ key: { kid: KID, key_ops: ['sign'], ...key }, ...rest }));
}

function pair(kind: KeyKind): {
	readonly publicKey: KeyObject;
	readonly jwk: JsonWebKey;
	readonly privateJwk: JsonWebKey;
} {
	const { publicKey, privateKey } = makeKeyPair(kind);
	return { publicKey, jwk: publicKey.export({ format: 'jwk' }), privateJwk: privateKey.export({ format: 'jwk' }) };
}

describe('decodeKeyBundle', () => {
	const rsa = makeKeyPair('rsa').publicKey;
	const rsaJwk = rsa.export({ format: 'jwk' });
	const p256 = pair('ec');
	const p384 = pair('ec-384');
	const k256 = pair('ec-k256');

	const kinds: readonly (readonly [string, object, KeyObject])[] = [
		['RSA', rsaJwk, rsa],
		['RSA-HSM', { ...rsaJwk, kty: 'RSA-HSM' }, rsa],
		['EC', p256.jwk, p256.publicKey],
		['EC-HSM', { ...p384.jwk, kty: 'EC-HSM' }, p384.publicKey],
		['EC', { ...k256.jwk, crv: 'P-256K' }, k256.publicKey],
		['EC-HSM', { ...k256.jwk, kty: 'EC-HSM', crv: 'SECP256K1' }, k256.publicKey],
	];
	for (const [type, jwk, publicKey] of kinds) {
		it(`gives the public part of ${type}${'crv' in jwk ? ` on ${jwk.crv}` : ''}`, () => {
			const bundle = decode(jwk);
			assert.equal(bundle?.type, type);
			assert.equal(bundle?.version, VERSION);
			assert.ok(bundle?.publicKey?.equals(publicKey));
		});
	}

	it('gives life and tags', () => {
		const bundle = decode(p256.jwk, { attributes: { enabled: true, nbf: 1, exp: 2 }, tags: { env: 'prod' } });
		assert.deepEqual(bundle?.attributes, { notBefore: 1, expires: 2 });
		assert.equal(bundle?.tags.get('env'), 'prod');
	});

	it('leaves private members behind, should there ever be some', () => {
		const bundle = decode(p256.privateJwk);
		assert.equal(bundle?.publicKey?.type, 'public');
		assert.ok(bundle?.publicKey?.equals(createPublicKey({ key: p256.jwk, format: 'jwk' })));
	});

	for (const type of ['oct', 'oct-HSM']) {
		it(`has no public part of ${type}`, () => {
			const bundle = decode({ kty: type });
			assert.equal(bundle?.type, type);
			assert.equal(bundle?.publicKey, undefined);
		});
	}

	const others: readonly (readonly [string, object, object?])[] = [
		['a kind that is not known', { ...p256.jwk, kty: 'OKP' }],
		['no kind', { ...p256.jwk, kty: undefined }],
		['a kind that is no word', { kty: 'oct\n' }],
		['a curve that is not known', { ...p256.jwk, crv: 'P-257' }],
		['a point that is not on the curve', { ...p256.jwk, x: p256.jwk.y, y: p256.jwk.x }],
		['a member that is no text', { ...rsaJwk, n: 7 }],
		['no address', { ...p256.jwk, kid: undefined }],
		['an address without a version', { ...p256.jwk, kid: `${VAULT_URL}/keys/sign` }],
		['no attributes', p256.jwk, {}],
	];
	for (const [what, key, rest] of others) {
		it(`takes ${what} for no key`, () => {
			assert.equal(decode(key, rest), undefined);
		});
	}

	it('takes what has no key for none', () => {
		assert.equal(decodeKeyBundle('<html>'), undefined);
		assert.equal(decodeKeyBundle(JSON.stringify({ key: null, attributes: {} })), undefined);
	});
});
