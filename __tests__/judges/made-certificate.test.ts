// Certificates that are made for a request, judged by OpenSSL and .NET: the request is one of OpenSSL, and so is the signer.
import assert from 'node:assert/strict';
import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readCertificateRequest } from '../../src/certificate/certificate-request.js';
import { readElement, readElements } from '../../src/certificate/der.js';
import { describeCertificate } from '../../src/certificate/describe.js';
import { makeCertificate } from '../../src/certificate/make-certificate.js';
import { toPem } from '../../src/certificate/pem.js';
import { type Dotnet, noDotnet, startDotnet } from '../support/dotnet.js';
import { folder, noOpenSsl, save, succeed } from './judge-programs.js';

const START = Date.UTC(2026, 10, 30, 23, 15, 7) / 1000;
const DAY = 24 * 60 * 60;

const SUBJECTS: readonly string[] = ['/CN=exo', '/C=DE/O=M\u00fcller & Sons/OU=IT+L=Munich/CN=exo "prod"'];

/** A request as OpenSSL makes it, and the certificate that is made for it. */
async function make(subject: string, name: string): Promise<Buffer> {
	const keyFile = `${name}.key`;
	const usages = ['-addext', 'keyUsage=digitalSignature,keyEncipherment', '-addext', 'subjectAltName=DNS:a.example'];
	const bits = ['-newkey', 'rsa:3072', '-nodes', '-keyout', keyFile];
	const options = ['-utf8', '-multivalue-rdn', '-subj', subject, ...usages, '-outform', 'DER', '-out', `${name}.csr`];
	succeed('openssl', 'req', '-new', ...bits, ...options);
	succeed('openssl', 'req', '-in', `${name}.csr`, '-inform', 'DER', '-verify', '-noout');
	const request = readCertificateRequest(readFileSync(join(folder, `${name}.csr`)));
	const signer = createPrivateKey(readFileSync(join(folder, 'signer.key')));
	const issuer = readFileSync(join(folder, 'signer.der'));
	const serial = Buffer.from('f0112233445566778899aabbccddeeff', 'hex');
	const wanted = { request, issuer, serial, notBefore: START, notAfter: START + 365 * DAY };
	return makeCertificate(wanted, async (text) => sign('sha256', text, signer));
}

