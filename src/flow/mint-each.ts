// One assertion, and one token for each scope in exchange: all of them, or none.
import { mintToken } from '../entra/mint-token.js';
import { ActionErrors, foreseenErrors } from '../errors.js';
import { inParallel } from '../http/in-parallel.js';
import { describeToken, type ScopeLine } from '../input/scope-lines.js';
import type { Ports } from '../ports.js';
import { type RenderedToken, renderToken } from '../render/render-token.js';
import type { OpenSession } from './open-session.js';
import {
	describeClient,
	isUnknownCertificate,
	logCertificate,
	proveInVault,
	type VaultSignedClient,
} from './vault-signed-client.js';

/** What minting may use. */
export interface MintAccess {
	readonly ports: Ports;
	/** To the vault that signs. */
	readonly open: OpenSession;
}

/**
 * A token for each line, in their order; lines of one scope share it.
 * @throws ActionErrors with each token that was refused
 */
export async function mintEach(
	lines: readonly ScopeLine[],
	client: VaultSignedClient,
	{ ports, open }: MintAccess,
): Promise<readonly RenderedToken[]> {
	const assertion = await proveInVault(client, ports, open);
	const notes = describeClient(client);
	const results = await inParallel(eachScopeOnce(lines), async (line) => {
		const { scope } = line;
		const order = { clientId: client.appId, assertion, token: describeToken(line), notes };
		const target = { ...open.target, ...client.tenant, scope };
		return mintToken(order, target, open.context).then(
			(token) => ({ scope, token }),
			(error: unknown) => ({ errors: foreseenErrors(error) }),
		);
	});
	const errors = results.flatMap((result) => ('errors' in result ? result.errors : []));
	if (errors.some(isUnknownCertificate)) logCertificate(ports, client.certificate);
	if (errors.length > 0) throw new ActionErrors(errors);
	const minted = results.filter((result) => 'token' in result);
	return lines.flatMap((line) =>
		minted.filter(({ scope }) => scope === line.scope).map(({ token }) => renderToken(line, token)),
	);
}

function eachScopeOnce(lines: readonly ScopeLine[]): readonly ScopeLine[] {
	return lines.filter((line, index) => lines.findIndex(({ scope }) => scope === line.scope) === index);
}
