// Whether a certificate is rotated, and what earlier runs have left to be done: a pure function.
import type { RotationOptions } from '../input/rotate-inputs.js';
import { DAY_SECONDS } from '../time.js';
import { checkRoomForCredentials, journalOf, type TagRecord } from './certificate-tags.js';
import { AT_WORK_SECONDS } from './rotation-decision.js';

/** The vault's current version. Instants in seconds since 1970. */
export interface CertificateVersion {
	/** 32 hex digits. */
	readonly version: string;
	/** Undefined if there is none. */
	readonly expires: number | undefined;
	readonly tags: TagRecord;
}

/** The name of the issuer, lower case, of a certificate that is completed by whoever asked for it. */
export const UNKNOWN_ISSUER = 'unknown';

/** Facts that the decision rests on. */
export interface CertificateFacts {
	readonly current: CertificateVersion;
	/** The issuer of a pending operation that is still to be completed; undefined if there is none. */
	readonly pendingIssuer: string | undefined;
	/** When the policy was last changed, also by the request that is pending: seconds since 1970. */
	readonly policyUpdated: number;
	readonly nowSeconds: number;
	readonly options: Pick<RotationOptions, 'renewBeforeDays' | 'force'>;
}

/** Request that is pending in the vault. */
export type PendingState =
	| { readonly kind: 'nothing' }
	/** Another run is in progress, until this instant. */
	| { readonly kind: 'at-work'; readonly freeFrom: number }
	/** An earlier run was interrupted. */
	| { readonly kind: 'leftover' }
	/** A certificate authority is at work. */
	| { readonly kind: 'authority'; readonly issuer: string };

/** The decision. */
export interface CertificateDecision {
	readonly pending: PendingState;
	/** The key ID in the journal: an earlier run was interrupted, and this one finishes it. */
	readonly journal: string | undefined;
	/** Reason why the certificate is renewed; undefined if it is not due. */
	readonly due: 'expiring' | 'forced' | undefined;
}

/**
 * Decides about this certificate.
 * @throws ActionError if it is due and its tags leave no room
 */
export function decideCertificate(facts: CertificateFacts): CertificateDecision {
	const due = dueReason(facts);
	if (due !== undefined) checkRoomForCredentials(facts.current);
	return { pending: judgePending(facts), journal: journalOf(facts.current), due };
}

function judgePending({ pendingIssuer, policyUpdated, nowSeconds }: CertificateFacts): PendingState {
	if (pendingIssuer === undefined) return { kind: 'nothing' };
	if (pendingIssuer.toLowerCase() !== UNKNOWN_ISSUER) return { kind: 'authority', issuer: pendingIssuer };
	const freeFrom = policyUpdated + AT_WORK_SECONDS;
	return nowSeconds < freeFrom ? { kind: 'at-work', freeFrom } : { kind: 'leftover' };
}

function dueReason({ current, nowSeconds, options }: CertificateFacts): CertificateDecision['due'] {
	const { expires } = current;
	if (expires !== undefined && expires - nowSeconds <= options.renewBeforeDays * DAY_SECONDS) return 'expiring';
	return options.force ? 'forced' : undefined;
}
