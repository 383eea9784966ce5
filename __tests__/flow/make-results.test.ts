// What was rendered, as everything that leaves the step.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionErrors } from '../../src/errors.js';
import { makeResults } from '../../src/flow/make-results.js';
import type { Rendered, RenderedOutput } from '../../src/render/rendered.js';
import { SecretBytes, SecretText } from '../../src/secret-text.js';
import { makePorts } from '../support/make-ports.js';
import { makeRendered } from '../support/make-rendered.js';

const FOLDER = `key-vault-${'5a'.repeat(16)}`;

function withFile(name: string, value: string): Rendered {
	const files = [{ output: `${name}-path`, name, bytes: new SecretBytes(Buffer.from(value)) }];
	return makeRendered(name, value, { files });
}

function namesOf(outputs: readonly RenderedOutput[]): readonly string[] {
	return outputs.map(({ name }) => name);
}

function textOf(outputs: readonly RenderedOutput[], name: string): string | undefined {
	const value = outputs.find((one) => one.name === name)?.value;
	return value instanceof SecretText ? value.reveal() : value;
}

describe('makeResults', () => {
	it('has outputs, then paths, then the two that are always there; no folder and no variable unless wanted', async () => {
		const { ports } = makePorts();
		const rendered = [makeRendered('a', 'x'), makeRendered('b', 'y')];
		const { privateFiles, outputs, variables, masks } = await makeResults(
			rendered,
			{ expiring: ['b'], exportEnv: false },
			ports,
		);
		assert.equal(privateFiles, undefined);
		assert.deepEqual(namesOf(outputs), ['a', 'b', 'secrets', 'expiring']);
		assert.equal(textOf(outputs, 'expiring'), '["b"]');
		assert.deepEqual(variables, []);
		assert.deepEqual(
			masks.map((mask) => mask.reveal()),
			['x', 'y'],
		);
	});

	it('has one folder for all files, and a path for each', async () => {
		const { ports } = makePorts();
		const rendered = [withFile('a', 'x'), makeRendered('b', 'y'), withFile('c', 'z')];
		const { privateFiles, outputs } = await makeResults(rendered, { expiring: [], exportEnv: false }, ports);
		assert.equal(privateFiles?.folder, FOLDER);
		assert.deepEqual(
			privateFiles?.files.map(({ name }) => name),
			['a', 'c'],
		);
		assert.deepEqual(namesOf(outputs), ['a', 'b', 'c', 'a-path', 'c-path', 'secrets', 'expiring']);
		assert.equal(textOf(outputs, 'c-path'), `/runner/_temp/${FOLDER}/c`);
		assert.equal(textOf(outputs, 'secrets'), '{"a":"x","b":"y","c":"z"}');
	});

	it('has each output but "secrets" and "expiring" as a variable, paths too', async () => {
		const { ports } = makePorts();
		const { variables } = await makeResults([withFile('kube-config', 'x')], { expiring: [], exportEnv: true }, ports);
		assert.deepEqual(namesOf(variables), ['KUBE_CONFIG', 'KUBE_CONFIG_PATH']);
		assert.equal(textOf(variables, 'KUBE_CONFIG_PATH'), `/runner/_temp/${FOLDER}/kube-config`);
	});

	it('refuses a value that cannot be a variable, and points to | file', async () => {
		const { ports } = makePorts();
		for (const value of ['x\0', 'x'.repeat(128 * 1024)]) {
			const make = (one: Rendered) => makeResults([one], { expiring: [], exportEnv: true }, ports);
			await assert.rejects(make(makeRendered('a', value)), (error) => {
				assert.ok(error instanceof ActionErrors);
				assert.deepEqual(
					error.errors.map(({ code, subject, hint }) => [code, subject, hint]),
					[['VARIABLE_IMPOSSIBLE', 'output a', 'Write | file to have it in a file, or leave export-env out.']],
				);
				return true;
			});
			assert.deepEqual(namesOf((await make(withFile('a', value))).variables), ['A_PATH']);
			assert.ok(namesOf((await make(withFile('a', value))).outputs).includes('a'));
		}
	});

	it('prepares no certificate store on a system that has none', async () => {
		const { ports } = makePorts();
		const machine = { ...ports.machine, platform: 'darwin' };
		const pfx = new SecretBytes(Buffer.from('pfx'));
		const storeEntries = [{ thumbprint: 'AB'.repeat(20), pfx, password: new SecretText('') }];
		const rendered = [makeRendered('a', 'x', { storeEntries })];
		const { privateFiles, prepareStore } = await makeResults(
			rendered,
			{ expiring: [], exportEnv: false },
			{ ...ports, machine },
		);
		assert.equal(privateFiles?.folder, FOLDER);
		assert.equal(prepareStore, undefined);
	});

	it('names every value that cannot be a variable in one run', async () => {
		const { ports } = makePorts();
		const rendered = [makeRendered('a', '\0'), makeRendered('b', 'fine'), makeRendered('c', 'x'.repeat(200_000))];
		await assert.rejects(makeResults(rendered, { expiring: [], exportEnv: true }, ports), (error) => {
			assert.ok(error instanceof ActionErrors);
			assert.deepEqual(
				error.errors.map(({ subject }) => subject),
				['output a', 'output c'],
			);
			return true;
		});
	});
});
