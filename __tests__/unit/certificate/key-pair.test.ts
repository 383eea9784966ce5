// The client certificate in every form that it may be given in.
import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { describe, it } from 'node:test';
import { writeOctets, writeOid, writeSequence } from '../../../src/certificate/der-write.js';
import { parseClientCertificate } from '../../../src/certificate/key-pair.js';
import type { KeyWithChain } from '../../../src/certificate/key-with-chain.js';
import { toPem } from '../../../src/certificate/pem.js';
import { writePfx } from '../../../src/certificate/pfx-write.js';
import { SecretText } from '../../../src/secret-text.js';
import { issue } from '../../support/certificates.js';
import { encryptPbes2, makeRandomBytes } from '../../support/pfx-by-hand.js';
import { refusal } from '../../support/refusal.js';
import { AES_PFX, RC2_PFX, THROW_AWAY } from './pfx-fixtures.js';

const root = issue('Root');
const rsa = issue('Rsa', { kind: 'rsa', issuer: root });
const ec = issue('Ec', { kind: 'ec-384', issuer: root });
const PASSWORD = new SecretText('påss');

const chain = (leaf: typeof rsa): string =>
	toPem('CERTIFICATE', leaf.certificate) + toPem('CERTIFICATE', root.certificate);
const keyPem = (one: typeof rsa): string => toPem('PRIVATE KEY', one.pkcs8);
const wrap = (text: string): string => text.replace(/.{76}/g, '$&\r\n');
const pfxOf = ({ pkcs8, certificate }: typeof rsa, password: string | null = null): Buffer =>
	writePfx({
		privateKey: pkcs8,
		certificates: [certificate, root.certificate],
		password,
		friendlyName: 'name',
		protection: '3des',
		randomBytes: makeRandomBytes('key pair'),
	});

function assertIs(identity: KeyWithChain, expected: typeof rsa): void {
	assert.ok(identity.privateKey.equals(expected.privateKey));
	assert.deepEqual(identity.certificate, expected.certificate);
	assert.deepEqual(identity.chain, [root.certificate]);
}

describe('parseClientCertificate reads', () => {
	const pkcs1 = rsa.privateKey.export({ format: 'pem', type: 'pkcs1' }).toString();
	const sec1 = ec.privateKey.export({ format: 'pem', type: 'sec1' }).toString();
	const encrypted = { format: 'pem', cipher: 'aes-256-cbc', passphrase: 'påss' } as const;
	const forms: Readonly<Record<string, readonly [Buffer | string, typeof rsa, SecretText?]>> = {
		'PEM, key first': [keyPem(rsa) + chain(rsa), rsa],
		'PEM, key last': [chain(rsa) + keyPem(rsa), rsa],
		'PEM with a password that it does not need': [keyPem(rsa) + chain(rsa), rsa, PASSWORD],
		'PEM with CRLF and what OpenSSL writes between': [
			`Bag Attributes\n${keyPem(rsa)}subject=CN = Rsa\n${chain(rsa)}`.replaceAll('\n', '\r\n'),
			rsa,
		],
		'PEM that has lost its line breaks': [(keyPem(rsa) + chain(rsa)).replaceAll('\n', ' '), rsa],
		'PEM with a PKCS#1 key': [pkcs1 + chain(rsa), rsa],
		'PEM with a SEC1 key': [`${toPem('EC PARAMETERS', Buffer.from('06052b81040022', 'hex'))}${sec1}${chain(ec)}`, ec],
		'PEM with an encrypted PKCS#8 key': [
			rsa.privateKey.export({ ...encrypted, type: 'pkcs8' }).toString() + chain(rsa),
			rsa,
			PASSWORD,
		],
		'PEM with a key encrypted in the old way': [
			rsa.privateKey.export({ ...encrypted, type: 'pkcs1' }).toString() + chain(rsa),
			rsa,
			PASSWORD,
		],
		'PEM with the keys of others beside': [keyPem(root) + keyPem(ec) + chain(ec), root],
		'a PEM file': [Buffer.from(keyPem(ec) + chain(ec)), ec],
		'a PEM file in UTF-8 with its mark': [Buffer.from(`\ufeff${keyPem(ec)}${chain(ec)}`), ec],
		'a PEM file in UTF-16': [Buffer.from(`\ufeff${keyPem(ec)}${chain(ec)}`, 'utf16le'), ec],
		'a base64 PFX': [pfxOf(rsa).toString('base64'), rsa],
		'a base64 PFX in lines': [`\n${wrap(pfxOf(rsa).toString('base64'))}\r\n`, rsa],
		'a base64 PFX in a file with a mark': [Buffer.from(`\ufeff${pfxOf(rsa).toString('base64')}`), rsa],
		'a base64 PFX with a password': [pfxOf(ec, 'påss').toString('base64'), ec, PASSWORD],
		'a binary PFX': [pfxOf(ec), ec],
		'a binary PFX with a password': [pfxOf(ec, 'påss'), ec, PASSWORD],
	};
	for (const [what, [source, expected, password]] of Object.entries(forms)) {
		it(what, () => {
			const identity = parseClientCertificate(source, password);
			if (expected === root) assert.deepEqual(identity.certificate, root.certificate);
			else assertIs(identity, expected);
		});
	}

	it('PFX files of OpenSSL', () => {
		for (const { pfx, password } of [AES_PFX, RC2_PFX]) {
			const { certificate } = parseClientCertificate(pfx, new SecretText(password));
			assert.deepEqual(certificate, THROW_AWAY.certificate);
		}
	});

	it('a key that OpenSSL encrypted', () => {
		const text = toPem('ENCRYPTED PRIVATE KEY', THROW_AWAY.encryptedKey) + toPem('CERTIFICATE', THROW_AWAY.certificate);
		const { privateKey } = parseClientCertificate(text, new SecretText('x'));
		assert.deepEqual(privateKey.export({ format: 'der', type: 'pkcs8' }), THROW_AWAY.privateKey);
	});
});

