// The log as a runner reads it: standard output, which takes what it is given in its own time.
import * as core from '@actions/core';
import { toLogLine, toMaskText } from '../export/log-line.js';
import { masksNotTaken } from '../export/masks-not-taken.js';
import type { StepLog } from '../ports.js';
import type { SecretText } from '../secret-text.js';

/** A runner reads at once. One that has not read for so long reads no more. */
const READ_TIMEOUT_MS = 60_000;

const annotate = { error: core.error, warning: core.warning, notice: core.notice };

/** The real log. */
export const realLog: StepLog = {
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
