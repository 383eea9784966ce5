// Around every flow: failed until proved otherwise, and never a stack trace.
import * as core from '@actions/core';
import type { Ports } from '../ports.js';
import { makeRealPorts } from './real-ports.js';

/**
 * Runs a flow to its end. The exit code is 1 from the start and 0 only once the flow has said that it succeeded, so
 * that a promise that never settles cannot pass for success.
 */
export function runFlow(flow: (ports: Ports) => Promise<boolean>): void {
	process.exitCode = 1;
	// Node's own warnings go to stderr, which a runner shows before the masks that stdout has asked for.
	process.removeAllListeners('warning');
	process.on('uncaughtException', reportDefect);
	process.on('unhandledRejection', reportDefect);
	const { ports, transport } = makeRealPorts();
	let ended = false;
	process.on('beforeExit', () => {
		if (!ended) reportDefect(undefined);
		ended = true;
	});
	flow(ports)
		.then((succeeded) => {
			process.exitCode = succeeded ? 0 : 1;
		})
		.catch(reportDefect)
		.finally(() => {
			ended = true;
			transport.close();
		});
}

let defects = 0;

// Neither message nor stack: nobody knows what an unforeseen error holds.
function reportDefect(error: unknown): void {
	process.exitCode = 1;
	defects += 1;
	// Where nobody reads stdout any more, saying so fails as well, and that would be the next defect, for ever.
	if (defects > 1) process.exit();
	const name = error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'unknown';
	core.error(`The action has a defect (${name}). Please report it, with the version that you use.`, {
		title: 'Defect',
	});
}
