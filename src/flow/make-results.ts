// Results of rendering, as everything that leaves the step; outputs also as variables for the later steps of the job.
import { ActionError, checkEach } from '../errors.js';
import type { Results } from '../export/export-all.js';
import { makePrivateFiles, type PrivateFiles, pathOutputs } from '../export/private-folder.js';
import { variableNameOf } from '../plan/output-names.js';
import { findStoreSite } from '../plan/store-site.js';
import type { Ports } from '../ports.js';
import { type Rendered, type RenderedOutput, type RenderedStoreEntry, textOf } from '../render/rendered.js';
import { SecretText } from '../secret-text.js';
import type { StorePorts } from '../store/store-options.js';

/** Facts that the results depend on in addition to what was rendered. */
export interface ResultOptions {
	/** Names of what is near its end. */
	readonly expiring: readonly string[];
	/** Whether the outputs are to be variables as well. */
	readonly exportEnv: boolean;
}

/** Parts of the step that making them needs. */
type ResultPorts = Pick<Ports, 'randomBytes' | 'inputs' | keyof StorePorts>;

/** @throws ActionError that names the output whose value cannot be a variable, where variables are wanted */
export async function makeResults(
	rendered: readonly Rendered[],
	{ expiring, exportEnv }: ResultOptions,
	ports: ResultPorts,
): Promise<Results> {
	const files = rendered.flatMap((one) => one.files);
	const entries = uniqueEntries(rendered);
	// Certificates for the user's store need the folder, too.
	const privateFiles = files.length + entries.length > 0 ? makePrivateFiles(files, ports.randomBytes) : undefined;
	const outputs = rendered.flatMap((one) => one.outputs);
	const paths = privateFiles === undefined ? [] : pathOutputs(privateFiles, ports.privateFolders);
	return {
		masks: rendered.flatMap(({ masks }) => masks),
		privateFiles,
		prepareStore: storeOf(entries, privateFiles, ports),
		outputs: [...outputs, ...paths, ...standingOutputs(rendered, expiring)],
		variables: exportEnv ? makeVariables(rendered, paths) : [],
	};
}

function makeVariables(rendered: readonly Rendered[], paths: readonly RenderedOutput[]): readonly RenderedOutput[] {
	// A value that is in a file need not be a variable if it cannot be one: the variable with the path is the one that was wanted.
	const wanted = rendered.flatMap(({ outputs, files }) => {
		const inFiles = files.map(({ output }) => output);
		return outputs.filter((output) => !inFiles.includes(`${output.name}-path`) || canBeVariable(output));
	});
	return toVariables([...wanted, ...paths], 'Write | file to have it in a file, or leave export-env out.');
}

// Lines may name one certificate twice.
function uniqueEntries(rendered: readonly Rendered[]): readonly RenderedStoreEntry[] {
	const all = rendered.flatMap(({ storeEntries }) => storeEntries);
	return [...new Map(all.map((entry) => [entry.thumbprint, entry])).values()];
}

// Few lines ask for it.
function storeOf(
	entries: readonly RenderedStoreEntry[],
	privateFiles: PrivateFiles | undefined,
	ports: ResultPorts,
): Results['prepareStore'] {
	if (entries.length === 0 || privateFiles === undefined) return undefined;
	const site = findStoreSite(ports.machine.platform, ports.inputs.variable);
	// The plan has refused lines that ask for a store if there is none.
	if (site.kind === 'none') return undefined;
	return async () => {
		const { prepareStore } = await import('../store/user-store.js');
		return prepareStore({ site, entries, folder: privateFiles.folder }, ports);
	};
}

/** `secrets` as a JSON object of the values that secret lines gave, `expiring` as a JSON array of names. */
export function standingOutputs(rendered: readonly Rendered[], expiring: readonly string[]): readonly RenderedOutput[] {
	const secrets = rendered.flatMap((one) => one.secrets).map(({ name, value }) => [name, textOf(value)] as const);
	return [
		{ name: 'secrets', value: new SecretText(JSON.stringify(Object.fromEntries(secrets))) },
		{ name: 'expiring', value: JSON.stringify(expiring) },
	];
}

/** Linux gives a program no variable, name and all, of more bytes (MAX_ARG_STRLEN in execve(2)). */
const MAX_VARIABLE_BYTES = 128 * 1024;

/**
 * The same values under the names of variables.
 * @param hint what to do with a value that cannot be one
 * @throws ActionErrors that name each output whose value cannot be a variable
 */
export function toVariables(outputs: readonly RenderedOutput[], hint: string): readonly RenderedOutput[] {
	return checkEach(outputs, ({ name: output, value }) => {
		const name = variableNameOf(output);
		const problem = findProblem(output, value);
		if (problem === undefined) return { name, value };
		throw new ActionError({
			code: 'VARIABLE_IMPOSSIBLE',
			title: 'Not possible as a variable',
			subject: `output ${output}`,
			problem,
			hint,
		});
	});
}

/** Whether the output can be a variable. */
function canBeVariable({ name, value }: RenderedOutput): boolean {
	return findProblem(name, value) === undefined;
}

function findProblem(output: string, value: RenderedOutput['value']): string | undefined {
	const entry = `${variableNameOf(output)}=${typeof value === 'string' ? value : value.reveal()}`;
	if (entry.includes('\0')) return 'the value contains a NUL character, which a variable cannot hold.';
	// The NUL at the end counts.
	return Buffer.byteLength(entry) >= MAX_VARIABLE_BYTES
		? 'the value is larger than 128 KiB, which is too large for a variable.'
		: undefined;
}
