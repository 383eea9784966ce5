// Reports of Stryker as a table and a list of survivors (https://github.com/stryker-mutator/mutation-testing-elements).
import { table } from '../scripts/readme-tables.js';
import { flat, listDeclarations } from './mutated-code.js';

/** Below this share of killed mutants, of those that a test could kill, a file is not tested well enough. */
const MIN_SCORE_PERCENT = 90;

/** Parts of a report that are used; files by their path. */
export interface MutationReport {
	readonly files: Readonly<Record<string, MutatedFile>>;
}

interface MutatedFile {
	readonly source: string;
	readonly mutants: readonly Mutant[];
}

interface Mutant {
	readonly status: string;
	readonly replacement: string;
	readonly location: { readonly start: Position; readonly end: Position };
}

/** Both counted from 1. */
interface Position {
	readonly line: number;
	readonly column: number;
}

/** A survivor that no test can tell from the code, or that is not worth one. */
export interface KnownSurvivor {
	/** The function, class or constant of the top level that holds it. */
	readonly in: string;
	readonly code: string;
	readonly replacement: string;
	readonly why: string;
}

/** The page's lines, and what is not as it should be. */
export interface MutationSummary {
	readonly lines: readonly string[];
	readonly problems: readonly string[];
}

/** The report that a text holds. */
export function parseReport(text: string): MutationReport {
	return JSON.parse(text) as MutationReport;
}

/** For people: the day of the runs, or the first and the last one. */
export function describeDays(instants: readonly Date[]): string {
	const days = instants.map((instant) => instant.toISOString().slice(0, 10)).sort();
	const [first = '', last = ''] = [days[0], days.at(-1)];
	return first === last ? `on ${first}` : `from ${first} to ${last}`;
}

/** One row a file, then what survived and why that does no harm. */
export function describeMutation(reports: readonly MutationReport[], known: readonly KnownSurvivor[]): MutationSummary {
	const files = mergeFiles(reports).map(([path, file]) => judge(path, file, known));
	const rows = [...files, sumOf(files)].map(({ name, mutants, killed, survivors, unexplained }) => [
		name,
		`${mutants}`,
		`${killed}`,
		`${survivors}`,
		`${unexplained.length}`,
		`${scoreOf({ mutants, killed })} %`,
	]);
	const explained = new Set(files.flatMap(({ explained }) => explained.map((one) => `- \`${one.in}\`: ${one.why}`)));
	return {
		lines: [
			...table(['File', 'Mutants', 'Killed', 'Survived', 'Of these unexplained', 'Score'], rows),
			...(explained.size === 0 ? [] : ['', 'What survived, and why no test is missing:', '']),
			...explained,
		],
		problems: files.flatMap(problemsOf),
	};
}

// Two parts may have a file, e.g. once two files are merged: what the tests of one of them kill is killed.
function mergeFiles(reports: readonly MutationReport[]): readonly (readonly [string, MutatedFile])[] {
	const merged = new Map<string, MutatedFile>();
	for (const [path, file] of reports.flatMap(({ files }) => Object.entries(files))) {
		const others = merged.get(path)?.mutants ?? [];
		const mutants = new Map<string, Mutant>();
		for (const mutant of [...others, ...file.mutants]) {
			const key = JSON.stringify([mutant.location, mutant.replacement]);
			const known = mutants.get(key);
			if (known === undefined || KILLED.includes(mutant.status)) mutants.set(key, mutant);
		}
		merged.set(path, { source: file.source, mutants: [...mutants.values()] });
	}
	return [...merged];
}

interface JudgedFile {
	readonly name: string;
	readonly mutants: number;
	readonly killed: number;
	readonly survivors: number;
	readonly explained: readonly KnownSurvivor[];
	readonly unexplained: readonly string[];
}

// Only what a test could see counts: a mutant that cannot be loaded has no status of these.
const KILLED = ['Killed', 'Timeout'];
const SURVIVED = ['Survived', 'NoCoverage'];

function judge(path: string, { source, mutants }: MutatedFile, known: readonly KnownSurvivor[]): JudgedFile {
	const name = path.replace('build/src/', '').replace(/\.js$/, '');
	const declarations = listDeclarations(source);
	const survivors = mutants.filter(({ status }) => SURVIVED.includes(status));
	const found = survivors.map((mutant) => {
		const code = cut(source, mutant.location);
		const declaration = declarations.filter(({ line }) => line <= mutant.location.start.line).at(-1);
		const entry = known.find(
			(one) => one.in === declaration?.name && one.code === code && one.replacement === flat(mutant.replacement),
		);
		return { entry, text: `${name}:${mutant.location.start.line}: ${code} → ${flat(mutant.replacement)}` };
	});
	const killed = mutants.filter(({ status }) => KILLED.includes(status)).length;
	return {
		name,
		mutants: killed + survivors.length,
		killed,
		survivors: survivors.length,
		explained: found.flatMap(({ entry }) => (entry === undefined ? [] : [entry])),
		unexplained: found.filter(({ entry }) => entry === undefined).map(({ text }) => text),
	};
}

function sumOf(files: readonly JudgedFile[]): JudgedFile {
	const sum = (count: (file: JudgedFile) => number): number => files.reduce((total, file) => total + count(file), 0);
	return {
		name: '**all**',
		mutants: sum(({ mutants }) => mutants),
		killed: sum(({ killed }) => killed),
		survivors: sum(({ survivors }) => survivors),
		explained: [],
		unexplained: files.flatMap(({ unexplained }) => unexplained),
	};
}

function problemsOf({ name, killed, unexplained }: JudgedFile): readonly string[] {
	const score = (100 * killed) / (killed + unexplained.length);
	const low =
		score < MIN_SCORE_PERCENT ? [`${name}: the score ${score.toFixed(1)} % is below ${MIN_SCORE_PERCENT} %`] : [];
	return [...low, ...unexplained.map((text) => `survived: ${text}`)];
}

// Rounded down: 100 % means that every mutant was killed.
function scoreOf({ mutants, killed }: { readonly mutants: number; readonly killed: number }): string {
	return mutants === 0 ? '100.0' : (Math.floor((1000 * killed) / mutants) / 10).toFixed(1);
}

function cut(source: string, { start, end }: Mutant['location']): string {
	const lines = source.split('\n').slice(start.line - 1, end.line);
	const last = lines.length - 1;
	return flat(
		lines
			.map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined))
			.join('\n'),
	);
}
