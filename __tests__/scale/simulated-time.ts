// Time for many jobs at once: it stands still while anything can go on, and then jumps to the next instant that is waited for.
import type { Clock } from '../../src/ports.js';

/** One clock for all who take part. Instants are whole milliseconds. */
export class SimulatedTime implements Clock {
	#nowMs: number;
	/** Who waits for which instant, in the order in which they began to. */
	readonly #waiting = new Map<number, (() => void)[]>();
	/** The instants that are waited for, the earliest last. */
	readonly #instants: number[] = [];

	constructor(startMs: number) {
		this.#nowMs = startMs;
	}

	nowMs(): number {
		return this.#nowMs;
	}

	sleep(ms: number): Promise<void> {
		return new Promise((resolve) => this.#wakersAt(this.#nowMs + ms).push(resolve));
	}

	/**
	 * Lets time pass until all of the work is done, and gives what came of it.
	 * @throws if the work waits for something that no time brings
	 */
	async passUntilDone<T>(work: readonly Promise<T>[]): Promise<readonly T[]> {
		let isOver = false;
		const all = Promise.all(work).finally(() => {
			isOver = true;
		});
		// The loop below passes a rejection on.
		all.catch(() => undefined);
		for (;;) {
			// By then everything has gone as far as it goes without time: nothing here waits for the outside world.
			await new Promise((resolve) => setImmediate(resolve));
			if (isOver) return all;
			const next = this.#instants.pop();
			if (next === undefined) throw new Error('the work waits for something else than time');
			this.#nowMs = next;
			const wakers = this.#waiting.get(next) ?? [];
			this.#waiting.delete(next);
			for (const wake of wakers) wake();
		}
	}

	#wakersAt(instantMs: number): (() => void)[] {
		const known = this.#waiting.get(instantMs);
		if (known !== undefined) return known;
		let [low, high] = [0, this.#instants.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#instants[middle] ?? 0) > instantMs) low = middle + 1;
			else high = middle;
		}
		this.#instants.splice(low, 0, instantMs);
		const wakers: (() => void)[] = [];
		this.#waiting.set(instantMs, wakers);
		return wakers;
	}
}
