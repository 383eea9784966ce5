// In which state a rotation of a certificate that failed has left the application and the vault, and what is left to do.
import { ActionError, expectedErrors } from '../../errors.js';
import { formatInstant } from '../../time.js';
import { describeUnchanged } from '../rotation-state.js';
import type { CertificateRun } from './certificate-run.js';
import type { CurrentVersion } from './find-certificate.js';

/** A certificate of which nobody knows whether the application has it. */
export interface LostKey {
	/** 40 upper-case hex digits. */
	readonly thumbprint: string;
	/** In seconds since 1970. */
	readonly expires: number;
}

/** State of each part of a rotation that failed. */
export interface UndoneParts {
	readonly lost: LostKey | undefined;
	/**
	 * Whether the request for a new key is gone and the policy as it was. If somebody else was faster, the policy stays,
	 * and the request is `withdrawn` if it was this run's, or `kept`.
	 */
	readonly request: 'dropped' | 'left' | 'kept' | 'withdrawn';
	/** The key credential that was added, and whether it is gone, or noted for the next run; undefined if none was. */
	readonly key: { readonly keyId: string; readonly state: 'removed' | 'noted' | 'left' } | undefined;
}

const LATER = 'A run in 15 minutes or later cleans up.';

/** The state after what was done has been undone, as far as that went. */
export function describeUndone(run: CertificateRun, { lost, request, key }: UndoneParts): string {
	const { certificate } = run.rotation;
	const requestState = {
		dropped: 'The request for a new version was deleted, and the policy is as it was.',
		left: `The request for a new version could not be deleted, or the policy could not be put back. A run in 15 minutes or later deletes the request. Look at the policy in the portal: it may still have the issuer Unknown and the lifetime action EmailContacts, which is what a rotation sets.`,
		kept: 'The request for a new version is left to that run.',
		withdrawn: 'The request for a new version that this run made was deleted. The policy stays as it is now.',
	}[request];
	const keyState = key === undefined ? '' : ` ${describeAddedKey(run, key)}`;
	const lostState = lost === undefined ? '' : ` ${describeLostKey(run, lost)}`;
	return `The current version of certificate ${certificate.name} stays in use. ${requestState}${keyState}${lostState}`;
}

function describeAddedKey(
	{ rotation: { appId } }: CertificateRun,
	{ keyId, state }: NonNullable<UndoneParts['key']>,
): string {
	if (state === 'removed') return `The new key credential ${keyId} was removed from application ${appId} again.`;
	const byHand = `by hand: "az ad app credential delete --id ${appId} --cert --key-id ${keyId}".`;
	const left = `The new key credential ${keyId} could not be removed from application ${appId}; nothing uses it.`;
	return state === 'noted' ? `${left} ${LATER} Or remove it ${byHand}` : `${left} Remove it ${byHand}`;
}

// The command lists thumbprints as "customKeyIdentifier".
function describeLostKey({ rotation: { appId } }: CertificateRun, { thumbprint, expires }: LostKey): string {
	return `Microsoft Graph did not confirm whether it added the new certificate (thumbprint ${thumbprint}, valid until ${formatInstant(expires)}) to application ${appId}, and may still add it. Nothing uses it, and only a person can remove it: "az ad app credential list --id ${appId} --cert" shows the key ID that belongs to the thumbprint, and "az ad app credential delete --id ${appId} --cert --key-id KEY_ID" removes it.`;
}

/** Nobody knows whether the vault has begun a new version. */
export function describeMaybeRequested(): string {
	return 'The vault did not confirm that it began a new version, and may still begin it. The current version stays in use, and nothing was added to the application. Run the job again in 15 minutes or later: it deletes what was begun. The policy of the certificate may have the issuer Unknown until a rotation succeeds.';
}

/** Nobody knows whether the new version is there, or will come to be: so all that it needs stays. */
export function describeMaybeMerged(run: CertificateRun, { version }: CurrentVersion, keyId: string): string {
	const { certificate, appId } = run.rotation;
	return `The vault did not confirm that it merged the new version of certificate ${certificate.name}, and may still merge it. So nothing was undone: application ${appId} knows version ${version} as well as the new one (key ID ${keyId}), and whichever is current works. Run the job again in 15 minutes or later: it finishes what was merged, or cleans up.`;
}

/** The new version is current; what comes after is left. */
export function describeMerged(run: CertificateRun, version: string): string {
	const { certificate, appId } = run.rotation;
	return `Version ${version} of certificate ${certificate.name} is current, and application ${appId} knows it and the version before it. Nothing was undone. Run the job again: it proves the version and cleans up.`;
}

/** An earlier run was to be finished first. */
export function describeUnfinished(run: CertificateRun, { version }: CurrentVersion): string {
	const { certificate } = run.rotation;
	return `Version ${version} of certificate ${certificate.name} is current, and an earlier run left something to be done. Nothing new was begun. Run the job again: it finishes that.`;
}

/** The step failed after the rotation was over. */
export function describeCompleteRotation(run: CertificateRun, version: string, isRotated: boolean): string {
	if (!isRotated) return 'Nothing was renewed.';
	return `The rotation itself is complete: version ${version} of certificate ${run.rotation.certificate.name} is current and proved.`;
}

/** The error for a certificate that another run is in progress on. */
export function busyError(run: CertificateRun, freeFrom?: number): ActionError {
	const { certificate } = run.rotation;
	const when = freeFrom === undefined ? 'in 15 minutes' : `at ${formatInstant(Math.ceil(freeFrom))}`;
	return new ActionError({
		code: 'ROTATE_BUSY',
		title: 'Another run is in progress',
		subject: `certificate ${certificate.name}`,
		problem: 'another run is in progress, or was interrupted: a request for a new version is pending.',
		hint: `${describeUnchanged()} Run the job again ${when} or later: that run deletes what an interrupted one left. To keep runs apart, give their workflow a "concurrency" group.`,
	});
}

/** The error for a certificate authority that is making a new version. */
export function authorityError({ rotation }: CertificateRun, issuer: string): ActionError {
	return new ActionError({
		code: 'ROTATE_ISSUER_AT_WORK',
		title: 'A certificate authority is issuing',
		subject: `certificate ${rotation.certificate.name}`,
		problem: `the issuer "${issuer.replace(/[^\w .-]+/g, '?').slice(0, 60)}" has not completed a new version yet.`,
		hint: 'Wait until it is issued, and upload its public part to the application; or cancel it in the portal. Let nobody but this action renew the certificate: set the lifetime action of its policy to EmailContacts.',
	});
}

/** The error for a certificate that somebody else has changed. */
export function overtakenError({ rotation }: CertificateRun): ActionError {
	return new ActionError({
		code: 'ROTATE_OVERTAKEN',
		title: 'Changed in the meantime',
		subject: `certificate ${rotation.certificate.name}`,
		problem: 'it was changed in the vault while this run was in progress.',
		hint: 'If two workflow runs can rotate one certificate at the same time, give the workflow a "concurrency" group.',
	});
}

/** Whether somebody else has changed the certificate. */
export function isOvertaken(error: unknown): boolean {
	return expectedErrors(error).every(({ code }) => code === 'ROTATE_OVERTAKEN');
}
