// The modifiers of a line of the set action: what the new version has beside its value.
import { checkEach } from '../errors.js';
import { lineError } from './line-grammar.js';
import type { Tag } from './modifiers.js';
import type { SetLine, ValueSource } from './set-lines.js';
import { findModifierMistake, type Modifier, splitTag } from './set-modifier-mistakes.js';

/** Modifiers of a line of `secrets`. */
export interface SecretSetModifiers {
	readonly kind: 'secrets';
	/** Undefined if the line says nothing of an end. */
	readonly expiresDays: number | undefined;
	/** The content type; undefined if the line says nothing of it. */
	readonly type: string | undefined;
	readonly tags: readonly Tag[];
	/** Whether the bytes of the file are encoded. */
	readonly base64: boolean;
	/** Whether the made value becomes an output. */
	readonly output: boolean;
}

/** Modifiers of a line of `certificates`. */
export interface CertificateSetModifiers {
	readonly kind: 'certificates';
	readonly tags: readonly Tag[];
	readonly notExportable: boolean;
}

export type SetModifiers = SecretSetModifiers | CertificateSetModifiers;

/** https://learn.microsoft.com/azure/key-vault/secrets/about-secrets */
export const MAX_TAGS = 15;

/**
 * Returns the modifiers of a line.
 * @throws ActionErrors with every modifier that cannot be used, or ActionError if they do not go with the source or each
 * other; each names the line
 */
export function parseSetModifiers(line: SetLine): SetModifiers {
	const parsed = checkEach([...line.modifiers.entries()], ([index, text]) => parseModifier(line, text, index));
	const tags = tagsOf(line, parsed);
	const others = parsed.filter(({ name }) => name !== 'tag');
	const repeated = others.find(({ name }, index) => others.findIndex((one) => one.name === name) < index);
	if (repeated !== undefined) throw lineError(line, `the modifier ${repeated.name} appears twice.`, 'Write it once.');
	const given = new Map(others.map(({ name, argument }) => [name, argument]));
	switch (line.input) {
		case 'secrets': {
			const expires = given.get('expires');
			return {
				kind: line.input,
				expiresDays: expires === undefined ? undefined : Number(expires),
				type: given.get('type'),
				tags,
				base64: given.has('base64'),
				output: given.has('output'),
			};
		}
		case 'certificates':
			return { kind: line.input, tags, notExportable: given.has('not-exportable') };
		default:
			throw line.input satisfies never;
	}
}

/** @throws ActionError if a modifier does not go with the source of the value */
export function checkSource(line: SetLine, modifiers: SetModifiers, { kind }: ValueSource): void {
	if (modifiers.kind !== 'secrets') return;
	if (modifiers.output && kind !== 'generate') {
		throw lineError(
			line,
			'output goes only with generate: this value is known to the workflow already.',
			'Leave | output out.',
		);
	}
	if (modifiers.base64 && kind !== 'file') {
		throw lineError(line, 'base64 goes only with file, whose bytes it encodes.', 'Leave | base64 out.');
	}
}

function parseModifier(line: SetLine, text: string, index: number): Modifier {
	const end = text.search(/\s|$/);
	const [name, argument] = [text.slice(0, end), text.slice(end).trim()];
	const mistake = findModifierMistake(line, { name, argument }, index);
	if (mistake !== undefined) throw lineError(line, mistake.problem, mistake.hint);
	return { name, argument };
}

function tagsOf(line: SetLine, parsed: readonly Modifier[]): readonly Tag[] {
	const tags = parsed.filter(({ name }) => name === 'tag').map(({ argument }) => splitTag(argument));
	if (new Set(tags.map(({ key }) => key)).size < tags.length)
		throw lineError(line, 'two tags have the same key.', 'Write each key once.');
	if (tags.length > MAX_TAGS)
		throw lineError(line, `a version holds at most ${MAX_TAGS} tags.`, 'Leave the others out.');
	return tags;
}
