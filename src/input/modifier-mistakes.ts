// Mistakes in a modifier that cannot be used. Nothing of its text is repeated: a value may have been pasted there.
import { type ArgumentRule, type LinesInput, MODIFIERS } from './line-grammar.js';

/** A problem, and what to write instead. */
export interface Mistake {
	readonly problem: string;
	readonly hint: string;
}

/** A modifier that no line of the input has. */
export interface UnknownModifier {
	readonly input: LinesInput;
	readonly name: string;
	/** Empty if there is none. */
	readonly argument: string;
	/** Its place among the modifiers of the line, counted from 0. */
	readonly index: number;
	/** Number of modifiers that the line has. */
	readonly count: number;
}

/** For a comment that follows a modifier. */
export const MODIFIER_COMMENT: Mistake = {
	problem: 'a comment follows the line.',
	hint: 'Move it to a line of its own: "#" begins a comment only at the start of a line.',
};

/** Returns what is wrong with a modifier whose name is unknown. */
export function unknownModifier(unknown: UnknownModifier): Mistake {
	const { input, name, index, count } = unknown;
	const hint = `Expected ${[...MODIFIERS[input].keys()].join(', ')}.`;
	if (name === '') return { problem: 'nothing follows a "|".', hint };
	const which = count === 1 ? 'the modifier' : `modifier ${index + 1}`;
	return (
		misplaced(unknown) ??
		misspelt(unknown, which) ??
		meantOtherwise(unknown, which) ?? { problem: `${which} does not exist.`, hint }
	);
}

