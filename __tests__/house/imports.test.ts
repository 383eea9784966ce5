// House rule: imports point down, so that no circle can exist and each floor can be read without those above it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importsOf, readRepository, readSource } from '../support/source.js';
import { FLOORS, findCircles, findStrayImports, findUpwardImports, folderOf, importedFiles } from './floors.js';

const source = readSource();

test('no import of src points up, or across a floor', () => {
	assert.deepEqual(findUpwardImports(source), []);
});

test('no file of src imports itself by way of others', () => {
	assert.deepEqual(findCircles(source), []);
});

test('every folder of src has its floor', () => {
	const folders = new Set(source.map(({ path }) => folderOf(path)));
	assert.deepEqual(
		[...folders].filter((folder) => !FLOORS.flat().includes(folder)),
		[],
	);
});

test('every import of src is of a file that exists, so none is skipped for its spelling', () => {
	const paths = new Set(source.map(({ path }) => path));
	const imported = source.flatMap(importedFiles);
	assert.ok(imported.length > source.length, 'hardly an import was found');
	assert.deepEqual(
		imported.filter((path) => !paths.has(path)),
		[],
	);
});

test('no kind of test imports from another: what they share is in support, emulator and runner', () => {
	// This file's own examples are no imports.
	const isTest = (path: string) => path.startsWith('__tests__/') && path !== '__tests__/house/imports.test.ts';
	const tests = readRepository().filter(({ path }) => isTest(path) && path.endsWith('.ts'));
	assert.ok(tests.length > 400, `${tests.length}`);
	assert.deepEqual(findStrayImports(tests), []);
});

// The rules themselves, on made-up files: what they let pass and what they find.
const down = [
	"import { a } from '../keyvault/x.js';",
	"import type { A } from '../../ports.js';",
	"import { b } from './y.js';",
	"import { readFile } from 'node:fs';",
];
const up = [
	"import { a } from '../flow/x.js';",
	"import type { A } from '../flow/x.js';",
	"import {\n\ta,\n\tb,\n} from '../flow/x.js';",
	"export { a } from '../flow/x.js';",
	"export * from '../flow/x.js';",
	"import '../flow/x.js';",
	"const { a } = await import('../flow/x.js');",
	"type A = import('../flow/x.js').A;",
];

for (const text of down.slice(0, 1)) {
	test(`render may say ${text}`, () => {
		assert.deepEqual(findUpwardImports([{ path: 'src/render/z.ts', text }]), []);
	});
}

for (const text of down.slice(1)) {
	test(`entra/credentials may say ${text}`, () => {
		assert.deepEqual(findUpwardImports([{ path: 'src/entra/credentials/z.ts', text }]), []);
	});
}

for (const text of up) {
	test(`render may not say ${JSON.stringify(text)}`, () => {
		assert.deepEqual(findUpwardImports([{ path: 'src/render/z.ts', text }]), ['src/render/z.ts → src/flow/x.ts']);
	});
}

test('folders of one floor may not import each other, and the ground imports no folder', () => {
	const across = { path: 'src/entra/z.ts', text: "import { a } from '../keyvault/x.js';" };
	const ground = { path: 'src/ports.ts', text: "import type { A } from './http/x.js';" };
	assert.deepEqual(findUpwardImports([across, ground]).length, 2);
});

for (const [path, specifier, isStray] of [
	['__tests__/unit/http/z.test.ts', '../../unit/plan/x.js', false],
	['__tests__/unit/http/z.test.ts', '../../support/x.js', false],
	['__tests__/dist/z.test.ts', '../runner/x.js', false],
	['__tests__/dist/z.test.ts', '../../src/flow/x.js', false],
	['__tests__/dist/z.test.ts', '../flow/x.js', true],
	['__tests__/support/z.ts', '../emulator/x.js', false],
	['__tests__/support/z.ts', '../unit/x.js', true],
	['__tests__/emulator/z.ts', '../support/x.js', true],
] as const)
	test(`${path} may ${isStray ? 'not ' : ''}import ${specifier}`, () => {
		const text = `import { a } from '${specifier}';`;
		assert.equal(findStrayImports([{ path, text }]).length, isStray ? 1 : 0);
	});

test('a circle is found, however long', () => {
	const files = ['a', 'b', 'c'].map((name, index, names) => ({
		path: `src/http/${name}.ts`,
		text: `import type { T } from './${names[(index + 1) % 3]}.js';`,
	}));
	assert.deepEqual(findCircles(files).length, 3);
	assert.deepEqual(findCircles(files.slice(0, 2)), []);
});

test('a comment and a call of from() are no imports', () => {
	const text = [
		"// as import x from './a.js' would",
		"/* from './b.js' */",
		"const bytes = Buffer.from('./c.js');",
		"const operation = isNew ? 'import' : 'x/y';",
		"import d from './d.js';",
	];
	assert.deepEqual(importsOf(text.join('\n')), ['./d.js']);
});
