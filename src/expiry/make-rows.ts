// From what was listed to the rows of the report: a pure function.
import type { ApplicationCredential } from '../graph/tenant-applications.js';
import type { VaultItem } from '../keyvault/list-vault.js';
import { kindOf, vaultHost } from '../plan/identifier.js';
import { DAY_MS, formatInstant } from '../time.js';
import type { EntryKind, ExpiryRow, RowOwner, Severity } from './expiry-row.js';
import { type KnownCredentials, ValidCredentials } from './known-credentials.js';
import { noteOfCredential, noteOfItem, type Scope } from './notes.js';
import type { ItemUse } from './read-uses.js';

/** Everything that was listed and joined. */
export interface Listed {
	readonly items: readonly VaultItem[];
	readonly credentials: readonly ApplicationCredential[];
	readonly index: KnownCredentials;
	readonly uses: ReadonlyMap<VaultItem, ItemUse>;
	readonly scope: Scope;
}

/** The clock and the user's choice. */
export interface WarningOptions {
	readonly nowMs: number;
	/** Days; 0 for no warnings. */
	readonly warningDays: number;
	/** Days; undefined if nothing that ends makes the step fail. */
	readonly failureDays: number | undefined;
}

/** The rows, and those of them that make the step fail; both sorted. */
export interface MadeRows {
	readonly rows: readonly ExpiryRow[];
	readonly failing: readonly ExpiryRow[];
}

/** Makes a row of each item and each credential: enabled ones first, each part by its end, those without one last. */
export function makeRows(listed: Listed, options: WarningOptions): MadeRows {
	const valid = new ValidCredentials(listed.credentials, options.nowMs);
	const usesByCredential = new Map([...listed.uses.values()].map((use) => [use.current ?? use.known, use]));
	const rows = listed.items.map((item) => rowOfItem(item, listed, options));
	for (const credential of listed.credentials) {
		const hasOther = isOver(credential.endMs, options.nowMs) && valid.hasOther(credential);
		const facts = { use: usesByCredential.get(credential), isHeld: listed.index.isHeld(credential), hasOther };
		const note = noteOfCredential(credential, facts, listed.scope);
		rows.push({ ...rowOfCredential(credential, note, options), isReplaced: hasOther });
	}
	rows.sort(compareRows);
	return { rows, failing: rows.filter((row) => !row.isReplaced && isFailing(row, options)) };
}

function rowOfItem(item: VaultItem, { uses, scope }: Listed, options: WarningOptions): ExpiryRow {
	const { vaultUrl, collection, name, enabled, endMs } = item;
	const use = uses.get(item);
	const host = vaultHost(vaultUrl);
	const isOverdue = enabled && isOver(endMs, options.nowMs);
	const severity = enabled ? judge(endMs, options) : 'disabled';
	return {
		entry: {
			source: 'vault',
			where: host,
			appId: use?.known.application.appId ?? '',
			appObjectId: use?.known.application.objectId ?? '',
			kind: kindOf(collection) as EntryKind,
			name,
			keyId: '',
			...describeEnd(endMs, options.nowMs),
			enabled,
			note: noteOfItem(item, { use, isOverdue }, scope),
		},
		owner: { kind: 'vault', host, collection, objectName: name },
		endMs,
		severity,
		renewsItself: use?.renewsItself ?? false,
		isReplaced: false,
	};
}

function rowOfCredential(
	{ application, kind, keyId, name, endMs }: ApplicationCredential,
	note: string,
	options: WarningOptions,
): Omit<ExpiryRow, 'isReplaced'> {
	const { appId, objectId, displayName } = application;
	const owner: RowOwner = { kind: application.kind, appId, objectId, displayName };
	return {
		entry: {
			source: 'application',
			where: displayName,
			appId,
			appObjectId: objectId,
			kind,
			name,
			keyId,
			...describeEnd(endMs, options.nowMs),
			enabled: true,
			note,
		},
		owner,
		endMs,
		severity: judge(endMs, options),
		renewsItself: false,
	};
}

function describeEnd(endMs: number | undefined, nowMs: number): { expiresOn: string; days: number | null } {
	if (endMs === undefined) return { expiresOn: '', days: null };
	return { expiresOn: formatInstant(endMs / 1000), days: Math.floor((endMs - nowMs) / DAY_MS) };
}

function judge(endMs: number | undefined, { nowMs, warningDays }: WarningOptions): Severity {
	if (endMs === undefined) return 'never';
	if (isOver(endMs, nowMs)) return 'expired';
	return warningDays > 0 && endMs - nowMs <= warningDays * DAY_MS ? 'expiring' : 'later';
}

function isOver(endMs: number | undefined, nowMs: number): boolean {
	return endMs !== undefined && endMs <= nowMs;
}

function isFailing({ endMs, entry }: ExpiryRow, { nowMs, failureDays }: WarningOptions): boolean {
	if (failureDays === undefined || endMs === undefined || !entry.enabled) return false;
	return endMs - nowMs <= failureDays * DAY_MS;
}

// If two end at once, their texts decide, so that the same lists give the same report in any order that they came in.
function compareRows(one: ExpiryRow, other: ExpiryRow): number {
	if (one.entry.enabled !== other.entry.enabled) return one.entry.enabled ? -1 : 1;
	const [end, otherEnd] = [one.endMs ?? Number.POSITIVE_INFINITY, other.endMs ?? Number.POSITIVE_INFINITY];
	if (end !== otherEnd) return end < otherEnd ? -1 : 1;
	for (const member of ['where', 'kind', 'name', 'appObjectId', 'keyId'] as const) {
		const [text, otherText] = [one.entry[member], other.entry[member]];
		if (text !== otherText) return text < otherText ? -1 : 1;
	}
	return 0;
}
