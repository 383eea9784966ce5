// PFX files judged by others: OpenSSL, Java's keytool and Node open what is written; what OpenSSL and Java write is read.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createSecureContext } from 'node:tls';
import { parseClientCertificate } from '../../src/certificate/key-pair.js';
import type { KeyWithChain } from '../../src/certificate/key-with-chain.js';
import { toPem } from '../../src/certificate/pem.js';
import { readPfx, selectKeyWithChain } from '../../src/certificate/pfx-read.js';
import { type PfxParts, writePfx } from '../../src/certificate/pfx-write.js';
import type { KeyKind } from '../emulator/key-pair.js';
import { type Issued, issue } from '../support/certificates.js';
import { makeRandomBytes, pbmac1, withMac } from '../support/pfx-by-hand.js';
import { folder, noKeytool, noLegacy, noOpenSsl, run, save, succeed } from './judge-programs.js';

const root = issue('Root', { kind: 'rsa' });
const middle = issue('Middle', { issuer: root });
const leaves = new Map<KeyKind, Issued>();

/** A certificate of this kind of key under the same two issuers. */
function leafOf(kind: KeyKind): Issued {
	const leaf = leaves.get(kind) ?? issue(`Leaf ${kind}`, { kind, issuer: middle });
	leaves.set(kind, leaf);
	return leaf;
}

function chainOf(leaf: Issued): readonly Buffer[] {
	return [leaf.certificate, middle.certificate, root.certificate];
}

function assertIs(identity: KeyWithChain, leaf: Issued): void {
	assert.deepEqual(identity.privateKey.export({ format: 'der', type: 'pkcs8' }), leaf.pkcs8);
	assert.deepEqual([identity.certificate, ...identity.chain], chainOf(leaf));
}

const PASSWORD = 'Rnd-Pass_123';
const KINDS = ['rsa', 'rsa-4096', 'ec', 'ec-384'] as const;

function write(kind: KeyKind, protection: PfxParts['protection'], password: string | null = PASSWORD): Buffer {
	const leaf = leafOf(kind);
	return writePfx({
		privateKey: leaf.pkcs8,
		certificates: chainOf(leaf),
		password,
		friendlyName: 'exo',
		protection,
		csp: 'Microsoft Software Key Storage Provider',
		randomBytes: makeRandomBytes(`${kind} ${protection}`),
	});
}

for (const protection of ['aes256', '3des'] as const) {
	for (const kind of KINDS) {
		const name = `${protection}-${kind}.pfx`;
		const leaf = () => leafOf(kind);

		it(`OpenSSL 3 opens ${name}, without its legacy provider`, { skip: noOpenSsl }, () => {
			save(name, write(kind, protection));
			const text = succeed('openssl', 'pkcs12', '-in', name, '-passin', `pass:${PASSWORD}`, '-noenc');
			assertIs(parseClientCertificate(text), leaf());
			assert.match(text, /friendlyName: exo\n/);
			assert.match(text, /Microsoft CSP Name: Microsoft Software Key Storage Provider\n/);
			const { stderr } = run('openssl', 'pkcs12', '-in', name, '-passin', `pass:${PASSWORD}`, '-noout', '-info');
			const scheme = protection === '3des' ? 'pbeWithSHA1And3-KeyTripleDES-CBC' : 'PBES2, PBKDF2, AES-256-CBC';
			assert.match(stderr, protection === '3des' ? /^MAC: sha1,/m : /^MAC: sha256,/m);
			assert.equal(stderr.split(scheme).length - 1, 2, stderr);
			for (const wrong of ['', 'wrong', PASSWORD.toLowerCase()]) {
				const refused = run('openssl', 'pkcs12', '-in', name, '-passin', `pass:${wrong}`, '-noout');
				assert.notEqual(refused.status, 0);
				assert.match(refused.stderr, /invalid password/);
			}
		});

		it(`keytool opens ${name}`, { skip: noKeytool }, () => {
			save(name, write(kind, protection));
			const store = ['-keystore', name, '-storetype', 'PKCS12'];
			const list = succeed('keytool', '-list', '-v', ...store, '-storepass', PASSWORD);
			const thumbprint = createHash('sha1').update(leaf().certificate).digest('hex').toUpperCase();
			assert.match(list, /^Entry type: PrivateKeyEntry$/m);
			assert.match(list, /^Alias name: exo$/m);
			assert.match(list, /^Certificate chain length: 3$/m);
			assert.ok(list.includes(thumbprint.replace(/..(?!$)/g, '$&:')));
			if (kind === 'ec') assert.notEqual(run('keytool', '-list', ...store, '-storepass', 'wrong-password').status, 0);
		});

		it(`Node's tls opens ${name}`, () => {
			const pfx = write(kind, protection);
			assert.doesNotThrow(() => createSecureContext({ pfx, passphrase: PASSWORD }));
			assert.throws(() => createSecureContext({ pfx, passphrase: 'wrong' }), /mac verify failure/);
			assert.throws(() => createSecureContext({ pfx }), /mac verify failure/);
		});
	}

	it(`keytool takes the key out of ${protection}, and what it writes is read`, { skip: noKeytool || noOpenSsl }, () => {
		const source = save(`${protection}-source.pfx`, write('rsa', protection));
		const target = `${protection}-java.p12`;
		const from = ['-srckeystore', source, '-srcstoretype', 'PKCS12', '-srcstorepass', PASSWORD];
		const to = ['-destkeystore', target, '-deststoretype', 'PKCS12', '-deststorepass', 'javapass'];
		succeed('keytool', '-importkeystore', ...from, ...to);
		assertIs(selectKeyWithChain(readPfx(readFileSync(join(folder, target)), 'javapass')), leafOf('rsa'));
	});

	it(`Node and OpenSSL open ${protection} under the null password`, { skip: noOpenSsl }, () => {
		const pfx = write('ec', protection, null);
		assert.doesNotThrow(() => createSecureContext({ pfx }));
		save('null.pfx', pfx);
		const text = succeed('openssl', 'pkcs12', '-in', 'null.pfx', '-passin', 'pass:', '-noenc');
		assertIs(parseClientCertificate(text), leafOf('ec'));
	});
}

