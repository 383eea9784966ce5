// The inputs that choose what is fetched and how it is shown.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ActionErrors } from '../../../src/errors.js';
import { readFetchOptions, readPlanInputs } from '../../../src/input/fetch-inputs.js';
import { makeInputs } from '../../support/make-ports.js';

function subjectsOf(read: () => unknown): readonly (string | undefined)[] {
	try {
		read();
	} catch (error) {
		if (error instanceof ActionErrors) return error.errors.map(({ subject }) => subject);
		throw error;
	}
	return assert.fail('the inputs were taken');
}

test('options that are left out have the defaults of the contract', () => {
	assert.deepEqual(readFetchOptions(makeInputs()), { ignoreMissing: false, expiryWarningDays: 30, summary: true });
});

test('each option is read', () => {
	const inputs = makeInputs({ 'ignore-missing': 'true', 'expiry-warning-days': '0', summary: 'false' });
	assert.deepEqual(readFetchOptions(inputs), { ignoreMissing: true, expiryWarningDays: 0, summary: false });
});

test('every bad option is reported', () => {
	const inputs = makeInputs({ 'ignore-missing': 'yes', 'expiry-warning-days': '-1', summary: '1' });
	assert.deepEqual(
		subjectsOf(() => readFetchOptions(inputs)),
		['ignore-missing', 'expiry-warning-days', 'summary'],
	);
});

test('the vault is trimmed and left to the plan, and so is the cloud', () => {
	const { keyvault, cloud } = readPlanInputs(makeInputs({ secrets: 'db', keyvault: ' contoso ', cloud: 'china' }));
	assert.equal(keyvault, 'contoso');
	assert.deepEqual(cloud, {
		cloud: 'china',
		authorityHost: undefined,
		vaultSuffix: undefined,
		oidcAudience: undefined,
	});
	assert.equal(readPlanInputs(makeInputs({ secrets: 'db' })).keyvault, undefined);
});

test('secrets, certificates and keys are read in this order, each with its line', () => {
	const { lines } = readPlanInputs(makeInputs({ keys: 'signing', certificates: '\nexo', secrets: 'db, PW = pw' }));
	assert.deepEqual(lines, [
		{ input: 'secrets', number: 1, entry: 1, text: 'db' },
		{ input: 'secrets', number: 1, entry: 2, text: 'PW = pw' },
		{ input: 'certificates', number: 2, text: 'exo' },
		{ input: 'keys', number: 1, text: 'signing' },
	]);
});

for (const input of ['secrets', 'certificates', 'keys']) {
	test(`${input} alone are enough`, () => {
		assert.equal(readPlanInputs(makeInputs({ [input]: 'one' })).lines.length, 1);
	});
}

test('outputs become variables only if that is asked for', () => {
	assert.equal(readPlanInputs(makeInputs({ secrets: 'db' })).exportEnv, false);
	assert.equal(readPlanInputs(makeInputs({ secrets: 'db', 'export-env': 'True' })).exportEnv, true);
	const { mistakes, exportEnv, lines } = readPlanInputs(makeInputs({ secrets: 'db', 'export-env': 'yes' }));
	assert.deepEqual(
		mistakes.map(({ subject }) => subject),
		['export-env'],
	);
	assert.deepEqual([exportEnv, lines.length], [false, 1]);
});

for (const secrets of ['', ' \n ', ',', '# db']) {
	test(`secrets of ${JSON.stringify(secrets)} and nothing else are an error that says so`, () => {
		assert.deepEqual(
			readPlanInputs(makeInputs({ secrets })).mistakes.map(({ message }) => message),
			[
				'secrets: nothing is named to fetch, here or in certificates and keys. Name at least one object, one per line. A variable or secret that is not set arrives here as empty text.',
			],
		);
	});
}

test('bad inputs of the cloud are told together with that nothing is named', () => {
	const inputs = makeInputs({ 'authority-host': 'http://login.example', 'vault-suffix': 'a/b' });
	const { mistakes, cloud } = readPlanInputs(inputs);
	assert.deepEqual(
		mistakes.map(({ subject }) => subject),
		['authority-host', 'vault-suffix', 'secrets'],
	);
	assert.equal(cloud, undefined);
});

// [an input that is none, the input that is meant, why]
const MISPLACED_INPUTS = [
	['certificate', 'certificates', 'is an input of the token and the rotate action, not of this one'],
	['secret', 'secrets', 'is an input of the rotate action, not of this one'],
	['names', 'secrets', 'is not an input of this action'],
	['secret-name', 'secrets', 'is not an input of this action'],
	['secretsfilter', 'secrets', 'is not an input of this action'],
	['cert', 'certificates', 'is not an input of this action'],
	['key-name', 'keys', 'is not an input of this action'],
] as const;

for (const [given, meant, why] of MISPLACED_INPUTS) {
	test(`${given} with nothing else is told to be ${meant}, without its text`, () => {
		const { mistakes } = readPlanInputs(makeInputs({ keyvault: 'contoso', [given]: 'Hunter2' }));
		assert.deepEqual(
			mistakes.map(({ message }) => message),
			[
				`secrets: nothing is named to fetch, here or in certificates and keys. The input ${given} ${why}: write ${meant}.`,
			],
		);
	});
}

for (const given of ['vault', 'vault-name', 'keyvault-name', 'key-vault', 'keyvaultname', 'vault-url']) {
	test(`${given} is told to be keyvault if a vault is missing, and not otherwise`, () => {
		const inputs = { secrets: 'db', [given]: 'contoso' };
		assert.equal(
			readPlanInputs(makeInputs(inputs)).keyvaultAdvice,
			`The input ${given} is not an input of this action: write keyvault.`,
		);
		assert.equal(readPlanInputs(makeInputs({ ...inputs, keyvault: 'contoso' })).keyvaultAdvice, undefined);
	});
}
