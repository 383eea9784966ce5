// One server on loopback, of TLS or of plain http: reads whole requests, records them, lets faults happen.
import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerCertificate } from './certificate-authority.js';
import type { Answer, Journal, ListenerName, ReceivedRequest } from './exchange.js';
import { answerOfFault, deliver, type Faults } from './faults.js';

/** Properties of a listener. */
export interface ListenerOrder {
	readonly name: ListenerName;
	/** Host name in its origin. */
	readonly hostname: string;
	/** Left out: plain http. */
	readonly certificate?: ServerCertificate;
	readonly journal: Journal;
	readonly faults: Faults;
	readonly latencyMs: () => number;
	readonly serve: (request: ReceivedRequest) => Answer;
}

/** A running listener. */
export interface Listener {
	readonly port: number;
	/** `https://HOST:PORT`, or `http://HOST:PORT`. */
	readonly origin: string;
	/** Ends every connection, answered or not. */
	close(): Promise<void>;
}

/** Starts one on a free port of 127.0.0.1. */
export async function startListener(order: ListenerOrder): Promise<Listener> {
	const { name, hostname, certificate, journal, faults } = order;
	// The sockets below TLS, by the client's port: only these can be reset.
	const sockets = new Map<number, Socket>();
	const listen: RequestListener = (request, response) => {
		const socket = sockets.get(request.socket.remotePort ?? 0) ?? request.socket;
		// A failure here is a client that went away, which the record shows.
		answer(order, { request, response, socket }).catch(() => response.destroy());
	};
	const server = certificate === undefined ? http.createServer(listen) : https.createServer({ ...certificate }, listen);
	server.prependListener('connection', (socket: Socket) => {
		journal.connected(name);
		const port = socket.remotePort ?? 0;
		sockets.set(port, socket);
		socket.on('close', () => sockets.delete(port));
		if (faults.takeForConnection(`${hostname}:${(server.address() as AddressInfo).port}`)) socket.destroy();
	});
	server.on('tlsClientError', () => undefined);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		port,
		origin: `${certificate === undefined ? 'http' : 'https'}://${hostname}:${port}`,
		close: async () => {
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			for (const socket of sockets.values()) socket.destroy();
			await closed;
		},
	};
}

interface OpenExchange {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly socket: Socket;
}

async function answer(order: ListenerOrder, { request, response, socket }: OpenExchange): Promise<void> {
	const received = await receive(request);
	const done = order.journal.began(order.name, received);
	let status: number | undefined;
	try {
		const latencyMs = order.latencyMs();
		if (latencyMs > 0) await sleep(latencyMs);
		const fault = order.faults.takeForRequest(received);
		if (fault?.kind === 'silence') return;
		if (fault?.kind === 'lost-answer') setTimeout(() => order.serve(received), fault.commitAfterMs ?? 0).unref();
		if (fault?.kind === 'reset-before-answer' || fault?.kind === 'lost-answer') {
			socket.resetAndDestroy();
			return;
		}
		const given = (fault && answerOfFault(fault)) ?? order.serve(received);
		status = given.status;
		await deliver(given, { response, socket, fault });
	} finally {
		done(status);
	}
}

async function receive(request: IncomingMessage): Promise<ReceivedRequest> {
	const chunks: Buffer[] = [];
	for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
	const [path = '', ...query] = (request.url ?? '').split('?');
	const headers = Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')] as const);
	return {
		method: request.method ?? '',
		host: request.headers.host ?? '',
		path,
		query: new URLSearchParams(query.join('?')),
		headers: Object.fromEntries(headers),
		body: Buffer.concat(chunks).toString('utf8'),
	};
}
