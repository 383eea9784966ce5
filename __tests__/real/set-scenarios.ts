// Scenarios of a job that writes to a vault and reads back what it wrote.
import type { Emulator } from '../emulator/emulator.js';
import type { Checks } from '../support/checks.js';
import { runWorkflow } from './act-job.js';
import { checker, showsAny, succeeded } from './scenarios.js';

const API_KEY = 'k3y-of-the-partner-api';

/** Steps of set-workflow.yml, by their names. */
const MODIFIERS = ['Look at the outputs', 'Read back', 'Compare', 'Write again', 'Nothing was written twice'];

/** Services that the job runs against. */
export interface SetServices {
	readonly act: string;
	/** Where it signs in. */
	readonly emulator: Emulator;
	/** https origin of the vault: the emulator's, or another's. */
	readonly vaultUrl: string;
}

/** The job that writes, and the one in whose line a value stands. */
export async function runSetScenarios(checks: Checks, { act, emulator, vaultUrl }: SetServices): Promise<void> {
	const job = await runWorkflow({
		act,
		emulator,
		workflow: 'set-workflow.yml',
		variables: { KEYVAULT: vaultUrl },
		secrets: { API_KEY },
	});
	const check = checker(checks, `writing to ${vaultUrl === emulator.vaultUrl ? 'the emulator' : 'Lowkey Vault'}`, job);
	check('the job succeeds', job.exitCode === 0 && job.log.includes('Job succeeded'));
	for (const name of [
		'secret session-key',
		'secret set-api-key',
		'secret banner',
		'certificate set-pfx',
		'certificate set-pem',
	])
		check(
			`${name} is stored`,
			new RegExp(`${name}: stored as version [0-9a-f]{32}, because the vault had none`).test(job.log),
		);
	for (const step of MODIFIERS) check(`a later step: ${step}`, succeeded(job, step));
	check('printed values are hidden', /\| made: \*\*\*\s/.test(job.log) && /\| read: \*\*\*\s/.test(job.log));
	check('no value is in the log', !showsAny(job, [API_KEY, 'the c0ntent of a file']));
}
