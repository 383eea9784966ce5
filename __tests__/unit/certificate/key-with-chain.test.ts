// Keys, their certificates and their issuers.
import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { describe, it } from 'node:test';
import { findKeyWithChain, isKeyPair } from '../../../src/certificate/key-with-chain.js';
import { makeKeyPair } from '../../emulator/key-pair.js';
import { issue } from '../../support/certificates.js';

const root = issue('Root', { kind: 'rsa' });
const middle = issue('Middle', { issuer: root });
const leaf = issue('Leaf', { issuer: middle, kind: 'ec-384' });

describe('isKeyPair', () => {
	it('tells the certificate of a key from others, and from what is none', () => {
		assert.ok(isKeyPair(leaf.privateKey, leaf.certificate));
		assert.ok(!isKeyPair(leaf.privateKey, middle.certificate));
		assert.ok(!isKeyPair(leaf.privateKey, root.certificate));
		assert.ok(!isKeyPair(leaf.privateKey, Buffer.from('no certificate')));
	});

	it('leaves nothing behind that makes the next key fail', () => {
		assert.ok(!isKeyPair(root.privateKey, leaf.certificate));
		assert.doesNotThrow(() => createPrivateKey({ key: root.pkcs8, format: 'der', type: 'pkcs8' }));
	});
});

