// Around every flow: failed until proved otherwise, and never a stack trace.
import * as core from '@actions/core';
import type { Ports } from '../ports.js';
import { isPrinted, makeRealPorts } from './real-ports.js';

/**
 * Runs a flow to its end. The exit code is 1 from the start and 0 only once the flow has said that it succeeded, so
 * that neither a promise that never settles nor an early exit can pass for success, and a bug stays one.
 */
export function runFlow(flow: (ports: Ports) => Promise<boolean>): void {
	process.exitCode = 1;
	// Node's own warnings go to stderr, which a runner shows before the masks that stdout has asked for.
	process.removeAllListeners('warning');
	let ended = false;
	let defective = false;
	const fail = (error: unknown): void => {
		process.exitCode = 1;
		// A failure while a bug is reported would be the next bug, for ever.
		if (defective) process.exit();
		defective = true;
		reportDefect(error);
	};
	const failUnlessEnded = (): void => {
		if (!ended) fail(undefined);
		ended = true;
	};
	// Nobody reads any more. The flow ends at the point that must be read before it goes on; what it has begun it takes back first.
	process.stdout.on('error', () => {
		defective = true;
	});
	process.on('uncaughtException', fail);
	process.on('unhandledRejection', fail);
	process.on('beforeExit', failUnlessEnded);
	// process.exit() skips the event above; what is printed here may get lost, the exit code does not.
	process.on('exit', failUnlessEnded);
	endOnSignal(() => {
		ended = true;
	});
	void flow(makeRealPorts())
		.catch((error: unknown) => {
			fail(error);
			return false;
		})
		.then(async (succeeded) => {
			ended = true;
			const isRead = await isPrinted();
			// The system closes what connections are open, and faster.
			process.exit(succeeded && isRead && !defective ? 0 : 1);
		});
}

// A job that is cancelled ends at once, whether or not anybody reads what was printed, but never halfway through a file
// that the runner reads. Where writing blocks, no handler would be called: there the system ends the process.
function endOnSignal(prepare: () => void): void {
	if (process.platform === 'win32' || process.stdout.isTTY) return;
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.on(signal, () => {
			prepare();
			process.exit(1);
		});
	}
}

// Neither message nor stack: nobody knows what an unexpected error holds.
function reportDefect(error: unknown): void {
	const name = error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'unknown';
	core.error(`The action has a bug (${name}). Report it, and name the version that you use.`, {
		title: 'Bug in the action',
	});
}
