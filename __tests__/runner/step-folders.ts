// The folders and files that a runner makes for a step, and their end.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Variables that name a step's files. */
export const FILE_VARIABLES = [
	'GITHUB_OUTPUT',
	'GITHUB_ENV',
	'GITHUB_STATE',
	'GITHUB_PATH',
	'GITHUB_STEP_SUMMARY',
] as const;
export type FileVariable = (typeof FILE_VARIABLES)[number];

/** One step's folders. */
export interface StepFolders {
	readonly workspace: string;
	/** RUNNER_TEMP. While the step runs it also holds the command files, as a runner's does. */
	readonly temp: string;
	readonly files: Readonly<Record<FileVariable, string>>;
	/** The command files' contents; empty if the step has removed one. They are gone afterwards. */
	takeFiles(): Readonly<Record<FileVariable, string>>;
	/** Removes everything, at once rather than at the end of the process. */
	dispose(): void;
}

const leftovers = new Set<string>();
let isWatching = false;

/**
 * Makes fresh folders, which go at the latest when the process ends; or, in the folder of an earlier step, what is fresh
 * for each program.
 */
export function makeStepFolders(tempOfEarlier?: string, parent: string = tmpdir()): StepFolders {
	if (!isWatching) process.once('exit', removeLeftovers);
	isWatching = true;
	// macOS hands out its temporary folder by way of a link.
	const root =
		tempOfEarlier === undefined ? realpathSync(mkdtempSync(join(parent, 'runner-'))) : dirname(tempOfEarlier);
	leftovers.add(root);
	const workspace = join(root, 'workspace');
	const temp = join(root, '_temp');
	const commands = join(temp, '_runner_file_commands');
	for (const folder of [workspace, commands]) mkdirSync(folder, { recursive: true });
	const files = mapFiles((name) => join(commands, name.toLowerCase()));
	for (const file of Object.values(files)) writeFileSync(file, '');
	return {
		workspace,
		temp,
		files,
		takeFiles: () => {
			const contents = mapFiles((name) => readIfThere(files[name]));
			rmSync(commands, { recursive: true, force: true });
			return contents;
		},
		dispose: () => {
			rmSync(root, { recursive: true, force: true });
			leftovers.delete(root);
		},
	};
}

function mapFiles(map: (name: FileVariable) => string): Readonly<Record<FileVariable, string>> {
	return Object.fromEntries(FILE_VARIABLES.map((name) => [name, map(name)])) as Record<FileVariable, string>;
}

function readIfThere(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}

function removeLeftovers(): void {
	for (const root of leftovers) rmSync(root, { recursive: true, force: true });
}
