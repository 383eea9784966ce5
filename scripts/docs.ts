// Writes the tables of README.md from action.yml; with --check, compares and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { readManifest, withTables } from './readme-tables.js';

const committed = readFileSync('README.md', 'utf8');
const fresh = withTables(committed, readManifest(readFileSync('action.yml', 'utf8')));
if (fresh === committed) {
	console.log('README.md: the tables are those of action.yml');
} else if (process.argv.includes('--check')) {
	console.error('The tables of README.md are not those of action.yml: run "npm run docs" and commit it.');
	process.exitCode = 1;
} else {
	writeFileSync('README.md', fresh);
	console.log('README.md: the tables are written anew');
}
