// A tenant and a vault in which everything is that an expiry report has to find, among things that fit.
import { makeCertificate } from './certificate-authority.js';
import type { Directory } from './directory.js';
import type { ListedApplication } from './graph-list.js';
import type { MadeCertificate } from './made-certificate.js';
import type { VaultStore } from './vault-store.js';

const DAY_MS = 24 * 60 * 60 * 1000;

const guid = (digit: string, last: string): string =>
	`${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(11)}${last}`;

/** Key IDs of the credentials, by what is to be said of them. */
export const KEY_IDS = {
	fitting: guid('a', '1'),
	notInEntra: guid('a', '2'),
	notInVault: guid('a', '3'),
	otherEnd: guid('a', '4'),
	renewed: guid('a', '5'),
	overtaken: guid('a', '6'),
	ended: guid('a', '7'),
	samlSign: guid('a', '8'),
	samlVerify: guid('a', '9'),
	managed: guid('a', 'a'),
} as const;

/** Contents of the prepared tenant. */
export interface PreparedExpiry {
	readonly payroll: ListedApplication;
	readonly mailer: ListedApplication;
	readonly sso: ListedApplication;
}

/** Fills a tenant and a vault, both of one clock. */
export function prepareExpiry({ catalog, nowMs }: Directory, vault: VaultStore): PreparedExpiry {
	const inDays = (days: number): number => Math.floor(nowMs() / 1000) * 1000 + days * DAY_MS;
	const seconds = (days: number): number => inDays(days) / 1000;
	const life = (days: number) => ({ startMs: inDays(days - 180), endMs: inDays(days) });
	const make = (name: string, days: number): MadeCertificate =>
		makeCertificate({
			subject: [{ shortName: 'CN', value: name }],
			notBefore: new Date(inDays(days - 180)),
			notAfter: new Date(inDays(days)),
		});
	const renewing = make('mailer', 60);
	const before = make('archive', 25);
	const after = make('archive', 170);
	const payroll = catalog.addApplication({
		displayName: 'Payroll',
		passwords: [
			{ keyId: KEY_IDS.fitting, displayName: 'payroll in the vault', ...life(90) },
			{ keyId: KEY_IDS.notInVault, displayName: 'made by hand', ...life(12) },
			{ keyId: KEY_IDS.otherEnd, displayName: 'ends earlier than the vault says', ...life(20) },
			{ keyId: KEY_IDS.ended, displayName: 'over', ...life(-3) },
		],
	});
	const mailer = catalog.addApplication({
		displayName: 'Mailer',
		keys: [
			{ keyId: KEY_IDS.renewed, displayName: 'CN=mailer', ...life(60), der: renewing.der },
			{ keyId: KEY_IDS.overtaken, displayName: 'CN=archive', ...life(25), der: before.der },
		],
	});
	const sso = catalog.addServicePrincipal({
		displayName: 'Single sign-on',
		passwords: [{ keyId: KEY_IDS.samlSign, displayName: 'CN=Federated SSO', ...life(45) }],
		keys: [
			{
				keyId: KEY_IDS.samlSign,
				displayName: 'CN=Federated SSO',
				usage: 'Sign',
				...life(45),
				customKeyIdentifier: SAML_ID,
			},
			{ keyId: KEY_IDS.samlVerify, displayName: 'CN=Federated SSO', ...life(45), customKeyIdentifier: SAML_ID },
		],
	});
	catalog.addServicePrincipal({
		displayName: 'a virtual machine',
		servicePrincipalType: 'ManagedIdentity',
		keys: [{ keyId: KEY_IDS.managed, displayName: 'CN=machine', ...life(2) }],
	});
	vault.setSecret('payroll-password', 'Value0~payroll-password', {
		expires: seconds(90),
		tags: { CredentialId: KEY_IDS.fitting },
	});
	vault.setSecret('payroll-stale', 'Value1~payroll-stale', {
		expires: seconds(15),
		tags: { CredentialId: KEY_IDS.notInEntra },
	});
	vault.setSecret('payroll-shifted', 'Value2~payroll-shifted', {
		expires: seconds(200),
		tags: { CredentialId: KEY_IDS.otherEnd },
	});
	vault.setSecret('forgotten', 'Value3~forgotten-still-on', { expires: seconds(-40) });
	vault.setSecret('switched-off', 'Value4~switched-off', { expires: seconds(-400), enabled: false });
	vault.setSecret('endless', 'Value5~endless');
	vault.setKey('signing', { expires: seconds(33) });
	vault.setCertificate('mailer', { made: renewing, policy: policyThat('AutoRenew') });
	vault.setCertificate('archive', { made: before, policy: policyThat('EmailContacts') });
	vault.setCertificate('archive', { made: after, policy: policyThat('EmailContacts') });
	return { payroll, mailer, sso };
}

const SAML_ID = Buffer.alloc(20, 0x5a).toString('base64');

const policyThat = (action_type: string) => ({
	lifetime_actions: [{ trigger: { lifetime_percentage: 80 }, action: { action_type } }],
});
