// Text of the demo: headings, lines, and a job summary.

/** The first line of several, and a count of the rest. */
export function shorten(lines: readonly string[]): readonly string[] {
	return lines.length <= 5 ? lines : [...lines.slice(0, 1), dim(`(${lines.length - 1} more lines)`)];
}

/** A workflow's expression. */
export function expression(text: string): string {
	return `\${{ ${text} }}`;
}

/** The summary's HTML as columns. */
export function describeTable(html: string): readonly string[] {
	const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
		[...row.matchAll(/<t[hd]>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => unescapeHtml(cell)),
	);
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return rows.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join('  ')
			.trimEnd(),
	);
}

/** The summary's Markdown without addresses and marks: its tables as columns, and a word for the chart. */
export function describeMarkdown(text: string): readonly string[] {
	const lines = text
		.replaceAll(/\]\(https:[^)]*\)/g, ']')
		.replaceAll('&nbsp;', ' ')
		.replace(/```mermaid\n.*?```/s, '(a timeline, which GitHub draws)')
		.split('\n')
		.filter((line) => !/^\| ---|^$/.test(line));
	return lines.map((line) => {
		const [, first, second] = /^\| (.*?) \| (.*) \|$/.exec(line) ?? [];
		const shown = first === undefined ? line : `${first.replaceAll('**', '').padEnd(28)}${second}`;
		return shown.replaceAll(/[[\]`]|\*(?!\*)/g, '').replace(/^#+ /, '');
	});
}

function unescapeHtml(text: string): string {
	return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

/** Prints a heading. */
export function heading(text: string): void {
	console.log(`\n${style(text, 1)}\n`);
}

/** Prints lines, indented. */
export function print(lines: readonly string[]): void {
	for (const line of lines) console.log(`  ${line}`);
}

/** A remark. */
export function dim(text: string): string {
	return style(text, 2);
}

// Colors only if a person looks at them: https://no-color.org
function style(text: string, code: number): string {
	return process.stdout.isTTY && !process.env['NO_COLOR'] ? `\u001b[${code}m${text}\u001b[0m` : text;
}
