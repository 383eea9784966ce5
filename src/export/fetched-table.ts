// What was fetched, as a table for the job summary.
import { kindOf } from '../keyvault/vault-error.js';
import { vaultHost } from '../plan/identifier.js';
import { formatInstant } from '../render/expiry.js';
import { outputNamesOf, type Rendered } from '../render/rendered.js';
import type { SummaryTable } from './summary.js';

const COLUMNS = ['Name', 'Kind', 'Vault', 'Version', 'Expires', 'Outputs'];

/** One row a reference: names, versions and dates, no values. */
export function makeFetchedTable(rendered: readonly Rendered[]): SummaryTable {
	return { heading: 'Azure Key Vault', columns: COLUMNS, rows: rendered.map(cells) };
}

function cells(rendered: Rendered): readonly string[] {
	const { item, version, life } = rendered;
	return [
		item.name,
		kindOf(item.collection),
		vaultHost(item.vaultUrl),
		version,
		formatInstant(life.expires),
		outputNamesOf(rendered).join(', '),
	];
}
