// Everything that a vault lists, with what says when it ends and which credential of an application it holds. No value is read.
import { type ActionError, expectedErrors } from '../errors.js';
import { type Collection, vaultHost } from '../plan/identifier.js';
import { CREDENTIAL_ID, credentialIdOf, PREVIOUS_CREDENTIAL_ID } from '../plan/rotation-decision.js';
import type { ListedObject } from './list-pages.js';
import { withListingRoles } from './vault-error.js';
import type { VaultReader } from './vault-reader.js';

/** A secret, a certificate or a key, in its newest version. There may be 100,000 of them, so it holds no more than is needed. */
export interface VaultItem {
	readonly vaultUrl: string;
	readonly collection: Collection;
	readonly name: string;
	readonly enabled: boolean;
	/** Milliseconds since 1970; undefined if it does not end. */
	readonly endMs: number | undefined;
	/** Key IDs, lower case, of the credential that it holds and of the one before, as its tags say; empty if they do not. */
	readonly credentialId: string;
	readonly previousCredentialId: string;
	/** SHA-1 of a certificate, 40 upper-case hex digits; empty for anything else. */
	readonly thumbprint: string;
}

/** Result of listing a vault. */
export interface VaultListing {
	readonly vaultUrl: string;
	/** Includes items that were listed before a list failed. */
	readonly items: readonly VaultItem[];
	/** Reason why lists are missing or incomplete: one error for the vault. */
	readonly error: ActionError | undefined;
}

/** The collections of a vault, in the order in which a person thinks of them. */
export const COLLECTIONS: readonly Collection[] = ['secrets', 'certificates', 'keys'];

/** Lists all of a vault. What backs a certificate is left out: it ends with the certificate. */
export async function listVault(vaultUrl: string, reader: VaultReader): Promise<VaultListing> {
	const items: VaultItem[] = [];
	const lists = COLLECTIONS.map(async (collection) => {
		try {
			for await (const page of reader.list({ vaultUrl, collection })) {
				for (const one of page) if (!one.managed) items.push(describeItem(one, { vaultUrl, collection }));
				reader.expectMore(page.length);
			}
			return undefined;
		} catch (error) {
			return { collection, errors: expectedErrors(error) };
		}
	});
	const failed = (await Promise.all(lists)).filter((one) => one !== undefined);
	return { vaultUrl, items, error: failed.length === 0 ? undefined : describeFailure(vaultUrl, failed) };
}

function describeItem(
	{ name, enabled, attributes: { expires }, tags, thumbprint = '' }: ListedObject,
	{ vaultUrl, collection }: Pick<VaultItem, 'vaultUrl' | 'collection'>,
): VaultItem {
	const tagged = tags.size === 0 ? undefined : { tags: Object.fromEntries(tags) };
	return {
		vaultUrl,
		collection,
		name,
		enabled,
		endMs: expires === undefined ? undefined : expires * 1000,
		credentialId: credentialIdOf(tagged, CREDENTIAL_ID) ?? '',
		previousCredentialId: credentialIdOf(tagged, PREVIOUS_CREDENTIAL_ID) ?? '',
		thumbprint,
	};
}

interface FailedList {
	readonly collection: Collection;
	readonly errors: readonly ActionError[];
}

// One vault is one cause: the first refusal speaks for the others.
function describeFailure(vaultUrl: string, failed: readonly FailedList[]): ActionError {
	const [{ errors }] = failed as readonly [FailedList, ...FailedList[]];
	return vaultError(vaultUrl, `list of ${failed.map(({ collection }) => collection).join(', ')}`, errors);
}

/** The error for a vault of which something could not be read. */
export function vaultError(vaultUrl: string, what: string, errors: readonly ActionError[]): ActionError {
	const [first] = errors as readonly [ActionError];
	const [error] = withListingRoles(first).errors as readonly [ActionError];
	return error.about(`${what} in ${vaultHost(vaultUrl)}`);
}
