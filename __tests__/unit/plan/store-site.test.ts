// Where a user's certificate store is.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findStoreSite, isStoreFolder, storeFolders } from '../../../src/plan/store-site.js';
import { makeInputs } from '../../support/make-ports.js';

const FOLDER = '/home/runner/.dotnet/corefx/cryptography/x509stores/my';

function find(platform: string, variables: Readonly<Record<string, string>> = {}) {
	return findStoreSite(platform, makeInputs({}, variables).variable);
}

describe('findStoreSite', () => {
	it('on Linux is a folder below HOME', () => {
		for (const HOME of ['/home/runner', '/home/runner/', '/home//runner'])
			assert.deepEqual(find('linux', { HOME }), { kind: 'files', folder: FOLDER });
	});

	it('on Linux is none if HOME is unset or no path from the root', () => {
		for (const HOME of ['', 'runner', './runner']) {
			const site = find('linux', { HOME });
			assert.ok(site.kind === 'none');
			assert.match(site.problem, /^the line has store, and HOME, .* is not set to a folder\.$/);
			assert.match(site.hint, /^Set HOME /);
		}
	});

	it('on Windows is there by way of the Windows PowerShell of its own folder', () => {
		assert.deepEqual(find('win32', { SystemRoot: 'D:\\WinNT' }), {
			kind: 'windows',
			powershell: 'D:\\WinNT\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
			modules: 'D:\\WinNT\\System32\\WindowsPowerShell\\v1.0\\Modules',
		});
		const site = find('win32');
		assert.ok(site.kind === 'windows' && site.powershell.startsWith('C:\\Windows\\System32\\'));
	});

	it('elsewhere is none', () => {
		for (const platform of ['darwin', 'freebsd']) {
			const site = find(platform, { HOME: '/Users/runner' });
			assert.ok(site.kind === 'none');
			assert.match(site.problem, /works on Linux and Windows, not on macOS\.$/);
			assert.match(site.hint, /\| file, .*NAME-path.*NAME-password/);
		}
	});
});

describe('a store of files', () => {
	it('has folders from its own upwards to .dotnet', () => {
		const folders = storeFolders(FOLDER);
		assert.equal(folders[0], FOLDER);
		assert.equal(folders.at(-1), '/home/runner/.dotnet');
		assert.equal(folders.length, 5);
		assert.equal(storeFolders('/.dotnet/corefx/cryptography/x509stores/my').at(-1), '/.dotnet');
	});

	it('is known by its path', () => {
		assert.ok(isStoreFolder(FOLDER));
		assert.ok(isStoreFolder('/.dotnet/corefx/cryptography/x509stores/my'));
		const others = [`${FOLDER}/..`, `${FOLDER}/`, `${FOLDER}x`, `.${FOLDER}`, `/a/../${FOLDER}`, '/home/runner', ''];
		for (const other of others) assert.ok(!isStoreFolder(other), other);
	});
});
