// The service that all clients are measured against, as the bench sees it: a process of its own, so that what it costs is
// not counted as theirs.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** How a service is to be. */
export interface ServiceOrder {
	/** Wait before each answer, in milliseconds. */
	readonly latencyMs: number;
	/** Round trip of the network in milliseconds, which connecting costs too; 0 for loopback as it is. */
	readonly roundTripMs: number;
	readonly secretCount: number;
}

/** Where a service is, and how to sign in to it. */
export interface ServiceAddress {
	readonly caFile: string;
	readonly authorityHost: string;
	readonly vaultUrl: string;
	readonly tenantId: string;
	readonly clientId: string;
	readonly clientSecret: string;
}

/** What a service was asked. */
export interface ServiceCount {
	readonly requests: number;
	readonly connections: number;
}

/** What the bench may tell it. */
export type ServiceMessage = 'count' | 'close';

/** A running service. */
export interface Service {
	readonly address: ServiceAddress;
	/** What it was asked since this was called last. */
	count(): Promise<ServiceCount>;
	close(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL('service-program.js', import.meta.url));

/** Starts one with the Node at `node`. */
export async function startService(node: string, order: ServiceOrder): Promise<Service> {
	const child = fork(PROGRAM, [JSON.stringify(order)], { execPath: node });
	const tell = (message: ServiceMessage): boolean => child.send(message);
	const [address] = (await once(child, 'message')) as [ServiceAddress];
	return {
		address,
		count: async () => {
			const answer = once(child, 'message');
			tell('count');
			const [count] = (await answer) as [ServiceCount];
			return count;
		},
		close: async () => {
			const exit = once(child, 'exit');
			tell('close');
			await exit;
		},
	};
}

/** The name of the secret at a place. */
export function secretName(index: number): string {
	return `secret-${String(index + 1).padStart(5, '0')}`;
}

/** Its value: as long as a password that a machine makes, and nothing in it needs escaping. */
export function secretValue(name: string): string {
	return `value-of-${name}-0123456789abcdef`;
}
