// Mistakes in a modifier of a line of the set action. Nothing of its text is repeated: a value may have been pasted there.
import { isNear, type Mistake, MODIFIER_COMMENT } from './modifier-mistakes.js';
import type { Tag } from './modifiers.js';
import type { SetLine } from './set-lines.js';

/** A modifier as it stands in a line. */
export interface Modifier {
	readonly name: string;
	/** Empty if there is none. */
	readonly argument: string;
}

/** By the input of the line: each modifier, and how it is written. */
const MODIFIERS: Readonly<Record<SetLine['input'], ReadonlyMap<string, string>>> = {
	secrets: new Map([
		['expires', '| expires DAYS'],
		['type', '| type TEXT'],
		['tag', '| tag KEY=VALUE'],
		['base64', '| base64'],
		['output', '| output'],
	]),
	certificates: new Map([
		['tag', '| tag KEY=VALUE'],
		['not-exportable', '| not-exportable'],
	]),
};

/** https://learn.microsoft.com/azure/key-vault/secrets/about-secrets */
const MAX_TAG_LENGTH = 512;
const MAX_TYPE_LENGTH = 255;

/** A hundred years: far beyond any use, and still a date that every service can write. */
const MAX_DAYS = 36_500;

/** Says what is wrong with a modifier, whose place in the line is counted from 0; undefined if nothing is. */
export function findModifierMistake(line: SetLine, modifier: Modifier, index: number): Mistake | undefined {
	const isKnown = MODIFIERS[line.input].has(modifier.name);
	return isKnown ? argumentMistake(modifier.name, modifier.argument) : unknownModifier(line, modifier, index);
}

function argumentMistake(name: string, argument: string): Mistake | undefined {
	if (/^(?:#|\/\/)/.test(argument) && name !== 'tag') return MODIFIER_COMMENT;
	switch (name) {
		case 'expires':
			return daysMistake(argument);
		case 'type':
			if (argument !== '' && argument.length <= MAX_TYPE_LENGTH) return undefined;
			return {
				problem:
					argument === '' ? 'no text follows type.' : `the text after type has over ${MAX_TYPE_LENGTH} characters.`,
				hint: 'Write | type TEXT, for example | type text/plain.',
			};
		case 'tag':
			return tagMistake(argument);
		default:
			return argument === ''
				? undefined
				: { problem: `nothing may follow the modifier ${name}.`, hint: `Write | ${name}.` };
	}
}

function daysMistake(argument: string): Mistake | undefined {
	if (/^\d{1,9}$/.test(argument) && Number(argument) >= 1 && Number(argument) <= MAX_DAYS) return undefined;
	return {
		problem: `expires takes a whole number of days from 1 to ${MAX_DAYS}.`,
		hint: 'Write | expires DAYS, for example | expires 90.',
	};
}

function tagMistake(argument: string): Mistake | undefined {
	const { key, value } = splitTag(argument);
	const hint = 'Write | tag KEY=VALUE.';
	if (key === '') return { problem: 'the modifier tag needs a key and a value.', hint };
	if (key.length <= MAX_TAG_LENGTH && value.length <= MAX_TAG_LENGTH) return undefined;
	return { problem: `the key or the value of a tag has over ${MAX_TAG_LENGTH} characters.`, hint };
}

/** Splits a tag. The first "=" separates: a tag's value may hold more. */
export function splitTag(argument: string): Tag {
	const equals = argument.indexOf('=');
	return { key: argument.slice(0, Math.max(0, equals)).trim(), value: argument.slice(equals + 1).trim() };
}

/** Modifiers of lines that fetch, which people try here. */
const OF_FETCHING: readonly string[] = ['json', 'file', 'unmasked', 'attributes', 'pem', 'store', 'public'];

/** Names that other tools have for it. */
const MEANT: Readonly<Record<string, string>> = {
	expiry: 'expires',
	'expires-on': 'expires',
	expiration: 'expires',
	expire: 'expires',
	ttl: 'expires',
	days: 'expires',
	'valid-days': 'expires',
	'content-type': 'type',
	contenttype: 'type',
	tags: 'tag',
	label: 'tag',
	b64: 'base64',
	encode: 'base64',
	export: 'output',
	out: 'output',
	nonexportable: 'not-exportable',
	'non-exportable': 'not-exportable',
	notexportable: 'not-exportable',
	'no-export': 'not-exportable',
};

function unknownModifier({ input, modifiers }: SetLine, { name }: Modifier, index: number): Mistake {
	const known = MODIFIERS[input];
	const hint = `Expected ${[...known.keys()].join(', ')}.`;
	if (name === '') return { problem: 'nothing follows a "|".', hint };
	if (/^(?:#|\/\/)/.test(name)) return MODIFIER_COMMENT;
	const lower = name.toLowerCase();
	if (known.has(lower)) return { problem: 'a modifier is not in lower case.', hint: `Write ${known.get(lower)}.` };
	const owner = Object.entries(MODIFIERS).find(([, others]) => others.has(lower))?.[0];
	if (owner !== undefined) return { problem: `${lower} is a modifier of ${owner}.`, hint };
	if (OF_FETCHING.includes(lower)) return { problem: `${lower} is a modifier of lines that fetch.`, hint };
	const attached = [...known].find(([one]) => new RegExp(`^${one}[^a-z0-9-]`).test(lower));
	if (attached !== undefined)
		return { problem: `the modifier ${attached[0]} has no blank after it.`, hint: `Write ${attached[1]}.` };
	const which = modifiers.length === 1 ? 'the modifier' : `modifier ${index + 1}`;
	const meant = MEANT[lower] ?? [...known.keys()].find((one) => isNear(lower, one));
	const form = meant === undefined ? undefined : known.get(meant);
	return { problem: `${which} does not exist.`, hint: form === undefined ? hint : `Did you mean ${form}?` };
}
