// Why a job got no ID token of GitHub, by the cause.
import { ActionError } from '../errors.js';
import { hintForFailure, type Place } from '../http/failure-hints.js';
import { describeForeignAnswer, describeForeignRefusal } from '../http/foreign-answer.js';
import type { TransportError } from '../http/transport-error.js';
import type { HttpResponse } from '../ports.js';

const NAME = "GitHub's service for ID tokens";

const PLACE: Place = {
	kind: 'network',
	name: NAME,
	hostHint:
		"Check the name resolution of the runner: it must reach GitHub's hosts for ID tokens (*.actions.githubusercontent.com).",
};

/** The error for a request that got no answer. */
export function unreachableIssuerError(error: TransportError, host: string): ActionError {
	return idTokenError(host, { problem: error.message, hint: hintForFailure(error, PLACE) }, error);
}

/** The error for an answer that holds no ID token. */
export function idTokenRefusedError(response: HttpResponse, host: string): ActionError {
	const { problem, hint } = explain(response);
	const status = response.status === 200 ? '' : ` (HTTP ${response.status})`;
	return idTokenError(host, { problem: `${problem}${status}`, hint });
}

interface Explanation {
	/** A clause without a full stop. */
	readonly problem: string;
	readonly hint: string;
}

const LATER = 'Run the job again later; see https://www.githubstatus.com.';

function explain(response: HttpResponse): Explanation {
	const { status } = response;
	if (status === 401) {
		return {
			problem: 'the request token of the job was not accepted',
			hint: 'It ends after about six hours: run this action earlier in the job, or in a job of its own.',
		};
	}
	if (status === 408 || status === 429 || status >= 500)
		return { problem: 'the service is busy or failing', hint: LATER };
	const foreign = (status === 200 ? describeForeignAnswer : describeForeignRefusal)(response, NAME);
	if (foreign !== undefined) return foreign;
	if (status === 200) return { problem: 'the answer holds no ID token', hint: LATER };
	return { problem: 'the request was refused', hint: `Check for a proxy on the way. ${LATER}` };
}

function idTokenError(host: string, { problem, hint }: Explanation, cause?: unknown): ActionError {
	return new ActionError({
		code: 'ID_TOKEN_NOT_GIVEN',
		title: 'GitHub gave no ID token',
		subject: `ID token of GitHub (${host})`,
		problem: `${problem}.`,
		hint,
		cause,
	});
}
