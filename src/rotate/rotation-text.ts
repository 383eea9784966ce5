// What a rotation finds and decides, in words.
import type { RotationOptions } from '../input/rotate-inputs.js';
import { vaultHost } from '../plan/identifier.js';
import { isOwnPassword } from '../plan/own-password.js';
import type { PreviousPassword } from '../plan/previous-password.js';
import type { SecretRotation } from '../plan/rotation.js';
import {
	type AppPassword,
	CREDENTIAL_ID,
	credentialIdOf,
	type Decision,
	type DueReason,
	type StoredVersion,
} from '../plan/rotation-decision.js';
import { formatInstant } from '../time.js';

/** What is there before anything is changed. */
export interface Found {
	/** Undefined if the vault has no such secret. */
	readonly stored: StoredVersion | undefined;
	readonly passwords: readonly AppPassword[];
	/** By Graph's clock, in seconds since 1970. */
	readonly nowSeconds: number;
	readonly decision: Decision;
}

/** Lines for the log: what the vault and the application hold. */
export function describeFound({ secret, appId }: SecretRotation, { stored, passwords }: Found): readonly string[] {
	const own = passwords.filter(({ displayName }) => isOwnPassword(displayName, secret)).length;
	const where = `secret ${secret.name} in ${vaultHost(secret.vaultUrl)}`;
	const named = credentialIdOf(stored, CREDENTIAL_ID) ?? 'unknown';
	return [
		stored === undefined
			? `Found no ${where}.`
			: `Found ${where}: version ${stored.version}, ${describeEnd(stored)}, password ${named}.`,
		`Found application ${appId}: ${count(passwords.length)}, ${own} of them made by this action for this secret.`,
	];
}

function count(passwords: number): string {
	return passwords === 1 ? '1 password' : `${passwords} passwords`;
}

function describeEnd({ expires }: StoredVersion): string {
	return expires === undefined ? 'no expiry' : `expires ${formatInstant(expires)}`;
}

/** A line for the log: whether the client secret is renewed, and why. */
export function describeDecision({ stored, decision }: Found, { renewBeforeDays }: RotationOptions): string {
	const end = formatInstant(stored?.expires);
	switch (decision.kind) {
		case 'keep': {
			const { atWorkId } = decision;
			const restraint =
				atWorkId === undefined
					? ''
					: ` Nothing is removed either: another run is in progress, or was interrupted: ${describeYoung(atWorkId)}`;
			return `Nothing is due: it is valid until ${end}, which is more than ${renewBeforeDays} days away.${restraint}`;
		}
		case 'busy':
			return `Another run is in progress, or was interrupted: ${describeYoung(decision.keyId)}`;
		case 'rotate': {
			const { reason, previous } = decision;
			return `Due, because ${describeReason(reason, end, renewBeforeDays)}.${describeGuess(previous)}`;
		}
	}
}

// Nothing if a tag says it, or if there is none.
function describeGuess({ keyId, by }: PreviousPassword): string {
	if (keyId === undefined || by === 'tag') return '';
	const sign =
		by === 'hint'
			? 'the only one of this action whose value begins as that of the vault does'
			: 'the newest one of this action';
	return ` Its tags do not say which password of the application the vault holds. Password ${keyId}, ${sign}, counts as the previous one and stays.`;
}

function describeYoung(keyId: string): string {
	return `the vault does not name password ${keyId}, which is less than 15 minutes old.`;
}

function describeReason(reason: DueReason, end: string, renewBeforeDays: number): string {
	switch (reason) {
		case 'missing':
			return 'the vault has no such secret';
		case 'no-credential-id':
			return `the tag ${CREDENTIAL_ID} of the current version names no password`;
		case 'no-expiry':
			return 'the current version has no expiry';
		case 'expired':
			return `it expired on ${end}`;
		case 'expiring':
			return `it expires on ${end}, within ${renewBeforeDays} days`;
		case 'forced':
			return 'force is true';
	}
}

/** A line for the log: what would be done. */
export function describeDryRun({ appId }: SecretRotation, { decision }: Found): string {
	if (decision.kind === 'busy') return 'Dry run: the run would stop here.';
	const ids = decision.outdated.map(({ keyId }) => keyId);
	const removal = ids.length === 0 ? 'no password would be removed' : `these would be removed: ${ids.join(', ')}`;
	if (decision.kind === 'keep') return `Dry run: nothing would be renewed, and ${removal}.`;
	return `Dry run: application ${appId} would get a new password, which would be proved and stored as a new version; then ${removal}.`;
}
