// The exchange that most ways to sign in share: a form to the token endpoint, a token back.
import type { HttpRequest } from '../ports.js';
import { askAuthority } from './ask-authority.js';
import type { SignInContext, SignInTarget } from './sign-in-method.js';
import type { RefusedSignIn } from './token-error.js';
import { type AccessToken, authorityOf, type FormFields, processTokenResponse, tokenRequest } from './token-request.js';

/** Who asks, what the form says, and what helps to understand a refusal. */
export interface TokenExchange {
	readonly clientId: string;
	/** Made anew for each attempt where it is a function: an assertion proves something once. */
	readonly fields: FormFields | (() => Promise<FormFields>);
	readonly notes?: RefusedSignIn['notes'];
	readonly token?: RefusedSignIn['token'];
	/** Left out for a token that the step does not sign in with. */
	readonly way?: RefusedSignIn['way'];
}

/** @throws ActionError with advice where the token is refused or there is no answer */
export async function exchangeToken(
	{ clientId, fields, notes = [], token, way }: TokenExchange,
	target: SignInTarget,
	context: SignInContext,
): Promise<AccessToken> {
	const attempt: RefusedSignIn = { authority: authorityOf(target), clientId, notes, token, way };
	const request = (own: FormFields): HttpRequest =>
		tokenRequest(attempt.authority, { client_id: clientId, scope: target.scope, ...own });
	const source = typeof fields === 'function' ? async () => request(await fields()) : request(fields);
	const response = await askAuthority(source, attempt, context);
	return processTokenResponse(response, context.clock.nowMs(), attempt);
}
