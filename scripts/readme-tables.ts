// The README's tables of inputs and outputs, made from action.yml so that the two cannot differ.
import { parse } from 'yaml';

/** What the tables need of an action's manifest. */
export interface Manifest {
	readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
	readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** The manifest that the text of an action.yml holds. */
export function readManifest(text: string): Manifest {
	return parse(text) as Manifest;
}

/**
 * The README with both tables as the manifest wants them, and with the line ends that it came with.
 * @throws Error where the markers of a table are missing
 */
export function withTables(readme: string, { inputs, outputs }: Manifest): string {
	const inputRows = Object.entries(inputs).map(([name, { default: fallback, description }]) => [
		`\`${name}\``,
		fallback === undefined ? '' : `\`${fallback}\``,
		description,
	]);
	const outputRows = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]);
	const lines = readme.split(/\r?\n/);
	const withInputs = replaceBetween(lines, 'inputs', table(['Input', 'Default', 'Meaning'], inputRows));
	const withBoth = replaceBetween(withInputs, 'outputs', table(['Output', 'Meaning'], outputRows));
	return withBoth.join(readme.includes('\r\n') ? '\r\n' : '\n');
}

function replaceBetween(lines: readonly string[], name: string, content: readonly string[]): readonly string[] {
	const begin = lines.indexOf(`<!-- ${name}: begin -->`);
	const end = lines.indexOf(`<!-- ${name}: end -->`);
	if (begin === -1 || end < begin) throw new Error(`README.md lacks the markers of the table of ${name}`);
	return [...lines.slice(0, begin + 1), '', ...content, '', ...lines.slice(end)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
	return [row(head), row(head.map(() => '---')), ...rows.map(row)];
}

function row(cells: readonly string[]): string {
	return `| ${cells.map((cell) => cell.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
}
