// Ways to sign in that the machine offers, through the committed bundle: its managed identity, and a program on it.
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { TENANT_ID } from '../emulator/directory.js';
import type { Emulator } from '../emulator/emulator.js';
import { SYSTEM_IDENTITY, USER_IDENTITY } from '../emulator/identity-endpoints.js';
import { assertRefused, assertSignedIn, signInAs, startTrustingEmulator } from '../support/sign-in-as.js';
import { installArcKey } from './install-arc-key.js';

const folder = mkdtempSync(join(tmpdir(), 'sign-in-'));
after(() => rmSync(folder, { recursive: true }));

let emulator: Emulator;
beforeEach(async () => {
	emulator = await startTrustingEmulator();
});
afterEach(() => emulator.close());

const run = (inputs: Readonly<Record<string, string>>, env?: Readonly<Record<string, string>>) =>
	signInAs(emulator, inputs, env);

describe('managed-identity', () => {
	const inputs = { 'auth-method': 'managed-identity' };
	const proxies = { HTTP_PROXY: 'http://127.0.0.1:9', http_proxy: 'http://127.0.0.1:9', NO_PROXY: 'localhost' };
	const imds = () => ({ AZURE_POD_IDENTITY_AUTHORITY_HOST: emulator.listener('imds').origin });

	it("is the machine's own", async () => {
		assertSignedIn(
			await run({ ...inputs, 'client-id': '' }, { ...imds(), ...proxies }),
			'managed-identity',
			SYSTEM_IDENTITY.clientId,
		);
	});

	it('is the one that client-id names', async () => {
		const result = await run({ ...inputs, 'client-id': USER_IDENTITY.clientId }, imds());
		assertSignedIn(result, 'managed-identity', USER_IDENTITY.clientId);
	});

	it('that the machine does not have is an error, at once', async () => {
		assertRefused(
			await run(inputs, imds()),
			/^Managed identity \(IMDS\): the machine has no identity with client ID .*\(HTTP 400, invalid_request\)/,
		);
		assert.equal(emulator.requests.length, 1);
	});

	it('is asked for with its header on App Service', async () => {
		const result = await run({ ...inputs, 'client-id': '' }, { ...emulator.appServiceVariables, ...proxies });
		assertSignedIn(result, 'managed-identity', SYSTEM_IDENTITY.clientId);
	});

	it('is given by Azure Arc to who may read the file of its agent', async (t) => {
		const agent = installArcKey(emulator.identities.arcKey);
		if (agent === undefined) return t.skip('the folder of the agent cannot be written');
		t.after(agent.remove);
		emulator.identities.arcKeyPath = agent.path;
		const result = await run({ ...inputs, 'client-id': '' }, { ...emulator.arcVariables, ...agent.env, ...proxies });
		assertSignedIn(result, 'managed-identity', SYSTEM_IDENTITY.clientId);
		assert.deepEqual(
			emulator.requests
				.filter(({ listener }) => listener === 'azure-arc')
				.map(({ headers }) => headers['authorization']),
			[undefined, `Basic ${emulator.identities.arcKey}`],
		);
		assert.ok(result.masker.hides(emulator.identities.arcKey));
	});

	// Promise: P6
	it('reads no file but that of the agent for Azure Arc', async () => {
		emulator.identities.arcKeyPath = '/etc/passwd';
		assertRefused(
			await run({ ...inputs, 'client-id': '' }, emulator.arcVariables),
			/does not belong to the agent\. Nothing was read or sent\./,
		);
	});
});

describe('azure-cli on Windows', { skip: process.platform !== 'win32' && 'az is no batch file here' }, () => {
	const inputs = { 'auth-method': 'azure-cli' };
	const system = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32');

	function installAz(...lines: readonly string[]): Readonly<Record<string, string>> {
		const bin = mkdtempSync(join(folder, 'bin-'));
		writeFileSync(join(bin, 'az.cmd'), ['@echo off', ...lines, ''].join('\r\n'));
		return { PATH: `${bin};${system}` };
	}

	it('is az.cmd, which is run with the resource and the tenant', async () => {
		const expected = `account get-access-token --output json --resource https://vault.azure.net --tenant ${TENANT_ID}`;
		const env = installAz(
			`if not "%*"=="${expected}" exit /b 9`,
			`echo {"accessToken": "${emulator.entra.issue()}", "expires_on": 1999999999, "tokenType": "Bearer"}`,
		);
		assertSignedIn(await run(inputs, env), 'azure-cli');
	});

	it('says what to do if it is not there or not signed in', async () => {
		assertRefused(await run(inputs, { PATH: system }), /az is not installed on this runner/);
		const env = installAz('echo ERROR: Please run "az login" to setup account. 1>&2', 'exit /b 1');
		assertRefused(await run(inputs, env), /az is not signed in/);
	});
});

describe('azure-cli', { skip: process.platform === 'win32' && 'the stand-in for az is a shell script' }, () => {
	const inputs = { 'auth-method': 'azure-cli' };

	function installAz(script: string): Readonly<Record<string, string>> {
		const bin = mkdtempSync(join(folder, 'bin-'));
		writeFileSync(join(bin, 'az'), `#!/bin/sh\n${script}\n`);
		chmodSync(join(bin, 'az'), 0o755);
		return { PATH: `${bin}:/usr/bin:/bin` };
	}

	// Promise: L19
	it('starts az without the inputs and tokens of the step', async () => {
		const seen = join(folder, 'seen');
		// The environment as it came: a shell drops what it cannot name.
		const script = `(tr '\\0' '\\n' < /proc/$$/environ || env) > ${seen}
echo '{"accessToken": "${emulator.entra.issue()}", "expires_on": 1999999999, "tokenType": "Bearer"}'`;
		const secrets = {
			'INPUT_CLIENT-SECRET-OF-ANOTHER': 'canary-1',
			input_creds: 'canary-2',
			ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'canary-3',
			Actions_Runtime_Token: 'canary-4',
			STATE_saved: 'canary-5',
			GITHUB_TOKEN: 'canary-6',
		};
		const env = { ...installAz(script), ...secrets, AZURE_CONFIG_DIR: folder };
		assertSignedIn(await run(inputs, env), 'azure-cli');
		const given = readFileSync(seen, 'utf8');
		assert.doesNotMatch(given, /canary|^(?:INPUT|ACTIONS|STATE)_/im);
		assert.match(given, new RegExp(`^AZURE_CONFIG_DIR=${folder}$`, 'm'));
	});

	it('takes the token of az', async () => {
		const token = emulator.entra.issue();
		const env =
			installAz(`test "$*" = "account get-access-token --output json --resource https://vault.azure.net --tenant ${TENANT_ID}" || exit 9
echo '{"accessToken": "${token}", "expires_on": 1999999999, "tokenType": "Bearer"}'`);
		assertSignedIn(await run(inputs, env), 'azure-cli');
	});

	const failures: readonly [string, string, RegExp][] = [
		['is not signed in', 'echo "ERROR: Please run \'az login\' to setup account." >&2; exit 1', /az is not signed in/],
		[
			'has an expired assertion',
			'echo "ERROR: AADSTS700024: Client assertion is not within its valid time range." >&2; exit 1',
			/AADSTS700024.*right after Azure\/login/,
		],
		['prints junk', 'echo "WARNING: nothing"', /az printed no token/],
	];
	for (const [name, script, expected] of failures) {
		it(`says what to do if az ${name}`, async () => {
			assertRefused(await run(inputs, installAz(script)), expected);
		});
	}

	it('says so if there is no az', async () => {
		assertRefused(await run(inputs, { PATH: folder }), /az is not installed on this runner/);
	});
});
