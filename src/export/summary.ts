// The job summary: a table of what was fetched, never a value.
import { vaultHost } from '../plan/identifier.js';
import { formatInstant } from '../render/expiry.js';
import type { Rendered } from '../render/rendered.js';

/** A runner refuses a summary of more than 1 MiB; other steps write into their own. */
const MAX_SUMMARY_LENGTH = 1_000_000;

/** The summary as HTML: inside it nothing is read as Markdown, and every text is escaped. */
export function describeSummary(rendered: readonly Rendered[]): string {
	const head = row('th', ['Name', 'Kind', 'Vault', 'Version', 'Expires', 'Outputs']);
	let table = '';
	let shown = 0;
	for (const one of rendered) {
		const next = row('td', cells(one));
		if (table.length + next.length > MAX_SUMMARY_LENGTH) break;
		table += next;
		shown += 1;
	}
	const rest = rendered.length - shown;
	const note = rest === 0 ? '' : `<p>${rest} more are not shown.</p>\n`;
	return `<h3>Azure Key Vault</h3>\n<table>\n${head}${table}</table>\n${note}`;
}

function cells({ item, version, life, outputs }: Rendered): readonly string[] {
	return [
		item.name,
		item.collection === 'secrets' ? 'secret' : 'certificate',
		vaultHost(item.vaultUrl),
		version,
		formatInstant(life.expires),
		outputs.map(({ name }) => name).join(', '),
	];
}

function row(cell: 'th' | 'td', texts: readonly string[]): string {
	return `<tr>${texts.map((text) => `<${cell}>${escapeHtml(text)}</${cell}>`).join('')}</tr>\n`;
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"'\r\n]/g, (char) => `&#${char.charCodeAt(0)};`);
}
