// What the runner has to give the step, beside the outputs' file that every step needs.
import type { RunnerFile } from '../ports.js';
import type { Plan } from './plan.js';

/** A file or folder of the runner, by the variable that names it. */
export type RunnerPlace = RunnerFile | 'RUNNER_TEMP';

/** The places that a plan needs. What is made there for the job is removed by the post step, which the state tells of it. */
export function runnerPlaces({
	exportEnv,
	destinations,
	patterns,
}: Pick<Plan, 'exportEnv' | 'destinations' | 'patterns'>): readonly RunnerPlace[] {
	const steps = [...destinations, ...patterns].map((place) => place.steps);
	const writesFiles = steps.some((one) => one.kind !== 'keys' && Boolean(one.file));
	const fillsStore = steps.some((one) => one.kind === 'certificates' && one.store);
	return [
		...(exportEnv ? (['GITHUB_ENV'] as const) : []),
		...(writesFiles || fillsStore ? (['GITHUB_STATE', 'RUNNER_TEMP'] as const) : []),
	];
}
