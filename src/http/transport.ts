// One attempt at one request, over the toolkit's client: proxies and keep-alive are its, limits and redirects are ours.
import http, { type Agent, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { HttpClient } from '@actions/http-client';
import type { HttpRequest, HttpResponse, Transport } from '../ports.js';
import { SecretText } from '../secret-text.js';
import { classifyFailure, TransportError } from './transport-error.js';

/** Connections kept open to one host, and so requests at a time. */
export const MAX_SOCKETS = 8;

/** A body over this many bytes is an error. Key Vault's largest answers, pages of 25 items, stay far below. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** A {@link Transport} and the way to let go of its open connections. */
export interface HttpsTransport {
	readonly send: Transport;
	close(): void;
}

/**
 * Sends over https only, through `HTTPS_PROXY` where `NO_PROXY` does not except the host, and never follows a redirect.
 *
 * The client's `requestRaw` is used, not its `request`: an abort signal can reach the socket there even while it
 * connects, and nothing is retried or followed.
 */
export function makeHttpsTransport(userAgent: string): HttpsTransport {
	const client = new HttpClient(userAgent, [], { keepAlive: true, maxSockets: MAX_SOCKETS });
	const chooseAgent = (url: URL): Agent => {
		if (url.protocol !== 'https:') throw new TransportError('only https is used', { failure: 'connection' });
		return client.getAgent(url.href);
	};
	return { send: withTimeout(makeExchange({ client, userAgent, chooseAgent })), close: () => client.dispose() };
}

/** Sends to endpoints on the machine itself: http is allowed, a proxy is never used, no connection is kept. */
export function makeLocalTransport(userAgent: string): Transport {
	return withTimeout(makeExchange({ client: new HttpClient(userAgent), userAgent, chooseAgent: () => false }));
}

type Exchange = (request: HttpRequest, signal: AbortSignal) => Promise<HttpResponse>;

function withTimeout(exchange: Exchange): Transport {
	return async (request, timeoutMs) => {
		const abort = new AbortController();
		const timer = setTimeout(() => abort.abort(), timeoutMs);
		const outcome = await exchange(request, abort.signal).catch((error: unknown) => {
			if (abort.signal.aborted) {
				const message = `no whole answer came within ${Math.round(timeoutMs / 100) / 10} s`;
				return new TransportError(message, { failure: 'time-out', cause: error });
			}
			return error instanceof TransportError ? error : classifyFailure(error);
		});
		clearTimeout(timer);
		if (outcome instanceof TransportError) throw outcome;
		return outcome;
	};
}

interface ExchangeSettings {
	readonly client: HttpClient;
	readonly userAgent: string;
	/** False for a connection of its own. */
	readonly chooseAgent: (url: URL) => Agent | false;
}

function makeExchange({ client, userAgent, chooseAgent }: ExchangeSettings): Exchange {
	return async (request, signal) => {
		const parsedUrl = new URL(request.url);
		const [httpModule, defaultPort] = parsedUrl.protocol === 'https:' ? ([https, 443] as const) : ([http, 80] as const);
		const options = {
			host: parsedUrl.hostname.replace(/^\[|\]$/g, ''),
			port: parsedUrl.port === '' ? defaultPort : Number(parsedUrl.port),
			path: parsedUrl.pathname + parsedUrl.search,
			method: request.method,
			headers: { 'user-agent': userAgent, accept: 'application/json', ...revealAll(request.headers) },
			agent: chooseAgent(parsedUrl),
			signal,
		};
		const response = await client.requestRaw({ options, parsedUrl, httpModule }, request.body?.reveal() ?? '');
		return readWhole(response.message);
	};
}

// The toolkit's own reader waits for ever when a body is cut off; the iterator of the stream throws.
async function readWhole(message: IncomingMessage): Promise<HttpResponse> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of message as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > MAX_BODY_BYTES) {
			message.destroy();
			throw new TransportError(`the answer is over ${MAX_BODY_BYTES / 1024 / 1024} MiB`, { failure: 'too-large' });
		}
		chunks.push(chunk);
	}
	const headers = Object.fromEntries(
		Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
	);
	return { status: Number(message.statusCode), headers, body: Buffer.concat(chunks).toString('utf8') };
}

function revealAll(headers: HttpRequest['headers']): Record<string, string> {
	const revealed = Object.entries(headers).map(([name, value]) => [
		name,
		value instanceof SecretText ? value.reveal() : value,
	]);
	return Object.fromEntries(revealed);
}
