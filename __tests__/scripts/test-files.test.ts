// Names that may follow `npm test --`, and what comes of a name that means nothing.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { sep } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findTestFiles, type TestFiles } from '../../scripts/test-files.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const script = fileURLToPath(new URL('../../scripts/test.js', import.meta.url));

function namesOf(found: TestFiles): readonly string[] {
	assert.equal(found.kind, 'files');
	return found.files.map((file) => file.slice(root.length).split(sep).join('/'));
}

describe('the tests that a name means', () => {
	it('are all of them without a name', () => {
		const all = namesOf(findTestFiles(root, []));
		assert.ok(all.length > 200 && all.every((name) => name.endsWith('.test.js')));
	});

	it('are those of a folder, with and without what stands before it', () => {
		const plain = namesOf(findTestFiles(root, ['unit/http']));
		assert.ok(plain.length >= 3 && plain.every((name) => name.startsWith('unit/http/')));
		for (const other of ['__tests__/unit/http', './__tests__/unit/http/', 'unit/http/', 'unit\\http'])
			assert.deepEqual(namesOf(findTestFiles(root, [other])), plain, other);
	});

	it('is the one of a file, whatever its ending', () => {
		const names = [
			'scripts/test-files.test.ts',
			'scripts/test-files.test.js',
			'scripts/test-files',
			'__tests__/scripts/test-files.test.ts',
		];
		for (const name of names)
			assert.deepEqual(namesOf(findTestFiles(root, [name])), ['scripts/test-files.test.js'], name);
	});

	it('count once if several names mean them', () => {
		const once = namesOf(findTestFiles(root, ['scripts']));
		assert.deepEqual(namesOf(findTestFiles(root, ['scripts', 'scripts/test-files'])), once);
	});

	it('are none for a name that is wrong, outside, or of a file without tests', () => {
		for (const name of ['unit/nothing', '../scripts', 'support/make-ports.ts']) {
			const found = findTestFiles(root, [name, 'unit']);
			assert.equal(found.kind, 'unknown', name);
			assert.match(found.message, /^No test has the name "[^\n]+$/);
			assert.ok(found.message.includes(name) && found.message.includes('unit, wire'), found.message);
		}
	});
});

describe('a run of one file', () => {
	const run = (...names: readonly string[]) => {
		const env = { ...process.env };
		delete env['NODE_TEST_CONTEXT'];
		return spawnSync(process.execPath, [script, ...names], { encoding: 'utf8', env });
	};

	it('prints little', () => {
		const { status, stdout, stderr } = run('scripts/mutation-report');
		assert.deepEqual([status, stderr], [0, '']);
		assert.match(stdout, /^ℹ pass \d+\nℹ fail 0\n/);
		assert.ok(stdout.split('\n').length <= 6, stdout);
	});

	it('says in one line that a name is wrong', () => {
		const { status, stdout, stderr } = run('unit/nothing');
		assert.deepEqual([status, stdout], [1, '']);
		assert.match(stderr, /^No test has the name "unit\/nothing"\..*\n$/);
	});
});
