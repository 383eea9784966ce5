// Servers on loopback that are gone when a test is over.
import type { Server } from 'node:http';
import type { AddressInfo, Server as NetServer, Socket } from 'node:net';
import { afterEach } from 'node:test';

const closers: (() => void)[] = [];

afterEach(() => {
	for (const close of closers.splice(0)) close();
});

/** Calls this when the test is over. */
export function whenOver(close: () => void): void {
	closers.push(close);
}

/** Listens until the test is over; its port, and the connections that it has seen. */
export async function listen(server: NetServer | Server): Promise<{ port: number; sockets: readonly Socket[] }> {
	const sockets: Socket[] = [];
	server.on('connection', (socket: Socket) => {
		sockets.push(socket);
		socket.on('error', () => undefined);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	whenOver(() => {
		for (const socket of sockets) socket.destroy();
		server.close();
	});
	return { port: (server.address() as AddressInfo).port, sockets };
}

/** Waits for what happens in a moment. @throws if it does not within ten seconds */
export async function until(condition: () => boolean): Promise<void> {
	for (let tries = 0; !condition(); tries += 1) {
		if (tries === 1_000) throw new Error(`in vain: ${condition}`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}
