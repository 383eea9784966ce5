// Settings of Node that print or store what a step sends and receives.
import { ActionError, checkEach } from '../errors.js';
import type { StepInputs } from '../ports.js';

/** Variables that have Node print what passes through it, be it the answers or the state of its encryption. */
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
