// How many files of src a reader has to follow for one secret, and for one refusal: those of which a named function runs.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { runAction } from '../support/run-action.js';

const MAX_FILES = { secret: 45, refusal: 40 };

interface Coverage {
	readonly result: readonly {
		readonly url: string;
		readonly functions: readonly {
			readonly functionName: string;
			readonly ranges: readonly { readonly count: number }[];
		}[];
	}[];
}

describe('the way through the house', () => {
	let emulator: Emulator;

	before(async () => {
		emulator = await startEmulator();
		emulator.vault().setSecret('sql-password', 'correct horse battery staple');
	});

	after(() => emulator.close());

	it(`of one plain secret leads through at most ${MAX_FILES.secret} files`, async () => {
		const files = await visited(emulator, 0);
		assert.ok(files.length <= MAX_FILES.secret, `${files.length}: ${files.join(', ')}`);
	});

	it(`of one refusal leads through at most ${MAX_FILES.refusal} files`, async () => {
		emulator.vault().deny('sql-password', 'rbac');
		const files = await visited(emulator, 1);
		assert.ok(files.length <= MAX_FILES.refusal, `${files.length}: ${files.join(', ')}`);
	});
});

/** The files of src of which a named function ran. */
async function visited(emulator: Emulator, exitCode: number): Promise<readonly string[]> {
	const folder = mkdtempSync(join(tmpdir(), 'visited-'));
	try {
		const result = await runAction(
			emulator,
			{ secrets: 'sql-password' },
			{
				main: 'build/src/entry/fetch.js',
				env: { NODE_V8_COVERAGE: folder },
			},
		);
		assert.equal(result.exitCode, exitCode);
		return readdirSync(folder).flatMap((name) =>
			filesOf(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Coverage),
		);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function filesOf({ result }: Coverage): readonly string[] {
	return result
		.filter(({ url, functions }) => url.includes('/build/src/') && functions.some(runs))
		.map(({ url }) => url.replace(/^.*\/build\//, ''))
		.sort();
}

function runs({ functionName, ranges }: Coverage['result'][number]['functions'][number]): boolean {
	return functionName !== '' && (ranges[0]?.count ?? 0) > 0;
}
