// Stand-ins for the runner's files and its temporary folder: in memory, and out of order as told.
import type { PrivateFolders, RunnerFile, StepFiles } from '../../src/ports.js';
import { SecretBytes } from '../../src/secret-text.js';
import type { PortEvent } from './port-event.js';

/** Ways in which the runner's files may be out of order. */
export interface FileFaults {
	/** What `problemOf` says of each file. */
	readonly problems?: Partial<Record<RunnerFile, string>>;
	/** Says what `PrivateFolders.problem` says. */
	readonly folderProblem?: string;
	readonly summaryFails?: boolean;
}

/** The runner's files in memory. `failAt(n)` has the n-th entry of all, counted from 1, fail to be written. */
export function makeFiles({ problems = {}, summaryFails = false }: FileFaults = {}, events: PortEvent[] = []) {
	const outputs = new Map<string, string>();
	const variables = new Map<string, string>();
	const state = new Map<string, string>();
	const entries = { GITHUB_OUTPUT: outputs, GITHUB_ENV: variables, GITHUB_STATE: state };
	let html = '';
	let writes = 0;
	let failingWrite = 0;
	const write = (file: RunnerFile, kind: PortEvent['kind']) => (name: string, value: string) => {
		writes += 1;
		if (writes === failingWrite) throw new Error('ENOSPC: no space left on device');
		entries[file].set(name, value);
		events.push({ kind, name, text: value });
	};
	const files: StepFiles = {
		problemOf: (file) => problems[file],
		setOutput: write('GITHUB_OUTPUT', 'output'),
		exportVariable: write('GITHUB_ENV', 'variable'),
		saveState: write('GITHUB_STATE', 'state'),
		mark: (file) => {
			const before = [...entries[file]];
			return () => {
				entries[file].clear();
				for (const [name, value] of before) entries[file].set(name, value);
				events.push({ kind: 'take-back', name: file, text: '' });
			};
		},
		writeSummary: async (text) => {
			if (summaryFails) throw new Error('GITHUB_STEP_SUMMARY is not set');
			html += text;
			events.push({ kind: 'summary', text });
		},
	};
	const failAt = (n: number): void => {
		failingWrite = n;
	};
	return { files, outputs, variables, state, summary: () => html, failAt };
}

/** The runner's temporary folder in memory. `failAt(n)` has the n-th folder or file, counted from 1, fail to be made. */
export function makePrivateFolders(problem?: string, events: PortEvent[] = []) {
	const folders = new Map<string, Map<string, Buffer>>();
	let made = 0;
	let failing = 0;
	const count = (): void => {
		made += 1;
		if (made === failing) throw new Error('ENOSPC: no space left on device');
	};
	const pathOf = (folder: string, file: string): string => `/runner/_temp/${folder}/${file}`;
	const write = (folder: string, file: string, bytes: Buffer): void => {
		count();
		const files = folders.get(folder);
		if (files === undefined || files.has(file)) throw new Error('ENOENT, or EEXIST: file already exists');
		files.set(file, bytes);
		events.push({ kind: 'file', name: pathOf(folder, file), text: bytes.toString() });
	};
	const privateFolders: PrivateFolders = {
		problem: () => problem,
		pathOf,
		make: (folder) => {
			count();
			if (folders.has(folder)) throw new Error('EEXIST: file already exists');
			folders.set(folder, new Map());
			events.push({ kind: 'folder', text: folder });
		},
		write: (folder, file, content) =>
			write(folder, file, content instanceof SecretBytes ? content.reveal() : Buffer.from([...content].join(''))),
		remove: (folder) => {
			folders.delete(folder);
			events.push({ kind: 'remove', text: folder });
		},
	};
	const failAt = (n: number): void => {
		failing = n;
	};
	return { privateFolders, folders, failAt };
}
