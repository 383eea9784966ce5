// A post step that is interrupted, terminated or killed, at any point: what a step has left goes all the same, at the latest
// when the post step is started anew.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { runStep, type StepResult } from '../runner/run-step.js';
import { signInInputs } from '../support/run-action.js';

const INPUTS = { secrets: 'db | file', certificates: 'exo | file\nSTORED = exo | store' };

/** The entry and its mark, the five folders of the store that the step has made, the private folder. */
const REMOVALS = 8;

let emulator: Emulator;
const home = mkdtempSync(join(tmpdir(), 'post-step-'));
before(async () => {
	emulator = await startEmulator();
	emulator.vault().setSecret('db', 'value-of-the-secret');
	emulator.vault().setCertificate('exo');
});
after(async () => {
	await emulator.close();
	rmSync(home, { recursive: true });
});

/** Has the process send itself a signal right before it removes for the n-th time. */
function signalAt(removal: number, signal: NodeJS.Signals): string {
	const script = `
		import fs from 'node:fs';
		import { syncBuiltinESMExports } from 'node:module';
		let left = ${removal};
		for (const name of ['rmSync', 'rmdirSync']) {
			const original = fs[name];
			fs[name] = (...args) => {
				if (--left === 0) {
					process.kill(process.pid, '${signal}');
					Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
				}
				return original(...args);
			};
		}
		syncBuiltinESMExports();`;
	return `--import=data:text/javascript,${encodeURIComponent(script)}`;
}

describe('a post step that gets a signal', {
	skip: process.platform !== 'linux' && 'the store of files is that of Linux',
}, () => {
	for (let removal = 1; removal <= REMOVALS; removal++) {
		for (const signal of ['SIGKILL', removal % 2 === 0 ? 'SIGINT' : 'SIGTERM'] as const) {
			// Promises: H8, R7
			it(`leaves nothing in the end: ${signal} before removal ${removal}`, async () => {
				const ownHome = mkdtempSync(join(home, 'user-'));
				const step = {
					inputs: { ...signInInputs(emulator), ...INPUTS },
					env: { NODE_EXTRA_CA_CERTS: emulator.caFile, HOME: ownHome },
				};
				const runPost = (env: Readonly<Record<string, string>>): Promise<StepResult> =>
					runStep({ ...step, env: { ...step.env, ...env }, after: main });
				const main = await runStep(step);
				assert.equal(main.exitCode, 0, main.log.join('\n'));
				const struck = await runPost({ NODE_OPTIONS: signalAt(removal, signal) });
				if (signal === 'SIGKILL') {
					assert.equal(struck.signal, signal, 'the post step removes less often than that');
					assert.notDeepEqual([readdirSync(main.temp), readdirSync(ownHome)], [[], []]);
					assert.equal((await runPost({})).exitCode, 0);
				} else {
					assert.deepEqual([struck.exitCode, struck.signal, struck.annotations], [0, null, []]);
				}
				assert.deepEqual([readdirSync(main.temp), readdirSync(ownHome)], [[], []]);
				main.dispose();
			});
		}
	}
});
