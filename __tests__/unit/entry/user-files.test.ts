// The user's files on the real file system.
import assert from 'node:assert/strict';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { userFiles } from '../../../src/entry/real-machine.js';
import { SecretBytes } from '../../../src/secret-text.js';

const BYTES = Buffer.from([0, 0xff, 0x0d, 0x0a]);
const isWindows = process.platform === 'win32';

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'user-files-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const create = (name: string) => userFiles.create(join(root, name), new SecretBytes(BYTES));

describe("the user's files", () => {
	// Promise: H9
	it('are for this user alone, and their folders', { skip: isWindows && 'Windows has no modes' }, () => {
		userFiles.makeFolder(join(root, 'a', 'b'));
		assert.ok(create('a/b/file'));
		for (const folder of ['a', 'a/b']) assert.equal(statSync(join(root, folder)).mode & 0o777, 0o700);
		assert.equal(statSync(join(root, 'a/b/file')).mode & 0o777, 0o600);
	});

	it('leave folders as they are that are there', { skip: isWindows && 'Windows has no modes' }, () => {
		mkdirSync(join(root, 'a'), { mode: 0o755 });
		userFiles.makeFolder(join(root, 'a', 'b'));
		userFiles.makeFolder(join(root, 'a'));
		assert.equal(statSync(join(root, 'a')).mode & 0o777, 0o755);
	});

	it('are written byte for byte, and never over another or through a link', () => {
		assert.ok(create('file'));
		assert.deepEqual(readFileSync(join(root, 'file')), BYTES);
		writeFileSync(join(root, 'taken'), 'as before');
		assert.equal(create('taken'), false);
		assert.equal(readFileSync(join(root, 'taken'), 'utf8'), 'as before');
		assert.throws(() => create('not-there/file'), { code: 'ENOENT' });
	});

	it('are not written through a link', { skip: isWindows && 'links need rights there' }, () => {
		symlinkSync(join(root, 'nowhere'), join(root, 'link'));
		assert.equal(create('link'), false);
		assert.equal(existsSync(join(root, 'nowhere')), false);
		assert.ok(userFiles.exists(join(root, 'link')));
		userFiles.remove(join(root, 'link'));
		assert.ok(!userFiles.exists(join(root, 'link')));
	});

	it('are listed, if there is a folder', () => {
		create('a');
		create('b');
		assert.deepEqual([...userFiles.list(root)].sort(), ['a', 'b']);
		assert.deepEqual(userFiles.list(join(root, 'not-there')), []);
		assert.throws(() => userFiles.list(join(root, 'a')), { code: 'ENOTDIR' });
	});

	it('are removed, if they are there; folders only if they are empty', () => {
		create('a');
		assert.throws(() => userFiles.removeFolder(root), { code: 'ENOTEMPTY' });
		userFiles.remove(join(root, 'a'));
		userFiles.remove(join(root, 'a'));
		assert.deepEqual(userFiles.list(root), []);
		userFiles.makeFolder(join(root, 'folder'));
		userFiles.removeFolder(join(root, 'folder'));
		userFiles.removeFolder(join(root, 'folder'));
		assert.ok(!userFiles.exists(join(root, 'folder')));
	});
});
