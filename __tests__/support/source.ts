// The source and the other tracked files, as the house tests read them.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder: three up from the compiled test. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A file by its path from the repository's folder, with forward slashes. */
export interface TextFile {
	readonly path: string;
	readonly text: string;
}

/** A file of the repository as text. */
export function readText(path: string): string {
	return readFileSync(join(ROOT, path), 'utf8');
}

/** Every TypeScript file below `src`. */
export function readSource(): readonly TextFile[] {
	return readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
		.map(({ parentPath, name }) => relative(ROOT, join(parentPath, name)).split(sep).join('/'))
		.map((path) => ({ path, text: readText(path) }));
}

/** Every file that is tracked, or would be with the next `git add`. */
export function readRepository(): readonly TextFile[] {
	const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
	return listed
		.toString('utf8')
		.split('\0')
		.filter((path) => path !== '')
		.map((path) => ({ path, text: readText(path) }));
}

/** The text without its comments; good enough for a source that Biome has formatted. */
export function withoutComments(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** What the text imports or re-exports, types included, as it is written there. */
export function importsOf(text: string): readonly string[] {
	const pattern = /(?:\bfrom\s*|(?<!['"])\b(?:import|require)\s*\(?\s*)['"]([^'"]+)['"]/g;
	return [...withoutComments(text).matchAll(pattern)].map(([, specifier = '']) => specifier);
}
