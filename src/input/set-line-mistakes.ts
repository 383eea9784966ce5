// Mistakes before the first "|" of a line of the set action.
//
// Nothing of it is repeated but signs: what has no "<", or no known source after it, may be a value.

import type { Mistake } from './modifier-mistakes.js';
import { findOtherProduct } from './other-products.js';

const FORM = 'Write NAME < env VARIABLE, NAME < file PATH or NAME < generate LENGTH.';

/** Signs that stand in place of "<" elsewhere, longest first. */
const SIGNS = ['=>', '->', ':=', '==', '=', '>', ':'] as const;

/** Says why a line without "<" cannot be used. */
export function missingSource(head: string): Mistake {
	if (head === '') return { problem: 'nothing stands before "|".', hint: FORM };
	if (/\b(?:env|file|generate)\s/.test(head)) {
		const sign = SIGNS.find((one) => head.includes(one));
		if (sign !== undefined) return { problem: `"${sign}" stands where "<" belongs.`, hint: FORM };
		return { problem: 'no "<" stands between the name and the source.', hint: FORM };
	}
	return {
		problem: 'the line has no "<", so nothing says where the value comes from.',
		hint: `${FORM} A value of several lines belongs in a variable of the step, not in the input.`,
	};
}

/** Says what is wrong with the "<" itself, or with what surrounds it; undefined if nothing is. */
export function signMistake({ name, source }: { readonly name: string; readonly source: string }): Mistake | undefined {
	if (/^(?:[<=]|-(?!-))/.test(source))
		return { problem: `"<${source.charAt(0)}" stands where "<" belongs.`, hint: FORM };
	if (name === '') return { problem: 'no name stands before "<".', hint: FORM };
	if (source === '') return { problem: 'nothing stands after "<".', hint: FORM };
	if (name.endsWith('=') || name.endsWith(':')) {
		return { problem: `"${name.slice(-1)}" stands before "<".`, hint: FORM };
	}
	if (/=/.test(name)) {
		return {
			problem: 'a "=" stands before "<".',
			hint: `${FORM} The outputs NAME-version and NAME-changed take the name of the object.`,
		};
	}
	return undefined;
}

/** Says that there is a value, or the like, in place of a source. */
export function literalMistake(source: string): Mistake {
	const [word = ''] = /^[A-Za-z]+(?![^\s.:=(])/.exec(source) ?? [];
	const lower = word.toLowerCase();
	if (['env', 'file', 'generate'].includes(lower)) {
		return lower === word
			? { problem: `no blank stands between ${word} and what follows it.`, hint: FORM }
			: { problem: 'the source is not in lower case.', hint: FORM };
	}
	if (/\$\{\{|\}\}/.test(source)) {
		return {
			problem: 'an expression was not evaluated.',
			hint: `GitHub evaluates expressions only in the workflow file, and only once. ${FORM}`,
		};
	}
	if (REFERENCE.test(source)) return UNEXPANDED;
	if (findOtherProduct(source) !== undefined) {
		return { problem: 'what follows "<" is a reference that this action does not read.', hint: FORM };
	}
	return LITERAL;
}

// A value can look the same, so the text is not repeated.
const REFERENCE = /^["']?(?:\$\w+|\$\{\w+\}|\$\(\w+\)|\$env:\w+|%\w+%)["']?$/i;

const UNEXPANDED: Mistake = {
	problem: 'what follows "<" looks like a reference to a variable, which is not expanded here.',
	hint: 'Write NAME < env VARIABLE, with the name of the variable alone. If a value stood here that the log does not hide, replace it.',
};

const LITERAL: Mistake = {
	problem: 'what follows "<" is none of the sources env, file and generate.',
	hint: `A value never stands in an input, because the runner shows inputs in the log. Set it in the env of this step, for example "DB_PASSWORD: \${{ secrets.DB_PASSWORD }}", and write NAME < env DB_PASSWORD. If a value stood here that the log does not hide, replace it.`,
};

const BARE = 'Write the name without them.';

/** Signs that surround a name in other files. */
const AROUND_NAMES: readonly (readonly [RegExp, Mistake])[] = [
	[/^[-+]\s/, { problem: 'the line begins with the dash of a YAML list.', hint: 'Write the line without the dash.' }],
	[
		/^(?:[*\u00b7\u2013\u2014\u2022\u25aa\u25cf]|\d+[.)])\s/,
		{ problem: 'the line begins with a list mark.', hint: 'Write the line without it.' },
	],
	[/[\x22\x27\x60\u2018-\u201f\u00ab\u00bb]/, { problem: 'the name has quotation marks.', hint: BARE }],
	[/^[[{(]|[\]})]$/, { problem: 'the name has brackets around it.', hint: BARE }],
	[
		/^(?:export|setx?|let|const|var|declare|env)\s+\S/i,
		{ problem: 'the line begins with a word of a shell or a language.', hint: FORM },
	],
	[
		/^https?:\/\//i,
		{
			problem: 'a full identifier stands where the name belongs.',
			hint: 'Write the name alone, and set keyvault to the vault. One step writes to one vault.',
		},
	],
	[
		/^[0-9A-Za-z-]+\/[0-9A-Fa-f]{32}$/,
		{ problem: 'a version follows the name.', hint: 'Write the name alone: what is written becomes a new version.' },
	],
	[/\*/, { problem: 'the name is a pattern.', hint: 'Write one line for each name.' }],
	[
		/^(?:secrets|certificates|keys)\//i,
		{ problem: 'the kind stands before the name.', hint: 'Write NAME alone: the input says which kind it is.' },
	],
];

/** Says what surrounds a name that is none; undefined if nothing known does. */
export function aroundName(name: string): Mistake | undefined {
	return AROUND_NAMES.find(([pattern]) => pattern.test(name))?.[1];
}
