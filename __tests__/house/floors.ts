// The floors of src: what may import what.
import { posix } from 'node:path';
import { importsOf, type TextFile } from '../support/source.js';

/** From the top down. Folders on one floor never import each other; files beside the folders are the ground. */
export const FLOORS: readonly (readonly string[])[] = [
	['entry'],
	['rotate', 'expiry', 'set'],
	['flow'],
	['store'],
	['export'],
	['render'],
	['masks'],
	['entra', 'keyvault', 'graph'],
	['plan'],
	['input'],
	['certificate', 'http'],
	['.'],
];

/** The folder directly below src that a file is in; `.` if it is in none. */
export function folderOf(path: string): string {
	const [, folder = '', ...rest] = path.split('/');
	return rest.length === 0 ? '.' : folder;
}

/** The files of the source that a file imports. */
export function importedFiles({ path, text }: TextFile): readonly string[] {
	return importsOf(text)
		.filter((specifier) => specifier.startsWith('.'))
		.map((specifier) => posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts'));
}

/** Each import that does not point down, as `FILE → FILE`. */
export function findUpwardImports(files: readonly TextFile[]): readonly string[] {
	return files.flatMap((file) =>
		importedFiles(file)
			.filter((imported) => !isDown(folderOf(file.path), folderOf(imported)))
			.map((imported) => `${file.path} → ${imported}`),
	);
}

function isDown(from: string, to: string): boolean {
	return from === to || floorOf(from) < floorOf(to);
}

function floorOf(folder: string): number {
	return FLOORS.findIndex((folders) => folders.includes(folder));
}

/** Folders that any kind of test may import, from the top down: what they share, the services, and what others have written. */
const SHARED: readonly string[] = ['support', 'emulator', 'runner'];

/** Each import of a test that leads to another kind of test, as `FILE → FILE`; only `support` takes of the other shared folders. */
export function findStrayImports(files: readonly TextFile[]): readonly string[] {
	return files
		.filter(({ path }) => path.startsWith('__tests__/'))
		.flatMap((file) => {
			const from = folderOf(file.path);
			const allowed = ['emulator', 'runner'].includes(from) ? [from] : [from, ...SHARED];
			return importedFiles(file)
				.filter((imported) => imported.startsWith('__tests__/') && !allowed.includes(folderOf(imported)))
				.map((imported) => `${file.path} → ${imported}`);
		});
}

/** Files that import themselves by way of others. */
export function findCircles(files: readonly TextFile[]): readonly string[] {
	const edges = new Map(files.map((file) => [file.path, importedFiles(file)]));
	return files.map(({ path }) => path).filter((path) => findReachable(path, edges).has(path));
}

/** The files that a file imports, itself or by way of others. */
export function findReachable(start: string, edges: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
	const seen = new Set<string>();
	const queue = [...(edges.get(start) ?? [])];
	for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
		if (seen.has(next)) continue;
		seen.add(next);
		queue.push(...(edges.get(next) ?? []));
	}
	return seen;
}
