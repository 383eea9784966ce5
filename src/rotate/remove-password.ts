// Passwords of the application that go: one that was made a moment ago, and those that are outdated.
import { expectedErrors } from '../errors.js';
import { type Removal, removePassword, tryToRemovePassword } from '../graph/ask-graph.js';
import type { AppPassword } from '../plan/rotation-decision.js';
import { type RotationRun, withDeadline } from './rotation-run.js';

/** Graph knows a new password after some seconds; until then it says that there is none. */
const FRESH_DELAYS_MS: readonly number[] = [1_000, 2_000, 4_000, 8_000];

/**
 * Removes a password that was made a moment ago; `unknown` if Graph has not come to know it in all the time, or has
 * removed it without an answer.
 * @throws ActionError with advice if Graph refuses or gives no answer
 */
export async function removeFreshPassword(run: RotationRun, keyId: string): Promise<Removal> {
	const { clock } = run.ports;
	for (const delayMs of FRESH_DELAYS_MS) {
		if ((await removeOnce(run, keyId)) === 'removed') return 'removed';
		if (clock.nowMs() + delayMs >= run.deadlineOf('all')) return 'unknown';
		await clock.sleep(delayMs);
	}
	return removeOnce(run, keyId);
}

async function removeOnce(run: RotationRun, keyId: string): Promise<Removal> {
	const result = await tryToRemovePassword(keyId, withDeadline(run.graph, run, 'all'));
	if (result.kind === 'failed') throw result.error;
	return result.value;
}

/** What became of outdated passwords, each by its key ID. */
export interface Removals {
	readonly removed: readonly string[];
	readonly left: readonly string[];
}

/** Removes outdated passwords, one after the other; after one that could not be, the others are left as well. */
export async function removeOutdated(run: RotationRun, outdated: readonly AppPassword[]): Promise<Removals> {
	const { log } = run.ports;
	const ids = outdated.map(({ keyId }) => keyId);
	for (const [index, keyId] of ids.entries()) {
		try {
			// One that is not there any more is as good as removed.
			await removePassword(keyId, withDeadline(run.graph, run, 'all'));
			log.info(`Removed from the application: outdated password ${keyId}.`);
		} catch (error) {
			for (const one of expectedErrors(error)) log.info(`Password ${keyId} could not be removed: ${one.message}`);
			return { removed: ids.slice(0, index), left: ids.slice(index) };
		}
	}
	return { removed: ids, left: [] };
}
