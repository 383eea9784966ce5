// The figures of large vaults as text, for the console and for the document.
import { table } from '../../scripts/readme-tables.js';
import { formatRatio } from './report.js';
import type { VaultFigures } from './vault-figures.js';

/** One vault for the console, with its time. */
export function describeVault({ measured, medianMs, requests, connections, course, peakKib }: VaultFigures): string {
	const { mostAtOnce, pagesBeforeFirstRead, pages, readsBeforeLastPage, reads } = course;
	return [
		`${measured.wantedCount} of ${measured.secretCount} secrets: ${medianMs.toFixed(0)} ms`,
		`${requests} requests over ${connections} connections, at most ${mostAtOnce} at a time`,
		`first secret after ${pagesBeforeFirstRead} of ${pages} pages, ${readsBeforeLastPage} of ${reads} before the last page`,
		`${toMegabytes(peakKib)} MB at the peak`,
	].join('; ');
}

/** A table for the document: a row for each figure, a column for each vault; memory is compared with the last vault's. */
export function describeVaults(vaults: readonly VaultFigures[]): readonly string[] {
	const smallest = vaults.at(-1)?.peakKib ?? Number.NaN;
	const rows: readonly (readonly [string, (one: VaultFigures) => string])[] = [
		['Secrets that the pattern matches, all of them fetched', ({ measured }) => `${measured.wantedCount}`],
		['Requests: token, pages, secrets', ({ requests, course }) => countRequests(requests, course)],
		['Connections', ({ connections }) => `${connections}`],
		['Most requests at a time', ({ course }) => `${course.mostAtOnce}`],
		['Pages asked for before the first secret', ({ course }) => `${course.pagesBeforeFirstRead} of ${course.pages}`],
		['Secrets asked for before the last page', ({ course }) => `${course.readsBeforeLastPage} of ${course.reads}`],
		['Time, as a ratio to the pages alone', ({ ratioToList }) => formatRatio(ratioToList)],
		[
			'Time, as a ratio to all pages and then the secrets',
			({ ratioToListThenRead }) => formatRatio(ratioToListThenRead),
		],
		['Memory at the peak', ({ peakKib }) => `${toMegabytes(peakKib)} MB`],
		['Memory, as a ratio to the smaller vault', ({ peakKib }) => formatRatio(peakKib / smallest)],
	];
	return table(
		['', ...vaults.map(({ measured }) => `${measured.secretCount} secrets`)],
		rows.map(([label, show]) => [label, ...vaults.map(show)]),
	);
}

function countRequests(requests: number, { pages, reads }: VaultFigures['course']): string {
	return `${requests}: ${requests - pages - reads}, ${pages}, ${reads}`;
}

function toMegabytes(kib: number): string {
	return ((kib * 1_024) / 1e6).toFixed(0);
}
