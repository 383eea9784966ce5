// Public keys as outputs.
import assert from 'node:assert/strict';
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { describe, it } from 'node:test';
import type { KeyBundle } from '../../../src/keyvault/bundles.js';
import { renderKey } from '../../../src/render/render-all.js';
import { makeKeyPair } from '../../emulator/key-pair.js';
import { makeDestination, makeItem, VERSION } from '../../support/make-rendered.js';

const LIFE = { notBefore: 1, expires: 2 };
const DESTINATION = makeDestination('SIGN', makeItem('sign', 'keys'));

function bundle(publicKey: KeyObject | undefined, type = 'EC'): KeyBundle {
	return { version: VERSION, type, publicKey, attributes: LIFE, tags: new Map() };
}

function outputsOf(publicKey: KeyObject): Readonly<Record<string, unknown>> {
	const { outputs } = renderKey(DESTINATION, bundle(publicKey));
	return Object.fromEntries(outputs.map(({ name, value }) => [name, value]));
}

describe('renderKey', () => {
	const keys = {
		RSA: makeKeyPair('rsa').publicKey,
		'P-384': makeKeyPair('ec-384').publicKey,
		secp256k1: makeKeyPair('ec-k256').publicKey,
	};
	for (const [kind, publicKey] of Object.entries(keys)) {
		it(`gives PEM, JWK and version of ${kind}`, () => {
			const { SIGN: pem, 'SIGN-jwk': jwk, 'SIGN-version': version, ...others } = outputsOf(publicKey);
			assert.match(String(pem), /^-----BEGIN PUBLIC KEY-----\n[^-]+\n-----END PUBLIC KEY-----\n$/);
			assert.ok(createPublicKey(String(pem)).equals(publicKey));
			assert.ok(createPublicKey({ key: JSON.parse(String(jwk)), format: 'jwk' }).equals(publicKey));
			assert.equal(version, VERSION);
			assert.deepEqual(others, {});
		});
	}

	it('writes the JWK so that its digest is the thumbprint of RFC 7638', () => {
		// The key and thumbprint of its §3.1.
		const n =
			'0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw';
		const publicKey = createPublicKey({ key: { kty: 'RSA', n, e: 'AQAB' }, format: 'jwk' });
		const thumbprint = createHash('sha256')
			.update(String(outputsOf(publicKey)['SIGN-jwk']))
			.digest('base64url');
		assert.equal(thumbprint, 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs');
		assert.deepEqual(Object.keys(JSON.parse(String(outputsOf(keys['P-384'])['SIGN-jwk']))), ['crv', 'kty', 'x', 'y']);
	});

	it('masks nothing, and gives nothing to the output of all secrets', () => {
		const rendered = renderKey(DESTINATION, bundle(keys.RSA));
		assert.deepEqual([rendered.masks, rendered.secrets, rendered.weakness], [[], [], undefined]);
		assert.deepEqual([rendered.life, rendered.version, rendered.item], [LIFE, VERSION, DESTINATION.item]);
	});

	it('says that a symmetric key has no public part', () => {
		assert.throws(() => renderKey(DESTINATION, bundle(undefined, 'oct-HSM')), {
			code: 'KEY_SYMMETRIC',
			message: /^it is of type oct-HSM: one secret key that never leaves the vault\. Only RSA and EC keys/,
		});
	});
});
