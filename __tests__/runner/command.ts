// One line of a process as a runner's command (actions/runner, src/Runner.Common/ActionCommand.cs).

import { indexOf, trim } from './culture.js';

/** A command that a line held. */
export interface Command {
	/** Lower case: a runner ignores its case. */
	readonly name: string;
	/** By lower-case key. */
	readonly properties: ReadonlyMap<string, string>;
	readonly data: string;
}

type Escapes = readonly (readonly [escaped: string, text: string])[];

// The percent sign comes last, or `%250A` would become a line break.
const DATA_ESCAPES: Escapes = [
	['%0D', '\r'],
	['%0A', '\n'],
	['%25', '%'],
];
const PROPERTY_ESCAPES: Escapes = [['%3A', ':'], ['%2C', ','], ...DATA_ESCAPES];
const OLD_ESCAPES: Escapes = [['%3B', ';'], ['%5D', ']'], ...DATA_ESCAPES];

/** The command in this line, of those that are known; undefined if it is output like any other. */
export function parseCommand(line: string, known: ReadonlySet<string>): Command | undefined {
	return parseColons(line, known) ?? parseBracket(line, known);
}

// `::name key=value,key=value::data`, with nothing but white space before it. What is joined to the second `::` hides it.
function parseColons(line: string, known: ReadonlySet<string>): Command | undefined {
	const [, rest] = /^\p{White_Space}*::(.*)$/su.exec(line) ?? [];
	if (rest === undefined) return undefined;
	const end = indexOf(rest, '::');
	if (end < 0) return undefined;
	const data = rest.slice(end + 2);
	return makeCommand(rest.slice(0, end), known, {
		splitProperties: (text) => trim(text).split(','),
		unescapeProperty: (text) => unescapeText(text, PROPERTY_ESCAPES),
		data: unescapeText(data, DATA_ESCAPES),
	});
}

// `##[name key=value;key=value]data`, the older form, anywhere in the line. Only the first `##[` counts.
function parseBracket(line: string, known: ReadonlySet<string>): Command | undefined {
	const start = indexOf(line, '##[');
	const end = start < 0 ? -1 : line.indexOf(']', start);
	if (end < 0) return undefined;
	return makeCommand(line.slice(start + 3, end), known, {
		splitProperties: (text) => text.split(';'),
		unescapeProperty: (text) => unescapeText(text, OLD_ESCAPES),
		data: unescapeText(line.slice(end + 1), OLD_ESCAPES),
	});
}

interface Form {
	readonly splitProperties: (text: string) => readonly string[];
	readonly unescapeProperty: (text: string) => string;
	readonly data: string;
}

function makeCommand(head: string, known: ReadonlySet<string>, form: Form): Command | undefined {
	const space = head.indexOf(' ');
	const name = (space < 0 ? head : head.slice(0, space)).toLowerCase();
	if (!known.has(name)) return undefined;
	const properties = new Map<string, string>();
	for (const pair of space < 0 ? [] : form.splitProperties(head.slice(space + 1))) {
		// .NET skips empty entries, and so every `=` before the key and before the value.
		const [, key, value] = /^=*([^=]+)=+([^=].*)$/s.exec(pair) ?? [];
		if (key !== undefined && value !== undefined) properties.set(key.toLowerCase(), form.unescapeProperty(value));
	}
	return { name, properties, data: form.data };
}

function unescapeText(text: string, escapes: Escapes): string {
	return escapes.reduce((rest, [escaped, plain]) => rest.replaceAll(escaped, plain), text);
}
