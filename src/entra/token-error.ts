// Refusals of the token endpoint, in words that help.
import { ActionError } from '../errors.js';
import { TransportError } from '../http/transport-error.js';
import { AADSTS_ADVICE } from './aadsts.js';
import type { Refusal } from './refusal.js';

/** Something that helps to understand a refusal. */
export interface RefusalNote {
	/** AADSTS numbers that it belongs to; for all refusals where left out. */
	readonly errorCodes?: readonly number[];
	/** One or more sentences. */
	readonly text: string;
}

/** Who tried to sign in, for the error. */
export interface RefusedSignIn {
	/** `https://HOST/TENANT`. */
	readonly authority: string;
	readonly clientId: string;
	readonly notes: readonly RefusalNote[];
}

/** The error for an answer that is no token. */
export function refusedSignInError(status: number, refusal: Refusal, attempt: RefusedSignIn): ActionError {
	const { error, errorCode, correlationId } = refusal;
	const known = errorCode === undefined ? undefined : AADSTS_ADVICE.get(errorCode);
	const number = errorCode === undefined ? undefined : `AADSTS${errorCode}`;
	const codes = [`HTTP ${status}`, error, number].filter((code) => code !== undefined).join(', ');
	const meaning =
		known?.meaning ?? (status >= 300 && status < 400 ? 'it redirects, which is never followed' : undefined);
	return new ActionError({
		code: number === undefined ? 'ENTRA_REFUSED' : `ENTRA_${number}`,
		title: `Sign-in refused${meaning === undefined ? '' : `: ${meaning}`}`,
		subject: describeAttempt(attempt),
		problem: `refused with ${codes}${meaning === undefined ? '' : `: ${meaning}`}.`,
		hint: [...notesFor(errorCode, attempt), known?.advice ?? adviceForStatus(status, number)].join(' '),
		...(correlationId !== undefined && { requestId: `correlation ID ${correlationId}` }),
	});
}

function notesFor(errorCode: number | undefined, { notes }: RefusedSignIn): readonly string[] {
	const fits = ({ errorCodes }: RefusalNote): boolean =>
		errorCodes === undefined || (errorCode !== undefined && errorCodes.includes(errorCode));
	return notes.filter(fits).map(({ text }) => text);
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
		title: 'Sign-in failed',
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
		title: 'Sign-in failed: no answer',
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

function describeAttempt({ authority, clientId }: RefusedSignIn): string {
	const { host, pathname } = new URL(authority);
	return `Sign-in of client ${clientId} in tenant ${pathname.slice(1)} at ${host}`;
}
