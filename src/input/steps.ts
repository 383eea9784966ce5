// The steps of a line: what is to become of the object that it names.
import { type ActionError, checkEach } from '../errors.js';
import { type Line, type LinesInput, lineError } from './line-grammar.js';

/** A tag that an object must carry, to the letter. */
export interface Tag {
	readonly key: string;
	readonly value: string;
}

/** Of a line of `secrets`. */
export interface SecretSteps {
	readonly kind: 'secrets';
	readonly tags: readonly Tag[];
	/** Read no value, only what is known of it. */
	readonly attributes: boolean;
	readonly base64: boolean;
	/** A dotted path to one leaf, or all of them. */
	readonly json: { readonly path: string | undefined } | undefined;
	readonly file: boolean;
	readonly unmasked: boolean;
}

/** Of a line of `certificates`. */
export interface CertificateSteps {
	readonly kind: 'certificates';
	readonly tags: readonly Tag[];
	/** Read no private key. */
	readonly public: boolean;
	readonly file: 'default' | '3des' | undefined;
	readonly pem: boolean;
	readonly store: boolean;
}

/** Of a line of `keys`. */
export interface KeySteps {
	readonly kind: 'keys';
	readonly tags: readonly Tag[];
}

export type Steps = SecretSteps | CertificateSteps | KeySteps;

/** What may follow a step's name: nothing, a text of the user's, or one of these words. */
type Argument = 'none' | 'text' | readonly string[];

const STEPS: Readonly<Record<LinesInput, ReadonlyMap<string, Argument>>> = {
	secrets: new Map<string, Argument>([
		['tag', 'text'],
		['json', 'text'],
		['base64', 'none'],
		['file', 'none'],
		['unmasked', 'none'],
		['attributes', 'none'],
	]),
	certificates: new Map<string, Argument>([
		['tag', 'text'],
		['file', ['3des']],
		['pem', 'none'],
		['store', 'none'],
		['public', 'none'],
	]),
	keys: new Map<string, Argument>([['tag', 'text']]),
};

/** Steps that no other but `tag` goes with, and why. */
const ALONE: Readonly<Record<string, string>> = {
	attributes: 'which reads no value',
	public: 'which reads no private key',
};

/**
 * The steps of a line.
 * @throws ActionErrors with every step that is none, or ActionError where they do not go together; each names the line
 */
export function parseSteps(line: Line): Steps {
	const parsed = checkEach(line.steps, (text) => parseStep(line, text));
	const tags = parsed.flatMap(({ tag }) => tag ?? []);
	const others = parsed.filter(({ tag }) => tag === undefined);
	const given = new Map(others.map(({ name, argument }) => [name, argument]));
	const repeated = others.find(({ name }, index) => others.findIndex((one) => one.name === name) < index);
	if (repeated !== undefined) throw lineError(line, `has the step ${repeated.name} twice.`, 'Write it once.');
	checkCombinations(line, given);
	return toSteps(line.input, tags, given);
}

interface Step {
	readonly name: string;
	/** Empty where there is none. */
	readonly argument: string;
	/** Of `tag` alone. */
	readonly tag: Tag | undefined;
}

function parseStep(line: Line, text: string): Step {
	const end = text.search(/\s|$/);
	const name = text.slice(0, end);
	const argument = text.slice(end).trim();
	const rule = STEPS[line.input].get(name);
	if (rule === undefined) throw unknownStep(line, name);
	if (rule === 'none' && argument !== '')
		throw lineError(line, `has something after the step ${name}.`, `Write | ${name}.`);
	if (typeof rule === 'object' && argument !== '' && !rule.includes(argument)) {
		throw lineError(
			line,
			`has something unknown after the step ${name}.`,
			`Write | ${name}, or | ${name} ${rule.join(', ')}.`,
		);
	}
	checkPath(line, name, argument);
	return { name, argument, tag: name === 'tag' ? parseTag(line, argument) : undefined };
}

function unknownStep(line: Line, name: string): ActionError {
	const names = [...STEPS[line.input].keys()];
	const expected = `Expected ${names.join(', ')}.`;
	if (name === '') return lineError(line, 'has no step after a "|".', expected);
	if (names.includes(name.toLowerCase())) {
		return lineError(line, 'has a step that is not in lower case.', `Write | ${name.toLowerCase()}.`);
	}
	const owners = Object.entries(STEPS).filter(([, steps]) => steps.has(name.toLowerCase()));
	if (owners.length === 0) return lineError(line, 'has a step that does not exist.', expected);
	return lineError(
		line,
		`has the step ${name.toLowerCase()}, which belongs to ${owners.map(([input]) => input).join(' and ')}.`,
		expected,
	);
}

// The first "=" separates: a tag's value may hold more.
function parseTag(line: Line, argument: string): Tag {
	const equals = argument.indexOf('=');
	const key = argument.slice(0, Math.max(0, equals)).trim();
	if (key === '') throw lineError(line, 'has a tag without its key or without a "=".', 'Write | tag KEY=VALUE.');
	return { key, value: argument.slice(equals + 1).trim() };
}

function checkPath(line: Line, name: string, argument: string): void {
	if (name === 'json' && /^\.|\.\.|\.$/.test(argument)) {
		throw lineError(line, 'has a path with an empty part after the step json.', 'Write | json first.second.');
	}
}

function checkCombinations(line: Line, given: ReadonlyMap<string, string>): void {
	for (const [name, reason] of Object.entries(ALONE)) {
		const other = [...given.keys()].find((one) => one !== name);
		if (!given.has(name) || other === undefined) continue;
		throw lineError(line, `has ${other} beside ${name}, ${reason}.`, `Only tag goes with ${name}: use two lines.`);
	}
	if (given.has('json') && given.has('file')) {
		throw lineError(line, 'has json beside file.', 'A file holds the whole value, json its leaves: use two lines.');
	}
	if (given.has('pem') && given.get('file') === '3des') {
		throw lineError(
			line,
			'has file 3des beside pem.',
			'A PEM file is not encrypted: write | file | pem, or | file 3des.',
		);
	}
}

function toSteps(input: LinesInput, tags: readonly Tag[], given: ReadonlyMap<string, string>): Steps {
	switch (input) {
		case 'secrets': {
			const path = given.get('json');
			return {
				kind: input,
				tags,
				attributes: given.has('attributes'),
				base64: given.has('base64'),
				json: path === undefined ? undefined : { path: path === '' ? undefined : path },
				file: given.has('file'),
				unmasked: given.has('unmasked'),
			};
		}
		case 'certificates': {
			const file = given.get('file');
			return {
				kind: input,
				tags,
				public: given.has('public'),
				file: file === undefined ? undefined : file === '3des' ? '3des' : 'default',
				pem: given.has('pem'),
				store: given.has('store'),
			};
		}
		case 'keys':
			return { kind: input, tags };
		default:
			throw input satisfies never;
	}
}
