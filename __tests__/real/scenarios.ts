// Scenarios of a job that hold whichever vault it runs against.
import type { Emulator } from '../emulator/emulator.js';
import type { Checks } from '../support/checks.js';
import { type JobOrder, type JobResult, runJob } from './act-job.js';

/** Steps of workflow.yml after the one that fetches. */
const LATER_STEPS = [
	...['Compare the values', 'Open the PFX', 'Read the PEM', 'Open the files', 'Find them in the store'],
	'Print what must be hidden',
];

/** One token, two secrets, and two requests for each of two certificates. */
const REQUESTS = { token: 1, vault: 6 };

/** The job that is to succeed, and the one whose reference does not exist. */
export async function runScenarios(checks: Checks, order: JobOrder): Promise<void> {
	await runGoodJob(checks, order);
	await runJobWithMissing(checks, order);
}

async function runGoodJob(checks: Checks, order: JobOrder): Promise<void> {
	const { emulator, vault } = order;
	const requestsBefore = emulator.requests.length;
	const job = await runJob(order);
	const check = checker(checks, vault.name, job);
	check('the job succeeds', job.exitCode === 0 && job.log.includes('Job succeeded'));
	check('the action says what it fetched', job.log.includes('Fetched, masked and exported:'));
	for (const step of LATER_STEPS) check(`a later step: ${step}`, succeeded(job, step));
	for (const what of ['plain', 'password'])
		check(`a printed ${what} is hidden`, new RegExp(`\\| ${what}: \\*\\*\\*\\s`).test(job.log));
	check(
		'the post step empties the store',
		job.log.includes("Removed the step's certificates from the user's certificate store."),
	);
	check('the post step removes the files', job.log.includes('Removed the files that the step wrote.'));
	check('no value is in the log', !showsAny(job, vault.hidden));
	check('no more requests than needed', hasOnlyNeeded(emulator, requestsBefore, vault.url));
}

async function runJobWithMissing(checks: Checks, order: JobOrder): Promise<void> {
	const job = await runJob({ ...order, oneMore: 'not-there' });
	const { name, missingCode, hidden } = order.vault;
	const check = checker(checks, `${name}, a secret that is missing`, job);
	const error = new RegExp(`::error.*not-there.*${missingCode}`);
	check('the job fails', job.exitCode === 1 && job.log.includes('Job failed'));
	check('the error names it and its code', error.test(job.log));
	check('no later step runs', !LATER_STEPS.some((step) => job.log.includes(`Run Main ${step}`)));
	check('no output is set', job.log.includes('Run Main Fetch') && !job.log.includes('::set-output::'));
	check('no value is in the log', !showsAny(job, hidden));
}

/**
 * Checks what is known of a job. The first that fails shows its log, which helps whoever looks for the cause; the values
 * in it are of no use to anyone. act has a line for each mask, all alike.
 */
export function checker(checks: Checks, subject: string, job: JobResult): (name: string, passed: boolean) => void {
	let shown = false;
	return (name, passed) => {
		if (checks.check(`${subject}: ${name}`, passed) || shown) return;
		shown = true;
		console.log(`--- log of the job\n${job.log.replace(/^(.*\n)\1+/gm, '$1')}\n--- end of the log`);
	};
}

/** Whether this step of the job succeeded. */
export function succeeded({ log }: JobResult, step: string): boolean {
	return log.includes(`Success - Main ${step}`);
}

/** Whether one of these texts is in the log. */
export function showsAny({ log }: JobResult, texts: readonly string[]): boolean {
	return texts.some((text) => log.includes(text));
}

// The emulator sees the sign-in in every case, the vault's requests if the vault is its own.
function hasOnlyNeeded(emulator: Emulator, before: number, vaultUrl: string): boolean {
	const paths = emulator.requests.slice(before).map(({ path }) => path);
	const tokens = paths.filter((path) => path.endsWith('/token'));
	const ofVault = vaultUrl === emulator.vaultUrl ? REQUESTS.vault : 0;
	return tokens.length === REQUESTS.token && paths.length === REQUESTS.token + ofVault;
}
