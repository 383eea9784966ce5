// The ports as a runner gives them. The log is standard output, which takes what it is given in its own time.
import { randomBytes } from 'node:crypto';
import { accessSync, appendFileSync, closeSync, constants, openSync, statSync, truncateSync } from 'node:fs';
import * as core from '@actions/core';
import { masksNotTaken, toLogLine, toMaskText } from '../export/step-log.js';
import { makeHttpsTransport, makeLocalTransport } from '../http/transport.js';
import type { Ports, StepFiles, StepLog } from '../ports.js';
import type { SecretText } from '../secret-text.js';
import { settleNetwork } from './network-settings.js';
import { privateFolders, realMachine, userFiles } from './real-machine.js';

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
		return isWritableFile(path) ? undefined : `${file} does not name a file that can be written to.`;
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

/** A runner reads at once. One that has not read for so long reads no more. */
const READ_TIMEOUT_MS = 60_000;

const annotate = { error: core.error, warning: core.warning, notice: core.notice };

/** The real log. */
const realLog: StepLog = {
	info: (line) => core.info(toLogLine(line)),
	debug: (lines) => {
		if (core.isDebug()) for (const line of lines()) core.debug(line);
	},
	annotate: (level, { title, text }) => annotate[level](text, { title }),
	mask: async (texts) => {
		if (texts.length === 0) return;
		printMasks(texts);
		if (!(await isPrinted())) throw masksNotTaken();
	},
};

function printMasks(texts: readonly SecretText[]): void {
	// A value has dozens of masks: they go out together.
	process.stdout.cork();
	try {
		for (const text of texts) core.setSecret(toMaskText(text.reveal()));
	} finally {
		process.stdout.uncork();
	}
}

/**
 * Whether standard output has taken all that was printed so far: a pipe may be full, and its reader slow or gone. False
 * after a minute in which it did not.
 */
export function isPrinted(): Promise<boolean> {
	return new Promise((resolve) => {
		const timer = setTimeout(() => resolve(false), READ_TIMEOUT_MS);
		// Writes are taken in their order, so the last one's end is that of all.
		process.stdout.write('', (error) => {
			clearTimeout(timer);
			resolve(error === undefined || error === null);
		});
	});
}
