// Results of `| file`, `| pem` and `| store` for certificates from every kind of source, opened by OpenSSL, keytool and Node.
import assert from 'node:assert/strict';
import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createSecureContext } from 'node:tls';
import { readPem, toPem } from '../../src/certificate/pem.js';
import { writePfx } from '../../src/certificate/pfx-write.js';
import type { Rendered } from '../../src/render/rendered.js';
import type { KeyKind } from '../emulator/key-pair.js';
import { issue } from '../support/certificates.js';
import {
	type Chained,
	certificatePem,
	fileOf,
	outputsOf,
	pemValueOf,
	pfxValueOf,
	render,
	thumbprintOf,
} from '../support/vault-certificate.js';
import { folder, noKeytool, noLegacy, noOpenSsl, run, save, succeed } from './judge-programs.js';

const KINDS = ['rsa', 'rsa-4096', 'ec', 'ec-384'] as const;
const CSP = 'Microsoft Enhanced RSA and AES Cryptographic Provider';

const root = issue('Root', { kind: 'rsa' });
const middle = issue('Middle', { issuer: root });
const made = new Map<KeyKind, Chained>();

function chainedOf(kind: KeyKind): Chained {
	const chained = made.get(kind) ?? { leaf: issue(`Leaf ${kind}`, { kind, issuer: middle }), issuers: [middle, root] };
	made.set(kind, chained);
	return chained;
}

function exportWithOpenSsl(chained: Chained, ...options: readonly string[]): string {
	save('key.pem', toPem('PRIVATE KEY', chained.leaf.pkcs8));
	// The leaf last: a vault promises no order.
	save('all.pem', [...chained.issuers].reverse().concat(chained.leaf).map(certificatePem).join(''));
	const args = ['-inkey', 'key.pem', '-in', 'all.pem', '-passout', 'pass:', '-out', 'source.pfx'];
	succeed('openssl', 'pkcs12', '-export', ...args, ...options);
	return readFileSync(join(folder, 'source.pfx')).toString('base64');
}

function aesUnderNull({ leaf, issuers }: Chained): string {
	const certificates = [leaf, ...issuers].map(({ certificate }) => certificate);
	const parts = { privateKey: leaf.pkcs8, certificates, password: null, friendlyName: 'x' };
	return writePfx({ ...parts, protection: 'aes256', randomBytes }).toString('base64');
}

interface Source {
	readonly what: string;
	readonly skip: string | false;
	readonly value: (chained: Chained) => string;
}

const TRIPLE_DES = ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'];
const SOURCES: readonly Source[] = [
	{ what: 'Triple DES, null password', skip: false, value: pfxValueOf },
	{
		what: 'Triple DES, empty password',
		skip: noOpenSsl,
		value: (chained) => exportWithOpenSsl(chained, ...TRIPLE_DES),
	},
	{ what: 'RC2-40, empty password', skip: noLegacy, value: (chained) => exportWithOpenSsl(chained, '-legacy') },
	{ what: 'AES-256, null password', skip: false, value: aesUnderNull },
	{ what: 'AES-256, empty password', skip: noOpenSsl, value: exportWithOpenSsl },
	{ what: 'PEM', skip: false, value: pemValueOf },
];

/** Key and certificates of a text that OpenSSL printed, in its order. */
function assertPrints(text: string, { leaf, issuers }: Chained): void {
	const blocks = readPem(text);
	const [key, ...others] = blocks.filter(({ label }) => label === 'PRIVATE KEY');
	assert.deepEqual(others, []);
	assert.deepEqual(createPrivateKey(key?.text ?? '').export({ format: 'der', type: 'pkcs8' }), leaf.pkcs8);
	const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE').map(({ der }) => der);
	assert.deepEqual(
		certificates,
		[leaf, ...issuers].map(({ certificate }) => certificate),
	);
}

