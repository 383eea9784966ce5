// Draws what the demo prints, log and outputs, as docs/demo.svg for the README: `npm --prefix tools run picture`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FONT_SIZE = 13;
const LINE_HEIGHT = 19;
const CHAR_WIDTH = 7.85;
const MARGIN = 18;
/** What is longer is cut: a picture is read at a glance. */
const MAX_COLUMNS = 118;

const demo = fileURLToPath(new URL('../scripts/demo.js', import.meta.url));
const { stdout, status } = spawnSync(process.execPath, [demo], {
	encoding: 'utf8',
	env: { ...process.env, NO_COLOR: '1' },
});
if (status !== 0) throw new Error('the demo failed');

const lines = ['Its log, as a user sees it', 'Outputs, as a later step would print them'].flatMap((heading) =>
	section(heading),
);
mkdirSync('docs', { recursive: true });
writeFileSync('docs/demo.svg', draw(lines));

function section(heading: string): readonly string[] {
	const all = stdout.split('\n');
	const begin = all.indexOf(heading);
	if (begin === -1) throw new Error(`the demo prints no section "${heading}"`);
	const end = all.findIndex((line, index) => index > begin + 1 && line !== '' && !line.startsWith(' '));
	return [heading, ...all.slice(begin + 1, end)];
}

function draw(texts: readonly string[]): string {
	const shown = texts.map((text) => (text.length > MAX_COLUMNS ? `${text.slice(0, MAX_COLUMNS - 1)}…` : text));
	const width = Math.ceil(MAX_COLUMNS * CHAR_WIDTH + 2 * MARGIN);
	const height = shown.length * LINE_HEIGHT + 2 * MARGIN;
	const rows = shown.map((text, index) => {
		const y = MARGIN + (index + 1) * LINE_HEIGHT - 5;
		return `<text x="${MARGIN}" y="${y}" fill="${colour(text)}">${escapeXml(text)}</text>`;
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Log and outputs of the demo">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="${FONT_SIZE}" xml:space="preserve">
${rows.join('\n')}
</g>
</svg>
`;
}

function colour(text: string): string {
	if (/^\s+Warning: /.test(text)) return '#d29922';
	return text.startsWith(' ') ? '#c9d1d9' : '#58a6ff';
}

function escapeXml(text: string): string {
	return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
