// The certificate store of .NET on Linux: entries put into its folder for the rest of the job.
import { type ActionError, checkEach } from '../errors.js';
import type { PreparedStore, TransactionPart } from '../export/export-all.js';
import { storeFolders } from '../plan/store-site.js';
import type { RenderedStoreEntry } from '../render/rendered.js';
import { addEntry, clearEntries, type EntryFiles, findOwnEntry } from './store-entries.js';
import { logKept, type StoreOptions, type StorePorts, storeError, withoutKeyError } from './store-order.js';

/** What is saved for the post step: the store's folder, and the topmost of its folders that the step has made. */
export const FILE_STORE_STATE = { folder: 'store-folder', made: 'store-made' } as const;

/** Says what will be written, and what the post step has to know of it. */
export function prepareFileStore(
	folder: string,
	{ entries, folder: privateFolder }: Pick<StoreOptions, 'entries' | 'folder'>,
	ports: StorePorts,
): PreparedStore {
	const owner = ports.privateFolders.pathOf(privateFolder, '');
	const [made] = storeFolders(folder)
		.filter((one) => !ports.userFiles.exists(one))
		.reverse();
	const state = { [FILE_STORE_STATE.folder]: folder, ...(made !== undefined && { [FILE_STORE_STATE.made]: made }) };
	let wanted: readonly RenderedStoreEntry[] = [];
	const part: TransactionPart = {
		target: folder,
		begin: () => {
			wanted = checkEach(entries, (entry) => (isWanted(folder, entry.thumbprint, ports) ? [entry] : [])).flat();
			return () => emptyFileStore({ folder, made, owner }, ports);
		},
		write: () => {
			// What jobs that were killed left: their folders go before the next job of their runner, at the latest.
			clearEntries(folder, (other) => !ports.userFiles.exists(other), ports);
			for (const { thumbprint, pfx } of wanted) {
				ports.userFiles.makeFolder(folder);
				if (!addEntry(folder, { thumbprint, pfx, owner }, ports)) throw noNameError(thumbprint);
			}
		},
	};
	return { state: Object.entries(state).map(([name, value]) => ({ name, value })), parts: [part] };
}

function isWanted(folder: string, thumbprint: string, ports: StorePorts): boolean {
	const found = findOwnEntry(folder, thumbprint, ports);
	if (found === 'without key') throw withoutKeyError(thumbprint);
	if (found === 'whole') logKept(ports, thumbprint);
	return found === 'none';
}

/** What a step has put into a store of files. */
export interface FilledFileStore {
	readonly folder: string;
	/** The topmost of the store's folders that the step has made. */
	readonly made: string | undefined;
	/** Path of the step's private folder. */
	readonly owner: string;
}

/** Removes what the step has put there, and the folders that it has made, as far as they are empty. */
export function emptyFileStore({ folder, made, owner }: FilledFileStore, files: EntryFiles): void {
	clearEntries(folder, (other) => other === owner, files);
	const folders = storeFolders(folder);
	for (const one of folders.slice(0, made === undefined ? 0 : folders.indexOf(made) + 1)) {
		if (files.userFiles.list(one).length > 0) return;
		files.userFiles.removeFolder(one);
	}
}

function noNameError(thumbprint: string): ActionError {
	return storeError(thumbprint, {
		code: 'STORE_FULL',
		problem: "the user's certificate store has ten entries of this name, none of which holds the certificate.",
		hint: 'Remove those that nobody needs, or write | file.',
	});
}
