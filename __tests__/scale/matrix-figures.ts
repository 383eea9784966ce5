// Figures for matrices of jobs, as a table of the page about performance.

import { replaceBetween, table } from '../../scripts/readme-tables.js';
import { median } from '../../tools/bench/figures.js';
import type { JobResult, MatrixOrder, MatrixResult } from './matrix.js';

/** The page that holds the table, relative to the repository's root. */
export const PERFORMANCE_PAGE = 'docs/performance.md';

const SEED = 1;

/** GitHub's largest matrix is the first; 400 jobs is the last number that ends well if all begin at once. */
export const MATRICES: readonly MatrixOrder[] = [
	{ jobs: 256, spreadMs: 0, seed: SEED },
	{ jobs: 256, spreadMs: 30_000, seed: SEED },
	{ jobs: 400, spreadMs: 0, seed: SEED },
	{ jobs: 401, spreadMs: 0, seed: SEED },
	{ jobs: 512, spreadMs: 30_000, seed: SEED },
];

/** Figures for a matrix. Times are simulated. */
export interface MatrixFigures {
	readonly order: MatrixOrder;
	/** Jobs that ended with all they were to fetch. */
	readonly done: number;
	readonly longestMs: number;
	readonly medianMs: number;
	/** Answers of status 429. */
	readonly refused: number;
	readonly retries: number;
	readonly mostRetriesOfJob: number;
}

/** Sums a matrix up. */
export function makeMatrixFigures(order: MatrixOrder, { jobs, refused }: MatrixResult): MatrixFigures {
	const all = <T>(read: (job: JobResult) => T): T[] => jobs.map(read);
	return {
		order,
		done: jobs.filter(({ isDone }) => isDone).length,
		longestMs: Math.max(...all(({ tookMs }) => tookMs)),
		medianMs: median(all(({ tookMs }) => tookMs)),
		refused,
		retries: all(({ retries }) => retries).reduce((sum, one) => sum + one, 0),
		mostRetriesOfJob: Math.max(...all(({ retries }) => retries)),
	};
}

/**
 * The page with the table of these figures.
 * @throws Error if its markers are missing
 */
export function withMatrixTable(page: string, figures: readonly MatrixFigures[]): string {
	return replaceBetween(page.split('\n'), 'matrix', makeMatrixTable(figures)).join('\n');
}

function makeMatrixTable(figures: readonly MatrixFigures[]): readonly string[] {
	const head = ['Jobs', 'They begin', 'End well', 'Longest', 'Median', 'Answers 429', 'Retries', 'Most of a job'];
	return table(
		head,
		figures.map(({ order, done, longestMs, medianMs, refused, retries, mostRetriesOfJob }) => [
			`${order.jobs}`,
			order.spreadMs === 0 ? 'at once' : `within ${order.spreadMs / 1_000} s`,
			done === order.jobs ? 'all' : `${done}`,
			formatSeconds(longestMs),
			formatSeconds(medianMs),
			`${refused}`,
			`${retries}`,
			`${mostRetriesOfJob}`,
		]),
	);
}

function formatSeconds(ms: number): string {
	return `${(ms / 1_000).toFixed(1)} s`;
}
