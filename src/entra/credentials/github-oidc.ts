// GitHub OIDC: the job's own identity, no stored secret.
// https://docs.github.com/actions/reference/security/oidc
import { ActionError, checkAll } from '../../errors.js';
import { parseJsonObject } from '../../http/json.js';
import { send } from '../../http/send.js';
import { TransportError } from '../../http/transport-error.js';
import { advisingWait } from '../../http/unmet-wait.js';
import { SecretText } from '../../secret-text.js';
import { exchangeFederatedToken } from '../federated-token.js';
import { idTokenRefusedError, unreachableIssuerError } from '../id-token-error.js';
import { PERMISSION_HINT, TOKEN_VARIABLE, URL_VARIABLE } from '../id-token-permission.js';
import { requiredClientId } from '../required.js';
import type { CredentialBase, SignInContext, SignInMethod } from '../sign-in-method.js';
import { asToken } from '../token-request.js';

/** An application that trusts tokens of this repository's jobs, and where the job gets one. */
export interface GitHubOidcCredential extends CredentialBase {
	readonly kind: 'github-oidc';
	readonly clientId: string;
	readonly request: IdTokenRequest;
}

/** The two variables that a job with the permission has. */
export interface IdTokenRequest {
	/** The runner's address for ID tokens, with a query already. */
	readonly url: string;
	readonly token: SecretText;
}

/** An ID token is valid for about five minutes: each sign-in takes a fresh one. */
export const githubOidcMethod: SignInMethod<GitHubOidcCredential> = {
	needsTenant: true,
	isRenewable: true,
	waitsForPerson: false,
	makeCredential: ({ inputs, reason, variable }) => ({
		kind: 'github-oidc',
		reason,
		tenantId: inputs.tenantId?.value,
		...checkAll({
			clientId: () => requiredClientId(inputs),
			request: () => idTokenRequest(variable),
		}),
	}),
	secretsOf: ({ request }) => [request.token],
	getToken: (credential, target, context) => {
		const getProof = (): Promise<SecretText> => getIdToken(credential.request, target.oidcAudience, context);
		return exchangeFederatedToken({ clientId: credential.clientId, getProof, way: credential }, target, context);
	},
};

function idTokenRequest(variable: SignInContext['variable']): IdTokenRequest {
	const url = variable(URL_VARIABLE);
	const token = variable(TOKEN_VARIABLE);
	if (url !== undefined && URL.canParse(url) && token !== undefined) return { url, token: new SecretText(token) };
	throw new ActionError({
		code: 'ID_TOKEN_NOT_PERMITTED',
		title: 'No ID token for this job',
		subject: 'github-oidc',
		problem: 'the job may not ask for an ID token.',
		hint: `${PERMISSION_HINT}. Pull requests from forks never get an ID token.`,
	});
}

async function getIdToken(request: IdTokenRequest, audience: string, context: SignInContext): Promise<SecretText> {
	const url = new URL(request.url);
	url.searchParams.set('audience', audience);
	const headers = { authorization: new SecretText(`Bearer ${request.token.reveal()}`) };
	const response = await send({ method: 'GET', url: url.href, headers }, context).catch((error: unknown) => {
		if (!(error instanceof TransportError)) throw error;
		throw unreachableIssuerError(error, url.host);
	});
	const idToken = response.status === 200 ? asToken(parseJsonObject(response.body)?.['value']) : undefined;
	if (idToken === undefined) throw advisingWait(idTokenRefusedError(response, url.host), response);
	return idToken;
}
