// The ports as a runner gives them.

import { randomBytes } from 'node:crypto';
import { accessSync, appendFileSync, constants, statSync, truncateSync } from 'node:fs';
import * as core from '@actions/core';
import { toLogLine } from '../export/log-line.js';
import { type HttpsTransport, makeHttpsTransport, makeLocalTransport } from '../http/transport.js';
import type { Ports, StepFiles, StepLog } from '../ports.js';
import { privateFolders } from './private-folders.js';
import { realMachine } from './real-machine.js';
import { userFiles } from './user-files.js';

const USER_AGENT = 'azure-key-vault-action';

/** Until a handshake is through on the shortest of ways; on others the answer takes many times as long. */
const MEANWHILE_MS = 3;

/** The real ports, and the transport's way to let go of its connections. */
export function makeRealPorts(): { readonly ports: Ports; readonly transport: HttpsTransport } {
	const transport = makeHttpsTransport(USER_AGENT);
	return {
		transport,
		ports: {
			inputs: {
				input: (name) => core.getInput(name, { trimWhitespace: false }),
				variable: (name) => process.env[name] || undefined,
			},
			log,
			files,
			privateFolders,
			userFiles,
			transport: transport.send,
			connectAhead: transport.connectAhead,
			meanwhile: (act) => void setTimeout(act, MEANWHILE_MS).unref(),
			localTransport: makeLocalTransport(USER_AGENT),
			machine: realMachine,
			clock: { nowMs: () => Date.now(), sleep: (ms) => new Promise((wake) => setTimeout(wake, ms)) },
			randomFraction: () => Math.random(),
			randomBytes: (length) => randomBytes(length),
		},
	};
}

const annotate = { error: core.error, warning: core.warning, notice: core.notice };

const log: StepLog = {
	info: (line) => core.info(toLogLine(line)),
	debug: (line) => {
		if (core.isDebug()) core.debug(line);
	},
	annotate: (level, { title, text }) => annotate[level](text, { title }),
	mask: (text) => core.setSecret(text.reveal()),
};

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
		appendFileSync(process.env['GITHUB_STEP_SUMMARY'] ?? '', html);
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