// A modifier's own name, in another case, of another kind of line, or with something attached to it.
function misplaced({ input, name }: UnknownModifier): Mistake | undefined {
	if (/^(?:#|\/\/)/.test(name)) return MODIFIER_COMMENT;
	const lower = name.toLowerCase();
	if (MODIFIERS[input].has(lower))
		return { problem: 'modifiers are written in lower case.', hint: `Write | ${lower}.` };
	const owners = Object.entries(MODIFIERS).filter(([, modifiers]) => modifiers.has(lower));
	if (owners.length > 0) {
		return {
			problem: `${lower} is a modifier for ${owners.map(([owner]) => owner).join(' and ')}.`,
			hint: `${input} take ${[...MODIFIERS[input].keys()].join(', ')}.`,
		};
	}
	const [, known = '', attached = ''] = /^([a-z]+(?:64)?)([^a-z0-9])/.exec(lower) ?? [];
	const rule = MODIFIERS[input].get(known);
	if (rule === undefined) return undefined;
	return {
		problem: `the modifier ${known} has ${describeChar(attached)} right after it.`,
		hint: `Write ${formOf(known)}.`,
	};
}

function describeChar(char: string): string {
	return /^[!-~]$/.test(char) ? `"${char}"` : 'another character';
}

/** Names that other tools have for it, and what to write here. */
const MEANT: Readonly<Record<LinesInput, readonly Meaning[]>> = {
	secrets: [
		[['b64', 'decode', 'base64decode', 'frombase64'], 'Write | base64.'],
		[['jq', 'key', 'path', 'jsonpath', 'fromjson', 'field', 'property', 'select', 'get'], 'Write | json PATH.'],
		[['save', 'write', 'output-file', 'to-file', 'tofile'], 'Write | file.'],
		[['plain', 'nomask', 'no-mask', 'mask', 'public', 'plaintext', 'visible', 'unmask'], 'Write | unmasked.'],
		[['metadata', 'meta', 'info', 'expires', 'expiry', 'version'], 'Write | attributes.'],
	],
	certificates: [
		[['pfx', 'p12', 'pkcs12'], 'Leave it out: the output is a PFX already. | file writes one with a password.'],
		[['cer', 'crt', 'cert'], 'Leave it out: NAME-cer is always there. | public reads nothing else.'],
		[['private-key', 'privatekey', 'key', 'chain'], 'Write | pem.'],
		[['install', 'my', 'keystore'], 'Write | store.'],
		[['save', 'write'], 'Write | file.'],
		[['3des'], 'Write | file 3des.'],
	],
	keys: [],
};

/** Words for which the action has an input, for all lines at once. */
const INPUTS: readonly Meaning[] = [
	[['env', 'export', 'export-env'], 'export-env'],
	[['optional', 'ignore-missing', 'default'], 'ignore-missing'],
];

/** Names, and what is meant by them. */
type Meaning = readonly [names: readonly string[], meaning: string];

function meaningOf(meanings: readonly Meaning[], name: string): string | undefined {
	return meanings.find(([names]) => names.includes(name))?.[1];
}

function meantOtherwise({ input, name, argument }: UnknownModifier, which: string): Mistake | undefined {
	const lower = name.toLowerCase();
	const meant = meaningOf(MEANT[input], lower);
	if (meant !== undefined) return { problem: `${which} does not exist.`, hint: meant };
	const ofAll = meaningOf(INPUTS, lower);
	if (ofAll !== undefined) return { problem: `${which} does not exist.`, hint: `Set the input ${ofAll} instead.` };
	if (/^[A-Z_][A-Z0-9_]*$/.test(name) && argument === '') {
		return {
			problem: `${which} looks like the name of an output, which stands first.`,
			hint: 'Write OUTPUT = NAME.',
		};
	}
	return undefined;
}

function misspelt({ input, name }: UnknownModifier, which: string): Mistake | undefined {
	const near = [...MODIFIERS[input].keys()].find((known) => isNear(name.toLowerCase(), known));
	if (near === undefined) return undefined;
	return { problem: `${which} does not exist.`, hint: `Did you mean | ${near}?` };
}

/** Whether a text is a name with one letter more, less or other, or with two neighbors that have changed places. */
export function isNear(text: string, known: string): boolean {
	if (Math.abs(text.length - known.length) > 1) return false;
	return Array.from({ length: known.length + 1 }, (_, at) => at).some(
		(at) =>
			without(text, at) === known ||
			text === without(known, at) ||
			(text.length === known.length && without(text, at) === without(known, at)) ||
			`${text.slice(0, at)}${text.charAt(at + 1)}${text.charAt(at)}${text.slice(at + 2)}` === known,
	);
}

function without(text: string, at: number): string {
	return `${text.slice(0, at)}${text.slice(at + 1)}`;
}

/** Returns what is wrong with what follows a modifier; undefined if nothing is. */
export function argumentMistake(name: string, argument: string, rule: ArgumentRule): Mistake | undefined {
	if (rule === 'text' || argument === '') return undefined;
	if (/^(?:#|\/\/)/.test(argument)) return MODIFIER_COMMENT;
	if (rule !== 'none') {
		if (rule.includes(argument)) return undefined;
		return {
			problem: `${name} takes ${rule.join(', ')} or nothing.`,
			hint: `Write | ${name}, or | ${name} ${rule.join(', ')}.`,
		};
	}
	if (name === 'file') {
		return {
			problem: 'file takes no name or path.',
			hint: 'Write | file: the output NAME-path says where the file is.',
		};
	}
	return { problem: `the modifier ${name} takes no argument.`, hint: `Write | ${name}.` };
}

/** Returns what is wrong with the path of `json`; undefined if nothing is. */
export function pathMistake(path: string): Mistake | undefined {
	return PATH_MISTAKES.find(([pattern]) => pattern.test(path))?.[1];
}

const PATH_FORM = 'Write | json first.second, with a "." between keys and positions, e.g. users.0.name.';

const PATH_MISTAKES: readonly (readonly [RegExp, Mistake])[] = [
	[/\s#|^#/, MODIFIER_COMMENT],
	[/^[\x22\x27\x60]|[\x22\x27\x60]$/, { problem: 'the path after json is in quotes.', hint: PATH_FORM }],
	[
		/\[(?:\d*|\*|[\x22\x27][^\x22\x27\]]*[\x22\x27])\]/,
		{ problem: 'the path after json has brackets.', hint: PATH_FORM },
	],
	[/^\$(?:\.|$)/, { problem: 'the path after json begins with "$".', hint: PATH_FORM }],
	[/^\./, { problem: 'the path after json begins with a ".".', hint: PATH_FORM }],
	[/\.\.|\.$/, { problem: 'the path after json has an empty part.', hint: PATH_FORM }],
];

// Returns how a modifier is written.
function formOf(name: string): string {
	return { json: '| json PATH', tag: '| tag KEY=VALUE' }[name] ?? `| ${name}`;
}
