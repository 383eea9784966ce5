// The certificate store of Windows: entries imported by Windows PowerShell for the rest of the job.
import { type ActionError, checkEach } from '../errors.js';
import type { StoreSite } from '../plan/store-site.js';
import type { Machine, ProgramResult } from '../ports.js';
import type { RenderedStoreEntry } from '../render/rendered.js';
import {
	logKept,
	type PreparedStore,
	type StoreOrder,
	type StorePorts,
	storeError,
	withoutKeyError,
} from './store-order.js';

/** What is saved for the post step: the thumbprints, with a space between two. */
export const WINDOWS_STORE_STATE = 'store-thumbprints';

type WindowsSite = Extract<StoreSite, { readonly kind: 'windows' }>;

/** Windows PowerShell needs seconds to start where many programs start at once. */
const TIMEOUT_MS = 60_000;

// Values come by variables of the child alone: what is on a command line, every user of the machine can see.
const LOOK = [
	"foreach ($thumbprint in $env:STORE_THUMBPRINTS.Split(' ')) {",
	"$path = 'Cert:\\CurrentUser\\My\\' + $thumbprint;",
	"if (-not (Test-Path -LiteralPath $path)) { $thumbprint + ' none' }",
	"elseif ((Get-Item -LiteralPath $path).HasPrivateKey) { $thumbprint + ' whole' }",
	"else { $thumbprint + ' without key' } }",
].join(' ');

const IMPORT = [
	'$password = ConvertTo-SecureString -String $env:STORE_PFX_PASSWORD -AsPlainText -Force;',
	"$null = Import-PfxCertificate -FilePath $env:STORE_PFX_PATH -Password $password -CertStoreLocation 'Cert:\\CurrentUser\\My'",
].join(' ');

const REMOVE = [
	"foreach ($thumbprint in $env:STORE_THUMBPRINTS.Split(' ')) {",
	"$path = 'Cert:\\CurrentUser\\My\\' + $thumbprint;",
	'if (Test-Path -LiteralPath $path) { Remove-Item -Path $path -DeleteKey } }',
].join(' ');

/**
 * Looks what the store has, and says what will be imported and what the post step has to know of it.
 * @throws ActionErrors where that cannot be seen, and where the store has a certificate without its private key
 */
export async function prepareWindowsStore(
	site: WindowsSite,
	{ entries, folder }: Pick<StoreOrder, 'entries' | 'folder'>,
	ports: StorePorts,
): Promise<PreparedStore> {
	const found = await lookForEntries(site, entries, ports.machine);
	const wanted = checkEach(entries, (entry) => (isWanted(found, entry.thumbprint, ports) ? [entry] : [])).flat();
	if (wanted.length === 0) return { state: [], parts: [] };
	const thumbprints = wanted.map(({ thumbprint }) => thumbprint);
	const write = async (): Promise<void> => {
		for (const entry of wanted) await importEntry(site, { entry, folder }, ports);
	};
	return {
		state: [{ name: WINDOWS_STORE_STATE, value: thumbprints.join(' ') }],
		parts: [{ target: 'CurrentUser\\My', begin: () => () => emptyWindowsStore(site, thumbprints, ports), write }],
	};
}

/**
 * Removes these certificates with their private keys, as far as they are there.
 * @throws where one could not be removed
 */
export async function emptyWindowsStore(
	site: WindowsSite,
	thumbprints: readonly string[],
	{ machine }: { readonly machine: Pick<Machine, 'runProgram'> },
): Promise<void> {
	const result = await run(site, REMOVE, { STORE_THUMBPRINTS: thumbprints.join(' ') }, machine);
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
	const lines = (result?.stdout ?? '').matchAll(/^([0-9A-F]{40}) (none|whole|without key)\r?$/gm);
	const found = new Map(Array.from(lines, ([, thumbprint = '', what = '']) => [thumbprint, what]));
	checkEach(thumbprints, (thumbprint) => {
		if (result?.exitCode !== 0 || !found.has(thumbprint)) throw programError(thumbprint, 'look into', result);
	});
	return found;
}

function isWanted(found: Found, thumbprint: string, ports: StorePorts): boolean {
	const what = found.get(thumbprint);
	if (what === 'without key') throw withoutKeyError(thumbprint);
	if (what === 'whole') logKept(ports, thumbprint);
	return what === 'none';
}

// The file goes with the folder: nobody else may read it there, and nobody is told its password.
async function importEntry(
	site: WindowsSite,
	{ entry, folder }: { readonly entry: RenderedStoreEntry; readonly folder: string },
	{ machine, privateFolders }: StorePorts,
): Promise<void> {
	const { thumbprint, pfx, password } = entry;
	const file = `store.${thumbprint}.pfx`;
	privateFolders.write(folder, file, pfx);
	const variables = { STORE_PFX_PATH: privateFolders.pathOf(folder, file), STORE_PFX_PASSWORD: password.reveal() };
	const result = await run(site, IMPORT, variables, machine);
	if (result?.exitCode !== 0) throw programError(thumbprint, 'import it into', result);
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
	// What it says may be in any language, and may quote anything: of it, only Windows' own code is shown.
	const [code] = /\b0x[0-9a-f]{8}\b/i.exec(result?.stderr ?? '') ?? [];
	const details = [`exit code ${result?.exitCode ?? 'none'}`, ...(code === undefined ? [] : [code])].join(', ');
	return storeError(thumbprint, {
		code: 'STORE_PROGRAM_FAILED',
		problem: `Windows PowerShell could not ${what} CurrentUser\\My (${details}).`,
		hint: 'The runner must run as a user with a profile, and Windows PowerShell must be allowed; or write | file.',
	});
}
