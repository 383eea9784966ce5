// An error answer of Microsoft Graph, reduced to what may be shown: https://learn.microsoft.com/graph/errors
import { asObject, asText, parseJsonObject } from '../http/json.js';
import type { HttpResponse } from '../ports.js';

/** What of an error answer may be shown: each part checked for its form. */
export interface GraphRefusal {
	readonly status: number;
	/** E.g. `Authorization_RequestDenied`. */
	readonly code: string | undefined;
	/** The policy that forbids it. */
	readonly policyId: string | undefined;
	readonly requestId: string | undefined;
}

/** Reads an error answer; what is missing or malformed is undefined. */
export function readGraphRefusal(response: HttpResponse): GraphRefusal {
	const error = asObject(parseJsonObject(response.body)?.['error']);
	const inner = asObject(error?.['innerError']);
	const [, policyId] = /\bassigned policy '([0-9a-f-]{36})'/i.exec(messageOf(response)) ?? [];
	return {
		status: response.status,
		code: asText(error?.['code'], /^[A-Za-z_.]{1,80}$/),
		policyId,
		requestId: asText(inner?.['request-id'] ?? response.headers['request-id'], /^[0-9a-z-]{1,64}$/i),
	};
}

/** Does the answer say that the application has no such password? */
export function saysNoSuchPassword(response: HttpResponse): boolean {
	if (response.status === 404) return true;
	return response.status === 400 && /\bNo password credential found\b/i.test(messageOf(response));
}

function messageOf(response: HttpResponse): string {
	const message = asObject(parseJsonObject(response.body)?.['error'])?.['message'];
	return typeof message === 'string' ? message : '';
}
