// A certificate as outputs and masks, without steps and with `| public`.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toPem } from '../../../src/certificate/pem.js';
import { ActionError, ActionErrors } from '../../../src/errors.js';
import { maskPem, maskPfx } from '../../../src/masks/masks-of-values.js';
import { renderCertificate } from '../../../src/render/render-certificate.js';
import { SecretText } from '../../../src/secret-text.js';
import { makeKeyPair } from '../../emulator/key-pair.js';
import { issue } from '../../support/certificates.js';
import { makeCertificateBundle, makeDestination, makeItem, VERSION } from '../../support/make-rendered.js';
import * as hand from '../../support/pfx-by-hand.js';
import { EXO } from '../../support/throw-away.js';
import {
	certificatePem,
	outputsOf,
	pemValueOf,
	pfxValueOf,
	render,
	thumbprintOf,
} from '../../support/vault-certificate.js';

const root = issue('Root');
const EC = { leaf: issue('exo', { issuer: root }), issuers: [root] };
const OTHER = { leaf: issue('other'), issuers: [] };

const PUBLIC = {
	'EXO-thumbprint': thumbprintOf(EC.leaf),
	'EXO-subject': 'CN=exo',
	'EXO-expires-on': '2027-01-02T03:04:05Z',
	'EXO-version': VERSION,
	'EXO-cer': certificatePem(EC.leaf),
};

const reveal = ({ masks }: { masks: readonly SecretText[] }) => masks.map((mask) => mask.reveal());

/** A PFX that holds this certificate, and no key. */
function withoutKey(certificate: Buffer): string {
	return hand.pfxOf([hand.dataOf(hand.certificateBag(certificate))]).toString('base64');
}

function assertRefused(act: () => unknown, { code, problem }: { code: string; problem: RegExp }): void {
	assert.throws(act, (error) => {
		const errors = error instanceof ActionErrors ? error.errors : [error];
		const [first] = errors;
		assert.equal(errors.length, 1);
		assert.ok(first instanceof ActionError);
		assert.equal(first.code, code);
		assert.match(`${first.problem} ${first.hint}`, problem);
		return true;
	});
}

describe('a certificate', () => {
	it('sets six outputs', () => {
		const value = pfxValueOf(EC);
		assert.deepEqual(outputsOf(render(EC, { value })), { EXO: value, ...PUBLIC });
	});

	it('keeps covered what holds the private key, and only that', () => {
		const covered = render(EC).outputs.filter(({ value }) => value instanceof SecretText);
		assert.deepEqual(
			covered.map(({ name }) => name),
			['EXO'],
		);
	});

	it('has its subject as .NET prints it, and leaves the end empty if there is none', () => {
		const attributes = { notBefore: undefined, expires: undefined };
		const rendered = renderCertificate(
			makeDestination('EXO', makeItem('exo', 'certificates'), ['public']),
			{ certificate: makeCertificateBundle({ attributes }), secret: undefined },
			{
				platform: 'linux',
				randomBytes: () => assert.fail('no chance is needed'),
			},
		);
		assert.equal(outputsOf(rendered)['EXO-subject'], EXO.subject);
		assert.equal(outputsOf(rendered)['EXO-expires-on'], '');
	});

	it('gives no file, no entry for the store and nothing for the "secrets" output', () => {
		const { files, storeEntries, secrets, notes } = render(EC);
		assert.deepEqual([files, storeEntries, secrets, notes], [[], [], [], []]);
	});

	it('masks a PFX, its bytes too', () => {
		const value = pfxValueOf(EC);
		const texts = reveal(render(EC, { value }));
		for (const text of reveal(maskPfx(value))) assert.ok(texts.includes(text));
	});

	it('is PEM if the vault holds PEM, whose private key alone is masked', () => {
		const value = pemValueOf(EC);
		const rendered = render(EC, { value });
		assert.deepEqual(outputsOf(rendered), { EXO: value, ...PUBLIC });
		assert.deepEqual(new Set(reveal(rendered)), new Set(reveal(maskPem(value))));
		assert.ok(!reveal(rendered).some((text) => certificatePem(EC.leaf).split('\n').includes(text)));
	});

	it('comes out as the vault gives it if it cannot be opened and no step needs that', () => {
		for (const value of [Buffer.from('some other format').toString('base64'), toPem('PRIVATE KEY', Buffer.from('x'))]) {
			const rendered = render(EC, { value });
			assert.deepEqual(outputsOf(rendered), { EXO: value, ...PUBLIC });
			assert.ok(reveal(rendered).length > 0);
		}
	});

	it('that is none is refused', () => {
		assert.throws(() => render({ leaf: { ...EC.leaf, certificate: Buffer.from('3000', 'hex') }, issuers: [] }), {
			code: 'CERTIFICATE_UNREADABLE',
		});
	});
});

describe('a certificate whose secret', () => {
	it('holds no private key is refused, with or without steps', () => {
		for (const value of [withoutKey(EC.leaf.certificate), certificatePem(EC.leaf)]) {
			for (const modifiers of [[], ['file'], ['pem'], ['store']]) {
				assertRefused(() => render(EC, { value, modifiers }), {
					code: 'CERTIFICATE_NOT_EXPORTABLE',
					problem:
						/private key is not exportable, so the vault returns only the certificate\. .*\| public.*token action/,
				});
			}
		}
	});

	it('holds another certificate is refused, be its key the same', () => {
		const keys = makeKeyPair('ec');
		const before = { leaf: issue('exo', keys), issuers: [] };
		const after = { leaf: issue('exo', keys), issuers: [] };
		for (const value of [pfxValueOf(OTHER), pemValueOf(OTHER), pemValueOf({ ...OTHER, issuers: [EC.leaf] })]) {
			assertRefused(() => render(EC, { value }), { code: 'CERTIFICATE_MISMATCH', problem: /does not hold this/ });
		}
		assertRefused(() => render(after, { value: pfxValueOf(before) }), { code: 'CERTIFICATE_MISMATCH', problem: /./ });
		assert.doesNotThrow(() => render(after, { value: pfxValueOf({ ...before, issuers: [after.leaf] }) }));
	});

	it('cannot be opened is refused if a step needs that', () => {
		const value = Buffer.from('some other format').toString('base64');
		for (const modifiers of [['file'], ['file', 'pem'], ['pem'], ['store']]) {
			assertRefused(() => render(EC, { value, modifiers }), {
				code: 'CLIENT_CERTIFICATE_UNREADABLE',
				problem:
					/^the vault's value cannot be opened: found base64 of something .* Without .*file.* it is exported as it is/,
			});
		}
	});
});

describe('| public', () => {
	it('sets five outputs, covers and masks nothing', () => {
		const rendered = render(EC, { modifiers: ['public'], value: null });
		assert.deepEqual(outputsOf(rendered), PUBLIC);
		const { files, storeEntries, masks, weakness, secrets, notes } = rendered;
		assert.deepEqual([files, storeEntries, masks, weakness, secrets, notes], [[], [], [], undefined, [], []]);
	});

	it('does so if another line asked for the private key', () => {
		assert.deepEqual(outputsOf(render(EC, { modifiers: ['public'] })), PUBLIC);
	});

	it('asks for no private key: one that is not exportable is no matter', () => {
		const value = withoutKey(EC.leaf.certificate);
		assert.deepEqual(outputsOf(render(EC, { modifiers: ['public'], value })), PUBLIC);
	});
});
