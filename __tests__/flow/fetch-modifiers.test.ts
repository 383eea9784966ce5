// The root action's story with steps and variables: what leaves the step, and what keeps everything from leaving.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertNothingExported, runAction, secretAnswer } from './scripted-vault.js';

const CONFIG = '{"host": "db.contoso.com", "password": "hunter22", "port": 1433}';
const answers = {
	'/secrets/config': secretAnswer('config', { value: CONFIG }),
	'/secrets/kube': secretAnswer('kube', { value: 'apiVersion: v1\n' }),
	'/secrets/bytes': secretAnswer('bytes', { value: '//79' }),
	'/secrets/nul': secretAnswer('nul', { value: 'hunter22\0' }),
};
const FOLDER = `key-vault-${'5a'.repeat(16)}`;

function run(inputs: Readonly<Record<string, string>>, options: Omit<Parameters<typeof runAction>[1], 'answers'> = {}) {
	return runAction(inputs, { ...options, answers });
}

describe('steps', () => {
	it('give leaves, picked leaves, files and values that are not masked', async () => {
		const secrets = 'db = config | json\nPORT = config | json port\nkube | file\nUSER_NAME = sql | unmasked';
		const made = await run({ secrets });
		assert.equal(made.succeeded, true);
		const { outputs } = made.files;
		assert.deepEqual(Object.fromEntries([...outputs].slice(0, -2)), {
			db: CONFIG,
			'db-host': 'db.contoso.com',
			'db-password': 'hunter22',
			'db-port': '1433',
			PORT: '1433',
			kube: 'apiVersion: v1\n',
			USER_NAME: 'value of sql',
			'kube-path': `/runner/_temp/${FOLDER}/kube`,
		});
		assert.deepEqual(Object.keys(JSON.parse(outputs.get('secrets') ?? '')), [
			...['db', 'db-host', 'db-password', 'db-port', 'PORT', 'kube', 'USER_NAME'],
		]);
		assert.equal(made.folders.folders.get(FOLDER)?.get('kube')?.toString(), 'apiVersion: v1\n');
		assert.deepEqual([...made.files.state], [['folder', FOLDER]]);
		for (const text of ['hunter22', 'db.contoso.com', 'apiVersion: v1\n']) assert.ok(made.log.masks.includes(text));
		assert.ok(!made.log.masks.includes('value of sql'));
		// As a leaf among others a short number stays visible; picked, it is a secret of its own.
		assert.ok(made.log.masks.includes('1433'));
		assert.deepEqual(
			made.warnings.map(({ title }) => title),
			['Common word: leaf port of secret config', 'White space: secret kube'],
		);
	});

	it('name the paths in the log and the summary', async () => {
		const made = await run({ secrets: 'kube | file' });
		assert.match(made.log.lines.at(-1) ?? '', /→ kube, kube-path$/);
		assert.match(made.files.summary(), /<td>kube, kube-path<\/td>/);
	});

	// Promises: H4, H7
	it('set no variables and keep no state that nobody asked for', async () => {
		const made = await run({ secrets: 'config' });
		assert.deepEqual([...made.files.variables, ...made.files.state, ...made.folders.folders], []);
	});

	it('that a value is not fit for are reported together, by line', async () => {
		const secrets =
			'sql | json\nconfig | json user\nX = sql | base64\nbytes | base64\nA = config | json\nA-port = kube';
		const made = await run({ secrets });
		assertNothingExported(made);
		assert.deepEqual(
			made.errors.map(({ text }) => text.split('.')[0]),
			[
				'secrets line 1 (secret sql): the value is not a JSON object or list',
				'secrets line 2 (secret config): the path "user" leads nowhere: the whole value is an object without the key "user"',
				'secrets line 3 (secret sql): the value is not base64: it has other characters, or a "=" before its end',
				'secrets line 4 (secret bytes): the decoded value is not UTF-8, as every output must be',
				'secrets line 5: the line would set the output "A-port", which secrets line 6 sets already (case does not matter)',
			],
		);
		assert.doesNotMatch(JSON.stringify(made.errors), /hunter22|value of/);
	});

	it('that fail for one reason share an annotation', async () => {
		const made = await run({ secrets: 'sql | json\napi | json' });
		assert.deepEqual(
			made.errors.map(({ text }) => text),
			[
				'secrets line 1 (secret sql), secrets line 2 (secret api): the value is not a JSON object or list. Remove | json to get it as it is.',
			],
		);
	});
});

describe('export-env', () => {
	it('sets each output as a variable, after all outputs', async () => {
		const made = await run({ secrets: 'db = config | json\nkube | file', 'export-env': 'true' });
		assert.equal(made.succeeded, true);
		assert.deepEqual([...made.files.variables.keys()].sort(), [
			...['DB', 'DB_HOST', 'DB_PASSWORD', 'DB_PORT', 'KUBE', 'KUBE_PATH'],
		]);
		const kinds = made.events.map(({ kind }) => kind);
		assert.ok(kinds.lastIndexOf('output') < kinds.indexOf('variable'));
		assert.ok(kinds.lastIndexOf('mask') < kinds.indexOf('state'));
		assert.ok(kinds.lastIndexOf('file') < kinds.indexOf('output'));
	});

	it('refuses a NUL before anything is written, and points to | file', async () => {
		const made = await run({ secrets: 'nul\nsql', 'export-env': 'true' });
		assertNothingExported(made);
		assert.deepEqual([...made.files.variables], []);
		assert.match(
			made.errors[0]?.text ?? '',
			/^output nul: the value contains a NUL character, which a variable cannot hold\. Write \| file /,
		);
		assert.equal((await run({ secrets: 'nul | file\nsql', 'export-env': 'true' })).succeeded, true);
	});

	it('refuses a leaf whose variable would change later steps', async () => {
		const made = await run({ secrets: 'GITHUB = config | json', 'export-env': 'true' });
		assertNothingExported(made);
		assert.match(
			made.errors[0]?.text ?? '',
			/^secrets line 1: the line would set the variables GITHUB_HOST, GITHUB_PASSWORD, GITHUB_PORT, /,
		);
		assert.equal((await run({ secrets: 'GITHUB = config | json' })).succeeded, true);
	});
});

describe('the places that the runner gives', () => {
	const faults = {
		problems: { GITHUB_ENV: 'GITHUB_ENV is not set.', GITHUB_STATE: 'GITHUB_STATE is not set.' },
		folderProblem: 'RUNNER_TEMP is not set.',
	};

	it('are looked at before the network, each that is needed', async () => {
		const made = await run({ secrets: 'kube | file', 'export-env': 'true' }, { faults });
		assertNothingExported(made);
		assert.deepEqual(made.requests, []);
		assert.deepEqual(
			made.errors.map(({ text }) => text.split('.')[0]),
			['GITHUB_ENV is not set', 'GITHUB_STATE is not set', 'RUNNER_TEMP is not set'],
		);
	});

	it('are of no matter where they are not needed', async () => {
		assert.equal((await run({ secrets: 'kube | json, sql' }, { faults: {} })).succeeded, false);
		assert.equal((await run({ secrets: 'kube, sql' }, { faults })).succeeded, true);
	});
});
