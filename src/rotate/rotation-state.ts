// In which state a failed rotation has left the application and the vault, in exact words, and what is left to do.
import { ActionError, ActionErrors, expectedErrors } from '../errors.js';
import { CREDENTIAL_ID, type Decision } from '../plan/rotation-decision.js';
import { formatInstant } from '../time.js';
import type { RotationRun } from './rotation-run.js';

/** Nothing was written. */
export function describeUnchanged(): string {
	return 'Nothing was changed in the application and the vault.';
}

/** Changes that a run that failed has left in the application. */
export interface LeftBehind {
	/** By it the passwords of this run are known. */
	readonly displayName: string;
	/** So many requests without an answer may have added a password that nobody has seen. */
	readonly unconfirmed: number;
	readonly room: RoomMade;
}

/** Outdated passwords that gave room for a new one. */
export interface RoomMade {
	/** Key IDs of the passwords that were removed. */
	readonly removedIds: readonly string[];
	/** Key IDs of those whose removal got no answer: it may still happen. */
	readonly unconfirmedIds: readonly string[];
}

/** No password was added that is known. */
export function describeNotAdded(run: RotationRun, left: LeftBehind): string {
	const traces = describeTraces(run, left);
	return traces === '' ? describeUnchanged() : `Nothing was stored in the vault.${traces}${describeEnd(left)}`;
}

/** The password is gone again. */
export function describeTakenBack(run: RotationRun, keyId: string, left: LeftBehind): string {
	return `The new password (key ID ${keyId}) was removed again, and nothing was stored in the vault.${describeTraces(run, left)}${describeEnd(left)}`;
}

/** The password could not be removed; the vault does not hold it. */
export function describeLeft(run: RotationRun, keyId: string, left: LeftBehind): string {
	return `Nothing was stored in the vault. The new password (key ID ${keyId}) could not be removed and may still be in the application; nobody has its value. ${describeLater(run, keyId)}${describeTraces(run, left)}`;
}

/** Nobody knows whether the vault holds the password, or will come to hold it: so it stays. */
export function describeUnknown(run: RotationRun, keyId: string, left: LeftBehind): string {
	const { vaultUrl, name } = run.rotation.secret;
	return `The vault did not confirm that it stored the new client secret, and may still store it. So nothing was undone: the new password (key ID ${keyId}) stays in the application, and the one in use was not touched. Run the job again in 15 minutes or later: it sees what the vault holds then, and cleans up. To look by hand: "az keyvault secret show --id ${vaultUrl}/secrets/${name} --query tags.${CREDENTIAL_ID}". If that shows ${keyId}, the rotation is complete.${describeTraces(run, left)}`;
}

// Each begins with a blank: they follow other sentences.
function describeTraces(run: RotationRun, { displayName, unconfirmed, room }: LeftBehind): string {
	const removed = room.removedIds.map((id) => ` Outdated password ${id} was removed before, to make room.`);
	const removing = room.unconfirmedIds.map(
		(id) =>
			` Microsoft Graph did not confirm whether it removed outdated password ${id}, to make room, and may still remove it.`,
	);
	const adding =
		unconfirmed === 0
			? ''
			: ` Microsoft Graph did not confirm whether it added a password, and may still add it: it would be named "${displayName}", and nobody has its value. ${describeLater(run)}`;
	return [...removed, ...removing, adding].join('');
}

function describeEnd({ unconfirmed }: LeftBehind): string {
	return unconfirmed > 0 ? '' : ' There is nothing to clean up.';
}

/** The step failed after the rotation was over. */
export function describeComplete(
	{ rotation }: RotationRun,
	done: { isRotated: boolean; version: string; keyId: string },
): string {
	if (!done.isRotated) return 'Nothing was renewed.';
	return `The rotation itself is complete: version ${done.version} of ${rotation.secret.name} holds the new client secret (key ID ${done.keyId}).`;
}

/** The error for an application that another run is in progress on. */
export function busyError({ rotation }: RotationRun, busy: Extract<Decision, { kind: 'busy' }>): ActionError {
	return new ActionError({
		code: 'ROTATE_BUSY',
		title: 'Another run is in progress',
		subject: `application ${rotation.appId}`,
		problem: `another run is in progress on secret ${rotation.secret.name}, or was interrupted. It made a password less than 15 minutes ago (key ID ${busy.keyId}) that the vault does not name.`,
		hint: `${describeUnchanged()} Run the job again at ${formatInstant(Math.ceil(busy.freeFrom))} or later: that run removes what an interrupted one left. To keep runs apart, give their workflow a "concurrency" group.`,
	});
}

/** Returns the command that removes a password by hand. */
export function describeByHand({ rotation }: RotationRun, keyId = 'KEY_ID'): string {
	return `az ad app credential delete --id ${rotation.appId} --key-id ${keyId}`;
}

function describeLater(run: RotationRun, keyId?: string): string {
	return `A run in 15 minutes or later removes it. To remove it by hand: "${describeByHand(run, keyId)}".`;
}

/** The errors, each with one more piece of advice. @throws the error itself if it was not expected */
export function advisingAll(error: unknown, advice: string): ActionErrors {
	return new ActionErrors(expectedErrors(error).map((one) => one.advising(advice)));
}
