// The passwords of an application: as Graph lists, adds and removes them, and as the nodes of Entra come to hear of it.
import { randomBytes, randomUUID } from 'node:crypto';

/** A client secret. Instants in milliseconds since 1970. */
export interface AppPassword {
	readonly keyId: string;
	readonly displayName: string | null;
	readonly secret: string;
	readonly startMs: number;
	readonly endMs: number;
}

/** What a password is to be like; the rest is made up. */
export type PasswordWish = Partial<Omit<AppPassword, 'keyId'>>;

const TWO_YEARS_MS = 2 * 365 * 24 * 60 * 60 * 1000;

interface Change extends AppPassword {
	readonly addedMs: number;
	removedMs: number;
}

/** One application's passwords. */
export class AppPasswords {
	/** How long each of Entra's nodes takes to hear of a change; they answer in turn. */
	nodeDelaysMs: readonly number[] = [0];
	/** How long Graph itself takes: until then it neither lists nor removes what was added, and lists what was removed. */
	graphLagMs = 0;
	readonly #changes: Change[] = [];
	readonly #nowMs: () => number;
	#asked = 0;
	#made = 0;

	constructor(nowMs: () => number) {
		this.#nowMs = nowMs;
	}

	add(wish: PasswordWish = {}): AppPassword {
		const nowMs = this.#nowMs();
		const startMs = wish.startMs ?? nowMs;
		const password: AppPassword = {
			keyId: randomUUID(),
			displayName: wish.displayName ?? null,
			// Of the length and the characters of the real ones.
			secret: wish.secret ?? `${this.#nextHint()}8Q~${randomBytes(25).toString('base64url')}`,
			startMs,
			endMs: wish.endMs ?? startMs + TWO_YEARS_MS,
		};
		this.#changes.push({ ...password, addedMs: nowMs, removedMs: Number.POSITIVE_INFINITY });
		return password;
	}

	// Graph shows the first three characters. They are random; here no two are alike, since that happens once in 200,000 times.
	#nextHint(): string {
		this.#made += 1;
		return this.#made.toString(36).padStart(3, 'x');
	}

	/** False if Graph knows no such password, or does not yet. */
	remove(keyId: string): boolean {
		const found = this.#known(this.graphLagMs).find((one) => one.keyId === keyId.toLowerCase());
		if (found === undefined || found.removedMs !== Number.POSITIVE_INFINITY) return false;
		found.removedMs = this.#nowMs();
		return true;
	}

	/** As Graph lists them. */
	list(): readonly AppPassword[] {
		return this.#known(this.graphLagMs);
	}

	/** As they are, whether or not anybody has heard of it. */
	get all(): readonly AppPassword[] {
		return this.#known(0);
	}

	/** What the node whose turn it is thinks of a secret. */
	judge(secret: string): 'valid' | 'expired' | 'unknown' {
		const delayMs = this.nodeDelaysMs[this.#asked++ % this.nodeDelaysMs.length] ?? 0;
		const found = this.#known(delayMs).find((one) => one.secret === secret);
		if (found === undefined || found.startMs > this.#nowMs()) return 'unknown';
		return found.endMs <= this.#nowMs() ? 'expired' : 'valid';
	}

	// Those of so long ago: of what happens in a millisecond, whoever has no delay knows.
	#known(delayMs: number): readonly Change[] {
		const thenMs = this.#nowMs() - delayMs;
		return this.#changes.filter(({ addedMs, removedMs }) => addedMs <= thenMs && removedMs > thenMs);
	}
}
