// Entries of a store of files: which are this action's, and which are not.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { SecretBytes } from '../../../src/secret-text.js';
import { addEntry, clearEntries, findOwnEntry } from '../../../src/store/file-store.js';
import { makeUserFiles } from '../../support/user-files.js';
import { FOLDER, LEAF, MARK, OTHER, pfxOf, pfxWithoutKey, THUMBPRINT } from './store-fixture.js';

const OWNER = '/runner/_temp/key-vault-1';
const PFX = pfxOf(LEAF);
const path = (name: string): string => `${FOLDER}/${name}`;
const markOf = (pfx: Buffer, owner = OWNER): string => `${owner}\n${createHash('sha256').update(pfx).digest('hex')}\n`;

function open(initial: Readonly<Record<string, Buffer | string>> = {}) {
	const made = makeUserFiles(Object.fromEntries(Object.entries(initial).map(([name, text]) => [path(name), text])));
	made.userFiles.makeFolder(FOLDER);
	const ports = { userFiles: made.userFiles, machine: { readFile: made.readFile } };
	const names = (): readonly string[] => [...made.userFiles.list(FOLDER)].sort();
	return { ...made, ports, names };
}

describe('addEntry', () => {
	const add = ({ ports }: ReturnType<typeof open>) =>
		addEntry(FOLDER, { thumbprint: THUMBPRINT, pfx: new SecretBytes(PFX), owner: OWNER }, ports);

	it('writes the entry, and beside it for whom and what', () => {
		const store = open();
		assert.ok(add(store));
		assert.deepEqual(store.names(), [`${THUMBPRINT}.pfx`, `${THUMBPRINT}.pfx${MARK}`]);
		assert.deepEqual(store.files.get(path(`${THUMBPRINT}.pfx`)), PFX);
		assert.equal(store.files.get(path(`${THUMBPRINT}.pfx${MARK}`))?.toString(), markOf(PFX));
	});

	it('writes the mark before the entry', () => {
		const store = open();
		store.failAt(2);
		assert.throws(() => add(store), /ENOSPC/);
		assert.deepEqual(store.names(), [`${THUMBPRINT}.pfx${MARK}`]);
	});

	it('takes the next name where one is taken, by an entry or a mark', () => {
		const store = open({ [`${THUMBPRINT}.pfx`]: 'somebody', [`${THUMBPRINT}.1.pfx${MARK}`]: 'being written' });
		assert.ok(add(store));
		assert.deepEqual(store.files.get(path(`${THUMBPRINT}.2.pfx`)), PFX);
		assert.equal(store.files.get(path(`${THUMBPRINT}.pfx`))?.toString(), 'somebody');
		assert.equal(store.names().length, 4);
	});

	it('takes its mark back if somebody was quicker', () => {
		const store = open();
		const { userFiles } = store.ports;
		const quicker = (name: string, bytes: SecretBytes): boolean => {
			if (name.endsWith(MARK)) store.files.set(name.slice(0, -MARK.length), Buffer.from('somebody'));
			return userFiles.create(name, bytes);
		};
		store.ports.userFiles = { ...userFiles, create: quicker };
		assert.equal(add(store), false);
		assert.equal(store.names().length, 10);
		assert.ok(store.names().every((name) => !name.endsWith(MARK)));
	});

	it('takes the entry back if its mark is gone, and goes on to the next name', () => {
		const store = open();
		const { userFiles } = store.ports;
		let isFirst = true;
		const create = (name: string, bytes: SecretBytes): boolean => {
			const isCreated = userFiles.create(name, bytes);
			if (isFirst && name.endsWith(MARK)) store.files.delete(name);
			if (name.endsWith(MARK)) isFirst = false;
			return isCreated;
		};
		store.ports.userFiles = { ...userFiles, create };
		assert.ok(add(store));
		assert.deepEqual(store.names(), [`${THUMBPRINT}.1.pfx`, `${THUMBPRINT}.1.pfx${MARK}`]);
	});

	it('gives up if all ten names are taken', () => {
		const names = ['', ...Array.from({ length: 9 }, (_, index) => `.${index + 1}`)];
		const store = open(Object.fromEntries(names.map((slot) => [`${THUMBPRINT}${slot}.pfx`, 'somebody'])));
		assert.equal(add(store), false);
		assert.equal(store.names().length, 10);
	});
});

