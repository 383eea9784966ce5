// Post steps as a runner starts and judges them.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { runStep, type Step, type StepResult } from './run-step.js';

const APPEND = 'import { appendFileSync as append, writeFileSync as write } from "node:fs"; const { env } = process;';

function probe(program: string, step: Partial<Step> = {}): Promise<StepResult> {
	return runStep({
		action: '__tests__/runner/fixture/with-post.yml',
		inputs: {},
		...step,
		env: { PROBE: `${APPEND}${program}` },
	});
}

describe('a post step', () => {
	test('finds the state, the inputs, the masks and what is left in RUNNER_TEMP', async () => {
		const inputs = { plain: 'given' };
		const after = await probe(
			`append(env.GITHUB_STATE, 'Folder=x\\n'); write(env.RUNNER_TEMP + '/left', ''); console.log('::add-mask::secret');`,
			{ inputs },
		);
		const result = await probe(
			`import { readdirSync as list } from 'node:fs';
			console.log('secret', env.STATE_Folder, env.INPUT_PLAIN, list(env.RUNNER_TEMP).join(), import.meta.url.length);
			append(env.GITHUB_STATE, 'more=y\\n');`,
			{ inputs, after },
		);
		assert.match(result.log.join(), /^\*\*\* x given _runner_file_commands,left \d+$/);
		assert.deepEqual(result.state, { more: 'y' });
		assert.equal(result.temp, after.temp);
		result.dispose();
		assert.equal(existsSync(after.temp), false);
	});

	test('is not there for every action', async () => {
		const after = await probe('');
		await assert.rejects(probe('', { action: '__tests__/runner/fixture/action.yml', after }), /has no post step/);
		after.dispose();
	});

	test('is run by the program that the manifest names', async () => {
		const after = await probe('');
		const { stdout } = await probe('console.log(process.argv[1].endsWith("probe.mjs"))', { after });
		assert.equal(stdout, 'true\n');
		after.dispose();
	});
});
