// The reader of PFX files: what the tools of the field write.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ATTRIBUTE_OID, BAG_OID } from '../../../src/certificate/algorithm-names.js';
import { TAG } from '../../../src/certificate/der.js';
import {
	writeBmpString,
	writeElement,
	writeInteger,
	writeNull,
	writeOctets,
	writeOid,
	writeSequence,
} from '../../../src/certificate/der-write.js';
import { readPfx, selectKeyWithChain } from '../../../src/certificate/pfx-read.js';
import { writePfx } from '../../../src/certificate/pfx-write.js';
import { issue } from '../../support/certificates.js';
import * as hand from '../../support/pfx-by-hand.js';
import { refusal } from '../../support/refusal.js';
import { AES_PFX, type PfxFixture, RC2_PFX, THROW_AWAY, TRIPLE_DES_PFX, UNENCRYPTED_PFX } from './pfx-fixtures.js';

const { privateKey, certificate } = THROW_AWAY;
const FIXTURES: Readonly<Record<string, PfxFixture>> = {
	'RC2-40, RC2-128': RC2_PFX,
	'Triple DES with two keys, PBES2 with Triple DES': TRIPLE_DES_PFX,
	'AES-128, AES-192': AES_PFX,
	'no encryption': UNENCRYPTED_PFX,
};

const unreadable = (problem = /its structure is broken, or it is another kind/) => refusal('PFX_UNREADABLE', problem);

function write(password: string | null, protection: 'aes256' | '3des' = '3des'): Buffer {
	const certificates = [certificate];
	const randomBytes = hand.makeRandomBytes('read');
	return writePfx({ privateKey, certificates, password, friendlyName: 'name', protection, randomBytes });
}

/** The key of a PFX whose certificates are read without a password. */
function readKeyBag(bag: Buffer, password?: string) {
	return readPfx(hand.pfxOf([hand.dataOf(bag)]), password).privateKeys[0]?.pkcs8;
}

function readEncryptedKey(wanted: hand.Pbes2Options) {
	const { algorithm, data } = hand.encryptPbes2(privateKey, 'x', wanted);
	return readKeyBag(hand.bag(BAG_OID.shroudedKey, writeSequence(algorithm, writeOctets(data))), 'x');
}

