// The post step of the committed bundle if there is nothing for it, or something that is none of its business.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { runAction } from '../support/run-action.js';
import { runBothSteps } from '../support/run-post-step.js';

const secrets = 'kubeconfig | file';

let emulator: Emulator;
let root: string;
before(async () => {
	emulator = await startEmulator();
	emulator.vault().setSecret('kubeconfig', 'apiVersion: v1\n');
	emulator.vault().setSecret('db', 'value-of-the-secret');
});
after(() => emulator.close());
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'clean-up-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the post step', () => {
	it('has nothing to do if the step has written none, or somebody has removed them', async () => {
		const { post } = await runBothSteps(emulator, { secrets: 'db' });
		assert.deepEqual([post.log, post.annotations], [[], []]);
		const removed = await runBothSteps(
			emulator,
			{ secrets },
			{ between: ({ outputs }) => rmSync(dirname(outputs['kubeconfig-path'] ?? ''), { recursive: true }) },
		);
		assert.deepEqual([removed.left, removed.post.annotations], [[], []]);
	});

	for (const folder of ['..', '../victim', '/', 'victim', 'key-vault-', `key-vault-${'0'.repeat(32)}/../victim`]) {
		it(`removes nothing if the state says ${folder}, and does not fail`, async () => {
			const temp = join(root, 'temp');
			for (const name of ['temp', 'victim', 'temp/victim']) mkdirSync(join(root, name));
			const { post, left } = await runBothSteps(
				emulator,
				{ secrets: 'db' },
				{ env: { RUNNER_TEMP: temp, STATE_folder: folder } },
			);
			assert.deepEqual(left, ['victim']);
			assert.ok(existsSync(join(root, 'victim')));
			assert.deepEqual(
				post.annotations.map(({ level, title }) => [level, title]),
				[['warning', 'Files are left']],
			);
		});
	}

	it('does not fail without RUNNER_TEMP either', async () => {
		const env = { STATE_folder: `key-vault-${'0'.repeat(32)}`, RUNNER_TEMP: '' };
		const { exitCode, annotations } = await runAction(emulator, {}, { main: 'dist/clean-up/index.js', env });
		assert.equal(exitCode, 0);
		assert.equal(annotations[0]?.title, 'Files are left');
	});
});
