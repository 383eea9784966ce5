// The figures as text: a table for the console, tables of ratios for the documents.
import { availableParallelism } from 'node:os';
import { table } from '../../scripts/readme-tables.js';
import type { Case } from './cases.js';
import { type ClientName, LABELS } from './clients.js';
import type { CaseFigures, Figure } from './figures.js';

/** Date and versions of a measurement. */
export interface Circumstances {
	/** `YYYY-MM-DD`. */
	readonly date: string;
	readonly nodeVersion: string;
	/** By package. */
	readonly versions: Readonly<Record<string, string>>;
}

/** One case for the console: times as well, which mean something on this machine alone. */
export function describeCase({ measured, figures }: CaseFigures): readonly string[] {
	return [
		`${describeSubject(measured)}`,
		...figures.map(({ client, medianMs, ratio, requests, connections }) =>
			[
				`  ${LABELS[client].padEnd(42)}`,
				`${medianMs.toFixed(0).padStart(6)} ms`,
				`${formatRatio(ratio).padStart(7)}`,
				`${requests} requests, ${connections} connections`.padStart(35),
			].join(''),
		),
	];
}

function describeSubject({ network, secretCount }: Case): string {
	if (secretCount === 0) return `${network.label}:`;
	return `${secretCount} ${secretCount === 1 ? 'secret' : 'secrets'}, ${network.label}:`;
}

/** When, where and with what was measured, for a document. */
export function describeCircumstances({ date, nodeVersion, versions }: Circumstances): string {
	const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
	return `Measured on ${date} with ${packages.join(', ')} on Node ${nodeVersion}; ${describeMachine()}.`;
}

/** Returns the results of fetching, for a document: one table of ratios, one of counts. */
export function describeFetches(fetches: readonly CaseFigures[]): readonly string[] {
	const labels = clientsOf(fetches).map((client) => LABELS[client]);
	return [
		'Time of the whole process, as a ratio to the bare script:',
		'',
		...table(
			['Network', 'Secrets', ...labels],
			fetches.map((one) => [...subjectCells(one), ...cells(one, fetches, ({ ratio }) => formatRatio(ratio))]),
		),
		'',
		'Requests and connections of a run:',
		'',
		...table(
			['Secrets', ...labels],
			ofLastNetwork(fetches).map((one) => [
				`${one.measured.secretCount}`,
				...cells(one, fetches, ({ requests, connections }) => `${requests} over ${connections}`),
			]),
		),
	];
}

/** Returns the results of starting, for a document. */
export function describeStart(start: CaseFigures): readonly string[] {
	return [
		'The start alone, with nothing to fetch, as a ratio to the toolkit as it comes:',
		'',
		...table(['Program', 'Ratio'], startRows(start)),
	];
}

function startRows({ figures }: CaseFigures): readonly (readonly string[])[] {
	const toolkit = figures.find(({ client }) => client === 'toolkit');
	return figures.map(({ client, ratio }) => [LABELS[client], formatRatio(ratio / (toolkit?.ratio ?? Number.NaN))]);
}

/** The cases of the network that comes last. */
export function ofLastNetwork(fetches: readonly CaseFigures[]): readonly CaseFigures[] {
	const last = fetches.at(-1)?.measured.network;
	return fetches.filter(({ measured }) => measured.network === last);
}

/** A ratio to two places, or to one if two would be noise. */
export function formatRatio(ratio: number): string {
	return ratio.toFixed(ratio < 10 ? 2 : 1);
}

// Enough to judge the figures by; ratios hold on other machines, times do not.
/** Names the machine: processors, system and architecture. */
export function describeMachine(): string {
	return `${availableParallelism()} processors, ${process.platform} ${process.arch}`;
}

function clientsOf(fetches: readonly CaseFigures[]): readonly ClientName[] {
	return (fetches[0]?.figures ?? []).map(({ client }) => client);
}

function subjectCells({ measured }: CaseFigures): readonly string[] {
	return [measured.network.label, `${measured.secretCount}`];
}

function cells(
	{ figures }: CaseFigures,
	fetches: readonly CaseFigures[],
	show: (figure: Figure) => string,
): readonly string[] {
	return clientsOf(fetches).map((client) => {
		const figure = figures.find((one) => one.client === client);
		return figure === undefined ? '' : show(figure);
	});
}
