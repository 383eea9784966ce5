// The tags of a new version: those that the secret has, and those that say which password it holds.
import { ActionError } from '../errors.js';
import {
	CREDENTIAL_ID,
	isSameTag,
	PREVIOUS_CREDENTIAL_ID,
	type StoredVersion,
	VALIDITY_PERIOD_DAYS,
} from './rotation-decision.js';

/** https://learn.microsoft.com/azure/key-vault/secrets/about-secrets#secret-tags */
const MAX_TAGS = 15;

const OWN_TAGS: readonly string[] = [CREDENTIAL_ID, PREVIOUS_CREDENTIAL_ID, VALIDITY_PERIOD_DAYS];

/** Password that a version holds. */
export interface HeldPassword {
	readonly keyId: string;
	/** Undefined if the vault named none before. */
	readonly previousId: string | undefined;
	readonly validDays: number;
}

/** The tags of a version that follows `stored`: a new version inherits none, so its own are handed on. */
export function makeTags(
	stored: StoredVersion | undefined,
	{ keyId, previousId, validDays }: HeldPassword,
): Readonly<Record<string, string>> {
	return {
		...othersOf(stored),
		[CREDENTIAL_ID]: keyId,
		...(previousId !== undefined && { [PREVIOUS_CREDENTIAL_ID]: previousId }),
		[VALIDITY_PERIOD_DAYS]: `${validDays}`,
	};
}

/** @throws ActionError if the secret has so many tags that those of the rotation find no room */
export function checkRoomForTags(stored: StoredVersion | undefined): void {
	const others = Object.keys(othersOf(stored)).length;
	if (others + OWN_TAGS.length <= MAX_TAGS) return;
	throw new ActionError({
		code: 'ROTATE_TOO_MANY_TAGS',
		title: 'Too many tags',
		subject: 'secret',
		problem: `the secret has ${others} tags of its own in the vault. A version holds ${MAX_TAGS}, and ${OWN_TAGS.join(', ')} are added.`,
		hint: 'Remove tags of its current version.',
	});
}

function othersOf(stored: StoredVersion | undefined): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(stored?.tags ?? {}).filter(([name]) => !OWN_TAGS.some((own) => isSameTag(own, name))),
	);
}
