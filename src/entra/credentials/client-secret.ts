// Client secret: the application proves itself with a password (RFC 6749 section 2.3.1, sent in the body).
import { checkAll } from '../../errors.js';
import { CLIENT_SECRET, GUID } from '../../input/sign-in-inputs.js';
import type { SecretText } from '../../secret-text.js';
import { exchangeToken } from '../exchange-token.js';
import { required, requiredClientId } from '../required.js';
import type { CredentialBase, SignInMethod } from '../sign-in-method.js';

/** An application and its password. */
export interface ClientSecretCredential extends CredentialBase {
	readonly kind: 'client-secret';
	readonly clientId: string;
	readonly clientSecret: SecretText;
}

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
export const clientSecretMethod: SignInMethod<ClientSecretCredential> = {
	needsTenant: true,
	isRenewable: true,
	waitsForPerson: false,
	makeCredential: ({ inputs, reason }) => ({
		kind: 'client-secret',
		reason,
		tenantId: inputs.tenantId?.value,
		...checkAll({
			clientId: () => requiredClientId(inputs),
			clientSecret: () => required(inputs.clientSecret, CLIENT_SECRET).value,
		}),
	}),
	secretsOf: ({ clientSecret }) => [clientSecret],
	getToken: ({ clientId, clientSecret }, target, context) => {
		const fields = { grant_type: 'client_credentials', client_secret: clientSecret };
		const looksLikeId = GUID.test(clientSecret.reveal());
		return exchangeToken({ clientId, fields, ...(looksLikeId && { notes: LOOKS_LIKE_ID }) }, target, context);
	},
};

const LOOKS_LIKE_ID = [
	{ errorCodes: [7000215], text: 'The client secret that was given is a GUID, as secret IDs are.' },
];
