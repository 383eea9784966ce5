// Private keys of every kind: what stands in their place, is broken or of a kind that is not known is named.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeKey, nameAlgorithm } from '../../../src/certificate/algorithm-names.js';
import { writeInteger, writeOctets, writeOid, writeSequence } from '../../../src/certificate/der-write.js';
import { parseClientCertificate } from '../../../src/certificate/key-pair.js';
import { openEach } from '../../../src/certificate/key-with-chain.js';
import { toPem } from '../../../src/certificate/pem.js';
import { SecretText } from '../../../src/secret-text.js';
import { issue } from '../../support/certificates.js';
import { refusal } from '../../support/refusal.js';

const rsa = issue('Rsa', { kind: 'rsa', isAuthority: false });
const CERTIFICATE = toPem('CERTIFICATE', rsa.certificate);
const SALT = Buffer.from('0123456789abcdef', 'hex');

function open(key: string) {
	return parseClientCertificate(key + CERTIFICATE);
}

describe('what stands in place of a private key is named:', () => {
	const labels = [
		'OPENSSH PRIVATE KEY',
		'DSA PRIVATE KEY',
		'PUBLIC KEY',
		'RSA PUBLIC KEY',
		'CERTIFICATE REQUEST',
		'NEW CERTIFICATE REQUEST',
		'PKCS7',
		'CMS',
		'PGP PRIVATE KEY BLOCK',
		'ANY PRIVATE KEY',
	];
	for (const label of labels) {
		it(label, () => {
			const named = refusal(
				'PEM_NOT_TAKEN',
				new RegExp(`^the PEM holds a block of the kind ${label}, which is not supported`),
			);
			for (const text of [toPem(label, Buffer.alloc(99)), toPem(label, Buffer.alloc(99)) + CERTIFICATE])
				assert.throws(() => parseClientCertificate(text), named);
		});
	}

	it('a certificate request in place of a certificate', () => {
		const text = toPem('PRIVATE KEY', rsa.pkcs8) + toPem('CERTIFICATE REQUEST', Buffer.alloc(99));
		const named = /a private key and a block of the kind CERTIFICATE REQUEST, but no certificate/;
		assert.throws(() => parseClientCertificate(text), refusal('PEM_NO_CERTIFICATE', named));
	});

	for (const foreign of ['***', '!!!!', '\u2026', '<br>', '{{', '?'])
		it(`base64 with ${JSON.stringify(foreign)} in it, without which it looks cut off`, () => {
			const [first = '', second = '', third = '', ...rest] = toPem('PRIVATE KEY', rsa.pkcs8).split('\n');
			const spoiled = [first, second, `${third.slice(0, 20)}${foreign}${third.slice(28)}`, ...rest].join('\n');
			const damaged = refusal(
				'PEM_UNREADABLE',
				/is damaged: the base64 text of its PRIVATE KEY has characters that base64/,
			);
			assert.throws(() => open(spoiled), damaged);
			assert.throws(
				() => open(spoiled.replaceAll('PRIVATE', 'ENCRYPTED PRIVATE')),
				refusal('PEM_UNREADABLE', /ENCRYPTED/),
			);
		});

	it('base64 without its end, in whatever quotes', () => {
		const lines = toPem('PRIVATE KEY', rsa.pkcs8).split('\n');
		const short = [...lines.slice(0, 5), ...lines.slice(-2)];
		for (const text of [short.join('\n'), short.join('\\n'), JSON.stringify(short.join('\r\n'))])
			assert.throws(() => open(text), refusal('PEM_CUT_OFF', /the last \d+ bytes of its private key are missing/));
	});

	it('a key of PuTTY', () => {
		const text = 'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n';
		assert.throws(() => parseClientCertificate(text), refusal('CLIENT_CERTIFICATE_NOT_TAKEN', /^found a key of PuTTY/));
	});

	it('a kind of key that Node does not know', () => {
		const gost = writeSequence(writeInteger(0), writeSequence(writeOid('1.2.643.7.1.1.1.1')), writeOctets(SALT));
		const named = refusal(
			'PEM_NOT_TAKEN',
			/a private key of the kind GOST R 34\.10-2012, which Node\.js does not support/,
		);
		assert.throws(() => open(toPem('PRIVATE KEY', gost)), named);
	});

	it('a private key that is broken, in each encoding', () => {
		const broken = refusal('PEM_UNREADABLE', /its private key is broken/);
		const ec = writeSequence(writeInteger(0), writeSequence(writeOid('1.2.840.10045.2.1')), writeOctets(SALT));
		for (const [label, der] of [
			['PRIVATE KEY', ec],
			['PRIVATE KEY', writeSequence(writeInteger(0))],
			['RSA PRIVATE KEY', writeSequence(writeInteger(0))],
			['EC PRIVATE KEY', Buffer.alloc(0)],
		] as const)
			assert.throws(() => open(toPem(label, der)), broken);
	});
});

describe('of several keys', () => {
	const other = issue('Other', { kind: 'ec', isAuthority: false });

	it('those that cannot be used are skipped if another has its certificate', () => {
		const { privateKey } = open(toPem('PRIVATE KEY', Buffer.alloc(9)) + toPem('PRIVATE KEY', rsa.pkcs8));
		assert.ok(privateKey.equals(rsa.privateKey));
	});

	it('the one that cannot be used is the reason if no other has its certificate', () => {
		const locked = rsa.privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' });
		const text = toPem('PRIVATE KEY', other.pkcs8) + locked.toString() + CERTIFICATE;
		assert.throws(() => parseClientCertificate(text), refusal('PEM_PASSWORD_NEEDED', /none was given/));
		assert.ok(parseClientCertificate(text, new SecretText('x')).privateKey.equals(rsa.privateKey));
	});
});

it('a bug is no reason that a key cannot be used: it is thrown', () => {
	const open = () => {
		throw new TypeError('a defect');
	};
	assert.throws(() => openEach([1], open), TypeError);
});

describe('names', () => {
	it('of kinds of keys are the usual ones, with their article', () => {
		assert.deepEqual(['rsa', 'rsa-pss', 'ec', 'dsa', 'ed25519', 'x448', 'sm2', undefined].map(describeKey), [
			'an RSA key',
			'an RSA-PSS key',
			'an EC key',
			'a DSA key',
			'an Ed25519 key',
			'an X448 key',
			'an SM2 key',
			'a key of an unknown kind',
		]);
	});

	it('of algorithms are the usual ones, else the identifier, which is cut if it has no end', () => {
		assert.equal(nameAlgorithm('1.2.840.113549.3.4'), 'RC4');
		assert.equal(nameAlgorithm('1.2.3'), '1.2.3');
		assert.equal(nameAlgorithm(`1.2.${'3'.repeat(99)}`), `1.2.${'3'.repeat(36)}\u2026`);
	});
});
