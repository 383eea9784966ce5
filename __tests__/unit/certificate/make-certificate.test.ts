// Certificates that are made for a request, as Node reads them; OpenSSL and .NET judge them in the folder judges.
import assert from 'node:assert/strict';
import { sign, X509Certificate } from 'node:crypto';
import { describe, it } from 'node:test';
import { readCertificateRequest } from '../../../src/certificate/certificate-request.js';
import { makeCertificate, type NewCertificate } from '../../../src/certificate/make-certificate.js';
import { makeKeyPair } from '../../emulator/key-pair.js';
import { issue } from '../../support/certificates.js';
import { makeRequest } from './make-request.js';

const issuer = issue('exo', { kind: 'rsa' });
const pair = makeKeyPair('rsa');
const request = readCertificateRequest(makeRequest(pair));
const START = Date.UTC(2026, 10, 30, 23, 15, 7) / 1000;
const DAY = 24 * 60 * 60;

function make(options: Partial<NewCertificate> = {}): Promise<Buffer> {
	const wanted = {
		request,
		issuer: issuer.certificate,
		serial: Buffer.from('00112233445566778899aabbccddeeff', 'hex'),
		notBefore: START,
		notAfter: START + 365 * DAY,
		...options,
	};
	return makeCertificate(wanted, async (text) => sign('sha256', text, issuer.privateKey));
}

describe('a made certificate', () => {
	it('has the subject and the key of the request, and is signed by the key of its issuer', async () => {
		const made = new X509Certificate(await make());
		assert.equal(made.subject, 'CN=exo');
		assert.ok(made.checkPrivateKey(pair.privateKey));
		assert.ok(made.verify(new X509Certificate(issuer.certificate).publicKey));
		assert.equal(made.ca, false);
	});

	it('has an issuer whose name is not the subject, but the thumbprint of the certificate that signed', async () => {
		const made = new X509Certificate(await make());
		const thumbprint = new X509Certificate(issuer.certificate).fingerprint.replaceAll(':', '');
		assert.equal(made.issuer, `CN=azure-key-vault-action ${thumbprint}`);
		assert.notEqual(made.issuer, made.subject);
	});

	it('lives from one second to another, and has the serial number that it was given', async () => {
		const made = new X509Certificate(await make());
		assert.equal(made.validFrom, 'Nov 30 23:15:07 2026 GMT');
		assert.equal(made.validTo, 'Nov 30 23:15:07 2027 GMT');
		assert.equal(made.serialNumber, '112233445566778899AABBCCDDEEFF');
		const high = new X509Certificate(await make({ serial: Buffer.alloc(16, 0xff) }));
		assert.equal(high.serialNumber, 'FF'.repeat(16));
	});

	it('may live beyond 2049', async () => {
		const made = new X509Certificate(await make({ notAfter: START + 36_500 * DAY }));
		assert.equal(made.validTo, 'Nov  6 23:15:07 2126 GMT');
	});

	it('is not made when nobody signs', async () => {
		const refused = new Error('the vault refuses');
		const wanted = { request, issuer: issuer.certificate, serial: Buffer.alloc(16, 1), notBefore: 0, notAfter: 1 };
		await assert.rejects(
			makeCertificate(wanted, () => Promise.reject(refused)),
			refused,
		);
	});
});
