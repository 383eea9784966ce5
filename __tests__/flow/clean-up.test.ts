// The post step's story.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { makePrivateFiles } from '../../src/export/private-folder.js';
import { cleanUp } from '../../src/flow/clean-up.js';
import { SecretBytes } from '../../src/secret-text.js';
import { makeLog, makePorts } from '../support/make-ports.js';

const FOLDER = makePrivateFiles([{ output: 'a-path', name: 'a', bytes: new SecretBytes(Buffer.alloc(1)) }], (length) =>
	Buffer.alloc(length, 0x1f),
)?.folder as string;

async function run(state: string | undefined, remove?: () => void) {
	const { ports, folders } = makePorts();
	ports.privateFolders.make(FOLDER);
	ports.privateFolders.make('of-another-step');
	const { log, lines, annotations } = makeLog();
	await cleanUp({
		savedState: (name) => (name === 'folder' ? state : undefined),
		privateFolders: { ...ports.privateFolders, ...(remove !== undefined && { remove }) },
		userFiles: ports.userFiles,
		variable: () => undefined,
		machine: ports.machine,
		log,
	});
	return { left: [...folders.folders.keys()], lines, annotations };
}

describe('cleanUp', () => {
	it('removes the folder that the step has made, and says so', async () => {
		const { left, lines, annotations } = await run(FOLDER);
		assert.deepEqual(left, ['of-another-step']);
		assert.deepEqual(lines, ['Removed the files that the step wrote.']);
		assert.deepEqual(annotations, []);
	});

	it('has nothing to do and to say where the step has made none, or never ran', async () => {
		const { left, lines, annotations } = await run(undefined);
		assert.equal(left.length, 2);
		assert.deepEqual([lines, annotations], [[], []]);
	});

	for (const state of ['of-another-step', '..', '', `../${FOLDER}`, `${FOLDER}/..`, `${FOLDER}\n`, 'key-vault-1f']) {
		it(`removes nothing if the state is ${JSON.stringify(state)}`, async () => {
			const { left, annotations } = await run(state);
			assert.equal(left.length, 2);
			assert.deepEqual(
				annotations.map(({ level, title }) => [level, title]),
				[['warning', 'Files are left']],
			);
		});
	}

	// Promise: R7
	it('does not fail if the folder cannot be removed, but warns', async () => {
		const { annotations, lines } = await run(FOLDER, () => {
			throw new Error('EBUSY: resource busy');
		});
		assert.deepEqual(lines, []);
		assert.deepEqual(annotations, [
			{
				level: 'warning',
				title: 'Files are left',
				text: 'The files that the step wrote below RUNNER_TEMP could not be removed. A runner empties that folder before its next job.',
			},
		]);
	});
});

it('does not fail where certificates cannot be removed from the store, but warns', async () => {
	const { ports } = makePorts();
	const { log, annotations, lines } = makeLog();
	const state = new Map([['store-folder', '/of/somebody/else']]);
	await cleanUp({ ...ports, log, savedState: (name) => state.get(name), variable: () => undefined });
	assert.deepEqual(lines, []);
	assert.deepEqual(
		annotations.map(({ level, title }) => [level, title]),
		[['warning', 'Certificates are left']],
	);
	assert.match(
		annotations[0]?.text ?? '',
		/CurrentUser\\My, could not be removed\. The next step with \| store on this machine removes them\./,
	);
});

it('removes what the step has put into the store, and says so', async () => {
	const made = makePorts();
	const { log, annotations, lines } = makeLog();
	const store = '/home/runner/.dotnet/corefx/cryptography/x509stores/my';
	const entry = `${store}/${'0'.repeat(40)}.pfx`;
	const digest = createHash('sha256').update('PFX').digest('hex');
	made.user.put(entry, 'PFX');
	made.user.put(`${entry}.azure-key-vault-action`, `/runner/_temp/${FOLDER}/\n${digest}\n`);
	const state = new Map([
		['store-folder', store],
		['folder', FOLDER],
	]);
	await cleanUp({ ...made.ports, log, savedState: (name) => state.get(name), variable: () => undefined });
	assert.deepEqual([...made.user.files.keys()], []);
	assert.deepEqual(lines, [
		"Removed the step's certificates from the user's certificate store.",
		'Removed the files that the step wrote.',
	]);
	assert.deepEqual(annotations, []);
});
