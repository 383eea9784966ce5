// Everything that the plan names, listed and joined: what fails does not keep the rest from being shown.
import type { Credential } from '../entra/credential.js';
import type { ActionError } from '../errors.js';
import { openSession } from '../flow/open-session.js';
import { COLLECTIONS, listVault, type VaultListing } from '../keyvault/list-vault.js';
import { VaultReader } from '../keyvault/vault-reader.js';
import type { ExpiryPlan } from '../plan/expiry-plan.js';
import { kindOf, vaultHost } from '../plan/identifier.js';
import type { Ports } from '../ports.js';
import { KnownCredentials } from './known-credentials.js';
import { listTenant, NO_TENANT, openTenant } from './list-tenant.js';
import type { Listed } from './make-rows.js';
import { readUses } from './read-uses.js';

/** The whole step may take 10 minutes; what is left of them is for the report, which is written whatever was listed. */
const LIST_TIMEOUT_MS = 9.5 * 60 * 1000;

/** Everything that was listed, and why the rest was not: at most one error per vault, and one for Microsoft Graph. */
export interface EverythingListed {
	readonly listed: Listed;
	readonly errors: readonly ActionError[];
}

/** @throws ActionErrors if the sign-in is refused or gets no answer */
export async function listEverything(
	ports: Ports,
	credential: Credential,
	plan: ExpiryPlan,
): Promise<EverythingListed> {
	const { vaultUrls, tenantApps } = plan;
	const open = await openVaults(ports, credential, plan);
	const opening = tenantApps ? openTenant(ports, { credential, plan, open }, LIST_TIMEOUT_MS) : undefined;
	// Without vaults there is nothing to show if this fails.
	if (open === undefined) await opening;
	const reader = open && new VaultReader(open);
	reader?.expectMore(vaultUrls.length * COLLECTIONS.length);
	const [tenant, vaults] = await Promise.all([
		opening === undefined ? NO_TENANT : listTenant(opening),
		Promise.all(reader === undefined ? [] : vaultUrls.map((vaultUrl) => listVault(vaultUrl, reader))),
	]);
	const items = vaults.flatMap((vault) => vault.items);
	const index = new KnownCredentials(tenant.credentials);
	const uses = await readUses(items, index, reader);
	const vaultErrors = vaults.flatMap(({ vaultUrl, error }) => error ?? uses.errors.get(vaultUrl) ?? []);
	for (const line of [...vaults.map(describeVault), ...tenant.lines]) ports.log.info(line);
	const hasTenant = tenantApps && tenant.error === undefined;
	const hasVaults = vaults.length > 0 && vaultErrors.length === 0;
	const { credentials } = tenant;
	return {
		listed: { items, credentials, index, uses: uses.byItem, scope: { hasTenant, hasVaults } },
		errors: [...vaultErrors, ...(tenant.error === undefined ? [] : [tenant.error])],
	};
}

function openVaults(ports: Ports, credential: Credential, { cloud, vaultUrls }: ExpiryPlan) {
	const lists = vaultUrls.flatMap((vaultUrl) => COLLECTIONS.map((collection) => ({ vaultUrl, collection })));
	const [firstItem] = lists;
	if (firstItem === undefined) return undefined;
	return openSession(ports, { credential, cloud, firstItem, items: lists }, LIST_TIMEOUT_MS);
}

function describeVault({ vaultUrl, items, error }: VaultListing): string {
	const counts = COLLECTIONS.map((collection) => {
		const count = items.filter((item) => item.collection === collection).length;
		return `${count} ${kindOf(collection)}${count === 1 ? '' : 's'}`;
	});
	return `Listed ${vaultHost(vaultUrl)}: ${counts.join(', ')}${error === undefined ? '' : ' (incomplete)'}.`;
}
