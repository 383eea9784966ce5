// How long what was made a moment ago is waited for, until all of Microsoft's servers have heard of it: an application, and what is added to it.
import { expectedErrors } from '../errors.js';
import { listPasswords, type PasswordList } from '../graph/ask-graph.js';
import { isApplicationUnknown } from '../graph/graph-advice.js';
import type { Clock } from '../ports.js';
import { type RotationRun, withDeadline } from './rotation-run.js';

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

/**
 * Lists the application's passwords. An application that Graph does not know is waited for.
 * @throws ActionError with advice if Graph refuses, gives no answer, or does not come to know it
 */
export function findApplication(run: RotationRun): Promise<PasswordList> {
	const { clock, log } = run.ports;
	const patience = makePatience(clock, run.deadlineOf('reading'));
	const list = (isFirst: boolean): Promise<PasswordList> =>
		listPasswords(withDeadline(run.graph, run, 'reading')).catch(async (error: unknown) => {
			if (!isNotFound(error)) throw error;
			if (isFirst) log.info(describeWait(run));
			if (!(await patience.wait())) throw error;
			return list(false);
		});
	return list(true);
}

/** Whether Graph says that there is no such application. */
export function isNotFound(error: unknown): boolean {
	return expectedErrors(error).every(isApplicationUnknown);
}

function describeWait({ rotation }: RotationRun): string {
	return `Microsoft Graph does not know application ${rotation.appId}. If it was made a moment ago, this passes: waiting for up to ${NEW_TIMEOUT_MS / 1000} s.`;
}
