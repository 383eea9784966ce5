// Recorded answers of real vaults, and a transport that gives them once more.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpRequest, HttpResponse, Transport } from '../../src/ports.js';

/** The folder of the recordings; undefined if the machine has none. */
export const recordingsFolder = process.env['KEY_VAULT_RECORDINGS'] || undefined;

/** JSON of which nothing is known. */
// biome-ignore lint/suspicious/noExplicitAny: tests compare its members with what they should be.
export type Json = any;

/** One recorded request and its answer. */
export interface Exchange {
	readonly request: { readonly method: string; readonly url: string; readonly body?: Json };
	readonly response: {
		readonly status: number;
		readonly headers: Readonly<Record<string, string>>;
		readonly body: Json;
	};
}

/** The exchanges of one file, in their order. */
export function readRecording(file: string): readonly Exchange[] {
	return JSON.parse(readFileSync(join(recordingsFolder ?? '', file), 'utf8')).exchanges;
}

/** The exchange with this status whose request begins so, e.g. `GET /secrets/`. */
export function findExchange(exchanges: readonly Exchange[], status: number, begin: string): Exchange {
	const found = exchanges.find(
		({ request, response }) =>
			response.status === status && `${request.method} ${new URL(request.url).pathname}`.startsWith(begin),
	);
	if (found === undefined) throw new Error(`no ${begin} with ${status} is recorded`);
	return found;
}

/** An answer as the transport gives it. */
export function toResponse({ response }: Exchange): HttpResponse {
	return { status: response.status, headers: response.headers, body: JSON.stringify(response.body) };
}

/**
 * Answers each request with the next recorded exchange of its method and path: the SDKs that made the recordings used
 * other versions of the API, and a slash at the end.
 */
export function replay(exchanges: readonly Exchange[]): {
	readonly transport: Transport;
	readonly requests: HttpRequest[];
} {
	const left = [...exchanges];
	const requests: HttpRequest[] = [];
	const transport: Transport = async (request) => {
		requests.push(request);
		const index = left.findIndex((one) => addressOf(one.request) === addressOf(request));
		const [found] = index < 0 ? [] : left.splice(index, 1);
		if (found === undefined) throw new Error(`${addressOf(request)} was not recorded`);
		return toResponse(found);
	};
	return { transport, requests };
}

function addressOf({ method, url }: { readonly method: string; readonly url: string }): string {
	const { origin, pathname } = new URL(url);
	return `${method} ${origin}${pathname.replace(/\/$/, '')}`;
}

/** JSON with the kind of each value instead of the value: equal for two answers of the same members. */
export function shapeOf(json: Json): Json {
	if (Array.isArray(json)) return json.map(shapeOf);
	if (typeof json !== 'object' || json === null) return json === null ? 'null' : typeof json;
	const members = Object.entries(json).sort(([one], [other]) => (one < other ? -1 : 1));
	return Object.fromEntries(members.map(([name, value]) => [name, shapeOf(value)]));
}
