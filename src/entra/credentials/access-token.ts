// Access token: the workflow has one already.
import { ActionError } from '../../errors.js';
import { invalidInput } from '../../input/scalars.js';
import { missing } from '../../input/sign-in-inputs.js';
import { claimText, decodeClaims } from '../claims.js';
import { type Credential, type CredentialSource, describeWay } from '../credential.js';
import { asToken } from '../token-request.js';

/**
 * A token for the vault's audience. It is used as it is: nothing is asked of Entra, and a refused one
 * cannot be renewed.
 * @throws ActionError if it is missing or is not a token
 */
export function makeAccessToken(source: CredentialSource): Credential {
	const { accessToken: given } = source.inputs;
	if (given === undefined) throw missing('access-token', 'Set it.');
	const token = asToken(given.reveal());
	if (token === undefined)
		throw invalidInput(
			'access-token',
			'the value contains spaces or line breaks, which a token never does.',
			'Set the token alone, without "Bearer" before it.',
		);
	const claims = decodeClaims(token);
	return {
		...describeWay('access-token', source, {}),
		tenantId: claimText(claims, 'tid'),
		clientId: claimText(claims, 'appid') ?? claimText(claims, 'azp'),
		secrets: [token],
		needsTenant: false,
		isRenewable: false,
		waitsForPerson: false,
		getToken: async (_target, { clock }) => {
			const exp = claims?.['exp'];
			if (typeof exp === 'number' && exp * 1000 <= clock.nowMs()) throw expired();
			return { token, expiresOnSeconds: typeof exp === 'number' ? exp : Number.POSITIVE_INFINITY };
		},
	};
}

function expired(): ActionError {
	return new ActionError({
		code: 'ACCESS_TOKEN_EXPIRED',
		title: 'The access token has expired',
		subject: 'access-token',
		problem: 'the token has expired.',
		hint: 'Get it in the same job, right before this step.',
	});
}
