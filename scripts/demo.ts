// Runs the committed bundle as a runner would, against an emulated tenant and vault, and prints what a user sees:
// `npm run demo`. Nothing leaves this machine, and no account is needed.
import { CLIENT_ID, CLIENT_SECRET, TENANT_DOMAIN } from '../__tests__/emulator/directory.js';
import { type Emulator, startEmulator } from '../__tests__/emulator/emulator.js';
import { GITHUB_ISSUER, GITHUB_SUBJECT } from '../__tests__/emulator/id-token-issuer.js';
import { prepareExpiry } from '../__tests__/emulator/prepared-expiry.js';
import { runStep, type StepResult } from '../__tests__/runner/run-step.js';
import { describeMarkdown, describeTable, dim, expression, heading, print, shorten } from './demo-text.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const SECRETS = ['SQL_PASSWORD = sql-password', 'app-settings'];
const CERTIFICATES = ['exo = exo-automation'];
const SCOPES = ['EXO = https://outlook.office365.com/.default', 'GRAPH = https://graph.microsoft.com/.default'];

const emulator = await startEmulator();
try {
	fillVault(emulator);
	console.log('The committed action, run as a runner runs it, against an emulated tenant and vault on this machine.');
	printStep(emulator);
	const startMs = performance.now();
	const result = await runStep({ inputs: makeInputs(emulator), env: { NODE_EXTRA_CA_CERTS: emulator.caFile } });
	const tookMs = Math.round(performance.now() - startMs);
	printResult(result);
	const asked = emulator.requests.length;
	console.log(`\n${dim(`${asked} requests, ${tookMs} ms in all, exit code ${result.exitCode}.`)}`);
	printNextStep();
	const exitCodes = [result.exitCode, await showTokens(emulator), await showExpiry()];
	printNext();
	process.exitCode = exitCodes.find((exitCode) => exitCode !== 0) ?? 0;
	result.dispose();
} finally {
	await emulator.close();
}

// A password, a file of several lines, and a certificate that is near its end.
function fillVault(filled: Emulator): void {
	const vault = filled.vault();
	vault.setSecret('sql-password', 'correct-Horse+battery=staple', {
		expires: Math.floor(Date.now() / 1000) + 86_400 * 200,
	});
	vault.setSecret('app-settings', '{\n  "host": "db.contoso.example",\n  "apiKey": "f3b1c0de-demo-9a77"\n}');
	vault.setCertificate('exo-automation', {
		subject: [
			{ shortName: 'O', value: 'Contoso' },
			{ shortName: 'CN', value: 'exo-automation' },
		],
		notAfter: new Date(Date.now() + 21.5 * DAY_MS),
	});
}

function makeInputs({ authorityHost, vaultUrl }: Emulator): Record<string, string> {
	return {
		'tenant-id': TENANT_DOMAIN,
		'client-id': CLIENT_ID,
		'client-secret': CLIENT_SECRET,
		'authority-host': authorityHost,
		'vault-suffix': 'localhost',
		keyvault: vaultUrl,
		secrets: SECRETS.join('\n'),
		certificates: CERTIFICATES.join('\n'),
	};
}

function printStep({ authorityHost, vaultUrl }: Emulator): void {
	heading('The step of the workflow');
	print([
		'- id: vault',
		'  uses: OWNER/azure-key-vault-action@v1',
		'  with:',
		`    tenant-id: ${TENANT_DOMAIN}`,
		`    client-id: ${CLIENT_ID}`,
		`    client-secret: ${expression('secrets.AZURE_CLIENT_SECRET')}`,
		`    keyvault: ${vaultUrl}`,
		'    secrets: |',
		...SECRETS.map((line) => `      ${line}`),
		`    certificates: ${CERTIFICATES.join(', ')}`,
		`    authority-host: ${authorityHost}   ${dim('# these two: because the cloud is an emulator here')}`,
		'    vault-suffix: localhost',
	]);
}

function printResult({ log, annotations, outputs, masker, summary, exitCode }: StepResult): void {
	heading('Its log, as a user sees it');
	print(log);
	if (annotations.length > 0) {
		heading('Annotations');
		print(annotations.map(({ level, title, message }) => `${level}: ${title}\n    ${message}`));
	}
	if (exitCode !== 0) return;
	heading('Outputs, as a later step would print them');
	const width = Math.max(...Object.keys(outputs).map((name) => name.length));
	print(
		Object.entries(outputs).flatMap(([name, value]) => {
			const [first = '', ...more] = shorten(masker.mask(value).trimEnd().split('\n'));
			return [`${name.padEnd(width)}  ${first}`, ...more.map((line) => `${' '.repeat(width)}  ${line}`)];
		}),
	);
	heading('Job summary');
	print(describeTable(summary));
}

