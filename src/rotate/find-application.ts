// The passwords of an application that may have been made a moment ago.
import { expectedErrors } from '../errors.js';
import { listPasswords, type PasswordList } from '../graph/ask-graph.js';
import { isApplicationUnknown } from '../graph/graph-advice.js';
import { makePatience, NEW_TIMEOUT_MS } from './patience.js';
import { type RotationRun, withDeadline } from './rotation-run.js';

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
