// From a credential to an access token, whatever the way to sign in.
import { claimText, decodeClaims, describeClaims } from './claims.js';
import { type Credential, methodOf } from './methods.js';
import type { SignInContext, SignInTarget } from './sign-in-method.js';
import type { AccessToken } from './token-request.js';

/**
 * A token for the target's scope, masked.
 * @throws ActionError with advice where the sign-in is refused or gets no answer
 */
export async function signIn(
	credential: Credential,
	target: SignInTarget,
	context: SignInContext,
): Promise<AccessToken> {
	const accessToken = await methodOf(credential).getToken(credential, target, context);
	context.mask(accessToken.token);
	for (const line of describeClaims(accessToken.token)) context.log.debug(line);
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
