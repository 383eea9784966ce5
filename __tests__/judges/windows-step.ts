// Steps of the committed bundle on Windows' Node, against an emulator.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import type { StoredCertificate } from '../emulator/stored-objects.js';
import type { StepResult } from '../runner/run-step.js';
import { errorsOf } from '../support/run-action.js';
import { type BothOptions, type BothSteps, runBothSteps } from '../support/run-post-step.js';
import { noWindows, startWindows, type Windows } from './windows.js';

type Texts = Readonly<Record<string, string>>;

/** A Windows and an emulator, there once tests run. */
export interface WindowsWorld {
	readonly windows: Windows;
	readonly emulator: Emulator;
	/** A certificate of its vault. */
	readonly exo: StoredCertificate;
	/** Both steps; inputs are added to those that sign in. */
	runBoth(inputs: Texts, options?: BothOptions): Promise<BothSteps>;
	/** The step before the post step. */
	run(inputs: Texts, options?: BothOptions): Promise<StepResult>;
}

/** The world of a test file, for as long as its tests run. */
export function windowsWorld(): WindowsWorld {
	let windows: Windows | undefined;
	let emulator: Emulator | undefined;
	let exo: StoredCertificate | undefined;
	before(async () => {
		if (noWindows !== false) return;
		windows = startWindows();
		emulator = await startEmulator();
		emulator.vault().setSecret('db', 'value of db');
		exo = emulator.vault().setCertificate('exo');
	});
	after(async () => {
		windows?.close();
		await emulator?.close();
	});
	const world: WindowsWorld = {
		get windows() {
			return windows ?? assert.fail();
		},
		get emulator() {
			return emulator ?? assert.fail();
		},
		get exo() {
			return exo ?? assert.fail();
		},
		runBoth: (inputs, { env, ...options } = {}) => {
			const trust = { NODE_EXTRA_CA_CERTS: world.windows.toStep(world.emulator.caFile) };
			return runBothSteps(world.emulator, inputs, { system: world.windows, env: { ...trust, ...env }, ...options });
		},
		run: async (inputs, options) => (await world.runBoth(inputs, options)).main,
	};
	return world;
}

/** The step has fetched what it was told to fetch. */
export function assertFetched(result: StepResult, outputs: Texts): void {
	assert.equal(result.exitCode, 0, result.log.join('\n'));
	for (const [name, value] of Object.entries(outputs)) assert.equal(result.outputs[name], value, name);
}

/** The step has failed so, and exported nothing. */
export function assertRefused(result: StepResult, error: RegExp): void {
	assert.equal(result.exitCode, 1, result.log.join('\n'));
	assert.deepEqual(result.outputs, {});
	assert.match(errorsOf(result)[0] ?? '', error);
}
