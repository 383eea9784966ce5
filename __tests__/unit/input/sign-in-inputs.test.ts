// The inputs that sign in, the variables that stand in for them, and what neither may be.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { ActionErrors } from '../../../src/errors.js';
import { readCloudInputs } from '../../../src/input/cloud-inputs.js';
import { readSignInInputs } from '../../../src/input/sign-in-inputs.js';
import { makeInputs } from '../../support/make-ports.js';

type Texts = Readonly<Record<string, string>>;

const GUID = '0f8FAD5b-d9cb-469f-a165-70867728950e';

function read(inputs: Texts, variables: Texts = {}) {
	return readSignInInputs(makeInputs(inputs, variables));
}

function assertRefused(subject: string, inputs: Texts, variables: Texts = {}): void {
	assert.throws(
		() => read(inputs, variables),
		(error) => error instanceof ActionErrors && error.errors.length === 1 && error.errors[0]?.subject === subject,
	);
}

test('if nothing is given nothing is known, and nothing is wrong', () => {
	const { clientSecretInputs, ...others } = read({});
	assert.deepEqual(clientSecretInputs, []);
	assert.deepEqual(new Set(Object.values(others)), new Set([undefined]));
});

for (const [input, variable, member, value] of [
	['tenant-id', 'AZURE_TENANT_ID', 'tenantId', GUID],
	['client-id', 'AZURE_CLIENT_ID', 'clientId', GUID],
] as const) {
	test(`${input} is trimmed and known by its name`, () => {
		assert.deepEqual(read({ [input]: ` ${value}\n` })[member], { value, source: input });
	});

	test(`${variable} counts where ${input} is empty, and is named as the source`, () => {
		assert.deepEqual(read({ [input]: ' ' }, { [variable]: ` ${value} ` })[member], { value, source: variable });
	});

	test(`${variable} does not count, and is not even checked, where ${input} is given`, () => {
		assert.deepEqual(read({ [input]: value }, { [variable]: '?' })[member], { value, source: input });
	});

	test(`a ${variable} of white space counts as left out`, () => {
		assert.equal(read({}, { [variable]: ' ' })[member], undefined);
	});

	test(`a bad ${input}, or ${variable}, is named as what it is`, () => {
		assertRefused(input, { [input]: 'what is this?' });
		assertRefused(variable, {}, { [variable]: 'what is this?' });
	});
}

for (const tenant of [
	'contoso.onmicrosoft.com',
	'CONTOSO.COM',
	'xn--bcher-kva.example',
	'a.b.c.d',
	GUID.toUpperCase(),
]) {
	test(`${tenant} can be a tenant`, () => {
		assert.equal(read({ 'tenant-id': tenant }).tenantId?.value, tenant);
	});
}

const noTenants = [
	'contoso',
	'common',
	'..',
	'.',
	'a..b',
	'.com',
	'contoso.com.',
	'contoso.com/../x',
	'contoso.com?x=1',
	'a b.com',
	`{${GUID}}`,
	'-a.com',
	'a-.com',
	'https://contoso.com',
	'contoso_1.com',
	`${'a'.repeat(64)}.com`,
];

for (const tenant of noTenants) {
	test(`${tenant} cannot be a tenant: it would become a part of the address of a request`, () => {
		assertRefused('tenant-id', { 'tenant-id': tenant });
	});
}

for (const client of ['my-app', `${GUID}x`, `{${GUID}}`, GUID.replaceAll('-', ''), 'contoso.com']) {
	test(`${client} cannot be a client ID`, () => {
		assertRefused('client-id', { 'client-id': client });
	});
}

test('the client secret is taken from its input before its variable, and stays hidden', () => {
	const fromInput = read({ 'client-secret': ' s3cr3t~ ' }, { AZURE_CLIENT_SECRET: 'other' }).clientSecret;
	assert.deepEqual([fromInput?.value.reveal(), fromInput?.source], ['s3cr3t~', 'client-secret']);
	const fromVariable = read({}, { AZURE_CLIENT_SECRET: ' s3cr3t~ ' }).clientSecret;
	assert.deepEqual([fromVariable?.value.reveal(), fromVariable?.source], ['s3cr3t~', 'AZURE_CLIENT_SECRET']);
	assert.doesNotMatch(inspect(fromInput) + JSON.stringify(fromInput), /s3cr3t/);
});

// Promise: N4
test('no variables but these three are asked for: one must not choose if a secret is sent', () => {
	const asked = new Set<string>();
	const variable = (name: string): undefined => {
		asked.add(name);
	};
	const inputs = { input: () => '', variable };
	readSignInInputs(inputs);
	readCloudInputs(inputs);
	assert.deepEqual([...asked].sort(), ['AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET', 'AZURE_TENANT_ID']);
});

// Promise: N1
test('every bad input is reported, and no error shows what was given', () => {
	assert.throws(
		() => read({ 'tenant-id': 'misplaced one', 'client-id': 'misplaced two' }),
		(error) => error instanceof ActionErrors && error.errors.length === 2 && !/misplaced/.test(error.message),
	);
});
