// The machine that the step runs on: its programs, its files, and files that only this user may read, in the runner's
// temporary folder and beyond the runner's folders.
import { execFile } from 'node:child_process';
import {
	accessSync,
	closeSync,
	constants,
	existsSync,
	lstatSync,
	mkdirSync,
	openSync,
	readdirSync,
	readSync,
	rmdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { FILE_TOO_LARGE, type Machine, type PrivateFolders, type ProgramStart, type UserFiles } from '../ports.js';
import { SecretBytes } from '../secret-text.js';

/** More than any token; what is over it ends the program. */
const MAX_OUTPUT_BYTES = 1024 * 1024;

/** Folder in which programs are started: Windows looks for them there first, and a workspace may hold anybody's. */
const SAFE_FOLDER = process.platform === 'win32' ? (process.env['SystemRoot'] ?? 'C:\\Windows') : '/';

/** The real machine. */
export const realMachine: Machine = {
	platform: process.platform,
	readFile: (path, maxBytes) => {
		const file = openSync(resolve(process.env['GITHUB_WORKSPACE'] ?? '.', path), 'r');
		try {
			// One byte more than allowed tells whether there is more, whatever the file says of its size.
			const buffer = Buffer.alloc(maxBytes + 1);
			let length = 0;
			for (let read = -1; read !== 0 && length < buffer.length; length += read) {
				read = readSync(file, buffer, length, buffer.length - length, null);
			}
			if (length > maxBytes) throw Object.assign(new Error('the file is too large'), { code: FILE_TOO_LARGE });
			return buffer.subarray(0, length);
		} finally {
			closeSync(file);
		}
	},
	exists: (path) => existsSync(path),
	runProgram: async ({ file, args, variables = {}, withheld = [], timeoutMs }) => {
		const env = childEnvironment(process.env, { variables, withheld }, process.platform);
		const options = { env, cwd: SAFE_FOLDER, timeout: timeoutMs, maxBuffer: MAX_OUTPUT_BYTES, windowsHide: true };
		return new Promise((done) => {
			execFile(file, [...args], options, (error, stdout, stderr) => {
				if (error === null) done({ exitCode: 0, stdout, stderr });
				else if (error.code === 'ENOENT') done(undefined);
				else done({ exitCode: typeof error.code === 'number' ? error.code : undefined, stdout, stderr });
			});
		});
	},
};

/** Variables of the runner and its actions: inputs, tokens, what was saved for a post step. */
const FAMILIES = /^(?:INPUT|ACTIONS|STATE)_/;

/** Other secret variables, which no program that is started reads; and the file to which Python writes the keys of TLS. */
const SECRETS = new Set([
	'AZURE_CLIENT_SECRET',
	'AZURE_CLIENT_CERTIFICATE_PASSWORD',
	'GITHUB_TOKEN',
	'GH_TOKEN',
	'NODE_AUTH_TOKEN',
	'SSLKEYLOGFILE',
]);

/**
 * Returns the step's own variables, less its secrets and what is withheld, in whatever case, and those that are added for
 * the program. Windows takes names that differ in case for one, and a program gets the first of them: there those that are
 * replaced must go.
 */
export function childEnvironment(
	own: NodeJS.ProcessEnv,
	{ variables: added, withheld }: Required<Pick<ProgramStart, 'variables' | 'withheld'>>,
	platform: string,
): NodeJS.ProcessEnv {
	const replaced = new Set(platform === 'win32' ? Object.keys(added).map((name) => name.toUpperCase()) : []);
	const hidden = new Set([...SECRETS, ...withheld.map((name) => name.toUpperCase())]);
	const kept = Object.entries(own).filter(([name]) => {
		const upper = name.toUpperCase();
		return !FAMILIES.test(upper) && !hidden.has(upper) && !replaced.has(upper);
	});
	return { ...Object.fromEntries(kept), ...added };
}

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
