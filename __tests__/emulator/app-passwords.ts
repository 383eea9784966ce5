// The passwords of an application: as Graph lists, adds and removes them, and as the nodes of Entra come to hear of it.
import { randomBytes, randomUUID } from 'node:crypto';
import { SpreadingList } from './spreading-list.js';

/** A client secret. Instants in milliseconds since 1970. */
export interface AppPassword {
	readonly keyId: string;
	readonly displayName: string | null;
	readonly secret: string;
	readonly startMs: number;
	readonly endMs: number;
}

/** The parts of a password that a test sets; the rest is made up. */
export type NewPassword = Partial<Omit<AppPassword, 'keyId'>>;

const TWO_YEARS_MS = 2 * 365 * 24 * 60 * 60 * 1000;

/** One application's passwords. */
export class AppPasswords extends SpreadingList<AppPassword> {
	#made = 0;

	add(wanted: NewPassword = {}): AppPassword {
		const startMs = wanted.startMs ?? this.nowMs();
		const password: AppPassword = {
			keyId: randomUUID(),
			displayName: wanted.displayName ?? null,
			// It has the length and the characters of the real ones.
			secret: wanted.secret ?? `${this.#nextHint()}8Q~${randomBytes(25).toString('base64url')}`,
			startMs,
			endMs: wanted.endMs ?? startMs + TWO_YEARS_MS,
		};
		return this.insert(password);
	}

	// Graph shows the first three characters. They are random; here no two are alike, since that happens once in 200,000 times.
	#nextHint(): string {
		this.#made += 1;
		return this.#made.toString(36).padStart(3, 'x');
	}

	/** Returns the verdict of the node whose turn it is on a secret. */
	judge(secret: string): 'valid' | 'expired' | 'unknown' {
		const found = this.askNode().find((one) => one.secret === secret);
		if (found === undefined || found.startMs > this.nowMs()) return 'unknown';
		return found.endMs <= this.nowMs() ? 'expired' : 'valid';
	}
}
