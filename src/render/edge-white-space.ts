// White space around a value of one line: seldom meant, and programs differ in whether they cut it off.
import { describeIdentifier } from '../keyvault/vault-error.js';
import type { Identifier } from '../plan/identifier.js';
import type { Annotation } from '../ports.js';

/** A JSON text may have hundreds of leaves. */
const MAX_NAMED = 5;

/** Returns a warning that names the outputs with white space around them, and what it is; nothing if there is none. */
export function warnOfEdges(
	item: Identifier,
	outputs: readonly { readonly name: string; readonly text: string }[],
): readonly Annotation[] {
	const all = outputs.flatMap(({ name, text }) => {
		const edges = describeEdges(text);
		return edges === undefined ? [] : [`the output ${name} ${edges}`];
	});
	if (all.length === 0) return [];
	const named = all.slice(0, MAX_NAMED);
	const more = all.length > named.length ? ` and ${all.length - named.length} more` : '';
	const subject = describeIdentifier(item);
	return [
		{
			title: `White space: ${subject}`,
			text: `${subject}: ${named.join(', ')}${more}. Some programs remove that, and others do not. If it is not intended, store the value without it.`,
		},
	];
}

/**
 * Says which white space is before and after a value of one line, e.g. `ends with a line break`; undefined if there is
 * none, or if the value has several lines. Nothing else of the value is said.
 */
export function describeEdges(text: string): string | undefined {
	let start = 0;
	let end = text.length;
	// Loops, since an expression that is bound to the end alone takes the square of the time that a long run of blanks takes.
	while (start < end && isInvisible(text.charAt(start))) start += 1;
	while (end > start && isInvisible(text.charAt(end - 1))) end -= 1;
	if (text === '' || /[\r\n]/.test(text.slice(start, end))) return undefined;
	if (start === end) return `holds nothing but ${kindOf(text)}`;
	const edges = [
		...(start === 0 ? [] : [`begins with ${kindOf(text.slice(0, start))}`]),
		...(end === text.length ? [] : [`ends with ${kindOf(text.slice(end))}`]),
	];
	return edges.length === 0 ? undefined : edges.join(' and ');
}

// White space, and what is as invisible: control characters, marks of order and of direction, joiners.
function isInvisible(char: string): boolean {
	return /[\s\p{Cc}\p{Cf}]/u.test(char);
}

const KINDS: readonly (readonly [RegExp, string])[] = [
	[/^(?:\r\n|\r|\n)$/, 'a line break'],
	[/^[\r\n]+$/, 'line breaks'],
	[/^ $/, 'a space'],
	[/^ +$/, 'spaces'],
	[/^\t+$/, 'a tab'],
	[/^\ufeff$/, 'a byte order mark'],
	[/^\u00a0+$/, 'a no-break space'],
	[/^[\p{Cc}\p{Cf}]+$/u, 'characters that cannot be seen'],
];

function kindOf(edge: string): string {
	return KINDS.find(([pattern]) => pattern.test(edge))?.[1] ?? 'white space';
}
