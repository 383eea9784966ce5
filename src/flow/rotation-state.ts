// In which state a failed rotation has left the application and the vault, in exact words, and what is left to do.
import { ActionError, ActionErrors, foreseenErrors } from '../errors.js';
import { CREDENTIAL_ID, type Decision } from '../plan/rotation-decision.js';
import { formatInstant } from '../render/expiry.js';
import type { RotationRun } from './rotation-run.js';

/** Nothing was written. */
export function describeUnchanged(): string {
	return 'Nothing was changed in the application and the vault.';
}

/** The password is gone again. */
export function describeTakenBack(keyId: string): string {
	return `The password that was added (key ID ${keyId}) is removed again, and this run has stored nothing in the vault: there is nothing to clean up.`;
}

/** The password could not be removed; the vault does not hold it. */
export function describeLeft(run: RotationRun, keyId: string): string {
	return `This run has stored nothing in the vault. Removing the password that was added (key ID ${keyId}) failed, so it may be left in the application; nobody has its value. ${describeLater(run, keyId)}`;
}

/** Nobody knows whether the vault holds the password, so it stays. */
export function describeUnknown({ rotation }: RotationRun, keyId: string): string {
	return `Whether the vault holds the new client secret is not known, so its password (key ID ${keyId}) stays in the application, and the one before as well. Look at the tag ${CREDENTIAL_ID} of the newest version of ${rotation.secret.name}: where it is that key ID, the rotation is complete. Where it is not, a run in 15 minutes or later removes the password and makes another.`;
}

/** A request for a password got no word, and what it may have made is not to be seen. */
export function describeLost(run: RotationRun, displayName: string): string {
	return `This run has stored nothing in the vault. Should the application have a password named "${displayName}", it is of this run and nobody has its value. ${describeLater(run)}`;
}

/** The step failed after the rotation was over. */
export function describeComplete(
	{ rotation }: RotationRun,
	done: { isRotated: boolean; version: string; keyId: string },
): string {
	if (!done.isRotated) return 'Nothing was renewed.';
	return `The rotation itself is complete: version ${done.version} of ${rotation.secret.name} holds the new client secret (key ID ${done.keyId}).`;
}

/** The error for an application that another run is at work on. */
export function busyError({ rotation }: RotationRun, busy: Extract<Decision, { kind: 'busy' }>): ActionError {
	return new ActionError({
		code: 'ROTATE_BUSY',
		title: 'Another run is at work',
		subject: `application ${rotation.appId}`,
		problem: `it has a password that this action made less than 15 minutes ago for secret ${rotation.secret.name} and that the vault does not name (key ID ${busy.keyId}): another run is at work, or was interrupted.`,
		hint: `${describeUnchanged()} Run the job again at ${formatInstant(Math.ceil(busy.freeFrom))} or later, which removes what an interrupted run has left. So that runs do not meet, give their workflow a "concurrency" group.`,
	});
}

/** How to remove passwords by hand. */
export function describeByHand({ rotation }: RotationRun, keyId = 'KEY_ID'): string {
	return `az ad app credential delete --id ${rotation.appId} --key-id ${keyId}`;
}

function describeLater(run: RotationRun, keyId?: string): string {
	return `A run in 15 minutes or later removes it; by hand: ${describeByHand(run, keyId)}`;
}

/** The errors, each with one more piece of advice. @throws the error itself where it was not foreseen */
export function advisingAll(error: unknown, advice: string): ActionErrors {
	return new ActionErrors(foreseenErrors(error).map((one) => one.advising(advice)));
}
