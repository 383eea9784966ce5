// Notes on an entry beyond its end: above all, what does not fit between vault and application.
import type { ApplicationCredential } from '../graph/tenant-applications.js';
import type { VaultItem } from '../keyvault/list-vault.js';
import { formatInstant } from '../time.js';
import type { ItemUse } from './read-uses.js';

/** Lists that were read to their end: only then can something be called missing. */
export interface Scope {
	/** Every application of the tenant. */
	readonly hasTenant: boolean;
	/** Every vault that was named, one at least. */
	readonly hasVaults: boolean;
}

/** Facts about a vault's item that the item does not hold. */
export interface ItemFacts {
	/** Undefined if no application uses it. */
	readonly use: ItemUse | undefined;
	/** Whether it has ended and is enabled. */
	readonly isOverdue: boolean;
}

/** Facts about a credential that it does not hold. */
export interface CredentialFacts {
	/** Use of the vault's item that holds it, or held it in an earlier version; undefined if there is none. */
	readonly use: ItemUse | undefined;
	/** Whether a vault's item holds it in any version. */
	readonly isHeld: boolean;
	/** Whether it has ended, but its application has another one that is valid. */
	readonly hasOther: boolean;
}

/** The note of a vault's item. */
export function noteOfItem(item: VaultItem, { use, isOverdue }: ItemFacts, { hasTenant }: Scope): string {
	return join([
		isOverdue && 'It has expired, but is still enabled.',
		hasTenant && describeUnknown(item, use),
		use !== undefined && describeFit(use),
		use !== undefined && use.others > 0 && `Further applications that use it: ${use.others}.`,
	]);
}

/** The note of an application's credential. */
export function noteOfCredential(
	{ isSamlSigning }: ApplicationCredential,
	{ use, isHeld, hasOther }: CredentialFacts,
	{ hasVaults, hasTenant }: Scope,
): string {
	return join([
		hasOther && 'It has expired, but the application has another credential that is valid.',
		// Entra ID made the certificates that sign SAML tokens, and keeps their keys.
		hasVaults && !isHeld && !isSamlSigning && 'No listed vault holds it.',
		hasTenant &&
			use?.current === undefined &&
			use !== undefined &&
			'The vault holds a version that Entra ID does not know.',
		use !== undefined && describeFit(use),
	]);
}

function join(sentences: readonly (string | false | undefined)[]): string {
	return sentences.filter((one) => typeof one === 'string').join(' ');
}

function describeUnknown({ credentialId }: VaultItem, use: ItemUse | undefined): string | undefined {
	if (use?.current !== undefined) return undefined;
	if (use !== undefined && use.item.collection === 'certificates')
		return 'Entra ID does not know this version: the application has an earlier one. Upload this one to it.';
	if (credentialId === '') return undefined;
	return 'Entra ID does not know this version: no application has the credential that its tag CredentialId names.';
}

/** Ends within an hour are one: tools that add a certificate cut off seconds. */
const SAME_END_MS = 60 * 60 * 1000;

/** Returns what does not fit between an item and the credential that it holds. */
function describeFit({ item, current, renewsItself }: ItemUse): string | undefined {
	const text = join([
		current !== undefined && describeEnds(item.endMs, current.endMs),
		renewsItself &&
			'The vault renews the certificate by itself (AutoRenew), but does not tell the application: upload each new version to it.',
	]);
	return text === '' ? undefined : text;
}

function describeEnds(vaultMs: number | undefined, entraMs: number | undefined): string | undefined {
	const [one, other] = [vaultMs ?? Number.POSITIVE_INFINITY, entraMs ?? Number.POSITIVE_INFINITY];
	if (one === other || Math.abs(one - other) <= SAME_END_MS) return undefined;
	return `The expiry dates differ: ${describeEnd(vaultMs)} in the vault, ${describeEnd(entraMs)} in Entra ID.`;
}

function describeEnd(ms: number | undefined): string {
	return ms === undefined ? 'none' : formatInstant(ms / 1000);
}
