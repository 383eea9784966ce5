// Refusals of the token endpoint, in words that help.
import { ActionError } from '../errors.js';
import {
	describeForeignAnswer,
	describeForeignRefusal,
	type ForeignAnswer,
	hintForFailure,
	type Place,
} from '../http/failure-hints.js';
import { TransportError } from '../http/transport-error.js';
import { describeSource, isVariable } from '../input/sign-in-inputs.js';
import type { HttpResponse } from '../ports.js';
import { adviceOf, lookUpHint } from './aadsts-advice.js';
import type { SignInWay } from './credential.js';
import { ENTRA, readRefusal } from './token-response-error.js';

/** Something that helps to understand a refusal. */
export interface RefusalNote {
	/** AADSTS numbers that it belongs to; for all refusals where left out. */
	readonly errorCodes?: readonly number[];
	/** One or more sentences. */
	readonly text: string;
	/** Whether it says all that the advice for the number would. */
	readonly replacesAdvice?: boolean;
}

/** The sign-in that was refused, for the error. */
export interface RefusedSignIn {
	/** The token that was asked for, if it is not the one that the step signs in with. */
	readonly tokenName?: string | undefined;
	/** Undefined for a token that the step does not sign in with. */
	readonly way?: SignInWay | undefined;
	/** `https://HOST/TENANT`. */
	readonly authority: string;
	readonly clientId: string;
	readonly notes: readonly RefusalNote[];
}

/** The error for an answer that is not a token. */
export function refusedSignInError(response: HttpResponse, attempt: RefusedSignIn): ActionError {
	const { status } = response;
	const { error, errorCode, correlationId } = readRefusal(response);
	const foreign = describeForeignRefusal(response, ENTRA);
	const known = adviceOf(errorCode, attempt.way?.kind);
	const number = errorCode === undefined ? undefined : `AADSTS${errorCode}`;
	const codes = [`HTTP ${status}`, error, number].filter((code) => code !== undefined).join(', ');
	const isRedirect = status >= 300 && status < 400;
	const advice =
		known?.advice ?? (errorCode === undefined ? adviceWithoutNumber(status, foreign) : lookUpHint(errorCode));
	const meaning = known?.meaning ?? (isRedirect ? 'it redirects, which is never followed' : foreign?.problem);
	return new ActionError({
		code: errorCode === undefined ? 'ENTRA_REFUSED' : `ENTRA_AADSTS${errorCode}`,
		aadsts: errorCode,
		title: `${kindOf(attempt)} refused${meaning === undefined ? '' : `: ${meaning}`}`,
		subject: describeAttempt(attempt),
		problem: `refused with ${codes}${meaning === undefined ? '' : `: ${meaning}`}.`,
		hint: describeHints(notesFor(errorCode, attempt), advice),
		...(correlationId !== undefined && { requestId: `correlation ID ${correlationId}` }),
	});
}

function notesFor(errorCode: number | undefined, { notes }: RefusedSignIn): readonly RefusalNote[] {
	return notes.filter(
		({ errorCodes }) => errorCodes === undefined || (errorCode !== undefined && errorCodes.includes(errorCode)),
	);
}

function describeHints(notes: readonly RefusalNote[], advice: string): string {
	const texts = notes.map(({ text }) => text);
	return (notes.some(({ replacesAdvice }) => replacesAdvice) ? texts : [...texts, advice]).join(' ');
}

const NOT_ENTRA = `${ENTRA} does not answer like this: check authority-host, and any proxy on the way.`;

function adviceWithoutNumber(status: number, foreign: ForeignAnswer | undefined): string {
	if (status === 429 || status >= 500) return `${ENTRA} is busy or failing: run the job again later.`;
	return foreign?.hint ?? NOT_ENTRA;
}

/** The error for an answer of status 200 that holds no token. */
export function unusableAnswerError(
	response: Pick<HttpResponse, 'headers' | 'body'>,
	attempt: RefusedSignIn,
): ActionError {
	const foreign = describeForeignAnswer(response, ENTRA);
	return new ActionError({
		code: 'ENTRA_ANSWER_UNUSABLE',
		title: `${kindOf(attempt)} failed`,
		subject: describeAttempt(attempt),
		problem: `${foreign?.problem ?? 'the answer holds no usable token'}.`,
		hint: foreign?.hint ?? NOT_ENTRA,
	});
}

/** The error for a request that got no answer. Anything but a {@link TransportError} is thrown on. */
export function unreachableAuthorityError(error: unknown, attempt: RefusedSignIn): ActionError {
	if (!(error instanceof TransportError)) throw error;
	return new ActionError({
		code: 'ENTRA_UNREACHABLE',
		title: `${kindOf(attempt)} failed: no answer`,
		subject: describeAttempt(attempt),
		problem: `${error.message}.`,
		hint: hintForFailure(error, PLACE),
		cause: error,
	});
}

const PLACE: Place = {
	kind: 'network',
	name: ENTRA,
	hostHint: 'Check authority-host and cloud, and the name resolution of the runner.',
};

function kindOf({ tokenName }: RefusedSignIn): string {
	return tokenName === undefined ? 'Sign-in' : 'Token';
}

function describeAttempt({ tokenName = 'Sign-in', way, authority, clientId }: RefusedSignIn): string {
	const { host, pathname } = new URL(authority);
	const { sources } = way ?? {};
	const client = `client ${clientId}${variableOf(sources?.clientId)}`;
	const tenant = `tenant ${pathname.slice(1)}${variableOf(sources?.tenantId)}`;
	const method = way === undefined ? '' : ` with ${way.kind} (${way.reason})`;
	return `${tokenName} of ${client} in ${tenant} at ${host}${method}`;
}

// An input need not be named, since the workflow wrote it; a variable may be left over from anywhere.
function variableOf(source: string | undefined): string {
	return source === undefined || !isVariable(source) ? '' : ` (${describeSource(source)})`;
}
