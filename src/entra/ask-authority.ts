// A request to the authority, and the advice for what goes wrong with it: loaded then alone, since it is long and most
// runs never need it.
import { type RequestSource, type SendContext, send } from '../http/send.js';
import { advisingWait } from '../http/unmet-wait.js';
import type { HttpResponse } from '../ports.js';
import { isTransientRefusal, readRefusal } from './refusal.js';
import type { RefusedSignIn } from './token-error.js';

/** @throws ActionError with advice where there is no answer */
export async function askAuthority(
	request: RequestSource,
	attempt: RefusedSignIn,
	context: SendContext,
): Promise<HttpResponse> {
	return send(request, context, { isTransient: isTransientRefusal }).catch(async (error: unknown) => {
		const { unreachableAuthorityError } = await loadErrors();
		throw unreachableAuthorityError(error, attempt);
	});
}

/** @throws ActionError with advice, always: the answer is not what was asked for */
export async function refuseAnswer(response: HttpResponse, attempt: RefusedSignIn): Promise<never> {
	const { refusedSignInError, unusableAnswerError } = await loadErrors();
	if (response.status === 200) throw unusableAnswerError(response, attempt);
	throw advisingWait(refusedSignInError(response.status, readRefusal(response), attempt), response);
}

function loadErrors() {
	return import('./token-error.js');
}
