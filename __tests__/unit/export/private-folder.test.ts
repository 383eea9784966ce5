// The step's folder for files: what it is called, and which paths its files have.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { folderPart, folderState } from '../../../src/export/export-all.js';
import { isFolderName, makePrivateFiles, pathOutputs } from '../../../src/export/private-folder.js';
import type { RenderedFile } from '../../../src/render/rendered.js';
import { SecretBytes } from '../../../src/secret-text.js';
import { makePrivateFolders } from '../../support/runner-files.js';

function file(name: string): RenderedFile {
	return { output: `${name}-path`, name, bytes: new SecretBytes(Buffer.from(name)) };
}

const randomBytes = (length: number) => Buffer.alloc(length, 0xa5);
const FOLDER = `key-vault-${'a5'.repeat(16)}`;

describe('the private folder', () => {
	it('has a random name that is known again, and others are not', () => {
		assert.deepEqual(makePrivateFiles([file('a')], randomBytes)?.folder, FOLDER);
		assert.equal(isFolderName(FOLDER), true);
		for (const name of ['', `${FOLDER}0`, `x${FOLDER}`, FOLDER.toUpperCase(), `${FOLDER}\n`, 'key-vault-']) {
			assert.equal(isFolderName(name), false, JSON.stringify(name));
		}
	});

	it('is not needed without files', () => {
		const { privateFolders } = makePrivateFolders();
		assert.deepEqual(folderState(undefined), []);
		assert.deepEqual(folderPart(undefined, privateFolders), []);
	});

	it('gives each file a path, before it is made', () => {
		const { privateFolders, folders } = makePrivateFolders();
		const privateFiles = makePrivateFiles([file('a'), file('b')], randomBytes);
		assert.deepEqual(pathOutputs(privateFiles, privateFolders), [
			{ name: 'a-path', value: `/runner/_temp/${FOLDER}/a` },
			{ name: 'b-path', value: `/runner/_temp/${FOLDER}/b` },
		]);
		assert.deepEqual(folderState(privateFiles), [{ name: 'folder', value: FOLDER }]);
		assert.equal(folders.size, 0);
	});
});
