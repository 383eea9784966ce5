// Which names a step must not set for those after it: every one of the list, and none beside it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changesLaterSteps, variableNameOf } from '../../../src/plan/variable-name.js';

/** As the list is written for users; `*` stands for anything, also for nothing. */
const REFUSED = `PATH PATHEXT COMSPEC HOME USERPROFILE SHELL SHELLOPTS BASHOPTS BASH_ENV BASH_FUNC_* ENV IFS PS4
PROMPT_COMMAND ZDOTDIR TMP TEMP TMPDIR LD_* DYLD_* NODE_* NPM_CONFIG_* PYTHON* PIP_* PERL5* RUBY* GO* CARGO_*
JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS MAVEN_OPTS DOTNET_* CORECLR_* COMPLUS_* PSModulePath GIT_* DOCKER_HOST
SSL_CERT_* OPENSSL_* *_PROXY IDENTITY_* MSI_* AZURE_AUTHORITY_HOST AZURE_POD_* GITHUB_* RUNNER_* ACTIONS_* INPUT_* STATE_*`;

describe('variableNameOf', () => {
	it('is upper case, with an underscore for each hyphen', () => {
		assert.equal(variableNameOf('exo-token-expires-on'), 'EXO_TOKEN_EXPIRES_ON');
		assert.equal(variableNameOf('_Exo1'), '_EXO1');
	});
});

describe('changesLaterSteps', () => {
	for (const pattern of REFUSED.split(/\s+/)) {
		it(`is true for ${pattern}`, () => {
			const examples = pattern.includes('*') ? ['', 'X', '_X'].map((text) => pattern.replace('*', text)) : [pattern];
			for (const example of examples) assert.equal(changesLaterSteps(variableNameOf(example)), true, example);
		});
	}

	for (const name of [
		'EXO',
		'SQL_PASSWORD',
		'MY_PATH',
		'PATH_TO_IT',
		'HOMEPAGE',
		'ENVIRONMENT',
		'PROXY',
		'MY_PROXY_HOST',
		'AZURE_TENANT_ID',
		'BASH',
		'PYTHO',
		'NODE',
		'GITHUB',
		'LD',
		'DOCKER_HOSTS',
	]) {
		it(`is false for ${name}`, () => {
			assert.equal(changesLaterSteps(name), false);
		});
	}
});
