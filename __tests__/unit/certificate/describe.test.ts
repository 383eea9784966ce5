// The public facts of a certificate.
import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { describe, it } from 'node:test';
import forge from 'node-forge';
import { describeCertificate } from '../../../src/certificate/describe.js';
import { EXO, INTRICATE } from '../../support/throw-away.js';
import { attribute, certificate, element, name, OID } from './write-der.js';

describe('describeCertificate', () => {
	for (const { cer, thumbprint, subject } of [EXO, INTRICATE]) {
		const der = Buffer.from(cer, 'base64');

		it(`gives SHA-1 as 40 upper-case hex digits and .NET's subject of ${subject}`, () => {
			const facts = describeCertificate(der);
			assert.equal(facts.thumbprint, thumbprint);
			assert.equal(facts.subject, subject);
		});

		it(`gives the certificate itself, PEM, of ${subject}`, () => {
			const { pem } = describeCertificate(der);
			assert.deepEqual(new X509Certificate(pem).raw, der);
			assert.match(
				pem,
				/^-----BEGIN CERTIFICATE-----\n(?:[A-Za-z0-9+/]{64}\n)+[A-Za-z0-9+/=]{1,64}\n-----END CERTIFICATE-----\n$/,
			);
		});
	}

	it('reads the subject, not the issuer', () => {
		const subject = name([attribute(OID.commonName, 'the subject')]);
		assert.equal(describeCertificate(certificate(subject)).subject, 'CN=the subject');
	});

	it('reads a certificate of version 1, which leaves the version out', () => {
		const subject = name([attribute(OID.commonName, 'old')]);
		assert.equal(describeCertificate(certificate(subject, { version: false })).subject, 'CN=old');
	});

	it('reads what another tool has written, of every type of string', () => {
		const { der, thumbprint } = forgeCertificate();
		const facts = describeCertificate(der);
		assert.equal(facts.thumbprint, thumbprint);
		assert.equal(facts.subject, 'CN=exo, E=exo@contoso.com, O="Müller & Söhne, KG"');
	});

	for (const [what, der] of Object.entries({
		'no bytes': Buffer.alloc(0),
		'a page of HTML': Buffer.from('<html></html>'),
		'a certificate that is cut off': Buffer.from(EXO.cer, 'base64').subarray(0, 100),
		'a sequence without fields': element(0x30, element(0x30)),
		'an empty sequence': element(0x30),
	})) {
		it(`refuses ${what}`, () => {
			assert.throws(() => describeCertificate(der), { code: 'CERTIFICATE_UNREADABLE' });
		});
	}
});

function forgeCertificate(): { readonly der: Buffer; readonly thumbprint: string } {
	const keys = forge.pki.rsa.generateKeyPair({ bits: 1024, e: 0x10001 });
	const made = forge.pki.createCertificate();
	made.publicKey = keys.publicKey;
	made.serialNumber = '01';
	made.setSubject([
		{ name: 'organizationName', value: 'Müller & Söhne, KG', valueTagClass: forge.asn1.Type.UTF8 as never },
		{ name: 'emailAddress', value: 'exo@contoso.com' },
		{ name: 'commonName', value: 'exo' },
	]);
	made.setIssuer([{ name: 'commonName', value: 'the issuer' }]);
	made.sign(keys.privateKey, forge.md.sha256.create());
	const der = Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(made)).getBytes(), 'latin1');
	return { der, thumbprint: createHash('sha1').update(der).digest('hex').toUpperCase() };
}
