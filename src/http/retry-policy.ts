// When a request is sent again, and after how long: a table and a pure function.
import type { HttpResponse } from '../ports.js';
import { parseInstant } from '../time.js';
import { TransportError, type TransportFailure } from './transport-error.js';

/** When a request is sent again. Times in milliseconds. */
export interface RetryRules {
	/** Requests in all, the first one included. */
	readonly attempts: number;
	readonly baseMs: number;
	readonly factor: number;
	readonly capMs: number;
	/** Whether the wait is drawn from all up to its ceiling (full jitter), rather than the ceiling itself. */
	readonly jitter: boolean;
	/** Milliseconds over which the service counts requests before it answers 429; left out if nobody knows. */
	readonly windowMs?: number;
	readonly statuses: readonly number[];
	readonly failures: readonly TransportFailure[];
}

/** The rules for every request but those to a machine's own endpoints. */
export const RETRY_RULES: RetryRules = {
	attempts: 5,
	baseMs: 1_000,
	factor: 2,
	capMs: 16_000,
	jitter: true,
	statuses: [408, 429, 500, 502, 503, 504],
	// A host that does not exist, a certificate that is not trusted, a proxy's refusal and an endless body stay so.
	failures: ['connection', 'time-out', 'proxy-failing'],
};

/**
 * The rules for vaults: those count over 10 s, and a vault that has had enough refuses everything until its window moves
 * on. By jitter alone, most requests would be sent for the last time before that.
 * https://learn.microsoft.com/azure/key-vault/general/service-limits
 */
export const VAULT_RETRY_RULES: RetryRules = { ...RETRY_RULES, windowMs: 10_000 };

/** The same rules for a single request: whoever sends it again decides that himself. */
export function once(rules: RetryRules): RetryRules {
	return { ...rules, attempts: 1 };
}

/** One connection attempt or response, body included, lasts at most so many milliseconds. */
export const ATTEMPT_TIMEOUT_MS = 10_000;

/** Result of an attempt. */
export type Outcome = HttpResponse | TransportError;

/** Facts that decide about the next attempt. */
export interface RetryState {
	readonly outcome: Outcome;
	/** Attempts made so far. */
	readonly attempt: number;
	readonly nowMs: number;
	/** When the first attempt had ended; now where left out. */
	readonly firstMs?: number;
	/** Instant at which the whole step must have ended. */
	readonly deadlineMs: number;
	/** From 0 up to 1, drawn anew for each state. */
	readonly randomFraction: number;
	/** Statuses aside, does the answer's body say that trying again helps? */
	readonly transient: boolean;
	readonly rules: RetryRules;
}

/**
 * Milliseconds to wait before the next attempt, or undefined if there is to be none.
 *
 * Exponential back-off with full jitter; a `Retry-After` is obeyed instead, and where it leads beyond the deadline
 * waiting for it would be in vain. The last wait for a service that counts over a window begins if the window ends in
 * which it refused at first: by then there is room again.
 */
export function retryDelayMs(state: RetryState): number | undefined {
	const { attempt, nowMs, deadlineMs, rules } = state;
	if (attempt >= rules.attempts || !mayPass(state)) return undefined;
	const delayMs = askedMs(state) ?? backOffMs(state);
	return nowMs + delayMs < deadlineMs ? delayMs : undefined;
}

/** Milliseconds that the service asked to wait and that end after the deadline; undefined if it asked for no such wait. */
export function unmetWaitMs(state: RetryState): number | undefined {
	const waitMs = mayPass(state) ? askedMs(state) : undefined;
	return waitMs !== undefined && state.nowMs + waitMs >= state.deadlineMs ? waitMs : undefined;
}

function askedMs({ outcome, nowMs }: RetryState): number | undefined {
	return outcome instanceof TransportError ? undefined : parseRetryAfter(outcome.headers['retry-after'], nowMs);
}

function backOffMs(state: RetryState): number {
	const { attempt, randomFraction, rules } = state;
	const leastMs = restOfWindowMs(state);
	const ceilingMs = Math.min(rules.capMs, leastMs + rules.baseMs * rules.factor ** (attempt - 1));
	return Math.floor(rules.jitter ? leastMs + (ceilingMs - leastMs) * randomFraction : ceilingMs);
}

function restOfWindowMs({ outcome, attempt, nowMs, firstMs = nowMs, rules }: RetryState): number {
	const isRefused = !(outcome instanceof TransportError) && outcome.status === 429;
	if (!isRefused || attempt < rules.attempts - 1 || rules.windowMs === undefined) return 0;
	return Math.max(0, firstMs + rules.windowMs - nowMs);
}

function mayPass({ outcome, transient, rules }: RetryState): boolean {
	if (outcome instanceof TransportError) return rules.failures.includes(outcome.failure);
	return transient || rules.statuses.includes(outcome.status);
}

/** Milliseconds to wait from `nowMs`, never negative; undefined if there is no usable header. */
export function parseRetryAfter(header: string | undefined, nowMs: number): number | undefined {
	const text = header?.trim() ?? '';
	if (/^\d+$/.test(text)) return Number(text) * 1000;
	// IMF-fixdate and the two obsolete forms all begin with the day's name; parsing alone would take "5.5" for a date.
	if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i.test(text)) return undefined;
	// The C form has no zone and means Greenwich.
	const seconds = parseInstant(/GMT$/i.test(text) ? text : `${text} GMT`);
	return seconds === undefined ? undefined : Math.max(0, seconds * 1000 - nowMs);
}
