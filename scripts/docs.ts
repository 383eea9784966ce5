// Writes the tables of the pages from the manifests of the actions; with --check, compares and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { readManifest, withTables } from './readme-tables.js';

/** Each page, and the manifest that its tables come from. */
const PAGES = [
	{ page: 'README.md', manifest: 'action.yml' },
	{ page: 'docs/token.md', manifest: 'token/action.yml' },
	{ page: 'docs/rotate.md', manifest: 'rotate/action.yml' },
] as const;

for (const { page, manifest } of PAGES) {
	const committed = readFileSync(page, 'utf8');
	const fresh = withTables(committed, readManifest(readFileSync(manifest, 'utf8')));
	if (fresh === committed) {
		console.log(`${page}: the tables are those of ${manifest}`);
	} else if (process.argv.includes('--check')) {
		console.error(`The tables of ${page} are not those of ${manifest}: run "npm run docs" and commit it.`);
		process.exitCode = 1;
	} else {
		writeFileSync(page, fresh);
		console.log(`${page}: the tables are written anew`);
	}
}