describe('clearEntries', () => {
	it('removes what a step that was killed has begun to write', () => {
		for (const length of [0, 1, 2, 3, 4, 100, PFX.length - 1]) {
			const store = open({
				[`${THUMBPRINT}.pfx`]: PFX.subarray(0, length),
				[`${THUMBPRINT}.pfx${MARK}`]: markOf(PFX),
				[`${THUMBPRINT}.1.pfx${MARK}`]: '',
				[`${THUMBPRINT}.2.pfx${MARK}`]: OWNER.slice(0, 5),
			});
			clearEntries(FOLDER, (owner) => owner === OWNER, store.ports);
			assert.deepEqual(store.names(), [], `${length} bytes`);
		}
	});

	it('knows by any length that is written in up to four bytes that an entry is cut off', () => {
		for (const bytes of [
			[0x30, 0x81, 1],
			[0x30, 0x82, 0],
			[0x30, 0x84, 0, 0, 0, 2, 5],
			[0x30, 0x84],
		]) {
			const store = open({ [`${THUMBPRINT}.pfx`]: Buffer.from(bytes), [`${THUMBPRINT}.pfx${MARK}`]: markOf(PFX) });
			clearEntries(FOLDER, () => true, store.ports);
			assert.deepEqual(store.names(), [], `${bytes}`);
		}
	});

	it("leaves somebody's entry beside a mark without a digest, though it is cut off", () => {
		const store = open({ [`${THUMBPRINT}.pfx`]: PFX.subarray(0, 100), [`${THUMBPRINT}.pfx${MARK}`]: OWNER });
		clearEntries(FOLDER, () => true, store.ports);
		assert.deepEqual(store.names(), [`${THUMBPRINT}.pfx`]);
	});

	it('leaves an entry that is whole and not the one that was marked, and one beside a mark without a digest', () => {
		const others = [
			Buffer.concat([PFX, Buffer.of(0)]),
			Buffer.from([0x30, 0x80, 0, 0]),
			Buffer.from([0x30, 0x03, 2, 1, 3]),
			Buffer.from([0x30, 0x85, 1]),
			Buffer.from([0x30, 0x81, 0]),
			Buffer.from([0x31, 0x82, 0xff, 0xff]),
			Buffer.from('somebody'),
		];
		for (const bytes of others) {
			const store = open({
				[`${THUMBPRINT}.pfx`]: bytes,
				[`${THUMBPRINT}.pfx${MARK}`]: markOf(PFX),
				[`${THUMBPRINT}.1.pfx`]: bytes,
				[`${THUMBPRINT}.1.pfx${MARK}`]: OWNER,
			});
			clearEntries(FOLDER, (owner) => owner === OWNER, store.ports);
			assert.deepEqual(store.names(), [`${THUMBPRINT}.1.pfx`, `${THUMBPRINT}.pfx`]);
		}
	});

	it('removes entries whose owners are gone, and no other', () => {
		const store = open({
			[`${THUMBPRINT}.pfx`]: PFX,
			[`${THUMBPRINT}.pfx${MARK}`]: markOf(PFX),
			[`${THUMBPRINT}.1.pfx`]: PFX,
			[`${THUMBPRINT}.1.pfx${MARK}`]: markOf(PFX, '/runner/_temp/key-vault-2'),
			[`${THUMBPRINT}.2.pfx`]: PFX,
		});
		const asked: string[] = [];
		clearEntries(
			FOLDER,
			(owner) => {
				asked.push(owner);
				return owner === OWNER;
			},
			store.ports,
		);
		assert.deepEqual(store.names(), [`${THUMBPRINT}.1.pfx`, `${THUMBPRINT}.1.pfx${MARK}`, `${THUMBPRINT}.2.pfx`]);
		assert.deepEqual(asked.sort(), [OWNER, '/runner/_temp/key-vault-2']);
	});

	// Promise: P3
	it('keeps an entry that was replaced since, and removes a mark without an entry', () => {
		const store = open({
			[`${THUMBPRINT}.pfx`]: pfxOf(LEAF),
			[`${THUMBPRINT}.pfx${MARK}`]: markOf(PFX),
			[`${THUMBPRINT}.1.pfx${MARK}`]: markOf(PFX),
		});
		clearEntries(FOLDER, () => true, store.ports);
		assert.deepEqual(store.names(), [`${THUMBPRINT}.pfx`]);
	});

	it('keeps what only looks like a mark', () => {
		const initial = {
			[`notes${MARK}`]: markOf(PFX),
			[`${THUMBPRINT.toLowerCase()}.pfx${MARK}`]: markOf(PFX),
			[`${THUMBPRINT}.10.pfx${MARK}`]: markOf(PFX),
			[`x${THUMBPRINT}.pfx${MARK}`]: markOf(PFX),
			[`${THUMBPRINT}.pfx.old${MARK}`]: markOf(PFX),
			[`${THUMBPRINT}.pfx.old`]: markOf(PFX),
		};
		const store = open(initial);
		clearEntries(FOLDER, () => true, store.ports);
		assert.deepEqual(store.names(), Object.keys(initial).sort());
	});

	it('has nothing to do if there is no store', () => {
		const { userFiles, readFile } = makeUserFiles();
		assert.doesNotThrow(() => clearEntries(FOLDER, () => true, { userFiles, machine: { readFile } }));
	});
});

