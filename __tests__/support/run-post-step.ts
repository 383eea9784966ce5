// A step of the committed bundle and the post step after it, as a runner starts them, with a look at RUNNER_TEMP between.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import type { Emulator } from '../emulator/emulator.js';
import { runStep, type Step, type StepResult } from '../runner/run-step.js';
import { signInInputs } from './run-action.js';

/** Both steps, and what they left. */
export interface BothSteps {
	readonly main: StepResult;
	readonly post: StepResult;
	/** Names of what is in RUNNER_TEMP after both. */
	readonly left: readonly string[];
}

/** What a test may choose of both steps, and what happens between them. */
export interface BothOptions extends Partial<Omit<Step, 'inputs' | 'after'>> {
	/** Looks at what the step has left; the path is RUNNER_TEMP. */
	readonly between?: (main: StepResult, temp: string) => void | Promise<void>;
}

/** Runs both; inputs are added to those that sign in. Neither may write to stderr, and the post step always succeeds. */
export async function runBothSteps(
	emulator: Emulator,
	inputs: Readonly<Record<string, string>>,
	{ between, ...options }: BothOptions = {},
): Promise<BothSteps> {
	const { cancelOn, ...ofBoth } = options;
	const step: Step = {
		...ofBoth,
		inputs: { ...signInInputs(emulator), ...inputs },
		env: { NODE_EXTRA_CA_CERTS: emulator.caFile, ...options.env },
	};
	const main = await runStep({ ...step, ...(cancelOn !== undefined && { cancelOn }) });
	const temp = options.env?.['RUNNER_TEMP'] ?? main.temp;
	await between?.(main, temp);
	const post = await runStep({ ...step, after: main });
	for (const { stderr, faults } of [main, post]) {
		assert.equal(stderr, '', 'something was written to stderr');
		assert.deepEqual(faults, []);
	}
	assert.equal(post.exitCode, 0);
	const left = readdirSync(temp);
	main.dispose();
	return { main, post, left };
}
