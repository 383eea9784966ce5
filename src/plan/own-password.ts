// Passwords that this action made: the display name that tells them from all others, and which of them is the one before
// the new one.
import { createHash } from 'node:crypto';
import { type Identifier, vaultHost } from './identifier.js';

const MARK = 'azure-key-vault-action';

/** Limit that this action sets itself: Microsoft documents no limit of a display name, but the portal's list is narrow. */
const MAX_NAME_LENGTH = 120;

/** Length of the run's own sign, by which a run recognizes a password whose answer it never saw. */
const SIGN_LENGTH = 8;

const MAX_ADDRESS_LENGTH = MAX_NAME_LENGTH - MARK.length - SIGN_LENGTH - 2;

/**
 * The display name of a password for this secret, e.g. `azure-key-vault-action contoso.vault.azure.net/api-secret 0f3a9c1e`.
 * @param sign four random bytes, the same for every password that one run makes
 */
export function ownPasswordName(secret: Identifier, sign: Buffer): string {
	return `${MARK} ${describeAddress(secret)} ${sign.toString('hex')}`;
}

/** Whether a password of this display name was made by this action, in any run, for this secret. */
export function isOwnPassword(displayName: string | undefined, secret: Identifier): boolean {
	const [, address] = /^azure-key-vault-action (\S+) [0-9a-f]{8}$/.exec(displayName ?? '') ?? [];
	return address?.toLowerCase() === describeAddress(secret).toLowerCase();
}

// The vault compares names without regard to case, and so must a digest of them.
function describeAddress({ vaultUrl, name }: Identifier): string {
	const address = `${vaultHost(vaultUrl)}/${name}`;
	if (address.length <= MAX_ADDRESS_LENGTH) return address;
	const digest = createHash('sha256').update(address.toLowerCase()).digest('hex').slice(0, 16);
	return `${address.slice(0, MAX_ADDRESS_LENGTH - digest.length - 1)}~${digest}`;
}

/** Signs that tell passwords of this action apart. */
export interface OwnPassword {
	readonly keyId: string;
	readonly starts: number | undefined;
	readonly hint: string | undefined;
}

/** Signs in the vault's version of the password that it holds. */
export interface HeldSigns {
	/** Its key ID, if a tag names one that the application has. */
	readonly namedId: string | undefined;
	/** The first characters of its value; undefined if there is no version. */
	readonly hint: string | undefined;
}

/** The previous password of a renewal. */
export interface PreviousPassword {
	/** Undefined if this action has made none. */
	readonly keyId: string | undefined;
	/** A tag names it, the vault's value begins as it does, or it is the newest. */
	readonly by: 'tag' | 'hint' | 'age';
	/** Key IDs of the passwords that must not be removed. */
	readonly stay: readonly string[];
}

/**
 * Returns the password that counts as the previous one. Where tags got lost, it is the only one that begins like the
 * vault's value, else the newest of this action: that is the one that the vault held last. Those of one age all stay.
 */
export function findPrevious(own: readonly OwnPassword[], { namedId, hint }: HeldSigns): PreviousPassword {
	if (namedId !== undefined) return { keyId: namedId, by: 'tag', stay: [namedId] };
	const [match, ...others] = own.filter((one) => one.hint !== undefined && one.hint === hint);
	if (match !== undefined && others.length === 0) return { keyId: match.keyId, by: 'hint', stay: [match.keyId] };
	const newest = Math.max(...own.map(startOf));
	const stay = own.filter((one) => startOf(one) === newest).map(({ keyId }) => keyId);
	return { keyId: stay.at(-1), by: 'age', stay };
}

// A password without a start date counts as the oldest.
function startOf({ starts }: OwnPassword): number {
	return starts ?? Number.NEGATIVE_INFINITY;
}
