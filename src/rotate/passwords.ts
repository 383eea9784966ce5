// The passwords of the application: a new one, and no more though an answer may be lost on its way; those that go; and
// those that make room for it.
import { expectedErrors } from '../errors.js';
import type { AddedPassword, NewPassword } from '../graph/application-passwords.js';
import {
	addPasswordOnce,
	isConflict,
	listPasswords,
	type Removal,
	removePassword,
	tryToRemovePassword,
} from '../graph/ask-graph.js';
import { isFullOfPasswords } from '../graph/graph-advice.js';
import { type WriteResult, write } from '../http/write.js';
import type { AppPassword } from '../plan/rotation-decision.js';
import { isNotFound, makePatience, type RotationRun, withDeadline } from './rotation-run.js';
import { advisingAll, describeNotAdded, type RoomMade } from './rotation-state.js';

/** A password that was added. */
export interface Addition {
	readonly added: AddedPassword;
	/** So many requests without an answer may have made another, which Graph does not show yet. */
	readonly unconfirmed: number;
}

/**
 * Adds a password. What a request without an answer has made is looked for and removed, since nobody has its value.
 * @throws ActionErrors with advice, and with the state in which the application was left
 */
export async function addPassword(run: RotationRun, wanted: NewPassword, room: Room): Promise<Addition> {
	const patience = makePatience(run.ports.clock, run.deadlineOf('adding'));
	let unanswered = 0;
	let found = 0;
	const removeFound = async (): Promise<void> => {
		found += (await removeStrays(run, wanted.displayName)).length;
	};
	for (;;) {
		const foundBefore = found;
		const result = await addAtMostOnce(run, wanted, removeFound);
		unanswered += result.unanswered;
		if (result.kind === 'done') return { added: result.value, unconfirmed: unanswered - found };
		const mayPass = async (): Promise<boolean> => {
			if (result.unseen !== undefined) return false;
			if (isNotFound(result.error)) return patience.wait();
			if (!isTooMany(result.error)) return false;
			// The passwords that were found and removed have made room.
			if (found > foundBefore) return true;
			return (await room.make()) || (room.removedIds.length > 0 && patience.wait());
		};
		if (await mayPass()) continue;
		const left = { displayName: wanted.displayName, unconfirmed: unanswered - found, room };
		throw advisingAll(result.error, describeNotAdded(run, left));
	}
}

function addAtMostOnce(
	run: RotationRun,
	wanted: NewPassword,
	removeFound: () => Promise<void>,
): Promise<WriteResult<AddedPassword>> {
	const graph = withDeadline(run.graph, run, 'adding');
	const oneWrite = {
		sendOnce: (context: typeof graph.context) => addPasswordOnce(wanted, { ...graph, context }),
		// Nobody has the value of what is found, so that it is no result.
		look: async (): Promise<undefined> => {
			await removeFound();
		},
		lookUntilMs: run.deadlineOf('all'),
		isPassing: isConflict,
	};
	return write<AddedPassword>(oneWrite, graph.context);
}

function isTooMany(error: unknown): boolean {
	return expectedErrors(error).every(isFullOfPasswords);
}

/**
 * Removes every password that this run has made but the one to be kept, and gives their key IDs. A run signs the names
 * of its passwords, so that they are not taken for those of another.
 * @throws ActionError with advice if Graph refuses or gives no answer
 */
export async function removeStrays(run: RotationRun, name: string, keptId?: string): Promise<readonly string[]> {
	const { passwords } = await listPasswords(withDeadline(run.graph, run, 'all'));
	const strays = passwords.filter(({ displayName, keyId }) => displayName === name && keyId !== keptId);
	for (const { keyId } of strays) {
		await removeFreshPassword(run, keyId);
		run.ports.log.info(`Removed from the application: password ${keyId}, whose value was lost.`);
	}
	return strays.map(({ keyId }) => keyId);
}

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

/** Results for outdated passwords, by key ID. */
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

/** Passwords that may be removed before a new one is added, and those that were. */
export interface Room extends RoomMade {
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
