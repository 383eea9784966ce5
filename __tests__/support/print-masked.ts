// What a user sees of texts that are printed once a runner has been handed masks; and the forms of a value in which
// programs print it.
import assert from 'node:assert/strict';
import { toMaskText } from '../../src/export/step-log.js';
import type { Masking } from '../../src/masks/masks.js';
import { isCommonplace } from '../../src/masks/structure.js';
import { escapeJson, escapeUriData } from '../runner/derived-forms.js';
import { RunnerLog } from '../runner/log.js';

/** A shorter text occurs by chance. */
export const MIN_LENGTH = 4;

/** A form that is shorter is no mask. */
export const MIN_FORM = 12;

/** Would this text garble the log, were it masked? The rules once more, by other means than the source's. */
export function isTrivial(text: string): boolean {
	const bare = text.replace(/^\ufeff/, '');
	const inner = [...bare].filter((char) => !/\p{White_Space}/u.test(char));
	const isPunctuation = inner.every((char) => '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'.includes(char));
	if (trim(bare).length < MIN_LENGTH || isPunctuation) return true;
	return /^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(bare) || spellsLiteral(bare);
}

/** Whether the text spells a boolean, null or a number of fewer than six digits. */
export function spellsLiteral(text: string): boolean {
	const digits = [...text].filter((char) => char >= '0' && char <= '9').length;
	const isNumber = /^[-+.\de]+$/i.test(text) && !Number.isNaN(Number(text));
	return ['true', 'false', 'null'].includes(text.toLowerCase()) || (isNumber && digits < 6);
}

/** What may be structure (a heading, a tag, a key without a value, a common word) or quoted, by its look; each has its own test. */
export function isAmbiguous(text: string): boolean {
	const bare = text
		.replace(/^(\ufeff|- )+/, '')
		.replace(/[,;]$/, '')
		.trim();
	if (/^<[^<>]*>?(<\/[^<>]*>)?$|^\[.*\]$/.test(bare) || spellsLiteral(bare) || isCommonplace(bare)) return true;
	if (/^-+ ?(BEGIN|END) [A-Z0-9 ]+-*$/.test(bare)) return true;
	return (
		(/^[^:=({[]*\s*[:=]?\s*([{[(]|\{\}|\[\]|""?|''|~|[|>][+-]?)?$/s.test(bare) && /[:={[(]/.test(bare)) ||
		/^["'`].*["'`]$/.test(bare)
	);
}

/** Whether there is a line that must be hidden. */
export function holdsSecretLine(text: string): boolean {
	return linesOf(text).some((line) => !isTrivial(line) && !isAmbiguous(line));
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
			.replace(/[⟦⟧":{}\s\p{White_Space}]/gu, '');
		assert.equal(left, '', form);
	}
}

/** A form by name, and how it is printed, line by line. */
export type Form = readonly [name: string, lines: readonly string[]];

/** The encodings in which bytes are printed, as far as they are promised: a form or the rest of a line may be too short. */
export function encodings(bytes: Uint8Array): readonly Form[] {
	const broken = ['', '\n', '\r\n'].map(
		(end) => [end, Buffer.concat([bytes, Buffer.from(end)]).toString('base64')] as const,
	);
	const all: readonly Form[] = [
		['base64url', [Buffer.from(bytes).toString('base64url')]],
		...broken.flatMap(([end, form]): readonly Form[] => {
			const name = `base64 with ${JSON.stringify(end)} at its end`;
			return [
				[name, [form]],
				...[64, 76].map((columns): Form => [`${name}, at ${columns} columns`, wrap(form, columns)]),
			];
		}),
	];
	return all.map(([name, lines]) => [name, lines.filter(isPromised)]);
}

// The encoded text may be structure alone.
function isPromised(base64: string): boolean {
	return base64.length >= MIN_FORM && holdsSecretLine(Buffer.from(base64, 'base64').toString());
}

/** All forms of one line in which a text is printed whole, by name. */
export function formsOfText(text: string): readonly Form[] {
	const json = JSON.stringify(text).slice(1, -1);
	const escapeAll = (chars: RegExp) =>
		json.replace(chars, (char) => `\\u${`000${char.charCodeAt(0).toString(16)}`.slice(-4)}`);
	const url = escapeUriData(text);
	const form = new URLSearchParams({ v: text }).toString().slice(2);
	const lower = (one: string) => one.replace(/%../g, (code) => code.toLowerCase());
	const named = {
		'JSON, as JavaScript writes it': json,
		'JSON, as .NET writes it': escapeJson(text),
		'JSON, as Go writes it': escapeAll(/[<>&\u2028\u2029]/g),
		'JSON, as PowerShell 5.1 writes it': escapeAll(/[<>&'\u0085\u2028\u2029]/g),
		'JSON, as Python writes it': escapeAll(/[^ -~]/g),
		'JSON, as PHP writes it': escapeAll(/[^\0-\x7f]/g)
			.split('/')
			.join('\\/'),
		'JSON with \\/': json.split('/').join('\\/'),
		URL: url,
		'URL, as JavaScript writes it': encodeURIComponent(text),
		'URL, as Python quotes it': url.split('%2F').join('/'),
		'URL in lower case': lower(url),
		'URL, as a browser writes forms': form,
		'URL, as an old curl writes forms': lower(url.split('%20').join('+')),
		'URL, as Python writes forms': url.split('%20').join('+'),
		'URL, as .NET writes forms': lower(
			encodeURIComponent(text)
				.replace(/['~]/g, (char) => escapeByte(char))
				.split('%20')
				.join('+'),
		),
	};
	const promised = Object.entries(named).filter(([, one]) => trim(one).length >= MIN_FORM);
	return [...encodings(Buffer.from(text)), ...promised.map(([name, one]): Form => [name, [one]])];
}

function escapeByte(char: string): string {
	return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Fails unless all but a group of four characters at both ends is hidden of base64 that has the bytes inside. */
export function assertHiddenInside(log: RunnerLog, bytes: Uint8Array): void {
	for (const before of ['', 'u', 'us', 'use']) {
		for (const after of ['', '!', '!!', '\n', '\r\n']) {
			const text = Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]).toString('base64');
			const [, start = '', end = ''] = /^⟦(.*)\*\*\*(.*)⟧$/.exec(print(log, text)) ?? assert.fail('nothing is hidden');
			// At both ends, up to two of the bytes share a group with what stands beside them.
			assert.ok(
				start.length <= 4 && end.length <= 4 * Math.ceil((2 + after.length) / 3),
				`between ${JSON.stringify([before, after])}`,
			);
		}
	}
}

function wrap(text: string, columns: number): readonly string[] {
	return text.match(new RegExp(`.{1,${columns}}`, 'g')) ?? [];
}
