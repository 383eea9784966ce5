// How a vault limits what it is asked: https://learn.microsoft.com/azure/key-vault/general/service-limits
import { type Answer, jsonAnswer } from '../emulator/exchange.js';

/** Transactions of secrets, other than creating them, that a vault takes within {@link LIMIT_WINDOW_MS}. */
export const VAULT_LIMIT = 4_000;
export const LIMIT_WINDOW_MS = 10_000;

/** Counts what one vault was asked; what it refused does not count, as its documentation says. */
export class VaultLimit {
	/** Requests that were refused. */
	refused = 0;
	/** When each of the latest requests that count arrived, and where in this list the window begins. */
	readonly #taken: number[] = [];
	#first = 0;

	/** The refusal of a request at an instant; undefined if there is room for it in the 10 s before. */
	refusalAt(nowMs: number): Answer | undefined {
		while ((this.#taken[this.#first] ?? Number.POSITIVE_INFINITY) <= nowMs - LIMIT_WINDOW_MS) this.#first += 1;
		if (this.#taken.length - this.#first < VAULT_LIMIT) {
			this.#taken.push(nowMs);
			return undefined;
		}
		this.refused += 1;
		const message = 'Request was not processed because too many requests were received.';
		// Without Retry-After, as the service was seen to answer.
		return jsonAnswer(429, {
			error: { code: 'Throttled', message: `${message} Reason: VaultRequestTypeLimitReached` },
		});
	}
}
