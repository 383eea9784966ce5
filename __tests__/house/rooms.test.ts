// House rules about the rooms of src: how many files there are, which may be short, and what those for failures are called.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource, type TextFile, withoutComments } from '../support/source.js';
import { findReachable, importedFiles } from './floors.js';

const source = readSource();

/** As many as a newcomer can look through. What only expiry, set and the rotation of a certificate need is not counted. */
const MAX_FILES = 150;

const LATER_ACTIONS = ['src/expiry/', 'src/set/', 'src/rotate/certificate/'];

const PROGRAMS = ['fetch', 'token', 'rotate', 'clean-up'].map((name) => `src/entry/${name}.ts`);

test(`fetch, token, rotate and the post step need at most ${MAX_FILES} files`, () => {
	const own = source.filter(({ path }) => !LATER_ACTIONS.some((folder) => path.startsWith(folder)));
	const edges = new Map(own.map((file) => [file.path, importedFiles(file)]));
	const needed = new Set(PROGRAMS.flatMap((program) => [program, ...findReachable(program, edges)]));
	const files = own.filter(({ path }) => needed.has(path));
	assert.ok(files.length > 100 && files.length <= MAX_FILES, `${files.length} files`);
});

test('every file of src is part of a program', () => {
	const edges = new Map(source.map((file) => [file.path, importedFiles(file)]));
	const programs = source.map(({ path }) => path).filter((path) => path.startsWith('src/entry/'));
	const needed = new Set(programs.flatMap((program) => [program, ...findReachable(program, edges)]));
	assert.deepEqual(
		source.map(({ path }) => path).filter((path) => !needed.has(path)),
		[],
	);
});

const SHORT = 40;

/** Short files with one importer, and why each stands alone. */
const STANDING_ALONE: Readonly<Record<string, string>> = {
	'src/flow/clean-up.ts': 'the program acts as soon as it is imported, so that only what stands apart can be tested',
	'src/rotate/rotate.ts': 'what follows the checks is loaded after them',
	'src/set/set-objects.ts': 'everything else is loaded while the sign-in is decided',
};

test(`a file of at most ${SHORT} lines has more than one importer, or says why it stands alone`, () => {
	const importers = new Map<string, number>();
	for (const imported of source.flatMap((file) => [...new Set(importedFiles(file))])) {
		importers.set(imported, (importers.get(imported) ?? 0) + 1);
	}
	const splinters = source.filter(({ path, text }) => importers.get(path) === 1 && linesOf(text) <= SHORT);
	assert.deepEqual(splinters.map(({ path }) => path).sort(), Object.keys(STANDING_ALONE).sort());
});

function linesOf(text: string): number {
	return text.trimEnd().split('\n').length;
}

/** The rooms for one service each. */
const SERVICES = ['entra', 'keyvault', 'graph'];

for (const service of SERVICES) {
	test(`${service} calls its files for failures by what they do`, () => {
		const files = source.filter(({ path }) => path.startsWith(`src/${service}/`));
		const ending = (end: string): readonly TextFile[] => files.filter(({ path }) => path.endsWith(end));
		const readers = ending('-response-error.ts');
		const tables = ending('-advice.ts');
		const errors = ending('-error.ts').filter((file) => !readers.includes(file));
		assert.ok(readers.length === 1 && tables.length > 0 && errors.length > 0);
		// Who reads an error answer and who knows the advice makes no error of it.
		assert.deepEqual(pathsOf([...readers, ...tables].filter(makesErrors)), []);
		assert.deepEqual(pathsOf(errors.filter((file) => !makesErrors(file))), []);
		assert.deepEqual(pathsOf(readers.filter((file) => !/^export function read\w*Refusal\(/m.test(file.text))), []);
		// Nobody else reads what a service says of an error.
		const reading = files.filter((file) => /\bfunction read\w*Refusal\b/.test(withoutComments(file.text)));
		assert.deepEqual(reading, readers);
	});
}

function makesErrors({ text }: TextFile): boolean {
	return /\bnew ActionErrors?\(/.test(withoutComments(text));
}

function pathsOf(files: readonly TextFile[]): readonly string[] {
	return files.map(({ path }) => path);
}
