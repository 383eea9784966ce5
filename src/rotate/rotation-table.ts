// What a rotation did, as a table for the job summary.
import type { SummaryTable } from '../export/summary.js';

/** What the table shows; texts are empty if there is nothing. */
export interface RotationRow {
	readonly appId: string;
	readonly secret: string;
	readonly vault: string;
	/** `yes`, or `no` and why. */
	readonly renewed: string;
	readonly version: string;
	readonly expires: string;
	readonly keyId: string;
	readonly removed: readonly string[];
}

const COLUMNS = ['Application', 'Secret', 'Vault', 'Renewed', 'Version', 'Expires', 'Key ID', 'Removed passwords'];

/** One row, no values. */
export function makeRotationTable(row: RotationRow): SummaryTable {
	const { appId, secret, vault, renewed, version, expires, keyId, removed } = row;
	return {
		heading: 'Client secret',
		columns: COLUMNS,
		rows: [[appId, secret, vault, renewed, version, expires, keyId, removed.join(', ')]],
	};
}
