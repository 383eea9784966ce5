// The environment that a runner gives a step.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Step } from './run-step.js';
import type { StepFolders } from './step-folders.js';

/** The repository's root, from the folder that this file is compiled to. */
export const repositoryRoot = fileURLToPath(new URL('../../../', import.meta.url));

// What the machine must give so that Node starts; nothing else of this process's environment reaches the step.
const MACHINE_VARIABLES = [
	'PATH',
	'HOME',
	'USERPROFILE',
	'SYSTEMROOT',
	'SYSTEMDRIVE',
	'WINDIR',
	'TEMP',
	'TMP',
	'TMPDIR',
];
const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = { win32: 'Windows', darwin: 'macOS' };

/** The variables of a step, but for those of its inputs and its own. */
export function makeEnvironment(step: Step, folders: StepFolders): Record<string, string> {
	const all = makeWholeEnvironment(step, folders);
	return Object.fromEntries(Object.entries(all).filter(([name]) => !step.without?.some((one) => one === name)));
}

function makeWholeEnvironment(step: Step, { workspace, temp, files }: StepFolders): Record<string, string> {
	const machine = MACHINE_VARIABLES.map((name) => [name, process.env[name] ?? ''] as const);
	return {
		...Object.fromEntries(machine.filter(([, value]) => value !== '')),
		CI: 'true',
		GITHUB_ACTIONS: 'true',
		GITHUB_ACTION_PATH: dirname(join(repositoryRoot, step.action ?? 'action.yml')),
		GITHUB_API_URL: 'https://api.github.com',
		GITHUB_JOB: 'test',
		GITHUB_REF: 'refs/heads/main',
		GITHUB_REPOSITORY: 'contoso/automation',
		GITHUB_RUN_ATTEMPT: '1',
		GITHUB_RUN_ID: '1',
		GITHUB_SERVER_URL: 'https://github.com',
		GITHUB_WORKSPACE: workspace,
		RUNNER_ARCH: process.arch.toUpperCase(),
		RUNNER_ENVIRONMENT: 'self-hosted',
		RUNNER_NAME: 'model',
		RUNNER_OS: SYSTEMS[process.platform] ?? 'Linux',
		RUNNER_TEMP: temp,
		...(step.debug === true && { RUNNER_DEBUG: '1' }),
		...files,
	};
}
