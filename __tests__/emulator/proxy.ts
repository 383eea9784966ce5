// An HTTP CONNECT proxy that leads the public names of Entra ID and Key Vault to an emulator's listeners.
import http from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Emulator } from './emulator.js';
import type { ListenerName } from './exchange.js';

/** Properties of a proxy. */
export interface ProxyOptions {
	readonly emulator: Emulator;
	/** `user:password`; without them a client gets 407. */
	readonly credentials?: string;
	/** Hosts (without port) that get 403. */
	readonly refuse?: RegExp;
}

/** A CONNECT that the proxy was asked for. */
export interface RecordedConnect {
	/** Host and port. */
	readonly host: string;
	/** The `Proxy-Authorization` header. */
	readonly authorization: string | undefined;
	readonly status: number;
}

/** A running proxy. */
export interface Proxy {
	/** `http://127.0.0.1:PORT`, with the credentials if there are any: for HTTPS_PROXY. */
	readonly url: string;
	/** The same without credentials. */
	readonly urlWithoutCredentials: string;
	readonly connects: readonly RecordedConnect[];
	/** Requests that were to be passed on in plain text, by address: each got 405. */
	readonly plainRequests: readonly string[];
	close(): Promise<void>;
}

/** Starts a proxy on a free port of 127.0.0.1. */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
	const connects: RecordedConnect[] = [];
	const sockets = new Set<Duplex>();
	const plainRequests: string[] = [];
	const server = http.createServer((request, response) => {
		plainRequests.push(request.url ?? '');
		response.writeHead(405).end();
	});
	server.on('connect', (request, client, head) => {
		const host = request.url ?? '';
		const authorization = request.headers['proxy-authorization'];
		const { status, port } = decide(options, host, authorization);
		connects.push({ host, authorization, status });
		keep(sockets, client);
		if (port === undefined) {
			client.end(
				`HTTP/1.1 ${status} ${http.STATUS_CODES[status]}\r\n${status === 407 ? CHALLENGE : ''}Content-Length: 0\r\n\r\n`,
			);
			return;
		}
		const upstream = connect(port, '127.0.0.1', () => {
			client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			upstream.write(head);
			upstream.pipe(client).pipe(upstream);
		});
		keep(sockets, upstream);
		upstream.on('close', () => client.destroy());
		client.on('close', () => upstream.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	const { credentials } = options;
	const [user = '', password = ''] = (credentials ?? '').split(':').map(encodeURIComponent);
	return {
		url: credentials === undefined ? `http://${address}` : `http://${user}:${password}@${address}`,
		urlWithoutCredentials: `http://${address}`,
		connects,
		plainRequests,
		close: async () => {
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			for (const socket of sockets) socket.destroy();
			await closed;
		},
	};
}

const CHALLENGE = 'Proxy-Authenticate: Basic realm="emulator"\r\n';

function keep(sockets: Set<Duplex>, socket: Duplex | Socket): void {
	sockets.add(socket);
	socket.on('close', () => sockets.delete(socket));
	// A client or a listener that goes away is no failure of the proxy.
	socket.on('error', () => socket.destroy());
}

function decide(
	{ emulator, credentials, refuse }: ProxyOptions,
	host: string,
	authorization: string | undefined,
): { readonly status: number; readonly port?: number } {
	const expected = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
	if (expected !== undefined && authorization !== expected) return { status: 407 };
	if (refuse?.test(host.replace(/:\d+$/, ''))) return { status: 403 };
	const port = portOf(emulator, host);
	return port === undefined ? { status: 502 } : { status: 200, port };
}

const PUBLIC_NAMES: readonly (readonly [RegExp, ListenerName])[] = [
	[/^login\.(?:microsoftonline\.com|microsoftonline\.us|partner\.microsoftonline\.cn):443$/, 'login'],
	[/^token\.actions\.githubusercontent\.com:443$/, 'id-token'],
	[/^[a-z0-9-]+\.vault\.(?:azure\.net|usgovcloudapi\.net|azure\.cn):443$/, 'vault'],
];

// A listener's own address is led to itself, so that a test can send everything through the proxy.
function portOf(emulator: Emulator, host: string): number | undefined {
	const name = PUBLIC_NAMES.find(([pattern]) => pattern.test(host))?.[1];
	if (name !== undefined) return emulator.listener(name).port;
	const [, port] = /^(?:(?:[a-z0-9-]+\.)?localhost|127\.0\.0\.1):(\d+)$/.exec(host) ?? [];
	return port === undefined ? undefined : Number(port);
}
