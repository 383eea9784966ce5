// Files of secrets through the committed bundle: who may read them, and that nothing of them stays.
import assert from 'node:assert/strict';
import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { findNodes } from '../runner/node24.js';
import type { StepResult } from '../runner/run-step.js';
import { assertNoLeak, assertNothingExported, errorsOf, runAction } from '../support/run-action.js';
import { runBothSteps } from '../support/run-post-step.js';

const KUBECONFIG = 'apiVersion: v1\r\nclusters: []\n# ünïcode 🗝\n::add-mask::x\ntoken: hunter2hunter2\n';
const BYTES = Buffer.from([0, 0xff, 0xfe, 0x0d, 0x0a, 0x80, 0x41, 0x42]);
const isWindows = process.platform === 'win32';

let emulator: Emulator;
let root: string;
before(async () => {
	emulator = await startEmulator();
	const vault = emulator.vault();
	vault.setSecret('cluster', KUBECONFIG);
	vault.setSecret('keystore', BYTES.toString('base64'));
	vault.setSecret('db', 'value-of-the-secret');
});
after(() => emulator.close());
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const secrets = 'cluster | file\nCON = keystore | base64 | file\ndb';

for (const { version, path: node } of findNodes().nodes) {
	describe(`the bundle on Node ${version}`, () => {
		// Promise: H8
		it('writes files for this user alone, byte for byte, and the post step removes them', async () => {
			const { main, post, left } = await runBothSteps(emulator, { secrets }, { node, between: assertFiles });
			assert.equal(main.exitCode, 0, main.log.join('\n'));
			const outputs = ['CON-path', 'cluster', 'cluster-path', 'db', 'expiring', 'secrets'];
			assert.deepEqual(Object.keys(main.outputs).sort(), outputs);
			assert.equal(main.outputs['cluster'], KUBECONFIG);
			assertNoLeak(main, [KUBECONFIG, BYTES.toString('base64')]);
			assert.deepEqual(post.log, ['Removed the files that the step wrote.']);
			assert.deepEqual([left, post.annotations], [[], []]);
		});
	});
}

function assertFiles({ outputs }: StepResult, temp: string): void {
	const cluster = outputs['cluster-path'] ?? '';
	const keystore = outputs['CON-path'] ?? '';
	const folder = dirname(cluster);
	assert.equal(dirname(folder), temp);
	assert.equal(dirname(keystore), folder);
	assert.deepEqual([basename(cluster), basename(keystore)], ['cluster', '_CON']);
	assert.deepEqual(readdirSync(temp), [basename(folder)]);
	assert.equal(readFileSync(cluster, 'utf8'), KUBECONFIG);
	assert.deepEqual(readFileSync(keystore), BYTES);
	if (isWindows) return;
	assert.equal(statSync(folder).mode & 0o777, 0o700);
	for (const file of [cluster, keystore]) assert.equal(statSync(file).mode & 0o777, 0o600);
}

describe('RUNNER_TEMP', () => {
	// Promise: R10
	it('may have spaces and characters of any kind in its path', async () => {
		const temp = join(root, 'mit Leerzeichen & ünïcode 🗝 $HOME %0A');
		mkdirSync(temp);
		const { main, left } = await runBothSteps(
			emulator,
			{ secrets, 'export-env': 'true' },
			{ env: { RUNNER_TEMP: temp }, between: assertFiles },
		);
		assert.equal(main.exitCode, 0, main.log.join('\n'));
		assert.equal(main.environment['CLUSTER_PATH'], main.outputs['cluster-path']);
		assert.deepEqual(left, []);
	});

	it('keeps what is there already', async () => {
		mkdirSync(join(root, 'key-vault-of-somebody'));
		writeFileSync(join(root, 'file'), 'as before');
		const { left } = await runBothSteps(emulator, { secrets }, { env: { RUNNER_TEMP: root } });
		assert.deepEqual([...left].sort(), ['file', 'key-vault-of-somebody']);
	});

	for (const [what, problem] of [
		['unset', 'RUNNER_TEMP is not set.'],
		['no folder', 'RUNNER_TEMP does not name a folder that can be written to.'],
		['not there', 'RUNNER_TEMP does not name a folder that can be written to.'],
	] as const) {
		// Promise: R10
		it(`that is ${what} is an error before any request, where files are wanted`, async () => {
			writeFileSync(join(root, 'no folder'), '');
			const env = what === 'unset' ? {} : { RUNNER_TEMP: join(root, what) };
			const step = { env, ...(what === 'unset' && { without: ['RUNNER_TEMP'] as const }) };
			const requests = emulator.requests.length;
			const result = await runAction(emulator, { secrets }, step);
			assertNothingExported(result);
			assert.equal(emulator.requests.length, requests);
			assert.equal(errorsOf(result).length, 1);
			assert.ok(errorsOf(result)[0]?.startsWith(problem), errorsOf(result)[0]);
			assert.equal((await runAction(emulator, { secrets: 'db' }, step)).exitCode, 0);
		});
	}

	const isRoot = process.getuid?.() === 0;

	// Promise: R10
	it('that cannot be written is one as well', {
		skip: (isRoot || isWindows) && 'this user may write anywhere',
	}, async () => {
		chmodSync(root, 0o500);
		const result = await runAction(emulator, { secrets }, { env: { RUNNER_TEMP: root } });
		chmodSync(root, 0o700);
		assertNothingExported(result);
		assert.match(errorsOf(result)[0] ?? '', /^RUNNER_TEMP does not name a folder that can be written to\./);
	});

	it('that takes no folder after all leaves nothing', {
		skip: process.platform !== 'linux' && 'needs /proc',
	}, async () => {
		const result = await runAction(emulator, { secrets, 'export-env': 'true' }, { env: { RUNNER_TEMP: '/proc/self' } });
		assertNothingExported(result);
		assert.deepEqual([result.environment, result.state], [{}, {}]);
		assert.match(errorsOf(result)[0] ?? '', /^RUNNER_TEMP/);
		assertNoLeak(result, [KUBECONFIG]);
	});
});

