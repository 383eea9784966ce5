// Several pieces of work at once, as many as there may be requests on their way.
import { makeLimit, requestsAtATime } from './limit.js';

/**
 * As `Promise.all(items.map(work))`, but at most {@link requestsAtATime} at a time: what waits for a connection would use
 * up its own time limit.
 */
export function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
	const limit = makeLimit(requestsAtATime(items.length));
	return Promise.all(items.map((item) => limit.run(() => work(item))));
}
