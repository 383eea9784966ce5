// GitHub OIDC: the job's own identity, no stored secret.
// https://docs.github.com/actions/reference/security/oidc
import { ActionError, checkAll } from '../../errors.js';
import { parseJsonObject } from '../../http/json.js';
import { send } from '../../http/send.js';
import { TransportError } from '../../http/transport-error.js';
import { SecretText } from '../../secret-text.js';
import { exchangeFederatedToken } from '../federated-token.js';
import { TOKEN_VARIABLE, URL_VARIABLE } from '../id-token-permission.js';
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

/** Each exchange takes a fresh ID token: one lives about five minutes. */
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
	getToken: async (credential, target, context) => {
		const idToken = await getIdToken(credential.request, target.oidcAudience, context);
		await context.mask(idToken);
		return exchangeFederatedToken({ clientId: credential.clientId, idToken }, target, context);
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
		hint: 'Add "permissions: id-token: write" to the job. Pull requests from forks never get it.',
	});
}

async function getIdToken(request: IdTokenRequest, audience: string, context: SignInContext): Promise<SecretText> {
	const url = new URL(request.url);
	url.searchParams.set('audience', audience);
	const headers = { authorization: new SecretText(`Bearer ${request.token.reveal()}`) };
	const response = await send({ method: 'GET', url: url.href, headers }, context).catch((error: unknown) => {
		if (!(error instanceof TransportError)) throw error;
		throw idTokenError(`${error.message}.`, error);
	});
	if (response.status !== 200) throw idTokenError(`HTTP ${response.status}.`);
	const idToken = asToken(parseJsonObject(response.body)?.['value']);
	if (idToken === undefined) throw idTokenError('the answer holds no ID token.');
	return idToken;
}

function idTokenError(problem: string, cause?: unknown): ActionError {
	return new ActionError({
		code: 'ID_TOKEN_NOT_GIVEN',
		title: 'GitHub gave no ID token',
		subject: 'ID token of GitHub',
		problem,
		hint: 'Run the job again later; see https://www.githubstatus.com.',
		cause,
	});
}