describe('GITHUB_STATE', () => {
	it('that is unset is an error before any request, where files are wanted', async () => {
		const requests = emulator.requests.length;
		const result = await runAction(emulator, { secrets }, { without: ['GITHUB_STATE'] });
		assertNothingExported(result);
		assert.equal(emulator.requests.length, requests);
		assert.match(errorsOf(result)[0] ?? '', /^GITHUB_STATE is not set\./);
		assert.equal((await runAction(emulator, { secrets: 'db' }, { without: ['GITHUB_STATE'] })).exitCode, 0);
	});

	// Promise: P2
	it('knows the name of the folder alone', async () => {
		const { main } = await runBothSteps(emulator, { secrets });
		assert.deepEqual(Object.keys(main.state), ['folder']);
		assert.match(main.state['folder'] ?? '', /^key-vault-[0-9a-f]{32}$/);
		const again = await runBothSteps(emulator, { secrets });
		assert.notEqual(again.main.state['folder'], main.state['folder']);
	});
});

describe('nothing of the files stays', () => {
	it('if the step fails', async () => {
		emulator.inject({ kind: 'status', status: 404, match: { path: /^\/secrets\/db/ }, times: 1 });
		const { main, left, post } = await runBothSteps(emulator, { secrets });
		assertNothingExported(main);
		assert.deepEqual([left, post.log], [[], []]);
	});

	it('if outputs cannot be written, though the files could', {
		skip: process.platform !== 'linux' && 'needs a bash that hands on variables with hyphens',
	}, async () => {
		const node = join(root, 'node');
		writeFileSync(node, `#!/bin/bash\nulimit -f 16\nexec '${process.execPath}' "$@"\n`, { mode: 0o700 });
		emulator.vault().setSecret('large', 'x'.repeat(25_000));
		const { main, left, post } = await runBothSteps(
			emulator,
			{ secrets: `${secrets}\nlarge`, 'export-env': 'true' },
			{ node },
		);
		assertNothingExported(main);
		assert.match(errorsOf(main)[0] ?? '', /^GITHUB_OUTPUT: writing to it failed, so nothing is exported\./);
		assert.deepEqual([main.state, main.environment, left, post.log], [{}, {}, [], []]);
	});

	// Promise: H8
	it('if the job is cancelled, also after they are written', {
		skip: isWindows && 'Windows has no signals',
	}, async () => {
		// The process is kept from ending by itself once all is written.
		const keep = `const { exit } = process; process.exit = (code) => code ? exit(code) : setTimeout(exit, 30_000);`;
		const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(keep)}` };
		const cancelled = { env, cancelOn: 'Fetched, masked and exported:', between: assertFiles };
		const { main, left, post } = await runBothSteps(emulator, { secrets }, cancelled);
		assert.deepEqual([main.exitCode, post.log, left], [1, ['Removed the files that the step wrote.'], []]);
	});

	// Promise: R9
	it('if a later step has laid a link in the folder, or in its place, and what it points to stays', {
		skip: isWindows && 'links need rights there',
	}, async () => {
		const victim = join(root, 'victim');
		mkdirSync(victim);
		writeFileSync(join(victim, 'file'), 'as before');
		const lay = [
			({ outputs }: StepResult) => symlinkSync(victim, `${outputs['cluster-path']}-link`),
			({ outputs }: StepResult, temp: string) => {
				const folder = dirname(outputs['cluster-path'] ?? '');
				renameSync(folder, join(temp, 'moved'));
				symlinkSync(victim, folder);
			},
		];
		for (const [index, between] of lay.entries()) {
			const { left, post } = await runBothSteps(emulator, { secrets }, { between });
			assert.deepEqual(left, index === 0 ? [] : ['moved']);
			assert.deepEqual(post.annotations, []);
			assert.equal(readFileSync(join(victim, 'file'), 'utf8'), 'as before');
		}
	});
});
