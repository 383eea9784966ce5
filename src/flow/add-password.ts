// A new password of the application: one and no more, though an answer may be lost on its way.
import { type ActionError, foreseenErrors } from '../errors.js';
import type { AddedPassword, PasswordWish } from '../graph/application-passwords.js';
import { listPasswords, tryToAddPassword } from '../graph/ask-graph.js';
import { RETRY_RULES, retryDelayMs } from '../http/retry-policy.js';
import { removeFreshPassword } from './remove-password.js';
import { type RotationRun, within } from './rotation-run.js';
import { describeLost, describeUnchanged } from './rotation-state.js';

/** A password that was added. */
export interface Addition {
	readonly added: AddedPassword;
	/** An attempt before it may have made another, which Graph did not show yet. */
	readonly isUnsure: boolean;
}

/**
 * Adds a password. After an attempt that got no word, what it made is looked for and removed, since nobody has its value.
 * @throws ActionError with advice, and with the state in which the application was left
 */
export async function addPassword(run: RotationRun, wish: PasswordWish): Promise<Addition> {
	const { clock, randomFraction } = run.ports;
	let isUnsure = false;
	for (let attempt = 1; ; attempt += 1) {
		const result = await tryToAddPassword(wish, within(run.graph, run, 'adding'));
		if (result.kind === 'added') return { added: result.added, isUnsure };
		if (result.mayHaveAdded) {
			isUnsure = true;
			await removeStrays(run, wish.displayName).catch((error: unknown) => {
				foreseenErrors(error);
				throw result.error.advising(describeLost(run, wish.displayName));
			});
		}
		const delayMs = retryDelayMs({
			outcome: result.outcome,
			attempt,
			nowMs: clock.nowMs(),
			deadlineMs: run.deadlineOf('adding'),
			randomFraction: randomFraction(),
			rules: RETRY_RULES,
			transient: false,
		});
		if (delayMs === undefined) throw withState(result.error, run, isUnsure ? wish.displayName : undefined);
		await clock.sleep(delayMs);
	}
}

function withState(error: ActionError, run: RotationRun, lostName: string | undefined): ActionError {
	return error.advising(lostName === undefined ? describeUnchanged() : describeLost(run, lostName));
}

/**
 * Removes every password that this run has made but the one to be kept, and gives their key IDs. A run signs the names
 * of its passwords, so that they are not taken for those of another.
 * @throws ActionError with advice where Graph refuses or gives no answer
 */
export async function removeStrays(run: RotationRun, name: string, keptId?: string): Promise<readonly string[]> {
	const { passwords } = await listPasswords(within(run.graph, run, 'all'));
	const strays = passwords.filter(({ displayName, keyId }) => displayName === name && keyId !== keptId);
	for (const { keyId } of strays) {
		await removeFreshPassword(run, keyId);
		run.ports.log.info(`Removed from the application: password ${keyId}, whose value got lost.`);
	}
	return strays.map(({ keyId }) => keyId);
}
