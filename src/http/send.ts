// The loop of attempt and wait around one request, and how many requests are sent at a time.
import type { ActionError } from '../errors.js';
import type { Clock, HttpRequest, HttpResponse, RandomFraction, StepLog, Transport } from '../ports.js';
import {
	ATTEMPT_TIMEOUT_MS,
	type Outcome,
	RETRY_RULES,
	type RetryRules,
	type RetryState,
	retryDelayMs,
	unmetWaitMs,
} from './retry-policy.js';
import { TransportError } from './transport-error.js';

/** Ports that a request needs, and the instant at which the whole step must have ended. */
export interface SendContext {
	readonly transport: Transport;
	readonly clock: Clock;
	readonly randomFraction: RandomFraction;
	readonly log: Pick<StepLog, 'debug'>;
	readonly deadlineMs: number;
}

/** A request, or what makes one for each attempt, if the same may not be sent twice. */
export type RequestSource = HttpRequest | (() => Promise<HttpRequest>);

/** Retry settings in which one request differs from others. */
export interface SendOptions {
	/** Whether an answer with an unremarkable status says that trying again helps. */
	readonly isTransient?: (response: HttpResponse) => boolean;
	readonly rules?: RetryRules;
}

/**
 * The last response, whatever its status, after as many attempts as {@link RETRY_RULES} allows.
 * @throws TransportError if the last attempt brought no response
 */
export async function send(
	source: RequestSource,
	context: SendContext,
	{ isTransient = () => false, rules = RETRY_RULES }: SendOptions = {},
): Promise<HttpResponse> {
	let firstMs: number | undefined;
	for (let attempt = 1; ; attempt += 1) {
		const request = typeof source === 'function' ? await source() : source;
		const outcome = await attemptOnce(request, context);
		const nowMs = context.clock.nowMs();
		firstMs ??= nowMs;
		const state: RetryState = {
			outcome,
			attempt,
			nowMs,
			firstMs,
			deadlineMs: context.deadlineMs,
			randomFraction: context.randomFraction(),
			rules,
			transient: !(outcome instanceof TransportError) && isTransient(outcome),
		};
		const delayMs = retryDelayMs(state);
		context.log.debug(() => [describeAttempt(request, outcome, delayMs)]);
		if (delayMs !== undefined) await context.clock.sleep(delayMs);
		else if (outcome instanceof TransportError) throw outcome;
		else return withUnmetWait(outcome, unmetWaitMs(state));
	}
}

function withUnmetWait(response: HttpResponse, waitMs: number | undefined): HttpResponse {
	return waitMs === undefined ? response : { ...response, unmetWaitMs: waitMs };
}

async function attemptOnce(request: HttpRequest, { transport, clock, deadlineMs }: SendContext): Promise<Outcome> {
	const remainingMs = deadlineMs - clock.nowMs();
	if (remainingMs <= 0) return new TransportError("the step's time is used up", { failure: 'time-out' });
	try {
		return await transport(request, Math.min(ATTEMPT_TIMEOUT_MS, remainingMs));
	} catch (error) {
		if (error instanceof TransportError) return error;
		throw error;
	}
}

// Path, but no query: names may be shown, and nothing else of a request ever is.
function describeAttempt(request: HttpRequest, outcome: Outcome, delayMs: number | undefined): string {
	const { host, pathname } = new URL(request.url);
	const result = outcome instanceof TransportError ? outcome.message : `${outcome.status}`;
	const next = delayMs === undefined ? '' : `, trying again in ${delayMs} ms`;
	return `${request.method} ${host}${pathname}: ${result}${next}`;
}

/** Requests at a time, at most, however many there are to send. */
export const MAX_REQUESTS = 32;

/** Requests at a time for so many references: 8 for up to 64 of them, an eighth of their number for more. */
export function requestsAtATime(references: number): number {
	return Math.min(MAX_REQUESTS, Math.max(8, Math.floor(references / 8)));
}

/** A limit that pieces of work share. */
export interface Limit {
	/** Does a piece of work as soon as there is a place for it, and gives what comes of it. */
	readonly run: <T>(work: () => Promise<T>) => Promise<T>;
	/** Allows so many at a time from now on, if that is more than before. */
	readonly grow: (most: number) => void;
}

/** A limit of so many pieces of work at a time. */
export function makeLimit(most: number): Limit {
	let allowed = most;
	let free = most;
	const waiting: (() => void)[] = [];
	return {
		run: async (work) => {
			if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
			else free -= 1;
			try {
				return await work();
			} finally {
				const next = waiting.shift();
				// The place goes straight to the caller who waits: nobody who comes now can take it before.
				if (next === undefined) free += 1;
				else next();
			}
		},
		grow: (more) => {
			for (; allowed < more; allowed += 1) {
				const next = waiting.shift();
				if (next === undefined) free += 1;
				else next();
			}
		},
	};
}

/**
 * As `Promise.all(items.map(work))`, but at most {@link requestsAtATime} at a time: what waits for a connection would use
 * up its own time limit.
 */
export function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
	const limit = makeLimit(requestsAtATime(items.length));
	return Promise.all(items.map((item) => limit.run(() => work(item))));
}

/** The error for this answer, with the wait that the service asked for if the step's time did not allow it. */
export function advisingWait(error: ActionError, { unmetWaitMs }: HttpResponse): ActionError {
	if (unmetWaitMs === undefined) return error;
	return error.advising(
		`The answer asks to wait ${describeWait(unmetWaitMs)} (Retry-After), longer than this step may take.`,
	);
}

function describeWait(waitMs: number): string {
	const seconds = Math.ceil(waitMs / 1000);
	return seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
