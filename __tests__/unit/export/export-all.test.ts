// Exporting: masks first, then outputs and variables, all or none.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exportAll, type Results } from '../../../src/export/export-all.js';
import type { RunnerFile } from '../../../src/ports.js';
import type { Rendered } from '../../../src/render/rendered.js';
import { SecretBytes, SecretText } from '../../../src/secret-text.js';
import { makePorts } from '../../support/make-ports.js';
import { makeItem, makeRendered } from '../../support/make-rendered.js';

const PUBLIC = { secret: undefined, masks: [] };

function results(...rendered: readonly Rendered[]): Results {
	return {
		masks: rendered.flatMap(({ masks }) => masks),
		outputs: rendered.flatMap(({ outputs }) => outputs),
		privateFiles: undefined,
		variables: [],
	};
}

describe('exportAll', () => {
	// Promise: L5
	it('registers every mask before the first output is written', async () => {
		const { ports, events } = makePorts();
		await exportAll(results(makeRendered('a', 'value of a'), makeRendered('b', 'value of b')), ports);
		assert.deepEqual(
			events.map(({ kind }) => kind),
			['mask', 'mask', 'output', 'output'],
		);
	});

	it('registers what two items share once', async () => {
		const { ports, log } = makePorts();
		await exportAll(results(makeRendered('a', 'same'), makeRendered('b', 'same'), makeRendered('c', 'other')), ports);
		assert.deepEqual(log.masks, ['same', 'other']);
	});

	it('writes every output in the order of the lines, byte for byte', async () => {
		const { ports, files } = makePorts();
		const certificate = makeRendered('exo', 'PFX', {
			...PUBLIC,
			item: makeItem('exo', 'certificates'),
			outputs: [
				{ name: 'exo', value: new SecretText('PFX') },
				{ name: 'exo-thumbprint', value: 'ABCD' },
			],
		});
		await exportAll(results(makeRendered('b', ' x\r\n'), certificate, makeRendered('a', '')), ports);
		assert.deepEqual(
			[...files.outputs],
			[
				['b', ' x\r\n'],
				['exo', 'PFX'],
				['exo-thumbprint', 'ABCD'],
				['a', ''],
			],
		);
	});

	it('writes variables after every output', async () => {
		const { ports, files, events } = makePorts();
		const variables = [{ name: 'A', value: new SecretText('value') }];
		await exportAll({ ...results(makeRendered('a', 'value')), variables }, ports);
		assert.deepEqual([...files.variables], [['A', 'value']]);
		assert.deepEqual(
			events.map(({ kind }) => kind),
			['mask', 'output', 'variable'],
		);
	});

	it('takes back outputs and variables alike if a variable cannot be written', async () => {
		const { ports, files } = makePorts();
		const variables = ['A', 'B'].map((name) => ({ name, value: 'value' }));
		files.failAt(3);
		await assert.rejects(exportAll({ ...results(makeRendered('a', 'value')), variables }, ports), {
			code: 'OUTPUT_NOT_WRITTEN',
			message: /^GITHUB_ENV: writing to it failed, so nothing is exported\. /,
		});
		assert.deepEqual([...files.outputs, ...files.variables], []);
	});

	it('does not touch a file that it has nothing for', async () => {
		const { ports } = makePorts();
		const marked: string[] = [];
		const watched = {
			...ports.files,
			mark: (file: RunnerFile) => {
				marked.push(file);
				return ports.files.mark(file);
			},
		};
		await exportAll(results(makeRendered('a', 'value')), { ...ports, files: watched });
		assert.deepEqual(marked, ['GITHUB_OUTPUT']);
	});

	for (const failing of [1, 2]) {
		it(`leaves no output where writing number ${failing} of 2 fails`, async () => {
			const { ports, files, events } = makePorts();
			ports.files.setOutput('of-an-earlier-part', 'kept');
			files.failAt(1 + failing);
			await assert.rejects(exportAll(results(makeRendered('a', 'hunter2'), makeRendered('b', 'hunter3')), ports), {
				code: 'OUTPUT_NOT_WRITTEN',
				message:
					"GITHUB_OUTPUT: writing to it failed, so nothing is exported. Check the free space and the permissions of the runner's work folder.",
			});
			assert.deepEqual([...files.outputs], [['of-an-earlier-part', 'kept']]);
			assert.equal(events.at(-1)?.kind, 'take-back');
		});
	}

	it('names the file where it cannot even be measured', async () => {
		const { ports, files } = makePorts();
		const broken = { ...ports.files, mark: () => assert.fail('no such file') };
		await assert.rejects(exportAll(results(makeRendered('a', 'value')), { ...ports, files: broken }), {
			code: 'OUTPUT_NOT_WRITTEN',
			message: /^GITHUB_OUTPUT: writing to it failed, so nothing is exported\. /,
		});
		assert.equal(files.outputs.size, 0);
	});

	it('takes outputs back though variables cannot be', async () => {
		const { ports, files } = makePorts();
		files.failAt(2);
		const mark = (file: RunnerFile) => (file === 'GITHUB_ENV' ? () => assert.fail('EIO') : ports.files.mark(file));
		const given = { ...results(makeRendered('a', 'value')), variables: [{ name: 'A', value: 'value' }] };
		await assert.rejects(exportAll(given, { ...ports, files: { ...ports.files, mark } }), { subject: 'GITHUB_ENV' });
		assert.deepEqual([...files.outputs], []);
	});

	it('does not say that nothing is set where taking back fails as well', async () => {
		const { ports, files } = makePorts();
		files.failAt(1);
		const broken = { ...ports.files, mark: () => () => assert.fail('no space left') };
		await assert.rejects(exportAll(results(makeRendered('a', 'value')), { ...ports, files: broken }), {
			code: 'OUTPUT_NOT_WRITTEN',
			message:
				/^GITHUB_OUTPUT: writing to it failed, and so did undoing what was written before: some of it may be left\. /,
		});
	});
});

