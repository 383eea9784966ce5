// Encrypted private keys in PEM: those that are read, and the true reason for the others.
import assert from 'node:assert/strict';
import { createCipheriv, pbkdf2Sync, scryptSync } from 'node:crypto';
import { describe, it } from 'node:test';
import { CIPHER_OID, HMAC_OID, SCHEME_OID } from '../../../src/certificate/algorithm-names.js';
import { writeInteger, writeNull, writeOctets, writeOid, writeSequence } from '../../../src/certificate/der-write.js';
import { parseClientCertificate } from '../../../src/certificate/key-pair.js';
import { toPem } from '../../../src/certificate/pem.js';
import { SecretText } from '../../../src/secret-text.js';
import { issue } from '../../support/certificates.js';
import { refusal } from '../../support/refusal.js';

const rsa = issue('Rsa', { kind: 'rsa', isAuthority: false });
const CERTIFICATE = toPem('CERTIFICATE', rsa.certificate);
const PASSWORD = new SecretText('påss');
const SALT = Buffer.from('0123456789abcdef', 'hex');

function open(key: string, password: SecretText | undefined = PASSWORD) {
	return parseClientCertificate(key + CERTIFICATE, password);
}

interface Encryption {
	readonly cipher: string;
	readonly oid: string;
	readonly keyLength: number;
	readonly derivation: Buffer;
	readonly derive: (length: number) => Buffer;
}

function encrypted({ cipher, oid, keyLength, derivation, derive }: Encryption): string {
	const iv = Buffer.alloc(cipher.startsWith('des') ? 8 : 16, 0x1f);
	const encryption = createCipheriv(cipher, derive(keyLength), iv);
	const data = Buffer.concat([encryption.update(rsa.pkcs8), encryption.final()]);
	const parameters = writeSequence(derivation, writeSequence(writeOid(oid), writeOctets(iv)));
	const algorithm = writeSequence(writeOid(SCHEME_OID.pbes2), parameters);
	return toPem('ENCRYPTED PRIVATE KEY', writeSequence(algorithm, writeOctets(data)));
}

function pbkdf2Of(digest: keyof typeof HMAC_OID): Pick<Encryption, 'derivation' | 'derive'> {
	const hmac = writeSequence(writeOid(HMAC_OID[digest]), writeNull());
	const parameters = writeSequence(writeOctets(SALT), writeInteger(5), hmac);
	return {
		derivation: writeSequence(writeOid(SCHEME_OID.pbkdf2), parameters),
		derive: (length) => pbkdf2Sync('påss', SALT, 5, length, digest),
	};
}

function scryptOf(n: number, r = 8, p = 1, length?: number): Pick<Encryption, 'derivation' | 'derive'> {
	const written = length === undefined ? [] : [writeInteger(length)];
	const parameters = writeSequence(writeOctets(SALT), ...[n, r, p].map(writeInteger), ...written);
	return {
		derivation: writeSequence(writeOid(SCHEME_OID.scrypt), parameters),
		derive: (wanted) => scryptSync('påss', SALT, wanted, { N: 1024, r: 8, p: 1 }),
	};
}

const AES = { cipher: 'aes-256-cbc', oid: CIPHER_OID.aes256, keyLength: 32 };

describe('an encrypted private key is read', () => {
	for (const digest of Object.keys(HMAC_OID) as (keyof typeof HMAC_OID)[]) {
		it(`with PBKDF2 and HMAC-${digest}`, () => {
			assert.ok(open(encrypted({ ...AES, ...pbkdf2Of(digest) })).privateKey.equals(rsa.privateKey));
		});
	}

	const ciphers = [
		['aes-128-cbc', CIPHER_OID.aes128, 16],
		['aes-192-cbc', CIPHER_OID.aes192, 24],
		['des-ede3-cbc', CIPHER_OID.tripleDes, 24],
		['camellia-128-cbc', CIPHER_OID.camellia128, 16],
		['camellia-192-cbc', CIPHER_OID.camellia192, 24],
		['camellia-256-cbc', CIPHER_OID.camellia256, 32],
		['aria-128-cbc', CIPHER_OID.aria128, 16],
		['aria-192-cbc', CIPHER_OID.aria192, 24],
		['aria-256-cbc', CIPHER_OID.aria256, 32],
		['sm4-cbc', CIPHER_OID.sm4, 16],
	] as const;
	for (const [cipher, oid, keyLength] of ciphers) {
		it(`with ${cipher}`, () => {
			assert.ok(open(encrypted({ cipher, oid, keyLength, ...pbkdf2Of('sha256') })).privateKey.equals(rsa.privateKey));
		});
	}

	it('with scrypt, with and without a key length', () => {
		for (const length of [undefined, 32])
			assert.ok(open(encrypted({ ...AES, ...scryptOf(1024, 8, 1, length) })).privateKey.equals(rsa.privateKey));
	});

	for (const cipher of ['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc', 'des-ede3-cbc', 'camellia-256-cbc']) {
		it(`in the old way with ${cipher}, whatever became of its line breaks`, () => {
			const pem = rsa.privateKey.export({ format: 'pem', type: 'pkcs1', cipher, passphrase: 'påss' }).toString();
			for (const text of [pem, pem.replaceAll('\n', '\r\n'), pem.replaceAll('\n', '\\n'), pem.replaceAll('\n', ' ')])
				assert.ok(open(text).privateKey.equals(rsa.privateKey));
		});
	}
});

