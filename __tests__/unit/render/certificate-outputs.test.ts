// `| file`, `| pem` and `| store` of certificates: what is written, how it is protected, what is masked.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { CIPHER_OID, SCHEME_OID } from '../../../src/certificate/algorithm-names.js';
import { writeOid } from '../../../src/certificate/der-write.js';
import { parsePemKey } from '../../../src/certificate/key-pair.js';
import { toPem } from '../../../src/certificate/pem.js';
import type { PfxContents } from '../../../src/certificate/pfx-bags.js';
import { readPfx } from '../../../src/certificate/pfx-read.js';
import { makePassword } from '../../../src/render/certificate-outputs.js';
import type { Rendered } from '../../../src/render/rendered.js';
import { SecretText } from '../../../src/secret-text.js';
import { issue } from '../../support/certificates.js';
import { assertHidden, encodings, handMasks, linesOf, print } from '../../support/print-masked.js';
import {
	type Chained,
	certificatePem,
	outputsOf,
	pemValueOf,
	pfxValueOf,
	render,
	thumbprintOf,
} from '../../support/vault-certificate.js';

const root = issue('Root');
const middle = issue('Middle', { issuer: root });
const EC: Chained = { leaf: issue('exo', { issuer: middle }), issuers: [middle, root] };
const RSA: Chained = { leaf: issue('exo', { issuer: middle, kind: 'rsa' }), issuers: [middle, root] };
const ALONE: Chained = { leaf: issue('alone', { kind: 'rsa' }), issuers: [] };
const CSP = 'Microsoft Enhanced RSA and AES Cryptographic Provider';

const uses = (pfx: Buffer, oid: string): boolean => pfx.includes(writeOid(oid));
const certificatesOf = ({ leaf, issuers }: Chained) => [leaf, ...issuers].map(({ certificate }) => certificate);

function onlyFile({ files }: Rendered): { output: string; name: string; bytes: Buffer } {
	assert.equal(files.length, 1);
	const [{ output, name, bytes }] = files as [Rendered['files'][number]];
	return { output, name, bytes: bytes.reveal() };
}

function onlyEntry({ storeEntries }: Rendered): { thumbprint: string; pfx: Buffer; password: string } {
	assert.equal(storeEntries.length, 1);
	const [{ thumbprint, pfx, password }] = storeEntries as [Rendered['storeEntries'][number]];
	return { thumbprint, pfx: pfx.reveal(), password: password.reveal() };
}

/** Key, certificates in their order, and what the key's bag says. */
function assertHolds({ privateKeys, certificates }: PfxContents, chained: Chained, csp: string | undefined): void {
	assert.deepEqual(
		privateKeys.map(({ pkcs8 }) => pkcs8),
		[chained.leaf.pkcs8],
	);
	assert.deepEqual(
		certificates.map(({ der }) => der),
		certificatesOf(chained),
	);
	assert.equal(privateKeys[0]?.csp, csp);
	assert.deepEqual([privateKeys[0]?.friendlyName, certificates[0]?.friendlyName], ['exo', 'exo']);
}

function assertBytesHidden(rendered: Rendered, bytes: Buffer): void {
	const log = handMasks(rendered);
	for (const [form, lines] of encodings(bytes)) for (const line of lines) assertHidden(log, line, form);
}

