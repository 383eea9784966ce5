// What the identity endpoints of Azure's platforms have in common.
import { ActionError } from '../../errors.js';
import { asText, type JsonObject, parseJsonObject } from '../../http/json.js';
import { RETRY_RULES, type RetryRules } from '../../http/retry-policy.js';
import { send } from '../../http/send.js';
import { TransportError } from '../../http/transport-error.js';
import { advisingWait } from '../../http/unmet-wait.js';
import type { HttpRequest, HttpResponse } from '../../ports.js';
import type { SignInContext } from '../sign-in-method.js';
import { type AccessToken, asToken } from '../token-request.js';

/** What is asked of such an endpoint. */
export interface IdentityRequest {
	/** The user-assigned identity's; undefined for the system-assigned one. */
	readonly clientId: string | undefined;
	/** Version 1's word for a scope, without `/.default`. */
	readonly resource: string;
}

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
	{ platform, rules }: { readonly platform: string; readonly rules: RetryRules },
): Promise<HttpResponse> {
	return send(request, { ...context, transport: context.localTransport }, { rules }).catch((error: unknown) => {
		if (!(error instanceof TransportError)) throw error;
		throw identityError(
			platform,
			`${error.message}.`,
			'Is this runner a machine in Azure that has a managed identity?',
			error,
		);
	});
}

/** @throws ActionError where the answer is no token */
export function processIdentityResponse(response: HttpResponse, nowMs: number, platform: string): AccessToken {
	const answer = parseJsonObject(response.body);
	if (response.status !== 200) throw advisingWait(refused(response.status, answer, platform), response);
	const token = asToken(answer?.['access_token']);
	if (token === undefined)
		throw identityError(platform, 'the answer holds no usable token.', 'Is this the endpoint of Azure?');
	return { token, expiresOnSeconds: endOf(answer, nowMs) };
}

// Seconds since 1970, as a number or as digits; older platforms send a date, and then an hour is assumed.
function endOf(answer: JsonObject | undefined, nowMs: number): number {
	const digits = asText(String(answer?.['expires_on'] ?? ''), /^\d{1,12}$/);
	return digits === undefined ? Math.floor(nowMs / 1000) + 3600 : Number(digits);
}

function refused(status: number, answer: JsonObject | undefined, platform: string): ActionError {
	const code = asText(answer?.['error'], /^[A-Za-z0-9_]{1,40}$/);
	const codes = code === undefined ? `HTTP ${status}` : `HTTP ${status}, ${code}`;
	const hint =
		status === 400
			? 'The machine has no such identity: assign one, and set client-id to it where it is user-assigned.'
			: 'Assign a managed identity to the machine, wait some minutes, and run the job again.';
	return identityError(platform, `refused (${codes}).`, hint);
}

/** The error for what an identity endpoint did. */
export function identityError(platform: string, problem: string, hint: string, cause?: unknown): ActionError {
	return new ActionError({
		code: 'MANAGED_IDENTITY_FAILED',
		title: 'No token from the managed identity',
		subject: `Managed identity (${platform})`,
		problem,
		hint,
		cause,
	});
}
