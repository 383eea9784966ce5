// A request for a new key: the vault makes it, and the current version stays the current one until the request is completed.
import { expectedErrors } from '../../errors.js';
import { VAULT_RETRY_RULES } from '../../http/retry-policy.js';
import { write } from '../../http/write.js';
import { makeRotationPolicy } from '../../keyvault/certificate-policy.js';
import { createOnce, type PendingCertificate, readPending } from '../../keyvault/pending-certificate.js';
import { unusableAnswerError } from '../../keyvault/vault-error.js';
import { isVaultConflict } from '../../keyvault/write-advice.js';
import { UNKNOWN_ISSUER } from '../../plan/certificate-decision.js';
import { advisingAll, describeUnchanged } from '../rotation-state.js';
import { advisingRoles, type CertificateRun, vaultUntil } from './certificate-run.js';
import { busyError, describeMaybeRequested } from './certificate-state.js';
import type { CurrentVersion } from './find-certificate.js';

/** A request that was made. */
export interface RequestedKey extends PendingCertificate {
	/** The certificate request, DER. */
	readonly request: Buffer;
	/** Whether it is this run's for sure: the vault answered so. What was found by a look may be another run's. */
	readonly isOwn: boolean;
}

/**
 * Asks for the key of the next version. After a request without an answer, what the vault shows as pending is taken for it:
 * nothing was pending before, and of two runs that take the same request for theirs, the journal lets one go on.
 * @throws ActionErrors that say in which state the vault is
 */
export async function requestKey(run: CertificateRun, { policy }: CurrentVersion): Promise<RequestedKey> {
	const { certificate: item } = run.rotation;
	const vault = vaultUntil(run, 'adding');
	const oneWrite = {
		sendOnce: async (context: typeof vault.context) => {
			const asked = createOnce(item, makeRotationPolicy(policy), { ...vault, context });
			return withRequest(run, await advisingRoles(run, asked));
		},
		look: async () => {
			const pending = await readPending(item, vaultUntil(run, 'all'));
			return isOpen(pending) ? withRequest(run, pending) : undefined;
		},
		lookUntilMs: run.deadlineOf('all'),
		rules: VAULT_RETRY_RULES,
	};
	const result = await write<OpenRequest>(oneWrite, vault.context);
	if (result.kind === 'done') return { ...result.value, isOwn: result.unanswered === 0 };
	if (result.unanswered > 0) throw advisingAll(result.error, describeMaybeRequested());
	const isConflict = expectedErrors(result.error).every(isVaultConflict);
	throw isConflict ? busyError(run) : advisingAll(result.error, describeUnchanged());
}

/** Whether a pending operation is one of a rotation, and still to be completed. */
export function isOpen(pending: PendingCertificate | undefined): pending is PendingCertificate {
	return pending?.isInProgress === true && pending.issuer.toLowerCase() === UNKNOWN_ISSUER;
}

type OpenRequest = Omit<RequestedKey, 'isOwn'>;

function withRequest({ rotation }: CertificateRun, pending: PendingCertificate): OpenRequest {
	const { request } = pending;
	if (request !== undefined) return { ...pending, request };
	throw unusableAnswerError(rotation.certificate, 'the answer holds no certificate request.');
}