describe('findKeyWithChain', () => {
	type Keys = readonly { privateKey: typeof leaf.privateKey }[];
	const find = (keys: Keys, certificates: readonly Buffer[], wanted?: Buffer) =>
		findKeyWithChain('PFX', { privateKeys: keys.map(({ privateKey }) => privateKey), certificates, wanted });

	it('finds the certificate and the issuers in any order, and leaves out the rest', () => {
		const identity = find([leaf], [root.certificate, issue('Other').certificate, leaf.certificate, middle.certificate]);
		assert.deepEqual(identity, {
			privateKey: leaf.privateKey,
			certificate: leaf.certificate,
			chain: [middle.certificate, root.certificate],
		});
	});

	it('ends the chain if an issuer is missing, and at a self-signed certificate', () => {
		assert.deepEqual(find([leaf], [leaf.certificate, root.certificate]).chain, []);
		assert.deepEqual(find([leaf], [leaf.certificate, middle.certificate]).chain, [middle.certificate]);
		assert.deepEqual(find([root], [root.certificate, leaf.certificate]).chain, []);
	});

	it('takes the first key that has a certificate', () => {
		const found = find([issue('Other'), middle, leaf], [leaf.certificate, middle.certificate]);
		assert.equal(found.privateKey, middle.privateKey);
		assert.deepEqual(found.certificate, middle.certificate);
	});

	it('takes the certificate that is meant, whatever else there is', () => {
		const { publicKey, privateKey } = makeKeyPair('ec');
		const [before, after] = [issue('Renewed', { publicKey, privateKey }), issue('Renewed', { publicKey, privateKey })];
		const all = [leaf.certificate, before.certificate, after.certificate, middle.certificate];
		const found = find([leaf, after], all, after.certificate);
		assert.equal(found.privateKey, privateKey);
		assert.deepEqual(found.certificate, after.certificate);
		assert.deepEqual(find([after, leaf], all, leaf.certificate).chain, [middle.certificate]);
		assert.throws(() => find([leaf], all, after.certificate), { code: 'PFX_MISMATCH' });
		assert.throws(() => find([after], [before.certificate], after.certificate), { code: 'PFX_MISMATCH' });
	});

	it("takes the certificate that is no CA's, wherever it and its key stand", () => {
		const own = issue('Own', { issuer: middle, isAuthority: false });
		for (const keys of [
			[middle, own],
			[own, middle],
			[root, middle, own],
		]) {
			for (const certificates of [
				[middle.certificate, own.certificate, root.certificate],
				[own.certificate, root.certificate, middle.certificate],
			]) {
				const found = find(keys, certificates);
				assert.equal(found.privateKey, own.privateKey);
				assert.deepEqual(
					[found.certificate, ...found.chain],
					[own, middle, root].map((one) => one.certificate),
				);
			}
		}
	});

	it("takes the one that is no CA's of several certificates of one key", () => {
		const { publicKey, privateKey } = makeKeyPair('ec');
		const authority = issue('Same', { publicKey, privateKey });
		const own = issue('Same', { publicKey, privateKey, issuer: middle, isAuthority: false });
		const renewed = issue('Same', { publicKey, privateKey, issuer: middle, isAuthority: false });
		const certificates = [authority.certificate, own.certificate, renewed.certificate, middle.certificate];
		assert.deepEqual(find([own], certificates).certificate, own.certificate);
	});

	it("takes the first if all are CAs', and the one that is meant in any case", () => {
		const own = issue('Own', { issuer: middle, isAuthority: false });
		assert.equal(find([leaf, middle], [middle.certificate, leaf.certificate]).privateKey, leaf.privateKey);
		const meant = find([own, middle], [own.certificate, middle.certificate], middle.certificate);
		assert.deepEqual(meant.certificate, middle.certificate);
	});

	it('follows an authority that several others have signed to the one that leads on', () => {
		const { publicKey, privateKey } = makeKeyPair('ec');
		const crossed = issue('Crossed', { publicKey, privateKey, issuer: issue('Elsewhere') });
		const direct = issue('Crossed', { publicKey, privateKey, issuer: middle });
		const own = issue('Own', { issuer: direct, isAuthority: false });
		const others = [crossed.certificate, direct.certificate, middle.certificate, root.certificate];
		for (const certificates of [others, [...others].reverse()])
			assert.deepEqual(find([own], [own.certificate, ...certificates]).chain, [
				direct.certificate,
				middle.certificate,
				root.certificate,
			]);
		assert.deepEqual(find([own], [own.certificate, crossed.certificate]).chain, [crossed.certificate]);
	});

	it('goes by the signature if two issuers have one name', () => {
		const namesake = issue('Middle', { issuer: root });
		const { chain } = find([leaf], [leaf.certificate, namesake.certificate, middle.certificate]);
		assert.deepEqual(chain, [middle.certificate]);
	});

	it('does not go round in circles', () => {
		const [one, two] = [makeKeyPair('ec'), makeKeyPair('ec')];
		const first = issue('One', { ...one });
		const second = issue('Two', { ...two, issuer: first });
		const again = issue('One', { ...one, issuer: second });
		const last = issue('Last', { issuer: again });
		const { chain } = find([last], [last.certificate, second.certificate, again.certificate]);
		assert.deepEqual(chain, [again.certificate, second.certificate]);
	});

	it('is not put off by the same certificate twice, or by what is no certificate', () => {
		const { chain } = find([leaf], [Buffer.from('x'), leaf.certificate, leaf.certificate, middle.certificate]);
		assert.deepEqual(chain, [middle.certificate]);
	});

	it('refuses if there is no key, no certificate of it, or too much', () => {
		assert.throws(() => find([], [leaf.certificate]), { code: 'PFX_NO_KEY' });
		assert.throws(() => find([leaf], []), { code: 'PFX_NO_CERTIFICATE' });
		assert.throws(() => find([leaf], [root.certificate]), { code: 'PFX_MISMATCH' });
		assert.throws(() => find([leaf], [root.certificate, Buffer.from('x')]), { code: 'PFX_UNREADABLE' });
		const many = Array.from({ length: 101 }, () => leaf.certificate);
		assert.throws(() => find([leaf], many), { code: 'PFX_TOO_LARGE' });
		assert.throws(
			() =>
				find(
					many.map(() => leaf),
					[leaf.certificate],
				),
			{ code: 'PFX_TOO_LARGE' },
		);
		assert.deepEqual(find([leaf], many.slice(1)).chain, []);
	});
});