describe('| file', () => {
	for (const [source, givenAs] of Object.entries({ PFX: pfxValueOf, PEM: pemValueOf })) {
		it(`writes a PFX with a password of its own, from ${source}`, () => {
			for (const chained of [RSA, ALONE, EC]) {
				const value = givenAs(chained);
				const rendered = render(chained, { modifiers: ['file'], value });
				const { output, name, bytes } = onlyFile(rendered);
				assert.deepEqual([output, name], ['EXO-path', 'EXO.pfx']);
				const { EXO, 'EXO-password': password = '', ...others } = outputsOf(rendered);
				assert.equal(EXO, value);
				assert.equal(Object.keys(others).length, 5);
				assertHolds(readPfx(bytes, password), chained, chained === EC ? undefined : CSP);
				assert.throws(() => readPfx(bytes), { code: 'PFX_PASSWORD_NEEDED' });
			}
		});
	}

	// Promise: H8
	it('makes a new password of 32 random bytes each time, of letters and digits alone', () => {
		const passwords = [1, 2].map(() => outputsOf(render(EC, { modifiers: ['file'] }))['EXO-password'] ?? '');
		for (const password of passwords) assert.match(password, /^[A-Za-z0-9]{43}$/);
		assert.notEqual(passwords[0], passwords[1]);
		const lengths: number[] = [];
		const record = (length: number) => {
			lengths.push(length);
			return Buffer.alloc(length, 0xfb);
		};
		const password = outputsOf(render(EC, { modifiers: ['file'], context: { randomBytes: record } }))['EXO-password'];
		assert.equal(password, makePassword(() => Buffer.alloc(32, 0xfb)).reveal());
		assert.equal(lengths[0], 32);
	});

	// Promise: L11
	it('covers and masks the password, and masks the file in every form', () => {
		const rendered = render(RSA, { modifiers: ['file'] });
		const password = rendered.outputs.find(({ name }) => name === 'EXO-password')?.value;
		assert.ok(password instanceof SecretText);
		const log = handMasks(rendered);
		for (const [form, lines] of encodings(Buffer.from(password.reveal())))
			for (const line of lines) assertHidden(log, line, form);
		assertHidden(log, password.reveal(), 'password');
		assertBytesHidden(rendered, onlyFile(rendered).bytes);
		assertBytesHidden(rendered, Buffer.from(outputsOf(rendered)['EXO'] ?? '', 'base64'));
	});

	it('protects with AES-256, and with Triple DES on macOS and on request', () => {
		const variants: readonly [modifiers: string, platform: string, oid: string, other: string][] = [
			['file', 'linux', CIPHER_OID.aes256, SCHEME_OID.sha1And3Des],
			['file', 'win32', CIPHER_OID.aes256, SCHEME_OID.sha1And3Des],
			['file', 'darwin', SCHEME_OID.sha1And3Des, CIPHER_OID.aes256],
			['file 3des', 'linux', SCHEME_OID.sha1And3Des, CIPHER_OID.aes256],
			['file 3des', 'darwin', SCHEME_OID.sha1And3Des, CIPHER_OID.aes256],
		];
		for (const [step, platform, oid, other] of variants) {
			const { bytes } = onlyFile(render(ALONE, { modifiers: [step], context: { platform } }));
			assert.deepEqual([uses(bytes, oid), uses(bytes, other)], [true, false], `${step} ${platform}`);
		}
	});

	it('warns of an EC key where Exchange may get it', () => {
		const notesOf = (chained: Chained, modifiers: readonly string[], platform = 'linux') =>
			render(chained, { modifiers, context: { platform } }).notes;
		const [note, ...others] = notesOf(EC, ['file']);
		assert.deepEqual(others, []);
		assert.equal(note?.title, 'Not an RSA key: certificate exo');
		assert.match(note?.text ?? '', /^certificate exo has an EC key\. Exchange .* refuses it on Windows/);
		for (const modifiers of [['file'], ['store']]) assert.equal(notesOf(EC, modifiers, 'win32').length, 1);
		for (const modifiers of [['file'], ['store']]) assert.deepEqual(notesOf(RSA, modifiers, 'win32'), []);
		for (const modifiers of [[], ['pem'], ['file', 'pem'], ['store']]) assert.deepEqual(notesOf(EC, modifiers), []);
	});
});

