// Certificates as a vault gives them, with everything that is rendered of one.
import assert from 'node:assert/strict';
import { randomBytes, X509Certificate } from 'node:crypto';
import { toPem } from '../../src/certificate/pem.js';
import { writePfx } from '../../src/certificate/pfx-write.js';
import type { CertificateContext } from '../../src/render/certificate-outputs.js';
import { renderCertificate } from '../../src/render/render-certificate.js';
import type { Rendered } from '../../src/render/rendered.js';
import { SecretText } from '../../src/secret-text.js';
import type { Issued } from './certificates.js';
import { makeCertificateBundle, makeDestination, makeItem, makeSecretBundle } from './make-rendered.js';

/** A certificate with its issuers, nearest first. */
export interface Chained {
	readonly leaf: Issued;
	readonly issuers: readonly Issued[];
}

/** As Key Vault gives it: base64 PFX under the null password. */
export function pfxValueOf({ leaf, issuers }: Chained): string {
	const pfx = writePfx({
		privateKey: leaf.pkcs8,
		certificates: [leaf, ...issuers].map(({ certificate }) => certificate),
		password: null,
		friendlyName: 'c5e5d8f6-0000-0000-0000-000000000000',
		protection: '3des',
		randomBytes,
	});
	return pfx.toString('base64');
}

/** As Key Vault gives it if it holds PEM: the key, the certificate, its issuers. */
export function pemValueOf({ leaf, issuers }: Chained): string {
	return toPem('PRIVATE KEY', leaf.pkcs8) + [leaf, ...issuers].map(certificatePem).join('');
}

/** A certificate in PEM. */
export function certificatePem({ certificate }: Issued): string {
	return toPem('CERTIFICATE', certificate);
}

/** What may differ from one line or machine to the other. */
export interface Options {
	/** Modifiers of the line, as a user writes them. */
	readonly modifiers?: readonly string[];
	/** The secret's value; null if none was asked for. */
	readonly value?: string | null;
	readonly context?: Partial<CertificateContext>;
}

/** The line `EXO = exo` with these steps, rendered. */
export function render(chained: Chained, wanted: Options = {}): Rendered {
	return renderDer(chained.leaf.certificate, { value: pfxValueOf(chained), ...wanted });
}

/** As {@link render}, for a certificate in DER. */
export function renderDer(der: Buffer, { modifiers = [], value = null, context }: Options): Rendered {
	return renderCertificate(
		makeDestination('EXO', makeItem('exo', 'certificates'), modifiers),
		{ certificate: makeCertificateBundle({ der }), secret: value === null ? undefined : makeSecretBundle(value) },
		{ platform: 'linux', randomBytes, ...context },
	);
}

/** The only file's bytes. */
export function fileOf({ files }: Rendered): Buffer {
	assert.equal(files.length, 1);
	return files[0]?.bytes.reveal() ?? Buffer.alloc(0);
}

/** Outputs by name, revealed. */
export function outputsOf({ outputs }: Rendered): Readonly<Record<string, string>> {
	return Object.fromEntries(
		outputs.map(({ name, value }) => [name, value instanceof SecretText ? value.reveal() : value]),
	);
}

/** SHA-1 as Windows shows it. */
export function thumbprintOf({ certificate }: Issued): string {
	return new X509Certificate(certificate).fingerprint.replaceAll(':', '');
}
