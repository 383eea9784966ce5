// Steps as a runner judges them.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ACTION, probe } from './probe.js';
import { repositoryRoot } from './step-environment.js';

describe('a step', () => {
	test('hands over outputs, variables, state and its summary', async () => {
		const result = await probe(`
			append(env.GITHUB_OUTPUT, 'a=1\\nb<<END\\none\\ntwo\\nEND\\n');
			append(env.GITHUB_ENV, 'A=2\\nnode_options=x\\n');
			append(env.GITHUB_STATE, 'files=3\\n');
			append(env.GITHUB_STEP_SUMMARY, 'one secret\\r\\ntwo');
			console.log('::add-mask::secret');
		`);
		assert.equal(result.exitCode, 0);
		assert.equal(result.signal, null);
		assert.deepEqual(result.outputs, { a: '1', b: 'one\ntwo' });
		assert.equal(result.rawOutputFile, 'a=1\nb<<END\none\ntwo\nEND\n');
		assert.deepEqual(result.environment, { A: '2' });
		assert.deepEqual(result.state, { files: '3' });
		assert.equal(result.summary, 'one ***\ntwo\n');
		assert.deepEqual(result.faults, ["Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command."]);
	});

	test('hands over what it wrote before it failed', async () => {
		const { exitCode, outputs, faults } = await probe(`append(env.GITHUB_OUTPUT, 'a=1\\n'); process.exitCode = 3;`);
		assert.equal(exitCode, 3);
		assert.deepEqual(outputs, { a: '1' });
		assert.deepEqual(faults, []);
	});

	test('prints to a log that is masked, stderr first', async () => {
		const result = await probe(`
			process.stdout.write('::add-mask::secret\\n');
			process.stderr.write('secret in stderr\\n');
			process.stdout.write('secret é in stdout\\n::error title=T::A secret.\\n');
		`);
		assert.deepEqual(result.log, ['secret in stderr', '*** é in stdout', 'Error: A ***.']);
		assert.deepEqual(result.annotations, [{ level: 'error', title: 'T', message: 'A ***.' }]);
		assert.equal(result.stderr, 'secret in stderr\n');
		assert.ok(result.stdout.startsWith('::add-mask::secret\n'));
		assert.deepEqual(result.masker.registered, ['secret']);
	});

	test('is at fault if it prints a value instead of writing it', async () => {
		const { faults } = await probe(`console.log('::set-output name=a::secret')`);
		assert.deepEqual(faults, ['The process printed the command set-output.']);
	});

	test('fails if a file cannot be read, in words that are masked', async () => {
		const result = await probe(`
			console.log('::add-mask::secret');
			append(env.GITHUB_OUTPUT, 'a=1\\nno sign but a secret\\n');
		`);
		assert.deepEqual(result.outputs, { a: '1' });
		assert.deepEqual(result.faults, ["Unable to process file command 'output' successfully."]);
		assert.deepEqual(result.log, [
			"Error: Unable to process file command 'output' successfully.",
			"Error: Invalid format 'no sign but a ***'",
		]);
	});

	test('fails if an output has no name', async () => {
		const { outputs, faults } = await probe(`append(env.GITHUB_OUTPUT, 'a=1\\n=2\\nb=3\\n');`);
		assert.deepEqual(outputs, { a: '1' });
		assert.deepEqual(faults, ["Unable to process file command 'output' successfully."]);
	});

	test('may remove a file', async () => {
		const { outputs, exitCode } = await probe(
			'import { rmSync } from "node:fs"; rmSync(env.GITHUB_OUTPUT, { force: true });',
		);
		assert.equal(exitCode, 0);
		assert.deepEqual(outputs, {});
	});

	test('has no summary over a mebibyte', async () => {
		const { summary, annotations, faults } = await probe(
			`write(env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 * 1024 + 1));`,
		);
		assert.equal(summary, '');
		assert.match(annotations[0]?.message ?? '', /upload aborted.*1024k/);
		assert.equal(faults.length, 1);
	});

	test('is killed if it does not end', async () => {
		const { signal, exitCode, faults } = await probe('setInterval(() => {}, 1000);', { timeoutMs: 300 });
		assert.equal(exitCode, null);
		assert.equal(signal, 'SIGKILL');
		assert.deepEqual(faults, ['The process did not end in time.']);
	});

	test('finds the masks of the steps before it', async () => {
		const { masker } = await probe(`console.log('::add-mask::secret')`);
		const { log } = await probe(`console.log('secret')`, { masker });
		assert.deepEqual(log, ['***']);
	});

	test('cannot start with a Node that is not there', async () => {
		await assert.rejects(probe('', { node: join(repositoryRoot, 'no-such-node') }), /ENOENT/);
	});

	test('runs the program that it is told to run', async () => {
		const { stdout } = await probe('console.log("ran")', { main: '__tests__/runner/fixture/probe.mjs' });
		assert.equal(stdout, 'ran\n');
	});
});

describe('the temporary folder', () => {
	test('keeps what the step left there, and goes when it is disposed of', async () => {
		const result = await probe(`write(env.RUNNER_TEMP + '/left', 'here'); write('in-workspace', '');`);
		assert.deepEqual(readdirSync(result.temp), ['left']);
		assert.equal(readFileSync(join(result.temp, 'left'), 'utf8'), 'here');
		result.dispose();
		assert.equal(existsSync(join(result.temp, '..')), false);
	});

	test('goes at the end of the process at the latest', async () => {
		const model = new URL('./run-step.js', import.meta.url).href;
		const { stdout } = await probe(`
			const { runStep } = await import(${JSON.stringify(model)});
			const { temp } = await runStep({ action: ${JSON.stringify(ACTION)}, inputs: {}, env: { PROBE: '' } });
			const { temp: second } = await runStep({ action: ${JSON.stringify(ACTION)}, inputs: {}, env: { PROBE: '' } });
			console.log(JSON.stringify([temp, second]));
		`);
		const folders = JSON.parse(stdout) as string[];
		assert.equal(folders.length, 2);
		assert.deepEqual(
			folders.map((folder) => existsSync(folder)),
			[false, false],
		);
	});
});
