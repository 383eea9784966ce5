// Text that somebody else wrote, as messages show it.

/** Longer texts are cut off: a message is for the part that is wrong, not for a whole value. */
const MAX_LENGTH = 60;

/**
 * Returns the text between quotation marks, cut off if it is long. Characters that cannot be seen, or that change how the
 * text around them is shown, appear as their code points.
 */
export function quote(text: string): string {
	const start = text.slice(0, 2 * MAX_LENGTH);
	const shown = Array.from(start).slice(0, MAX_LENGTH);
	const rest = shown.join('').length < text.length ? '\u2026' : '';
	return `"${shown.map((char) => (isPlain(char) ? char : codePointOf(char))).join('')}${rest}"`;
}

/** Returns the code point of a character as Unicode writes it, e.g. `U+00A0`. */
export function codePointOf(char: string): string {
	const [codePoint = 0] = Array.from(char, (one) => one.codePointAt(0));
	return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

// Letters, marks, digits, punctuation and symbols of any script, and the blank.
function isPlain(char: string): boolean {
	return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(char);
}
