// Writes the tables of the pages from the manifests of the actions and from the bundles, and the list of all messages from
// the source; with --check, compares and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { withBundleTable } from './bundle-pages.js';
import { withErrorTables } from './error-tables.js';
import { listMessages } from './messages.js';
import { readMarks, readPromises, readTestSources, withMarkedTests, withPromiseLinks } from './promise-tables.js';
import { readManifest, withTables } from './readme-tables.js';
import { withVariables } from './variable-pages.js';

/** A page, what its tables come from, and how. */
interface TablesOfPage {
	readonly page: string;
	readonly source: string;
	readonly write: (text: string) => string;
}

const PAGES: readonly TablesOfPage[] = [
	...[
		['README.md', 'action.yml'],
		['docs/token.md', 'token/action.yml'],
		['docs/rotate.md', 'rotate/action.yml'],
		['docs/expiry.md', 'expiry/action.yml'],
		['docs/set.md', 'set/action.yml'],
	].map(([page = '', source = '']) => ({
		page,
		source,
		write: (text: string) => withTables(text, readManifest(readFileSync(source, 'utf8'))),
	})),
	{ page: 'docs/dependencies.md', source: 'dist', write: withBundleTable },
	{ page: 'docs/errors.md', source: 'src', write: withErrorTables },
	{ page: '__tests__/house/messages.txt', source: 'src', write: () => listMessages(process.cwd()) },
	{
		page: 'docs/reliability.md',
		source: '__tests__',
		write: (text) => withMarkedTests(text, readMarks(readTestSources(process.cwd()))),
	},
	{
		page: 'SECURITY.md',
		source: 'docs/reliability.md',
		write: (text) => withPromiseLinks(text, readPromises(readFileSync('docs/reliability.md', 'utf8'))),
	},
	{ page: 'docs/export-env.md', source: 'src/plan/refused-variables', write: withVariables },
];

for (const { page, source, write } of PAGES) {
	const committed = readFileSync(page, 'utf8');
	const fresh = write(committed);
	if (fresh === committed) {
		console.log(`${page}: the tables are those of ${source}`);
	} else if (process.argv.includes('--check')) {
		console.error(`The tables of ${page} are not those of ${source}: run "npm run docs" and commit it.`);
		process.exitCode = 1;
	} else {
		writeFileSync(page, fresh);
		console.log(`${page}: the tables are written anew`);
	}
}
