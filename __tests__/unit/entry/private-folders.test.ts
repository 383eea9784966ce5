// Private folders on the real file system.
import assert from 'node:assert/strict';
import {
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { privateFolders } from '../../../src/entry/real-machine.js';
import { SecretBytes } from '../../../src/secret-text.js';

const BYTES = Buffer.from([0, 0xff, 0x0d, 0x0a]);
const isWindows = process.platform === 'win32';

const outer = process.env['RUNNER_TEMP'];
after(() => {
	if (outer === undefined) delete process.env['RUNNER_TEMP'];
	else process.env['RUNNER_TEMP'] = outer;
});

let root: string;
let temp: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'private-'));
	temp = join(root, 'mit Leerzeichen und ü 🗝');
	mkdirSync(temp);
	process.env['RUNNER_TEMP'] = temp;
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (file = 'key', folder = 'folder') => privateFolders.write(folder, file, new SecretBytes(BYTES));

describe('RUNNER_TEMP', () => {
	it('that is a folder has no problem', () => assert.equal(privateFolders.problem(), undefined));

	it('that is unset or empty is one', () => {
		process.env['RUNNER_TEMP'] = '';
		assert.equal(privateFolders.problem(), 'RUNNER_TEMP is not set.');
		delete process.env['RUNNER_TEMP'];
		assert.equal(privateFolders.problem(), 'RUNNER_TEMP is not set.');
		assert.throws(() => privateFolders.make('folder'), /RUNNER_TEMP is not set/);
	});

	it('that is no folder, or not there, is one', () => {
		writeFileSync(join(root, 'file'), '');
		for (const name of ['file', 'not-there']) {
			process.env['RUNNER_TEMP'] = join(root, name);
			assert.equal(privateFolders.problem(), 'RUNNER_TEMP does not name a folder that can be written to.');
		}
	});

	it('that is relative is read from the working folder, and paths are absolute', () => {
		process.env['RUNNER_TEMP'] = relative(process.cwd(), temp);
		assert.equal(privateFolders.pathOf('folder', 'key'), join(temp, 'folder', 'key'));
	});
});

describe('a private folder', () => {
	it('and its files are for this user alone', { skip: isWindows && 'Windows has no modes' }, () => {
		privateFolders.make('folder');
		write();
		assert.equal(statSync(join(temp, 'folder')).mode & 0o777, 0o700);
		assert.equal(statSync(join(temp, 'folder', 'key')).mode & 0o777, 0o600);
	});

	it('holds what is written to it, byte for byte, at the path that was told', () => {
		const path = privateFolders.pathOf('folder', 'key');
		assert.equal(existsSync(path), false);
		privateFolders.make('folder');
		write();
		assert.deepEqual(readFileSync(path), BYTES);
	});

	it('is not made if there is anything of its name', { skip: isWindows && 'links need rights there' }, () => {
		mkdirSync(join(root, 'elsewhere'));
		symlinkSync(join(root, 'elsewhere'), join(temp, 'folder'));
		symlinkSync(join(root, 'nowhere'), join(temp, 'dangling'));
		mkdirSync(join(temp, 'taken'));
		for (const name of ['folder', 'dangling', 'taken']) {
			assert.throws(() => privateFolders.make(name), { code: 'EEXIST' });
		}
		assert.equal(existsSync(join(root, 'nowhere')), false);
	});

	// Promise: R9
	it('takes no file in place of another, and follows no link', { skip: isWindows && 'links need rights there' }, () => {
		privateFolders.make('folder');
		writeFileSync(join(root, 'victim'), 'as before');
		symlinkSync(join(root, 'victim'), join(temp, 'folder', 'key'));
		assert.throws(() => write('key'), { code: 'EEXIST' });
		write('other');
		assert.throws(() => write('other'), { code: 'EEXIST' });
		assert.equal(readFileSync(join(root, 'victim'), 'utf8'), 'as before');
	});

	it('goes with all in it, and nothing else goes', { skip: isWindows && 'links need rights there' }, () => {
		mkdirSync(join(root, 'elsewhere'));
		writeFileSync(join(root, 'elsewhere', 'file'), 'as before');
		privateFolders.make('folder');
		write();
		mkdirSync(join(temp, 'folder', 'more'));
		symlinkSync(join(root, 'elsewhere'), join(temp, 'folder', 'more', 'link'));
		symlinkSync(join(root, 'elsewhere'), join(temp, 'laid'));
		privateFolders.remove('folder');
		privateFolders.remove('laid');
		assert.deepEqual(readdirSync(temp), []);
		assert.deepEqual(readdirSync(join(root, 'elsewhere')), ['file']);
	});

	it('that is not there need not be removed', () => {
		privateFolders.remove('folder');
		assert.throws(() => lstatSync(join(temp, 'folder')));
	});
});

describe('a file in parts', () => {
	it('is written one after the other, for this user alone, and never over another', () => {
		privateFolders.make('folder');
		function* parts(): Generator<string> {
			yield '[';
			yield '"\u00fc \u{1f5dd}"';
			yield ']';
		}
		privateFolders.write('folder', 'report.json', parts());
		const path = privateFolders.pathOf('folder', 'report.json');
		assert.equal(readFileSync(path, 'utf8'), '["\u00fc \u{1f5dd}"]');
		if (!isWindows) assert.equal(statSync(path).mode & 0o777, 0o600);
		assert.throws(() => privateFolders.write('folder', 'report.json', parts()), { code: 'EEXIST' });
		assert.throws(() => privateFolders.write('not-there', 'report.json', parts()), { code: 'ENOENT' });
	});
});
