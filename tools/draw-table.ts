// Draws the table of a job summary, in Markdown, as an SVG that is as wide as a page on GitHub.

const WIDTH = 760;
const FIRST_WIDTH = 206;
const PADDING = 12;
const LINE_HEIGHT = 22;

/** A word with its style. */
interface Word {
	readonly style: 'plain' | 'bold' | 'note' | 'code' | 'link';
	readonly text: string;
	/** Whether nothing stands between it and the word before it. */
	readonly joins: boolean;
}

/** Widths of a character, in pixels, about as browsers have them. */
const CHAR_WIDTHS = { plain: 6.9, bold: 7.6, note: 6.6, code: 7.5, link: 7.5 } as const;

/** Returns the picture of the tables of a summary with their headings. */
export function drawTable(summary: string): string {
	const parts: string[] = [];
	let y = 10;
	for (const line of summary.slice(0, summary.indexOf('```mermaid')).split('\n')) {
		const cells = cellsOf(line);
		if (cells !== undefined) {
			const isHead = cells[1] === 'What';
			const columns = cells
				.map((text, index) => [isHead ? `**${text}**` : text, index] as const)
				.map(([cell, index]) => wrap(wordsOf(cell), index === 0 ? FIRST_WIDTH : WIDTH - FIRST_WIDTH));
			const height = Math.max(...columns.map(({ length }) => length)) * LINE_HEIGHT + PADDING;
			parts.push(
				`<path class="rule" d="M10.5 ${y + 0.5}h${WIDTH}v${height}h-${WIDTH}zM${10.5 + FIRST_WIDTH} ${y + 0.5}v${height}"/>`,
			);
			for (const [index, lines] of columns.entries())
				parts.push(...drawLines(lines, 10 + index * FIRST_WIDTH + PADDING, y));
			y += height;
		} else if (/^#+ /.test(line)) {
			y += parts.length === 0 ? 16 : 34;
			parts.push(`<text class="head" x="10" y="${y}">${escapeXml(line.replace(/^#+ /, ''))}</text>`);
			y += 14;
		} else if (line !== '' && !line.startsWith('| ---')) {
			parts.push(`<text x="10" y="${y + 12}">${escapeXml(line)}</text>`);
			y += 28;
		}
	}
	return frame(parts, y + 10);
}

function cellsOf(line: string): readonly string[] | undefined {
	const [, ...cells] = /^\| (?!---)(.*?) \| (.*) \|$/.exec(line) ?? [];
	return cells.length === 0 ? undefined : cells.map((cell) => cell.replaceAll('&nbsp;', ' '));
}

const RUNS = /\[`([^`]*)`\]\([^)]*\)|\[([^\]]*)\]\([^)]*\)|`([^`]*)`|\*\*([^*]*)\*\*|\*((?:\\.|[^*])*)\*|([^[`*]+)/g;

function wordsOf(cell: string): readonly Word[] {
	const words: Word[] = [];
	let before = ' ';
	for (const [, link, plainLink, code, bold, note, plain] of cell.matchAll(RUNS)) {
		const found = { link: link ?? plainLink, code, bold, note, plain };
		for (const [style, text] of Object.entries(found)) {
			if (text === undefined) continue;
			for (const [word] of text.replaceAll(/\\(.)/g, '$1').matchAll(/\S+/g)) {
				const begins = text.startsWith(word) && !/\s$/.test(before) && !text.startsWith(' ');
				words.push({ style: style as Word['style'], text: word, joins: begins && before !== ' ' });
				before = `${word} `;
			}
			before = text;
		}
	}
	return words;
}

function wrap(words: readonly Word[], width: number): readonly (readonly Word[])[] {
	const lines: Word[][] = [[]];
	let used = 0;
	for (const word of words) {
		const size = widthOf(word) + (word.joins ? 0 : CHAR_WIDTHS.plain);
		if (used + size > width - 2 * PADDING && !word.joins) {
			lines.push([]);
			used = 0;
		}
		lines.at(-1)?.push(word);
		used += size;
	}
	return lines;
}

function widthOf({ style, text }: Word): number {
	return text.length * CHAR_WIDTHS[style];
}

function drawLines(lines: readonly (readonly Word[])[], x: number, y: number): readonly string[] {
	return lines.map((words, index) => {
		const spans = words.map(({ style, text, joins }, at) => {
			const gap = at === 0 || joins ? '' : ' ';
			return `${gap}<tspan class="${style}">${escapeXml(text)}</tspan>`;
		});
		return `<text x="${x}" y="${y + PADDING / 2 + (index + 1) * LINE_HEIGHT - 6}">${spans.join('')}</text>`;
	});
}

function frame(parts: readonly string[], height: number): string {
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH + 21}" viewBox="0 0 ${WIDTH + 21} ${height}" role="img" aria-label="The table of what expires when">
<style>
text { font: 14px -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; fill: #1f2328 }
.page { fill: #ffffff }
.rule { fill: none; stroke: #d1d9e0 }
.head, .bold { font-weight: 600 }
.head { font-size: 16px }
.note { font-style: italic }
.code, .link { font: 12.5px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace }
.link { fill: #0969da }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc }
.page { fill: #0d1117 }
.rule { stroke: #3d444d }
.link { fill: #4493f8 }
}
</style>
<rect class="page" width="100%" height="100%" rx="8"/>
${parts.join('\n')}
</svg>
`;
}

/** Returns a text as XML has it. */
export function escapeXml(text: string): string {
	return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
