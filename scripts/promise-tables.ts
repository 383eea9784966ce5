// The tables of promises, made from marks beside the tests: a comment `// Promise: N1` or `// Promises: N1, L4` right above a
// test or a group of tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A source by its path below `__tests__`, with forward slashes. */
export interface TestSource {
	readonly file: string;
	readonly text: string;
}

/** A test that shows that promises are kept. */
export interface MarkedTest {
	/** Below `__tests__`: a test file, or one that declares the tests of several. */
	readonly file: string;
	/** As it stands in the source, with an … for what a template puts in. */
	readonly title: string;
	/** E.g. `N1`. */
	readonly promises: readonly string[];
}

/** A promise of the page about reliability. */
export interface Promised {
	readonly number: string;
	/** Anchor of the heading above its table, as a link names it. */
	readonly anchor: string;
}

const MARK = /^[ \t]*\/\/ Promises?: (.*)\n/gm;
const NUMBERS = /^[A-Z]\d+(?:, [A-Z]\d+)*$/;
const TEST = /^\s*(?:it|test|describe)\(\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\])*)`)/;
const ROW = /^\| ([A-Z]\d+) \| (.*?) \| .*\|$/;

/** Reads every source of the tests below the repository's folder, by their paths in order. */
export function readTestSources(root: string): readonly TestSource[] {
	const folder = join(root, '__tests__');
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => name.replaceAll('\\', '/'))
		.filter((name) => name.endsWith('.ts'))
		.sort()
		.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}

/**
 * Lists the marked tests, in the order of files and lines.
 * @throws Error if a mark has another form, or stands above no test that runs under a title of its own
 */
export function readMarks(sources: readonly TestSource[]): readonly MarkedTest[] {
	return sources.flatMap(({ file, text }) =>
		[...text.matchAll(MARK)].map((mark) => {
			const [whole, numbers = ''] = mark;
			const found = TEST.exec(text.slice(mark.index + whole.length));
			if (found === null || !NUMBERS.test(numbers)) throw new Error(`${file}: "${whole.trim()}" marks no test`);
			const [, single, double, template] = found;
			return { file, title: titleOf(single ?? double, template), promises: numbers.split(', ') };
		}),
	);
}

function titleOf(quoted: string | undefined, template = ''): string {
	const title = quoted ?? template.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '…');
	return title.replace(/\\(.)/g, '$1');
}

/** Lists the promises of the page about reliability: the rows whose first cell is a number, under their headings. */
export function readPromises(page: string): readonly Promised[] {
	return page
		.split(/^### /m)
		.slice(1)
		.flatMap((section) => {
			const [heading = '', ...lines] = section.split('\n');
			const anchor = anchorOf(heading);
			return lines.flatMap((line) => {
				const [, number] = ROW.exec(line) ?? [];
				return number === undefined ? [] : [{ number, anchor }];
			});
		});
}

// As GitHub makes it.
function anchorOf(heading: string): string {
	return heading
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.replaceAll(' ', '-');
}

/** Returns the page about reliability with the marked tests in the last column of its tables of promises. */
export function withMarkedTests(page: string, marks: readonly MarkedTest[]): string {
	return page
		.split('\n')
		.map((line) => {
			const [, number = '', promise = ''] = ROW.exec(line) ?? [];
			if (number === '') return line;
			const tests = marks.filter(({ promises }) => promises.includes(number));
			return `| ${number} | ${promise} | ${tests.map(describeTest).join('<br>')} |`;
		})
		.join('\n');
}

function describeTest({ file, title }: MarkedTest): string {
	return `\`${file}\`: ${title.replaceAll('|', '\\|').replaceAll('<', '&lt;')}`;
}

const REFERENCE = /\[([A-Z]\d+)\]\(docs\/reliability\.md#[\w-]*\)/g;

/** Returns a page with its references to promises as links to the headings under which these stand. */
export function withPromiseLinks(page: string, promises: readonly Promised[]): string {
	return page.replace(REFERENCE, (link, number: string) => {
		const promise = promises.find((one) => one.number === number);
		return promise === undefined ? link : `[${number}](docs/reliability.md#${promise.anchor})`;
	});
}
