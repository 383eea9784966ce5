// Faults that can befall one exchange between the action and a service.
import { gzipSync } from 'node:zlib';
import { classifyFailure, TransportError } from '../../src/http/transport-error.js';
import type { HttpRequest, HttpResponse } from '../../src/ports.js';
import { SecretText } from '../../src/secret-text.js';
import { response } from '../support/make-ports.js';

/** A request that something befalls. */
export interface Struck {
	readonly request: HttpRequest;
	/** Returns the service's answer. */
	readonly serve: () => HttpResponse;
	readonly timeoutMs: number;
	readonly nowMs: () => number;
	/** Lets time pass. */
	readonly advance: (ms: number) => void;
}

/** Function that returns the outcome of the request. @throws TransportError if no whole answer comes */
export type Befall = (struck: Struck) => HttpResponse;

/** A host that nothing may ever be sent to. */
export const ELSEWHERE = 'https://elsewhere.example';

const HOUR_SECONDS = 3_600;

function socketError(code: string, message = `connect ${code}`): Befall {
	return () => {
		throw classifyFailure(Object.assign(new Error(message), { code }));
	};
}

function failing(message: string, failure: TransportError['failure']): Befall {
	return () => {
		throw new TransportError(message, { failure });
	};
}

function slow(ms: number): Befall {
	return ({ serve, timeoutMs, advance }) => {
		advance(Math.min(ms, timeoutMs));
		if (ms < timeoutMs) return serve();
		throw new TransportError('no whole answer came', { failure: 'time-out' });
	};
}

/** Everything that a request holds, as careless services and proxies repeat it. */
export function repeat({ method, url, headers, body }: HttpRequest): string {
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${reveal(value)}`);
	return [`${method} ${url}`, ...lines, body === undefined ? '' : reveal(body)].join('\n');
}

function reveal(value: string | SecretText): string {
	return value instanceof SecretText ? value.reveal() : value;
}

/** An answer in the form of every service's errors at once, which repeats the request wherever there is a text. */
function status(code: number, headers: Readonly<Record<string, string>> = {}): Befall {
	return ({ request }) => {
		const said = repeat(request);
		const inner = { code: said, 'request-id': said };
		const error = { code: said, message: said, innererror: inner, innerError: inner };
		const body = { error, error_description: said, error_codes: [said], correlation_id: said, message: said };
		const line = said.replaceAll('\n', ' ');
		return response(code, body, { 'x-ms-request-id': line, 'request-id': line, server: line, ...headers });
	};
}

const busy =
	(retryAfter: (nowMs: number) => string): Befall =>
	(struck) =>
		status(429, { 'retry-after': retryAfter(struck.nowMs()) })(struck);

const page = ({ request }: Struck): string => `<html><body><h1>Sign in</h1><pre>${repeat(request)}</pre></body></html>`;

/** The service's own answer with another body. */
function instead(body: string | object): Befall {
	return () => response(200, body, { 'content-type': 'application/json' });
}

// Texts as numbers, numbers as texts, objects as lists.
function changeTypes(value: unknown): unknown {
	if (typeof value === 'string') return value.length;
	if (typeof value === 'object' && value !== null) return Object.values(value).map(changeTypes);
	return `${value}`;
}

// A body that gunzip would turn into 64 MiB; the transport asks for nothing packed, and unpacks nothing.
const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024)).toString('utf8');

/** Faults of the network: no whole answer comes, or it comes late. */
export const NETWORK_FAULTS = {
	'connection refused': socketError('ECONNREFUSED'),
	'reset before the answer': socketError('ECONNRESET', 'socket hang up'),
	'reset during the answer': socketError('ECONNRESET', 'aborted'),
	'body cut off': socketError('ECONNRESET', 'aborted'),
	'body that takes 9 s': slow(9_000),
	'body that takes 11 s': slow(11_000),
	silence: slow(Number.POSITIVE_INFINITY),
	'name not resolved for the moment': socketError('EAI_AGAIN', 'getaddrinfo EAI_AGAIN'),
	'host that does not exist': socketError('ENOTFOUND', 'getaddrinfo ENOTFOUND'),
	'certificate of an unknown authority': socketError('UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify'),
	'proxy that refuses': failing('the proxy answered 403 to CONNECT', 'proxy-refused'),
	'proxy that fails': failing('the proxy answered 502 to CONNECT', 'proxy-failing'),
	'body of 10 MB': failing('the answer is over 4 MiB', 'too-large'),
} satisfies Readonly<Record<string, Befall>>;

/** Faults of the service, or of what stands before it and answers in its place. */
export const ANSWER_FAULTS = {
	'status 400': status(400),
	'status 401': status(401),
	'status 403': status(403),
	'status 404': status(404),
	'status 408': status(408),
	'status 409': status(409),
	'status 410': status(410),
	'status 429': status(429),
	'status 429, Retry-After in seconds': busy(() => '3'),
	'status 429, Retry-After as a date': busy((nowMs) => new Date(nowMs + 3_000).toUTCString()),
	'status 429, Retry-After of an hour': busy(() => `${HOUR_SECONDS}`),
	'status 429, Retry-After of a date in an hour': busy((nowMs) => new Date(nowMs + HOUR_SECONDS * 1000).toUTCString()),
	'status 429, Retry-After that is none': busy(() => 'soon'),
	'status 500': status(500),
	'status 501': status(501),
	'status 502, a page for people': (struck) => response(502, page(struck), { 'content-type': 'text/html' }),
	'status 503': status(503),
	'status 504': status(504),
	'status 204': () => response(204),
	'status 200, empty': instead(''),
	'status 200, a page for people': (struck) => response(200, page(struck), { 'content-type': 'text/html' }),
	'JSON that is cut': (struck) => instead(struck.serve().body.slice(0, -2))(struck),
	'JSON of another shape': instead({ error: 'none', result: { ok: true } }),
	'JSON that is a list': (struck) => instead(`[${struck.serve().body}]`)(struck),
	'JSON that is null': instead('null'),
	'JSON of other types': (struck) => instead(Object.entries(asObject(struck.serve().body)))(struck),
	'JSON whose members have other types': (struck) => {
		const members = Object.entries(asObject(struck.serve().body)).map(([name, value]) => [name, changeTypes(value)]);
		return instead(Object.fromEntries(members))(struck);
	},
	'JSON in __proto__': (struck) => instead(`{"__proto__": ${struck.serve().body || '{}'}}`)(struck),
	'another content type': ({ serve }) => {
		const answer = serve();
		return { ...answer, headers: { ...answer.headers, 'content-type': 'text/html' } };
	},
	'packed answer that unfolds to 64 MiB': () => response(200, BOMB, { 'content-encoding': 'gzip' }),
	'status 301': status(301, { location: `${ELSEWHERE}/301` }),
	'status 302': status(302, { location: `${ELSEWHERE}/302` }),
	'status 307': status(307, { location: `${ELSEWHERE}/307` }),
	'status 308': status(308, { location: `${ELSEWHERE}/308` }),
} satisfies Readonly<Record<string, Befall>>;

function asObject(body: string): object {
	return JSON.parse(body || '{}') as object;
}
