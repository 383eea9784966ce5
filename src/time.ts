// Instants in seconds since 1970: how they are read and written, and how near an end is.

/** An object's life against the clock. Days are whole ones that are left, 0 on the last day. */
export type Expiry =
	| { readonly kind: 'lasting' }
	| { readonly kind: 'not-yet-valid' }
	| { readonly kind: 'expiring'; readonly days: number }
	| { readonly kind: 'expired' };

/** Instants in seconds since 1970; undefined if there is no limit. */
export interface Life {
	readonly notBefore: number | undefined;
	readonly expires: number | undefined;
}

export const DAY_SECONDS = 24 * 60 * 60;

export const DAY_MS = DAY_SECONDS * 1000;

/** Judges a life; `warningDays` is how soon an end counts as near. */
export function judgeExpiry({ notBefore, expires }: Life, nowMs: number, warningDays: number): Expiry {
	const nowSeconds = nowMs / 1000;
	if (expires !== undefined) {
		const left = expires - nowSeconds;
		if (left <= 0) return { kind: 'expired' };
		if (left <= warningDays * DAY_SECONDS) return { kind: 'expiring', days: Math.floor(left / DAY_SECONDS) };
	}
	return notBefore !== undefined && notBefore > nowSeconds ? { kind: 'not-yet-valid' } : { kind: 'lasting' };
}

/** `YYYY-MM-DDTHH:MM:SSZ` for an instant in seconds since 1970; empty if there is none. */
export function formatInstant(seconds: number | undefined): string {
	return seconds === undefined ? '' : new Date(seconds * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/**
 * Returns seconds since 1970, rounded down, for a date as HTTP, ISO 8601 or Node's certificates write it; undefined for
 * anything else.
 */
export function parseInstant(text: string): number | undefined {
	const ms = Date.parse(text);
	return Number.isNaN(ms) ? undefined : Math.floor(ms / 1000);
}

/** Returns how many days there are from one day to another, each as `YYYY-MM-DD`. */
export function daysBetween(from: string, until: string): number {
	return (Date.parse(until) - Date.parse(from)) / DAY_MS;
}

/** Returns the life of a certificate; an end of it that cannot be read is no limit. */
export function lifeOf({ validFrom, validTo }: { readonly validFrom: string; readonly validTo: string }): Life {
	return { notBefore: parseInstant(validFrom), expires: parseInstant(validTo) };
}
