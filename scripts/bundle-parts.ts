// What the bundles consist of, for the page about dependencies.
import { table } from './readme-tables.js';

/** One module of a bundle's file. */
export interface BundledModule {
	/** Path below `src` without its ending, the name of a package, or `bundler` for what belongs to neither. */
	readonly name: string;
	readonly bytes: number;
}

/** A file of a bundle. */
export interface BundleFile {
	readonly name: string;
	readonly modules: readonly BundledModule[];
}

/** Paths of source files below `src`, without their ending, by what tells them: their opening sentence, or what they export. */
export type Marks = ReadonlyMap<string, string>;

const BUNDLER = 'bundler';

/** The marks of source files, of each its path and its text: what two files have in common is none. */
export function findMarks(files: readonly (readonly [path: string, text: string])[]): Marks {
	const found = files.flatMap(([path, text]) => {
		const [opening = ''] = text.split(/\r?\n/);
		const names = text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm);
		return [opening, ...Array.from(names, ([, name = '']) => name)].map((mark) => [mark, path] as const);
	});
	const isOfOne = (mark: string): boolean => found.filter(([other]) => other === mark).length === 1;
	return new Map(found.filter(([mark]) => isOfOne(mark)));
}

/** Splits a file of a bundle into its modules. Those without a name are told by their marks. */
export function readBundleFile(name: string, text: string, marks: Marks): BundleFile {
	const modules: { name: string; bytes: number }[] = [];
	let current = { name: BUNDLER, bytes: 0 };
	for (const line of text.split('\n')) {
		const [, path] = /^;?\/\/ CONCATENATED MODULE: (\S+)/.exec(line) ?? [];
		if (path !== undefined || /^\/\*{3}\/ \d+:/.test(line)) {
			modules.push(current);
			current = { name: path === undefined ? BUNDLER : nameOf(path), bytes: 0 };
		}
		if (current.name === BUNDLER) current.name = marks.get(markOf(line)) ?? BUNDLER;
		current.bytes += Buffer.byteLength(line) + 1;
	}
	return { name, modules: [...modules, current] };
}

// An export is written as `a: () => (name)`.
function markOf(line: string): string {
	const [, exported] = /^\s+[\w$]+: \(\) => \((\w+)\),?$/.exec(line) ?? [];
	return exported ?? line.trim();
}

function nameOf(path: string): string {
	const [, own] = /^\.\/build\/src\/(.+)\.js$/.exec(path) ?? [];
	const [, package_] = /^\.\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
	return own ?? package_ ?? BUNDLER;
}

/** Lines of a table: what every run of a program loads, by folder and package, the largest first. */
export function describeMain({ modules }: BundleFile): readonly string[] {
	const sums = new Map<string, number>();
	for (const { name, bytes } of modules) sums.set(groupOf(name), (sums.get(groupOf(name)) ?? 0) + bytes);
	const rows = [...sums].sort(([, one], [, other]) => other - one).map(([group, bytes]) => [group, kilobytes(bytes)]);
	const all = modules.reduce((sum, { bytes }) => sum + bytes, 0);
	return table(['Part', 'kB'], [...rows, ['**all**', `**${kilobytes(all)}**`]]);
}

/** Lines of a table: what is loaded where a run needs it. */
export function describeParts(files: readonly BundleFile[]): readonly string[] {
	const rows = files.map(({ name, modules }) => {
		const own = new Set(modules.map((module) => module.name).filter((one) => one !== BUNDLER));
		const bytes = modules.reduce((sum, module) => sum + module.bytes, 0);
		return [`\`${name}\``, kilobytes(bytes), [...own].map((one) => `\`${one}\``).join(', ')];
	});
	return table(['File', 'kB', 'Modules'], rows);
}

/** Lines of a table: all programs. */
export function describePrograms(programs: ReadonlyMap<string, readonly BundleFile[]>): readonly string[] {
	const sizeOf = (files: readonly BundleFile[]): string =>
		kilobytes(files.flatMap(({ modules }) => modules).reduce((sum, { bytes }) => sum + bytes, 0));
	const rows = [...programs].map(([folder, files]) => {
		const main = files.filter(({ name }) => name === 'index.js');
		return [`\`${folder}\``, sizeOf(main), sizeOf(files), `${files.length - main.length}`];
	});
	return table(['Program', 'kB that every run loads', 'kB in all', 'Parts'], rows);
}

function groupOf(name: string): string {
	if (name === BUNDLER) return 'what the bundler adds';
	if (name.startsWith('@')) return `\`${name}\``;
	return name.includes('/') ? `\`src/${name.split('/')[0]}\`` : '`src`, the ground floor';
}

function kilobytes(bytes: number): string {
	return (bytes / 1000).toFixed(1);
}
