// Refusals of the token endpoint, in words that help.
import { ActionError } from '../errors.js';
import { TransportError } from '../http/transport-error.js';
import { AADSTS_ADVICE, type AadstsAdvice } from './aadsts.js';
import type { Refusal } from './refusal.js';

/** Something that helps to understand a refusal. */
export interface RefusalNote {
	/** AADSTS numbers that it belongs to; for all refusals where left out. */
	readonly errorCodes?: readonly number[];
	/** One or more sentences. */
	readonly text: string;
	/** Does it say all that the advice for the number would? */
	readonly replacesAdvice?: boolean;
}

/** Who tried to sign in, for the error. */
export interface RefusedSignIn {
	/** Which token was asked for, where it is not the one that the step signs in with. */
	readonly token?: string | undefined;
	/** `https://HOST/TENANT`. */
	readonly authority: string;
	readonly clientId: string;
	readonly notes: readonly RefusalNote[];
}

/** What is known of an AADSTS number; undefined where nothing is. */
export function adviceOf(errorCode: number | undefined): AadstsAdvice | undefined {
	return errorCode === undefined ? undefined : AADSTS_ADVICE.get(errorCode);
}

/** The error for an answer that is no token. */
export function refusedSignInError(status: number, refusal: Refusal, attempt: RefusedSignIn): ActionError {
	const { error, errorCode, correlationId } = refusal;
	const known = adviceOf(errorCode);
	const number = errorCode === undefined ? undefined : `AADSTS${errorCode}`;
	const codes = [`HTTP ${status}`, error, number].filter((code) => code !== undefined).join(', ');
	const meaning =
		known?.meaning ?? (status >= 300 && status < 400 ? 'it redirects, which is never followed' : undefined);
	return new ActionError({
		code: number === undefined ? 'ENTRA_REFUSED' : `ENTRA_${number}`,
		title: `${kindOf(attempt)} refused${meaning === undefined ? '' : `: ${meaning}`}`,
		subject: describeAttempt(attempt),
		problem: `refused with ${codes}${meaning === undefined ? '' : `: ${meaning}`}.`,
		hint: describeHints(notesFor(errorCode, attempt), known?.advice ?? adviceForStatus(status, number)),
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

function adviceForStatus(status: number, number: string | undefined): string {
	if (number !== undefined) return `See https://login.microsoftonline.com/error?code=${number.slice('AADSTS'.length)}.`;
	if (status === 429 || status >= 500) return 'Microsoft Entra ID is busy or failing: run the job again later.';
	return 'This is not how Microsoft Entra ID answers: look at authority-host, and at a proxy in between.';
}

/** The error for an answer of status 200 that holds no token. */
export function unusableAnswerError(attempt: RefusedSignIn): ActionError {
	return new ActionError({
		code: 'ENTRA_ANSWER_UNUSABLE',
		title: `${kindOf(attempt)} failed`,
		subject: describeAttempt(attempt),
		problem: 'the answer holds no usable token.',
		hint: 'This is not how Microsoft Entra ID answers: look at authority-host, and at a proxy in between.',
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
		hint: UNREACHABLE_HINTS[error.failure],
		cause: error,
	});
}

const UNREACHABLE_HINTS: Readonly<Record<TransportError['failure'], string>> = {
	'host-not-found': 'Look at "authority-host" and "cloud", and at the name resolution of the runner.',
	certificate:
		'Where a proxy or a private authority has a CA of its own, set NODE_EXTRA_CA_CERTS in the env of the step.',
	proxy: 'Look at HTTPS_PROXY and NO_PROXY.',
	'too-large': 'This is not how Microsoft Entra ID answers: look at "authority-host".',
	'time-out': 'Look at the network of the runner, its firewall and HTTPS_PROXY, then run the job again.',
	connection: 'Look at the network of the runner, its firewall and HTTPS_PROXY, then run the job again.',
};

function kindOf({ token }: RefusedSignIn): string {
	return token === undefined ? 'Sign-in' : 'Token';
}

function describeAttempt({ token = 'Sign-in', authority, clientId }: RefusedSignIn): string {
	const { host, pathname } = new URL(authority);
	return `${token} of client ${clientId} in tenant ${pathname.slice(1)} at ${host}`;
}
