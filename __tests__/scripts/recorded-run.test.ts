// Files that a run of the tests leaves in the folder that TEST_RECORD names: the sums of .ci/run hang on it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { repositoryRoot } from '../runner/step-environment.js';

const folder = mkdtempSync(join(tmpdir(), 'recorded run '));
after(() => rmSync(folder, { recursive: true }));

/** Runs a part of the tests as a command of its own, and gives the folder that it leaves. */
function record(name: string): string {
	const kept = mkdtempSync(join(folder, 'kept '));
	const { NODE_TEST_CONTEXT: _, NODE_V8_COVERAGE: __, ...env } = process.env;
	const program = join(repositoryRoot, 'build/scripts/test.js');
	execFileSync(process.execPath, [program, name], { env: { ...env, TEST_RECORD: kept }, stdio: 'pipe' });
	return kept;
}

function read(...path: readonly string[]): string {
	return readFileSync(join(...path), 'utf8');
}

describe('a recorded run', () => {
	it('keeps the count of each file, and what the tests of src reach of it', () => {
		const kept = record('unit/errors.test.ts');
		assert.match(read(kept, 'counts.txt'), /^[1-9]\d* 0 0 unit\/errors\.test\n$/);
		const files = readdirSync(join(kept, 'coverage'));
		assert.ok(files.some((file) => read(kept, 'coverage', file).includes('/build/src/errors.js"')));
	});

	it('keeps nothing of what other tests reach', () => {
		const kept = record('scripts/test-files.test.ts');
		assert.match(read(kept, 'counts.txt'), /^[1-9]\d* 0 0 scripts\/test-files\.test\n$/);
		assert.ok(!existsSync(join(kept, 'coverage')));
	});

	it('measures the same folders as "npm run coverage"', () => {
		const { scripts } = JSON.parse(read(repositoryRoot, 'package.json')) as { scripts: Record<string, string> };
		const [, measured = ''] =
			/const MEASURED = \[(.*)\]/.exec(read(repositoryRoot, 'scripts/record-coverage.ts')) ?? [];
		const folders = measured.replaceAll(/[',]/g, '');
		assert.ok(scripts['coverage']?.endsWith(` build/scripts/test.js ${folders}`), folders);
	});
});
