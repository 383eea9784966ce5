// Programs whose output nobody reads any more, as when a runner was killed: they end.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { repositoryRoot } from '../runner/step-environment.js';

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
	test(`${program} ends with 1`, async () => {
		assert.equal(await runUnread(program), 1);
	});
}

test('dist/clean-up/index.js ends with 0', async () => {
	assert.equal(await runUnread('dist/clean-up/index.js'), 0);
});
