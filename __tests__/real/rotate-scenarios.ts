// Scenarios of a job that renews a client secret and then signs in with it.
import { CLIENT_ID, TENANT_ID } from '../emulator/directory.js';
import type { Emulator } from '../emulator/emulator.js';
import type { Checks } from '../support/checks.js';
import { runWorkflow } from './act-job.js';
import { checker, showsAny, succeeded } from './scenarios.js';

const APP_ID = '77777777-7777-4777-8777-777777777777';

/** Steps of rotate-workflow.yml after the one that rotates. */
const LATER_STEPS = ['Look at the outputs', 'Read the stored secret', 'Sign in with it', 'Print what must be hidden'];

/** The job that makes the first client secret, the one for which nothing is due, and the one that may not. */
export async function runRotateScenarios(checks: Checks, act: string, emulator: Emulator): Promise<void> {
	const vault = emulator.vault();
	vault.setSecret('reached', 'value behind the new client secret');
	emulator.entra.app().roles = ['Application.ReadWrite.OwnedBy'];
	const app = emulator.entra.addApp(TENANT_ID, { clientId: APP_ID, secret: 'not-in-use', owners: [CLIENT_ID] });
	app.passwords.nodeDelaysMs = [0, 2_000];
	const run = (rotated: string) =>
		runWorkflow({
			act,
			emulator,
			workflow: 'rotate-workflow.yml',
			variables: { KEYVAULT: emulator.vaultUrl, GRAPH_HOST: emulator.graphHost, APP_ID, ROTATED: rotated },
		});

	for (const [rotated, sentence] of [
		['true', 'Proved: the application signed in with it twice in a row'],
		['false', 'Nothing is due'],
	] as const) {
		const job = await run(rotated);
		const check = checker(checks, `rotation, ${rotated === 'true' ? 'the first' : 'nothing due'}`, job);
		check('the job succeeds', job.exitCode === 0 && job.log.includes('Job succeeded'));
		check('the action says what it did', job.log.includes(sentence));
		for (const step of LATER_STEPS) check(`a later step: ${step}`, succeeded(job, step));
		check('a printed value is hidden', /\| stored: \*\*\*\s/.test(job.log) && /\| reached: \*\*\*\s/.test(job.log));
		check(
			'no value is in the log',
			!showsAny(
				job,
				app.passwords.all.map(({ secret }) => secret),
			),
		);
		check('the application has one password', app.passwords.all.length === 1);
	}

	app.owners = [];
	const { value = '', tags = {} } = vault.findSecret('api-client-secret') ?? {};
	const tomorrow = Math.floor(Date.now() / 1000) + 86_400;
	const due = vault.setSecret('api-client-secret', value, { tags, expires: tomorrow });
	const refused = await run('true');
	const checkRefused = checker(checks, 'rotation, no owner', refused);
	checkRefused('the job fails', refused.exitCode === 1 && refused.log.includes('Job failed'));
	checkRefused(
		'the error says what is missing, and that nothing was changed',
		/::error.*Application\.ReadWrite\.OwnedBy.*an owner of this app registration.*Nothing was changed/.test(
			refused.log,
		),
	);
	checkRefused('no later step runs', !LATER_STEPS.some((step) => refused.log.includes(`Run Main ${step}`)));
	checkRefused('the vault is as it was', vault.findSecret('api-client-secret')?.version === due);
}
