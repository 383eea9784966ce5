// What every flow has around its story: the runner's files looked at first, failures told as annotations.
import { ActionError, checkEach, foreseenErrors } from '../errors.js';
import { annotateAll, describeErrors } from '../export/annotate.js';
import type { Ports, RunnerFile } from '../ports.js';

/** Runs a story. True where it came to its end; where it failed, the annotations say why. */
export async function runStory(ports: Ports, story: () => Promise<void>): Promise<boolean> {
	try {
		await story();
		return true;
	} catch (error) {
		annotateAll(ports.log, 'error', describeErrors(foreseenErrors(error)));
		return false;
	}
}

/**
 * Looks whether the runner's files that the step needs can be written: without one, the toolkit would print values instead.
 * @throws ActionErrors that name each that cannot
 */
export function checkRunnerFiles({ files }: Pick<Ports, 'files'>, needed: readonly RunnerFile[]): undefined {
	checkEach(needed, (file) => {
		const problem = files.problemOf(file);
		if (problem === undefined) return;
		throw new ActionError({
			code: 'RUNNER_FILE_UNUSABLE',
			title: 'Outputs cannot be set',
			problem,
			hint: 'A runner sets this variable for every step: run the action as a step of a job.',
		});
	});
}
