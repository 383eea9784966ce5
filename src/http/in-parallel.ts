// Several pieces of work at once, as many as there may be requests on their way.
import { MAX_SOCKETS } from './transport.js';

/**
 * As `Promise.all(items.map(work))`, but at most {@link MAX_SOCKETS} at a time: what waits for a connection would use up
 * its own time limit.
 */
export async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
	const results: R[] = [];
	const queue = [...items.entries()].reverse();
	const workOff = async (): Promise<void> => {
		for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
			const [index, item] = next;
			results[index] = await work(item);
		}
	};
	await Promise.all(Array.from({ length: MAX_SOCKETS }, workOff));
	return results;
}
