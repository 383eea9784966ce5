// A step whose program is a test's own.
import { runStep, type Step, type StepResult } from './run-step.js';

/** An action that runs what the variable PROBE holds. */
export const ACTION = '__tests__/runner/fixture/action.yml';

const APPEND = 'import { appendFileSync as append, writeFileSync as write } from "node:fs"; const { env } = process;';

/** Runs this program as a step; it has `append`, `write` and `env`. */
export function probe(program: string, step: Partial<Step> = {}): Promise<StepResult> {
	return runStep({ action: ACTION, inputs: {}, ...step, env: { PROBE: `${APPEND}${program}`, ...step.env } });
}
