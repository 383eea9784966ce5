// Bundles each program of the action with ncc; with --check, compares with what is committed instead of writing it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shakeBundle } from './shake-bundle.js';
import { tidyBundle } from './tidy-bundle.js';

/** Entry file below build/src/entry, and the folder that its bundle goes to. What clears a folder stands before what goes into it. */
const BUNDLES = [
	{ entry: 'get', folder: 'dist' },
	{ entry: 'clean-up', folder: 'dist/clean-up' },
	{ entry: 'token', folder: 'token/dist' },
	{ entry: 'rotate', folder: 'rotate/dist' },
] as const;

/**
 * What every run loads: a person can read this much, and what is over it has taken in something that does not belong
 * there. Parts that few runs need are files of their own beside it.
 */
const MAX_BUNDLE_BYTES = 200_000;

const ncc = createRequire(import.meta.url).resolve('@vercel/ncc/dist/ncc/cli.js');

function bundle(node: string, entry: string, folder: string): void {
	rmSync(folder, { recursive: true, force: true });
	const args = [
		ncc,
		'build',
		`build/src/entry/${entry}.js`,
		'-o',
		folder,
		'--target',
		'es2022',
		'--license',
		'licenses.txt',
		'--no-cache',
	];
	const { status, stdout, stderr } = spawnSync(node, args, { encoding: 'utf8' });
	if (status !== 0) throw new Error(`ncc failed:\n${stdout}${stderr}`);
	for (const name of filesIn(folder).filter((file) => file.endsWith('.js'))) {
		const file = join(folder, name);
		writeFileSync(file, shakeBundle(tidyBundle(readFileSync(file, 'utf8'))));
	}
	writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ type: 'commonjs' }, undefined, 2)}\n`);
	const bytes = readFileSync(join(folder, 'index.js')).length;
	if (bytes > MAX_BUNDLE_BYTES) throw new Error(`${entry}: ${bytes} bytes are over the budget of ${MAX_BUNDLE_BYTES}`);
	console.log(`${folder}: ${bytes} bytes`);
}

function differences(committed: string, fresh: string): readonly string[] {
	const names = new Set([...filesIn(committed), ...filesIn(fresh)]);
	return [...names].filter((name) => read(join(committed, name)) !== read(join(fresh, name)));
}

// Folders are bundles of their own.
function filesIn(folder: string): readonly string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [] : [entry.name]));
}

function read(file: string): string | undefined {
	try {
		return readFileSync(file, 'latin1');
	} catch {
		return undefined;
	}
}

// Node 24 comes first on the PATH of an npm script, where the packages that carry it are installed.
const nodes = new Set([process.execPath, process.env['npm_node_execpath'] ?? process.execPath]);

function check(entry: string, folder: string): void {
	for (const node of nodes) {
		const fresh = mkdtempSync(join(tmpdir(), 'dist-'));
		bundle(node, entry, fresh);
		const changed = differences(folder, fresh);
		rmSync(fresh, { recursive: true });
		if (changed.length === 0) continue;
		console.error(
			`${folder} is not what the source builds (${changed.join(', ')}): run "npm run build" and commit it.`,
		);
		process.exitCode = 1;
	}
}

for (const { entry, folder } of BUNDLES) {
	if (process.argv.includes('--check')) check(entry, folder);
	else bundle(process.execPath, entry, folder);
}
