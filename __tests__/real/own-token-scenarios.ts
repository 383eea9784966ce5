// Scenarios of a job that mints tokens with its own identity: no certificate, no vault, one ID token.
import { TENANT_DOMAIN, TENANT_ID } from '../emulator/directory.js';
import type { Emulator } from '../emulator/emulator.js';
import { GITHUB_ISSUER, GITHUB_SUBJECT } from '../emulator/id-token-issuer.js';
import type { Checks } from '../support/checks.js';
import { runWorkflow } from './act-job.js';
import { checker, showsAny, succeeded } from './scenarios.js';

/** Steps of own-token-workflow.yml after the one that mints. */
const LATER_STEPS = ['Connect to Exchange Online', 'Ask Microsoft Graph', 'Print what must be hidden'];

/** The job that is to succeed, the one that names the tenant by its ID, and the one whose scope is refused. */
export async function runOwnTokenScenarios(checks: Checks, act: string, emulator: Emulator): Promise<void> {
	const audience = 'api://AzureADTokenExchange';
	const federated = [{ issuer: GITHUB_ISSUER, subject: GITHUB_SUBJECT, audience }];
	Object.assign(emulator.entra.app(), { federated, roles: ['Exchange.ManageAsApp', 'Application.Read.All'] });
	const { ACTIONS_ID_TOKEN_REQUEST_URL, ACTIONS_ID_TOKEN_REQUEST_TOKEN } = emulator.idTokenVariables;
	const variables = {
		ID_TOKEN_URL: ACTIONS_ID_TOKEN_REQUEST_URL ?? '',
		ID_TOKEN_REQUEST_TOKEN: ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '',
		EXCHANGE: emulator.listener('exchange-online').origin,
		GRAPH: emulator.graphHost,
		ORGANIZATION: TENANT_DOMAIN,
	};
	const order = { act, emulator, workflow: 'own-token-workflow.yml', variables };

	const good = await runWorkflow(order);
	const check = checker(checks, 'tokens without a certificate', good);
	check('the job succeeds', good.exitCode === 0 && good.log.includes('Job succeeded'));
	check('the action says what it minted', good.log.includes('Minted for client '));
	for (const step of LATER_STEPS) check(`a later step: ${step}`, succeeded(good, step));
	check('a printed token is hidden', /\| exo: \*\*\*\s/.test(good.log) && /\| graph: \*\*\*\s/.test(good.log));
	check('no token is in the log', !showsAny(good, secretsOf(emulator)));
	check('one ID token was asked for', countOf(emulator, 'id-token') === 1);
	check('one token request was sent per scope', countOf(emulator, 'login') === 2);
	check('no vault was spoken to', countOf(emulator, 'vault') + countOf(emulator, 'other-vault') === 0);

	const byId = await runWorkflow({ ...order, variables: { ...variables, ORGANIZATION: TENANT_ID } });
	const checkById = checker(checks, "tokens without a certificate, the tenant's ID as organization", byId);
	checkById('Exchange Online lets nobody write', byId.exitCode === 1 && !succeeded(byId, LATER_STEPS[0] ?? ''));

	emulator.entra.services.delete('https://graph.microsoft.com');
	const refused = await runWorkflow(order);
	const checkRefused = checker(checks, 'tokens without a certificate, a scope that is refused', refused);
	checkRefused('the job fails', refused.exitCode === 1 && refused.log.includes('Job failed'));
	checkRefused('the error names the token', /::error.*Token GRAPH \(scopes line 2\).*AADSTS500011/.test(refused.log));
	checkRefused('no later step runs', !LATER_STEPS.some((step) => refused.log.includes(`Run Main ${step}`)));
}

function secretsOf({ entra, idTokens }: Emulator): readonly string[] {
	return [...entra.tokens.map(({ token }) => token), ...idTokens.idTokens];
}

function countOf({ requests }: Emulator, name: string): number {
	return requests.filter(({ listener }) => listener === name).length;
}
