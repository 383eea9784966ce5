// From a credential to an access token, whatever the way to sign in.
import { claimText, decodeClaims, describeClaims } from './claims.js';
import type { Credential } from './methods.js';
import type { SignInContext, SignInMethod, SignInTarget } from './sign-in-method.js';
import type { AccessToken } from './token-request.js';

/** Who signs in, and in which way. */
export interface SigningIn<C extends Credential> {
	readonly credential: C;
	readonly method: SignInMethod<C>;
}

/**
 * A token for the target's scope, masked.
 * @throws ActionError with advice where the sign-in is refused or gets no answer
 */
export async function signIn<C extends Credential>(
	{ credential, method }: SigningIn<C>,
	target: SignInTarget,
	context: SignInContext,
): Promise<AccessToken> {
	const accessToken = await method.getToken(credential, target, context);
	await context.mask(accessToken.token);
	context.log.debug(() => describeClaims(accessToken.token));
	return accessToken;
}

/** Who a token stands for: what it says itself, else what the credential says. */
export interface Identity {
	readonly tenantId: string | undefined;
	readonly clientId: string | undefined;
}

/** Who signed in. */
export function identityOf({ token }: AccessToken, credential: Credential, target: SignInTarget): Identity {
	const claims = decodeClaims(token);
	return {
		tenantId: claimText(claims, 'tid') ?? target.tenantId,
		clientId: claimText(claims, 'appid') ?? claimText(claims, 'azp') ?? credential.clientId,
	};
}
