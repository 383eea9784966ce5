// Runs the compiled tests with Node's own runner: `node build/scripts/test.js [folder of __tests__ …]`.
// The files are listed here, since Node 20 and Node 24 do not read the same patterns.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../__tests__/', import.meta.url));
const folders = process.argv.slice(2);
const files = (folders.length === 0 ? ['.'] : folders).flatMap((folder) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.test.js'))
		.map((name) => join(root, folder, name)),
);
// Most files wait for processes more than they compute. What hangs is to be named instead of standing there for ever:
// Node 20 ends a file after so many minutes, Node 24 says what still runs where it is ended itself.
const options = ['--test', `--test-concurrency=${2 * availableParallelism()}`, '--test-timeout=600000'];
const { status } = spawnSync(process.execPath, [...options, ...files], { stdio: 'inherit', timeout: 1_200_000 });
process.exitCode = status ?? 1;
