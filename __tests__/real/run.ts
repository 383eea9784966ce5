// `npm --prefix tools run real`: the committed bundle in a real workflow under act, against the emulator and against Lowkey Vault.
// With --require-lowkey, Lowkey Vault that cannot be had is a failure; without it, it is counted as skipped.
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { Checks } from '../support/checks.js';
import { runExampleScenarios } from './example-scenarios.js';
import { fillLowkeyVault, startLowkeyVault } from './lowkey-vault.js';
import { runManagedIdentity } from './managed-identity.js';
import { runOwnTokenScenarios } from './own-token-scenarios.js';
import { runPageScenarios } from './page-scenarios.js';
import { findAct, findLowkeyVault } from './real-parts.js';
import { runRotateScenarios } from './rotate-scenarios.js';
import { runScenarios } from './scenarios.js';
import { runSetScenarios } from './set-scenarios.js';
import { runTokenScenarios } from './token-scenarios.js';
import { fillEmulatedVault } from './vault-contents.js';

// Until the end is reached, nothing has been shown.
process.exitCode = 1;

const requireLowkey = process.argv.includes('--require-lowkey');
const checks = new Checks();
const act = findAct();

await guarded('emulator', async () => {
	if ('missing' in act) return absent('emulator', act.missing, requireLowkey);
	await withEmulator((emulator) => {
		const vault = fillEmulatedVault(emulator.vault(), emulator.vaultUrl);
		return runScenarios(checks, { act: act.found, emulator, vault });
	});
});

await guarded('tokens', async () => {
	if ('missing' in act) return absent('tokens', act.missing, requireLowkey);
	await withEmulator((emulator) => runTokenScenarios(checks, act.found, emulator));
});

await guarded('tokens without a certificate', async () => {
	if ('missing' in act) return absent('tokens without a certificate', act.missing, requireLowkey);
	await withEmulator((emulator) => runOwnTokenScenarios(checks, act.found, emulator));
});

await guarded('rotation', async () => {
	if ('missing' in act) return absent('rotation', act.missing, requireLowkey);
	await withEmulator((emulator) => runRotateScenarios(checks, act.found, emulator));
});

await guarded('writing', async () => {
	if ('missing' in act) return absent('writing', act.missing, requireLowkey);
	await withEmulator((emulator) => runSetScenarios(checks, { act: act.found, emulator, vaultUrl: emulator.vaultUrl }));
});

await guarded('examples', async () => {
	if ('missing' in act) return absent('examples', act.missing, requireLowkey);
	await withEmulator((emulator) => runExampleScenarios(checks, act.found, emulator));
});

await guarded('pages', async () => {
	if ('missing' in act) return absent('pages', act.missing, requireLowkey);
	await runPageScenarios(checks, act.found);
});

await guarded('Lowkey Vault', async () => {
	if ('missing' in act) return absent('Lowkey Vault', act.missing, requireLowkey);
	const lowkey = findLowkeyVault();
	if ('missing' in lowkey) return absent('Lowkey Vault', lowkey.missing, requireLowkey);
	await withEmulator(async (emulator) => {
		const server = await startLowkeyVault(lowkey.found, emulator);
		try {
			const vault = await fillLowkeyVault(server, emulator);
			await runScenarios(checks, { act: act.found, emulator, vault });
			await runManagedIdentity(checks, server, emulator);
			await runSetScenarios(checks, { act: act.found, emulator, vaultUrl: server.url });
		} finally {
			await server.stop();
		}
	});
});

process.exitCode = checks.failed === 0 ? 0 : 1;
console.log(`${checks}`);

async function withEmulator(use: (emulator: Emulator) => Promise<void>): Promise<void> {
	const emulator = await startEmulator();
	try {
		await use(emulator);
	} finally {
		await emulator.close();
	}
}

// Runs a scenario; an error in between is a failure of its own, and does not keep the rest from running.
async function guarded(name: string, scenario: () => Promise<void>): Promise<void> {
	try {
		await scenario();
	} catch (error) {
		checks.check(`${name}: ${error instanceof Error ? error.message : error}`, false);
	}
}

function absent(name: string, reason: string, isRequired: boolean): void {
	if (isRequired) checks.check(`${name}: ${reason}`, false);
	else checks.skip(name, reason);
}
