// Exporting: masks first, then outputs, all or none.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exportAll } from '../../../src/export/export-all.js';
import { SecretText } from '../../../src/secret-text.js';
import { makeItem, makeRendered } from '../render/make-rendered.js';
import { makePorts } from '../setup.js';

const PUBLIC = { secret: undefined, masks: [] };

describe('exportAll', () => {
	it('registers every mask before the first output is written', () => {
		const { ports, events } = makePorts();
		exportAll([makeRendered('a', 'value of a'), makeRendered('b', 'value of b')], [], ports);
		assert.deepEqual(
			events.map(({ kind }) => kind),
			['mask', 'mask', 'output', 'output', 'output', 'output'],
		);
	});

	it('registers what two items share once', () => {
		const { ports, log } = makePorts();
		exportAll([makeRendered('a', 'same'), makeRendered('b', 'same'), makeRendered('c', 'other')], [], ports);
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
		exportAll([makeRendered('b', ' x\r\n'), certificate, makeRendered('a', '')], [], ports);
		assert.deepEqual([...files.outputs].slice(0, -2), [
			['b', ' x\r\n'],
			['exo', 'PFX'],
			['exo-thumbprint', 'ABCD'],
			['a', ''],
		]);
	});

	it('sets "secrets" to a JSON object of what secret lines gave, and of nothing else', () => {
		const { ports, files } = makePorts();
		const rendered = [
			makeRendered('A', 'line 1\nline "2"'),
			makeRendered('exo', 'PFX', { ...PUBLIC, item: makeItem('exo', 'certificates') }),
			makeRendered('__proto__', 'odd'),
		];
		exportAll(rendered, [], ports);
		const text = files.outputs.get('secrets') ?? '';
		assert.equal(text, '{"A":"line 1\\nline \\"2\\"","__proto__":"odd"}');
	});

	it('sets "secrets" and "expiring" where there is nothing', () => {
		const { ports, files } = makePorts();
		exportAll([], [], ports);
		assert.deepEqual(
			[...files.outputs],
			[
				['secrets', '{}'],
				['expiring', '[]'],
			],
		);
	});

	it('sets "expiring" to a JSON array of names', () => {
		const { ports, files } = makePorts();
		exportAll([], ['exo', 'sql'], ports);
		assert.equal(files.outputs.get('expiring'), '["exo","sql"]');
	});

	for (const failing of [1, 2, 3, 4]) {
		it(`leaves no output where writing number ${failing} of 4 fails`, () => {
			const { ports, files, events } = makePorts();
			ports.files.setOutput('of-an-earlier-part', 'kept');
			files.failAt(1 + failing);
			assert.throws(() => exportAll([makeRendered('a', 'hunter2'), makeRendered('b', 'hunter3')], [], ports), {
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
		const broken = { ...ports.files, markOutputs: () => assert.fail('no such file') };
		assert.throws(() => exportAll([makeRendered('a', 'value')], [], { ...ports, files: broken }), {
			code: 'OUTPUT_NOT_WRITTEN',
			message: /^GITHUB_OUTPUT: writing the outputs failed, and none of them is set\. /,
		});
		assert.equal(files.outputs.size, 0);
	});

	it('does not say that nothing is set where taking back fails as well', () => {
		const { ports, files } = makePorts();
		files.failAt(2);
		const broken = { ...ports.files, markOutputs: () => () => assert.fail('no space left') };
		assert.throws(() => exportAll([makeRendered('a', 'value')], [], { ...ports, files: broken }), {
			code: 'OUTPUT_NOT_WRITTEN',
			message: /^GITHUB_OUTPUT: writing the outputs failed, and some of them may be set\. /,
		});
	});
});
