// Meaning of each code of Key Vault that only changes cause, and advice about it.
import type { ErrorCode } from '../error-codes.js';
import { kindOf, type VaultAddress, vaultHost } from '../plan/identifier.js';
import type { Advise, VaultAdvice } from './vault-response-error.js';

/** Code of the error for a name that is taken by what was deleted and can be recovered. */
export const DELETED = 'VAULT_DELETED';

/** Code of the error for what is being recovered. */
export const BEING_RECOVERED = 'VAULT_BEING_RECOVERED';

/** Whether something else changes the object at the moment. */
export function isVaultConflict({ code }: { readonly code: ErrorCode }): boolean {
	return code === 'VAULT_CONFLICT';
}

const deleted: Advise = (_refusal, { identifier: { collection } }) => ({
	code: DELETED,
	title: 'deleted, but not purged',
	meaning: 'an object of this name has been deleted and can still be recovered, so the name is still taken',
	hint: `Recover it ("az keyvault ${kindOf(collection)} recover"), or purge it, which cannot be undone ("az keyvault ${kindOf(collection)} purge"). Either takes a few seconds.`,
});

const beingDeleted: Advise = () => ({
	code: 'VAULT_BEING_DELETED',
	title: 'being deleted',
	meaning: 'an object of this name is being deleted',
	hint: 'Wait until that has ended, recover or purge the deleted object, then run the job again.',
});

const beingRecovered: Advise = () => ({
	code: BEING_RECOVERED,
	title: 'being recovered',
	meaning: 'an object of this name is being recovered',
	hint: 'Run the job again in a minute.',
});

/** For a status of 409. */
export const conflict: Advise = (_refusal, { operation, identifier }) => ({
	code: 'VAULT_CONFLICT',
	title: 'conflict',
	meaning: 'another change of this object is under way',
	hint: `Run the job again once it has ended, and do not let two jobs change the object at the same time (concurrency).${operation === 'import' ? pendingHint(identifier) : ''}`,
});

// Until its request has ended, nothing can be imported under the name.
function pendingHint({ vaultUrl, name }: VaultAddress): string {
	const [vault = ''] = vaultHost(vaultUrl).split(/[.:]/);
	const options = `--vault-name ${vault} --name ${name}`;
	return ` A request for this certificate may be pending: "az keyvault certificate pending show ${options}". If nobody needs it: "az keyvault certificate pending delete ${options}". Or a secret or key has this name: choose another.`;
}

const badParameter: Advise = (_refusal, { operation = 'get' }) => ({
	code: 'VAULT_BAD_REQUEST',
	title: 'request refused',
	...BAD_PARAMETER[operation === 'import' || operation === 'set' || operation === 'create' ? operation : 'get'],
});

const BAD_PARAMETER: Readonly<Record<'get' | 'set' | 'import' | 'create', Pick<VaultAdvice, 'meaning' | 'hint'>>> = {
	get: {
		meaning: 'the vault does not accept the name or version',
		hint: 'Compare both with the identifier that the portal shows.',
	},
	set: {
		meaning: 'the vault does not accept the value, its type or its tags',
		hint: 'A vault holds 25,600 bytes of a value, 255 characters of a type, and 15 tags of 512 characters each.',
	},
	create: {
		meaning: 'the vault does not accept the policy, the certificate or the tags of the new version',
		hint: 'Compare the policy of the certificate with what this vault offers: key type and size (RSA-HSM needs a Premium vault), subject, and key usages.',
	},
	import: {
		meaning: 'the vault does not accept the certificate, its key or its tags',
		hint: 'Renew the certificate if it has expired: Key Vault does not import it then. It takes RSA keys of 2048, 3072 and 4096 bits and EC keys on P-256, P-384, P-521 and P-256K, a certificate with its issuers in at most 25,600 bytes, and 15 tags.',
	},
};

const nothingPending: Advise = () => ({
	code: 'VAULT_NOT_FOUND',
	title: 'nothing is pending',
	meaning: 'the request for the new version is not pending any more: somebody has deleted or completed it',
	hint: 'Let nobody else make versions of this certificate, and run the job again.',
});

/** By the inner error's code, else the error's. */
export const WRITE_CODES: readonly (readonly [code: string, advise: Advise])[] = [
	['ObjectIsDeletedButRecoverable', deleted],
	['ObjectIsBeingDeleted', beingDeleted],
	['ObjectIsBeingRecovered', beingRecovered],
	['Conflict', conflict],
	['BadParameter', badParameter],
	['PendingCertificateNotFound', nothingPending],
];
