// How Microsoft Graph refuses: https://learn.microsoft.com/graph/errors
import { type Answer, jsonAnswer, type ReceivedRequest } from './exchange.js';

/** A request that Graph refuses. */
export class GraphRefusal extends Error {
	readonly status: number;
	readonly code: string;

	constructor(status: number, code: string, message: string) {
		super(message);
		this.status = status;
		this.code = code;
	}

	toAnswer(requestId: string, nowMs: number): Answer {
		const { status, code, message } = this;
		const innerError = {
			date: new Date(nowMs).toISOString().slice(0, 19),
			'request-id': requestId,
			'client-request-id': requestId,
		};
		return jsonAnswer(status, { error: { code, message, innerError } });
	}
}

/** A date as Graph writes it. */
export function formatInstant(ms: number): string {
	return new Date(ms).toISOString().replace(/\.000Z$/, 'Z');
}

/** The body of a change, as an object of JSON. @throws GraphRefusal if it is none */
export function readGraphBody({ headers, body }: ReceivedRequest): Readonly<Record<string, unknown>> {
	if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) {
		throw new GraphRefusal(400, 'Request_BadRequest', 'A content type must be specified: application/json.');
	}
	try {
		const parsed: unknown = JSON.parse(body);
		if (typeof parsed === 'object' && parsed !== null) return { ...parsed };
	} catch {
		// Refused below.
	}
	throw new GraphRefusal(400, 'Request_BadRequest', 'Unable to read JSON request payload.');
}
