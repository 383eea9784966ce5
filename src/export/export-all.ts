// All or nothing: first every mask, then files, outputs and variables; if one cannot be written, none is left.
import { ActionError, ActionErrors } from '../errors.js';
import type { Ports, PrivateFolders, RunnerFile, StepFiles, StepLog } from '../ports.js';
import type { RenderedOutput } from '../render/rendered.js';
import type { SecretText } from '../secret-text.js';
import { FOLDER_STATE, type PrivateFiles } from './private-folder.js';

/** Everything that leaves the step. */
export interface Results {
	readonly masks: readonly SecretText[];
	/** Undefined if there are no files. */
	readonly privateFiles: PrivateFiles | undefined;
	/** Stays until the job ends; left out if there is none. */
	readonly kept?: KeptFile;
	/** Looks at the user's certificate store once everything is masked; undefined if nothing goes there. */
	readonly prepareStore?: (() => Promise<PreparedStore>) | undefined;
	/** With the paths of the files. */
	readonly outputs: readonly RenderedOutput[];
	/** For the later steps' environment. */
	readonly variables: readonly RenderedOutput[];
}

/** A file in a fresh folder that the post step does not remove, written one part after the other. */
export interface KeptFile {
	readonly folder: string;
	readonly name: string;
	readonly parts: Iterable<string>;
}

/** Parts of the step that exporting needs. */
export type ExportPorts = Pick<Ports, 'log' | 'files' | 'privateFolders'>;

/**
 * Masks everything, then writes every file, certificate, output and variable. What the post step has to remove is saved for it before
 * it is there, so that a step that is killed leaves nothing either.
 * @throws ActionError if one could not be written; what was written before it has been taken back
 */
export async function exportAll(results: Results, ports: ExportPorts): Promise<void> {
	const { masks, privateFiles, kept, outputs, variables } = results;
	const { log, files, privateFolders } = ports;
	await maskAll(masks, log);
	const store = (await results.prepareStore?.()) ?? NO_STORE;
	await runTransaction([
		...valuesPart('GITHUB_STATE', [...folderState(privateFiles), ...store.state], files),
		...folderPart(privateFiles, privateFolders),
		...keptPart(kept, privateFolders),
		...store.parts,
		...valuesPart('GITHUB_OUTPUT', outputs, files),
		...valuesPart('GITHUB_ENV', variables, files),
	]);
}

const NO_STORE: PreparedStore = { state: [], parts: [] };

const SETTERS = { GITHUB_STATE: 'saveState', GITHUB_OUTPUT: 'setOutput', GITHUB_ENV: 'exportVariable' } as const;

function valuesPart(file: RunnerFile, values: readonly RenderedOutput[], files: StepFiles): readonly TransactionPart[] {
	if (values.length === 0) return [];
	return [
		{
			target: file,
			begin: () => {
				const cutBack = files.mark(file);
				return (isRestUndone) => {
					// The post step must know of what is left, because it removes it.
					if (file !== 'GITHUB_STATE' || isRestUndone) cutBack();
				};
			},
			write: () => {
				for (const { name, value } of values) files[SETTERS[file]](name, reveal(value));
			},
		},
	];
}

function maskAll(masks: readonly SecretText[], log: StepLog): Promise<void> {
	return log.mask([...new Map(masks.map((mask) => [mask.reveal(), mask])).values()]);
}

function reveal(value: string | SecretText): string {
	return typeof value === 'string' ? value : value.reveal();
}

/**
 * Makes a part as it was before, whole or half written. It is told whether all that came after the part has been taken
 * back.
 */
export type Undo = (isRestUndone: boolean) => void | Promise<void>;

/** Something to be written. */
export interface TransactionPart {
	/** The variable of the runner that names where it goes, or the place itself. */
	readonly target: string;
	/** Looks how things are. Throws if that cannot be seen. */
	begin(): Undo;
	write(): void | Promise<void>;
}

/** A certificate store that has been looked at. */
export interface PreparedStore {
	/** For the post step. */
	readonly state: readonly RenderedOutput[];
	readonly parts: readonly TransactionPart[];
}

/**
 * Writes the parts in their order.
 * @throws ActionError if one could not be written, its own if it has one; those before it have been taken back
 */
export async function runTransaction(parts: readonly TransactionPart[]): Promise<void> {
	const undos: Undo[] = [];
	for (const part of parts) {
		try {
			undos.unshift(part.begin());
			await part.write();
		} catch (error) {
			const isUndone = await undoAll(undos);
			throw isUndone && isExpected(error) ? error : notWritten(part.target, error, isUndone);
		}
	}
}

function isExpected(error: unknown): boolean {
	return error instanceof ActionError || error instanceof ActionErrors;
}

async function undoAll(undos: readonly Undo[]): Promise<boolean> {
	let isUndone = true;
	for (const undo of undos) {
		try {
			await undo(isUndone);
		} catch {
			isUndone = false;
		}
	}
	return isUndone;
}

function notWritten(target: string, cause: unknown, isUndone: boolean): ActionError {
	return new ActionError({
		code: 'OUTPUT_NOT_WRITTEN',
		title: 'Results could not be written',
		subject: target,
		problem: isUndone
			? 'writing to it failed, so nothing is exported.'
			: 'writing to it failed, and so did undoing what was written before: some of it may be left.',
		hint: "Check the free space and the permissions of the runner's work folder.",
		cause,
	});
}

/** The folder with its files. */
export function folderPart(
	privateFiles: PrivateFiles | undefined,
	folders: PrivateFolders,
): readonly TransactionPart[] {
	if (privateFiles === undefined) return [];
	const { folder, files } = privateFiles;
	const fill = (): void => {
		for (const { name, bytes } of files) folders.write(folder, name, bytes);
	};
	return [freshFolderPart(folder, fill, folders)];
}

function keptPart(kept: KeptFile | undefined, folders: PrivateFolders): readonly TransactionPart[] {
	if (kept === undefined) return [];
	const { folder, name, parts } = kept;
	return [freshFolderPart(folder, () => folders.write(folder, name, parts), folders)];
}

function freshFolderPart(folder: string, fill: () => void, folders: PrivateFolders): TransactionPart {
	// If it cannot be made, something of its name may be there, and that is somebody else's.
	let isMade = false;
	return {
		target: 'RUNNER_TEMP',
		begin: () => () => {
			if (isMade) folders.remove(folder);
		},
		write: () => {
			folders.make(folder);
			isMade = true;
			fill();
		},
	};
}

/** Returns what the post step has to know of the folder. */
export function folderState(privateFiles: PrivateFiles | undefined): readonly RenderedOutput[] {
	return privateFiles === undefined ? [] : [{ name: FOLDER_STATE, value: privateFiles.folder }];
}
