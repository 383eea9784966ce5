// The sums of the battery, and what was expected of each fault, as tables of a page.
import { replaceBetween, table } from '../../scripts/readme-tables.js';
import { EXPECTED, type Expected } from './expectations.js';
import type { CaseResult } from './run-case.js';

/** The page that holds the tables, relative to the repository's root. */
export const RELIABILITY_PAGE = 'docs/reliability.md';

/**
 * The page with the tables of these results.
 * @throws Error if their markers are missing
 */
export function withTally(page: string, results: readonly CaseResult[]): string {
	const withSums = replaceBetween(page.split('\n'), 'battery', makeTally(results));
	return replaceBetween(withSums, 'faults', makeFaultTable()).join('\n');
}

/** One row an exchange, and one for all. */
export function makeTally(results: readonly CaseResult[]): readonly string[] {
	const exchanges = [...new Set(results.map(({ exchange }) => exchange))];
	const rows = exchanges.map((name) =>
		makeRow(
			name,
			results.filter(({ exchange }) => exchange === name),
		),
	);
	return table(
		['Exchange', 'Cases tried', 'Survived', 'Refused', 'Otherwise than below', 'Leaked'],
		[...rows, makeRow('**all**', results)],
	);
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

function makeFaultTable(): readonly string[] {
	const rows = Object.entries(EXPECTED).map(([fault, { once, forEver, requests }]) => [
		fault,
		once,
		forEver,
		describeRequests(requests),
	]);
	return table(['Fault', 'of one request', 'of every request', 'requests then'], rows);
}

function describeRequests(requests: Expected['requests']): string {
	return { all: '5', usual: '1', any: 'as many as there is time for' }[requests] ?? `${requests}`;
}
