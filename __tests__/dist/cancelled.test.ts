// A step that is interrupted, terminated or killed, at any point: after the post step, nothing of it is left.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { CLIENT_SECRET } from '../emulator/directory.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import type { StepResult } from '../runner/run-step.js';
import { assertNoLeak } from '../support/run-action.js';
import { runBothSteps } from '../support/run-post-step.js';

const VALUE = 'value-of-the-secret';
const INPUTS = {
	secrets: 'db | file',
	certificates: 'exo | file\nSTORED = exo | store',
	'export-env': 'true',
};

/** Each once, since the step's last points are many: one for every output and variable. */
const LAST_POINT = 24;

let emulator: Emulator;
const home = mkdtempSync(join(tmpdir(), 'cancelled-'));
before(async () => {
	emulator = await startEmulator();
	emulator.vault().setSecret('db', VALUE);
	emulator.vault().setCertificate('exo');
});
after(async () => {
	await emulator.close();
	rmSync(home, { recursive: true });
});

/** Has the process send itself a signal right before it opens its n-th connection or writes for the n-th time. */
function signalAt(point: number, signal: NodeJS.Signals): string {
	const script = `
		import fs from 'node:fs';
		import net from 'node:net';
		import { syncBuiltinESMExports } from 'node:module';
		let left = ${point};
		const wrap = (object, name, counts = () => true) => {
			const original = object[name];
			object[name] = function (...args) {
				if (counts(args) && --left === 0) process.kill(process.pid, '${signal}');
				return original.apply(this, args);
			};
		};
		wrap(net.Socket.prototype, 'connect');
		for (const name of ['mkdirSync', 'writeFileSync', 'appendFileSync']) wrap(fs, name);
		wrap(fs, 'openSync', ([, flag]) => flag === 'wx');
		syncBuiltinESMExports();`;
	return `--import=data:text/javascript,${encodeURIComponent(script)}`;
}

function filesIn(folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ name }) => name);
}

// Asserts that all or nothing was written: the step writes without a pause, so a signal comes before all of it or after.
function assertAllOrNothing({ exitCode, rawOutputFile, outputs, environment, state }: StepResult): void {
	if (exitCode === 0) {
		assert.equal(outputs['db'], VALUE);
		assert.equal(environment['DB'], VALUE);
		return;
	}
	assert.equal(exitCode, 1);
	assert.deepEqual({ rawOutputFile, environment, state }, { rawOutputFile: '', environment: {}, state: {} });
}

describe('a step that gets a signal', { skip: process.platform === 'win32' && 'Windows has no signals' }, () => {
	const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGKILL'];
	for (let point = 1; point <= LAST_POINT; point++) {
		const signal = SIGNALS[point % SIGNALS.length] ?? 'SIGKILL';
		// Promises: H8, R6
		it(`leaves no file, no entry of the store and no secret in the log: ${signal} at point ${point}`, async () => {
			const ownHome = join(home, `${point}`);
			mkdirSync(ownHome);
			const env = { HOME: ownHome, NODE_OPTIONS: signalAt(point, signal) };
			const { main, post, left } = await runBothSteps(emulator, INPUTS, { env, debug: true });
			if (signal === 'SIGKILL') assert.equal(main.signal, signal, 'the step has fewer points than that');
			else assertAllOrNothing(main);
			assert.deepEqual([left, filesIn(ownHome)], [[], []]);
			for (const result of [main, post]) assertNoLeak(result, [VALUE, CLIENT_SECRET]);
		});
	}
});
