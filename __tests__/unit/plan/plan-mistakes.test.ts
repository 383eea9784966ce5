// Plans that cannot be made: every mistake is reported in one run.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ActionErrors } from '../../../src/errors.js';
import { readPlanInputs } from '../../../src/input/fetch-inputs.js';
import { makePlan, type Plan } from '../../../src/plan/plan.js';
import { makeInputs } from '../../support/make-ports.js';

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

test('an unknown cloud is an error', () => {
	assert.deepEqual(subjectsOf({ cloud: 'moon', secrets: 'db' }), ['cloud']);
});

test('an unknown cloud hides no other mistake, and what only the cloud could tell is not held against a line', () => {
	const secrets = 'db\nhttps://other.vault.example/secrets/a\nbad_name\nDB = other';
	assert.deepEqual(subjectsOf({ cloud: 'moon', secrets }), ['cloud', 'secrets line 3', 'secrets line 4']);
});

test('an unknown cloud hides no vault of the wrong form and no line, full identifiers among them', () => {
	const secrets = 'https://other.vault.example/keys/a\nhttps://other.vault.example/secrets/b_c';
	assert.deepEqual(subjectsOf({ cloud: 'moon', keyvault: 'not a vault', secrets }), [
		'cloud',
		'keyvault',
		'secrets line 1',
		'secrets line 2',
	]);
	assert.deepEqual(subjectsOf({ cloud: 'moon', keyvault: 'https://contoso.example', secrets: 'db\na_b' }), [
		'cloud',
		'secrets line 2',
	]);
	assert.deepEqual(subjectsOf({ cloud: 'moon', secrets: 'https:x' }), ['cloud', 'secrets line 1']);
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
			'good\n= db\nbad_name\n1st = db\nSECRETS = db\nA = one | jsn\nA = one\na = two\nhttps://evil.example/secrets/db',
		certificates: 'db/1\nhttps://contoso.vault.azure.net/secrets/db',
		keys: 'k | file\nK_* = k',
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
		'keys line 1',
		'keys line 2',
	]);
});

test('everything that is wrong with a line is said of it', () => {
	assert.deepEqual(subjectsOf({ secrets: 'a_b | jsn | tag x' }), [
		'secrets line 1',
		'secrets line 1',
		'secrets line 1',
	]);
});

test('a bad vault is one error and not one for each name in it', () => {
	assert.deepEqual(subjectsOf({ keyvault: 'not a vault', secrets: 'a, b, c' }), ['keyvault']);
});

test('a vault suffix under which a name makes no address is refused before anything is sent', () => {
	assert.throws(() => plan({ 'vault-suffix': '10.0.0.5', secrets: 'db' }), ActionErrors);
});
