// The ports as a runner gives them.

import { randomBytes } from 'node:crypto';
import { accessSync, appendFileSync, closeSync, constants, openSync, statSync, truncateSync } from 'node:fs';
import * as core from '@actions/core';
import { makeHttpsTransport, makeLocalTransport } from '../http/transport.js';
import type { Ports, StepFiles } from '../ports.js';
import { settleNetwork } from './network-settings.js';
import { privateFolders } from './private-folders.js';
import { realLog } from './real-log.js';
import { realMachine } from './real-machine.js';
import { userFiles } from './user-files.js';

const USER_AGENT = 'azure-key-vault-action';

/** The real ports. */
export function makeRealPorts(): Ports {
	const network = settleNetwork();
	const { send, connectAhead } = makeHttpsTransport(USER_AGENT);
	return {
		inputs: {
			input: (name) => core.getInput(name, { trimWhitespace: false }),
			variable: (name) => process.env[name] || undefined,
		},
		log: realLog,
		files,
		privateFolders,
		userFiles,
		network,
		transport: send,
		connectAhead,
		nextTurn: () => new Promise((go) => setImmediate(go)),
		localTransport: makeLocalTransport(USER_AGENT),
		machine: realMachine,
		clock: { nowMs: () => Date.now(), sleep: (ms) => new Promise((wake) => setTimeout(wake, ms)) },
		randomFraction: () => Math.random(),
		randomBytes: (length) => randomBytes(length),
	};
}

// A pipe that nobody reads would hold the whole process, and no signal would end it.
const APPEND_AT_ONCE =
	constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NONBLOCK ?? 0) /* Windows has none */;

const files: StepFiles = {
	problemOf: (file) => {
		const path = process.env[file];
		if (path === undefined || path === '') return `${file} is not set.`;
		return isWritableFile(path) ? undefined : `${file} names no file that can be written.`;
	},
	setOutput: (name, value) => core.setOutput(name, value),
	exportVariable: (name, value) => core.exportVariable(name, value),
	saveState: (name, value) => core.saveState(name, value),
	mark: (file) => {
		const path = process.env[file] ?? '';
		const { size } = statSync(path);
		return () => truncateSync(path, size);
	},
	writeSummary: async (html) => {
		const file = openSync(process.env['GITHUB_STEP_SUMMARY'] ?? '', APPEND_AT_ONCE);
		try {
			appendFileSync(file, html);
		} finally {
			closeSync(file);
		}
	},
};

function isWritableFile(path: string): boolean {
	try {
		accessSync(path, constants.W_OK);
		return statSync(path).isFile();
	} catch {
		return false;
	}
}