const [major = 0, minor = 0] = process.versions.openssl.split('.').map(Number);
const noPbmac1 = major > 3 || (major === 3 && minor >= 4) ? false : 'the OpenSSL of this Node is older than 3.4';

describe('PBMAC1 is read as the OpenSSL of Node reads it', { skip: noPbmac1 }, () => {
	for (const digest of ['sha256', 'sha384', 'sha512'] as const) {
		it(digest, () => {
			const pfx = withMac(write('rsa', 'aes256'), (safe) => pbmac1(safe, PASSWORD, { digest, length: 32 }));
			assert.doesNotThrow(() => createSecureContext({ pfx, passphrase: PASSWORD }));
			assert.throws(() => createSecureContext({ pfx, passphrase: 'wrong' }), /mac verify failure/);
			assertIs(selectKeyWithChain(readPfx(pfx, PASSWORD)), leafOf('rsa'));
			assert.throws(() => readPfx(pfx, 'wrong'), { code: 'PFX_WRONG_PASSWORD' });
		});
	}
});

const COSTLY = '400,000 iterations';

describe('what OpenSSL writes is read', () => {
	const variants: Readonly<Record<string, readonly string[]>> = {
		'AES-256, as it comes': [],
		'Triple DES': ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
		'Triple DES with two keys': ['-certpbe', 'PBE-SHA1-2DES', '-keypbe', 'PBE-SHA1-2DES', '-macalg', 'sha384'],
		'AES-128, AES-192, SHA-512': ['-certpbe', 'aes-128-cbc', '-keypbe', 'aes-192-cbc', '-macalg', 'sha512'],
		[COSTLY]: ['-iter', '400000'],
		'no encryption': ['-certpbe', 'NONE', '-keypbe', 'NONE'],
		'no MAC': ['-nomac'],
		'RC2-40, as OpenSSL 1 wrote it': ['-legacy'],
		'RC2-128': ['-legacy', '-certpbe', 'PBE-SHA1-RC2-128', '-keypbe', 'PBE-SHA1-RC2-128'],
	};
	for (const [what, options] of Object.entries(variants)) {
		const skip = options.includes('-legacy') ? noLegacy : noOpenSsl;
		// The slow part does not depend on the key.
		for (const kind of what === COSTLY ? (['ec'] as const) : KINDS) {
			for (const password of ['påss w€rd', '']) {
				it(`${what}, ${kind}, ${password === '' ? 'empty password' : 'password'}`, { skip }, () => {
					const leaf = leafOf(kind);
					save('key.pem', toPem('PRIVATE KEY', leaf.pkcs8));
					save(
						'all.pem',
						chainOf(leaf)
							.map((der) => toPem('CERTIFICATE', der))
							.join(''),
					);
					const args = ['-inkey', 'key.pem', '-in', 'all.pem', '-passout', `pass:${password}`, '-out', 'made.pfx'];
					succeed('openssl', 'pkcs12', '-export', ...args, ...options);
					const pfx = readFileSync(join(folder, 'made.pfx'));
					assertIs(selectKeyWithChain(password === '' ? readPfx(pfx) : readPfx(pfx, password)), leaf);
					const code = password === '' ? 'PFX_PASSWORD_NOT_NEEDED' : 'PFX_WRONG_PASSWORD';
					if (what !== 'no MAC') assert.throws(() => readPfx(pfx, 'wrong'), { code });
				});
			}
		}
	}
});
