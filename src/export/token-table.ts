// What was minted, as a table for the job summary.
import { describeIdentifier } from '../keyvault/vault-error.js';
import { type Identifier, vaultHost } from '../plan/identifier.js';
import type { RenderedToken } from '../render/render-token.js';
import type { SummaryTable } from './summary.js';

const COLUMNS = ['Output', 'Scope', 'Application', 'Expires', 'Signed by'];

/** One row a token: scopes, dates and names, no token. */
export function makeTokenTable(
	tokens: readonly RenderedToken[],
	{ appId, key }: { readonly appId: string; readonly key: Identifier<'keys'> },
): SummaryTable {
	const signer = `${describeIdentifier(key)} in ${vaultHost(key.vaultUrl)}`;
	const rows = tokens.map(({ line, expiresOn }) => [line.output, line.scope, appId, expiresOn, signer]);
	return { heading: 'Access tokens', columns: COLUMNS, rows };
}
