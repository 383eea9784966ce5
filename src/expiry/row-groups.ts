// Rows of the table in groups, so that a long table can be read: what is urgent is open, the rest can be unfolded.
import { DAY_MS } from '../time.js';
import type { ExpiryReport, ExpiryRow } from './expiry-row.js';

/** Rows that stand together. */
export interface RowGroup {
	/** Empty for a short table, whose rows need no heading. */
	readonly title: string;
	readonly rows: readonly ExpiryRow[];
	/** Whether the rows are seen without unfolding them. */
	readonly isOpen: boolean;
}

/** As many as a phone shows with one or two scrolls. */
const MAX_UNGROUPED_ROWS = 15;

const YEAR_MS = 365 * DAY_MS;

/** Returns the rows in their order, in groups if they are many. Disabled ones always stand apart. */
export function groupRows(report: ExpiryReport): readonly RowGroup[] {
	const { rows } = report;
	const enabled = rows.filter(({ severity }) => severity !== 'disabled');
	const disabled = rows.filter(({ severity }) => severity === 'disabled');
	const isShort = enabled.length <= MAX_UNGROUPED_ROWS;
	const apart = { title: 'Disabled', rows: disabled, isOpen: isShort && disabled.length <= MAX_UNGROUPED_ROWS };
	const groups = isShort ? [{ title: '', rows: enabled, isOpen: true }] : groupByEnd(enabled, report);
	return [...groups, apart].filter((group) => group.rows.length > 0);
}

function groupByEnd(rows: readonly ExpiryRow[], { nowMs, warningDays }: ExpiryReport): readonly RowGroup[] {
	const inYear = ({ endMs = Number.POSITIVE_INFINITY }: ExpiryRow): boolean => endMs - nowMs <= YEAR_MS;
	const bySeverity = (wanted: ExpiryRow['severity']) => rows.filter(({ severity }) => severity === wanted);
	const later = bySeverity('later');
	return [
		{ title: 'Expired', rows: bySeverity('expired'), isOpen: true },
		{ title: `Expires within ${countDays(warningDays)}`, rows: bySeverity('expiring'), isOpen: true },
		{ title: 'Expires within a year', rows: later.filter(inYear), isOpen: false },
		{ title: 'Expires later', rows: later.filter((row) => !inYear(row)), isOpen: false },
		{ title: 'Never expires', rows: bySeverity('never'), isOpen: false },
	];
}

/** Returns so many days in words. */
export function countDays(days: number): string {
	return days === 1 ? '1 day' : `${days} days`;
}
