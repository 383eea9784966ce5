// Instants in seconds since 1970, and how near an end is.

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

const DAY_SECONDS = 24 * 60 * 60;

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
