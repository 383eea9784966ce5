// How the committed bundle signs in and starts programs on Windows' own Node, which Wine runs, and the other actions there.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from '../emulator/directory.js';
import { startEmulator } from '../emulator/emulator.js';
import { runStep } from '../runner/run-step.js';
import { signInInputs } from '../support/run-action.js';
import { runBothSteps } from '../support/run-post-step.js';
import { APP_ID, RotateWorld, SECRET } from '../support/run-rotate.js';
import { runToken, startTokenWorld } from '../support/run-token.js';
import { compiledTests, noWindows } from './windows.js';
import { assertFetched, assertRefused, windowsWorld } from './windows-step.js';

const world = windowsWorld();

// A suite that is skipped counts nothing; this does.
it("Windows' Node is there", { skip: noWindows }, async () => {
	const { stdout } = await world.windows.runNode('-p', 'process.platform + " " + process.cwd()');
	assert.match(stdout, /^win32 C:\\actions runner\\_wörk\s*$/);
});

describe("on Windows' Node", { skip: noWindows, concurrency: 2 }, () => {
	it('variables count in any case, as Windows has them', async () => {
		const env = { azure_tenant_id: TENANT_ID, Azure_Client_Id: CLIENT_ID, azure_client_secret: CLIENT_SECRET };
		const none = { 'tenant-id': '', 'client-id': '', 'client-secret': '' };
		assertFetched(await world.run({ ...none, secrets: 'db' }, { env }), { db: 'value of db' });
		assertRefused(await world.run({ secrets: 'db' }, { env: { node_debug: 'https' } }), /NODE_DEBUG/);
	});

	it('a client certificate is a file by drive, by backslashes below the workspace, and with umlauts', async () => {
		const folder = world.windows.makeFolder('Zertifikate für uns');
		const stored = world.emulator.vault().setCertificate('client');
		Object.assign(world.emulator.entra.app(), { certificates: [stored.certificate.der] });
		const { outputs } = await world.run({ certificates: 'client' });
		writeFileSync(join(folder, 'exo.pfx'), Buffer.from(outputs['client'] ?? '', 'base64'));
		const absolute = world.windows.toStep(join(folder, 'exo.pfx'));
		const relative = `..\\..\\..\\..\\Zertifikate für uns\\exo.pfx`;
		for (const path of [absolute, absolute.replaceAll('\\', '/'), relative]) {
			const result = await world.run({ 'client-secret': '', 'client-certificate': path, secrets: 'db' });
			assertFetched(result, { db: 'value of db' });
		}
	});

	it('a store without PowerShell is an error, and nothing is exported', async () => {
		const { main, left } = await world.runBoth({ secrets: 'db', certificates: 'exo | store' });
		assertRefused(main, /^thumbprint [0-9A-F]{40}: .*PowerShell.* CurrentUser\\My/);
		assert.deepEqual(left, []);
	});

	it('az is az.cmd, which gets neither inputs nor tokens of the step', async () => {
		const bin = world.windows.makeFolder('az bin');
		const seen = world.windows.toStep(join(bin, 'seen.txt'));
		const token = world.emulator.entra.issue();
		const answer = `echo {"accessToken": "${token}", "expires_on": 1999999999, "tokenType": "Bearer"}`;
		writeFileSync(join(bin, 'az.cmd'), ['@echo off', `set > "${seen}"`, answer, ''].join('\r\n'));
		const inputs = { 'auth-method': 'azure-cli', 'client-id': '', 'client-secret': '', secrets: 'db' };
		const env = { WINEPATH: world.windows.toStep(bin), ACTIONS_RUNTIME_TOKEN: 'of the runner', Input_Own: 'x' };
		assertFetched(await world.run(inputs, { env }), { db: 'value of db' });
		const variables = readFileSync(join(bin, 'seen.txt'), 'latin1');
		assert.match(variables, /^RUNNER_TEMP=/m);
		assert.doesNotMatch(variables, /^(?:INPUT|ACTIONS|STATE)_/im);
	});

	it('az that is missing is an error that says so', async () => {
		const inputs = { 'auth-method': 'azure-cli', 'client-id': '', 'client-secret': '', secrets: 'db' };
		assertRefused(await world.run(inputs), /\baz\b.*\binstalled\b/);
	});

	it("Azure Arc's key is read from its folder below ProgramData, and from no other", async () => {
		const own = await startEmulator();
		try {
			own.vault().setSecret('db', 'value of db');
			const folder = world.windows.makeFolder('ProgramData/AzureConnectedMachineAgent/Tokens');
			const key = join(folder, 'one.key');
			const other = join(world.windows.makeFolder('ProgramData/Tokens'), 'one.key');
			for (const path of [key, other]) writeFileSync(path, own.identities.arcKey);
			const inputs = { 'auth-method': 'managed-identity', 'client-id': '', 'client-secret': '', secrets: 'db' };
			const env = {
				...own.arcVariables,
				NODE_EXTRA_CA_CERTS: world.windows.toStep(own.caFile),
			};
			own.identities.arcKeyPath = world.windows.toStep(key);
			const options = { system: world.windows, env };
			assertFetched((await runBothSteps(own, inputs, options)).main, { db: 'value of db' });
			assert.ok(own.requests.some(({ headers }) => headers['authorization'] === `Basic ${own.identities.arcKey}`));
			own.identities.arcKeyPath = world.windows.toStep(other);
			assertRefused((await runBothSteps(own, inputs, options)).main, /\(Azure Arc\).*\bfile\b/);
		} finally {
			await own.close();
		}
	});

	it('the token action mints by the vault’s key', async () => {
		const { emulator } = await startTokenWorld();
		try {
			const env = { NODE_EXTRA_CA_CERTS: world.windows.toStep(emulator.caFile) };
			const result = await runToken(emulator, {}, { system: world.windows, env });
			assert.equal(result.exitCode, 0, result.log.join('\n'));
			assert.ok(result.outputs['EXO'] !== undefined && result.outputs['GRAPH'] !== undefined);
		} finally {
			await emulator.close();
		}
	});

	it('the rotate action renews a client secret', async () => {
		const { emulator: own } = await RotateWorld.start();
		try {
			const env = { NODE_EXTRA_CA_CERTS: world.windows.toStep(own.caFile) };
			const inputs = {
				...signInInputs(own),
				secret: SECRET,
				'app-id': APP_ID,
				'graph-host': own.graphHost,
			};
			const result = await runStep({ action: 'rotate/action.yml', inputs, env, system: world.windows });
			assert.equal(result.exitCode, 0, result.log.join('\n'));
			assert.equal(result.outputs['rotated'], 'true');
			result.dispose();
		} finally {
			await own.close();
		}
	});

	it('the tests of what touches files and programs pass', async () => {
		const files = ['unit/entry', 'unit/export', 'unit/store'].flatMap((folder) =>
			readdirSync(join(compiledTests, folder))
				.filter((name) => name.endsWith('.test.js'))
				.map((name) => join(compiledTests, folder, name)),
		);
		assert.ok(files.length > 5);
		const { exitCode, stdout } = await world.windows.runNode(
			'--test',
			'--test-reporter=tap',
			...files.map(world.windows.toStep),
		);
		assert.equal(exitCode, 0, stdout.slice(-4_000));
		assert.ok(Number(/^# pass (\d+)\r?$/m.exec(stdout)?.[1]) > 50, stdout.slice(-400));
	});
});
