// The writer of PFX files, read again by the project's reader and by node-forge.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { createSecureContext } from 'node:tls';
import forge from 'node-forge';
import { CIPHER_OID, SCHEME_OID } from '../../../src/certificate/algorithm-names.js';
import { readElements } from '../../../src/certificate/der.js';
import { writeOid } from '../../../src/certificate/der-write.js';
import { readPfx, selectKeyWithChain } from '../../../src/certificate/pfx-read.js';
import { type PfxParts, writePfx } from '../../../src/certificate/pfx-write.js';
import { issue } from '../../support/certificates.js';
import { makeRandomBytes } from '../../support/pfx-by-hand.js';

const root = issue('Root');
const leaf = issue('Lëaf', { issuer: root, kind: 'rsa' });
const PARTS: PfxParts = {
	privateKey: leaf.pkcs8,
	certificates: [leaf.certificate, root.certificate],
	password: 'påss 1',
	friendlyName: 'é',
	protection: 'aes256',
	randomBytes: makeRandomBytes('write'),
};
const count = (pfx: Buffer, oid: string): number =>
	pfx.toString('latin1').split(writeOid(oid).toString('latin1')).length - 1;

describe('writePfx', () => {
	for (const protection of ['aes256', '3des'] as const) {
		for (const password of ['påss 1', '', null]) {
			it(`writes what the reader reads: ${protection}, ${password === null ? 'null password' : `password "${password}"`}`, () => {
				const pfx = writePfx({ ...PARTS, protection, password, csp: 'Microsoft Software Key Storage Provider' });
				const contents = password === null ? readPfx(pfx) : readPfx(pfx, password);
				const said = { friendlyName: 'é', localKeyId: createHash('sha1').update(leaf.certificate).digest() };
				const nothing = { friendlyName: undefined, localKeyId: undefined, csp: undefined };
				assert.deepEqual(contents, {
					privateKeys: [{ pkcs8: leaf.pkcs8, ...said, csp: 'Microsoft Software Key Storage Provider' }],
					certificates: [
						{ der: leaf.certificate, ...said, csp: undefined },
						{ der: root.certificate, ...nothing },
					],
				});
				assert.deepEqual(selectKeyWithChain(contents).chain, [root.certificate]);
			});
		}
	}

	it('writes a PFX that Node opens, and only with its password', () => {
		for (const protection of ['aes256', '3des'] as const) {
			const pfx = writePfx({ ...PARTS, protection });
			assert.doesNotThrow(() => createSecureContext({ pfx, passphrase: 'påss 1' }));
			assert.throws(() => createSecureContext({ pfx, passphrase: 'other' }), /mac verify failure/);
			assert.throws(() => createSecureContext({ pfx }), /mac verify failure/);
		}
	});

	it('writes a PFX that node-forge reads', () => {
		for (const protection of ['aes256', '3des'] as const) {
			const der = writePfx({ ...PARTS, protection, password: 'plain' }).toString('latin1');
			// forge takes SHA-1 alone in the MAC, so this is on what is encrypted.
			const read = () => forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(der), 'plain');
			const [bag] =
				read().getBags({ bagType: forge.pki.oids['pkcs8ShroudedKeyBag'] ?? '' })[
					forge.pki.oids['pkcs8ShroudedKeyBag'] ?? ''
				] ?? [];
			const key = leaf.privateKey.export({ format: 'jwk' });
			assert.equal(bag?.key?.n.toString(16), Buffer.from(key.n ?? '', 'base64url').toString('hex'));
		}
	});

	it('encrypts the key and the certificates, with what was asked for and nothing else', () => {
		const aes = writePfx(PARTS);
		assert.equal(count(aes, CIPHER_OID.aes256), 2);
		assert.equal(count(aes, SCHEME_OID.sha1And3Des), 0);
		const des = writePfx({ ...PARTS, protection: '3des' });
		assert.equal(count(des, SCHEME_OID.sha1And3Des), 2);
		assert.equal(count(des, SCHEME_OID.pbes2), 0);
		for (const pfx of [aes, des])
			for (const secret of [leaf.pkcs8.subarray(40, 60), leaf.certificate.subarray(40, 60)])
				assert.equal(pfx.indexOf(secret), -1);
	});

	it('is one element of DER, and takes fresh random bytes each time', () => {
		assert.equal(readElements(writePfx(PARTS)).length, 1);
		assert.notDeepEqual(writePfx(PARTS), writePfx(PARTS));
		const same = () => writePfx({ ...PARTS, randomBytes: makeRandomBytes('same') });
		assert.deepEqual(same(), same());
	});

	it('writes EC keys, and a key without a certificate', () => {
		const ec = issue('Ec', { kind: 'ec-384' });
		const pfx = writePfx({ ...PARTS, privateKey: ec.pkcs8, certificates: [] });
		const contents = readPfx(pfx, 'påss 1');
		assert.deepEqual(contents.privateKeys[0]?.pkcs8, ec.pkcs8);
		assert.deepEqual(contents.certificates, []);
	});
});
