// The set action through the committed bundle, on every Node that is at hand.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { toPem } from '../../src/certificate/pem.js';
import { writePfx } from '../../src/certificate/pfx-write.js';
import { openBackingSecret } from '../../src/render/render-certificate.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { GITHUB_ISSUER, GITHUB_SUBJECT } from '../emulator/id-token-issuer.js';
import { findNodes } from '../runner/node24.js';
import type { Step, StepResult } from '../runner/run-step.js';
import { issue } from '../support/certificates.js';
import { assertNoLeak, assertNothingExported, errorsOf, runAction } from '../support/run-action.js';

const VALUE = 'Va1ue \'of\' the "database" & more';
const PASSWORD = 'Pa55word of the file';
const root = issue('Root', { kind: 'rsa' });
const leaf = issue('www', { kind: 'rsa', issuer: root, isAuthority: false });
const PEM = [
	toPem('PRIVATE KEY', leaf.pkcs8),
	toPem('CERTIFICATE', leaf.certificate),
	toPem('CERTIFICATE', root.certificate),
].join('');
const KEY_LINES = toPem('PRIVATE KEY', leaf.pkcs8).split('\n').slice(1, -2);

let emulator: Emulator;
let workspace: string;
before(async () => {
	emulator = await startEmulator();
	workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
	writeFileSync(join(workspace, 'banner.txt'), 'Banner for the h0st\n');
	const parts = { privateKey: leaf.pkcs8, certificates: [leaf.certificate, root.certificate], friendlyName: 'www' };
	const randomBytes = (length: number) => Buffer.alloc(length, 9);
	writeFileSync(
		join(workspace, 'www.pfx'),
		writePfx({ ...parts, password: PASSWORD, protection: 'aes256', randomBytes }),
	);
});
after(async () => {
	await emulator.close();
	rmSync(workspace, { recursive: true });
});

function run(inputs: Readonly<Record<string, string>>, step: Partial<Omit<Step, 'inputs'>> = {}): Promise<StepResult> {
	const env = { GITHUB_WORKSPACE: workspace, ...step.env };
	return runAction(emulator, inputs, { action: 'set/action.yml', ...step, env });
}

const SECRETS = ['db < env DB', 'banner < file banner.txt', 'made < generate 40 | output'];

for (const { version, path } of findNodes().nodes) {
	describe(`values that are written on Node ${version}`, () => {
		let result: StepResult;
		const name = (text: string) => text.replace(/^(\w+)/gm, `$1-${version.replaceAll('.', '-')}`);
		const stored = (of: string) => emulator.vault().findSecret(name(of));
		const inputs = () => ({
			secrets: name(SECRETS.join('\n')),
			certificates: name('www < file www.pfx | not-exportable | tag by=test\npem < env TLS'),
			'certificate-password': PASSWORD,
		});
		before(async () => {
			result = await run(inputs(), { node: path, debug: true, env: { DB: VALUE, TLS: PEM } });
		});

		it('are in the vault, and the outputs name their versions', () => {
			assert.equal(result.exitCode, 0, result.log.join('\n'));
			assert.deepEqual([stored('db')?.value, stored('banner')?.value], [VALUE, 'Banner for the h0st\n']);
			assert.match(stored('made')?.value ?? '', /^[0-9A-Za-z]{40}$/);
			const names = ['db', 'banner', 'made', 'www', 'pem'];
			assert.deepEqual(result.outputs, {
				...Object.fromEntries(
					names.flatMap((one) => [
						[name(`${one}`).concat('-version'), stored(one)?.version],
						[name(`${one}`).concat('-changed'), 'true'],
					]),
				),
				[name('made')]: stored('made')?.value,
			});
			const held = openBackingSecret(stored('pem')?.value ?? '', leaf.certificate);
			assert.deepEqual(held.chain, [root.certificate]);
			const { exportable, tags, certificate } = emulator.vault().findCertificate(name('www')) ?? assert.fail();
			assert.deepEqual([exportable, tags, certificate.der.equals(leaf.certificate)], [false, { by: 'test' }, true]);
		});

		it('are told in the log and the summary, by name and version', () => {
			for (const one of ['db', 'made']) {
				assert.ok(
					result.log.some((line) => line.startsWith(`secret ${name(one)}: stored as version ${stored(one)?.version}`)),
				);
				assert.ok(result.summary.includes(stored(one)?.version ?? assert.fail()));
			}
			assert.ok(result.annotations.some(({ level, message }) => level === 'warning' && /line break/.test(message)));
		});

		// Promise: H10
		it('shows no value, and hides it from then on', () => {
			const made = stored('made')?.value ?? '';
			assertNoLeak(result, [VALUE, PASSWORD, made, 'Banner for the h0st', ...KEY_LINES]);
			for (const value of [VALUE, PASSWORD, made, 'Banner for the h0st'])
				for (const form of [value, Buffer.from(value).toString('base64'), encodeURIComponent(value)])
					assert.equal(result.masker.mask(form), '***');
			for (const line of KEY_LINES.filter((one) => one.length === 64)) assert.equal(result.masker.mask(line), '***');
		});

		it('are written no second time, except what is made', async () => {
			const before = result.outputs;
			const again = await run(inputs(), { node: path, env: { DB: VALUE, TLS: PEM } });
			assert.equal(again.exitCode, 0, again.log.join('\n'));
			for (const one of ['db', 'banner', 'www', 'pem']) {
				assert.equal(again.outputs[`${name(one)}-changed`], 'false', one);
				assert.equal(again.outputs[`${name(one)}-version`], before[`${name(one)}-version`]);
			}
			assert.notEqual(again.outputs[name('made')], before[name('made')]);
		});
	});
}

