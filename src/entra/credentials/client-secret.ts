// Client secret: the application proves itself with a password (RFC 6749 section 2.3.1, sent in the body).
import { checkAll } from '../../errors.js';
import { CLIENT_SECRET, GUID, isVariable } from '../../input/sign-in-inputs.js';
import type { SecretText } from '../../secret-text.js';
import {
	type CredentialBase,
	hasIdTokenPermission,
	required,
	requiredClientId,
	type SignInContext,
	type SignInMethod,
} from '../credential.js';
import type { RefusalNote } from '../token-error.js';
import { exchangeToken } from '../token-request.js';

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
	getToken: (credential, target, context) => {
		const { clientId, clientSecret } = credential;
		const fields = { grant_type: 'client_credentials', client_secret: clientSecret };
		const notes = notesOf(credential, context.variable);
		return exchangeToken({ clientId, fields, notes, way: credential }, target, context);
	},
};

const WRONG = 7000215;
const EXPIRED = 7000222;

function notesOf(
	{ clientSecret, sources }: ClientSecretCredential,
	variable: SignInContext['variable'],
): readonly RefusalNote[] {
	const notes: RefusalNote[] = [];
	if (GUID.test(clientSecret.reveal()))
		notes.push({ errorCodes: [WRONG], text: 'The given client secret is a GUID, as secret IDs are.' });
	const source = sources?.clientSecret;
	if (source !== undefined && isVariable(source)) {
		const text = hasIdTokenPermission(variable)
			? `The secret comes from the variable ${source}, which may be left over: to sign in with the ID token of the job instead, set auth-method: github-oidc.`
			: `The secret comes from the variable ${source}: set it anew there, or set client-secret.`;
		notes.push({ errorCodes: [WRONG, EXPIRED], text });
	}
	return notes;
}
