// What Key Vault's error codes mean, and what to do about each.
// https://learn.microsoft.com/azure/key-vault/general/rest-error-codes
import { forbiddenByPolicy, forbiddenByRbac } from './permission-advice.js';
import type { Advise, RefusedRequest, VaultAdvice } from './refused-request.js';
import { unauthorizedAdvice } from './unauthorized-advice.js';
import type { VaultRefusal } from './vault-refusal.js';

/** The advice for a refusal. */
export function vaultAdvice(refusal: VaultRefusal, request: RefusedRequest): VaultAdvice {
	const known = refusal.code === undefined ? undefined : VAULT_CODES.get(refusal.code);
	if (known !== undefined) return known(refusal, request);
	if (refusal.status === 401) return unauthorizedAdvice(refusal, request);
	return byStatus(refusal.status);
}

/** For what is not in the vault. */
export const NOT_FOUND_ADVICE: VaultAdvice = {
	code: 'VAULT_NOT_FOUND',
	title: 'not found',
	meaning: 'there is no such object or version in the vault',
	hint: 'Compare the name with the list in the vault. If it was deleted recently, recover it in the portal.',
};

// A name under the wrong input is the likeliest cause if the kind has few objects.
const notFound: Advise = (_refusal, { identifier: { collection }, operation = 'get' }) => {
	if (collection === 'secrets' || operation !== 'get') return NOT_FOUND_ADVICE;
	return { ...NOT_FOUND_ADVICE, hint: `${NOT_FOUND_ADVICE.hint} ${ELSEWHERE[collection]}` };
};

// A certificate is also a secret of its name.
const ELSEWHERE: Readonly<Record<'certificates' | 'keys', string>> = {
	certificates: 'If the vault has a secret or a key of this name, move the line to secrets or keys.',
	keys: 'If the vault has a secret or a certificate of this name, move the line to secrets or certificates.',
};

const disabled: Advise = () => ({
	code: 'VAULT_DISABLED',
	title: 'disabled',
	meaning: 'it is disabled',
	hint: 'Enable this version in the vault, or name another one: NAME/VERSION.',
});

const operationForbidden: Advise = () => ({
	code: 'VAULT_KEY_OPERATION_FORBIDDEN',
	title: 'not a signing key',
	meaning: 'the key is not allowed to sign',
	hint: 'Issue a new version of the certificate with "digitalSignature" among the key usages of its policy; the default policy has it.',
});

const deleted: Advise = () => ({
	code: 'VAULT_DELETED',
	title: 'deleted, but not purged',
	meaning: 'an object of this name has been deleted and can still be recovered, so the name is still taken',
	hint: 'Recover it ("az keyvault secret recover"), or purge it, which cannot be undone ("az keyvault secret purge"). Either takes a few seconds.',
});

const beingDeleted: Advise = () => ({
	code: 'VAULT_DELETED',
	title: 'being deleted',
	meaning: 'an object of this name is being deleted',
	hint: 'Wait until that has ended, recover or purge the deleted object, then run the job again.',
});

const beingRecovered: Advise = () => ({
	code: 'VAULT_DELETED',
	title: 'being recovered',
	meaning: 'an object of this name is being recovered',
	hint: 'Run the job again in a minute.',
});

const conflict: Advise = () => ({
	code: 'VAULT_CONFLICT',
	title: 'conflict',
	meaning: 'another change of this object is under way',
	hint: 'Run the job again once it has ended, and do not let two jobs change the object at the same time (concurrency).',
});

const forbiddenByFirewall: Advise = (refusal) => ({
	code: 'VAULT_FORBIDDEN_BY_FIREWALL',
	title: 'blocked by the firewall',
	meaning: `the vault's firewall blocks this runner${refusal.clientAddress === undefined ? '' : `, whose address is ${refusal.clientAddress}`}`,
	hint: 'Use a self-hosted runner, or a larger runner with a network of your own, that the vault allows. "Allow trusted Microsoft services" does not include GitHub.',
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
	meaning: 'the vault does not accept the name or version',
	hint: 'Compare both with the identifier that the portal shows.',
});

/** Advice by the inner error's code, else the error's. */
export const VAULT_CODES: ReadonlyMap<string, Advise> = new Map([
	['SecretNotFound', notFound],
	['CertificateNotFound', notFound],
	['KeyNotFound', notFound],
	['SecretDisabled', disabled],
	['CertificateDisabled', disabled],
	['KeyDisabled', disabled],
	['KeyOperationForbidden', operationForbidden],
	['ObjectIsDeletedButRecoverable', deleted],
	['ObjectIsBeingDeleted', beingDeleted],
	['ObjectIsBeingRecovered', beingRecovered],
	['Conflict', conflict],
	['ForbiddenByRbac', forbiddenByRbac],
	['ForbiddenByPolicy', forbiddenByPolicy],
	['AccessDenied', forbiddenByPolicy],
	['ForbiddenByFirewall', forbiddenByFirewall],
	['ForbiddenByConnection', forbiddenByConnection],
	['Throttled', throttled],
	['BadParameter', badParameter],
]);

/** Code of an answer about which nothing else is known. */
export const REFUSED = 'VAULT_REFUSED';

function byStatus(status: number): VaultAdvice {
	if (status >= 300 && status < 400) {
		return {
			code: 'VAULT_REDIRECT',
			title: 'redirect',
			meaning: 'the answer is a redirect, which is never followed',
			hint: 'Key Vault does not answer like this: check for a proxy on the way.',
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
		code: REFUSED,
		title: 'request refused',
		meaning: 'the vault refused the request',
		hint: 'Check for a proxy on the way, and look at the log of the vault.',
	};
}
