// Runs the compiled tests with Node's own runner: `node build/scripts/test.js [folder or file below __tests__ …]`.
// The files are listed here, since Node 20 and Node 24 do not read the same patterns.
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
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
// Node 20 ends a file after so many minutes, Node 24 says what still runs if it is ended itself.
const options = ['--test', `--test-concurrency=${2 * availableParallelism()}`, '--test-timeout=600000'];
const here = (file: string): string => new URL(file, import.meta.url).href;
/** Where the run leaves the coverage of `src` and the count of each file, for those that read sums; undefined if nowhere. */
const record = process.env['TEST_RECORD'] || undefined;
// A run of named parts reports what fails, and not what passes.
if (names.length > 0)
	options.push(`--test-reporter=${here('brief-reporter.js')}`, '--test-reporter-destination=stdout');
else if (record !== undefined) options.push('--test-reporter=tap', '--test-reporter-destination=stdout');
if (record !== undefined)
	options.push(
		`--import=${here('record-coverage.js')}`,
		`--test-reporter=${here('count-reporter.js')}`,
		`--test-reporter-destination=${join(record, 'counts.txt')}`,
	);
const { status } = spawnSync(process.execPath, [...options, ...found.files], { stdio: 'inherit', timeout: 1_200_000 });
process.exitCode = status ?? 1;
