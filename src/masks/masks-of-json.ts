// What the runner must hide for a JSON text: its leaves, but none for which the log would suffer.
import { SecretText } from '../secret-text.js';
import { type CommonplaceLeaf, joinMaskings, type Masking, toWellFormed } from './masks.js';
import { maskValue } from './masks-of-certificates.js';
import { isBareLiteral, isCommonplace, MIN_LINE_LENGTH, trim } from './structure.js';

/** A string, number, boolean or null somewhere in a JSON text. */
export interface JsonLeaf {
	/** Keys, and positions in lists counted from 0, from the top down. */
	readonly path: readonly string[];
	readonly kind: 'string' | 'number' | 'word';
	/** A string's content, a number as spelled, `true` or `false`; empty for null. */
	readonly text: string;
}

/** Masks for a JSON text and all of its leaves. */
export function maskJson(text: string, leaves: readonly JsonLeaf[]): Masking {
	const whole = maskValue(text);
	const secret = leaves.filter(isSecretLeaf);
	const { masks } = joinMaskings(whole, ...secret.map((leaf) => maskValue(leaf.text)));
	const commonplace = secret.filter((leaf) => isCommonplace(trim(leaf.text))).map(toCommonplaceLeaf);
	return { masks, weakness: commonplace.length === 0 ? whole.weakness : { kind: 'leaves', leaves: commonplace } };
}

/** Masks for the one leaf that leaves of a JSON text: as for a secret's value. */
export function maskPicked(leaf: JsonLeaf): Masking {
	const { masks, weakness } = maskValue(leaf.text);
	if (weakness === undefined || weakness.kind === 'leaves') return { masks, weakness };
	return { masks, weakness: { ...weakness, path: leaf.path.join('.') } };
}

// Strings of four or more characters and numbers of six or more digits, not what spells a boolean, null or a shorter number.
function isSecretLeaf({ kind, text }: JsonLeaf): boolean {
	const bare = trim(toWellFormed(text));
	return kind !== 'word' && bare.length >= MIN_LINE_LENGTH && !isBareLiteral(bare);
}

function toCommonplaceLeaf({ path, text }: JsonLeaf): CommonplaceLeaf {
	return { path, text: new SecretText(text) };
}
