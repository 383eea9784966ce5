// The figures as a picture: milliseconds, on one scale, narrow enough to be read on a phone, on a light page and on a dark one.
import type { ClientName } from './clients.js';
import type { CaseFigures } from './figures.js';

const WIDTH = 480;
const MARGIN = 18;
const LABEL_WIDTH = 150;
const VALUE_WIDTH = 70;
const ROW_HEIGHT = 24;
const BAR_HEIGHT = 15;
const GROUP_HEAD = 32;

/** The programs that are drawn; the tables have the others. */
const DRAWN: ReadonlyMap<ClientName, string> = new Map([
	['action', 'this action'],
	['bare', 'bare script'],
	['sdk-parallel', 'Azure SDK, in parallel'],
]);

/** Draws a bar for each program and case: its median time. `machine` says where that was measured. */
export function drawChart(cases: readonly CaseFigures[], machine: string): string {
	const longest = Math.max(...cases.flatMap(({ figures }) => drawnOf(figures).map(({ medianMs }) => medianMs)));
	const unit = (WIDTH - 2 * MARGIN - LABEL_WIDTH - VALUE_WIDTH) / longest;
	const parts: string[] = [];
	let y = MARGIN + 62;
	for (const { measured, figures } of cases) {
		const { secretCount } = measured;
		parts.push(
			text({ x: MARGIN, y: y + 18, style: 'head' }, `${secretCount} ${secretCount === 1 ? 'secret' : 'secrets'}`),
		);
		y += GROUP_HEAD;
		for (const { client, medianMs } of drawnOf(figures)) {
			parts.push(drawBar(client, { medianMs, width: Math.round(medianMs * unit) }, y));
			y += ROW_HEIGHT;
		}
	}
	const network = cases[0]?.measured.network.label ?? '';
	return frame(['Time of the whole step. Shorter is faster.', `On ${network},`, `measured on ${machine}`], y, parts);
}

function drawnOf(figures: CaseFigures['figures']): CaseFigures['figures'] {
	return [...DRAWN.keys()].flatMap((client) => figures.filter((one) => one.client === client));
}

function drawBar(
	client: ClientName,
	{ medianMs, width }: { readonly medianMs: number; readonly width: number },
	y: number,
): string {
	const x = MARGIN + LABEL_WIDTH;
	const baseline = y + BAR_HEIGHT - 3;
	return [
		text({ x: x - 10, y: baseline, style: 'label' }, DRAWN.get(client) ?? ''),
		`<rect class="${client === 'action' ? 'own' : 'other'}" x="${x}" y="${y}" width="${width}" height="${BAR_HEIGHT}" rx="2"/>`,
		text({ x: x + width + 8, y: baseline, style: 'value' }, `${Math.round(medianMs).toLocaleString('en-US')} ms`),
	].join('\n');
}

function text(
	{ x, y, style }: { readonly x: number; readonly y: number; readonly style: string },
	content: string,
): string {
	return `<text class="${style}" x="${x}" y="${y}">${content}</text>`;
}

function frame([title = '', ...notes]: readonly string[], bottom: number, parts: readonly string[]): string {
	const height = bottom + MARGIN;
	const lines = notes.map((note, index) => text({ x: MARGIN, y: MARGIN + 30 + 18 * index, style: 'note' }, note));
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title} ${notes.join(' ')}">
<style>
text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328 }
.title { font-size: 15px; font-weight: 600 }
.head { font-weight: 600 }
.label { text-anchor: end }
.page { fill: #ffffff; stroke: #8b949e }
.own { fill: #0969da }
.other { fill: #b6bec9 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.page { fill: #0d1117 }
.own { fill: #4493f8 }
.other { fill: #57606a }
}
</style>
<rect class="page" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8"/>
${text({ x: MARGIN, y: MARGIN + 10, style: 'title' }, title)}
${[...lines, ...parts].join('\n')}
</svg>
`;
}
