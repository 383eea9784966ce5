// The sums of the battery, as a table of Markdown.
import type { CaseResult } from './run-case.js';

const COLUMNS = ['Exchange', 'Cases', 'Survived', 'Refused', 'Not as they must be', 'Leaks'];

/** One row an exchange, and one for all. */
export function makeTally(results: readonly CaseResult[]): string {
	const exchanges = [...new Set(results.map(({ exchange }) => exchange))];
	const rows = exchanges.map((exchange) =>
		makeRow(
			exchange,
			results.filter((one) => one.exchange === exchange),
		),
	);
	return [COLUMNS, COLUMNS.map((_, index) => (index === 0 ? '---' : '---:')), ...rows, makeRow('**all**', results)]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}

function makeRow(name: string, results: readonly CaseResult[]): readonly string[] {
	const count = (matches: (one: CaseResult) => boolean): string => `${results.filter(matches).length}`;
	return [
		name,
		`${results.length}`,
		count(({ verdict }) => verdict === 'survived'),
		count(({ verdict }) => verdict === 'refused'),
		count(({ problems }) => problems.length > 0),
		count(({ leaks }) => leaks.length > 0),
	];
}
