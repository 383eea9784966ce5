// The vaults' connections, opened while the token is being fetched: they need none, and a run takes the longer of the two
// ways instead of both, one after the other.
import { MAX_SOCKETS } from '../http/transport.js';
import type { VaultAddress } from '../plan/identifier.js';
import type { Ports } from '../ports.js';

/** Opens the connections that the first requests will be sent over, as many as there are at a time. */
export function connectToVaults(
	{ connectAhead }: Pick<Ports, 'connectAhead'>,
	items: readonly Pick<VaultAddress, 'vaultUrl'>[],
): void {
	const counts = new Map<string, number>();
	for (const { vaultUrl } of items.slice(0, MAX_SOCKETS)) counts.set(vaultUrl, (counts.get(vaultUrl) ?? 0) + 1);
	for (const [vaultUrl, count] of counts) connectAhead(vaultUrl, count);
}
