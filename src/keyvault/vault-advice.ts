// What Key Vault's error codes mean, and what to do about each.
// https://learn.microsoft.com/azure/key-vault/general/rest-error-codes
import type { VaultAddress } from '../plan/identifier.js';
import type { VaultRefusal } from './vault-refusal.js';

/** What a vault is asked to do with an object, as its permissions are called. */
export type VaultOperation = 'get' | 'list' | 'set' | 'sign';

/** What is known about a refused request. */
export interface RefusedRequest {
	readonly identifier: VaultAddress;
	/** `get` where left out. */
	readonly operation?: VaultOperation;
	/** Tenant of the token, and of the vault's challenge. */
	readonly signedIn?: string | undefined;
	readonly challenged?: string | undefined;
}

/** An error's stable code, heading, meaning and advice. */
export interface VaultAdvice {
	readonly code: string;
	readonly title: string;
	readonly meaning: string;
	readonly hint: string;
}

/** The advice for a refusal. */
export function vaultAdvice(refusal: VaultRefusal, request: RefusedRequest): VaultAdvice {
	const known = refusal.code === undefined ? undefined : BY_CODE.get(refusal.code);
	if (known !== undefined) return known(refusal, request);
	if (refusal.status === 401) return unauthorized(refusal, request);
	return byStatus(refusal.status);
}

type Advise = (refusal: VaultRefusal, request: RefusedRequest) => VaultAdvice;

/** For what is not in the vault. */
export const NOT_FOUND_ADVICE: VaultAdvice = {
	code: 'VAULT_NOT_FOUND',
	title: 'not found',
	meaning: 'there is no such object or version in the vault',
	hint: 'Compare the name with the vault, whose names have hyphens but no underscores or dots. What was deleted lately can be recovered in the portal.',
};

const notFound: Advise = () => NOT_FOUND_ADVICE;

const disabled: Advise = () => ({
	code: 'VAULT_DISABLED',
	title: 'disabled',
	meaning: 'it is disabled',
	hint: 'Enable this version in the vault, or ask for another one: NAME/VERSION.',
});

const operationForbidden: Advise = () => ({
	code: 'VAULT_KEY_OPERATION_FORBIDDEN',
	title: 'not a signing key',
	meaning: 'the key is not allowed to sign',
	hint: 'Issue the certificate anew with "digitalSignature" among the key usages of its policy, which the default policy has.',
});

const deleted: Advise = () => ({
	code: 'VAULT_DELETED',
	title: 'deleted, but not purged',
	meaning: 'an object of this name has been deleted and can still be recovered, which keeps the name taken',
	hint: 'Recover it ("az keyvault secret recover"), or purge it, which cannot be undone ("az keyvault secret purge"). Either takes some seconds.',
});

const forbiddenByRbac: Advise = (refusal, request) => ({
	code: 'VAULT_FORBIDDEN_BY_RBAC',
	title: 'no role',
	meaning: `${describeCaller(refusal)} has no role that allows ${refusal.action ?? 'this'}`,
	hint: `Assign it "${leastRole(request)}" ${placeOfRole(request)} A new assignment needs some minutes. Owner and Contributor give no access to data.`,
});

const forbiddenByPolicy: Advise = (refusal, { identifier, operation = 'get' }) => ({
	code: 'VAULT_FORBIDDEN_BY_POLICY',
	title: 'no permission',
	meaning: `the vault's access policies do not allow ${describeCaller(refusal)} to ${operation} ${identifier.collection}`,
	hint: `Give it "${operation}" of ${identifier.collection} in an access policy of the vault. (With role-based access instead: "${leastRole({ identifier, operation })}".)`,
});

const forbiddenByFirewall: Advise = (refusal) => ({
	code: 'VAULT_FORBIDDEN_BY_FIREWALL',
	title: 'kept out by the firewall',
	meaning: `the vault's firewall keeps out this runner${refusal.clientAddress === undefined ? '' : `, whose address is ${refusal.clientAddress}`}`,
	hint: 'Use a self-hosted runner or a larger runner with a network of your own that the vault allows. "Allow trusted Microsoft services" does not include GitHub.',
});

