// What the identity endpoints of Azure's platforms have in common.
import { describeForeignAnswer } from '../../http/foreign-answer.js';
import { asText, type JsonObject, parseJsonObject } from '../../http/json.js';
import { RETRY_RULES, type RetryRules } from '../../http/retry-policy.js';
import { send } from '../../http/send.js';
import { TransportError } from '../../http/transport-error.js';
import { advisingWait } from '../../http/unmet-wait.js';
import type { HttpRequest, HttpResponse } from '../../ports.js';
import { expiryOf } from '../claims.js';
import type { SignInContext } from '../sign-in-method.js';
import { type AccessToken, asToken } from '../token-request.js';
import { type AskedIdentity, identityError, refusedIdentityError, unreachableIdentityError } from './identity-error.js';

/** Is this an http(s) address on this machine, by loopback or link-local address, without credentials? */
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

/** @throws ActionError where the answer is no token */
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
