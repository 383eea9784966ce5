// A child process run to its end, with what it printed.
import { spawn } from 'node:child_process';

/** How a process ended. */
export interface ChildResult {
	/** Null if a signal ended it. */
	readonly exitCode: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stdout: string;
	readonly stderr: string;
	readonly timedOut: boolean;
}

/** Program to run, and for how long at most. */
export interface ChildOrder {
	readonly file: string;
	readonly args: readonly string[];
	readonly cwd: string;
	readonly env: Readonly<Record<string, string>>;
	readonly timeoutMs: number;
	/** Interrupts it, as a runner does with a cancelled job, once it has printed this. */
	readonly cancelOn?: string;
}

/** Runs it without a shell. Rejects if it cannot be started. */
export function runChild({ file, args, cwd, env, timeoutMs, cancelOn }: ChildOrder): Promise<ChildResult> {
	return new Promise((resolve, reject) => {
		const child = spawn(file, args, { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
		let timedOut = false;
		const timer = setTimeout(() => {
			timedOut = true;
			child.kill('SIGKILL');
		}, timeoutMs);
		const stdout: Buffer[] = [];
		const stderr: Buffer[] = [];
		child.stdout.on('data', (chunk: Buffer) => {
			stdout.push(chunk);
			if (cancelOn !== undefined && Buffer.concat(stdout).includes(cancelOn)) child.kill('SIGINT');
		});
		child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
		child.on('error', (error) => {
			clearTimeout(timer);
			reject(error);
		});
		child.on('close', (exitCode, signal) => {
			clearTimeout(timer);
			// Decoded in one piece: a character may lie across two chunks.
			const texts = { stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
			resolve({ exitCode, signal, ...texts, timedOut });
		});
	});
}
