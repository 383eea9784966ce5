// What an answer is that a service cannot have given: a page of a captive portal, half a body, nothing at all.
import type { HttpResponse } from '../ports.js';

/** What is wrong with an answer, and what to do about it. */
export interface ForeignAnswer {
	/** A clause without a full stop. */
	readonly problem: string;
	/** One or more sentences. */
	readonly hint: string;
}

/** Says why an answer is not one of a service that speaks JSON; undefined if it is JSON. */
export function describeForeignAnswer(
	{ headers, body }: Pick<HttpResponse, 'headers' | 'body'>,
	service: string,
): ForeignAnswer | undefined {
	if (isJson(body)) return undefined;
	const isPage = /^text\/html\b/i.test(headers['content-type'] ?? '') || /^\s*</.test(body);
	if (isPage) {
		return {
			problem: 'the answer is a web page',
			hint: `${service} sends none. A captive portal, a proxy or a firewall on the way answered instead: let the runner reach this host without it.`,
		};
	}
	return {
		problem: body.trim() === '' ? 'the answer is empty' : 'the answer is not JSON',
		hint: `${service} answers in JSON. Check for a proxy or a firewall on the way, then run the job again.`,
	};
}

/** As {@link describeForeignAnswer}, for an answer whose status is a refusal: that needs no body. */
export function describeForeignRefusal(
	response: Pick<HttpResponse, 'headers' | 'body'>,
	service: string,
): ForeignAnswer | undefined {
	return response.body.trim() === '' ? undefined : describeForeignAnswer(response, service);
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
