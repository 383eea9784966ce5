// The inputs of the token action beside those that sign in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ActionErrors } from '../../../src/errors.js';
import { namesCertificate, readTokenInputs, readTokenSummary } from '../../../src/input/token-inputs.js';
import { makeInputs } from '../../support/make-ports.js';

const LINE = 'EXO = https://outlook.office365.com/.default';
const APP_ID = '55555555-5555-4555-8555-555555555555';
const NEEDED = { certificate: 'exo', scopes: LINE };

test('inputs that are left out are undefined, or have their defaults', () => {
	const { cloud, lines, ...rest } = readTokenInputs(makeInputs(NEEDED));
	assert.equal(cloud.cloud, undefined);
	assert.deepEqual(lines, [{ input: 'scopes', number: 1, text: LINE }]);
	const owner = { certificate: 'exo', keyvault: undefined, appId: undefined, appTenantId: undefined };
	assert.deepEqual(rest, { owner: { kind: 'certificate', ...owner }, exportEnv: false });
	assert.equal(readTokenSummary(makeInputs()), true);
});

test('each is read, without the white space around it', () => {
	const given = {
		keyvault: ' contoso ',
		'app-id': ` ${APP_ID}\n`,
		'app-tenant-id': ' fabrikam.com ',
		'export-env': 'True',
	};
	const { owner, exportEnv } = readTokenInputs(makeInputs({ ...NEEDED, ...given }));
	const expected = { certificate: 'exo', keyvault: 'contoso', appId: APP_ID, appTenantId: 'fabrikam.com' };
	assert.deepEqual([owner, exportEnv], [{ kind: 'certificate', ...expected }, true]);
	assert.equal(readTokenSummary(makeInputs({ summary: 'false' })), false);
});

test('every bad one is reported, each under its own name', () => {
	const bad = { 'app-id': 'my-app', 'app-tenant-id': 'my tenant', 'export-env': 'yes', scopes: '# nothing\n' };
	const given = { certificate: 'exo', ...bad };
	assert.throws(
		() => readTokenInputs(makeInputs(given)),
		(error) => {
			assert.ok(error instanceof ActionErrors);
			assert.deepEqual(
				error.errors.map(({ subject }) => subject),
				['app-id', 'app-tenant-id', 'scopes', 'export-env'],
			);
			assert.match(error.message, /scopes: the input names no token\. Write NAME = SCOPE/);
			return true;
		},
	);
	assert.throws(() => readTokenSummary(makeInputs({ summary: '1' })), /^ActionError: summary: the value is neither/);
});

test('without a certificate, the tokens are those of the sign-in', () => {
	for (const certificate of ['', ' \n']) {
		const inputs = makeInputs({ ...NEEDED, certificate });
		assert.deepEqual(readTokenInputs(inputs).owner, { kind: 'sign-in' });
		assert.equal(namesCertificate(inputs), false);
	}
	assert.equal(namesCertificate(makeInputs(NEEDED)), true);
});

test('inputs that belong to a certificate are refused without one, all of them at once', () => {
	const given = { scopes: LINE, keyvault: 'contoso', 'app-id': APP_ID, 'app-tenant-id': 'not even a tenant' };
	assert.throws(
		() => readTokenInputs(makeInputs(given)),
		(error) => {
			assert.ok(error instanceof ActionErrors);
			assert.deepEqual(
				error.errors.map(({ subject, code }) => [subject, code]),
				['keyvault', 'app-id', 'app-tenant-id'].map((name) => [name, 'INPUT_INVALID']),
			);
			assert.match(
				error.message,
				/^keyvault: it goes with a certificate, and `certificate` is empty\. Set `certificate`/,
			);
			return true;
		},
	);
});
