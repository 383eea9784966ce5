// A new password of the application: one and no more, though an answer may be lost on its way.
import { expectedErrors } from '../errors.js';
import type { AddedPassword, NewPassword } from '../graph/application-passwords.js';
import { addPasswordOnce, isConflict, listPasswords } from '../graph/ask-graph.js';
import { isFullOfPasswords } from '../graph/graph-advice.js';
import { type WriteResult, write } from '../http/write.js';
import { isNotFound, makePatience } from './patience.js';
import { type Room, removeFreshPassword } from './remove-password.js';
import { type RotationRun, withDeadline } from './rotation-run.js';
import { advisingAll, describeNotAdded } from './rotation-state.js';

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
export async function addPassword(run: RotationRun, wish: NewPassword, room: Room): Promise<Addition> {
	const patience = makePatience(run.ports.clock, run.deadlineOf('adding'));
	let unanswered = 0;
	let found = 0;
	const removeFound = async (): Promise<void> => {
		found += (await removeStrays(run, wish.displayName)).length;
	};
	for (;;) {
		const foundBefore = found;
		const result = await sendWish(run, wish, removeFound);
		unanswered += result.unanswered;
		if (result.kind === 'done') return { added: result.value, unconfirmed: unanswered - found };
		const mayPass = async (): Promise<boolean> => {
			if (result.unseen !== undefined) return false;
			if (isNotFound(result.error)) return patience.wait();
			if (!isTooMany(result.error)) return false;
			// What was found and removed has made room.
			if (found > foundBefore) return true;
			return (await room.make()) || (room.removedIds.length > 0 && patience.wait());
		};
		if (await mayPass()) continue;
		const left = { displayName: wish.displayName, unconfirmed: unanswered - found, room };
		throw advisingAll(result.error, describeNotAdded(run, left));
	}
}

function sendWish(
	run: RotationRun,
	wish: NewPassword,
	removeFound: () => Promise<void>,
): Promise<WriteResult<AddedPassword>> {
	const graph = withDeadline(run.graph, run, 'adding');
	const order = {
		sendOnce: (context: typeof graph.context) => addPasswordOnce(wish, { ...graph, context }),
		// Nobody has the value of what is found, so that it is no result.
		look: async (): Promise<undefined> => {
			await removeFound();
		},
		lookUntilMs: run.deadlineOf('all'),
		isPassing: isConflict,
	};
	return write<AddedPassword>(order, graph.context);
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
