// Connections through a proxy: a tunnel that CONNECT opens (RFC 9110 section 9.3.6), and TLS with the host itself inside it.
//
// The toolkit decides whether a proxy is used; its own agent is not taken, since it loads and costs a quarter of the bundle
// and keeps a connection attempt waiting for as long as the proxy likes.
import http, { type ClientRequest } from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { ATTEMPT_TIMEOUT_MS } from './retry-policy.js';
import { TransportError } from './transport-error.js';

type Callback = (error: Error | null, socket?: Duplex) => void;

/** An agent whose every connection is a tunnel through one proxy. */
export class TunnelAgent extends https.Agent {
	readonly #proxy: URL;

	/** The proxy's user and password are those of the URL, decoded. */
	constructor(proxy: URL, options: https.AgentOptions) {
		super(options);
		this.#proxy = proxy;
	}

	override createConnection(options: https.RequestOptions, callback: Callback): undefined {
		const connect = this.#connect(authorityOf(options));
		connect.once('timeout', () => connect.destroy());
		connect.once('error', (cause) => {
			callback(new TransportError('the proxy could not be reached', { failure: 'connection', cause }));
		});
		connect.once('connect', ({ statusCode }, socket) => {
			if (isSuccess(statusCode)) {
				const inside = { ...options, socket };
				callback(null, super.createConnection(inside) as TLSSocket);
			} else {
				socket.destroy();
				callback(refusalOf(statusCode));
			}
		});
		connect.end();
	}

	#connect(authority: string): ClientRequest {
		const { protocol, hostname, port, username, password } = this.#proxy;
		const credentials = Buffer.from(`${username}:${password}`).toString('base64');
		return (protocol === 'https:' ? https : http).request({
			host: hostname.replace(/^\[|\]$/g, ''),
			port,
			method: 'CONNECT',
			path: authority,
			headers: {
				host: authority,
				...((username !== '' || password !== '') && { 'proxy-authorization': `Basic ${credentials}` }),
			},
			agent: false,
			timeout: ATTEMPT_TIMEOUT_MS,
		});
	}
}

// An IPv6 address, which has lost its brackets on the way, gets them back.
function authorityOf({ host, port }: https.RequestOptions): string {
	return `${host}`.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

function isSuccess(status: number | undefined): boolean {
	return status !== undefined && status >= 200 && status < 300;
}

// What a proxy says for the moment is as good as a connection that fails; what it refuses, it will refuse again.
function refusalOf(status: number | undefined): TransportError {
	const failure = /^(?:408|429|5..)$/.test(`${status}`) ? 'connection' : 'proxy';
	return new TransportError(`the proxy answered ${status} to CONNECT`, { failure });
}