function printNextStep(): void {
	heading('The next step: Exchange Online from PowerShell');
	print([
		'- shell: pwsh',
		'  env:',
		`    EXO_CERTIFICATE: ${expression('steps.vault.outputs.exo')}`,
		`    APP_ID: ${CLIENT_ID}`,
		'  run: |',
		'    $certificate = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new([Convert]::FromBase64String($env:EXO_CERTIFICATE))',
		`    Connect-ExchangeOnline -Certificate $certificate -AppId $env:APP_ID -Organization ${TENANT_DOMAIN}`,
	]);
}

// The same without a certificate and without a vault: the job's ID token in exchange for two tokens.
async function showTokens(served: Emulator): Promise<number> {
	const { entra, caFile, authorityHost } = served;
	const federated = [{ issuer: GITHUB_ISSUER, subject: GITHUB_SUBJECT, audience: 'api://AzureADTokenExchange' }];
	Object.assign(entra.app(), { federated, roles: ['Exchange.ManageAsApp', 'User.Read.All'] });
	heading("Another way: a token by the job's own identity, with no certificate and no vault");
	print([
		'- id: tokens',
		'  uses: OWNER/azure-key-vault-action/token@v1',
		'  with:',
		`    tenant-id: ${TENANT_DOMAIN}`,
		`    client-id: ${CLIENT_ID}`,
		'    scopes: |',
		...SCOPES.map((line) => `      ${line}`),
		`    authority-host: ${authorityHost}   ${dim('# because the cloud is an emulator here')}`,
		'- shell: pwsh',
		'  env:',
		`    TOKEN: ${expression('steps.tokens.outputs.EXO')}`,
		`  run: Connect-ExchangeOnline -AccessToken $env:TOKEN -Organization ${TENANT_DOMAIN}`,
	]);
	const before = served.requests.length;
	const result = await runStep({
		action: 'token/action.yml',
		inputs: {
			'tenant-id': TENANT_DOMAIN,
			'client-id': CLIENT_ID,
			'authority-host': authorityHost,
			scopes: SCOPES.join('\n'),
		},
		env: { NODE_EXTRA_CA_CERTS: caFile, ...served.idTokenVariables },
	});
	printResult(result);
	console.log(`\n${dim(`${served.requests.length - before} requests, exit code ${result.exitCode}.`)}`);
	result.dispose();
	return result.exitCode ?? 1;
}

// Shows what expires when, in a tenant and a vault of their own in which not everything fits.
async function showExpiry(): Promise<number> {
	const served = await startEmulator();
	try {
		prepareExpiry(served.entra, served.vault());
		served.entra.app().roles = ['Application.Read.All'];
		const { 'vault-suffix': suffix = '', ...inputs } = makeExpiryInputs(served);
		heading('What expires when: vaults and applications, without reading a value');
		print([
			'- id: expiry',
			'  uses: OWNER/azure-key-vault-action/expiry@v1',
			'  with:',
			...Object.entries(inputs).map(([name, text]) => `    ${name}: ${text}`),
			`    vault-suffix: ${suffix}   ${dim('# and both hosts: because the cloud is an emulator here')}`,
		]);
		const result = await runStep({
			action: 'expiry/action.yml',
			inputs: { ...inputs, 'vault-suffix': suffix, 'client-secret': CLIENT_SECRET },
			env: { NODE_EXTRA_CA_CERTS: served.caFile },
		});
		heading('Its log, as a user sees it');
		print(result.log);
		heading('Job summary, in which each name is a link to the portal');
		print(describeMarkdown(result.summary));
		console.log(`\n${dim(`${served.requests.length} requests, exit code ${result.exitCode}.`)}`);
		result.dispose();
		return result.exitCode ?? 1;
	} finally {
		await served.close();
	}
}

function makeExpiryInputs({ authorityHost, graphHost, vaultUrl }: Emulator): Record<string, string> {
	return {
		'tenant-id': TENANT_DOMAIN,
		'client-id': CLIENT_ID,
		'client-secret': expression('secrets.AZURE_CLIENT_SECRET'),
		keyvaults: vaultUrl,
		'tenant-apps': 'true',
		'authority-host': authorityHost,
		'graph-host': graphHost,
		'vault-suffix': 'localhost',
	};
}

function printNext(): void {
	heading('What to do next');
	print([
		'1. Copy the first workflow of README.md, "Quick start", to .github/workflows/mailbox-report.yml of your repository.',
		'2. Follow the five steps below it: the portal and the repository settings, page by page.',
		'3. To sign in without a stored secret, continue with docs/sign-in.md. If something fails, see docs/errors.md.',
	]);
}