describe('findOwnEntry', () => {
	const find = (initial: Readonly<Record<string, Buffer | string>>) =>
		findOwnEntry(FOLDER, THUMBPRINT, open(initial).ports);

	it('knows the certificate with its key, under any of its names', () => {
		for (const slot of ['', '.1', '.9']) assert.equal(find({ [`${THUMBPRINT}${slot}.pfx`]: PFX }), 'whole');
		assert.equal(find({ [`${THUMBPRINT}.pfx`]: 'x', [`${THUMBPRINT}.1.pfx`]: pfxOf(LEAF, '') }), 'whole');
	});

	it('knows the certificate without its key', () => {
		assert.equal(find({ [`${THUMBPRINT}.pfx`]: pfxWithoutKey(LEAF) }), 'without key');
		assert.equal(find({ [`${THUMBPRINT}.pfx`]: pfxWithoutKey(LEAF), [`${THUMBPRINT}.1.pfx`]: PFX }), 'whole');
	});

	it('skips what .NET does not open, and other certificates', () => {
		assert.equal(find({}), 'none');
		assert.equal(find({ [`${THUMBPRINT}.pfx`]: 'no PFX' }), 'none');
		assert.equal(find({ [`${THUMBPRINT}.pfx`]: pfxOf(LEAF, 'password') }), 'none');
		assert.equal(find({ [`${THUMBPRINT}.pfx`]: pfxOf(OTHER) }), 'none');
		assert.equal(find({ [`${THUMBPRINT}.pfx`]: Buffer.alloc(1024 * 1024 + 1) }), 'none');
		assert.equal(find({ [`${THUMBPRINT}.pem`]: PFX, [`x${THUMBPRINT}.pfx`]: PFX }), 'none');
	});

	it('skips what this action has made', () => {
		assert.equal(find({ [`${THUMBPRINT}.pfx`]: PFX, [`${THUMBPRINT}.pfx${MARK}`]: markOf(PFX) }), 'none');
	});
});
