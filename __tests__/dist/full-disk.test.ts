// A disk that becomes full at some write of the step, of which half still fits: nothing is exported, nothing is left, and
// the error names where there was no room.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { CLIENT_SECRET } from '../emulator/directory.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { assertNoLeak, assertNothingExported, errorsOf } from '../support/run-action.js';
import { runBothSteps } from '../support/run-post-step.js';

const VALUE = 'value-of-the-secret';
const isLinux = process.platform === 'linux';
const INPUTS = {
	secrets: 'db | file',
	certificates: `exo | file${isLinux ? '\nSTORED = exo | store' : ''}`,
	'export-env': 'true',
};

let emulator: Emulator;
const home = mkdtempSync(join(tmpdir(), 'full-disk-'));
before(async () => {
	emulator = await startEmulator();
	emulator.vault().setSecret('db', VALUE);
	emulator.vault().setCertificate('exo');
});
after(async () => {
	await emulator.close();
	rmSync(home, { recursive: true });
});

/** Has the n-th write below a path that the pattern matches take half of its bytes, and each later one none. */
function fullAt(path: RegExp, n: number): string {
	const script = `
		import fs from 'node:fs';
		import { syncBuiltinESMExports } from 'node:module';
		let left = ${n};
		let inside = false;
		const paths = new Map();
		const wrap = (name, cut, counts = () => true) => {
			const original = fs[name];
			fs[name] = (...args) => {
				if (inside || !counts(args)) return original(...args);
				const path = String(paths.get(args[0]) ?? args[0]);
				inside = true;
				try {
					if (left <= 0 || (${path}.test(path) && --left === 0)) {
						if (left === 0) cut(original, args);
						left = -1;
						throw Object.assign(new Error('ENOSPC: no space left on device, write ' + path), { code: 'ENOSPC' });
					}
					const result = original(...args);
					if (name === 'openSync') paths.set(result, path);
					return result;
				} finally {
					inside = false;
				}
			};
		};
		const half = (original, [to, data, ...rest]) => original(to, data.slice(0, data.length / 2), ...rest);
		wrap('appendFileSync', half);
		wrap('writeFileSync', half);
		wrap('mkdirSync', () => undefined);
		wrap('openSync', () => undefined, ([, flag]) => flag === 'wx');
		syncBuiltinESMExports();`;
	return `--import=data:text/javascript,${encodeURIComponent(script)}`;
}

/** Where the disk is full: what the error names, the path, and which of its writes. */
const PLACES: readonly (readonly [name: string, path: RegExp, ...writes: readonly number[]])[] = [
	['GITHUB_STATE', /github_state$/, 1, 2],
	// The folder, the file of a text, that of bytes.
	['RUNNER_TEMP', /key-vault-[0-9a-f]{32}/, 1, 2, 3],
	['GITHUB_OUTPUT', /github_output$/, 1, 2, 9],
	['GITHUB_ENV', /github_env$/, 1, 9],
];

// The folder, and of the mark and of the entry its opening and its bytes.
const STORE = ['x509stores/my: ', /x509stores/, 1, 2, 3, 4, 5] as const;

describe('a disk that is full', () => {
	for (const [name, path, ...writes] of isLinux ? [...PLACES, STORE] : PLACES) {
		for (const write of writes) {
			// Promise: R8
			it(`leaves nothing written and nothing exported: ${name}, write ${write}`, async () => {
				const ownHome = mkdtempSync(join(home, 'user-'));
				const env = { HOME: ownHome, NODE_OPTIONS: fullAt(path, write) };
				const { main, post, left } = await runBothSteps(emulator, INPUTS, { env, debug: true });
				assertNothingExported(main);
				assert.deepEqual([main.environment, main.state, left, readdirSync(ownHome)], [{}, {}, [], []]);
				const [error = ''] = errorsOf(main);
				assert.equal(errorsOf(main).length, 1);
				assert.ok(error.includes(name), error);
				assert.match(error, /: writing to it failed, so nothing is exported\. Check the free space/);
				assert.deepEqual(post.log, []);
				for (const result of [main, post]) assertNoLeak(result, [VALUE, CLIENT_SECRET]);
			});
		}
	}

	it('for the write after the last takes nothing away', async () => {
		const ownHome = join(home, 'enough');
		mkdirSync(ownHome);
		const env = { HOME: ownHome, NODE_OPTIONS: fullAt(/github_output$/, 1_000) };
		const { main, left } = await runBothSteps(emulator, INPUTS, { env });
		assert.equal(main.exitCode, 0, main.log.join('\n'));
		assert.equal(main.outputs['db'], VALUE);
		assert.deepEqual([left, readdirSync(ownHome)], [[], []]);
	});
});
