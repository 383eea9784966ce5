// The inputs of the token action beside those that sign in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ActionErrors } from '../../../src/errors.js';
import { readTokenInputs, readTokenSummary } from '../../../src/input/token-inputs.js';
import { makeInputs } from '../setup.js';

const LINE = 'EXO = https://outlook.office365.com/.default';
const APP_ID = '55555555-5555-4555-8555-555555555555';
const NEEDED = { certificate: 'exo', scopes: LINE };

test('what is left out is undefined, or has the defaults of the contract', () => {
	const { cloud, lines, ...rest } = readTokenInputs(makeInputs(NEEDED));
	assert.equal(cloud.cloud, undefined);
	assert.deepEqual(lines, [{ input: 'scopes', number: 1, text: LINE }]);
	assert.deepEqual(rest, {
		keyvault: undefined,
		certificate: 'exo',
		appId: undefined,
		appTenantId: undefined,
		exportEnv: false,
	});
	assert.equal(readTokenSummary(makeInputs()), true);
});

test('each is read, without the white space around it', () => {
	const given = {
		keyvault: ' contoso ',
		'app-id': ` ${APP_ID}\n`,
		'app-tenant-id': ' fabrikam.com ',
		'export-env': 'True',
	};
	const { keyvault, appId, appTenantId, exportEnv } = readTokenInputs(makeInputs({ ...NEEDED, ...given }));
	assert.deepEqual([keyvault, appId, appTenantId, exportEnv], ['contoso', APP_ID, 'fabrikam.com', true]);
	assert.equal(readTokenSummary(makeInputs({ summary: 'false' })), false);
});

test('every bad one is reported, each under its own name', () => {
	const given = { 'app-id': 'my-app', 'app-tenant-id': 'my tenant', 'export-env': 'yes', scopes: '# nothing\n' };
	assert.throws(
		() => readTokenInputs(makeInputs(given)),
		(error) => {
			assert.ok(error instanceof ActionErrors);
			assert.deepEqual(
				error.errors.map(({ subject }) => subject),
				['certificate', 'app-id', 'app-tenant-id', 'scopes', 'export-env'],
			);
			assert.match(error.message, /^certificate: is empty\. Name the certificate whose key signs/);
			assert.match(error.message, /scopes: names no token\. Write NAME = SCOPE/);
			return true;
		},
	);
	assert.throws(() => readTokenSummary(makeInputs({ summary: '1' })), /^ActionError: summary: is neither/);
});
