// The system that a step runs on: this one, or another that a program of this machine plays.

import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChildOrder, type ChildResult, runChild } from './child.js';

/** One system. */
export interface StepSystem {
	readonly platform: NodeJS.Platform;
	/** Where folders of steps are made, as a path of this machine. */
	readonly folder: string;
	/** Added to the runner's variables. */
	readonly variables: Readonly<Record<string, string>>;
	/** How the step writes a path of this machine. */
	toStep(path: string): string;
	/** Runs a script, a path of this machine, to its end. */
	run(script: string, order: Omit<ChildOrder, 'file' | 'args'>): Promise<ChildResult>;
}

/** This machine, with this Node. */
export function ownSystem(node: string = process.execPath): StepSystem {
	return {
		platform: process.platform,
		folder: tmpdir(),
		variables: {},
		toStep: (path) => path,
		run: (script, order) => runChild({ ...order, file: node, args: [script] }),
	};
}

/** As {@link runChild}, with files in the place of pipes: what Node calls pipes are sockets, which Wine gives no program. */
export async function runIntoFiles({ file, args, cwd, env, timeoutMs }: ChildOrder): Promise<ChildResult> {
	const folder = mkdtempSync(join(tmpdir(), 'printed-'));
	const [stdout, stderr] = [join(folder, 'stdout'), join(folder, 'stderr')] as const;
	const files = [openSync(stdout, 'w'), openSync(stderr, 'w')] as const;
	try {
		const ended = await new Promise<Pick<ChildResult, 'exitCode' | 'signal' | 'timedOut'>>((resolve, reject) => {
			const child = spawn(file, args, { cwd, env: { ...env }, stdio: ['ignore', ...files] });
			let timedOut = false;
			const timer = setTimeout(() => {
				timedOut = true;
				child.kill('SIGKILL');
			}, timeoutMs);
			child.on('error', reject);
			child.on('close', (exitCode, signal) => {
				clearTimeout(timer);
				resolve({ exitCode, signal, timedOut });
			});
		});
		return { ...ended, stdout: readFileSync(stdout, 'utf8'), stderr: readFileSync(stderr, 'utf8') };
	} finally {
		for (const one of files) closeSync(one);
		rmSync(folder, { recursive: true });
	}
}
