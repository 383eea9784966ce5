// What was minted, as a table for the job summary.
import type { RenderedToken } from '../render/render-token.js';
import type { SummaryTable } from './summary.js';

const COLUMNS = ['Output', 'Scope', 'Application', 'Expires', 'Proof'];

/** Whose tokens they are. */
export interface TokenOwnership {
	readonly tokens: readonly RenderedToken[];
	readonly clientId: string;
	/** What speaks for the application: a way to sign in, or a key in a vault. */
	readonly proof: string;
}

/** One row per token: scopes, dates and names, no token. */
export function makeTokenTable({ tokens, clientId, proof }: TokenOwnership): SummaryTable {
	const rows = tokens.map(({ line, expiresOn }) => [line.output, line.scope, clientId, expiresOn, proof]);
	return { heading: 'Access tokens', columns: COLUMNS, rows };
}
