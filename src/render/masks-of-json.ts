// What the runner must hide for a JSON text: its leaves, but none for which the log would suffer.
import type { JsonLeaf } from './json-leaves.js';
import {
	isMaskable,
	joinMaskings,
	type Masking,
	MIN_MASK_LENGTH,
	maskLine,
	maskLines,
	maskText,
	toMasking,
	toWellFormed,
	trim,
} from './masks.js';

/** Shorter numbers are ports, sizes and years. */
const MIN_MASK_DIGITS = 6;

/** Masks for a JSON text and all of its leaves. */
export function maskJson(text: string, leaves: readonly JsonLeaf[]): Masking {
	const ofWhole = toMasking(maskText(toWellFormed(text), isSecretInJson));
	return { ...joinMaskings(ofWhole, ...leaves.map(maskLeaf)), weakness: ofWhole.weakness };
}

/** Masks for a leaf; none where the log would suffer for it, as for `true` or 8080. */
export function maskLeaf({ kind, text }: JsonLeaf): Masking {
	const nothing: Masking = { masks: [], weakness: undefined };
	if (kind === 'word' || text === '' || isCommonplace(text)) return nothing;
	const whole = toWellFormed(text);
	if (/[\r\n]/.test(whole) && trim(whole).length >= MIN_MASK_LENGTH) return toMasking(maskLines(whole, isSecretInJson));
	return isMaskable(trim(whole)) ? toMasking(maskLine(whole)) : { ...nothing, weakness: 'none' };
}

// JSON has a line a value where a list is printed.
function isSecretInJson(line: string): boolean {
	return isMaskable(line) && !isCommonplace(line.replace(/,$/, ''));
}

// What spells a boolean, null or a number of fewer digits than six.
function isCommonplace(text: string): boolean {
	if (/^(?:true|false|null)$/i.test(text)) return true;
	const isNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text);
	return isNumber && text.replace(/\D/g, '').length < MIN_MASK_DIGITS;
}
