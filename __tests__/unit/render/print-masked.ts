// What a user sees of texts that are printed once a runner has been handed masks; and the forms of a value in which
// programs print it.
import assert from 'node:assert/strict';
import { toMaskText } from '../../../src/export/log-line.js';
import type { Masking } from '../../../src/render/masks.js';
import { escapeJson, escapeUriData } from '../../runner/derived-forms.js';
import { RunnerLog } from '../../runner/log.js';

/** What is shorter occurs by chance. */
export const MIN_LENGTH = 4;

/** Would this text garble the log, were it masked? The contract's words once more, by other means than the source's. */
export function isTrivial(text: string): boolean {
	const inner = [...text].filter((char) => !/\p{White_Space}/u.test(char));
	const isPunctuation = inner.every((char) => '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'.includes(char));
	return trim(text).length < MIN_LENGTH || isPunctuation || /^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(text);
}

/** The text as .NET trims it. */
export function trim(text: string): string {
	return text.replace(/^\p{White_Space}+/u, '').replace(/\p{White_Space}+$/u, '');
}

/** The lines that a runner makes of a text, trimmed. */
export function linesOf(text: string): readonly string[] {
	return text.split(/[\r\n]/).map(trim);
}

/** A runner's log to which the masks have been handed as the toolkit does it. */
export function handMasks({ masks }: Masking): RunnerLog {
	const log = new RunnerLog();
	for (const mask of masks) {
		const escaped = toMaskText(mask.reveal()).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
		// A process prints UTF-8.
		log.readLine(Buffer.from(`::add-mask::${escaped}`).toString());
	}
	assert.deepEqual([log.lines, log.annotations, log.faults], [[], [], []], 'a mask was refused');
	return log;
}

/** The texts that a runner was handed, each line by itself too. */
export function handedTo(log: RunnerLog): readonly string[] {
	return log.masker.registered;
}

/** The line as it comes out, between two signs that no mask holds. */
export function print(log: RunnerLog, line: string): string {
	const before = log.lines.length;
	log.readLine(`⟦${line}⟧`);
	return log.lines.slice(before).join('\n');
}

/** Fails unless all of the line is hidden; white space around one that does not begin with ASCII may be seen. */
export function assertHidden(log: RunnerLog, line: string, form: string): void {
	assert.equal(print(log, /^[\0-\x7f]/.test(line) ? line : trim(line)), '⟦***⟧', form);
}

/** Fails unless all is hidden of a JSON text but its quotation marks, colons, braces and white space. */
export function assertHiddenInJson(log: RunnerLog, json: string, form: string): void {
	for (const line of json.split('\n')) {
		const left = print(log, line)
			.replaceAll('***', '')
			.replace(/[⟦⟧":{}\s]/gu, '');
		assert.equal(left, '', form);
	}
}

/** The encodings in which bytes are printed, by name; what is wrapped, line by line. */
export function encodings(bytes: Uint8Array): readonly (readonly [form: string, lines: readonly string[]])[] {
	const base64 = Buffer.from(bytes).toString('base64');
	const withNewline = Buffer.concat([bytes, Buffer.from('\n')]).toString('base64');
	return [
		['base64', [base64]],
		['base64 with a newline', [withNewline]],
		['base64url', [Buffer.from(bytes).toString('base64url')]],
		...[64, 76].flatMap((columns) => [
			[`base64 at ${columns} columns`, wrap(base64, columns)] as const,
			[`base64 with a newline at ${columns} columns`, wrap(withNewline, columns)] as const,
		]),
	];
}

/** All forms of one line in which a text is printed whole, by name. */
export function formsOfText(text: string): readonly (readonly [form: string, lines: readonly string[]])[] {
	return [
		...encodings(Buffer.from(text)),
		['JSON, as JavaScript writes it', [JSON.stringify(text).slice(1, -1)]],
		['JSON, as .NET writes it', [escapeJson(text)]],
		['URL', [escapeUriData(text)]],
	];
}

function wrap(text: string, columns: number): readonly string[] {
	return text.match(new RegExp(`.{1,${columns}}`, 'g')) ?? [];
}
