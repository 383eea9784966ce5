// Requests that have got lost on their way, and arrive later.
import type { HttpRequest } from '../../src/ports.js';

/** A request, and when it arrives, in milliseconds since 1970. */
export interface LateRequest {
	readonly dueMs: number;
	readonly request: HttpRequest;
}

/** Late requests, in the order in which they arrive. */
export class LateRequests {
	#waiting: readonly LateRequest[] = [];

	add(late: LateRequest): void {
		this.#waiting = [...this.#waiting, late].sort((one, other) => one.dueMs - other.dueMs);
	}

	/** Those whose time has come, each once. */
	take(nowMs: number): readonly LateRequest[] {
		const due = this.#waiting.filter(({ dueMs }) => dueMs <= nowMs);
		this.#waiting = this.#waiting.slice(due.length);
		return due;
	}
}
