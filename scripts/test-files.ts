// Which compiled tests `npm test -- NAME …` means.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The files to run, or why a name means none. */
export type TestFiles =
	| { readonly kind: 'files'; readonly files: readonly string[] }
	| { readonly kind: 'unknown'; readonly message: string };

/**
 * Returns the compiled test files below `root` that the names mean; without names, all of them. A name is a folder or a file
 * of `__tests__`, with or without that folder before it; a file may end in `.test.ts`, in `.test.js` or in neither.
 */
export function findTestFiles(root: string, names: readonly string[]): TestFiles {
	const found = (names.length === 0 ? ['.'] : names).map((name) => ({ name, files: filesOf(root, name) }));
	const unknown = found.filter(({ files }) => files.length === 0).map(({ name }) => `"${name}"`);
	if (unknown.length === 0) return { kind: 'files', files: [...new Set(found.flatMap(({ files }) => files))] };
	const folders = readdirSync(root, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && filesOf(root, entry.name).length > 0)
		.map(({ name }) => name);
	return {
		kind: 'unknown',
		message: `No test has the name ${unknown.join(', ')}. Name a folder or a file below __tests__, such as ${folders.join(', ')}.`,
	};
}

function filesOf(root: string, name: string): readonly string[] {
	const path = join(root, name.replaceAll('\\', '/').replace(/^(?:\.\/)?(?:__tests__(?:\/|$))?/, ''));
	if (relative(root, path).split(sep)[0] === '..') return [];
	if (existsSync(path) && statSync(path).isDirectory())
		return readdirSync(path, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.test.js'))
			.map((file) => join(path, file))
			.sort();
	const file = `${path.replace(/\.(?:test\.)?[jt]s$/, '').replace(/\.test$/, '')}.test.js`;
	return existsSync(file) ? [file] : [];
}
