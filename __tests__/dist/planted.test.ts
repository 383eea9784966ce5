// Files and links that somebody has laid in RUNNER_TEMP in place of the step's folder, were its name known: nothing is written
// through them, and they stay as they were.
import assert from 'node:assert/strict';
import {
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { assertNoLeak, assertNothingExported, errorsOf } from '../support/run-action.js';
import { runBothSteps } from '../support/run-post-step.js';

const VALUE = 'value-of-the-secret';
const FOLDER = `key-vault-${'5a'.repeat(16)}`;

/** Takes the chance out of the folder's name; other random bytes stay random. */
const KNOWN_NAME = `
	import crypto from 'node:crypto';
	import { syncBuiltinESMExports } from 'node:module';
	const { randomBytes } = crypto;
	crypto.randomBytes = (length, ...rest) => length === 16 ? Buffer.alloc(16, 0x5a) : randomBytes(length, ...rest);
	syncBuiltinESMExports();`;

let emulator: Emulator;
let root: string;
let temp: string;
before(async () => {
	emulator = await startEmulator();
	emulator.vault().setSecret('db', VALUE);
});
after(() => emulator.close());
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'planted-'));
	temp = join(root, 'temp');
	for (const folder of [temp, join(root, 'victim')]) mkdirSync(folder);
	writeFileSync(join(root, 'victim', 'file'), 'as before');
});
afterEach(() => rmSync(root, { recursive: true }));

function run() {
	const env = { RUNNER_TEMP: temp, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(KNOWN_NAME)}` };
	return runBothSteps(emulator, { secrets: 'db | file', 'export-env': 'true' }, { env, debug: true });
}

/** Things that are laid in the folder's place. */
const PLANTED: Readonly<Record<string, (path: string) => void>> = {
	'a link to a folder': (path) => symlinkSync(join(root, 'victim'), path),
	'a link to a file': (path) => symlinkSync(join(root, 'victim', 'file'), path),
	'a link to what is not there': (path) => symlinkSync(join(root, 'nowhere'), path),
	'a folder': (path) => mkdirSync(path),
	'a file': (path) => writeFileSync(path, 'as before'),
};

describe("in place of the step's folder", { skip: process.platform === 'win32' && 'links need rights there' }, () => {
	for (const [what, plant] of Object.entries(PLANTED)) {
		// Promise: R9
		it(`${what} is not written through, and stays`, async () => {
			const path = join(temp, FOLDER);
			plant(path);
			const asPlanted = lstatSync(path);
			const { main, post, left } = await run();
			assertNothingExported(main);
			assert.deepEqual([main.environment, main.state, post.log], [{}, {}, []]);
			assert.match(errorsOf(main)[0] ?? '', /^RUNNER_TEMP: writing to it failed, so nothing is exported\./);
			assert.deepEqual([left, lstatSync(path).ino], [[FOLDER], asPlanted.ino]);
			assert.deepEqual(readdirSync(root).sort(), ['temp', 'victim']);
			assert.deepEqual(readdirSync(join(root, 'victim')), ['file']);
			assert.equal(readFileSync(join(root, 'victim', 'file'), 'utf8'), 'as before');
			assertNoLeak(main, [VALUE]);
		});
	}

	it('nothing stands in the way of the step', async () => {
		const { main, left } = await run();
		assert.equal(main.exitCode, 0, main.log.join('\n'));
		assert.equal(main.outputs['db-path'], join(temp, FOLDER, 'db'));
		assert.deepEqual(left, []);
	});
});
