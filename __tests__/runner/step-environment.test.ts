// Inputs and variables that a step is started with.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readActionFile } from './action-file.js';
import { probe } from './probe.js';
import type { Step } from './run-step.js';
import { repositoryRoot } from './step-environment.js';

async function environmentOf(step: Partial<Step> = {}): Promise<Readonly<Record<string, string>>> {
	const { stdout } = await probe('console.log(JSON.stringify(env))', step);
	return JSON.parse(stdout) as Record<string, string>;
}

describe('the environment of a step', () => {
	test('has a variable for every declared input: given, default or empty', async () => {
		const env = await environmentOf({ inputs: { plain: ' as it is\n', 'TWO words': 'x' } });
		const inputs = Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('INPUT_')));
		assert.deepEqual(inputs, {
			INPUT_PLAIN: ' as it is\n',
			'INPUT_WITH-DEFAULT': '30',
			INPUT_NUMBER: '8',
			INPUT_TWO_WORDS: 'x',
			INPUT_BARE: '',
		});
	});

	test('keeps an input empty that is given empty', async () => {
		const env = await environmentOf({ inputs: { 'with-default': '' } });
		assert.equal(env['INPUT_WITH-DEFAULT'], '');
	});

	test('holds nothing of this process but what the machine needs', async () => {
		process.env['AZURE_CLIENT_SECRET'] = 'of this process';
		process.env['HTTPS_PROXY'] = 'http://proxy.invalid';
		try {
			const env = await environmentOf();
			assert.equal(env['AZURE_CLIENT_SECRET'], undefined);
			assert.equal(env['HTTPS_PROXY'], undefined);
			assert.equal(env['GITHUB_ACTIONS'], 'true');
			assert.equal(env['CI'], 'true');
			assert.equal(env['RUNNER_DEBUG'], undefined);
			assert.equal(env['GITHUB_REPOSITORY'], 'contoso/automation');
		} finally {
			delete process.env['AZURE_CLIENT_SECRET'];
			delete process.env['HTTPS_PROXY'];
		}
	});

	test('has the step’s own variables, and RUNNER_DEBUG with debugging', async () => {
		const env = await environmentOf({ env: { AZURE_TENANT_ID: 'x' }, debug: true });
		assert.equal(env['AZURE_TENANT_ID'], 'x');
		assert.equal(env['RUNNER_DEBUG'], '1');
	});

	test('lacks what the test leaves out', async () => {
		const env = await environmentOf({ without: ['GITHUB_OUTPUT', 'RUNNER_TEMP'] });
		assert.equal(env['GITHUB_OUTPUT'], undefined);
		assert.equal(env['RUNNER_TEMP'], undefined);
		assert.notEqual(env['GITHUB_ENV'], undefined);
	});

	test('has an empty workspace as the working directory', async () => {
		const { stdout } = await probe(
			'import { readdirSync } from "node:fs"; console.log(process.cwd() === env.GITHUB_WORKSPACE, readdirSync(".").length)',
		);
		assert.equal(stdout, 'true 0\n');
	});
});

describe('inputs', () => {
	test('that are not declared are refused', async () => {
		await assert.rejects(probe('', { inputs: { 'no-such': 'x' } }), /no-such is not declared/);
	});

	test('with an expression as default are refused', async () => {
		await assert.rejects(probe('', { action: '__tests__/runner/fixture/expression.yml' }), /token is an expression/);
	});

	test('of the action itself can be read', () => {
		const action = readActionFile(join(repositoryRoot, 'action.yml'));
		assert.equal(action.runs.using, 'node24');
		assert.equal(action.inputs.get('cloud'), 'public');
		assert.ok(action.outputs.includes('secrets'));
	});
});
