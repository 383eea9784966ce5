// The tags of a certificate's version: those that its owner has set, and those that say which key credential it holds.
import { ActionError } from '../errors.js';
import { CREDENTIAL_ID, credentialIdOf, isSameTag, PREVIOUS_CREDENTIAL_ID, type Tagged } from './rotation-decision.js';

/**
 * The journal of a rotation. Before the new version is there, it names the key credential that was added for it; after
 * that, the one that is outdated, or the version's own if there is none. While it is there, something is left to be done.
 */
const PENDING_CREDENTIAL_ID = 'PendingCredentialId';

/** https://learn.microsoft.com/azure/key-vault/certificates/about-certificates#certificate-attributes-and-tags */
const MAX_TAGS = 15;

const OWN_TAGS: readonly string[] = [CREDENTIAL_ID, PREVIOUS_CREDENTIAL_ID, PENDING_CREDENTIAL_ID];

/** Tags by their names. */
export type TagRecord = Tagged['tags'];

/** The key ID in the journal of a version; undefined if there is none. */
export function journalOf(version: Tagged): string | undefined {
	return credentialIdOf(version, PENDING_CREDENTIAL_ID);
}

/** Whether a version names this key credential as its own, or as that of the version before. */
export function isHeld(version: Tagged, keyId: string): boolean {
	return [CREDENTIAL_ID, PREVIOUS_CREDENTIAL_ID].some((tag) => credentialIdOf(version, tag) === keyId);
}

/** Whether one of these names is that of the journal. */
export function namesJournal(names: readonly string[]): boolean {
	return names.some((name) => isSameTag(name, PENDING_CREDENTIAL_ID));
}

/** The tags of a version with a key credential in its journal; undefined for none. All others stay. */
export function withJournal({ tags }: Tagged, keyId: string | undefined): TagRecord {
	const others = Object.entries(tags).filter(([name]) => !namesJournal([name]));
	return { ...Object.fromEntries(others), ...(keyId !== undefined && { [PENDING_CREDENTIAL_ID]: keyId }) };
}

/** The key credentials of a version that follows another one. */
export interface NextCredentials {
	readonly keyId: string;
	/** Key ID of the version before; undefined if nobody knows it. */
	readonly previousId: string | undefined;
	/** The one before the previous, which is to be removed; undefined if there is none. */
	readonly outdatedId: string | undefined;
}

/** The key credentials of the version that follows `before`. */
export function nextCredentials(before: Tagged, keyId: string): NextCredentials {
	const previousId = credentialIdOf(before, CREDENTIAL_ID);
	const outdatedId = credentialIdOf(before, PREVIOUS_CREDENTIAL_ID);
	return { keyId, previousId, outdatedId: [keyId, previousId].includes(outdatedId) ? undefined : outdatedId };
}

/** The tags of the version that follows `before`: a new version inherits none, so its owner's are handed on. */
export function nextTags(before: Tagged, { keyId, previousId, outdatedId }: NextCredentials): TagRecord {
	return {
		...othersOf(before),
		[CREDENTIAL_ID]: keyId,
		...(previousId !== undefined && { [PREVIOUS_CREDENTIAL_ID]: previousId }),
		[PENDING_CREDENTIAL_ID]: outdatedId ?? keyId,
	};
}

/** @throws ActionError if the version has so many tags that those of the rotation find no room */
export function checkRoomForCredentials(version: Tagged): void {
	const others = Object.keys(othersOf(version)).length;
	if (others + OWN_TAGS.length <= MAX_TAGS) return;
	throw new ActionError({
		code: 'ROTATE_TOO_MANY_TAGS',
		title: 'Too many tags',
		subject: 'certificate',
		problem: `the certificate has ${others} tags of its own in the vault. A version holds ${MAX_TAGS}, and ${OWN_TAGS.join(', ')} are added.`,
		hint: 'Remove tags of its current version.',
	});
}

function othersOf({ tags }: Tagged): TagRecord {
	return Object.fromEntries(Object.entries(tags).filter(([name]) => !OWN_TAGS.some((own) => isSameTag(own, name))));
}
