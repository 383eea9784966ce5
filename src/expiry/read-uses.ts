// The vaults' items that an application uses, and what only the certificates among these are asked for: policy and versions.
import { type ActionError, expectedErrors } from '../errors.js';
import type { ApplicationCredential } from '../graph/tenant-applications.js';
import { type VaultItem, vaultError } from '../keyvault/list-vault.js';
import { isNotFound } from '../keyvault/vault-error.js';
import type { VaultReader } from '../keyvault/vault-reader.js';
import type { Identifier } from '../plan/identifier.js';
import type { KnownCredentials, Use } from './known-credentials.js';

/** Facts about an item that an application uses. */
export interface ItemUse extends Use {
	/** Whether the vault renews it by itself. */
	readonly renewsItself: boolean;
}

/** Result of looking. */
export interface Uses {
	readonly byItem: ReadonlyMap<VaultItem, ItemUse>;
	/** Vaults that answered the lists but not this. */
	readonly errors: ReadonlyMap<string, ActionError>;
}

/**
 * Finds the application that uses each item.
 *
 * An application that was not told of a renewal has the certificate of an earlier version. Which certificates these may be
 * is told by their names, so that the versions of no other certificate are listed.
 * @param reader undefined if there are not vaults, and so no items
 */
export async function readUses(
	items: readonly VaultItem[],
	index: KnownCredentials,
	reader: VaultReader | undefined,
): Promise<Uses> {
	if (reader === undefined) return { byItem: new Map(), errors: new Map() };
	const errors = new Map<string, ActionError>();
	const uses = new Map<VaultItem, Use>();
	for (const item of items) keep(uses, item, index.find(item));
	const missing = index.missingCertificates();
	const certificates = items.filter(({ collection }) => collection === 'certificates');
	const searched = missing.length === 0 ? [] : certificates.filter(makeFilter(uses, missing));
	const tolerantly = makeTolerant(errors);
	await Promise.all(
		searched.map(async (item) => {
			const earlier = await tolerantly(item, () => reader.thumbprints(identify(item)));
			keep(uses, item, index.find(item, earlier));
		}),
	);
	const byItem = new Map<VaultItem, ItemUse>();
	await Promise.all(
		[...uses].map(async ([item, use]) => {
			const isCertificate = item.collection === 'certificates';
			const renewsItself = isCertificate && (await tolerantly(item, () => reader.renewsItself(identify(item))));
			byItem.set(item, { ...use, renewsItself: renewsItself === true });
		}),
	);
	return { byItem, errors };
}

function keep(uses: Map<VaultItem, Use>, item: VaultItem, use: Use | undefined): void {
	if (use !== undefined) uses.set(item, use);
}

// The certificates in question: those in use, and those that a missing one may have been, going by its name.
function makeFilter(uses: ReadonlyMap<VaultItem, Use>, missing: readonly ApplicationCredential[]) {
	const names = new Set(missing.map(({ name }) => name.trim().toLowerCase().replace(/^cn=/, '')));
	return (item: VaultItem): boolean => uses.has(item) || names.has('') || names.has(item.name.toLowerCase());
}

// A certificate that was deleted meanwhile is of no account; of everything else one error a vault is kept.
function makeTolerant(errors: Map<string, ActionError>) {
	return async <T>({ vaultUrl, name }: VaultItem, read: () => Promise<T>): Promise<T | undefined> => {
		try {
			return await read();
		} catch (error) {
			const all = expectedErrors(error);
			const isGone = all.every(isNotFound);
			if (!isGone && !errors.has(vaultUrl)) errors.set(vaultUrl, vaultError(vaultUrl, `certificate ${name}`, all));
			return undefined;
		}
	};
}

function identify({ vaultUrl, name }: VaultItem): Identifier {
	return { vaultUrl, collection: 'certificates', name, version: undefined };
}
