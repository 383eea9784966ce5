// Refusals of Microsoft Graph, in words that help.
import { ActionError } from '../errors.js';
import { hintForFailure, type Place } from '../http/failure-hints.js';
import { describeForeignAnswer } from '../http/foreign-answer.js';
import { TransportError } from '../http/transport-error.js';
import { advisingWait } from '../http/unmet-wait.js';
import type { HttpResponse } from '../ports.js';
import type { GraphApp } from './application-passwords.js';
import { type GraphRefusal, readGraphRefusal } from './graph-refusal.js';

/** An error's stable code, heading, meaning and advice. */
export interface GraphAdvice {
	readonly code: string;
	readonly title: string;
	readonly meaning: string;
	readonly hint: string;
}

/** The error for an answer that is not what was asked for. */
export function graphRefusedError(response: HttpResponse, app: GraphApp): ActionError {
	const refusal = readGraphRefusal(response);
	const advice = graphAdvice(refusal);
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

/** The advice for a refusal. */
export function graphAdvice(refusal: GraphRefusal): GraphAdvice {
	const known = refusal.code === undefined ? undefined : BY_CODE.get(refusal.code);
	return known?.(refusal) ?? byStatus(refusal.status);
}

const denied = (): GraphAdvice => ({
	code: 'GRAPH_FORBIDDEN',
	title: 'no permission',
	meaning: 'the identity may not change the passwords of this application',
	hint: 'Give it the application permission Application.ReadWrite.OwnedBy of Microsoft Graph, with admin consent, and make its service principal an owner of this app registration. A new permission needs some minutes.',
});

const notFound = (): GraphAdvice => ({
	code: 'GRAPH_NOT_FOUND',
	title: 'no such application',
	meaning: 'the tenant has no such app registration',
	hint: 'Compare app-id with the "Application (client) ID" of the app registration, and tenant-id with its tenant: an enterprise application of another tenant has its passwords there.',
});

const typeForbidden = ({ policyId }: GraphRefusal): GraphAdvice => ({
	code: 'GRAPH_PASSWORDS_FORBIDDEN',
	title: 'client secrets are forbidden',
	meaning: `${describePolicy(policyId)} forbids client secrets`,
	hint: 'Except this application from the policy, or do without a client secret: with a federated credential or a certificate.',
});

const lifeForbidden = ({ policyId }: GraphRefusal): GraphAdvice => ({
	code: 'GRAPH_LIFE_FORBIDDEN',
	title: 'the life is too long',
	meaning: `${describePolicy(policyId)} allows no client secret to live for valid-days`,
	hint: 'Set valid-days to what the policy allows, and renew-before-days to less.',
});

const BY_CODE: ReadonlyMap<string, (refusal: GraphRefusal) => GraphAdvice> = new Map([
	['Authorization_RequestDenied', denied],
	['Request_ResourceNotFound', notFound],
	['CredentialTypeNotAllowedAsPerAppPolicy', typeForbidden],
	['CredentialInvalidLifetimeAsPerAppPolicy', lifeForbidden],
]);

function byStatus(status: number): GraphAdvice {
	if (status === 403) return denied();
	if (status === 404) return notFound();
	if (status === 401) {
		return {
			code: 'GRAPH_UNAUTHORIZED',
			title: 'token not accepted',
			meaning: 'it does not accept the token',
			hint: 'Compare "cloud", "graph-host" and "tenant-id" with those of the application.',
		};
	}
	if (status === 429) {
		return {
			code: 'GRAPH_THROTTLED',
			title: 'too many requests',
			meaning: 'it is busy with too many requests',
			hint: 'Run the job again later; renew fewer applications at a time (max-parallel).',
		};
	}
	if (status === 408 || status >= 500) {
		return {
			code: 'GRAPH_UNAVAILABLE',
			title: 'failing',
			meaning: 'it is busy or failing',
			hint: 'Run the job again later.',
		};
	}
	return {
		code: 'GRAPH_REFUSED',
		title: 'request refused',
		meaning: status < 400 ? 'the answer is a redirect, which is never followed' : 'it refused the request',
		hint: 'Look at graph-host, and at a proxy in between.',
	};
}

function describePolicy(policyId: string | undefined): string {
	return policyId === undefined ? "the tenant's policy" : `the tenant's policy ${policyId}`;
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
