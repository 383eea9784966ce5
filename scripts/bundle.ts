// Has ncc bundle each program of the action; with --check, compares with what is committed instead of writing it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Entry file below build/src/entry, and the folder that its bundle goes to. What clears a folder stands before what goes into it. */
const BUNDLES = [
	{ entry: 'fetch', folder: 'dist' },
	{ entry: 'clean-up', folder: 'dist/clean-up' },
	{ entry: 'token', folder: 'token/dist' },
	{ entry: 'rotate', folder: 'rotate/dist' },
	{ entry: 'expiry', folder: 'expiry/dist' },
	{ entry: 'set', folder: 'set/dist' },
] as const;

/** Limit of what every run loads, comments included: a larger bundle has taken in something that does not belong there. */
const MAX_BUNDLE_BYTES = 400_000;

/**
 * The compiled source once more, below a `package.json` without a type: ncc then writes CommonJS, which starts 4 % faster than
 * a module does.
 */
const PROGRAMS = 'build/programs';

const ncc = createRequire(import.meta.url).resolve('@vercel/ncc/dist/ncc/cli.js');

function bundle(entry: string, folder: string): void {
	// ncc leaves the parts of earlier bundles if they are.
	rmSync(folder, { recursive: true, force: true });
	const program = `${PROGRAMS}/src/entry/${entry}.js`;
	const options = ['--out', folder, '--target', 'es2022', '--license', 'licenses.txt', '--no-cache'];
	const { status, stdout, stderr } = spawnSync(process.execPath, [ncc, 'build', program, ...options], {
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(`ncc failed:\n${stdout}${stderr}`);
	// The folder lies in a package of modules.
	writeFileSync(join(folder, 'package.json'), '{\n  "type": "commonjs"\n}\n');
	const bytes = readFileSync(join(folder, 'index.js')).length;
	if (bytes > MAX_BUNDLE_BYTES) throw new Error(`${entry}: ${bytes} bytes are over the budget of ${MAX_BUNDLE_BYTES}`);
	console.log(`${folder}: ${bytes} bytes`);
}

function check(entry: string, folder: string): void {
	const fresh = mkdtempSync(join(tmpdir(), 'dist-'));
	bundle(entry, fresh);
	const names = new Set([...filesIn(folder), ...filesIn(fresh)]);
	const changed = [...names].filter((name) => read(join(folder, name)) !== read(join(fresh, name)));
	rmSync(fresh, { recursive: true });
	if (changed.length === 0) return;
	console.error(`${folder} is not what the source builds (${changed.join(', ')}): run "npm run build" and commit it.`);
	process.exitCode = 1;
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

cpSync('build/src', `${PROGRAMS}/src`, { recursive: true });
writeFileSync(`${PROGRAMS}/package.json`, '{}\n');
for (const { entry, folder } of BUNDLES) {
	if (process.argv.includes('--check')) check(entry, folder);
	else bundle(entry, folder);
}
