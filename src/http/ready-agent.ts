// Connections that are opened before there is a request for them.
import https from 'node:https';
import { isIP } from 'node:net';
import type { TLSSocket } from 'node:tls';

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