describe('parseClientCertificate refuses', () => {
	const oldKey = rsa.privateKey
		.export({ format: 'pem', type: 'pkcs1', cipher: 'aes-128-cbc', passphrase: 'påss' })
		.toString();
	const newKey = toPem('ENCRYPTED PRIVATE KEY', THROW_AWAY.encryptedKey);
	const costly = encryptPbes2(rsa.pkcs8, 'x', { iterations: 0x7fffffff });
	const costlyKey = toPem('ENCRYPTED PRIVATE KEY', writeSequence(costly.algorithm, writeOctets(costly.data)));
	const unusable = (reason: string, found: RegExp) => refusal(`CLIENT_CERTIFICATE_${reason}`, found);
	const wrong = new SecretText('wrong');
	const cases: Readonly<Record<string, readonly [Buffer | string, (error: unknown) => boolean, SecretText?]>> = {
		nothing: ['  \n', unusable('EMPTY', /nothing/)],
		'nothing in quotes': ['""', unusable('EMPTY', /nothing/)],
		'an empty file': [Buffer.alloc(0), unusable('EMPTY', /nothing/)],
		'a file with a mark alone': [Buffer.from([0xff, 0xfe]), unusable('EMPTY', /nothing/)],
		'any text': ['certs/exo.pfx', unusable('UNREADABLE', /PEM.*base64/)],
		'any file': [Buffer.from([0x89, 0x50, 0x4e, 0x47]), unusable('UNREADABLE', /PEM.*base64/)],
		'base64 of anything': ['aGVsbG8gd29ybGQ=', unusable('UNREADABLE', /base64.*PFX.*PEM/)],
		'base64 of one byte': ['MA==', unusable('UNREADABLE', /base64/)],
		'base64 that is cut off': [
			`${pfxOf(rsa).toString('base64').slice(0, 400)}A`,
			unusable('CUT_OFF', /base64.*one character/),
		],
		'base64 of a certificate that is cut off': [
			rsa.certificate.toString('base64').slice(0, 400),
			unusable('CUT_OFF', /last \d+ bytes/),
		],
		'a certificate, binary': [rsa.certificate, unusable('NO_KEY', /certificate.*private key/)],
		'a certificate, base64': [rsa.certificate.toString('base64'), unusable('NO_KEY', /certificate/)],
		'a private key, binary': [rsa.pkcs8, unusable('NO_CERTIFICATE', /private key.*certificate/)],
		'an encrypted private key, binary': [
			THROW_AWAY.encryptedKey,
			unusable('NO_CERTIFICATE', /private key.*certificate/),
		],
		'a public key, binary': [
			createPublicKey(rsa.privateKey).export({ format: 'der', type: 'spki' }),
			unusable('NOT_TAKEN', /public key/),
		],
		'certificates without a key (PKCS #7), binary': [
			writeSequence(writeOid('1.2.840.113549.1.7.2'), writeOctets(Buffer.alloc(200))),
			unusable('NO_KEY', /private key.*PKCS #7/),
		],
		'a key store of Java': [
			Buffer.concat([Buffer.from('feedfeed00000002', 'hex'), Buffer.alloc(200)]),
			unusable('NOT_TAKEN', /Java.*JKS/),
		],
		'any other DER': [writeSequence(writeOctets(Buffer.alloc(200))), unusable('UNREADABLE', /PFX/)],
		'a PFX that is cut off': [pfxOf(rsa).subarray(0, -5), refusal('PFX_CUT_OFF', /last 5 bytes/)],
		'a PFX with another password': [pfxOf(rsa, 'påss'), refusal('PFX_WRONG_PASSWORD', /password.*PFX/), wrong],
		'a PFX without its password': [pfxOf(rsa, 'påss'), refusal('PFX_PASSWORD_NEEDED', /PFX.*password/)],
		'a PFX with a password that it does not have': [
			pfxOf(rsa),
			refusal('PFX_PASSWORD_NOT_NEEDED', /PFX.*password/),
			PASSWORD,
		],
		'PEM without a key': [chain(rsa), refusal('PEM_NO_KEY', /private key.*2 certificates/)],
		'PEM without a certificate': [keyPem(rsa), refusal('PEM_NO_CERTIFICATE', /private key.*certificate/)],
		'PEM with the certificate of another key': [keyPem(ec) + chain(rsa), refusal('PEM_MISMATCH', /2 certificates/)],
		'PEM of something else': [toPem('X509 CRL', Buffer.alloc(9)), refusal('PEM_UNREADABLE', /PEM/)],
		'PEM with a cut key': [keyPem(rsa).slice(0, 200) + chain(rsa), refusal('PEM_CUT_OFF', /END line.* PRIVATE KEY/)],
		'PEM that ends within the key': [keyPem(rsa).slice(0, 200), refusal('PEM_CUT_OFF', /END line.* PRIVATE KEY/)],
		'PEM that ends within the certificate': [
			keyPem(rsa) + chain(rsa).slice(0, 200),
			refusal('PEM_CUT_OFF', /END line.*certificate/),
		],
		'PEM of which the first line is left': [
			'-----BEGIN RSA PRIVATE KEY-----',
			refusal('PEM_CUT_OFF', /END line.* RSA PRIVATE KEY/),
		],
		'PEM whose first hyphen is lost': [
			// Without padding, all characters of it are those of base64url.
			toPem('PRIVATE KEY', Buffer.alloc(300, 7)).slice(1),
			unusable('UNREADABLE', /PEM.*BEGIN line/),
		],
		'PEM whose hyphens are dashes': [
			(keyPem(rsa) + chain(rsa)).replaceAll('--', '\u2013'),
			unusable('UNREADABLE', /PEM.*BEGIN line/),
		],
		'PEM with a damaged key': [
			toPem('PRIVATE KEY', Buffer.from(rsa.pkcs8).fill(7, 26, 300)) + chain(rsa),
			refusal('PEM_UNREADABLE', /private key/),
		],
		'PEM with a key whose base64 is incomplete': [
			toPem('PRIVATE KEY', rsa.pkcs8.subarray(0, 200)) + chain(rsa),
			refusal('PEM_CUT_OFF', /last \d+ bytes.*private key/),
		],
		'PEM with a damaged encrypted key': [
			toPem('ENCRYPTED PRIVATE KEY', Buffer.from('hello')) + chain(rsa),
			refusal('PEM_UNREADABLE', /encrypted private key/),
			PASSWORD,
		],
		'an encrypted key without a password': [newKey, refusal('PEM_PASSWORD_NEEDED', /PEM.*password/)],
		'an encrypted key that is cut off': [
			toPem('ENCRYPTED PRIVATE KEY', THROW_AWAY.encryptedKey.subarray(0, -9)),
			refusal('PEM_CUT_OFF', /ENCRYPTED PRIVATE KEY/),
			PASSWORD,
		],
		'an encrypted key with another password': [newKey, refusal('PEM_WRONG_PASSWORD', /password.*PEM/), wrong],
		'an encrypted key of too many iterations': [costlyKey, refusal('PEM_TOO_COSTLY', /hash iterations/), wrong],
		'an old encrypted key without a password': [oldKey, refusal('PEM_PASSWORD_NEEDED', /PEM.*password/)],
		'an old encrypted key with another password': [oldKey, refusal('PEM_WRONG_PASSWORD', /does not open/), wrong],
	};
	for (const [what, [source, expected, password]] of Object.entries(cases)) {
		it(what, () => assert.throws(() => parseClientCertificate(source, password), expected));
	}
});
