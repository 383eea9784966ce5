// Exporting: masks first, then outputs and variables, all or none.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exportAll, type Results } from '../../../src/export/export-all.js';
import type { RunnerFile } from '../../../src/ports.js';
import type { Rendered } from '../../../src/render/rendered.js';
import { SecretText } from '../../../src/secret-text.js';
import { makeItem, makeRendered } from '../render/make-rendered.js';
import { makePorts } from '../setup.js';

const PUBLIC = { secret: undefined, masks: [] };

function results(...rendered: readonly Rendered[]): Results {
	return {
		masks: rendered.flatMap(({ masks }) => masks),
		outputs: rendered.flatMap(({ outputs }) => outputs),
		variables: [],
	};
}

describe('exportAll', () => {
	it('registers every mask before the first output is written', () => {
		const { ports, events } = makePorts();
		exportAll(results(makeRendered('a', 'value of a'), makeRendered('b', 'value of b')), ports);
		assert.deepEqual(
			events.map(({ kind }) => kind),
			['mask', 'mask', 'output', 'output'],
		);
	});

	it('registers what two items share once', () => {
		const { ports, log } = makePorts();
		exportAll(results(makeRendered('a', 'same'), makeRendered('b', 'same'), makeRendered('c', 'other')), ports);
		assert.deepEqual(log.masks, ['same', 'other']);
	});

	it('writes every output in the order of the lines, byte for byte', () => {
		const { ports, files } = makePorts();
		const certificate = makeRendered('exo', 'PFX', {
			...PUBLIC,
			item: makeItem('exo', 'certificates'),
			outputs: [
				{ name: 'exo', value: new SecretText('PFX') },
				{ name: 'exo-thumbprint', value: 'ABCD' },
			],
		});
		exportAll(results(makeRendered('b', ' x\r\n'), certificate, makeRendered('a', '')), ports);
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

	it('writes variables after every output', () => {
		const { ports, files, events } = makePorts();
		const variables = [{ name: 'A', value: new SecretText('value') }];
		exportAll({ ...results(makeRendered('a', 'value')), variables }, ports);
		assert.deepEqual([...files.variables], [['A', 'value']]);
		assert.deepEqual(
			events.map(({ kind }) => kind),
			['mask', 'output', 'variable'],
		);
	});

	it('takes back outputs and variables alike where a variable cannot be written', () => {
		const { ports, files } = makePorts();
		const variables = ['A', 'B'].map((name) => ({ name, value: 'value' }));
		files.failAt(3);
		assert.throws(() => exportAll({ ...results(makeRendered('a', 'value')), variables }, ports), {
			code: 'OUTPUT_NOT_WRITTEN',
			message: /^GITHUB_ENV: writing the outputs failed, and none of them is set\. /,
		});
		assert.deepEqual([...files.outputs, ...files.variables], []);
	});

	it('does not touch a file that it has nothing for', () => {
		const { ports } = makePorts();
		const marked: string[] = [];
		const watched = {
			...ports.files,
			mark: (file: RunnerFile) => {
				marked.push(file);
				return ports.files.mark(file);
			},
		};
		exportAll(results(makeRendered('a', 'value')), { ...ports, files: watched });
		assert.deepEqual(marked, ['GITHUB_OUTPUT']);
	});

	for (const failing of [1, 2]) {
		it(`leaves no output where writing number ${failing} of 2 fails`, () => {
			const { ports, files, events } = makePorts();
			ports.files.setOutput('of-an-earlier-part', 'kept');
			files.failAt(1 + failing);
			assert.throws(() => exportAll(results(makeRendered('a', 'hunter2'), makeRendered('b', 'hunter3')), ports), {
				code: 'OUTPUT_NOT_WRITTEN',
				message:
					"GITHUB_OUTPUT: writing the outputs failed, and none of them is set. Look at the free space and the rights of the runner's work folder.",
			});
			assert.deepEqual([...files.outputs], [['of-an-earlier-part', 'kept']]);
			assert.equal(events.at(-1)?.kind, 'take-back');
		});
	}

	it('names the file where it cannot even be measured', () => {
		const { ports, files } = makePorts();
		const broken = { ...ports.files, mark: () => assert.fail('no such file') };
		assert.throws(() => exportAll(results(makeRendered('a', 'value')), { ...ports, files: broken }), {
			code: 'OUTPUT_NOT_WRITTEN',
			message: /^GITHUB_OUTPUT: writing the outputs failed, and none of them is set\. /,
		});
		assert.equal(files.outputs.size, 0);
	});

	it('does not say that nothing is set where taking back fails as well', () => {
		const { ports, files } = makePorts();
		files.failAt(1);
		const broken = { ...ports.files, mark: () => () => assert.fail('no space left') };
		assert.throws(() => exportAll(results(makeRendered('a', 'value')), { ...ports, files: broken }), {
			code: 'OUTPUT_NOT_WRITTEN',
			message: /^GITHUB_OUTPUT: writing the outputs failed, and some of them may be set\. /,
		});
	});
});
