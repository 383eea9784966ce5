// The frame around the story of every flow: the runner's files looked at first, failures told as annotations.
import { ActionError, checkEach, expectedErrors } from '../errors.js';
import { annotateAll, describeErrors } from '../export/step-log.js';
import { wantsVariables } from '../input/scalars.js';
import { maskSecret } from '../masks/masks.js';
import type { RefusesVariable } from '../plan/output-names.js';
import type { Plan } from '../plan/plan.js';
import type { Ports, RunnerFile, StepInputs } from '../ports.js';

/** Runs a story. True if it came to its end; if it failed, the annotations say why. */
export async function runStory(ports: Ports, story: () => Promise<void>): Promise<boolean> {
	try {
		checkDebugSettings(ports.inputs.variable);
		await checkNetwork(ports);
		await story();
		return true;
	} catch (error) {
		const errors = expectedErrors(error);
		annotateAll(ports.log, 'error', describeErrors(errors));
		return false;
	}
}

async function checkNetwork({ network, log }: Ports): Promise<void> {
	// The variable was there before the step: what it holds is masked, however short.
	const masks = network.secrets.flatMap((secret) => maskSecret(secret.reveal()).masks);
	if (masks.length > 0) await log.mask(masks);
	annotateAll(log, 'warning', network.warnings);
	if (network.error !== undefined) throw network.error;
}

/**
 * Looks whether the places that the runner gives a step can be written: without its files, the toolkit would print values
 * instead.
 * @throws ActionErrors that name each that cannot
 */
export function checkRunner(
	{ files, privateFolders }: Pick<Ports, 'files' | 'privateFolders'>,
	needed: readonly RunnerPlace[],
): undefined {
	checkEach(needed, (place) => {
		const problem = place === 'RUNNER_TEMP' ? privateFolders.problem() : files.problemOf(place);
		if (problem === undefined) return;
		throw new ActionError({
			code: 'RUNNER_FILE_UNUSABLE',
			title: 'Results cannot be written',
			problem,
			hint: 'A runner sets this variable for every step: run the action as a step of a job.',
		});
	});
}

/** Undefined if the outputs do not become variables. */
export async function loadVariableRule(inputs: StepInputs): Promise<RefusesVariable | undefined> {
	if (!wantsVariables(inputs)) return undefined;
	const { isRefusedVariable } = await import('../plan/refused-variables.js');
	return isRefusedVariable;
}

/** Variables that have Node print what passes through it, whether the answers or the state of its encryption. */
const VARIABLES = ['NODE_DEBUG', 'NODE_DEBUG_NATIVE'];

/**
 * Options that have Node store the keys of its connections (`--tls-keylog`), print their messages (`--trace-tls`), or store
 * the memory or the environment of the step, inputs among it.
 */
const OPTION =
	/^--(?:tls-keylog|trace-tls|heapsnapshot-[a-z-]+|report-(?:on-fatalerror|on-signal|uncaught-exception))$/;

/**
 * Looks for settings under which secrets would be printed or stored.
 * @throws ActionErrors that name each of them
 */
export function checkDebugSettings(variable: StepInputs['variable']): undefined {
	const found = [
		...VARIABLES.filter((name) => variable(name) !== undefined),
		...optionsOf(variable('NODE_OPTIONS') ?? '')
			.filter((option) => OPTION.test(option))
			.map((option) => `${option} in NODE_OPTIONS`),
	];
	checkEach(found, (subject) => {
		throw new ActionError({
			code: 'NODE_SETTING_REFUSED',
			title: 'Node would disclose secrets',
			subject,
			problem: 'Node prints or stores what the step sends and receives while this is set, so nothing was sent.',
			hint: "Remove it from the env of the step, the job or the runner. To see more of the log, turn on the runner's debug logging (ACTIONS_STEP_DEBUG).",
		});
	});
}

// By name alone; Node takes an underscore for a hyphen there.
function optionsOf(text: string): readonly string[] {
	return text.split(/[\s"]+/).map((option) => option.replace(/=.*/s, '').replaceAll('_', '-'));
}

/** A file or folder of the runner, by the variable that names it. */
export type RunnerPlace = RunnerFile | 'RUNNER_TEMP';

/** The places that a plan needs. What is made there for the job is removed by the post step, which the state tells of it. */
export function runnerPlaces({
	exportEnv,
	destinations,
	patterns,
}: Pick<Plan, 'exportEnv' | 'destinations' | 'patterns'>): readonly RunnerPlace[] {
	const modifiers = [...destinations, ...patterns].map((place) => place.modifiers);
	const writesFiles = modifiers.some((one) => one.kind !== 'keys' && Boolean(one.file));
	const fillsStore = modifiers.some((one) => one.kind === 'certificates' && one.store);
	return [
		...(exportEnv ? (['GITHUB_ENV'] as const) : []),
		...(writesFiles || fillsStore ? (['GITHUB_STATE', 'RUNNER_TEMP'] as const) : []),
	];
}
