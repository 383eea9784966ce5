// How long what was made a moment ago is waited for, until all of Microsoft's servers have heard of it.
import type { Clock } from '../ports.js';

/** No level of service is published; 4 to 18 seconds were seen for a new password. */
export const NEW_TIMEOUT_MS = 90_000;

/** After a failure: 1 s, 2 s, 4 s, then 8 s. */
const MAX_DELAY_MS = 8_000;

/** The wait before the next attempt, after so many failures. */
export function patientDelayMs(failures: number): number {
	return Math.min(MAX_DELAY_MS, 1_000 * 2 ** (failures - 1));
}

/** Waits longer each time, for {@link NEW_TIMEOUT_MS} in all. */
export interface Patience {
	/** Waits. False if the time is over. */
	wait(): Promise<boolean>;
}

/** Patience that begins now and ends at an instant at the latest, in milliseconds since 1970. */
export function makePatience(clock: Clock, deadlineMs: number): Patience {
	const endMs = Math.min(clock.nowMs() + NEW_TIMEOUT_MS, deadlineMs);
	let failures = 0;
	return {
		wait: async () => {
			failures += 1;
			const delayMs = patientDelayMs(failures);
			if (clock.nowMs() + delayMs >= endMs) return false;
			await clock.sleep(delayMs);
			return true;
		},
	};
}
