// Access token: the workflow has one already.
import { ActionError } from '../../errors.js';
import { invalidInput } from '../../input/scalars.js';
import type { SecretText } from '../../secret-text.js';
import { claimText, decodeClaims } from '../claims.js';
import { type CredentialBase, missing, type SignInMethod } from '../credential.js';
import { asToken } from '../token-request.js';

/** A token for the vault's audience. */
export interface AccessTokenCredential extends CredentialBase {
	readonly kind: 'access-token';
	readonly accessToken: SecretText;
}

/** The token is used as it is: nothing is asked of Entra, and a refused one cannot be renewed. */
export const accessTokenMethod: SignInMethod<AccessTokenCredential> = {
	needsTenant: false,
	isRenewable: false,
	waitsForPerson: false,
	makeCredential: ({ inputs, reason }) => {
		if (inputs.accessToken === undefined) throw missing('access-token', 'Set it.');
		const accessToken = asToken(inputs.accessToken.reveal());
		if (accessToken === undefined)
			throw invalidInput('access-token', 'contains spaces or line breaks, which a token never does.');
		const claims = decodeClaims(accessToken);
		return {
			kind: 'access-token',
			reason,
			tenantId: claimText(claims, 'tid'),
			clientId: claimText(claims, 'appid') ?? claimText(claims, 'azp'),
			accessToken,
		};
	},
	secretsOf: ({ accessToken }) => [accessToken],
	getToken: async ({ accessToken }, _target, { clock }) => {
		const exp = decodeClaims(accessToken)?.['exp'];
		if (typeof exp === 'number' && exp * 1000 <= clock.nowMs()) throw expired();
		return { token: accessToken, expiresOnSeconds: typeof exp === 'number' ? exp : Number.POSITIVE_INFINITY };
	},
};

function expired(): ActionError {
	return new ActionError({
		code: 'ACCESS_TOKEN_EXPIRED',
		title: 'The access token has expired',
		subject: 'access-token',
		problem: 'has expired.',
		hint: 'Get it in the same job, right before this step.',
	});
}
