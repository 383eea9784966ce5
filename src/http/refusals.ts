// Whether a server has said that it did nothing: what must be known before a write is taken back or made again.

/** Does this status say that nothing was done? A time-out (408) and a failure (5xx) do not. */
export function isRefusal(status: number): boolean {
	return status >= 400 && status < 500 && status !== 408;
}
