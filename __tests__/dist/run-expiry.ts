// The expiry action through the committed bundle, against an emulator, and the report that it leaves.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { ExpiryEntry } from '../../src/expiry/expiry-row.js';
import { CLIENT_SECRET } from '../emulator/directory.js';
import type { Emulator } from '../emulator/emulator.js';
import { runStep, type Step, type StepResult } from '../runner/run-step.js';
import { assertNoLeak, signInInputs } from '../support/run-action.js';

/** A step, and the file that it leaves. */
export interface ExpiryResult extends StepResult {
	/** Undefined if there is none. */
	readonly report: ReportFile | undefined;
}

/** The report as it is on the disk. */
export interface ReportFile {
	readonly entries: readonly ExpiryEntry[];
	/** Below RUNNER_TEMP. */
	readonly path: string;
	readonly fileMode: number;
	readonly folderMode: number;
}

/** A step of the expiry action; inputs are added to those that sign in and list the emulator's vault and tenant. */
export async function runExpiry(
	emulator: Emulator,
	inputs: Readonly<Record<string, string>> = {},
	{ env, ...step }: Partial<Omit<Step, 'inputs'>> = {},
): Promise<ExpiryResult> {
	const { keyvault: keyvaults = '', ...signIn } = signInInputs(emulator);
	const result = await runStep({
		action: 'expiry/action.yml',
		...step,
		inputs: { ...signIn, keyvaults, 'tenant-apps': 'true', 'graph-host': emulator.graphHost, ...inputs },
		env: { NODE_EXTRA_CA_CERTS: emulator.caFile, ...env },
	});
	assert.equal(result.stderr, '', 'something was written to stderr');
	assert.deepEqual(result.faults, []);
	assertNoLeak(result, [CLIENT_SECRET, ...emulator.entra.tokens.map(({ token }) => token)]);
	const report = readReport(result);
	result.dispose();
	return { ...result, report };
}

function readReport({ outputs, temp }: StepResult): ReportFile | undefined {
	const path = outputs['report-path'];
	if (path === undefined) return undefined;
	return {
		entries: JSON.parse(readFileSync(path, 'utf8')) as readonly ExpiryEntry[],
		path: relative(temp, path),
		fileMode: statSync(path).mode & 0o777,
		folderMode: statSync(dirname(path)).mode & 0o777,
	};
}
