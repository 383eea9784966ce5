// Whether a server has said that it did nothing: what must be known before a write is taken back or made again.
import type { SendContext } from './send.js';

/** Does this status say that nothing was done? A time-out (408) and a failure (5xx) do not. */
export function isRefusal(status: number): boolean {
	return status >= 400 && status < 500 && status !== 408;
}

/** A context whose attempts are watched. */
export interface WatchedContext {
	readonly context: SendContext;
	/** Was every attempt so far refused, so that nothing can have been done? */
	onlyRefusals(): boolean;
}

/** Watches the attempts that are made with the context. */
export function watchAttempts(context: SendContext): WatchedContext {
	let attempts = 0;
	let refusals = 0;
	return {
		context: {
			...context,
			transport: async (request, timeoutMs) => {
				attempts += 1;
				const response = await context.transport(request, timeoutMs);
				if (isRefusal(response.status)) refusals += 1;
				return response;
			},
		},
		onlyRefusals: () => attempts === refusals,
	};
}
