// The committed bundle, started as a runner starts it, against an emulated tenant and vaults; and what must hold always.
import assert from 'node:assert/strict';
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from '../emulator/directory.js';
import type { Emulator } from '../emulator/emulator.js';
import { runStep, type Step, type StepResult } from '../runner/run-step.js';

/** Inputs that sign in to the emulator's tenant and name its first vault. */
export function signInInputs({ authorityHost, vaultUrl }: Emulator): Record<string, string> {
	return {
		'tenant-id': TENANT_ID,
		'client-id': CLIENT_ID,
		'client-secret': CLIENT_SECRET,
		'authority-host': authorityHost,
		'vault-suffix': 'localhost',
		keyvault: vaultUrl,
	};
}

/** A step of the root action; inputs are added to those that sign in. */
export async function runAction(
	emulator: Emulator,
	inputs: Readonly<Record<string, string>>,
	step: Partial<Omit<Step, 'inputs'>> = {},
): Promise<StepResult> {
	const { env, ...rest } = step;
	const result = await runStep({
		...rest,
		inputs: { ...signInInputs(emulator), ...inputs },
		env: { NODE_EXTRA_CA_CERTS: emulator.caFile, ...env },
	});
	assert.equal(result.stderr, '', 'something was written to stderr');
	assert.deepEqual(result.faults, []);
	assertNoLeak(result, [CLIENT_SECRET, ...emulator.entra.tokens.map(({ token }) => token)]);
	result.dispose();
	return result;
}

/** Nothing that a user or a log could show holds one of these texts, or a line of one. */
export function assertNoLeak(result: StepResult, secrets: readonly string[]): void {
	const printed = result.stdout
		.split('\n')
		.filter((line) => !line.startsWith('::add-mask::'))
		.join('\n');
	const annotations = result.annotations.map(({ title, message }) => `${title} ${message}`).join('\n');
	const places = { printed, log: result.log.join('\n'), annotations, summary: result.summary };
	const lines = secrets.flatMap((secret) => secret.split(/[\r\n]+/)).filter((line) => line.trim().length >= 4);
	for (const [place, text] of Object.entries(places)) {
		for (const line of lines) assert.ok(!text.includes(line), `a secret is in the ${place}`);
	}
}

/** Nothing was exported, and the step failed. */
export function assertNothingExported(result: StepResult): void {
	assert.equal(result.exitCode, 1);
	assert.equal(result.rawOutputFile, '');
	assert.deepEqual(result.outputs, {});
	assert.equal(result.summary, '');
}

/** The texts of the error annotations. */
export function errorsOf(result: StepResult): readonly string[] {
	return result.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
}
