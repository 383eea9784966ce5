// The Retry-After header (RFC 9110 section 10.2.3): seconds, or a date.

/** Milliseconds to wait from `nowMs`, never negative; undefined where there is no usable header. */
export function parseRetryAfter(header: string | undefined, nowMs: number): number | undefined {
	const text = header?.trim() ?? '';
	if (/^\d+$/.test(text)) return Number(text) * 1000;
	// IMF-fixdate and the two obsolete forms all begin with the day's name; Date.parse alone would take "5.5" for a date.
	if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i.test(text)) return undefined;
	// The C form has no zone and means Greenwich.
	const dateMs = Date.parse(/GMT$/i.test(text) ? text : `${text} GMT`);
	return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
}