describe('exportAll with files', () => {
	const FOLDER = 'key-vault-0';
	const file = (name: string) => ({ output: `${name}-path`, name, bytes: new SecretBytes(Buffer.from(`of ${name}`)) });
	const withFiles = (): Results => ({
		...results(makeRendered('a', 'value')),
		privateFiles: { folder: FOLDER, files: [file('a'), file('b')] },
		variables: [{ name: 'A', value: 'value' }],
	});

	it('masks, tells the post step, makes the folder and its files, and then sets outputs and variables', async () => {
		const { ports, events, folders } = makePorts();
		await exportAll(withFiles(), ports);
		assert.deepEqual(
			events.map(({ kind }) => kind),
			['mask', 'state', 'folder', 'file', 'file', 'output', 'variable'],
		);
		const written = [...(folders.folders.get(FOLDER) ?? [])].map(([name, bytes]) => [name, bytes.toString()]);
		assert.deepEqual(written, [
			['a', 'of a'],
			['b', 'of b'],
		]);
	});

	// The state, an output and a variable; the folder and two files.
	for (const [target, fail] of [
		['GITHUB_STATE', ({ files }) => files.failAt(1)],
		['RUNNER_TEMP', ({ folders }) => folders.failAt(1)],
		['RUNNER_TEMP', ({ folders }) => folders.failAt(3)],
		['GITHUB_OUTPUT', ({ files }) => files.failAt(2)],
		['GITHUB_ENV', ({ files }) => files.failAt(3)],
	] as const satisfies readonly (readonly [string, (made: ReturnType<typeof makePorts>) => void])[]) {
		// Promise: R8
		it(`leaves nothing where writing to ${target} fails (${fail})`, async () => {
			const made = makePorts();
			fail(made);
			await assert.rejects(exportAll(withFiles(), made.ports), {
				code: 'OUTPUT_NOT_WRITTEN',
				subject: target,
				problem: 'writing to it failed, so nothing is exported.',
			});
			const { state, outputs, variables } = made.files;
			assert.deepEqual([...made.folders.folders, ...state, ...outputs, ...variables], []);
		});
	}

	it('leaves alone what has the name of its folder already', async () => {
		const { ports, folders } = makePorts();
		ports.privateFolders.make(FOLDER);
		await assert.rejects(exportAll(withFiles(), ports), { code: 'OUTPUT_NOT_WRITTEN', subject: 'RUNNER_TEMP' });
		assert.deepEqual([...folders.folders.keys()], [FOLDER]);
	});

	it('keeps the state for the post step if the folder cannot be removed', async () => {
		const { ports, files, folders } = makePorts();
		folders.failAt(2);
		const privateFolders = { ...ports.privateFolders, remove: () => assert.fail('EBUSY') };
		await assert.rejects(exportAll(withFiles(), { ...ports, privateFolders }), { message: /some of it may be left/ });
		assert.deepEqual([...files.state], [['folder', FOLDER]]);
		assert.deepEqual([...files.outputs], []);
	});
});
