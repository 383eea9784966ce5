// Everything about tokens that is decided, and every mistake that is found, before the first request.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionErrors, expectedErrors } from '../../../src/errors.js';
import { readTokenInputs } from '../../../src/input/token-inputs.js';
import { isRefusedVariable } from '../../../src/plan/refused-variables.js';
import { makeTokenPlan } from '../../../src/plan/token-plan.js';
import { makeInputs } from '../../support/make-ports.js';

const EXO = 'https://outlook.office365.com/.default';
const GRAPH = 'https://graph.microsoft.com/.default';
const VERSION = '4387e9f3d6e14c459867679a90fd0f79';
const VAULT_URL = 'https://contoso.vault.azure.net';

function plan(inputs: Readonly<Record<string, string>> = {}) {
	const given = { keyvault: 'contoso', certificate: 'exo', scopes: `EXO = ${EXO}`, ...inputs };
	return makeTokenPlan({ ...readTokenInputs(makeInputs(given)), refuses: isRefusedVariable });
}

function owner(inputs: Readonly<Record<string, string>> = {}) {
	const { owner: planned } = plan(inputs);
	return planned.kind === 'certificate' ? planned : assert.fail('no certificate');
}

function messages(inputs: Readonly<Record<string, string>>): readonly string[] {
	try {
		plan(inputs);
	} catch (error) {
		assert.ok(error instanceof ActionErrors, String(error));
		return expectedErrors(error).map(({ message }) => message);
	}
	return assert.fail('the plan was made');
}

describe('a cloud that is not known', () => {
	it('hides no mistake in the lines', () => {
		assert.deepEqual(
			messages({ cloud: 'mars', scopes: 'EXO' }).map((message) => message.split(':')[0]),
			['cloud', 'scopes line 1'],
		);
	});
});

describe('the certificate', () => {
	it('is one of the vault, by name or version', () => {
		const latest = { vaultUrl: VAULT_URL, collection: 'certificates', name: 'exo', version: undefined };
		assert.deepEqual(owner().certificate, latest);
		const versioned = owner({ certificate: `exo/${VERSION.toUpperCase()}` }).certificate;
		assert.deepEqual(versioned, { ...latest, version: VERSION });
	});

	it('may be a full identifier, which goes before the vault that is named', () => {
		const certificate = `https://fabrikam.vault.azure.net/certificates/exo/${VERSION}`;
		for (const keyvault of ['', 'contoso']) {
			const found = owner({ keyvault, certificate }).certificate;
			assert.deepEqual(
				[found.vaultUrl, found.name, found.version],
				['https://fabrikam.vault.azure.net', 'exo', VERSION],
			);
		}
	});

	const bad: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
		['no vault', { keyvault: '' }, /^keyvault: the input is empty\. Name the vault/],
		['a vault that is none', { keyvault: 'http://contoso' }, /^keyvault: the value begins with http/],
		['a name that vaults do not allow', { certificate: 'my_exo' }, /^certificate: the name has /],
		[
			'a pattern',
			{ certificate: 'exo-*' },
			/^certificate: the value is a pattern\. Name the one certificate whose key signs\.$/,
		],
		['a name and an identifier', { certificate: `exo ${VAULT_URL}/secrets/exo` }, /^certificate: the name has /],
		['a malformed version', { certificate: 'exo/latest' }, /^certificate: "latest" is not a version/],
		['more than a version', { certificate: `exo/${VERSION}/x` }, /^certificate: something follows the version/],
		['a list', { certificate: 'exo, other' }, /^certificate: the name has /],
		[
			'a secret',
			{ certificate: `${VAULT_URL}/secrets/exo` },
			/^certificate: the value is not the identifier of a certificate\. Expected NAME, /,
		],
		[
			'a key',
			{ certificate: `${VAULT_URL}/keys/exo` },
			/^certificate: the value is not the identifier of a certificate/,
		],
		[
			'another host',
			{ certificate: 'https://evil.example/certificates/exo' },
			/^certificate: the identifier is at evil\.example, which/,
		],
	];
	for (const [what, inputs, expected] of bad) {
		it(`is refused for ${what}`, () => {
			const [message = '', ...others] = messages(inputs);
			assert.match(message, expected);
			assert.deepEqual(others, []);
		});
	}
});

