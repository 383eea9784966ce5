// At most so many pieces of work at a time: the others wait their turn.

/** Does a piece of work as soon as there is a place for it, and gives what comes of it. */
export type Limit = <T>(work: () => Promise<T>) => Promise<T>;

/** A limit that so many pieces of work share. */
export function makeLimit(most: number): Limit {
	let free = most;
	const waiting: (() => void)[] = [];
	return async (work) => {
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
	};
}
