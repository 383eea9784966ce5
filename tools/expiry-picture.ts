// Draws the table and the timeline of a run of the expiry action as docs/expiry-table.svg and docs/expiry-timeline.svg:
// `npm --prefix tools run picture`. What is drawn is read from the job summary that the run has written.
import { writeFileSync } from 'node:fs';
import { makeCertificate } from '../__tests__/emulator/certificate-authority.js';
import { CLIENT_ID, CLIENT_SECRET, TENANT_DOMAIN } from '../__tests__/emulator/directory.js';
import { type Emulator, startEmulator } from '../__tests__/emulator/emulator.js';
import { runStep } from '../__tests__/runner/run-step.js';
import { drawTable } from './draw-table.js';
import { drawTimeline } from './draw-timeline.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The policy of a certificate that the vault renews. */
const RENEWING = {
	lifetime_actions: [{ trigger: { lifetime_percentage: 80 }, action: { action_type: 'AutoRenew' } }],
};

const emulator = await startEmulator();
try {
	fill(emulator);
	const summary = await report(emulator);
	writeFileSync('docs/expiry-table.svg', drawTable(summary));
	writeFileSync('docs/expiry-timeline.svg', drawTimeline(summary));
} finally {
	await emulator.close();
}

// Fills a tenant and a vault as an administrator meets them: things that fit, and some that do not.
function fill(served: Emulator): void {
	const { entra } = served;
	const vault = served.vault();
	// Some hours more, so that it is as many days when the action looks.
	const inDays = (days: number): number => Date.now() + days * DAY_MS + DAY_MS / 4;
	const seconds = (days: number): number => Math.floor(inDays(days) / 1000);
	const life = (days: number) => ({ startMs: inDays(days - 365), endMs: inDays(days) });
	const [made, exo, tls] = ['portal', 'exo-automation', 'www.contoso.com'].map((name, index) =>
		makeCertificate({
			subject: [{ shortName: 'CN', value: name }],
			notBefore: new Date(inDays(-60)),
			notAfter: new Date(inDays([20, 72, 190][index] ?? 0)),
		}),
	);
	if (made === undefined || exo === undefined || tls === undefined) throw new Error('no certificate was made');
	const keyIds = ['a', 'b', 'c', 'd', 'e'].map((digit) => `${digit.repeat(8)}-0000-4000-8000-000000000000`);
	const [portal = '', unknown = '', payroll = '', certificate = '', saml = ''] = keyIds;
	entra.app().roles = ['Application.Read.All'];
	entra.catalog.addApplication({
		displayName: 'Contoso Portal',
		passwords: [{ keyId: unknown, displayName: 'made by hand', ...life(6) }],
	});
	entra.catalog.addApplication({
		displayName: 'Payroll API',
		passwords: [{ keyId: payroll, displayName: 'rotated', ...life(81) }],
	});
	entra.catalog.addApplication({
		displayName: 'Exchange automation',
		keys: [{ keyId: certificate, displayName: 'CN=exo-automation', ...life(72), der: exo.der }],
	});
	entra.catalog.addServicePrincipal({
		displayName: 'Salesforce',
		keys: [{ keyId: saml, displayName: 'CN=Federated SSO', usage: 'Sign', ...life(140) }],
	});
	vault.setSecret('smtp-password', 'Value0~smtp-password', { expires: seconds(-10) });
	vault.setSecret('portal-client-secret', 'Value1~portal', { expires: seconds(17), tags: { CredentialId: portal } });
	vault.setSecret('payroll-client-secret', 'Value2~payroll', { expires: seconds(81), tags: { CredentialId: payroll } });
	vault.setSecret('orders-endpoint', 'Value3~orders');
	vault.setSecret('old-api-key', 'Value4~old', { expires: seconds(-200), enabled: false });
	vault.setCertificate('exo-automation', { made: exo, policy: RENEWING });
	vault.setCertificate('www-contoso-com', { made: tls, policy: RENEWING });
	vault.setKey('document-signing', { expires: seconds(290) });
}

// The vault has the name that it would have in Azure.
async function report(served: Emulator): Promise<string> {
	const result = await runStep({
		action: 'expiry/action.yml',
		inputs: {
			'tenant-id': TENANT_DOMAIN,
			'client-id': CLIENT_ID,
			'client-secret': CLIENT_SECRET,
			'authority-host': served.authorityHost,
			'graph-host': served.graphHost,
			'vault-suffix': 'localhost',
			keyvaults: served.vaultUrl,
			'tenant-apps': 'true',
		},
		env: { NODE_EXTRA_CA_CERTS: served.caFile },
	});
	if (result.exitCode !== 0) throw new Error(`the run failed:\n${result.log.join('\n')}`);
	result.dispose();
	return result.summary.replaceAll(/\blocalhost[:·]\d+/g, 'contoso-automation');
}
