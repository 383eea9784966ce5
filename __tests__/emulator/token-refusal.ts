// How Entra's endpoints refuse: an OAuth error with Entra's own number.
// https://learn.microsoft.com/entra/identity-platform/reference-error-codes
import { randomUUID } from 'node:crypto';
import { type Answer, jsonAnswer, type ReceivedRequest } from './exchange.js';

/** Contents of a refusal. */
export interface RefusalParts {
	readonly status?: number;
	/** RFC 6749 §5.2, RFC 8628 §3.5. */
	readonly error: string;
	/** The number after `AADSTS`. */
	readonly code: number;
	readonly text: string;
}

/** A request that Entra refuses. */
export class TokenRefusal extends Error {
	readonly parts: RefusalParts;

	constructor(parts: RefusalParts) {
		super(parts.text);
		this.parts = parts;
	}

	toAnswer({ headers, host }: ReceivedRequest): Answer {
		const { status = 400, error, code, text } = this.parts;
		const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`;
		const traceId = randomUUID();
		const correlationId = headers['client-request-id'] ?? randomUUID();
		const lines = [
			`AADSTS${code}: ${text} Trace ID: ${traceId}`,
			`Correlation ID: ${correlationId}`,
			`Timestamp: ${timestamp}`,
		];
		const body = {
			error,
			error_description: lines.join('\r\n'),
			error_codes: [code],
			timestamp,
			trace_id: traceId,
			correlation_id: correlationId,
			error_uri: `https://${host}/error?code=${code}`,
		};
		return jsonAnswer(status, body, { 'cache-control': 'no-store, no-cache', 'x-ms-request-id': traceId });
	}
}

/** A field of a form. @throws TokenRefusal if it is missing or empty */
export function required(form: URLSearchParams, name: string): string {
	const value = form.get(name);
	if (value !== null && value !== '') return value;
	const text = `The request body must contain the following parameter: '${name}'.`;
	throw new TokenRefusal({ error: 'invalid_request', code: 900144, text });
}

/** Returns the refusal of a client that has not proved itself. */
export function invalidClient(code: number, text: string): TokenRefusal {
	return new TokenRefusal({ status: 401, error: 'invalid_client', code, text });
}
