// The sums of the battery, and what was expected of each fault, as tables of a page.
import { replaceBetween, row, table } from '../../scripts/readme-tables.js';
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

/** Returns one row per exchange, and one for all. */
export function makeTally(results: readonly CaseResult[]): readonly string[] {
	const exchanges = [...new Set(results.map(({ exchange }) => exchange))];
	const head = ['Exchange', 'Cases tried', 'Survived', 'Refused', 'Otherwise than below', 'Leaked'];
	return [...table(head, []), ...exchanges.map((name) => makeRow(name, results)), describeCounts('**all**', results)];
}

/** Returns the row of an exchange, whichever others the results are of. */
export function makeRow(exchange: string, results: readonly CaseResult[]): string {
	return describeCounts(
		exchange,
		results.filter((one) => one.exchange === exchange),
	);
}

function describeCounts(name: string, results: readonly CaseResult[]): string {
	const count = (matches: (one: CaseResult) => boolean): string => `${results.filter(matches).length}`;
	return row([
		name,
		`${results.length}`,
		count(({ verdict }) => verdict === 'survived'),
		count(({ verdict }) => verdict === 'refused'),
		count(({ problems }) => problems.length > 0),
		count(({ leaks }) => leaks.length > 0),
	]);
}

/** Returns what must follow each fault. */
export function makeFaultTable(): readonly string[] {
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
