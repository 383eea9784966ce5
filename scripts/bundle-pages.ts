// The tables about the bundles on the page about dependencies, from what is in their folders.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	type BundleFile,
	describeMain,
	describeParts,
	describePrograms,
	findMarks,
	type Marks,
	readBundleFile,
} from './bundle-parts.js';
import { replaceBetween } from './readme-tables.js';

const FOLDERS = ['dist', 'dist/clean-up', 'token/dist', 'rotate/dist'] as const;

/** The page with its tables as the committed bundles want them. */
export function withBundleTables(page: string): string {
	const marks = readMarks();
	const programs = new Map(FOLDERS.map((folder) => [folder, readBundle(folder, marks)]));
	const own = programs.get('dist') ?? [];
	const tables: readonly (readonly [string, readonly string[]])[] = [
		['programs', describePrograms(programs)],
		['main', own.filter(({ name }) => name === 'index.js').flatMap(describeMain)],
		['parts', describeParts(own.filter(({ name }) => name !== 'index.js'))],
	];
	const lines = page.split(/\r?\n/);
	const written = tables.reduce<readonly string[]>((text, [name, table]) => replaceBetween(text, name, table), lines);
	return written.join(page.includes('\r\n') ? '\r\n' : '\n');
}

function readBundle(folder: string, marks: Marks): readonly BundleFile[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.js'))
		.sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10) || one.localeCompare(other))
		.map((name) => readBundleFile(name, readFileSync(join(folder, name), 'utf8'), marks));
}

function readMarks(): Marks {
	const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
	return findMarks(
		files.map((file) => [file.replaceAll('\\', '/').replace(/\.ts$/, ''), readFileSync(join('src', file), 'utf8')]),
	);
}
