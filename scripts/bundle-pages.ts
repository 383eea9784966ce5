// The table about the bundles on the page about dependencies, from what is in their folders.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { replaceBetween } from './readme-tables.js';

const FOLDERS = ['dist', 'dist/clean-up', 'token/dist', 'rotate/dist', 'expiry/dist', 'set/dist'] as const;

/** The page with its table as the committed bundles want it. */
export function withBundleTable(page: string): string {
	const table = [
		'| Program | kB that every run loads | kB in all | Parts |',
		'| --- | --- | --- | --- |',
		...FOLDERS.map(describeProgram),
	];
	const lines = page.split(/\r?\n/);
	return replaceBetween(lines, 'programs', table).join(page.includes('\r\n') ? '\r\n' : '\n');
}

function describeProgram(folder: string): string {
	const programs = readdirSync(folder).filter((name) => name.endsWith('.js'));
	const sizes = new Map(programs.map((name) => [name, statSync(join(folder, name)).size]));
	const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
	return `| \`${folder}\` | ${inKb(sizes.get('index.js') ?? 0)} | ${inKb(all)} | ${programs.length - 1} |`;
}

function inKb(bytes: number): string {
	return (bytes / 1000).toFixed(1);
}
