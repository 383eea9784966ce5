// Mutates the code part by part and looks whether a test fails: `npm --prefix tools run mutation [-- PART …]`, all parts if none is
// named. The figures go to docs/reliability.md once every part has run, with those of earlier runs for the other parts.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { replaceBetween } from '../scripts/readme-tables.js';
import { type CodeFile, findExporting } from './mutated-code.js';
import { describeDays, describeMutation, type MutationReport, parseReport } from './mutation-report.js';

const PAGE = 'docs/reliability.md';
const FOLDER = '.cache/mutation';
const STRYKER = 'tools/node_modules/@stryker-mutator/core/bin/stryker.js';

/** Files that belong together, and the tests that are to find their mutants. */
interface Part {
	readonly name: string;
	/** A name that each file exports, and no other file. */
	readonly mutate: readonly string[];
	/** How paths of test files below __tests__ begin, the quick ones first. */
	readonly tests: readonly string[];
}

const parts = readJson<readonly Part[]>('tools/mutation/parts.json');

function readJson<T>(file: string): T {
	return JSON.parse(readFileSync(file, 'utf8')) as T;
}

function listFiles(folder: string, ending: string): readonly string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => file.endsWith(ending));
}

function readCode(): readonly CodeFile[] {
	return listFiles('build/src', '.js').map((file) => ({
		name: file.slice(0, -'.js'.length),
		source: readFileSync(`build/src/${file}`, 'utf8'),
	}));
}

function run({ name, mutate, tests }: Part): void {
	const all = listFiles('build/__tests__', '.test.js');
	// In the part's order, so that the quick ones find most mutants; each once.
	const found = tests.flatMap((start) => all.filter((file) => file.startsWith(start)));
	const mutated = findExporting(mutate, readCode());
	const lost = tests.filter((start) => !all.some((file) => file.startsWith(start)));
	if (mutated.length === 0 || lost.length > 0)
		throw new Error(`the part ${name} names what is not there: ${[...lost, ...mutate].join(', ')}`);
	const testFiles = [...new Set(found)].map((file) => `build/__tests__/${file}`);
	const base = readJson<{ readonly tap: object }>('tools/mutation/stryker.config.json');
	const config = {
		...base,
		tap: { ...base.tap, testFiles },
		mutate: mutated.map((file) => `build/src/${file.name}.js`),
		coverageAnalysis: 'perTest',
		jsonReporter: { fileName: reportOf(name) },
	};
	const file = `${FOLDER}/${name}.config.json`;
	writeFileSync(file, JSON.stringify(config));
	const { status } = spawnSync(process.execPath, [STRYKER, 'run', file], { stdio: 'inherit' });
	if (status !== 0) throw new Error(`the run of the part ${name} failed`);
}

function reportOf(name: string): string {
	return `${FOLDER}/${name}.json`;
}

interface PartResult {
	readonly report: MutationReport;
	readonly ended: Date;
}

/** Returns the result of the part's last run; undefined if there was none. */
function readResult({ name }: Part): PartResult | undefined {
	const file = reportOf(name);
	try {
		return { report: parseReport(readFileSync(file, 'utf8')), ended: statSync(file).mtime };
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw error;
	}
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')} in tools/mutation/parts.json`);
mkdirSync(FOLDER, { recursive: true });
for (const part of parts) if (names.length === 0 || names.includes(part.name)) run(part);

const results = parts.map(readResult).filter((result) => result !== undefined);
const summary = describeMutation(
	results.map(({ report }) => report),
	readJson('tools/mutation/equivalent.json'),
);
const lines = [`Mutated ${describeDays(results.map(({ ended }) => ended))}.`, '', ...summary.lines];
console.log(lines.join('\n'));
if (results.length === parts.length) {
	const page = readFileSync(PAGE, 'utf8').split('\n');
	writeFileSync(PAGE, replaceBetween(page, 'mutation', lines).join('\n'));
} else {
	console.log(`${PAGE} stays as it is: ${parts.length - results.length} of ${parts.length} parts have never run here.`);
}
for (const problem of summary.problems) console.error(problem);
if (summary.problems.length > 0) process.exitCode = 1;
