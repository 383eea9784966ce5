// The passwords of an application that may have been made a moment ago.
import { foreseenErrors } from '../errors.js';
import { listPasswords, type PasswordList } from '../graph/ask-graph.js';
import { GRAPH_NOT_FOUND } from '../graph/graph-advice.js';
import { makePatience, NEW_TIMEOUT_MS } from './patience.js';
import { type RotationRun, within } from './rotation-run.js';

/**
 * Lists the application's passwords. An application that Graph does not know is waited for.
 * @throws ActionError with advice where Graph refuses, gives no answer, or does not come to know it
 */
export async function findApplication(run: RotationRun): Promise<PasswordList> {
	const { clock, log } = run.ports;
	const patience = makePatience(clock, run.deadlineOf('reading'));
	for (let isFirst = true; ; isFirst = false) {
		try {
			return await listPasswords(within(run.graph, run, 'reading'));
		} catch (error) {
			if (!isNotFound(error) || !(await patience.wait())) throw error;
		}
		if (!isFirst) continue;
		log.info(
			`Microsoft Graph does not know application ${run.rotation.appId}. If it was made a moment ago, this passes: waiting for up to ${NEW_TIMEOUT_MS / 1000} s.`,
		);
	}
}

/** Whether Graph says that there is no such application. */
export function isNotFound(error: unknown): boolean {
	return foreseenErrors(error).every(({ code }) => code === GRAPH_NOT_FOUND);
}
