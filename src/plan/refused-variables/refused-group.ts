// Variables that a step must not set for those after it, grouped by the program that reads them.

/** Variables of one program or of programs of one kind. */
export interface RefusedGroup {
	/** What reads them. */
	readonly readBy: string;
	/** What they can change in a later step. */
	readonly effect: string;
	/** Where they are documented: a manual page, a chapter of a manual or a source file. */
	readonly source: string;
	/** Upper case, with white space between two. `A_{B,C}` stands for `A_B` and `A_C`. */
	readonly names: string;
}

/** The names of a group, one by one. */
export function namesOf({ names }: Pick<RefusedGroup, 'names'>): readonly string[] {
	return names.trim().split(/\s+/).flatMap(expandBraces);
}

function expandBraces(text: string): readonly string[] {
	const [, before = '', choices, after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(text) ?? [];
	if (choices === undefined) return [text];
	return expandBraces(after).flatMap((rest) => choices.split(',').map((choice) => `${before}${choice}${rest}`));
}
