// Names of files that leave the step.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileNameOf } from '../../../src/render/rendered.js';

describe('fileNameOf', () => {
	it('is the name of the output, with the extension', () => {
		assert.equal(fileNameOf('kubeconfig'), 'kubeconfig');
		assert.equal(fileNameOf('exo', '.pfx'), 'exo.pfx');
	});

	it('is no device of Windows, with or without an extension', () => {
		for (const name of ['con', 'PRN', 'aux', 'Nul', 'com1', 'COM0', 'lpt9']) {
			assert.equal(fileNameOf(name), `_${name}`);
			assert.equal(fileNameOf(name, '.pem'), `_${name}.pem`);
		}
		for (const name of ['console', 'com', 'com10', 'lpt-1', 'my-con']) assert.equal(fileNameOf(name), name);
	});

	// Promise: N9
	it('is not that of another output', () => {
		const outputs = ['con', '_con', '__con', 'x', '_x'];
		assert.equal(new Set(outputs.map((output) => fileNameOf(output))).size, outputs.length);
	});
});
