// Findings, decisions and warnings of a rotation, in words.
import type { RotationOptions } from '../input/rotate-inputs.js';
import { vaultHost } from '../plan/identifier.js';
import { isOwnPassword, type PreviousPassword } from '../plan/own-password.js';
import {
	type AppPassword,
	CREDENTIAL_ID,
	credentialIdOf,
	type Decision,
	type DueReason,
	PREVIOUS_CREDENTIAL_ID,
	type SecretRotation,
	type StoredVersion,
} from '../plan/rotation-decision.js';
import type { Annotation } from '../ports.js';
import { formatInstant, judgeExpiry } from '../time.js';

/** The state before anything is changed. */
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

/** The passwords of an application after the rotation, and what the vault then holds. */
export interface PasswordOptions {
	readonly appId: string;
	readonly passwords: readonly AppPassword[];
	/** Key IDs that the vault names, and of those that were removed. */
	readonly settled: readonly string[];
	readonly nowMs: number;
	readonly warningDays: number;
}

/** One warning that lists the passwords that end soon and are not those of the vault. */
export function findPasswordWarnings(passwordOptions: PasswordOptions): readonly Annotation[] {
	const { appId, passwords, settled, nowMs, warningDays } = passwordOptions;
	const ending = passwords.filter(({ keyId, expires }) => {
		const expiry = judgeExpiry({ notBefore: undefined, expires }, nowMs, warningDays);
		return expiry.kind === 'expiring' && !settled.includes(keyId);
	});
	if (ending.length === 0) return [];
	const listed = ending.slice(0, MAX_LISTED).map(describePassword);
	const rest = ending.length > listed.length ? ` and ${ending.length - listed.length} more` : '';
	return [
		{
			title: `Expires soon: ${ending.length === 1 ? 'a password' : `${ending.length} passwords`} of the application`,
			text: `Application ${appId} has passwords that expire within ${warningDays} days and that this secret of the vault does not hold: ${listed.join('; ')}${rest}. Renew them, or tell whoever uses them.`,
		},
	];
}

/** A warning if the vault names a password that the application does not have. */
export function findMissingPassword(
	stored: StoredVersion,
	{ passwords, appId }: Pick<PasswordOptions, 'passwords' | 'appId'>,
): readonly Annotation[] {
	const keyId = credentialIdOf(stored, CREDENTIAL_ID);
	if (keyId === undefined || passwords.some((one) => one.keyId === keyId)) return [];
	return [
		{
			title: 'The stored client secret may not work',
			text: `The vault's current version names the password ${keyId}, which application ${appId} does not have. Compare app-id. If it is right, renew the client secret with "force: true".`,
		},
	];
}

/** Key IDs that a version names. */
export function namedIds(stored: StoredVersion | undefined): readonly string[] {
	const ids = [CREDENTIAL_ID, PREVIOUS_CREDENTIAL_ID].map((tag) => credentialIdOf(stored, tag));
	return ids.filter((id) => id !== undefined);
}

const MAX_LISTED = 20;

const MAX_NAME_LENGTH = 60;

// The password's maker chose its name: only what can do no harm in a log is shown.
function describePassword({ keyId, displayName = '', expires }: AppPassword): string {
	const name = displayName.replace(/[^\w .,:/()-]+/g, '?').slice(0, MAX_NAME_LENGTH);
	return `${name === '' ? '' : `"${name}" `}(key ID ${keyId}) on ${formatInstant(expires)}`;
}
