// A step whose standard output is a pipe as a runner's, 64 KiB long, which is read as far as a test says and no further.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, mkdtempSync, openSync, readdirSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inputVariables, readActionFile } from './action-file.js';
import type { Step } from './run-step.js';
import { makeEnvironment, repositoryRoot } from './step-environment.js';
import { makeStepFolders } from './step-folders.js';

/** Number of bytes that Linux keeps of a pipe that is not read. */
export const PIPE_BYTES = 65_536;

/** Texts that such a step has written at some moment. */
export interface Written {
	readonly output: string;
	readonly env: string;
	readonly state: string;
	readonly summary: string;
	/** Files below RUNNER_TEMP and in HOME. */
	readonly files: readonly string[];
}

/** A step at work. */
export interface PipedStep {
	/** Reads so many bytes; fewer at the end of the stream. */
	read(length: number): Promise<string>;
	/** Reads all that is in the pipe, without waiting for more. */
	drain(): string;
	/** The reader goes away. */
	closeReader(): void;
	kill(signal: NodeJS.Signals): void;
	/** How the process ended, and after how long from now. */
	ended(): Promise<{ readonly exitCode: number | null; readonly tookMs: number; readonly stderr: string }>;
	written(): Written;
	/** Kills what still runs, and removes everything. */
	dispose(): Promise<void>;
}

/** Starts one. POSIX alone has such pipes. */
export function startPiped(step: Step): PipedStep {
	const home = mkdtempSync(join(tmpdir(), 'piped-'));
	const fifo = join(home, 'stdout');
	execFileSync('mkfifo', [fifo]);
	const reader = openSync(fifo, constants.O_RDONLY | constants.O_NONBLOCK);
	const writer = openSync(fifo, 'w');
	const folders = makeStepFolders();
	const child = spawnStep(step, { ...makeEnvironment(step, folders), HOME: home }, folders.workspace, writer);
	closeSync(writer);
	const ended = once(child, 'exit');
	let stderr = '';
	child.stderr?.on('data', (chunk) => {
		stderr += String(chunk);
	});
	let isOpen = true;
	const closeReader = (): void => {
		if (isOpen) closeSync(reader);
		isOpen = false;
	};
	const { GITHUB_OUTPUT, GITHUB_ENV, GITHUB_STATE, GITHUB_STEP_SUMMARY } = folders.files;
	const text = (path: string): string => readFileSync(path, 'utf8');
	return {
		read: (length) => readAtMost(reader, length),
		drain: () => readNow(reader, Number.POSITIVE_INFINITY).bytes.toString(),
		closeReader,
		kill: (signal) => child.kill(signal),
		ended: async () => {
			const startMs = Date.now();
			await ended;
			return { exitCode: child.exitCode, tookMs: Date.now() - startMs, stderr };
		},
		written: () => ({
			output: text(GITHUB_OUTPUT),
			env: text(GITHUB_ENV),
			state: text(GITHUB_STATE),
			summary: text(GITHUB_STEP_SUMMARY),
			files: [...filesIn(folders.temp, '_runner_file_commands'), ...filesIn(home, 'stdout')],
		}),
		dispose: async () => {
			child.kill('SIGKILL');
			await ended;
			closeReader();
			folders.dispose();
			rmSync(home, { recursive: true });
		},
	};
}

function spawnStep(step: Step, env: Record<string, string>, cwd: string, stdout: number): ChildProcess {
	const actionPath = join(repositoryRoot, step.action ?? 'action.yml');
	const action = readActionFile(actionPath);
	const program = join(dirname(actionPath), action.runs.main);
	return spawn(step.node ?? process.execPath, [program], {
		cwd,
		env: { ...env, ...inputVariables(action, step.inputs), ...step.env },
		stdio: ['ignore', stdout, 'pipe'],
	});
}

function filesIn(folder: string, except: string): readonly string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !`${entry.parentPath}/`.includes(`/${except}/`))
		.map(({ name }) => name);
}

/** Bytes that were there, and whether no more will come. */
interface Piece {
	readonly bytes: Buffer;
	readonly isLast: boolean;
}

async function readAtMost(fd: number, length: number): Promise<string> {
	const pieces: Buffer[] = [];
	for (let left = length; left > 0; ) {
		const { bytes, isLast } = readNow(fd, left);
		pieces.push(bytes);
		left -= bytes.length;
		if (isLast) break;
		if (left > 0) await sleep(5);
	}
	return Buffer.concat(pieces).toString();
}

function readNow(fd: number, length: number): Piece {
	const pieces: Buffer[] = [];
	for (let left = length; left > 0; ) {
		const buffer = Buffer.alloc(Math.min(left, PIPE_BYTES));
		const count = tryToRead(fd, buffer);
		if (count === undefined || count === 0) return { bytes: Buffer.concat(pieces), isLast: count === 0 };
		pieces.push(buffer.subarray(0, count));
		left -= count;
	}
	return { bytes: Buffer.concat(pieces), isLast: false };
}

// Undefined if there is nothing, but may be later.
function tryToRead(fd: number, buffer: Buffer): number | undefined {
	try {
		return readSync(fd, buffer);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined;
		throw error;
	}
}
