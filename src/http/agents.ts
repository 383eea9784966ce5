// Connections: those that are opened before there is a request for them, and those through a proxy, whose tunnel the toolkit
// opens and Node's own agent keeps for the next requests.
import type { Agent } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import type { HttpClient } from '@actions/http-client';
import { TransportError } from './transport-error.js';

/** Members of the toolkit's agent for a proxy (package `tunnel`) that make one connection. */
interface Tunnel {
	readonly proxyOptions: { host: string; signal?: AbortSignal };
	createSocket(target: TunnelTarget, done: (socket: Duplex) => void): void;
}

/** Options of a request through a {@link ProxyAgent}. */
export interface ProxiedRequestOptions extends https.RequestOptions {
	/** The request's `signal`, which Node does not hand on to agents. */
	readonly attemptSignal?: AbortSignal;
}

interface TunnelTarget {
	readonly host: string;
	readonly port: number | string;
	/** Stands for the request that the tunnel is opened for; it is told why there is none. */
	readonly request: { getHeader(): undefined; emit(event: 'error', error: Error): void };
}

/**
 * An agent whose every connection is a tunnel through the proxy that the environment names.
 *
 * The toolkit's own agent would open a new tunnel for each request. Its client must not keep tunnels (`keepAlive`), so
 * that each is an object of its own.
 */
export class ProxyAgent extends https.Agent {
	readonly #client: HttpClient;
	readonly #opening = new Set<AbortSignal>();

	constructor(client: HttpClient, options: https.AgentOptions) {
		super(options);
		this.#client = client;
	}

	/** Whether the request that this signal ends is still waiting for its tunnel. */
	isOpening(signal: AbortSignal): boolean {
		return this.#opening.has(signal);
	}

	override createConnection(
		{ host, port, attemptSignal: signal }: ProxiedRequestOptions,
		callback: (error: Error | null, socket?: Duplex) => void,
	): undefined {
		const authority = `${host}`.includes(':') ? `[${host}]` : `${host}`;
		const tunnel = this.#client.getAgent(`https://${authority}:${port}`) as Agent & Tunnel;
		tunnel.proxyOptions.host = tunnel.proxyOptions.host.replace(/^\[|\]$/g, '');
		if (signal !== undefined) {
			// The tunnel itself would wait for as long as the proxy likes.
			tunnel.proxyOptions.signal = signal;
			this.#opening.add(signal);
		}
		const settle = (error: Error | null, socket?: Duplex): void => {
			if (signal !== undefined) this.#opening.delete(signal);
			callback(error, socket);
		};
		const request: TunnelTarget['request'] = {
			getHeader: () => undefined,
			emit: (_event, error) => settle(describeTunnelFailure(error)),
		};
		tunnel.createSocket({ host: authority, port: Number(port), request }, (socket) => settle(null, socket));
	}
}

// All that the tunnel tells is in its text: "statusCode=407", or "cause=" with the text of Node's error.
function describeTunnelFailure(error: Error): TransportError {
	const [, status] = /\bstatusCode=(\d+)$/.exec(error.message) ?? [];
	if (status !== undefined) return describeRefusal(Number(status));
	if (/\bcause=.*\bENOTFOUND\b/.test(error.message)) {
		return new TransportError("the proxy's host name does not exist", { failure: 'proxy-not-found', cause: error });
	}
	if (/\bcause=.*\b(?:certificate|altnames)\b/.test(error.message)) {
		return new TransportError("the proxy's TLS certificate was not accepted", {
			failure: 'proxy-certificate',
			cause: error,
		});
	}
	const [, code] =
		/\bcause=.*\b(ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)\b/.exec(error.message) ?? [];
	const meaning = code === undefined ? 'the proxy cut the connection off' : `the proxy could not be reached (${code})`;
	return new TransportError(meaning, { failure: 'proxy-failing', cause: error });
}

// A proxy's temporary error counts as a connection that fails; a proxy that refuses will refuse again.
function describeRefusal(status: number): TransportError {
	const message = `the proxy answered ${status} to CONNECT`;
	if (status === 407) return new TransportError(message, { failure: 'proxy-credentials' });
	const isTransient = status === 408 || status === 429 || status >= 500;
	return new TransportError(message, { failure: isTransient ? 'proxy-failing' : 'proxy-refused' });
}

/** An agent that takes connections opened ahead before it opens others. */
export class ReadyAgent extends https.Agent {
	readonly #ready = new Map<string, TLSSocket[]>();

	/**
	 * Opens so many connections to an https origin; the next requests to it use them. One that fails is forgotten: the
	 * request that would have used it opens another and meets the failure itself. None keeps the process alive.
	 */
	openAhead(origin: string, count: number): void {
		const { hostname, port } = new URL(origin);
		const host = hostname.replace(/^\[|\]$/g, '');
		const options = {
			...this.options,
			host,
			port: port === '' ? 443 : Number(port),
			servername: isIP(host) === 0 ? host : '',
		};
		const connect = (): TLSSocket => {
			const socket = super.createConnection(options) as TLSSocket;
			return socket.unref().on('error', () => undefined);
		};
		const waiting = this.#ready.get(addressOf(options)) ?? [];
		this.#ready.set(addressOf(options), [...waiting, ...Array.from({ length: count }, connect)]);
	}

	override createConnection(
		...args: Parameters<https.Agent['createConnection']>
	): ReturnType<https.Agent['createConnection']> {
		const [options] = args;
		const waiting = this.#ready.get(addressOf(options)) ?? [];
		for (let socket = waiting.shift(); socket !== undefined; socket = waiting.shift()) {
			if (!socket.destroyed) return socket.ref();
		}
		return super.createConnection(...args);
	}
}

function addressOf({ host, port }: https.RequestOptions): string {
	return `${host}:${port}`;
}