describe('an encrypted private key that is not read tells why:', () => {
	const old = (info: string, bytes = 1184) =>
		toPem('RSA PRIVATE KEY', Buffer.alloc(bytes, 7)).replace('\n', `\nProc-Type: 4,ENCRYPTED\nDEK-Info: ${info}\n\n`);
	const cases: Readonly<Record<string, readonly [string, string, RegExp]>> = {
		DES: [old('DES-CBC,0011223344556677'), 'PEM_UNSUPPORTED', /protected with the encryption DES \(DES-CBC\), which/],
		RC2: [old('RC2-CBC,0011223344556677'), 'PEM_UNSUPPORTED', /the encryption RC2-CBC, which is not supported/],
		Blowfish: [old('BF-CBC,0011223344556677'), 'PEM_UNSUPPORTED', /the encryption BF-CBC, which/],
		'a cipher that nobody knows': [old('FOO-CBC,00'), 'PEM_UNSUPPORTED', /the encryption FOO-CBC, which/],
		'no vector': [old('AES-256-CBC'), 'PEM_UNREADABLE', /the DEK-Info line of its private key is broken/],
		'a vector too short': [old('AES-256-CBC,00112233'), 'PEM_UNREADABLE', /the DEK-Info line/],
		'half a block': [
			old(`AES-256-CBC,${'00'.repeat(16)}`, 1183),
			'PEM_CUT_OFF',
			/base64 text of its RSA PRIVATE KEY is/,
		],
		'nothing in it': [old(`AES-256-CBC,${'00'.repeat(16)}`, 0), 'PEM_CUT_OFF', /base64 text of its RSA PRIVATE KEY is/],
		'another password, without a vector': [old('AES-256-ECB'), 'PEM_WRONG_PASSWORD', /does not open the PEM/],
		'another password, without blocks': [
			old(`AES-256-CTR,${'00'.repeat(16)}`, 1183),
			'PEM_WRONG_PASSWORD',
			/does not open the PEM/,
		],
		'another password': [old(`AES-256-CBC,${'00'.repeat(16)}`), 'PEM_WRONG_PASSWORD', /does not open the PEM/],
		'PBES1 with MD5 and DES': [
			toPem(
				'ENCRYPTED PRIVATE KEY',
				writeSequence(writeSequence(writeOid('1.2.840.113549.1.5.3'), writeNull()), writeOctets(Buffer.alloc(8))),
			),
			'PEM_UNSUPPORTED',
			/the encryption MD5 and DES \(PBE-MD5-DES\), which/,
		],
		'PBES2 with DES': [
			encrypted({ cipher: 'des-ede3-cbc', oid: '1.3.14.3.2.7', keyLength: 24, ...pbkdf2Of('sha1') }),
			'PEM_UNSUPPORTED',
			/the encryption DES \(DES-CBC\), which/,
		],
		'AES-256-GCM': [
			encrypted({ ...AES, oid: '2.16.840.1.101.3.4.1.46', ...pbkdf2Of('sha256') }),
			'PEM_UNSUPPORTED',
			/the encryption AES-256-GCM, which/,
		],
		'scrypt with too much memory': [
			encrypted({ ...AES, ...scryptOf(2 ** 20) }),
			'PEM_UNSUPPORTED',
			/scrypt with parameters that need more than 32 MiB/,
		],
		'scrypt with a number that is no power of two': [
			encrypted({ ...AES, ...scryptOf(1000) }),
			'PEM_UNSUPPORTED',
			/with scrypt /,
		],
		'scrypt that would take too long': [
			encrypted({ ...AES, ...scryptOf(4096, 1, 30_000) }),
			'PEM_TOO_COSTLY',
			/the limit is 16,000,000/,
		],
		'scrypt with another key length': [
			encrypted({ ...AES, ...scryptOf(1024, 8, 1, 16) }),
			'PEM_UNREADABLE',
			/a key has the wrong length/,
		],
	};
	for (const [what, [key, code, problem]] of Object.entries(cases))
		it(what, () => assert.throws(() => open(key), refusal(code, problem)));

	it('DES, also if no password was given', () => {
		assert.throws(
			() => parseClientCertificate(old('DES-CBC,0011223344556677') + CERTIFICATE),
			refusal('PEM_UNSUPPORTED', /DES-CBC/),
		);
	});
});
