// Room for a new password in an application that takes two only: an outdated one of this action goes first.
import { expectedErrors } from '../errors.js';
import { tryToRemovePassword } from '../graph/ask-graph.js';
import type { AppPassword } from '../plan/rotation-decision.js';
import { type RotationRun, withDeadline } from './rotation-run.js';

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
