// Any tenant and any vaults, for properties: credentials and items that may fit each other or not.
import fc from 'fast-check';
import { KnownCredentials } from '../../../src/expiry/known-credentials.js';
import type { Listed } from '../../../src/expiry/make-rows.js';
import type { ItemUse } from '../../../src/expiry/read-uses.js';
import type { ApplicationCredential, TenantApplication } from '../../../src/graph/tenant-applications.js';
import type { VaultItem } from '../../../src/keyvault/list-vault.js';

export const NOW_MS = Date.UTC(2026, 5, 1);
const DAY_MS = 24 * 60 * 60 * 1000;

const guid = (number: number): string => `00000000-0000-4000-8000-${`${number}`.padStart(12, '0')}`;

/** Few of each, so that both sides meet. */
const keyId = fc.oneof(fc.constant(''), fc.nat({ max: 12 }).map(guid));
const thumbprint = fc.oneof(
	fc.constant(''),
	fc.nat({ max: 8 }).map((number) => `${number}`.repeat(40).slice(0, 40)),
);
const endMs = fc.option(
	fc.oneof(
		fc.integer({ min: -400 * DAY_MS, max: 400 * DAY_MS }).map((ms) => NOW_MS + ms - (ms % 1000)),
		fc.constantFrom(NOW_MS, NOW_MS + 30 * DAY_MS, NOW_MS + 30 * DAY_MS + 1000, NOW_MS - 1000),
	),
	{ nil: undefined },
);

const application: fc.Arbitrary<TenantApplication> = fc.record({
	kind: fc.constantFrom('app-registration', 'enterprise-application'),
	appId: fc.nat({ max: 4 }).map(guid),
	objectId: fc.nat({ max: 6 }).map(guid),
	displayName: fc.string({ unit: 'binary' }),
});

const credential: fc.Arbitrary<ApplicationCredential> = fc.record({
	application,
	kind: fc.constantFrom('password', 'key-credential'),
	keyId,
	name: fc.string({ unit: 'binary' }),
	startMs: endMs,
	endMs,
	thumbprint,
	isSamlSigning: fc.boolean(),
});

const item: fc.Arbitrary<VaultItem> = fc.record({
	vaultUrl: fc.constantFrom('https://contoso.vault.azure.net', 'https://fabrikam.vault.azure.net'),
	collection: fc.constantFrom('secrets', 'certificates', 'keys'),
	name: fc.stringMatching(/^[0-9a-zA-Z-]{1,20}$/),
	enabled: fc.boolean(),
	endMs,
	credentialId: keyId,
	previousCredentialId: keyId,
	thumbprint,
});

/** What was listed and joined, as a run hands it on. */
export const listing: fc.Arbitrary<Listed> = fc
	.record({
		items: fc.array(item, { maxLength: 40 }),
		credentials: fc.array(credential, { maxLength: 40 }),
		earlier: fc.array(thumbprint, { maxLength: 3 }),
		renewsItself: fc.boolean(),
		scope: fc.record({ hasTenant: fc.boolean(), hasVaults: fc.boolean() }),
	})
	.map(({ items, credentials, earlier, renewsItself, scope }) => {
		const index = new KnownCredentials(credentials);
		const uses = new Map<VaultItem, ItemUse>();
		for (const one of items) {
			const use = index.find(one, one.collection === 'certificates' ? earlier : []);
			if (use !== undefined) uses.set(one, { ...use, renewsItself });
		}
		return { items, credentials, index, uses, scope };
	});
