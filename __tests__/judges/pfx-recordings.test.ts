// PFX and PEM as real vaults gave them; the folder of these recordings is named by KEY_VAULT_RECORDINGS.
import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createSecureContext } from 'node:tls';
import { parseClientCertificate } from '../../src/certificate/key-pair.js';
import { readPfx, selectKeyWithChain } from '../../src/certificate/pfx-read.js';
import { SecretText } from '../../src/secret-text.js';
import { fileOf, outputsOf, renderDer } from '../support/vault-certificate.js';

const recordings = process.env['KEY_VAULT_RECORDINGS'];

describe('what real vaults gave is read', {
	skip: recordings === undefined ? 'KEY_VAULT_RECORDINGS is not set' : false,
}, () => {
	interface Bundle {
		readonly contentType?: string;
		readonly value?: string;
		readonly cer?: string;
	}
	function bundlesOf(file: string): readonly Bundle[] {
		const { exchanges } = JSON.parse(readFileSync(join(recordings ?? '', `${file}.json`), 'utf8')) as {
			exchanges: readonly { response: { status: number; body: Bundle } }[];
		};
		return exchanges.filter(({ response }) => response.status === 200).map(({ response }) => response.body);
	}
	function valueAndCertificate(file: string): { value: string; cer: Buffer } {
		const bundles = bundlesOf(file);
		const value = bundles.find((bundle) => bundle.value !== undefined)?.value;
		const cer = bundles.find((bundle) => bundle.cer !== undefined)?.cer;
		assert.ok(value !== undefined && cer !== undefined);
		return { value, cer: Buffer.from(cer, 'base64') };
	}

	for (const file of ['certificate-pkcs12-rsa', 'certificate-pkcs12-ec-p256', 'certificate-pem-rsa']) {
		it(file, () => {
			const { value, cer } = valueAndCertificate(file);
			const { privateKey, certificate, chain } = parseClientCertificate(value);
			assert.deepEqual(certificate, cer);
			assert.deepEqual(chain, []);
			assert.ok(new X509Certificate(cer).checkPrivateKey(privateKey));
		});
	}

	for (const file of ['certificate-pkcs12-rsa', 'certificate-pkcs12-ec-p256', 'certificate-pem-rsa']) {
		it(`${file}: as a file, as PEM and for the store`, () => {
			const { value, cer } = valueAndCertificate(file);
			const { privateKey } = parseClientCertificate(value);
			const rendered = renderDer(cer, { value, modifiers: ['file', 'store'] });
			const password = outputsOf(rendered)['EXO-password'] ?? '';
			const pfx = fileOf(rendered);
			assert.doesNotThrow(() => createSecureContext({ pfx, passphrase: password }));
			const [{ pfx: entry, thumbprint } = assert.fail()] = rendered.storeEntries;
			assert.doesNotThrow(() => createSecureContext({ pfx: entry.reveal() }));
			assert.equal(thumbprint, new X509Certificate(cer).fingerprint.replaceAll(':', ''));
			for (const identity of [
				parseClientCertificate(pfx, new SecretText(password)),
				parseClientCertificate(entry.reveal()),
			])
				assert.ok(identity.privateKey.equals(privateKey) && identity.certificate.equals(cer));
			const pem = outputsOf(renderDer(cer, { value, modifiers: ['pem'] }));
			assert.ok(createPrivateKey(pem['EXO-private-key'] ?? '').equals(privateKey));
			assert.equal(pem['EXO-chain'], '');
		});
	}

	it('certificate-pkcs12-not-exportable: refused but in public', () => {
		const { value, cer } = valueAndCertificate('certificate-pkcs12-not-exportable');
		assert.throws(() => renderDer(cer, { value }), { code: 'CERTIFICATE_NOT_EXPORTABLE' });
		const outputs = outputsOf(renderDer(cer, { modifiers: ['public'] }));
		assert.equal(outputs['EXO-thumbprint'], new X509Certificate(cer).fingerprint.replaceAll(':', ''));
	});

	it('certificate-pkcs12-not-exportable: no key', () => {
		const { value, cer } = valueAndCertificate('certificate-pkcs12-not-exportable');
		const contents = readPfx(Buffer.from(value, 'base64'));
		assert.deepEqual(
			contents.certificates.map(({ der }) => der),
			[cer],
		);
		assert.throws(() => selectKeyWithChain(contents), { code: 'PFX_NO_KEY' });
	});
});
