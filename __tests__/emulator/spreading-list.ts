// A list of an application that changes at one place, and of which others hear later.

/** When an entry came, and when it went; instants in milliseconds since 1970. */
export interface Spread {
	/** Minus infinity: everybody has known it for ever. */
	readonly addedMs: number;
	removedMs: number;
}

/** Entries with the time of their changes. */
export class SpreadingList<T extends { readonly keyId: string }> {
	/** How long each of Entra's nodes takes to hear of a change; they answer in turn. */
	nodeDelaysMs: readonly number[] = [0];
	/** How long Graph itself takes: until then it neither lists nor removes what was added, and lists what was removed. */
	graphLagMs = 0;
	protected readonly nowMs: () => number;
	#entries: (T & Spread)[] = [];
	#asked = 0;

	constructor(nowMs: () => number) {
		this.nowMs = nowMs;
	}

	/** False if Graph knows no such entry, or does not yet. */
	remove(keyId: string): boolean {
		const found = this.known(this.graphLagMs).find((one) => one.keyId === keyId.toLowerCase());
		if (found === undefined || found.removedMs !== Number.POSITIVE_INFINITY) return false;
		found.removedMs = this.nowMs();
		return true;
	}

	/** As Graph lists them. */
	list(): readonly (T & Spread)[] {
		return this.known(this.graphLagMs);
	}

	/** As they are, whether or not anybody has heard of it. */
	get all(): readonly (T & Spread)[] {
		return this.known(0);
	}

	protected insert(entry: T, addedMs = this.nowMs()): T & Spread {
		const added = { ...entry, addedMs, removedMs: Number.POSITIVE_INFINITY };
		this.#entries.push(added);
		return added;
	}

	/** Forgets entries as if they had never been. */
	protected forget(isGone: (entry: T) => boolean): void {
		this.#entries = this.#entries.filter((entry) => !isGone(entry));
	}

	/** As the node whose turn it is knows them. */
	protected askNode(): readonly (T & Spread)[] {
		return this.known(this.nodeDelaysMs[this.#asked++ % this.nodeDelaysMs.length] ?? 0);
	}

	// Those of so long ago: of what happens in a millisecond, whoever has no delay knows.
	protected known(delayMs: number): readonly (T & Spread)[] {
		const thenMs = this.nowMs() - delayMs;
		return this.#entries.filter(({ addedMs, removedMs }) => addedMs <= thenMs && removedMs > thenMs);
	}
}
