// The proof that a new credential works: two sign-ins in a row, since the servers of Entra ID hear of it one by one.
import { TRANSIENT_AADSTS } from '../entra/token-request.js';
import { type ActionError, expectedErrors } from '../errors.js';
import { areMasksNotTaken } from '../export/step-log.js';
import type { Clock } from '../ports.js';
import { patientDelayMs } from './patience.js';

const SUCCESSES_IN_A_ROW = 2;

/** Between the successes, so that they do not come from one connection's node by chance alone. */
const AGAIN_DELAY_MS = 1_000;

/** What may pass whatever the credential: what a node says of a new application, and what Entra itself calls transient. */
const PASSING: readonly number[] = [700016, ...TRANSIENT_AADSTS];

/** How long it is tried, and what a node says that has not heard of the credential. */
export interface ProofOptions {
	readonly clock: Clock;
	readonly deadlineMs: number;
	/** Numbers after AADSTS. */
	readonly unknown: readonly number[];
}

/** What came of it; `last` is the last failure, which may pass. */
export type ProofResult<T> =
	| { readonly kind: 'proved'; readonly value: T }
	| { readonly kind: 'not-proved'; readonly last: ActionError | undefined };

/** Signs in until it succeeds twice in a row. @throws ActionError if the credential is refused for good */
export async function proveTwice<T>(
	{ clock, deadlineMs, unknown }: ProofOptions,
	signIn: () => Promise<T>,
): Promise<ProofResult<T>> {
	let successes = 0;
	let failures = 0;
	let last: ActionError | undefined;
	for (;;) {
		if (successes + failures > 0) {
			const delayMs = successes > 0 ? AGAIN_DELAY_MS : patientDelayMs(failures);
			if (clock.nowMs() + delayMs >= deadlineMs) return { kind: 'not-proved', last };
			await clock.sleep(delayMs);
		}
		try {
			const value = await signIn();
			successes += 1;
			if (successes === SUCCESSES_IN_A_ROW) return { kind: 'proved', value };
		} catch (error) {
			last = passingError(error, [...unknown, ...PASSING]);
			successes = 0;
			failures += 1;
		}
	}
}

/** The failure, if it may pass. @throws the error if it will not */
function passingError(error: unknown, passing: readonly number[]): ActionError {
	const [first] = expectedErrors(error) as readonly [ActionError, ...ActionError[]];
	const isRefused = first.aadsts !== undefined && !passing.includes(first.aadsts);
	if (isRefused || areMasksNotTaken(first)) throw error;
	return first;
}
