// The loop of attempt and wait around one request.
import type { Clock, HttpRequest, HttpResponse, RandomFraction, StepLog, Transport } from '../ports.js';
import {
	ATTEMPT_TIMEOUT_MS,
	type Outcome,
	RETRY_RULES,
	type RetryQuestion,
	type RetryRules,
	retryDelayMs,
	unmetWaitMs,
} from './retry-policy.js';
import { TransportError } from './transport-error.js';

/** What a request needs beside itself: the ports, and the instant at which the whole step must have ended. */
export interface SendContext {
	readonly transport: Transport;
	readonly clock: Clock;
	readonly randomFraction: RandomFraction;
	readonly log: Pick<StepLog, 'debug'>;
	readonly deadlineMs: number;
}

/** A request, or what makes one for each attempt, where the same may not be sent twice. */
export type RequestSource = HttpRequest | (() => Promise<HttpRequest>);

/** How one request differs from others in when it is sent again. */
export interface SendOptions {
	/** Does an answer with an unremarkable status say that trying again helps? */
	readonly isTransient?: (response: HttpResponse) => boolean;
	readonly rules?: RetryRules;
}

/**
 * The last response, whatever its status, after as many attempts as {@link RETRY_RULES} allows.
 * @throws TransportError where the last attempt brought no response
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
		const question: RetryQuestion = {
			outcome,
			attempt,
			nowMs,
			firstMs,
			deadlineMs: context.deadlineMs,
			randomFraction: context.randomFraction(),
			rules,
			transient: !(outcome instanceof TransportError) && isTransient(outcome),
		};
		const delayMs = retryDelayMs(question);
		context.log.debug(() => [describeAttempt(request, outcome, delayMs)]);
		if (delayMs !== undefined) await context.clock.sleep(delayMs);
		else if (outcome instanceof TransportError) throw outcome;
		else return withUnmetWait(outcome, unmetWaitMs(question));
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
