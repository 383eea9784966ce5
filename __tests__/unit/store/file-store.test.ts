// The store of .NET on Linux: filled with all or nothing, and emptied to what it was.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionErrors } from '../../../src/errors.js';
import { runTransaction } from '../../../src/export/export-all.js';
import type { RenderedStoreEntry } from '../../../src/render/rendered.js';
import { emptyFileStore, prepareFileStore } from '../../../src/store/file-store.js';
import { makePorts } from '../../support/make-ports.js';
import { makeUserFiles } from '../../support/user-files.js';
import { thumbprintOf } from '../../support/vault-certificate.js';
import {
	entryOf,
	FOLDER,
	LEAF,
	MARK,
	OTHER,
	PRIVATE_FOLDER,
	pfxOf,
	pfxWithoutKey,
	THUMBPRINT,
} from './store-fixture.js';

const OWNER = `/runner/_temp/${PRIVATE_FOLDER}/`;
const ENTRIES = [entryOf(LEAF), entryOf(OTHER)];
const path = (name: string): string => `${FOLDER}/${name}`;

function open(initial: Readonly<Record<string, Buffer | string>> = {}) {
	const user = makeUserFiles(initial);
	const { ports, log } = makePorts({ userFiles: user.userFiles });
	return { user, log, ports: { ...ports, machine: { ...ports.machine, readFile: user.readFile } } };
}

async function fill({ ports }: ReturnType<typeof open>, entries: readonly RenderedStoreEntry[] = ENTRIES) {
	const { state, parts } = prepareFileStore(FOLDER, { entries, folder: PRIVATE_FOLDER }, ports);
	await runTransaction(parts);
	return Object.fromEntries(state.map(({ name, value }) => [name, value]));
}

describe('a store of files', () => {
	// Promise: P2
	it('gets each certificate, and tells the post step its folder and what of it was made', async () => {
		const store = open({ '/home/runner/.dotnet/tools/x': '' });
		const state = await fill(store);
		assert.deepEqual(state, { 'store-folder': FOLDER, 'store-made': '/home/runner/.dotnet/corefx' });
		for (const { thumbprint, pfx } of ENTRIES) {
			assert.deepEqual(store.user.files.get(path(`${thumbprint}.pfx`)), pfx.reveal());
			assert.ok(
				store.user.files
					.get(path(`${thumbprint}.pfx${MARK}`))
					?.toString()
					.startsWith(`${OWNER}\n`),
			);
		}
		assert.deepEqual(store.log.lines, []);
	});

	it('is told of before it is made', () => {
		const store = open();
		prepareFileStore(FOLDER, { entries: ENTRIES, folder: PRIVATE_FOLDER }, store.ports);
		assert.deepEqual([...store.user.files, ...store.user.folders], []);
	});

	it('keeps what was there, and says so', async () => {
		const own = pfxOf(LEAF);
		const store = open({ [path(`${THUMBPRINT}.pfx`)]: own });
		const state = await fill(store);
		assert.deepEqual(state, { 'store-folder': FOLDER });
		assert.deepEqual(store.user.files.get(path(`${THUMBPRINT}.pfx`)), own);
		assert.equal(store.user.userFiles.list(FOLDER).length, 3);
		assert.deepEqual(store.log.lines, [
			`The user's certificate store has ${THUMBPRINT} already: this action neither changes nor removes that entry.`,
		]);
	});

	it('clears what a killed job left, and not what a living one has', async () => {
		const store = open();
		await fill(store);
		store.user.folders.add(OWNER);
		await fill(store);
		const doubled = [LEAF, OTHER].map(thumbprintOf).flatMap((one) => [`${one}.pfx`, `${one}.1.pfx`]);
		const entries = () => store.user.userFiles.list(FOLDER).filter((name) => name.endsWith('.pfx'));
		assert.deepEqual(entries().sort(), doubled.sort());
		store.user.folders.delete(OWNER);
		await fill(store, [entryOf(LEAF)]);
		assert.deepEqual(entries(), [`${THUMBPRINT}.pfx`]);
	});

	it('refuses every certificate that is there without its key, and leaves nothing', async () => {
		const names = [LEAF, OTHER].map((leaf) => [path(`${thumbprintOf(leaf)}.pfx`), pfxWithoutKey(leaf)] as const);
		const store = open(Object.fromEntries(names));
		await assert.rejects(fill(store, [...ENTRIES, entryOf(LEAF)]), (error) => {
			assert.ok(error instanceof ActionErrors);
			assert.deepEqual(new Set(error.errors.map(({ code }) => code)), new Set(['STORE_ENTRY_WITHOUT_KEY']));
			assert.equal(error.errors[0]?.subject, `thumbprint ${THUMBPRINT}`);
			assert.equal(error.errors[0]?.title, 'Certificate not imported');
			assert.match(
				error.message,
				/without its private key, and this action does not change an entry that was there before\. Remove it from there, or write \| file\./,
			);
			return true;
		});
		assert.equal(store.user.files.size, 2);
	});

	it('refuses a certificate for which no name is left', async () => {
		const slots = ['', ...Array.from({ length: 9 }, (_, index) => `.${index + 1}`)];
		const store = open(Object.fromEntries(slots.map((slot) => [path(`${THUMBPRINT}${slot}.pfx`), 'x'])));
		await assert.rejects(fill(store), {
			code: 'STORE_FULL',
			message: `thumbprint ${THUMBPRINT}: the user's certificate store has ten entries of this name, none of which holds the certificate. Remove those that nobody needs, or write | file.`,
		});
		assert.equal(store.user.files.size, 10);
	});

	for (const failing of [1, 2, 3, 4, 5, 6]) {
		it(`is as it was where step ${failing} of 6 of its making fails`, async () => {
			const store = open({ '/home/runner/.bashrc': '' });
			const before = [...store.user.files.keys(), ...store.user.folders];
			store.user.failAt(failing);
			await assert.rejects(fill(store), {
				code: 'OUTPUT_NOT_WRITTEN',
				subject: FOLDER,
				message: /so nothing is exported/,
			});
			assert.deepEqual([...store.user.files.keys(), ...store.user.folders], before);
		});
	}
});

