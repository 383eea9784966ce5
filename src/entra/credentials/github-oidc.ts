// GitHub OIDC: the job's own identity, no stored secret.
// https://docs.github.com/actions/reference/security/oidc
import { ActionError, checkAll } from '../../errors.js';
import { describeForeignAnswer, describeForeignRefusal, hintForFailure, type Place } from '../../http/failure-hints.js';
import { parseJsonObject } from '../../http/json.js';
import { advisingWait, send } from '../../http/send.js';
import { TransportError } from '../../http/transport-error.js';
import { requiredClientId } from '../../input/sign-in-inputs.js';
import type { HttpResponse } from '../../ports.js';
import { SecretText } from '../../secret-text.js';
import {
	type Credential,
	type CredentialSource,
	describeWay,
	PERMISSION_HINT,
	type SignInContext,
	TOKEN_VARIABLE,
	URL_VARIABLE,
} from '../credential.js';
import { exchangeFederatedToken } from '../federated-token.js';
import { asToken } from '../token-request.js';

/** The two variables that a job with the permission has. */
export interface IdTokenRequest {
	/** The runner's address for ID tokens, with a query already. */
	readonly url: string;
	readonly token: SecretText;
}

/**
 * The credential of an application that trusts tokens of this repository's jobs. An ID token is valid for about five minutes:
 * each sign-in takes a fresh one.
 * @throws ActionErrors that name each input that is missing, and the permission
 */
export function makeGitHubOidc(source: CredentialSource): Credential {
	const { inputs, variable } = source;
	const { clientId, request } = checkAll({
		clientId: () => requiredClientId(inputs),
		request: () => idTokenRequest(variable),
	});
	const way = describeWay('github-oidc', source, { tenantId: inputs.tenantId, clientId: inputs.clientId });
	return {
		...way,
		tenantId: inputs.tenantId?.value,
		clientId,
		secrets: [request.token],
		needsTenant: true,
		isRenewable: true,
		waitsForPerson: false,
		getToken: (target, context) => {
			const getProof = (): Promise<SecretText> => getIdToken(request, target.oidcAudience, context);
			return exchangeFederatedToken({ clientId, getProof, way }, target, context);
		},
	};
}

function idTokenRequest(variable: SignInContext['variable']): IdTokenRequest {
	const url = variable(URL_VARIABLE);
	const token = variable(TOKEN_VARIABLE);
	if (url !== undefined && URL.canParse(url) && token !== undefined) return { url, token: new SecretText(token) };
	throw new ActionError({
		code: 'ID_TOKEN_NOT_PERMITTED',
		title: 'No ID token for this job',
		subject: 'github-oidc',
		problem: 'the job is not allowed to request an ID token.',
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

const NAME = "GitHub's service for ID tokens";

const PLACE: Place = {
	kind: 'network',
	name: NAME,
	hostHint:
		"Check the name resolution of the runner: it must reach GitHub's hosts for ID tokens (*.actions.githubusercontent.com).",
};

/** The error for a request that got no answer. */
function unreachableIssuerError(error: TransportError, host: string): ActionError {
	return idTokenError(host, { problem: error.message, hint: hintForFailure(error, PLACE) }, error);
}

/** The error for an answer that holds no ID token. */
function idTokenRefusedError(response: HttpResponse, host: string): ActionError {
	const { problem, hint } = explain(response);
	const status = response.status === 200 ? '' : ` (HTTP ${response.status})`;
	return idTokenError(host, { problem: `${problem}${status}`, hint });
}

interface Explanation {
	/** A clause without a full stop. */
	readonly problem: string;
	readonly hint: string;
}

const LATER = 'Run the job again later; see https://www.githubstatus.com.';

function explain(response: HttpResponse): Explanation {
	const { status } = response;
	if (status === 401) {
		return {
			problem: 'the request token of the job was not accepted',
			hint: 'It expires after about six hours: run this action earlier in the job, or in a job of its own.',
		};
	}
	if (status === 408 || status === 429 || status >= 500)
		return { problem: 'the service is busy or failing', hint: LATER };
	const foreign = (status === 200 ? describeForeignAnswer : describeForeignRefusal)(response, NAME);
	if (foreign !== undefined) return foreign;
	if (status === 200) return { problem: 'the answer holds no ID token', hint: LATER };
	return { problem: 'the request was refused', hint: `Check for a proxy on the way. ${LATER}` };
}

function idTokenError(host: string, { problem, hint }: Explanation, cause?: unknown): ActionError {
	return new ActionError({
		code: 'ID_TOKEN_NOT_GIVEN',
		title: 'GitHub gave no ID token',
		subject: `ID token of GitHub (${host})`,
		problem: `${problem}.`,
		hint,
		cause,
	});
}
