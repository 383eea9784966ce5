// A link on loopback that takes its time: what goes through it arrives half a round trip later, in both directions.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * Starts a link to a port of 127.0.0.1 and gives its own port. Connecting through it costs what it costs on a network: a
 * round trip for TCP, which loopback does not take by itself, and then TLS's own.
 */
export async function startSlowLink(targetPort: number, roundTripMs: number): Promise<number> {
	const server = createServer({ noDelay: true }, (client) => {
		const target = connect({ port: targetPort, host: '127.0.0.1', noDelay: true });
		const connectedMs = performance.now() + roundTripMs;
		pass(client, target, () => Math.max(performance.now(), connectedMs) + roundTripMs / 2);
		pass(target, client, () => performance.now() + roundTripMs / 2);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

// In order, however the timers fire: each firing delivers what has waited longest.
function pass(from: Socket, to: Socket, arrivalMs: () => number): void {
	const waiting: (() => void)[] = [];
	const later = (deliver: () => void): void => {
		waiting.push(deliver);
		setTimeout(() => waiting.shift()?.(), Math.max(0, arrivalMs() - performance.now()));
	};
	from.on('data', (chunk) => later(() => to.write(chunk)));
	from.on('end', () => later(() => to.end()));
	// One end that goes away takes the other with it.
	from.on('close', () => later(() => to.destroy()));
	from.on('error', () => from.destroy());
}
