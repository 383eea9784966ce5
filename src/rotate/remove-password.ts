// Passwords of the application that go: one that was made a moment ago, those that are outdated, and those that make room for a new one.
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

/** What may be removed before a new password is added, and what was. */
export interface Room {
	/** Key IDs of the passwords that were removed. */
	readonly removedIds: readonly string[];
	/** Key IDs of those whose removal got no answer: it may still happen. */
	readonly unconfirmedIds: readonly string[];
	/** Removes the oldest outdated password. False if there is none, or if it could not be removed. */
	make(): Promise<boolean>;
}

/** Room that the outdated passwords may give. The one that the vault holds is never among them. */
export function makeRoom(run: RotationRun, outdated: readonly AppPassword[]): Room {
	const candidates = [...outdated].sort((one, other) => (one.starts ?? 0) - (other.starts ?? 0));
	const removedIds: string[] = [];
	const unconfirmedIds: string[] = [];
	return {
		removedIds,
		unconfirmedIds,
		make: async () => {
			const keyId = candidates.shift()?.keyId;
			if (keyId === undefined) return false;
			const { log } = run.ports;
			const result = await tryToRemovePassword(keyId, withDeadline(run.graph, run, 'adding'));
			if (result.kind === 'failed') {
				for (const { message } of expectedErrors(result.error)) {
					log.info(`Password ${keyId} could not be removed: ${message}`);
				}
				if (result.unanswered > 0) unconfirmedIds.push(keyId);
				return false;
			}
			removedIds.push(keyId);
			log.info(
				`Removed from the application: password ${keyId}, to make room. The application takes no more passwords, and the vault does not hold this one.`,
			);
			return true;
		},
	};
}
