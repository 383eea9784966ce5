// One attempt at one request: the toolkit's client sends it, limits of time and size are ours, and redirects are not followed.
import http, { type Agent, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { getProxyUrl, HttpClient } from '@actions/http-client';
import type { ConnectAhead, HttpRequest, HttpResponse, Transport } from '../ports.js';
import { SecretText } from '../secret-text.js';
import { type ProxiedRequestOptions, ProxyAgent, ReadyAgent } from './agents.js';
import { MAX_REQUESTS } from './send.js';
import { classifyFailure, TransportError } from './transport-error.js';

/** A body over this many bytes is an error. Key Vault's largest answers, pages of 25 items, stay far below. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** A {@link Transport}, and the way to open its connections ahead. They are left open, but keep no process alive. */
export interface HttpsTransport {
	readonly send: Transport;
	readonly connectAhead: ConnectAhead;
}

/**
 * Sends over https only, through `HTTPS_PROXY` unless `NO_PROXY` excepts the host, and never follows a redirect.
 *
 * Nothing is connected ahead through a proxy: there each connection is one more that somebody else keeps count of.
 */
export function makeHttpsTransport(userAgent: string): HttpsTransport {
	const client = new HttpClient(userAgent);
	const settings = { keepAlive: true, maxSockets: MAX_REQUESTS, rejectUnauthorized: true };
	const direct = new ReadyAgent(settings);
	const proxied = new ProxyAgent(client, settings);
	const chooseAgent = (url: URL): ReadyAgent | ProxyAgent => {
		if (url.protocol !== 'https:') throw new TransportError('only https is used', { failure: 'not-https' });
		return hasProxy(url) ? proxied : direct;
	};
	return {
		send: makeTransport({ client, userAgent, chooseAgent }),
		connectAhead: (origin, count) => {
			try {
				if (chooseAgent(new URL(origin)) === direct) direct.openAhead(origin, Math.min(count, MAX_REQUESTS));
			} catch {
				// An obstacle to opening a connection also stops the request, which says why.
			}
		},
	};
}

/** Sends to endpoints on the machine itself: http is allowed, a proxy is never used, no connection is kept. */
export function makeLocalTransport(userAgent: string): Transport {
	return makeTransport({ client: new HttpClient(userAgent), userAgent, chooseAgent: () => false });
}

// A proxy that cannot be used is no reason to go around it.
function hasProxy(url: URL): boolean {
	try {
		return getProxyUrl(url.href) !== '';
	} catch (cause) {
		throw new TransportError('the proxy variable holds no valid address', { failure: 'proxy-refused', cause });
	}
}

interface TransportSettings {
	readonly client: HttpClient;
	readonly userAgent: string;
	/** False for a connection of its own. */
	readonly chooseAgent: (url: URL) => Agent | false;
}

function makeTransport({ client, userAgent, chooseAgent }: TransportSettings): Transport {
	return async (request, timeoutMs) => {
		const url = new URL(request.url);
		const agent = chooseAgent(url);
		const end = new AbortController();
		const info = describeRequest(request, { url, agent, userAgent, signal: end.signal });
		let timer: NodeJS.Timeout | undefined;
		const timeUp = new Promise<TransportError>((resolve) => {
			timer = setTimeout(() => {
				const isProxySilent = agent instanceof ProxyAgent && agent.isOpening(end.signal);
				resolve(timeOut(timeoutMs, isProxySilent));
			}, timeoutMs);
		});
		// The client takes null for no body, as its own methods hand it on, but its type does not say so.
		const body = (request.body?.reveal() ?? null) as string;
		const answer = client
			.requestRaw(info, body)
			.then(({ message }) => readAnswer(message))
			.catch((error: unknown) => (error instanceof TransportError ? error : classifyFailure(error)));
		// A request that still waits for its connection does not hear of the signal, and so is not waited for.
		const outcome = await Promise.race([answer, timeUp]);
		clearTimeout(timer);
		if (!(outcome instanceof TransportError)) return outcome;
		end.abort();
		throw outcome;
	};
}

function timeOut(timeoutMs: number, isProxySilent: boolean): TransportError {
	const seconds = `${Math.round(timeoutMs / 100) / 10} s`;
	return isProxySilent
		? new TransportError(`the proxy opened no connection within ${seconds}`, { failure: 'proxy-failing' })
		: new TransportError(`no whole answer came within ${seconds}`, { failure: 'time-out' });
}

interface Route {
	readonly url: URL;
	readonly agent: Agent | false;
	readonly userAgent: string;
	readonly signal: AbortSignal;
}

function describeRequest(
	request: HttpRequest,
	{ url, agent, userAgent, signal }: Route,
): Parameters<HttpClient['requestRaw']>[0] {
	const [httpModule, defaultPort] = url.protocol === 'https:' ? ([https, 443] as const) : ([http, 80] as const);
	const options: ProxiedRequestOptions = {
		host: url.hostname.replace(/^\[|\]$/g, ''),
		port: url.port === '' ? defaultPort : Number(url.port),
		path: url.pathname + url.search,
		method: request.method,
		headers: { 'user-agent': userAgent, accept: 'application/json', ...revealAll(request.headers) },
		agent,
		signal,
		attemptSignal: signal,
		rejectUnauthorized: true,
	};
	return { parsedUrl: url, httpModule, options };
}

function readAnswer(message: IncomingMessage): Promise<HttpResponse> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let size = 0;
		message.on('data', (chunk: Buffer) => {
			chunks.push(chunk);
			size += chunk.length;
			if (size > MAX_BODY_BYTES) reject(tooLarge());
		});
		message.on('error', reject);
		message.on('end', () => resolve(describeResponse(message, Buffer.concat(chunks))));
	});
}

function tooLarge(): TransportError {
	return new TransportError(`the answer is over ${MAX_BODY_BYTES / 1024 / 1024} MiB`, { failure: 'too-large' });
}

function describeResponse(message: IncomingMessage, body: Buffer): HttpResponse {
	const headers = Object.fromEntries(
		Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
	);
	return { status: Number(message.statusCode), headers, body: body.toString('utf8') };
}

function revealAll(headers: HttpRequest['headers']): Record<string, string> {
	const revealed = Object.entries(headers).map(([name, value]) => [
		name,
		value instanceof SecretText ? value.reveal() : value,
	]);
	return Object.fromEntries(revealed);
}
