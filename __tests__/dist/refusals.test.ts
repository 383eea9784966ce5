// Everything that can be wrong with what a user wrote or was allowed, through the committed bundle.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CLIENT_SECRET } from '../emulator/directory.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { runStep } from '../runner/run-step.js';
import { assertNoLeak, assertNothingExported, errorsOf, runAction, signInInputs } from '../support/run-action.js';

let emulator: Emulator;
before(async () => {
	emulator = await startEmulator();
	const vault = emulator.vault();
	for (const name of ['good-1', 'good-2', 'good-3', 'rbac', 'policy', 'firewall', 'private'])
		vault.setSecret(name, `value of ${name}`);
	vault.setSecret('disabled', 'value of disabled', { enabled: false });
	vault.deny('rbac', 'rbac');
	vault.deny('policy', 'policy');
	vault.deny('firewall', 'firewall');
	vault.deny('private', 'private-link');
});
after(() => emulator.close());

describe('references that fail', () => {
	it('are all reported with reason, advice and request ID, and nothing is exported', async () => {
		const secrets = 'good-1, missing, good-2, disabled, rbac, policy, firewall, private, good-3';
		const result = await runAction(emulator, { secrets });
		assertNothingExported(result);
		assertNoLeak(result, ['value of good-1', 'value of good-2', 'value of good-3']);
		const errors = errorsOf(result);
		const expected = [
			/^secret missing: .*\(HTTP 404, SecretNotFound\)\. .*recover/,
			/^secret disabled: it is disabled \(HTTP 403, SecretDisabled\)\. Enable/,
			/^secret rbac: .*\(client ID 22222222.*\) .*ForbiddenByRbac\)\. .*"Key Vault Secrets User"/,
			/^secret policy: the vault's access policies .*ForbiddenByPolicy\)\. /,
			/^secret firewall: .*address is [0-9.]+ .*ForbiddenByFirewall\)\. /,
			/^secret private: .*ForbiddenByConnection\)\. /,
		];
		assert.equal(errors.length, expected.length, errors.join('\n'));
		for (const [index, pattern] of expected.entries()) {
			assert.match(errors[index] ?? '', pattern);
			assert.match(errors[index] ?? '', /\(request ID [0-9a-f-]{36}\)$/);
		}
	});

	it('share one error if they fail for one reason', async () => {
		const result = await runAction(emulator, { secrets: 'missing-1, missing-2, missing-3' });
		assertNothingExported(result);
		assert.equal(errorsOf(result).length, 1);
		assert.match(
			errorsOf(result)[0] ?? '',
			/^secret missing-1 \(request ID .*\), secret missing-2 .*, secret missing-3 /,
		);
	});

	it('are warnings if they may be missing, and set no output', async () => {
		const result = await runAction(emulator, { secrets: 'missing, good-1', 'ignore-missing': 'true' });
		assert.equal(result.exitCode, 0);
		assert.deepEqual(Object.keys(result.outputs), ['good-1', 'secrets', 'expiring']);
		assert.match(result.annotations[0]?.message ?? '', /^secret missing: /);
		assert.equal(result.annotations[0]?.level, 'warning');
	});
});

describe('a sign-in that is refused', () => {
	const cases: readonly [string, Readonly<Record<string, string>>, RegExp][] = [
		[
			'a wrong secret',
			{ 'client-secret': 'wrong~secret.of-somebody' },
			/AADSTS7000215: wrong client secret\. Use the secret's value/,
		],
		[
			'its ID in place of its value',
			{ 'client-secret': '44444444-4444-4444-8444-444444444444' },
			/AADSTS7000215.*\bGUID\b/,
		],
		['an unknown client', { 'client-id': '55555555-5555-4555-8555-555555555555' }, /AADSTS700016.*Compare client-id/],
		['an unknown tenant', { 'tenant-id': 'nobody.example' }, /AADSTS90002.*Compare tenant-id/],
	];
	for (const [name, inputs, expected] of cases) {
		it(`for ${name} says what to do, and which request it was`, async () => {
			const result = await runAction(emulator, { secrets: 'good-1', ...inputs });
			assertNothingExported(result);
			assertNoLeak(result, [inputs['client-secret'] ?? CLIENT_SECRET]);
			assert.equal(errorsOf(result).length, 1);
			assert.match(errorsOf(result)[0] ?? '', expected);
			assert.match(errorsOf(result)[0] ?? '', /\(correlation ID [0-9a-f-]{36}\)$/);
		});
	}

	it('for an expired secret', async () => {
		emulator.entra.app().secretExpired = true;
		const result = await runAction(emulator, { secrets: 'good-1' });
		emulator.entra.app().secretExpired = false;
		assertNothingExported(result);
		assert.match(errorsOf(result)[0] ?? '', /AADSTS7000222: .*expired/);
	});
});

