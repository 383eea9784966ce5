// An error answer of Microsoft Graph, reduced to what may be shown: https://learn.microsoft.com/graph/errors
import { asObject, asText, parseJsonObject } from '../http/json.js';
import type { HttpResponse } from '../ports.js';

/** Parts of an error answer that may be shown: each is checked for its form. */
export interface GraphRefusal {
	readonly status: number;
	/** E.g. `Authorization_RequestDenied`. */
	readonly code: string | undefined;
	/** The message's meaning if the code does not say it. */
	readonly topic: GraphTopic | undefined;
	/** The policy that forbids it. */
	readonly policyId: string | undefined;
	readonly requestId: string | undefined;
}

/** Topics that a message may have under any code. */
export type GraphTopic = 'type-forbidden' | 'life-forbidden' | 'authority-required' | 'too-many-passwords';

// Policies and limits were seen under codes of their own and under `Request_BadRequest`.
const TOPICS: readonly (readonly [RegExp, GraphTopic])[] = [
	[/\bcredential type not allowed\b/i, 'type-forbidden'],
	[/\bcredential lifetime exceeds the max value allowed\b/i, 'life-forbidden'],
	[/\btrusted ?certificate ?authorit/i, 'authority-required'],
	[/\bonly add a maximum of \d+ (?:passwords|encrypted credentials)\b/i, 'too-many-passwords'],
];

/** Reads an error answer; what is missing or malformed is undefined. */
export function readGraphRefusal(response: HttpResponse): GraphRefusal {
	const error = asObject(parseJsonObject(response.body)?.['error']);
	const inner = asObject(error?.['innerError']);
	const message = messageOf(response);
	const [, policyId] = /\bassigned policy '?([0-9a-f-]{36})\b/i.exec(message) ?? [];
	const [, topic] = TOPICS.find(([pattern]) => pattern.test(message)) ?? [];
	return {
		status: response.status,
		code: asText(error?.['code'], /^[A-Za-z_.]{1,80}$/),
		topic,
		policyId,
		requestId: asText(inner?.['request-id'] ?? response.headers['request-id'], /^[0-9a-z-]{1,64}$/i),
	};
}

/** Whether the answer says that the application has no such password. */
export function saysNoSuchPassword(response: HttpResponse): boolean {
	if (response.status === 404) return true;
	return response.status === 400 && /\bNo password credential found\b/i.test(messageOf(response));
}

// Long enough for every message that is known; an answer may be of 4 MiB.
const MAX_MESSAGE_LENGTH = 4_096;

function messageOf(response: HttpResponse): string {
	const message = asObject(parseJsonObject(response.body)?.['error'])?.['message'];
	return typeof message === 'string' ? message.slice(0, MAX_MESSAGE_LENGTH) : '';
}
