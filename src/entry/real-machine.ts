// The machine that the step runs on: its files and its programs.
import { execFile } from 'node:child_process';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { FILE_TOO_LARGE, type Machine } from '../ports.js';
import { childEnvironment } from './child-environment.js';

/** More than any token; what is over it ends the program. */
const MAX_OUTPUT_BYTES = 1024 * 1024;

/** Where programs are started: Windows looks for them there first, and a workspace may hold anybody's. */
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
	runProgram: async ({ file, args, variables = {}, timeoutMs }) => {
		const env = childEnvironment(process.env, variables, process.platform);
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
