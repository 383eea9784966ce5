// The user's store of .NET on Linux, filled and emptied by the committed bundle.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { readPfx } from '../../src/certificate/pfx-read.js';
import { writePfx } from '../../src/certificate/pfx-write.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { runStep, type StepResult } from '../runner/run-step.js';
import { issue } from '../support/certificates.js';
import { asMade } from '../support/issued-certificate.js';
import { encodings } from '../support/print-masked.js';
import { assertNothingExported, errorsOf, runAction, signInInputs } from '../support/run-action.js';
import { type BothOptions, runBothSteps } from '../support/run-post-step.js';
import { thumbprintOf } from '../support/vault-certificate.js';

const root = issue('Root');
const LEAF = issue('exo', { issuer: root, kind: 'rsa' });
const ENTRY = `${thumbprintOf(LEAF)}.pfx`;
const STORE = '.dotnet/corefx/cryptography/x509stores/my';

let emulator: Emulator;
let home: string;
before(async () => {
	emulator = await startEmulator();
	emulator.vault().setCertificate('exo', { made: asMade({ leaf: LEAF, issuers: [root] }) });
	emulator.vault().setCertificate('other');
	emulator.vault().setSecret('large', 'x'.repeat(25_000));
});
after(() => emulator.close());
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'home ünïcode '));
	writeFileSync(join(home, '.bashrc'), 'as before');
});
afterEach(() => rmSync(home, { recursive: true }));

const inputs = { certificates: 'exo | store' };
const inStore = (name: string): string => join(home, STORE, name);

/** Everything below HOME, with what the files hold. */
function listHome(): Readonly<Record<string, string>> {
	const names = readdirSync(home, { recursive: true, encoding: 'utf8' }).sort();
	const read = (path: string): string => (statSync(path).isDirectory() ? '' : readFileSync(path, 'base64'));
	return Object.fromEntries(names.map((name) => [name, read(join(home, name))]));
}

/** Both steps, with HOME and RUNNER_TEMP as before at their end. */
async function runAsBefore(options: BothOptions = {}, ofStep: Readonly<Record<string, string>> = inputs) {
	const before = listHome();
	const both = await runBothSteps(emulator, ofStep, { ...options, env: { HOME: home, ...options.env } });
	assert.deepEqual(listHome(), before);
	assert.deepEqual(both.left, []);
	return both;
}

function writeOwn(name: string, withKey = true): Buffer {
	mkdirSync(join(home, STORE), { recursive: true });
	const parts = { privateKey: LEAF.pkcs8, certificates: [LEAF.certificate], password: null, friendlyName: 'own' };
	const pfx = writePfx({ ...parts, protection: '3des', randomBytes });
	writeFileSync(inStore(name), withKey ? pfx : LEAF.certificate);
	return pfx;
}