describe('without a certificate', () => {
	it('the plan needs no vault', () => {
		assert.deepEqual(plan({ keyvault: '', certificate: '' }).owner, { kind: 'sign-in' });
	});
});

describe('the tokens', () => {
	it('are in the order of the lines, and what is said twice is one', () => {
		const { tokens } = plan({ scopes: `B = ${GRAPH}\nA = ${EXO}\nB = ${GRAPH}` });
		assert.deepEqual(
			tokens.map(({ number, output, scope }) => [number, output, scope]),
			[
				[1, 'B', GRAPH],
				[2, 'A', EXO],
			],
		);
	});

	it('may share a scope under different names', () => {
		assert.equal(plan({ scopes: `A = ${GRAPH}\nB = ${GRAPH}` }).tokens.length, 2);
	});

	it('clash if two lines set one output, whatever its case', () => {
		assert.deepEqual(
			messages({ scopes: `A = ${GRAPH}\na = ${GRAPH}\nA = ${EXO}\nB = ${EXO}\nb-Expires-On = ${EXO}` }),
			[
				'scopes line 2: the line would set the output "a", which scopes line 1 sets already (case does not matter). Write OTHER_NAME = NAME in one of them.',
				'scopes line 3: the line would set the output "A", which scopes line 1 sets already (case does not matter). Write OTHER_NAME = NAME in one of them.',
				'scopes line 5: the line would set the output "b-Expires-On", which scopes line 4 sets already (case does not matter). Write OTHER_NAME = NAME in one of them.',
			],
		);
	});

	it('clash as variables if they are to be such', () => {
		const scopes = `A-B = ${GRAPH}\nA_B = ${EXO}`;
		assert.equal(plan({ scopes }).tokens.length, 2);
		assert.match(
			messages({ scopes, 'export-env': 'true' })[0] ?? '',
			/^scopes line 2: the line would set the variable A_B, which scopes line 1 sets/,
		);
	});

	it('are no variables that change how later steps run', () => {
		const scopes = `Path = ${GRAPH}\ngithub-token = ${EXO}\nHTTPS-PROXY = ${EXO}`;
		assert.equal(plan({ scopes }).tokens.length, 3);
		assert.deepEqual(
			messages({ scopes, 'export-env': 'true' }).map((message) => message.replace(/, which.*/, '')),
			['variable PATH', 'variables GITHUB_TOKEN, GITHUB_TOKEN_EXPIRES_ON', 'variable HTTPS_PROXY'].map(
				(what, index) => `scopes line ${index + 1}: the line would set the ${what}`,
			),
		);
		// An output that goes with a token is one as well.
		assert.equal(changes(`HTTPS = ${EXO}`), false);
	});

	function changes(scopes: string): boolean {
		return plan({ scopes, 'export-env': 'true' }).tokens.length !== 1;
	}

	it('are reported with everything else that is wrong', () => {
		const found = messages({ certificate: 'my_exo', scopes: `A\nB = Mail.Read\nC = ${EXO}` });
		assert.deepEqual(
			found.map((message) => message.split(':')[0]),
			['certificate', 'scopes line 1', 'scopes line 2'],
		);
	});
});

describe('the rest of the plan', () => {
	it('is taken over', () => {
		const ids = { 'app-id': '55555555-5555-4555-8555-555555555555', 'app-tenant-id': 'fabrikam.com' };
		const { exportEnv, cloud } = plan({ ...ids, 'export-env': 'true', cloud: 'china' });
		const { appId, appTenantId } = owner(ids);
		assert.deepEqual([appId, appTenantId, exportEnv], [...Object.values(ids), true]);
		assert.equal(cloud.vaultSuffix, 'vault.azure.cn');
	});
});