describe('emptyFileStore', () => {
	const empty = ({ ports }: ReturnType<typeof open>, made?: string, owner = OWNER) =>
		emptyFileStore({ folder: FOLDER, made, owner }, ports);

	it('leaves the store as it was before, its folders too', async () => {
		const store = open({ '/home/runner/.dotnet/tools/x': '' });
		const before = [...store.user.files.keys(), ...store.user.folders];
		const state = await fill(store);
		empty(store, String(state['store-made']));
		assert.deepEqual([...store.user.files.keys(), ...store.user.folders], before);
	});

	it('keeps folders that were there, or are used by now', async () => {
		const store = open();
		store.user.userFiles.makeFolder(FOLDER);
		await fill(store);
		empty(store);
		assert.ok(store.user.folders.has(FOLDER));
		const used = open();
		await fill(used);
		used.user.files.set(path('own.pfx'), Buffer.from('x'));
		empty(used, '/home/runner/.dotnet');
		assert.deepEqual([...used.user.files.keys()], [path('own.pfx')]);
		assert.ok(used.user.folders.has(FOLDER));
	});

	it('removes folders up to those that were made, and no further', async () => {
		const store = open();
		await fill(store);
		empty(store, '/home/runner/.dotnet/corefx/cryptography');
		assert.ok(store.user.folders.has('/home/runner/.dotnet/corefx'));
		assert.ok(!store.user.folders.has('/home/runner/.dotnet/corefx/cryptography'));
		const other = open();
		await fill(other);
		empty(other, '/home');
		assert.ok(other.user.folders.has(FOLDER));
	});

	it('keeps what another step has put there', async () => {
		const store = open();
		await fill(store);
		empty(store, undefined, '/runner/_temp/key-vault-other/');
		assert.equal(store.user.files.size, 4);
	});
});
