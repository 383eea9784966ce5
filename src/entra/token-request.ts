// The token endpoint of the Microsoft identity platform, version 2: request and judgement of its answer.
// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
import { asText, parseJsonObject } from '../http/json.js';
import type { HttpRequest, HttpResponse } from '../ports.js';
import { SecretText } from '../secret-text.js';
import { readRefusal } from './refusal.js';
import { type RefusedSignIn, refusedSignInError, unusableAnswerError } from './token-error.js';

/** What Entra gave. */
export interface AccessToken {
	readonly token: SecretText;
	/** Instant of its end, in seconds since 1970. */
	readonly expiresOnSeconds: number;
}

/** A form; values that must not be seen are {@link SecretText}. */
export type FormFields = Readonly<Record<string, string | SecretText>>;

/** Where tokens are asked for, and for what. */
export interface TokenTarget {
	readonly authorityHost: string;
	readonly tenantId: string;
	readonly scope: string;
}

/** The request for a token. */
export function tokenRequest(target: TokenTarget, fields: FormFields): HttpRequest {
	const form = new URLSearchParams();
	const all: FormFields = { ...fields, scope: target.scope };
	for (const [name, value] of Object.entries(all)) {
		form.set(name, value instanceof SecretText ? value.reveal() : value);
	}
	return {
		method: 'POST',
		url: `${target.authorityHost}/${encodeURIComponent(target.tenantId)}/oauth2/v2.0/token`,
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new SecretText(form.toString()),
	};
}

/** AADSTS codes that pass by themselves (protocol description of the v2 endpoint's error codes). */
const TRANSIENT_AADSTS: readonly number[] = [50033, 90024, 90033, 50196];

/** Does this refusal pass by itself, whatever its status? */
export function isTransientTokenAnswer(response: HttpResponse): boolean {
	if (response.status < 400) return false;
	const { error, errorCode } = readRefusal(response);
	return error === 'temporarily_unavailable' || (errorCode !== undefined && TRANSIENT_AADSTS.includes(errorCode));
}

/**
 * The token that the endpoint gave.
 * @throws ActionError with advice where it refused, or gave what is no token
 */
export function processTokenResponse(response: HttpResponse, nowMs: number, attempt: RefusedSignIn): AccessToken {
	if (response.status !== 200) throw refusedSignInError(response.status, readRefusal(response), attempt);
	const answer = parseJsonObject(response.body);
	// It becomes a header's value: anything but visible ASCII is refused.
	const token = asText(answer?.['access_token'], /^[\x21-\x7e]+$/);
	const lifeSeconds = asSeconds(answer?.['expires_in']);
	if (token === undefined || lifeSeconds === undefined) throw unusableAnswerError(attempt);
	return { token: new SecretText(token), expiresOnSeconds: Math.floor(nowMs / 1000) + lifeSeconds };
}

// A number here, a string of digits in the answers of managed identity endpoints.
function asSeconds(value: unknown): number | undefined {
	if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return Math.floor(value);
	const digits = asText(value, /^\d{1,9}$/);
	return digits === undefined ? undefined : Number(digits);
}