describe('| pem', () => {
	for (const [source, givenAs] of Object.entries({ PFX: pfxValueOf, PEM: pemValueOf })) {
		it(`gives the private key and the issuers, from ${source}`, () => {
			for (const chained of [RSA, ALONE, EC]) {
				const value = givenAs(chained);
				const rendered = render(chained, { modifiers: ['pem'], value });
				const { EXO, 'EXO-private-key': privateKey, 'EXO-chain': chain, ...others } = outputsOf(rendered);
				assert.equal(EXO, value);
				assert.equal(privateKey, toPem('PRIVATE KEY', chained.leaf.pkcs8));
				assert.equal(chain, chained.issuers.map(certificatePem).join(''));
				assert.equal(Object.keys(others).length, 5);
				assert.deepEqual([rendered.files, rendered.storeEntries], [[], []]);
			}
		});
	}

	it('covers and masks the key in every form, and nothing that is public', () => {
		const rendered = render(RSA, { modifiers: ['pem'] });
		const privateKey = rendered.outputs.find(({ name }) => name === 'EXO-private-key')?.value;
		assert.ok(privateKey instanceof SecretText);
		const log = handMasks(rendered);
		const lines = linesOf(privateKey.reveal()).filter((line) => line !== '');
		for (const line of lines.slice(1, -1)) assertHidden(log, line, 'a line of the key');
		for (const line of [lines[0] ?? '', lines.at(-1) ?? '']) assert.equal(print(log, line), `⟦${line}⟧`);
		assertBytesHidden(rendered, RSA.leaf.pkcs8);
		assertBytesHidden(rendered, Buffer.from(privateKey.reveal()));
		for (const line of linesOf([RSA.leaf, middle, root].map(certificatePem).join('')))
			assert.equal(print(log, line), `⟦${line}⟧`);
	});

	it('with | file writes key, certificate and issuers, without a password', () => {
		for (const givenAs of [pfxValueOf, pemValueOf]) {
			const rendered = render(RSA, { modifiers: ['file', 'pem'], value: givenAs(RSA) });
			const { output, name, bytes } = onlyFile(rendered);
			assert.deepEqual([output, name], ['EXO-path', 'EXO.pem']);
			assert.equal(bytes.toString(), pemValueOf(RSA));
			const { certificate, chain } = parsePemKey(bytes.toString());
			assert.deepEqual([certificate, ...chain], certificatesOf(RSA));
			assert.ok(!('EXO-password' in outputsOf(rendered)));
			assert.ok('EXO-private-key' in outputsOf(rendered));
			assertBytesHidden(rendered, bytes);
		}
	});
});

describe('| store', () => {
	it('on Linux is a PFX under the null password, in what every .NET opens', () => {
		for (const givenAs of [pfxValueOf, pemValueOf]) {
			const rendered = render(RSA, { modifiers: ['store'], value: givenAs(RSA) });
			const { thumbprint, pfx, password } = onlyEntry(rendered);
			assert.equal(thumbprint, thumbprintOf(RSA.leaf));
			assert.equal(password, '');
			assertHolds(readPfx(pfx), RSA, CSP);
			assert.ok(uses(pfx, SCHEME_OID.sha1And3Des) && !uses(pfx, SCHEME_OID.pbes2));
			assert.throws(() => readPfx(pfx, ''), { code: 'PFX_PASSWORD_NOT_NEEDED' });
			assertBytesHidden(rendered, pfx);
			assert.deepEqual(rendered.files, []);
		}
	});

	it('on Windows has a password, and the certificate alone', () => {
		const rendered = render(RSA, { modifiers: ['store'], context: { platform: 'win32' } });
		const { pfx, password } = onlyEntry(rendered);
		assert.match(password, /^[A-Za-z0-9]{43}$/);
		assertHolds(readPfx(pfx, password), { ...RSA, issuers: [] }, CSP);
		assert.throws(() => readPfx(pfx), { code: 'PFX_PASSWORD_NEEDED' });
		assertBytesHidden(rendered, pfx);
		assertHidden(handMasks(rendered), password, 'password');
		assert.ok(!('EXO-password' in outputsOf(rendered)));
	});
});

it('all three together are what each is alone', () => {
	const rendered = render(EC, { modifiers: ['file', 'pem', 'store'], context: { randomBytes } });
	assert.deepEqual(Object.keys(outputsOf(rendered)).slice(6), ['EXO-private-key', 'EXO-chain']);
	assert.equal(onlyFile(rendered).name, 'EXO.pem');
	assertHolds(readPfx(onlyEntry(rendered).pfx), EC, undefined);
	const both = render(EC, { modifiers: ['store', 'file 3des'] });
	assert.deepEqual(Object.keys(outputsOf(both)).slice(6), ['EXO-password']);
	assert.equal(onlyFile(both).name, 'EXO.pfx');
	assertHolds(readPfx(onlyEntry(both).pfx), EC, undefined);
});
