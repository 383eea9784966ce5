// Promises of the documentation, and the tests that they name.

/** A test, as a page names it. */
export interface NamedTest {
	/** Below `__tests__`: a test file, or one that declares the tests of several. */
	readonly file: string;
	/** As it stands in the source, with an … for what a template puts in. */
	readonly title: string;
}

/** A promise, and what shows that it is kept. */
export interface Promised {
	/** E.g. `N1`. */
	readonly number: string;
	/** Of the heading above its table, as a link names it. */
	readonly anchor: string;
	readonly promise: string;
	readonly tests: readonly NamedTest[];
}

const PROMISES_HEAD = '| No. | Promise | Tests |';

/** What the last column of a table is called whose rows are promises. */
export const SHOWN_BY = 'Shown by';

/**
 * The promises of a page.
 * @throws Error if a cell is not a list of tests
 */
export function readPromises(page: string): readonly Promised[] {
	const sections = page.split(/^### /m).slice(1);
	return sections.flatMap((section) => {
		const anchor = anchorOf(section.slice(0, section.indexOf('\n')));
		return rowsOf(section, (head) => head === PROMISES_HEAD).map(([number = '', promise = '', tests = '']) => ({
			number,
			anchor,
			promise,
			tests: tests.split('<br>').map(readNamedTest),
		}));
	});
}

function readNamedTest(text: string): NamedTest {
	const [, file, title] = /^`([\w./-]+\.ts)`: (\S.*)$/.exec(text) ?? [];
	if (file === undefined || title === undefined) throw new Error(`no test is named by "${text}"`);
	return { file, title: title.replaceAll('\\|', '|').replaceAll('&lt;', '<') };
}

/** A reference to a promise. */
export interface Reference {
	readonly number: string;
	readonly anchor: string;
}

/** For each row of the tables whose last column is {@link SHOWN_BY}: its first cell, and the promises that it refers to. */
export function readShownRows(
	page: string,
): readonly { readonly row: string; readonly references: readonly Reference[] }[] {
	return rowsOf(page, (head) => head.endsWith(` ${SHOWN_BY} |`)).map((cells) => ({
		row: cells[0] ?? '',
		references: readReferences(cells.at(-1) ?? ''),
	}));
}

/** Every reference of a text to a promise. */
export function readReferences(text: string): readonly Reference[] {
	return [...text.matchAll(/\[([A-Z]\d+)\]\(docs\/reliability\.md#([\w-]+)\)/g)].map(
		([, number = '', anchor = '']) => ({ number, anchor }),
	);
}

/** The heads of all tables. */
export function headsOf(page: string): readonly string[] {
	return [...page.matchAll(/^(\|.*\|)\n\| ---/gm)].map(([, head = '']) => head);
}

/** The titles of the tests and their groups in a source; those that are skipped or yet to be written are none. */
export function titlesOf(source: string): ReadonlySet<string> {
	const code = source.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
	const call = /\b(?:it|test|describe)\(\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\])*)`)/g;
	const titles = [...code.matchAll(call)].map(([, single, double, template]) =>
		(single ?? double ?? template?.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '…') ?? '').replace(/\\(.)/g, '$1'),
	);
	return new Set(titles);
}

function rowsOf(text: string, isWanted: (head: string) => boolean): readonly (readonly string[])[] {
	const lines = text.split('\n');
	return lines.flatMap((line, index) => {
		if (!line.startsWith('|') || !lines[index + 1]?.startsWith('| ---') || !isWanted(line)) return [];
		const below = lines.slice(index + 2);
		return below
			.slice(
				0,
				below.findIndex((one) => !one.startsWith('|')),
			)
			.map(cellsOf);
	});
}

function cellsOf(row: string): readonly string[] {
	return row.slice(2, -2).split(' | ');
}

// As GitHub makes it.
function anchorOf(heading: string): string {
	return heading
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.replaceAll(' ', '-');
}
