// The user's certificate store on each system, from the step to its post step.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exportAll } from '../../../src/export/export-all.js';
import type { StoreSite } from '../../../src/plan/store-site.js';
import type { CleanUpPorts, Ports, ProgramStart } from '../../../src/ports.js';
import { emptyStore, prepareStore } from '../../../src/store/user-store.js';
import { makeInputs, makeMachine, makePorts } from '../../support/make-ports.js';
import { thumbprintOf } from '../../support/vault-certificate.js';
import { entryOf, FOLDER, LEAF, OTHER, PRIVATE_FOLDER, THUMBPRINT } from './store-fixture.js';

type State = Readonly<Record<string, string>>;

function cleanUpPorts({ ports }: Pick<ReturnType<typeof makePorts>, 'ports'>, state: State): CleanUpPorts {
	return { ...ports, savedState: (name) => state[name], variable: makeInputs().variable };
}

function makeWindows() {
	const starts: ProgramStart[] = [];
	const run = async (start: ProgramStart) => {
		starts.push(start);
		return { exitCode: 0, stdout: `${THUMBPRINT} none\n`, stderr: '' };
	};
	return { ...makePorts({ machine: makeMachine({}, { platform: 'win32', run }) }), starts };
}

const WINDOWS = { kind: 'windows', powershell: 'p', modules: 'm' } as const;
const privateFiles = { folder: PRIVATE_FOLDER, files: [] };
const results = { masks: [], privateFiles, outputs: [{ name: 'A', value: 'a' }], variables: [] };

describe('prepareStore', () => {
	it('does not skip a kind of store that it does not know', async () => {
		const site = { kind: 'unheard of' } as never;
		const order = { site, entries: [], folder: PRIVATE_FOLDER };
		await assert.rejects(prepareStore(order, makePorts().ports), (error) => error === site);
	});
});

describe('exporting to the store', () => {
	const exportToStore = (site: StoreSite, ports: Ports): Promise<void> => {
		const order = { site, entries: [entryOf(LEAF)], folder: PRIVATE_FOLDER };
		return exportAll({ ...results, prepareStore: () => prepareStore(order, ports) }, ports);
	};

	it('made of files comes after the state and the folder, and before the outputs; the post step takes it back', async () => {
		const made = makePorts();
		await exportToStore({ kind: 'files', folder: FOLDER }, made.ports);
		assert.deepEqual(
			made.events.map(({ kind }) => kind),
			['state', 'state', 'state', 'folder', 'file', 'file', 'output'],
		);
		const state = Object.fromEntries(made.files.state);
		assert.equal(state['folder'], PRIVATE_FOLDER);
		assert.equal(await emptyStore(cleanUpPorts(made, state)), true);
		assert.deepEqual([...made.user.files], []);
		assert.ok(!made.user.folders.has('/home/runner/.dotnet'));
	});

	it('of Windows is told of before the import; the post step takes it back', async () => {
		const made = makeWindows();
		await exportToStore(WINDOWS, made.ports);
		assert.deepEqual(
			made.events.map(({ kind }) => kind),
			['state', 'state', 'folder', 'file', 'output'],
		);
		assert.equal(await emptyStore(cleanUpPorts(made, Object.fromEntries(made.files.state))), true);
		const last = made.starts.at(-1);
		assert.ok(last?.args.at(-1)?.includes('Remove-Item'));
		assert.equal(last?.file, 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
		assert.equal(last?.variables?.['STORE_THUMBPRINTS'], THUMBPRINT);
	});

	it('that fails leaves no state, no folder and no output', async () => {
		const made = makePorts();
		made.user.failAt(1);
		await assert.rejects(exportToStore({ kind: 'files', folder: FOLDER }, made.ports), { code: 'OUTPUT_NOT_WRITTEN' });
		assert.deepEqual([...made.files.state, ...made.files.outputs, ...made.folders.folders], []);
	});
});

describe('emptyStore', () => {
	it('has nothing to do if the step has put nothing there', async () => {
		assert.equal(await emptyStore(cleanUpPorts(makePorts(), {})), false);
	});

	const folder = { 'store-folder': FOLDER, folder: PRIVATE_FOLDER };
	const states: readonly State[] = [
		{ 'store-folder': '/home/runner', folder: PRIVATE_FOLDER },
		{ 'store-folder': `${FOLDER}/../my`, folder: PRIVATE_FOLDER },
		{ 'store-folder': FOLDER, folder: '..' },
		{ 'store-folder': FOLDER },
		{ 'store-thumbprints': THUMBPRINT.toLowerCase() },
		{ 'store-thumbprints': `${THUMBPRINT} *` },
		{ 'store-thumbprints': `* ${THUMBPRINT}` },
		{ 'store-thumbprints': `x${THUMBPRINT}` },
		{ 'store-thumbprints': '' },
		{ 'store-thumbprints': THUMBPRINT },
		{ 'store-thumbprints': THUMBPRINT, folder: '..' },
	];
	for (const state of states) {
		// Promise: P11
		it(`touches nothing if the state is ${JSON.stringify(state)}`, async () => {
			const made = makeWindows();
			await assert.rejects(emptyStore(cleanUpPorts(made, state)), /not the state of this action/);
			assert.deepEqual(made.starts, []);
		});
	}

	it('removes as many certificates from the store of Windows as the state names', async () => {
		const made = makeWindows();
		const state = { 'store-thumbprints': `${THUMBPRINT} ${thumbprintOf(OTHER)}`, folder: PRIVATE_FOLDER };
		assert.equal(await emptyStore(cleanUpPorts(made, state)), true);
		assert.equal(made.starts[0]?.variables?.['STORE_THUMBPRINTS'], state['store-thumbprints']);
	});

	it('starts no program of Windows elsewhere', async () => {
		const made = makePorts();
		const state = { 'store-thumbprints': THUMBPRINT };
		await assert.rejects(emptyStore(cleanUpPorts(made, state)), /not the state of this action/);
	});

	it('removes no folder that is none of the store', async () => {
		const made = makePorts();
		made.user.userFiles.makeFolder(FOLDER);
		await emptyStore(cleanUpPorts(made, { ...folder, 'store-made': '/home/runner' }));
		assert.ok(made.user.folders.has(FOLDER));
	});
});
