// The password that the vault holds before a renewal, and that stays: named by a tag, or the best that can be said without one.

/** What tells passwords of this action apart. */
export interface OwnPassword {
	readonly keyId: string;
	readonly starts: number | undefined;
	readonly hint: string | undefined;
}

/** What the vault's version says of the password that it holds. */
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

// What says of no beginning is taken for the oldest.
function startOf({ starts }: OwnPassword): number {
	return starts ?? Number.NEGATIVE_INFINITY;
}
