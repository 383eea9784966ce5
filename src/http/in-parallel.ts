// Several pieces of work at once, as many as there may be requests on their way.
import { makeLimit } from './limit.js';
import { MAX_SOCKETS } from './transport.js';

/**
 * As `Promise.all(items.map(work))`, but at most {@link MAX_SOCKETS} at a time: what waits for a connection would use up
 * its own time limit.
 */
export function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
	const limit = makeLimit(MAX_SOCKETS);
	return Promise.all(items.map((item) => limit(() => work(item))));
}
