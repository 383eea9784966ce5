// Decisions before the first request.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ActionErrors } from '../../../src/errors.js';
import { readPlanInputs } from '../../../src/input/fetch-inputs.js';
import { identifierKey } from '../../../src/plan/identifier.js';
import { makePlan, type Plan } from '../../../src/plan/plan.js';
import { isRefusedVariable } from '../../../src/plan/refused-variables.js';
import { makeInputs } from '../../support/make-ports.js';
import { certificateModifiers, keyModifiers, secretModifiers } from '../input/make-modifiers.js';

type Texts = Readonly<Record<string, string>>;

function plan(inputs: Texts): Plan {
	return makePlan({ ...readPlanInputs(makeInputs({ keyvault: 'contoso', ...inputs })), refuses: isRefusedVariable });
}

function subjectsOf(inputs: Texts): readonly (string | undefined)[] {
	try {
		plan(inputs);
	} catch (error) {
		if (error instanceof ActionErrors) return error.errors.map(({ subject }) => subject);
		throw error;
	}
	return assert.fail('the plan was made');
}

test('each line has its destination, in the order of the lines, secrets first', () => {
	const { destinations } = plan({ certificates: 'exo', secrets: 'db\n\nPW = pw' });
	assert.deepEqual(
		destinations.map(({ line, output, item }) => [line.input, line.number, output, item.name]),
		[
			['secrets', 1, 'db', 'db'],
			['secrets', 3, 'PW', 'pw'],
			['certificates', 1, 'exo', 'exo'],
		],
	);
});

test('each destination has the steps of its line', () => {
	const { destinations } = plan({ secrets: 'db | json a', certificates: 'exo | pem', keys: 'signing' });
	assert.deepEqual(
		destinations.map(({ modifiers }) => modifiers),
		[secretModifiers({ json: { path: 'a' } }), certificateModifiers({ pem: true }), keyModifiers()],
	);
});

test('a line with stars is a pattern, in the vault of the input or its own, and has no output as yet', () => {
	const { destinations, patterns } = plan({
		secrets: 'db\nDB_* = team-db-* | tag env=prod\nhttps://other.vault.azure.net/secrets/*',
		keys: '*',
	});
	assert.equal(destinations.length, 1);
	assert.deepEqual(
		patterns.map(({ line, vaultUrl, collection, pattern, modifiers }) => [
			`${line.input} ${line.number}`,
			line.output,
			vaultUrl,
			collection,
			pattern,
			modifiers,
		]),
		[
			[
				'secrets 2',
				'DB_*',
				'https://contoso.vault.azure.net',
				'secrets',
				'team-db-*',
				secretModifiers({ tags: [{ key: 'env', value: 'prod' }] }),
			],
			['secrets 3', undefined, 'https://other.vault.azure.net', 'secrets', '*', secretModifiers()],
			['keys 1', undefined, 'https://contoso.vault.azure.net', 'keys', '*', keyModifiers()],
		],
	);
});

test('a pattern that gives its matches no names is an error', () => {
	assert.throws(
		() => plan({ secrets: 'DB = team-*' }),
		/^ActionErrors: secrets line 1: one name cannot be the output of several objects/,
	);
});

test('the same object under one output with other steps is a clash', () => {
	assert.throws(() => plan({ secrets: 'db\ndb | json' }), {
		message:
			'secrets line 2: the line would set the output "db", which secrets line 1 sets already (case does not matter). Write OTHER_NAME = NAME in one of them.',
	});
});

test('outputs that modifiers add clash with other lines as well', () => {
	assert.deepEqual(subjectsOf({ secrets: 'exo-path\na-version\na | attributes', certificates: 'exo | file' }), [
		'secrets line 3',
		'certificates line 1',
	]);
});

test('the taken names of the plan hold what its lines set', () => {
	const { takenNames } = plan({ secrets: 'db | file' });
	const line = { input: 'secrets', number: 9 };
	assert.throws(() => takenNames.take({ line, essence: 'other', outputs: ['DB-PATH'] }), { code: 'OUTPUT_CLASH' });
	assert.equal(takenNames.take({ line, essence: 'other', outputs: ['db-host'] }), true);
});

