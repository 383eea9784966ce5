// When a request is sent again, and after how long: a table and a pure function.
import type { HttpResponse } from '../ports.js';
import { parseRetryAfter } from './retry-after.js';
import { TransportError, type TransportFailure } from './transport-error.js';

/** The rules for every request of the action. Times in milliseconds. */
export const RETRY_RULES = {
	/** Requests in all, the first one included. */
	attempts: 5,
	baseMs: 1_000,
	factor: 2,
	capMs: 16_000,
	/** One connection attempt or response, body included. */
	attemptTimeoutMs: 10_000,
	statuses: [408, 429, 500, 502, 503, 504] as readonly number[],
	// A host that does not exist, a certificate that is not trusted, a proxy's refusal and an endless body stay so.
	failures: ['connection', 'time-out'] as readonly TransportFailure[],
} as const;

/** How an attempt ended. */
export type Outcome = HttpResponse | TransportError;

/** What decides about the next attempt. */
export interface RetryQuestion {
	readonly outcome: Outcome;
	/** Attempts made so far. */
	readonly attempt: number;
	readonly nowMs: number;
	/** Instant at which the whole step must have ended. */
	readonly deadlineMs: number;
	/** From 0 up to 1, drawn anew for each question. */
	readonly randomFraction: number;
	/** Statuses aside, does the answer's body say that trying again helps? */
	readonly transient: boolean;
}

/**
 * Milliseconds to wait before the next attempt, or undefined where there is to be none.
 *
 * Exponential back-off with full jitter; a `Retry-After` is obeyed instead, and where it leads beyond the deadline
 * waiting for it would be in vain.
 */
export function retryDelayMs(question: RetryQuestion): number | undefined {
	const { outcome, attempt, nowMs, deadlineMs, randomFraction } = question;
	if (attempt >= RETRY_RULES.attempts || !mayPass(question)) return undefined;
	const ceilingMs = Math.min(RETRY_RULES.capMs, RETRY_RULES.baseMs * RETRY_RULES.factor ** (attempt - 1));
	const askedMs =
		outcome instanceof TransportError ? undefined : parseRetryAfter(outcome.headers['retry-after'], nowMs);
	const delayMs = askedMs ?? Math.floor(ceilingMs * randomFraction);
	return nowMs + delayMs < deadlineMs ? delayMs : undefined;
}

function mayPass({ outcome, transient }: RetryQuestion): boolean {
	if (outcome instanceof TransportError) return RETRY_RULES.failures.includes(outcome.failure);
	return transient || RETRY_RULES.statuses.includes(outcome.status);
}