describe('the set action', () => {
	// Promise: P12
	it('does not repeat a value that stands in a line', async () => {
		const count = emulator.requests.length;
		const result = await run({ secrets: 'db < hunter2-hunter2\nother < "hunter2-hunter2"' });
		assertNothingExported(result);
		assert.equal(errorsOf(result).length, 2);
		assertNoLeak(result, ['hunter2-hunter2']);
		assert.equal(emulator.requests.length, count);
	});

	it('signs in with the ID token of the job', async () => {
		const audience = 'api://AzureADTokenExchange';
		emulator.entra.app().federated = [{ issuer: GITHUB_ISSUER, subject: GITHUB_SUBJECT, audience }];
		const result = await run(
			{ secrets: 'by-oidc < env DB', 'client-secret': '' },
			{ env: { ...emulator.idTokenVariables, DB: VALUE } },
		);
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.equal(emulator.vault().findSecret('by-oidc')?.value, VALUE);
	});

	it('writes the other lines if one is refused, fails, and says what the vault holds', async () => {
		emulator.vault().setCertificate('taken');
		const result = await run({ secrets: 'first < env DB\ntaken < env DB\nlast < env DB' }, { env: { DB: VALUE } });
		assert.equal(result.exitCode, 1);
		assert.deepEqual(Object.keys(result.outputs), ['first-version', 'first-changed', 'last-version', 'last-changed']);
		assert.match(
			errorsOf(result)[0] ?? '',
			/^secret taken: it holds the private key.*Nothing was written for this line/,
		);
		assert.match(result.summary, /secret taken.*failed/s);
	});

	it('asks the vault what it holds if an answer is lost, and writes nothing twice', async () => {
		emulator.inject({ kind: 'reset-during-answer', match: { method: 'PUT' }, times: 1 });
		const result = await run({ secrets: 'lost < env DB' }, { env: { DB: VALUE } });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.equal(emulator.vault().listVersions('secrets', 'lost').length, 1);
	});

	it('changes nothing in a dry run, and disables the version before if it is to', async () => {
		const before = emulator.vault().setSecret('old', 'before');
		const dry = await run({ secrets: 'old < env DB', 'dry-run': 'true' }, { env: { DB: VALUE } });
		assert.deepEqual(dry.outputs, { 'old-version': before, 'old-changed': 'true' });
		const result = await run({ secrets: 'old < env DB', 'disable-previous': 'true' }, { env: { DB: VALUE } });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.equal(emulator.vault().findSecret('old', before)?.enabled, false);
	});

	it('recovers what was deleted if it is to', async () => {
		emulator.vault().delaysMs.recovery = 500;
		emulator.vault().setSecret('gone', 'before');
		emulator.vault().deleteSecret('gone');
		const result = await run({ secrets: 'gone < env DB', recover: 'true' }, { env: { DB: VALUE } });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.equal(emulator.vault().findSecret('gone')?.value, VALUE);
		assert.equal(emulator.vault().listVersions('secrets', 'gone').length, 2);
	});

	it('sends nothing without an output file', async () => {
		const count = emulator.requests.length;
		assertNothingExported(await run({ secrets: 'db < env DB' }, { env: { DB: VALUE }, without: ['GITHUB_OUTPUT'] }));
		assert.equal(emulator.requests.length, count);
	});
});