function assertOpensAlone(rendered: Rendered, chained: Chained): void {
	const pfx = fileOf(rendered);
	const password = outputsOf(rendered)['EXO-password'] ?? '';
	save('it.pfx', pfx);
	const text = succeed('openssl', 'pkcs12', '-in', 'it.pfx', '-passin', `pass:${password}`, '-noenc');
	assertPrints(text, chained);
	assert.match(text, /friendlyName: exo\n/);
	assert.equal(text.includes(`Microsoft CSP Name: ${CSP}\n`), chained.leaf.privateKey.asymmetricKeyType === 'rsa');
	assert.doesNotThrow(() => createSecureContext({ pfx, passphrase: password }));
	for (const wrong of ['', 'wrong']) {
		assert.notEqual(run('openssl', 'pkcs12', '-in', 'it.pfx', '-passin', `pass:${wrong}`, '-noout').status, 0);
		assert.throws(() => createSecureContext({ pfx, passphrase: wrong }), /mac verify failure/);
	}
	assert.throws(() => createSecureContext({ pfx }), /mac verify failure/);
}

for (const { what, skip, value } of SOURCES) {
	describe(`from ${what}`, { skip: skip || noOpenSsl }, () => {
		for (const kind of KINDS) {
			it(`${kind}: | file opens with its password alone, and holds what the source held`, () => {
				const chained = chainedOf(kind);
				const source = value(chained);
				for (const [step, platform] of [
					['file', 'linux'],
					['file 3des', 'linux'],
					['file', 'darwin'],
				] as const) {
					const rendered = render(chained, { value: source, modifiers: [step], context: { platform } });
					assertOpensAlone(rendered, chained);
					assert.equal(outputsOf(rendered)['EXO-thumbprint'], thumbprintOf(chained.leaf));
				}
			});

			it(`${kind}: | file | pem, and | store open without a password`, () => {
				const chained = chainedOf(kind);
				const rendered = render(chained, { value: value(chained), modifiers: ['file', 'pem', 'store'] });
				const pem = fileOf(rendered);
				assertPrints(pem.toString(), chained);
				assert.doesNotThrow(() => createSecureContext({ key: pem, cert: pem }));
				save('it.pem', pem);
				succeed('openssl', 'pkey', '-in', 'it.pem', '-noout', '-check');
				const { 'EXO-private-key': key = '', 'EXO-chain': chain = '' } = outputsOf(rendered);
				assert.doesNotThrow(() => createSecureContext({ key, cert: certificatePem(chained.leaf) + chain }));
				const pfx = rendered.storeEntries[0]?.pfx.reveal() ?? assert.fail();
				save('store.pfx', pfx);
				assertPrints(succeed('openssl', 'pkcs12', '-in', 'store.pfx', '-passin', 'pass:', '-noenc'), chained);
				assert.doesNotThrow(() => createSecureContext({ pfx }));
				assert.equal(rendered.storeEntries[0]?.thumbprint, thumbprintOf(chained.leaf));
			});
		}
	});
}

describe('keytool', { skip: noKeytool }, () => {
	for (const kind of KINDS) {
		for (const step of ['file', 'file 3des']) {
			it(`opens ${kind} | ${step} with its password alone`, () => {
				const chained = chainedOf(kind);
				const rendered = render(chained, { modifiers: [step] });
				save('it.pfx', fileOf(rendered));
				const store = ['-keystore', 'it.pfx', '-storetype', 'PKCS12'];
				const password = outputsOf(rendered)['EXO-password'] ?? '';
				const list = succeed('keytool', '-list', '-v', ...store, '-storepass', password);
				assert.match(list, /^Alias name: exo$/m);
				assert.match(list, /^Entry type: PrivateKeyEntry$/m);
				assert.match(list, /^Certificate chain length: 3$/m);
				assert.ok(list.includes(new X509Certificate(chained.leaf.certificate).fingerprint));
				assert.notEqual(run('keytool', '-list', ...store, '-storepass', 'wrong-password').status, 0);
			});
		}
	}
});
