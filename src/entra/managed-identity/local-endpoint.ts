// Common parts of the identity endpoints of Azure's platforms.
import { describeForeignAnswer } from '../../http/failure-hints.js';
import { asText, type JsonObject, parseJsonObject } from '../../http/json.js';
import { RETRY_RULES, type RetryRules, retryDelayMs } from '../../http/retry-policy.js';
import { advisingWait, send } from '../../http/send.js';
import { TransportError } from '../../http/transport-error.js';
import type { HttpRequest, HttpResponse } from '../../ports.js';
import type { SecretText } from '../../secret-text.js';
import { expiryOf } from '../claims.js';
import type { AccessToken, SignInContext } from '../credential.js';
import { asToken } from '../token-request.js';
import {
	type AskedIdentity,
	type IdentityRequest,
	identityError,
	refusedIdentityError,
	unreachableIdentityError,
} from './identity-error.js';

/** Whether this is an http(s) address on this machine, by loopback or link-local address, without credentials. */
export function isOnMachine(url: string): boolean {
	if (!URL.canParse(url)) return false;
	const { protocol, hostname, username, password } = new URL(url);
	const isLocal = /^(?:localhost|127\.\d+\.\d+\.\d+|169\.254\.\d+\.\d+|\[::1\])$/.test(hostname);
	return isLocal && /^https?:$/.test(protocol) && username === '' && password === '';
}

/** The rules that MSAL has for endpoints other than IMDS: three more attempts, a second apart. */
export const LOCAL_RULES: RetryRules = {
	...RETRY_RULES,
	attempts: 4,
	baseMs: 1_000,
	factor: 1,
	jitter: false,
	statuses: [404, 408, 429, 500, 502, 503, 504],
};

/** Sends without a proxy; an answer that does not come is an error that names the platform. */
export async function sendLocal(
	request: HttpRequest,
	context: SignInContext,
	{ asked, rules }: { readonly asked: AskedIdentity; readonly rules: RetryRules },
): Promise<HttpResponse> {
	return send(request, { ...context, transport: context.localTransport }, { rules }).catch((error: unknown) => {
		if (!(error instanceof TransportError)) throw error;
		throw unreachableIdentityError(error, asked);
	});
}

/** @throws ActionError if the answer is not a token */
export function processIdentityResponse(response: HttpResponse, nowMs: number, asked: AskedIdentity): AccessToken {
	if (response.status !== 200) throw advisingWait(refusedIdentityError(response, asked), response);
	const answer = parseJsonObject(response.body);
	const token = asToken(answer?.['access_token']);
	if (token === undefined) {
		const foreign = describeForeignAnswer(response, 'The endpoint');
		const none = { problem: 'the answer holds no usable token', hint: 'Check that this is an endpoint of Azure.' };
		throw identityError(asked.platform, foreign ?? none);
	}
	return { token, expiresOnSeconds: endOf(answer) ?? expiryOf(token) ?? Math.floor(nowMs / 1000) + 3600 };
}

// Seconds since 1970, as a number or as digits. Older platforms send a date: then the token says it, else an hour is assumed.
function endOf(answer: JsonObject | undefined): number | undefined {
	const digits = asText(String(answer?.['expires_on'] ?? ''), /^\d{1,12}$/);
	return digits === undefined ? undefined : Number(digits);
}

/** A token of the app's identity; the header keeps other processes' forged requests out. */
export async function getAppServiceToken(
	{ url, header }: { readonly url: string; readonly header: SecretText },
	request: IdentityRequest,
	context: SignInContext,
): Promise<AccessToken> {
	const { clientId, resource } = request;
	const asked = { ...request, platform: 'App Service or Container Apps' } as const;
	const address = new URL(url);
	address.searchParams.set('api-version', '2019-08-01');
	address.searchParams.set('resource', resource);
	if (clientId !== undefined) address.searchParams.set('client_id', clientId);
	const message = { method: 'GET', url: address.href, headers: { 'x-identity-header': header } } as const;
	const response = await sendLocal(message, context, { asked, rules: LOCAL_RULES });
	return processIdentityResponse(response, context.clock.nowMs(), asked);
}

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
	const state = {
		outcome: first,
		attempt: 1,
		nowMs: clock.nowMs(),
		deadlineMs,
		randomFraction: 0,
		transient: false,
	};
	const delayMs = retryDelayMs({ ...state, rules: UPDATING_RULES });
	if (delayMs === undefined) return first;
	await clock.sleep(delayMs);
	return sendLocal(request, context, { asked, rules: UPDATING_RULES });
}
