// The token endpoint of the Microsoft identity platform, version 2: request and judgement of its answer.
// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
import { asText, type JsonObject, parseJsonObject } from '../http/json.js';
import { advisingWait, type RequestSource, type SendContext, send } from '../http/send.js';
import type { HttpRequest, HttpResponse } from '../ports.js';
import { SecretText } from '../secret-text.js';
import type { FormFields } from './client-assertion.js';
import type { AccessToken, SignInContext, SignInTarget } from './credential.js';
import type { RefusedSignIn } from './token-error.js';
import { readRefusal } from './token-response-error.js';

/** A tenant at its login host. */
export interface TenantAddress {
	readonly authorityHost: string;
	readonly tenantId: string | undefined;
}

/** The address of a tenant at its login host, without a slash at its end. */
export function authorityOf({ authorityHost, tenantId }: TenantAddress): string {
	// Every caller that asks an authority needs a tenant, and was given one (`needsTenant`).
	return `${authorityHost}/${encodeURIComponent(String(tenantId))}`;
}

/** The address at which an authority gives tokens; it is the audience of a client assertion, too. */
export function tokenEndpoint(authority: string): string {
	return `${authority}/oauth2/v2.0/token`;
}

/** The request for a token. */
export function tokenRequest(authority: string, fields: FormFields): HttpRequest {
	return formRequest(tokenEndpoint(authority), fields);
}

/** A form, sent to an endpoint of the authority. */
export function formRequest(url: string, fields: FormFields): HttpRequest {
	const form = new URLSearchParams();
	for (const [name, value] of Object.entries(fields)) {
		form.set(name, value instanceof SecretText ? value.reveal() : value);
	}
	return {
		method: 'POST',
		url,
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new SecretText(form.toString()),
	};
}

/**
 * The token that the endpoint gave.
 * @throws ActionError with advice if it refused, or gave what is not a token
 */
export async function processTokenResponse(
	response: HttpResponse,
	nowMs: number,
	attempt: RefusedSignIn,
): Promise<AccessToken> {
	const token = response.status === 200 ? decodeToken(parseJsonObject(response.body), nowMs) : undefined;
	return token ?? refuseAnswer(response, attempt);
}

/** The token of an answer; undefined if it holds none. */
function decodeToken(answer: JsonObject | undefined, nowMs: number): AccessToken | undefined {
	const token = asToken(answer?.['access_token']);
	const lifeSeconds = asSeconds(answer?.['expires_in']);
	if (token === undefined || lifeSeconds === undefined) return undefined;
	return { token, expiresOnSeconds: Math.floor(nowMs / 1000) + lifeSeconds };
}

/** A token, which becomes a header's value: anything but visible ASCII is refused. */
export function asToken(value: unknown): SecretText | undefined {
	const text = asText(value, /^[\x21-\x7e]+$/);
	return text === undefined ? undefined : new SecretText(text);
}

// A number here, a string of digits in the answers of managed identity endpoints.
function asSeconds(value: unknown): number | undefined {
	if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return Math.floor(value);
	const digits = asText(value, /^\d{1,9}$/);
	return digits === undefined ? undefined : Number(digits);
}

/** @throws ActionError with advice if there is no answer */
export async function askAuthority(
	request: RequestSource,
	attempt: RefusedSignIn,
	context: SendContext,
): Promise<HttpResponse> {
	return send(request, context, { isTransient: isTransientRefusal }).catch(async (error: unknown) => {
		const { unreachableAuthorityError } = await loadErrors();
		throw unreachableAuthorityError(error, attempt);
	});
}

/** @throws ActionError with advice, always: the answer is not what was asked for */
export async function refuseAnswer(response: HttpResponse, attempt: RefusedSignIn): Promise<never> {
	const { refusedSignInError, unusableAnswerError } = await loadErrors();
	if (response.status === 200) throw unusableAnswerError(response, attempt);
	throw advisingWait(refusedSignInError(response, attempt), response);
}

// Long, and most runs never need it.
function loadErrors() {
	return import('./token-error.js');
}

/** The client that asks, the form's fields, and what helps to understand a refusal. */
export interface TokenExchange {
	readonly clientId: string;
	/** Made anew for each attempt if it is a function: an assertion proves something once. */
	readonly fields: FormFields | (() => Promise<FormFields>);
	readonly notes?: RefusedSignIn['notes'];
	readonly tokenName?: RefusedSignIn['tokenName'];
	/** Left out for a token that the step does not sign in with. */
	readonly way?: RefusedSignIn['way'];
}

/** @throws ActionError with advice if the token is refused or there is no answer */
export async function exchangeToken(
	{ clientId, fields, notes = [], tokenName, way }: TokenExchange,
	target: SignInTarget,
	context: SignInContext,
): Promise<AccessToken> {
	const attempt: RefusedSignIn = { authority: authorityOf(target), clientId, notes, tokenName, way };
	const request = (own: FormFields): HttpRequest =>
		tokenRequest(attempt.authority, { client_id: clientId, scope: target.scope, ...own });
	const source = typeof fields === 'function' ? async () => request(await fields()) : request(fields);
	const response = await askAuthority(source, attempt, context);
	return processTokenResponse(response, context.clock.nowMs(), attempt);
}

/** AADSTS codes that pass by themselves (protocol description of the v2 endpoint's error codes). */
export const TRANSIENT_AADSTS: readonly number[] = [50033, 90024, 90033, 50196];

/** Whether this refusal passes by itself, whatever its status. */
export function isTransientRefusal(response: HttpResponse): boolean {
	if (response.status < 400) return false;
	const { error, errorCode } = readRefusal(response);
	return error === 'temporarily_unavailable' || (errorCode !== undefined && TRANSIENT_AADSTS.includes(errorCode));
}
