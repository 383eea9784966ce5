// What a user should mind about the application's other passwords: ends that are near, and one that is missing.
import {
	type AppPassword,
	CREDENTIAL_ID,
	credentialIdOf,
	PREVIOUS_CREDENTIAL_ID,
	type StoredVersion,
} from '../plan/rotation-decision.js';
import type { Annotation } from '../ports.js';
import { formatInstant, judgeExpiry } from '../time.js';

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
export function findPasswordWarnings(question: PasswordOptions): readonly Annotation[] {
	const { appId, passwords, settled, nowMs, warningDays } = question;
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

// Whoever made the password chose its name: of it only what can do no harm in a log is shown.
function describePassword({ keyId, displayName = '', expires }: AppPassword): string {
	const name = displayName.replace(/[^\w .,:/()-]+/g, '?').slice(0, MAX_NAME_LENGTH);
	return `${name === '' ? '' : `"${name}" `}(key ID ${keyId}) on ${formatInstant(expires)}`;
}
