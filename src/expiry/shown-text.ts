// Names that anybody may have chosen, as they can be shown: on one line, not too long, and without a meaning of their own.
import { toLogLine } from '../export/step-log.js';

/** Names in tables and messages, in code points. A phone shows about forty. */
const MAX_NAME = 60;

/** Names beside a bar of the timeline, of which there may be two. */
const MAX_TASK_NAME = 30;

const MAX_NOTE = 500;

/**
 * Returns a name for the log, an annotation or an error. What has no shape of its own, hides in a text or turns its
 * direction becomes a question mark, and no part of it is a command of the runner.
 */
export function toPlainName(name: string): string {
	return toLogLine(cut(name, MAX_NAME));
}

/** Returns a name as inline code of Markdown, also for a cell of a table: nothing in it is markup, a link or a mention. */
export function toCode(name: string): string {
	const text = breakReferences(cut(name, MAX_NAME))
		.replaceAll('`', "'")
		.replaceAll('<', '‹')
		.replaceAll('>', '›')
		// A backslash before the end of a cell would escape it.
		.replace(/\\+(?=\||$)/g, '/')
		.replaceAll('|', '\\|');
	return `\`${text}\``;
}

/** Returns sentences of ours as {@link toPlainName} does a name. */
export function toPlainNote(sentences: string): string {
	return sentences === '' ? '' : toLogLine(cut(sentences, MAX_NOTE));
}

/** Returns sentences of ours as Markdown for a cell of a table, with everything in them as it is written. */
export function toProse(sentences: string): string {
	return (
		breakReferences(cut(sentences, MAX_NOTE))
			.replace(/[\\`*_[\]<>&|~$]/g, '\\$&')
			// GitHub makes a link of a text that looks like an address or a number of an issue.
			.replace(/:(?=\/\/)/g, ': ')
			.replace(/\bwww(?=\.)|\bGH-(?=\d)/gi, '$& ')
	);
}

/** Returns a name for a line of a Mermaid chart, of which only letters, digits and a few marks stay. */
export function toTaskName(name: string): string {
	return cut(name, MAX_TASK_NAME).replace(/[^\p{L}\p{M}\p{N} ._()/,+='?…-]/gu, '·');
}

// GitHub makes links of `@name` and `#1`, wherever they stand but in code; other programs do so in code as well.
function breakReferences(text: string): string {
	return text.replace(/[@#](?=[\p{L}\p{N}_-])/gu, '$& ');
}

function cut(text: string, max: number): string {
	// No service gives names as long as this; the expressions below need not look at more.
	const line = text
		.slice(0, 16 * max)
		.replace(/\p{White_Space}+/gu, ' ')
		.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '?')
		// Marks that pile up cover the lines above.
		.replace(/(\p{M}{3})\p{M}+/gu, '$1')
		.trim();
	const points = [...line];
	if (points.length > max) return `${points.slice(0, max - 1).join('')}…`;
	return line === '' ? '(no name)' : line;
}
