// The emulator's services without sockets: a request of the action in, an answer out.
import type { HttpRequest, HttpResponse } from '../../src/ports.js';
import { SecretText } from '../../src/secret-text.js';
import type { Answer, ReceivedRequest } from './exchange.js';

/** Has the services answer a request at an instant, in milliseconds since 1970. */
export function serveInMemory(
	request: HttpRequest,
	serve: (received: ReceivedRequest) => Answer,
	nowMs: number,
): HttpResponse {
	const { status, headers, body } = serve(receive(request));
	return { status, headers: { date: new Date(nowMs).toUTCString(), ...headers }, body: String(body) };
}

function receive({ method, url, headers, body }: HttpRequest): ReceivedRequest {
	const { host, pathname, searchParams } = new URL(url);
	const revealed = Object.entries(headers).map(([name, value]) => [name, reveal(value)]);
	return {
		method,
		host,
		path: pathname,
		query: searchParams,
		headers: Object.fromEntries(revealed),
		body: body === undefined ? '' : reveal(body),
	};
}

function reveal(value: string | SecretText): string {
	return value instanceof SecretText ? value.reveal() : value;
}
