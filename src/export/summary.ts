// The job summary: a table of what was done, never a value.
import { kindOf, vaultHost } from '../plan/identifier.js';
import type { StepFiles, StepLog } from '../ports.js';
import type { RenderedToken } from '../render/render-token.js';
import { outputNamesOf, type Rendered } from '../render/rendered.js';
import { formatInstant } from '../time.js';

/** A runner refuses a summary of more than 1 MiB; other steps write into their own. */
const MAX_SUMMARY_LENGTH = 1_000_000;

/** A table for people. Its texts may be anything: they are escaped. */
export interface SummaryTable {
	readonly heading: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

/** The table as HTML: inside it nothing is read as Markdown, and every text is escaped. */
export function describeTable({ heading, columns, rows }: SummaryTable): string {
	const head = describeRow('th', columns);
	let table = '';
	let shown = 0;
	for (const row of rows) {
		const next = describeRow('td', row);
		if (table.length + next.length > MAX_SUMMARY_LENGTH) break;
		table += next;
		shown += 1;
	}
	const rest = rows.length - shown;
	const note = rest === 0 ? '' : `<p>${rest} more are not shown.</p>\n`;
	return `<h3>${escapeHtml(heading)}</h3>\n<table>\n${head}${table}</table>\n${note}`;
}

interface SummaryPorts {
	readonly files: StepFiles;
	readonly log: StepLog;
}

/** Writes the table, as {@link appendSummary} does. */
export async function writeSummary(table: SummaryTable, ports: SummaryPorts): Promise<void> {
	await appendSummary(describeTable(table), ports);
}

/**
 * Writes HTML or Markdown. A summary is a courtesy: a runner without a usable file for it is no reason to fail.
 */
export async function appendSummary(text: string, { files, log }: SummaryPorts): Promise<void> {
	try {
		await files.writeSummary(text);
	} catch {
		log.debug(() => ['The job summary could not be written.']);
	}
}

function describeRow(cell: 'th' | 'td', texts: readonly string[]): string {
	return `<tr>${texts.map((text) => `<${cell}>${escapeHtml(text)}</${cell}>`).join('')}</tr>\n`;
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"'\r\n]/g, (char) => `&#${char.charCodeAt(0)};`);
}

const FETCHED_COLUMNS = ['Name', 'Kind', 'Vault', 'Version', 'Expires', 'Outputs'];

/** One row a reference: names, versions and dates, no values. */
export function makeFetchedTable(rendered: readonly Rendered[]): SummaryTable {
	return { heading: 'Azure Key Vault', columns: FETCHED_COLUMNS, rows: rendered.map(cells) };
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

const TOKEN_COLUMNS = ['Output', 'Scope', 'Application', 'Expires', 'Proof'];

/** Whose tokens they are. */
export interface TokenOwnership {
	readonly tokens: readonly RenderedToken[];
	readonly clientId: string;
	/** Proof of the application's identity: a way to sign in, or a key in a vault. */
	readonly proof: string;
}

/** One row per token: scopes, dates and names, no token. */
export function makeTokenTable({ tokens, clientId, proof }: TokenOwnership): SummaryTable {
	const rows = tokens.map(({ line, expiresOn }) => [line.output, line.scope, clientId, expiresOn, proof]);
	return { heading: 'Access tokens', columns: TOKEN_COLUMNS, rows };
}