describe('a made certificate', { skip: noOpenSsl }, () => {
	const made = new Map<string, Buffer>();
	before(async () => {
		const options = ['-days', '30', '-subj', '/CN=exo', '-outform', 'DER', '-out', 'signer.der'];
		succeed('openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'signer.key', ...options);
		for (const [index, subject] of SUBJECTS.entries()) made.set(subject, await make(subject, `request-${index}`));
	});

	for (const [index, subject] of SUBJECTS.entries()) {
		it(`is read by OpenSSL as what it is: ${subject}`, () => {
			const file = save(`made-${index}.der`, made.get(subject) ?? assert.fail());
			const text = succeed('openssl', 'x509', '-in', file, '-inform', 'DER', '-noout', '-text');
			assert.match(text, /Version: 3 \(0x2\)/);
			assert.match(text, /Serial Number:\s+(?:00:)?f0:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff/);
			assert.match(text, /X509v3 Basic Constraints: critical\s+CA:FALSE/);
			assert.match(text, /X509v3 Key Usage: critical\s+Digital Signature\n/);
			assert.match(text, /Not Before: Nov 30 23:15:07 2026 GMT/);
			assert.match(text, /Not After : Nov 30 23:15:07 2027 GMT/);
			const request = ['-in', `request-${index}.csr`, '-inform', 'DER', '-noout'];
			const certificate = ['-in', file, '-inform', 'DER', '-noout'];
			assert.equal(
				succeed('openssl', 'x509', ...certificate, '-subject'),
				succeed('openssl', 'req', ...request, '-subject'),
			);
			assert.equal(
				succeed('openssl', 'x509', ...certificate, '-pubkey'),
				succeed('openssl', 'req', ...request, '-pubkey'),
			);
		});

		it(`names both keys as OpenSSL does: ${subject}`, () => {
			const extensionOf = (name: string, file: string): string =>
				(/\n\s+(?:keyid:)?((?:[0-9A-F]{2}:){19}[0-9A-F]{2})/.exec(
					succeed('openssl', 'x509', '-in', file, '-inform', 'DER', '-noout', '-ext', name),
				) ?? assert.fail(name))[1] ?? '';
			// OpenSSL makes a certificate of its own for the same key.
			const own = ['-CA', 'signer.der', '-CAkey', 'signer.key', '-days', '1', '-out', `own-${index}.der`];
			const from = ['-req', '-in', `request-${index}.csr`, '-inform', 'DER', '-outform', 'DER'];
			succeed('openssl', 'x509', ...from, ...own, '-extfile', save('ext.cnf', 'subjectKeyIdentifier=hash\n'));
			const subjectKey = extensionOf('subjectKeyIdentifier', `own-${index}.der`);
			assert.equal(extensionOf('subjectKeyIdentifier', `made-${index}.der`), subjectKey);
			assert.equal(
				extensionOf('authorityKeyIdentifier', `made-${index}.der`),
				extensionOf('subjectKeyIdentifier', 'signer.der'),
			);
		});

		it(`is signed by the key of its issuer, says OpenSSL: ${subject}`, () => {
			const [tbs, , signature] = readElements(readElement(made.get(subject) ?? Buffer.alloc(0), 0).element.contents);
			succeed('openssl', 'x509', '-in', 'signer.der', '-inform', 'DER', '-pubkey', '-noout', '-out', 'signer.pub');
			const files = [
				save('made.sig', signature?.contents.subarray(1) ?? ''),
				save('made.tbs', tbs?.raw ?? Buffer.alloc(0)),
			];
			const verdict = succeed(
				'openssl',
				'dgst',
				'-sha256',
				'-verify',
				'signer.pub',
				'-signature',
				...(files as [string, string]),
			);
			assert.match(verdict, /Verified OK/);
		});
	}

	describe('read by .NET', { skip: noDotnet }, () => {
		let dotnet: Dotnet;
		before(() => {
			dotnet = startDotnet();
		});
		after(() => dotnet.close());

		it('has the same facts, and a private key that goes with it', async () => {
			const ders = [...made.values()];
			const facts = await dotnet.ask<Record<string, unknown>>(
				'describe',
				ders.map((der) => der.toString('base64')),
			);
			for (const [index, der] of ders.entries()) {
				const { thumbprint, subject } = describeCertificate(der);
				assert.deepEqual(facts[index], {
					thumbprint,
					subject,
					issuer: `CN=azure-key-vault-action ${describeCertificate(readFileSync(join(folder, 'signer.der'))).thumbprint}`,
					serial: '00F0112233445566778899AABBCCDDEEFF',
					version: 3,
					usages: ['DigitalSignature'],
					isAuthority: false,
					subjectKeyIdentifier: subjectKeyIdentifierOf(der),
				});
				const pem = `${readFileSync(join(folder, `request-${index}.key`), 'utf8')}${toPem('CERTIFICATE', der)}`;
				const [pfx] = await dotnet.ask<string>('exportPfx', [{ pem, certificates: [], password: 'for .NET' }]);
				const [opened] = await dotnet.ask<unknown>('openPfx', [{ pfx, password: 'for .NET' }]);
				assert.deepEqual(opened, { thumbprint });
			}
		});
	});
});

function subjectKeyIdentifierOf(der: Buffer): string {
	const file = save('ski.der', new X509Certificate(der).raw);
	const text = succeed('openssl', 'x509', '-in', file, '-inform', 'DER', '-noout', '-ext', 'subjectKeyIdentifier');
	return (/(?:[0-9A-F]{2}:){19}[0-9A-F]{2}/.exec(text)?.[0] ?? '').replaceAll(':', '');
}
