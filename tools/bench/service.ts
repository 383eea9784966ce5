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
	/** So many of them, evenly spread, have names that {@link WANTED} matches; none if left out. */
	readonly wantedCount?: number;
}

/** Where a service is, and how to sign in to it. */
export interface ServiceAddress {
	readonly caFile: string;
	readonly authorityHost: string;
	readonly vaultUrl: string;
	readonly tenantId: string;
	readonly clientId: string;
	readonly clientSecret: string;
	/** Variables that the runner gives a job that has `id-token: write`. */
	readonly idTokenVariables: Readonly<Record<string, string>>;
}

/** Counts of what a service was asked. */
export interface ServiceCount {
	readonly requests: number;
	readonly connections: number;
}

/** How the vault was asked. */
export interface VaultCourse {
	/** The most requests that were under way at the same time, since the service began. */
	readonly mostAtOnce: number;
	/** Pages of lists. */
	readonly pages: number;
	/** Secrets that were read. */
	readonly reads: number;
	/** Pages that had been asked for when the first secret was. */
	readonly pagesBeforeFirstRead: number;
	/** Secrets that had been asked for when the last page was. */
	readonly readsBeforeLastPage: number;
}

/** Message that the bench may send it. */
export type ServiceMessage = 'count' | 'course' | 'close';

/** A running service. */
export interface Service {
	readonly address: ServiceAddress;
	/** Returns the counts since this was called last. */
	count(): Promise<ServiceCount>;
	/** How its vault was asked since this was called last. */
	course(): Promise<VaultCourse>;
	close(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL('service-program.js', import.meta.url));

/** Starts one with the Node at `node`. */
export async function startService(node: string, order: ServiceOrder): Promise<Service> {
	const child = fork(PROGRAM, [JSON.stringify(order)], { execPath: node });
	const tell = (message: ServiceMessage): boolean => child.send(message);
	const ask = async <T>(message: ServiceMessage): Promise<T> => {
		const answer = once(child, 'message');
		tell(message);
		const [given] = (await answer) as [T];
		return given;
	};
	const [address] = (await once(child, 'message')) as [ServiceAddress];
	return {
		address,
		count: () => ask<ServiceCount>('count'),
		course: () => ask<VaultCourse>('course'),
		close: async () => {
			const exit = once(child, 'exit');
			tell('close');
			await exit;
		},
	};
}

/** Pattern for the secrets that are wanted of many. */
export const WANTED = '*-wanted';

/** The names of all secrets of a vault, in the order of its lists, and those that {@link WANTED} matches. */
export function namesOf({ secretCount, wantedCount = 0 }: Pick<ServiceOrder, 'secretCount' | 'wantedCount'>) {
	const step = wantedCount === 0 ? Number.POSITIVE_INFINITY : secretCount / wantedCount;
	const all = Array.from({ length: secretCount }, (_, index) => {
		const isWanted = Math.floor((index + 1) / step) > Math.floor(index / step);
		return `${secretName(index)}${isWanted ? '-wanted' : ''}`;
	});
	return { all, wanted: all.filter((name) => name.endsWith(WANTED.slice(1))) };
}

/** The name of the secret at a place. */
export function secretName(index: number): string {
	return `secret-${String(index + 1).padStart(5, '0')}`;
}

/** Its value: as long as a password that a machine makes, and nothing in it needs escaping. */
export function secretValue(name: string): string {
	return `value-of-${name}-0123456789abcdef`;
}
