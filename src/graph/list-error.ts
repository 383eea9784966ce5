// Failures of the lists of a tenant, in words that help.
import { ActionError } from '../errors.js';
import { describeForeignAnswer, hintForFailure, type Place } from '../http/failure-hints.js';
import { advisingWait } from '../http/send.js';
import { TransportError } from '../http/transport-error.js';
import type { HttpResponse } from '../ports.js';
import { type GraphAdvice, graphAdvice } from './graph-advice.js';
import { readGraphRefusal } from './graph-response-error.js';
import type { ApplicationKind } from './tenant-applications.js';

const GRAPH = 'Microsoft Graph';

/** What a refusal means here, if that is not what it means to somebody who changes an application. */
const OWN_ADVICE: ReadonlyMap<string, Omit<GraphAdvice, 'code'>> = new Map([
	[
		'GRAPH_FORBIDDEN',
		{
			title: 'no permission',
			meaning: "the identity may not list the tenant's applications",
			hint: 'Give it the application permission Application.Read.All of Microsoft Graph, with admin consent. A new permission can take a few minutes.',
		},
	],
	[
		'GRAPH_NOT_FOUND',
		{
			title: 'no such list',
			meaning: 'it does not know this list',
			hint: 'Compare graph-host with the address of Microsoft Graph in your cloud.',
		},
	],
	[
		'GRAPH_THROTTLED',
		{
			title: 'too many requests',
			meaning: 'it is busy with too many requests',
			hint: 'A tenant answers 150 of these requests a minute, those of other tools included: run the job again at another time.',
		},
	],
]);

/** The error for an answer that is not what was asked for. */
export function listRefusedError(response: HttpResponse, kind: ApplicationKind, graphHost: string): ActionError {
	const refusal = readGraphRefusal(response);
	const general = graphAdvice(refusal, { appId: '' });
	const { title, meaning, hint } = OWN_ADVICE.get(general.code) ?? general;
	const codes = [`HTTP ${refusal.status}`, refusal.code].filter((code) => code !== undefined).join(', ');
	const error = new ActionError({
		code: general.code,
		title: `${GRAPH}: ${title}`,
		subject: describeList(kind, graphHost),
		problem: `${meaning} (${codes}).`,
		hint,
		...(refusal.requestId !== undefined && { requestId: `request ID ${refusal.requestId}` }),
	});
	return advisingWait(error, response);
}

/** The error for an answer of a good status that is not what was asked for; a body that is no JSON says more than `problem`. */
export function listUnusableError(kind: ApplicationKind, graphHost: string, problem: string, body = '{}'): ActionError {
	const foreign = describeForeignAnswer({ headers: {}, body }, GRAPH);
	return new ActionError({
		code: 'GRAPH_ANSWER_UNUSABLE',
		title: `${GRAPH}: unusable answer`,
		subject: describeList(kind, graphHost),
		problem: foreign === undefined ? problem : `${foreign.problem}.`,
		hint: foreign?.hint ?? `${GRAPH} does not answer like this: check graph-host, and any proxy on the way.`,
	});
}

/** The error for a request that got no answer. Anything but a {@link TransportError} is thrown on. */
export function listUnreachableError(error: unknown, kind: ApplicationKind, graphHost: string): ActionError {
	if (!(error instanceof TransportError)) throw error;
	return new ActionError({
		code: 'GRAPH_UNREACHABLE',
		title: `${GRAPH}: no answer`,
		subject: describeList(kind, graphHost),
		problem: `${error.message}.`,
		hint: hintForFailure(error, PLACE),
		cause: error,
	});
}

const PLACE: Place = {
	kind: 'network',
	name: GRAPH,
	hostHint: 'Check graph-host and cloud, and the name resolution of the runner.',
};

function describeList(kind: ApplicationKind, graphHost: string): string {
	const list = kind === 'app-registration' ? 'list of app registrations' : 'list of enterprise applications';
	return `${list} at ${new URL(graphHost).host}`;
}
