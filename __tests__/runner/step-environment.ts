// The environment that a runner gives a step.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Step } from './run-step.js';
import type { StepFolders } from './step-folders.js';
import { ownSystem, type StepSystem } from './step-system.js';

/** The repository's root, from the folder that this file is compiled to. */
export const repositoryRoot = fileURLToPath(new URL('../../../', import.meta.url));

// Variables of the machine without which Node does not start; nothing else of this process's environment reaches the step.
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

/** The variables of a step, except for those of its inputs and its own. */
export function makeEnvironment(
	step: Step,
	folders: StepFolders,
	system: StepSystem = ownSystem(),
): Record<string, string> {
	const all = makeWholeEnvironment(step, folders, system);
	return Object.fromEntries(Object.entries(all).filter(([name]) => !step.without?.some((one) => one === name)));
}

function makeWholeEnvironment(step: Step, folders: StepFolders, system: StepSystem): Record<string, string> {
	const { toStep } = system;
	const files = Object.entries(folders.files).map(([name, path]) => [name, toStep(path)] as const);
	return {
		...machineVariables(system),
		CI: 'true',
		GITHUB_ACTIONS: 'true',
		GITHUB_ACTION_PATH: toStep(dirname(join(repositoryRoot, step.action ?? 'action.yml'))),
		GITHUB_API_URL: 'https://api.github.com',
		GITHUB_JOB: 'test',
		GITHUB_REF: 'refs/heads/main',
		GITHUB_REPOSITORY: 'contoso/automation',
		GITHUB_RUN_ATTEMPT: '1',
		GITHUB_RUN_ID: '1',
		GITHUB_SERVER_URL: 'https://github.com',
		GITHUB_WORKSPACE: toStep(folders.workspace),
		RUNNER_ARCH: process.arch.toUpperCase(),
		RUNNER_ENVIRONMENT: 'self-hosted',
		RUNNER_NAME: 'model',
		RUNNER_OS: SYSTEMS[system.platform] ?? 'Linux',
		RUNNER_TEMP: toStep(folders.temp),
		...(step.debug === true && { RUNNER_DEBUG: '1' }),
		...Object.fromEntries(files),
	};
}

// Another system has variables of its own in the place of this machine's.
function machineVariables({ platform, variables }: StepSystem): Record<string, string> {
	if (platform !== process.platform) return { ...variables };
	const machine = MACHINE_VARIABLES.map((name) => [name, process.env[name] ?? ''] as const);
	return { ...Object.fromEntries(machine.filter(([, value]) => value !== '')), ...variables };
}
