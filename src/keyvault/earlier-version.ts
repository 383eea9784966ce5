// The version of a certificate that was the newest one before: what an application may still know of it.
// https://learn.microsoft.com/rest/api/keyvault/certificates/get-certificate-versions/get-certificate-versions (api-version 7.4)
import type { Identifier } from '../plan/identifier.js';
import { askVault, type VaultAccess } from './ask-vault.js';
import { type ListedObject, listPages } from './list-pages.js';

/**
 * The newest version before `version` that is enabled and in force; undefined if there is none. The list is in no order,
 * so what counts is when each was made.
 * @throws ActionError if the vault refuses the list of versions
 */
export async function findEarlierVersion(
	certificate: Identifier,
	version: string,
	{ access, nowMs }: { readonly access: VaultAccess; readonly nowMs: number },
): Promise<Identifier | undefined> {
	const versions: ListedObject[] = [];
	for await (const page of listPages({ ...certificate, version: undefined }, (question) => askVault(question, access)))
		versions.push(...page);
	const refused = versions.find((one) => one.version === version);
	const [earlier] = versions
		.filter((one) => one !== refused && one.created <= (refused?.created ?? Number.POSITIVE_INFINITY))
		.filter((one) => isUsable(one, nowMs / 1000))
		.sort((one, other) => other.created - one.created);
	return earlier && { ...certificate, version: earlier.version };
}

function isUsable({ enabled, attributes: { notBefore, expires } }: ListedObject, nowSeconds: number): boolean {
	return enabled && (notBefore ?? 0) <= nowSeconds && nowSeconds < (expires ?? Number.POSITIVE_INFINITY);
}
