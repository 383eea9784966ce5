// Scenarios of a job that mints tokens with a key that stays in the vault.
import type { Emulator } from '../emulator/emulator.js';
import type { Checks } from '../support/checks.js';
import { runWorkflow } from './act-job.js';
import { checker, showsAny, succeeded } from './scenarios.js';

/** Steps of token-workflow.yml after the one that mints. */
const LATER_STEPS = ['Use a token', 'Look at the other one', 'Print what must be hidden'];

/** The job that is to succeed, and the one whose application does not have the certificate. */
export async function runTokenScenarios(checks: Checks, act: string, emulator: Emulator): Promise<void> {
	const vault = emulator.vault();
	vault.setSecret('reached', 'value behind the minted token');
	const { der, pem } = vault.setCertificate('exo', { exportable: false }).certificate;
	const order = { act, emulator, workflow: 'token-workflow.yml', variables: { KEYVAULT: emulator.vaultUrl } };

	emulator.entra.app().certificates = [der];
	const good = await runWorkflow(order);
	const check = checker(checks, 'tokens', good);
	check('the job succeeds', good.exitCode === 0 && good.log.includes('Job succeeded'));
	check('the action says what it minted', good.log.includes('Minted for application '));
	for (const step of LATER_STEPS) check(`a later step: ${step}`, succeeded(good, step));
	check('a printed token is hidden', /\| vault: \*\*\*\s/.test(good.log) && /\| graph: \*\*\*\s/.test(good.log));
	check('no token and no assertion is in the log', !showsAny(good, proofsOf(emulator)));
	check(
		'a later step used a minted token',
		readsOf(emulator).some(({ status }) => status === 200),
	);
	check('no secret was read but by that step', readsOf(emulator).length === 1);
	check('one digest was signed', emulator.requests.filter(({ path }) => path.endsWith('/sign')).length === 1);

	emulator.entra.app().certificates = [];
	const refused = await runWorkflow(order);
	const checkRefused = checker(checks, 'tokens, a certificate that is not uploaded', refused);
	checkRefused('the job fails', refused.exitCode === 1 && refused.log.includes('Job failed'));
	checkRefused(
		'the error says what to upload where',
		/::error.*AADSTS700027.*az ad app credential reset/.test(refused.log),
	);
	checkRefused(
		'the certificate is in the log',
		pem.split('\n').every((line) => refused.log.includes(line)),
	);
	checkRefused('no later step runs', !LATER_STEPS.some((step) => refused.log.includes(`Run Main ${step}`)));
	checkRefused('no token and no assertion is in the log', !showsAny(refused, proofsOf(emulator)));
}

function proofsOf({ entra, requests }: Emulator): readonly string[] {
	const assertions = requests.flatMap(({ body }) => new URLSearchParams(body).get('client_assertion') ?? []);
	return [...entra.tokens.map(({ token }) => token), ...assertions];
}

function readsOf({ requests }: Emulator): Emulator['requests'] {
	return requests.filter(({ path }) => path.startsWith('/secrets'));
}
