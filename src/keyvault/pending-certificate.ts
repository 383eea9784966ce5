// A certificate that is being made: a request for a new key, which answers with a certificate request, and its completion.
// https://learn.microsoft.com/rest/api/keyvault/certificates/create-certificate/create-certificate and
// .../get-certificate-operation, .../delete-certificate-operation, .../merge-certificate (api-version 7.4)
import { expectedErrors } from '../errors.js';
import { asObject, asText, parseJsonObject } from '../http/json.js';
import { once, VAULT_RETRY_RULES } from '../http/retry-policy.js';
import type { Identifier } from '../plan/identifier.js';
import { askVault, type VaultAccess } from './ask-vault.js';
import type { PolicySettings } from './certificate-policy.js';
import { requestAbout } from './stored-certificate.js';
import { isNotFound, unusableAnswerError } from './vault-error.js';

/** A pending operation, as far as a rotation needs it. */
export interface PendingCertificate {
	/** By it two operations are told apart; undefined if the answer names none. */
	readonly requestId: string | undefined;
	/** Name of the issuer; `Unknown` if whoever asked completes it. Empty if it is over and the answer names none. */
	readonly issuer: string;
	/** Whether it is still to be completed; a vault also shows those that were completed, canceled, or failed. */
	readonly isInProgress: boolean;
	/** The certificate request, DER; undefined if the answer shows none. */
	readonly request: Buffer | undefined;
}

/**
 * The pending operation; undefined if there is none.
 * @throws ActionError with advice if the vault refuses, gives no answer, or one that is no pending operation
 */
export async function readPending(item: Identifier, access: VaultAccess): Promise<PendingCertificate | undefined> {
	const makeRequest = requestAbout(item, { method: 'GET', path: '/pending' });
	try {
		return decode(await askVault({ identifier: item, makeRequest }, access), item);
	} catch (error) {
		if (expectedErrors(error).every(isNotFound)) return undefined;
		throw error;
	}
}

/**
 * Asks for a new key once: whoever asks again must first look what became of this one. The policy of the certificate is
 * then this one.
 * @throws ActionError with advice if the vault refuses or gives no usable answer
 */
export async function createOnce(
	item: Identifier,
	policy: PolicySettings,
	access: VaultAccess,
): Promise<PendingCertificate> {
	const body = { policy, attributes: { enabled: true } };
	const makeRequest = requestAbout(item, { method: 'POST', path: '/create', body });
	const operation = { identifier: item, operation: 'create', status: 202, rules: once(VAULT_RETRY_RULES) } as const;
	return decode(await askVault({ ...operation, makeRequest }, access), item);
}

/** Deletes the pending operation; one that is not there is fine. @throws ActionError with advice if the vault refuses */
export async function deletePending(item: Identifier, access: VaultAccess): Promise<void> {
	const makeRequest = requestAbout(item, { method: 'DELETE', path: '/pending' });
	try {
		decode(await askVault({ identifier: item, operation: 'update', makeRequest }, access), item);
	} catch (error) {
		if (!expectedErrors(error).every(isNotFound)) throw error;
	}
}

/** Data that completes a pending operation. */
export interface Merge {
	/** DER. */
	readonly certificate: Buffer;
	readonly tags: Readonly<Record<string, string>>;
}

/**
 * Completes the pending operation once, and gives the body of the answer: the certificate is then the current version.
 * @throws ActionError with advice if the vault refuses or gives no answer
 */
export function mergeOnce(item: Identifier, { certificate, tags }: Merge, access: VaultAccess): Promise<string> {
	const body = { x5c: [certificate.toString('base64')], tags };
	const makeRequest = requestAbout(item, { method: 'POST', path: '/pending/merge', body });
	const operation = { identifier: item, operation: 'create', status: 201, rules: once(VAULT_RETRY_RULES) } as const;
	return askVault({ ...operation, makeRequest }, access);
}

function decode(body: string, item: Identifier): PendingCertificate {
	const operation = parseJsonObject(body);
	const requestId = asText(operation?.['request_id'], /^[0-9a-z-]{1,64}$/i);
	const issuer = asText(asObject(operation?.['issuer'])?.['name'], /^[\x20-\x7e]{1,127}$/);
	const status = asText(operation?.['status'], /^[A-Za-z]{1,32}$/);
	const isInProgress = status?.toLowerCase() === 'inprogress';
	if (status === undefined || (isInProgress && issuer === undefined)) {
		throw unusableAnswerError(item, 'the answer is not a pending operation.', body);
	}
	const request = asText(operation?.['csr'], /^[A-Za-z0-9+/]+={0,2}$/);
	return {
		requestId,
		issuer: issuer ?? '',
		isInProgress,
		request: request === undefined ? undefined : Buffer.from(request, 'base64'),
	};
}
