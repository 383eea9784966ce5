// The modifiers of a line: what is to become of the object that it names.
import { checkEach } from '../errors.js';
import { type Line, type LinesInput, lineError, MODIFIERS } from './line-grammar.js';
import { argumentMistake, pathMistake, unknownModifier } from './modifier-mistakes.js';

/** A tag that an object must carry exactly. */
export interface Tag {
	readonly key: string;
	readonly value: string;
}

/** Modifiers of a line of `secrets`. */
export interface SecretModifiers {
	readonly kind: 'secrets';
	readonly tags: readonly Tag[];
	/** Read no value, only what is known of it. */
	readonly attributes: boolean;
	/** Text that is decoded: the value as the vault holds it, or the leaf that `json` has picked. */
	readonly base64: 'value' | 'leaf' | undefined;
	/** A dotted path to one leaf, or all of them. */
	readonly json: { readonly path: string | undefined } | undefined;
	readonly file: boolean;
	readonly unmasked: boolean;
}

/** Modifiers of a line of `certificates`. */
export interface CertificateModifiers {
	readonly kind: 'certificates';
	readonly tags: readonly Tag[];
	/** Read no private key. */
	readonly public: boolean;
	readonly file: 'default' | '3des' | undefined;
	readonly pem: boolean;
	readonly store: boolean;
}

/** Modifiers of a line of `keys`. */
export interface KeyModifiers {
	readonly kind: 'keys';
	readonly tags: readonly Tag[];
}

export type Modifiers = SecretModifiers | CertificateModifiers | KeyModifiers;

/** Modifiers that only `tag` goes with, and why. */
const ALONE: Readonly<Record<string, string>> = {
	attributes: 'which reads no value',
	public: 'which reads no private key',
};

/**
 * Returns the modifiers of a line.
 * @throws ActionErrors with every modifier that cannot be used, or ActionError if they do not go together; each names the line
 */
export function parseModifiers(line: Line): Modifiers {
	const parsed = checkEach([...line.modifiers.entries()], ([index, text]) => parseModifier(line, text, index));
	const tags = parsed.flatMap(({ tag }) => tag ?? []);
	const others = parsed.filter(({ tag }) => tag === undefined);
	const given = new Map(others.map(({ name, argument }) => [name, argument]));
	const repeated = others.find(({ name }, index) => others.findIndex((one) => one.name === name) < index);
	if (repeated !== undefined) throw lineError(line, `the modifier ${repeated.name} appears twice.`, 'Write it once.');
	checkCombinations(line, given);
	return toModifiers(line.input, tags, given);
}

interface Step {
	readonly name: string;
	/** Empty if there is none. */
	readonly argument: string;
	/** Argument of `tag` alone. */
	readonly tag: Tag | undefined;
}

function parseModifier(line: Line, text: string, index: number): Step {
	const end = text.search(/\s|$/);
	const name = text.slice(0, end);
	const argument = text.slice(end).trim();
	const rule = MODIFIERS[line.input].get(name);
	const mistake =
		rule === undefined
			? unknownModifier({ input: line.input, name, argument, index, count: line.modifiers.length })
			: (argumentMistake(name, argument, rule) ?? (name === 'json' ? pathMistake(argument) : undefined));
	if (mistake !== undefined) throw lineError(line, mistake.problem, mistake.hint);
	return { name, argument, tag: name === 'tag' ? parseTag(line, argument) : undefined };
}

// The first "=" separates: a tag's value may hold more.
function parseTag(line: Line, argument: string): Tag {
	const equals = argument.indexOf('=');
	const key = argument.slice(0, Math.max(0, equals)).trim();
	if (key === '') throw lineError(line, 'the modifier tag needs a key and a value.', 'Write | tag KEY=VALUE.');
	return { key, value: argument.slice(equals + 1).trim() };
}

function checkCombinations(line: Line, given: ReadonlyMap<string, string>): void {
	for (const [name, reason] of Object.entries(ALONE)) {
		const other = [...given.keys()].find((one) => one !== name);
		if (!given.has(name) || other === undefined) continue;
		throw lineError(
			line,
			`${other} does not go with ${name}, ${reason}.`,
			`Write two lines: only tag goes with ${name}.`,
		);
	}
	checkDecoding(line, given);
	if (given.has('pem') && given.get('file') === '3des') {
		throw lineError(
			line,
			'file 3des does not go with pem, because a PEM file is not encrypted.',
			'Write | pem | file, or | file 3des.',
		);
	}
}

// `json` alone gives many values; a file holds one, and base64 decodes one.
function checkDecoding(line: Line, given: ReadonlyMap<string, string>): void {
	if (given.get('json') !== '') return;
	if (given.has('file')) {
		throw lineError(
			line,
			'file does not go with json without a path, which gives several values.',
			'Write | json PATH | file for a file of one leaf, or two lines.',
		);
	}
	if (base64Of(given) === 'leaf') {
		throw lineError(
			line,
			'base64 cannot follow json without a path, which gives several values.',
			'Write | base64 | json to decode the whole value first, or | json PATH | base64 to decode one leaf.',
		);
	}
}

function base64Of(given: ReadonlyMap<string, string>): SecretModifiers['base64'] {
	if (!given.has('base64')) return undefined;
	const names = [...given.keys()];
	return given.has('json') && names.indexOf('json') < names.indexOf('base64') ? 'leaf' : 'value';
}

function toModifiers(input: LinesInput, tags: readonly Tag[], given: ReadonlyMap<string, string>): Modifiers {
	switch (input) {
		case 'secrets': {
			const path = given.get('json');
			return {
				kind: input,
				tags,
				attributes: given.has('attributes'),
				base64: base64Of(given),
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
