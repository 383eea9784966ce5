// The certificate store of Windows: entries imported by Windows PowerShell for the rest of the job.
import { type ActionError, checkEach } from '../errors.js';
import type { PreparedStore } from '../export/export-all.js';
import type { StoreSite } from '../plan/store-site.js';
import type { Machine, ProgramResult } from '../ports.js';
import type { RenderedStoreEntry } from '../render/rendered.js';
import { logKept, type StoreOptions, type StorePorts, storeError, withoutKeyError } from './store-options.js';
import { ADD, LOOK, REMOVE } from './windows-store-scripts.js';

/** State for the post step: the thumbprints, with a space between two. */
export const WINDOWS_STORE_STATE = 'store-thumbprints';

type WindowsSite = Extract<StoreSite, { readonly kind: 'windows' }>;

/** Windows PowerShell needs seconds to start where many programs start at once. */
const TIMEOUT_MS = 60_000;

/**
 * Looks what the store has, and says what will be imported and what the post step has to know of it.
 * @throws ActionErrors if that cannot be seen, and if the store has a certificate without its private key
 */
export async function prepareWindowsStore(
	site: WindowsSite,
	{ entries, folder }: Pick<StoreOptions, 'entries' | 'folder'>,
	ports: StorePorts,
): Promise<PreparedStore> {
	const found = await lookForEntries(site, entries, ports.machine);
	const wanted = checkEach(entries, (entry) => (isWanted(found, entry.thumbprint, ports) ? [entry] : [])).flat();
	if (wanted.length === 0) return { state: [], parts: [] };
	const thumbprints = wanted.map(({ thumbprint }) => thumbprint);
	const filled = { thumbprints, owner: ports.privateFolders.pathOf(folder, '') };
	const write = async (): Promise<void> => {
		for (const entry of wanted) await addEntry(site, { entry, folder, owner: filled.owner }, ports);
	};
	return {
		state: [{ name: WINDOWS_STORE_STATE, value: thumbprints.join(' ') }],
		parts: [{ target: 'CurrentUser\\My', begin: () => () => emptyWindowsStore(site, filled, ports), write }],
	};
}

/** Certificates that a step has put into the store, or shares there. */
export interface FilledWindowsStore {
	readonly thumbprints: readonly string[];
	/** Path of the step's private folder. */
	readonly owner: string;
}

/**
 * Takes the owner's marks from these certificates. Those that have lost their last mark are removed with their private
 * keys; those that never had this owner's stay.
 * @throws if that could not be done
 */
export async function emptyWindowsStore(
	site: WindowsSite,
	{ thumbprints, owner }: FilledWindowsStore,
	{ machine }: { readonly machine: Pick<Machine, 'runProgram'> },
): Promise<void> {
	const variables = { STORE_THUMBPRINTS: thumbprints.join(' '), STORE_OWNER: owner };
	const result = await run(site, REMOVE, variables, machine);
	if (result?.exitCode !== 0) throw new Error('not removed');
}

type Found = ReadonlyMap<string, string>;

async function lookForEntries(
	site: WindowsSite,
	entries: readonly RenderedStoreEntry[],
	machine: Pick<Machine, 'runProgram'>,
): Promise<Found> {
	const thumbprints = entries.map(({ thumbprint }) => thumbprint);
	const result = await run(site, LOOK, { STORE_THUMBPRINTS: thumbprints.join(' ') }, machine);
	const found = readFound(result);
	checkEach(thumbprints, (thumbprint) => {
		if (result?.exitCode !== 0 || !found.has(thumbprint)) throw programError(thumbprint, 'look into', result);
	});
	return found;
}

function readFound(result: ProgramResult | undefined): Found {
	const lines = (result?.stdout ?? '').matchAll(/^([0-9A-F]{40}) (none|shared|whole|without key)\r?$/gm);
	return new Map(Array.from(lines, ([, thumbprint = '', what = '']) => [thumbprint, what]));
}

function isWanted(found: Found, thumbprint: string, ports: StorePorts): boolean {
	const what = found.get(thumbprint);
	if (what === 'without key') throw withoutKeyError(thumbprint);
	if (what === 'whole') logKept(ports, thumbprint);
	return what !== 'whole';
}

// The file goes with the folder: nobody else may read it there, and nobody is told its password.
async function addEntry(
	site: WindowsSite,
	{ entry, folder, owner }: { readonly entry: RenderedStoreEntry; readonly folder: string; readonly owner: string },
	ports: StorePorts,
): Promise<void> {
	const { machine, privateFolders } = ports;
	const { thumbprint, pfx, password } = entry;
	const file = `store.${thumbprint}.pfx`;
	privateFolders.write(folder, file, pfx);
	const variables = {
		STORE_THUMBPRINT: thumbprint,
		STORE_OWNER: owner,
		STORE_PFX_PATH: privateFolders.pathOf(folder, file),
		STORE_PFX_PASSWORD: password.reveal(),
	};
	const result = await run(site, ADD, variables, machine);
	const found = readFound(result);
	if (result?.exitCode !== 0 || !found.has(thumbprint)) throw programError(thumbprint, 'import it into', result);
	// Somebody may have put it there since it was looked for.
	isWanted(found, thumbprint, ports);
}

function run(
	{ powershell, modules }: WindowsSite,
	script: string,
	variables: Readonly<Record<string, string>>,
	machine: Pick<Machine, 'runProgram'>,
): Promise<ProgramResult | undefined> {
	const command = `$ErrorActionPreference = 'Stop'; ${script}`;
	return machine.runProgram({
		file: powershell,
		args: ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'RemoteSigned', '-Command', command],
		// A PowerShell 7 among those that started the runner would hand down its own modules, which this one cannot load.
		variables: { ...variables, PSModulePath: modules },
		timeoutMs: TIMEOUT_MS,
	});
}

function programError(thumbprint: string, what: string, result: ProgramResult | undefined): ActionError {
	// The program's text may be in any language, and may quote anything: only Windows' own code is shown.
	const [code] = /\b0x[0-9a-f]{8}\b/i.exec(result?.stderr ?? '') ?? [];
	const details = [`exit code ${result?.exitCode ?? 'none'}`, ...(code === undefined ? [] : [code])].join(', ');
	return storeError(thumbprint, {
		code: 'STORE_PROGRAM_FAILED',
		problem: `Windows PowerShell could not ${what} CurrentUser\\My (${details}).`,
		hint: 'Run the runner as a user with a profile and allow Windows PowerShell, or write | file.',
	});
}
