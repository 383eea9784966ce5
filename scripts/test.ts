// Runs the compiled tests with Node's own runner: `node build/scripts/test.js [folder or file below __tests__ …]`.
// The files are listed here, since Node 20 and Node 24 do not read the same patterns.
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { findTestFiles } from './test-files.js';

const root = fileURLToPath(new URL('../__tests__/', import.meta.url));
const names = process.argv.slice(2);
const found = findTestFiles(root, names);
if (found.kind === 'unknown') {
	console.error(found.message);
	process.exit(1);
}
// Most files wait for processes more than they compute. What hangs is to be named instead of standing there for ever:
// Node 20 ends a file after so many minutes, Node 24 says what still runs where it is ended itself.
const options = ['--test', `--test-concurrency=${2 * availableParallelism()}`, '--test-timeout=600000'];
// Whoever runs a part wants to know what fails, and not what passes.
const reporter = [
	'--test-reporter',
	new URL('brief-reporter.js', import.meta.url).href,
	'--test-reporter-destination=stdout',
];
const args = [...options, ...(names.length === 0 ? [] : reporter), ...found.files];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', timeout: 1_200_000 });
process.exitCode = status ?? 1;
