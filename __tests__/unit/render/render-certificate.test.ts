// A certificate as outputs and masks.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toPem } from '../../../src/certificate/pem.js';
import { maskPem, maskPfx } from '../../../src/render/masks.js';
import { renderCertificate } from '../../../src/render/render-certificate.js';
import type { Rendered } from '../../../src/render/rendered.js';
import { SecretText } from '../../../src/secret-text.js';
import { EXO } from '../certificate/throw-away.js';
import { makeCertificateBundle, makeDestination, makeItem, makeSecretBundle, VERSION } from './make-rendered.js';

const DESTINATION = makeDestination('EXO', makeItem('exo', 'certificates'));
const PFX = Buffer.from('the bytes of a PFX, long enough').toString('base64');
const CER = toPem('CERTIFICATE', Buffer.from(EXO.cer, 'base64'));
const PEM = `${toPem('PRIVATE KEY', Buffer.from('the bytes of a private key, long enough for two lines'))}${CER}`;

function render(value: string, certificate = makeCertificateBundle()): Rendered {
	return renderCertificate(DESTINATION, { certificate, secret: makeSecretBundle(value) });
}

function outputsOf({ outputs }: Rendered): Record<string, string> {
	return Object.fromEntries(
		outputs.map(({ name, value }) => [name, value instanceof SecretText ? value.reveal() : value]),
	);
}

describe('renderCertificate', () => {
	it('sets six outputs', () => {
		assert.deepEqual(outputsOf(render(PFX)), {
			EXO: PFX,
			'EXO-thumbprint': EXO.thumbprint,
			'EXO-subject': EXO.subject,
			'EXO-expires-on': '2027-01-02T03:04:05Z',
			'EXO-version': VERSION,
			'EXO-cer': CER,
		});
	});

	it('keeps covered what holds the private key, and only that', () => {
		const covered = render(PFX).outputs.filter(({ value }) => value instanceof SecretText);
		assert.deepEqual(
			covered.map(({ name }) => name),
			['EXO'],
		);
	});

	it('leaves the end empty where there is none', () => {
		const attributes = { notBefore: undefined, expires: undefined };
		assert.equal(outputsOf(render(PFX, makeCertificateBundle({ attributes })))['EXO-expires-on'], '');
	});

	it('is no part of the "secrets" output', () => {
		assert.deepEqual(render(PFX).secrets, []);
	});

	it('masks a PFX, its bytes too', () => {
		assert.deepEqual(
			render(PFX).masks.map((mask) => mask.reveal()),
			maskPfx(PFX).masks.map((mask) => mask.reveal()),
		);
	});

	it('gives PEM where the vault holds PEM, and masks its private key alone', () => {
		const rendered = render(PEM);
		assert.equal(outputsOf(rendered)['EXO'], PEM);
		assert.deepEqual(
			rendered.masks.map((mask) => mask.reveal()),
			maskPem(PEM).masks.map((mask) => mask.reveal()),
		);
		const texts = rendered.masks.map((mask) => mask.reveal());
		assert.ok(!texts.some((text) => CER.split('\n').includes(text)));
	});

	it('refuses what is no certificate', () => {
		assert.throws(() => render(PFX, makeCertificateBundle({ der: Buffer.from('3000', 'hex') })), {
			code: 'CERTIFICATE_UNREADABLE',
		});
	});
});
