// The main job through the committed bundle, on every Node that is at hand: values, outputs, masks, requests.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import type { StoredCertificate } from '../emulator/stored-objects.js';
import { findNodes } from '../runner/node24.js';
import type { StepResult } from '../runner/run-step.js';
import { assertNoLeak, runAction } from '../support/run-action.js';

const VALUES = {
	plain: 'correct-Horse+battery=staple',
	json: '{\n  "host": "db.contoso.example",\n  "apiKey": "f3b1c0de-9a77"\n}\n',
	'cr-lf': 'first line\r\nsecond line\r\n',
	command: '::add-mask::x\n::error::not a command\n%0A%25',
	heredoc: 'ghadelimiter\nEOF\nNAME<<EOF\nSecret=value',
	emoji: 'pässwörd-😀-漢字',
	large: Array.from({ length: 400 }, (_, index) => `line ${index} ${'x'.repeat(50)}`).join('\n'),
	'trailing-newline': 'value with a newline\n',
} as const;

for (const { version, path } of findNodes().nodes) {
	describe(`the bundle on Node ${version}`, () => {
		let emulator: Emulator;
		let result: StepResult;
		let pfx: StoredCertificate;
		let pem: StoredCertificate;
		let oldVersion: string;

		before(async () => {
			emulator = await startEmulator();
			const vault = emulator.vault();
			for (const [name, value] of Object.entries(VALUES)) vault.setSecret(name, value);
			oldVersion = vault.setSecret('versioned', 'the old value');
			vault.setSecret('versioned', 'the new value');
			pfx = vault.setCertificate('exo', {
				subject: [
					{ shortName: 'O', value: 'Contoso' },
					{ shortName: 'CN', value: 'exo' },
				],
			});
			pem = vault.setCertificate('pem-cert', { contentType: 'application/x-pem-file' });
			emulator.vault(emulator.otherVaultUrl).setSecret('api-key', 'key of the other vault', {
				expires: Math.floor(Date.now() / 1000) + 86_400 * 3,
			});
			result = await runAction(
				emulator,
				{
					secrets: [
						'# every kind of value',
						`${Object.keys(VALUES).join(', ')},`,
						'',
						`OLD = versioned/${oldVersion}`,
						'NEW = versioned',
						'AGAIN = VERSIONED',
						`OTHER = ${emulator.otherVaultUrl}/secrets/api-key`,
					].join('\n'),
					certificates: 'exo, PEM = pem-cert',
				},
				{ node: path },
			);
		});
		after(() => emulator.close());

		// Promises: H6, L4
		it('succeeds, says who signed in and what was fetched, and prints nothing else', () => {
			assert.equal(result.exitCode, 0, result.log.join('\n'));
			assert.match(result.log[0] ?? '', /^Signing in with client-secret \(input `client-secret` is set\): tenant /);
			assert.ok(result.log.some((line) => /secret plain \(version [0-9a-f]{32}, no expiry\) → plain$/.test(line)));
			assert.ok(
				result.log.some((line) => /certificate exo \(version [0-9a-f]{32}, expires .*Z\) → exo, exo-thumb/.test(line)),
			);
			assertNoLeak(result, [...Object.values(VALUES), 'the old value', 'the new value', pfx.certificate.pfxBase64]);
		});

		// Promise: H6
		it('gives every value byte for byte', () => {
			for (const [name, value] of Object.entries(VALUES)) assert.equal(result.outputs[name], value, name);
			assert.equal(result.outputs['OLD'], 'the old value');
			assert.equal(result.outputs['NEW'], 'the new value');
			assert.equal(result.outputs['AGAIN'], 'the new value');
			assert.equal(result.outputs['OTHER'], 'key of the other vault');
			const secrets = JSON.parse(result.outputs['secrets'] ?? '') as Record<string, string>;
			assert.deepEqual(Object.keys(secrets), [...Object.keys(VALUES), 'OLD', 'NEW', 'AGAIN', 'OTHER']);
			assert.equal(secrets['cr-lf'], VALUES['cr-lf']);
		});

		it('gives certificates as the vault holds them, and what is public of them', () => {
			const { certificate } = pfx;
			assert.equal(result.outputs['exo'], certificate.pfxBase64);
			assert.equal(
				result.outputs['exo-thumbprint'],
				createHash('sha1').update(certificate.der).digest('hex').toUpperCase(),
			);
			assert.equal(result.outputs['exo-subject'], 'CN=exo, O=Contoso');
			assert.match(result.outputs['exo-expires-on'] ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
			assert.equal(result.outputs['exo-version'], pfx.version);
			assert.equal(result.outputs['exo-cer']?.replaceAll(/-----.*-----|\s/g, ''), certificate.der.toString('base64'));
			assert.equal(result.outputs['PEM'], pem.certificate.pemBundle);
			assert.equal(result.outputs['PEM-subject'], 'CN=pem-cert');
		});

		it('names what expires soon, and white space around a value, each with one warning', () => {
			assert.equal(result.outputs['expiring'], '["api-key"]');
			const warnings = result.annotations.filter(({ level }) => level === 'warning');
			assert.deepEqual(
				warnings.map(({ title }) => title),
				['Expires soon: secret api-key', 'White space: secret trailing-newline'],
			);
		});

		it('asks for one token, each secret once, each certificate twice', () => {
			const asked = emulator.requests.map(
				({ method, listener, path: at }) => `${method} ${listener} ${at.split('/').slice(0, 3).join('/')}`,
			);
			const names = [...Object.keys(VALUES), 'versioned', 'versioned'];
			const tenant = emulator.entra.tokens[0]?.tenantId;
			assert.deepEqual(
				[...asked].sort(),
				[
					...names.map((name) => `GET vault /secrets/${name}`),
					...['exo', 'pem-cert'].flatMap((name) => [`GET vault /certificates/${name}`, `GET vault /secrets/${name}`]),
					'GET other-vault /secrets/api-key',
					`POST login /${tenant}/oauth2`,
				].sort(),
			);
			assert.ok(emulator.journal.mostAtOnce <= 8);
		});

		// Promise: L13
		it('writes a summary of names, versions, ends and outputs', () => {
			for (const text of ['plain', oldVersion, 'exo-thumbprint', 'OTHER'])
				assert.ok(result.summary.includes(text), text);
			assert.equal(result.summary.match(/<tr>/g)?.length, 1 + Object.keys(VALUES).length + 6);
		});

		// Promise: L7
		it('has every value hidden in each form in which a later step may print it', () => {
			const wrapped = (text: string, columns: number) => text.match(new RegExp(`.{1,${columns}}`, 'g')) ?? [];
			const base64 = (text: string) => Buffer.from(text).toString('base64');
			const values = [VALUES.plain, VALUES.json, VALUES['cr-lf'], VALUES.emoji, pfx.certificate.pfxBase64];
			for (const value of values) {
				const forms = [
					base64(value),
					base64(`${value}\n`),
					Buffer.from(value).toString('base64url'),
					...[64, 76].flatMap((columns) => [
						...wrapped(base64(value), columns),
						...wrapped(base64(`${value}\n`), columns),
					]),
					JSON.stringify(value).slice(1, -1),
					...value.split(/\r?\n/).filter((line) => line.trim().length >= 4),
				];
				for (const form of forms) assert.equal(result.masker.mask(form).replace(/^\s+/, ''), '***', form);
			}
			assert.ok(!result.masker.mask(result.outputs['secrets'] ?? '').includes('apiKey'));
			for (const line of wrapped(Buffer.from(pfx.certificate.pfxBase64, 'base64').toString('base64'), 64)) {
				assert.equal(result.masker.mask(line), '***');
			}
		});

		// Promise: P7
		it('leaves visible what is not a secret: punctuation, PEM armor, public certificates', () => {
			for (const text of [
				'{',
				'}',
				'-----BEGIN PRIVATE KEY-----',
				result.outputs['exo-cer'] ?? '',
				result.outputs['exo-thumbprint'] ?? '',
			]) {
				assert.equal(result.masker.mask(text), text);
			}
			const [, key = ''] = /KEY-----\n([^-]+)-/.exec(pem.certificate.pemBundle) ?? [];
			for (const line of key.trim().split('\n')) assert.equal(result.masker.mask(line), '***');
		});
	});
}
