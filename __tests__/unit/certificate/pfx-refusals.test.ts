// What the reader of PFX files refuses, and how.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BAG_OID, DIGEST_OID, SCHEME_OID } from '../../../src/certificate/algorithm-names.js';
import { TAG } from '../../../src/certificate/der.js';
import {
	writeElement,
	writeInteger,
	writeNull,
	writeOctets,
	writeOid,
	writeSequence,
} from '../../../src/certificate/der-write.js';
import { readPfx } from '../../../src/certificate/pfx-read.js';
import { ActionError } from '../../../src/errors.js';
import * as hand from '../../support/pfx-by-hand.js';
import { refusal } from '../../support/refusal.js';
import { AES_PFX, THROW_AWAY } from './pfx-fixtures.js';

const { privateKey, certificate } = THROW_AWAY;
const unreadable = (problem = /its structure is broken, or it is another kind/) => refusal('PFX_UNREADABLE', problem);

/** The key of a PFX whose certificates are read without a password. */
function readKeyBag(bag: Buffer, password?: string) {
	return readPfx(hand.pfxOf([hand.dataOf(bag)]), password).privateKeys[0]?.pkcs8;
}

function readEncryptedKey(wanted: hand.Pbes2Options) {
	const { algorithm, data } = hand.encryptPbes2(privateKey, 'x', wanted);
	return readKeyBag(hand.bag(BAG_OID.shroudedKey, writeSequence(algorithm, writeOctets(data))), 'x');
}

