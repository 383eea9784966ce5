// Files of this user beyond the runner's folders.
import { closeSync, lstatSync, mkdirSync, openSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import type { UserFiles } from '../ports.js';

const OWN_FOLDER = 0o700;
const OWN_FILE = 0o600;

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
