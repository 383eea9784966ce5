// Files that only this user may read: in the runner's temporary folder, and beyond the runner's folders.
import {
	accessSync,
	closeSync,
	constants,
	lstatSync,
	mkdirSync,
	openSync,
	readdirSync,
	rmdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { PrivateFolders, UserFiles } from '../ports.js';
import { SecretBytes } from '../secret-text.js';

/** Windows gives no rights by these: there the rights of the folder above hold. */
const OWN_FOLDER = 0o700;
const OWN_FILE = 0o600;

/** The real folders, below `RUNNER_TEMP` as it is when each is called for. */
export const privateFolders: PrivateFolders = {
	problem: () => {
		if (!process.env['RUNNER_TEMP']) return 'RUNNER_TEMP is not set.';
		return isWritableFolder(temporaryFolder())
			? undefined
			: 'RUNNER_TEMP does not name a folder that can be written to.';
	},
	pathOf: (folder, file) => join(pathOf(folder), file),
	// Neither call makes do with what is there already, and so neither follows a link that somebody has laid.
	make: (folder) => mkdirSync(pathOf(folder), { mode: OWN_FOLDER }),
	write: (folder, file, content) => {
		const opened = openSync(join(pathOf(folder), file), 'wx', OWN_FILE);
		try {
			for (const part of content instanceof SecretBytes ? [content.reveal()] : content) writeFileSync(opened, part);
		} finally {
			closeSync(opened);
		}
	},
	// On Windows a scanner may still have a file open.
	remove: (folder) => rmSync(pathOf(folder), { recursive: true, force: true, maxRetries: 3 }),
};

function temporaryFolder(): string {
	const path = process.env['RUNNER_TEMP'];
	if (!path) throw new Error('RUNNER_TEMP is not set');
	return resolve(path);
}

function pathOf(folder: string): string {
	return join(temporaryFolder(), folder);
}

function isWritableFolder(path: string): boolean {
	try {
		accessSync(path, constants.W_OK | constants.X_OK);
		return statSync(path).isDirectory();
	} catch {
		return false;
	}
}

/** The real files. */
export const userFiles: UserFiles = {
	list: (folder) => unless('ENOENT', () => readdirSync(folder)) ?? [],
	exists: (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined,
	makeFolder: (path) => {
		mkdirSync(path, { recursive: true, mode: OWN_FOLDER });
	},
	create: (path, bytes) => {
		const file = unless('EEXIST', () => openSync(path, 'wx', OWN_FILE));
		if (file === undefined) return false;
		try {
			writeFileSync(file, bytes.reveal());
		} catch (error) {
			rmSync(path, { force: true });
			throw error;
		} finally {
			closeSync(file);
		}
		return true;
	},
	remove: (path) => rmSync(path, { force: true }),
	removeFolder: (path) => unless('ENOENT', () => rmdirSync(path)),
};

function unless<T>(code: string, act: () => T): T | undefined {
	try {
		return act();
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === code) return undefined;
		throw error;
	}
}
