// Whole runs of the set action for certificates: from PFX and PEM, compared by thumbprint, imported in a form that vaults take.
import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { describe, it } from 'node:test';
import { describeCertificate } from '../../src/certificate/describe.js';
import { toPem } from '../../src/certificate/pem.js';
import { writePfx } from '../../src/certificate/pfx-write.js';
import { openBackingSecret } from '../../src/render/render-certificate.js';
import { type Issued, issue } from '../support/certificates.js';
import { SetWorld } from '../support/set-world.js';

const root = issue('Root', { kind: 'rsa' });
const middle = issue('Middle', { issuer: root });
const leaf = issue('www', { kind: 'rsa', issuer: middle, isAuthority: false });
const renewed = issue('www', { kind: 'rsa', issuer: middle, isAuthority: false });
const ofCurve = issue('curve', { kind: 'ec', issuer: middle, isAuthority: false });

const PASSWORD = 'Pa55word of the file';
const CHAIN = [middle.certificate, root.certificate];

function pfxOf(
	{ pkcs8, certificate }: Issued,
	password: string | null,
	protection: 'aes256' | '3des' = 'aes256',
): Buffer {
	const parts = { privateKey: pkcs8, certificates: [certificate, ...CHAIN], friendlyName: 'x', protection };
	return writePfx({ ...parts, password, randomBytes: (length) => Buffer.alloc(length, 7) });
}

function pemOf({ pkcs8, certificate }: Issued): string {
	return [toPem('PRIVATE KEY', pkcs8), ...[certificate, ...CHAIN].map((der) => toPem('CERTIFICATE', der))].join('');
}

/** What the vault gives for it is the key with its certificate and issuers. */
function assertHeld(world: SetWorld, name: string, { pkcs8, certificate }: Issued): void {
	const held = openBackingSecret(world.vault.findSecret(name)?.value ?? '', certificate);
	assert.ok(held.privateKey.equals(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })));
	assert.deepEqual(held.chain, CHAIN);
}

const SOURCES: readonly (readonly [string, Buffer | string, string?])[] = [
	['a PFX with AES', pfxOf(leaf, PASSWORD), PASSWORD],
	['a PFX with 3DES', pfxOf(leaf, PASSWORD, '3des'), PASSWORD],
	['a PFX with an empty password', pfxOf(leaf, '')],
	['a PFX with no password', pfxOf(leaf, null)],
	['a PFX with no password, though one is given', pfxOf(leaf, null), PASSWORD],
	['base64 of a PFX', pfxOf(leaf, PASSWORD).toString('base64'), PASSWORD],
	['PEM', pemOf(leaf)],
	[
		'PEM with an encrypted key',
		[
			leaf.privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: PASSWORD }).toString(),
			...[root.certificate, leaf.certificate, middle.certificate].map((der) => toPem('CERTIFICATE', der)),
		].join(''),
		PASSWORD,
	],
];

