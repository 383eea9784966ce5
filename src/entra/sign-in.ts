// From a credential to an access token, whatever the way to sign in.

import { type SendContext, send } from '../http/send.js';
import { GUID, type SignInInputs } from '../input/sign-in-inputs.js';
import {
	type ClientSecretCredential,
	clientSecretCredential,
	clientSecretFields,
} from './credentials/client-secret.js';
import { type RefusedSignIn, unreachableAuthorityError } from './token-error.js';
import { type AccessToken, isTransientTokenAnswer, processTokenResponse, tokenRequest } from './token-request.js';

/** How the step proves who it is. */
export type Credential = ClientSecretCredential;

/** Where the token comes from and what it is for. */
export interface SignInTarget {
	readonly authorityHost: string;
	readonly scope: string;
}

/**
 * The credential that the inputs hold.
 * @throws ActionErrors that name each input that is missing
 */
export function chooseCredential(inputs: SignInInputs): Credential {
	return clientSecretCredential(inputs);
}

/**
 * A token for the target's scope.
 * @throws ActionError with advice where the sign-in is refused or gets no answer
 */
export async function signIn(credential: Credential, target: SignInTarget, context: SendContext): Promise<AccessToken> {
	const { tenantId } = credential;
	const attempt: RefusedSignIn = { authorityHost: target.authorityHost, ...describeCredential(credential) };
	const request = tokenRequest({ ...target, tenantId }, clientSecretFields(credential));
	const response = await send(request, context, isTransientTokenAnswer).catch((error: unknown) => {
		throw unreachableAuthorityError(error, attempt);
	});
	return processTokenResponse(response, context.clock.nowMs(), attempt);
}

function describeCredential(credential: Credential): Omit<RefusedSignIn, 'authorityHost'> {
	const { tenantId, clientId, clientSecret } = credential;
	const looksLikeId = GUID.test(clientSecret.reveal());
	return {
		tenantId,
		clientId,
		...(looksLikeId && { suspicion: 'The client secret that was given is a GUID, as secret IDs are.' }),
	};
}
