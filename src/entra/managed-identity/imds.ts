// The Instance Metadata Service of virtual machines, scale sets and AKS nodes.
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#retry-guidance
import { RETRY_RULES, type RetryRules, retryDelayMs } from '../../http/retry-policy.js';
import type { HttpRequest, HttpResponse } from '../../ports.js';
import type { SignInContext } from '../sign-in-method.js';
import type { AccessToken } from '../token-request.js';
import type { AskedIdentity, IdentityRequest } from './identity-error.js';
import { processIdentityResponse, sendLocal } from './local-endpoint.js';

/** Waits of 2, 4, 8, 16 s, as documented; 404 means that the service is starting. */
const IMDS_RULES: RetryRules = {
	...RETRY_RULES,
	baseMs: 2_000,
	jitter: false,
	statuses: [404, 408, 429, 500, 501, 502, 503, 504, 505],
};

/** 410 means that the service is being updated, which takes up to 70 s: seven waits, the one after the first 410 included. */
const UPDATING_RULES: RetryRules = {
	...IMDS_RULES,
	attempts: 7,
	baseMs: 10_000,
	factor: 1,
	statuses: [...IMDS_RULES.statuses, 410],
};

/** A token of the machine's identity. */
export async function getImdsToken(
	{ url }: { readonly url: string },
	asking: IdentityRequest,
	context: SignInContext,
): Promise<AccessToken> {
	const { clientId, resource } = asking;
	const asked = { ...asking, platform: 'IMDS' } as const;
	const query = new URLSearchParams({ 'api-version': '2018-02-01', resource });
	if (clientId !== undefined) query.set('client_id', clientId);
	const request = {
		method: 'GET',
		url: `${url}/metadata/identity/oauth2/token?${query}`,
		headers: { metadata: 'true' },
	} as const;
	const first = await sendLocal(request, context, { asked, rules: IMDS_RULES });
	const response = first.status === 410 ? await waitForUpdate({ request, first, asked }, context) : first;
	return processIdentityResponse(response, context.clock.nowMs(), asked);
}

interface Updating {
	readonly request: HttpRequest;
	readonly first: HttpResponse;
	readonly asked: AskedIdentity;
}

async function waitForUpdate({ request, first, asked }: Updating, context: SignInContext): Promise<HttpResponse> {
	const { clock, deadlineMs } = context;
	const question = {
		outcome: first,
		attempt: 1,
		nowMs: clock.nowMs(),
		deadlineMs,
		randomFraction: 0,
		transient: false,
	};
	const delayMs = retryDelayMs({ ...question, rules: UPDATING_RULES });
	if (delayMs === undefined) return first;
	await clock.sleep(delayMs);
	return sendLocal(request, context, { asked, rules: UPDATING_RULES });
}
