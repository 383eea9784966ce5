// The emulated vault imports what the real one takes, and refuses what that refuses.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { beforeEach, describe, it } from 'node:test';
import { askInMemory, MemoryVault } from './ask-in-memory.js';
import { writeCertificate } from './certificate-writer.js';
import { type KeyKind, type KeyPair, pooledKeyPair } from './key-pair.js';
import { certificatePem } from './made-certificate.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const PEM_POLICY = { secret_props: { contentType: 'application/x-pem-file' } };

let vault: MemoryVault;
beforeEach(() => {
	vault = new MemoryVault();
});

function importInto(name: string, body: object) {
	return askInMemory(vault, 'POST', `/certificates/${name}/import`, body);
}

interface Made {
	readonly der: Buffer;
	readonly issuer: Buffer;
	/** PKCS#8. */
	readonly key: string;
	readonly pair: KeyPair;
}

function make(kind: KeyKind = 'rsa', days = 90): Made {
	const [pair, ca] = [pooledKeyPair(kind, 0), pooledKeyPair('rsa', 1)];
	const notBeforeMs = vault.nowMs - DAY_MS;
	const common = { notBeforeMs, notAfterMs: notBeforeMs + days * DAY_MS, signingKey: ca.privateKey };
	const issuer = writeCertificate({ ...common, subject: 'CN=CA', publicKey: ca.publicKey });
	const der = writeCertificate({
		...common,
		subject: 'CN=leaf, O=Contoso',
		issuer: 'CN=CA',
		publicKey: pair.publicKey,
	});
	return { der, issuer, key: pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), pair };
}

/** A PFX as OpenSSL writes it. */
function pfxOf({ der, issuer, key }: Made, ...options: readonly string[]): string {
	const input = [key, certificatePem(der), certificatePem(issuer)].join('');
	const { stdout, status } = spawnSync('openssl', ['pkcs12', '-export', ...options], { input });
	assert.equal(status, 0);
	return stdout.toString('base64');
}

const DES3 = ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'];

describe('an import', () => {
	for (const kind of ['rsa', 'rsa-3072', 'ec', 'ec-384'] as const) {
		it(`takes a PFX by 3DES with a key of kind ${kind}, its chain, and a password that it forgets`, () => {
			const made = make(kind);
			const value = pfxOf(made, ...DES3, '-passout', 'pass:påss');
			const { status, json } = importInto('exo', { value, pwd: 'påss', tags: { a: 'b' } });
			assert.equal(status, 200);
			assert.deepEqual([json.cer, json.tags], [made.der.toString('base64'), { a: 'b' }]);
			assert.equal(json.policy.x509_props.subject, 'CN=leaf, O=Contoso');
			const secret = askInMemory(vault, 'GET', '/secrets/exo').json;
			const input = Buffer.from(secret.value, 'base64');
			const { stdout } = spawnSync('openssl', ['pkcs12', '-nodes', '-passin', 'pass:'], { input });
			assert.equal(String(stdout).match(/BEGIN CERTIFICATE/g)?.length, 2);
			assert.match(String(stdout), /BEGIN PRIVATE KEY/);
		});
	}

	it('takes PEM with the key first or last, and gives back PEM', () => {
		const made = make();
		const certificates = [certificatePem(made.der), certificatePem(made.issuer)];
		for (const value of [[made.key, ...certificates].join(''), [...certificates, made.key].join('')]) {
			assert.equal(importInto('exo', { value, policy: PEM_POLICY }).json.cer, made.der.toString('base64'));
			const secret = askInMemory(vault, 'GET', '/secrets/exo').json;
			assert.deepEqual([secret.contentType, secret.managed], ['application/x-pem-file', true]);
			assert.ok(new X509Certificate(secret.value).checkPrivateKey(made.pair.privateKey));
		}
		assert.equal(askInMemory(vault, 'GET', '/certificates/exo/versions').json.value.length, 2);
	});

	it('keeps the key to itself if it is told to', () => {
		const policy = { key_props: { exportable: false } };
		const { json } = importInto('exo', { value: pfxOf(make(), ...DES3, '-passout', 'pass:'), policy });
		assert.equal(json.policy.key_props.exportable, false);
		const input = Buffer.from(askInMemory(vault, 'GET', '/secrets/exo').json.value, 'base64');
		const { stdout } = spawnSync('openssl', ['pkcs12', '-nodes', '-passin', 'pass:'], { input });
		assert.doesNotMatch(String(stdout), /PRIVATE KEY/);
		assert.equal(askInMemory(vault, 'GET', '/certificates/exo/pending').json.error.code, 'PendingCertificateNotFound');
	});

	it('refuses a PFX by AES, of another password, without a key, or cut', () => {
		const made = make();
		const good = pfxOf(made, ...DES3, '-passout', 'pass:x');
		for (const body of [
			{ value: pfxOf(made, '-passout', 'pass:x'), pwd: 'x' },
			{ value: good, pwd: 'y' },
			{ value: good },
			{ value: pfxOf(made, ...DES3, '-nokeys', '-passout', 'pass:x'), pwd: 'x' },
			{ value: good.slice(0, 400), pwd: 'x' },
			{ value: made.key + certificatePem(made.der) },
		]) {
			const { status, json } = importInto('exo', body);
			assert.equal(status, 400);
			assert.match(json.error.message, /^The specified PKCS#12 X\.509 certificate content can not be read\./);
		}
		assert.equal(importInto('exo', {}).status, 400);
	});

	it('refuses PEM of other line ends, another form of key, without a key, or with that of another certificate', () => {
		const made = make();
		const pem = certificatePem(made.der);
		const pkcs1 = made.pair.privateKey.export({ format: 'pem', type: 'pkcs1' }).toString();
		const other = pooledKeyPair('rsa', 2).privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
		const between = [pem, made.key, certificatePem(made.issuer)].join('');
		for (const value of [(made.key + pem).replaceAll('\n', '\r\n'), pkcs1 + pem, pem, other + pem, between]) {
			const { status, json } = importInto('exo', { value, policy: PEM_POLICY });
			assert.equal(status, 400);
			assert.match(json.error.message, /^The specified PEM X\.509 certificate content is in an unexpected format\./);
		}
	});

	it('refuses a certificate that has expired, while a request is pending, and on the name of a secret', () => {
		const made = make('rsa', 0.5);
		assert.match(
			importInto('exo', { value: made.key + certificatePem(made.der), policy: PEM_POLICY }).json.error.message,
			/expired/,
		);
		const good = make();
		const body = { value: good.key + certificatePem(good.der), policy: PEM_POLICY };
		vault.store.certificates.create('exo', { x509_props: { subject: 'CN=exo' }, issuer: { name: 'Unknown' } });
		vault.store.setSecret('plain', 'x');
		assert.equal(importInto('exo', body).status, 409);
		assert.equal(importInto('plain', body).status, 409);
	});
});
