// Searching as .NET's String.IndexOf does, which compares texts as people read them: what follows may be one character with
// the end of what is sought, and then it is not found. A runner searches so for `::` and for `&`.

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });
const COLLATOR = new Intl.Collator('en');

/** Longer than any character that people write. */
const LOOK_AHEAD = 64;

/** The first place where a text of ASCII punctuation stands by itself; -1 if nowhere. */
export function indexOf(text: string, sought: string): number {
	let index = text.indexOf(sought);
	while (index >= 0 && isJoined(text, index + sought.length)) index = text.indexOf(sought, index + 1);
	return index;
}

/** The last such place; -1 if nowhere. */
export function lastIndexOf(text: string, sought: string): number {
	let index = text.lastIndexOf(sought);
	while (index >= 0 && isJoined(text, index + sought.length)) {
		index = index === 0 ? -1 : text.lastIndexOf(sought, index - 1);
	}
	return index;
}

// Whether what begins here is one character with what is before it. Characters that a comparison skips join nothing.
function isJoined(text: string, end: number): boolean {
	if (/^[\0-\x7f]?$/.test(text.charAt(end))) return false;
	const [first] = SEGMENTER.segment(`:${text.slice(end, end + LOOK_AHEAD)}`);
	return COLLATOR.compare('', first?.segment.slice(1) ?? '') !== 0;
}

/** As .NET trims: by Unicode's White_Space, which U+FEFF is no part of. */
export function trim(text: string): string {
	return text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '');
}
