// Place of a user's certificate store, CurrentUser\My as .NET calls it.
import { posix, win32 } from 'node:path';
import type { StepInputs } from '../ports.js';

/** A store that certificates can be put into. */
export type StoreSite =
	/** A folder of PFX files, as .NET on Linux keeps it. */
	| { readonly kind: 'files'; readonly folder: string }
	/** Windows' own, by way of Windows PowerShell, which every Windows has in its own folder. */
	| { readonly kind: 'windows'; readonly powershell: string; readonly modules: string };

/** Reason why there is no store. */
export interface NoStore {
	readonly kind: 'none';
	/** For the line that asks for it. */
	readonly problem: string;
	readonly hint: string;
}

// dotnet/runtime, OpenSslDirectoryBasedStoreProvider.cs and PersistedFiles.Unix.cs
const FOLDERS = ['.dotnet', 'corefx', 'cryptography', 'x509stores', 'my'];

/** The store of the user that the step runs as. */
export function findStoreSite(platform: string, variable: StepInputs['variable']): StoreSite | NoStore {
	switch (platform) {
		case 'linux': {
			const home = variable('HOME') ?? '';
			if (posix.isAbsolute(home)) return { kind: 'files', folder: posix.join(home, ...FOLDERS) };
			return {
				kind: 'none',
				problem: 'the line has store, and HOME, below which .NET keeps the store, is not set to a folder.',
				hint: 'Set HOME to the home folder of the user that later steps run as.',
			};
		}
		case 'win32': {
			const folder = win32.join(variable('SystemRoot') ?? 'C:\\Windows', 'System32', 'WindowsPowerShell', 'v1.0');
			return {
				kind: 'windows',
				powershell: win32.join(folder, 'powershell.exe'),
				modules: win32.join(folder, 'Modules'),
			};
		}
		default:
			return {
				kind: 'none',
				problem: 'the line has store, which works on Linux and Windows, not on macOS.',
				hint: 'Write | file, and open NAME-path with NAME-password.',
			};
	}
}

/** The folders of a store of files that have to be made for it, from its own upwards. */
export function storeFolders(folder: string): readonly string[] {
	const home = folder.split('/').slice(0, -FOLDERS.length).join('/');
	return FOLDERS.map((_, index) => [home, ...FOLDERS.slice(0, FOLDERS.length - index)].join('/'));
}

/** Whether it is the path of a store of files. Others must not be touched. */
export function isStoreFolder(path: string): boolean {
	return posix.isAbsolute(path) && path.endsWith(`/${FOLDERS.join('/')}`) && posix.normalize(path) === path;
}
