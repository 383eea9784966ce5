// The loop around a write. One that got no answer may land later: it is not sent again before a look at what came of it.
import { expectedErrors } from '../errors.js';
import type { Clock, HttpResponse } from '../ports.js';
import { type Outcome, RETRY_RULES, type RetryRules, retryDelayMs } from './retry-policy.js';
import type { SendContext } from './send.js';
import { TransportError } from './transport-error.js';

/** A write that got no answer may still be on its way: whoever looks too early sees what was there before. */
const FIRST_LOOK_MS = 5_000;

/** The look before giving up comes later, since the write may be slow. */
const LAST_LOOK_MS = 10_000;

/** A write, and how to see what came of it. */
export interface Write<T> {
	/** Sends it once, with this context. Throws expected errors if it is refused, or if no usable answer comes. */
	readonly sendOnce: (context: SendContext) => Promise<T>;
	/** The result of an attempt that got no answer; undefined if there is none so far. Throws if that cannot be seen. */
	readonly look: () => Promise<T | undefined>;
	/** Instant at which the last look must have ended, in milliseconds since 1970. */
	readonly lookUntilMs: number;
	/** Whether a refusal passes by itself, beside those that the rules name. */
	readonly isPassing?: (response: HttpResponse) => boolean;
	readonly rules?: RetryRules;
}

/** Result of a write; `unanswered` counts the attempts that got no answer. */
export type WriteResult<T> =
	| { readonly kind: 'done'; readonly value: T; readonly unanswered: number }
	| {
			readonly kind: 'failed';
			/** Failure of the last attempt. */
			readonly error: unknown;
			/** Each of these may land later. */
			readonly unanswered: number;
			/** Error that kept everybody from looking; undefined if somebody could. */
			readonly unseen: unknown;
	  };

/** Sends a write until it is done, refused for good, or its outcome cannot be seen. */
export async function write<T>(oneWrite: Write<T>, context: SendContext): Promise<WriteResult<T>> {
	const { clock } = context;
	let unanswered = 0;
	let firstMs: number | undefined;
	for (let attempt = 1; ; attempt += 1) {
		const one = await attemptOnce(oneWrite, context);
		if (one.kind === 'done') return { ...one, unanswered };
		firstMs ??= clock.nowMs();
		const { error, outcome } = one;
		if (mayHaveDone(outcome)) {
			unanswered += 1;
			const seen = await lookAfter(FIRST_LOOK_MS, oneWrite, clock);
			if (seen.kind === 'done') return { ...seen, unanswered };
			if (seen.kind === 'unseen') return { kind: 'failed', error, unanswered, unseen: seen.error };
		}
		const delayMs = delayOf(oneWrite, context, { outcome, attempt, firstMs });
		if (delayMs === undefined) return giveUp(oneWrite, clock, { error, unanswered });
		context.log.debug(() => [`Sending it again in ${delayMs} ms.`]);
		await clock.sleep(delayMs);
	}
}

type Attempt<T> =
	| { readonly kind: 'done'; readonly value: T }
	/** `outcome` is undefined if nothing was sent. */
	| { readonly kind: 'failed'; readonly error: unknown; readonly outcome: Outcome | undefined };

async function attemptOnce<T>({ sendOnce }: Write<T>, context: SendContext): Promise<Attempt<T>> {
	let outcome: Outcome | undefined;
	const watched: SendContext = {
		...context,
		transport: async (request, timeoutMs) => {
			// Until an answer is there, there is none.
			outcome = new TransportError('no answer came', { failure: 'connection' });
			try {
				outcome = await context.transport(request, timeoutMs);
				return outcome;
			} catch (error) {
				if (error instanceof TransportError) outcome = error;
				throw error;
			}
		},
	};
	try {
		return { kind: 'done', value: await sendOnce(watched) };
	} catch (error) {
		expectedErrors(error);
		return { kind: 'failed', error, outcome };
	}
}

function mayHaveDone(outcome: Outcome | undefined): boolean {
	return outcome !== undefined && (outcome instanceof TransportError || !isRefusal(outcome.status));
}

type Seen<T> =
	| { readonly kind: 'done'; readonly value: T }
	| { readonly kind: 'nothing' }
	| { readonly kind: 'unseen'; readonly error: unknown };

async function lookAfter<T>(delayMs: number, { look, lookUntilMs }: Write<T>, clock: Clock): Promise<Seen<T>> {
	// If there is little time, half of it is left for the look.
	const leftMs = Math.max(0, lookUntilMs - clock.nowMs());
	await clock.sleep(Math.min(delayMs, Math.floor(leftMs / 2)));
	try {
		const value = await look();
		return value === undefined ? { kind: 'nothing' } : { kind: 'done', value };
	} catch (error) {
		expectedErrors(error);
		return { kind: 'unseen', error };
	}
}

function delayOf<T>(
	{ isPassing = () => false, rules = RETRY_RULES }: Write<T>,
	{ clock, deadlineMs, randomFraction }: SendContext,
	{ outcome, attempt, firstMs }: { readonly outcome: Outcome | undefined; attempt: number; firstMs: number },
): number | undefined {
	if (outcome === undefined) return undefined;
	const transient = !(outcome instanceof TransportError) && isPassing(outcome);
	const nowMs = clock.nowMs();
	return retryDelayMs({
		outcome,
		attempt,
		nowMs,
		firstMs,
		deadlineMs,
		randomFraction: randomFraction(),
		transient,
		rules,
	});
}

async function giveUp<T>(
	oneWrite: Write<T>,
	clock: Clock,
	{ error, unanswered }: { readonly error: unknown; readonly unanswered: number },
): Promise<WriteResult<T>> {
	if (unanswered === 0) return { kind: 'failed', error, unanswered, unseen: undefined };
	const seen = await lookAfter(LAST_LOOK_MS, oneWrite, clock);
	if (seen.kind === 'done') return { ...seen, unanswered };
	return { kind: 'failed', error, unanswered, unseen: seen.kind === 'unseen' ? seen.error : undefined };
}

/** Whether this status says that nothing was done. A time-out (408) and a failure (5xx) do not. */
export function isRefusal(status: number): boolean {
	return status >= 400 && status < 500 && status !== 408;
}
