// At most so many pieces of work at a time: the others wait their turn.

/** Requests at a time, at most, however many there are to send. */
export const MAX_REQUESTS = 32;

/** Requests at a time for so many references: 8 for up to 64 of them, an eighth of their number for more. */
export function requestsAtATime(references: number): number {
	return Math.min(MAX_REQUESTS, Math.max(8, Math.floor(references / 8)));
}

/** A limit that pieces of work share. */
export interface Limit {
	/** Does a piece of work as soon as there is a place for it, and gives what comes of it. */
	readonly run: <T>(work: () => Promise<T>) => Promise<T>;
	/** Allows so many at a time from now on, if that is more than before. */
	readonly grow: (most: number) => void;
}

/** A limit of so many pieces of work at a time. */
export function makeLimit(most: number): Limit {
	let allowed = most;
	let free = most;
	const waiting: (() => void)[] = [];
	return {
		run: async (work) => {
			if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
			else free -= 1;
			try {
				return await work();
			} finally {
				const next = waiting.shift();
				// Who waits gets the place itself: nobody who comes now can take it before.
				if (next === undefined) free += 1;
				else next();
			}
		},
		grow: (more) => {
			for (; allowed < more; allowed += 1) {
				const next = waiting.shift();
				if (next === undefined) free += 1;
				else next();
			}
		},
	};
}

/**
 * As `Promise.all(items.map(work))`, but at most {@link requestsAtATime} at a time: what waits for a connection would use
 * up its own time limit.
 */
export function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
	const limit = makeLimit(requestsAtATime(items.length));
	return Promise.all(items.map((item) => limit.run(() => work(item))));
}