test('with export-env, names that change later steps and clashes of variables are refused at once', () => {
	const secrets = 'path\na-b\nA_B = other\nNODE_OPTIONS = x';
	assert.equal(plan({ secrets }).exportEnv, false);
	assert.deepEqual(subjectsOf({ secrets, 'export-env': 'true' }), [
		'secrets line 1',
		'secrets line 3',
		'secrets line 4',
	]);
	assert.equal(plan({ secrets: 'db', 'export-env': 'true' }).exportEnv, true);
});

test('a name is in the vault of the input, a full identifier in its own', () => {
	const { destinations } = plan({ secrets: 'db, https://other.vault.azure.net/secrets/api-key' });
	assert.deepEqual(
		destinations.map(({ item: { vaultUrl, name } }) => [vaultUrl, name]),
		[
			['https://contoso.vault.azure.net', 'db'],
			['https://other.vault.azure.net', 'api-key'],
		],
	);
});

test('keyvault may be left out if every line is a full identifier', () => {
	const secrets = 'https://other.vault.azure.net/secrets/api-key, https://other.vault.azure.net/secrets/team-*';
	const { destinations, patterns } = plan({ keyvault: '', secrets });
	assert.deepEqual([destinations.length, patterns.length], [1, 1]);
});

test('names without a vault are one error, under keyvault, and hide no other mistake', () => {
	const missing = (which: string) =>
		`keyvault: no vault is set for ${which}. Set keyvault, or write full identifiers. A variable or secret that is not set arrives here as empty text.`;
	const full = 'https://other.vault.azure.net/secrets/api-key';
	for (const [inputs, message] of [
		[{ secrets: `${full}\ndb` }, missing('secrets line 2')],
		[{ secrets: '*' }, missing('secrets line 1')],
		[{ secrets: 'a\nb', keys: 'k' }, missing('secrets line 1 and 2 more lines')],
		[{ certificates: 'exo', keys: 'k' }, missing('certificates line 1 and 1 more line')],
		[{ secrets: Array(14).fill('db').join('\n') }, missing('secrets line 1 and 13 more lines')],
		[{ secrets: 'a', keyvault: ' \n' }, missing('secrets line 1')],
	] as const) {
		assert.throws(() => plan({ keyvault: '', ...inputs }), { message });
	}
	assert.deepEqual(subjectsOf({ keyvault: '', secrets: 'db\nbad_name\nDB = other\nX = a*', 'export-env': 'yes' }), [
		'export-env',
		'keyvault',
		'secrets line 2',
		'secrets line 3',
		'secrets line 4',
	]);
});

test('the same object named twice has each output, and each output once', () => {
	const { destinations } = plan({
		secrets: 'A = db, B = DB, https://contoso.vault.azure.net/secrets/db, A = db',
	});
	assert.equal(new Set(destinations.map(({ item }) => identifierKey(item))).size, 1);
	assert.deepEqual(
		destinations.map(({ output }) => output),
		['A', 'B', 'db'],
	);
});

test('the cloud decides where vaults are', () => {
	const { cloud, destinations } = plan({ cloud: 'china', secrets: 'db' });
	assert.equal(cloud.authorityHost, 'https://login.partner.microsoftonline.cn');
	assert.equal(destinations[0]?.item.vaultUrl, 'https://contoso.vault.azure.cn');
});

test('if no store can be had, the lines that ask for it are errors, and no others', () => {
	const findStore = () => ({
		kind: 'none' as const,
		problem: 'asks for a store that is not there.',
		hint: 'Use | file.',
	});
	const inputs = (certificates: string) => readPlanInputs(makeInputs({ keyvault: 'contoso', certificates }));
	assert.throws(() => makePlan({ ...inputs('exo\n* | store\na | store'), findStore }), {
		message: [2, 3]
			.map((number) => `certificates line ${number}: asks for a store that is not there. Use | file.`)
			.join('\n'),
	});
	assert.equal(makePlan({ ...inputs('exo | file'), findStore }).destinations.length, 1);
	assert.equal(makePlan(inputs('exo | store')).destinations.length, 1);
});
