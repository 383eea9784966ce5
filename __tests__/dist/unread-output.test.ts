// Programs whose output nobody reads any more, as when a runner was killed: they end.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startEmulator } from '../emulator/emulator.js';
import { repositoryRoot } from '../runner/step-environment.js';
import { runAction } from '../support/run-action.js';

async function runUnread(program: string): Promise<number | null> {
	const child = spawn(process.execPath, [join(repositoryRoot, program)], {
		env: { 'INPUT_AUTHORITY-HOST': 'http://login.example', INPUT_SECRETS: 'a' },
		stdio: ['ignore', 'pipe', 'ignore'],
		timeout: 30_000,
	});
	child.stdout.destroy();
	const [exitCode] = await once(child, 'exit');
	return exitCode;
}

for (const program of ['dist/index.js', 'token/dist/index.js', 'rotate/dist/index.js']) {
	// Promise: R5
	test(`${program} ends with 1`, async () => {
		assert.equal(await runUnread(program), 1);
	});
}

test('dist/clean-up/index.js ends with 0', async () => {
	assert.equal(await runUnread('dist/clean-up/index.js'), 0);
});

test('a summary that is a pipe without a reader holds no step', {
	skip: process.platform === 'win32' && 'needs mkfifo',
}, async () => {
	const folder = mkdtempSync(join(tmpdir(), 'unread-'));
	const emulator = await startEmulator();
	try {
		emulator.vault().setSecret('db', 'value-of-the-secret');
		const summary = join(folder, 'summary');
		execFileSync('mkfifo', [summary]);
		const result = await runAction(emulator, { secrets: 'db' }, { env: { GITHUB_STEP_SUMMARY: summary } });
		assert.equal(result.exitCode, 0);
	} finally {
		await emulator.close();
		rmSync(folder, { recursive: true });
	}
});
