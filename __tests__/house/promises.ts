// Rows of the tables in SECURITY.md: which promises show that they are true.
import type { Promised } from '../../scripts/promise-tables.js';

/** Heading of the last column in a table whose rows are promises. */
export const SHOWN_BY = 'Shown by';

/** For each row of the tables whose last column is {@link SHOWN_BY}: its first cell, and the promises that it refers to. */
export function readShownRows(
	page: string,
): readonly { readonly row: string; readonly references: readonly Promised[] }[] {
	const lines = page.split('\n');
	return lines.flatMap((head, index) => {
		if (!head.endsWith(` ${SHOWN_BY} |`) || !lines[index + 1]?.startsWith('| ---')) return [];
		const below = lines.slice(index + 2);
		const rows = below.slice(
			0,
			below.findIndex((one) => !one.startsWith('|')),
		);
		return rows.map((text) => {
			const cells = text.slice(2, -2).split(' | ');
			return { row: cells[0] ?? '', references: readReferences(cells.at(-1) ?? '') };
		});
	});
}

/** Every reference of a text to a promise. */
export function readReferences(text: string): readonly Promised[] {
	return [...text.matchAll(/\[([A-Z]\d+)\]\(docs\/reliability\.md#([\w-]+)\)/g)].map(
		([, number = '', anchor = '']) => ({ number, anchor }),
	);
}

/** The heads of all tables. */
export function headsOf(page: string): readonly string[] {
	return [...page.matchAll(/^(\|.*\|)\n\| ---/gm)].map(([, head = '']) => head);
}
