// The user's certificate store: filled for the rest of the job, emptied by the post step.
import type { PreparedStore } from '../export/export-all.js';
import { FOLDER_STATE, isFolderName } from '../export/private-folder.js';
import { findStoreSite, isStoreFolder } from '../plan/store-site.js';
import type { CleanUpPorts } from '../ports.js';
import { emptyFileStore, FILE_STORE_STATE, prepareFileStore } from './file-store.js';
import type { StoreOptions, StorePorts } from './store-options.js';
import { emptyWindowsStore, prepareWindowsStore, WINDOWS_STORE_STATE } from './windows-store.js';

/**
 * Looks at the store. Nothing is written yet.
 * @throws ActionErrors if it cannot be filled
 */
export async function prepareStore(options: StoreOptions, ports: StorePorts): Promise<PreparedStore> {
	const { site } = options;
	switch (site.kind) {
		case 'files':
			return prepareFileStore(site.folder, options, ports);
		case 'windows':
			return prepareWindowsStore(site, options, ports);
		default:
			throw site satisfies never;
	}
}

/**
 * Removes what the step has put there, as its state tells. False if that was nothing.
 * @throws if it could not be removed, or the state is not this action's
 */
export async function emptyStore(ports: CleanUpPorts): Promise<boolean> {
	const folder = ports.savedState(FILE_STORE_STATE.folder);
	const thumbprints = ports.savedState(WINDOWS_STORE_STATE);
	if (folder !== undefined) emptyFiles(folder, ports);
	if (thumbprints !== undefined) await emptyWindows(thumbprints, ports);
	return folder !== undefined || thumbprints !== undefined;
}

function emptyFiles(folder: string, ports: CleanUpPorts): void {
	if (!isStoreFolder(folder)) throw notOurs();
	emptyFileStore({ folder, made: ports.savedState(FILE_STORE_STATE.made), owner: ownerOf(ports) }, ports);
}

// The state may be forged: only what bears the mark of the step's own folder is removed.
function ownerOf({ savedState, privateFolders }: CleanUpPorts): string {
	const folder = savedState(FOLDER_STATE) ?? '';
	if (!isFolderName(folder)) throw notOurs();
	return privateFolders.pathOf(folder, '');
}

async function emptyWindows(thumbprints: string, ports: CleanUpPorts): Promise<void> {
	const site = findStoreSite(ports.machine.platform, ports.variable);
	if (site.kind !== 'windows' || !/^[0-9A-F]{40}(?: [0-9A-F]{40})*$/.test(thumbprints)) throw notOurs();
	await emptyWindowsStore(site, { thumbprints: thumbprints.split(' '), owner: ownerOf(ports) }, ports);
}

function notOurs(): Error {
	return new Error('not the state of this action');
}
