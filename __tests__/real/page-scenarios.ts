// Whole workflows of the pages, run under act as they stand: only addresses are those of the emulator.
import { stringify } from 'yaml';
import { CLIENT_ID, TENANT_ID } from '../emulator/directory.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { GITHUB_ISSUER, GITHUB_SUBJECT } from '../emulator/id-token-issuer.js';
import type { Checks } from '../support/checks.js';
import { type JobResult, REPOSITORY, runWorkflow } from './act-job.js';
import { findPageWorkflows, type PageStep, type PageWorkflow } from './page-workflows.js';
import { checker, showsAny } from './scenarios.js';

const APP_IDS = [1, 2].map((number) => `00000000-0000-4000-8000-00000000000${number}`) as [string, string];

/** Secrets that the pages renew, by the application that each belongs to. */
const CLIENT_SECRETS = { 'api-client-secret': APP_IDS[0], 'report-client-secret': APP_IDS[1] };

/** Applications whose certificates are due, by the certificate. */
const ROTATED_APPS = {
	'exo-rotated': rotatedApp(3),
	'teams-rotated': rotatedApp(5),
};

function rotatedApp(number: number) {
	const idOf = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;
	return { appId: idOf(number), objectId: idOf(number + 1) };
}

const API_KEY = 'k3y-of-the-partner-api';

