// An error answer of the token endpoint, reduced to what may be shown.
import { asText, parseJsonObject } from '../http/json.js';
import type { HttpResponse } from '../ports.js';

/** Name of the service. */
export const ENTRA = 'Microsoft Entra ID';

/** Parts of a refusal that may be shown: its service's own codes and IDs, each checked for its form. */
export interface Refusal {
	/** OAuth 2.0 error code (RFC 6749 section 5.2). */
	readonly error: string | undefined;
	/** The number after `AADSTS`. */
	readonly errorCode: number | undefined;
	readonly correlationId: string | undefined;
}

/** Reads an error answer; what is missing or malformed is undefined. */
export function readRefusal(response: HttpResponse): Refusal {
	const answer = parseJsonObject(response.body);
	const codes = answer?.['error_codes'];
	const listed: unknown = Array.isArray(codes) ? codes[0] : undefined;
	const written = /^AADSTS(\d{4,8})\b/.exec(asText(answer?.['error_description'], /^AADSTS/) ?? '');
	return {
		error: asText(answer?.['error'], /^[a-z_]{1,40}$/),
		errorCode: typeof listed === 'number' ? listed : written === null ? undefined : Number(written[1]),
		correlationId: asText(answer?.['correlation_id'], /^[0-9a-f-]{36}$/i),
	};
}