describe('readPfx refuses', () => {
	const macOf = (macData: Buffer) => readPfx(hand.pfxOf([], { macData: [macData] }), 'x');
	const pbmac1Of = (wanted: hand.Pbkdf2Options) => macOf(hand.pbmac1(writeSequence(), 'x', wanted));
	const encryption = (algorithm: Buffer, data: Buffer) =>
		readPfx(hand.pfxOf([hand.encryptedDataOf({ algorithm, data })]));
	const pkcs12 = (iterations: number) =>
		writeSequence(
			writeOid(SCHEME_OID.sha1And3Des),
			writeSequence(writeOctets(Buffer.alloc(8)), writeInteger(iterations)),
		);
	const unsupported = (problem: RegExp) => refusal('PFX_UNSUPPORTED', problem);
	const notTaken = (problem: RegExp) => refusal('PFX_NOT_TAKEN', problem);
	const cutOff = (problem: RegExp) => refusal('PFX_CUT_OFF', problem);
	const tooCostly = refusal('PFX_TOO_COSTLY', /more hash iterations/);
	const hugeArc = Buffer.alloc(1_000_001, 0xff).fill(0x7f, 1_000_000);
	const longOid = `1.2.${'7'.repeat(5).repeat(3)}.${Array.from({ length: 20 }, () => '12345').join('.')}`;

	const cases: Readonly<Record<string, readonly [() => unknown, (error: unknown) => boolean]>> = {
		nothing: [() => readPfx(Buffer.alloc(0)), unreadable()],
		'what is no PFX': [() => readPfx(Buffer.from('not a PFX at all')), unreadable()],
		'more than a megabyte': [
			() => readPfx(Buffer.alloc(1024 * 1024 + 1, 0x30)),
			refusal('PFX_TOO_LARGE', /more than 1 MiB/),
		],
		'a certificate': [() => readPfx(certificate), unreadable()],
		'a PFX without its last byte': [() => readPfx(AES_PFX.pfx.subarray(0, -1), 'x'), cutOff(/last byte is missing/)],
		'a PFX without its last bytes': [
			() => readPfx(AES_PFX.pfx.subarray(0, -7), 'x'),
			cutOff(/last 7 bytes are missing/),
		],
		'another version': [() => readPfx(hand.pfxOf([], { version: 1 })), notTaken(/version other than 3/)],
		'a signed one': [
			() => readPfx(writeSequence(writeInteger(3), hand.contentInfo('1.2.840.113549.1.7.2', writeNull()))),
			notTaken(/ signature /),
		],
		'an enveloped one': [
			() => readPfx(hand.pfxOf([hand.contentInfo('1.2.840.113549.1.7.3', writeNull())])),
			notTaken(/to somebody's public key/),
		],
		'a bag without a value': [() => readKeyBag(hand.bag(BAG_OID.key, Buffer.alloc(0))), unreadable()],
		'a MAC with MD4': [() => macOf(hand.macDataOf('1.2.840.113549.2.4', 1)), unsupported(/the digest MD4 in its MAC,/)],
		'a MAC with Streebog': [
			() => macOf(hand.macDataOf('1.2.643.7.1.1.2.2', 1)),
			unsupported(/the digest Streebog-256 in its MAC,/),
		],
		'a MAC with a digest that has no name': [
			() => macOf(hand.macDataOf('1.2.3.4', 1)),
			unsupported(/the digest 1\.2\.3\.4 in its MAC,/),
		],
		'a MAC of too many iterations': [() => macOf(hand.macDataOf(DIGEST_OID.sha1, 0x7fffffff)), tooCostly],
		'a MAC of no iterations': [() => macOf(hand.macDataOf(DIGEST_OID.sha1, 0)), unreadable(/ iterations is zero/)],
		'a MAC of another length': [
			() => macOf(hand.macDataOf(DIGEST_OID.sha512)),
			refusal('PFX_WRONG_PASSWORD', /does not open/),
		],
		'PBMAC1 without a key length': [() => pbmac1Of({}), unreadable(/key length of its MAC/)],
		'PBMAC1 with a key too short': [() => pbmac1Of({ length: 19 }), unreadable(/key length of its MAC/)],
		'PBMAC1 with a key too long': [() => pbmac1Of({ length: 65 }), unreadable(/key length of its MAC/)],
		'another encryption': [
			() => encryption(writeSequence(writeOid('1.2.840.113549.1.12.1.1')), Buffer.alloc(8)),
			unsupported(/the encryption 128-bit RC4 \(PBE-SHA1-RC4-128\),/),
		],
		'an encryption with an identifier without end': [
			() => encryption(writeSequence(writeOid(longOid)), Buffer.alloc(8)),
			unsupported(/encryption [\d.]{40}…,/),
		],
		'an identifier of a megabyte': [
			() => encryption(writeSequence(writeElement(TAG.oid, hugeArc)), Buffer.alloc(8)),
			unreadable(),
		],
		'no encrypted data': [
			() => encryption(pkcs12(1), Buffer.alloc(0)),
			cutOff(/encrypted data is not a whole number of blocks/),
		],
		'encrypted data that is no whole block': [
			() => encryption(pkcs12(1), Buffer.alloc(9)),
			cutOff(/encrypted data is not a whole number of blocks/),
		],
		'encryption of too many iterations': [() => encryption(pkcs12(700_000), Buffer.alloc(8)), tooCostly],
		'PBES2 of too many iterations': [() => readEncryptedKey({ iterations: 0x7fffffff }), tooCostly],
		'PBES2 of iterations beyond any number': [() => readEncryptedKey({ iterations: 2 ** 49 }), unreadable()],
		'PBES2 of no iterations': [() => readEncryptedKey({ iterations: 0 }), unreadable(/ iterations is zero/)],
		'PBES2 with a derivation that is not known': [
			() => readEncryptedKey({ derivationOid: '1.3.6.1.4.1.11591.4.12' }),
			unsupported(/the key derivation 1\.3\.6\.1\.4\.1\.11591\.4\.12,/),
		],
		'PBES2 with scrypt that is broken': [() => readEncryptedKey({ derivationOid: SCHEME_OID.scrypt }), unreadable()],
		'PBES2 with another cipher': [
			() => readEncryptedKey({ cipherOid: '1.2.840.113549.3.2' }),
			unsupported(/the encryption RC2 \(RC2-CBC\),/),
		],
		'PBES2 with another HMAC': [
			() => readEncryptedKey({ hmacOid: '1.2.643.7.1.1.4.1' }),
			unsupported(/an HMAC with Streebog-256,/),
		],
		'PBES2 with another key length': [() => readEncryptedKey({ length: 16 }), unreadable(/wrong length/)],
		'PBES2 with another IV': [() => readEncryptedKey({ ivLength: 8 }), unreadable(/initialization vector/)],
	};
	for (const [what, [act, expected]] of Object.entries(cases)) it(what, () => assert.throws(act, expected));

	it('many encryptions that are together too costly, though each is not', () => {
		const { algorithm, data } = hand.encryptPbes2(privateKey, '', { iterations: 20_000 });
		const bag = hand.bag(BAG_OID.shroudedKey, writeSequence(algorithm, writeOctets(data)));
		const bags = (count: number) => hand.pfxOf([hand.dataOf(...Array.from({ length: count }, () => bag))]);
		assert.equal(readPfx(bags(3)).privateKeys.length, 3);
		assert.throws(() => readPfx(bags(401)), tooCostly);
	});

	it('another password, if nothing opens it without one either', () => {
		const open = hand.encryptedDataOf(hand.encryptPbes2(writeSequence(), ''));
		const rc4 = writeSequence(writeOid('1.2.840.113549.1.12.1.1'));
		const pfx = hand.pfxOf([open, hand.encryptedDataOf({ algorithm: rc4, data: Buffer.alloc(8) })]);
		assert.throws(() => readPfx(pfx, 'x'), refusal('PFX_WRONG_PASSWORD', /does not open/));
		assert.throws(() => readPfx(pfx), unsupported(/RC4/));
	});

	it('with nothing of the file in the message', () => {
		assert.throws(
			() => readPfx(Buffer.from('0\x0csecretsecret')),
			(error) => error instanceof ActionError && !/secret/.test(`${error.message} ${(error.cause as Error).message}`),
		);
	});
});