/** The whole workflows that run here, and what their logs must say. A new one that can run needs a row. */
export const RUN_PAGE_WORKFLOWS: Readonly<Record<string, readonly RegExp[]>> = {
	'docs/expiry.md: Expiry report': [
		/gh issue list --repo contoso\/reports --label expiry-report/,
		/gh label create expiry-report --repo contoso\/reports/,
		/gh issue create --repo contoso\/reports --title What expires in Key Vault and Entra ID --label expiry-report/,
		/body: \| \*\*in 9 days\*\*, 20\d\d-\d\d-\d\d \| \[`api-client-secret`\]\(https:\/\/portal\.azure\.com\//,
	],
	'docs/expiry.md: Expiry message': [/2 will expire within 30 days/],
	'docs/expiry.md: Rotate what expires': [/of secret api-client-secret\./, /of secret report-client-secret\./],
	'docs/expiry.md: Nothing expires this week': [/2 will expire within 30 days/],
	'docs/recipes.md: Verify': [/\| subject=.*CN ?= ?partner/, /\| Public-Key: \(\d+ bit\)/],
	'docs/rotate.md: Renew the client secret': [/Stored: version /, /\| The API has a client secret until 20\d\d-/],
	'docs/rotate.md: Renew the certificate': [
		/Merged: version [0-9a-f]{32} is current\./,
		/Minted for application 00000000-0000-4000-8000-000000000003, .*certificate exo-rotated \(version /,
	],
	'docs/rotate.md: Renew the certificates that expire': [
		/Added to application 00000000-0000-4000-8000-000000000003: key credential /,
		/Added to application 00000000-0000-4000-8000-000000000005: key credential /,
	],
	'docs/rotate.md: Renew client secrets': [/of secret api-client-secret\./, /of secret report-client-secret\./],
	'docs/rotate.md: Renew what expires': [/of secret api-client-secret\./, /of secret report-client-secret\./],
	'docs/rotate.md: Renew on NearExpiry': [/of secret api-client-secret\./],
	'docs/set.md: Store the API key': [
		/secret api-key: stored as version /,
		/secret session-key: stored as version /,
		/\| api-key is version [0-9a-f]{32} \(new - true\)/,
	],
};

/** Runs each of these workflows, or the one of this title, with secrets that are due, against an emulator of its own. */
export async function runPageScenarios(checks: Checks, act: string, only?: string): Promise<void> {
	for (const { title, workflow, obstacle } of findPageWorkflows()) {
		if (obstacle !== undefined || (only !== undefined && title !== only)) continue;
		const emulator = await startEmulator();
		try {
			const secrets = fill(emulator);
			if (title.startsWith('docs/rotate.md: Renew the certificate')) fillRotated(emulator);
			const job = await runOnEmulator(workflow, { act, emulator });
			const check = checker(checks, title, job);
			check('the workflow succeeds', job.exitCode === 0 && job.log.includes('Job succeeded'));
			for (const sentence of RUN_PAGE_WORKFLOWS[title] ?? []) check(`its log has ${sentence}`, sentence.test(job.log));
			check('no value is in the log', !showsAny(job, secrets()));
			if (title === 'docs/rotate.md: Renew the certificate') checkRenewed(check, job, emulator);
			if (title === 'docs/expiry.md: Expiry message') checkMessages(check, emulator);
			if (title === 'docs/expiry.md: Expiry report') await runLaterReports(checks, workflow, { act, emulator });
		} finally {
			await emulator.close();
		}
	}
}

type Check = ReturnType<typeof checker>;

// The step after the rotation mints a token with the version that is new.
function checkRenewed(check: Check, { log }: JobResult, emulator: Emulator): void {
	const [, merged] = /Merged: version ([0-9a-f]{32}) is current\./.exec(log) ?? [];
	const [, minted] = /Minted for .*certificate exo-rotated \(version ([0-9a-f]{32})/.exec(log) ?? [];
	const { version, certificate } = emulator.vault().findCertificate('exo-rotated') ?? {};
	check("the new version is the vault's current one", merged !== undefined && merged === version);
	check('the token is minted with the new version', minted !== undefined && minted === merged);
	const app = emulator.entra.app(TENANT_ID, ROTATED_APPS['exo-rotated'].appId);
	check('the application has both certificates', app.certificates.length === 2);
	check(
		'one of them is the new one',
		app.certificates.some((der) => certificate?.der.equals(der)),
	);
}

function checkMessages(check: Check, emulator: Emulator): void {
	const bodies = emulator.requests.filter(({ listener }) => listener === 'foreign').map(({ body }) => `${body}`);
	check('Teams and Slack get a message each', bodies.length === 2);
	for (const [kind, sign] of [
		['Teams', '"RichTextBlock"'],
		['Slack', '"plain_text"'],
	] as const) {
		const body = bodies.find((one) => one.includes(sign)) ?? '';
		check(`that for ${kind} names what expires`, /secret api-client-secret in localhost/.test(body));
	}
}

// The next weeks: the issue is there already, and then nothing is due any more.
async function runLaterReports(checks: Checks, workflow: PageWorkflow, services: Services): Promise<void> {
	const machine = { OPEN_ISSUE: '7' };
	const updated = await runOnEmulator(workflow, services, machine);
	const checkUpdated = checker(checks, 'docs/expiry.md: Expiry report, an open issue', updated);
	checkUpdated('the workflow succeeds', updated.exitCode === 0);
	checkUpdated('the issue is updated', /gh issue edit 7 --repo contoso\/reports.*\n.*body: ### What/.test(updated.log));
	checkUpdated('no other is opened', !updated.log.includes('gh issue create --repo contoso/reports'));
	const vault = services.emulator.vault();
	for (const name of Object.keys(CLIENT_SECRETS)) vault.setSecret(name, 'renewed');
	const closed = await runOnEmulator(workflow, services, machine);
	const checkClosed = checker(checks, 'docs/expiry.md: Expiry report, nothing due', closed);
	checkClosed('the workflow succeeds', closed.exitCode === 0);
	checkClosed('the issue is closed', closed.log.includes('gh issue close 7 --repo contoso/reports'));
}

// Sets up everything that the pages presume; returns a function for the values that no log may show.
function fill(emulator: Emulator): () => readonly string[] {
	const vault = emulator.vault();
	vault.setCertificate('partner');
	vault.setKey('signing');
	const expires = Math.floor(Date.now() / 1000) + 10 * 86_400;
	const values = Object.keys(CLIENT_SECRETS).map((name) => `value-of-${name}`);
	for (const name of Object.keys(CLIENT_SECRETS)) vault.setSecret(name, `value-of-${name}`, { expires });
	Object.assign(emulator.entra.app(), {
		federated: [{ issuer: GITHUB_ISSUER, subject: GITHUB_SUBJECT, audience: 'api://AzureADTokenExchange' }],
		roles: ['Application.ReadWrite.OwnedBy', 'Application.Read.All'],
	});
	const apps = APP_IDS.map((clientId) =>
		emulator.entra.addApp(TENANT_ID, { clientId, secret: `first-of-${clientId}`, owners: [CLIENT_ID] }),
	);
	return () => [API_KEY, ...values, ...apps.flatMap(({ passwords }) => passwords.all.map(({ secret }) => secret))];
}

// Apart from the rest, of which the reports count what expires.
function fillRotated(emulator: Emulator): void {
	const notAfter = new Date(Date.now() + 10 * 86_400_000);
	for (const [name, { appId: clientId, objectId }] of Object.entries(ROTATED_APPS)) {
		const certificates = [emulator.vault().setCertificate(name, { notAfter }).certificate.der];
		emulator.entra.addApp(TENANT_ID, { clientId, objectId, secret: 'not-used', certificates });
	}
}

interface Services {
	readonly act: string;
	readonly emulator: Emulator;
}

function runOnEmulator(
	workflow: PageWorkflow,
	{ act, emulator }: Services,
	machine: Readonly<Record<string, string>> = {},
): Promise<JobResult> {
	const [event = 'workflow_dispatch'] = typeof workflow.on === 'string' ? [workflow.on] : Object.keys(workflow.on);
	return runWorkflow({
		act,
		emulator,
		event: { name: event, payload: PAYLOAD },
		workflow: { text: stringify(onEmulator(workflow, emulator)) },
		// Whom curl trusts.
		machine: { ...machine, CURL_CA_BUNDLE: emulator.caFile },
		secrets: {
			API_KEY,
			TEAMS_WEBHOOK_URL: `${emulator.foreignUrl}/teams`,
			SLACK_WEBHOOK_URL: `${emulator.foreignUrl}/slack`,
		},
		variables: {
			AZURE_TENANT_ID: TENANT_ID,
			AZURE_CLIENT_ID: CLIENT_ID,
			AZURE_READER_CLIENT_ID: CLIENT_ID,
			ROTATION_CLIENT_ID: CLIENT_ID,
			API_APP_ID: APP_IDS[0],
			EXO_APP_ID: ROTATED_APPS['exo-rotated'].appId,
			EXO_APP_OBJECT_ID: ROTATED_APPS['exo-rotated'].objectId,
			CERTIFICATES: JSON.stringify(ROTATED_APPS),
			CLIENT_SECRETS: JSON.stringify(CLIENT_SECRETS),
		},
	});
}

/** Data of GitHub about the event, as far as a page uses it. */
const PAYLOAD = {
	client_payload: { secret: 'api-client-secret' },
	pull_request: { head: { repo: { full_name: REPOSITORY } } },
};

// The actions of this repository, the emulator's addresses, and what a hosted runner sets by itself.
function onEmulator(workflow: PageWorkflow, emulator: Emulator): object {
	const jobs = Object.entries(workflow.jobs).map(([id, job]) => {
		const steps = (job.steps ?? []).map((step) => stepOnEmulator(step, emulator));
		return [id, { ...job, steps: [{ uses: 'actions/checkout@v5' }, ...steps] }];
	});
	return { ...workflow, jobs: Object.fromEntries(jobs) };
}

function stepOnEmulator(step: PageStep, emulator: Emulator): object {
	const [, action] = /^OWNER\/azure-key-vault-action(\/[a-z]+)?@v1$/.exec(step.uses ?? '') ?? [undefined, undefined];
	if (step.uses === undefined || step.uses.startsWith('actions/checkout@')) return step;
	const addresses = { 'authority-host': emulator.authorityHost, 'vault-suffix': 'localhost' };
	const graph = action === '/rotate' || action === '/expiry' ? { 'graph-host': emulator.graphHost } : {};
	const vault = step.with?.['keyvault'] === undefined ? {} : { keyvault: emulator.vaultUrl };
	const vaults = step.with?.['keyvaults'] === undefined ? {} : { keyvaults: emulator.vaultUrl };
	return {
		...step,
		uses: `.${action ?? '/'}`,
		env: { ...step.env, ...emulator.idTokenVariables },
		with: { ...step.with, ...addresses, ...graph, ...vault, ...vaults },
	};
}
