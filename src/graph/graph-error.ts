// Failures of Microsoft Graph, in words that help.
import { ActionError } from '../errors.js';
import { describeForeignAnswer, hintForFailure, type Place } from '../http/failure-hints.js';
import { advisingWait } from '../http/send.js';
import { TransportError } from '../http/transport-error.js';
import type { HttpResponse } from '../ports.js';
import type { GraphApp } from './application-passwords.js';
import { type Advise, type GraphAdvice, graphAdvice } from './graph-advice.js';
import { type GraphRefusal, readGraphRefusal } from './graph-response-error.js';

/** The object that was asked about, for the error. */
export interface GraphSubject {
	/** For people: an object, and the host of Graph. */
	readonly subject: string;
	/** Gives what a refusal means for it. */
	readonly advise: (refusal: GraphRefusal) => GraphAdvice;
}

/** An application. */
export function aboutApp(app: GraphApp, advise: Advise = graphAdvice): GraphSubject {
	const { graphHost, appId } = app;
	return {
		subject: `application ${appId} at ${new URL(graphHost).host}`,
		advise: (refusal) => advise(refusal, app),
	};
}

/** The error for an answer that is not what was asked for. */
export function graphRefusedError(response: HttpResponse, { subject, advise }: GraphSubject): ActionError {
	const refusal = readGraphRefusal(response);
	const advice = advise(refusal);
	const codes = [`HTTP ${refusal.status}`, refusal.code].filter((code) => code !== undefined).join(', ');
	const error = new ActionError({
		code: advice.code,
		title: `Microsoft Graph: ${advice.title}`,
		subject,
		problem: `${advice.meaning} (${codes}).`,
		hint: advice.hint,
		...(refusal.requestId !== undefined && { requestId: `request ID ${refusal.requestId}` }),
	});
	return advisingWait(error, response);
}

/** The error for an answer of a good status that is not what was asked for; a body that is no JSON says more than `problem`. */
export function unusableGraphError({ subject }: GraphSubject, problem: string, body = '{}'): ActionError {
	const foreign = describeForeignAnswer({ headers: {}, body }, GRAPH);
	return new ActionError({
		code: 'GRAPH_ANSWER_UNUSABLE',
		title: `Microsoft Graph: unusable answer`,
		subject,
		problem: foreign === undefined ? problem : `${foreign.problem}.`,
		hint: foreign?.hint ?? `${GRAPH} does not answer like this: check graph-host, and any proxy on the way.`,
	});
}

/** The error for a request that got no answer. Anything but a {@link TransportError} is thrown on. */
export function unreachableGraphError(error: unknown, { subject }: GraphSubject): ActionError {
	if (!(error instanceof TransportError)) throw error;
	return new ActionError({
		code: 'GRAPH_UNREACHABLE',
		title: `Microsoft Graph: no answer`,
		subject,
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
