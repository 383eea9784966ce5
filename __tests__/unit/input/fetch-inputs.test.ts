// The inputs that choose what is fetched and how it is shown.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ActionErrors } from '../../../src/errors.js';
import { readFetchOptions, readPlanInputs } from '../../../src/input/fetch-inputs.js';
import { makeInputs } from '../setup.js';

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
		{ input: 'secrets', number: 1, text: 'db' },
		{ input: 'secrets', number: 1, text: 'PW = pw' },
		{ input: 'certificates', number: 2, text: 'exo' },
		{ input: 'keys', number: 1, text: 'signing' },
	]);
});

for (const input of ['secrets', 'certificates', 'keys']) {
	test(`${input} alone are enough`, () => {
		assert.equal(readPlanInputs(makeInputs({ [input]: 'one' })).lines.length, 1);
	});
}

test('outputs become variables only where that is asked for', () => {
	assert.equal(readPlanInputs(makeInputs({ secrets: 'db' })).exportEnv, false);
	assert.equal(readPlanInputs(makeInputs({ secrets: 'db', 'export-env': 'True' })).exportEnv, true);
	assert.deepEqual(
		subjectsOf(() => readPlanInputs(makeInputs({ secrets: 'db', 'export-env': 'yes' }))),
		['export-env'],
	);
});

for (const secrets of ['', ' \n ', ',', '# db']) {
	test(`secrets of ${JSON.stringify(secrets)} and nothing else are an error that says so`, () => {
		assert.throws(
			() => readPlanInputs(makeInputs({ secrets })),
			(error) =>
				error instanceof ActionErrors &&
				/^secrets: names nothing to fetch, and neither do certificates and keys\./.test(error.message),
		);
	});
}

test('bad inputs of the cloud are reported together with that nothing is named', () => {
	const inputs = makeInputs({ 'authority-host': 'http://login.example', 'vault-suffix': 'a/b' });
	assert.deepEqual(
		subjectsOf(() => readPlanInputs(inputs)),
		['authority-host', 'vault-suffix', 'secrets'],
	);
});
