// Draws what the demo prints as docs/demo.svg for the README: `npm --prefix tools run picture`. The step, its log and its
// summary, in lines short enough to be read on a phone.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FONT_SIZE = 13;
const LINE_HEIGHT = 19;
const CHAR_WIDTH = 7.85;
const MARGIN = 18;
const COLUMNS = 58;

const demo = fileURLToPath(new URL('../scripts/demo.js', import.meta.url));
const { stdout, status } = spawnSync(process.execPath, [demo], {
	encoding: 'utf8',
	env: { ...process.env, NO_COLOR: '1' },
});
if (status !== 0) throw new Error('the demo failed');

/** A line of the picture, and its style. */
interface Row {
	readonly style: 'head' | 'text' | 'warning';
	readonly text: string;
}

writeFileSync(
	'docs/demo.svg',
	draw([
		...titled('The step of the workflow', section('The step of the workflow')),
		...titled('Its log', section('Its log, as a user sees it')),
		...titled('The job summary', summary(section('Job summary'))),
	]),
);

function titled(title: string, lines: readonly string[]): readonly Row[] {
	const rows = lines.map(shorten).flatMap((line) => {
		const style = /^\s*Warning: /.test(line) ? 'warning' : 'text';
		return wrap(line).map((text): Row => ({ style, text }));
	});
	return [{ style: 'head', text: title }, ...rows, { style: 'text', text: '' }];
}

function section(heading: string): readonly string[] {
	const all = stdout.split('\n');
	const begin = all.indexOf(heading);
	if (begin === -1) throw new Error(`the demo prints no section "${heading}"`);
	const end = all.findIndex((line, index) => index > begin + 1 && line !== '' && !line.startsWith(' '));
	return all
		.slice(begin + 1, end)
		.filter((line) => line !== '')
		.map((line) => line.slice(2));
}

// IDs and versions by their first characters, as people compare them.
function shorten(line: string): string {
	return line
		.replace(/\b([0-9a-f]{8})-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/g, '$1…')
		.replace(/\b([0-9a-f]{8})[0-9a-f]{24}\b/g, '$1…')
		.replace(/ +# these two: .*/, '');
}

function wrap(line: string): readonly string[] {
	const indent = ' '.repeat(Math.max(line.search(/\S/), 0) + 4);
	const lines: string[] = [];
	let rest = line;
	while (rest.length > COLUMNS) {
		const cut = rest.lastIndexOf(' ', COLUMNS);
		if (cut <= indent.length) break;
		lines.push(rest.slice(0, cut));
		rest = indent + rest.slice(cut + 1);
	}
	return [...lines, rest];
}

// Name, kind, end and outputs: vault and version are in the log.
function summary([head = '', ...rows]: readonly string[]): readonly string[] {
	const starts = [...head.matchAll(/\S+/g)].map(({ index }) => index);
	const cells = [head, ...rows].map((row) => starts.map((start, index) => row.slice(start, starts[index + 1]).trim()));
	return cells.map(([name = '', kind = '', , , expires = '', outputs = '']) => {
		const [first = '', ...more] = outputs.split(', ');
		const shown = more.length === 0 ? first : `${first}, … (${more.length + 1})`;
		return `${name.padEnd(16)}${kind.padEnd(13)}${expires.slice(0, 10).padEnd(12)}${shown}`;
	});
}

function draw(rows: readonly Row[]): string {
	const width = Math.ceil(COLUMNS * CHAR_WIDTH + 2 * MARGIN);
	const height = (rows.length - 1) * LINE_HEIGHT + 2 * MARGIN;
	const lines = rows.map(({ style, text }, index) => {
		const y = MARGIN + (index + 1) * LINE_HEIGHT - 5;
		return `<text class="${style}" x="${MARGIN}" y="${y}">${escapeXml(text)}</text>`;
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" viewBox="0 0 ${width} ${height}" role="img" aria-label="The step, the log and the summary of the demo">
<style>
text { font: ${FONT_SIZE}px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; white-space: pre; fill: #1f2328 }
.page { fill: #ffffff; stroke: #8b949e }
.head { font-weight: 600; fill: #0969da }
.warning { fill: #9a6700 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.page { fill: #0d1117 }
.head { fill: #58a6ff }
.warning { fill: #d29922 }
}
</style>
<rect class="page" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
<g xml:space="preserve">
${lines.join('\n')}
</g>
</svg>
`;
}

function escapeXml(text: string): string {
	return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
