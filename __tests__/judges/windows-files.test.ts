// Output of the committed bundle on the Node of Windows, run by Wine: outputs, variables, and files by paths as Windows has them.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, win32 } from 'node:path';
import { describe, it } from 'node:test';
import { parseClientCertificate } from '../../src/certificate/key-pair.js';
import { SecretText } from '../../src/secret-text.js';
import { runStep, type StepResult } from '../runner/run-step.js';
import { signInInputs } from '../support/run-action.js';
import { noWindows } from './windows.js';
import { assertFetched, windowsWorld } from './windows-step.js';

const world = windowsWorld();

/** A path below RUNNER_TEMP as programs of Windows take it: a drive letter, backslashes, nothing to resolve. */
function assertPath(path: string | undefined, temp: string): void {
	assert.ok(path !== undefined);
	assert.equal(win32.normalize(path), path);
	assert.equal(path.split(/[\\/]/).length, path.split('\\').length, `${path} has a slash`);
	assert.match(path, /^C:\\/);
	assert.ok(path.startsWith(`${world.windows.toStep(temp)}\\`), path);
}

/** The content of a file of Windows. */
function contentOf(path: string | undefined): Buffer {
	const drive = win32.parse(path ?? '').root;
	assert.equal(drive, 'C:\\');
	return readFileSync(
		join(dirname(dirname(world.windows.folder)), (path ?? '').slice(drive.length).replaceAll('\\', '/')),
	);
}

describe("on Windows' Node", { skip: noWindows, concurrency: 2 }, () => {
	it('outputs and variables are byte for byte what the vault holds, through files with CRLF', async () => {
		const values = {
			plain: 'value',
			lf: 'one\ntwo\n',
			crlf: 'one\r\ntwo\r\n',
			mixed: '\r\none\n\ntwo\r',
			greek: 'αβγ ü €',
		};
		for (const [name, value] of Object.entries(values)) world.emulator.vault().setSecret(`text-${name}`, value);
		const names = Object.keys(values);
		const secrets = names.map((name) => `TEXT_${name} = text-${name}`).join('\r\n');
		const result = await world.run({ secrets, 'export-env': 'true' });
		assertFetched(result, Object.fromEntries(names.map((name) => [`TEXT_${name}`, values[name as 'plain']])));
		for (const name of names)
			assert.equal(result.environment[`TEXT_${name.toUpperCase()}`], values[name as 'plain'], name);
		assert.match(result.rawOutputFile, /^TEXT_plain<<(ghadelimiter_\S+)\r\nvalue\r\n\1\r\n/);
	});

	it('a file has a path with a drive and backslashes, in a RUNNER_TEMP with blanks and umlauts, and goes', async () => {
		const between = async (main: StepResult, temp: string): Promise<void> => {
			assertFetched(main, { DB: 'value of db' });
			assert.match(world.windows.toStep(temp), /^C:\\actions runner\\_wörk\\/);
			for (const name of ['DB-path', 'EXO-path']) assertPath(main.outputs[name], temp);
			assert.equal(contentOf(main.outputs['DB-path']).toString(), 'value of db');
			const password = new SecretText(main.outputs['EXO-password'] ?? '');
			const { certificate } = parseClientCertificate(contentOf(main.outputs['EXO-path']), password);
			assert.deepEqual(certificate, world.exo.certificate.der);
			const shown = await world.windows.runProgram('cmd', '/c', 'type', main.outputs['DB-path'] ?? '');
			assert.deepEqual([shown.exitCode, shown.stdout], [0, 'value of db']);
		};
		const { left, post } = await world.runBoth(
			{ secrets: 'DB = db | file', certificates: 'EXO = exo | file' },
			{ between },
		);
		assert.deepEqual(left, []);
		assert.equal(post.log.length, 1, post.log.join('\n'));
	});

	it('a path that is joined by a slash is found', async () => {
		// Put into the running bundle: what it joins, it joins as on Linux.
		const fault = `import path from 'node:path'; import { syncBuiltinESMExports as sync } from 'node:module'; path.join = (...all) => all.join('/'); sync();`;
		const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(fault)}` };
		const between = (main: StepResult, temp: string): void => {
			assert.equal(main.exitCode, 0, main.log.join('\n'));
			assert.throws(() => assertPath(main.outputs['DB-path'], temp), /\//);
		};
		await world.runBoth({ secrets: 'DB = db | file' }, { env, between });
	});

	it('names of devices are names of files', async () => {
		const names = ['CON', 'nul', 'Aux', 'prn', 'COM1', 'lpt9', '_nul'];
		const secrets = names.map((name) => `${name} = db | file`).join('\n');
		const between = (main: StepResult, temp: string): void => {
			assert.equal(main.exitCode, 0, main.log.join('\n'));
			for (const name of names) {
				assertPath(main.outputs[`${name}-path`], temp);
				assert.equal(contentOf(main.outputs[`${name}-path`]).toString(), 'value of db', name);
			}
		};
		const { left } = await world.runBoth({ secrets, certificates: 'com3 = exo | file' }, { between });
		assert.deepEqual(left, []);
	});

	it('a path may be longer than 260 characters', async () => {
		const name = 'n'.repeat(127);
		world.emulator.vault().setSecret(name, 'behind a long path');
		const temp = world.windows.makeFolder(`actions runner/${'deep/'.repeat(40)}_temp`);
		const between = (main: StepResult): void => {
			assert.equal(main.exitCode, 0, main.log.join('\n'));
			const path = main.outputs[`${name}-path`];
			assert.ok((path?.length ?? 0) > 350, path);
			assert.equal(contentOf(path).toString(), 'behind a long path');
		};
		const env = { RUNNER_TEMP: world.windows.toStep(temp) };
		const trust = { NODE_EXTRA_CA_CERTS: world.windows.toStep(world.emulator.caFile) };
		const step = {
			system: world.windows,
			inputs: { ...signInInputs(world.emulator), secrets: `${name} | file` },
			env: { ...trust, ...env },
		};
		const main = await runStep(step);
		between(main);
		const post = await runStep({ ...step, after: main });
		assert.equal(post.exitCode, 0, post.log.join('\n'));
		assert.deepEqual(readdirSync(temp), []);
		main.dispose();
	});

	it('PEM of a certificate is text with line feeds, as on Linux', async () => {
		const between = (main: StepResult, temp: string): void => {
			assertPath(main.outputs['exo-path'], temp);
			const pem = contentOf(main.outputs['exo-path']).toString();
			assert.match(pem, /^-----BEGIN PRIVATE KEY-----\n[^\r]+\n-----END CERTIFICATE-----\n$/);
		};
		await world.runBoth({ certificates: 'exo | pem | file' }, { between });
	});
});
