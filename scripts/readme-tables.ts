// The tables of inputs and outputs of a page, made from an action's manifest so that the two cannot differ.
import { parse } from 'yaml';

/** Parts of an action's manifest that the tables need. */
export interface Manifest {
	readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
	/** Those that are always there; left out if the workflow names them all. */
	readonly outputs?: Readonly<Record<string, { readonly description: string }>>;
}

/** The manifest that the text of an action.yml holds. */
export function readManifest(text: string): Manifest {
	return parse(text) as Manifest;
}

/**
 * The page with its tables as the manifest wants them, and with the line ends that it came with.
 * @throws Error if the markers of a table are missing
 */
export function withTables(page: string, { inputs, outputs }: Manifest): string {
	const inputRows = Object.entries(inputs).map(([name, { default: fallback, description }]) => [
		`\`${name}\``,
		fallback === undefined ? '' : `\`${fallback}\``,
		description,
	]);
	const lines = page.split(/\r?\n/);
	const withInputs = replaceBetween(lines, 'inputs', table(['Input', 'Default', 'Meaning'], inputRows));
	return withOutputs(withInputs, outputs).join(page.includes('\r\n') ? '\r\n' : '\n');
}

function withOutputs(lines: readonly string[], outputs: Manifest['outputs']): readonly string[] {
	if (outputs === undefined) return lines;
	const rows = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]);
	return replaceBetween(lines, 'outputs', table(['Output', 'Meaning'], rows));
}

/**
 * The lines with these between two markers: `<!-- NAME: begin -->` and `<!-- NAME: end -->`.
 * @throws Error if the markers are missing
 */
export function replaceBetween(lines: readonly string[], name: string, content: readonly string[]): readonly string[] {
	const begin = lines.indexOf(`<!-- ${name}: begin -->`);
	const end = lines.indexOf(`<!-- ${name}: end -->`);
	if (begin === -1 || end < begin) throw new Error(`the page lacks the markers of the table of ${name}`);
	return [...lines.slice(0, begin + 1), '', ...content, '', ...lines.slice(end)];
}

/** The lines of a table; line breaks within a cell become spaces. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
	return [row(head), row(head.map(() => '---')), ...rows.map(row)];
}

/** Returns a line of a table of Markdown. */
export function row(cells: readonly string[]): string {
	return `| ${cells.map((cell) => cell.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
}
