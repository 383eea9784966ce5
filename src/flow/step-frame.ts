// What every flow has around its story: the runner's files looked at first, failures told as annotations.
import { ActionError, checkEach, foreseenErrors } from '../errors.js';
import { annotateAll } from '../export/annotate.js';
import { describeErrors } from '../export/describe-errors.js';
import { checkDebugSettings } from '../input/debug-settings.js';
import { maskSecret } from '../masks/masks.js';
import type { RunnerPlace } from '../plan/runner-places.js';
import type { Ports } from '../ports.js';

/** Runs a story. True where it came to its end; where it failed, the annotations say why. */
export async function runStory(ports: Ports, story: () => Promise<void>): Promise<boolean> {
	try {
		checkDebugSettings(ports.inputs.variable);
		await checkNetwork(ports);
		await story();
		return true;
	} catch (error) {
		const errors = foreseenErrors(error);
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
