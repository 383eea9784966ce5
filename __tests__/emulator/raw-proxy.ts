// A proxy of which there is nothing but what it does with a client.
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** Its address for HTTPS_PROXY, and the way to end it. */
export interface RawProxy {
	readonly url: string;
	readonly close: () => void;
}

/** Starts one on a free port of 127.0.0.1. */
export async function startRawProxy(serve: (client: Socket) => void): Promise<RawProxy> {
	const clients = new Set<Socket>();
	const server = createServer((client) => {
		clients.add(client);
		client.on('error', () => client.destroy());
		serve(client);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const close = (): void => {
		for (const client of clients) client.destroy();
		server.close();
	};
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