describe('inputs that are wrong', () => {
	const cases: readonly [string, Readonly<Record<string, string>>, readonly RegExp[]][] = [
		['nothing named', { secrets: ' \n# nothing\n' }, [/^secrets: /]],
		['an empty client', { 'client-id': '', secrets: 'a' }, [/^client-id: the input is empty\. .*AZURE_CLIENT_ID/]],
		['an empty secret', { 'client-secret': '', secrets: 'a' }, [/^auth-method: .*client-secret/]],
		[
			'an http vault',
			{ keyvault: 'http://contoso.vault.azure.net', secrets: 'a' },
			[/^keyvault: the value is at contoso\.vault\.azure\.net, which is not a vault under localhost/],
		],
		[
			'a foreign vault',
			{ keyvault: 'https://evil.example', secrets: 'a' },
			[/^keyvault: the value is at evil\.example, which is not a vault under localhost/],
		],
		[
			'a foreign host in a line',
			{ secrets: 'a\nhttps://localhost.evil.example/secrets/a' },
			[/^secrets line 2: the identifier is at localhost\.evil\.example/],
		],
		[
			'no vault',
			{ keyvault: '', secrets: 'a\nb\nc' },
			[/^keyvault: no vault is set for secrets line 1 and 2 more lines\./],
		],
		['an http authority', { 'authority-host': 'http://login.example', secrets: 'a' }, [/^authority-host: .*https/]],
		[
			'an unknown cloud, beside a bad line',
			{ cloud: 'germany', secrets: 'a\nmy_secret' },
			[/^cloud: /, /^secrets line 2: .*underscore/],
		],
		[
			'a clash',
			{ secrets: 'a\nB = a\nb' },
			[/^secrets line 3: the line would set the output "b", which secrets line 2 sets already/],
		],
		[
			'many at once',
			{
				'tenant-id': 'my tenant',
				'export-env': 'yes',
				'expiry-warning-days': '-1',
				summary: 'yes',
				secrets: 'my_secret\na = \n= b',
			},
			[
				/^tenant-id: the value is neither/,
				/^export-env: .*true.*false/,
				/^secrets line 1: the name has an underscore/,
				/^secrets line 2: nothing stands after "="/,
				/^secrets line 3: nothing stands before "="/,
				/^expiry-warning-days: .*whole number/,
				/^summary: .*true.*false/,
			],
		],
	];
	for (const [name, inputs, expected] of cases) {
		it(`such as ${name} are errors before any request`, async () => {
			const before = emulator.requests.length;
			const result = await runAction(emulator, inputs);
			assertNothingExported(result);
			assert.equal(emulator.requests.length, before);
			const errors = errorsOf(result);
			assert.equal(errors.length, expected.length, errors.join('\n'));
			for (const [index, pattern] of expected.entries()) assert.match(errors[index] ?? '', pattern);
		});
	}

	it('may come from AZURE_* variables, but never the authority', async () => {
		const env = {
			NODE_EXTRA_CA_CERTS: emulator.caFile,
			AZURE_TENANT_ID: 'contoso.onmicrosoft.com',
			AZURE_CLIENT_ID: signInInputs(emulator)['client-id'] ?? '',
			AZURE_CLIENT_SECRET: CLIENT_SECRET,
			AZURE_AUTHORITY_HOST: emulator.foreignUrl,
		};
		const { authorityHost, vaultUrl } = emulator;
		const inputs = {
			'authority-host': authorityHost,
			'vault-suffix': 'localhost',
			keyvault: vaultUrl,
			secrets: 'good-1',
		};
		const result = await runStep({ inputs, env });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.equal(result.outputs['good-1'], 'value of good-1');
		assert.match(result.log[0] ?? '', /AZURE_CLIENT_SECRET is set/);
		assert.ok(!emulator.requests.some(({ listener }) => listener === 'foreign'));
		result.dispose();
	});
});

describe("a runner's files", () => {
	// Promise: L6
	it('are looked at before the first request: without GITHUB_OUTPUT values would be printed', async () => {
		const before = emulator.requests.length;
		const result = await runAction(emulator, { secrets: 'good-1' }, { without: ['GITHUB_OUTPUT'] });
		assert.equal(result.exitCode, 1);
		assert.match(errorsOf(result)[0] ?? '', /^GITHUB_OUTPUT is not set\./);
		assert.equal(emulator.requests.length, before);
	});

	it('for the summary may be missing', async () => {
		const result = await runAction(emulator, { secrets: 'good-1' }, { without: ['GITHUB_STEP_SUMMARY'] });
		assert.equal(result.exitCode, 0);
		assert.equal(result.outputs['good-1'], 'value of good-1');
	});

	it('hold no summary if none is wanted', async () => {
		const result = await runAction(emulator, { secrets: 'good-1', summary: 'False' });
		assert.equal(result.exitCode, 0);
		assert.equal(result.summary, '');
	});
});
