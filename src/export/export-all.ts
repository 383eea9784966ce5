// All or nothing: first every mask, then files, outputs and variables; where one cannot be written, none is left.
import type { Ports, RunnerFile, StepFiles, StepLog } from '../ports.js';
import type { RenderedOutput } from '../render/rendered.js';
import type { SecretText } from '../secret-text.js';
import { folderPart, folderState, type PlacedFiles } from './private-folder.js';
import { type Part, type PreparedStore, writeParts } from './transaction.js';

/** Everything that leaves the step. */
export interface Results {
	readonly masks: readonly SecretText[];
	/** Undefined where there are no files. */
	readonly placed: PlacedFiles | undefined;
	/** Looks at the user's certificate store once everything is masked; undefined if nothing goes there. */
	readonly prepareStore?: (() => Promise<PreparedStore>) | undefined;
	/** With the paths of the files. */
	readonly outputs: readonly RenderedOutput[];
	/** For the later steps' environment. */
	readonly variables: readonly RenderedOutput[];
}

/** What exporting needs of the step. */
export type ExportPorts = Pick<Ports, 'log' | 'files' | 'privateFolders'>;

/**
 * Masks everything, then writes every file, certificate, output and variable. What the post step has to remove is saved for it before
 * it is there, so that a step that is killed leaves nothing either.
 * @throws ActionError where one could not be written; what was written before it has been taken back
 */
export async function exportAll(results: Results, ports: ExportPorts): Promise<void> {
	const { masks, placed, outputs, variables } = results;
	const { log, files, privateFolders } = ports;
	await maskAll(masks, log);
	const store = (await results.prepareStore?.()) ?? NO_STORE;
	await writeParts([
		...valuesPart('GITHUB_STATE', [...folderState(placed), ...store.state], files),
		...folderPart(placed, privateFolders),
		...store.parts,
		...valuesPart('GITHUB_OUTPUT', outputs, files),
		...valuesPart('GITHUB_ENV', variables, files),
	]);
}

const NO_STORE: PreparedStore = { state: [], parts: [] };

const SETTERS = { GITHUB_STATE: 'saveState', GITHUB_OUTPUT: 'setOutput', GITHUB_ENV: 'exportVariable' } as const;

function valuesPart(file: RunnerFile, values: readonly RenderedOutput[], files: StepFiles): readonly Part[] {
	if (values.length === 0) return [];
	return [
		{
			target: file,
			begin: () => {
				const cutBack = files.mark(file);
				return (isRestTakenBack) => {
					// What is left is the post step's to remove, and it must know of it.
					if (file !== 'GITHUB_STATE' || isRestTakenBack) cutBack();
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
