// The objects of one collection of a vault: their versions, and those that were deleted and can be recovered.
import type { StoredVersion } from './stored-objects.js';

/** Whether a name can be read and set. */
export type NameState = 'free' | 'in use' | 'being deleted' | 'deleted' | 'being recovered';

/** An object that was deleted, or is about to be. Instants in milliseconds since 1970. */
export interface DeletedObject<T> {
	/** Newest last. */
	readonly versions: readonly T[];
	readonly deletedMs: number;
	/** From when on it is shown as deleted, and can be recovered. */
	readonly doneMs: number;
	/** From when on it is back; undefined as long as nobody has recovered it. */
	readonly backMs: number | undefined;
}

/** Objects by name, whatever its case. */
export class Shelf<T extends StoredVersion> {
	readonly #nowMs: () => number;
	readonly #live = new Map<string, readonly T[]>();
	readonly #deleted = new Map<string, DeletedObject<T>>();
	#changes = 0;

	constructor(nowMs: () => number) {
		this.#nowMs = nowMs;
	}

	/** Grows with each change. */
	get changes(): number {
		for (const name of this.#deleted.keys()) this.#settle(name);
		return this.#changes;
	}

	/** Adds a version, which is the newest from then on. */
	add(object: T): T {
		this.#changes += 1;
		const versions = this.versions(object.name);
		// Versions are told apart by the second of their creation: one made in the same second counts as made in the next.
		const created = Math.max(object.created, (versions.at(-1)?.created ?? 0) + 1);
		const updated = Math.max(object.updated, created);
		const added = { ...object, name: versions[0]?.name ?? object.name, created, updated };
		this.#live.set(object.name.toLowerCase(), [...versions, added]);
		return added;
	}

	/** Changes a version. */
	update(object: T, changes: Partial<T>): T {
		this.#changes += 1;
		const changed = { ...object, ...changes };
		const versions = this.versions(object.name).map((one) => (one.version === object.version ? changed : one));
		this.#live.set(object.name.toLowerCase(), versions);
		return changed;
	}

	/** The version asked for, or the newest. */
	find(name: string, version?: string): T | undefined {
		const versions = this.versions(name);
		return version === undefined ? versions.at(-1) : versions.find((one) => one.version === version.toLowerCase());
	}

	/** In the order in which they were made. */
	versions(name: string): readonly T[] {
		this.#settle(name.toLowerCase());
		return this.#live.get(name.toLowerCase()) ?? [];
	}

	/** Every object that is not deleted. */
	all(): readonly (readonly T[])[] {
		for (const name of this.#deleted.keys()) this.#settle(name);
		return [...this.#live.values()];
	}

	state(name: string): NameState {
		if (this.versions(name).length > 0) return 'in use';
		const deleted = this.#deleted.get(name.toLowerCase());
		if (deleted === undefined) return 'free';
		if (deleted.backMs !== undefined) return 'being recovered';
		return deleted.doneMs > this.#nowMs() ? 'being deleted' : 'deleted';
	}

	/** Deletes every version of an object that is in use; it is shown as deleted after so long. */
	delete(name: string, delayMs: number): DeletedObject<T> {
		this.#changes += 1;
		const key = name.toLowerCase();
		const nowMs = this.#nowMs();
		const deleted = { versions: this.versions(name), deletedMs: nowMs, doneMs: nowMs + delayMs, backMs: undefined };
		this.#live.delete(key);
		this.#deleted.set(key, deleted);
		return deleted;
	}

	/** An object that is shown as deleted. */
	findDeleted(name: string): DeletedObject<T> | undefined {
		return this.state(name) === 'deleted' ? this.#deleted.get(name.toLowerCase()) : undefined;
	}

	/** Those that are shown as deleted. */
	allDeleted(): readonly DeletedObject<T>[] {
		return [...this.#deleted].filter(([name]) => this.state(name) === 'deleted').map(([, deleted]) => deleted);
	}

	/** Brings back an object that is deleted; it can be read after so long. */
	recover(name: string, delayMs: number): void {
		const key = name.toLowerCase();
		const deleted = this.#deleted.get(key);
		if (deleted !== undefined) this.#deleted.set(key, { ...deleted, backMs: this.#nowMs() + delayMs });
	}

	/** Forgets an object that is deleted. */
	purge(name: string): void {
		this.#deleted.delete(name.toLowerCase());
	}

	#settle(key: string): void {
		const { backMs = Number.POSITIVE_INFINITY, versions = [] } = this.#deleted.get(key) ?? {};
		if (backMs > this.#nowMs()) return;
		this.#changes += 1;
		this.#deleted.delete(key);
		this.#live.set(key, versions);
	}
}
