// Failures of Microsoft Graph, in words that help.
import { ActionError } from '../errors.js';
import { describeForeignAnswer, hintForFailure, type Place } from '../http/failure-hints.js';
import { advisingWait } from '../http/send.js';
import { TransportError } from '../http/transport-error.js';
import type { HttpResponse } from '../ports.js';
import type { GraphApp } from './application-passwords.js';
import { type Advise, graphAdvice } from './graph-advice.js';
import { readGraphRefusal } from './graph-response-error.js';

/** The error for an answer that is not what was asked for. */
export function graphRefusedError(response: HttpResponse, app: GraphApp, advise: Advise = graphAdvice): ActionError {
	const refusal = readGraphRefusal(response);
	const advice = advise(refusal, app);
	const codes = [`HTTP ${refusal.status}`, refusal.code].filter((code) => code !== undefined).join(', ');
	const error = new ActionError({
		code: advice.code,
		title: `Microsoft Graph: ${advice.title}`,
		subject: describeApp(app),
		problem: `${advice.meaning} (${codes}).`,
		hint: advice.hint,
		...(refusal.requestId !== undefined && { requestId: `request ID ${refusal.requestId}` }),
	});
	return advisingWait(error, response);
}

/** The error for an answer of a good status that is not what was asked for; a body that is no JSON says more than `problem`. */
export function unusableGraphError(app: GraphApp, problem: string, body = '{}'): ActionError {
	const foreign = describeForeignAnswer({ headers: {}, body }, GRAPH);
	return new ActionError({
		code: 'GRAPH_ANSWER_UNUSABLE',
		title: 'Microsoft Graph: unusable answer',
		subject: describeApp(app),
		problem: foreign === undefined ? problem : `${foreign.problem}.`,
		hint: foreign?.hint ?? `${GRAPH} does not answer like this: check graph-host, and any proxy on the way.`,
	});
}

/** The error for a request that got no answer. Anything but a {@link TransportError} is thrown on. */
export function unreachableGraphError(error: unknown, app: GraphApp): ActionError {
	if (!(error instanceof TransportError)) throw error;
	return new ActionError({
		code: 'GRAPH_UNREACHABLE',
		title: 'Microsoft Graph: no answer',
		subject: describeApp(app),
		problem: `${error.message}.`,
		hint: hintForFailure(error, PLACE),
		cause: error,
	});
}

const GRAPH = 'Microsoft Graph';

const PLACE: Place = {
	kind: 'network',
	name: GRAPH,
	hostHint: 'Check graph-host and cloud, and the name resolution of the runner.',
};

/** For people: the application, and where it was asked for. */
export function describeApp({ graphHost, appId }: GraphApp): string {
	return `application ${appId} at ${new URL(graphHost).host}`;
}