const forbiddenByConnection: Advise = () => ({
	code: 'VAULT_FORBIDDEN_BY_CONNECTION',
	title: 'private access only',
	meaning: 'the vault takes no requests from public networks',
	hint: 'Use a runner inside the virtual network of its private endpoint.',
});

const throttled: Advise = () => ({
	code: 'VAULT_THROTTLED',
	title: 'too many requests',
	meaning: 'the vault is busy with too many requests',
	hint: 'A vault answers 4,000 reads in 10 seconds: start fewer jobs at a time (max-parallel), or spread them over several vaults.',
});

const badParameter: Advise = () => ({
	code: 'VAULT_BAD_REQUEST',
	title: 'request refused',
	meaning: 'the vault does not take the name or version',
	hint: 'Compare both with the identifier that the portal shows.',
});

const BY_CODE: ReadonlyMap<string, Advise> = new Map([
	['SecretNotFound', notFound],
	['CertificateNotFound', notFound],
	['KeyNotFound', notFound],
	['SecretDisabled', disabled],
	['CertificateDisabled', disabled],
	['KeyDisabled', disabled],
	['KeyOperationForbidden', operationForbidden],
	['ObjectIsDeletedButRecoverable', deleted],
	['ObjectIsBeingDeleted', deleted],
	['ForbiddenByRbac', forbiddenByRbac],
	['ForbiddenByPolicy', forbiddenByPolicy],
	['AccessDenied', forbiddenByPolicy],
	['ForbiddenByFirewall', forbiddenByFirewall],
	['ForbiddenByConnection', forbiddenByConnection],
	['Throttled', throttled],
	['BadParameter', badParameter],
]);

function unauthorized(_refusal: VaultRefusal, { signedIn, challenged }: RefusedRequest): VaultAdvice {
	// Two GUIDs can be compared; a domain name may be of the same tenant.
	const elsewhere =
		signedIn !== undefined &&
		challenged !== undefined &&
		GUID.test(signedIn) &&
		GUID.test(challenged) &&
		signedIn.toLowerCase() !== challenged.toLowerCase();
	return {
		code: 'VAULT_UNAUTHORIZED',
		title: 'token not accepted',
		meaning: elsewhere
			? `the vault trusts tenant ${challenged}, and the sign-in was in tenant ${signedIn}`
			: 'the vault does not accept the token, nor a second one',
		hint: elsewhere
			? 'Set tenant-id to the tenant of the vault, and client-id to an application of that tenant.'
			: 'Compare "cloud" and "tenant-id" with those of the vault.',
	};
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function byStatus(status: number): VaultAdvice {
	if (status >= 300 && status < 400) {
		return {
			code: 'VAULT_REDIRECT',
			title: 'redirect',
			meaning: 'the answer is a redirect, which is never followed',
			hint: 'This is not how Key Vault answers: look at a proxy in between.',
		};
	}
	if (status === 408 || status === 429 || status >= 500) {
		return {
			code: 'VAULT_UNAVAILABLE',
			title: 'failing',
			meaning: 'the vault is busy or failing',
			hint: 'Run the job again later; see https://azure.status.microsoft.',
		};
	}
	return {
		code: 'VAULT_REFUSED',
		title: 'request refused',
		meaning: 'the vault refused the request',
		hint: 'Look at a proxy in between, and at the log of the vault.',
	};
}

function describeCaller({ appId, objectId }: VaultRefusal): string {
	const ids = [appId && `client ID ${appId}`, objectId && `object ID ${objectId}`].filter(Boolean).join(', ');
	return ids === '' ? 'the identity' : `the identity (${ids})`;
}

function leastRole({ identifier: { collection }, operation }: RefusedRequest): string {
	if (operation === 'sign') return 'Key Vault Crypto User';
	if (operation === 'set') return 'Key Vault Secrets Officer';
	return collection === 'secrets' && operation !== 'list' ? 'Key Vault Secrets User' : 'Key Vault Reader';
}

function placeOfRole({ identifier: { collection, name } }: RefusedRequest): string {
	if (name !== undefined) return 'on the vault, or on this object alone.';
	if (collection !== 'secrets') return 'on the whole vault, since a list is of all objects.';
	return 'on the whole vault, since a list is of all objects; "Key Vault Secrets User", which reading values needs, lists as well.';
}