describe("the user's store", { skip: process.platform !== 'linux' && 'that is how .NET on Linux keeps it' }, () => {
	// Promise: H9
	it('has the certificate between the steps, and is as before after them', async () => {
		const between = (main: StepResult): void => {
			assert.equal(main.exitCode, 0, main.log.join('\n'));
			const pfx = readFileSync(inStore(ENTRY));
			const { privateKeys, certificates } = readPfx(pfx);
			assert.deepEqual(privateKeys[0]?.pkcs8, LEAF.pkcs8);
			assert.deepEqual(certificates[0]?.der, LEAF.certificate);
			assert.equal(statSync(inStore(ENTRY)).mode & 0o777, 0o600);
			for (let folder = STORE; folder !== '.'; folder = join(folder, '..'))
				assert.equal(statSync(join(home, folder)).mode & 0o777, 0o700);
			for (const [form, lines] of encodings(pfx))
				for (const line of lines) assert.equal(main.masker.mask(line), '***', form);
			assert.ok(main.log.some((line) => line.endsWith(', CurrentUser\\My')));
		};
		const { post } = await runAsBefore({ between });
		assert.deepEqual(post.log, [
			"Removed the step's certificates from the user's certificate store.",
			'Removed the files that the step wrote.',
		]);
	});

	// Promise: P3
	it('keeps what a user has there already, whatever its name', async () => {
		for (const name of [ENTRY, ENTRY.replace('.pfx', '.3.pfx')]) {
			const own = writeOwn(name);
			const between = (main: StepResult): void => {
				assert.equal(main.exitCode, 0, main.log.join('\n'));
				assert.deepEqual(readdirSync(join(home, STORE)), [name]);
				assert.ok(main.log.some((line) => line.includes(`has ${thumbprintOf(LEAF)} already`)));
			};
			await runAsBefore({ between });
			assert.deepEqual(readFileSync(inStore(name)), own);
			rmSync(inStore(name));
		}
	});

	it('keeps an entry that .NET skips, and takes the next name', async () => {
		writeOwn(ENTRY, false);
		const between = (): void => assert.ok(existsSync(inStore(ENTRY.replace('.pfx', '.1.pfx'))));
		await runAsBefore({ between });
	});

	// Promise: P11
	it('gets two steps of one job side by side, and each takes its own back', async () => {
		const before = listHome();
		const env = { NODE_EXTRA_CA_CERTS: emulator.caFile, HOME: home };
		const step = { inputs: { ...signInInputs(emulator), ...inputs }, env };
		const first = await runStep(step);
		const second = await runStep(step);
		assert.deepEqual([first.exitCode, second.exitCode], [0, 0], second.log.join('\n'));
		assert.equal(readdirSync(join(home, STORE)).filter((name) => name.endsWith('.pfx')).length, 2);
		await runStep({ ...step, after: second });
		assert.deepEqual(
			readdirSync(join(home, STORE)).filter((name) => name.endsWith('.pfx')),
			[ENTRY],
		);
		await runStep({ ...step, after: first });
		assert.deepEqual(listHome(), before);
		for (const result of [first, second]) result.dispose();
	});

	// Promises: H9, R7
	it('is cleared of what a killed job left, by the next step that fills it', async () => {
		const env = { NODE_EXTRA_CA_CERTS: emulator.caFile, HOME: home };
		const killed = await runStep({ inputs: { ...signInInputs(emulator), ...inputs }, env });
		assert.ok(existsSync(inStore(ENTRY)));
		killed.dispose();
		const between = (): void => assert.ok(!existsSync(inStore(ENTRY)));
		await runBothSteps(emulator, { certificates: 'other | store' }, { env: { HOME: home }, between });
		assert.deepEqual(readdirSync(join(home, STORE)), []);
	});

	it('is as before if the step fails before it writes', async () => {
		emulator.inject({ kind: 'status', status: 404, match: { path: /^\/secrets\/exo/ }, times: 1 });
		assertNothingExported((await runAsBefore()).main);
	});

	it('is as before if it has the certificate without its key, which is an error', async () => {
		mkdirSync(join(home, STORE), { recursive: true });
		execFileSync('openssl', ['pkcs12', '-export', '-nokeys', '-passout', 'pass:', '-out', inStore(ENTRY)], {
			input: `-----BEGIN CERTIFICATE-----\n${LEAF.certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
		});
		const { main } = await runAsBefore();
		assertNothingExported(main);
		assert.match(errorsOf(main)[0] ?? '', /^thumbprint [0-9A-F]{40}: .* without its private key/);
		assert.deepEqual(main.state, {});
	});

	it('is as before where outputs cannot be written, though the store could', async () => {
		const node = join(home, 'node');
		writeFileSync(node, `#!/bin/bash\nulimit -f 16\nexec '${process.execPath}' "$@"\n`, { mode: 0o700 });
		const { main } = await runAsBefore({ node }, { ...inputs, secrets: 'large' });
		assertNothingExported(main);
		assert.match(errorsOf(main)[0] ?? '', /^GITHUB_OUTPUT: writing to it failed, so nothing is exported\./);
	});

	it('is as before if the job is cancelled after it was filled', async () => {
		// The process is kept from ending by itself once all is written.
		const keep = `const { exit } = process; process.exit = (code) => code ? exit(code) : setTimeout(exit, 30_000);`;
		const between = (): void => assert.ok(existsSync(inStore(ENTRY)));
		const env = { HOME: home, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(keep)}` };
		const cancelOn = 'Fetched, masked and exported:';
		const { main, left } = await runBothSteps(emulator, inputs, { env, cancelOn, between });
		assert.equal(main.exitCode, 1);
		assert.deepEqual([left, Object.keys(listHome())], [[], ['.bashrc']]);
	});

	it('is an error before any request where HOME is unset', async () => {
		const requests = emulator.requests.length;
		const result = await runAction(emulator, inputs, { env: { HOME: '' } });
		assertNothingExported(result);
		assert.equal(emulator.requests.length, requests);
		assert.match(errorsOf(result)[0] ?? '', /^certificates line 1: the line has store, and HOME, .* is not set/);
		assert.equal((await runAction(emulator, { certificates: 'exo' }, { env: { HOME: '' } })).exitCode, 0);
	});
});