describe('readPfx', () => {
	for (const [what, { pfx, password }] of Object.entries(FIXTURES)) {
		it(`reads what OpenSSL wrote: ${what}`, () => {
			const contents = readPfx(pfx, password);
			assert.deepEqual(
				contents.privateKeys.map(({ pkcs8 }) => pkcs8),
				[privateKey],
			);
			assert.deepEqual(
				contents.certificates.map(({ der }) => der),
				[certificate],
			);
			assert.equal(contents.certificates[0]?.localKeyId?.toString('hex').toUpperCase(), THROW_AWAY.thumbprint);
		});

		it(`reads it without its MAC, and in BER: ${what}`, () => {
			assert.deepEqual(readPfx(hand.withoutMac(pfx), password), readPfx(pfx, password));
			assert.deepEqual(readPfx(hand.toBer(pfx), password), readPfx(pfx, password));
		});

		it(`refuses another password, with and without its MAC: ${what}`, () => {
			const expected =
				password === ''
					? refusal('PFX_PASSWORD_NOT_NEEDED', /^the PFX has no password, and the one that was given does not open it/)
					: refusal('PFX_WRONG_PASSWORD', /^the password does not open/);
			assert.throws(() => readPfx(pfx, 'X'), expected);
			if (pfx !== UNENCRYPTED_PFX.pfx) assert.throws(() => readPfx(hand.withoutMac(pfx), 'X'), expected);
		});
	}

	for (const password of [null, '']) {
		for (const protection of ['3des', 'aes256'] as const) {
			it(`takes the ${password === null ? 'null' : 'empty'} password if none is given: ${protection}`, () => {
				const pfx = write(password, protection);
				assert.deepEqual(readPfx(pfx).privateKeys[0]?.pkcs8, privateKey);
				assert.deepEqual(readPfx(hand.withoutMac(pfx)).certificates[0]?.der, certificate);
			});
		}
	}

	it('takes the password that is given and no other', () => {
		const notNeeded = refusal('PFX_PASSWORD_NOT_NEEDED', /^the PFX has no password/);
		for (const pfx of [write(null), write('')]) assert.throws(() => readPfx(pfx, 'x'), notNeeded);
		assert.throws(() => readPfx(write(null), ''), notNeeded);
	});

	it('says that a password is needed if none was given', () => {
		const needed = refusal('PFX_PASSWORD_NEEDED', /protected with a password, and none was given/);
		assert.throws(() => readPfx(AES_PFX.pfx), needed);
		assert.throws(() => readPfx(hand.withoutMac(AES_PFX.pfx)), needed);
	});

	it('keeps the order and the attributes of the bags', () => {
		const attributes = [
			hand.attribute(ATTRIBUTE_OID.friendlyName, writeBmpString('é 1')),
			hand.attribute(ATTRIBUTE_OID.localKeyId, writeOctets(Buffer.from([1]))),
			hand.attribute(ATTRIBUTE_OID.cspName, writeBmpString('Provider')),
			hand.attribute('1.2.3', writeNull()),
		];
		const key = hand.bag(BAG_OID.key, privateKey, ...attributes);
		const one = hand.certificateBag(Buffer.from('one'));
		const two = hand.certificateBag(Buffer.from('two'), ...attributes);
		const contents = readPfx(hand.pfxOf([hand.dataOf(one), hand.dataOf(key, two)]));
		const said = { friendlyName: 'é 1', localKeyId: Buffer.from([1]), csp: 'Provider' };
		const nothing = { friendlyName: undefined, localKeyId: undefined, csp: undefined };
		assert.deepEqual(contents, {
			privateKeys: [{ pkcs8: privateKey, ...said }],
			certificates: [
				{ der: Buffer.from('one'), ...nothing },
				{ der: Buffer.from('two'), ...said },
			],
		});
	});

	it('skips attributes of an unusual type', () => {
		const attributes = [
			hand.attribute(ATTRIBUTE_OID.friendlyName, writeElement(TAG.bmpString, Buffer.alloc(3))),
			hand.attribute(ATTRIBUTE_OID.localKeyId, writeNull()),
			hand.attribute(ATTRIBUTE_OID.cspName, writeNull()),
		];
		const [key] = readPfx(hand.pfxOf([hand.dataOf(hand.bag(BAG_OID.key, privateKey, ...attributes))])).privateKeys;
		assert.deepEqual([key?.friendlyName, key?.localKeyId, key?.csp], [undefined, undefined, undefined]);
	});

	it('skips bags and certificates of other kinds', () => {
		const secret = hand.bag('1.2.840.113549.1.12.10.1.5', writeSequence());
		const sdsi = hand.bag(BAG_OID.certificate, writeSequence(writeOid('1.2.840.113549.1.9.22.2'), writeNull()));
		assert.deepEqual(readPfx(hand.pfxOf([hand.dataOf(secret, sdsi)])), { privateKeys: [], certificates: [] });
	});

	it('reads bags within bags, to a limit', () => {
		const wrap = (depth: number): Buffer =>
			depth === 0 ? hand.bag(BAG_OID.key, privateKey) : hand.bag(BAG_OID.safeContents, writeSequence(wrap(depth - 1)));
		assert.deepEqual(readKeyBag(wrap(8)), privateKey);
		assert.throws(() => readKeyBag(wrap(9)), unreadable());
	});

	for (const digest of ['sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const) {
		it(`reads PBES2 with HMAC-${digest}`, () => {
			assert.deepEqual(readEncryptedKey({ digest, length: 32 }), privateKey);
		});
	}

	it('reads PBES2 whose HMAC is left out: SHA-1', () => {
		assert.deepEqual(readEncryptedKey({ digest: 'sha1', hmacOid: null }), privateKey);
	});

	for (const digest of ['sha256', 'sha512'] as const) {
		it(`takes PBMAC1 with ${digest} for a MAC`, () => {
			const pfx = hand.withMac(write('x'), (safe) => hand.pbmac1(safe, 'x', { digest, length: 32 }));
			assert.deepEqual(readPfx(pfx, 'x').privateKeys[0]?.pkcs8, privateKey);
			assert.throws(() => readPfx(pfx, 'y'), refusal('PFX_WRONG_PASSWORD', /./));
		});
	}
});

describe('selectKeyWithChain', () => {
	it('gives the key with its certificate and issuers, nearest first', () => {
		const root = issue('Root');
		const middle = issue('Middle', { issuer: root });
		const leaf = issue('Leaf', { issuer: middle, kind: 'rsa' });
		const bags = [root, leaf, issue('Stranger'), middle].map((one) => hand.certificateBag(one.certificate));
		const pfx = hand.pfxOf([hand.dataOf(hand.bag(BAG_OID.key, leaf.pkcs8), ...bags)]);
		const identity = selectKeyWithChain(readPfx(pfx));
		assert.ok(identity.privateKey.equals(leaf.privateKey));
		assert.deepEqual(identity.certificate, leaf.certificate);
		assert.deepEqual(identity.chain, [middle.certificate, root.certificate]);
	});

	it('skips a key that OpenSSL does not know, if there is another', () => {
		const unknown = hand.bag(BAG_OID.key, writeSequence(writeInteger(0), writeSequence(writeOid('1.2.3'))));
		const known = [hand.bag(BAG_OID.key, privateKey), hand.certificateBag(certificate)];
		const identity = selectKeyWithChain(readPfx(hand.pfxOf([hand.dataOf(unknown, ...known)])));
		assert.deepEqual(identity.certificate, certificate);
		assert.throws(
			() => selectKeyWithChain(readPfx(hand.pfxOf([hand.dataOf(unknown)]))),
			refusal('PFX_NOT_TAKEN', /private key of the kind 1\.2\.3, which Node\.js does not support/),
		);
	});

	it('says if there is no key: such is the PFX of a key that is not exportable', () => {
		const pfx = hand.pfxOf([hand.dataOf(hand.certificateBag(certificate))]);
		assert.throws(
			() => selectKeyWithChain(readPfx(pfx)),
			refusal('PFX_NO_KEY', /holds no private key; it holds 1 certificate\./),
		);
	});

	it('says where no certificate belongs to the key', () => {
		const key = hand.bag(BAG_OID.key, privateKey);
		const strange = hand.certificateBag(issue('Stranger').certificate);
		const select = (...bags: readonly Buffer[]) => selectKeyWithChain(readPfx(hand.pfxOf([hand.dataOf(...bags)])));
		assert.throws(() => select(key), refusal('PFX_NO_CERTIFICATE', /a private key and no certificate\./));
		assert.throws(() => select(key, strange, strange), refusal('PFX_MISMATCH', /2 certificates, but none/));
	});
});
