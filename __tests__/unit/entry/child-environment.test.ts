import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { childEnvironment } from '../../../src/entry/real-machine.js';

const SECRET = {
	'INPUT_CLIENT-SECRET': 'a',
	Input_Creds: 'b',
	'input_access-token': 'c',
	ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'd',
	actions_runtime_token: 'e',
	ACTIONS_RESULTS_URL: 'f',
	'STATE_store-folder': 'g',
	state_x: 'h',
	AZURE_CLIENT_SECRET: 'i',
	Azure_Client_Secret: 'j',
	AZURE_CLIENT_CERTIFICATE_PASSWORD: 'k',
	GITHUB_TOKEN: 'l',
	gh_token: 'm',
	NODE_AUTH_TOKEN: 'n',
	SSLKEYLOGFILE: '/tmp/keys',
};
const NEEDED = {
	PATH: '/usr/bin',
	HOME: '/home/runner',
	SystemRoot: 'C:\\Windows',
	AZURE_CONFIG_DIR: '/home/runner/.azure',
	AZURE_EXTENSION_DIR: '/opt/az/azcliextensions',
	HTTPS_PROXY: 'http://proxy.contoso.com:8080',
	REQUESTS_CA_BUNDLE: '/etc/ssl/ca.pem',
	IDENTITY_HEADER: 'of the machine, for az login --identity',
	GITHUB_ACTIONS: 'true',
	INPUTRC: '/etc/inputrc',
	TRANSACTIONS_DB: 'x',
	ESTATE_ID: '1',
};

describe('a program that the step starts', () => {
	for (const platform of ['linux', 'win32', 'darwin']) {
		// Promise: L19
		it(`gets what it needs and none of the secrets: ${platform}`, () => {
			assert.deepEqual(
				childEnvironment({ ...SECRET, ...NEEDED }, { variables: { AKV_TENANT: 't' }, withheld: [] }, platform),
				{
					...NEEDED,
					AKV_TENANT: 't',
				},
			);
		});
	}

	it('gets what is added for it in place of the same name, on Windows in any case', () => {
		assert.deepEqual(
			childEnvironment({ PSMODULEPATH: 'a', B: 'b' }, { variables: { PSModulePath: 'c' }, withheld: [] }, 'win32'),
			{
				B: 'b',
				PSModulePath: 'c',
			},
		);
		assert.deepEqual(
			childEnvironment(
				{ PSMODULEPATH: 'a', PSModulePath: 'b' },
				{ variables: { PSModulePath: 'c' }, withheld: [] },
				'linux',
			),
			{
				PSMODULEPATH: 'a',
				PSModulePath: 'c',
			},
		);
	});

	// Promise: L19
	it('gets nothing that is withheld from it, in whatever case', () => {
		const own = { API_KEY: 'a', Api_Key: 'b', API_KEY_2: 'c' };
		assert.deepEqual(childEnvironment(own, { variables: { D: 'd' }, withheld: ['api_KEY'] }, 'linux'), {
			API_KEY_2: 'c',
			D: 'd',
		});
	});
});
