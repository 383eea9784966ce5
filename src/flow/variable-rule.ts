// Which variables a run must not set. The list is long, and few runs set variables: it is loaded for them alone.
import { wantsVariables } from '../input/scalars.js';
import type { RefusesVariable } from '../plan/variable-name.js';
import type { StepInputs } from '../ports.js';

/** Undefined if the outputs do not become variables. */
export async function loadVariableRule(inputs: StepInputs): Promise<RefusesVariable | undefined> {
	if (!wantsVariables(inputs)) return undefined;
	const { isRefusedVariable } = await import('../plan/refused-variables.js');
	return isRefusedVariable;
}
