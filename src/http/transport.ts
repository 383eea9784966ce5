// One attempt at one request: whether there is a proxy is the toolkit's to say, limits and redirects are ours.
import http, { type Agent, type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { getProxyUrl } from '@actions/http-client/lib/proxy';
import type { ConnectAhead, HttpRequest, HttpResponse, Transport } from '../ports.js';
import { SecretText } from '../secret-text.js';
import { ReadyAgent } from './ready-agent.js';
import { classifyFailure, TransportError } from './transport-error.js';

/** Connections kept open to one host, and so requests at a time. */
export const MAX_SOCKETS = 8;

/** A body over this many bytes is an error. Key Vault's largest answers, pages of 25 items, stay far below. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** A {@link Transport}, and the way to open its connections ahead. They are left open, but keep no process alive. */
export interface HttpsTransport {
	readonly send: Transport;
	readonly connectAhead: ConnectAhead;
}

/**
 * Sends over https only, through `HTTPS_PROXY` where `NO_PROXY` does not except the host, and never follows a redirect.
 *
 * Nothing is connected ahead through a proxy: there each connection is one more that somebody else keeps count of.
 */
export function makeHttpsTransport(userAgent: string): HttpsTransport {
	const settings = { keepAlive: true, maxSockets: MAX_SOCKETS };
	const direct = new ReadyAgent(settings);
	let tunnel: Promise<Agent> | undefined;
	// Few runners have a proxy.
	const makeTunnel = async (proxy: URL): Promise<Agent> => {
		const { TunnelAgent } = await import('./tunnel-agent.js');
		return new TunnelAgent(proxy, settings);
	};
	const chooseAgent = (url: URL): Agent | Promise<Agent> => {
		if (url.protocol !== 'https:') throw new TransportError('only https is used', { failure: 'connection' });
		const proxy = findProxy(url);
		if (proxy === undefined) return direct;
		tunnel ??= makeTunnel(proxy);
		return tunnel;
	};
	return {
		send: makeTransport({ userAgent, chooseAgent }),
		connectAhead: (origin, count) => {
			try {
				if (chooseAgent(new URL(origin)) === direct) direct.openAhead(origin, Math.min(count, MAX_SOCKETS));
			} catch {
				// What keeps a connection from being opened keeps the request from being sent, which says why.
			}
		},
	};
}

/** Sends to endpoints on the machine itself: http is allowed, a proxy is never used, no connection is kept. */
export function makeLocalTransport(userAgent: string): Transport {
	return makeTransport({ userAgent, chooseAgent: () => false });
}

function findProxy(url: URL): URL | undefined {
	try {
		const proxy = getProxyUrl(url);
		return proxy?.hostname === '' ? undefined : proxy;
	} catch (cause) {
		throw new TransportError('the proxy variable holds no valid address', { failure: 'proxy', cause });
	}
}

interface TransportSettings {
	readonly userAgent: string;
	/** False for a connection of its own. */
	readonly chooseAgent: (url: URL) => Agent | false | Promise<Agent>;
}

function makeTransport(settings: TransportSettings): Transport {
	return async (request, timeoutMs) => {
		const url = new URL(request.url);
		const chosen = settings.chooseAgent(url);
		// What is there already is not waited for: the order of requests is that of the calls.
		const agent = chosen instanceof Promise ? await chosen : chosen;
		const exchange = openExchange(request, { url, agent, userAgent: settings.userAgent });
		let timer: NodeJS.Timeout | undefined;
		const timeUp = new Promise<TransportError>((resolve) => {
			timer = setTimeout(() => resolve(timeOut(timeoutMs)), timeoutMs);
		});
		const answer = readAnswer(exchange, request.body?.reveal()).catch((error: unknown) =>
			error instanceof TransportError ? error : classifyFailure(error),
		);
		const outcome = await Promise.race([answer, timeUp]);
		clearTimeout(timer);
		if (!(outcome instanceof TransportError)) return outcome;
		// By itself this would not do: an exchange that still waits for its connection does not say that it has ended.
		exchange.destroy();
		throw outcome;
	};
}

function timeOut(timeoutMs: number): TransportError {
	const message = `no whole answer came within ${Math.round(timeoutMs / 100) / 10} s`;
	return new TransportError(message, { failure: 'time-out' });
}

interface Route {
	readonly url: URL;
	readonly agent: Agent | false;
	readonly userAgent: string;
}

function openExchange(request: HttpRequest, { url, agent, userAgent }: Route): ClientRequest {
	const [httpModule, defaultPort] = url.protocol === 'https:' ? ([https, 443] as const) : ([http, 80] as const);
	return httpModule.request({
		host: url.hostname.replace(/^\[|\]$/g, ''),
		port: url.port === '' ? defaultPort : Number(url.port),
		path: url.pathname + url.search,
		method: request.method,
		headers: { 'user-agent': userAgent, accept: 'application/json', ...revealAll(request.headers) },
		agent,
	});
}

function readAnswer(exchange: ClientRequest, body: string | undefined): Promise<HttpResponse> {
	return new Promise((resolve, reject) => {
		exchange.on('error', reject);
		exchange.on('response', (message) => {
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
		exchange.end(body);
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
