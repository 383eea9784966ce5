// What is decided before the first request, and that every mistake is reported in one run.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ActionErrors } from '../../../src/errors.js';
import { readPlanInputs } from '../../../src/input/fetch-inputs.js';
import { makePlan, type Plan } from '../../../src/plan/plan.js';
import { makeInputs } from '../setup.js';

type Texts = Readonly<Record<string, string>>;

function plan(inputs: Texts): Plan {
	return makePlan(readPlanInputs(makeInputs({ keyvault: 'contoso', ...inputs })));
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

test('a name is in the vault of the input, a full identifier in its own', () => {
	const { items } = plan({ secrets: 'db, https://other.vault.azure.net/secrets/api-key' });
	assert.deepEqual(
		items.map(({ vaultUrl, name }) => [vaultUrl, name]),
		[
			['https://contoso.vault.azure.net', 'db'],
			['https://other.vault.azure.net', 'api-key'],
		],
	);
});

test('keyvault may be left out where every line is a full identifier', () => {
	const { items } = plan({ keyvault: '', secrets: 'https://other.vault.azure.net/secrets/api-key' });
	assert.equal(items.length, 1);
});

test('a name without a vault is an error that says what to set', () => {
	assert.throws(() => plan({ keyvault: '', secrets: 'https://other.vault.azure.net/secrets/api-key\ndb' }), {
		message: 'secrets line 2: is a name, and no vault is given. Set "keyvault", or write the full identifier.',
	});
});

test('the same object named twice is fetched once, and has each output', () => {
	const { items, destinations } = plan({
		secrets: 'A = db, B = DB, https://contoso.vault.azure.net/secrets/db, A = db',
	});
	assert.equal(items.length, 1);
	assert.deepEqual(
		destinations.map(({ output }) => output),
		['A', 'B', 'db'],
	);
});

test('the cloud decides where vaults are', () => {
	const { cloud, items } = plan({ cloud: 'china', secrets: 'db' });
	assert.equal(cloud.authorityHost, 'https://login.partner.microsoftonline.cn');
	assert.equal(items[0]?.vaultUrl, 'https://contoso.vault.azure.cn');
});

test('an unknown cloud is an error', () => {
	assert.deepEqual(subjectsOf({ cloud: 'moon', secrets: 'db' }), ['cloud']);
});

test('an unknown cloud hides no other mistake, and what only the cloud could tell is not held against a line', () => {
	const secrets = 'db\nhttps://other.vault.example/secrets/a\nbad_name\nDB = other';
	assert.deepEqual(subjectsOf({ cloud: 'moon', secrets }), ['cloud', 'secrets line 3', 'secrets line 4']);
});

test('a comma list with keyvault keeps the names, as in Azure/get-keyvault-secrets', () => {
	const { destinations } = plan({ secrets: 'mySecret1, mySecret2' });
	assert.deepEqual(
		destinations.map(({ output }) => output),
		['mySecret1', 'mySecret2'],
	);
});

test('all bad lines are reported together, whatever is wrong with each, and the vault with them', () => {
	const subjects = subjectsOf({
		keyvault: 'not a vault',
		secrets:
			'good\n= db\nbad_name\n1st = db\nSECRETS = db\nA = one | json\nA = one\na = two\nhttps://evil.example/secrets/db',
		certificates: 'db/1\nhttps://contoso.vault.azure.net/secrets/db',
	});
	assert.deepEqual(subjects, [
		'keyvault',
		'secrets line 2',
		'secrets line 3',
		'secrets line 4',
		'secrets line 5',
		'secrets line 6',
		'secrets line 8',
		'secrets line 9',
		'certificates line 1',
		'certificates line 2',
	]);
});

test('a bad vault is one error and not one for each name in it', () => {
	assert.deepEqual(subjectsOf({ keyvault: 'not a vault', secrets: 'a, b, c' }), ['keyvault']);
});

test('a vault suffix under which a name makes no address is refused before anything is sent', () => {
	assert.throws(() => plan({ 'vault-suffix': '10.0.0.5', secrets: 'db' }), ActionErrors);
});