describe('a certificate', () => {
	for (const [what, content, password = ''] of SOURCES) {
		it(`is imported from ${what}`, async () => {
			const world = new SetWorld();
			const { succeeded, outputs, errors, steps } = await world.run(
				{ certificates: 'www < file www.pfx', 'certificate-password': password },
				{ files: { 'www.pfx': content } },
			);
			assert.ok(succeeded, errors.join('\n'));
			const stored = world.vault.findCertificate('www');
			assert.deepEqual(outputs, { 'www-version': stored?.version, 'www-changed': 'true' });
			assert.deepEqual(steps.slice(1), ['GET /certificates/www', 'POST /certificates/www/import']);
			assert.equal(stored?.exportable, true);
			assert.equal(stored?.contentType, what.startsWith('PEM') ? 'application/x-pem-file' : 'application/x-pkcs12');
			assertHeld(world, 'www', leaf);
		});
	}

	it('may have an EC key, and come from a variable', async () => {
		const world = new SetWorld();
		for (const [index, text] of [pemOf(ofCurve), pfxOf(ofCurve, null).toString('base64')].entries()) {
			const inputs = { certificates: `c${index} < env TLS` };
			const { succeeded, errors } = await world.run(inputs, { variables: { TLS: text } });
			assert.ok(succeeded, errors.join('\n'));
			assertHeld(world, `c${index}`, ofCurve);
		}
	});

	const files = { 'www.pem': pemOf(leaf), 'renewed.pem': pemOf(renewed) };
	const CERTIFICATES = 'www < file www.pem';

	it('is not imported again', async () => {
		const world = new SetWorld();
		const first = await world.run({ certificates: `${CERTIFICATES} | tag a=1` }, { files });
		for (const certificates of [CERTIFICATES, `${CERTIFICATES} | tag a=1`]) {
			const { outputs, steps } = await world.run({ certificates }, { files });
			assert.deepEqual(outputs, { ...first.outputs, 'www-changed': 'false' });
			assert.deepEqual(steps.slice(1), ['GET /certificates/www']);
		}
	});

	it('becomes a new version if thumbprint, tags or exportability differ, with the tags and the form of the one before', async () => {
		const world = new SetWorld();
		const because = async (certificates: string) => {
			const { log, succeeded, errors } = await world.run({ certificates }, { files });
			assert.ok(succeeded, errors.join('\n'));
			return log.lines.at(-1)?.replace(/.*because /, '');
		};
		assert.equal(await because(`${CERTIFICATES} | tag a=1`), 'the vault had none.');
		assert.equal(await because(`${CERTIFICATES} | tag b=2`), 'the tags differ.');
		assert.deepEqual(world.vault.findCertificate('www')?.tags, { a: '1', b: '2' });
		assert.equal(await because(`${CERTIFICATES} | not-exportable`), 'its key was exportable.');
		assert.equal(world.vault.findCertificate('www')?.exportable, false);
		assert.equal(await because('www < file renewed.pem'), 'the certificate differs.');
		const stored = world.vault.findCertificate('www');
		assert.deepEqual(stored?.tags, { a: '1', b: '2' });
		assert.equal(stored?.exportable, false, 'what was put out of reach stays there');
		assert.equal(
			describeCertificate(stored?.certificate.der ?? Buffer.alloc(0)).thumbprint,
			describeCertificate(renewed.certificate).thumbprint,
		);
		assert.equal(world.count('www', 'certificates'), 4);
	});

	it('is imported if its current version is disabled, or not issued yet', async () => {
		const world = new SetWorld();
		await world.run({ certificates: CERTIFICATES }, { files });
		const stored = world.vault.findCertificate('www');
		if (stored !== undefined) world.vault.certificates.shelf.update(stored, { enabled: false });
		const { log } = await world.run({ certificates: CERTIFICATES }, { files });
		assert.ok(log.lines.at(-1)?.endsWith('because the version before is disabled.'), log.lines.join('\n'));
	});

	it('has the version before disabled with disable-previous', async () => {
		const world = new SetWorld();
		const { outputs } = await world.run({ certificates: CERTIFICATES }, { files });
		const inputs = { certificates: 'www < file renewed.pem', 'disable-previous': 'true' };
		const { succeeded, errors } = await world.run(inputs, { files });
		assert.ok(succeeded, errors.join('\n'));
		assert.equal(world.vault.findCertificate('www', outputs['www-version'])?.enabled, false);
		assert.equal(world.vault.findCertificate('www')?.enabled, true);
	});

	it('is recovered with recover', async () => {
		const world = new SetWorld();
		await world.run({ certificates: CERTIFICATES }, { files });
		world.vault.certificates.shelf.delete('www', 0);
		const refused = await world.run({ certificates: CERTIFICATES }, { files });
		assert.match(refused.errors[0] ?? '', /az keyvault certificate recover.*recover set to true/);
		const { succeeded, errors, outputs } = await world.run({ certificates: CERTIFICATES, recover: 'true' }, { files });
		assert.ok(succeeded, errors.join('\n'));
		assert.equal(outputs['www-changed'], 'false');
	});

	it('is named if its deletion holds the name of a secret, and the other way round', async () => {
		const world = new SetWorld();
		await world.run({ certificates: CERTIFICATES }, { files });
		world.vault.certificates.shelf.delete('www', 0);
		const secret = await world.run({ secrets: 'www < generate 20', recover: 'true' });
		assert.match(secret.errors[0] ?? '', /a deleted certificate holds this name.*Nothing was written/);
		const other = new SetWorld();
		other.vault.setSecret('www', 'before');
		other.vault.deleteSecret('www');
		const certificate = await other.run({ certificates: CERTIFICATES, recover: 'true' }, { files });
		assert.match(certificate.errors[0] ?? '', /a deleted secret or key holds this name.*Nothing was written/);
	});

	it('does not replace one whose request is pending, and says how to end that', async () => {
		const world = new SetWorld();
		const policy = { x509_props: { subject: 'CN=www' }, issuer: { name: 'Unknown' } };
		world.vault.certificates.create('www', policy as never, {});
		const { succeeded, errors } = await world.run({ certificates: CERTIFICATES }, { files });
		assert.ok(!succeeded);
		assert.match(
			errors[0] ?? '',
			/az keyvault certificate pending delete --vault-name contoso --name www.*Nothing was written/,
		);
	});

	it('draws a warning if it has expired, and the error says that the vault does not import it then', async () => {
		const old = issue('old', { kind: 'rsa', issuer: middle, isAuthority: false, notAfter: '260531235959Z' });
		const inputs = { certificates: 'old < file old.pem\nwww < file www.pem' };
		const { succeeded, warnings, errors, outputs } = await new SetWorld().run(inputs, {
			files: { ...files, 'old.pem': pemOf(old) },
		});
		assert.ok(!succeeded);
		assert.equal(warnings.length, 1);
		assert.match(warnings[0] ?? '', /^Expired: certificate old: .*line 1.* expired on 2026-05-31T23:59:59Z\./);
		assert.equal(errors.length, 1);
		assert.match(errors[0] ?? '', /old.*does not accept.*Renew the certificate if it has expired.*Nothing was written/);
		assert.deepEqual(Object.keys(outputs), ['www-version', 'www-changed']);
	});

	it('is never shown: neither its key, nor a file, nor a password', async () => {
		const { events, requests } = await new SetWorld().run(
			{ certificates: 'www < file www.pfx', 'certificate-password': PASSWORD },
			{ files: { 'www.pfx': pfxOf(leaf, PASSWORD) } },
		);
		const secrets = [PASSWORD, leaf.pkcs8.toString('base64'), leaf.pkcs8.toString('base64').slice(40, 80)];
		for (const { kind, text, name } of events) {
			if (kind !== 'mask') assert.ok(!secrets.some((secret) => `${name} ${text}`.includes(secret)), kind);
		}
		const lastMask = events.findIndex(({ kind, text }) => kind === 'mask' && text === PASSWORD);
		assert.ok(lastMask >= 0 && lastMask < events.findIndex(({ kind }) => kind === 'request'));
		assert.ok(requests.every(({ url }) => !url.includes(encodeURIComponent(PASSWORD))));
	});
});
