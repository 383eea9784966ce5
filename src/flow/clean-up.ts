// The post step: removes what the step left for the rest of the job. It never fails: the job's own work is done by then.
// By itself, since its program acts as soon as it is imported.
import { FOLDER_STATE, isFolderName } from '../export/private-folder.js';
import type { CleanUpPorts } from '../ports.js';
import { emptyStore } from '../store/user-store.js';

/** Removes files and certificates, if the step has left any. What cannot be removed is a warning. */
export async function cleanUp(ports: CleanUpPorts): Promise<void> {
	await removeCertificates(ports);
	removeFolder(ports);
}

async function removeCertificates(ports: CleanUpPorts): Promise<void> {
	try {
		const isDone = await emptyStore(ports);
		if (isDone) ports.log.info("Removed the step's certificates from the user's certificate store.");
	} catch {
		ports.log.annotate('warning', {
			title: 'Certificates are left',
			text: "The certificates that the step put into the user's certificate store, CurrentUser\\My, could not be removed. The next step with | store on this machine removes them.",
		});
	}
}

function removeFolder({ savedState, privateFolders, log }: CleanUpPorts): void {
	const folder = savedState(FOLDER_STATE);
	if (folder === undefined) return;
	try {
		if (!isFolderName(folder)) throw new Error('no folder of this action');
		privateFolders.remove(folder);
		log.info('Removed the files that the step wrote.');
	} catch {
		log.annotate('warning', {
			title: 'Files are left',
			text: 'The files that the step wrote below RUNNER_TEMP could not be removed. A runner empties that folder before its next job.',
		});
	}
}
