// Connections that are opened before there is a request for them, since connecting needs no secret: to the authority while
// the inputs are being checked, to the vaults while the token is being fetched. What would come one after the other comes
// together.
import { foreseenErrors } from '../errors.js';
import { requestsAtATime } from '../http/limit.js';
import { readCloudInputs } from '../input/cloud-inputs.js';
import { findCloud } from '../plan/cloud.js';
import type { VaultAddress } from '../plan/identifier.js';
import type { Ports, StepInputs } from '../ports.js';

/** Opens the connection that the token will be asked for over. */
export function connectToAuthority({ inputs, connectAhead }: Pick<Ports, 'inputs' | 'connectAhead'>): void {
	const authorityHost = findAuthorityHost(inputs);
	if (authorityHost !== undefined) connectAhead(authorityHost, 1);
}

/** Opens those that the tokens of several scopes are asked for over, beside the one that is open already. */
export function connectForTokens(
	{ connectAhead }: Pick<Ports, 'connectAhead'>,
	authorityHost: string,
	lines: readonly { readonly scope: string }[],
): void {
	const scopes = new Set(lines.map(({ scope }) => scope)).size;
	const others = Math.min(scopes, requestsAtATime(scopes)) - 1;
	if (others > 0) connectAhead(authorityHost, others);
}

/** Opens the connections that the first requests will be sent over, as many as there are at a time. */
export function connectToVaults(
	{ connectAhead }: Pick<Ports, 'connectAhead'>,
	items: readonly Pick<VaultAddress, 'vaultUrl'>[],
): void {
	const counts = new Map<string, number>();
	const first = items.slice(0, requestsAtATime(items.length));
	for (const { vaultUrl } of first) counts.set(vaultUrl, (counts.get(vaultUrl) ?? 0) + 1);
	for (const [vaultUrl, count] of counts) connectAhead(vaultUrl, count);
}

// Where the inputs name none, the plan says why.
function findAuthorityHost(inputs: StepInputs): string | undefined {
	try {
		return findCloud(readCloudInputs(inputs))?.authorityHost;
	} catch (error) {
		foreseenErrors(error);
		return undefined;
	}
}
