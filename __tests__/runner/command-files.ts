// The files through which a step sets outputs, variables and state (actions/runner, src/Runner.Worker/FileCommandManager.cs).

/** Contents of a command file. */
export interface FilePairs {
	/** In their order; those before a bad line count. */
	readonly pairs: readonly (readonly [name: string, value: string])[];
	/** Why the runner fails the step, in its words; undefined if the file is good. */
	readonly error: string | undefined;
}

interface Line {
	readonly text: string;
	readonly newline: string;
	readonly start: number;
}

/** Reads `NAME=VALUE` lines and `NAME<<DELIMITER` blocks. On Windows CRLF ends a line as well; elsewhere CR belongs to the value. */
export function parseCommandFile(content: string, platform: NodeJS.Platform = process.platform): FilePairs {
	const text = content.replace(/^\ufeff/, '');
	const lines = readLines(text, platform === 'win32' ? /\r?\n/g : /\n/g);
	const pairs: (readonly [string, string])[] = [];
	try {
		for (let index = 0; index < lines.length; index += 1) {
			const line = lines[index]?.text ?? '';
			if (line === '') continue;
			const [, name = '', operator, rest = ''] = /^(.*?)(=|<<)(.*)$/s.exec(line) ?? [];
			if (operator === undefined) throw new FormatError(`Invalid format '${line}'`);
			if (operator === '=') {
				pairs.push([name, rest]);
				continue;
			}
			if (name === '' || rest === '') {
				throw new FormatError(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
			}
			const end = findDelimiter(lines, index + 1, rest);
			pairs.push([name, readBlock(text, lines, index + 1, end)]);
			index = end;
		}
		return { pairs, error: undefined };
	} catch (error) {
		if (error instanceof FormatError) return { pairs, error: error.message };
		throw error;
	}
}

class FormatError extends Error {}

function readLines(text: string, newlines: RegExp): readonly Line[] {
	const lines: Line[] = [];
	let start = 0;
	for (const { 0: newline, index } of text.matchAll(newlines)) {
		lines.push({ text: text.slice(start, index), newline, start });
		start = index + newline.length;
	}
	if (start < text.length) lines.push({ text: text.slice(start), newline: '', start });
	return lines;
}

function findDelimiter(lines: readonly Line[], from: number, delimiter: string): number {
	for (let index = from; index < lines.length; index += 1) {
		if (lines[index]?.text === delimiter) return index;
		if (lines[index]?.newline === '') throw new FormatError('Invalid value. EOF marker missing new line.');
	}
	throw new FormatError(`Invalid value. Matching delimiter not found '${delimiter}'`);
}

// The lines of a block without its last line break.
function readBlock(text: string, lines: readonly Line[], from: number, end: number): string {
	const first = lines[from];
	const last = lines[end - 1];
	if (first === undefined || last === undefined || end === from) return '';
	return text.slice(first.start, last.start + last.text.length);
}

/** Pairs as a runner keeps them: the last one of a name counts, outputs and state whatever its case. */
export function collectPairs(pairs: FilePairs['pairs'], ignoreCase: boolean): Record<string, string> {
	const kept = new Map<string, readonly [string, string]>();
	for (const [name, value] of pairs) {
		const key = ignoreCase ? name.toLowerCase() : name;
		kept.set(key, [kept.get(key)?.[0] ?? name, value]);
	}
	return Object.fromEntries(kept.values());
}
