// Authority, vault suffix and scope of each cloud, and what private ones replace.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CloudInputs } from '../../../src/input/cloud-inputs.js';
import { chooseCloud } from '../../../src/plan/cloud.js';

function choose(inputs: Partial<CloudInputs>) {
	return chooseCloud({
		cloud: undefined,
		authorityHost: undefined,
		vaultSuffix: undefined,
		oidcAudience: undefined,
		...inputs,
	});
}

const rows: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
	public: [
		'https://login.microsoftonline.com',
		'vault.azure.net',
		'api://AzureADTokenExchange',
		'https://graph.microsoft.com',
		'https://portal.azure.com',
	],
	'us-government': [
		'https://login.microsoftonline.us',
		'vault.usgovcloudapi.net',
		'api://AzureADTokenExchangeUSGov',
		'https://graph.microsoft.us',
		'https://portal.azure.us',
	],
	china: [
		'https://login.partner.microsoftonline.cn',
		'vault.azure.cn',
		'api://AzureADTokenExchangeChina',
		'https://microsoftgraph.chinacloudapi.cn',
		'https://portal.azure.cn',
	],
};

for (const [cloud, [authorityHost, vaultSuffix, oidcAudience, graphHost, portalHost]] of Object.entries(rows)) {
	test(`${cloud} sets authority, vault suffix and scope at once`, () => {
		assert.deepEqual(choose({ cloud }), {
			authorityHost,
			vaultSuffix,
			vaultSuffixIsGiven: false,
			vaultScope: `https://${vaultSuffix}/.default`,
			oidcAudience,
			graphHost,
			graphScope: `${graphHost}/.default`,
			portalHost,
		});
	});
}

test('the cloud is the public one if none is named', () => {
	assert.deepEqual(choose({}), choose({ cloud: 'public' }));
});

test('a private authority and a private suffix replace those of the cloud, and the scope stays the cloud’s', () => {
	assert.deepEqual(choose({ cloud: 'china', authorityHost: 'https://login.example:8443', vaultSuffix: 'localhost' }), {
		authorityHost: 'https://login.example:8443',
		vaultSuffix: 'localhost',
		vaultSuffixIsGiven: true,
		vaultScope: 'https://vault.azure.cn/.default',
		oidcAudience: 'api://AzureADTokenExchangeChina',
		graphHost: 'https://microsoftgraph.chinacloudapi.cn',
		graphScope: 'https://microsoftgraph.chinacloudapi.cn/.default',
		portalHost: 'https://portal.azure.cn',
	});
});

test('a suffix counts as given even where it is that of the cloud', () => {
	assert.equal(choose({ vaultSuffix: 'vault.azure.net' }).vaultSuffixIsGiven, true);
});

for (const cloud of ['Public', 'germany', 'AzureCloud', 'constructor', '__proto__', 'misplaced secret']) {
	test(`"${cloud}" is not a cloud: the error lists those that are, and does not show what was given`, () => {
		assert.throws(() => choose({ cloud }), {
			code: 'INPUT_INVALID',
			message: 'cloud: the value is not the name of a cloud. Expected one of public, us-government, china.',
		});
	});
}

test('the audience of the ID token can be another', () => {
	assert.equal(choose({ oidcAudience: 'api://own' }).oidcAudience, 'api://own');
});
