// Tokens for an application that proves itself with an assertion which somebody else has signed.
import type { SecretText } from '../secret-text.js';
import { describeClaims } from './claims.js';
import { assertionFields } from './client-assertion.js';
import { exchangeToken } from './exchange-token.js';
import type { SignInContext, SignInTarget } from './sign-in-method.js';
import type { RefusalNote } from './token-error.js';
import type { AccessToken } from './token-request.js';

/** An application and its proof. */
export interface MintOrder {
	readonly clientId: string;
	/** Good for as many scopes as it lives to see. */
	readonly assertion: SecretText;
	/** Which token it is, for errors. */
	readonly token: string;
	readonly notes: readonly RefusalNote[];
}

/**
 * A token for the target's scope, masked.
 * @throws ActionError with advice where it is refused or there is no answer
 */
export async function mintToken(
	{ clientId, assertion, token, notes }: MintOrder,
	target: SignInTarget,
	context: SignInContext,
): Promise<AccessToken> {
	const fields = assertionFields(assertion);
	const accessToken = await exchangeToken({ clientId, fields, token, notes }, target, context);
	await context.mask(accessToken.token);
	context.log.debug(() => describeClaims(accessToken.token));
	return accessToken;
}
